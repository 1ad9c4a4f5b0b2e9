import { Failure } from './failure.ts';

/** The value, or Failure `unavailable` when it has not come after `ms` milliseconds. What was begun is not stopped. */
export async function withDeadline<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Failure('unavailable', `${what} took more than ${ms} ms; check storage and try again`)),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
