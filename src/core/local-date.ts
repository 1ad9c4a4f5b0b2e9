import { Temporal } from 'temporal-polyfill';

/** A calendar date in the municipality's time zone, `YYYY-MM-DD`. Sorts as text. */
export type LocalDate = `${number}-${number}-${number}`;
/** A wall-clock time, `HH:mm`, 24 hours. */
export type LocalTime = `${number}:${number}`;
/** An IANA time zone name such as `Europe/Oslo`. */
export type TimeZone = string;

/** Reads `YYYY-MM-DD`; `undefined` when it is no real date. */
export function readLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = text as LocalDate;
  // JavaScript takes the 31st of every month and rolls it over.
  const days = countDays(date);
  return Number.isNaN(days) || writeDays(days) !== date ? undefined : date;
}

/** The date in `zone` at this instant. */
export function localDateAt(instant: Date, zone: TimeZone): LocalDate {
  // Every zone's clock is whole quarters of an hour from UTC, so the date cannot change within one.
  const quarter = Math.floor(instant.getTime() / quarterMs);
  return remembered(datesIn(zone), quarter, () => dateFormat(zone).format(instant) as LocalDate);
}

/** The time of day in `zone` at this instant, cut to the minute. */
export function localTimeAt(instant: Date, zone: TimeZone): LocalTime {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' }) as LocalTime;
}

/** The instant of a wall-clock time. In the hour that summer time skips, the instant just after the gap; in the doubled hour, the first. */
export function instantOf(date: LocalDate, time: LocalTime, zone: TimeZone): Date {
  return new Date(remembered(instants, `${date} ${time} ${zone}`, () => findInstant(date, time, zone)));
}

/** `days` may be negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day so many months later, or the last day of that month when it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  const days = dayNumber(date);
  if (Number.isNaN(days)) throw new RangeError(`no date: ${date}`);
  // The first day of 1970 was a Thursday, and days before it are below 0.
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 week, for example `2026-W49`. */
export function isoWeekOf(date: LocalDate): string {
  const day = Temporal.PlainDate.from(date);
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}

const dayMs = 86_400_000;

/** The days of some twenty years: whoever counts for everybody asks for the same few again and again. Emptied when it is full. */
const mostKnown = 8000;
const dayNumbers = new Map<LocalDate, number>();
const datesByNumber = new Map<number, LocalDate>();
/** Milliseconds since 1970. Temporal takes a hundred times as long as a look here. */
const instants = new Map<string, number>();

/** Days since 1970: a calendar date has no time zone, so plain arithmetic is right and ten times as fast as Temporal. */
const countDays = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
const writeDays = (days: number): LocalDate => new Date(days * dayMs).toISOString().slice(0, 10) as LocalDate;

const dayNumber = (date: LocalDate): number => remembered(dayNumbers, date, () => countDays(date));
const fromDayNumber = (days: number): LocalDate => remembered(datesByNumber, days, () => writeDays(days));

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if (known.size >= mostKnown) known.clear();
  known.set(key, made);
  return made;
}

const quarterMs = 15 * 60_000;
/** By the number of the quarter since 1970. */
const datesByZone = new Map<TimeZone, Map<number, LocalDate>>();

function datesIn(zone: TimeZone): Map<number, LocalDate> {
  const known = datesByZone.get(zone) ?? new Map<number, LocalDate>();
  datesByZone.set(zone, known);
  return known;
}

const dateFormats = new Map<TimeZone, Intl.DateTimeFormat>();

/** Swedish dates are written `YYYY-MM-DD`. Made once for each zone. */
function dateFormat(zone: TimeZone): Intl.DateTimeFormat {
  const known = dateFormats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dateFormats.set(zone, made);
  return made;
}

function findInstant(date: LocalDate, time: LocalTime, zone: TimeZone): number {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function zoned(instant: Date, zone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
