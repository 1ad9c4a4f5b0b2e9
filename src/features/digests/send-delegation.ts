import type { Message } from '../../core/card.ts';
import { addDays, instantOf, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { type Delegation, heldDelegations } from '../people/delegation.ts';
import { messageLocale } from '../people/message-locale.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { preferencesRow, profileRow } from '../people/person-rows.ts';
import { type PersonRow, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { type CalendarRules, isInWindow, nextSendTime, withoutPauses } from '../reminders/calendar.ts';
import { type Ledger, ledgerSchema, resendAfterMs } from '../reminders/ledger.ts';
import { isPaused, readShift } from '../reminders/own-calendar.ts';
import { sendOnce } from '../reminders/send-once.ts';
import type { Prepared, SendOnceNeeds, SendOnceResult } from '../reminders/send-task.ts';
import type { WorkPointer } from '../reminders/work-queue.ts';

/**
 * That somebody was told whom they follow the units for. The key is who asked for it, when and until when, for example `{person}:1764579600000:2026-12-18`, and with
 * `:ended` that it ended before its day. Where it holds again after that, a number goes on the key: `:2`, and `:2:ended` for its end.
 */
export const delegationRow: PersonRow<Ledger> = { kind: 'delegation', schema: ledgerSchema, keyOf: ({ key }) => key };

/** What somebody is told who follows units meanwhile, or follows them no more. */
export type DelegationModel = { leader: Pick<Person, 'displayName'> } & (
  | { news: 'given'; units: readonly string[]; until: LocalDate }
  | { news: 'ended' }
);

export type SendDelegationNeeds = SendOnceNeeds & {
  units: Pick<UnitStore, 'getUnit'>;
  calendar: CalendarRules;
  defaultLocale: Locale;
  present: { delegation(model: DelegationModel, locale: Locale): Message };
};

type News = { key: string; mark?: string; person: Person; model: DelegationModel };

const ended = ':ended';
/** Whoever ends their pause early tells no pointer of it, so that one looks again each day. */
const longestLookMs = 24 * 60 * 60_000;
/** `:10` comes after `:9`. */
const byTurn = new Intl.Collator('en', { numeric: true });

/**
 * Tells somebody at once, within the working hours of their unit and after a pause of their own, that a leader has asked them to follow the units, or that it ended
 * before its day. The municipality's summer pause does not hold it back: that is when leaders are away. What it is, is read from the rows as
 * they are now, so that a pointer may come late, twice, or after the leader has thought better of it.
 */
export async function sendDelegation(
  needs: SendDelegationNeeds,
  { personId, leaderId }: Extract<WorkPointer, { kind: 'delegation' }>,
): Promise<SendOnceResult> {
  const { clock, people } = needs;
  const calendar = await readShift(people, personId, withoutPauses(needs.calendar));
  const now = clock.now();
  const opensAt = nextSendTime(now, calendar);
  if (now < opensAt) return { outcome: 'later', delayMs: opensAt.getTime() - now.getTime(), reason: 'outside-window' };
  const news = await readNews(needs, personId, leaderId, localDateAt(now, calendar.zone));
  if (!news) return { outcome: 'nothing' };
  const { pausedUntil } = (await people.get(personId, preferencesRow))?.value ?? {};
  if (pausedUntil !== undefined && pausedUntil >= localDateAt(now, calendar.zone)) {
    const over = nextSendTime(instantOf(addDays(pausedUntil, 1), '00:00', calendar.zone), calendar);
    const delayMs = Math.min(over.getTime() - now.getTime(), longestLookMs);
    return { outcome: 'later', delayMs, reason: 'outside-window' };
  }
  const { aadObjectId } = news.person;

  async function prepare(at: Date): Promise<Prepared> {
    if (!isInWindow(at, calendar)) return { decision: 'wait', reason: 'outside-window' };
    const today = localDateAt(at, calendar.zone);
    const [still, preferences] = await Promise.all([
      readNews(needs, personId, leaderId, today),
      people.get(personId, preferencesRow),
    ]);
    if (still?.key !== news?.key || !still || isPaused(preferences?.value, today)) {
      return { decision: 'nothing', writes: [] };
    }
    const { model, mark } = still;
    const message = needs.present.delegation(model, await messageLocale(needs, personId, preferences?.value));
    // It has to be told: whoever does not know of it helps nobody.
    return { decision: 'send', message, class: 'deadline', items: [], writes: [], ...(mark !== undefined && { mark }) };
  }
  const result = await sendOnce(needs, {
    ...{ personId, row: delegationRow, key: news.key, ...(aadObjectId !== undefined && { aadObjectId }) },
    prepare,
    settle: async () => [],
  });
  // Nothing else comes back to it.
  return result.outcome === 'uncertain' ? { outcome: 'later', delayMs: resendAfterMs, reason: result.reason } : result;
}

/** `undefined` where there is nothing to tell: it has lapsed by itself, or was taken back before anybody was told. */
async function readNews(
  needs: Pick<SendDelegationNeeds, 'people' | 'units'>,
  personId: string,
  leaderId: string,
  today: LocalDate,
): Promise<News | undefined> {
  const [stored, giver, rows] = await Promise.all([
    needs.people.get(personId, profileRow),
    needs.people.get(leaderId, profileRow),
    toArray(needs.people.list(personId, delegationRow)),
  ]);
  if (!stored || !giver || !isEmployed(stored.value, today)) return undefined;
  const { value: person } = stored;
  const leader = { displayName: giver.value.displayName };
  const told = rows.map(({ value }) => value);
  const held = (await heldDelegations(needs, person, today)).filter(({ by }) => by === leaderId);
  const [first] = held;
  if (first) {
    const units = await Promise.all(
      held.map(async ({ unitId }) => (await needs.units.getUnit(unitId))?.name ?? unitId),
    );
    const ends = endsTold(first, told).length;
    const key = ends === 0 ? keyOf(first) : `${keyOf(first)}:${ends + 1}`;
    return { key, mark: first.until, person, model: { news: 'given', leader, units, until: first.until } };
  }
  const ofLeader = told
    .filter(({ key }) => key.startsWith(`${leaderId}:`))
    .toSorted((a, b) => byTurn.compare(a.key, b.key));
  const last = ofLeader.filter(({ key }) => !key.endsWith(ended)).at(-1);
  if (!last || !('mark' in last) || last.mark === undefined || last.mark < today) return undefined;
  return { key: `${last.key}${ended}`, person, model: { news: 'ended', leader } };
}

const keyOf = ({ by, at, until }: Delegation): string => `${by}:${at.getTime()}:${until}`;

/** Pure: what may have come to somebody of the ends of one delegation. */
const endsTold = (delegation: Delegation, told: readonly Ledger[]): readonly Ledger[] =>
  told.filter((ledger) => ledger.key.startsWith(keyOf(delegation)) && ledger.key.endsWith(ended) && 'class' in ledger);

/** Pure: whether somebody who follows units may have been told that they do not any more. */
export const isToldEnded = (delegation: Delegation, told: readonly Ledger[]): boolean =>
  endsTold(delegation, told).length > 0;
