import { isDeepStrictEqual } from 'node:util';
import type { Approval, SourceRef } from '../../core/approval.ts';
import { locales } from '../../core/locale.ts';
import type { Word } from '../../features/find/word.ts';
import type { Contact, OwnedFact } from '../../features/guide/facts.ts';
import type { Step } from '../../features/guide/guide.ts';
import type { Put } from './put-values.ts';

/** What differs between a thing as the files have it and as it stands now, by where the files say it. */

export const contactPuts = (before: Contact, now: Contact): readonly Put[] => [
  ...put(['number'], before.number, now.number),
  ...locales.flatMap((locale) => [
    ...put(['name', locale], before.name[locale], now.name[locale]),
    ...put(['use', locale], before.use[locale], now.use[locale]),
  ]),
  ...(isDeepStrictEqual(before.opening, now.opening) ? [] : [{ keys: ['opening'], value: now.opening }]),
  ...(before.isExample && !now.isExample ? [{ keys: ['isExample'], value: undefined }] : []),
  ...factPuts(before, now),
];

export const factPuts = (before: OwnedFact, now: OwnedFact): readonly Put[] => [
  ...put(['verifiedAt'], before.verifiedAt, now.verifiedAt),
  ...put(['validTo'], before.validTo, now.validTo),
];

export const wordPuts = (before: Word, now: Word): readonly Put[] =>
  put(['verifiedAt'], before.verifiedAt, now.verifiedAt);

export const stepPuts = (before: Step, now: Step): readonly Put[] => [
  ...sourcePuts('sources', before.sources, now.sources),
  ...sourcePuts('links', before.links, now.links),
  ...approvalPuts(['awaitsApproval', 'approval'], before.awaitsApproval?.approval, now.awaitsApproval?.approval),
];

export const sourcePuts = (key: string, before: readonly SourceRef[], now: readonly SourceRef[]): readonly Put[] =>
  before.flatMap(({ verifiedAt }, at) => put([key, at, 'verifiedAt'], verifiedAt, now[at]?.verifiedAt));

/** Key by key, so that a comment beside one of them stays. */
export function approvalPuts(keys: Put['keys'], before?: Approval, now?: Approval): readonly Put[] {
  const was: Readonly<Record<string, string>> = { ...before };
  const is: Readonly<Record<string, string>> = { ...now };
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) =>
    put([...keys, name], was[name], is[name]),
  );
}

const put = (keys: Put['keys'], before: string | undefined, value: string | undefined): readonly Put[] =>
  before === value ? [] : [{ keys, value }];
