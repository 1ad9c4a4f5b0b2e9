import fc from 'fast-check';
import { addDays, type LocalDate, localDateAt } from '../../src/core/local-date.ts';
import { locales } from '../../src/core/locale.ts';
import type { Module } from '../../src/features/catalogue/module.ts';
import { applyContact } from '../../src/features/content/apply-contact.ts';
import { decideDetails, decideDetailsConfirmation } from '../../src/features/content/contact-details.ts';
import type { ContentChange } from '../../src/features/content/content-change.ts';
import * as decide from '../../src/features/content/decide-change.ts';
import { decideConfirmation, decideNumber } from '../../src/features/content/decide-number.ts';
import * as decideTexts from '../../src/features/content/decide-texts.ts';
import { moduleState } from '../../src/features/content/module-state.ts';
import { tidy } from '../../src/features/content/plan-edits.ts';
import type { TextEdit } from '../../src/features/content/text-edit.ts';
import type { TypedDetails } from '../../src/features/content/typed-details.ts';
import type { Contact } from '../../src/features/guide/facts.ts';

const today = '2026-11-23';
const at = new Date('2026-11-23T09:00:00Z');
export const dateOf = (instant: Date) => localDateAt(instant, 'Europe/Oslo');
const kari = { personId: 'kari', name: 'Kari: «Nordmann» #1' };
const per = { personId: 'per', name: 'Per Vik' };

/** Something that a coordinator does. */
export type Step =
  | { kind: 'approve' | 'return' | 'take-back' }
  | { kind: 'withdraw' | 'restore'; card: number }
  | { kind: 'number'; number: string; isConfirmed: boolean }
  | { kind: 'details'; use: string; opening: TypedDetails['opening']; isConfirmed: boolean }
  | { kind: 'texts'; edits: readonly TextEdit[]; isAccepted: boolean }
  | { kind: 'check'; factId: string; on: LocalDate; confirmedTo?: LocalDate | undefined }
  | { kind: 'advice'; does: 'approve' | 'confirm' | 'return'; stepId: string; wording: string };
export type History = { changes: ContentChange[]; texts: Map<string, readonly TextEdit[]> };

type Add = (decision: decide.ChangeDecision, by?: typeof kari) => void;

/** All that was done to one module and one contact, decided as the chat decides: what is refused is not done. */
export function historyOf(module: Module, contact: Contact, steps: readonly Step[]): History {
  const history: History = { changes: [], texts: new Map() };
  const add: Add = (decision, by = kari) => {
    if (decision.outcome !== 'changed') return;
    history.changes.push({ ...decision.change, changeId: `c${history.changes.length}`, at, by });
  };
  for (const step of steps) {
    if (step.kind === 'number') numberStep(step, contact, history, add);
    else if (step.kind === 'details') detailsStep(step, contact, history, add);
    else if (step.kind === 'texts') textsStep(step, module, history, add);
    else if (step.kind === 'check') checkStep(step, history);
    else if (step.kind === 'advice') adviceStep(step, history);
    else moduleStep(step, module, history, add);
  }
  return history;
}

const ofModule = ({ changes }: History) => changes.filter((change) => 'moduleId' in change);

function moduleStep(
  step: Exclude<Step, { kind: 'texts' | 'number' | 'details' | 'check' | 'advice' }>,
  module: Module,
  history: History,
  add: Add,
): void {
  const own = ofModule(history);
  const { version, textsIds } = moduleState(module, own, dateOf);
  const cardId = 'card' in step ? (module.cards[step.card]?.cardId ?? '') : '';
  if (step.kind === 'approve')
    add(decide.decideApproval(module, own, { version, validTo: '2027-11-01', now: module }, today));
  if (step.kind === 'return') add(decide.decideReturn(module, own, { version, reason: 'out-of-date' }, today));
  if (step.kind === 'withdraw') add(decide.decideWithdrawal(module, own, { cardId }));
  if (step.kind === 'restore') add(decide.decideRestoring(module, own, { cardId, now: module }));
  if (step.kind === 'take-back') add(decideTexts.decideTakingBack(module, own, { of: textsIds.at(-1) ?? '' }, dateOf));
}

function textsStep(step: Extract<Step, { kind: 'texts' }>, module: Module, history: History, add: Add): void {
  const of = `t${history.texts.size}`;
  const { version } = moduleState(module, ofModule(history), dateOf);
  const read = { textsId: of, version, count: step.edits.length, personId: 'kari' };
  history.texts.set(of, step.edits);
  add(decideTexts.decideReading(module, ofModule(history), read, dateOf));
  add(decideTexts.decideSending(module, ofModule(history), { of, personId: 'kari', confirmBy: '2026-11-24' }, dateOf));
  if (!step.isAccepted) return;
  add(decideTexts.decideAccepting(module, ofModule(history), { of, personId: 'per' }, dateOf), per);
}

