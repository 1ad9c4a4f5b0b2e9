import { describe, expect, test } from 'vitest';
import { type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { notWritten } from '../../../src/features/catalogue/unwritten.ts';
import { answeredTexts } from '../../../src/features/content/answered-texts.ts';
import { type ContentChange, contentChangeSchema } from '../../../src/features/content/content-change.ts';
import { type ChangeDecision, decideApproval } from '../../../src/features/content/decide-change.ts';
import {
  decideAccepting,
  decideDropping,
  decideReading,
  decideSending,
  decideTakingBack,
  refuseHiding,
} from '../../../src/features/content/decide-texts.ts';
import { moduleState } from '../../../src/features/content/module-state.ts';
import { aModule } from '../../support/module-builder.ts';

const module = aModule('m', { version: 2 });
const dateOf = (at: Date) => localDateAt(at, 'Europe/Oslo');
const people = { kari: { personId: 'kari', name: 'Kari Nordmann' }, per: { personId: 'per', name: 'Per Vik' } };
type Who = keyof typeof people;

/** What is done one after the other, by whom; a refusal stops the test. */
function history() {
  const changes: ContentChange[] = [];
  const add = (decision: ChangeDecision, by: Who): ChangeDecision => {
    if (decision.outcome === 'changed') {
      const made = { changeId: `c${changes.length}`, at: new Date('2026-11-23T09:00:00Z'), by: people[by] };
      changes.push({ ...decision.change, ...made });
    }
    return decision;
  };
  const state = () => moduleState(module, changes, dateOf);
  return {
    changes,
    state,
    read: (textsId: string, by: Who, version = state().version) =>
      add(decideReading(module, changes, { textsId, version, count: 1, personId: by }, dateOf), by),
    send: (of: string, by: Who) =>
      add(decideSending(module, changes, { of, personId: by, confirmBy: '2026-11-24' }, dateOf), by),
    drop: (of: string, by: Who) => add(decideDropping(module, changes, { of, personId: by }, dateOf), by),
    accept: (of: string, by: Who) => add(decideAccepting(module, changes, { of, personId: by }, dateOf), by),
    takeBack: (of: string, by: Who) => add(decideTakingBack(module, changes, { of }, dateOf), by),
    approve: (version: number, by: Who) =>
      add(decideApproval(module, changes, { version, validTo: '2027-11-01', now: module }, '2026-11-23'), by),
  };
}

/** Texts that are read, sent and accepted. */
function withTexts(id: string, done = history()) {
  done.read(id, 'kari');
  done.send(id, 'kari');
  done.accept(id, 'per');
  return done;
}

describe('new texts', () => {
  test('hold from the moment that a second person accepts them, as the next version', () => {
    const done = history();
    done.read('t', 'kari');
    expect(done.state()).toMatchObject({ version: 2, textsIds: [] });
    done.send('t', 'kari');
    expect(done.state()).toMatchObject({ version: 2, textsIds: [], waiting: { textsId: 't' } });
    expect(done.accept('t', 'kari')).toEqual({ outcome: 'refused', reason: 'same-person-texts' });
    done.accept('t', 'per');
    expect(done.state()).toMatchObject({ version: 3, textsIds: ['t'], unsent: [] });
    expect(done.state()).not.toHaveProperty('waiting');
  });

  test('are sent by who read them only, once, and not after they were dropped', () => {
    const done = history();
    done.read('t', 'kari');
    expect(done.send('t', 'per')).toEqual({ outcome: 'refused', reason: 'texts-gone' });
    expect(done.send('t', 'kari').outcome).toBe('changed');
    expect(done.send('t', 'kari')).toEqual({ outcome: 'unchanged' });
    expect(done.drop('t', 'per').outcome).toBe('changed');
    expect(done.drop('t', 'per')).toEqual({ outcome: 'unchanged' });
    expect(done.send('t', 'kari')).toEqual({ outcome: 'refused', reason: 'texts-gone' });
    expect(done.accept('t', 'per')).toEqual({ outcome: 'refused', reason: 'texts-gone' });
  });

  test('that are not sent are dropped by who read them only', () => {
    const done = history();
    done.read('t', 'kari');
    expect(done.drop('t', 'per')).toEqual({ outcome: 'unchanged' });
    expect(done.drop('t', 'kari').outcome).toBe('changed');
    expect(withTexts('u').drop('u', 'kari')).toEqual({ outcome: 'refused', reason: 'texts-gone' });
  });

  test('of two people do not wait at once; those of one person take the place of the former', () => {
    const done = history();
    done.read('t', 'kari');
    done.read('u', 'per');
    done.send('t', 'kari');
    expect(done.send('u', 'per')).toEqual({ outcome: 'refused', reason: 'other-texts-wait' });
    expect(done.read('v', 'per')).toEqual({ outcome: 'refused', reason: 'other-texts-wait' });
    done.read('w', 'kari');
    done.send('w', 'kari');
    expect(done.accept('t', 'per')).toEqual({ outcome: 'refused', reason: 'texts-gone' });
    expect(done.accept('w', 'per').outcome).toBe('changed');
    expect(done.send('u', 'per')).toEqual({ outcome: 'refused', reason: 'other-version' });
  });

  test('that were read before others were accepted are not kept', () => {
    const done = withTexts('t');
    expect(done.read('u', 'kari', 2)).toEqual({ outcome: 'refused', reason: 'other-version' });
  });

  test('are taken back the last first, each as a version of its own', () => {
    const done = withTexts('u', withTexts('t'));
    expect(done.takeBack('t', 'kari')).toEqual({ outcome: 'refused', reason: 'not-last-texts' });
    done.takeBack('u', 'kari');
    expect(done.state()).toMatchObject({ version: 5, textsIds: ['t'] });
    expect(done.takeBack('u', 'kari')).toEqual({ outcome: 'unchanged' });
    done.takeBack('t', 'per');
    expect(done.state()).toMatchObject({ version: 6, textsIds: [] });
  });

  test('that wait are no more when those before them are taken back: they name a version that is gone', () => {
    const done = withTexts('t');
    done.read('u', 'kari');
    done.send('u', 'kari');
    done.takeBack('t', 'per');
    expect(done.state()).not.toHaveProperty('waiting');
    expect(done.accept('u', 'per')).toEqual({ outcome: 'refused', reason: 'texts-gone' });
    expect(done.read('v', 'per').outcome).toBe('changed');
    expect(done.send('v', 'per').outcome).toBe('changed');
  });

  test('that gave way to others are gone, and no others: what was accepted is kept, also when it is taken back', () => {
    const done = withTexts('t');
    done.read('u', 'kari');
    done.read('v', 'kari');
    done.read('w', 'per');
    expect(done.state()).toMatchObject({ gone: ['u'], unsent: [{ textsId: 'u' }, { textsId: 'v' }, { textsId: 'w' }] });
    expect(done.send('u', 'kari')).toEqual({ outcome: 'refused', reason: 'texts-gone' });
    done.send('v', 'kari');
    done.read('x', 'kari');
    expect(done.state()).toMatchObject({ gone: ['u'], waiting: { textsId: 'v' } });
    done.send('x', 'kari');
    done.drop('w', 'per');
    expect(done.state().gone).toEqual(['u', 'v', 'w']);
    done.takeBack('t', 'per');
    expect(done.state().gone).toEqual(['u', 'v', 'w', 'x']);
    done.read('y', 'per');
    done.send('y', 'per');
    done.drop('y', 'kari');
    expect(done.state().gone).toEqual(['u', 'v', 'w', 'x', 'y']);
  });

  test('that were sent before a newer workbook took their place, in an older history, hold as they did', () => {
    const done = history();
    const row = (change: Pick<ContentChange, 'kind'> & Record<string, unknown>, by: Who) =>
      done.changes.push(
        contentChangeSchema.parse({
          ...{ moduleId: 'm', changeId: `c${done.changes.length}`, at: new Date(), by: people[by] },
          ...change,
        }),
      );
    row({ kind: 'texts-read', textsId: 't', version: 2, onFiles: 2, count: 1 }, 'kari');
    row({ kind: 'texts-read', textsId: 'u', version: 2, onFiles: 2, count: 1 }, 'kari');
    row({ kind: 'texts-sent', of: 't' }, 'kari');
    row({ kind: 'texts-accepted', of: 't' }, 'per');
    expect(done.state()).toMatchObject({ version: 3, textsIds: ['t'], gone: [] });
  });

  test('leave a draft a draft, and carry an approval on for as long as it was given, in the name of who accepted', () => {
    expect(withTexts('t').state().approval.status).toBe('utkast');
    const done = history();
    done.approve(2, 'kari');
    withTexts('t', done);
    const approval = { status: 'approved', validTo: '2027-11-01' };
    expect(done.state().approval).toMatchObject({ ...approval, approvedBy: 'Per Vik' });
    done.takeBack('t', 'per');
    expect(done.state().approval).toMatchObject({ ...approval, approvedBy: 'Kari Nordmann' });
  });

  test('are not taken into use where they would take a module that people see away from them', () => {
    const decision = withTexts('t').takeBack('t', 'kari');
    const unwritten = { ...module, title: { ...module.title, nn: notWritten } };
    const refused = { outcome: 'refused', reason: 'not-written' };
    expect(refuseHiding(decision, { now: module, next: unwritten })).toEqual(refused);
    expect(refuseHiding(decision, { now: module, next: module })).toBe(decision);
    // Nobody sees it yet: a part at a time may be written.
    expect(refuseHiding(decision, { now: unwritten, next: unwritten })).toBe(decision);
  });

  test('are gone when the files have a new version, and an approval of theirs counts for no words of the files', () => {
    const done = withTexts('t');
    done.approve(3, 'kari');
    expect(done.state().approval.status).toBe('approved');
    const later = moduleState({ ...module, version: 3 }, done.changes, dateOf);
    expect(later).toMatchObject({ version: 4, textsIds: [], approval: { status: 'utkast' } });
  });

  test('that nobody has answered when the files have a new version are gone; those that held are kept', () => {
    const done = withTexts('held');
    done.read('dropped', 'per');
    done.drop('dropped', 'per');
    done.read('unsent', 'per');
    done.read('sent', 'kari');
    done.send('sent', 'kari');
    expect(done.state()).toMatchObject({ gone: ['dropped'], outdone: [] });
    const later = moduleState({ ...module, version: 4 }, done.changes, dateOf);
    expect(later).toMatchObject({ gone: ['dropped', 'unsent', 'sent'], outdone: [{ textsId: 'sent' }], unsent: [] });
    expect(later).not.toHaveProperty('waiting');
  });

  test('that newer files came before are told to who sent them, until they send others or a season has passed', () => {
    const done = history();
    done.read('t', 'kari');
    done.send('t', 'kari');
    const later = { ...module, version: 3 };
    const told = (personId: Who, today: LocalDate = '2026-12-20') => {
      const { outdone } = moduleState(later, done.changes, dateOf);
      return answeredTexts(done.changes, { moduleId: 'm', personId, outdone }, today, dateOf);
    };
    expect(told('kari')).toEqual({ answer: 'outdone', at: new Date('2026-11-23T09:00:00Z') });
    expect(told('per')).toBeUndefined();
    expect(told('kari', '2027-03-01')).toBeUndefined();
    const again = decideReading(later, done.changes, { textsId: 'u', version: 3, count: 1, personId: 'kari' }, dateOf);
    if (again.outcome !== 'changed') throw new Error('they could not be sent again');
    done.changes.push({ ...again.change, changeId: 'again', at: new Date('2026-12-01T09:00:00Z'), by: people.kari });
    expect(told('kari')).toBeUndefined();
  });
});
