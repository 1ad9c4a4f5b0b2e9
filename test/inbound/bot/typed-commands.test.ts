import { describe, expect, it } from 'vitest';
import { guardText } from '../../../src/features/guide/privacy-guard.ts';
import { readIntent } from '../../../src/inbound/bot/intents.ts';
import { theContent } from '../../features/find/the-content.ts';

const looking = { find: theContent.find, locale: 'nb', from: 'chat' } as const;
const verbFor = (text: string, mayAsk: (verb: string) => boolean): string =>
  readIntent(guardText(text).masked, undefined, looking, undefined, mayAsk).verb;
const forCoordinator = (text: string): string => verbFor(text, () => true);
const forEmployee = (text: string): string => verbFor(text, () => false);

const ofFew = [
  'audit.show',
  'roster.show',
  'content.reports',
  'content.list',
  'sending.plan',
  'sending.show',
  'rollup.show',
];

describe('a command that few have', () => {
  it.each([
    ['utsending', 'sending.show'],
    ['Stopp utsendingen!', 'sending.show'],
    ['stopp all utsending nå', 'sending.show'],
    ['vi må stoppe all utsending nå', 'sending.show'],
    ['stopp alle påminnelser', 'sending.show'],
    ['stopp alle påminningar', 'sending.show'],
    ['stop all reminders', 'sending.show'],
    ['hvem får hva i morgen?', 'sending.plan'],
    ['kven får påminning', 'sending.plan'],
    ['vis loggen', 'audit.show'],
    ['Hei, vis hendelsesloggen', 'audit.show'],
    ['sjå loggen', 'audit.show'],
    ['show the log', 'audit.show'],
    ['jeg vil se personallisten', 'roster.show'],
    ['tilsettlista', 'roster.show'],
    ['staff list', 'roster.show'],
    ['innhold', 'content.list'],
    ['vis innholdet', 'content.list'],
    ['godkjenn innhald', 'content.list'],
    ['meldte feil', 'content.reports'],
    ['errors in the texts', 'content.reports'],
    ['oversikt', 'rollup.show'],
    ['vis oversikta', 'rollup.show'],
    ['show the overview', 'rollup.show'],
  ])('is one for who has it, when it is all of the text: "%s"', (text, verb) => {
    expect(forCoordinator(text)).toBe(verb);
    expect(ofFew).not.toContain(forEmployee(text));
  });

  it.each([
    ['stopp alle påminnelser'],
    ['stopp alle påminningar'],
    ['stopp alle varsler'],
    ['stop all reminders'],
    ['hvem får påminnelse?'],
    ['kven får påminning'],
    ['hvem får påminnelser'],
  ])('leads anybody else to the own reminders, where they are spoken of: "%s"', (text) => {
    expect(forEmployee(text)).toBe('preferences.show');
  });
});

describe('a word for oneself', () => {
  it.each([
    ['språk', 'preferences.show'],
    ['Språk?', 'preferences.show'],
    ['language', 'preferences.show'],
    ['nynorsk', 'preferences.show'],
    ['bokmål', 'preferences.show'],
    ['bytt språk', 'preferences.show'],
    ['jeg vil bytte språk', 'preferences.show'],
    ['eg vil ha nynorsk', 'preferences.show'],
    ['change language', 'preferences.show'],
    ['pause', 'preferences.show'],
    ['ferie', 'preferences.show'],
    ['jeg har ferie', 'preferences.show'],
    ['eg skal ha ferie', 'preferences.show'],
    ['permisjon', 'preferences.show'],
    ['jeg er i permisjon', 'preferences.show'],
    ['eg skal ut i permisjon', 'preferences.show'],
    ['I am on leave', 'preferences.show'],
    ['holiday', 'preferences.show'],
    ['innsyn', 'own-data.show'],
    ['be om innsyn', 'own-data.show'],
    ['jeg vil ha innsyn', 'own-data.show'],
    ['eg vil ha innsyn', 'own-data.show'],
    ['hvem er fadderen min', 'intro.show'],
    ['Kven er fadderen min?', 'intro.show'],
    ['who is my mentor?', 'intro.show'],
    ['fadderen min', 'intro.show'],
    ['be om å bli lagt til', 'join.request'],
    ['jeg vil bli lagt til', 'join.request'],
    ['eg vil bli lagt til', 'join.request'],
    ['eg vil bli lagd til', 'join.request'],
    ['legg meg til', 'join.request'],
    ['ask to be added', 'join.request'],
    ['I want to be added', 'join.request'],
  ])('is understood when it is all of the text: "%s"', (text, verb) => {
    expect(forCoordinator(text)).toBe(verb);
  });

  it.each([
    'barnet har forsinket språk',
    'ho snakkar ikkje språket',
    'han var redd etter ferien',
    'eleven kom ikke tilbake etter ferie',
    'mor er i permisjon og slår barnet',
    'far krever innsyn i loggen',
    'har foreldrene rett til innsyn?',
    'han slår i pausen',
    'fadderen min slår et barn',
    'far vil bli lagt til på samtykket',
  ])('is none among other words: "%s"', (text) => {
    const own = ['preferences.show', 'own-data.show', 'intro.show', 'join.request'];
    expect(own).not.toContain(forCoordinator(text));
  });
});

