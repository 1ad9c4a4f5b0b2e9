import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { backSchema } from '../../../src/features/reports/back.ts';
import { closeReports } from '../../../src/features/reports/close-reports.ts';
import { drawPlace, makeReport } from '../../../src/features/reports/make-report.ts';
import { placesADate } from '../../../src/features/reports/report.ts';
import { findReportable } from '../../../src/features/reports/reportable.ts';
import { reportedTextsFor } from '../../../src/features/reports/reported-texts.ts';
import { sumReports } from '../../../src/features/reports/sum-reports.ts';
import { memoryAuditStore } from '../../support/memory-audit-store.ts';
import { memoryReportStore } from '../../support/memory-report-store.ts';
import { aPerson } from '../../support/person-builder.ts';
import { aReport } from '../../support/report-builder.ts';
import { theContent } from '../find/the-content.ts';

const said = { kind: 'fact', place: 4 } as const;

describe('a report', () => {
  it('of a card of the guide keeps the month only, and nothing else tells of the walk', () => {
    const content = findReportable(theContent, 'guide:violence');
    expect(content && makeReport(content, said, '2026-11-26')).toEqual({
      ...{ contentId: 'guide:violence', version: theContent.guide.packVersion, on: '2026-11-01' },
      ...said,
    });
  });

  it.each(['module:meldeplikt:hovedregelen', 'word:ppt'])('of %s keeps the day', (contentId) => {
    const content = findReportable(theContent, contentId);
    expect(content && makeReport(content, said, '2026-11-26')).toMatchObject({ contentId, on: '2026-11-26' });
  });

  it('has one of the few places of its date', () => {
    const drawn = Array.from({ length: 500 }, drawPlace);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(placesADate);
  });
});

describe('what may be reported', () => {
  it('is every card and question of a module, what it asks to think over, what is said in short, every word and guideline, and every step but those with the numbers', () => {
    const { catalogue, guide, words } = theContent;
    const ids = [
      ...catalogue.modules.flatMap(({ moduleId, cards, quiz }) =>
        [...cards.map(({ cardId }) => cardId), ...quiz.map(({ questionId }) => questionId)].map(
          (partId) => `module:${moduleId}:${partId}`,
        ),
      ),
      ...catalogue.modules.map(({ moduleId }) => `module:${moduleId}:reflection`),
      ...catalogue.modules.map(({ moduleId }) => `module:${moduleId}:in-short`),
      ...(catalogue.policies ?? []).map(({ policyId }) => `policy:${policyId}`),
      ...words.map(({ wordId }) => `word:${wordId}`),
      ...[...guide.steps.keys()].map((stepId) => `guide:${stepId}`),
    ];
    expect(ids.filter((id) => findReportable(theContent, id)?.contentId !== id)).toEqual([
      'guide:start',
      'guide:acute',
    ]);
  });

  it.each([
    '',
    'module:meldeplikt',
    'module:meldeplikt:x',
    'guide:__proto__',
    'word:constructor',
    'policy:borte',
    'unit:solbakken',
    ':::',
  ])('is not "%s"', (contentId) => {
    expect(findReportable(theContent, contentId)).toBeUndefined();
  });
});

describe('the sum', () => {
  it('counts each kind and names the first and the last date, the text with the most reports first', () => {
    const sums = sumReports([
      aReport('word:ppt', { on: '2026-11-22' }),
      aReport('word:bti', { on: '2026-11-23', kind: 'unclear' }),
      aReport('word:bti', { on: '2026-11-20', kind: 'fact' }),
      aReport('word:bti', { on: '2026-11-21', kind: 'unclear' }),
    ]);
    expect(sums).toEqual([
      {
        ...{ contentId: 'word:bti', count: 3, first: '2026-11-20', last: '2026-11-23' },
        kinds: [
          { kind: 'fact', count: 1 },
          { kind: 'unclear', count: 2 },
        ],
      },
      { contentId: 'word:ppt', count: 1, kinds: [{ kind: 'fact', count: 1 }], first: '2026-11-22', last: '2026-11-22' },
    ]);
  });

  it('counts every report once, in whatever order they come', () => {
    const report = fc.record({ contentId: fc.constantFrom('word:a', 'word:b', 'guide:c'), place: fc.nat(19) });
    const property = fc.property(fc.array(report), (given) => {
      const reports = given.map(({ contentId, place }) => aReport(contentId, { place }));
      const sums = sumReports(reports);
      expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(reports.length);
      expect(sumReports(reports.toReversed())).toEqual(sums);
    });
    fc.assert(property, { seed: 20261123 });
  });
});

