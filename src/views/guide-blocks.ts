import type { LocalDate } from '../core/local-date.ts';
import type { Tool } from '../features/guide/facts.ts';
import { contactsOf, emergencyNumbers, type Step } from '../features/guide/guide.ts';
import { toolsFor } from '../features/guide/levels.ts';
import type { Sector } from '../features/people/person.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import { type Contacts, contactRows, helplineFirst, insteadOf } from './guide-contacts.ts';
import { toolLine, toolLink } from './guide-tool-words.ts';

/** A shaded part of a card with rows that may be pressed. */
export type Block = { title: string; rows: readonly Row[]; note: string };
type Row = { text: string; isPressable: boolean; press?: CardAction };

/** `isUrgent`: the emergency numbers stand on top of the card, so they are not said again. */
type Among = Contacts & { unitId?: string; toolId?: string; isUrgent?: boolean };

/** Whom to call, which tools there are, what the levels are: by the kind of the step. */
export function blocksOf(step: Step, among: Among, sector: Sector | undefined, kit: ViewKit): readonly Block[] {
  // Somebody who has searched for a form has found it: the list would hide it.
  if (step.kind === 'tools' && toolsFor(among.guide.tools, sector).some(({ toolId }) => toolId === among.toolId))
    return [];
  const called = [calledBlock(step, among, kit)].filter(({ rows }) => rows.length > 0);
  if (step.kind === 'tools') return [...toolBlocks(among, sector, kit), ...called];
  if (step.kind === 'levels') return [...levelBlocks(among, kit), ...called];
  if (step.kind !== 'call') return called;
  const groups = step.groups.map(({ title, kinds }) => {
    const ids = contactsOf(among.guide, kinds, among.unitId).map(({ contactId }) => contactId);
    return contactBlock(kit.pick(title), ids, among, kit);
  });
  return groups.filter(({ rows }) => rows.length > 0);
}

/** The contacts of the step itself. */
function calledBlock(step: Step, among: Among, kit: ViewKit): Block {
  const title = kit.t('guide.contact.title');
  const contactIds = helplineFirst(among, step.contactIds);
  if (!among.isUrgent) return contactBlock(title, contactIds, among, kit);
  const numberOf = (contactId: string): string | undefined => among.guide.contacts.get(contactId)?.number;
  // Where a child may be in danger the list begins with them as well: nobody takes 02800 for the first number to call.
  const shown = contactIds.filter((id) => step.kind === 'protect' || !emergency.includes(numberOf(id)));
  return contactBlock(title, shown, among, kit);
}

const emergency: readonly (string | undefined)[] = Object.values(emergencyNumbers);

function contactBlock(title: string, contactIds: readonly string[], among: Contacts, kit: ViewKit): Block {
  const rows = contactRows(among, contactIds, kit);
  return {
    title,
    rows: rows.map(({ name, detail, number, call }) => ({
      text: number ? `**${number}** ${name} · ${detail}` : `**${name}** · ${detail}`,
      isPressable: call !== undefined,
      ...(call && { press: call }),
    })),
    note: insteadOf(rows, kit),
  };
}

/** Under the level that a tool is first used at; those of no level come last. */
function toolBlocks({ guide, today }: Contacts, sector: Sector | undefined, kit: ViewKit): readonly Block[] {
  const tools = toolsFor(guide.tools, sector);
  const ofLevel = (levelId: string | undefined): readonly Tool[] =>
    tools.filter(({ levelIds }) => levelIds[0] === levelId);
  const all = [
    ...guide.levels.levels.map(({ levelId, title }) => ({ title: kit.pick(title), tools: ofLevel(levelId) })),
    { title: kit.t('guide.tool.others'), tools: ofLevel(undefined) },
  ];
  return all
    .filter((group) => group.tools.length > 0)
    .map(({ title, tools: ofGroup }) => ({ title, rows: ofGroup.map((tool) => toolRow(tool, today, kit)), note: '' }));
}

function toolRow(tool: Tool, today: LocalDate, kit: ViewKit): Row {
  const text = toolLine(tool, today, kit);
  if (tool.url === undefined) return { text, isPressable: false };
  return { text, isPressable: true, press: toolLink(kit.pick(tool.name), tool.url, kit) };
}

function levelBlocks({ guide: { levels } }: Contacts, kit: ViewKit): readonly Block[] {
  const plainRow = (text: string): Row => ({ text, isPressable: false });
  const { targetGroup } = levels;
  return [
    ...(targetGroup ? [{ title: kit.t('guide.level.target'), rows: [plainRow(kit.pick(targetGroup))], note: '' }] : []),
    ...levels.levels.map(({ levelId, title, explained }) => ({
      title: kit.pick(title),
      rows: [
        plainRow(kit.pick(explained)),
        ...levels.starts
          .filter(({ fromLevel }) => fromLevel === levelId)
          .map((start) => plainRow(`**${kit.pick(start.title)}:** ${kit.pick(start.explained)}`)),
      ],
      note: '',
    })),
  ];
}
