import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Node = { role?: string; type?: string; alt?: string; lang?: string; children?: readonly Node[] };

/** The file as a reader sees it. */
export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const page = await pdf.getPage(1);
  const content = await page.getTextContent();
  const words = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  const { info, metadata } = await pdf.getMetadata();
  const nodes = nodesIn(await page.getStructTree());
  const read = {
    pages: pdf.numPages,
    size: page.view,
    text: words.replaceAll('\u00a0', ' ').replace(/\s+/g, ' '),
    info,
    xmp: metadata?.getRaw() ?? '',
    links: (await page.getAnnotations()).flatMap(({ url }: { url?: string }) => url ?? []),
    /** Every tag in reading order. */
    roles: nodes.flatMap(({ role }) => role ?? []),
    alts: nodes.flatMap(({ alt }) => alt ?? []),
    languages: nodes.flatMap(({ lang }) => lang ?? []),
  };
  await task.destroy();
  return read;
}

const nodesIn = (node: Node | null): readonly Node[] => (node ? [node, ...(node.children ?? []).flatMap(nodesIn)] : []);
