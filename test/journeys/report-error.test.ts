import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { Failure } from '../../src/core/failure.ts';
import { findModule } from '../../src/features/catalogue/catalogue.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { aReport } from '../support/report-builder.ts';
import { versionOf } from './module-version.ts';
import { kari, mondayMorning, olav, rektor, settle, stranger } from './people.ts';
import { takeModule } from './take-module.ts';

const per = aPerson('per', {
  givenName: 'Per',
  roles: ['coordinator'],
  employedOn: '2020-08-01',
  aadObjectId: '00000000-0000-4000-8000-000000000005',
});
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(per);
});

const kept = () => toArray(drive.stores.reports.list());
const openModule = () => drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });

/** "Meld feil" on the first card of a module, and the first of the choices. */
async function reportModule(): Promise<void> {
  const asked = await drive.presses(olav, await openModule(), 'Meld feil');
  await drive.presses(olav, asked, 'Utdatert');
}

describe('somebody who finds an error in a module', () => {
  test('says which kind in one press, is thanked, and comes back to the card', async () => {
    const card = await openModule();
    const asked = await drive.presses(olav, card, 'Meld feil');
    expect(wordsOf(asked)).toContain(
      `Utkast, ikke kvalitetssikret · versjon ${versionOf(drive, 'meldeplikt')} · BTI-koordinator · sist sjekket`,
    );
    const thanked = await drive.presses(olav, asked, 'Feil tall, fakta eller lenke');
    expect(wordsOf(thanked)).toContain('Takk for at du sier fra!');
    expect(wordsOf(await drive.presses(olav, thanked, 'Tilbake'))).toBe(wordsOf(card));
  });

  test('leaves what is wrong, where and on which day, and nothing else', async () => {
    const asked = await drive.presses(olav, await openModule(), 'Meld feil');
    await drive.presses(olav, asked, 'Utdatert');
    const reports = await kept();
    expect(reports.map(({ place: _, ...report }) => report)).toEqual([
      {
        ...{ contentId: 'module:meldeplikt:plikten-er-din', version: String(versionOf(drive, 'meldeplikt')) },
        ...{ kind: 'outdated', on: '2026-11-23' },
      },
    ]);
    expect(JSON.stringify([reports, drive.events])).not.toMatch(/olav|Berg|00000000/i);
  });

  test('is heard once however often the same card is pressed, from whatever device', async () => {
    const asked = await drive.presses(olav, await openModule(), 'Meld feil');
    for (const choice of ['Utdatert', 'Utdatert', 'Feil språk']) {
      expect(wordsOf(await drive.presses(olav, asked, choice))).toContain('Takk');
    }
    expect((await kept()).map(({ kind }) => kind)).toEqual(['outdated']);
  });

  test('can fill no table: at most twenty of one text and day', async () => {
    const contentId = 'word:ppt';
    for (let place = 0; place < 40; place += 1) {
      await drive.executes(olav, 'content.report-send', { contentId, kind: 'fact', place });
    }
    expect(await kept()).toHaveLength(20);
  });

  test('sees which sections a card builds on', async () => {
    expect(wordsOf(await openModule())).toContain('Bygger på barnevernsloven §');
  });
});

