import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDateAt } from '../../../src/core/local-date.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import { moduleAfter } from '../../../src/features/content/apply-changes.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { type ChangeDecision, decideApproval, decideReturn } from '../../../src/features/content/decide-change.ts';
import {
  decideAccepting,
  decideReading,
  decideSending,
  decideTakingBack,
} from '../../../src/features/content/decide-texts.ts';
import type { ModuleEditor } from '../../../src/features/content/module-editor.ts';
import { moduleState, textsOnOlderFiles } from '../../../src/features/content/module-state.ts';
import type { TextEdit } from '../../../src/features/content/text-edit.ts';
import { textsPutAside } from '../../../src/features/content/texts-put-aside.ts';
import { unreadChange } from '../../../src/features/progress/rereads.ts';
import { aModule, words } from '../../support/module-builder.ts';

const files = (version: number, changes: Partial<Module> = {}): Module => aModule('m', { version, ...changes });
const dateOf = (at: Date) => localDateAt(at, 'Europe/Oslo');
const people = { kari: { personId: 'kari', name: 'Kari Nordmann' }, per: { personId: 'per', name: 'Per Vik' } };
const shown = (base: Module, changes: readonly ContentChange[]) => moduleState(base, changes, dateOf).version;

function add(changes: ContentChange[], by: keyof typeof people, decision: ChangeDecision): void {
  if (decision.outcome !== 'changed') throw new TypeError(`nothing changed: ${JSON.stringify(decision)}`);
  const made = { changeId: `c${changes.length}`, at: new Date('2026-11-23T09:00:00Z'), by: people[by] };
  changes.push({ ...decision.change, ...made });
}

/** New texts that a second person has accepted, on these files. */
function accept(changes: ContentChange[], base: Module, textsId = `t${changes.length}`): void {
  const read = { textsId, version: shown(base, changes), count: 1, personId: 'kari' };
  add(changes, 'kari', decideReading(base, changes, read, dateOf));
  add(
    changes,
    'kari',
    decideSending(base, changes, { of: textsId, personId: 'kari', confirmBy: '2026-11-24' }, dateOf),
  );
  add(changes, 'per', decideAccepting(base, changes, { of: textsId, personId: 'per' }, dateOf));
}

/** The last texts are taken back, where there are any. */
function takeBack(changes: ContentChange[], base: Module): void {
  const of = moduleState(base, changes, dateOf).textsIds.at(-1);
  if (of !== undefined) add(changes, 'kari', decideTakingBack(base, changes, { of }, dateOf));
}

describe('the version that people see', () => {
  const changes: ContentChange[] = [];
  accept(changes, files(1));

  test('is another for files that came after texts from the chat, whatever number they have', () => {
    expect(shown(files(1), changes)).toBe(2);
    expect(shown(files(2), changes)).toBe(3);
    expect(shown(files(3), changes)).toBe(4);
    const twice = [...changes];
    accept(twice, files(1));
    expect([shown(files(1), twice), shown(files(2), twice)]).toEqual([3, 4]);
    accept(twice, files(2));
    expect([shown(files(2), twice), shown(files(3), twice)]).toEqual([5, 6]);
  });

  const does = {
    accept: (history: ContentChange[], base: Module) => accept(history, base),
    'take-back': (history: ContentChange[], base: Module) => takeBack(history, base),
    nothing: () => undefined,
  };
  type Done = { act: keyof typeof does; filesAfter: number };

  test('never falls and is never used again, whatever is changed in the chat and in the files', () => {
    const step: fc.Arbitrary<Done> = fc.record({
      act: fc.constantFrom('accept', 'take-back', 'nothing'),
      filesAfter: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const history: ContentChange[] = [];
        let base = files(1);
        let seen = { words: JSON.stringify([1, 0]), version: 1 };
        for (const { act, filesAfter } of steps) {
          base = files(base.version + filesAfter);
          does[act](history, base);
          const now = { words: JSON.stringify([base.version, history.length]), version: shown(base, history) };
          if (now.words === seen.words) expect(now).toEqual(seen);
          else expect(now.version).toBeGreaterThan(seen.version);
          seen = now;
        }
      }),
      { seed: 20261127 },
    );
  });

  test('is approved and sent back only from a card that shows these words', () => {
    const asked = { version: shown(files(1), changes), validTo: '2027-11-01' } as const;
    const refused = { outcome: 'refused', reason: 'other-version' };
    const now = files(2);
    expect(decideApproval(files(2), changes, { ...asked, now }, '2026-11-23')).toEqual(refused);
    expect(decideReturn(files(2), changes, { ...asked, reason: 'wrong-fact' }, '2026-11-23')).toEqual(refused);
    const read = { ...asked, version: shown(files(2), changes) };
    const approved = [...changes];
    add(approved, 'per', decideApproval(files(2), approved, { ...read, now }, '2026-11-23'));
    expect(moduleState(files(2), approved, dateOf).approval.status).toBe('approved');
    expect(moduleState(files(3), approved, dateOf).approval.status).toBe('utkast');
  });

  test('that matters is told to all who took an earlier one, that of the chat too', () => {
    const base = files(2, { material: { version: 2, summary: words('Nye plikter.') } });
    const module = moduleAfter(base, undefined, changes, { dateOf, texts: new Map() });
    const told = (moduleVersion: number) => unreadChange(module, { moduleVersion, rereads: [] }) !== undefined;
    expect([told(1), told(2), told(3)]).toEqual([true, true, false]);
    const later = moduleAfter({ ...base, version: 3 }, undefined, changes, { dateOf, texts: new Map() });
    expect(later.material?.version).toBe(3);
  });
});

test('the texts of the chat that newer files put aside are those that held on the last files that had any', () => {
  const changes: ContentChange[] = [];
  accept(changes, files(1), 'a');
  expect(textsOnOlderFiles(files(1), changes)).toEqual([]);
  accept(changes, files(2), 'b');
  accept(changes, files(2), 'c');
  expect(textsOnOlderFiles(files(2), changes)).toEqual(['a']);
  expect(textsOnOlderFiles(files(4), changes)).toEqual(['b', 'c']);
  takeBack(changes, files(2));
  expect(textsOnOlderFiles(files(4), changes)).toEqual(['b']);
});

describe('texts of the chat that newer files do not have', () => {
  const edit = (text: string): TextEdit => ({ path: 'title', locale: 'nb', text });
  const editorOf = (title: string): ModuleEditor => ({
    texts: () => [{ path: 'title', place: { kind: 'title', numbers: [] }, text: words(title) }],
    withEdits: () => files(2),
    check: () => [],
  });
  const changes: ContentChange[] = [];
  accept(changes, files(1), 'a');
  accept(changes, files(1), 'b');
  const texts = new Map([
    ['a', [edit('Først')]],
    ['b', [edit('Så')]],
  ]);
  const putAside = (title: string, base = files(2), done: readonly ContentChange[] = changes) =>
    textsPutAside(base, editorOf(title), { changes: done, texts, state: moduleState(base, done, dateOf) });

  test('are told, as they held last; not where they were put into the files, nor on the files they were made on', () => {
    expect(putAside('Gammelt')).toEqual([edit('Så')]);
    expect(putAside('Så')).toEqual([]);
    expect(putAside('Gammelt', files(1))).toEqual([]);
  });

  test('are told no more when somebody has decided on the new version', () => {
    const decided = [...changes];
    const asked = { version: shown(files(2), changes), reason: 'wrong-fact' } as const;
    add(decided, 'per', decideReturn(files(2), decided, asked, '2026-11-23'));
    expect(putAside('Gammelt', files(2), decided)).toEqual([]);
  });
});
