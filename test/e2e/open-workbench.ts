import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type Dev, startDev } from '../../src/tools/dev/start-dev.ts';
import { openBrowser } from '../../src/tools/open-browser.ts';

const pictures = '.data/screenshots';

export type OpenWorkbench = {
  page: Page;
  /** The running service; another one after `restart`. */
  dev(): Dev;
  /** Stops it and starts it again on the same data and page. */
  restart(): Promise<void>;
  picture(name: string): Promise<unknown>;
  close(): Promise<void>;
};

/** Everything that `npm start` starts, on free ports and in a folder of its own, with its page in a browser. */
export async function openWorkbench(patienceMs: number): Promise<OpenWorkbench> {
  await mkdir(pictures, { recursive: true });
  const folder = await mkdtemp(path.join(tmpdir(), 'undring-e2e-'));
  const start = (): Promise<Dev> => startDev({ ports: 'free', dataFolder: folder, kept: 'keep' });
  const browser = await openBrowser(process.env.CHROMIUM);
  let dev = await start();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  page.setDefaultTimeout(patienceMs);
  await page.goto(dev.url);
  return {
    page,
    dev: () => dev,
    async restart() {
      await dev.stop();
      dev = await start();
      await page.goto(dev.url);
    },
    picture: (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) }),
    async close() {
      await browser.close();
      await dev.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
