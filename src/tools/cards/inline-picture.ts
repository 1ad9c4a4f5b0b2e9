import type { Pack } from '../../packs/pack.ts';
import type { FindPicture } from '../../views/define-view.ts';

/** Drawings inside the card itself: for pictures of cards on this machine. Teams on a phone is not known to show these. */
export function findInlinePicture({ drawings }: Pick<Pack, 'drawings'>): FindPicture {
  return (drawingId, locale) => {
    const drawing = drawings.find((one) => one.drawingId === drawingId);
    if (!drawing) return undefined;
    const url = `data:image/png;base64,${Buffer.from(drawing.png).toString('base64')}`;
    return { url, altText: drawing.alt[locale] };
  };
}
