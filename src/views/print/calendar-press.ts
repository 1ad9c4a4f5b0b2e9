import type { StoredFile } from '../../core/file-card.ts';
import type { Locale } from '../../core/locale.ts';
import type { TimeSlot } from '../../features/reminders/propose-times.ts';
import type { TimeProposal } from '../../features/use-cases/set-aside-time.ts';
import { calendarWords } from '../set-aside.view.ts';
import { createViewKits, type KitSetup } from '../view-kit.ts';
import { drawCalendarFile } from './calendar-file.ts';

/** `key`: what decides that two files are about the same. */
export type CalendarPress = (
  asked: { slot: TimeSlot; proposal: TimeProposal; key: string },
  locale: Locale,
  now: Date,
) => StoredFile;

export function createCalendarPress(words: Pick<KitSetup, 'texts' | 'zone'>): CalendarPress {
  const kits = createViewKits(words);
  return ({ slot, proposal, key }, locale, now) => {
    const kit = kits(locale, now);
    return {
      name: `${kit.t('staff.aside.file-name')}.ics`,
      fileType: 'ics',
      description: kit.t('staff.aside.file-description'),
      bytes: drawCalendarFile({ ...slot, ...calendarWords(proposal, kit), key }, now),
      here: kit.t('staff.aside.here'),
    };
  };
}
