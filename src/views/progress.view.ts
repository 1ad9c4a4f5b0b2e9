import type { Module } from '../features/catalogue/module.ts';
import type { LeaderArrangement } from '../features/digests/leader-arrangement.ts';
import type { OwnCertificate } from '../features/progress/certificate.ts';
import { nextPriorityModule, type OwnModule } from '../features/progress/own-modules.ts';
import type { OwnProgress } from '../features/progress/own-progress.ts';
import type { OwnPolicy } from '../features/progress/policy-reads.ts';
import { ownArrangementWords } from './arrangement-words.ts';
import { certificateWords } from './certificate-list.view.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { aboutModule, lines, standingWords } from './module-words.ts';
import { progressBar } from './progress-bar.ts';

/** `not-a-leader`: why own progress is shown instead of what was pressed. `withdrawn`: what the press has done. */
export type ProgressNotice = 'not-a-leader' | 'withdrawn';

/** `names`: of the leaders who have registered something, by id. `diplomas`: absent when the municipality has not turned them on. */
export type ProgressModel = OwnProgress &
  RowModel & { notice?: ProgressNotice; arrangements?: readonly LeaderArrangement[] };
type RowModel = { names?: ReadonlyMap<string, string>; diplomas?: 'offered' };

/** One person's own progress. */
export const progressView = defineView<ProgressModel>('progress', (model, kit) => {
  const { own, policies, certificates, notice, arrangements = [] } = model;
  const priority = own.filter(({ module }) => module.isPriority);
  const counted = priority.length > 0 ? priority : own;
  const done = counted.filter(({ standing }) => standing === 'done').length;
  const groups = [
    { heading: kit.t('progress.on-the-way'), rows: rowsOf(model, 'on-the-way', kit) },
    { heading: kit.t('progress.left'), rows: rowsOf(model, 'not-started', kit) },
    { heading: kit.t('progress.done'), rows: rowsOf(model, 'done', kit) },
    { heading: kit.t('staff.own-heading'), rows: arrangements.map((arrangement) => arrangedRow(arrangement, kit)) },
    { heading: kit.t('progress.beside'), rows: [...policyRows(policies, kit), ...certificateRows(certificates, kit)] },
  ];
  return {
    data: {
      title: kit.t('common.progress'),
      bars: progressBar(done, counted.length, 'Good'),
      notices: lines(notice && noticeText(notice, kit)),
      count: countText(priority.length > 0, done, counted.length, kit),
      groups: groups.filter(({ rows }) => rows.length > 0),
      actions: actionsOf(own, kit),
    },
    summary: kit.t('common.progress'),
  };
});

function countText(isPriority: boolean, done: number, of: number, kit: ViewKit): string {
  if (of === 0) return kit.t('progress.nothing');
  if (done === of) return isPriority ? kit.t('progress.all-done-priority') : kit.t('progress.all-done');
  return isPriority ? kit.t('progress.count-priority', { done, of }) : kit.t('progress.count', { done, of });
}

const noticeText = (notice: ProgressNotice, kit: ViewKit): string =>
  notice === 'withdrawn' ? kit.t('progress.withdrawn-now') : kit.t('progress.not-a-leader');

function rowsOf({ own, names, diplomas }: ProgressModel, standing: OwnModule['standing'], kit: ViewKit) {
  const items = own.filter((item) => item.standing === standing);
  return items.map((item) => {
    const { text, color } = standingWords(item, kit);
    const { module } = item;
    const title = kit.pick(module.title);
    const open = kit.button('module.open', kit.t('progress.open', { module: title }), { moduleId: module.moduleId });
    const notes = lines(item.withdrawnAt && kit.t('progress.withdrawn', { day: kit.day(item.withdrawnAt) }));
    const ticks = item.standing === 'done' && item.tickedBy ? [tickOf(module, names?.get(item.tickedBy), kit)] : [];
    const getters = diplomas ? diplomaButtons(item, kit) : [];
    return { title, abouts: lines(aboutModule(module, kit)), states: [{ text, color }], open, notes, ticks, getters };
  });
}

/** What the leader has decided, and why: nothing is arranged that one cannot see. */
function arrangedRow(arrangement: LeaderArrangement, kit: ViewKit) {
  const { moduleId } = arrangement;
  const title = kit.pick(arrangement.title);
  const open = kit.button('module.open', kit.t('progress.open', { module: title }), { moduleId });
  const notes = lines(ownArrangementWords(arrangement, kit));
  return { title, abouts: [], states: [], notes, ticks: [], getters: [], open };
}

/** One row for all of them, with those that are to be read again: the others are a press away. */
function policyRows(policies: readonly OwnPolicy[], kit: ViewKit) {
  const [read, of] = [policies.filter(({ standing }) => standing === 'read').length, policies.length];
  if (of === 0) return [];
  const title = kit.t('policy.title');
  const about = kit.t('policy.count', { read, of });
  const again = policies.filter(({ standing }) => standing === 'read-again');
  return [
    {
      title,
      abouts: lines(about),
      states: [],
      notes: lines(...again.map(({ policy }) => kit.t('policy.changed.named', { policy: kit.pick(policy.title) }))),
      ticks: [],
      getters: [],
      open: kit.button('policy.list', title),
    },
  ];
}

function certificateRows(certificates: readonly OwnCertificate[], kit: ViewKit) {
  return certificates.map((own) => {
    const { state, color } = certificateWords(own, kit);
    const title = kit.pick(own.kind.name);
    const open = kit.button('certificate.list', kit.t('progress.open', { module: title }));
    return { title, abouts: [], states: [{ text: state, color }], notes: [], ticks: [], getters: [], open };
  });
}

/** Who has registered it, and the way to say that it is wrong. */
function tickOf({ moduleId }: Module, name: string | undefined, kit: ViewKit) {
  return {
    text: name ? kit.t('progress.registered-by', { name: kit.plain(name) }) : kit.t('progress.registered'),
    dispute: kit.button('progress.dispute', kit.t('progress.dispute'), { moduleId }),
  };
}

/**
 * Also while the module is to be taken again: the proof of the last time stands. As an element of the row, so that the button says in its
 * tooltip which of the modules it is for.
 */
function diplomaButtons(item: OwnModule, kit: ViewKit) {
  const isDone = item.standing === 'done';
  const form = isDone ? item.form : item.lastForm;
  if (form === 'prior' || (!isDone && !item.lastDoneAt)) return [];
  const { moduleId, title } = item.module;
  const button = kit.button('diploma.offer', kit.t('diploma.get'), { moduleId });
  return [{ get: [{ ...button, tooltip: kit.t('diploma.tooltip', { module: kit.pick(title) }) }] }];
}

function actionsOf(own: readonly OwnModule[], kit: ViewKit): readonly CardAction[] {
  const next = nextPriorityModule(own);
  const title = next?.standing === 'on-the-way' ? kit.t('module.list.resume') : kit.t('module.list.begin');
  const resume = next && kit.button('module.open', title, { moduleId: next.module.moduleId }, 'positive');
  return [
    ...(resume ? [resume] : []),
    kit.button('digest.what-leader-sees', kit.t('common.what-leader-sees')),
    kit.button('module.list', kit.t('common.modules')),
  ];
}
