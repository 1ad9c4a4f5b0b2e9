import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import { areNamesShown, type Catalogue, policiesFor } from '../catalogue/catalogue.ts';
import type { AboutList } from '../catalogue/certificate-kind.ts';
import {
  firstOnboardingDay,
  type IntroPlan,
  type IntroStep,
  type IntroTicker,
  introPlanFor,
  isBeingIntroduced,
} from '../catalogue/intro-plan.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import type { AuditStore } from '../people/audit-store.ts';
import { findMentor, readMentees } from '../people/mentee.ts';
import { isEmployed, type Person } from '../people/person.ts';
import type { PersonKeyStore } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { IntroTick } from '../progress/intro-tick.ts';
import { type OwnModule, readOwnModules } from '../progress/own-modules.ts';
import { type OwnPolicy, readOwnPolicies } from '../progress/policy-reads.ts';
import { findBtiContacts } from './find-bti-contacts.ts';
import { readLeaderProfiles } from './find-leaders.ts';
import { introRolesOf } from './intro-roles.ts';
import { keepFirstTick, readIntroTicks } from './intro-ticks.ts';

export type IntroNeeds = {
  people: PersonStore;
  personKeys: PersonKeyStore;
  units: UnitStore;
  audit: AuditStore;
  catalogue: Catalogue;
  zone: TimeZone;
};

/** `on`: the date of the onboarding day, where the pack has one. */
export type OwnIntroStep = { step: IntroStep; tick?: IntroTick; on?: LocalDate };

/** One person's introduction, as it stands. */
export type OwnIntro = {
  /** Of the plans. */
  about?: AboutList;
  person: Person;
  mentorName?: string;
  /** Of the unit, or of the nearest above it; asked for where a step is about them. */
  btiContactNames?: readonly string[];
  modules: readonly OwnModule[];
  policies: readonly OwnPolicy[];
  steps: readonly OwnIntroStep[];
};

/** `undefined` where no plan is meant for the person, or the person is not new any more. Throws Failure `unavailable` or `throttled`. */
export async function readIntro(
  needs: Omit<IntroNeeds, 'audit'>,
  person: Person,
  today: LocalDate,
): Promise<OwnIntro | undefined> {
  const { catalogue } = needs;
  const plan = planOf(catalogue, person, today);
  if (!plan || !catalogue.introduction) return undefined;
  const wanted = policiesFor(catalogue, person).filter(({ policyId }) => plan.policyIds.includes(policyId));
  const meetsContact = plan.steps.some(({ kind }) => kind === 'bti-contact');
  const [own, policies, ticks, mentor, btiContactNames] = await Promise.all([
    readOwnModules(needs, person, today),
    readOwnPolicies(needs, person.personId, wanted),
    readIntroTicks(needs, person),
    findMentor(needs, person, today),
    meetsContact ? findBtiContacts(needs, person, today) : undefined,
  ]);
  const { about } = catalogue.introduction;
  const on = firstOnboardingDay(catalogue.introduction, person);
  return {
    ...(about && { about }),
    person,
    ...(mentor && { mentorName: mentor.displayName }),
    ...(btiContactNames && { btiContactNames }),
    modules: own.filter(({ module }) => plan.moduleIds.includes(module.moduleId)),
    policies,
    steps: plan.steps.map((step) => {
      const tick = ticks.find(({ stepId }) => stepId === step.stepId);
      return { step, ...(tick && { tick }), ...(step.kind === 'onboarding-day' && on && { on }) };
    }),
  };
}

const planOf = ({ introduction }: Catalogue, person: Person, today: LocalDate): IntroPlan | undefined =>
  introduction && isEmployed(person, today) && isBeingIntroduced(introduction, person, today)
    ? introPlanFor(introduction, person)
    : undefined;

/** A new hire whom the viewer may see, by an id that may come from anywhere; and what the viewer is to them, one thing at least. */
export type FoundHire = { newHire: Person; roles: readonly IntroTicker[] };

/**
 * Also oneself is read: the viewer of a turn has the rights of those whom they stand in for, and their plan is not that of a leader.
 * `none`: there is nothing to show. Where lists by name have not been discussed, a leader is no more than the mentor that they may be besides.
 */
