import type { SendReminderNeeds } from '../../../src/features/reminders/send-reminder.ts';

export class Crash extends Error {}

/** Counts every call to a port and dies at the chosen one, before or after it had its effect; dead calls do nothing ever after. */
export function mortal(needs: SendReminderNeeds, diesAt: number, when: 'before' | 'after') {
  let calls = 0;
  const live = (name: unknown, call: () => unknown): unknown => {
    calls += 1;
    if (calls > diesAt || (calls === diesAt && when === 'before')) {
      return name === 'list' ? deadList() : Promise.reject(new Crash());
    }
    const result = call();
    return calls === diesAt && result instanceof Promise ? result.then(() => Promise.reject(new Crash())) : result;
  };
  const watch = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => live(name, () => method.apply(target, args));
      },
    });
  const { people, due, messenger, pacing } = needs;
  const dying = { people: watch(people), due: watch(due), messenger: watch(messenger), pacing: watch(pacing) };
  return { needs: { ...needs, ...dying }, calls: () => calls };
}

async function* deadList(): AsyncGenerator<never> {
  yield await Promise.reject(new Crash());
}
