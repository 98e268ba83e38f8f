import stringWidth from 'string-width';

export interface SvgOptions {
  /** Columns of the terminal. */
  readonly columns: number;
  /** Spoken to those who do not see the picture. */
  readonly title: string;
}

const cellWidth = 8.4;
const lineHeight = 19;
const margin = 20;
const bar = 34;

const colours: Readonly<Record<number, string>> = {
  31: 'red',
  32: 'green',
  33: 'yellow',
  34: 'blue',
  35: 'magenta',
  36: 'cyan',
};

const stylesheet = `
text { font-size: 14px; font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #d7dce2; }
.bold { font-weight: 700; fill: #fff; } .dim { fill: #7d8792; }
.red { fill: #ff7b72; } .green { fill: #56d364; } .yellow { fill: #e3b341; }
.blue { fill: #79c0ff; } .magenta { fill: #d2a8ff; } .cyan { fill: #76e3ea; }`;

/**
 * A terminal's output as a picture. Every run of one style has its place and its length, so that columns hold in any
 * font. Knows the SGR sequences that picocolors writes; others are left out.
 */
export function ansiToSvg(text: string, options: SvgOptions): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  const width = Math.ceil(options.columns * cellWidth + 2 * margin);
  const height = bar + lines.length * lineHeight + margin;
  const rows = lines.flatMap((line, i) => row(line, bar + (i + 1) * lineHeight));
  const lights = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, i) => `<circle cx="${20 + i * 18}" cy="17" r="5.5" fill="${fill}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(options.title)}</title>`,
    `<style>${stylesheet}\n</style>`,
    `<rect width="${width}" height="${height}" rx="9" fill="#10151c"/>`,
    ...lights,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

interface Run {
  readonly text: string;
  readonly column: number;
  readonly classes: string;
}

function row(line: string, y: number): string[] {
  return runs(line)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, column, classes }) => {
      const lead = text.length - text.trimStart().length;
      const x = (margin + (column + lead) * cellWidth).toFixed(1);
      const length = (stringWidth(text.trim()) * cellWidth).toFixed(1);
      const look = classes === '' ? '' : ` class="${classes}"`;
      return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look}>${escapeXml(text.trim())}</text>`;
    });
}

function runs(line: string): Run[] {
  const found: Run[] = [];
  let column = 0;
  let weight = '';
  let colour = '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is read here
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
    const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
    if (codes === undefined) {
      if (part !== '') found.push({ text: part, column, classes: [weight, colour].filter(Boolean).join(' ') });
      column += stringWidth(part);
      continue;
    }
    for (const code of codes.split(';').map(Number)) {
      if (code === 0) [weight, colour] = ['', ''];
      else if (code === 1) weight = 'bold';
      else if (code === 2) weight = 'dim';
      else if (code === 22) weight = '';
      else if (code === 39) colour = '';
      else colour = colours[code] ?? colour;
    }
  }
  return found;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
