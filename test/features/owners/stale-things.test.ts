import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import { applyAllChanges } from '../../../src/features/content/apply-all-changes.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { moduleStates } from '../../../src/features/content/module-state.ts';
import type { WholeContent } from '../../../src/features/content/whole-content.ts';
import { ownersOfReported, shareMorning, shareThings } from '../../../src/features/owners/owner-card.ts';
import { directoryOf } from '../../../src/features/owners/owner-directory.ts';
import { type StaleThing, staleThings } from '../../../src/features/owners/stale-things.ts';
import { sumReports } from '../../../src/features/reports/sum-reports.ts';
import { aModule, words } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';
import { aReport } from '../../support/report-builder.ts';
import { theContent } from '../find/the-content.ts';

const today = '2026-11-26';
const base: WholeContent = {
  ...{ modules: theContent.catalogue.modules, contacts: theContent.guide.contacts, editors: new Map() },
  ...{ guide: theContent.guide, words: theContent.words },
};
const by = { personId: 'unn', name: 'Unn Vik' };
const at = new Date('2026-11-20T09:00:00Z');
const dateOf = () => '2026-11-20' as const;
const thingsIn = (content: WholeContent, changes: readonly ContentChange[], today: LocalDate) =>
  staleThings(content, { changes, states: moduleStates(content.modules, changes, dateOf) }, today, {
    ...{ contacts: base.contacts, dateOf },
  });
const short = (things: readonly StaleThing[]) => things.map(({ thing, id, reason: { why } }) => [thing, id, why]);
const withModules = (...modules: WholeContent['modules']): WholeContent => ({ ...base, modules });
const approvedTo = (validTo: `${number}-${number}-${number}`) =>
  aModule('m', {
    approval: { status: 'approved', owner: 'BTI-koordinator', approvedBy: 'Kari', approvedAt: '2026-01-01', validTo },
  });

