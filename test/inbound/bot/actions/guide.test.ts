import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/features/people/permissions.ts';
import type { CalendarRules } from '../../../../src/features/reminders/calendar.ts';
import type { Action, ActionContext, Reply } from '../../../../src/inbound/bot/action.ts';
import { guideActions } from '../../../../src/inbound/bot/actions/guide.ts';
import type { ConversationKind } from '../../../../src/inbound/bot/turn.ts';
import { theGuide } from '../../../features/guide/the-guide.ts';
import { guideRender, wordsOn } from '../../../views/guide-kit.ts';

const calendar: CalendarRules = {
  zone: 'Europe/Oslo',
  window: { from: '08:30', to: '15:00' },
  localDaysOff: [],
  halfDays: [],
  pauses: [],
  useHolidays: true,
};
let asked = 0;
let leaders: () => Promise<readonly string[]> = async () => [];
let contacts: () => Promise<readonly string[]> = async () => [];
const actions = guideActions({
  render: await guideRender(),
  guide: theGuide,
  zone: calendar.zone,
  rules: { calendar },
  findLeaders: () => {
    asked += 1;
    return leaders();
  },
  findBtiContacts: () => contacts(),
});
beforeEach(() => {
  asked = 0;
  leaders = async () => ['Siv Moe'];
  contacts = async () => ['Pia Kontakt'];
});
const { guideId, packVersion } = theGuide;

const teacher: Actor = {
  kind: 'person',
  person: {
    personId: 'p1',
    displayName: 'Test Testesen',
    givenName: 'Test',
    unitId: 'u1',
    sector: 'school',
    roles: ['employee'],
    employedOn: '2026-08-01',
    leads: [],
  },
};

function contextOf(kind: ConversationKind, actor: Actor): ActionContext {
  const conversation = { conversationId: 'c', kind, tenantId: 't', serviceUrl: 'https://example.org' };
  const turn = {
    kind: 'message',
    text: '',
    activityId: 'a',
    conversation,
    botId: 'b',
    from: { teamsId: 'x', isGuest: false },
  } as const;
  return { turn, actor, locale: 'nb', now: new Date('2026-11-23T10:00:00Z') };
}

async function run(
  verb: string,
  data: unknown,
  where: { kind?: ConversationKind; actor?: Actor } = {},
): Promise<Reply> {
  const action = actions.find((candidate: Action) => candidate.verb === verb);
  const reply = await action?.run(contextOf(where.kind ?? 'personal', where.actor ?? { kind: 'guest' }), data);
  if (!reply || 'invalid' in reply) throw new TypeError(`${verb} did not answer`);
  return reply;
}

const words = ({ message }: Reply): string => wordsOn(message.card).join('\n');

