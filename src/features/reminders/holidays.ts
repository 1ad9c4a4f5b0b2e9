import { addDays, type LocalDate } from '../../core/local-date.ts';

export type Holiday =
  | 'new-years-day'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'labour-day'
  | 'constitution-day'
  | 'ascension-day'
  | 'whit-sunday'
  | 'whit-monday'
  | 'christmas-day'
  | 'boxing-day';

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). Right for every year from 1583. */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skippedLeapDays = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + skippedLeapDays + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return localDate(year, Math.floor(days / 31), (days % 31) + 1);
}

const years = new Map<number, ReadonlyMap<LocalDate, readonly Holiday[]>>();

/** The twelve Norwegian public holidays of a year. A date may carry two: 17 May 2027 is also Whit Monday. */
export function norwegianHolidays(year: number): ReadonlyMap<LocalDate, readonly Holiday[]> {
  const known = years.get(year);
  if (known) return known;
  const holidays = compute(year);
  years.set(year, holidays);
  return holidays;
}

function compute(year: number): ReadonlyMap<LocalDate, readonly Holiday[]> {
  const easter = easterSunday(year);
  const all: readonly (readonly [LocalDate, Holiday])[] = [
    [localDate(year, 1, 1), 'new-years-day'],
    [addDays(easter, -3), 'maundy-thursday'],
    [addDays(easter, -2), 'good-friday'],
    [easter, 'easter-sunday'],
    [addDays(easter, 1), 'easter-monday'],
    [localDate(year, 5, 1), 'labour-day'],
    [localDate(year, 5, 17), 'constitution-day'],
    [addDays(easter, 39), 'ascension-day'],
    [addDays(easter, 49), 'whit-sunday'],
    [addDays(easter, 50), 'whit-monday'],
    [localDate(year, 12, 25), 'christmas-day'],
    [localDate(year, 12, 26), 'boxing-day'],
  ];
  const byDate = new Map<LocalDate, readonly Holiday[]>();
  for (const [date, holiday] of all) byDate.set(date, [...(byDate.get(date) ?? []), holiday]);
  return byDate;
}

const localDate = (year: number, month: number, day: number): LocalDate =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate;

const twoDigits = (number: number): string => String(number).padStart(2, '0');
