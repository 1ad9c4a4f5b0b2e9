import type { LocalDate } from '../core/local-date.ts';
import { type Contact, type GuideContent, isStale } from '../features/guide/guide.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/** One contact as a card shows it. `call` is there only with a number. */
export type ContactRow = { name: string; detail: string; number?: string; call?: CardAction };

/** The contacts of a step, in its order. */
export function contactRows(
  guide: GuideContent,
  contactIds: readonly string[],
  today: LocalDate,
  kit: ViewKit,
): readonly ContactRow[] {
  return contactIds.flatMap((contactId) => {
    const contact = guide.contacts.get(contactId);
    return contact ? [contactRow(contact, today, kit)] : [];
  });
}

function contactRow(contact: Contact, today: LocalDate, kit: ViewKit): ContactRow {
  const name = kit.pick(contact.name);
  if (contact.number === undefined) {
    return { name: `${name} (${kit.t('guide.contact.no-number')})`, detail: kit.pick(contact.use) };
  }
  const stale = isStale(contact, today) ? kit.t('guide.contact.stale') : undefined;
  const detail = [kit.pick(contact.use), openingOf(contact, kit), stale].filter((part) => part !== undefined);
  return { name, detail: detail.join(' · '), number: contact.number, call: callLink(contact.number, kit, name) };
}

/** Told only where it says more than the number: that 112 never closes is known. */
function openingOf({ opening, number }: Contact, kit: ViewKit): string | undefined {
  if (!opening || (number && number.length === 3)) return undefined;
  if (opening.kind === 'always') return kit.t('guide.contact.always');
  return kit.t('guide.contact.weekdays', { from: clock(opening.from, kit), to: clock(opening.to, kit) });
}

/** Opens the phone on a phone; elsewhere the number stands on the card as text too. */
export function callLink(number: string, kit: ViewKit, name?: string): CardAction {
  const title = kit.t('guide.button.call', { number });
  return kit.link(name ? `${title} (${name})` : title, `tel:${number.replaceAll(' ', '')}`);
}

/** Norwegian clocks are written with a full stop. */
const clock = (time: string, kit: ViewKit): string => (kit.locale === 'en' ? time : time.replace(':', '.'));
