import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Versioned } from '../../core/versioned.ts';
import { certificatesFor } from '../catalogue/catalogue.ts';
import { isEmployed, isWorking, type Person } from '../people/person.ts';
import { createRow, type PersonWrite, replaceRow } from '../people/person-store.ts';
import type { Certificate, OwnCertificate } from '../progress/certificate.ts';
import { firstCycle } from '../progress/progress.ts';
import { withoutOwnPause } from './own-calendar.ts';
import { lastSendTimeBefore, sendTimeOn, soonestSendTime } from './policy.ts';
import {
  type OpenReminder,
  type Reminder,
  reminderKey,
  reminderRow,
  settle,
  wasRefusedWithoutReason,
} from './reminder-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';

/** Stands where a module's id does, so that sending, moving, settling and repair are the same. A dot is in no module's id. */
const prefix = 'certificate.';
export const certificateSubject = (kindId: string): string => `${prefix}${kindId}`;
export const isCertificateReminder = ({ moduleId }: Pick<Reminder, 'moduleId'>): boolean => moduleId.startsWith(prefix);

/** One course on the day's card. */
export type CertificateLine = { kindId: string; name: LocalText; validTo: LocalDate };

/**
 * Pure: the one reminder of a course, some days before it runs out or on a later first day at work, moved to a day that the calendar
 * allows: the next one, or the last one before where the course has run out by then. Where the person will have left by that day it is called
 * off from the start: nothing is promised, and who is back in time all the same is told then. `undefined` when that day has come already, or the
 * course has run out by the first day: who has just written the date needs no reminder of it.
 */
export function planCertificateReminder(
  certificate: Certificate,
  person: Pick<Person, 'employedOn' | 'endsOn'>,
  { catalogue, policy, calendar }: ReminderRules,
  now: Date,
): Reminder | undefined {
  const days = catalogue.certificates?.remindDaysBefore ?? 0;
  const before = addDays(certificate.validTo, -days);
  const wanted = before < person.employedOn ? person.employedOn : before;
  if (wanted <= localDateAt(now, calendar.zone) || wanted > certificate.validTo) return undefined;
  // A pause of their own may end before its day: then what it has moved comes at once.
  const open = withoutOwnPause(calendar);
  const isInTime = localDateAt(sendTimeOn(wanted, policy, open), calendar.zone) <= certificate.validTo;
  const dueAt = isInTime ? sendTimeOn(wanted, policy, calendar) : lastSendTimeBefore(wanted, now, policy, open);
  if (!dueAt) return undefined;
  const reminder = reminderAt(certificate, dueAt);
  const isThere = isEmployed(person, localDateAt(dueAt, calendar.zone));
  return isThere ? reminder : settle(reminder, 'cancelled', dueAt, 'employment-ended');
}

/** Pure: the same for who was away on that day, or whom Teams refused it for no reason, before the course runs out: as soon as the calendar allows. */
export function resumeCertificateReminder(
  certificate: Certificate,
  person: Pick<Person, 'employedOn' | 'endsOn'>,
  { policy, calendar }: ReminderRules,
  rows: readonly Versioned<Reminder>[],
  now: Date,
): OpenReminder | undefined {
  const dueAt = soonestSendTime(now, policy, calendar);
  const wanted = reminderAt(certificate, dueAt);
  const before = findSame(rows, wanted)?.value;
  if (!before || !mayComeAgain(before)) return undefined;
  const on = localDateAt(dueAt, calendar.zone);
  return on <= certificate.validTo && isWorking(person, on) ? wanted : undefined;
}

/** Why a reminder was called off without the person having done anything. */
const whileAway: readonly (string | undefined)[] = ['employment-ended', 'not-begun', 'certificate-gone'];
const isOffWhileAway = (reminder: Reminder): boolean =>
  reminder.state === 'cancelled' && whileAway.includes(reminder.reason);
const mayComeAgain = (reminder: Reminder): boolean => isOffWhileAway(reminder) || wasRefusedWithoutReason(reminder);

const reminderAt = ({ kindId, validTo }: Certificate, dueAt: Date): OpenReminder => ({
  ...{ moduleId: certificateSubject(kindId), cycle: firstCycle, stepId: `before-${validTo}` },
  ...{ class: 'deadline', origin: 'step', deadlineOn: validTo, dueAt, doubtfulSends: 0, state: 'planned' },
});

/**
 * Pure: ends what is planned about a course, or was to come once somebody is back, but is not `wanted`, and plans that, or moves it to its day.
 * Nothing is `planned` where it was told before, since it is not told again, nor where the person will have left.
 */
export function changeCertificateReminders(
  kindId: string,
  rows: readonly Versioned<Reminder>[],
  wanted: Reminder | undefined,
  now: Date,
): { planned?: OpenReminder; writes: readonly PersonWrite[] } {
  const same = wanted && findSame(rows, wanted);
  const ended = rows.flatMap(({ value, etag }) => {
    if (value.moduleId !== certificateSubject(kindId) || etag === same?.etag) return [];
    if (value.state === 'planned') return [replaceRow(reminderRow, settle(value, 'cancelled', now, changed), etag)];
    return isOffWhileAway(value) ? [replaceRow(reminderRow, { ...value, reason: changed }, etag)] : [];
  });
  if (!wanted) return { writes: ended };
  if (!same) return { ...plannedOf(wanted), writes: [...ended, createRow(reminderRow, wanted)] };
  if (!isReplaced(same.value, wanted)) return { ...plannedOf(same.value), writes: ended };
  // Where Teams refused it at last, one before that may have arrived.
  const doubtfulSends = same.value.state === 'cancelled' ? 0 : same.value.doubtfulSends;
  const after = { ...wanted, doubtfulSends };
  return { ...plannedOf(after), writes: [...ended, replaceRow(reminderRow, after, same.etag)] };
}

const changed = 'certificate-changed';

const plannedOf = (reminder: Reminder): { planned?: OpenReminder } =>
  reminder.state === 'planned' ? { planned: reminder } : {};

/** What was told stays, and so does what is as it is wanted. */
function isReplaced(stored: Reminder, wanted: Reminder): boolean {
  if (stored.state === 'cancelled') return wanted.state === 'planned' || !isOffWhileAway(stored);
  if (stored.state !== 'planned') return wanted.state === 'planned' && wasRefusedWithoutReason(stored);
  return wanted.state !== 'planned' || stored.dueAt.getTime() !== wanted.dueAt.getTime();
}

const findSame = (rows: readonly Versioned<Reminder>[], wanted: Reminder): Versioned<Reminder> | undefined =>
  rows.find(({ value }) => reminderKey(value) === reminderKey(wanted));

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
