import { readRules } from './rule.ts';

/** A worry that names one of these is not plain: the rules of danger decide. */
const danger =
  'suicide selfHarm rape sexual touched violence hit injury missing abduct medical weapon threat locked fearHome forced honour intox dying urgent';

/** Short questions that mean one thing, however few words they have. */
export const knownRules = readRules([
  'danger-word → acute acute: dangerWord; most 1',
  'telling-now → acute child-tells: tellsNow + child|pron|kin; most 7; nowhere hit violence sexual injury',
  `plain-worry → bti0 wonder: worry; nowhere hr thing atWork colleague idiom media report kin ${danger}; most 3`,
  'to-report → duty duty-how: reportShort; most 4',
  'who-to-call → info numbers: callWhom; nowhere child children kin pron injury medical missing weapon intox suicide violence sexual; most 6',
]);

/**
 * Where a text that is not acute opens the guide, whatever its level: what somebody asks for by name. The level here is that of a text
 * that seems to be about nothing.
 */
export const topicRules = readRules([
  'child-hits-staff → bti0 wonder: hitsStaff; asks',
  'leader-is-the-one → duty leader-concerned: hit|violate|violence|sexual|touched|bully + leader + child|children; not report refuses kin myStaff away; nowhere atWork',
  'leader-away → duty leader-away: leader + away + report|reportWord|dutyName; anywhere; nowhere myStaff',
  'leader-says-wait → duty leader-disagrees: leader + refuses|saysWait; anywhere; nowhere atWork myStaff hit violence sexual injury',
  'for-leader → info for-leader: myStaff + worry|disclose|report|suspect; nowhere atWork',
  'reported → info duty-after: reported; nowhere refuses',
  'parents-and-report → info duty-parents: tellParents + report|reported|dutyName; anywhere; nowhere hit violence sexual injury',
  'tell-parents-first → bti0 duty-parents: tellParents + first; nowhere hit violence sexual injury',
  'what-to-report → info duty-content: whatToWrite + report|reported; anywhere',
  'doubt → duty doubt: inDoubt + report|dutyName|suspect; nowhere knowledge',
  'avert-check → info avert-check: about:avert + what|inDoubt|self; nowhere course',
  'colleague-and-child → duty colleague: staffDoes + child|children; nowhere atWork myStaff',
  'care → info care: ownBurden; nowhere hr thing',
]);
