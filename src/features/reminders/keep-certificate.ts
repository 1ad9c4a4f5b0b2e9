import type { LocalDate } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { CertificateKind } from '../catalogue/certificate-kind.ts';
import type { Person } from '../people/person.ts';
import {
  createRow,
  deleteRow,
  type PersonStore,
  type PersonWrite,
  replaceRow,
  toArray,
} from '../people/person-store.ts';
import { type Certificate, certificateFrom, certificateRow } from '../progress/certificate.ts';
import { certificateSubject, planCertificateReminder } from './certificate-reminder.ts';
import type { MoveNeeds } from './move-reminders.ts';
import { dueOf, type OpenReminder, reminderKey, reminderRow, settle } from './reminder-rows.ts';

/** `remindAt` is absent when the day of the reminder has come already, or the person will have left by then. */
export type KeepCertificateResult = { certificate: Certificate; remindAt?: Date };

/**
 * Keeps when a course was taken, ends what was planned for the old one and plans the one reminder, in one transaction. The hint
 * comes before it: a crash leaves one too many, never one too few. The same date again changes nothing.
 */
export async function keepCertificate(
  needs: MoveNeeds,
  person: Person,
  kind: CertificateKind,
  takenOn: LocalDate,
  now: Date,
): Promise<KeepCertificateResult> {
  const { personId } = person;
  const certificate = certificateFrom(kind, takenOn);
  const planned = planCertificateReminder(certificate, person, needs.rules, now);
  return retryOnConflict(async () => {
    const stored = await needs.people.get(personId, certificateRow, kind.kindId);
    const told = planned && { certificate, remindAt: planned.dueAt };
    if (stored?.value.takenOn === takenOn && stored.value.validTo === certificate.validTo)
      return told ?? { certificate };
    const writes = [
      stored ? replaceRow(certificateRow, certificate, stored.etag) : createRow(certificateRow, certificate),
      ...(await changeReminders(needs.people, personId, kind.kindId, planned, now)),
    ];
    if (planned) await needs.due.create(dueOf(personId, planned, needs.rules.calendar.zone));
    await needs.people.commit({ personId, writes });
    return told ?? { certificate };
  });
}

/** Takes the course away, with what was planned for it. Fine if there is none. The hint stays behind and is found empty. */
export async function removeCertificate(
  needs: { people: PersonStore },
  personId: string,
  kindId: string,
  now: Date,
): Promise<void> {
  await retryOnConflict(async () => {
    const ended = await changeReminders(needs.people, personId, kindId, undefined, now);
    await needs.people.commit({ personId, writes: [deleteRow(certificateRow, kindId), ...ended] });
  });
}

/** Ends what is planned about the course but is not `wanted`, and plans that. One that was sent is not sent again. */
async function changeReminders(
  people: PersonStore,
  personId: string,
  kindId: string,
  wanted: OpenReminder | undefined,
  now: Date,
): Promise<readonly PersonWrite[]> {
  const rows = await toArray(people.list(personId, reminderRow));
  const own = rows.filter(({ value }) => value.moduleId === certificateSubject(kindId));
  const key = wanted && reminderKey(wanted);
  const ended = own.flatMap(({ value, etag }) => {
    if (value.state !== 'planned' || reminderKey(value) === key) return [];
    return [replaceRow(reminderRow, settle(value, 'cancelled', now, 'certificate-changed'), etag)];
  });
  if (!wanted) return ended;
  const same = own.find(({ value }) => reminderKey(value) === key);
  if (!same) return [...ended, createRow(reminderRow, wanted)];
  return same.value.state === 'cancelled' ? [...ended, replaceRow(reminderRow, wanted, same.etag)] : ended;
}