function numberStep(step: Extract<Step, { kind: 'number' }>, contact: Contact, history: History, add: Add): void {
  const own = () => history.changes.filter((change) => 'contactId' in change);
  add(decideNumber(contact, own(), step.number, { confirmBy: '2026-11-24', today }, dateOf));
  const set = own().findLast(({ kind }) => kind === 'number-set');
  if (!step.isConfirmed || !set) return;
  const asked = { of: set.changeId, personId: 'per' };
  add(decideConfirmation(contact, own(), asked, today, dateOf), per);
}

function detailsStep(step: Extract<Step, { kind: 'details' }>, contact: Contact, history: History, add: Add): void {
  const own = () => history.changes.filter((change) => 'contactId' in change);
  const { use: nb, opening } = step;
  const now = applyContact(contact, own(), dateOf);
  const typed = { name: contact.name, use: { nb, nn: nb, en: nb }, opening, from: '08:00', to: '15:30' };
  const last = own().findLast(({ kind }) => kind === 'contact-set')?.changeId ?? '';
  add(decideDetails(now, own(), { typed, of: last, confirmBy: '2026-11-24', numbers: new Set(), inFiles: contact }));
  const set = own().findLast(({ kind }) => kind === 'contact-set');
  if (!step.isConfirmed || !set) return;
  add(decideDetailsConfirmation(contact, own(), { of: set.changeId, personId: 'per' }), per);
}

/** More than the chat decides: on any day, and of what nobody can check. */
function checkStep({ factId, on, confirmedTo }: Extract<Step, { kind: 'check' }>, { changes }: History): void {
  const of = `c${changes.length}`;
  const made = { factId, at: new Date(`${on}T09:00:00Z`) };
  changes.push({ kind: 'fact-checked', changeId: of, ...made, by: kari, confirmBy: addDays(on, 14) });
  if (!confirmedTo) return;
  const changeId = `c${changes.length}`;
  changes.push({ kind: 'fact-confirmed', changeId, ...made, by: per, of, validTo: confirmedTo });
}

function adviceStep({ does, stepId, wording }: Extract<Step, { kind: 'advice' }>, { changes }: History): void {
  const made = { changeId: `c${changes.length}`, stepId, at };
  const dates = { validTo: '2027-11-01', confirmBy: '2026-12-07' } as const;
  if (does === 'approve') changes.push({ kind: 'advice-approved', ...made, by: kari, wording, ...dates });
  if (does === 'return') changes.push({ kind: 'advice-returned', ...made, by: per, wording, reason: 'wrong-fact' });
  const of = changes.findLast((one) => one.kind === 'advice-approved' && one.stepId === stepId)?.changeId;
  if (does === 'confirm' && of) changes.push({ kind: 'advice-confirmed', ...made, by: per, of });
}

/** Words that YAML would read as something else, among others. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom('ja: nei', '# ikke', "'sitat'", '- en', '007', 'null', 'true', '*a', '&b', '!c', '%d', '@e', '"'),
    fc.constantFrom('a\n\n- b\n- c', 'æøå « »', 'a: b\nc # d', '2026-11-23', '{a}', '[b]', '|', '>', '---', '...'),
  )
  .map(tidy)
  .filter((text) => text !== '');

/** Anything that may be checked or approved of these. */
export function anyChecks(factIds: readonly string[], advice: readonly { stepId: string; wording: string }[]) {
  const day = fc.constantFrom('2026-06-01', '2026-11-23', '2027-02-01');
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('check' as const),
      ...{ factId: fc.constantFrom(...factIds), on: day },
      confirmedTo: fc.constantFrom(undefined, '2026-12-24', '2028-02-01'),
    }),
    fc
      .tuple(fc.constantFrom('approve' as const, 'confirm' as const, 'return' as const), fc.constantFrom(...advice))
      .map(([does, one]) => ({ kind: 'advice' as const, does, ...one })),
  );
  return fc.array(step, { maxLength: 25 });
}

/** Anything that may be done, with texts at these paths. */
export function anySteps(paths: readonly string[], cards: number): fc.Arbitrary<Step[]> {
  const edit = fc.record({ path: fc.constantFrom(...paths), locale: fc.constantFrom(...locales), text: anyText });
  const edits = fc.array(edit, { minLength: 1, maxLength: 5 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constantFrom('approve' as const, 'return' as const, 'take-back' as const) }),
    fc.record({ kind: fc.constantFrom('withdraw' as const, 'restore' as const), card: fc.nat({ max: cards - 1 }) }),
    fc.record({
      kind: fc.constant('number' as const),
      ...{ number: fc.constantFrom('77001234', '41234567'), isConfirmed: fc.boolean() },
    }),
    fc.record({
      kind: fc.constant('details' as const),
      use: fc.constantFrom('råd', 'ja: nei', '- en', 'true', '«sitat», & mer', "'x'", '@e', '!c', '007'),
      opening: fc.constantFrom('unknown' as const, 'always' as const, 'weekdays' as const, 'as-now' as const),
      isConfirmed: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('texts' as const), edits, isAccepted: fc.boolean() }),
  );
  return fc.array(step, { maxLength: 10 });
}
