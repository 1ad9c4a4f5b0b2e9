import type { LocalText } from '../../core/locale.ts';

/** An own drawing of the municipality, shown on the first card of the module of the same id, or on the card that it names. */
export type Drawing = {
  drawingId: string;
  /** What is seen, for who hears the card. */
  alt: LocalText;
  png: Uint8Array;
  /** Changes when the drawing does, so that nobody sees an old one. */
  tag: string;
};

/** The drawing of one card. */
export const drawingIdOf = (moduleId: string, cardId: string): string => `${moduleId}-${cardId}`;
