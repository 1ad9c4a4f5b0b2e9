import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contactsFileSchema, pageSchema } from '../../src/packs/guide-facts-schema.ts';
import { moduleStructureSchema } from '../../src/packs/module-schema.ts';
import { schemaProblem } from '../../src/packs/schema-problem.ts';

function said(schema: z.ZodType, value: unknown): readonly string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => {
    const { message, remedy } = schemaProblem(issue, { schema, value });
    return `${message}. ${remedy}`;
  });
}

const schema = z.strictObject({
  minutes: z.number().int().min(1).max(120).default(5),
  role: z.enum(['leader', 'mentor']).optional(),
  level: z.union([z.literal(1), z.literal(2)]).default(1),
  words: z.record(z.string(), z.strictObject({ heading: z.string() })).default({}),
  list: z.array(z.string().trim().min(1, 'is empty')).min(1).default(['a']),
  page: pageSchema.optional(),
  hours: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('always') }),
      z.strictObject({ kind: z.literal('outside'), of: z.string() }),
    ])
    .optional(),
  text: z.union([z.string().trim().min(1, 'is empty'), z.record(z.string(), z.string())]).optional(),
});

describe('what a schema says, in words for whoever wrote the file', () => {
  test.each([
    [
      { minuter: 5 },
      'minuter is not known in this file. Is it misspelt? Known here: minutes, role, level, words, list, page, hours, text.',
    ],
    [
      { words: { a: { heding: 'x', heading: 'x' } } },
      'heding is not known in words.a. Is it misspelt? Known here: heading.',
    ],
    [{ words: { a: {} } }, 'words.a.heading is missing. Write it.'],
    [{ words: { a: { heading: null } } }, 'words.a.heading is empty. Write it, or take the line away.'],
    [{ words: { a: { heading: 5 } } }, 'words.a.heading is a number, not a text. Set it in quotation marks: "5".'],
    [
      { words: [] },
      'words is a list, not lines with names. Write each as "name: value" on a line of its own, further in.',
    ],
    [{ list: 'a' }, 'list is "a", not a list. Write each on a line of its own that begins with "- ".'],
    [{ list: [] }, 'list is too small. Write at least 1 in the list.'],
    [{ list: [' '] }, 'list.0: is empty. Write the text.'],
    [{ minutes: 1.5 }, 'minutes is "1.5", not a whole number. Write a whole number.'],
    [{ minutes: 0 }, 'minutes is too small. Write at least 1.'],
    [{ minutes: 999 }, 'minutes is too large. Write at most 120.'],
    [{ role: 'leder' }, 'role is "leder", which cannot stand here. Write one of: leader, mentor.'],
    [{ level: 9 }, 'level is "9", which cannot stand here. Write one of: 1, 2.'],
    [{ hours: { kind: 'night' } }, 'hours.kind is "night", which cannot stand here. Write one of: always, outside.'],
    [{ text: ' ' }, 'text: is empty. Write the text.'],
    [
      { page: 'https://rettentil' },
      'page: is no address of a page (write https:// and the whole name, with its ending). Correct it; content/README.md tells what may stand here.',
    ],
  ])('%j', (value, words) => {
    expect(said(schema, value)).toEqual([words]);
  });

  test('is never the jargon of the library, whatever is written in a real file', () => {
    for (const value of [null, [], 'a', { cards: 5 }, { contacts: [{}, 5] }, { links: [{ url: 'x' }], group: [] }]) {
      for (const one of [...said(moduleStructureSchema, value), ...said(contactsFileSchema, value)]) {
        expect(one).not.toMatch(/Invalid|expected|received|undefined|>=|schema/);
      }
    }
  });
});
