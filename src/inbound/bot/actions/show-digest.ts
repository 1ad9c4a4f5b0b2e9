import { localDateAt } from '../../../core/local-date.ts';
import { readDigest } from '../../../features/digests/read-digest.ts';
import type { CalendarRules } from '../../../features/reminders/calendar.ts';
import { readBelow } from '../../../features/rollups/read-below.ts';
import type { RollupStore } from '../../../features/rollups/rollup-store.ts';
import { digestView } from '../../../views/digest.view.ts';
import { digestListView } from '../../../views/digest-list.view.ts';
import type { DigestNotice } from '../../../views/digest-notice.ts';
import type { DigestList } from '../../../views/digest-sections.ts';
import type { ActionContext, Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { type OwnUnitsNeeds, showOwnUnits } from './own-units.ts';

export type ShowDigestNeeds = OwnUnitsNeeds & { rollups: RollupStore; rules: { calendar: CalendarRules } };

/** The overview of the week as it is now, whatever led to it. */
export async function showDigest(
  needs: ShowDigestNeeds,
  context: ActionContext,
  notice?: DigestNotice,
): Promise<Reply> {
  const { calendar } = needs.rules;
  const digest = await readDigest(
    { ...needs, readBelow: (leader, now) => readBelow({ ...needs, calendar }, leader, now) },
    actingPerson(context).personId,
    context.now,
  );
  if (!digest) return showOwnUnits(needs, context);
  const model = { ...digest, ...(notice && { notice }), today: localDateAt(context.now, needs.zone) };
  return { place: 'replace', message: needs.render(digestView, model, context.locale, context.now) };
}

/** One list of it, page by page. Where nobody is named there is none but the leader's own, and the overview says why. */
export async function showDigestList(
  needs: ShowDigestNeeds,
  context: ActionContext,
  { list, page }: { list: DigestList; page: number },
): Promise<Reply> {
  // The lists are of the own people, so nothing is read of the units below.
  const digest = await readDigest(needs, actingPerson(context).personId, context.now);
  if (!digest || (digest.names === 'hidden' && list !== 'own')) return showDigest(needs, context);
  const message = needs.render(digestListView, { digest, list, page }, context.locale, context.now);
  return { place: 'replace', message };
}
