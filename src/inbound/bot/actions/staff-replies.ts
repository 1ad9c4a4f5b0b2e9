import type { Telemetry } from '../../../core/events.ts';
import { type LocalDate, localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { areNamesShown, type Catalogue, isRemindable } from '../../../features/catalogue/catalogue.ts';
import { readLeaderView } from '../../../features/digests/leader-view.ts';
import type { AuditStore } from '../../../features/people/audit-store.ts';
import type { Person } from '../../../features/people/person.ts';
import { type OwnModule, readOwnModules } from '../../../features/progress/own-modules.ts';
import type { DueStore } from '../../../features/reminders/due-store.ts';
import type { ReminderRules } from '../../../features/reminders/schedule-reminders.ts';
import { findStaff } from '../../../features/use-cases/find-staff.ts';
import { wasReminded } from '../../../features/use-cases/remind-staff.ts';
import { type StaffNotice, staffView } from '../../../views/staff.view.ts';
import { staffExemptView } from '../../../views/staff-exempt.view.ts';
import { type MoreTimeModel, staffMoreTimeView } from '../../../views/staff-more-time.view.ts';
import type { UnitChoiceModel } from '../../../views/unit-choice.view.ts';
import type { ActionContext, Reply } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson } from './acting-person.ts';
import { showOwnUnits } from './own-units.ts';
import type { ShowDigestNeeds } from './show-digest.ts';

export type StaffNeeds = ShowDigestNeeds & {
  due: DueStore;
  audit: AuditStore;
  catalogue: Catalogue;
  rules: ReminderRules;
  zone: TimeZone;
  telemetry: Telemetry;
};

export const todayOf = ({ zone }: Pick<StaffNeeds, 'zone'>, { now }: ActionContext): LocalDate =>
  localDateAt(now, zone);

/** Lists by name have not been discussed: nobody is named, and nothing is decided about anybody by name. */
export const areNamesHidden = (needs: Pick<StaffNeeds, 'catalogue' | 'zone'>, context: ActionContext): boolean =>
  !areNamesShown(needs.catalogue, todayOf(needs, context));

/** Kindly, with what the leader can see instead. That a card names somebody whom the leader does not lead is kept as a refusal. */
export async function refuse(
  needs: StaffNeeds,
  context: ActionContext,
  verb: string,
  notice: NonNullable<UnitChoiceModel['notice']>,
): Promise<Reply> {
  const { personId } = actingPerson(context);
  if (notice !== 'no-names') await keepRefusal(needs, { verb, personId }, context.now);
  return showOwnUnits(needs, context, notice);
}

/** Somebody as they are now, if they are the leader's own. */
export async function showStaff(
  needs: StaffNeeds,
  context: ActionContext,
  verb: string,
  personId: string,
  notice?: StaffNotice,
): Promise<Reply> {
  return withStaff(needs, context, verb, personId, async (person) => {
    const [view, wasAsked] = await Promise.all([
      readLeaderView(needs, needs.catalogue, person, todayOf(needs, context), needs.zone),
      wasReminded(needs, person, context.now),
    ]);
    const { moreTime = [], exempt = [] } = needs.catalogue.leaderChoices ?? {};
    const offers = { moreTime: moreTime.length > 0, exempt: exempt.length > 0 };
    const isTooEarly = !isRemindable(needs.catalogue, person, todayOf(needs, context));
    const model = { view, offers, wasAsked, ...(isTooEarly && { isTooEarly }), ...(notice && { notice }) };
    return { place: 'replace', message: needs.render(staffView, model, context.locale, context.now) };
  });
}

export async function withStaff(
  needs: StaffNeeds,
  context: ActionContext,
  verb: string,
  personId: string,
  run: (person: Person) => Promise<Reply>,
): Promise<Reply> {
  if (areNamesHidden(needs, context)) return refuse(needs, context, verb, 'no-names');
  const stored = await findStaff(needs, actingPerson(context), personId, todayOf(needs, context));
  return stored ? run(stored.value) : refuse(needs, context, verb, 'not-your-staff');
}

type About = { personId: string; moduleId: string };

export async function askForMoreTime(
  needs: StaffNeeds,
  context: ActionContext,
  about: About,
  shown: Pick<MoreTimeModel, 'hint' | 'chosen'>,
): Promise<Reply> {
  return withOpenModule(needs, context, 'staff.more-time', about, (person, { module, dueOn: seen }) => {
    const reasons = needs.catalogue.leaderChoices?.moreTime ?? [];
    if (seen === undefined || reasons.length === 0) return undefined;
    return needs.render(staffMoreTimeView, { person, module, seen, reasons, ...shown }, context.locale, context.now);
  });
}

export async function askForExempt(needs: StaffNeeds, context: ActionContext, about: About): Promise<Reply> {
  return withOpenModule(needs, context, 'staff.exempt', about, (person, { module }) => {
    const reasons = needs.catalogue.leaderChoices?.exempt ?? [];
    if (reasons.length === 0) return undefined;
    return needs.render(staffExemptView, { person, module, reasons }, context.locale, context.now);
  });
}

/** About something that is not done any more than it was when the card was made; else how things stand. */
async function withOpenModule(
  needs: StaffNeeds,
  context: ActionContext,
  verb: string,
  { personId, moduleId }: About,
  ask: (person: Person, own: OwnModule) => Reply['message'] | undefined,
): Promise<Reply> {
  return withStaff(needs, context, verb, personId, async (person) => {
    const own = await readOwnModules(needs, person, todayOf(needs, context));
    const open = own.find(({ module, standing }) => module.moduleId === moduleId && standing !== 'done');
    const message = open && ask(person, open);
    return message ? { place: 'replace', message } : showStaff(needs, context, verb, personId, 'changed');
  });
}
