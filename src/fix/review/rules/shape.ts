import { printable } from '../../../base/printable.ts';
import { diffSymbols, parse } from '../../../code/index.ts';
import type { Syntax } from '../../templates/tree.ts';
import { callee, findIn, introducing, type Patched, type Remark, type Rule } from '../rule.ts';
import { inLoop } from './control.ts';

const searches = /^(?:includes|indexOf|lastIndexOf|find|findIndex|findLast|filter|some|every|index|count)$/;

/** A search through a list that is repeated in a loop. */
function searchesInLoop(node: Syntax): boolean {
  if (node.kind !== 'call' || !inLoop(node)) return false;
  const called = callee(node);
  return called?.kind === 'member' && searches.test(called.get('property', 'attribute')?.text ?? '');
}

/** Columns over the file's longest line that a new line may have. */
const overhang = 20;

function longestLine(text: string): number {
  return text.split('\n').reduce((longest, line) => Math.max(longest, line.length), 0);
}

export const shapeRules: readonly Rule[] = [
  introducing(
    { id: 'nested-search', severity: 'low', category: 'performance' },
    (model) => findIn(model, searchesInLoop, (node) => callee(node)?.text ?? ''),
    () => 'a list is searched anew in every turn of a loop',
  ),
  {
    id: 'long-line',
    severity: 'low',
    category: 'style',
    check({ before, after }): Remark[] {
      const limit = Math.max(80, longestLine(before.text) + overhang);
      return after.text
        .split('\n')
        .flatMap((line, index) =>
          line.length > limit ? [{ line: index + 1, message: `this line has ${line.length} characters` }] : [],
        );
    },
  },
];

/** What other modules may rely on and find changed. */
export async function signatureRemarks({ before, after }: Patched): Promise<Remark[]> {
  const was = await parse(before.language, before.text, before.path);
  const is = await parse(after.language, after.text, after.path);
  try {
    return diffSymbols(was, is)
      .filter(({ kind }) => kind !== 'added')
      .map(({ line, reason, name, breaking }) => ({
        line,
        message: `\`${printable(name, 40)}\`: ${printable(reason, 160)}`,
        severity: breaking ? 'medium' : 'low',
      }));
  } finally {
    was.dispose();
    is.dispose();
  }
}
