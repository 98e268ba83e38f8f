import { expect, it } from 'vitest';
import { nodeArguments, nodeOptionsFor } from '../../../src/testing/arguments.ts';

it('node names compiled files of tests as they lie there, in a run and when they are repeated', () => {
  const argv = ['node', '--test', '--enable-source-maps', '--import', 'tsx', 'dist/*.test.js'];
  expect(nodeArguments(argv, [])).not.toContain('--enable-source-maps');
  expect(nodeArguments(argv, [])).toEqual(expect.arrayContaining(['--test', '--import', 'tsx', 'dist/*.test.js']));
  expect(nodeOptionsFor(argv)).toEqual(['--import', 'tsx']);
});
