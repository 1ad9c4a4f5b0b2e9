import { isDraft } from '../../core/approval.ts';
import { type LocalText, locales, localeTag } from '../../core/locale.ts';
import type { Choice, GuideContent, Step } from '../../features/guide/guide.ts';
import { placeOf } from '../../features/guide/levels.ts';
import { type Html, html } from '../../views/print/html.ts';
import type { PrintModel } from '../../views/print/print-model.ts';
import { richHtml } from '../../views/print/text-runs.ts';
import { approvedWord, draftWord, dutyWords, expiredWord, kindWords, partWord, unsureWord } from './drawing-words.ts';
import { contactState } from './facts-tables.ts';
import { anchorOf, type PartOf } from './part-graph.ts';

type Line = { what: string; text: LocalText; note?: Html };

/** Everything that one card says, in the three languages beside each other, and who answers for it. */
export function stepText(model: PrintModel, step: Step, partOf: PartOf): Html {
  const { guide } = model;
  const { sign, word } = kindWords[step.kind];
  const place = placeOf(guide.levels, guide.steps, step);
  return html`<article id="${anchorOf(step.stepId)}" class="step kind-${step.kind}" aria-labelledby="heading-${step.stepId}">
<h4 id="heading-${step.stepId}">${step.heading.nb}</h4>
<p class="soft"><span aria-hidden="true">${sign}</span> ${word}${place ? ` · ${place.level.title.nb}, steg ${place.stage} av ${place.of}` : ''} · <code>${step.stepId}</code> · ${approvalWord(model, step)}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="heading-${step.stepId}"><table>
<thead><tr><th scope="col">Hva</th><th scope="col">Bokmål</th><th scope="col">Nynorsk</th><th scope="col">English</th></tr></thead>
<tbody>${[...linesOf(guide, step), ...step.choices.map((choice) => choiceLine(guide, choice, partOf))].map(lineRow)}</tbody>
</table></div>
${factList(model, step)}
</article>
`;
}

function lineRow({ what, text, note }: Line): Html {
  return html`<tr><th scope="row">${what}<span class="where">${note}</span></th>${locales.map(
    (locale) => html`<td lang="${localeTag(locale)}">${richHtml(text[locale])}</td>`,
  )}</tr>
`;
}

function linesOf(guide: GuideContent, step: Step): readonly Line[] {
  const many = (what: string, texts: readonly LocalText[] = []): Line[] => texts.map((text) => ({ what, text }));
  const parts = step.kind === 'ordinary' ? step.parts : undefined;
  const groups = step.kind === 'call' ? step.groups.map(({ title }) => title) : [];
  return [
    { what: 'Overskrift', text: step.heading },
    ...many('Sted', step.place ? [step.place] : []),
    ...many('Tekst', step.text),
    ...many('✓ Gjør', step.dos),
    ...many('✗ Ikke gjør', step.donts),
    ...awaitingLines(step),
    ...partLines(parts),
    ...step.variants.flatMap(({ sectors, text, dos, donts, parts: own }) => {
      const forWhom = ` (${sectors.map((sector) => sectorWord(guide, sector)).join(', ')})`;
      const lines = [...many('Tekst', text), ...many('✓ Gjør', dos), ...many('✗ Ikke gjør', donts), ...partLines(own)];
      return lines.map((line) => ({ ...line, what: line.what + forWhom }));
    }),
    ...many('Gruppe', groups),
    ...step.links.map(({ label, url, verifiedAt }) => ({
      what: 'Lenke',
      text: label,
      note: html`<br><a href="${url}">${url}</a><br>sjekket ${verifiedAt}`,
    })),
    ...many('Spørsmål', step.question ? [step.question] : []),
  ];
}

/** Drawn whether it is approved or not: those who approve it read it here. */
function awaitingLines({ awaitsApproval }: Step): readonly Line[] {
  if (!awaitsApproval) return [];
  const { approval, dos, donts } = awaitsApproval;
  const note =
    approval.status === 'approved'
      ? html`<br>${approvedWord} · ${approval.approvedBy}, til ${approval.validTo}`
      : html`<br>${draftWord}, vises ikke for noen · eier: ${approval.owner}`;
  return [
    ...donts.map((text) => ({ what: '✗ Ikke gjør', text, note })),
    ...dos.map((text) => ({ what: '✓ Gjør', text, note })),
  ];
}

function partLines(
  parts: Partial<Readonly<Record<'what' | 'how' | 'who' | 'tools', LocalText>>> = {},
): readonly Line[] {
  const names = { what: 'Hva', how: 'Hvordan', who: 'Hvem', tools: 'Verktøy' } as const;
  return (['what', 'how', 'who', 'tools'] as const).flatMap((part) => {
    const text = parts[part];
    return text ? [{ what: names[part], text }] : [];
  });
}

const sectorWord = (guide: GuideContent, sector: string): string =>
  [...guide.steps.values()].flatMap(({ choices }) => choices).find((choice) => choice.sector === sector)?.label.nb ??
  sector;

function choiceLine(guide: GuideContent, { label, to, isUnsure }: Choice, partOf: PartOf): Line {
  const part = partOf.get(to);
  const where = html`<br>→ <a href="#${anchorOf(to)}">${guide.steps.get(to)?.heading.nb ?? to}</a>${part ? ` (${partWord(part)})` : ''}`;
  return { what: isUnsure ? `Valg (?) ${unsureWord}` : 'Valg', text: label, note: where };
}

function approvalWord({ today }: PrintModel, { approval }: Step): string {
  if (approval.status === 'utkast') return `${draftWord} · eier: ${approval.owner}`;
  const state = isDraft(approval, today) ? expiredWord : approvedWord;
  return `${state} · ${approval.approvedBy}, ${approval.approvedAt}, gjelder til ${approval.validTo} · eier: ${approval.owner}`;
}

/** Contacts, tools, laws, entries and sources, each only where the step has any. */
function factList(model: PrintModel, step: Step): Html {
  const { guide } = model;
  const entries = [...guide.entries.values()].filter(({ to }) => to === step.stepId);
  const contacts = step.contactIds.flatMap((contactId) => guide.contacts.get(contactId) ?? []);
  const tools = step.toolIds.flatMap((toolId) => guide.tools.get(toolId) ?? []);
  const also = step.also.flatMap((entryId) => guide.entries.get(entryId) ?? []);
  const laws = step.kind === 'duty' && step.laws ? [html`<a href="#laws">${dutyWords[step.laws.duty]}</a>`] : [];
  const facts: readonly (readonly [string, readonly Html[]])[] = [
    ['Innganger', entries.map(({ entryId, label }) => html`«${label.nb}» <code>${entryId}</code>`)],
    ['Kontakter', contacts.map((contact) => html`${contact.name.nb}: ${contactState(contact, model.today)}`)],
    ['Skjemaer', tools.map(({ name, url }) => html`${name.nb}${url ? '' : ' (ikke lagt inn)'}`)],
    ['Paragrafer', laws],
    ['Se også', also.map(({ to, label }) => html`<a href="#${anchorOf(to)}">${label.nb}</a>`)],
    ['Kilder', step.sources.map(({ source, verifiedAt }) => html`${source} (sjekket ${verifiedAt})`)],
  ];
  return html`<dl>${facts
    .filter(([, items]) => items.length > 0)
    .map(
      ([name, items]) =>
        html`<div><dt>${name}</dt><dd><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></dd></div>`,
    )}</dl>`;
}
