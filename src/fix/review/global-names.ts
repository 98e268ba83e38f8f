import type { LanguageId } from '../../code/index.ts';

const ecmascript: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...['arguments', 'require', 'module', 'exports', '__dirname', '__filename', 'global', 'window', 'document', 'self'],
  ...['localStorage', 'sessionStorage', 'alert', 'location', 'history', 'undefined', 'eval', 'async', 'of', 'let'],
  ...[
    'HTMLElement',
    'Element',
    'Node',
    'XMLHttpRequest',
    'requestAnimationFrame',
    'cancelAnimationFrame',
    'Deno',
    'Bun',
  ],
]);

const python: ReadonlySet<string> = new Set(
  `abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright
  credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash
  help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open
  ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type
  vars zip __import__ __name__ __file__ __doc__ __package__ __spec__ __loader__ __builtins__ __debug__ __class__
  __annotations__ __dict__ __path__ NotImplemented Ellipsis self cls _ None True False
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
  BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
  ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup
  FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
  IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
  ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning
  PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError
  RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError
  TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning
  UserWarning ValueError Warning ZeroDivisionError`.split(/\s+/),
);

/** Names that are there without being defined or imported. */
export function globalNames(language: LanguageId): ReadonlySet<string> {
  return language === 'python' ? python : ecmascript;
}
