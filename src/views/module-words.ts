import { isDraft } from '../core/approval.ts';
import { localeTag } from '../core/locale.ts';
import type { Module } from '../features/catalogue/module.ts';
import type { Law } from '../features/guide/facts.ts';
import type { OwnModule } from '../features/progress/own-modules.ts';
import type { Position } from '../features/progress/steps.ts';
import type { Back } from '../features/reports/back.ts';
import {
  inShortPart,
  meetingPart,
  moduleContentId,
  newsPart,
  oldestCheck,
  reflectionPart,
} from '../features/reports/reportable.ts';
import { type AboutContent, type ContentFooter, contentFooter } from './content-footer.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import { type ReadMode, stepData } from './module-ways.ts';
import { progressBar } from './progress-bar.ts';

/** Text that a template shows once for each: an empty list shows nothing. */
export type Lines = readonly { text: string }[];

export const lines = (...texts: readonly (string | undefined)[]): Lines =>
  texts.flatMap((text) => (text === undefined || text === '' ? [] : [{ text }]));

/** What every card inside a module shows: where one is, and on the first how long it takes, whichever way led there. */
export function moduleFrame(module: Module, { position, of }: Position, kit: ViewKit, mode: ReadMode = 'take') {
  const where = kit.t('module.where', { module: kit.pick(module.title), number: position + 1, of });
  const isFirst = position === 0 && mode === 'take';
  return {
    where: isFirst ? `${where} · ${kit.t('module.about-minutes', { minutes: module.minutes })}` : where,
    bars: progressBar(position + 1, of),
  };
}

/** The last line of a card inside a module. Only a card with words of its own may be reported. */
export function moduleFooter(
  module: Module,
  { position, partId, mode }: { position: number; partId?: string; mode: ReadMode },
  kit: ViewKit,
): ContentFooter {
  const { moduleId } = module;
  const back = { to: 'module' as const, ...stepData(module, position, mode) };
  const offer = partId === undefined ? undefined : { contentId: moduleContentId(moduleId, partId), back };
  return contentFooter(aboutText(module), offer, kit);
}

/** The same on the card for a meeting, which shows what the module says in short. */
export function shareFooter(module: Module, kit: ViewKit): ContentFooter {
  const { moduleId } = module;
  const offer = { contentId: moduleContentId(moduleId, inShortPart), back: { to: 'share' as const, moduleId } };
  return contentFooter(aboutText(module), offer, kit);
}

/** On the plan of a meeting, which only who leads it sees. */
export function planFooter(module: Module, kit: ViewKit): ContentFooter {
  const { moduleId } = module;
  const offer = { contentId: moduleContentId(moduleId, meetingPart), back: { to: 'group-plan' as const, moduleId } };
  return contentFooter(aboutText(module), offer, kit);
}

/** On the card that a group shares: the press names the meeting, since each may press it where the others read along. */
export function meetingFooter(
  module: Module,
  { sessionId, part, canReport }: { sessionId: string; part: number; canReport: boolean },
  kit: ViewKit,
): ContentFooter {
  const footer = contentFooter(aboutText(module), undefined, kit);
  if (!canReport) return footer;
  return { ...footer, canReport, report: kit.exit('content.report-meeting', footer.label, { sessionId, part }) };
}

/** What may be reported on what comes after a module. */
export type FollowUpPart = { kind: 'refresher'; questionId: string } | { kind: 'use-it' | 'reread' };

export function followUpFooter(module: Module, of: FollowUpPart, kit: ViewKit): ContentFooter {
  const { moduleId } = module;
  const { partId, back } = offerOf(moduleId, of);
  return contentFooter(aboutText(module), { contentId: moduleContentId(moduleId, partId), back }, kit);
}

function offerOf(moduleId: string, of: FollowUpPart): { partId: string; back: Back } {
  if (of.kind !== 'refresher') {
    return { partId: of.kind === 'use-it' ? reflectionPart : newsPart, back: { to: of.kind, moduleId } };
  }
  const { questionId } = of;
  return { partId: questionId, back: { to: 'refresher', moduleId, questionId } };
}

