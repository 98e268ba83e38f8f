/** Seconds that `hone fix` takes at most, unless told otherwise. */
export const defaultTimeLimit = 300;

/** Repairs that `hone fix` proves, unless told otherwise. */
export const defaultCandidates = 3;
