/** Words for people, in bokmål, nynorsk, northern dialect, Danish and English: alternatives of one part of a phrase. */
const child =
  'barn|barnet|barna|barnets|børn|børnene|bån|unge|ungen|unga|ungar|ungane|ungan|onge|ongen|ongan|elev|eleven|elever|elevar|eleva|' +
  'elevene|elevane|gutt|gutten|gut|guten|gutn|jente|jenta|jenten|pige|pigen|dreng|drengen|baby|babyen|tenåring*|ungdom*|søsken*|' +
  'child|children|kid|kids|boy|girl|pupil*|student*|toddler*|teen*|skjultnavn';
const adult =
  'pappa*|mamma*|far|faren|fars|mor|moren|mora|mors|forelder*|foreldr*|foresatt*|føresett*|forældr*|stefar*|stemor*|bestefar*|onkel*|' +
  'bror*|kjæreste*|mann|mannen|kone|kona|dad|daddy|father*|mum|mom|mother*|parent*|stepfather|stepmother|uncle|boyfriend';
const someone = `${child}|${adult}|han|hun|ho|hu|hjemme|heime|hjem|heim|hverandre|meg|mæ|me|him|her|she|he|home|kollega*|kolega|lærer*|ansatt*`;

/** Danger, violence, abuse, control, threats to life. A text with one of these gets the emergency numbers first. */
export const dangerPhrases: readonly string[] = [
  'vold*',
  'vald|valden|valdeleg*|valdsam*|valdsutsett*|valdtek*|valdtatt|valdtok',
  'familievold*|partnervold*|æresvold*|barnevold*|familievald*|æresvald*',
  'overgrep*|overgreb*|seksualovergrep*|nettovergrep*|misbruk*|misbrug*|incest*|pedofil*|blotter*',
  'mishandl*|barnemishandl*|vanskjøts*|omsorgssvikt*|omsorgssvigt*|barnedrap*',
  'violen*|abuse*|abusi*|molest*|assault*|rape|raped|rapist|neglect*|mutilat*',
  `slår|slo|slått|slåtte|slås|slag|slået|slæ|slæss|hit|hits|hitting|beat|beats|beaten|beating|smack*|slap* + ${someone}`,
  `spark*|lugg*|klyp*|dytt*|bit|biter|bitt|kicks|kicked|punch* + ${adult}`,
  'juling|bank|banker|banka|banket|dengt|denger|denga|pisk*|fik|fiket|ørefik*|rusk* + ' + someone,
  'kveler|kvelt|kvelte|kveletak*|strangl*|choke*|choking',
  'blåmerk*|blåmærk*|blå merk*|bruis*|kloremerk*|bitemerk*|brannsår*|brannskad*|brannmerk*|brennmerk*|kvelningsmerk*|merker på kroppen|merke på kroppen',
  `skad|skade|skadet|skada|skadd|skader|sår|brudd|hurt|hurts|injur* + ${someone}`,
  'blør*|blødn*|bleed*|bevisstl*|besvimt*|unconscious*|puster ikke|pustar ikkje|not breathing',
  'kniv*|våpen*|pistol*|gevær*|knife*|weapon*|gun|guns',
  'drep*|drap|drept|drapstrus*|myrd*|kill|kills|killed|murder*',
  'tukl*|befø*|beføl*|klår på|klådd på|tafs*|tissen|tissefanten|kjønnsorgan*|underliv*|samleie*|intim*',
  'nakenbild*|nakenfoto*|nudes|nude|porno*|grooming*|sextortion*|seksuell*|seksuel*|sexual*|seksualiser*',
  'tvangsekte*|tvangsgift*|tvangsægte*|barneekte*|gift* bort|giftes|bli gift|blir gift|forced marriage|married off|arranged marriage',
  'kjønnslemle*|omskjær*|omskår*|omskær*|fgm|circumcis*|genital*',
  'æresrelater*|æreskult*|æreskontrol*|famil* ære|sosial kontroll|social kontrol|honour*|honor|sendt* ut av landet|sendes ut av landet',
  `utlandet|hjemlandet|heimlandet|abroad + gift*|tvang*|sendt|sendes|marr*|etterlat*|${child}`,
  'selvmord*|sjølvmord*|sjølmord*|selmord*|suicid*|ta livet|tar livet|tok livet|tage livet|ta sitt eget liv|own life|end it all',
  'vil dø|ville dø|ønsker å dø|ønskjer å døy|vil døy|vil ikke leve|ikke leve|ikkje leve|want to die|wants to die|want* to live',
  'selvskad*|sjølvskad*|skjærer seg|skjer seg|skjære seg|kutter seg|kuttar seg|kutte seg|cuts herself|cuts himself|self harm*|overdose*',
  `full|fulle|fuld|beruset|rusa|ruset|dritings|promille|drunk|high + ${adult}|hent*|kjør*|køre*|bil|pick*|driv*`,
  'rusa|ruset|beruset|lukter alkohol|luktar alkohol|lukter sprit|lukta alkohol|lukter øl|smells of alcohol|narkotika|drugs',
  `forsvunn*|forsvant|savnet|sakna|rømt|rømte|rømme|stukket av|stukke av|missing|ran away|runaway|disappear* + ${someone}`,
  'bortfør*|kidnap*|abduct*',
  'i fare|i livsfare|livsfar*|er det fare|akutt*|akut|nødsitu*|naudsitu*|nødnummer*|naudnummer*|danger*|emergenc*|112|113|110|ambulans*',
  'trenger hjelp nå|treng hjelp no|trænger hjelp nu|hjelp nå|hjelp no|hjælp nu|help now|need help now|nå med en gang',
  `trua|truer|truar|truet|trusler|trugsmål|truslar|threat* + ${someone}`,
  `redd|redde|ræd|redsel|livredd*|skræmt|skremt|bange|afraid|scared|terrified + ${adult}|hjem|heim|hjæm|home`,
  'tør ikke gå hjem|tør ikkje gå heim|vil ikke hjem|vil ikkje heim|vil ikke gå hjem|tørr ikkje heim',
  `låst inne|låser inne|innelåst|innestengt|stengt inne|locked in|locked up|sultet|sveltet|får ikke mat|får ikkje mat`,
];

