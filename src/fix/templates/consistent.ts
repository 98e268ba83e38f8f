import { literalKinds, operands, operators, operatorText } from './expressions.ts';
import type { Model } from './model.ts';
import { functionOf, statementAround } from './statements.ts';
import { change, changing, type Proposal, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

/** Comparisons in other statements of the function that ask the same of the same value as this one, and itself. */
export function parallels(node: Syntax): Syntax[] {
  const home = functionOf(node);
  if (node.kind !== 'comparison' || home === undefined) return [node];
  const asks = (one: Syntax): readonly (string | undefined)[] =>
    operands(one).map((side) => (literalKinds.has(side.kind) || operands(one).length > 2 ? undefined : side.text));
  const mine = asks(node);
  return [...home.walk()].filter(
    (one) =>
      one.kind === 'comparison' &&
      operatorText(one) === operatorText(node) &&
      (one === node ||
        (statementAround(one) !== statementAround(node) &&
          asks(one).some((text, side) => text !== undefined && text === mine[side]))),
  );
}

/** The same question of one value asked otherwise at all its places in a function. */
function* parallelChanged(node: Syntax, model: Model): Generator<Proposal> {
  const uses = parallels(node);
  if (uses[0] !== node || uses.length < 2 || uses.length > 4) return;
  const tokens = uses.flatMap((one) => operators(one).slice(0, 1));
  for (const [text, weight] of model.dialect.operators.comparison[operatorText(node)] ?? [])
    yield changing(weight, ...tokens.map((token) => change(token, text)));
}

/** The same operator changed wherever a statement (of compound ones, its head too) has it. */
function* operatorEverywhere(node: Syntax, model: Model): Generator<Proposal> {
  const statement = statementAround(node);
  if (statement === undefined) return;
  const operator = operatorText(node);
  const table = model.dialect.operators[node.kind as 'logical' | 'comparison' | 'arithmetic'];
  const uses = [...statement.walk()].filter(
    (one) => one.kind === node.kind && operatorText(one) === operator && statementAround(one) === statement,
  );
  if (uses[0] !== node || uses.length < 2 || uses.length > 6) return;
  const tokens = uses.flatMap((one) => operators(one).slice(0, 1));
  for (const [text, weight] of table[operator] ?? [])
    yield changing(weight, ...tokens.map((token) => change(token, text)));
}

/** Every truth value of a function says the opposite: what it decides was taken the wrong way round. */
function* truthEverywhere(node: Syntax, model: Model): Generator<Proposal> {
  const home = functionOf(node);
  if (home === undefined) return;
  const { dialect } = model;
  for (const returnedOnly of [false, true]) {
    const uses = [...home.walk()].filter(
      (one) => one.kind === 'boolean' && (!returnedOnly || one.parent?.kind === 'return') && functionOf(one) === home,
    );
    if (uses[0] !== node || uses.length < 2 || uses.length > 8) continue;
    yield changing(
      returnedOnly ? 1 : 0.8,
      ...uses.map((one) => change(one, one.text === dialect.true ? dialect.false : dialect.true)),
    );
  }
}

export const consistentTemplates: readonly Template[] = [
  {
    id: 'operator-everywhere',
    summary: 'the same operator changed at all its uses in a statement',
    weight: 0.3,
    kinds: ['logical', 'comparison', 'arithmetic'],
    propose: operatorEverywhere,
  },
  {
    id: 'parallel-comparisons',
    summary: 'the same question of one value asked otherwise throughout a function',
    weight: 0.4,
    kinds: ['comparison'],
    propose: parallelChanged,
  },
  {
    id: 'boolean-everywhere',
    summary: 'every truth value of a function turned round',
    weight: 0.25,
    kinds: ['boolean'],
    propose: truthEverywhere,
  },
];
