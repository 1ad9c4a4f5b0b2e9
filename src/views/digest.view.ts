import { isoWeekOf } from '../core/local-date.ts';
import type { DigestModel, DigestUnit } from '../features/digests/leader-digest.ts';
import type { LeaderView } from '../features/digests/leader-view.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { reachWords } from './leader-words.ts';
import { missingLines } from './missing-words.ts';
import { lines } from './module-words.ts';
import { progressBar } from './progress-bar.ts';
import { suggestionWords } from './suggestion-words.ts';

/** As many lines of each kind as four minutes a week are good for; the rest is one press away. */
const shownMissing = 5;
const shownPeople = 3;
const shownUnits = 8;

/** What a leader is told once a week. */
export const digestView = defineView<DigestModel>('digest', (model, kit) => {
  const { units, counts, missing, newPeople, unreachable, needTime, suggestion, toConfirm } = model;
  const waits = toConfirm > 0 ? [kit.t('prior.pending.line', { count: toConfirm })] : [];
  const title = titleOf(model, kit);
  return {
    data: {
      title,
      bars: progressBar(counts.done, counts.people, 'Good'),
      since: lines(sinceText(model, kit), model.names === 'hidden' ? kit.t('digest.names.hidden') : undefined),
      headline: headlineOf(model, kit),
      units: units.length > 1 ? units.slice(0, shownUnits).map((unit) => unitLine(unit, kit)) : [],
      moreUnits: lines(moreOf(units.length - shownUnits, kit)),
      sections: [
        { heading: kit.t('prior.pending.heading'), rows: lines(...waits) },
        section(kit.t('digest.missing'), missingLines(missing, kit), shownMissing, (line) => line, kit),
        section(kit.t('digest.need-time'), needTime, shownPeople, (person) => needsText(person, kit), kit),
        section(kit.t('digest.new'), newPeople, shownPeople, (person) => newText(person, kit), kit),
        section(kit.t('digest.unreachable'), unreachable, shownPeople, (person) => reachText(person, kit), kit),
      ].filter(({ rows }) => rows.length > 0),
      suggestionLabel: kit.t('digest.suggestion.label'),
      suggestion: suggestionWords(suggestion, kit),
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

function sinceText({ sinceLast }: DigestModel, kit: ViewKit): string | undefined {
  if (!sinceLast) return undefined;
  const { finished, newPeople } = sinceLast;
  if (finished + newPeople === 0) return kit.t('digest.since-nothing');
  return kit.t('digest.since', { finished, newPeople });
}

function headlineOf({ counts }: DigestModel, kit: ViewKit): string {
  if (counts.hidden) return kit.t('digest.names.too-few');
  if (counts.people === 0) return kit.t('digest.status.nothing-to-do');
  return kit.t('digest.headline', { done: counts.done, people: counts.people });
}

function unitLine({ name, counts }: DigestUnit, kit: ViewKit) {
  const { done, people, hidden } = counts;
  return {
    name: kit.plain(name),
    count: hidden ? kit.t('digest.names.too-few-short') : kit.t('digest.unit-count', { done, people }),
  };
}

function section<T>(heading: string, items: readonly T[], shown: number, words: (item: T) => string, kit: ViewKit) {
  return { heading, rows: lines(...items.slice(0, shown).map(words), moreOf(items.length - shown, kit)) };
}

const needsText = (person: LeaderView, kit: ViewKit): string =>
  kit.t('digest.needs-time', { name: kit.plain(person.displayName) });

const moreOf = (more: number, kit: ViewKit): string | undefined =>
  more > 0 ? kit.t('digest.more', { more }) : undefined;

const newText = (person: LeaderView, kit: ViewKit): string =>
  kit.t('digest.new-person', { name: kit.plain(person.displayName), date: kit.date(person.employedOn) });

const reachText = (person: LeaderView, kit: ViewKit): string =>
  kit.t('digest.unreachable-person', {
    name: kit.plain(person.displayName),
    reason: reachWords(person.reach, kit) ?? '',
  });

/** What is suggested comes first, where there is a button for it. */
function actionsOf({ units, toConfirm, suggestion }: DigestModel, kit: ViewKit): readonly CardAction[] {
  const [only] = units;
  const data = units.length === 1 && only ? { unitId: only.unitId } : undefined;
  const all = kit.t('digest.see-all');
  const open = kit.t('prior.pending.open');
  const staff = kit.button('digest.what-leader-sees', kit.t('digest.what-staff-see'));
  if (suggestion.suggestion === 'confirm-prior') {
    return [kit.button('prior.pending', open, undefined, 'positive'), kit.button('digest.status', all, data), staff];
  }
  const confirm = toConfirm > 0 ? [kit.button('prior.pending', open)] : [];
  return [kit.button('digest.status', all, data, 'positive'), ...confirm, staff];
}
