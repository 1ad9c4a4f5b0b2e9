import { createServer } from 'node:net';
import { Failure } from '../../core/failure.ts';
import type { DevPorts } from './dev-options.ts';

const flags: Readonly<Record<keyof DevPorts, string>> = {
  workbench: '--port',
  bot: '--bot-port',
  queue: '--queue-port',
  table: '--table-port',
};

/** Throws Failure `unavailable`, in one line with the remedy, when a port is taken or two are the same. */
export async function checkPorts(ports: DevPorts): Promise<void> {
  const names: readonly (keyof DevPorts)[] = ['workbench', 'bot', 'queue', 'table'];
  for (const [index, name] of names.entries()) {
    const twin = names.slice(0, index).find((each) => ports[each] === ports[name]);
    if (twin)
      throw new Failure(
        'invalid',
        `Port ${ports[name]} is given to both ${twin} and ${name}; give ${flags[name]} another one`,
      );
  }
  for (const name of names)
    if (await isTaken(ports[name])) {
      const remedy = `stop what uses it (is npm start running already?), or: npm start -- ${flags[name]} ${ports[name] + 100}`;
      throw new Failure('unavailable', `Port ${ports[name]}, for the ${name}, is taken; ${remedy}`);
    }
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}
