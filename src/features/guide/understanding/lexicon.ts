/**
 * Concepts by name, each with the ways people write it, separated by `|`. A way is words in a row; in a word, `/` separates
 * alternatives, `*` at the end stands for any ending, `*` at the start for the first part of a compound ("*vold": "familievold"),
 * and `~` between words for up to three others. Written with æøå and doubled letters as usual: they are folded like the text.
 */
export type Lexicon = Readonly<Record<string, readonly string[]>>;
