import { printable } from '../../base/printable.ts';
import type { Style } from '../../render/style.ts';

const maxLines = 80;
const maxColumns = 300;

/** A unified diff for a terminal: coloured, indentation kept, and nothing in it that a terminal would act on. */
export function renderDiff(patch: string, style: Style): string[] {
  const lines = patch.replace(/\n$/, '').split('\n');
  const shown = lines.slice(0, maxLines).map((line) => paint(line, style));
  if (lines.length > maxLines) shown.push(style.dim(`and ${lines.length - maxLines} more lines`));
  return shown;
}

function paint(line: string, style: Style): string {
  const text = safe(line);
  if (/^(?:diff |index |--- |\+\+\+ )/.test(line)) return style.dim(text);
  if (line.startsWith('@@')) return style.cyan(text);
  if (line.startsWith('+')) return style.green(text);
  if (line.startsWith('-')) return style.red(text);
  return text;
}

function safe(line: string): string {
  const [before = ''] = /^[ +-]?[ \t]*/.exec(line) ?? [];
  return (before.replaceAll('\t', '  ') + printable(line.slice(before.length), maxColumns)).trimEnd();
}
