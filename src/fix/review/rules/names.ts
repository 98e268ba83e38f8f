import { printable } from '../../../base/printable.ts';
import type { Binding } from '../../templates/bindings.ts';
import type { Model } from '../../templates/model.ts';
import type { Syntax } from '../../templates/tree.ts';
import { globalNames } from '../global-names.ts';
import { findIn, introduced, type Patched, type Remark, type Rule } from '../rule.ts';

function unresolved(model: Model): { key: string; node: Syntax }[] {
  const regions = new Map<string, Syntax[]>();
  for (const { name, region } of model.bindings) regions.set(name, [...(regions.get(name) ?? []), region]);
  const globals = globalNames(model.language);
  return findIn(model, (node) => {
    if (node.kind !== 'name' || globals.has(node.text) || isLabel(node)) return false;
    return !(regions.get(node.text) ?? []).some((region) => region.contains(node));
  });
}

/** Names of keyword arguments and of what an import takes from its module. */
function isLabel(node: Syntax): boolean {
  if (node.parent?.kind === 'keyword') return node.field === 'name';
  return [...node.ancestors()].some(({ type }) => /^(?:import|export|future_import)/.test(type));
}

/** A file that takes all names of other modules in: nothing can be said of a name. */
function isOpen({ root }: Model): boolean {
  return [...root.walk()].some(({ type }) => type === 'wildcard_import');
}

function usesOf(model: Model): Map<string, number> {
  const binders = new Set(model.bindings.map(({ node }) => node));
  const uses = new Map<string, number>();
  for (const node of model.root.walk()) {
    if (node.kind !== 'name' || binders.has(node) || isLabel(node)) continue;
    uses.set(node.text, (uses.get(node.text) ?? 0) + 1);
  }
  return uses;
}

function isInner({ region, name, origin }: Binding): boolean {
  if (name.startsWith('_') || name === 'self' || name === 'cls') return false;
  return (origin === 'local' || origin === 'parameter') && region.kind !== 'program' && region.kind !== 'class';
}

/** Names that the patch leaves without any use, though they had one or are its own. */
function unused({ before, after }: Patched): Binding[] {
  const [usedBefore, usedAfter] = [usesOf(before), usesOf(after)];
  const boundBefore = new Set(before.bindings.map(({ name }) => name));
  const seen = new Set<string>();
  return after.bindings.filter((binding) => {
    const { name } = binding;
    if (!isInner(binding) || seen.has(name) || (usedAfter.get(name) ?? 0) > 0) return false;
    seen.add(name);
    return (usedBefore.get(name) ?? 0) > 0 || !boundBefore.has(name);
  });
}

export const nameRules: readonly Rule[] = [
  {
    id: 'undefined-name',
    severity: 'high',
    category: 'bug',
    check(file): Remark[] {
      if (isOpen(file.after)) return [];
      // A name that was unknown before comes from somewhere this cannot see.
      const before = new Set(unresolved(file.before).map(({ key }) => key));
      return introduced(file, unresolved)
        .filter(({ text }) => !before.has(text))
        .map(({ line, text }) => ({ line, message: `nothing defines \`${printable(text, 40)}\` here` }));
    },
  },
  {
    id: 'unused-name',
    severity: 'low',
    category: 'style',
    check: (file): Remark[] =>
      unused(file).map(({ name, node, origin }) => ({
        line: node.line,
        message: `nothing uses \`${printable(name, 40)}\` any more`,
        // A function that looks no longer at what it is given may have been fitted to its tests.
        ...(origin === 'parameter' ? { severity: 'medium' as const } : {}),
      })),
  },
];
