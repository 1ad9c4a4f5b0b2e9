import { describe, expect, it } from 'vitest';
import { runPart } from '../../src/tools/proof/run-part.ts';
import { trialParts } from '../../src/tools/proof/trial-parts.ts';
import { writeReport } from '../../src/tools/proof/write-report.ts';
import { root } from '../support/source-files.ts';

const site = { date: '2026-11-23', node: '24.0.0', cpus: '2 × Some processor', memoryGb: 3.9, load: 1.25 };

describe('the report of a proof', () => {
  it('tells the date, the machine, and a verdict for each part before what it wrote', () => {
    const report = writeReport(site, 'npm run proof', [
      { name: 'Faults', outcome: 'held', seconds: 61.4, output: '12 passed' },
      { name: 'Bench', outcome: 'missing', seconds: 0, output: 'test/bench/turn.ts is not there' },
    ]);
    expect(report).toContain('# Proof of 2026-11-23');
    expect(report).toContain('2 × Some processor, 4 GB; 1.3 processes were at work');
    expect(report).toContain('| Faults | held | 61 s |');
    expect(report).toContain('| Bench | missing | 0 s |');
    expect(report.indexOf('missing')).toBeLessThan(report.indexOf('12 passed'));
  });

  it('keeps the last lines of a long output, and says how many went before', () => {
    const output = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    const report = writeReport(site, 'npm run proof', [{ name: 'Long', outcome: 'held', seconds: 1, output }]);
    expect(report).toContain('… 40 lines before\nline 40');
    expect(report).not.toContain('line 39\n');
  });
});

describe('a part of the proof', () => {
  it('is missing, not held, when what it runs is not there', async () => {
    expect(await runPart(root, { name: 'a', command: ['node'], needs: 'test/nowhere.ts' })).toMatchObject({
      outcome: 'missing',
    });
  });

  it('holds or fails by its exit code, and keeps what it wrote', async () => {
    const part = (script: string) => ({ name: 'a', command: ['node', '-e', script], needs: 'package.json' });
    expect(await runPart(root, part(''))).toMatchObject({ outcome: 'held', output: '' });
    expect(await runPart(root, part('process.exitCode = 2'))).toMatchObject({ outcome: 'failed' });
  });
});

describe('the reliability trials', () => {
  it('are a part each, so that a run which is cut keeps what it showed', () => {
    expect(trialParts('full', ['R8', 'R3']).map(({ name }) => name)).toEqual(['R3, full', 'R8, full']);
    expect(trialParts('short', []).length).toBeGreaterThan(10);
  });

  it('tell which there are when asked for another', () => {
    expect(() => trialParts('full', ['R99'])).toThrow('There is no trial R99; give some of R1, R1b');
    expect(() => trialParts('huge', [])).toThrow('There is no size huge; give one of full, tenth');
  });
});
