import { Failure } from '../../core/failure.ts';
import type { SendResult } from '../../features/reminders/messenger.ts';

/** A refusal in the middle of a turn as our own error. Returns nothing for `sent`. The reason is Teams' own word, never its sentence. */
export function toFailure(result: SendResult): Failure | undefined {
  switch (result.outcome) {
    case 'sent':
      return undefined;
    case 'try-later':
      return new Failure(
        'throttled',
        `Teams asks us to wait (${result.reason}); look at the sending rate if it goes on`,
      );
    case 'rejected':
      return new Failure(
        'invalid',
        `Teams does not take the message (${result.reason}); look at what was sent and to whom`,
      );
    case 'not-authorised':
      return new Failure(
        'unavailable',
        `Teams does not know us (${result.reason}); check UNDRING_APP_ID and UNDRING_CREDENTIALS`,
      );
    case 'unknown':
      return new Failure(
        'unavailable',
        `Teams did not answer for sure (${result.reason}); the message may have arrived`,
      );
  }
}
