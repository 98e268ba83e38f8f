/** What a shell learns from `hone`. */
export const exitStatus = {
  done: 0,
  /** It ran, and what it found is not as it should be: `--fail-on`, a store that is not whole. */
  negativeVerdict: 1,
  /** Wrong option, argument, revision or configuration. */
  wrongUse: 2,
  /** The machine did not allow it, or hone has a defect. */
  cannotRun: 3,
} as const;
