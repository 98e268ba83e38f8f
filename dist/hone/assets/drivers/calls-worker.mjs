// Calls functions of variants of the project's modules and says what came of each call. See src/testing/calls/call.ts.
import { readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { types } from 'node:util';
import vm from 'node:vm';
import { loadVariant, nameIn, openLoader, reach } from './calls-load.mjs';
import encoding from './calls-values.cjs';
import frames from './frames.cjs';

const now = performance.now.bind(performance);
const later = setTimeout;
/** Between two looks at the clock many short calls share one watch over their time. */
const sliceMs = 40;
const chunk = 50;
const report = frames.openReport();
const lines = readLines();
const { root } = JSON.parse(lines.next().value);
const setup = JSON.parse(lines.next().value);
const exit = process.exit;

/** Lines of stdin, waited for without turns of the event loop. */
function* readLines() {
  const buffer = Buffer.alloc(65536);
  const decoder = new StringDecoder('utf8');
  const pause = new Int32Array(new SharedArrayBuffer(4));
  let text = '';
  for (;;) {
    let count = -1;
    try {
      count = readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      if (error.code === 'EOF') return;
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 2);
      continue;
    }
    if (count === 0) return;
    const whole = (text + decoder.write(buffer.subarray(0, count))).split('\n');
    text = whole.pop();
    yield* whole;
  }
}

let printed = '';
function capture(data) {
  if (printed.length < 2000) printed += String(data).slice(0, 2000);
  return true;
}
process.stdout.write = capture;
process.stderr.write = capture;
process.exit = (code) => {
  throw Object.assign(new Error(`process.exit(${code ?? ''})`), { name: 'ProcessExit' });
};
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => {});

/** What chance decides is decided alike for every variant. */
let chance = 1;
Math.random = () => {
  chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0;
  return chance / 2 ** 32;
};

openLoader(root);

class Calls {
  constructor(message, reached, classOf) {
    this.reached = reached;
    this.classOf = classOf;
    this.at = message.from;
    this.single = message.single;
    this.timeouts = message.timeouts;
    this.ready = [];
    this.sent = now();
    this.promise = undefined;
    this.began = undefined;
    this.retries = 0;
    this.script = new vm.Script('globalThis.__honeCalls.run()');
  }

  send(last) {
    report({ type: 'outcomes', from: this.at - this.ready.length, outcomes: this.ready, last });
    this.ready = [];
    this.sent = now();
  }

  add(outcome) {
    this.ready.push(outcome);
    this.at += 1;
    if (this.single || this.ready.length >= chunk || now() - this.sent > 300) this.send(false);
  }

  /** Milliseconds of the processor since the current call began. */
  used() {
    const { user, system } = process.cpuUsage(this.began);
    return (user + system) / 1000;
  }

  get limit() {
    return this.timeouts >= 2 ? setup.limitMs / 4 : setup.limitMs;
  }

  async all() {
    globalThis.__honeCalls.run = () => this.slice();
    while (this.at < setup.inputs.length) {
      if (this.timeouts >= setup.mostTimeouts) {
        this.add({ end: 'unknown' });
        continue;
      }
      try {
        this.script.runInThisContext({ timeout: Math.ceil(this.limit) + sliceMs });
        if (this.promise !== undefined) this.add(await this.settled());
        this.retries = 0;
      } catch {
        // On a busy machine the time may have gone to others: what has not had its share gets another turn.
        if (this.used() < this.limit / 2 && this.retries < 3) {
          this.retries += 1;
          continue;
        }
        this.retries = 0;
        this.timeouts += 1;
        this.add({ end: 'timeout' });
      }
      // What calls have left to do later gets its turn here, not in the middle of another call.
      if (this.promise !== undefined) this.promise = undefined;
    }
    this.send(true);
  }

  slice() {
    const end = now() + sliceMs;
    while (this.at < setup.inputs.length && now() < end) {
      this.began = process.cpuUsage();
      const outcome = this.one(setup.inputs[this.at]);
      if (this.promise !== undefined) return;
      this.add(outcome);
    }
  }

  one({ target, self, args, twice }) {
    const call = this.reached.get(target);
    if (call === undefined) return { end: 'unreached' };
    let receiver;
    let made;
    try {
      receiver = self === null ? undefined : encoding.decode(self, this.classOf);
      made = args.map((arg) => encoding.decode(arg, this.classOf));
    } catch (error) {
      return { end: 'unmade', why: String(error?.message).slice(0, 200) };
    }
    const before = self === null ? made : [receiver, ...made];
    const was = encodeAll(before);
    printed = '';
    chance = 1;
    try {
      let value = call(receiver, made);
      if (twice) value = call(receiver, [value]);
      if (types.isPromise(value)) {
        this.promise = { value, before, was };
        return undefined;
      }
      return returned(value, before, was);
    } catch (error) {
      if (error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      return thrown(error, '');
    }
  }

  async settled() {
    const { value, before, was } = this.promise;
    this.promise = undefined;
    let timer;
    const tooLong = new Promise((resolve) => {
      timer = later(() => resolve({ end: 'timeout' }), this.limit);
    });
    const outcome = await Promise.race([
      value.then(
        (result) => {
          const told = returned(result, before, was);
          return { ...told, value: { kind: 'list', class: 'promise', items: [told.value] } };
        },
        (error) => thrown(error, 'rejected '),
      ),
      tooLong,
    ]);
    clearTimeout(timer);
    if (outcome.end === 'timeout') this.timeouts += 1;
    return outcome;
  }
}

function encodeAll(list) {
  const encoder = new encoding.Encoder({ sources: false });
  return JSON.stringify(list.map((one) => encoder.encode(one)));
}

function returned(value, before, was) {
  const encoded = new encoding.Encoder({ sources: false }).encode(value);
  const after = encodeAll(before);
  return {
    end: 'returns',
    value: encoded,
    ...(after === was ? {} : { after: JSON.parse(after) }),
    ...(printed === '' ? {} : { printed }),
  };
}

function thrown(error, how) {
  const { errorClass } = frames.describe(error);
  return { end: 'throws', error: how + errorClass };
}

report({ type: 'ready' });
for (const line of lines) {
  const message = JSON.parse(line);
  try {
    const exported = await loadVariant(message);
    const reached = new Map(message.targets.map((target) => [target.number, reach(target, exported)]));
    const files = message.files.map(({ file }) => file);
    const classOf = (name) => {
      for (const file of files) {
        const found = nameIn(file, name, exported);
        if (typeof found === 'function') return found;
      }
      return undefined;
    };
    await new Calls(message, reached, classOf).all();
  } catch (error) {
    report({ type: 'unloadable', message: frames.describe(error).message.slice(0, 500) });
  }
}
exit(0);
