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
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return text as LocalDate;
  } catch {
    return undefined;
  }
}

/** The date in `zone` at this instant. */
export function localDateAt(instant: Date, zone: TimeZone): LocalDate {
  return zoned(instant, zone).toPlainDate().toString() as LocalDate;
}

/** The time of day in `zone` at this instant, cut to the minute. */
export function localTimeAt(instant: Date, zone: TimeZone): LocalTime {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' }) as LocalTime;
}

/** The instant of a wall-clock time. In the hour that summer time skips, the instant just after the gap; in the doubled hour, the first. */
export function instantOf(date: LocalDate, time: LocalTime, zone: TimeZone): Date {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** `days` may be negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** ISO 8601 week, for example `2026-W49`. */
export function isoWeekOf(date: LocalDate): string {
  const day = Temporal.PlainDate.from(date);
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}

function zoned(instant: Date, zone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
