import { binary, expression, operands, operatorText, placed } from './expressions.ts';
import { calleeName } from './infer.ts';
import type { Model } from './model.ts';
import { readableAt } from './pool.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

/** What the project calls a question for an own property of an object: `has(object, key, ...)`. */
const helper = /^_?(?:has|own|hasOwn|hasKey|hasProp|hasOwnProp|hasProperty|hasOwnProperty|hop)$/;

const helpersKnown = new WeakMap<Model, readonly Syntax[]>();

/** Calls of such helpers in a file. */
function helpersOf(model: Model): readonly Syntax[] {
  const known = helpersKnown.get(model);
  if (known !== undefined) return known;
  const made = [...model.root.walk()].filter(
    (one) =>
      one.kind === 'call' &&
      one.get('function')?.kind === 'name' &&
      helper.test(calleeName(one)) &&
      (one.get('arguments')?.parts.length ?? 0) >= 2,
  );
  helpersKnown.set(model, made);
  return made;
}

/** What is inherited counts as well, and was not to, or the other way round. */
function* own(node: Syntax, model: Model): Generator<Proposal> {
  if (model.dialect.family === 'python') return;
  if (node.kind === 'call') {
    const asked = /^Object\.(?:hasOwn|prototype\.hasOwnProperty\.call)$/.test(node.get('function')?.text ?? '');
    const [object, key, ...more] = node.get('arguments')?.parts ?? [];
    const plain = [object, key].every((one) => one !== undefined && one.kind !== 'spread');
    if (!asked || object === undefined || key === undefined || more.length > 0 || !plain) return;
    const { dialect } = model;
    const made = binary(expression(key, dialect), 'in', expression(object, dialect), dialect);
    yield replacing(node, node.parent?.kind === 'not' ? `(${made.text})` : placed(made, node, dialect));
    return;
  }
  const [key, object] = operands(node);
  if (operatorText(node) !== 'in' || key === undefined || object === undefined || key.text.startsWith('#')) return;
  const asked = model.text.includes('Object.hasOwn(') ? 'Object.hasOwn' : 'Object.prototype.hasOwnProperty.call';
  yield replacing(node, `${asked}(${object.text}, ${key.text})`);
  for (const call of helpersOf(model)) {
    const [, , ...more] = call.get('arguments')?.parts ?? [];
    if (call.contains(node) || !more.every((one) => readableAt(model, one, node))) continue;
    const words = [object, key, ...more].map(({ text }) => text).join(', ');
    yield replacing(node, `${call.get('function')?.text}(${words})`);
  }
}

export const ownPropertyTemplates: readonly Template[] = [
  {
    id: 'own-property',
    summary: 'an own property asked for in the place of one that may be inherited, or the other way round',
    weight: 0.3,
    kinds: ['comparison', 'call'],
    propose: own,
  },
];
