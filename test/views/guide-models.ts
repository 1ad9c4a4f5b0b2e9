import type { Approval } from '../../src/core/approval.ts';
import { dangerNow, type GuideContent } from '../../src/features/guide/guide.ts';
import { walk } from '../../src/features/guide/walk.ts';
import type { Sector } from '../../src/features/people/person.ts';
import type { GuideModel } from '../../src/views/guide-step.view.ts';
import { theGuide } from '../features/guide/the-guide.ts';

export const today = '2026-11-23';

/** The card behind these answers, in the guide that is delivered. */
export function guideAt(answers: readonly string[], sector?: Sector, guide: GuideContent = theGuide): GuideModel {
  const { guideId, packVersion } = guide;
  return { guide, walk: walk(guide, { guideId, packVersion, answers }, sector), today };
}

/** The first card after the content was changed. */
export const restarted = (): GuideModel => ({
  guide: theGuide,
  walk: walk(theGuide, { guideId: theGuide.guideId, packVersion: 'older', answers: [] }),
  today,
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
  honour: ['suspicion', 'honour'],
  inDoubt: ['unsure', 'unsure'],
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
  questions: ['other', 'no', 'questions'],
  share: ['other', 'no', 'questions', 'next'],
  beforeParents: ['other', 'no', 'questions', 'next', 'next'],
  talk: ['other', 'no', 'questions', 'next', 'next', 'no'],
  conclude: ['other', 'no', 'questions', 'next', 'next', 'no', 'next'],
  closed: ['other', 'no', 'questions', 'next', 'next', 'no', 'next', 'close'],
  otherServices: ['other', 'no', 'questions', 'next', 'next', 'no', 'next', 'other-services'],
} as const;
