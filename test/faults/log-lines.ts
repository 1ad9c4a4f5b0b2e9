import { Agent, request as httpRequest } from 'node:http';
import { consentActivity, executeActivity, messageActivity, tenantId } from '../inbound/bot/activities.ts';
import { canary, nameCanary } from './canaries.ts';
import type { FullRun } from './full-run.ts';

/** One request that leaves a line, each of another kind, with the canary in every place that the caller fills. */
type Recipe = (at: number, more: Readonly<Record<string, unknown>>) => Wanted;
type Wanted = { body: string; headers?: Readonly<Record<string, string>> };

const json = (activity: object): Wanted => ({ body: JSON.stringify(activity) });
const word = (at: number): string => `${canary}${at}`;
const longAgo = 'eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.e30.AAAA';

/** Refused at the door, each for another reason. */
const refusals: readonly Recipe[] = [
  (at) => ({ body: '{}', headers: { authorization: `Basic ${word(at)}` } }),
  (at) => ({ body: '{}', headers: { authorization: `Bearer ${word(at)}` } }),
  () => ({ body: '{}', headers: { authorization: `Bearer ${longAgo}` } }),
  (at) => ({ body: word(at), headers: { 'content-type': `text/${canary}` } }),
  (at) => ({ body: word(at), headers: { 'content-encoding': canary } }),
  (at) => ({ body: `{"${word(at)}":1}` }),
  (at) => ({ body: `${'['.repeat(100)}"${word(at)}"` }),
  (at, more) => json({ ...messageActivity(word(at), more), channelId: canary }),
  (at, more) => json({ ...messageActivity(word(at), more), serviceUrl: `https://${canary}.example/` }),
  (at, more) => json(messageActivity(word(at), { ...more, channelData: { tenant: { id: canary } } })),
];

/** A chat that Teams does not know: whatever is to be written there fails. Its id is kept as an address, so the other canary is in it. */
const unknownChat = (at: number) => ({
  conversation: { id: `a:${nameCanary}`, conversationType: 'personal', tenantId },
  ...{ replyToId: word(at), id: word(at) },
});

/** Let in, and something comes of it that is told. */
const unknownVerb: Recipe = (at, more) =>
  json(executeActivity(word(at), { [word(at)]: word(at) }, { ...more, id: word(at) }));
const notAllowed: Recipe = (at, more) =>
  json(executeActivity('audit.show', { [canary]: word(at) }, { ...more, id: word(at) }));
const notUpdated: Recipe = (at, more) =>
  json(executeActivity('help.show', { [canary]: word(at) }, { ...more, ...unknownChat(at) }));
const notAnswered: Recipe = (at, more) => json(messageActivity(`hjelp ${word(at)}`, { ...more, ...unknownChat(at) }));
const notDelivered: Recipe = (at, more) => {
  const context = { verb: 'own-data.accept', format: 'json', [canary]: word(at) };
  return json(consentActivity({ action: 'accept', context }, { ...more, ...unknownChat(at) }));
};

/** Of ten requests, how many of each: no kind of line may be most of the log. */
const order: readonly (Recipe | 'refusal')[] = [
  ...['refusal' as const, unknownVerb, 'refusal' as const, notUpdated, notAnswered],
  ...[unknownVerb, 'refusal' as const, notDelivered, notAnswered, notAllowed],
];

/** Asks for lines until there are so many. */
export async function openLines({ teams }: FullRun) {
  const agent = new Agent({ keepAlive: true, maxSockets: 24 });
  const { serviceUrl } = teams;
  const authorization = `Bearer ${await teams.issuer.sign({ serviceUrl })}`;
  const kari = teams.people.find(({ personaId }) => personaId === 'kari');
  const fromOf = (one: Recipe | 'refusal', at: number) => ({
    ...{ id: kari?.teamsId, aadObjectId: kari?.aadObjectId, name: `${nameCanary} ${at}` },
    // Of a guest nothing is read, so there are more of these in a minute.
    ...(one !== notAllowed && one !== notDelivered && { userRole: 'guest' }),
  });
  const make = (at: number): Wanted => {
    const one = order[at % order.length] ?? 'refusal';
    const recipe = one === 'refusal' ? refusals[at % refusals.length] : one;
    return recipe?.(at, { serviceUrl, from: fromOf(one, at), locale: word(at) }) ?? { body: '' };
  };
  return {
    ask: (at: number): Promise<number> =>
      new Promise((resolve) => {
        const { body, headers } = make(at);
        const request = httpRequest(`${teams.bot.url}?text=${word(at)}`, {
          ...{ method: 'POST', agent },
          headers: {
            ...{ authorization, 'content-type': 'application/json', 'x-forwarded-for': addressOf(at) },
            ...headers,
            'content-length': Buffer.byteLength(body),
          },
        });
        request.once('response', (response) => response.resume().once('end', () => resolve(response.statusCode ?? 0)));
        request.once('error', () => resolve(0));
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** From many, as on an evil day, so that none is shut out. */
const addressOf = (at: number): string => `10.${(at >> 14) & 255}.${(at >> 7) & 127}.${at & 127}`;
