import { describe, expect, it } from 'vitest';
import { entryHomes } from '../../../src/features/find/entry-homes.ts';
import { foundThings } from '../../../src/features/find/found-things.ts';
import { aLeader, aPerson } from '../../support/person-builder.ts';
import { theContent } from './the-content.ts';

const { guide } = theContent;
const refs = ['word:samtykke', 'guide:consent', 'module:lederansvar', 'module:meldeplikt', 'tool:overgangsskjema'];
const kindsFor = (...given: Parameters<typeof foundThings>) => foundThings(...given).things.map(({ kind }) => kind);

describe('what was found', () => {
  it('begins with what the first word means', () => {
    expect(foundThings(theContent, refs, aPerson('olav')).word?.wordId).toBe('samtykke');
    expect(foundThings(theContent, refs.toReversed(), aPerson('olav')).word).toBeUndefined();
  });

  it('holds only what is meant for who asks', () => {
    expect(kindsFor(theContent, refs, aPerson('olav'))).toEqual(['guide', 'module', 'tool']);
    expect(kindsFor(theContent, refs, aLeader('siv', ['solbakken']))).toEqual(['guide', 'module', 'module', 'tool']);
    expect(kindsFor(theContent, refs, aPerson('liv', { sector: 'health' }))).toEqual(['guide', 'module']);
  });

  it('holds no module but what everybody may read, for somebody who is not in the staff list', () => {
    const { things } = foundThings(theContent, refs);
    expect(things).toMatchObject([
      { kind: 'guide' },
      { kind: 'module', module: { moduleId: 'meldeplikt' } },
      { kind: 'tool' },
    ]);
  });

  it('names no way into the guide twice, though two lead on from the same words', () => {
    const sameName = ['guide:listen', 'guide:meldeplikt', 'guide:child-tells'];
    expect(foundThings(theContent, sameName).things).toMatchObject([{ entry: { entryId: 'listen' } }]);
  });

  it('leaves out what does not exist, and shows at most five things', () => {
    const wild = ['module:__proto__', 'guide:', 'word:constructor', 'x', '', 'tool:stafettlogg:x', 'law:nothing'];
    expect(foundThings(theContent, wild, aPerson('olav'))).toEqual({ things: [] });
    const all = [...guide.tools.keys()].map((toolId) => `tool:${toolId}`);
    expect(foundThings(theContent, all).things).toHaveLength(5);
  });
});

describe('the entries', () => {
  it('lead to each step that can be found, and never straight to an ordinary one', () => {
    const homes = entryHomes(guide);
    const steps = homes.flatMap((home) => home.steps.map(({ stepId }) => stepId));
    expect(new Set(steps).size).toBe(steps.length);
    const opened = homes.map(({ entryId }) => guide.steps.get(guide.entries.get(entryId)?.to ?? '')?.kind);
    expect(opened.filter((kind) => kind === 'ordinary' || kind === undefined)).toEqual([]);
  });

  it('of a level hold its steps', () => {
    const level1 = entryHomes(guide).find(({ entryId }) => entryId === 'level-1');
    expect(level1?.steps.map(({ stepId }) => stepId)).toEqual(
      expect.arrayContaining(['level-1-meet', 'level-1-consent', 'level-1-plan']),
    );
  });
});
