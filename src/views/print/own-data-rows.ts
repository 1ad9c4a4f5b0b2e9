import type { Catalogue } from '../../features/catalogue/catalogue.ts';
import type { Preferences } from '../../features/people/person.ts';
import type { OwnData } from '../../features/use-cases/read-own-data.ts';
import type { StoredRows } from '../../features/use-cases/stored-kinds.ts';
import type { ViewKit } from '../define-view.ts';
import { introStepName } from '../intro-words.ts';
import { languageRow, languages, windowRow } from '../preferences-rows.ts';
import { byTime, cardLines, ownerCardLine, pingNowLine, reminderLine, weekLine } from './own-data-messages.ts';
import { assignedLines, doneLine, priorLine, progressLines } from './own-data-modules.ts';
import { whoLines } from './own-data-who.ts';

/** How the file says a time, and which module something is about. */
export type Words = { kit: ViewKit; catalogue: Catalogue; on(at: Date): string; module(moduleId: string): string };

const sections = ['who', 'choices', 'modules', 'policies', 'rereads', 'courses', 'chat', 'messages', 'pings'] as const;
export type FileSection = (typeof sections)[number];

/** The lines of all the kinds of rows that stand in this section. */
export const linesOfRows = (section: FileSection, data: OwnData, words: Words): readonly string[] =>
  Object.values(inFile).flatMap((kind) => (kind.section === section ? kind.lines(data, words) : []));

type InFile = { section: FileSection; lines(data: OwnData, words: Words): readonly string[] };

/** Where each kind of row stands in the file, and how. A new kind does not compile before it has a place here. */
const inFile: Readonly<Record<keyof StoredRows, InFile>> = {
  profile: { section: 'who', lines: whoLines },
  memberships: {
    section: 'who',
    lines: ({ rows, unitNames }, { kit }) =>
      rows.memberships.map(({ unitId, validFrom }, at) =>
        rows.memberships[at - 1]?.unitId === unitId
          ? kit.t('own-data.file.work-since', { date: kit.date(validFrom) })
          : kit.t('own-data.file.unit-since', { unit: unitNames[unitId] ?? unitId, date: kit.date(validFrom) }),
      ),
  },
  preferences: {
    section: 'choices',
    lines: ({ rows }, { kit }) => rows.preferences.flatMap((chosen) => choiceLines(chosen, kit)),
  },
  done: { section: 'modules', lines: ({ rows }, words) => rows.done.map((done) => doneLine(done, words)) },
  progress: {
    section: 'modules',
    lines: ({ rows }, words) => rows.progress.flatMap((progress) => progressLines(progress, words)),
  },
  assigned: {
    section: 'modules',
    lines: ({ rows, person }, words) => rows.assigned.flatMap((assigned) => assignedLines(assigned, person, words)),
  },
  withdrawn: {
    section: 'modules',
    lines: ({ rows }, { kit, on, module }) =>
      rows.withdrawn.map(({ moduleId, withdrawnAt }) =>
        kit.t('own-data.file.withdrawn', { module: module(moduleId), date: on(withdrawnAt) }),
      ),
  },
  priors: { section: 'modules', lines: ({ rows }, words) => rows.priors.map((prior) => priorLine(prior, words)) },
  policyReads: {
    section: 'policies',
    lines: ({ rows }, { kit, on, catalogue }) =>
      rows.policyReads.map(({ policyId, version, at }) => {
        const policy = catalogue.policies?.find((known) => known.policyId === policyId);
        const title = policy ? kit.pick(policy.title) : policyId;
        return kit.t('own-data.file.policy', { policy: title, version, date: on(at) });
      }),
  },
  introTicks: {
    section: 'policies',
    lines: ({ rows, person }, { kit, on, catalogue }) =>
      rows.introTicks.map(({ stepId, at, by }) => {
        const values = { step: introStepName(catalogue, stepId, kit), date: on(at) };
        return by === person.personId
          ? kit.t('own-data.file.intro-own', values)
          : kit.t('own-data.file.intro-by-other', values);
      }),
  },
  mentees: {
    section: 'who',
    lines: ({ rows }, { kit }) =>
      rows.mentees.length === 0 ? [] : [kit.t('own-data.file.mentees', { count: rows.mentees.length })],
  },
  rereads: {
    section: 'rereads',
    lines: ({ rows }, { kit, on, module }) =>
      rows.rereads.map(({ moduleId, version, at }) =>
        kit.t('own-data.file.reread', { module: module(moduleId), version, date: on(at) }),
      ),
  },
  certificates: {
    section: 'courses',
    lines: ({ rows }, { kit, catalogue }) =>
      rows.certificates.map(({ kindId, takenOn, validTo }) => {
        const kind = catalogue.certificates?.kinds.find((known) => known.kindId === kindId);
        const values = { taken: kit.date(takenOn), until: kit.date(validTo) };
        return kit.t('own-data.file.course', { course: kind ? kit.pick(kind.name) : kindId, ...values });
      }),
  },
  conversation: {
    section: 'chat',
    lines: ({ rows }, { kit }) =>
      rows.conversation.flatMap(({ state, locale }) => [
        state === 'open' ? kit.t('own-data.file.chat-open') : kit.t('own-data.file.chat-blocked'),
        ...(locale ? [kit.t('own-data.file.chat-language', { language: languages[locale] })] : []),
      ]),
  },
  actions: {
    section: 'chat',
    lines: ({ rows }, { kit, on }) => rows.actions.map(({ at }) => kit.t('own-data.file.greeted', { date: on(at) })),
  },
  reminders: {
    section: 'messages',
    lines: ({ rows }, words) => rows.reminders.toSorted(byTime).map((reminder) => reminderLine(reminder, words)),
  },
  days: { section: 'messages', lines: ({ rows }, words) => rows.days.flatMap((day) => cardLines(day, words)) },
  expiries: { section: 'messages', lines: ({ rows }, words) => rows.expiries.flatMap((day) => cardLines(day, words)) },
  delegations: {
    section: 'messages',
    lines: ({ rows }, words) => rows.delegations.flatMap((d) => cardLines(d, words)),
  },
  digests: { section: 'messages', lines: ({ rows }, words) => rows.digests.map((week) => weekLine(week, words)) },
  ownerCards: { section: 'messages', lines: ({ rows }, words) => rows.ownerCards.map((c) => ownerCardLine(c, words)) },
  pings: { section: 'pings', lines: ({ rows }, { kit }) => rows.pings.map(({ on }) => kit.date(on)) },
  pingClaims: {
    section: 'pings',
    lines: ({ rows }, words) => rows.pingClaims.map((claim) => pingNowLine(claim, words)),
  },
};

/** A pause that is over is still stored. */
function choiceLines(chosen: Preferences, kit: ViewKit): readonly string[] {
  const onOff = (state: 'on' | 'off' = 'on') =>
    state === 'on' ? kit.t('preferences.state-on') : kit.t('preferences.state-off');
  const { pausedUntil } = chosen;
  const pause = pausedUntil && kit.t('preferences.pause.on', { date: kit.date(pausedUntil) });
  return [
    `${kit.t('preferences.nudges.name')}: ${onOff(chosen.nudges)}`,
    `${kit.t('preferences.follow-ups.name')}: ${onOff(chosen.followUps)}`,
    ...[windowRow(chosen, kit), languageRow(chosen, kit)].map(({ name, state }) => `${name}: ${state}`),
    ...(pause ? [`${kit.t('preferences.pause.name')}: ${pause}`] : []),
  ];
}
