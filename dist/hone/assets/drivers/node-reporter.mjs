// Reporter of node:test. It runs in the parent of the processes that hold the tests.
import frames from './frames.cjs';

const report = frames.openReport();

/** Events give nesting only: names of the suites around come from the last start at each level of the file. */
function track(paths, { file, nesting, name }) {
  const path = (paths.get(file) ?? []).slice(0, nesting);
  path[nesting] = name;
  paths.set(file, path);
  return path.map((part) => part ?? '?');
}

export default async function* reporter(source) {
  const started = new Map();
  const running = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:dequeue') {
      report({ type: 'begin', file: data.file ?? '', name: track(running, data) });
    } else if (type === 'test:start') {
      track(started, data);
    } else if (type === 'test:pass' || type === 'test:fail') {
      const path = [...(started.get(data.file) ?? []).slice(0, data.nesting), data.name];
      const skipped =
        (data.skip !== undefined && data.skip !== false) || (data.todo !== undefined && data.todo !== false);
      const error = data.details?.error;
      report({
        type: 'test',
        kind: data.details?.type ?? 'test',
        file: data.file ?? '',
        name: path,
        status: skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed',
        failureType: error?.failureType,
        ms: data.details?.duration_ms,
        ...(error === undefined ? {} : frames.describe(error)),
      });
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      yield data.message;
    }
  }
  report({ type: 'end' });
}