/** Questions about the duties, and worries that have a rule of their own. */
export const dutyPhrases: readonly string[] = [
  'meldeplikt*|meldepligt*|avverg*|avverj*|underretning*|underrette|opplysningsplikt*|varslingsplikt*',
  'bekymringsmeld*|barnevern*|børnevern*|child welfare*|child protect*|child service*|mandatory report*|duty to report',
  'taushetsplikt*|teieplikt*|tavshedspligt*|confidential*',
  `melde|meld|melder|meldar|report|reporting + ${child}|barnevern*|politi*|police|bekymr*|fra|frå`,
  'mobb*|mobn*|bully*|utesteng*|skolemiljø*|skulemiljø*',
];

/** A worry, or a question that only a worried person asks. */
export const worryPhrases: readonly string[] = [
  'bekymr*|bekymm*|bekimr*|bekymer*|bekymring*|uro|uroa|uroar|uroer|uroen|urolig*|uroleg*|worr*|concern*|engst*',
  'mistanke*|mistenk*|mistænk*|mistanken|suspec*|magefølelse*|magekjensl*|gut feeling',
  'undrer|undrar|undre mæ|undre meg|undringsnotat*|noe er galt|noko er gale|nokka e galt|noe som ikke stemmer|something is wrong',
  'har det ikke bra|har det ikkje bra|ikke har det bra|ikkje har det bra|har det vondt|har d vondt|ikke bra hjemme|not doing well',
  'trives ikke|trivst ikkje|trivs ikkje|mistrives|mistrivst|trist*|lei seg|gråter|grin|græt|sad',
  `ikke bra|stille|rar|rart|endret*|endra|sliten|skitten|sulten|trøtt|innesluttet*|sint|utagerer*|weird|quiet|tired|dirty|hungry + ${child}`,
  'skolevegr*|skulevegr*|skolefravær*|fravær*',
  'bti|handlingsveileder*|stafettlogg*|nivå 0|nivå 1|nivå 2|nivå 3|undringssamtale*',
];

/** Somebody asks what to do, or speaks of a child: the guide is never wrong then. */
export const askPhrases: readonly string[] = [
  'hva gjør jeg|hva gjør vi|hva skal jeg gjøre|hva bør jeg gjøre|hva skal vi gjøre|hva nå|hva kan jeg gjøre|hvordan går jeg fram',
  'kva gjer eg|kva gjer vi|kva gjør eg|kva skal eg gjere|kva skal eg gjøre|kva bør eg gjere|kva no|kva kan eg gjere',
  'ka gjør æ|ka gjør æg|ka gjør e|ka gjør eg|ka gjør ej|ka gjør vi|ka skal æ|ka ska æ|ka ska e|ka skal e|ka bør æ|ka no|ka nå',
  'hvad gør jeg|hvad skal jeg gøre|hvad nu|hvad gør vi',
  'what do i do|what should i do|what can i do|what to do|what now|what shall i do',
  'hvem ringer jeg|hvem skal jeg ringe|hvem kan jeg ringe|hvem kontakter jeg|hvem snakker jeg med|hvem sier jeg fra til',
  'kven ringjer eg|kven ringer eg|kven skal eg ringje|kven kan eg ringje|kven snakkar eg med|kven seier eg frå til',
  'kæm ringe æ|kem ringe æ|kem ringer æ|kæm ska æ ringe|kem ska æ ringe|kæm snakke æ med|kem kan æ ringe',
  'who do i call|who should i call|who can i call|who do i talk to|who do i tell|who to call',
  child,
];
