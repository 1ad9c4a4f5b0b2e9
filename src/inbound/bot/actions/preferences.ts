import { z } from 'zod';
import { changePreferences, type PreferenceChange } from '../../../features/people/change-preferences.ts';
import { preferencesRow } from '../../../features/people/person-rows.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { type Changed, preferencesView } from '../../../views/preferences.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, defineAction } from '../action.ts';
import { actingPerson } from './acting-person.ts';

export type PreferencesActionNeeds = { render: Render; people: PersonStore };

const choice = z.enum(['on', 'off']).optional().catch(undefined);

/** "Varsler": what Undring writes about on its own. A refusal holds from the press on, also for what is planned. */
export function preferencesActions(needs: PreferencesActionNeeds): readonly Action[] {
  const permission = 'module.take';
  return [
    defineAction({
      verb: 'preferences.show',
      permission,
      input: z.object({}),
      async handle(context) {
        const stored = await needs.people.get(actingPerson(context).personId, preferencesRow);
        const preferences = stored?.value ?? { nudges: 'on' as const };
        return {
          place: 'replace',
          message: needs.render(preferencesView, { preferences }, context.locale, context.now),
        };
      },
    }),
    defineAction({
      verb: 'preferences.set',
      permission,
      input: z.object({ nudges: choice, followUps: choice }),
      async handle(context, change) {
        const preferences = await changePreferences(needs, actingPerson(context).personId, change);
        const model = { preferences, changed: readChanged(change) };
        return { place: 'replace', message: needs.render(preferencesView, model, context.locale, context.now) };
      },
    }),
  ];
}

function readChanged({ nudges, followUps }: PreferenceChange): Changed | undefined {
  if (followUps) return followUps === 'on' ? 'follow-ups-on' : 'follow-ups-off';
  if (nudges) return nudges === 'on' ? 'nudges-on' : 'nudges-off';
  return undefined;
}
