/** What may go wrong on the wire, in the order a test scripts it. */
export type Fault =
  /** Answered without being carried out. */
  | { kind: 'status'; status: number; code?: string; retryAfterSeconds?: number; body?: unknown }
  /** Taken, not carried out, never answered. */
  | { kind: 'hang' }
  /** The connection breaks before anything is carried out. */
  | { kind: 'reset' }
  /** Carried out, and then the connection breaks before the answer. */
  | { kind: 'drop-response' }
  /** Carried out, answered late. */
  | { kind: 'delay'; ms: number };

export type ScriptedFault = Fault & {
  /** How many requests it hits; 1 when not said. */
  times?: number;
  /** Only requests with this method. */
  method?: string;
  /** Only requests whose path matches. */
  path?: RegExp;
};

/** Decides about one request; `undefined`: nothing goes wrong. */
export type ChooseFault = (method: string, path: string) => Fault | undefined;

export type FaultScript = {
  add(...faults: readonly ScriptedFault[]): void;
  /** Asked about every request that no fault waits for, until told otherwise. */
  choose(next: ChooseFault): void;
  /** The first fault that fits, used up by one. */
  take(method: string, path: string): Fault | undefined;
  clear(): void;
};

export function createFaultScript(): FaultScript {
  let waiting: { fault: ScriptedFault; left: number }[] = [];
  let chosen: ChooseFault = () => undefined;
  return {
    add: (...faults) => {
      waiting.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
    },
    choose(next) {
      chosen = next;
    },
    take(method, path) {
      const found = waiting.find(
        ({ fault }) => (fault.method ?? method) === method && (fault.path === undefined || fault.path.test(path)),
      );
      if (!found) return chosen(method, path);
      found.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.fault;
    },
    clear: () => {
      waiting = [];
      chosen = () => undefined;
    },
  };
}
