import type { FollowUpModel } from '../features/reminders/follow-up.ts';
import type { MentorStep } from '../features/reminders/mentoring.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { followUpsOff } from './follow-up-buttons.ts';

export type MentorModel = Extract<FollowUpModel, { kind: 'mentor' }>;

/** To a new hire or the mentor: who the other one is, and in some weeks of the first months that it is time to talk. */
export const mentorView = defineView<MentorModel>('mentor', ({ pair, step }, kit) => {
  const name = kit.plain(pair.other.displayName);
  const isMentor = pair.reader === 'mentor';
  const { personId } = pair.other;
  return {
    data: {
      title: titleOf(isMentor, step, name, kit),
      text: (isMentor ? mentorWords : newHireWords)[step](kit),
      note: kit.t('mentor.note'),
      actions: [
        isMentor
          ? kit.button('intro.show', kit.t('mentor.open'), { personId }, 'positive')
          : kit.button('intro.show', kit.t('intro.title'), undefined, 'positive'),
        followUpsOff(kit),
      ],
    },
    summary: kit.t('mentor.summary'),
  };
});

function titleOf(isMentor: boolean, step: MentorStep, name: string, kit: ViewKit): string {
  if (step !== 'hello') return kit.t('mentor.talk', { name });
  return isMentor ? kit.t('mentor.you-are', { name }) : kit.t('mentor.yours-is', { name });
}

type Words = Readonly<Record<MentorStep, (kit: ViewKit) => string>>;

const mentorWords: Words = {
  hello: (kit) => kit.t('mentor.to-mentor.hello'),
  'week-1': (kit) => kit.t('mentor.to-mentor.week-1'),
  'week-4': (kit) => kit.t('mentor.to-mentor.week-4'),
  'week-12': (kit) => kit.t('mentor.to-mentor.week-12'),
};

const newHireWords: Words = {
  hello: (kit) => kit.t('mentor.to-new-hire.hello'),
  'week-1': (kit) => kit.t('mentor.to-new-hire.week-1'),
  'week-4': (kit) => kit.t('mentor.to-new-hire.week-4'),
  'week-12': (kit) => kit.t('mentor.to-new-hire.week-12'),
};
