import type { TimeZone } from '../core/local-date.ts';
import type { Locale } from '../core/locale.ts';
import type { Catalogue } from '../features/catalogue/catalogue.ts';
import type { Drawing } from '../features/catalogue/drawing.ts';
import type { DigestSchedule } from '../features/digests/digest-schedule.ts';
import type { Word } from '../features/find/word.ts';
import type { GuideContent } from '../features/guide/guide.ts';
import type { LocalPhrases } from '../features/guide/triage.ts';
import type { Retention } from '../features/people/retention.ts';
import type { CalendarRules } from '../features/reminders/calendar.ts';
import type { ReminderPolicy } from '../features/reminders/policy.ts';

/** All that a municipality has decided and written, read once at start. */
export type Pack = {
  version: string;
  municipality: { name: string };
  zone: TimeZone;
  /** For people who have chosen none and whose Teams says nothing we know. */
  defaultLocale: Locale;
  catalogue: Catalogue;
  guide: GuideContent;
  calendar: CalendarRules;
  reminderPolicy: ReminderPolicy;
  /** When leaders get their digest. */
  digest: DigestSchedule;
  /** How long what is stored about people is kept. Absent where the file cannot be read: then nothing is deleted. */
  retention?: Retention;
  /** ICU messages by key; the key is the path with the folder in front, for example `guide.start.title`. */
  texts: Texts;
  /** The municipality's own words, for understanding what people write. */
  phrases: readonly LocalPhrases[];
  drawings: readonly Drawing[];
  /** What the words mean that staff meet. */
  words: readonly Word[];
};

export type Texts = Readonly<Record<Locale, ReadonlyMap<string, string>>>;
