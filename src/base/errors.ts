/** The user's mistake: wrong option, input, revision or config. Shown without a stack; exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Nobody's mistake here: the disk is full, git is missing, the network is down. Shown without a stack; exit status 3. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError';
}

/** One sentence of any thrown value, Errors or not. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  try {
    return String(thrown);
  } catch {
    return 'a value that cannot be shown was thrown';
  }
}
