import path from 'node:path';
import { drawSheets } from './cards/draw-sheets.ts';
import { renderEveryCard } from './cards/every-card.ts';
import { tellFaults } from './cards/tell-faults.ts';

/** `npm run draw:cards -- [view …]`: every card in every state and language, wide and narrow, light and dark, into `.data/cards/`. A card that shows nothing or does not fit is told, with exit code 1. */
const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.data/cards');
const wanted = process.argv.slice(2);
const cards = (await renderEveryCard(root)).filter(({ template }) => wanted.length === 0 || wanted.includes(template));
const files = await drawSheets(
  folder,
  cards.map(({ template, state, message }) => ({ sheet: template, row: state, card: message.card })),
);
const faults = tellFaults(files);
if (faults !== '') {
  console.error(faults);
  process.exitCode = 1;
}
console.log(`${cards.length} cards on ${files.length} sheets in ${path.relative(process.cwd(), folder)}`);
