import type { LocalDate } from '../../core/local-date.ts';

/** What we use although it is not as it should be: why, and until when. After that day the check is red until somebody has looked again. */
export type Exception = { name: string; kind: 'archived' | 'vulnerable' | 'licence'; reason: string; until: LocalDate };

export const exceptions: readonly Exception[] = [
  {
    name: 'botbuilder',
    kind: 'archived',
    reason: 'asked for; behind two folders, with its door and its way out replaced: docs/decisions/0024',
    until: '2027-06-30',
  },
  {
    name: 'adaptive-expressions',
    kind: 'archived',
    reason: 'what adaptivecards-templating binds with; given our own templates only, in one file: docs/decisions/0024',
    until: '2027-06-30',
  },
  {
    name: 'escape-regexp-component',
    kind: 'licence',
    reason: 'no field in package.json; its Readme says MIT',
    until: '2027-11-30',
  },
  {
    name: 'jspath',
    kind: 'licence',
    reason: 'no field in package.json; its LICENSE has the words of MIT',
    until: '2027-11-30',
  },
  {
    name: 'png-js',
    kind: 'licence',
    reason: 'no field in package.json; its LICENSE says MIT',
    until: '2027-11-30',
  },
  {
    name: 'uri-templates',
    kind: 'licence',
    reason: 'names an address instead of a licence; comes with azurite, for development only',
    until: '2027-11-30',
  },
];

/** The exception that holds on this day. */
export function findException(name: string, kind: Exception['kind'], today: LocalDate): Exception | undefined {
  return exceptions.find((one) => one.name === name && one.kind === kind && one.until >= today);
}
