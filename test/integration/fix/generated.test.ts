import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openWorkspace } from '../../../src/fix/workspace.ts';
import { openRepository } from '../../../src/git/index.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);

const ignored = [
  '_version.py',
  '*.so',
  '*.egg-info/',
  'dist/',
  'env/',
  'node_modules/',
  '*.pyc',
  'data/',
  '.*',
  'local_*',
];

it('what installers and builds have written goes along, and neither caches, environments nor secrets do', async () => {
  const made = createRepository();
  made.commit({ files: { '.gitignore': `${ignored.join('\n')}\n!.gitignore\n`, 'src/pkg/__init__.py': '' } });
  made.write({
    'src/pkg/_version.py': 'version = "1.2"\n',
    'src/pkg/_speed.cpython-311.so': Buffer.from([0x7f, 0xff]),
    'src/pkg.egg-info/PKG-INFO': 'Name: pkg\n',
    'dist/index.js': 'module.exports = 1;\n',
    'src/pkg/__pycache__/x.pyc': 'cache',
    'env/pyvenv.cfg': 'home = /usr/bin\n',
    'env/lib/six.py': 'installed',
    'node_modules/a/index.js': 'installed',
    'unignored/pyvenv.cfg': 'home = /usr/bin\n',
    'unignored/lib/six.py': 'installed',
    '.env': 'TOKEN=x',
    '.tox/py311/a.py': 'installed',
    'local_secrets.py': 'KEY = 1\n',
  });
  mkdirSync(join(made.dir, 'data'));
  for (let at = 0; at < 2001; at += 1) writeFileSync(join(made.dir, 'data', `${at}.json`), '{}');
  const workspace = await openWorkspace(await openRepository(made.dir));
  expect(Object.keys(workspace.generated).sort()).toEqual([
    'dist/index.js',
    'src/pkg.egg-info/PKG-INFO',
    'src/pkg/_speed.cpython-311.so',
    'src/pkg/_version.py',
  ]);
  expect(workspace.paths).toEqual(['.gitignore', 'src/pkg/__init__.py']);
  expect(workspace.uncommitted).toEqual({});
  expect(workspace.notes).toEqual(['what git ignores in data/ was left out (too much)']);
});
