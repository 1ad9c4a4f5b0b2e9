import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { Catalogue } from '../../../features/catalogue/catalogue.ts';
import type { DigestUnit } from '../../../features/digests/leader-digest.ts';
import type { LeaderViewNeeds } from '../../../features/digests/leader-view.ts';
import { readUnitStatus } from '../../../features/digests/unit-status.ts';
import type { UnitStore } from '../../../features/people/unit-store.ts';
import type { Render } from '../../../views/render.ts';
import { type UnitChoiceModel, unitChoiceView } from '../../../views/unit-choice.view.ts';
import type { ActionContext, Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';

export type OwnUnitsNeeds = LeaderViewNeeds & {
  render: Render;
  units: UnitStore;
  catalogue: Catalogue;
  zone: TimeZone;
};

/** The units of the leader who asks, whatever led to it. */
export async function showOwnUnits(
  needs: OwnUnitsNeeds,
  context: ActionContext,
  notice?: UnitChoiceModel['notice'],
  page = 0,
): Promise<Reply> {
  const today = localDateAt(context.now, needs.zone);
  const units: DigestUnit[] = [];
  for (const unitId of new Set(actingPerson(context).leads)) {
    const { name, counts } = await readUnitStatus(needs, needs.catalogue, unitId, today, needs.zone);
    units.push({ unitId, name, counts });
  }
  const model: UnitChoiceModel = { units, page, ...(notice && { notice }) };
  return { place: 'replace', message: needs.render(unitChoiceView, model, context.locale, context.now) };
}
