import type { Person } from '../../src/features/people/person.ts';
import { conversationRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, type PersonStore } from '../../src/features/people/person-store.ts';
import { scheduleReminders } from '../../src/features/reminders/schedule-reminders.ts';
import { objectIdOf, personalConversationId } from '../../src/tools/workbench/connector/teams-ids.ts';
import { memoryDueStore } from '../support/memory-due-store.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { trialRules } from './trial-rules.ts';

/** A person of such rows, and the persona with the same private chat in the stub Connector. */
export const personIdAt = (index: number): string => `p${index}`;
/** One in twelve has no chat yet, fifty of them in a row, as when a unit begins. */
export const hasChatAt = (index: number): boolean => index % 600 >= 50;

/**
 * So many people with a nudge due, in this process alone: Azurite scans a whole table for each list, and would be what is measured. Only for
 * workers whose pointers come from a queue that both read, each once; nothing is found by a tick.
 */
export async function rowsInMemory(
  count: number,
  teams: { appId: string; tenantId: string; stubUrl: string },
): Promise<{ people: PersonStore; dues: ReturnType<typeof memoryDueStore> }> {
  const people = memoryPersonStore();
  const chat = { serviceUrl: teams.stubUrl, tenantId: teams.tenantId, botId: `28:${teams.appId}` };
  for (let index = 0; index < count; index += 1) {
    const personId = personIdAt(index);
    const aadObjectId = objectIdOf(personId);
    const person: Person = {
      ...{ personId, aadObjectId, displayName: `Kari ${index}`, givenName: 'Kari', unitId: 'skolen', sector: 'school' },
      ...{ roles: ['employee'], employedOn: '2026-11-23', leads: [] },
    };
    const conversationId = personalConversationId(teams.appId, aadObjectId);
    const address = hasChatAt(index) ? [createRow(conversationRow, { ...chat, conversationId, state: 'open' })] : [];
    await people.commit({ personId, writes: [createRow(profileRow, person), ...address] });
    await scheduleReminders({ people, due: memoryDueStore() }, person, trialRules, new Date('2026-11-23T08:00:00Z'));
  }
  return { people, dues: memoryDueStore() };
}
