import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../src/features/guide/fold.ts';
import { triage } from '../../../src/features/guide/triage.ts';
import { createReadGroupCommand } from '../../../src/inbound/bot/group-command.ts';
import { isDanger, readIntent } from '../../../src/inbound/bot/intents.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';

const { pack } = await loadPack(path.resolve(import.meta.dirname, '../../../content'));
const read = createReadGroupCommand(pack.catalogue.modules, (word) => isDanger(triage(word)));
const intentOf = (text: string) => readIntent(text, undefined, undefined, read);

describe('a command for a group', () => {
  it.each([
    ['gruppe', undefined],
    ['Start gruppe!', undefined],
    ['gruppearbeid', undefined],
    ['modul i gruppe', undefined],
    ['personalmøte', undefined],
    ['personalmote meldeplikt', 'meldeplikt'],
    ['staff meeting', undefined],
    ['group duty to report', 'meldeplikt'],
    ['gruppe meldeplikt', 'meldeplikt'],
    ['gruppe bti', 'bti-veilederen'],
    ['gruppe om bti-veilederen', 'bti-veilederen'],
    ['start ein gruppe om avverjingsplikt', 'avvergingsplikt'],
    ['gruppe taushetsplikt og samtykke', 'taushetsplikt-og-samtykke'],
    ['gruppe samtalen', undefined],
  ])('"%s" asks for a meeting about %s', (text, moduleId) => {
    expect(intentOf(text)).toEqual({ verb: 'group.open', data: moduleId ? { moduleId } : {} });
  });

  it.each([
    ...['gruppe 2 skal på tur torsdag', 'hva er en gruppe', 'samtalen med barnet i gruppa', 'barna i gruppa er uroleg'],
    ...['gruppe vold og overgrep', 'gruppe pappa slår', 'start gruppe nå, jeg er bekymret', 'møte', 'hei'],
  ])('"%s" is none', (text) => {
    expect(intentOf(text).verb).not.toBe('group.open');
  });

  it('is never heard in a text with a word of danger, wherever it stands', () => {
    const danger = fc.constantFrom('vold', 'slår', 'voldtatt', 'overgrep', 'selvmord', 'blåmerker', 'drept', 'kniv');
    const calm = fc.array(fc.constantFrom('gruppe', 'start', 'personalmøte', 'meldeplikt', 'og', 'bti'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(calm, danger, calm, (before, word, after) => {
        expect(intentOf(['gruppe', ...before, word, ...after].join(' ')).verb).not.toBe('group.open');
      }),
    );
  });

  it('holds nothing of what was written but the id of a module', () => {
    const ids = new Set(pack.catalogue.modules.map(({ moduleId }) => moduleId));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const { moduleId, ...rest } = read(foldWords(`gruppe ${text}`)) ?? {};
        expect(rest).toEqual({});
        expect(moduleId === undefined || ids.has(moduleId)).toBe(true);
      }),
    );
  });
});
