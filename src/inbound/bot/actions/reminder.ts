import { z } from 'zod';
import { localDateAt } from '../../../core/local-date.ts';
import { readOwnModules } from '../../../features/progress/own-modules.ts';
import type { MoveNeeds } from '../../../features/reminders/move-reminders.ts';
import { lineOf } from '../../../features/reminders/reminder-model.ts';
import type { SendingSwitch } from '../../../features/reminders/sending-switch.ts';
import { snoozeReminder } from '../../../features/reminders/snooze-reminder.ts';
import { reminderSnoozedView } from '../../../views/reminder-snoozed.view.ts';
import { reminderWhyView } from '../../../views/reminder-why.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson, learningPerson } from './acting-person.ts';
import { isStoppedNow } from './sending-standing.ts';

export type ReminderActionNeeds = MoveNeeds & { render: Render; sendingSwitch: Pick<SendingSwitch, 'isStopped'> };

/** What a person can do with a reminder besides the module itself. */
export function reminderActions(needs: ReminderActionNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'reminder.snooze',
      permission: 'module.take',
      input: z.object({}),
      handle: (context) => snooze(needs, context),
    }),
    defineAction({
      verb: 'reminder.why',
      permission: 'module.take',
      input: z.object({}),
      handle: (context) => explain(needs, context),
    }),
  ];
}

async function snooze(needs: ReminderActionNeeds, context: ActionContext): Promise<Reply> {
  const { locale, now } = context;
  const result = await snoozeReminder(needs, actingPerson(context), now);
  const isStopped = await isStoppedNow(needs.sendingSwitch);
  const model = { result, maxSnoozes: needs.rules.policy.maxSnoozes, ...(isStopped && { isStopped }) };
  return { place: 'replace', message: needs.render(reminderSnoozedView, model, locale, now) };
}

/** A message of its own: the reminder stays where it is, with its buttons. */
async function explain(needs: ReminderActionNeeds, context: ActionContext): Promise<Reply> {
  const { locale, now } = context;
  const { catalogue, policy, calendar } = needs.rules;
  const today = localDateAt(now, calendar.zone);
  const own = await readOwnModules({ people: needs.people, catalogue }, learningPerson(context), today);
  const open = own.filter(({ standing, dueOn }) => standing !== 'done' && dueOn !== undefined);
  const lines = open
    .map((module) => lineOf(module, today))
    .toSorted((a, b) => (a.deadlineOn ?? '').localeCompare(b.deadlineOn ?? ''));
  const message = needs.render(reminderWhyView, { lines, maxNudges: policy.maxNudges }, locale, now);
  return { place: 'below', message };
}
