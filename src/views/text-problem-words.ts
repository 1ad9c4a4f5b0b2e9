import type { Told } from '../features/content/text-problem.ts';
import type { ViewKit } from './define-view.ts';
import { languageWords } from './text-change-words.ts';

/** What a rule says of a text, and what to do about it. */
export function textProblemWords(told: Told, kit: ViewKit): string {
  switch (told.code) {
    case 'too-many-words':
      return kit.t('content.problem.too-many-words', { count: told.count, most: told.most });
    case 'long-feedback':
      return kit.t('content.problem.long-feedback', { count: told.count, most: told.most });
    case 'case-too-long':
      return kit.t('content.problem.case-too-long', { count: told.count, most: told.most });
    case 'long-label':
      return kit.t('content.problem.long-label', { count: told.count, most: told.most });
    case 'long-sentence':
      return kit.t('content.problem.long-sentence', {
        sentence: kit.plain(told.sentence),
        count: told.count,
        most: told.most,
      });
    case 'heavy-word':
      return kit.t('content.problem.heavy-word', { found: kit.plain(told.found), use: kit.plain(told.use) });
    case 'hard-to-read':
      return kit.t('content.problem.hard-to-read', {
        lix: told.lix,
        most: told.most,
        longest: kit.plain(told.longest),
      });
    case 'passives':
      return kit.t('content.problem.passives', { count: told.count, found: kit.plain(told.found) });
    case 'not-written':
      return kit.t('content.problem.not-written');
    case 'case-not-written':
      return kit.t('content.problem.case-not-written');
    case 'routine-missing':
      return kit.t('content.problem.routine-missing');
    case 'routine-unmarked':
      return kit.t('content.problem.routine-unmarked');
    case 'identity':
      return kit.t('content.problem.identity');
    case 'person':
      return kit.t('content.problem.person');
    case 'new-link':
      return kit.t('content.problem.new-link');
    case 'hidden':
      return kit.t('content.problem.hidden');
    case 'braces':
      return kit.t('content.problem.braces');
    case 'markup':
      return kit.t('content.problem.markup');
    case 'unknown-number':
      return kit.t('content.problem.unknown-number', { number: kit.plain(told.number) });
    case 'stars':
      return kit.t('content.problem.stars');
    case 'list-mark':
      return kit.t('content.problem.list-mark');
    case 'unfinished':
      return kit.t('content.problem.unfinished');
    case 'same-text':
      return kit.t('content.problem.same-text', { same: languageWords(told.same, kit) });
    case 'other-words':
      return kit.t('content.problem.other-words', { found: kit.plain(told.found) });
    case 'too-long':
      return kit.t('content.problem.too-long', { most: told.most });
  }
}
