import { isoWeekOf } from '../core/local-date.ts';
import type { OwnerCard } from '../features/owners/owner-card.ts';
import { isApprovedInFiles, type StaleReason, type StaleThing } from '../features/owners/stale-things.ts';
import { reasonWords } from './content-change-words.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { lateWords, openerOf, titleOf, waitsWords } from './owner-words.ts';

/** As many as somebody can see to in a week; the rest is one press away. */
const mostShown = 8;

/** What somebody who answers for texts should look at: once a week, or on a morning when something waits for a second person. */
export const ownerCardView = defineView<OwnerCard>('owner-card', ({ things, reported, waiting }, kit) => {
  const more = things.length - mostShown;
  const count = things.length + reported;
  const title = waiting
    ? kit.t('owner.waiting.title', { count })
    : kit.t('owner.title', { count, week: Number(isoWeekOf(kit.today()).slice(-2)) });
  return {
    data: {
      title,
      text: waiting ? kit.t('owner.waiting.text') : kit.t('owner.text'),
      rows: [...reportRows(reported, kit), ...things.slice(0, mostShown).map((thing) => rowOf(thing, kit))],
      more: lines(more > 0 ? kit.t('owner.more', { more }) : undefined),
      actions: [kit.button('content.list', kit.t('owner.open-list'), waiting && { section: 'waiting' })],
    },
    summary: title,
  };
});

type Row = { title: string; why: string; color: 'Attention' | 'Warning' | 'Default'; open: CardAction };

function reportRows(reported: number, kit: ViewKit): readonly Row[] {
  if (reported === 0) return [];
  const title = kit.t('content.reports.title');
  return [
    {
      title,
      why: kit.t('owner.reported', { texts: reported }),
      color: 'Attention',
      open: kit.button('content.reports', kit.t('content.list.open', { title })),
    },
  ];
}

function rowOf(thing: StaleThing, kit: ViewKit): Row {
  const title = titleOf(thing, kit);
  const why = isApprovedInFiles(thing) ? fileWords(thing, kit) : whyWords(thing, kit);
  return {
    title,
    why,
    color: colourOf(thing.reason),
    open: openerOf(thing, kit.t('content.list.open', { title }), kit),
  };
}

/** The approval stands in the files, so nobody can give a new one here. */
function fileWords(thing: StaleThing, kit: ViewKit): string {
  const { reason } = thing;
  if (reason.why === 'runs-out') return kit.t('owner.approval-runs-out', { date: kit.date(reason.on) });
  return 'on' in reason ? kit.t('owner.approval-run-out', { date: kit.date(reason.on) }) : whyWords(thing, kit);
}

function whyWords(thing: StaleThing, kit: ViewKit): string {
  const { reason } = thing;
  switch (reason.why) {
    case 'unconfirmed':
      return lateWords(thing, reason.on, kit);
    case 'waits':
      return waitsWords(thing, reason.on, kit);
    case 'returned':
      return kit.t('owner.returned', { reason: reasonWords(reason.reason, kit) });
    case 'run-out':
      return kit.t('owner.run-out', { date: kit.date(reason.on) });
    case 'runs-out':
      return kit.t('owner.runs-out', { date: kit.date(reason.on) });
    case 'unchecked':
      return kit.t('owner.unchecked', { date: kit.date(reason.on) });
  }
}

function colourOf({ why }: StaleReason): Row['color'] {
  if (why === 'waits' || why === 'runs-out' || why === 'unchecked') return 'Warning';
  return 'Attention';
}
