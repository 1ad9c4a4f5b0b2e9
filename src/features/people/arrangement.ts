import { z } from 'zod';
import { localDateSchema } from './local-date-schema.ts';

/** Why is a word of the pack's list, never anything that somebody wrote. */
const arranged = {
  moduleId: z.string().min(1),
  reason: z.string().min(1),
  by: z.string().min(1),
  at: z.coerce.date(),
};

/** What a leader has arranged with somebody about one module. More time is for one time round; who is exempt need not take it at all. */
export const arrangementSchema = z.discriminatedUnion('arrangement', [
  z.object({
    arrangement: z.literal('more-time'),
    ...arranged,
    cycle: z.number().int().min(1),
    dueOn: localDateSchema,
  }),
  z.object({ arrangement: z.literal('exempt'), ...arranged }),
]);
export type Arrangement = z.infer<typeof arrangementSchema>;

/** What the history keeps of it: what a past day is rebuilt from. Why and by whom stands only in the profile, for as long as it holds. */
const [moreTime, exempt] = arrangementSchema.options;
export const pastArrangementSchema = z.discriminatedUnion('arrangement', [
  moreTime.omit({ reason: true, by: true }),
  exempt.omit({ reason: true, by: true }),
]);
export type PastArrangement = z.infer<typeof pastArrangementSchema>;

type Arranged = { arrangements?: readonly Arrangement[] | undefined };
type ArrangedThen = { arrangements?: readonly PastArrangement[] | undefined };

const find = <T extends { moduleId: string }>(all: readonly T[], moduleId: string): T | undefined =>
  all.find((arrangement) => arrangement.moduleId === moduleId);

export const arrangementOf = ({ arrangements = [] }: Arranged, moduleId: string): Arrangement | undefined =>
  find(arrangements, moduleId);

export const isExempt = ({ arrangements = [] }: ArrangedThen, moduleId: string): boolean =>
  find(arrangements, moduleId)?.arrangement === 'exempt';

/** The date that was agreed on for this time round. */
export function agreedDateOf({ arrangements = [] }: ArrangedThen, moduleId: string, cycle: number) {
  const found = find(arrangements, moduleId);
  return found?.arrangement === 'more-time' && found.cycle === cycle ? found.dueOn : undefined;
}

/** Everything that is arranged, with this in the place of what was arranged about the module before. */
export const arrange = ({ arrangements = [] }: Arranged, arrangement: Arrangement): Arrangement[] => [
  ...arrangements.filter(({ moduleId }) => moduleId !== arrangement.moduleId),
  arrangement,
];

/** Everything that is arranged but about this module. */
export const liftArrangement = ({ arrangements = [] }: Arranged, moduleId: string): Arrangement[] =>
  arrangements.filter((arrangement) => arrangement.moduleId !== moduleId);
