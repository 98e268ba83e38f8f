import { expect, it } from 'vitest';
import { readMessages } from '../../../src/testing/messages.ts';

it('messages that a framework coloured are read without their colours', () => {
  const red = '\u001b[31mexpected 1 to be 2\u001b[39m';
  const messages = [
    { type: 'test', file: 'a.test.js', name: ['adds'], status: 'failed', message: red },
    { type: 'run-error', message: red },
    { type: 'end' },
  ];
  const report = readMessages(messages, { root: '/r', cwd: '' }, 'error');
  expect(report.tests[0]?.message).toBe('expected 1 to be 2');
  expect(report.problems).toEqual(['expected 1 to be 2']);
});
