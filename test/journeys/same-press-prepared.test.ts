import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { hasAdvice } from '../../src/features/content/decide-check.ts';
import type { Person } from '../../src/features/people/person.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { copyContent, type Edit } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { readEverything } from '../support/read-everything.ts';
import { kari, mondayMorning, olav, rektor, settle, stranger } from './people.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-00000000040${n}`;
const since = { employedOn: '2020-01-01' } as const;
const manager = aPerson('unn', { ...since, roles: ['employee', 'coordinator'], aadObjectId: aad(1) });
const second = aPerson('ali', { ...since, roles: ['employee', 'coordinator'], aadObjectId: aad(2) });
const contact = aPerson('bea', { ...since, roles: ['employee', 'bti-contact'], aadObjectId: aad(3) });
const doctor = aPerson('mette', { ...since, answersFor: ['kommuneoverlege'], aadObjectId: aad(4) });
const known = [manager, second, contact, doctor];
const everybody = [...known, kari, olav, rektor].map(({ personId }) => personId);

const group = { conversation: { id: '19:laererne@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId } };
const onCard = { ...group, replyToId: 'shared-card' };
const moduleId = 'meldeplikt';

/** A press that somebody can make when what is needed before it has been done. */
type Ready = { who: Person; data: Readonly<Record<string, unknown>>; more?: object };

/** The data of a button as it stands on a card, so that the press is a real one. */
function on(card: Message, verb: string): Readonly<Record<string, unknown>> {
  const button = buttonsOf(card).find((one) => one.verb === verb);
  if (!button) throw new Error(`no ${verb} among: ${buttonsOf(card).map((one) => one.verb)}`);
  return button.data;
}

async function meet(drive: Drive): Promise<Message> {
  const choice = (await drive.says(rektor, 'gruppe', group)).message;
  return drive.presses(rektor, choice, 'Start', { moduleId }, onCard);
}

const staffCard = (drive: Drive): Promise<Message> => drive.executes(rektor, 'staff.show', { personId: 'kari' });

async function exempt(drive: Drive): Promise<Message> {
  const card = await staffCard(drive);
  return drive.executes(rektor, 'staff.exempt', { ...on(card, 'staff.exempt'), reason: 'agreed' });
}

async function tickKari(drive: Drive): Promise<void> {
  const roster = await drive.executes(rektor, 'group.roster', { moduleId });
  await drive.presses(rektor, roster, 'group.tick', { people: 'kari' });
  await drive.passes(60);
}

function adviceOf({ service }: Drive): string {
  const steps = [...service.pack.guide.steps.values()].filter(hasAdvice);
  return steps.find(({ awaitsApproval }) => awaitsApproval.approval.owner === 'kommuneoverlege')?.stepId ?? '';
}

const advice = (drive: Drive, who: Person): Promise<Message> =>
  drive.executes(who, 'content.advice', { stepId: adviceOf(drive) });

async function approveAdvice(drive: Drive): Promise<void> {
  const data = { ...on(await advice(drive, doctor), 'content.advice-approve'), validTo: '2027-11-01' };
  await drive.executes(doctor, 'content.advice-approve', data);
}

const presses: Readonly<Record<string, (drive: Drive) => Promise<Ready>>> = {
  async 'content.advice-approve'(drive) {
    const data = on(await advice(drive, doctor), 'content.advice-approve');
    return { who: doctor, data: { ...data, validTo: '2027-11-01' } };
  },
  async 'content.advice-confirm'(drive) {
    await approveAdvice(drive);
    return { who: manager, data: on(await advice(drive, manager), 'content.advice-confirm') };
  },
  async 'content.advice-return'(drive) {
    const data = on(await advice(drive, doctor), 'content.advice-return');
    return { who: doctor, data: { ...data, reason: 'wrong-fact' } };
  },
  async 'content.send-texts'({ stores }) {
    const of = 'egnetekster';
    await stores.texts.create(of, [{ path: 'cards.plikten-er-din.heading', locale: 'nb', text: 'Din plikt' }]);
    const made = { at: mondayMorning, by: { personId: manager.personId, name: manager.displayName } };
    const read = { kind: 'texts-read', changeId: of, textsId: of, moduleId, version: 3, onFiles: 3, count: 1 } as const;
    await stores.content.append({ ...read, ...made }, 0);
    return { who: manager, data: { moduleId, of } };
  },
  async 'content.wave'() {
    return { who: manager, data: { wave: '2027-01-11', to: '2027-02-01' } };
  },
  async 'delegation.end'(drive) {
    await drive.executes(rektor, 'delegation.give', { personId: 'olav', until: '2026-12-18' });
    return { who: rektor, data: { personId: 'olav' } };
  },
  async 'group.start'(drive) {
    const choice = (await drive.says(rektor, 'gruppe', group)).message;
    return { who: rektor, data: { ...on(choice, 'group.start'), moduleId }, more: onCard };
  },
  async 'group.take-over'(drive) {
    const card = await meet(drive);
    return { who: contact, data: { sessionId: buttonsOf(card)[0]?.data.sessionId }, more: onCard };
  },
  async 'group.tick'(drive) {
    const roster = await drive.executes(rektor, 'group.roster', { moduleId });
    return { who: rektor, data: { ...on(roster, 'group.tick'), people: 'kari,olav' } };
  },
  async 'join.request'(drive) {
    drive.named(stranger, 'stranger@fjordvik.kommune.no');
    return { who: stranger, data: {} };
  },
  async 'join.withdraw'(drive) {
    drive.named(stranger, 'stranger@fjordvik.kommune.no');
    await drive.executes(stranger, 'join.request', {});
    return { who: stranger, data: {} };
  },
  async 'module.answer'(drive) {
    const { cards, quiz } = drive.service.pack.catalogue.modules.find((one) => one.moduleId === moduleId) ?? {};
    await drive.executes(kari, 'module.open', { moduleId });
    const position = cards?.length ?? 0;
    const card = await drive.executes(kari, 'module.show', { moduleId, position });
    return { who: kari, data: { ...on(card, 'module.answer'), choice: quiz?.[0]?.options[0]?.optionId } };
  },
  async 'progress.dispute'(drive) {
    await tickKari(drive);
    return { who: kari, data: on((await drive.says(kari, 'min fremdrift')).message, 'progress.dispute') };
  },
  async 'reminder.snooze'(drive) {
    await drive.clockTo(new Date('2026-12-02T12:00:00Z'));
    const card = drive.sent.map(({ message }) => message).find((one) => buttonsOf(one).some(isSnooze));
    if (!card) throw new Error('no reminder was sent');
    return { who: kari, data: on(card, 'reminder.snooze') };
  },
  async 'staff.lift'(drive) {
    await exempt(drive);
    return { who: rektor, data: on(await staffCard(drive), 'staff.lift') };
  },
  async 'staff.more-time'(drive) {
    const data = on(await staffCard(drive), 'staff.more-time');
    return { who: rektor, data: { ...data, dueOn: '2027-01-11', reason: 'agreed' } };
  },
};

const isSnooze = ({ verb }: { verb: string }): boolean => verb === 'reminder.snooze';

/** Files in which there is what the press changes. */
const edits: Readonly<Record<string, Edit | undefined>> = {
  'content.wave': {
    ...{ file: 'waves.yaml', find: 'waves: []' },
    put: 'waves:\n  - { startsOn: 2027-01-11, units: [solbakken] }',
  },
};

async function openTown(settings: Readonly<Record<string, string>>): Promise<Drive> {
  const drive = await createDrive(mondayMorning, {}, settings);
  await settle(drive);
  await drive.knows(...known);
  // The first press of all keeps where to write to the person.
  for (const person of [...known, kari, olav, rektor]) await drive.executes(person, 'help.show', {});
  return drive;
}

async function rowsOf({ stores }: Drive): Promise<string> {
  const hints = await toArray(stores.groups.listHints());
  const sessions = hints.map(({ sessionId }) => sessionId);
  const requests = await toArray(stores.accessRequests.list());
  return `${await readEverything(stores, { people: everybody, sessions, textsId: 'ingen' })}${JSON.stringify(requests)}`;
}
/** Ids that are drawn are not the same twice. */
const withoutDrawn = (rows: string): string => rows.replace(/[a-z2-7]{20}/g, 'drawn');

describe('the same press twice, where much had to be done before it', () => {
  test.each(Object.entries(presses))('leaves the rows as one press does: %s', async (verb, prepare) => {
    const edit = edits[verb];
    const settings: Readonly<Record<string, string>> = edit ? { UNDRING_PACK: await copyContent(edit) } : {};
    const drive = await openTown(settings);
    const { who, data, more } = await prepare(drive);
    const before = await rowsOf(drive);
    const answer = await drive.executes(who, verb, data, { ...more, id: 'press-1' });
    expect(wordsOf(answer)).not.toContain('Jeg forstod ikke svaret');
    const once = await rowsOf(drive);
    expect(once).not.toBe(before);
    await drive.executes(who, verb, data, { ...more, id: 'press-2' });
    expect(await rowsOf(drive)).toBe(once);

    const again = await openTown(settings);
    const ready = await prepare(again);
    const two = ['press-1', 'press-2'].map((id) => again.executes(ready.who, verb, ready.data, { ...more, id }));
    await Promise.all(two);
    expect(withoutDrawn(await rowsOf(again))).toBe(withoutDrawn(once));
  });
});
