import type { LeaderModule, LeaderView } from '../features/digests/leader-view.ts';
import { arrangementWords } from './arrangement-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { leaderModuleWords, overallWords, reachNote } from './leader-words.ts';
import { lines } from './module-words.ts';
import { good, type NoticeBox, warning } from './notice-box.ts';

/** What became of the leader's press. Whether a reminder is sent is not told: it would say who has said no to them. */
export type StaffNotice = 'asked' | 'nothing-open' | 'too-early' | 'more-time' | 'exempt' | 'lifted' | 'changed';

/** `offers`: what the municipality lets leaders decide. `wasAsked`: a reminder was asked for this week already. `isTooEarly`: there are none yet. */
export type StaffModel = {
  view: LeaderView;
  offers: { moreTime: boolean; exempt: boolean };
  wasAsked: boolean;
  isTooEarly?: true;
  notice?: StaffNotice;
};

/** One of the staff as the leader sees them, and what the leader can do there and then. */
export const staffView = defineView<StaffModel>('staff', (model, kit) => {
  const { view, notice } = model;
  const { text, color } = overallWords(view, kit);
  return {
    data: {
      title: kit.plain(view.displayName),
      notices: notice ? [noticeOf(notice, view, kit)] : [],
      state: text,
      color,
      notes: lines(
        view.needsTime ? kit.t('staff.needs-time') : undefined,
        reachNote(view, kit),
        model.wasAsked && notice !== 'asked' ? kit.t('staff.was-asked') : undefined,
        model.isTooEarly && isAsked(view) && notice !== 'too-early' ? tooEarly(view, kit) : undefined,
      ),
      rows: [...view.modules.map((module) => moduleRow(module, model, kit)), ...exemptRows(view, kit)],
      sees: kit.t('staff.sees', { name: kit.plain(view.givenName) }),
      actions: actionsOf(model, kit),
    },
    summary: kit.plain(view.displayName),
  };
});

/** Nothing to set aside time for, to be reminded of or to be given more time for. */
const isOpen = ({ overall }: LeaderView): boolean => overall !== 'done' && overall !== 'none';

/** Somebody whom something may be asked of: of who begins later the card says so. */
const isAsked = (view: LeaderView): boolean => isOpen(view) && view.tenure !== 'starts-later';

const tooEarly = ({ givenName }: LeaderView, kit: ViewKit): string =>
  kit.t('staff.notice.too-early', { name: kit.plain(givenName) });

function moduleRow(module: LeaderModule, { view, offers }: StaffModel, kit: ViewKit) {
  const { moduleId } = module;
  const arrangement = view.arrangements?.find((each) => each.moduleId === moduleId);
  const { personId } = view;
  const dueOn = module.standing === 'done' ? undefined : module.dueOn;
  const ids = { personId, moduleId };
  const title = kit.pick(module.title);
  const named = (action: CardAction, tooltip: string): CardAction => ({ ...action, tooltip: `${tooltip}: ${title}` });
  const more = kit.t('staff.give-more-time');
  const exempt = kit.t('staff.give-exempt');
  const actions = [
    ...(dueOn !== undefined && offers.moreTime
      ? [named(kit.button('staff.more-time', more, { ...ids, seen: dueOn }), more)]
      : []),
    ...(dueOn !== undefined && offers.exempt ? [named(kit.button('staff.exempt', exempt, ids), exempt)] : []),
    ...(arrangement ? [named(liftButton(ids, arrangement.at, kit), kit.t('staff.lift'))] : []),
  ];
  return {
    title,
    texts: lines(sentence(leaderModuleWords(module, kit)), arrangement && arrangementWords(arrangement, kit)),
    sets: actions.length > 0 ? [{ actions }] : [],
  };
}

const liftButton = (ids: { personId: string; moduleId: string }, seen: Date, kit: ViewKit): CardAction =>
  kit.button('staff.lift', kit.t('staff.lift'), { ...ids, seen: seen.toISOString() });

/** What is not to be taken is in no list of modules, but that it was done before. */
function exemptRows({ personId, modules, arrangements = [] }: LeaderView, kit: ViewKit) {
  const shown = new Set(modules.map(({ moduleId }) => moduleId));
  const exempt = arrangements.filter(({ arrangement, moduleId }) => arrangement === 'exempt' && !shown.has(moduleId));
  return exempt.map((arrangement) => {
    const title = kit.pick(arrangement.title);
    const lift = liftButton({ personId, moduleId: arrangement.moduleId }, arrangement.at, kit);
    return {
      title,
      texts: lines(arrangementWords(arrangement, kit)),
      sets: [{ actions: [{ ...lift, tooltip: `${kit.t('staff.lift')}: ${title}` }] }],
    };
  });
}

/** The words follow a colon elsewhere, and stand alone here. */
const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('nb') + text.slice(1);

function actionsOf({ view, wasAsked, isTooEarly }: StaffModel, kit: ViewKit): readonly CardAction[] {
  const { personId, unitId } = view;
  const asks = isAsked(view);
  // Nothing can be sent to who is out of reach; the card says why, and what to do about it.
  const isInReach = view.reach.reach === 'open';
  const aside = isInReach ? undefined : 'positive';
  return [
    ...(asks && isInReach && !wasAsked && !isTooEarly
      ? [kit.button('staff.remind', kit.t('staff.remind'), { personId }, 'positive')]
      : []),
    ...(asks ? [kit.button('staff.set-aside', kit.t('staff.set-aside'), { personId }, aside)] : []),
    kit.button('digest.status', kit.t('staff.to-status'), { unitId }),
    kit.button('digest.show', kit.t('staff.to-digest')),
  ];
}

function noticeOf(notice: StaffNotice, view: LeaderView, kit: ViewKit): NoticeBox {
  const values = { name: kit.plain(view.givenName) };
  switch (notice) {
    case 'asked':
      return good(kit.t('staff.notice.asked', values));
    case 'nothing-open':
      return warning(kit.t('staff.notice.nothing-open', values));
    case 'too-early':
      return warning(tooEarly(view, kit));
    case 'more-time':
      return good(kit.t('staff.notice.more-time', values));
    case 'exempt':
      return good(kit.t('staff.notice.exempt', values));
    case 'lifted':
      return good(kit.t('staff.notice.lifted', values));
    case 'changed':
      return warning(kit.t('staff.notice.changed', values));
  }
}
