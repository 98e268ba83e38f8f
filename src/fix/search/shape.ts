import type { Change } from '../templates/template.ts';
import { minimal } from './edits.ts';
import { lexemes } from './naturalness.ts';

/** Words that mean the same in every program; all others are names of its own. */
const common = new Set(
  (
    'if else elif not and or in is return for while of break continue None True False null undefined true false this ' +
    'self new typeof const let len length range min max abs round floor ceil sum sorted reversed sort slice push int ' +
    'str float list set Math'
  ).split(' '),
);
/** Numbers that are no measure of anything. */
const plain = new Set(['0', '1', '2']);
const longest = 90;

/** What an edit does to tokens, whatever the program calls things: `< → <=`, `N → 1`, ` → if N : return S`. */
export function shapeOf(source: string, changes: readonly Change[]): string {
  return changes
    .map((change) => minimal(source, change))
    .map(({ start, end, text }) => `${anonymous(source.slice(start, end))} → ${anonymous(text)}`.trim())
    .join(' | ')
    .slice(0, longest);
}

function anonymous(text: string): string {
  return lexemes(text)
    .map((token) => {
      if (/^[\p{L}_$]/u.test(token)) return common.has(token) ? token : 'N';
      if (/^\d/.test(token)) return plain.has(token) ? token : '9';
      return /^["']./.test(token) ? 'S' : token;
    })
    .join(' ');
}
