import type { LocalDate } from '../core/local-date.ts';
import type { LocalText } from '../core/locale.ts';
import type { FollowUpKind } from '../features/reminders/follow-up.ts';
import type { PreviewSum, SafeCount } from '../features/reminders/sum-preview.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { pageOf } from './paging.ts';

/** Why something comes. `days` are to or from the deadline. `not-done`: any friendly reminder on the way. */
export type PlanReason =
  | { reason: 'before-due' | 'after-due'; module: LocalText; days: number }
  | { reason: 'on-due' | Exclude<FollowUpKind, 'mentor' | 'policy'>; module: LocalText }
  | { reason: 'introduction' | 'leader' | 'not-done'; module: LocalText }
  | { reason: 'mentor' }
  | { reason: 'certificate'; course: LocalText; validTo: LocalDate };

export type PlannedPerson = {
  name: string;
  unit: string;
  kind: 'card' | 'unreachable';
  reasons: readonly PlanReason[];
};

export type SendingPlanModel = {
  on: LocalDate;
  isStopped: boolean;
  sum: PreviewSum;
  unitNames: ReadonlyMap<string, string>;
  notLookedAt: number;
  /** Only those whose names may be seen. */
  people: readonly PlannedPerson[];
  /** From 0. */
  page: number;
};

const peoplePerPage = 10;

/** "Hvem får hva, og hvorfor": a dry run of the next working day. */
export const sendingPlanView = defineView<SendingPlanModel>('sending-plan', (model, kit) => {
  const { sum, people, on } = model;
  const { shown, at: page, pages } = pageOf(people, model.page, peoplePerPage);
  return {
    data: {
      title: kit.t('sending.plan.title', { date: kit.date(on) }),
      notices: model.isStopped ? [{ text: kit.t('sending.plan.stopped') }] : [],
      headline: headlineOf(sum.cards, kit),
      kinds: kindFacts(sum, kit),
      units: unitGroup(model, kit),
      small: smallLine(model, kit),
      names: nameGroup(shown, { page, pages }, kit),
      actions: [
        ...(page + 1 < pages ? [kit.button('sending.plan', kit.t('sending.plan.next'), { page: page + 1 })] : []),
        ...(page > 0 ? [kit.button('sending.plan', kit.t('sending.plan.previous'), { page: page - 1 })] : []),
        kit.button('sending.show', kit.t('sending.button.back')),
      ],
    },
    summary: kit.t('sending.plan.summary'),
  };
});

function headlineOf(cards: SafeCount, kit: ViewKit): string {
  if ('fewerThan' in cards) return kit.t('sending.plan.few', { limit: cards.fewerThan });
  return cards.count === 0 ? kit.t('sending.plan.none') : kit.t('sending.plan.cards', { count: cards.count });
}

const countWords = (count: SafeCount, kit: ViewKit): string =>
  'count' in count ? String(count.count) : kit.t('sending.plan.fewer-than', { limit: count.fewerThan });

const isSome = (count: SafeCount): boolean => !('count' in count) || count.count > 0;

function kindFacts({ kinds, unreachable, nothing }: PreviewSum, kit: ViewKit): readonly object[] {
  const facts = [
    ...(kinds ? [{ title: kit.t('sending.plan.nudge'), value: String(kinds.nudge) }] : []),
    ...(kinds ? [{ title: kit.t('sending.plan.deadline'), value: String(kinds.deadline) }] : []),
    ...(isSome(unreachable) ? [{ title: kit.t('sending.plan.unreachable'), value: countWords(unreachable, kit) }] : []),
    ...(isSome(nothing) ? [{ title: kit.t('sending.plan.nothing'), value: countWords(nothing, kit) }] : []),
  ];
  return facts.length > 0 ? [{ facts }] : [];
}

function unitGroup({ sum, unitNames }: SendingPlanModel, kit: ViewKit): readonly object[] {
  const rows = sum.units.map(({ unitId, count }) => ({
    title: kit.plain(unitNames.get(unitId) ?? unitId),
    value: String(count),
  }));
  const { otherUnits } = sum;
  if (otherUnits) {
    const title = kit.t('sending.plan.other-units', { units: otherUnits.units });
    rows.push({ title, value: String(otherUnits.count) });
  }
  return rows.length > 0 ? [{ heading: kit.t('sending.plan.by-unit'), rows }] : [];
}

function smallLine({ notLookedAt }: SendingPlanModel, kit: ViewKit): string {
  const small = `${kit.t('sending.plan.tonight')} ${kit.t('sending.plan.small')}`;
  return notLookedAt > 0 ? `${kit.t('sending.plan.more', { more: notLookedAt })} ${small}` : small;
}

function nameGroup(
  shown: readonly PlannedPerson[],
  { page, pages }: { page: number; pages: number },
  kit: ViewKit,
): readonly object[] {
  if (shown.length === 0) return [];
  const heading = kit.t('sending.plan.names');
  const place = pages > 1 ? [{ text: kit.t('sending.plan.page', { page: page + 1, pages }) }] : [];
  const rows = shown.map(({ name, unit, kind, reasons }) => ({
    who: kit.t('sending.plan.person', { name: kit.plain(name), unit: kit.plain(unit) }),
    why: [
      ...(kind === 'unreachable' ? [kit.t('sending.plan.unreachable')] : []),
      ...reasons.map((reason) => reasonWords(reason, kit)),
    ].join(' · '),
  }));
  return [{ heading, rows, place }];
}

function reasonWords(why: PlanReason, kit: ViewKit): string {
  switch (why.reason) {
    case 'introduction':
      return kit.t('sending.why.introduction', { module: kit.pick(why.module) });
    case 'leader':
      return kit.t('sending.why.leader', { module: kit.pick(why.module) });
    case 'not-done':
      return kit.t('sending.why.not-done', { module: kit.pick(why.module) });
    case 'before-due':
      return kit.t('sending.why.before-due', { module: kit.pick(why.module), days: why.days });
    case 'after-due':
      return kit.t('sending.why.after-due', { module: kit.pick(why.module), days: why.days });
    case 'on-due':
      return kit.t('sending.why.on-due', { module: kit.pick(why.module) });
    case 'certificate':
      return kit.t('sending.why.certificate', { course: kit.pick(why.course), date: kit.date(why.validTo) });
    case 'refresher':
      return kit.t('sending.why.refresher', { module: kit.pick(why.module) });
    case 'use-it':
      return kit.t('sending.why.use-it', { module: kit.pick(why.module) });
    case 'reread':
      return kit.t('sending.why.reread', { module: kit.pick(why.module) });
    case 'mentor':
      return kit.t('mentor.summary');
  }
}
