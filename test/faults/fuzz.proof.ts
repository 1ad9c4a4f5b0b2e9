import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDrive } from '../support/drive.ts';
import { anyStep, known, mark, type Step } from './fuzz-steps.ts';
import { createWalker } from './fuzz-walker.ts';
import { watchedStores } from './watched-stores.ts';

const walks = 100;
const stepsInWalk = 500;
const monday = new Date('2026-11-23T09:00:00Z');
const units = [
  { unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' as const },
  { unitId: 'fjordgløtt', name: 'Fjordgløtt barnehage', sector: 'kindergarten' as const },
  { unitId: 'helse', name: 'Helsestasjonen', sector: 'health' as const },
];

it('50,000 random steps: always an answer, never a fault, nothing written that must not be', async () => {
  const counted = { walks: 0, steps: 0, completions: 0, messages: 0, kinds: new Map<string, number>() };
  const begun = performance.now();

  async function walk(steps: readonly Step[]): Promise<void> {
    const { stores, broken } = watchedStores(mark);
    const drive = await createDrive(monday, stores);
    for (const unit of units) await stores.units.createUnit(unit);
    await drive.knows(...known);
    const walker = createWalker(drive, broken);
    for (const step of steps) {
      await walker.take(step);
      counted.steps += 1;
      counted.kinds.set(step.kind, (counted.kinds.get(step.kind) ?? 0) + 1);
      if (broken.length > 0)
        throw new Error(`${[...new Set(broken)].join('\n')}\nafter ${JSON.stringify(step).slice(0, 600)}`);
    }
    counted.walks += 1;
    counted.completions += walker.completions();
    counted.messages += drive.sent.length;
  }

  const property = fc.asyncProperty(
    fc.array(anyStep, { minLength: stepsInWalk, maxLength: stepsInWalk, size: 'max' }),
    walk,
  );
  const result = await fc.check(property, { seed: 20261123, numRuns: walks, endOnFailure: true });
  // Without the walk itself: it is 500 steps long, and the cause names the one after which it broke.
  if (result.failed) throw new Error(`walk ${result.counterexamplePath} broke`, { cause: result.errorInstance });

  const kinds = [...counted.kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stdout.write(
    `fuzz: ${counted.steps} steps in ${counted.walks} walks, ${seconds} s (${kinds})\n` +
      `  ${counted.completions} modules completed, ${counted.messages} messages sent by jobs · unanswered 0 · faults 0 · rows broken 0 · foreign names 0\n`,
  );
  expect(counted.steps).toBe(walks * stepsInWalk);
  expect(counted.completions).toBeGreaterThan(100);
  expect(counted.messages).toBeGreaterThan(100);
});
