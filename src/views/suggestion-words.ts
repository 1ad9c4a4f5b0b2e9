import type { Suggestion } from '../features/digests/suggest-action.ts';
import type { ViewKit } from './define-view.ts';

/** One sentence that a leader can act on. */
export function suggestionWords(suggestion: Suggestion, kit: ViewKit): string {
  switch (suggestion.suggestion) {
    case 'set-aside-time': {
      const { person, minutes, others } = suggestion;
      return kit.t('digest.suggestion.set-aside-time', { name: kit.plain(person.givenName), minutes, others });
    }
    case 'help-with-app':
      return kit.t('digest.suggestion.help-with-app', personValues(suggestion, kit));
    case 'confirm-prior':
      return kit.t('digest.suggestion.confirm-prior', { count: suggestion.count });
    case 'own-modules':
      return kit.t('digest.suggestion.own-modules', { count: suggestion.count });
    case 'welcome':
      return kit.t('digest.suggestion.welcome', personValues(suggestion, kit));
    case 'all-done':
      return kit.t('digest.suggestion.all-done');
    case 'nobody-here':
      return kit.t('digest.suggestion.nobody-here');
    case 'ask-below-late': {
      const { unitName, late } = suggestion;
      return kit.t('digest.suggestion.ask-below-late', { unit: kit.plain(unitName), late });
    }
    case 'ask-below':
      return kit.t('digest.suggestion.ask-below');
    case 'all-done-below':
      return kit.t('digest.suggestion.all-done-below');
    case 'ask-everybody':
      return kit.t('digest.suggestion.ask-everybody');
    case 'nothing-needed':
      return kit.t('digest.suggestion.nothing-needed');
  }
}

function personValues({ person, others }: Extract<Suggestion, { others: number }>, kit: ViewKit) {
  return { name: kit.plain(person.givenName), others };
}
