import type { Lexicon } from './lexicon.ts';

/** Who is spoken of, and how sure, how soon and how real it is. */
export const peopleWords: Lexicon = {
  child: [
    'barnet*|eit barn|et barn|en barn|ett barn|barn på|barn i|barn si|barn hos|bån|bånet|unge|ungen*|onge|ongen*|ongan|onga|unga|guttunge*|guttonge*',
    'eleven*|elev|elevn|elven|ein elev|gutt|gutten*|gut|guten*|gutn|guttongen|jente|jenta*|jenten|jentene|jentongen|baby*|spedbarn*|småbarn*',
    '*åring|*åringen|*åringer|*åringar|*åringene|*åringane|*åringan|tenåring*|ungdom|ungdommen*|ungdomen*|lillebror*|søskenpar*|fosterbarn*|datter*|dotter*|sønn*|son|sonen',
    'medelev*|klienten|enslig mindreårig*|mindreårig*|førsteklassing*|barnehagebarn*|skolebarn*|småjente*|smågutt*|skjultnavn|ei jente|ei på|tvilling*',
    'a child|the child|the childs|child|childs|kid|the kid*|boy|boys|girl|girls|pupil*|student|students|toddler*|teen|teenager*|infant*|one of the children|one of my pupils',
    'dreng*|pige|pigen*|pigerne|et spædbarn|spædbarn*|min elev*|lillesøster*|lille søster|søsteren hans|klassekamerat*|venninne*|veninde*|søsken|ett barn|her son|his son|his kids|her kids',
  ],
  children: [
    'barn|barna*|ungene|ungan|ungane|ungar|unger|ongan|elever|elevar|elevene|elevane|eleva|søsken*|søsknene|børn|børnene|children*|kids|pupils|students',
    'ungdommer*|ungdomar|unge menneske*|gutter|guttene|jenter|gravid*|pregnant*|noen|nokon|nokken|nån|someone|familien*|familie|a family|family',
  ],
  kin: [
    'pappa*|papaen|mamma*|far|faren*|fars|fare|faderen|mor|moren*|mora*|mors|moderen|forelder*|foreldr*|foreldan|foresatt*|føresett*|forældr*|stefar*|stemor*|stefaren',
    'bestefar*|bestemor*|besteforeld*|morfar*|farfar*|mormor*|farmor*|onkel*|onkler|tante*|bror*|broren*|brødre*|storebror*|storesøster*|fetter*|søster*',
    'kjæreste*|samboer*|sambuar*|ektemann*|mannen*|eksmann*|partner*|kona*|nabo|naboen*|naboer|slektning*|familiemedlem*|noen i familien|nokon i familien|husbond*',
    'dad|dads|daddy|father*|mum|mums|mom|moms|mother*|parent*|stepfather*|stepdad*|stepmother*|stepmum*|uncle*|aunt*|brother*|boyfriend*|grandfather*|grandpa*|grandmother*',
    'hos familien|forsørger*|omsorgsperson*|en mann|ukjent mann|voksen mann|vaksen mann|eldre mann*|trener*|fosterfar*|fostermor*|fosterforeld*|kjærasten*|farens|kusine*|cousin*|stedfar*|stedmor*|bestefaren|oldefar*|husvert*|faderen|papaen|svoger*|en fremmed|guardian*|mann hun|mann han',
  ],
  pron: [
    'han|hans|ham|hun|ho|hu|hen|henne|hennes|hende|hendes|hennar|honom|he|him|his|she|they|dem|dei|deres|hits her|beats her|told her|her father|her dad|take her|taking her|take him|her family|her mum|her dad|her uncle|sending her|her mother|her body|has her|hurt her|hit her|touches her|touched her',
  ],
  self: ['jeg|eg|æ|ej|meg|mæ|mig|min|mi|mitt|mine|me|my|i|vi|oss|we|our'],
  staff: [
    'ansatt|ansatte|ansatten|tilsett|tilsette|kollega*|kolega*|lærer|læreren*|lærere|lærar|læraren*|lærarar|kontaktlærer*|assistent*|vikar|vikaren|styrer|styreren|styrar*|rektor*|pedagog*|trener på skolen',
    'voksen på skolen|vaksen på skulen|vaksen her|voksen her|de voksne på|en voksen i barnehagen|medarbeider*|medarbeidar*|fagarbeider*|teacher*|colleague*|coworker*|a staff|staff member*|principal*|kolegaen|dirigent*|fast ansatt|leder*n vår|ledelsen|avdelingsleder*|inspektør*|miljøterapeut*|personalet',
  ],
  colleague: [
    'kollega*|kolega*|colleague*|coworker*|medarbeider*|medarbeidar*|sjef*|boss|manager|lederen min|leiaren min|min leder|leder min|arbeidsgiver*|arbeidsgivar*|lederne|the boss|avdelingsleder*|kollegaer|kolleger',
  ],
  atWork: [
    'på jobb|på jobben|arbeidsplass*|arbeidsmiljø*|på kontoret|jobben min|at work|workplace|på arbeid|arbeidskonflikt*|personalrom*|på arbejdet',
  ],
  leader: [
    'leder*|leiar*|rektor*|styrer|styreren|styrar*|sjef*|boss|principal*|manager*|ledelsen|leiinga|avdelingsleder*|my leader|overordnet|virksomhetsleder*|enhetsleder*',
  ],

  disclose: [
    'sier|sir|si|seier|sa|sagt|sier at|seie|sei|sei at|fortel*|fortal*|fortæl*|viste|fant ho|fant ham|fant henne|viser meg|viste fram|hviske*|kviskr*|betro*|avslør*|opplys*|opplyser|innrøm*|siger|sagde|ytr*|uttrykk*|uttaler',
    'says|said|told|tells|tell me|is telling|disclos*|shared with me|confided|showed|wrote|writes|skreiv|skrev|skriver på|skriv på|skriv at|skriver at|har skrevet|postet|posta|ringte og|ba meg|bad meg|nevnte|nemnde|hørte|høyrde|så at|jeg så|eg såg|æ så|æ såg|i saw|fikk vite|fått vite|svarte at|klager over|klaga på',
  ],
  tellsNow: [
    'forteller noe nå|forteller meg noe nå|forteller noe akkurat nå|forteller meg noe akkurat nå|begynner å fortelle|begynte å fortelle|fortel noko no|fortel meg noko no|byrjar å fortelje|begynner å fortelje|fortell nokka no|fortell mæ nokka no',
    'fortæller noget nu|fortæller mig noget nu|begynder at fortælle|telling me something now|telling me something right now|telling me now|starts to tell me',
  ],
  suspect: [
    'mistenk*|mistænk*|misten|mistank*|mistak*|suspec*|suspic*|tror|tru|trur|tror at|lurer|lure|lurar|kanskje|kanskje at|muligens|mulig|mogleg*|kan være|kan vere|kan det være|kan det vere|kan hende|kan ha|måske|frykt*|ane|aner|aner at',
    'redd for at|er redd det|e redd det|redd det|redd for|bekymret for at|bekymra for at|uroa for at|grunn til å tro|grunn til å tru|reason to believe|tyder på|kan tyde|tegn på|teikn på|i think|think|might|may be|may|could|maybe|possib*|worried that|rykte*|hører at|har hørt|jeg tro|følelse*|kjensle*|usikker*|ikke sikker|antar|sannsynlig*|truleg|ryktes|vitne til|vært vitne|vore vitne|noe tyder|gut feeling|tippe*|muligvis|sikkert',
  ],
  past: [
    'tidligere|tidlegare|før i tida|for lenge siden|for lenge sidan|for mange år siden|i fjor|i mange år|years ago|in the past|engang|en gang i framtida|en gang i fremtiden|tidlig i barndommen',
  ],
  soon: [
    'nå|no|nu|now|akkurat nå|nettopp|nett no|i dag|idag|i kveld|ikveld|i natt|inatt|i morgen|imorgen|i morgon|i helga|i helgen|i går|igår|denne uka|neste uke|neste veke|i sommer|i ferien|til sommeren|straks|med en gang|med ein gong|øyeblikkelig',
    'today|tonight|tomorrow|this week|this summer|next week|this summer|right now|just now|last night|yesterday|om en time|om ein time|snart|soon|i aften|i overmorgen|in the holidays|i høstferien|i påska|i jula|fersk*|friske|in an hour|hvert øyeblikk',
  ],
  hypo: ['hvis|viss|dersom|om eit barn|if|when a|når en|når et|når ein|når eit|i tilfelle|tenk om'],
  no: [
    'ikke|ikkje|ikkj|ikje|itj|itte|ikek|ingen|inga|ikkeno|ingenting|not|no sign|never|aldri|uten|utan|isnt|dont|aint|hverken|verken|without|neppe',
  ],
  doubtNo: [
    'vet|veit|sikker|sikre|sikkert|know|sure|ved|husker|aner|klar|tror|trur|forstår|skjønner|bare|berre|only|kan|vil',
  ],
};
