import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import { type Drive, wordsOf } from '../support/drive.ts';
import { readEverything } from '../support/read-everything.ts';
import { foreign, verbInputs } from '../support/verb-inputs.ts';
import { askers, openTown, type Whose } from './foreign-town.ts';

const asker = (role: string): Person => {
  const found = askers.find(({ personId }) => personId === `as-${role}`);
  if (!found) throw new Error(`nobody asks as ${role}`);
  return found;
};
const leader = asker('leader');
/** Everything here is the askers' own to press. */
const own: Whose = {
  ...{ personId: 'kari', leaderId: leader.personId, sessionId: 'egetegetegetegeteget', textsId: 'egnetekster' },
  areSent: true,
};
const everybody = [...askers.map(({ personId }) => personId), 'olav', 'rektor', 'elsewhere', 'styrer'];

/** The input of the sweep over the ids of others, with what is one's own in their place. */
function ownInput(verb: string): unknown {
  const text = JSON.stringify(verbInputs[verb])
    .replaceAll(foreign.unitId, 'solbakken')
    .replaceAll(`"${foreign.personId}"`, '"kari"')
    .replaceAll(foreign.sessionId, own.sessionId)
    .replaceAll(foreign.textsId, own.textsId);
  return JSON.parse(text);
}
const whoPresses = (verb: string): Person =>
  /^(group|prior|digest|staff|delegation|intro|needs)\./.test(verb) ? leader : asker('administrator');

const rowsOf = ({ stores }: Drive): Promise<string> =>
  readEverything(stores, { people: everybody, sessions: [own.sessionId], textsId: own.textsId });
/** Ids that are drawn are not the same twice. */
const withoutDrawn = (rows: string): string => rows.replace(/"[a-z2-7]{20}"/g, '"drawn"');

/** The first press of all keeps where to write to the person: that is no part of what is looked at. */
async function openKnownTown(verb: string): Promise<Drive> {
  const drive = await openTown(own);
  const before = first[verb];
  for (const person of [leader, asker('administrator')]) await drive.executes(person, 'help.show', {});
  if (before) await drive.executes(whoPresses(verb), before, ownInput(before));
  return drive;
}

/** What goes on from where the first press led, and does nobody harm by it. */
const repeatable = new Map([
  ['module.complete', 'moves where one is in the module: first it is opened, then it goes to what is not answered'],
]);

/** What has to be pressed first for there to be something to change. */
const first: Readonly<Record<string, string | undefined>> = {
  ...{ 'certificate.remove': 'certificate.save', 'content.restore': 'content.withdraw' },
  ...{ 'content.take-back': 'content.accept-texts', 'group.leave': 'group.join', 'guide.forget': 'guide.remind' },
  ...{ 'own-data.erase-now': 'preferences.set', 'prior.withdraw': 'prior.send' },
};

/**
 * What changes something here. Of the rest, what needs more before it is in `same-press-prepared.test.ts`; `reread.confirm`, which needs another
 * version of the files, in `follow-ups.test.ts`; the files in `settle-consent.test.ts` and `diploma.test.ts`. All others only answer.
 */
const expected = [
  ...['certificate.remove', 'certificate.save', 'content.accept-texts', 'content.approve', 'content.check'],
  'content.check-confirm',
  ...['content.confirm', 'content.confirm-contact', 'content.date-confirm', 'content.day-off', 'content.drop-texts'],
  'content.onboarding-day',
  ...['content.report-send', 'content.reports-close', 'content.restore', 'content.return', 'content.set-contact'],
  ...['content.set-number', 'content.take-back', 'content.withdraw', 'delegation.give', 'group.cancel'],
  ...['group.close', 'group.join', 'group.leave', 'group.stage', 'guide.forget', 'guide.remind', 'intro.tick'],
  ...['module.complete', 'module.open', 'module.show', 'own-data.erase-now', 'policy.confirm', 'preferences.pause'],
  ...['preferences.set', 'prior.confirm', 'prior.decline', 'prior.send', 'prior.withdraw', 'sending.set'],
  ...['staff.exempt', 'staff.remind', 'staff.remind-all', 'staff.time-meeting'],
];

const changing = new Set<string>();

describe('the same press twice, as two presses of their own', () => {
  test.each(Object.keys(verbInputs))('leaves the rows as one press does: %s', async (verb) => {
    const who = whoPresses(verb);
    const drive = await openKnownTown(verb);
    const before = await rowsOf(drive);
    const answer = await drive.executes(who, verb, ownInput(verb), { id: 'press-1' });
    expect(wordsOf(answer)).not.toContain('Jeg forstod ikke svaret');
    const once = await rowsOf(drive);
    if (once !== before) changing.add(verb);
    await drive.passes(1);
    const afterASecond = await rowsOf(drive);
    await drive.executes(who, verb, ownInput(verb), { id: 'press-2' });
    if (!repeatable.has(verb)) expect(await rowsOf(drive)).toBe(afterASecond);

    const again = await openKnownTown(verb);
    const presses = ['press-1', 'press-2'].map((id) => again.executes(who, verb, ownInput(verb), { id }));
    await Promise.all(presses);
    expect(withoutDrawn(await rowsOf(again))).toBe(withoutDrawn(once));
  });

  test('is tried on what changes something', () => {
    expect([...changing].toSorted()).toEqual(expected);
  });
});
