import { Failure, type FailureKind } from '../../core/failure.ts';

/** What we read of an SDK error. Its message, request and response may quote what was stored, so they are never passed on. */
export type StorageError = { name: string; status?: number; code?: string };

/** The harmless part of anything that the storage SDKs throw. */
export function readStorageError(error: unknown): StorageError {
  if (typeof error !== 'object' || error === null) return { name: 'unknown' };
  const name = 'name' in error && typeof error.name === 'string' ? error.name : 'unknown';
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  const code = codeOf(error);
  return { name, ...(status === undefined ? {} : { status }), ...(code === undefined ? {} : { code }) };
}

/**
 * An SDK error as ours: 409 and 412 `conflict`; 429 and 503 `throttled`; timeouts, network, other 5xx, a refused or missing identity,
 * and a table or queue that is not there (yet) `unavailable`; the rest `bug`. `what` says what was tried, without values.
 */
export function translateError(error: unknown, what: string): Failure {
  if (error instanceof Failure) return error;
  const read = readStorageError(error);
  const kind = kindOf(read);
  const told = [read.status, read.code ?? read.name].filter((part) => part !== undefined).join(' ');
  return new Failure(kind, `${what}: ${told}; ${remedies[kind]}`);
}

const remedies: Record<FailureKind, string> = {
  conflict: 'read again and decide again',
  throttled: 'storage asks for patience, try again later',
  unavailable: 'check that storage can be reached and that the identity or key may use it',
  invalid: 'correct the setting',
  bug: 'this is ours to fix: look up the code in the Azure Storage documentation',
};

/** Codes of Node and the SDK for a request that got no whole answer. */
const networkCodes = /^(E[A-Z_]+|REQUEST_SEND_ERROR|PARSE_ERROR|UND_ERR\w*)$/;
const signInNames = ['AuthenticationError', 'AggregateAuthenticationError', 'CredentialUnavailableError'];
/** What a row or message would be in is not there: a start with storage away goes on, and makes it later. */
const placeGoneCodes = ['TableNotFound', 'QueueNotFound', 'TableBeingDeleted', 'QueueBeingDeleted'];

function kindOf({ name, status, code }: StorageError): FailureKind {
  if (name === 'AbortError' || name === 'TimeoutError' || signInNames.includes(name)) return 'unavailable';
  if (code !== undefined && networkCodes.test(code)) return 'unavailable';
  if (status === undefined) return 'bug';
  if (code !== undefined && placeGoneCodes.includes(code)) return 'unavailable';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429 || status === 503) return 'throttled';
  if (status === 401 || status === 403 || status === 408 || status >= 500) return 'unavailable';
  return 'bug';
}

function codeOf(error: object): string | undefined {
  const details = 'details' in error && typeof error.details === 'object' && error.details ? error.details : {};
  const candidates = [
    'code' in error && error.code,
    'odataError' in details && isCoded(details.odataError) && details.odataError.code,
    'errorCode' in details && details.errorCode,
  ];
  return candidates.find((code): code is string => typeof code === 'string' && /^\w{1,60}$/.test(code));
}

function isCoded(value: unknown): value is { code: unknown } {
  return typeof value === 'object' && value !== null && 'code' in value;
}
