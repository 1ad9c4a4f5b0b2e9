import { defineView } from './define-view.ts';
import { choiceRows, footerButtons } from './guide-buttons.ts';
import { contactRows, urgentCall } from './guide-contacts.ts';
import type { GuideModel } from './guide-model.ts';
import { approvalLine, guideAbout } from './guide-step.view.ts';

/** The numbers on top, before any question: the first card, and the one behind "Er det fare nå?". */
export const guideNumbersView = defineView<GuideModel & { emphasis?: 'acute' }>('guide-numbers', (model, kit) => {
  const { guide, walk, today } = model;
  const { step } = walk;
  const rows = contactRows(model, step.contactIds, kit);
  const isUrgent = step.kind === 'acute' || model.emphasis === 'acute';
  const urgent = isUrgent ? rows.flatMap(({ number }) => (number?.length === 3 ? [number] : [])) : [];
  return {
    data: {
      heading: kit.pick(step.heading),
      numbers: rows.filter((row) => row.call),
      others: rows.filter((row) => !row.call),
      calls: urgent.slice(0, 2).map((number) => urgentCall(number, kit)),
      warnings: step.donts.map((text) => ({ text: kit.pick(text) })),
      texts: step.text.map((text) => ({ text: kit.pick(text) })),
      notices: walk.isRestarted ? [{ text: kit.t('guide.restarted') }] : [],
      question: step.question ? kit.pick(step.question) : '',
      choices: choiceRows(guide, walk, kit),
      approval: approvalLine(step, today, kit),
      about: guideAbout(guide, step, kit),
      actions: footerButtons(guide, walk, kit),
    },
    summary: kit.t('guide.summary'),
  };
});
