import { Failure } from '../../../core/failure.ts';
import { byOwnWork, dataSubjectOf } from '../../../features/people/permissions.ts';
import type { Person, PersonOn } from '../../../features/people/person.ts';
import type { ActionContext } from '../action.ts';

/** Whom the turn comes from, in an action whose permission only a known person can have. Throws Failure `bug` otherwise. */
export function actingPerson({ actor }: ActionContext): PersonOn {
  if (actor.kind === 'person') return actor.person;
  throw runForAnother();
}

/** The same by the own work: whose own modules, progress and deadlines a card tells of. */
export const learningPerson = (context: ActionContext): Person => byOwnWork(actingPerson(context));

/** Whose data the turn may see: also who has left has them. Throws Failure `bug` for anybody else. */
export function dataSubject({ actor }: ActionContext): Person {
  const person = dataSubjectOf(actor);
  if (person) return person;
  throw runForAnother();
}

const runForAnother = (): Failure =>
  new Failure('bug', 'an action for known people was run for somebody else; give it a permission that only they have');
