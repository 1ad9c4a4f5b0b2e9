import type { Contact } from '../../features/guide/facts.ts';
import { alwaysNumbers, contactsOf, findLaws, type GuideContent, type Step } from '../../features/guide/guide.ts';
import { toolsFor } from '../../features/guide/levels.ts';
import type { ViewKit } from '../define-view.ts';
import { contactRows } from '../guide-contacts.ts';
import { lawBlock } from '../guide-laws.ts';
import { type Html, html } from './html.ts';
import type { PrintModel } from './print-model.ts';
import { richHtml, telLink } from './text-runs.ts';

/** Whom to call from this step: a number to press, and the same number to read. */
export function contactBlocks(model: PrintModel, step: Step, kit: ViewKit): readonly Html[] {
  const { guide } = model;
  if (step.kind === 'call') {
    const groups = step.groups.map(({ title, kinds }) => ({
      title: kit.pick(title),
      contacts: contactsOf(guide, kinds),
    }));
    return groups.filter(({ contacts }) => contacts.length > 0).map((group) => contactBlock(model, group, kit));
  }
  const contacts = step.contactIds.flatMap((contactId) => guide.contacts.get(contactId) ?? []);
  return contacts.length > 0 ? [contactBlock(model, { title: kit.t('guide.contact.title'), contacts }, kit)] : [];
}

type Group = { title: string; contacts: readonly Contact[] };

function contactBlock(model: PrintModel, { title, contacts }: Group, kit: ViewKit): Html {
  const canFail = contacts.some(
    ({ number, opening }) => number === undefined || (opening && opening.kind !== 'always'),
  );
  return html`<h4>${title}</h4>
<ul class="contacts">${contacts.map((contact) => contactItem(model, contact, kit))}</ul>
${canFail ? html`<p>${richHtml(kit.t('guide.contact.instead', { why: 'both', ...alwaysNumbers }))}</p>\n` : undefined}`;
}

/** The number, or that there is none; never a made-up one. What is out of date is shown with a warning. */
function contactItem(model: PrintModel, contact: Contact, kit: ViewKit): Html {
  const [row] = contactRows({ ...model, openness: new Map() }, [contact.contactId], kit);
  const about = html`<span class="who"><strong>${kit.pick(contact.name)}</strong> <span>${row?.detail ?? ''}</span></span>`;
  if (contact.number === undefined)
    return html`<li>${about} <span class="none">${kit.t('guide.contact.no-number')}</span></li>`;
  return html`<li>${about} <a class="number" href="${telLink(contact.number)}">${contact.number}</a></li>`;
}

/** The sections of every service: who reads a page is not known. */
export function lawSection({ guide, today }: PrintModel, step: Step, kit: ViewKit): Html | undefined {
  const block = lawBlock({ guide, today }, step, undefined, kit);
  if (!block || step.kind !== 'duty' || !step.laws) return undefined;
  const links = findLaws(guide, step.laws.duty, undefined);
  return html`<h4>${block.title}</h4>
<ul class="laws">${block.sections.map(
    ({ title, recipient, items }) => html`<li><strong>${title}</strong>${recipient ? html` · ${recipient}` : undefined}
${items.length > 0 ? html`<ol>${items.map(({ text }) => html`<li>${text}</li>`)}</ol>` : undefined}</li>`,
  )}</ul>
${block.notes.map(({ text }) => html`<p class="note">${richHtml(text)}</p>\n`)}
<ul class="links">${links.map(({ title, url }) => html`<li><a href="${url}">${kit.t('guide.law.open', { title: kit.pick(title) })}</a></li>`)}</ul>
`;
}

/** Pages and forms of the step; all forms in the step that lists them, and the levels in the one that explains them. */
export function linkSection(guide: GuideContent, step: Step, kit: ViewKit): readonly Html[] {
  const links = step.links.map(({ label, url }) => ({ label: kit.pick(label), url }));
  const tools = step.toolIds.flatMap((toolId) => {
    const tool = guide.tools.get(toolId);
    return tool?.url ? [{ label: kit.t('guide.tool.open', { name: kit.pick(tool.name) }), url: tool.url }] : [];
  });
  const all = [...links, ...tools];
  const list = html`<h4>${kit.t('guide.print.open')}</h4>
<ul class="links">${all.map(({ label, url }) => html`<li><a href="${url}">${label}</a> <span class="address">${url.replace(/^https:\/\//, '')}</span></li>`)}</ul>
`;
  return [...(all.length > 0 ? [list] : []), ...toolList(guide, step, kit), ...levelList(guide, step, kit)];
}

function toolList(guide: GuideContent, step: Step, kit: ViewKit): readonly Html[] {
  if (step.kind !== 'tools') return [];
  const items = toolsFor(guide.tools, undefined).map(({ name, use, url }) => {
    const title = url
      ? html`<a href="${url}">${kit.pick(name)}</a>`
      : html`<strong>${kit.pick(name)}</strong> (${kit.t('guide.tool.no-url')})`;
    return html`<li>${title} · ${kit.pick(use)}</li>`;
  });
  return [html`<ul>${items}</ul>\n`];
}

function levelList({ levels }: GuideContent, step: Step, kit: ViewKit): readonly Html[] {
  if (step.kind !== 'levels') return [];
  const { targetGroup } = levels;
  const target =
    targetGroup && html`<div><dt>${kit.t('guide.level.target')}</dt><dd>${kit.pick(targetGroup)}</dd></div>`;
  const explained = [...levels.levels, ...levels.starts].map(
    ({ title, explained: words }) => html`<div><dt>${kit.pick(title)}</dt><dd>${richHtml(kit.pick(words))}</dd></div>`,
  );
  return [html`<dl>${target}${explained}</dl>\n`];
}
