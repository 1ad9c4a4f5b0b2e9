import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import { type Catalogue, isShown } from '../catalogue/catalogue.ts';
import { applyAllChanges } from '../content/apply-all-changes.ts';
import type { ContentStore } from '../content/content-store.ts';
import { moduleStates } from '../content/module-state.ts';
import { readTexts } from '../content/read-texts.ts';
import type { TextStore } from '../content/text-store.ts';
import type { WholeContent } from '../content/whole-content.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { ReportStore } from '../reports/report-store.ts';
import { sumReports } from '../reports/sum-reports.ts';
import { type OwnerCard, ownersOfReported, shareMorning, shareThings } from './owner-card.ts';
import { type OwnerDirectory, readOwnerDirectory } from './owner-directory.ts';
import { staleThings } from './stale-things.ts';

export type ReadOwnerCardsNeeds = {
  people: PersonStore;
  units: UnitStore;
  content: ContentStore;
  texts: TextStore;
  reports: ReportStore;
  /** What the files say. */
  baseContent: WholeContent;
  /** For the policies, which nobody changes from the chat. */
  catalogue: Omit<Catalogue, 'modules'>;
  zone: TimeZone;
};

/**
 * The cards of all who have something to see to, by personId; nobody else is in it. `morning`: when it began; then it is about what was
 * changed before and waits for a second person. Throws `unavailable` or `throttled`.
 */
export type ReadOwnerCards = (now: Date, morning?: Date) => Promise<ReadonlyMap<string, OwnerCard>>;

/** How long it may go unnoticed that somebody has got, or left, a post. A round is a few messages within minutes. */
const directoryMs = 10 * 60_000;

export function createReadOwnerCards(needs: ReadOwnerCardsNeeds): ReadOwnerCards {
  let known: { directory: OwnerDirectory; at: Date } | undefined;
  const dateOf = (at: Date) => localDateAt(at, needs.zone);

  async function readDirectory(now: Date): Promise<OwnerDirectory> {
    const ageMs = known ? Math.abs(now.getTime() - known.at.getTime()) : directoryMs;
    if (known && ageMs < directoryMs) return known.directory;
    const directory = await readOwnerDirectory(needs, dateOf(now));
    known = { directory, at: now };
    return directory;
  }

  return async (now, morning) => {
    const [changes, reports] = await Promise.all([
      toArray(needs.content.list(() => undefined)),
      toArray(needs.reports.list()),
    ]);
    const content = applyAllChanges(needs.baseContent, changes, { dateOf, texts: await readTexts(needs, changes) });
    const states = moduleStates(needs.baseContent.modules, changes, dateOf);
    const things = staleThings(content, { changes, states }, dateOf(now), {
      contacts: needs.baseContent.contacts,
      dateOf,
    });
    if (morning) {
      const isWaiting = things.some(({ made }) => made && made.at < morning);
      if (!isWaiting) return new Map();
      return shareMorning(things, { before: morning, today: dateOf(now) }, await readDirectory(now));
    }
    // As the list of reports finds them: what nobody is shown any more, only those who look after it all can close.
    const catalogue = { ...needs.catalogue, modules: content.modules.filter(isShown) };
    const reported = ownersOfReported({ ...content, catalogue }, sumReports(reports));
    if (things.length + reported.length === 0) return new Map();
    return shareThings(things, reported, await readDirectory(now));
  };
}
