export type { Difference, SymbolChange } from './changes/change.ts';
export { diffSymbols } from './changes/index.ts';
export { buildImportGraph, type Edge, type ImportGraph, isGraphInput, type SourceText } from './graph/index.ts';
export { languageOf, sourceExtensions } from './languages.ts';
export { enclosing, walk } from './nodes.ts';
export { ParseLimitError, type ParseLimits, parse, parseLimits } from './parser.ts';
export type * from './types.ts';
