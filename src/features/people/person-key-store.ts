import { createHash } from 'node:crypto';

/** Who a Teams user or a roster row is. Keys are `aad:{object id}` or `upn:{hash}`, lower case. */
export type PersonKeyStore = {
  get(key: string): Promise<string | undefined>;
  /** Throws Failure `conflict` when the key already names somebody. */
  create(key: string, personId: string): Promise<void>;
  /** Fine if absent. */
  delete(key: string): Promise<void>;
};

export const aadKey = (aadObjectId: string): string => `aad:${aadObjectId.toLowerCase()}`;

/** A user name is somebody's name, so only its hash is a key. Capitals and spaces around it say nothing. */
export const upnKey = (upn: string): string =>
  `upn:${createHash('sha256').update(upn.trim().toLowerCase()).digest('hex').slice(0, 40)}`;
