/** 13 digits that grow smaller with time, so that the newest comes first. */
const farthestMs = 9_999_999_999_999;

/** A row key that sorts by time, the newest first. */
export const newestFirstKey = (at: Date, id: string): string =>
  `${String(farthestMs - at.getTime()).padStart(13, '0')}:${id}`;