describe('the reports', () => {
  const reports = [aReport('word:ppt'), aReport('policy:bilder-av-barn'), aReport('word:borte')];
  const seenBy = (given: Partial<Person>) =>
    reportedTextsFor(aPerson('x', given), theContent, reports).map(({ contentId }) => contentId);

  it('of a text are for who answers for it, and those of one that is gone for who looks after all of them', () => {
    expect(seenBy({ answersFor: ['Oppvekstsjef'] })).toEqual(['policy:bilder-av-barn']);
    expect(seenBy({ answersFor: ['BTI-koordinator'] })).toEqual(['word:ppt']);
    expect(seenBy({})).toEqual([]);
    for (const role of ['coordinator', 'administrator'] as const) {
      expect(seenBy({ roles: [role] })).toEqual(['policy:bilder-av-barn', 'word:borte', 'word:ppt']);
    }
  });
});

describe('closing', () => {
  const now = new Date('2026-11-26T09:00:00Z');
  const closing = { contentId: 'word:ppt', seen: 2, personId: 'per', now };

  it('deletes what the coordinator has seen, and nothing of other texts', async () => {
    const reports = memoryReportStore();
    for (const place of [1, 2]) await reports.create(aReport('word:ppt', { place }));
    await reports.create(aReport('word:bti'));
    const audit = memoryAuditStore();
    expect(await closeReports({ reports, audit }, closing)).toEqual({ outcome: 'closed' });
    expect(await closeReports({ reports, audit }, closing)).toEqual({ outcome: 'nothing-open' });
    expect(await toArray(reports.list())).toEqual([aReport('word:bti')]);
    expect(await toArray(audit.list('202611', 'per'))).toMatchObject([
      { action: 'reports.close', actorId: 'per', subjectId: 'word:ppt', at: now },
    ]);
  });

  it('deletes nothing that it could not tell the audit of', async () => {
    const reports = memoryReportStore();
    await reports.create(aReport('word:ppt'));
    const audit = { create: () => Promise.reject(new Failure('unavailable', 'storage is away; try later')) };
    await expect(closeReports({ reports, audit }, closing)).rejects.toThrow(/away/);
    expect(await toArray(reports.list())).toHaveLength(1);
  });

  it('leaves all where more came in the meantime', async () => {
    const reports = memoryReportStore();
    for (const place of [1, 2]) await reports.create(aReport('word:ppt', { place }));
    const audit = memoryAuditStore();
    expect(await closeReports({ reports, audit }, { ...closing, seen: 1 })).toEqual({ outcome: 'more-came' });
    expect(await toArray(reports.list())).toHaveLength(2);
    expect(await toArray(audit.list('202611', 'per'))).toEqual([]);
  });
});

describe('the way back', () => {
  it('is taken only in one of its forms', () => {
    expect(backSchema.safeParse({ to: 'word', wordId: 'ppt', words: 'x' }).data).toEqual({ to: 'word', wordId: 'ppt' });
    for (const wrong of [
      { to: 'digest' },
      { to: 'guide', answers: 'x' },
      { to: 'module', moduleId: 'a', position: -1 },
    ]) {
      expect(backSchema.safeParse(wrong).success).toBe(false);
    }
  });
});
