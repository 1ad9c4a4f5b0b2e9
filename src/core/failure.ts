export type FailureKind = 'conflict' | 'throttled' | 'unavailable' | 'invalid' | 'bug';

/**
 * The only error type that crosses a room. The message is for developers and ends with what to do; people never see it.
 * An expected outcome is a returned word, not a Failure.
 */
export class Failure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Failure';
    this.kind = kind;
  }
}

/** Whether an error is a Failure of this kind. */
export function isFailure(error: unknown, kind: FailureKind): error is Failure {
  return error instanceof Failure && error.kind === kind;
}
