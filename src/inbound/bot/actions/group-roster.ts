import { z } from 'zod';
import type { Telemetry } from '../../../core/events.ts';
import { newId } from '../../../core/ids.ts';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { areNamesShown, findModule } from '../../../features/catalogue/catalogue.ts';
import type { Module } from '../../../features/catalogue/module.ts';
import { modulesToRun } from '../../../features/groups/modules-to-run.ts';
import { registerPresent } from '../../../features/groups/register-present.ts';
import type { AuditStore } from '../../../features/people/audit-store.ts';
import { canSeeUnit } from '../../../features/people/permissions.ts';
import type { Person } from '../../../features/people/person.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import type { UnitStore } from '../../../features/people/unit-store.ts';
import type { WorkQueue } from '../../../features/reminders/work-queue.ts';
import { listsWhoLacks, readRoster } from '../../../features/use-cases/read-roster.ts';
import { type GroupRosterModel, groupRosterView, rosterPageSize } from '../../../views/group-roster.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson } from './acting-person.ts';
import { sessionIdInput } from './group.ts';
import { answerOne, type GroupReplyNeeds, showView } from './group-replies.ts';

export type GroupRosterNeeds = GroupReplyNeeds & {
  people: PersonStore;
  units: UnitStore;
  audit: AuditStore;
  queue: Pick<WorkQueue, 'send'>;
  telemetry: Telemetry;
  zone: TimeZone;
};

const moduleId = z.string().max(200);
const unitId = z.string().max(200);
const page = z.number().int().min(0).max(1000).catch(0);
/** Who is the first on the card that was pressed, and on the one to turn to. Cards from before have a page only. */
const anchor = z.string().max(200).optional().catch(undefined);
/** What a choice of several sends: ids with commas between. */
const people = z
  .string()
  .max(rosterPageSize * 201)
  .catch('')
  .transform((text) => text.split(',').map((personId) => personId.trim()))
  .transform((personIds) => new Set(personIds.filter((personId) => personId !== '')));

/** The leader ticks who of the own unit was there. In the private chat only: the card holds names. */
export function groupRosterActions(needs: GroupRosterNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'group.roster',
      permission: 'group.lead',
      input: z.object({ moduleId, unitId: unitId.optional().catch(undefined), page }),
      handle: (context, input) =>
        withModule(needs, context, { verb: 'group.roster', ...input }, (module) => show(needs, context, module, input)),
    }),
    defineAction({
      verb: 'group.tick',
      permission: 'group.lead',
      input: z.object({ moduleId, unitId, page, sessionId: sessionIdInput, people, from: anchor, to: anchor }),
      handle: (context, input) =>
        withModule(needs, context, { verb: 'group.tick', ...input }, (module) => tick(needs, context, module, input)),
    }),
  ];
}

/** The ids come from a card: the module may be gone, and the unit may be anybody's. */
async function withModule(
  needs: GroupRosterNeeds,
  context: ActionContext,
  input: { verb: 'group.roster' | 'group.tick'; moduleId: string; unitId?: string },
  run: (module: Module) => Promise<Reply>,
): Promise<Reply> {
  const module = findModule(needs.catalogue, input.moduleId);
  if (!module) return answerOne(needs, context, { answer: 'gone' });
  if (!areNamesShown(needs.catalogue, localDateAt(context.now, needs.zone))) {
    const model = { ...about(module), units: [], notice: 'names-off' as const };
    return showView(needs, context, groupRosterView, model);
  }
  const leader = actingPerson(context);
  if (!(await modulesToRun(needs, leader)).includes(module)) return answerOne(needs, context, { answer: 'not-yours' });
  if (input.unitId === undefined || canSeeUnit(leader, input.unitId)) return run(module);
  await keepRefusal(needs, { verb: input.verb, personId: leader.personId }, context.now);
  return roster(needs, context, module, { notice: 'not-yours' });
}

