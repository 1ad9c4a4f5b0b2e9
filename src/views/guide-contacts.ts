import type { LocalDate } from '../core/local-date.ts';
import { localeTag } from '../core/locale.ts';
import type { ContactKind, Opening } from '../features/guide/facts.ts';
import { type Contact, isStale } from '../features/guide/facts.ts';
import { alwaysNumbers, emergencyNumbers, type GuideContent } from '../features/guide/guide.ts';
import type { Openness } from '../features/guide/opening.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/**
 * What is known of the contacts today and at this hour. `leaderNames` and `btiContactNames`: who leads the person's unit by the roster, and
 * whom one asks about BTI there; absent when it could not be read.
 */
export type Contacts = {
  guide: GuideContent;
  today: LocalDate;
  openness: ReadonlyMap<string, Openness>;
  leaderNames?: readonly string[];
  btiContactNames?: readonly string[];
};

/** One contact as a card shows it. `call` is there only with a number. `lacks`: why somebody else must answer instead. */
export type ContactRow = {
  name: string;
  detail: string;
  number?: string;
  call?: CardAction;
  lacks?: 'closed' | 'unset';
};

/** Who is called for the child. Where one of these has no number, somebody else must answer; where anybody is closed, always. */
const helpsChild: readonly ContactKind[] = ['child-welfare', 'advice', 'ppt', 'health-clinic'];

/** The contacts of a step, in its order. */
export function contactRows(among: Contacts, contactIds: readonly string[], kit: ViewKit): readonly ContactRow[] {
  return contactIds.flatMap((contactId) => {
    const contact = among.guide.contacts.get(contactId);
    if (!contact) return [];
    if (contact.number !== undefined) return [contactRow(among, contact, kit)];
    const { leaderNames, btiContactNames = [] } = among;
    // Where no names could be read there is no leader on the card; of BTI contacts it says all the same that there is one.
    if (contact.kind === 'leader') return leaderNames ? [namedRow(among, contact, leaderNames, kit)] : [];
    if (contact.kind === 'bti-contact') return [namedRow(among, contact, btiContactNames, kit)];
    return [contactRow(among, contact, kit)];
  });
}

/**
 * Where nobody of child welfare on the card can be reached now, the helpline comes before them: it is the child's number that answers.
 * Moved there when the step names it further down.
 */
export function helplineFirst({ guide, openness }: Contacts, contactIds: readonly string[]): readonly string[] {
  const contactOf = (contactId: string): Contact | undefined => guide.contacts.get(contactId);
  const isForChild = (contactId: string): boolean => contactOf(contactId)?.kind === 'child-welfare';
  const answers = (contactId: string): boolean =>
    contactOf(contactId)?.number !== undefined && openness.get(contactId) !== 'closed';
  const helpline = [...guide.contacts.values()].find(({ number }) => number === alwaysNumbers.helpline)?.contactId;
  const first = contactIds.find(isForChild);
  if (helpline === undefined || first === undefined || contactIds.some((id) => isForChild(id) && answers(id)))
    return contactIds;
  return contactIds
    .filter((contactId) => contactId !== helpline)
    .flatMap((contactId) => (contactId === first ? [helpline, contactId] : [contactId]));
}

/** What stands below contacts of which one is closed or has no number: somebody always answers. */
export function insteadOf(rows: readonly ContactRow[], kit: ViewKit): string {
  const { danger, helpline } = alwaysNumbers;
  const [why, ...others] = new Set(rows.flatMap(({ lacks }) => lacks ?? []));
  if (why === undefined) return '';
  return kit.t('guide.contact.instead', {
    why: others.length > 0 ? 'both' : why,
    danger,
    helpline: unbroken(helpline),
  });
}

/** A number stays on one line, also on a phone. */
export const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0');

