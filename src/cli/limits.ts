/** Seconds that `hone fix` takes at most, unless told otherwise. */
export const defaultTimeLimit = 300;
