import type { CertificateKind } from '../features/catalogue/certificate-kind.ts';
import type { TakenOnProblem } from '../features/progress/taken-on.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { warning } from './notice-box.ts';
import { takenOnField } from './taken-on-field.ts';

/** `takenOn`: what was chosen before, when the card is shown again. */
export type CertificateAskModel = { kind: CertificateKind; takenOn?: string; hint?: TakenOnProblem };

/** When a course was taken. */
export const certificateAskView = defineView<CertificateAskModel>('certificate-ask', ({ kind, takenOn, hint }, kit) => {
  const title = kit.t('certificate.ask.title', { course: kit.pick(kind.name) });
  return {
    data: {
      title,
      notices: hint ? [warning(hintText(hint, kit))] : [],
      texts: lines(kit.t('certificate.ask.text'), kit.t('certificate.rule', { months: kind.validMonths })),
      ...takenOnField(kit.t('certificate.ask.when'), kit.t('certificate.hint.no-date'), takenOn, kit),
      actions: [
        kit.button('certificate.save', kit.t('certificate.ask.save'), { kindId: kind.kindId }, 'positive'),
        kit.exit('certificate.list', kit.t('certificate.ask.back')),
      ],
    },
    summary: title,
  };
});

function hintText(hint: TakenOnProblem, kit: ViewKit): string {
  if (hint === 'no-date') return kit.t('certificate.hint.no-date');
  return hint === 'in-future' ? kit.t('certificate.hint.in-future') : kit.t('certificate.hint.too-early');
}
