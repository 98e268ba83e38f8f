export { readCommit } from './commit.ts';
export { pathFromBytes, pathToBytes } from './path.ts';
export { mergeBase, openRepository, resolveRevision } from './repository.ts';
export type * from './types.ts';