describe('an ordinary sentence with such a word', () => {
  it.each([
    'hva er en hendelseslogg?',
    'kva er ein hendingslogg?',
    'what is an audit log?',
    'hvor finner jeg personalliste?',
    'kvar finn eg personallista?',
    'where do I find the staff list for the school trip?',
    'hva er innholdet i kurset om rus',
    'kva er innhaldet i meldinga til barnevernet',
    'the content of the course was good',
    'når kommer utsendelsen av vitnemål',
    'hvem har skrevet i loggen til barnet',
    'kem får ka i gave til avslutninga',
    'who gets what at the party',
    'jeg fant feil i tekstene til elevene',
    'loggen i stafettloggen er tom',
  ])('asks for nothing that few have, whoever writes it: "%s"', (text) => {
    expect(ofFew).not.toContain(forCoordinator(text));
    expect(ofFew).not.toContain(forEmployee(text));
  });
});

describe('a worry that begins like a command', () => {
  it.each([
    'jeg vil dele en bekymring',
    'eg vil dele ei uro',
    'I want to share a worry',
    'share a concern about a child',
    'del av familien slår',
    'dele noe vanskelig om en elev',
    'varsle om vold',
    'jeg må varsle om overgrep',
    'varsel om at barnet er i fare',
    'påminnelse om at far slår',
    'slett meg fra jorda',
    'slett alt, jeg orker ikke mer',
    'delete everything, I am so tired of it',
    'jeg vil slette meg selv',
    'gløym meg, alle har det betre utan meg',
    'forget me, I want to disappear',
    'delete me from this world',
    'ikke send meg hjem',
    'ikkje send meg heim',
    'innstillinger for han som slår',
    'gruppe gutter slo en elev',
    'loggen viser at far slår',
    'innhold i mobilen: nakenbilder av en elev',
    'utsending til hjemlandet mot sin vilje',
    'status: barnet er borte',
    'rapport om vold',
    'oversikt over blåmerker',
    'hjelp, min kollega slår et barn',
  ])('is heard as a worry: "%s"', (text) => {
    expect(forCoordinator(text)).toBe('guide.start');
    expect(forEmployee(text)).toBe('guide.start');
  });

  it.each([
    ['slett meg', 'own-data.erase'],
    ['Hei, kan du slette meg fra listene?', 'own-data.erase'],
    ['gløym meg, slett alt', 'own-data.erase'],
    ['forget me please', 'own-data.erase'],
    ['delete me from the app', 'own-data.erase'],
    ['slett alt dere har lagret om meg', 'own-data.erase'],
    ['del', 'share.show'],
    ['del en modul', 'share.show'],
    ['varsler', 'preferences.show'],
    ['ikke send meg slike', 'preferences.show'],
    ['vis rapport', 'digest.status'],
    ['vis retningslinjer', 'policy.list'],
    ['ikkje send meg fleire påminningar', 'preferences.show'],
    ['settings', 'preferences.show'],
    ['finnes det et kurs om vold i familien?', 'module.list'],
  ])('is a command where nothing else is said: "%s"', (text, verb) => {
    expect(forEmployee(text)).toBe(verb);
  });
});
