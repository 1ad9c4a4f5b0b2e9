import { z } from 'zod';
import type { Message } from '../../../core/card.ts';
import { withDeadline } from '../../../core/deadline.ts';
import { type LocalDate, localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { ContactKind } from '../../../features/guide/facts.ts';
import { type GuideContent, mostAnswers, type Step } from '../../../features/guide/guide.ts';
import { remindDaysAt } from '../../../features/guide/levels.ts';
import { opennessAt } from '../../../features/guide/opening.ts';
import { enterGuide, startWalk, type Walk, walk } from '../../../features/guide/walk.ts';
import { canDo } from '../../../features/people/permissions.ts';
import type { Person, Sector } from '../../../features/people/person.ts';
import { type CalendarRules, officeClosesOn } from '../../../features/reminders/calendar.ts';
import { groupHintView } from '../../../views/group-hint.view.ts';
import { guideFinishedView } from '../../../views/guide-finished.view.ts';
import { guideNumbersView } from '../../../views/guide-numbers.view.ts';
import { guideStepView } from '../../../views/guide-step.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';

/** No store is among them: the guide answers with storage down, and leaves no trace. */
export type GuideNeeds = {
  render: Render;
  guide: GuideContent;
  zone: TimeZone;
  rules: { calendar: CalendarRules };
  /** Who leads the person's unit. Read only for a card that names them; late or broken, the row is left out. */
  findLeaders(person: Person, today: LocalDate): Promise<readonly string[]>;
  /** Of the unit, or of the nearest above it. */
  findBtiContacts(person: Person, today: LocalDate): Promise<readonly string[]>;
};

const namesDeadlineMs = 400;

const idInput = z.string().max(64).optional().catch(undefined);

/** `entry`: where the guide opens, as its file names it. `place`: below a card that is still needed, instead of in its place. */
const startInput = z
  .object({
    emphasis: z.literal('acute').optional().catch(undefined),
    entry: idInput,
    place: z.literal('below').optional().catch(undefined),
  })
  .catch({ emphasis: undefined, entry: undefined, place: undefined });

/** A card that was tampered with leads to the first card, so nothing in it is refused. */
const answerInput = z
  .object({
    guideId: z.string().catch(''),
    packVersion: z.string().catch(''),
    entry: idInput,
    answers: z.array(z.string().max(64)).max(mostAnswers).catch([]),
    /** The form that was picked from the list of tools. */
    tool: idInput,
  })
  .catch({ guideId: '', packVersion: '', answers: [] });

/** The guide: "Hva gjør jeg hvis jeg er bekymret?" */
export function guideActions(needs: GuideNeeds): readonly Action[] {
  const { guide, render } = needs;
  return [
    defineAction({
      verb: 'guide.start',
      permission: 'guide.use',
      worksInGroups: true,
      input: startInput,
      handle: async (context, { emphasis, entry, place }) => {
        if (isShared(context)) return groupReply(needs, context);
        const sector = sectorOf(context);
        const walk = entry === undefined ? startWalk(guide, sector) : enterGuide(guide, entry, sector);
        return { place: place ?? 'replace', message: await stepCard(needs, context, { walk, emphasis }) };
      },
    }),
    defineAction({
      verb: 'guide.answer',
      permission: 'guide.use',
      worksInGroups: true,
      input: answerInput,
      handle: async (context, { tool, ...trail }) =>
        isShared(context)
          ? groupReply(needs, context)
          : {
              place: 'replace',
              message: await stepCard(needs, context, { walk: walk(guide, trail, sectorOf(context)), toolId: tool }),
            },
    }),
    defineAction({
      verb: 'guide.finish',
      permission: 'guide.use',
      worksInGroups: true,
      input: z.unknown(),
      handle: async (context) =>
        isShared(context)
          ? groupReply(needs, context)
          : { place: 'replace', message: render(guideFinishedView, {}, context.locale, context.now) },
    }),
  ];
}

/** Others read along. */
export const isShared = ({ turn }: ActionContext): boolean => turn.conversation.kind !== 'personal';

const sectorOf = ({ actor }: ActionContext): Sector | undefined =>
  actor.kind === 'person' ? actor.person.sector : undefined;

type Shown = { walk: Walk; emphasis?: 'acute'; toolId?: string };

async function stepCard(needs: GuideNeeds, context: ActionContext, shown: Shown): Promise<Message> {
  const { render, guide, zone, rules } = needs;
  const { actor, locale, now } = context;
  const { walk, emphasis, toolId } = shown;
  const openness = opennessAt(guide, now, { zone, closesOn: (date) => officeClosesOn(date, rules.calendar) });
  const unitId = actor.kind === 'person' ? actor.person.unitId : undefined;
  // Not offered to somebody whom we could not write to.
  const remindDays = actor.kind === 'person' ? remindDaysAt(guide, walk.step) : undefined;
  const [leaderNames, btiContactNames] = await namesOn(needs, walk, context);
  const today = localDateAt(now, zone);
  const reports = canDo(actor, 'content.report') ? { reports: 'open' as const } : {};
  const model = {
    guide,
    walk,
    openness,
    today,
    unitId,
    ...(leaderNames && { leaderNames }),
    ...(btiContactNames && { btiContactNames }),
    ...reports,
    ...(remindDays && { remindDays }),
  };
  const { kind } = walk.step;
  if (kind !== 'start' && kind !== 'acute') return render(guideStepView, { ...model, toolId }, locale, now);
  return render(guideNumbersView, { ...model, ...(emphasis && { emphasis }) }, locale, now);
}

type Names = readonly string[] | undefined;

/** Leaders and BTI contacts, asked for at the same time; `undefined` where nobody could look them up. */
async function namesOn(needs: GuideNeeds, { step }: Walk, { actor, now }: ActionContext): Promise<[Names, Names]> {
  const { guide, zone, findLeaders, findBtiContacts } = needs;
  if (actor.kind !== 'person') return [undefined, undefined];
  const { person } = actor;
  const today = localDateAt(now, zone);
  const named = namedKinds(guide, step);
  return Promise.all([
    named.includes('leader') ? inTime(() => findLeaders(person, today)) : undefined,
    named.includes('bti-contact') ? inTime(() => findBtiContacts(person, today)) : undefined,
  ]);
}

async function inTime(find: () => Promise<readonly string[]>): Promise<Names> {
  try {
    return await withDeadline(find(), namesDeadlineMs, 'looking up whom a card names');
  } catch {
    return undefined;
  }
}

/** Where a child may be in danger nothing is waited for. */
function namedKinds(guide: GuideContent, step: Step): readonly ContactKind[] {
  if (step.kind === 'call') return step.groups.flatMap(({ kinds }) => kinds);
  if (step.kind === 'protect' || step.kind === 'acute' || step.kind === 'start') return [];
  return step.contactIds.flatMap((contactId) => guide.contacts.get(contactId)?.kind ?? []);
}

/** All that others may read along with. */
export function groupReply({ render }: Pick<GuideNeeds, 'render'>, { locale, now }: ActionContext): Reply {
  return { place: 'replace', message: render(groupHintView, {}, locale, now) };
}
