import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import { withDeadline } from './core/deadline.ts';
import type { Telemetry } from './core/events.ts';
import { Failure } from './core/failure.ts';
import { localDateAt } from './core/local-date.ts';
import { isShown } from './features/catalogue/catalogue.ts';
import type { ContentStore } from './features/content/content-store.ts';
import { createLiveContent } from './features/content/live-content.ts';
import type { LocalDates } from './features/content/local-dates.ts';
import type { TextStore } from './features/content/text-store.ts';
import type { WholeContent } from './features/content/whole-content.ts';
import { datesOf } from './packs/dates-of.ts';
import { type LoadedPack, loadPack } from './packs/load-pack.ts';
import type { Pack } from './packs/pack.ts';

export type PackFiles = Pick<LoadedPack, 'pack' | 'isWhole' | 'editors'>;

/** Content that is missing or broken is told and left out; it stops neither a start nor the help. */
export async function loadPackFor(config: Config, telemetry: Telemetry): Promise<PackFiles> {
  const { pack, isWhole, editors, problems } = await loadPack(config.packFolder, 'stand-in');
  for (const { file, severity = 'error' } of problems) telemetry.record({ event: 'content-problem', severity, file });
  const { zone = pack.zone } = config;
  return { isWhole, editors, pack: { ...pack, zone, calendar: { ...pack.calendar, zone } } };
}

/** The pack as the files and who looks after the content together make it. */
export type LivePack = {
  /** The same object until something was changed: what is made of it may be kept. */
  current(): Pack;
  /** What the files say. */
  base: WholeContent;
  refresh(): Promise<void>;
  /** Reads now, and again every half minute: a number that somebody has corrected reaches every replica. Waits `waitMs` at most. Never throws. */
  start(waitMs: number): Promise<void>;
  stop(): void;
};

const everyMs = 30_000;

/** The files that have one approval for all that is in them. */
const listsOf = ({ catalogue }: Pack): WholeContent['lists'] =>
  (['introduction', 'certificates'] as const).flatMap((listId) => {
    const about = catalogue[listId]?.about;
    return about ? [{ listId, ...about }] : [];
  });

export function composeLivePack(
  needs: PackFiles & { content: ContentStore; texts: TextStore; telemetry: Telemetry; clock: Clock },
): LivePack {
  const { pack, editors, content, texts, telemetry, clock } = needs;
  const base: WholeContent = {
    ...{ modules: pack.catalogue.modules, contacts: pack.guide.contacts, editors },
    ...{ guide: pack.guide, words: pack.words, policies: pack.catalogue.policies },
    ...{ dates: datesOf(pack), lists: listsOf(pack) },
  };
  const live = createLiveContent(
    {
      ...{ content, texts, base, dateOf: (at: Date) => localDateAt(at, pack.zone) },
      today: () => localDateAt(clock.now(), pack.zone),
      tellUnreadable: () => telemetry.record({ event: 'background-failed', at: 'content', kind: 'bug' }),
    },
    ({ modules, guide, words, dates }): Pack => ({
      ...pack,
      catalogue: { ...withDates(pack.catalogue, dates), modules: modules.filter(isShown) },
      calendar: { ...pack.calendar, ...(dates && { localDaysOff: dates.daysOff }) },
      ...{ guide, words },
    }),
  );
  let timer: NodeJS.Timeout | undefined;
  // Without storage the files stand, and so does what was known before.
  const tryRefresh = async (): Promise<void> => {
    try {
      await live.refresh();
    } catch (error) {
      const kind = error instanceof Failure ? error.kind : 'bug';
      telemetry.record({ event: 'background-failed', at: 'content', kind });
    }
  };
  return {
    ...live,
    base,
    async start(waitMs) {
      timer = setInterval(() => void tryRefresh(), everyMs);
      timer.unref();
      await withDeadline(tryRefresh(), waitMs, 'reading what was changed').catch(() => undefined);
    },
    stop: () => clearInterval(timer),
  };
}

/** What `make` makes of the latest value, made again only when there is another. */
export function remembered<A extends object, B>(latest: () => A, make: (value: A) => B): () => B {
  let known: { of: A; made: B } | undefined;
  return () => {
    const of = latest();
    if (known?.of !== of) known = { of, made: make(of) };
    return known.made;
  };
}

function withDates(catalogue: Pack['catalogue'], dates: LocalDates | undefined): Pack['catalogue'] {
  const { introduction } = catalogue;
  const onboardingDays = dates?.onboardingDays;
  return {
    ...catalogue,
    ...(dates && { waves: dates.waves }),
    ...(introduction && onboardingDays && { introduction: { ...introduction, onboardingDays } }),
  };
}
