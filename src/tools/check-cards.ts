import path from 'node:path';
import { type CardFinding, checkEveryCard } from './cards/check-every-card.ts';
import { renderEveryCard } from './cards/every-card.ts';

/** `npm run check:cards`: every card in every state and language, by three checks. Exit code 1 when something is wrong. */
const root = path.resolve(import.meta.dirname, '../..');

/** One template with one fault shows it in every state and language: told once. */
function describe(findings: readonly CardFinding[]): readonly string[] {
  const same = Map.groupBy(findings, ({ name, problem }) => `${name.split(' · ')[0]} ${problem}`);
  return [...same.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.length > 0 ? ` (and ${others.length} more like it)` : '';
    return [`${first.name}: ${first.at} ${first.problem}${more}`];
  });
}

const cards = await renderEveryCard(root);
const findings = await checkEveryCard(root, cards);
for (const line of describe(findings)) console.error(line);
const largest = Math.max(0, ...cards.map(({ message }) => Buffer.byteLength(JSON.stringify(message.card))));
const views = new Set(cards.map(({ template }) => template)).size;
console.log(`${cards.length} cards of ${views} views checked, ${findings.length} problems, largest ${largest} bytes`);
if (findings.length > 0) process.exitCode = 1;
