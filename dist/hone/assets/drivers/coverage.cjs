// Lines that run between `begin` and `end`, from V8's precise block coverage.
'use strict';

const { readFileSync } = require('node:fs');
const inspector = require('node:inspector');
const { findSourceMap, SourceMap } = require('node:module');
const { dirname, relative, resolve, sep } = require('node:path');
const { fileURLToPath } = require('node:url');

function newCoverage(root) {
  const session = new inspector.Session();
  session.connect();
  session.post('Debugger.enable');
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const scripts = new Map();

  function scriptOf(url, scriptId) {
    let script = scripts.get(scriptId);
    if (script === undefined) {
      script = null;
      const path = url.startsWith('file://') ? fileURLToPath(url) : url;
      if (path.startsWith(root + sep) && !path.includes(`${sep}node_modules${sep}`)) {
        const text = sourceOf(scriptId);
        script = { path, text, starts: startsOf(text), functions: new Map(), map: mapOf(text, path) };
      }
      scripts.set(scriptId, script);
    }
    return script;
  }

  /** What V8 compiled, which is not the file where a loader has translated it. */
  function sourceOf(scriptId) {
    let text = '';
    session.post('Debugger.getScriptSource', { scriptId }, (error, result) => {
      if (error === null) text = result.scriptSource;
    });
    return text;
  }

  function take() {
    let found;
    session.post('Profiler.takePreciseCoverage', (error, result) => {
      if (error === null) found = result.result;
    });
    return found ?? [];
  }

  return {
    begin: take,
    /** `scripts`: what ran, as it was compiled, whatever its lines come from. */
    end() {
      const lines = {};
      const scripts = new Set();
      for (const { url, scriptId, functions } of take()) {
        const script = scriptOf(url, scriptId);
        if (script === null) continue;
        if (functions.some(({ ranges }) => ranges[0].count > 0)) scripts.add(relative(root, script.path));
        for (const { file, line } of places(script, functions)) {
          const name = relative(root, file);
          lines[name] ??= new Set();
          lines[name].add(line);
        }
      }
      for (const [file, numbers] of Object.entries(lines)) lines[file] = [...numbers].sort((a, b) => a - b);
      return { lines, scripts: [...scripts] };
    },
  };
}

function startsOf(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function mapOf(text, path) {
  // Loaders may close what they wrapped around the code behind the map.
  const inline = /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)[\s});]*$/.exec(text);
  if (inline !== null) return new SourceMap(JSON.parse(Buffer.from(inline[1], 'base64').toString('utf8')));
  return findSourceMap(path) ?? mapBeside(text, path);
}

/** Node reads maps of files only where it is asked to for stack traces. */
function mapBeside(text, path) {
  const [, name] = /\n\/\/# sourceMappingURL=([^\s:]+\.map)\s*$/.exec(text.slice(-2000)) ?? [];
  if (name === undefined) return undefined;
  try {
    return new SourceMap(JSON.parse(readFileSync(resolve(dirname(path), name), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Later takes leave functions out that did not run again: those known from before count as not run. */
function paint({ text, functions: known }, functions) {
  const all = new Map(known);
  for (const { ranges } of functions) {
    const [whole] = ranges;
    const key = `${whole.startOffset}:${whole.endOffset}`;
    known.set(key, [{ ...whole, count: 0 }]);
    all.set(key, ranges);
  }
  const outerFirst = (a, b) => a[0].startOffset - b[0].startOffset || b[0].endOffset - a[0].endOffset;
  const counts = new Uint8Array(text.length);
  for (const ranges of [...all.values()].sort(outerFirst)) {
    for (const { startOffset, endOffset, count } of ranges) counts.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  return counts;
}

/** Where words of the source stand that ran. */
function* places(script, functions) {
  const { path, text, starts, map } = script;
  const counts = paint(script, functions);
  for (let line = 0; line < starts.length; line += 1) {
    const row = text.slice(starts[line], starts[line + 1] ?? text.length);
    if (row.startsWith('//# source')) continue;
    for (const { index } of row.matchAll(/[\w$]+/g)) {
      if (counts[starts[line] + index] !== 1) continue;
      if (map === undefined) {
        yield { file: path, line: line + 1 };
        break;
      }
      const { originalSource, originalLine } = map.findEntry(line, index);
      if (originalSource === undefined) continue;
      const source = originalSource.startsWith('file://') ? fileURLToPath(originalSource) : originalSource;
      yield { file: resolve(dirname(path), source), line: originalLine + 1 };
    }
  }
}

module.exports = { newCoverage };
