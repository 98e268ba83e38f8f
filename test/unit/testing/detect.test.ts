import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import { detect, detectAll } from '../../../src/testing/index.ts';
import { splitConjunction, splitWords } from '../../../src/testing/shell-words.ts';

const root = mkdtempSync(join(tmpdir(), 'hone-detect-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, value: unknown): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof value === 'string' ? value : JSON.stringify(value));
}

put('package.json', {
  workspaces: ['packages/*'],
  scripts: { test: 'vitest', unit: 'npm run build && mocha -R dot', loop: 'npm run loop', pretest: 'echo before' },
});
put('packages/core/package.json', { name: '@x/core', scripts: { test: "NODE_ENV=test jest --config 'a b.json'" } });
put('node_modules/.bin/jest', '');

describe('words of a command', () => {
  it.each([
    ['a  b', ['a', 'b']],
    [`a 'b c' "d e" f\\ g ''`, ['a', 'b c', 'd e', 'f g', '']],
    ['a "b\\"c"', ['a', 'b"c']],
    ['a | b', undefined],
    ['a $HOME', undefined],
    ['a "$HOME"', undefined],
    ["a 'open", undefined],
    ['a ~/b', undefined],
  ])('%s', (text, words) => expect(splitWords(text)?.map((word) => word.text)).toEqual(words));

  it('marks file patterns that are not quoted', () => {
    expect(splitWords(`a *.js '*.js' b?c`)?.map((word) => word.pattern)).toEqual([false, true, false, true]);
  });

  it('splits at && outside of quotes and groups', () => {
    expect(splitConjunction(`a 'x && y' && (b && c) && d`)).toEqual([`a 'x && y'`, '(b && c)', 'd']);
  });
});

describe('detection', () => {
  it('puts files in the place of patterns, as a shell would, and what none matches stays', async () => {
    put('spec/b.js', '');
    put('spec/a.js', '');
    put('spec/.c.js', '');
    put('spec/deep/d.js', '');
    const { argv } = await detect(`mocha s*c/[ab].js spec/?.js 'spec/*.js' spec/*/*.js none/*.js`, root);
    const both = ['spec/a.js', 'spec/b.js'];
    expect(argv).toEqual(['mocha', ...both, ...both, 'spec/*.js', 'spec/deep/d.js', 'none/*.js']);
  });

  it('leaves out what installs dependencies, and nothing else', async () => {
    expect(await detect('npm ci && npm run build && yarn && jest', root)).toMatchObject({
      framework: 'jest',
      prelude: 'npm run build',
    });
  });

  it.each([
    ['node --test test/', 'node', '.'],
    ['python3 -m pytest -q', 'pytest', '.'],
    ['.venv/bin/pytest', 'pytest', '.'],
    ['poetry run pytest', 'pytest', '.'],
    ['python -m unittest discover', 'unittest', '.'],
    ['go test ./...', 'go', '.'],
    ['npx vitest run', 'vitest', '.'],
    ['yarn jest --ci', 'jest', '.'],
    ['node node_modules/mocha/bin/mocha.js', 'mocha', '.'],
    ['make test', 'unknown', '.'],
    ['npx cross-env A=1 jest', 'jest', '.'],
    ['coverage run -m pytest', 'pytest', '.'],
    ['corepack yarn jest', 'jest', '.'],
    ['npm test --workspaces', 'jest', 'packages/core'],
    ['yarn workspace @x/core test', 'jest', 'packages/core'],
    ['cd packages/core && npm test', 'jest', 'packages/core'],
    ['npm test -w @x/core', 'jest', 'packages/core'],
    ['npm --prefix packages/core test', 'jest', 'packages/core'],
    ['for x in 1; do pytest; done', 'pytest', '.'],
  ])('%s', async (text, framework, cwd) => {
    expect(await detect(text, root)).toMatchObject({ framework, cwd, text });
  });

  it('follows package scripts, with what runs before them and what is added behind', async () => {
    expect(await detect('npm test -- --bail 1', root)).toMatchObject({
      framework: 'vitest',
      prelude: 'echo before',
      argv: ['vitest', '--bail', '1'],
    });
    expect(await detect('npm run unit', root)).toMatchObject({ framework: 'mocha', prelude: 'npm run build' });
  });

  it('has scripts that watch run once', async () => {
    for (const tool of ['kcd-scripts', 'react-scripts'])
      expect(await detect(`${tool} test --runInBand`, root)).toMatchObject({ framework: 'jest', env: { CI: 'true' } });
    expect((await detect('jest', root)).env).toEqual({});
  });

  it('finds the framework of scripts that node runs itself', async () => {
    put('scripts/test/index.js', "import './one.js';");
    put('scripts/test/one.js', "import test from 'node:test';");
    put('scripts/tape.cjs', "const test = require('tape');");
    put('scripts/build.js', "import fs from 'node:fs';");
    const found = async (text: string) => {
      const { framework, argv, prelude } = await detect(`cd scripts && ${text}`, root);
      return [framework, argv.join(' '), prelude];
    };
    expect(await found('node build.js && node --conditions development test/index.js')).toEqual([
      'node',
      'node --conditions development --test test/index.js',
      'node build.js',
    ]);
    expect(await found('node -r ./setup.cjs tape.cjs')).toEqual(['tape', 'tape -r ./setup.cjs tape.cjs', undefined]);
    expect(await found('node --enable-source-maps tape.cjs')).toEqual([
      'unknown',
      'node --enable-source-maps tape.cjs',
      undefined,
    ]);
    expect(await found('ts-scripts test && tsd')).toEqual(['vitest', 'vitest run', undefined]);
    expect(await found('make && tsd')).toEqual(['unknown', 'make', undefined]);
  });

  it('finds the tests among checks, builds and reports around them', async () => {
    const scripts = {
      test: 'pnpm lint && pnpm test:types && nyc --reporter text mocha -R dot',
      lint: 'eslint . && prettier -c src',
      'test:types': 'tsc --noEmit',
      both: 'node --test && npm run build && vitest run --config built.ts && npm run types',
      types: 'tsd && tsc -p types',
      build: 'tsup',
      zones: 'cross-env TZ=UTC npm run zone && jest',
      zone: 'jest test/zone.test',
      every: 'pnpm run "/^unit:/"',
      serial: 'run-s lint unit:*',
      'unit:a': 'prettier -c .',
      'unit:b': 'vitest run',
    };
    put('composed/package.json', { scripts });
    const found = async (text: string) =>
      (await detectAll(text, join(root, 'composed'))).map(({ argv, env, prelude = '', leftOut = [] }) => ({
        ...{ argv: argv.join(' '), env, prelude, leftOut },
      }));
    const none = { env: {}, prelude: '', leftOut: [] };
    expect(await found('pnpm test')).toEqual([
      { ...none, argv: 'mocha -R dot', leftOut: ['eslint .', 'prettier -c src', 'tsc --noEmit'] },
    ]);
    expect(await found('npm run both')).toEqual([
      { ...none, argv: 'node --test', leftOut: ['tsd'] },
      { ...none, argv: 'vitest run --config built.ts', prelude: 'tsup', leftOut: ['tsd'] },
    ]);
    expect(await found('npm run zones')).toEqual([
      { ...none, argv: 'jest' },
      { ...none, argv: 'jest test/zone.test', env: { TZ: 'UTC' } },
    ]);
    for (const name of ['every', 'serial']) expect((await found(`npm run ${name}`))[0]?.argv).toBe('vitest run');
  });

  it('finds the test programs of all workspaces', async () => {
    put('many/pnpm-workspace.yaml', 'packages:\n  - libs/*\n  - "!libs/none"\n');
    put('many/libs/a/package.json', { scripts: { test: 'jest' } });
    put('many/libs/b/package.json', { scripts: { test: 'vitest' } });
    const found = await detectAll('pnpm -r test', join(root, 'many'));
    expect(found.map(({ framework, cwd }) => `${framework} ${cwd}`)).toEqual(['jest libs/a', 'vitest libs/b']);
  });

  it('starts tools from the nearest node_modules, with the assignments before them', async () => {
    expect(await detect('npm test -w packages/core', root)).toMatchObject({
      argv: ['../../node_modules/.bin/jest', '--config', 'a b.json'],
      env: { NODE_ENV: 'test' },
    });
  });

  it('names what is wrong with a command', async () => {
    await expect(detect('  ', root)).rejects.toThrow(UsageError);
    await expect(detect('npm run nothing', root)).rejects.toThrow(/"nothing", which package.json does not have/);
    await expect(detect('npm run loop', root)).rejects.toThrow(/runs itself/);
    await expect(detect('npm test -w none', root)).rejects.toThrow(/workspace "none"/);
  });
});
