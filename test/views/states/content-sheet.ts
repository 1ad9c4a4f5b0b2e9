import type { SheetProblem, SheetTold } from '../../../src/features/content/sheet.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentSheetView } from '../../../src/views/content-sheet.view.ts';
import { report } from '../module-models.ts';
import { textChanges } from '../text-models.ts';

const error = (told: SheetTold, at?: string): SheetProblem => ({ ...(at && { at }), told, severity: 'error' });
const warning = (told: SheetTold, at: string): SheetProblem => ({ at, told, severity: 'warning' });

const ofTheFile = (
  ['not-excel', 'old-excel', 'locked', 'too-large', 'damaged', 'too-many-rows', 'no-sheet', 'old-files'] as const
).map((code) => error({ code }));
const ofCells = [
  ...(['formula', 'not-text', 'empty', 'changed-meanwhile', 'no-id'] as const).map((code) => error({ code }, 'C14')),
  error({ code: 'unknown-id', id: 'quiz.q1.options.a.text' }, 'C9'),
  error({ code: 'repeated-id', place: { kind: 'feedback', numbers: [2, 1] } }, 'C9'),
  error({ code: 'missing-id', place: { kind: 'card-text', numbers: [3] } }),
];
const ofTexts = [
  ...(
    [
      'not-written',
      'stars',
      'list-mark',
      'unfinished',
      'routine-missing',
      'routine-unmarked',
      'identity',
      'new-link',
      'hidden',
      'braces',
      'markup',
    ] as const
  ).map((code) => error({ code }, 'D8')),
  error({ code: 'too-many-words', count: 74, most: 60 }, 'C8'),
  error({ code: 'too-long', most: 2000 }, 'E8'),
];
const ofMarks = [
  ...(['stars', 'list-mark', 'unfinished'] as const).map((code) => error({ code }, 'D8')),
  error({ code: 'unknown-number', number: '122' }, 'D9'),
];
const ofTheCase = [
  error({ code: 'long-feedback', count: 72, most: 60 }, 'D31'),
  error({ code: 'case-too-long', count: 152, most: 80 }, 'C41'),
  error({ code: 'case-not-written' }, 'D41'),
];
const warnings = [
  warning({ code: 'long-sentence', sentence: '«Når du som ansatt ser …»', count: 31, most: 20 }, 'C8'),
  warning({ code: 'heavy-word', found: 'iverksette', use: 'sette i gang' }, 'C8'),
  warning({ code: 'hard-to-read', lix: 52, most: 45, longest: 'barneverntjenesten, samtykkekompetanse' }, 'C8'),
  warning({ code: 'passives', count: 3, found: '«meldes», «sendes», «vurderes»' }, 'C8'),
  warning({ code: 'long-label', count: 46, most: 40 }, 'C30'),
  warning({ code: 'person' }, 'C12'),
  warning({ code: 'same-text', same: 'nb' }, 'D12'),
  warning({ code: 'other-words', found: '«ikke», «hva»' }, 'D13'),
  warning({ code: 'other-language', changed: 'nb', same: 'nn' }, 'D12'),
];
const read = { outcome: 'read', module: report, textsId: 't1', replaces: false } as const;

export const states = defineStates(contentSheetView, {
  'all is well': { ...read, changes: textChanges.slice(0, 2), warnings: [] },
  'many changes, things to look at, and others that wait': { ...read, changes: textChanges, warnings, replaces: true },
  'one error': { outcome: 'wrong', module: report, problems: ofTexts.slice(7, 8) },
  'what may be wrong with a file': { outcome: 'wrong', problems: ofTheFile },
  'a column is gone': { outcome: 'wrong', problems: [error({ code: 'no-column', column: 'nn' })] },
  'what may be wrong with cells': { outcome: 'wrong', module: report, problems: ofCells },
  'what may be wrong with texts': { outcome: 'wrong', module: report, problems: ofTexts },
  'what may be wrong with marks and numbers': { outcome: 'wrong', module: report, problems: ofMarks },
  'what may be wrong with the case': { outcome: 'wrong', module: report, problems: ofTheCase },
  'more than ten': { outcome: 'wrong', module: report, problems: [...ofTexts, ...ofCells, ...warnings] },
  'nothing is changed': { outcome: 'same', module: report },
  'others wait': { outcome: 'refused', module: report, reason: 'other-texts-wait' },
  'changed already': { outcome: 'refused', module: report, reason: 'unchanged' },
  ...Object.fromEntries(
    (['declined', 'expired', 'not-uploaded'] as const).map((outcome) => [outcome, { outcome, moduleId: 'meldeplikt' }]),
  ),
  ...Object.fromEntries(
    (['not-for-you', 'not-checked', 'off', 'no-sheet', 'one-at-a-time', 'not-read', 'module-gone'] as const).map(
      (outcome) => [outcome, { outcome }],
    ),
  ),
});
