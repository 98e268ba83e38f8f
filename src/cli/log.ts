import type { Log, Progress } from '../base/log.ts';
import type { Style } from '../render/style.ts';
import { truncate } from '../render/terminal-text.ts';

export interface LogStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface LogOptions {
  readonly stream: LogStream;
  readonly style: Style;
  /** Only warnings and errors. */
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly now?: () => number;
}

const redrawEveryMs = 80;
const lineEveryMs = 5_000;
// Work that ends sooner than this needs no line at all.
const silentForMs = 400;

/**
 * Notes and progress for a person, on stderr. On a terminal progress is one line that is redrawn and then wiped;
 * elsewhere (a CI log) it is a plain line every few seconds.
 */
export function terminalLog(options: LogOptions): Log {
  const { stream, style, quiet, verbose, now = Date.now } = options;
  const live = stream.isTTY === true && !quiet;
  /** What each piece of work that is going on said last, in the order of their beginning. */
  const going = new Map<object, string>();
  let drawn = false;

  const wipe = (): void => {
    if (drawn) stream.write('\r\u001b[2K');
    drawn = false;
  };
  const draw = (): void => {
    const text = [...going.values()].filter((said) => said !== '').join(`  ${style.symbols.separator}  `);
    if (text === '') {
      wipe();
      return;
    }
    stream.write(`\r\u001b[2K${style.dim(truncate(text, (stream.columns || 80) - 1, style.symbols.ellipsis))}`);
    drawn = true;
  };
  const line = (text: string): void => {
    wipe();
    stream.write(`${text}\n`);
  };

  return {
    debug(message) {
      if (verbose) line(style.dim(message));
    },
    info(message) {
      if (!quiet) line(message);
    },
    warn(message) {
      line(`${style.yellow(style.symbols.warn)} ${message}`);
    },
    error(message) {
      line(`${style.red(style.symbols.fail)} ${message}`);
    },
    progress(label): Progress {
      const started = now();
      const self = {};
      let last = live ? started - redrawEveryMs + silentForMs : started;
      let ended = false;
      going.set(self, '');
      return {
        update(done, total, note) {
          const at = now();
          if (ended || quiet || at - last < (live ? redrawEveryMs : lineEveryMs)) return;
          last = at;
          const text = describe(label, done, total, note);
          if (!live) return line(text);
          going.set(self, text);
          draw();
        },
        end(summary) {
          if (ended) return;
          ended = true;
          going.delete(self);
          if (live) draw();
          if (summary !== undefined && verbose) line(style.dim(`${label}: ${summary}`));
        },
      };
    },
  };
}

function describe(label: string, done: number, total: number | undefined, note: string | undefined): string {
  const unit = note === undefined ? '' : ` ${note}`;
  const count = done.toLocaleString('en-US');
  if (total === undefined || total <= 0) return `${label}: ${count}${unit}`;
  const share = Math.min(100, Math.floor((done / total) * 100));
  return `${label}: ${count} of ${total.toLocaleString('en-US')}${unit} (${share}%)`;
}
