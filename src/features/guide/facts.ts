import type { SourceRef } from '../../core/approval.ts';
import type { LocalDate, LocalTime } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Sector } from '../people/person.ts';

/** A fact with somebody who answers for it. After `validTo` it is shown with a warning, never hidden. */
export type OwnedFact = SourceRef & { owner: string; validTo: LocalDate };

/** What somebody is called for. "Hvem ringer jeg nå?" is sorted by these. */
export const contactKinds = [
  'emergency',
  'child-welfare',
  'helpline',
  'police',
  'advice',
  'ppt',
  'health-clinic',
  'bti-contact',
  'leader',
  'owner',
  'support',
] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Somebody to call. Without `number` the municipality has set none, and the card says so. */
export type Contact = OwnedFact & {
  contactId: string;
  kind: ContactKind;
  /** The units that it answers. Empty: everybody. */
  units: readonly string[];
  name: LocalText;
  /** As people read it, for example `116 111`. */
  number?: string;
  /** The number was set from the chat, and no second person has said that it is right. */
  isUnconfirmed?: true;
  /** What the contact is for. */
  use: LocalText;
  /** When the number is answered; absent when nobody has verified it. */
  opening?: Opening;
  /** A placeholder of the fictional municipality: a real one puts its own in its place. */
  isExample: boolean;
};

export const duties = ['report', 'avert', 'environment', 'colleague', 'confidentiality'] as const;
export type Duty = (typeof duties)[number];

/** A section as a citation, never as a gate. */
export type Law = OwnedFact & {
  lawId: string;
  duty: Duty;
  /** The services it is shown to. Empty: everybody. */
  sectors: readonly Sector[];
  /** One kind of workplace inside these sectors, for example a crisis centre. Absent: all of the sector. */
  service?: LocalText;
  /** For example `barnehageloven § 46`. */
  title: LocalText;
  /** Lovdata's name for it, for example `LOV-2005-06-17-64-§46`. */
  lovdata: string;
  url: string;
  /** Who must be told: barnevernet, the police, rektor or styrer. Absent where nobody is to be told anything. */
  recipient?: LocalText;
  /** The section's own items in plain words, in the section's own order and number. */
  items: readonly LocalText[];
  /** Shown with the section, for example that its wording has not been checked. */
  note?: LocalText;
};

/**
 * When a number is answered. `days`: 1 is Monday, 7 is Sunday (ISO 8601); `to` is not inside.
 * `outside`: when the other contact is closed, as a duty service that takes over for an office.
 */
export type Opening =
  | { kind: 'always' }
  | { kind: 'weekdays'; days: readonly number[]; from: LocalTime; to: LocalTime }
  | { kind: 'outside'; contactId: string };

/** One level of the municipality's model, under its own name: `Nivå 0`, `Nivå A`, `Undring`. */
export type Level = {
  levelId: string;
  /** As people say it, for example `Undring (nivå 0)`. */
  title: LocalText;
  /** What it is in a few words. Stands on its first card. */
  explained: LocalText;
  /** Days from the start of the level to its decision, where the municipality has set any. */
  deadlineDays?: number;
};

/** Something that begins at one level and stays: the log, the consent. `explained` stands on the first card of that level. */
export type LevelStart = { fromLevel: string; title: LocalText; explained: LocalText };

export type LevelModel = {
  /** Whom the model is for, for example an age range. */
  targetGroup?: LocalText;
  levels: readonly Level[];
  starts: readonly LevelStart[];
};

/** A form or guide of the municipality. Without `url` it has set none, and the card says so. */
export type Tool = OwnedFact & {
  toolId: string;
  name: LocalText;
  use: LocalText;
  url?: string;
  levelIds: readonly string[];
  /** The services that use it. Empty: all. */
  sectors: readonly Sector[];
};

/** Whether a fact should have been checked again before `today`. */
export const isStale = (fact: OwnedFact, today: LocalDate): boolean => fact.validTo < today;
