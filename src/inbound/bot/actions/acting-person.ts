import { Failure } from '../../../core/failure.ts';
import type { Person } from '../../../features/people/person.ts';
import type { ActionContext } from '../action.ts';

/** Whom the turn comes from, in an action whose permission only a known person can have. Throws Failure `bug` otherwise. */
export function actingPerson({ actor }: ActionContext): Person {
  if (actor.kind === 'person') return actor.person;
  throw new Failure(
    'bug',
    'an action for known people was run for somebody else; give it a permission that only they have',
  );
}
