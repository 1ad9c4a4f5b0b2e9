import type { Person } from '../features/people/person.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';

/** `hidden`: lists by name have not been discussed with the employees' representatives. */
export type IntroPeopleModel = {
  people: readonly Person[];
  names: 'shown' | 'hidden';
  leads: boolean;
  notice?: 'not-yours';
};

/** What a phone shows without scrolling for ever; of new colleagues there are seldom so many. */
const most = 20;

/** Those whom the reader leads or is mentor for, and who are new. */
export const introPeopleView = defineView<IntroPeopleModel>(
  'intro-people',
  ({ people, names, leads, notice }, kit) => ({
    data: {
      title: kit.t('intro.people.title'),
      notices: lines(notice && kit.t('intro.notice.not-yours')),
      texts: lines(
        people.length === 0 ? kit.t('intro.people.none') : undefined,
        names === 'hidden' ? kit.t('intro.people.hidden') : undefined,
        people.length > most ? kit.t('intro.people.more', { more: people.length - most }) : undefined,
      ),
      rows: people.slice(0, most).map((person) => rowOf(person, kit)),
      actions: [
        ...(leads ? [kit.button('needs.open', kit.t('needs.title'))] : []),
        kit.button('welcome.show', kit.t('common.home')),
      ],
    },
    summary: kit.t('intro.people.title'),
  }),
);

const rowOf = ({ personId, displayName, employedOn }: Person, kit: ViewKit) => ({
  title: kit.plain(displayName),
  state: kit.t('intro.begins', { date: kit.date(employedOn) }),
  open: kit.button('intro.show', kit.t('intro.people.open', { name: kit.plain(displayName) }), { personId }),
});
