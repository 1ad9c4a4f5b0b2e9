import type { SendReminderNeeds } from '../../../src/features/reminders/send-reminder.ts';
import { mortalPorts } from '../../support/mortal-ports.ts';

/** Counts every call to a port and dies at the chosen one, before or after it had its effect; dead calls do nothing ever after. */
export function mortal(needs: SendReminderNeeds, diesAt: number, when: 'before' | 'after') {
  const { people, due, messenger, pacing } = needs;
  const { ports, calls } = mortalPorts({ people, due, messenger, pacing }, diesAt, when);
  return { needs: { ...needs, ...ports }, calls };
}
