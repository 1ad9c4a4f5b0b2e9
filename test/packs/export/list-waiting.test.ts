import { expect, test } from 'vitest';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { listWaiting } from '../../../src/packs/export/list-waiting.ts';
import { words } from '../../support/module-builder.ts';

const made = { at: new Date('2026-11-23T09:00:00Z'), by: { personId: 'unn', name: 'Unn Vik' } };
const confirmBy = '2026-11-24';
const validTo = '2027-05-23';

test('what one person alone vouches for is listed, each once, with whether it is in the files', () => {
  const changes: readonly ContentChange[] = [
    { kind: 'number-set', changeId: 'a', ...made, contactId: 'ppt', number: '77001234', confirmBy },
    { kind: 'number-set', changeId: 'b', ...made, contactId: 'ppt', number: '77001235', confirmBy },
    { kind: 'number-set', changeId: 'c', ...made, contactId: 'barnevern', number: '77001236', confirmBy },
    { kind: 'number-confirmed', changeId: 'd', ...made, contactId: 'barnevern', of: 'c', validTo },
    {
      ...{ kind: 'contact-set', changeId: 'j', ...made, contactId: 'barnevern', confirmBy },
      ...{ name: words('Barnevernet'), use: words('råd') },
    },
    { kind: 'fact-checked', changeId: 'e', ...made, factId: 'contact:barnevern', confirmBy },
    { kind: 'fact-checked', changeId: 'f', ...made, factId: 'law:a', confirmBy },
    { kind: 'fact-confirmed', changeId: 'g', ...made, factId: 'law:a', of: 'f', validTo },
    { kind: 'fact-checked', changeId: 'h', ...made, factId: 'step:where', confirmBy },
    { kind: 'card-withdrawn', changeId: 'i', ...made, moduleId: 'm', cardId: 'a' },
  ];
  expect(listWaiting(changes, { contacts: new Map(), dateOf: () => '2026-11-23' })).toEqual([
    { subject: 'contact:ppt', what: 'number', isInFiles: true, confirmBy },
    { subject: 'contact:barnevern', what: 'words', isInFiles: false, confirmBy },
    { subject: 'contact:barnevern', what: 'check', isInFiles: true, confirmBy },
    { subject: 'step:where', what: 'check', isInFiles: true, confirmBy },
  ]);
});
