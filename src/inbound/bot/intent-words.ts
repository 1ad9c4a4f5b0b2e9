/** Ways of asking for a card, as phrases (`features/guide/phrases.ts`). The first verb whose phrase is found is meant. */
export const commandPhrases: Readonly<Record<string, readonly string[]>> = {
  'own-data.erase': [
    'slett meg|slett mæ|slett alt|slett dataene mine|slett dataa mine|slett mine data|slett mine opplysninger|slett mine opplysningar',
    'glem meg|glem mæ|gløym meg|delete me|delete my data|delete everything|forget me|slet mine data',
  ],
  'own-data.show': [
    'mine data|mine opplysninger|mine opplysningar|dataene mine|dataa mine|my data|min data',
    'hva er lagret om meg|kva er lagra om meg|hva lagrer du om meg|kva lagrar du om meg|ka lagre du om mæ|hva vet du om meg|kva veit du om meg',
    'what is stored about me|what do you store about me|what do you know about me',
  ],
  'digest.what-leader-sees': [
    'leder*|leiar*|sjef*|boss|leader*|manager* + ser|sjå|ser|se|vite|veit|vet|see|sees|know|knows|innsyn|tilgang',
    'hva ser|kva ser|ka ser + lederen|leiaren|sjefen|andre|dere|dei|de',
    'hva ser ansatte|hva ser de ansatte|kva ser tilsette|kva ser dei tilsette|ka ser de ansatte|what do staff see|what do employees see',
    'hva ser du om meg',
  ],
  'audit.show': ['revisjonslogg*|hendelseslogg*|vis loggen|sjå loggen|audit log|show the log'],
  'roster.show': ['personalliste*|ansattliste*|tilsettliste*|staff list'],
  'content.reports': ['meldte feil|feil i tekstene|feil i tekstane|reported errors|errors in the texts'],
  'progress.show': [
    'fremdrift*|framdrift*|fremgang*|framgang*|progress*|progresjon*',
    'hvor langt|kor langt|how far',
    'hva mangler jeg|kva manglar eg|ka mangle æ|hva har jeg igjen|kva har eg att|hva har jeg fullført|what is left',
    'min side|mine resultater|mine resultat|mitt resultat|kursbevis*|my results',
  ],
  'share.show': [
    'del med kolleg*|dele med kolleg*|del med teamet|dele med teamet|del en modul|del ein modul|dele en modul|dele ein modul|kort til teammøte*',
    'share with colleagues|share with my colleagues|share with the team|share a module|card for the team meeting',
  ],
  'preferences.show': [
    'mine varsler|mine varsel|varslene mine|varsla mine|varsler fra undring|varsel frå undring|innstilling*|mine påminnelser|mine påminningar',
    'slå av påminnelser|slå av påminningar|slå av varsler|slå av varsel|stopp påminnelser|stopp påminningar|ikke send meg|ikkje send meg',
    'my notifications|notification settings|my reminders|turn off reminders|turn off notifications|stop reminders',
  ],
  'policy.list': ['retningslinj*|rutiner|rutinar|rutinene|rutinane|policy|policies|guideline|guidelines|routines'],
  'certificate.list': ['kurs som går ut|førstehjelpskurs*|forstehjelpskurs*|first aid course|sertifikat*|certificates'],
  'module.list': [
    'modul*|module*|kurs*|course*|opplæring*|opplaring|kompetanse*|training|grunnkompetanse*|quiz*|læring*|lær meg|e læring|elæring',
  ],
  'digest.status': [
    'status*|enheten min|enhetene mine|eininga mi|min enhet|avdelinga mi|oversikt*|rapport*|my unit|teamet mitt',
  ],
  'content.list': [
    'innhold|innholdet|innhald|innhaldet|content|godkjenn innhold|godkjenn moduler|rett nummer|rette nummer',
  ],
  'sending.plan': ['hvem får hva|kven får kva|kem får ka|hvem får påminnelse*|kven får påminning*|who gets what'],
  'sending.show': [
    'utsending|utsendingen|utsendinga|utsendelse*|stopp all utsending|stans all utsending|start utsendingen|start utsendinga',
    'stopp alle påminnelser|stopp alle påminningar|stop all sending|stop all reminders|start sending again',
  ],
  'help.show': [
    'hjelp|hjælp|hælp|help|hjelpe|hva kan du|kva kan du|ka kan du|hvad kan du|what can you|kommandoer|commands',
  ],
  'help.thanks': [
    'det hjalp|til god hjelp|til hjelp takk|takk|tusen takk|mange takk|takk for hjelpen|takk for hjelpa|takk skal du ha|thanks|thank you|tak|godt jobba|godt jobbet|bra jobba',
  ],
};

/** Words that are a command only when they stand alone: among others they are ordinary words. */
export const loneWords: Readonly<Record<string, readonly string[]>> = {
  'share.show': ['del|dele|share'],
  'preferences.show': ['varsler|varsel|varslinger|varslingar|påminnelser|påminningar|notifications|reminders|settings'],
};

/** Asks for a module by its topic, whatever that is. */
export const modulePhrases: readonly string[] = [
  'modul om|modulen om|moduler om|modular om|kurs om|kurset om|kurs i|kurset i|quiz om|opplæring i|opplæring om|modulen meldeplikt',
  'course on|course about|course in|courses on|module on|module about|modules on|modules about|training on|training in',
];

/** Read in the first three words only. */
export const greetingPhrases: readonly string[] = [
  'hei|heisann|heisan|heia|hey|hi|hello|helo|hallo|halla|halo|hola|hoi|heihei|morn|morna|mojn|moin|yo|goddag|god dag|god morgen|god kveld',
  'god ettermiddag|good morning|good afternoon|good evening|goddagen',
  'start|begynn|byrja|kom i gang|kom igang|home|hjem|heim|forside*|framside*|meny|menu|undring|hvem er du|kven er du|kæm e du|who are you',
];
