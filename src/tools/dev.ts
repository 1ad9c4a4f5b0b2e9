import path from 'node:path';
import { Failure } from '../core/failure.ts';
import { type DevOptions, readDevOptions, usage } from './dev/dev-options.ts';
import { type Dev, startDev } from './dev/start-dev.ts';

/** `npm start`: everything on this machine, until Ctrl-C. */
hideExperimentalWarnings();
const root = path.resolve(import.meta.dirname, '../..');
if (process.argv.includes('--help')) console.log(usage);
else await run();

async function run(): Promise<void> {
  let isStopping = false;
  const options = tryRead();
  console.log('Undring is starting …');
  const starting = startDev(options);
  const stop = async (exitCode: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    const dev = await starting.catch(() => undefined);
    await dev?.stop().catch(fail);
    console.log('Stopped. Everything is kept.');
    process.exit(exitCode);
  };
  // Twice is normal: the terminal tells the whole group, and npm passes it on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  try {
    const dev = await starting;
    if (isStopping) return;
    console.log(describe(dev, options));
    await dev.botEnded;
    if (isStopping) return;
    console.error(`The bot has stopped by itself; see ${path.join(options.dataFolder, 'bot.log')}`);
    await stop(1);
  } catch (error) {
    fail(error);
  }
}

function tryRead(): DevOptions {
  try {
    return readDevOptions(process.argv.slice(2), root);
  } catch (error) {
    return fail(error);
  }
}

function describe({ url, botUrl, seeded }: Dev, { dataFolder }: DevOptions): string {
  const people =
    seeded.outcome === 'seeded' ? `${seeded.people} people in ${seeded.units} units, new` : 'as you left it';
  return `
  Undring is running.

    Open this      ${url}
    The bot        ${botUrl}/api/messages
    Fjordvik       ${people}
    Kept in        ${path.relative(process.cwd(), dataFolder) || dataFolder}   (begin anew: npm start -- --fresh)

  Ctrl-C stops all of it.
`;
}

/** Node's own word about taking types away from the page's modules: true, and of no use to who starts this. */
function hideExperimentalWarnings(): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') console.warn(warning);
  });
}

function fail(error: unknown): never {
  const known = error instanceof Failure;
  console.error(known ? error.message : error);
  process.exit(1);
}
