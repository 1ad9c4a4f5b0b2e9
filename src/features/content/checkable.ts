import type { SourceRef } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { linksOf, type Module } from '../catalogue/module.ts';
import type { Word } from '../find/word.ts';
import type { OwnedFact } from '../guide/facts.ts';
import type { Step } from '../guide/guide.ts';
import { oldestCheck } from '../reports/reportable.ts';
import type { WholeContent } from './whole-content.ts';

export type CheckableKind = 'contact' | 'law' | 'tool' | 'step' | 'module' | 'word';

/** Something that a person has looked up, and looks up again: a number, a section, a page, or what a text is built on. */
export type Checkable = {
  /** `law:barnehageloven-46`; also the subject that its checks lie under. */
  factId: string;
  kind: CheckableKind;
  title: LocalText;
  owner: string;
  /** What it says or where it comes from, so that somebody can look. */
  sources: readonly string[];
  /** When the oldest of its sources was last checked. */
  checkedOn: LocalDate;
  /** After this day it is shown as not checked. Texts have none: they are too old when `checkedOn` is. */
  validTo?: LocalDate;
};

export const factIdOf = (kind: CheckableKind, id: string): string => `${kind}:${id}`;

/** All that can be checked again. A number or page that the municipality has not set cannot, and a placeholder is no fact. */
export function checkablesOf({ modules, guide, words }: WholeContent): readonly Checkable[] {
  const contacts = [...guide.contacts.values()].filter(({ number, isExample }) => number !== undefined && !isExample);
  const tools = [...guide.tools.values()].filter(({ url }) => url !== undefined);
  return [
    ...contacts.map((one) => fact('contact', one.contactId, one.name, one, [one.number ?? '', one.source])),
    ...guide.laws.map((one) => fact('law', one.lawId, one.title, one, [one.url])),
    ...tools.map((one) => fact('tool', one.toolId, one.name, one, [one.url ?? ''])),
    ...[...guide.steps.values()].flatMap(checkableStep),
    ...modules.flatMap(checkableModule),
    ...words.map(checkableWord),
  ];
}

/** Comes from a card, so it may name anything. */
export const findCheckable = (content: WholeContent, factId: string): Checkable | undefined =>
  checkablesOf(content).find((one) => one.factId === factId);

function fact(kind: CheckableKind, id: string, title: LocalText, of: OwnedFact, sources: readonly string[]): Checkable {
  const { owner, verifiedAt: checkedOn, validTo } = of;
  return { factId: factIdOf(kind, id), kind, title, owner, sources: [...new Set(sources)], checkedOn, validTo };
}

function checkableStep({ stepId, heading, approval, sources, links }: Step): readonly Checkable[] {
  return text('step', stepId, heading, approval.owner, [...sources, ...links]);
}

function checkableModule(module: Module): readonly Checkable[] {
  const { moduleId, title, approval, sources } = module;
  return text('module', moduleId, title, approval.owner, [...sources, ...linksOf(module)]);
}

function checkableWord({ wordId, term, approval, source, verifiedAt }: Word): Checkable {
  const about = { factId: factIdOf('word', wordId), kind: 'word' as const, title: term, owner: approval.owner };
  return { ...about, sources: [source], checkedOn: verifiedAt };
}

/** A text that names no source says nothing that can be looked up. */
function text(
  kind: CheckableKind,
  id: string,
  title: LocalText,
  owner: string,
  refs: readonly SourceRef[],
): readonly Checkable[] {
  const checkedOn = oldestCheck(refs);
  if (checkedOn === undefined) return [];
  const sources = [...new Set(refs.map(({ source }) => source))];
  return [{ factId: factIdOf(kind, id), kind, title, owner, sources, checkedOn }];
}
