import { z } from 'zod';
import { localDateAt, readLocalDate } from '../../../core/local-date.ts';
import { certificatesFor } from '../../../features/catalogue/catalogue.ts';
import type { CertificateKind } from '../../../features/catalogue/certificate-kind.ts';
import { readOwnCertificates } from '../../../features/progress/certificate.ts';
import { readTakenOn } from '../../../features/progress/taken-on.ts';
import { keepCertificate, removeCertificate } from '../../../features/reminders/keep-certificate.ts';
import type { MoveNeeds } from '../../../features/reminders/move-reminders.ts';
import { type CertificateAskModel, certificateAskView } from '../../../views/certificate-ask.view.ts';
import { type CertificateNotice, certificateListView } from '../../../views/certificate-list.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson, learningPerson } from './acting-person.ts';

export type CertificateActionNeeds = MoveNeeds & { render: Render };

const kindId = z.string().max(200);

/** Courses with an end, as the person registers them. */
export function certificateActions(needs: CertificateActionNeeds): readonly Action[] {
  const permission = 'module.take';
  const withKind = createGuard(needs);
  return [
    defineAction({
      verb: 'certificate.list',
      permission,
      input: z.object({}),
      handle: (context) => list(needs, context),
    }),
    defineAction({
      verb: 'certificate.ask',
      permission,
      input: z.object({ kindId }),
      handle: (context, input) => withKind(context, input.kindId, async (kind) => form(needs, context, { kind })),
    }),
    defineAction({
      verb: 'certificate.save',
      permission,
      input: z.object({ kindId, takenOn: z.string().max(200).catch('') }),
      handle: (context, input) => withKind(context, input.kindId, (kind) => save(needs, context, kind, input.takenOn)),
    }),
    defineAction({
      verb: 'certificate.remove',
      permission,
      input: z.object({ kindId }),
      handle: (context, input) =>
        withKind(context, input.kindId, async (kind) => {
          await removeCertificate(needs, actingPerson(context).personId, kind.kindId, context.now);
          return list(needs, context, { notice: 'removed', name: kind.name });
        }),
    }),
  ];
}

type Guard = (context: ActionContext, id: string, run: (kind: CertificateKind) => Promise<Reply>) => Promise<Reply>;

/** The id comes from a card and may name anything. */
function createGuard(needs: CertificateActionNeeds): Guard {
  return async (context, id, run) => {
    const kind = kindsFor(needs, context).find((known) => known.kindId === id);
    return kind ? run(kind) : list(needs, context, { notice: 'gone' });
  };
}

const kindsFor = ({ rules }: CertificateActionNeeds, context: ActionContext): readonly CertificateKind[] =>
  certificatesFor(rules.catalogue, learningPerson(context));

const todayOf = ({ rules }: CertificateActionNeeds, { now }: ActionContext) => localDateAt(now, rules.calendar.zone);

async function list(needs: CertificateActionNeeds, context: ActionContext, notice?: CertificateNotice): Promise<Reply> {
  const { personId } = actingPerson(context);
  const own = await readOwnCertificates(needs, personId, kindsFor(needs, context), todayOf(needs, context));
  const about = needs.rules.catalogue.certificates?.about;
  const message = needs.render(certificateListView, { own, about, notice }, context.locale, context.now);
  return { place: 'replace', message };
}

async function save(
  needs: CertificateActionNeeds,
  context: ActionContext,
  kind: CertificateKind,
  text: string,
): Promise<Reply> {
  const read = readTakenOn(text, todayOf(needs, context));
  if (read.outcome !== 'read') {
    return form(needs, context, { kind, takenOn: readLocalDate(text), hint: read.outcome });
  }
  const kept = await keepCertificate(needs, actingPerson(context), kind, read.takenOn, context.now);
  const { certificate, remindAt } = kept;
  const notice = { notice: 'kept' as const, name: kind.name, validTo: certificate.validTo };
  return list(needs, context, { ...notice, ...(remindAt && { remindAt }) });
}

const form = (
  { render }: CertificateActionNeeds,
  { locale, now }: ActionContext,
  model: CertificateAskModel,
): Reply => ({
  place: 'replace',
  message: render(certificateAskView, model, locale, now),
});
