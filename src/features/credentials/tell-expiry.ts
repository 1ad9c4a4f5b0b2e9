import type { Message } from '../../core/card.ts';
import { daysBetween, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { findProfile } from '../people/find-profile.ts';
import { messageLocale } from '../people/message-locale.ts';
import { isWorking, type Person } from '../people/person.ts';
import { preferencesRow } from '../people/person-rows.ts';
import type { PersonRow } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { type CalendarRules, isInWindow } from '../reminders/calendar.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { type Ledger, ledgerSchema } from '../reminders/ledger.ts';
import { isPaused } from '../reminders/own-calendar.ts';
import { sendOnce } from '../reminders/send-once.ts';
import type { SendOnceNeeds, SendTask } from '../reminders/send-task.ts';
import { daysLeft, type Expiry, type ExpiryStep, expiryStepOf } from './expiry.ts';

/** That an administrator was told of one step; the key is the last day and the step, for example `2027-05-01:30`. */
export const expiryRow: PersonRow<Ledger> = { kind: 'expiry', schema: ledgerSchema, keyOf: ({ key }) => key };

export type ExpiryModel = Expiry & { days: number };

export type TellExpiryNeeds = SendOnceNeeds & {
  units: Pick<UnitStore, 'listUnits' | 'listMembers'>;
  /** Absent: a managed identity, or nothing, which never runs out. */
  expiring?: { expiry: Expiry; present(model: ExpiryModel, locale: Locale): Message };
  calendar: CalendarRules;
  defaultLocale: Locale;
};

const atOnce = 16;
/** How long it may go unnoticed, within one step, that somebody has become an administrator. */
const keptDays = 7;

/**
 * Tells every administrator, once for each step, that the bot's secret or certificate runs out. Who has paused is left alone, also here:
 * the next day after the pause, the next step or another administrator still tells it. Meant for once a day, from the first step until the
 * secret is another one. Everybody is read to find the administrators, but only at a new step and once a week; who they are is kept in the
 * process. Returns how many were told now. Where there is no administrator, the log tells, and they are looked for every day.
 */
export function createTellExpiry(needs: TellExpiryNeeds): (now: Date) => Promise<number> {
  let known: { personIds: readonly string[]; step: ExpiryStep; on: LocalDate } | undefined;

  async function findIds(step: ExpiryStep, today: LocalDate): Promise<readonly string[]> {
    const isFresh = known?.step === step && Math.abs(daysBetween(known.on, today)) < keptDays;
    if (known && isFresh) return known.personIds;
    const personIds = await findAdministrators(needs, today);
    known = personIds.length > 0 ? { personIds, step, on: today } : undefined;
    return personIds;
  }

  return async (now) => {
    const { expiring, calendar, people, telemetry } = needs;
    if (!expiring) return 0;
    const { expiry } = expiring;
    const today = localDateAt(now, calendar.zone);
    const step = expiryStepOf(expiry, today);
    if (step === undefined) return 0;
    let administrators = 0;
    let told = 0;
    for (const personId of await findIds(step, today)) {
      const person = await findProfile(people, personId);
      if (!person || !isAdministrator(person, today)) continue;
      administrators += 1;
      const { outcome } = await sendOnce(needs, taskFor(person, expiring, step, needs));
      if (outcome === 'sent') told += 1;
    }
    telemetry.record({ event: 'credentials-expire', daysLeft: daysLeft(expiry, today), administrators, told });
    return told;
  };
}

function taskFor(
  { personId, aadObjectId }: Person,
  { expiry, present }: NonNullable<TellExpiryNeeds['expiring']>,
  step: ExpiryStep,
  needs: TellExpiryNeeds,
): SendTask {
  const { people, calendar } = needs;
  return {
    ...{ personId, row: expiryRow, key: `${expiry.expiresOn}:${step}` },
    ...(aadObjectId !== undefined && { aadObjectId }),
    prepare: async (at) => {
      if (!isInWindow(at, calendar)) return { decision: 'wait', reason: 'outside-window' };
      const preferences = await people.get(personId, preferencesRow);
      const day = localDateAt(at, calendar.zone);
      if (isPaused(preferences?.value, day)) return { decision: 'nothing', writes: [] };
      const locale = await messageLocale(needs, personId, preferences?.value);
      const message = present({ ...expiry, days: daysLeft(expiry, day) }, locale);
      return { decision: 'send', message, class: 'deadline', items: [], writes: [] };
    },
    settle: async () => [],
  };
}

async function findAdministrators({ units, people }: TellExpiryNeeds, today: LocalDate): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { unitId } of units.listUnits()) {
    await inParallel(units.listMembers(unitId), atOnce, async (personId) => {
      const profile = await findProfile(people, personId);
      // A member row is an index and may be old: the person's own row says where somebody is.
      if (profile?.unitId === unitId && isAdministrator(profile, today)) found.push(personId);
    });
  }
  return found;
}

const isAdministrator = (person: Person, today: LocalDate): boolean =>
  person.roles.includes('administrator') && isWorking(person, today);
