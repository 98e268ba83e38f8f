// Calls functions of variants of the project's modules and says what came of each call. See src/testing/calls/call.ts.
import { existsSync, readFileSync, readSync } from 'node:fs';
import Module, { createRequire, register } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { pathToFileURL } from 'node:url';
import { types } from 'node:util';
import vm from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { withoutTypes } from './calls-hooks.mjs';
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

const { port1: port, port2 } = new MessageChannel();
register('./calls-hooks.mjs', import.meta.url, { data: { port: port2, root }, transferList: [port2] });
port.unref();

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
for (const ending of ['.js', '.cjs', '.ts', '.cts']) {
  const usual = Module._extensions[ending] ?? compile;
  Module._extensions[ending] = (module, path) => {
    if (path in texts) module._compile(texts[path], path);
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

async function loadVariant({ number, files }) {
  texts = {};
  registered = new Map();
  modules = new Map();
  const require = createRequire(join(root, 'index.js'));
  for (const path of Object.keys(require.cache)) {
    if (path.startsWith(root + sep) && !path.includes(`${sep}node_modules${sep}`)) delete require.cache[path];
  }
  for (const { file, text } of files) {
    texts[join(root, file)] = /\.[cm]?ts$/.test(file) ? withoutTypes(text) : text;
  }
  const ready = new Promise((resolve) => port.once('message', resolve));
  port.postMessage({ number, texts });
  await ready;
  port.unref();
  const exported = new Map();
  for (const { file, esm } of files) {
    const path = join(root, file);
    const url = `${pathToFileURL(path).href}?hone=${number}`;
    exported.set(file, isModule(path, esm) ? await import(url) : require(path));
  }
  return exported;
}

/** The function that calls a target in the loaded variant; undefined when it cannot be reached. */
function reach(target, exported) {
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

function nameIn(file, name, exported) {
  try {
    const own = modules.get(file)?.[name]?.();
    if (own !== undefined) return own;
  } catch {
    // It was never initialised.
  }
  const outside = exported.get(file);
  return name === 'default' ? (outside?.default ?? outside) : (outside?.[name] ?? outside?.default?.[name]);
}

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
