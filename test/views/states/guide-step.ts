import type { GuideContent } from '../../../src/features/guide/guide.ts';
import { enterGuide } from '../../../src/features/guide/walk.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { guideStepView } from '../../../src/views/guide-step.view.ts';
import { guideWith, theGuide } from '../../features/guide/the-guide.ts';
import { answersTo, approval, guideAt, guideAtStep, opennessOn } from '../guide-models.ts';

const { numbers: _numbers, ...steps } = answersTo;
const all = Object.entries(steps).map(([name, answers]) => [name, guideAt(answers)] as const);

const stepStates = [...theGuide.steps.keys()]
  .filter((stepId) => !['start', 'acute', ...all.map(([, { walk }]) => walk.step.stepId)].includes(stepId))
  .map((stepId) => [stepId, guideAtStep(stepId)] as const);

/** For those who are to approve it: the cards as they would be with the advice that awaits approval. */
const onceApproved = [...theGuide.steps.values()].flatMap(({ stepId, awaitsApproval }) => {
  if (!awaitsApproval) return [];
  const guide = guideWith(stepId, (step) => ({ ...step, awaitsApproval: { ...awaitsApproval, approval } }));
  return [[`${stepId}, once its advice is approved`, guideAtStep(stepId, undefined, guide)] as const];
});

/** The delivered guide as a municipality that has set its own deadline, numbers and forms would have it. */
const settled: GuideContent = {
  ...theGuide,
  levels: { ...theGuide.levels, levels: theGuide.levels.levels.map((level) => ({ ...level, deadlineDays: 14 })) },
  contacts: new Map(
    [...theGuide.contacts].map(([contactId, contact]) => [
      contactId,
      contact.isExample
        ? {
            ...contact,
            number: '22 00 00 00',
            opening: { kind: 'weekdays', days: [1, 2, 4], from: '09:00', to: '15:00' },
          }
        : contact,
    ]),
  ),
  tools: new Map(
    [...theGuide.tools].map(([toolId, tool]) => [toolId, { ...tool, url: `https://example.org/${toolId}` }]),
  ),
};
const saturdayNight = new Date('2026-11-28T22:00:00Z');

export const states = defineStates(guideStepView, {
  ...Object.fromEntries(all),
  ...Object.fromEntries(stepStates),
  ...Object.fromEntries(onceApproved),
  'opened at suspicion': { ...guideAtStep('suspicion'), walk: enterGuide(theGuide, 'suspicion') },
  'opened at a missing child': { ...guideAtStep('missing'), walk: enterGuide(theGuide, 'missing') },
  'opened at sexual abuse': { ...guideAtStep('sexual-abuse'), walk: enterGuide(theGuide, 'sexual-abuse') },
  'opened at level 1': { ...guideAtStep('before-level-1'), walk: enterGuide(theGuide, 'level-1') },
  'colleague in a school': guideAtStep('colleague', 'school'),
  'colleague in a kindergarten': guideAtStep('colleague', 'kindergarten'),
  'whom to call, and the roster names no leader': { ...guideAtStep('call'), leaderNames: [] },
  'whom to call, with the name of the leader': {
    ...guideAtStep('call'),
    leaderNames: ['Siv Moe'],
    btiContactNames: ['Pia Kontakt'],
  },
  'whom to call, with local numbers': guideAtStep('call', undefined, settled),
  'whom to call on a Saturday night': {
    ...guideAtStep('call', undefined, settled),
    openness: opennessOn(settled, saturdayNight),
  },
  'forms that nobody has checked for long': { ...guideAtStep('tools', undefined, settled), today: '2028-01-01' },
  'a section that nobody has checked for long': { ...guideAt(answersTo.duty), today: '2028-01-01' },
  'a form that was picked': { ...guideAtStep('tools'), toolId: 'samtykkeskjema' },
  'a form that was picked and has a page': { ...guideAtStep('tools', undefined, settled), toolId: 'samtykkeskjema' },
  'a step with forms that have a page': guideAtStep('level-1-consent', undefined, settled),
  'deadline of the level': guideAtStep('conclude', undefined, settled),
  'may be reminded': { ...guideAtStep('conclude'), remindDays: 14 },
  'may be reported': { ...guideAtStep('share'), reports: 'open' },
  'a suspicion that may be reported': { ...guideAtStep('violence'), reports: 'open' },
  'may be reminded tomorrow': { ...guideAtStep('wonder'), remindDays: 1 },
  approved: guideAt(
    answersTo.notes,
    undefined,
    guideWith('notes', (step) => ({ ...step, approval })),
  ),
  'deadline of the municipality': guideAt(
    answersTo.talk,
    undefined,
    guideWith('talk', (step) => (step.kind === 'ordinary' ? { ...step, deadline: { kind: 'days', days: 14 } } : step)),
  ),
});
