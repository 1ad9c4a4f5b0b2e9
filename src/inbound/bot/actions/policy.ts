import { z } from 'zod';
import { type Catalogue, policiesFor } from '../../../features/catalogue/catalogue.ts';
import { canManage } from '../../../features/people/permissions.ts';
import type { PersonStore } from '../../../features/people/person-store.ts';
import { confirmPolicy, type OwnPolicy, readOwnPolicies } from '../../../features/progress/policy-reads.ts';
import { policyView } from '../../../views/policy.view.ts';
import { type PolicyListModel, policyListView } from '../../../views/policy-list.view.ts';
import type { Render } from '../../../views/render.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';

export type PolicyActionNeeds = { render: Render; people: PersonStore; catalogue: Catalogue };

const policyId = z.string().max(200);

/** Guidelines to read and confirm. */
export function policyActions(needs: PolicyActionNeeds): readonly Action[] {
  const permission = 'module.take';
  return [
    defineAction({
      verb: 'policy.list',
      permission,
      input: z.object({}),
      handle: (context) => list(needs, context),
    }),
    defineAction({
      verb: 'policy.open',
      permission,
      input: z.object({ policyId }),
      handle: (context, input) => open(needs, context, input.policyId),
    }),
    defineAction({
      verb: 'policy.confirm',
      permission,
      input: z.object({ policyId, version: z.number().int().min(1).max(1_000_000) }),
      handle: (context, input) => confirm(needs, context, input),
    }),
  ];
}

/** Only those that are meant for the person: an id from a card may name anything. */
function ownPolicies(needs: PolicyActionNeeds, context: ActionContext): Promise<readonly OwnPolicy[]> {
  const person = actingPerson(context);
  return readOwnPolicies(needs, person.personId, policiesFor(needs.catalogue, person));
}

async function list(
  needs: PolicyActionNeeds,
  context: ActionContext,
  notice?: PolicyListModel['notice'],
): Promise<Reply> {
  const model = { own: await ownPolicies(needs, context), notice };
  return { place: 'replace', message: needs.render(policyListView, model, context.locale, context.now) };
}

async function open(needs: PolicyActionNeeds, context: ActionContext, id: string, hint?: 'changed'): Promise<Reply> {
  const toRead = (await ownPolicies(needs, context)).find(({ policy }) => policy.policyId === id);
  const own = toRead ?? (await answeredFor(needs, context, id));
  if (!own) return list(needs, context, { notice: 'gone' });
  const model = { own, hint, isForOthers: toRead === undefined };
  return { place: 'replace', message: needs.render(policyView, model, context.locale, context.now) };
}

/** Who answers for a guideline sees it too, also when it is meant for others. */
async function answeredFor(
  needs: PolicyActionNeeds,
  context: ActionContext,
  id: string,
): Promise<OwnPolicy | undefined> {
  const person = actingPerson(context);
  const policies = (needs.catalogue.policies ?? []).filter(
    ({ policyId: known, approval }) => known === id && canManage(person, approval.owner),
  );
  return (await readOwnPolicies(needs, person.personId, policies))[0];
}

/** An old card may show an older version: it is kept as read, and what matters since is shown. */
async function confirm(
  needs: PolicyActionNeeds,
  context: ActionContext,
  input: { policyId: string; version: number },
): Promise<Reply> {
  const person = actingPerson(context);
  const policy = policiesFor(needs.catalogue, person).find((known) => known.policyId === input.policyId);
  if (!policy) return list(needs, context, { notice: 'gone' });
  await confirmPolicy(needs, person.personId, policy, input.version, context.now);
  const own = (await ownPolicies(needs, context)).find((known) => known.policy === policy);
  if (own?.standing !== 'read') return open(needs, context, policy.policyId, 'changed');
  return list(needs, context, { notice: 'kept', policy });
}
