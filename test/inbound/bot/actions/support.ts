import path from 'node:path';
import type { TelemetryEvent } from '../../../../src/core/events.ts';
import type { Catalogue } from '../../../../src/features/catalogue/catalogue.ts';
import type { Person } from '../../../../src/features/people/person.ts';
import { toArray } from '../../../../src/features/people/person-store.ts';
import { progressRow } from '../../../../src/features/progress/progress-rows.ts';
import { completeModule } from '../../../../src/features/use-cases/complete-module.ts';
import type { Action, ActionContext, Reply } from '../../../../src/inbound/bot/action.ts';
import { digestActions } from '../../../../src/inbound/bot/actions/digest.ts';
import { moduleActions } from '../../../../src/inbound/bot/actions/module.ts';
import { progressActions } from '../../../../src/inbound/bot/actions/progress.ts';
import { loadTexts } from '../../../../src/packs/load-texts.ts';
import { createRender } from '../../../../src/views/create-render.ts';
import { theGuide } from '../../../features/guide/the-guide.ts';
import { calendar } from '../../../features/reminders/world.ts';
import { memoryAuditStore } from '../../../support/memory-audit-store.ts';
import { memoryDueStore } from '../../../support/memory-due-store.ts';
import { memoryPersonKeyStore } from '../../../support/memory-person-key-store.ts';
import { memoryPersonStore } from '../../../support/memory-person-store.ts';
import { memoryRollupStore } from '../../../support/memory-rollup-store.ts';
import { memoryUnitStore } from '../../../support/memory-unit-store.ts';
import { addPerson } from '../../../support/person-builder.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const { texts } = await loadTexts(path.join(root, 'content'));
const render = await createRender({ cardsFolder: path.join(root, 'cards'), texts, zone: 'Europe/Oslo' });

export const monday = new Date('2026-11-23T09:00:00Z');

/** The actions of learning and of leading, on memory stores, with the real cards and words. */
export async function aMunicipality(catalogue: Catalogue, ...persons: readonly Person[]) {
  const stores = {
    people: memoryPersonStore(),
    personKeys: memoryPersonKeyStore(),
    units: memoryUnitStore(),
    due: memoryDueStore(),
    audit: memoryAuditStore(),
    rollups: memoryRollupStore(),
  };
  await stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  await stores.units.createUnit({ unitId: 'fjordgløtt', name: 'Fjordgløtt barnehage', sector: 'kindergarten' });
  for (const person of persons) await addPerson(stores, person);
  const events: TelemetryEvent[] = [];
  const needs = {
    ...stores,
    render,
    rules: { calendar },
    catalogue,
    guide: theGuide,
    zone: 'Europe/Oslo',
    telemetry: { record: (event: TelemetryEvent) => void events.push(event) },
    completeModule: (personId: string, module: Parameters<typeof completeModule>[2], now: Date) =>
      completeModule({ ...stores, zone: 'Europe/Oslo' }, personId, module, now),
  };
  const all: readonly Action[] = [...moduleActions(needs), ...progressActions(needs), ...digestActions(needs)];
  return {
    ...stores,
    events,
    /** What the person is shown; `invalid` when the input was refused at the door. */
    async press(person: Person, verb: string, data?: unknown, now = monday): Promise<string> {
      const action = all.find((candidate) => candidate.verb === verb);
      if (!action) throw new Error(`no action answers ${verb}`);
      const reply = await action.run(contextOf(person, now), data);
      return 'invalid' in reply ? 'invalid' : wordsOf(reply);
    },
    progressOf: async (person: Person) =>
      (await toArray(stores.people.list(person.personId, progressRow))).map(({ value }) => value),
  };
}

function contextOf(person: Person, now: Date): ActionContext {
  return {
    actor: { kind: 'person', person },
    locale: 'nb',
    now,
    turn: {
      ...{ kind: 'action', verb: '', data: undefined, door: 'execute', activityId: 'a', botId: '28:b' },
      conversation: { conversationId: 'c', kind: 'personal', tenantId: 't', serviceUrl: 'https://smba.example' },
      from: { teamsId: '29:x', aadObjectId: 'x', isGuest: false },
    },
  };
}

/** All words of the card, one line each, buttons in brackets; each card must take the place of the pressed one. */
function wordsOf(reply: Reply): string {
  if (reply.place !== 'replace') throw new Error('the card does not take the place of the pressed one');
  return linesOf(reply.message.card).join('\n');
}

function linesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(linesOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, title, label, fallback, data, ...rest } = node as Record<string, unknown>;
  const isAction = typeof type === 'string' && type.startsWith('Action.');
  const own = [text, label, isAction ? `[${String(title)}]` : title];
  return [...own.filter((line) => typeof line === 'string'), ...linesOf(Object.values(rest))];
}
