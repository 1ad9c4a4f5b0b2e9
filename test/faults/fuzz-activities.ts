import fc from 'fast-check';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';
import { verbInputs } from '../support/verb-inputs.ts';
import { known, mark } from './fuzz-steps.ts';
import type { WholeDoor } from './whole-door.ts';

const word = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '__proto__', 'constructor', 'null', '\ud800', '\u0000', '${x}', '{{x}}'),
  },
  { weight: 1, arbitrary: fc.constant(mark.repeat(400)) },
);
const thing = fc.oneof(word, fc.jsonValue({ maxDepth: 4 }), fc.integer(), fc.constant(null));
/** Mostly as Teams writes it, now and then anything else. */
const mostly = <T>(...usual: T[]) =>
  fc.oneof({ weight: 29, arbitrary: fc.constantFrom<unknown>(...usual) }, { weight: 1, arbitrary: thing });
/** Each its own, as ids are: what comes twice with the same one is answered once. */
const mostlyId = fc.oneof(
  { weight: 29, arbitrary: fc.uuid() as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: thing },
);

const texts = [
  'hei',
  'moduler',
  'status',
  'hva gjør jeg?',
  'gruppe',
  `${mark} slår`,
  mark.repeat(400),
  '\ud800',
  '${x} {{y}}',
  '\u202e*a*',
];
const verbs = Object.keys(verbInputs);
const data = fc.oneof(
  thing,
  fc.record(
    { moduleId: mostly('meldeplikt'), position: thing, choice: thing, guideId: thing, answers: thing, unitId: thing },
    { requiredKeys: [] },
  ),
  fc.constantFrom(...Object.values(verbInputs)),
);
/** Half of them a verb with what it asks for, the others with something else. */
const press = fc.oneof(
  fc.constantFrom(...Object.entries(verbInputs)).map(([verb, own]) => ({ verb, data: own as unknown })),
  fc.record({ verb: mostly(...verbs), data }, { requiredKeys: ['verb'] }),
);
const execute = fc.record({
  action: fc.tuple(fc.record({ type: thing }, { requiredKeys: [] }), press).map(([type, one]) => ({ ...type, ...one })),
});
const submit = press.map(({ verb, ...rest }) => ({ ...(rest.data as object | null), verb }));
const consent = fc.record(
  { action: mostly('accept', 'decline'), context: submit, uploadInfo: thing },
  { requiredKeys: [] },
);
const account = fc.record(
  {
    id: mostly('29:kari', '29:olav'),
    aadObjectId: mostly(...known.map(({ aadObjectId }) => aadObjectId)),
    name: mostly('Kari', null),
    tenantId: mostly('', null),
    userRole: mostly('user', 'user', 'guest'),
    role: mostly('user'),
  },
  { requiredKeys: ['id'] },
);

/** An activity that the schema of Teams describes, with every field now right, now absent, null, of another kind, or hostile. */
function anyActivity(tenantId: string, serviceUrl: string) {
  const kind = mostly('message', 'invoke', 'installationUpdate', 'conversationUpdate', 'messageReaction');
  const conversation = fc.record(
    {
      id: mostly('a:1', '19:x@thread.tacv2'),
      tenantId: mostly(tenantId),
      conversationType: mostly('personal', 'personal', 'channel'),
    },
    { requiredKeys: ['id'] },
  );
  return fc.record(
    {
      ...{ channelId: mostly('msteams'), serviceUrl: mostly(serviceUrl), from: account },
      ...{ recipient: account, conversation, channelData: mostly({ tenant: { id: tenantId } }) },
      ...{ type: kind, id: mostlyId, locale: mostly('nb-NO', 'nn-NO', 'sv'), text: mostly(...texts) },
      ...{ name: mostly('adaptiveCard/action', 'fileConsent/invoke', 'task/fetch') },
      ...{ value: fc.oneof(execute, submit, consent, thing), action: mostly('add', 'remove'), replyToId: mostlyId },
      ...{
        entities: mostly([], [{ type: 'clientInfo' }]),
        attachments: thing,
        membersAdded: thing,
        timestamp: thing,
        more: thing,
      },
    },
    { requiredKeys: ['type', 'channelId', 'serviceUrl', 'conversation'] },
  );
}

const seed = 20261123;
const atOnce = 16;
const chunk = 1000;

/** Posts so many of them, the same ones each time, and counts the answers by their status. */
export async function postActivities(door: WholeDoor, tenantId: string, count: number): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const arbitrary = anyActivity(tenantId, door.serviceUrl);
  for (let from = 0; from < count; from += chunk) {
    const bodies = fc.sample(arbitrary, { seed: seed + from, numRuns: Math.min(chunk, count - from) });
    await inParallel(bodies, atOnce, async (body) => {
      const status = await door.post(JSON.stringify(body));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 0 || status >= 500) throw new Error(`${status} for ${JSON.stringify(body).slice(0, 2000)}`);
    });
  }
  return statuses;
}
