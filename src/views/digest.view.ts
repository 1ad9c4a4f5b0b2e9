import { isoWeekOf } from '../core/local-date.ts';
import { localeTag } from '../core/locale.ts';
import { suggestBelow } from '../features/digests/below.ts';
import type { DigestModel, DigestUnit } from '../features/digests/leader-digest.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { belowHeadline, belowSections, isBelowFirst } from './digest-below.ts';
import { type DigestNotice, digestNotice } from './digest-notice.ts';
import { sectionsOf } from './digest-sections.ts';
import { lines } from './module-words.ts';
import { countsText } from './status.view.ts';
import { statusBar } from './status-bar.ts';
import { suggestionWords } from './suggestion-words.ts';

/** As many lines of each kind as four minutes a week are good for; the rest is one press away. */
const shownUnits = 8;

/** `notice`: only where a press led to the card. */
export type DigestCardModel = DigestModel & { notice?: DigestNotice };

/** What a leader is told once a week, with what can be done about it there and then. */
export const digestView = defineView<DigestCardModel>('digest', (model, kit) => {
  const { units, counts } = model;
  const title = titleOf(model, kit);
  const [own, below] = [sectionsOf(model, kit), belowSections(model, kit)];
  return {
    data: {
      title,
      notices: model.notice ? [digestNotice(model.notice, kit)] : [],
      since: lines(
        ...standsInTexts(model, kit),
        ...sinceTexts(model, kit),
        model.names === 'hidden' ? kit.t('digest.names.hidden') : undefined,
      ),
      headline: headlineOf(model, kit),
      bars: statusBar(counts),
      counts: lines(counts.people > 0 && counts.done < counts.people ? countsText(counts, kit) : undefined),
      units: isBelowFirst(model) ? [] : unitLines(units, kit),
      moreUnits: isBelowFirst(model) ? [] : lines(moreOf(units.length - shownUnits, kit)),
      sections: (isBelowFirst(model) ? [...below, ...own] : [...own, ...below]).filter(
        ({ rows, asks }) => rows.length + asks.length > 0,
      ),
      suggestionLabel: kit.t('digest.suggestion.label'),
      suggestion: suggestionWords(suggestBelow(model.suggestion, model.below ?? []), kit),
      actions: actionsOf(model, kit),
    },
    summary: title,
  };
});

function titleOf({ units, today }: DigestModel, kit: ViewKit): string {
  const week = Number(isoWeekOf(today).slice(-2));
  const [only] = units;
  if (units.length === 1 && only) return kit.t('digest.title', { unit: kit.plain(only.name), week });
  return kit.t('digest.title-units', { units: units.length, week });
}

/** A day for each unit where they differ: of a day that holds for another unit nobody should think that it holds for all. */
function standsInTexts({ standsIn = [] }: DigestModel, kit: ViewKit): readonly string[] {
  const [only, ...others] = standsIn;
  if (only && others.length === 0) return [kit.t('delegation.stands-in', { date: kit.date(only.until) })];
  const list = new Intl.ListFormat(localeTag(kit.locale));
  return standsIn.map(({ until, units }) =>
    kit.t('delegation.stands-in-units', {
      units: list.format(units.map((name) => kit.plain(name))),
      date: kit.date(until),
    }),
  );
}

/** That nothing is new is told of the own people only, so not beside the figures of others. */
function sinceTexts({ sinceLast, below = [] }: DigestModel, kit: ViewKit): readonly string[] {
  if (!sinceLast) return [];
  const { finished, newPeople, newlyLate } = sinceLast;
  if (finished + newPeople + newlyLate === 0) return below.length > 0 ? [] : [kit.t('digest.since-nothing')];
  return [
    ...(finished + newPeople > 0 ? [kit.t('digest.since', { finished, newPeople })] : []),
    ...(newlyLate > 0 ? [kit.t('digest.since-late', { newlyLate })] : []),
  ];
}

function headlineOf(model: DigestModel, kit: ViewKit): string {
  const { counts } = model;
  if (counts.hidden) return kit.t('digest.names.too-few');
  if (isBelowFirst(model)) return belowHeadline(model, kit);
  if (counts.people === 0) return kit.t('digest.status.nothing-to-do');
  return kit.t('digest.headline', { done: counts.done, people: counts.people });
}

/** There is not room for all: those with most late first. */
const byLate = (a: DigestUnit, b: DigestUnit): number => b.counts.late - a.counts.late;

const unitLines = (units: readonly DigestUnit[], kit: ViewKit) =>
  units.length > 1
    ? units
        .toSorted(byLate)
        .slice(0, shownUnits)
        .map((unit) => unitLine(unit, kit))
    : [];

function unitLine({ name, counts }: DigestUnit, kit: ViewKit) {
  const { done, people, late, hidden } = counts;
  return {
    name: kit.plain(name),
    count: hidden ? kit.t('digest.names.too-few-short') : kit.t('digest.unit-count', { done, people, late }),
  };
}

const moreOf = (more: number, kit: ViewKit): string | undefined =>
  more > 0 ? kit.t('digest.more', { more }) : undefined;

/** What is suggested comes first, where there is a button for it. */
function actionsOf(model: DigestModel, kit: ViewKit): readonly CardAction[] {
  const { units, toConfirm, suggestion, names, onlyFollows } = model;
  const [only] = units;
  const data = units.length === 1 && only ? { unitId: only.unitId } : undefined;
  const all = kit.t('digest.see-all');
  const open = kit.t('prior.pending.open');
  const staff = kit.button('digest.what-leader-sees', kit.t('digest.what-staff-see'));
  const together = togetherButton(model, kit);
  const away = names === 'hidden' || onlyFollows ? [] : [kit.button('delegation.show', kit.t('delegation.button'))];
  if (suggestion.suggestion === 'confirm-prior') {
    return [
      kit.button('prior.pending', open, undefined, 'positive'),
      kit.button('digest.status', all, data),
      together,
      staff,
      ...away,
    ];
  }
  const confirm = toConfirm > 0 ? [kit.button('prior.pending', open)] : [];
  const status = kit.button('digest.status', all, data, isBelowFirst(model) ? undefined : 'positive');
  return [status, ...confirm, together, staff, ...away];
}

/** A meeting about what most of them miss; where it is not one and the same for several, which module is asked for first. */
function togetherButton({ missing }: DigestModel, kit: ViewKit): CardAction {
  const people = Map.groupBy(missing, ({ moduleId }) => moduleId);
  const [most] = [...people].toSorted(([, a], [, b]) => b.length - a.length);
  const data = most && most[1].length > 1 ? { moduleId: most[0] } : undefined;
  return kit.button('group.open', kit.t('digest.together'), data);
}
