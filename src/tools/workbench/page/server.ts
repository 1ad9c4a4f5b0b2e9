import type { LiveUpdate } from '../live-updates.ts';
import type { CommandResult } from '../page-commands.ts';
import type { PageState } from '../page-door.ts';

/** The page's only way to its server. */

export async function readState(): Promise<PageState> {
  const response = await fetch('/workbench/state');
  return response.json();
}

/** Never throws: what went wrong comes back as a notice. */
export async function command(name: string, body: object): Promise<CommandResult> {
  try {
    const response = await fetch(`/workbench/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { notice: 'Får ikke kontakt med arbeidsbenken. Kjører npm start?' };
  }
}

export type Receiver = { update(update: LiveUpdate): void; connection(isOnline: boolean): void };

/** The browser connects again by itself; what was missed is read anew. */
export function receiveUpdates({ update, connection }: Receiver): void {
  const source = new EventSource('/workbench/updates');
  let wasLost = false;
  source.onopen = () => {
    if (wasLost) connection(true);
    wasLost = false;
  };
  source.onerror = () => {
    if (!wasLost) connection(false);
    wasLost = true;
  };
  source.onmessage = ({ data }) => update(JSON.parse(data));
}
