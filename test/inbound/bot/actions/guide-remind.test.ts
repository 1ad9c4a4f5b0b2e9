import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/core/card.ts';
import { Failure } from '../../../../src/core/failure.ts';
import type { GuideContent, Trail } from '../../../../src/features/guide/guide.ts';
import { walk } from '../../../../src/features/guide/walk.ts';
import type { Actor } from '../../../../src/features/people/permissions.ts';
import type { PersonStore } from '../../../../src/features/people/person-store.ts';
import type { ActionContext } from '../../../../src/inbound/bot/action.ts';
import { guideActions } from '../../../../src/inbound/bot/actions/guide.ts';
import { guideRemindActions } from '../../../../src/inbound/bot/actions/guide-remind.ts';
import { createNotice } from '../../../../src/inbound/bot/notice.ts';
import { createRouter } from '../../../../src/inbound/bot/router.ts';
import type { ConversationKind } from '../../../../src/inbound/bot/turn.ts';
import { shortestTrails, theGuide } from '../../../features/guide/the-guide.ts';
import { tracesOf } from '../../../features/reminders/pings.ts';
import { createWorld, kari } from '../../../features/reminders/world.ts';
import { buttonsOf, wordsOf } from '../../../support/drive.ts';
import { memoryAuditStore } from '../../../support/memory-audit-store.ts';
import { guideRender } from '../../../views/guide-kit.ts';

const render = await guideRender();
const known: Actor = { kind: 'person', person: kari };
const strangers: readonly Actor[] = [
  { kind: 'guest' },
  { kind: 'unknown', reason: 'not-in-roster' },
  { kind: 'unknown', reason: 'storage-unavailable' },
];
const withoutDeadline: GuideContent = {
  ...theGuide,
  levels: {
    ...theGuide.levels,
    levels: theGuide.levels.levels.map((level) => ({
      ...level,
      deadlineDays: level.levelId === 'level-0' ? undefined : 7,
    })),
  },
};

type Given = { guide?: GuideContent; people?: Partial<PersonStore> };

async function aBot({ guide = theGuide, people = {} }: Given = {}) {
  const world = createWorld();
  await world.hire();
  const stores = { ...world.stores, people: { ...world.stores.people, ...people } };
  const needs = {
    ...stores,
    render,
    guide,
    zone: 'Europe/Oslo',
    rules: world.needs.rules,
    sendingSwitch: world.needs.sendingSwitch,
  };
  const { telemetry } = world.needs;
  const route = createRouter(
    {
      telemetry,
      audit: memoryAuditStore(),
      notice: createNotice({ render, telemetry: { record: () => {} }, guide: theGuide }, { reads: false }),
    },
    [
      ...guideActions({ ...needs, findBtiContacts: async () => [], findLeaders: async () => [] }),
      ...guideRemindActions(needs),
    ],
  );
  const press = (verb: string, data?: unknown, actor: Actor = known, kind: ConversationKind = 'personal') =>
    route(contextOf(kind, actor), verb, data);
  return { world, press };
}

function contextOf(kind: ConversationKind, actor: Actor): ActionContext {
  const conversation = { conversationId: 'c', kind, tenantId: 't', serviceUrl: 'https://example.org' };
  const from = { teamsId: 'x', isGuest: false };
  const turn = { kind: 'message', text: '', activityId: 'a', conversation, botId: 'b', from } as const;
  return { turn, actor, locale: 'nb', now: new Date('2026-11-23T10:00:00Z') };
}

const broken = async (): Promise<never> => {
  throw new Failure('unavailable', 'storage is away; try later');
};

/** Every card of the guide: each step from the first card and from each entry, and the fewest answers from there. */
function everyTrail(guide: GuideContent): readonly Trail[] {
  const { guideId, packVersion } = guide;
  const roots = [undefined, ...guide.entries.keys()];
  return roots.flatMap((entry) => {
    const startId = entry === undefined ? guide.startId : (guide.entries.get(entry)?.to ?? '');
    return [...shortestTrails({ ...guide, startId }).values()].map((answers) => ({
      ...{ guideId, packVersion, answers },
      ...(entry !== undefined && { entry }),
    }));
  });
}

