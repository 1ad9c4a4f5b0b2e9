import { withDeadline } from '../../core/deadline.ts';
import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { Versioned } from '../../core/versioned.ts';
import { readRightsOn } from '../../features/people/delegation.ts';
import type { Actor } from '../../features/people/permissions.ts';
import { type Conversation, isEmployed } from '../../features/people/person.ts';
import { aadKey, type PersonKeyStore } from '../../features/people/person-key-store.ts';
import { conversationRow, preferencesRow, profileRow } from '../../features/people/person-rows.ts';
import type { PersonStore } from '../../features/people/person-store.ts';
import type { Turn } from './turn.ts';

/** Reads in a turn may take one second; then the guide and the numbers answer without them. */
const readDeadlineMs = 1000;

export type IdentifyNeeds = { personKeys: PersonKeyStore; people: PersonStore; defaultLocale: Locale; zone: TimeZone };

export type Identified = { actor: Actor; locale: Locale; conversation?: Versioned<Conversation> };

/** Who is asking. Never throws: when storage does not answer in time the actor is `unknown`. */
export async function identify(needs: IdentifyNeeds, turn: Turn, now: Date): Promise<Identified> {
  const locale = turn.clientLocale ?? needs.defaultLocale;
  const { aadObjectId, isGuest } = turn.from;
  if (isGuest) return { actor: { kind: 'guest' }, locale };
  if (!aadObjectId) return { actor: { kind: 'unknown', reason: 'not-in-roster' }, locale };
  const today = localDateAt(now, needs.zone);
  try {
    return await withDeadline(look(needs, aadObjectId, locale, today), readDeadlineMs, 'reading who is asking');
  } catch {
    return { actor: { kind: 'unknown', reason: 'storage-unavailable' }, locale };
  }
}

async function look(needs: IdentifyNeeds, aadObjectId: string, locale: Locale, today: LocalDate): Promise<Identified> {
  const personId = await needs.personKeys.get(aadKey(aadObjectId));
  if (personId === undefined) return { actor: { kind: 'unknown', reason: 'not-in-roster' }, locale };
  const [profile, conversation, preferences] = await Promise.all([
    needs.people.get(personId, profileRow),
    needs.people.get(personId, conversationRow),
    needs.people.get(personId, preferencesRow),
  ]);
  if (!profile) return { actor: { kind: 'unknown', reason: 'not-in-roster' }, locale };
  // What is kept of somebody who has left is theirs to see.
  if (!isEmployed(profile.value, today))
    return { actor: { kind: 'unknown', reason: 'not-in-roster', left: profile.value }, locale };
  return {
    actor: { kind: 'person', person: await readRightsOn(needs, profile.value, today) },
    locale: preferences?.value.locale ?? locale,
    conversation,
  };
}
