import { enclosing } from '../../../code/nodes.ts';
import type { Node } from '../../../code/types.ts';
import { field, parts, within } from '../nodes.ts';
import type { Problem, Rule } from '../rule.ts';

export const swallowedError: Rule = {
  id: 'swallowed-error',
  category: 'practice',
  severity: 'low',
  confidence: 'medium',
  appliesTo: 'production',
  ecmascript: {
    visits: ['catch_clause'],
    find(node) {
      const body = field(node, 'body');
      // A comment inside says that it is meant; so does leaving the binding out (`catch {`).
      if (!body || body.namedChildCount > 0 || !field(node, 'parameter')) return undefined;
      return { node, message: 'The error is caught and thrown away without a word.' };
    },
  },
  python: {
    visits: ['except_clause'],
    find(node): Problem | undefined {
      const body = node.namedChildren.find((child) => child?.type === 'block');
      if (!body) return undefined;
      const caught = parts(node).filter((part) => part.type !== 'block');
      const name = caught[0] && (field(caught[0], 'alias') ? parts(caught[0])[0]?.text : caught[0].text);
      const broad = caught.length === 0 || /^(?:Base)?Exception\b/.test(name ?? '');
      if (!broad || node.descendantsOfType(['comment']).length > 0) return undefined;
      const statements = parts(body);
      const silent = statements.length === 1 && /^(?:pass|\.\.\.)$/.test(statements[0]?.text ?? '');
      if (silent)
        return {
          node,
          message: `\`except${name ? ` ${name}` : ''}\` catches every error and throws it away without a word.`,
        };
      const hides = caught.length === 0 && within(body, ['raise_statement', 'call']).length === 0;
      return hides
        ? { node, message: '`except:` catches every error, KeyboardInterrupt and SystemExit too, without a word.' }
        : undefined;
    },
  },
};

const jumps = ['return_statement', 'break_statement', 'continue_statement'];
const breakable: ReadonlySet<string> = new Set([
  'for_statement',
  'for_in_statement',
  'while_statement',
  'do_statement',
  'switch_statement',
]);

function jumpInFinally(node: Node): Problem | undefined {
  const jump = within(node, jumps).find((found) => {
    if (found.type === 'return_statement') return true;
    const loop = enclosing(found, breakable);
    return !loop || loop.startIndex < node.startIndex;
  });
  if (!jump) return undefined;
  const word = jump.type.replace('_statement', '');
  return { node: jump, because: node, message: `\`${word}\` in \`finally\` discards the error that is on its way.` };
}

export const finallyJump: Rule = {
  id: 'jump-in-finally',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'all',
  ecmascript: { visits: ['finally_clause'], find: jumpInFinally },
  python: { visits: ['finally_clause'], find: jumpInFinally },
};

const leaving: ReadonlySet<string> = new Set([
  'return_statement',
  'throw_statement',
  'raise_statement',
  'break_statement',
  'continue_statement',
]);
const declarations: ReadonlySet<string> = new Set([
  'function_declaration',
  'generator_function_declaration',
  'class_declaration',
  'interface_declaration',
  'type_alias_declaration',
  'enum_declaration',
  'break_statement',
  'empty_statement',
]);

function unreachable(node: Node): Problem | undefined {
  const block = node.parent;
  if (!block || !/^(?:statement_block|block|program|module|switch_case|switch_default)$/.test(block.type))
    return undefined;
  const siblings = parts(block);
  const index = siblings.findIndex((sibling) => sibling.id === node.id);
  const after = siblings[index + 1];
  // Of a row of them only the first is reached, so only what follows that one is reported.
  if (siblings.slice(0, index).some((sibling) => leaving.has(sibling.type))) return undefined;
  if (!after || declarations.has(after.type)) return undefined;
  // `return` then `yield` turns a Python function into an empty generator; a bare `var x` is hoisted.
  if (/^yield\b/.test(after.text) || /^var\s+[\w\s,]+;?$/.test(after.text)) return undefined;
  const word = node.type.replace('_statement', '');
  return { node: after, because: node, message: `This is never reached: \`${word}\` stands before it.` };
}

export const unreachableCode: Rule = {
  id: 'unreachable-code',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: { visits: [...leaving], find: unreachable },
  python: { visits: [...leaving], find: unreachable },
};
