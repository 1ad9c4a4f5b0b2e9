import type { Level } from './facts.ts';
import type { GuideContent, Step } from './guide.ts';

/** What a part of the guide is about. */
export type PartKind = 'start' | 'suspicion' | 'duties' | 'level' | 'between' | 'help';

/** A part of the guide that can be drawn or printed by itself. `level` is there only in a part that is one. */
export type GuidePart = { partId: string; kind: PartKind; level?: Level; steps: readonly Step[] };

/** Every step of the guide in exactly one part, in the order of the files. Parts without steps are left out. */
export function partsOf(guide: GuideContent): readonly GuidePart[] {
  const { levels } = guide.levels;
  const order: readonly Omit<GuidePart, 'steps'>[] = [
    { partId: 'start', kind: 'start' },
    { partId: 'suspicion', kind: 'suspicion' },
    { partId: 'duties', kind: 'duties' },
    ...levels.map((level) => ({ partId: level.levelId, kind: 'level' as const, level })),
    { partId: 'between', kind: 'between' },
    { partId: 'help', kind: 'help' },
  ];
  const byPart = Map.groupBy(guide.steps.values(), (step) => partIdOf(guide, step));
  return order
    .map((part) => ({ ...part, steps: byPart.get(part.partId) ?? [] }))
    .filter(({ steps }) => steps.length > 0);
}

function partIdOf(guide: GuideContent, step: Step): string {
  switch (step.kind) {
    case 'start':
    case 'acute':
      return 'start';
    case 'protect':
      return 'suspicion';
    case 'workplace':
    case 'duty':
      return 'duties';
    case 'ordinary':
      return step.at?.levelId ?? 'between';
    case 'safety':
      return partOfQuestion(guide, step);
    case 'advice':
      return nextOf(guide, step).some(({ kind }) => kind === 'call') ? 'help' : 'start';
    case 'end':
      return partOfEnd(guide, step);
    default:
      return 'help';
  }
}

/** A safety question belongs to what it opens. The one that the first card leads to belongs to the first card. */
function partOfQuestion(guide: GuideContent, step: Step): string {
  const opens = nextOf(guide, step).find(({ kind }) => kind === 'ordinary');
  if (!opens) return 'suspicion';
  const isFirst = guide.steps.get(guide.startId)?.choices.some(({ to }) => to === step.stepId) ?? false;
  return isFirst ? 'start' : partIdOf(guide, opens);
}

/** An end belongs to the part that leads to it; one that several lead to stands with what all may look up. */
function partOfEnd(guide: GuideContent, step: Step): string {
  const before = [...guide.steps.values()].filter(({ choices }) => choices.some(({ to }) => to === step.stepId));
  const parts = new Set(before.filter(({ kind }) => kind !== 'end').map((earlier) => partIdOf(guide, earlier)));
  const [only = 'help'] = parts;
  return parts.size === 1 ? only : 'help';
}

function nextOf(guide: GuideContent, { choices }: Step): readonly Step[] {
  return choices.flatMap(({ to }) => guide.steps.get(to) ?? []);
}
