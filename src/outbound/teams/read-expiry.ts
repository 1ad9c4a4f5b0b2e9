import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Failure } from '../../core/failure.ts';
import { readLocalDate } from '../../core/local-date.ts';
import type { Expiry } from '../../features/credentials/expiry.ts';
import type { Credentials } from './access-token.ts';

/** When what the bot proves itself with runs out. Throws Failure `invalid` when the file of a certificate cannot be used. */
export async function readExpiry(credentials: Credentials): Promise<Expiry | undefined> {
  if (credentials.kind === 'secret') return { what: 'secret', expiresOn: credentials.expiresOn };
  if (credentials.kind !== 'certificate') return undefined;
  try {
    const { validToDate } = new X509Certificate(await readFile(credentials.file));
    const expiresOn = readLocalDate(validToDate.toISOString().slice(0, 'YYYY-MM-DD'.length));
    if (expiresOn) return { what: 'certificate', expiresOn };
  } catch {
    // What the file holds is a key: neither it nor the error is told.
  }
  throw new Failure(
    'invalid',
    'the file of UNDRING_APP_CERTIFICATE holds no certificate; give a PEM file with certificate and key',
  );
}
