export { ActionsArtifacts, type ActionsArtifactsOptions } from './artifacts.ts';
export { ActionsCache } from './cache.ts';
export { propose } from './proposals/propose.ts';
export type * from './proposals/types.ts';
export { openRest, type Rest, type RestOptions, statusOf } from './rest.ts';
