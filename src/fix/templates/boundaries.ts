import { binary, expression, isLength, keepsLooping, operands, operatorText, placed } from './expressions.ts';
import { calleeName } from './infer.ts';
import type { Model } from './model.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

/** Hours, minutes and days, degrees, powers: what other things are measured by. */
const measures = new Set([24, 60, 90, 100, 128, 180, 256, 360, 365, 400, 1000, 1024, 3600, 86400]);

function* literalSteps(node: Syntax): Generator<Proposal> {
  if (!/^\d+$/.test(node.text)) return;
  const value = Number(node.text);
  if (!Number.isSafeInteger(value)) return;
  // One more or less than a number of minutes or degrees is seldom meant, and such a number itself often.
  const from = measures.has(value) ? 0.4 : 1;
  yield replacing(node, String(value + 1), from);
  if (value > 0) yield replacing(node, String(value - 1), from);
  else if (node.parent?.kind !== 'sign') yield replacing(node, '-1', 0.7);
}

/** A call of the function that it stands in. */
function isRecursive(call: Syntax | undefined): boolean {
  const name = call === undefined ? '' : calleeName(call);
  if (call === undefined || name === '') return false;
  return [...call.ancestors()].some(
    (one) =>
      (one.kind === 'function' && one.get('name')?.text === name) ||
      (one.kind === 'lambda' && one.parent?.get('name')?.text === name),
  );
}

/** Some argument in the list is one more or less than something. */
function isOneOff(list: Syntax | undefined): boolean {
  return (list?.parts ?? []).some((one) => /^\S.* [-+] 1$/.test((one.get('value') ?? one).text));
}

/** How likely it is that a value at this place is off by one; 0 where it makes no sense. */
function boundWeight(node: Syntax): number {
  const { parent } = node;
  if (parent === undefined) return 0;
  switch (parent.kind) {
    case 'comparison':
      return 0.8;
    case 'slice':
    case 'index':
      return node.field === 'object' || node.field === 'value' ? 0 : 1;
    case 'arguments':
      if (isRecursive(parent.parent)) return 1;
      if (isOneOff(parent)) return 0.8;
      return /^(range|slice|substring|substr|splice|charAt|charCodeAt|at|randint|repeat|islice)$/.test(
        parent.parent === undefined ? '' : calleeName(parent.parent),
      )
        ? 1
        : 0.3;
    case 'keyword':
      return isOneOff(parent.parent) ? 0.8 : 0.3;
    case 'return':
      return 0.5;
    case 'arithmetic':
      return 0.3;
    case 'assignment':
    case 'declarator':
      return 0.4;
    case 'augmented':
      return 0.3;
    default:
      return 0.2;
  }
}

function* bounds(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node)) return;
  const place = boundWeight(node);
  const type = model.inference.expectedOf(node);
  if (
    place === 0 ||
    type === 'string' ||
    type === 'list' ||
    type === 'boolean' ||
    type === 'object' ||
    type === 'function'
  )
    return;
  const sure = type === 'number' ? 1 : 0.4;
  const operator = operatorText(node);
  const right = operands(node)[1];
  if (node.kind === 'arithmetic' && (operator === '+' || operator === '-') && right?.text === '1') {
    yield replacing(node, placed(expression(operands(node)[0] as Syntax, model.dialect), node, model.dialect), place);
    return;
  }
  for (const sign of ['-', '+']) {
    const made = binary(expression(node, model.dialect), sign, { text: '1', tightness: 20 }, model.dialect);
    const past = sign === '+' && isLength(node) && keepsLooping(node) ? 0.25 : 1;
    yield replacing(node, placed(made, node, model.dialect), place * sure * past);
  }
}

/** `range(n)` starts at 1, ends at n + 1, or runs backwards. */
function* ranges(node: Syntax, model: Model): Generator<Proposal> {
  if (model.dialect.family !== 'python' || calleeName(node) !== 'range') return;
  const args = node.get('arguments')?.parts ?? [];
  const [a, b] = args.map(({ text }) => text);
  if (a === undefined || args.some(({ kind }) => kind === 'spread' || kind === 'keyword')) return;
  if (b === undefined) {
    yield replacing(node, `range(1, ${a})`, 1);
    yield replacing(node, `range(1, ${a} + 1)`, 1);
    yield replacing(node, `range(2, ${a})`, 0.4);
    yield replacing(node, `range(0, ${a}, 2)`, 0.4);
    yield replacing(node, `range(1, ${a}, 2)`, 0.3);
    yield replacing(node, `range(${a} - 1, -1, -1)`, 0.4);
  } else if (args.length === 2) {
    yield replacing(node, `range(${b})`, 0.5);
    yield replacing(node, `range(${a}, ${b}, 2)`, 0.4);
    yield replacing(node, `range(${b} - 1, ${a} - 1, -1)`, 0.2);
    yield replacing(node, `range(${a} + 1, ${b} + 1)`, 0.4);
    yield replacing(node, `range(${a} - 1, ${b} - 1)`, 0.2);
  } else {
    yield replacing(node, `range(${a}, ${b})`, 0.7);
  }
}

/** A counting loop counts down, or in other steps. */
function* counting(node: Syntax): Generator<Proposal> {
  const step = node.get('increment');
  const name = step?.get('argument', 'left')?.text;
  if (step === undefined || name === undefined) return;
  if (step.kind === 'update') {
    yield replacing(step, `${name} += 2`, 0.7);
    yield replacing(step, step.text.includes('++') ? `${name}--` : `${name}++`, 0.6);
  } else {
    yield replacing(step, `${name}++`, 0.7);
    yield replacing(step, `${name}--`, 0.3);
  }
}

export const boundaryTemplates: readonly Template[] = [
  {
    id: 'literal-step',
    summary: 'integer literal one more or one less',
    weight: 0.48,
    kinds: ['number'],
    propose: literalSteps,
  },
  {
    id: 'off-by-one',
    summary: 'value plus or minus one, or without it',
    weight: 0.27,
    kinds: ['name', 'call', 'member', 'arithmetic', 'index'],
    propose: bounds,
  },
  { id: 'range-bounds', summary: 'start, end or step of a range', weight: 0.35, kinds: ['call'], propose: ranges },
  { id: 'loop-step', summary: 'step of a counting loop', weight: 0.25, kinds: ['for'], propose: counting },
];
