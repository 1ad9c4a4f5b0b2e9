import { html, type TemplateResult } from 'lit/html.js';
import type { StoredConversation, StoredFile } from '../connector/types.ts';
import type { Pane } from './layout.ts';
import { command } from './server.ts';
import type { Store } from './store.ts';

/** Teams' own cards around a file. They are not the bot's: Teams writes the words and the buttons. */
export function fileView(
  store: Store,
  pane: Pane,
  chat: StoredConversation,
  activityId: string,
  file: StoredFile,
): TemplateResult {
  if (file.kind === 'info') {
    return html`
      <div class="file">
        ${icon()}
        <a href=${file.contentUrl} target="_blank" rel="noopener noreferrer">${file.name}</a>
        <span class="file-note">Ligger i OneDrive</span>
      </div>
    `;
  }
  const answer = async (event: Event, word: 'accept' | 'decline'): Promise<void> => {
    const frame = (event.currentTarget as HTMLElement).closest('.file');
    frame?.setAttribute('aria-busy', 'true');
    const { personaId, locale, paneId } = pane;
    const { notice, isFailure = true } = await command('answer-file', {
      ...{ personaId, locale, conversationId: chat.conversationId, activityId, answer: word },
    });
    frame?.removeAttribute('aria-busy');
    if (notice) store.now.notices.set(`${paneId}|${activityId}`, { text: notice, isFailure });
    store.changed();
  };
  return html`
    <div class="file question">
      <p class="file-ask">Undring vil lagre en fil i OneDrive hos deg.</p>
      <p class="file-name">${icon()} <strong>${file.name}</strong> <span>${sizeText(file.sizeInBytes)}</span></p>
      <p>${file.description}</p>
      <p class="file-buttons">
        <button type="button" class="primary" @click=${(event: Event) => answer(event, 'accept')}>Tillat</button>
        <button type="button" @click=${(event: Event) => answer(event, 'decline')}>Avslå</button>
      </p>
    </div>
  `;
}

const sizeText = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} kB`;

const icon = (): TemplateResult => html`
  <svg class="file-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path d="M5 2.5h6.5L15.5 6.5V17.5H5z M11.5 2.5V6.5H15.5" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" />
  </svg>
`;
