import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { CannotRunError } from '../../../src/base/errors.ts';
import { type Log, silentLog } from '../../../src/base/log.ts';
import { eventKind, type LocalStore, NewerFormatError, openLocalStore, sha256 } from '../../../src/store/index.ts';
import { typescriptNode } from '../../support/node.ts';

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));
const note = eventKind<{ writer: string; n: number }>('note');

let root: string;
let warnings: string[];
let log: Log;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hone-local-'));
  warnings = [];
  log = { ...silentLog, warn: (message) => warnings.push(message) };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = (): Promise<LocalStore> => openLocalStore(root, { repository: 'octo/repo', clock: systemClock, log });
const hone = (name: string): string => join(root, '.hone', name);

async function writeNotes(writer: string, count: number): Promise<void> {
  const store = await open();
  for (let n = 0; n < count; n++) store.recorder('write').record(note, { writer, n });
  expect(await store.save()).toMatchObject({ persisted: true });
  await store.close();
}

async function notes(): Promise<string[]> {
  const store = await open();
  const found = [...store.events({ kinds: [note] })].map(({ data }) => `${data.writer}${data.n}`);
  await store.close();
  return found;
}

/** Starts a writer; `lines` are what it has printed so far. */
function startWriter(
  name: string,
  events: number,
  saves: number,
): { child: ChildProcess; lines: string[]; ended: Promise<unknown> } {
  const { command, flags } = typescriptNode();
  const child = spawn(command, [...flags, WRITER, root, name, String(events), String(saves)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => lines.push(line));
  return { child, lines, ended: once(child, 'close') };
}

describe('local store', () => {
  it('keeps what was recorded, for this process and the next', async () => {
    const store = await open();
    store.recorder('write').record(note, { writer: 'a', n: 0 });
    expect([...store.events()]).toHaveLength(1);
    const saved = await store.save();
    expect(saved).toEqual({ persisted: true, events: 1, bytes: readFileSync(store.path).length });
    store.recorder('write').record(note, { writer: 'a', n: 1 });
    await store.save();
    await store.close();
    expect(await notes()).toEqual(['a0', 'a1']);
    expect(readFileSync(hone('.gitignore'), 'utf8')).toBe('*\n');
    expect(readFileSync(hone('store.db.sha256'), 'utf8')).toBe(`${sha256(readFileSync(hone('store.db')))}  store.db\n`);
    expect(readdirSync(hone('journal'))).toEqual([]);
    expect(readdirSync(hone('.')).sort()).toEqual([
      '.gitignore',
      'journal',
      'store.db',
      'store.db.bak',
      'store.db.bak.sha256',
      'store.db.sha256',
    ]);
    expect(warnings).toEqual([]);
  });

  it('keeps what a process recorded and never saved', async () => {
    const store = await open();
    store.recorder('write').record(note, { writer: 'a', n: 0 });
    await store.close();
    expect(await notes()).toEqual(['a0']);
    await writeNotes('b', 1);
    expect(readdirSync(hone('journal'))).toEqual([]);
    expect((await notes()).sort()).toEqual(['a0', 'b0']);
  });

  it('changes the latest file in an update, not the one it had read', async () => {
    const first = await open();
    await writeNotes('b', 2);
    const count = await first.update((store) => {
      store.markIngested(['7']);
      return store.count();
    });
    expect(count).toBe(2);
    await first.close();
    expect(await notes()).toHaveLength(2);
  });

  it('two processes at once lose nothing', async () => {
    const writers = ['a', 'b', 'c'].map((name) => startWriter(name, 30, 6));
    await Promise.all(writers.map(({ ended }) => ended));
    const found = await notes();
    expect(found).toHaveLength(90);
    expect(new Set(found).size).toBe(90);
    expect(warnings).toEqual([]);
    expect(readdirSync(hone('journal'))).toEqual([]);
  });

  it('kill -9 at any point loses at most the event being written', async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < 14; round++) {
      const writer = startWriter(`r${round}-`, 400, 80);
      // The first line comes after start-up, so that the kill falls into recording and saving.
      while (writer.lines.length === 0 && writer.child.exitCode === null) await sleep(2);
      await sleep(round * 9);
      writer.child.kill('SIGKILL');
      await writer.ended;
      for (const line of writer.lines) {
        if (line.startsWith('recorded')) acknowledged.add(`r${round}-${line.slice('recorded '.length)}`);
      }
    }
    const found = await notes();
    expect(new Set(found).size).toBe(found.length);
    expect([...acknowledged].filter((name) => !found.includes(name))).toEqual([]);
    expect(found.length - acknowledged.size).toBeLessThanOrEqual(14);
    expect(acknowledged.size).toBeGreaterThan(14);
    await writeNotes('last', 1);
    expect(readdirSync(hone('journal')).filter((name) => readFileSync(hone(`journal/${name}`)).includes('\n'))).toEqual(
      [],
    );
    expect(readdirSync(hone('.')).filter((name) => name.includes('tmp-') || name.endsWith('.lock'))).toEqual([]);
    expect(warnings.filter((warning) => !warning.includes('cut off'))).toEqual([]);
  });

  it('rebuilds after a flipped bit or a cut anywhere in any one file, and says so', async () => {
    await writeNotes('a', 20);
    await writeNotes('b', 20);
    const names = ['store.db', 'store.db.bak', 'store.db.sha256', 'store.db.bak.sha256'];
    const good = new Map(names.map((name) => [name, readFileSync(hone(name))]));
    for (let round = 0; round < 40; round++) {
      for (const [name, bytes] of good) writeFileSync(hone(name), bytes);
      const name = names[round % names.length] ?? '';
      const size = good.get(name)?.length ?? 0;
      const at = Math.floor(((round * 0.618) % 1) * size);
      if (round % 3 === 0) truncateSync(hone(name), at);
      else {
        const bytes = Buffer.from(good.get(name) ?? []);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8));
        writeFileSync(hone(name), bytes);
      }
      warnings.length = 0;
      expect(await notes()).toHaveLength(40);
      if (name === 'store.db') {
        expect(warnings.join()).toMatch(
          /store\.db does not match its SHA-256 \(kept as .*\); rebuilt from store\.db\.bak/,
        );
        expect(sha256(readFileSync(hone('store.db')))).toBe(readFileSync(hone('store.db.sha256'), 'utf8').slice(0, 64));
      }
      await writeNotes('c', 1);
      expect(await notes()).toHaveLength(41);
    }
  });

  it('rebuilds from the mirror and the journal when both a kill and a flipped bit came', async () => {
    await writeNotes('a', 5);
    const store = await open();
    store.recorder('write').record(note, { writer: 'b', n: 0 });
    await store.close();
    truncateSync(hone('store.db'), 100);
    expect(await notes()).toHaveLength(6);
  });

  it('with every copy damaged stops, keeps the file and never starts anew by itself', async () => {
    await writeNotes('a', 5);
    truncateSync(hone('store.db'), 5000);
    truncateSync(hone('store.db.bak'), 100);
    await expect(open()).rejects.toThrow(CannotRunError);
    const kept = readdirSync(hone('.')).filter((name) => name.startsWith('store.db.corrupt-'));
    expect(kept).toHaveLength(1);
    expect(readFileSync(hone(kept[0] ?? ''))).toHaveLength(5000);
    await expect(open()).rejects.toThrow(
      /put back a copy of store\.db, or delete .*store\.db\* to start with an empty store/,
    );
    for (const name of readdirSync(hone('.'))) if (name.startsWith('store.db')) rmSync(hone(name));
    expect(await notes()).toEqual([]);
  });

  it('accepts a file without a checksum only after reading all of it', async () => {
    await writeNotes('a', 5);
    for (const name of ['store.db.sha256', 'store.db.bak', 'store.db.bak.sha256']) rmSync(hone(name));
    expect(await notes()).toHaveLength(5);
    expect(warnings.join()).toMatch(/had no SHA-256 beside it/);
  });

  it('leaves the file of a newer Hone alone', async () => {
    await writeNotes('a', 5);
    const newer = readFileSync(hone('store.db'));
    newer.writeUInt32BE(99, 60);
    for (const name of ['store.db', 'store.db.bak']) {
      writeFileSync(hone(name), newer);
      writeFileSync(hone(`${name}.sha256`), `${sha256(newer)}  ${name}\n`);
    }
    await expect(open()).rejects.toThrow(NewerFormatError);
    expect(readFileSync(hone('store.db'))).toEqual(newer);
    expect(readdirSync(hone('.')).filter((name) => name.includes('corrupt'))).toEqual([]);
  });

  it.each([
    ['a file is in the way', () => writeFileSync(join(root, '.hone'), 'mine')],
    [
      'it is a symbolic link',
      () => {
        mkdirSync(join(root, 'elsewhere'));
        symlinkSync(join(root, 'elsewhere'), join(root, '.hone'));
      },
    ],
  ])('works in memory when %s, and says so', async (_, obstruct) => {
    obstruct();
    const store = await open();
    expect(store.persistent).toBe(false);
    expect(warnings.join()).toMatch(/cannot be written \(.+\): nothing recorded now will be kept/);
    store.recorder('write').record(note, { writer: 'a', n: 0 });
    expect([...store.events()]).toHaveLength(1);
    expect(await store.save()).toMatchObject({ persisted: false, reason: expect.any(String) });
    await expect(store.update(() => 0)).rejects.toThrow(CannotRunError);
    await store.close();
    expect(existsSync(join(root, 'elsewhere', 'store.db'))).toBe(false);
  });

  it('leaves a journal alone that another process is about to begin', async () => {
    await writeNotes('a', 1);
    writeFileSync(hone('journal/new.jsonl'), '');
    await writeNotes('b', 1);
    expect(readdirSync(hone('journal'))).toEqual(['new.jsonl']);
    expect(warnings).toEqual([]);
    const old = Date.now() / 1000 - 61;
    utimesSync(hone('journal/new.jsonl'), old, old);
    expect(await notes()).toHaveLength(2);
    expect(readdirSync(hone('journal'))).toEqual([]);
  });

  it('sets a journal aside that nobody can read, and goes on', async () => {
    await writeNotes('a', 1);
    copyFileSync(hone('store.db'), hone('journal/odd.jsonl'));
    expect(await notes()).toEqual(['a0']);
    expect(warnings.join()).toMatch(/kept as odd\.jsonl\.corrupt/);
    expect(readdirSync(hone('journal'))).toEqual(['odd.jsonl.corrupt']);
  });
});
