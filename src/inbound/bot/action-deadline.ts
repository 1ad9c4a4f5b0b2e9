/** Teams waits five seconds for the answer to a press, and who is asking may have taken one of them. */
export const actionDeadlineMs = 2500;

/** How long an action may wait before it says that it is still at it. What is left is for making the answer, which may be a file. */
export const actionPatienceMs = actionDeadlineMs - 1000;
