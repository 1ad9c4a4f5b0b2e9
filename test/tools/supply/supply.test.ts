import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkLicences } from '../../../src/tools/supply/check-licences.ts';
import { exceptions, findException } from '../../../src/tools/supply/exceptions.ts';
import { readAudit } from '../../../src/tools/supply/read-audit.ts';

const today = '2026-11-26';
const root = path.resolve(import.meta.dirname, '../../..');
const lockOf = (packages: Record<string, { license?: string; dev?: boolean }>) => ({
  packages: { '': {}, ...packages },
});

describe('licences', () => {
  test('of everything that is locked are on the list, or excepted', async () => {
    const lock: unknown = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
    expect(checkLicences(lock, today)).toEqual([]);
  });

  test.each(['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-3.0', 'SEE LICENSE IN x', undefined])('%s is told', (license) => {
    expect(checkLicences(lockOf({ 'node_modules/a/node_modules/b': { license } }), today)).toEqual([
      expect.stringMatching(/^b: .*Read it/),
    ]);
  });

  test.each(['MIT', '(AFL-2.1 OR BSD-3-Clause)', 'MIT AND OFL-1.1'])('%s is fine', (license) => {
    expect(checkLicences(lockOf({ 'node_modules/a': { license } }), today)).toEqual([]);
  });

  test('that ask for something back are for development only', () => {
    const license = 'MPL-2.0';
    expect(checkLicences(lockOf({ 'node_modules/a': { license, dev: true } }), today)).toEqual([]);
    expect(checkLicences(lockOf({ 'node_modules/a': { license } }), today)).toHaveLength(1);
  });
});

describe('an exception', () => {
  test('holds to its day and no longer', () => {
    expect(findException('botbuilder', 'archived', '2027-06-30')).toBeDefined();
    expect(findException('botbuilder', 'archived', '2027-07-01')).toBeUndefined();
    expect(findException('botbuilder', 'vulnerable', today)).toBeUndefined();
  });

  test('has a reason, and a day within a year and a half', () => {
    for (const { reason, until } of exceptions) {
      expect(reason.length).toBeGreaterThan(20);
      expect(until < '2028-06-01').toBe(true);
    }
  });
});

describe('what the registry says of known holes', () => {
  const report = (severity: string) =>
    JSON.stringify({
      vulnerabilities: {
        qs: { severity, via: [{ title: 'Prototype pollution', url: 'https://github.com/advisories/x' }] },
      },
      metadata: { vulnerabilities: { total: 1 } },
    });

  test.each(['high', 'critical'])('%s is red', (severity) => {
    expect(readAudit(report(severity), today)).toMatchObject({ high: [expect.stringMatching(/^qs: .*Prototype/)] });
  });

  test('moderate is counted and not red', () => {
    expect(readAudit(report('moderate'), today)).toEqual({ outcome: 'answered', high: [], total: 1 });
  });

  test.each(['', 'not json', '{}', '{"vulnerabilities":{}}', '{"message":"405 Method Not Allowed","statusCode":405}'])(
    'no whole report is no report, and never "nothing found": %s',
    (output) => {
      expect(readAudit(output, today).outcome).toBe('not-run');
    },
  );
});
