import { Failure } from '../core/failure.ts';
import type { LocalText } from '../core/locale.ts';
import type { GroupOutline, GroupStage, Module, ModuleLink } from '../features/catalogue/module.ts';
import { buildDialogue } from './build-dialogue.ts';
import type { WordsByLocale } from './compare-words.ts';
import type { ModuleStructure, ModuleWords } from './module-schema.ts';
import type { PackFile, PackModule } from './pack-schema.ts';

/** Puts structure and words together. The words have been compared with the structure before. */
export function buildModule(
  entry: PackModule,
  obligation: PackFile['obligation'],
  structure: ModuleStructure,
  words: WordsByLocale,
): Module {
  const links = new Map(structure.links.map((link) => [link.id, linkOf(link, words)]));
  return {
    moduleId: entry.id,
    version: structure.version,
    title: inAll(words, ({ title }) => title),
    summary: inAll(words, ({ summary }) => summary),
    minutes: structure.minutes,
    isPriority: entry.priority !== undefined,
    obligation,
    ...(entry.priority && { dueAfterDays: entry.priority.dueAfterDays }),
    level: structure.level,
    audience: structure.audience,
    areaIds: structure.areas,
    takeFirst: entry.takeFirst,
    ...(entry.general && { isGeneral: true as const }),
    isHiddenUntilApproved: structure.hiddenUntilApproved,
    seeAlso: structure.seeAlso,
    ...(structure.guide !== undefined && { guideEntry: structure.guide }),
    approval: structure.approval,
    sources: structure.sources,
    cards: structure.cards.map((card) => ({
      cardId: card.id,
      heading: inAll(words, ({ cards }) => cards[card.id]?.heading),
      text: inAll(words, ({ cards }) => cards[card.id]?.text),
      links: card.links.flatMap((id) => links.get(id) ?? []),
      lawIds: card.laws,
      awaitsLocalRoutine: card.awaitsLocalRoutine,
    })),
    quiz: structure.quiz.map(({ id, kind, options }) => ({
      questionId: id,
      kind,
      prompt: inAll(words, ({ quiz }) => quiz[id]?.prompt),
      options: options.map((option) => ({
        optionId: option.id,
        text: inAll(words, ({ quiz }) => quiz[id]?.options[option.id]?.text),
        isCorrect: option.correct === true,
        feedback: inAll(words, ({ quiz }) => quiz[id]?.options[option.id]?.feedback),
      })),
    })),
    passShare: structure.passShare,
    dialogues: structure.dialogues.map((dialogue) =>
      buildDialogue(dialogue, (pick) => inAll(words, ({ dialogues }) => pick(dialogues[dialogue.id]))),
    ),
    learnMore: structure.learnMore.flatMap((id) => links.get(id) ?? []),
    reflection: structure.reflection.map((id) => inAll(words, ({ reflection }) => reflection[id])),
    inShort: structure.inShort.map((id) => inAll(words, ({ inShort }) => inShort[id])),
    ...(structure.renewal && { renewal: structure.renewal }),
    ...(structure.material && {
      material: { version: structure.material, summary: inAll(words, ({ material }) => material) },
    }),
    group: buildGroup(structure.group, words),
  };
}

function buildGroup(group: ModuleStructure['group'], words: WordsByLocale): GroupOutline {
  const { minutes, opening, questions, closing } = group;
  const inCase = (part: 'title' | 'text' | 'ask') => inAll(words, (of) => of.case[part]);
  return {
    minutes,
    stages: [
      { kind: 'opening', minutes: opening },
      ...questions.map(({ id, minutes: own }): GroupStage => {
        return { kind: 'question', minutes: own, text: inAll(words, (of) => of.group[id]) };
      }),
      { kind: 'case', minutes: group.case, title: inCase('title'), text: inCase('text'), ask: inCase('ask') },
      { kind: 'closing', minutes: closing },
    ],
  };
}

function linkOf(link: ModuleStructure['links'][number], words: WordsByLocale): ModuleLink {
  const { id, language, ...about } = link;
  return { linkId: id, ...about, ...(language && { onlyIn: language }), label: inAll(words, ({ links }) => links[id]) };
}

function inAll(words: WordsByLocale, pick: (words: ModuleWords) => string | undefined): LocalText {
  return { nb: told(pick(words.nb.value)), nn: told(pick(words.nn.value)), en: told(pick(words.en.value)) };
}

function told(text: string | undefined): string {
  if (text === undefined) throw new Failure('bug', 'a module was built without all its words; compare them first');
  return text;
}
