import type { Message } from '../../core/card.ts';
import type { Locale } from '../../core/locale.ts';
import type { PersonRow, PersonStore } from '../people/person-store.ts';
import { type Ledger, ledgerSchema } from '../reminders/ledger.ts';
import type { SendOnceResult } from '../reminders/send-task.ts';
import type { WorkPointer } from '../reminders/work-queue.ts';
import { type SendInWindowNeeds, sendInWindow } from './send-in-window.ts';

/** The claim and ledger of one leader's digest; the key is the period, for example `2026-W49`. Lies with the leader as a person. */
export const digestRow: PersonRow<Ledger> = { kind: 'digest', schema: ledgerSchema, keyOf: ({ key }) => key };

/** When this leader's latest digest was sent, for "siden sist". */
export async function findLastDigest(needs: { people: PersonStore }, leaderId: string): Promise<Date | undefined> {
  let last: Date | undefined;
  for await (const { value } of needs.people.list(leaderId, digestRow)) {
    if (value.state === 'sent' && (!last || last < value.settledAt)) last = value.settledAt;
  }
  return last;
}

export type SendDigestNeeds<Model> = SendInWindowNeeds & {
  /** What the leader is told; `undefined` when there is nothing to tell, or the person leads nobody any more. */
  readDigest(leaderId: string, now: Date): Promise<Model | undefined>;
  present: { digest(model: Model, locale: Locale): Message };
};

/** Sends one leader's digest of one period, within working hours, at most twice when nobody knows whether the first one arrived. */
export async function sendDigest<Model>(
  needs: SendDigestNeeds<Model>,
  { personId, period }: Extract<WorkPointer, { kind: 'digest' }>,
): Promise<SendOnceResult> {
  return sendInWindow(needs, {
    ...{ personId, row: digestRow, period },
    async present(at) {
      const model = await needs.readDigest(personId, at);
      return model && ((locale) => needs.present.digest(model, locale));
    },
  });
}
