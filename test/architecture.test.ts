import { describe, expect, it } from 'vitest';
import { importsOf, readFiles } from './support/source-files.ts';

const sources = readFiles('src', '.ts');
const tests = readFiles('test', '.ts').filter(({ file }) => file !== 'test/architecture.test.ts');
const imports = sources.flatMap(importsOf);
const own = imports.filter(({ from }) => from.startsWith('src/'));
const packages = imports.filter(({ from }) => !from.startsWith('src/') && !from.startsWith('node:'));

/** Features import only leftwards; `use-cases` touches more than one room and may import them all. */
const features = [
  'people',
  'catalogue',
  'guide',
  'find',
  'reports',
  'content',
  'progress',
  'reminders',
  'groups',
  'digests',
  'rollups',
  'owners',
  'credentials',
  'use-cases',
];

/** Which rooms a room may import, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  settings: ['core'],
  config: ['core', 'settings'],
  packs: ['core', ...features],
  views: ['core', ...features],
  inbound: ['core', ...features, 'views'],
  outbound: ['core', ...features],
  compose: ['core', 'config', 'settings', ...features, 'packs', 'views', 'inbound', 'outbound'],
  main: ['core', 'config', 'settings', 'outbound', 'compose'],
  tools: ['core', 'config', 'settings', ...features, 'packs', 'views', 'inbound', 'outbound', 'compose', 'main'],
  ...Object.fromEntries(features.map((feature, index) => [feature, ['core', ...features.slice(0, index)]])),
};

/** `src/features/people/person.ts` is in `people`, `src/compose.ts` and `src/compose-bot.ts` in `compose`. */
function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/');
  return first === 'features' ? second : first.replace(/(-[a-z-]+)?\.ts$/, '');
}

