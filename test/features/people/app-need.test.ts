import { describe, expect, it } from 'vitest';
import { type AppNeed, appNeedOf } from '../../../src/features/people/app-need.ts';
import type { Conversation } from '../../../src/features/people/person.ts';
import { aPerson } from '../../support/person-builder.ts';

const today = '2026-11-23';
const nora = aPerson('nora', { aadObjectId: 'a1' });
const blocked = (reason: string): Pick<Conversation, 'state' | 'reason'> => ({ state: 'blocked', reason });

describe('the app is wanted', () => {
  it('for who works here today, has an id and no chat', () => {
    expect(appNeedOf(nora, undefined, today)).toBe('wanted');
    expect(appNeedOf({ ...nora, employedOn: today, endsOn: today }, undefined, today)).toBe('wanted');
  });

  it.each([
    'BotNotInConversationRoster',
    'ForbiddenOperationException',
    'BotDisabledByAdmin',
    'MessageWritesBlocked',
    'http-403',
  ])('for whose chat Teams shut with %s', (reason) => {
    expect(appNeedOf(nora, blocked(reason), today)).toBe('wanted');
  });

  it('for who has had it taken away only where that is asked for', () => {
    expect(appNeedOf(nora, blocked('uninstalled'), today)).toBe('uninstalled');
    expect(appNeedOf(nora, blocked('uninstalled'), today, true)).toBe('wanted');
  });
});

describe('the app is not wanted', () => {
  it.each<[string, AppNeed, Parameters<typeof appNeedOf>]>([
    ['for whom we can write to', 'reachable', [nora, { state: 'open' }, today]],
    ['for who has blocked us', 'blocked', [nora, blocked('ConversationBlockedByUser'), today, true]],
    ['for who comes tomorrow', 'not-at-work', [{ ...nora, employedOn: '2026-11-24' }, undefined, today]],
    ['for who left yesterday', 'not-at-work', [{ ...nora, endsOn: '2026-11-22' }, undefined, today]],
    ['for whose account nobody knows', 'no-id', [aPerson('per'), undefined, today]],
    [
      'for whose account nobody knows, also uninstalled',
      'no-id',
      [aPerson('per'), blocked('uninstalled'), today, true],
    ],
  ])('%s', (_who, need, asked) => {
    expect(appNeedOf(...asked)).toBe(need);
  });
});
