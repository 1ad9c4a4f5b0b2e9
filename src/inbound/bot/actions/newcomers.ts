import type { Action } from '../action.ts';
import { type GeneralActionNeeds, generalActions } from './general.ts';
import { type IntroActionNeeds, introActions } from './intro.ts';
import { type JoinRequestActionNeeds, joinRequestActions } from './join-request.ts';
import { type NeedsActionNeeds, needsActions } from './needs.ts';

export type NewcomerNeeds = GeneralActionNeeds & JoinRequestActionNeeds & IntroActionNeeds & NeedsActionNeeds;

/** Who is not in the staff list yet, who is new in it, and what leaders do for them. */
export const newcomerActions = (needs: NewcomerNeeds): readonly Action[] => [
  ...generalActions(needs),
  ...joinRequestActions(needs),
  ...introActions(needs),
  ...needsActions(needs),
];
