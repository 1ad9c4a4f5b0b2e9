import { isFailure } from '../../core/failure.ts';
import type { Versioned } from '../../core/versioned.ts';
import { createRow, type PersonRow, type PersonStore, type PersonWrite, replaceRow } from '../people/person-store.ts';
import type { Ledger, LedgerIn } from './ledger.ts';

/** Where a message's ledger lies. */
export type LedgerPlace = { personId: string; row: PersonRow<Ledger>; key: string };

/** `crossed`: the ledger stands as it was; another row of the transaction was in the way. `lost`: somebody else moved the ledger. */
export type MoveResult = 'moved' | 'crossed' | 'lost';

export const readLedger = (
  people: PersonStore,
  { personId, row, key }: LedgerPlace,
): Promise<Versioned<Ledger> | undefined> => people.get(personId, row, key);

/**
 * Moves the ledger from one state to the next together with other rows, all or none. A conflict is not believed before the row is
 * read again: the storage client may report one for a write of ours that went through. `to` must carry our random claimId.
 */
export async function moveLedger(
  people: PersonStore,
  place: LedgerPlace,
  from: Versioned<Ledger> | undefined,
  to: Ledger & { claimId: string },
  writes: readonly PersonWrite[] = [],
): Promise<MoveResult> {
  try {
    await people.commit({ personId: place.personId, writes: [ledgerWrite(place, from, to), ...writes] });
    return 'moved';
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
  }
  const stored = await readLedger(people, place);
  if (stored && isOurs(stored.value, to)) return 'moved';
  return stored?.etag === from?.etag ? 'crossed' : 'lost';
}

/** The same, and what then stands there, which the next move starts from; `undefined` where somebody else holds it. */
export async function moveAndHold(
  people: PersonStore,
  place: LedgerPlace,
  from: Versioned<Ledger> | undefined,
  to: LedgerIn<'claimed'>,
): Promise<Versioned<LedgerIn<'claimed'>> | undefined> {
  if ((await moveLedger(people, place, from, to)) !== 'moved') return undefined;
  const stored = await readLedger(people, place);
  return stored && isOurs(stored.value, to) && stored.value.state === 'claimed'
    ? { ...stored, value: stored.value }
    : undefined;
}

export const ledgerWrite = (place: LedgerPlace, from: Versioned<Ledger> | undefined, to: Ledger): PersonWrite =>
  from ? replaceRow(place.row, to, from.etag) : createRow(place.row, to);

/** The claimId is random, so nobody else writes it; state and attempts tell our own writes apart. */
const isOurs = (stored: Ledger, written: Ledger & { claimId: string }): boolean =>
  'claimId' in stored &&
  stored.claimId === written.claimId &&
  stored.state === written.state &&
  stored.attempts === written.attempts;
