import { expression } from './expressions.ts';
import { calleeName } from './infer.ts';
import type { Model } from './model.ts';
import { expressionsAround, readableAt, variables } from './pool.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

/** Where a limit is forgotten rather than elsewhere. */
const places: Readonly<Record<string, number>> = { return: 1, assignment: 1, declarator: 1, augmented: 0.8, list: 0.6 };

/** A value that must not be less or more than another: `max(low, x)`, `min(x, high)`. */
function* limited(node: Syntax, model: Model): Generator<Proposal> {
  const outer = node.parent?.kind === 'arguments' ? node.parent.parent : undefined;
  const again = [node, outer].some((one) => one?.kind === 'call' && /^(?:max|min)$/.test(calleeName(one)));
  if (!isValue(node) || again || node.field === 'function') return;
  const type = model.inference.expectedOf(node);
  if (type !== 'number' && type !== 'unknown') return;
  const sure = (type === 'number' ? 1 : 0.5) * (places[node.parent?.kind ?? ''] ?? 0.3);
  const library = model.dialect.family === 'python' ? '' : 'Math.';
  const { text } = expression(node, model.dialect);
  for (const [limit, likely] of limits(node, model)) {
    yield replacing(node, `${library}min(${text}, ${limit})`, sure * likely);
    yield replacing(node, `${library}max(${limit}, ${text})`, sure * likely);
  }
}

/** Numbers that a value may be held to. */
function* limits(node: Syntax, model: Model): Generator<readonly [text: string, weight: number]> {
  yield ['0', 0.5];
  yield ['1', 0.4];
  for (const { text, weight, type, unread } of variables(model, node)) {
    const sure = type === 'number' || unread === true ? 1 : type === 'unknown' ? 0.4 : 0;
    if (sure > 0 && !node.text.includes(text)) yield [text, 0.6 * sure * weight];
  }
  const others = expressionsAround(node).filter((one) => one.kind === 'index' || one.kind === 'member');
  for (const one of others.slice(0, 4))
    if (!one.text.includes(node.text) && !node.text.includes(one.text) && readableAt(model, one, node))
      yield [one.text, 0.3];
}

export const limitTemplates: readonly Template[] = [
  {
    id: 'limit',
    summary: 'a value held to a least or a greatest',
    weight: 0.15,
    kinds: ['name', 'call', 'member', 'arithmetic', 'index'],
    propose: limited,
  },
];
