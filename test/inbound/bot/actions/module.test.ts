import { describe, expect, it } from 'vitest';
import { aCatalogue, aModule } from '../../../support/module-builder.ts';
import { aPerson } from '../../../support/person-builder.ts';
import { aMunicipality, monday } from './support.ts';

const kari = aPerson('Kari', { employedOn: '2026-11-16' });
const first = aModule('first', { title: { nb: 'Meldeplikt', nn: 'Meldeplikt', en: 'Duty to report' } });
const second = aModule('second', { title: { nb: 'Avvergingsplikt', nn: '', en: '' }, minutes: 10, dueAfterDays: 21 });
const forLeaders = aModule('leaders', { audience: { sectors: [], roles: ['leader'] } });
const catalogue = aCatalogue([first, second, forLeaders]);
const moduleId = 'first';

const learner = () => aMunicipality(catalogue, kari);

describe('module.list', () => {
  it('shows own modules with minutes, date, status and the mark of a draft', async () => {
    const { press } = await learner();
    await press(kari, 'module.show', { moduleId, position: 2 });
    const list = await press(kari, 'module.list');
    expect(list).toContain('Meldeplikt\n8 minutter · anbefalt for alle\nKort 3 av 6 · Frist mandag 30. november');
    expect(list).toContain('Avvergingsplikt\n10 minutter · anbefalt for alle\nFrist mandag 7. desember');
    expect(list).toContain('Modulene er utkast');
    expect(list).not.toContain('Modul leaders');
  });

  it('says "obligatorisk" where the pack does', async () => {
    const strict = aCatalogue([aModule('m', { obligation: 'required' })]);
    const { press } = await aMunicipality(strict, kari);
    expect(await press(kari, 'module.list')).toContain('8 minutter · obligatorisk');
  });
});

describe('module.open', () => {
  it('goes straight to the first card, and next time to where the learner left', async () => {
    const { press } = await learner();
    expect(await press(kari, 'module.open', { moduleId })).toContain(
      'Meldeplikt · kort 1 av 6 · ca. 8 minutter\nDu ser',
    );
    await press(kari, 'module.show', { moduleId, position: 1 });
    expect(await press(kari, 'module.open', { moduleId })).toContain('Meldeplikt · kort 2 av 6\nDu deler');
  });

  it('of a module that is gone shows the list', async () => {
    const { press, progressOf } = await learner();
    expect(await press(kari, 'module.open', { moduleId: 'x/../y' })).toContain('finnes ikke lenger');
    expect(await progressOf(kari)).toEqual([]);
  });

  it('of a module for others says so and keeps nothing', async () => {
    const { press, progressOf } = await learner();
    for (const verb of ['module.open', 'module.complete']) {
      expect(await press(kari, verb, { moduleId: 'leaders' })).toContain('laget for andre');
    }
    expect(await press(kari, 'module.answer', { moduleId: 'leaders', position: 3, choice: 'b' })).toContain(
      'laget for andre',
    );
    expect(await progressOf(kari)).toEqual([]);
  });

  it.each([[{}], [{ moduleId: null }], [{ moduleId: 7 }], ['first'], [null]])(
    'with %j is refused at the door',
    async (data) => {
      const { press } = await learner();
      expect(await press(kari, 'module.open', data)).toBe('invalid');
    },
  );
});

describe('module.show', () => {
  it('walks through ideas, questions and the reflection with ways back', async () => {
    const { press } = await learner();
    expect(await press(kari, 'module.show', { moduleId, position: 0 })).not.toContain('[Tilbake]');
    expect(await press(kari, 'module.show', { moduleId, position: 2 })).toContain(
      '[Neste]\n[Tilbake]\n[Modulene mine]',
    );
    expect(await press(kari, 'module.show', { moduleId, position: 3 })).toContain('Spørsmål 1 av 2');
    const last = await press(kari, 'module.show', { moduleId, position: 5 });
    expect(last).toContain('Dette lagres ikke');
    expect(last).toContain('[Fullfør]');
  });

  it.each([[-1], [1.5], ['2'], [null], [1e9]])('with the position %j is refused at the door', async (position) => {
    const { press } = await learner();
    expect(await press(kari, 'module.show', { moduleId, position })).toBe('invalid');
  });
});

