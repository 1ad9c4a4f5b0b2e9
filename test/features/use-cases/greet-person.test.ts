import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { Conversation } from '../../../src/features/people/person.ts';
import { conversationRow } from '../../../src/features/people/person-rows.ts';
import { type PersonStore, replaceRow } from '../../../src/features/people/person-store.ts';
import { greetPerson } from '../../../src/features/use-cases/greet-person.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';

const now = new Date('2026-11-23T09:00:00Z');
const personId = 'kari';
const chat: Conversation = {
  ...{ conversationId: 'a:kari', serviceUrl: 'https://teams.test/', tenantId: 'tenant', botId: '28:bot' },
  state: 'open',
};
const blocked: Conversation = { ...chat, state: 'blocked', reason: 'ForbiddenOperationException' };

let people: PersonStore;
beforeEach(async () => {
  people = memoryPersonStore();
  await greetPerson(people, personId, undefined, chat, now);
});

const read = () => people.get(personId, conversationRow);
async function stores(conversation: Conversation): Promise<void> {
  const stored = await read();
  await people.commit({ personId, writes: [replaceRow(conversationRow, conversation, stored?.etag ?? '')] });
}
const tellsAgain = async (conversation = chat, by = people) =>
  greetPerson(by, personId, await read(), conversation, now);

describe('an installation that is told of to somebody who was greeted before', () => {
  it('opens the chat again that Teams had closed, without another greeting', async () => {
    await stores(blocked);
    expect(await tellsAgain()).toBe('again');
    expect((await read())?.value).toEqual(chat);
  });

  it('keeps the address of another chat', async () => {
    const other = { ...chat, conversationId: 'a:kari-2' };
    expect(await tellsAgain(other)).toBe('again');
    expect((await read())?.value).toEqual(other);
  });

  it('writes nothing where the address is the same', async () => {
    const before = await read();
    expect(await tellsAgain()).toBe('again');
    expect(await read()).toEqual(before);
  });

  it('leaves what another telling wrote in the meantime', async () => {
    await stores(blocked);
    const seen = await read();
    await stores({ ...chat, locale: 'nn' });
    expect(await greetPerson(people, personId, seen, chat, now)).toBe('again');
    expect((await read())?.value.locale).toBe('nn');
    expect(await greetPerson(people, personId, undefined, chat, now)).toBe('again');
    expect((await read())?.value.locale).toBe('nn');
  });

  it('tells when storage goes away before the address is kept', async () => {
    await stores(blocked);
    const onlyTheFirst: PersonStore = {
      ...people,
      commit: async (commit) => {
        if (commit.writes.length === 1) throw new Failure('unavailable', 'storage is away');
        await people.commit(commit);
      },
    };
    await expect(tellsAgain(chat, onlyTheFirst)).rejects.toThrow('storage is away');
  });
});
