import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import type { Person } from '../../src/features/people/person.ts';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { registerPerson } from '../../src/features/use-cases/register-person.ts';
import { createStubConnector } from '../../src/tools/workbench/connector/stub-connector.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { aPerson } from '../support/person-builder.ts';
import { appId, environmentFor } from '../support/service-environment.ts';

const root = path.resolve(import.meta.dirname, '../..');

export type WholeService = Awaited<ReturnType<typeof startWholeService>>;

/**
 * The service as it is run in earnest, `src/main.ts` in a process of its own, on real storage and against a Teams of ours. All that
 * it writes is kept, and it has a folder for temporary files that nobody else uses.
 */
export async function startWholeService(
  names: readonly string[],
  change: (person: Person) => Person = (same) => same,
  environment: Readonly<Record<string, string>> = {},
) {
  const teams = await createStubConnector({
    ...{ appId, tenantId, people: names.map((personaId) => ({ personaId, name: personaId })) },
    shared: [{ type: 'channel', name: 'Felles', memberIds: [...names] }],
  });
  await teams.listen();
  const prefix = newPrefix();
  const stores = await openTestTables({ prefix });
  for (const name of names) {
    const { aadObjectId } = teams.people.find(({ personaId }) => personaId === name) ?? {};
    const person = change(aPerson(name, { aadObjectId }));
    await registerPerson(
      { ...stores, scheduleReminders: async () => {} },
      person,
      [aadKey(aadObjectId ?? '')],
      new Date(),
    );
  }
  const temporary = await mkdtemp(path.join(tmpdir(), 'undring-proof-'));
  const child = fork(path.join(root, 'src/main.ts'), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: ['--expose-gc', '--import', path.join(import.meta.dirname, 'inside-service.ts')],
    env: {
      ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      ...environmentFor(teams, inject('azurite')),
      UNDRING_STORAGE_PREFIX: prefix,
      UNDRING_LOG_LEVEL: 'debug',
      ...environment,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', () => {
      const [, found] = /answers at (\S+)/.exec(output) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the service did not start: ${output}`)));
  });
  teams.bot.url = `${url}/api/messages`;
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  /** What `inside-service.ts` answers. */
  const ask = async (question: 'memory' | 'speak' | 'throw'): Promise<{ rss: number; heapUsed: number }> => {
    const answer = once(child, 'message');
    child.send(question);
    const [told] = await answer;
    return told;
  };
  return {
    ...{ teams, prefix, stores, url, isAlive },
    /** Everything on standard output and standard error, so far. */
    output: () => output,
    ask,
    /** In MB, after the garbage is collected. */
    async memory(): Promise<{ resident: number; heap: number }> {
      const { rss, heapUsed } = await ask('memory');
      return { resident: Math.round(rss / 1_048_576), heap: Math.round(heapUsed / 1_048_576) };
    },
    temporaryFiles: () => readdir(temporary),
    async stop(): Promise<void> {
      if (isAlive()) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }
      await teams.close();
      await rm(temporary, { recursive: true });
    },
  };
}
