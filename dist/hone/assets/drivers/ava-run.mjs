// Starts ava as its command does; what its TAP reporter would print is told to ours.
// Arguments: those of the user's `ava`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { avaFolder } from './ava-package.mjs';
import frames from './frames.cjs';

const report = frames.openReport();
const folder = avaFolder(process.cwd());
if (folder === undefined) {
  process.stderr.write('ava is not installed here\n');
  // As shells say it of a command.
  process.exit(127);
}
const load = (path) => import(pathToFileURL(join(folder, path)).href);
const { default: Reporter } = await load('lib/reporters/tap.js');
Reporter.prototype.startRun = ({ status }) => status.on('stateChange', tell);
Reporter.prototype.endRun = () => report({ type: 'end' });
const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const command = join(folder, typeof bin === 'string' ? bin : bin.ava);
process.argv = [process.argv[0], command, '--tap', ...process.argv.slice(2)];
await import(pathToFileURL(command).href);

function tell(event) {
  const { type, testFile: file, title, err, duration: ms } = event;
  if (type === 'selected-test') {
    if (event.skip || event.todo) report({ type: 'test', file, name: [title], status: 'skipped' });
    else report({ type: 'begin', file, name: [title] });
  } else if (type === 'test-passed') report({ type: 'test', file, name: [title], status: 'passed', ms });
  else if (type === 'test-failed')
    report({ type: 'test', file, name: [title], status: 'failed', ms, ...failureOf(err) });
  // ava names a hook with the test that it is for.
  else if (type === 'hook-failed') {
    const [, test = title] = / hook for (.*)$/s.exec(title) ?? [];
    report({ type: 'test', file, name: [test], status: 'error', ...failureOf(err) });
  } else if (type === 'timeout' || type === 'process-exit') {
    for (const [path, titles] of event.pendingTests ?? []) {
      for (const name of titles)
        report({
          type: 'test',
          file: path,
          name: [name],
          status: type === 'timeout' ? 'timed-out' : 'error',
          message: 'the test did not end',
        });
    }
  } else if (['uncaught-exception', 'unhandled-rejection', 'internal-error', 'missing-ava-import'].includes(type))
    report({ type: 'collection-error', file, ...failureOf(err) });
  else if (type === 'worker-failed')
    report({ type: 'collection-error', file, message: 'the process of the file ended', errorClass: 'Error' });
}

/** What ava made of an error to send it from process to process; its shape is not the same in all versions. */
function failureOf(err) {
  const error = err?.originalError ?? err ?? {};
  const values = (err?.formattedDetails ?? err?.values ?? [])
    .map(({ label, formatted }) => `${label} ${formatted}`)
    .join(' ');
  const message = `${error.message ?? err?.message ?? 'failed'} ${values}`;
  return {
    message: stripVTControlCharacters(message).trim().slice(0, 4000),
    errorClass:
      err?.type === 'ava' || err?.avaAssertionError ? 'AssertionError' : String(err?.name ?? error.name ?? 'Error'),
    stack: String(err?.stack ?? error.stack ?? ''),
  };
}
