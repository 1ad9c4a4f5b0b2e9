import type { PartResult } from './run-part.ts';

/** Where and on what the proofs ran: figures mean nothing without it. `load`: processes at work just before it, by the last minute. */
export type ProofSite = { date: string; node: string; cpus: string; memoryGb: number; load: number };

const linesKept = 60;

/** The dated report as Markdown: a verdict for each part first, then the last lines that it wrote. */
export function writeReport(
  { date, node, cpus, memoryGb, load }: ProofSite,
  command: string,
  results: readonly PartResult[],
): string {
  const row = ({ name, outcome, seconds }: PartResult): string => `| ${name} | ${outcome} | ${seconds.toFixed(0)} s |`;
  const section = ({ name, output }: PartResult): string[] => [
    `## ${name}`,
    '',
    '```',
    ...lastLines(output),
    '```',
    '',
  ];
  return [
    `# Proof of ${date}`,
    '',
    `Node ${node} on ${cpus}, ${memoryGb.toFixed(0)} GB; ${load.toFixed(1)} processes were at work when it began. Made by \`${command}\`.`,
    'Times depend on the machine and on what else it does; ratios are measured in one run, both sides in turn.',
    '',
    '| part | outcome | time |',
    '|---|---|---|',
    ...results.map(row),
    '',
    ...results.flatMap(section),
  ].join('\n');
}

function lastLines(output: string): readonly string[] {
  const lines = output.replaceAll('```', "'''").split('\n');
  return lines.length <= linesKept ? lines : [`… ${lines.length - linesKept} lines before`, ...lines.slice(-linesKept)];
}
