import { loadTexts } from '../../src/packs/load-texts.ts';
import { renderEveryCard } from '../../src/tools/cards/every-card.ts';
import { loadStates } from '../../src/tools/cards/load-states.ts';
import { createRender } from '../../src/views/create-render.ts';
import { root } from '../support/source-files.ts';
import { median } from './start-peer.ts';

/** Rendering the largest card against `JSON.stringify` of the finished card, taking turns in one run. Prints the ratio. */
const rounds = 15;
const times = 300;
const now = new Date('2026-11-23T09:00:00Z');

const cards = await renderEveryCard(root);
const bytesOf = (card: object): number => Buffer.byteLength(JSON.stringify(card));
const largest = cards.reduce((one, other) => (bytesOf(other.message.card) > bytesOf(one.message.card) ? other : one));
const views = await loadStates(root);
const state = views
  .find(({ template }) => template === largest.template)
  ?.states.find(({ name }) => name === largest.state);
if (!state) throw new Error('the largest card has no state; look at test/views/states');

const started = performance.now();
const { texts } = await loadTexts(`${root}/content`);
const wordsMs = performance.now() - started;
const render = await createRender({ cardsFolder: `${root}/cards`, texts, zone: 'Europe/Oslo' });
const compileMs = performance.now() - started - wordsMs;

const microseconds = (run: () => unknown): number => {
  const from = performance.now();
  for (let time = 0; time < times; time += 1) run();
  return ((performance.now() - from) / times) * 1000;
};
const renderOnce = (): unknown => state.render(render, largest.locale, now);
const stringifyOnce = (): unknown => JSON.stringify(largest.message.card);

const figures: { render: number; stringify: number }[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const measured = { render: microseconds(renderOnce), stringify: microseconds(stringifyOnce) };
  if (round > 0) figures.push(measured);
}
const ratio = median(figures.map((figure) => figure.render / figure.stringify)).toFixed(1);
const renderUs = median(figures.map((figure) => figure.render)).toFixed(0);
const stringifyUs = median(figures.map((figure) => figure.stringify)).toFixed(0);
console.log(
  `render ${largest.template} · ${largest.state}: ${bytesOf(largest.message.card)} bytes, the largest of ${cards.length} cards`,
);
console.log(`render ${renderUs} µs, JSON.stringify of the card ${stringifyUs} µs: ${ratio} × (aim ≤ 12 ×)`);
console.log(`start: all templates compiled in ${compileMs.toFixed(0)} ms, all texts read in ${wordsMs.toFixed(0)} ms`);
