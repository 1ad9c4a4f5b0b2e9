import { type Approval, isDraft } from '../core/approval.ts';
import type { LocalDate } from '../core/local-date.ts';
import type { Back } from '../features/reports/back.ts';
import type { Reportable } from '../features/reports/reportable.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/** The last line of a text: its version, who answers for it, when it was checked; and a quiet way to say that it is wrong. */
export type ContentFooter = { text: string; canReport: boolean; report?: CardAction; label: string };

/** What is told of a text. */
export type AboutContent = { version: number | string; approval: Approval; checkedOn?: LocalDate };

/** What may be reported from here, and where the reader comes back to. */
export type ReportOffer = { contentId: string; back: Back };

export function contentFooter(about: AboutContent, offer: ReportOffer | undefined, kit: ViewKit): ContentFooter {
  return textFooter(contentLine(about, kit), offer, kit);
}

/** For a text that tells of itself in words of its own. */
export function textFooter(text: string, offer: ReportOffer | undefined, kit: ViewKit): ContentFooter {
  return footerWith(text, kit.t('content.report.open'), offer, kit);
}

/** On a card of the guide "meld" would be read as a report to barnevernet. */
export function guideFooter(text: string, offer: ReportOffer | undefined, kit: ViewKit): ContentFooter {
  return footerWith(text, kit.t('content.report.open-guide'), offer, kit);
}

function footerWith(text: string, label: string, offer: ReportOffer | undefined, kit: ViewKit): ContentFooter {
  if (!offer) return { text, canReport: false, label };
  return { text, canReport: true, report: kit.exit('content.report', label, offer), label };
}

/** Of a list with an owner of its own; none where nobody answers for it. */
export const listFooter = (
  about: AboutContent | undefined,
  offer: ReportOffer,
  kit: ViewKit,
): readonly ContentFooter[] => (about ? [contentFooter(about, offer, kit)] : []);

/** `Meldeplikt · Plikten er din`, and of what has no heading where it stands: `Møte om Meldeplikt · En oppdiktet elev`. */
export function reportedName(
  { title, part, place }: Pick<Reportable, 'title' | 'part' | 'place'>,
  kit: ViewKit,
): string {
  const name = [title, ...(part ? [part] : [])].map(kit.pick).join(' · ');
  if (place === 'meeting') return kit.t('content.report.in-meeting', { name });
  if (place === 'done') return kit.t('content.report.in-done', { name });
  return place === 'news' ? kit.t('content.report.in-news', { name }) : name;
}

/** `Utkast, ikke kvalitetssikret · versjon 2 · BTI-koordinator · sist sjekket søndag 22. november`. */
export function contentLine(about: AboutContent, kit: ViewKit): string {
  const draft = isDraft(about.approval, kit.today()) ? [kit.t('content.draft')] : [];
  return capitalised([...draft, ...aboutParts(about, kit)].join(' · '));
}

/** The same for a text whose card says in other words that it is a draft. */
export const aboutLine = (about: AboutContent, kit: ViewKit): string => capitalised(aboutParts(about, kit).join(' · '));

const aboutParts = ({ version, approval, checkedOn }: AboutContent, kit: ViewKit): readonly string[] => [
  kit.t('content.version', { version }),
  kit.plain(approval.owner),
  ...(checkedOn === undefined ? [] : [kit.t('content.checked', { date: kit.date(checkedOn) })]),
];

export const capitalised = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);
