import { z } from 'zod';

const stepId = z.string().max(250).optional().catch(undefined);

/** Which step a button leads to, and which it stands on. Cards from before steps were named have a position only. */
export const stepInput = { stepId, after: stepId, before: stepId };
