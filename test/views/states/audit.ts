import type { AuditEntry } from '../../../src/features/people/audit-store.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { auditView } from '../../../src/views/audit.view.ts';
import { strangeName } from '../strange-name.ts';

const at = new Date('2026-11-20T10:00:00Z');
const entry = { entryId: 'a', at, actorId: 'siv', subjectId: 'kari', moduleId: 'meldeplikt' };
const entries: readonly AuditEntry[] = [
  { ...entry, action: 'group.tick' },
  { ...entry, action: 'prior.confirm' },
  { ...entry, action: 'prior.decline', subjectId: 'gone' },
  { entryId: 'd', at, actorId: 'siv', action: 'intro.tick', subjectId: 'kari' },
  { entryId: 'c', at, actorId: 'siv', action: 'reports.close', subjectId: 'guide:violence' },
  { entryId: 'e', at, actorId: 'roster:file', action: 'roster.apply', joined: 12, changed: 3, left: 40 },
  { entryId: 'f', at, actorId: 'roster:file', action: 'roster.many-leave', joined: 12, changed: 3, left: 40 },
  { entryId: 'g', at, actorId: 'roster:directory', action: 'roster.rights', subjectId: 'siv' },
  { entryId: 'h', at, actorId: 'siv', action: 'staff.remind-unit', subjectId: 'solbakken' },
  { entryId: 'b', at, actorId: 'kari', action: 'refused', verb: 'digest.status' },
];
const names = new Map([
  ['siv', 'Siv Moe'],
  ['solbakken', 'Solbakken skole'],
  ['kari', strangeName],
]);
const audit = { month: '2026-11-01' as const, entries, names, page: 0, pages: 1, hasOlder: false };

export const states = defineStates(auditView, {
  'this month': {
    ...{ audit, monthsBack: 0 },
    titles: new Map([['guide:violence', { nb: 'Vold', nn: 'Vald', en: 'Violence' }]]),
  },
  'a page in the middle of an older month': { audit: { ...audit, page: 1, pages: 3, hasOlder: true }, monthsBack: 2 },
  'to somebody who looks after the content too': { audit, monthsBack: 0, content: 'offered' },
  nothing: { audit: { ...audit, entries: [] }, monthsBack: 0 },
});
