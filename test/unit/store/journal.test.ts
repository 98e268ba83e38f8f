import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import { CorruptJournalError, eventKind, openJournal, readJournal } from '../../../src/store/index.ts';

const note = eventKind<{ text: string; n?: number }>('note', 2);
const stream = { repository: 'octo/repo', runId: '7', attempt: 1, job: 'test' };
const clock = { now: () => 1_700_000_000_000 };
let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hone-journal-'));
  path = join(directory, 'deep', 'run.jsonl');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function record(...texts: string[]): void {
  const journal = openJournal(path, stream, clock);
  for (const text of texts) journal.record(note, { text });
  journal.close();
}

describe('journal', () => {
  it('gives back what was recorded, in every state of the file', () => {
    const journal = openJournal(path, stream, clock);
    journal.record(note, { text: 'line\nbreak \u2028 "}' });
    const expected = {
      key: { ...stream, sequence: 0 },
      at: 1_700_000_000_000,
      kind: 'note',
      version: 2,
      data: { text: 'line\nbreak \u2028 "}' },
    };
    expect(readJournal(path)).toEqual({ stream, events: [expected], torn: false, damaged: [], writer: 'alive' });
    journal.close();
    expect(readJournal(path)).toEqual({ stream, events: [expected], torn: false, damaged: [], writer: 'gone' });
    expect(() => journal.record(note, { text: 'late' })).toThrow(/closed/);
  });

  it('continues the sequence of an existing file', () => {
    record('a', 'b');
    record('c');
    expect(readJournal(path).events.map(({ key, data }) => [key.sequence, data.text])).toEqual([
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
    ]);
  });

  it('refuses to mix two streams in one file', () => {
    record('a');
    expect(() => openJournal(path, { ...stream, attempt: 2 }, clock)).toThrow(UsageError);
  });

  it('cut off anywhere loses the last event at most, says so, and can go on', () => {
    fc.assert(
      fc.property(fc.nat(), (cut) => {
        rmSync(path, { force: true });
        const journal = openJournal(path, stream, clock);
        const lengths = ['a', 'b', 'c'].map((text) => {
          journal.record(note, { text });
          return readFileSync(path).length;
        });
        const title = readFileSync(path, 'utf8').indexOf('\n') + 1;
        journal.close();
        const length = title + (cut % ((lengths[2] ?? 0) - title + 1));
        truncateSync(path, length);
        const { events, torn, damaged } = readJournal(path);
        expect(events).toHaveLength(lengths.filter((end) => end <= length).length);
        expect(torn).toBe(length !== title && !lengths.includes(length));
        expect(damaged).toEqual([]);
        record('next');
        const after = readJournal(path);
        expect(after.torn).toBe(false);
        expect(after.events.map(({ key }) => key.sequence)).toEqual([...events.keys(), events.length]);
      }),
      { numRuns: 60 },
    );
  });

  it('never takes a flipped bit for a fact', () => {
    record('first', 'second', 'third');
    const good = readFileSync(path);
    const events = readJournal(path).events.map((event) => JSON.stringify(event));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(7), (byte, bit) => {
        const broken = Buffer.from(good);
        broken[byte] = (broken[byte] ?? 0) ^ (1 << bit);
        writeFileSync(path, broken);
        const read = readJournal(path);
        const kept = read.events.map((event) => JSON.stringify(event));
        expect(kept.every((event) => events.includes(event))).toBe(true);
        expect(kept.length).toBeGreaterThanOrEqual(events.length - 2);
        expect(read.damaged.length > 0 || read.torn).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a damaged number to no other event', () => {
    record('first', 'second');
    const text = readFileSync(path, 'utf8').replace('second', 'sekond');
    writeFileSync(path, text);
    record('third');
    const { events, damaged } = readJournal(path);
    expect(damaged).toEqual([3]);
    expect(events.map(({ key, data }) => [key.sequence, data.text])).toEqual([
      [0, 'first'],
      [2, 'third'],
    ]);
  });

  it('whose title is damaged keeps its events, and may still be written to', () => {
    const journal = openJournal(path, stream, clock);
    journal.record(note, { text: 'first' });
    journal.record(note, { text: 'second' });
    writeFileSync(path, readFileSync(path, 'utf8').replace('"journal"', '"jurnal"'));
    const { stream: owner, events, damaged, writer } = readJournal(path);
    expect([owner, events.map(({ data }) => data.text), damaged, writer]).toEqual([
      stream,
      ['first', 'second'],
      [1],
      'unknown',
    ]);
    journal.close();
  });

  it('without a readable line is corrupt', () => {
    record();
    writeFileSync(path, 'nonsense\n');
    appendFileSync(path, '{"sequence":0}\n');
    expect(() => readJournal(path)).toThrow(CorruptJournalError);
    expect(() => openJournal(path, stream, clock)).toThrow(CorruptJournalError);
  });

  it('whose process was killed before the first line is begun again', () => {
    record();
    for (const text of ['', '{"journal":1,"str']) {
      writeFileSync(path, text);
      expect(() => readJournal(path)).toThrow(expect.objectContaining({ blank: true }));
      record('a');
      expect(readJournal(path)).toMatchObject({ torn: false, damaged: [], events: [{ data: { text: 'a' } }] });
    }
  });
});
