import { z } from 'zod';
import type { Telemetry } from '../../../core/events.ts';
import { type LocalDate, localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { areNamesShown, type Catalogue } from '../../../features/catalogue/catalogue.ts';
import { readLeaderView } from '../../../features/digests/leader-view.ts';
import { priorsFor, readUnitStatus } from '../../../features/digests/unit-status.ts';
import type { AuditStore } from '../../../features/people/audit-store.ts';
import { canDo, canSeeUnit } from '../../../features/people/permissions.ts';
import type { PersonKeyStore } from '../../../features/people/person-key-store.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import type { UnitStore } from '../../../features/people/unit-store.ts';
import { readIntroSeen } from '../../../features/use-cases/intro-seen.ts';
import type { View } from '../../../views/define-view.ts';
import { digestLists } from '../../../views/digest-sections.ts';
import type { Render } from '../../../views/render.ts';
import { statusView } from '../../../views/status.view.ts';
import { whatLeaderSeesView } from '../../../views/what-leader-sees.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson, learningPerson } from './acting-person.ts';
import { showOwnProgress } from './own-progress.ts';
import { showOwnUnits } from './own-units.ts';
import { type ShowDigestNeeds, showDigest, showDigestList } from './show-digest.ts';

export type DigestActionNeeds = Pick<ShowDigestNeeds, 'rollups' | 'rules'> & {
  render: Render;
  people: PersonStore;
  personKeys: PersonKeyStore;
  units: UnitStore;
  audit: AuditStore;
  catalogue: Catalogue;
  zone: TimeZone;
  telemetry: Telemetry;
  /** See LeaderViewNeeds. */
  nudgeLimit?: number;
  diplomaOffer?: 'offered';
};

const statusInput = z.object({
  unitId: z.string().max(200).optional(),
  page: z.number().int().min(0).max(1000).catch(0),
});

/** What a leader sees of the own units, and what everybody may know about that. */
export function digestActions(needs: DigestActionNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'digest.status',
      // Whoever may not see a unit is answered with something useful below, instead of a refusal by the router.
      permission: 'progress.see-own',
      input: statusInput,
      handle: (context, input) => showStatus(needs, context, input),
    }),
    defineAction({
      verb: 'digest.show',
      permission: 'unit-status.see',
      input: z.object({}),
      handle: (context) => showDigest(needs, context),
    }),
    defineAction({
      verb: 'digest.list',
      permission: 'unit-status.see',
      input: z.object({ list: z.enum(digestLists), page: z.number().int().min(0).max(1000).catch(0) }),
      handle: (context, asked) => showDigestList(needs, context, asked),
    }),
    defineAction({
      verb: 'digest.what-leader-sees',
      permission: 'progress.see-own',
      input: z.object({}),
      handle: (context) => showWhatLeaderSees(needs, context),
    }),
  ];
}

async function showStatus(
  needs: DigestActionNeeds,
  context: ActionContext,
  { unitId, page }: z.infer<typeof statusInput>,
): Promise<Reply> {
  const person = actingPerson(context);
  const isRefused = unitId !== undefined && !canSeeUnit(person, unitId);
  if (isRefused) await keepRefusal(needs, { verb: 'digest.status', personId: person.personId }, context.now);
  if (!canDo(context.actor, 'unit-status.see')) return showOwnProgress(needs, context, 'not-a-leader');
  const chosen = unitId ?? (person.leads.length === 1 ? person.leads[0] : undefined);
  if (isRefused || chosen === undefined) {
    return isRefused ? showOwnUnits(needs, context, 'not-your-unit') : showOwnUnits(needs, context, undefined, page);
  }
  const status = await readUnitStatus(needs, needs.catalogue, chosen, todayOf(needs, context), needs.zone);
  const scope = person.leads.length > 1 ? 'one-of-several' : 'only-unit';
  const toConfirm = priorsFor(person.personId, status.asking).length;
  return reply(needs, context, statusView, { status, page, scope, toConfirm, leaderId: person.personId });
}

async function showWhatLeaderSees(needs: DigestActionNeeds, context: ActionContext): Promise<Reply> {
  const person = learningPerson(context);
  const today = todayOf(needs, context);
  const [view, unit, intro] = await Promise.all([
    readLeaderView(needs, needs.catalogue, person, today, needs.zone),
    needs.units.getUnit(person.unitId),
    readIntroSeen(needs, person.personId, today),
  ]);
  const asks = canDo(context.actor, 'unit-status.see') ? 'leader' : 'employee';
  const names = areNamesShown(needs.catalogue, today) ? 'shown' : 'hidden';
  const model = { view, unitName: unit?.name ?? person.unitId, asks, names, ...(intro && { intro }) } as const;
  return reply(needs, context, whatLeaderSeesView, model);
}

const todayOf = ({ zone }: DigestActionNeeds, { now }: ActionContext): LocalDate => localDateAt(now, zone);

function reply<M>({ render }: DigestActionNeeds, context: ActionContext, view: View<M>, model: M): Reply {
  return { place: 'replace', message: render(view, model, context.locale, context.now) };
}
