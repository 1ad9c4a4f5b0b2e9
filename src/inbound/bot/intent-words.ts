/** Ways of asking for a card, as phrases (`features/guide/phrases.ts`). The first verb whose phrase is found is meant. */
export const commandPhrases: Readonly<Record<string, readonly string[]>> = {
  'own-data.erase': [
    'slett dataene mine|slett dataa mine|slett mine data|slett mine opplysninger|slett mine opplysningar',
    'delete my data|slet mine data',
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
    'slå av påminnelser|slå av påminningar|slå av varsler|slå av varsel|stopp påminnelser|stopp påminningar',
    'ikke send meg|ikkje send meg + slike|slikt|fler|flere|fleire|påminnelse*|påminning*|vars*|melding*',
    'my notifications|notification settings|my reminders|turn off reminders|turn off notifications|stop reminders',
    'stopp alle påminnelser|stopp alle påminningar|stans alle påminnelser|stopp alle varsler|stopp alle varsel|stop all reminders|stop all notifications',
    'hvem får påminnelse*|kven får påminning*|kem får påminnelse*|who gets reminders|who gets a reminder',
  ],
  'policy.list': ['retningslinj*|rutiner|rutinar|rutinene|rutinane|policy|policies|guideline|guidelines|routines'],
  'certificate.list': ['kurs som går ut|førstehjelpskurs*|forstehjelpskurs*|first aid course|sertifikat*|certificates'],
  'module.list': [
    'modul*|module*|kurs*|course*|opplæring|opplæringen|opplæringa|opplæringar*|opplæringer*|opplaring|kompetanse*|training|grunnkompetanse*|quiz*|læring*|lær meg|e læring|elæring',
    'opplæringsmodul*|opplæringskurs*|opplæringsplan*|opplæringstilbud*|opplæringstilbod*|opplæringsprogram*|opplæringsopplegg*|opplæringspakke*',
  ],
  'digest.status': [
    'status*|enheten min|enhetene mine|eininga mi|min enhet|avdelinga mi|oversikt*|rapport*|my unit|teamet mitt',
  ],
  'help.show': [
    'hjelp|hjælp|hælp|help|hjelpe|hva kan du|kva kan du|ka kan du|hvad kan du|what can you|kommandoer|commands',
  ],
  'help.thanks': [
    'det hjalp|til god hjelp|til hjelp takk|takk|tusen takk|mange takk|takk for hjelpen|takk for hjelpa|takk skal du ha|thanks|thank you|tak|godt jobba|godt jobbet|bra jobba',
  ],
};

/**
 * For those who look after something, and what one asks for oneself in words that mean much else. Only the whole text is one: to anybody else, and in a question, these are ordinary words, and
 * whoever writes one of them must not be refused what was never asked for.
 */
