import { localDateAt, localTimeAt, type TimeZone } from '../../core/local-date.ts';
import type { TickStore } from '../../features/reminders/tick-store.ts';

/** `finished`: the latest hour of the job that somebody finished. */
type HourTaken = { hour: string; finished?: string };

/** This hour of a job, in local time, where it is ours; `undefined` when another replica has it, or has had it. */
export async function takeHour(
  ticks: TickStore,
  job: string,
  now: Date,
  zone: TimeZone,
): Promise<HourTaken | undefined> {
  const ours = `${localDateAt(now, zone)}T${localTimeAt(now, zone)}`;
  const hour = `${ours.slice(0, 'YYYY-MM-DDTHH'.length)}:00`;
  const { outcome, finished } = await ticks.takeMinute(job, hour, ours);
  return outcome === 'mine' ? { hour, ...(finished && { finished }) } : undefined;
}