describe('a card of the guide', () => {
  test('asks at its foot whether the text is wrong, and keeps only the month', async () => {
    const step = await drive.executes(olav, 'guide.start', { entry: 'violence' });
    const asked = await drive.presses(olav, step, 'Feil i teksten?');
    const thanked = await drive.presses(olav, asked, 'Vanskelig å forstå');
    expect((await kept()).map(({ contentId, on }) => [contentId, on])).toEqual([['guide:violence', '2026-11-01']]);
    expect(wordsOf(await drive.presses(olav, thanked, 'Tilbake'))).toContain('Mistanke om vold');
  });

  test('with the numbers never asks, and no card asks somebody whom we do not know', async () => {
    for (const entry of ['wonder', 'acute', undefined]) {
      const titles = buttonsOf(await drive.executes(olav, 'guide.start', { entry })).map(({ verb }) => verb);
      expect(titles.includes('content.report')).toBe(entry === 'wonder');
    }
    const unknown = await drive.executes(aPerson('nobody'), 'guide.start', { entry: 'violence' });
    expect(buttonsOf(unknown).map(({ verb }) => verb)).not.toContain('content.report');
  });

  test('leaves no row of the person, and no event', async () => {
    const commits: unknown[] = [];
    const people = { ...drive.stores.people, commit: async (change: unknown) => void commits.push(change) };
    const watched = await createDrive(mondayMorning, { ...drive.stores, people });
    const step = await watched.executes(olav, 'guide.start', { entry: 'duty' });
    const asked = await watched.presses(olav, step, 'content.report');
    await watched.presses(olav, asked, 'Utdatert');
    expect(commits).toEqual([]);
    expect(watched.events.filter(({ event }) => event !== 'content-problem')).toEqual([]);
  });
});

describe.each([
  ['a guideline', 'policy.open', { policyId: 'bilder-av-barn' }, 'policy:bilder-av-barn'],
  ['a card to share', 'share.show', { moduleId: 'meldeplikt' }, 'module:meldeplikt:in-short'],
  ['the courses that run out', 'certificate.list', {}, 'certificates:list'],
])('somebody who finds an error in %s', (_, verb, data, contentId) => {
  test('says so from there, and comes back to it', async () => {
    const card = await drive.executes(olav, verb, data);
    const thanked = await drive.presses(olav, await drive.presses(olav, card, 'Meld feil'), 'Utdatert');
    expect(await kept()).toMatchObject([{ contentId, kind: 'outdated' }]);
    expect(wordsOf(await drive.presses(olav, thanked, 'Tilbake'))).toBe(wordsOf(card));
    expect(wordsOf((await drive.says(per, 'meldte feil')).message)).toContain('1 utdatert');
  });
});

test('what a finished module leads on to, and the introduction, can be reported from where they stand', async () => {
  const done = await takeModule(drive, olav, 'meldeplikt');
  const intro = await drive.executes(kari, 'intro.show', {});
  for (const [who, card] of [
    [olav, done],
    [kari, intro],
  ] as const) {
    const thanked = await drive.presses(who, await drive.presses(who, card, 'Meld feil'), 'Utdatert');
    expect(wordsOf(await drive.presses(who, thanked, 'Tilbake'))).toMatch(/Meldeplikt|introduksjon/);
  }
  expect((await kept()).map(({ contentId }) => contentId).toSorted()).toEqual([
    'introduction:plans',
    'module:meldeplikt:done',
  ]);
  const list = (await drive.says(per, 'meldte feil')).message;
  expect(wordsOf(list)).toMatch(/Introduksjonsplan|Etter modulen Meldeplikt/);
});

test('who answers for a text opens it from the list of what was reported', async () => {
  for (const contentId of ['word:ppt', 'guide:violence', 'policy:bilder-av-barn', 'module:meldeplikt:in-short']) {
    await drive.executes(olav, 'content.report-send', { contentId, kind: 'fact', place: 1 });
  }
  const list = (await drive.says(per, 'meldte feil')).message;
  const openers = buttonsOf(list).filter(({ title }) => title === 'Åpne teksten');
  expect(openers).toHaveLength(4);
  for (const { verb, data } of openers) {
    expect(wordsOf(await drive.executes(per, verb, data))).toMatch(/PPT|Mistanke om vold|Bilder av barn|Meldeplikt/);
  }
});

