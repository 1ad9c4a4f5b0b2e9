import { localDateAt } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Person } from '../people/person.ts';
import { toArray } from '../people/person-store.ts';
import { readOwnCertificates } from '../progress/certificate.ts';
import {
  changeCertificateReminders,
  kindsOf,
  planCertificateReminder,
  resumeCertificateReminder,
} from './certificate-reminder.ts';
import { readOwnRules } from './own-calendar.ts';
import { dueOf, reminderRow } from './reminder-rows.ts';
import type { ReminderRules, ScheduleNeeds } from './schedule-reminders.ts';

/**
 * Plans what is missing of the reminders of a person's courses, and moves what is to come on another day: the last day of work, the sector or
 * the municipality's rule may have changed since the date was told. What is held back, or was told, is left alone. The hints come first.
 */
export async function scheduleCertificates(
  { people, due }: ScheduleNeeds,
  person: Person,
  municipality: ReminderRules,
  now: Date,
): Promise<void> {
  const { personId } = person;
  const today = localDateAt(now, municipality.calendar.zone);
  await retryOnConflict(async () => {
    const own = await readOwnCertificates({ people }, personId, kindsOf(municipality, person), today);
    const valid = own.flatMap((one) => (one.standing === 'valid' ? [one.certificate] : []));
    if (valid.length === 0) return;
    const rules = await readOwnRules(people, person, municipality);
    const rows = await toArray(people.list(personId, reminderRow));
    const writes = [];
    for (const certificate of valid) {
      const wanted =
        planCertificateReminder(certificate, person, rules, now) ??
        resumeCertificateReminder(certificate, person, rules, rows, now);
      if (!wanted) continue;
      const changed = changeCertificateReminders(certificate.kindId, rows, wanted, now);
      if (changed.planned) await due.create(dueOf(personId, changed.planned, rules.calendar.zone));
      writes.push(...changed.writes);
    }
    if (writes.length > 0) await people.commit({ personId, writes });
  });
}
