import type { Card } from '../core/card.ts';
import { actionTypes, elementTypes, newerProperties } from './card-schema.ts';

/** Something wrong in a finished card. `at` is a path such as `body[2].actions[0]`. */
export type CardProblem = { at: string; problem: string };

/** Budget that every route takes: Teams allows about 100 KB of UTF-16, connectors 28 KB. */
const maxBytes = 28_000;
/** Teams shows no more; the rest is hidden behind "…" on some clients and dropped on others. */
const maxActions = 6;

type Node = Readonly<Record<string, unknown>>;
type Report = (at: string, problem: string) => void;

/** Our own rules for a card that every Teams client shows, and that everyone can read. An empty list means it is good. */
export function checkCard(card: Card): readonly CardProblem[] {
  const problems: CardProblem[] = [];
  const report: Report = (at, problem) => problems.push({ at, problem });
  checkRoot(card, report);
  const ids = new Set<string>();
  for (const { at, node } of nodesOf(card)) {
    checkVersion(node, at, report);
    checkBindings(node, at, report);
    checkWords(node, at, report);
    checkInput(node, at, report);
    checkAction(node, at, report);
    checkId(node, at, ids, report);
  }
  return problems;
}

function checkRoot(card: Card, report: Report): void {
  if (card.version !== '1.5') report('version', `is ${card.version}; Teams renders 1.5`);
  if (typeof card.lang !== 'string' || card.lang === '') report('lang', 'is missing');
  if (card.fallbackText.trim() === '') report('fallbackText', 'is empty');
  if (/\*\*|\]\(/.test(card.fallbackText)) report('fallbackText', 'holds Markdown, which is not rendered there');
  const text = JSON.stringify(card);
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > maxBytes) report('', `is ${bytes} bytes; the budget is ${maxBytes}: page it`);
  const [first] = nodesOf(card).filter(({ node }) => node.type === 'TextBlock');
  if (first && first.node.style !== 'heading')
    report(first.at, 'is the first text and no heading; add "style": "heading"');
  for (const field of nullsIn(card)) report(field, 'is null; leave it out');
}

/** Elements, actions and what lies in them. Data of actions and fallbacks of known types are not cards. */
function nodesOf(value: unknown, at = ''): { at: string; node: Node }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => nodesOf(item, `${at}[${index}]`));
  if (!isNode(value)) return [];
  const inside = Object.entries(value).flatMap(([key, child]) =>
    key === 'data' || key === 'fallback' ? [] : nodesOf(child, at === '' ? key : `${at}.${key}`),
  );
  return [{ at, node: value }, ...inside];
}

function nullsIn(value: unknown, at = ''): string[] {
  if (value === null) return [at];
  if (typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => nullsIn(item, `${at}[${index}]`));
  return Object.entries(value).flatMap(([key, child]) => nullsIn(child, at === '' ? key : `${at}.${key}`));
}

function checkVersion(node: Node, at: string, report: Report): void {
  if (node.fallback !== undefined) return;
  if (typeof node.type === 'string' && !elementTypes.has(node.type) && !actionTypes.has(node.type)) {
    report(at, `${node.type} is newer than 1.5 or unknown, and has no fallback`);
  }
  for (const property of Object.keys(node)) {
    if (newerProperties.has(property)) report(at, `"${property}" is newer than 1.5, and there is no fallback`);
  }
}

/** What an action sends is not shown and not read here: an id may hold anything. */
function checkBindings(node: Node, at: string, report: Report): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'string') continue;
    if (value.includes('${')) report(at, `${key} holds "\${": not filled, or text that did not pass through plain()`);
    if (value.includes('{{')) report(at, `${key} holds "{{", which Teams reads as a date; write dates with kit.date`);
  }
}

function checkWords(node: Node, at: string, report: Report): void {
  if ((node.type === 'TextBlock' || node.type === 'TextRun') && !hasWords(node.text)) report(at, 'has no text');
  if (node.type === 'TextBlock' && node.wrap !== true) report(at, 'does not wrap: on a phone the words are cut');
  if (node.type === 'Image' && (!hasWords(node.url) || !hasWords(node.altText))) report(at, 'needs url and altText');
  if (node.type === 'FactSet' && Array.isArray(node.facts) && node.facts.length === 0) report(at, 'has no facts');
}

function checkInput(node: Node, at: string, report: Report): void {
  if (typeof node.type !== 'string' || !node.type.startsWith('Input.')) return;
  if (!hasWords(node.id)) report(at, 'is an input without id');
  if (!hasWords(node.label)) report(at, 'is an input without label; a placeholder is not one');
  if (node.isRequired === true && !hasWords(node.errorMessage)) report(at, 'is required and has no errorMessage');
}

function checkAction(node: Node, at: string, report: Report): void {
  if (Array.isArray(node.actions) && node.actions.length > maxActions) {
    report(at, `has ${node.actions.length} actions; Teams shows ${maxActions}`);
  }
  if (typeof node.type !== 'string' || !node.type.startsWith('Action.')) return;
  if (!hasWords(node.title) && !at.endsWith('selectAction')) report(at, 'has no title');
  if (node.type === 'Action.OpenUrl' && !/^(https:|tel:|mailto:)/.test(String(node.url))) {
    report(at, 'opens something that is neither https, tel nor mailto');
  }
  if (node.type === 'Action.Execute') checkFallback(node, at, report);
}

function checkFallback(node: Node, at: string, report: Report): void {
  const { fallback } = node;
  const sent = isNode(fallback) && fallback.type === 'Action.Submit' ? fallback.data : undefined;
  if (!isNode(sent) || sent.verb !== node.verb)
    report(at, 'needs an Action.Submit fallback that carries the same verb');
  else if (JSON.stringify(sent) !== JSON.stringify({ ...(isNode(node.data) && node.data), verb: node.verb })) {
    report(at, 'has a fallback that carries other data');
  }
}

function checkId(node: Node, at: string, ids: Set<string>, report: Report): void {
  if (typeof node.id !== 'string') return;
  if (ids.has(node.id)) report(at, `uses the id "${node.id}" again`);
  ids.add(node.id);
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const hasWords = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
