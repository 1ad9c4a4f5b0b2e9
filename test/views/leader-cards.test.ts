import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/features/catalogue/module.ts';
import { composeDigest, type StandsIn } from '../../src/features/digests/leader-digest.ts';
import type { LeaderView } from '../../src/features/digests/leader-view.ts';
import { listMissing } from '../../src/features/digests/missing.ts';
import { countStatus } from '../../src/features/digests/unit-status.ts';
import { delegationView } from '../../src/views/delegation.view.ts';
import { digestView } from '../../src/views/digest.view.ts';
import { digestListView } from '../../src/views/digest-list.view.ts';
import type { DigestList } from '../../src/views/digest-sections.ts';
import { setAsideView } from '../../src/views/set-aside.view.ts';
import { staffView } from '../../src/views/staff.view.ts';
import { statusView } from '../../src/views/status.view.ts';
import { whatLeaderSeesView } from '../../src/views/what-leader-sees.view.ts';
import { aModule } from '../support/module-builder.ts';
import { aPerson } from '../support/person-builder.ts';
import { digestOf } from './digest-models.ts';
import { guideRender, wordsOn } from './guide-kit.ts';
import { aUnit, aView, doneModule, latePerson, newPerson } from './leader-models.ts';

const render = await guideRender();
const now = new Date('2026-11-23T10:00:00Z');
const today = '2026-11-23';
const unit = (name: string) => ({ unitId: name, name, counts: countStatus([aView('Nils Vik')]) });

describe('the digest', () => {
  it('counts the units that it has no room for', () => {
    const units = Array.from({ length: 10 }, (_, index) => unit(`Enhet ${index}`));
    const words = wordsOn(render(digestView, composeDigest(units, [], today, { toConfirm: 0 }), 'nb', now).card);
    expect(words).toContain('og 2 til');
    expect(words.join(' ')).not.toContain('Enhet 8');
  });

  it('shows first the units with most people late', () => {
    const late = (people: number) => ({
      ...{ unitId: `late-${people}`, name: `Sen ${people}` },
      counts: countStatus(Array.from({ length: people }, () => latePerson)),
    });
    const units = [...Array.from({ length: 10 }, (_, index) => unit(`Enhet ${index}`)), late(2), late(5)];
    const words = wordsOn(render(digestView, composeDigest(units, [], today, { toConfirm: 0 }), 'nb', now).card);
    const names = words.filter((word) => /^(Sen|Enhet) \d$/.test(word));
    expect(names.slice(0, 3)).toEqual(['Sen 5', 'Sen 2', 'Enhet 0']);
    expect(words).toContain('0 av 5 i mål, 5 over fristen');
  });

  it('says of the leader’s own modules when the date was, where it is past', () => {
    const own = listMissing([latePerson, newPerson], '2026-11-23');
    const words = wordsOn(render(digestView, composeDigest([], [], today, { toConfirm: 0, own }), 'nb', now).card);
    expect(words).toContain('Meldeplikt: fristen var fredag 20. november.');
    expect(words).toContain('Meldeplikt: frist mandag 7. desember.');
  });

  it('says of who was put on the staff list on the first day only when they began, and so does what the person sees', () => {
    const on = '2026-11-16';
    const listed = aView('Else Moe', {
      ...{ tenure: 'new', employedOn: on },
      joined: { how: 'registered', on, at: new Date('2026-11-16T09:00:00Z') },
    });
    const last = { at: new Date('2026-11-16T07:30:00Z'), on } as const;
    const digest = composeDigest([unit('Solbakken skole')], [listed], today, { last, toConfirm: 0 });
    expect(wordsOn(render(digestView, digest, 'nb', now).card)).toContain('**Else Moe** begynte mandag 16. november.');
    const seen = render(whatLeaderSeesView, { view: listed, unitName: 'Solbakken', asks: 'employee' }, 'nb', now);
    expect(wordsOn(seen.card).join(' ')).not.toContain('personallista');
  });

  it('says until when somebody follows units for others: one day where it is the same for all, and else which day is whose', () => {
    const digest = composeDigest([unit('Solbakken skole')], [], today, { toConfirm: 0 });
    const follows = (standsIn: readonly StandsIn[]) =>
      wordsOn(render(digestView, { ...digest, standsIn }, 'nb', now).card).filter((word) => /følger med/.test(word));
    const first = { until: '2026-12-04', units: ['Solbakken skole'] } as const;
    const second = { until: '2026-12-18', units: ['Lia barnehage', 'Moen skole'] } as const;
    expect(follows([second])).toEqual(['Du følger med for lederen til og med fredag 18. desember.']);
    expect(follows([first, second])).toEqual([
      'Du følger med på Solbakken skole til og med fredag 4. desember.',
      'Du følger med på Lia barnehage og Moen skole til og med fredag 18. desember.',
    ]);
    expect(follows([])).toEqual([]);
  });

  it('says that somebody has blocked the app only where Teams says just that, and so does what the person sees', () => {
    const told = (reason: string) => {
      const view: LeaderView = { ...latePerson, reach: { reach: 'blocked', reason } };
      const digest = render(
        digestView,
        composeDigest([unit('Solbakken skole')], [view], today, { toConfirm: 0 }),
        'nb',
        now,
      );
      const own = render(whatLeaderSeesView, { view, unitName: 'Solbakken', asks: 'employee' }, 'nb', now);
      return [digest, own].map(({ card }) => wordsOn(card).join(' '));
    };
    for (const words of told('ConversationBlockedByUser')) expect(words).toContain('Har blokkert Undring i Teams.');
    for (const words of told('BotDisabledByAdmin')) {
      expect(words).toContain('En administrator har slått av Undring i Teams.');
    }
    for (const words of told('MessageWritesBlocked')) {
      expect(words).toContain('appen er blokkert eller fjernet i Teams.');
      expect(words).not.toMatch(/Har blokkert|med vilje/);
    }
  });

  it('suggests to answer who waits, and has the way there first', () => {
    const digest = composeDigest([unit('Solbakken skole')], [aView('Nils Vik')], today, { toConfirm: 2 });
    const { card } = render(digestView, digest, 'nb', now);
    expect(wordsOn(card)).toContain('Svar de 2 som venter på at du bekrefter tidligere læring.');
    expect(JSON.stringify(card)).toMatch(/"title":"Bekreft tidligere læring","style":"positive"/);
    expect(JSON.stringify(card)).not.toMatch(/"title":"Se status for alle","style"/);
  });
});

