import { certificatesSchema, policiesSchema } from './asks-schema.ts';
import type { ContentProblem } from './content-problem.ts';
import { introductionSchema } from './introduction-schema.ts';
import { certificatesFile, introductionFile, policiesFile, readIfThere } from './load-asks.ts';
import type { LoadedModule } from './load-modules.ts';

type Place = { file: string; line: number; profiles?: readonly string[] | undefined };

/** Profiles that roster.yaml does not have: nobody gets them, so what names them would be nobody's. */
export async function checkProfiles(
  folder: string,
  modules: readonly LoadedModule[],
  known: ReadonlySet<string>,
): Promise<readonly ContentProblem[]> {
  const ofModules = modules.map(({ structure: { file, value, lineOf } }): Place => {
    return { file, line: lineOf(['audience']), profiles: value.audience.profiles };
  });
  return [...ofModules, ...(await findInLists(folder))].flatMap(({ file, line, profiles = [] }) =>
    profiles
      .filter((profile) => !known.has(profile))
      .map((profile) => ({
        ...{ file, line, message: `names the profile ${profile}, which is not there` },
        remedy: 'Correct it, or write it under profiles in roster.yaml.',
      })),
  );
}

async function findInLists(folder: string): Promise<readonly Place[]> {
  const [{ value: policies }, { value: courses }, { value: introduction }] = await Promise.all([
    readIfThere(folder, policiesFile, policiesSchema),
    readIfThere(folder, certificatesFile, certificatesSchema),
    readIfThere(folder, introductionFile, introductionSchema),
  ]);
  return [
    ...(policies?.value.policies ?? []).map(({ audience: { profiles } }, at) => {
      return { file: policiesFile, line: policies?.lineOf(['policies', at]) ?? 1, profiles };
    }),
    ...(courses?.value.kinds ?? []).map(({ audience: { profiles } }, at) => {
      return { file: certificatesFile, line: courses?.lineOf(['kinds', at]) ?? 1, profiles };
    }),
    ...(introduction?.value.plans ?? []).map(({ profiles }, at) => {
      return { file: introductionFile, line: introduction?.lineOf(['plans', at]) ?? 1, profiles };
    }),
  ];
}
