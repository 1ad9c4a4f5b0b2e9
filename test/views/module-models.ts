import type { Module, ModuleLink } from '../../src/features/catalogue/module.ts';
import type { OwnModule, OwnStanding } from '../../src/features/progress/own-modules.ts';
import { aModule, words } from '../support/module-builder.ts';

/** As long as the rules for content allow: 60 words, four options. */
const longText = `Du ser det fordi du er der. ${'Skriv det du ser og hører, ikke det du tror. '.repeat(5)}Si det tidlig.`;

export const report: Module = aModule('meldeplikt', {
  title: words('Meldeplikt'),
  cards: Array.from({ length: 8 }, (_, index) => ({
    cardId: `kort-${index}`,
    heading: words('Plikten er din, ikke bare lederens'),
    text: words(longText),
    links:
      index === 0
        ? [
            {
              linkId: 'bufdir',
              url: 'https://www.bufdir.no/',
              label: words('Les mer hos Bufdir'),
              source: 'Bufdir',
              verifiedAt: '2026-11-22',
            },
          ]
        : [],
  })),
});

export const course: ModuleLink = {
  ...{ linkId: 'kurs', url: 'https://kurs.example/', label: words('Kurs om å snakke med barn'), kind: 'course' },
  ...{ name: 'Vold og seksuelle overgrep mot barn', owner: 'RVTS Nord og UiT', minutes: 45, onlyIn: 'nb' },
  ...{ source: 'kurs.example', verifiedAt: '2026-11-22' },
};

export const guideline: ModuleLink = {
  ...{ linkId: 'retningslinjen', url: 'https://retningslinje.example/', label: words('Retningslinjen') },
  ...{ source: 'retningslinje.example', verifiedAt: '2026-11-22' },
};

export const guide: Module = aModule('bti', {
  title: words('Praktisk bruk av BTI-veilederen'),
  minutes: 15,
  obligation: 'required',
  approval: {
    status: 'approved',
    owner: 'Kommunen',
    approvedBy: 'Kari',
    approvedAt: '2026-11-01',
    validTo: '2027-11-01',
  },
});

export const extra: Module = aModule('tegn', {
  title: words('Tegn og signaler'),
  isPriority: false,
  dueAfterDays: undefined,
});

export const own = (module: Module, standing: OwnStanding, due: Partial<OwnModule> = {}): OwnModule => ({
  module,
  cycle: 1,
  lateByDays: 0,
  focus: [],
  waitsFor: [],
  ...due,
  ...standing,
});

const begun = { keptPosition: 3, startedAt: new Date('2026-11-18T09:30:00Z') };
export const done = (module: Module): OwnModule =>
  own(module, { standing: 'done', completedAt: new Date('2026-11-18T09:30:00Z') }, { dueOn: '2026-12-01' });
export const onTheWay = (module: Module): OwnModule =>
  own(module, { standing: 'on-the-way', position: 3, of: 11, ...begun }, { dueOn: '2026-12-11' });
export const late = (module: Module): OwnModule =>
  own(module, { standing: 'not-started' }, { dueOn: '2026-11-20', lateByDays: 3 });
export const open = (module: Module): OwnModule => own(module, { standing: 'not-started' });
export const again = (module: Module): OwnModule => ({
  ...open(module),
  ...{ cycle: 2, dueOn: '2026-12-21', lastDoneAt: new Date('2025-11-20T09:00:00Z') },
});
export const waiting = (module: Module): OwnModule => ({ ...onTheWay(module), prior: 'waiting' });
export const declined = (module: Module): OwnModule => ({ ...open(module), prior: 'declined' });
export const learntBefore = (module: Module): OwnModule =>
  own(module, { standing: 'done', completedAt: new Date('2026-11-18T09:30:00Z'), form: 'prior' });
