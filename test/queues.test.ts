import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, readFiles, root } from './support/source-files.ts';

const [pointers] = readFiles('src/features/reminders', 'work-queue.ts');
const [message] = readFiles('src/inbound/jobs', 'work-message.ts');
const jobs = readFiles('src/inbound/jobs', '.ts');
const features = readFiles('src/features', '.ts');
const kinds = [...(pointers?.code.matchAll(/\bkind:\s*'([\w-]+)'/g) ?? [])].map(([, kind = '']) => kind);
/** What is sent is sent; what is recorded is recorded. */
const verbOf = (kind: string): string => (kind === 'attendance' ? 'record' : 'send');
const functionOf = (kind: string): string =>
  `${verbOf(kind)}${kind.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}`;

describe('the work queue', () => {
  it('has kinds', () => {
    expect(kinds).toEqual(['reminder', 'digest', 'owner-card', 'delegation', 'group-card', 'attendance']);
  });

  it.each(kinds)('%s is put into the queue by somebody', (kind) => {
    const producers = features.filter(
      ({ code }) => code.includes(`kind: '${kind}'`) && !code.includes('type WorkPointer ='),
    );
    expect(producers.map(({ file }) => file)).not.toEqual([]);
  });

  it.each(kinds)('%s is read from the queue', (kind) => {
    expect(message?.code).toContain(`z.literal('${kind}')`);
  });

  it.each(kinds)('%s is consumed by the feature of its name', (kind) => {
    const consumer = jobs.find(({ code }) => new RegExp(`\\b${functionOf(kind)}\\(`).test(code));
    const home = consumer && importsOf(consumer).find(({ from }) => from.endsWith(`/${verbOf(kind)}-${kind}.ts`));
    expect(home && existsSync(path.join(root, home.from))).toBe(true);
  });
});
