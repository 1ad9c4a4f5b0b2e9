import { withDeadline } from '../../core/deadline.ts';
import { Failure, type FailureKind, isFailure } from '../../core/failure.ts';

export type CreateOrGoOnNeeds = {
  /** Creates what is missing. Tried as often as it takes, one try after the other. */
  create(): Promise<void>;
  /** How long a start waits for it. */
  waitMs: number;
  /** Told of each try that failed. Never throws. */
  onFailure(kind: FailureKind): void;
  /** Ends early, without a throw, when the signal says so. Keeps no process alive. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** No more tries after this. */
  signal: AbortSignal;
};

const firstPauseMs = 250;
const longestPauseMs = 30_000;

/**
 * Storage that is away must keep nobody from the help: a start waits for it a little, and then goes on without, while what is
 * missing is created behind it as soon as storage is there. Throws what is found within that wait and no waiting mends.
 */
export async function createOrGoOn(needs: CreateOrGoOnNeeds): Promise<'created' | 'gone-on'> {
  const { create, waitMs, onFailure, pause, signal } = needs;
  let isStarting = true;

  async function isCreated(): Promise<boolean> {
    try {
      await create();
      return true;
    } catch (error) {
      const kind = error instanceof Failure ? error.kind : 'bug';
      if (isStarting && !isPassing(kind)) throw error;
      if (!signal.aborted) onFailure(kind);
      return false;
    }
  }

  async function keepCreating(): Promise<void> {
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      if (await isCreated()) return;
      await pause(pauseMs, signal);
    }
  }

  try {
    await withDeadline(keepCreating(), waitMs, 'creating what storage lacks');
    return 'created';
  } catch (error) {
    if (isFailure(error, 'unavailable')) return 'gone-on';
    throw error;
  } finally {
    isStarting = false;
  }
}

const isPassing = (kind: FailureKind): boolean => kind === 'unavailable' || kind === 'throttled';
