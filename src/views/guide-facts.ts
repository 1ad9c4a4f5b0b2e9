import type { GuideContent, Step } from '../features/guide/guide.ts';
import { opensLevel, placeOf } from '../features/guide/levels.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import type { GuideModel } from './guide-model.ts';
import { hasRemarks, toolLink, toolName } from './guide-tool-words.ts';

type Fact = { title: string; value: string };

/** Hva, hvordan, hvem, verktøy; the deadline where one is set; and what begins at this level. */
export function factsOf(
  { guide, today }: Pick<GuideModel, 'guide' | 'today'>,
  step: Step,
  kit: ViewKit,
): readonly Fact[] {
  const parts = step.kind === 'ordinary' ? step.parts : undefined;
  const tools = [
    ...(parts?.tools ? [kit.pick(parts.tools)] : []),
    ...toolsWithRemarks({ guide, today }, step, kit),
  ].join(' ');
  const deadline = deadlineOf(guide, step, kit);
  return [
    ...(parts
      ? [
          { title: kit.t('guide.part.what'), value: kit.pick(parts.what) },
          { title: kit.t('guide.part.how'), value: kit.pick(parts.how) },
          { title: kit.t('guide.part.who'), value: kit.pick(parts.who) },
        ]
      : []),
    ...(tools ? [{ title: kit.t('guide.part.tools'), value: tools }] : []),
    ...(deadline ? [{ title: kit.t('guide.part.deadline'), value: deadline }] : []),
    ...startsAt(guide, step, kit),
  ];
}

/** The forms that have a page, as buttons. */
export function toolLinks(guide: GuideContent, step: Step, kit: ViewKit): readonly CardAction[] {
  return step.toolIds.flatMap((toolId) => {
    const tool = guide.tools.get(toolId);
    return tool?.url ? [toolLink(kit.pick(tool.name), tool.url, kit)] : [];
  });
}

/** Those without a page to open, and those that nobody has looked at for long. */
function toolsWithRemarks(
  { guide, today }: Pick<GuideModel, 'guide' | 'today'>,
  step: Step,
  kit: ViewKit,
): readonly string[] {
  const names = step.toolIds.flatMap((toolId) => {
    const tool = guide.tools.get(toolId);
    return tool && hasRemarks(tool, today) ? [toolName(tool, today, kit)] : [];
  });
  return names.length > 0 ? [`${names.join(', ')}.`] : [];
}

function startsAt(guide: GuideContent, step: Step, kit: ViewKit): readonly Fact[] {
  const place = placeOf(guide.levels, guide.steps, step);
  if (!place || !opensLevel(guide.steps, step)) return [];
  return guide.levels.starts
    .filter(({ fromLevel }) => fromLevel === place.level.levelId)
    .map(({ title, explained }) => ({ title: kit.pick(title), value: kit.pick(explained) }));
}

function deadlineOf(guide: GuideContent, step: Step, kit: ViewKit): string | undefined {
  if (step.kind !== 'ordinary') return undefined;
  const { deadline } = step;
  if (deadline.kind === 'local') return kit.t('guide.deadline.local');
  const ofLevel = placeOf(guide.levels, guide.steps, step)?.level.deadlineDays;
  const days = deadline.kind === 'days' ? deadline.days : deadline.kind === 'level' ? ofLevel : undefined;
  return days === undefined ? undefined : kit.t('guide.deadline.days', { days });
}
