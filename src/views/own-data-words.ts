import type { Role, Sector } from '../features/people/person.ts';
import type { Retention } from '../features/people/retention.ts';
import type { SendingState } from '../features/reminders/sending-store.ts';
import type { ViewKit } from './define-view.ts';

const roleWord: Readonly<Record<Role, (kit: ViewKit) => string>> = {
  employee: (kit) => kit.t('own-data.role.employee'),
  mentor: (kit) => kit.t('own-data.role.mentor'),
  'bti-contact': (kit) => kit.t('own-data.role.bti-contact'),
  'area-leader': (kit) => kit.t('own-data.role.area-leader'),
  leader: (kit) => kit.t('own-data.role.leader'),
  coordinator: (kit) => kit.t('own-data.role.coordinator'),
  administrator: (kit) => kit.t('own-data.role.administrator'),
};

export const roleWords = (roles: readonly Role[], kit: ViewKit): string =>
  [...new Set(roles)].map((role) => roleWord[role](kit)).join(', ');

const sectorWord: Readonly<Record<Sector, (kit: ViewKit) => string>> = {
  kindergarten: (kit) => kit.t('own-data.sector.kindergarten'),
  school: (kit) => kit.t('own-data.sector.school'),
  ppt: (kit) => kit.t('own-data.sector.ppt'),
  health: (kit) => kit.t('own-data.sector.health'),
  social: (kit) => kit.t('own-data.sector.social'),
  other: (kit) => kit.t('own-data.sector.other'),
};

export const sectorWords = (sector: Sector, kit: ViewKit): string => sectorWord[sector](kit);

/** That the person was the last to stop or start all sending: the same on the card and in the file. */
export const switchedWords = ({ state }: Pick<SendingState, 'state'>, date: string, kit: ViewKit): string =>
  state === 'stopped'
    ? kit.t('own-data.row.sending-stopped', { date })
    : kit.t('own-data.row.sending-resumed', { date });

/** What stays, why, and for how long: the same words on the card and in the file. */
export function keptWords(retention: Retention | undefined, kit: ViewKit): readonly string[] {
  const always = [kit.t('own-data.kept.roster'), kit.t('own-data.kept.proof'), kit.t('own-data.kept.content')];
  if (!retention) return [...always, kit.t('own-data.kept.not-set')];
  const { afterLeavingDays, messageDays, meetingDays, auditMonths } = retention;
  return [
    ...always,
    kit.t('own-data.kept.after-module'),
    kit.t('own-data.kept.messages', { days: messageDays }),
    kit.t('own-data.kept.meetings', { days: meetingDays }),
    kit.t('own-data.kept.audit', { months: auditMonths }),
    kit.t('own-data.kept.after-leaving', { days: afterLeavingDays }),
    kit.t('own-data.kept.known-later'),
  ];
}
