import type { LocalDate } from '../../core/local-date.ts';
import type { Person, PersonOn, Role } from './person.ts';

/** One word for each thing that somebody may do. Every card verb names one of these. */
export const permissions = [
  ...(['guide.use', 'help.see', 'general.read', 'group.join', 'module.take', 'progress.see-own'] as const),
  ...(['group.lead', 'unit-status.see', 'content.report', 'content.see-reports', 'content.manage'] as const),
  /** What is stored about oneself: also of who has left, for as long as it is kept. */
  'own-data.see',
  /** Who gets what tomorrow, stop and resume; and with the names of people in units that one does not lead. */
  ...(['sending.manage', 'sending.see-names', 'roster.see', 'audit.see'] as const),
  /** The figures of each month: of what one leads with all below it, and of the whole municipality. */
  ...(['rollup.see', 'rollup.see-all'] as const),
] as const;
export type Permission = (typeof permissions)[number];

/** Everybody may press "Jeg er med"; who is nobody we know gets a kind answer, and no row. */
const everyone: readonly Permission[] = ['guide.use', 'help.see', 'general.read', 'group.join'];
const employed: readonly Permission[] = [
  ...everyone,
  'module.take',
  'progress.see-own',
  'own-data.see',
  'content.report',
];
const leading: readonly Permission[] = [...employed, 'group.lead', 'unit-status.see'];
/** Whoever is named in the content looks after it, and after nothing else: not the sending, not the people. */
const owning: readonly Permission[] = ['content.see-reports', 'content.manage'];
const rollups: readonly Permission[] = ['rollup.see', 'rollup.see-all'];
const managing: readonly Permission[] = [...employed, ...owning, ...rollups, 'sending.manage', 'roster.see'];

const byRole: Readonly<Record<Role, readonly Permission[]>> = {
  employee: employed,
  mentor: employed,
  'bti-contact': [...employed, 'group.lead'],
  leader: leading,
  'area-leader': [...leading, 'rollup.see'],
  coordinator: [...managing, 'group.lead'],
  administrator: [...managing, 'sending.see-names', 'audit.see'],
};

/**
 * Who is asking. `unknown`: not in the roster, or the roster could not be read in time, or neither we nor Teams could look in time
 * (`not-checked`). Only of who is `isMember` has Teams said that the account is one of our tenant and no guest's: the token says
 * neither. `left`: whom the account was, as long as that is kept; they have left. `guest`: somebody from outside the tenant. Both get the guide, help and what everybody may read, nothing personal, and no row.
 */
export type Actor =
  | { kind: 'person'; person: PersonOn }
  | { kind: 'unknown'; reason: 'not-in-roster'; isMember?: true; left?: Person }
  | { kind: 'unknown'; reason: 'not-checked'; left?: Person }
  | { kind: 'unknown'; reason: 'storage-unavailable' }
  | { kind: 'guest' };

/** Who is surely of our tenant, surely no guest, and surely in no list. */
export const mayAskToBeAdded = (actor: Actor): boolean =>
  actor.kind === 'unknown' && actor.reason === 'not-in-roster' && actor.isMember === true;

/** Who could not be read just now, or asked about: they may be anybody, also one of the few. */
export const mayBeAnybody = (actor: Actor): boolean => actor.kind === 'unknown' && actor.reason !== 'not-in-roster';

/** Whether the actor may do this at all; whether to *this* unit or person is asked where the id is known. */
export function canDo(actor: Actor, permission: Permission): boolean {
  if (actor.kind !== 'person')
    return everyone.includes(permission) || (permission === 'own-data.see' && dataSubjectOf(actor) !== undefined);
  const { roles, answersFor = [], figuresOf = [] } = actor.person;
  if (answersFor.length > 0 && owning.includes(permission)) return true;
  if (figuresOf.length > 0 && permission === 'rollup.see') return true;
  return roles.some((role) => byRole[role].includes(permission));
}

/** Whose data the account's own are: also those of who has left. A guest's are nobody's here. */
export function dataSubjectOf(actor: Actor): Person | undefined {
  if (actor.kind === 'person') return actor.person;
  return actor.kind === 'unknown' && 'left' in actor ? actor.left : undefined;
}

/** A unit that somebody follows today because its leader has asked them to. */
export type Followed = { unitId: string; giver: Person };

/**
 * Somebody with the rights of a day: who stands in for a leader leads until the last day of it, and then no more; who has not begun has
 * the rights of any employee. All that asks who may do what asks this person, never the one that is stored.
 */
export function withRightsOn(person: Person, today: LocalDate, followed: readonly Followed[] = []): PersonOn {
  if (person.employedOn > today) return beforeFirstDay(person);
  const ofRoster = (person.actsFor ?? []).filter(({ until }) => until >= today).map(({ unitId }) => unitId);
  const acting = [...ofRoster, ...followed.map(({ unitId }) => unitId)];
  if (acting.length === 0) return person;
  const roles: Role[] = person.roles.includes('leader') ? person.roles : [...person.roles, 'leader'];
  const figuresOf = followed.filter(({ giver }) => giver.roles.includes('area-leader')).map(({ unitId }) => unitId);
  return {
    ...{ ...person, leads: [...new Set([...person.leads, ...acting])], roles, ownRoles: person.roles },
    ...(figuresOf.length > 0 && { figuresOf }),
  };
}

/** Somebody by the own work, also on days with the rights of another: for what is to be learnt, and what is told of it. Never for what one may do. */
export const byOwnWork = (person: PersonOn): Person =>
  person.ownRoles ? { ...person, roles: [...person.ownRoles] } : person;

const beforeFirstDay = (person: Person): PersonOn => ({
  ...{ ...person, roles: ['employee'], leads: [], answersFor: [], actsFor: [], delegated: [] },
  rolesToCome: person.roles,
});

/** Whether this is one of those whom the content names as `owner`. */
export const isOwner = ({ answersFor = [] }: Person, owner: string): boolean =>
  answersFor.some((post) => ownerKey(post) === ownerKey(owner));

/** A post is the same with capitals and without: the staff list and the content are written by different people. */
export const ownerKey = (owner: string): string => owner.toLocaleLowerCase('nb');

/**
 * Coordinators and administrators look after all of the content; who is named in it, after what they are named for. What is gone
 * (`undefined`) names nobody.
 */
export const canManage = (person: Person, owner: string | undefined): boolean =>
  (owner !== undefined && isOwner(person, owner)) ||
  person.roles.some((role) => byRole[role].includes('content.manage'));

/** A leader sees own units only. */
export function canSeeUnit(person: PersonOn, unitId: string): boolean {
  return canDo({ kind: 'person', person }, 'unit-status.see') && person.leads.includes(unitId);
}

/** Whether somebody may see the figures of what is below this unit. What is told there names nobody, and tells of no fewer than five. */
export function canSeeRollup(person: PersonOn, unitId: string): boolean {
  if (canDo({ kind: 'person', person }, 'rollup.see-all') || person.figuresOf?.includes(unitId)) return true;
  return person.roles.some((role) => byRole[role].includes('rollup.see')) && person.leads.includes(unitId);
}
