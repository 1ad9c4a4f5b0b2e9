import type { Approval } from '../core/approval.ts';
import type { Choice, Contact, GuideContent, GuideLink, Law, Step } from '../features/guide/guide.ts';
import { type GuideProblem, lintGuide } from '../features/guide/lint.ts';
import type { Checked, ContentProblem } from './content-problem.ts';
import {
  type ContactEntry,
  contactsFileSchema,
  type GuideEntry,
  guideFileSchema,
  type LawEntry,
  lawsFileSchema,
  type StepEntry,
} from './guide-schema.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

const guideFile = 'guides/worried.yaml';

/**
 * Reads the guide, its contacts and its laws, and checks that no path in it can lead a person wrong.
 * `packVersion` goes into every card: a card from another version starts again.
 */
export async function loadGuide(packFolder: string, packVersion: string): Promise<Checked<GuideContent>> {
  const [contacts, laws, guide] = await Promise.all([
    readYaml(packFolder, 'contacts.yaml', contactsFileSchema),
    readYaml(packFolder, 'laws.yaml', lawsFileSchema),
    readYaml(packFolder, guideFile, guideFileSchema),
  ]);
  const unread = [...contacts.problems, ...laws.problems, ...guide.problems];
  if (!contacts.value || !laws.value || !guide.value) return { value: undefined, problems: unread };

  const content = toGuide(guide.value.value, contacts.value.value.contacts, laws.value.value.laws, packVersion);
  const problems = [
    ...findDoubles(contacts.value, 'contacts', contacts.value.value.contacts),
    ...findDoubles(laws.value, 'laws', laws.value.value.laws),
    ...findDoubles(guide.value, 'steps', guide.value.value.steps),
    ...lintGuide(content).map(toContentProblem(guide.value)),
  ];
  return { value: problems.length === 0 ? content : undefined, problems };
}

function toGuide(
  guide: GuideEntry,
  contacts: readonly ContactEntry[],
  laws: readonly LawEntry[],
  packVersion: string,
): GuideContent {
  return {
    guideId: guide.id,
    packVersion,
    startId: guide.start,
    acuteId: guide.acute,
    steps: new Map(guide.steps.map((step) => [step.id, toStep(step, guide.approval)])),
    contacts: new Map(contacts.map((contact) => [contact.id, toContact(contact)])),
    laws: laws.map(({ id, ...law }): Law => ({ lawId: id, ...law })),
  };
}

function toStep({ id, contacts, links, choices, approval, ...step }: StepEntry, ofGuide: Approval): Step {
  return {
    ...step,
    stepId: id,
    contactIds: contacts,
    links: links.map(({ id: linkId, ...link }): GuideLink => ({ linkId, ...link })),
    choices: choices.map(({ id: choiceId, unsure, ...choice }): Choice => ({ choiceId, isUnsure: unsure, ...choice })),
    approval: approval ?? ofGuide,
  };
}

const toContact = ({ id, ...contact }: ContactEntry): Contact => ({ contactId: id, ...contact });

/** Two entries of one id: the later would silently take the place of the earlier. */
function findDoubles(file: YamlFile<unknown>, list: string, entries: readonly { id: string }[]): ContentProblem[] {
  return entries.flatMap(({ id }, index) => {
    if (entries.findIndex((entry) => entry.id === id) === index) return [];
    const remedy = 'Give each its own id, or delete one of them.';
    return [{ file: file.file, line: file.lineOf([list, index]), message: `the id ${id} is used twice`, remedy }];
  });
}

const toContentProblem =
  (guide: YamlFile<GuideEntry>) =>
  ({ stepId, message, remedy }: GuideProblem): ContentProblem => {
    const index = guide.value.steps.findIndex(({ id }) => id === stepId);
    const at = index < 0 ? guide.value.id : `${guide.value.id}/${stepId}`;
    const line = index < 0 ? 1 : guide.lineOf(['steps', index]);
    return { file: guide.file, line, message: `${at}: ${message}`, remedy };
  };
