import type { Locale } from '../../core/locale.ts';

/** One text of a module, written anew. `path`: where it stands in the module's files, for example `cards.plikten.heading`. */
export type TextEdit = { path: string; locale: Locale; text: string };
