import { createFinder, type Finder } from '../../../src/features/find/create-finder.ts';
import type { FindContent } from '../../../src/features/find/findable.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { packFolder } from '../guide/the-guide.ts';

const { pack } = await loadPack(packFolder);
const { catalogue, guide, words } = pack;

/** What is delivered, and the finder over it. */
export const theContent: FindContent & { find: Finder } = {
  ...{ catalogue, guide, words },
  find: createFinder({ catalogue, guide, words }),
};
