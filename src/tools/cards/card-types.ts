import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Card } from '../../core/card.ts';

const run = promisify(execFile);

export type NamedCard = { name: string; card: Card };

/** `column` counts in the card as one line of JSON. */
export type TypeFinding = { name: string; column: number; problem: string };

/**
 * Checks cards against the types of `@microsoft/teams.cards` by compiling them. The types know every element, its properties and
 * their allowed words, so they find an unknown property, a wrong type and a misspelt word. They do not know which version an element
 * came with, require no ids, and take any data in an action: those are our own rules.
 */
export async function checkTypes(root: string, cards: readonly NamedCard[]): Promise<readonly TypeFinding[]> {
  const folder = path.join(root, '.data', `card-types-${process.pid}`);
  const file = path.join(folder, 'cards.ts');
  const lines = ["import type { IAdaptiveCard } from '@microsoft/teams.cards';"];
  for (const { card } of cards) lines.push(`(${JSON.stringify(card)}) satisfies IAdaptiveCard;`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, lines.join('\n'));
  await writeFile(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: 'nodenext',
        target: 'es2024',
        skipLibCheck: true,
        types: [],
      },
      files: ['cards.ts'],
    }),
  );
  try {
    await run(path.join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], { maxBuffer: 1e8 });
    return [];
  } catch (error) {
    return readErrors(error, cards);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readErrors(error: unknown, cards: readonly NamedCard[]): TypeFinding[] {
  const output = typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
  const problems = output.split('\n').flatMap((line) => {
    const found = /cards\.ts\((\d+),(\d+)\): error (.*)/.exec(line);
    const card = found && cards[Number(found[1]) - 2];
    return card ? [{ name: card.name, column: Number(found[2]), problem: found[3] ?? line }] : [];
  });
  if (problems.length === 0) throw error;
  return problems;
}
