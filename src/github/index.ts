export { ActionsArtifacts, type ActionsArtifactsOptions } from './artifacts.ts';
export { ActionsCache } from './cache.ts';
export { type Decision, decisionOf } from './proposals/decision.ts';
export { propose } from './proposals/propose.ts';
export type * from './proposals/types.ts';
export { openRest, type Rest, type RestOptions, statusOf } from './rest.ts';
