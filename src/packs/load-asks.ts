import path from 'node:path';
import type { ZodType } from 'zod';
import type { LocalText } from '../core/locale.ts';
import type { CertificateRules } from '../features/catalogue/certificate-kind.ts';
import type { IntroRules } from '../features/catalogue/intro-plan.ts';
import type { LeaderChoices } from '../features/catalogue/leader-choices.ts';
import type { Policy } from '../features/catalogue/policy.ts';
import type { PriorChoice, PriorLearning } from '../features/catalogue/prior-learning.ts';
import type { RosterRules } from '../features/people/roster.ts';
import {
  type CertificatesFile,
  certificatesSchema,
  type LeaderChoicesFile,
  leaderChoicesSchema,
  type PoliciesFile,
  type PriorLearningFile,
  policiesSchema,
  priorLearningSchema,
} from './asks-schema.ts';
import type { Checked, ContentProblem } from './content-problem.ts';
import { fileExists } from './file-exists.ts';
import { introductionSchema, introRulesOf } from './introduction-schema.ts';
import { rosterFile } from './load-roster.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { rosterSchema } from './roster-schema.ts';

export const priorLearningFile = 'prior-learning.yaml';
export const leaderChoicesFile = 'leader-choices.yaml';
export const policiesFile = 'policies.yaml';
export const certificatesFile = 'certificates.yaml';
export const introductionFile = 'introduction.yaml';

/** Absent where the pack has no such file, or it cannot be read. */
export type Asks = {
  priorLearning?: PriorLearning;
  leaderChoices?: LeaderChoices;
  policies?: readonly Policy[];
  certificates?: CertificateRules;
  introduction?: IntroRules;
  profiles?: ReadonlyMap<string, LocalText>;
};

/** Reads what is asked of people beside the modules. A pack need not have any of it. */
export async function loadAsks(folder: string): Promise<{ asks: Asks; problems: readonly ContentProblem[] }> {
  const [prior, choices, policies, certificates, introduction, roster] = await Promise.all([
    readIfThere(folder, priorLearningFile, priorLearningSchema),
    readIfThere(folder, leaderChoicesFile, leaderChoicesSchema),
    readIfThere(folder, policiesFile, policiesSchema),
    readIfThere(folder, certificatesFile, certificatesSchema),
    readIfThere(folder, introductionFile, introductionSchema),
    readIfThere(folder, rosterFile, rosterSchema),
  ]);
  return {
    asks: {
      ...(prior.value && { priorLearning: priorLearningOf(prior.value.value) }),
      ...(choices.value && { leaderChoices: leaderChoicesOf(choices.value.value) }),
      ...(policies.value && { policies: policies.value.value.policies.map(policyOf) }),
      ...(certificates.value && { certificates: certificatesOf(certificates.value.value) }),
      ...(introduction.value && { introduction: introRulesOf(introduction.value.value) }),
      ...(roster.value && { profiles: profileNamesOf(roster.value.value) }),
    },
    problems: [prior, choices, policies, certificates, introduction, roster].flatMap(({ problems }) => problems),
  };
}

export async function readIfThere<T>(folder: string, file: string, schema: ZodType<T>): Promise<Checked<YamlFile<T>>> {
  if (!(await fileExists(path.join(folder, file)))) return { value: undefined, problems: [] };
  return readYaml(folder, file, schema);
}

const profileNamesOf = ({ profiles = {} }: RosterRules) =>
  new Map(Object.entries(profiles).map(([id, { name }]) => [id, name]));

const choiceOf = ({ id, name }: PriorLearningFile['places'][number]): PriorChoice => ({ choiceId: id, name });

const leaderChoicesOf = ({ moreTime, exempt }: LeaderChoicesFile): LeaderChoices => ({
  moreTime: moreTime.map(choiceOf),
  exempt: exempt.map(choiceOf),
});

function priorLearningOf({ places, reasons }: PriorLearningFile): PriorLearning {
  return { places: places.map(choiceOf), reasons: reasons.map(choiceOf) };
}

function policyOf({ id, versions, ...rest }: PoliciesFile['policies'][number]): Policy {
  return {
    ...rest,
    policyId: id,
    versions: versions.map(({ material, ...version }) => ({ ...version, isMaterial: material })),
  };
}

function certificatesOf({ about, remindDaysBefore, kinds }: CertificatesFile): CertificateRules {
  return {
    ...(about && { about }),
    remindDaysBefore,
    kinds: kinds.map(({ id, ...kind }) => ({ ...kind, kindId: id })),
  };
}
