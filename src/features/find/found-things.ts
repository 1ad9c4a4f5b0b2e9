import { findModule, isForPerson } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Contact, Law, Tool } from '../guide/facts.ts';
import type { Entry, GuideContent } from '../guide/guide.ts';
import { toolsFor } from '../guide/levels.ts';
import type { Person } from '../people/person.ts';
import { type FindContent, type FoundKind, type FoundRef, foundKinds } from './findable.ts';
import type { Word } from './word.ts';

/** Something that was found and may be opened by who asks. */
export type FoundThing =
  | { kind: 'word'; word: Word }
  | { kind: 'guide'; entry: Entry }
  | { kind: 'module'; module: Module }
  | { kind: 'tool'; tool: Tool }
  | { kind: 'law'; law: Law }
  | { kind: 'contact'; contact: Contact };

const mostThings = 5;

/** What the first words mean, and at most five things to open. */
export type FoundThings = { word?: Word; things: readonly FoundThing[] };

/**
 * What the refs stand for. Those that name nothing, or nothing for this person, are left out. Without a person: of the modules what everybody
 * may read.
 */
export function foundThings(content: FindContent, refs: readonly FoundRef[], person?: Person): FoundThings {
  const found = refs.flatMap((ref) => findThing(content, ref, person) ?? []).filter(isNewName);
  const [first, ...others] = found;
  if (first?.kind === 'word') return { word: first.word, things: others.slice(0, mostThings) };
  return { things: found.slice(0, mostThings) };
}

/** Two ways into the guide may have one name, and lead to the same advice. */
const isNewName = (thing: FoundThing, at: number, all: readonly FoundThing[]): boolean =>
  thing.kind !== 'guide' ||
  all.findIndex((one) => one.kind === 'guide' && one.entry.label.nb === thing.entry.label.nb) === at;

function findThing(content: FindContent, ref: FoundRef, person: Person | undefined): FoundThing | undefined {
  const kind = foundKinds.find((one) => ref.startsWith(`${one}:`));
  return kind && finders[kind](content, ref.slice(kind.length + 1), person);
}

type Look = (content: FindContent, id: string, person: Person | undefined) => FoundThing | undefined;

const finders: Readonly<Record<FoundKind, Look>> = {
  word: ({ words }, id) => {
    const word = words.find(({ wordId }) => wordId === id);
    return word && { kind: 'word', word };
  },
  guide: ({ guide }, id) => {
    const entry = guide.entries.get(id);
    return entry && { kind: 'guide', entry };
  },
  module: ({ catalogue }, id, person) => {
    const module = findModule(catalogue, id);
    return module && mayOpen(module, person) ? { kind: 'module', module } : undefined;
  },
  tool: ({ guide }, id, person) => {
    const tool = toolsFor(guide.tools, person?.sector).find(({ toolId }) => toolId === id);
    return tool && { kind: 'tool', tool };
  },
  law: ({ guide }, id) => {
    const law = guide.laws.find(({ lawId }) => lawId === id);
    return law && { kind: 'law', law };
  },
  contact: ({ guide }, id, person) => {
    const contact = guide.contacts.get(id);
    return contact && answers(contact, person) ? { kind: 'contact', contact } : undefined;
  },
};

const mayOpen = (module: Module, person: Person | undefined): boolean =>
  person ? isForPerson(module, person) : module.isGeneral === true;

const answers = ({ units }: Contact, person: Person | undefined): boolean =>
  units.length === 0 || person === undefined || units.includes(person.unitId);

/** The entry whose step is of this kind: the list of forms, or whom to call. */
export function entryOfKind(guide: GuideContent, kind: 'tools' | 'call'): Entry | undefined {
  return [...guide.entries.values()].find(({ to }) => guide.steps.get(to)?.kind === kind);
}
