import path from 'node:path';
import { checkEveryCard } from './cards/check-every-card.ts';
import { renderEveryCard } from './cards/every-card.ts';

/** `npm run check:cards`: every card in every state and language, by three checks. Exit code 1 when something is wrong. */
const root = path.resolve(import.meta.dirname, '../..');
const cards = await renderEveryCard(root);
const findings = await checkEveryCard(root, cards);
for (const { name, at, problem } of findings) console.error(`${name}: ${at} ${problem}`);
const largest = Math.max(0, ...cards.map(({ message }) => Buffer.byteLength(JSON.stringify(message.card))));
const views = new Set(cards.map(({ template }) => template)).size;
console.log(`${cards.length} cards of ${views} views checked, ${findings.length} problems, largest ${largest} bytes`);
if (findings.length > 0) process.exitCode = 1;
