import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import { type ContentChange, contentChangeSchema } from '../../../src/features/content/content-change.ts';
import type { ChangeDecision } from '../../../src/features/content/decide-change.ts';
import {
  applyDates,
  decideDateConfirmation,
  decideDayOff,
  decideOnboardingDay,
  decideWave,
  type LocalDates,
  waitingDates,
} from '../../../src/features/content/local-dates.ts';
import { staleThings } from '../../../src/features/owners/stale-things.ts';
import { exportDaysOff, exportOnboardingDays, exportWaves } from '../../../src/packs/export/export-dates.ts';
import { theContent } from '../find/the-content.ts';

const files: LocalDates = {
  daysOff: [{ date: '2027-01-04', label: 'Planleggingsdag' }, { date: '2027-05-07' }],
  waves: new Map([
    ['nordfjaera', '2027-01-11'],
    ['ppt', '2027-01-11'],
    ['solbakken', '2027-08-16'],
  ]),
};
const when = { today: '2026-11-23', confirmBy: '2026-11-24' } as const;
const made = { at: new Date('2026-11-23T09:00:00Z'), by: { personId: 'kari', name: 'Kari Nordmann' } };
const refused = (reason: string) => ({ outcome: 'refused', reason });

function kept(decision: ChangeDecision, changeId: string): ContentChange {
  if (decision.outcome !== 'changed') throw new Error(`it was ${decision.outcome}`);
  return contentChangeSchema.parse({ ...decision.change, ...made, changeId });
}
const added = kept(decideDayOff(files, { date: '2027-03-01', isOff: true }, when), 'a');
const removed = kept(decideDayOff(files, { date: '2027-05-07', isOff: false }, when), 'b');
const moved = kept(
  decideWave(files, { from: '2027-01-11', to: '2027-02-01', begins: '2026-08-17', inFiles: files.waves }, when),
  'c',
);

