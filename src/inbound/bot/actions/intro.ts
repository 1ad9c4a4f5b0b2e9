import { z } from 'zod';
import type { Telemetry } from '../../../core/events.ts';
import { isSafeKey } from '../../../core/ids.ts';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import { canDo } from '../../../features/people/permissions.ts';
import {
  type FoundHire,
  findNewHire,
  type IntroNeeds,
  listNewHires,
  readIntro,
  tickIntroStep,
} from '../../../features/use-cases/intro-plans.ts';
import { readIntroSeers } from '../../../features/use-cases/intro-roles.ts';
import { introPeopleView } from '../../../views/intro-people.view.ts';
import { introPlanView } from '../../../views/intro-plan.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson } from './acting-person.ts';

export type IntroActionNeeds = IntroNeeds & { render: Render; zone: TimeZone; telemetry: Telemetry };

const personId = z.string().refine(isSafeKey);
const showInput = z.object({ personId: personId.optional() });
const tickInput = z.object({ personId, stepId: z.string().max(200) });

/** "Min introduksjon", and the same for leaders and mentors of somebody who is new. */
export function introActions(needs: IntroActionNeeds): readonly Action[] {
  const permission = 'progress.see-own';
  return [
    defineAction({
      verb: 'intro.show',
      permission,
      input: showInput,
      handle: (context, input) =>
        input.personId === undefined || input.personId === actingPerson(context).personId
          ? showOwn(needs, context)
          : withNewHire(needs, context, { verb: 'intro.show', personId: input.personId }, (found) =>
              show(needs, context, found),
            ),
    }),
    defineAction({
      verb: 'intro.tick',
      permission,
      input: tickInput,
      handle: (context, input) =>
        withNewHire(needs, context, { verb: 'intro.tick', personId: input.personId }, async (found) => {
          const viewer = actingPerson(context);
          const at = { now: context.now, today: todayOf(needs, context) };
          const notice = await tickIntroStep(needs, viewer, found, input.stepId, at);
          return show(needs, context, found, notice);
        }),
    }),
    defineAction({
      verb: 'intro.people',
      permission,
      input: z.object({ page: z.number().int().min(0).max(1000).catch(0) }),
      handle: (context, { page }) => showPeople(needs, context, { page }),
    }),
  ];
}

const todayOf = ({ zone }: IntroActionNeeds, { now }: ActionContext) => localDateAt(now, zone);

/** The id comes from a card and may name anybody: who is not the viewer's ends in the viewer's own list, and the refusal is kept. */
async function withNewHire(
  needs: IntroActionNeeds,
  context: ActionContext,
  asked: { verb: string; personId: string },
  run: (found: FoundHire) => Promise<Reply>,
): Promise<Reply> {
  const viewer = actingPerson(context);
  const found = await findNewHire(needs, viewer, asked.personId, todayOf(needs, context));
  if (typeof found === 'object') return run(found);
  if (asked.personId === viewer.personId) return showOwn(needs, context);
  if (found === 'none') return showPeople(needs, context);
  await keepRefusal(needs, { verb: asked.verb, personId: viewer.personId }, context.now);
  return showPeople(needs, context, { notice: 'not-yours' });
}

/** The plan is the own one also on days when the viewer stands in for a leader. */
async function showOwn(needs: IntroActionNeeds, context: ActionContext): Promise<Reply> {
  const viewer = actingPerson(context);
  const found = await findNewHire(needs, viewer, viewer.personId, todayOf(needs, context));
  return typeof found === 'object' ? show(needs, context, found) : showNone(needs, context);
}

function showNone(needs: IntroActionNeeds, context: ActionContext): Reply {
  const leads = actingPerson(context).leads.length > 0;
  return { place: 'replace', message: needs.render(introPlanView, { leads }, context.locale, context.now) };
}

async function show(
  needs: IntroActionNeeds,
  context: ActionContext,
  { newHire, roles }: FoundHire,
  notice?: 'ticked' | 'already' | 'not-yours',
): Promise<Reply> {
  const intro = await readIntro(needs, newHire, todayOf(needs, context));
  if (!intro) return showNone(needs, context);
  const seers = roles.includes('self') ? await readIntroSeers(needs, intro, todayOf(needs, context)) : undefined;
  const model = { intro, roles, ...(seers && { seers }), ...(notice && { notice }) };
  return { place: 'replace', message: needs.render(introPlanView, model, context.locale, context.now) };
}

async function showPeople(
  needs: IntroActionNeeds,
  context: ActionContext,
  shown: { page?: number; notice?: 'not-yours' } = {},
): Promise<Reply> {
  const hires = await listNewHires(needs, actingPerson(context), todayOf(needs, context));
  const leads = canDo(context.actor, 'unit-status.see');
  const model = { page: 0, ...hires, leads, ...shown };
  return { place: 'replace', message: needs.render(introPeopleView, model, context.locale, context.now) };
}
