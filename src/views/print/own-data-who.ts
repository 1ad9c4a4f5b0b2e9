import type { OwnData } from '../../features/use-cases/read-own-data.ts';
import { roleWords, sectorWords } from '../own-data-words.ts';
import type { Words } from './own-data-rows.ts';

/** What the file says of the person's own row. */
export function whoLines(
  { person, profileNames = [], unitNames }: OwnData,
  { kit, module, on }: Words,
): readonly string[] {
  const { answersFor = [], exemptFrom = [], actsFor = [], delegated = [], competenceLevel: level } = person;
  const nameOf = (unitId: string): string => unitNames[unitId] ?? unitId;
  const list = (label: string, words: readonly string[]) =>
    words.length === 0 ? [] : [`${label}: ${words.join(', ')}`];
  const values = { name: person.displayName, unit: nameOf(person.unitId), date: kit.date(person.employedOn) };
  return [
    kit.t('own-data.row.who-value', values),
    ...list(kit.t('own-data.row.last-day'), person.endsOn === undefined ? [] : [kit.date(person.endsOn)]),
    ...list(kit.t('own-data.row.sector'), [sectorWords(person.sector, kit)]),
    ...list(kit.t('own-data.row.roles'), [roleWords(person.roles, kit)]),
    ...list(kit.t('own-data.row.profiles'), profileNames.map(kit.pick)),
    ...list(kit.t('own-data.row.leads'), person.leads.map(nameOf)),
    ...list(kit.t('own-data.row.mentor'), person.mentorKey ? [kit.t('own-data.row.mentor-value')] : []),
    ...actsFor.map(({ unitId, until }) =>
      kit.t('own-data.file.acts-for', { unit: nameOf(unitId), date: kit.date(until) }),
    ),
    ...delegated.map(({ unitId, until, at }) =>
      kit.t('own-data.file.follows', { unit: nameOf(unitId), date: kit.date(until), asked: on(at) }),
    ),
    ...list(kit.t('own-data.file.answers-for'), answersFor),
    ...list(kit.t('own-data.file.level'), level === undefined ? [] : [String(level)]),
    ...list(kit.t('own-data.file.exempt'), exemptFrom.map(module)),
  ];
}
