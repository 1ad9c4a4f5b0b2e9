import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { isExempt } from '../people/arrangement.ts';
import { isWorking, type Person, type PersonThen } from '../people/person.ts';
import { isInAudience } from './audience.ts';
import type { CertificateKind, CertificateRules } from './certificate-kind.ts';
import type { IntroRules } from './intro-plan.ts';
import type { LeaderChoices } from './leader-choices.ts';
import type { Module } from './module.ts';
import type { Policy } from './policy.ts';
import type { PriorLearning } from './prior-learning.ts';
import { unwrittenIn } from './unwritten.ts';

/** What the municipality wants to become better at, from its own survey (KOSIP or another). */
export type FocusArea = { areaId: string; name: LocalText };

/** The municipality's modules in the order of the pack. Read once at start; never changes while running. */
export type Catalogue = {
  readonly modules: readonly Module[];
  /** The day the municipality began. Nobody's deadline is counted from before it. */
  readonly startsOn: LocalDate;
  /** When a unit begins, where that is later than the municipality. Units that are not in it began with the municipality. */
  readonly waves?: ReadonlyMap<string, LocalDate>;
  /** All areas of the municipality's survey, in the order of the pack. */
  readonly areas?: readonly FocusArea[];
  /** Modules of these areas are recommended. */
  readonly focusAreas: readonly FocusArea[];
  /** Absent where the municipality does not offer it; the same of the three below. */
  readonly priorLearning?: PriorLearning;
  readonly leaderChoices?: LeaderChoices;
  readonly policies?: readonly Policy[];
  readonly certificates?: CertificateRules;
  readonly introduction?: IntroRules;
  /** What the municipality calls the kinds of work that its staff list tells, by the profile's id. */
  readonly profiles?: ReadonlyMap<string, LocalText>;
  /**
   * Whether leaders see who has done what, by name: from the day that it was discussed with the employees' representatives
   * (arbeidsmiljøloven § 9-2), and not without that. Absent where nothing is said about it, as in tests of the rules.
   */
  readonly namedLists?: { readonly discussedOn?: LocalDate };
};

/** Until then leaders see counts. */
export const areNamesShown = ({ namedLists }: Catalogue, today: LocalDate): boolean =>
  namedLists === undefined || (namedLists.discussedOn !== undefined && namedLists.discussedOn <= today);

/** What may stand in the catalogue: a hidden module comes in when somebody has approved it, and none before all of it is written. */
export const isShown = (module: Module): boolean =>
  (!module.isHiddenUntilApproved || module.approval.status === 'approved') && unwrittenIn(module) === undefined;

export function findModule(catalogue: Catalogue, moduleId: string): Module | undefined {
  return catalogue.modules.find((module) => module.moduleId === moduleId);
}

/**
 * Whether the module is made for this person's sector, roles, profile and level of competence. Who has no level in the roster gets them all:
 * better one module too many than one that nobody tells of.
 */
export function isMadeFor(
  module: Module,
  person: Pick<PersonThen, 'sector' | 'roles' | 'profiles' | 'competenceLevel'>,
): boolean {
  const levelFits = person.competenceLevel === undefined || module.level <= person.competenceLevel;
  return levelFits && isInAudience(module.audience, person);
}

/** Whether it is made for everybody, so that nobody need be asked. */
export const isMadeForAll = ({ level, audience: { sectors, roles, profiles = [] } }: Module): boolean =>
  level === 1 && [sectors, roles, profiles].every(({ length }) => length === 0);

/** Whether the module is this person's to take: made for them, and not one that they need not take. */
export function isForPerson(module: Module, person: PersonThen): boolean {
  if (person.exemptFrom?.includes(module.moduleId) || isExempt(person, module.moduleId)) return false;
  return isMadeFor(module, person);
}

/** What everybody may read, whoever they are. */
export const generalModules = ({ modules }: Catalogue): readonly Module[] =>
  modules.filter(({ isGeneral }) => isGeneral === true);

/** The areas for which the module is recommended now. */
export function focusOf({ focusAreas }: Catalogue, { areaIds }: Module): readonly FocusArea[] {
  return focusAreas.filter(({ areaId }) => areaIds.includes(areaId));
}

export function modulesFor(catalogue: Catalogue, person: PersonThen): readonly Module[] {
  return catalogue.modules.filter((module) => isForPerson(module, person));
}

export const policiesFor = ({ policies = [] }: Catalogue, person: Person): readonly Policy[] =>
  policies.filter(({ audience }) => isInAudience(audience, person));

export const certificatesFor = ({ certificates }: Catalogue, person: Person): readonly CertificateKind[] =>
  (certificates?.kinds ?? []).filter(({ audience }) => isInAudience(audience, person));

/** The date a priority module should be done. `assignedOn`: as `countedFrom` has it. */
export function dueDateOf(
  catalogue: Catalogue,
  module: Module,
  person: PersonThen,
  assignedOn: LocalDate | undefined,
): LocalDate | undefined {
  if (!module.isPriority || module.dueAfterDays === undefined) return undefined;
  return addDays(countedFrom(catalogue, person, assignedOn), module.dueAfterDays);
}

/**
 * The day that a module's deadline and reminders are counted from: the first day of employment, the day the municipality or the unit began,
 * or the day that the module became the person's, whichever is last. `assignedOn` is `undefined` when it was so from the start.
 */
export function countedFrom(catalogue: Catalogue, person: PersonThen, assignedOn: LocalDate | undefined): LocalDate {
  const begun = begunOn(catalogue, person);
  const first = person.employedOn > begun ? person.employedOn : begun;
  return assignedOn !== undefined && assignedOn > first ? assignedOn : first;
}

/** The day the person's unit began: its wave's, or the municipality's. */
export const begunOn = ({ waves, startsOn }: Catalogue, { unitId }: Pick<PersonThen, 'unitId'>): LocalDate =>
  waves?.get(unitId) ?? startsOn;

/** Whether the unit has begun on this day. Until then nobody is told anything of it, or of the people in it, without having asked. */
export const hasBegun = (catalogue: Catalogue, unitId: string, today: LocalDate): boolean =>
  begunOn(catalogue, { unitId }) <= today;

/** Before the first day, or before the unit begins, nobody is told anything without having asked. */
export const isRemindable = (catalogue: Catalogue, person: Person, today: LocalDate): boolean =>
  isWorking(person, today) && hasBegun(catalogue, person.unitId, today);

/** Whether the person was there before the unit began: then Undring says who it is on that day, and nothing is late before it. */
export const isIntroduced = ({ waves }: Catalogue, { unitId, employedOn }: Person): boolean =>
  employedOn < (waves?.get(unitId) ?? '');
