import { afterAll, describe, expect, it } from 'vitest';
import { findSubject } from '../../../src/actions/analyze-commit/subject.ts';
import { openRepository } from '../../../src/git/index.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);

const zeros = '0'.repeat(40);
const absent = 'a'.repeat(40);
const none = { commit: undefined, base: undefined };

async function find(
  repository: TestRepository,
  event: { eventName?: string; payload?: unknown; commit?: string; base?: string } = {},
) {
  const { eventName = 'workflow_dispatch', payload, ...inputs } = event;
  return findSubject(await openRepository(repository.dir), { ...none, ...inputs }, { eventName, payload });
}

/** main: one, two, three; topic branches off at two. */
function history() {
  const repository = createRepository();
  const one = repository.commit({ message: 'feat: one', files: { 'a.txt': '1\n' } });
  const two = repository.commit({ message: 'feat: two', files: { 'a.txt': '2\n' } });
  repository.branch('topic');
  const three = repository.commit({ message: 'feat: three', files: { 'b.txt': '3\n' } });
  repository.checkout('topic');
  const topic = repository.commit({ message: 'feat: topic', files: { 'c.txt': '4\n' } });
  repository.checkout('main');
  const merged = repository.merge('topic');
  return { repository, one, two, three, topic, merged };
}

describe('findSubject', () => {
  const { repository, one, two, three, topic, merged } = history();
  const pullRequest = { pull_request: { head: { sha: topic }, base: { sha: three } } };

  it('compares a pull request with where it branched off', async () => {
    expect(await find(repository, { eventName: 'pull_request', payload: pullRequest })).toEqual({
      head: topic,
      base: two,
      notes: [],
    });
  });

  it('compares a push with the state before it, however many commits it has', async () => {
    const payload = { before: one, after: three };
    expect(await find(repository, { eventName: 'push', payload })).toEqual({ head: three, base: one, notes: [] });
  });

  it('compares the first push of a branch, and any other event, with the first parent', async () => {
    const payload = { before: zeros, after: three };
    expect(await find(repository, { eventName: 'push', payload })).toEqual({ head: three, base: two, notes: [] });
    expect(await find(repository)).toEqual({ head: merged, base: three, notes: [] });
    expect(await find(repository, { commit: one })).toEqual({ head: one, base: undefined, notes: [] });
  });

  it('says so when the state before a push is gone or was replaced', async () => {
    for (const before of [absent, topic]) {
      const found = await find(repository, { eventName: 'push', payload: { before, after: three } });
      expect(found).toMatchObject({ head: three, base: two });
      expect(found).toMatchObject({ notes: [expect.stringContaining('only the newest commit was analyzed')] });
    }
  });

  it('prefers what the inputs name, and refuses names that are none', async () => {
    const event = { eventName: 'pull_request', payload: pullRequest };
    expect(await find(repository, { ...event, commit: 'main~1', base: one })).toEqual({
      head: three,
      base: one,
      notes: [],
    });
    await expect(find(repository, { commit: 'nowhere' })).rejects.toThrow('input "commit": "nowhere" is not a commit');
    await expect(find(repository, { base: 'nowhere' })).rejects.toThrow('input "base": "nowhere" is not a commit');
  });

  it.each([
    null,
    {},
    { pull_request: 'x' },
    { pull_request: { head: { sha: '--upload-pack=x' }, base: { sha: ['y'] } } },
    { before: '$(id)', after: { toString: 'z' } },
  ])('takes nothing from a payload of another shape: %j', async (payload) => {
    for (const eventName of ['push', 'pull_request']) {
      const found = await find(repository, { eventName, payload });
      expect(found.head).toBe(merged);
    }
  });

  it('reads a pull request from the merge commit when the checkout has two commits of depth', async () => {
    const shallow = repository.clone({ depth: 2 });
    shallow.git('checkout', '--quiet', '--detach', 'HEAD');
    const found = await find(shallow, { eventName: 'pull_request', payload: pullRequest });
    // The clone has topic and three themselves, but not where they parted.
    expect(found).toMatchObject({
      head: merged,
      base: three,
      notes: [expect.stringContaining('as merged into its base')],
    });
  });

  it('does not call the whole tree a change when the parent was not checked out', async () => {
    const shallow = repository.clone({ depth: 1 });
    for (const eventName of ['push', 'pull_request', 'schedule']) {
      const payload = eventName === 'push' ? { before: three, after: merged } : pullRequest;
      const found = await find(shallow, { eventName, payload });
      expect(found).toEqual({ head: merged, reason: expect.stringContaining('fetch-depth: 0') });
    }
    await expect(find(shallow, { base: one })).rejects.toThrow('this checkout is shallow: set `fetch-depth: 0`');
  });

  it('has nothing to say about an empty repository', async () => {
    expect(await find(createRepository())).toEqual({ head: undefined, reason: 'the repository has no commits yet' });
  });
});
