// Values as JSON that tells them apart: see src/testing/calls/values.ts. Runs inside the project's process.
'use strict';

const { createHash } = require('node:crypto');
const Module = require('node:module');
const { types } = require('node:util');

const limits = { nodes: 1500, depth: 10, text: 2000, items: 200 };
const { getPrototypeOf, keys } = Object;
const { isPrototypeOf: standsAbove } = Object.prototype;
const iteratorPrototype = getPrototypeOf(getPrototypeOf([][Symbol.iterator]()));
const functionText = Function.prototype.toString;
const hasPrivates = /#[\p{ID_Start}$_]/u;

class Encoder {
  /** `sources`: functions are kept so that they can be made again; else only what tells them from other values. */
  constructor({ sources }) {
    this.sources = sources;
    this.left = limits.nodes;
    this.path = [];
  }

  encode(value) {
    try {
      return this.one(value);
    } catch {
      return { kind: 'opaque', class: 'unreadable' };
    }
  }

  one(value) {
    this.left -= 1;
    switch (typeof value) {
      case 'undefined':
        return { kind: 'undefined' };
      case 'boolean':
        return { kind: 'bool', value };
      case 'number':
        return { kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
      case 'bigint':
        return { kind: 'int', text: value.toString().slice(0, limits.text) };
      case 'string':
        return text(value);
      case 'symbol':
        return { kind: 'opaque', class: `symbol ${value.description ?? ''}`.slice(0, 100) };
      case 'function':
        return this.function(value);
    }
    if (value === null) return { kind: 'none' };
    if (this.left <= 0 || this.path.length >= limits.depth) return { kind: 'opaque', class: 'too large' };
    const back = this.path.lastIndexOf(value);
    if (back >= 0) return { kind: 'opaque', class: `cycle ${this.path.length - back}` };
    this.path.push(value);
    try {
      return this.compound(value);
    } finally {
      this.path.pop();
    }
  }

  function(value) {
    if (!this.sources) return { kind: 'function', class: 'Function', source: '' };
    const source = functionText.call(value);
    return source.length <= limits.text
      ? { kind: 'function', class: 'Function', source }
      : { kind: 'opaque', class: 'long function' };
  }

  compound(value) {
    if (Array.isArray(value)) return this.list(nameOf(value, 'Array'), value.length, value);
    if (types.isSet(value)) return this.list('Set', value.size, value);
    if (types.isMap(value)) return this.map('Map', value.size, value);
    if (types.isTypedArray(value)) return this.list(nameOf(value, 'Uint8Array'), value.length, value);
    if (types.isDate(value)) return { kind: 'object', class: 'Date', entries: [['time', this.one(value.getTime())]] };
    if (types.isRegExp(value)) {
      return {
        kind: 'object',
        class: 'RegExp',
        entries: [
          ['source', text(value.source)],
          ['flags', text(value.flags)],
        ],
      };
    }
    if (types.isBoxedPrimitive(value)) return this.one(value.valueOf());
    if (types.isPromise(value) || types.isProxy(value)) return { kind: 'opaque', class: 'promise or proxy' };
    if (types.isGeneratorObject(value) || standsAbove.call(iteratorPrototype, value)) return this.iterator(value);
    const prototype = getPrototypeOf(value);
    const name = nameOf(value, '');
    if (prototype === null || (name === 'Object' && getPrototypeOf(prototype) === null)) {
      const own = keys(value);
      return this.map(
        'Object',
        own.length,
        own.map((key) => [key, value[key]]),
      );
    }
    const own = keys(value).slice(0, limits.items);
    const entries = own.map((key) => [key, this.one(value[key])]);
    const insides = insidesOf(value);
    for (const inside of insides) {
      for (const [key, one] of Object.entries(privateFields(inside, value))) entries.push([key, this.one(one)]);
    }
    if (insides.length === 0 && !this.sources) entries.push(...this.shown(value));
    if (types.isNativeError(value)) entries.push(['message', text(String(value.message))]);
    return { kind: 'object', class: name || 'nameless', entries };
  }

  /** Of private fields that nothing tells: what getters and iteration show. Not for what is to be made again. */
  shown(value) {
    const entries = [];
    const add = (key, read) => {
      try {
        entries.push([key, this.one(read())]);
      } catch (error) {
        if (error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
        entries.push([key, { kind: 'opaque', class: 'throws' }]);
      }
    };
    for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at)) {
      const members = Object.getOwnPropertyDescriptors(at);
      const made = members.constructor?.value;
      if (typeof made !== 'function' || !hasPrivates.test(functionText.call(made))) continue;
      for (const [name, { get }] of Object.entries(members)) {
        if (get !== undefined) add(`get ${name}`, () => Reflect.apply(get, value, []));
      }
      if (Symbol.iterator in members) add('iteration', () => value[Symbol.iterator]());
    }
    return entries;
  }

