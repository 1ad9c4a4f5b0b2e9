import type { Approval, SourceRef } from '../../core/approval.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Sector } from '../people/person.ts';
import type { Contact, ContactKind, Duty, Law, LevelModel, Tool } from './facts.ts';

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
  /** Forms and guides of the municipality that help with this step. */
  toolIds: readonly string[];
  /** Entries of the guide that a person may want from here, for example whom to call. */
  also: readonly string[];
  /** What stands instead for somebody in these services. */
  variants: readonly Variant[];
  /** Stands above the choices. */
  question?: LocalText;
  choices: readonly Choice[];
  /** Advice that no source bears out. */
  awaitsApproval?: AwaitingAdvice;
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
    /** `brief`: only what the section is called, and the main rule for somebody whose service is not known. */
    | { kind: 'duty'; laws?: { duty: Duty; detail: 'titles' | 'brief' | 'items' } }
    /** The municipality's usual way of working; only after a safety question. */
    | {
        kind: 'ordinary';
        /** Absent for a card that is in no level, for example the one that asks which. */
        at?: { levelId: string; stage: number };
        parts?: OrdinaryParts;
        involvesParents: boolean;
        deadline: Deadline;
      }
    /** Whom to call, in groups, with whether they answer now. */
    | { kind: 'call'; groups: readonly { title: LocalText; kinds: readonly ContactKind[] }[] }
    /** All tools of the municipality. */
    | { kind: 'tools' }
    /** The levels of the model, each in a few words. */
    | { kind: 'levels' }
    | { kind: 'end' }
  );
export type StepKind = Step['kind'];

/** `tools` in words; may be left out where the step names tools. */
export type OrdinaryParts = { what: LocalText; how: LocalText; who: LocalText; tools?: LocalText };

/** `local`: the municipality has its own routine, and the card says to follow it. `level`: that of the level, where one is set. */
export type Deadline = { kind: 'none' } | { kind: 'local' } | { kind: 'level' } | { kind: 'days'; days: number };

/** What to do and not to do, hidden until a professional has approved it by name, and again when that approval has run out. */
export type AwaitingAdvice = { approval: Approval; dos: readonly LocalText[]; donts: readonly LocalText[] };

/** Only words, contacts and tools: where the choices lead is the same for everybody. */
export type Variant = {
  sectors: readonly Sector[];
  text?: readonly LocalText[];
  dos?: readonly LocalText[];
  donts?: readonly LocalText[];
  contactIds?: readonly string[];
  toolIds?: readonly string[];
  parts?: Partial<OrdinaryParts>;
};

/** Where a question, a link or a button may open the guide. */
export type Entry = { entryId: string; to: string; label: LocalText };

/** The guide with all that its cards show, as the municipality has written it. */
export type GuideContent = {
  guideId: string;
  /** Of the content pack. A card from another version starts again. */
  packVersion: string;
  startId: string;
  acuteId: string;
  steps: ReadonlyMap<string, Step>;
  entries: ReadonlyMap<string, Entry>;
  contacts: ReadonlyMap<string, Contact>;
  laws: readonly Law[];
  levels: LevelModel;
  tools: ReadonlyMap<string, Tool>;
};

/** What a card carries. Nothing else about a walk exists anywhere. Without `entry` it began at the first card. */
export type Trail = { guideId: string; packVersion: string; entry?: string; answers: readonly string[] };

/** What a card has room for. No path is half so long; a walk that goes from place to place may come near it. */
export const mostAnswers = 96;

/** On the first card of every walk, wherever it begins. */
export const emergencyNumbers = { danger: '112', ambulance: '113' } as const;

/** The numbers that stand beside every contact that does not answer. */
export const alwaysNumbers = { danger: '112', helpline: '116 111' } as const;

/** The answer that every card offers: "Er det fare nå?" */
export const dangerNow = 'danger-now';

/** The contacts of these kinds, in the order of the kinds and then of the file. With a unit, those of other units are left out. */
export function contactsOf(guide: GuideContent, kinds: readonly ContactKind[], unitId?: string): readonly Contact[] {
  const isOfUnit = ({ units }: Contact): boolean =>
    unitId === undefined || units.length === 0 || units.includes(unitId);
  const all = [...guide.contacts.values()].filter(isOfUnit);
  return kinds.flatMap((kind) => all.filter((contact) => contact.kind === kind));
}

/** The sections to cite. Without a sector, or where none is about it: all of them. */
export function findLaws(guide: GuideContent, duty: Duty, sector: Sector | undefined): readonly Law[] {
  const all = guide.laws.filter((law) => law.duty === duty);
  const own = all.filter((law) => isAbout(law, sector));
  return own.length > 0 ? own : all;
}

export const isAbout = ({ sectors }: Law, sector: Sector | undefined): boolean =>
  sectors.length === 0 || (sector !== undefined && sectors.includes(sector));
