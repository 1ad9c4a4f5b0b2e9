import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/failure.ts';
import type { LocalDate } from '../../../../src/core/local-date.ts';
import { type Actor, withRightsOn } from '../../../../src/features/people/permissions.ts';
import { createRow } from '../../../../src/features/people/person-store.ts';
import type { RosterRun, RosterRunStore } from '../../../../src/features/people/roster-run-store.ts';
import { progressRow } from '../../../../src/features/progress/progress-rows.ts';
import { helpActions } from '../../../../src/inbound/bot/actions/help.ts';
import { welcomeActions } from '../../../../src/inbound/bot/actions/welcome.ts';
import { createNotice } from '../../../../src/inbound/bot/notice.ts';
import { loadTexts } from '../../../../src/packs/load-texts.ts';
import { createRender } from '../../../../src/views/create-render.ts';
import { theContent } from '../../../features/find/the-content.ts';
import { theGuide } from '../../../features/guide/the-guide.ts';
import { memoryContentStore } from '../../../support/memory-content-store.ts';
import { memoryPersonStore } from '../../../support/memory-person-store.ts';
import { memoryReportStore } from '../../../support/memory-report-store.ts';
import { memoryRosterRunStore } from '../../../support/memory-roster-run-store.ts';
import { memoryStores } from '../../../support/memory-stores.ts';
import { aCatalogue, aModule } from '../../../support/module-builder.ts';
import { aLeader, aPerson } from '../../../support/person-builder.ts';
import { root } from '../../../support/source-files.ts';

const { texts } = await loadTexts(`${root}/content`);
const render = await createRender({ cardsFolder: `${root}/cards`, texts, zone: 'Europe/Oslo' });
const now = new Date('2026-11-23T09:00:00Z');
const catalogue = aCatalogue([
  aModule('late', { dueAfterDays: 28 }),
  aModule('soon', { dueAfterDays: 14 }),
  aModule('extra', { isPriority: false, dueAfterDays: undefined }),
  aModule('leading', { audience: { sectors: [], roles: ['leader'] } }),
]);
const people = memoryPersonStore();
const reports = memoryReportStore();
const { guide, words } = theContent;
const baseContent = { modules: catalogue.modules, contacts: guide.contacts, editors: new Map(), guide, words };
const content = { catalogue, guide, words, reports, content: memoryContentStore(), baseContent };
let broken = false;
const kept = memoryRosterRunStore();
const rosterRuns: RosterRunStore = {
  ...kept,
  latest: () => (broken ? Promise.reject(new Failure('unavailable', 'storage is away')) : kept.latest()),
};
const introduction = {
  ...{ days: 180, onboardingDays: [] },
  plans: [{ planId: 'all', audience: { sectors: [], roles: [] }, moduleIds: [], policyIds: [], steps: [] }],
};
const actions = [
  ...welcomeActions({
    ...memoryStores(),
    rosterRuns,
    ...content,
    catalogue: { ...catalogue, introduction },
    render,
    people,
    requestDays: 30,
    zone: 'Europe/Oslo',
  }),
  ...helpActions({ ...content, render, zone: 'Europe/Oslo', municipality: { name: 'Fjordvik kommune' } }),
];

async function ask(verb: string, actor: Actor): Promise<string> {
  const action = actions.find((candidate) => candidate.verb === verb);
  const turn = {
    ...({ kind: 'message', text: '', activityId: 'a', botId: '28:b' } as const),
    conversation: { conversationId: 'c', kind: 'personal', tenantId: 't', serviceUrl: 'https://smba.example' } as const,
    from: { teamsId: '29:x', isGuest: false },
  };
  const reply = await action?.run({ turn, actor, locale: 'nb', now }, {});
  if (!reply || 'invalid' in reply) throw new Error(`${verb} was not answered`);
  return JSON.stringify(reply.message.card);
}

const newHire = aPerson('Amina', { employedOn: '2026-11-23' });
const asPerson = (person: typeof newHire): Actor => ({ kind: 'person', person });

