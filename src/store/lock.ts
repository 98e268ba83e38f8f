/**
 * A lock file that a dead process cannot keep. It names its owner, so a killed one is noticed at once and a stopped one
 * is waited for. Locks that expire by time (proper-lockfile) do neither: a long merge blocks the timer that renews them.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotRunError } from '../base/errors.ts';
import type { Json } from '../base/json.ts';
import { livenessOf, type ProcessId, parseProcessId, thisProcess } from './process.ts';

const RETRY_MS = 15;
const PATIENCE_MS = 60_000;
/** A lock whose owner cannot be seen (another container, a damaged file) counts as left behind after this time. */
const UNKNOWN_OWNER_MS = 30_000;
/** A token becomes part of a path. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface Lock {
  release(): void;
}

interface Holder {
  readonly token: string;
  readonly owner: ProcessId | undefined;
  readonly ageMs: number;
}

/** @throws CannotRunError after a minute of waiting; the error of the file system when the place cannot be written */
export async function acquireLock(path: string, patienceMs = PATIENCE_MS): Promise<Lock> {
  const deadline = Date.now() + patienceMs;
  const token = randomUUID();
  for (;;) {
    if (tryCreate(path, token)) return { release: () => release(path, token) };
    const holder = readHolder(path);
    if (holder && isLeftBehind(holder)) await takeAway(path, holder.token, patienceMs);
    else if (Date.now() > deadline) {
      const who = holder?.owner ? `process ${holder.owner.pid}` : 'another process';
      throw new CannotRunError(`the lock ${path} is held by ${who} for more than ${patienceMs / 1000} s`);
    } else if (holder) await sleep(RETRY_MS + Math.random() * RETRY_MS);
  }
}

/** Created together with its content: a lock without an owner would look left behind. */
function tryCreate(path: string, token: string): boolean {
  if (existsSync(path)) return false;
  const draft = `${path}.${token}.draft`;
  try {
    writeFileSync(draft, JSON.stringify({ token, owner: thisProcess() }));
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Undefined when the lock is gone. */
function readHolder(path: string): Holder | undefined {
  try {
    // A repository may hold a link of that name: it is a damaged lock, and where it leads does not matter.
    const stat = lstatSync(path);
    const { token, owner } = parseHolder(stat.isFile() ? readFileSync(path, 'utf8') : '');
    const valid = typeof token === 'string' && UUID.test(token);
    return { token: valid ? token : 'damaged', owner: parseProcessId(owner), ageMs: Date.now() - stat.mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseHolder(text: string): { token?: Json; owner?: Json } {
  try {
    return (JSON.parse(text) as { token?: Json; owner?: Json } | null) ?? {};
  } catch {
    return {};
  }
}

function isLeftBehind({ owner, ageMs }: Holder): boolean {
  const liveness = owner ? livenessOf(owner) : 'unknown';
  return liveness === 'gone' || (liveness === 'unknown' && ageMs > UNKNOWN_OWNER_MS);
}

/**
 * Two processes may find the same dead lock; the slower must not remove the live one that the faster has put in its
 * place. So the right to remove a certain lock is a lock itself, named by that lock's token.
 */
async function takeAway(path: string, token: string, patienceMs: number): Promise<void> {
  const right = await acquireLock(`${path}.${token}`, patienceMs);
  if (readHolder(path)?.token === token) rmSync(path, { force: true });
  right.release();
}

function release(path: string, token: string): void {
  if (readHolder(path)?.token === token) rmSync(path, { force: true });
}