describe('module.answer', () => {
  const answer = { moduleId, position: 3 };

  it('wrong gives feedback and lets me try again', async () => {
    const { press } = await learner();
    const wrong = await press(kari, 'module.answer', { ...answer, choice: 'a' });
    expect(wrong).toContain('Ikke helt. Prøv gjerne igjen.\nSvar a\nDerfor a.');
    expect(wrong).toContain('[Svar på nytt]');
    const right = await press(kari, 'module.answer', { ...answer, choice: 'b' });
    expect(right).toContain('Riktig!\nSvar b\nDerfor b.');
    expect(right).not.toContain('[Svar');
  });

  it('with several options takes them apart at the commas', async () => {
    const { press } = await learner();
    const partly = await press(kari, 'module.answer', { moduleId, position: 4, choice: 'a' });
    expect(partly).toContain('Ett riktig svar mangler');
    expect(partly).toContain('Dette hører også med\nSvar c\nDerfor c.');
    const mixed = await press(kari, 'module.answer', { moduleId, position: 4, choice: 'a,b' });
    expect(mixed).toContain(
      'Hører med: Svar a\nDerfor a.\nHører ikke med: Svar b\nDerfor b.\nDette hører også med\nSvar c',
    );
    expect(await press(kari, 'module.answer', { moduleId, position: 4, choice: 'c, a' })).toContain('Riktig!');
  });

  it.each([[undefined], [''], [null], [7], [['b']], [{}], ['a,b'], ['b'.repeat(5000)]])(
    'with the choice %j gives a hint on the same card and changes nothing',
    async (choice) => {
      const { press, progressOf } = await learner();
      await press(kari, 'module.show', { moduleId, position: 3 });
      const before = await progressOf(kari);
      const hint = await press(kari, 'module.answer', { ...answer, choice });
      expect(hint).toContain('Spørsmål 1 av 2\nVelg et svar først.');
      expect(await progressOf(kari)).toEqual(before);
    },
  );

  it.each([['x'], ['b,x']])(
    'with the choice %j, which the question does not have, says that it was changed',
    async (choice) => {
      const { press, progressOf } = await learner();
      await press(kari, 'module.show', { moduleId, position: 3 });
      const before = await progressOf(kari);
      const hint = await press(kari, 'module.answer', { ...answer, choice });
      expect(hint).toContain('Spørsmål 1 av 2\nModulen er endret siden sist.');
      expect(await progressOf(kari)).toEqual(before);
    },
  );

  it('from a card that asked another question shows where the module is now', async () => {
    const { press } = await learner();
    await press(kari, 'module.show', { moduleId, position: 1 });
    const card = await press(kari, 'module.answer', { ...answer, choice: 'b', questionId: 'older' });
    expect(card).toContain('Du deler\nModulen er endret siden sist.');
  });
});

