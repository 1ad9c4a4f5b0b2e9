import { z } from 'zod';
import type { LocalDate } from '../../core/local-date.ts';
import { findException } from './exceptions.ts';

const auditSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
      fixAvailable: z.unknown().optional(),
      via: z.array(z.union([z.string(), z.object({ title: z.string().optional(), url: z.string().optional() })])),
    }),
  ),
  metadata: z.object({ vulnerabilities: z.object({ total: z.number() }) }),
});

export type Audit =
  /** `high`: a line for each that is not excepted. */
  { outcome: 'answered'; high: readonly string[]; total: number } | { outcome: 'not-run'; reason: string };

const errorSchema = z.object({ statusCode: z.number().optional(), message: z.string().optional() });

/** What `npm audit --json` wrote. Whatever is not a whole report is no report: it is never taken for "nothing found". */
export function readAudit(output: string, today: LocalDate): Audit {
  const json = parse(output);
  const report = auditSchema.safeParse(json);
  if (!report.success) {
    const error = errorSchema.safeParse(json).data;
    return { outcome: 'not-run', reason: error?.message ?? 'the registry did not answer' };
  }
  const { vulnerabilities, metadata } = report.data;
  const high = Object.entries(vulnerabilities).flatMap(([name, { severity, via }]) => {
    if (severity !== 'high' && severity !== 'critical') return [];
    if (findException(name, 'vulnerable', today)) return [];
    const why = via.map((one) => (typeof one === 'string' ? one : `${one.title ?? ''} ${one.url ?? ''}`.trim()));
    return [`${name}: ${severity}: ${why.join('; ')}`];
  });
  return { outcome: 'answered', high, total: metadata.vulnerabilities.total };
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