describe('what somebody should see to', () => {
  test('is nothing while everything is fresh; drafts are no news', () => {
    expect(thingsIn(base, [], today)).toEqual([]);
  });

  test.each([
    ['2026-11-25', 'run-out'],
    ['2026-12-26', 'runs-out'],
  ] as const)('is a module whose approval ends on %s', (validTo, why) => {
    expect(short(thingsIn(withModules(approvedTo(validTo)), [], today))).toEqual([['module', 'm', why]]);
  });

  test('is not yet a module that holds for more than thirty days', () => {
    expect(thingsIn(withModules(approvedTo('2026-12-27')), [], today)).toEqual([]);
  });

  test('is a guideline whose approval in the files has ended, and one line for the words or steps that ended together', () => {
    const ended = { status: 'approved', owner: 'Oppvekstsjef', approvedBy: 'Kari', approvedAt: '2026-01-01' } as const;
    const [policy] = theContent.catalogue.policies ?? [];
    const [first, second] = base.words;
    const step = base.guide.steps.get('violence');
    if (!policy || !first || !second || !step) throw new Error('the content has no such texts');
    const approval = { ...ended, validTo: '2026-11-01' as const };
    const content: WholeContent = {
      ...base,
      policies: [{ ...policy, approval }],
      words: [{ ...first, approval }, { ...second, approval }, ...base.words.slice(2)],
      guide: {
        ...base.guide,
        steps: new Map([...base.guide.steps, ['violence', { ...step, approval: { ...ended, validTo: '2026-12-10' } }]]),
      },
    };
    const things = thingsIn(content, [], today);
    expect(short(things)).toEqual([
      ['policy', 'bilder-av-barn', 'run-out'],
      ['word', first.wordId, 'run-out'],
      ['step', 'violence', 'runs-out'],
    ]);
    expect(things.map(({ count = 1, owner }) => [count, owner])).toEqual([
      [1, 'Oppvekstsjef'],
      [2, 'Oppvekstsjef'],
      [1, 'Oppvekstsjef'],
    ]);
  });

  test('is the introduction plan and the list of courses, when their approval in the files has ended', () => {
    const approval = {
      status: 'approved',
      owner: 'Oppvekstsjef',
      approvedBy: 'Kari',
      approvedAt: '2026-01-01',
    } as const;
    const about = { title: words('Liste'), version: 1, approval: { ...approval, validTo: '2026-11-01' as const } };
    const lists = [
      { listId: 'introduction' as const, ...about },
      { listId: 'certificates' as const, ...about },
    ];
    expect(short(thingsIn({ ...base, lists }, [], today))).toEqual([
      ['introduction', 'introduction', 'run-out'],
      ['certificates', 'certificates', 'run-out'],
    ]);
    // All that lies on top of the files keeps them.
    expect(applyAllChanges({ ...base, lists }, [], { dateOf, texts: new Map() }).lists).toEqual(lists);
  });

  test('is everything that half a year has gone over, each thing once', () => {
    const things = thingsIn(base, [], '2027-06-30');
    expect(things.length).toBeGreaterThan(50);
    const ids = things.map(({ thing, id }) => `${thing} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(things.map(({ reason }) => reason.why))).toEqual(new Set(['run-out', 'unchecked']));
  });

  test('is what was returned, and what no second person has confirmed in time, the latter first', () => {
    const moduleId = base.modules[0]?.moduleId ?? '';
    const { version = 0 } = base.modules[0] ?? {};
    const changes: readonly ContentChange[] = [
      { kind: 'module-returned', changeId: 'a', at, by, moduleId, version, reason: 'hard-to-read' },
      { kind: 'number-set', changeId: 'b', at, by, contactId: 'ppt', number: '77 00 12 34', confirmBy: '2026-11-23' },
      {
        kind: 'fact-checked',
        changeId: 'c',
        at,
        by,
        factId: `law:${base.guide.laws[0]?.lawId}`,
        confirmBy: '2026-11-23',
      },
    ];
    expect(short(thingsIn(base, changes, today))).toEqual([
      ['number', 'ppt', 'unconfirmed'],
      ['fact', `law:${base.guide.laws[0]?.lawId}`, 'unconfirmed'],
      ['module', moduleId, 'returned'],
    ]);
    const inTime = changes.map((change) =>
      'confirmBy' in change ? { ...change, confirmBy: today } : change,
    ) as ContentChange[];
    expect(short(thingsIn(base, inTime, today))).toEqual([
      ['number', 'ppt', 'waits'],
      ['fact', `law:${base.guide.laws[0]?.lawId}`, 'waits'],
      ['module', moduleId, 'returned'],
    ]);
  });
});

describe('new texts of a module', () => {
  const module = aModule('m', { version: 2 });
  const read = { changeId: 'a', at, by, moduleId: 'm', textsId: 't', version: 2, onFiles: 2, count: 1 };
  const sent = { kind: 'texts-sent', changeId: 'b', at, by, moduleId: 'm', of: 't' } as const;
  const historyWith = (...more: readonly ContentChange[]): readonly ContentChange[] => [
    { kind: 'module-returned', changeId: 'r', at, by, moduleId: 'm', version: 2, reason: 'hard-to-read' },
    { kind: 'texts-read', ...read },
    ...more,
  ];
  const told = (...more: readonly ContentChange[]) => short(thingsIn(withModules(module), historyWith(...more), today));

  test('are something to see to while they wait, in the place of why the old ones were sent back', () => {
    expect(told({ ...sent, confirmBy: today })).toEqual([['module', 'm', 'waits']]);
    expect(told({ ...sent, confirmBy: '2026-11-23' })).toEqual([['module', 'm', 'unconfirmed']]);
    const dropped = { kind: 'texts-dropped', changeId: 'c', at, by, moduleId: 'm', of: 't' } as const;
    for (const more of [[], [sent, dropped]]) {
      expect(told(...more)).toEqual([['module', 'm', 'returned']]);
    }
  });

  test('that were sent before a day was kept for them are late from the day after', () => {
    expect(told(sent)).toEqual([['module', 'm', 'unconfirmed']]);
    expect(short(thingsIn(withModules(module), historyWith(sent), dateOf()))).toEqual([['module', 'm', 'waits']]);
  });
});

describe('a thing', () => {
  const thing = (owner: string): StaleThing => ({
    ...{ thing: 'module', id: 'm', title: { nb: 'M', nn: 'M', en: 'M' }, owner },
    reason: { why: 'run-out', on: '2026-11-01' },
  });
  const lawyer = aPerson('lawyer', { answersFor: ['kommuneadvokat'] });
  const unn = aPerson('unn', { roles: ['employee', 'coordinator'] });
  const root = aPerson('root', { roles: ['employee', 'administrator'] });

  test('is told to whom the content names, and to the coordinators where nobody has that post', () => {
    const cards = shareThings([thing('kommuneadvokat'), thing('politikontakt')], [], directoryOf([lawyer, unn, root]));
    expect([...cards].map(([id, { things }]) => [id, things.map(({ owner }) => owner)])).toEqual([
      ['lawyer', ['kommuneadvokat']],
      ['unn', ['politikontakt']],
    ]);
  });

  test('is told to whoever has the post, also where the staff list writes it with a capital letter', () => {
    const capital = aPerson('lawyer', { answersFor: ['Kommuneadvokat'] });
    expect([...shareThings([thing('kommuneadvokat')], [], directoryOf([capital, unn])).keys()]).toEqual(['lawyer']);
  });

  test('that waits for a second person is told to the coordinators too: the owner may be the first', () => {
    const waits: StaleThing = { ...thing('kommuneadvokat'), reason: { why: 'unconfirmed', on: '2026-11-24' } };
    const both = aPerson('both', { roles: ['employee', 'coordinator'], answersFor: ['kommuneadvokat'] });
    const cards = shareThings([waits], [], directoryOf([lawyer, unn, both]));
    expect([...cards].map(([id, { things }]) => [id, things.length])).toEqual([
      ['lawyer', 1],
      ['both', 1],
      ['unn', 1],
    ]);
  });

  describe('that waits, on a morning,', () => {
    const at = new Date('2026-11-24T09:00:00Z');
    const waits = (on: LocalDate): StaleThing => ({
      ...{ ...thing('kommuneadvokat'), thing: 'number', id: 'ppt', made: { personId: 'unn', at } },
      reason: { why: on < today ? 'unconfirmed' : 'waits', on },
    });
    const second = aPerson('ali', { roles: ['employee', 'coordinator'] });
    const morning = (things: readonly StaleThing[], before: string) => [
      ...shareMorning(things, { before: new Date(before), today }, directoryOf([lawyer, unn, second])).keys(),
    ];

    test('is told to the owner and the coordinators, and not to who changed it', () => {
      expect(morning([waits(today)], '2026-11-26T07:30:00Z')).toEqual(['lawyer', 'ali']);
    });

    test('is told once, also when the number and the words wait for different people', () => {
      const other = { ...waits(today), made: { personId: 'lawyer', at } };
      const cards = shareMorning(
        [waits(today), other],
        { before: new Date('2026-11-26T07:30:00Z'), today },
        directoryOf([lawyer, unn, second]),
      );
      expect([...cards].map(([id, { things, waiting }]) => [id, things.length, waiting])).toEqual([
        ['lawyer', 1, true],
        ['ali', 1, true],
        ['unn', 1, true],
      ]);
    });

    test('is not told of on the morning itself when it was changed after the cards had gone', () => {
      expect(morning([waits(today)], '2026-11-24T07:30:00Z')).toEqual([]);
    });

    test('is told of for a week when nobody confirms it, and then on Mondays only', () => {
      expect(morning([waits('2026-11-20')], '2026-11-26T07:30:00Z')).toEqual(['lawyer', 'ali']);
      expect(morning([waits('2026-11-19')], '2026-11-26T07:30:00Z')).toEqual([]);
    });

    test('leaves out what runs out and what was returned', () => {
      expect(morning([thing('kommuneadvokat')], '2026-11-26T07:30:00Z')).toEqual([]);
    });
  });

  test('is told to the administrators where there is no coordinator', () => {
    expect([...shareThings([thing('politikontakt')], [], directoryOf([root])).keys()]).toEqual(['root']);
  });

  test('that is a reported text is counted for its owner; one that is gone for the coordinators', () => {
    const reported = ['guide:violence', 'word:ppt', 'module:x:y', 'policy:bilder-av-barn', 'policy:borte'];
    const owners = ownersOfReported(theContent, sumReports(reported.map((id) => aReport(id))));
    expect(owners.filter((owner) => owner === undefined)).toHaveLength(2);
    const chief = aPerson('chief', { answersFor: ['Oppvekstsjef'] });
    const cards = shareThings([], owners, directoryOf([unn, chief]));
    expect(cards.get('chief')).toEqual({ things: [], reported: 1 });
    expect(cards.get('unn')).toEqual({ things: [], reported: 4 });
  });
});
