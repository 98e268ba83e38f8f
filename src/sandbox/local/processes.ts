import { readdirSync, readFileSync } from 'node:fs';

/** Fields of /proc/PID/stat after the command, which is in brackets and may hold anything. */
function statFields(pid: number | string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** When the process started, in clock ticks since boot: with the number, it names a process for good. */
export function startTime(pid: number): string | undefined {
  return statFields(pid)?.[19];
}

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly threads: number;
}

let table: { at: number; children: Map<number, Entry[]> } | undefined;

/** All processes by parent; read once for all sandboxes that look within `age` milliseconds. */
function processTable(age: number): Map<number, Entry[]> {
  const now = performance.now();
  if (table !== undefined && now - table.at < age) return table.children;
  const children = new Map<number, Entry[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const fields = Number.isInteger(pid) ? statFields(pid) : undefined;
    if (fields === undefined) continue;
    const entry = { pid, parent: Number(fields[1]), threads: Number(fields[17]) };
    const siblings = children.get(entry.parent);
    if (siblings === undefined) children.set(entry.parent, [entry]);
    else siblings.push(entry);
  }
  table = { at: now, children };
  return children;
}

export interface Usage {
  readonly threads: number;
  /** Bytes of anonymous and shared memory; pages shared by forks count for each of them. */
  readonly memory: number;
}

/** What a process and its descendants use. Around a process-id namespace that is every process of the tenant. */
export function usageFrom(pid: number): Usage {
  let threads = Number(statFields(pid)?.[17] ?? 0);
  let memory = residentMemory(pid);
  for (const entry of descendants(pid, processTable(40))) {
    threads += entry.threads;
    memory += residentMemory(entry.pid);
  }
  return { threads, memory };
}

/** Kills a process and all its descendants, the youngest generation first. */
export function killDescent(pid: number): void {
  const tree = process.platform === 'linux' ? descendants(pid, processTable(0)) : [];
  for (const each of [...tree.map((entry) => entry.pid).reverse(), pid]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It ended with its parent.
    }
  }
}

function descendants(pid: number, children: ReadonlyMap<number, Entry[]>): Entry[] {
  const found: Entry[] = [];
  for (let generation = children.get(pid) ?? []; generation.length > 0; ) {
    found.push(...generation);
    generation = generation.flatMap((entry) => children.get(entry.pid) ?? []);
  }
  return found;
}

function residentMemory(pid: number): number {
  try {
    let kibibytes = 0;
    for (const match of readFileSync(`/proc/${pid}/status`, 'latin1').matchAll(/^Rss(?:Anon|Shmem):\s+(\d+)/gm)) {
      kibibytes += Number(match[1]);
    }
    return kibibytes * 1024;
  } catch {
    return 0;
  }
}

/** Processes of ours whose environment holds `entry` (`NAME=value`); those that cleaned it are not found. */
export function processesWithEnvironment(entry: string): number[] {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  return names.filter((name) => /^\d+$/.test(name) && environmentHolds(name, entry)).map(Number);
}

function environmentHolds(pid: string, entry: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(entry);
  } catch {
    return false;
  }
}
