import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../core/failure.ts';
import { localDateAt } from '../../core/local-date.ts';
import { locales } from '../../core/locale.ts';
import { linksOf, type Module } from '../../features/catalogue/module.ts';
import { applyAllChanges } from '../../features/content/apply-all-changes.ts';
import { withdrawnCards } from '../../features/content/apply-changes.ts';
import { withoutUnconfirmed } from '../../features/content/contact-details.ts';
import type { ContentChange } from '../../features/content/content-change.ts';
import { moduleState, shownVersion } from '../../features/content/module-state.ts';
import type { TextEdit } from '../../features/content/text-edit.ts';
import type { WholeContent } from '../../features/content/whole-content.ts';
import type { Word } from '../../features/find/word.ts';
import type { Law } from '../../features/guide/facts.ts';
import { datesOf } from '../dates-of.ts';
import { drawingsFile } from '../load-drawings.ts';
import { readGuideFiles } from '../load-guide.ts';
import { readPack } from '../load-pack.ts';
import type { Pack } from '../pack.ts';
import { contactPuts, factPuts, sourcePuts, stepPuts, wordPuts } from './changed-values.ts';
import { editYaml } from './edit-yaml.ts';
import { exportDaysOff, exportOnboardingDays, exportWaves } from './export-dates.ts';
import { drawingsGone, exportDrawings, exportStructure, exportWords, type ModuleExport } from './export-module.ts';
import { listWaiting, type Waiting } from './list-waiting.ts';
import { type Put, putInto } from './put-values.ts';

/** What was changed from the chat, with the words of the changes of texts by their id. */
export type Changed = { changes: readonly ContentChange[]; texts: ReadonlyMap<string, readonly TextEdit[]> };

/** The files that differ, and what no second person has confirmed yet. */
export type Exported = { files: readonly string[]; waiting: readonly Waiting[] };

/**
 * Copies the pack in `folder` to `out`, with all that was changed from the chat put into its files as people see it, and gives the files
 * that differ. Texts, advice and what is told of a contact are in it when a second person has said yes; numbers, checks and dates also while
 * one person vouches for them (`listWaiting`); `tellWaiting` hears of all that waits before a file is written. Throws Failure `invalid` where
 * `out` holds something already, or the pack cannot be read.
 */
export async function exportContent(
  folder: string,
  out: string,
  changed: Changed,
  tellWaiting: (waiting: readonly Waiting[]) => void = () => {},
): Promise<Exported> {
  if ((await readdir(out).catch(() => [])).length > 0) {
    throw new Failure('invalid', `${out} is not empty; name a folder that does not exist yet`);
  }
  const { pack, hasOwnGuide } = await readPack(folder);
  const base: WholeContent = {
    ...{ modules: pack.catalogue.modules, guide: pack.guide, contacts: pack.guide.contacts },
    ...{ words: pack.words, editors: new Map(), dates: datesOf(pack) },
  };
  const dateOf = (at: Date) => localDateAt(at, pack.zone);
  const inFiles = { contacts: base.contacts, modules: base.modules, steps: base.guide.steps, dateOf };
  const waiting = listWaiting(changed.changes, inFiles);
  tellWaiting(waiting);
  // The files have no last day for the words of a contact: there they would hold for good.
  const now = applyAllChanges(base, withoutUnconfirmed(changed.changes), {
    dateOf,
    texts: changed.texts,
  });
  await cp(folder, out, { recursive: true });
  const files: string[] = [];
  const rewrite = async (file: string, change: (text: string) => string): Promise<void> => {
    const before = await readFile(path.join(folder, file), 'utf8');
    const after = change(before);
    if (after === before) return;
    await writeFile(path.join(out, file), after);
    files.push(file);
  };
  const modules = modulesOf(pack, now, changed);
  for (const module of modules) {
    const own = `modules/${module.base.moduleId}`;
    await rewrite(`${own}/module.yaml`, (text) => exportStructure(text, module));
    for (const locale of locales) await rewrite(`${own}/${locale}.yaml`, (text) => exportWords(text, locale, module));
  }
  const gone = new Set(modules.flatMap(drawingsGone));
  // Its name may be that of a module too, which is still there.
  for (const { moduleId } of base.modules) gone.delete(moduleId);
  if (pack.drawings.some(({ drawingId }) => gone.has(drawingId))) {
    await rewrite(drawingsFile, (text) => exportDrawings(text, gone));
  }
  const { dates = datesOf(pack) } = now;
  await rewrite('calendar.yaml', (text) => exportDaysOff(text, datesOf(pack), dates));
  // A pack need not have these.
  if (dates.onboardingDays) {
    await rewrite('introduction.yaml', (text) => exportOnboardingDays(text, datesOf(pack), dates));
  }
  if (dates.waves.size > 0) await rewrite('waves.yaml', (text) => exportWaves(text, datesOf(pack), dates));
  const words = {
    file: 'words.yaml',
    list: 'words',
    puts: putsOf(wordsById(base.words), wordsById(now.words), wordPuts),
  };
  // The guide that stands in for one that cannot be read has no files.
  const ofGuide = hasOwnGuide ? [...factLists(base, now), ...(await stepLists(folder, base, now))] : [];
  for (const { file, list, puts } of [words, ...ofGuide]) {
    if (puts.size > 0) await rewrite(file, (text) => editYaml(text, (document) => putInto(document, list, puts)));
  }
  return { files, waiting };
}

