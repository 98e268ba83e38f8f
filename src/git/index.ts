export { type Blobs, listFiles, openBlobs, readFileAt } from './blobs.ts';
export { readChange } from './change.ts';
export { readCommit } from './commit.ts';
export { collectMetrics, type MetricsOptions } from './metrics/collect.ts';
export type * from './metrics/types.ts';
export type { ChangeLimits } from './patch.ts';
export { pathFromBytes, pathToBytes } from './path.ts';
export { mergeBase, openRepository, resolveRevision } from './repository.ts';
export type * from './types.ts';
