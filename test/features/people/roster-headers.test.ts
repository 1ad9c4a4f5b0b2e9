import { expect, test } from 'vitest';
import { createHeaderOf } from '../../../src/features/people/roster-headers.ts';
import { rosterRules } from './roster-rules.ts';

test('a column is called what the file calls it, in the words of the pack, and the first of them where it is missing', () => {
  const headerOf = createHeaderOf(rosterRules, 'file', ['E-POST', 'Fra dato', 'Noe annet']);
  expect(['upn', 'employedOn', 'unit', 'groupRole', 'no-such'].map(headerOf)).toEqual([
    ...['E-post', 'Fra dato', 'Enhetskode', undefined, undefined],
  ]);
});

test('of the directory it is the attribute, and where there is none our own name', () => {
  const headerOf = createHeaderOf(rosterRules, 'directory', ['upn', 'unit']);
  expect(['upn', 'unit', 'employedOn', 'leader', 'endsOn'].map(headerOf)).toEqual([
    ...['userPrincipalName', 'department', 'employeeHireDate', 'manager', 'endsOn'],
  ]);
});
