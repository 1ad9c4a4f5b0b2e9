import { isDraft } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { Choice, GuideContent, Step } from '../../features/guide/guide.ts';
import type { GuidePart } from '../../features/guide/parts.ts';
import { escapeHtml } from '../../views/print/html.ts';
import { draftWord, kindWords } from './drawing-words.ts';

/** Each part has a letter, so that a reference to it is short. */
export type LetteredPart = GuidePart & { letter: string };
export type PartOf = ReadonlyMap<string, LetteredPart>;

/** What one drawing shows of the guide: `partOf` says where each step is drawn. */
export type GraphNeeds = {
  guide: GuideContent;
  part: LetteredPart;
  partOf: PartOf;
  today: LocalDate;
};
/** `TB`: from the top; `LR`: from the left. */
export type Direction = 'TB' | 'LR';

/**
 * How large the letters are in pixels, and how large Graphviz lays them out. It counts with the widths of Arial, and other machines have
 * wider letters: so that no text runs out of its box, what is shown is smaller. Whole numbers, each once: Graphviz cuts the rest off.
 */
const letters = {
  heading: { shown: 14, laidOut: 18 },
  small: { shown: 11, laidOut: 13 },
  reference: { shown: 12, laidOut: 14 },
  arrow: { shown: 12, laidOut: 15 },
} as const;

/** The size to show for one that was laid out. */
export function shownSize(laidOut: number): number {
  return Object.values(letters).find((letter) => letter.laidOut === laidOut)?.shown ?? laidOut;
}

/** Choices of one step that lead the same way, drawn as one arrow. */
type Arrow = { from: Step; to: string; isUnsure: boolean; choices: readonly Choice[] };

/**
 * Steps of a part in Graphviz' language. Choices within the part are arrows; the others stand in the box as references, for fifty long
 * arrows to the same place hide what they are drawn for.
 */
export function partGraph(needs: GraphNeeds, steps: readonly Step[], direction: Direction): string {
  const boxes = steps.map((step) => boxOf(needs, step));
  const arrows = steps.flatMap((step) => arrowsOf(needs, step)).map(arrowLine);
  return `digraph {
  rankdir=${direction}; nodesep=0.3; ranksep=0.45; bgcolor=transparent; margin=0;
  node [shape=box, fontname="Arial", margin="0.1,0.06"];
  edge [fontname="Arial", fontsize=${letters.arrow.laidOut}, arrowsize=0.8];
${[...boxes, ...arrows].map((line) => `  ${line}`).join('\n')}
}`;
}

/** More than these into one box are a bundle that nobody can follow. */
const mostArrows = 3;

/** Whether the choice is drawn as an arrow: within the part, and not one of many to the same step. */
function isArrow({ part, partOf }: GraphNeeds, { to }: Choice): boolean {
  if (partOf.get(to)?.partId !== part.partId) return false;
  return part.steps.filter(({ choices }) => choices.some((choice) => choice.to === to)).length <= mostArrows;
}

/** The steps of the part in groups that no arrow joins: each is drawn by itself, and stays narrow. */
export function joinedSteps(needs: GraphNeeds): readonly (readonly Step[])[] {
  const { steps } = needs.part;
  const groupOf = new Map(steps.map(({ stepId }, index) => [stepId, index]));
  for (const step of steps) {
    for (const { to } of step.choices.filter((choice) => isArrow(needs, choice))) {
      const [own, other] = [groupOf.get(step.stepId), groupOf.get(to)];
      for (const [stepId, group] of groupOf) if (group === other && own !== undefined) groupOf.set(stepId, own);
    }
  }
  return [...Map.groupBy(steps, ({ stepId }) => groupOf.get(stepId)).values()];
}

function boxOf(needs: GraphNeeds, step: Step): string {
  const { guide, today } = needs;
  const { sign, word } = kindWords[step.kind];
  const isUnapproved = isDraft(step.approval, today);
  const head = `${sign}  ${word}${isUnapproved ? ` · ${draftWord}` : ''}`;
  const own = `#${anchorOf(step.stepId)}`;
  const opened = [...guide.entries.values()].filter(({ to }) => to === step.stepId);
  const rows = [
    row(head, { size: letters.small, href: own }),
    ...wrap(step.heading.nb, 27).map((line) => row(line, { size: letters.heading, look: 'B', href: own })),
    ...(opened.length > 0
      ? [
          row(`⇢ ${opened.length} ${opened.length === 1 ? 'inngang' : 'innganger'}`, {
            size: letters.small,
            href: own,
          }),
        ]
      : []),
    ...step.choices.filter((choice) => !isArrow(needs, choice)).flatMap((choice) => referenceRows(needs, choice)),
  ];
  const look = [`kind-${step.kind}`, ...(isUnapproved ? ['draft'] : [])].join(' ');
  const label = `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">${rows.join('')}</TABLE>`;
  return `${quote(step.stepId)} [id=${quote(`box-${step.stepId}`)}, class=${quote(look)}, label=<${label}>];`;
}

/** A choice that is no arrow, with where it leads. */
function referenceRows({ guide, partOf }: GraphNeeds, { label, to, isUnsure }: Choice): readonly string[] {
  const target = guide.steps.get(to);
  const part = partOf.get(to);
  const where = `til ${part ? `${part.letter}: ` : ''}${target?.heading.nb ?? to}`;
  const href = `#${anchorOf(to)}`;
  return [
    ...wrap(`${isUnsure ? '(?)' : '↗'} ${label.nb}`, 34).map((line) => row(line, { size: letters.reference, href })),
    ...wrap(where, 36).map((line) => row(line, { size: letters.small, look: 'I', href })),
  ];
}

type RowLook = { size: { laidOut: number }; look?: 'B' | 'I'; href: string };

function row(text: string, { size, look, href }: RowLook): string {
  const words = look ? `<${look}>${escapeHtml(text)}</${look}>` : escapeHtml(text);
  return `<TR><TD HREF="${escapeHtml(href)}" ALIGN="LEFT"><FONT POINT-SIZE="${size.laidOut}">${words}</FONT></TD></TR>`;
}

function arrowsOf(needs: GraphNeeds, step: Step): readonly Arrow[] {
  const inside = step.choices.filter((choice) => isArrow(needs, choice));
  const byWay = Map.groupBy(inside, ({ to, isUnsure }) => `${to} ${isUnsure}`);
  return [...byWay.values()].flatMap((choices) => {
    const [first] = choices;
    return first ? [{ from: step, to: first.to, isUnsure: first.isUnsure, choices }] : [];
  });
}

/** "Vet ikke" is marked by a dashed line and a sign, since a colour alone says nothing to some. */
function arrowLine({ from, to, isUnsure, choices }: Arrow): string {
  const lines = choices.flatMap(({ label }) => wrap(`${isUnsure ? '(?) ' : ''}${label.nb}`, 20));
  const id = `arrow-${from.stepId}-${to}${isUnsure ? '-unsure' : ''}`;
  const look = isUnsure ? ', class="unsure", style=dashed' : '';
  const label = lines.map((line) => ` ${line} \\l`.replaceAll('"', '\\"')).join('');
  return `${quote(from.stepId)} -> ${quote(to)} [id=${quote(id)}, label="${label}"${look}];`;
}

/** Where the text of a step stands on the page. */
export const anchorOf = (stepId: string): string => `step-${stepId}`;

const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Lines of at most so many letters, broken between words. */
function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}
