import { type Document, isMap, isSeq } from 'yaml';
import type { LocalDates } from '../../features/content/local-dates.ts';
import { editYaml } from './edit-yaml.ts';

/** `calendar.yaml` with the days off that hold now: one that stands keeps its label. */
export function exportDaysOff(text: string, before: LocalDates, { daysOff }: LocalDates): string {
  const was = new Set(before.daysOff.map(({ date }) => date));
  const is = new Set<string>(daysOff.map(({ date }) => date));
  const added = daysOff.filter(({ date }) => !was.has(date));
  if (added.length === 0 && is.size === was.size) return text;
  return editYaml(text, (document) => {
    const days = document.get('localDaysOff');
    if (isSeq(days)) days.items = days.items.filter((day) => !isMap(day) || isIn(is, day.get('date')));
    for (const { date } of added) addDay(document, date);
  });
}

const isIn = (dates: ReadonlySet<string>, date: unknown): boolean => dates.has(String(date));

function addDay(document: Document, date: string): void {
  const days = document.get('localDaysOff');
  if (isSeq(days)) days.add(document.createNode({ date }, { flow: true }));
  else document.set('localDaysOff', [{ date }]);
}

/** `introduction.yaml` with the days for new staff that hold now. */
export function exportOnboardingDays(text: string, before: LocalDates, now: LocalDates): string {
  const was = before.onboardingDays ?? [];
  const is = now.onboardingDays ?? [];
  if (was.join() === is.join()) return text;
  return editYaml(text, (document) => document.set('onboardingDays', document.createNode(is, { flow: true })));
}

/** `waves.yaml` with the days on which the waves begin now. The units of a wave are moved together. */
export function exportWaves(text: string, before: LocalDates, now: LocalDates): string {
  if ([...before.waves].every(([unitId, startsOn]) => now.waves.get(unitId) === startsOn)) return text;
  return editYaml(text, (document) => {
    const waves = document.get('waves');
    for (const wave of isSeq(waves) ? waves.items : []) {
      const units = isMap(wave) ? wave.get('units') : undefined;
      const [first] = isSeq(units) ? units.items : [];
      const startsOn = now.waves.get(String(first));
      if (isMap(wave) && startsOn !== undefined && wave.get('startsOn') !== startsOn) wave.set('startsOn', startsOn);
    }
  });
}
