import { z } from 'zod';
import type { Message } from '../../../core/card.ts';
import type { Telemetry } from '../../../core/events.ts';
import { offerOf, type StoredFile } from '../../../core/file-card.ts';
import type { TimeZone } from '../../../core/local-date.ts';
import { type Catalogue, findModule } from '../../../features/catalogue/catalogue.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { type Diploma, type FindDiplomaResult, findDiploma } from '../../../features/progress/diploma.ts';
import type { FileUpload } from '../../../features/progress/file-upload.ts';
import { type DiplomaModel, diplomaView } from '../../../views/diploma.view.ts';
import type { DiplomaPress } from '../../../views/print/diploma-press.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import type { ModuleReplies } from './module-replies.ts';
import { putFile, uploadSchema } from './put-file.ts';

/** What making and delivering diplomas takes; absent where the municipality has not turned them on. */
export type Diplomas = { press: DiplomaPress; uploads: FileUpload };

export type DiplomaActionNeeds = {
  render: Render;
  people: PersonStore;
  catalogue: Catalogue;
  zone: TimeZone;
  telemetry: Telemetry;
  diplomas?: Diplomas;
};

const moduleId = z.string().max(200);
const cycle = z.number().int().min(1).max(1000);

/**
 * The diploma of a finished module (kursbevis). A press makes Teams ask; the answer comes back with no more than the module and the
 * time round, and the diploma is made again from what is stored about the person who answers.
 */
export function diplomaActions(needs: DiplomaActionNeeds, replies: Pick<ModuleReplies, 'done'>): readonly Action[] {
  const permission = 'progress.see-own';
  return [
    defineAction({
      verb: 'diploma.offer',
      permission,
      input: z.object({ moduleId }),
      handle: (context, asked) =>
        withDiploma(needs, context, asked, async (diploma, file) => {
          const about = { moduleId: diploma.module.moduleId };
          const { message } = await replies.done(context, diploma.module, diploma.completedAt, 'diploma-asked');
          const accept = { verb: 'diploma.accept', ...about, cycle: diploma.cycle };
          const decline = { verb: 'diploma.decline', ...about };
          return { place: 'replace', message, offer: offerOf(file, accept, decline) };
        }),
    }),
    defineAction({
      verb: 'diploma.accept',
      permission,
      input: z.object({ moduleId, cycle, upload: uploadSchema }),
      handle: (context, asked) =>
        withDiploma(needs, context, asked, async (_diploma, file, { uploads }) => {
          const failure = card(needs, context, { outcome: 'not-uploaded', moduleId: asked.moduleId });
          const expired = card(needs, context, { outcome: 'expired', moduleId: asked.moduleId });
          const otherwise = { failure, expired };
          const later = () => putFile({ uploads, telemetry: needs.telemetry }, file, asked.upload, otherwise);
          return { place: 'replace', message: failure, later };
        }),
    }),
    defineAction({
      verb: 'diploma.decline',
      permission,
      input: z.object({ moduleId: moduleId.optional().catch(undefined) }),
      async handle(context, asked) {
        const module = asked.moduleId === undefined ? undefined : findModule(needs.catalogue, asked.moduleId);
        const message = card(needs, context, { outcome: 'declined', ...(module && { moduleId: module.moduleId }) });
        return { place: 'replace', message };
      },
    }),
  ];
}

type WithDiploma = (diploma: Diploma, file: StoredFile, diplomas: Diplomas) => Promise<Reply>;

/** Whatever the card or the client names, only the own completion of the one who asks is looked for. */
async function withDiploma(
  needs: DiplomaActionNeeds,
  context: ActionContext,
  asked: { moduleId: string; cycle?: number },
  run: WithDiploma,
): Promise<Reply> {
  const { diplomas } = needs;
  if (!diplomas) return { place: 'replace', message: card(needs, context, { outcome: 'off' }) };
  const found = await findDiploma(needs, actingPerson(context), asked);
  if (found.outcome !== 'found')
    return { place: 'replace', message: card(needs, context, missing(needs, found, asked.moduleId)) };
  const file = await diplomas.press(found.diploma, context.locale, context.now);
  return run(found.diploma, file, diplomas);
}

function missing(
  { catalogue }: DiplomaActionNeeds,
  { outcome }: Exclude<FindDiplomaResult, { outcome: 'found' }>,
  asked: string,
): DiplomaModel {
  if (outcome !== 'not-completed') return { outcome };
  return { outcome, ...(findModule(catalogue, asked) && { moduleId: asked }) };
}

function card({ render }: DiplomaActionNeeds, { locale, now }: ActionContext, model: DiplomaModel): Message {
  return render(diplomaView, model, locale, now);
}
