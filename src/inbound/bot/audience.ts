import { type Actor, canDo } from '../../features/people/permissions.ts';
import type { Audience } from '../../views/welcome.view.ts';

/** Which buttons an actor is shown. Only a courtesy: every press is authorised again. */
export function audienceOf(actor: Actor): Audience {
  if (canDo(actor, 'unit-status.see')) return 'leader';
  return canDo(actor, 'module.take') ? 'employee' : 'guide-only';
}
