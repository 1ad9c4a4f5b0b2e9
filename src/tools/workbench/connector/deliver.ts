import type { ActivityJson } from './inbound-activities.ts';

/** What the bot answered. `status` 0: nothing came (refused, broken or later than Teams waits). */
export type Delivery = { activity: ActivityJson; status: number; body: unknown };

export type DeliverNeeds = {
  /** Where the bot listens, for example `http://127.0.0.1:3978/api/messages`. */
  botUrl(): string;
  /** A signed token for this service address. */
  token(): Promise<string>;
};

/** How often Teams delivers the same thing: it repeats itself, sometimes with the same id and sometimes with a new one. */
export type Redelivery = { times?: number; ids?: 'same' | 'new'; at?: 'once' | 'in-turn' };

/** Teams gives up, and tells the person so, after this long. */
const patienceMs = 15_000;

/** POSTs the activity as often as asked and gives the answers in order. Never throws. */
export async function deliver(
  needs: DeliverNeeds,
  activity: ActivityJson,
  { times = 1, ids = 'same', at = 'in-turn' }: Redelivery = {},
): Promise<readonly Delivery[]> {
  const copies = Array.from({ length: times }, (_, copy) =>
    copy === 0 || ids === 'same' ? activity : { ...activity, id: `${activity.id}-${copy}` },
  );
  if (at === 'once') return Promise.all(copies.map((copy) => post(needs, copy)));
  const deliveries: Delivery[] = [];
  for (const copy of copies) deliveries.push(await post(needs, copy));
  return deliveries;
}

async function post(needs: DeliverNeeds, activity: ActivityJson): Promise<Delivery> {
  try {
    const response = await fetch(needs.botUrl(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await needs.token()}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(patienceMs),
    });
    return { activity, status: response.status, body: readBody(await response.text()) };
  } catch {
    return { activity, status: 0, body: undefined };
  }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
