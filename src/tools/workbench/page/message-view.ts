import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { StoredActivity, StoredConversation } from '../connector/types.ts';
import { avatar, botAvatar } from './avatar.ts';
import { cardElement, type PressedAction } from './card-element.ts';
import { clockText } from './dates.ts';
import { fileView } from './file-view.ts';
import type { Pane } from './layout.ts';
import { command } from './server.ts';
import { applyUpdate, type Store } from './store.ts';

/** One message, by the bot or a person, as this window's person sees it. */
export function messageView(
  store: Store,
  pane: Pane,
  chat: StoredConversation,
  activity: StoredActivity,
): TemplateResult {
  const isOwn = activity.from === pane.personaId;
  const isBot = activity.from === 'bot';
  const name = isBot ? 'Undring' : (store.person(activity.from)?.name ?? activity.from);
  const at = new Date(activity.at);
  return html`
    <article data-id=${activity.activityId} class="message ${isOwn ? 'own' : 'other'} ${activity.threadId ? 'reply' : ''}" aria-label="${name} ${clockText(at, store.state.zone)}">
      ${isOwn ? nothing : isBot ? botAvatar() : avatar(name)}
      <div class="body">
        <p class="by">
          ${isOwn ? nothing : html`<span class="name">${name}</span>${isBot ? html`<span class="robot">App</span>` : nothing}`}
          <time datetime=${activity.at}>${clockText(at, store.state.zone)}</time>
          ${activity.editedAt && !isBot ? html`<span>Redigert</span>` : nothing}
        </p>
        ${activity.text ? html`<div class="bubble">${mention(chat, isBot)}${activity.text}</div>` : nothing}
        ${activity.card ? cardOf(store, pane, chat, activity) : nothing}
        ${activity.file ? fileView(store, pane, chat, activity.activityId, activity.file) : nothing}
        ${noticeOf(store, pane, activity)}
      </div>
    </article>
  `;
}

/** What Teams says under a card that was pressed: the bot's own words, or that no answer came. */
function noticeOf(store: Store, pane: Pane, { activityId }: StoredActivity): TemplateResult | typeof nothing {
  const notice = store.now.notices.get(`${pane.paneId}|${activityId}`);
  if (!notice) return nothing;
  return html`<p class="notice ${notice.isFailure ? 'failure' : ''}" role="alert">${notice.text}</p>`;
}

const mention = ({ type }: StoredConversation, isBot: boolean) =>
  type === 'personal' || isBot ? nothing : html`<span class="mention">Undring</span> `;

function cardOf(store: Store, pane: Pane, chat: StoredConversation, activity: StoredActivity): TemplateResult {
  const view = activity.views[pane.personaId];
  const card = view ?? activity.card ?? {};
  const press = async (action: PressedAction): Promise<void> => {
    const key = `${pane.paneId}|${activity.activityId}`;
    store.now.notices.delete(key);
    const { activityId } = activity;
    const { personaId, locale } = pane;
    const answer = await command('press', {
      personaId,
      conversationId: chat.conversationId,
      locale,
      activityId,
      action,
    });
    if (answer.conversation) applyUpdate(store, { type: 'conversation', conversation: answer.conversation });
    if (answer.notice) store.now.notices.set(key, { text: answer.notice, isFailure: answer.isFailure ?? true });
    store.changed();
  };
  refreshOnce(store, pane, chat, activity);
  const key = `${pane.paneId}|${pane.personaId}|${activity.activityId}`;
  return html`
    ${cardElement({ key, card, theme: store.ui.theme, press })}
    ${view && chat.type !== 'personal' ? html`<p class="only-you">Bare du ser dette</p>` : nothing}
  `;
}

const refreshed = new Set<string>();

/** A card may ask to be made anew for whoever looks at it; the client does that by itself, once per version. */
function refreshOnce(
  store: Store,
  { personaId, locale }: Pane,
  chat: StoredConversation,
  activity: StoredActivity,
): void {
  const refresh = activity.card?.refresh as { userIds?: readonly string[] } | undefined;
  if (!refresh) return;
  const teamsId = store.person(personaId)?.teamsId ?? '';
  const isMeant = refresh.userIds === undefined || refresh.userIds.includes(teamsId);
  const key = `${personaId}|${activity.activityId}|${activity.editedAt ?? ''}`;
  if (!isMeant || refreshed.has(key)) return;
  refreshed.add(key);
  const { conversationId } = chat;
  void command('refresh', { personaId, conversationId, locale, activityId: activity.activityId });
}
