import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFailure } from '../../src/core/failure.ts';
import { loadRoster } from '../../src/packs/load-roster.ts';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack } from '../support/copy-pack.ts';

const group = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

const real = await readFile(path.join(contentFolder, 'roster.yaml'), 'utf8');

/** The rules of the fictional municipality with one line changed. */
async function loadWith(from: string, to: string) {
  expect(real).toContain(from);
  return loadRoster(await copyPack({ file: 'roster.yaml', put: real.replace(from, to) }));
}
const filter = "filter: companyName eq 'Fjordvik kommune' and employeeType eq 'Ansatt'";

describe('the directory of a pack', () => {
  it('is found by a filter or by groups', async () => {
    const { directory } = await loadWith(filter, `groups: [${group}]`);
    expect(directory).toMatchObject({ groups: [group], managersLead: true });
  });

  it('may tell who somebody’s mentor is, by an attribute that holds the user name', async () => {
    const { directory } = await loadWith('role: [jobTitle]', 'role: [jobTitle]\n    mentor: [extensionAttribute5]');
    expect(directory?.columns).toMatchObject({ mentor: ['extensionAttribute5'] });
  });

  it.each([
    ['everybody', filter, 'groups: []', 'groups or a filter'],
    ['a filter and groups', filter, `groups: [${group}]\n  ${filter}`, 'groups or a filter'],
    ['no group at all', filter, 'groups: [alle]', 'object id'],
    ['somebody’s private number', 'unit: [department]', 'unit: [mobilePhone]', 'no attribute that may be read'],
    ['a group for a role that is none', 'managersLead: true', `roleGroups: { boss: [${group}] }`, 'roleGroups'],
    ['a role for a group without an id', 'managersLead: true', 'roleGroups: { mentor: [alle] }', 'object id'],
    ['a file for what only groups tell', 'columns:', 'columns:\n  groupRole: [Rolle]', 'groupRole'],
    ['nobody’s first day', 'employedOn: [employeeHireDate]', '', 'unit and employedOn'],
  ])('may not ask for %s', async (_, from, to, told) => {
    const refused = loadWith(from, to);
    await expect(refused).rejects.toSatisfy((error) => isFailure(error, 'invalid'));
    await expect(refused).rejects.toThrow(told);
  });
});
