import { profileRow } from '../people/person-rows.ts';
import { type CalendarRules, nextSendTime } from './calendar.ts';
import { sendOnce } from './send-once.ts';
import type { SendOnceNeeds, SendOnceResult, SendTask } from './send-task.ts';

type Once = { personId: string } & Pick<SendTask, 'row' | 'key' | 'prepare'>;

/** One message of its own to one person, once for each `key`, within working hours. */
export async function sendInWindow(
  needs: SendOnceNeeds & { calendar: CalendarRules },
  { personId, ...task }: Once,
): Promise<SendOnceResult> {
  const now = needs.clock.now();
  const opensAt = nextSendTime(now, needs.calendar);
  if (now < opensAt) return { outcome: 'later', delayMs: opensAt.getTime() - now.getTime(), reason: 'outside-window' };
  const profile = await needs.people.get(personId, profileRow);
  if (!profile) return { outcome: 'nothing' };
  const { aadObjectId } = profile.value;
  return sendOnce(needs, {
    ...{ personId, ...task, ...(aadObjectId !== undefined && { aadObjectId }) },
    settle: async () => [],
  });
}
