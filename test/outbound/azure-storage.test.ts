import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { Secret } from '../../src/core/secret.ts';
import { openQueues } from '../../src/outbound/azure-queue/open-queues.ts';
import { patienceFrom, patientRequest } from '../../src/outbound/azure-storage/patient-request.ts';
import type { StorageConnection } from '../../src/outbound/azure-storage/storage-connection.ts';
import { translateError } from '../../src/outbound/azure-storage/translate-error.ts';
import { openTables } from '../../src/outbound/azure-tables/open-tables.ts';

const rest = (statusCode?: number, code?: string) =>
  Object.assign(new Error('hemmelig innhold'), { name: 'RestError', statusCode, code });

describe('an error of the storage SDK', () => {
  it.each<[string, unknown, string]>([
    ['409 EntityAlreadyExists', rest(409, 'EntityAlreadyExists'), 'conflict'],
    ['412 UpdateConditionNotSatisfied', rest(412, 'UpdateConditionNotSatisfied'), 'conflict'],
    ['409 TableBeingDeleted', rest(409, 'TableBeingDeleted'), 'unavailable'],
    ['429', rest(429), 'throttled'],
    ['503 ServerBusy', rest(503, 'ServerBusy'), 'throttled'],
    ['a table that is not there yet', rest(404, 'TableNotFound'), 'unavailable'],
    ['a queue that is not there yet', rest(404, 'QueueNotFound'), 'unavailable'],
    ['500 OperationTimedOut', rest(500, 'OperationTimedOut'), 'unavailable'],
    ['500', rest(500), 'unavailable'],
    ['502', rest(502), 'unavailable'],
    ['504', rest(504), 'unavailable'],
    ['408', rest(408), 'unavailable'],
    ['401', rest(401), 'unavailable'],
    ['403 AuthorizationFailure', rest(403, 'AuthorizationFailure'), 'unavailable'],
    ['ECONNREFUSED', rest(undefined, 'ECONNREFUSED'), 'unavailable'],
    ['a broken answer', rest(undefined, 'PARSE_ERROR'), 'unavailable'],
    ['no answer', rest(undefined, 'REQUEST_SEND_ERROR'), 'unavailable'],
    ['an aborted request', Object.assign(new Error('aborted'), { name: 'AbortError' }), 'unavailable'],
    ['no identity', Object.assign(new Error('none'), { name: 'CredentialUnavailableError' }), 'unavailable'],
    [
      'an identity that is refused',
      Object.assign(new Error('no'), { name: 'AuthenticationError', statusCode: 400 }),
      'unavailable',
    ],
    ['400 PropertyValueTooLarge', rest(400, 'PropertyValueTooLarge'), 'bug'],
    ['404 InvalidUri', rest(404, 'InvalidUri'), 'bug'],
    ['413', rest(413), 'bug'],
    ['a mistake in the program', new TypeError('x is not a function'), 'bug'],
    ['something that is no error', 'oops', 'bug'],
  ])('%s is told as ours', (_, error, kind) => {
    expect(translateError(error, 'get in table People')).toMatchObject({ name: 'Failure', kind });
  });

  it('reads the code of a table error, which lies deep inside', () => {
    const error = Object.assign(rest(409), { details: { odataError: { code: 'TableBeingDeleted' } } });
    expect(translateError(error, 'get')).toMatchObject({ kind: 'unavailable' });
  });

  it('says what was tried and the code, and nothing that may quote what was stored', () => {
    const failure = translateError(rest(400, 'InvalidInput'), 'commit in table People');
    expect(failure.message).toMatch(/^commit in table People: 400 InvalidInput; .+/);
    expect(inspect(failure, { depth: 9 })).not.toContain('hemmelig');
  });

  it('is left alone when it is ours already', () => {
    const ours = new Failure('conflict', 'taken');
    expect(translateError(ours, 'get')).toBe(ours);
  });
});

describe('a patient request', () => {
  it('gives two tries of a read to a person who waits a second', () => {
    const { readMs } = patienceFrom(2_000);
    expect(readMs * 2 + 60).toBeLessThan(1_000);
  });

  it('asks once when it goes well, and once when asking again cannot help', async () => {
    let asked = 0;
    const answer = async () => {
      asked += 1;
      return 'ok';
    };
    expect(await patientRequest('get', 1_000, answer)).toBe('ok');
    expect(asked).toBe(1);
    const refuse = async () => {
      asked += 1;
      throw rest(412);
    };
    await expect(patientRequest('get', 1_000, refuse)).rejects.toMatchObject({ kind: 'conflict' });
    expect(asked).toBe(2);
  });

  it('gives up a try that takes too long, tells it to stop, and tries again', async () => {
    const signals: AbortSignal[] = [];
    const slowAtFirst = async (signal: AbortSignal) => {
      signals.push(signal);
      if (signals.length > 1) return 'second';
      return new Promise<string>((_, reject) => {
        signal.addEventListener('abort', () => reject(rest(undefined, 'ODD_WORDS')));
      });
    };
    expect(await patientRequest('get', 50, slowAtFirst)).toBe('second');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});

describe('a connection that cannot be right', () => {
  const account = (name: string): StorageConnection => ({ kind: 'account', account: name });
  const text = (value: string): StorageConnection => ({
    kind: 'connection-string',
    connectionString: new Secret(value),
  });
  const openers = [openTables, openQueues];
  const both = (connection: StorageConnection, prefix = '') =>
    Promise.allSettled(openers.map((open) => open({ connection, prefix })));
  const key = 'aGVtbWVsaWc=';
  const unencrypted = `DefaultEndpointsProtocol=http;AccountName=undring;AccountKey=${key};EndpointSuffix=core.windows.net`;
  const elsewhere = `AccountName=a;AccountKey=${key};TableEndpoint=http://10.0.0.4:1/a;QueueEndpoint=http://10.0.0.4:2/a`;

  it.each<[string, StorageConnection, string]>([
    ['an account name with a dot, which would reach another host', account('evil.example'), ''],
    ['an account name that is empty', account(''), ''],
    ['text that is no connection string', text(`AccountKey=${key}`), ''],
    ['an account reached without encryption', text(unencrypted), ''],
    ['another machine reached without encryption', text(elsewhere), ''],
    ['a prefix with a dash', account('undring'), 'a-b'],
    ['a prefix that is too long', account('undring'), 'a'.repeat(21)],
  ])('%s is refused before any request, without telling the key', async (_, connection, prefix) => {
    const outcomes = await both(connection, prefix);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'Failure', kind: 'invalid' } });
    }
    expect(inspect(outcomes, { depth: 9 })).not.toContain(key);
  });
});