async function show(
  needs: GroupRosterNeeds,
  context: ActionContext,
  module: Module,
  input: { unitId?: string; page: number },
): Promise<Reply> {
  const { leads } = actingPerson(context);
  const chosen = input.unitId ?? (leads.length === 1 ? leads[0] : undefined);
  if (chosen === undefined) return roster(needs, context, module, {});
  const staff = await readStaff(needs, context, module, chosen);
  return roster(needs, context, module, { unitId: chosen, staff, start: firstOf(staff, input) });
}

type Anchors = { page: number; from?: string; to?: string };
type Tick = Anchors & { unitId: string; sessionId: string; people: ReadonlySet<string> };

/** Where the page begins. Who was named may have done the module meanwhile: then rather a name twice than a name passed over. */
function firstOf(staff: readonly Person[], { page: at, from, to }: Anchors): number {
  const named = [to, from].map((id) => staff.findIndex(({ personId }) => personId === id)).find((index) => index >= 0);
  if (named !== undefined) return named;
  const last = Math.max(0, Math.ceil(staff.length / rosterPageSize) - 1);
  return from === undefined ? Math.min(at, last) * rosterPageSize : 0;
}

async function tick(needs: GroupRosterNeeds, context: ActionContext, module: Module, input: Tick): Promise<Reply> {
  const { unitId: of, sessionId, to, page: at, from } = input;
  // Read anew: only who is of this unit now, and is on the list, is registered, whatever the card says.
  const staff = await readStaff(needs, context, module, of);
  const ticked = staff.filter(({ personId }) => input.people.has(personId)).slice(0, rosterPageSize);
  const start = firstOf(staff, input);
  if (ticked.length === 0) {
    const notice = to === undefined ? { notice: 'nobody-chosen' as const } : {};
    return roster(needs, context, module, { unitId: of, staff, start, ...notice });
  }
  const { personId: leaderId } = actingPerson(context);
  const personIds = ticked.map(({ personId }) => personId);
  const result = await registerPresent(needs, { sessionId, module, leaderId, personIds }, context.now);
  // An old card with other ticks: what was registered with it stands, and these are chosen anew on a fresh one, which says so.
  if (result.outcome === 'not-yours' || result.outcome === 'used-up') {
    return roster(needs, context, module, {
      unitId: of,
      staff,
      start: firstOf(staff, { page: at, from }),
      notice: 'used-up',
    });
  }
  const isLeft = (person: Person): boolean => !ticked.includes(person);
  const left = staff.filter(isLeft);
  const next = staff.slice(0, start).filter(isLeft).length;
  // Nobody is left on the last page: the one before it.
  const shown = { staff: left, start: next < left.length ? next : Math.max(0, left.length - rosterPageSize) };
  return roster(needs, context, module, { unitId: of, ...shown, notice: { registered: ticked.length } });
}

function readStaff(
  needs: GroupRosterNeeds,
  context: ActionContext,
  module: Module,
  ofUnit: string,
): Promise<readonly Person[]> {
  const { personId: leaderId } = actingPerson(context);
  const today = localDateAt(context.now, needs.zone);
  return readRoster(needs, { unitId: ofUnit, module, leaderId }, today);
}

type Shown = Pick<GroupRosterModel, 'notice'> & { unitId?: string; staff?: readonly Person[]; start?: number };

async function roster(
  needs: GroupRosterNeeds,
  context: ActionContext,
  module: Module,
  { unitId: chosenId, staff = [], start = 0, notice }: Shown,
): Promise<Reply> {
  const units = await Promise.all(
    actingPerson(context).leads.map(async (id) => ({ unitId: id, name: (await needs.units.getUnit(id))?.name ?? id })),
  );
  const unit = units.find((own) => own.unitId === chosenId);
  const chosen = unit && { ...unit, people: staff, start };
  return showView(needs, context, groupRosterView, { ...about(module), units, chosen, notice });
}

const about = (module: Module): Pick<GroupRosterModel, 'module' | 'lists' | 'sessionId'> => ({
  ...{ module, sessionId: newId() },
  lists: listsWhoLacks(module) ? 'who-lacks' : 'everybody',
});
