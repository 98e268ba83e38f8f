import type { Import, LanguageId } from '../types.ts';

/** What may be an import: found by pattern, so comments and strings are among them. Every real import is. */
export interface Candidate extends Pick<Import, 'source' | 'level' | 'kind' | 'names'> {
  /** End in the text, UTF-16 code units. */
  readonly endIndex: number;
}

const gap = String.raw`(?:\s|\(|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*`;
const ecmascript = new RegExp(String.raw`\b(?:from|import|require)${gap}(["'\`])([^"'\`\n\\]+)\1`, 'g');
const space = String.raw`(?:[ \t]|\\\r?\n)`;
const python = new RegExp(
  String.raw`\bfrom${space}*(\.*)${space}*([\w.]*)${space}*\bimport\b${space}*(\([^)]*\)?|(?:[^\n;\\]|\\\r?\n)*)` +
    String.raw`|\bimport${space}+((?:[\w.,]|${space})+)` +
    String.raw`|\b(?:import_module|__import__)\s*\(\s*[rRuU]?["'](\.*)([\w.]+)["']`,
  'g',
);

export function candidates(language: LanguageId, text: string): Candidate[] {
  return language === 'python' ? pythonCandidates(text) : ecmascriptCandidates(text);
}

function ecmascriptCandidates(text: string): Candidate[] {
  return [...text.matchAll(ecmascript)].map((match) => ({
    source: match[2] ?? '',
    level: 0,
    kind: 'import',
    names: [],
    endIndex: match.index + match[0].length,
  }));
}

function pythonCandidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(python)) {
    const [whole, dots, module, list, modules, callDots, called] = match;
    const endIndex = match.index + whole.length;
    if (list !== undefined) {
      const names = [...list.replace(/#[^\n]*/g, '').matchAll(/[\w*]+/g)].map(([name]) => ({ name, local: name }));
      found.push({ source: module ?? '', level: dots?.length ?? 0, kind: 'from', names, endIndex });
    } else if (called !== undefined) {
      found.push({ source: called, level: callDots?.length ?? 0, kind: 'dynamic', names: [], endIndex });
    } else {
      for (const [source] of (modules ?? '').matchAll(/[\w.]+/g)) {
        found.push({ source, level: 0, kind: 'import', names: [], endIndex });
      }
    }
  }
  return found;
}
