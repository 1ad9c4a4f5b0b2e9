import type { ServerResponse } from 'node:http';

/** What is shown to anybody who asks: the pictures on cards. By name, for example `meldeplikt`. */
export type PublicPictures = ReadonlyMap<string, Uint8Array>;

export const picturesPath = '/drawings';

/** The address carries a mark that changes with the picture, so that it may be kept for a year. An old mark gets the picture of today. */
export function sendPicture(response: ServerResponse, pictures: PublicPictures, file: string): void {
  const png = pictures.get(file.replace(/\.png$/, ''));
  if (!png) {
    response.writeHead(404, { 'content-length': 0 });
    response.end();
    return;
  }
  response.writeHead(200, {
    'content-type': 'image/png',
    'content-length': png.length,
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(png);
}
