import { describe, expect, it } from 'vitest';
import { aDialogue } from '../../../support/dialogue-builder.ts';
import { aCatalogue, aModule } from '../../../support/module-builder.ts';
import { aPerson } from '../../../support/person-builder.ts';
import { aMunicipality } from './support.ts';

const kari = aPerson('Kari');
const moduleId = 'samtale';
const dialogueId = 'samtalen';
const withDialogue = aModule(moduleId, {
  title: { nb: 'Samtale', nn: '', en: '' },
  quiz: [],
  dialogues: [aDialogue(dialogueId)],
});
const learner = (module = withDialogue) => aMunicipality(aCatalogue([module]), kari);
const at = { moduleId, dialogueId };
/** After three cards. */
const position = 3;

describe('module.show at a dialogue', () => {
  it('tells the scene, that it is made up and that nobody sees the answers', async () => {
    const { press } = await learner();
    const scene = await press(kari, 'module.show', { moduleId, position });
    expect(scene).toContain('Samtale · kort 4 av 5\nØv: En forelder er redd\nDu har sett noe i to uker.');
    expect(scene).toContain('Samtalen er oppdiktet. Ingen ser hva du svarer');
    expect(scene).toContain('[Begynn samtalen]\n[Tilbake]\n[Modulene mine]');
  });
});

describe('module.practise', () => {
  it('begins with what the other says and the replies to choose from', async () => {
    const { press } = await learner();
    const first = await press(kari, 'module.practise', { ...at, replies: [] });
    expect(first).toMatch(/Moren\n«Hva mener du egentlig\? Vi er i start\.»\nHva sier eller gjør du/);
    expect(first.match(/\[«Jeg svarer /g)).toHaveLength(3);
    expect(first).toContain('[Tilbake]\n[Modulene mine]');
    expect(first).not.toContain('[Neste]');
  });

  it('goes back one reply, and shows what was said before', async () => {
    const { press } = await learner();
    await press(kari, 'module.reply', { ...at, nodeId: 'uklar', replies: ['skjult', 'igjen'] });
    const back = await press(kari, 'module.practise', { ...at, replies: ['skjult'] });
    expect(back).toMatch(/Moren: .*start.*\nDu: «Jeg svarer skjult.*\nMoren\n.*uklar/);
    expect(back).toContain('[Tilbake]\n[Begynn på nytt]\n[Modulene mine]');
  });
});

describe('module.reply', () => {
  it('gives the feedback on the reply, and the talk goes on from there', async () => {
    const { press } = await learner();
    const told = await press(kari, 'module.reply', { ...at, nodeId: 'start', replies: ['skjult'] });
    expect(told).toMatch(/Moren: .*start.*\nDu valgte\n«Jeg svarer skjult.*\nDerfor skjult\./);
    expect(told).toContain('[Gå videre]\n[Svar på nytt]\n[Modulene mine]');
    expect(await press(kari, 'module.show', { moduleId, position })).toMatch(
      /Du: «Jeg svarer skjult.*\nMoren\n.*uklar/,
    );
  });

  it.each([
    [
      'a good',
      { nodeId: 'sammen', replies: ['fakta', 'avtale'] },
      'Slik kan det gå bra\nAlle vet',
      '[Neste]\n[Prøv igjen herfra]',
    ],
    [
      'a middling',
      { nodeId: 'sammen', replies: ['fakta', 'vente'] },
      'Et stykke på vei\nRing',
      '[Prøv igjen herfra]\n[Neste]',
    ],
    [
      'a poor',
      { nodeId: 'start', replies: ['anklage'] },
      'Her bør du velge en annen vei\nSnakk',
      '[Prøv igjen herfra]\n[Neste]',
    ],
  ])(
    'at %s end tells what there is to learn, and lets the learner go on or try again',
    async (_, way, ending, buttons) => {
      const { press } = await learner();
      const end = await press(kari, 'module.reply', { ...at, ...way });
      expect(end).toContain(ending);
      expect(end).toContain(`${buttons}\n[${way.replies.length > 1 ? 'Begynn på nytt' : 'Modulene mine'}]`);
      expect(await press(kari, 'module.show', { moduleId, position })).toContain(ending);
    },
  );

  it('of a card from before the module changed shows where the learner is, and keeps that', async () => {
    const { press, progressOf } = await learner();
    await press(kari, 'module.reply', { ...at, nodeId: 'start', replies: ['skjult'] });
    const before = await progressOf(kari);
    for (const data of [
      { ...at, nodeId: 'gone', replies: ['skjult', 'igjen'] },
      { ...at, nodeId: 'uklar', replies: ['skjult', 'gone'] },
      { ...at, dialogueId: 'gone', nodeId: 'start', replies: ['fakta'] },
    ]) {
      expect(await press(kari, 'module.reply', data)).toMatch(/Modulen er endret siden sist\..*Moren\n.*uklar/s);
    }
    expect(await progressOf(kari)).toEqual(before);
  });

  it('of a module without dialogues any more shows the card where the learner is', async () => {
    const { press } = await learner(aModule(moduleId));
    await press(kari, 'module.show', { moduleId, position: 1 });
    const card = await press(kari, 'module.reply', { ...at, nodeId: 'start', replies: ['fakta'] });
    expect(card).toContain('Du deler\nModulen er endret siden sist.');
  });

  it.each([
    [{}],
    [{ ...at, nodeId: 'start' }],
    [{ ...at, nodeId: 'start', replies: 'fakta' }],
    [{ ...at, nodeId: 'start', replies: [7] }],
    [{ ...at, nodeId: 'start', replies: Array.from({ length: 21 }, () => 'a') }],
    [{ ...at, nodeId: null, replies: ['fakta'] }],
  ])('with %j is refused at the door', async (data) => {
    const { press, progressOf } = await learner();
    expect(await press(kari, 'module.reply', data)).toBe('invalid');
    expect(await progressOf(kari)).toEqual([]);
  });
});

describe('module.complete of a module with a dialogue', () => {
  it('leads kindly to the dialogue that is left, and after any end completes', async () => {
    const { press, progressOf } = await learner();
    await press(kari, 'module.show', { moduleId, position: 4 });
    const asked = await press(kari, 'module.complete', { moduleId });
    expect(asked).toContain('Samtale · kort 4 av 5\nØv: En forelder er redd\nDu er nesten i mål.');
    await press(kari, 'module.reply', { ...at, nodeId: 'start', replies: ['anklage'] });
    const again = await press(kari, 'module.practise', { ...at, replies: [] });
    expect(again).toContain('[Neste]\n[Tilbake]');
    expect(await press(kari, 'module.complete', { moduleId })).toContain('Bra jobbet!');
    const [stored] = await progressOf(kari);
    expect(Object.keys(stored ?? {}).toSorted()).toEqual([
      ...['completedAt', 'cycle', 'moduleId', 'moduleVersion', 'startedAt', 'state'],
    ]);
    const nextYear = new Date('2027-03-01T09:00:00Z');
    const late = await press(kari, 'module.reply', { ...at, nodeId: 'start', replies: ['fakta'] }, nextYear);
    expect(late).toContain('Du ble ferdig med Samtale mandag 23. november 2026.');
  });
});
