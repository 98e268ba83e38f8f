import type { Node } from 'web-tree-sitter';
import type { Import, ImportedName } from '../types.ts';
import { stringValue } from './strings.ts';

/** Import statements wherever they stand, and `import_module('literal')`, in the order of the text. */
export function imports(root: Node): Import[] {
  const types = ['import_statement', 'import_from_statement', 'future_import_statement'];
  if (/\b(?:import_module|__import__)\s*\(/.test(root.text)) types.push('call');
  return root.descendantsOfType(types).flatMap((node) => {
    switch (node.type) {
      case 'import_statement':
        return node.childrenForFieldName('name').map((item) => wholeModule(node, item));
      case 'call':
        return importCall(node);
      default:
        return fromModule(node);
    }
  });
}

function found(node: Node, rest: Pick<Import, 'source' | 'kind' | 'level' | 'names'>): Import {
  return {
    ...rest,
    typeOnly: underTypeChecking(node),
    line: node.startPosition.row + 1,
    endLine: node.endPosition.row + 1,
  };
}

function wholeModule(node: Node, item: Node): Import {
  const source = dotted(item.childForFieldName('name') ?? item);
  // `import a.b` binds `a`; `import a.b as c` binds the module itself.
  const local = item.childForFieldName('alias')?.text ?? source.split('.', 1)[0] ?? source;
  return found(node, { source, kind: 'import', level: 0, names: [{ name: '*', local }] });
}

function fromModule(node: Node): Import[] {
  const module = node.childForFieldName('module_name');
  const prefix = module?.namedChildren.find((child) => child.type === 'import_prefix')?.text ?? '';
  const name = module?.type === 'relative_import' ? module.namedChildren.find((c) => c.type === 'dotted_name') : module;
  const source = node.type === 'future_import_statement' ? '__future__' : name ? dotted(name) : '';
  const level = prefix.split('.').length - 1;
  const star = node.namedChildren.some((child) => child.type === 'wildcard_import');
  const names = star ? [{ name: '*', local: '*' }] : node.childrenForFieldName('name').map(importedName);
  return [found(node, { source, kind: 'from', level, names })];
}

function importedName(item: Node): ImportedName {
  const name = dotted(item.childForFieldName('name') ?? item);
  return { name, local: item.childForFieldName('alias')?.text ?? name };
}

function dotted(name: Node): string {
  return name.text.replace(/\s+/g, '');
}

function importCall(node: Node): Import[] {
  const called = node.childForFieldName('function')?.text ?? '';
  if (!/^(?:importlib\s*\.\s*import_module|import_module|__import__)$/.test(called)) return [];
  const argument = node.childForFieldName('arguments')?.firstNamedChild;
  const value = argument?.type === 'string' ? stringValue(argument) : undefined;
  if (value === undefined || !/^[\w.]+$/.test(value)) return [];
  const source = value.replace(/^\.+/, '');
  return [found(node, { source, kind: 'dynamic', level: value.length - source.length, names: [] })];
}

function underTypeChecking(node: Node): boolean {
  if (node.startPosition.column === 0) return false;
  for (let child = node, parent = node.parent; parent !== null; child = parent, parent = parent.parent) {
    if (parent.type !== 'if_statement') continue;
    const condition = parent.childForFieldName('condition')?.text ?? '';
    const then = parent.childForFieldName('consequence');
    if (/^(?:\w+\s*\.\s*)?TYPE_CHECKING$/.test(condition) && then?.id === child.id) return true;
  }
  return false;
}
