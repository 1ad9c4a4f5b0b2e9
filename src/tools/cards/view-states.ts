import type { Message } from '../../core/card.ts';
import type { Locale } from '../../core/locale.ts';
import type { View } from '../../views/define-view.ts';
import type { Render } from '../../views/render.ts';

/** One thing that a card may have to show. */
export type ViewState = { name: string; render(render: Render, locale: Locale, now: Date): Message };

/** All states of one view. `test/views/states/<view>.ts` exports one of these as `states`. */
export type ViewStates = { template: string; states: readonly ViewState[] };

/**
 * Lists what a view may have to show: the ordinary, the empty, the fullest, the strangest name. Every state is checked and drawn in
 * every language; a part of a template that no state shows fails the tests.
 */
export function defineStates<M>(view: View<M>, models: Readonly<Record<string, M>>): ViewStates {
  const states = Object.entries(models).map(([name, model]) => ({
    name,
    render: (render: Render, locale: Locale, now: Date) => render(view, model, locale, now),
  }));
  return { template: view.template, states };
}
