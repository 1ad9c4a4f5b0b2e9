import { foundThings } from '../../../src/features/find/found-things.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type FindModel, findView } from '../../../src/views/find.view.ts';
import { theContent } from '../../features/find/the-content.ts';
import { aPerson } from '../../support/person-builder.ts';

const olav = aPerson('olav');
const { guide } = theContent;
const found = (text: string, more: Partial<FindModel> = {}): FindModel => ({
  ...foundThings(theContent, theContent.find(text, 'nb').refs, olav),
  ...{ guide, today: '2026-11-23', audience: 'employee', asked: 'searched' },
  ...more,
});
const outside = (text: string): Partial<FindModel> => ({
  ...foundThings(theContent, theContent.find(text, 'nb').refs),
  ...{ audience: 'guide-only', reads: true },
});
const withPages = new Map(
  [...guide.tools].map(([toolId, tool]) => [toolId, { ...tool, url: `https://example.org/${toolId}` }]),
);
const paged = { ...theContent, guide: { ...guide, tools: withPages } };

export const states = defineStates(findView, {
  'a word': found('hva betyr stafettholder?'),
  'a word with a section': found('meldeplikt'),
  'a word that leads nowhere': found('utkast', { things: [] }),
  'a word, for somebody we do not know': found('samtykke', outside('samtykke')),
  'modules that everybody may read, for somebody we do not know': found(
    'meldeplikt barnet',
    outside('meldeplikt barnet'),
  ),
  'nothing, where there is nothing to read': found('xyzzy', { audience: 'guide-only' }),
  'other things': found('møte'),
  'whom to call': found('mental helse'),
  'a form without a page': found('evalueringsskjema'),
  'a form with a page': {
    ...found('evalueringsskjema'),
    ...foundThings(paged, theContent.find('evalueringsskjema', 'nb').refs, olav),
    guide: paged.guide,
  },
  'a module, where it may be a worry': found('samtalen med barnet', { isWorry: true }),
  'a word, where it may be a worry': found('undring', { isWorry: true }),
  nothing: found('xyzzy'),
  'not searched yet': found('', { asked: 'not-yet' }),
});
