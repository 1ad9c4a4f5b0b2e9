/**
 * What is added to day or month: D-number 40 on the day; synthetic numbers 40 (Nav), 65 (NHN) and 80 (Skatteetaten) on the month.
 * Source: Skatteetaten, folkeregisteret-api-dokumentasjon, `nyttfnr2032.md`.
 */
const dayOffsets = [0, 40];
const monthOffsets = [0, 40, 65, 80];

/**
 * Whether eleven digits may be a fødselsnummer, D-number or synthetic number. The check digits are not asked: from 2032 four times as
 * many are valid, people mistype them, and one number too many masked costs nothing.
 */
export function isPlausibleId(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return (
    dayOffsets.some((offset) => day - offset >= 1 && day - offset <= 31) &&
    monthOffsets.some((offset) => month - offset >= 1 && month - offset <= 12)
  );
}

/** A DUF number: twelve digits that begin with the year, in one piece or as year, six and two. A date with a time looks alike. */
export function isRefugeeNumber(groups: readonly string[]): boolean {
  return (
    /^(?:19|20)\d{10}$/.test(groups.join('')) && ['12', '4-6-2'].includes(groups.map((group) => group.length).join('-'))
  );
}