describe('the first card', () => {
  it('offers the introduction from four weeks before the first day, and not earlier', async () => {
    const hiredFor = (employedOn: LocalDate) => ask('welcome.show', asPerson(aPerson('Amina', { employedOn })));
    expect(await hiredFor('2026-12-21')).toContain('"verb":"intro.show"');
    expect(await hiredFor('2026-12-22')).not.toContain('"verb":"intro.show"');
  });

  it('gives a new hire the priority modules, the earliest first, with the dates and one way to begin', async () => {
    const card = await ask('welcome.show', asPerson(newHire));
    expect(card).toContain('Du har to korte moduler');
    expect(card.indexOf('mandag 7. desember')).toBeLessThan(card.indexOf('mandag 21. desember'));
    expect(card).toContain('"verb":"module.open","title":"Kom i gang","style":"positive","data":{"moduleId":"soon"}');
    expect(card).not.toContain('Modul extra');
  });

  it('leaves out what is done, and becomes the front page when all is done', async () => {
    const person = aPerson('Bo', { employedOn: '2026-11-23' });
    const done = (moduleId: string) =>
      createRow(progressRow, {
        state: 'completed',
        moduleId,
        cycle: 1,
        moduleVersion: 1,
        startedAt: now,
        completedAt: now,
      });
    await people.commit({ personId: 'Bo', writes: [done('soon')] });
    const left = await ask('welcome.show', asPerson(person));
    expect(left).toContain('Du har en kort modul');
    expect(left).not.toContain('Modul soon');
    await people.commit({ personId: 'Bo', writes: [done('late')] });
    expect(await ask('welcome.show', asPerson(person))).toContain('Min fremdrift');
  });

  it('asks nothing of who stands in for a leader that is not of the own work', async () => {
    const deputy = aPerson('Vera', { actsFor: [{ unitId: 'solbakken', until: '2026-12-18' }] });
    const card = await ask('welcome.show', asPerson(withRightsOn(deputy, '2026-11-23')));
    expect(card).toContain('Du har to korte moduler');
    expect(card).not.toContain('Modul leading');
  });

  it('is the front page for somebody who has been here for more than sixty days', async () => {
    const on = (employedOn: typeof newHire.employedOn) =>
      ask('welcome.show', asPerson(aPerson('Kari', { employedOn })));
    expect(await on('2026-09-24')).toContain('Du har to korte moduler');
    expect(await on('2026-09-23')).toContain('Min fremdrift');
  });

  it('says that it is a robot, and that Teams keeps what is written, to everybody', async () => {
    for (const actor of [
      asPerson(newHire),
      asPerson(aPerson('Kari', { employedOn: '2020-01-01' })),
      { kind: 'guest' } as const,
    ]) {
      const card = await ask('welcome.show', actor);
      expect(card).toContain('Jeg er Undring, en robot.');
      expect(card).toContain('Undring lagrer ikke det du skriver, men Teams kan gjøre det: ikke skriv navn.');
      expect(card).toContain('"verb":"guide.start"');
    }
  });
});

