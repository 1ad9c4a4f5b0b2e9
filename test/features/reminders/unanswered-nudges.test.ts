import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import { listOwnModules, type OwnModule } from '../../../src/features/progress/own-modules.ts';
import type { Progress } from '../../../src/features/progress/progress.ts';
import type { Ledger, LedgerIn } from '../../../src/features/reminders/ledger.ts';
import { progressMark } from '../../../src/features/reminders/progress-mark.ts';
import { unansweredNudges } from '../../../src/features/reminders/unanswered-nudges.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { completed, kari, started } from './world.ts';

const first: LocalDate = '2027-02-01';
const ids = ['a', 'b', 'c', 'd'];
const modules = ids.map((id) => aModule(id));
const noon = (day: number) => new Date(`${addDays(first, day)}T12:00:00Z`);

function ownOf(visible: readonly Module[], progress: readonly Progress[]) {
  const byModule = new Map(progress.map((value) => [value.moduleId, { value, etag: 'a' }]));
  return listOwnModules(aCatalogue(visible), kari, { progress: byModule, assigned: undefined }, first);
}

/** The card of the n-th day, at noon. */
const nudge = (day: number, mark: string): LedgerIn<'sent'> => ({
  ...{ key: addDays(first, day), state: 'sent', class: 'nudge', mark, failures: 0, attempts: 1, items: [] },
  ...{ settledAt: noon(day), claimId: 'c', activityId: 'a' },
});

const nudges = (...marks: readonly string[]) => marks.map((mark, day) => nudge(day, mark));

const renewed = (position: number, lastDoneAt = noon(-300)): Progress => ({
  ...{ state: 'started', moduleId: 'a', cycle: 2, moduleVersion: 1, position, answers: {}, startedAt: noon(5) },
  renewal: { lastDoneAt, opensOn: addDays(first, 5), dueOn: addDays(first, 30) },
});

const unanswered = (days: readonly Ledger[], own: readonly OwnModule[]) => unansweredNudges(days, own, kari.employedOn);

describe('the nudges that nobody has answered', () => {
  it('are all those since the person began, moved in or finished a module', () => {
    const days = nudges('a=-,b=-', 'a=-,b=-');
    const countWith = (...progress: readonly Progress[]) => unanswered(days, ownOf(modules.slice(0, 2), progress));
    expect(countWith()).toBe(2);
    expect(countWith(started('b', 0))).toBe(0);
    expect(countWith(completed('b', noon(3).toISOString()))).toBe(0);
    expect(unanswered(nudges('a=2', 'a=3'), ownOf(modules.slice(0, 1), [started('a', 3)]))).toBe(1);
  });

  it('count also when the person went on and came back to the same place before', () => {
    expect(unanswered(nudges('a=2', 'a=4', 'a=2'), ownOf(modules.slice(0, 1), [started('a', 2)]))).toBe(1);
  });

  it('are answered by who begins or finishes a module that came after the last of them', () => {
    const days = nudges('a=-', 'a=-');
    const countWith = (progress: Progress) => unanswered(days, ownOf(modules.slice(0, 2), [progress]));
    expect(countWith({ ...started('b', 0), startedAt: noon(3) })).toBe(0);
    expect(countWith(completed('b', noon(3).toISOString()))).toBe(0);
  });

  it('are answered by who asks to be reminded: the card that was asked for counts, and none before it', () => {
    const own = ownOf(modules.slice(0, 1), []);
    const asked = (day: number) => ({ ...nudge(day, 'a=-'), items: [`a:1:snooze-${addDays(first, day)}`] });
    expect(unanswered([nudge(0, 'a=-'), asked(1), asked(2)], own)).toBe(1);
    expect(unanswered([nudge(0, 'a=-'), asked(1), nudge(2, 'a=-'), nudge(3, 'a=-')], own)).toBe(3);
  });

  it('are not answered by what was done before them in a module that comes back', () => {
    const days = nudges('a=-', 'a=-');
    const countWith = (progress: Progress) => unanswered(days, ownOf(modules.slice(0, 2), [progress]));
    expect(countWith({ ...started('b', 4), startedAt: noon(-3) })).toBe(2);
    expect(countWith(completed('b', noon(-3).toISOString()))).toBe(2);
  });

  it('are answered by who goes on in a module that was away for a while', () => {
    expect(unanswered(nudges('a=-,b=2', 'a=-'), ownOf(modules.slice(0, 2), [started('b', 3)]))).toBe(0);
  });

  it('are not answered by a module that is to be taken again, but by taking it', () => {
    const days = nudges('a=done,b=-', 'a=done,b=-');
    const countWith = (position: number) => unanswered(days, ownOf(modules.slice(0, 2), [renewed(position)]));
    expect(countWith(0)).toBe(2);
    expect(countWith(1)).toBe(0);
  });

  it('of the time before a module was done are not counted when it is to be taken again', () => {
    expect(unanswered(nudges('a=-', 'a=-'), ownOf(modules.slice(0, 1), [renewed(0, noon(3))]))).toBe(0);
  });

  it('are not answered by who edits the module that the person is in', () => {
    const path = ['idea:ser', 'idea:deler'];
    const begun = { ...started('a', 1), path };
    const [card] = modules[0]?.cards ?? [];
    if (!card) throw new Error('a module has cards');
    const edited = aModule('a', { version: 2, cards: [{ ...card, cardId: 'ny' }, ...aModule('a').cards] });
    const before = progressMark(ownOf(modules.slice(0, 1), [begun]));
    expect(ownOf([edited], [begun])).toMatchObject([{ position: 2 }]);
    expect(unanswered(nudges(before, before), ownOf([edited], [begun]))).toBe(2);
  });

  it('are none of a former employment', () => {
    const none = ownOf(modules.slice(0, 1), []);
    const days = nudges('a=-', 'a=-', 'a=-');
    expect(unansweredNudges(days, none, addDays(first, 2))).toBe(1);
    expect(unansweredNudges(days, none, addDays(first, 30))).toBe(0);
  });

  it('do not count what came after a module, nor a deadline, nor what was not sent', () => {
    const none = ownOf(modules.slice(0, 1), []);
    const { mark: _, ...unmarked } = nudge(0, 'a=-');
    const counts = { key: first, failures: 0, attempts: 1 };
    const days: Ledger[] = [
      unmarked,
      { ...nudge(0, 'a=-'), class: 'deadline' },
      { ...counts, state: 'rejected', reason: 'blocked', settledAt: noon(0) },
    ];
    for (const day of days) expect(unanswered([day], none)).toBe(0);
  });
});

