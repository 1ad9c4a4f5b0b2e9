import type { Person } from '../features/people/person.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { pageOf } from './paging.ts';

/** `hidden`: lists by name have not been discussed with the employees' representatives. `page` counts from 0. */
export type IntroPeopleModel = {
  people: readonly Person[];
  names: 'shown' | 'hidden';
  leads: boolean;
  page: number;
  notice?: 'not-yours';
};

/** What a phone shows without scrolling for ever; of new colleagues there are seldom so many. */
const peoplePerPage = 20;

/** Those whom the reader leads or is mentor for, and who are new. */
export const introPeopleView = defineView<IntroPeopleModel>(
  'intro-people',
  ({ people, names, leads, page, notice }, kit) => {
    const { shown, at, pages } = pageOf(people, page, peoplePerPage);
    return {
      data: {
        title: kit.t('intro.people.title'),
        notices: lines(notice && kit.t('intro.notice.not-yours')),
        texts: lines(
          people.length === 0 ? kit.t('intro.people.none') : undefined,
          names === 'hidden' ? kit.t('intro.people.hidden') : undefined,
        ),
        rows: shown.map((person) => rowOf(person, kit)),
        pages: lines(pages > 1 ? kit.t('digest.status.page', { page: at + 1, pages }) : undefined),
        actions: [
          ...(at + 1 < pages ? [kit.button('intro.people', kit.t('digest.status.next'), { page: at + 1 })] : []),
          ...(at > 0 ? [kit.button('intro.people', kit.t('digest.status.previous'), { page: at - 1 })] : []),
          ...(leads ? [kit.button('needs.open', kit.t('needs.title'))] : []),
          kit.button('welcome.show', kit.t('common.home')),
        ],
      },
      summary: kit.t('intro.people.title'),
    };
  },
);

const rowOf = ({ personId, displayName, employedOn }: Person, kit: ViewKit) => ({
  title: kit.plain(displayName),
  state: kit.t('intro.begins', { date: kit.date(employedOn) }),
  open: kit.button('intro.show', kit.t('intro.people.open', { name: kit.plain(displayName) }), { personId }),
});
