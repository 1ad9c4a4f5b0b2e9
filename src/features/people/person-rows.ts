import {
  type Conversation,
  conversationSchema,
  type Membership,
  membershipSchema,
  type Person,
  type Preferences,
  personSchema,
  preferencesSchema,
} from './person.ts';
import type { PersonRow } from './person-store.ts';

export const profileRow: PersonRow<Person> = { kind: 'profile', schema: personSchema, keyOf: () => '' };

export const conversationRow: PersonRow<Conversation> = {
  kind: 'conversation',
  schema: conversationSchema,
  keyOf: () => '',
};

export const preferencesRow: PersonRow<Preferences> = {
  kind: 'preferences',
  schema: preferencesSchema,
  keyOf: () => '',
};

export const memberRow: PersonRow<Membership> = {
  kind: 'member',
  schema: membershipSchema,
  keyOf: (membership) => `${membership.validFrom}:${membership.unitId}`,
};
