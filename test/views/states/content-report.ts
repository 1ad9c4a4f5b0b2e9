import type { Reportable } from '../../../src/features/reports/reportable.ts';
import {
  findReportable,
  guideContentId,
  inShortPart,
  meetingPart,
  meetingPartOf,
  moduleContentId,
  policyContentId,
  wordContentId,
} from '../../../src/features/reports/reportable.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentReportView } from '../../../src/views/content-report.view.ts';
import { theContent } from '../../features/find/the-content.ts';
import { sessionId } from '../group-models.ts';

function reportable(contentId: string): Reportable {
  const content = findReportable(theContent, contentId);
  if (!content) throw new TypeError(`there is no ${contentId}`);
  return content;
}

const module = reportable(moduleContentId('meldeplikt', 'hovedregelen'));
const back = { to: 'module' as const, moduleId: 'meldeplikt', position: 1 };
const step = reportable(guideContentId('violence'));
const { guideId, packVersion } = theContent.guide;
const trail = { to: 'guide' as const, guideId, packVersion, answers: ['suspicion', 'violence'] };

export const states = defineStates(contentReportView, {
  'a card of a module': { stage: 'ask', content: module, place: 3, back },
  'a card of the guide': { stage: 'ask', content: step, place: 3, back: trail },
  'a word, with no way back': { stage: 'ask', content: reportable(wordContentId('ppt')), place: 3 },
  thanks: { stage: 'thanks', back },
  'thanks, back to a word': { stage: 'thanks', back: { to: 'word', wordId: 'ppt' } },
  'a guideline': {
    ...{ stage: 'ask', content: reportable(policyContentId('bilder-av-barn')), place: 3 },
    back: { to: 'policy', policyId: 'bilder-av-barn' },
  },
  'what a module says in short, back to the card to share': {
    ...{ stage: 'ask', content: reportable(moduleContentId('meldeplikt', inShortPart)), place: 3 },
    back: { to: 'share', moduleId: 'meldeplikt' },
  },
  'a part of a meeting, among others': {
    ...{ stage: 'ask', content: reportable(moduleContentId('meldeplikt', meetingPartOf(5))), place: 3 },
    back: { to: 'meeting', sessionId, part: 5 },
  },
  'thanks, back to a meeting': { stage: 'thanks', back: { to: 'meeting', sessionId, part: 5 } },
  'the plan of a meeting': {
    ...{ stage: 'ask', content: reportable(moduleContentId('meldeplikt', meetingPart)), place: 3 },
    back: { to: 'group-plan', moduleId: 'meldeplikt' },
  },
  'thanks, back to a question': {
    stage: 'thanks',
    back: { to: 'refresher', moduleId: 'meldeplikt', questionId: 'q1' },
  },
  'thanks, back to what will you try': { stage: 'thanks', back: { to: 'use-it', moduleId: 'meldeplikt' } },
  'what is new in a module': {
    ...{ stage: 'ask', content: { ...module, part: undefined, place: 'news' as const }, place: 3 },
    back: { to: 'reread', moduleId: 'meldeplikt' },
  },
  gone: { stage: 'gone' },
});
