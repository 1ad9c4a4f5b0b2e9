import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentGroupView } from '../../../src/views/content-group.view.ts';
import { theContent } from '../../features/find/the-content.ts';
import { report } from '../module-models.ts';

const [first = report] = theContent.catalogue.modules;

export const states = defineStates(contentGroupView, {
  'a small meeting': { module: report },
  'a meeting of the real content': { module: first },
});
