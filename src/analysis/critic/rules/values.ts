import type { Node } from '../../../code/types.ts';
import { calledName, enclosingFunction, field, lastName, parts, receiver, stringValue, within } from '../nodes.ts';
import type { Problem, Rule } from '../rule.ts';
import { short } from './injection.ts';

const mutating = new Set([
  'append',
  'extend',
  'insert',
  'remove',
  'pop',
  'update',
  'add',
  'setdefault',
  'clear',
  'discard',
  'sort',
]);

/** How a function lets a default value live on: changes it, keeps it or hands it out. */
function escapes(name: string, fn: Node): boolean {
  const body = field(fn, 'body');
  if (!body) return false;
  const rebound = within(body, ['assignment']).some((one) => field(one, 'left')?.text === name);
  if (rebound) return false;
  const changes = body
    .descendantsOfType(['call'])
    .some((call) => call && receiver(call)?.text === name && mutating.has(calledName(call) ?? ''));
  const items = body
    .descendantsOfType(['assignment', 'augmented_assignment', 'delete_statement'])
    .some((one) => one && new RegExp(`^(?:del )?${name}(?:\\[[^=]*\\])?\\s*(?:[-+*|&]?=(?!=)|$)`).test(one.text));
  const kept = body
    .descendantsOfType(['assignment'])
    .some((one) => one && field(one, 'left')?.type === 'attribute' && field(one, 'right')?.text === name);
  const returned = within(body, ['return_statement']).some((one) => parts(one)[0]?.text === name);
  return changes || items || kept || returned;
}

export const mutableDefault: Rule = {
  id: 'mutable-default',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'production',
  python: {
    visits: ['default_parameter', 'typed_default_parameter'],
    find(node): Problem | undefined {
      const value = field(node, 'value');
      const name = field(node, 'name')?.text;
      const fn = enclosingFunction(node);
      const mutable =
        value && (/^(?:list|dictionary|set)$/.test(value.type) || /^(?:list|dict|set)\(\)$/.test(value.text));
      if (!mutable || !name || !fn || !escapes(name, fn)) return undefined;
      return {
        node,
        message: `The default of \`${name}\` is one object shared by all calls, and this function changes or keeps it.`,
      };
    },
  },
};

export const assertTuple: Rule = {
  id: 'assert-on-tuple',
  category: 'bug',
  severity: 'high',
  confidence: 'high',
  appliesTo: 'all',
  python: {
    visits: ['assert_statement'],
    find(node) {
      const [asserted, ...more] = parts(node);
      if (asserted?.type !== 'tuple' || more.length > 0 || parts(asserted).length === 0) return undefined;
      return { node, message: 'A tuple is always true, so this assertion cannot fail; remove the parentheses.' };
    },
  },
};

function keyText(key: Node | undefined): string | undefined {
  if (!key) return undefined;
  if (key.type === 'property_identifier') return key.text;
  return stringValue(key) ?? (/^(?:number|integer)$/.test(key.type) ? key.text : undefined);
}

/** The later of two entries with one key; a spread between them is a deliberate override. */
function duplicateKey(node: Node): Problem | undefined {
  let seen = new Map<string, Node>();
  for (const entry of parts(node)) {
    if (/^(?:spread_element|dictionary_splat)$/.test(entry.type)) seen = new Map();
    if (entry.type !== 'pair') continue;
    const key = field(entry, 'key');
    const text = keyText(key);
    if (text === undefined || !key || text === '__proto__') continue;
    // 1 and '1' are one key in JavaScript and two in Python.
    const name = node.type === 'dictionary' ? `${key.type}:${text}` : text;
    if (seen.has(name))
      return {
        node: entry,
        because: seen.get(name) as Node,
        message: `The key \`${short(key)}\` stands here twice; this value replaces the one before.`,
      };
    seen.set(name, entry);
  }
  return undefined;
}

export const duplicateKeys: Rule = {
  id: 'duplicate-key',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'all',
  ecmascript: { visits: ['object'], find: duplicateKey },
  python: { visits: ['dictionary'], find: duplicateKey },
};

export const duplicateCase: Rule = {
  id: 'duplicate-case',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'all',
  ecmascript: {
    visits: ['switch_body'],
    find(node): Problem | undefined {
      const seen = new Map<string, Node>();
      for (const entry of parts(node)) {
        const label = field(entry, 'value');
        if (entry.type !== 'switch_case' || !label || /call_expression/.test(label.type)) continue;
        const before = seen.get(label.text);
        if (before)
          return {
            node: label,
            because: before,
            message: `\`case ${short(label)}\` stands here twice; this one is never reached.`,
          };
        seen.set(label.text, label);
      }
      return undefined;
    },
  },
};

// A repeated group whose whole content is itself repeated: `(a+)+`, `(\w*)*`. With something after it that can fail,
// the number of ways to match doubles with every character.
const nestedRepeat = /\((?:\?:)?(\\[wdsWDS]|\.|\[[^\]\\]*\]|\w)[+*]\)[+*](?!$)(?!\)?\*?$)/;

function slowPattern(node: Node, pattern: string): Problem | undefined {
  const found = nestedRepeat.exec(pattern);
  if (!found) return undefined;
  return {
    node,
    message: `In this pattern \`${found[0].replace(/`/g, "'")}\` takes exponential time on text that almost matches.`,
  };
}

export const exponentialPattern: Rule = {
  id: 'exponential-pattern',
  category: 'performance',
  severity: 'high',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: {
    visits: ['regex'],
    find: (node) => slowPattern(node, field(node, 'pattern')?.text ?? ''),
  },
  python: {
    visits: ['call'],
    find(node) {
      if (!/^(?:compile|match|fullmatch|search|sub|findall|finditer|split)$/.test(calledName(node) ?? ''))
        return undefined;
      if (!/^(?:re|regex)$/.test(lastName(receiver(node)) ?? '')) return undefined;
      const pattern = parts(field(node, 'arguments'))[0];
      return pattern?.type === 'string'
        ? slowPattern(pattern, pattern.text.replace(/^\w*(['"]{1,3})|['"]{1,3}$/g, ''))
        : undefined;
    },
  },
};
