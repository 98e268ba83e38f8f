import { LocalProvider } from './local/provider.ts';
import type { Isolation, SandboxProvider } from './types.ts';

export { isInDependencies, virtualEnvironments } from './local/dependencies.ts';
export { createPool, type Machine, type Pool, type PoolOptions } from './pool.ts';
export * from './types.ts';

/**
 * Sandboxes on this machine. Nothing is tried before `available` or `create` is called, and nothing weaker than what
 * is asked for is ever used instead.
 */
export function localProvider(isolation: Isolation = 'namespaces'): SandboxProvider {
  return new LocalProvider(isolation);
}
