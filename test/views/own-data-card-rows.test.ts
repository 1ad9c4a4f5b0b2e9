import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import type { OwnData } from '../../src/features/use-cases/read-own-data.ts';
import type { StoredRows } from '../../src/features/use-cases/stored-kinds.ts';
import { ownDataCardRows } from '../../src/views/own-data-card-rows.ts';
import { allRows, everything, hasLeft, newHire, noRows } from './own-data-models.ts';
import { kitOf } from './print/print-run.ts';

const rowsOf = (data: OwnData) => ownDataCardRows(data, kitOf('nb'));
const nothing = { ...newHire, rows: noRows };
const kinds = Object.keys(noRows) as (keyof StoredRows)[];

/** "Ingenting annet er lagret om deg" holds only as long as these do. */
describe('the card with all that is stored about one person', () => {
  it.each(kinds.filter((kind) => kind !== 'profile'))('tells of %s', (kind) => {
    expect(allRows[kind]).not.toEqual([]);
    expect(rowsOf({ ...nothing, rows: { ...noRows, [kind]: allRows[kind] } })).not.toEqual(rowsOf(nothing));
  });

  it.each([
    ...(['endsOn', 'aadObjectId', 'upnKey', 'mentorKey', 'competenceLevel', 'exemptFrom', 'answersFor'] as const),
    ...(['actsFor', 'delegated', 'arrangements', 'leads', 'roles'] as const),
  ])('tells of %s in the profile', (key: keyof Person) => {
    const person = { ...nothing.person, [key]: everything.person[key] };
    expect(rowsOf({ ...nothing, person })).not.toEqual(rowsOf(nothing));
  });

  it('tells of meetings, the log, changes of the content, the stop of all sending, and a request', () => {
    for (const more of [
      { meetings: everything.meetings },
      { audit: everything.audit },
      { contentChanges: everything.contentChanges },
      { request: hasLeft.request },
      { sending: everything.sending },
    ]) {
      expect(rowsOf({ ...nothing, ...more })).toHaveLength(rowsOf(nothing).length + 1);
    }
  });

  it('tells of what was planned and not sent', () => {
    const reminders = allRows.reminders.filter(({ state }) => state === 'cancelled');
    const told = rowsOf({ ...nothing, rows: { ...noRows, reminders } });
    expect(told).toContainEqual({ label: 'Påminnelser', value: '0 sendt, 0 planlagt, 1 avlyst' });
  });
});
