import type { LocalDate } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Versioned } from '../../core/versioned.ts';
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
import { changeCertificateReminders, planCertificateReminder } from './certificate-reminder.ts';
import type { MoveNeeds } from './move-reminders.ts';
import { readOwnRules } from './own-calendar.ts';
import { dueOf, reminderRow } from './reminder-rows.ts';

/** `remindAt` is absent when no reminder is to come: its day has come already, it was sent, or the person will have left by then. */
export type KeepCertificateResult = { certificate: Certificate; remindAt?: Date };

/**
 * Keeps when a course was taken, ends what was planned for the old one and plans the one reminder, in one transaction. The hint
 * comes before it: a crash leaves one too many, never one too few. The same date again plans what is missing, and nothing else.
 */
export async function keepCertificate(
  needs: MoveNeeds,
  person: Person,
  kind: CertificateKind,
  takenOn: LocalDate,
  now: Date,
): Promise<KeepCertificateResult> {
  const { people } = needs;
  const { personId } = person;
  const certificate = certificateFrom(kind, takenOn);
  const rules = await readOwnRules(people, person, needs.rules);
  const wanted = planCertificateReminder(certificate, person, rules, now);
  return retryOnConflict(async () => {
    const stored = await people.get(personId, certificateRow, kind.kindId);
    const rows = await toArray(people.list(personId, reminderRow));
    const { planned, writes } = changeCertificateReminders(kind.kindId, rows, wanted, now);
    if (planned) await needs.due.create(dueOf(personId, planned, rules.calendar.zone));
    const kept = keep(stored, certificate);
    if (kept.length + writes.length > 0) await people.commit({ personId, writes: [...kept, ...writes] });
    return { certificate, ...(planned && { remindAt: planned.dueAt }) };
  });
}

function keep(stored: Versioned<Certificate> | undefined, certificate: Certificate): readonly PersonWrite[] {
  if (!stored) return [createRow(certificateRow, certificate)];
  const isSame = stored.value.takenOn === certificate.takenOn && stored.value.validTo === certificate.validTo;
  return isSame ? [] : [replaceRow(certificateRow, certificate, stored.etag)];
}

/** Takes the course away, with what was planned for it. Fine if there is none. The hint stays behind and is found empty. */
export async function removeCertificate(
  { people }: { people: PersonStore },
  personId: string,
  kindId: string,
  now: Date,
): Promise<void> {
  await retryOnConflict(async () => {
    const rows = await toArray(people.list(personId, reminderRow));
    const { writes } = changeCertificateReminders(kindId, rows, undefined, now);
    await people.commit({ personId, writes: [deleteRow(certificateRow, kindId), ...writes] });
  });
}
