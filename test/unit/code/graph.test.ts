import { describe, expect, it } from 'vitest';
import { buildImportGraph } from '../../../src/code/index.ts';

type Tree = Record<string, string>;

async function edges(tree: Tree, extra: string[] = []): Promise<string[]> {
  const files = Object.entries(tree).map(([path, text]) => ({ path, text }));
  const graph = await buildImportGraph(files, extra);
  const found = await Promise.all(files.map(({ path }) => graph.imports(path)));
  return found.flat().map((edge) => `${edge.from} -> ${edge.to}${edge.typeOnly ? ' (type)' : ''}`);
}

describe('JavaScript and TypeScript', () => {
  it('finds relative modules by extension, index, package main and the names of compiled files', async () => {
    const tree = {
      'a.ts': `import './b.js'; import './c'; import type { D } from './d'; import './e'; import '.'; import './no'; import '../out';`,
      'b.ts': '',
      'c/index.tsx': "require('../data.json')",
      'd.d.ts': '',
      'e/package.json': '{ "main": "lib/main" }',
      'e/lib/main.js': "import('../../b.js')",
      'index.ts': "export * from './a.js'",
    };
    expect(await edges(tree, ['data.json'])).toEqual([
      'a.ts -> b.ts',
      'a.ts -> c/index.tsx',
      'a.ts -> d.d.ts (type)',
      'a.ts -> e/lib/main.js',
      'a.ts -> index.ts',
      'c/index.tsx -> data.json',
      'e/lib/main.js -> b.ts',
      'index.ts -> a.ts',
    ]);
  });

  it('draws no edge for comments, strings and installed packages', async () => {
    const tree = {
      'a.ts': `// import './b'\n/* import './b' */ const s = "import './b'", t = \`\nimport './b';\n\`;\nimport 'b';`,
      'b.ts': '',
    };
    expect(await edges(tree)).toEqual([]);
  });

  it('follows tsconfig paths and baseUrl, through extends', async () => {
    const tree = {
      'tsconfig.base.json':
        '{ "compilerOptions": { "baseUrl": "src", "paths": { "@/*": ["./app/*"], "@one": ["one.ts"], }, } } // c',
      'tsconfig.json': '{ "extends": "./tsconfig.base" /* ours */ }',
      'src/a.ts': "import '@/x'; import '@one'; import 'plain/y'; import '@/missing';",
      'src/app/x.ts': '',
      'src/one.ts': '',
      'src/plain/y.ts': '',
    };
    expect(await edges(tree)).toEqual([
      'src/a.ts -> src/app/x.ts',
      'src/a.ts -> src/one.ts',
      'src/a.ts -> src/plain/y.ts',
    ]);
  });

  it('follows workspaces, exports to their sources, self references and #imports', async () => {
    const tree = {
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/a/package.json': '{ "name": "@x/a", "imports": { "#util/*": "./src/util/*.js" } }',
      'packages/a/src/index.ts': "import 'b'; import 'b/sub'; import 'b/hidden'; import '#util/u'; import 'fixture';",
      'packages/a/src/util/u.ts': '',
      'packages/b/package.json':
        '{ "name": "b", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.js" }, "./*": "./dist/*.js", "./hidden": null } }',
      'packages/b/src/index.ts': "import 'b/sub'",
      'packages/b/src/sub.ts': "import '@x/a'",
      'packages/b/src/hidden.ts': '',
      'fixtures/package.json': '{ "name": "fixture", "main": "i.js" }',
      'fixtures/i.js': '',
    };
    expect(await edges(tree)).toEqual([
      'packages/a/src/index.ts -> packages/b/src/index.ts',
      'packages/a/src/index.ts -> packages/b/src/sub.ts',
      'packages/a/src/index.ts -> packages/a/src/util/u.ts',
      'packages/b/src/index.ts -> packages/b/src/sub.ts',
      'packages/b/src/sub.ts -> packages/a/src/index.ts',
    ]);
  });

  it('ends on manifests that name each other', async () => {
    const tree = {
      'a/package.json': '{ "main": "b" }',
      'a/b/package.json': '{ "main": ".." }',
      'x.js': "require('./a')",
    };
    expect(await edges(tree)).toEqual([]);
  });
});

describe('Python', () => {
  it('finds absolute, relative and namespace modules, in src layouts too', async () => {
    const tree = {
      'src/pkg/__init__.py': 'from .core import run\n',
      'src/pkg/core.py': 'from . import util\nfrom .sub import deep, value\nimport json\n',
      'src/pkg/util.py': 'from pkg import run\nfrom ..outside import x\n',
      'src/pkg/json.py': '',
      'src/pkg/sub/__init__.py': 'value = 1\n',
      'src/pkg/sub/deep.py': 'import pkg.util as u\n"""\nimport pkg.core\n"""\n# import pkg.core\n',
      'tests/test_core.py': 'from pkg.core import (\n    a,  # x\n    b,\n)\nimport helper\nfrom ns.part import mod\n',
      'tests/helper.py': '',
      'ns/part/mod.py': '',
    };
    expect(await edges(tree)).toEqual([
      'src/pkg/__init__.py -> src/pkg/core.py',
      'src/pkg/core.py -> src/pkg/util.py',
      'src/pkg/core.py -> src/pkg/sub/deep.py',
      'src/pkg/core.py -> src/pkg/sub/__init__.py',
      'src/pkg/util.py -> src/pkg/__init__.py',
      'src/pkg/sub/deep.py -> src/pkg/util.py',
      'tests/test_core.py -> src/pkg/core.py',
      'tests/test_core.py -> tests/helper.py',
      'tests/test_core.py -> ns/part/mod.py',
    ]);
  });
});

describe('reverse', () => {
  it('gives the shortest way of every file that reaches the given ones, circles included', async () => {
    const files = [
      { path: 'a.ts', text: '' },
      { path: 'b.ts', text: "import './a.ts'; import './d.ts'" },
      { path: 'c.ts', text: "import './b.ts'" },
      { path: 'd.ts', text: "import './c.ts'; import './a.ts'" },
      { path: 'e.ts', text: "// import './a.ts'" },
      { path: 'f.ts', text: "import './gone.ts'" },
    ];
    const graph = await buildImportGraph(files, ['gone.ts']);
    expect([...(await graph.reverse(['a.ts']))]).toEqual([
      ['b.ts', 1],
      ['d.ts', 1],
      ['c.ts', 2],
    ]);
    expect([...(await graph.reverse(['gone.ts']))]).toEqual([['f.ts', 1]]);
    expect([...(await graph.reverse(['e.ts', 'nowhere.ts']))]).toEqual([]);
  });
});
