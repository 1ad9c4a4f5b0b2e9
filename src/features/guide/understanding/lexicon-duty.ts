import type { Lexicon } from './lexicon.ts';

/** What somebody must do by law, and what may set such a duty off. */
export const dutyWords: Lexicon = {
  dutyName: [
    'meldeplikt*|meldepligt*|avverg*|avverj*|afværge*|avvergeplikt*|opplysningsplikt*|opplysningsrett*|underretningspligt*|varslingsplikt*|varslingsplikta|taushetsplikt*|teieplikt*|teiepliktig|tavshedspligt*|aktivitetsplikt*|duty to report|mandatory report*|confidentialit*|plikten|plikter|plikt|plikta|pligt|obligation*|obliged',
  ],
  report: [
    'melde fra|meld fra|melder fra|meldt fra|melde frå|meld frå|melder eg frå|melder jeg fra|melder jeg|melder eg|melde til|meld te|meld til|melder til|melde te|melder vi|meldar|melde dette|meldes til|jeg melder|ikke melder|at jeg melde*|å melde|skal melde|må melde|jeg melde|eg melde|æ meld|skal jeg melde|nok til å melde|vi melde|melde når|melde anonymt|melde på nytt|melde etter|melde det|melde selv|melde sjølv|skal vi melde|må vi melde|vil melde|en ansatt vil melde|stoppe en melding|terskelen|har meldt|sender jeg melding|meldinga|meldingen',
    'bekymringsmeld*|bekymringsmed*|bekymringmeld*|bekymringsmelding*|underrett*|underretning*|si fra|seie frå|sei ifrå|si ifra|siger til myndig*|report|report this|have to report|reporting|child services|child protect*|child welfare|varsle eier|varsle barnevern*|meldingen til barnevern*|varsler jeg|varslar eg|hvem varsl*|kven varsl*|til barnevernet|til barnevern|sak for barnevernet|ringe barnevernet|kontakte barnevernet|si til barnevern*|si til noen|meld æ|meld e fra|melde æ|seier eg det til|sier jeg det til|hvem jeg si til',
  ],
  neglect: [
    'bor i bil*|bur i bil*|bo i bil*|bor i telt*|bor i campingvogn*|omsorgssvikt*|omsorgsvikt*|omsorgssvigt*|vanskjøt*|neglect*|forsømm*|forsøm*|dental omsorgssvikt|får ikke nok mat|får ikkje nok mat|ikke nok mat|ikkje nok mat|uten mat|utan mat|uten matpakke|aldri matpakke|aldri mat|never has food|never ~ food|no food|uten vinterklær|dårlige forhold|får ikke stell|lukter urin|luktar urin|full av lus|får ikke middag|ikke middag|låner mat|tigger mat|ber om mat|ustelte|ikke har mat|ikkje har mat|ute seint|ute sent på|steller for|henter selv og|så skitten|narkoman|hus fullt av|søppel|nok omsorg|ikke omsorg|passer søsken|passer på mor|passer på henne|klare seg selv|klarer seg selv|alene med ansvar|mye alene|aleina mykje|alene hjemme',
    'skitten|skittent|skitne|skitna|skitten og|dirty|sult* og skitt*|skitt* og sult*|skitt* og svolt*|samme klær|same klede|same clothes|ikke varme klær|warm clothes|hentet for sent|ikke ~ til lege|ikkje ~ til lege|ikke til lege|ikke til tannlege|nekter ~ medisin*|nektar ~ medisin*|nødvendig* medisinsk*|følger ikke opp|følgjer ikkje opp|møter ikke til kontroll|møter ikke til time|møter ikkje til|går ned i vekt og|foreldre* gjør ingenting|nekter oppfølging|nektar oppfølging|store hjelpebehov|store smerter|psykisk syk*|psykisk sjuk*|mentally ill',
  ],
  drugs: [
    'rus|rusen|ruser seg|rusar seg|ruse sæ|ruser sæ|ruset seg|rusmisbruk*|rusproblem*|rusavhengig*|drikker|drikk|drikke|drikkar|alkoholiker*|alkoholikar*|alkoholproblem*|narkotika|narkoman*|dop|doper|hasj|pot|cannabis|use drugs|using drugs|drugs|addict*|alcoholic*|amfetamin|røyker hasj|selger hasj|kokain|piller',
  ],
  crime: [
    'kriminalitet*|kriminel*|atferdsvansker og|selger hasj|selger narkotika|selge narkotika|gjeng|steal*|stjeler|ran|ransalarm|delinquen*|alvorlige atferdsvansker|rekruttert til',
  ],
  bully: [
    'mobb*|mobing*|moberi*|mobbes|mobbet|moba|moban|mobning*|bully*|bullied|utesteng*|utesten*|stengt ute|frosset ut|fryses ut|fryst ut|holdt utenfor|holdes utenfor|halden utanfor|excluded|left out by|plages|plager|plaga|plaget|plagar|erter|erte|ertes|erta|teased|teasing|holder ~ nede|kalt ting på|kalla stygge|kalt stygge|trakasser*|hets|hetses|baksnakk*|digital mobbing|er slemme mot|slemme med|filmer og ler|ler av|gruppechat*|laughing at|make fun of|gjør narr|kaller ~ feit*|kaller ~ stygg*|kaller ~ hore|kalles|gjer narr|mobbeoffer*|stygge ting i|stygge meldinger',
    'skolemiljø*|skulemiljø*|læringsmiljø*|trygt og godt|trygt og godt skolemiljø|trygt på skolen|trygg på skolen|trygt på skulen|ikke har det bra på skolen|ikkje har det bra på skulen|miljøet i klassen|aktivitetsplan*|nulltoleranse',
  ],
  violate: [
    'krenk*|krenkj*|krenkelse*|ydmyk*|audmjuk*|humiliat*|hardhendt|hardhendte|hard mot|brøl*|skrik*|roper|roper til|ropte|kjeft*|kjefter|kjefte|scream*|yells|yelled|grabs|grabbed|drar|dro|drog|drar i|dra|dratt|dreg|dytt*|rist*|låste|låst|holder ~ fast|holde* fast|tvang|tvinge*|mot hans vilje|mot hennes vilje|kalt|kalte|kalla|kaller|called|stygge ting|dum foran|tok hardt|tar hardt|slår|slo|slått|slog|hits|hit|slapp* til|forgrip*|hånd på|slem mot barn*|skjermes|låst dør|i nakken|etter øret|stupid|dumb|latterliggj*|mobb*|trakasser*|upassende',
  ],
  peer: [
    'de andre barn*|andre barn*|dei andre barn*|andre elev*|dei andre elevane|medelev*|hverandre|kvarandre|hverandere|de andre|dei andre|dem andre|andre unger|andre ungar|klassekamerat*|medelever|classmates|other kids|other children|other pupils|i friminutt*|noen elever|nokre elevar|noen unger|gutter som|each other|den samme gutten|samme jenta',
  ],
  refuses: [
    'nøler|nølar|sier nei|sir nei|seier nei|sei nei|sa nei|ikke skal|ikke melde|ikkje skal|ikke melder|vente|venter|vil ikke|vil ikkje|vil itj|nekter|nekte|nektar|stoppe|stopper|not to report|does not want|doesnt want|ikke send*|holde tilbake|uenig*|borte|er borte|er den det gjelder|er den det gjeld|straffet|sparken|i fortrolighet|lovte|lova|hemmelig',
  ],
  callWhom: [
    'nummeret til|nummer til|telefonnummer*|telefon til|number for|number to|få barnevern*|kem e barnevern*|hvem er barnevernvakt*|barnevernvakt* her|hvem/kven/kem/kæm ~ ringer/ringjer/ringe/ringa/ring jeg/eg/æ/e/vi/man|hvem/kven/kem/kæm skal/kan/bør ~ ringe/ringje/kontakte|hvem kontakter|kven kontaktar|who ~ call|who ~ contact|hvem ringer man|hvem ringer vi',
  ],
  away: [
    'ferie|syk|sjuk|sykmeldt|sjukmeld|borte|bortreist|ikke på jobb|ikkje på jobb|ikke her|ikkje her|fri i dag|har fri|permisjon|on leave|away|out sick|on holiday|på kurs|ikke tilgjengelig|tar ikke telefonen|får ikke tak i',
  ],
  dangerWord: [
    '112|110|113|fare|nød|naud|nødsituasjon*|politi|politiet|skade|ulykke|ulukke|trafikkulykke*|drap|drept|slo|slår|danger|emergency|police|accident',
  ],
  reportShort: ['melde/meld/melder/meldar ~ bekymring/uro/sak/barn/sag|meld barn|report concern|report a child'],
  hitsStaff: [
    'elev/eleven/elevar/elever/barn/barnet/unge/ungen/gutt/gutten/guten/jente/jenta/pupil/student/kid/child ~ slår/slo/slått/sparker/sparka/sparket/bet/biter/lugget/kastet/truer/trua/hit/hits/kicked/bit ~ lærer/læreren/læraren/lærar/ansatt/ansatte/tilsett/tilsette/assistent/assistenten/vikar/vikaren/teacher/staff/meg/mæ/oss',
  ],
  saysWait: [
    'vente og se|vente og sjå|se det an|sjå det an|la det ligge|la den ligge|lot den ligge|ikke sende|ikkje sende|ikke blande oss|ikkje blande oss|la den i skuffen|i skuffen|vil ikke høre|vil ikkje høyre|told me to wait|wait with the report|ikke gjøre noe|ikkje gjere noko',
  ],
  first: ['først|fyrst|først?|first|før jeg|før eg|før vi|før æ'],
  staffDoes: [
    'hun/han/ho/hu/den jeg/eg/æ jobber/jobbar/jobbe med ~ er/drar/slår/roper/kjefter/lugger/klyper/kaller/låser/napper/nappar|kollega*/kolega*/assistent*/vikar*/colleague ~ drar/dreg/roper/ropar/låser/låste/låser/nappar/napper/kaller/kysser/kyssar/hardhendt/locks/yells/pulls/kisses|på avdelinga ~ nappar/napper/drar/dreg/roper/kjefter|på jobb kaller|er slem mot ungene|er slem mot barna|er slem mot ungane|er hardhendt med',
  ],
  reportWord: ['melde|melder|meldes|meldar|meld|varsle|varsler|varslar'],
  myStaff: [
    'en av lærerne mine|en av ansatte mine|ein av lærarane mine|en av mine har|ein av mine har|ansatt har delt|ansatt har sagt|tilsett har delt|i personalet har|hos oss har ~ delt|en ansatt|ein tilsett|den ansatte|en av mine ansatte|mine ansatte|mine tilsette|ansatte mine|en av de ansatte|en medarbeider|jeg er leder|eg er leiar|æ e leder|jeg er styrer|eg er styrar|jeg er rektor|eg er rektor|som leder|som leiar|som rektor|som styrer|an employee|my staff|my employee*|as a leader|as a manager|i am the manager|i am the head',
  ],
  reported: [
    'har/hadde/ha meldt|har sendt ~ melding|har sendt ~ bekymringsmelding*|sendt inn ~ bekymringsmelding*|sendte ~ bekymringsmelding*|jeg meldte|eg melde|vi meldte|æ meldte|etter ~ melding|etter ~ meldinga|etter ~ meldingen|etter ~ meldt|svar fra/frå barnevernet|svar/tilbakemelding ~ barnevern*|hører/høyrer ~ barnevernet|i ~ reported|have reported|after ~ report*|after reporting',
  ],
  inDoubt: [
    'i tvil|er usikker|e usikker|usikker på om|vet ikke om|veit ikkje om|grunn nok|alvorlig nok|alvorleg nok|er det nok|in doubt|not sure if|serious enough',
  ],
  tellParents: [
    'må/skal/bør/ska ~ si/sei/seie/fortelle/fortelje ~ mor/far/mora/faren/foreldrene/foreldra|må/skal/bør/ska ~ foreldrene/foreldra/foresatte/foreldran/føresette ~ vite/vete/vita/informeres/informerast/få|informere ~ foreldrene/foreldra/foresatte/hjemmet|si ~ til foreldrene/foreldra/foresatte|fortelle ~ foreldrene/foreldra|vet ~ foreldrene at|tell ~ parents|inform ~ parents|parents ~ know',
  ],
  whatToWrite: [
    'hva/kva/ka skal/bør/må ~ stå|hva/kva/ka skriver/skriv/skal ~ skrive i|hva/kva/ka må ~ være/vere med|innholdet i|innhaldet i|what ~ write|what should ~ contain|what should ~ include',
  ],
  ownBurden: [
    'ta vare på meg selv|ta vare på meg sjølv|ta vare på mæ|egen belastning|eiga belastning|sterke inntrykk|debrief*|look after myself|taking care of myself|tungt/tøft etter ~ sak*|tungt/tøft etter ~ samtale*|har det tungt|har det tøft|sover ikke etter|får ikke sove etter|slutter ikke å tenke på|klarer ikke å legge ~ fra meg|går inn på meg|trenger ~ snakke med noen etter',
  ],
};
