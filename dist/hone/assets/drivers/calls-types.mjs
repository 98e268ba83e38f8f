// Makes JavaScript of TypeScript: with a compiler of the project, or by Node itself where it has none.
import Module, { createRequire } from 'node:module';

/** The first that the project has; `commonjs` where the file is loaded by `require`. */
const compilers = [
  [
    'esbuild',
    ({ transformSync }, text, { jsx, commonjs }) =>
      transformSync(text, {
        loader: jsx ? 'tsx' : 'ts',
        target: 'es2022',
        format: commonjs ? 'cjs' : undefined,
        jsx: 'automatic',
        tsconfigRaw: {},
      }).code,
  ],
  [
    'typescript',
    ({ transpileModule, ModuleKind, ScriptTarget, JsxEmit }, text, { path, commonjs }) =>
      transpileModule(text, {
        fileName: path,
        compilerOptions: {
          module: commonjs ? ModuleKind.CommonJS : ModuleKind.ESNext,
          target: ScriptTarget.ES2022,
          jsx: JsxEmit.ReactJSX,
          esModuleInterop: true,
        },
      }).outputText,
  ],
  [
    '@swc/core',
    ({ transformSync }, text, { path, jsx, commonjs }) =>
      transformSync(text, {
        filename: path,
        configFile: false,
        swcrc: false,
        jsc: { parser: { syntax: 'typescript', tsx: jsx, decorators: true }, target: 'es2022' },
        module: { type: commonjs ? 'commonjs' : 'es6' },
      }).code,
  ],
];

let known;

/** @throws where the text is none that types can be taken from, or nothing here can */
export function withoutTypes(text, path, commonjs = false) {
  const jsx = /x$/.test(path);
  const esm = /^\s*(?:import\b(?!\s*\()|export\b)/m.test(text);
  // Nothing has to be found and started for it.
  if (Module.stripTypeScriptTypes !== undefined && !jsx && !(commonjs && esm))
    return Module.stripTypeScriptTypes(text, { mode: 'transform' });
  known ??= compilerFor(path);
  if (known === undefined) throw new Error(`neither Node ${process.version} nor the project compiles ${path}`);
  return known(text, { path, jsx, commonjs });
}

function compilerFor(path) {
  const require = createRequire(path);
  for (const [name, compile] of compilers) {
    try {
      const found = require(name);
      compile(found, 'const one: number = 1;', { path, jsx: false, commonjs: false });
      return (text, options) => compile(found, text, options);
    } catch {
      // Not installed, or without its binary.
    }
  }
  return undefined;
}
