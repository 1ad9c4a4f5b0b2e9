import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { GroupSession } from '../../../src/features/groups/group-session.ts';
import type { RecordAttendanceNeeds } from '../../../src/features/groups/record-attendance.ts';
import type { SendGroupCardNeeds } from '../../../src/features/groups/send-group-card.ts';
import type { SendResult } from '../../../src/features/reminders/messenger.ts';
import { createSendingPause } from '../../../src/features/reminders/sending-pause.ts';
import { memoryAuditStore } from '../../support/memory-audit-store.ts';
import { memoryGroupStore } from '../../support/memory-group-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryWorkQueue } from '../../support/memory-work-queue.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';

export const monday = new Date('2026-11-23T09:00:00Z');
export const sessionId = 'abcdefghijklmnopqrst';

export const aSession = (changes: Partial<GroupSession> = {}): GroupSession => ({
  ...{ sessionId, moduleId: 'meldeplikt', moduleVersion: 1, startedBy: 'rektor', ledBy: 'rektor', startedAt: monday },
  ...{ state: 'open', stage: 0 },
  chat: {
    conversation: { conversationId: '19:x', serviceUrl: 'https://t/', tenantId: 't', botId: '28:b', state: 'open' },
    ...{ activityId: 'card', locale: 'nb' },
  },
  ...changes,
});

/** All that jobs about groups need, in memory, with a clock that only the test moves. */
export function createGroupWorld() {
  let now = monday;
  const clock = { now: () => now };
  const events: TelemetryEvent[] = [];
  const shown: { count: number; state: string; at: Date }[] = [];
  const answers: SendResult[] = [];
  const stores = { groups: memoryGroupStore(), people: memoryPersonStore(), audit: memoryAuditStore() };
  const queue = memoryWorkQueue({ clock });
  const needs: SendGroupCardNeeds & RecordAttendanceNeeds = {
    ...stores,
    ...{ queue, clock, pause: createSendingPause(), pacing: { waitForSlot: async () => 'go' as const } },
    random: () => 0,
    telemetry: { record: (event) => void events.push(event) },
    rules: { catalogue: aCatalogue([aModule('meldeplikt')]), calendar: { zone: 'Europe/Oslo' } },
    messenger: {
      update: async (_to, activityId, { summary }) => {
        const answer = answers.shift() ?? { outcome: 'sent', activityId };
        const [state = '', count = ''] = summary.split(' ');
        if (answer.outcome === 'sent') shown.push({ state, count: Number(count), at: now });
        return answer;
      },
    },
    present: {
      groupCard: ({ state, count }) => ({
        card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' },
        summary: `${state} ${count}`,
      }),
    },
  };
  return {
    ...{ needs, stores, queue, clock, events, shown, answers },
    passes(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000);
    },
    async begins(session: GroupSession, personIds: readonly string[] = [], tickedBy?: string) {
      await stores.groups.createHint({ sessionId: session.sessionId, createdAt: now });
      const attendees = personIds.map((personId) => ({ personId, at: now, ...(tickedBy && { tickedBy }) }));
      await stores.groups.createSession(session, attendees);
    },
  };
}
export type GroupWorld = ReturnType<typeof createGroupWorld>;
