import { isDeepStrictEqual } from 'node:util';
import { isFailure } from '../../core/failure.ts';
import type { Versioned } from '../../core/versioned.ts';
import { uninstalled } from '../people/app-need.ts';
import type { Conversation } from '../people/person.ts';
import { conversationRow } from '../people/person-rows.ts';
import { createRow, deleteRow, type PersonStore, type PersonWrite, replaceRow } from '../people/person-store.ts';
import { actionRow } from '../progress/progress-rows.ts';

const welcomeKey = 'welcome';

/**
 * Whether this is the first time the app tells of its installation: Teams tells it twice to four times. Keeps the chat's address
 * in the same transaction, and also that of who was greeted before: the app may have been taken away without our being told.
 */
export async function greetPerson(
  people: PersonStore,
  personId: string,
  stored: Versioned<Conversation> | undefined,
  conversation: Conversation,
  now: Date,
): Promise<'first' | 'again'> {
  const address = addressWrite(stored, conversation);
  try {
    await people.commit({ personId, writes: [createRow(actionRow, { key: welcomeKey, at: now }), address] });
    return 'first';
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    const isGreeted = (await people.get(personId, actionRow, welcomeKey)) !== undefined;
    if (isGreeted) {
      await keepAddress(people, personId, stored, conversation);
      return 'again';
    }
    // Only the address was in the way: a message came first. Greet without it; the next turn keeps it.
    return greetWithoutAddress(people, personId, now);
  }
}

const addressWrite = (stored: Versioned<Conversation> | undefined, conversation: Conversation): PersonWrite =>
  stored ? replaceRow(conversationRow, conversation, stored.etag) : createRow(conversationRow, conversation);

/** Opens the chat again that Teams had closed to us. */
async function keepAddress(
  people: PersonStore,
  personId: string,
  stored: Versioned<Conversation> | undefined,
  conversation: Conversation,
): Promise<void> {
  if (stored && isDeepStrictEqual(stored.value, conversation)) return;
  try {
    await people.commit({ personId, writes: [addressWrite(stored, conversation)] });
  } catch (error) {
    // Another telling of the same installation, or a message, wrote it a moment ago.
    if (!isFailure(error, 'conflict')) throw error;
  }
}

async function greetWithoutAddress(people: PersonStore, personId: string, now: Date): Promise<'first' | 'again'> {
  try {
    await people.commit({ personId, writes: [createRow(actionRow, { key: welcomeKey, at: now })] });
    return 'first';
  } catch (error) {
    if (isFailure(error, 'conflict')) return 'again';
    throw error;
  }
}

/** What came of the greeting was less than it should be: the next telling greets again. */
export async function forgetGreeting(people: PersonStore, personId: string): Promise<void> {
  await people.commit({ personId, writes: [deleteRow(actionRow, welcomeKey)] });
}

/** The app was taken away: nothing more is sent, and a new installation is greeted again. */
export async function farewellPerson(
  people: PersonStore,
  personId: string,
  stored: Versioned<Conversation> | undefined,
): Promise<void> {
  const writes = [deleteRow(actionRow, welcomeKey)];
  if (stored)
    writes.push(replaceRow(conversationRow, { ...stored.value, state: 'blocked', reason: uninstalled }, stored.etag));
  await people.commit({ personId, writes });
}
