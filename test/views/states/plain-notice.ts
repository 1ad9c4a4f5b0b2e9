import { fallbackGuide } from '../../../src/packs/fallback-guide.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { plainNoticeView } from '../../../src/views/plain-notice.view.ts';

export const states = defineStates(plainNoticeView, {
  'no text can be read': { contacts: [...fallbackGuide('1').contacts.values()] },
});
