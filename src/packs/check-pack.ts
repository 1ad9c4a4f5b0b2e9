import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { localDateAt } from '../core/local-date.ts';
import { drawingIdOf } from '../features/catalogue/drawing.ts';
import { numbersOf } from '../features/content/phone-numbers.ts';
import { checkAbout } from './check-about.ts';
import { checkAwaiting } from './check-awaiting.ts';
import { checkDrawings } from './check-drawings.ts';
import { checkFacts } from './check-facts.ts';
import { checkGroupPlan } from './check-group-plan.ts';
import { checkGuide } from './check-guide.ts';
import { checkIntroduction } from './check-introduction.ts';
import { checkModule } from './check-module.ts';
import { checkModuleOrder } from './check-module-order.ts';
import { checkOutlines } from './check-outlines.ts';
import { checkPolicies } from './check-policies.ts';
import { checkProfiles } from './check-profiles.ts';
import { checkWords } from './check-words.ts';
import { checkWriting } from './check-writing.ts';
import type { ContentProblem } from './content-problem.ts';
import { fileExists } from './file-exists.ts';
import { type ReadPack, readPack } from './load-pack.ts';
import { retentionFile } from './load-retention.ts';
import { rosterFile } from './load-roster.ts';
import type { Pack } from './pack.ts';
import { checkPlainLanguage } from './plain-language/check-plain-language.ts';
import { otherTexts } from './written-texts.ts';

export type CheckedPack = {
  problems: readonly ContentProblem[];
  /** What was looked at, for the one line that says that all is well. Texts are counted once, not per language. */
  counts: { modules: number; texts: number; contacts: number };
};

/** Everything that can be said about the content in `folder` at `now`. Throws Failure `invalid` as `loadPack` does. */
export async function checkPack(folder: string, now: Date): Promise<CheckedPack> {
  const read = await readPack(folder);
  const { pack, modules } = read;
  const today = localDateAt(now, pack.zone);
  const around = {
    moduleIds: new Set(read.file.value.modules.map(({ id }) => id)),
    areaIds: new Set(read.file.value.areas.map(({ id }) => id)),
    lawIds: read.hasOwnGuide ? new Set(pack.guide.laws.map(({ lawId }) => lawId)) : undefined,
    entryIds: read.hasOwnGuide ? new Set(pack.guide.entries.keys()) : undefined,
    numbers: read.hasOwnGuide ? numbersOf(pack.guide.contacts) : undefined,
    today,
  };
  const problems = [
    ...read.problems,
    ...findRepeatedModules(read),
    ...checkSendTime(pack),
    ...checkModuleOrder(read.file),
    ...(await findUnusedModules(folder, around.moduleIds)),
    ...(await checkOutlines(folder, around)),
    ...modules.flatMap((loaded) => checkModule(loaded, around)),
    ...modules.flatMap(checkGroupPlan),
    ...checkWriting(await otherTexts(folder, read.texts), around),
    ...(await checkFacts(folder, today)),
    ...(await checkPolicies(folder, today)),
    ...(await checkAbout(folder, today)),
    ...(await checkIntroduction(folder, around.moduleIds, today)),
    // Of a file that cannot be read it is not known which profiles it has.
    ...(read.problems.some(({ file }) => file === rosterFile)
      ? []
      : await checkProfiles(folder, modules, new Set(pack.catalogue.profiles?.keys()))),
    ...(await checkAwaiting(folder, today)),
    ...(await checkDrawings(folder, drawableIds(pack, around.moduleIds))),
    ...(await checkGuide(folder, today)),
    ...(await checkWords(folder, { ...around, guide: read.hasOwnGuide ? pack.guide : undefined })),
    ...(await checkRetention(folder)),
    ...(await checkPlainLanguage(folder, modules)),
  ];
  return {
    problems,
    counts: { modules: modules.length, texts: pack.texts[pack.defaultLocale].size, contacts: pack.guide.contacts.size },
  };
}

/** A module, or one card of it. */
const drawableIds = ({ catalogue }: Pack, moduleIds: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([
    ...moduleIds,
    ...catalogue.modules.flatMap(({ moduleId, cards }) => cards.map(({ cardId }) => drawingIdOf(moduleId, cardId))),
  ]);

function findRepeatedModules({ file }: ReadPack): ContentProblem[] {
  const { modules } = file.value;
  return modules.flatMap(({ id }, at) => {
    if (modules.findIndex((module) => module.id === id) === at) return [];
    const remedy = 'Delete one of the two lines.';
    return [{ file: file.file, line: file.lineOf(['modules', at]), message: `the module ${id} stands twice`, remedy }];
  });
}

/** Reminders are sent in the calendar's window, so a time outside it would move every one of them. */
function checkSendTime({ calendar: { window }, reminderPolicy: { sendAt } }: Pack): ContentProblem[] {
  if (window.from <= sendAt && sendAt < window.to) return [];
  const message = `sendAt ${sendAt} is outside the window ${window.from}–${window.to} of calendar.yaml`;
  return [{ file: 'reminders.yaml', line: 1, message, remedy: 'Choose a time inside it.' }];
}

/** A folder that pack.yaml does not name is shown to nobody. */
async function findUnusedModules(folder: string, moduleIds: ReadonlySet<string>): Promise<ContentProblem[]> {
  const entries = await readdir(path.join(folder, 'modules'), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !moduleIds.has(entry.name))
    .map(({ name }) => ({
      file: `modules/${name}/module.yaml`,
      line: 1,
      message: `the module ${name} is not in pack.yaml, so nobody sees it`,
      remedy: 'Add it under modules in pack.yaml.',
      severity: 'warning',
    }));
}

/** How long things are kept is the municipality's decision, so that it is nobody's is told. */
async function checkRetention(folder: string): Promise<ContentProblem[]> {
  if (await fileExists(path.join(folder, retentionFile))) return [];
  const message = 'there is no retention.yaml, so the defaults decide how long things are kept';
  const remedy = 'Copy it from content/ and decide.';
  return [{ file: retentionFile, line: 1, message, remedy, severity: 'warning', notReady: 'missing' }];
}
