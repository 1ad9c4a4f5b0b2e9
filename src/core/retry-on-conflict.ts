import { isFailure } from './failure.ts';

/** Runs read → decide → write again when another writer came first. Throws the last conflict after `attempts` tries. */
export async function retryOnConflict<T>(attempt: () => Promise<T>, attempts = 5): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left <= 1 || !isFailure(error, 'conflict')) throw error;
    }
  }
}
