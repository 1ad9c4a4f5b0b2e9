import { daysBetween, type LocalDate } from '../../core/local-date.ts';
import { ownerKey } from '../people/permissions.ts';
import { findReportable, type ReportableContent } from '../reports/reportable.ts';
import type { ReportSum } from '../reports/sum-reports.ts';
import type { OwnerDirectory } from './owner-directory.ts';
import type { StaleThing } from './stale-things.ts';

/** What somebody is told who answers for texts. `reported`: how many of them have open reports. */
export type OwnerCard = {
  things: readonly StaleThing[];
  reported: number;
  /** The card of one morning, about what waits for a second person and nothing else. */
  waiting?: true;
};

/** Whom each thing is told, by personId. Nobody is left out: what has no owner among the people goes to those who look after it all. */
export function shareThings(
  things: readonly StaleThing[],
  reportedOwners: readonly (string | undefined)[],
  directory: OwnerDirectory,
): ReadonlyMap<string, OwnerCard> {
  const cards = new Map<string, { things: StaleThing[]; reported: number }>();
  const cardsOf = (personIds: readonly string[]) => personIds.map((personId) => cardOf(cards, personId));
  for (const thing of things) for (const card of cardsOf(whoHears(thing, directory))) addOnce(card.things, thing);
  for (const owner of reportedOwners) for (const card of cardsOf(recipientsOf(owner, directory))) card.reported += 1;
  return cards;
}

/** As above for one morning: what was changed before `before` and waits, for everybody but who changed it. */
export function shareMorning(
  things: readonly StaleThing[],
  { before, today }: { before: Date; today: LocalDate },
  directory: OwnerDirectory,
): ReadonlyMap<string, OwnerCard> {
  const cards = new Map<string, { things: StaleThing[]; reported: number }>();
  for (const thing of morningThings(things, before, today)) {
    const others = whoHears(thing, directory).filter((personId) => personId !== thing.made?.personId);
    for (const personId of others) addOnce(cardOf(cards, personId).things, thing);
  }
  return new Map([...cards].map(([personId, card]) => [personId, { ...card, waiting: true }]));
}

/**
 * What waits for a second person, those hear who can be that: never only the owner, who may be the first. While there is time, the first
 * person is not told of it; when it is late, they are too.
 */
function whoHears({ owner, reason, made }: StaleThing, directory: OwnerDirectory): readonly string[] {
  const own = recipientsOf(owner, directory);
  if (reason.why !== 'unconfirmed' && reason.why !== 'waits') return own;
  const both = [...new Set([...own, ...directory.others])];
  return reason.why === 'waits' ? both.filter((personId) => personId !== made?.personId) : both;
}

/** Two changes of one thing are one thing to look at. */
function addOnce(things: StaleThing[], thing: StaleThing): void {
  const isSame = (one: StaleThing) =>
    one.thing === thing.thing && one.id === thing.id && one.reason.why === thing.reason.why;
  if (thing.made === undefined || !things.some(isSame)) things.push(thing);
}

/** What nobody has confirmed is told so many mornings past its day; after that the card of the week has it. Days. */
const mornings = 7;

const morningThings = (things: readonly StaleThing[], before: Date, today: LocalDate): readonly StaleThing[] =>
  things.flatMap((thing) => {
    const { reason, made } = thing;
    if (!made || made.at >= before || (reason.why !== 'waits' && reason.why !== 'unconfirmed')) return [];
    return daysBetween(reason.on, today) < mornings ? [thing] : [];
  });

function recipientsOf(owner: string | undefined, { byOwner, others }: OwnerDirectory): readonly string[] {
  const own = owner === undefined ? undefined : byOwner.get(ownerKey(owner));
  return own ?? others;
}

function cardOf(cards: Map<string, { things: StaleThing[]; reported: number }>, personId: string) {
  const card = cards.get(personId) ?? { things: [], reported: 0 };
  cards.set(personId, card);
  return card;
}

/** Who answers for each text that has reports; `undefined` for one that is gone. */
export const ownersOfReported = (
  content: ReportableContent,
  sums: readonly ReportSum[],
): readonly (string | undefined)[] => sums.map(({ contentId }) => findReportable(content, contentId)?.approval.owner);
