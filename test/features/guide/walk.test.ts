import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trailsBeside } from '../../../src/features/guide/also.ts';
import { dangerNow, mostAnswers, type StepKind } from '../../../src/features/guide/guide.ts';
import { enterGuide, startWalk, type Walk, walk } from '../../../src/features/guide/walk.ts';
import { sectors } from '../../../src/features/people/person.ts';
import { allPaths, shortestTrails, theGuide } from './the-guide.ts';

const { guideId, packVersion } = theGuide;
const at = (...answers: string[]): Walk => walk(theGuide, { guideId, packVersion, answers });
const trails = shortestTrails(theGuide);
const closedKinds: readonly StepKind[] = ['protect', 'acute', 'duty', 'workplace'];

/** Presses that a person may make on any card, drawn from what the card offers. */
const presses = fc.array(fc.nat(1_000), { maxLength: 40 });
function pressOn(from: Walk, press: number): { to: Walk; isBack: boolean } {
  const forward = [...from.step.choices.map(({ choiceId }) => choiceId), dangerNow].map((id) => [...from.answers, id]);
  const { entry } = from;
  const onward = forward.map((answers) => walk(theGuide, { guideId, packVersion, entry, answers }));
  const back = from.back ? [walk(theGuide, { guideId, packVersion, entry, answers: from.back })] : [];
  const anew = [at(), ...trailsBeside(theGuide, from).map(({ trail }) => walk(theGuide, trail))];
  const all = [...onward, ...back, ...anew];
  const index = press % all.length;
  return { to: all[index] ?? from, isBack: index >= onward.length };
}

