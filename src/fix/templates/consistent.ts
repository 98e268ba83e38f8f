import { operators, operatorText } from './expressions.ts';
import type { Model } from './model.ts';
import { functionOf, statementAround } from './statements.ts';
import { change, changing, type Proposal, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

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
    id: 'boolean-everywhere',
    summary: 'every truth value of a function turned round',
    weight: 0.25,
    kinds: ['boolean'],
    propose: truthEverywhere,
  },
];
