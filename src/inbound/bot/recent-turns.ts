/**
 * Teams sends an activity again when an answer is slow, with the same id. The second one gets the first one's answer instead of
 * running again. In memory and short: another replica, or a new id, is met by actions that are idempotent by themselves.
 */
export function createRecentTurns<T>(
  limit = 500,
): (key: string, run: () => Promise<T>) => Promise<{ value: T; isRepeat: boolean }> {
  const answers = new Map<string, Promise<T>>();
  return async (key, run) => {
    const earlier = answers.get(key);
    if (earlier) return { value: await earlier, isRepeat: true };
    const answer = run();
    answers.set(key, answer);
    if (answers.size > limit) {
      const [oldest] = answers.keys();
      if (oldest !== undefined) answers.delete(oldest);
    }
    try {
      return { value: await answer, isRepeat: false };
    } catch (error) {
      answers.delete(key);
      throw error;
    }
  };
}
