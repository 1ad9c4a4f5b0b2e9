import { quietMinutes } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { addDays, instantOf, localDateAt } from '../../core/local-date.ts';
import { nextDigestTime } from '../../features/digests/digest-schedule.ts';
import { type SendDelegationNeeds, sendDelegation } from '../../features/digests/send-delegation.ts';
import { type SendDigestNeeds, sendDigest } from '../../features/digests/send-digest.ts';
import { giveUpGroup } from '../../features/groups/give-up-group.ts';
import { type RecordAttendanceNeeds, recordAttendance } from '../../features/groups/record-attendance.ts';
import { type SendGroupCardNeeds, sendGroupCard } from '../../features/groups/send-group-card.ts';
import { nextGroupAt } from '../../features/groups/tend-groups.ts';
import { type SendOwnerCardNeeds, sendOwnerCard } from '../../features/owners/send-owner-card.ts';
import type { CalendarRules } from '../../features/reminders/calendar.ts';
import { forgetHints } from '../../features/reminders/move-reminders.ts';
import { type SendReminderNeeds, sendReminder } from '../../features/reminders/send-reminder.ts';
import type { WorkPointer, WorkSource } from '../../features/reminders/work-queue.ts';
import { createTick, type TickNeeds, type TickResult } from './tick.ts';
import type { Wait } from './wait.ts';
import { createWorkReader, type HandledWork } from './work-reader.ts';

export type JobsNeeds<Model> = SendReminderNeeds &
  Omit<SendDigestNeeds<Model>, 'calendar'> &
  Omit<SendOwnerCardNeeds, 'calendar'> &
  Omit<SendDelegationNeeds, 'calendar'> &
  SendGroupCardNeeds &
  RecordAttendanceNeeds &
  TickNeeds & {
    present: SendReminderNeeds['present'] &
      SendDigestNeeds<Model>['present'] &
      SendOwnerCardNeeds['present'] &
      SendDelegationNeeds['present'] &
      SendGroupCardNeeds['present'];
    source: WorkSource;
    wait: Wait;
  };

export type Jobs = {
  start(): void;
  /** Takes nothing new, waits up to ten seconds for what is in hand, and gives the rest back. */
  stop(): Promise<void>;
  /** One minute's work by hand, the nightly round included: the workbench and tests play time with it. */
  runTick(now: Date): Promise<TickResult>;
  /** Handles all that is queued and visible now. */
  drain(): Promise<void>;
  /** When something is due next, after `after`; a hint, since what is due may turn out to be done. */
  nextDueAt(after: Date): Promise<Date>;
};

const minuteMs = 60_000;
const handBackMs = 10_000;
/** How far ahead hints are looked for, in days, step by step. */
const horizons = [7, 60, 400];

/** The jobs of one process. As many processes as wanted may run them at the same time. */
export function createJobs<Model>(needs: JobsNeeds<Model>): Jobs {
  const { zone } = needs.rules.calendar;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const tick = createTick({ ...needs, isStopping });

  const reader = createWorkReader({
    ...needs,
    handle: (pointer) => handle({ ...needs, calendar: needs.rules.calendar, isStopping }, pointer),
    giveUp: (pointer) => ('sessionId' in pointer ? giveUpGroup(needs.groups, pointer) : forgetReminder(pointer)),
  });

  /** Only a pointer to reminders comes from the hints: for another one they are as good as before. */
  const forgetReminder = async (pointer: Exclude<WorkPointer, { sessionId: string }>): Promise<void> => {
    if (pointer.kind !== 'reminder') return;
    await forgetHints(needs, pointer.personId, localDateAt(needs.clock.now(), zone));
  };

  async function everyMinute(at: string, run: (now: Date) => Promise<unknown>): Promise<void> {
    while (!stopping.signal.aborted) {
      await run(needs.clock.now()).catch((error: unknown) => {
        const kind = error instanceof Failure ? error.kind : 'bug';
        needs.telemetry.record({ event: 'background-failed', at, kind });
      });
      await needs.wait(minuteMs - (needs.clock.now().getTime() % minuteMs), stopping.signal);
    }
  }

  let minutesWithoutTick = 0;
  /** That another replica has this minute is as good where one was finished lately; both may fail each time. */
  async function runWatchedTick(now: Date): Promise<void> {
    const result = await tick.runTick(now);
    const minutesSince = result.outcome === 'ticked' ? 0 : (result.minutesSince ?? minutesWithoutTick);
    // One that is finished in time to come, by a clock that runs ahead, is no better than an old one.
    minutesWithoutTick = Math.min(minutesWithoutTick, Math.abs(minutesSince));
  }
  /** Tells of a tick that hangs or fails each time: what tells of missed minutes is the next tick, and there is none. Counts and reads no clock. */
  async function watchTick(): Promise<void> {
    minutesWithoutTick += 1;
    if (minutesWithoutTick <= quietMinutes) return;
    needs.telemetry.record({ event: 'tick-missed', job: 'tick', missedMinutes: minutesWithoutTick });
  }

  return {
    start() {
      // The nightly round has a loop of its own: it may take minutes, and the tick must not wait for it. Nor for the others.
      const rounds = {
        ...{ tick: runWatchedTick, watch: watchTick, groups: tick.runGroups, owners: tick.runOwners },
        ...{
          directory: tick.runDirectory,
          retention: tick.runRetention,
          repair: tick.runRepair,
          nights: tick.holdNights,
          expiry: tick.runExpiry,
          rollups: tick.runRollups,
        },
      };
      for (const [at, run] of Object.entries(rounds)) void everyMinute(at, run);
      void reader.run(stopping.signal);
    },

    async stop() {
      stopping.abort();
      await reader.handBack(handBackMs);
    },

    async runTick(now) {
      await tick.runDirectory(now);
      await tick.runRetention(now);
      await tick.runRepair(now);
      await tick.runRollups(now);
      await tick.runGroups(now);
      await tick.runOwners(now);
      await tick.runExpiry(now);
      return tick.runTick(now);
    },

    drain: reader.drain,

    async nextDueAt(after) {
      const digestAt = nextDigestTime(needs.digest, needs.rules.calendar, after);
      const [reminderAt, groupAt] = await Promise.all([nextReminderAt(needs, after), nextGroupAt(needs.groups, after)]);
      const dates = [digestAt, reminderAt ?? digestAt, groupAt ?? digestAt];
      return new Date(Math.min(...dates.map((date) => date.getTime())));
    },
  };
}

function handle<Model>(
  needs: JobsNeeds<Model> & { calendar: CalendarRules },
  pointer: WorkPointer,
): Promise<HandledWork> {
  switch (pointer.kind) {
    case 'reminder':
      return sendReminder(needs, pointer);
    case 'digest':
      return sendDigest(needs, pointer);
    case 'owner-card':
      return sendOwnerCard(needs, pointer);
    case 'delegation':
      return sendDelegation(needs, pointer);
    case 'group-card':
      return sendGroupCard(needs, pointer);
    case 'attendance':
      return recordAttendance(needs, pointer);
  }
}

async function nextReminderAt({ due, rules }: SendReminderNeeds, after: Date): Promise<Date | undefined> {
  const { zone } = rules.calendar;
  const from = localDateAt(after, zone);
  for (const horizon of horizons) {
    let soonest: Date | undefined;
    for await (const { dueOn, dueTime } of due.list(from, addDays(from, horizon))) {
      const dueAt = instantOf(dueOn, dueTime, zone);
      if (dueAt > after && (!soonest || dueAt < soonest)) soonest = dueAt;
    }
    if (soonest) return soonest;
  }
  return undefined;
}
