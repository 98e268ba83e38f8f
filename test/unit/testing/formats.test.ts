import { expect, it } from 'vitest';
import { readGo, readJunit, readTap } from '../../../src/testing/formats.ts';

it('reads go test -json', () => {
  const lines = [
    { Action: 'run', Package: 'x/y', Test: 'TestA' },
    { Action: 'output', Package: 'x/y', Test: 'TestA', Output: '    a_test.go:7: got 1\n' },
    { Action: 'fail', Package: 'x/y', Test: 'TestA', Elapsed: 0.5 },
    { Action: 'pass', Package: 'x/y', Test: 'TestB/sub', Elapsed: 0 },
  ];
  const messages = readGo(`not json\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n{broken`);
  expect(messages).toContainEqual({
    type: 'test',
    name: ['x/y', 'TestA'],
    status: 'failed',
    ms: 500,
    message: '    a_test.go:7: got 1\n',
    frames: [{ file: 'a_test.go', line: 7 }],
  });
  expect(messages).toContainEqual(expect.objectContaining({ name: ['x/y', 'TestB', 'sub'], status: 'passed' }));
  expect(messages.at(-1)).toEqual({ type: 'end' });
});

it('reads TAP with subtests, and is complete only with its plan kept', () => {
  const text =
    '1..2\n# Subtest: outer\n    ok 1 - inner\n    not ok 2 - bad\nnot ok 1 - outer\nok 2 - later # SKIP no\n';
  const messages = readTap(text) ?? [];
  expect(messages.map(({ name, status }) => [name, status])).toEqual([
    [['outer', 'inner'], 'passed'],
    [['outer', 'bad'], 'failed'],
    [['outer'], 'failed'],
    [['later'], 'skipped'],
    [undefined, undefined],
  ]);
  expect(readTap(text.replace('1..2', '1..3'))?.at(-1)).not.toEqual({ type: 'end' });
  expect(readTap('hello')).toBeUndefined();
});

it('reads JUnit XML', () => {
  const xml = `<?xml version="1.0"?><testsuites><testsuite name="s">
    <testcase name="a &lt; b" classname="C" file="t.py" time="0.25"/>
    <testcase name="f" classname="C"><failure message="1 != 2" type="AssertionError"><![CDATA[at x]]></failure></testcase>
    <testcase name="k"><skipped/></testcase></testsuite></testsuites>`;
  const messages = readJunit(xml);
  expect(messages).toHaveLength(4);
  expect(messages[0]).toMatchObject({ name: ['C', 'a < b'], file: 't.py', ms: 250, status: 'passed' });
  expect(messages[1]).toMatchObject({
    status: 'failed',
    message: '1 != 2',
    errorClass: 'AssertionError',
    stack: 'at x',
  });
  expect(messages[2]).toMatchObject({ name: ['k'], status: 'skipped' });
  expect(readJunit(xml.slice(0, -20)).at(-1)).not.toEqual({ type: 'end' });
});
