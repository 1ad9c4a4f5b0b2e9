import type { Tool } from '../features/guide/facts.ts';
import { contactsOf, type Step } from '../features/guide/guide.ts';
import { toolsFor } from '../features/guide/levels.ts';
import type { Sector } from '../features/people/person.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import { type Contacts, contactRows, insteadOf } from './guide-contacts.ts';

/** A shaded part of a card with rows that may be pressed. */
export type Block = { title: string; rows: readonly Row[]; note: string };
type Row = { text: string; isPressable: boolean; press?: CardAction };

/** Whom to call, which tools there are, what the levels are: by the kind of the step. */
export function blocksOf(
  step: Step,
  among: Contacts & { unitId?: string },
  sector: Sector | undefined,
  kit: ViewKit,
): readonly Block[] {
  const called =
    step.contactIds.length > 0 ? [contactBlock(kit.t('guide.contact.title'), step.contactIds, among, kit)] : [];
  if (step.kind === 'tools') return [...toolBlocks(among, sector, kit), ...called];
  if (step.kind === 'levels') return [...levelBlocks(among, kit), ...called];
  if (step.kind !== 'call') return called;
  const groups = step.groups.map(({ title, kinds }) => {
    const ids = contactsOf(among.guide, kinds, among.unitId).map(({ contactId }) => contactId);
    return contactBlock(kit.pick(title), ids, among, kit);
  });
  return groups.filter(({ rows }) => rows.length > 0);
}

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
function toolBlocks({ guide }: Contacts, sector: Sector | undefined, kit: ViewKit): readonly Block[] {
  const tools = toolsFor(guide.tools, sector);
  const ofLevel = (levelId: string | undefined): readonly Tool[] =>
    tools.filter(({ levelIds }) => levelIds[0] === levelId);
  const all = [
    ...guide.levels.levels.map(({ levelId, title }) => ({ title: kit.pick(title), tools: ofLevel(levelId) })),
    { title: kit.t('guide.tool.others'), tools: ofLevel(undefined) },
  ];
  return all
    .filter((group) => group.tools.length > 0)
    .map(({ title, tools: ofGroup }) => ({ title, rows: ofGroup.map((tool) => toolRow(tool, kit)), note: '' }));
}

function toolRow({ name, use, url }: Tool, kit: ViewKit): Row {
  const title = kit.pick(name);
  if (url === undefined) {
    return { text: `**${title}** (${kit.t('guide.tool.no-url')}) · ${kit.pick(use)}`, isPressable: false };
  }
  return { text: `**${title}** · ${kit.pick(use)}`, isPressable: true, press: toolLink(title, url, kit) };
}

/** Opens the form outside Teams. */
export const toolLink = (name: string, url: string, kit: ViewKit): CardAction =>
  kit.link(kit.t('guide.tool.open', { name }), url);

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
