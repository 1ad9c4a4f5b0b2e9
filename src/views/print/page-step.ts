import { isDraft } from '../../core/approval.ts';
import type { LocalText } from '../../core/locale.ts';
import { asApproved } from '../../features/guide/awaiting.ts';
import type { GuideContent, Step, Variant } from '../../features/guide/guide.ts';
import { placeOf } from '../../features/guide/levels.ts';
import type { Sector } from '../../features/people/person.ts';
import type { ViewKit } from '../define-view.ts';
import { factsOf } from '../guide-facts.ts';
import { approvalLine, dontsFirst } from '../guide-step.view.ts';
import { type Html, html } from './html.ts';
import { contactBlocks, lawSection, linkSection } from './page-facts.ts';
import type { PrintModel } from './print-model.ts';
import { richHtml } from './text-runs.ts';

/** One step of the guide with all that its card would show, under a heading of its own. */
export function stepArticle(model: PrintModel, written: Step, kit: ViewKit): Html {
  const { guide, today } = model;
  const step = asApproved(written, today);
  const draft = isDraft(step.approval, today)
    ? html` <span class="mark">${kit.t('guide.print.mark')}</span>`
    : undefined;
  return html`<article id="step-${step.stepId}" class="step kind-${step.kind}" aria-labelledby="heading-${step.stepId}">
<h3 id="heading-${step.stepId}">${kit.pick(step.heading)}${draft}</h3>
${placeLine(guide, step, kit)}
${step.kind === 'start' || step.kind === 'acute' ? contactBlocks(model, step, kit) : undefined}
${step.text.map((text) => html`<p>${richHtml(kit.pick(text))}</p>\n`)}
${pointLists(step, kit)}
${factList(model, step, kit)}
${step.variants.map((variant) => variantBlock(guide, variant, kit))}
${lawSection(model, step, kit)}
${step.kind === 'start' || step.kind === 'acute' ? undefined : contactBlocks(model, step, kit)}
${linkSection(guide, step, kit)}
${choiceList(guide, step, kit)}
${isDraft(step.approval, today) ? undefined : html`<p class="approval">${richHtml(approvalLine(step, today, kit))}</p>`}
</article>
`;
}

function placeLine(guide: GuideContent, step: Step, kit: ViewKit): Html | undefined {
  const place = placeOf(guide.levels, guide.steps, step);
  const words = place
    ? kit.t('guide.level.place', { level: kit.pick(place.level.title), stage: place.stage, of: place.of })
    : step.place && kit.pick(step.place);
  return words ? html`<p class="place">${words}</p>` : undefined;
}

/** What must not be done stands first where a child may be in danger, as on the cards. */
function pointLists(step: Pick<Step, 'kind' | 'dos' | 'donts'>, kit: ViewKit): readonly Html[] {
  const isChecklist = step.kind === 'ordinary' || step.kind === 'end';
  const dos = pointList('dos', isChecklist ? kit.t('guide.print.remember') : kit.t('guide.print.do'), step.dos, kit);
  const donts = pointList('donts', kit.t('guide.print.dont'), step.donts, kit);
  return dontsFirst(step) ? [donts, dos] : [dos, donts];
}

function pointList(look: string, title: string, texts: readonly LocalText[], kit: ViewKit): Html {
  if (texts.length === 0) return html``;
  return html`<h4>${title}</h4>
<ul class="${look}">${texts.map((text) => html`<li>${richHtml(kit.pick(text))}</li>`)}</ul>
`;
}

function factList(model: PrintModel, step: Step, kit: ViewKit): Html | undefined {
  const facts = factsOf(model, step, kit);
  if (facts.length === 0) return undefined;
  return html`<dl>${facts.map(({ title, value }) => html`<div><dt>${title}</dt><dd>${richHtml(value)}</dd></div>`)}</dl>
`;
}

/** What stands instead for some services, under the name of the service. */
function variantBlock(guide: GuideContent, variant: Variant, kit: ViewKit): Html {
  const service = variant.sectors.map((sector) => sectorName(guide, sector, kit)).join(', ');
  const parts = Object.values(variant.parts ?? {});
  const words = [...(variant.text ?? []), ...(variant.dos ?? []), ...(variant.donts ?? []), ...parts];
  if (words.length === 0) return html``;
  return html`<h4>${kit.t('guide.print.in-service', { service })}</h4>
<ul>${words.map((text) => html`<li>${richHtml(kit.pick(text))}</li>`)}</ul>
`;
}

/** As the guide itself names the service where it asks for it. */
function sectorName(guide: GuideContent, sector: Sector, kit: ViewKit): string {
  const choices = [...guide.steps.values()].flatMap((step) => step.choices);
  const choice = choices.find((one) => one.sector === sector);
  return choice ? kit.pick(choice.label) : sector;
}

function choiceList(guide: GuideContent, step: Step, kit: ViewKit): readonly Html[] {
  const choices = step.choices.map(({ label, to }) => choiceItem(guide, label, to, kit));
  const also = step.also.flatMap((entryId) => {
    const entry = guide.entries.get(entryId);
    return entry ? [choiceItem(guide, entry.label, entry.to, kit)] : [];
  });
  const title = step.question ? kit.pick(step.question) : kit.t('guide.print.next');
  return [
    ...(choices.length > 0 ? [html`<h4>${title}</h4>\n<ul class="choices">${choices}</ul>\n`] : []),
    ...(also.length > 0 ? [html`<h4>${kit.t('guide.print.more')}</h4>\n<ul class="choices">${also}</ul>\n`] : []),
  ];
}

/** On paper a link leads nowhere: there the heading that it leads to stands beside it. */
function choiceItem(guide: GuideContent, label: LocalText, to: string, kit: ViewKit): Html {
  const target = landing(guide, to);
  const heading = guide.steps.get(target)?.heading;
  const leads = heading && html`<span class="leads"> → ${kit.pick(heading)}</span>`;
  return html`<li><a href="#step-${target}">${kit.pick(label)}</a>${leads}</li>`;
}

/** A question about the service is passed, as the bot passes it for somebody whose service it knows. */
function landing(guide: GuideContent, stepId: string): string {
  const step = guide.steps.get(stepId);
  return step?.kind === 'workplace' ? (step.choices[0]?.to ?? stepId) : stepId;
}