export async function findNewHire(
  { people, units, catalogue }: Pick<IntroNeeds, 'people' | 'units' | 'catalogue'>,
  viewer: Person,
  personId: string,
  today: LocalDate,
): Promise<FoundHire | 'not-yours' | 'none'> {
  const newHire = (await people.get(personId, profileRow))?.value;
  const all = newHire ? await introRolesOf(units, viewer, newHire) : [];
  if (!newHire || all.length === 0) return 'not-yours';
  const roles = areNamesShown(catalogue, today) ? all : all.filter((role) => role !== 'leader');
  return roles.length === 0 || !planOf(catalogue, newHire, today) ? 'none' : { newHire, roles };
}

/**
 * Ticks a step, as the first of the viewer's roles that the step names. The first tick counts, and a second press changes nothing. What
 * somebody ticks for another is in the audit. Gives whether the step is the viewer's to tick. Throws Failure `unavailable` or `throttled`.
 */
export async function tickIntroStep(
  needs: IntroNeeds,
  viewer: Person,
  { newHire, roles }: FoundHire,
  stepId: string,
  { now, today }: { now: Date; today: LocalDate },
): Promise<'ticked' | 'already' | 'not-yours'> {
  const step = planOf(needs.catalogue, newHire, today)?.steps.find((each) => each.stepId === stepId);
  const role = roles.find((each) => step?.tickedBy.includes(each));
  if (!role) return 'not-yours';
  const { personId } = newHire;
  const tick: IntroTick = { stepId, at: now, by: viewer.personId, as: role };
  const first = await keepFirstTick(needs, newHire, tick);
  // Also where it was there already: a press that broke off here is told by the next one.
  if (role !== 'self' && first.by === viewer.personId) {
    await needs.audit.create({
      ...{ entryId: `intro:${personId}:${stepId}`, at: first.at, actorId: viewer.personId },
      ...{ action: 'intro.tick', subjectId: personId },
    });
  }
  return first === tick ? 'ticked' : 'already';
}

export type NewHires = { people: readonly Person[]; names: 'shown' | 'hidden' };

const readsAtOnce = 16;

/** Those in the viewer's units who are new, leaders of units below, and those whom the viewer is mentor for; who began last comes first. */
export async function listNewHires(needs: IntroNeeds, viewer: Person, today: LocalDate): Promise<NewHires> {
  const isShown = areNamesShown(needs.catalogue, today);
  const [led, mentees] = await Promise.all([
    isShown ? readLed(needs, viewer) : [],
    readMentees(needs.people, viewer, today),
  ]);
  const all = new Map([...led, ...mentees].map((person) => [person.personId, person]));
  const others = [...all.values()].filter(
    (person) => person.personId !== viewer.personId && planOf(needs.catalogue, person, today) !== undefined,
  );
  const roles = await Promise.all(others.map((person) => introRolesOf(needs.units, viewer, person)));
  const people = others.filter((_, at) => roles[at]?.length !== 0);
  const sorted = people.toSorted(
    (a, b) => b.employedOn.localeCompare(a.employedOn) || a.displayName.localeCompare(b.displayName, 'nb'),
  );
  return { people: sorted, names: isShown || viewer.leads.length === 0 ? 'shown' : 'hidden' };
}

/** A member row is an index: who has moved is passed over by `introRolesOf`. */
async function readLed({ people, units }: IntroNeeds, { leads }: Person): Promise<readonly Person[]> {
  const [below, ...ids] = await Promise.all([
    readLeadersBelow({ people, units }, leads),
    ...leads.map((unitId) => toArray(units.listMembers(unitId))),
  ]);
  const read = await mapWithLimit([...new Set(ids.flat())], readsAtOnce, (personId) =>
    people.get(personId, profileRow),
  );
  return [...below, ...read.flatMap((row) => (row ? [row.value] : []))];
}

/** Most leaders have no unit below, and read no more than the units. */
async function readLeadersBelow(
  needs: Pick<IntroNeeds, 'people' | 'units'>,
  leads: readonly string[],
): Promise<readonly Person[]> {
  if (leads.length === 0) return [];
  const all = await toArray(needs.units.listUnits());
  if (!all.some(({ parentId }) => parentId !== undefined && leads.includes(parentId))) return [];
  return (await readLeaderProfiles(needs)).filter((person) => person.leads.includes(person.unitId));
}
