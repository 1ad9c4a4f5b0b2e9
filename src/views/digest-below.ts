import type { Below, ToldBelow } from '../features/digests/below.ts';
import type { DigestModel } from '../features/digests/leader-digest.ts';
import type { ViewKit } from './define-view.ts';
import { plainRow, type Section } from './digest-sections.ts';
import { doneWords, otherWords } from './standing-bar.ts';

/** Units below that are named; the rest is one press away. */
const shownParts = 3;

/** Nobody is in the units themselves, or nobody with anything to do: then the units below are what it is about. */
export const isBelowFirst = ({ counts, below = [] }: DigestModel): boolean => below.length > 0 && counts.people === 0;

/** Of one place what was told of it; of several there is no sum, and each has its own lines. */
export function belowHeadline({ below = [] }: DigestModel, kit: ViewKit): string {
  const [only, ...others] = below;
  if (!only || others.length > 0) return kit.t('digest.below.several');
  return only.told === 'figures' ? doneWords(only.counts, kit) : kit.t('digest.below.own-nobody');
}

/** The figures of the month for each place that the leader looks after with all below it, and the way to the rest of them. */
export const belowSections = (model: DigestModel, kit: ViewKit): readonly Section[] =>
  (model.below ?? []).map((one) => {
    const heading = kit.t('digest.below.heading', { unit: kit.plain(one.name) });
    if (one.told === 'not-yet') {
      return { heading, rows: [plainRow(kit.t('rollup.nothing', { date: kit.date(one.nextOn) }))], asks: [] };
    }
    const isTold = isBelowFirst(model) && model.below?.length === 1 && !model.counts.hidden;
    const texts = [...(isTold ? [] : [doneWords(one.counts, kit)]), ...figureLines(one, kit)];
    return { heading, rows: texts.map(plainRow), asks: [{ actions: [openButton(one, model, kit)] }] };
  });

function figureLines({ counts, parts, on }: ToldBelow, kit: ViewKit): readonly string[] {
  const others = otherWords(counts, kit);
  const late = parts.filter((part) => part.counts.late > 0).slice(0, shownParts);
  const lineOf = ({ name, counts: { late: count } }: ToldBelow['parts'][number]): string =>
    kit.t('digest.below.late', { unit: kit.plain(name), count });
  return [...(others === '' ? [] : [others]), ...late.map(lineOf), kit.t('digest.below.as-of', { date: kit.date(on) })];
}

function openButton({ unitId, name }: Below, model: DigestModel, kit: ViewKit) {
  const title = kit.t('digest.below.open');
  const button = kit.button('rollup.show', title, { unitId }, isBelowFirst(model) ? 'positive' : undefined);
  return { ...button, tooltip: `${title}: ${kit.plain(name)}` };
}
