import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/github/archive.ts';

interface Entry {
  readonly name: string;
  readonly content: string;
  /** Unix file type and permissions. */
  readonly mode?: number;
  readonly claimedSize?: number;
}

/** A zip archive, byte by byte, so that it can lie. */
function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644, claimedSize } of entries) {
    const packed = deflateRawSync(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claimedSize ?? Buffer.byteLength(content), 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 3]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), made, shared, rest, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}

const limits = { files: 3, bytes: 1_000 };

test('files come back as they were packed', async () => {
  const files = await readArchive(
    zip([
      { name: 'manifest.json', content: '{}' },
      { name: 'carried-12.delta', content: 'x'.repeat(500) },
    ]),
    limits,
  );
  expect([...files].map(([name, bytes]) => [name, bytes.length])).toEqual([
    ['manifest.json', 2],
    ['carried-12.delta', 500],
  ]);
});

describe('refused', () => {
  const hostile: Record<string, [Entry[], RegExp]> = {
    'a name that climbs out': [[{ name: '../store.db', content: 'x' }], /sound zip|named/],
    'an absolute name': [[{ name: '/etc/passwd', content: 'x' }], /sound zip|named/],
    'a Windows path': [[{ name: 'C:\\x', content: 'x' }], /sound zip|named/],
    'a folder': [[{ name: 'folder/', content: '' }], /named "folder\/"/],
    'a file in a folder': [[{ name: 'folder/file', content: 'x' }], /named/],
    'a hidden file': [[{ name: '.bashrc', content: 'x' }], /named/],
    'a link': [[{ name: 'store.db', content: '/etc/passwd', mode: 0o120777 }], /not a regular file/],
    'the same name twice': [
      [
        { name: 'a', content: 'x' },
        { name: 'a', content: 'y' },
      ],
      /twice/,
    ],
    'too many files': [['a', 'b', 'c', 'd'].map((name) => ({ name, content: 'x' })), /more than 3 files/],
    'more than it may unpack to': [[{ name: 'a', content: 'x'.repeat(1_001) }], /more than the allowed 1000 bytes/],
    'more than it says': [[{ name: 'a', content: 'x'.repeat(100_000), claimedSize: 10 }], /sound zip/],
  };
  for (const [what, [entries, message]] of Object.entries(hostile)) {
    test(what, async () => {
      await expect(readArchive(zip(entries), limits)).rejects.toThrow(message);
      await expect(readArchive(zip(entries), limits)).rejects.toHaveProperty('name', 'RefusedArtifactError');
    });
  }

  test('bytes that are no archive, or part of one', async () => {
    const whole = zip([{ name: 'a', content: 'x'.repeat(300) }]);
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), whole.subarray(0, whole.length - 8)]) {
      await expect(readArchive(bytes, limits)).rejects.toThrow(/sound zip/);
    }
  });
});
