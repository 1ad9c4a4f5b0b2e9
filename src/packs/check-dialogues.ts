import { locales } from '../core/locale.ts';
import type { ContentProblem } from './content-problem.ts';
import { countWords } from './count-words.ts';
import { type CardText, dialogueCards } from './dialogue-cards.ts';
import type { DialogueStructure } from './dialogue-schema.ts';
import { findCircle, longestWay, reachedFrom, waysOf } from './dialogue-ways.ts';
import type { LoadedModule } from './load-modules.ts';
import type { ModuleStructure, ModuleWords } from './module-schema.ts';
import type { YamlFile } from './read-yaml.ts';

const wordLimit = 60;
const replyLimit = 6;

type Told = { keys: readonly PropertyKey[]; message: string; remedy: string };

/** What makes a dialogue unusable: a reply that leads nowhere, or to two places. */
export function findBrokenWays({ file, value, lineOf }: YamlFile<ModuleStructure>): readonly ContentProblem[] {
  return value.dialogues.flatMap((dialogue, at) =>
    [...deadEnds(dialogue), ...sharedIds(dialogue)].map(({ keys, message, remedy }) => ({
      ...{ file, line: lineOf(['dialogues', at, ...keys]), message: `the dialogue ${dialogue.id}: ${message}`, remedy },
    })),
  );
}

/** What makes a dialogue tiring or a part of it useless: places nobody comes to, circles, too many replies, too many words. */
export function checkDialogues({ structure, words }: LoadedModule): readonly ContentProblem[] {
  const { file, value, lineOf } = structure;
  return value.dialogues.flatMap((dialogue, at) => [
    ...[...unreached(dialogue), ...tooLong(dialogue), ...withoutGoodEnd(dialogue)].map(({ keys, message, remedy }) => ({
      ...{ file, line: lineOf(['dialogues', at, ...keys]), message: `the dialogue ${dialogue.id}: ${message}`, remedy },
    })),
    ...locales.flatMap((locale) => tooManyWords(dialogue, words[locale])),
  ]);
}

function deadEnds(dialogue: DialogueStructure): Told[] {
  const known = new Set([...dialogue.nodes, ...dialogue.ends].map(({ id }) => id));
  return waysOf(dialogue)
    .filter(({ to }) => !known.has(to))
    .map(({ from, reply, to, keys }) => ({
      keys,
      message: `the reply ${reply} of ${from} leads to ${to}, which does not exist`,
      remedy: 'Write the id of a node or of an end of this dialogue.',
    }));
}

function sharedIds({ nodes, ends }: DialogueStructure): Told[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return ends.flatMap(({ id }, index) =>
    ids.has(id)
      ? [{ keys: ['ends', index], message: `${id} is both a node and an end`, remedy: 'Give each its own id.' }]
      : [],
  );
}

function unreached(dialogue: DialogueStructure): Told[] {
  const reached = reachedFrom(dialogue);
  const remedy = 'Let a reply lead there, or take it away.';
  return (['nodes', 'ends'] as const).flatMap((part) =>
    dialogue[part].flatMap(({ id }, index) =>
      reached.has(id) ? [] : [{ keys: [part, index], message: `nobody comes to ${id}`, remedy }],
    ),
  );
}

function tooLong(dialogue: DialogueStructure): Told[] {
  const circle = findCircle(dialogue);
  if (circle) {
    const message = `it goes in a circle: ${circle.join(' → ')}`;
    return [
      { keys: [], message, remedy: 'Let one of the replies lead on, or to an end. Everybody may go back anyway.' },
    ];
  }
  const most = longestWay(dialogue);
  if (most <= replyLimit) return [];
  const message = `the longest way has ${most} replies`;
  return [{ keys: [], message, remedy: `Shorten it to ${replyLimit}, or make two dialogues of it.` }];
}

function withoutGoodEnd({ ends }: DialogueStructure): Told[] {
  if (ends.some(({ outcome }) => outcome === 'good')) return [];
  return [{ keys: ['ends'], message: 'no end is good', remedy: 'Write one that shows how it can go well.' }];
}

function tooManyWords(dialogue: DialogueStructure, { file, value, lineOf }: YamlFile<ModuleWords>): ContentProblem[] {
  const words = value.dialogues[dialogue.id];
  if (!words) return [];
  return dialogueCards(dialogue, words).flatMap(({ name, keys, texts }) => {
    const count = countWords(texts.map(({ text }) => text).join(' '));
    if (count <= wordLimit) return [];
    const message = `the dialogue ${dialogue.id}: ${name} has ${count} words`;
    const line = lineOf(['dialogues', dialogue.id, ...keys]);
    const remedy = `Shorten it to ${wordLimit}: ${partsOf(texts)}.`;
    return [{ file, line, message, remedy, told: { code: 'too-many-words', count, most: wordLimit } }];
  });
}

const partsOf = (texts: readonly CardText[]): string => texts.map(({ keys }) => keys.slice(-2).join('.')).join(', ');
