import { z } from 'zod';
import { type LocalDate, localDateAt } from '../../../core/local-date.ts';
import type { ContentChange } from '../../../features/content/content-change.ts';
import type { ChangeDecision } from '../../../features/content/decide-change.ts';
import {
  applyDates,
  datesSubject,
  decideDateConfirmation,
  decideDayOff,
  decideOnboardingDay,
  decideWave,
  type LocalDates,
} from '../../../features/content/local-dates.ts';
import { localDateSchema } from '../../../features/people/local-date-schema.ts';
import { canManage } from '../../../features/people/permissions.ts';
import { toArray } from '../../../features/people/person-store.ts';
import type { UnitStore } from '../../../features/people/unit-store.ts';
import { isWorkingDay, nextOfficeDay } from '../../../features/reminders/calendar.ts';
import type { ContentNotice } from '../../../views/content-change-words.ts';
import { contentDatesView } from '../../../views/content-dates.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { makeChange, noticeOfWaiting } from './change-from-chat.ts';
import type { ContentActionNeeds } from './content.ts';
import { createContentReplies } from './content-replies.ts';

/** What a field sends that nobody filled in is no date, and is told. */
const date = localDateSchema.optional().catch(undefined);
const permission = 'content.manage';

export type ContentDateNeeds = ContentActionNeeds & { units: Pick<UnitStore, 'listUnits'> };

/** Days off, days for new staff and when units begin: for those who look after all of the content, since a date is everybody's. */
export function contentDateActions(needs: ContentDateNeeds): readonly Action[] {
  const lists = createContentReplies(needs);
  const isFree = (day: LocalDate): boolean => !isWorkingDay(day, { ...needs.rules.calendar, localDaysOff: [] });

  async function show(context: ActionContext, notice?: ContentNotice): Promise<Reply> {
    const { personId } = actingPerson(context);
    const changes = await toArray(needs.content.listOf(datesSubject));
    const dates = applyDates(needs.baseContent.dates ?? noDates, changes);
    const unitNames = await readUnitNames(needs, dates, changes);
    const model = { dates, unitNames, changes, personId, ...(notice && { notice }) };
    return { place: 'replace', message: needs.render(contentDatesView, model, context.locale, context.now) };
  }

  async function change(context: ActionContext, decide: Decide, after: 'waits' | 'done' = 'waits'): Promise<Reply> {
    if (!canManage(actingPerson(context), undefined)) return lists.notYours(context, 'modules');
    const today = localDateAt(context.now, needs.zone);
    const when = { today, confirmBy: nextOfficeDay(today, needs.rules.calendar) };
    const made = await makeChange(needs, context, datesSubject, (changes) =>
      decide(applyDates(needs.baseContent.dates ?? noDates, changes), changes, when),
    );
    return show(context, after === 'waits' ? await noticeOfWaiting(needs, context, undefined, made) : made);
  }

  return [
    defineAction({
      verb: 'content.dates',
      permission,
      input: z.object({}),
      handle: async (context) =>
        canManage(actingPerson(context), undefined) ? show(context) : lists.notYours(context, 'modules'),
    }),
    defineAction({
      verb: 'content.day-off',
      permission,
      input: z.object({ date, day: date, isOff: z.boolean() }),
      handle: (context, { date: named, day, isOff }) =>
        change(context, (now, _changes, when) => decideDayOff(now, { date: isOff ? day : named, isOff, isFree }, when)),
    }),
    defineAction({
      verb: 'content.onboarding-day',
      permission,
      input: z.object({ date, onboarding: date, isOn: z.boolean() }),
      handle: (context, { date: named, onboarding, isOn }) =>
        change(context, (now, _changes, when) =>
          decideOnboardingDay(now, { date: isOn ? onboarding : named, isOn }, when),
        ),
    }),
    defineAction({
      verb: 'content.wave',
      permission,
      input: z.object({ wave: localDateSchema, to: date }),
      handle: (context, { wave: from, to }) => {
        const { waves: inFiles } = needs.baseContent.dates ?? noDates;
        return change(context, (now, _changes, when) =>
          decideWave(now, { from, to, begins: needs.rules.catalogue.startsOn, inFiles }, when),
        );
      },
    }),
    defineAction({
      verb: 'content.date-confirm',
      permission,
      input: z.object({ of: z.string().max(200) }),
      handle: (context, { of }) => {
        const { personId } = actingPerson(context);
        return change(context, (_now, changes) => decideDateConfirmation(changes, { of, personId }), 'done');
      },
    }),
  ];
}

type When = Parameters<typeof decideDayOff>[2];
type Decide = (now: LocalDates, changes: readonly ContentChange[], when: When) => ChangeDecision;

const noDates: LocalDates = { daysOff: [], waves: new Map() };

/** Only waves name units: without any, a table is not read to show two dates. */
async function readUnitNames(
  { units }: ContentDateNeeds,
  { waves }: LocalDates,
  changes: readonly ContentChange[],
): Promise<ReadonlyMap<string, string>> {
  if (waves.size === 0 && !changes.some(({ kind }) => kind === 'wave-set')) return new Map();
  return new Map((await toArray(units.listUnits())).map(({ unitId, name }) => [unitId, name]));
}
