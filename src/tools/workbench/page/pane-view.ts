import { repeat } from 'lit/directives/repeat.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Persona, StoredActivity, StoredConversation } from '../connector/types.ts';
import { botAvatar } from './avatar.ts';
import { composer } from './composer.ts';
import { dayHeading } from './dates.ts';
import type { Pane } from './layout.ts';
import { messageView } from './message-view.ts';
import { paneHeader } from './pane-header.ts';
import { command } from './server.ts';
import type { Store } from './store.ts';

/** One Teams window: a person, a chat, and what can be done in it. */
export function paneView(store: Store, pane: Pane): TemplateResult {
  const person = store.person(pane.personaId);
  const chat = store.conversation(pane.conversationId);
  if (!person || !chat) return html``;
  markSeen(store, pane, chat);
  return html`
    <section
      class="pane ${pane.width} ${store.ui.activePaneId === pane.paneId ? 'active' : ''}"
      aria-label="Teams som ${person.name}"
      data-persona=${pane.personaId}
      data-chat=${chat.conversationId}
      @focusin=${() => activate(store, pane)}
    >
      ${paneHeader(store, pane, person, chat)}
      <div class="log" role="log" aria-live="polite" tabindex="0" aria-label="Meldinger">
        ${chat.activities.length === 0 ? emptyChat(pane, person, chat) : nothing}
        ${repeat(
          inThreads(chat),
          ({ activityId }) => activityId,
          (activity, index) => withDay(store, chat, activity, index, messageView(store, pane, chat, activity)),
        )}
        ${store.now.typing.has(chat.conversationId) ? html`<p class="typing">${botAvatar()}<span>skriver …</span></p>` : nothing}
      </div>
      ${chat.isInstalled ? composer(store, pane, chat) : chat.activities.length > 0 ? installBar(pane, chat) : nothing}
    </section>
  `;
}

function activate(store: Store, { paneId }: Pane): void {
  if (store.ui.activePaneId !== paneId) store.setUi({ activePaneId: paneId });
}

/** Channel threads stay together, under the message that opened them. */
function inThreads({ type, activities }: StoredConversation): readonly StoredActivity[] {
  if (type !== 'channel') return activities;
  const roots = activities.filter(({ threadId }) => threadId === undefined);
  return roots.flatMap((root) => [root, ...activities.filter(({ threadId }) => threadId === root.activityId)]);
}

function withDay(
  store: Store,
  chat: StoredConversation,
  activity: StoredActivity,
  index: number,
  message: TemplateResult,
): TemplateResult {
  const heading = (each: StoredActivity | undefined): string =>
    each ? dayHeading(new Date(each.at), store.clock(), store.state.zone) : '';
  const day = heading(activity);
  const isNew = day !== heading(inThreads(chat)[index - 1]);
  return html`${isNew ? html`<p class="day"><span>${day}</span></p>` : nothing}${message}`;
}

function emptyChat(pane: Pane, person: Persona, chat: StoredConversation): TemplateResult {
  if (!chat.isInstalled) {
    return html`
      <div class="empty">
        <img src="/page/undring.svg" alt="" width="56" height="56" />
        <p><strong>${person.givenName} har ikke appen ennå.</strong></p>
        <p>Installer den, så hilser Undring.</p>
        ${installButton(pane, chat)}
      </div>
    `;
  }
  const isPrivate = chat.type === 'personal';
  return html`
    <div class="empty">
      <img src="/page/undring.svg" alt="" width="56" height="56" />
      <p><strong>${isPrivate ? `Du er ${person.name}.` : `${chat.name}, sett av ${person.name}.`}</strong></p>
      <p>${isPrivate ? 'Skriv «hei», eller velg et forslag under.' : 'Undring hører bare det som er skrevet til @Undring.'}</p>
    </div>
  `;
}

const installButton = ({ personaId, locale }: Pane, { conversationId }: StoredConversation): TemplateResult => html`
  <button type="button" class="primary" @click=${() => command('install', { personaId, conversationId, locale })}>
    Installer appen
  </button>
`;

const installBar = (pane: Pane, chat: StoredConversation): TemplateResult => html`
  <div class="install-bar"><span>Appen er fjernet her.</span>${installButton(pane, chat)}</div>
`;

/** What is on the screen is read. */
function markSeen(store: Store, { personaId, locale }: Pane, chat: StoredConversation): void {
  const { conversationId } = chat;
  if (store.unread(chat, personaId) === 0 || document.hidden) return;
  chat.seen[personaId] = chat.activities.length;
  void command('seen', { personaId, conversationId, locale });
}
