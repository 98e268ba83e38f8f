import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How to start a TypeScript file as a process of its own: this Node where it strips types, else the development one. */
export function typescriptNode(): { command: string; flags: string[] } {
  const major = Number.parseInt(process.versions.node, 10);
  const development = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
  return { command: major >= 23 ? process.execPath : development, flags: ['--no-warnings'] };
}
