import type { Telemetry } from '../../../core/events.ts';
import { localDateAt } from '../../../core/local-date.ts';
import { unwrittenIn } from '../../../features/catalogue/unwritten.ts';
import { applyAllChanges } from '../../../features/content/apply-all-changes.ts';
import { withdrawnFromOlder, withoutWithdrawn } from '../../../features/content/apply-changes.ts';
import { applyContact } from '../../../features/content/apply-contact.ts';
import { lastDetails } from '../../../features/content/contact-details.ts';
import { detailsStatus, moduleStatus, numberStatus } from '../../../features/content/content-status.ts';
import { moduleStates } from '../../../features/content/module-state.ts';
import { outdoneOf, standingOf } from '../../../features/content/newer-files.ts';
import { hasOwnNumber } from '../../../features/content/own-number.ts';
import { readTexts } from '../../../features/content/read-texts.ts';
import type { TypedDetails } from '../../../features/content/typed-details.ts';
import type { AuditStore } from '../../../features/people/audit-store.ts';
import { canManage } from '../../../features/people/permissions.ts';
import { toArray } from '../../../features/people/person-store.ts';
import { placeAt } from '../../../features/progress/steps.ts';
import { contentCardView } from '../../../views/content-card.view.ts';
import type { ContentNotice } from '../../../views/content-change-words.ts';
import { contentContactView } from '../../../views/content-contact.view.ts';
import { contentGroupView } from '../../../views/content-group.view.ts';
import { type ContentSection, contentListView } from '../../../views/content-list.view.ts';
import { contentModuleView } from '../../../views/content-module.view.ts';
import { contentNumberView } from '../../../views/content-number.view.ts';
import type { View } from '../../../views/define-view.ts';
import type { Render } from '../../../views/render.ts';
import type { ActionContext, Reply } from '../action.ts';
import { keepRefusal } from '../keep-refusal.ts';
import { actingPerson } from './acting-person.ts';
import { contentParts, pageNear, sectionWithRows } from './content-parts.ts';
import { type ReadModuleNeeds, readModule } from './read-module.ts';

export type ContentReplyNeeds = ReadModuleNeeds & {
  render: Render;
  /** Where it is told and kept that somebody asked for what another answers for. */
  telemetry: Telemetry;
  audit: Pick<AuditStore, 'create'>;
  /** Absent: nobody is offered a workbook. */
  sheets?: object;
};

type CardPlace = { position: number } | { cardId: string };

/** `near`: the page where this one stands. */
export type ListPlace = { section: ContentSection; page?: number; near?: string };

export type ContentReplies = {
  list(context: ActionContext, place: ListPlace, notice?: ContentNotice): Promise<Reply>;
  /** Somebody else answers for it: what is theirs, and the press is kept as any other that was refused. */
  notYours(context: ActionContext, section: ContentSection): Promise<Reply>;
  module(context: ActionContext, moduleId: string, notice?: ContentNotice): Promise<Reply>;
  card(context: ActionContext, moduleId: string, at: CardPlace, notice?: ContentNotice): Promise<Reply>;
  group(context: ActionContext, moduleId: string): Promise<Reply>;
  number(context: ActionContext, contactId: string, notice?: ContentNotice): Promise<Reply>;
  contact(context: ActionContext, contactId: string, notice?: ContentNotice, typed?: TypedDetails): Promise<Reply>;
};

