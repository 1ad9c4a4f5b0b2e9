/** Dates as the page shows them: bokmål, in the municipality's time zone. */

const format = (zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nb-NO', { timeZone: zone, ...options });

export const clockText = (at: Date, zone: string): string =>
  format(zone, { hour: '2-digit', minute: '2-digit' }).format(at);

export const dayText = (at: Date, zone: string): string =>
  format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** `i dag`, `i går`, else the weekday and date. */
export function dayHeading(at: Date, now: Date, zone: string): string {
  const key = (date: Date): string => format(zone, { dateStyle: 'short' }).format(date);
  if (key(at) === key(now)) return 'I dag';
  if (key(at) === key(new Date(now.getTime() - 86_400_000))) return 'I går';
  const text = format(zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How far the clock has been moved, in words: `8 dager foran`. */
export function offsetText(offsetMs: number): string {
  const minutes = Math.round(offsetMs / 60_000);
  if (minutes < 1) return 'ekte tid';
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  const parts = [
    days > 0 ? `${days} ${days === 1 ? 'dag' : 'dager'}` : '',
    hours > 0 ? `${hours} ${hours === 1 ? 'time' : 'timer'}` : '',
    days === 0 && hours === 0 ? `${minutes} min` : '',
  ];
  return `${parts.filter(Boolean).join(' og ')} foran`;
}
