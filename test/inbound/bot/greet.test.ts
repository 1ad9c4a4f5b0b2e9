import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import { Failure } from '../../../src/core/failure.ts';
import type { PersonStore } from '../../../src/features/people/person-store.ts';
import { greet } from '../../../src/inbound/bot/greet.ts';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import { loadTexts } from '../../../src/packs/load-texts.ts';
import { createRender } from '../../../src/views/create-render.ts';
import { theContent } from '../../features/find/the-content.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { aPerson } from '../../support/person-builder.ts';
import { root } from '../../support/source-files.ts';
import { messageActivity } from './activities.ts';

const { texts } = await loadTexts(`${root}/content`);
const render = await createRender({ cardsFolder: `${root}/cards`, texts, zone: 'Europe/Oslo' });
const now = new Date('2026-11-23T09:00:00Z');
const amina = { kind: 'person', person: aPerson('Amina', { employedOn: '2026-11-23' }) } as const;
const { guide, words } = theContent;

let stores: ReturnType<typeof memoryStores>;
let events: TelemetryEvent[];

beforeEach(() => {
  stores = memoryStores();
  events = [];
  vi.useFakeTimers();
});

afterEach(() => void vi.useRealTimers());

/** One telling of an installation, with what storage does to the first write. */
async function telling(people: PersonStore = stores.people): Promise<string | undefined> {
  const catalogue = aCatalogue([aModule('soon', { dueAfterDays: 14 })]);
  const baseContent = { modules: catalogue.modules, contacts: guide.contacts, editors: new Map(), guide, words };
  const needs = {
    ...{ ...stores, people, render, catalogue, words, guide, baseContent, requestDays: 30 },
    telemetry: { record: (event: TelemetryEvent) => void events.push(event) },
    zone: 'Europe/Oslo' as const,
  };
  const turn = readTurn(messageActivity('hei'));
  if (!turn) throw new Error('no turn');
  const greeting = greet(needs, { actor: amina, locale: 'nb' }, turn, now);
  await vi.runAllTimersAsync();
  const message = await greeting;
  return message && JSON.stringify(message.card);
}

describe('somebody who is told of more than once', () => {
  test('is greeted with the modules once', async () => {
    expect(await telling()).toContain('Kom i gang');
    expect(await telling()).toBeUndefined();
  });

  test('and was greeted without modules, as storage was slow, can try again, and is greeted in full at the next telling', async () => {
    const slow: PersonStore = {
      ...stores.people,
      commit: (commit) => new Promise((resolve) => setTimeout(resolve, 2000)).then(() => stores.people.commit(commit)),
    };
    const first = await telling(slow);
    expect(first).not.toContain('Kom i gang');
    expect(first).toContain('Er du bekymret for et barn?');
    expect(first).toMatch(
      /"title":"Prøv igjen"[^}]*"verb":"welcome.show"|"verb":"welcome.show"[^}]*"title":"Prøv igjen"/,
    );
    expect(events).toEqual([{ event: 'background-failed', at: 'welcome', kind: 'unavailable' }]);
    expect(await telling()).toContain('Kom i gang');
    expect(await telling()).toBeUndefined();
  });

  test('and could not be noted at all, is greeted in full at the next telling', async () => {
    const away: PersonStore = {
      ...stores.people,
      commit: () => Promise.reject(new Failure('unavailable', 'storage is away')),
    };
    expect(await telling(away)).toContain('Prøv igjen');
    expect(events).toHaveLength(1);
    expect(await telling()).toContain('Kom i gang');
  });
});
