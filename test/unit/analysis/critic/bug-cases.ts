import type { RuleCases } from './security-cases.ts';

export const bugCases: RuleCases = {
  'invalid-typeof': {
    'src/a.ts': `
»if (typeof value === 'undefnied') go();
»if ('null' == typeof value) go();
if (typeof value === 'string') go();
if (typeof value === typeof other) go();
if (kind === 'null') go();
`,
  },
  'past-the-end': {
    'src/a.ts': `
»for (let i = 0; i <= items.length; i++) sum += items[i];
for (let i = 0; i < items.length; i++) sum += items[i];
for (let i = 1; i <= items.length; i++) sum += items[i - 1];
for (let i = 0; i <= items.length; i++) slots.push(i);
for (let i = 0; i <= items.length; i++) { if (i === items.length) break; sum += items[i]; }
for (let i = 0; i <= items.length; i++) sum += items[i] ?? 0;
`,
    'src/a.py': `
»for i in range(len(items) + 1):
    total += items[i]
for i in range(len(items)):
    total += items[i]
for i in range(len(items) + 1):
    cuts.append(items[:i])
`,
  },
  'nan-comparison': {
    'src/a.ts': `
»if (value === NaN) fail();
»const bad = Number.NaN !== value;
if (Number.isNaN(value)) fail();
if (value !== value) fail();
const x = NaN;
`,
    'src/a.py': `
»if value == float("nan"): fail()
»bad = value != np.nan
»worse = math.nan == value
if math.isnan(value): fail()
nan = float("nan")
`,
  },
  'identity-with-literal': {
    'src/a.py': `
»if mode is "fast": go()
»if count is not 0: go()
»if items is []: go()
if value is None: go()
if flag is True: go()
if mode == "fast": go()
if a is b: go()
`,
  },
  'self-comparison': {
    'src/a.js': `
»if (a.b == a.b) go();
»if (size < size) go();
»const ok = left && left;
if (value !== value) go();
if (value === value) go();
if (next() == next()) go();
if (a == b) go();
`,
    'src/a.py': `
»if self.size >= self.size: go()
»ok = left or left
if value != value: go()
if next(a) == next(a): go()
if a < b < a: go()
`,
  },
  'self-assignment': {
    'src/a.js': `
function set(name) {
»  name = name;
  this.name = name;
»  this.size = this.size;
  window.location = window.location;
}
`,
    'src/a.py': `
class A:
    name = name
    def __init__(self, size):
»        self.size = self.size
»        size = size
        self.size = size
exported = exported
def typed(x):
    x: int = x
`,
  },
  'assignment-in-condition': {
    'src/a.ts': `
»if (mode = 'fast') go();
»if (a = b) go();
if (mode === 'fast') go();
if ((a = b)) go();
if (match = pattern.exec(text)) go();
while (node = node.next) go();
`,
  },
  'jump-in-finally': {
    'src/a.ts': `
function read() {
  try {
    work();
  } finally {
»    return 1;
  }
}
function more() {
  for (const x of xs) {
    try {
      work();
    } finally {
»      continue;
    }
  }
  try {
    work();
  } finally {
    for (const x of xs) {
      if (x) break;
    }
    xs.map(() => {
      return 1;
    });
  }
}
`,
    'src/a.py': `
def read():
    try:
        work()
    finally:
»        return 1

def more():
    try:
        work()
    finally:
        for x in xs:
            if x:
                break
        callback = lambda: 1
`,
  },
  'unreachable-code': {
    'src/a.js': `
function a() {
  return 1;
»  work();
}
function b() {
  throw new Error();
»  return 1;
}
function c(x) {
  switch (x) {
    case 1:
      return 1;
      break;
    default:
      return helper();
  }
  function helper() { return 2; }
}
function d() {
  return inner();
  function inner() { return 1; }
}
function e() {
  return x;
  var x;
}
for (const y of ys) {
  if (y) continue;
  work(y);
}
`,
    'src/a.py': `
def a():
    return 1
»    work()

def b():
    raise ValueError()
»    return 1

def c():
    return
    yield

def e():
    return 1
»    return 2
    return 3

def d(xs):
    for x in xs:
        if x:
            continue
        work(x)
    return xs
`,
  },
  'missing-await': {
    'src/a.ts': `
async function save() { await write(); }
function plain() {}
async function main() {
»  save();
  await save();
  void save();
  save().catch(report);
  plain();
  unknown();
  const pending = save();
}
function start() {
  save();
}
save();
class Store {
  async flush() {}
  async close() {
»    this.flush();
    await this.flush();
    other.flush();
  }
}
async function given(save: () => void) {
  save();
}
async function allowed(): Promise<boolean> { return check(); }
function gate() {
»  if (allowed()) open();
»  if (!allowed()) shut();
»  const state = allowed() ? 'open' : 'shut';
»  const size = allowed().size;
»  const user = allowed();
  return user.name;
}
async function waits() {
  if (await allowed()) open();
  const pending = allowed();
  log(pending.then);
  const kept = allowed();
  await kept;
  allowed().then(open);
  return allowed();
}
`,
    'src/a.py': `
import asyncio
async def save(): ...
def plain(): ...
async def numbers():
    yield 1
async def main():
»    save()
    await save()
    plain()
    numbers()
»    if save(): plain()
»    if not save(): plain()
»    print(save().name)
    if await save(): plain()
    task = save()
    asyncio.create_task(save())
class Store:
    async def flush(self): ...
    def close(self):
»        self.flush()
`,
  },
  'async-callback': {
    'src/a.ts': `
»items.forEach(async (item) => {
  await save(item);
});
»const p = new Promise(async (resolve) => {
  resolve(await load());
});
items.forEach((item) => save(item));
items.forEach(async (item) => log(item));
await Promise.all(items.map(async (item) => await save(item)));
const q = new Promise((resolve) => resolve(1));
`,
  },
  'change-while-iterating': {
    'src/a.js': `
for (const item of items) {
»  if (item.old) items.splice(items.indexOf(item), 1);
}
for (const item of items) {
  if (item.old) {
    items.splice(0, 1);
    break;
  }
}
for (const item of [...items]) {
  items.splice(items.indexOf(item), 1);
}
`,
    'src/a.py': `
for item in items:
    if item.old:
»        items.remove(item)
for key in data.keys():
»    del data[key]
for key in list(data):
    del data[key]
for item in items:
    if item.old:
        items.remove(item)
        break
for item in queue:
    queue.append(item.next)
for item in items:
    others.remove(item)
`,
  },
  'mutable-default': {
    'src/a.py': `
»def add(item, items=[]):
    items.append(item)
    return items

»def index(key, value, table: dict = {}):
    table[key] = value

class A:
»    def __init__(self, parts=[]):
        self.parts = parts

def read(names=[]):
    for name in names:
        print(name)

def copy(items=[]):
    items = list(items)
    items.append(1)

def none(items=None):
    items.append(1)

def frozen(items=()):
    return items
`,
  },
  'assert-on-tuple': {
    'src/a.py': `
»assert (value > 0, "must be positive")
assert value > 0, "must be positive"
assert (value > 0)
assert (value > 0), "must be positive"
`,
  },
  'duplicate-key': {
    'src/a.ts': `
const a = {
  one: 1,
  two: 2,
»  one: 3,
};
const b = { one: 1, ...rest, one: 2 };
const c = { 'x-y': 1, x: 2 };
const d = { [one]: 1, [one]: 2 };
const e = { one: { one: 1 } };
`,
    'src/a.py': `
a = {
    "one": 1,
    "two": 2,
»    "one": 3,
}
b = {"1": 1, 1: 2}
c = {one: 1, one: 2}
d = {"one": 1, **rest, "one": 2}
`,
  },
  'duplicate-case': {
    'src/a.ts': `
switch (kind) {
  case 'a':
    return 1;
  case 'b':
    return 2;
»  case 'a':
    return 3;
}
switch (kind) {
  case 'a':
  case 'b':
    return 1;
}
`,
  },
  'conflict-marker': {
    'src/a.css': `
»<<<<<<< HEAD
a { color: red; }
=======
a { color: blue; }
»>>>>>>> feature
`,
    'src/heading.yml': `
# <<<<<<< not at the start
title: x
=======
`,
  },
};
