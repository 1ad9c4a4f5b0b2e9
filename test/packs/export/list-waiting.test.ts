import { expect, test } from 'vitest';
import { wordingOf } from '../../../src/features/content/advice-state.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { hasAdvice } from '../../../src/features/content/decide-check.ts';
import { listWaiting } from '../../../src/packs/export/list-waiting.ts';
import { theContent } from '../../features/find/the-content.ts';
import { aModule, words } from '../../support/module-builder.ts';

const made = { at: new Date('2026-11-23T09:00:00Z'), by: { personId: 'unn', name: 'Unn Vik' } };
const confirmBy = '2026-11-24' as const;
const dateOf = () => '2026-11-23' as const;
const files = { contacts: new Map(), modules: [], steps: new Map(), dateOf };
const validTo = '2027-05-23' as const;

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
  expect(listWaiting(changes, files)).toEqual([
    { subject: 'contact:ppt', what: 'number', isInFiles: true, confirmBy },
    { subject: 'contact:barnevern', what: 'words', isInFiles: false, confirmBy },
    { subject: 'contact:barnevern', what: 'check', isInFiles: true, confirmBy },
    { subject: 'step:where', what: 'check', isInFiles: true, confirmBy },
  ]);
});

test('texts and advice that wait are listed as left out: files that follow are newer than they are', () => {
  const module = aModule('m', { version: 2 });
  const [step] = [...theContent.guide.steps.values()].filter(hasAdvice);
  if (!step) throw new TypeError('the guide has no advice');
  const advice = { stepId: step.stepId, wording: wordingOf(step.awaitsApproval), validTo, confirmBy };
  const changes: readonly ContentChange[] = [
    { kind: 'texts-read', changeId: 'a', ...made, moduleId: 'm', textsId: 't', version: 2, onFiles: 2, count: 1 },
    { kind: 'texts-sent', changeId: 'b', ...made, moduleId: 'm', of: 't', confirmBy },
    { kind: 'advice-approved', changeId: 'c', ...made, ...advice },
  ];
  const withBoth = { ...files, modules: [module], steps: new Map([[step.stepId, step]]) };
  expect(listWaiting(changes, withBoth)).toEqual([
    { subject: 'module:m', what: 'texts', isInFiles: false, confirmBy },
    { subject: `step:${step.stepId}`, what: 'advice', isInFiles: false, confirmBy },
  ]);
  const answered: readonly ContentChange[] = [
    ...changes,
    { kind: 'texts-accepted', changeId: 'd', ...made, moduleId: 'm', of: 't' },
    { kind: 'advice-confirmed', changeId: 'e', ...made, stepId: step.stepId, of: 'c' },
  ];
  expect(listWaiting(answered, withBoth)).toEqual([]);
});
