// Loads variants of the project's modules and reaches their functions. See src/testing/calls/call.ts.
import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire, register } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { withoutTypes } from './calls-types.mjs';

let root = '';
const { port1: port, port2 } = new MessageChannel();

/** Before anything of the project is loaded. */
export function openLoader(folder) {
  root = folder;
  register('./calls-hooks.mjs', import.meta.url, { data: { port: port2, root }, transferList: [port2] });
  port.unref();
}

let texts = {};
let registered = new Map();
let modules = new Map();
globalThis.__honeCalls = {
  names(file, names) {
    modules.set(file, names);
  },
  target(number, value) {
    registered.set(number, value);
    return value;
  },
};

const compile = Module._extensions['.js'];
for (const ending of ['.js', '.cjs', '.ts', '.cts', '.tsx']) {
  const typed = /ts/.test(ending);
  const usual = typed
    ? (module, path) => module._compile(withoutTypes(readFileSync(path, 'utf8'), path, true), path)
    : (Module._extensions[ending] ?? compile);
  Module._extensions[ending] = (module, path) => {
    if (path in texts) module._compile(typed ? withoutTypes(texts[path], path, true) : texts[path], path);
    else usual(module, path);
  };
}

function isModule(path, looksLike) {
  const ending = extname(path);
  if (/^\.m[jt]s$/.test(ending)) return true;
  if (/^\.c[jt]s$/.test(ending)) return false;
  for (let folder = dirname(path); folder.startsWith(root); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { type } = JSON.parse(readFileSync(manifest, 'utf8'));
    return type === 'module' || (type === undefined && looksLike);
  }
  return looksLike;
}

export async function loadVariant({ number, files }) {
  texts = {};
  registered = new Map();
  modules = new Map();
  const require = createRequire(join(root, 'index.js'));
  for (const path of Object.keys(require.cache)) {
    if (path.startsWith(root + sep) && !path.includes(`${sep}node_modules${sep}`)) delete require.cache[path];
  }
  const asModules = new Set(files.flatMap(({ file, esm }) => (isModule(join(root, file), esm) ? [file] : [])));
  for (const { file, text } of files) {
    const path = join(root, file);
    texts[path] = asModules.has(file) && /\.m?tsx?$/.test(file) ? withoutTypes(text, path) : text;
  }
  const ready = new Promise((resolve) => port.once('message', resolve));
  port.postMessage({ number, texts });
  await ready;
  port.unref();
  const exported = new Map();
  for (const { file } of files) {
    const path = join(root, file);
    const url = `${pathToFileURL(path).href}?hone=${number}`;
    exported.set(file, asModules.has(file) ? await import(url) : require(path));
  }
  return exported;
}

/** The function that calls a target in the loaded variant; undefined when it cannot be reached. */
export function reach(target, exported) {
  const found = registered.get(target.number);
  const path = target.name.split('.');
  let holder = path.length === 1 ? undefined : nameIn(target.file, path[0], exported);
  for (const name of path.slice(1, -1)) holder = holder?.[name];
  if (target.kind === 'constructor') {
    return typeof holder === 'function' ? (_, args) => Reflect.construct(holder, args) : undefined;
  }
  const called = typeof found === 'function' ? found : memberOf(target, holder, path.at(-1), exported);
  if (typeof called !== 'function') return undefined;
  return (self, args) => Reflect.apply(called, target.receiver === 'holder' ? holder : self, args);
}

function memberOf(target, holder, name, exported) {
  if (holder === undefined) return nameIn(target.file, name, exported);
  const owner = target.receiver === 'instance' ? holder.prototype : holder;
  const descriptor = owner == null ? undefined : Object.getOwnPropertyDescriptor(owner, name);
  return { getter: descriptor?.get, setter: descriptor?.set }[target.kind] ?? descriptor?.value;
}

export function nameIn(file, name, exported) {
  try {
    const own = modules.get(file)?.[name]?.();
    if (own !== undefined) return own;
  } catch {
    // It was never initialised.
  }
  const outside = exported.get(file);
  return name === 'default' ? (outside?.default ?? outside) : (outside?.[name] ?? outside?.default?.[name]);
}
