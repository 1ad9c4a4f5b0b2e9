import { isFailure } from '../../../core/failure.ts';
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
