import { z } from 'zod';
import type { Telemetry } from '../../../core/events.ts';
import { offerOf, type StoredFile } from '../../../core/file-card.ts';
import { addDays, localDateAt } from '../../../core/local-date.ts';
import { keptUntil, type Retention } from '../../../features/people/retention.ts';
import type { FileUpload } from '../../../features/progress/file-upload.ts';
import type { PingNeeds } from '../../../features/reminders/set-ping.ts';
import { erasableOf, eraseOwn, isNothing } from '../../../features/use-cases/erase-own.ts';
import { type OwnData, type ReadOwnDataNeeds, readOwnData } from '../../../features/use-cases/read-own-data.ts';
import { readStoredRows } from '../../../features/use-cases/stored-kinds.ts';
import type { View } from '../../../views/define-view.ts';
import { type EraseOwnModel, eraseOwnView } from '../../../views/erase-own.view.ts';
import { type OwnDataModel, ownDataView } from '../../../views/own-data.view.ts';
import { ownDataAllView } from '../../../views/own-data-all.view.ts';
import { type OwnDataFileModel, ownDataFileView } from '../../../views/own-data-file.view.ts';
import { type DataFormat, dataFormats, type OwnDataPress } from '../../../views/print/own-data-press.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { dataSubject } from './acting-person.ts';
import { putFile, uploadSchema } from './put-file.ts';

/** What making and delivering the file takes; absent where the municipality has not turned files on. */
export type DataFiles = { press: OwnDataPress; uploads: FileUpload };

export type OwnDataActionNeeds = ReadOwnDataNeeds &
  PingNeeds & { render: Render; telemetry: Telemetry; retention?: Retention; dataFiles?: DataFiles };

const format = z.enum(dataFormats).catch('pdf');

/**
 * What is stored about the one who asks: seen, taken as a file, and deleted as far as that goes. Also who has left sees it, for as long as it is
 * kept. Nobody else's can be named.
 */
export function ownDataActions(needs: OwnDataActionNeeds): readonly Action[] {
  const permission = 'own-data.see';
  return [
    defineAction({
      verb: 'own-data.show',
      permission,
      forUnknown: 'join.show',
      input: z.object({}),
      handle: async (context) => show(needs, context, await read(needs, context)),
    }),
    defineAction({
      verb: 'own-data.all',
      permission,
      forUnknown: 'join.show',
      input: z.object({ page: z.number().int().min(0).max(1000).catch(0) }),
      handle: async (context, { page }) => showAll(needs, context, await read(needs, context), page),
    }),
    defineAction({
      verb: 'own-data.offer',
      permission,
      input: z.object({ format }),
      handle: (context, asked) =>
        withFile(needs, context, asked.format, async (data, file) => {
          const accept = { verb: 'own-data.accept', format: asked.format };
          const decline = { verb: 'own-data.decline' };
          return { ...show(needs, context, data, 'asked'), offer: offerOf(file, accept, decline) };
        }),
    }),
    defineAction({
      verb: 'own-data.accept',
      permission,
      input: z.object({ format, upload: uploadSchema }),
      handle: (context, asked) =>
        withFile(needs, context, asked.format, async (_data, file, { uploads }) => {
          const about = { format: asked.format };
          const { message: failure } = fileCard(needs, context, { outcome: 'not-uploaded', ...about });
          const { message: expired } = fileCard(needs, context, { outcome: 'expired', ...about });
          const { telemetry } = needs;
          const later = () => putFile({ uploads, telemetry }, file, asked.upload, { failure, expired });
          return { place: 'replace', message: failure, later };
        }),
    }),
    defineAction({
      verb: 'own-data.decline',
      permission,
      input: z.object({}),
      handle: async (context) => fileCard(needs, context, { outcome: 'declined' }),
    }),
    defineAction({
      verb: 'own-data.erase',
      permission,
      forUnknown: 'join.show',
      input: z.object({}),
      handle: (context) => askToErase(needs, context),
    }),
    defineAction({
      verb: 'own-data.erase-now',
      permission,
      input: z.object({}),
      async handle(context) {
        await eraseOwn(needs, dataSubject(context).personId, context.now);
        return eraseCard(needs, context, { stage: 'erased' });
      },
    }),
  ];
}

const read = (needs: OwnDataActionNeeds, context: ActionContext): Promise<OwnData> =>
  readOwnData(needs, dataSubject(context), localDateAt(context.now, needs.zone));

function show(needs: OwnDataActionNeeds, context: ActionContext, data: OwnData, notice?: 'asked'): Reply {
  const files = needs.dataFiles ? 'offered' : 'off';
  const left = leftOf(needs, context, data);
  return reply<OwnDataModel>(needs, context, ownDataView, { data, files, notice, ...(left && { left }) });
}

function showAll(needs: OwnDataActionNeeds, context: ActionContext, data: OwnData, page: number): Reply {
  const { catalogue, zone, retention } = needs;
  const around = { catalogue, zone, ...(retention && { retention }) };
  return reply(needs, context, ownDataAllView, { data, around, page });
}

/** It goes in the night after the last day that it is kept. */
function leftOf(
  { retention, zone }: OwnDataActionNeeds,
  { actor }: ActionContext,
  { person, rows }: OwnData,
): OwnDataModel['left'] {
  if (actor.kind === 'person') return undefined;
  const until = retention && keptUntil(person, rows.memberships, retention, zone);
  return until ? { goesOn: addDays(until, 1) } : {};
}

type WithFile = (data: OwnData, file: StoredFile, files: DataFiles) => Promise<Reply>;

/** Whatever comes back from the client, the file is made of what is stored about the one who asks now. */
async function withFile(
  needs: OwnDataActionNeeds,
  context: ActionContext,
  wanted: DataFormat,
  run: WithFile,
): Promise<Reply> {
  const { dataFiles, catalogue } = needs;
  if (!dataFiles) return fileCard(needs, context, { outcome: 'off' });
  const data = await read(needs, context);
  return run(data, await dataFiles.press(data, catalogue, wanted, context.locale, context.now), dataFiles);
}

async function askToErase(needs: OwnDataActionNeeds, context: ActionContext): Promise<Reply> {
  const erasable = erasableOf(await readStoredRows(needs.people, dataSubject(context).personId));
  return eraseCard(needs, context, isNothing(erasable) ? { stage: 'nothing' } : { stage: 'asks', erasable });
}

function eraseCard(needs: OwnDataActionNeeds, context: ActionContext, model: EraseOwnModel): Reply {
  const { retention } = needs;
  return reply(needs, context, eraseOwnView, { ...model, ...(retention && { retention }) });
}

const fileCard = (needs: OwnDataActionNeeds, context: ActionContext, model: OwnDataFileModel): Reply =>
  reply(needs, context, ownDataFileView, model);

function reply<M>({ render }: OwnDataActionNeeds, context: ActionContext, view: View<M>, model: M): Reply {
  return { place: 'replace', message: render(view, model, context.locale, context.now) };
}
