const [quote, backslash, openList, openObject, closeList, closeObject] = [...'"\\[{]}'].map((c) => c.charCodeAt(0));

/**
 * Whether lists and objects lie deeper in each other than this, told without parsing: 60,000 lists in each other, which 256 KB have room
 * for, make the process grow by a hundred megabytes that it does not give back. Of what is no JSON it says what it likes.
 */
export function isDeeperThan(json: string, most: number): boolean {
  let depth = 0;
  let isInWords = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === quote) isInWords = !isInWords;
    else if (isInWords && code === backslash) at += 1;
    else if (!isInWords) depth += stepOf(code);
    if (depth > most) return true;
  }
  return false;
}

function stepOf(code: number): number {
  if (code === openList || code === openObject) return 1;
  return code === closeList || code === closeObject ? -1 : 0;
}
