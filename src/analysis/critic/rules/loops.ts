import { enclosing } from '../../../code/nodes.ts';
import type { Node } from '../../../code/types.ts';
import { parameterNames } from '../dynamic-text.ts';
import { args, calledName, callee, field, functionTypes, lastName, parts, receiver } from '../nodes.ts';
import type { CodeFile, Problem, Rule } from '../rule.ts';

const loopTypes: ReadonlySet<string> = new Set(['for_in_statement', 'for_statement', ...functionTypes]);
const database =
  /(?:^|\.|_)(?:db|database|prisma|knex|pool|conn|connection|cursor|cur|session|objects|repository|repo)$/i;
const databaseMethod =
  /^(?:query|execute|fetchrow|fetchval|find(?:One|Unique|First|Many|ById|OneBy|ByPk)?|find_one|count_documents|get|filter|get_or_create)$/;
// Named so by object-relational mappers; elsewhere an awaited call of that name is one of theirs all the same.
const mapperMethod =
  /^(?:findOne|findUnique|findFirst|findMany|findById|findOneBy|findByPk|findAll)(?:OrFail|OrThrow)?$/;
const httpClient = /^(?:axios|requests|httpx|got|superagent)$/;
// Only reading can be asked for in one go; sending once per receiver is what a loop is for.
const httpMethod = /^(?:get|head)$/;
// Pages and batches are how one asks less often; a retry asks for the same thing again.
const batched = /page|batch|chunk|offset|cursor|attempt|retry|retries|tries|migration/i;

/** Name of a query or request that a call makes; undefined for other calls. */
function remoteCall(call: Node): string | undefined {
  const called = callee(call);
  const name = calledName(call);
  if (!called || !name) return undefined;
  if (called.type === 'identifier')
    return name === 'fetch' && !/\bmethod\b/.test(args(call)[1]?.text ?? '') ? name : undefined;
  const from = receiver(call)?.text ?? '';
  if (httpClient.test(from) && httpMethod.test(name)) return called.text;
  if (mapperMethod.test(name) && call.parent?.type === 'await_expression') return called.text;
  // `session.get`, `repo.get` and the like are maps as often as databases.
  const certain = name !== 'get' && name !== 'filter' ? database.test(from) : /\bobjects$/.test(from);
  return certain && databaseMethod.test(name) ? called.text : undefined;
}

