import type { StubConnector } from '../workbench/connector/stub-connector.ts';

const atOnce = 4;

/**
 * Tells the bot of everyone who has the app and was never greeted, as Teams does when an app is installed for a whole municipality.
 * Only those with a story keep the greeting unread, so that a newcomer sees where to begin.
 */
export async function greetEveryone(teams: StubConnector): Promise<void> {
  const waiting = teams.book.state.conversations.filter(
    ({ type, isInstalled, activities }) => type === 'personal' && isInstalled && activities.length === 0,
  );
  const queue = waiting.values();
  const work = async (): Promise<void> => {
    for (const chat of queue) {
      const [personaId = ''] = chat.memberIds;
      await teams.install(personaId);
      if (teams.book.person(personaId).story === undefined) chat.seen[personaId] = chat.activities.length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
