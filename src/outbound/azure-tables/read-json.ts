/** What lies in a column; `undefined`, which no schema takes, where it is no JSON. What JSON.parse throws would show the text itself. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
