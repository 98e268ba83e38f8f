// What a failure of jest is: its reporter gets texts, its runner the thrown values.
'use strict';

const timedOut = /^(?:thrown: )?"?Exceeded timeout of [\d.]+ ?ms/;
const frame = /\n\s+at (?:async )?(?:.*\()?(?:file:\/\/|\/|node:|<anonymous>|[A-Za-z]:\\)/;

/** Class and message of a failure's text, which is a stack. Failed expectations are plain errors to jest. */
function readFailure(text) {
  const end = text.search(frame);
  const head = (end < 0 ? text : text.slice(0, end)).trimEnd();
  const [prefix = '', name] = /^([A-Za-z_$][\w$]*)(?: \[\w+\])?: /.exec(head) ?? [];
  const named = name !== undefined && name !== 'thrown' && /^[A-Z]/.test(name);
  const message = named ? head.slice(prefix.length) : head;
  return { message, ...classify(named ? name : 'string', message) };
}

/** `string` is what is thrown that is no error. */
function classify(errorClass, message) {
  if (timedOut.test(message)) return { errorClass: 'TimeoutError', status: 'timed-out' };
  // node:assert's own text is replaced by jest's, without the class.
  const expectation = /^(?:expect\(|assert[.(]|Expected value )/.test(message);
  return { errorClass: expectation ? 'AssertionError' : errorClass, status: 'failed' };
}

module.exports = { readFailure, classify };
