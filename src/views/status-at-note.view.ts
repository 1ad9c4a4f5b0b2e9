import type { LocalDate } from '../core/local-date.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';

/** Why there are no numbers, or no file. `example`: a date that may be asked for. */
export type StatusAtNoteModel =
  | { outcome: 'not-yet' | 'no-such-date'; example: LocalDate }
  | { outcome: 'before-start'; startsOn: LocalDate }
  | { outcome: 'rows-gone'; oldest: LocalDate }
  | { outcome: 'month-only'; first: LocalDate }
  | { outcome: 'counting'; on: LocalDate }
  | { outcome: 'expired' | 'not-uploaded'; on: LocalDate; format: 'xlsx' | 'csv' | 'pdf' }
  | { outcome: 'declined' | 'off'; on?: LocalDate };

/** A kind word in the place of numbers or a file, and the next thing to press. */
export const statusAtNoteView = defineView<StatusAtNoteModel>('status-at-note', (model, kit) => {
  const { title, text } = wordsOf(model, kit);
  return { data: { title, text, actions: actionsOf(model, kit) }, summary: title };
});

function wordsOf(model: StatusAtNoteModel, kit: ViewKit): { title: string; text: string } {
  switch (model.outcome) {
    case 'not-yet': {
      const month = kit.month(model.example);
      return { title: kit.t('status-at.not-yet.title'), text: kit.t('status-at.not-yet.text', { month }) };
    }
    case 'no-such-date': {
      const month = kit.month(model.example);
      return { title: kit.t('status-at.no-such-date.title'), text: kit.t('status-at.no-such-date.text', { month }) };
    }
    case 'before-start': {
      const date = kit.date(model.startsOn);
      return { title: kit.t('status-at.before-start.title'), text: kit.t('status-at.before-start.text', { date }) };
    }
    case 'rows-gone': {
      const date = kit.date(model.oldest);
      return { title: kit.t('status-at.rows-gone.title'), text: kit.t('status-at.rows-gone.text', { date }) };
    }
    case 'month-only':
      return { title: kit.t('status-at.first-only.title'), text: kit.t('status-at.first-only.text') };
    case 'counting':
      return { title: kit.t('status-at.counting.title'), text: kit.t('status-at.counting.text') };
    case 'declined':
      return { title: kit.t('status-at.declined.title'), text: kit.t('status-at.declined.text') };
    case 'expired':
      return { title: kit.t('status-at.expired.title'), text: kit.t('status-at.expired.text') };
    case 'not-uploaded':
      return { title: kit.t('status-at.not-uploaded.title'), text: kit.t('status-at.not-uploaded.text') };
    case 'off':
      return { title: kit.t('status-at.off.title'), text: kit.t('status-at.off.text') };
  }
}

function actionsOf(model: StatusAtNoteModel, kit: ViewKit): readonly CardAction[] {
  const show = (on: LocalDate, title: string) => kit.button('status-at.show', title, { on }, 'positive');
  switch (model.outcome) {
    case 'not-yet':
    case 'no-such-date':
      return [];
    case 'before-start':
      return [];
    case 'rows-gone':
      return [show(model.oldest, kit.t('status-at.button.oldest'))];
    case 'month-only':
      return [show(model.first, kit.t('status-at.button.first'))];
    case 'counting':
      return [show(model.on, kit.t('status-at.button.again'))];
    case 'expired':
    case 'not-uploaded': {
      const { on, format } = model;
      const again = kit.button('status-at.offer', kit.t('status-at.button.again'), { on, format }, 'positive');
      return [again, kit.button('status-at.show', kit.t('status-at.button.back'), { on })];
    }
    case 'declined':
    case 'off':
      return model.on === undefined ? [] : [show(model.on, kit.t('status-at.button.back'))];
  }
}
