import { readRules } from './rule.ts';

/** Not about a child: the workplace, the person's own affairs, things, small talk. */
export const ownAffairRules = readRules([
  'privacy → other privacy: privacy; nowhere child; most 12',
  'worried-about-work → other help: worry + atWork; nowhere child children report kin what pron',
  'bullied-at-work → other help: bully|violate|sign|violence|threat + colleague|atWork; nowhere child children report worry what',
  'not-worried → other help: idiom; nowhere child children worry pron kin course number form measure several report',
  'own-affair → other help: hr|thing; nowhere child pron disclose bully neglect report parents several course topic form number measure',
  'own-affair-worry → other help: hr|thing + self|worry; nowhere child children bully neglect report parentTalk several course topic form number; most 30',
]);

/** Questions of knowledge, numbers, forms and modules. */
export const infoRules = readRules([
  'module → info modules: course; nowhere child pron bully neglect; most 14',
  'number → info numbers: number; nowhere child pron neglect bully; most 16',
  'form → info tools: form + worry|where|several|measure|report|topic|refer|knowledge|parents|talk; nowhere child pron neglect bully',
  'form-alone → info tools: form; nowhere child pron bully; most 4',
  'where-to-find → info tools: where + topic|report|several|dutyName; nowhere child pron; most 14',
  'what-it-is → info law: knowledge + topic|lawName|dutyName; nowhere child pron bully refuses neglect violate; most 24',
  'a-law → info law: lawName; nowhere child pron report bully neglect refuses violate; most 14',
  'a-word → info law: topic; not neglect bully several worry report; most 1',
  'the-model → info levels: topic; nowhere child pron worry report dutyName several service measure parents neglect bully; most 4',
]);

/** The duties, when nothing speaks of violence or abuse. */
export const dutyRules = readRules([
  'staff-violates → duty colleague: violate + staff; nowhere atWork',
  'bullying → duty school-environment: bully; not atWork',
  'neglect → duty neglect: neglect',
  'substance-abuse → duty duty: drugs + kin|child|children|pron|parents',
  'substance-word → duty duty: drugs|crime; nowhere hr thing; asks',
  'told-not-to-report → duty leader-disagrees: leader + refuses + report; anywhere',
  'report → duty duty-how: report; not measure; nowhere hr thing several',
  'duty → duty duty: dutyName; nowhere several',
]);

/** The municipality's usual way of working, by level. */
export const levelRules = readRules([
  'several-services → bti2 level-2: several',
  'service-involved → bti2 level-2: service + refer|talk|measure|disagree|several|what',
  'service-word → bti2 level-2: service; most 3; asks',
  'talk-with-parents → bti1 level-1: talk + parents|kin; nowhere notYet',
  'parents-disagree → bti1 level-1: disagree + parents|kin',
  'together-with-parents → bti1 level-1: together + parents|kin|child|talk',
  'conversation → bti1 level-1: parentTalk',
  'measures → bti1 level-1: measure',
  'worried-about-child → bti0 wonder: worry + child|children|pron; anywhere',
  'sign → bti0 wonder: sign + child|children|pron|kin|parents; anywhere',
  'sign-alone → bti0 wonder: sign; not hr thing; asks',
  'worried → bti0 wonder: worry; not hr thing; asks',
  'what-to-do → bti0 wonder: what; not hr thing; asks',
  'unclear-danger → acute acute: child|pron + kin|soon|hurt|force|mark|swallow|leftOut|missing|pickup|threat|intox|dying|weapon|injury; not hr thing greet notYet; nowhere notYet suspect staff; asks',
  'a-child → bti0 wonder: child; not hr; asks',
  'children → bti0 wonder: children; not hr thing greet; nowhere knowledge idiom thing hr; asks',
  'somebody → bti0 wonder: pron; not hr thing; nowhere greet idiom media; asks',
  'denied-danger → bti0 wonder: denied; asks',
]);

/** What is plainly none of it. */
export const otherRules = readRules([
  'small-talk → other welcome: greet; most 12',
  'off-topic → other help: hr|thing|media|atWork|colleague|idiom',
]);
