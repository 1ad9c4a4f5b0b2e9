import type { LocalDate } from '../core/local-date.ts';
import type { LeaderModule, LeaderView } from '../features/digests/leader-view.ts';
import type { Reach } from '../features/digests/reach.ts';
import { lateByDays } from '../features/digests/unit-status.ts';
import { isBlockedByPerson } from '../features/people/app-need.ts';
import { disabledByAdmin } from '../features/reminders/messenger.ts';
import type { ViewKit } from './define-view.ts';

/** How somebody came to the unit, where that is another day than the first at work. */
export const joinedLater = ({ joined, employedOn }: LeaderView): LeaderView['joined'] =>
  joined && joined.on > employedOn ? joined : undefined;

/** How one priority module stands, as the leader and the person both read it. */
export function leaderModuleWords(module: LeaderModule, kit: ViewKit): string {
  const standing = standingWords(module, kit);
  const words = module.lastDoneOn
    ? `${standing}, ${kit.t('digest.module.renewed', { date: kit.date(module.lastDoneOn) })}`
    : standing;
  if (module.withdrawnOn === undefined) return words;
  return `${words}. ${kit.t('digest.module.withdrawn', { date: kit.date(module.withdrawnOn) })}`;
}

function standingWords(module: LeaderModule, kit: ViewKit): string {
  if (module.standing === 'done') return kit.t('digest.module.done', { date: kit.date(module.completedOn) });
  if (module.standing === 'late') {
    const values = { date: kit.date(module.dueOn) };
    return module.isStarted ? kit.t('digest.module.late-started', values) : kit.t('digest.module.late', values);
  }
  const isStarted = module.standing === 'on-the-way';
  if (module.dueOn === undefined) {
    return isStarted ? kit.t('digest.module.started') : kit.t('digest.module.not-started');
  }
  const values = { date: kit.date(module.dueOn) };
  return isStarted ? kit.t('digest.module.started-due', values) : kit.t('digest.module.not-started-due', values);
}

/** Teams' words, and our own, for an app that is not there. */
const appGone = new Set(['uninstalled', 'BotNotInConversationRoster', 'ForbiddenOperationException']);

/** Why Undring cannot write to somebody, and what a leader can do about it; `undefined` when it can. */
export function reachWords(reach: Reach, kit: ViewKit): string | undefined {
  switch (hindranceOf(reach)) {
    case undefined:
      return undefined;
    case 'no-chat':
      return `${kit.t('digest.reach.no-chat')} ${kit.t('digest.reach.no-chat-advice')}`;
    case 'blocked':
      return `${kit.t('digest.reach.blocked')} ${kit.t('digest.reach.blocked-advice')}`;
    case 'blocked-or-gone':
      return `${kit.t('digest.reach.blocked-or-gone')} ${kit.t('digest.reach.ask-it')}`;
    case 'app-gone':
      return `${kit.t('digest.reach.app-gone')} ${kit.t('digest.reach.ask-it')}`;
    case 'shut-off':
      return `${kit.t('digest.reach.shut-off')} ${kit.t('digest.reach.ask-it')}`;
    case 'refused':
      return `${kit.t('digest.reach.refused')} ${kit.t('digest.reach.ask-it')}`;
  }
}

/** The same for the person it is about: the advice is meant for the leader. */
export function ownReachWords(reach: Reach, kit: ViewKit): string {
  switch (hindranceOf(reach)) {
    case undefined:
      return kit.t('digest.sees.reach-open');
    case 'no-chat':
      return kit.t('digest.reach.no-chat');
    case 'blocked':
      return kit.t('digest.reach.blocked');
    case 'blocked-or-gone':
      return kit.t('digest.reach.blocked-or-gone');
    case 'app-gone':
      return kit.t('digest.reach.app-gone');
    case 'shut-off':
      return kit.t('digest.reach.shut-off');
    case 'refused':
      return kit.t('digest.reach.refused');
  }
}

type Hindrance = 'no-chat' | 'blocked' | 'blocked-or-gone' | 'app-gone' | 'shut-off' | 'refused';

function hindranceOf(reach: Reach): Hindrance | undefined {
  if (reach.reach === 'open') return undefined;
  if (reach.reach === 'no-chat') return 'no-chat';
  if (isBlockedByPerson(reach.reason)) return 'blocked';
  // Teams says no more than that it is one of the two, and a leader must not read a guess about somebody.
  if (reach.reason === 'MessageWritesBlocked') return 'blocked-or-gone';
  if (reach.reason === disabledByAdmin) return 'shut-off';
  return appGone.has(reach.reason) ? 'app-gone' : 'refused';
}

/** The same, about somebody who still has something to be reminded of; of others nobody needs to know. */
export function reachNote(person: LeaderView, kit: ViewKit): string | undefined {
  return isReachShown(person) ? reachWords(person.reach, kit) : undefined;
}

export const isReachShown = ({ overall }: LeaderView): boolean => overall !== 'done' && overall !== 'none';

/** Whether each course holds, and no date: as the leader and the person both read it. */
export const certificateLines = ({ certificates }: LeaderView, kit: ViewKit): readonly string[] =>
  certificates.map(({ name, isValid }) => {
    const course = kit.pick(name);
    return isValid ? kit.t('certificate.leader-valid', { course }) : kit.t('certificate.leader-not-valid', { course });
  });

/** A person's state in a word or two, with a colour that says the same. */
export function overallWords(person: LeaderView, kit: ViewKit): { text: string; color: string } {
  if (person.tenure === 'starts-later') {
    return { text: kit.t('digest.overall.starts', { date: kit.date(person.employedOn) }), color: 'Default' };
  }
  const { overall } = person;
  if (overall === 'late') {
    return { text: kit.t('digest.overall.late', { days: lateByDays(person) }), color: 'Attention' };
  }
  if (overall === 'done')
    return { text: kit.t('digest.overall.done', { date: kit.date(doneOn(person)) }), color: 'Good' };
  if (overall === 'on-the-way') return { text: kit.t('digest.overall.on-the-way'), color: 'Accent' };
  return {
    text: overall === 'none' ? kit.t('digest.overall.none') : kit.t('digest.overall.not-started'),
    color: 'Default',
  };
}

/** The day of the last completion of somebody who has done everything. */
function doneOn({ modules, employedOn }: LeaderView): LocalDate {
  const days = modules.map((module) => (module.standing === 'done' ? module.completedOn : employedOn));
  return days.toSorted().at(-1) ?? employedOn;
}
