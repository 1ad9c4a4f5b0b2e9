import { z } from 'zod';
import type { Telemetry } from '../../../core/events.ts';
import { offerOf } from '../../../core/file-card.ts';
import { type OverviewFormat, overviewFormats } from '../../../views/print/overview-press.ts';
import type { Render } from '../../../views/render.ts';
import { type RollupModel, type RollupNotice, rollupView } from '../../../views/rollup.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { makeAndPutFile, uploadSchema } from './put-file.ts';
import type { FigureFiles } from './status-at.ts';

type Needs = { render: Render; telemetry: Telemetry; figureFiles?: FigureFiles };
/** What somebody may see of a unit, or of what they look after: asked anew at every press. */
type Read = (context: ActionContext, unitId: string | undefined, verb: string) => Promise<RollupModel>;

const permission = 'rollup.see';
const unitId = z.string().max(200).optional();
const format = z.enum(overviewFormats).catch('xlsx');

/** The figures of the month as a file, by consent, in the private chat. Only what stands on the card, and of its units. */
export function rollupFileActions(needs: Needs, read: Read): readonly Action[] {
  const tell = (context: ActionContext, model: RollupModel, notice?: RollupNotice): Reply => ({
    place: 'replace',
    message: needs.render(rollupView, notice ? { ...model, notice } : model, context.locale, context.now),
  });
  return [
    defineAction({
      verb: 'rollup.offer',
      permission,
      input: z.object({ unitId, format }),
      async handle(context, asked) {
        const model = await read(context, asked.unitId, 'rollup.offer');
        if (model.shows !== 'overview' || !needs.figureFiles) return tell(context, model, 'off');
        const file = await press(needs.figureFiles, model, asked.format, context);
        const place = placeIn(model);
        const accept = { verb: 'rollup.accept', ...place, format: asked.format };
        const decline = { verb: 'rollup.decline', ...place };
        return { ...tell(context, model, 'asked'), offer: offerOf(file, accept, decline) };
      },
    }),
    defineAction({
      verb: 'rollup.accept',
      permission,
      input: z.object({ unitId, format, upload: uploadSchema }),
      async handle(context, { upload, ...asked }) {
        const { figureFiles, telemetry } = needs;
        const model = await read(context, asked.unitId, 'rollup.accept');
        if (model.shows !== 'overview' || !figureFiles) return tell(context, model, 'off');
        const failed = tell(context, model, 'not-uploaded');
        const expired = tell(context, model, 'expired').message;
        const make = () => press(figureFiles, model, asked.format, context);
        const to = { uploads: figureFiles.uploads, telemetry };
        const otherwise = { failure: failed.message, expired };
        return { ...failed, later: () => makeAndPutFile(to, { make, at: 'figures' }, upload, otherwise) };
      },
    }),
    defineAction({
      verb: 'rollup.decline',
      permission,
      input: z.object({ unitId }),
      handle: async (context, asked) => tell(context, await read(context, asked.unitId, 'rollup.decline'), 'declined'),
    }),
  ];
}

type Shown = Extract<RollupModel, { shows: 'overview' }>;

const press = ({ pressOverview }: FigureFiles, model: Shown, wanted: OverviewFormat, { locale, now }: ActionContext) =>
  pressOverview(model, wanted, locale, now);

const placeIn = ({ overview: { place } }: Shown): { unitId?: string } =>
  place.place === 'below' ? { unitId: place.unitId } : {};
