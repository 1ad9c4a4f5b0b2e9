import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { rereadView } from '../../../src/views/reread.view.ts';
import { words } from '../../support/module-builder.ts';
import { guide, report } from '../module-models.ts';

const change = {
  version: 2,
  summary: words(
    'Barnevernet skal nå svare deg innen tre uker.\n\n- Ring hvis du ikke har hørt noe.\n- Ny bekymring er en ny melding.',
  ),
};
const completedAt = new Date('2026-03-09T09:00:00Z');

export const states = defineStates(rereadView, {
  unread: { module: report, change, completedAt, standing: 'unread' },
  'sent again, approved, last year': {
    ...{ module: guide, change, standing: 'repeat' },
    completedAt: new Date('2025-12-03T09:00:00Z'),
  },
  'an older card': { module: report, change, completedAt, standing: 'newer' },
  read: { module: report, change, completedAt, standing: 'read' },
});
