import type { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { Step } from '../../features/guide/guide.ts';
import { type Html, trusted } from '../../views/print/html.ts';
import { type Direction, type GraphNeeds, joinedSteps, partGraph, shownSize } from './part-graph.ts';

const directions: readonly Direction[] = ['TB', 'LR'];

/** The drawings of one part as SVG: one for each group of steps that arrows join. */
export function drawPart(graphviz: Graphviz, needs: GraphNeeds): readonly Html[] {
  return joinedSteps(needs).map((steps) => trusted(drawSteps(graphviz, needs, steps)));
}

/** In the direction that is the narrower: a page can be scrolled down, and hardly to the side. */
function drawSteps(graphviz: Graphviz, needs: GraphNeeds, steps: readonly Step[]): string {
  const drawn = directions.map((direction) => graphviz.layout(partGraph(needs, steps, direction), 'svg', 'dot'));
  const [narrowest = ''] = drawn.sort((one, other) => widthOf(one) - widthOf(other));
  return tidy(narrowest, needs.part.partId);
}

const widthOf = (svg: string): number => Number(/<svg width="([\d.]+)pt"/.exec(svg)?.[1] ?? Number.POSITIVE_INFINITY);

/**
 * Takes away what a page must not have twice (the names of groups) and what its own style decides (fill and stroke), and gives the
 * drawing a name. Graphviz numbers its groups from one in every drawing.
 */
function tidy(svg: string, partId: string): string {
  const drawing = svg.slice(svg.indexOf('<svg'));
  return drawing
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/<title>.*?<\/title>\n?/gs, '')
    .replace(/ id="(a_[^"]*|graph\d+|node\d+|edge\d+)"/g, '')
    .replace(/ (font-family|xml:space|xlink:title)="[^"]*"/g, '')
    .replace(/ (fill|stroke)="(black|white|none|transparent|#000000)"/g, (_, name: string, value: string) =>
      name === 'fill' && value === 'none' ? ' fill="none"' : '',
    )
    .replace(/font-size="([\d.]+)"/g, (_, size: string) => `font-size="${shownSize(Number(size))}"`)
    .replace(/(width|height)="([\d.]+)pt"/g, '$1="$2"')
    .replaceAll('xlink:href', 'href')
    .replace(/ xmlns(:xlink)?="[^"]*"/g, '')
    .replace('<svg ', `<svg role="group" aria-labelledby="drawing-${partId}" `);
}
