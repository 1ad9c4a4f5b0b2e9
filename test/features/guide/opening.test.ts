import { describe, expect, it } from 'vitest';
import type { Contact, Opening } from '../../../src/features/guide/facts.ts';
import type { GuideContent } from '../../../src/features/guide/guide.ts';
import { type Openness, opennessAt } from '../../../src/features/guide/opening.ts';
import { type CalendarRules, officeClosesOn } from '../../../src/features/reminders/calendar.ts';
import { theGuide } from './the-guide.ts';

const rules: CalendarRules = {
  zone: 'Europe/Oslo',
  window: { from: '08:30', to: '15:00' },
  localDaysOff: [{ date: '2026-11-24', label: 'Planleggingsdag' }],
  halfDays: [{ on: 'christmas-eve', until: '12:00' }],
  pauses: [{ from: '07-01', to: '08-14' }],
  useHolidays: true,
};

function guideWithOffice(opening: Opening | undefined, number?: string): GuideContent {
  const base = theGuide.contacts.get('barnehus');
  if (!base) throw new TypeError('there is no contact barnehus');
  const { number: _number, opening: _opening, ...contact } = base;
  const office: Contact = { ...contact, contactId: 'office', ...(number && { number }), ...(opening && { opening }) };
  const duty: Contact = { ...base, contactId: 'duty', opening: { kind: 'outside', contactId: 'office' } };
  return {
    ...theGuide,
    contacts: new Map([
      ['office', office],
      ['duty', duty],
    ]),
  };
}

/** Local time in Oslo, where it is an hour later in winter and two in summer. */
function at(guide: GuideContent, instant: string): readonly (Openness | undefined)[] {
  const openness = opennessAt(guide, new Date(instant), {
    zone: rules.zone,
    closesOn: (date) => officeClosesOn(date, rules),
  });
  return [openness.get('office'), openness.get('duty')];
}

const weekdays = guideWithOffice(
  { kind: 'weekdays', days: [1, 2, 3, 4, 5], from: '08:00', to: '15:30' },
  '22 00 00 00',
);

describe('an office and the duty service that takes over for it', () => {
  it.each([
    ['Monday as it opens', '2026-11-23T07:00:00Z', 'open'],
    ['Monday a minute before', '2026-11-23T06:59:00Z', 'closed'],
    ['Monday in its last minute', '2026-11-23T14:29:00Z', 'open'],
    ['Monday as it closes', '2026-11-23T14:30:00Z', 'closed'],
    ['in summer time', '2026-06-22T06:00:00Z', 'open'],
    ['a Saturday', '2026-11-28T10:00:00Z', 'closed'],
    ['Maundy Thursday', '2026-04-02T10:00:00Z', 'closed'],
    ['17 May on a Monday', '2027-05-17T10:00:00Z', 'closed'],
    ['the morning of Christmas Eve', '2026-12-24T10:00:00Z', 'open'],
    ['noon on Christmas Eve', '2026-12-24T11:00:00Z', 'closed'],
    ['a planning day, when the telephone is answered', '2026-11-24T10:00:00Z', 'open'],
    ['the summer, when reminders rest', '2026-07-07T10:00:00Z', 'open'],
  ] as const)('%s', (_when, instant, office) => {
    expect(at(weekdays, instant)).toEqual([office, office === 'open' ? 'closed' : 'open']);
  });

  it('with its own days is closed on the others', () => {
    const tuesdays = guideWithOffice({ kind: 'weekdays', days: [2], from: '09:00', to: '15:00' }, '22 00 00 00');
    expect(at(tuesdays, '2026-11-23T10:00:00Z')[0]).toBe('closed');
    expect(at(tuesdays, '2026-11-24T10:00:00Z')[0]).toBe('open');
  });

  it('is unknown where nobody has verified the hours, and so is who takes over', () => {
    expect(at(guideWithOffice(undefined, '22 00 00 00'), '2026-11-23T10:00:00Z')).toEqual(['unknown', 'unknown']);
  });

  it('is unknown without a number, but the hours still say when the other takes over', () => {
    const unset = guideWithOffice({ kind: 'weekdays', days: [1], from: '08:00', to: '15:30' });
    expect(at(unset, '2026-11-23T10:00:00Z')).toEqual(['unknown', 'closed']);
    expect(at(unset, '2026-11-23T20:00:00Z')).toEqual(['unknown', 'open']);
  });
});

describe('the delivered numbers', () => {
  it('for danger are always open', () => {
    const openness = opennessAt(theGuide, new Date('2026-12-25T03:00:00Z'), {
      zone: 'Europe/Oslo',
      closesOn: (date) => officeClosesOn(date, rules),
    });
    const open = [...openness].filter(([, state]) => state === 'open').map(([contactId]) => contactId);
    expect(open).toEqual(expect.arrayContaining(['police-emergency', 'ambulance', 'child-helpline']));
    expect([openness.get('barnehus'), openness.get('barnevern')]).toEqual(['closed', 'unknown']);
  });
});
