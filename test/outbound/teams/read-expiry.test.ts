import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFailure } from '../../../src/core/failure.ts';
import { Secret } from '../../../src/core/secret.ts';
import { readExpiry } from '../../../src/outbound/teams/read-expiry.ts';
import { aCertificate } from './a-certificate.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'undring-pem-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a secret runs out on the day that is written down', async () => {
  expect(await readExpiry({ kind: 'secret', secret: new Secret('x'), expiresOn: '2027-05-01' })).toEqual({
    what: 'secret',
    expiresOn: '2027-05-01',
  });
});

test('a certificate runs out on the day that stands in it', async () => {
  const file = path.join(folder, 'good.pem');
  await writeFile(file, aCertificate);
  expect(await readExpiry({ kind: 'certificate', file })).toEqual({ what: 'certificate', expiresOn: '2027-05-01' });
});

test('a managed identity never runs out', async () => {
  expect(await readExpiry({ kind: 'managed-identity', clientId: 'a' })).toBeUndefined();
});

test('a file that is no certificate, or not there, is refused without a word of what it holds', async () => {
  const file = path.join(folder, 'key.pem');
  await writeFile(file, 'hemmelig nøkkel');
  for (const one of [file, path.join(folder, 'missing.pem')]) {
    const refused = readExpiry({ kind: 'certificate', file: one });
    await expect(refused).rejects.toSatisfy((error) => isFailure(error, 'invalid'));
    await expect(refused).rejects.not.toThrow(/hemmelig|pem'/);
  }
});
