import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, onTestFinished, test } from 'vitest';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { graphId, graphUsers, startGraphStub } from '../support/graph-stub.ts';
import { aPerson } from '../support/person-builder.ts';
import { appId } from '../support/service-environment.ts';

const run = promisify(execFile);

test('npm run app:install gives the app to whom the configured storage has, and ends with 1 where it was stopped', async () => {
  const graph = await startGraphStub(graphUsers(3));
  onTestFinished(() => graph.stop());
  graph.apps.catalogue.push({ id: 'b1c5353a-7aca-41b3-830f-27d5218fe0e5', externalId: appId });
  const prefix = newPrefix();
  const stores = await openTestTables({ prefix });
  const nora = aPerson('nora', { employedOn: '2015-08-01', aadObjectId: graphId(1) });
  await stores.people.commit({ personId: 'nora', writes: [createRow(profileRow, nora)] });
  await stores.units.createMember(nora.unitId, 'nora');
  const env = {
    ...{ PATH: process.env.PATH, UNDRING_APP_ID: appId, UNDRING_TENANT_ID: '9b2f7c11-4f89-41d3-9a0c-0305e82c3302' },
    ...{ UNDRING_CREDENTIALS: 'none', UNDRING_SERVICE_HOSTS: 'http://127.0.0.1:1', UNDRING_GRAPH_URL: graph.origin },
    ...{ UNDRING_STORAGE_CONNECTION_STRING: inject('azurite'), UNDRING_STORAGE_PREFIX: prefix },
  };
  const install = () => run(process.execPath, ['src/tools/app-install.ts', '--apply'], { env });
  const sums = '1 people in the staff list:\n  1';
  expect(await install()).toEqual({ stdout: `${sums} would get it\n${sums} got it\n`, stderr: '' });
  expect([...graph.apps.installed.keys()]).toEqual([graphId(1)]);
  graph.apps.lacks.add('TeamsAppInstallation.ReadWriteSelfForUser.All');
  await expect(install()).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^Stopped: .*\n$/) });
}, 120_000);