/** The cards of the content actions. What is shown is read anew each time: two may look after the same module. */
export function createContentReplies(needs: ContentReplyNeeds): ContentReplies {
  const { render, zone, content, baseContent } = needs;
  const dateOf = (at: Date) => localDateAt(at, zone);
  const reply = <M>(context: ActionContext, view: View<M>, model: M): Reply => ({
    place: 'replace',
    message: render(view, model, context.locale, context.now),
  });

  const list: ContentReplies['list'] = async (context, { section, page, near }, notice) => {
    const changes = await toArray(content.list());
    const whole = applyAllChanges(baseContent, changes, { dateOf, texts: await readTexts(needs, changes) });
    const states = moduleStates(baseContent.modules, changes, dateOf);
    const inFiles = { contacts: baseContent.contacts, dateOf };
    const rows = contentParts(whole, { changes, states }, actingPerson(context), dateOf(context.now), inFiles);
    const shown = sectionWithRows(rows, section);
    const at = page ?? pageNear(rows, shown, near);
    const hasDates = baseContent.dates !== undefined && canManage(actingPerson(context), undefined);
    return reply(context, contentListView, {
      ...rows,
      ...(hasDates && { dates: 'offered' as const }),
      section: shown,
      page: at,
      ...(notice && { notice }),
    });
  };

  const notYours: ContentReplies['notYours'] = async (context, section) => {
    const { turn, now } = context;
    const { personId } = actingPerson(context);
    if (turn.kind === 'action') await keepRefusal(needs, { verb: turn.verb, personId }, now);
    return list(context, { section }, 'not-yours');
  };
  const isForeign = (context: ActionContext, owner: string): boolean => !canManage(actingPerson(context), owner);

  return {
    list,
    notYours,
    module: async (context, moduleId, notice) => {
      const read = await readModule(needs, moduleId);
      if (!read) return list(context, { section: 'modules' }, 'gone');
      const { base, module, changes, hidden, state, putAside } = read;
      if (isForeign(context, base.approval.owner)) return notYours(context, 'modules');
      const unwritten = unwrittenIn(withoutWithdrawn(module, changes));
      const status = moduleStatus(state, dateOf(context.now));
      const hiddenCards = module.cards.filter(({ cardId }) => hidden.has(cardId)).length;
      const fromOlder = withdrawnFromOlder(base, changes);
      const hiddenBefore = module.cards.filter(({ cardId }) => fromOlder.has(cardId)).map(({ heading }) => heading);
      return reply(context, contentModuleView, {
        ...{ module, status, changes, state, putAside, hiddenCards, hiddenBefore },
        hasSheets: needs.sheets !== undefined,
        ...(unwritten && { unwritten }),
        ...(notice && { notice }),
      });
    },
    card: async (context, moduleId, at, notice) => {
      const read = await readModule(needs, moduleId);
      if (!read) return list(context, { section: 'modules' }, 'gone');
      if (isForeign(context, read.base.approval.owner)) return notYours(context, 'modules');
      const { module, hidden } = read;
      const found = 'cardId' in at ? module.cards.findIndex(({ cardId }) => cardId === at.cardId) : at.position;
      const place = placeAt(module, found);
      const isHidden = place.step.kind === 'idea' && hidden.has(place.step.card.cardId);
      const lawIds = place.step.kind === 'idea' ? (place.step.card.lawIds ?? []) : [];
      const laws = baseContent.guide.laws.filter(({ lawId }) => lawIds.includes(lawId));
      return reply(context, contentCardView, { module, place, isHidden, laws, ...(notice && { notice }) });
    },
    group: async (context, moduleId) => {
      const read = await readModule(needs, moduleId);
      if (!read) return list(context, { section: 'modules' }, 'gone');
      if (isForeign(context, read.base.approval.owner)) return notYours(context, 'modules');
      return reply(context, contentGroupView, { module: read.module });
    },
    number: async (context, contactId, notice) => {
      const base = baseContent.contacts.get(contactId);
      if (!base || !hasOwnNumber(base)) return list(context, { section: 'numbers' }, base ? 'national' : 'gone');
      if (isForeign(context, base.owner)) return notYours(context, 'numbers');
      const changes = await toArray(content.listOf(`contact:${contactId}`));
      const contact = applyContact(base, changes, dateOf);
      const { personId } = actingPerson(context);
      const standing = standingOf(base, changes, dateOf);
      const status = numberStatus(contact, standing, dateOf(context.now));
      const details = detailsStatus(contactId, standing);
      const model = { contact, status, details, changes, personId, outdone: outdoneOf(base, changes, dateOf) };
      return reply(context, contentNumberView, { ...model, ...(notice && { notice }) });
    },
    contact: async (context, contactId, notice, typed) => {
      const base = baseContent.contacts.get(contactId);
      if (!base || !hasOwnNumber(base)) return list(context, { section: 'numbers' }, base ? 'national' : 'gone');
      if (isForeign(context, base.owner)) return notYours(context, 'numbers');
      const changes = await toArray(content.listOf(`contact:${contactId}`));
      const contact = applyContact(base, changes, dateOf);
      const { personId } = actingPerson(context);
      const status = detailsStatus(contactId, standingOf(base, changes, dateOf));
      const files = { of: lastDetails(base, changes), outdone: outdoneOf(base, changes, dateOf) };
      const model = { contact, status, changes, personId, ...files };
      return reply(context, contentContactView, { ...model, ...(notice && { notice }), ...(typed && { typed }) });
    },
  };
}
