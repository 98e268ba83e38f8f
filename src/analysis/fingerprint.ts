import { createHash } from 'node:crypto';

/**
 * Stable identity of a finding: rule, file (its new name), the flagged code without layout, and which occurrence of
 * exactly this code in the file it is. Line numbers are left out, so that lines above may come and go.
 *
 * @returns 16 hexadecimal digits
 */
export function fingerprint(rule: string, file: string, code: string, occurrence: number): string {
  const text = JSON.stringify([rule, file, code, occurrence]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