describe('the card of one of the staff', () => {
  it('offers no reminder to who is out of reach, and time to set aside instead', () => {
    const offers = { moreTime: true, exempt: true };
    const card = (reach: LeaderView['reach']) =>
      JSON.stringify(render(staffView, { view: { ...latePerson, reach }, offers, wasAsked: false }, 'nb', now).card);
    expect(card({ reach: 'open' })).toMatch(/"title":"Send en vennlig påminnelse","style":"positive"/);
    for (const reach of [{ reach: 'no-chat' }, { reach: 'blocked', reason: 'uninstalled' }] as const) {
      expect(card(reach)).not.toContain('Send en vennlig påminnelse');
      expect(card(reach)).toMatch(/"title":"Sett av tid","style":"positive"/);
    }
  });
});

describe('time to set aside', () => {
  it('is said not to be needed only where nothing is left, and else that none was found', () => {
    const person = { personId: 'kari', givenName: 'Kari' };
    const words = (modules: readonly Module[]) => {
      const proposal = { modules, minutes: 22, slots: [] };
      const model = { person, proposal, zone: 'Europe/Oslo', files: 'off' as const };
      return wordsOn(render(setAsideView, model, 'nb', now).card).join(' ');
    };
    expect(words([])).toContain('trenger ikke tid nå');
    const late = words([aModule('meldeplikt')]);
    expect(late).toContain('jeg fant ingen tid som passer');
    expect(late).not.toContain('trenger ikke tid nå');
  });
});

describe('a list of the digest', () => {
  const digest = digestOf(200);
  const page = (list: DigestList, number: number) =>
    render(digestListView, { digest, list, page: number }, 'nb', now).card;
  const named = (card: unknown) => JSON.stringify(card).match(/Kristoffersen \d+\*\*/g) ?? [];

  it('is led to where the digest has no room for all, with how many there are', () => {
    const { card } = render(digestView, digest, 'nb', now);
    expect(wordsOn(card)).toContain('Vis alle 80');
    expect(JSON.stringify(card)).toContain('"list":"missing"');
  });

  it('is not led to where all are there', () => {
    expect(JSON.stringify(render(digestView, digestOf(5), 'nb', now).card)).not.toContain('digest.list');
  });

  it('has 25 lines at most, and each person once over all pages', () => {
    const pages = [0, 1, 2, 3].map((number) => named(page('missing', number)));
    expect(pages.map(({ length }) => length)).toEqual([25, 25, 25, 5]);
    expect(new Set(pages.flat()).size).toBe(80);
  });

  it('leads on and back', () => {
    const titles = (number: number) => wordsOn(page('missing', number));
    expect(titles(0)).toEqual(expect.arrayContaining(['1–25 av 80', 'Vis flere', 'Til ukas oversikt']));
    expect(titles(0)).not.toContain('Forrige');
    expect(titles(1)).toEqual(expect.arrayContaining(['26–50 av 80', 'Vis flere', 'Forrige']));
    expect(titles(3)).not.toContain('Vis flere');
  });
});

