import { Failure } from '../core/failure.ts';
import type { ModuleEditor } from '../features/content/module-editor.ts';
import type { CalendarRules } from '../features/reminders/calendar.ts';
import { calendarRulesSchema } from './calendar-schema.ts';
import { type ContentProblem, formatProblem } from './content-problem.ts';
import { fallbackGuide } from './fallback-guide.ts';
import { fallbackCalendar, fallbackPackFile, fallbackPolicy } from './fallback-rules.ts';
import { loadAsks } from './load-asks.ts';
import { loadDrawings } from './load-drawings.ts';
import { loadGuide } from './load-guide.ts';
import { type LoadedModule, loadModules } from './load-modules.ts';
import { loadPhrases } from './load-phrases.ts';
import { loadRetention } from './load-retention.ts';
import { type LoadedTexts, loadTexts, type Placed } from './load-texts.ts';
import { loadWaves } from './load-waves.ts';
import { loadWords } from './load-words.ts';
import { createModuleEditor } from './module-editor.ts';
import type { Pack } from './pack.ts';
import { type PackFile, packSchema } from './pack-schema.ts';
import { readPlainLanguage } from './plain-language/check-plain-language.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { reminderPolicySchema } from './reminder-schema.ts';

/** A pack together with the files that it was read from, so that later checks can name a line. */
export type ReadPack = {
  pack: Pack;
  file: YamlFile<PackFile>;
  modules: readonly LoadedModule[];
  /** Whether the guide is the pack's own, and not the one that stands in for it. */
  hasOwnGuide: boolean;
  /** Whether there are pack.yaml, texts, and the days on which somebody may be written to, and not what stands in for them. */
  isWhole: boolean;
  /** The words of buttons and short sentences, each where it stands. */
  texts: readonly Placed[];
  problems: readonly ContentProblem[];
};

/** What is done where pack.yaml cannot be read, or there are no texts at all. */
type WhereBroken = 'throw' | 'stand-in';

/**
 * Reads what the municipality has written. Content that is missing or broken is left out and reported; help falls back to the national
 * numbers. Throws Failure `invalid` only when pack.yaml cannot be read or there are no texts at all; who must answer all the same lets what
 * help needs stand in for them.
 */
export async function loadPack(folder: string, whereBroken: WhereBroken = 'throw'): Promise<LoadedPack> {
  const read = await readPack(folder, whereBroken);
  const { pack, isWhole, problems } = read;
  return { pack, isWhole, problems, editors: await loadEditors(folder, read) };
}

/** `editors`: by the module's id, what somebody may do to its words from the chat. */
export type LoadedPack = {
  pack: Pack;
  /** Else nothing may be sent or put in order by it: what stands in has no modules, no summer, and no units that are to begin later. */
  isWhole: boolean;
  problems: readonly ContentProblem[];
  editors: ReadonlyMap<string, ModuleEditor>;
};

/** As `loadPack`, with the files. */
export async function readPack(folder: string, whereBroken: WhereBroken = 'throw'): Promise<ReadPack> {
  const packFile = await readPackFile(folder, whereBroken);
  const { file } = packFile;
  const { version, municipality, zone, defaultLocale, startsOn, digest, areas, namedLists } = file.value;
  const [modules, texts, guide, calendar, policy, phrases, words, asks, waves, kept, drawings] = await Promise.all([
    loadModules(folder, file.value),
    readTexts(folder, whereBroken),
    loadGuide(folder, version),
    readYaml(folder, 'calendar.yaml', calendarRulesSchema),
    readYaml(folder, 'reminders.yaml', reminderPolicySchema),
    loadPhrases(folder),
    loadWords(folder),
    loadAsks(folder),
    loadWaves(folder, startsOn),
    loadRetention(folder),
    loadDrawings(folder),
  ]);
  const rules: CalendarRules = calendar.value ? { ...calendar.value.value, zone } : fallbackCalendar(zone);
  const pack: Pack = {
    version,
    municipality,
    zone,
    defaultLocale,
    catalogue: {
      modules: modules.modules.map(({ module }) => module),
      startsOn,
      waves: waves.waves,
      namedLists,
      ...asks.asks,
      areas: areas.map(({ id, name }) => ({ areaId: id, name })),
      focusAreas: areas.filter(({ focus }) => focus).map(({ id, name }) => ({ areaId: id, name })),
    },
    guide: guide.value ?? fallbackGuide(version),
    calendar: rules,
    reminderPolicy: policy.value?.value ?? fallbackPolicy,
    digest,
    texts: texts.texts,
    phrases: phrases.value ?? [],
    words: words.value ?? [],
    ...(kept.retention && { retention: kept.retention }),
    drawings: drawings.value ?? [],
  };
  const parts = [packFile, modules, texts, guide, calendar, policy, phrases, words, asks, waves, kept, drawings];
  const problems = parts.flatMap((part) => part.problems);
  return {
    pack,
    file,
    modules: modules.modules,
    hasOwnGuide: guide.value !== undefined,
    isWhole: packFile.problems.length === 0 && hasTexts(texts) && calendar.value !== undefined && !waves.isBroken,
    texts: texts.placed,
    problems,
  };
}

async function readPackFile(folder: string, whereBroken: WhereBroken) {
  const { value, problems } = await readYaml(folder, 'pack.yaml', packSchema);
  if (value) return { file: value, problems };
  if (whereBroken === 'stand-in') {
    const file: YamlFile<PackFile> = { file: 'pack.yaml', value: fallbackPackFile, lineOf: () => 1 };
    return { file, problems };
  }
  const told = problems.map(formatProblem).join('\n');
  throw new Failure(
    'invalid',
    `the pack in ${folder} cannot be used:\n${told}\nMend pack.yaml, or set the pack folder.`,
  );
}

const hasTexts = ({ texts }: LoadedTexts): boolean => Object.values(texts).some(({ size }) => size > 0);

async function readTexts(folder: string, whereBroken: WhereBroken): Promise<LoadedTexts> {
  const read = await loadTexts(folder);
  if (hasTexts(read)) return read;
  const [message, remedy] = ['there are no texts', 'set the pack folder, or restore the files'];
  if (whereBroken === 'throw') throw new Failure('invalid', `${message} in ${folder}/text; ${remedy}`);
  return { ...read, problems: [...read.problems, { file: 'text', line: 1, message, remedy }] };
}

/** A broken list of heavy words is told by the check of the content, and keeps nobody from mending a text. */
async function loadEditors(folder: string, { file, modules, hasOwnGuide }: ReadPack): Promise<LoadedPack['editors']> {
  const { value: plainLanguage } = await readPlainLanguage(folder);
  const { obligation, modules: entries } = file.value;
  return new Map(
    modules.flatMap((loaded) => {
      const { moduleId } = loaded.module;
      const entry = entries.find(({ id }) => id === moduleId);
      if (!entry) return [];
      return [
        [
          moduleId,
          createModuleEditor(loaded, { entry, obligation, hasOwnGuide, ...(plainLanguage && { plainLanguage }) }),
        ] as const,
      ];
    }),
  );
}
