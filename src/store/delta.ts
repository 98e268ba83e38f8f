import { createHash } from 'node:crypto';
import { type Batch, encodeBatch } from './batch.ts';
import { type Block, eventAt, readHead } from './block.ts';
import { ByteReader, ByteWriter, MalformedBytesError } from './bytes.ts';
import { Dictionary } from './dictionary.ts';
import { CorruptDeltaError, NewerFormatError } from './errors.ts';
import type { StoredEvent, StreamKey } from './event.ts';

const MAGIC = new TextEncoder().encode('honedelta');
const FORMAT = 1;
const DIGEST_BYTES = 32;

/** A delta larger than this is refused: no run of Hone records that much. */
export const MAX_DELTA_BYTES = 256 * 2 ** 20;

/**
 * A job's own events as one immutable, self-checking file: `honedelta`, SHA-256 of the rest, format, dictionary, blocks.
 *
 * @throws TypeError when an event is not one
 */
export function encodeDelta(events: Iterable<StoredEvent>): Uint8Array {
  const { dictionary, blocks } = encodeBatch(events);
  const writer = new ByteWriter();
  writer.uint(FORMAT);
  writer.text(JSON.stringify(dictionary.from(0)));
  writer.uint(blocks.length);
  for (const { stream, head, body } of blocks) {
    writer.text(JSON.stringify([stream.repository, stream.runId, stream.attempt, stream.job]));
    writer.uint(head.length);
    writer.raw(head);
    writer.uint(body.length);
    writer.raw(body);
  }
  const content = writer.view();
  return Buffer.concat([MAGIC, createHash('sha256').update(content).digest(), content]);
}

/** @throws CorruptDeltaError, NewerFormatError */
export function decodeDelta(bytes: Uint8Array): StoredEvent[] {
  const { dictionary, blocks } = openDelta(bytes);
  const events: StoredEvent[] = [];
  return corruptUnless(() => {
    for (const { stream, head, body } of blocks) {
      const columns = readHead(head, body.length);
      for (let i = 0; i < columns.count; i++) {
        events.push(eventAt(stream, columns, body, i, dictionary));
      }
    }
    return events;
  });
}

/** Whose events a delta holds; what is inside its blocks is not read. @throws CorruptDeltaError, NewerFormatError */
export function streamsOfDelta(bytes: Uint8Array): StreamKey[] {
  return [...openDelta(bytes).blocks].map((block) => block.stream);
}

/** The blocks of a delta whose frame and checksum are good; their insides are still to be checked by who reads them. */
export function openDelta(bytes: Uint8Array): Batch {
  if (bytes.length > MAX_DELTA_BYTES) {
    throw new CorruptDeltaError(`a delta of ${bytes.length} bytes is larger than the allowed ${MAX_DELTA_BYTES}`);
  }
  const start = MAGIC.length + DIGEST_BYTES;
  if (bytes.length < start || !MAGIC.every((byte, i) => bytes[i] === byte)) {
    throw new CorruptDeltaError('the bytes are not a delta');
  }
  const content = bytes.subarray(start);
  const digest = createHash('sha256').update(content).digest();
  if (!digest.equals(bytes.subarray(MAGIC.length, start))) {
    throw new CorruptDeltaError('the delta does not match its SHA-256');
  }
  return corruptUnless(() => readContent(content));
}

function readContent(content: Uint8Array): Batch {
  const reader = new ByteReader(content);
  const format = reader.uint();
  if (format !== FORMAT) throw new NewerFormatError('delta', format, FORMAT);
  const texts = parse(reader.text());
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string')) {
    throw new MalformedBytesError('the dictionary is not a list of texts');
  }
  const count = reader.uint();
  const blocks: Block[] = [];
  for (let i = 0; i < count; i++) {
    const key = parse(reader.text());
    if (!Array.isArray(key) || key.length !== 4) throw new MalformedBytesError('the key of a stream is malformed');
    const [repository, runId, attempt, job] = key as unknown[];
    if (
      typeof repository !== 'string' ||
      typeof runId !== 'string' ||
      !Number.isSafeInteger(attempt) ||
      (attempt as number) < 0 ||
      typeof job !== 'string'
    ) {
      throw new MalformedBytesError('the key of a stream is malformed');
    }
    const stream = { repository, runId, attempt: attempt as number, job };
    blocks.push({ stream, head: reader.take(reader.uint()), body: reader.take(reader.uint()) });
  }
  if (reader.position !== content.length) throw new MalformedBytesError('there are bytes after the last block');
  return { dictionary: new Dictionary(texts), blocks };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new MalformedBytesError('a part of the delta is not JSON');
  }
}

/** What is malformed inside a delta makes it a corrupt delta. */
export function corruptUnless<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedBytesError) throw new CorruptDeltaError(`the delta is malformed: ${error.message}`);
    throw error;
  }
}
