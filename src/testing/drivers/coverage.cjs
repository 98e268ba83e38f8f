// Lines that run between `begin` and `end`, from V8's precise block coverage.
'use strict';

const inspector = require('node:inspector');
const { readFileSync } = require('node:fs');
const { findSourceMap } = require('node:module');
const { relative, sep } = require('node:path');
const { fileURLToPath } = require('node:url');

function newCoverage(root) {
  const session = new inspector.Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const scripts = new Map();

  function scriptOf(url) {
    let script = scripts.get(url);
    if (script === undefined) {
      script = null;
      const path = url.startsWith('file://') ? fileURLToPath(url) : url;
      const inside = path.startsWith(root + sep) && !path.includes(`${sep}node_modules${sep}`);
      if (inside)
        script = { path, ...readLines(readFileSync(path, 'utf8')), functions: new Map(), map: findSourceMap(path) };
      scripts.set(url, script);
    }
    return script;
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
    end() {
      const lines = {};
      for (const { url, functions } of take()) {
        const script = scriptOf(url);
        if (script === null) continue;
        const executed = paint(script, functions);
        for (const [file, numbers] of mapped(script, executed, root)) {
          lines[file] = [...new Set([...(lines[file] ?? []), ...numbers])].sort((a, b) => a - b);
        }
      }
      return lines;
    },
  };
}

function readLines(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** Later takes leave functions out that did not run again: those known from before count as not run. */
function paint(script, functions) {
  const { text, starts, functions: known } = script;
  const all = new Map(known);
  for (const { ranges } of functions) {
    const [whole] = ranges;
    const key = `${whole.startOffset}:${whole.endOffset}`;
    known.set(key, [{ ...whole, count: 0 }]);
    all.set(key, ranges);
  }
  const ordered = [...all.values()].sort(
    (a, b) => a[0].startOffset - b[0].startOffset || b[0].endOffset - a[0].endOffset,
  );
  if (!ordered.some((ranges) => ranges[0].count > 0)) return [];
  const counts = new Uint8Array(text.length);
  for (const ranges of ordered)
    for (const { startOffset, endOffset, count } of ranges) counts.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  const executed = [];
  for (let line = 0; line < starts.length; line += 1) {
    const end = starts[line + 1] ?? text.length;
    for (let at = starts[line]; at < end; at += 1) {
      if (counts[at] === 1 && /[\w$]/.test(text[at])) {
        executed.push(line + 1);
        break;
      }
    }
  }
  return executed;
}

function* mapped({ path, map }, executed, root) {
  if (map === undefined) {
    yield [relative(root, path), executed];
    return;
  }
  const files = new Map();
  for (const line of executed) {
    const { originalSource, originalLine } = map.findEntry(line - 1, 0);
    if (originalSource === undefined) continue;
    const file = originalSource.startsWith('file://') ? fileURLToPath(originalSource) : originalSource;
    const numbers = files.get(file) ?? [];
    numbers.push(originalLine + 1);
    files.set(file, numbers);
  }
  for (const [file, numbers] of files) yield [relative(root, file), numbers];
}

module.exports = { newCoverage };
