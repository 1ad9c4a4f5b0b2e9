import type { Walk } from '../features/guide/walk.ts';
import type { Contacts } from './guide-contacts.ts';

/**
 * `unitId`: of the person, to show the contacts that answer it. `toolId`: the form that the person has picked from the list.
 * `remindDays`: after how many days a person whom we can write to may be reminded.
 * `reports`: where somebody may say that the words are wrong.
 */
export type GuideModel = Contacts & {
  walk: Walk;
  unitId?: string;
  toolId?: string;
  remindDays?: number;
  reports?: 'open';
};
