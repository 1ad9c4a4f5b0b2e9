import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { certificatesFor } from '../catalogue/catalogue.ts';
import { isEmployed, type Person } from '../people/person.ts';
import type { Certificate, OwnCertificate } from '../progress/certificate.ts';
import { firstCycle } from '../progress/progress.ts';
import { sendTimeOn } from './policy.ts';
import type { OpenReminder, Reminder } from './reminder-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';

/** Stands where a module's id does, so that sending, moving, settling and repair are the same. A dot is in no module's id. */
const prefix = 'certificate.';
export const certificateSubject = (kindId: string): string => `${prefix}${kindId}`;
export const isCertificateReminder = ({ moduleId }: Pick<Reminder, 'moduleId'>): boolean => moduleId.startsWith(prefix);

/** One course on the day's card. */
export type CertificateLine = { kindId: string; name: LocalText; validTo: LocalDate };

/**
 * Pure: the one reminder of a course, some days before it runs out, moved to a day that the calendar allows. `undefined` when that
 * day has come already, or the person will have left: who has just written the date needs no reminder of it.
 */
export function planCertificateReminder(
  { kindId, validTo }: Certificate,
  person: Pick<Person, 'endsOn'>,
  { catalogue, policy, calendar }: ReminderRules,
  now: Date,
): OpenReminder | undefined {
  const days = catalogue.certificates?.remindDaysBefore ?? 0;
  const wanted = addDays(validTo, -days);
  if (wanted <= localDateAt(now, calendar.zone)) return undefined;
  const dueAt = sendTimeOn(wanted, policy, calendar);
  if (!isEmployed(person, localDateAt(dueAt, calendar.zone))) return undefined;
  return {
    ...{ moduleId: certificateSubject(kindId), cycle: firstCycle, stepId: `before-${validTo}` },
    ...{ class: 'deadline', origin: 'step', deadlineOn: validTo, dueAt, doubtfulSends: 0, state: 'planned' },
  };
}

/** Pure: why a reminder of a course makes no sense any more; `undefined` while it does. */
export function certificateGone(
  reminder: OpenReminder,
  certificates: readonly OwnCertificate[],
): 'certificate-gone' | 'certificate-renewed' | undefined {
  const own = certificates.find(({ kind }) => certificateSubject(kind.kindId) === reminder.moduleId);
  if (!own || own.standing === 'none') return 'certificate-gone';
  return own.certificate.validTo === reminder.deadlineOn ? undefined : 'certificate-renewed';
}

/** The lines of the day's card for those that are told. */
export function certificateLines(
  told: ReadonlySet<string>,
  certificates: readonly OwnCertificate[],
): readonly CertificateLine[] {
  return certificates.flatMap((own) => {
    const { kindId, name } = own.kind;
    if (own.standing === 'none' || !told.has(certificateSubject(kindId))) return [];
    return [{ kindId, name, validTo: own.certificate.validTo }];
  });
}

export const kindsOf = ({ catalogue }: ReminderRules, person: Person) => certificatesFor(catalogue, person);
