import type { GroupStage, Module } from '../catalogue/module.ts';
import type { GroupFace, GroupSession } from './group-session.ts';

/** What the card shows that the whole group sees. `part` counts from 0. */
export type GroupCardModel = {
  sessionId: string;
  module: Module;
  state: GroupFace['state'];
  stage: GroupStage;
  part: number;
  count: number;
};

export function groupCardModel(
  { sessionId, state, stage: part }: GroupSession,
  module: Module,
  count: number,
): GroupCardModel {
  const { stages } = module.group;
  // The plan may have become shorter since the meeting began.
  const at = Math.min(part, stages.length - 1);
  return { sessionId, module, state, part: at, count, stage: stages[at] ?? { kind: 'closing', minutes: 0 } };
}
