import { printable } from '../../base/printable.ts';
import type { ErrorClass, FailingTest } from '../types.ts';

/** By the name of the thrown class; the first that fits. */
const byName: readonly (readonly [ErrorClass, RegExp])[] = [
  ['assertion', /Assertion|^Failed$|ExpectationError|ERR_ASSERTION/],
  ['import', /^(?:ImportError|ModuleNotFoundError)$|MODULE_NOT_FOUND/],
  ['syntax', /^(?:SyntaxError|IndentationError|TabError|TransformError)$/],
  ['name', /^(?:ReferenceError|NameError|UnboundLocalError)$/],
  ['timeout', /Timeout|TimedOut|Abort/],
  ['memory', /^MemoryError$/],
  ['crash', /^(?:RecursionError|SystemExit|KeyboardInterrupt|InternalError)$/],
  ['network', /^(?:Connection\w*Error|BrokenPipeError|URLError|HTTPError|gaierror|herror|SSL\w*Error)$|Socket|Network/],
  ['filesystem', /^(?:File\w+Error|IsADirectoryError|NotADirectoryError|PermissionError)$/],
  ['type', /^(?:TypeError|AttributeError)$/],
  [
    'value',
    /^(?:ValueError|KeyError|IndexError|LookupError|ArithmeticError|ZeroDivisionError|OverflowError|Unicode\w*Error|RangeError|StopIteration|DOMException|URIError|JSONDecodeError)$/,
  ],
];

/** By the message, where the class says too little or another thing than it is; the first that fits. */
const byMessage: readonly (readonly [ErrorClass, RegExp])[] = [
  [
    'crash',
    /maximum (?:call stack|recursion depth)|segmentation fault|SIGSEGV|SIGABRT|SIGKILL|exited (?:with|unexpectedly)|core dumped/i,
  ],
  ['memory', /out of memory|heap limit|ENOMEM|cannot allocate|invalid (?:array|string) length/i],
  ['timeout', /\btim(?:ed?|e-?)[\s-]?out\b|deadline exceeded|ETIMEDOUT|too many turns/i],
  [
    'import',
    /cannot find (?:module|package)|no module named|ERR_MODULE_NOT_FOUND|cannot import name|does not provide an export/i,
  ],
  [
    'network',
    /ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|fetch failed|name resolution|socket hang up/,
  ],
  ['filesystem', /ENOENT|EACCES|EPERM|EISDIR|ENOTDIR|ENOSPC|EROFS|no such file or directory|permission denied/i],
  ['syntax', /unexpected (?:token|end of input|indent)|invalid syntax/i],
  ['name', /\bis not defined\b|before initialization/],
  [
    'type',
    /is not a function|is not iterable|cannot read propert|undefined is not|has no attribute|unsupported operand|not subscriptable|not callable/i,
  ],
  ['assertion', /^\s*assert\b|\bexpected\b|to (?:be|equal|strictly equal)\b|did not raise|did not throw/i],
];

/** Classes whose message says more than they do. */
const vague =
  /^(?:|Error|Exception|OSError|IOError|EnvironmentError|RuntimeError|RangeError|SystemError|AggregateError)$/;

/** What kind of thing went wrong, from what JavaScript, Python and their test frameworks report. */
export function classify(errorClass: string | undefined, message: string | undefined): ErrorClass {
  const name = (errorClass ?? '').split('.').at(-1) ?? '';
  const said = firstMatch(byName, name);
  if (said !== undefined && !vague.test(name)) return said;
  return firstMatch(byMessage, firstLines(message ?? '')) ?? said ?? 'other';
}

export function classifyTest({ status, errorClass, message }: FailingTest): ErrorClass {
  return status === 'timed-out' ? 'timeout' : classify(errorClass, message);
}

function firstMatch(rules: readonly (readonly [ErrorClass, RegExp])[], text: string): ErrorClass | undefined {
  return rules.find(([, sign]) => sign.test(text))?.[0];
}

function firstLines(message: string): string {
  return message.slice(0, 2000).split('\n').slice(0, 5).join('\n');
}

const longestSignature = 120;

/**
 * The first line of a message without what differs from case to case, and without what could be a secret: texts in
 * quotes become `S`, paths `P`, numbers `N`, and long runs of letters and digits `X`.
 */
export function signatureOf(message: string | undefined): string {
  const line =
    (message ?? '')
      .slice(0, 2000)
      .split('\n')
      .find((one) => one.trim() !== '') ?? '';
  const normal = printable(line)
    .replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g, 'S')
    .replace(/[a-z]+:\/\/\S+|(?:\.{0,2}\/|[A-Za-z]:\\)[^\s,;:()]+/g, 'P')
    .replace(/\b(?=\w*\d)(?=\w*[A-Za-z])\w{12,}\b|\b\w{32,}\b/g, 'X')
    .replace(/-?(?<![A-Za-z_])\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi, 'N')
    .replace(/\s+/g, ' ')
    .replace(/([[(,]\s*)(?:[NS](?:,\s*)?){2,}/g, '$1N…');
  return printable(normal, longestSignature);
}
