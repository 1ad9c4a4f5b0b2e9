/** Longer than Teams goes on sending again; what somebody asked is not to lie in memory after that. */
const keptMs = 120_000;

/**
 * Teams sends an activity again when an answer is slow, with the same id. The second one gets the first one's answer instead of
 * running again. In memory and short: another replica, or a new id, is met by actions that are idempotent by themselves.
 */
export function createRecentTurns<T>(
  limit = 500,
): (key: string, run: () => Promise<T>) => Promise<{ value: T; isRepeat: boolean }> {
  const answers = new Map<string, { answer: Promise<T>; timer: NodeJS.Timeout }>();
  const forget = (key: string) => {
    clearTimeout(answers.get(key)?.timer);
    answers.delete(key);
  };
  return async (key, run) => {
    const earlier = answers.get(key);
    if (earlier) return { value: await earlier.answer, isRepeat: true };
    const answer = run();
    answers.set(key, { answer, timer: setTimeout(forget, keptMs, key).unref() });
    if (answers.size > limit) {
      const [oldest] = answers.keys();
      if (oldest !== undefined) forget(oldest);
    }
    try {
      return { value: await answer, isRepeat: false };
    } catch (error) {
      forget(key);
      throw error;
    }
  };
}
