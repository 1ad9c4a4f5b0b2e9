import type { Approval, SourceRef } from '../../core/approval.ts';
import type { LocalDate, LocalTime } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Sector } from '../people/person.ts';

/** A fact with somebody who answers for it. After `validTo` it is shown with a warning, never hidden. */
export type OwnedFact = SourceRef & { owner: string; validTo: LocalDate };

/** When a number is answered; absent when nobody has verified it. */
export type Opening = { kind: 'always' } | { kind: 'weekdays'; from: LocalTime; to: LocalTime };

/** Somebody to call. Without `number` the municipality has set none, and the card says so. */
export type Contact = OwnedFact & {
  contactId: string;
  name: LocalText;
  /** As people read it, for example `116 111`. */
  number?: string;
  /** What the contact is for. */
  use: LocalText;
  opening?: Opening;
  /** A placeholder of the fictional municipality: a real one puts its own in its place. */
  isExample: boolean;
};

export const duties = ['report', 'avert'] as const;
export type Duty = (typeof duties)[number];

/** A section as a citation, never as a gate. */
export type Law = OwnedFact & {
  lawId: string;
  duty: Duty;
  /** The services it is shown to. Empty: everybody. */
  sectors: readonly Sector[];
  /** For example `barnehageloven § 46`. */
  title: LocalText;
  /** Lovdata's name for it, for example `LOV-2005-06-17-64-§46`. */
  lovdata: string;
  url: string;
  /** The section's own items in plain words, in the section's own order and number. */
  items: readonly LocalText[];
  /** Shown with the section, for example that its wording has not been checked. */
  note?: LocalText;
};

/** A page outside, checked by a person. */
export type GuideLink = SourceRef & { linkId: string; url: string; label: LocalText };

export type Choice = {
  choiceId: string;
  label: LocalText;
  /** The step that it leads to. */
  to: string;
  /** "Vet ikke": always takes the safer way. */
  isUnsure: boolean;
  /** Only at a workplace question. */
  sector?: Sector;
};

type StepBase = {
  stepId: string;
  /** Where in the model this is, for example `Nivå 0 · steg 1 av 4`. */
  place?: LocalText;
  heading: LocalText;
  /** Short paragraphs; Markdown bold and emphasis may be used. */
  text: readonly LocalText[];
  dos: readonly LocalText[];
  donts: readonly LocalText[];
  contactIds: readonly string[];
  links: readonly GuideLink[];
  /** Stands above the choices. */
  question?: LocalText;
  choices: readonly Choice[];
  approval: Approval;
  sources: readonly SourceRef[];
};

/** One card of the guide. The kind decides what may come after it; `lint` holds that. */
export type Step = StepBase &
  (
    | { kind: 'start' }
    /** The emergency numbers; one press away from every card. */
    | { kind: 'acute' }
    /** Asks whether the child may be in danger. */
    | { kind: 'safety' }
    | { kind: 'advice' }
    /** Suspicion of violence or abuse: from here no ordinary step can be reached. */
    | { kind: 'protect' }
    /** Asked only of somebody whose service is not known. */
    | { kind: 'workplace' }
    | { kind: 'duty'; laws?: { duty: Duty; detail: 'titles' | 'items' } }
    /** The municipality's usual way of working; only after a safety question. */
    | { kind: 'ordinary'; parts?: OrdinaryParts; involvesParents: boolean; deadline: Deadline }
    | { kind: 'end' }
  );
export type StepKind = Step['kind'];

export type OrdinaryParts = { what: LocalText; how: LocalText; who: LocalText; tools: LocalText };

/** `local`: the municipality has its own routine, and the card says to follow it. */
export type Deadline = { kind: 'none' } | { kind: 'local' } | { kind: 'days'; days: number };

/** The guide with all that its cards show, as the municipality has written it. */
export type GuideContent = {
  guideId: string;
  /** Of the content pack. A card from another version starts again. */
  packVersion: string;
  startId: string;
  acuteId: string;
  steps: ReadonlyMap<string, Step>;
  contacts: ReadonlyMap<string, Contact>;
  laws: readonly Law[];
};

/** What a card carries. Nothing else about a walk exists anywhere. */
export type Trail = { guideId: string; packVersion: string; answers: readonly string[] };

/** The answer that every card offers: "Er det fare nå?" */
export const dangerNow = 'danger-now';

/** The sections to cite. Without a sector: all of them. */
export function findLaws(guide: GuideContent, duty: Duty, sector: Sector | undefined): readonly Law[] {
  const all = guide.laws.filter((law) => law.duty === duty);
  if (!sector) return all;
  return all.filter((law) => law.sectors.length === 0 || law.sectors.includes(sector));
}

/** Whether a fact should have been checked again before `today`. */
export const isStale = (fact: OwnedFact, today: LocalDate): boolean => fact.validTo < today;