describe('the guide in a private chat', () => {
  it('starts at the first card for anybody, also when nobody could be looked up', async () => {
    const reply = await run('guide.start', {}, { actor: { kind: 'unknown', reason: 'storage-unavailable' } });
    expect(reply.place).toBe('replace');
    expect(words(reply)).toContain('Er det fare nå? Ring først.');
    expect(words(reply)).not.toContain('Ring 112\n');
  });

  it('makes the numbers larger after words of danger', async () => {
    expect(words(await run('guide.start', { emphasis: 'acute' }))).toContain('Ring 112');
  });

  it('goes on in the same card', async () => {
    const reply = await run('guide.answer', { guideId, packVersion, answers: ['suspicion'] });
    expect(reply.place).toBe('replace');
    expect(words(reply)).toContain('Ikke kontakt foreldrene eller den du mistenker');
  });

  it('asks an unknown person where they work, and cites the section of a known one at once', async () => {
    const data = { guideId, packVersion, answers: ['suspicion', 'violence', 'next', 'next'] };
    expect(words(await run('guide.answer', data))).toContain('Hvor jobber du?');
    expect(words(await run('guide.answer', data, { actor: teacher }))).toContain('Opplæringslova § 24-3');
  });

  it.each([
    [undefined],
    ['text'],
    [[]],
    [{ answers: 'suspicion' }],
    [{ guideId, packVersion, answers: [1, 2] }],
    [{ guideId, packVersion, answers: Array(1_000).fill('next') }],
    [{ guideId, packVersion, answers: ['x'.repeat(10_000)] }],
  ])('starts again for a card that holds %j', async (data) => {
    expect(words(await run('guide.answer', data))).toContain('Er det fare nå? Ring først.');
  });

  it('opens at an entry, and carries it on', async () => {
    const reply = await run('guide.start', { entry: 'numbers' });
    expect(words(reply)).toContain('Hvem ringer jeg nå?');
    const opened = await run('guide.start', { entry: 'level-1' });
    expect(words(opened)).toContain('Kan det være noe av dette?');
    expect(JSON.stringify(opened.message.card)).toContain('"entry":"level-1","answers":["no"]');
    const next = await run('guide.answer', { guideId, packVersion, entry: 'level-1', answers: ['no'] });
    expect(words(next)).toContain('Egne tiltak (nivå 1) · steg 1 av 6');
  });

  it('opens the section of a known service at the duty', async () => {
    expect(words(await run('guide.start', { entry: 'duty' }))).toContain('Hvor jobber du?');
    const known = words(await run('guide.start', { entry: 'duty' }, { actor: teacher }));
    expect(known).toMatch(/Opplæringslova § 24-3\nMeldes til: barnevernet/);
  });

  it.each([[{ entry: 'gone' }], [{ entry: 7 }], [{ entry: 'x'.repeat(500) }]])(
    'starts at the first card for %j',
    async (data) => {
      expect(words(await run('guide.start', data))).toContain('Er det fare nå? Ring først.');
    },
  );

  it('tells of the form that was picked, and of nothing that is no form', async () => {
    const pick = (tool: unknown) => run('guide.answer', { guideId, packVersion, entry: 'tools', answers: [], tool });
    const found = words(await pick('samtykkeskjema'));
    expect(found).toContain('**Samtykkeskjema** (ikke lagt inn) · samtykke til å dele og samarbeide');
    expect(found).toContain('Vis alle');
    for (const tool of ['gone', 7, undefined]) expect(words(await pick(tool))).not.toContain('Vis alle');
  });

  it('names the leader among those to call, and asks storage for nothing else', async () => {
    const call = await run('guide.start', { entry: 'numbers' }, { actor: teacher });
    expect(words(call)).toContain('**Siv Moe (nummeret er ikke lagt inn)** · Lederen din');
    expect(asked).toBe(1);
    for (const entry of [...theGuide.entries.keys(), undefined]) {
      if (entry === 'numbers' || entry === 'care') continue;
      await run('guide.start', { ...(entry && { entry }) }, { actor: teacher });
      await run('guide.answer', { guideId, packVersion, answers: ['danger-now'] }, { actor: teacher });
    }
    expect(asked).toBe(1);
  });

  it.each([
    ['hangs', () => new Promise<never>(() => undefined)],
    ['breaks', async () => Promise.reject(new Error('broken'))],
  ])('leaves the leader out when storage %s', async (_how, answer) => {
    leaders = answer;
    const call = words(await run('guide.start', { entry: 'numbers' }, { actor: teacher }));
    expect(call).toContain('**112** Politi');
    expect(call).not.toContain('Lederen din');
  });

  it.each([
    ['hangs', () => new Promise<never>(() => undefined)],
    ['breaks', async () => Promise.reject(new Error('broken'))],
  ])('names no BTI contact when storage %s, and the leader all the same', async (_how, answer) => {
    const call = async () => words(await run('guide.start', { entry: 'numbers' }, { actor: teacher }));
    expect(await call()).toContain('**Pia Kontakt (nummeret er ikke lagt inn)** · BTI-kontakten');
    contacts = answer;
    expect(await call()).toContain('**BTI-kontakten (ikke lagt inn av kommunen)**');
    expect(await call()).toContain('Siv Moe');
  });

  it('tells that none is set when the roster knows of nobody', async () => {
    leaders = async () => [];
    const call = words(await run('guide.start', { entry: 'numbers' }, { actor: teacher }));
    expect(call).toContain('**Lederen din (ikke lagt inn av kommunen)**');
  });

  it('does not ask who leads somebody that nobody could look up', async () => {
    await run('guide.start', { entry: 'numbers' }, { actor: { kind: 'unknown', reason: 'storage-unavailable' } });
    expect(asked).toBe(0);
  });

  it('leaves a neutral card when it is done', async () => {
    const reply = await run('guide.finish', undefined);
    expect(reply.place).toBe('replace');
    expect(words(reply)).toContain('Ferdig. Svarene er ikke lagret.');
  });
});

describe('the emergency numbers from the neutral card', () => {
  it('take its place, with the numbers first', async () => {
    const done = await run('guide.finish', undefined);
    expect(words(done)).toContain('Nødnumre');
    const reply = await run('guide.start', { entry: 'acute', emphasis: 'acute' });
    expect(reply.place).toBe('replace');
    expect(words(reply)).toMatch(/^Ring nå[\s\S]*112[\s\S]*113/);
  });
});

describe.each(['group', 'channel'] as const)('the guide in a %s', (kind) => {
  it.each(['guide.start', 'guide.answer', 'guide.finish'])(
    'answers %s with the numbers and where to write, nothing more',
    async (verb) => {
      expect(words(await run('guide.start', { entry: 'numbers' }, { kind, actor: teacher }))).not.toContain('Siv Moe');
      const data = { guideId, packVersion, entry: 'violence', answers: ['suspicion'] };
      const reply = await run(verb, data, { kind });
      expect(reply.place).toBe('replace');
      expect(words(reply)).toMatch(/112[\s\S]*113[\s\S]*privat chat/);
      expect(JSON.stringify(reply.message.card)).not.toMatch(/Action\.Execute|foreldrene|bekym/);
    },
  );
});
