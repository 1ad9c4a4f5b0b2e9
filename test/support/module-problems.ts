import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { checkModule } from '../../src/packs/check-module.ts';
import type { ContentProblem } from '../../src/packs/content-problem.ts';
import { loadModules } from '../../src/packs/load-modules.ts';
import { packSchema } from '../../src/packs/pack-schema.ts';
import { readYaml } from '../../src/packs/read-yaml.ts';
import { applyEdit, type Edit } from './copy-pack.ts';

const sound = path.resolve(import.meta.dirname, '../fixtures/packs/sound');
const moduleId = 'uro';

/**
 * What the check says of the small module with these edits. Nothing else of the pack is read, which makes it quick: the contacts are
 * 112 and 116 117, and there are no laws.
 */
export async function problemsOfModule(...edits: readonly Edit[]): Promise<readonly ContentProblem[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'module-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(path.join(sound, 'modules'), path.join(folder, 'modules'), { recursive: true });
  for (const edit of edits) await applyEdit(folder, edit);
  const { value: pack } = await readYaml(sound, 'pack.yaml', packSchema);
  if (!pack) throw new Error('the sound pack has no pack.yaml');
  const { modules, problems } = await loadModules(folder, pack.value);
  const numbers = new Set(['112', '116117']);
  const around = { moduleIds: new Set([moduleId]), areaIds: new Set<string>(), today: '2026-11-23' } as const;
  return [
    ...problems,
    ...modules.flatMap((loaded) => checkModule(loaded, { ...around, lawIds: undefined, entryIds: undefined, numbers })),
  ];
}