describe('the worried flow', () => {
  it('shows the emergency numbers before any question', () => {
    const { step } = startWalk(theGuide);
    expect(step.contactIds.slice(0, 2)).toEqual(['police-emergency', 'ambulance']);
    expect(step.choices.map(({ label }) => label.nb)).toEqual([
      'Barnet forteller noe nå',
      'Mistanke om vold eller overgrep',
      'Selvmord, rus, savnet, bilder',
      'Noe annet bekymrer meg',
      'Vet ikke',
      'Plikter, skjemaer og numre',
    ]);
  });

  it('comes to an end on each of its paths, and never leads from suspicion of violence to an ordinary step', () => {
    let count = 0;
    for (const { answers, steps } of allPaths(theGuide)) {
      const reached = at(...answers);
      if (reached.isRestarted || reached.step !== steps.at(-1)) throw new Error(`${answers} leads astray`);
      const closed = steps.findIndex(({ kind }) => closedKinds.includes(kind));
      if (closed >= 0 && steps.slice(closed).some(({ kind }) => kind === 'ordinary')) {
        throw new Error(`${answers} leads to an ordinary step`);
      }
      count += 1;
    }
    expect(count).toBeGreaterThan(1_000);
  });

  it('asks about safety before every ordinary step, however a person goes back and forth', () => {
    const starts = fc.constantFrom(undefined, ...theGuide.entries.keys());
    const property = fc.property(starts, presses, (entry, all) => {
      let here = entry === undefined ? startWalk(theGuide) : enterGuide(theGuide, entry);
      expect(here.step.kind).not.toBe('ordinary');
      let isAsked = false;
      for (const press of all) {
        const { to, isBack } = pressOn(here, press);
        isAsked = isBack ? false : isAsked || here.step.kind === 'safety';
        if (to.step.kind === 'ordinary') expect(isAsked).toBe(true);
        expect(to.isRestarted).toBe(false);
        expect(to.answers.length).toBeLessThanOrEqual(mostAnswers);
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
    for (const [stepId, answers] of trails) {
      const here = at(...answers);
      expect(here.step.stepId).toBe(stepId);
      if (stepId === theGuide.acuteId) continue;
      const numbers = at(...answers, dangerNow);
      expect(numbers.step.stepId).toBe('acute');
      if (here.step.kind !== 'ordinary') expect(numbers.back).toEqual(answers);
    }
  });

  it('takes "Vet ikke" to advice that does not involve the parents', () => {
    expect(at('other', 'unsure').step.stepId).toBe('unsure');
    expect(at('suspicion', 'control', 'honour', 'next', 'unsure').step.kind).toBe('acute');
  });
});

describe('a place beside the path', () => {
  const places = [...trails].flatMap(([stepId, answers]) => {
    const here = at(...answers);
    return trailsBeside(theGuide, here).map(({ place, trail }) => ({ stepId, here, place, trail }));
  });

  it('is offered by some steps', () => {
    expect(places.length).toBeGreaterThan(20);
  });

  it('leads back to where the person was, or to the safety question before an ordinary step', () => {
    for (const { stepId, here, place, trail } of places) {
      const beside = walk(theGuide, trail);
      expect([stepId, place.entryId, beside.step.stepId]).toEqual([stepId, place.entryId, place.to]);
      const back = at(...(beside.back ?? ['nowhere']));
      expect(back.isRestarted).toBe(false);
      if (here.step.kind === 'ordinary') expect([stepId, back.step.kind]).toEqual([stepId, 'safety']);
      else expect([stepId, back.step.stepId]).toEqual([stepId, stepId]);
    }
  });

  it('leads on as when the guide is opened there, and no farther', () => {
    for (const { trail, place } of places) {
      expect(walk(theGuide, trail).step.kind).not.toBe('ordinary');
      for (const { choiceId, to } of theGuide.steps.get(place.to)?.choices ?? []) {
        const next = walk(theGuide, { ...trail, answers: [...trail.answers, choiceId] });
        expect([place.entryId, next.step.stepId]).toEqual([place.entryId, to]);
      }
    }
  });

  it('can be left after reporting: the numbers lead back to the end of the walk', () => {
    const reported = at(...(trails.get('end-reported') ?? []));
    const [numbers] = trailsBeside(theGuide, reported);
    const called = walk(theGuide, numbers?.trail ?? { guideId, packVersion, answers: ['nothing'] });
    expect(called.step.stepId).toBe('call');
    expect(at(...(called.back ?? [])).step.stepId).toBe('end-reported');
  });

  it('can be gone to after the longest of paths', () => {
    const longest = [...allPaths(theGuide)].reduce((most, path) =>
      path.answers.length > most.answers.length ? path : most,
    );
    const end = at(...longest.answers);
    expect(trailsBeside(theGuide, end).map(({ trail }) => trail.answers.length)).toContain(longest.answers.length + 1);
  });

  it('and another, and another, never make more answers than a card has room for, and every one can be walked', () => {
    const farthest = (from: Walk): Walk => {
      const [next] = from.step.choices.toSorted((a, b) => a.choiceId.localeCompare(b.choiceId));
      return next ? farthest(walk(theGuide, trailOn(from, next.choiceId))) : from;
    };
    const trailOn = ({ entry, answers }: Walk, answer: string) => ({
      guideId,
      packVersion,
      entry,
      answers: [...answers, answer],
    });
    const property = fc.property(
      fc.constantFrom(...trails.values()),
      fc.array(fc.nat(20), { maxLength: 12 }),
      (answers, picks) => {
        let here = farthest(at(...answers));
        for (const pick of picks) {
          const beside = trailsBeside(theGuide, here);
          const { trail } = beside[pick % Math.max(1, beside.length)] ?? { trail: trailOn(here, dangerNow) };
          here = farthest(walk(theGuide, trail));
          expect([here.isRestarted, here.answers.length <= mostAnswers]).toEqual([false, true]);
        }
      },
    );
    fc.assert(property, { seed: 20261123, numRuns: 500 });
  });

  it('cannot be reached from a step that does not offer it', () => {
    const offered = new Set(places.map(({ stepId, place }) => `${stepId} ${place.entryId}`));
    for (const [stepId, answers] of trails) {
      for (const entryId of theGuide.entries.keys()) {
        if (offered.has(`${stepId} ${entryId}`) || theGuide.steps.get(stepId)?.kind === 'workplace') continue;
        expect([stepId, entryId, at(...answers, `also:${entryId}`).isRestarted]).toEqual([stepId, entryId, true]);
      }
    }
  });

  it('begins a new walk when a card would have to carry too much', () => {
    const end = at(...(trails.get('end-closed') ?? []));
    const long: Walk = { ...end, answers: Array.from({ length: mostAnswers }, () => 'next') };
    for (const { place, trail } of trailsBeside(theGuide, long)) {
      expect(trail).toEqual({ guideId, packVersion, entry: place.entryId, answers: [] });
    }
  });
});

describe('a card that does not fit', () => {
  it.each([
    ['another version of the content', { guideId, packVersion: 'older', answers: ['suspicion'] }],
    ['another guide', { guideId: 'other', packVersion, answers: [] }],
    ['an answer that does not exist', { guideId, packVersion, answers: ['suspicion', 'nothing'] }],
    ['an answer after the end', { guideId, packVersion, answers: [...(trails.get('end-reported') ?? []), 'next'] }],
    ['an entry that does not exist', { guideId, packVersion, entry: 'gone', answers: [] }],
    ['an answer named like a property', { guideId, packVersion, answers: ['__proto__'] }],
  ])('(%s) starts again at the first card', (_what, trail) => {
    expect(walk(theGuide, trail)).toEqual({ ...startWalk(theGuide), isRestarted: true });
  });

  it('never fails, whatever it carries', () => {
    const known = [...theGuide.steps.values()].flatMap(({ choices }) => choices.map(({ choiceId }) => choiceId));
    const beside = [...theGuide.entries.keys()].map((entryId) => `also:${entryId}`);
    const answer = fc.oneof(fc.constantFrom(dangerNow, ...known), fc.constantFrom(...beside), fc.string());
    const answers = fc.array(answer, { maxLength: 64 });
    const property = fc.property(answers, fc.option(fc.constantFrom(...sectors)), (given, sector) => {
      const { step } = walk(theGuide, { guideId, packVersion, answers: given }, sector ?? undefined);
      expect(theGuide.steps.get(step.stepId)).toBe(step);
    });
    fc.assert(property, { seed: 20261123, numRuns: 2_000 });
  });
});

describe('an entry', () => {
  it.each([...theGuide.entries.values()])(
    '($entryId) opens the guide there, and goes on from there',
    ({ entryId, to }) => {
      const here = enterGuide(theGuide, entryId);
      expect(here).toMatchObject({ step: { stepId: to }, entry: entryId, answers: [], isRestarted: false });
      expect(here.back).toBeUndefined();
      for (const { choiceId, to: next } of here.step.choices) {
        const after = walk(theGuide, { guideId, packVersion, entry: entryId, answers: [choiceId] });
        expect([after.step.stepId, after.entry]).toEqual([next, entryId]);
      }
    },
  );

  it('that does not exist opens the first card', () => {
    expect(enterGuide(theGuide, 'gone')).toEqual(startWalk(theGuide));
    expect(enterGuide(theGuide, '__proto__')).toEqual(startWalk(theGuide));
  });

  it('about violence, abuse or control never leads to an ordinary step', () => {
    const closed = [
      'violence',
      'sexual-abuse',
      'forced-marriage',
      'genital-mutilation',
      'honour',
      'suspicion',
      'colleague',
    ];
    const more = ['suicide', 'missing', 'intoxicated', 'images', 'acute', 'leader-concerned', 'for-leader', 'duty'];
    for (const entry of [...closed, ...more]) {
      const { step } = enterGuide(theGuide, entry);
      expect(closedKinds).toContain(step.kind);
      for (const { steps } of allPaths(theGuide, step.stepId)) {
        expect(steps.filter(({ kind }) => kind === 'ordinary')).toEqual([]);
      }
    }
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
