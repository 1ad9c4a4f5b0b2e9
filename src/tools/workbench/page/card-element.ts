import type * as AdaptiveCardsModule from 'adaptivecards';
import type { CardJson } from '../connector/types.ts';
import { hostConfigOf, type Theme } from './host-config.ts';
import { escapeHtml, markdownToHtml } from './markdown.ts';
import { registerProgressBar } from './progress-bar.ts';

declare global {
  /** The official renderer, loaded by the page. */
  const AdaptiveCards: typeof AdaptiveCardsModule;
}

export type PressedAction = { type: string; title?: string; verb?: string; id?: string; data: unknown };

export type CardPlace = {
  /** Which card in which window: the same key keeps the same element, so what is half filled in stays. */
  key: string;
  card: CardJson;
  theme: Theme;
  /** Resolves when the answer has come. */
  press(action: PressedAction): Promise<void>;
};

/** `place` is the newest: a press is sent as the window is now, also in another language than when the card was drawn. */
type Drawn = { json: string; element: HTMLElement; place: CardPlace };
const drawn = new Map<string, Drawn>();

/** The card as an element, drawn again only when it is another card. */
export function cardElement(place: CardPlace): HTMLElement {
  const json = `${place.theme}${JSON.stringify(place.card)}`;
  const before = drawn.get(place.key);
  if (before?.json === json) {
    before.place = place;
    return before.element;
  }
  const element = draw(place);
  const hadFocus = before?.element.contains(document.activeElement) ?? false;
  drawn.set(place.key, { json, element, place });
  if (hadFocus) requestAnimationFrame(() => element.focus({ preventScroll: true }));
  return element;
}

function draw({ key, card, theme, press }: CardPlace): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'card';
  frame.tabIndex = -1;
  const adaptiveCard = new AdaptiveCards.AdaptiveCard();
  adaptiveCard.hostConfig = new AdaptiveCards.HostConfig(hostConfigOf(theme));
  adaptiveCard.onExecuteAction = (action) => void run(frame, action, drawn.get(key)?.place.press ?? press);
  try {
    adaptiveCard.parse(card);
    const rendered = adaptiveCard.render();
    if (rendered) frame.append(rendered);
  } catch (error) {
    frame.textContent = `Kortet kan ikke tegnes: ${String(error)}`;
  }
  if (typeof card.lang === 'string') frame.lang = card.lang;
  return frame;
}

async function run(frame: HTMLElement, action: AdaptiveCardsModule.Action, press: CardPlace['press']): Promise<void> {
  if (action instanceof AdaptiveCards.OpenUrlAction) {
    window.open(action.url, '_blank', 'noopener,noreferrer');
    return;
  }
  if (!(action instanceof AdaptiveCards.SubmitAction) && !(action instanceof AdaptiveCards.ExecuteAction)) return;
  const verb = action instanceof AdaptiveCards.ExecuteAction ? action.verb : undefined;
  frame.setAttribute('aria-busy', 'true');
  try {
    await press({ type: action.getJsonTypeName(), title: action.title, verb, id: action.id, data: action.data });
  } finally {
    // The answer is drawn in the next frame: the old card's buttons must not come to life before it.
    requestAnimationFrame(() => requestAnimationFrame(() => frame.removeAttribute('aria-busy')));
  }
}

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = /[*_[\]\\\n-]|^\d+\./u.test(text) ? markdownToHtml(text) : `<p>${escapeHtml(text)}</p>`;
  result.didProcess = true;
};
AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
registerProgressBar();
