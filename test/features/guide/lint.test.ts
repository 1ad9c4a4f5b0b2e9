import { describe, expect, it } from 'vitest';
import { type Contact, isStale } from '../../../src/features/guide/facts.ts';
import { dangerNow, findLaws, type GuideContent, type Step } from '../../../src/features/guide/guide.ts';
import { lintGuide } from '../../../src/features/guide/lint.ts';
import { guideWith, theGuide } from './the-guide.ts';

const messagesOf = (guide: GuideContent): readonly string[] => lintGuide(guide).map(({ message }) => message);
const leadTo =
  (to: string) =>
  (step: Step): Step => ({ ...step, choices: step.choices.map((choice) => ({ ...choice, to })) });
const say =
  (text: string) =>
  (step: Step): Step => ({ ...step, text: [{ nb: text, nn: text, en: text }] });

const also =
  (entryId: string) =>
  (step: Step): Step => ({ ...step, also: [entryId] });
const withEntry = (to: string): GuideContent['entries'] =>
  new Map([...theGuide.entries, [to, { entryId: to, to, label: { nb: 'Til', nn: 'Til', en: 'To' } }]]);
function contactsWith(contactId: string, change: Partial<Contact>): GuideContent['contacts'] {
  const contact = theGuide.contacts.get(contactId);
  if (!contact) throw new TypeError(`there is no contact ${contactId}`);
  return new Map([...theGuide.contacts, [contactId, { ...contact, ...change }]]);
}
const withoutTools = (step: Step): Step =>
  step.kind === 'ordinary' && step.parts
    ? { ...step, toolIds: [], parts: { what: step.parts.what, how: step.parts.how, who: step.parts.who } }
    : step;
const withoutParts = (step: Step): Step => (step.kind === 'ordinary' ? { ...step, parts: undefined } : step);

describe('a guide may be used when', () => {
  it('it is the one that is delivered', () => {
    expect(lintGuide(theGuide)).toEqual([]);
  });

  it.each<[string, GuideContent, string]>([
    ['a choice leads nowhere', guideWith('notes', leadTo('gone')), 'which does not exist'],
    ['a path stops without an end', guideWith('notes', (step) => ({ ...step, choices: [] })), 'stops here'],
    ['a path comes back', guideWith('avert', leadTo('notes')), 'comes back'],
    [
      'the acute numbers cannot be reached from a step',
      guideWith('notes', (step) => ({
        ...step,
        choices: step.choices.map((choice) => ({ ...choice, choiceId: dangerNow })),
      })),
      'the emergency numbers cannot be reached from here',
    ],
    ['a step cannot be reached', guideWith('child-tells', leadTo('safety')), 'no path leads here'],
    ['violence leads to the parents', guideWith('violence', leadTo('talk')), 'an ordinary step can be reached'],
    ['the numbers lead to an ordinary step', guideWith('acute', leadTo('share')), 'an ordinary step can be reached'],
    ['"Vet ikke" takes the ordinary way', guideWith('before-parents', leadTo('talk')), 'does not take the safer way'],
    [
      '"Vet ikke" on the first card asks no more than another choice there',
      guideWith('start', (step) => ({
        ...step,
        choices: step.choices.map((choice) => (choice.isUnsure ? { ...choice, to: 'safety' } : choice)),
      })),
      'does not take the safer way',
    ],
    [
      'there is no "Vet ikke"',
      guideWith('safety', (step) => ({ ...step, choices: step.choices.filter(({ isUnsure }) => !isUnsure) })),
      'not exactly one "Vet ikke"',
    ],
    ['no safety question comes first', guideWith('start', leadTo('wonder')), 'without a safety question'],
    ['the parents come without a safety question', guideWith('share', leadTo('talk')), 'right before'],
    [
      'the first card has no 112',
      guideWith('start', (step) => ({ ...step, contactIds: ['ambulance'] })),
      '112 and 113',
    ],
    ['an end names nobody', guideWith('end-closed', (step) => ({ ...step, contactIds: [] })), 'names nobody'],
    [
      'a section names nobody to tell',
      { ...theGuide, laws: theGuide.laws.map((law) => ({ ...law, recipient: undefined })) },
      'names no recipient',
    ],
    ['a step leads on to an entry that is gone', guideWith('end-care', also('gone')), 'the entry gone does not exist'],
    ['the end of a report leads to level 1', guideWith('end-reported', also('level-9')), 'the entry level-9'],
    [
      'an end after suspicion leads to an ordinary step by its other ways',
      { ...guideWith('end-reported', also('wonder')), entries: withEntry('wonder') },
      'an ordinary step can be reached from here',
    ],
    ['an entry leads nowhere', { ...theGuide, entries: withEntry('gone') }, 'the entry gone leads to gone'],
    ['an entry opens an ordinary step', { ...theGuide, entries: withEntry('share') }, 'without a safety question'],
    ['a tool does not exist', guideWith('talk', (step) => ({ ...step, toolIds: ['gone'] })), 'the tool gone'],
    [
      'a branch has nobody who always answers',
      guideWith('violence', (step) => ({ ...step, contactIds: ['barnehus'] })),
      'nobody on this branch always answers',
    ],
    [
      'an ordinary step has no way to the advice for violence',
      guideWith('level-1-act', (step) => ({ ...step, choices: step.choices.slice(0, 1) })),
      'no choice here leads to advice for violence',
    ],
    ['a level is missing', { ...theGuide, levels: { levels: [], starts: [] } }, 'the level level-0 does not exist'],
    [
      'a level skips a step',
      guideWith('level-1-act', (step) => ({ ...step, at: { levelId: 'level-1', stage: 9 } })),
      'a gap between its steps',
    ],
    ['there is nobody behind the numbers', { ...theGuide, contacts: new Map() }, 'no contact has 116 111'],
    [
      'one takes over for nobody',
      { ...theGuide, contacts: contactsWith('barnevernvakt', { opening: { kind: 'outside', contactId: 'gone' } }) },
      'takes over for one that does not exist',
    ],
    [
      'a card is too long for one service only',
      guideWith('environment', (step) => ({
        ...step,
        variants: [{ sectors: ['school'], text: [{ nb: 'ord '.repeat(61), nn: 'x', en: 'x' }] }],
      })),
      'words in nb',
    ],
    ['a step names no tools', guideWith('talk', withoutTools), 'names no tools'],
    ['a step of a level says not who', guideWith('level-2-decide', withoutParts), 'the step has no parts'],
    ['a contact does not exist', guideWith('notes', (step) => ({ ...step, contactIds: ['gone'] })), 'the contact gone'],
    ['it says that there is no duty', guideWith('end-closed', say('Da er det ingen meldeplikt.')), 'no duty to report'],
    ['it says that one need not report', guideWith('end-closed', say('Du trenger ikke å melde.')), 'no duty to report'],
    ['a card is too long, heading and all', guideWith('end-closed', say('ord '.repeat(57))), '61 words in nb'],
    [
      'a service is missing',
      guideWith('workplace', (step) => ({ ...step, choices: step.choices.slice(1) })),
      'no choice for kindergarten',
    ],
    ['a service has no section', { ...theGuide, laws: [] }, 'for school'],
    [
      'a choice does not fit on a phone',
      guideWith('notes', (step) => ({
        ...step,
        choices: step.choices.map((choice) => ({ ...choice, label: { nb: 'x'.repeat(33), nn: 'x', en: 'x' } })),
      })),
      'is cut on a phone',
    ],
  ])('not when %s', (_what, guide, message) => {
    expect(messagesOf(guide).join('\n')).toContain(message);
  });
});

