import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CannotRunError, messageOf, UsageError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { openRepository, type Repository } from '../git/index.ts';
import { counted } from '../render/layout.ts';
import {
  CorruptStoreError,
  checksumPath,
  EventStore,
  entryAt,
  exportEvents,
  importEvents,
  type LocalStore,
  openLocalStore,
  readChecksum,
  type StoredEvent,
  sha256,
  type VerifyResult,
} from '../store/index.ts';
import type { CommonOptions, Context } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { storePath } from './session-store.ts';

export interface StoreOptions extends CommonOptions {
  readonly repo: string;
}

/** `hone store verify`: looks, and changes nothing. */
export async function verifyCommand(options: StoreOptions, context: Context): Promise<number> {
  const { path } = await existingStore(options, context);
  const result = await verifyFile(path);
  context.answer({ path, ...result }, (style) => {
    const { ok, events, streams, problems, gaps } = result;
    const mark = ok ? style.green(style.symbols.ok) : style.red(style.symbols.fail);
    const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
    return [
      `${mark} ${printable(path)}: ${counted(events, 'event')} of ${counted(streams, 'stream')}, ${ok ? 'whole' : 'damaged'}`,
      ...problems.map((problem) => `  ${style.symbols.bullet} ${printable(problem)}`),
      ...(missing > 0
        ? [`  ${counted(missing, 'event')} of ${counted(gaps.length, 'stream')} not arrived yet, or lost`]
        : []),
    ];
  });
  return result.ok ? exitStatus.done : exitStatus.negativeVerdict;
}

async function verifyFile(path: string): Promise<VerifyResult> {
  const entry = entryAt(path);
  if (entry === 'missing')
    return damaged('it is missing; the next run rebuilds it if its mirror or journals are there');
  if (entry === 'other') return damaged('it is not a file: a link, a folder or a device stands in its place');
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new CannotRunError(`${printable(path)} cannot be read: ${error.code ?? error.message}`);
  });
  const wrong = checksumProblem(path, bytes);
  try {
    const store = await EventStore.open(bytes);
    const result = store.verify();
    store.close();
    return wrong === undefined ? result : { ...result, ok: false, problems: [wrong, ...result.problems] };
  } catch (thrown) {
    if (!(thrown instanceof CorruptStoreError)) throw thrown;
    return damaged(...(wrong === undefined ? [] : [wrong]), messageOf(thrown));
  }
}

function damaged(...problems: string[]): VerifyResult {
  return { ok: false, events: 0, streams: 0, problems, gaps: [] };
}

function checksumProblem(path: string, bytes: Uint8Array): string | undefined {
  const expected = readChecksum(path);
  if (expected === undefined) return `its checksum ${basename(checksumPath(path))} is missing or unreadable`;
  return expected === sha256(bytes) ? undefined : 'its content does not match its checksum';
}

/** `hone store export` */
export async function exportCommand(options: StoreOptions, context: Context): Promise<number> {
  const store = await openExisting(options, context);
  try {
    const lines = options.json ? jsonArray(exportEvents(store)) : terminated(exportEvents(store));
    await pipeline(Readable.from(lines), context.surroundings.stdout, { end: false });
  } catch (thrown) {
    // Whoever read the events had enough of them.
    if ((thrown as NodeJS.ErrnoException).code !== 'EPIPE') throw thrown;
  } finally {
    await store.close();
  }
  return exitStatus.done;
}

function* terminated(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line.trimEnd()}\n`;
}

function* jsonArray(lines: Iterable<string>): Generator<string> {
  let separator = '[\n';
  for (const line of lines) {
    yield `${separator}${line.trimEnd()}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** `hone store import`: all of the file, or nothing of it. */
export async function importCommand(options: StoreOptions, context: Context, file: string): Promise<number> {
  const { cwd, stdin } = context.surroundings;
  const source = file === '-' ? stdin : createReadStream(resolve(cwd, file));
  const events: StoredEvent[] = [];
  const progress = context.log.progress('reading events');
  try {
    for await (const event of importEvents(createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY }))) {
      events.push(event);
      progress.update(events.length);
    }
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    throw new UsageError(`"${printable(file)}" cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}`);
  } finally {
    progress.end();
  }
  const repository = await openRepository(resolve(cwd, options.repo));
  const store = await openLocal(repository, context);
  try {
    if (!store.persistent) throw new CannotRunError(`${printable(store.path)} cannot be written`);
    const { added, known, conflicting, expired } = await store.update((target) => target.merge(events));
    context.answer({ added, known, conflicting, expired }, () => [
      `${counted(added, 'event')} added, ${known} already there, ${expired} older than the store keeps`,
    ]);
    if (conflicting > 0)
      context.log.warn(`${counted(conflicting, 'event')} differ from those of the same key in the store`);
  } finally {
    await store.close();
  }
  return exitStatus.done;
}

async function openExisting(options: StoreOptions, context: Context): Promise<LocalStore> {
  return openLocal((await existingStore(options, context)).repository, context);
}

/** @throws UsageError when nothing was ever kept there: reading must not make a store */
async function existingStore(
  options: StoreOptions,
  { surroundings }: Context,
): Promise<{ repository: Repository; path: string }> {
  const repository = await openRepository(resolve(surroundings.cwd, options.repo));
  const path = storePath(repository);
  if (!existsSync(dirname(path))) {
    throw new UsageError(`there is no learning store in ${printable(repository.root)} yet; hone run makes one`);
  }
  return { repository, path };
}

function openLocal(repository: Repository, { clock, log }: Context): Promise<LocalStore> {
  return openLocalStore(repository.root, { repository: repository.name, clock, log });
}