const seed = { seed: 20261127, numRuns: 300 };
/** Where somebody stands in each module: -1 not begun, up to 5 on a step, 6 done; all before the first card. */
const standings = fc.tuple(...ids.map(() => fc.integer({ min: -1, max: 6 })));
const visible = fc.subarray(modules, { minLength: 1 });

const progressAt = (places: readonly number[], done: Date): readonly Progress[] =>
  places.flatMap((place, at) => {
    const id = ids[at] ?? '';
    if (place < 0) return [];
    return [place < 6 ? started(id, place) : completed(id, done.toISOString())];
  });

const cards = (shown: readonly (readonly Module[])[], progress: readonly Progress[]) =>
  nudges(...shown.map((each) => progressMark(ownOf(each, progress))));

describe('whatever modules come and go', () => {
  it('every nudge stays unanswered as long as the person does nothing', () => {
    fc.assert(
      fc.property(standings, fc.array(visible, { maxLength: 6 }), visible, (places, shown, now) => {
        const progress = progressAt(places, noon(-1));
        expect(unanswered(cards(shown, progress), ownOf(now, progress))).toBe(shown.length);
      }),
      seed,
    );
  });

  it('any step forward in any module answers all of them', () => {
    fc.assert(
      fc.property(
        standings,
        fc.array(visible, { maxLength: 6 }),
        fc.nat({ max: 3 }),
        fc.nat(6),
        (places, shown, at, to) => {
          const from = places[at] ?? -1;
          fc.pre(to > from);
          const then = progressAt(places, noon(-1));
          // Only the one that moved has another time: nothing else may tell that something was done.
          const moved = progressAt(
            places.map((place, of) => (of === at ? to : place)),
            noon(9),
          ).filter(({ moduleId }) => moduleId === ids[at]);
          const now = [...then.filter(({ moduleId }) => moduleId !== ids[at]), ...moved].map((each) =>
            from < 0 && each.moduleId === ids[at] ? { ...each, startedAt: noon(9) } : each,
          );
          // That a module was begun before, and goes on, is known from a card only.
          const sent = cards([modules, ...shown], then);
          expect(unanswered(sent, ownOf(modules, now))).toBe(0);
        },
      ),
      seed,
    );
  });
});
