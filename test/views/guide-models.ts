import type { Approval } from '../../src/core/approval.ts';
import type { LocalDate } from '../../src/core/local-date.ts';
import { dangerNow, type GuideContent } from '../../src/features/guide/guide.ts';
import { opennessAt } from '../../src/features/guide/opening.ts';
import { enterGuide, walk } from '../../src/features/guide/walk.ts';
import type { Sector } from '../../src/features/people/person.ts';
import { type CalendarRules, officeClosesOn } from '../../src/features/reminders/calendar.ts';
import type { GuideModel } from '../../src/views/guide-model.ts';
import { shortestTrails, theGuide } from '../features/guide/the-guide.ts';

export const today = '2026-11-23';
const rules: CalendarRules = {
  zone: 'Europe/Oslo',
  window: { from: '08:30', to: '15:00' },
  localDaysOff: [],
  halfDays: [],
  pauses: [],
  useHolidays: true,
};
const closesOn = (date: LocalDate) => officeClosesOn(date, rules);

/** Who answers: by default on a Monday at ten. */
export const opennessOn = (guide: GuideContent, now = new Date('2026-11-23T09:00:00Z')): GuideModel['openness'] =>
  opennessAt(guide, now, { zone: rules.zone, closesOn });

/** The card behind these answers, in the guide that is delivered. */
export function guideAt(answers: readonly string[], sector?: Sector, guide: GuideContent = theGuide): GuideModel {
  const { guideId, packVersion } = guide;
  return { guide, walk: walk(guide, { guideId, packVersion, answers }, sector), today, openness: opennessOn(guide) };
}

const trails = shortestTrails(theGuide);

/** The card of a step, come to on the shortest way; by its entry where no choice leads to it. */
export function guideAtStep(stepId: string, sector?: Sector, guide: GuideContent = theGuide): GuideModel {
  const trail = trails.get(stepId);
  if (trail) return guideAt(trail, sector, guide);
  const entry = [...guide.entries.values()].find(({ to }) => to === stepId);
  if (!entry) throw new TypeError(`no choice and no entry leads to ${stepId}`);
  return { ...guideAt([], sector, guide), walk: enterGuide(guide, entry.entryId, sector) };
}

/** The first card after the content was changed. */
export const restarted = (): GuideModel => ({
  guide: theGuide,
  walk: walk(theGuide, { guideId: theGuide.guideId, packVersion: 'older', answers: [] }),
  today,
  openness: opennessOn(theGuide),
});

export const approval: Approval = {
  status: 'approved',
  owner: 'BTI-koordinator',
  approvedBy: 'Barnevernleder',
  approvedAt: '2026-11-01',
  validTo: '2027-11-01',
};

/** Answers that lead to a card of each kind. */
export const answersTo = {
  numbers: [dangerNow],
  childTells: ['child-tells'],
  safety: ['other'],
  suspicion: ['suspicion'],
  violence: ['suspicion', 'violence'],
  sexualAbuse: ['suspicion', 'sexual-abuse'],
  honour: ['suspicion', 'control', 'honour'],
  inDoubt: ['unsure'],
  notes: ['suspicion', 'violence', 'next'],
  workplace: ['suspicion', 'violence', 'next', 'next'],
  duty: ['suspicion', 'violence', 'next', 'next', 'work-unsure'],
  dutyWhen: ['suspicion', 'violence', 'next', 'next', 'work-unsure', 'when'],
  dutyWhenInKindergarten: ['suspicion', 'violence', 'next', 'next', 'work-kindergarten', 'when'],
  dutyWhenInHealth: ['suspicion', 'violence', 'next', 'next', 'work-health', 'when'],
  dutyHow: ['suspicion', 'violence', 'next', 'next', 'work-school', 'how'],
  dutyAfter: ['suspicion', 'violence', 'next', 'next', 'work-school', 'how', 'next'],
  avert: ['suspicion', 'violence', 'next', 'next', 'work-school', 'how', 'next', 'next'],
  reported: ['suspicion', 'violence', 'next', 'next', 'work-school', 'how', 'next', 'next', 'next'],
  wonder: ['other', 'no'],
  questions: ['other', 'no', 'next'],
  share: ['other', 'no', 'next', 'next'],
  beforeParents: ['other', 'no', 'next', 'next', 'next'],
  talk: ['other', 'no', 'next', 'next', 'next', 'no'],
  conclude: ['other', 'no', 'next', 'next', 'next', 'no', 'next'],
  closed: ['other', 'no', 'next', 'next', 'next', 'no', 'next', 'close'],
  beforeLevel1: ['other', 'no', 'next', 'next', 'next', 'no', 'next', 'own-service'],
} as const;
