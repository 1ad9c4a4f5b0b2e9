import type { LocalDate } from '../core/local-date.ts';
import { isStale, type Law } from '../features/guide/facts.ts';
import { findLaws, type GuideContent, isAbout, type Step } from '../features/guide/guide.ts';
import type { Sector } from '../features/people/person.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/** The sections on a card: a citation, never a gate. */
export type LawBlock = {
  title: string;
  sections: readonly Section[];
  notes: readonly { text: string }[];
  actions: readonly CardAction[];
};
type Section = { title: string; recipient: string; items: readonly Item[] };
type Item = { number: string; text: string };

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
  const shown = detail === 'titles' && !sector ? laws : ownOrMain(laws, sector);
  const others = sector ? laws.filter(({ service }) => service) : [];
  if (detail === 'brief') {
    return {
      title: titleOf(laws, shown, sector, kit),
      sections: titleSections(shown, kit),
      notes: [...shown.flatMap(({ note }) => (note ? [kit.pick(note)] : [])), ...staleNote(shown, today, kit)].map(
        (text) => ({ text }),
      ),
      actions: [],
    };
  }
  const isPart = detail === 'items' && (!sector || others.length > 0);
  return {
    title: titleOf(laws, shown, sector, kit),
    sections: detail === 'items' ? itemSections(shown, kit) : titleSections(shown, kit),
    notes: [...notesOf(shown, others, isPart, kit), ...staleNote([...shown, ...others], today, kit)].map((text) => ({
      text,
    })),
    actions: shown.length > mostLinks ? [] : shown.map((law) => readLink(law, kit)),
  };
}

/** Without a known service the main rule stands for all of them, where there is one. */
function ownOrMain(laws: readonly Law[], sector: Sector | undefined): readonly Law[] {
  const general = laws.filter(({ service }) => !service);
  const main = general.filter(({ sectors }) => sectors.includes('other'));
  return sector || main.length === 0 ? general : main;
}

/** Only what they are called: those with the same recipient together. */
function titleSections(laws: readonly Law[], kit: ViewKit): readonly Section[] {
  return [...Map.groupBy(laws, (law) => recipientOf(law, kit))].map(([recipient, ones]) => ({
    title: capitalised(ones.map(({ title }) => kit.pick(title)).join(', ')),
    recipient,
    items: [],
  }));
}

/** Each with its own items under its own numbers; what the first one has already said is not said again. */
function itemSections(laws: readonly Law[], kit: ViewKit): readonly Section[] {
  return laws.map((law, index) => ({
    title: capitalised(kit.pick(law.title)),
    recipient: recipientOf(law, kit),
    items: index === 0 ? allItems(law, kit) : newItems(law, laws[0], kit),
  }));
}

const allItems = ({ items }: Law, kit: ViewKit): readonly Item[] =>
  items.map((item, index) => ({ number: `${index + 1}`, text: kit.pick(item) }));

function newItems(law: Law, first: Law | undefined, kit: ViewKit): readonly Item[] {
  const said = new Set(first?.items.map((item) => kit.pick(item)));
  const items = allItems(law, kit);
  const start = items.findIndex(({ text }) => !said.has(text));
  const same = start === -1 ? items.length : start;
  if (!first || same < 2) return items;
  const text = kit.t('guide.law.same', { title: kit.pick(first.title) });
  return [{ number: `1–${same}`, text }, ...items.slice(same)];
}

const recipientOf = ({ duty, recipient }: Law, kit: ViewKit): string =>
  recipient ? kit.t('guide.law.recipient', { duty, recipient: kit.pick(recipient) }) : '';

const readLink = (law: Law, kit: ViewKit): CardAction =>
  kit.link(kit.t('guide.law.open', { title: kit.pick(law.title) }), law.url);

function titleOf(laws: readonly Law[], shown: readonly Law[], sector: Sector | undefined, kit: ViewKit): string {
  if (laws.every((law) => law.sectors.length === 0)) return kit.t('guide.law.one');
  if (laws.every((law) => isAbout(law, sector))) return kit.t('guide.law.yours');
  return shown.length === 1 ? kit.t('guide.law.main') : kit.t('guide.law.all');
}

function notesOf(laws: readonly Law[], others: readonly Law[], isPart: boolean, kit: ViewKit): readonly string[] {
  const own = laws.flatMap((law) => (law.note ? [kit.pick(law.note)] : []));
  const elsewhere = others.map(({ service, title }) => `${service ? kit.pick(service) : ''}: ${kit.pick(title)}.`);
  const oldest = [...laws, ...others].map((law) => law.verifiedAt).sort()[0];
  return [
    ...(elsewhere.length > 0 ? [elsewhere.join(' ')] : []),
    ...own,
    ...(isPart ? [kit.t('guide.law.differ')] : []),
    ...(oldest ? [kit.t('guide.law.read', { date: kit.date(oldest) })] : []),
  ];
}

/** Once for all of them: which one it is, its date tells. */
const staleNote = (laws: readonly Law[], today: LocalDate, kit: ViewKit): readonly string[] =>
  laws.some((law) => isStale(law, today)) ? [kit.t('guide.law.stale')] : [];

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
