import type { Style } from './style.ts';
import { pad } from './terminal-text.ts';

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const asciiBlocks = ['_', '.', '-', '=', '+', '*', '%', '#'];
const shades = ['·', '░', '▒', '▓', '█'];
const asciiShades = ['.', '-', '+', '*', '#'];

/**
 * One glyph for each value, its height relative to the greatest. Only zero has the lowest glyph, so that a little is
 * never shown as nothing. More values than `width` are added up in equal groups.
 */
export function sparkline(values: readonly number[], style: Style, width = values.length): string {
  const grouped = group(values, width);
  return painted(grouped, Math.max(0, ...grouped), style.unicode ? blocks : asciiBlocks, style);
}

/** Like {@link sparkline}, but with shades: for rows under each other, where height would mislead. */
export function heatStrip(values: readonly number[], style: Style, greatest = Math.max(0, ...values)): string {
  return painted(values, greatest, style.unicode ? shades : asciiShades, style);
}

/** A horizontal bar of `width` columns, filled in proportion; any value above zero shows at least one glyph. */
export function bar(value: number, greatest: number, width: number, style: Style): string {
  const filled = greatest <= 0 || value <= 0 ? 0 : Math.min(width, Math.max(1, Math.round((value / greatest) * width)));
  const [full, empty] = style.unicode ? ['━', '─'] : ['#', '.'];
  return style.cyan(full.repeat(filled)) + style.dim(empty.repeat(width - filled));
}

/** Lines of `label  text`, the labels in one column. */
export function labelled(
  rows: readonly (readonly [label: string, text: string])[],
  style: Style,
  indent = 2,
): string[] {
  const column = Math.max(0, ...rows.map(([label]) => label.length)) + 2;
  return rows.map(([label, text]) => `${' '.repeat(indent)}${style.dim(pad(label, column))}${text}`);
}

/** A glyph for each value; neighbours of one colour are painted together. */
function painted(values: readonly number[], greatest: number, glyphs: readonly string[], style: Style): string {
  let text = '';
  for (let start = 0, end = 0; start < values.length; start = end) {
    const nothing = values[start] === 0;
    while (end < values.length && (values[end] === 0) === nothing) end++;
    const run = values.slice(start, end).map((value) => glyphs[level(value, greatest, glyphs.length)]);
    text += (nothing ? style.dim : style.green)(run.join(''));
  }
  return text;
}

/** Adds up neighbours so that at most `width` values remain; the oldest group may be smaller than the rest. */
function group(values: readonly number[], width: number): number[] {
  if (values.length <= width || width < 1) return [...values];
  const size = Math.ceil(values.length / width);
  const grouped: number[] = [];
  for (let end = values.length; end > 0; end -= size) {
    grouped.unshift(values.slice(Math.max(0, end - size), end).reduce((sum, value) => sum + value, 0));
  }
  return grouped;
}

function level(value: number, greatest: number, levels: number): number {
  if (value <= 0 || greatest <= 0) return 0;
  return Math.max(1, Math.round((value / greatest) * (levels - 1)));
}
