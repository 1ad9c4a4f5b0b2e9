import type { TokenCredential } from '@azure/identity';
import { Failure } from '../../core/failure.ts';
import { isSafeUrl } from '../../core/safe-url.ts';
import type { Secret } from '../../core/secret.ts';

/**
 * How to reach the storage account. `account` signs in with the managed identity `clientId`, or without it by whatever
 * `DefaultAzureCredential` finds (a system-assigned identity, or a developer's `az login`).
 */
export type StorageConnection =
  | { kind: 'connection-string'; connectionString: Secret }
  | { kind: 'account'; account: string; clientId?: string };

/** Where one service of an account is, and the identity that opens it. Throws Failure `invalid` for an impossible account name. */
export async function signInTo(
  connection: Extract<StorageConnection, { kind: 'account' }>,
  service: 'table' | 'queue',
): Promise<{ url: string; credential: TokenCredential }> {
  if (!/^[a-z0-9]{3,24}$/.test(connection.account)) {
    throw new Failure('invalid', 'The storage account name has 3 to 24 characters of a–z and 0–9; correct the setting');
  }
  return {
    url: `https://${connection.account}.${service}.core.windows.net`,
    credential: await credentialOf(connection),
  };
}

/** Loaded only where it is needed: the identity library takes longer to load than the rest of storage together. */
async function credentialOf({ clientId }: { clientId?: string }): Promise<TokenCredential> {
  const { DefaultAzureCredential, ManagedIdentityCredential } = await import('@azure/identity');
  return clientId ? new ManagedIdentityCredential({ clientId }) : new DefaultAzureCredential();
}

/** Throws Failure `invalid` for an address that is reached unencrypted, unless it is on this machine (Azurite). */
export function checkEncrypted(url: string): void {
  if (isSafeUrl(url)) return;
  throw new Failure(
    'invalid',
    `Storage on ${new URL(url).hostname} would be reached unencrypted; use its https address`,
  );
}

/** Throws Failure `invalid` for a prefix that cannot begin the names of both tables and queues. */
export function checkPrefix(prefix: string): void {
  if (/^([a-z][a-z\d]{0,19})?$/.test(prefix)) return;
  throw new Failure('invalid', 'The storage prefix has at most 20 of a–z and 0–9, a letter first; correct the setting');
}

/** What a client can be made from, read once. Throws Failure `invalid` when the text is no connection string. */
export function readConnectionString<T>(connectionString: Secret, make: (text: string) => T): T {
  try {
    return make(connectionString.reveal());
  } catch (error) {
    if (error instanceof Failure) throw error;
    // The SDK's message may quote the string, which holds a key.
    throw new Failure('invalid', 'The storage connection string cannot be read; copy it again from the portal');
  }
}
