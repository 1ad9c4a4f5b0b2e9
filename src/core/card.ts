/** A finished Adaptive Card: plain JSON, ready to send. Only `views/` makes one. */
export type Card = Readonly<{ type: 'AdaptiveCard'; version: string; fallbackText: string }> &
  Readonly<Record<string, unknown>>;

/** What leaves by a door: a card and the line that Teams shows in the notification. */
export type Message = { card: Card; summary: string };
