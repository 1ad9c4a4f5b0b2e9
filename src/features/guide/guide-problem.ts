/** Something in the guide that could lead a person wrong. `stepId` is absent when it concerns the whole guide. */
export type GuideProblem = { stepId?: string; message: string; remedy: string };
