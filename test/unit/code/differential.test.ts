import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type CodeSymbol, languageOf, type ParsedFile, parse } from '../../../src/code/index.ts';

// Readers that nobody here wrote: Python's own ast module, and TypeScript's compiler.

const root = fileURLToPath(new URL('../../../', import.meta.url));

async function read<T>(path: string, text: string, look: (file: ParsedFile) => T): Promise<T> {
  const language = languageOf(path);
  if (language === undefined) throw new Error(`${path} has no language`);
  const file = await parse(language, text, path);
  try {
    expect(file.hasError, path).toBe(false);
    return look(file);
  } finally {
    file.dispose();
  }
}

const inspector = `
import ast, json, sys

def parameters(args):
    kinds = [(a, 'positional') for a in args.posonlyargs] + [(a, 'either') for a in args.args]
    required = len(kinds) - len(args.defaults)
    out = [[a.arg, kind, i >= required] for i, (a, kind) in enumerate(kinds)]
    if args.vararg: out.append(['*' + args.vararg.arg, 'positional', True])
    out += [[a.arg, 'keyword', d is not None] for a, d in zip(args.kwonlyargs, args.kw_defaults)]
    if args.kwarg: out.append(['**' + args.kwarg.arg, 'keyword', True])
    return out

def doc(node):
    text = ast.get_docstring(node, True)
    if text is None: return ''
    first = node.body[0]
    return 'escapes' if '\\\\' in ' '.join(lines[first.lineno - 1:first.end_lineno]) else text.strip()

def yields(node):
    todo = list(node.body)
    while todo:
        one = todo.pop()
        if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)): continue
        if isinstance(one, (ast.Yield, ast.YieldFrom)): return True
        todo += ast.iter_child_nodes(one)
    return False

def read(path):
    symbols, imports = [], []
    def visit(node, names, in_class):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                args = parameters(child.args)
                static = any(isinstance(d, ast.Name) and d.id == 'staticmethod' for d in child.decorator_list)
                if in_class and not static and args and not args[0][0].startswith('*'): args = args[1:]
                first = min([child.lineno] + [d.lineno for d in child.decorator_list])
                symbols.append(['.'.join(names + [child.name]), first, child.lineno, child.end_lineno, args,
                                isinstance(child, ast.AsyncFunctionDef), yields(child), len(child.decorator_list),
                                doc(child)])
                visit(child, names + [child.name], False)
            elif isinstance(child, ast.ClassDef):
                first = min([child.lineno] + [d.lineno for d in child.decorator_list])
                symbols.append(['.'.join(names + [child.name]), first, child.lineno, child.end_lineno, [], False, False,
                                len(child.decorator_list), doc(child)])
                visit(child, names + [child.name], True)
            else:
                visit(child, names, in_class)
    with open(path, 'rb') as file: source = file.read().decode('utf-8')
    global lines
    lines = source.split('\\n')
    tree = ast.parse(source)
    visit(tree, [], False)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imports += [[a.name, 0, [['*', a.asname or a.name.split('.')[0]]], node.lineno] for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [[a.name, a.asname or a.name] for a in node.names]
            imports.append([node.module or '', node.level, names, node.lineno])
    return {'path': path, 'symbols': sorted(symbols), 'imports': sorted(imports)}

import os
library = os.path.dirname(os.__file__)
names = sys.argv[1:]
print(json.dumps([read(os.path.join(library, name)) for name in names]))
`;

const pythonModules = [
  'argparse.py',
  'ast.py',
  'asyncio/base_events.py',
  'collections/__init__.py',
  'contextlib.py',
  'dataclasses.py',
  'decimal.py',
  'email/header.py',
  'enum.py',
  'functools.py',
  'http/client.py',
  'inspect.py',
  'json/decoder.py',
  'pathlib.py',
  'subprocess.py',
  'tarfile.py',
  'typing.py',
  'unittest/mock.py',
];

interface PythonReading {
  path: string;
  symbols: [string, number, number, number, [string, string, boolean][], boolean, boolean, number, string][];
  imports: [string, number, [string, string][], number][];
}

function askPython(): PythonReading[] | undefined {
  try {
    return JSON.parse(
      execFileSync('python3', ['-c', inspector, ...pythonModules], { encoding: 'utf8', maxBuffer: 1e8 }),
    );
  } catch (error) {
    if (process.env.HONE_TEST_REQUIRE === 'all') throw error;
    process.stderr.write('not run: comparison with Python’s ast module (needs python3 with its standard library)\n');
    return undefined;
  }
}

