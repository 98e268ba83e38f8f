import type { Node } from '../../../code/types.ts';
import { comesFromOutside, dynamicText, localValue } from '../dynamic-text.ts';
import { args, calledName, callee, field, keyword, lastName, receiver, stringValue, within } from '../nodes.ts';
import type { CodeFile, Rule } from '../rule.ts';

function importsFrom(file: CodeFile, sources: readonly string[]): boolean {
  return file.parsed.imports.some((item) => sources.includes(item.source));
}

/** Whether a bare name is the language's own: the file neither defines nor imports something of that name. */
function isBuiltin(name: string, file: CodeFile): boolean {
  return (
    !file.parsed.symbols.some((symbol) => symbol.name === name) &&
    !file.parsed.imports.some((item) => item.names.some((imported) => imported.local === name))
  );
}

export const dynamicCode: Rule = {
  id: 'dynamic-code',
  category: 'security',
  severity: 'high',
  confidence: 'medium',
  appliesTo: 'production',
  ecmascript: {
    visits: ['call_expression', 'new_expression'],
    find(node, file) {
      const name = callee(node)?.type === 'identifier' ? calledName(node) : undefined;
      if (name !== 'eval' && name !== 'Function') return undefined;
      const code = args(node).at(-1);
      if (!code || stringValue(code) !== undefined || !isBuiltin(name, file)) return undefined;
      return { node, message: `\`${name}\` runs text that is put together at run time as code.` };
    },
  },
  python: {
    visits: ['call'],
    find(node, file) {
      const name = callee(node)?.type === 'identifier' ? calledName(node) : undefined;
      if (name !== 'eval' && name !== 'exec') return undefined;
      const code = args(node)[0];
      // Running a file that lies beside this one is how setup.py reads a version and how launchers work.
      const runsFile = code !== undefined && /\.read(?:_text)?\(|\bcompile\(/.test(code.text);
      if (!code || stringValue(code) !== undefined || runsFile || !isBuiltin(name, file)) return undefined;
      return { node, message: `\`${name}\` runs text that is put together at run time as code.` };
    },
  },
};

const shellModules = ['child_process', 'node:child_process', 'shelljs'];

/** `const run = promisify(exec)` at the top of the file. */
function isPromisedExec(name: string, node: Node): boolean {
  return within(node.tree.rootNode, ['variable_declarator']).some((one) => {
    const value = field(one, 'value');
    if (field(one, 'name')?.text !== name || !value || calledName(value) !== 'promisify') return false;
    return lastName(args(value)[0]) === 'exec';
  });
}

function outsideValue(command: Node | undefined): Node | undefined {
  const value = dynamicText(command)?.pieces.find((piece) => typeof piece !== 'string' && comesFromOutside(piece));
  return typeof value === 'string' ? undefined : value;
}

function shellProblem(node: Node, command: Node | undefined): { node: Node; message: string } | undefined {
  const value = outsideValue(command);
  if (!value) return undefined;
  return {
    node,
    message: `A shell command is put together with \`${short(value)}\`, which can carry shell syntax; pass arguments as a list.`,
  };
}

export const shellInjection: Rule = {
  id: 'shell-injection',
  category: 'security',
  severity: 'high',
  confidence: 'medium',
  appliesTo: 'production',
  ecmascript: {
    visits: ['call_expression'],
    find(node, file) {
      const name = calledName(node);
      if (!name || !importsFrom(file, shellModules)) return undefined;
      const usesShell =
        /^exec(?:Sync|Async|Promise|P)?$/.test(name) ||
        (callee(node)?.type === 'identifier' && isPromisedExec(name, node)) ||
        (/^spawn(?:Sync)?$/.test(name) && /\bshell\s*:\s*true\b/.test(args(node).at(-1)?.text ?? ''));
      // `pattern.exec(...)` is a regular expression.
      const from = receiver(node);
      if (!usesShell || (from && !/^(?:child_process|childProcess|cp|shell)$/.test(from.text))) return undefined;
      return shellProblem(node, args(node)[0]);
    },
  },
  python: {
    visits: ['call'],
    find(node) {
      const called = callee(node)?.text ?? '';
      const usesShell =
        /^(?:os\.(?:system|popen)|subprocess\.(?:getoutput|getstatusoutput)|commands\.getoutput)$/.test(called) ||
        (/^(?:subprocess\.)?(?:run|call|check_call|check_output|Popen)$/.test(called) &&
          keyword(node, 'shell')?.text === 'True');
      return usesShell ? shellProblem(node, args(node)[0]) : undefined;
    },
  },
};

const sqlCall =
  /^(?:query|execute|executemany|executescript|execute_sql|raw|exec|exec_driver_sql|run|all|get|each|prepare|text|\$queryRawUnsafe|\$executeRawUnsafe|read_sql|read_sql_query)$/;
const sqlStart =
  /^\s*(?:select\s[\s\S]*\bfrom\b|insert\s+into\b|update\s+\S+\s+set\b|delete\s+from\b|with\s+\w+\s+as\b)/i;
// Only where a value stands: a table or column name cannot be a parameter, and is seldom from outside.
const valuePosition = /(?:[=<>]|\blike|\bin\s*\(|\bvalues\s*\([^)]*|\bbetween|\band|['"])\s*['"%]*\s*$/i;
// Named as pieces of SQL by those who wrote them.
const fragment = /(?:sql|clause|fragment|where|column|table|interval)/i;
const placeholders = /['"]\s*(?:\?|%s)\s*['"]|\$\$\{|placeholder|bind_?params|markers|question_?marks/i;

function sqlValue(statement: Node | undefined): Node | undefined {
  const text = dynamicText(statement);
  if (!text) return undefined;
  let before = '';
  let found: Node | undefined;
  for (const piece of text.pieces) {
    if (typeof piece === 'string') before += piece;
    else {
      if (!found && valuePosition.test(before) && !isConstant(piece)) found = piece;
      before += ' x ';
    }
  }
  return sqlStart.test(before) ? found : undefined;
}

function isConstant(node: Node): boolean {
  return (
    /^[A-Z][A-Z0-9_]*$/.test(node.text) ||
    /^(?:this|self|cls|\w+)\.[A-Z][A-Z0-9_]*$/.test(node.text) ||
    /^(?:number|integer|float)$/.test(node.type) ||
    placeholders.test(node.text) ||
    (node.type === 'identifier' && placeholders.test(localValue(node)?.text ?? '')) ||
    (node.type === 'identifier' && fragment.test(node.text)) ||
    /\b(?:escape|quote|literal|Number|parseInt|int)\w*\s*\(/i.test(node.text)
  );
}

function sqlProblem(node: Node): { node: Node; message: string } | undefined {
  const name = calledName(node);
  if (!name || !sqlCall.test(name)) return undefined;
  const value = sqlValue(args(node)[0]);
  if (!value) return undefined;
  return {
    node,
    message: `The SQL statement has \`${short(value)}\` written into its text; pass it as a parameter.`,
  };
}

export const sqlInjection: Rule = {
  id: 'sql-injection',
  category: 'security',
  severity: 'high',
  confidence: 'medium',
  appliesTo: 'production',
  ecmascript: { visits: ['call_expression'], find: sqlProblem },
  python: { visits: ['call'], find: sqlProblem },
};

export function short(node: Node): string {
  const text = node.text.replace(/\s+/g, ' ').replace(/`/g, "'");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
