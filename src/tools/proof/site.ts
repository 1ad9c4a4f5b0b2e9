import { cpus, totalmem } from 'node:os';
import type { ProofSite } from './write-report.ts';

/** What the proofs run on. `load`: processes at work by the last minute, read before they began. */
export function readSite(load: number): ProofSite {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cpus: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    memoryGb: totalmem() / 2 ** 30,
    load,
  };
}
