import type { Module } from '../features/catalogue/module.ts';
import type { ChangeOf, ContentChange } from '../features/content/content-change.ts';
import { reasonWords } from './content-change-words.ts';
import { capitalised } from './content-footer.ts';
import type { ViewKit } from './define-view.ts';
import { type Lines, lines } from './module-words.ts';

const mostHistory = 5;

/** What was done last, the newest first. `module`: where a card's heading is found. */
export function historyOf(changes: readonly ContentChange[], module: Module | undefined, kit: ViewKit): Lines {
  const newest = [...changes].reverse().slice(0, mostHistory);
  return lines(
    ...newest.map((change) => {
      const by = kit.t('content.by', { name: kit.plain(change.by.name), day: kit.day(change.at) });
      return `${doneWords(change, module, kit)} · ${by}`;
    }),
  );
}

/** What was done, without by whom. */
export function doneWords(change: ContentChange, module: Module | undefined, kit: ViewKit): string {
  switch (change.kind) {
    case 'module-approved':
      return kit.t('content.done.module-approved', { version: change.version });
    case 'module-returned':
      return kit.t('content.done.module-returned', { version: change.version });
    case 'card-withdrawn':
      return kit.t('content.done.card-withdrawn', { card: cardName(change.cardId, module, kit) });
    case 'card-restored':
      return kit.t('content.done.card-restored', { card: cardName(change.cardId, module, kit) });
    case 'number-set':
      return kit.t('content.done.number-set', { number: change.number });
    case 'number-confirmed':
      return kit.t('content.done.number-confirmed');
    case 'contact-set':
      return kit.t('content.done.contact-set');
    case 'contact-confirmed':
      return kit.t('content.done.contact-confirmed');
    case 'day-off-set':
    case 'onboarding-day-set':
    case 'wave-set':
      return dateChangeWords(change, kit);
    case 'date-confirmed':
      return kit.t('content.done.date-confirmed');
    case 'texts-read':
      return kit.t('content.done.texts-read', { count: change.count });
    case 'texts-sent':
      return kit.t('content.done.texts-sent');
    case 'texts-dropped':
      return kit.t('content.done.texts-dropped');
    case 'texts-accepted':
      return kit.t('content.done.texts-accepted');
    case 'texts-taken-back':
      return kit.t('content.done.texts-taken-back');
    case 'fact-checked':
      return kit.t('content.done.fact-checked');
    case 'fact-confirmed':
      return kit.t('content.done.fact-confirmed');
    case 'advice-approved':
      return kit.t('content.done.advice-approved', { date: kit.date(change.validTo) });
    case 'advice-confirmed':
      return kit.t('content.done.advice-confirmed');
    case 'advice-returned':
      return kit.t('content.done.advice-returned', { reason: reasonWords(change.reason, kit) });
  }
}

type DateChange = ChangeOf<'day-off-set'> | ChangeOf<'onboarding-day-set'> | ChangeOf<'wave-set'>;

export function dateChangeWords(change: DateChange, kit: ViewKit): string {
  if (change.kind === 'wave-set') {
    const { units, from, startsOn } = change;
    const values = { units: units.length, from: kit.date(from), to: kit.date(startsOn) };
    return capitalised(kit.t('content.done.wave-set', values));
  }
  const date = kit.date(change.date);
  if (change.kind === 'onboarding-day-set') {
    const told = change.isOn
      ? kit.t('content.done.onboarding-on', { date })
      : kit.t('content.done.onboarding-off', { date });
    return capitalised(told);
  }
  return capitalised(change.isOff ? kit.t('content.done.day-off', { date }) : kit.t('content.done.day-on', { date }));
}

function cardName(cardId: string, module: Module | undefined, kit: ViewKit): string {
  const card = module?.cards.find((one) => one.cardId === cardId);
  return card ? kit.pick(card.heading) : cardId;
}
