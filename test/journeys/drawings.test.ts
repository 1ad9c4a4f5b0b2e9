import { describe, expect, test } from 'vitest';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { mondayMorning, olav, settle } from './people.ts';

const unn = aPerson('unn', {
  ...{ roles: ['employee', 'coordinator'], aadObjectId: '00000000-0000-4000-8000-000000000306' },
});

type Image = { type: 'Image'; url: string; altText: string };

async function imagesOnFirstCard(drive: Drive, locale: string): Promise<readonly Image[]> {
  await settle(drive);
  const message = await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' }, { locale });
  const body = message.card.body as readonly { type: string }[];
  return body.filter((element): element is Image => element.type === 'Image');
}

describe('the first card of a module', () => {
  test.each([
    ['nb-NO', 'Et brev, en pil og et hus.'],
    ['nn-NO', 'Eit brev, ei pil og eit hus.'],
    ['en-GB', 'A letter, an arrow and a house.'],
  ])('has its drawing where Teams can fetch it, told in words (%s)', async (locale, altText) => {
    const drive = await createDrive(mondayMorning, {}, { UNDRING_PUBLIC_URL: 'https://undring.fjordvik.example' });
    const [image, ...more] = await imagesOnFirstCard(drive, locale);
    expect(more).toEqual([]);
    expect(image?.altText).toBe(altText);
    expect(image?.url).toMatch(/^https:\/\/undring\.fjordvik\.example\/drawings\/meldeplikt\.png\?v=[\da-f]{12}$/);
    const second = await drive.executes(olav, 'module.show', { moduleId: 'meldeplikt', position: 1 });
    expect(JSON.stringify(second.card)).not.toContain('"Image"');
  });

  test('is looked through before approval with its drawing and the sections it builds on, then what is shared and the sources', async () => {
    const drive = await createDrive(mondayMorning, {}, { UNDRING_PUBLIC_URL: 'https://undring.fjordvik.example' });
    await settle(drive);
    await drive.knows(unn);
    const module = drive.service.pack.catalogue.modules.find(({ moduleId }) => moduleId === 'meldeplikt');
    const position = module?.cards.findIndex(({ lawIds }) => lawIds?.length) ?? 0;
    const first = await drive.executes(unn, 'content.card', { moduleId: 'meldeplikt', position: 0 });
    expect(JSON.stringify(first.card)).toContain('/drawings/meldeplikt.png');
    const cited = await drive.executes(unn, 'content.card', { moduleId: 'meldeplikt', position });
    expect(wordsOf(cited)).toMatch(/Bygger på .*§/);
    const meeting = wordsOf(await drive.executes(unn, 'content.group', { moduleId: 'meldeplikt' }));
    for (const text of module?.inShort ?? []) expect(meeting).toContain(text.nb);
    expect(meeting).toContain(`Kildene\n${module?.sources[0]?.source} · sist sjekket `);
  });

  test('is not the only one with a drawing: the levels stand on one', async () => {
    const drive = await createDrive(mondayMorning, {}, { UNDRING_PUBLIC_URL: 'https://undring.fjordvik.example' });
    await settle(drive);
    const card = await drive.executes(olav, 'module.show', { moduleId: 'bti-veilederen', position: 1 });
    expect(JSON.stringify(card)).toMatch(/drawings\/bti-veilederen-nivaaene\.png.*Tallene 0 til 3/);
    await drive.knows(unn);
    const read = await drive.executes(unn, 'content.card', { moduleId: 'bti-veilederen', position: 1 });
    expect(JSON.stringify(read.card)).toContain('/drawings/bti-veilederen-nivaaene.png');
  });

  test('has none where nobody has said what our address is: an Image without one would blank the card on a phone', async () => {
    expect(await imagesOnFirstCard(await createDrive(mondayMorning), 'nb-NO')).toEqual([]);
  });
});
