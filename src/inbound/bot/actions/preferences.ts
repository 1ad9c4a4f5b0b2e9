import { z } from 'zod';
import { addDays, localDateAt, readLocalDate, type TimeZone } from '../../../core/local-date.ts';
import { locales } from '../../../core/locale.ts';
import { changePreferences, type PreferenceChange } from '../../../features/people/change-preferences.ts';
import { preferencesRow, profileRow } from '../../../features/people/person-rows.ts';
import {
  type ReminderRules,
  type ScheduleNeeds,
  scheduleReminders,
} from '../../../features/reminders/schedule-reminders.ts';
import { type Changed, preferencesView } from '../../../views/preferences.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';

export type PreferencesActionNeeds = ScheduleNeeds & { render: Render; rules: ReminderRules; zone: TimeZone };

/** Long enough for any leave, and short enough that a slip of the finger does not silence somebody for ever. */
const mostPauseDays = 400;

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
      input: z.object({
        ...{ nudges: choice, followUps: choice },
        locale: z
          .enum([...locales, 'as-teams'])
          .optional()
          .catch(undefined),
        window: z.enum(['morning', 'afternoon', 'all-day']).optional().catch(undefined),
      }),
      async handle(context, change) {
        const preferences = await changePreferences(needs, actingPerson(context).personId, change);
        const model = { preferences, changed: readChanged(change) };
        // The card speaks the language that was just chosen.
        const locale = preferences.locale ?? context.turn.clientLocale ?? context.locale;
        return { place: 'replace', message: needs.render(preferencesView, model, locale, context.now) };
      },
    }),
    defineAction({
      verb: 'preferences.pause',
      permission,
      input: z.object({ pausedUntil: z.string().max(200).catch('') }),
      handle: (context, { pausedUntil }) => pause(needs, context, pausedUntil),
    }),
  ];
}

/**
 * `not` ends the pause. No reason is asked for, and none is kept. Planned anew at once, since what an ended or shorter pause held back
 * may be the notice of a deadline.
 */
async function pause(needs: PreferencesActionNeeds, context: ActionContext, text: string): Promise<Reply> {
  const { personId } = actingPerson(context);
  const today = localDateAt(context.now, needs.zone);
  const until = text === 'not' ? 'not' : readLocalDate(text);
  const isWrong = until === undefined || (until !== 'not' && (until < today || until > addDays(today, mostPauseDays)));
  const preferences = await changePreferences(needs, personId, isWrong ? {} : { pausedUntil: until });
  // As stored: with the rights of whom the person stands in for they would be reminded of what only a leader takes.
  const person = isWrong ? undefined : (await needs.people.get(personId, profileRow))?.value;
  if (person) await scheduleReminders(needs, person, needs.rules, context.now);
  const changed = until === 'not' ? 'pause-ended' : 'paused';
  const model = { preferences, changed: isWrong ? ('no-date' as const) : (changed as Changed) };
  return { place: 'replace', message: needs.render(preferencesView, model, context.locale, context.now) };
}

function readChanged({ nudges, followUps, locale, window }: PreferenceChange): Changed | undefined {
  if (locale) return 'language';
  if (window) return 'window';
  if (followUps) return followUps === 'on' ? 'follow-ups-on' : 'follow-ups-off';
  if (nudges) return nudges === 'on' ? 'nudges-on' : 'nudges-off';
  return undefined;
}
