import type { Message } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import type { Locale } from '../../core/locale.ts';
import type { Finder } from '../../features/find/create-finder.ts';
import type { UseKind } from '../../features/guide/count-use.ts';
import { guardText } from '../../features/guide/privacy-guard.ts';
import type { Triager } from '../../features/guide/triage.ts';
import { type Actor, dataSubjectOf } from '../../features/people/permissions.ts';
import type { PersonStore } from '../../features/people/person-store.ts';
import type { Reply } from './action.ts';
import { readSearchField } from './actions/find.ts';
import { recordFailedTurn } from './failed-turn.ts';
import type { ReadGroupCommand } from './group-command.ts';
import { type Identified, type IdentifyNeeds, identify } from './identify.ts';
import { besideFiles, type Intent, readIntent } from './intents.ts';
import type { Join } from './join.ts';
import { rememberConversation } from './remember-conversation.ts';
import type { Route } from './router.ts';
import { leavesNoTrace } from './traceless.ts';
import type { Turn } from './turn.ts';

export type AnswerTurnNeeds = IdentifyNeeds & {
  clock: Clock;
  telemetry: Telemetry;
  people: PersonStore;
  route: Route;
  /** Finds somebody of the staff list by user name; without it, only the object id counts. */
  join?: Join;
  /** With the municipality's own phrases; without it, none. */
  triage?: Triager;
  /** Finds what a text names; without it, texts are never taken for a search. */
  find?: Finder;
  /** With the names of the municipality's modules; without it, nobody is understood to ask for a meeting. */
  readGroupCommand?: ReadGroupCommand;
  /** Whether a verb that few have is one for this person; without it, the router answers alone. */
  mayAsk?(actor: Actor, verb: string): boolean;
  /** Whether what was found is for this person; without it, all is. */
  mayOpen?(actor: Actor, ref: string): boolean;
  /** Counts that something was used, and nothing of by whom; without it, nobody does. */
  countUse?(kind: UseKind): void;
  /** The kind warning after a message that held an identity number, a name or a phone number. */
  privacyWarning(locale: Locale, now: Date): Message;
  /** Greets the person once per installation; `undefined` when that was done already. */
  welcome(identified: Identified, turn: Turn, now: Date): Promise<Message | undefined>;
  farewell(identified: Identified): Promise<void>;
};

/** Longer than storage takes when it is well. */
const rememberDeadlineMs = 500;

/** From plain turn to plain answer: the whole conversation, without botbuilder. `undefined` where nothing is to be said. */
export async function answerTurn(needs: AnswerTurnNeeds, turn: Turn): Promise<Reply | undefined> {
  if (turn.kind === 'other') return undefined;
  const now = needs.clock.now();
  const found = await identify(needs, turn, now);
  if (turn.kind === 'installed') {
    const identified = await afterJoining(needs, found, turn, now);
    const message = await needs.welcome(identified, turn, now);
    return message && { place: 'below', message };
  }
  if (turn.kind === 'removed') {
    // Taken out of a team or a group chat, it is still in the private one.
    if (turn.conversation.kind === 'personal') await needs.farewell(found);
    return undefined;
  }
  const asked = understand(needs, turn, found);
  // Who asks the guide leaves no trace, not even the key by which they are known from now on.
  const identified = leavesNoTrace(asked.verb) ? found : await afterJoining(needs, found, turn, now);
  // What somebody may ask for is another thing once we know who it is.
  const press = identified === found ? asked : understand(needs, turn, identified);
  const { verb, data, hasPersonalData, isUnderstood } = press;
  const use = isUnderstood === false ? 'not-understood' : countedVerbs[verb];
  if (use) needs.countUse?.(use);
  await remember(needs, identified, turn, verb);
  const context = { turn, actor: identified.actor, locale: identified.locale, now };
  const reply = await withAlso(await needs.route(context, verb, data), press, (also) =>
    needs.route(context, also.verb, also.data),
  );
  // Where others read along, the numbers and the way to a private chat are all that is said.
  if (!hasPersonalData || turn.conversation.kind !== 'personal') return reply;
  return { ...reply, more: [...(reply.more ?? []), needs.privacyWarning(identified.locale, now)] };
}

