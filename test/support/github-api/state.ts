import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PullRecord {
  readonly number: number;
  title: string;
  body: string;
  head: string;
  base: string;
  draft: boolean;
  state: 'open' | 'closed';
  mergedAt: string | null;
  author: string;
  labels: string[];
}

export interface CommentRecord {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
}

/** An answer with a status of GitHub that is not success. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The part of a repository on GitHub that proposals touch. Objects and branches are those of a real bare repository. */
export class RepositoryState {
  readonly dir: string;
  readonly pulls: PullRecord[] = [];
  readonly comments: CommentRecord[] = [];
  readonly labels = new Map<string, string>();
  /** Login that a token acts as; tokens that nobody registered are refused with 401. */
  readonly writers = new Map<string, string>();
  readonly readers = new Set<string>();
  drafts = true;
  /** The repository's setting that lets GitHub's own token open pull requests. */
  mayOpenPulls = true;
  private lastId = 0;

  constructor(from: string) {
    this.dir = mkdtempSync(join(tmpdir(), 'hone-github-'));
    execFileSync('git', ['clone', '--quiet', '--bare', '--', from, this.dir], { env: gitEnv(), stdio: 'ignore' });
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** @throws Refusal 422 with what git says, as GitHub refuses what is no object */
  git(words: readonly string[], input?: string | Buffer, env: Readonly<Record<string, string>> = {}): string {
    try {
      return execFileSync('git', words, {
        cwd: this.dir,
        env: { ...gitEnv(), ...env },
        ...(input === undefined ? {} : { input }),
        stdio: ['pipe', 'pipe', 'pipe'],
      })
        .toString()
        .replace(/\n$/, '');
    } catch (thrown) {
      throw new Refusal(422, String((thrown as { stderr?: Buffer }).stderr ?? thrown).trim());
    }
  }

  tip(branch: string): string | undefined {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`]);
    } catch {
      return undefined;
    }
  }

  /** Content of a file at a branch. */
  read(branch: string, path: string): string {
    return `${this.git(['cat-file', 'blob', `refs/heads/${branch}:${path}`])}\n`;
  }

  /** What a person does with a clone: a commit of one file on top of a branch. */
  commitAs(author: string, branch: string, path: string, content: string): string {
    const env = { GIT_INDEX_FILE: join(this.dir, `index-${this.nextId()}`) };
    this.git(['read-tree', `refs/heads/${branch}`], undefined, env);
    const blob = this.git(['hash-object', '-w', '--stdin'], content);
    this.git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], undefined, env);
    const tree = this.git(['write-tree'], undefined, env);
    const sha = this.commit(tree, [this.tip(branch) ?? ''], `Change ${path}`, author);
    this.git(['update-ref', `refs/heads/${branch}`, sha]);
    return sha;
  }

  commit(tree: string, parents: readonly string[], message: string, author: string): string {
    const who = { NAME: author, EMAIL: `${author}@users.noreply.github.com` };
    const env = Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((role) =>
        Object.entries(who).map(([part, value]) => [`GIT_${role}_${part}`, value]),
      ),
    );
    return this.git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], message, env);
  }

  contains(branch: string, sha: string): boolean {
    try {
      this.git(['merge-base', '--is-ancestor', sha, `refs/heads/${branch}`]);
      return true;
    } catch {
      return false;
    }
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

function gitEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
}
