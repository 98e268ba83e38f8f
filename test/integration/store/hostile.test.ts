import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { CannotRunError } from '../../../src/base/errors.ts';
import { type Log, silentLog } from '../../../src/base/log.ts';
import { eventKind, openLocalStore } from '../../../src/store/index.ts';

const note = eventKind<{ n: number }>('note');
let place: string;
let root: string;
let outside: string;
let warnings: string[];
let log: Log;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'hone-hostile-'));
  root = join(place, 'repository');
  outside = join(place, 'outside');
  for (const directory of [root, outside]) mkdirSync(directory);
  writeFileSync(join(outside, 'data.jsonl'), 'precious\n');
  warnings = [];
  log = { ...silentLog, warn: (message) => warnings.push(message) };
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const hone = (name: string): string => join(root, '.hone', name);

/** Records and saves as any command does. */
async function use(): Promise<boolean> {
  const store = await openLocalStore(root, { repository: 'octo/repo', clock: systemClock, log });
  try {
    store.recorder('test').record(note, { n: 1 });
    expect([...store.events({ kinds: [note] })]).toHaveLength(1);
    return (await store.save()).persisted;
  } finally {
    await store.close();
  }
}

function expectOutsideUntouched(): void {
  expect(readdirSync(outside)).toEqual(['data.jsonl']);
  expect(readFileSync(join(outside, 'data.jsonl'), 'utf8')).toBe('precious\n');
}

describe('a repository that brings its own .hone', () => {
  it.each(['.hone', '.hone/journal'])('cannot lead Hone outside by a link named %s', async (name) => {
    if (name !== '.hone') mkdirSync(hone(''));
    symlinkSync(outside, join(root, name));
    expect(await use()).toBe(false);
    expect(warnings.join()).toMatch(/is a symbolic link, which is not followed/);
    expectOutsideUntouched();
  });

  it('cannot have a file written outside by a dangling link', async () => {
    mkdirSync(hone(''));
    for (const name of ['.gitignore', 'store.db.sha256', 'store.db.bak.sha256'])
      symlinkSync(join(outside, name), hone(name));
    expect(await use()).toBe(true);
    expectOutsideUntouched();
  });

  it('cannot make Hone read a device for ever', async () => {
    mkdirSync(hone('journal'), { recursive: true });
    symlinkSync('/dev/zero', hone('journal/a.jsonl'));
    symlinkSync('/dev/zero', hone('store.db.sha256'));
    expect(await use()).toBe(true);
  });

  it.each(['a directory', 'a device'])('with %s for a store: one sentence, and it is set aside', async (what) => {
    mkdirSync(hone(''));
    if (what === 'a directory') mkdirSync(hone('store.db'));
    else symlinkSync('/dev/zero', hone('store.db'));
    const attempt = use();
    await expect(attempt).rejects.toThrow(CannotRunError);
    await expect(attempt).rejects.toThrow(/store\.db is not a regular file \(kept as store\.db\.corrupt-/);
    expect(existsSync(hone('store.db'))).toBe(false);
  });

  it('with a directory in the way of a file: one sentence that says where the events are', async () => {
    mkdirSync(hone('store.db.sha256/x'), { recursive: true });
    const attempt = use();
    await expect(attempt).rejects.toThrow(CannotRunError);
    await expect(attempt).rejects.toThrow(/what was recorded is in .*journal/);
    expect(readdirSync(hone('journal'))).toHaveLength(1);
  });
});