describe('somebody who finds an error in what comes after a module', () => {
  const moduleId = 'meldeplikt';

  test('says so from the question, and comes back to it', async () => {
    const questionId = findModule(drive.service.pack.catalogue, moduleId)?.quiz[0]?.questionId;
    const card = await drive.executes(olav, 'refresher.show', { moduleId, questionId });
    const thanked = await drive.presses(olav, await drive.presses(olav, card, 'Meld feil'), 'Vanskelig å forstå');
    expect(await kept()).toMatchObject([{ contentId: `module:meldeplikt:${questionId}`, kind: 'unclear' }]);
    expect(wordsOf(await drive.presses(olav, thanked, 'Tilbake'))).toBe(wordsOf(card));
  });

  test('says so from "hva vil du prøve?", and comes back to it', async () => {
    await takeModule(drive, olav, moduleId);
    const card = await drive.executes(olav, 'use-it.show', { moduleId });
    expect(wordsOf(card)).toContain('Hva vil du prøve?');
    const thanked = await drive.presses(olav, await drive.presses(olav, card, 'Meld feil'), 'Utdatert');
    expect(await kept()).toMatchObject([{ contentId: 'module:meldeplikt:reflection', kind: 'outdated' }]);
    expect(wordsOf(await drive.presses(olav, thanked, 'Tilbake'))).toBe(wordsOf(card));
  });

  test.each(['use-it.show', 'reread.show', 'refresher.show'])(
    'meets the module or the list by %s when it is not done',
    async (verb) => {
      for (const id of [moduleId, 'no-such', '../x']) {
        const card = await drive.executes(olav, verb, { moduleId: id, questionId: 'no-such' });
        expect(buttonsOf(card).length).toBeGreaterThan(0);
        expect(wordsOf(card)).not.toContain('Hva vil du prøve?');
      }
    },
  );
});

