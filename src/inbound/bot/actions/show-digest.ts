import { localDateAt } from '../../../core/local-date.ts';
import { readDigest } from '../../../features/digests/read-digest.ts';
import { digestView } from '../../../views/digest.view.ts';
import { digestListView } from '../../../views/digest-list.view.ts';
import type { DigestNotice } from '../../../views/digest-notice.ts';
import type { DigestList } from '../../../views/digest-sections.ts';
import type { ActionContext, Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { type OwnUnitsNeeds, showOwnUnits } from './own-units.ts';

/** The overview of the week as it is now, whatever led to it. */
export async function showDigest(needs: OwnUnitsNeeds, context: ActionContext, notice?: DigestNotice): Promise<Reply> {
  const digest = await readDigest(needs, actingPerson(context).personId, context.now);
  if (!digest) return showOwnUnits(needs, context);
  const model = { ...digest, ...(notice && { notice }), today: localDateAt(context.now, needs.zone) };
  return { place: 'replace', message: needs.render(digestView, model, context.locale, context.now) };
}

/** One list of it, page by page. Where nobody is named there is none, and the overview says why. */
export async function showDigestList(
  needs: OwnUnitsNeeds,
  context: ActionContext,
  { list, page }: { list: DigestList; page: number },
): Promise<Reply> {
  const digest = await readDigest(needs, actingPerson(context).personId, context.now);
  if (!digest || digest.names === 'hidden') return showDigest(needs, context);
  const message = needs.render(digestListView, { digest, list, page }, context.locale, context.now);
  return { place: 'replace', message };
}
