import { html, type TemplateResult } from 'lit/html.js';
import { botAvatar } from './avatar.ts';
import { newPane } from './layout.ts';
import type { Store, Toast } from './store.ts';

/** Notifications, as they would come up on the person's desk. */
export function toastList(store: Store): TemplateResult {
  return html`
    <div class="toasts" role="status" aria-live="polite">
      ${store.toasts.map(
        (toast) => html`
          <button type="button" class="toast" @click=${() => openToast(store, toast)}>
            ${botAvatar()}
            <span><strong>${toast.from}</strong><span class="summary">${toast.text}</span></span>
          </button>
        `,
      )}
    </div>
  `;
}

function openToast(store: Store, { toastId, personaId, conversationId }: Toast): void {
  store.dropToast(toastId);
  const pane = newPane(store.state, personaId);
  if (!pane) return;
  const opened = { ...pane, conversationId };
  store.setUi({ panes: [...store.ui.panes, opened], activePaneId: opened.paneId });
}
