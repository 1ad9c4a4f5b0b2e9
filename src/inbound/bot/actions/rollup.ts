import { z } from 'zod';
import { addMonths, localDateAt } from '../../../core/local-date.ts';
import { quarterOf, readUse, type UseStore } from '../../../features/guide/count-use.ts';
import type { AuditStore } from '../../../features/people/audit-store.ts';
import { canDo, canSeeRollup } from '../../../features/people/permissions.ts';
import type { PersonOn } from '../../../features/people/person.ts';
import { toArray } from '../../../features/people/person-store.ts';
import type { CalendarRules } from '../../../features/reminders/calendar.ts';
import { type Place, type ReadOverviewNeeds, readOverview } from '../../../features/rollups/read-overview.ts';
import { monthOf, nextReleaseOn } from '../../../features/rollups/release-month.ts';
import { type RollupModel, rollupView } from '../../../views/rollup.view.ts';
import { rollupWhyView } from '../../../views/rollup-why.view.ts';
import { type Action, type ActionContext, defineAction } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson } from './acting-person.ts';
import { rollupFileActions } from './rollup-files.ts';
import { type StatusAtActionNeeds, statusAtActions } from './status-at.ts';

export type RollupActionNeeds = ReadOverviewNeeds &
  StatusAtActionNeeds & {
    uses: UseStore;
    audit: AuditStore;
    rules: { calendar: CalendarRules };
  };

const permission = 'rollup.see';
const input = z.object({
  unitId: z.string().max(200).optional(),
  page: z.number().int().min(0).max(1000).catch(0),
});
type Asked = z.infer<typeof input>;

/** "Oversikt": the figures of each month, and of a past day, for those who look after the whole or an area. */
export function rollupActions(needs: RollupActionNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'rollup.show',
      permission,
      input,
      async handle(context, asked) {
        const model = await read(needs, context, asked, 'rollup.show');
        return { place: 'replace', message: needs.render(rollupView, model, context.locale, context.now) };
      },
    }),
    defineAction({
      verb: 'rollup.why',
      permission,
      input,
      handle: async ({ locale, now }, { unitId }) => {
        const model = unitId === undefined ? {} : { unitId };
        return { place: 'replace', message: needs.render(rollupWhyView, model, locale, now) };
      },
    }),
    ...rollupFileActions(needs, (context, unitId, verb) => read(needs, context, { unitId, page: 0 }, verb)),
    ...statusAtActions(needs),
  ];
}

/** `verb`: what a refusal is kept as. */
async function read(
  needs: RollupActionNeeds,
  context: ActionContext,
  { unitId, page }: Asked,
  verb: string,
): Promise<RollupModel> {
  const person = actingPerson(context);
  const isRefused = unitId !== undefined && !canSeeRollup(person, unitId);
  if (isRefused) await keepRefusal(needs, { verb, personId: person.personId }, context.now);
  const home = homeOf(person);
  const place = isRefused || unitId === undefined ? home : ({ place: 'below', unitId } as const);
  const units = await toArray(needs.units.listUnits());
  const about = {
    unitNames: new Map(units.map((unit) => [unit.unitId, unit.name])),
    ...{ municipality: needs.municipality.name, page },
  };
  if (place.place === 'choice') return { ...about, shows: 'choice', unitIds: place.unitIds };
  const leadsBack = place !== home;
  const overview = await readOverview(needs, place, context.now);
  if (!overview) {
    const today = localDateAt(context.now, needs.zone);
    const told = await needs.rollups.getRelease(monthOf(today));
    const nextOn = nextReleaseOn(today, needs.rules.calendar, told?.month);
    return { ...about, shows: 'nothing', place, leadsBack, nextOn };
  }
  const moduleTitles = new Map(needs.catalogue.modules.map(({ moduleId, title }) => [moduleId, title]));
  const files = needs.figureFiles ? 'offered' : 'off';
  // Of the whole municipality only, and only of a quarter that is over: a number that grows would tell of each use.
  const quarter = quarterOf(addMonths(localDateAt(context.now, needs.zone), -3));
  const use = place.place === 'municipality' ? { quarter, uses: await readUse(needs.uses, quarter) } : undefined;
  return { ...about, shows: 'overview', overview, moduleTitles, leadsBack, files, ...(use && { use }) };
}

/** What somebody sees who named no place. */
function homeOf(person: PersonOn): Place | { place: 'choice'; unitIds: readonly string[] } {
  if (canDo({ kind: 'person', person }, 'rollup.see-all')) return { place: 'municipality' };
  const unitIds = [...new Set(person.leads)].filter((unitId) => canSeeRollup(person, unitId));
  const [only, ...others] = unitIds;
  return only !== undefined && others.length === 0 ? { place: 'below', unitId: only } : { place: 'choice', unitIds };
}
