export class Crash extends Error {}

/** Counts every call to these ports and dies at the chosen one, before or after it had its effect; dead calls do nothing ever after. */
export function mortalPorts<P extends Record<string, object>>(ports: P, diesAt: number, when: 'before' | 'after') {
  let calls = 0;
  const live = (name: unknown, call: () => unknown): unknown => {
    calls += 1;
    if (calls > diesAt || (calls === diesAt && when === 'before')) {
      return String(name).startsWith('list') ? deadList() : Promise.reject(new Crash());
    }
    const result = call();
    return calls === diesAt && result instanceof Promise ? result.then(() => Promise.reject(new Crash())) : result;
  };
  const watch = (port: object): object =>
    new Proxy(port, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => live(name, () => method.apply(target, args));
      },
    });
  const watched = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, watch(port)]));
  return { ports: watched as P, calls: () => calls };
}

async function* deadList(): AsyncGenerator<never> {
  yield await Promise.reject(new Crash());
}
