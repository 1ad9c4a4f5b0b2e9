import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { StoredConversation } from '../connector/types.ts';
import type { ClientLocale, Pane } from './layout.ts';
import { command } from './server.ts';
import type { Store } from './store.ts';

/** What a newcomer may try, in the language of the person's Teams. */
const suggestions: Readonly<Record<ClientLocale, readonly string[]>> = {
  'nb-NO': ['hei', 'hva gjør jeg hvis jeg er bekymret?', 'moduler', 'min fremdrift', 'hjelp'],
  'nn-NO': ['hei', 'kva gjer eg om eg er uroleg?', 'modular', 'framdrifta mi', 'hjelp'],
  'en-GB': ['hello', 'what do I do if I am worried?', 'modules', 'my progress', 'help'],
};

/** Where the person writes. Enter sends, Shift+Enter makes a new line. */
export function composer(store: Store, pane: Pane, chat: StoredConversation): TemplateResult {
  const isLeader = store.person(pane.personaId)?.badges.includes('leder') ?? false;
  const tries = [...suggestions[pane.locale], ...(isLeader ? ['status'] : [])];
  const isShared = chat.type !== 'personal';
  return html`
    <footer class="composer">
      <div class="tries" role="group" aria-label="Forslag">
        ${tries.map((text) => html`<button type="button" lang=${pane.locale} @click=${() => say(store, pane, text)}>${text}</button>`)}
      </div>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          void sendForm(store, pane, event.currentTarget as HTMLFormElement);
        }}
      >
        ${
          isShared
            ? html`<label class="at" title="Uten dette hører ikke Undring deg">
                <input type="checkbox" name="mention" checked /> @Undring
              </label>`
            : nothing
        }
        <textarea
          name="text"
          rows="1"
          aria-label="Skriv en melding"
          placeholder="Skriv en melding"
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            (event.target as HTMLTextAreaElement).form?.requestSubmit();
          }}
        ></textarea>
        ${isShared ? nothing : attachButton(store, pane)}
        <button type="submit" class="icon send" aria-label="Send" title="Send">
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M3 3.5 17.5 10 3 16.5 5 10zM5 10h7" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round" />
          </svg>
        </button>
      </form>
    </footer>
  `;
}

/** Teams gives a bot files in private chats only. */
function attachButton(store: Store, pane: Pane): TemplateResult {
  const choose = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void sendFile(store, pane, file);
  };
  return html`
    <label class="icon attach" title="Send en fil">
      <input type="file" aria-label="Send en fil" @change=${choose} />
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M13.5 6.5 7.8 12.2a1.8 1.8 0 0 0 2.6 2.6l6-6a3.6 3.6 0 0 0-5.1-5.1l-6.2 6.2a5.3 5.3 0 0 0 7.5 7.5l4.4-4.4" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
      </svg>
    </label>
  `;
}

async function sendFile(store: Store, pane: Pane, file: File): Promise<void> {
  const { personaId, conversationId, locale } = pane;
  store.now.typing.add(conversationId);
  const base64 = await readBase64(file);
  const { notice } = await command('send-file', { personaId, conversationId, locale, name: file.name, base64 });
  store.now.typing.delete(conversationId);
  if (notice) store.toast({ personaId, conversationId, from: 'Teams', text: notice });
  store.changed();
}

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function sendForm(store: Store, pane: Pane, form: HTMLFormElement): Promise<void> {
  const data = new FormData(form);
  const text = String(data.get('text') ?? '').trim();
  if (text === '') return;
  const area = form.elements.namedItem('text');
  if (area instanceof HTMLTextAreaElement) area.value = '';
  const chat = store.conversation(pane.conversationId);
  const isHeard = chat?.type === 'personal' || data.get('mention') !== null;
  await say(store, pane, text, isHeard ? 'bot' : 'none');
}

async function say(store: Store, pane: Pane, text: string, mention: 'bot' | 'none' = 'bot'): Promise<void> {
  const { personaId, conversationId, locale } = pane;
  store.now.typing.add(conversationId);
  const { notice } = await command('say', { personaId, conversationId, locale, text, mention });
  store.now.typing.delete(conversationId);
  if (notice) store.toast({ personaId, conversationId, from: 'Teams', text: notice });
  store.changed();
}
