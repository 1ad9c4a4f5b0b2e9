import type { LocalDate } from '../../src/core/local-date.ts';
import type { LocalText } from '../../src/core/locale.ts';
import type { Catalogue } from '../../src/features/catalogue/catalogue.ts';
import type { Module, QuizQuestion } from '../../src/features/catalogue/module.ts';

export const words = (text: string): LocalText => ({ nb: text, nn: text, en: text });

/** A question whose right options are those named in `right`. */
export function aQuestion(
  questionId: string,
  right: readonly string[] = ['b'],
  kind: QuizQuestion['kind'] = 'single',
): QuizQuestion {
  return {
    questionId,
    kind,
    prompt: words(`Hva gjør du når du er usikker? (${questionId})`),
    options: ['a', 'b', 'c'].map((optionId) => ({
      optionId,
      text: words(`Svar ${optionId}`),
      isCorrect: right.includes(optionId),
      feedback: words(`Derfor ${optionId}.`),
    })),
  };
}

/** Three idea cards, two questions (the first `single`, the second `multiple`) and a reflection: six steps. */
export function aModule(moduleId: string, changes: Partial<Module> = {}): Module {
  return {
    moduleId,
    version: 1,
    title: words(`Modul ${moduleId}`),
    summary: words('Kort om modulen.'),
    minutes: 8,
    isPriority: true,
    obligation: 'recommended',
    dueAfterDays: 14,
    level: 1,
    areaIds: [],
    takeFirst: [],
    isHiddenUntilApproved: false,
    audience: { sectors: [], roles: [] },
    approval: { status: 'utkast', owner: 'BTI-koordinator' },
    sources: [],
    cards: ['ser', 'deler', 'handler'].map((cardId) => ({
      cardId,
      heading: words(`Du ${cardId}`),
      text: words('Skriv det du ser og hører, ikke det du tror.'),
      links: [],
    })),
    quiz: [aQuestion('q1'), aQuestion('q2', ['a', 'c'], 'multiple')],
    passShare: 1,
    dialogues: [],
    reflection: [words('Hvem spør du først?')],
    group: {
      minutes: 45,
      stages: [
        { kind: 'opening', minutes: 5 },
        { kind: 'question', minutes: 20, text: words('Hvem spør vi først?') },
        { kind: 'case', minutes: 15, title: words('En sak'), text: words('Et oppdiktet barn.'), ask: words('Hva nå?') },
        { kind: 'closing', minutes: 5 },
      ],
    },
    ...changes,
  };
}

export const aCatalogue = (modules: readonly Module[], startsOn: LocalDate = '2026-08-17'): Catalogue => ({
  modules,
  startsOn,
  focusAreas: [],
});
