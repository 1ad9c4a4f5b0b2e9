import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

/** So many steps of transparency are enough for a smooth edge; each colour has them all. */
const alphaSteps = 8;

/** `data`: red, green, blue and transparency of each point, 0–255, row by row. */
export type Pixels = { width: number; height: number; data: readonly number[] };

/**
 * A PNG with a palette: a drawing of two colours takes a quarter of the bytes. Throws RangeError for more colours than a palette holds.
 */
export function indexedPng({ width, height, data }: Pixels, colours: readonly string[]): Buffer {
  const palette = [[0, 0, 0, 0], ...colours.flatMap((colour) => stepsOf(colour))];
  if (palette.length > 256) throw new RangeError('a drawing has more colours than a palette holds; use fewer');
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      rows[y * (width + 1) + 1 + x] = indexOf(data.slice(at, at + 4), colours);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(([r = 0, g = 0, b = 0]) => [r, g, b]))),
    chunk('tRNS', Buffer.from(palette.map(([, , , a = 0]) => a))),
    chunk('IDAT', Buffer.from(zlibSync(rows, { level: 9 }))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channelsOf = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const stepsOf = (colour: string): number[][] =>
  Array.from({ length: alphaSteps }, (_, step) => [...channelsOf(colour), Math.round(((step + 1) * 255) / alphaSteps)]);

/** The nearest colour, and the nearest step of transparency; 0 is nothing at all. */
function indexOf(pixel: readonly number[], colours: readonly string[]): number {
  const [, , , alpha = 0] = pixel;
  const step = Math.round((alpha / 255) * alphaSteps);
  if (step === 0) return 0;
  const distances = colours.map((colour) =>
    channelsOf(colour).reduce((sum, channel, at) => sum + Math.abs(channel - (pixel[at] ?? 0)), 0),
  );
  return 1 + distances.indexOf(Math.min(...distances)) * alphaSteps + (step - 1);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
