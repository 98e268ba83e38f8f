import { enclosing } from '../../../code/nodes.ts';
import type { CodeSymbol, Node } from '../../../code/types.ts';
import { args, calledName, callee, enclosingFunction, field, functionTypes, operator, within } from '../nodes.ts';
import type { CodeFile, Problem, Rule } from '../rule.ts';

/** The one async function that a call names: same file, or same class for `this.x()` and `self.x()`. */
function asyncTarget(call: Node, file: CodeFile): CodeSymbol | undefined {
  const called = callee(call);
  const name = calledName(call);
  if (!called || !name) return undefined;
  const own = /^(?:this|self)\.\w+$/.test(called.text);
  if (called.type !== 'identifier' && !own) return undefined;
  const candidates = file.parsed.symbols.filter((symbol) => symbol.name === name && symbol.body);
  const [target] = candidates;
  if (!target || candidates.length > 1 || !target.async || target.generator) return undefined;
  if (own !== (target.kind === 'method')) return undefined;
  // A parameter of the same name hides the function.
  const hidden = file.parsed.symbols.some(
    (symbol) =>
      symbol.startIndex <= call.startIndex &&
      call.endIndex <= symbol.endIndex &&
      symbol.parameters.some((parameter) => parameter.name === name),
  );
  return hidden ? undefined : target;
}

function isAsync(fn: Node | undefined): boolean {
  return fn?.children.some((child) => child?.type === 'async') ?? false;
}

const promiseMembers = /^(?:then|catch|finally)$/;
const tests: ReadonlySet<string> = new Set(['if_statement', 'while_statement', 'elif_clause', 'ternary_expression']);

/** Whether a call stands, alone or negated, where its truth decides. */
function decides(call: Node): boolean {
  let at = call;
  while (at.parent && /^(?:parenthesized_expression|unary_expression|not_operator)$/.test(at.parent.type))
    at = at.parent;
  if (at.type === 'unary_expression' && operator(at) !== '!') return false;
  const parent = at.parent;
  return parent !== null && tests.has(parent.type) && field(parent, 'condition')?.id === at.id;
}

/** A promise used as if it were what it promises: as a condition, or for a property of its value. */
function usedUnawaited(call: Node, file: CodeFile): Problem | undefined {
  const parent = call.parent;
  const property = parent ? (field(parent, 'property') ?? field(parent, 'attribute'))?.text : undefined;
  const reads = property !== undefined && field(parent as Node, 'object')?.id === call.id;
  if (!decides(call) && !(reads && !promiseMembers.test(property) && !/^(?:send|close|throw|cr_\w+)$/.test(property)))
    return undefined;
  if (!asyncTarget(call, file)) return undefined;
  const name = calledName(call);
  return {
    node: call,
    message: reads
      ? `\`${name}\` is async: \`${property}\` is asked of what it returns before it is awaited.`
      : `\`${name}\` is async: without await this condition is always true.`,
  };
}

/** `const user = load(id)` and then `user.name`: the name holds a promise. */
function keptUnawaited(declarator: Node, file: CodeFile): Problem | undefined {
  const name = field(declarator, 'name');
  const call = field(declarator, 'value');
  const fn = enclosingFunction(declarator);
  if (name?.type !== 'identifier' || call?.type !== 'call_expression' || !fn || !asyncTarget(call, file))
    return undefined;
  const uses = within(fn, ['identifier']).filter((one) => one.text === name.text && one.id !== name.id);
  // Only where every use takes it for the value: one `await user` shows that the promise is meant.
  const misused = uses.every((one) => {
    const property = one.parent && field(one.parent, 'object')?.id === one.id && field(one.parent, 'property')?.text;
    return property && !promiseMembers.test(property);
  });
  if (uses.length === 0 || !misused) return undefined;
  return { node: call, message: `\`${calledName(call)}\` is async, so \`${name.text}\` is a promise here; await it.` };
}

export const missingAwait: Rule = {
  id: 'missing-await',
  category: 'bug',
  severity: 'medium',
  confidence: 'medium',
  appliesTo: 'all',
  ecmascript: {
    visits: ['expression_statement', 'call_expression', 'variable_declarator'],
    find(node, file): Problem | undefined {
      if (node.type === 'call_expression') return usedUnawaited(node, file);
      if (node.type === 'variable_declarator') return keptUnawaited(node, file);
      const call = node.firstNamedChild;
      // Outside async code there is nothing to await with: starting it is what is meant.
      if (call?.type !== 'call_expression' || !isAsync(enclosingFunction(node)) || !asyncTarget(call, file))
        return undefined;
      return {
        node: call,
        message: `\`${calledName(call)}\` is async and its promise is dropped: errors in it are lost; await it, or say \`void\`.`,
      };
    },
  },
  python: {
    visits: ['expression_statement', 'call'],
    find(node, file): Problem | undefined {
      if (node.type === 'call') return usedUnawaited(node, file);
      const call = node.firstNamedChild;
      if (call?.type !== 'call' || !asyncTarget(call, file)) return undefined;
      return { node: call, message: `\`${calledName(call)}\` is async and is never awaited, so it does not run.` };
    },
  },
};

export const asyncCallback: Rule = {
  id: 'async-callback',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: {
    visits: ['call_expression', 'new_expression'],
    find(node): Problem | undefined {
      const callback = args(node)[0];
      if (!callback || !functionTypes.has(callback.type) || !isAsync(callback)) return undefined;
      if (node.type === 'new_expression') {
        if (callee(node)?.text !== 'Promise') return undefined;
        return {
          node: callback,
          message: 'The executor of `new Promise` is async: an error in it is lost and the promise never settles.',
        };
      }
      const body = field(callback, 'body');
      if (calledName(node) !== 'forEach' || !body || within(callback, ['await_expression']).length === 0)
        return undefined;
      return {
        node: callback,
        message: '`forEach` does not wait for its async callback: what follows runs before it is done.',
      };
    },
  },
};

const handlerParameters = /^\(?\s*_?(?:req|request)\b[^,]*,\s*_?(?:res|reply|response)\b/;
const syncCall =
  /^(?:(?:readFile|writeFile|appendFile|readdir|stat|lstat|exists|mkdir|unlink|rm|rmdir|copyFile|open)Sync|(?:exec|execFile|spawn)Sync|pbkdf2Sync|scryptSync)$/;

function inRequestHandler(node: Node): boolean {
  const fn = enclosingFunction(node);
  return handlerParameters.test((fn && field(fn, 'parameters')?.text) ?? '');
}

const blockingPython =
  /^(?:time\.sleep|requests\.(?:get|post|put|patch|delete|head|request)|urllib\.request\.urlopen|subprocess\.(?:run|call|check_call|check_output))$/;

export const blockingCall: Rule = {
  id: 'blocking-call',
  category: 'performance',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: {
    visits: ['call_expression'],
    find(node) {
      const name = calledName(node);
      if (!name || !syncCall.test(name) || !inRequestHandler(node)) return undefined;
      return { node, message: `\`${name}\` in a request handler holds up every other request while it runs.` };
    },
  },
  python: {
    visits: ['call'],
    find(node) {
      const called = callee(node)?.text ?? '';
      const fn = enclosing(node, functionTypes);
      if (!blockingPython.test(called) || fn?.type !== 'function_definition' || !isAsync(fn)) return undefined;
      return { node, message: `\`${called}\` blocks the event loop inside \`async def ${field(fn, 'name')?.text}\`.` };
    },
  },
};
