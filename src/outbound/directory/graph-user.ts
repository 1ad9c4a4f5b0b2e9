import { z } from 'zod';
import { Failure } from '../../core/failure.ts';
import type { DirectoryUser } from '../../features/people/directory.ts';
import type { DirectoryRules } from '../../features/people/roster.ts';

const text = z.string().nullish();
const facts = z.record(z.string(), z.unknown()).nullish();

const userSchema = z.object({
  id: z.string().min(1),
  ...{ userPrincipalName: text, givenName: text, surname: text, displayName: text, userType: text },
  accountEnabled: z.boolean().nullish(),
  onPremisesExtensionAttributes: facts,
  employeeOrgData: facts,
  // Read by itself: a manager may be an external contact, which has no user name.
  manager: z.object({ userPrincipalName: text }).nullish(),
});

/** In which field of a user an attribute lies. */
function fieldOf(attribute: string): string {
  if (attribute.startsWith('extensionAttribute')) return 'onPremisesExtensionAttributes';
  return attribute === 'division' || attribute === 'costCenter' ? 'employeeOrgData' : attribute;
}

const attributesOf = ({ columns }: DirectoryRules): readonly string[] => [...new Set(Object.values(columns).flat())];

const always = ['id', 'userPrincipalName', 'givenName', 'surname', 'displayName', 'accountEnabled', 'userType'];

/** What is asked for, and no more: each field once. */
export const fieldsOf = (rules: DirectoryRules): readonly string[] => [
  ...new Set([...always, ...attributesOf(rules).map(fieldOf)]),
];

const memberSchema = userSchema.pick({ id: true });

/** Throws Failure `unavailable` for what is no user. */
export function readMemberId(value: Readonly<Record<string, unknown>>): string {
  const { data } = memberSchema.safeParse(value);
  if (!data)
    throw new Failure('unavailable', 'Microsoft Graph told of a member in a form that is not known; try again');
  return data.id;
}

/** Throws Failure `unavailable` for what is no user: the list is then not what it should be. */
export function readUser(value: Readonly<Record<string, unknown>>, rules: DirectoryRules): DirectoryUser {
  const { data: user } = userSchema.safeParse(value);
  if (!user) throw new Failure('unavailable', 'Microsoft Graph told of a user in a form that is not known; try again');
  const held = { ...user.onPremisesExtensionAttributes, ...user.employeeOrgData };
  const attributes = attributesOf(rules).flatMap((name) => {
    const found = fieldOf(name) === name ? value[name] : held[name];
    return typeof found === 'string' && found !== '' ? [[name, found]] : [];
  });
  return {
    id: user.id,
    isGuest: user.userType?.toLowerCase() === 'guest',
    // Only a clear no: without the right to read it we would take everybody for having left.
    isEnabled: user.accountEnabled !== false,
    attributes: Object.fromEntries(attributes),
    ...(user.userPrincipalName && { upn: user.userPrincipalName }),
    ...(user.givenName && { givenName: user.givenName }),
    ...(user.surname && { familyName: user.surname }),
    ...(user.displayName && { displayName: user.displayName }),
    ...(user.manager?.userPrincipalName && { managerUpn: user.manager.userPrincipalName }),
  };
}
