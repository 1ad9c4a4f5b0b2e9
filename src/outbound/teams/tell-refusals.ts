import type { Telemetry } from '../../core/events.ts';
import {
  disabledByAdmin,
  isUnexplained,
  type Messenger,
  type OpenResult,
  type SendResult,
} from '../../features/reminders/messenger.ts';

/** So many without anything sent between are not some few people with another policy. */
const refusalsToTell = 20;

/**
 * The same messenger, and one alarm when Teams seems to refuse everybody, because an administrator has shut off the app or for no reason that it gives: each refusal
 * uses up somebody's message, and it is an administrator who can end it. Counted in this process, until something is sent; changes nothing of any answer.
 */
export function tellRefusals(messenger: Messenger, telemetry: Telemetry): Messenger {
  let refusals = 0;

  function counted<R extends SendResult | OpenResult>(result: R): R {
    if (result.outcome === 'sent') refusals = 0;
    if (result.outcome !== 'rejected') return result;
    const { reason } = result;
    if (reason === disabledByAdmin || isUnexplained(reason)) {
      refusals += 1;
      if (refusals === refusalsToTell)
        telemetry.record({ event: 'background-failed', at: 'all-refused', kind: reason });
    }
    return result;
  }

  return {
    send: async (...sent) => counted(await messenger.send(...sent)),
    update: async (...updated) => counted(await messenger.update(...updated)),
    open: async (...opened) => counted(await messenger.open(...opened)),
  };
}
