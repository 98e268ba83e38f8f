import { printable } from '../base/printable.ts';
import { counted, fileSize } from '../render/layout.ts';
import type { Style } from '../render/style.ts';
import type { KeptStore } from './session.ts';

/** The last line of a report: where it is all kept. */
export function storeLine(kept: KeptStore | undefined, style: Style): string {
  if (!kept) return style.dim('Nothing of this run is kept.');
  return style.dim(`Kept in ${printable(kept.path)}: ${counted(kept.events, 'event')}, ${fileSize(kept.bytes)}`);
}
