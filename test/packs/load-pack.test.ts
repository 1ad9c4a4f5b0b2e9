import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/core/locale.ts';
import { dueDateOf, findModule } from '../../src/features/catalogue/catalogue.ts';
import { startWalk, walk } from '../../src/features/guide/walk.ts';
import type { Person } from '../../src/features/people/person.ts';
import { checkPack } from '../../src/packs/check-pack.ts';
import { isWarning } from '../../src/packs/content-problem.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack } from '../support/copy-pack.ts';

describe("the municipality's own content", () => {
  test('has no errors', async () => {
    const { problems, counts } = await checkPack(contentFolder, new Date('2026-11-23T09:00:00Z'));
    expect(problems.filter((problem) => !isWarning(problem))).toEqual([]);
    expect(counts).toMatchObject({ modules: 10 });
  });

  test('is told to be a year old when nobody has looked at it for a year', async () => {
    const { problems } = await checkPack(contentFolder, new Date('2027-11-23T09:00:00Z'));
    const filesOf = (pattern: RegExp) =>
      new Set(problems.filter(({ message }) => pattern.test(message)).map(({ file }) => path.basename(file)));
    expect(filesOf(/days ago/)).toEqual(new Set(['module.yaml', 'outlines.yaml']));
    // A number or a section that nobody answers for any longer is refused.
    const guide = ['worried.yaml', 'branches.yaml', 'duties.yaml', 'levels.yaml'];
    expect(filesOf(/is out of date/)).toEqual(
      new Set(['contacts.yaml', 'laws.yaml', 'tools.yaml', 'words.yaml', ...guide]),
    );
    expect(problems.filter(({ message }) => /is out of date/.test(message)).some(isWarning)).toBe(false);
  });
});

describe('loading a pack', () => {
  test('puts structure, words and decisions together', async () => {
    const { pack, problems } = await loadPack(await copyPack());
    expect(problems).toEqual([]);
    expect(pack).toMatchObject({
      version: 'test.1',
      municipality: { name: 'Prøve kommune' },
      zone: 'Europe/Oslo',
      defaultLocale: 'nb',
      digest: { weekday: 1, time: '08:30' },
      calendar: { zone: 'Europe/Oslo' },
      guide: { packVersion: 'test.1' },
    });
    expect(findModule(pack.catalogue, 'uro')).toMatchObject({
      isPriority: true,
      dueAfterDays: 14,
      obligation: 'recommended',
      cards: [
        { cardId: 'se', links: [{ linkId: 'plikt', label: { nb: 'Les mer' } }], lawIds: ['straffeloven-196'] },
        { cardId: 'si-fra', links: [], lawIds: [] },
      ],
      quiz: [{ questionId: 'hva-forst', options: [{ isCorrect: false }, { isCorrect: true }] }],
    });
    for (const locale of locales) expect(pack.texts[locale].get('common.parts.modules')).toContain('plural');
  });

  test('makes a module obligatory only when the municipality says so', async () => {
    const find = 'startsOn: 2026-08-17';
    const { pack } = await loadPack(await copyPack({ file: 'pack.yaml', find, put: `${find}\nobligation: required` }));
    expect(pack.catalogue.modules.map(({ obligation }) => obligation)).toEqual(['required']);
  });

  test('gives no date to a module without priority', async () => {
    const edit = { file: 'pack.yaml', find: '\n    priority: { dueAfterDays: 14 }', put: '' };
    const { pack } = await loadPack(await copyPack(edit));
    const [module] = pack.catalogue.modules;
    expect(module).toMatchObject({ isPriority: false });
    expect(module && dueDateOf(pack.catalogue, module, person, undefined)).toBeUndefined();
  });

  test('leaves a broken module out and keeps the others', async () => {
    const edit = { file: 'pack.yaml', find: '  - id: uro\n', put: '  - id: borte\n  - id: uro\n' };
    const { pack, problems } = await loadPack(await copyPack(edit));
    expect(pack.catalogue.modules.map(({ moduleId }) => moduleId)).toEqual(['uro']);
    expect(problems.map(({ file }) => file)).toContain('modules/borte/module.yaml');
  });

  test('leaves a broken text out and keeps the others', async () => {
    const edit = { file: 'text/common/nn.yaml', find: 'Hei, {name}!', put: '"Hei, {name!"' };
    const { pack } = await loadPack(await copyPack(edit));
    expect([...pack.texts.nn.keys()]).toEqual(['common.parts.modules']);
    expect(pack.texts.nb.size).toBe(2);
  });

  test('shows the national numbers, and leads to an end, when the guide cannot be read', async () => {
    const { pack, problems } = await loadPack(await copyPack({ file: 'contacts.yaml', put: 'contacts: []\n' }));
    expect(problems.map(({ file }) => file)).toContain('contacts.yaml');
    const { guide } = pack;
    const first = startWalk(guide).step;
    const numbers = first.contactIds.map((contactId) => guide.contacts.get(contactId)?.number);
    expect(numbers).toEqual(['112', '113', '116 111']);
    for (const { choiceId } of first.choices) {
      const reached = walk(guide, { guideId: guide.guideId, packVersion: 'test.1', answers: [choiceId] });
      expect(reached).toMatchObject({ isRestarted: false, step: { kind: 'end' } });
    }
    expect(guide.steps.get(guide.acuteId)?.kind).toBe('acute');
  });

  test('answers in ordinary hours when the calendar cannot be read, and plans nothing when the reminders cannot', async () => {
    const { pack, problems } = await loadPack(
      await copyPack({ file: 'calendar.yaml', put: 'window: nei\n' }, { file: 'reminders.yaml', put: 'steps: nei\n' }),
    );
    expect(pack.calendar).toMatchObject({ zone: 'Europe/Oslo', useHolidays: true, window: { from: '08:30' } });
    expect(pack.reminderPolicy.steps).toEqual([]);
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['calendar.yaml', 'reminders.yaml']));
  });

  test.each([
    { file: 'calendar.yaml', put: 'window: nei\n' },
    { file: 'waves.yaml', put: 'units: [a]\nwaves:\n  - { startsOn: 2099-02-31, units: [a] }\n' },
  ])(
    'is not whole when $file cannot be read: nobody is written to in the summer, or before their unit begins',
    async ({ file, put }) => {
      const { isWhole, problems } = await loadPack(await copyPack({ file, put }));
      expect([isWhole, problems.map(({ file: told }) => told)]).toEqual([false, [file]]);
    },
  );

  test('stops only when pack.yaml cannot be read or there are no texts at all', async () => {
    const noZone = await copyPack({ file: 'pack.yaml', find: 'Europe/Oslo', put: 'Europe/Fjordvik' });
    await expect(loadPack(noZone)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringMatching(/pack\.yaml:4: zone: is no time zone/),
    });
    const stands = await loadPack(noZone, 'stand-in');
    expect([stands.isWhole, stands.problems.map(({ file }) => file)]).toEqual([false, ['pack.yaml']]);
    const noTexts = await copyPack({ file: 'text' });
    const silent = await loadPack(noTexts, 'stand-in');
    expect([silent.isWhole, silent.problems.map(({ file }) => file)]).toEqual([false, ['text']]);
    await expect(loadPack(noTexts)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringMatching(/no texts/),
    });
  });
});

const person: Person = {
  personId: 'p',
  displayName: 'Test',
  givenName: 'Test',
  unitId: 'u',
  sector: 'school',
  roles: [],
  employedOn: '2026-09-01',
  leads: [],
};
