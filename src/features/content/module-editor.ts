import type { LocalText } from '../../core/locale.ts';
import type { Module } from '../catalogue/module.ts';
import type { TextEdit } from './text-edit.ts';
import type { TextProblem } from './text-problem.ts';

/** What a text of a module is to who reads it. */
export type TextKind =
  | ('title' | 'summary' | 'card-heading' | 'card-text' | 'link' | 'question' | 'option' | 'feedback')
  | ('dialogue-title' | 'dialogue-scene' | 'speaker' | 'says' | 'reply' | 'reply-feedback' | 'end')
  | ('reflection' | 'in-short' | 'material' | 'group' | 'case-title' | 'case-text' | 'case-ask');

/** Which of its kind, from 1, the outermost first: reply 2 to what is said third in dialogue 1 is `[1, 3, 2]`. */
export type TextPlace = { kind: TextKind; numbers: readonly number[] };

export type EditableText = { path: string; place: TextPlace; text: LocalText };

/** What may be done to the words of one module. The structure (ids, links, right answers) is changed in the files only. */
export type ModuleEditor = {
  /** Every text in the order of the module, with these edits in place. */
  texts(edits: readonly TextEdit[]): readonly EditableText[];
  /** The module with these edits in place, its version as in the files. An edit of what is not there changes nothing. */
  withEdits(edits: readonly TextEdit[]): Module;
  /**
   * What the rules of the files say of `edits` on top of `before`, and did not say before them. `numbers`: the digits of the contacts as they
   * stand, those that were set from the chat among them.
   */
  check(before: readonly TextEdit[], edits: readonly TextEdit[], numbers: ReadonlySet<string>): readonly TextProblem[];
};