export const wholeCommands: Readonly<Record<string, readonly string[]>> = {
  'intro.show': [
    'fadderen min|min fadder|hvem er fadderen min|hvem er min fadder|kven er fadderen min|kven er min fadder|kem e fadderen min|my mentor|who is my mentor',
    'introduksjon|introduksjonen|introduksjonen min|min introduksjon|introduksjonsplan|introduksjonsplanen|introduksjonsplanen min|my introduction',
  ],
  'join.request': [
    'bli lagt til|be om å bli lagt til|legg meg til|legge meg til|kan dere legge meg til|bli lagd til|be om å bli lagd til|leggje meg til|kan de leggje meg til',
    'add me|can you add me|ask to be added|to be added|be added',
  ],
  'preferences.show': [
    'bytt språk|bytte språk|endre språk|endra språk|velg språk|velge språk|vel språk|velje språk|skift språk|skifte språk|språket ditt|language',
    'change language|change the language|choose language|på nynorsk|på bokmål|skriv nynorsk|skriv bokmål|skriv på nynorsk|skriv på bokmål|ha nynorsk|ha bokmål',
    'ta pause|ta en pause|ta ein pause|ha pause|ha ferie|har ferie|skal ha ferie|tar ferie|ta ferie|på ferie|er på ferie|skal på ferie|har permisjon|ha permisjon',
    'i permisjon|er permisjon|skal permisjon|går ut permisjon|skal ut permisjon|skal ha permisjon|on leave|am on leave|i am on leave|on holiday|am on holiday|i am on holiday|take a break',
  ],
  'own-data.show': [
    'be om innsyn|ha innsyn|få innsyn|krev innsyn|kreve innsyn|krevje innsyn|innsynskrav|innsynsrett|retten til innsyn|ask for access to my data',
  ],
  'intro.people': ['nyansatte|nytilsette|nye kolleger|nye kollegaer|nye ansatte|nye tilsette|new colleagues|new hires'],
  'needs.open': [
    'kompetansebehov|kartlegg behov|kartlegge behov|behovskartlegging|hva trenger vi å lære|kva treng vi å lære|what do we need to learn',
  ],
  'audit.show': [
    'revisjonslogg|revisjonsloggen|hendelseslogg|hendelsesloggen|hendingslogg|hendingsloggen|vis loggen|sjå loggen|audit log|the audit log|show the log',
  ],
  'roster.show': [
    'personalliste|personallisten|personallista|ansattliste|ansattlisten|ansattlista|tilsettliste|tilsettlista|staff list|the staff list',
  ],
  'delegation.show': [
    'stedfortreder|stedfortreder for meg|stadfortredar|vikar for meg|mens jeg er borte|mens er borte|medan eg er borte|medan er borte|la noen følge med|la nokon følgje med|deputy|while i am away',
  ],
  'digest.show': ['ukens oversikt|oversikta for veka|oversikten for uken|denne ukens oversikt|overview of the week'],
  'content.reports': ['meldte feil|feil i tekstene|feil i tekstane|reported errors|errors in the texts'],
  'content.list': [
    'innhold|innholdet|innhald|innhaldet|content|godkjenn innhold|godkjenn innhald|godkjenn moduler|godkjenn modular|rett nummer|rette nummer',
  ],
  'rollup.show': [
    'oversikt|oversikten|oversikta|kommuneoversikt|kommuneoversikten|kommuneoversikta|områdeoversikt|områdeoversikten|overview|the overview',
  ],
  'sending.plan': [
    'hvem får hva|kven får kva|kem får ka|hvem får påminnelse|hvem får påminnelser|kven får påminning|kven får påminningar|who gets what',
  ],
  'sending.show': [
    'utsending|utsendingen|utsendinga|utsendelse|utsendelsen|sending',
    'stopp utsending|stopp utsendingen|stopp utsendinga|stopp all utsending|stoppe utsending|stoppe utsendingen|stoppe utsendinga|stoppe all utsending',
    'stans utsending|stans utsendingen|stans utsendinga|stans all utsending|stanse utsendingen|stanse utsendinga|stanse all utsending|stop sending',
    'start utsending|start utsendingen|start utsendinga|starte utsendingen|starte utsendinga|start utsendingen igjen|start utsendinga igjen',
    'stopp alle påminnelser|stopp alle påminningar|stoppe alle påminnelser|stoppe alle påminningar|stop all sending|stop all reminders|start sending again',
  ],
};

/** What may stand around one of these. */
export const aroundCommands: readonly string[] = [
  'vis|vise|åpne|opne|se|sjå|show|open|see|meg|hei|takk|please|i|dag|morgen|morgon|today|tomorrow|nå|no|now|straks',
  'jeg|eg|æ|vi|du|vil|må|kan|the|we|you|want|must|can|to',
];

/** To be taken out of what is stored; but "slett meg fra jorda" and "slett alt, jeg orker ikke mer" are no such thing. */
export const forgetMePhrases: readonly string[] = [
  'slett meg|slett mæ|slette meg|slette mæ|glem meg|glem mæ|glemme meg|gløym meg|gløyme meg|delete me|forget me',
  'slett alt|slette alt|delete everything',
];

/** With nothing but these around it, it is meant as it is said to a service. */
export const aroundForgetMe: readonly string[] = [
  'hei|takk|please|slett|slette|legg|ned|kan|kunne|du|dere|de|dykk|vil|ønsker|ønskjer|vær|ver|så|snill|å|at|skal|må|jeg|eg|æ|ja|nå|no|straks',
  'herfra|her|og|helt|heilt|som|det|hva|kva|vet|veit|har|lagret|lagra|lagrer|lagrar',
  'fra|frå|i|av|på|ut|undring|boten|botten|appen|tjenesten|tenesta|systemet|systemene|systema|registeret|registrene|lista|listen|listene|listene|basen',
  'databasen|kurset|modulen|modulene|gruppa|gruppen|chatten|teams|loggen|varsler|påminnelser|alt|alle|e|post|epost|mail|data|dataene|mine|mitt|om|opplysninger|opplysningar',
  'you|have|know|stored|about|that|it|can|could|i|want|to|from|the|this|your|bot|app|service|system|list|mailing|email|emails|records|register',
  'database|course|group|and|all|my|now|completely',
];

/** Words that are a command only when they stand alone: among others they are ordinary words. */
export const loneWords: Readonly<Record<string, readonly string[]>> = {
  'own-data.show': ['innsyn|gdpr'],
  'share.show': ['del|dele|share'],
  'preferences.show': [
    'varsler|varsel|varslinger|varslingar|påminnelser|påminningar|notifications|reminders|settings',
    'språk|språket|nynorsk|bokmål|målform|language|pause|ferie|permisjon|holiday|vacation',
  ],
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
