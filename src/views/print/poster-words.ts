import { type Contact, type ContactKind, isStale } from '../../features/guide/facts.ts';
import {
  alwaysNumbers,
  contactsOf,
  emergencyNumbers,
  type GuideContent,
  type Step,
} from '../../features/guide/guide.ts';
import type { ViewKit } from '../define-view.ts';
import { contactRows } from '../guide-contacts.ts';
import { isAnyDraft, madeLine, type PrintModel } from './print-model.ts';
import { plainWords, readRuns } from './text-runs.ts';

/** Somebody to call. `missing` stands where the municipality has set no number. */
export type PosterRow = { name: string; detail: string; number?: string; star?: string; missing?: string };

/** All that stands on the wall, in the order in which it is read. Sentences may carry bold. */
export type PosterWords = {
  title: string;
  municipality: string;
  draft?: string;
  danger: { heading: string; numbers: readonly PosterRow[]; others: readonly PosterRow[] };
  suspicion: { heading: string; when: string; texts: readonly string[] };
  doubt?: { heading: string; text: string };
  duty?: { heading: string; text: string; portal?: { words: string; url: string } };
  level?: { heading: string; not: string; steps: readonly { heading: string; what: string }[] };
  call: { heading: string; rows: readonly PosterRow[]; instead: string; stale?: string; checked: string };
  made: string;
};

/** Those who answer for the whole municipality. A leader is another in every unit, so none hangs on the wall. */
const onTheWall: readonly ContactKind[] = [
  'child-welfare',
  'police',
  'helpline',
  'advice',
  'bti-contact',
  'ppt',
  'health-clinic',
  'emergency',
];
const largeNumbers: readonly string[] = [...Object.values(emergencyNumbers), alwaysNumbers.helpline];

const isEmergency = ({ kind }: Contact): boolean => kind === 'emergency';

export function posterWords(model: PrintModel, kit: ViewKit): PosterWords {
  const { guide } = model;
  const steps = posterSteps(guide);
  const rowsOf = (contacts: readonly Contact[]): readonly PosterRow[] =>
    contacts.map((contact) => rowOf(model, contact, kit));
  const everybodys = contactsOf(guide, onTheWall).filter(({ units }) => units.length === 0);
  const large = largeNumbers.flatMap((number) => everybodys.find((contact) => contact.number === number) ?? []);
  const others = everybodys.filter((contact) => !large.includes(contact));
  const isAnyStale = [...large, ...others].some((one) => one.number !== undefined && isStale(one, model.today));
  const oldest = [...large, ...others].map(({ verifiedAt }) => verifiedAt).sort()[0] ?? model.today;
  return {
    title: kit.t('guide.print.title'),
    municipality: model.municipality,
    ...(isAnyDraft(steps.all, model.today) && { draft: plainWords(kit.t('guide.draft')) }),
    danger: {
      heading: kit.pick(steps.start.heading),
      numbers: rowsOf(large),
      others: rowsOf(others.filter(isEmergency)),
    },
    suspicion: suspicionWords(steps, kit),
    ...(steps.doubt && { doubt: { heading: kit.pick(steps.doubt.heading), text: firstText(steps.doubt, kit) } }),
    ...(steps.duty && { duty: dutyWords(guide, steps.duty, kit) }),
    ...levelWords(guide, steps.first, kit),
    call: {
      heading: steps.call ? kit.pick(steps.call.heading) : kit.t('guide.contact.title'),
      rows: rowsOf(others.filter((contact) => !isEmergency(contact))),
      instead: kit.t('guide.contact.instead', { why: 'both', ...alwaysNumbers }),
      ...(isAnyStale && { stale: kit.t('guide.print.stale') }),
      checked: kit.t('guide.print.checked', { date: kit.date(oldest) }),
    },
    made: madeLine(model, kit),
  };
}

