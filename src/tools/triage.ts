import path from 'node:path';
import { createInterface } from 'node:readline';
import { guardText } from '../features/guide/privacy-guard.ts';
import { createTriage } from '../features/guide/triage.ts';
import { loadPhrases } from '../packs/load-phrases.ts';

// Run as `npm run -s triage [-- folder]`: one text a line in, one JSON object a line out, as the bot understands it. Keeps nothing.

const folder = path.resolve(process.argv[2] ?? 'content');
const { value, problems } = await loadPhrases(folder);
for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
const triage = createTriage(value ?? []);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const { level, entry, asks, why } = triage(guardText(line).masked);
  process.stdout.write(`${JSON.stringify({ level, entry, asks, why })}\n`);
}
