import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { learn } from './learning/learn.ts';
import { learnedText } from './learning/learned-text.ts';
import { readExamples } from './learning/read-examples.ts';
import { readTriageCases } from './triage-cases.ts';

// Run as `npm run triage:learn` after a change of the labelled texts, the lexicon or the features: writes what the judge has learned.

const root = path.resolve(import.meta.dirname, '../..');
const file = 'src/features/guide/understanding/learned.json';
const cases = readTriageCases(path.join(root, 'test/fixtures/utterances')).filter(({ isHeldOut }) => !isHeldOut);
const learned = learn(readExamples(cases));
writeFileSync(path.join(root, file), learnedText(learned));
console.log(`${cases.length} texts, ${Object.keys(learned.weights).length} features: written to ${file}`);
