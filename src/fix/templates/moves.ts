import { literalKinds } from './expressions.ts';
import { functionKinds, loopKinds } from './kinds.ts';
import type { Model } from './model.ts';
import { readableAt } from './pool.ts';
import {
  after,
  before,
  bodyOf,
  functionOf,
  indentOf,
  isDocstring,
  isListed,
  loopAround,
  reindented,
  removal,
  siblingsOf,
  styleAt,
} from './statements.ts';
import { type Change, change, changing, type Proposal, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

/** Neighbours exchanged, or a statement moved past the next two. */
function* exchanged(node: Syntax, model: Model): Generator<Proposal> {
  if (!isListed(node) || isDocstring(node)) return;
  const all = siblingsOf(node);
  const at = all.indexOf(node);
  for (const distance of [1, 2, 3]) {
    const other = all[at + distance];
    if (other === undefined) return;
    if (distance === 1) yield changing(1, change(node, other.text), change(other, node.text));
    else {
      yield changing(0.4, removal(node, model), after(other, node.text, styleAt(model, node)));
      yield changing(0.4, removal(other, model), before(node, other.text, styleAt(model, node)));
    }
  }
}

/** The last statements of a block leave it; the first statement behind a block enters it. */
function* renested(node: Syntax, model: Model): Generator<Proposal> {
  if (!isListed(node) || isDocstring(node)) return;
  const all = siblingsOf(node);
  const at = all.indexOf(node);
  const holder = outerStatement(node);
  if (holder !== undefined && all.length > 1) {
    const text = reindented(node.text, indentOf(node), indentOf(holder));
    const loop = loopKinds.has(holder.kind) ? 1 : 0.6;
    if (at === all.length - 1) yield changing(loop, behind(node, holder, text, model));
    if (at === 0) yield changing(0.6 * loop, before(holder, text, styleAt(model, holder)), removal(node, model));
  }
  const previous = all[at - 1];
  for (const block of previous === undefined ? [] : blocksAtEnd(previous)) {
    const last = block.parts.at(-1);
    if (last === undefined || last.kind === 'comment') continue;
    yield changing(
      0.7,
      removal(node, model),
      after(last, reindented(node.text, indentOf(node), indentOf(last)), styleAt(model, last)),
    );
  }
  const next = all[at + 1];
  const body = next === undefined ? undefined : bodyOf(next);
  const first = body?.kind === 'block' ? body.parts[0] : undefined;
  if (first !== undefined && next !== undefined && loopKinds.has(next.kind)) {
    yield changing(
      0.6,
      removal(node, model),
      before(first, reindented(node.text, indentOf(node), indentOf(first)), styleAt(model, first)),
    );
  }
}

/** The statement taken out of its holder and put behind it: one change, since in Python both end at the same place. */
function behind(node: Syntax, holder: Syntax, text: string, model: Model): Change {
  const { start, end } = removal(node, model);
  const rest = node.source.slice(Math.min(end, holder.end), holder.end);
  const kept = rest === '' ? '' : `${rest}${model.style.newline}`;
  return { start, end: holder.end, text: `${kept}${indentOf(holder)}${text}` };
}

function outerStatement(node: Syntax): Syntax | undefined {
  for (const outer of node.ancestors()) {
    if (functionKinds.has(outer.kind)) return undefined;
    if (isListed(outer)) return outer;
  }
  return undefined;
}

/** Blocks that end where the statement ends, and the blocks inside their last statements. */
function blocksAtEnd(statement: Syntax): Syntax[] {
  const found: Syntax[] = [];
  for (const one of statement.walk()) {
    if (functionKinds.has(one.kind)) return found;
    const owner = one.parent;
    if (one.kind === 'block' && owner !== undefined && owner.kind !== 'lambda') found.push(one);
  }
  return found.slice(0, 4);
}

/** The assignment by which a statement gives a variable an empty or constant value, as it can stand elsewhere. */
function resetOf(statement: Syntax): string | undefined {
  const [inner] = statement.parts;
  const declared = inner?.kind === 'declarator' && statement.get('kind')?.text !== 'const';
  if (inner === undefined || !(declared || inner.kind === 'assignment')) return undefined;
  const [name, value] = [inner.get('name', 'left'), inner.get('value', 'right')];
  const empty = /^(\[\]|\{\}|(new )?(set|Set|Map)\(\)|dict\(\))$/;
  if (name === undefined || value === undefined) return undefined;
  return literalKinds.has(value.kind) || empty.test(value.text) ? `${name.text} = ${value.text}` : undefined;
}

/** A statement of the same function stands here as well. */
function* repeated(node: Syntax, model: Model): Generator<Proposal> {
  const home = functionOf(node);
  if (!isListed(node) || isDocstring(node) || home === undefined) return;
  const style = styleAt(model, node);
  const loop = loopAround(node);
  for (const one of home.walk()) {
    if (one === node || !isListed(one) || isDocstring(one) || !readableAt(model, one, node)) continue;
    // What a loop fills is emptied where the next part begins, as it was before the loop.
    const reset = loop === undefined || loop.contains(one) ? undefined : resetOf(one);
    const simple = one.kind === 'statement' || one.kind === 'break' || one.kind === 'continue' || one.kind === 'return';
    if (!simple && reset === undefined) continue;
    const text = reset === undefined ? one.text : model.dialect.simple(reset, style);
    const near = (reset === undefined ? 1 : 2.5) / (1 + Math.abs(one.line - node.line) / 5);
    yield changing(near, after(node, text, style));
    yield changing(0.8 * near, before(node, text, style));
    if (node.kind === 'statement') yield changing(0.4 * near, change(node, text));
  }
}

export const moveTemplates: readonly Template[] = [
  {
    id: 'swap-statements',
    summary: 'statements of a block in another order',
    weight: 0.2,
    kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration', 'return'],
    propose: exchanged,
  },
  {
    id: 'nesting',
    summary: 'a statement moved into or out of a block',
    weight: 0.25,
    kinds: ['statement', 'if', 'return', 'declaration', 'for', 'foreach', 'while'],
    propose: renested,
  },
  {
    id: 'repeat-statement',
    summary: 'a statement of the function repeated elsewhere',
    weight: 0.12,
    kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration', 'return'],
    propose: repeated,
  },
];
