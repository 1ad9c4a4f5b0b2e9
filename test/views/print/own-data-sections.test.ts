import { describe, expect, it } from 'vitest';
import type { OwnData } from '../../../src/features/use-cases/read-own-data.ts';
import { ownDataSections } from '../../../src/views/print/own-data-sections.ts';
import { introSeen } from '../intro-models.ts';
import { allRows, everything, noRows, retention } from '../own-data-models.ts';
import { kitOf, pack } from './print-run.ts';

const { catalogue, zone } = pack;
const at = new Date('2026-11-20T10:00:00Z');
const linesOf = (data: OwnData): readonly string[] =>
  ownDataSections(data, { catalogue, zone, retention }, kitOf('nb')).flatMap(({ heading, lines }) =>
    lines.map((line) => `${heading} | ${line}`),
  );
const withRows = (rows: Partial<OwnData['rows']>): OwnData => ({ ...everything, rows: { ...noRows, ...rows } });

describe('the file with all that is stored about one person', () => {
  it('says what the person has chosen, a pause too', () => {
    const chosen = { nudges: 'off', followUps: 'off', window: 'morning', pausedUntil: '2026-12-24' } as const;
    expect(linesOf(withRows({ preferences: [chosen] }))).toEqual(
      expect.arrayContaining([
        'Innstillinger du har valgt | Påminnelser om moduler: Av',
        'Innstillinger du har valgt | Spørsmål og tips: Av',
        'Innstillinger du har valgt | Når på dagen: Før klokka 12',
        'Innstillinger du har valgt | Språk: Som i Teams',
        'Innstillinger du har valgt | Pause: Til og med 24. desember 2026',
      ]),
    );
  });

  it('says what the leader sees as the card does, and no more than that', () => {
    const sees = (data: OwnData) => linesOf(data).filter((line) => line.startsWith('Lederen din ser dette om deg'));
    expect(sees({ ...everything, introduction: introSeen }).join('\n')).toContain('Bilder av barn: Ikke gjort ennå');
    expect(sees({ ...everything, names: 'hidden' })).toEqual([
      'Lederen din ser dette om deg | Navnet ditt i en liste: Nei. Lederen ser bare tall for enheten, og ingen tall når dere er færre enn fem.',
    ]);
  });

  it('says what the staff list says: posts, level, exemptions, and whom the person stands in for', () => {
    const person = {
      ...everything.person,
      ...{ answersFor: ['kommuneoverlege'], competenceLevel: 2 as const, exemptFrom: ['meldeplikt'] },

      actsFor: [{ unitId: 'solbakken', until: '2026-12-31' as const }],
    };
    const profileNames = ['assistent', 'verneombud'].map((name) => ({ nb: name, nn: name, en: name }));
    expect(linesOf({ ...everything, person, profileNames })).toEqual(
      expect.arrayContaining([
        'Hvem du er | Stedfortreder for lederen i Solbakken skole til og med 31. desember 2026',
        'Hvem du er | Fagansvar for: kommuneoverlege',
        'Hvem du er | Kompetansenivå: 2',
        'Hvem du er | Arbeid og verv: assistent, verneombud',
        'Hvem du er | Moduler du ikke trenger å ta: Meldeplikt',
      ]),
    );
  });

  it('says that the person was the last to stop all sending', () => {
    expect(linesOf(everything)).toContain('All utsending | Stoppet av deg 20. november 2026');
  });

  it('says why a reminder was not sent', () => {
    const ended = { moduleId: 'meldeplikt', cycle: 1, stepId: 'due', class: 'deadline', origin: 'step' } as const;
    const dates = { deadlineOn: '2026-12-01', dueAt: at, settledAt: at, doubtfulSends: 0 } as const;
    const why = (state: 'cancelled' | 'rejected', reason?: string): string | undefined =>
      linesOf(withRows({ reminders: [{ ...ended, ...dates, state, reason }] }))
        .find((line) => line.includes('ikke sendt'))
        ?.split('Meldeplikt: ')[1];
    expect(why('cancelled', 'completed')).toBe('ikke sendt, 20. november 2026. Grunn: du var ferdig.');
    expect(why('cancelled', 'nudge-limit')).toContain('Grunn: du hadde fått nok påminnelser om det.');
    expect(why('cancelled', 'withdrawn')).toContain('Grunn: lederen hadde krysset av for at du var ferdig.');
    expect(why('cancelled', 'module-gone')).toContain('Grunn: det gjaldt ikke deg lenger.');
    expect(why('cancelled')).toContain('Grunn: det gjaldt ikke deg lenger.');
    expect(why('rejected', 'BotNotInConversationRoster')).toContain('Grunn: Teams tok den ikke imot.');
  });

  it('says when a leader gave more time or let one follow a unit, and what was changed in the content', () => {
    const delegated = [{ unitId: 'solbakken', until: '2026-12-31' as const, by: 'rektor', at }];
    const more = { arrangement: 'more-time', moduleId: 'meldeplikt', cycle: 1, dueOn: '2026-12-18' } as const;
    const person = { ...everything.person, delegated, arrangements: [{ ...more, reason: 'gone', by: 'rektor', at }] };
    const by = { personId: person.personId, name: 'Kari' };
    const contentChanges: OwnData['contentChanges'] = [
      { kind: 'texts-sent', changeId: 'a', at, by, moduleId: 'meldeplikt', of: 'b' },
      { kind: 'day-off-set', changeId: 'c', at, by, date: '2026-12-23', isOff: true, confirmBy: '2026-11-23' },
    ];
    const lines = linesOf({ ...everything, person, contentChanges }).map((line) => line.split(' | ')[1]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Følger med på Solbakken skole til og med 31. desember 2026. Lederen ba om det 20. november 2026.',
        'Meldeplikt: lederen ga deg 20. november 2026 mer tid, til 18. desember 2026',
      ]),
    );
    const changes = lines.filter((line) => line?.startsWith('20. november 2026: ')).join('\n');
    expect(changes).toContain('20. november 2026: Meldeplikt: ');
    expect(changes).not.toContain('module:');
  });

  it('says what a deadline was counted from before', () => {
    const was = { meldeplikt: [{ since: '2026-11-09' as const, until: '2026-11-20' as const }] };
    expect(linesOf(withRows({ assigned: [{ since: {}, was }] })).join('\n')).toContain(
      'Meldeplikt: fram til 20. november 2026 ble fristen regnet fra 9. november 2026',
    );
  });

  it('says which week or which morning a card was of, in words', () => {
    const card = (key: string) => ({ key, failures: 0, attempts: 0, state: 'free' as const });
    const lines = linesOf(withRows({ ownerCards: [card('2026-W47'), card('2026-11-24')] })).map(
      (line) => line.split(' | ')[1],
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'Kort om det du svarer for: uke 47, 2026',
        'Kort om det som venter på noen: 24. november 2026',
      ]),
    );
  });

  it('says when the work changed, whoever changed it, and why something was arranged', () => {
    const member = { unitId: 'solbakken', validFrom: '2026-11-09' } as const;
    const memberships = [member, { ...member, validFrom: '2026-11-20' as const }];
    const arranged = { arrangement: 'exempt', moduleId: 'meldeplikt', reason: 'agreed', by: 'rektor', at } as const;
    const person = { ...everything.person, arrangements: [arranged, { ...arranged, reason: 'gone' }] };
    const words = linesOf({ ...withRows({ memberships }), person });
    const said = 'Avtalt med lederen | Meldeplikt: lederen sa 20. november 2026 at du ikke trenger å ta modulen';
    expect(words).toEqual(
      expect.arrayContaining(['Hvem du er | Endret 20. november 2026', said, `${said}. Grunn: Vi har avtalt det.`]),
    );
  });

  it('says where an earlier course was taken, when it was asked and answered, and why the leader said no', () => {
    const asked = { moduleId: 'meldeplikt', cycle: 1, takenOn: '2024-03-01', place: 'education', askedAt: at } as const;
    const decided = { decidedBy: 'rektor', decidedAt: new Date('2026-11-21T10:00:00Z') };
    const words = linesOf(
      withRows({
        priors: [
          { ...asked, state: 'waiting' },
          { ...asked, ...decided, state: 'confirmed' },
          { ...asked, ...decided, state: 'declined', reason: 'too-old' },
          { ...asked, state: 'withdrawn', decidedAt: decided.decidedAt },
          { ...asked, ...decided, place: 'gone', state: 'declined', reason: 'gone' },
        ],
      }),
    );
    const sent = 'Hvor: I utdanningen min. Du sendte det til lederen 20. november 2026.';
    const answered = 'Lederen svarte 21. november 2026.';
    expect(words).toEqual(
      expect.arrayContaining([
        `Moduler | Meldeplikt: tatt 1. mars 2024, venter på lederen. ${sent}`,
        `Moduler | Meldeplikt: tatt 1. mars 2024, bekreftet. ${sent} ${answered}`,
        `Moduler | Meldeplikt: tatt 1. mars 2024, ikke bekreftet. ${sent} ${answered} Grunn: Det er for lenge siden.`,
        `Moduler | Meldeplikt: tatt 1. mars 2024, trukket tilbake. ${sent} Du trakk det tilbake 21. november 2026.`,
        `Moduler | Meldeplikt: tatt 1. mars 2024, ikke bekreftet. Du sendte det til lederen 20. november 2026. ${answered}`,
      ]),
    );
    expect(words.join('\n')).not.toContain('rektor');
  });

  it('says which module an entry of the log is about, where it is about one', () => {
    const entry = { entryId: 'a', at, actorId: 'rektor', subjectId: 'siv' } as const;
    const audit = [
      { ...entry, action: 'staff.exempt', moduleId: 'meldeplikt' } as const,
      { ...entry, action: 'staff.set-aside' } as const,
    ];
    expect(linesOf({ ...everything, audit }).filter((line) => line.startsWith('Logg'))).toEqual([
      'Logg over det ledere gjør | 20. november 2026: en leder ga fritak for en modul (Meldeplikt)',
      'Logg over det ledere gjør | 20. november 2026: en leder satte av tid',
    ]);
  });

  it('says where the person is in a module, and what was answered in it', () => {
    const [module] = catalogue.modules.filter(({ dialogues, quiz }) => dialogues.length > 0 && quiz.length > 0);
    const [question, dialogue] = [module?.quiz[0], module?.dialogues[0]];
    const [option, reply] = [question?.options[0], dialogue?.nodes[0].replies[0]];
    const started = {
      ...{ state: 'started' as const, moduleId: module?.moduleId ?? '', cycle: 1, moduleVersion: 1, startedAt: at },
      ...{ position: 2, answers: { [question?.questionId ?? '']: [option?.optionId ?? ''], gone: ['b'] } },
      dialogues: { [dialogue?.dialogueId ?? '']: { replies: [reply?.replyId ?? ''], isFinished: false } },
    };
    const words = linesOf(withRows({ progress: [started] })).join('\n');
    expect(words).toContain(': du er på kort 3 av ');
    for (const part of [question?.prompt.nb, option?.text.nb, dialogue?.title.nb, reply?.text.nb, 'gone Du svarte: b'])
      expect(words).toContain(part);
  });

  it('says who registered it where the person did not, which changes were read, and what is being sent', () => {
    const done = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, completedAt: at, tickedBy: 'rektor' };
    const claim = { key: '2026-12-04', failures: 0, attempts: 0, state: 'free' as const };
    const data = withRows({
      ...{ done: [done], rereads: [{ moduleId: 'meldeplikt', version: 2, at }], pingClaims: [claim] },
    });
    const words = linesOf({
      ...data,
      meetings: [
        { sessionId: 'one', at, tickedBy: 'rektor' },
        { sessionId: 'two', at, hasLed: true, isCancelled: true },
      ],
    });
    expect(words).toEqual(
      expect.arrayContaining([
        'Moduler | Meldeplikt: ferdig 20. november 2026, registrert av en leder',
        'Endringer i moduler du har lest | Meldeplikt, versjon 2: lest 20. november 2026',
        'Møter du var med på eller ledet | 20. november 2026, registrert av en leder',
        'Møter du var med på eller ledet | 20. november 2026, du startet eller ledet møtet, avlyst',
        '«Minn meg» | Blir sendt nå: 4. desember 2026',
      ]),
    );
    expect(words.join('\n')).not.toContain('rektor');
  });

  it('has a line for a row of every kind', () => {
    const kinds = Object.entries(allRows).filter(([, rows]) => rows.length > 0);
    for (const [kind, rows] of kinds) {
      expect(linesOf(withRows({ [kind]: rows })).length, kind).toBeGreaterThan(linesOf(withRows({})).length);
    }
  });
});
