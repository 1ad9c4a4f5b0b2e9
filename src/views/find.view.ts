import type { LocalDate } from '../core/local-date.ts';
import type { Module } from '../features/catalogue/module.ts';
import { entryOfKind, type FoundThing, type FoundThings } from '../features/find/found-things.ts';
import type { Word } from '../features/find/word.ts';
import type { GuideContent } from '../features/guide/guide.ts';
import { wordContentId } from '../features/reports/reportable.ts';
import { contentFooter } from './content-footer.ts';
import type { CardAction, ViewKit } from './define-view.ts';
import { defineView } from './define-view.ts';
import { toolLine, toolLink } from './guide-tool-words.ts';
import { aboutModule, lines } from './module-words.ts';
import { searchField } from './search-field.ts';
import type { Audience } from './welcome.view.ts';

/**
 * `asked`: whether somebody has searched. What was searched for is not in here, and so on no card. `isWorry`: it may have been a worry, and
 * whom to call stands first. `reads`: there is something that everybody may read.
 */
export type FindModel = FoundThings & {
  guide: GuideContent;
  today: LocalDate;
  audience: Audience;
  asked: 'searched' | 'not-yet';
  isWorry?: boolean;
  reads?: true;
};

/** What a word means, and what else was found. */
export const findView = defineView<FindModel>('find', (model, kit) => {
  const { word, things, audience, asked, isWorry } = model;
  const hasFound = word !== undefined || things.length > 0;
  return {
    data: {
      title: titleOf(model, kit),
      texts: lines(
        ...(hasFound && isWorry ? [kit.t('find.nothing.danger')] : []),
        ...(word ? [kit.pick(word.meaning)] : []),
        ...(hasFound || asked === 'not-yet' ? [] : [kit.t('find.nothing.text'), kit.t('find.nothing.danger')]),
      ),
      footers: word ? [wordFooter(word, audience, kit)] : [],
      groups: groupsOf(model, kit),
      fields: [searchField(hasFound ? kit.t('find.again') : kit.t('find.label'), kit)],
      actions: [
        kit.exit('guide.start', kit.t('common.worried')),
        ...modulesButton(model, kit),
        kit.exit('help.show', kit.t('common.help')),
      ],
    },
    summary: kit.t('find.summary'),
  };
});

function modulesButton({ audience, reads }: FindModel, kit: ViewKit): readonly CardAction[] {
  if (audience !== 'guide-only') return [kit.exit('module.list', kit.t('common.modules'))];
  return reads ? [kit.exit('general.list', kit.t('general.title'))] : [];
}

function titleOf({ word, things, asked }: FindModel, kit: ViewKit): string {
  if (word) return capitalised(kit.pick(word.term));
  if (things.length > 0) return kit.t('find.title');
  return asked === 'searched' ? kit.t('find.nothing.title') : kit.t('find.open');
}

function wordFooter(word: Word, audience: Audience, kit: ViewKit) {
  const { wordId, version, approval, verifiedAt: checkedOn } = word;
  const report = { contentId: wordContentId(wordId), back: { to: 'word' as const, wordId } };
  return contentFooter({ version, approval, checkedOn }, audience === 'guide-only' ? undefined : report, kit);
}

type Row = { title: string; about: readonly { text: string }[]; open: CardAction };

/** The kinds in the order of what was found best; within a kind the best first. */
function groupsOf(model: FindModel, kit: ViewKit): readonly { heading: string; rows: readonly Row[] }[] {
  const byKind = Map.groupBy(model.things, ({ kind }) => kind);
  return [...byKind].map(([kind, ofKind]) => ({
    heading: headings[kind](kit),
    rows: ofKind.flatMap((thing) => rowOf(thing, model, kit)),
  }));
}

const headings: Readonly<Record<FoundThing['kind'], (kit: ViewKit) => string>> = {
  word: (kit) => kit.t('find.group.word'),
  guide: (kit) => kit.t('find.group.guide'),
  module: (kit) => kit.t('find.group.module'),
  tool: (kit) => kit.t('find.group.tool'),
  law: (kit) => kit.t('find.group.law'),
  contact: (kit) => kit.t('find.group.contact'),
};

function rowOf(thing: FoundThing, { guide, today, audience }: FindModel, kit: ViewKit): readonly Row[] {
  switch (thing.kind) {
    case 'word': {
      const term = capitalised(kit.pick(thing.word.term));
      return [row(term, undefined, kit.exit('find.word', term, { wordId: thing.word.wordId }))];
    }
    case 'guide': {
      const label = kit.pick(thing.entry.label);
      return [row(label, undefined, kit.exit('guide.start', label, { entry: thing.entry.entryId }))];
    }
    case 'module':
      return [moduleRow(thing.module, audience, kit)];
    case 'law': {
      const title = capitalised(kit.pick(thing.law.title));
      return [row(title, undefined, kit.link(kit.t('guide.law.open', { title }), thing.law.url))];
    }
    case 'tool': {
      const { toolId, name, url } = thing.tool;
      const entry = entryOfKind(guide, 'tools');
      const line = toolLine(thing.tool, today, kit);
      if (url !== undefined) return [{ title: line, about: [], open: toolLink(kit.pick(name), url, kit) }];
      const { guideId, packVersion } = guide;
      const trail = { guideId, packVersion, entry: entry?.entryId, answers: [], tool: toolId };
      return entry ? [{ title: line, about: [], open: kit.exit('guide.answer', kit.pick(name), trail) }] : [];
    }
    case 'contact': {
      const { name, use } = thing.contact;
      const entry = entryOfKind(guide, 'call');
      const open = entry && kit.exit('guide.start', kit.pick(name), { entry: entry.entryId });
      return open ? [row(kit.pick(name), kit.pick(use), open)] : [];
    }
  }
}

/** Of whom nothing is kept, nobody asks for the module by a day: it is told as where everybody reads. */
function moduleRow(module: Module, audience: Audience, kit: ViewKit): Row {
  const { moduleId } = module;
  const title = kit.pick(module.title);
  if (audience !== 'guide-only') {
    const open = kit.exit('module.open', kit.t('module.list.open', { module: title }), { moduleId });
    return row(title, aboutModule(module, kit), open);
  }
  return row(
    title,
    kit.pick(module.summary),
    kit.exit('general.open', kit.t('general.open', { module: title }), { moduleId }),
  );
}

const row = (title: string, about: string | undefined, open: CardAction): Row => ({
  title: `**${title}**`,
  about: lines(about),
  open,
});

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
