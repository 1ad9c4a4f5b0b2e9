import { z } from 'zod';
import type { Message } from '../../../core/card.ts';
import type { Telemetry } from '../../../core/events.ts';
import { offerOf, type StoredFile } from '../../../core/file-card.ts';
import { addDays, type LocalDate, localDateAt, readLocalDate, type TimeZone } from '../../../core/local-date.ts';
import { localDateSchema } from '../../../features/people/local-date-schema.ts';
import type { FileUpload } from '../../../features/progress/file-upload.ts';
import {
  createReadStatusAt,
  type ReadStatusAt,
  type StatusAt,
  type StatusAtNeeds,
  type StatusAtResult,
} from '../../../features/rollups/read-status-at.ts';
import type { OverviewPress } from '../../../views/print/overview-press.ts';
import { figureFormats, type StatusAtPress } from '../../../views/print/status-at-press.ts';
import type { Render } from '../../../views/render.ts';
import { type StatusAtModel, statusAtView } from '../../../views/status-at.view.ts';
import { type StatusAtNoteModel, statusAtNoteView } from '../../../views/status-at-note.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actionPatienceMs } from '../action-deadline.ts';
import type { WrittenDate } from '../status-at-command.ts';
import { makeAndPutFile, uploadSchema } from './put-file.ts';

/** What making and delivering the files takes; absent where the municipality has named no hosts for files. */
export type FigureFiles = { press: StatusAtPress; pressOverview: OverviewPress; uploads: FileUpload };

export type StatusAtActionNeeds = Omit<StatusAtNeeds, 'patienceMs'> & {
  render: Render;
  telemetry: Telemetry;
  figureFiles?: FigureFiles;
};
type Needs = Omit<StatusAtActionNeeds, keyof StatusAtNeeds> & { zone: TimeZone; readStatusAt: ReadStatusAt };

const permission = 'rollup.see-all';
const format = z.enum(figureFormats).catch('pdf');
const page = z.number().int().min(0).max(1000).catch(0);
const written = z.object({ day: z.number(), month: z.number(), year: z.number().optional() });
const asked = z.union([z.object({ on: localDateSchema, page }), written]);

/** "Status per 1. mars": sums of a past day, on a card and as files. Nobody's name is in any of it. */
export function statusAtActions(given: StatusAtActionNeeds): readonly Action[] {
  const needs: Needs = { ...given, readStatusAt: createReadStatusAt({ ...given, patienceMs: actionPatienceMs }) };
  return [
    defineAction({
      verb: 'status-at.show',
      permission,
      input: asked,
      async handle(context, input) {
        const on = 'on' in input ? input.on : dayOf(input, localDateAt(context.now, needs.zone));
        if (on === undefined)
          return note(needs, context, { outcome: 'no-such-date', example: exampleOf(needs, context) });
        return show(needs, context, on, { page: 'on' in input ? input.page : 0 });
      },
    }),
    defineAction({
      verb: 'status-at.offer',
      permission,
      input: z.object({ on: localDateSchema, format }),
      async handle(context, { on, format: wanted }) {
        const { figureFiles } = needs;
        if (!figureFiles) return note(needs, context, { outcome: 'off', on });
        const result = await needs.readStatusAt(on, context.now);
        if (result.outcome !== 'told') return refused(needs, context, result);
        const file = await figureFiles.press(result, wanted, context.locale, context.now);
        const accept = { verb: 'status-at.accept', on, format: wanted };
        const decline = { verb: 'status-at.decline', on };
        return { ...told(needs, context, result, { page: 0, notice: 'asked' }), offer: offerOf(file, accept, decline) };
      },
    }),
    defineAction({
      verb: 'status-at.accept',
      permission,
      input: z.object({ on: localDateSchema, format, upload: uploadSchema }),
      async handle(context, { on, format: wanted, upload }) {
        const { figureFiles, telemetry } = needs;
        if (!figureFiles) return note(needs, context, { outcome: 'off', on });
        const failed = note(needs, context, { outcome: 'not-uploaded', on, format: wanted });
        const expired = note(needs, context, { outcome: 'expired', on, format: wanted }).message;
        const make = () => makeAgain(needs, figureFiles, context, on, wanted);
        const to = { uploads: figureFiles.uploads, telemetry };
        const otherwise = { failure: failed.message, expired };
        return { ...failed, later: () => makeAndPutFile(to, { make, at: 'figures' }, upload, otherwise) };
      },
    }),
    defineAction({
      verb: 'status-at.decline',
      permission,
      input: z.object({ on: localDateSchema.optional().catch(undefined) }),
      handle: async (context, { on }) => note(needs, context, { outcome: 'declined', ...(on !== undefined && { on }) }),
    }),
  ];
}

async function makeAgain(
  { readStatusAt, ...needs }: Needs,
  { press }: FigureFiles,
  context: ActionContext,
  on: LocalDate,
  wanted: (typeof figureFormats)[number],
): Promise<StoredFile | Message> {
  const result = await readStatusAt(on, context.now, 'until-told');
  if (result.outcome !== 'told') return refused({ readStatusAt, ...needs }, context, result).message;
  return press(result, wanted, context.locale, context.now);
}

async function show(
  needs: Needs,
  context: ActionContext,
  on: LocalDate,
  more: Pick<StatusAtModel, 'page' | 'notice'>,
): Promise<Reply> {
  const result = await needs.readStatusAt(on, context.now);
  return result.outcome === 'told' ? told(needs, context, result, more) : refused(needs, context, result);
}

function told(
  { render, figureFiles }: Needs,
  { locale, now }: ActionContext,
  status: StatusAt,
  more: Pick<StatusAtModel, 'page' | 'notice'>,
): Reply {
  const model: StatusAtModel = { status, files: figureFiles ? 'offered' : 'off', ...more };
  return { place: 'replace', message: render(statusAtView, model, locale, now) };
}

const refused = (needs: Needs, context: ActionContext, result: Exclude<StatusAtResult, { outcome: 'told' }>): Reply =>
  note(needs, context, result.outcome === 'not-yet' ? { ...result, example: exampleOf(needs, context) } : result);

const note = ({ render }: Needs, { locale, now }: ActionContext, model: StatusAtNoteModel): Reply => ({
  place: 'replace',
  message: render(statusAtNoteView, model, locale, now),
});

/** The last first of a month that is over. */
function exampleOf({ zone }: Needs, { now }: ActionContext): LocalDate {
  const yesterday = addDays(localDateAt(now, zone), -1);
  return readLocalDate(`${yesterday.slice(0, 8)}01`) ?? yesterday;
}

/** Without a year: the latest such day, today included: whoever means today is told that it is not over, and not how it stood a year ago. */
function dayOf({ day, month, year }: WrittenDate, today: LocalDate): LocalDate | undefined {
  const inYear = (of: number): LocalDate | undefined =>
    readLocalDate([String(of), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'));
  if (year !== undefined) return inYear(year);
  const thisYear = Number(today.slice(0, 4));
  // 29 February is not in every year.
  const candidates = [0, 1, 2, 3, 4].map((back) => inYear(thisYear - back));
  return candidates.find((date) => date !== undefined && date <= today);
}
