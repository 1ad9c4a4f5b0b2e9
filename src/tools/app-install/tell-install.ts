import type { InstallRun, InstallStop, StaffInstall } from '../../features/use-cases/install-for-staff.ts';
import { csvFile } from '../../views/sheet/figures-csv.ts';

type Reason = StaffInstall['reason'];

/** In the order that they are told in; `docs/install-in-teams.md` says what to do about each. */
const reasons: Readonly<Record<Reason, string>> = {
  wanted: 'would get it',
  installed: 'got it',
  had: 'had it already',
  reachable: 'can be written to already',
  'not-at-work': 'not at work here today',
  'no-id': 'no id from Entra in the staff list',
  blocked: 'has blocked Undring',
  uninstalled: 'has had it taken away',
  'not-allowed': 'not allowed by Teams',
  'unknown-user': 'no such user in Microsoft 365',
  refused: 'refused by Microsoft Graph',
  throttled: 'Microsoft Graph asked to wait',
  'no-answer': 'no answer from Microsoft Graph',
  'not-let-in': 'our token is not taken',
  'not-tried': 'not tried',
  unreadable: 'rows that cannot be read',
};

const stops: Readonly<Record<InstallStop, string>> = {
  'not-allowed':
    'Stopped: Teams let us install for nobody. Give the app the permission TeamsAppInstallation.ReadWriteSelfForUser.All, use a package made with --graph-install, and look at the app permission policy. See docs/install-in-teams.md.',
  'not-let-in':
    'Stopped: Microsoft Graph does not take our token. Check UNDRING_CREDENTIALS, the app registration, and the permission TeamsAppInstallation.ReadWriteSelfForUser.All.',
  'no-answer': 'Stopped: Microsoft Graph does not answer. Run it again later; it goes on where it was.',
  asked: 'Stopped, as you asked. Run it again; it goes on where it was.',
};

/** How many for each reason. Nobody's name. */
export function tellSums(people: readonly Pick<StaffInstall, 'reason'>[]): string {
  const sums = Object.entries(reasons).flatMap(([reason, told]) => {
    const count = people.filter((one) => one.reason === reason).length;
    return count === 0 ? [] : [`  ${count} ${told}`];
  });
  return [`${people.length} people in the staff list:`, ...sums].join('\n');
}

export const tellStop = (stop: NonNullable<InstallRun['stop']>): string => stops[stop];

/** One line for each person, for whoever asked for the file: the name, to know whom it is about, and nothing else of them. */
export const installsCsv = (people: readonly StaffInstall[]): Buffer =>
  csvFile([['Name', 'Result'], ...people.map(({ displayName, reason }) => [displayName, reasons[reason]])]);
