import { render } from 'lit/html.js';
import { appView } from './app-view.ts';
import { keepAtEnd } from './keep-at-end.ts';
import { readState, receiveUpdates } from './server.ts';
import { applyUpdate, createStore } from './store.ts';

/** Starts the page: state once, then updates as they come; every change draws everything, and lit changes only what differs. */
async function start(): Promise<void> {
  const root = document.getElementById('workbench');
  if (!root) return;
  const store = createStore(await readState());
  let isDrawing = false;
  const draw = (): void => {
    if (isDrawing) return;
    isDrawing = true;
    requestAnimationFrame(() => {
      isDrawing = false;
      document.documentElement.dataset.theme = store.ui.theme;
      render(appView(store), root);
      keepAtEnd();
    });
  };
  root.replaceChildren();
  store.subscribe(draw);
  draw();
  receiveUpdates({
    update: (update) => applyUpdate(store, update),
    connection: async (isOnline) => {
      if (isOnline) store.replaceState(await readState());
      store.setOnline(isOnline);
    },
  });
  setInterval(draw, 15_000);
}

void start();
