import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Persona, StoredConversation } from '../connector/types.ts';
import { avatar } from './avatar.ts';
import { clientLocales, type Pane } from './layout.ts';
import { badgesOf } from './people-list.ts';
import { command } from './server.ts';
import type { Store } from './store.ts';

const localeNames = { 'nb-NO': 'Bokmål', 'nn-NO': 'Nynorsk', 'en-GB': 'English' } as const;
const chatNames = { personal: 'Privat', groupChat: 'Gruppe', channel: 'Kanal' } as const;

/** Who looks, at which chat, and how the window is. */
export function paneHeader(store: Store, pane: Pane, person: Persona, chat: StoredConversation): TemplateResult {
  const { paneId, personaId, width, locale } = pane;
  const { isInstalled } = chat;
  const isPhone = width === 'phone';
  const badges = badgesOf(store, person);
  return html`
    <header class="pane-head">
      <div class="pane-who">
        ${avatar(person.name)}
        <div class="text">
          <h2>${person.name} ${badges.map((badge) => html`<span class="badge ${badge.replace(' ', '-')}">${badge}</span>`)}</h2>
          <p>${person.title}${person.unitName ? `, ${person.unitName}` : ''}</p>
        </div>
        <div class="pane-tools">
          ${isInstalled ? uninstallButton(pane, chat) : nothing}
          <button
            type="button"
            class="icon"
            aria-pressed=${isPhone ? 'true' : 'false'}
            aria-label="Mobilbredde"
            title="Mobilbredde (360 px)"
            @click=${() => store.setPane(paneId, { width: isPhone ? 'wide' : 'phone' })}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <rect x="4.5" y="1.5" width="7" height="13" rx="1.5" fill="none" stroke="currentColor" />
              <path d="M7 12.5h2" stroke="currentColor" />
            </svg>
          </button>
          <button type="button" class="icon" aria-label="Lukk vinduet" title="Lukk" @click=${() => close(store, paneId)}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" />
            </svg>
          </button>
        </div>
      </div>
      <div class="pane-row">
        <div class="tabs" role="tablist" aria-label="Samtale">
          ${store.chatsOf(personaId).map((each) => tab(store, pane, each))}
        </div>
        <label class="locale">
          <span class="unseen">Språk i Teams for ${person.givenName}</span>
          <select
            .value=${locale}
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              store.setPane(paneId, { locale: clientLocales.find((each) => each === value) ?? 'nb-NO' });
            }}
          >
            ${clientLocales.map((each) => html`<option value=${each} ?selected=${each === locale}>${localeNames[each]}</option>`)}
          </select>
        </label>
      </div>
    </header>
  `;
}

const uninstallButton = ({ personaId, locale }: Pane, { conversationId }: StoredConversation): TemplateResult => html`
  <button
    type="button"
    class="icon"
    aria-label="Fjern appen"
    title="Fjern appen, som når noen gjør det i Teams"
    @click=${() => command('uninstall', { personaId, conversationId, locale })}
  >
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4" fill="none" stroke="currentColor" />
    </svg>
  </button>
`;

function tab(store: Store, { paneId, personaId, conversationId }: Pane, chat: StoredConversation): TemplateResult {
  const isChosen = chat.conversationId === conversationId;
  const unread = store.unread(chat, personaId);
  return html`
    <button
      type="button"
      role="tab"
      aria-selected=${isChosen ? 'true' : 'false'}
      title=${chat.type === 'personal' ? 'Privat samtale med Undring' : chat.name}
      @click=${() => store.setPane(paneId, { conversationId: chat.conversationId })}
    >
      ${chatNames[chat.type]}${unread > 0 ? html` <span class="unread" aria-label="${unread} uleste">${unread}</span>` : nothing}
    </button>
  `;
}

function close(store: Store, paneId: string): void {
  const panes = store.ui.panes.filter((each) => each.paneId !== paneId);
  store.setUi({ panes, activePaneId: panes[0]?.paneId ?? '' });
}
