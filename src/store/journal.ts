import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Clock } from '../base/clock.ts';
import { CannotRunError, messageOf, UsageError } from '../base/errors.ts';
import type { Json, JsonObject } from '../base/json.ts';
import { CorruptJournalError } from './errors.ts';
import type { EventKind, Recorder, StoredEvent, StreamKey } from './event.ts';
import { streamId, streamOf } from './key.ts';
import { type Liveness, livenessOf, parseProcessId, thisProcess } from './process.ts';

const FORMAT = 1;

export interface Journal extends Recorder {
  readonly path: string;
  readonly stream: StreamKey;
  /** Records, and returns the event as a reader of the journal will see it. */
  append<T extends object>(kind: EventKind<T>, data: T): StoredEvent;
  /** Marks the journal as finished, forces it to the disk and closes it. Recording afterwards throws. */
  close(): void;
}

export interface JournalContent {
  readonly stream: StreamKey;
  readonly events: StoredEvent[];
  /** The last line was cut off in the middle: the one event that was being written is lost. */
  readonly torn: boolean;
  /** Numbers, from 1, of lines that fail their checksum; their events are lost. */
  readonly damaged: readonly number[];
  /** The process that opened it last; gone when the journal was closed. */
  readonly writer: Liveness;
}

interface Parsed extends JournalContent {
  /** Length of the whole lines, in bytes. */
  readonly wholeBytes: number;
  readonly nextSequence: number;
}

/** A line is a JSON object that ends with the CRC-32 of what stands before it: a flipped bit must not become a fact. */
function line(fields: JsonObject): string {
  const json = JSON.stringify(fields).slice(0, -1);
  return `${json},"crc":"${crc32(json).toString(16).padStart(8, '0')}"}\n`;
}

/** The fields of a line, or undefined when it is not as {@link line} made it. */
function parseLine(text: string): JsonObject | undefined {
  const match = /^(\{.*),"crc":"([0-9a-f]{8})"\}$/s.exec(text);
  if (!match?.[1] || crc32(match[1]) !== Number.parseInt(match[2] ?? '', 16)) return undefined;
  try {
    return JSON.parse(`${match[1]}}`) as JsonObject;
  } catch {
    return undefined;
  }
}

/**
 * Opens the journal of a stream, or continues it when the file exists (a post step after its main step).
 *
 * @throws UsageError when the file belongs to another stream, CannotRunError when it cannot be written,
 * CorruptJournalError
 */
export function openJournal(path: string, stream: StreamKey, clock: Clock): Journal {
  let file: number;
  let sequence = 0;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const before = parseExisting(path);
    if (before && streamId(before.stream) !== streamId(stream)) {
      throw new UsageError(`the journal ${path} belongs to ${streamId(before.stream)}, not to ${streamId(stream)}`);
    }
    file = openSync(path, 'a');
    // What was torn would otherwise spoil the line that comes next.
    ftruncateSync(file, before?.wholeBytes ?? 0);
    sequence = before?.nextSequence ?? 0;
    write(file, title(stream, { ...thisProcess() }));
  } catch (error) {
    if (error instanceof UsageError || error instanceof CorruptJournalError) throw error;
    throw new CannotRunError(`the journal ${path} cannot be written: ${messageOf(error)}`);
  }
  // On every line, so that no damage to one of them takes the others along.
  const owned = { ...streamOf(stream) };
  let open = true;
  const append = <T extends object>({ kind, version }: EventKind<T>, data: T): StoredEvent => {
    if (!open) throw new Error(`the journal ${path} is closed`);
    const event = { sequence, at: clock.now(), kind, version, data: data as unknown as Json };
    const text = line({ stream: owned, ...event });
    try {
      write(file, text);
    } catch (error) {
      throw new CannotRunError(`the journal ${path} cannot be written: ${messageOf(error)}`);
    }
    const { at } = event;
    return { key: { ...streamOf(stream), sequence: sequence++ }, at, kind, version, data: asRead(data) };
  };
  return {
    path,
    stream,
    append,
    record(kind, data) {
      append(kind, data);
    },
    close() {
      if (!open) return;
      open = false;
      try {
        write(file, title(stream, null));
        fsyncSync(file);
      } catch (error) {
        throw new CannotRunError(`the journal ${path} cannot be closed: ${messageOf(error)}`);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** The line that says whose events follow, and which process writes them; none once the journal is closed. */
function title(stream: StreamKey, owner: JsonObject | null): string {
  return line({ journal: FORMAT, stream: { ...streamOf(stream) }, owner });
}

/** Data as it comes back from JSON: without undefined members, for one. */
export function asRead(data: object): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}

/** One call for one line, so that a kill between two calls cannot cut it. */
function write(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** @throws CorruptJournalError when no line says whose events these are */
export function readJournal(path: string): JournalContent {
  const { stream, events, torn, damaged, writer } = parseJournal(path);
  return { stream, events, torn, damaged, writer };
}

/** Undefined when there is no journal yet, or its process was killed before the first line. */
function parseExisting(path: string): Parsed | undefined {
  try {
    return existsSync(path) ? parseJournal(path) : undefined;
  } catch (error) {
    if (error instanceof CorruptJournalError && error.blank) return undefined;
    throw error;
  }
}

function parseJournal(path: string): Parsed {
  const bytes = readFileSync(path);
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1);
  let stream: StreamKey | undefined;
  // Without a title nobody knows who writes it: it may be alive.
  let writer: Liveness = 'unknown';
  const records: JsonObject[] = [];
  const damaged: number[] = [];
  lines.forEach((text, i) => {
    const fields = parseLine(text);
    if (!fields) {
      damaged.push(i + 1);
      return;
    }
    stream = streamIn(fields) ?? stream;
    if ('journal' in fields) {
      // Whoever continues or closes a journal writes its title again.
      const owner = parseProcessId(fields.owner);
      writer = owner ? livenessOf(owner) : 'gone';
    } else records.push(fields);
  });
  if (!stream)
    throw new CorruptJournalError(`no line of the journal ${path} says whose events it holds`, wholeBytes === 0);
  const key = stream;
  const events = records.flatMap((fields) => eventIn(fields, key));
  return {
    stream,
    writer,
    events,
    torn: wholeBytes < bytes.length,
    damaged,
    wholeBytes,
    // A damaged line had a number too, which nobody may use again.
    nextSequence: Math.max(events.length + damaged.length, (events.at(-1)?.key.sequence ?? -1) + 1),
  };
}

function streamIn({ stream }: JsonObject): StreamKey | undefined {
  if (typeof stream !== 'object' || stream === null || Array.isArray(stream)) return undefined;
  const { repository, runId, attempt, job } = stream;
  const valid =
    typeof repository === 'string' &&
    typeof runId === 'string' &&
    typeof attempt === 'number' &&
    typeof job === 'string';
  return valid ? { repository, runId, attempt, job } : undefined;
}

function eventIn(fields: JsonObject, stream: StreamKey): StoredEvent[] {
  const { sequence, at, kind, version, data } = fields;
  const valid =
    typeof sequence === 'number' &&
    typeof at === 'number' &&
    typeof kind === 'string' &&
    typeof version === 'number' &&
    typeof data === 'object' &&
    data !== null &&
    !Array.isArray(data);
  return valid ? [{ key: { ...stream, sequence }, at, kind, version, data }] : [];
}
