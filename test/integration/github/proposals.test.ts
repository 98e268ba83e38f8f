import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRepository } from '../../../src/git/index.ts';
import { openRest, type Proposal, type Proposed, propose } from '../../../src/github/index.ts';
import { type GitHubApi, startGitHubApi } from '../../support/github-api/server.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

const key = 'a1b2c3d4e5f6a7b8c9d0e1f2';
const branch = `hone/fix-${key}`;
const review = { name: 'needs-human-review', color: 'fbca04', description: 'A person has to look at this' };

describe('a patch proposed to GitHub', () => {
  let project: TestRepository;
  let api: GitHubApi;
  let commit: string;
  beforeEach(async () => {
    project = createRepository();
    commit = project.commit({
      message: 'feat: sum',
      files: {
        'src/sum.js': 'export const sum = (a, b) => a - b;\n',
        'run.sh': 'exit 0\n',
        'data.bin': Buffer.from([0, 1, 255]),
      },
    });
    api = await startGitHubApi(project.dir);
    api.state.writers.set('writer', 'github-actions[bot]');
    api.state.readers.add('reader');
  });
  afterEach(() => api.close());
  afterAll(removeRepositories);

  /** What git itself says the difference to these contents is. */
  function patchTo(files: Readonly<Record<string, string | Buffer | null>>): string {
    project.write(files).git('add', '--all');
    const patch = project.gitBytes({}, 'diff', '--cached', '--binary').toString();
    project.git('reset', '--quiet', '--hard');
    return patch;
  }

  const sumTo = (operator: string) => patchTo({ 'src/sum.js': `export const sum = (a, b) => a ${operator} b;\n` });

  async function run(overrides: Partial<Proposal> = {}, token = 'writer'): Promise<Proposed> {
    const rest = await openRest({ token, apiUrl: api.origin, sleep: async () => {} });
    const proposal: Proposal = {
      ...{ key, commit, base: 'main', branch, patch: sumTo('+') },
      ...{ title: 'Repair sum', body: 'Evidence.', message: 'fix: repair sum', draft: false },
      ...{ labels: [], withdrawn: [review.name], mayChange: (path) => !path.endsWith('.lock') },
      ...overrides,
    };
    const repository = await openRepository(project.dir);
    return propose(proposal, { rest, owner: 'octo', repo: 'project', repository });
  }

  const writes = () => api.requests.filter((request) => !request.startsWith('GET '));

  it('becomes one commit on a branch of its own, and a pull request', async () => {
    const proposed = await run();
    expect(proposed).toMatchObject({ outcome: 'opened', reason: undefined, notes: [] });
    expect(api.state.pulls).toMatchObject([
      { number: proposed.pull?.number, base: 'main', head: branch, draft: false },
    ]);
    expect(api.state.read(branch, 'src/sum.js')).toBe('export const sum = (a, b) => a + b;\n');
    expect(api.state.git(['rev-list', `${commit}..${branch}`]).split('\n')).toHaveLength(1);
    expect(api.state.git(['diff', '--stat', commit, branch])).toContain('1 file changed');
    expect(api.state.git(['show', '--no-patch', '--format=%an%n%s', branch])).toBe(
      'github-actions[bot]\nfix: repair sum',
    );
    expect(api.state.tip('main')).toBe(commit);
  });

  it('keeps modes, and names and contents that are no ASCII', async () => {
    project.config('core.fileMode', 'false').git('update-index', '--chmod=+x', 'run.sh');
    commit = project.commit({ files: { 'tëst/a b.js': 'const x = "é";\r\nlast', 'run.sh': 'exit 0\n' } });
    project.git('push', '--quiet', api.state.dir, 'main');
    const changed = { 'tëst/a b.js': 'const x = "ü";\r\nlast', 'run.sh': 'exit 1\n' };
    expect((await run({ patch: patchTo(changed) })).outcome).toBe('opened');
    expect(api.state.git(['ls-tree', '-r', branch, '--', 'run.sh'])).toMatch(/^100755 /);
    expect(api.state.git(['cat-file', 'blob', `${branch}:tëst/a b.js`])).toBe(changed['tëst/a b.js']);
  });

  it('changes nothing when it was proposed before', async () => {
    const first = await run();
    api.requests.length = 0;
    expect(await run()).toMatchObject({ outcome: 'unchanged', pull: first.pull });
    expect(writes()).toEqual([]);
  });

  it('brings its pull request up to date for another patch and for a newer commit, without force', async () => {
    const first = await run();
    const before = api.state.tip(branch) ?? '';
    expect(await run({ patch: sumTo('-0+'), title: 'Repair sum better' })).toMatchObject({
      outcome: 'updated',
      pull: first.pull,
    });
    expect(api.state.contains(branch, before)).toBe(true);
    expect(api.state.read(branch, 'src/sum.js')).toContain('a -0+ b');

    commit = project.commit({ files: { 'other.js': 'export {};\n' } });
    project.git('push', '--quiet', api.state.dir, 'main');
    expect(await run()).toMatchObject({ outcome: 'updated', pull: first.pull });
    // As GitHub shows it: against the merge base, the patch and nothing else.
    expect(api.state.git(['diff', '--name-only', `main...${branch}`])).toBe('src/sum.js');
    expect(api.state.pulls).toMatchObject([{ title: 'Repair sum' }]);
  });

  it('never touches a branch that has commits of others, and says so in one comment', async () => {
    await run();
    const theirs = api.state.commitAs('ada', branch, 'src/sum.js', 'export const sum = (a, b) => b + a;\n');
    for (let index = 0; index < 120; index += 1) {
      api.state.comments.push({ id: 1000 + index, issue: 1, author: 'ada', body: `<!-- hone-comment key=${key} -->` });
    }
    const patch = sumTo('-0+');
    for (const expected of [1, 1]) {
      const left = await run({ patch });
      expect(left).toMatchObject({ outcome: 'left', reason: expect.stringContaining('commits of others') });
      expect(api.state.comments.filter(({ author }) => author !== 'ada')).toHaveLength(expected);
    }
    await run({ patch: sumTo('-1+1+') });
    const [comment, ...more] = api.state.comments.filter(({ author }) => author !== 'ada');
    expect(more).toEqual([]);
    expect(comment?.body).toContain('a -1+1+ b');
    expect(api.state.tip(branch)).toBe(theirs);
  });

  it.each([
    ['amended', (tip: string) => ['commit-tree', `${commit}^{tree}`, '-p', `${tip}^`]],
    ['rebased', (tip: string) => ['commit-tree', `${tip}^{tree}`, '-p', tip]],
  ])('takes its own commit for another’s once it was %s', async (_, words) => {
    await run();
    const tip = api.state.tip(branch) ?? '';
    const message = api.state.git(['show', '--no-patch', '--format=%B', tip]);
    const who = {
      GIT_AUTHOR_NAME: 'ada',
      GIT_AUTHOR_EMAIL: 'a@b',
      GIT_COMMITTER_NAME: 'ada',
      GIT_COMMITTER_EMAIL: 'a@b',
    };
    const theirs = api.state.git(words(tip), message, who);
    api.state.git(['update-ref', `refs/heads/${branch}`, theirs]);
    expect((await run({ patch: sumTo('-0+') })).outcome).toBe('left');
    expect(api.state.tip(branch)).toBe(theirs);
  });

  it('does not lose what is pushed in the moment of the update', async () => {
    await run();
    let theirs = '';
    api.faults.push({
      request: /^PATCH git\/refs/,
      times: 1,
      meanwhile: () => {
        theirs = api.state.commitAs('ada', branch, 'note.md', 'mine\n');
      },
    });
    expect((await run({ patch: sumTo('-0+') })).outcome).toBe('left');
    expect(api.state.tip(branch)).toBe(theirs);
  });

  it('meets another run that proposes the same at the same time in one pull request', async () => {
    const both = await Promise.all([run(), run()]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['opened', expect.stringMatching(/unchanged|updated/)]);
    expect(api.state.pulls).toHaveLength(1);
  });

  it('stays closed when a person closed it, until there is another patch', async () => {
    await run();
    const [pull] = api.state.pulls;
    if (pull) pull.state = 'closed';
    api.state.git(['update-ref', '-d', `refs/heads/${branch}`]);
    expect(await run()).toMatchObject({ outcome: 'left', reason: expect.stringContaining('not opened again') });
    commit = project.commit({ files: { 'src/sum.js': '// moved\nexport const sum = (a, b) => a - b;\n' } });
    project.git('push', '--quiet', api.state.dir, 'main');
    const moved = patchTo({ 'src/sum.js': '// moved\nexport const sum = (a, b) => a + b;\n' });
    expect((await run({ patch: moved })).outcome).toBe('opened');
    expect(api.state.pulls).toHaveLength(2);
  });

  it('is proposed again when what was merged is broken again, and not for the commit that it repaired', async () => {
    await run();
    const [pull] = api.state.pulls;
    api.state.git(['update-ref', 'refs/heads/main', branch]);
    Object.assign(pull ?? {}, { state: 'closed', mergedAt: '2026-01-01T00:00:00Z' });
    expect(await run()).toMatchObject({ outcome: 'left', reason: expect.stringContaining('merged already') });
    commit = api.state.commitAs('ada', 'main', 'src/sum.js', 'export const sum = (a, b) => a - b;\n');
    project.git('pull', '--quiet', api.state.dir, 'main');
    expect((await run()).outcome).toBe('opened');
    expect(api.state.pulls).toHaveLength(2);
  });

  it('is a labelled draft when a person has to review it, and no longer labelled when not', async () => {
    const labels = [review, { name: 'bug' }];
    api.state.labels.set('bug', 'ff0000');
    await run({ draft: true, labels, withdrawn: [] });
    expect(api.state.pulls).toMatchObject([{ draft: true, labels: ['needs-human-review', 'bug'] }]);
    expect(api.state.labels.get('needs-human-review')).toBe('fbca04');
    const later = await run({ patch: sumTo('-0+') });
    expect(api.state.pulls).toMatchObject([{ labels: ['bug'] }]);
    expect(later.notes).toEqual([expect.stringContaining('stays a draft')]);
  });

  it('does without drafts and labels where there are none', async () => {
    api.state.drafts = false;
    api.faults.push({ request: /labels$/, times: 1, status: 403, message: 'Resource not accessible by integration' });
    const proposed = await run({ draft: true, labels: [review] });
    expect(proposed.outcome).toBe('opened');
    expect(proposed.notes).toEqual([
      expect.stringContaining('labels could not be set'),
      expect.stringContaining('no draft'),
    ]);
  });

  it.each([
    ['a token that may only read', 'reader', 'may not propose changes'],
    ['a token that is not valid', 'nobody', 'may not propose changes'],
  ])('is refused for %s', async (_, token, reason) => {
    expect(await run({}, token)).toMatchObject({ outcome: 'refused', reason: expect.stringContaining(reason) });
    expect(api.state.pulls).toEqual([]);
    expect(api.state.tip(branch)).toBeUndefined();
  });

  it('says which setting keeps Actions from opening pull requests, and opens it once that is changed', async () => {
    api.state.mayOpenPulls = false;
    const refused = await run();
    expect(refused).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('Settings, Actions, General'),
    });
    api.state.mayOpenPulls = true;
    expect((await run()).outcome).toBe('opened');
  });

  it('is refused when the base branch is gone, and fails when GitHub does', async () => {
    expect(await run({ base: 'gone' })).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('gone') });
    api.faults.push({ request: /^POST git\/trees/, times: 3, status: 502, message: 'Bad gateway' });
    await expect(run({ patch: sumTo('-0+') })).rejects.toThrow(/status 502/);
    api.faults.push({ request: /^POST git\/trees/, times: 2, status: 502 });
    expect((await run({ patch: sumTo('-0+') })).outcome).toBe('opened');
  });

  it.each([
    ['adds a file', { 'src/new.js': 'x\n' }, 'does more to "src/new.js"'],
    ['deletes a file', { 'run.sh': null }, 'does more to "run.sh"'],
    ['changes what it may not', { 'deps.lock': 'theirs\n' }, '"deps.lock", which is no program'],
    ['changes a workflow', { '.github/workflows/ci.yml': 'on: pull_request\n' }, 'workflows are not repaired'],
  ])('is refused when it %s', async (_, files, reason) => {
    commit = project.commit({ files: { '.github/workflows/ci.yml': 'on: push\n', 'deps.lock': 'ours\n' } });
    expect(await run({ patch: patchTo(files) })).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining(reason),
    });
    expect(api.requests).toEqual([]);
  });

  it.each([
    ['leaves the repository', '--- a/x\n+++ b/../../x\n@@ -1 +1 @@\n-a\n+b\n'],
    ['makes a file executable', 'diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n'],
    ['is for another text', '--- a/run.sh\n+++ b/run.sh\n@@ -1 +1 @@\n-exit 7\n+exit 1\n'],
    ['is empty', ''],
  ])('is refused when it %s', async (_, patch) => {
    expect((await run({ patch })).outcome).toBe('refused');
    expect(api.requests).toEqual([]);
    expect(project.git('status', '--porcelain')).toBe('');
  });
});
