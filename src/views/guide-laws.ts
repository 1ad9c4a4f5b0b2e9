import type { LocalDate } from '../core/local-date.ts';
import { isStale, type Law } from '../features/guide/facts.ts';
import { findLaws, type GuideContent, type Step } from '../features/guide/guide.ts';
import type { Sector } from '../features/people/person.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/** The sections on a card: a citation, never a gate. */
export type LawBlock = {
  title: string;
  sections: readonly { title: string; recipient: string; items: readonly { number: string; text: string }[] }[];
  notes: readonly { text: string }[];
  actions: readonly CardAction[];
};

/** A service has one section or two of its own; links to all of them would hide what comes next. */
const mostLinks = 2;

/** `undefined` where the step cites no section. */
export function lawBlock(
  { guide, today }: { guide: GuideContent; today: LocalDate },
  step: Step,
  sector: Sector | undefined,
  kit: ViewKit,
): LawBlock | undefined {
  if (step.kind !== 'duty' || !step.laws) return undefined;
  const { duty, detail } = step.laws;
  const laws = findLaws(guide, duty, sector);
  if (laws.length === 0) return undefined;
  // Without a known service the main rule's items stand for all of them.
  const itemised = sector ? laws : laws.filter((law) => law.sectors.includes('other'));
  const shown = detail === 'items' ? itemised : laws;
  return {
    title: titleOf(laws, sector, kit),
    sections: shown.map((law) => ({
      title: capitalised(kit.pick(law.title)),
      recipient: law.recipient ? kit.t('guide.law.recipient', { recipient: kit.pick(law.recipient) }) : '',
      items:
        detail === 'items' ? law.items.map((item, index) => ({ number: `${index + 1}`, text: kit.pick(item) })) : [],
    })),
    notes: [...notesOf(shown, detail === 'items' && !sector, kit), ...staleNote(shown, today, kit)].map((text) => ({
      text,
    })),
    actions: shown.length > mostLinks ? [] : shown.map((law) => readLink(law, kit)),
  };
}

const readLink = (law: Law, kit: ViewKit): CardAction =>
  kit.link(kit.t('guide.law.open', { title: kit.pick(law.title) }), law.url);

function titleOf(laws: readonly Law[], sector: Sector | undefined, kit: ViewKit): string {
  if (laws.every((law) => law.sectors.length === 0)) return kit.t('guide.law.one');
  return sector ? kit.t('guide.law.yours') : kit.t('guide.law.all');
}

function notesOf(laws: readonly Law[], isForAll: boolean, kit: ViewKit): readonly string[] {
  const own = laws.flatMap((law) => (law.note ? [kit.pick(law.note)] : []));
  const oldest = laws.map((law) => law.verifiedAt).sort()[0];
  return [
    ...own,
    ...(isForAll ? [kit.t('guide.law.differ')] : []),
    ...(oldest ? [kit.t('guide.law.read', { date: kit.date(oldest) })] : []),
  ];
}

/** Once for all of them: which one it is, its date tells. */
const staleNote = (laws: readonly Law[], today: LocalDate, kit: ViewKit): readonly string[] =>
  laws.some((law) => isStale(law, today)) ? [kit.t('guide.law.stale')] : [];

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