describe('the sections', () => {
  const titles = (sector: Parameters<typeof findLaws>[2]) =>
    findLaws(theGuide, 'report', sector).map(({ title }) => title.nb);

  it('are those of the person’s service, and both for a municipal kindergarten', () => {
    expect(titles('school')).toEqual(['opplæringslova § 24-3', 'privatskolelova § 7-4']);
    expect(titles('ppt')).toEqual(['opplæringslova § 24-3']);
    expect(titles('kindergarten')).toEqual(['barnehageloven § 46', 'barnevernsloven § 13-2']);
    expect(titles('other')).toEqual(['barnevernsloven § 13-2', 'krisesenterlova § 6', 'familievernkontorloven § 10']);
  });

  it('are all of them for somebody whose service is not known', () => {
    expect(titles(undefined)).toHaveLength(8);
  });

  it('about the environment are those of school and kindergarten, and shown as such to the other services', () => {
    const environment = (sector: Parameters<typeof findLaws>[2]) =>
      findLaws(theGuide, 'environment', sector).map(({ title }) => title.nb);
    expect(environment('school')).toEqual(['opplæringslova § 12-4']);
    expect(environment('ppt')).toEqual(['opplæringslova § 12-4', 'barnehageloven § 42']);
  });

  it('have their own number of items: four in school and kindergarten, five elsewhere', () => {
    const of = theGuide.laws.filter(({ duty }) => duty === 'report').map(({ lawId, items }) => [lawId, items.length]);
    expect(Object.fromEntries(of)).toEqual({
      'barnevernsloven-13-2': 5,
      'opplaeringslova-24-3': 4,
      'privatskolelova-7-4': 4,
      'barnehageloven-46': 4,
      'helsepersonelloven-33': 0,
      'sosialtjenesteloven-45': 5,
      'krisesenterlova-6': 5,
      'familievernkontorloven-10': 5,
    });
  });

  it('are never given letters, which are not the law’s own', () => {
    const items = theGuide.laws.flatMap((law) => law.items.flatMap((item) => Object.values(item)));
    expect(items.filter((item) => /^[a-e][.)]\s/.test(item))).toEqual([]);
  });
});

describe('the contacts', () => {
  const all = [...theGuide.contacts.values()];

  it('hold only verified national numbers; what the municipality sets has none', () => {
    const numbers = Object.fromEntries(all.map(({ contactId, number }) => [contactId, number ?? 'none']));
    expect(numbers).toEqual({
      'police-emergency': '112',
      ambulance: '113',
      fire: '110',
      'text-emergency': '1412',
      police: '02800',
      'out-of-hours-doctor': '116 117',
      'child-helpline': '116 111',
      barnevernvakt: 'none',
      barnevern: 'none',
      barnehus: '77 79 74 40',
      kompetanseteamet: '478 09 050',
      'vo-line': '116 006',
      'mental-health': '116 123',
      'crisis-chaplain': '22 40 00 40',
      leader: 'none',
      'bti-contact': 'none',
      ppt: 'none',
      'health-clinic': 'none',
      owner: 'none',
    });
    expect(new Set(all.filter(({ isExample }) => isExample).map(({ number }) => number))).toEqual(new Set([undefined]));
  });

  it('are stale from the day after their last', () => {
    const [contact] = all;
    expect(contact && [isStale(contact, '2027-05-21'), isStale(contact, '2027-05-22')]).toEqual([false, true]);
  });
});
