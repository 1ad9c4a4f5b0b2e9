import { z } from 'zod';
import { localDateAt } from '../../../core/local-date.ts';
import type { AuditStore } from '../../../features/people/audit-store.ts';
import { profileRow } from '../../../features/people/person-rows.ts';
import { toArray } from '../../../features/people/person-store.ts';
import type { UnitStore } from '../../../features/people/unit-store.ts';
import { type PreviewNeeds, previewDay } from '../../../features/reminders/preview-day.ts';
import type { SendingState, SendingStore } from '../../../features/reminders/sending-store.ts';
import type { SendingSwitch } from '../../../features/reminders/sending-switch.ts';
import { sumPreview } from '../../../features/reminders/sum-preview.ts';
import { switchSending } from '../../../features/use-cases/switch-sending.ts';
import type { Render } from '../../../views/render.ts';
import { type SendingModel, sendingView } from '../../../views/sending.view.ts';
import { sendingPlanView } from '../../../views/sending-plan.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { plannedPeople } from './sending-people.ts';

export type SendingActionNeeds = PreviewNeeds & {
  render: Render;
  units: UnitStore;
  audit: AuditStore;
  sending: SendingStore;
  /** Asked by whatever sends in this process; told when it was changed here. */
  sendingSwitch: Pick<SendingSwitch, 'forget'>;
};

const permission = 'sending.manage';
const to = z.enum(['running', 'stopped']);
const page = z.number().int().min(0).max(1000).catch(0);

/** "Utsending": stop and resume all that Undring sends on its own, and who would get what. */
export function sendingActions(needs: SendingActionNeeds): readonly Action[] {
  return [
    defineAction({ verb: 'sending.show', permission, input: z.object({}), handle: (context) => show(needs, context) }),
    defineAction({
      verb: 'sending.ask',
      permission,
      input: z.object({ to }),
      handle: (context, input) => ask(needs, context, input.to),
    }),
    defineAction({
      verb: 'sending.set',
      permission,
      input: z.object({ to }),
      handle: (context, input) => set(needs, context, input.to),
    }),
    defineAction({
      verb: 'sending.plan',
      permission,
      input: z.object({ page }),
      handle: (context, input) => plan(needs, context, input.page),
    }),
  ];
}

async function show(needs: SendingActionNeeds, context: ActionContext): Promise<Reply> {
  return reply(needs, context, (await needs.sending.get())?.value);
}

/** Where it is so already, there is nothing to ask: an old card, or somebody else came first. */
async function ask(needs: SendingActionNeeds, context: ActionContext, wanted: SendingState['state']): Promise<Reply> {
  const standing = (await needs.sending.get())?.value;
  if ((standing?.state ?? 'running') === wanted) return reply(needs, context, standing, { notice: 'unchanged' });
  return reply(needs, context, standing, { asks: wanted === 'stopped' ? 'stop' : 'resume' });
}

async function set(needs: SendingActionNeeds, context: ActionContext, wanted: SendingState['state']): Promise<Reply> {
  const { outcome, standing } = await switchSending(needs, wanted, actingPerson(context).personId, context.now);
  needs.sendingSwitch.forget();
  return reply(needs, context, standing, outcome === 'unchanged' ? { notice: outcome } : {});
}

async function reply(
  { render, people }: SendingActionNeeds,
  { locale, now }: ActionContext,
  standing: SendingState | undefined,
  more: Pick<SendingModel, 'asks' | 'notice'> = {},
): Promise<Reply> {
  const name = standing && (await people.get(standing.by, profileRow))?.value.displayName;
  const changed = standing && { at: standing.at, ...(name !== undefined && { name }) };
  const model = { state: standing?.state ?? 'running', ...(changed && { changed }), ...more } as const;
  return { place: 'replace', message: render(sendingView, model, locale, now) };
}

async function plan(needs: SendingActionNeeds, context: ActionContext, at: number): Promise<Reply> {
  const { locale, now } = context;
  const today = localDateAt(now, needs.rules.calendar.zone);
  const sending = (await needs.sending.get())?.value.state ?? 'running';
  const [preview, units] = await Promise.all([previewDay(needs, now, sending), toArray(needs.units.listUnits())]);
  const unitNames = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const model = {
    ...{ on: preview.on, isStopped: sending === 'stopped', sum: sumPreview(preview.people), unitNames },
    ...{ notLookedAt: preview.notLookedAt, page: at },
    people: plannedPeople(preview, actingPerson(context), { rules: needs.rules, today }, unitNames),
  };
  return { place: 'replace', message: needs.render(sendingPlanView, model, locale, now) };
}
