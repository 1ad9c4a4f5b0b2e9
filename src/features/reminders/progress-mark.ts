import type { OwnModule } from '../progress/own-modules.ts';

/** Where a person stood in each module, by its id, as a word: `-` not begun, the place kept on the way, or `done`. */
export type Places = ReadonlyMap<string, string>;

export const placesOf = (own: readonly OwnModule[]): Places =>
  new Map(own.map((module) => [module.module.moduleId, placeOf(module)]));

function placeOf(own: OwnModule): string {
  if (own.standing === 'on-the-way') return String(own.keptPosition);
  return own.standing === 'done' ? 'done' : '-';
}

/** The same, in a line that is kept with a card. */
export const progressMark = (own: readonly OwnModule[]): string =>
  [...placesOf(own)].map(([moduleId, place]) => `${moduleId}=${place}`).join(',');

export function readMark(mark: string): Places {
  const pairs = mark.split(',').map((pair) => pair.split('='));
  return new Map(pairs.flatMap(([moduleId, place]) => (moduleId && place ? [[moduleId, place] as const] : [])));
}

/**
 * Whether the person has moved in a module that is in both. What is in one of them only came or went by others; that a module is not begun
 * any more, because it is to be taken again, is nothing that the person did either.
 */
export const hasMoved = (from: Places, to: Places): boolean =>
  [...to].some(([moduleId, place]) => {
    const before = from.get(moduleId);
    return before !== undefined && place !== before && place !== '-';
  });
