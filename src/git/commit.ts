import { gitOutput } from './command.ts';
import { objectId } from './repository.ts';
import type { Commit, Repository } from './types.ts';

const fields = ['%H', '%P', '%aN', '%aE', '%at', '%cN', '%cE', '%ct', '%s', '%b'];

/**
 * One commit, names through .mailmap, text as UTF-8 whatever it was written in (bytes that are not text become U+FFFD).
 *
 * @param sha full object id, from `resolveRevision`
 */
export async function readCommit(repository: Repository, sha: string): Promise<Commit> {
  const output = await gitOutput(
    [
      'log',
      '--no-walk',
      '--no-decorate',
      '--encoding=UTF-8',
      `--format=tformat:${fields.join('%x00')}`,
      objectId(sha),
      '--',
    ],
    { cwd: repository.root },
  );
  const [id = '', parents = '', aN = '', aE = '', at = '', cN = '', cE = '', ct = '', subject = '', ...body] =
    output.split('\0');
  return {
    sha: id,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name: aN, email: aE },
    committer: { name: cN, email: cE },
    authoredAt: Number(at) * 1000,
    committedAt: Number(ct) * 1000,
    subject,
    body: body.join('\0').trimEnd(),
  };
}
