import { Failure } from '../../core/failure.ts';
import type { Module } from '../../features/catalogue/module.ts';
import { type ContentProblem, formatProblem, isWarning } from '../../packs/content-problem.ts';
import type { Pack } from '../../packs/pack.ts';

/** The modules that can be drawn, one a line with its title. */
export const listModules = ({ catalogue }: Pack): string =>
  catalogue.modules.map(({ moduleId, title }) => `${moduleId}  ${title.nb}`).join('\n');

/** The module of that id. Throws Failure `invalid` with what to do: a module with errors is told by its errors. */
export function chooseModule(pack: Pack, problems: readonly ContentProblem[], moduleId: string): Module {
  const module = pack.catalogue.modules.find((one) => one.moduleId === moduleId);
  if (module) return module;
  const own = problems.filter((problem) => problem.file.startsWith(`modules/${moduleId}/`) && !isWarning(problem));
  if (own.length > 0) {
    throw new Failure(
      'invalid',
      `${moduleId} cannot be drawn before this is mended:\n${own.map(formatProblem).join('\n')}`,
    );
  }
  const ids = pack.catalogue.modules.map((one) => one.moduleId).join(', ');
  throw new Failure('invalid', `There is no module «${moduleId}» in pack.yaml. Choose one of: ${ids}`);
}

/** Every module of the pack. Throws Failure `invalid` when one has errors: it would be missing among the pictures, and nobody would see it. */
export function chooseEvery({ catalogue }: Pack, problems: readonly ContentProblem[]): readonly Module[] {
  const wrong = problems.filter((problem) => problem.file.startsWith('modules/') && !isWarning(problem));
  if (wrong.length === 0) return catalogue.modules;
  throw new Failure(
    'invalid',
    `Not all modules can be drawn before this is mended:\n${wrong.map(formatProblem).join('\n')}`,
  );
}
