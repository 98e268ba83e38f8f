import pc from 'picocolors';

type Paint = (text: string) => string;

/** How a report may look where it will be shown. Symbols carry every meaning by themselves; colour only helps. */
export interface Style {
  readonly colour: boolean;
  /** False where only ASCII is safe. */
  readonly unicode: boolean;
  /** Columns to fill at most. */
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly magenta: Paint;
  readonly cyan: Paint;
  readonly symbols: Symbols;
}

export interface Symbols {
  readonly bullet: string;
  readonly arrow: string;
  readonly separator: string;
  readonly ok: string;
  readonly fail: string;
  readonly warn: string;
  readonly info: string;
  readonly unknown: string;
  readonly up: string;
  readonly down: string;
  readonly same: string;
  readonly rule: string;
  readonly ellipsis: string;
}

const unicodeSymbols: Symbols = {
  bullet: '•',
  arrow: '→',
  separator: '·',
  ok: '✓',
  fail: '✗',
  warn: '▲',
  info: '●',
  unknown: '?',
  up: '↑',
  down: '↓',
  same: '=',
  rule: '─',
  ellipsis: '…',
};

const asciiSymbols: Symbols = {
  bullet: '*',
  arrow: '->',
  separator: '-',
  ok: '+',
  fail: 'x',
  warn: '!',
  info: 'i',
  unknown: '?',
  up: '^',
  down: 'v',
  same: '=',
  rule: '-',
  ellipsis: '...',
};

export function createStyle(options: { colour: boolean; unicode: boolean; width: number }): Style {
  const { bold, dim, red, green, yellow, blue, magenta, cyan } = pc.createColors(options.colour);
  const symbols = options.unicode ? unicodeSymbols : asciiSymbols;
  return { ...options, bold, dim, red, green, yellow, blue, magenta, cyan, symbols };
}

/** No colour and only ASCII: reads well in a log, a file and a dumb terminal. */
export const plainStyle: Style = createStyle({ colour: false, unicode: false, width: 80 });

export interface StyleStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

const minWidth = 40;
const maxWidth = 110;
const pipedWidth = 100;

/**
 * The style that fits a stream.
 *
 * Colour: `--no-color`, then NO_COLOR (https://no-color.org), then FORCE_COLOR, else only on a terminal that is not
 * "dumb". Glyphs beyond ASCII: only with colour or on a terminal, in a UTF-8 locale.
 */
export function styleFor(stream: StyleStream, env: NodeJS.ProcessEnv, noColor = false): Style {
  const terminal = stream.isTTY === true && env.TERM !== 'dumb';
  const asked = env.FORCE_COLOR ?? '';
  const refused = noColor || Boolean(env.NO_COLOR) || asked === '0' || asked === 'false';
  const forced = !refused && asked !== '';
  // A terminal that does not know its size says 0.
  const columns = stream.columns || Number.parseInt(env.COLUMNS ?? '', 10);
  return createStyle({
    colour: forced || (terminal && !refused),
    unicode: (terminal || forced) && speaksUtf8(env),
    width: Math.min(maxWidth, Math.max(minWidth, columns > 0 ? columns : pipedWidth)),
  });
}

function speaksUtf8(env: NodeJS.ProcessEnv): boolean {
  // Windows sets no locale; its current terminals do UTF-8, and say so in one of these.
  if (process.platform === 'win32') return Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.CI);
  // The order in which POSIX lets these override each other.
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return /utf-?8/i.test(locale) || (locale === '' && process.platform === 'darwin');
}