export const aboutText = ({ version, approval, sources }: Module): AboutContent => ({
  ...{ version, approval, checkedOn: oldestCheck(sources) },
});

export const draftLines = (module: Module, kit: ViewKit): Lines =>
  lines(isDraft(module.approval, kit.today()) ? kit.t('module.draft') : undefined);

/** The colour says again what the words say. */
export type Standing = { text: string; color: 'Default' | 'Good' | 'Attention' | 'Accent' };

/** How a module stands for its learner, in one line, with what the leader has said or not yet said. */
export function standingWords(own: OwnModule, kit: ViewKit): Standing {
  const { text, color } = plainStanding(own, kit);
  if (own.prior === undefined) return { text, color };
  const told = own.prior === 'waiting' ? kit.t('prior.waiting') : kit.t('prior.declined');
  return { text: `${text} · ${told}`, color };
}

/** How it was done, where that was not alone. */
function doneWords(form: 'alone' | 'group' | 'prior' | undefined, day: string, kit: ViewKit): string {
  if (form === 'prior') return kit.t('prior.on', { day });
  return form === 'group' ? kit.t('module.done-in-group', { day }) : kit.t('module.done-on', { day });
}

function plainStanding(own: OwnModule, kit: ViewKit): Standing {
  if (own.standing === 'done') {
    const day = kit.day(own.completedAt);
    return { text: doneWords(own.form, day, kit), color: 'Good' };
  }
  if (own.dueOn !== undefined && own.lateByDays > 0) {
    return { text: kit.t('module.late', { date: kit.date(own.dueOn), days: own.lateByDays }), color: 'Attention' };
  }
  if (own.waitsFor.length > 0) {
    return { text: kit.t('module.take-first', { modules: titlesOf(own.waitsFor, kit) }), color: 'Default' };
  }
  const due = own.dueOn === undefined ? undefined : kit.t('module.due', { date: kit.date(own.dueOn) });
  if (own.standing === 'on-the-way') {
    const at = kit.t('module.at', { number: own.position + 1, of: own.of });
    return { text: due === undefined ? at : `${at} · ${due}`, color: 'Accent' };
  }
  if (own.lastDoneAt) return { text: [kit.t('module.renew'), due].filter(Boolean).join(' · '), color: 'Default' };
  return { text: due ?? kit.t('module.not-started'), color: 'Default' };
}

/** To what the guide says of it, below: the card of the module stays where it is. The guide asks what it must ask first. */
export function guideButtons({ guideEntry: entry }: Module, kit: ViewKit): readonly CardAction[] {
  return entry === undefined ? [] : [kit.exit('guide.start', kit.t('module.guide'), { entry, place: 'below' })];
}

/** `Meldeplikt og Avvergingsplikt`. */
export const titlesOf = (modules: readonly Module[], kit: ViewKit): string =>
  new Intl.ListFormat(localeTag(kit.locale)).format(modules.map(({ title }) => kit.pick(title)));

/** `Bygger på barnevernsloven § 13-2 og straffeloven § 196.` A citation, never a gate. */
export function lawLine(laws: readonly Law[], kit: ViewKit): string | undefined {
  if (laws.length === 0) return undefined;
  const titles = laws.map(({ title }) => kit.pick(title));
  return kit.t('module.laws', { laws: new Intl.ListFormat(localeTag(kit.locale)).format(titles) });
}

/** `8 minutter · anbefalt for alle`, `15 minutter · fordypning`. */
export function aboutModule(module: Module, kit: ViewKit): string {
  const minutes = kit.t('module.minutes', { minutes: module.minutes });
  return [minutes, obligationWord(module, kit), levelWord(module, kit)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function obligationWord({ isPriority, obligation }: Module, kit: ViewKit): string | undefined {
  if (!isPriority) return undefined;
  return obligation === 'required' ? kit.t('module.required') : kit.t('module.recommended');
}

/** In words: "nivå" is what the guide calls something else. What everybody takes needs none. */
function levelWord({ level }: Module, kit: ViewKit): string | undefined {
  if (level === 1) return undefined;
  return level === 2 ? kit.t('module.more-responsibility') : kit.t('module.in-depth');
}