/** Who may import a package. What is not named here may be imported by `tools` only. */
const packageHomes: readonly { packages: RegExp; homes: RegExp }[] = [
  { packages: /^(botbuilder|botframework-)/, homes: /^src\/(inbound\/bot\/(on-turn|respond)\.ts|outbound\/teams\/)/ },
  { packages: /^restify$/, homes: /^src\/inbound\/http\// },
  { packages: /^jose$/, homes: /^src\/(inbound\/http|outbound|tools)\// },
  { packages: /^@azure\//, homes: /^src\/(outbound|tools)\// },
  { packages: /^pino$/, homes: /^src\/outbound\/telemetry\// },
  {
    packages: /^(adaptivecards-templating|adaptive-expressions|intl-messageformat)$/,
    homes: /^src\/(views|packs|tools)\//,
  },
  { packages: /^minisearch$/, homes: /^src\/features\/find\// },
  { packages: /^write-excel-file$/, homes: /^src\/views\/sheet\// },
  { packages: /^(read-excel-file|fflate)$/, homes: /^src\/(inbound\/bot\/sheet|tools)\// },
  { packages: /^pdfkit$/, homes: /^src\/views\/pdf\// },
  { packages: /^csv-parse/, homes: /^src\/outbound\/roster-file\// },
  { packages: /^@microsoft\/microsoft-graph-client$/, homes: /^src\/outbound\/directory\// },
  { packages: /^yaml$/, homes: /^src\/(packs|tools)\// },
  { packages: /^zod$/, homes: /^src\// },
  { packages: /^temporal-polyfill$/, homes: /^src\/(core|features|tools)\// },
  { packages: /./, homes: /^src\/tools\// },
];

/** Node's own modules that reach out of the process. */
const reaching = /^node:(fs|http|https|net|tls|dgram|dns|child_process|worker_threads|cluster)/;

const where = (offenders: readonly { file: string; from: string }[]) =>
  offenders.map(({ file, from }) => `${file} → ${from}`);
const matches = (files: typeof sources, pattern: RegExp) =>
  files.filter(({ code }) => pattern.test(code)).map(({ file }) => file);

describe('the arrows of the house', () => {
  it('every file stands in a room that the house knows', () => {
    expect([...new Set(sources.map(({ file }) => roomOf(file)))].filter((room) => !(room in allowed))).toEqual([]);
  });

  it('no room imports one that it must not know', () => {
    const wrong = own.filter(({ file, from }) => {
      const [room, other] = [roomOf(file), roomOf(from)];
      return room !== other && !allowed[room]?.includes(other);
    });
    expect(where(wrong)).toEqual([]);
  });

  it('every package is imported only where it is at home', () => {
    const wrong = packages.filter(({ file, from }) => {
      const rule = packageHomes.find((home) => home.packages.test(from));
      return !rule?.homes.test(file);
    });
    expect(where(wrong)).toEqual([]);
  });

  it('core and features reach for no file, network or process', () => {
    const wrong = imports.filter(({ file, from }) => /^src\/(core|features)\//.test(file) && reaching.test(from));
    expect(where(wrong)).toEqual([]);
  });

  it('sees the imports at all', () => {
    expect(own.length).toBeGreaterThan(sources.length);
    expect(packages.some(({ from }) => from === 'zod')).toBe(true);
  });
});

describe('a source file', () => {
  it('has at most 200 lines', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > 200);
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it('is named in kebab-case, with at most one word before .ts that says what kind it is', () => {
    const odd = [...sources, ...tests].filter(({ file }) => {
      return !file.split('/').every((part) => /^[a-z\d]+(-[a-z\d]+)*(\.[a-z\d]+)?(\.ts)?$/.test(part));
    });
    expect(odd.map(({ file }) => file)).toEqual([]);
  });

  it('is no barrel', () => {
    const barrels = sources.filter(({ file, code }) => {
      const rest = code.replace(/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+'[^']+';?/g, '');
      return /\/(index|utils?|helpers?|common)\.ts$/.test(file) || (rest.trim() === '' && code.trim() !== '');
    });
    expect(barrels.map(({ file }) => file)).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    expect(matches(sources, /process\s*\.\s*env\b|\bprocess\['env'\]/)).toEqual(['src/config.ts']);
  });

  it('asks the time of core/clock.ts only; tools may ask the machine', () => {
    const asks = matches(sources, /\bDate\.now\(\)|\bnew Date\(\)|\bDate\(\)|Temporal\.Now\b/);
    expect(asks.filter((file) => !file.startsWith('src/tools/'))).toEqual(['src/core/clock.ts']);
  });

  it('logs nowhere but in tools and telemetry', () => {
    const logs = matches(sources, /\bconsole\.\w+\(/);
    expect(logs.filter((file) => !/^src\/(tools|outbound\/telemetry)\/|^src\/main\.ts$/.test(file))).toEqual([]);
  });

  it('exports nothing that nobody imports', () => {
    const everything = [...sources, ...tests];
    const unused = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].flatMap(([, name = '']) => {
        const used = everything.some((other) => other.file !== file && new RegExp(`\\b${name}\\b`).test(other.code));
        return used ? [] : [`${file}: ${name}`];
      }),
    );
    expect(unused).toEqual([]);
  });

  it('makes no rule silent and leaves nothing for later', () => {
    const words = [
      'TO' + 'DO',
      'FIX' + 'ME',
      'X' + 'XX',
      'biome' + '-ignore',
      '@ts' + '-ignore',
      '@ts' + '-expect-error',
      '@ts' + '-nocheck',
    ];
    const found = [...sources, ...tests].flatMap(({ file, text }) =>
      words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('casts nothing twice', () => {
    expect(matches([...sources, ...tests], /\bas unknown as\b|\bas any\b|<any>/)).toEqual([]);
  });
});

describe('a test', () => {
  it('is never skipped, alone, or promised', () => {
    expect(matches(tests, /\b(it|test|describe)(\.\w+)*\.(skip|only|todo|fails)\b/)).toEqual([]);
  });

  it('replaces no module and waits for no time to pass', () => {
    // The parser of YAML beside it gives the same as the one in `src`, only once for each text.
    expect(matches(tests, /\bvi\.(mock|doMock|hoisted)\(/)).toEqual(['test/support/parse-yaml-once.ts']);
  });

  it('says what happens, not what should', () => {
    const titles = tests.flatMap(({ file, code }) => {
      const found = code.matchAll(/\b(?:it|test)(?:\.each\([^)]*\))?\(\s*['"`]([^'"`]+)/g);
      return [...found].flatMap(([, title = '']) =>
        /^(it |this )?should\b/i.test(title) ? [`${file}: ${title}`] : [],
      );
    });
    expect(titles).toEqual([]);
  });
});
