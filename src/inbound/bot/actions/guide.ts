import { z } from 'zod';
import type { Message } from '../../../core/card.ts';
import { localDateAt, type TimeZone } from '../../../core/local-date.ts';
import type { GuideContent } from '../../../features/guide/guide.ts';
import { startWalk, type Walk, walk } from '../../../features/guide/walk.ts';
import type { Sector } from '../../../features/people/person.ts';
import { guideFinishedView } from '../../../views/guide-finished.view.ts';
import { guideGroupView } from '../../../views/guide-group.view.ts';
import { guideNumbersView } from '../../../views/guide-numbers.view.ts';
import { guideStepView } from '../../../views/guide-step.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';

/** No store is among them: the guide answers with storage down, and leaves no trace. */
type Needs = { render: Render; guide: GuideContent; zone: TimeZone };

const startInput = z.object({ emphasis: z.literal('acute').optional().catch(undefined) }).catch({});

/** A card that was tampered with leads to the first card, so nothing in it is refused. */
const answerInput = z
  .object({
    guideId: z.string().catch(''),
    packVersion: z.string().catch(''),
    answers: z.array(z.string().max(64)).max(64).catch([]),
  })
  .catch({ guideId: '', packVersion: '', answers: [] });

/** The guide: "Hva gjør jeg hvis jeg er bekymret?" */
export function guideActions(needs: Needs): readonly Action[] {
  const { guide, render } = needs;
  return [
    defineAction({
      verb: 'guide.start',
      permission: 'guide.use',
      worksInGroups: true,
      input: startInput,
      handle: async (context, { emphasis }) =>
        isShared(context)
          ? groupReply(needs, context)
          : { place: 'replace', message: stepCard(needs, context, startWalk(guide, sectorOf(context)), emphasis) },
    }),
    defineAction({
      verb: 'guide.answer',
      permission: 'guide.use',
      worksInGroups: true,
      input: answerInput,
      handle: async (context, trail) =>
        isShared(context)
          ? groupReply(needs, context)
          : { place: 'replace', message: stepCard(needs, context, walk(guide, trail, sectorOf(context))) },
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
const isShared = ({ turn }: ActionContext): boolean => turn.conversation.kind !== 'personal';

const sectorOf = ({ actor }: ActionContext): Sector | undefined =>
  actor.kind === 'person' ? actor.person.sector : undefined;

function stepCard({ render, guide, zone }: Needs, context: ActionContext, walk: Walk, emphasis?: 'acute'): Message {
  const model = { guide, walk, today: localDateAt(context.now, zone) };
  const { kind } = walk.step;
  if (kind !== 'start' && kind !== 'acute') return render(guideStepView, model, context.locale, context.now);
  return render(guideNumbersView, { ...model, ...(emphasis && { emphasis }) }, context.locale, context.now);
}

function groupReply({ render, guide, zone }: Needs, { locale, now }: ActionContext): Reply {
  return { place: 'replace', message: render(guideGroupView, { guide, today: localDateAt(now, zone) }, locale, now) };
}
