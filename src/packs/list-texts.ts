import type { TextKind, TextPlace } from '../features/content/module-editor.ts';
import type { DialogueStructure } from './dialogue-schema.ts';
import type { ModuleStructure, ModuleWords } from './module-schema.ts';

/** A text that a language file has for this structure, and where it stands there. */
export type TextAt = { keys: readonly string[]; place: TextPlace };

/** Every text of a module, in the order in which a learner meets them. */
export function listTexts(structure: ModuleStructure): readonly TextAt[] {
  return [
    one('title', ['title']),
    one('summary', ['summary']),
    ...structure.cards.flatMap(({ id }, at) => [
      one('card-heading', ['cards', id, 'heading'], at),
      one('card-text', ['cards', id, 'text'], at),
    ]),
    ...structure.links.map(({ id }, at) => one('link', ['links', id], at)),
    ...structure.quiz.flatMap(({ id, options }, at) => [
      one('question', ['quiz', id, 'prompt'], at),
      ...options.flatMap((option, inner) => [
        one('option', ['quiz', id, 'options', option.id, 'text'], at, inner),
        one('feedback', ['quiz', id, 'options', option.id, 'feedback'], at, inner),
      ]),
    ]),
    ...structure.dialogues.flatMap(listDialogue),
    ...structure.reflection.map((id, at) => one('reflection', ['reflection', id], at)),
    ...structure.inShort.map((id, at) => one('in-short', ['inShort', id], at)),
    ...(structure.material === undefined ? [] : [one('material', ['material'])]),
    ...structure.group.questions.map(({ id }, at) => one('group', ['group', id], at)),
    one('case-title', ['case', 'title']),
    one('case-text', ['case', 'text']),
    one('case-ask', ['case', 'ask']),
  ];
}

function listDialogue({ id, nodes, ends }: DialogueStructure, at: number): readonly TextAt[] {
  const inDialogue = (kind: TextKind, keys: readonly string[], ...inner: number[]) =>
    one(kind, ['dialogues', id, ...keys], at, ...inner);
  return [
    inDialogue('dialogue-title', ['title']),
    inDialogue('dialogue-scene', ['scene']),
    ...nodes.flatMap((node, n) => [
      inDialogue('speaker', ['nodes', node.id, 'speaker'], n),
      inDialogue('says', ['nodes', node.id, 'says'], n),
      ...node.replies.flatMap((reply, r) => [
        inDialogue('reply', ['nodes', node.id, 'replies', reply.id, 'text'], n, r),
        inDialogue('reply-feedback', ['nodes', node.id, 'replies', reply.id, 'feedback'], n, r),
      ]),
    ]),
    ...ends.map((end, e) => inDialogue('end', ['ends', end.id], e)),
  ];
}

const one = (kind: TextKind, keys: readonly string[], ...at: readonly number[]): TextAt => ({
  keys,
  place: { kind, numbers: at.map((index) => index + 1) },
});

/** The parts of a language file are texts, or hold others by their ids. */
export type Tree = { [key: string]: string | Tree };

/** '' where nothing stands. */
export function wordAt(words: ModuleWords, keys: readonly string[]): string {
  let node: string | Tree | undefined = words;
  for (const key of keys) node = typeof node === 'object' ? node[key] : undefined;
  return typeof node === 'string' ? node : '';
}
