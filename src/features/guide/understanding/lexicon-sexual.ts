import type { Lexicon } from './lexicon.ts';

const touch =
  'tar/tok/tatt/tek/ta/teke/tatt/tekn/rører/rører/rørte/rørt/rører/beføler/beføler/klår/klådde/klådd/kjenner/beføl/sleiker/slikker/kysser/kysset/stryker';
const where =
  'han/ham/henne/hende/ho/hun/hu/meg/mæ/mig/seg/sæ/barnet/eleven/jenta/gutten/guten/pigen/tissen/tissekone*/puppene/puppen*/brystene/rumpa/låret/lårene/underliv*/kroppen/morfar*/pappa*/onkel*/trusa';

/** Sexual abuse: what is called so, and what a child says instead. */
export const sexualWords: Lexicon = {
  sexual: [
    'overgrep|overgrepet|overgrepene|overgrepa|overgreep|overgrp|overgreb*|overgriper*|overgripar*|*overgrep*|seksual*|seksuel*|seksuell*|sexual*|seksualiser*|forgrip*|forgrep*|incest*|pedofil*|misbrukt*|misbrukes|misbruker|misbrukar|misbruge*|misbrugt*|misbrukte|blotter*|blottet seg|sexpress|utukt*|seksualovergrep*',
    'grooming|groomer|groomet|sextortion|tukl*|tukla|molest*|befølt|befølte|befølinger|selger sex|selje sex|sell sex|prostitu*|ha sex|hatt sex|har sex|sex med|presset til sex|tvunget til sex|til sex|samleie*|seksuell omgang|porno*|sexvideo*|forhold til en mindreårig|forhold til en elev|forhold til ein elev|kjæreste med en voksen',
    'nakenbild*|nakenfoto*|nakenvideo*|nudes|nude|nude pictures|intime bilder|intime bilete|naken bilde*|filmet ~ i dusjen|utpress*|selger nakenbilder|dickpic*|dick pic*',
  ],
  rape: [
    'voldtek*|voldtok|voldtatt|voldtat*|voltat*|voldta|voldtatt*|valdtek*|valdtok|valdtatt|valdteken|voldteken|rape|raped|video av overgrep*|bilder av overgrep*|filmet overgrep*|rapist|voltekt|voldtekt*|voltatt|voldtaget|gruppevoldt*|voldtægt*|voltatt',
  ],
  touched: [
    `${touch} på ${where}|${touch} ${where} på|${touch} ved ${where}|${touch} meg på|${touch} ~ under trusa|${touch} ~ mellom beina|under trusa|nedi trusa|i trusa|mellom beina|mellom beina|tafs*|kysset/kyssa/kysser henne/ham/meg/eleven|ta/tar/tok på den|skal ta på den|something bad happened|made me promise|gjort noe ~ ikke ville|gjorde noe ~ ikke ville|inne hos henne om natt*|chattet med|chatta med|vil ha bilder|ber om bilder|sender bilder av seg|klå på|tissen|tisefanten|tissefant*|tissekone*|tisekona|kjønnsorgan*|private parts|touches/touched/touching her/him/me/them/the|touches her`,
    'ligget med|ligg med|lå med henne|ligge i senga sammen|ligge i senga til|ligger i senga sammen|kommer inn på rommet ~ om natt*|inn på rommet hennes|inn på rommet hans|comes into her bed|comes into his bed|into her bed|into her room at night|legger seg oppå|legg seg oppå|legge seg oppå|la seg oppå|oppå ho|oppå henne|gjøre ting med|gjør ting med|gjere ting med|hemmelige leker|hemmeleg leik|har en hemmelighet|ein hemmelegheit|gjør sånn på|ta på han morfar|vondt nedentil|vondt i tissen|vondt i underlivet|ville ikke stoppet|ikke stoppet|kle av seg|kle av seg for|kledde av ~|vise seg naken|uønsket sex|noe seksuelt|noko seksuelt|nokka seksuelt|did things to|made her do|made him do|*åring gravid|elev gravid|sleiker/slikker/beføler/klår/kysser henne/ham/han/hun/ho/barnet/meg/eleven/jenta/gutten',
    'møte en voksen mann|treffe en voksen mann|meet an adult|har sex med en på',
  ],
};
