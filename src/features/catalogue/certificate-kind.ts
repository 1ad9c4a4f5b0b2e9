import type { LocalText } from '../../core/locale.ts';
import type { Audience } from './audience.ts';

/** A course that has to be taken again after some time, for example first aid. The municipality decides for how long it holds. */
export type CertificateKind = { kindId: string; name: LocalText; validMonths: number; audience: Audience };

export type CertificateRules = {
  kinds: readonly CertificateKind[];
  /** The one reminder comes so many days before the last valid day. */
  remindDaysBefore: number;
};
