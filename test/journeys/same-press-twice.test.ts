import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import type { Drive } from '../support/drive.ts';
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
  ...{ personId: 'kari', leaderId: leader.personId, sessionId: 'egetegetegetegetegete', textsId: 'egnetekster' },
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
const whoPresses = (verb: string): Person => (/^(group|prior)\./.test(verb) ? leader : asker('administrator'));

const rowsOf = ({ stores }: Drive): Promise<string> =>
  readEverything(stores, { people: everybody, sessions: [own.sessionId], textsId: own.textsId });
/** Ids that are drawn are not the same twice. */
const withoutDrawn = (rows: string): string => rows.replace(/"[a-z2-7]{20}"/g, '"drawn"');

const changing = new Set<string>();

describe('the same press twice, as two presses of their own', () => {
  test.each(Object.keys(verbInputs))('leaves the rows as one press does: %s', async (verb) => {
    const who = whoPresses(verb);
    const drive = await openTown(own);
    const before = await rowsOf(drive);
    await drive.executes(who, verb, ownInput(verb), { id: 'press-1' });
    const once = await rowsOf(drive);
    if (once !== before) changing.add(verb);
    await drive.passes(1);
    const afterASecond = await rowsOf(drive);
    await drive.executes(who, verb, ownInput(verb), { id: 'press-2' });
    expect(await rowsOf(drive)).toBe(afterASecond);

    const again = await openTown(own);
    const presses = ['press-1', 'press-2'].map((id) => again.executes(who, verb, ownInput(verb), { id }));
    await Promise.all(presses);
    expect(withoutDrawn(await rowsOf(again))).toBe(withoutDrawn(once));
  });

  test('is tried on what changes something', () => {
    expect([...changing].toSorted()).toEqual([]);
  });
});
