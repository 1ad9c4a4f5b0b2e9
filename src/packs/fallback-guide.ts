import type { LocalText } from '../core/locale.ts';
import type { Contact } from '../features/guide/facts.ts';
import type { GuideContent, Step } from '../features/guide/guide.ts';

/**
 * What stands when the municipality's guide cannot be read: national emergency numbers and the rule that protects the child.
 * Help never waits for a file to be mended. The numbers are Nkom's and 116111.no's.
 */
export function fallbackGuide(packVersion: string): GuideContent {
  return {
    guideId: 'fallback',
    packVersion,
    startId: 'start',
    acuteId: 'acute',
    steps: new Map([start, acute, call].map((step) => [step.stepId, step])),
    entries: new Map(),
    contacts: new Map(contacts.map((contact) => [contact.contactId, contact])),
    laws: [],
    levels: { levels: [], starts: [] },
    tools: new Map(),
  };
}

const owned = {
  owner: 'Undring',
  verifiedAt: '2026-11-22',
  validTo: '2027-05-21',
  isExample: false,
  units: [],
} as const;

const contacts: readonly Contact[] = [
  {
    ...owned,
    contactId: 'police-emergency',
    kind: 'emergency',
    opening: { kind: 'always' },
    name: { nb: 'Politi', nn: 'Politi', en: 'Police' },
    number: '112',
    use: { nb: 'fare for liv eller helse nå', nn: 'fare for liv eller helse no', en: 'danger to life or health now' },
    source: 'https://www.nkom.no/telefoni-og-telefonnummer/nodnummer',
  },
  {
    ...owned,
    contactId: 'ambulance',
    kind: 'emergency',
    opening: { kind: 'always' },
    name: { nb: 'Ambulanse', nn: 'Ambulanse', en: 'Ambulance' },
    number: '113',
    use: {
      nb: 'skade, livsfare eller akutt selvmordsfare',
      nn: 'skade, livsfare eller akutt sjølvmordsfare',
      en: 'injury, danger to life or acute risk of suicide',
    },
    source: 'https://www.nkom.no/telefoni-og-telefonnummer/nodnummer',
  },
  {
    ...owned,
    contactId: 'child-helpline',
    kind: 'helpline',
    opening: { kind: 'always' },
    name: {
      nb: 'Alarmtelefonen for barn og unge',
      nn: 'Alarmtelefonen for barn og unge',
      en: 'Emergency helpline for children',
    },
    number: '116 111',
    use: { nb: 'voksne kan også ringe', nn: 'vaksne kan også ringe', en: 'adults may call too' },
    source: 'https://www.116111.no/omalarmtelefonen',
  },
];

const base = {
  dos: [],
  donts: [
    {
      nb: 'Mistenker du vold, overgrep, tvangsekteskap, kjønnslemlestelse eller æresrelatert kontroll? **Ikke kontakt foreldrene eller den du mistenker.**',
      nn: 'Mistenkjer du vald, overgrep, tvangsekteskap, kjønnslemlesting eller æresrelatert kontroll? **Ikkje kontakt foreldra eller den du mistenkjer.**',
      en: 'Do you suspect violence, abuse, forced marriage, genital mutilation or honour-related control? **Do not contact the parents or the person you suspect.**',
    },
  ],
  links: [],
  sources: [],
  toolIds: [],
  also: [],
  variants: [],
  contactIds: contacts.map(({ contactId }) => contactId),
  approval: { status: 'utkast', owner: 'Undring' },
} as const;

const danger: LocalText = {
  nb: 'Er det fare nå? Ring først.',
  nn: 'Er det fare no? Ring først.',
  en: 'Danger now? Call first.',
};

const unread: LocalText = {
  nb: 'Kommunens veileder kan ikke leses akkurat nå. Numrene gjelder.',
  nn: 'Rettleiaren til kommunen kan ikkje lesast akkurat no. Numra gjeld.',
  en: 'The municipality’s guide cannot be read at the moment. The numbers stand.',
};

const goOn = {
  choiceId: 'not-danger',
  label: { nb: 'Det er ikke fare nå', nn: 'Det er ikkje fare no', en: 'There is no danger now' },
  to: 'call',
  isUnsure: false,
};

const unsure = {
  choiceId: 'unsure',
  label: { nb: 'Vet ikke', nn: 'Veit ikkje', en: 'I do not know' },
  to: 'call',
  isUnsure: true,
};

const start: Step = {
  ...base,
  stepId: 'start',
  kind: 'start',
  heading: danger,
  text: [unread],
  choices: [goOn, unsure],
};
const acute: Step = { ...base, stepId: 'acute', kind: 'acute', heading: danger, text: [], choices: [goOn] };

const call: Step = {
  ...base,
  stepId: 'call',
  kind: 'end',
  heading: {
    nb: 'Drøft det med barnevernet i dag',
    nn: 'Drøft det med barnevernet i dag',
    en: 'Discuss it with child welfare today',
  },
  text: [
    {
      nb: 'Du kan gjøre det uten å si hvem barnet er. Si det også til lederen din. Følg lokal rutine.',
      nn: 'Du kan gjere det utan å seie kven barnet er. Sei det også til leiaren din. Følg lokal rutine.',
      en: 'You can do it without saying who the child is. Tell your manager too. Follow your local routine.',
    },
  ],
  choices: [],
};
