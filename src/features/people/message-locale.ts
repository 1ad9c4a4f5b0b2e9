import type { Locale } from '../../core/locale.ts';
import type { Conversation, Preferences } from './person.ts';
import { conversationRow } from './person-rows.ts';
import type { PersonStore } from './person-store.ts';

type MessageLocaleNeeds = { people: Pick<PersonStore, 'get'>; defaultLocale: Locale };

/** The language of what is written without having been asked: the one that was chosen, else that of the person's Teams, else the municipality's. */
export async function messageLocale(
  { people, defaultLocale }: MessageLocaleNeeds,
  personId: string,
  preferences: Preferences | undefined,
): Promise<Locale> {
  if (preferences?.locale) return preferences.locale;
  return (await people.get(personId, conversationRow))?.value.locale ?? defaultLocale;
}

/** The chat with what Teams has told of the language, now or before. */
export const withLocale = (chat: Conversation, locale: Locale | undefined): Conversation =>
  locale ? { ...chat, locale } : chat;
