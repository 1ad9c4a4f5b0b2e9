import type { Persona, StoredActivity, StoredConversation } from '../connector/types.ts';
import type { LiveUpdate } from '../live-updates.ts';
import type { PageState } from '../page-door.ts';
import { keepLayout, type Layout, type Pane, readLayout } from './layout.ts';

export type Toast = { toastId: number; personaId: string; conversationId: string; from: string; text: string };

export type Store = ReturnType<typeof createStore>;

/** All that the page shows. Server state is replaced by updates; the layout is the viewer's own and kept in the browser. */
export function createStore(first: PageState) {
  const listeners = new Set<() => void>();
  let state = first;
  let ui: Layout = readLayout(first);
  let toasts: Toast[] = [];
  let lastToastId = 0;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const setUi = (change: Partial<Layout>): void => {
    ui = { ...ui, ...change };
    keepLayout(ui);
    changed();
  };
  const store = {
    /** What is going on right now, and is forgotten with the page. */
    now: {
      isOnline: true,
      isMovingClock: false,
      typing: new Set<string>(),
      notices: new Map<string, { text: string; isFailure: boolean }>(),
      search: '',
    },
    get state(): PageState {
      return state;
    },
    get ui(): Layout {
      return ui;
    },
    get toasts(): readonly Toast[] {
      return toasts;
    },
    changed,
    subscribe: (listener: () => void): void => void listeners.add(listener),
    replaceState(next: PageState): void {
      state = next;
      changed();
    },
    setOnline(isOnline: boolean): void {
      store.now.isOnline = isOnline;
      changed();
    },
    setUi,
    setPane(paneId: string, change: Partial<Pane>): void {
      setUi({ panes: ui.panes.map((pane) => (pane.paneId === paneId ? { ...pane, ...change } : pane)) });
    },
    /** The moved time. */
    clock: (): Date => new Date(Date.now() + state.clockOffsetMs),
    person: (personaId: string): Persona | undefined => state.people.find((each) => each.personaId === personaId),
    conversation: (conversationId: string): StoredConversation | undefined =>
      state.conversations.find((each) => each.conversationId === conversationId),
    /** The private chat first, then groups and channels. */
    chatsOf: (personaId: string): StoredConversation[] =>
      state.conversations.filter(({ memberIds }) => memberIds.includes(personaId)),
    unread: ({ activities, seen }: StoredConversation, personaId: string): number =>
      activities.slice(seen[personaId] ?? 0).filter(({ from }) => from !== personaId).length,
    toast(toast: Omit<Toast, 'toastId'>): void {
      const toastId = ++lastToastId;
      toasts = [...toasts.slice(-2), { ...toast, toastId }];
      changed();
      setTimeout(() => store.dropToast(toastId), 7_000);
    },
    dropToast(toastId: number): void {
      toasts = toasts.filter((each) => each.toastId !== toastId);
      changed();
    },
  };
  return store;
}

export function applyUpdate(store: Store, update: LiveUpdate): void {
  const { state } = store;
  if (update.type === 'conversation') {
    const conversations = state.conversations.map((each) =>
      each.conversationId === update.conversation.conversationId ? update.conversation : each,
    );
    store.replaceState({ ...state, conversations });
    return;
  }
  if (update.type === 'clock') {
    store.now.isMovingClock = update.isMoving;
    store.replaceState({ ...state, clockOffsetMs: update.offsetMs });
    return;
  }
  if (update.type === 'typing') {
    store.now.typing.add(update.conversationId);
    setTimeout(() => {
      store.now.typing.delete(update.conversationId);
      store.changed();
    }, 4_000);
    store.changed();
    return;
  }
  store.now.typing.delete(update.conversationId);
  announce(store, update.conversationId, update.activityId);
}

/** A message from the bot to somebody whose chat is not on the screen comes as a notification. */
function announce(store: Store, conversationId: string, activityId: string): void {
  const conversation = store.conversation(conversationId);
  const activity = conversation?.activities.find((each) => each.activityId === activityId);
  const [firstMember] = conversation?.memberIds ?? [];
  if (!conversation || !activity || activity.from !== 'bot' || !firstMember) return;
  if (store.ui.panes.some((pane) => pane.conversationId === conversationId)) return;
  const to = conversation.type === 'personal' ? firstMember : conversation.memberIds.find((id) => store.person(id));
  store.toast({
    personaId: to ?? firstMember,
    conversationId,
    from: conversation.type === 'personal' ? `Undring til ${conversation.name}` : `Undring i ${conversation.name}`,
    text: toastText(activity),
  });
}

/** What Teams shows in a notification: the summary, else the text, else that a card was sent. */
const toastText = ({ summary, text }: StoredActivity): string => summary ?? text ?? 'sendte et kort';
