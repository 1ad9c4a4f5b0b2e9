import { sectors } from '../people/person.ts';
import type { Contact } from './facts.ts';
import { alwaysNumbers, contactsOf, emergencyNumbers, type GuideContent, type Step } from './guide.ts';
import type { GuideProblem } from './guide-problem.ts';
import { stagesIn } from './levels.ts';

/** Whether what the steps name is there, and whether somebody who answers is on every card that needs it. */

type Check = (guide: GuideContent) => readonly GuideProblem[];

const stepsOf = (guide: GuideContent): Step[] => [...guide.steps.values()];

const numbersOf = (guide: GuideContent, contactIds: readonly string[]): readonly (string | undefined)[] =>
  contactIds.map((contactId) => guide.contacts.get(contactId)?.number);

/** Whatever a step names, itself or for one service, exists. */
const checkNames: Check = (guide) => {
  const lists = [
    { what: 'contact', file: 'contacts.yaml', known: guide.contacts, of: (step: Step) => all(step, 'contactIds') },
    { what: 'tool', file: 'tools.yaml', known: guide.tools, of: (step: Step) => all(step, 'toolIds') },
    { what: 'entry', file: "the guide's entries", known: guide.entries, of: (step: Step) => step.also },
  ];
  return stepsOf(guide).flatMap((step) =>
    lists.flatMap(({ what, file, known, of }) =>
      of(step)
        .filter((id) => !known.has(id))
        .map((id) => ({
          stepId: step.stepId,
          message: `the ${what} ${id} does not exist`,
          remedy: `Add it to ${file}.`,
        })),
    ),
  );
};

const all = (step: Step, list: 'contactIds' | 'toolIds'): readonly string[] => [
  ...step[list],
  ...step.variants.flatMap((variant) => variant[list] ?? []),
];

/** Every way through the guide ends at somebody to call, and every branch where a child may be in danger at somebody who always answers. */
const checkContacts: Check = (guide) =>
  stepsOf(guide).flatMap((step) => {
    const { stepId, kind, contactIds } = step;
    const problems: GuideProblem[] = [];
    const reached = kind === 'call' ? step.groups.flatMap(({ kinds }) => contactsOf(guide, kinds)) : contactIds;
    if (step.choices.length === 0 && reached.length === 0) {
      problems.push({ stepId, message: 'the end names nobody to contact', remedy: 'Add contacts.' });
    }
    const numbers = numbersOf(guide, contactIds);
    if (
      (kind === 'start' || kind === 'acute') &&
      !Object.values(emergencyNumbers).every((number) => numbers.includes(number))
    ) {
      problems.push({ stepId, message: '112 and 113 are not on this card', remedy: 'Add both contacts.' });
    }
    const alwaysAnswered = contactIds.some((contactId) => guide.contacts.get(contactId)?.opening?.kind === 'always');
    if (kind === 'protect' && contactIds.length > 0 && !alwaysAnswered) {
      const remedy = 'Add 112 or another that is always open.';
      problems.push({ stepId, message: 'nobody on this branch always answers', remedy });
    }
    return problems;
  });

/** The numbers beside a closed contact are contacts with a source like the others, and a duty service takes over for one with hours. */
const checkOpening: Check = (guide) => {
  const contacts = [...guide.contacts.values()];
  const missing = Object.values({ ...alwaysNumbers, ...emergencyNumbers }).filter(
    (wanted) => !contacts.some(({ number, opening }) => number === wanted && opening?.kind === 'always'),
  );
  return [
    ...missing.map((number) => ({
      message: `no contact has ${number}, always open`,
      remedy: 'Add it to contacts.yaml with "opening: { kind: always }".',
    })),
    ...contacts
      .filter((contact) => takesOverForNobody(guide, contact))
      .map(({ contactId }) => ({
        message: `the contact ${contactId} takes over for one that does not exist`,
        remedy: 'Name another contact of contacts.yaml.',
      })),
  ];
};

const takesOverForNobody = (guide: GuideContent, { opening, contactId }: Contact): boolean =>
  opening?.kind === 'outside' && (opening.contactId === contactId || !guide.contacts.has(opening.contactId));

const checkWorkplaces: Check = (guide) =>
  stepsOf(guide)
    .filter(({ kind }) => kind === 'workplace')
    .flatMap(({ stepId, choices }) => {
      const missing = sectors.filter((sector) => !choices.some((choice) => choice.sector === sector));
      const targets = new Set(choices.map(({ to }) => to));
      return [
        ...missing.map((sector) => ({
          stepId,
          message: `no choice for ${sector}`,
          remedy: `Add one with "sector: ${sector}".`,
        })),
        ...(targets.size === 1
          ? []
          : [{ stepId, message: 'the choices lead apart', remedy: 'Lead all to the same step.' }]),
      ];
    });

const checkLaws: Check = (guide) => [
  ...guide.laws
    .filter(({ duty, recipient }) => duty !== 'confidentiality' && !recipient)
    .map(({ lawId }) => ({ message: `the section ${lawId} names no recipient`, remedy: 'Add "recipient".' })),
  ...sectors
    .filter((sector) => !guide.laws.some((law) => law.duty === 'report' && law.sectors.includes(sector)))
    .map((sector) => ({
      message: `no section about the duty to report for ${sector}`,
      remedy: 'Add one to laws.yaml.',
    })),
];

/** A level has a first card, its stages are counted without a gap, and what begins at a level begins at one that exists. */
const checkLevels: Check = (guide) => {
  const { levels, starts } = guide.levels;
  const known = new Set(levels.map(({ levelId }) => levelId));
  const unknown = [
    ...starts.map(({ fromLevel }) => fromLevel),
    ...[...guide.tools.values()].flatMap(({ levelIds }) => levelIds),
    ...stepsOf(guide).flatMap((step) => (step.kind === 'ordinary' && step.at ? [step.at.levelId] : [])),
  ].filter((levelId) => !known.has(levelId));
  return [
    ...[...new Set(unknown)].map((levelId) => ({
      message: `the level ${levelId} does not exist`,
      remedy: 'Add it to levels.yaml.',
    })),
    ...levels
      .filter(({ levelId }) => !isCounted(new Set(stagesIn(guide.steps, levelId))))
      .map(({ levelId }) => ({
        message: `the level ${levelId} has no step 1, or a gap between its steps`,
        remedy: 'Number its steps 1, 2, 3 with "at".',
      })),
  ];
};

const isCounted = (stages: ReadonlySet<number>): boolean =>
  stages.size > 0 && [...stages].every((stage) => stage === 1 || stages.has(stage - 1));

/** Every step of a level says hva, hvordan, hvem and verktøy: the last in words or as tools. */
const checkParts: Check = (guide) =>
  stepsOf(guide).flatMap((step) => {
    if (step.kind !== 'ordinary') return [];
    const { stepId, parts, at } = step;
    if (!parts) return at ? [{ stepId, message: 'the step has no parts', remedy: 'Add what, how and who.' }] : [];
    if (parts.tools || step.toolIds.length > 0) return [];
    return [{ stepId, message: 'the step names no tools', remedy: 'Add "tools", or tools in its parts.' }];
  });

export const factChecks: readonly Check[] = [
  checkNames,
  checkContacts,
  checkOpening,
  checkWorkplaces,
  checkLaws,
  checkLevels,
  checkParts,
];