describe('"Ta en modul sammen"', () => {
  const opened = (people: Parameters<typeof composeDigest>[1]) =>
    JSON.stringify(
      render(digestView, composeDigest([unit('Solbakken')], people, today, { toConfirm: 0 }), 'nb', now).card,
    ).match(/"group\.open","title":"[^"]*","data":\{[^}]*\}|group\.open[^}]*\}/)?.[0];

  it('opens the module that most of them miss, and else asks which', () => {
    const olav = { ...latePerson, personId: 'olav' };
    expect(opened([latePerson, olav])).toContain('meldeplikt');
    expect(opened([aView('Nils Vik')])).not.toContain('moduleId');
  });
});

describe('why somebody cannot be reached', () => {
  it('is told the leader with what to do about it, and the person without', () => {
    const status = { status: aUnit([newPerson]), page: 0, scope: 'only-unit', toConfirm: 0 } as const;
    const leaders = wordsOn(render(statusView, status, 'nb', now).card).join(' ');
    expect(leaders).toContain('Har ikke åpnet Undring i Teams ennå. Vis hvor appen er.');
    const own = { view: newPerson, unitName: 'Solbakken skole', asks: 'employee' } as const;
    const persons = wordsOn(render(whatLeaderSeesView, own, 'nb', now).card).join(' ');
    expect(persons).toContain('Har ikke åpnet Undring i Teams ennå.');
    expect(persons).not.toContain('Vis hvor appen er');
  });
});

describe('"Minn dem som er over fristen"', () => {
  const verbs = (card: unknown) => JSON.stringify(card).includes('staff.remind-all');
  const asked = { page: 0, scope: 'only-unit', toConfirm: 0 } as const;

  it('is there for others who are late, and not where only the leader is', () => {
    const status = aUnit([latePerson, aView('Nils Vik')]);
    const of = (leaderId: string) => verbs(render(statusView, { status, ...asked, leaderId }, 'nb', now).card);
    expect([of('somebody else'), of(latePerson.personId)]).toEqual([true, false]);
    const since = (leaderId: string) =>
      composeDigest([{ ...unit('Solbakken skole'), counts: status.counts }], status.people, today, {
        toConfirm: 0,
        leaderId,
      });
    const told = (leaderId: string) => verbs(render(digestView, since(leaderId), 'nb', now).card);
    expect([told('somebody else'), told(latePerson.personId)]).toEqual([true, false]);
  });
});

describe('a module that somebody need not take', () => {
  it('stands once on the card, also when it was done before', () => {
    const arranged = { arrangement: 'exempt', moduleId: 'meldeplikt', title: doneModule.title, at: now } as const;
    const view = aView('Nils Vik', { modules: [doneModule], arrangements: [arranged] });
    const offers = { moreTime: true, exempt: true };
    const { card } = render(staffView, { view, offers, wasAsked: false }, 'nb', now);
    expect(wordsOn(card).filter((words) => words === 'Meldeplikt')).toHaveLength(1);
  });
});

describe('who follows for a leader who is away', () => {
  it('can be ended and given another day, also the twelfth', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `person-${index}`);
    const deputies = ids.map((personId) => ({ person: aPerson(personId), until: '2026-12-18' as const }));
    const cards = [0, 1].map((page) => JSON.stringify(render(delegationView, { deputies, page }, 'nb', now).card));
    const ended = cards.flatMap((card) => [...card.matchAll(/"personId":"(person-\d+)"/g)].map(([, id]) => id));
    expect(new Set(ended)).toEqual(new Set(ids));
    const chosen = [...(cards[0]?.matchAll(/"value":"(person-\d+)"/g) ?? [])].map(([, id]) => id);
    expect(new Set(chosen)).toEqual(new Set(ids));
  });
});