describe('dates that are corrected from the chat', () => {
  test('hold at once, on top of the files', () => {
    expect(applyDates(files, [added, removed, moved])).toEqual({
      daysOff: [{ date: '2027-01-04', label: 'Planleggingsdag' }, { date: '2027-03-01' }],
      waves: new Map([...files.waves].map(([id, on]) => [id, on === '2027-01-11' ? '2027-02-01' : on])),
    });
  });

  test('of a wave hold as long as the files have the day that it was moved from; what the files say since wins', () => {
    const again = kept(
      decideWave(
        applyDates(files, [moved]),
        { from: '2027-02-01', to: '2027-03-01', begins: '2026-08-17', inFiles: files.waves },
        when,
      ),
      'f',
    );
    const beginsOn = (inFiles: LocalDate) =>
      applyDates({ ...files, waves: new Map([['ppt', inFiles]]) }, [moved, again]).waves.get('ppt');
    expect(beginsOn('2027-01-11')).toBe('2027-03-01');
    // Written back to the files, before the second move and after it.
    expect(beginsOn('2027-02-01')).toBe('2027-03-01');
    expect(beginsOn('2027-03-01')).toBe('2027-03-01');
    expect(beginsOn('2027-04-05')).toBe('2027-04-05');
  });

  test('of a wave that the files changed back since hold no longer, and those from before it was kept hold as they did', () => {
    const [first, second] = ['2027-01-11', '2027-02-01'] as const;
    const withDay = (day: LocalDate): LocalDates => ({ ...files, waves: new Map([['ppt', day]]) });
    const move = (inFiles: LocalDate, from: LocalDate, to: LocalDate, id: string) => {
      const asked = { from, to, begins: '2026-08-17', inFiles: withDay(inFiles).waves } as const;
      return kept(decideWave(withDay(from), asked, when), id);
    };
    // The first move was released, the second was made on top of the new files, and then these were changed back.
    const moves = [move(first, first, second, 'm'), move(second, second, '2027-03-01', 'n')];
    const beginsOn = (inFiles: LocalDate, changes: readonly ContentChange[]) =>
      applyDates(withDay(inFiles), changes).waves.get('ppt');
    expect(beginsOn(first, moves.slice(0, 1))).toBe(second);
    expect(beginsOn(second, moves)).toBe('2027-03-01');
    expect(beginsOn(first, moves)).toBe(first);
    const old = moves.map((change) => contentChangeSchema.parse({ ...change, onFiles: undefined }));
    expect(beginsOn(first, old)).toBe('2027-03-01');
  });

  test('for new staff hold at once and in order, wait for a second person, and are none where there is no introduction', () => {
    const withDays = { ...files, onboardingDays: ['2026-12-03', '2027-03-04'] } as const;
    const on = kept(decideOnboardingDay(withDays, { date: '2027-01-14', isOn: true }, when), 'p');
    const off = kept(decideOnboardingDay(withDays, { date: '2026-12-03', isOn: false }, when), 'q');
    const now = applyDates(withDays, [on, off, added]);
    expect(now.onboardingDays).toEqual(['2027-01-14', '2027-03-04']);
    expect(waitingDates([on, off, added]).map(({ changeId }) => changeId)).toEqual(['p', 'q', 'a']);
    expect(decideOnboardingDay(now, { date: '2027-01-14', isOn: true }, when)).toEqual({ outcome: 'unchanged' });
    expect(decideOnboardingDay(now, { date: '2026-11-20', isOn: true }, when)).toEqual(refused('date-past'));
    expect(decideOnboardingDay(files, { date: '2027-01-14', isOn: true }, when)).toEqual(refused('gone'));
    const text = '# Days\nonboardingDays: [2026-12-03, 2027-03-04] # fictional\nplans: []\n';
    expect(exportOnboardingDays(text, withDays, withDays)).toBe(text);
    expect(exportOnboardingDays(text, withDays, now)).toContain('onboardingDays: [ 2027-01-14, 2027-03-04 ]');
  });

  test('that are so already change nothing', () => {
    const now = applyDates(files, [added, removed, moved]);
    expect(decideDayOff(now, { date: '2027-03-01', isOff: true }, when)).toEqual({ outcome: 'unchanged' });
    expect(decideDayOff(now, { date: '2027-05-07', isOff: false }, when)).toEqual({ outcome: 'unchanged' });
    const isFree = () => true;
    expect(decideDayOff(files, { date: '2026-12-25', isOff: true, isFree }, when)).toEqual({ outcome: 'unchanged' });
    const same = { from: '2027-02-01', to: '2027-02-01', begins: '2026-08-17', inFiles: files.waves } as const;
    expect(decideWave(now, same, when)).toEqual({ outcome: 'unchanged' });
  });

  test('are dates to come, within two years, and no unit begins before the municipality does', () => {
    const day = (date: typeof when.today | '2030-01-01' | undefined) =>
      decideDayOff(files, { date, isOff: true }, when);
    expect(day(undefined)).toEqual(refused('date-past'));
    expect(day('2026-11-23')).toEqual(refused('date-past'));
    expect(day('2030-01-01')).toEqual(refused('date-years-off'));
    const wave = (
      from: '2027-01-11' | '2027-06-01',
      to: '2026-12-01' | '2026-11-20',
      begins: '2026-12-02' | '2026-08-17',
    ) => decideWave(files, { from, to, begins, inFiles: files.waves }, when);
    expect(wave('2027-06-01', '2026-12-01', '2026-08-17')).toEqual(refused('other-change'));
    expect(wave('2027-01-11', '2026-11-20', '2026-08-17')).toEqual(refused('date-past'));
    expect(wave('2027-01-11', '2026-12-01', '2026-12-02')).toEqual(refused('before-start'));
  });

  test('of a wave that has begun stay as they are', () => {
    const later = { today: '2027-01-11', confirmBy: '2027-01-12' } as const;
    const asked = { from: '2027-01-11', to: '2027-02-01', begins: '2026-08-17', inFiles: files.waves } as const;
    expect(decideWave(files, asked, later)).toEqual(refused('date-past'));
  });

  test('wait for a second person, who is not the first; what was changed back is not asked about', () => {
    const confirm = (of: string, personId: string, changes = [added, removed]) =>
      decideDateConfirmation(changes, { of, personId });
    expect(confirm('a', 'kari')).toEqual(refused('same-person'));
    expect(confirm('x', 'per')).toEqual(refused('other-change'));
    const yes = kept(confirm('a', 'per'), 'd');
    expect(waitingDates([added, removed, yes]).map(({ changeId }) => changeId)).toEqual(['b']);
    expect(confirm('a', 'per', [added, removed, yes])).toEqual({ outcome: 'unchanged' });
    const back = kept(decideDayOff(applyDates(files, [added]), { date: '2027-03-01', isOff: false }, when), 'e');
    expect(waitingDates([added, back]).map(({ changeId }) => changeId)).toEqual(['e']);
    expect(confirm('a', 'per', [added, back])).toEqual(refused('other-change'));
  });

  test('of a wave wait no longer when all its units were moved on, together or with others', () => {
    const move = (waves: LocalDates['waves'], from: LocalDate, to: LocalDate, id: string) =>
      kept(decideWave({ daysOff: [], waves }, { from, to, begins: '2026-08-17', inFiles: files.waves }, when), id);
    const waiting = (...changes: ContentChange[]) => waitingDates(changes).map(({ changeId }) => changeId);
    const onto = move(files.waves, '2027-01-11', '2027-08-16', 'f');
    const all = move(applyDates(files, [onto]).waves, '2027-08-16', '2027-09-01', 'g');
    expect(waiting(onto)).toEqual(['f']);
    expect(waiting(onto, all)).toEqual(['g']);
    expect(decideDateConfirmation([onto, all], { of: 'f', personId: 'per' })).toEqual(refused('other-change'));
    const one = move(new Map([['ppt', '2027-08-16']]), '2027-08-16', '2027-09-01', 'h');
    expect(waiting(onto, one)).toEqual(['f', 'h']);
  });

  test('that nobody has confirmed in time are one thing to see to', () => {
    const { guide, words } = theContent;
    const content = { modules: [], contacts: guide.contacts, editors: new Map(), guide, words };
    const told = (today: typeof when.today | '2026-11-25') =>
      staleThings(content, { changes: [added, removed], states: new Map() }, today, {
        ...{ contacts: guide.contacts, dateOf: () => '2026-11-23' },
      })
        .filter(({ thing }) => thing === 'dates')
        .map(({ reason }) => reason);
    expect(told('2026-11-23')).toEqual([{ why: 'waits', on: '2026-11-24' }]);
    expect(told('2026-11-25')).toEqual([{ why: 'unconfirmed', on: '2026-11-24' }]);
  });
});

