import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputs as analyzeCommit } from '../../../src/actions/analyze-commit/inputs.ts';
import { type InputSpec, parseInputs } from '../../../src/actions/inputs.ts';
import { inputs as learn } from '../../../src/actions/learn/inputs.ts';
import { UsageError } from '../../../src/base/errors.ts';

function parse<S extends InputSpec>(spec: S, given: Record<string, string> = {}) {
  const environment = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const secrets: string[] = [];
  return { inputs: parseInputs(spec, environment, (secret) => secrets.push(secret)), secrets };
}

describe('parseInputs', () => {
  it('gives every input a typed value, defaults where nothing or nothing but space is given', () => {
    expect(parse(analyzeCommit, { 'fail-on': '  ', commit: '' }).inputs).toEqual({
      commit: undefined,
      base: undefined,
      failOn: 'none',
      annotations: true,
      summary: true,
      store: 'on',
      githubToken: '',
    });
    expect(parse(learn, { 'retention-days': '30', 'accept-forks': '12, 13\n14' }).inputs).toEqual({
      retentionDays: 30,
      acceptForks: ['12', '13', '14'],
      summary: true,
      githubToken: '',
    });
  });

  it.each([
    ['fail-on', 'hihg', 'input "fail-on": "hihg" is not allowed; allowed is one of none, low, medium, high, critical'],
    ['fail-on', 'High', 'input "fail-on": "High" is not allowed'],
    ['summary', 'yes', 'input "summary": "yes" is not allowed; allowed is "true" or "false"'],
    ['summary', 'TRUE', 'input "summary": "TRUE" is not allowed'],
    ['commit', '--output=x', 'input "commit": "--output=x" is not allowed; allowed is a commit, branch or tag'],
    ['commit', 'a b', 'input "commit": "a b" is not allowed'],
    ['base', 'a\nb', 'input "base": "a\\nb" is not allowed'],
  ])('refuses %s: %j', (name, value, message) => {
    expect(() => parse(analyzeCommit, { [name]: value })).toThrow(UsageError);
    expect(() => parse(analyzeCommit, { [name]: value })).toThrow(message);
  });

  it.each(['0', '-1', '030', '3651', '1e2', '9.5', '0x10', '٣', 'ninety'])('refuses retention-days %s', (value) => {
    expect(() => parse(learn, { 'retention-days': value })).toThrow(
      `input "retention-days": "${value}" is not allowed; allowed is a whole number from 1 to 3650`,
    );
  });

  it('masks secrets before it refuses anything, and never shows one', () => {
    const secrets: string[] = [];
    const environment = { 'INPUT_GITHUB-TOKEN': 'ghs_secret', 'INPUT_FAIL-ON': 'no' };
    expect(() => parseInputs(analyzeCommit, environment, (secret) => secrets.push(secret))).toThrow('fail-on');
    expect(secrets).toEqual(['ghs_secret']);
  });

  it('either keeps a text as it is or refuses it: nothing is coerced', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        const text = value.trim();
        if (text === '') return;
        try {
          expect(parse(analyzeCommit, { 'fail-on': value }).inputs.failOn).toBe(text);
          expect(String(parse(learn, { 'retention-days': value }).inputs.retentionDays)).toBe(text);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});
