import { isDraft } from '../core/approval.ts';
import type { LocalDate } from '../core/local-date.ts';
import type { LocalText } from '../core/locale.ts';
import { asApproved } from '../features/guide/awaiting.ts';
import type { Contact } from '../features/guide/facts.ts';
import { contactsOf, emergencyNumbers, type GuideContent, type Step, type StepKind } from '../features/guide/guide.ts';
import { opensLevel, placeOf, stepFor } from '../features/guide/levels.ts';
import type { Walk } from '../features/guide/walk.ts';
import { oldestCheck } from '../features/reports/reportable.ts';
import { aboutLine, guideFooter } from './content-footer.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { blocksOf } from './guide-blocks.ts';
import { choiceRows, footerButtons, remindOffer, reportOffer, seeAlso } from './guide-buttons.ts';
import { urgentCall } from './guide-contacts.ts';
import { factsOf, toolLinks } from './guide-facts.ts';
import { lawBlock } from './guide-laws.ts';
import type { GuideModel } from './guide-model.ts';
import { type Picker, toolPicker } from './guide-tools.ts';

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
  call: 'attention',
  tools: 'emphasis',
  levels: 'emphasis',
  end: 'good',
};

/** Any step of the guide but those with the large numbers. */
export const guideStepView = defineView<GuideModel>('guide-step', (model, kit) => {
  const { guide, walk, today } = model;
  const step = asApproved(stepFor(walk.step, walk.sector), today);
  const lines = (texts: readonly LocalText[]) => texts.map((text) => ({ text: kit.pick(text) }));
  const law = lawBlock(model, step, walk.sector, kit);
  const urgent = urgentLines(walk, kit);
  const pickers: readonly Picker[] = step.kind === 'tools' ? [toolPicker(model, kit)] : [];
  return {
    data: {
      tone: toneOf[step.kind],
      heading: kit.pick(step.heading),
      place: placeLine(model, step, kit),
      urgent,
      texts: [...lines(explanationOf(model, step)), ...lines(step.text)],
      points: pointsOf(step, kit),
      facts: factsOf(model, step, kit),
      laws: law ? [law] : [],
      pickers,
      blocks: blocksOf(step, { ...model, isUrgent: urgent.length > 0 }, walk.sector, kit),
      links: [...toolLinks(guide, step, kit), ...step.links.map(({ label, url }) => kit.link(kit.pick(label), url))],
      question: step.question ? kit.pick(step.question) : '',
      choices: choiceRows(guide, walk, kit),
      more: seeAlso(guide, walk, kit),
      reminds: remindOffer(model.remindDays, kit),
      footers: [
        {
          ...guideFooter(approvalLines(step, today, kit), reportOffer(model), kit),
          about: guideAbout(guide, step, kit, numbersOf(step, model)),
        },
      ],
      actions: footerButtons(guide, walk, kit, urgent.length > 0),
    },
    summary: kit.t('guide.summary'),
  };
});

/** A walk that began further in has the numbers on its first card as well; the list of whom to call begins with them. */
function urgentLines({ entry, answers, step }: Walk, kit: ViewKit) {
  if (entry === undefined || answers.length > 0 || step.kind === 'call') return [];
  const calls = Object.values(emergencyNumbers).map((number) => urgentCall(number, kit));
  return [{ text: kit.t('guide.urgent', emergencyNumbers), calls }];
}

/** The words of a level stand on its first card, before its number is used. */
function explanationOf({ guide }: GuideModel, step: Step): readonly LocalText[] {
  const place = placeOf(guide.levels, guide.steps, step);
  return place && opensLevel(guide.steps, step) ? [place.level.explained] : [];
}

function placeLine({ guide }: GuideModel, step: Step, kit: ViewKit): string {
  const place = placeOf(guide.levels, guide.steps, step);
  if (!place) return step.place ? kit.pick(step.place) : '';
  return kit.t('guide.level.place', { level: kit.pick(place.level.title), stage: place.stage, of: place.of });
}

type Point = { sign: '✓' | '✗' | '•'; colour: 'Good' | 'Attention' | 'Default'; text: string };

/** What to do and what not. Where a child may be in danger, and so wherever suspicion may lead, what must not be done comes first. */
function pointsOf(step: Step, kit: ViewKit): readonly Point[] {
  const isChecklist = step.kind === 'ordinary' || step.kind === 'end';
  const look = isChecklist ? ({ sign: '•', colour: 'Default' } as const) : ({ sign: '✓', colour: 'Good' } as const);
  const dos = step.dos.map((text): Point => ({ ...look, text: kit.pick(text) }));
  const donts = step.donts.map((text): Point => ({ sign: '✗', colour: 'Attention', text: kit.pick(text) }));
  return dontsFirst(step) ? [...donts, ...dos] : [...dos, ...donts];
}

/** The duties are come to from suspicion too. */
export const dontsFirst = ({ kind }: Pick<Step, 'kind'>): boolean => kind === 'protect' || kind === 'duty';

const approvalLines = (step: Step, today: LocalDate, kit: ViewKit): string =>
  [approvalLine(step, today, kit), adviceLine(step, kit)].filter((line) => line !== '').join(' ');

/** A step has no version of its own: that of the pack says which words these are. */
export const guideAbout = (
  { packVersion: version }: GuideContent,
  { approval, sources }: Step,
  kit: ViewKit,
  numbers: readonly Contact[] = [],
): string => aboutLine({ version, approval, checkedOn: oldestCheck([...sources, ...numbers]) }, kit);

/** "Hvem ringer jeg nå?" is as fresh as the oldest of the numbers that it shows. */
function numbersOf(step: Step, { guide, unitId }: GuideModel): readonly Contact[] {
  if (step.kind !== 'call') return [];
  const shown = step.groups.flatMap(({ kinds }) => contactsOf(guide, kinds, unitId));
  return shown.filter(({ number }) => number !== undefined);
}

/** Who answers for advice that has no source of its own. `asApproved` has left only what somebody answers for. */
function adviceLine({ awaitsApproval }: Step, kit: ViewKit): string {
  const approval = awaitsApproval?.approval;
  return approval?.status === 'approved' ? kit.t('guide.advised', { by: kit.plain(approval.approvedBy) }) : '';
}

/** Who answers for the words, or that nobody has yet. An approval that has run out counts as none. */
export function approvalLine({ approval }: Step, today: LocalDate, kit: ViewKit): string {
  if (approval.status === 'utkast' || isDraft(approval, today)) return kit.t('guide.draft');
  return kit.t('guide.approved', { by: kit.plain(approval.approvedBy) });
}
