// Reporter of vitest. It runs in the main process, tests run in workers.
import frames from './frames.cjs';

const report = frames.openReport();

function failure(errors) {
  const error = errors?.[0];
  if (error === undefined) return {};
  return {
    message: String(error.message ?? error).slice(0, 4000),
    errorClass: String(error.name ?? 'Error'),
    frames: (error.stacks ?? error.parsedStack ?? []).map(({ file, line, method }) => ({
      file,
      line,
      function: method,
    })),
    stack: String(error.stack ?? error.stackStr ?? '').slice(0, 8000),
  };
}

const statuses = { passed: 'passed', pass: 'passed', failed: 'failed', fail: 'failed' };

function namesOf(test) {
  const names = [test.name];
  for (let parent = test.parent; parent?.type === 'suite'; parent = parent.parent) names.unshift(parent.name);
  return names;
}

function visitOld(task, path, file) {
  const name = [...path, task.name];
  if (task.type === 'suite') {
    for (const inner of task.tasks) visitOld(inner, name, file);
    return;
  }
  const { state = 'skipped', duration, errors } = task.result ?? {};
  report({ type: 'test', file, name, status: statuses[state] ?? 'skipped', ms: duration, ...failure(errors) });
}

export default class Reporter {
  onTestCaseReady(test) {
    report({ type: 'begin', file: test.module.moduleId, name: namesOf(test) });
  }

  onTestRunEnd(modules, unhandled) {
    for (const module of modules) {
      const file = module.moduleId;
      const errors = module.errors();
      if (errors.length > 0) report({ type: 'collection-error', file, ...failure(errors) });
      for (const suite of module.children.allSuites()) {
        if (suite.errors().length > 0) {
          report({ type: 'test', file, name: namesOf(suite), status: 'error', ...failure(suite.errors()) });
        }
      }
      for (const test of module.children.allTests()) {
        const { state, errors: thrown } = test.result();
        const ms = test.diagnostic()?.duration;
        report({
          type: 'test',
          file,
          name: namesOf(test),
          status: statuses[state] ?? 'skipped',
          ms,
          ...failure(thrown),
        });
      }
    }
    if (unhandled.length > 0) report({ type: 'run-error', ...failure(unhandled) });
    this.ended = true;
    report({ type: 'end' });
  }

  // Vitest 1 and 2
  onFinished(files = [], errors = []) {
    if (this.ended) return;
    for (const file of files) {
      if (file.result?.errors?.length > 0)
        report({ type: 'collection-error', file: file.filepath, ...failure(file.result.errors) });
      for (const task of file.tasks) visitOld(task, [], file.filepath);
    }
    if (errors.length > 0) report({ type: 'run-error', ...failure(errors) });
    this.ended = true;
    report({ type: 'end' });
  }
}
