import { createHash } from 'node:crypto';

/** Hex digest. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** `<file>.sha256`, beside the file. */
export function checksumPath(path: string): string {
  return `${path}.sha256`;
}

/** One line as `sha256sum` writes and checks it. `name` is the file's base name. */
export function formatChecksum(digest: string, name: string): string {
  return `${digest}  ${name}\n`;
}

/** The digest in a text as {@link formatChecksum} writes it; undefined when the text is something else. */
export function parseChecksum(text: string): string | undefined {
  return /^([0-9a-f]{64}) [ *][^\n]+\n?$/.exec(text)?.[1];
}