describe('what is offered', () => {
  const leader = asPerson(aLeader('Torill', ['solbakken'], { employedOn: '2020-01-01' }));
  const employee = asPerson(aPerson('Kari', { employedOn: '2020-01-01' }));

  it.each(['welcome.show', 'help.show'])(
    'by %s is the guide and help only, to guests and people we do not know',
    async (verb) => {
      for (const actor of [{ kind: 'guest' }, { kind: 'unknown', reason: 'not-in-roster' }] as const) {
        const card = await ask(verb, actor);
        expect(card).toContain('"verb":"guide.start"');
        expect(card).not.toMatch(/"verb":"(module|progress|digest)\./);
      }
    },
  );

  it('has the own unit only for a leader', async () => {
    expect(await ask('welcome.show', leader)).toContain('"verb":"digest.status"');
    expect(await ask('welcome.show', employee)).not.toContain('"verb":"digest.status"');
    expect(await ask('help.show', leader)).toContain('"status"');
    expect(await ask('help.show', employee)).not.toContain('"status"');
  });

  it('names who answers for the content', async () => {
    expect(await ask('help.show', { kind: 'guest' })).toContain('Fjordvik kommune svarer for innholdet');
  });
});

describe('a staff list that somebody has to look at', () => {
  const runOf = (outcome: RosterRun['outcome'], hour: number): RosterRun => ({
    ...{ runId: outcome, at: new Date(now.getTime() + hour * 3_600_000), source: 'file', outcome, problems: [] },
    ...{ joined: 0, changed: 0, moved: 0, left: 45, same: 0, refused: 0, noted: 0 },
  });
  const who = (role: 'coordinator' | 'administrator' | 'employee') =>
    asPerson(aPerson('Kari', { employedOn: '2020-01-01', roles: ['employee', role] }));
  const told = /Personallista (er ikke lest inn|kunne ikke brukes|er lest inn, men)/;

  it('is told on the front page of who sees the list, with a way to it, until the next has come through', async () => {
    for (const [hour, outcome] of (['stopped', 'fewer-columns', 'refused', 'partly'] as const).entries()) {
      await rosterRuns.create(runOf(outcome, hour));
      for (const role of ['coordinator', 'administrator'] as const) {
        const card = await ask('welcome.show', who(role));
        expect(card).toMatch(told);
        expect(card).toContain('"verb":"roster.show"');
      }
      expect(await ask('welcome.show', who('employee'))).not.toMatch(told);
    }
    await rosterRuns.create(runOf('applied', 5));
    expect(await ask('welcome.show', who('coordinator'))).not.toMatch(told);
  });

  it('is told to who is new too, with the modules, and only to who sees the list', async () => {
    await rosterRuns.create(runOf('stopped', 6));
    const aNew = (role: 'coordinator' | 'employee') =>
      asPerson(aPerson('Nora', { employedOn: '2026-11-23', roles: ['employee', role] }));
    const card = await ask('welcome.show', aNew('coordinator'));
    expect(card).toContain('Du har to korte moduler');
    expect(card).toMatch(told);
    expect(card).toContain('"verb":"roster.show"');
    expect(await ask('welcome.show', aNew('employee'))).not.toMatch(told);
    await rosterRuns.create(runOf('applied', 7));
    expect(await ask('welcome.show', aNew('coordinator'))).not.toMatch(told);
  });

  it('that cannot be read keeps nobody from the front page', async () => {
    broken = true;
    expect(await ask('welcome.show', who('coordinator'))).toContain('Min fremdrift');
    broken = false;
  });
});

describe('the kind card', () => {
  const notice = createNotice({ render, telemetry: { record: () => {} }, guide: theGuide }, { reads: false });
  const show = (reason: Parameters<typeof notice>[0]) => JSON.stringify(notice(reason, 'nb', now).card);

  it('has the numbers and the guide when it is our fault', () => {
    for (const reason of [{ reason: 'storage-unavailable' }, { reason: 'failed', referenceCode: 'k3x7qa' }] as const) {
      expect(show(reason)).toMatch(/112.*113.*116 111/);
      expect(show(reason)).toContain('"verb":"guide.start"');
    }
    expect(show({ reason: 'failed', referenceCode: 'k3x7qa' })).toContain('Referanse: k3x7qa');
  });

  it('always has a way on', () => {
    for (const reason of ['old-card', 'invalid-input', 'not-permitted', 'not-in-roster'] as const) {
      expect(show({ reason })).toContain('"verb":"welcome.show"');
    }
  });

  it('in a group says only where to write and whom to ring', () => {
    const card = show({ reason: 'only-in-private' });
    expect(card).toMatch(/112.*113.*privat chat/);
    expect(card).not.toMatch(/Action\.(Execute|Submit)/);
  });
});

describe('the answer to thanks', () => {
  it('is short and the same for everybody, without modules and without a word of what it was for', async () => {
    const card = await ask('help.thanks', asPerson(newHire));
    expect(card).toContain('Bare hyggelig.');
    expect(card).not.toMatch(/modul|bekymr|barn|guide\.|Frist/i);
    expect(await ask('help.thanks', { kind: 'unknown', reason: 'not-in-roster' })).toBe(card);
  });
});
