import { createRequire } from 'node:module';
import type { Card } from '../../core/card.ts';
import type { CardProblem } from '../../views/check-card.ts';

/** The parts of the official renderer that we use. Its package entry does not load in Node, its bundle does, without a browser. */
type Library = {
  Versions: { v1_5: object };
  HostConfig: new (config: object) => object;
  SerializationContext: new (version: object) => { eventCount: number; getEventAt(index: number): ValidationEvent };
  AdaptiveCard: new () => {
    hostConfig: object;
    parse(json: object, context: object): void;
    validateProperties(): { validationEvents: readonly ValidationEvent[] };
  };
};
type ValidationEvent = { event: number; message: string };

const library: Library = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** Teams shows six actions where the renderer's default is five. */
const hostConfig = new library.HostConfig({ actions: { maxActions: 6 } });

/** What the official renderer complains of: parsing for schema 1.5 and validating properties must both pass without a word. */
export function checkWithRenderer(card: Card): readonly CardProblem[] {
  const context = new library.SerializationContext(library.Versions.v1_5);
  const parsed = new library.AdaptiveCard();
  parsed.hostConfig = hostConfig;
  parsed.parse(structuredClone(card), context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...parsing, ...parsed.validateProperties().validationEvents]
    .filter(({ message }) => !isTeamsOwn(message))
    .filter(({ message }) => message !== `Invalid value "${card.lang}" for property "lang".` || !isLanguage(card.lang))
    .map(({ message }) => ({ at: 'adaptivecards', problem: message }));
}

/** Elements that Teams has and the renderer lacks; `checkCard` sees to their fallback, and the types to their properties. */
const isTeamsOwn = (message: string): boolean => message.startsWith('Unknown element type "ProgressBar"');

/** The renderer tests languages with a global regular expression, which forgets to start over: every second card is refused. */
const isLanguage = (lang: unknown): boolean => typeof lang === 'string' && /^[a-z]{2,3}$/.test(lang);
