import { repeat } from 'lit/directives/repeat.js';
import { html, type TemplateResult } from 'lit/html.js';
import { clockBar } from './clock-bar.ts';
import { paneView } from './pane-view.ts';
import { peopleList } from './people-list.ts';
import type { Store } from './store.ts';
import { toastList } from './toast-list.ts';

/** The whole page: bar on top, people at the left, as many Teams windows as wanted. */
export function appView(store: Store): TemplateResult {
  const { panes } = store.ui;
  return html`
    <a class="skip" href="#panes">Hopp til samtalene</a>
    ${topBar(store)}
    <div class="work">
      ${peopleList(store)}
      <main id="panes" class="panes" tabindex="-1" aria-label="Samtaler">
        ${repeat(
          panes,
          ({ paneId }) => paneId,
          (pane) => paneView(store, pane),
        )}
        ${panes.length === 0 ? html`<p class="no-panes">Velg en person til venstre.</p>` : ''}
      </main>
    </div>
    ${toastList(store)}
  `;
}

function topBar(store: Store): TemplateResult {
  const isDark = store.ui.theme === 'dark';
  return html`
    <header class="top">
      <div class="brand">
        <img src="/page/undring.svg" alt="" width="32" height="32" />
        <div>
          <h1>Undring</h1>
          <p>Arbeidsbenk · ${store.state.municipality} <span class="fiction">oppdiktet</span></p>
        </div>
      </div>
      ${clockBar(store)}
      <div class="top-end">
        ${store.now.isOnline ? '' : html`<span class="offline" role="status">Frakoblet. Kjører npm start?</span>`}
        <button
          class="quiet"
          type="button"
          aria-pressed=${isDark ? 'true' : 'false'}
          title="Bytt mellom lyst og mørkt"
          @click=${() => store.setUi({ theme: isDark ? 'light' : 'dark' })}
        >
          <span aria-hidden="true">${isDark ? '☀' : '☾'}</span> ${isDark ? 'Lyst' : 'Mørkt'}
        </button>
      </div>
    </header>
  `;
}