/** As they were found, unless Teams tells more: that they are one of the staff list by their user name, or who they are not. */
async function afterJoining(needs: AnswerTurnNeeds, found: Identified, turn: Turn, now: Date): Promise<Identified> {
  const left = found.actor.kind === 'unknown' ? dataSubjectOf(found.actor) : undefined;
  switch (await needs.join?.(found, turn, now)) {
    case 'joined':
      return identify(needs, turn, now);
    case 'guest':
      return { ...found, actor: { kind: 'guest' } };
    case 'member':
      return { ...found, actor: { kind: 'unknown', reason: 'not-in-roster', isMember: true, ...(left && { left }) } };
    case 'failed':
      return { ...found, actor: { kind: 'unknown', reason: 'not-checked', ...(left && { left }) } };
    default:
      return found;
  }
}

const countedVerbs: Readonly<Record<string, UseKind>> = { 'guide.start': 'guide', 'find.search': 'search' };

type Press = { verb: string; data: unknown; hasPersonalData: boolean; isUnderstood?: false; also?: Intent['also'] };

/** The guide keeps its own card, and what was looked for comes below it. */
async function withAlso(
  reply: Reply,
  { also }: Press,
  route: (also: NonNullable<Intent['also']>) => Promise<Reply>,
): Promise<Reply> {
  if (!also) return reply;
  const { message } = await route(also);
  return { ...reply, more: [...(reply.more ?? []), message] };
}

type AskedTurn = Extract<Turn, { kind: 'message' | 'action' }>;

/** It may have been a worry. */
const notRead: Press = {
  ...{ verb: 'guide.start', data: { emphasis: 'acute' } },
  ...{ hasPersonalData: false, isUnderstood: false },
};

/** What is asked for. Where the understanding of it fails, that is told, and the guide opens with the numbers large. */
function understand(needs: AnswerTurnNeeds, turn: AskedTurn, identified: Identified): Press {
  try {
    return readPress(needs, turn, identified);
  } catch (error) {
    recordFailedTurn(needs.telemetry, error);
    return notRead;
  }
}

/** What was written lives only here: masked, read for its intent, and dropped. */
function readPress(
  needs: Pick<AnswerTurnNeeds, 'triage' | 'find' | 'readGroupCommand' | 'mayAsk' | 'mayOpen'>,
  turn: AskedTurn,
  { actor, locale }: Identified,
): Press {
  const { triage, find, readGroupCommand } = needs;
  const mayAsk = (verb: string): boolean => needs.mayAsk?.(actor, verb) ?? true;
  // Where others read along nobody is told more than the numbers.
  const mayOpen = (ref: string): boolean =>
    turn.conversation.kind === 'personal' && (needs.mayOpen?.(actor, ref) ?? true);
  if (turn.kind === 'action') {
    const searched = find && readSearchField(turn);
    if (!searched) return { verb: turn.verb, data: turn.data, hasPersonalData: false };
    const { masked } = guardText(searched);
    // What stood in a field is in no message that could be deleted, so nobody is asked to.
    return {
      ...readIntent(masked, triage, { find, locale, from: 'field', mayOpen }, undefined, mayAsk),
      hasPersonalData: false,
    };
  }
  const { masked, found } = guardText(turn.text);
  const looking = find && { find, locale, from: 'chat' as const };
  const intent = readIntent(masked, triage, looking, readGroupCommand, mayAsk);
  return { ...besideFiles(intent, turn.files?.length ?? 0), hasPersonalData: found.length > 0 };
}

async function remember(needs: AnswerTurnNeeds, identified: Identified, turn: Turn, verb: string): Promise<void> {
  if (identified.actor.kind !== 'person' || leavesNoTrace(verb)) return;
  const { personId } = identified.actor.person;
  try {
    const kept = rememberConversation(needs.people, personId, identified.conversation, turn);
    await withDeadline(kept, rememberDeadlineMs, 'keeping the address of a chat');
  } catch {
    // The address is told again by the next turn; the answer must not wait for it.
  }
}
