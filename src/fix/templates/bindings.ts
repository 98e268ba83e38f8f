import { functionKinds } from './kinds.ts';
import type { Syntax } from './tree.ts';

export type Origin = 'parameter' | 'local' | 'loop' | 'function' | 'class' | 'import';

/** A name and where it can be seen. */
export interface Binding {
  readonly name: string;
  readonly origin: Origin;
  /** The name where it is bound. */
  readonly node: Syntax;
  /** Node inside which the name is visible. */
  readonly region: Syntax;
  /** What it is bound to, when that is written there. */
  readonly value: Syntax | undefined;
  /** The annotation, as written. */
  readonly annotation: string | undefined;
}

const importTypes = new Set(['import_statement', 'import_from_statement', 'import_clause']);
const shorthandPattern = 'shorthand_property_identifier_pattern';

/** Every binding of a file, in the order of the text. */
export function bindingsOf(root: Syntax): Binding[] {
  const found: Binding[] = [];
  const bind = (target: Syntax, origin: Origin, region: Syntax, value?: Syntax, annotation?: string): void => {
    for (const node of target.walk()) {
      if (node.kind === 'member' || node.kind === 'index') return;
      if (node.type !== 'identifier' && node.type !== shorthandPattern) continue;
      if (node.field === 'type' || node.parent?.type === 'type' || isDefault(node)) continue;
      const whole = node === target ? value : undefined;
      found.push({ name: node.text, origin, node, region, value: whole, annotation });
    }
  };
  for (const node of root.walk()) {
    const { parent } = node;
    const annotation = node.get('type')?.text.replace(/^:\s*/, '');
    if (node.kind === 'assignment' && node.type === 'assignment') {
      const left = node.get('left');
      if (left !== undefined) bind(left, 'local', functionAround(node), node.get('right'), annotation);
    } else if (node.kind === 'declarator') {
      const name = node.get('name');
      const region =
        parent?.get('kind')?.type === 'var' || parent?.type === 'variable_declaration'
          ? functionAround(node)
          : blockAround(node);
      if (name !== undefined) bind(name, 'local', region, node.get('value'), annotation);
    } else if (node.kind === 'foreach' || node.kind === 'clause') {
      const left = node.get('left');
      const pythonLoop = node.type === 'for_statement';
      const region = node.kind === 'clause' ? (parent ?? node) : pythonLoop ? functionAround(node) : node;
      if (left !== undefined) bind(left, 'loop', region, undefined);
    } else if (node.kind === 'parameters' && parent !== undefined) {
      for (const part of node.parts) bindParameter(part, parent, bind);
    } else if (node.kind === 'lambda' && node.get('parameter') !== undefined) {
      bind(node.get('parameter') as Syntax, 'parameter', node);
    } else if (node.kind === 'function' || node.kind === 'class') {
      const name = node.get('name');
      const method = parent?.kind === 'block' && parent.parent?.kind === 'class';
      if (name?.type === 'identifier' && !method) {
        bind(name, node.kind === 'class' ? 'class' : 'function', blockAround(node));
      }
    } else if (importTypes.has(node.type)) {
      for (const part of node.parts)
        if (part.field !== 'module_name' && part.kind !== 'string') bindImport(part, root, found);
    } else if (
      node.type === 'as_pattern_target' ||
      (node.type === 'identifier' && node.field === 'parameter' && parent?.type === 'catch_clause')
    ) {
      bind(node, 'local', functionAround(node));
    } else if (node.type === 'named_expression') {
      const name = node.get('name');
      if (name !== undefined) bind(name, 'local', functionAround(node), node.get('value'));
    }
  }
  return found;
}

type Bind = (target: Syntax, origin: Origin, region: Syntax, value?: Syntax, annotation?: string) => void;

function bindParameter(part: Syntax, owner: Syntax, bind: Bind): void {
  const annotation = part.get('type')?.text.replace(/^:\s*/, '');
  const target = part.get('name', 'pattern', 'left') ?? (part.type === 'typed_parameter' ? part.parts[0] : part);
  if (target !== undefined) bind(target, 'parameter', owner, part.get('value', 'right'), annotation);
}

function bindImport(part: Syntax, root: Syntax, found: Binding[]): void {
  const names = [...part.walk()].filter((node) => node.type === 'identifier');
  const bound = part.get('alias') ?? names[part.type === 'dotted_name' ? 0 : names.length - 1];
  if (part.type === 'named_imports' || part.type === 'import_clause') {
    for (const inner of part.parts) bindImport(inner, root, found);
  } else if (bound !== undefined) {
    found.push({
      name: bound.text,
      origin: 'import',
      node: bound,
      region: root,
      value: undefined,
      annotation: undefined,
    });
  }
}

/** The default value inside a pattern is read, not bound. */
function isDefault(node: Syntax): boolean {
  for (let inner = node; inner.parent !== undefined; inner = inner.parent) {
    if (inner.parent.type === 'assignment_pattern' || inner.parent.type.endsWith('default_parameter')) {
      return inner.field === 'right' || inner.field === 'value';
    }
    if (!inner.parent.type.endsWith('pattern')) return false;
  }
  return false;
}

export function functionAround(node: Syntax): Syntax {
  let top = node;
  for (const outer of node.ancestors()) {
    if (functionKinds.has(outer.kind) || outer.kind === 'class') return outer;
    top = outer;
  }
  return top;
}

function blockAround(node: Syntax): Syntax {
  let top = node;
  for (const outer of node.ancestors()) {
    if (outer.kind === 'block' || outer.kind === 'for' || functionKinds.has(outer.kind)) return outer;
    top = outer;
  }
  return top;
}

/** Bindings visible at a node, nearest first; of equal names only the nearest. Class bodies hide from their methods. */
export function visibleAt(bindings: readonly Binding[], node: Syntax): Binding[] {
  const nearest = new Map<string, Binding>();
  for (let i = bindings.length - 1; i >= 0; i--) {
    const binding = bindings[i] as Binding;
    const { region } = binding;
    if (!region.contains(node) || (region.kind === 'class' && functionAround(node) !== region)) continue;
    const anywhere = binding.origin === 'function' || binding.origin === 'class' || region.kind === 'comprehension';
    const deferred = region.kind === 'program' && functionAround(node).kind !== 'program';
    if (binding.node.start >= node.start && !anywhere && !deferred) continue;
    if (declaredBy(binding, node)) continue;
    const known = nearest.get(binding.name);
    if (known === undefined || (known.region !== region && known.region.contains(region)))
      nearest.set(binding.name, binding);
  }
  return [...nearest.values()];
}

/** `node` stands in the very expression that the binding is made from, so the name has no value yet. */
function declaredBy(binding: Binding, node: Syntax): boolean {
  return binding.value?.contains(node) === true && !functionKinds.has(binding.value.kind);
}
