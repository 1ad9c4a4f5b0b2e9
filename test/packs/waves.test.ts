import { rm, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/packs/load-pack.ts';
import { lettersPack } from '../support/letters-pack.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

async function loadWith(waves: string | undefined) {
  folder = await lettersPack();
  if (waves !== undefined) await writeFile(`${folder}/waves.yaml`, waves);
  const { pack, problems } = await loadPack(folder);
  return {
    waves: [...(pack.catalogue.waves ?? [])],
    problems: problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
  };
}

describe('waves.yaml', () => {
  it('that is not there lets every unit begin with the municipality', async () => {
    expect(await loadWith(undefined)).toEqual({ waves: [], problems: [] });
  });

  it('says when each unit begins', async () => {
    const { waves, problems } = await loadWith(
      'units: [a, b, c]\nwaves:\n  - { startsOn: 2099-01-11, units: [a, b] }\n  - { startsOn: 2099-02-01, units: [c] }\n',
    );
    expect(problems).toEqual([]);
    expect(waves).toEqual([
      ['a', '2099-01-11'],
      ['b', '2099-01-11'],
      ['c', '2099-02-01'],
    ]);
  });

  it.each([
    [
      'a unit that nobody has',
      'units: [a]\nwaves:\n  - startsOn: 2099-01-11\n    units: [a, x]\n',
      'waves.yaml:4 x is none of the units',
    ],
    [
      'a unit in two waves',
      'units: [a]\nwaves:\n  - { startsOn: 2099-01-11, units: [a] }\n  - { startsOn: 2099-02-11, units: [a] }\n',
      'waves.yaml:4 a is in two waves',
    ],
    [
      'a date before the municipality',
      'units: [a]\nwaves:\n  - { startsOn: 2001-01-11, units: [a] }\n',
      'waves.yaml:3 a begins on 2001-01-11, before the municipality does',
    ],
  ])('is refused with %s, and the rest is used', async (_name, text, problem) => {
    const { waves, problems } = await loadWith(text);
    expect(problems).toEqual([problem]);
    expect(waves.length).toBeLessThanOrEqual(1);
  });

  it('lets a unit in two waves begin with the later: nobody is told too early', async () => {
    const { waves } = await loadWith(
      'units: [a, b]\nwaves:\n  - { startsOn: 2099-01-11, units: [a, b] }\n  - { startsOn: 2099-02-11, units: [a] }\n',
    );
    expect(new Map(waves)).toEqual(new Map(Object.entries({ a: '2099-02-11', b: '2099-01-11' })));
  });

  it('with a date that is none is refused', async () => {
    const { waves, problems } = await loadWith('units: [a]\nwaves:\n  - { startsOn: 2099-02-31, units: [a] }\n');
    expect(waves).toEqual([]);
    expect(problems[0]).toContain('is no calendar date');
  });
});
