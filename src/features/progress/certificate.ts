import { z } from 'zod';
import { addMonths, daysBetween, type LocalDate } from '../../core/local-date.ts';
import type { CertificateKind } from '../catalogue/certificate-kind.ts';
import { localDateSchema } from '../people/local-date-schema.ts';
import { type PersonRow, type PersonStore, toArray } from '../people/person-store.ts';

/** A course with an end, as the person has told it. `validTo` is the last valid day; it stays when the municipality changes its rule. */
const certificateSchema = z.object({
  kindId: z.string().min(1),
  takenOn: localDateSchema,
  validTo: localDateSchema,
});
export type Certificate = z.infer<typeof certificateSchema>;

export const certificateRow: PersonRow<Certificate> = {
  kind: 'certificate',
  schema: certificateSchema,
  keyOf: ({ kindId }) => kindId,
};

export type CertificateStanding =
  | { standing: 'none' }
  /** `daysLeft` is 0 on the last valid day. */
  | { standing: 'valid'; certificate: Certificate; daysLeft: number }
  | { standing: 'expired'; certificate: Certificate };
export type OwnCertificate = { kind: CertificateKind } & CertificateStanding;

/** Pure. */
export const certificateFrom = ({ kindId, validMonths }: CertificateKind, takenOn: LocalDate): Certificate => ({
  kindId,
  takenOn,
  validTo: addMonths(takenOn, validMonths),
});

/** Pure. */
export function standingOfCertificate(certificate: Certificate | undefined, today: LocalDate): CertificateStanding {
  if (!certificate) return { standing: 'none' };
  const daysLeft = daysBetween(today, certificate.validTo);
  return daysLeft < 0 ? { standing: 'expired', certificate } : { standing: 'valid', certificate, daysLeft };
}

/** How each of these courses stands for a person. Throws Failure `unavailable` or `throttled`. */
export async function readOwnCertificates(
  needs: { people: PersonStore },
  personId: string,
  kinds: readonly CertificateKind[],
  today: LocalDate,
): Promise<readonly OwnCertificate[]> {
  if (kinds.length === 0) return [];
  const rows = await toArray(needs.people.list(personId, certificateRow));
  const byKind = new Map(rows.map(({ value }) => [value.kindId, value]));
  return kinds.map((kind) => ({ kind, ...standingOfCertificate(byKind.get(kind.kindId), today) }));
}
