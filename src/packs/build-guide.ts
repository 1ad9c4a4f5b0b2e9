import type { Approval } from '../core/approval.ts';
import type { Contact, Law, Tool } from '../features/guide/facts.ts';
import type { Choice, GuideContent, GuideLink, Step } from '../features/guide/guide.ts';
import type { ContactEntry, LawEntry, LevelsEntry, ToolEntry } from './guide-facts-schema.ts';
import type { GuideEntry, StepEntry } from './guide-schema.ts';

type GuideParts = {
  packVersion: string;
  guide: GuideEntry;
  /** Of all the guide's files. */
  steps: readonly StepEntry[];
  contacts: readonly ContactEntry[];
  laws: readonly LawEntry[];
  levels: LevelsEntry;
  tools: readonly ToolEntry[];
};

/** The files as the guide knows them. A list in a file becomes a map, and `id` gets the name of what it is. */
export function buildGuide({ packVersion, guide, steps, contacts, laws, levels, tools }: GuideParts): GuideContent {
  return {
    guideId: guide.id,
    packVersion,
    startId: guide.start,
    acuteId: guide.acute,
    steps: new Map(steps.map((step) => [step.id, toStep(step, guide.approval)])),
    entries: new Map(guide.entries.map(({ id: entryId, ...entry }) => [entryId, { entryId, ...entry }])),
    contacts: new Map(contacts.map((contact) => [contact.id, toContact(contact)])),
    laws: laws.map(({ id, ...law }): Law => ({ lawId: id, ...law })),
    levels: { ...levels, levels: levels.levels.map(({ id, ...level }) => ({ levelId: id, ...level })) },
    tools: new Map(tools.map((tool) => [tool.id, toTool(tool)])),
  };
}

function toStep({ id, contacts, links, tools, choices, approval, ...step }: StepEntry, ofGuide: Approval): Step {
  const base = {
    stepId: id,
    contactIds: contacts,
    links: links.map(({ id: linkId, ...link }): GuideLink => ({ linkId, ...link })),
    toolIds: tools,
    choices: choices.map(({ id: choiceId, unsure, ...choice }): Choice => ({ choiceId, isUnsure: unsure, ...choice })),
    approval: approval ?? ofGuide,
  };
  if (step.kind !== 'ordinary') return { ...step, ...base };
  const { at, ...ordinary } = step;
  return { ...ordinary, ...base, ...(at && { at: { levelId: at.level, stage: at.stage } }) };
}

const toContact = ({ id, ...contact }: ContactEntry): Contact => ({ contactId: id, ...contact });

const toTool = ({ id, levels, ...tool }: ToolEntry): Tool => ({ toolId: id, levelIds: levels, ...tool });
