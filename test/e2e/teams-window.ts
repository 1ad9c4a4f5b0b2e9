import type { Locator, Page } from 'playwright-core';

/** One person's Teams window in the workbench, as somebody at the screen would use it. */
export type TeamsWindow = {
  root: Locator;
  /** The newest card. */
  card: Locator;
  /** Writes, and waits for the answer: a new card. */
  say(text: string): Promise<void>;
  /** Presses a button on the newest card and waits until the answer stands. */
  press(title: string): Promise<void>;
  /** Presses the last of what can be pressed with this sign on it. */
  pressLast(sign: string): Promise<void>;
  choose(labels: readonly string[]): Promise<void>;
  /** Waits until the newest card says this. */
  sees(text: string | RegExp): Promise<void>;
};

/** Opens the person in the active window. */
export async function openAs(page: Page, name: string): Promise<TeamsWindow> {
  await page
    .getByRole('navigation', { name: 'Personer' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  return windowOf(page, name);
}

/** Opens the person beside the windows that are there. */
export async function openBeside(page: Page, name: string): Promise<TeamsWindow> {
  await page.getByRole('button', { name: `Vis ${name} ved siden av` }).click();
  return windowOf(page, name);
}

export function windowOf(page: Page, name: string): TeamsWindow {
  const root = page.getByRole('region', { name: `Teams som ${name}` });
  const card = root.locator('.message:has(.card)').last().locator('.card');
  return {
    root,
    card,
    async say(text) {
      const before = await root.locator('.card').count();
      await root.getByLabel('Skriv en melding').fill(text);
      await root.getByLabel('Skriv en melding').press('Enter');
      await root.locator('.card').nth(before).waitFor();
    },
    async press(title) {
      await card
        .getByRole('button', { name: title, exact: true })
        .click()
        .catch(async (error: unknown) => {
          throw new Error(`no “${title}” to press; the newest card says: ${await said(card)}`, { cause: error });
        });
      await root.locator('.card[aria-busy]').waitFor({ state: 'detached' });
    },
    async pressLast(sign) {
      await card.getByRole('button').filter({ hasText: sign }).last().click();
      await root.locator('.card[aria-busy]').waitFor({ state: 'detached' });
    },
    async choose(labels) {
      // By the visible words: the renderer names the first box of several after the whole question.
      for (const label of labels) await card.locator('label', { hasText: label }).click();
    },
    async sees(text) {
      await card.getByText(text).first().waitFor();
    },
  };
}

const said = (card: Locator): Promise<string> => card.innerText({ timeout: 1000 }).catch(() => 'nothing');
