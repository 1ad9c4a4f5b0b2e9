import type { LocalText } from '../core/locale.ts';
import type { Contact } from '../features/guide/facts.ts';
import { defineView } from './define-view.ts';

/** The numbers that always answer. */
export type PlainNoticeModel = { contacts: readonly Contact[] };

/** Not among the texts: it is shown where those cannot be read. */
const title: LocalText = {
  nb: 'Noe gikk galt hos meg. Er det fare nå? Ring først.',
  nn: 'Noko gjekk gale hos meg. Er det fare no? Ring først.',
  en: 'Something went wrong on my side. Danger now? Call first.',
};
const otherwise: LocalText = {
  nb: 'Er det ikke fare nå? Snakk med lederen din, og prøv meg igjen senere.',
  nn: 'Er det ikkje fare no? Snakk med leiaren din, og prøv meg igjen seinare.',
  en: 'No danger now? Talk to your manager, and try me again later.',
};

/** What is said when no word of ours can be read. It asks for no text, so that it can always be drawn. */
export const plainNoticeView = defineView<PlainNoticeModel>('plain-notice', ({ contacts }, kit) => ({
  data: {
    title: kit.pick(title),
    numbers: contacts.flatMap(({ name, number, use }) =>
      number === undefined ? [] : [{ number, line: `${kit.pick(name)}: ${kit.pick(use)}` }],
    ),
    otherwise: kit.pick(otherwise),
  },
  summary: kit.pick(title),
}));
