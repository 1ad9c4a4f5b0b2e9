import { hiddenMark, type Mask, type PrivateKind } from './masking.ts';
import { isPlausibleId, isRefugeeNumber } from './national-id.ts';

/** Digits in a row. */
type Run = { start: number; end: number; digits: string };
type Find = { start: number; end: number; kind: PrivateKind };

/** Between the groups of one number: at most two of these. */
const separator = /^[\s.\-–—/·]{0,2}$/;
const bornBefore = /(?:født|fødd|fødselsd\p{L}{0,8}|f\.|born|dob)[\s:.\p{L}]{0,12}$/iu;
/** How people group eight digits of a phone number. Two dates or a price and a year are grouped otherwise. */
const phoneGroups: ReadonlySet<string> = new Set(['8', '3-2-3', '2-2-2-2', '4-4', '5-3', '3-5', '2-3-3', '3-3-2']);
/** Eleven digits may stand one by one. */
const mostGroups = 12;
const fewestDigits = 8;
const mostDigits = 15;

/** Masks identity numbers, dates of birth and phone numbers. The emergency and help lines stay. */
export const maskNumbers: Mask = (text, found) => {
  const runs = [...text.matchAll(/\d+/g)].map(
    (match): Run => ({
      start: match.index,
      end: match.index + match[0].length,
      digits: match[0],
    }),
  );
  let masked = '';
  let done = 0;
  for (let index = 0; index < runs.length; ) {
    const find = findAt(text, runs, index);
    if (!find) {
      index += 1;
      continue;
    }
    found(find.kind);
    masked += text.slice(done, find.start) + hiddenMark;
    done = find.end;
    while (index < runs.length && (runs[index]?.start ?? 0) < find.end) index += 1;
  }
  return masked + text.slice(done);
};

function findAt(text: string, runs: readonly Run[], from: number): Find | undefined {
  const groups = joinedGroups(text, runs, from);
  const [first] = groups;
  if (!first) return undefined;
  const find = (count: number, kind: PrivateKind): Find => ({
    start: kind === 'phone' && text[first.start - 1] === '+' ? first.start - 1 : first.start,
    end: groups[count - 1]?.end ?? first.end,
    kind,
  });
  const hasPlus = text[first.start - 1] === '+';
  for (let count = groups.length; count > 0; count -= 1) {
    const kind = kindOf(
      groups.slice(0, count).map(({ digits }) => digits),
      hasPlus,
    );
    if (kind) return find(count, kind);
  }
  const dateEnd = birthDateGroups(text, groups);
  return dateEnd === undefined ? undefined : find(dateEnd, 'birth-date');
}

/** The run and those that follow so closely that they may be one number. */
function joinedGroups(text: string, runs: readonly Run[], from: number): readonly Run[] {
  const groups: Run[] = [];
  for (const run of runs.slice(from, from + mostGroups)) {
    const before = groups.at(-1);
    if (before && !separator.test(text.slice(before.end, run.start).slice(0, 3))) break;
    groups.push(run);
  }
  return groups;
}

function kindOf(groups: readonly string[], hasPlus: boolean): PrivateKind | undefined {
  const digits = groups.join('');
  if (digits.length < fewestDigits || groups.every(isShort)) return undefined;
  if (groups.length === 1 && digits.length > mostDigits) return 'long-number';
  if (isPlausibleId(digits)) return 'national-id';
  if (isRefugeeNumber(groups)) return 'refugee-number';
  if (hasPlus && digits.length <= mostDigits) return 'phone';
  if (isNorwegianPhone(groups)) return 'phone';
  if (groups.length === 1 && digits.length >= 9) return 'long-number';
  return undefined;
}

function isNorwegianPhone(groups: readonly string[]): boolean {
  const national = groups.join('').replace(/^(?:0047|47)(?=\d{8}$)/, '');
  if (!/^[2-9]\d{7}$/.test(national)) return false;
  if (national.length < groups.join('').length) return true;
  return phoneGroups.has(groups.map((group) => group.length).join('-'));
}

/** 110, 112, 113, 1412, 02800 and the 116 numbers: in whole, or in the groups they are written in. */
const isShort = (digits: string): boolean => /^(?:11[0236]|1412|02800|116\d{3}|111|117|123|006|000)$/.test(digits);

/** How many groups are a date, when the words before say that somebody was born then. */
function birthDateGroups(text: string, groups: readonly Run[]): number | undefined {
  const start = groups[0]?.start ?? 0;
  if (!bornBefore.test(text.slice(Math.max(0, start - 30), start))) return undefined;
  const lengths = groups.map(({ digits }) => digits.length);
  if (lengths[0] === 6 || lengths[0] === 8) return 1;
  const [day = 0, month = 0, year = 0] = lengths;
  return day <= 2 && month <= 2 && month > 0 && (year === 2 || year === 4) ? 3 : undefined;
}
