// What GitHub's Markdown and runner would act on. Everything from a repository, a pull request or a model goes
// through here before it enters a comment or a job summary.

const controls = /[\p{Cc}\u2028\u2029]+/gu;
// Bidirectional overrides, zero-width characters and tags: text that looks like other text.
const deceptive = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
const punctuation = /[\\`*_{}[\]()+\-.!|~$]/g;
const htmlSpecial: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const zeroWidthSpace = '&#8203;';

/** Longest text that one escaped piece keeps, in characters. */
export const maxPiece = 500;

/**
 * Text from outside as Markdown that shows exactly this text in one line: no HTML, links, images, emphasis, code,
 * mentions, issue references, autolinks, `::commands`, and no hidden marker of ours.
 */
export function escapeMarkdown(text: string, maxLength = maxPiece): string {
  return escapeLine(clip(oneLine(text).trim(), maxLength));
}

function escapeLine(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (char) => htmlSpecial[char] as string)
      .replace(punctuation, '\\$&')
      // GitHub links references after Markdown is rendered, so a backslash would not stop it.
      .replace(/(#|\bGH\\-)(?=\w)/gi, `$1${zeroWidthSpace}`)
      .replace(/^#/, '\\#')
      .replace(/@(?=[\w-])/g, `@${zeroWidthSpace}`)
      .replace(/:(?=\/\/)/g, `:${zeroWidthSpace}`)
      .replace(/::/g, `:${zeroWidthSpace}:`)
      .replace(/\b(www)(?=\\\.)/gi, `$1${zeroWidthSpace}`)
      .replace(/\b([0-9a-f]{7})(?=[0-9a-f]{0,33}\b)/g, `$1${zeroWidthSpace}`)
  );
}

/**
 * Text from outside as inline code. GitHub turns nothing inside it into links or mentions; the runner still reads
 * lines that start with `::`, which a job summary or comment is never printed as.
 */
export function inlineCode(text: string, maxLength = maxPiece): string {
  const content = clip(oneLine(text).trim(), maxLength).replace(/\|/g, '\\|').replace(/<!--/g, '< !--');
  if (content === '') return '` `';
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const space = content.startsWith('`') || content.endsWith('`') || /^ .* $/.test(content) ? ' ' : '';
  return fence + space + content + space + fence;
}

/** A message of ours that quotes text from outside in backquotes: the quotes become inline code, the rest is escaped. */
export function escapeMessage(text: string, maxLength = maxPiece): string {
  return clip(oneLine(text).trim(), maxLength)
    .split(/`([^`]*)`/)
    .map((part, i) => (i % 2 === 1 ? inlineCode(part, maxLength) : escapeLine(part)))
    .join('');
}

/** A fenced block that its content cannot leave. */
export function codeBlock(text: string, language = '', maxLength = 20_000): string {
  const content = clip(text.replace(deceptive, '').replace(/\r\n?/g, '\n'), maxLength).replace(/<!--/g, '< !--');
  const longest = Math.max(2, ...[...content.matchAll(/`{3,}/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language.replace(/[^\w-]/g, '')}\n${content}\n${fence}`;
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Whole documents, cut at a line so that nothing is left open, with a word about it. */
export function clipDocument(markdown: string, maxBytes: number): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown;
  const note = '\n\n_Clipped here: the full report is in the JSON output._\n';
  const room = maxBytes - Buffer.byteLength(note);
  const kept: string[] = [];
  let used = 0;
  for (const line of markdown.split('\n')) {
    used += Buffer.byteLength(line) + 1;
    if (used > room) break;
    kept.push(line);
  }
  return kept.join('\n') + note;
}

function oneLine(text: string): string {
  return text.replace(deceptive, '').replace(controls, ' ');
}

function clip(text: string, maxLength: number): string {
  const characters = [...text];
  return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
}
