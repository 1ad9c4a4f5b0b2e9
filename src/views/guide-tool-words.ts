import type { LocalDate } from '../core/local-date.ts';
import { isStale, type Tool } from '../features/guide/facts.ts';
import type { CardAction, ViewKit } from './define-view.ts';

/** `Samtykkeskjema (ikke lagt inn)`: a form by its name, with what somebody should know before looking for it. */
export function toolName(tool: Tool, today: LocalDate, kit: ViewKit): string {
  return [kit.pick(tool.name), ...remarksOn(tool, today, kit)].join(' ');
}

/** The name in bold, the remarks, and what it is for. */
export function toolLine(tool: Tool, today: LocalDate, kit: ViewKit): string {
  return `${[`**${kit.pick(tool.name)}**`, ...remarksOn(tool, today, kit)].join(' ')} · ${kit.pick(tool.use)}`;
}

/** Whether its name alone says too little. */
export const hasRemarks = (tool: Tool, today: LocalDate): boolean => tool.url === undefined || isStale(tool, today);

/** Opens the form outside Teams. */
export const toolLink = (name: string, url: string, kit: ViewKit): CardAction =>
  kit.link(kit.t('guide.tool.open', { name: insideSentence(name) }), url);

/** `BTI-møte` stays as it is. */
const insideSentence = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

function remarksOn(tool: Tool, today: LocalDate, kit: ViewKit): readonly string[] {
  if (tool.url === undefined) return [`(${kit.t('guide.tool.no-url')})`];
  return isStale(tool, today) ? [`(${kit.t('guide.tool.stale')})`] : [];
}
