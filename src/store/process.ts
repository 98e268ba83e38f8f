import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Json } from '../base/json.ts';

/** Names one process so that others can tell whether it still lives. */
export interface ProcessId {
  readonly pid: number;
  /** When it started, in the kernel's own units; empty where the system does not say. Guards against a pid used again. */
  readonly started: string;
  /** Machine, boot and pid namespace: a pid means nothing elsewhere. */
  readonly place: string;
}

let self: ProcessId | undefined;

export function thisProcess(): ProcessId {
  self ??= { pid: process.pid, started: startOf(process.pid) ?? '', place: place() };
  return self;
}

export type Liveness = 'alive' | 'gone' | 'unknown';

/** Unknown for a process of another machine or container: nobody here can see it. */
export function livenessOf({ pid, started, place: where }: ProcessId): Liveness {
  if (where !== thisProcess().place) return 'unknown';
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : 'gone';
  }
  return started === '' || startOf(pid) === started ? 'alive' : 'gone';
}

export function parseProcessId(value: Json | undefined): ProcessId | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { pid, started, place: where } = value;
  const valid = typeof pid === 'number' && pid > 0 && typeof started === 'string' && typeof where === 'string';
  return valid ? { pid, started, place: where } : undefined;
}

function startOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name, in parentheses, may hold anything; start time is the 20th field after it. A zombie has ended.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? undefined : fields?.[19];
}

function place(): string {
  const boot = read('/proc/sys/kernel/random/boot_id') ?? '';
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: the host's name has to do.
  }
  return [hostname(), boot.trim(), namespace].join(' ');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
