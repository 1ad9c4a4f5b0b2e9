import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dangerNow, type Step } from '../../../src/features/guide/guide.ts';
import { startWalk, type Walk, walk } from '../../../src/features/guide/walk.ts';
import { sectors } from '../../../src/features/people/person.ts';
import { allPaths, theGuide } from './the-guide.ts';

const { guideId, packVersion } = theGuide;
const at = (...answers: string[]): Walk => walk(theGuide, { guideId, packVersion, answers });
const paths = allPaths(theGuide);

/** The steps that a person sees on the way, one for each answer. */
const stepsAlong = (answers: readonly string[]): readonly Step[] =>
  answers.map((_answer, index) => at(...answers.slice(0, index + 1)).step);

/** Presses that a person may make on any card, drawn from what the card offers. */
const presses = fc.array(fc.nat(1_000), { maxLength: 40 });
function pressOn(from: Walk, press: number): { to: Walk; isBack: boolean } {
  const forward = [...from.step.choices.map(({ choiceId }) => choiceId), dangerNow].map((id) => [...from.answers, id]);
  const all = [...forward, ...(from.back ? [from.back] : []), []];
  const index = press % all.length;
  return { to: at(...(all[index] ?? [])), isBack: index >= forward.length };
}

describe('the worried flow', () => {
  it('shows the emergency numbers before any question', () => {
    const { step } = startWalk(theGuide);
    expect(step.contactIds.slice(0, 2)).toEqual(['police-emergency', 'ambulance']);
    expect(step.choices.map(({ label }) => label.nb)).toEqual([
      'Barnet forteller noe nå',
      'Mistanke om vold eller overgrep',
      'Noe annet uroer meg',
      'Vet ikke',
    ]);
  });

  it('comes to an end on each of its paths', () => {
    expect(paths.length).toBeGreaterThan(50);
    for (const answers of paths) {
      const { step, isRestarted } = at(...answers);
      expect([step.kind, isRestarted]).toEqual(['end', false]);
    }
  });

  it('never leads from suspicion of violence to an ordinary step', () => {
    for (const answers of paths) {
      const kinds = stepsAlong(answers).map(({ kind }) => kind);
      const closed = kinds.findIndex((kind) => ['protect', 'acute', 'duty', 'workplace'].includes(kind));
      if (closed >= 0) expect(kinds.slice(closed)).not.toContain('ordinary');
    }
  });

  it('asks about safety before every ordinary step, however a person goes back and forth', () => {
    const property = fc.property(presses, (all) => {
      let here = startWalk(theGuide);
      let isAsked = false;
      for (const press of all) {
        const { to, isBack } = pressOn(here, press);
        isAsked = isBack ? false : isAsked || here.step.kind === 'safety';
        if (to.step.kind === 'ordinary') expect(isAsked).toBe(true);
        expect(to.isRestarted).toBe(false);
        here = to;
      }
    });
    fc.assert(property, { seed: 20261123, numRuns: 2_000 });
  });

  it('asks again right before the parents are spoken with', () => {
    const before = [...theGuide.steps.values()].filter(({ choices }) => choices.some(({ to }) => to === 'talk'));
    expect(before.map(({ kind }) => kind)).toEqual(['safety']);
  });

  it('has the numbers one press away from every card, and comes back from there', () => {
    const cards = new Set(paths.flatMap((path) => path.map((_answer, index) => path.slice(0, index + 1).join('/'))));
    for (const answers of [...cards].map((card) => card.split('/'))) {
      const here = at(...answers);
      const numbers = at(...answers, dangerNow);
      expect(numbers.step.stepId).toBe('acute');
      if (here.step.kind !== 'ordinary') expect(numbers.back).toEqual(answers);
    }
  });

  it('takes "Vet ikke" to advice that does not involve the parents', () => {
    expect(at('other', 'unsure').step.stepId).toBe('unsure');
    expect(at('suspicion', 'honour', 'next', 'unsure').step.kind).toBe('acute');
  });
});

describe('a card that does not fit', () => {
  it.each([
    ['another version of the content', { guideId, packVersion: 'older', answers: ['suspicion'] }],
    ['another guide', { guideId: 'other', packVersion, answers: [] }],
    ['an answer that does not exist', { guideId, packVersion, answers: ['suspicion', 'nothing'] }],
    ['an answer after the end', { guideId, packVersion, answers: [...(paths[0] ?? []), 'next'] }],
    ['an answer named like a property', { guideId, packVersion, answers: ['__proto__'] }],
  ])('(%s) starts again at the first card', (_what, trail) => {
    expect(walk(theGuide, trail)).toEqual({ ...startWalk(theGuide), isRestarted: true });
  });

  it('never fails, whatever it carries', () => {
    const known = [...theGuide.steps.values()].flatMap(({ choices }) => choices.map(({ choiceId }) => choiceId));
    const answers = fc.array(fc.oneof(fc.constantFrom(dangerNow, ...known), fc.string()), { maxLength: 64 });
    const property = fc.property(answers, fc.option(fc.constantFrom(...sectors)), (given, sector) => {
      const { step } = walk(theGuide, { guideId, packVersion, answers: given }, sector ?? undefined);
      expect(theGuide.steps.get(step.stepId)).toBe(step);
    });
    fc.assert(property, { seed: 20261123, numRuns: 2_000 });
  });
});

describe('the workplace', () => {
  const toWorkplace = ['suspicion', 'violence', 'next', 'next'];
  const trail = (...answers: string[]) => ({ guideId, packVersion, answers });

  it('is asked of somebody whose service is not known', () => {
    expect(at(...toWorkplace).step.kind).toBe('workplace');
    expect(at(...toWorkplace, 'work-school')).toMatchObject({ sector: 'school', step: { stepId: 'duty' } });
  });

  it('is not asked when the service is known, and going back passes it too', () => {
    const here = walk(theGuide, trail(...toWorkplace), 'kindergarten');
    expect(here).toMatchObject({ sector: 'kindergarten', step: { stepId: 'duty' } });
    expect(walk(theGuide, trail(...(here.back ?? [])), 'kindergarten').step.stepId).toBe('notes');
  });

  it('is passed when the roster could be read for the earlier cards but not for this one', () => {
    expect(walk(theGuide, trail(...toWorkplace, 'how'))).toMatchObject({
      step: { stepId: 'duty-how' },
      isRestarted: false,
    });
  });

  it('leads to the same card for "Vet ikke", without a service', () => {
    const { step, sector } = at(...toWorkplace, 'work-unsure');
    expect([step.stepId, sector]).toEqual(['duty', undefined]);
  });
});