/** By name; where the roster knows of nobody, as any contact that is not set. */
function namedRow(among: Contacts, contact: Contact, people: readonly string[], kit: ViewKit): ContactRow {
  if (people.length === 0) return contactRow(among, contact, kit);
  const names = new Intl.ListFormat(localeTag(kit.locale)).format(people.map((name) => kit.plain(name)));
  const unset = kit.t('guide.contact.no-own-number');
  return { name: `${names} (${unset})`, detail: `${kit.pick(contact.name)} · ${kit.pick(contact.use)}` };
}

const staleWords = ({ isUnconfirmed }: Contact, kit: ViewKit): string =>
  isUnconfirmed ? kit.t('guide.contact.unconfirmed') : kit.t('guide.contact.stale');

function contactRow({ today, openness }: Contacts, contact: Contact, kit: ViewKit): ContactRow {
  const name = kit.pick(contact.name);
  if (contact.number === undefined) {
    return {
      name: `${name} (${kit.t('guide.contact.no-number')})`,
      detail: kit.pick(contact.use),
      ...(helpsChild.includes(contact.kind) && { lacks: 'unset' }),
    };
  }
  const state = openness.get(contact.contactId) ?? 'unknown';
  const stale = isStale(contact, today) ? staleWords(contact, kit) : undefined;
  const detail = [kit.pick(contact.use), openingOf(contact, state, kit), stale].filter((part) => part !== undefined);
  return {
    name,
    detail: detail.join(dot),
    number: unbroken(contact.number),
    call: callLink(contact.number, kit, name),
    ...(state === 'closed' && { lacks: 'closed' }),
  };
}

/** Told only where it says more than the number: that 112 never closes is known. */
function openingOf({ opening, number }: Contact, state: Openness, kit: ViewKit): string | undefined {
  if (!opening || (number && number.length === 3)) return undefined;
  if (opening.kind === 'always') return kit.t('guide.contact.always');
  const now = state === 'open' ? kit.t('guide.contact.open-now') : kit.t('guide.contact.closed-now');
  const hours = hoursOf(opening, kit);
  return [...(hours ? [hours] : []), ...(state === 'unknown' ? [] : [now])].join(dot) || undefined;
}

function hoursOf(opening: Opening, kit: ViewKit): string | undefined {
  if (opening.kind !== 'weekdays') return undefined;
  const { days, from, to } = opening;
  const hours = kit.t('guide.contact.hours', { days: daysText(days, kit), from: clock(from, kit), to: clock(to, kit) });
  return hours.replaceAll('–', dash);
}

/** No line breaks at the dash, or begins with the dot. */
const dash = '\u2060–\u2060';
const dot = '\u00a0· ';

/** `man.–fre.` for a whole week of work, otherwise each day. */
function daysText(days: readonly number[], kit: ViewKit): string {
  const names = days.map((day) => dayName(day, kit));
  const isRow = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index);
  return isRow ? `${names[0]}–${names.at(-1)}` : new Intl.ListFormat(localeTag(kit.locale)).format(names);
}

/** 1 January 2024 was a Monday. */
const dayName = (day: number, kit: ViewKit): string =>
  new Intl.DateTimeFormat(localeTag(kit.locale), { weekday: 'short', timeZone: 'UTC' })
    .format(Date.UTC(2024, 0, day))
    .replace('.', '');

/** Opens the phone on a phone; elsewhere the number stands on the card as text too. */
export function callLink(number: string, kit: ViewKit, name?: string): CardAction {
  const title = kit.t('guide.button.call', { number: unbroken(number) });
  return kit.link(name ? `${title} (${name})` : title, `tel:${number.replaceAll(' ', '')}`);
}

/** 112 and 113 as buttons. 112 is filled, so that it is seen first. */
export function urgentCall(number: string, kit: ViewKit): CardAction {
  const call = callLink(number, kit);
  return number === emergencyNumbers.danger ? { ...call, style: 'positive' } : call;
}

/** Norwegian clocks are written with a full stop. */
const clock = (time: string, kit: ViewKit): string => (kit.locale === 'en' ? time : time.replace(':', '.'));
