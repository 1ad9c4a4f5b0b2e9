import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import { addDays, instantOf, localDateAt, type TimeZone } from '../../core/local-date.ts';

/** What is counted: the guide was opened, something was searched for, a text was not understood. Never by whom, never what. */
export const useKinds = ['guide', 'search', 'not-understood'] as const;
export type UseKind = (typeof useKinds)[number];

/** Uses of a quarter (`2026-Q4`), in tens. Calls may throw Failure `unavailable` or `throttled`. */
export type UseStore = {
  /** Told again under the same id it is told once: an answer may have been lost. */
  add(quarter: string, kind: UseKind, uses: number, id: string): Promise<void>;
  list(quarter: string): AsyncIterable<{ kind: UseKind; uses: number }>;
};

export type UseCounter = { count(kind: UseKind): void };

export type UseCounterNeeds = {
  uses: UseStore;
  clock: Clock;
  zone: TimeZone;
  /** Waits without keeping the process alive. */
  wait(ms: number): Promise<void>;
};

/** Fewer than these are told nowhere, and written nowhere. */
const fewestUses = 10;
/** When nobody is at work, so that what is written tells nothing of when. */
const flushAt = '03:00';

/** `telling`: the tens of a write that has no answer yet. They are told again as they were, and what came meanwhile after them. */
type Counted = { rest: number; telling: { id: string; uses: number } | undefined };

function takeTens(counted: Counted): { id: string; uses: number } {
  const uses = counted.rest - (counted.rest % fewestUses);
  counted.rest -= uses;
  return { id: newId(), uses };
}

/**
 * Counts in memory, and at night writes whole tens; the rest waits for the next night, and is lost when the quarter is over: what
 * was too little to be told of it is not told of the next. So no row is about one use, and none can be timed.
 * What the memory holds when the process ends is lost: a count a little too low is better than a row for each.
 */
export function createUseCounter({ uses, clock, zone, wait }: UseCounterNeeds): UseCounter {
  /** By quarter and kind. */
  const counts = new Map<string, Map<UseKind, Counted>>();
  let isFlushing = false;

  const quarterNow = (): string => quarterOf(localDateAt(clock.now(), zone));

  async function flush(): Promise<void> {
    for (const [quarter, kinds] of counts) {
      for (const [kind, counted] of kinds) {
        while (counted.telling || counted.rest >= fewestUses) {
          counted.telling ??= takeTens(counted);
          await uses.add(quarter, kind, counted.telling.uses, counted.telling.id);
          counted.telling = undefined;
        }
      }
      if (quarter !== quarterNow()) counts.delete(quarter);
    }
  }

  async function flushEveryNight(): Promise<never> {
    for (;;) {
      const now = clock.now();
      const next = instantOf(addDays(localDateAt(now, zone), 1), flushAt, zone);
      await wait(next.getTime() - now.getTime());
      // Storage that is away tonight is asked again tomorrow: the counts are still here.
      await flush().catch(() => undefined);
    }
  }

  return {
    count(kind) {
      const quarter = quarterNow();
      const kinds = counts.get(quarter) ?? new Map<UseKind, Counted>();
      const counted = kinds.get(kind) ?? { rest: 0, telling: undefined };
      counted.rest += 1;
      counts.set(quarter, kinds.set(kind, counted));
      if (!isFlushing) {
        isFlushing = true;
        void flushEveryNight();
      }
    },
  };
}

export const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** Of a quarter that is over. Kinds with fewer than ten uses are absent. */
export async function readUse(uses: UseStore, quarter: string): Promise<ReadonlyMap<UseKind, number>> {
  const sums = new Map<UseKind, number>();
  for await (const { kind, uses: some } of uses.list(quarter)) sums.set(kind, (sums.get(kind) ?? 0) + some);
  return new Map([...sums].filter(([, sum]) => sum >= fewestUses));
}
