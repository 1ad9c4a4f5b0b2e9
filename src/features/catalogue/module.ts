import type { Approval, SourceRef } from '../../core/approval.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Audience } from './audience.ts';
import type { Dialogue } from './dialogue.ts';

export const linkKinds = ['page', 'course', 'video'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A link to a page outside, checked by a person. */
export type ModuleLink = SourceRef & {
  linkId: string;
  url: string;
  label: LocalText;
  /** Absent: a page. */
  kind?: LinkKind;
  /** What it is called there, where the button has no room for it. */
  name?: string;
  /** Whose it is. */
  owner?: string;
  /** How long it takes, only where its owner says so. */
  minutes?: number;
  /** The one written Norwegian that it is in. Absent: both, or nobody has looked. */
  onlyIn?: 'nb' | 'nn';
};

/** One idea, at most 60 words. */
export type IdeaCard = {
  cardId: string;
  heading: LocalText;
  /** Short paragraphs and lists; Markdown bold may be used. */
  text: LocalText;
  links: readonly ModuleLink[];
  /** Sections that the card builds on, by their id in laws.yaml. */
  lawIds?: readonly string[];
  /** The text says "følg lokal rutine" until the municipality has written its own. */
  awaitsLocalRoutine?: boolean;
};

export type QuizOption = { optionId: string; text: LocalText; isCorrect: boolean; feedback: LocalText };

/** `single`: exactly one option is right. `multiple`: one or more. */
export type QuizQuestion = {
  questionId: string;
  kind: 'single' | 'multiple';
  prompt: LocalText;
  options: readonly QuizOption[];
};

/** How deep a module goes: 1 for everybody, 2 for those with more responsibility, 3 for those who go deep in one thing. */
export type CompetenceLevel = 1 | 2 | 3;

/** One part of a meeting. `case`: fictional, never a real child. The words of the opening and the end are the same for all modules. */
export type GroupStage = { minutes: number } & (
  | { kind: 'opening' }
  | { kind: 'question'; text: LocalText }
  | { kind: 'case'; title: LocalText; text: LocalText; ask: LocalText }
  | { kind: 'closing' }
);

/** How a staff group can work with the module together. The minutes of the stages add up to `minutes`. */
export type GroupOutline = { minutes: number; stages: readonly GroupStage[] };

/** A module that has to be taken again: so many months after it was done, and within so many days from then. */
export type RenewalRule = { months: number; withinDays: number };

/** What is new in a version whose change matters to who has taken an earlier one. Versions without one ask for nothing. */
export type MaterialChange = { version: number; summary: LocalText };

/** A competence module as the municipality has written it. Words are in all languages; the pack loader has checked that. */
export type Module = {
  moduleId: string;
  /** Raised by the owner at every change. */
  version: number;
  title: LocalText;
  summary: LocalText;
  /** How long it takes, told beforehand. */
  minutes: number;
  /** Given to new hires first, with a due date. */
  isPriority: boolean;
  /** A setting of the pack: the model municipality says "bør", not "skal". */
  obligation: 'recommended' | 'required';
  /** Days from the first day of employment to the due date; only priority modules have one. */
  dueAfterDays?: number;
  level: CompetenceLevel;
  /** Empty means everybody. */
  audience: Audience;
  /** What the municipality's survey of competence calls this; see `Catalogue.focusAreas`. */
  areaIds: readonly string[];
  /** Modules to be finished before this one is begun. Empty where the pack asks for none: then the order is free. */
  takeFirst: readonly string[];
  /** May be read also by who is not in the staff list: guests, private kindergartens, people who are not added yet. Nothing of that is kept. */
  isGeneral?: true;
  /** Shown to nobody before somebody has approved it. An approval that has run out leaves it visible, as a draft. */
  isHiddenUntilApproved: boolean;
  /** Other modules that belong with this one. Never a condition. */
  seeAlso?: readonly string[];
  /** Where the guide opens on what the module is about, by the id of its entry. */
  guideEntry?: string;
  approval: Approval;
  /** What the module is built on, each checked by a person. */
  sources: readonly SourceRef[];
  cards: readonly IdeaCard[];
  quiz: readonly QuizQuestion[];
  /** Share of questions answered right at the first or a later try that completes the module, 0–1. */
  passShare: number;
  /** Talks to practise on, after the quiz. Each has to be taken to an end once; no end is failed. */
  dialogues: readonly Dialogue[];
  /** Courses, videos and pages of others, to go on with when the module is done. Never a condition. */
  learnMore?: readonly ModuleLink[];
  /** Private to the learner; never stored. */
  reflection: readonly LocalText[];
  /** What the module says, in at most three sentences, to be read aloud to colleagues. */
  inShort?: readonly LocalText[];
  /** Absent: it is taken once. */
  renewal?: RenewalRule;
  material?: MaterialChange;
  group: GroupOutline;
};

/** All the pages that the module leads to. */
export const linksOf = ({ cards, learnMore = [] }: Module): readonly ModuleLink[] => [
  ...cards.flatMap(({ links }) => links),
  ...learnMore,
];
