import type { AccessRequest } from '../features/people/access-request.ts';
import type { RosterRun } from '../features/people/roster-run-store.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { problemLine } from './roster-problem-words.ts';

/**
 * `run`: the latest import; absent when there was none. Of those who ask to be added, who runs Undring sees the account (`requests`), and
 * everybody else how many there are (`waiting`).
 */
export type RosterRunModel = { run?: RosterRun; requests?: readonly AccessRequest[]; waiting?: number };

/** More than these nobody reads on a card; the command lists the first fifty, and how many there are besides. */
const shownProblems = 12;

/** How the latest import of the staff list went: counts, and where in the file something is wrong. Nobody's name. */
export const rosterRunView = defineView<RosterRunModel>('roster-run', ({ run, requests, waiting }, kit) => {
  const title = kit.t('roster.title');
  return {
    data: {
      title,
      texts: run
        ? lines(
            kit.t('roster.at', { day: kit.day(run.at) }),
            run.source === 'directory' && isRead(run) ? kit.t('roster.from-directory') : undefined,
            outcomeWords[run.outcome](kit, run),
            wouldChange.includes(run.outcome) ? kit.t('roster.would') : undefined,
          )
        : lines(kit.t('roster.none')),
      counts: run && isRead(run) ? [{ facts: factsOf(run, kit) }] : [],
      problems: [
        ...askingOf({ requests, waiting }, kit),
        ...(run && run.problems.length > 0 ? [problemsOf(run, kit)] : []),
      ],
      actions: [kit.button('welcome.show', kit.t('common.home'))],
    },
    summary: title,
  };
});

function askingOf({ requests, waiting = 0 }: RosterRunModel, kit: ViewKit) {
  const count = requests?.length ?? waiting;
  if (count === 0) return [];
  const shown = (requests ?? []).slice(0, shownProblems);
  const rows = shown.map(({ aadObjectId, askedOn }) =>
    kit.t('roster.requests.row', { id: kit.plain(aadObjectId), date: kit.date(askedOn) }),
  );
  const more = (requests?.length ?? 0) - shown.length;
  const how = requests ? kit.t('roster.requests.look-up') : kit.t('roster.requests.count-only');
  return [
    {
      heading: kit.t('roster.requests.title', { count }),
      rows: lines(how, ...rows, more > 0 ? kit.t('roster.more', { more }) : undefined),
    },
  ];
}

const outcomeWords: Readonly<Record<RosterRun['outcome'], (kit: ViewKit, run: RosterRun) => string>> = {
  tried: (kit) => kit.t('roster.outcome.tried'),
  applied: (kit, { refused }) => kit.t('roster.outcome.applied', { refused }),
  partly: (kit) => kit.t('roster.outcome.partly'),
  stopped: (kit) => kit.t('roster.outcome.stopped'),
  'fewer-columns': (kit) => kit.t('roster.outcome.fewer-columns'),
  refused: (kit) => kit.t('roster.outcome.refused'),
  unchanged: (kit) => kit.t('roster.outcome.unchanged'),
  'no-answer': (kit) => kit.t('roster.outcome.no-answer'),
  'not-let-in': (kit) => kit.t('roster.outcome.not-let-in'),
};

/** What these count, nobody has changed. */
const wouldChange: readonly RosterRun['outcome'][] = ['tried', 'stopped', 'fewer-columns'];

/** A run that could not read the list says nothing of people. */
const isRead = ({ outcome }: RosterRun): boolean => outcome !== 'no-answer' && outcome !== 'not-let-in';

const factsOf = ({ joined, moved, changed, left, same }: RosterRun, kit: ViewKit) => [
  { title: kit.t('roster.joined'), value: String(joined) },
  { title: kit.t('roster.moved'), value: String(moved) },
  { title: kit.t('roster.changed'), value: String(changed) },
  { title: kit.t('roster.left'), value: String(left) },
  { title: kit.t('roster.same'), value: String(same) },
];

function problemsOf({ problems, refused, noted }: RosterRun, kit: ViewKit) {
  const shown = problems.slice(0, shownProblems).map((problem) => problemLine(problem, kit));
  const more = refused + noted - shown.length;
  const isHeader = problems.every(({ row }) => row === 1);
  return {
    heading: isHeader ? kit.t('roster.problems-header') : kit.t('roster.problems', { refused, noted }),
    rows: lines(...shown, more > 0 ? kit.t('roster.more', { more }) : undefined),
  };
}
