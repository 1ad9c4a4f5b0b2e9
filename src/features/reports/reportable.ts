import type { Approval, SourceRef } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { type Catalogue, findModule } from '../catalogue/catalogue.ts';
import type { GroupStage, Module } from '../catalogue/module.ts';
import type { Word } from '../find/word.ts';
import type { GuideContent, Step } from '../guide/guide.ts';

/** A text that may be reported: what it is called, and who answers for it. */
export type Reportable = {
  contentId: string;
  /** `guide`: what somebody read there may be about a child, so only the month of a report is kept. */
  kind: 'module' | 'guide' | 'word' | 'policy' | 'certificates' | 'introduction';
  title: LocalText;
  /** The card of a module, by its heading or its first words. */
  part?: LocalText;
  /** Where in a module it stands, for what has no heading that says so. */
  place?: 'meeting' | 'news' | 'done';
  version: string;
  approval: Approval;
  /** When the oldest of its sources was last checked; absent for a text that names none. */
  checkedOn?: LocalDate;
};

export type ReportableContent = { catalogue: Catalogue; guide: GuideContent; words: readonly Word[] };

export const moduleContentId = (moduleId: string, partId: string): string => `module:${moduleId}:${partId}`;
/** The questions to think over, which are one card and have no id of their own. */
export const reflectionPart = 'reflection';
/** What the module says in short, on the card for a meeting. */
export const inShortPart = 'in-short';
/** The plan of a meeting about the module, as who leads it sees it. */
export const meetingPart = 'meeting';
/** One part of that meeting, counted from 0 as the session does. */
export const meetingPartOf = (part: number): string => `${meetingPart}-${part + 1}`;
/** What is new in a version that matters. */
export const newsPart = 'news';
/** The card that comes when a module is done, with what it leads on to. */
export const donePart = 'done';
/** The courses that run out, and the plans for who is new: each is one list with one owner. */
export const certificatesContentId = 'certificates:list';
export const introductionContentId = 'introduction:plans';
export const policyContentId = (policyId: string): string => `policy:${policyId}`;
export const guideContentId = (stepId: string): string => `guide:${stepId}`;
export const wordContentId = (wordId: string): string => `word:${wordId}`;

/** The first card and the one with the numbers are for calling, and for nothing else (decision 15). */
const isReportable = ({ kind }: Step): boolean => kind !== 'start' && kind !== 'acute';

/** The text with this id. It comes from a card, so it may name anything: `undefined` when there is no such text. */
export function findReportable(content: ReportableContent, contentId: string): Reportable | undefined {
  const [kind, id = '', partId = ''] = contentId.split(':');
  if (kind === 'module') return findPart(content, id, partId);
  if (kind === 'guide') return findStep(content, id);
  if (kind === 'policy') return findPolicy(content, id);
  if (contentId === certificatesContentId) return findList(content, 'certificates');
  if (contentId === introductionContentId) return findList(content, 'introduction');
  const word = kind === 'word' ? content.words.find(({ wordId }) => wordId === id) : undefined;
  if (!word) return undefined;
  const { wordId, term: title, version, approval, verifiedAt } = word;
  const word1 = { contentId: wordContentId(wordId), kind: 'word' as const, title, approval, checkedOn: verifiedAt };
  return { ...word1, version: String(version) };
}

function findList({ catalogue }: ReportableContent, kind: 'certificates' | 'introduction'): Reportable | undefined {
  const about = catalogue[kind]?.about;
  if (!about) return undefined;
  const contentId = kind === 'certificates' ? certificatesContentId : introductionContentId;
  return { contentId, kind, ...about, version: String(about.version) };
}

function findPart({ catalogue }: ReportableContent, moduleId: string, partId: string): Reportable | undefined {
  const module = findModule(catalogue, moduleId);
  if (!module) return undefined;
  const part = partOf(module, partId);
  if (!part) return undefined;
  const { title, version, approval, sources } = module;
  const contentId = moduleContentId(moduleId, partId);
  return { contentId, kind: 'module', title, ...part, version: String(version), approval, ...oldestOf(sources) };
}

function partOf(module: Module, partId: string): Pick<Reportable, 'part' | 'place'> | undefined {
  if (partId === donePart) return { place: 'done' };
  if (partId === meetingPart) return { place: 'meeting' };
  if (partId === newsPart) return module.material && { place: 'news' };
  const stage = module.group.stages.find((_, index) => meetingPartOf(index) === partId);
  if (stage) return stageOf(stage);
  const card = module.cards.find(({ cardId }) => cardId === partId);
  const question = module.quiz.find(({ questionId }) => questionId === partId);
  const dialogue = module.dialogues.find(({ dialogueId }) => dialogueId === partId);
  const reflection = partId === reflectionPart ? module.reflection[0] : undefined;
  const inShort = partId === inShortPart ? (module.inShort?.[0] ?? module.summary) : undefined;
  const part = card?.heading ?? question?.prompt ?? dialogue?.title ?? reflection ?? inShort;
  return part && { part };
}

/** How a meeting is opened and closed is said in the same words for all modules. */
function stageOf(stage: GroupStage): Pick<Reportable, 'part' | 'place'> | undefined {
  if (stage.kind === 'question') return { place: 'meeting', part: stage.text };
  return stage.kind === 'case' ? { place: 'meeting', part: stage.title } : undefined;
}

function findPolicy({ catalogue }: ReportableContent, policyId: string): Reportable | undefined {
  const policy = catalogue.policies?.find((known) => known.policyId === policyId);
  if (!policy) return undefined;
  const { title, approval, versions } = policy;
  const version = String(versions.at(-1)?.version ?? 1);
  return { contentId: policyContentId(policyId), kind: 'policy', title, version, approval };
}

function findStep({ guide }: ReportableContent, stepId: string): Reportable | undefined {
  const step = guide.steps.get(stepId);
  if (!step || !isReportable(step)) return undefined;
  const { heading: title, approval, sources } = step;
  const contentId = guideContentId(stepId);
  return { contentId, kind: 'guide', title, version: guide.packVersion, approval, ...oldestOf(sources) };
}

function oldestOf(sources: readonly SourceRef[]): { checkedOn?: LocalDate } {
  const checkedOn = oldestCheck(sources);
  return checkedOn === undefined ? {} : { checkedOn };
}

/** When the oldest of the sources was last checked: all of them were then or later. */
export const oldestCheck = (sources: readonly SourceRef[]): LocalDate | undefined =>
  sources.map(({ verifiedAt }) => verifiedAt).toSorted()[0];
