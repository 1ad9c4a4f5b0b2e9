import { html, type TemplateResult } from 'lit/html.js';
import type { Persona } from '../connector/types.ts';
import { avatar } from './avatar.ts';
import { newPane } from './layout.ts';
import type { Store } from './store.ts';

/** Everyone whom the viewer can be: those with a story first, then unit by unit. */
export function peopleList(store: Store): TemplateResult {
  const search = store.now.search.trim().toLowerCase();
  const people = store.state.people.filter(
    ({ name, title, unitName, badges }) =>
      search === '' || [name, title, unitName, ...badges].some((text) => text.toLowerCase().includes(search)),
  );
  const units = [...new Set(people.map(({ unitName }) => unitName))];
  const withStory = people.filter(({ story }) => story);
  return html`
    <nav class="people" aria-label="Personer">
      <label class="search">
        <span class="unseen">Søk i personer</span>
        <input
          type="search"
          placeholder="Søk navn, enhet, rolle"
          .value=${store.now.search}
          @input=${(event: InputEvent) => {
            store.now.search = (event.target as HTMLInputElement).value;
            store.changed();
          }}
        />
      </label>
      ${
        withStory.length > 0
          ? html`<h2>Begynn her</h2>
            <ul>
              ${withStory.map((person) => row(store, person, person.story))}
            </ul>`
          : ''
      }
      ${units.map(
        (unit) => html`
          <h2>${unit || 'Andre'}</h2>
          <ul>
            ${people.filter(({ unitName, story }) => unitName === unit && !story).map((person) => row(store, person))}
          </ul>
        `,
      )}
      ${people.length === 0 ? html`<p class="none">Ingen passer til søket.</p>` : ''}
    </nav>
  `;
}

function row(store: Store, person: Persona, story?: string): TemplateResult {
  const { personaId, name, title, unitName } = person;
  const isShown = store.ui.panes.some((pane) => pane.personaId === personaId);
  const unread = store.chatsOf(personaId).reduce((sum, chat) => sum + store.unread(chat, personaId), 0);
  return html`
    <li class="person ${isShown ? 'shown' : ''}">
      <button type="button" class="who" aria-current=${isShown ? 'true' : 'false'} @click=${() => show(store, personaId)}>
        ${avatar(name)}
        <span class="text">
          <span class="name">${name}</span>
          <span class="title">${story ?? title}</span>
          ${story ? html`<span class="unit">${title}, ${unitName}</span>` : ''}
          <span class="badges">${badgesOf(store, person).map((badge) => html`<span class="badge ${badge.replace(' ', '-')}">${badge}</span>`)}</span>
        </span>
        ${unread > 0 ? html`<span class="unread" aria-label="${unread} uleste">${unread}</span>` : ''}
      </button>
      <button
        type="button"
        class="beside"
        title="Vis ved siden av"
        aria-label="Vis ${name} ved siden av"
        @click=${() => showBeside(store, personaId)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2 3h12v10H2zM8 3v10M11 6v4M9 8h4" fill="none" stroke="currentColor" />
        </svg>
      </button>
    </li>
  `;
}

export function badgesOf(store: Store, { personaId, badges }: Persona): readonly string[] {
  const isWithout = store.chatsOf(personaId).some(({ type, isInstalled }) => type === 'personal' && !isInstalled);
  return isWithout ? [...badges, 'uten appen'] : badges;
}

/** In the active window. */
export function show(store: Store, personaId: string): void {
  const pane = newPane(store.state, personaId);
  if (!pane) return;
  const { panes, activePaneId } = store.ui;
  const already = panes.find((each) => each.personaId === personaId);
  if (already) {
    store.setUi({ activePaneId: already.paneId });
    return;
  }
  const active = panes.find((each) => each.paneId === activePaneId) ?? panes[0];
  if (active) store.setPane(active.paneId, { personaId, conversationId: pane.conversationId });
  else store.setUi({ panes: [pane], activePaneId: pane.paneId });
}

function showBeside(store: Store, personaId: string): void {
  const pane = newPane(store.state, personaId);
  if (pane) store.setUi({ panes: [...store.ui.panes, pane], activePaneId: pane.paneId });
}
