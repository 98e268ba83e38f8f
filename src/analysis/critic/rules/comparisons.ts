import { enclosing } from '../../../code/nodes.ts';
import type { Node } from '../../../code/types.ts';
import { field, isPlainReference, operator, parts, stringValue, unwrap } from '../nodes.ts';
import type { Problem, Rule } from '../rule.ts';
import { short } from './injection.ts';

const nan = /^(?:NaN|Number\.NaN|(?:math|np|numpy)\.(?:nan|NaN|NAN)|float\(\s*['"][nN]a[nN]['"]\s*\))$/;

export const nanComparison: Rule = {
  id: 'nan-comparison',
  category: 'bug',
  severity: 'high',
  confidence: 'high',
  appliesTo: 'all',
  ecmascript: {
    visits: ['binary_expression'],
    find(node) {
      const sides = [field(node, 'left'), field(node, 'right')];
      const compares = /^(?:[=!]==?|[<>]=?)$/.test(operator(node) ?? '');
      if (!compares || !sides.some((side) => nan.test(side?.text ?? ''))) return undefined;
      return { node, message: 'Comparing with `NaN` gives the same answer for every value; use `Number.isNaN`.' };
    },
  },
  python: {
    visits: ['comparison_operator'],
    find(node) {
      const compares = /^(?:[=!]=|[<>]=?)$/.test(operator(node) ?? '');
      if (!compares || !parts(node).some((side) => nan.test(side.text))) return undefined;
      return { node, message: 'Comparing with NaN gives the same answer for every value; use `math.isnan`.' };
    },
  },
};

const typeNames = /^(?:undefined|object|boolean|number|bigint|string|symbol|function)$/;

export const invalidTypeof: Rule = {
  id: 'invalid-typeof',
  category: 'bug',
  severity: 'high',
  confidence: 'high',
  appliesTo: 'all',
  ecmascript: {
    visits: ['binary_expression'],
    find(node) {
      const sides = [unwrap(field(node, 'left')), unwrap(field(node, 'right'))];
      const asked = sides.some((side) => side?.type === 'unary_expression' && operator(side) === 'typeof');
      const name = sides.map(stringValue).find((text) => text !== undefined);
      if (!asked || name === undefined || typeNames.test(name) || !/^[=!]==?$/.test(operator(node) ?? ''))
        return undefined;
      return { node, message: `\`typeof\` never gives "${name.slice(0, 40).replace(/`/g, "'")}".` };
    },
  },
};

const literalTypes = /^(?:string|concatenated_string|integer|float|list|dictionary|set|tuple)$/;

export const literalIdentity: Rule = {
  id: 'identity-with-literal',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'all',
  python: {
    visits: ['comparison_operator'],
    find(node) {
      const op = operator(node);
      const literal = parts(node).find((side) => literalTypes.test(side.type));
      if ((op !== 'is' && op !== 'is not') || !literal) return undefined;
      return {
        node,
        message: `\`${op}\` asks for the same object, not for a value equal to \`${short(literal)}\`; use \`${op === 'is' ? '==' : '!='}\`.`,
      };
    },
  },
};

export const noneEquality: Rule = {
  id: 'none-equality',
  category: 'practice',
  severity: 'low',
  confidence: 'medium',
  appliesTo: 'production',
  python: {
    visits: ['comparison_operator'],
    find(node) {
      const op = operator(node);
      if ((op !== '==' && op !== '!=') || !parts(node).some((side) => side.type === 'none')) return undefined;
      // Query builders overload `==`; only a plain condition is certain.
      const condition = /^(?:if_statement|elif_clause|while_statement|assert_statement|conditional_expression)$/;
      if (!condition.test(node.parent?.type ?? '')) return undefined;
      return {
        node,
        message: `\`${op} None\` asks the object's own equality; use \`${op === '==' ? 'is' : 'is not'} None\`.`,
      };
    },
  },
};

const loose = new Set(['==', '<', '>', '<=', '>=', '&&', '||', 'and', 'or']);

function comparesWithItself(node: Node): Problem | undefined {
  const [left, right] = [field(node, 'left') ?? parts(node)[0], field(node, 'right') ?? parts(node)[1]];
  const op = operator(node) ?? '';
  if (!loose.has(op) || !left || !right || parts(node).length !== 2) return undefined;
  if (!isPlainReference(left) || left.text !== right.text) return undefined;
  return { node, message: `Both sides of \`${op}\` are \`${short(left)}\`.` };
}

export const selfComparison: Rule = {
  id: 'self-comparison',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: { visits: ['binary_expression'], find: comparesWithItself },
  python: { visits: ['comparison_operator', 'boolean_operator'], find: comparesWithItself },
};

function assignsItself(node: Node): Problem | undefined {
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!left || !isPlainReference(left) || left.text !== right?.text || field(node, 'type')) return undefined;
  // In a class body it copies a name from outside; at module level it re-exports for type checkers; setting a
  // location reloads the page.
  if (left.type === 'identifier' && !inFunction(node)) return undefined;
  if (/\blocation\b/.test(left.text)) return undefined;
  return { node, message: `\`${short(left)}\` is assigned to itself.` };
}

function inFunction(node: Node): boolean {
  const scope = enclosing(
    node,
    new Set([
      'function_definition',
      'class_definition',
      'function_declaration',
      'method_definition',
      'arrow_function',
      'function_expression',
    ]),
  );
  return scope !== undefined && scope.type !== 'class_definition';
}

export const selfAssignment: Rule = {
  id: 'self-assignment',
  category: 'bug',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: { visits: ['assignment_expression'], find: assignsItself },
  python: { visits: ['assignment'], find: assignsItself },
};

export const assignmentInCondition: Rule = {
  id: 'assignment-in-condition',
  category: 'bug',
  severity: 'high',
  confidence: 'medium',
  appliesTo: 'all',
  ecmascript: {
    visits: ['if_statement'],
    find(node) {
      const condition = parts(field(node, 'condition'))[0];
      // Double parentheses and calls on the right are how people say that they mean it.
      if (condition?.type !== 'assignment_expression') return undefined;
      const right = unwrap(field(condition, 'right'));
      if (!right || !/^(?:identifier|member_expression|number|string|true|false|null|undefined)$/.test(right.type))
        return undefined;
      return { node: condition, message: `The condition assigns \`${short(right)}\` instead of comparing with it.` };
    },
  },
};
