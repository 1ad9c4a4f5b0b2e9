import type { LocalDate } from '../core/local-date.ts';
import type { StaleThing } from '../features/owners/stale-things.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/** What is called and opened the same on the cards of owners and in the list of the content. */
type Named = Omit<StaleThing, 'reason' | 'owner'>;

export function titleOf({ thing, title, count = 1 }: Named, kit: ViewKit): string {
  if (thing === 'dates') return kit.t('content.dates.title');
  if (count > 1) return thing === 'word' ? kit.t('owner.words', { count }) : kit.t('owner.steps', { count });
  return kit.pick(title);
}

/** Texts are read and approved; everything else is true already, and confirmed. */
export function waitsWords({ thing }: Named, on: LocalDate, kit: ViewKit): string {
  const values = { date: kit.date(on) };
  return thing === 'module' ? kit.t('owner.texts-wait', values) : kit.t('owner.waits', values);
}

/** Nobody did it by that day. */
export function lateWords({ thing }: Named, on: LocalDate, kit: ViewKit): string {
  const values = { date: kit.date(on) };
  return thing === 'module' ? kit.t('owner.texts-late', values) : kit.t('owner.unconfirmed', values);
}

/** Opens the thing where it is looked after. */
export function openerOf({ thing, id, count = 1 }: Named, title: string, kit: ViewKit): CardAction {
  if (count > 1) return kit.button('content.list', title, { section: 'facts' });
  switch (thing) {
    case 'module':
      return kit.button('content.module', title, { moduleId: id });
    case 'number':
      return kit.button('content.number', title, { contactId: id });
    case 'fact':
      return kit.button('content.fact', title, { factId: id });
    case 'advice':
      return kit.button('content.advice', title, { stepId: id });
    case 'dates':
      return kit.button('content.dates', title);
    case 'policy':
      return kit.exit('policy.open', title, { policyId: id });
    case 'certificates':
      return kit.exit('certificate.list', title);
    // It has no card that shows it as it is: its plans are those of people.
    case 'introduction':
      return kit.button('content.list', title, { section: 'facts' });
    case 'step':
      return kit.button('content.fact', title, { factId: `step:${id}` });
    case 'word':
      return kit.button('content.fact', title, { factId: `word:${id}` });
  }
}
