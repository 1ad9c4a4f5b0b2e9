import type { Lexicon } from './lexicon.ts';

/** A worry and its signs, and the work that follows it in one service or in several. */
export const workWords: Lexicon = {
  worry: [
    'bekymr*|bekymm*|bekimr*|bekmyr*|bekymt|bekyr*|berkym*|bekym*|uro|uroa|uroar|uroer|uroen|uroet|urolig|uroleg|uroli|uroligh*|worr*|concern*|engst*|ængst*|grubl*|undre|undrer|undrar|undre mæ|undring*|undringa|undringen|undren|undrende|magefølelse*|magekjensl*|gut feeling|bad feeling|dårlig følelse|vond følelse|overreager*',
    'stemmer ikke|stemmer ikkje|stæmme|ikke stemme*|ikkje stemm*|noe stemmer|noe skurrer|skurrer|skurrar|noe er galt|noe galt|noko er gale|noko gale|nokka e galt|nokka galt|something is wrong|something is off|is off|something off|kjennest rett|kjennes rett|føles rett|er det normalt|er dette normalt|ikke er som det skal|ikkje er som det skal|hvordan ~ har det|korleis ~ har det|kossen ~ har det|korsn ~ har det|usikker på|usikre på|e usikker|tenker mye på|tenkjer på|tenker på en|not sure if',
  ],
  sign: [
    'har det ikke bra|har det ikkje bra|ikke har det bra|ikkje har det bra|har det vondt|ikke bra hjemme|not doing well|har det bra|trives ikke|trivst ikkje|trivs ikkje|ikke trives|mistriv*|mistrivs*|trist|triste|trist*|lei seg|lei sæ|lei sæg|deppa|depri*|depress*|vil ikke/ikkje/itj være/vere/vær med|angst*|gråt*|grin|grine|græt*|gret|sad|unhappy|stille|stile|taus|quiet|innesluttet|inneslutt*|innesluttka|indadvendt|withdrawn|tilbaketrukket|isoler*|trekker seg|trekk sæ|trekker seg unna|alene|åleine|aleina|alone|ensom*|einsam*|lonely|ingen venner|ingen vener|no friends|ikke har venner|ikke venner',
    'sint|sinna|sinte|angry|utager*|aggressiv*|urolig i|klamrer|klenger|henger seg på|hengje|tisser på|bæsjer på|biter de andre|biter|biter andre|sulten|svolten|svolt*|sult*|hungry|trøtt|trøt|sliten|slitne|slite|sliter|tired|sover i|sovner|søvn|sleeps|rar|rart|rare|weird|strange|endret|endra|endring*|forandret|forandra*|annerledes|annleis|changed|ikke segselv|ikke seg selv|ikkje seg sjølv|ikke seg sjøl|karakterene|karakterar|stupt|grades|mistet interessen',
    'fravær*|mye borte|mykje borte|mye vekke|absent|absence|skolevegr*|skulevegr*|skolenekt*|skulker*|skulkar|kommer ikke på skolen|kjem ikkje på skulen|kommer ikke til skolen|møter ikke opp|spiser ikke|et ikkje|ete|slutta å|sluttet å|sluttet på|har slutta|stopped|vekt|spiseforstyrr*|eating disorder|magesmerter|vondt i magen|hodepine|språket|språkutvikl*|snakker ikke|ikke snakk*|snakkar ikkje|speak|doesnt speak|lærevansk*|konsentr*|blikkontakt|samspill|skilles|skilsmisse*|mistet en forelder|sorg|flyttet inn|leker ikke|leke ikke|leikar ikkje|leker aldri|leike|leke|not play|ikke leke|atferd*|åtferd*|oppførsel*|oppførse*|behavior*|behaviour*|bråk hjemme|krangler|kranglar|utrygg*|utrygt|dårlig gjeng|lange gensere|strever|plager ham|aldri ler|aldri hjem|redd*|redde|svarer knapt',
  ],
  what: [
    'hva gjør jeg|hva gjør vi|hva gjor jeg|hva skal jeg|hva bør jeg|hva skal vi|hva nå|hva kan jeg gjøre|hvordan går jeg fram|hva må jeg gjøre|hva gjør man|kva gjer eg|kva gjer vi|kva gjør eg|kva skal eg|kva bør eg|kva no|kva kan eg|ka gjør æ|ka gjør æg|ka gjør e|ka gjør eg|ka gjør ej|ka gjør vi|ka gjer me|ka gjer eg|ka skal æ|ka ska æ|ka ska e|ka skal e|ka bør æ|ka no|ka nå|hvad gør jeg|hvad skal jeg|hvad nu|hvad gør vi|what do i do|what should i|what can i do|what to do|what now|what shall i|hva jeg gjøre|første steg|hvor starter jeg|hvor begynner jeg|kor begynner|where do i start',
    'hvem ringer jeg|hvem skal jeg ringe|hvem kan jeg ringe|hvem kontakter jeg|hvem snakker jeg med|hvem kan jeg snakke|hvem sier jeg fra til|hvem kan jeg drøfte|kven ringjer eg|kven ringer eg|kven skal eg|kven kan eg|kven snakkar eg|kven seier eg|kæm ringe æ|kem ringe æ|kem ringer æ|kæm ska æ|kem ska æ|kæm snakke æ|kem kan æ|who do i call|who should i|who can i|who do i talk|who do i tell|who to call|hvem ringer|hvem skal vite|hvem skal ha beskjed',
  ],
  parents: [
    'foreld*|foreldr*|forld*|foredl*|foreldn*|foresat*|føreset*|forældr*|hjemmet|heimen|mor|moren|mora|far|faren|mamma*|pappa*|parent*|parents|mother|father|ho mor|han far|begge hjem|guardians|foreldra|foreldran',
  ],
  talk: [
    'snakk*|snakkar|snakke|snake|samtal*|samtale*|prat*|ta en prat|ta praten|ta opp|tek opp|tar æ det opp|tek eg opp|tar jeg opp|tar det opp|si til|si noe til|sir æ te|sier jeg til|sier til|seier til|sei til|informer*|informere|innkall*|inviter*|møte med|møte|møtet|møter|ringe hjem|ringer hjem|ring heim|tar samtalen|tager samtalen|taler med|taler jeg med|tale med|talk to|talk with|talk|meeting|speak to|speak with|tell the parents|involver*|få med|får med|med foreldre*|kontakte forel*|kontakte hjem*',
  ],
  disagree: [
    'vil ikke|vil ikkje|vil itj|ikke vil|nekter|nektar|uenig*|usamd*|sier nei|seier nei|ikke samarbeid*|ikkje samarbeid*|ønsker ikke|ønskjer ikkje|refuse*|do not agree|dont agree|disagree*|enige|einige|samtykk*|ikke med på|er med på|agreed|avtalt|avtal*|informert|er informert|consent',
  ],
  parentTalk: [
    'foreldresamtale*|foreldremøte om|undringssamtale*|den viktige samtalen|viktige samtale*|nødvendig* samtale|vanskelig* samtale*|vanskeleg* samtale*|den nødvendige samtalen|barnesamtale*|elevsamtale*|fraværsmøte*|snakker jeg med et barn|snakke med et barn|snakke med barnet|snakke med eleven|snakkar eg med eit barn|samtale med barnet|samtale med eleven|foreldrene med på laget|foreldra med på laget|på laget|parents on board|forbereder jeg eleven|hvordan får jeg samtykke|innhenter jeg samtykke|hente inn samtykke|talk to the child|hjem-skole|samarbeid med hjemmet|skole-hjem',
  ],
  measure: [
    'tiltak*|tilltak*|tiltag|tiltaga|*tiltak|*tiltakene|measure*|intervention*|tilrettelegg*|tilpasning*|tilpassing*|evaluer*|*evaluering*|evaluate|innsats i egen|egen tjeneste|eiga teneste|egen avdeling|nivå 1|nivå en|level 1|fast voksen|fast vaksen|liten gruppe|oppfølging*|oppfølgjing*|følge opp|følger vi opp|følgjer vi opp|følger dere opp|en plan|ein plan|tiltaksplan*|made a plan|plan sammen|kortere dager|hyppigere|ressursteam*|har prøvd|prøvd det|prøver nå|prøve noe|tried some|have tried|prøve',
    'åpne stafettlogg|opne stafettlogg|opprette stafettlogg|starte stafettlogg|stafettlogg nå|samtykke til stafettlogg|til stafettlogg|skal vi ~ stafettlogg|referat*|dokumenterer vi|dokumenterer tiltak*|dokumenterer|avslutte tiltak*|avslutte saken|avsluttes|kan avsluttes|avslutter vi|gjør vi videre|hva gjør vi nå|neste møte|delt bekymringen med|avtalt tett|observasjon av|vi observerer|at vi observerer|iopen|iop',
  ],
  service: [
    'ppt|ppr|bup|bupa|helsestasjon*|helsesykepleier*|helsesjukepleiar*|helsesøster*|barnevernet|barnevernstjenest*|barneverntenesta|habilitering*|statped|logoped*|psykolog*|familievern*|familieterapeut*|familieveileder*|fysioterapeut*|ergoterapeut*|nav|flyktningtjenest*|uteteam*|fastlege*|spesialisthelse*|abup|poliklinikk|school psychologist|health nurse|mental health clinic|child welfare|politiets forebyggende|forebyggende enhet|miljøarbeidertjenest*|kommunepsykolog*|skoleteamet|barnehabilitering*|rustjenest*|politikontakt*|helsetjenest*|hjelpetjenest*',
  ],
  together: [
    'med på laget|får jeg foreldrene med|får vi foreldrene med|med på det|tok opp bekymringen|tok opp uroa|når vi tar opp|møtte ikke opp til møtet|høre på oss',
  ],
  notYet: [
    'ikke/ikkje/itj snakket/snakka/sagt/delt/nevnt/nemnt/prata/pratet|not talked|not spoken|havent talked|havent told|ikke ennå|ikkje enno|ikke gjort noe ennå',
  ],
  place: ['skolen|skulen|skole|skule|barnehage|barnehagen|sfo|school|kindergarten|klassen|avdelinga|avdelingen|hjem'],
  several: [
    'tverrfag*|tverfag*|tverfaglig*|tværfag*|ansvarsgrup*|ansvargrup*|*gruppemøte|samarbeidsteam|stafettholder*|stafetthold*|stafethold*|stafetthald*|stafettmøte*|tovholder*|koordin*|coordinat*|barnekoordin*|individuell plan|individuel plan|individual plan|flere tjenester|flere tjenesta|flere instanser|mange instanser|fleire tenester|mange hjelpere|mange hjelparar|several services|multi agency|multiagency|interdisciplin*|tjenestene|tenestene|between services|andre tjenester|andre tenester|other services|konsultasjonsteam*|nivå 2|nivå 3|nivå to|nivå tre|level 2|level 3|i ulike retninger|holder i trådene|hvem gjør hva|felles plan|skal møtes|alle som jobber med|sier forskjellige ting|stafettholderen byttes|samarbeidsmøte*|koblet på|kobler på|koble på|kople på|koblet inn|overlever*|felles møte|hjelp fra flere|løfte saken videre|koblet på andre|hvem tar ansvaret|samordn*|utenfra|utanfrå|fagfolk|more services|andre instanser|helseteam|stafettpinne*|flere faggrupper|eksterne|ekstern hjelp|outside help|tverretatlig*|på tvers',
  ],
  refer: [
    'henvis*|hensvis*|tilvis*|vise videre til|refer him|refer her|refer the|refer to|refer|koble*|kobler*|kople*|kontakte|få med|får vi med|ha med|er inne|e inne|inne i|har vært på|skal på|involver*|samarb*|cooperat*|work together|on board|sammen med|og|with|fra både|samtidig|observasjon|hjelp fra|hjelp frå|treng hjelp|drøfte saken|kalle inn|kaller vi inn|kallar vi inn|kalle|inviterer vi|kjem inn|kommer inn|komme inn|kommer på besøk|besøk',
  ],
};
