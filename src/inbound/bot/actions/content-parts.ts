import type { LocalDate } from '../../../core/local-date.ts';
import { adviceStatus } from '../../../features/content/advice-state.ts';
import { answeredTexts } from '../../../features/content/answered-texts.ts';
import type { ContactsInFiles } from '../../../features/content/apply-contact.ts';
import { type CheckStatus, checkStatus } from '../../../features/content/check-status.ts';
import { checkablesOf } from '../../../features/content/checkable.ts';
import type { ContentChange } from '../../../features/content/content-change.ts';
import { contactStatus, moduleStatus, ownContacts } from '../../../features/content/content-status.ts';
import { hasAdvice } from '../../../features/content/decide-check.ts';
import type { ModuleStates } from '../../../features/content/module-state.ts';
import { standingChanges } from '../../../features/content/newer-files.ts';
import type { WholeContent } from '../../../features/content/whole-content.ts';
import { waitingFor, waitingThings } from '../../../features/owners/waiting-things.ts';
import { canManage } from '../../../features/people/permissions.ts';
import type { Person } from '../../../features/people/person.ts';
import {
  type ContentListModel,
  type ContentSection,
  contentSections,
  rowsPerPage,
} from '../../../views/content-list.view.ts';

type Rows = Pick<ContentListModel, ContentSection>;

/** What this person looks after, in parts, each as it stands. `content` as it is now, changes counted in. */
export function contentParts(
  content: WholeContent,
  { changes, states }: { changes: readonly ContentChange[]; states: ModuleStates },
  person: Person,
  today: LocalDate,
  inFiles: ContactsInFiles,
): Rows {
  const isMine = (owner: string): boolean => canManage(person, owner);
  const { modules, contacts, guide } = content;
  const standing = standingChanges(changes, inFiles);
  return {
    waiting: waitingFor(person, waitingThings(content, { changes, states }, today, inFiles)),
    modules: modules
      .filter(({ approval }) => isMine(approval.owner))
      .flatMap((module) => {
        const { moduleId } = module;
        const state = states.get(moduleId);
        if (!state) return [];
        const { outdone } = state;
        const asked = { moduleId, personId: person.personId, outdone };
        const answered = answeredTexts(changes, asked, today, inFiles.dateOf);
        const texts = { hasTextsWaiting: state.waiting !== undefined, ...(answered && { answered }) };
        return { module, status: moduleStatus(state, today), ...texts };
      }),
    numbers: ownContacts(contacts)
      .filter(({ owner }) => isMine(owner))
      .map((contact) => ({ contact, status: contactStatus(contact, standing, today) })),
    advice: [...guide.steps.values()]
      .filter(hasAdvice)
      .filter(({ awaitsApproval }) => isMine(awaitsApproval.approval.owner))
      .map((step) => ({ step, status: adviceStatus(step.stepId, step.awaitsApproval, changes, today) })),
    facts: checkablesOf(content)
      .filter(({ owner }) => isMine(owner))
      .map((fact) => ({ fact, status: checkStatus(fact, changes, today, inFiles) }))
      .toSorted((one, other) => order(one.status) - order(other.status) || byDate(one.fact, other.fact)),
  };
}

const orderOf: readonly CheckStatus['status'][] = ['waiting', 'run-out', 'old', 'fresh'];
const order = ({ status }: CheckStatus): number => orderOf.indexOf(status);

function byDate({ checkedOn: one }: { checkedOn: LocalDate }, { checkedOn: other }: { checkedOn: LocalDate }): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The part that was asked for, or the first with anything in it: somebody may answer for one law and nothing else. */
export const sectionWithRows = (rows: Rows, wanted: ContentSection): ContentSection =>
  rows[wanted].length > 0 ? wanted : (contentSections.find((section) => rows[section].length > 0) ?? wanted);

/** The page where this one stands; the first when it is in none. */
export function pageNear(rows: Rows, section: ContentSection, near: string | undefined): number {
  const at = idsOf(rows, section).indexOf(near ?? '');
  return at < 0 ? 0 : Math.floor(at / rowsPerPage);
}

function idsOf({ waiting, modules, numbers, advice, facts }: Rows, section: ContentSection): readonly string[] {
  switch (section) {
    case 'waiting':
      return waiting.map(({ id }) => id);
    case 'modules':
      return modules.map(({ module }) => module.moduleId);
    case 'numbers':
      return numbers.map(({ contact }) => contact.contactId);
    case 'advice':
      return advice.map(({ step }) => step.stepId);
    case 'facts':
      return facts.map(({ fact }) => fact.factId);
  }
}
