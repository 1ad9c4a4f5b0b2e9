import { describe, expect, it } from 'vitest';
import type { Approval } from '../../../src/core/approval.ts';
import { asApproved, withAwaiting } from '../../../src/features/guide/awaiting.ts';
import type { Step } from '../../../src/features/guide/guide.ts';
import { lintGuide } from '../../../src/features/guide/lint.ts';
import { guideWith, theGuide } from './the-guide.ts';

const today = '2026-11-26';
const approved: Approval = {
  status: 'approved',
  owner: 'kommuneoverlege',
  approvedBy: 'Kommuneoverlege Ask Fjell',
  approvedAt: '2026-11-20',
  validTo: '2027-11-20',
};
const utkast: Approval = { status: 'utkast', owner: 'kommuneoverlege' };
const line = (nb: string) => ({ nb, nn: nb, en: nb });

function stepWith(approval: Approval): Step {
  const step = theGuide.steps.get('suicide');
  if (!step) throw new TypeError('there is no step suicide');
  return { ...step, dos: [], donts: [], awaitsApproval: { approval, dos: [line('gjør')], donts: [line('ikke gjør')] } };
}
const wordsOf = ({ dos, donts }: Step) => [...dos, ...donts].map(({ nb }) => nb);

describe('advice that awaits approval', () => {
  it('is not there while nobody has approved it', () => {
    expect(wordsOf(asApproved(stepWith(utkast), today))).toEqual([]);
    expect(asApproved(stepWith(utkast), today)).not.toHaveProperty('awaitsApproval');
  });

  it('is there when somebody has approved it by name, up to and including the last day', () => {
    expect(wordsOf(asApproved(stepWith(approved), today))).toEqual(['gjør', 'ikke gjør']);
    expect(wordsOf(asApproved(stepWith(approved), '2027-11-20'))).toEqual(['gjør', 'ikke gjør']);
    expect(wordsOf(asApproved(stepWith(approved), '2027-11-21'))).toEqual([]);
  });

  it('stands for those who check it, approved or not', () => {
    expect(wordsOf(withAwaiting(stepWith(utkast)))).toEqual(['gjør', 'ikke gjør']);
  });

  it('must fit on its card before anybody approves it', () => {
    const long = guideWith('suicide', (step) => ({
      ...step,
      awaitsApproval: { approval: utkast, dos: [line('ord '.repeat(60))], donts: [] },
    }));
    expect(lintGuide(long).map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining('words in nb, more than 60')]),
    );
  });
});

describe('the branches without verified advice', () => {
  const branches = ['suicide', 'missing', 'intoxicated', 'images'];

  it.each(branches)('(%s) have theirs written, with an owner, and await a name', (stepId) => {
    expect(theGuide.steps.get(stepId)?.awaitsApproval?.approval).toEqual({
      status: 'utkast',
      owner: expect.stringMatching(/./),
    });
  });

  it.each(branches)('(%s) have until then numbers, and the local routine', (stepId) => {
    const step = theGuide.steps.get(stepId);
    const words = step?.text.map(({ nb }) => nb).join(' ');
    expect(words).toMatch(/^\*\*.*Ring 11[23].*\*\*[\d ]+\*\*, så får du hjelp\. Følg lokal rutine\.$/);
    expect(step?.contactIds).toContain('police-emergency');
  });

  it('are the only ones', () => {
    const waiting = [...theGuide.steps.values()].filter(({ awaitsApproval }) => awaitsApproval);
    expect(waiting.map(({ stepId }) => stepId).sort()).toEqual([...branches].sort());
  });
});
