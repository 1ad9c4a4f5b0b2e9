import type { Approval } from '../../core/approval.ts';
import type { LocalText } from '../../core/locale.ts';
import type { Audience } from './audience.ts';

/** A course that has to be taken again after some time, for example first aid. The municipality decides for how long it holds. */
export type CertificateKind = { kindId: string; name: LocalText; validMonths: number; audience: Audience };

/** What a list of the municipality is called, and who answers for it. */
export type AboutList = { title: LocalText; version: number; approval: Approval };

export type CertificateRules = {
  /** Absent: nobody has said who answers for it, and an error in it cannot be reported. */
  about?: AboutList;
  kinds: readonly CertificateKind[];
  /** The one reminder comes so many days before the last valid day. */
  remindDaysBefore: number;
};
