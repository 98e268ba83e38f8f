import { enclosing } from '../../../code/nodes.ts';
import type { CodeSymbol, Node } from '../../../code/types.ts';
import { args, calledName, callee, enclosingFunction, field, functionTypes, within } from '../nodes.ts';
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

export const missingAwait: Rule = {
  id: 'missing-await',
  category: 'bug',
  severity: 'medium',
  confidence: 'medium',
  appliesTo: 'all',
  ecmascript: {
    visits: ['expression_statement'],
    find(node, file): Problem | undefined {
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
    visits: ['expression_statement'],
    find(node, file): Problem | undefined {
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
