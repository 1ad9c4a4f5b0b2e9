import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentFolder } from './content-strings.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/packs');

/**
 * A municipality with letters for levels, four weeks for the first, forms and opening hours of its own, and nynorsk first, in a
 * folder of its own. Who asks for it deletes it.
 */
export async function lettersPack(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'undring-letters-'));
  for (const shared of ['laws.yaml', 'calendar.yaml', 'reminders.yaml', 'text']) {
    await cp(path.join(contentFolder, shared), path.join(folder, shared), { recursive: true });
  }
  await cp(path.join(fixtures, 'sound/modules'), path.join(folder, 'modules'), { recursive: true });
  await cp(path.join(fixtures, 'letters'), folder, { recursive: true });
  return folder;
}
