import type { LocalDate } from '../../core/local-date.ts';
import { adviceStateNow } from '../../features/content/advice-state.ts';
import { numberState } from '../../features/content/apply-changes.ts';
import { type ContactsInFiles, factCheckState } from '../../features/content/apply-contact.ts';
import { detailsState } from '../../features/content/contact-details.ts';
import { type ContentChange, subjectOf } from '../../features/content/content-change.ts';
import { datesSubject, waitingDates } from '../../features/content/local-dates.ts';
import { moduleState } from '../../features/content/module-state.ts';
import { standingChanges } from '../../features/content/newer-files.ts';
import type { WholeContent } from '../../features/content/whole-content.ts';
import type { GuideContent } from '../../features/guide/guide.ts';

/** Something that no second person has confirmed yet. `isInFiles`: one person vouches for it there too; else the export has left it out. */
export type Waiting = {
  subject: string;
  what: 'number' | 'words' | 'check' | 'date' | 'texts' | 'advice';
  isInFiles: boolean;
  confirmBy: LocalDate;
};

/** What it is held against, as the files have it. */
export type FilesOfWaiting = ContactsInFiles & Pick<WholeContent, 'modules'> & Pick<GuideContent, 'steps'>;

export function listWaiting(changes: readonly ContentChange[], inFiles: FilesOfWaiting): readonly Waiting[] {
  const standing = standingChanges(changes, inFiles);
  return [...new Set(changes.map(subjectOf))].flatMap((subject) => {
    const all = (what: Waiting['what'], sets: readonly ToConfirm[]) => sets.map((set) => waiting(subject, what, set));
    return [
      ...all('number', waitingOf(subject, standing, numberState)),
      ...all('words', waitingOf(subject, standing, detailsState)),
      ...all('date', subject === datesSubject ? waitingDates(changes) : []),
      ...all('check', unlessConfirmed(factCheckState(subject, changes, inFiles))),
      ...all('texts', waitingTexts(subject, changes, inFiles)),
      ...all('advice', waitingAdvice(subject, changes, inFiles)),
    ];
  });
}

type ToConfirm = { confirmBy: LocalDate };
type Confirmable = { set: ToConfirm; confirmed?: object };

const unlessConfirmed = (state: Confirmable | undefined): readonly ToConfirm[] =>
  state && !state.confirmed ? [state.set] : [];

const waitingOf = (
  subject: string,
  standing: readonly ContentChange[],
  stateOf: (contactId: string, changes: readonly ContentChange[]) => Confirmable | undefined,
): readonly ToConfirm[] =>
  subject.startsWith('contact:') ? unlessConfirmed(stateOf(subject.slice('contact:'.length), standing)) : [];

/** Files with a new version that come before the yes put them aside. */
function waitingTexts(
  subject: string,
  changes: readonly ContentChange[],
  { modules, dateOf }: FilesOfWaiting,
): readonly ToConfirm[] {
  const base = modules.find(({ moduleId }) => subject === `module:${moduleId}`);
  const texts = base && moduleState(base, changes, dateOf).waiting;
  const sent = texts && changes.findLast((change) => change.kind === 'texts-sent' && change.of === texts.textsId);
  return sent?.kind === 'texts-sent' ? [{ confirmBy: sent.confirmBy ?? dateOf(sent.at) }] : [];
}

function waitingAdvice(
  subject: string,
  changes: readonly ContentChange[],
  { steps, dateOf }: FilesOfWaiting,
): readonly ToConfirm[] {
  const step = [...steps.values()].find(({ stepId }) => subject === `step:${stepId}`);
  const state = step?.awaitsApproval && adviceStateNow(step.stepId, step.awaitsApproval, changes, dateOf);
  return state?.waiting ? [state.waiting] : [];
}

const isInFiles = (what: Waiting['what']): boolean => what === 'number' || what === 'check' || what === 'date';

const waiting = (subject: string, what: Waiting['what'], { confirmBy }: ToConfirm): Waiting => ({
  ...{ subject, what, isInFiles: isInFiles(what), confirmBy },
});
