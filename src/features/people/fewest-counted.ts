/** Of fewer people than these a count would tell who. */
export const fewestCounted = 5;
