import { setImmediate } from 'node:timers/promises';
import type { StoredFile } from '../../core/file-card.ts';
import type { TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { Diploma } from '../../features/progress/diploma.ts';
import { oneLine } from '../escape.ts';
import { createViewKits, type Texts } from '../view-kit.ts';
import { drawDiploma } from './draw-diploma.ts';

/** Makes the file. The same completion, content and language give the same file. Throws Failure `bug` for a text that is missing. */
export type DiplomaPress = (diploma: Diploma, locale: Locale, now: Date) => Promise<StoredFile>;

/** What OneDrive takes in no name, and what would make it long. */
const notInNames = /["*:<>?/\\|#%]/g;
const mostTitleCharacters = 80;

export function createDiplomaPress(words: { texts: Texts; zone: TimeZone; municipality: string }): DiplomaPress {
  const kitFor = createViewKits(words);
  const draw = oneAtATime((diploma: Diploma, locale: Locale, now: Date) =>
    drawDiploma(diploma, words.municipality, kitFor(locale, now)),
  );
  return async (diploma, locale, now) => {
    const kit = kitFor(locale, now);
    const module = oneLine(kit.pick(diploma.module.title));
    const short = [...module.replace(notInNames, '')].slice(0, mostTitleCharacters).join('').trim();
    return {
      name: `${oneLine(kit.t('diploma.paper.file', { module: short, date: diploma.completedOn }))}.pdf`,
      fileType: 'pdf',
      bytes: await draw(diploma, locale, now),
      description: kit.t('diploma.description', { module }),
      here: kit.t('diploma.here', { module }),
    };
  };
}

type Draw = (diploma: Diploma, locale: Locale, now: Date) => Promise<Uint8Array>;

/** Those that Teams may ask for again in a moment: each some tens of kilobytes. */
const mostKept = 40;

/**
 * A drawing keeps the processor for a tenth of a second. After a meeting sixty may be asked for at once: between two of them everybody
 * else has their turn, and what was drawn for the question is not drawn again for the answer.
 */
function oneAtATime(draw: Draw): Draw {
  const kept = new Map<string, Uint8Array>();
  let last: Promise<unknown> = Promise.resolve();
  const drawOnce = async (key: string, diploma: Diploma, locale: Locale, now: Date): Promise<Uint8Array> => {
    const known = kept.get(key);
    if (known) return known;
    await setImmediate();
    const bytes = await draw(diploma, locale, now);
    kept.set(key, bytes);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return bytes;
  };
  return (diploma, locale, now) => {
    const { displayName, module, moduleVersion, cycle, completedOn, form, isDraft } = diploma;
    const key = JSON.stringify([displayName, module, moduleVersion, cycle, completedOn, form, isDraft, locale]);
    const mine = last.then(() => drawOnce(key, diploma, locale, now));
    last = mine.catch(() => undefined);
    return mine;
  };
}
