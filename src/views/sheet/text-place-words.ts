import type { TextPlace } from '../../features/content/module-editor.ts';
import type { ViewKit } from '../define-view.ts';

/** What a text is, for who edits it: `Kort 3: overskrift`. */
export function placeWords({ kind, numbers }: TextPlace, kit: ViewKit): string {
  const [number = 0, inner = 0, reply = 0] = numbers;
  const letter = String.fromCharCode(64 + inner);
  switch (kind) {
    case 'title':
      return kit.t('content.place.title');
    case 'summary':
      return kit.t('content.place.summary');
    case 'card-heading':
      return kit.t('content.place.card-heading', { number });
    case 'card-text':
      return kit.t('content.place.card-text', { number });
    case 'link':
      return kit.t('content.place.link', { number });
    case 'question':
      return kit.t('content.place.question', { number });
    case 'option':
      return kit.t('content.place.option', { number, letter });
    case 'feedback':
      return kit.t('content.place.feedback', { number, letter });
    case 'dialogue-title':
      return kit.t('content.place.dialogue-title', { number });
    case 'dialogue-scene':
      return kit.t('content.place.dialogue-scene', { number });
    case 'speaker':
      return kit.t('content.place.speaker', { number, inner });
    case 'says':
      return kit.t('content.place.says', { number, inner });
    case 'reply':
      return kit.t('content.place.reply', { number, inner, reply });
    case 'reply-feedback':
      return kit.t('content.place.reply-feedback', { number, inner, reply });
    case 'end':
      return kit.t('content.place.end', { number, inner });
    case 'reflection':
      return kit.t('content.place.reflection', { number });
    case 'in-short':
      return kit.t('content.place.in-short', { number });
    case 'material':
      return kit.t('content.place.material');
    case 'group':
      return kit.t('content.place.group', { number });
    case 'case-title':
      return kit.t('content.place.case-title');
    case 'case-text':
      return kit.t('content.place.case-text');
    case 'case-ask':
      return kit.t('content.place.case-ask');
  }
}
