import type { DirectoryUser } from '../../src/features/people/directory.ts';
import { graphId } from './graph-stub.ts';

/** Somebody of the directory, as Graph tells of the same in `graphUsers`. */
export function directoryUser(at: number, more: Partial<DirectoryUser> = {}): DirectoryUser {
  const { attributes, ...rest } = more;
  const unit = Math.floor(at / 40);
  return {
    ...{ id: graphId(at), upn: `p${at}@fjordvik.kommune.no`, isGuest: false, isEnabled: true },
    ...{ givenName: 'Kari', familyName: 'Lund', displayName: 'Kari Lund' },
    ...(at > 0 && { managerUpn: `p${at % 40 === 0 ? 0 : unit * 40}@fjordvik.kommune.no` }),
    ...rest,
    attributes: {
      ...{ department: `Enhet ${unit}`, division: 'Oppvekst', jobTitle: 'Lærer', extensionAttribute2: 'Skole' },
      ...{ employeeHireDate: '2019-02-26T00:00:00Z', ...attributes },
    },
  };
}

export const directoryUsers = (people: number): DirectoryUser[] =>
  Array.from({ length: people }, (_, at) => directoryUser(at));
