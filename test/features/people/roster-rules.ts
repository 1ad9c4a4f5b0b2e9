import { loadRoster } from '../../../src/packs/load-roster.ts';
import { contentFolder } from '../../support/content-strings.ts';

/** The rules of the fictional municipality. */
export const rosterRules = await loadRoster(contentFolder);
