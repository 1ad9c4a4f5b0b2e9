import type { CertificateLine } from '../features/reminders/certificate-reminder.ts';
import type { ReminderLine, ReminderModel } from '../features/reminders/reminder-model.ts';
import { type BoundView, type CardAction, defineView, type ViewKit } from './define-view.ts';
import {
  deadlineWords,
  openModule,
  openModuleNamed,
  placeWords,
  renewalWords,
  withLeaderWords,
} from './reminder-words.ts';

/** The day's one card: what is left, until when, and a way to put it off. Kind also when it is late. */
export const reminderView = defineView<ReminderModel>('reminder', (model, kit) => {
  const { lines, certificates, isRepeat, canSnooze, isIntroduction, isFromLeader } = model;
  const [first] = lines;
  if (!first) return onlyCertificates(model, kit);
  const isOne = lines.length === 1 && !isIntroduction;
  const { title, text, summary } = isIntroduction ? introductionWords(kit) : openingWords(lines, kit);
  const rest: readonly CardAction[] = [
    ...(canSnooze ? [kit.button('reminder.snooze', kit.t('reminder.snooze'))] : []),
    kit.button('reminder.why', kit.t('reminder.why-button')),
  ];
  return {
    data: {
      repeats: isRepeat ? [{ text: kit.t('reminder.repeat') }] : [],
      title,
      texts: [...(isFromLeader ? [{ text: kit.t('staff.by-leader') }] : []), ...(text ? [{ text }] : [])],
      rows: [
        ...(isOne ? [] : lines.map((line) => rowOf(line, kit))),
        ...certificates.map((line) => certificateRow(line, kit)),
      ],
      help: kit.t('reminder.no-time'),
      actions: isOne ? [openModule(first, kit), ...rest] : rest,
    },
    summary,
  };
});

type Opening = { title: string; text?: string; summary: string };

const introductionWords = (kit: ViewKit): Opening => ({
  title: kit.t('reminder.introduction-title'),
  text: kit.t('reminder.introduction'),
  summary: kit.t('reminder.introduction-summary'),
});

function openingWords(lines: readonly ReminderLine[], kit: ViewKit): Opening {
  const [first] = lines;
  const opening = { title: titleOf(lines, kit), summary: summaryOf(lines, kit) };
  return first && lines.length === 1 ? { ...opening, text: lineWords(first, kit) } : opening;
}

/** A day with nothing but courses that run out. They are told once, so there is nothing to put off and no series to explain. */
function onlyCertificates({ certificates, isRepeat }: ReminderModel, kit: ViewKit): BoundView {
  const isOne = certificates.length === 1;
  const title = certificateTitle(certificates, kit);
  return {
    data: {
      title,
      repeats: isRepeat ? [{ text: kit.t('reminder.repeat') }] : [],
      texts: isOne ? [{ text: kit.t('certificate.reminder.text') }] : [],
      rows: isOne ? [] : certificates.map((line) => certificateRow(line, kit)),
      help: kit.t('certificate.reminder.once'),
      actions: isOne ? [kit.button('certificate.list', kit.t('certificate.reminder.open'), undefined, 'positive')] : [],
    },
    summary: title,
  };
}

/** What was held back may come after the last valid day. */
const hasRunOut = ({ validTo }: CertificateLine, kit: ViewKit): boolean => validTo < kit.today();

function certificateTitle(certificates: readonly CertificateLine[], kit: ViewKit): string {
  const [first] = certificates;
  if (first && certificates.length === 1) {
    const about = { course: kit.pick(first.name), date: kit.date(first.validTo) };
    return hasRunOut(first, kit)
      ? kit.t('certificate.reminder.title-past', about)
      : kit.t('certificate.reminder.title', about);
  }
  const count = certificates.length;
  return certificates.some((line) => hasRunOut(line, kit))
    ? kit.t('certificate.reminder.title-several-past', { count })
    : kit.t('certificate.reminder.title-several', { count });
}

function certificateRow(line: CertificateLine, kit: ViewKit) {
  const course = kit.pick(line.name);
  const about = { date: kit.date(line.validTo) };
  return {
    title: course,
    text: hasRunOut(line, kit)
      ? kit.t('certificate.reminder.text-named-past', about)
      : kit.t('certificate.reminder.text-named', about),
    actions: [
      {
        ...kit.button('certificate.list', kit.t('certificate.reminder.open')),
        tooltip: kit.t('certificate.register', { course }),
      },
    ],
  };
}

function titleOf(lines: readonly ReminderLine[], kit: ViewKit): string {
  const [first] = lines;
  if (!first || lines.length > 1) return kit.t('reminder.several.title', { count: lines.length });
  return kit.t('reminder.one.title', { module: kit.pick(first.title), minutes: first.minutesLeft });
}

function rowOf(line: ReminderLine, kit: ViewKit) {
  const minutes = kit.t('reminder.several.minutes', { minutes: line.minutesLeft });
  return {
    title: kit.pick(line.title),
    text: sentences(minutes, lineWords(line, kit)),
    actions: [openModuleNamed(line, kit)],
  };
}

function summaryOf(lines: readonly ReminderLine[], kit: ViewKit): string {
  const [first] = lines;
  const module = first ? kit.pick(first.title) : '';
  if (!first || lines.length > 1) return kit.t('reminder.several.summary', { count: lines.length, module });
  if (first.timing === 'overdue' || first.deadlineOn === undefined) {
    return kit.t('reminder.one.summary-overdue', { module });
  }
  if (first.timing === 'today') return kit.t('reminder.one.summary-today', { module });
  return kit.t('reminder.one.summary-ahead', { module, date: kit.date(first.deadlineOn) });
}

const lineWords = (line: ReminderLine, kit: ViewKit): string =>
  sentences(renewalWords(line, kit), deadlineWords(line, kit), placeWords(line, kit), withLeaderWords(line, kit));

const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');