/** A number that must be checked again gets a star, and what it means stands below: the sentence has no room beside each. */
function rowOf(model: PrintModel, contact: Contact, kit: ViewKit): PosterRow {
  const { contactId, name, use, number } = contact;
  const [row] = contactRows({ ...model, today: contact.validTo, openness: new Map() }, [contactId], kit);
  const who = { name: kit.pick(name), detail: row?.detail ?? kit.pick(use) };
  return number === undefined
    ? { ...who, missing: kit.t('guide.contact.no-number') }
    : { ...who, number, ...(isStale(contact, model.today) && { star: '*' }) };
}

type PosterSteps = {
  all: readonly Step[];
  start: Step;
  suspicion: Step | undefined;
  doubt: Step | undefined;
  duty: Step | undefined;
  call: Step | undefined;
  /** The first step of each stage of the first level. */
  first: readonly Step[];
};

/** The steps by what they are, not by their names: another municipality names its own. */
function posterSteps(guide: GuideContent): PosterSteps {
  const all = [...guide.steps.values()];
  const start = guide.steps.get(guide.startId) ?? all[0];
  if (!start) throw new RangeError('a guide without steps');
  const answers = all.filter(({ kind }) => kind === 'safety').flatMap(({ choices }) => choices);
  const protectAfter = (isUnsure: boolean): Step | undefined =>
    answers
      .filter((choice) => choice.isUnsure === isUnsure)
      .map(({ to }) => guide.steps.get(to))
      .find((step) => step?.kind === 'protect');
  const suspicion = protectAfter(false);
  const unsure = protectAfter(true);
  const doubt = unsure === suspicion ? undefined : unsure;
  const duty = all.find((step) => step.kind === 'duty' && step.laws?.duty === 'report');
  const call = all.find(({ kind }) => kind === 'call');
  const first = firstOfEachStage(guide);
  const shown = [start, suspicion, doubt, duty, call, ...first].filter((step) => step !== undefined);
  return { all: shown, start, suspicion, doubt, duty, call, first };
}

function firstOfEachStage({ levels, steps }: GuideContent): readonly Step[] {
  const [level] = levels.levels;
  const ofLevel = [...steps.values()].flatMap((step) =>
    step.kind === 'ordinary' && step.at && step.at.levelId === level?.levelId ? [{ step, stage: step.at.stage }] : [],
  );
  const byStage = Map.groupBy(ofLevel, ({ stage }) => stage);
  return [...byStage].sort(([one], [other]) => one - other).flatMap(([, [first]]) => (first ? [first.step] : []));
}

const firstText = (step: Step, kit: ViewKit): string => (step.text[0] ? kit.pick(step.text[0]) : '');

/** The warning of the first card says when; the card behind it says what to do. */
function suspicionWords({ start, suspicion }: PosterSteps, kit: ViewKit): PosterWords['suspicion'] {
  const warning = start.donts[0] ? readRuns(kit.pick(start.donts[0])) : [];
  const when = warning.filter(({ look }) => look === 'plain').map(({ text }) => text);
  const bold = warning.find(({ look }) => look === 'bold')?.text;
  const text = suspicion && firstText(suspicion, kit);
  return {
    heading: bold ?? kit.pick((suspicion ?? start).heading),
    when: when.join('').trim(),
    texts: [...(text ? [text] : []), ...(suspicion?.dos ?? []).map(kit.pick)],
  };
}

function dutyWords(guide: GuideContent, step: Step, kit: ViewKit): PosterWords['duty'] {
  const link = [...guide.steps.values()].find(({ kind, links }) => kind === 'duty' && links.length > 0)?.links[0];
  const words = link && kit.t('guide.print.portal', { address: link.url.replace(/^https:\/\//, '') });
  return {
    heading: kit.pick(step.heading),
    text: firstText(step, kit),
    ...(link && words && { portal: { words, url: link.url } }),
  };
}

function levelWords(guide: GuideContent, steps: readonly Step[], kit: ViewKit): Pick<PosterWords, 'level'> {
  const [level] = guide.levels.levels;
  if (!level || steps.length === 0) return {};
  return {
    level: {
      heading: kit.pick(level.title),
      not: kit.t('guide.print.not-at-suspicion'),
      steps: steps.map((step) => ({
        heading: kit.pick(step.heading),
        what: step.kind === 'ordinary' && step.parts ? kit.pick(step.parts.what) : '',
      })),
    },
  };
}
