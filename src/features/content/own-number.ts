import type { Contact, ContactKind } from '../guide/facts.ts';

/** Kinds whose numbers are the municipality's own. The national ones are the same in every municipality. */
const ownKinds: ReadonlySet<ContactKind> = new Set([
  'child-welfare',
  'ppt',
  'health-clinic',
  'bti-contact',
  'leader',
  'owner',
  'advice',
]);
export const hasOwnNumber = ({ kind }: Pick<Contact, 'kind'>): boolean => ownKinds.has(kind);

/** As people read it: eight digits, five (02800) or six (116 117). `undefined` for anything else, a number of emergency among them. */
export function readNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s.()-]/g, '').replace(/^(?:\+47|0047)(?=\d{8}$)/, '');
  if (/^[2-9]\d{7}$/.test(digits)) return grouped(digits);
  if (/^0\d{4}$/.test(digits)) return digits;
  return /^116\d{3}$/.test(digits) ? `116 ${digits.slice(3)}` : undefined;
}

/** Mobile numbers and 800-numbers are read in threes, the others in pairs. */
function grouped(digits: string): string {
  const form = /^[489]/.test(digits) ? /^(\d{3})(\d{2})(\d{3})$/ : /^(\d{2})(\d{2})(\d{2})(\d{2})$/;
  return form.exec(digits)?.slice(1).join(' ') ?? digits;
}
