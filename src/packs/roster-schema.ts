import { z } from 'zod';
import { roles, sectors } from '../features/people/person.ts';
import { directoryColumns, type RosterRules, rosterColumns } from '../features/people/roster.ts';
import { localTextSchema } from './guide-facts-schema.ts';
import { idSchema } from './pack-schema.ts';

/** Of a file, that is: what group somebody is in no file tells. */
const fileColumns = rosterColumns.filter((column) => column !== 'groupRole');
const words = z.array(z.string().min(1)).min(1);

/** What Microsoft Graph tells of a user and a staff list may hold. Closed, so that nobody's private data is asked for by a slip. */
const attribute = z
  .string()
  .regex(
    /^(department|officeLocation|companyName|jobTitle|employeeId|employeeType|division|costCenter|employeeHireDate|employeeLeaveDateTime|createdDateTime|extensionAttribute([1-9]|1[0-5])|extension_[\da-f]{32}_\w{1,80})$/,
    'is no attribute that may be read; docs/staff-from-microsoft-365.md lists them',
  );

const groupId = z.guid('give the object id of a group');

const directory = z
  .strictObject({
    groups: z.array(groupId).max(50).default([]),
    filter: z.string().min(1).max(1_000).optional(),
    columns: z.partialRecord(z.enum(directoryColumns), z.array(attribute).min(1)),
    managersLead: z.boolean().default(false),
    roleGroups: z.partialRecord(z.enum(roles), z.array(groupId).min(1)).default({}),
  })
  // A tenant holds pupils too: nobody is read who was not asked for.
  .refine(({ groups, filter }) => groups.length > 0 !== (filter !== undefined), 'give either groups or a filter')
  // As many as Graph tells changes of in one question.
  .refine(
    ({ groups, roleGroups }) => new Set([...groups, ...Object.values(roleGroups).flat()]).size <= 50,
    'groups and roleGroups may name 50 groups together',
  )
  .refine(({ columns }) => columns.unit && columns.employedOn, 'columns needs unit and employedOn');

/** content/roster.yaml: how the HR system's own file is read, or the staff of Microsoft 365. */
export const rosterSchema = z
  .strictObject({
    columns: z.partialRecord(z.enum(fileColumns), words),
    sectors: z.partialRecord(z.enum(sectors), words).default({}),
    roles: z.partialRecord(z.enum(roles), words).default({}),
    profiles: z.record(idSchema, z.strictObject({ name: localTextSchema, words })).default({}),
    guestUnits: z.array(z.string().min(1)).default([]),
    directory: directory.optional(),
  })
  .transform((rules): RosterRules => rules);
