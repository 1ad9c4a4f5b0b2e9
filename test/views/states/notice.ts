import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { noticeView } from '../../../src/views/notice.view.ts';

export const states = defineStates(noticeView, {
  'storage unavailable': { reason: 'storage-unavailable', referenceCode: 'k3x7qa' },
  'storage unavailable, no code': { reason: 'storage-unavailable' },
  failed: { reason: 'failed', referenceCode: 'k3x7qa' },
  'old card': { reason: 'old-card' },
  'invalid input': { reason: 'invalid-input' },
  'not permitted': { reason: 'not-permitted' },
  'not in the roster': { reason: 'not-in-roster' },
  'not in the roster, something to read': { reason: 'not-in-roster', reads: true },
  'not in the roster, may ask': { reason: 'not-in-roster', reads: true, asks: true },
  'not checked': { reason: 'not-checked', reads: true },
  'a guest': { reason: 'guest', reads: true },
});
