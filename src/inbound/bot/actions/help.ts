import { z } from 'zod';
import { canDo } from '../../../features/people/permissions.ts';
import { helpView } from '../../../views/help.view.ts';
import type { Render } from '../../../views/render.ts';
import { thanksView } from '../../../views/thanks.view.ts';
import { type Action, defineAction } from '../action.ts';
import { audienceOf } from '../audience.ts';
import { type CountReportedNeeds, countReported } from './content-reports.ts';
import { type CountWaitingNeeds, countWaiting } from './count-waiting.ts';

export type HelpNeeds = CountReportedNeeds &
  CountWaitingNeeds & {
    render: Render;
    /** Who answers for the content. */
    municipality: { name: string };
  };

export function helpActions(needs: HelpNeeds): readonly Action[] {
  return [
    defineAction({
      verb: 'help.show',
      permission: 'help.see',
      input: z.object({}),
      async handle({ actor, locale, now }) {
        const [reported, waiting] = await Promise.all([countReported(needs, actor), countWaiting(needs, actor, now)]);
        const model = {
          audience: audienceOf(actor),
          municipality: needs.municipality.name,
          leadsGroups: canDo(actor, 'group.lead'),
          managesContent: canDo(actor, 'content.manage'),
          managesSending: canDo(actor, 'sending.manage'),
          seesRollups: canDo(actor, 'rollup.see'),
          seesFigures: canDo(actor, 'rollup.see-all'),
          reported,
          waiting,
        };
        return { place: 'replace', message: needs.render(helpView, model, locale, now) };
      },
    }),
    defineAction({
      verb: 'help.thanks',
      permission: 'help.see',
      input: z.object({}),
      handle: async ({ locale, now }) => ({ place: 'replace', message: needs.render(thanksView, {}, locale, now) }),
    }),
  ];
}
