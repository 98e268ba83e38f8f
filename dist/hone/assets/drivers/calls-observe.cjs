// What the recorded text of a module calls: appends arguments to a file of the sandbox, one line of JSON per call.
'use strict';

const { appendFileSync } = require('node:fs');
const { Encoder } = require('./calls-values.cjs');

const perTarget = 60;
const looksPerTarget = 3000;

/** `file` to append to; a target's number, the receiver and the arguments are what is recorded. */
function recorder(file) {
  const targets = new Map();
  let inside = false;
  write({ program: process.execPath });

  function write(line) {
    try {
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    } catch {
      // The tests may have closed or filled what they like; there is one input less.
    }
  }

  return function record(target, self, args) {
    if (inside) return;
    let known = targets.get(target);
    if (known === undefined) {
      known = { looks: 0, seen: new Set() };
      targets.set(target, known);
    }
    known.looks += 1;
    if (known.looks > looksPerTarget || known.seen.size >= perTarget) return;
    inside = true;
    try {
      const encoder = new Encoder({ sources: true });
      const input = {
        self: self === undefined ? null : encoder.encode(self),
        args: Array.from(args, (one) => encoder.encode(one)),
      };
      const text = JSON.stringify(input);
      if (text.length > 50_000 || known.seen.has(text)) return;
      known.seen.add(text);
      write({ target, ...input });
    } finally {
      inside = false;
    }
  };
}

/** The function with a look at its arguments before each call; anything else as it is. */
function watched(record, target, withSelf, value) {
  if (typeof value !== 'function') return value;
  return new Proxy(value, {
    apply(inner, self, args) {
      record(target, withSelf ? self : undefined, args);
      return Reflect.apply(inner, self, args);
    },
  });
}

module.exports = { recorder, watched };