describe('"Minn meg"', () => {
  it('stands on every ordinary step of level 0 and on no other card of any walk', async () => {
    const { press } = await aBot();
    const offered = new Set<string>();
    const kinds = new Set<string>();
    const trails = everyTrail(theGuide);
    expect(trails.length).toBeGreaterThan(500);
    for (const trail of trails) {
      const { step } = walk(theGuide, trail, kari.sector);
      kinds.add(step.kind);
      const { message } = await press('guide.answer', trail);
      const isOffered = buttonsOf(message).some(({ verb }) => verb === 'guide.remind');
      if (isOffered) offered.add(step.stepId);
      const isLevel0 = step.kind === 'ordinary' && step.at?.levelId === 'level-0';
      expect([step.stepId, isOffered]).toEqual([step.stepId, isLevel0]);
    }
    expect([...offered].sort()).toEqual(['conclude', 'share', 'talk', 'wonder', 'wonder-questions']);
    expect([...kinds]).toEqual(expect.arrayContaining(['acute', 'protect', 'safety', 'duty', 'call', 'advice', 'end']));
  });

  it('says what it stores before it is pressed, and carries nothing of the walk', async () => {
    const { press } = await aBot();
    const { message } = await press('guide.answer', { ...trailTo('wonder') });
    expect(wordsOf(message)).toContain('Minn meg på det om 14 dager\nJeg lagrer bare datoen.');
    expect(buttonsOf(message).filter(({ verb }) => verb === 'guide.remind')).toEqual([
      { verb: 'guide.remind', title: 'Minn meg på det om 14 dager', data: {} },
    ]);
  });

  it('is not offered without a deadline, nor to somebody we do not know', async () => {
    const { press } = await aBot({ guide: withoutDeadline });
    expect(buttonsOf((await press('guide.answer', trailTo('wonder'))).message).map(({ verb }) => verb)).not.toContain(
      'guide.remind',
    );
    const bot = await aBot();
    for (const actor of strangers) {
      const { message } = await bot.press('guide.answer', trailTo('wonder'), actor);
      expect(wordsOf(message)).toContain('Sett ord på undringen');
      expect(buttonsOf(message).map(({ verb }) => verb)).not.toContain('guide.remind');
    }
  });

  it('has the emergency numbers one press away, below, so that the button to delete stays', async () => {
    const { press } = await aBot();
    const cards = [await press('guide.remind'), await press('guide.forget', { on: '2026-12-07' })];
    for (const { message } of [...cards, await press('guide.remind', undefined, strangers[0])]) {
      const numbers = buttonsOf(message).find(({ title }) => title === 'Nødnumre');
      const reply = await press(numbers?.verb ?? '', numbers?.data);
      expect(reply.place).toBe('below');
      expect(wordsOf(reply.message)).toMatch(/^Ring nå\n[\s\S]*112[\s\S]*113/);
    }
  });

  it('answers below with the day, what will be said, and that the date is all that is kept', async () => {
    const { press, world } = await aBot();
    const reply = await press('guide.remind');
    expect(reply.place).toBe('below');
    expect(linesOf(reply.message)).toEqual([
      'Du får en påminnelse mandag 7. desember',
      'Da skriver jeg bare: «Her er påminnelsen du ba om.»',
      'Jeg lagrer bare datoen, ikke hva det gjelder. Jeg sletter den når påminnelsen er sendt.',
      'Bare du får se påminnelsen.',
      'Slett påminnelsen',
      'Nødnumre',
    ]);
    expect(reply.message.summary).toBe('Svar fra Undring');
    expect(await press('guide.remind')).toEqual(reply);
    expect(await tracesOf(world)).toEqual(['ping:2026-12-07', 'hint 2026-12-07 09:00']);
  });

  it('says so where all sending is stopped, and keeps the date all the same', async () => {
    const { press, world } = await aBot();
    await world.stores.sending.create({ state: 'stopped', by: 'siv', at: world.clock.now() });
    expect(linesOf((await press('guide.remind')).message).slice(0, 2)).toEqual([
      'Du får en påminnelse mandag 7. desember',
      'Utsendingen er stoppet nå. Påminnelsen kommer tidligst når utsendingen er i gang igjen.',
    ]);
    expect(await tracesOf(world)).toEqual(['ping:2026-12-07', 'hint 2026-12-07 09:00']);
  });

  it('is taken away by its button, and pressing that twice is fine', async () => {
    const { press, world } = await aBot();
    const { message } = await press('guide.remind');
    const [button] = buttonsOf(message);
    for (const _ of [1, 2]) {
      const reply = await press('guide.forget', button?.data);
      expect(reply.place).toBe('replace');
      expect(wordsOf(reply.message)).toContain('Påminnelsen er slettet');
    }
    expect(await tracesOf(world)).toEqual([]);
  });

  it('pressed by somebody we cannot write to gets a kind card that points to the own calendar', async () => {
    const { press, world } = await aBot();
    for (const actor of strangers) {
      const { message } = await press('guide.remind', {}, actor);
      expect(wordsOf(message)).toContain('Legg gjerne inn en påminnelse i kalenderen din mandag 7. desember.');
    }
    const old = await aBot({ guide: withoutDeadline });
    expect(wordsOf((await old.press('guide.remind')).message)).toContain(
      'Legg gjerne inn en påminnelse i kalenderen din.',
    );
    expect([await tracesOf(world), await tracesOf(old.world)]).toEqual([[], []]);
  });

  it('with storage away says so kindly, and tells no event that somebody pressed it', async () => {
    const { press, world } = await aBot({ people: { get: broken, commit: broken } });
    expect(wordsOf((await press('guide.remind')).message)).toContain('Jeg kan ikke sende deg en påminnelse');
    const { message } = await press('guide.forget', { on: '2026-12-07' });
    expect(wordsOf(message)).toContain('Jeg fikk ikke slettet påminnelsen');
    expect(buttonsOf(message)[0]).toMatchObject({ verb: 'guide.forget', data: { on: '2026-12-07' } });
    expect(world.events).toEqual([]);
  });

  it('with storage that hangs answers before Teams stops waiting', async () => {
    const { press, world } = await aBot({ people: { get: () => new Promise(() => {}) } });
    const startedAt = performance.now();
    expect(wordsOf((await press('guide.remind')).message)).toContain('Jeg kan ikke sende deg en påminnelse');
    expect(performance.now() - startedAt).toBeLessThan(2_400);
    expect(world.events).toEqual([]);
  });

  it.each(['channel', 'group'] as const)('in a %s is the numbers and the way to a private chat', async (kind) => {
    const { press, world } = await aBot();
    for (const verb of ['guide.remind', 'guide.forget']) {
      const { message } = await press(verb, { on: '2026-12-07' }, known, kind);
      expect(wordsOf(message)).toContain('112');
      expect(wordsOf(message)).not.toMatch(/påminn/i);
    }
    expect(await tracesOf(world)).toEqual([]);
  });

  it.each([undefined, 'text', { on: 'tomorrow' }, { on: 7 }, { on: '9999-12-31' }])(
    'takes %j on a card for no date of anybody',
    async (data) => {
      const { press, world } = await aBot();
      await press('guide.remind');
      await press('guide.forget', data);
      expect(await tracesOf(world)).toHaveLength(2);
      expect(world.events).toEqual([]);
    },
  );
});

/** Each once: a button says its title in its fallback as well. */
const linesOf = (message: Message): readonly string[] => [...new Set(wordsOf(message).split('\n'))];

function trailTo(stepId: string): Trail {
  const { guideId, packVersion } = theGuide;
  return { guideId, packVersion, answers: shortestTrails(theGuide).get(stepId) ?? [] };
}
