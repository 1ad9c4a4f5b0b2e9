import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { groupAnswerView } from '../../../src/views/group-answer.view.ts';
import { sessionId } from '../group-models.ts';

export const states = defineStates(groupAnswerView, {
  joined: { answer: 'joined', sessionId, means: 'registered' },
  'joined, has the module': { answer: 'joined', sessionId, means: 'has-it' },
  'joined while storage was away': { answer: 'joined', sessionId, means: 'not-known' },
  'joined, from an older client': { answer: 'joined', sessionId, means: 'not-shown' },
  'was there, from an older client': { answer: 'was-with', isRegistered: 'not-shown' },
  'pressed again': { answer: 'already-with', sessionId, means: 'registered' },
  left: { answer: 'left', sessionId },
  'joined, the module is made for others': { answer: 'joined', sessionId, means: 'not-for-you' },
  'was there': { answer: 'was-with', isRegistered: true },
  'was there, the module is made for others': { answer: 'was-with', isRegistered: false },
  'too late': { answer: 'too-late' },
  gone: { answer: 'gone' },
  'a guest': { answer: 'guest', sessionId },
  'not in the roster': { answer: 'unknown', sessionId },
  'storage was away': { answer: 'try-again', sessionId },
  'storage was away, and the meeting is on': { answer: 'not-checked', sessionId },
  'storage was away, and no meeting is on': { answer: 'not-checked' },
  'does not lead': { answer: 'not-leading', sessionId },
  'may take over': { answer: 'may-take-over', sessionId },
  'has taken over': { answer: 'taken-over', sessionId },
  'about to end': { answer: 'sure-to-end', sessionId, count: 14 },
  'about to end with nobody': { answer: 'sure-to-end', sessionId, count: 0 },
  'may not run this one': { answer: 'not-yours' },
  'ended, the module was taken away': { answer: 'ended' },
  'called off, the module was taken away': { answer: 'called-off' },
  'only leaders': { answer: 'only-leaders' },
});
