import { describe, expect, it } from 'vitest';
import { checkAnswer, readChoice, readQuiz } from '../../../src/features/progress/check-answer.ts';
import { aModule, aQuestion } from '../../support/module-builder.ts';

const single = aQuestion('q1');
const multiple = aQuestion('q2', ['a', 'c'], 'multiple');

describe('a choice', () => {
  it.each([
    ['nothing', single, []],
    ['something the question does not have', single, ['x']],
    ['a right option and one that does not exist', multiple, ['a', 'x']],
    ['two options where one is asked for', single, ['a', 'b']],
  ])('that is %s is no choice', (_, question, choice) => {
    expect(readChoice(question, choice)).toBeUndefined();
  });

  it('comes out in the order of the question, each option once', () => {
    expect(readChoice(multiple, ['c', 'a', 'c'])).toEqual(['a', 'c']);
  });
});

describe('an answer', () => {
  it('is right when exactly the right options were chosen', () => {
    expect(checkAnswer(single, ['b']).isRight).toBe(true);
    expect(checkAnswer(multiple, ['a', 'c']).isRight).toBe(true);
    expect(checkAnswer(multiple, ['a', 'b', 'c']).isRight).toBe(false);
  });

  it('gets the feedback of every option that was chosen', () => {
    expect(checkAnswer(multiple, ['a', 'b']).chosen.map(({ feedback }) => feedback.nb)).toEqual([
      'Derfor a.',
      'Derfor b.',
    ]);
  });

  it('tells the right options that were left out, also beside a wrong one', () => {
    expect(checkAnswer(multiple, ['a'])).toMatchObject({ isRight: false, leftOut: [{ optionId: 'c' }] });
    expect(checkAnswer(multiple, ['a', 'b'])).toMatchObject({ isRight: false, leftOut: [{ optionId: 'c' }] });
    expect(checkAnswer(multiple, ['a', 'c']).leftOut).toEqual([]);
  });

  it('does not give the one right option of a single question away', () => {
    expect(checkAnswer(single, ['a'])).toMatchObject({ isRight: false, leftOut: [] });
  });
});

describe('the quiz', () => {
  const module = aModule('m');

  it('is not passed while a question has no answer', () => {
    expect(readQuiz(module, { q1: ['b'] })).toEqual({
      ...{ unanswered: [4], wrong: [], isPassed: false },
      score: { right: 1, of: 2, needed: 2 },
    });
  });

  it('is passed at the pass mark, also with a wrong answer', () => {
    const answers = { q1: ['a'], q2: ['a', 'c'] };
    expect(readQuiz(module, answers)).toMatchObject({ unanswered: [], wrong: [3], isPassed: false });
    expect(readQuiz({ ...module, passShare: 0.5 }, answers).isPassed).toBe(true);
  });

  it('does not fail on the last binary digit of a pass mark', () => {
    const quiz = Array.from({ length: 10 }, (_, index) => aQuestion(`q${index}`));
    const answers = Object.fromEntries(quiz.map(({ questionId }, index) => [questionId, index < 7 ? ['b'] : ['a']]));
    expect(readQuiz(aModule('m', { quiz, passShare: 0.1 + 0.6 }), answers).isPassed).toBe(true);
    expect(readQuiz(aModule('m', { quiz, passShare: 0.71 }), answers).isPassed).toBe(false);
  });

  it('is passed when there is none', () => {
    expect(readQuiz(aModule('m', { quiz: [] }), {}).isPassed).toBe(true);
  });
});
