import type { LocalDate } from '../../core/local-date.ts';
import { type Conversation, isWorking, type Person } from './person.ts';

/**
 * Whether somebody is to be given the app. `reachable`: we can write to them already. `blocked`: the person has said no to us.
 * `uninstalled`: the app was there and was taken away, by the person as a rule. `no-id`: the staff list does not say which account is theirs.
 */
export type AppNeed = 'wanted' | 'reachable' | 'blocked' | 'uninstalled' | 'no-id' | 'not-at-work';

/** Teams' one word that says so of a person. `MessageWritesBlocked` may as well mean that the app is not there. */
export const isBlockedByPerson = (reason: string): boolean => reason === 'ConversationBlockedByUser';

/** The word that we keep ourselves when Teams says that the app was removed. */
export const uninstalled = 'uninstalled';

/**
 * A no is told before a missing id: nothing that an administrator corrects in the list changes it. `alsoUninstalled`: who took the app away is
 * to have it all the same.
 */
export function appNeedOf(
  person: Pick<Person, 'employedOn' | 'endsOn' | 'aadObjectId'>,
  conversation: Pick<Conversation, 'state' | 'reason'> | undefined,
  today: LocalDate,
  alsoUninstalled = false,
): AppNeed {
  if (!isWorking(person, today)) return 'not-at-work';
  if (conversation?.state === 'open') return 'reachable';
  if (isBlockedByPerson(conversation?.reason ?? '')) return 'blocked';
  if (conversation?.reason === uninstalled && !alsoUninstalled) return 'uninstalled';
  return person.aadObjectId === undefined ? 'no-id' : 'wanted';
}
