import type { Lexicon } from './lexicon.ts';

/** What a text is about more closely, by the entry of the guide that answers it. */
export const entryWords: Lexicon = {
  'about:genital-mutilation': ['kjønnslemle*|omskjær*|omskår*|omskær*|fgm|circumcis*|genital mutilation|be cut'],
  'about:forced-marriage': [
    'tvangsekte*|tvangsgift*|barneekte*|gift* bort|giftes|giftast|gifte seg|forced marriage*|married|marry',
  ],
  'about:images': ['nakenbild*|nakenfoto*|nakenvideo*|nudes|nude|nude pictures|intime bilder|sexvideo*'],
  'about:duty': ['meldeplikt*|meldeplkt|meldepligt*|duty to report|underretningsplig*|melde|melding'],
  'about:avert': ['avverg*|avverj*|afværge*|196'],
  'about:confidentiality': ['taushetsplik*|teieplikt*|tavshedspligt*|confidential*|opplysningsplikt*|opplysningsrett*'],
  'about:consent': ['samtykk*|consent'],
  'about:school-environment': ['mobb*|bully*|12|skolemiljø*|krenk*|aktivitetsplikt*'],
  'about:levels': ['bti|nivå*|level|stafettlogg*|stafetthold*|stafetthald*|undring*'],
  'about:level-3': ['nivå 3|nivå tre|level 3|individuell plan|koordinerende enhet|barnekoordinator*'],
};
