import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import {
  collectMetrics,
  listFiles,
  mergeBase,
  openBlobs,
  openRepository,
  readChange,
  readCommit,
  readFileAt,
  resolveRevision,
} from '../../../src/git/index.ts';
import { createDirectory, createRepository, removeRepositories, TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);
afterEach(() => void vi.unstubAllEnvs());

/** A program that leaves a marker: whoever runs it, in whatever way, is found out. */
class Trap {
  readonly #dir = createDirectory();
  readonly marker = join(this.#dir, 'marker');
  readonly program = join(this.#dir, 'program');

  constructor() {
    writeFileSync(this.program, `#!/bin/sh\necho "$0 $*" >> '${this.marker}'\nexit 0\n`);
    chmodSync(this.program, 0o755);
  }

  get sprung(): boolean {
    return existsSync(this.marker);
  }
}

/** Everything that `src/git` offers, on a repository and its two newest commits. What fails may fail, but not run. */
async function everything(source: TestRepository): Promise<void> {
  const dir = source.dir;
  const repository = await openRepository(dir);
  const head = await resolveRevision(repository, 'HEAD');
  await resolveRevision(repository, '@{upstream}').catch(() => {});
  const base = await resolveRevision(repository, 'HEAD~1');
  await mergeBase(repository, base, head);
  await readCommit(repository, head);
  await readChange(repository, { head }).catch(() => {});
  await readChange(repository, { base, head }).catch(() => {});
  const blobs = openBlobs(repository);
  for await (const { path } of listFiles(repository, head)) await blobs.read(head, path).catch(() => {});
  await blobs.close();
  await readFileAt(repository, head, 'nowhere');
  await collectMetrics(repository, { now: Date.now() }).catch(() => {});
}

/** Edits under attributes for everything, a conflict resolved in a merge, a signed commit, a work tree that differs. */
function prepare(): TestRepository {
  const repository = createRepository();
  repository.commit({ files: { '.gitattributes': '* diff=trap filter=trap merge=trap\n', 'a.txt': 'a\n', b: 'b\n' } });
  repository.checkout('side').commit({ files: { 'a.txt': 'side\n' } });
  repository.checkout('main').commit({ files: { 'a.txt': 'main\n' } });
  repository.merge('side', { files: { 'a.txt': 'both\n' } });
  const signed = repository
    .git('cat-file', 'commit', 'HEAD')
    .replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\n');
  const sha = repository.gitWith({ input: `${signed}\n` }, 'hash-object', '-t', 'commit', '-w', '--stdin');
  repository.git('update-ref', 'refs/heads/main', sha);
  repository.commit({ files: { 'a.txt': 'after\n' } });
  repository.tag('v1.0.0');
  repository.write({ 'a.txt': 'not committed\n' });
  return repository;
}

let prepared: TestRepository | undefined;

function victim(): TestRepository {
  prepared ??= prepare();
  const dir = createDirectory();
  cpSync(prepared.dir, dir, { recursive: true });
  return new TestRepository(dir);
}

interface Attack {
  readonly name: string;
  readonly set: (repository: TestRepository, program: string) => void;
  /** What plain git does that springs the trap: the proof that it is set. Without one, it is armed by design only. */
  readonly control?: readonly string[];
}

const config =
  (...pairs: readonly (readonly [key: string, value: (program: string) => string])[]) =>
  (repository: TestRepository, program: string): void => {
    for (const [key, value] of pairs) repository.config(key, value(program));
  };
const itself = (program: string): string => program;

const attacks: readonly Attack[] = [
  { name: 'core.fsmonitor', set: config(['core.fsmonitor', itself]), control: ['status'] },
  { name: 'diff.external', set: config(['diff.external', itself]), control: ['diff'] },
  { name: 'diff.<driver>.command', set: config(['diff.trap.command', itself]), control: ['diff', 'HEAD~1'] },
  { name: 'diff.<driver>.textconv', set: config(['diff.trap.textconv', itself]), control: ['log', '-p'] },
  { name: 'filter.<driver>.clean', set: config(['filter.trap.clean', itself]), control: ['diff'] },
  {
    name: 'filter.<driver>.smudge',
    set: config(['filter.trap.smudge', itself]),
    control: ['cat-file', '--filters', 'HEAD:a.txt'],
  },
  {
    name: 'filter.<driver>.process',
    set: config(['filter.trap.process', itself], ['filter.trap.required', () => 'true']),
    control: ['cat-file', '--filters', 'HEAD:a.txt'],
  },
  {
    name: 'merge.<driver>.driver',
    set: config(['merge.trap.driver', (program) => `${program} %O %A %B`]),
    control: ['log', '--remerge-diff'],
  },
  { name: 'core.pager', set: config(['core.pager', itself]) },
  {
    name: 'pager.<command>',
    set: config(['pager.log', itself], ['pager.for-each-ref', itself], ['pager.diff', itself]),
  },
  {
    name: 'core.hooksPath',
    set: (repository, program) => {
      const hooks = join(createDirectory(), 'hooks');
      mkdirSync(hooks);
      for (const hook of ['post-index-change', 'reference-transaction', 'pre-auto-gc', 'post-checkout', 'fsmonitor']) {
        writeFileSync(join(hooks, hook), `#!/bin/sh\nexec ${program}\n`);
        chmodSync(join(hooks, hook), 0o755);
      }
      repository.config('core.hooksPath', hooks);
    },
    control: ['update-ref', 'refs/heads/other', 'HEAD'],
  },
  {
    name: 'hooks of the git directory',
    set: (repository, program) => {
      mkdirSync(join(repository.dir, '.git/hooks'), { recursive: true });
      for (const hook of ['post-index-change', 'reference-transaction']) {
        const file = join(repository.dir, '.git/hooks', hook);
        writeFileSync(file, `#!/bin/sh\nexec ${program}\n`);
        chmodSync(file, 0o755);
      }
    },
    control: ['update-ref', 'refs/heads/other', 'HEAD'],
  },
  {
    name: 'gpg.program with log.showSignature',
    set: config(['gpg.program', itself], ['gpg.openpgp.program', itself], ['log.showSignature', () => 'true']),
    control: ['log'],
  },
  {
    name: 'alias.*',
    set: config(
      ...['log', 'rev-parse', 'for-each-ref', 'trap'].map((name) => [`alias.${name}`, (p: string) => `!${p}`] as const),
    ),
    control: ['trap'],
  },
  {
    name: 'include.path',
    set: (repository, program) => {
      const file = join(createDirectory(), 'config');
      writeFileSync(file, `[diff]\n\texternal = ${program}\n[core]\n\tfsmonitor = ${program}\n`);
      repository.config('include.path', file);
      repository.config('includeIf.gitdir:/**.path', file);
    },
    control: ['status'],
  },
  {
    name: 'core.alternateRefsCommand',
    set: (repository, program) => {
      const other = createRepository();
      other.commit();
      repository.write({ '.git/objects/info/alternates': `${join(other.dir, '.git/objects')}\n` });
      repository.config('core.alternateRefsCommand', program);
    },
  },
  {
    name: 'log.mailmap, mailmap.file and mailmap.blob',
    set: config(['mailmap.file', (program) => `!${program}`], ['mailmap.blob', (program) => `|${program}`]),
  },
  {
    name: 'core.editor, sequence.editor, core.askPass and credential.helper',
    set: config(
      ['core.editor', itself],
      ['sequence.editor', itself],
      ['core.askPass', itself],
      ['credential.helper', (program) => `!${program}`],
    ),
  },
  { name: 'tar.<format>.command', set: config(['tar.tar.gz.command', itself]) },
  { name: 'trailer.<token>.cmd', set: config(['trailer.sign.cmd', itself], ['trailer.sign.command', itself]) },
  { name: 'uploadpack.packObjectsHook', set: config(['uploadpack.packObjectsHook', itself]) },
  { name: 'diff.submodule', set: config(['diff.submodule', () => 'diff'], ['status.submoduleSummary', () => 'true']) },
];

describe('the configuration of a repository runs no program', () => {
  it.each(attacks)('$name', async ({ set, control }) => {
    const repository = victim();
    const trap = new Trap();
    set(repository, trap.program);
    await everything(repository);
    expect(trap.sprung).toBe(false);
    if (control === undefined) return;
    // The control arm: git itself does run it, so the trap was set.
    try {
      repository.git(...control);
    } catch {
      // A trap makes a poor filter.
    }
    expect(trap.sprung).toBe(true);
  });

  it.each([
    ['core.sshCommand', 'ssh://host.invalid/owner/name', [['core.sshCommand', itself]]],
    ['the ext:: transport', undefined, [['protocol.ext.allow', () => 'always']]],
    ['remote.<name>.uploadpack', 'file', [['remote.origin.uploadpack', itself]]],
    ['remote.<name>.vcs', 'file', [['remote.origin.vcs', (program: string) => `ext::${program}`]]],
    ['core.gitProxy', 'git://host.invalid/name', [['core.gitProxy', itself]]],
  ] as const)('%s, where contents would have to be fetched', async (name, url, pairs) => {
    const repository = victim();
    const trap = new Trap();
    const missing = repository.git('rev-parse', 'HEAD~1:a.txt');
    rmSync(join(repository.dir, '.git/objects', missing.slice(0, 2), missing.slice(2)), { force: true });
    repository.git('config', 'core.repositoryFormatVersion', '1');
    repository.config('extensions.partialClone', 'origin');
    repository.config('remote.origin.promisor', 'true').config('remote.origin.partialCloneFilter', 'blob:none');
    repository.config(
      'remote.origin.url',
      url === undefined ? `ext::${trap.program} %S` : url === 'file' ? `file://${createRepository().dir}` : url,
    );
    config(...pairs)(repository, trap.program);
    await everything(repository);
    expect(trap.sprung).toBe(false);
    if (name === 'remote.<name>.vcs') return;
    try {
      repository.git('-c', 'protocol.allow=always', 'cat-file', '-p', missing);
    } catch {
      // There is nothing to be had.
    }
    expect(trap.sprung).toBe(true);
  });

  it('nor do the variables of the environment', async () => {
    const repository = victim();
    const trap = new Trap();
    const variables = ['GIT_EXTERNAL_DIFF', 'GIT_SSH_COMMAND', 'GIT_SSH', 'GIT_PAGER', 'PAGER', 'GIT_EDITOR', 'EDITOR'];
    for (const name of [...variables, 'GIT_ASKPASS', 'SSH_ASKPASS', 'GIT_PROXY_COMMAND'])
      vi.stubEnv(name, trap.program);
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'core.fsmonitor');
    vi.stubEnv('GIT_CONFIG_VALUE_0', trap.program);
    vi.stubEnv('GIT_CONFIG_PARAMETERS', `'core.fsmonitor'='${trap.program}'`);
    await everything(repository);
    expect(trap.sprung).toBe(false);
    repository.gitWith({ env: { GIT_EXTERNAL_DIFF: trap.program } }, 'diff');
    expect(trap.sprung).toBe(true);
  });

  it('and a bare repository inside a work tree is only read', async () => {
    const repository = victim();
    const trap = new Trap();
    const bare = join(repository.dir, 'bare');
    repository.git('clone', '--quiet', '--bare', repository.dir, bare);
    for (const key of ['core.fsmonitor', 'diff.external', 'core.pager']) {
      repository.git('-C', bare, 'config', key, trap.program);
    }
    await everything(new TestRepository(bare));
    expect(trap.sprung).toBe(false);
  });

  it('nothing is written into the repository', async () => {
    const repository = victim();
    const state = (): string[] => [
      repository.git('status', '--porcelain'),
      repository.git('for-each-ref'),
      repository.git('count-objects', '-v'),
      repository.git('config', '--list', '--local'),
    ];
    const before = state();
    await everything(repository);
    expect(state()).toEqual(before);
  });
});
