import { type Document, LineCounter, parseDocument } from 'yaml';

export type ParsedYaml = { document: Document; lines: LineCounter };

/** The text as a document that knows on which line each part of it stands. What cannot be read is in its `errors`. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, uniqueKeys: true }), lines };
}
