import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Person, Role, Sector } from './person.ts';
import type { Unit } from './unit-store.ts';

/** What a column of the HR system's file is to us. */
export const rosterColumns = [
  ...(['upn', 'objectId', 'givenName', 'familyName', 'displayName', 'unit', 'unitName', 'parentUnit'] as const),
  ...(['parentName', 'sector', 'employedOn', 'endsOn', 'role', 'leads', 'leader', 'actsFor', 'actsUntil'] as const),
  ...(['profile', 'competenceLevel', 'answersFor', 'exemptFrom', 'mentor', 'groupRole'] as const),
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** How the municipality's own file is read: what its headers are called, and what its words mean. Compared without capitals. */
export type RosterRules = {
  columns: Readonly<Partial<Record<RosterColumn, readonly string[]>>>;
  sectors: Readonly<Partial<Record<Sector, readonly string[]>>>;
  roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** By the profile's id: what it is called, and the words of the file that mean it. */
  profiles?: Readonly<Record<string, Profile>>;
  /** Units whose staff, with all below them, get the guide as guests do: private kindergartens, for example. No row is kept of them. */
  guestUnits: readonly string[];
  /** How staff is found in Microsoft 365, where the municipality reads it there instead of from a file. */
  directory?: DirectoryRules;
};

type Profile = { name: LocalText; words: readonly string[] };

/** Several columns may tell it: a title and a post, for example. */
export const isToldByMany = (column: RosterColumn): boolean => column === 'profile';

/** What the directory may tell; names, user name and id it always tells in one way. */
export const directoryColumns = [
  ...(['unit', 'unitName', 'parentUnit', 'parentName', 'sector', 'employedOn', 'endsOn', 'role', 'leads'] as const),
  ...(['profile', 'competenceLevel', 'answersFor', 'exemptFrom', 'mentor'] as const),
] as const satisfies readonly RosterColumn[];
export type DirectoryColumn = (typeof directoryColumns)[number];

export type DirectoryRules = {
  /** Ids of the groups whose own members are staff; or `filter`, in the directory's own language. */
  groups: readonly string[];
  filter?: string;
  /** The attributes that tell a column: the first that holds anything counts. */
  columns: Readonly<Partial<Record<DirectoryColumn, readonly string[]>>>;
  /** Whether who is manager of somebody in a unit leads it. */
  managersLead: boolean;
  /** Ids of the groups whose own members have a role, where they are staff. */
  roleGroups?: Readonly<Partial<Record<Role, readonly string[]>>>;
};

/** Somebody as one row of the file tells it. */
export type RosterPerson = {
  /** As a spreadsheet counts: 1 is the header. */
  row: number;
  /** In lower case. Never stored: only the key made of it is. */
  upn: string;
  aadObjectId?: string;
  displayName: string;
  givenName: string;
  unitId: string;
  /** That of the unit where the row says none. Absent where the file has no such column: then it stays as before. */
  sector?: Sector;
  /** For who is new, where the file has no such column. */
  unitSector?: Sector;
  roles: readonly Role[];
  employedOn: LocalDate;
  endsOn?: LocalDate;
  leads: readonly string[];
  /** Another row of theirs cannot be used: what it gave rights by stays as before. */
  hasBadRow?: true;
  /** Units of rows that are not used, and name this person as leader: who leads one by now keeps it, and nobody gets it by them. */
  stillNamedFor?: readonly string[];
  actsFor: NonNullable<Person['actsFor']>;
  /** Absent where the file has no such column: then it stays as before. */
  competenceLevel?: 1 | 2 | 3 | 'none';
  /** Absent where the file has no such column: then it stays as before. */
  profiles?: readonly string[];
  /** As in `owner` of the content. Absent, as the next one, where the file has no such column: then it stays as before. */
  answersFor?: readonly string[];
  /** The user name of the mentor, or none; absent where the file has no such column. */
  mentors?: readonly string[];
  /** ModuleIds. */
  exemptFrom?: readonly string[];
};

/**
 * What is wrong, as a word, never what stood there. `refused`: the row is not used, and who it is about stays as before. `noted`: it is
 * used without this.
 */
export type RosterProblem = {
  /** As a spreadsheet counts: 1 is the header. */
  row: number;
  column?: RosterColumn;
  problem: ProblemWord;
  severity: 'refused' | 'noted';
};
export type ProblemWord =
  | 'no-column'
  | 'empty-column'
  | 'column-twice'
  | 'missing'
  | 'not-readable'
  | 'guest-account'
  | 'not-a-date'
  | 'ends-before-it-begins'
  | 'begins-later'
  | 'unknown-word'
  | 'unknown-unit'
  | 'unknown-leader'
  | 'unknown-mentor'
  | 'unknown-module'
  | 'unknown-post'
  | 'in-a-circle'
  | 'twice'
  | 'same-id-as-another'
  | 'other-name'
  | 'two-people'
  | 'name-of-another';

export type Roster = {
  people: readonly RosterPerson[];
  units: readonly Unit[];
  problems: readonly RosterProblem[];
  /** User names of refused rows: they stay as they are, and nobody takes them for having left. Not those of guests, who are no staff. */
  held: ReadonlySet<string>;
  /** Accounts of the same rows, for who has another user name since. */
  heldAccounts: ReadonlySet<string>;
  /** Rows that do not say whom they are about. While there are any, nobody is taken for having left. */
  unnamedRows: number;
  /** Those of the header. */
  columns: ReadonlySet<RosterColumn>;
  /** Those of them that are not empty in every row. */
  toldColumns: ReadonlySet<RosterColumn>;
};