describe('module.complete', () => {
  const answerAll = async (press: Awaited<ReturnType<typeof learner>>['press']) => {
    await press(kari, 'module.answer', { moduleId, position: 3, choice: 'b' });
    await press(kari, 'module.answer', { moduleId, position: 4, choice: 'a,c' });
  };

  it('shows the day, the count and the next module', async () => {
    const { press } = await learner();
    await answerAll(press);
    const done = await press(kari, 'module.complete', { moduleId });
    expect(done).toContain('Bra jobbet!\nDu ble ferdig med Meldeplikt mandag 23. november.\n1 av 2');
    expect(done).toContain('Utkast, ikke kvalitetssikret · versjon 1 · BTI-koordinator');
    expect(done).toContain('Neste modul\nAvvergingsplikt\n10 minutter');
    expect(await press(kari, 'module.list')).toContain('Ferdig mandag 23. november');
  });

  it('pressed again tells the first day, on every old card', async () => {
    const { press, progressOf } = await learner();
    await answerAll(press);
    await press(kari, 'module.complete', { moduleId });
    const nextYear = new Date('2027-03-01T09:00:00Z');
    for (const [verb, data] of [
      ['module.complete', { moduleId }],
      ['module.open', { moduleId }],
      ['module.show', { moduleId, position: 1 }],
      ['module.answer', { moduleId, position: 3, choice: 'a' }],
    ] as const) {
      expect(await press(kari, verb, data, nextYear)).toContain(
        'Du ble ferdig med Meldeplikt mandag 23. november 2026.',
      );
    }
    expect(await progressOf(kari)).toMatchObject([{ state: 'completed', completedAt: monday }]);
  });

  it('twice at once leaves one completion', async () => {
    const { press, people } = await learner();
    await answerAll(press);
    const cards = await Promise.all([0, 1, 2].map(() => press(kari, 'module.complete', { moduleId })));
    expect(cards.filter((card) => card.includes('Bra jobbet!'))).toHaveLength(1);
    expect(
      people
        .keys()
        .get('Kari')
        ?.filter((key) => key.startsWith('done')),
    ).toHaveLength(1);
  });

  it('goes to the question that has no answer', async () => {
    const { press } = await learner();
    await press(kari, 'module.answer', { moduleId, position: 3, choice: 'b' });
    expect(await press(kari, 'module.complete', { moduleId })).toContain('Spørsmål 2 av 2\nDette spørsmålet mangler');
  });

  it('goes to the question to try again below the pass mark', async () => {
    const { press } = await learner();
    await answerAll(press);
    await press(kari, 'module.answer', { moduleId, position: 3, choice: 'a' });
    const card = await press(kari, 'module.complete', { moduleId });
    expect(card).toContain('Spørsmål 1 av 2\nDu har 1 av 2 riktige svar. Du trenger 2. Prøv dette spørsmålet på nytt.');
  });

  it('of a module that was never begun begins it', async () => {
    const { press } = await learner();
    expect(await press(kari, 'module.complete', { moduleId })).toContain('kort 1 av 6');
  });

  it('lets the cards be read again without changing anything', async () => {
    const { press, progressOf } = await learner();
    await answerAll(press);
    await press(kari, 'module.complete', { moduleId });
    const before = await progressOf(kari);
    const card = await press(kari, 'module.show', { moduleId, position: 2, mode: 'reread' });
    expect(card).toContain('Meldeplikt · kort 3 av 3');
    expect(card).not.toContain('[Fullfør]');
    expect(await progressOf(kari)).toEqual(before);
  });

  it('to be read again, once it is to be taken again, goes on where the learner is', async () => {
    const { press, progressOf } = await learner();
    await press(kari, 'module.show', { moduleId, position: 2 });
    const before = await progressOf(kari);
    const card = await press(kari, 'module.show', { moduleId, position: 0, mode: 'reread' });
    expect(card).toContain('Meldeplikt · kort 3 av 6');
    expect(await progressOf(kari)).toEqual(before);
  });

  it('of a module for others stays visible to somebody who finished it before', async () => {
    const { press } = await learner();
    await answerAll(press);
    await press(kari, 'module.complete', { moduleId });
    const moved = { ...kari, sector: 'health' as const };
    const narrow = aCatalogue([aModule('first', { audience: { sectors: ['school'], roles: [] } })]);
    const other = await aMunicipality(narrow, moved);
    expect(await other.press(moved, 'module.open', { moduleId })).toContain('laget for andre');
    expect(await press(moved, 'module.open', { moduleId })).toContain('Du ble ferdig med Meldeplikt');
  });
});

describe('progress.show', () => {
  it('tells what is done, under way, left and due', async () => {
    const { press } = await learner();
    await press(kari, 'module.show', { moduleId, position: 1 });
    const card = await press(kari, 'progress.show');
    expect(card).toContain('0 av 2 prioriterte moduler er ferdige.');
    expect(card).toMatch(/Påbegynt\n.*\nMeldeplikt/);
    expect(card).toMatch(/Ikke begynt\n.*\nAvvergingsplikt/);
    expect(card).toContain('[Hva ser lederen?]');
  });
});
