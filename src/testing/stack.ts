import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StackFrame } from './types.ts';

/** Frames of a V8 stack (`at name (file:line:column)`); Node's own are left out. Paths as in the stack. */
export function parseStack(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const line of stack.split('\n')) {
    const found = /^\s*at (?:async )?(?:(.*?) \()?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]*?):(\d+):\d+\)?$/.exec(line);
    if (found === null) continue;
    const [, name, file = '', number = ''] = found;
    frames.push({ file: pathOf(file), line: Number(number), function: name });
  }
  return frames;
}

function pathOf(file: string): string {
  const plain = file.replace(/[?#].*$/, '');
  return plain.startsWith('file://') ? fileURLToPath(plain) : plain;
}

/** Relative to the root when inside of it. */
export function relativeTo(root: string, cwd: string, file: string): string {
  if (file === '') return '';
  const absolute = file.startsWith('/') ? file : posix.join(root, cwd, file);
  const relative = posix.relative(root, absolute);
  return relative.startsWith('..') ? absolute : relative;
}

/** True for files outside of the repository and for installed dependencies. */
export function isForeign(file: string): boolean {
  return file.startsWith('/') || /(?:^|\/)(?:node_modules|site-packages)\//.test(file);
}
