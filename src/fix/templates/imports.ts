import type { Binding } from './bindings.ts';
import type { Model } from './model.ts';

const importsKnown = new WeakMap<Model, readonly Binding[]>();

/** Imported names that are no functions, classes or modules by their looks, and those that nothing in the file uses. */
export function importedValues(model: Model): readonly Binding[] {
  const known = importsKnown.get(model);
  if (known !== undefined) return known;
  const found = model.bindings.filter(
    (one) => one.origin === 'import' && (constantName.test(one.name) || isForgotten(model, one)),
  );
  importsKnown.set(model, found);
  return found;
}

/** One letter alone is a type parameter. */
const constantName = /^[A-Z][A-Z\d_]+$/;
const forgottenKnown = new WeakMap<Model, ReadonlySet<Binding>>();
/** A file with more of them lends them to others. */
const mostForgotten = 3;

/** An import that the file does not mention again, in no string and no comment: whatever used it is gone. */
export function isForgotten(model: Model, binding: Binding): boolean {
  let known = forgottenKnown.get(model);
  if (known === undefined) {
    known = new Set(forgottenOf(model));
    forgottenKnown.set(model, known);
  }
  return known.has(binding);
}

function forgottenOf({ path, text, bindings, dialect }: Model): readonly Binding[] {
  const imports = bindings.filter(({ origin }) => origin === 'import');
  if (imports.length === 0 || path.endsWith('__init__.py')) return [];
  const mentions = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) mentions.set(word, (mentions.get(word) ?? 0) + 1);
  const found = imports.filter(({ name, node }) => {
    const around = [...node.ancestors()];
    // A whole module is no value, what only types need is imported under a condition, and JSX uses React unseen.
    const isModule = dialect.family === 'python' && around.some(({ type }) => type === 'import_statement');
    return mentions.get(name) === 1 && !isModule && name !== 'React' && !around.some(({ kind }) => kind === 'if');
  });
  return found.length > mostForgotten ? [] : found;
}
