import type { Message } from '../../core/card.ts';
import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { forgetGreeting, greetPerson } from '../../features/use-cases/greet-person.ts';
import { type WelcomeNeeds, welcome } from './actions/welcome.ts';
import type { Identified } from './identify.ts';
import { readPrivateChat } from './remember-conversation.ts';
import type { Turn } from './turn.ts';

export type GreetNeeds = WelcomeNeeds & { telemetry: Telemetry };

/** Storage that hangs must not keep somebody from the first card. */
const greetDeadlineMs = 1500;

/** Once per installation for a person we know. Somebody we do not know is greeted at every telling: nothing is kept about them. */
export async function greet(
  needs: GreetNeeds,
  identified: Identified,
  turn: Turn,
  now: Date,
): Promise<Message | undefined> {
  const { actor, locale, conversation } = identified;
  if (turn.conversation.kind !== 'personal') return undefined;
  const address = readPrivateChat(turn, conversation);
  const noted =
    actor.kind === 'person' && address
      ? {
          personId: actor.person.personId,
          outcome: greetPerson(needs.people, actor.person.personId, conversation, address, now),
        }
      : undefined;
  try {
    if (noted && (await withDeadline(noted.outcome, greetDeadlineMs, 'noting a greeting')) === 'again')
      return undefined;
    return await welcome(needs, actor, locale, now);
  } catch (error) {
    // Storage went away in between: better greeted twice, and without modules, than met by silence on the first day.
    tellFailed(needs, error);
    if (noted) void takeBack(needs, noted);
    return welcome(needs, { kind: 'unknown', reason: 'storage-unavailable' }, locale, now);
  }
}

type Noted = { personId: string; outcome: ReturnType<typeof greetPerson> };

/** Teams tells of an installation more than once: who was greeted without modules is greeted in full at the next telling. Never throws. */
async function takeBack(needs: GreetNeeds, { personId, outcome }: Noted): Promise<void> {
  // That it could not be noted has been told.
  if ((await outcome.catch(() => 'failed')) !== 'first') return;
  await forgetGreeting(needs.people, personId).catch((error: unknown) => tellFailed(needs, error));
}

function tellFailed({ telemetry }: GreetNeeds, error: unknown): void {
  telemetry.record({ event: 'background-failed', at: 'welcome', kind: error instanceof Failure ? error.kind : 'bug' });
}
