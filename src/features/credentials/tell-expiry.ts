import type { Message } from '../../core/card.ts';
import { localDateAt } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { preferencesRow, profileRow } from '../people/person-rows.ts';
import type { PersonRow } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { CalendarRules } from '../reminders/calendar.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { type Ledger, ledgerSchema } from '../reminders/ledger.ts';
import { isPaused } from '../reminders/own-calendar.ts';
import { sendOnce } from '../reminders/send-once.ts';
import type { SendOnceNeeds } from '../reminders/send-task.ts';
import { daysLeft, type Expiry, expiryStepOf } from './expiry.ts';

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

/**
 * Tells every administrator, once for each step, that the bot's secret or certificate runs out. Who has paused is left alone, also here:
 * the next day after the pause, the next step or another administrator still tells it. Meant for once a day: everybody is
 * read, but only on the days when a step is due. Returns how many were told now. Where there is no administrator, the log tells.
 */
export async function tellExpiry(needs: TellExpiryNeeds, now: Date): Promise<number> {
  const { expiring, calendar, telemetry } = needs;
  if (!expiring) return 0;
  const { expiry, present } = expiring;
  const today = localDateAt(now, calendar.zone);
  const step = expiryStepOf(expiry, today);
  if (step === undefined) return 0;
  const administrators = await findAdministrators(needs, now);
  let told = 0;
  for (const { personId, aadObjectId } of administrators) {
    const { outcome } = await sendOnce(needs, {
      ...{ personId, row: expiryRow, key: `${expiry.expiresOn}:${step}` },
      ...(aadObjectId !== undefined && { aadObjectId }),
      prepare: async (at) => {
        const preferences = await needs.people.get(personId, preferencesRow);
        const day = localDateAt(at, calendar.zone);
        if (isPaused(preferences?.value, day)) return { decision: 'nothing', writes: [] };
        const model = { ...expiry, days: daysLeft(expiry, day) };
        const message = present(model, preferences?.value.locale ?? needs.defaultLocale);
        return { decision: 'send', message, class: 'deadline', items: [], writes: [] };
      },
      settle: async () => [],
    });
    if (outcome === 'sent') told += 1;
  }
  telemetry.record({
    ...{ event: 'credentials-expire', daysLeft: daysLeft(expiry, today) },
    ...{ administrators: administrators.length, told },
  });
  return told;
}

async function findAdministrators({ units, people, calendar }: TellExpiryNeeds, now: Date): Promise<Person[]> {
  const today = localDateAt(now, calendar.zone);
  const found: Person[] = [];
  for await (const { unitId } of units.listUnits()) {
    await inParallel(units.listMembers(unitId), atOnce, async (personId) => {
      const profile = (await people.get(personId, profileRow))?.value;
      // A member row is an index and may be old: the person's own row says where somebody is.
      if (profile?.unitId !== unitId || !profile.roles.includes('administrator')) return;
      if (isEmployed(profile, today)) found.push(profile);
    });
  }
  return found;
}
