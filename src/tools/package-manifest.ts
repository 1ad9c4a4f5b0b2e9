import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { createPackage } from './manifest/create-package.ts';
import { readOptions } from './manifest/read-options.ts';

/**
 * `npm run manifest -- --app-id <guid> --host <host> --developer "<name>"`: makes the Teams app package that an administrator uploads.
 * Also: --bot-id, --app-version, --website, --privacy, --terms, --env <file>, --out <file>, --graph-install.
 */
const root = path.resolve(import.meta.dirname, '../..');
const packageSchema = z.object({ version: z.string() });

async function main(): Promise<void> {
  const { version } = packageSchema.parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
  const { values, out, isExample, graphInstall } = readOptions(process.argv.slice(2), version);
  const result = await createPackage(path.join(root, 'manifest'), values, { graphInstall });
  if (result.outcome === 'refused') throw new Error(result.problems.join('\n'));
  const file = path.resolve(root, out);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, result.zip);
  console.log(
    `${path.relative(root, file)}: version ${values.version}, app ${values.appId}, ${result.zip.length} bytes, valid`,
  );
  if (isExample)
    console.log('Made with example values, to look at. For Teams: npm run manifest -- --app-id <guid> --host <host>');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
