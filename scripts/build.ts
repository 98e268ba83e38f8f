/**
 * Builds dist/: TypeScript -> JavaScript (build/) -> one ncc bundle split by dynamic import (dist/hone), the stubs that
 * open its doors, and the files that a bundler must not touch.
 *
 *   node scripts/build.ts [--out DIR]
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const out = resolve(root, values.out);
// Compiled files stay inside the package, where their imports resolve; one folder per target, so that builds may overlap.
const compiled = join(root, 'build', values.out === 'dist' ? 'dist' : `out-${process.pid}`);

/** Bundled name -> where its package has it. Read back through src/base/assets.ts. */
const assets: Record<string, string> = {
  'sql-wasm.cjs': 'sql.js/dist/sql-wasm.js',
  'sql-wasm.wasm': 'sql.js/dist/sql-wasm.wasm',
  'tree-sitter.cjs': 'web-tree-sitter',
  'libpg-query.cjs': 'libpg-query/wasm/libpg-query.js',
  'libpg-query.wasm': 'libpg-query/wasm/libpg-query.wasm',
  'tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-javascript.wasm': '@vscode/tree-sitter-wasm/wasm/tree-sitter-javascript.wasm',
  'tree-sitter-typescript.wasm': '@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm',
  'tree-sitter-tsx.wasm': '@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm',
  'tree-sitter-python.wasm': '@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm',
};

const actions = ['analyze-commit', 'best-of-n-fix', 'learn'] as const;

function run(bin: string, args: string[]): void {
  execFileSync(process.execPath, [require.resolve(bin), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
}

rmSync(out, { recursive: true, force: true });
rmSync(compiled, { recursive: true, force: true });
run('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', compiled]);
run('@vercel/ncc/dist/ncc/cli.js', [
  'build',
  join(compiled, 'main.js'),
  '-o',
  join(out, 'hone'),
  '--no-cache',
  '--license',
  'licenses.txt',
]);

const shipped = new Set<string>();
for (const [name, from] of Object.entries(assets)) {
  const target = join(out, 'hone', 'assets', name);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(require.resolve(from), target);
  shipped.add(/^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);
}
// The bundler collects the licences of what it bundles only.
const licenses = [...shipped].sort().map((name) => {
  const folder = join(root, 'node_modules', name);
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license: string };
  return `${name}\n${license}\n${readFileSync(join(folder, 'LICENSE'), 'utf8')}`;
});
write(join(out, 'hone', 'assets', 'licenses.txt'), licenses.join('\n'));

// Run as they are, inside the processes of the projects that are tested.
cpSync(join(root, 'src/testing/drivers'), join(out, 'hone', 'assets', 'drivers'), {
  recursive: true,
  filter: (source) => !source.endsWith('__pycache__') && !source.endsWith('.pyc'),
});

write(
  join(out, 'hone.js'),
  "#!/usr/bin/env node\nimport { cli } from './hone/index.js';\n\nawait cli(process.argv.slice(2));\n",
  0o755,
);
for (const name of actions) {
  for (const phase of ['main', 'post']) {
    write(
      join(out, 'actions', name, `${phase}.js`),
      `import { action } from '../../hone/index.js';\n\nawait action('${name}', '${phase}');\n`,
    );
  }
}
if (values.out !== 'dist') rmSync(compiled, { recursive: true, force: true });
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
process.stdout.write(`hone ${version} built in ${out}\n`);
