import type { Sector } from './person.ts';

/** `parentId`: the unit above it in the tree. */
export type Unit = { unitId: string; name: string; sector: Sector; parentId?: string };

/** Units and who is in them. A member row is an index over the people's own rows. */
export type UnitStore = {
  getUnit(unitId: string): Promise<Unit | undefined>;
  /** Creates the unit, or leaves it as it is when it exists with the same content. */
  createUnit(unit: Unit): Promise<'created' | 'exists'>;
  /** Makes the unit as it is told to be. Throws Failure `conflict` when somebody else changes it at the same time. */
  keepUnit(unit: Unit): Promise<'created' | 'changed' | 'same'>;
  listUnits(): AsyncIterable<Unit>;
  /** The personIds of the members, in key order. */
  listMembers(unitId: string): AsyncIterable<string>;
  /** The personIds of all members of any unit; who is in two is named twice. */
  listAllMembers(): AsyncIterable<string>;
  createMember(unitId: string, personId: string): Promise<'created' | 'exists'>;
  /** Many at once, also those who are there. Stopped in the middle, some are there. */
  createMembers(unitId: string, personIds: readonly string[]): Promise<void>;
  /** Fine if absent. */
  deleteMember(unitId: string, personId: string): Promise<void>;
  /** The personIds of all leaders of any unit. */
  listLeaders(): AsyncIterable<string>;
  /** The units in whose index of leaders this person stands, in key order. */
  listLed(personId: string): AsyncIterable<string>;
  createLeader(personId: string, unitId: string): Promise<'created' | 'exists'>;
  /** Fine if absent. */
  deleteLeader(personId: string, unitId: string): Promise<void>;
};

export const isSameUnit = (a: Unit, b: Unit): boolean =>
  a.name === b.name && a.sector === b.sector && a.parentId === b.parentId;
