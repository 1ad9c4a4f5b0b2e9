import type { AccessRequest, AccessRequestStore } from '../../src/features/people/access-request.ts';
import { requestKeys } from '../../src/outbound/azure-tables/access-request-table.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** AccessRequestStore in memory, with the behaviour of `accessRequestTable`. */
export function memoryAccessRequestStore(): AccessRequestStore {
  const requests = new Map<string, AccessRequest>();
  const keyOf = (aadObjectId: string): string => {
    const keys = requestKeys(aadObjectId);
    checkKeys(keys);
    return keys.rowKey;
  };
  return {
    get: async (aadObjectId) => requests.get(keyOf(aadObjectId)),
    async create({ askedOn, aadObjectId }) {
      const key = keyOf(aadObjectId);
      if (!requests.has(key)) requests.set(key, { askedOn, aadObjectId: key });
    },
    async *list() {
      yield* [...requests.values()];
    },
    async delete(aadObjectId) {
      requests.delete(keyOf(aadObjectId));
    },
  };
}
