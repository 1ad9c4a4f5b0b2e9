import { describe, expect, it } from 'vitest';
import type { UseKind } from '../../../src/features/guide/count-use.ts';
import { answerTurn } from '../../../src/inbound/bot/answer-turn.ts';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import { theContent } from '../../features/find/the-content.ts';
import { memoryPersonKeyStore } from '../../support/memory-person-key-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { executeActivity, messageActivity } from './activities.ts';

const message = { card: { type: 'AdaptiveCard' as const, version: '1.5', fallbackText: 'x' }, summary: 'x' };

async function countOf(activity: Record<string, unknown>): Promise<readonly UseKind[]> {
  const counted: UseKind[] = [];
  const turn = readTurn(activity);
  if (!turn) throw new Error('no turn');
  await answerTurn(
    {
      ...{ clock: { now: () => new Date('2026-11-23T09:00:00Z') }, people: memoryPersonStore() },
      ...{ personKeys: memoryPersonKeyStore(), defaultLocale: 'nb', zone: 'Europe/Oslo', find: theContent.find },
      countUse: (kind) => void counted.push(kind),
      route: async () => ({ place: 'replace', message }),
      privacyWarning: () => message,
      welcome: async () => undefined,
      farewell: async () => {},
      telemetry: { record: () => {} },
    },
    turn,
  );
  return counted;
}

describe('what is counted', () => {
  it.each<readonly [string, readonly UseKind[]]>([
    ['jeg er bekymret for et barn', ['guide']],
    ['hva betyr stafettholder?', ['search']],
    ['xyzzy plugh', ['not-understood']],
    ['hjelp', []],
    ['hei', []],
    ['moduler', []],
  ])('of "%s"', async (text, kinds) => {
    expect(await countOf(messageActivity(text))).toEqual(kinds);
  });

  it('is that the guide was opened, and no step in it', async () => {
    expect(await countOf(executeActivity('guide.start', {}))).toEqual(['guide']);
    expect(await countOf(executeActivity('guide.answer', {}))).toEqual([]);
    expect(await countOf(executeActivity('guide.finish', {}))).toEqual([]);
  });
});
