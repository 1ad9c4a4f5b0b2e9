import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

export type Placeholders = { names: readonly string[] } | { error: string };

/** The placeholders of an ICU message, sorted, without repeats; or why the message cannot be read. Plain text has none, and is not parsed. */
export function readPlaceholders(message: string): Placeholders {
  if (!/[{}'<>]/.test(message)) return { names: [] };
  try {
    const elements = new IntlMessageFormat(message, 'nb').getAst();
    return { names: [...new Set(elements.flatMap(namesIn))].sort() };
  } catch (error) {
    return { error: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

/** Literal text carries a value too, but names nothing. */
const literal: number = 0;

function namesIn(element: Element): readonly string[] {
  const own = 'value' in element && element.type !== literal ? [element.value] : [];
  if ('options' in element) {
    return [...own, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn))];
  }
  return 'children' in element ? [...own, ...element.children.flatMap(namesIn)] : own;
}
