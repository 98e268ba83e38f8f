export { ActionsArtifacts, type ActionsArtifactsOptions } from './artifacts.ts';
export { ActionsCache } from './cache.ts';
export { openRest, type Rest, type RestOptions, statusOf } from './rest.ts';
