import type { Message } from '../../core/card.ts';
import { withDeadline } from '../../core/deadline.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { greetPerson } from '../../features/use-cases/greet-person.ts';
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
  try {
    const address = readPrivateChat(turn, conversation);
    if (actor.kind === 'person' && address) {
      const greeted = greetPerson(needs.people, actor.person.personId, conversation, address, now);
      if ((await withDeadline(greeted, greetDeadlineMs, 'noting a greeting')) === 'again') return undefined;
    }
    return await welcome(needs, actor, locale, now);
  } catch (error) {
    // Storage went away in between: better greeted twice, and without modules, than met by silence on the first day.
    const kind = error instanceof Failure ? error.kind : 'bug';
    needs.telemetry.record({ event: 'background-failed', at: 'welcome', kind });
    return welcome(needs, { kind: 'unknown', reason: 'storage-unavailable' }, locale, now);
  }
}
