import type { PageState } from '../page-door.ts';

export const clientLocales = ['nb-NO', 'nn-NO', 'en-GB'] as const;
export type ClientLocale = (typeof clientLocales)[number];

/** One Teams window: who looks, at which chat, how wide, in which language. */
export type Pane = {
  paneId: string;
  personaId: string;
  conversationId: string;
  width: 'wide' | 'phone';
  locale: ClientLocale;
};

/** The viewer's own choices. */
export type Layout = { theme: 'light' | 'dark'; panes: readonly Pane[]; activePaneId: string };

const key = 'undring-arbeidsbenk';

/** What was kept, without what no longer exists; else the newcomer's first look. */
export function readLayout(state: PageState): Layout {
  const kept = readKept();
  const panes = (kept?.panes ?? []).filter(
    ({ personaId, conversationId }) =>
      state.people.some((each) => each.personaId === personaId) &&
      state.conversations.some((each) => each.conversationId === conversationId),
  );
  const layout = panes.length > 0 ? { panes, activePaneId: panes[0]?.paneId ?? '' } : firstLook(state);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return { theme: kept?.theme ?? (prefersDark ? 'dark' : 'light'), ...layout };
}

export function keepLayout(layout: Layout): void {
  localStorage.setItem(key, JSON.stringify(layout));
}

function readKept(): Layout | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** The first person with a story, wide. */
function firstLook(state: PageState): Pick<Layout, 'panes' | 'activePaneId'> {
  const person = state.people.find(({ story }) => story) ?? state.people[0];
  if (!person) return { panes: [], activePaneId: '' };
  const pane = newPane(state, person.personaId);
  return { panes: pane ? [pane] : [], activePaneId: pane?.paneId ?? '' };
}

export function newPane(state: PageState, personaId: string): Pane | undefined {
  const chat = state.conversations.find(({ type, memberIds }) => type === 'personal' && memberIds.includes(personaId));
  if (!chat) return undefined;
  const paneId = crypto.randomUUID();
  return { paneId, personaId, conversationId: chat.conversationId, width: 'wide', locale: 'nb-NO' };
}
