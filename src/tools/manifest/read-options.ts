import { readFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';
import { z } from 'zod';
import { type ManifestValues, manifestValuesSchema } from './fill-template.ts';

/** Without flags the package is one to look at: its ids belong to nobody. */
const example = {
  'app-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  host: 'undring.fjordvik.example',
  developer: 'Fjordvik kommune',
  out: 'dist/undring.zip',
};

export type ManifestOptions = { values: ManifestValues; out: string; isExample: boolean; graphInstall: boolean };

/**
 * Reads the flags of `npm run manifest -- …`. `--env .env` takes the app id from the file that the service itself is started with;
 * `--graph-install` makes the package one that `npm run app:install` can give people.
 * Throws an error that names every flag that is wrong.
 */
export function readOptions(args: readonly string[], packageVersion: string): ManifestOptions {
  const text = { type: 'string' } as const;
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      'app-id': text,
      'bot-id': text,
      'app-version': text,
      host: text,
      developer: text,
      website: text,
      privacy: text,
      terms: text,
      env: text,
      out: text,
      'graph-install': { type: 'boolean' },
    },
  });
  const stored = flags.env === undefined ? {} : parseEnv(readFileSync(flags.env, 'utf8'));
  const givenId = flags['app-id'] ?? stored.UNDRING_APP_ID;
  const appId = givenId ?? example['app-id'];
  const host = flags.host ?? example.host;
  const websiteUrl = flags.website ?? `https://${host}`;
  const parsed = manifestValuesSchema.safeParse({
    appId,
    botId: flags['bot-id'] ?? appId,
    version: flags['app-version'] ?? packageVersion,
    host,
    developer: flags.developer ?? example.developer,
    websiteUrl,
    privacyUrl: flags.privacy ?? `${websiteUrl}/personvern`,
    termsUrl: flags.terms ?? `${websiteUrl}/vilkar`,
  });
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { out = example.out, 'graph-install': graphInstall = false } = flags;
  return { values: parsed.data, out, isExample: givenId === undefined, graphInstall };
}
