import type { LocalDate } from '../core/local-date.ts';
import type { Locale, LocalText } from '../core/locale.ts';

/** What a view is handed besides its model: words and dates in one language. */
export type ViewKit = {
  locale: Locale;
  /** A sentence from content/text, with ICU values. Throws Failure `bug` for a key that no language has. Values are plain text: put names through `plain` first. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Content that carries its own languages. */
  pick(text: LocalText): string;
  /** `fredag 11. desember`, with the year only when it is not this year. */
  date(date: LocalDate): string;
  /** `november`, with the year only when it is not this year. */
  month(date: LocalDate): string;
  /** The date it is, in the municipality's time zone. */
  today(): LocalDate;
  /** The date of an instant, in the municipality's time zone. */
  day(at: Date): string;
  /** The clock at an instant, `14.05`, in the municipality's time zone. */
  time(at: Date): string;
  /** Text from a person or a roster made harmless: Markdown, mentions, control and bidi characters come out as plain text. */
  plain(text: string): string;
  /** A button that works in every client: Action.Execute with an Action.Submit fallback carrying the same verb and data. */
  button(verb: string, title: string, data?: Readonly<Record<string, unknown>>, style?: ButtonStyle): CardAction;
  /** A way out (back, home): like `button`, but it neither sends the card's inputs nor asks that they are filled in. */
  exit(verb: string, title: string, data?: Readonly<Record<string, unknown>>): CardAction;
  /** An own drawing as the card shows it, by its id; none where there is none, or nowhere for Teams to fetch it from. */
  pictures(drawingId: string): readonly Picture[];
  /** A link that opens outside Teams. */
  link(title: string, url: string): CardAction;
};

/** An Image without `url` blanks the whole card on a phone, so there is never one without. */
export type Picture = { url: string; altText: string };
export type FindPicture = (drawingId: string, locale: Locale) => Picture | undefined;

export type ButtonStyle = 'positive' | 'destructive' | 'default';
export type CardAction = Readonly<Record<string, unknown>>;

/** What the template binds, and the words around the card. */
export type BoundView = {
  /** Bound by cards/<name>.json as `${title}`, `${$root.title}`, …: finished strings, numbers, arrays; never null. */
  data: Readonly<Record<string, unknown>>;
  /** One line for the notification. Holds no secret: it is shown on a locked phone. */
  summary: string;
};

/** A view: one per template, same name. Decides nothing but words and order. */
export type View<M> = {
  /** `cards/<template>.json`. */
  template: string;
  bind(model: M, kit: ViewKit): BoundView;
};

export function defineView<M>(template: string, bind: View<M>['bind']): View<M> {
  return { template, bind };
}
