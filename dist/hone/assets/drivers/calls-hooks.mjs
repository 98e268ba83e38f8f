// Hooks of Node's loader, in their own thread: modules of the project are loaded anew for each variant, the changed ones
// with the variant's text.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withoutTypes } from './calls-types.mjs';

const mark = '?hone=';
let root = '';
let variant = { number: 0, texts: {} };

export function initialize({ port, root: folder }) {
  root = folder;
  port.on('message', (message) => {
    variant = message;
    port.postMessage('ready');
  });
  port.unref();
}

function isOwn(url) {
  if (!url?.startsWith('file:')) return false;
  const path = fileURLToPath(url);
  return path.startsWith(root + sep) && !path.includes(`${sep}node_modules${sep}`);
}

export async function resolve(specifier, context, next) {
  let found;
  try {
    found = await next(specifier, context);
  } catch (error) {
    const guessed = guess(specifier, context.parentURL);
    if (guessed === undefined) throw error;
    found = { url: guessed, shortCircuit: true };
  }
  if (!isOwn(found.url) || ['commonjs', 'json', 'wasm'].includes(found.format) || found.url.includes(mark))
    return found;
  return { ...found, url: `${found.url.split('?', 1)[0]}${mark}${variant.number}` };
}

/** Bundlers find `./name.ts` for `./name` and for `./name.js`; Node does not. */
function guess(specifier, parent) {
  if (!specifier.startsWith('.') || !isOwn(parent)) return undefined;
  const base = fileURLToPath(new URL(specifier, `${pathToFileURL(dirname(fileURLToPath(parent))).href}/`));
  const stem = base.replace(/\.([cm]?)js$/, '');
  const names = ['.ts', '.tsx', '.mts', '.js', '.mjs', '/index.ts', '/index.js'].map((ending) => stem + ending);
  const path = names.find((name) => existsSync(name));
  return path === undefined ? undefined : pathToFileURL(path).href;
}

export async function load(url, context, next) {
  if (!isOwn(url)) return next(url, context);
  const path = fileURLToPath(url.split('?', 1)[0]);
  const text = variant.texts[path];
  if (text !== undefined) return { format: 'module', source: text, shortCircuit: true };
  if (!/\.m?tsx?$/.test(path)) return next(url, context);
  return { format: 'module', source: withoutTypes(readFileSync(path, 'utf8'), path), shortCircuit: true };
}
