import { type Replacement, splice, type Wrap } from '../schemata/splice.ts';
import { makingWraps, readingWraps } from './privates.ts';
import type { ModuleText, Target } from './targets.ts';

/** The original with a look at the arguments of its targets: what they are is appended to `file` in the sandbox. */
export function watchedText(module: ModuleText, file: string, recorder: string): string {
  if (module.language === 'python') {
    const begin = `from hone_calls_observe import watched as _hone_watched\n`;
    return pythonText(module, [], begin, ({ number }) => `@_hone_watched(${JSON.stringify(file)}, ${number})`);
  }
  const load = `process.getBuiltinModule('node:module').createRequire(${JSON.stringify(recorder)})(${JSON.stringify(recorder)})`;
  // A function declaration is there before anything of the module runs, whatever imports whom.
  const tail = `
;function __honeWatched() { const o = ${load}; const m = globalThis.__honeRecorders ??= new Map(); const f = ${JSON.stringify(file)};
if (!m.has(f)) m.set(f, o.recorder(f)); return { record: m.get(f), watched: (n, s, v) => o.watched(m.get(f), n, s, v) }; }\n`;
  const wraps: Wrap[] = [];
  const inserted: Replacement[] = [];
  for (const { number, place, receiver } of module.targets) {
    if (place.how === 'around') {
      wraps.push({
        start: place.start,
        end: place.end,
        open: `__honeWatched().watched(${number},${receiver === 'instance'},(`,
        close: '))',
      });
    } else if (place.how === 'body') {
      const self = receiver === 'instance' ? 'this' : 'undefined';
      inserted.push({ start: place.at, end: place.at, text: `;__honeWatched().record(${number},${self},arguments);` });
    }
  }
  wraps.push(...readingWraps(module.privates));
  // Loaders and builds that check types would refuse it.
  const head = module.language === 'javascript' || module.original.startsWith('#!') ? '' : '// @ts-nocheck\n';
  return head + splice(module.original, 0, module.original.length, wraps, inserted) + tail;
}

/** A variant whose targets can be reached from outside, exported or not. */
export function reachableText(module: ModuleText, edits: readonly Replacement[]): string {
  if (module.language === 'python') {
    const begin = `from hone_calls import target as _hone_target\n`;
    return pythonText(module, edits, begin, ({ number }) => `@_hone_target(${number})`);
  }
  const wraps = module.targets.flatMap(({ number, place }) =>
    place.how === 'around'
      ? [{ start: place.start, end: place.end, open: `globalThis.__honeCalls.target(${number},(`, close: '))' }]
      : [],
  );
  const names = module.names.map((name) => `${JSON.stringify(name)}:()=>${name}`).join();
  const tail = `\n;globalThis.__honeCalls.names(${JSON.stringify(module.file)},{${names}});\n`;
  wraps.push(...makingWraps(module.privates));
  return splice(module.original, 0, module.original.length, wraps, edits) + tail;
}

/** Decorators go right above `def`, so that what they get is the function itself. */
function pythonText(
  module: ModuleText,
  edits: readonly Replacement[],
  begin: string,
  decorator: (target: Target) => string,
): string {
  const inserted: Wrap[] = module.targets.flatMap((target) => {
    const { place } = target;
    if (place.how !== 'above') return [];
    const open = `${decorator(target)}\n${place.indent}`;
    return [{ start: place.at, end: target.end, open, close: '' }];
  });
  // Behind what stands first in a module by rule, in front of a decorated function that stands first.
  const first: Wrap = { start: module.begin, end: module.original.length, open: begin, close: '' };
  return splice(module.original, 0, module.original.length, [first, ...inserted], edits);
}
