import type { ContentProblem } from './content-problem.ts';
import type { PackFile } from './pack-schema.ts';
import type { YamlFile } from './read-yaml.ts';

/** Whether every module can be reached: what is to be taken first exists, does not wait for itself, and is not left out by new hires. */
export function checkModuleOrder({ file, value: { modules }, lineOf }: YamlFile<PackFile>): readonly ContentProblem[] {
  const byId = new Map(modules.map((module) => [module.id, module]));
  return modules.flatMap(({ id, priority, takeFirst }, at) => {
    const line = lineOf(['modules', at]);
    return takeFirst.flatMap((firstId): ContentProblem[] => {
      const first = byId.get(firstId);
      if (!first) {
        const message = `${id} waits for ${firstId}, which is not in the pack`;
        return [{ file, line, message, remedy: 'Correct the id, or add the module.' }];
      }
      if (waitsFor(firstId, id, byId)) {
        const message = `${id} waits for ${firstId}, which waits for ${id}: nobody can begin`;
        return [{ file, line, message, remedy: 'Take one of the two out of takeFirst.' }];
      }
      if (priority && !first.priority) {
        const message = `${id} has priority and a date, but waits for ${firstId}, which has none`;
        return [{ file, line, message, remedy: 'Give both priority, or take it out of takeFirst.' }];
      }
      return [];
    });
  });
}

type Modules = ReadonlyMap<string, PackFile['modules'][number]>;

/** Whether `from` waits for `to`, at once or over others. */
function waitsFor(from: string, to: string, modules: Modules, seen: ReadonlySet<string> = new Set()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  return (modules.get(from)?.takeFirst ?? []).some((next) => waitsFor(next, to, modules, new Set([...seen, from])));
}