function queryInLoop(call: Node, file: CodeFile): Problem | undefined {
  const name = remoteCall(call);
  // A migration runs once, and row by row is how many have to.
  if (!name || /(?:^|\/)migrations?\//.test(file.path)) return undefined;
  const loop = enclosing(call, loopTypes);
  if (
    !loop ||
    (functionTypes.has(loop.type) &&
      !(isEachCallback(loop) && name !== 'fetch' && !httpClient.test(name.split('.')[0] ?? '')))
  )
    return undefined;
  const body = field(loop, 'body');
  if (!body || call.startIndex < body.startIndex) return undefined;
  const item =
    field(loop, 'left') ?? field(loop, 'initializer') ?? field(loop, 'parameters') ?? field(loop, 'parameter');
  const names = new Set(
    (item?.descendantsOfType(['identifier', 'shorthand_property_identifier_pattern']) ?? []).map((node) => node?.text),
  );
  const itemNames = [...names].filter((one): one is string => one !== undefined);
  if (itemNames.length === 0 || batched.test(loop.text.slice(0, body.startIndex - loop.startIndex))) return undefined;
  const used =
    args(call).some((arg) => new RegExp(`\\b(?:${itemNames.map(escapePattern).join('|')})\\b`).test(arg.text)) ||
    parts(field(call, 'arguments')).some(
      (arg) => arg.type === 'keyword_argument' && itemNames.some((one) => arg.text.includes(one)),
    );
  // A list of statements to run is no list of keys to look up.
  const runsItem = itemNames.some(
    (one) => one === args(call)[0]?.text && /sql|stmt|statement|quer|ddl|command/i.test(one),
  );
  if (!used || runsItem || leavesAfter(call, loop)) return undefined;
  return {
    node: call,
    because: item as Node,
    message: `\`${name.replace(/\s+/g, ' ')}\` runs once for every item of the loop; ask for all of them at once.`,
  };
}

/** The function that `map` or `forEach` calls for every item. */
function isEachCallback(fn: Node): boolean {
  const call = fn.parent?.parent;
  return (
    call?.type === 'call_expression' &&
    args(call)[0]?.id === fn.id &&
    /^(?:map|forEach|flatMap)$/.test(calledName(call) ?? '')
  );
}

/** A loop that stops at its first answer is a search, not a repetition. */
function leavesAfter(call: Node, loop: Node): boolean {
  // A callback that returns goes on with the next item.
  if (functionTypes.has(loop.type)) return false;
  const body = field(loop, 'body');
  const last = parts(body).at(-1);
  return last !== undefined && /^(?:return|break)/.test(last.text) && last.endIndex >= call.endIndex;
}

function escapePattern(name: string): string {
  return name.replace(/[$]/g, '\\$&');
}

export const remoteCallInLoop: Rule = {
  id: 'query-in-loop',
  category: 'performance',
  severity: 'medium',
  confidence: 'medium',
  appliesTo: 'production',
  ecmascript: { visits: ['call_expression'], find: queryInLoop },
  python: { visits: ['call'], find: queryInLoop },
};

const removing = new Set(['remove', 'pop', 'insert', 'clear', 'discard', 'popitem']);

function iterated(loop: Node): Node | undefined {
  const source = field(loop, 'right');
  const view = source?.type === 'call' && /\.(?:items|keys|values)\(\)$/.test(source.text);
  return view ? receiver(source) : source;
}

/** The statement after a change of the collection leaves the loop, so that the iteration never goes on. */
function leavesNext(node: Node): boolean {
  let statement: Node = node;
  while (statement.parent && !/^(?:block|statement_block|program|module)$/.test(statement.parent.type))
    statement = statement.parent;
  const siblings = parts(statement.parent ?? undefined);
  const rest = siblings.slice(siblings.findIndex((one) => one.id === statement.id));
  return rest.some((one) => /^(?:return|break|raise|throw)\b/.test(one.text));
}

export const changeWhileIterating: Rule = {
  id: 'change-while-iterating',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'all',
  ecmascript: {
    visits: ['call_expression'],
    find(node): Problem | undefined {
      const loop = enclosing(node, new Set(['for_in_statement', ...functionTypes]));
      const collection = receiver(node)?.text;
      if (loop?.type !== 'for_in_statement' || calledName(node) !== 'splice' || args(node).length !== 2)
        return undefined;
      if (field(loop, 'right')?.text !== collection || leavesNext(node)) return undefined;
      return {
        node,
        because: field(loop, 'right') as Node,
        message: `\`${collection}\` loses items while it is being iterated, so some are skipped.`,
      };
    },
  },
  python: {
    visits: ['call', 'delete_statement'],
    find(node): Problem | undefined {
      const loop = enclosing(node, new Set(['for_statement', ...functionTypes]));
      if (loop?.type !== 'for_statement') return undefined;
      const changed = node.type === 'call' ? receiver(node) : field(parts(node)[0] as Node, 'value');
      const name = node.type === 'call' ? calledName(node) : 'remove';
      const source = iterated(loop);
      if (!changed || !name || !removing.has(name) || source?.text !== changed.text || leavesNext(node))
        return undefined;
      return { node, because: source, message: `\`${changed.text}\` changes while it is being iterated.` };
    },
  },
};

export const quadraticAccumulation: Rule = {
  id: 'quadratic-accumulation',
  category: 'performance',
  severity: 'low',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: {
    visits: ['spread_element'],
    find(node): Problem | undefined {
      const fn = enclosing(node, functionTypes);
      const call = fn?.parent?.parent;
      const accumulator = fn && [...parameterNames(fn)][0];
      if (!fn || call?.type !== 'call_expression' || !/^reduce(?:Right)?$/.test(calledName(call) ?? ''))
        return undefined;
      if (args(call)[0]?.id !== fn.id || node.firstNamedChild?.text !== accumulator) return undefined;
      return {
        node: node.parent as Node,
        message: `Every step of \`reduce\` copies all of \`${accumulator}\`: the time grows with the square of the length.`,
      };
    },
  },
  python: {
    visits: ['assignment'],
    find(node): Problem | undefined {
      const [left, right] = [field(node, 'left'), field(node, 'right')];
      const loop = enclosing(node, new Set(['for_statement', 'while_statement', ...functionTypes]));
      if (!loop || functionTypes.has(loop.type) || right?.type !== 'binary_operator' || left?.type !== 'identifier')
        return undefined;
      const added = field(right, 'right');
      if (field(right, 'left')?.text !== left.text || !/^(?:list|list_comprehension)$/.test(added?.type ?? ''))
        return undefined;
      return {
        node,
        message: `Every round copies all of \`${lastName(left)}\`: the time grows with the square of the length; use \`append\` or \`extend\`.`,
      };
    },
  },
};
