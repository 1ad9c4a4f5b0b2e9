/**
 * When somebody may be written to, worked out anew and by other means than the planner's: Easter by the table of paschal full moons, summer
 * time by the rule of the European Union, and the municipality's days as plain numbers. It takes nothing from `src`.
 */
export type Kind = 'ordinary' | 'shift' | 'morning' | 'afternoon';
export type JudgedPerson = {
  kind: Kind;
  /** `YYYY-MM-DD`, the last day of a leave. */
  leaveUntil?: string;
  /** What cannot wait for August: the summer is a time as any other for it. */
  isUrgent?: boolean;
};

/** In minutes of the day, from (inside) and to (outside). */
const windows: Readonly<Record<Kind, readonly [number, number]>> = {
  ordinary: [8 * 60 + 30, 15 * 60],
  shift: [13 * 60, 20 * 60],
  morning: [8 * 60 + 30, 12 * 60],
  afternoon: [12 * 60, 15 * 60],
};
const noon = 12 * 60;
const dayMs = 86_400_000;

/** Each year: two planning days, a half day of the municipality's own, and the summer (both days included). */
export const planningDays = ['08-17', '11-16'] as const;
export const ownHalfDay = '10-02';
export const summer = ['07-01', '08-14'] as const;

/** The paschal full moon of each golden number, from 1900 to 2199, as [month, day]. */
const fullMoons: readonly (readonly [number, number])[] = [
  [4, 14],
  [4, 3],
  [3, 23],
  [4, 11],
  [3, 31],
  [4, 18],
  [4, 8],
  [3, 28],
  [4, 16],
  [4, 5],
  [3, 25],
  [4, 13],
  [4, 2],
  [3, 22],
  [4, 10],
  [3, 30],
  [4, 17],
  [4, 7],
  [3, 27],
];

/** Why nothing may be sent at this instant; `undefined`: it may. */
export function forbiddenAt(at: Date, { kind, leaveUntil, isUrgent }: JudgedPerson): string | undefined {
  const local = new Date(at.getTime() + (isSummerTime(at) ? 2 : 1) * 3_600_000);
  const date = local.toISOString().slice(0, 10);
  const free = dayOff(local, date) ?? (isInSummer(date) && !isUrgent ? 'the summer' : undefined);
  const day = free ?? (leaveUntil !== undefined && date <= leaveUntil ? 'on leave' : undefined);
  if (day) return day;
  const [from, to] = windows[kind];
  const end = isHalfDay(local, date) ? Math.min(to, noon) : to;
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  if (minute < from) return 'too early';
  return minute >= end ? 'too late' : undefined;
}

function dayOff(local: Date, date: string): string | undefined {
  if (local.getUTCDay() === 0 || local.getUTCDay() === 6) return 'a weekend';
  const monthDay = date.slice(5);
  if (['01-01', '05-01', '05-17', '12-25', '12-26'].includes(monthDay)) return 'a holiday';
  if ([-3, -2, 0, 1, 39, 49, 50].includes(daysAfterEaster(local))) return 'a holiday';
  return planningDays.some((planning) => planning === monthDay) ? 'a planning day' : undefined;
}

/** `date`: `YYYY-MM-DD`. */
export const isInSummer = (date: string): boolean => date.slice(5) >= summer[0] && date.slice(5) <= summer[1];

function isHalfDay(local: Date, date: string): boolean {
  return ['12-24', '12-31', ownHalfDay].includes(date.slice(5)) || daysAfterEaster(local) === -4;
}

/** The first Sunday after the full moon. */
export function easterOf(year: number): Date {
  const [month = 3, day = 21] = fullMoons[year % 19] ?? [];
  const moon = Date.UTC(year, month - 1, day);
  return new Date(moon + (7 - new Date(moon).getUTCDay()) * dayMs);
}

const daysAfterEaster = (local: Date): number =>
  Math.floor((local.getTime() - easterOf(local.getUTCFullYear()).getTime()) / dayMs);

/** From the last Sunday of March to the last Sunday of October, at one o'clock in the night by Greenwich. */
function isSummerTime(at: Date): boolean {
  const year = at.getUTCFullYear();
  return at.getTime() >= lastSunday(year, 2) && at.getTime() < lastSunday(year, 9);
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * dayMs;
}
