import { isFailure } from '../../../core/failure.ts';
import { toArray } from '../../../features/people/person-store.ts';
import { type ReadModuleNeeds, readModule } from './read-module.ts';

/** Those that went before were deleted when they went. */
const atOnce = 5;

/**
 * Deletes the words that nobody needs any more. The history says first that they are gone; where storage fails now, the next change of
 * texts deletes them.
 */
export async function forgetTexts(needs: ReadModuleNeeds, moduleId: string): Promise<void> {
  try {
    const gone = (await readModule(needs, moduleId))?.state.gone ?? [];
    await Promise.all(gone.slice(-atOnce).map((textsId) => needs.texts.delete(textsId)));
  } catch (error) {
    if (!isFailure(error, 'unavailable') && !isFailure(error, 'throttled')) throw error;
  }
}

/**
 * Deletes words that were kept a moment ago and could not be told of in the history, where that can be seen: it may have been written
 * though storage did not say so. What failed before this is what is told.
 */
export async function forgetUntold(needs: ReadModuleNeeds, moduleId: string, textsId: string): Promise<void> {
  try {
    const changes = await toArray(needs.content.listOf(`module:${moduleId}`));
    const isTold = changes.some((change) => change.kind === 'texts-read' && change.textsId === textsId);
    if (!isTold) await needs.texts.delete(textsId);
  } catch {
    // Storage is away, which is what failed before.
  }
}
