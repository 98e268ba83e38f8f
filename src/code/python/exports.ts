import type { Node } from 'web-tree-sitter';
import type { SymbolScope } from '../family.ts';
import type { CodeSymbol, Export, Import } from '../types.ts';
import { visibilityOf } from './declarations.ts';
import { imports } from './imports.ts';
import { stringValue } from './strings.ts';

/**
 * The module's public names: those of `__all__` when it is written out, otherwise the public names that it defines,
 * and the imports that are meant to be passed on (`import x as x`, and relative ones in `__init__.py`; PEP 484).
 */
export function exports({ path, root, symbols }: SymbolScope): Export[] {
  const own = new Map<string, CodeSymbol>();
  for (const symbol of symbols) if (symbol.parent === undefined) own.set(symbol.qualifiedName, symbol);
  const imported = imports(root).filter((one) => one.kind !== 'dynamic' && !one.typeOnly);
  const all = declaredAll(root);
  if (all !== undefined) return all.map((item) => fromAll(item, own, imported));
  const defined = [...own.values()]
    .filter((symbol) => visibilityOf(symbol.name) === 'public' && !symbol.name.startsWith('__'))
    .map((symbol) => exported(symbol.name, symbol.nameLine, symbol));
  const isPackage = /(?:^|\/)__init__\.pyi?$/.test(path);
  const lines = root.text.split('\n');
  const passedOn = imported.flatMap((one) =>
    one.names
      .filter(({ name, local }) => {
        if (visibilityOf(local) !== 'public' || one.source === '__future__') return false;
        return (
          (isPackage && one.level > 0) || (local === (name === '*' ? one.source : name) && restated(lines, one, local))
        );
      })
      .map(({ local }) => exported(local, one.line, undefined, dots(one))),
  );
  return [...defined, ...passedOn.filter((one) => !own.has(one.name))];
}

function exported(name: string, line: number, symbol?: CodeSymbol, source?: string): Export {
  const form = source === undefined ? 'module-level' : 're-export';
  return { name, form, local: name === '*' ? undefined : name, symbol, source, typeOnly: false, line };
}

function dots(one: Import): string {
  return '.'.repeat(one.level) + one.source;
}

function restated(lines: readonly string[], one: Import, name: string): boolean {
  const words = lines
    .slice(one.line - 1, one.endLine)
    .join(' ')
    .split(/[\s,()]+/);
  return words.some((word, i) => word === 'as' && words[i - 1] === name && words[i + 1] === name);
}

function fromAll(item: { name: string; line: number }, own: ReadonlyMap<string, CodeSymbol>, all: Import[]): Export {
  const symbol = own.get(item.name);
  if (symbol !== undefined) return exported(item.name, symbol.nameLine, symbol);
  const from = all.find((one) => one.names.some(({ local }) => local === item.name));
  return exported(item.name, item.line, undefined, from === undefined ? undefined : dots(from));
}

/** Names of `__all__`, through `=`, `+=`, `.append` and `.extend`; undefined when absent or not written out. */
function declaredAll(root: Node): { name: string; line: number }[] | undefined {
  let names: { name: string; line: number }[] | undefined;
  for (const statement of root.namedChildren) {
    if (statement.type !== 'expression_statement') continue;
    const node = statement.firstNamedChild;
    if (node === null) continue;
    const change = allChange(node);
    if (change === undefined) continue;
    const values = change.value === null ? undefined : literals(change.value);
    if (values === undefined) return undefined;
    names = change.replaces ? values : [...(names ?? []), ...values];
  }
  return names;
}

function allChange(node: Node): { value: Node | null; replaces: boolean } | undefined {
  if (node.type === 'assignment' || node.type === 'augmented_assignment') {
    if (node.childForFieldName('left')?.text !== '__all__') return undefined;
    return { value: node.childForFieldName('right'), replaces: node.type === 'assignment' };
  }
  if (node.type !== 'call' || !/^__all__\.(?:append|extend)$/.test(node.childForFieldName('function')?.text ?? '')) {
    return undefined;
  }
  return { value: node.childForFieldName('arguments')?.firstNamedChild ?? null, replaces: false };
}

function literals(value: Node): { name: string; line: number }[] | undefined {
  if (value.type === 'string') {
    const name = stringValue(value);
    return name === undefined ? undefined : [{ name, line: value.startPosition.row + 1 }];
  }
  if (value.type === 'binary_operator') {
    const parts = value.namedChildren.map(literals);
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if (!['list', 'tuple', 'expression_list', 'parenthesized_expression'].includes(value.type)) return undefined;
  const items = value.namedChildren.filter((child) => child.type !== 'comment').map(literals);
  return items.includes(undefined) ? undefined : items.flatMap((item) => item ?? []);
}
