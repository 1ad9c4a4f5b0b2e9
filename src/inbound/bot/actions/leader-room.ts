import type { Action } from '../action.ts';
import { type DelegationNeeds, delegationActions } from './delegation.ts';
import { type DigestActionNeeds, digestActions } from './digest.ts';
import { type PriorLeaderNeeds, priorLeaderActions } from './prior-leader.ts';
import { type SetAsideNeeds, setAsideActions } from './set-aside.ts';
import { staffActions } from './staff.ts';

export type LeaderRoomNeeds = DigestActionNeeds & PriorLeaderNeeds & SetAsideNeeds & DelegationNeeds;

/** All that a leader sees of the own units, and does for who works there. */
export function leaderRoomActions(needs: LeaderRoomNeeds): readonly Action[] {
  return [
    ...digestActions(needs),
    ...priorLeaderActions(needs),
    ...staffActions(needs),
    ...setAsideActions(needs),
    ...delegationActions(needs),
  ];
}
