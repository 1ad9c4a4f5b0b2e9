import { type Document, parseDocument } from 'yaml';

/**
 * A YAML file with something changed, and all else as it was written: comments, order and line breaks. Throws where the file is no YAML, which
 * the check of the content tells first.
 */
export function editYaml(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text);
  edit(document);
  return keepLines(text, document.toString({ lineWidth: 0 }));
}

/** The writer sets blanks inside brackets where people wrote none: a line that differs in that only stays as it was. */
function keepLines(before: string, after: string): string {
  const written = Map.groupBy(before.split('\n'), bare);
  return after
    .split('\n')
    .map((line) => written.get(bare(line))?.shift() ?? line)
    .join('\n');
}

const bare = (line: string): string => line.replace(/(?<=[[{]) +| +(?=[\]}])/g, '');
