import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../../core/failure.ts';

export type DevPorts = { workbench: number; bot: number; queue: number; table: number };

export type DevOptions = {
  /** `free`: the machine chooses. */
  ports: DevPorts | 'free';
  /** Where everything is kept between runs. */
  dataFolder: string;
  /** `empty`: begins with nothing kept. */
  kept: 'keep' | 'empty';
};

const defaultPorts: DevPorts = { bot: 3978, workbench: 3979, queue: 3980, table: 3981 };

/** What `npm start -- --help` tells. */
export const usage = `npm start -- [--fresh] [--data <folder>] [--port <workbench>] [--bot-port <n>] [--queue-port <n>] [--table-port <n>]`;

/** Reads the flags of `npm start`. Throws Failure `invalid` naming the flag. */
export function readDevOptions(args: readonly string[], root: string): DevOptions {
  const flags = parse(args);
  const port = (flag: 'port' | 'bot-port' | 'queue-port' | 'table-port', fallback: number): number => {
    const text = flags[flag];
    if (text === undefined) return fallback;
    const number = Number(text);
    if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
    throw new Failure('invalid', `--${flag} takes a number from 1 to 65535, not "${text}"`);
  };
  return {
    ports: {
      workbench: port('port', defaultPorts.workbench),
      bot: port('bot-port', defaultPorts.bot),
      queue: port('queue-port', defaultPorts.queue),
      table: port('table-port', defaultPorts.table),
    },
    dataFolder: path.resolve(root, flags.data ?? '.data'),
    kept: flags.fresh ? 'empty' : 'keep',
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    fresh: { type: 'boolean' },
    data: text,
    port: text,
    'bot-port': text,
    'queue-port': text,
    'table-port': text,
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Failure('invalid', `${error instanceof Error ? error.message : 'Unknown flag'}. Use: ${usage}`);
  }
}
