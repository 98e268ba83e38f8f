import type { Node } from '../../../code/types.ts';
import { field, operator } from '../nodes.ts';
import type { Problem, Rule } from '../rule.ts';

/** The item that a loop over indexes 0 to `list`'s length, inclusive, reads behind the end. */
function readBehind(body: Node | undefined, list: string, index: string): Node | undefined {
  if (!body) return undefined;
  // A look at the length or at the item itself shows that the last round is expected.
  const escaped = [list, index].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const guard = new RegExp(
    `\\b${escaped[1]}\\s*(?:[=!]==?|<|>=)\\s*|${escaped[0]}(?:\\?\\.)?\\[${escaped[1]}\\]\\s*(?:[=!?]|\\|\\||&&)`,
  );
  if (guard.test(body.text)) return undefined;
  const reads = body.descendantsOfType(['subscript_expression', 'subscript']);
  return (
    reads.find((read): read is Node => {
      const [object, at] = [
        field(read as Node, 'object') ?? field(read as Node, 'value'),
        field(read as Node, 'index') ?? field(read as Node, 'subscript'),
      ];
      return object?.text === list && at?.text === index;
    }) ?? undefined
  );
}

export const pastTheEnd: Rule = {
  id: 'past-the-end',
  category: 'bug',
  severity: 'high',
  confidence: 'high',
  appliesTo: 'all',
  ecmascript: {
    visits: ['for_statement'],
    find(node): Problem | undefined {
      const condition = field(node, 'condition');
      const test = condition?.type === 'expression_statement' ? condition.firstNamedChild : condition;
      if (test?.type !== 'binary_expression' || operator(test) !== '<=') return undefined;
      const [index, length] = [field(test, 'left')?.text, field(test, 'right')];
      const list = length && field(length, 'property')?.text === 'length' ? field(length, 'object')?.text : undefined;
      const read = index !== undefined && list !== undefined ? readBehind(field(node, 'body'), list, index) : undefined;
      if (!read) return undefined;
      return {
        node: test,
        because: read,
        message: `The last round reads \`${list}[${index}]\` behind the end; use \`<\`.`,
      };
    },
  },
  python: {
    visits: ['for_statement'],
    find(node): Problem | undefined {
      const [index, range] = [field(node, 'left')?.text, field(node, 'right')];
      const list = /^range\(\s*(?:0\s*,\s*)?len\(\s*([\w.]+)\s*\)\s*\+\s*1\s*\)$/.exec(range?.text ?? '')?.[1];
      if (!range || index === undefined || list === undefined) return undefined;
      const read = readBehind(field(node, 'body'), list, index);
      if (!read) return undefined;
      return { node: range, because: read, message: `The last round reads \`${list}[${index}]\` behind the end.` };
    },
  },
};
