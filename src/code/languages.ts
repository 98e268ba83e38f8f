import { basename, extname } from 'node:path';
import { ecmascript } from './ecmascript/family.ts';
import type { LanguageFamily } from './family.ts';
import { python } from './python/family.ts';
import type { LanguageId } from './types.ts';

interface LanguageEntry {
  readonly extensions: readonly string[];
  /** What a `#!` line may name. */
  readonly interpreters: RegExp;
  /** Grammar file, in dist/hone/assets and in the grammar package alike. */
  readonly grammar: string;
  readonly family: LanguageFamily;
}

const none = /(?!)/;

/** Another language is another entry here, its grammar in scripts/build.ts, and a family if its syntax is a new one. */
export const languages: Readonly<Record<LanguageId, LanguageEntry>> = {
  javascript: {
    extensions: ['.js', '.jsx', '.mjs', '.cjs'],
    interpreters: /\b(?:node|bun)\b/,
    grammar: 'tree-sitter-javascript.wasm',
    family: ecmascript,
  },
  typescript: {
    extensions: ['.ts', '.mts', '.cts'],
    interpreters: /\b(?:deno|ts-node|tsx)\b/,
    grammar: 'tree-sitter-typescript.wasm',
    family: ecmascript,
  },
  tsx: { extensions: ['.tsx'], interpreters: none, grammar: 'tree-sitter-tsx.wasm', family: ecmascript },
  python: {
    extensions: ['.py', '.pyi'],
    interpreters: /\bpython[\d.]*\b/,
    grammar: 'tree-sitter-python.wasm',
    family: python,
  },
};

const byExtension = new Map<string, LanguageId>();
for (const [id, { extensions }] of Object.entries(languages) as [LanguageId, LanguageEntry][]) {
  for (const extension of extensions) byExtension.set(extension, id);
}

/** File name endings that have a language, dots included. */
export const sourceExtensions: readonly string[] = [...byExtension.keys()];

/**
 * Language of a file by its name; for a name without an extension, by the `#!` line of `text` when that is given.
 * Undefined when Hone does not read that language.
 */
export function languageOf(path: string, text?: string): LanguageId | undefined {
  const extension = extname(path).toLowerCase();
  if (extension !== '' || basename(path).startsWith('.')) return byExtension.get(extension);
  const shebang = text?.startsWith('#!') ? text.slice(2, 200).split('\n', 1)[0] : undefined;
  if (shebang === undefined) return undefined;
  for (const [id, { interpreters }] of Object.entries(languages) as [LanguageId, LanguageEntry][]) {
    if (interpreters.test(shebang)) return id;
  }
  return undefined;
}
