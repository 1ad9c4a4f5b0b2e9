import type { ContactKind, Duty } from '../../features/guide/facts.ts';
import type { StepKind } from '../../features/guide/guide.ts';
import type { GuidePart } from '../../features/guide/parts.ts';

/** The words of the drawing. They stand here and not in content/: nobody who uses the bot reads them, only the coordinators. */
export const kindWords: Readonly<Record<StepKind, { sign: string; word: string }>> = {
  start: { sign: '★', word: 'Første kort' },
  acute: { sign: '☎', word: 'Akutt: nødnumre' },
  safety: { sign: '?', word: 'Sikkerhetsspørsmål' },
  advice: { sign: 'i', word: 'Råd' },
  protect: { sign: '!', word: 'Beskytt barnet' },
  workplace: { sign: '⌂', word: 'Spørsmål om tjeneste' },
  duty: { sign: '§', word: 'Plikt' },
  ordinary: { sign: '→', word: 'Vanlig steg' },
  call: { sign: '☎', word: 'Hvem ringer jeg' },
  tools: { sign: '≡', word: 'Skjemaer' },
  levels: { sign: '≡', word: 'Nivåene' },
  end: { sign: '■', word: 'Slutt' },
};

export const draftWord = 'utkast';
export const approvedWord = 'godkjent';
export const expiredWord = 'godkjenningen er gått ut';
export const unsureWord = 'usikker';

export const dutyWords: Readonly<Record<Duty, string>> = {
  report: 'meldeplikten',
  avert: 'avvergingsplikten',
  environment: 'plikten til et trygt miljø',
  colleague: 'når en ansatt krenker et barn',
  confidentiality: 'taushetsplikten',
};

export const contactKindWords: Readonly<Record<ContactKind, string>> = {
  emergency: 'nødnummer',
  'child-welfare': 'barnevern',
  helpline: 'hjelpetelefon',
  police: 'politi',
  advice: 'råd',
  ppt: 'PPT',
  'health-clinic': 'helsestasjon',
  'bti-contact': 'BTI-kontakt',
  leader: 'leder',
  owner: 'eier',
  support: 'noen å snakke med',
};

export function partWord({ kind, level, letter }: GuidePart & { letter: string }): string {
  if (level) return `${letter}. ${level.title.nb}`;
  const words = {
    start: 'Start og akutt',
    suspicion: 'Mistanke om vold eller overgrep',
    duties: 'Plikter',
    level: 'Nivå',
    between: 'Evaluering og avslutning',
    help: 'Oppslag og avslutning',
  };
  return `${letter}. ${words[kind]}`;
}
