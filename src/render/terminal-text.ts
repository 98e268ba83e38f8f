import stringWidth from 'string-width';

/** Columns that `text` takes on a terminal; colour sequences take none. */
export function textWidth(text: string): number {
  return stringWidth(text);
}

/** Shortens plain text (no colour sequences) to at most `width` columns, the last of them an ellipsis. */
export function truncate(text: string, width: number, ellipsis = '…'): string {
  if (textWidth(text) <= width) return text;
  const room = width - textWidth(ellipsis);
  if (room < 0) return '';
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += textWidth(segment);
    if (used > room) break;
    kept += segment;
  }
  return kept.trimEnd() + ellipsis;
}

/** Shortens a path from the left, where it says least, to at most `width` columns. */
export function truncatePath(path: string, width: number, ellipsis = '…'): string {
  if (textWidth(path) <= width) return path;
  const parts = path.split('/');
  for (let i = 1; i < parts.length; i++) {
    const tail = `${ellipsis}/${parts.slice(i).join('/')}`;
    if (textWidth(tail) <= width) return tail;
  }
  return truncate(parts.at(-1) ?? path, width, ellipsis);
}

/** Pads on the right (or left, for numbers) to `width` columns; counts columns, not characters. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const gap = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'right' ? text + gap : gap + text;
}

/** Breaks plain text at spaces into lines of at most `width` columns; a longer word stands alone, cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = truncate(word, width);
  }
  lines.push(line);
  return lines;
}
