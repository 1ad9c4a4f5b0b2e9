import type { Message } from '../../../src/core/card.ts';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { Module } from '../../../src/features/catalogue/module.ts';
import type { Conversation, Person } from '../../../src/features/people/person.ts';
import { conversationRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import type { Progress } from '../../../src/features/progress/progress.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import type { CalendarRules } from '../../../src/features/reminders/calendar.ts';
import type { FollowUpModel } from '../../../src/features/reminders/follow-up.ts';
import type { Messenger, OpenResult, SendResult } from '../../../src/features/reminders/messenger.ts';
import type { ReminderPolicy } from '../../../src/features/reminders/policy.ts';
import type { ReminderModel } from '../../../src/features/reminders/reminder-model.ts';
import { dayRow, type Reminder, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { type ReminderRules, scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import type { SendReminderNeeds } from '../../../src/features/reminders/send-reminder.ts';
import { createSendingPause } from '../../../src/features/reminders/sending-pause.ts';
import { createSendingSwitch } from '../../../src/features/reminders/sending-switch.ts';
import { memoryAuditStore } from '../../support/memory-audit-store.ts';
import { memoryDueStore } from '../../support/memory-due-store.ts';
import { memoryGroupStore } from '../../support/memory-group-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memorySendingStore } from '../../support/memory-sending-store.ts';
import { memoryTickStore } from '../../support/memory-tick-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { memoryWorkQueue } from '../../support/memory-work-queue.ts';
import { aCatalogue, aModule, words } from '../../support/module-builder.ts';

export const calendar: CalendarRules = {
  zone: 'Europe/Oslo',
  window: { from: '08:30', to: '15:00' },
  localDaysOff: [],
  halfDays: [],
  pauses: [{ from: '07-01', to: '08-14' }],
  useHolidays: true,
};

export const policy: ReminderPolicy = {
  sendAt: '09:00',
  maxNudges: 3,
  maxSnoozes: 2,
  steps: [
    { stepId: 'day-3', anchor: 'employed', offsetDays: 3, class: 'nudge' },
    { stepId: 'day-7', anchor: 'employed', offsetDays: 7, class: 'nudge' },
    { stepId: 'due', anchor: 'due', offsetDays: 0, class: 'deadline' },
    { stepId: 'overdue-7', anchor: 'due', offsetDays: 7, class: 'deadline' },
  ],
};

export function module(moduleId: string, dueAfterDays: number): Module {
  const cards = ['a', 'b', 'c', 'd'].map((id) => ({ cardId: id, heading: words(id), text: words(id), links: [] }));
  return aModule(moduleId, { title: words(moduleId), minutes: 12, dueAfterDays, cards, quiz: [], reflection: [] });
}

export const rules: ReminderRules = {
  policy,
  calendar,
  catalogue: aCatalogue([module('meldeplikt', 18), module('avvergingsplikt', 18)]),
};

/** Employed Monday 23 November 2026; due Friday 11 December. */
export const kari: Person = {
  ...{ personId: 'kari', displayName: 'Kari Nordmann', givenName: 'Kari', unitId: 'skolen', sector: 'school' },
  ...{ roles: ['employee'], employedOn: '2026-11-23', leads: [], aadObjectId: 'aad-kari' },
};

export const chatOf = (personId: string): Conversation => ({
  ...{ conversationId: `chat-${personId}`, serviceUrl: 'https://teams.test/', tenantId: 'tenant', botId: '28:bot' },
  state: 'open',
});

export const started = (moduleId: string, position: number): Progress => ({
  ...{ state: 'started', moduleId, cycle: 1, moduleVersion: 1, position, answers: {} },
  startedAt: new Date('2026-11-23T10:00:00Z'),
});

export const completed = (moduleId: string, at = '2026-11-24T10:00:00Z'): Progress => ({
  ...{ state: 'completed', moduleId, cycle: 1, moduleVersion: 1 },
  startedAt: new Date(at),
  completedAt: new Date(at),
});

export type Post = { conversationId: string; model: ReminderModel; at: Date };

const sent: SendResult = { outcome: 'sent', activityId: 'activity' };

/** Everything that reminders need, in memory, with a clock that only the test moves and a Teams that answers by script. */
export function createWorld(startsAt = '2026-11-23T07:00:00Z') {
  let now = new Date(startsAt);
  let askedMs = 0;
  const clock = { now: () => now };
  const events: TelemetryEvent[] = [];
  const posts: Post[] = [];
  const pings: Omit<Post, 'model'>[] = [];
  const followUps: { model: FollowUpModel; at: Date }[] = [];
  const opened: string[] = [];
  const answers: (SendResult | (() => Promise<SendResult>))[] = [];
  const openAnswers: OpenResult[] = [];
  const models = new WeakMap<Message, ReminderModel>();
  const followUpModels = new WeakMap<Message, FollowUpModel>();
  const people = memoryPersonStore();
  const stores = {
    ...{ people, due: memoryDueStore(), ticks: memoryTickStore(), units: memoryUnitStore() },
    ...{ groups: memoryGroupStore(), audit: memoryAuditStore() },
    sending: memorySendingStore(),
  };
  const queue = memoryWorkQueue({ clock });

  const messenger: Messenger = {
    async send({ conversationId }, message) {
      const model = models.get(message);
      const followUp = followUpModels.get(message);
      if (model) posts.push({ conversationId, model, at: now });
      else if (followUp) followUps.push({ model: followUp, at: now });
      else pings.push({ conversationId, at: now });
      const answer = answers.shift() ?? sent;
      return typeof answer === 'function' ? answer() : answer;
    },
    async update() {
      return sent;
    },
    async open(aadObjectId) {
      opened.push(aadObjectId);
      const conversation = { ...chatOf(`opened-${opened.length}`) };
      return openAnswers.shift() ?? { outcome: 'opened', conversation };
    },
  };

  const needs: SendReminderNeeds = {
    ...{ people, due: stores.due, messenger, clock, rules, defaultLocale: 'nb' },
    pacing: { waitForSlot: async () => 'go' },
    pause: createSendingPause(),
    // Older than the switch keeps it, whenever it is asked.
    sendingSwitch: createSendingSwitch({ sending: stores.sending, nowMs: () => (askedMs += 60_000) }),
    telemetry: { record: (event) => events.push(event) },
    random: () => 0,
    present: {
      ping: () => ({ card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' }),
      reminder(model) {
        const message: Message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' };
        models.set(message, model);
        return message;
      },
      followUp(model) {
        const message: Message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' };
        followUpModels.set(message, model);
        return message;
      },
    },
  };

  return {
    ...{ needs, stores, queue, events, posts, pings, followUps, opened, answers, openAnswers, clock },
    /** Moves the clock to a wall-clock instant, ISO with zone. */
    goTo(iso: string) {
      now = new Date(iso);
    },
    pass(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    /** Registers somebody, with an open chat, and plans. */
    async hire(person: Person = kari, chat: 'with chat' | 'without chat' = 'with chat', by = rules) {
      const writes = [createRow(profileRow, person)];
      if (chat === 'with chat') writes.push(createRow(conversationRow, chatOf(person.personId)));
      await people.commit({ personId: person.personId, writes });
      await stores.units.createUnit({ unitId: person.unitId, name: 'Skolen', sector: 'school' });
      await stores.units.createMember(person.unitId, person.personId);
      return scheduleReminders(stores, person, by, now);
    },
    /** What the staff list says of somebody from now on; nothing is planned by it. */
    async becomes(person: Person) {
      const { personId } = person;
      const stored = await people.get(personId, profileRow);
      await people.commit({ personId, writes: [replaceRow(profileRow, person, stored?.etag ?? '')] });
    },
    async progress(state: Progress, personId = kari.personId) {
      const { moduleId } = state;
      const writes = [{ op: 'delete' as const, kind: 'progress', key: `${moduleId}:1` }];
      await people.commit({ personId, writes });
      await people.commit({ personId, writes: [createRow(progressRow, state)] });
    },
    async reminders(personId = kari.personId): Promise<Reminder[]> {
      return (await toArray(people.list(personId, reminderRow))).map(({ value }) => value);
    },
    /** `meldeplikt day-3 sent` and so on, sorted by module and step. */
    async states(personId = kari.personId): Promise<string[]> {
      return (await this.reminders(personId)).map(({ moduleId, stepId, state, ...rest }) => {
        const reason = 'reason' in rest && rest.reason !== undefined ? ` (${rest.reason})` : '';
        return `${moduleId} ${stepId} ${state}${reason}`;
      });
    },
    async days(personId = kari.personId) {
      return (await toArray(people.list(personId, dayRow))).map(({ value }) => value);
    },
    async hints() {
      return toArray(stores.due.list('2020-01-01', '2040-01-01'));
    },
  };
}

export type World = ReturnType<typeof createWorld>;

export const pointerTo = (personId = kari.personId) => ({ kind: 'reminder' as const, personId, dueOn: '2026-11-26' });
