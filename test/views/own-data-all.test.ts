import { describe, expect, it } from 'vitest';
import type { OwnData } from '../../src/features/use-cases/read-own-data.ts';
import { ownDataAllView } from '../../src/views/own-data-all.view.ts';
import { ownDataSections } from '../../src/views/print/own-data-sections.ts';
import { everything, hasLeft, manyReminders, newHire, retention } from './own-data-models.ts';
import { kitOf, pack } from './print/print-run.ts';

const around = { catalogue: pack.catalogue, zone: pack.zone, retention };
type Bound = { sections: { heading: string; rows: { text: string }[] }[]; actions: object[] };
const bound = (data: OwnData, page: number) => ownDataAllView.bind({ data, around, page }, kitOf('nb')).data as Bound;

/** As on paper: without the signs of no width that keep Markdown away. */
const onPaper = (text: string): string => text.replaceAll('\u200b', '');
const lineOf = (heading: string, line: string): string => `${heading} | ${line}`;
const inFile = (data: OwnData): readonly string[] =>
  ownDataSections(data, around, kitOf('nb')).flatMap(({ heading, lines }) =>
    lines.map((line) => lineOf(heading, line)),
  );
const onCards = (data: OwnData): readonly string[] =>
  Array.from({ length: Math.ceil(inFile(data).length / 25) }, (_, page) => bound(data, page)).flatMap(({ sections }) =>
    sections.flatMap(({ heading, rows }) => rows.map(({ text }) => lineOf(heading, onPaper(text)))),
  );

describe('all that is stored about one person, on cards', () => {
  it.each([
    ['everything', everything],
    ['a new hire', newHire],
    ['somebody who has left', hasLeft],
    ['somebody of many years', manyReminders],
  ])('has every line of the file, in its order, under its heading: %s', (_who, data) => {
    expect(onCards(data)).toEqual(inFile(data));
  });
});
