import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine. Throws with the remedy when there is none. */
export function findChromium(): string {
  const found = places.find((place) => existsSync(place));
  if (!found)
    throw new Error('no Chromium on this machine; on Debian: sudo apt-get update && sudo apt-get install chromium');
  return found;
}
