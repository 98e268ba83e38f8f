import type { Files } from '../store/sync/index.ts';
import { RefusedArtifactError } from '../store/sync/index.ts';

export interface ArchiveLimits {
  readonly files: number;
  /** Of all files together, unpacked. */
  readonly bytes: number;
}

const typeMask = 0o170000;
const regular = 0o100000;

/**
 * Unpacks a zip archive into memory. Nothing of it becomes a path: names must be plain, so that folders, `..`, absolute
 * paths and links are refused.
 *
 * @throws RefusedArtifactError
 */
export async function readArchive(archive: Buffer, limits: ArchiveLimits): Promise<Files> {
  const { fromBufferPromise } = await import('yauzl');
  const files = new Map<string, Uint8Array>();
  let room = limits.bytes;
  try {
    const zip = await fromBufferPromise(archive, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      const name = JSON.stringify(entry.fileName);
      if (!/^[A-Za-z0-9][\w.-]*$/.test(entry.fileName)) throw new RefusedArtifactError(`it holds a file named ${name}`);
      const type = (entry.externalFileAttributes >>> 16) & typeMask;
      if (type !== 0 && type !== regular) throw new RefusedArtifactError(`${name} in it is not a regular file`);
      if (files.has(entry.fileName)) throw new RefusedArtifactError(`it holds ${name} twice`);
      if (files.size === limits.files) throw new RefusedArtifactError(`it holds more than ${limits.files} files`);
      if (entry.uncompressedSize > room) {
        throw new RefusedArtifactError(`it unpacks to more than the allowed ${limits.bytes} bytes`);
      }
      room -= entry.uncompressedSize;
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      files.set(entry.fileName, Buffer.concat(chunks));
    }
  } catch (thrown) {
    if (thrown instanceof RefusedArtifactError) throw thrown;
    throw new RefusedArtifactError(`it is not a sound zip archive (${String(thrown)})`);
  }
  return files;
}