describe('the files that dates are written back to', () => {
  const calendar =
    '# Planning days\nlocalDaysOff:\n  - { date: 2027-01-04, label: Planleggingsdag }\n  - { date: 2027-05-07 } # no\npauses: []\n';
  const waves =
    'units: [nordfjaera, ppt, solbakken]\nwaves:\n  - { startsOn: 2027-01-11, units: [nordfjaera, ppt] }\n  - { startsOn: 2027-08-16, units: [solbakken] }\n';
  const now = applyDates(files, [added, removed, moved]);

  test('keep all that was not changed, letter by letter', () => {
    expect(exportDaysOff(calendar, files, now)).toBe(
      '# Planning days\nlocalDaysOff:\n  - { date: 2027-01-04, label: Planleggingsdag }\n  - { date: 2027-03-01 }\npauses: []\n',
    );
    const other = waves.replace('2027-01-11, units: [nordfjaera, ppt]', '2027-02-01, units: [ nordfjaera, ppt ]');
    expect(exportWaves(waves, files, now)).toBe(other);
  });

  test('are not touched when no date was', () => {
    expect(exportDaysOff(calendar, files, files)).toBe(calendar);
    expect(exportWaves(waves, files, files)).toBe(waves);
  });

  test('get a list where there was none', () => {
    const none = { ...files, daysOff: [] };
    const out = exportDaysOff('pauses: []\n', none, applyDates(none, [added]));
    expect(out).toContain('2027-03-01');
  });
});
