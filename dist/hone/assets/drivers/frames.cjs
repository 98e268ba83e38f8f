// Runs inside the project's process: everything it needs is taken before the project's code can change it.
'use strict';

const { createHmac } = require('node:crypto');
const { readSync, writeSync } = require('node:fs');

const stringify = JSON.stringify;
const fragmentLength = 3000;
const pause = new Int32Array(new SharedArrayBuffer(4));
const wait = Atomics.wait;

/** The first line of stdin, byte by byte: what follows it belongs to others. */
function readLine() {
  const byte = Buffer.alloc(1);
  const line = [];
  const text = () => Buffer.from(line).toString('utf8');
  for (;;) {
    try {
      if (readSync(0, byte, 0, 1, null) === 0) return line.length === 0 ? undefined : text();
    } catch (error) {
      if (error.code === 'EOF') return undefined;
      if (error.code !== 'EAGAIN') throw error;
      wait(pause, 0, 0, 2);
      continue;
    }
    if (byte[0] === 10) return text();
    line.push(byte[0]);
  }
}

function writeAll(text) {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      wait(pause, 0, 0, 2);
    }
  }
}

/** Reads the run's key and returns the function that reports one message. */
function openReport() {
  const key = readLine() ?? '';
  let sequence = 0;
  return (message) => {
    const text = stringify(message).replace(
      /[\u007f-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    for (let at = 0; at < text.length; at += fragmentLength) {
      const fragment = text.slice(at, at + fragmentLength);
      const last = at + fragmentLength >= text.length ? 1 : 0;
      const tag = createHmac('sha256', key).update(`${sequence}:${last}:${fragment}`).digest('hex').slice(0, 16);
      writeAll(`\n@hone:${sequence}:${last}:${tag}:${fragment}\n`);
      sequence += 1;
    }
  };
}

/** Message, class and stack of a thrown value, whatever it is. */
function describe(thrown) {
  let error = thrown;
  if (error?.code === 'ERR_TEST_FAILURE' && error.cause !== undefined) error = error.cause;
  try {
    if (typeof error !== 'object' || error === null)
      return { message: String(error), errorClass: typeof error, stack: '' };
    return {
      message: String(error.message ?? error).slice(0, 4000),
      errorClass: String(error.name ?? error.constructor?.name ?? 'Error'),
      stack: String(error.stack ?? '').slice(0, 8000),
    };
  } catch {
    return { message: 'a value that cannot be shown was thrown', errorClass: 'unknown', stack: '' };
  }
}

module.exports = { openReport, readLine, describe };
