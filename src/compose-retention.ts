import type { Retention } from './features/people/retention.ts';
import { type KeepRetentionNeeds, keepRetention } from './features/use-cases/keep-retention.ts';
import type { TickNeeds } from './inbound/jobs/tick.ts';

/** Without readable periods nothing is deleted. */
export function composeRetention(
  needs: Omit<KeepRetentionNeeds, 'retention'> & { retention?: Retention },
): Pick<TickNeeds, 'keepRetention'> {
  const { retention } = needs;
  return retention ? { keepRetention: (now) => keepRetention({ ...needs, retention }, now) } : {};
}
