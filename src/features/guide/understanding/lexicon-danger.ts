import type { Lexicon } from './lexicon.ts';

const them =
  'han/ham/hun/ho/hu/henne/hende/meg/mæ/mig/seg/sæ/dem/her/him/me/barnet/eleven/jenta/gutten/guten/pigen/drengen/ungen/ongen/barna/morfar/pappa/far/ein/en/et';
const hitting =
  'slår/slo/slår/slog/slå/slått/slåt/slegen/slege/slegne/slået/sloge/slæ/slær/slæss/slåes/slås/sparker/sparka/sparket/spark/sparke/banker/banka/banket/bankar';

/** Violence and what it leaves on a body; danger to life; a child that is not where it should be. */
export const dangerWords: Lexicon = {
  violence: [
    'vold|volden|voldelig*|volds*|voldsutsatt*|voldsbruk*|*vold|*volden|vald|valden|valdeleg*|valds*|*vald|voldlig*|vodlelig|vodelig',
    'mishandl*|*mishandling*|vanskjøtsel og vold|barnedrap*|fysisk* straff*|fysisk avstraff*|avstraff*|kroppsstraff*|fysisk* overgrep*|fysisk refs*|oppdrar/oppdra/oppdrage* med ris|bruker ris|physical punish*|kjapp på labben|løs på labben|klaps som|klaps i oppdragelse*|besøksforbud*|skvetter når|barna skvetter|skvett når|truende i møte*',
    'violen*|abuse|abused|abusi*|abusing|domestic|maltreat*|misbruk|misbrug|utnytte* av|utnyttes|utnyttelse*|menneskehandel*|trafficking|exploit*|i fare hjemme|rykker til hvis|utsatt for noe|hardhendt hjemme|pappaen er for hardhendt|faren er hardhendt|hardhendt far|streng oppdragelse|krymper seg',
    'psykisk* terror|psykisk vold',
  ],
  hit: [
    hitting.replaceAll('/', '|'),
    'lugger|luga|lugga|lugget|luggar|dytter|dytta|dyttet|dyttar|dytt|dyttes|klyper|kløp|kløpet|klypt|kniper|knipset|dasket|dasker|klapset|klapsa|klapse*|klaps|klæsk*|klask*|filleris*|rister|ristet|rista|riste|ristes|dengt|denger|denga|dengjer|dengte|piske*|pisket',
    'juling|julinga|bank hjemme|bank heime|får bank|fått bank|fikk bank|fekk bank|ørefik*|en fik|tæsk|tæv|smell av|en smell|på trynet|får seg en på|kjeften full av juling|rundjul*|grisebank*|knuffer|knuffet|slengt i|slengte|slengt|kastet i veggen|kasta i veggen|kaster ting på|kaster gjenstander på|røsk*|bitt av|biter henne|spyttet på|skoldet|brent ~ med|brente ~ med|brent meg|brent han|brent henne',
    'slår ihjel|slå i hel|hard mot|hardt i|dro i håret|drar ~ etter håret|dro ~ etter håret|dreg ~ i håret|drar ~ i håret|etter håret|i håret|med belte*|med ein pinne|med ledning|med tøffel|beltet|kveler|kvele|kveles|kvelte|kvelt|kvalt|kvaltes|kveletak*|kvelertak*|strangl*|chok*|holdt ~ nede|halde* nede|presset mot veggen|dyttet ned trappa|trampet|tråkket på',
    'hit|hits|hitting|beat|beats|beaten|beating|slap|slaps|slapped|smack*|punch*|kick|kicks|kicked|whip*|spank*|shook him|shakes|shook|shoved|burned him|burned her|pulled her hair|legger hånd på|hånd på barnet|rapper til|fiker til|klasker til|gav ~ en lusing|lusing|slåss i porten|går løs på|gikk løs på|overfalt|skrik og slag|hører/høyrer slag|får slag|fikk slag|en på øret|på øret|en omgang|skikkelig omgang|en omgang juling|får inn ris|ris på rumpa|satte seg på ham|satte seg på henne|setter seg på ham|lagt/legg/la hånd på|slem med ham|slem med henne|slem mot ham|slem mot henne|slemme mot henne|snill med ham lenger|mean to him|slag mot|får deng|deng|overfall*|angripe*|angrep|assault*',
  ],
  injury: [
    'merke*/avtrykk*/spor/mærke* ~ hånd/hånda/hånden/hand/handa/fingre/fingrene/fingrar/fingrane/finger/belte/tann/tenner|håndavtrykk*|handavtrykk*|fingeravtrykk på|hand shaped|shape of a hand|blåmerk*|blåmærk*|blåmrk*|blamerk*|blå merk*|blåe merk*|blå flekk*|blå mærke*|blått øye|blå auge|blått auge|blåveis*|blåslått|slagmerk*|merker etter slag|blåfarg*|blåflekk*|gul og blå|bruis*|black eye|kloremerk*|klormerk*|bitemerk*|brannsår*|brannskad*|brannmerk*|brennmerk*|brennsår*|brandsår|kvelningsmerk*|fingermerk*',
    'merker/merke/merkar/mærker/merka ~ på kroppen/halsen/ryggen/armen/armene/låret/lår/magen/kinnet/ansiktet/beinet/beina|merker etter|merke etter|merka etter|merker rundt|full av merker|røde merker|raude merke|striper på ryggen|striper på|lange striper|sår på ryggen|hevelse*|hoven*|hovne|hovent|uforklarlig* skade*|uforklarlig* brudd|uforklarlig* *skade|uforklart* brudd',
    'rift på|rifter|brukket arm|brukket bein|brekt|brukken tann|brukket tann|knekt arm|hodeskade*|hovudskade*|burn mark*|burns on|came ~ with a burn|a burn on|marks on|cut lip|broken arm|scar|scars|sår leppe|blodig nese|sprukket leppe|kul i hodet|vondt i ryggen etter|vondt i armen etter|hår revet|skader på kroppen|er skadd|er skada|er skadet|skade på kroppen',
    'kuttskade*|knivstukket|stukket med kniv|avrevet hår|brent på|brent hånd|brannblem*|piskemerk*|skrubbsår overalt|blod på|blodig|bloie på|blod i buksa|blod i trusa|blødning*',
  ],
  hurt: ['skade|skadet|skada|skadd|skadar|skader|skada sæ|vondt|såret|sår|hurt|hurts|injur*|brudd'],
  body: [
    'kroppen*|armen*|armer|armene|armane|arm|rygg*|lår*|halsen|hals|ansiktet|ansikt*|andletet|kinn*|mage|magen|hodet|hovudet|hånden*|hånda|handa|hendene|leppe*|øyet|øye|auget|rumpa|beinet|beina|skulder*|nakken|huden|fingre*',
    'arms|neck|face|back|stomach|hands|legs|head|cheek|his body|her body|hodet|armene',
  ],
  weapon: [
    'kniv|kniven|kniver|knivar|med kniv|knife|knives|våpen|våpenet|pistol*|gevær*|hagle|maskingevær|gun|guns|weapon*|machete*|skyte|skytevåpen*|skoleskyting*|skuleskyting*|skolemassakre*|massakre|balltre|skyte på|skyte lærer*|school shooting|shoot|balltre|jernrør|bombe|bomber|med saks|øks',
  ],
  threat: [
    `true|truer|trua|truar|truet|trugar|truga|trugande|trusler|trusel|trussel|truslar|trugsmål|threat*|drapstrus*|dødstrus*|dødstrussel*|plan om å skade|skade en lærer|ta noen etter|skal ta meg|hevn|drepe|drepes|dreper|drep ${them}|drap på|drepa|slå ihjel|slå i hel|slår i hel|kill him|kill her|kill them|kill the|kill my|kill us|murder*|myrde*|ta livet av barn*|ta livet av ungene|ta livet av henne|skyte ${them}|dræbe|stikke ned|hevne seg`,
  ],
  medical: [
    'bevisstl*|bevistl*|besvimt|besvimte|besvimer|svimte av|unconscious|puster ikke|pustar ikkje|pust ikke|puster rart|not breathing|cant breathe|får ikke puste|livløs*|livlaus*|blør|bløder|blødde|blørr|bleeding|bleeds|krampe*|anfall|kvelning|drukn*',
    'overdose*|overdosis|tatt ~ piller|tok ~ piller|massevis av piller|masse piller|boks paracet|brett paracet|brett med|svelget|svelgt*|forgift*|took ~ pills|swallowed|lot of pills|a lot of pills|tatt noe|borte av pille*|helt slapp|heilt slapp|reagerer ikke|svarer ikke på tiltale|får ikke kontakt med|ligger på gulvet|ligger på toalettet|har falt ned fra|blodpøl|collapsed|hjertestans|passed out',
  ],
  suicide: [
    'selvmord*|sjølvmord*|sjølmord*|selmord*|selvmrd*|suicid*|ta livet av seg|ta live av seg|ta livt|ta livet av sæ|ta livet sitt|tar livet av sæ|tar livet av seg|tar livet sitt|tok livet av seg|tok livet sitt|tage livet|tage livet af|ta sitt eget liv|sitt eget liv|ta sitt eige liv|avslutte livet|gjøre slutt på livet|gjere slutt på livet|end her/his/my/their life|own life|kill herself|kill himself|kill themself|kill myself|end it all',
    'vil/ville/vill/ønsker/ønskjer/ønske/skal/ska/skulle ~ dø/døy/daue/døe|bedre om ~ død|betre om ~ død|bedre om ~ ikke fantes|var død|vil/ville ikke/ikkje/itj/ikke våkne|vil/ville/orker/orkar/ork/ønsker/ønskjer/klarer ikke/ikkje/itj/ikek/ikke å leve/leva/lev|vil/ville/orker/orkar/ønsker/ønskjer/ork ikke/ikkje/itj leve/leva/lev|ikke/ikkje/itj/ikek/not ~ leve/leva/lev|ikke/ikkje/itj ~ våkne|ikke leve lenger|ikkje leve lenger|ikke leve mer|ikke vil leve|ikkje vil leve|ikkje orkar å leve|ikke orker å leve|ønsker ikke å leve|leve mere',
    'grunn til å leve|grund til at leve|noe å leve for|noko å leve for|lei av livet|lei av å leve|avskjedsbrev*|avskilsbrev*|goodbye note|goodbye letter|suicide note|want/wants/wanted to die|want/wants to be dead|better off dead|not want to live|doesnt want to live|dont want to live|doesnt want to be alive|want to be alive|reason to live|wish ~ dead',
    'man henger seg|henge seg|hengje seg|hengt sæ|drep sæ|lyst/lysten til å dø/døy|vil bare/berre dø|prøvd å hoppe|prøvde å hoppe|forsøkt å hoppe|hoppe ut av|tried to jump|siste dagen|siste dag|skåret opp arm*|skjært opp arm*|skar opp arm*|pulsåre*|forsøkt selv*|sier ha det for siste gang|gir bort tingene sine|hengte seg|henger seg i|hengt seg|heng sæ|henge sæ|henge sig|hang himself|hang herself|hoppe fra|hoppe frå|hopp fra|truer med å hoppe|hoppe utfor|jump off|drepe seg|drep seg|drepe sæ|skyte seg|skyt sæ|skyte sæ|laga ei løkke|laget en løkke|løkke|gjøre slutt på alt|gjør slutt på alt|gjøre det slutt|gjere slutt på alt|gjøre slutt|gjøre en ende|få slutt på alt|forsvinne for godt|forsvinne for alltid|borte for alltid|ingen ville savn*|savne ham|savne henne|sakne meg|gjøre noe mot seg selv|gjere noko med seg sjølv|skade seg selv i natt|gjøre noe dumt mot seg|ikke være her mer|ikkje vere her meir|begå selvmord|ta både seg selv|legge seg på skinnene|gå ut foran toget|hoppe foran toget',
  ],
  selfHarm: [
    'selvskad*|selvskading*|sjølvskad*|sjølskad*|skjærer seg|skjærer sæ|skjær sæ|skjer seg|skjære seg|skar seg|skåret seg|skjærer i sig|skærer i sig|skærer sig|kutter seg|kutter i arm*|kutta i arm*|kutter arm*|kutter opp|kutter sæ|kuttar seg|kutta seg|kutta sæ|kutte seg|kuttet seg|risper seg|rispet seg|brenner seg selv|kutt på arm*|kutt på håndledd*|kutt på lår*|kutt på underarm*|arr på armene',
    'cuts herself|cuts himself|cutting herself|cutting himself|cutting themself|self harm*|selfharm*|skader seg selv|skadar seg sjølv|hurts herself|hurts himself|hurting herself|hurting himself|slår seg selv|dunker hodet',
  ],
  missing: [
    'forsvunn*|forsvun*|forsvant|forsvann|savnet|sakna|saknet|meldt savnet|er borte|e borte|blitt borte|ble borte|vart borte|er vekk|e vekk|er vekke|e vekke|blitt vekk|er væk|mista et barn|mistet et barn|mistet ~ av syne|finner ikke|finne ikke|finn ikke|finn ikkje|finn itj|ikke finne|finner vi ikke|ikkje finne|finnes ikke|ingen vet hvor|ingen veit kor|vet ikke hvor ~ er|veit ikkje kor ~ er|kan ikke finde|leter etter',
    'rømt|rømte|rømmer|rømme|rymt|rymde|stukket av|stukke av|stakk av|stikker av fra|løbet hjemmefra|stukket hjemmefra|ran away|run away|runaway|missing|disappear*|cant find|can not find|cannot find|gone missing|ikke vært hjemme på|vært borte siden|vore borte sidan|borte siden|ikke kommet hjem|ikkje kome heim|kom aldri hjem|ikke er hjemme',
  ],
  abduct: [
    'bortfør*|kidnap*|abduct*|tatt/tok/tar/teke/ta med seg barn*|tatt/tok/tar/teke/ta med seg et barn|tatt/tok/tar/teke/ta med seg en/et/ein/eit unge/barn/elev/gutt/jente|tatt med seg sønn*|tatt med seg datter*|hentet av noen|hentet av en ukjent|henta av nokon|ikke står på lista|ikkje står på lista|ukjent mann|framand mann|fremmed mann|lokke et barn|lokke/lokka/lokket/lokker et/eit/en/ein barn/unge/elev|unknown man|a stranger|took the child|reise/reiser/reist ut av landet med|hentet av fremmede',
  ],
  intox: [
    'full|ful|fulle|fuld|beruset|berusa|berus*|rusa|ruset|påvirket|påverka|dritings|dritfull*|kanakkas|drita|promille|sjangler|sjanglar|snøvler|snøvlar|ustøtt|ustø på|vingler|lukter/luktar/lukta/lukte ~ brennevin|brennevin|vodka|whisky|ustø|ustødig|lukter/luktar/lukta/luktet/lukte/lugter ~ alkohol/øl/sprit/vin/hasj/fyll/bakfyll|alkohol|har drukket|har drukke|drikker mye|drikke mye|drukket|drunk|intoxicated|high|stoned|wasted|smells of|smells/smelling like|under påvirkning|på fylla|kjørt i fylla|steinet|hadde drukket|overstadig|full på',
  ],
  pickup: [
    'hent*|hente|henta|henter|hentar|henting*|hentet|levere*|leverer|kjør*|køre*|bil|bilen|pick up|picks up|pickup|picking up|collect*|driv*|ta med barn*|ta med seg*|ta med ung*|i porten|at the gate|wanting his|wants to take|utenfor barnehagen|utafor|er her nå|i bilen|her nå|kom for å|ta med hjem',
  ],
  locked: [
    'låst inne|låser inne|låse inne|låser ~ inne|låst ~ inne|låste ~ inne|innelåst*|innesperret|innestengt|stengt inne|sperret inne|locked in|locks him|locks her|locked up|sulter ham|sultet|sveltet|alene hjemme ~ natt*|alene hjemme nå|aleina heime|åleine heime i natt|alene hele natt*|alene om natt*|vært alene hele|home alone|left the baby|left alone|alone in the apartment|left alone|kastet ut hjemme*|kasta ut heim*|kastet ut av|kasta ut av|kastet ut hjemmefra|ingen steder å sove|ingen stad å sove|holdes fanget|forlatt alene|etterlatt alene',
  ],
  fearHome: [
    'livredd*|redd/redde/ræd/bange/skremt for/av ~ far/faren/mor/moren/mora/pappa*/mamma*/stefar*/stemor*/foreldr*/onkel*/bror*/broren|redd han/ho far/mor|redd pappa|afraid/scared/terrified of his/her/the/their father/mother/dad/mum/stepdad/parents/uncle|tør/torer/tørr/tøre/tor/turde/torde ikke/ikkje/itj/ikek ~ hjem/heim/hjæm/heime/hjemme/home/pappa/far/mor/mamma|redd/redde/ræd/bange for/før ~ hjem/heim/hjæm/hjemme|redd/bange ~ gå hjem/heim|nekter å gå hjem|nektar å gå heim|nekter å dra hjem|afraid/scared/terrified to/of go/going home|afraid of going|afraid/scared to go|tør ikke|tør ikkje|tør itj|tør ikke være hjemme',
    'vil/ville ikke/ikkje/itj ~ hjem/heim|vil aldri hjem|ikke sende henne hjem|ikke sende ham hjem|ikkje sende ~ heim|ikke tør å være alene med|tør ikke være alene med|ikke trygg* hjemme|ikkje trygg* heime|ikke trygt hjemme|ikkje trygt heime|ikke trygt å gå hjem|utrygt hjemme|utrygt heime|not safe at home|doesnt feel safe|not feel safe|not safe to go home|dont want to go home|doesnt want to go home|isnt safe|ikke er trygt hjemme|ikke trygt i dag|ikke trygg i dag',
  ],
  forced: [
    'tvangsekte*|tvangsgift*|tvangsægte*|barneekte*|barneægte*|gift* bort|bortlov*|giftes|giftast|bli gift|blir gift|bli giftet|å gifte seg|gifta bort|forced marriage*|married off|arranged marriage*|get married|be married|sent ~ to be married|tvinges til ekteskap|presses til å gifte|presset til å gifte',
    'kjønnslemle*|omskjær*|omskår*|omskær*|skal skjæres i|fgm|circumcis*|genital mutilation|be cut|jentelemlest*',
  ],
  honour: [
    'æresrelater*|æreskult*|æreskontrol*|æresvold*|æresvald*|famil* ære|for æren|på grunn av ære|sosial kontroll*|sosiale kontroll*|social kontrol*|honour*|honor based|kontrollerer alt|kontrollerer henne|streng kontroll|skam over familien|kontrollert av brødre*|får ikke lov til noe',
  ],
  travel: [
    'sendt/sendes/sende/sender/sendast ~ til/ut|sendt til hjemland*|sendes til|skal til utlandet|til utlandet|til hjemlandet|til heimlandet|utenlands|ut av landet|reise i morgen|skal reise|skal bort|abroad|taken to|sent to|sending her|sending him|take/taking/took her/him/them out of|out of the country|koranskole*|flyet går|flybillett*|passet hennes|oppdragelsesreise*|enveisbillett*|billetter til|tatt passet|passet hennes|ikke får komme tilbake|etterlatt i|etterlates|dumping|to pakistan|til pakistan|til somalia|til irak|til syria',
  ],
  urgent: [
    'i fare|fare for|livsfare|livsfar*|livstru*|akutt|akut|det haster|haster veldig|dette haster|dette hastar|nødsitu*|naudsitu*|emergenc*|in danger|immediate danger|trenger hjelp nå|treng hjelp no|trænger hjælp nu|trenger hjelp med en gang|hjelp nå|hjelp no|help now|need help now|ring politi*|ring 112|ring 113|ringe 112|ringe 113|call 112|call police|call the police|tilkalle politi*|ringe ambulanse|ambulanse|er det fare|fare nå|nødhjelp|sos|akutt fare|ødelegger alt|er gal og|gått amok|klikker og|klikket helt|utagerer voldelig|bråk med kniv|brenner på skolen|amok',
  ],
};
