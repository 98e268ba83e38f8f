import { describe, expect, it } from 'vitest';
import { outlineOf, reading } from './reading.ts';

describe('Python', () => {
  it('reads nested, decorated, asynchronous and generating definitions', async () => {
    const text = `"""Module."""
@dec(1)
@other
async def f(a, /, b: int, c=1, *args: str, d=lambda x: 2, e, **kw) -> int:
    """Does.

      More.
    """
    return await g(x=1, *y)


class A(B, metaclass=M):
    @property
    def p(self): return 1
    @p.setter
    def p(self, v): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls, a): pass
    def __init__(self, n: int = 0): pass
    def _q(self):
        def inner():
            yield 1
        if (n := 10) > 5 and n: pass
        elif n or m: pass
        # trailing comment

# belongs to nobody
LIMIT, (low, high) = 1, (2, 3)
name: str = 'x'
twice = lambda x, y=2: x
if TYPE_CHECKING:
    Alias = int
`;
    await reading('python', text, (file) => {
      expect(file.hasError).toBe(false);
      expect(outlineOf(file)).toEqual([
        'function f 2-9 exported async',
        'class A 12-26 exported',
        'getter A.p 13-14 exported',
        'setter A.p 15-16 exported',
        'method A.s 17-18 exported static',
        'method A.c 19-20 exported static',
        'constructor A.__init__ 21-21 exported',
        'method A._q 22-26 protected',
        'function A._q.inner 23-24 generator',
        'constant LIMIT 30-30 exported',
        'variable low 30-30 exported',
        'variable high 30-30 exported',
        'variable name 31-31 exported',
        'function twice 32-32 exported',
        'variable Alias 34-34 exported',
      ]);
      const [f, , , , s, c] = file.symbols;
      expect(f).toMatchObject({
        doc: 'Does.\n\nMore.',
        decorators: ['@dec(1)', '@other'],
        nameLine: 4,
        returnType: 'int',
      });
      expect(f?.parameters.map((p) => [p.name, p.passing, p.optional, p.rest])).toEqual([
        ['a', 'positional', false, undefined],
        ['b', 'either', false, undefined],
        ['c', 'either', true, undefined],
        ['args', 'positional', true, 'positional'],
        ['d', 'keyword', true, undefined],
        ['e', 'keyword', false, undefined],
        ['kw', 'keyword', true, 'keyword'],
      ]);
      expect([s, c].map((one) => one?.parameters.map((p) => p.name))).toEqual([['a'], ['a']]);
      // if, and, elif, or
      expect(file.symbols.find((one) => one.name === '_q')).toMatchObject({ complexity: 5, nesting: 1 });
    });
  });

  it('counts cases of a match but not its wildcard, and clauses of comprehensions', async () => {
    const text = `def f(x):
    match x:
        case 1 if x: pass
        case [a, *_]: pass
        case _: pass
    return [h(i) for i in once() if i for j in each(i)]
`;
    await reading('python', text, (file) => {
      // case, guard, case, for, if, for
      expect(file.symbols[0]?.complexity).toBe(7);
      expect(file.calls.map((one) => [one.name, one.inLoop])).toEqual([
        ['h', true],
        ['once', false],
        ['each', true],
      ]);
    });
  });

  it('reads imports with their levels and lines', async () => {
    const text = `from __future__ import annotations
import os.path as p, sys
from . import a as b, c
from ..x.y import (
    d,  # comment
    e,
)
from z import *
if TYPE_CHECKING:
    from t import T
else:
    import u
importlib.import_module('v.w')
s = "import no"  # import no
`;
    const imports = await reading('python', text, (file) =>
      file.imports.map((one) => [
        '.'.repeat(one.level) + one.source,
        one.names.map(({ name, local }) => `${name}>${local}`).join(),
        one.typeOnly,
        one.line,
        one.endLine,
      ]),
    );
    expect(imports).toEqual([
      ['__future__', 'annotations>annotations', false, 1, 1],
      ['os.path', '*>p', false, 2, 2],
      ['sys', '*>sys', false, 2, 2],
      ['.', 'a>b,c>c', false, 3, 3],
      ['..x.y', 'd>d,e>e', false, 4, 7],
      ['z', '*>*', false, 8, 8],
      ['t', 'T>T', true, 10, 10],
      ['u', '*>u', false, 12, 12],
      ['v.w', '', false, 13, 13],
    ]);
  });

  it.each([
    ['public names by default', 'def a(): pass\ndef _b(): pass\nC = 1\nimport d\nimport e as e\n', ['a', 'C', 'e']],
    [
      '__all__ alone when written out',
      "def a(): pass\ndef b(): pass\n__all__ = ['b', '_c'] + ['d']\n",
      ['b', '_c', 'd'],
    ],
    [
      '__all__ that grows',
      "__all__ = ('a',)\n__all__ += ['b']\n__all__.append('c')\n__all__.extend(['d'])\n",
      ['a', 'b', 'c', 'd'],
    ],
    ['public names when __all__ is computed', 'def a(): pass\n__all__ = names()\n', ['a']],
    ['a wildcard import is not a name of its own', 'from x import *\ndef a(): pass\n', ['a']],
  ])('exports %s', async (_, text, names) => {
    expect(await reading('python', text, (file) => file.exports.map((one) => one.name))).toEqual(names);
  });

  it('passes on the relative imports of a package', async () => {
    const text = 'from .core import run, _hidden\nfrom .all import *\nimport os\n';
    const exports = await reading('python', text, (file) => file.exports, 'pkg/__init__.py');
    expect(exports.map((one) => [one.form, one.name, one.source])).toEqual([
      ['re-export', 'run', '.core'],
      ['re-export', '*', '.all'],
    ]);
  });
});
