import { foldWords } from './fold.ts';

/** Long words that much hangs on; short ones are too near to others. */
const keyWords = foldWords(
  'bekymret bekymra bekymring bekymringsmelding urolig uroleg undring mistenker mistanke mistenkjer overgrep seksuelle voldtekt voldtatt ' +
    'blåmerker blåmerke selvmord sjølvmord selvskading mishandling mishandlet mishandles voldelig valdeleg meldeplikt meldeplikten ' +
    'avvergingsplikt avvergeplikt taushetsplikt teieplikt tvangsekteskap kjønnslemlestelse omsorgssvikt foreldre foreldrene foresatte ' +
    'barnevernet barnevern barnevernvakt barnehage forsvunnet bevisstløs skolevegring fravær mobbing mobbet utestengt krenkelse krenket ' +
    'samtykke samtykkeskjema skjema tverrfaglig stafettholder stafettlogg ansvarsgruppe helsesykepleier helsestasjon henvise tiltak ' +
    'moduler modulene fremdrift framdrift nødnummer legevakt misbrukt truer drepe beruset påvirket innelåst omskåret ' +
    'worried concerned violence abused suicide bruises bullied',
);
const fewestLetters = 6;
const mostWords = 300;

/** The words, with those of the first 300 that are one slip away from a key word put right; `undefined` when there is none such. */
export function mendTypos(words: readonly string[]): readonly string[] | undefined {
  const mended = words.slice(0, mostWords).map((word) => (word.length < fewestLetters ? word : mend(word)));
  if (mended.every((word, index) => word === words[index])) return undefined;
  return [...mended, ...words.slice(mostWords)];
}

function mend(word: string): string {
  if (keyWords.includes(word)) return word;
  // The first letter is right.
  return keyWords.find((key) => word[0] === key[0] && isOneSlipAway(word, key)) ?? word;
}

/** One letter too many, too few, wrong, or two swapped. */
export function isOneSlipAway(word: string, key: string): boolean {
  if (Math.abs(word.length - key.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === key[same]) same += 1;
  const tails: readonly (readonly [number, number])[] = [
    [1, 1],
    [1, 0],
    [0, 1],
  ];
  if (tails.some(([inWord, inKey]) => word.slice(same + inWord) === key.slice(same + inKey))) return true;
  const isSwapped = word[same] === key[same + 1] && word[same + 1] === key[same];
  return isSwapped && word.slice(same + 2) === key.slice(same + 2);
}
