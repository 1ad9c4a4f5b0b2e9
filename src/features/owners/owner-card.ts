import { ownerKey } from '../people/permissions.ts';
import { findReportable, type ReportableContent } from '../reports/reportable.ts';
import type { ReportSum } from '../reports/sum-reports.ts';
import type { OwnerDirectory } from './owner-directory.ts';
import type { StaleThing } from './stale-things.ts';

/** What somebody is told who answers for texts. `reported`: how many of them have open reports. */
export type OwnerCard = { things: readonly StaleThing[]; reported: number };

/** Whom each thing is told, by personId. Nobody is left out: what has no owner among the people goes to those who look after it all. */
export function shareThings(
  things: readonly StaleThing[],
  reportedOwners: readonly (string | undefined)[],
  directory: OwnerDirectory,
): ReadonlyMap<string, OwnerCard> {
  const cards = new Map<string, { things: StaleThing[]; reported: number }>();
  const cardsOf = (personIds: readonly string[]) => personIds.map((personId) => cardOf(cards, personId));
  for (const thing of things) for (const card of cardsOf(whoHears(thing, directory))) card.things.push(thing);
  for (const owner of reportedOwners) for (const card of cardsOf(recipientsOf(owner, directory))) card.reported += 1;
  return cards;
}

/** The owner may be the one who made the change: somebody else has to hear that it waits. */
function whoHears({ owner, reason }: StaleThing, directory: OwnerDirectory): readonly string[] {
  const own = recipientsOf(owner, directory);
  return reason.why === 'unconfirmed' ? [...new Set([...own, ...directory.others])] : own;
}

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
