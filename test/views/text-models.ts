import type { ChangeOf, ContentChange } from '../../src/features/content/content-change.ts';
import type { TextPlace } from '../../src/features/content/module-editor.ts';
import type { ModuleState } from '../../src/features/content/module-state.ts';
import type { TextChange } from '../../src/views/text-change-words.ts';

const at = new Date('2026-11-20T09:00:00Z');
const kari = { personId: 'kari', name: 'Kari Nordmann' };
const longName = { personId: 'per', name: 'Per-Kristoffer Ánde Jensen-Nordmann' };

export const textsRead: ChangeOf<'texts-read'> = {
  ...{ kind: 'texts-read', changeId: 'g', at, by: longName, moduleId: 'm', textsId: 't1', version: 3, onFiles: 2 },
  count: 7,
};

/** All that can be done with texts. */
export const textHistory: readonly ContentChange[] = [
  textsRead,
  { kind: 'texts-sent', changeId: 'h', at, by: longName, moduleId: 'm', of: 't1' },
  { kind: 'texts-dropped', changeId: 'i', at, by: kari, moduleId: 'm', of: 't1' },
  { kind: 'texts-accepted', changeId: 'j', at, by: kari, moduleId: 'm', of: 't1' },
  { kind: 'texts-taken-back', changeId: 'k', at, by: longName, moduleId: 'm', of: 't1' },
];

export const aModuleState = (changes: Partial<ModuleState> = {}): ModuleState => ({
  ...{ version: 2, approval: { status: 'utkast', owner: 'BTI-koordinator' } },
  ...{ textsIds: [], unsent: [], gone: [], outdone: [] },
  ...changes,
});

const place = (kind: TextPlace['kind'], ...numbers: number[]): TextPlace => ({ kind, numbers });

export const textChanges: readonly TextChange[] = [
  {
    ...{ place: place('card-text', 3), locale: 'nb' },
    before: 'Skriv det du ser og hører, **ikke** det du tror.\n\n- Hva så du?\n- Hva hørte du?',
    after: 'Skriv ned det du selv ser og hører. **Ikke** det du tror.\n\n- Hva så du?\n- Hva sa barnet?',
  },
  { place: place('card-text', 3), locale: 'nn', before: 'Skriv det du ser.', after: 'Skriv ned det du sjølv ser.' },
  { place: place('title'), locale: 'en', before: 'The duty to report', after: 'Your duty to report' },
  {
    ...{ place: place('reply-feedback', 1, 3, 2), locale: 'nb' },
    ...{
      before: 'Da lukker du døra.',
      after: 'Da kan mor tro at du har bestemt deg. Spør heller hvordan hun har det.',
    },
  },
  { place: place('case-ask'), locale: 'nb', before: 'Hva nå?', after: 'Hva gjør dere nå?' },
];

/** One for every kind of text. */
export const everyPlace: readonly TextChange[] = [
  ...(['title', 'summary', 'case-title', 'case-text', 'case-ask'] as const).map((kind) => place(kind)),
  ...(['card-heading', 'card-text', 'link', 'question', 'reflection', 'group'] as const).map((kind) => place(kind, 2)),
  ...(['dialogue-title', 'dialogue-scene'] as const).map((kind) => place(kind, 1)),
  ...(['option', 'feedback', 'speaker', 'says', 'end'] as const).map((kind) => place(kind, 2, 3)),
  ...(['reply', 'reply-feedback'] as const).map((kind) => place(kind, 1, 3, 2)),
].map((at) => ({ place: at, locale: 'nb', before: 'Før.', after: 'Etter.' }));
