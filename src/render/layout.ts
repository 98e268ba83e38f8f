import type { Style } from './style.ts';
import { textWidth } from './terminal-text.ts';

/** A title with a rule to the edge: `Findings ───────`. */
export function heading(title: string, style: Style): string {
  const rule = style.symbols.rule.repeat(Math.max(0, style.width - textWidth(title) - 1));
  return `${style.bold(title)} ${style.dim(rule)}`;
}

/** Parts on one line, set apart by a dot. */
export function joined(parts: readonly (string | undefined)[], style: Style): string {
  return parts.filter((part) => part !== undefined).join(` ${style.symbols.separator} `);
}

/** 1 commit, 2 commits, 1,234 commits. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** @param ms milliseconds */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${(ms / 60_000).toFixed(1)} min`;
}

export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param at milliseconds since the epoch */
export function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
