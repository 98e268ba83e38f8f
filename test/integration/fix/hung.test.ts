import { afterAll, expect, it } from 'vitest';
import { makePlan } from '../../../src/fix/plan.ts';
import { openWorkshop } from '../../../src/fix/workshop.ts';
import { openWorkspace } from '../../../src/fix/workspace.ts';
import { openRepository } from '../../../src/git/index.ts';
import { localProvider } from '../../../src/sandbox/index.ts';
import { detect } from '../../../src/testing/index.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);
const unavailable = await localProvider('namespaces').available();

it.skipIf(unavailable !== undefined)(
  'a Python test that does not end is left to the proof where others fail',
  async () => {
    const made = createRepository();
    made.commit({
      files: {
        'sol.py': 'def following(n):\n    return n + 2\n\n\ndef spin():\n    while True:\n        pass\n',
        'test_a.py': `import unittest
from sol import following, spin
class T(unittest.TestCase):
    def test_following(self):
        self.assertEqual(following(1), 2)
    def test_other(self):
        self.assertTrue(following(1))
    def test_spin(self):
        spin()
`,
      },
    });
    const workspace = await openWorkspace(await openRepository(made.dir));
    const command = await detect('python3 -m unittest', made.dir);
    const workshop = await openWorkshop(workspace, [command], 'namespaces');
    try {
      const runner = await workshop.open();
      const limits = { timeoutMs: 20_000, idleMs: 4000, left: () => 60_000, onStage: () => {} };
      const { plan } = await makePlan({ workspace, workshop, command, runner, ...limits });
      expect(plan?.baseline.failing.map(({ id }) => id)).toEqual(['test_a.py::T > test_following']);
      expect(plan?.suspicions[0]).toMatchObject({ file: 'sol.py', line: 2 });
      expect(plan?.suspicions.map(({ line }) => line)).not.toContain(6);
      expect(plan?.guards).toEqual(['test_a.py::T > test_other']);
      expect(plan?.notes).toContainEqual(expect.stringContaining('test_a.py::T > test_spin'));
      expect(plan?.run.tests).toHaveLength(3);
    } finally {
      await workshop.close();
    }
  },
);