/** A module that nothing was done to keeps its files, letter by letter. */
function modulesOf(pack: Pack, now: WholeContent, { changes, texts }: Changed): readonly ModuleExport[] {
  return pack.catalogue.modules.flatMap((base, at): ModuleExport[] => {
    const own = changes.filter((change) => 'moduleId' in change && change.moduleId === base.moduleId);
    const checks = checksOf(base, now.modules[at] ?? base);
    if (own.length === 0 && checks.sources.length === 0 && checks.links.size === 0) return [];
    const state = moduleState(base, own, (at) => localDateAt(at, pack.zone));
    const withdrawn = withdrawnCards(own);
    const left = base.cards.filter(({ cardId }) => !withdrawn.has(cardId));
    return [
      {
        version: base.version + state.version - shownVersion(base, own, base.version),
        ...{ base, state, checks, edits: state.textsIds.flatMap((id) => texts.get(id) ?? []) },
        hiddenCards: left.length > 0 ? withdrawn : new Set(),
        isShown: own.some(({ kind }) => kind === 'module-approved'),
      },
    ];
  });
}

/** Of the sources, and of the links that people see. */
function checksOf(before: Module, now: Module): ModuleExport['checks'] {
  const links = new Map(linksOf(before).map(({ linkId, verifiedAt }) => [linkId, verifiedAt]));
  const checked = linksOf(now).map(({ linkId, verifiedAt }) => [linkId, verifiedAt] as const);
  return {
    sources: sourcePuts('sources', before.sources, now.sources),
    links: new Map(checked.filter(([linkId, verifiedAt]) => links.get(linkId) !== verifiedAt)),
  };
}

type ChangedList = { file: string; list: string; puts: ReadonlyMap<string, readonly Put[]> };

function factLists(base: WholeContent, now: WholeContent): readonly ChangedList[] {
  const { laws, tools } = base.guide;
  return [
    { file: 'contacts.yaml', list: 'contacts', puts: putsOf(base.contacts, now.contacts, contactPuts) },
    { file: 'laws.yaml', list: 'laws', puts: putsOf(lawsById(laws), lawsById(now.guide.laws), factPuts) },
    { file: 'tools.yaml', list: 'tools', puts: putsOf(tools, now.guide.tools, factPuts) },
  ];
}

/** A step stands in one of the files of the guide. */
async function stepLists(folder: string, base: WholeContent, now: WholeContent): Promise<readonly ChangedList[]> {
  const puts = putsOf(base.guide.steps, now.guide.steps, stepPuts);
  const files = (await readGuideFiles(folder)).flatMap(({ value }) => value ?? []);
  return files.map(({ file, value: { steps } }) => {
    const own = new Set(steps.map(({ id }) => id));
    return { file, list: 'steps', puts: new Map([...puts].filter(([id]) => own.has(id))) };
  });
}

const lawsById = (laws: readonly Law[]) => new Map(laws.map((law) => [law.lawId, law]));
const wordsById = (words: readonly Word[]) => new Map(words.map((word) => [word.wordId, word]));

function putsOf<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  differences: (before: T, now: T) => readonly Put[],
): ChangedList['puts'] {
  return new Map(
    [...before].flatMap(([id, one]) => {
      const other = now.get(id);
      const puts = other ? differences(one, other) : [];
      return puts.length > 0 ? [[id, puts] as const] : [];
    }),
  );
}
