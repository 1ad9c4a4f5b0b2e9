import type { RosterRun } from '../../features/people/roster-run-store.ts';

const outcomes: Readonly<Record<RosterRun['outcome'], string>> = {
  tried: 'Dry run: nothing is changed. Run it again with --apply.',
  applied: 'Applied.',
  partly: 'Applied, but not for everybody: somebody has keys of somebody else. Run it again, and look at the problems.',
  stopped:
    'Nothing is changed: more than 10 % leave now or within a month. Is that right? If so, run it with --apply --many-leave.',
  'fewer-columns':
    'Nothing is changed: a column is missing that the list before this one had, and people would lose what it told. Is that right? If so, run it with --apply --fewer-columns.',
  refused: 'Nothing is changed: the list has no row that can be used.',
  unchanged: 'Nothing is changed: Microsoft 365 has nothing new.',
  'no-answer': 'Nothing is changed: Microsoft 365 did not answer. Try again later.',
  'not-let-in':
    'Nothing is changed: Microsoft 365 does not let us read. See docs/staff-from-microsoft-365.md, and `directory` in content/roster.yaml.',
};

/** How an import went, for who runs it: counts, and where in the file something is wrong. Nobody's name. */
export function tellRun(run: RosterRun): string {
  const { joined, changed, moved, left, same, refused, noted, problems } = run;
  const lines = problems.map(({ row, column, header = column, problem, severity }) => {
    const place = row === 1 ? 'header' : `row ${row}`;
    return `  ${place}${header ? `, ${header}` : ''}: ${problem} (${severity})`;
  });
  const more = refused + noted - problems.length;
  const isRead = run.outcome !== 'no-answer' && run.outcome !== 'not-let-in';
  if (!isRead) return outcomes[run.outcome];
  return [
    `${joined} new, ${moved} moved, ${changed} changed, ${left} leaving, ${same} as before.`,
    ...(refused + noted > 0 ? [`${refused} rows refused, ${noted} things noted:`, ...lines] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
    outcomes[run.outcome],
  ].join('\n');
}
