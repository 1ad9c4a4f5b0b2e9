import type { Message } from '../core/card.ts';
import type { Locale } from '../core/locale.ts';
import type { View } from './define-view.ts';

/** Makes a view's card in one language. Throws Failure `bug` when the template binds something that the view did not give. */
export type Render = <M>(view: View<M>, model: M, locale: Locale, now: Date) => Message;