describe('somebody who finds an error in a meeting', () => {
  const conversation = { id: '19:laererne@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId };
  const onCard = { conversation, replyToId: 'shared-card' };

  async function startMeeting(): Promise<Message> {
    const choice = (await drive.says(rektor, 'gruppe', { conversation })).message;
    return drive.presses(rektor, choice, 'Start', { moduleId: 'meldeplikt' }, onCard);
  }

  test('says so from the card that all see, alone sees what comes of it, and comes back', async () => {
    const opening = await startMeeting();
    expect(buttonsOf(opening).map(({ verb }) => verb)).not.toContain('content.report-meeting');
    const card = await drive.presses(rektor, opening, 'Neste del', {}, onCard);
    await drive.passes(10);
    const before = drive.updated.length;
    const asked = await drive.presses(olav, card, 'Meld feil', {}, onCard);
    expect(buttonsOf(asked).map(({ verb }) => verb)).not.toContain('welcome.show');
    const thanked = await drive.presses(olav, asked, 'Utdatert', {}, onCard);
    expect(wordsOf(thanked)).toContain('Takk for at du sier fra!');
    expect(wordsOf(await drive.presses(olav, thanked, 'Tilbake', {}, onCard))).toContain('Meldeplikt');
    await drive.passes(10);
    expect(drive.updated).toHaveLength(before);
    const reports = await kept();
    expect(reports).toMatchObject([{ contentId: 'module:meldeplikt:meeting-2', kind: 'outdated' }]);
    expect(JSON.stringify([reports, wordsOf(asked), wordsOf(thanked)])).not.toMatch(/olav|Berg|Siv/i);
    expect(wordsOf((await drive.says(per, 'meldte feil')).message)).toContain('Møte om Meldeplikt');
  });

  test('is answered kindly when we do not know who it is, and nothing is kept', async () => {
    const card = await drive.presses(rektor, await startMeeting(), 'Neste del', {}, onCard);
    const answer = await drive.presses(stranger, card, 'Meld feil', {}, onCard);
    expect(wordsOf(answer)).toContain('Jeg finner deg ikke i lista mi');
    expect(buttonsOf(answer).map(({ verb }) => verb)).toContain('group.show');
    expect(await kept()).toEqual([]);
  });

  test('reaches no text but those of the meeting, whatever the press carries', async () => {
    const [{ data: { sessionId = '' } = {} } = {}] = buttonsOf(await startMeeting());
    const said = { kind: 'fact', place: 1 };
    for (const data of [
      { sessionId, part: 99, ...said },
      { sessionId, part: 0, ...said },
      { sessionId: 'aaaaaaaaaaaaaaaaaaaa', part: 1, ...said },
      { sessionId, part: 1, kind: 'Ola Nordmann', place: 1 },
      { contentId: 'word:ppt', ...said },
      null,
    ]) {
      expect(wordsOf(await drive.executes(olav, 'content.report-meeting', data, onCard))).not.toContain('Takk');
    }
    for (const verb of ['content.report', 'content.report-send']) {
      await drive.executes(olav, verb, { contentId: 'word:ppt', ...said }, onCard);
    }
    expect(await kept()).toEqual([]);
  });

  test('and leads it, says so from the plan, and comes back to it', async () => {
    const plan = await drive.executes(rektor, 'group.open', { moduleId: 'meldeplikt' });
    const thanked = await drive.presses(rektor, await drive.presses(rektor, plan, 'Meld feil'), 'Feil språk');
    expect(await kept()).toMatchObject([{ contentId: 'module:meldeplikt:meeting', kind: 'language' }]);
    expect(wordsOf(await drive.presses(rektor, thanked, 'Tilbake'))).toBe(wordsOf(plan));
  });
});

describe('the coordinator', () => {
  test('is told on the front page and in the help, sees what was reported, and closes it', async () => {
    expect(wordsOf((await drive.says(per, 'hei')).message)).not.toContain('meldt feil');
    await reportModule();
    const { message: front } = await drive.says(per, 'hei');
    expect(wordsOf(front)).toContain('Noen har meldt feil i 1 tekst.');
    const help = wordsOf((await drive.says(per, 'hjelp')).message);
    expect(help).toContain('Noen har meldt feil i 1 tekst');
    for (const does of ['Ta en modul sammen med de ansatte', 'Godkjenne moduler, rette numre']) {
      expect(help).toContain(does);
    }
    const list = await drive.presses(per, front, 'Feil i tekstene');
    expect(wordsOf(list)).toMatch(
      /Meldeplikt · Meldeplikt og avvergingsplikt[\s\S]*1 utdatert[\s\S]*Meldt mandag 23\. november/,
    );
    const closed = await drive.presses(per, list, 'Ferdig');
    expect(wordsOf(closed)).toContain('Ingen har meldt feil.');
    expect(await kept()).toEqual([]);
    expect(wordsOf(await drive.presses(per, list, 'Ferdig'))).toContain('Ingen har meldt feil.');
  });

  test('leaves in the log which text was closed, by whom, and that once', async () => {
    const aadObjectId = '00000000-0000-4000-8000-000000000009';
    const administrator = aPerson('ali', { roles: ['administrator'], aadObjectId });
    await drive.knows(administrator);
    await reportModule();
    const { message: list } = await drive.says(per, 'meldte feil');
    for (const _ of [1, 2]) await drive.presses(per, list, 'Ferdig');
    const log = wordsOf(await drive.executes(administrator, 'audit.show', {}));
    expect(log.match(/.*avsluttet meldte feil.*/g)).toEqual([
      expect.stringContaining('avsluttet meldte feil i teksten Meldeplikt'),
    ]);
    expect(log).not.toMatch(/utdatert|Olav/i);
  });

  test('closes nothing that came after the list was shown', async () => {
    await reportModule();
    const { message: list } = await drive.says(per, 'meldte feil');
    const [{ contentId = '', place = 0 } = {}] = await kept();
    await drive.executes(olav, 'content.report-send', { contentId, kind: 'other', place: (place + 1) % 20 });
    expect(wordsOf(await drive.presses(per, list, 'Ferdig'))).toContain('Det kom flere meldinger');
    expect(await kept()).toHaveLength(2);
  });

  test('is the only one who sees it', async () => {
    await reportModule();
    for (const person of [olav, rektor]) {
      expect(wordsOf((await drive.says(person, 'hei')).message)).not.toContain('meldt feil');
      for (const verb of ['content.reports', 'content.reports-close']) {
        const data = { contentId: 'module:meldeplikt:plikten-er-din', seen: 9 };
        expect(wordsOf(await drive.executes(person, verb, data))).not.toMatch(/utdatert|Ferdig/);
      }
    }
    expect(await kept()).toHaveLength(1);
  });

  test('is greeted also when the reports cannot be counted', async () => {
    const away = (): never => {
      throw new Failure('unavailable', 'storage is away; try later');
    };
    const reports = { ...drive.stores.reports, list: away };
    const down = await createDrive(mondayMorning, { ...drive.stores, reports });
    expect(wordsOf((await down.says(per, 'hei')).message)).toContain('Hei, Per!');
  });
});

describe('who answers for one thing', () => {
  const chief = aPerson('chief', {
    ...{ roles: ['employee'], answersFor: ['Oppvekstsjef'], employedOn: '2020-08-01' },
    aadObjectId: '00000000-0000-4000-8000-000000000006',
  });
  const word = { contentId: 'word:ppt', kind: 'fact', place: 1 };

  beforeEach(() => drive.knows(chief));

  test('is told of the reports of that only, and closes no others; what is gone is for the coordinator', async () => {
    await drive.executes(olav, 'content.report-send', word);
    await drive.stores.reports.create(aReport('word:borte'));
    expect(wordsOf((await drive.says(chief, 'hei')).message)).not.toContain('meldt feil');
    expect(wordsOf((await drive.says(chief, 'meldte feil')).message)).toContain('Ingen har meldt feil.');
    for (const contentId of ['word:ppt', 'word:borte']) {
      const refused = await drive.executes(chief, 'content.reports-close', { contentId, seen: 9 });
      expect(wordsOf(refused)).toContain('En annen svarer for den teksten.');
    }
    expect(await kept()).toHaveLength(2);
    expect(
      buttonsOf((await drive.says(per, 'meldte feil')).message).filter(({ title }) => title === 'Ferdig'),
    ).toHaveLength(2);
  });

  test('closes what is reported of it', async () => {
    await drive.executes(olav, 'content.report-send', { ...word, contentId: 'policy:bilder-av-barn' });
    await drive.executes(olav, 'content.report-send', word);
    const { message: front } = await drive.says(chief, 'hei');
    expect(wordsOf(front)).toContain('Noen har meldt feil i 1 tekst.');
    const closed = await drive.presses(chief, await drive.presses(chief, front, 'Feil i tekstene'), 'Ferdig');
    expect(wordsOf(closed)).toContain('Da er den borte fra lista.');
    expect((await kept()).map(({ contentId }) => contentId)).toEqual(['word:ppt']);
  });
});

describe('a press that was tampered with', () => {
  test('keeps nothing and has a way on', async () => {
    const wrong: readonly unknown[] = [
      null,
      {},
      { contentId: 'guide:start', kind: 'fact', place: 0 },
      { contentId: '../x', kind: 'fact', place: 0 },
      { contentId: 'word:ppt', kind: 'Ola Nordmann', place: 0 },
      { contentId: 'word:ppt', kind: 'fact', place: 99 },
      { contentId: 'word:ppt', kind: 'fact', place: 'x' },
    ];
    for (const verb of ['content.report', 'content.report-send']) {
      for (const data of wrong) expect(buttonsOf(await drive.executes(olav, verb, data)).length).toBeGreaterThan(0);
    }
    for (const data of [...wrong, { contentId: 'x/y', seen: 1 }, { contentId: 'word:ppt', seen: -1 }]) {
      expect(buttonsOf(await drive.executes(per, 'content.reports-close', data)).length).toBeGreaterThan(0);
    }
    expect(await kept()).toEqual([]);
  });
});
