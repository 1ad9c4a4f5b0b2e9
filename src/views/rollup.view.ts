import type { LocalDate } from '../core/local-date.ts';
import type { LocalText } from '../core/locale.ts';
import type { UseKind } from '../features/guide/count-use.ts';
import { withoutArea } from '../features/rollups/areas.ts';
import { type NewHires, peopleIn } from '../features/rollups/figures.ts';
import type { Overview, OverviewPart, Place } from '../features/rollups/read-overview.ts';
import { firstDayOf } from '../features/rollups/release-month.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { good, type NoticeBox, warning } from './notice-box.ts';
import { pageOf } from './paging.ts';
import { doneBar, doneWords, otherWords, percentOf, shareOf, standingBar } from './standing-bar.ts';

type About = { unitNames: ReadonlyMap<string, string>; municipality: string; page: number; notice?: RollupNotice };
/** What became of the wish for a file. `asked`: Teams' question about it stands below. */
export type RollupNotice = 'asked' | 'declined' | 'expired' | 'not-uploaded' | 'off';

/** `choice`: the places that somebody may look at who leads several, or none. `nothing`: no month has been told yet, or none of a place that has come since. */
export type RollupModel = About &
  (
    | {
        shows: 'overview';
        overview: Overview;
        moduleTitles: ReadonlyMap<string, LocalText>;
        leadsBack: boolean;
        files: 'offered' | 'off';
        use?: Use;
      }
    | { shows: 'choice'; unitIds: readonly string[] }
    | { shows: 'nothing'; place: Place; leadsBack: boolean; nextOn: LocalDate }
  );
/** `uses` without the kinds of which too little is known to be told. */
type Use = { quarter: string; uses: ReadonlyMap<UseKind, number> };
type Shown = Extract<RollupModel, { shows: 'overview' }>;

/** Areas or units on one card. */
const partsPerPage = 8;
/** Nobody reads more months than this on a telephone. */
const monthsOnCard = 6;

const empty = { bars: [], others: [], modules: [], parts: [], trend: [], hires: [], use: [], pages: [], notes: [] };

/** "Oversikt": how far a municipality or an area has come, as it was told on the first working day of the month. */
export const rollupView = defineView<RollupModel>('rollup', (model, kit) => {
  const notices = model.notice ? [noticeOf(model.notice, kit)] : [];
  if (model.shows === 'overview') return showOverview(model, notices, kit);
  if (model.shows === 'nothing') {
    const title = kit.t('rollup.title', { place: placeName(model.place, model, kit) });
    const lead = kit.t('rollup.nothing', { date: kit.date(model.nextOn) });
    const actions = model.leadsBack ? [backButton(kit)] : [];
    return { data: { ...empty, notices, title, lead, headlines: [], actions }, summary: kit.t('rollup.summary') };
  }
  const title = kit.t('rollup.title', { place: kit.plain(model.municipality) });
  const opening = model.unitIds.map((unitId) => ({
    ...{ name: nameOf(unitId, model, kit), headline: [], others: [], bars: [] },
    open: openPart(unitId, model, kit),
  }));
  const parts = opening.length > 0 ? [{ heading: kit.t('rollup.places'), opening, rows: [] }] : [];
  const lead = opening.length > 0 ? kit.t('rollup.choose') : kit.t('rollup.leads-nothing');
  return {
    data: { ...empty, notices, title, lead, headlines: [], parts, actions: [] },
    summary: kit.t('rollup.summary'),
  };
});

function showOverview(model: Shown, notices: readonly NoticeBox[], kit: ViewKit) {
  const { overview } = model;
  const { counts, place } = overview;
  const { shown, at: page, pages } = pageOf(overview.parts, model.page, partsPerPage);
  const isFirst = page === 0;
  return {
    data: {
      notices,
      title: kit.t('rollup.title', { place: placeName(place, model, kit) }),
      lead: kit.t('rollup.as-of', { date: kit.date(overview.on) }),
      headlines: lines(doneWords(counts, kit)),
      bars: standingBar(counts),
      others: lines(otherWords(counts, kit) || undefined),
      modules: isFirst ? moduleSection(model, kit) : [],
      use: isFirst ? useSection(model.use, kit) : [],
      hires: isFirst ? hireSection(overview.newHires, kit) : [],
      trend: isFirst ? trendSection(overview, kit) : [],
      parts: partSection(model, shown, kit),
      pages: lines(pages > 1 ? kit.t('rollup.page', { page: page + 1, pages }) : undefined),
      notes: lines(
        overview.fewParts > 0 ? kit.t('rollup.few-parts', { count: overview.fewParts }) : undefined,
        kit.t('rollup.in-fives'),
      ),
      actions: actionsOf(place.place === 'below' ? { unitId: place.unitId } : {}, { page, pages }, model, kit),
    },
    summary: kit.t('rollup.summary'),
  };
}

const placeName = (place: Place, about: About, kit: ViewKit): string =>
  place.place === 'municipality' ? kit.plain(about.municipality) : nameOf(place.unitId, about, kit);

