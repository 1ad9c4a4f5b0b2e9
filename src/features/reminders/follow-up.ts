import type { MaterialChange, Module, QuizQuestion } from '../catalogue/module.ts';
import type { OwnPolicy } from '../progress/policy-reads.ts';
import type { MentorPair, MentorStep } from './mentoring.ts';
import type { Reminder } from './reminder-rows.ts';

/**
 * What comes after a module is done. `refresher`: one of its questions. `use-it`: "hva vil du prøve?". `reread`: what is new in a
 * version that matters. The first two are friendly: the person may say no to them, and they share one weekly place. `mentor`: of the other
 * one of a new hire and the mentor, and `policy`: of a guideline to read again; the id of that one stands where a module's does.
 */
const followUpKinds = ['refresher', 'use-it', 'reread', 'mentor', 'policy'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** Stands where a module's id does, so that sending, moving, settling and repair are the same. A dot is in no module's id. */
export const followUpSubject = (kind: FollowUpKind, moduleId: string): string => `${kind}.${moduleId}`;

/** `undefined` for a reminder of anything else. */
export function readFollowUp({
  moduleId: subject,
}: Pick<Reminder, 'moduleId'>): { kind: FollowUpKind; moduleId: string } | undefined {
  const kind = followUpKinds.find((known) => subject.startsWith(`${known}.`));
  return kind && { kind, moduleId: subject.slice(kind.length + 1) };
}

/** Of what comes after this module. */
export function isAfterModule(reminder: Pick<Reminder, 'moduleId'>, moduleId: string): boolean {
  const about = readFollowUp(reminder);
  return about?.moduleId === moduleId && about.kind !== 'mentor' && about.kind !== 'policy';
}

export const isFriendly = (reminder: Pick<Reminder, 'moduleId'>): boolean => {
  const kind = readFollowUp(reminder)?.kind;
  return kind === 'refresher' || kind === 'use-it';
};

/** What one card tells. It is a card of its own, never a line among others. */
export type FollowUpModel =
  | { kind: 'refresher'; module: Module; question: QuizQuestion }
  | { kind: 'use-it'; module: Module; completedAt: Date }
  /** `isRepeat`: nobody knows whether an earlier one arrived. */
  | { kind: 'reread'; module: Module; completedAt: Date; change: MaterialChange; isRepeat: boolean }
  | { kind: 'mentor'; pair: MentorPair; step: MentorStep }
  | { kind: 'policy'; own: ChangedPolicy; isRepeat: boolean };

export type ChangedPolicy = Extract<OwnPolicy, { standing: 'read-again' }>;

/** The step of the n-th question, counted from 1. */
export const refresherStep = (number: number): string => `question-${number}`;

/** The questions of a module take turns. `undefined` when it has none. */
export function questionOf({ quiz }: Module, stepId: string): QuizQuestion | undefined {
  const number = Number(stepId.slice(stepId.lastIndexOf('-') + 1));
  return quiz.length === 0 ? undefined : quiz[(number - 1) % quiz.length];
}

export const useItStep = 'once';

/** The step that tells of the change that came with this version. */
export const versionStep = (version: number): string => `version-${version}`;
