// What files of tests get that ask for their framework: a stand-in, whether they import or require it.
import Module, { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * From here on.
 *
 * @param names of the module; the first of them is also answered to who imports it
 * @param standIn what `require` gives
 * @param url of a module that exports the same
 */
export function answerImports(names, standIn, url) {
  const [imported] = names;
  const usual = Module._load;
  Module._load = function (request, ...rest) {
    return names.includes(request) ? standIn : usual.call(this, request, ...rest);
  };
  const { register, registerHooks } = Module;
  if (registerHooks === undefined) {
    const hooks = `export const resolve = (specifier, context, next) =>
      specifier === ${JSON.stringify(imported)} ? { url: ${JSON.stringify(url)}, shortCircuit: true } : next(specifier, context);`;
    register(`data:text/javascript,${encodeURIComponent(hooks)}`);
  } else {
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === imported && !context.conditions?.includes('require')
          ? { url, shortCircuit: true }
          : next(specifier, context),
    });
  }
}

/** What compiles TypeScript for `require` only is asked where the loader of modules knows nothing of it. */
export async function loadFile(path) {
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    if (error?.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
    createRequire(path)(path);
  }
}
