import { z } from 'zod';
import type { Message } from '../../../core/card.ts';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { Locale } from '../../../core/locale.ts';
import { generalModules } from '../../../features/catalogue/catalogue.ts';
import { introPlanFor, isBeingIntroduced } from '../../../features/catalogue/intro-plan.ts';
import { type Actor, byOwnWork, canDo, mayAskToBeAdded } from '../../../features/people/permissions.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import type { RosterRunStore } from '../../../features/people/roster-run-store.ts';
import type { SendingStore } from '../../../features/reminders/sending-store.ts';
import { type AccessRequestNeeds, countAccessRequests } from '../../../features/use-cases/ask-for-access.ts';
import { chooseWelcome } from '../../../features/use-cases/choose-welcome.ts';
import type { LookedAfter } from '../../../views/looked-after-lines.ts';
import { onboardingView } from '../../../views/onboarding.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Outside, welcomeView } from '../../../views/welcome.view.ts';
import { type Action, defineAction } from '../action.ts';
import { audienceOf } from '../audience.ts';
import { type CountReportedNeeds, countReported } from './content-reports.ts';
import { type CountWaitingNeeds, countWaiting } from './count-waiting.ts';
import { readRosterTrouble } from './roster-trouble.ts';
import { isSendingStopped } from './sending-standing.ts';

export type WelcomeNeeds = CountReportedNeeds &
  CountWaitingNeeds &
  AccessRequestNeeds & {
    render: Render;
    people: PersonStore;
    sending: SendingStore;
    rosterRuns: RosterRunStore;
    zone: TimeZone;
  };

export function welcomeActions(needs: WelcomeNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'welcome.show',
      permission: 'help.see',
      input: z.object({}),
      async handle({ actor, locale, now }) {
        return { place: 'replace', message: await welcome(needs, actor, locale, now) };
      },
    }),
  ];
}

/** The first card: for an installation, for "hei", and for the way back. Throws Failure `unavailable` as storage does. */
export async function welcome(needs: WelcomeNeeds, actor: Actor, locale: Locale, now: Date): Promise<Message> {
  const audience = audienceOf(actor);
  if (actor.kind !== 'person') {
    return needs.render(welcomeView, { audience, outside: outsideOf(needs, actor) }, locale, now);
  }
  const person = byOwnWork(actor.person);
  const today = localDateAt(now, needs.zone);
  const [chosen, lookedAfter] = await Promise.all([
    chooseWelcome(needs, person, today),
    readLookedAfter(needs, actor, now),
  ]);
  if (chosen.kind === 'front-page') {
    return needs.render(welcomeView, { audience, givenName: person.givenName, ...lookedAfter }, locale, now);
  }
  const modules = chosen.open.map(({ module, dueOn, standing }) => ({
    moduleId: module.moduleId,
    title: module.title,
    minutes: module.minutes,
    dueOn,
    standing: standing === 'on-the-way' ? standing : ('not-started' as const),
  }));
  const { introduction } = needs.catalogue;
  const isIntroduced =
    introduction && isBeingIntroduced(introduction, person, today) && introPlanFor(introduction, person);
  const hasIntro = isIntroduced ? (true as const) : undefined;
  return needs.render(
    onboardingView,
    { givenName: person.givenName, modules, ...(hasIntro && { hasIntro }), ...lookedAfter },
    locale,
    now,
  );
}

/** What waits for who looks after Undring; nothing is read for others. */
async function readLookedAfter(needs: WelcomeNeeds, actor: Actor, now: Date): Promise<LookedAfter> {
  const [reported, waiting, isStopped, requests, rosterTrouble] = await Promise.all([
    countReported(needs, actor),
    countWaiting(needs, actor, now),
    isSendingStopped(needs, actor),
    canDo(actor, 'roster.see') ? countAccessRequests(needs, localDateAt(now, needs.zone)) : undefined,
    readRosterTrouble(needs, actor),
  ]);
  return {
    ...(reported !== undefined && { reported }),
    ...(waiting !== undefined && { waiting }),
    ...(requests !== undefined && { requests }),
    ...(rosterTrouble && { rosterTrouble }),
    ...(isStopped && { isSendingStopped: true as const }),
  };
}

/** Only who is surely in no list, and surely no guest, may ask to be in it: of guests nothing is kept. */
function outsideOf({ catalogue }: WelcomeNeeds, actor: Exclude<Actor, { kind: 'person' }>): Outside {
  const asks = mayAskToBeAdded(actor);
  const isNotRead = actor.kind === 'unknown' && actor.reason === 'storage-unavailable';
  return {
    ...(generalModules(catalogue).length > 0 && { read: true }),
    ...(asks && { ask: true }),
    ...(isNotRead && { notRead: true }),
  };
}
