import type { Message } from '../core/card.ts';
import type { Locale } from '../core/locale.ts';
import type { FollowUpModel } from '../features/reminders/follow-up.ts';
import { mentorView } from './mentor.view.ts';
import { policyChangedView } from './policy-changed.view.ts';
import { refresherView } from './refresher.view.ts';
import type { Render } from './render.ts';
import { rereadView } from './reread.view.ts';
import { useItView } from './use-it.view.ts';

/** The card of a follow-up, each kind by its own view. */
export function renderFollowUp(render: Render, model: FollowUpModel, locale: Locale, now: Date): Message {
  switch (model.kind) {
    case 'refresher':
      return render(refresherView, model, locale, now);
    case 'use-it':
      return render(useItView, model, locale, now);
    case 'mentor':
      return render(mentorView, model, locale, now);
    case 'policy':
      return render(policyChangedView, model, locale, now);
    case 'reread':
      return render(rereadView, { ...model, standing: model.isRepeat ? 'repeat' : 'unread' }, locale, now);
  }
}
