import { directoryUser, directoryUsers } from '../support/directory-builder.ts';
import { openGraph } from '../support/graph-directory.ts';
import { graphId, graphUsers, startGraphStub } from '../support/graph-stub.ts';
import { memoryDirectory } from '../support/memory-directory.ts';
import { directoryContract } from './directory.contract.ts';

const atOf = (id: string): number => Number(id.slice(-12));

directoryContract(
  'memory',
  async () => {
    const directory = memoryDirectory(directoryUsers(5));
    const rename = (id: string) => directory.put(directoryUser(atOf(id), { givenName: 'Siv' }));
    return { ...directory, directory, rename, stop: async () => {} };
  },
  graphId,
);

directoryContract(
  'Microsoft Graph over HTTP',
  async () => {
    const stub = await startGraphStub(graphUsers(5), 2);
    const rename = (id: string) =>
      stub.put({ id, userPrincipalName: `p${atOf(id)}@fjordvik.kommune.no`, givenName: 'Siv' });
    return { ...stub, directory: openGraph(stub), rename };
  },
  graphId,
);
