import type { Lexicon } from './lexicon.ts';

/** Single words that mean little alone; rules put them together: somebody's force, a body, a mark, a bed, a way to die. */
export const signWords: Lexicon = {
  force: [
    'kaste|kastet|kasta|kastar|kaster|slengde|slenger|slengte|slengt|slenge|holdt|held|heldt|dunke*|dunka|presse|presset|pressa|tvang|tvunget|tvinga|tvinger|tvingar|tvinges|dro|drar|dreg|drog|dratt|slepte|slept|brente|brent|brenner|brann|svidde|rev|river|klor|klore|klorte|kløyp|kløp|vrir|vridd|vrei|stakk|stikker|stukket|klemte|klemmer|strupe*|struper|strupetak*|puta over|pute over|knyttneve*|knyttneven|neve|never|reim|belte|beltet|livreim*|ledning*|kjepp*|pinne|tresleiv*|tøffel|stokk|hanske|gjenstand*|skålde*|kokende|brennende|spytt*|hamr*|skreik|raser*|går amok|burned|burnt|threw|throws|thrown|pushed|pushes|pulls|pulled|grabbed|grabs|choked|drags|dragged|forced|forces|belt|stick|lighter|lussing*|skubb*|skubbet|slæber|kastede|riv|hent tak|holder meg|holder henne',
    'går ~ løs|gjekk ~ laus|banket opp|banka opp|slått ned|slått gul|kverk|kverke|kverka|kverker|daska|dasker|lappet til|lappa til|filler|tok tak i|tar tak i|tek tak i|grep tak|reiv|røyska|knakk|trykket|trykker|trykte|dyppet|dukket|druknet|sulte|tvangsfor*|tvangsmat*',
  ],
  mark: [
    'sår|såra|blåfarge*|vondt|merke|merker|merkar|merka|mærker|strime*|stripe*|striper|avtrykk*|handavtrykk*|håndavtrykk*|fingeravtrykk*|kul|kuler|kutt|kuttan|kuttskader|rift*|rispe*|arr|flekk*|flekker|flekkar|blemme*|hevelse*|hoven*|opphovna|bloduttredelse*|blodutredelse*|rødt|røde|raude|blå|blått|gul og blå|gule|lilla|wound*|cuts|cut|marks|mark|scratch*|swollen|welts|stitches|sting i|gips|brukket|brekt',
  ],
  bodyPart: [
    'kropp*|arm|armen*|armer|armene|armane|armar|rygg|ryggen|ryggtavla|lår|låret|lårene|låra|hals|halsen|nakke|nakken|ansikt*|andlet*|fjes*|kinn*|mage|magen|hode|hodet|hovud*|panna|pannen|hånd*|hand|handa|hender|hendene|håndled*|handled*|underarm*|legg|leggen|leggene|leggane|legger|bein|beinet|beina|fot|føtter|fotsål*|leppe*|munnen|øye*|øyet|auga|auget|øre|øret|øyra|nese|nesa|nesen|nasen|rumpe*|rumpa|stump*|skulder*|skuldra|bryst*|ribbein*|rompa|hud*|huden|tenner',
    'body|arm|arms|wrist*|leg|legs|neck|face|back|stomach|head|cheek*|thigh*|bottom|eye|nose|mouth|hand|hands|håndleddan|handledan',
  ],
  intimate: [
    'naken*|nakne|naked|buksa|buksen|bukse|trusa|trusen|underbukse*|underbuks*|undertøy*|bh|underklær|senga|seng|senge|sengen|bed|kle av|kler av|kledd av|kler ~ av|ekle ting|ekkel*|ekkelt|vonde ting|rare ting|ting med|hemmelig lek*|hemmeleg*|hemmelighet*|hemmelegheit*|løyndom*|secret|secrets|kysse*|kyssa|kysset|kose med|koser med|kose seg|stryker*|stryk*|intim*|intimt|tafset|puppene|brystene|skrittet|nedentil|underlivet|privat* del*|lick*|things with|things to|uanstendig*|slikker|suger|suge|dusje sammen|bader sammen|dusj sammen|webkamera|kamera på|filmer henne|filmer meg|onaner*|masturb*|ereksjon|penis|vagina',
  ],
  picture: [
    'bilde*|bilete*|bilder|billede*|billeder|video*|film|filmet|filma|picture*|photo*|snap|lagt ut|legger ut|deler|delt|delte|sprer|spreidd|shared|posted',
  ],
  dying: [
    'for å dø|for å døy|å dø|døden|dø|døy|daue|die|dying|død selv|heller dø|heller døy|verdt noko|verdt noe|verd å leve|verdiløst liv|meningsløst|ikke være her|ikkje vere her|ikke komme til å være her|ikke være her etter|farvel|farewell|adjø|disappear|never wake|våkner aldri|ta for å|tabletter|tablettar|piller|pillar|pills|til byrde|bedre uten meg|betre utan meg|bedre uten henne|bedre uten ham|sluttstrek|end|utslokke|kjøre utfor|køyre utfor|drive off',
  ],
  wanting: [
    'vil|ville|vill|ønsker|ønskjer|tenker på|tenkjer på|tenker ofte på|snakker om|snakkar om|snakke om|fantaserer|skriver at|skriv om|skrevet om|skrive|hvor mange|kor mange|må ta|drømmer om|planlegger|planlegg|bestemt seg|klar for å|heller|lengter|wants|want|wish|wishes|plans|talks about|thinks about|livet|leve|liv|skal|siger|heller vil',
  ],
  leftOut: [
    'låst|låste|låser|stengt|stenger|stengte|sperret|sperra|sperrer|bundet|bunden|lenket|locked|tied|shut|utestengt hjemme',
  ],
  cage: [
    'ute|inne|boden|bod|kjeller*|kjellaren|skap*|skapet|rommet|rom|badet|garasje*|natt|natten|natta|loftet|out|in|basement|closet|room|night|hjemme|heime|balkong*|fjøset',
  ],
  notHome: [
    'ikke/ikkje/itj ~ kommet/komen/kome/kommen/kom hjem/heim/fram/frem|ikke/ikkje ~ vært/vore hjemme/heime|ikke ~ kommet fram|ikke ~ dukket opp hjemme|not come home|hasnt come home|not been home|not been seen|ikke sett siden|ikke sett på|ingen har sett|ingen har hørt fra|nobody has seen|mangler/manglar ~ barn|mangler/manglar ett/et/eit barn|mister/mista ~ barn|mistet ~ barn|talt opp|lost a child|lost one of|one is missing|gikk fra oss|gått fra oss|gått fra barnehagen|gikk fra barnehagen|gått ut av barnehagen|ikke sett ~ siden|ikkje sett ~ sidan|har ikke sett gutten|sprang fra|sprunget fra|løp fra|løpt fra|løp ut i skogen|klatret over gjerdet|over gjerdet|ute av syne|ble ikke hentet|blir ikke hentet|ikke blitt hentet|hentet feil barn|gått seg vill|vandret av|forlot skolen|forlot barnehagen',
  ],
  takeAway: [
    'kommet for å ta|kommer for å ta|skal ta sønnen|ta sønnen|skal ta/hente ungen/barnet/barna/ungane/jenta/gutten|tok/tar/tatt/teke/tek barnet/barna/ungene/ungane/sønnen/datteren/ungen|gi tilbake barn*|levere tilbake barn*|ikke levert barn*|kommer ikke tilbake med|reist til ~ med barna|har reist til|nekter å levere barn*|fremmed|framand|ukjent|ukjend|stranger|unknown|en fremmed|kjenner ikke|take her out|take him out|taking her|taking him|fra landet|holde barnet borte',
  ],
  swallow: [
    'drukket|drukke|drakk|drikk|spist|ete|åt|svelg*|svelgde|inntatt|tatt|teke|tok|took|ate|drank|swallow*|slukt|sluka|putta i munnen',
  ],
  poison: [
    'vaskemiddel*|rengjøring*|klorin|lut|tabletter|tablettar|*tablett*|sovetablett*|sovepiller|piller|pillar|medisiner|medisin|medisinene|gift|giftig*|batteri|batterier|knappcelle*|bleach|poison*|pills|tablets|rottegift|sopp|frostvæske|snusposer|magnet*|paracet*|ibux',
  ],
  marry: [
    'gifte seg|gifter seg|gifta seg|gift seg|gifte sæ|gifte sig|giftast|forlov*|bryllup*|ekteskap*|ægteskab*|marry|married|wedding|engaged|trolov*',
  ],
  unconscious: [
    'ikke/ikkje/itj ~ puste/puster/pustar/pust|faller om|falt om|fell om|datt om|krampet|krampa|krampar|ligger helt stille|ligg heilt stille|svarer ikke|svarar ikkje|svare ikke|ikke kontakt|ikkje kontakt|blå i ansiktet|blå på leppene|blitt slapp|kramper|seizure*|not responding|not respond|doesnt respond|fall ~ stor høyde|falt ned|fallen from|truffet av bil|påkjørt elev|påkjørt barn|blir påkjørt|stukket av veps|allergisk sjokk|anafyla*|setter noe i halsen|satt fast i halsen|sjokk',
  ],
  standing: [
    'klarer ikke/ikkje å stå|klarer ikke å gå|sjangl*|snøvl*|vingler|vinglar|rusprega|*påvirket|*påverka|*påvirka|drita|drita full|dritafull|stupfull|stupfulle|kanonfull|passed out|blind drunk|tipsy|hammered|wasted|intoxicated|bakfull|fyllesjuk|lukter fyll|lukter av fyll|alkoholpåvirket|nedrusa|skeiv|steinrusa|høy på|på en snurr',
  ],
};
