import { isDraft } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import { type Contact, isStale, type OwnedFact } from '../../features/guide/facts.ts';
import { type Html, html } from '../../views/print/html.ts';
import type { PrintModel } from '../../views/print/print-model.ts';
import { contactKindWords, dutyWords } from './drawing-words.ts';
import { anchorOf } from './part-graph.ts';

/** The number, or that there is none, and whether somebody must check it again. */
export function contactState(contact: Contact, today: LocalDate): Html {
  if (contact.number === undefined) return html`<strong class="open">▲ ikke lagt inn</strong>`;
  return html`<strong>${contact.number}</strong>${staleMark(contact, today)}`;
}

const staleMark = (fact: OwnedFact, today: LocalDate): Html | undefined =>
  isStale(fact, today) ? html` <strong class="open">▲ må sjekkes (gjaldt til ${fact.validTo})</strong>` : undefined;

/** What is left to do before the guide is complete. Nothing here stops the bot: it says the same on its cards. */
export function openMatters({ guide, today }: PrintModel): Html {
  const drafts = [...guide.steps.values()].filter(({ approval }) => isDraft(approval, today));
  const contacts = [...guide.contacts.values()];
  const unset = contacts.filter(({ number }) => number === undefined).map(({ name }) => name.nb);
  const forms = [...guide.tools.values()].filter(({ url }) => url === undefined).map(({ name }) => name.nb);
  const stale = [
    ...contacts.filter((one) => isStale(one, today)).map(({ name }) => name.nb),
    ...guide.laws.filter((one) => isStale(one, today)).map(({ title }) => title.nb),
  ];
  const matters: readonly (readonly [string, readonly string[]])[] = [
    ['Steg som ingen har godkjent', [`${drafts.length} av ${guide.steps.size}`]],
    ['Kontakter uten nummer', unset],
    ['Numre og paragrafer som må sjekkes på nytt', stale],
    ['Skjemaer uten lenke', forms],
  ];
  return html`<section id="todo" aria-labelledby="todo-title"><h2 id="todo-title">Dette må noen se på</h2>
<dl>${matters.map(([what, which]) => html`<div><dt>${what}</dt><dd>${which.length > 0 ? which.join(' · ') : 'ingen'}</dd></div>`)}</dl></section>
`;
}

type Column = readonly [heading: string, cells: readonly (Html | string)[]];

/** A table that can be scrolled to the side with the keyboard. */
function table(id: string, title: string, columns: readonly Column[]): Html {
  const rows = columns[0]?.[1].map((_, index) => columns.map(([, cells]) => cells[index] ?? '')) ?? [];
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
<div class="wide" tabindex="0" role="region" aria-labelledby="${id}-title"><table>
<thead><tr>${columns.map(([heading]) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>\n`)}</tbody>
</table></div></section>
`;
}

/** Where buttons, links and what a person writes may open the guide. */
export function entryTable({ guide }: PrintModel): Html {
  const entries = [...guide.entries.values()];
  return table('entries', 'Innganger: her kan veiviseren åpnes', [
    ['Bokmål', entries.map(({ label }) => label.nb)],
    ['Nynorsk', entries.map(({ label }) => html`<span lang="nn-NO">${label.nn}</span>`)],
    ['English', entries.map(({ label }) => html`<span lang="en-GB">${label.en}</span>`)],
    ['Åpner', entries.map(({ to }) => html`<a href="#${anchorOf(to)}">${guide.steps.get(to)?.heading.nb ?? to}</a>`)],
    ['Navn', entries.map(({ entryId }) => html`<code>${entryId}</code>`)],
  ]);
}

export function contactTable({ guide, today }: PrintModel): Html {
  const contacts = [...guide.contacts.values()];
  return table('contacts', 'Kontakter', [
    ['Navn', contacts.map(({ name }) => name.nb)],
    ['Nummer', contacts.map((contact) => contactState(contact, today))],
    ['Til hva', contacts.map(({ kind, use }) => `${use.nb} (${contactKindWords[kind]})`)],
    ...ownerColumns(contacts),
  ]);
}

export function lawTable({ guide, today }: PrintModel): Html {
  const { laws } = guide;
  return table('laws', 'Lover', [
    ['Paragraf', laws.map((law) => html`<a href="${law.url}">${law.title.nb}</a>${staleMark(law, today)}`)],
    ['Plikt', laws.map(({ duty }) => dutyWords[duty])],
    ['Merknad', laws.map(({ note }) => note?.nb ?? '')],
    ...ownerColumns(laws),
  ]);
}

const ownerColumns = (facts: readonly OwnedFact[]): readonly Column[] => [
  ['Eier', facts.map(({ owner }) => owner)],
  ['Sjekket', facts.map(({ verifiedAt }) => verifiedAt)],
  ['Gjelder til', facts.map(({ validTo }) => validTo)],
  ['Kilde', facts.map(({ source }) => source)],
];
