import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as analyzeCommit from '../../src/actions/analyze-commit/inputs.ts';
import * as bestOfNFix from '../../src/actions/best-of-n-fix/inputs.ts';
import type { InputSpec } from '../../src/actions/inputs.ts';
import * as learn from '../../src/actions/learn/inputs.ts';
import { root } from '../support/bundle.ts';

interface Definition {
  name: string;
  description: string;
  branding: { icon: string; color: string };
  inputs: Record<string, { description: string; required: boolean; default: string }>;
  outputs: Record<string, { description: string }>;
  runs: Record<string, string>;
}

const actions: Record<string, { inputs: InputSpec; outputs: readonly string[] }> = {
  'analyze-commit': analyzeCommit,
  'best-of-n-fix': bestOfNFix,
  learn,
};

function definition(name: string): Definition {
  return parse(readFileSync(`${root}/actions/${name}/action.yml`, 'utf8')) as Definition;
}

describe('action.yml', () => {
  it('exists for exactly the actions that there are', () => {
    expect(readdirSync(`${root}/actions`).sort()).toEqual(Object.keys(actions).sort());
    const built = /const actions = \[(.*)\]/.exec(readFileSync(`${root}/scripts/build.ts`, 'utf8'))?.[1];
    expect(built?.match(/[\w-]+/g)?.sort()).toEqual(Object.keys(actions).sort());
  });

  describe.each(Object.entries(actions))('of %s', (name, { inputs, outputs }) => {
    it('names the inputs that the code reads, with the same defaults', () => {
      const declared = Object.entries(definition(name).inputs).map(([input, { default: initial }]) => {
        return [input, initial.includes('github.token') ? '' : initial];
      });
      expect(Object.fromEntries(declared)).toEqual(
        Object.fromEntries(Object.entries(inputs).map(([input, { default: initial }]) => [input, initial])),
      );
    });

    it('takes secrets for secrets', () => {
      for (const [input, { secret }] of Object.entries(inputs)) {
        expect(secret, input).toBe(/token|key|secret|password/.test(input));
      }
    });

    it('has defaults that are allowed', () => {
      for (const [input, { default: initial, parse: read }] of Object.entries(inputs)) {
        if (initial !== '') expect(read(initial), input).not.toBeUndefined();
      }
    });

    it('names the outputs that the code sets; the harness adds `report`', () => {
      expect(Object.keys(definition(name).outputs).sort()).toEqual([...outputs, 'report'].sort());
    });

    it('describes everything, and starts the stubs that the build writes', () => {
      const { description, branding, runs, inputs: given, outputs: set } = definition(name);
      for (const { description: text } of [...Object.values(given), ...Object.values(set), { description }]) {
        expect(text).toMatch(/\.$/);
      }
      expect(branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
      expect(runs).toEqual({
        using: 'node24',
        main: `../../dist/actions/${name}/main.js`,
        post: `../../dist/actions/${name}/post.js`,
        'post-if': 'always()',
      });
    });
  });
});