  list(name, size, values) {
    const items = [];
    for (const value of values) {
      if (items.length === limits.items || this.left <= 0) break;
      items.push(this.one(value));
    }
    return { kind: 'list', class: name, items, ...(items.length < size ? { more: size - items.length } : {}) };
  }

  map(name, size, pairs) {
    const entries = [];
    for (const [key, value] of pairs) {
      if (entries.length === limits.items || this.left <= 0) break;
      entries.push([this.one(key), this.one(value)]);
    }
    return { kind: 'map', class: name, entries, ...(entries.length < size ? { more: size - entries.length } : {}) };
  }

  /** What has been taken of it is gone, so this is for what a function has returned only. */
  iterator(value) {
    if (this.sources) return { kind: 'opaque', class: 'iterator' };
    const items = [];
    let more = 0;
    while (items.length < limits.items && typeof value.next === 'function') {
      const step = value.next();
      if (types.isPromise(step)) return { kind: 'opaque', class: 'asynchronous iterator' };
      if (step.done) break;
      items.push(this.one(step.value));
      more = items.length === limits.items ? 1 : 0;
    }
    return { kind: 'list', class: 'iterator', items, ...(more ? { more } : {}) };
  }
}

function text(value) {
  if (value.length <= limits.text) return { kind: 'string', value };
  const hash = createHash('sha256').update(value).digest('hex').slice(0, 16);
  return { kind: 'string', value: value.slice(0, limits.text), more: `${value.length} ${hash}` };
}

function nameOf(value, otherwise) {
  const name = getPrototypeOf(value)?.constructor?.name;
  return typeof name === 'string' && name !== '' ? name.slice(0, 100) : otherwise;
}

const typedArrays = Object.fromEntries(
  [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array]
    .concat([Float64Array, BigInt64Array, BigUint64Array])
    .map((one) => [one.name, one]),
);

/** Makes a value anew. `classOf(name)` finds a class of the project. @throws where it cannot be made */
function decode(value, classOf) {
  const all = (items) => items.map((item) => decode(item, classOf));
  switch (value.kind) {
    case 'undefined':
      return undefined;
    case 'none':
      return null;
    case 'bool':
    case 'string':
      return value.value;
    case 'number':
      return Number(value.text);
    case 'int':
      return BigInt(value.text);
    case 'list': {
      const items = all(value.items);
      if (value.class === 'Set') return new Set(items);
      if (value.class === 'Buffer') return Buffer.from(items);
      if (value.class in typedArrays) return typedArrays[value.class].from(items);
      if (value.class === 'Array') return items;
      const found = classOf(value.class);
      return found === undefined ? items : Object.setPrototypeOf(items, found.prototype);
    }
    case 'map': {
      const pairs = value.entries.map(([key, one]) => [decode(key, classOf), decode(one, classOf)]);
      return value.class === 'Map' ? new Map(pairs) : Object.fromEntries(pairs);
    }
    case 'object':
      return object(value, classOf);
    case 'function':
      // biome-ignore lint/security/noGlobalEval: a function of the project's own tests, made again where it came from
      return globalThis.eval(`(${value.source})`);
    default:
      throw new Error(`${value.class} cannot be made again`);
  }
}

function object({ class: name, entries }, classOf) {
  const fields = Object.fromEntries(entries.map(([key, one]) => [key, decode(one, classOf)]));
  if (name === 'Date') return new Date(fields.time);
  if (name === 'RegExp') return new RegExp(fields.source, fields.flags);
  const found = classOf(name) ?? globalThis[name];
  if (typeof found !== 'function') throw new Error(`the class ${name} cannot be reached`);
  const insides = insidesOf(found.prototype);
  if (insides.length === 0) return Object.assign(Object.create(found.prototype), fields);
  const made = bare(found);
  for (const inside of insides) {
    inside.write(made, fields);
    for (const key of keys(privateFields(inside, made))) delete fields[key];
  }
  return Object.assign(made, fields);
}

/** An instance with its private fields, without what its constructor does. */
function bare(found) {
  globalThis.__honeBare = found;
  try {
    const made = new found();
    for (const key of keys(made)) delete made[key];
    return made;
  } finally {
    globalThis.__honeBare = undefined;
  }
}

function privateFields({ read }, value) {
  try {
    return read(value);
  } catch {
    // No constructor has made it.
    return {};
  }
}

/**
 * What reads and writes the private fields of a value, for each of its classes that has some; a class of the watched
 * and called modules says so itself, see src/testing/calls/privates.ts.
 */
function insidesOf(value) {
  const known = Module.honePrivates;
  const found = [];
  if (known === undefined) return found;
  for (let at = value; at !== null; at = getPrototypeOf(at)) {
    const made = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
    const inside = typeof made === 'function' ? known.get(made) : undefined;
    if (inside !== undefined) found.push(inside);
  }
  return found;
}

module.exports = { Encoder, decode };