const stars = { positional: '*', keyword: '**' } as const;
const order = (a: unknown[], b: unknown[]): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe("agrees with Python's ast module", () => {
  const readings = askPython();
  it.skipIf(readings === undefined)('on symbols, parameters, lines and imports of the standard library', async () => {
    let compared = 0;
    for (const reading of readings ?? []) {
      const ours = await read(reading.path, readFileSync(reading.path, 'utf8'), (file) => ({
        symbols: file.symbols
          .filter((one) => one.node.type === 'function_definition' || one.node.type === 'class_definition')
          .map((one) => [
            one.qualifiedName,
            one.startLine,
            one.nameLine,
            one.endLine,
            one.parameters.map((p) => [(p.rest ? stars[p.rest] : '') + p.name, p.passing, p.optional]),
            one.async,
            one.generator,
            one.decorators.length,
            one.doc?.includes('\\') ? 'escapes' : (one.doc ?? ''),
          ]),
        imports: file.imports
          .filter((one) => one.kind !== 'dynamic')
          .map((one) => [one.source, one.level, one.names.map(({ name, local }) => [name, local]), one.line]),
      }));
      compared += reading.symbols.length;
      expect(ours.symbols.sort(order), reading.path).toEqual(reading.symbols.sort(order));
      expect(ours.imports.sort(order), reading.path).toEqual(reading.imports.sort(order));
    }
    expect(compared).toBeGreaterThan(1000);
  });
});

/** [kind, name, first line, last line] of everything that is declared by keyword or is a class member. */
function compilerSymbols(path: string, text: string): { symbols: unknown[][]; imports: unknown[][] } {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const symbols: unknown[][] = [];
  const imports: unknown[][] = [];
  const line = (at: number): number => source.getLineAndCharacterOfPosition(at).line + 1;
  const add = (kind: string, node: ts.SignatureDeclaration | ts.DeclarationStatement | ts.ClassElement): void => {
    const name = node.name?.getText(source) ?? (kind === 'constructor' ? 'constructor' : 'default');
    const parameters = 'parameters' in node ? node.parameters.filter((p) => p.name.getText(source) !== 'this') : [];
    symbols.push([
      kind,
      name.replace(/^['"]|['"]$/g, ''),
      line(node.getStart(source)),
      line(node.end),
      parameters.map((p) => [
        p.name.getText(source).replace(/\s+/g, ' '),
        Boolean(p.questionToken ?? p.initializer ?? p.dotDotDotToken),
      ]),
    ]);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node)) add('function', node);
    else if (ts.isClassDeclaration(node)) add('class', node);
    else if (ts.isInterfaceDeclaration(node)) add('interface', node);
    else if (ts.isTypeAliasDeclaration(node)) add('type', node);
    else if (ts.isEnumDeclaration(node)) add('enum', node);
    else if (ts.isMethodDeclaration(node)) add('method', node);
    else if (ts.isConstructorDeclaration(node)) add('constructor', node);
    else if (ts.isGetAccessor(node) && !inType(node)) add('getter', node);
    else if (ts.isSetAccessor(node) && !inType(node)) add('setter', node);
    else if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier;
      if (from !== undefined && ts.isStringLiteral(from)) {
        imports.push([from.text, line(node.getStart(source)), line(node.end)]);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { symbols, imports };
}

function inType(node: ts.Node): boolean {
  return ts.isInterfaceDeclaration(node.parent) || ts.isTypeLiteralNode(node.parent);
}

function ourSymbol(one: CodeSymbol): unknown[] {
  const parameters = one.parameters.map((p) => [p.name, p.optional]);
  return [one.kind, one.name, one.startLine, one.endLine, parameters];
}

function sourcesUnder(folder: string, wanted: RegExp, limit: number): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .sort()
    .slice(0, limit)
    .map((name) => join(root, folder, name));
}

describe("agrees with TypeScript's own parser", () => {
  const files = [
    ...sourcesUnder('src', /\.ts$/, 80),
    ...sourcesUnder('node_modules/commander', /\.js$/, 10),
    join(root, 'node_modules/typescript/lib/typescript.d.ts'),
    join(root, 'node_modules/web-tree-sitter/web-tree-sitter.js'),
    join(root, 'node_modules/sql.js/dist/sql-wasm.js'),
  ];
  it(`on declarations, parameters, lines and imports of ${files.length} files`, async () => {
    const declared = new Set([
      'function_declaration',
      'generator_function_declaration',
      'function_signature',
      'class_declaration',
      'abstract_class_declaration',
      'interface_declaration',
      'type_alias_declaration',
      'enum_declaration',
      'method_definition',
      'method_signature',
      'abstract_method_signature',
    ]);
    for (const path of files) {
      const text = readFileSync(path, 'utf8');
      const theirs = compilerSymbols(path, text);
      const ours = await read(path, text, (file) => ({
        symbols: file.symbols.filter((one) => declared.has(one.node.type)).map(ourSymbol),
        imports: file.imports
          .filter((one) => one.kind === 'import' || one.kind === 'export-from')
          .map((one) => [one.source, one.line, one.endLine]),
      }));
      expect(ours.symbols.sort(order), path).toEqual(theirs.symbols.sort(order));
      expect(ours.imports.sort(order), path).toEqual(theirs.imports.sort(order));
    }
  });
});