const nameOf = (unitId: string, { unitNames }: About, kit: ViewKit): string =>
  unitId === withoutArea ? kit.t('rollup.without-area') : kit.plain(unitNames.get(unitId) ?? unitId);

function moduleSection({ overview, moduleTitles }: Shown, kit: ViewKit): readonly object[] {
  const rows = overview.modules.flatMap(({ moduleId, done, missing }) => {
    const title = moduleTitles.get(moduleId);
    const all = done + missing;
    // A module that has been taken out of the content since is nothing to act on.
    return title ? [{ title: kit.pick(title), value: percentOf(done, all, kit) }] : [];
  });
  return rows.length > 0 ? [{ heading: kit.t('rollup.modules'), rows }] : [];
}

function hireSection(newHires: readonly NewHires[], kit: ViewKit): readonly object[] {
  const rows = newHires.flatMap(({ quarter, inTime, notInTime }) => {
    const all = inTime + notInTime;
    if (all === 0) return [];
    const few = kit.t('rollup.share-few', { all });
    const value = inTime === 0 ? few : kit.t('rollup.share', { share: shareOf(inTime, all), all });
    return [{ title: quarterWords(quarter, kit), value }];
  });
  return rows.length > 0 ? [{ heading: kit.t('rollup.hires'), lead: kit.t('rollup.hires-plan'), rows }] : [];
}

function useSection(use: Use | undefined, kit: ViewKit): readonly object[] {
  const counted = (kind: UseKind): number => use?.uses.get(kind) ?? 0;
  const rows = lines(
    counted('guide') > 0 ? kit.t('rollup.use.guide', { count: counted('guide') }) : undefined,
    counted('search') > 0 ? kit.t('rollup.use.search', { count: counted('search') }) : undefined,
    counted('not-understood') > 0 ? kit.t('rollup.use.missed', { count: counted('not-understood') }) : undefined,
  );
  if (!use || rows.length === 0) return [];
  return [{ heading: kit.t('rollup.use.heading'), lead: quarterWords(use.quarter, kit), rows }];
}

function quarterWords(quarter: string, kit: ViewKit): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return kit.t('rollup.quarter', { number, year });
}

function trendSection({ trend }: Overview, kit: ViewKit): readonly object[] {
  const rows = trend.slice(-monthsOnCard).flatMap(({ month, counts }) => {
    const people = peopleIn(counts);
    if (people === 0) return [];
    const share = percentOf(counts.done, people, kit);
    return [{ month: kit.month(firstDayOf(month)), share, bars: doneBar(counts) }];
  });
  return rows.length > 1 ? [{ heading: kit.t('rollup.trend'), rows }] : [];
}

function partSection(model: Shown, shown: readonly OverviewPart[], kit: ViewKit): readonly object[] {
  const about = ({ unitId, counts }: OverviewPart) => ({
    name: nameOf(unitId, model, kit),
    headline: lines(doneWords(counts, kit)),
    others: lines(otherWords(counts, kit) || undefined),
    bars: standingBar(counts),
  });
  const areas = shown.filter(({ opens }) => opens);
  const opening = areas.map((part) => ({ ...about(part), open: openPart(part.unitId, model, kit) }));
  const rows = shown.filter(({ opens }) => !opens).map(about);
  const heading = areas.length > 0 ? kit.t('rollup.areas') : kit.t('rollup.units');
  return shown.length > 0 ? [{ heading, opening, rows }] : [];
}

const openPart = (unitId: string, about: About, kit: ViewKit): CardAction =>
  kit.button('rollup.show', kit.t('rollup.open', { place: nameOf(unitId, about, kit) }), { unitId });

const backButton = (kit: ViewKit): CardAction => kit.button('rollup.show', kit.t('rollup.back'));

function actionsOf(
  place: { unitId?: string },
  { page, pages }: { page: number; pages: number },
  { leadsBack, files, overview }: Shown,
  kit: ViewKit,
): readonly CardAction[] {
  const actions: CardAction[] = [];
  const turn = (to: number) => ({ ...place, page: to });
  if (page + 1 < pages) actions.push(kit.button('rollup.show', kit.t('rollup.next'), turn(page + 1)));
  if (page > 0) actions.push(kit.button('rollup.show', kit.t('rollup.previous'), turn(page - 1)));
  if (leadsBack) actions.push(backButton(kit));
  if (files === 'offered' && peopleIn(overview.counts) > 0) {
    actions.push(kit.button('rollup.offer', kit.t('status-at.button.xlsx'), { ...place, format: 'xlsx' }));
    actions.push(kit.button('rollup.offer', kit.t('status-at.button.csv'), { ...place, format: 'csv' }));
  }
  return [...actions, kit.button('rollup.why', kit.t('rollup.why.open'), place)];
}

function noticeOf(notice: RollupNotice, kit: ViewKit): NoticeBox {
  switch (notice) {
    case 'asked':
      return good(kit.t('status-at.asked'));
    case 'declined':
      return good(kit.t('status-at.declined.text'));
    case 'expired':
      return warning(kit.t('status-at.expired.text'));
    case 'not-uploaded':
      return warning(kit.t('status-at.not-uploaded.text'));
    case 'off':
      return warning(kit.t('status-at.off.text'));
  }
}
