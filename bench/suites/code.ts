import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { buildImportGraph, isGraphInput, type LanguageId, parse } from '../../src/code/index.ts';
import { compare, ms, type Row, type Suite, time } from '../measure.ts';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));
const code = new URL('../../src/code/index.ts', import.meta.url).href;

const declarations = readFileSync(require.resolve('typescript/lib/typescript.d.ts'), 'utf8');
const javascript = readFileSync(require.resolve('typescript/lib/_tsc.js'), 'utf8').slice(0, 1_000_000);

async function readAll(language: LanguageId, text: string, outline: boolean): Promise<void> {
  const file = await parse(language, text);
  if (outline) void file.symbols;
  file.dispose();
}

function sources(): { path: string; text: string }[] {
  return ['src', 'test', 'bench', 'node_modules/zod', 'node_modules/@types'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter(isGraphInput)
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}

async function* rows(): AsyncIterable<Row> {
  const samples: [LanguageId, string][] = [
    ['javascript', javascript],
    ['typescript', declarations],
    ['tsx', declarations],
    ['python', python().repeat(10)],
  ];
  const speed = (text: string, milliseconds: number): string =>
    `${(text.length / 1000 / milliseconds).toFixed(1)} MB/s`;
  for (const [language, text] of samples) {
    const tree = await time(() => readAll(language, text, false));
    const outline = await time(() => readAll(language, text, true));
    yield {
      what: `${language}, ${(text.length / 1e6).toFixed(1)} MB: tree; with symbols, calls and exports`,
      figure: `${speed(text, tree.median)}; ${speed(text, outline.median)}`,
    };
  }
  const peer = await compare(
    () => readAll('typescript', declarations, false),
    () => ts.createSourceFile('a.d.ts', declarations, ts.ScriptTarget.Latest, true),
  );
  yield { what: "typescript.d.ts: tree; TypeScript's own parser", figure: `${ms(peer.a)}; ${ms(peer.b)}` };

  const script = `import { parse } from '${code}'; const f = await parse('python', 'def f(): pass'); f.symbols; f.dispose();`;
  const cold = await compare(
    () => execFileSync(process.execPath, ['--input-type=module', '-e', script]),
    () => execFileSync(process.execPath, ['-e', '0']),
  );
  yield { what: 'cold start with one small file; node -e 0', figure: `${ms(cold.a)}; ${ms(cold.b)}` };

  const files = sources();
  const build = await time(() => buildImportGraph(files), 3);
  const graph = await buildImportGraph(files);
  const start = performance.now();
  const reached = await graph.reverse([
    'src/base/errors.ts',
    'src/code/types.ts',
    'node_modules/zod/v4/core/index.d.ts',
  ]);
  yield {
    what: `import graph of ${files.length} files; importers of three of them (${reached.size} files), parsed`,
    figure: `${ms(build)}; ${(performance.now() - start).toFixed(0)} ms`,
  };
}

function python(): string {
  return `class Point:
    """A point."""

    def __init__(self, x: int = 0, *args, y=1, **rest) -> None:
        self.x, self.y = x, y

    async def move(self, by: "Point") -> "Point":
        if by.x and by.y or not self.x:
            return Point(self.x + by.x, y=self.y + by.y)
        return [Point(i) for i in range(10) if i % 2]
`.repeat(100);
}

export const suite: Suite = { title: 'Reading code', rows };
