import { withDeadline } from '../../../core/deadline.ts';
import { type Actor, canDo } from '../../../features/people/permissions.ts';
import type { SendingStore } from '../../../features/reminders/sending-store.ts';
import type { SendingSwitch } from '../../../features/reminders/sending-switch.ts';

/** Storage that hangs must not keep an answer. */
const readDeadlineMs = 500;

/** Whether what was just promised waits for the sending to be started again; false where it cannot be read in time: the promise is kept all the same. */
export const isStoppedNow = (sendingSwitch: Pick<SendingSwitch, 'isStopped'>): Promise<boolean> =>
  withDeadline(sendingSwitch.isStopped(), readDeadlineMs, 'reading whether sending is stopped').catch(() => false);

/** Whether all sending is stopped, for who may start it again; false for others, and where it cannot be read in time. */
export async function isSendingStopped({ sending }: { sending: SendingStore }, actor: Actor): Promise<boolean> {
  if (!canDo(actor, 'sending.manage')) return false;
  const standing = withDeadline(sending.get(), readDeadlineMs, 'reading whether sending is stopped');
  return standing.then((stored) => stored?.value.state === 'stopped').catch(() => false);
}
