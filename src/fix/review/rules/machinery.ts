import { printable } from '../../../base/printable.ts';
import type { Model } from '../../templates/model.ts';
import type { Syntax } from '../../templates/tree.ts';
import { callee, compact, findIn, introducing, type Rule } from '../rule.ts';

/** What ends or steers the process that tells the verdicts. */
const steers =
  /^(?:process\.(?:exit|exitCode|abort|kill|reallyExit|binding|send)|sys\.(?:exit|modules|settrace|setprofile|_getframe|monitoring|meta_path)|os\.(?:_exit|abort|kill)|signal\.(?:alarm|raise_signal)|require\.cache|atexit\.register|gc\.get_objects)$/;

/** Globals of test frameworks; programs may have words of their own like these, so only names that nothing binds. */
const frameworkNames =
  /^(?:describe|expect|beforeEach|beforeAll|afterEach|afterAll|jest|vi|vitest|pytest|unittest|exit|quit|__hone\w*)$/;

const frameworkModules =
  /^(?:node:test|vitest|@jest\/.*|jest|mocha|chai|sinon|pytest|_pytest|unittest|unittest\.mock)$/;

/** How a program finds out that it is being tested. */
const underTest =
  /\b(?:NODE_TEST_CONTEXT|VITEST\w*|JEST_WORKER_ID|PYTEST_\w+|NODE_ENV|__hone\w*|HONE_\w+|_pytest|\/proc\/self)\b/;

const shared =
  /^(?:globalThis|global|window|builtins|__builtins__|sys|os|process|console|Math|JSON|Reflect|Object|Array|String|Number|Boolean|Function|Promise|Map|Set|WeakMap|Date|RegExp|Error|Symbol)$/;

function isBound({ bindings }: Model, node: Syntax): boolean {
  return bindings.some(({ name, region }) => name === node.text && region.contains(node));
}

/** The first name of a chain of members, unless it is a variable of the program's own, such as a `window` of values. */
function foreignRoot(chain: Syntax | undefined, { bindings }: Model): string | undefined {
  let root = chain;
  while (root !== undefined && root.kind !== 'name') root = root.get('object', 'value');
  if (root === undefined) return undefined;
  const { text } = root;
  const own = bindings.some(
    ({ name, region, origin }) => name === text && origin !== 'import' && region.contains(root),
  );
  return own ? undefined : text;
}

function steersProcess(node: Syntax, model: Model): boolean {
  if (node.kind === 'member' && steers.test(node.text.replace(/\s|\?/g, '')))
    return foreignRoot(node, model) !== undefined;
  if (node.kind === 'name' && frameworkNames.test(node.text) && node.parent?.kind !== 'keyword')
    return !isBound(model, node);
  if (node.kind === 'string')
    return underTest.test(node.text) || (importsHere(node) && frameworkModules.test(inner(node)));
  if (node.type === 'dotted_name' && importsHere(node)) return frameworkModules.test(node.text);
  return node.kind === 'property' && underTest.test(node.text);
}

/** `Array.prototype.map = ...`, `builtins.len = ...`: what tests compare with is changed under them. */
function changesShared(node: Syntax, model: Model): boolean {
  if (node.kind !== 'assignment' && node.kind !== 'augmented') return false;
  const target = node.get('left');
  if (target?.kind !== 'member' && target?.kind !== 'index') return false;
  return shared.test(foreignRoot(target, model) ?? '');
}

function inner({ text }: Syntax): string {
  return text.replace(/^\w*["'`]+|["'`]+$/g, '');
}

function importsHere(node: Syntax): boolean {
  const call = node.parent?.kind === 'arguments' ? node.parent.parent : undefined;
  if (call !== undefined)
    return /^(?:require|import|__import__|importlib\.import_module)$/.test(callee(call)?.text ?? '');
  return [...node.ancestors()].some(({ type }) => /^(?:import|export).*_statement$/.test(type));
}

const runners =
  /^(?:eval|__import__|child_process\..+|subprocess\..+|os\.(?:system|popen|startfile|exec\w+|spawn\w+|posix_spawn\w*)|pty\.spawn|vm\.\w+|importlib\.import_module|(?:globalThis|window|builtins)\.(?:eval|exec|Function))$/;
const importedRunners =
  /^(?:exec|execSync|execFile|execFileSync|spawn|spawnSync|fork|Popen|check_output|check_call|system|popen)$/;
const runnerModules =
  /^(?:(?:node:)?(?:child_process|vm|worker_threads|cluster)|subprocess|pty|ctypes|multiprocessing)$/;

function runsCode(node: Syntax, model: Model): boolean {
  if (node.kind === 'string') return importsHere(node) && runnerModules.test(inner(node));
  if (node.type === 'dotted_name') return importsHere(node) && runnerModules.test(node.text);
  if (node.kind !== 'call' && node.kind !== 'new') return false;
  const called = callee(node);
  if (called === undefined) return false;
  if (called.kind !== 'name') return runners.test(called.text.replace(/\s/g, ''));
  const binding = model.bindings.find(({ name, region }) => name === called.text && region.contains(called));
  if (binding?.origin === 'import') return importedRunners.test(called.text);
  if (binding !== undefined) return false;
  const own = model.language === 'python' ? /^(?:exec|compile)$/ : /^Function$/;
  return runners.test(called.text) || own.test(called.text);
}

function written(node: Syntax): boolean {
  return node.kind === 'member' && /^(?:process|sys)\.(?:stdout|stderr)$/.test(node.text);
}

export const machineryRules: readonly Rule[] = [
  introducing(
    { id: 'test-machinery', severity: 'critical', category: 'security' },
    (model) => findIn(model, (node) => steersProcess(node, model) || changesShared(node, model)),
    (node) => `\`${printable(compact(node), 60)}\` reaches for what runs the tests or is shared with them`,
  ),
  introducing(
    { id: 'runs-code', severity: 'critical', category: 'security' },
    (model) => findIn(model, (node) => runsCode(node, model)),
    (node) => `\`${printable(compact(node), 60)}\` runs code or programs`,
  ),
  introducing(
    { id: 'writes-stream', severity: 'medium', category: 'security' },
    (model) => findIn(model, written),
    () => 'this writes to a stream that test results may pass through',
  ),
];
