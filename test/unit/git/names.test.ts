import { expect, test } from 'vitest';
import { isReleaseTag } from '../../../src/git/metrics/dora.ts';
import { repositoryName } from '../../../src/git/repository.ts';

test.each([
  ['https://github.com/owner/name.git', 'owner/name'],
  ['https://user:secret@example.com/owner/name', 'owner/name'],
  ['git@github.com:owner/name.git', 'owner/name'],
  ['ssh://git@example.com:22/owner/name/', 'owner/name'],
  ['https://gitlab.com/group/sub/name.git', 'sub/name'],
  ['/srv/git/owner/name.git', undefined],
  ['../owner/name', undefined],
  ['file:///srv/owner/name', undefined],
  ['C:\\repos\\owner\\name', undefined],
  ['https://example.com/a b/c\nd', undefined],
  ['', undefined],
])('the name in %j', (url, name) => {
  expect(repositoryName(url)).toBe(name);
});

test.each(['v1.2.3', '1.2', 'V2.0.0', '@scope/pkg@1.2.3', 'release-1.2.3', 'pkg/v1.0.0', '1.2.3+build.5'])(
  '%s is a release',
  (tag) => {
    expect(isReleaseTag(tag)).toBe(true);
  },
);

test.each(['v1.2.3-rc.1', 'latest', 'v1', 'nightly-2024', '1.2.x'])('%s is no release', (tag) => {
  expect(isReleaseTag(tag)).toBe(false);
});
