import type { Message } from '../../core/card.ts';
import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import type { PersonStore, PersonWrite } from '../people/person-store.ts';
import type { MessageClass } from './ledger.ts';
import type { Messenger, Pacing } from './messenger.ts';
import type { LedgerPlace } from './move-ledger.ts';
import type { SendingPause } from './sending-pause.ts';
import type { SendingSwitch } from './sending-switch.ts';

export type SendOnceNeeds = {
  people: PersonStore;
  messenger: Messenger;
  pacing: Pacing;
  pause: SendingPause;
  sendingSwitch: Pick<SendingSwitch, 'isStopped'>;
  telemetry: Telemetry;
  clock: Clock;
  /** 0 to 1, for jitter. */
  random(): number;
  /** This process is about to end: what is not posted yet is left to another. */
  isStopping?(): boolean;
};

/** One message to one person, as the sending machine sees it. */
export type SendTask = LedgerPlace & {
  /** To open the chat with, when there is none yet. */
  aadObjectId?: string;
  /** `forget`: when all is settled the ledger goes too, nothing is told about it, and no row of the person remembers that it was tried. */
  afterwards?: 'forget';
  /** Reads everything again just before the POST and decides. `writes` are committed with the ledger. */
  prepare(now: Date): Promise<Prepared>;
  /** The other rows that change in the transaction that settles the ledger. Reads them anew at every call. */
  settle(settlement: Settlement): Promise<readonly PersonWrite[]>;
};

export type Prepared =
  | {
      decision: 'send';
      message: Message;
      class: MessageClass;
      items: readonly string[];
      mark?: string;
      /** POSTs under another key that may have brought all of it that has to be told: they count as this one's own. */
      attempts?: number;
      writes: readonly PersonWrite[];
    }
  /** `skip`: not in this period at all, for this reason; absent: not now. */
  | { decision: 'nothing'; writes: readonly PersonWrite[]; skip?: string }
  /** To be sent, but not at this minute: the window closed while we waited for a slot or opened the chat. The pointer is looked at again. */
  | { decision: 'wait'; reason: string };

/** `doubtful`: it may have arrived, and is told again later when it has to be told. */
export type Settlement = {
  items: readonly string[];
  state: 'sent' | 'rejected' | 'doubtful';
  reason?: string;
  at: Date;
};

export type SendOnceResult =
  | { outcome: 'sent' }
  | { outcome: 'uncertain'; reason: string }
  | { outcome: 'rejected'; reason: string }
  | { outcome: 'parked'; reason: string }
  /** Checked again just before sending, and there was nothing to send any more. */
  | { outcome: 'nothing' }
  /** Sent or given up earlier. */
  | { outcome: 'settled' }
  /** Try the same pointer again after `delayMs`. */
  | { outcome: 'later'; delayMs: number; reason: string };
