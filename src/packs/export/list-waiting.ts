import type { LocalDate } from '../../core/local-date.ts';
import { numberState } from '../../features/content/apply-changes.ts';
import { type ContactsInFiles, factCheckState } from '../../features/content/apply-contact.ts';
import { detailsState } from '../../features/content/contact-details.ts';
import { type ContentChange, subjectOf } from '../../features/content/content-change.ts';
import { datesSubject, waitingDates } from '../../features/content/local-dates.ts';
import { standingChanges } from '../../features/content/newer-files.ts';

/** Something that no second person has confirmed yet. `isInFiles`: one person vouches for it there too; else the export has left it out. */
export type Waiting = {
  subject: string;
  what: 'number' | 'words' | 'check' | 'date';
  isInFiles: boolean;
  confirmBy: LocalDate;
};

export function listWaiting(changes: readonly ContentChange[], inFiles: ContactsInFiles): readonly Waiting[] {
  const standing = standingChanges(changes, inFiles);
  return [...new Set(changes.map(subjectOf))].flatMap((subject) => {
    const number = subject.startsWith('contact:') ? numberState(subject.slice('contact:'.length), standing) : undefined;
    const words = subject.startsWith('contact:') ? detailsState(subject.slice('contact:'.length), standing) : undefined;
    const dates = subject === datesSubject ? waitingDates(changes) : [];
    const check = factCheckState(subject, changes, inFiles);
    return [
      ...(number && !number.confirmed ? [waiting(subject, 'number', number.set)] : []),
      ...(words && !words.confirmed ? [waiting(subject, 'words', words.set)] : []),
      ...dates.map((set) => waiting(subject, 'date', set)),
      ...(check && !check.confirmed ? [waiting(subject, 'check', check.set)] : []),
    ];
  });
}

const waiting = (subject: string, what: Waiting['what'], { confirmBy }: { confirmBy: LocalDate }): Waiting => ({
  subject,
  what,
  isInFiles: what !== 'words',
  confirmBy,
});
