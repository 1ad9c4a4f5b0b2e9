import { isDraft } from '../core/approval.ts';
import type { LocalDate } from '../core/local-date.ts';
import type { LocalText } from '../core/locale.ts';
import type { GuideContent, Step, StepKind } from '../features/guide/guide.ts';
import type { Walk } from '../features/guide/walk.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { choiceRows, footerButtons } from './guide-buttons.ts';
import { contactRows } from './guide-contacts.ts';
import { lawBlock } from './guide-laws.ts';

export type GuideModel = { guide: GuideContent; walk: Walk; today: LocalDate };

type Tone = 'emphasis' | 'attention' | 'warning' | 'accent' | 'good';
const toneOf: Readonly<Record<StepKind, Tone>> = {
  start: 'attention',
  acute: 'attention',
  safety: 'warning',
  advice: 'accent',
  protect: 'attention',
  workplace: 'emphasis',
  duty: 'accent',
  ordinary: 'emphasis',
  end: 'good',
};

/** Any step of the guide but those with the large numbers. */
export const guideStepView = defineView<GuideModel>('guide-step', ({ guide, walk, today }, kit) => {
  const { step } = walk;
  const lines = (texts: readonly LocalText[]) => texts.map((text) => ({ text: kit.pick(text) }));
  const law = lawBlock(guide, step, walk.sector, kit);
  return {
    data: {
      tone: toneOf[step.kind],
      heading: kit.pick(step.heading),
      place: step.place ? kit.pick(step.place) : '',
      texts: lines(step.text),
      points: pointsOf(step, kit),
      facts: factsOf(step, kit),
      laws: law ? [law] : [],
      contactsTitle: kit.t('guide.contact.title'),
      contacts: contactRows(guide, step.contactIds, today, kit).map(({ name, detail, number, call }) => ({
        text: number ? `**${number}** ${name} · ${detail}` : `**${name}** · ${detail}`,
        isCallable: call !== undefined,
        ...(call && { call }),
      })),
      links: step.links.map(({ label, url }) => kit.link(kit.pick(label), url)),
      question: step.question ? kit.pick(step.question) : '',
      choices: choiceRows(guide, walk, kit),
      approval: approvalLine(step, today, kit),
      actions: footerButtons(guide, walk, kit),
    },
    summary: kit.t('guide.summary'),
  };
});

type Point = { sign: '✓' | '✗' | '•'; colour: 'Good' | 'Attention' | 'Default'; text: string };

/** What to do and what not. Where a child may be in danger, what must not be done comes first. */
function pointsOf(step: Step, kit: ViewKit): readonly Point[] {
  const isChecklist = step.kind === 'ordinary' || step.kind === 'end';
  const look = isChecklist ? ({ sign: '•', colour: 'Default' } as const) : ({ sign: '✓', colour: 'Good' } as const);
  const dos = step.dos.map((text): Point => ({ ...look, text: kit.pick(text) }));
  const donts = step.donts.map((text): Point => ({ sign: '✗', colour: 'Attention', text: kit.pick(text) }));
  return step.kind === 'protect' ? [...donts, ...dos] : [...dos, ...donts];
}

/** Who answers for the words, or that nobody has yet. An approval that has run out counts as none. */
export function approvalLine({ approval }: Step, today: LocalDate, kit: ViewKit): string {
  if (approval.status === 'utkast' || isDraft(approval, today)) return kit.t('guide.draft');
  return kit.t('guide.approved', { by: kit.plain(approval.approvedBy) });
}

function factsOf(step: Step, kit: ViewKit): readonly { title: string; value: string }[] {
  if (step.kind !== 'ordinary' || !step.parts) return [];
  const { what, how, who, tools } = step.parts;
  const deadline = deadlineOf(step.deadline, kit);
  return [
    { title: kit.t('guide.part.what'), value: kit.pick(what) },
    { title: kit.t('guide.part.how'), value: kit.pick(how) },
    { title: kit.t('guide.part.who'), value: kit.pick(who) },
    { title: kit.t('guide.part.tools'), value: kit.pick(tools) },
    ...(deadline ? [{ title: kit.t('guide.part.deadline'), value: deadline }] : []),
  ];
}

function deadlineOf(deadline: Extract<Step, { kind: 'ordinary' }>['deadline'], kit: ViewKit): string | undefined {
  if (deadline.kind === 'none') return undefined;
  return deadline.kind === 'local'
    ? kit.t('guide.deadline.local')
    : kit.t('guide.deadline.days', { days: deadline.days });
}
