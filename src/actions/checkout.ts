import { CannotRunError, UsageError } from '../base/errors.ts';
import { openRepository, type Repository } from '../git/index.ts';

/** The repository in the workspace. @throws CannotRunError when nothing was checked out */
export async function checkedOut(workspace: string): Promise<Repository> {
  try {
    return await openRepository(workspace);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    throw new CannotRunError(`${thrown.message}: run actions/checkout before this action`);
  }
}
