import type { RosterRun } from '../../../src/features/people/roster-run-store.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { rosterRunView } from '../../../src/views/roster-run.view.ts';

const words = [
  ...[['missing', 'Brukernavn'], ['not-a-date', 'Startdato'], ['ends-before-it-begins', 'Sluttdato'], ['twice']],
  ...[
    ['unknown-unit', 'Leder for'],
    ['unknown-leader', 'Nærmeste leder'],
    ['same-id-as-another', 'Entra-id'],
  ],
  ...[
    ['begins-later', 'Startdato'],
    ['two-people'],
    ['name-of-another', 'Brukernavn'],
    ['guest-account', 'Brukernavn'],
  ],
  ...[
    ['in-a-circle', 'Overordnet enhetskode'],
    ['other-name', 'Enhet'],
    ['unknown-word', 'Tjeneste'],
    ['unknown-mentor', 'Fadder'],
    ['unknown-module', 'Fritatt for'],
    ['unknown-post', 'Fagansvar for'],
    ['not-readable', 'extensionAttribute1 / department'],
  ],
];
const run: RosterRun = {
  ...{
    runId: 'a',
    at: new Date('2026-11-23T02:00:00Z'),
    source: 'file',
    outcome: 'applied',
    joined: 12,
    changed: 3,
    moved: 2,
    left: 1,
  },
  ...{ same: 640, refused: 0, noted: 0, problems: [] },
};
const refused = new Set([
  ...[
    'missing',
    'not-a-date',
    'ends-before-it-begins',
    'same-id-as-another',
    'two-people',
    'name-of-another',
    'guest-account',
  ],
]);
const problems = words.map(
  ([problem = '', header], at) =>
    ({
      row: at + 2,
      problem,
      severity: refused.has(problem) ? 'refused' : 'noted',
      ...(header && { header }),
    }) as const,
);
const ofHeader = [
  { row: 1, column: 'upn', header: 'Brukernavn', problem: 'no-column', severity: 'refused' },
  { row: 1, column: 'unit', header: 'Enhetskode', problem: 'column-twice', severity: 'refused' },
] as const;
const unnamed = problems.map(({ header: _, ...rest }) => rest);

const requests = Array.from({ length: 14 }, (_, at) => ({
  aadObjectId: `8c1e6a3f-0000-4000-8000-${String(at).padStart(12, '0')}`,
  askedOn: '2026-11-20' as const,
}));
const nobody: RosterRun = {
  ...{ ...run, source: 'directory', joined: 0, changed: 0, moved: 0, left: 0, same: 0 },
};

export const states = defineStates(rosterRunView, {
  'none yet': {},
  'all well': { run },
  tried: { run: { ...run, outcome: 'tried' } },
  'many problems': { run: { ...run, outcome: 'partly', refused: 40, noted: 30, problems } },
  'many problems, from before columns were told': { run: { ...run, refused: 40, noted: 30, problems: unnamed } },
  'one refused': { run: { ...run, refused: 1, problems: problems.slice(2, 3) } },
  'three ask to be added, for a coordinator': { run, waiting: 3 },
  'one asks to be added, for who runs Undring': { run, requests: requests.slice(0, 1) },
  'many ask to be added': { requests },
  stopped: { run: { ...run, outcome: 'stopped', left: 400 } },
  'a column is gone': {
    run: {
      ...{ ...run, outcome: 'fewer-columns', noted: 1 },
      problems: [{ row: 1, column: 'leader', header: 'Leder', problem: 'no-column', severity: 'noted' }],
    },
  },
  'a column is empty': {
    run: {
      ...{ ...run, outcome: 'fewer-columns', noted: 1 },
      problems: [{ row: 1, column: 'leads', header: 'Leder for', problem: 'empty-column', severity: 'noted' }],
    },
  },
  'from the directory': { run: { ...run, source: 'directory', refused: 1, problems: problems.slice(2, 3) } },
  'nothing new': {
    run: { ...run, source: 'directory', outcome: 'unchanged', joined: 0, changed: 0, moved: 0, left: 0 },
  },
  'no answer': { run: { ...nobody, outcome: 'no-answer' } },
  'not let in': { run: { ...nobody, outcome: 'not-let-in' } },
  refused: { run: { ...nobody, source: 'file', outcome: 'refused', refused: 2, problems: [...ofHeader] } },
});
