export const id = 245;
export const ids = [245];
export const modules = {

/***/ 71245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JQ: () => (/* reexport */ repair_attemptShare),
  cU: () => (/* reexport */ choicesOf),
  Up: () => (/* reexport */ fix),
  wW: () => (/* reexport */ observeDecisions),
  RZ: () => (/* reexport */ planRepair),
  Xr: () => (/* reexport */ publishRepair),
  m3: () => (/* reexport */ readPlan),
  tL: () => (/* reexport */ readReport),
  cb: () => (/* reexport */ shapes_readShare),
  hF: () => (/* reexport */ renderJson),
  Gc: () => (/* reexport */ renderMarkdown),
  bF: () => (/* reexport */ renderTerminal),
  IR: () => (/* reexport */ selectRepair)
});

// UNUSED EXPORTS: failureFingerprint, pullRequestMarker, renderPullRequest, repairPublished

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/dist/fix/fingerprint.js

/**
 * Names a failure: the test command and the tests that it leaves red. The same on every commit, branch and machine, so
 * that one failure has one pull request. 24 hexadecimal digits.
 */
function failureFingerprint({ testCommand, baseline }) {
    const ids = baseline.failing.map(({ id }) => id).sort();
    const command = testCommand.trim().replace(/\s+/g, ' ');
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([command, ids]))
        .digest('hex')
        .slice(0, 24);
}

// EXTERNAL MODULE: ./build/dist/github/index.js + 9 modules
var github = __webpack_require__(79134);
// EXTERNAL MODULE: ./build/dist/store/event.js
var store_event = __webpack_require__(28147);
;// CONCATENATED MODULE: ./build/dist/fix/publish/events.js

/** A repair was shown to people; what becomes of its pull request is what learning looks for. */
const repairPublished = (0,store_event/* eventKind */.P)('repair.published');
/** What people made of a pull request with a repair. */
const repairDecided = (0,store_event/* eventKind */.P)('repair.decided');

;// CONCATENATED MODULE: ./build/dist/fix/publish/decisions.js


/** Pull requests to ask about at once, the newest. */
const mostAsked = 20;
const undecided = {
    name: 'fix.undecided-proposals',
    version: 1,
    kinds: [repairPublished, repairDecided],
    commutative: false,
    initial: () => ({}),
    apply(state, { kind, at, data }) {
        const number = String(data.pullRequest);
        if (!/^[1-9]\d{0,8}$/.test(number))
            return state;
        if (kind === repairDecided.kind)
            delete state[number];
        else if (data.outcome !== 'left') {
            const text = (field) => textOf(data, field);
            state[number] = {
                ...{ at: state[number]?.at ?? at, branch: text('branch'), fingerprint: text('fingerprint') },
                ...{ template: text('template'), context: text('context') },
            };
        }
        return state;
    },
};
function textOf(data, field) {
    const value = data[field];
    return typeof value === 'string' ? value.slice(0, 300) : '';
}
/**
 * Asks GitHub what became of the pull requests that earlier runs opened, and records each decision once: feedback is
 * observed, not asked for.
 *
 * @throws what octokit throws when GitHub cannot be asked
 */
async function observeDecisions({ events, recorder, ...where }) {
    const open = Object.entries(events.project(undecided)).sort(([a], [b]) => Number(b) - Number(a));
    for (const [number, { at, branch, fingerprint, template, context }] of open.slice(0, mostAsked)) {
        const key = branch.slice(Math.max(0, branch.lastIndexOf(fingerprint)));
        const made = await (0,github/* decisionOf */.uv)(where, { pull: Number(number), branch, key });
        if (made === undefined)
            continue;
        recorder.record(repairDecided, {
            ...{ pullRequest: Number(number), decision: made.decision, fingerprint, template, context },
            waitedMs: Math.max(0, made.at - at),
        });
    }
}

// EXTERNAL MODULE: ./build/dist/code/index.js + 29 modules
var code = __webpack_require__(14878);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./build/dist/testing/stack.js


/** Frames of a V8 stack (`at name (file:line:column)`); Node's own are left out. Paths as in the stack. */
function parseStack(stack) {
    const frames = [];
    for (const line of stack.split('\n')) {
        const found = /^\s*at (?:async )?(?:(.*?) \()?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]*?):(\d+):\d+\)?$/.exec(line);
        if (found === null)
            continue;
        const [, name, file = '', number = ''] = found;
        frames.push({ file: pathOf(file), line: Number(number), function: name });
    }
    return frames;
}
function pathOf(file) {
    const plain = file.replace(/[?#].*$/, '');
    return plain.startsWith('file://') ? (0,external_node_url_.fileURLToPath)(plain) : plain;
}
/** Relative to the root when inside of it. */
function relativeTo(root, cwd, file) {
    if (file === '')
        return '';
    const absolute = file.startsWith('/') ? file : external_node_path_.posix.join(root, cwd, file);
    const relative = external_node_path_.posix.relative(root, absolute);
    return relative.startsWith('..') ? absolute : relative;
}
/** True for files outside of the repository and for installed dependencies. */
function isForeign(file) {
    return file.startsWith('/') || /(?:^|\/)(?:node_modules|site-packages)\//.test(file);
}

;// CONCATENATED MODULE: ./build/dist/testing/messages.js


const statuses = new Set(['passed', 'failed', 'skipped', 'error', 'timed-out']);
/** Names tests so that the same test has the same id in every run: a name that comes again is numbered. */
class Identities {
    #seen = new Map();
    next(file, name) {
        const plain = testId(file, name);
        const count = (this.#seen.get(plain) ?? 0) + 1;
        this.#seen.set(plain, count);
        return count === 1 ? plain : `${plain}#${count}`;
    }
}
function testId(file, name) {
    return `${file}::${name.join(' > ')}`;
}
/** Stands for all tests of a file that could not be loaded, or did not live to tell of them. */
function wholeFile(file) {
    return testId(file, []);
}
/** The file that an id stands for as a whole; undefined when it is that of a test. */
function fileOfWhole(id) {
    return id.endsWith('::') ? id.slice(0, -2) : undefined;
}
/**
 * What a run says of a test. Where the test stands for a file, that file has passed when its tests are there: whether
 * they pass is told by themselves.
 */
function statusIn(tests, id) {
    const own = tests.find((test) => test.id === id)?.status;
    const file = fileOfWhole(id);
    if (own !== undefined || file === undefined)
        return own;
    return tests.some((test) => test.file === file) ? 'passed' : undefined;
}
/** Messages come from inside of the project's process: every field is checked. */
function readMessages(messages, place, cutOff) {
    const report = {
        tests: [],
        coverage: new Map(),
        loaded: new Map(),
        problems: [],
        collectionFailed: false,
        ended: false,
    };
    const identities = new Identities();
    const unloaded = new Map();
    const running = new Map();
    const ran = new Map();
    for (const message of messages) {
        if (typeof message !== 'object' || message === null)
            continue;
        const fields = { ...message };
        const file = relativeTo(place.root, place.cwd, messages_text(fields.file) ?? '');
        const name = strings(fields.name);
        const plain = testId(file, name);
        if (fields.type === 'end')
            report.ended = true;
        else if (fields.type === 'loaded')
            report.loaded = readCoverage(fields.lines);
        else if (fields.type === 'begin')
            running.set(plain, { file, name });
        else if (fields.type === 'collection-error' || fields.type === 'run-error') {
            report.collectionFailed ||= fields.type === 'collection-error';
            if (fields.type === 'collection-error' && file !== '')
                unloaded.set(file, fields);
            report.problems.push(`${file === '' ? '' : `${file}: `}${uncoloured(fields.message) ?? 'could not be loaded'}`);
        }
        else if (fields.type === 'test') {
            running.delete(plain);
            if (isFileOfNodeTest(fields, name, place)) {
                if (fields.status === 'failed') {
                    report.collectionFailed = true;
                    unloaded.set(relativeTo(place.root, place.cwd, name[0] ?? ''), fields);
                    report.problems.push(`${relativeTo(place.root, place.cwd, name[0] ?? '')}: ${uncoloured(fields.message) ?? 'failed'}`);
                }
                continue;
            }
            const test = readTest(fields, file, name, place);
            if (test === undefined)
                continue;
            const id = identities.next(file, name);
            ran.set(plain, id);
            report.tests.push({ ...test, id });
        }
        else if (fields.type === 'coverage') {
            const id = ran.get(plain);
            if (id !== undefined)
                report.coverage.set(id, readCoverage(fields.lines));
        }
    }
    for (const [file, fields] of unloaded) {
        if (isForeign(file) || report.tests.some((test) => test.file === file))
            continue;
        const test = readTest({ ...fields, status: 'error', kind: undefined }, file, [], place);
        if (test !== undefined)
            report.tests.push({ ...test, id: wholeFile(file) });
    }
    if (!report.ended) {
        const left = [...running.values()].filter(({ name }) => name.length > 0);
        // Of suites and the tests in them that never ended, the innermost are what hangs.
        const prefixes = left.map((one) => `${testId(one.file, one.name)} > `);
        for (const { file, name } of left) {
            const own = `${testId(file, name)} > `;
            if (prefixes.some((other) => other !== own && other.startsWith(own)))
                continue;
            const ofFile = file !== '' && name.length === 1 && name[0]?.endsWith(file) === true;
            if (ofFile && (cutOff !== 'timed-out' || report.tests.some((test) => test.file === file)))
                continue;
            const path = ofFile ? [] : name;
            report.tests.push({ ...unended(file, path), id: identities.next(file, path), status: cutOff });
        }
    }
    return report;
}
/** `node --test` reports a file that did not load, or left before its tests ended, as a test named by its path. */
function isFileOfNodeTest(fields, name, { root, cwd }) {
    if (fields.kind === undefined || name.length !== 1)
        return false;
    const [only = ''] = name;
    return (/\.[cm]?[jt]sx?$/.test(only) && relativeTo(root, cwd, only) === relativeTo(root, cwd, messages_text(fields.file) ?? only));
}
function unended(file, name) {
    return { file, name, durationMs: undefined, message: 'the test did not end', errorClass: undefined, stack: [] };
}
function readTest(fields, file, name, place) {
    const status = messages_text(fields.status) ?? '';
    if (!statuses.has(status))
        return undefined;
    const suite = fields.kind === 'suite';
    if (suite && (status !== 'failed' || fields.failureType === 'subtestsFailed'))
        return undefined;
    return {
        file,
        name,
        status: suite
            ? 'error'
            : fields.failureType === 'testTimeoutFailure' || fields.errorClass === 'HoneTimeout'
                ? 'timed-out'
                : status,
        durationMs: typeof fields.ms === 'number' ? fields.ms : undefined,
        message: uncoloured(fields.message),
        errorClass: messages_text(fields.errorClass),
        stack: readFrames(fields, place),
    };
}
function readFrames(fields, { root, cwd }) {
    const frames = [];
    if (Array.isArray(fields.frames) && fields.frames.length > 0) {
        for (const frame of fields.frames) {
            if (typeof frame !== 'object' || frame === null)
                continue;
            const { file, line, function: name } = { ...frame };
            if (typeof file === 'string' && typeof line === 'number')
                frames.push({ file, line, function: messages_text(name) });
        }
    }
    else {
        frames.push(...parseStack(messages_text(fields.stack) ?? ''));
    }
    // Frames of the framework, the language and dependencies say nothing about where the fault is.
    return frames
        .map((frame) => ({ ...frame, file: relativeTo(root, cwd, frame.file) }))
        .filter(({ file }) => !isForeign(file));
}
function readCoverage(lines) {
    const coverage = new Map();
    if (typeof lines !== 'object' || lines === null)
        return coverage;
    for (const [file, numbers] of Object.entries(lines)) {
        if (Array.isArray(numbers))
            coverage.set(file, numbers.filter((one) => Number.isInteger(one)));
    }
    return coverage;
}
function messages_text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** Frameworks colour their messages when they believe to be in CI. */
function uncoloured(value) {
    return typeof value === 'string' ? (0,external_node_util_.stripVTControlCharacters)(value) : undefined;
}
function strings(value) {
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
/** 127 is how shells and launchers say that there is no such command, 126 that it cannot be started. */
function runStatus(report, end, noTestsCode) {
    if (end.timedOut)
        return 'timed-out';
    if (report.tests.length === 0 && (end.exitCode === 127 || end.exitCode === 126))
        return 'no-such-command';
    if (report.collectionFailed)
        return 'collection-error';
    if (!report.ended)
        return 'crashed';
    return report.tests.length === 0 || end.exitCode === noTestsCode ? 'no-tests' : 'completed';
}

;// CONCATENATED MODULE: ./build/dist/testing/agree.js

/**
 * A run is green only if everything that is known about it says so: the exit status, a complete report, and each test of
 * the baseline, present and passed. New tests that fail are no reason: they make the exit status fail.
 */
function agree(baseline, run, options = {}) {
    const { flaky = new Set(), changedTestFiles = [] } = options;
    const reasons = [];
    const byId = new Map(run.tests.map((test) => [test.id, test]));
    const flakyFailed = run.tests.some((test) => flaky.has(test.id) && isFailure(test));
    if (run.exitCode !== 0 && !flakyFailed)
        reasons.push(`the test command ended with status ${run.exitCode}`);
    if (run.status !== 'completed' && !(run.status === 'collection-error' && unloadedAsKnown(run, flaky)))
        reasons.push(`the run did not complete: ${run.status}`);
    if (!run.complete)
        reasons.push('the report has no genuine end');
    if (run.authenticated !== baseline.authenticated)
        reasons.push('the report came another way than the baseline');
    const expected = baseline.tests.filter((test) => !flaky.has(test.id));
    const renamed = renamings(baseline, run);
    const missing = expected.filter(({ id }) => !byId.has(id) && statusIn(run.tests, id) === undefined && !renamed(id));
    if (missing.length > 0)
        reasons.push(`${missing.length} expected tests are missing, the first ${missing[0]?.id}`);
    const wasSkipped = new Set(expected.filter((test) => test.status === 'skipped').map((test) => test.id));
    for (const test of run.tests) {
        if (flaky.has(test.id) || test.status === 'passed')
            continue;
        if (test.status !== 'skipped')
            reasons.push(`${test.id} ${test.status}`);
        else if (!wasSkipped.has(test.id))
            reasons.push(`${test.id} is skipped and was not before`);
    }
    if (byId.size === 0)
        reasons.push('no test ran');
    for (const file of changedTestFiles)
        reasons.push(`the test file ${file} is not the commit's`);
    return { green: reasons.length === 0, reasons };
}
/** Files that do not load are such of which nothing is asked. */
function unloadedAsKnown({ tests }, known) {
    const unloaded = tests.filter(({ id }) => fileOfWhole(id) !== undefined);
    return unloaded.length > 0 && unloaded.every(({ id }) => known.has(id));
}
/**
 * Parameters of tests may stand in their names and be others in every run: the time, the address of an object. Tells of a
 * missing test whether its function has as many tests as before, of which all are there under one name or another.
 */
function renamings(baseline, run) {
    const functionOf = (id) => id.replace(/\[.*$/s, '');
    const count = ({ tests }) => {
        const counts = new Map();
        for (const { id } of tests)
            counts.set(functionOf(id), (counts.get(functionOf(id)) ?? 0) + 1);
        return counts;
    };
    const [before, after] = [count(baseline), count(run)];
    return (id) => id.includes('[') && before.get(functionOf(id)) === after.get(functionOf(id));
}
function isFailure({ status }) {
    return status !== 'passed' && status !== 'skipped';
}
/**
 * Files that are read by the tests and not by the program, of those given: what a repair must leave as it is.
 * By the names that the frameworks look for, plus the files in which tests were found.
 */
function testFiles(files, run) {
    const found = new Set(run.tests.map((test) => test.file));
    return files.filter((file) => found.has(file) || isTestFile(file));
}
/** True for files that by their name or folder belong to tests, fixtures and snapshots included. */
function isTestFile(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/^(?:test_.*|.*_tests?|conftest)\.py$/.test(name) || /_test\.go$/.test(name))
        return true;
    if (/[.\-_](?:test|spec)\.[cm]?[jt]sx?$/.test(name) || /^test(?:-.+)?\.[cm]?js$/.test(name) || name.endsWith('.snap'))
        return true;
    return /(?:^|\/)(?:tests?|__tests__|specs?|__snapshots__|__mocks__)\//.test(path);
}

// EXTERNAL MODULE: ./build/dist/base/assets.js
var assets = __webpack_require__(93578);
;// CONCATENATED MODULE: ./build/dist/testing/driver-folder.js

/** Folder of the files that run inside the project's processes; sandboxes have to show it, read-only. */
function driverFolder() {
    return (0,assets/* ownAssetPath */.ab)('drivers', 'testing/drivers');
}
function driver(name) {
    return `${driverFolder()}/${name}`;
}

;// CONCATENATED MODULE: ./build/dist/testing/prelude.js
/** As package managers do for their scripts. */
const toolsOnPath = 'd=$PWD p=; while [ -n "$d" ]; do p="$p$d/node_modules/.bin:"; d=$(dirname "$d"); [ "$d" != / ] || d=; done; PATH="$p$PATH"; export PATH;';
/** What a shell keeps for what follows: the tests have to be started by the same one. */
const keptByShell = /(?:^|&&|\|\||;)\s*(?:export|set|unset|source|\.|umask|ulimit|alias|cd)\s/;
/** A shell that finds the tools of the project. */
function withTools(script, words) {
    return ['sh', '-c', `${toolsOnPath}\n${script}`, ...words];
}
/** The key on stdin is for the reporter, so what comes before gets none. */
function withPrelude(prelude, argv) {
    return prelude === undefined ? argv : withTools(`{ ${prelude}\n} </dev/null && exec "$0" "$@"`, argv);
}
/** What has to run before the tests and can run by itself. */
function separatePrelude({ prelude, preludeMayFail = false }) {
    if (prelude === undefined || keptByShell.test(prelude))
        return undefined;
    return preludeMayFail ? `( ${prelude}\n) || true` : prelude;
}
/** What has to be started together with the tests. */
function inlinePrelude(command) {
    return separatePrelude(command) === undefined ? command.prelude : undefined;
}

;// CONCATENATED MODULE: ./build/dist/testing/build.js


/** What compilers say of source maps, or of options, that they will not have. */
const ofMaps = /source-?map|unknown (?:compiler )?option|unrecognized|unexpected option/i;
/** Bytes of an archive, as text. */
const largest = 128 * 2 ** 20;
/** Sandboxes in which what has to run before the tests has run, on the sources as they are there. */
const standing = new WeakMap();
/** The tests need what comes before them again after each change of the sources. */
function buildsSources(command) {
    return separatePrelude(command) !== undefined && command.sourcesAreLoaded !== true;
}
/** Runs what has to come before the tests, unless that has been done and nothing was written since. */
async function build(runner, command, options) {
    const text = separatePrelude(command);
    const stands = standing.get(runner)?.has(keyOf(command, options.maps === true)) === true;
    if (text === undefined || (options.output !== true && stands))
        return { exitCode: 0, timedOut: false, durationMs: 0, tail: '', output: undefined };
    if (options.maps !== true)
        return await run(runner, command, text, options);
    const mapped = await run(runner, command, text, options);
    if (mapped.exitCode === 0 || mapped.timedOut || !ofMaps.test(mapped.tail))
        return mapped;
    // Not every configuration goes with source maps.
    const plain = await run(runner, command, text, { ...options, maps: false });
    if (plain.exitCode === 0)
        nowBuilt(runner, command, true);
    return plain;
}
async function run(runner, command, text, options) {
    const { timeoutMs, signal, output = false, maps = false } = options;
    const script = output ? `${before}\n{ ${text}\n} </dev/null >&2; s=$?\n${after}; exit $s` : `{ ${text}\n} </dev/null`;
    const preload = `--require=${driver('build-maps.cjs')}`;
    const end = await runner.run(withTools(script, [runner.root]), {
        env: maps
            ? { ...command.env, NODE_OPTIONS: [command.env.NODE_OPTIONS, preload].filter(Boolean).join(' ') }
            : command.env,
        cwd: command.cwd,
        limits: { time: Math.max(1, timeoutMs), ...(output ? { output: 2 * largest, keptOutput: largest } : {}) },
        ...(signal === undefined ? {} : { signal }),
    });
    if (end.exitCode === 0)
        nowBuilt(runner, command, maps);
    return {
        exitCode: end.exitCode,
        timedOut: end.timedOut,
        durationMs: end.durationMs,
        tail: `${output ? '' : end.stdout.slice(-8192)}\n${end.stderr.slice(-8192)}`.trim(),
        output: output && !end.timedOut ? readOutput(end) : undefined,
    };
}
/** Writes files; what was built of other texts does not stand any more. */
async function put(runner, command, texts) {
    if (Object.keys(texts).length === 0)
        return;
    if (buildsSources(command))
        standing.delete(runner);
    await runner.write(texts);
}
/** Puts what was built elsewhere of the same sources into a sandbox. */
async function unpackBuild(runner, command, { archive }) {
    if (archive === undefined)
        return;
    const { exitCode } = await runner.run(['tar', '-xzf', '-'], { stdin: archive, limits: { time: 30_000 } });
    if (exitCode === 0)
        nowBuilt(runner, command, true);
}
function nowBuilt(runner, command, maps) {
    const known = standing.get(runner) ?? new Set();
    standing.set(runner, known.add(keyOf(command, false)));
    if (maps)
        known.add(keyOf(command, true));
}
function keyOf({ prelude, cwd, env }, maps) {
    return JSON.stringify([prelude, cwd, Object.entries(env).sort(), maps]);
}
const before = 'm=$(mktemp) && sleep 0.02';
/** What is newer than the build began: its names, and behind them the files. */
const after = [
    'l=$(mktemp) && cd "$0" || exit $s',
    'find . \\( -name node_modules -o -name .git \\) -prune -o -type f -cnewer "$m" -print0 > "$l"',
    'base64 -w0 < "$l"; echo; tar -czf - --null -T "$l" | base64 -w0',
].join('\n');
function readOutput({ stdout, stdoutTruncated }) {
    const [names = '', archive = ''] = stdout.split('\n');
    const files = Buffer.from(names, 'base64').toString('utf8').split('\0');
    return {
        files: new Set(files.map((file) => file.replace(/^\.\//, '')).filter((file) => file !== '')),
        archive: stdoutTruncated ? undefined : Buffer.from(archive, 'base64'),
    };
}

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
;// CONCATENATED MODULE: ./build/dist/testing/arguments.js


// What of a user's command stays and what goes, by framework.
/** Options of node that take the next word. */
const nodeValueOptions = new Set([
    '--import',
    '--require',
    '-r',
    '--loader',
    '--experimental-loader',
    '--conditions',
    '-C',
    '--test-name-pattern',
    '--test-skip-pattern',
    '--test-concurrency',
    '--test-timeout',
    '--env-file',
    '--input-type',
]);
/** With it, node names a compiled file of tests after its source, which it cannot load. */
const renaming = '--enable-source-maps';
/** The user's reporters go: two reporters would share stdout. */
function nodeArguments(argv, files) {
    const kept = [];
    const positional = [];
    for (let at = 1; at < argv.length; at += 1) {
        const word = argv[at] ?? '';
        if (/^--test-reporter(?:-destination)?$/.test(word))
            at += 1;
        else if (word === renaming || /^--test-reporter(?:-destination)?=/.test(word))
            continue;
        else if (nodeValueOptions.has(word))
            kept.push(word, argv[++at] ?? '');
        else if (word.startsWith('-'))
            kept.push(word);
        else
            positional.push(word);
    }
    const reporter = [`--test-reporter=${driver('node-reporter.mjs')}`, '--test-reporter-destination=stdout'];
    return [argv[0] ?? 'node', ...kept, ...reporter, ...(files.length > 0 ? files : positional)];
}
/** Patterns that matched nothing before there was a build; Node itself knows them since version 21. */
function withPatterns(argv) {
    if (!argv.some(isPattern))
        return argv;
    return ['sh', '-c', `exec ${argv.map((word) => (isPattern(word) ? word : quote(word))).join(' ')}`];
}
function isPattern(word) {
    return /[*?]/.test(word) && /^[\w@./*?-]+$/.test(word);
}
function quote(word) {
    return `'${word.replaceAll("'", "'\\''")}'`;
}
/** Options of the user's `node --test` that processes of its tests get as well. */
function nodeOptionsFor(argv) {
    const kept = [];
    for (let at = 1; at < argv.length; at += 1) {
        const word = argv[at] ?? '';
        const [flag = ''] = word.split('=', 1);
        if (flag === '--test' || flag === renaming || flag.startsWith('--test-') || !word.startsWith('-')) {
            if (flag.startsWith('--test-') && nodeValueOptions.has(word))
                at += 1;
            continue;
        }
        kept.push(word);
        if (nodeValueOptions.has(word))
            kept.push(argv[++at] ?? '');
    }
    return kept;
}
/** Options and their values taken out of a command, `--name value` and `--name=value`. */
function without(argv, dropped) {
    const kept = [];
    for (let at = 0; at < argv.length; at += 1) {
        const word = argv[at] ?? '';
        const [flag = ''] = word.split('=', 1);
        const kind = dropped.get(flag);
        if (kind === undefined)
            kept.push(word);
        else if (kind === 'value' && !word.includes('='))
            at += 1;
    }
    return kept;
}
const jestDropped = new Map([
    ['--reporters', 'value'],
    ['--cacheDirectory', 'value'],
    // Whether enough is covered is no matter of the tests, and to measure it slows them down.
    ['--coverage', 'flag'],
    ['--collectCoverage', 'flag'],
    ['--coverageThreshold', 'value'],
    ['--watch', 'flag'],
    ['--watchAll', 'flag'],
]);
const jestRepeatDropped = new Map([
    ...jestDropped,
    ...['-w', '--maxWorkers', '--runner', '--testRunner', '--shard', '--coverageProvider'].map((flag) => [flag, 'value']),
    ...['-i', '--runInBand', '-b', '--bail', '--json', '--verbose'].map((flag) => [flag, 'flag']),
]);
/** One run without watching, the user's reporters left out. */
function jestArguments(argv, root) {
    return [...without(argv, jestDropped), '--ci', '--coverage=false', jestCache(root)];
}
/** Its own place is a temporary folder, which is another one in every run: all would be compiled again. */
function jestCache(root) {
    return `--cacheDirectory=${root}/node_modules/.cache/hone-jest`;
}
/** What holds jest's tests in one process: nothing that spreads them over workers or ends before all have run. */
function jestRepeatArguments(argv, root, files) {
    return [
        ...without(argv, jestRepeatDropped),
        '--ci',
        jestCache(root),
        '--runInBand',
        '--bail=0',
        '--coverage=false',
        // Console output would be kept for a report that is never written.
        '--silent',
        '--reporters=default',
        `--runner=${driver('jest-runner.cjs')}`,
        `--testRunner=${driver('jest-circus.cjs')}`,
        '--runTestsByPath',
        ...files,
    ];
}
/** One run in one process without watching, the user's reporter left out. */
function mochaArguments(argv) {
    const valued = ['--reporter', '-R', '--reporter-option', '--reporter-options', '-O', '--jobs', '-j'];
    const flags = ['--watch', '-w', '--parallel', '-p'];
    return without(argv, new Map([...valued.map((flag) => [flag, 'value']), ...flags.map((flag) => [flag, 'flag'])]));
}
/**
 * The whole stack: mocha's short one has paths that begin nowhere.
 *
 * @param folder where mocha is started, absolute
 */
function mochaOptions(reporter, folder) {
    // Configuration may ask for parallel runs since mocha 8, and mocha before 6 refuses what it does not know.
    const parallel = mochaVersion(folder) < 8 ? [] : ['--no-parallel'];
    return [...parallel, '--full-trace', '--reporter', driver(reporter)];
}
function mochaVersion(folder) {
    try {
        return Number.parseInt((0,external_node_module_.createRequire)(`${folder}/package.json`)('mocha/package.json').version, 10);
    }
    catch {
        return Number.POSITIVE_INFINITY;
    }
}
const tapeValued = new Set(['-r', '--require', '-i', '--ignore', '--ignore-pattern']);
/** Options of tape's command, its files, and the modules that it loads first. */
function tapeArguments(argv) {
    const options = [];
    const files = [];
    const preloads = [];
    for (let at = 1; at < argv.length; at += 1) {
        const word = argv[at] ?? '';
        const [flag = '', value] = word.split('=', 2);
        if (!word.startsWith('-'))
            files.push(word);
        else if (!tapeValued.has(word))
            options.push(word);
        else
            options.push(word, argv[++at] ?? '');
        if (flag === '-r' || flag === '--require')
            preloads.push(value ?? argv[at] ?? '');
    }
    return { options, files, preloads: preloads.filter(Boolean) };
}
/** One run without watching, the user's reporter left out, and all tests of it. */
function avaArguments(argv) {
    return argv.slice(1).filter((word) => !/^(?:--tap|-t|--watch|-w|--fail-fast|--verbose|-v)$/.test(word));
}
/** One run without watching, the user's reporters left out. */
function vitestArguments(argv) {
    const [program = '', ...rest] = argv.filter((word) => !/^--(?:reporter=|coverage\b|typecheck\b|watch$|ui$)/.test(word) && word !== '-w');
    const words = rest[0] === 'run' || rest[0] === 'watch' || rest[0] === 'dev' ? rest.slice(1) : rest;
    return [program, 'run', ...words];
}
function avaNamed(name) {
    // Its patterns know `*`, and `!` at the beginning; what else is there stands for itself.
    return name === undefined ? [] : [`--match=${name.join(' ').replace(/^!/, '*').replaceAll(',', '*')}`];
}
function jestNamed(name) {
    if (name === undefined)
        return [];
    return [`--testNamePattern=^${name.join(' ').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`];
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/dist/testing/frames.js

const mark = '@hone:';
const tailLength = 16 * 1024;
/** A line longer than this is no part of a report: fragments are far shorter. */
const longestLine = 64 * 1024;
/** A secret of one run. It goes to the reporter over stdin, which is read before any code of the project runs. */
function newKey() {
    return (0,external_node_crypto_.randomBytes)(32).toString('hex');
}
/**
 * Reads a report out of what a run prints. A report is a sequence of frames, one a line:
 *
 *   `@hone:<sequence>:<0 more follows|1 last fragment>:<tag>:<fragment of ASCII JSON>`
 *
 * where the tag is the first 16 hex digits of HMAC-SHA256(key, `<sequence>:<last>:<fragment>`). Fragments are short
 * enough for a pipe to keep whole. A frame with a wrong tag or out of sequence is a forgery: it counts as output.
 */
class FrameReader {
    messages = [];
    /** Lines that look like frames and are none. */
    forged = 0;
    #key;
    #onMessage;
    #sequence = 0;
    #fragments = '';
    #line = '';
    #tail = '';
    constructor(key, onMessage) {
        this.#key = key;
        this.#onMessage = onMessage;
    }
    get tail() {
        return (this.#tail + this.#line).slice(-tailLength);
    }
    push(text) {
        const lines = (this.#line + text).split('\n');
        this.#line = lines.pop() ?? '';
        if (this.#line.length > longestLine) {
            this.#note(this.#line);
            this.#line = '';
        }
        for (const line of lines)
            this.#read(line);
    }
    #note(text) {
        this.#tail = (this.#tail + text).slice(-tailLength);
    }
    #read(line) {
        const found = /^@hone:(\d+):([01]):([0-9a-f]{16}):([\x20-\x7e]*)$/.exec(line);
        if (found === null) {
            if (line.includes(mark))
                this.forged += 1;
            this.#note(`${line}\n`);
            return;
        }
        const [, sequence = '', last = '', tag = '', fragment = ''] = found;
        const expected = (0,external_node_crypto_.createHmac)('sha256', this.#key)
            .update(`${sequence}:${last}:${fragment}`)
            .digest('hex')
            .slice(0, 16);
        if (Number(sequence) !== this.#sequence || !(0,external_node_crypto_.timingSafeEqual)(Buffer.from(tag), Buffer.from(expected))) {
            this.forged += 1;
            this.#note(`${line}\n`);
            return;
        }
        this.#sequence += 1;
        this.#fragments += fragment;
        if (last === '0')
            return;
        const message = JSON.parse(this.#fragments);
        this.#fragments = '';
        if (this.#onMessage === undefined)
            this.messages.push(message);
        else
            this.#onMessage(message);
    }
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/worker.js


/** One process that holds loaded tests. Conversation: one request, then messages up to the one that answers it. */
class RepeatWorker {
    #process;
    #reader;
    #queue = [];
    #wake;
    #end;
    #errors = '';
    constructor(runner, launch, task, signal) {
        const key = newKey();
        this.#reader = new FrameReader(key, (message) => {
            if (typeof message === 'object' && message !== null)
                this.#queue.push({ ...message });
            this.#wake?.();
        });
        const { argv, env, cwd } = launch;
        this.#process = runner.spawn(argv, { env, cwd, ...(signal === undefined ? {} : { signal }) });
        const decoder = new external_node_string_decoder_.StringDecoder('utf8');
        this.#process.stdout.on('data', (chunk) => this.#reader.push(decoder.write(chunk)));
        this.#process.stderr.on('data', (chunk) => {
            this.#errors = (this.#errors + chunk.toString('utf8')).slice(-4096);
        });
        void this.#process.exited.then((end) => {
            this.#end = end;
            this.#wake?.();
        });
        // A worker that dies says so by its end; a write to it fails for the same reason.
        this.#process.stdin.on('error', () => { });
        this.#process.stdin.write(`${key}\n${JSON.stringify(task)}\n`);
    }
    /** The last of what was printed. */
    get tail() {
        return `${this.#reader.tail}\n${this.#errors}`.trim();
    }
    send(message) {
        this.#process.stdin.write(`${JSON.stringify(message)}\n`);
    }
    /** The next message of one of these types; others go to `onOther`. */
    async receive(types, timeoutMs, onOther = () => { }) {
        const deadline = performance.now() + timeoutMs;
        for (;;) {
            for (let message = this.#queue.shift(); message !== undefined; message = this.#queue.shift()) {
                if (types.includes(String(message.type)))
                    return { message };
                onOther(message);
            }
            if (this.#end !== undefined)
                return { silent: 'died' };
            const left = deadline - performance.now();
            if (left <= 0)
                return { silent: 'timed-out' };
            await new Promise((resolve) => {
                const timer = setTimeout(resolve, left);
                this.#wake = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
            this.#wake = undefined;
        }
    }
    async close() {
        this.#process.kill();
        await this.#process.exited;
    }
}

;// CONCATENATED MODULE: ./build/dist/testing/schemata/splice.js
/**
 * The part `from` to `to` of a text with wraps and replacements put in. A wrap that a replacement tears apart is left
 * out: what it would have guarded is no longer there.
 */
function splice(text, from, to, wraps, replacements = []) {
    const pieces = replacements.map(({ start, end, text: inserted }) => ({
        at: start,
        until: end,
        text: inserted,
        order: [start === end ? 2 : 1, 0],
    }));
    const torn = (at) => replacements.some(({ start, end }) => start < at && at < end);
    for (const { start, end, open, close } of wraps) {
        if (start < from || end > to || torn(start) || torn(end))
            continue;
        if (replacements.some((one) => one.start <= start && end <= one.end && one.end > one.start && start < end))
            continue;
        pieces.push({ at: start, until: start, text: open, order: [0.5, -end] });
        if (close !== '')
            pieces.push({ at: end, until: end, text: close, order: [0, -start] });
    }
    pieces.sort((a, b) => a.at - b.at || a.order[0] - b.order[0] || a.order[1] - b.order[1]);
    let result = '';
    let at = from;
    for (const piece of pieces) {
        if (piece.at < from || piece.until > to)
            continue;
        result += text.slice(at, piece.at) + piece.text;
        at = Math.max(at, piece.until);
    }
    return result + text.slice(at, to);
}

;// CONCATENATED MODULE: ./build/dist/testing/calls/privates.js

const classes = new Set(['class_declaration', 'class', 'abstract_class_declaration']);
const fieldTypes = new Set(['field_definition', 'public_field_definition']);
function privateClasses({ root, language }) {
    const found = [];
    if (language === 'python')
        return found;
    (0,code/* walk */.GG)(root, (node) => {
        const body = classes.has(node.type) ? node.childForFieldName('body') : null;
        if (body === null)
            return undefined;
        const fields = body.namedChildren.flatMap((member) => privateField(member) ?? []);
        if (fields.length > 0) {
            found.push({
                name: node.childForFieldName('name')?.text ?? '',
                fields,
                start: body.startIndex + 1,
                constructorStart: constructorOf(body),
                derived: node.namedChildren.some((child) => child?.type === 'class_heritage' && /\bextends\b/.test(child.text)),
            });
        }
        return undefined;
    });
    return found;
}
function privateField(member) {
    if (member === null || !fieldTypes.has(member.type))
        return undefined;
    if (member.children.some((child) => child?.type === 'static'))
        return undefined;
    const name = member.childForFieldName('property') ?? member.childForFieldName('name');
    return name?.type === 'private_property_identifier' ? name.text : undefined;
}
function constructorOf(body) {
    const made = body.namedChildren.find((member) => member?.type === 'method_definition' && member.childForFieldName('name')?.text === 'constructor');
    const inner = made?.childForFieldName('body');
    return inner ? inner.startIndex + 1 : undefined;
}
/** What tells the values of private fields: see `insidesOf` in the driver calls-values.cjs. */
function readingWraps(privates) {
    return privates.map((one) => insert(one.start, `static{${registry}.set(this,{${reader(one)}});}`));
}
/** That, and what puts values into instances, which are made without what their constructor does. */
function makingWraps(privates) {
    return privates.flatMap((one) => {
        const { start, fields, constructorStart, derived } = one;
        const writes = fields.map((field) => `if(${privates_keyOf(one, field)} in f)o.${field}=f[${privates_keyOf(one, field)}];`).join('');
        const open = `static{${registry}.set(this,{${reader(one)},write(o,f){${writes}}});}`;
        if (constructorStart === undefined)
            return [insert(start, open)];
        const leave = `if(globalThis.__honeBare===new.target){${derived ? 'super();' : ''}return;}`;
        return [insert(start, open), insert(constructorStart, leave)];
    });
}
/** A place that all contexts of a process share. */
const registry = "(process.getBuiltinModule('node:module').honePrivates??=new WeakMap())";
function reader(one) {
    return `read:(o)=>({${one.fields.map((field) => `${privates_keyOf(one, field)}:o.${field}`).join()}})`;
}
/** A class and the one it extends may have fields of one name. */
function privates_keyOf({ name }, field) {
    return JSON.stringify(name + field);
}
function insert(at, open) {
    return { start: at, end: at, open, close: '' };
}

;// CONCATENATED MODULE: ./build/dist/testing/calls/texts.js


/** The original with a look at the arguments of its targets: what they are is appended to `file` in the sandbox. */
function watchedText(module, file, recorder) {
    if (module.language === 'python') {
        const begin = `from hone_calls_observe import watched as _hone_watched\n`;
        return pythonText(module, [], begin, ({ number }) => `@_hone_watched(${JSON.stringify(file)}, ${number})`);
    }
    const load = `process.getBuiltinModule('node:module').createRequire(${JSON.stringify(recorder)})(${JSON.stringify(recorder)})`;
    // A function declaration is there before anything of the module runs, whatever imports whom.
    const tail = `
;function __honeWatched() { const o = ${load}; const m = globalThis.__honeRecorders ??= new Map(); const f = ${JSON.stringify(file)};
if (!m.has(f)) m.set(f, o.recorder(f)); return { record: m.get(f), watched: (n, s, v) => o.watched(m.get(f), n, s, v) }; }\n`;
    const wraps = [];
    const inserted = [];
    for (const { number, place, receiver } of module.targets) {
        if (place.how === 'around') {
            wraps.push({
                start: place.start,
                end: place.end,
                open: `__honeWatched().watched(${number},${receiver === 'instance'},(`,
                close: '))',
            });
        }
        else if (place.how === 'body') {
            const self = receiver === 'instance' ? 'this' : 'undefined';
            inserted.push({ start: place.at, end: place.at, text: `;__honeWatched().record(${number},${self},arguments);` });
        }
    }
    wraps.push(...readingWraps(module.privates));
    // Loaders and builds that check types would refuse it.
    const head = module.language === 'javascript' || module.original.startsWith('#!') ? '' : '// @ts-nocheck\n';
    return head + splice(module.original, 0, module.original.length, wraps, inserted) + tail;
}
/** A variant whose targets can be reached from outside, exported or not. */
function reachableText(module, edits) {
    if (module.language === 'python') {
        const begin = `from hone_calls import target as _hone_target\n`;
        return pythonText(module, edits, begin, ({ number }) => `@_hone_target(${number})`);
    }
    const wraps = module.targets.flatMap(({ number, place }) => place.how === 'around'
        ? [{ start: place.start, end: place.end, open: `globalThis.__honeCalls.target(${number},(`, close: '))' }]
        : []);
    const names = module.names.map((name) => `${JSON.stringify(name)}:()=>${name}`).join();
    const tail = `\n;globalThis.__honeCalls.names(${JSON.stringify(module.file)},{${names}});\n`;
    wraps.push(...makingWraps(module.privates));
    return splice(module.original, 0, module.original.length, wraps, edits) + tail;
}
/** Decorators go right above `def`, so that what they get is the function itself. */
function pythonText(module, edits, begin, decorator) {
    const inserted = module.targets.flatMap((target) => {
        const { place } = target;
        if (place.how !== 'above')
            return [];
        const open = `${decorator(target)}\n${place.indent}`;
        return [{ start: place.at, end: target.end, open, close: '' }];
    });
    // Behind what stands first in a module by rule, in front of a decorated function that stands first.
    const first = { start: module.begin, end: module.original.length, open: begin, close: '' };
    return splice(module.original, 0, module.original.length, [first, ...inserted], edits);
}

;// CONCATENATED MODULE: ./build/dist/testing/calls/values.js
const deepest = 40;
/** A value that a sandbox has sent; opaque where it is none. */
function readValue(raw, depth = 0) {
    const broken = { kind: 'opaque', class: 'unreadable' };
    if (depth > deepest || typeof raw !== 'object' || raw === null)
        return broken;
    const fields = { ...raw };
    const name = typeof fields.class === 'string' ? fields.class : '';
    const more = typeof fields.more === 'number' ? { more: fields.more } : {};
    switch (fields.kind) {
        case 'none':
        case 'undefined':
            return { kind: fields.kind };
        case 'bool':
            return { kind: 'bool', value: fields.value === true };
        case 'int':
            return /^-?\d+$/.test(String(fields.text)) ? { kind: 'int', text: String(fields.text) } : broken;
        case 'number':
            return { kind: 'number', text: String(fields.text) };
        case 'string': {
            const whole = typeof fields.more === 'string' ? { more: fields.more } : {};
            return { kind: 'string', value: String(fields.value), ...whole };
        }
        case 'list':
            return {
                kind: 'list',
                class: name,
                items: listOf(fields.items).map((one) => readValue(one, depth + 1)),
                ...more,
            };
        case 'map': {
            const entries = listOf(fields.entries).map((pair) => {
                const [key, value] = listOf(pair);
                return [readValue(key, depth + 1), readValue(value, depth + 1)];
            });
            return { kind: 'map', class: name, entries, ...more };
        }
        case 'object': {
            const entries = listOf(fields.entries).map((pair) => {
                const [key, value] = listOf(pair);
                return [String(key), readValue(value, depth + 1)];
            });
            return { kind: 'object', class: name, entries };
        }
        case 'function':
            return { kind: 'function', class: name, source: String(fields.source) };
        default:
            return { kind: 'opaque', class: name };
    }
}
function listOf(raw) {
    return Array.isArray(raw) ? raw : [];
}
const unordered = new Set(['set', 'frozenset', 'Set']);
/**
 * One text for equal values: floats by nine significant digits, sets and the keys of maps in one order.
 * Equal numbers of another type (`1` and `1.0` in Python) have other texts.
 */
function canonicalText(value) {
    switch (value.kind) {
        case 'none':
        case 'undefined':
            return value.kind;
        case 'bool':
            return String(value.value);
        case 'int':
            return value.text;
        case 'number':
            return `n${roundedText(value.text)}`;
        case 'string':
            return JSON.stringify(value.value) + (value.more ?? '');
        case 'list': {
            const items = value.items.map(canonicalText);
            if (unordered.has(value.class))
                items.sort();
            return `${value.class}[${items.join()}${rest(value.more)}]`;
        }
        case 'map': {
            const entries = value.entries.map(([key, one]) => `${canonicalText(key)}:${canonicalText(one)}`).sort();
            return `${value.class}{${entries.join()}${rest(value.more)}}`;
        }
        case 'object': {
            const entries = value.entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`).sort();
            return `${value.class}(${entries.join()})`;
        }
        case 'function':
            return `function ${value.class} ${value.source}`;
        case 'opaque':
            return `opaque ${value.class}`;
    }
}
function rest(more) {
    return more === undefined ? '' : `+${more}`;
}
function roundedText(text) {
    if (text === '-0' || text === '-0.0')
        return '-0';
    const number = Number(text);
    if (!Number.isFinite(number))
        return text;
    // Whole numbers are exact; for the others the last digits are a matter of the order of operations.
    return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(9)));
}

;// CONCATENATED MODULE: ./build/dist/testing/calls/call.js





/** After so many calls that did not end, a variant is not called any more. */
const mostTimeouts = 6;
const mostDeaths = 2;
/**
 * Calls the targets of modules in every variant, each variant freshly loaded in a worker inside the sandbox. A call that
 * ends or blocks the worker costs a new worker. Variants that the deadline leaves no time for are left out.
 *
 * @throws Error with a sentence when no worker starts
 */
async function* callVariants(runner, command, modules, variants, calls, options) {
    const caller = new Caller(runner, command, modules, calls, options);
    try {
        for (const [at, variant] of variants.entries()) {
            const result = await caller.call(variant, at + 1);
            if (result === undefined)
                return;
            yield result;
        }
    }
    finally {
        await caller.close();
    }
}
class Caller {
    #runner;
    #command;
    #modules;
    #calls;
    #options;
    #worker;
    constructor(runner, command, modules, calls, options) {
        this.#runner = runner;
        this.#command = command;
        this.#modules = modules;
        this.#calls = calls;
        this.#options = options;
    }
    /** Undefined when the time is over. */
    async call(variant, number) {
        const outcomes = [];
        const { callTimeoutMs, loadTimeoutMs } = this.#options;
        // A worker reports every 300 ms, and after every call when one of them is known to kill it.
        const patience = callTimeoutMs * 8 + 1500;
        let deaths = 0;
        while (outcomes.length < this.#calls.length || this.#calls.length === 0) {
            if (this.#left() <= 0)
                return undefined;
            const worker = await this.#open();
            if (worker === undefined)
                return undefined;
            const timeouts = outcomes.filter(({ end }) => end === 'timeout').length;
            worker.send({ ...this.#request(variant, number), from: outcomes.length, single: deaths > 0, timeouts });
            let waits = patience + loadTimeoutMs;
            for (;;) {
                const answer = await worker.receive(['outcomes', 'unloadable'], Math.min(waits, this.#left()));
                waits = patience;
                if ('silent' in answer) {
                    await this.close();
                    if (this.#left() <= 0)
                        return undefined;
                    // The first time it is not known which call it was: the rest is called again, one at a time.
                    if (deaths > 0)
                        outcomes.push(plain(answer.silent === 'died' ? 'died' : 'timeout'));
                    deaths += 1;
                    break;
                }
                const { message } = answer;
                if (message.type === 'unloadable') {
                    const unloadable = String(message.message);
                    return { id: variant.id, outcomes: this.#calls.map(() => plain('unloadable')), unloadable };
                }
                for (const raw of Array.isArray(message.outcomes) ? message.outcomes : [])
                    outcomes.push(readOutcome(raw));
                if (message.last === true)
                    return { id: variant.id, outcomes, unloadable: undefined };
            }
            if (deaths > mostDeaths)
                break;
        }
        while (outcomes.length < this.#calls.length)
            outcomes.push(plain('unknown'));
        return { id: variant.id, outcomes, unloadable: undefined };
    }
    async close() {
        await this.#worker?.close();
        this.#worker = undefined;
    }
    #left() {
        return this.#options.signal?.aborted === true ? 0 : this.#options.deadline - performance.now();
    }
    get #python() {
        return this.#modules.some(({ language }) => language === 'python');
    }
    async #open() {
        if (this.#worker !== undefined)
            return this.#worker;
        const { callTimeoutMs, loadTimeoutMs, observation, signal } = this.#options;
        const task = { root: this.#runner.root, files: [], timeoutMs: callTimeoutMs };
        const worker = new RepeatWorker(this.#runner, this.#launch(), task, signal);
        this.#worker = worker;
        worker.send({
            limitMs: callTimeoutMs,
            loadMs: loadTimeoutMs,
            mostTimeouts,
            path: observation.path,
            inputs: this.#calls.map((one) => ({ ...one, self: one.self ?? null })),
        });
        const ready = await worker.receive(['ready'], this.#left());
        if (!('silent' in ready))
            return worker;
        const { tail } = worker;
        await this.close();
        if (ready.silent === 'timed-out')
            return undefined;
        throw new Error(`functions cannot be called here: ${tail.slice(-300) || 'the process that calls them ended'}`);
    }
    #launch() {
        const { argv, env, cwd, framework } = this.#command;
        const { program } = this.#options.observation;
        if (this.#python) {
            return {
                argv: [program ?? 'python3', driver('hone_calls_worker.py')],
                env: {
                    ...env,
                    PYTHONPATH: [driverFolder(), env.PYTHONPATH].filter(Boolean).join(':'),
                    PYTHONDONTWRITEBYTECODE: '1',
                    PYTHONHASHSEED: '0',
                },
                cwd,
            };
        }
        const options = framework === 'node' ? nodeOptionsFor(argv) : [];
        return { argv: [program ?? 'node', '--no-warnings', ...options, driver('calls-worker.mjs')], env, cwd };
    }
    #request(variant, number) {
        const { observation } = this.#options;
        const files = this.#modules.map((module) => ({
            file: module.file,
            text: reachableText(module, variant.edits[module.file] ?? []),
            esm: module.esm,
            module: moduleName(module, observation, this.#command.cwd),
        }));
        const targets = this.#modules.flatMap((module) => module.targets.map(({ number: target, file, name, kind, receiver }) => {
            return { number: target, file, name, kind, receiver };
        }));
        return { number, files, targets };
    }
}
/** As the tests imported it; else as its path reads from the folder of the command. */
function moduleName({ file, targets }, { modules }, cwd) {
    for (const { number } of targets) {
        const seen = modules.get(number);
        if (seen !== undefined && seen !== '__main__')
            return seen;
    }
    const inside = cwd !== '.' && file.startsWith(`${cwd}/`) ? file.slice(cwd.length + 1) : file;
    return inside
        .replace(/(?:\/__init__)?\.py$/, '')
        .replace(/^src\//, '')
        .replaceAll('/', '.');
}
function plain(end) {
    return { end, text: end };
}
const plainEnds = new Set(['timeout', 'unmade', 'unreached', 'unknown']);
function readOutcome(raw) {
    const fields = typeof raw === 'object' && raw !== null ? { ...raw } : {};
    if (fields.end === 'throws')
        return { end: 'throws', text: `throws ${String(fields.error)}` };
    if (fields.end === 'returns') {
        const value = readValue(fields.value);
        const after = Array.isArray(fields.after) ? fields.after.map((one) => canonicalText(readValue(one))) : undefined;
        const printed = typeof fields.printed === 'string' ? ` printed ${JSON.stringify(fields.printed)}` : '';
        const mutated = after === undefined ? '' : ` leaves ${after.join()}`;
        return { end: 'returns', value, text: canonicalText(value) + mutated + printed };
    }
    const end = plainEnds.has(fields.end) ? fields.end : 'unknown';
    return plain(end);
}

;// CONCATENATED MODULE: ./build/dist/testing/launch.js




/** Adds what makes a framework report, and keeps the user's own arguments. */
function launch(command, options) {
    const { argv, env } = instrument(command, options);
    const merged = { ...command.env, ...env, ...linesTo(command, options) };
    const { PYTHONPATH: own } = env;
    const { PYTHONPATH: users } = command.env;
    if (own !== undefined && users !== undefined)
        merged.PYTHONPATH = `${own}:${users}`;
    return { argv: withPrelude(inlinePrelude(command), argv), env: merged, cwd: command.cwd };
}
function instrument(command, options) {
    const { argv, framework } = command;
    const files = options.files?.map((file) => fromFolder(command.cwd, file)) ?? [];
    switch (framework) {
        case 'node':
            return { argv: withPatterns(nodeArguments(argv, files)), env: {} };
        case 'vitest':
            return { argv: ['node', driver('vitest-run.mjs'), ...vitestArguments(argv).slice(1), ...files], env: {} };
        case 'jest': {
            const chosen = files.length === 0 ? [] : ['--runTestsByPath', ...files];
            const words = [...jestArguments(argv, options.root), ...jestNamed(options.named)];
            return { argv: [...words, `--reporters=${driver('jest-reporter.cjs')}`, ...chosen], env: {} };
        }
        case 'mocha': {
            const chosen = options.files?.map((file) => external_node_path_.posix.join(options.root, file));
            return {
                argv: [...mochaArguments(argv), ...mochaOptions('mocha-reporter.cjs', external_node_path_.posix.join(options.root, command.cwd))],
                env: chosen === undefined ? {} : { HONE_FILES: JSON.stringify(chosen) },
            };
        }
        case 'tape': {
            const { options: own, files: all } = tapeArguments(argv);
            const words = ['-r', driver('tape-reporter.cjs'), ...own, ...(files.length > 0 ? files : all)];
            return { argv: [argv[0] ?? 'tape', ...words], env: { HONE_ROOT: options.root } };
        }
        case 'tap': {
            const chosen = options.files === undefined ? {} : { HONE_FILES: JSON.stringify(files) };
            return { argv: ['node', driver('tap-run.mjs'), ...argv.slice(1)], env: chosen };
        }
        case 'ava': {
            // What a worker thread leaves behind when it is ended is lost.
            const threads = options.linesTo === undefined ? [] : ['--no-worker-threads'];
            return {
                argv: ['node', driver('ava-run.mjs'), ...avaArguments(argv), ...avaNamed(options.named), ...threads, ...files],
                env: {},
            };
        }
        case 'pytest':
            // To rewrite the assertions of large files of tests takes long, and where tests run matters without it as well.
            return {
                argv,
                env: {
                    ...pythonEnvironment(options),
                    PYTEST_ADDOPTS: addOptions(command, options.only || options.coverage ? '-p hone_pytest --assert=plain' : '-p hone_pytest'),
                },
            };
        case 'unittest':
            return { argv: unittestArguments(argv, 'hone_unittest.py'), env: pythonEnvironment(options) };
        case 'go':
            return { argv: argv.includes('-json') ? argv : [...argv.slice(0, 2), '-json', ...argv.slice(2)], env: {} };
        default:
            return { argv: withTools('exec "$0" "$@"', argv), env: {} };
    }
}
function linesTo({ env }, { linesTo: record, root }) {
    if (record === undefined)
        return {};
    const preload = `--require=${driver('coverage-process.cjs')}`;
    return {
        NODE_OPTIONS: [env.NODE_OPTIONS, preload].filter(Boolean).join(' '),
        HONE_LINES: external_node_path_.posix.join(root, record),
        HONE_LINES_ROOT: root,
    };
}
/** A driver in the place of `-m unittest`. */
function unittestArguments(argv, script) {
    const at = argv.indexOf('-m');
    return [...argv.slice(0, at), driver(script), ...argv.slice(at + 2)];
}
function addOptions(command, added) {
    return [command.env.PYTEST_ADDOPTS, added].filter(Boolean).join(' ');
}
function pythonEnvironment({ root, coverage, files, testTimeoutMs, only }) {
    return {
        PYTHONPATH: driverFolder(),
        PYTHONDONTWRITEBYTECODE: '1',
        ...(coverage ? { HONE_COVERAGE: root } : {}),
        ...(testTimeoutMs === undefined ? {} : { HONE_TEST_TIMEOUT: String(testTimeoutMs / 1000) }),
        ...(files === undefined ? {} : { HONE_FILES: JSON.stringify(files), HONE_ROOT: root }),
        ...(only ? { HONE_ONLY: '1', HONE_ROOT: root } : {}),
    };
}
/** A path of the repository as a command in that folder names it. */
function fromFolder(cwd, file) {
    return cwd !== '.' && file.startsWith(`${cwd}/`) ? file.slice(cwd.length + 1) : file;
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/drivers.js





/** The repeat driver of a command's framework; undefined when there is none. */
function repeatDriver(command, runner, files) {
    const { argv, cwd, env, framework } = command;
    switch (framework) {
        case 'node':
            return {
                command,
                switching: 'schemata',
                launch: launchOf([argv[0] ?? 'node', ...nodeOptionsFor(argv), driver('node-repeat.mjs')], env),
            };
        case 'vitest': {
            // Of types nothing is run.
            const run = files.filter((file) => !/[.-](?:test|spec)-d\.[cm]?[jt]s$/.test(file));
            const words = [...vitestArguments(argv).slice(1), ...run.map((file) => fromFolder(cwd, file))];
            return { command, switching: 'schemata', launch: launchOf(['node', driver('vitest-start.mjs'), ...words], env) };
        }
        case 'jest': {
            const named = files.map((file) => fromFolder(cwd, file));
            return { command, switching: 'schemata', launch: launchOf(jestRepeatArguments(argv, runner.root, named), env) };
        }
        case 'mocha': {
            const words = [...mochaArguments(argv), ...mochaOptions('mocha-repeat.cjs', external_node_path_.posix.join(runner.root, cwd))];
            return { command, switching: 'schemata', launch: launchOf(words, env) };
        }
        case 'tape': {
            const words = ['node', driver('tape-repeat.cjs'), ...tapeArguments(argv).preloads];
            return { command, switching: 'schemata', launch: launchOf(words, env) };
        }
        case 'ava':
            return { command, switching: 'schemata', launch: launchOf(['node', driver('ava-repeat.mjs')], env) };
        case 'tap':
            return { command, switching: 'schemata', launch: launchOf(['node', driver('tap-repeat.mjs')], env) };
        case 'pytest':
            return {
                command,
                switching: 'texts',
                launch: launchOf(argv, {
                    ...pythonEnvironment(),
                    HONE_REPEAT: '1',
                    HONE_ROOT: runner.root,
                    // Collecting the tests of a large suite takes longer than loading the program.
                    HONE_FILES: JSON.stringify(files),
                    PYTEST_ADDOPTS: [
                        env.PYTEST_ADDOPTS,
                        '-p hone_pytest -p hone_pytest_repeat -p no:cacheprovider --assert=plain',
                    ]
                        .filter(Boolean)
                        .join(' '),
                }),
            };
        case 'unittest': {
            const words = unittestArguments(argv, 'hone_unittest_repeat.py');
            return { command, switching: 'texts', launch: launchOf(words, pythonEnvironment()) };
        }
        default:
            return undefined;
    }
    function pythonEnvironment() {
        const path = [driverFolder(), env.PYTHONPATH].filter(Boolean).join(':');
        // A process with threads cannot be copied: numerical libraries start some when they are loaded.
        const alone = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
        return { ...alone, ...env, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1' };
    }
    function launchOf(words, variables) {
        return { argv: withPrelude(inlinePrelude(command), words), env: variables, cwd };
    }
}

;// CONCATENATED MODULE: ./build/dist/testing/formats.js
/** Reports that are not ours: go's JSON lines, TAP and JUnit XML, as the messages that our own reporters send. */
/** `go test -json`. Tests are named `package` and `Test/sub`. */
function readGo(stdout) {
    const messages = [];
    const output = new Map();
    for (const line of stdout.split('\n')) {
        if (!line.startsWith('{'))
            continue;
        let event;
        try {
            event = { ...JSON.parse(line) };
        }
        catch {
            continue;
        }
        const { Action: action, Package: folder = '', Test: test, Elapsed: seconds, Output: printed } = event;
        const name = typeof test === 'string' ? [String(folder), ...test.split('/')] : [String(folder)];
        const key = name.join('/');
        if (action === 'output')
            output.set(key, (output.get(key) ?? '') + String(printed));
        if (typeof test !== 'string') {
            if (action === 'fail' && /\[(?:build|setup) failed\]/.test(output.get(key) ?? '')) {
                messages.push({ type: 'collection-error', message: output.get(key) });
            }
            continue;
        }
        if (action === 'run')
            messages.push({ type: 'begin', name });
        const status = { pass: 'passed', fail: 'failed', skip: 'skipped' }[String(action)];
        if (status === undefined)
            continue;
        const text = status === 'failed' ? (output.get(key) ?? '') : undefined;
        const ms = typeof seconds === 'number' ? seconds * 1000 : undefined;
        messages.push({ type: 'test', name, status, ms, message: text, frames: goFrames(text ?? '') });
    }
    return [...messages, { type: 'end' }];
}
function goFrames(text) {
    return [...text.matchAll(/^\s*([\w./-]+\.go):(\d+)/gm)].map(([, file, line]) => ({ file, line: Number(line) }));
}
/** Test Anything Protocol, versions 12 to 14; subtests are indented by four. Complete when it has a plan that is kept. */
function readTap(stdout) {
    const messages = [];
    const around = [];
    let plan;
    let seen = 0;
    for (const line of stdout.split('\n')) {
        const comment = /^((?: {4})*)# Subtest: (.*)$/.exec(line);
        if (comment !== null) {
            const depth = (comment[1] ?? '').length / 4;
            around.length = depth;
            around[depth] = comment[2] ?? '';
        }
        const planned = /^1\.\.(\d+)/.exec(line);
        if (planned !== null)
            plan = Number(planned[1]);
        const point = /^((?: {4})*)(not )?ok\b(?: (\d+))?(?: -)? ?([^#]*)(?:# ?(\w+).*)?$/.exec(line);
        if (point === null)
            continue;
        const depth = (point[1] ?? '').length / 4;
        if (depth === 0)
            seen += 1;
        const name = [
            ...around.slice(0, depth).map((part) => part ?? '?'),
            (point[4] ?? '').trim() || `test ${point[3] ?? seen}`,
        ];
        const skipped = /^(?:skip|todo)/i.test(point[5] ?? '');
        messages.push({ type: 'test', name, status: skipped ? 'skipped' : point[2] === undefined ? 'passed' : 'failed' });
    }
    if (messages.length === 0 && plan === undefined)
        return undefined;
    return plan === seen ? [...messages, { type: 'end' }] : messages;
}
/** JUnit XML as the common writers have it. Not a validating reader: it takes test cases and what they hold. */
function readJunit(xml) {
    const messages = [];
    for (const [, attributes = '', body = ''] of xml.matchAll(/<testcase\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
        const { name = '', classname, file, time } = readAttributes(attributes);
        const failure = /<(failure|error)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/\1>)/.exec(body);
        const status = failure?.[1] === 'error' ? 'error' : failure ? 'failed' : /<skipped\b/.test(body) ? 'skipped' : 'passed';
        const thrown = readAttributes(failure?.[2] ?? '');
        const text = unescapeXml((failure?.[3] ?? '').replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1'));
        messages.push({
            type: 'test',
            file: file ?? '',
            name: classname === undefined || classname === '' ? [name] : [classname, name],
            status,
            ms: time === undefined ? undefined : Number(time) * 1000,
            message: failure === null ? undefined : (thrown.message ?? text),
            errorClass: thrown.type,
            stack: text,
        });
    }
    return /<\/testsuites?>\s*$|<testsuites?[^>]*\/>\s*$/.test(xml) ? [...messages, { type: 'end' }] : messages;
}
function readAttributes(text) {
    const found = {};
    for (const [, name = '', double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        found[name] = unescapeXml(double ?? single ?? '');
    }
    return found;
}
const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
function unescapeXml(text) {
    return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
        if (name !== undefined)
            return entities[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./build/dist/testing/run.js








const authenticated = new Set([
    'node',
    'vitest',
    'jest',
    'mocha',
    'tape',
    'tap',
    'ava',
    'pytest',
    'unittest',
]);
const noTestsCode = { pytest: 5, unittest: 5 };
/** Of reports that are not ours everything printed is kept, up to here. */
const longestReport = 64 * 1024 * 1024;
/**
 * Runs the tests once in a fresh process and reads what became of each. Failing tests are results, not errors.
 *
 * @throws what the runner throws when it cannot run anything
 */
async function runTests(runner, command, options) {
    const built = await build(runner, command, options);
    if (built.exitCode !== 0)
        return notBuilt(command, built);
    const run = await runBuilt(runner, command, { ...options, timeoutMs: options.timeoutMs - built.durationMs });
    return { ...run, durationMs: run.durationMs + built.durationMs };
}
function notBuilt({ framework }, { exitCode, timedOut, durationMs, tail }) {
    return {
        ...{ exitCode, durationMs, complete: false, authenticated: authenticated.has(framework) },
        ...{ tests: [], coverage: new Map() },
        status: timedOut ? 'timed-out' : exitCode === 127 || exitCode === 126 ? 'no-such-command' : 'crashed',
        rawTail: tail,
    };
}
async function runBuilt(runner, command, options) {
    const { idleMs, signal, onOutput } = options;
    const timeoutMs = Math.max(1, options.timeoutMs);
    const idle = new AbortController();
    const watch = idleMs === undefined ? undefined : setTimeout(() => idle.abort(), idleMs);
    const key = newKey();
    const { coverage, only } = options;
    const started = launch(command, {
        ...options,
        coverage: coverage !== undefined,
        only: only !== undefined,
        root: runner.root,
    });
    const reader = new FrameReader(key);
    const foreign = !authenticated.has(command.framework);
    const decoders = { stdout: new external_node_string_decoder_.StringDecoder('utf8'), stderr: new external_node_string_decoder_.StringDecoder('utf8') };
    let printed = '';
    let errors = '';
    const running = runner.run(started.argv, {
        env: started.env,
        cwd: started.cwd,
        stdin: [key, ...[coverage, only].flatMap((wish) => (wish === undefined ? [] : [JSON.stringify(wish)])), ''].join('\n'),
        limits: { time: timeoutMs },
        signal: signal === undefined ? idle.signal : AbortSignal.any([signal, idle.signal]),
        onOutput(stream, chunk) {
            watch?.refresh();
            const text = decoders[stream].write(chunk);
            onOutput?.(text);
            if (foreign && stream === 'stdout' && printed.length < longestReport)
                printed += text;
            // A frame is one line of stdout; what is printed on stderr in the middle of it must not break it.
            if (stream === 'stdout')
                reader.push(text);
            else
                errors = (errors + text).slice(-16 * 1024);
        },
    });
    const end = await running.finally(() => clearTimeout(watch));
    const timedOut = end.timedOut || idle.signal.aborted;
    const messages = foreign
        ? await foreignMessages(runner, command, (0,external_node_util_.stripVTControlCharacters)(printed))
        : reader.messages;
    const told = namedByStack(messages, (0,external_node_util_.stripVTControlCharacters)(`${reader.tail}\n${errors}`));
    const report = readMessages(told, { root: runner.root, cwd: command.cwd }, timedOut ? 'timed-out' : 'error');
    const tail = [reader.tail, errors, ...report.problems]
        .map((part) => part.trim())
        .filter(Boolean)
        .join('\n');
    // jest leaves before any reporter is asked.
    const status = command.framework === 'jest' && messages.length === 0 && /^No tests found, exiting/m.test(tail)
        ? 'no-tests'
        : runStatus(report, { exitCode: end.exitCode, timedOut }, noTestsCode[command.framework]);
    return {
        status: foreign && status === 'crashed' && messages.length === 0 ? unread(end.exitCode) : status,
        exitCode: end.exitCode,
        complete: report.ended,
        authenticated: !foreign,
        tests: report.tests,
        coverage: report.coverage,
        loaded: report.loaded,
        rawTail: tail.slice(-16 * 1024),
        durationMs: end.durationMs,
    };
}
/** Some frameworks do not say which file did not load, or why; what was printed then has the stack. */
function namedByStack(messages, printed) {
    return messages.map((message) => {
        if (typeof message !== 'object' || message === null)
            return message;
        const fields = { ...message };
        const [only] = Array.isArray(fields.name) && fields.name.length === 1 ? fields.name : [];
        const ofFile = fields.kind !== undefined && typeof only === 'string' && /\.[cm]?[jt]sx?$/.test(only);
        if ((fields.type !== 'collection-error' && !ofFile) || (fields.stack ?? '') !== '')
            return message;
        const own = String(fields.file ?? only ?? '');
        const traces = printed.split(/\n(?!\s+at )/).filter((trace) => parseStack(trace).length > 0);
        const stack = traces.find((trace) => own !== '' && trace.includes(own)) ?? traces[0] ?? '';
        const outermost = parseStack(stack).findLast(({ file }) => !isForeign(file.replace(/^\/+/, '')));
        return { ...fields, file: fields.file ?? outermost?.file, stack };
    });
}
/** Whether these tests can be run without the others of their files; ids that stand for a whole file cannot. */
function canChoose({ framework }, ids) {
    return (framework === 'pytest' || framework === 'unittest') && ids.every((id) => fileOfWhole(id) === undefined);
}
/** Whether one test of these files can be run by its name. */
function canName({ framework }) {
    return framework === 'ava' || framework === 'jest';
}
/** A command whose report nobody can read: it ran, and which tests there were is not known. */
function unread(exitCode) {
    return exitCode === 127 || exitCode === 126 ? 'no-such-command' : exitCode > 128 ? 'crashed' : 'no-tests';
}
async function foreignMessages(runner, command, printed) {
    if (command.framework === 'go')
        return readGo(printed);
    if (command.junit !== undefined) {
        const xml = await runner.read(command.junit);
        return xml === undefined ? [] : readJunit(xml.toString('utf8'));
    }
    return readTap(printed) ?? [];
}

;// CONCATENATED MODULE: ./build/dist/testing/calls/observe.js








const longestRecord = 32 * 2 ** 20;
/**
 * Runs tests with texts in place that note with which arguments the modules' targets are called. Failing tests go
 * first, so that what both call counts as theirs. The runner's files are the originals again afterwards.
 */
async function observe(runner, command, modules, options) {
    const record = `.hone-calls-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.jsonl`;
    const texts = modules.map((module) => [
        module.file,
        watchedText(module, `${runner.root}/${record}`, driver('calls-observe.cjs')),
    ]);
    await put(runner, command, Object.fromEntries(texts));
    try {
        const lines = async () => (await runner.read(record, longestRecord))?.toString('utf8').split('\n').filter(Boolean) ?? [];
        const phases = await runPhases(runner, command, options, async () => (await lines()).length);
        return readRecord(await lines(), phases);
    }
    finally {
        await put(runner, command, {
            ...Object.fromEntries(modules.map(({ file, original }) => [file, original])),
            [record]: null,
        });
    }
}
async function runPhases(runner, command, options, recorded) {
    const { failing, passing, testFiles, timeoutMs, signal } = options;
    const started = performance.now();
    const left = () => Math.max(500, timeoutMs - (performance.now() - started));
    const repeat = repeatDriver(command, runner, testFiles);
    const built = await build(runner, command, { timeoutMs: left(), ...(signal === undefined ? {} : { signal }) });
    // Without names of tests all of them run.
    if (built.exitCode === 0 && repeat !== undefined && failing.length + passing.length > 0) {
        const open = async () => {
            const task = { root: runner.root, files: testFiles, tests: [...failing, ...passing], timeoutMs: 1000 };
            const worker = new RepeatWorker(runner, repeat.launch, task, signal);
            const ready = await worker.receive(['ready', 'unloadable'], left());
            if (!('silent' in ready) && ready.message.type === 'ready')
                return worker;
            await worker.close();
            return undefined;
        };
        let worker = await open();
        if (worker !== undefined) {
            try {
                const failingFrom = await recorded();
                worker.send({ id: 'failing', c: 0, tests: failing, timeoutMs: 1000, here: true });
                // A test that never ends has made its first calls by then.
                const failed = await worker.receive(['trial'], left() / 2);
                const passingFrom = await recorded();
                if (passing.length === 0)
                    return { failingFrom, passingFrom, missing: undefined };
                if ('silent' in failed) {
                    await worker.close();
                    worker = await open();
                }
                worker?.send({ id: 'passing', c: 0, tests: passing, timeoutMs: 1000, here: true });
                const passed = await worker?.receive(['trial'], left());
                const missing = passed === undefined || 'silent' in passed ? 'the passing tests did not end in time' : undefined;
                return { failingFrom, passingFrom, missing };
            }
            finally {
                await worker?.close();
            }
        }
    }
    const run = await runTests(runner, command, {
        timeoutMs: left(),
        ...(testFiles.length === 0 ? {} : { files: testFiles }),
        ...(signal === undefined ? {} : { signal }),
    });
    const missing = run.status === 'completed' ? undefined : `the watched tests: ${run.status}`;
    return { failingFrom: undefined, passingFrom: undefined, missing };
}
function readRecord(lines, { failingFrom, passingFrom, missing }) {
    const calls = new Map();
    const modules = new Map();
    let program;
    let path = [];
    for (const [at, line] of lines.entries()) {
        const fields = parsed(line);
        if (typeof fields.program === 'string')
            program = fields.program;
        if (typeof fields.target !== 'number')
            continue;
        if (typeof fields.module === 'string') {
            modules.set(fields.target, fields.module);
            if (Array.isArray(fields.path))
                path = fields.path.map(String);
            continue;
        }
        const during = failingFrom === undefined || at < failingFrom ? 'any' : at < (passingFrom ?? 0) ? 'failing' : 'passing';
        const named = Array.isArray(fields.named) ? fields.named : [];
        const call = {
            target: fields.target,
            self: fields.self === null || fields.self === undefined ? undefined : readValue(fields.self),
            args: Array.isArray(fields.args) ? fields.args.map((one) => readValue(one)) : [],
            named: named.map((pair) => [String(pair?.[0]), readValue(pair?.[1])]),
        };
        const key = JSON.stringify(call);
        if (!calls.has(key))
            calls.set(key, { ...call, during });
    }
    const unseen = calls.size === 0 ? (missing ?? 'the tests called none of the changed functions') : missing;
    return { calls: [...calls.values()], program, modules, path, missing: unseen };
}
function parsed(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' && value !== null ? { ...value } : {};
    }
    catch {
        // The last line of a process that was killed.
        return {};
    }
}

;// CONCATENATED MODULE: ./build/dist/testing/calls/targets.js


const callable = new Set(['function', 'method', 'constructor', 'getter', 'setter']);
/** Where changes lie outside of functions, whatever the module offers may behave otherwise. */
const mostOfModule = 6;
/**
 * The functions around `spans`, each the outermost one that has a name; the module's own functions where a span lies
 * outside of all. Undefined for files of unknown languages or with broken syntax.
 *
 * @param first number of the first target
 */
async function readModule(file, original, spans, first) {
    const language = (0,code/* languageOf */.eX)(file);
    if (language === undefined)
        return undefined;
    const parsed = await (0,code/* parse */.qg)(language, original, file);
    try {
        if (parsed.hasError)
            return undefined;
        const symbols = chosen(parsed, spans);
        const targets = symbols.flatMap((symbol) => {
            const place = placeOf(symbol, parsed);
            return place === undefined ? [] : [{ symbol, place }];
        });
        return {
            file,
            language,
            original,
            esm: parsed.imports.some(({ kind }) => kind === 'import' || kind === 'export-from') ||
                parsed.exports.some(({ form }) => form === 'named' || form === 'default' || form === 're-export'),
            names: namesOf(parsed),
            begin: beginOf(parsed),
            privates: privateClasses(parsed),
            targets: targets.map(({ symbol, place }, at) => ({
                number: first + at,
                file,
                name: symbol.qualifiedName,
                kind: symbol.kind,
                receiver: receiverOf(symbol),
                startLine: symbol.startLine,
                endLine: symbol.endLine,
                start: symbol.startIndex,
                end: symbol.endIndex,
                doc: symbol.doc,
                parameters: symbol.parameters.length,
                place,
            })),
        };
    }
    finally {
        parsed.dispose();
    }
}
function chosen(parsed, spans) {
    const found = new Set();
    for (const { start, end } of spans) {
        const around = parsed.symbols.filter((one) => one.startIndex <= start && end <= one.endIndex);
        const outermost = around.find((one) => callable.has(one.kind)) ?? around.find(isMadeByCall);
        if (outermost !== undefined)
            found.add(outermost);
        else
            for (const one of ownFunctions(parsed))
                found.add(one);
    }
    return parsed.symbols.filter((one) => found.has(one));
}
/** `const f = memoize(...)`: what comes of the call may be a function. */
function isMadeByCall({ node, parent }) {
    return parent === undefined && node.childForFieldName('value')?.type === 'call_expression';
}
function ownFunctions(parsed) {
    const own = parsed.symbols.filter((one) => callable.has(one.kind) && (one.parent === undefined || one.parent.kind === 'class'));
    return own.slice(0, mostOfModule);
}
function receiverOf({ kind, parent, static: ofClass, node, qualifiedName }) {
    if (kind === 'constructor')
        return 'none';
    if (parent?.kind === 'class')
        return ofClass ? 'holder' : 'instance';
    if (!qualifiedName.includes('.'))
        return 'none';
    return /\.prototype\.[^=]*$/.test(node.childForFieldName('left')?.text ?? '') ? 'instance' : 'holder';
}
const functionExpressions = new Set(['arrow_function', 'function_expression', 'function', 'generator_function']);
function placeOf(symbol, parsed) {
    const { node } = symbol;
    if (parsed.language === 'python') {
        if (node.type !== 'function_definition')
            return undefined;
        const line = parsed.text.lastIndexOf('\n', node.startIndex - 1) + 1;
        const indent = parsed.text.slice(line, node.startIndex);
        return indent.trim() === '' ? { how: 'above', at: node.startIndex, indent } : undefined;
    }
    if (node.type === 'method_definition' || /^(?:generator_)?function_declaration$/.test(node.type)) {
        const body = node.childForFieldName('body');
        return body === null ? undefined : { how: 'body', at: afterDirectives(body) };
    }
    const value = functionExpressions.has(node.type)
        ? node
        : (node.childForFieldName('value') ?? node.childForFieldName('right'));
    return value === null ? undefined : { how: 'around', start: value.startIndex, end: value.endIndex };
}
function afterDirectives(body) {
    let at = body.startIndex + 1;
    for (const child of body.namedChildren) {
        if (child === null || child.type === 'comment')
            continue;
        if (child.type !== 'expression_statement' || child.firstNamedChild?.type !== 'string')
            break;
        at = child.endIndex;
    }
    return at;
}
const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
/** What is imported only for its types is not there when the module runs, and asking for it would be an error. */
function namesOf(parsed) {
    const names = new Set();
    for (const { parent, qualifiedName } of parsed.symbols)
        if (parent === undefined)
            names.add(qualifiedName);
    const used = parsed.language === 'python' ? undefined : valuesUsed(parsed);
    for (const { names: imported, typeOnly } of parsed.imports) {
        if (typeOnly)
            continue;
        for (const { local } of imported)
            if (used === undefined || used.has(local))
                names.add(local);
    }
    return [...names].filter((name) => identifier.test(name) && name !== 'default');
}
function valuesUsed({ root }) {
    const used = new Set();
    (0,code/* walk */.GG)(root, ({ type, text }) => {
        if (type === 'import_statement')
            return false;
        if (type === 'identifier' || type === 'shorthand_property_identifier')
            used.add(text);
        return undefined;
    });
    return used;
}
function beginOf(parsed) {
    for (const child of parsed.root.namedChildren) {
        if (child === null || child.type === 'comment' || child.type === 'future_import_statement')
            continue;
        if (child.type === 'expression_statement' && child.firstNamedChild?.type === 'string')
            continue;
        return child.startIndex;
    }
    return parsed.text.length;
}

;// CONCATENATED MODULE: ./build/dist/testing/calls/index.js





;// CONCATENATED MODULE: ./build/dist/testing/types.js
function passing(run) {
    return run.tests.filter((test) => test.status === 'passed');
}
/** Tests that failed, were in error or never ended. */
function failing(run) {
    return run.tests.filter((test) => test.status !== 'passed' && test.status !== 'skipped');
}

;// CONCATENATED MODULE: ./build/dist/testing/cover-order.js

/** Of one part, tests. */
const partSize = 40;
/** Of many failing tests: without passing ones to compare with, every line that they share is as suspicious. */
const failingFirst = 20;
/** Milliseconds of a test that can be measured among the first. */
const quickMs = 300;
/** Passing tests that are measured before the failing ones. */
const mostWarmUp = 3;
/** Passing tests, spread over each file, that are measured before the rest. */
const nearShare = 60;
const farShare = 8;
/**
 * Tests in the order in which their coverage tells most, so that what time cuts off is the least: some that fail, then
 * passing ones of the same files, then some of every other file, then the other failing ones, then the rest. In parts
 * that can be run one by one.
 */
function coverOrder(run) {
    const every = new Set(run.tests.map(({ id }) => id));
    // A test runs its subtests.
    const isSubtest = (id) => {
        for (let at = id.lastIndexOf(' > '); at > 0; at = id.lastIndexOf(' > ', at - 1)) {
            if (every.has(id.slice(0, at)))
                return true;
        }
        return false;
    };
    const failed = failing(run).filter(({ id }) => !isSubtest(id));
    const files = new Set(failed.map(({ file }) => file));
    const byFile = new Map();
    for (const { id, file } of passing(run)) {
        if (isSubtest(id))
            continue;
        const own = byFile.get(file);
        if (own === undefined)
            byFile.set(file, [id]);
        else
            own.push(id);
    }
    const near = [];
    const far = [];
    const rest = [];
    for (const [file, own] of byFile) {
        const chosen = spread(own, files.has(file) ? nearShare : farShare);
        (files.has(file) ? near : far).push(...chosen);
        const taken = new Set(chosen);
        rest.push(...own.filter((id) => !taken.has(id)));
    }
    const ids = failed.map(({ id }) => id);
    const first = new Set(spread(ids, failingFirst));
    return [[...first], near, far, ids.filter((id) => !first.has(id)), rest].flatMap(inParts);
}
/**
 * Passing tests to measure before those that fail, one of each of their first files: what is made once for all tests
 * (modules, caches, fixtures) is made in them, and is not taken for something that only failing tests run.
 */
function warmUp(run) {
    const files = new Set(failing(run).map(({ file }) => file));
    const passed = passing(run).filter(isQuick);
    return [...files].slice(0, mostWarmUp).flatMap((file) => passed.find((test) => test.file === file)?.id ?? []);
}
/** Passing tests that take long come last: measured, they take many times as long. */
function slowLast(run, ids) {
    const slow = new Set(passing(run).flatMap((test) => (isQuick(test) ? [] : test.id)));
    return [...ids.filter((id) => !slow.has(id)), ...ids.filter((id) => slow.has(id))];
}
function isQuick({ durationMs = 0 }) {
    return durationMs <= quickMs;
}
function spread(items, count) {
    const step = Math.max(1, items.length / count);
    return Array.from({ length: Math.min(count, items.length) }, (_, at) => items[Math.floor(at * step)] ?? '');
}
function inParts(ids) {
    return Array.from({ length: Math.ceil(ids.length / partSize) }, (_, at) => ids.slice(at * partSize, (at + 1) * partSize));
}
/** Files of tests in the order in which they are likely to have to do with those that fail: of their folders first. */
function nearFirst(failed, others) {
    const folderOf = (file) => file.slice(0, file.lastIndexOf('/') + 1);
    const folders = new Set(failed.map(folderOf));
    const near = others.filter((file) => folders.has(folderOf(file)));
    const far = others.filter((file) => !folders.has(folderOf(file)));
    return [...near, ...far];
}
/** Passing files that are loaded beside those that fail, however slow the suite is. */
const leastFiles = 6;
/** Loading and measuring in one process, against a run that has all processors. */
const slowdown = 2;
/**
 * The part of a run whose files can be loaded and measured in about `enoughMs`: those with failing tests, and as many
 * others, spread over those that are near, as there is time for.
 */
function withinTime(run, enoughMs) {
    const failed = new Set(failing(run).map(({ file }) => file));
    const others = [...new Set(run.tests.map(({ file }) => file))].filter((file) => !failed.has(file));
    const share = enoughMs / Math.max(1, slowdown * run.durationMs);
    const count = Math.max(leastFiles, Math.ceil(others.length * share));
    if (count >= others.length)
        return run;
    const kept = new Set([...failed, ...spread(nearFirst([...failed], others), count)]);
    return { ...run, tests: run.tests.filter(({ file }) => kept.has(file)) };
}

;// CONCATENATED MODULE: ./build/dist/testing/cover-files.js





/** Of files with failing tests, at most. */
const mostFailing = 10;
const cover_files_longestRecord = 64 * 2 ** 20;
/**
 * Lines that each file of tests executes, each run in processes of its own: for frameworks of JavaScript whose tests
 * cannot be told apart from inside.
 */
async function coverFiles(runner, command, run, { timeoutMs, enoughMs, signal }) {
    const began = performance.now();
    const failed = byFile(failing(run));
    const passed = byFile(passing(run));
    const others = [...passed.keys()].filter((file) => !failed.has(file));
    const first = [...failed.keys()];
    const alone = canName(command)
        ? aloneOf(first.flatMap((file) => failed.get(file) ?? []), passed)
        : [];
    const whole = [...first.slice(0, mostFailing), ...nearFirst(first, others)];
    const queue = [
        ...alone,
        ...whole.filter((file) => !alone.some((one) => one.file === file)).map((file) => ({ file, test: undefined })),
    ];
    const tests = new Map();
    const executed = new Set();
    const measured = new Set();
    const work = async () => {
        for (let unit = queue.shift(); unit !== undefined && signal?.aborted !== true; unit = queue.shift()) {
            const { file, test } = unit;
            const own = test === undefined ? failed.get(file) : failing(run).includes(test) ? [test] : undefined;
            const left = (own === undefined ? enoughMs : timeoutMs) - (performance.now() - began);
            if (left <= 0)
                return;
            const covered = await coverUnit(runner, command, unit, left, signal);
            if (covered === undefined)
                continue;
            measured.add(file);
            for (const { id } of own ?? (test === undefined ? (passed.get(file)?.slice(0, 1) ?? []) : [test]))
                tests.set(id, covered.lines);
            if (own !== undefined)
                for (const script of covered.scripts)
                    executed.add(script);
        }
    };
    await Promise.all([work(), work()]);
    const unmeasured = others
        .filter((file) => !measured.has(file))
        .reduce((sum, file) => sum + (passed.get(file)?.length ?? 0), 0);
    return { tests, executed, unmeasured };
}
function byFile(tests) {
    const files = new Map();
    for (const test of tests)
        if (test.file !== '')
            files.set(test.file, [...(files.get(test.file) ?? []), test]);
    return files;
}
/** Of one file, tests that are measured alone. */
const mostAlone = 3;
const besides = 9;
/** Tests of the file with most failing ones: without passing ones beside them every line of a file is as suspicious. */
function aloneOf(failed, passed) {
    const counts = new Map();
    for (const { file } of failed)
        counts.set(file, (counts.get(file) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    const others = most === undefined ? [] : (passed.get(most[0]) ?? []);
    if (most === undefined || others.length === 0)
        return [];
    const step = Math.max(1, Math.floor(others.length / besides));
    const chosen = others.filter((_, at) => at % step === 0).slice(0, besides);
    const own = failed.filter(({ file }) => file === most[0]).slice(0, mostAlone);
    return [...own, ...chosen].map((test) => ({ file: most[0], test }));
}
async function coverUnit(runner, command, { file, test }, timeoutMs, signal) {
    const record = `.hone-lines-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.jsonl`;
    await runTests(runner, command, {
        ...{ timeoutMs, files: [file], linesTo: record },
        ...(test === undefined ? {} : { named: test.name }),
        ...(signal === undefined ? {} : { signal }),
    });
    const text = (await runner.read(record, cover_files_longestRecord).catch(() => undefined))?.toString('utf8');
    if (text === undefined)
        return undefined;
    await runner.write({ [record]: null });
    const lines = new Map();
    const scripts = new Set();
    for (const line of text.split('\n').filter(Boolean)) {
        const fields = cover_files_parsed(line);
        for (const [path, numbers] of readCoverage(fields.lines)) {
            lines.set(path, new Set([...(lines.get(path) ?? []), ...numbers]));
        }
        for (const script of Array.isArray(fields.scripts) ? fields.scripts : [])
            scripts.add(String(script));
    }
    const sorted = [...lines].map(([path, numbers]) => [path, [...numbers].sort((a, b) => a - b)]);
    return { lines: new Map(sorted), scripts: [...scripts] };
}
function cover_files_parsed(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' && value !== null ? { ...value } : {};
    }
    catch {
        // The last line of a process that was killed.
        return {};
    }
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/verdicts.js
const verdicts_statuses = new Set(['passed', 'failed', 'skipped', 'error', 'timed-out']);
/** Verdicts of a worker's answer; what is none is left out. */
function readVerdicts({ verdicts }) {
    if (typeof verdicts !== 'object' || verdicts === null)
        return new Map();
    return new Map(Object.entries(verdicts).filter((entry) => verdicts_statuses.has(entry[1])));
}
function isGood(status) {
    return status === 'passed' || status === 'skipped';
}

;// CONCATENATED MODULE: ./build/dist/testing/cover.js











/**
 * Lines that each test executes: from V8's block coverage in a warm process for node:test, vitest, jest and mocha, from
 * sys.monitoring or sys.settrace in a run of its own for Python. No other framework tells.
 */
async function coverTests(runner, command, whole, options) {
    const enoughMs = options.enoughMs ?? options.timeoutMs;
    const isPython = command.framework === 'pytest' || command.framework === 'unittest';
    // A run that was killed does not know its tests.
    const run = isPython || !whole.complete ? whole : withinTime(whole, enoughMs);
    const left = passing(whole).length - passing(run).length;
    const testFiles = new Set(run.tests.map((test) => test.file));
    const own = (coverage) => new Map([...coverage].filter(([file]) => !testFiles.has(file) && !isTestFile(file) && !isForeign(file)));
    const files = [...testFiles].filter((file) => file !== '');
    const ownTests = (tests) => new Map([...tests].map(([id, lines]) => [id, own(lines)]));
    if (isPython) {
        const { timeoutMs, testTimeoutMs, signal } = options;
        const aborting = signal ? { signal } : {};
        const before = warmUp(run);
        const covered = await runTests(runner, command, {
            ...{ timeoutMs, testTimeoutMs, ...aborting },
            coverage: {
                order: slowLast(run, [...new Set([...before, ...coverOrder(run).flat()])]),
                least: before.length + 1,
                ...{ enoughMs, without: files, failing: failing(run).map(({ id }) => id) },
            },
        });
        const missing = covered.coverage.size === 0 ? `the run with coverage ${covered.status}` : undefined;
        const others = run.tests.filter(({ id, status }) => status !== 'skipped' && !covered.coverage.has(id));
        const unmeasured = missing ? 0 : others.length;
        return {
            ...nothing,
            tests: ownTests(covered.coverage),
            loaded: own(covered.loaded ?? new Map()),
            unmeasured,
            missing,
        };
    }
    const driver = repeatDriver(command, runner, files);
    if (driver === undefined || driver.switching !== 'schemata') {
        return await byFiles(`${command.framework} does not tell which lines a test executes`);
    }
    const built = await build(runner, command, { ...options, maps: true });
    if (built.exitCode !== 0) {
        return { ...nothing, missing: `what runs before the tests failed: ${built.tail.slice(-300)}` };
    }
    const task = { root: runner.root, files, timeoutMs: options.testTimeoutMs, coverage: true };
    const worker = new RepeatWorker(runner, driver.launch, task, options.signal);
    try {
        const tests = new Map();
        const failed = new Set(failing(run).map(({ id }) => id));
        const executed = new Set();
        let running;
        const ready = await worker.receive(['ready', 'unloadable'], options.timeoutMs);
        if ('silent' in ready || ready.message.type === 'unloadable') {
            // What the driver says of it, or else what was printed when it ended.
            const said = 'message' in ready ? String(ready.message.message ?? '') : '';
            return await byFiles(`the tests could not be loaded: ${said || worker.tail.slice(-300) || 'no reason was given'}`);
        }
        const began = performance.now();
        const verdicts = new Map();
        let silent;
        let unmeasured = left;
        const parts = run.complete ? coverOrder(run) : [undefined];
        for (const [at, part] of parts.entries()) {
            const passed = performance.now() - began;
            if (at > 0 && passed > enoughMs) {
                unmeasured += parts.slice(at).reduce((sum, ids) => sum + (ids?.length ?? 0), 0);
                break;
            }
            worker.send({ id: 'coverage', c: 0, ...(part === undefined ? {} : { tests: part }) });
            const end = await worker.receive(['trial'], options.timeoutMs - passed, (message) => {
                if (message.type === 'running')
                    running = String(message.test);
                if (message.type !== 'covered' || typeof message.test !== 'string')
                    return;
                running = undefined;
                if (failed.has(message.test) && Array.isArray(message.scripts))
                    for (const script of message.scripts)
                        executed.add(String(script));
                // Told in parts where a test has others in it.
                const before = tests.get(message.test);
                const lines = readCoverage(message.lines);
                tests.set(message.test, before === undefined ? lines : union([before, lines]));
            });
            if ('silent' in end) {
                silent = end.silent;
                break;
            }
            for (const [id, status] of readVerdicts(end.message))
                verdicts.set(id, status);
        }
        return {
            verdicts: silent === undefined ? verdicts : new Map(),
            executed,
            unmeasured,
            tests: withSubtests(ownTests(tests)),
            loaded: own(readCoverage(ready.message.loaded)),
            hanging: silent === undefined ? undefined : running,
            missing: silent === undefined ? undefined : `the tests' process ${silent}${running ? ` in ${running}` : ''}`,
        };
    }
    finally {
        await worker.close();
    }
    /** Where tests cannot be told apart, their files can. */
    async function byFiles(missing) {
        if (!javascript.has(command.framework))
            return { ...nothing, missing };
        const aborting = options.signal === undefined ? {} : { signal: options.signal };
        const covered = await coverFiles(runner, command, whole, { timeoutMs: options.timeoutMs, enoughMs, ...aborting });
        if (covered.tests.size === 0)
            return { ...nothing, missing };
        return { ...nothing, tests: ownTests(covered.tests), executed: covered.executed, unmeasured: covered.unmeasured };
    }
}
const javascript = new Set(['node', 'vitest', 'jest', 'mocha', 'tape', 'tap', 'ava']);
const nothing = {
    tests: new Map(),
    loaded: new Map(),
    verdicts: new Map(),
    executed: new Set(),
    hanging: undefined,
    unmeasured: 0,
    missing: undefined,
};
/** What a subtest executes, the test around it has executed as well. */
function withSubtests(tests) {
    const merged = new Map();
    for (const [id, lines] of tests) {
        const inner = [...tests].filter(([other]) => other.startsWith(`${id} > `)).map(([, one]) => one);
        if (inner.length === 0) {
            merged.set(id, lines);
            continue;
        }
        merged.set(id, union([lines, ...inner]));
    }
    return merged;
}
function union(all) {
    const merged = new Map();
    for (const coverage of all) {
        for (const [file, lines] of coverage)
            merged.set(file, new Set([...(merged.get(file) ?? []), ...lines]));
    }
    return new Map([...merged].map(([file, lines]) => [file, [...lines].sort((a, b) => a - b)]));
}

// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/dist/testing/programs.js


const pythonName = /^(?:python|pypy)[\d.]*$/;
const managers = new Set(['npm', 'pnpm', 'yarn', 'bun']);
/** A sandbox has no network and shows what is installed already. */
function installs([program = '', ...rest]) {
    const verb = rest.find((word) => !word.startsWith('-'));
    if (managers.has(program))
        return verb === undefined ? program === 'yarn' : ['ci', 'i', 'install', 'clean-install'].includes(verb);
    if (['pip', 'pip3', 'poetry', 'uv', 'pipenv'].includes(program))
        return ['install', 'sync'].includes(verb ?? '');
    return pythonName.test(program) && rest[0] === '-m' && rest[1] === 'pip' && rest[2] === 'install';
}
/** `npx vitest`, `nyc mocha`, `poetry run pytest`: the part that starts the framework. The words themselves if there is none. */
function unwrap(argv) {
    const [program = '', second = ''] = argv;
    const name = nameOf(program);
    if (name === 'npx' || name === 'bunx')
        return programs_after(argv, npxValued);
    // Coverage of its own would get in the way of ours.
    if (name === 'nyc' || name === 'c8')
        return programs_after(argv, coverageValued);
    // It starts vitest with what it is told.
    if (name === 'ts-scripts' && (second === 'test' || second === 'specs'))
        return ['vitest', 'run', ...argv.slice(2)];
    if (name === 'dotenv' || name === 'env-cmd')
        return argv.includes('--') ? argv.slice(argv.indexOf('--') + 1) : argv;
    if ((name === 'pnpm' || name === 'yarn' || name === 'npm') && second === 'exec') {
        return argv.slice(argv[2] === '--' ? 3 : 2);
    }
    if ((name === 'pnpm' || name === 'yarn') && (frameworkOf(argv.slice(1)) !== 'unknown' || isCheck(argv.slice(1))))
        return argv.slice(1);
    if (name === 'time' || name === 'corepack')
        return argv.slice(1);
    if (runners.has(name) && second === 'run')
        return argv.slice(2);
    if (name === 'coverage' && second === 'run' && argv.includes('-m'))
        return ['python3', ...argv.slice(argv.indexOf('-m'))];
    return argv;
}
const npxValued = new Set(['-p', '--package']);
const coverageValued = new Set([
    ...['-r', '--reporter', '-x', '--exclude', '-n', '--include', '-e', '--extension', '-i', '--require', '-o'],
    ...['--report-dir', '--reports-dir', '--temp-dir', '--temp-directory', '-t', '--cwd', '--src', '-c', '--config'],
    ...['--lines', '--branches', '--functions', '--statements', '--watermarks', '--nycrc-path', '--exclude-node-modules'],
]);
const runners = new Set(['poetry', 'uv', 'pipenv', 'pdm', 'rye', 'hatch']);
/** What stands behind a program's own options. */
function programs_after(argv, valued) {
    const at = argv.findIndex((word, index) => index > 0 && !word.startsWith('-') && !valued.has(argv[index - 1] ?? ''));
    return at < 0 ? argv : argv.slice(at);
}
function nameOf(program) {
    return (0,external_node_path_.basename)(program).replace(/\.(?:[cm]?js|cmd)$/, '');
}
function frameworkOf(argv) {
    const name = nameOf(argv[0] ?? '');
    if (name === 'node' || name === 'nodejs' || name === 'tsx') {
        if (argv.some((word) => word === '--test' || word.startsWith('--test=')))
            return 'node';
        const script = argv.slice(1).find((word) => !word.startsWith('-'));
        return script?.includes('node_modules/') ? javascriptTool(nameOf(script)) : 'unknown';
    }
    // They hand their arguments on to jest.
    if ((name === 'kcd-scripts' || name === 'react-scripts' || name === 'tsdx') && argv[1] === 'test')
        return 'jest';
    if (name === 'pytest' || name === 'py.test')
        return 'pytest';
    if (pythonName.test(name)) {
        const module = argv[argv.indexOf('-m') + 1];
        if (!argv.includes('-m'))
            return 'unknown';
        return module === 'pytest' ? 'pytest' : module === 'unittest' ? 'unittest' : 'unknown';
    }
    if (name === 'go' && argv[1] === 'test')
        return 'go';
    return javascriptTool(name);
}
/** They watch for changes, unless they believe to be where nobody looks on. */
function watches(argv) {
    return argv[1] === 'test' && ['kcd-scripts', 'react-scripts'].includes(nameOf(argv[0] ?? ''));
}
const tools = ['vitest', 'jest', 'mocha', 'tape', 'tap', 'ava'];
function javascriptTool(tool) {
    if (tool === '_mocha')
        return 'mocha';
    return tools.find((name) => name === tool) ?? 'unknown';
}
const checkers = new Set([
    ...['eslint', 'oxlint', 'tslint', 'jshint', 'standard', 'semistandard', 'ts-standard', 'xo', 'gts', 'neostandard'],
    ...['prettier', 'oxfmt', 'biome', 'dprint', 'stylelint', 'eclint', 'editorconfig-checker', 'cspell', 'alex'],
    ...['tsd', 'tstyche', 'dtslint', 'check-dts', 'flow', 'attw', 'publint', 'size-limit', 'bundlesize', 'knip'],
    ...[
        'depcheck',
        'type-coverage',
        'cost-of-modules',
        'depcruise',
        'madge',
        'markdownlint',
        'remark',
        'evalmd',
        'ls-engines',
        'lockfile-lint',
    ],
    ...['flake8', 'ruff', 'black', 'isort', 'mypy', 'pyright', 'pylint', 'golangci-lint', 'check-coverage'],
]);
const compilers = new Set(['tsc', 'tsgo', 'vue-tsc']);
/** Looks at the text or the types of a program and runs none of it: no matter of the tests. */
function isCheck(argv) {
    const name = nameOf(argv[0] ?? '');
    return checkers.has(name) || (compilers.has(name) && argv.some((word) => word.toLowerCase() === '--noemit'));
}
/** Tools of a project are not on the PATH: they are started as the package manager would, from the nearest folder up. */
function resolveProgram(argv, root, cwd) {
    const [program = '', ...rest] = argv;
    if (program.includes('/'))
        return [...argv];
    for (let folder = cwd;; folder = external_node_path_.posix.dirname(folder)) {
        const candidate = external_node_path_.posix.join(folder, 'node_modules/.bin', program);
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, candidate)))
            return [relativeProgram(cwd, candidate), ...rest];
        if (folder === '.' || folder === '/')
            return [...argv];
    }
}
function relativeProgram(cwd, path) {
    const relative = external_node_path_.posix.relative(cwd, path);
    return relative.startsWith('.') ? relative : `./${relative}`;
}

;// CONCATENATED MODULE: ./build/dist/testing/node-scripts.js




/** Files that a script imports, and that are looked into for the framework that they use. */
const mostImports = 30;
/** `node test.js`, `tsx test/index.ts`: tests that need no command of a framework to run. Undefined for other programs. */
async function nodeScript(argv, root, cwd) {
    const [program = ''] = argv;
    if (!/^(?:node|nodejs|tsx)$/.test(external_node_path_.posix.basename(program)))
        return undefined;
    const at = argv.findIndex((word, index) => index > 0 && !word.startsWith('-') && !nodeValueOptions.has(argv[index - 1] ?? ''));
    const script = argv[at];
    if (script === undefined || argv.some((word) => /^(?:-e|--eval|-p|--print|--test(?:=.*)?)$/.test(word)))
        return undefined;
    const file = external_node_path_.posix.join(cwd, script);
    const framework = await frameworkIn(root, file);
    const options = argv.slice(1, at);
    if (framework === 'node')
        return { framework, argv: [...resolveProgram([program], root, cwd), ...options, '--test', script] };
    // What else node is told is nothing that tape's command knows.
    const preloads = options.flatMap((word, index) => /^(?:-r|--require)$/.test(word) ? ['-r', options[index + 1] ?? ''] : []);
    if (framework !== 'tape' || preloads.length !== options.length)
        return undefined;
    return { framework, argv: [...resolveProgram(['tape'], root, cwd), ...preloads, script] };
}
async function frameworkIn(root, file) {
    const text = await readScript(root, file);
    if (text === undefined)
        return undefined;
    const own = usedBy(text);
    if (own !== undefined)
        return own;
    const imports = [...text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*['"](\.[^'"]+)['"]/g)].map(([, path = '']) => path);
    for (const path of imports.slice(0, mostImports)) {
        const inner = await readScript(root, external_node_path_.posix.join(external_node_path_.posix.dirname(file), path));
        const found = inner === undefined ? undefined : usedBy(inner);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function usedBy(text) {
    const [, name] = /(?:\bfrom|\bimport|\brequire\()\s*['"](node:test|tape)['"]/.exec(text) ?? [];
    return name === 'node:test' ? 'node' : name === 'tape' ? 'tape' : undefined;
}
async function readScript(root, file) {
    for (const path of [file, `${file}.js`, `${file}/index.js`]) {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(root, path), 'utf8').catch(() => undefined);
        if (text !== undefined)
            return text;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/dist/testing/workspaces.js


/**
 * Folders that the `workspaces` of a package.json name, or else `pnpm-workspace.yaml`, relative to the repository.
 * Patterns end in `/*` or name a folder: what npm's, yarn's and pnpm's own documentation shows.
 */
async function workspaceFolders(root, cwd, workspaces) {
    const listed = typeof workspaces === 'object' && workspaces !== null && 'packages' in workspaces
        ? workspaces.packages
        : (workspaces ?? (await pnpmPackages((0,external_node_path_.join)(root, cwd))));
    const patterns = Array.isArray(listed) ? listed : ['packages/*'];
    const folders = [];
    for (const pattern of patterns) {
        if (typeof pattern !== 'string' || pattern.startsWith('!'))
            continue;
        const plain = external_node_path_.posix.normalize(external_node_path_.posix.join(cwd, pattern.replace(/\/\*+$/, '')));
        if (!/\/\*+$/.test(pattern)) {
            folders.push(plain);
            continue;
        }
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, plain), { withFileTypes: true }).catch(() => []);
        const inside = entries.filter((entry) => entry.isDirectory()).map((entry) => external_node_path_.posix.join(plain, entry.name));
        folders.push(...inside.sort());
    }
    return folders;
}
async function pnpmPackages(folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'pnpm-workspace.yaml'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return undefined;
    const { parse } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    try {
        const parsed = parse(text);
        return typeof parsed === 'object' && parsed !== null && 'packages' in parsed ? parsed.packages : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/dist/testing/package-scripts.js





const package_scripts_managers = ['npm', 'yarn', 'pnpm', 'bun'];
const serial = ['run-s', 'run-p', 'npm-run-all', 'npm-run-all2'];
const spreading = ['turbo', 'lerna'];
/**
 * The scripts that a command runs, in order: `npm test`, `pnpm -r test`, `pnpm run "/^test:/"`, `run-s lint test:*`.
 * Undefined when it runs none.
 *
 * @throws UsageError for a script or workspace that does not exist
 */
async function scriptRuns(argv, root, cwd) {
    const [program = ''] = argv;
    if (![...package_scripts_managers, ...serial, ...spreading].includes(program))
        return undefined;
    const scripts = (await readScripts(root, cwd)) ?? {};
    if (!serial.includes(program)) {
        const call = package_scripts_managers.includes(program) ? managerCall(argv, scripts) : everywhereCall(argv);
        return call === undefined ? undefined : await runsOf(call, root, cwd);
    }
    const patterns = argv.slice(1).filter((word) => !word.startsWith('-'));
    const names = patterns.flatMap((pattern) => Object.keys(scripts).filter((name) => matches(name, pattern)));
    return names.map((name) => scriptRun(scripts, name, cwd, []));
}
/** `*` does not go beyond a colon, `**` does. */
function matches(name, pattern) {
    const source = pattern.replace(/\*\*|[\s\S]/g, (piece) => piece === '**' ? '.*' : piece === '*' ? '[^:]*' : piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
    return new RegExp(`^${source}$`).test(name);
}
/** `npm test -w core -- --grep x`, `yarn test`, `pnpm -C core run test:unit`. */
function managerCall(argv, scripts) {
    const [manager = ''] = argv;
    const words = [];
    const extra = [];
    let folder;
    let workspace;
    let everywhere = false;
    let optional = false;
    for (let at = 1; at < argv.length; at += 1) {
        const word = argv[at] ?? '';
        const [flag = '', value] = word.split('=', 2);
        const next = () => value ?? argv[++at];
        if (word === '--') {
            extra.push(...argv.slice(at + 1));
            break;
        }
        if (['--prefix', '-C', '--cwd', '--dir'].includes(flag))
            folder = next();
        else if (['-w', '--workspace', '--filter', '-F'].includes(flag))
            workspace = next();
        else if (['--workspaces', '-ws', '-r', '--recursive'].includes(word) && words[0] !== 'run')
            everywhere = true;
        else if (word === '--if-present')
            optional = true;
        else if (word.startsWith('-') && words.length === 0)
            continue;
        else if (word.startsWith('-') && manager === 'npm')
            continue;
        else
            words.push(word);
    }
    if (manager === 'yarn' && words[0] === 'workspace')
        [, workspace] = words.splice(0, 2);
    if (manager === 'yarn' && words[0] === 'workspaces') {
        everywhere = true;
        words.splice(0, words[1] === 'foreach' ? 2 : 1);
    }
    const run = words[0] === 'run' || words[0] === 'run-script';
    const name = run ? words[1] : words[0] === 't' && manager === 'npm' ? 'test' : words[0];
    if (name === undefined || words[0] === 'exec')
        return undefined;
    if (!run && name !== 'test' && (manager === 'npm' || !(/^test\b/.test(name) || name in scripts)))
        return undefined;
    return { name, folder, workspace, everywhere, optional, extra: [...words.slice(run ? 2 : 1), ...extra] };
}
/** `turbo run test`, `lerna run test`: the same script in every workspace. */
function everywhereCall([, ...rest]) {
    const words = rest.filter((word) => !word.startsWith('-'));
    const name = words[0] === 'run' ? words[1] : words[0];
    if (name === undefined)
        return undefined;
    return { name, folder: undefined, workspace: undefined, everywhere: true, optional: true, extra: [] };
}
async function runsOf(call, root, around) {
    let cwd = call.folder === undefined ? around : external_node_path_.posix.normalize(external_node_path_.posix.join(around, call.folder));
    if (call.everywhere) {
        const runs = [];
        for (const folder of await workspaceFolders(root, cwd, (await readPackage(root, cwd))?.workspaces)) {
            const scripts = (await readScripts(root, folder)) ?? {};
            if (scripts[call.name] !== undefined)
                runs.push(scriptRun(scripts, call.name, folder, call.extra));
        }
        if (runs.length === 0 && !call.optional)
            throw new errors/* UsageError */.eb(`no workspace of this repository has the package script "${call.name}"`);
        return runs;
    }
    if (call.workspace !== undefined)
        cwd = await workspaceFolder(root, cwd, call.workspace);
    const scripts = (await readScripts(root, cwd)) ?? {};
    // pnpm: all scripts that match.
    const pattern = /^\/(.+)\/$/.exec(call.name)?.[1];
    const names = pattern === undefined ? [call.name] : Object.keys(scripts).filter((name) => find(pattern, name));
    if (pattern === undefined && scripts[call.name] === undefined) {
        if (call.optional)
            return [];
        throw new errors/* UsageError */.eb(`the test command runs the package script "${call.name}", which ${external_node_path_.posix.join(cwd, 'package.json')} does not have`);
    }
    return names.map((name) => scriptRun(scripts, name, cwd, call.extra));
}
function find(pattern, name) {
    try {
        return new RegExp(pattern).test(name);
    }
    catch {
        return false;
    }
}
function scriptRun(scripts, name, cwd, extra) {
    const script = scripts[name] ?? '';
    const text = extra.length === 0 ? script : `${script} ${extra.map(package_scripts_quote).join(' ')}`;
    const before = scripts[`pre${name}`];
    return { name, cwd, text, before: before === undefined ? [] : [before] };
}
function package_scripts_quote(word) {
    return `'${word.replaceAll("'", "'\\''")}'`;
}
async function readScripts(root, folder) {
    const parsed = await readPackage(root, folder);
    if (typeof parsed?.scripts !== 'object' || parsed.scripts === null)
        return undefined;
    return Object.fromEntries(Object.entries(parsed.scripts).filter((entry) => typeof entry[1] === 'string'));
}
async function readPackage(root, folder) {
    const path = (0,external_node_path_.join)(root, folder, 'package.json');
    if (!(0,external_node_fs_.existsSync)(path))
        return undefined;
    try {
        const parsed = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
        return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
    }
    catch {
        throw new errors/* UsageError */.eb(`${external_node_path_.posix.join(folder, 'package.json')} is not valid JSON`);
    }
}
/** A workspace is named by its folder or by its package's name. */
async function workspaceFolder(root, cwd, name) {
    const direct = external_node_path_.posix.normalize(external_node_path_.posix.join(cwd, name));
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, direct, 'package.json')))
        return direct;
    for (const folder of await workspaceFolders(root, cwd, (await readPackage(root, cwd))?.workspaces)) {
        if ((await readPackage(root, folder))?.name === name)
            return folder;
    }
    throw new errors/* UsageError */.eb(`the test command names the workspace "${name}", which is not in this repository`);
}

;// CONCATENATED MODULE: ./build/dist/testing/shell-words.js
/** Characters that mean something to a shell when they are not quoted. */
const special = new Set([...'|&;<>()$`~{}#!\n']);
const wildcards = new Set([...'*?[]']);
/**
 * Words of a command that needs no shell: quotes and backslashes are understood, file patterns are marked, anything else
 * that a shell would expand is not understood.
 * Returns undefined when the text needs a shell, or does not end its quotes.
 */
function splitWords(text) {
    const words = [];
    let word;
    let pattern = false;
    const end = () => {
        if (word !== undefined)
            words.push({ text: word, pattern });
        word = undefined;
        pattern = false;
    };
    for (let at = 0; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === "'" || char === '"') {
            const quoted = readQuoted(text, at);
            if (quoted === undefined)
                return undefined;
            word = (word ?? '') + quoted.value;
            at = quoted.end;
        }
        else if (char === '\\') {
            at += 1;
            if (at >= text.length)
                return undefined;
            word = (word ?? '') + text.charAt(at);
        }
        else if (char === ' ' || char === '\t') {
            end();
        }
        else if (special.has(char)) {
            return undefined;
        }
        else {
            word = (word ?? '') + char;
            pattern ||= wildcards.has(char);
        }
    }
    end();
    return words;
}
function readQuoted(text, start) {
    const quote = text.charAt(start);
    let value = '';
    for (let at = start + 1; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === quote)
            return { value, end: at };
        if (quote === '"' && (char === '$' || char === '`'))
            return undefined;
        const next = text.charAt(at + 1);
        if (quote === '"' && char === '\\' && '"\\$`'.includes(next) && next !== '') {
            value += next;
            at += 1;
        }
        else {
            value += char;
        }
    }
    return undefined;
}
/** The parts of `a && b && c`; undefined inside of what quotes or parentheses hold together. */
function splitConjunction(text) {
    const parts = [];
    let quote = '';
    let depth = 0;
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === '\\' && quote !== "'")
            at += 1;
        else if (quote !== '')
            quote = char === quote ? '' : quote;
        else if (char === "'" || char === '"' || char === '`')
            quote = char;
        else if (char === '(' || char === '{')
            depth += 1;
        else if (char === ')' || char === '}')
            depth -= 1;
        else if (depth === 0 && char === '&' && text.charAt(at + 1) === '&') {
            parts.push(text.slice(from, at).trim());
            from = at + 2;
            at += 1;
        }
    }
    parts.push(text.slice(from).trim());
    return parts;
}
/** `NAME=value` words before a command. */
function splitAssignments(words) {
    const env = {};
    const argv = [...words];
    if (argv[0] === 'env' || argv[0] === 'cross-env')
        argv.shift();
    for (let word = argv[0]; word !== undefined && /^[A-Za-z_]\w*=/.test(word); word = argv[0]) {
        const equals = word.indexOf('=');
        env[word.slice(0, equals)] = word.slice(equals + 1);
        argv.shift();
    }
    return { env, argv };
}

;// CONCATENATED MODULE: ./build/dist/testing/wildcards.js


/**
 * Files that a shell would put in the place of a pattern (`*`, `?`, `[a-z]`; `**` is one folder, as in sh), relative to
 * `folder` and sorted. The pattern itself when there is none.
 */
async function expandWildcards(folder, pattern) {
    let found = [pattern.startsWith('/') ? '/' : ''];
    const parts = pattern.split('/').filter(Boolean);
    for (const [at, part] of parts.entries()) {
        if (!/[*?[]/.test(part)) {
            found = found.map((path) => external_node_path_.posix.join(path, part));
            continue;
        }
        const matches = matcher(part);
        const next = await Promise.all(found.map(async (path) => {
            const start = path.startsWith('/') ? path : (0,external_node_path_.join)(folder, path);
            const entries = await (0,promises_.readdir)(start, { withFileTypes: true }).catch(() => []);
            return entries
                .filter((entry) => at === parts.length - 1 || !entry.isFile())
                .filter(({ name }) => matches.test(name) && (part.startsWith('.') || !name.startsWith('.')))
                .map(({ name }) => external_node_path_.posix.join(path, name));
        }));
        found = next.flat().sort();
    }
    return found.length === 0 ? [pattern] : found;
}
function matcher(part) {
    const source = part.replace(/\[!?[^\]]*\]|[\s\S]/g, (piece) => {
        if (piece === '*')
            return '.*';
        if (piece === '?')
            return '.';
        if (piece.length > 2)
            return `[${piece.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '\\\\')}]`;
        return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    });
    return new RegExp(`^${source}$`);
}

;// CONCATENATED MODULE: ./build/dist/testing/detect.js







/** A script that runs a script that runs a script: more than this is a loop. */
const scriptDepth = 5;
/** Of the test commands that a script starts, at most. */
const mostCommands = 20;
/**
 * Understands a test command: which framework it starts, and from where. Reads `package.json` and looks for
 * `node_modules/.bin`, runs nothing. Of several test programs the first is taken that is not limited to some files.
 *
 * @param root absolute path of the repository
 * @throws UsageError for an empty command, or a package script that does not exist
 */
async function detect(text, root, options = {}) {
    const [first] = await detectAll(text, root, options);
    return first;
}
/** Every test program that a command starts, the one that says most first. */
async function detectAll(text, root, options = {}) {
    if (text.trim() === '')
        throw new errors/* UsageError */.eb('the test command is empty; give the command that runs the tests');
    const steps = await understand(text.trim(), { root, cwd: '.', env: {}, outer: {}, depth: 0 });
    const tests = steps.filter(({ kind }) => kind === 'test');
    const whole = tests.filter(({ argv }) => !namesFiles(argv));
    const chosen = [...whole, ...tests.filter((step) => !whole.includes(step))];
    const last = steps.filter(({ kind }) => kind !== 'check').slice(-1);
    const [first, ...others] = chosen.length > 0 ? chosen : last.length > 0 ? last : steps.slice(-1);
    if (first === undefined)
        throw new errors/* UsageError */.eb(`the test command "${text}" starts nothing`);
    if (first.problem !== undefined)
        throw first.problem;
    const more = others.slice(0, mostCommands);
    const left = steps
        .filter((one) => one !== first && !more.includes(one) && one.kind !== 'other')
        .map(({ text }) => text);
    return [commandOf(first), ...more.map(commandOf)];
    function commandOf(step) {
        const { framework, argv, env, cwd } = step;
        const before = steps.slice(0, steps.indexOf(step)).filter(({ kind }) => kind === 'other');
        const prelude = [...new Set(before.map((one) => inFolder(one, cwd)))].join(' && ');
        const command = { text, framework, argv, env, cwd, prelude: prelude === '' ? undefined : prelude };
        const known = left.length === 0 ? command : { ...command, leftOut: [...new Set(left)] };
        if (options.junit === undefined || framework !== 'unknown')
            return known;
        return { ...known, framework: 'junit', junit: options.junit };
    }
}
/** Whether a test program is told to run some files only, by a path that is no option's value. */
function namesFiles(argv) {
    return argv.some((word, at) => at > 0 && /[./]/.test(word) && !/^-/.test(word) && !/^-/.test(argv[at - 1] ?? ''));
}
/** What a step does, for a shell in that folder. */
function inFolder({ text, cwd, outer }, from) {
    const words = Object.entries(outer).map(([name, value]) => `${name}=${detect_quote(value)}`);
    const folder = external_node_path_.posix.relative(from, cwd);
    // Variables before a list of commands would be those of its first only.
    const assigned = words.length === 0 ? text : `export ${words.join(' ')}; ${text}`;
    return folder === '' && words.length === 0 ? text : `(${folder === '' ? '' : `cd ${detect_quote(folder)} && `}${assigned})`;
}
function detect_quote(word) {
    return `'${word.replaceAll("'", "'\\''")}'`;
}
async function understand(text, around) {
    const context = { ...around, outer: around.env };
    const steps = [];
    let { cwd } = context;
    for (const part of splitConjunction(text)) {
        const words = splitWords(part);
        const plain = words?.map((word) => word.text) ?? [];
        if (plain[0] === 'cd' && plain.length === 2)
            cwd = external_node_path_.posix.normalize(external_node_path_.posix.join(cwd, plain[1] ?? '.'));
        else if (words === undefined || words.length === 0)
            steps.push(shellStep(part, { ...context, cwd }));
        else if (!installs(plain)) {
            const folder = (0,external_node_path_.join)(context.root, cwd);
            const expanded = await Promise.all(words.map(async (word) => (word.pattern ? await expandWildcards(folder, word.text) : [word.text])));
            steps.push(...(await understandWords(expanded.flat(), part, { ...context, cwd })));
        }
    }
    return steps;
}
function shellStep(text, { cwd, env, outer }) {
    const pytest = /(?:^|[\s;&|/])(?:pytest|py\.test)\b/.test(text);
    const step = { text, cwd, env, outer, argv: ['sh', '-c', text] };
    return pytest ? { ...step, kind: 'test', framework: 'pytest' } : { ...step, kind: 'other', framework: 'unknown' };
}
async function understandWords(words, text, context) {
    const { env: own, argv } = splitAssignments(words);
    const env = { ...context.env, ...own, ...(watches(argv) ? { CI: 'true' } : {}) };
    const { cwd, root, depth, outer } = context;
    let problem;
    const runs = await scriptRuns(argv, root, cwd).catch((error) => {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        problem = error;
        return undefined;
    });
    if (runs !== undefined) {
        if (depth >= scriptDepth)
            throw new errors/* UsageError */.eb(`the package script "${runs[0]?.name}" runs itself: ${text}`);
        return await insideScripts(runs, { ...context, env, depth: depth + 1 });
    }
    const unwrapped = unwrap(argv);
    if (unwrapped !== argv && unwrapped.length > 0)
        return await understandWords(unwrapped, text, { ...context, env });
    const script = await nodeScript(argv, root, cwd);
    if (script !== undefined)
        return [{ kind: 'test', text, ...script, env, outer, cwd }];
    const framework = frameworkOf(argv);
    const kind = framework !== 'unknown' ? 'test' : isCheck(argv) ? 'check' : 'other';
    const started = framework === 'unknown' ? [...argv] : resolveProgram(argv, root, cwd);
    const step = { kind, text, framework, argv: started, env, outer, cwd };
    return [problem === undefined ? step : { ...step, problem }];
}
async function insideScripts(runs, context) {
    const steps = [];
    for (const { before, text, cwd } of runs) {
        for (const one of [...before, text])
            steps.push(...(await understand(one, { ...context, cwd })));
    }
    return steps;
}

;// CONCATENATED MODULE: ./build/dist/testing/flaky.js


/**
 * Runs the files of failing tests again. A test whose verdict is not the same every time is flaky: repairing the
 * program does not mend it. Runs that did not complete say nothing and are not counted.
 *
 * @param times how often to repeat, from 1
 */
async function findFlaky(runner, command, baseline, times, options) {
    const failed = failing(baseline);
    const files = [...new Set(failed.map((test) => test.file))].filter((file) => file !== '');
    const verdicts = new Map(baseline.tests.map((test) => [test.id, test.status]));
    const flaky = new Set();
    let repeats = 0;
    const ids = failed.map(({ id }) => id);
    // Alone they are soon asked; with the tests around them only where that makes a difference.
    if (times === 1 && failed.length > 0 && canChoose(command, ids)) {
        const alone = await runTests(runner, command, { ...options, files, only: ids });
        const failing = alone.tests.filter(({ status }) => status !== 'passed');
        if (alone.status === 'completed' && failing.length === ids.length)
            return { flaky, repeats: 1 };
    }
    for (let time = 0; time < times && failed.length > 0; time += 1) {
        const chosen = files.length === 0 ? {} : { files };
        const again = await runTests(runner, command, { ...options, ...chosen });
        if (again.status !== 'completed')
            continue;
        repeats += 1;
        for (const test of again.tests) {
            const before = verdicts.get(test.id);
            if (before !== undefined && (before === 'passed') !== (test.status === 'passed'))
                flaky.add(test.id);
        }
    }
    return { flaky, repeats };
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
;// CONCATENATED MODULE: ./build/dist/testing/schemata/without-types.js

const whole = new Set([
    ...['type_annotation', 'type_arguments', 'type_parameters', 'implements_clause', 'accessibility_modifier'],
    ...['override_modifier', 'type_predicate_annotation', 'asserts_annotation', 'opting_type_annotation'],
    ...['omitting_type_annotation', 'type_alias_declaration', 'interface_declaration', 'ambient_declaration'],
    ...['function_signature', 'method_signature', 'abstract_method_signature', 'index_signature'],
]);
/** Words that only types have, by the node that they stand in. */
const words = {
    optional_parameter: ['?', 'readonly'],
    required_parameter: ['readonly'],
    public_field_definition: ['readonly', '?', '!', 'declare', 'abstract'],
    method_definition: ['?'],
    variable_declarator: ['!'],
    non_null_expression: ['!'],
    abstract_class_declaration: ['abstract'],
};
/**
 * The text with blanks in the place of TypeScript's types, offsets as they were. What cannot be blanked out
 * (enumerations, namespaces, parameters that are properties) stays.
 */
async function withoutTypes(language, text) {
    if (language === 'javascript')
        return text;
    const file = await (0,code/* parse */.qg)(language, text);
    const ranges = [];
    try {
        (0,code/* walk */.GG)(file.root, (node) => {
            if (whole.has(node.type)) {
                ranges.push([node.startIndex, node.endIndex]);
                return false;
            }
            if (node.type === 'required_parameter' && /^this\b/.test(node.text)) {
                const comma = node.nextSibling?.type === ',' ? node.nextSibling : node;
                ranges.push([node.startIndex, comma.endIndex]);
                return false;
            }
            if (node.type === 'as_expression' || node.type === 'satisfies_expression') {
                const inner = node.namedChild(0);
                if (inner !== null)
                    ranges.push([inner.endIndex, node.endIndex]);
            }
            for (const child of words[node.type] === undefined ? [] : node.children) {
                if (child !== null && words[node.type]?.includes(child.type) === true)
                    ranges.push([child.startIndex, child.endIndex]);
            }
            return undefined;
        });
    }
    finally {
        file.dispose();
    }
    let blanked = text;
    for (const [start, end] of ranges) {
        blanked = blanked.slice(0, start) + blanked.slice(start, end).replace(/[\s\S]/g, ' ') + blanked.slice(end);
    }
    return blanked;
}

;// CONCATENATED MODULE: ./build/dist/testing/schemata/early-errors.js


/**
 * Says whether a function with another body has an early error (a name declared twice, `await` outside of an async
 * function) that a parser by grammar accepts. One such body would make a whole file of variants unloadable.
 *
 * Compiles in this process and runs nothing. What V8 does not compile with the original body either (`with`,
 * `import.meta`, JSX) cannot be told and counts as right.
 */
class EarlyErrors {
    #language;
    #text;
    #known = new Map();
    constructor(language, text) {
        this.#language = language;
        this.#text = text;
    }
    async has(place, body) {
        let known = this.#known.get(place);
        if (known === undefined) {
            known = await this.#compiles(this.#alone(place, this.#text.slice(place.start, place.end)));
            this.#known.set(place, known);
        }
        return known && !(await this.#compiles(this.#alone(place, body)));
    }
    /** The function where `super`, `new.target` and private names mean something. */
    #alone({ start, end, expression, whole, method }, body) {
        const inner = expression ? `(${body}\n)` : `${body}\n`;
        const text = this.#text.slice(whole.start, start) + inner + this.#text.slice(end, whole.end);
        const own = /^[^(]*?(#[\p{ID_Start}$_][\p{ID_Continue}$]*)\s*[<(]/u.exec(text)?.[1];
        const privates = [...new Set(text.match(/#[\p{ID_Start}$_][\p{ID_Continue}$]*/gu))].filter((name) => !method || name !== own);
        const names = privates.map((name) => `${name};`).join('');
        return `(class extends Object{${names}${method ? text : `constructor(){(${text}\n)}`}})`;
    }
    async #compiles(source) {
        const text = await withoutTypes(this.#language, source);
        try {
            return new external_node_vm_.Script(text) !== undefined;
        }
        catch {
            return false;
        }
    }
}

;// CONCATENATED MODULE: ./build/dist/testing/schemata/functions.js

const functionTypes = new Set([
    'function_declaration',
    'generator_function_declaration',
    'function_expression',
    'function',
    'generator_function',
    'arrow_function',
    'method_definition',
]);
const loopTypes = new Set(['for_statement', 'for_in_statement', 'while_statement', 'do_statement']);
/** Counts a turn; throws when the driver's budget is used up. Nothing where there is no driver. */
const tick = 'globalThis.__hone?.tick();';
function readFunctions(file) {
    const functions = [];
    const loops = [];
    (0,code/* walk */.GG)(file.root, (node) => {
        if (functionTypes.has(node.type)) {
            const found = switchable(node, file);
            if (found !== undefined)
                functions.push(found);
        }
        else if (loopTypes.has(node.type)) {
            const body = node.childForFieldName('body');
            if (body !== null)
                loops.push(guard(body));
        }
        return undefined;
    });
    return { functions, loops };
}
function guard(body) {
    const start = body.startIndex;
    if (body.type === 'statement_block')
        return { start: start + 1, end: body.endIndex - 1, open: tick, close: '' };
    return { start, end: body.endIndex, open: `{${tick}`, close: '}' };
}
function switchable(node, file) {
    const body = node.childForFieldName('body');
    if (body === null)
        return undefined;
    const whole = { start: node.startIndex, end: node.endIndex };
    const method = node.type === 'method_definition';
    if (body.type !== 'statement_block')
        return { start: body.startIndex, end: body.endIndex, expression: true, whole, method };
    // TypeScript may put assignments right behind `super()`, which has to stay where it is for that.
    if (file.language !== 'javascript' && isDerivedConstructor(node, body))
        return undefined;
    let start = body.startIndex + 1;
    for (const child of body.namedChildren) {
        if (child === null || child.type === 'comment')
            continue;
        if (child.type !== 'expression_statement' || child.firstNamedChild?.type !== 'string')
            break;
        if (child.namedChildCount !== 1)
            break;
        start = child.endIndex;
    }
    return { start, end: body.endIndex - 1, expression: false, whole, method };
}
function isDerivedConstructor(node, body) {
    return node.childForFieldName('name')?.text === 'constructor' && /\bsuper\s*\(/.test(body.text);
}

;// CONCATENATED MODULE: ./build/dist/testing/schemata/index.js




/**
 * Mutant schemata (Untch, Offutt, Harrold 1993) with whole bodies: puts all variants of a file into one text. A function
 * that variants change looks at its entry which body to run; loops count their turns, so that an endless one throws.
 *
 * `globalThis.__hone` is `{ c, hit(function), tick() }`: `c` is the variant's number; -1 while modules are loaded, when
 * functions that are called are reported to `hit` with the numbers of their variants.
 */
async function buildSchemata(language, original, variants) {
    const read = await readText(language, original);
    const switchable = [];
    const notSwitchable = [];
    const invalid = [];
    const early = new EarlyErrors(language, original);
    const cases = new Map();
    for (const { number, edits } of variants) {
        const places = placesOf(edits, read.functions);
        if (places === undefined) {
            notSwitchable.push(number);
            continue;
        }
        const built = [];
        for (const [place, inside] of places) {
            const loops = bringsLoop(edits) ? await loopsOfVariant(language, original, place, inside) : undefined;
            const body = loops ?? splice(original, place.start, place.end, read.loops, inside);
            built.push({ place, body });
        }
        if (!(await allValid(language, built)) || (await anyOf(built, ({ place, body }) => early.has(place, body)))) {
            invalid.push(number);
            continue;
        }
        switchable.push(number);
        for (const { place, body } of built) {
            const known = cases.get(place) ?? [];
            cases.set(place, known);
            known.push({ number, body });
        }
    }
    const wraps = [...read.loops];
    for (const [place, bodies] of cases)
        wraps.push(dispatch(place, bodies));
    const text = unchecked(language, splice(original, 0, original.length, wraps), cases.size > 0);
    return { text, switchable, notSwitchable, invalid };
}
async function anyOf(items, holds) {
    for (const item of items)
        if (await holds(item))
            return true;
    return false;
}
/** What checks types (ts-jest, ts-node, a build that checks JavaScript) would refuse the switch, and with it all variants. */
function unchecked(language, text, switches) {
    const plain = language === 'javascript' && !switches;
    return plain || text.startsWith('#!') ? text : `// @ts-nocheck\n${text}`;
}
/** One body that does not parse would make the whole file unreadable. */
async function allValid(language, built) {
    for (const { place, body } of built) {
        const statements = place.expression ? `return (${body}\n);` : body;
        const file = await (0,code/* parse */.qg)(language, `class A extends B { async *m() {${statements}\n} }`);
        const { hasError } = file;
        file.dispose();
        if (hasError)
            return false;
    }
    return true;
}
async function readText(language, text) {
    const file = await (0,code/* parse */.qg)(language, text);
    try {
        return readFunctions(file);
    }
    finally {
        file.dispose();
    }
}
/** The outermost of the innermost functions around each edit, and what changes in them. */
function placesOf(edits, functions) {
    const places = new Set();
    for (const edit of edits) {
        const around = functions.filter((one) => holds(one, edit));
        const innermost = around.at(-1);
        if (innermost === undefined)
            return undefined;
        places.add(innermost);
    }
    const outermost = [...places].filter((one) => ![...places].some((other) => other !== one && encloses(other, one)));
    return new Map(outermost.map((one) => [one, edits.filter((edit) => holds(one, edit))]));
}
function holds(place, edit) {
    return place.start <= edit.start && edit.end <= place.end;
}
function encloses(outer, inner) {
    return outer.start <= inner.start && inner.end <= outer.end;
}
function bringsLoop(edits) {
    return edits.some(({ text }) => /\b(?:for|while|do)\b/.test(text));
}
/** The body of a function in a variant that has loops the original has not. */
async function loopsOfVariant(language, original, place, edits) {
    const text = splice(original, 0, original.length, [], edits);
    const { loops } = await readText(language, text);
    return splice(text, place.start, place.end + text.length - original.length, loops);
}
/**
 * Bodies stand in blocks of their own, the original too: a `var` of one must not meet a `let` of another.
 * `return` ends a body that would otherwise fall into the next.
 */
function dispatch({ start, end, expression }, bodies) {
    const numbers = bodies.map(({ number }) => number).join(',');
    const hit = `case -1:globalThis.__hone.hit([${numbers}]);break;`;
    const choices = bodies.map(({ number, body }) => expression ? `case ${number}:return(${body}\n);` : `case ${number}:{${body}\n}return;`);
    const choose = `if(globalThis.__hone?.c)switch(globalThis.__hone.c){${hit}${choices.join('')}}`;
    return expression
        ? { start, end, open: `{${choose}return(`, close: '\n)}' }
        : { start, end, open: `;${choose}{`, close: '\n}' };
}
/** The text with loops that count their turns, so that an endless one throws; lines stay where they are. */
async function countLoops(language, text) {
    return (await buildSchemata(language, text, [])).text;
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/trial.js
/** The text of a file with a trial's edits in place. */
function apply(original, edits) {
    let text = original;
    for (const { start, end, text: inserted } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
        text = text.slice(0, start) + inserted + text.slice(end);
    }
    return text;
}
function variantTexts(trial, originals) {
    const texts = {};
    for (const [file, edits] of Object.entries(trial.edits)) {
        const original = originals[file];
        if (original === undefined)
            throw new Error(`trial ${trial.id} changes ${file}, whose original was not given`);
        texts[file] = apply(original, edits);
    }
    return texts;
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/fresh.js





/** Tries a candidate in a process of its own: only the files of the chosen tests, the originals put back afterwards. */
async function tryFresh(runner, command, trial, plan) {
    const texts = variantTexts(trial, plan.originals);
    await put(runner, command, texts);
    try {
        const refused = await askFailing(runner, command, trial, plan);
        if (refused !== undefined)
            return refused;
        const verdicts = new Map();
        let ms = 0;
        // Files with failing tests first: most candidates turn none of them green.
        for (const files of fresh_inParts(plan)) {
            const run = await runTests(runner, command, {
                timeoutMs: limitOf(runner, files, plan),
                files,
                ...(plan.signal === undefined ? {} : { signal: plan.signal }),
            });
            ms += run.durationMs;
            if (run.status === 'completed')
                remember(runner, files, run.durationMs);
            const inFiles = (id) => files.length === 0 || files.includes(id.slice(0, id.indexOf('::')));
            const failing = plan.failing.filter(inFiles);
            const wanted = [...failing, ...plan.guards.filter(inFiles)];
            const seen = new Map(wanted.map((id) => [id, statusIn(run.tests, id)]));
            const turned = failing.every((id) => isGood(seen.get(id)));
            for (const id of turned ? wanted : failing) {
                const status = seen.get(id);
                if (status !== undefined)
                    verdicts.set(id, status);
            }
            // Of a file that did not load nobody knows which tests there are: all of them have to pass.
            const whole = new Set(plan.failing.flatMap((id) => fileOfWhole(id) ?? []));
            const broken = run.tests.find(({ id, file, status }) => (seen.has(id) || whole.has(file)) && !isGood(status));
            if (run.complete && broken === undefined && wanted.every((id) => seen.get(id) !== undefined))
                continue;
            return {
                ...{ id: trial.id, how: 'fresh', verdicts, plausible: false, ms },
                errorClass: broken?.errorClass ?? (run.status === 'completed' ? undefined : run.status),
                message: broken?.message ?? (run.status === 'completed' ? undefined : run.rawTail.slice(-300)),
            };
        }
        return {
            ...{ id: trial.id, how: 'fresh', verdicts, plausible: true, ms },
            errorClass: undefined,
            message: undefined,
        };
    }
    finally {
        await put(runner, command, Object.fromEntries(Object.keys(texts).map((file) => [file, plan.originals[file] ?? ''])));
    }
}
/** Milliseconds of the slowest run of these files that came to its end: a candidate that takes far longer hangs. */
const usual = new WeakMap();
const patience = 4;
/** Of so many files with failing tests one is asked before the others: most candidates turn none green. */
const manyFiles = 3;
const graceMs = 3000;
function remember(runner, files, ms) {
    const known = usual.get(runner) ?? new Map();
    usual.set(runner, known.set(files.join('\n'), Math.max(ms, known.get(files.join('\n')) ?? 0)));
}
function limitOf(runner, files, { trialTimeoutMs }) {
    const known = usual.get(runner)?.get(files.join('\n'));
    return known === undefined ? trialTimeoutMs : Math.min(trialTimeoutMs, patience * known + graceMs);
}
/** Files with failing tests, of many of them one before the others; then those of the guards. */
function fresh_inParts({ failing, testFiles }) {
    const counts = new Map();
    for (const id of failing) {
        const file = id.slice(0, id.indexOf('::'));
        counts.set(file, (counts.get(file) ?? 0) + 1);
    }
    if (counts.has(''))
        return [[...testFiles]];
    const first = testFiles.filter((file) => counts.has(file));
    const others = testFiles.filter((file) => !counts.has(file));
    if (first.length < manyFiles)
        return [first, others].filter((files) => files.length > 0);
    const [probe = ''] = [...first].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    return [[probe], first.filter((file) => file !== probe), others].filter((files) => files.length > 0);
}
/** The failing tests alone, which most candidates do not turn green; undefined when they pass, or cannot be asked alone. */
async function askFailing(runner, command, { id }, { failing, trialTimeoutMs, signal }) {
    if (!canChoose(command, failing))
        return undefined;
    const run = await runTests(runner, command, {
        timeoutMs: trialTimeoutMs,
        files: [...new Set(failing.map((one) => one.slice(0, one.indexOf('::'))))],
        only: failing,
        ...(signal === undefined ? {} : { signal }),
    });
    const broken = run.tests.find(({ status }) => !isGood(status));
    if (run.complete && broken === undefined && run.tests.length >= failing.length)
        return undefined;
    return {
        id,
        how: 'fresh',
        verdicts: new Map(run.tests.map((test) => [test.id, test.status])),
        errorClass: broken?.errorClass ?? run.status,
        message: broken?.message ?? run.rawTail.slice(-300),
        plausible: false,
        ms: run.durationMs,
    };
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/ask.js
/** What a worker may need beyond the tests' own limits, which its timers see to. */
const ask_graceMs = 1000;
/** What a worker that runs trials in copies of itself may need to say that a copy did not end. */
const watchMs = 3000;
/** `forks`: the worker runs trials in copies of itself and watches them. */
async function askWorker(worker, forks, question) {
    worker.send(question);
    const answer = await worker.receive(['trial'], question.limitMs + (forks ? watchMs : 0));
    if ('silent' in answer)
        return { silent: answer.silent, lost: true };
    const { silent } = answer.message;
    if (silent === 'timed-out' || silent === 'died')
        return { silent, lost: false };
    return answer;
}
/** Milliseconds that a copy of a worker may say nothing: its own timers see to a test's limit. */
function silenceFor({ testTimeoutMs }) {
    return testTimeoutMs + 250;
}
/** Milliseconds that so many tests may take together before what runs them is killed. */
function limitFor(tests, { testTimeoutMs, trialTimeoutMs }) {
    return Math.min(trialTimeoutMs, testTimeoutMs * tests + ask_graceMs);
}
/** Below this to end the worker costs more than to wait for its timers. */
const leastPatienceMs = 4000;
/** A test's limit is so many times what the slowest of those that pass takes. */
const slackOfLimit = 5;
/**
 * The same for a candidate: of tests that did not hang before, one that does tells enough, and the others take what tests
 * take.
 *
 * @param usualMs what all of them took without any change
 */
function candidateLimitFor(tests, plan, usualMs) {
    const others = Math.max((tests * plan.testTimeoutMs) / slackOfLimit, 2 * usualMs);
    return Math.min(limitFor(tests, plan), Math.max(leastPatienceMs, plan.testTimeoutMs + ask_graceMs + others));
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/loop.js


/** Silence after which a candidate may be hanging: another worker gets ready. */
const suspiciousMs = 300;
/** After so many candidates that hang, one after the other, the next are given less time. */
const loop_patience = 3;
/**
 * Tries candidates one after the other in a warm worker, and in a new one after each that hangs or kills it. What timers
 * inside of the worker cannot interrupt (a regular expression, a large number) is killed from here.
 */
async function* loop(shift, switches, plan) {
    let hung = 0;
    const isOver = () => plan.signal?.aborted === true;
    for (const { trial, request } of switches) {
        if (isOver())
            return;
        let opened = await shift.current();
        if ('why' in opened && hung > 0) {
            // It was opened before; a busy machine is given a second chance.
            await shift.drop();
            opened = await shift.current();
        }
        // What an abort has killed looks like tests that could not be loaded.
        if (isOver())
            return;
        if ('why' in opened) {
            yield { kind: 'unusable', ...opened };
            return;
        }
        const began = performance.now();
        const outcome = await tryOne(opened, shift, trial, request, plan, hung);
        if (outcome.kind === 'silent' && outcome.lost)
            await shift.drop();
        hung = outcome.kind === 'silent' ? hung + 1 : 0;
        // Its function ran while modules loaded, before it could be switched: what it breaks here may be right there.
        if (opened.touched.has(request.c) && !(outcome.kind === 'result' && outcome.result.plausible)) {
            yield { kind: 'not-switchable', trial };
        }
        else if (outcome.kind === 'silent') {
            yield { kind: 'result', result: silentResult(trial, plan, outcome.silent, performance.now() - began) };
        }
        else {
            yield outcome;
        }
    }
}
async function tryOne(opened, shift, trial, request, plan, hung) {
    const answers = [];
    let provisional = false;
    const ask = async (tests, what) => {
        const suspicion = shift.forks ? undefined : setTimeout(() => shift.prepareSpare(), suspiciousMs);
        const limits = { limitMs: loop_limitOf(tests.length, plan, hung, opened.usualMs), silenceMs: silenceFor(plan) };
        const answer = await askWorker(opened.worker, shift.forks, { ...what, tests, ...limits });
        clearTimeout(suspicion);
        if ('silent' in answer)
            return { one: { kind: 'silent', ...answer } };
        if (answer.message.notSwitchable === true)
            return { one: { kind: 'not-switchable', trial } };
        provisional ||= answer.message.provisional === true;
        return answer;
    };
    const turned = new Map();
    const first = new Set(opened.probes);
    for (const tests of [opened.probes, plan.failing.filter((id) => !first.has(id))]) {
        if (tests.length === 0)
            break;
        const answer = await ask(tests, { ...request, id: trial.id });
        if ('one' in answer)
            return answer.one;
        answers.push(answer.message);
        for (const [id, status] of readVerdicts(answer.message))
            turned.set(id, status);
        if (![...turned.values()].some(isGood))
            break;
    }
    let good = opened.failing.every((id) => isGood(turned.get(id)));
    let fresh = !shift.forks;
    // Guards cost time that most candidates, which turn nothing green, need not be given.
    for (let rest = good ? [...opened.guards] : []; rest.length > 0;) {
        const answer = await ask(rest, { ...request, id: trial.id, stopEarly: true, fresh });
        if ('one' in answer)
            return answer.one;
        const verdicts = readVerdicts(answer.message);
        const broken = rest.find((id) => verdicts.has(id) && !isGood(verdicts.get(id)));
        if (broken === undefined) {
            answers.push(answer.message);
            good &&= rest.every((id) => verdicts.has(id));
            break;
        }
        const original = await ask([broken], { id: '', c: 0, fresh });
        if ('one' in original)
            return original.one;
        if (isGood(readVerdicts(original.message).get(broken))) {
            answers.push(answer.message);
            good = false;
            break;
        }
        if (!fresh) {
            // It keeps state of earlier rounds, which a new copy of the loaded tests does not have.
            fresh = true;
            continue;
        }
        // It fails without any change as well: nobody's fault, and no guard any more.
        opened.guards.delete(broken);
        rest = rest.filter((id) => id !== broken && !verdicts.has(id));
    }
    // A constant was exchanged, and not what modules computed from it when they were loaded.
    if (provisional && !good)
        return { kind: 'not-switchable', trial };
    return { kind: 'result', result: resultOf(trial, answers, good) };
}
function loop_limitOf(tests, plan, hung, usualMs) {
    return hung < loop_patience ? candidateLimitFor(tests, plan, usualMs) : limitFor(1, plan);
}
function resultOf(trial, answers, plausible) {
    const verdicts = new Map();
    let errorClass;
    let message;
    let ms = 0;
    for (const answer of answers) {
        for (const [id, status] of readVerdicts(answer))
            verdicts.set(id, status);
        ms += typeof answer.ms === 'number' ? answer.ms : 0;
        const [first] = Object.values(typeof answer.errors === 'object' && answer.errors !== null ? answer.errors : {});
        if (errorClass !== undefined || typeof first !== 'object' || first === null)
            continue;
        const fields = { ...first };
        errorClass = typeof fields.errorClass === 'string' ? fields.errorClass : undefined;
        message = typeof fields.message === 'string' ? fields.message : undefined;
    }
    return { id: trial.id, how: 'loop', verdicts, errorClass, message, plausible, ms };
}
function silentResult(trial, plan, silent, ms) {
    const status = silent === 'timed-out' ? 'timed-out' : 'error';
    const verdicts = new Map(plan.failing.map((id) => [id, status]));
    const message = silent === 'timed-out' ? 'the candidate did not end' : 'the candidate ended the test process';
    return { id: trial.id, how: 'loop', verdicts, errorClass: silent, message, plausible: false, ms };
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/first-run.js


/** Of many failing tests, so many are asked alone when one of them ends the process, and repeated in the worker itself. */
const first_run_mostAlone = 10;
/** Guards that are repeated together: with one that ends the process these are lost as guards, and no others. */
const together = 60;
/** All of them in the worker. */
async function repeatAll(worker, plan) {
    const tests = [...plan.failing, ...plan.guards];
    const limitMs = plan.testTimeoutMs * tests.length + plan.trialTimeoutMs;
    const answer = await askWorker(worker, false, { id: '', c: 0, tests, limitMs, silenceMs: limitMs });
    return 'silent' in answer ? answer : repeatedOf(answer.message);
}
/**
 * In copies of the worker, because the tests may fail by a hang or by the end of their process. Those of the failing ones
 * that do not also run in the worker itself: what it loads for them is then in every copy.
 */
async function repeatInCopies(worker, plan) {
    const verdicts = new Map();
    let errors = {};
    const ask = async (tests, how) => {
        const limits = { limitMs: limitFor(tests.length, plan), silenceMs: limitFor(1, plan) };
        const answer = await askWorker(worker, true, { id: '', c: 0, tests, ...limits, ...how });
        if ('silent' in answer)
            return answer;
        const one = repeatedOf(answer.message);
        for (const [id, status] of one.verdicts)
            verdicts.set(id, status);
        errors = { ...errors, ...one.errors };
        return undefined;
    };
    let silent = await ask(plan.failing, { failing: true });
    if (silent?.lost)
        return silent;
    for (const id of silent === undefined ? [] : plan.failing.slice(0, first_run_mostAlone)) {
        silent = await ask([id], {});
        if (silent?.lost)
            return silent;
        if (silent !== undefined)
            verdicts.set(id, silent.silent === 'died' ? 'error' : 'timed-out');
    }
    const ended = plan.failing.filter((id) => verdicts.get(id) === 'failed' && !takesMemory(errors[id]));
    silent = ended.length === 0 ? undefined : await ask(ended.slice(0, first_run_mostAlone), { here: true });
    if (silent?.lost)
        return silent;
    for (let at = 0; at < plan.guards.length; at += together) {
        silent = await ask(plan.guards.slice(at, at + together), { fresh: at === 0 });
        if (silent?.lost)
            return silent;
    }
    return { verdicts, errors };
}
/** Only a copy has a limit of its own. */
function takesMemory(error) {
    return typeof error === 'object' && error !== null && 'errorClass' in error && error.errorClass === 'MemoryError';
}
function repeatedOf(message) {
    const { errors } = message;
    return {
        verdicts: readVerdicts(message),
        errors: typeof errors === 'object' && errors !== null ? { ...errors } : {},
    };
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/probes.js
/** Of many failing tests, so many are asked before the others: most candidates turn none green. */
const most = 4;
/**
 * The failing tests that are asked first: one of each way to fail, those that most tests fail in first, then others
 * spread over the rest. All where they are few.
 *
 * @param errors by test, what a driver says of its failure
 */
function chooseProbes(failing, errors) {
    if (failing.length <= most)
        return [...failing];
    const ways = new Map();
    for (const id of failing) {
        const way = wayOf(id, errors[id]);
        ways.set(way, [...(ways.get(way) ?? []), id]);
    }
    const first = [...ways.values()].sort((a, b) => b.length - a.length).flatMap(([id]) => id ?? []);
    const spread = Array.from({ length: most }, (_, at) => failing[Math.floor((at * failing.length) / most)] ?? '');
    return [...new Set([...first, ...spread, ...failing])].slice(0, most);
}
function wayOf(id, error) {
    const { errorClass = '', message = '' } = typeof error === 'object' && error !== null ? { ...error } : {};
    const shape = String(message)
        .replace(/'[^']*'|"[^"]*"|\d+/g, '#')
        .slice(0, 40);
    return `${id.slice(0, id.indexOf('::'))} ${errorClass} ${shape}`;
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/shift.js





/** Loading the tests of a large project takes a while; a worker that needs longer is given up. */
const loadTimeoutMs = 60_000;
/** The worker in use, and one that gets ready while the other may have hung, so that a hang costs no start. */
class Shift {
    #start;
    #build;
    #plan;
    /** Trials run in copies of the worker: one that hangs or dies costs no start, and what it leaves behind is gone. */
    forks;
    #current;
    #spare;
    #workers = new Set();
    constructor(runner, driver, plan) {
        this.forks = driver.switching === 'texts';
        const tests = [...plan.failing, ...plan.guards];
        const task = { root: runner.root, files: plan.testFiles, tests, timeoutMs: plan.testTimeoutMs };
        this.#start = () => new RepeatWorker(runner, driver.launch, task, plan.signal);
        const aborting = plan.signal === undefined ? {} : { signal: plan.signal };
        this.#build = () => build(runner, driver.command, { timeoutMs: loadTimeoutMs, ...aborting });
        this.#plan = plan;
    }
    current() {
        this.#current ??= this.#spare ?? this.#open();
        if (this.#current === this.#spare)
            this.#spare = undefined;
        return this.#current;
    }
    prepareSpare() {
        this.#spare ??= this.#open();
    }
    /** Ends the worker in use; the next `current` is another. */
    async drop() {
        const opened = await this.#current;
        this.#current = undefined;
        if (opened !== undefined && 'worker' in opened)
            await this.#end(opened.worker);
    }
    async close() {
        await Promise.all([...this.#workers].map((worker) => this.#end(worker)));
    }
    async #end(worker) {
        this.#workers.delete(worker);
        await worker.close();
    }
    /** Repeats the original: tests whose verdict is not the known one are left aside. */
    async #open() {
        const built = await this.#build();
        if (built.exitCode !== 0) {
            return { why: 'unloadable', reason: `what runs before the tests failed: ${built.tail.slice(-500)}` };
        }
        const worker = this.#start();
        this.#workers.add(worker);
        const opened = await firstRun(worker, this.#plan, this.forks);
        if ('why' in opened)
            await this.#end(worker);
        return opened;
    }
}
async function firstRun(worker, plan, forks) {
    const loaded = await worker.receive(['ready', 'unloadable'], loadTimeoutMs);
    if ('silent' in loaded) {
        return {
            why: 'unloadable',
            reason: `the tests could not be loaded (${loaded.silent}): ${worker.tail.slice(-500)}`,
        };
    }
    const ready = loaded.message;
    if (ready.type === 'unloadable')
        return { why: 'unloadable', reason: String(ready.message) };
    const began = performance.now();
    const answer = await (forks ? repeatInCopies(worker, plan) : repeatAll(worker, plan));
    if ('silent' in answer)
        return { why: 'disagrees', reason: `repeating the tests ${answer.silent}` };
    const usualMs = performance.now() - began;
    const { verdicts } = answer;
    const failing = plan.failing.filter((id) => verdicts.has(id) && !isGood(verdicts.get(id)));
    // Suites of hundreds of tests have some that keep state or depend on their neighbours; the others still tell.
    const guards = plan.guards.filter((id) => isGood(verdicts.get(id)));
    // A file of guards that cannot be evaluated twice is left out with its guards.
    const missing = plan.failing.some((id) => !verdicts.has(id));
    const broken = answer.errors[''];
    if (missing && broken !== undefined) {
        return { why: 'unloadable', reason: `the tests could not be loaded: ${JSON.stringify(broken).slice(0, 500)}` };
    }
    const [first = ''] = plan.failing;
    if (failing.length === 0 && plan.failing.length > 0) {
        return {
            why: 'disagrees',
            reason: `repeated, ${first} is ${verdicts.get(first) ?? 'missing'}: not as in the test run`,
        };
    }
    return {
        worker,
        touched: new Set(Array.isArray(ready.touched) ? ready.touched : []),
        failing,
        probes: chooseProbes(failing, answer.errors),
        usualMs,
        guards: new Set(guards),
    };
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/warm.js
/** Tests that stay loaded between calls of `tryCandidates` on one runner, with the same tests. Its maker closes it. */
class WarmTests {
    #shift;
    shift(start) {
        this.#shift ??= start();
        return this.#shift;
    }
    async close() {
        await this.#shift?.close();
        this.#shift = undefined;
    }
}

;// CONCATENATED MODULE: ./build/dist/testing/repeat/index.js










/** Variants of one batch stand in one file: more of them make it slow to compile. */
const batchSize = 300;
/**
 * Tries candidates one after the other: in a warm process where the framework and the candidate allow it, else each in
 * a fresh one. Results come in about the order of the trials, those that need a fresh process after their batch. The
 * runner's files are the originals again when the generator ends.
 *
 * A plausible result of the loop is no proof: confirm it with `runTests` and `agree`.
 */
async function* tryCandidates(runner, command, trials, plan) {
    const warm = plan.warm ?? new WarmTests();
    try {
        yield* tryWith(runner, command, trials, { ...plan, warm });
    }
    finally {
        if (plan.warm === undefined)
            await warm.close();
    }
}
/** Begins to load the tests of later calls with the same plan, where they are loaded once for all candidates. */
function prepareTrials(runner, command, plan) {
    const driver = repeatDriver(command, runner, plan.testFiles);
    if (driver?.switching !== 'texts')
        return;
    // What goes wrong is seen when they are wanted.
    void plan.warm
        ?.shift(() => new Shift(runner, driver, plan))
        .current()
        .catch(() => { });
}
async function* tryWith(runner, command, trials, plan) {
    let driver = repeatDriver(command, runner, plan.testFiles);
    if (driver === undefined)
        plan.onFallback?.(`tests of ${command.framework} cannot be repeated in one process`);
    for (const batch of batches(trials, batchSize)) {
        let slow = batch;
        if (driver !== undefined) {
            const left = [];
            const lost = yield* tryBatch(runner, driver, batch, plan, left);
            if (lost !== undefined) {
                driver = undefined;
                plan.onFallback?.(lost);
            }
            slow = driver !== undefined && plan.warmOnly === true ? [] : left;
        }
        for (const trial of slow) {
            if (plan.signal?.aborted === true)
                return;
            yield await tryFresh(runner, command, trial, plan);
        }
    }
}
function* batches(items, size) {
    let batch = [];
    for (const item of items) {
        batch.push(item);
        if (batch.length < size)
            continue;
        yield batch;
        batch = [];
    }
    if (batch.length > 0)
        yield batch;
}
/**
 * Yields what the loop finds and puts what it cannot switch into `left`. Returns why the driver is of no use, or
 * undefined. A batch that does not load is halved until the candidate that is at fault stands alone.
 */
async function* tryBatch(runner, driver, batch, plan, left) {
    const prepared = await prepare(runner, driver, batch, plan);
    left.push(...prepared.left);
    for (const { id } of prepared.invalid)
        yield invalidResult(id, plan);
    if (prepared.switches.length === 0)
        return undefined;
    let done = 0;
    const start = () => new Shift(runner, driver, plan);
    // Where the files hold the variants, each batch loads other files.
    const shift = driver.switching === 'texts' ? plan.warm.shift(start) : start();
    try {
        for await (const outcome of loop(shift, prepared.switches, plan)) {
            if (outcome.kind === 'unusable') {
                const rest = prepared.switches.slice(done).map(({ trial }) => trial);
                if (outcome.why === 'unloadable' && driver.switching === 'schemata' && done === 0) {
                    await shift.close();
                    await restore(runner, driver, prepared.written, plan);
                    return yield* halves(runner, driver, rest, plan, left, outcome.reason);
                }
                left.push(...rest);
                return outcome.reason;
            }
            done += 1;
            if (outcome.kind === 'result')
                yield outcome.result;
            else
                left.push(outcome.trial);
        }
    }
    finally {
        if (driver.switching === 'schemata')
            await shift.close();
        await restore(runner, driver, prepared.written, plan);
    }
    return undefined;
}
async function* halves(runner, driver, trials, plan, left, reason) {
    if (trials.length === 1) {
        // Alone it may load in a fresh process, or say there why not.
        left.push(...trials);
        return undefined;
    }
    if (!(await originalLoads(runner, driver, plan))) {
        left.push(...trials);
        return reason;
    }
    const middle = Math.ceil(trials.length / 2);
    const lost = yield* tryBatch(runner, driver, trials.slice(0, middle), plan, left);
    if (lost === undefined)
        return yield* tryBatch(runner, driver, trials.slice(middle), plan, left);
    left.push(...trials.slice(middle));
    return lost;
}
async function originalLoads(runner, driver, plan) {
    const nothing = { trial: { id: '', edits: {} }, request: { c: 0 } };
    const shift = new Shift(runner, driver, plan);
    try {
        for await (const { kind } of loop(shift, [nothing], plan))
            return kind === 'result';
        return false;
    }
    finally {
        await shift.close();
    }
}
async function prepare(runner, driver, batch, plan) {
    if (driver.switching === 'texts') {
        const switches = batch.map((trial) => ({ trial, request: { files: variantTexts(trial, plan.originals) } }));
        return { switches, left: [], invalid: [], written: [] };
    }
    const notSwitchable = new Set();
    const invalid = new Set();
    const texts = {};
    for (const file of new Set(batch.flatMap((trial) => Object.keys(trial.edits)))) {
        const variants = batch.flatMap((trial, at) => {
            const edits = trial.edits[file];
            return edits === undefined ? [] : [{ number: at + 1, edits }];
        });
        const language = (0,code/* languageOf */.eX)(file);
        if (language === undefined || language === 'python') {
            for (const { number } of variants)
                notSwitchable.add(number);
            continue;
        }
        const schemata = await buildSchemata(language, plan.originals[file] ?? '', variants);
        for (const number of schemata.notSwitchable)
            notSwitchable.add(number);
        for (const number of schemata.invalid)
            invalid.add(number);
        texts[file] = schemata.text;
    }
    await put(runner, driver.command, texts);
    const kindOf = (at) => invalid.has(at + 1) ? 'invalid' : notSwitchable.has(at + 1) ? 'left' : 'switch';
    return {
        switches: batch.flatMap((trial, at) => (kindOf(at) === 'switch' ? [{ trial, request: { c: at + 1 } }] : [])),
        left: batch.filter((_, at) => kindOf(at) === 'left'),
        invalid: batch.filter((_, at) => kindOf(at) === 'invalid'),
        written: Object.keys(texts),
    };
}
function invalidResult(id, { failing }) {
    return {
        id,
        how: 'loop',
        verdicts: new Map(failing.map((test) => [test, 'error'])),
        errorClass: 'SyntaxError',
        message: 'the candidate is no valid syntax',
        plausible: false,
        ms: 0,
    };
}
async function restore(runner, { command }, files, { originals }) {
    await put(runner, command, Object.fromEntries(files.map((file) => [file, originals[file] ?? ''])));
}

;// CONCATENATED MODULE: ./build/dist/testing/index.js













// EXTERNAL MODULE: ./build/dist/render/layout.js
var layout = __webpack_require__(83706);
// EXTERNAL MODULE: ./build/dist/render/markdown.js
var markdown = __webpack_require__(6825);
;// CONCATENATED MODULE: ./build/dist/fix/render/choices.js
/**
 * The patches among which a person has to choose: where candidates behave differently and none is proposed, the first
 * of each group, the most likely one first. Empty in every other report.
 */
function choicesOf({ status, winner, candidates, }) {
    if (status !== 'review' || winner !== undefined)
        return [];
    const groups = new Set();
    return candidates.filter(({ green, review, cluster }) => {
        if (!green || review.verdict === 'reject' || (cluster !== undefined && groups.has(cluster)))
            return false;
        if (cluster !== undefined)
            groups.add(cluster);
        return true;
    });
}

;// CONCATENATED MODULE: ./build/dist/fix/review/difference.js
/** Leaves of the tree in the order of the text; a string without interpolation is one, comments are none. */
function tokensOf(root) {
    const found = [];
    const visit = (node) => {
        if (node.kind === 'comment')
            return;
        const whole = node.kind === 'string' && !node.children.some(isInterpolation);
        if (whole || node.children.length === 0) {
            if (node.end > node.start)
                found.push(node);
        }
        else
            node.children.forEach(visit);
    };
    visit(root);
    return found;
}
function isInterpolation({ type }) {
    return type === 'interpolation' || type === 'template_substitution';
}
/** Cells of the table that is filled for a longest common subsequence; above it, all between the ends counts as new. */
const largestTable = 4_000_000;
/** What makes one sequence the other, as little as possible. */
function differenceOf(before, after) {
    const [a, b] = [before.map(({ text }) => text), after.map(({ text }) => text)];
    let head = 0;
    while (head < a.length && head < b.length && a[head] === b[head])
        head++;
    let tail = 0;
    while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
        tail++;
    const [aEnd, bEnd] = [a.length - tail, b.length - tail];
    const width = bEnd - head + 1;
    if ((aEnd - head) * width > largestTable)
        return [{ removed: before.slice(head, aEnd), added: after.slice(head, bEnd) }];
    const longest = new Uint32Array((aEnd - head + 1) * width);
    const at = (i, j) => (i - head) * width + (j - head);
    for (let i = aEnd - 1; i >= head; i--)
        for (let j = bEnd - 1; j >= head; j--)
            longest[at(i, j)] =
                a[i] === b[j]
                    ? longest[at(i + 1, j + 1)] + 1
                    : Math.max(longest[at(i + 1, j)], longest[at(i, j + 1)]);
    const hunks = [];
    let [i, j] = [head, head];
    while (i < aEnd || j < bEnd) {
        const [iFrom, jFrom] = [i, j];
        while ((i < aEnd || j < bEnd) && !(i < aEnd && j < bEnd && a[i] === b[j])) {
            if (j >= bEnd || (i < aEnd && longest[at(i + 1, j)] >= longest[at(i, j + 1)]))
                i++;
            else
                j++;
        }
        if (i > iFrom || j > jFrom)
            hunks.push({ removed: before.slice(iFrom, i), added: after.slice(jFrom, j) });
        while (i < aEnd && j < bEnd && a[i] === b[j])
            [i, j] = [i + 1, j + 1];
    }
    return hunks;
}

;// CONCATENATED MODULE: ./build/dist/fix/score/patch.js


/** Size of a patch, over all its files. */
async function patchFacts(files) {
    let [added, removed, complexityDelta] = [0, 0, 0];
    for (const { path, before, after } of files) {
        for (const hunk of differenceOf(linesOf(before), linesOf(after))) {
            added += hunk.added.length;
            removed += hunk.removed.length;
        }
        complexityDelta += (await complexityOf(path, after)) - (await complexityOf(path, before));
    }
    return { added, removed, complexityDelta };
}
function linesOf(text) {
    return text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => ({ text: line }));
}
async function complexityOf(path, text) {
    const language = (0,code/* languageOf */.eX)(path, text);
    if (language === undefined)
        return 0;
    try {
        const file = await (0,code/* parse */.qg)(language, text, path);
        try {
            const functions = file.symbols.filter(({ kind, body }) => body !== undefined && !holders.has(kind));
            return functions.reduce((sum, { complexity }) => sum + complexity, 0);
        }
        finally {
            file.dispose();
        }
    }
    catch (error) {
        if (error instanceof code/* ParseLimitError */.DW)
            return 0;
        throw error;
    }
}
/** Their members count by themselves. */
const holders = new Set(['class', 'interface', 'namespace', 'enum']);

;// CONCATENATED MODULE: ./build/dist/fix/score/index.js

const shares = { coverage: 0.4, tests: 0.3, quality: 0.2, speed: 0.1 };
/** Share of the quality that a finding takes. */
const cost = { low: 0.05, medium: 0.2, high: 0.5, critical: 0.9 };
/** Decisions, and lines over the two of the smallest change, that halve the quality. */
const halvingDecisions = 20;
const halvingLines = 60;
const smallestChange = 2;
/**
 * What an attempt is worth. All tests passing is a gate: below it the total is 0, whatever the rest. Behind it coverage
 * counts 40 %, tests 30 %, quality 20 % and speed 10 %; of unknown coverage the others take the share, in proportion.
 */
function scoreAttempt(input) {
    const tests = input.total > 0 ? unit(input.passed / input.total) : 0;
    const coverage = input.coverage === undefined ? undefined : unit(input.coverage);
    const quality = qualityOf(input);
    const speed = input.durationMs > 0 ? unit(input.fastestMs / input.durationMs) : 1;
    const known = shares.tests * tests + shares.quality * quality + shares.speed * speed;
    const sum = coverage === undefined ? known / (1 - shares.coverage) : known + shares.coverage * coverage;
    return { total: tests < 1 ? 0 : Math.min(100, 100 * sum), coverage, tests, quality, speed };
}
/** What has to be said beside a score; undefined when it speaks for itself. */
function scoreNote({ coverage, tests }) {
    if (tests < 1)
        return 'not all tests pass, so nothing else counts';
    if (coverage === undefined)
        return 'coverage is unknown: its 40 % are shared among tests, quality and speed';
    return undefined;
}
function qualityOf({ findings, patch }) {
    const reviewed = findings.reduce((left, { severity }) => left * (1 - cost[severity]), 1);
    const decisions = Math.max(0, patch.complexityDelta);
    const lines = Math.max(0, patch.added + patch.removed - smallestChange);
    return (reviewed / (1 + decisions / halvingDecisions)) * (1 / (1 + lines / halvingLines));
}
function unit(share) {
    return Math.min(1, Math.max(0, share));
}

;// CONCATENATED MODULE: ./build/dist/fix/render/wording.js


// What all faces of a repair say in words, so that they never say different things.
const statusWords = {
    fixed: 'fixed',
    review: 'for review',
    unfixed: 'unfixed',
    'nothing-to-fix': 'nothing to fix',
};
/** The status by its word, then what came of it and why. */
function headline({ status, reason }) {
    return `${statusWords[status]}: ${reason}`;
}
/** What was run, on what, how much was tried, how long it took. */
function effort(report) {
    const { commit, uncommitted, baseline, tried, plausible, candidates, durationMs } = report;
    const changed = uncommitted > 0 ? ` with ${(0,layout/* counted */.hS)(uncommitted, 'uncommitted file')}` : '';
    const parts = [
        `${report.testCommand} at ${commit.slice(0, 10)}${changed}`,
        `${(0,layout/* counted */.hS)(baseline.tests, 'test')}${baseline.framework === 'unknown' ? '' : ` (${baseline.framework})`}`,
    ];
    if (baseline.failing.length > 0) {
        parts.push(`${(0,layout/* counted */.hS)(tried, 'candidate')} tried, ${plausible} plausible, ${candidates.length} attempted`);
    }
    return [...parts, (0,layout/* duration */.p0)(durationMs)];
}
/** Where a patch begins to matter, and the other files it touches. */
function place({ file, line, function: name, texts = {}, }) {
    const others = Object.keys(texts).filter((path) => path !== file);
    return [`${file}:${line}${name === undefined ? '' : ` in ${name}`}`, ...others].join(' and ');
}
/** First line of a message that says anything, with the next one where it ends in a colon. */
function firstLine(message) {
    const [first, second] = (message ?? '').split('\n').filter((line) => line.trim() !== '');
    return first?.trimEnd().endsWith(':') && second !== undefined ? `${first.trim()} ${second.trim()}` : first;
}
function failureText({ errorClass, message, status }) {
    const line = firstLine(message);
    if (line === undefined)
        return errorClass ?? status.replace('-', ' ');
    return errorClass === undefined || line.startsWith(errorClass) ? line : `${errorClass}: ${line}`;
}
/** A number of at most one decimal, of 100. */
function points(total) {
    return String(Math.round(total * 10) / 10);
}
function share(value) {
    return value === undefined ? 'unknown' : (0,layout/* percent */.KN)(value);
}
function scoreText(score) {
    const { total, coverage, tests, quality, speed } = score;
    const parts = `coverage ${share(coverage)}, tests ${share(tests)}, quality ${share(quality)}, speed ${share(speed)}`;
    const note = scoreNote(score);
    return `score ${points(total)} of 100: ${parts}${note === undefined ? '' : `; ${note}`}`;
}
function testsText({ tests }) {
    return `${tests.passed} of ${tests.total}`;
}
/** Why the winner is not another candidate, as far as the candidates' behaviour says. */
function consensusText({ method, agreement, inputs, clusters, textAgreement }) {
    switch (method) {
        case 'none':
            return 'no candidate passed, so there is nothing to compare';
        case 'single':
            return 'only one candidate passed, so there is none to compare it with';
        case 'text':
            return `${share(agreement)} agreement by text in ${clusters} groups, because behaviour could not be compared`;
        case 'behaviour': {
            const groups = clusters === 1 ? 'all candidates alike' : `candidates in ${clusters} groups`;
            const text = textAgreement === undefined ? '' : `; as text, ${(0,layout/* percent */.KN)(textAgreement)} are equal`;
            return `${share(agreement)} agreement by behaviour on ${(0,layout/* counted */.hS)(inputs, 'input')}, ${groups}${text}`;
        }
    }
}
/** What a candidate's place in the table is explained by. */
function attemptRemark({ green, reasons, review, cluster }) {
    if (!green)
        return reasons.join('; ') || 'not every test passed';
    if (review.verdict === 'reject')
        return `refused by the review: ${review.findings[0]?.message ?? 'no reason given'}`;
    return cluster === undefined ? 'passed' : `passed, behaves as group ${cluster + 1}`;
}
/** Over the patches of a report that proposes none. */
function choiceTitle(count) {
    return count === 1 ? 'The patch that passes, not proposed' : `${count} patches that pass, none proposed`;
}
/** What to do with them, and how many of the groups are not shown. */
function choiceAdvice(count, { clusters }) {
    const more = clusters > count ? ` Not proved, see --candidates: ${(0,layout/* counted */.hS)(clusters - count, 'more group')}.` : '';
    return `Nothing is applied: choose what the code is meant to do, and apply that by hand.${more}`;
}
function lessonText({ errorClass, file, function: name, signature, suggestion, avoid, occurrences }) {
    const where = name === undefined ? file : `${file} in ${name}`;
    const tried = avoid.length === 0 ? '' : ` Tried in vain: ${avoid.slice(0, 5).join(', ')}.`;
    return {
        what: `${errorClass} in ${where}, seen ${(0,layout/* counted */.hS)(occurrences, 'time')}: ${signature}`,
        advice: `${suggestion.replace(/\.?$/, '.')}${tried}`,
    };
}
/** Said wherever the tenant was held by less than namespaces. */
const weakIsolation = 'Isolation was "process": the tests could read and reach what you can. Use it for code you trust only.';

;// CONCATENATED MODULE: ./build/dist/fix/render/sections.js



// Parts of the job summary and of the pull request, each Markdown with everything from outside escaped; undefined
// where there is nothing to say.
const maxRows = 20;
const maxBlock = 20_000;
function failedSection({ baseline }) {
    const { failing, flaky } = baseline;
    const rows = failing
        .slice(0, maxRows)
        .map((test) => [(0,markdown/* inlineCode */.ti)(test.id, 200), (0,markdown/* escapeMarkdown */.FV)(failureText(test), 200)]);
    const parts = [];
    if (rows.length > 0)
        parts.push('### What failed', (0,markdown/* table */.tp)(['test', 'message'], rows));
    if (failing.length > maxRows)
        parts.push(`And ${failing.length - maxRows} more.`);
    if (flaky.length > 0) {
        const some = flaky.slice(0, 10).map((id) => (0,markdown/* inlineCode */.ti)(id, 120));
        parts.push(`Not chased, because their verdict changes by itself: ${some.join(', ')}.`);
    }
    return parts.length > 0 ? parts.join('\n\n') : undefined;
}
function patchSection({ patch, strategy, ...where }) {
    return `### The patch\n\n${(0,markdown/* inlineCode */.ti)(strategy)} at ${(0,markdown/* inlineCode */.ti)(place(where), 200)}\n\n${plainBlock(patch, 'diff')}`;
}
/** Where none is proposed: the patches among which a person has to choose. */
function choicesSection(report) {
    const choices = choicesOf(report);
    if (choices.length === 0)
        return undefined;
    const patches = choices.map(({ patch, strategy, ...attempt }, at) => {
        const where = `${(0,markdown/* inlineCode */.ti)(strategy)} at ${(0,markdown/* inlineCode */.ti)(place(attempt), 200)}`;
        return `**Patch ${at + 1}:** ${where}\n\n${plainBlock(patch, 'diff')}`;
    });
    const said = `Consensus: ${consensusText(report.consensus)}. ${choiceAdvice(choices.length, report.consensus)}`;
    return [`### ${choiceTitle(choices.length)}`, said, ...patches].join('\n\n');
}
function whySection({ winner, consensus }) {
    if (!winner)
        return undefined;
    const lines = [
        `${testsText(winner)} tests pass with it.`,
        `${(0,markdown/* escapeMarkdown */.FV)(scoreText(winner.score))}.`,
        `Consensus: ${consensusText(consensus)}.`,
        ...winner.review.findings.map(({ severity, category, message, file, line }) => `Review, ${severity} (${category}): ${(0,markdown/* escapeMessage */.hC)(message, 300)} ${(0,markdown/* inlineCode */.ti)(`${file}:${line}`, 200)}`),
    ];
    if (winner.review.findings.length === 0)
        lines.push('Review: nothing found.');
    return `### Why this one\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
/** The scores of all attempts, the winner first. */
function attemptsSection({ candidates, winner }) {
    if (candidates.length === 0)
        return undefined;
    const rows = candidates
        .slice(0, maxRows)
        .map((attempt) => [
        attempt === winner ? `**${points(attempt.score.total)}**` : points(attempt.score.total),
        (0,markdown/* inlineCode */.ti)(attempt.strategy),
        (0,markdown/* inlineCode */.ti)(place(attempt), 160),
        testsText(attempt),
        share(attempt.score.coverage),
        share(attempt.score.quality),
        share(attempt.score.speed),
        `${attempt === winner ? '**chosen**; ' : ''}${(0,markdown/* escapeMarkdown */.FV)(attemptRemark(attempt), 200)}`,
    ]);
    const head = ['score', 'strategy', 'where', 'tests', 'coverage', 'quality', 'speed', ''];
    const more = candidates.length > maxRows ? `\n\nAnd ${candidates.length - maxRows} more.` : '';
    return `### All attempts\n\n${(0,markdown/* table */.tp)(head, rows)}${more}`;
}
function suspicionsSection({ suspicions }) {
    if (suspicions.length === 0)
        return undefined;
    const rows = suspicions
        .slice(0, maxRows)
        .map(({ file, line, score, reasons }) => [
        (0,markdown/* inlineCode */.ti)(`${file}:${line}`, 200),
        score.toFixed(2),
        (0,markdown/* escapeMarkdown */.FV)(reasons.join(', '), 200),
    ]);
    return `### Suspicious lines\n\n${(0,markdown/* table */.tp)(['line', 'suspicion', 'because'], rows)}`;
}
function lessonsSection({ lessons }) {
    if (lessons.length === 0)
        return undefined;
    const lines = lessons.map((lesson) => {
        const { what, advice } = lessonText(lesson);
        return `- ${(0,markdown/* escapeMarkdown */.FV)(what, 300)}\n  - ${(0,markdown/* escapeMessage */.hC)(advice, 500)}`;
    });
    return `### Lessons\n\n${lines.join('\n')}`;
}
function notesSection({ notes }) {
    if (notes.length === 0)
        return undefined;
    return notes.map((note) => `<sub>${(0,markdown/* escapeMarkdown */.FV)(note)}</sub>`).join('\n\n');
}
/** Closed at first. */
function details(summary, ...parts) {
    const content = parts.filter((part) => part !== undefined);
    if (content.length === 0)
        return undefined;
    return `<details><summary>${summary}</summary>\n\n${content.join('\n\n')}\n\n</details>`;
}
/** A fenced block without control characters. */
function plainBlock(text, language) {
    return (0,markdown/* codeBlock */.DV)(text.trimEnd().replace(/[^\P{Cc}\n\t]/gu, ''), language, maxBlock);
}

;// CONCATENATED MODULE: ./build/dist/fix/render/pull-request.js





/** GitHub takes 65,536 characters for the text of a pull request. */
const maxBodyBytes = 60_000;
const maxTitle = 100;
/** The hidden line that a pull request of Hone is known by. */
function pullRequestMarker(report) {
    return `<!-- hone:repair:${failureFingerprint(report)} -->`;
}
/**
 * Title and text of the pull request that proposes the winner, with the evidence for it. Nothing from the repository can
 * mention, link, embed or hide anything, or look like Hone's own marker.
 *
 * @throws TypeError when the report has no winner
 */
function renderPullRequest(report, options = {}) {
    const { winner } = report;
    const left = report.baseline.left?.length ?? 0;
    if (!winner)
        throw new TypeError('a report without a winner has nothing to propose');
    const sections = [
        pullRequestMarker(report),
        (0,markdown/* escapeMessage */.hC)(report.reason),
        report.status === 'review'
            ? `> **For a person to decide:** ${left === 0 ? 'every test passes' : 'no other test breaks'}, yet it is not certain that this is what was meant.`
            : undefined,
        failedSection(report),
        whySection(report),
        attemptsSection(report),
        reproduceSection(report),
        details('Where it looked wrong', suspicionsSection(report)),
        details('What earlier failures taught', lessonsSection(report)),
        footer(report, options),
    ];
    const body = sections.filter((section) => section !== undefined).join('\n\n');
    return { title: titleOf(winner, report), body: (0,markdown/* clipDocument */.kq)(`${body}\n`, maxBodyBytes) };
}
/** Words of ours, and names without any sign that a title or the commit made of it could act on. */
function titleOf({ file, function: name }, { baseline }) {
    const what = name === undefined ? '' : `${pull_request_plain(name, 40)} in `;
    const tests = baseline.failing.length === 1 ? '1 failing test passes' : `${baseline.failing.length} failing tests pass`;
    const room = maxTitle - `fix: repair ${what}, so that ${tests}`.length;
    const path = pull_request_plain(file, Number.POSITIVE_INFINITY);
    const shown = path.length <= room ? path : path.slice(path.length - room);
    return `fix: repair ${what}${shown}, so that ${tests}`;
}
function pull_request_plain(text, atMost) {
    return text.replace(/[^\w./$-]+/g, '_').slice(0, atMost);
}
function reproduceSection({ commit, testCommand, uncommitted }) {
    const changed = uncommitted > 0 ? ` (the repair was found with ${(0,layout/* counted */.hS)(uncommitted, 'uncommitted file')})` : '';
    const steps = `At ${(0,markdown/* inlineCode */.ti)(commit.slice(0, 10))}${changed} this fails, and on this branch it passes:`;
    return `### How to reproduce\n\n${steps}\n\n${plainBlock(testCommand, 'sh')}`;
}
function footer(report, { runUrl }) {
    const { tried, plausible, candidates, durationMs, isolation } = report;
    const cost = `${(0,layout/* counted */.hS)(tried, 'candidate')} tried, ${plausible} plausible, ${candidates.length} attempted in sandboxes of their own, in ${(0,layout/* duration */.p0)(durationMs)}.`;
    const run = safeUrl(runUrl);
    const lines = [
        `Cost: ${cost}${run === undefined ? '' : ` Found by [this run](${run}).`}`,
        isolation === 'process' ? (0,markdown/* escapeMarkdown */.FV)(weakIsolation) : undefined,
    ];
    const own = lines.filter((line) => line !== undefined).map((line) => `<sub>${line}</sub>`);
    return [...own, notesSection(report)].filter((part) => part !== undefined).join('\n\n');
}
function safeUrl(text) {
    const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
    return url?.protocol === 'https:' ? url.href.replaceAll('(', '%28').replaceAll(')', '%29') : undefined;
}

;// CONCATENATED MODULE: ./build/dist/fix/publish/publish.js







const reviewLabel = {
    name: 'needs-human-review',
    color: 'fbca04',
    description: 'Every test passes, yet a person has to say whether this is what was meant',
};
/**
 * Proposes the winner of a report as a pull request: one for each failure and branch, whichever run finds it. What is
 * not certain is a draft that asks for a person.
 *
 * @throws TypeError when the report has no winner
 * @throws CannotRunError when GitHub cannot be reached or fails
 */
async function publishRepair(report, options, deps) {
    const { winner, commit, status } = report;
    if (!winner)
        throw new TypeError('a report without a winner has nothing to propose');
    const { base, branchPrefix, labels, runUrl } = options;
    const fingerprint = failureFingerprint(report);
    const key = publish_keyOf(fingerprint, options);
    const { title, body } = renderPullRequest(report, { runUrl });
    const review = status === 'review';
    const proposal = {
        ...{ key, commit, base, branch: `${branchPrefix}${key}`, patch: winner.patch, title, body },
        message: `${title}\n\nFound by Hone: ${winner.tests.passed} of ${winner.tests.total} tests pass with it.`,
        draft: review,
        // As repairs are made: whatever else a report brings was not made here.
        mayChange: (path) => (0,code/* languageOf */.eX)(path) !== undefined && !isTestFile(path),
        labels: [...labels.map((name) => ({ name })), ...(review ? [reviewLabel] : [])],
        withdrawn: review || labels.includes(reviewLabel.name) ? [] : [reviewLabel.name],
    };
    const proposed = await (0,github/* propose */.BM)(proposal, deps);
    const { branch } = proposal;
    deps.recorder.record(repairPublished, {
        ...{ fingerprint, commit, base, branch, outcome: proposed.outcome },
        pullRequest: proposed.pull?.number ?? null,
        ...{ template: winner.strategy, context: winner.context },
    });
    return { ...proposed, branch };
}
/** The same tests may fail on several branches at once: only the default branch's failure is named by itself. */
function publish_keyOf(fingerprint, { base, defaultBranch }) {
    if (defaultBranch === undefined || base === defaultBranch)
        return fingerprint;
    return `${fingerprint}-${(0,external_node_crypto_.createHash)('sha256').update(base).digest('hex').slice(0, 8)}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(38816);
;// CONCATENATED MODULE: ./build/dist/fix/publish/read-report.js


// The report of another job comes from where code of the repository ran: it is data of a stranger until checked.
const known = (schema) => schema.nullish().transform((value) => value ?? undefined);
const read_report_text = schemas/* string */.YjP().max(200_000);
const count = schemas/* number */.aig().int().nonnegative();
// Sums of parts may pass the whole by a rounding error.
const read_report_share = schemas/* number */.aig()
    .min(0)
    .max(1 + 1e-9);
const line = schemas/* object */.Ikc({ file: read_report_text, line: count });
const score = schemas/* object */.Ikc({
    total: schemas/* number */.aig()
        .min(0)
        .max(100 + 1e-6),
    coverage: known(read_report_share),
    tests: read_report_share,
    quality: read_report_share,
    speed: read_report_share,
});
const review = schemas/* object */.Ikc({
    verdict: schemas/* enum */.k5n(['accept', 'reject']),
    findings: schemas/* array */.YOg(line.extend({
        rule: read_report_text,
        severity: schemas/* enum */.k5n(['low', 'medium', 'high', 'critical']),
        category: schemas/* enum */.k5n(['overfitting', 'security', 'bug', 'performance', 'style']),
        message: read_report_text,
    })),
});
const attempt = line.extend({
    id: read_report_text,
    strategy: read_report_text,
    context: read_report_text,
    function: known(read_report_text),
    prior: schemas/* number */.aig(),
    rank: schemas/* number */.aig(),
    patch: schemas/* string */.YjP().max(4_000_000),
    texts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    tests: schemas/* object */.Ikc({ passed: count, total: count }),
    green: schemas/* boolean */.zMY(),
    reasons: schemas/* array */.YOg(read_report_text),
    durationMs: schemas/* number */.aig(),
    coverage: known(read_report_share),
    review,
    score,
    cluster: known(count),
});
const framework = schemas/* enum */.k5n([
    'node',
    'vitest',
    'jest',
    'mocha',
    'tape',
    'ava',
    'pytest',
    'unittest',
    'go',
    'tap',
    'junit',
    'unknown',
]);
const read_report_failing = schemas/* object */.Ikc({
    id: read_report_text,
    file: read_report_text,
    status: schemas/* enum */.k5n(['passed', 'failed', 'skipped', 'error', 'timed-out']),
    message: known(read_report_text),
    errorClass: known(read_report_text),
    stack: schemas/* array */.YOg(line.extend({ function: known(read_report_text) })),
});
const errorClass = schemas/* enum */.k5n([
    ...['assertion', 'type', 'syntax', 'import', 'name', 'value'],
    ...['timeout', 'memory', 'network', 'filesystem', 'crash', 'other'],
]);
const lesson = schemas/* object */.Ikc({
    errorClass,
    file: read_report_text,
    function: known(read_report_text),
    signature: read_report_text,
    avoid: schemas/* array */.YOg(read_report_text),
    suggestion: read_report_text,
    occurrences: count,
});
const fixReport = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(['fixed', 'review', 'unfixed', 'nothing-to-fix']),
    reason: read_report_text,
    commit: schemas/* string */.YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
    uncommitted: count,
    testCommand: read_report_text,
    isolation: schemas/* enum */.k5n(['namespaces', 'process']),
    baseline: schemas/* object */.Ikc({
        framework,
        tests: count,
        failing: schemas/* array */.YOg(read_report_failing),
        flaky: schemas/* array */.YOg(read_report_text),
        left: known(schemas/* array */.YOg(read_report_text)),
        durationMs: schemas/* number */.aig(),
    }),
    suspicions: schemas/* array */.YOg(line.extend({ score: read_report_share, reasons: schemas/* array */.YOg(read_report_text) })),
    winner: known(attempt),
    candidates: schemas/* array */.YOg(attempt),
    consensus: schemas/* object */.Ikc({
        agreement: known(read_report_share),
        method: schemas/* enum */.k5n(['behaviour', 'text', 'single', 'none']),
        inputs: count,
        clusters: count,
        textAgreement: known(read_report_share),
    }),
    lessons: schemas/* array */.YOg(lesson),
    tried: count,
    plausible: count,
    durationMs: schemas/* number */.aig(),
    notes: schemas/* array */.YOg(read_report_text),
});
/** The report that another job wrote as JSON. @throws UsageError when it is none */
function readReport(json) {
    const parsed = fixReport.safeParse(json);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new errors/* UsageError */.eb(`this is no report of a repair: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
    }
    return parsed.data;
}

;// CONCATENATED MODULE: ./build/dist/fix/render/json.js

/** The report as the document of `hone fix --json`. What is not known is null. */
function renderJson(report) {
    const { status, reason, winner, candidates, consensus, tried, plausible, durationMs, ...rest } = report;
    const document = {
        status,
        reason,
        winner: winner && json_attempt(winner),
        candidates: candidates.map(json_attempt),
        consensus,
        tried,
        plausible,
        durationMs,
        fingerprint: failureFingerprint(report),
        ...rest,
    };
    return JSON.parse(JSON.stringify(document, (_key, value) => (value === undefined ? null : value)));
}
/** Without the whole texts of the changed files: the patch says it. */
function json_attempt({ texts: _texts, ...rest }) {
    return rest;
}

;// CONCATENATED MODULE: ./build/dist/fix/render/markdown.js



/** GitHub takes 1 MiB for a step's summary. */
const maxSummaryBytes = 1_000_000;
/** The report as a job summary. Everything that came from the repository is escaped. */
function renderMarkdown(report, maxBytes = maxSummaryBytes) {
    const [command = '', ...rest] = effort(report);
    const sections = [
        `## Hone: ${statusWords[report.status]}`,
        (0,markdown/* escapeMessage */.hC)(report.reason),
        `${[(0,markdown/* inlineCode */.ti)(command, 300), ...rest.map((part) => (0,markdown/* escapeMarkdown */.FV)(part))].join(' · ')}`,
        report.isolation === 'process' ? `> ${(0,markdown/* escapeMarkdown */.FV)(weakIsolation)}` : undefined,
        failedSection(report),
        report.winner && patchSection(report.winner),
        whySection(report),
        choicesSection(report),
        attemptsSection(report),
        details('Where it looks wrong', suspicionsSection(report)),
        report.status === 'unfixed' ? lessonsSection(report) : undefined,
        notesSection(report),
    ];
    return (0,markdown/* clipDocument */.kq)(`${sections.filter((section) => section !== undefined).join('\n\n')}\n`, maxBytes);
}

// EXTERNAL MODULE: ./build/dist/base/printable.js
var printable = __webpack_require__(81864);
// EXTERNAL MODULE: ./build/dist/render/terminal-text.js
var terminal_text = __webpack_require__(84606);
;// CONCATENATED MODULE: ./build/dist/fix/render/diff.js

const maxLines = 80;
const maxColumns = 300;
/** A unified diff for a terminal: coloured, indentation kept, and nothing in it that a terminal would act on. */
function renderDiff(patch, style) {
    const lines = patch.replace(/\n$/, '').split('\n');
    const shown = lines.slice(0, maxLines).map((line) => paint(line, style));
    if (lines.length > maxLines)
        shown.push(style.dim(`and ${lines.length - maxLines} more lines`));
    return shown;
}
function paint(line, style) {
    const text = safe(line);
    if (/^(?:diff |index |--- |\+\+\+ )/.test(line))
        return style.dim(text);
    if (line.startsWith('@@'))
        return style.cyan(text);
    if (line.startsWith('+'))
        return style.green(text);
    if (line.startsWith('-'))
        return style.red(text);
    return text;
}
function safe(line) {
    const [before = ''] = /^[ +-]?[ \t]*/.exec(line) ?? [];
    return (before.replaceAll('\t', '  ') + (0,printable/* printable */.g)(line.slice(before.length), maxColumns)).trimEnd();
}

;// CONCATENATED MODULE: ./build/dist/fix/render/terminal.js






const shownFailures = 8;
const shownSuspicions = 5;
const shownLessons = 3;
const shownNotes = 5;
/** The report for a terminal, its status first. Everything from the repository is made printable. */
function renderTerminal(report, handing, style) {
    const mark = statusMark(report.status, style);
    const [first = '', ...more] = (0,terminal_text/* wrap */.LV)((0,printable/* printable */.g)(headline(report)), style.width - 2);
    return [
        `${mark} ${style.bold(first)}`,
        ...more.map((line) => `  ${style.bold(line)}`),
        ...(0,terminal_text/* wrap */.LV)((0,printable/* printable */.g)(effort(report).join(` ${style.symbols.separator} `)), style.width).map(style.dim),
        ...failures(report, style),
        ...suspicions(report, style),
        ...(report.winner ? winner(report.winner, report, style) : []),
        ...choices(report, style),
        ...others(report, style),
        ...lessons(report, style),
        ...notesOf(report, style),
        ...(report.winner ? hand(report.status, handing, style) : []),
    ];
}
function statusMark(status, { green, yellow, red, symbols }) {
    if (status === 'unfixed')
        return red(symbols.fail);
    return status === 'review' ? yellow(symbols.warn) : green(symbols.ok);
}
function failures({ baseline }, style) {
    const { failing, flaky } = baseline;
    if (failing.length === 0)
        return flakyLine(flaky, style);
    const lines = failing
        .slice(0, shownFailures)
        .flatMap((test) => [
        `${style.red(style.symbols.fail)} ${(0,printable/* printable */.g)(test.id, style.width * 2)}`,
        ...indented(failureText(test), style, 4).slice(0, 3),
    ]);
    if (failing.length > shownFailures)
        lines.push(style.dim(`and ${failing.length - shownFailures} more`));
    return ['', style.bold('What failed'), ...lines, ...flakyLine(flaky, style)];
}
function flakyLine(flaky, style) {
    if (flaky.length === 0)
        return [];
    const some = flaky.slice(0, 3).map((id) => (0,printable/* printable */.g)(id));
    const more = flaky.length > some.length ? ` and ${flaky.length - some.length} more` : '';
    return indented(`Not chased, because their verdict changes by itself: ${some.join(', ')}${more}`, style, 0).map(style.dim);
}
function suspicions({ suspicions: all }, style) {
    if (all.length === 0)
        return [];
    const shown = all.slice(0, shownSuspicions);
    const column = Math.min(style.width - 20, Math.max(...shown.map(({ file, line }) => `${file}:${line}`.length)));
    const lines = shown.flatMap(({ file, line, score, reasons }) => {
        const head = `  ${(0,terminal_text/* pad */.eV)((0,printable/* printable */.g)(`${file}:${line}`), column)}  ${score.toFixed(2)}  `;
        const room = Math.max(20, style.width - head.length);
        const [first = '', ...more] = (0,terminal_text/* wrap */.LV)((0,printable/* printable */.g)(reasons.join(', ')), room);
        return [head + style.dim(first), ...more.map((text) => ' '.repeat(style.width - room) + style.dim(text))];
    });
    return ['', style.bold('Where it looks wrong'), ...lines];
}
function winner(attempt, { consensus }, style) {
    const findings = attempt.review.findings.flatMap(({ severity, message, file, line }) => indented(`review, ${severity}: ${message} (${file}:${line})`, style, 2));
    return [
        '',
        `${style.bold('The patch')}  ${(0,printable/* printable */.g)(attempt.strategy)}, ${(0,printable/* printable */.g)(place(attempt))}`,
        ...renderDiff(attempt.patch, style),
        '',
        style.bold('Why this one'),
        ...indented(`${testsText(attempt)} tests pass with it`, style, 2),
        ...indented(scoreText(attempt.score), style, 2),
        ...indented(consensusText(consensus), style, 2),
        ...findings,
    ];
}
/** Where none is proposed: the patches among which a person has to choose. */
function choices(report, style) {
    const all = choicesOf(report);
    if (all.length === 0)
        return [];
    return [
        '',
        style.bold(choiceTitle(all.length)),
        ...indented(`${consensusText(report.consensus)}. ${choiceAdvice(all.length, report.consensus)}`, style, 2),
        ...all.flatMap((attempt, at) => [
            '',
            `${style.bold(`Patch ${at + 1}`)}  ${(0,printable/* printable */.g)(attempt.strategy)}, ${(0,printable/* printable */.g)(place(attempt))}`,
            ...indented(`${testsText(attempt)} tests pass with it; ${scoreText(attempt.score)}`, style, 2).map(style.dim),
            ...renderDiff(attempt.patch, style),
        ]),
    ];
}
function others(report, style) {
    const { candidates, winner: chosen } = report;
    const shown = new Set(chosen === undefined ? choicesOf(report) : [chosen]);
    const rest = candidates.filter((attempt) => !shown.has(attempt));
    if (rest.length === 0)
        return [];
    const lines = rest.flatMap((attempt) => [
        `  ${(0,terminal_text/* pad */.eV)(points(attempt.score.total), 5, 'left')}  ${(0,printable/* printable */.g)(attempt.strategy)}, ${(0,printable/* printable */.g)(place(attempt))}`,
        ...indented(`${testsText(attempt)} tests; ${attemptRemark(attempt)}`, style, 9).map(style.dim),
    ]);
    return ['', style.bold(shown.size > 0 ? 'The others' : 'Attempts'), ...lines];
}
function lessons({ status, lessons: all }, style) {
    if (status !== 'unfixed' || all.length === 0)
        return [];
    const lines = all.slice(0, shownLessons).flatMap((lesson) => {
        const { what, advice } = lessonText(lesson);
        return [...indented(what, style, 2), ...indented(`${style.symbols.arrow} ${advice}`, style, 4)];
    });
    return ['', style.bold('Learned from it'), ...lines];
}
function hand(status, { applied, commands }, style) {
    const caution = status === 'review' ? 'Look at it first: Hone is not sure that this is what was meant.' : undefined;
    return [
        '',
        style.bold(applied ? 'Applied to the work tree' : 'To apply it'),
        ...(applied ? ['Nothing is committed.'] : commands).map((line) => `  ${(0,printable/* printable */.g)(line)}`),
        ...(caution === undefined ? [] : indented(caution, style, 2).map(style.yellow)),
    ];
}
function notesOf({ isolation, notes }, style) {
    const lines = isolation === 'process' ? indented(weakIsolation, style, 2).map(style.yellow) : [];
    lines.push(...notes.slice(0, shownNotes).flatMap((note) => indented(note, style, 2)));
    if (notes.length > shownNotes)
        lines.push(style.dim(`  and ${(0,layout/* counted */.hS)(notes.length - shownNotes, 'more note')}`));
    return lines.length > 0 ? ['', style.bold('Notes'), ...lines] : [];
}
function indented(text, style, by) {
    return (0,terminal_text/* wrap */.LV)((0,printable/* printable */.g)(text), style.width - by).map((line) => ' '.repeat(by) + line);
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/literals.js
const literals_words = {
    true: { kind: 'bool', value: true },
    false: { kind: 'bool', value: false },
    True: { kind: 'bool', value: true },
    False: { kind: 'bool', value: false },
    null: { kind: 'none' },
    None: { kind: 'none' },
    undefined: { kind: 'undefined' },
    NaN: { kind: 'number', text: 'NaN' },
    Infinity: { kind: 'number', text: 'Infinity' },
};
const escapes = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };
const literals_deepest = 20;
/**
 * The literal of Python or JavaScript at an offset: numbers, strings, booleans, nothing, and lists, tuples, sets,
 * dictionaries and objects of literals. Undefined where there is something else.
 */
function readLiteral(text, at, language) {
    return new Reader(text, language).read(at, 0);
}
class Reader {
    #text;
    #language;
    constructor(text, language) {
        this.#text = text;
        this.#language = language;
    }
    read(from, depth) {
        if (depth > literals_deepest)
            return undefined;
        const at = this.#space(from);
        const first = this.#text[at] ?? '';
        if (first === '"' || first === "'")
            return this.#string(at);
        if (first === '[')
            return this.#list(at, ']', depth, this.#language === 'python' ? 'list' : 'Array');
        if (first === '(' && this.#language === 'python')
            return this.#tuple(at, depth);
        if (first === '{')
            return this.#braces(at, depth);
        const number = /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.]*\w)/.exec(this.#text.slice(at, at + 400));
        if (number !== null)
            return { value: this.#number(number[0].replaceAll('_', '')), end: at + number[0].length };
        const word = /^-?[A-Za-z]+(?![\w([])/.exec(this.#text.slice(at, at + 20))?.[0] ?? '';
        if (word === '-Infinity')
            return { value: { kind: 'number', text: word }, end: at + word.length };
        return Object.hasOwn(literals_words, word) ? { value: literals_words[word] ?? { kind: 'none' }, end: at + word.length } : undefined;
    }
    #space(at) {
        let end = at;
        while (/\s/.test(this.#text[end] ?? ''))
            end += 1;
        return end;
    }
    #number(text) {
        const whole = /^[-+]?\d+$/.test(text);
        if (whole && this.#language === 'python')
            return { kind: 'int', text: text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1') };
        return { kind: 'number', text: Object.is(Number(text), -0) ? '-0' : String(Number(text)) };
    }
    #string(from) {
        const quote = this.#text[from];
        let value = '';
        for (let at = from + 1; at < this.#text.length; at += 1) {
            const letter = this.#text[at] ?? '';
            if (letter === quote)
                return { value: { kind: 'string', value }, end: at + 1 };
            if (letter === '\n')
                return undefined;
            if (letter !== '\\')
                value += letter;
            else {
                at += 1;
                const code = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4}))/.exec(this.#text.slice(at, at + 5));
                if (code === null)
                    value += escapes[this.#text[at] ?? ''] ?? this.#text[at] ?? '';
                else {
                    value += String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '0', 16));
                    at += code[0].length - 1;
                }
            }
        }
        return undefined;
    }
    #items(from, close, depth) {
        const items = [];
        let comma = false;
        for (let at = this.#space(from);;) {
            if (this.#text[at] === close)
                return { items, end: at + 1, comma };
            const item = this.read(at, depth + 1);
            if (item === undefined)
                return undefined;
            items.push(item.value);
            at = this.#space(item.end);
            if (this.#text[at] === close)
                return { items, end: at + 1, comma };
            if (this.#text[at] !== ',')
                return undefined;
            comma = true;
            at = this.#space(at + 1);
        }
    }
    #list(from, close, depth, name) {
        const read = this.#items(from + 1, close, depth);
        return read && { value: { kind: 'list', class: name, items: read.items }, end: read.end };
    }
    #tuple(from, depth) {
        const read = this.#items(from + 1, ')', depth);
        if (read === undefined)
            return undefined;
        const [only] = read.items;
        if (only !== undefined && read.items.length === 1 && !read.comma)
            return { value: only, end: read.end };
        return { value: { kind: 'list', class: 'tuple', items: read.items }, end: read.end };
    }
    #braces(from, depth) {
        const python = this.#language === 'python';
        const entries = [];
        for (let at = this.#space(from + 1);;) {
            if (this.#text[at] === '}') {
                return { value: { kind: 'map', class: python ? 'dict' : 'Object', entries }, end: at + 1 };
            }
            const key = python ? this.read(at, depth + 1) : this.#key(at, depth);
            if (key === undefined)
                return undefined;
            at = this.#space(key.end);
            if (python && entries.length === 0 && this.#text[at] !== ':')
                return this.#list(from, '}', depth, 'set');
            if (this.#text[at] !== ':')
                return undefined;
            const value = this.read(at + 1, depth + 1);
            if (value === undefined)
                return undefined;
            entries.push([key.value, value.value]);
            at = this.#space(value.end);
            if (this.#text[at] === ',')
                at = this.#space(at + 1);
            else if (this.#text[at] !== '}')
                return undefined;
        }
    }
    #key(at, depth) {
        const name = /^[A-Za-z_$][\w$]*/.exec(this.#text.slice(at, at + 100))?.[0];
        if (name !== undefined)
            return { value: { kind: 'string', value: name }, end: at + name.length };
        const read = this.read(at, depth + 1);
        if (read?.value.kind !== 'number')
            return read;
        return { value: { kind: 'string', value: read.value.text }, end: read.end };
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/examples.js


const arrow = '(?:===?|==>|=>|->|=|➞|→|➜|⇒|⟹|[Rr]eturns?:?|(?:should|must|will) (?:return|be|give|equal)|is|gives|evaluates to)';
const afterCall = new RegExp(String.raw `^[\s\`)]*;?\s*(?:(?://|#)\s*)?${arrow}[\s\`]*`);
const comment = /^\s*\)*\s*;?\s*(?:\/\/|#)\s*/;
/** Nothing may follow that could belong to the value. */
const ending = /^[\s`.;,)]*(?:$|\n|#|\/\/|\*\/|\(|(?:because|since|as|where)\b)/;
/**
 * Documented calls of a function, from its docstring, the comments right above and those inside. Only those count whose
 * arguments and value are literals.
 */
function examplesOf(target, module) {
    if (target.name.includes('.') || target.kind !== 'function')
        return [];
    const language = module.language === 'python' ? 'python' : 'ecmascript';
    const found = new Map();
    for (const text of documentation(target, module)) {
        for (const example of [...calls(text, target, language), ...sentences(text, target, language)]) {
            const key = JSON.stringify(example.call);
            if (!found.has(key))
                found.set(key, example);
        }
    }
    return [...found.values()].slice(0, 40);
}
function documentation({ doc, start, startLine, end }, { original }) {
    const texts = doc === undefined ? [] : [doc];
    const mark = /^\s*(?:#|\/\/|\/\*\*?|\*\/|\*)\s?/;
    const above = [];
    const lines = original.split('\n');
    for (let at = startLine - 2; at >= 0 && mark.test(lines[at] ?? ''); at -= 1)
        above.unshift(lines[at] ?? '');
    const inside = original
        .slice(start, end)
        .split('\n')
        .filter((line) => mark.test(line));
    for (const block of [above, inside]) {
        if (block.length > 0)
            texts.push(block.map((line) => line.replace(mark, '')).join('\n'));
    }
    return texts;
}
function* calls(text, target, language) {
    const name = target.name.replace(/[$]/g, '\\$&');
    for (const match of text.matchAll(new RegExp(String.raw `(?<![\w.$])${name}\s*\(`, 'g'))) {
        const read = readArguments(text, match.index + match[0].length, language);
        if (read === undefined)
            continue;
        const expected = expectedAfter(text, match.index, read.end, language);
        if (expected === undefined)
            continue;
        yield { call: { target: target.number, self: undefined, args: read.args, named: read.named }, expected };
    }
}
function readArguments(text, from, language) {
    const args = [];
    const named = [];
    for (let at = from;;) {
        at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
        if (text[at] === ')')
            return { args, named, end: at + 1 };
        const name = language === 'python' ? /^([A-Za-z_]\w*)\s*=(?!=)\s*/.exec(text.slice(at)) : null;
        const read = readLiteral(text, at + (name?.[0].length ?? 0), language);
        if (read === undefined)
            return undefined;
        if (name?.[1] === undefined)
            args.push(read.value);
        else
            named.push([name[1], read.value]);
        at = read.end + (/^\s*/.exec(text.slice(read.end))?.[0].length ?? 0);
        if (text[at] === ',')
            at += 1;
        else if (text[at] !== ')')
            return undefined;
    }
}
function expectedAfter(text, from, at, language) {
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, newline < 0 ? undefined : newline);
    const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
    const jump = afterCall.exec(line) ?? comment.exec(line);
    if (jump !== null)
        return examples_whole(text, at + jump[0].length, language);
    // `>>> f(1)` and the value in the next line.
    if (!/^\s*>>>\s*$/.test(before) || !/^[\s;]*$/.test(line) || newline < 0)
        return undefined;
    const next = text
        .slice(newline + 1)
        .split('\n', 1)[0]
        ?.trim() ?? '';
    if (next === '' || next.startsWith('>>>'))
        return undefined;
    return examples_whole(text, newline + 1, language);
}
function examples_whole(text, at, language) {
    const read = readLiteral(text, at, language);
    if (read === undefined)
        return undefined;
    const rest = text.slice(read.end).split('\n', 1)[0] ?? '';
    return ending.test(rest) ? read.value : undefined;
}
/** `For n = 3, the output should be 6.`: of functions of one argument. */
function* sentences(text, target, language) {
    if (target.parameters !== 1)
        return;
    const result = /\b(?:output|result|answer|value)?\s*(?:should (?:be|return)|must be|will be|returns?|=>|->|➞)\s*:?\s*/g;
    for (const match of text.matchAll(/\b[Ff]or\s+\w+\s*=\s*/g)) {
        const given = readLiteral(text, match.index + match[0].length, language);
        if (given === undefined)
            continue;
        const sentence = text.slice(given.end).split(/\n\s*\n|\bfor\s+\w+\s*=/i, 1)[0] ?? '';
        // The last one: what comes before may speak of a step on the way.
        const last = [...sentence.matchAll(result)].at(-1);
        if (last === undefined)
            continue;
        const expected = readLiteral(text, given.end + last.index + last[0].length, language);
        if (expected === undefined)
            continue;
        yield {
            call: { target: target.number, self: undefined, args: [given.value], named: [] },
            expected: expected.value,
        };
    }
}
/** Whether a call gave what was documented: numbers by value, lists whatever kind of list they are. */
function keeps({ expected }, outcome) {
    return outcome.end === 'returns' && same(expected, outcome.value);
}
function same(a, b) {
    const [x, y] = [numeric(a), numeric(b)];
    if (x !== undefined && y !== undefined) {
        return Object.is(x, y) || x === y || Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x));
    }
    if (isNothing(a) && isNothing(b))
        return true;
    if (a.kind !== b.kind)
        return false;
    if (a.kind === 'list' && b.kind === 'list') {
        if (/set/i.test(a.class) && /set/i.test(b.class)) {
            return canonicalText({ ...a, class: 'set' }) === canonicalText({ ...b, class: 'set' });
        }
        return a.items.length === b.items.length && a.items.every((one, at) => same(one, b.items[at] ?? { kind: 'none' }));
    }
    if (a.kind === 'map' && b.kind === 'map') {
        const others = new Map(b.entries.map(([key, value]) => [canonicalText(key), value]));
        return (a.entries.length === b.entries.length &&
            a.entries.every(([key, value]) => {
                const other = others.get(canonicalText(key));
                return other !== undefined && same(value, other);
            }));
    }
    return canonicalText(a) === canonicalText(b);
}
function isNothing({ kind }) {
    return kind === 'none' || kind === 'undefined';
}
function numeric(value) {
    return value.kind === 'int' || value.kind === 'number' ? Number(value.text) : undefined;
}

;// CONCATENATED MODULE: ./build/dist/fix/random.js
/** Numbers that look random and are the same for the same seed (mulberry32). */
class Random {
    #state;
    constructor(seed) {
        this.#state = seed >>> 0;
    }
    /** In [0, 1). */
    next() {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let mixed = this.#state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }
    /** A whole number from `low` to `high`, both included. */
    int(low, high) {
        return low + Math.floor(this.next() * (high - low + 1));
    }
    chance(share) {
        return this.next() < share;
    }
    pick(items) {
        return items[this.int(0, items.length - 1)];
    }
    shuffled(items) {
        const keyed = items.map((item) => ({ item, key: this.next() }));
        return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/mutate.js
/** Larger numbers make many functions slow, and tell little more. */
const largestNumber = 5000;
const longestList = 30;
const longestString = 80;
/** Makes values like those of a sketch: of the same kinds, numbers whole where all were. */
class Mutator {
    #random;
    #constants;
    constructor(random, constants) {
        this.#random = random;
        this.#constants = constants;
    }
    /** The value with something changed. */
    mutate(value, sketch) {
        switch (value.kind) {
            case 'int':
            case 'number':
                return this.#number(value, sketch.numbers);
            case 'string':
                return { kind: 'string', value: this.#string(value.value, sketch.strings) };
            case 'bool':
                return { kind: 'bool', value: !value.value };
            case 'list':
                return this.#list(value, sketch);
            case 'map':
                return this.#map(value, sketch);
            case 'object':
                return this.#object(value, sketch);
            default:
                return this.#random.pick(sketch.values) ?? value;
        }
    }
    /** A new value of the kinds that were seen. */
    fresh(sketch) {
        const model = this.#random.pick(sketch.values);
        if (model === undefined)
            return undefined;
        switch (model.kind) {
            case 'string':
                return { kind: 'string', value: this.#freshString(sketch.strings) };
            case 'bool':
                return { kind: 'bool', value: this.#random.chance(0.5) };
            case 'list':
                return this.#freshList(model, sketch);
            case 'map': {
                const entries = model.entries.map(([key, value]) => {
                    const inner = sketch.fields.get(JSON.stringify(key));
                    return [key, (inner === undefined ? undefined : this.fresh(inner)) ?? value];
                });
                return sketch.openKeys ? this.#map({ ...model, entries }, sketch) : { ...model, entries };
            }
            default:
                return this.mutate(model, sketch);
        }
    }
    #number(value, numbers) {
        const random = this.#random;
        const old = Number(value.text);
        if (!Number.isFinite(old) || Math.abs(old) > Number.MAX_SAFE_INTEGER)
            return value;
        let made = numbers.whole ? this.#whole(old, numbers) : this.#float(old, numbers);
        if (made < 0 && !numbers.negative && !random.chance(0.2))
            made = -made;
        if (numbers.negative && random.chance(0.15))
            made = -made;
        const limit = Math.max(largestNumber, numbers.largest);
        made = Math.max(-limit, Math.min(limit, made));
        return value.kind === 'int' ? { kind: 'int', text: String(Math.trunc(made) + 0) } : numberOf(made);
    }
    #whole(old, { seen, largest }) {
        const random = this.#random;
        const near = (number) => Math.trunc(number ?? 0) + random.int(-1, 1);
        const ways = [
            () => old + (random.chance(0.5) ? 1 : -1),
            () => old + random.int(-3, 3),
            () => near(random.pick(seen)),
            () => (this.#constants.numbers.length > 0 ? near(random.pick(this.#constants.numbers)) : old + 2),
            () => random.int(0, 12),
            () => random.int(0, 12),
            () => random.int(0, 150),
            () => random.int(0, Math.min(largestNumber, Math.ceil(largest * 1.5))),
            () => random.pick([0, 1, 2, 10, 100]) ?? 0,
            () => (random.chance(0.3) ? random.int(0, Math.min(largestNumber, largest * 10)) : old * 2),
        ];
        return (random.pick(ways) ?? (() => 0))();
    }
    #float(old, { seen, largest }) {
        const random = this.#random;
        const short = (number) => Number(number.toFixed(random.int(0, 2)));
        const ways = [
            () => short(old + random.next() - 0.5),
            () => (random.pick(seen) ?? 0) + (random.pick([0, 0.1, -0.1, 0.5, 1]) ?? 0),
            () => short(random.next() * largest * 1.5),
            () => random.int(0, Math.ceil(Math.min(largestNumber, largest))),
            () => random.pick(this.#constants.numbers) ?? 1,
            () => random.pick([0, 0.5, 1, 1.5, 2]) ?? 0,
        ];
        return Number((random.pick(ways) ?? (() => 0))().toPrecision(12));
    }
    #string(old, strings) {
        const random = this.#random;
        const numbers = [...old.matchAll(/\d{1,9}/g)];
        if (numbers.length > 0 && random.chance(1 / 3))
            return this.#renumbered(old, numbers);
        const letter = () => random.pick(strings.alphabet) ?? 'a';
        const letters = [...old];
        const at = random.int(0, Math.max(0, letters.length - 1));
        const ways = [
            () => '',
            letter,
            () => old + old,
            () => letters.toReversed().join(''),
            () => old + letters.toReversed().join(''),
            () => (old === old.toUpperCase() ? old.toLowerCase() : old.toUpperCase()),
            () => letters.map((one, place) => (place === at ? swapCase(one) : one)).join(''),
            () => letters.toSpliced(at, 1).join(''),
            () => letters.toSpliced(at, 1, letter()).join(''),
            () => letters.toSpliced(at, 0, letter()).join(''),
            () => letters.toSpliced(at, 0, letters[at] ?? letter()).join(''),
            () => old.slice(0, at),
            () => random.shuffled(letters).join(''),
            () => old + (random.pick(strings.seen) ?? ''),
            () => random.shuffled(old.split(' ')).join(' '),
            () => this.#freshString(strings),
            () => (random.chance(0.3) ? ` ${old}` : old + (random.pick(this.#constants.strings) ?? letter())),
            () => (random.chance(0.15) ? `${old}é` : letters.toSorted().join('')),
        ];
        return (random.pick(ways) ?? (() => old))().slice(0, Math.max(longestString, strings.longest));
    }
    /** Dates, times and codes mean nothing with a letter elsewhere: one of the numbers is changed, as wide as it was. */
    #renumbered(old, numbers) {
        const random = this.#random;
        const found = random.pick(numbers);
        if (found === undefined)
            return old;
        const { 0: digits, index } = found;
        const near = (number) => Math.max(0, Math.trunc(number) + random.int(-1, 1));
        const ways = [
            () => near(Number(digits)),
            () => near(random.pick(this.#constants.numbers) ?? 0),
            () => random.int(0, 10 ** digits.length - 1),
            () => random.int(0, 12),
        ];
        const made = String((random.pick(ways) ?? (() => 0))()).padStart(digits.length, '0');
        return old.slice(0, index) + made + old.slice(index + digits.length);
    }
    #freshString(strings) {
        const length = this.#random.int(0, Math.min(longestString, strings.longest + 3));
        return Array.from({ length }, () => this.#random.pick(strings.alphabet) ?? 'a').join('');
    }
    #list(list, sketch) {
        const random = this.#random;
        const { items } = list;
        const at = random.int(0, Math.max(0, items.length - 1));
        const old = items[at];
        const inner = sketch.places?.[at] ?? sketch.items;
        const changed = () => items.map((one, place) => (place === at && inner !== undefined ? this.mutate(one, inner) : one));
        if (sketch.places !== undefined)
            return { ...list, items: changed() };
        const another = () => {
            const made = sketch.items === undefined ? undefined : this.fresh(sketch.items);
            return made === undefined ? [] : [made];
        };
        const ways = [
            () => [],
            () => (old === undefined ? another() : [old]),
            () => items.toReversed(),
            () => sortedItems(items),
            () => sortedItems(items).toReversed(),
            () => random.shuffled(items),
            () => (old === undefined ? another() : items.toSpliced(random.int(0, items.length), 0, old)),
            () => items.toSpliced(at, 1),
            () => items.toSpliced(at, 0, ...another()),
            () => [...items, ...items],
            () => (old === undefined ? [] : items.map(() => old)),
            changed,
            changed,
            changed,
            () => (sketch.items === undefined ? items : items.map((one) => this.mutate(one, sketch.items ?? sketch))),
            () => this.#freshItems(sketch),
        ];
        const made = (random.pick(ways) ?? changed)();
        return withoutMore({ ...list, items: made.slice(0, Math.max(longestList, sketch.longest)) });
    }
    #freshList(model, sketch) {
        if (sketch.places !== undefined) {
            return {
                ...model,
                items: sketch.places.map((one, at) => this.fresh(one) ?? model.items[at] ?? { kind: 'none' }),
            };
        }
        return withoutMore({ ...model, items: this.#freshItems(sketch) });
    }
    #freshItems({ items, longest }) {
        if (items === undefined)
            return [];
        const length = this.#random.int(0, Math.min(longestList, longest + 2));
        return Array.from({ length }, () => this.fresh(items)).filter((one) => one !== undefined);
    }
    #map(map, sketch) {
        const random = this.#random;
        const at = random.int(0, Math.max(0, map.entries.length - 1));
        if (sketch.openKeys && random.chance(0.5)) {
            if (random.chance(0.5))
                return { ...map, entries: map.entries.toSpliced(at, 1) };
            const key = sketch.keys === undefined ? undefined : this.fresh(sketch.keys);
            const value = map.entries[at]?.[1] ?? this.fresh([...sketch.fields.values()][0] ?? sketch);
            if (key === undefined || value === undefined)
                return map;
            const others = map.entries.filter(([one]) => JSON.stringify(one) !== JSON.stringify(key));
            return { ...map, entries: [...others, [key, value]] };
        }
        const entries = map.entries.map(([key, value], place) => {
            const inner = sketch.fields.get(JSON.stringify(key));
            return [key, place === at && inner !== undefined ? this.mutate(value, inner) : value];
        });
        return { ...map, entries };
    }
    #object(value, sketch) {
        const at = this.#random.int(0, Math.max(0, value.entries.length - 1));
        const entries = value.entries.map(([key, one], place) => {
            const inner = sketch.fields.get(key);
            return [key, place === at && inner !== undefined ? this.mutate(one, inner) : one];
        });
        return { ...value, entries };
    }
}
function numberOf(number) {
    return { kind: 'number', text: String(number + 0) };
}
function swapCase(letter) {
    return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}
function withoutMore({ kind, class: name, items }) {
    return { kind, class: name, items };
}
function sortedItems(items) {
    return items.toSorted((a, b) => {
        if ((a.kind === 'int' || a.kind === 'number') && (b.kind === 'int' || b.kind === 'number')) {
            return Number(a.text) - Number(b.text);
        }
        const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
        return one < other ? -1 : one > other ? 1 : 0;
    });
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/sketch.js
function sketchOf(values, constants, depth = 0) {
    const lists = values.flatMap((one) => (one.kind === 'list' ? [one.items] : []));
    const maps = values.flatMap((one) => (one.kind === 'map' ? [one.entries] : []));
    const fields = new Map();
    const note = (key, value) => {
        fields.set(key, [...(fields.get(key) ?? []), value]);
    };
    for (const entries of maps)
        for (const [key, value] of entries)
            note(JSON.stringify(key), value);
    for (const one of values)
        if (one.kind === 'object')
            for (const [key, value] of one.entries)
                note(key, value);
    const deeper = (inner) => sketchOf(inner, constants, depth + 1);
    const fixed = depth < 6 ? sketch_placesOf(lists) : undefined;
    const keys = maps.flatMap((entries) => entries.map(([key]) => key));
    return {
        values,
        numbers: numbersOf(values),
        strings: stringsOf(values, constants),
        items: fixed === undefined && lists.length > 0 && depth < 6 ? deeper(lists.flat()) : undefined,
        places: fixed?.map(deeper),
        longest: Math.max(0, ...lists.map((one) => one.length)),
        fields: new Map(depth < 6 ? [...fields].map(([key, inner]) => [key, deeper(inner)]) : []),
        keys: keys.length > 0 && depth < 6 ? deeper(keys) : undefined,
        openKeys: new Set(maps.map((entries) => entries.map(([key]) => JSON.stringify(key)).join())).size > 1,
    };
}
/** Whether a value is of a type that was seen at this place, through and through. */
function fits(value, sketch) {
    const known = sketch?.values.some((one) => one.kind === value.kind && ('class' in one ? one.class : '') === ('class' in value ? value.class : ''));
    if (sketch === undefined || known !== true)
        return false;
    switch (value.kind) {
        case 'list':
            return value.items.every((one, at) => fits(one, sketch.places === undefined ? sketch.items : sketch.places[at]));
        case 'map':
            return value.entries.every(([key, one]) => fits(key, sketch.keys) && fits(one, sketch.fields.get(JSON.stringify(key))));
        case 'object':
            return value.entries.every(([key, one]) => fits(one, sketch.fields.get(key)));
        default:
            return true;
    }
}
/** Lists of one length whose places hold different kinds of things. */
function sketch_placesOf(lists) {
    const length = lists[0]?.length ?? 0;
    if (lists.length < 2 || length < 2 || length > 8 || lists.some((one) => one.length !== length))
        return undefined;
    const places = Array.from({ length }, (_, at) => lists.flatMap((one) => one[at] ?? []));
    const kinds = places.map((inner) => [...new Set(inner.map(({ kind }) => kind))].sort().join());
    return new Set(kinds).size > 1 ? places : undefined;
}
function numbersOf(values) {
    const seen = values.flatMap((one) => {
        const number = one.kind === 'int' || one.kind === 'number' ? Number(one.text) : Number.NaN;
        return Number.isFinite(number) ? [number] : [];
    });
    return {
        seen: [...new Set(seen)],
        whole: seen.every((one) => Number.isInteger(one)),
        negative: seen.some((one) => one < 0),
        largest: Math.max(1, ...seen.map((one) => Math.abs(one))),
    };
}
function stringsOf(values, constants) {
    const seen = values.flatMap((one) => (one.kind === 'string' ? [one.value] : []));
    const letters = new Set([...seen.join(''), ...(seen.length > 0 ? constants.strings.join('') : '')]);
    return { seen: [...new Set(seen)], alphabet: [...letters], longest: Math.max(1, ...seen.map((one) => one.length)) };
}
/** Numbers and short strings that stand in a text of any of the languages. */
function constantsOf(texts) {
    return unique(texts.flatMap(literalsIn));
}
/** At most so many numbers, and so many strings, of the surroundings of a function. */
const mostNearby = 12;
/** Those of a module outside of the function from `start` to `end`, the nearest first: tables and limits it goes by. */
function constantsAround(text, { start, end }) {
    const distance = ({ at }) => (at < start ? start - at : at - end);
    const outside = literalsIn(text).filter(({ at }) => at < start || at >= end);
    const { numbers, strings } = unique(outside.sort((a, b) => distance(a) - distance(b)));
    return { numbers: numbers.slice(0, mostNearby), strings: strings.slice(0, mostNearby) };
}
function literalsIn(text) {
    const found = [];
    for (const { index, 1: quoted } of text.matchAll(/(?:"([^"\\\n]{0,20})"|'[^'\\\n]{0,20}')/g)) {
        if (quoted !== undefined)
            found.push({ at: index, value: quoted });
    }
    for (const { index, 0: quoted } of text.matchAll(/'[^'\\\n]{0,20}'/g)) {
        found.push({ at: index, value: quoted.slice(1, -1) });
    }
    for (const { index, 0: digits } of text.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g)) {
        if (Number(digits) <= 1e6)
            found.push({ at: index, value: Number(digits) });
    }
    return found;
}
function unique(literals) {
    const numbers = new Set();
    const strings = new Set();
    for (const { value } of literals)
        typeof value === 'number' ? numbers.add(value) : strings.add(value);
    return { numbers: [...numbers], strings: [...strings] };
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/generate.js



/** Calls of one relation are so many. */
const perRelation = 12;
const mostObserved = 40;
/**
 * Calls of one target: those that were observed and documented, then new ones made of them, of the same types. The same
 * plan gives the same calls.
 */
function generateCalls(target, plan) {
    const calls = new Calls(plan.most);
    for (const { during, ...call } of plan.observed.slice(0, mostObserved)) {
        calls.add(call, { origin: 'observed', during });
    }
    for (const call of plan.examples)
        calls.add(call, { origin: 'example' });
    const seeds = calls.list.filter(({ args, self }) => ![...args, self].some((one) => one && isOpaque(one)));
    if (seeds.length === 0)
        return calls.list;
    const random = new Random(plan.seed ^ hash(`${target.file}:${target.name}`));
    const mutator = new Mutator(random, plan.constants);
    const shapes = shapesOf(seeds, plan.constants);
    addBoundaries(calls, seeds, shapes, plan);
    const method = target.receiver === 'instance' || seeds.some(({ args: [first] }) => first?.kind === 'object');
    for (let misses = 0; calls.size < plan.most * 0.8 && misses < 200;) {
        const base = random.pick(random.chance(0.8) ? seeds : calls.list);
        const made = base === undefined ? undefined : vary(base, shapes, mutator, random, method);
        if (made === undefined || !calls.add(made, { origin: 'generated' }))
            misses += 1;
    }
    relate(calls, shapes, random);
    return calls.list;
}
class Calls {
    list = [];
    #seen = new Set();
    #most;
    constructor(most) {
        this.#most = most;
    }
    get size() {
        return this.list.length;
    }
    /** False when it is there already. */
    add(call, from) {
        const { target, self, args, named, twice } = call;
        const key = JSON.stringify([target, self, args, named, twice]);
        if (this.#seen.has(key) || this.list.length >= this.#most)
            return false;
        this.#seen.add(key);
        const kept = { target, self, args, named, ...(twice === undefined ? {} : { twice }) };
        this.list.push({ during: undefined, relation: undefined, ...from, ...kept });
        return true;
    }
}
function shapesOf(calls, constants) {
    const most = Math.max(0, ...calls.map(({ args }) => args.length));
    const names = new Set(calls.flatMap(({ named }) => named.map(([name]) => name)));
    const selves = calls.flatMap(({ self }) => self ?? []);
    return {
        self: selves.length === 0 ? undefined : sketchOf(selves, constants),
        args: Array.from({ length: most }, (_, at) => sketchOf(calls.flatMap(({ args }) => args[at] ?? []), constants)),
        named: new Map([...names].map((name) => {
            const values = calls.flatMap(({ named }) => named.flatMap(([one, value]) => (one === name ? [value] : [])));
            return [name, sketchOf(values, constants)];
        })),
    };
}
/** Of all calls, at most so large a part is made of the surroundings' constants. */
const boundaryShare = 0.3;
/** One of the calls with an argument at, just below and just above each constant of the surroundings. */
function addBoundaries(calls, seeds, shapes, { nearby, most }) {
    const [base] = seeds;
    if (base === undefined)
        return;
    const limit = calls.size + Math.floor(most * boundaryShare);
    for (const [at, old] of base.args.entries()) {
        const shape = shapes.args[at];
        if (shape === undefined)
            continue;
        for (const value of valuesNear(old, shape, nearby)) {
            if (calls.size >= limit)
                return;
            const args = base.args.map((one, place) => (place === at ? value : one));
            calls.add({ ...base, args }, { origin: 'generated' });
        }
    }
}
/** Of the type that stands there: whole where all were, and negative only where some was. */
function valuesNear(old, { numbers }, nearby) {
    if (old.kind === 'string')
        return nearby.strings.map((value) => ({ kind: 'string', value }));
    if (old.kind !== 'int' && old.kind !== 'number')
        return [];
    return nearby.numbers
        .flatMap((one) => [one, one - 1, one + 1])
        .filter((one) => (one >= 0 || numbers.negative) && (Number.isInteger(one) || !(numbers.whole || old.kind === 'int')))
        .map((one) => (old.kind === 'int' ? { kind: 'int', text: String(one) } : numberOf(one)));
}
/** The call with one or more arguments changed. Fields of objects depend on each other, so they seldom are. */
function vary(base, shapes, mutator, random, method) {
    const { target, named } = base;
    const objects = method && random.chance(0.15);
    const self = objects && base.self !== undefined && shapes.self !== undefined
        ? mutator.mutate(base.self, shapes.self)
        : base.self;
    const args = [...base.args];
    const free = args.flatMap((one, at) => (one.kind === 'object' && !objects ? [] : [at]));
    const all = random.chance(0.3);
    const chosen = new Set(random.chance(0.65) ? [random.pick(free)] : free.filter(() => random.chance(0.7)));
    for (const at of free) {
        const [old, shape] = [args[at], shapes.args[at]];
        if (old === undefined || shape === undefined || !(all || chosen.has(at)))
            continue;
        args[at] = all ? (mutator.fresh(shape) ?? old) : mutator.mutate(old, shape);
        if (all && random.chance(0.3))
            args[at] = mutator.mutate(args[at] ?? old, shape);
    }
    if (free.length >= 2 && random.chance(0.08)) {
        const [one, other] = random.shuffled(free);
        const copied = one === undefined ? undefined : args[one];
        if (copied !== undefined && other !== undefined && fits(copied, shapes.args[other]))
            args[other] = copied;
    }
    const changed = named.map(([name, value]) => {
        const shape = shapes.named.get(name);
        return [name, shape === undefined || random.chance(0.5) ? value : mutator.mutate(value, shape)];
    });
    return { target, self, args, named: changed };
}
/** Calls whose outcome may have to be that of another: arguments swapped, lists in another order, applied twice. */
function relate(calls, { args: shapes }, random) {
    const made = [...calls.list.entries()].filter(([, { args, relation }]) => relation === undefined && args.length > 0);
    const bases = random.shuffled(made);
    const perKind = { swapped: 0, permuted: 0, twice: 0 };
    for (const [of, base] of bases) {
        const { args } = base;
        const [first, second] = args;
        const add = (kind, call) => {
            if (perKind[kind] >= perRelation || (JSON.stringify(call.args) === JSON.stringify(args)) === (kind !== 'twice'))
                return;
            if (calls.add(call, { origin: 'generated', relation: { kind, of } }))
                perKind[kind] += 1;
        };
        const bare = { target: base.target, self: base.self, named: base.named };
        if (args.length === 2 && first && second && fits(first, shapes[1]) && fits(second, shapes[0])) {
            add('swapped', { ...bare, args: [second, first] });
        }
        if (first?.kind === 'list' && first.items.length > 1) {
            const items = random.shuffled(first.items);
            add('permuted', { ...bare, args: [{ kind: 'list', class: first.class, items }, ...args.slice(1)] });
        }
        if (args.length === 1)
            add('twice', { ...bare, args, twice: true });
    }
}
function isOpaque(value) {
    switch (value.kind) {
        case 'opaque':
            return true;
        case 'list':
            return value.more !== undefined || value.items.some(isOpaque);
        case 'map':
            return value.more !== undefined || value.entries.some(([key, one]) => isOpaque(key) || isOpaque(one));
        case 'object':
            return value.entries.some(([, one]) => isOpaque(one));
        case 'string':
            return value.more !== undefined;
        default:
            return false;
    }
}
function hash(text) {
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1)
        sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
    return sum;
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/table.js
function works(outcome) {
    return outcome?.end === 'returns';
}
/**
 * Leaves the calls that say something: those that could be made, that some version answers, and that at least half of
 * the candidates answer. What most candidates refuse, nobody meant to be given.
 */
function telling(table) {
    const rows = [...table.candidates.values()];
    const kept = table.calls.flatMap((_, at) => {
        const outcomes = rows.map((row) => row[at]);
        const made = outcomes.filter((one) => one !== undefined && one.end !== 'unmade' && one.end !== 'unreached');
        const working = outcomes.filter(works).length;
        return made.length > 0 && working > 0 && working * 2 >= outcomes.length ? [at] : [];
    });
    return take(table, kept);
}
/** The calls at these places; relations to calls that are left out are dropped. */
function take({ calls, candidates, original }, places) {
    const moved = new Map(places.map((old, at) => [old, at]));
    const pick = (row) => places.flatMap((at) => row[at] ?? []);
    return {
        calls: pick(calls).map((call) => {
            const of = call.relation === undefined ? undefined : moved.get(call.relation.of);
            return {
                ...call,
                relation: call.relation === undefined || of === undefined ? undefined : { ...call.relation, of },
            };
        }),
        candidates: new Map([...candidates].map(([id, row]) => [id, pick(row)])),
        original: original === undefined ? undefined : pick(original),
    };
}
/** Ids of candidates whose outcomes are all equal; largest group first, ties by the first id's place. */
function clustersOf(candidates) {
    const groups = new Map();
    for (const [id, row] of candidates) {
        const key = JSON.stringify(row.map(({ text }) => text));
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [id]);
        else
            group.push(id);
    }
    // Groups stand in the order of their first ids, and sorting is stable.
    return [...groups.values()].sort((a, b) => b.length - a.length);
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/properties.js


const leastOthers = 2;
const leastCalls = 5;
/**
 * Number of properties that a candidate breaks though they are evident: the original keeps them where passing tests
 * call it, and most other candidates keep them on every call. In the manner of invariants (Ernst and others 2001) and
 * metamorphic relations (Chen and others 1998).
 */
function brokenProperties(table) {
    const targets = [...new Set(table.calls.map(({ target }) => target))];
    const broken = new Map([...table.candidates.keys()].map((id) => [id, 0]));
    for (const target of targets) {
        const most = Math.max(0, ...table.calls.filter((call) => call.target === target).map(({ args }) => args.length));
        for (const property of properties(most)) {
            if (!trueBefore(table, target, property))
                continue;
            const verdicts = new Map([...table.candidates].map(([id, row]) => [id, properties_holds(table, target, row, property)]));
            for (const [id, own] of verdicts) {
                if (own !== false)
                    continue;
                const others = [...verdicts].filter(([other, verdict]) => other !== id && verdict !== undefined);
                const keeping = others.filter(([, verdict]) => verdict === true).length;
                if (keeping >= leastOthers && keeping >= others.length * 0.7)
                    broken.set(id, (broken.get(id) ?? 0) + 1);
            }
        }
    }
    return broken;
}
/** The original was right where passing tests called it; true also where none did. */
function trueBefore({ calls, original }, target, property) {
    return calls.every((call, at) => {
        const outcome = original?.[at];
        if (call.target !== target || call.during !== 'passing' || outcome === undefined || !works(outcome))
            return true;
        return property(call, outcome, undefined) !== false;
    });
}
function properties_holds({ calls }, target, row, property) {
    let told = 0;
    for (const [at, call] of calls.entries()) {
        const outcome = row[at];
        if (call.target !== target || outcome === undefined)
            continue;
        const of = call.relation === undefined ? undefined : row[call.relation.of];
        const verdict = property(call, outcome, of);
        if (verdict === false)
            return false;
        if (verdict === true)
            told += 1;
    }
    return told >= leastCalls ? true : undefined;
}
function properties(mostArguments) {
    const relations = ['swapped', 'permuted', 'twice'].map((kind) => (call, outcome, of) => {
        if (call.relation?.kind !== kind || of === undefined)
            return undefined;
        return works(of) || works(outcome) ? outcome.text === of.text : undefined;
    });
    const places = Array.from({ length: Math.min(mostArguments, 4) }, (_, at) => at);
    return [...relations, ...alone.map(ofResult), ...places.flatMap((at) => compared.map((one) => ofArgument(at, one)))];
}
function ofResult(says) {
    return (_, outcome) => (outcome.end === 'returns' ? says(outcome.value) : undefined);
}
function ofArgument(at, says) {
    return (call, outcome) => {
        const argument = call.args[at];
        if (outcome.end !== 'returns' || argument === undefined || call.twice === true)
            return undefined;
        return says(outcome.value, argument);
    };
}
const alone = [
    (result) => numbers(result)?.every((one) => Number.isInteger(one)),
    (result) => numbers(result)?.every((one) => one >= 0),
    (result) => {
        const all = result.kind === 'list' && result.items.length > 1 ? numbers(result) : undefined;
        return all?.every((one, at) => at === 0 || one >= (all[at - 1] ?? one));
    },
    (result) => {
        if (result.kind !== 'list' || result.items.length < 2)
            return undefined;
        return new Set(result.items.map(canonicalText)).size === result.items.length;
    },
];
const compared = [
    (result, argument) => both(sizeOf(result), sizeOf(argument), (a, b) => a === b),
    (result, argument) => both(sizeOf(result), sizeOf(argument), (a, b) => a <= b),
    (result, argument) => {
        const [parts, whole] = [partsOf(result), partsOf(argument)];
        return both(parts, whole, (a, b) => a.every((one) => b.includes(one)));
    },
    (result, argument) => bounded(result, argument, (one, all) => one <= Math.max(...all)),
    (result, argument) => bounded(result, argument, (one, all) => one >= Math.min(...all)),
];
function both(a, b, says) {
    return a === undefined || b === undefined ? undefined : says(a, b);
}
function bounded(result, argument, says) {
    const all = numbers(argument);
    if ((result.kind !== 'int' && result.kind !== 'number') || all === undefined || all.length === 0)
        return undefined;
    return says(Number(result.text), all);
}
/** A number, or the numbers of a list that holds nothing else. */
function numbers(value) {
    if (value.kind === 'int' || value.kind === 'number')
        return [Number(value.text)];
    if (value.kind !== 'list' || value.items.length === 0)
        return undefined;
    const all = value.items.flatMap((one) => (one.kind === 'int' || one.kind === 'number' ? [Number(one.text)] : []));
    return all.length === value.items.length ? all : undefined;
}
function sizeOf(value) {
    if (value.kind === 'string')
        return value.more === undefined ? value.value.length : undefined;
    return value.kind === 'list' && value.more === undefined ? value.items.length : undefined;
}
function partsOf(value) {
    if (value.kind === 'string')
        return [...value.value];
    return value.kind === 'list' ? value.items.map(canonicalText) : undefined;
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/traits.js


function traitsOf(table) {
    const { calls, candidates, original } = table;
    const broken = brokenProperties(table);
    const generated = calls.flatMap(({ origin }, at) => (origin === 'generated' ? [at] : []));
    const rows = [...candidates.values()];
    const usual = generated.map((at) => mostCommon(rows.map((row) => row[at]?.text ?? '')));
    const answered = generated.map((at) => works(original?.[at]) || rows.some((row) => works(row[at])));
    const share = (count) => (generated.length === 0 ? 0 : count / generated.length);
    return new Map([...candidates].map(([id, row]) => {
        const known = observedTypes(table, row);
        const count = (says) => share(generated.filter((at, place) => says(row[at], place, at)).length);
        return [
            id,
            {
                throws: count((outcome, place) => !works(outcome) && answered[place] === true),
                odd: count((outcome, _, at) => {
                    const types = known.get(calls[at]?.target ?? -1);
                    return outcome?.end === 'returns' && types !== undefined && !types.has(typeOf(outcome.value));
                }),
                changed: original === undefined ? 0 : count((outcome, _, at) => outcome?.text !== original[at]?.text),
                distinct: count((outcome, place) => outcome?.text !== usual[place]),
                properties: broken.get(id) ?? 0,
            },
        ];
    }));
}
/** By target: what the candidate answers where tests called it, and was right. */
function observedTypes({ calls }, row) {
    const types = new Map();
    for (const [at, { origin, target }] of calls.entries()) {
        const outcome = row[at];
        if (origin !== 'observed' || outcome?.end !== 'returns')
            continue;
        const known = types.get(target) ?? new Set();
        types.set(target, known.add(typeOf(outcome.value)));
    }
    return types;
}
function typeOf(value) {
    if (value.kind === 'number')
        return value.text === 'NaN' ? 'NaN' : 'number';
    return 'class' in value ? `${value.kind} ${value.class}` : value.kind;
}
/** The first of those that are there most often. */
function mostCommon(texts) {
    const counts = new Map();
    for (const text of texts)
        counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

;// CONCATENATED MODULE: ./build/dist/fix/behaviour/index.js







const mostCalls = 200;
/** Candidates that are called once before all the others. */
const scouts = 4;
const callTimeoutMs = 200;
const behaviour_loadTimeoutMs = 3000;
/** Of the budget, at most, for the run that watches the tests. */
const observingShare = 0.45;
/**
 * Tells apart candidate repairs by what they do: calls the changed functions in the original and in every candidate on
 * inputs that tests were seen to use, that the documentation shows, and on new ones made of them. All of it inside the
 * sandbox; the runner's files are the originals again afterwards. The same seed gives the same inputs.
 */
async function compareBehaviour(runner, command, candidates, plan) {
    const deadline = performance.now() + plan.budgetMs;
    const modules = await readModules(candidates, plan);
    const targets = modules.flatMap((module) => module.targets);
    if (targets.length === 0)
        return behaviour_nothing('no function that can be called is changed');
    const observation = await observe(runner, command, modules, {
        ...plan,
        timeoutMs: plan.budgetMs * observingShare,
    });
    const examples = modules.flatMap((module) => module.targets.flatMap((target) => examplesOf(target, module)));
    const calls = callsOf(modules, candidates, observation, examples, plan);
    if (calls.length === 0)
        return behaviour_nothing(observation.missing ?? 'no input for the changed functions is known');
    const variants = candidates.map((candidate) => ({ id: candidate.id, edits: editsByFile(candidate.edits) }));
    const caller = new Comparison(runner, command, modules, observation, deadline, plan.signal);
    try {
        const scouted = await caller.scout(calls, variants);
        const table = await caller.table(scouted, variants);
        return told(table, examples, observation, candidates.length);
    }
    catch (error) {
        return behaviour_nothing((0,errors/* messageOf */.bD)(error));
    }
}
function behaviour_nothing(missing) {
    return { inputs: 0, clusters: [], examples: new Map(), traits: new Map(), missing };
}
async function readModules(candidates, { originals }) {
    const edits = candidates.flatMap((candidate) => candidate.edits);
    const modules = [];
    for (const file of [...new Set(edits.map((edit) => edit.file))].sort()) {
        const original = originals[file];
        if (original === undefined)
            continue;
        const count = modules.reduce((sum, module) => sum + module.targets.length, 0);
        const spans = edits.filter((edit) => edit.file === file);
        const module = await readModule(file, original, spans, count);
        if (module !== undefined)
            modules.push(module);
    }
    // One worker speaks one language; where repairs are of two, the one with more functions is looked at.
    const python = modules.filter(({ language }) => language === 'python');
    const others = modules.filter(({ language }) => language !== 'python');
    return python.length > others.length ? python : others;
}
function editsByFile(edits) {
    const byFile = {};
    for (const edit of edits) {
        const known = byFile[edit.file] ?? [];
        byFile[edit.file] = [...known, edit];
    }
    return byFile;
}
function callsOf(modules, candidates, observation, examples, { seed }) {
    const targets = modules.flatMap((module) => module.targets.map((target) => ({ module, target })));
    const most = Math.max(20, Math.floor(mostCalls / targets.length));
    const all = [];
    for (const { module, target } of targets) {
        const changed = candidates.flatMap(({ edits }) => edits.map(({ text }) => text));
        const calls = generateCalls(target, {
            observed: observation.calls.filter((call) => call.target === target.number),
            examples: examples.flatMap(({ call }) => (call.target === target.number ? [call] : [])),
            constants: constantsOf([module.original.slice(target.start, target.end), ...changed]),
            nearby: constantsAround(module.original, target),
            most,
            seed,
        });
        const before = all.length;
        for (const call of calls) {
            const { relation } = call;
            all.push(relation === undefined ? call : { ...call, relation: { ...relation, of: relation.of + before } });
        }
    }
    return all;
}
class Comparison {
    #call;
    constructor(runner, command, modules, observation, deadline, signal) {
        this.#call = async (variants, calls) => {
            const rows = new Map();
            const options = {
                observation,
                callTimeoutMs,
                loadTimeoutMs: behaviour_loadTimeoutMs,
                deadline,
                ...(signal === undefined ? {} : { signal }),
            };
            for await (const { id, outcomes } of callVariants(runner, command, modules, variants, calls, options)) {
                rows.set(id, outcomes);
            }
            return rows;
        };
    }
    /**
     * Leaves out calls that tell nothing for certain: those that end differently when the same is done again, and those
     * that most of a few candidates do not end, which would cost their time in every other candidate.
     */
    async scout(calls, variants) {
        const step = Math.max(1, Math.floor(variants.length / scouts));
        const chosen = variants.filter((_, at) => at % step === 0).slice(0, scouts);
        const again = chosen.at(-1)?.edits ?? {};
        const sent = [...chosen.map(({ edits }) => edits), again].map((edits, at) => ({ id: String(at), edits }));
        const rows = await this.#call(sent, calls);
        if (rows.size < sent.length)
            return { calls, known: new Map() };
        const slow = (row, at) => row[at]?.end === 'timeout' || row[at]?.end === 'died';
        const tried = [...rows.values()].slice(0, chosen.length);
        const repeated = rows.get(String(chosen.length));
        const places = calls.flatMap((_, at) => {
            const stable = tried.at(-1)?.[at]?.text === repeated?.[at]?.text;
            return stable && tried.filter((row) => slow(row, at)).length * 2 <= tried.length ? [at] : [];
        });
        // Functions may remember: outcomes are those of all others only when the calls are the same.
        if (places.length < calls.length) {
            return { calls: take({ calls, candidates: new Map(), original: undefined }, places).calls, known: new Map() };
        }
        return { calls, known: new Map(chosen.map(({ id }, at) => [id, tried[at] ?? []])) };
    }
    async table({ calls, known }, variants) {
        const left = variants.filter(({ id }) => !known.has(id));
        const sent = [{}, ...left.map(({ edits }) => edits)].map((edits, at) => ({ id: String(at), edits }));
        const rows = await this.#call(sent, calls);
        const numbers = new Map(left.map(({ id }, at) => [id, String(at + 1)]));
        const candidates = variants.flatMap(({ id }) => {
            const row = known.get(id) ?? rows.get(numbers.get(id) ?? '');
            return row === undefined ? [] : [[id, row]];
        });
        return { calls, candidates: new Map(candidates), original: rows.get('0') };
    }
}
function told(all, examples, observation, count) {
    const table = telling(all);
    const late = count - all.candidates.size;
    const reasons = [
        observation.missing,
        late > 0 ? `${late} of ${count} candidates were not compared in time` : undefined,
        table.calls.length === 0 ? 'no input could be told apart: the functions could not be called' : undefined,
    ].filter((one) => one !== undefined);
    return {
        inputs: table.calls.length,
        clusters: table.calls.length === 0 ? [] : clustersOf(table.candidates),
        examples: judged(all, examples),
        traits: table.calls.length === 0 ? new Map() : traitsOf(table),
        missing: reasons.length === 0 ? undefined : reasons.join('; '),
    };
}
function judged(table, examples) {
    const places = new Map(table.calls.map((call, at) => [behaviour_keyOf(call), at]));
    const counts = new Map([...table.candidates.keys()].map((id) => [id, { kept: 0, broken: 0 }]));
    for (const example of examples) {
        const at = places.get(behaviour_keyOf(example.call));
        if (at === undefined)
            continue;
        const verdicts = [...table.candidates].map(([id, row]) => {
            const outcome = row[at];
            return { id, kept: outcome !== undefined && keeps(example, outcome) };
        });
        if (!verdicts.some(({ kept }) => kept))
            continue;
        for (const { id, kept } of verdicts) {
            const known = counts.get(id);
            if (known !== undefined)
                known[kept ? 'kept' : 'broken'] += 1;
        }
    }
    return counts;
}
function behaviour_keyOf({ target, self, args, named }) {
    return JSON.stringify([target, self, args, named]);
}

;// CONCATENATED MODULE: ./build/dist/fix/events.js

/** One repair, whatever came of it. */
const repairFinished = (0,store_event/* eventKind */.P)('repair.finished');
/** One candidate that got a sandbox of its own. */
const repairAttempted = (0,store_event/* eventKind */.P)('repair.attempted');
/** Why something could not be repaired; the fields of `Lesson`, without the text of anybody's program. */
const repairLesson = (0,store_event/* eventKind */.P)('repair.lesson');
/** What a repair says about templates; one event a repair. */
const repairTemplates = (0,store_event/* eventKind */.P)('repair.templates');

;// CONCATENATED MODULE: ./build/dist/fix/learned/context.js
/** The context and all that are more general, from the empty one, which holds everywhere, to itself. */
function ancestorsOf(context) {
    const parts = context === '' ? [] : context.split('/');
    return Array.from({ length: parts.length + 1 }, (_, depth) => parts.slice(0, depth).join('/'));
}

;// CONCATENATED MODULE: ./build/dist/fix/learned/tally.js

/** Cells of an event with their full context; what is over it is summed by language and node. */
const keptCells = 200;
/** A share of the belief is kept as a whole number, so that sums do not depend on their order. */
const shareUnits = 10_000;
/** Counts how templates fare during one repair. */
class TemplateTally {
    #cells = new Map();
    add({ tried, plausible, share, ...placed }) {
        for (const cell of this.#of(placed)) {
            cell[2] += tried;
            cell[3] += plausible;
            cell[5] += Math.round(share * shareUnits);
        }
    }
    /** It was chosen, and the review gate accepted it. */
    chosen(candidate) {
        for (const cell of this.#of(candidate))
            cell[4]++;
    }
    /** For the event `repair.templates`. */
    cells() {
        const ranked = [...this.#cells.values()].sort((a, b) => b[4] - a[4] || b[3] - a[3] || b[5] - a[5] || b[2] - a[2] || compare(a, b));
        const rest = new TemplateTally();
        for (const [template, context, ...counts] of ranked.slice(keptCells)) {
            const cell = rest.#cell(template, ancestorsOf(context)[2] ?? context);
            cell[2] += counts[0];
            cell[3] += counts[1];
            cell[4] += counts[2];
            cell[5] += counts[3];
        }
        return [...ranked.slice(0, keptCells), ...rest.#cells.values()].map((cell) => [...cell]);
    }
    #of(candidate) {
        return tally_placesOf(candidate).map(({ template, context }) => this.#cell(template, context));
    }
    #cell(template, context) {
        const key = `${template} ${context}`;
        const cell = this.#cells.get(key) ?? [template, context, 0, 0, 0, 0];
        this.#cells.set(key, cell);
        return cell;
    }
}
/** The halves of a pair stand in two places and share one context: only their language is known. */
function tally_placesOf({ template, context }) {
    const halves = template.split('+');
    const known = halves.length === 1 ? context : (ancestorsOf(context)[1] ?? '');
    return [...new Set(halves)].map((half) => ({ template: half, context: known }));
}
function compare(a, b) {
    const [one, other] = [`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`];
    return one < other ? -1 : one > other ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/dialect.js
/** Tightness of what needs no parentheses anywhere. */
const atom = 20;

;// CONCATENATED MODULE: ./build/dist/fix/templates/kinds.js
const kinds = {
    // ECMAScript
    unary_expression: 'sign',
    update_expression: 'update',
    assignment_expression: 'assignment',
    augmented_assignment_expression: 'augmented',
    variable_declarator: 'declarator',
    call_expression: 'call',
    new_expression: 'new',
    member_expression: 'member',
    subscript_expression: 'index',
    property_identifier: 'property',
    shorthand_property_identifier: 'name',
    number: 'number',
    template_string: 'string',
    regex: 'regex',
    undefined: 'null',
    null: 'null',
    array: 'list',
    ternary_expression: 'ternary',
    await_expression: 'await',
    arrow_function: 'lambda',
    function_expression: 'lambda',
    generator_function: 'lambda',
    arguments: 'arguments',
    spread_element: 'spread',
    formal_parameters: 'parameters',
    function_declaration: 'function',
    generator_function_declaration: 'function',
    method_definition: 'function',
    class_declaration: 'class',
    for_in_statement: 'foreach',
    do_statement: 'while',
    throw_statement: 'throw',
    switch_statement: 'switch',
    switch_case: 'case',
    switch_default: 'case',
    lexical_declaration: 'declaration',
    variable_declaration: 'declaration',
    statement_block: 'block',
    program: 'program',
    // Python
    binary_operator: 'arithmetic',
    comparison_operator: 'comparison',
    boolean_operator: 'logical',
    not_operator: 'not',
    unary_operator: 'sign',
    assignment: 'assignment',
    augmented_assignment: 'augmented',
    call: 'call',
    attribute: 'member',
    subscript: 'index',
    slice: 'slice',
    integer: 'number',
    float: 'number',
    concatenated_string: 'string',
    none: 'null',
    list: 'list',
    tuple: 'list',
    set: 'list',
    dictionary: 'object',
    conditional_expression: 'ternary',
    await: 'await',
    lambda: 'lambda',
    list_comprehension: 'comprehension',
    set_comprehension: 'comprehension',
    dictionary_comprehension: 'comprehension',
    generator_expression: 'comprehension',
    for_in_clause: 'clause',
    if_clause: 'filter',
    argument_list: 'arguments',
    keyword_argument: 'keyword',
    list_splat: 'spread',
    dictionary_splat: 'spread',
    parameters: 'parameters',
    lambda_parameters: 'parameters',
    function_definition: 'function',
    class_definition: 'class',
    elif_clause: 'elif',
    raise_statement: 'throw',
    match_statement: 'switch',
    case_clause: 'case',
    block: 'block',
    module: 'program',
    pass_statement: 'statement',
    delete_statement: 'statement',
    // both
    identifier: 'name',
    true: 'boolean',
    false: 'boolean',
    string: 'string',
    object: 'object',
    pair: 'pair',
    parenthesized_expression: 'parenthesized',
    if_statement: 'if',
    else_clause: 'else',
    while_statement: 'while',
    return_statement: 'return',
    break_statement: 'break',
    continue_statement: 'continue',
    try_statement: 'try',
    expression_statement: 'statement',
    comment: 'comment',
};
const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=', '===', '!==', 'in', 'instanceof']);
const connectives = new Set(['&&', '||', '??']);
function child(node, field) {
    return node.children.find((one) => one.field === field);
}
/** Kind of a node whose children are in place. */
function kindOf(node) {
    if (!node.named)
        return 'other';
    if (node.type === 'binary_expression') {
        const operator = child(node, 'operator')?.type ?? '';
        if (comparisons.has(operator))
            return 'comparison';
        return connectives.has(operator) ? 'logical' : 'arithmetic';
    }
    if (node.type === 'unary_expression' && child(node, 'operator')?.type === '!')
        return 'not';
    // Python's `for` names what it binds `left`, ECMAScript's three-part `for` has an initializer.
    if (node.type === 'for_statement')
        return child(node, 'left') === undefined ? 'for' : 'foreach';
    // Python's assignment targets and names of attributes are plain identifiers; they are told apart by their field.
    if (node.type === 'identifier' && node.field === 'attribute')
        return 'property';
    return kinds[node.type] ?? 'other';
}
const statementKinds = new Set([
    'if',
    'for',
    'foreach',
    'while',
    'return',
    'break',
    'continue',
    'throw',
    'try',
    'switch',
    'statement',
    'declaration',
]);
const loopKinds = new Set(['for', 'foreach', 'while']);
const kinds_functionKinds = new Set(['function', 'lambda']);

;// CONCATENATED MODULE: ./build/dist/fix/templates/expressions.js


/** The operands of a binary node, comparison chain included. */
function operands(node) {
    return node.parts.filter(({ field }) => field !== 'operator' && field !== 'operators');
}
/** The operator tokens of a binary node: one, or more in a Python comparison chain. */
function operators(node) {
    return node.children.filter(({ field }) => field === 'operator' || field === 'operators');
}
/** Operator as written, white space folded (`not  in` is `not in`). */
function operatorText(node) {
    return operators(node)[0]?.text.replace(/\s+/g, ' ') ?? '';
}
function expressions_isOperation(node) {
    return node.kind === 'arithmetic' || node.kind === 'comparison' || node.kind === 'logical';
}
/** How tightly the outermost operator of a node binds. */
function tightnessOf(node, dialect) {
    if (expressions_isOperation(node))
        return dialect.tightness[operatorText(node)] ?? 1;
    switch (node.kind) {
        case 'ternary':
            return 1;
        case 'lambda':
        case 'assignment':
        case 'augmented':
            return 0;
        case 'not':
            return dialect.notTightness;
        case 'sign':
        case 'await':
            return dialect.unaryTightness;
        case 'update':
            return dialect.unaryTightness + 1;
        default:
            return atom;
    }
}
function expression(node, dialect) {
    return { text: node.text, tightness: tightnessOf(node, dialect) };
}
/** How tightly an expression must bind to stand, without parentheses, where `node` stands. */
function slotOf(node, dialect) {
    const { parent } = node;
    if (parent === undefined)
        return 0;
    if (expressions_isOperation(parent)) {
        const own = dialect.tightness[operatorText(parent)] ?? 1;
        const last = operands(parent).at(-1) === node;
        return last || parent.kind === 'comparison' ? own + 1 : own;
    }
    switch (parent.kind) {
        case 'not':
            return dialect.notTightness;
        case 'sign':
        case 'await':
            return dialect.unaryTightness;
        case 'ternary':
            return node.field === 'condition' || node.field === undefined ? 2 : 1;
        case 'member':
        case 'index':
            return node.field === 'object' || node.field === 'value' ? atom : 0;
        case 'call':
            return node.field === 'function' ? atom : 0;
        case 'clause':
        case 'filter':
            return 2;
        default:
            return 0;
    }
}
/** Text of an expression for the place of `node`, in parentheses where precedence asks for them. */
function placed(made, node, dialect) {
    return made.tightness < slotOf(node, dialect) ? `(${made.text})` : made.text;
}
function binary(left, operator, right, dialect) {
    const tightness = dialect.tightness[operator] ?? 1;
    const alone = dialect.family === 'python' && tightness === dialect.tightness['<'];
    const a = left.tightness < tightness + (alone ? 1 : 0) ? `(${left.text})` : left.text;
    const b = right.tightness <= tightness ? `(${right.text})` : right.text;
    // ECMAScript refuses `a ?? b || c` without parentheses.
    return { text: `${a} ${operator} ${b}`, tightness };
}
/** A postfix such as `.length` or `[0]` needs an operand that is an atom. */
function postfixable({ text, tightness }) {
    return tightness < atom || /^\d+$/.test(text) ? `(${text})` : text;
}
/** Fills the `$` of a wrap. */
function wrap(pattern, inner) {
    return pattern.replace('$', () => (pattern.startsWith('$') ? postfixable(inner) : inner.text));
}
/** `node` without the parentheses around it. */
function unparenthesized(node) {
    let inner = node;
    while (inner.kind === 'parenthesized' && inner.parts.length === 1)
        inner = inner.parts[0];
    return inner;
}
/** The condition of an `if`, `while`, three-part `for`, ternary, filter or `elif`, without parentheses. */
function conditionOf(node) {
    if (node.type === 'conditional_expression')
        return node.parts[1];
    const found = node.kind === 'filter' ? node.parts[0] : node.children.find(({ field, named }) => field === 'condition' && named);
    return found === undefined ? undefined : unparenthesized(found);
}
/** The node decides whether a loop goes on. */
function keepsLooping(node) {
    for (const outer of node.ancestors()) {
        if (outer.kind === 'while' || outer.kind === 'for')
            return conditionOf(outer)?.contains(node) === true;
        if (statementKinds.has(outer.kind) || kinds_functionKinds.has(outer.kind))
            return false;
    }
    return false;
}
/** Only whether the value counts as true matters. */
function isTested(node) {
    return [...node.ancestors()].some((outer) => conditionOf(outer)?.contains(node) === true);
}
/** The number of elements of something, which as an index is past its end. */
function isLength(node) {
    return (node.kind === 'member' && /\.length$/.test(node.text)) || /^len\([^()]*\)$/.test(node.text);
}
/** The two arms of a conditional expression. */
function armsOf(node) {
    const { parts } = node;
    const [a, b] = node.type === 'conditional_expression' ? [parts[0], parts[2]] : [parts[1], parts[2]];
    return a === undefined || b === undefined ? undefined : [a, b];
}
const literalKinds = new Set(['number', 'string', 'boolean', 'null']);

;// CONCATENATED MODULE: ./build/dist/fix/templates/hints.js
const limit = 12;
function hintsOf(root, testedWords) {
    const numbers = [];
    const strings = [];
    const prose = [];
    for (const node of root.walk()) {
        if (node.kind === 'comment')
            prose.push(node.text);
        else if (node.kind === 'number')
            numbers.push(node.text);
        else if (node.type === 'string') {
            const content = stringContent(node);
            if (node.parent?.kind === 'statement')
                prose.push(content ?? node.text);
            else if (content !== undefined && content.length <= 40)
                strings.push(content);
        }
    }
    const text = prose.join('\n');
    return {
        numbers: frequent(numbers),
        strings: frequent(strings),
        mentionedNumbers: frequent(text.match(/(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g) ?? []),
        mentionedStrings: frequent([...text.matchAll(/(["'`])([^"'`\n]{0,30})\1/g)].map((match) => match[2] ?? '')),
        testedWords,
    };
}
const mostWords = 2000;
/** Words of the texts that stand in quotes in a source. */
function wordsInQuotes(source) {
    const texts = [...source.matchAll(/(["'`])((?:(?!\1)[^\\\n]|\\.){4,200})\1/g)].map((match) => match[2] ?? '');
    return new Set(texts.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []).slice(0, mostWords));
}
function frequent(items) {
    const counts = new Map();
    for (const item of items)
        counts.set(item, (counts.get(item) ?? 0) + 1);
    return [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, limit)
        .map(([item]) => item);
}
/** What stands between the quotes of a plain string literal; undefined when it has a prefix or substitutions. */
function stringContent(node) {
    const { text } = node;
    const match = /^("""|'''|["'`])([\s\S]*)\1$/.exec(text);
    return match === null || text.includes('${') ? undefined : match[2];
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/library-types.js
const returns = Object.fromEntries([
    [
        'number',
        'len int float abs sum ord round pow floor ceil trunc sqrt parseInt parseFloat Number indexOf lastIndexOf find rfind index count charCodeAt random log findIndex push unshift getTime bisect bisect_left bisect_right cbrt sign localeCompare search',
    ],
    [
        'string',
        'str chr bin hex oct repr lower upper strip lstrip rstrip join replace replaceAll toLowerCase toUpperCase trim toString String charAt repeat padStart padEnd title capitalize swapcase format ljust rjust zfill substring substr fromCharCode toFixed hexdigest',
    ],
    [
        'list',
        'list sorted range split map filter enumerate zip reversed keys values items entries set tuple splitlines findall concat fill flat flatMap from push_all toSorted toReversed',
    ],
    [
        'boolean',
        'any all isinstance bool startswith endswith isdigit isalpha isupper islower isalnum isspace includes startsWith endsWith some every has isInteger isNaN isArray test hasOwnProperty Boolean is_integer issubset',
    ],
    ['object', 'dict Counter defaultdict OrderedDict Map'],
].flatMap(([type, names]) => names.split(' ').map((name) => [name, type])));
/** What a function or method of the standard library of that name returns. */
function typeReturned(name) {
    return Object.hasOwn(returns, name) ? (returns[name] ?? 'unknown') : 'unknown';
}
/** The type that an annotation names, as written in Python or TypeScript. */
function fromAnnotation(annotation) {
    if (annotation === undefined)
        return 'unknown';
    if (/^(int|float|number|bigint|complex|Decimal)$/.test(annotation))
        return 'number';
    if (/^(str|string|bytes)$/.test(annotation))
        return 'string';
    if (/^(bool|boolean)$/.test(annotation))
        return 'boolean';
    if (/^(list|tuple|set|frozenset|sequence|iterable|array|readonlyarray)\b/i.test(annotation) ||
        annotation.endsWith('[]'))
        return 'list';
    if (/^(dict|mapping|map|record|\{)/i.test(annotation))
        return 'object';
    return /^(callable|\()/i.test(annotation) ? 'function' : 'unknown';
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/elements.js

const texts = new Set(['split', 'rsplit', 'splitlines', 'match', 'readlines', 'partition', 'rpartition']);
/** Calls whose elements are those of what they are given, or of what they are called on. */
const keeping = new Set([
    ...['sorted', 'reversed', 'list', 'set', 'tuple', 'frozenset', 'from', 'iter'],
    ...['sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'filter', 'concat', 'copy', 'values'],
]);
const visiting = /^(?:map|filter|forEach|some|every|find|findIndex|findLast|findLastIndex|flatMap)$/;
const elements_deepest = 6;
/** Type of the elements of a collection, as far as the text tells. */
function typeOfElements(node, known, depth = 0) {
    if (depth > elements_deepest)
        return 'unknown';
    const inner = (one) => one === undefined ? 'unknown' : typeOfElements(one, known, depth + 1);
    if (node.kind !== 'name' && known.typeOf(node, depth + 1) === 'string')
        return 'string';
    switch (node.kind) {
        case 'parenthesized':
            return inner(node.parts[0]);
        case 'logical':
        case 'spread':
            return inner(node.parts[0]);
        case 'list':
            return typeOfAll(node, known, depth);
        case 'comprehension':
            return node.type === 'dictionary_comprehension' || node.parts[0] === undefined
                ? 'unknown'
                : known.typeOf(node.parts[0], depth + 1);
        case 'index':
            return node.get('subscript')?.kind === 'slice' ? inner(node.get('value')) : 'unknown';
        case 'call':
            return typeOfResults(node, known, depth);
        case 'name': {
            const types = new Set(known.bindingsOf(node).map((bound) => {
                const annotated = elementsAnnotated(bound.annotation);
                return annotated === 'unknown' && !known.isFilled(node) ? inner(bound.value) : annotated;
            }));
            const [only = 'unknown'] = types;
            if (types.size === 1 && only !== 'unknown')
                return only;
            return known.typeOf(node, depth + 1) === 'string' ? 'string' : 'unknown';
        }
        default:
            return 'unknown';
    }
}
const alikeKnown = new WeakMap();
/** Of a list literal, when all its members are alike. */
function typeOfAll(list, known, depth) {
    const remembered = alikeKnown.get(list);
    if (remembered !== undefined)
        return remembered;
    const types = new Set(list.parts.map((one) => one.kind === 'spread' ? typeOfElements(one, known, depth + 1) : known.typeOf(one, depth + 1)));
    const type = types.size === 1 ? [...types][0] : 'unknown';
    alikeKnown.set(list, type);
    return type;
}
function typeOfResults(call, known, depth) {
    const callee = call.get('function');
    const name = (callee?.kind === 'member' ? callee.get('property', 'attribute') : callee)?.text ?? '';
    const receiver = callee?.kind === 'member' ? callee.get('object') : undefined;
    const [first, second] = call.get('arguments')?.parts ?? [];
    if (texts.has(name) || (name === 'keys' && receiver?.text === 'Object'))
        return 'string';
    if (name === 'range')
        return 'number';
    // `map(int, words)`, `words.map(Number)`
    if (name === 'map' && first?.kind === 'name')
        return typeReturned(first.text);
    if (name === 'from' && second !== undefined)
        return second.kind === 'name' ? typeReturned(second.text) : 'unknown';
    const source = name === 'filter' && receiver === undefined ? second : (first ?? receiver);
    const of = receiver === undefined || name === 'from' ? source : receiver;
    return keeping.has(name) && of !== undefined ? typeOfElements(of, known, depth + 1) : 'unknown';
}
/** The collection whose element a name is bound to: by a loop, by taking it apart, by a function called for each. */
function collectionOf({ node, origin }) {
    const { parent } = node;
    if (parent === undefined)
        return undefined;
    if (origin === 'loop') {
        const loop = [...node.ancestors()].find(({ kind }) => kind === 'foreach' || kind === 'clause');
        const source = loop?.get('right');
        // The keys of an object, in ECMAScript's `for (k in o)`, are no elements.
        if (loop?.type === 'for_in_statement' && loop.get('operator')?.type === 'in')
            return undefined;
        if (loop?.get('left') === node)
            return source;
        const counted = source?.kind === 'call' && /^enumerate\(/.test(source.text) ? source : undefined;
        return counted !== undefined && loop?.get('left')?.parts[1] === node
            ? counted.get('arguments')?.parts[0]
            : undefined;
    }
    if (origin === 'local' && /^(?:pattern_list|tuple_pattern|list_pattern|array_pattern)$/.test(parent.type))
        return parent.parent?.get('right', 'value');
    const lambda = parent.kind === 'parameters' ? parent.parent : parent;
    const call = lambda?.parent?.kind === 'arguments' ? lambda.parent.parent : undefined;
    const callee = call?.get('function');
    if (origin !== 'parameter' || lambda?.kind !== 'lambda' || callee?.kind !== 'member')
        return undefined;
    const firstParameter = parent.kind !== 'parameters' || parent.parts[0] === node;
    return firstParameter && visiting.test(callee.get('property')?.text ?? '') ? callee.get('object') : undefined;
}
/** `List[str]`, `list[int]`, `string[]`, `Array<number>`. */
function elementsAnnotated(annotation) {
    const inner = /^(?:list|set|frozenset|sequence|iterable|iterator|collection|readonlyarray|array|readonlyset)[[<](.+)[\]>]$/i.exec(annotation ?? '')?.[1] ??
        /^(?:tuple|Tuple)\[(.+), *\.\.\.\]$/.exec(annotation ?? '')?.[1] ??
        /^(?:readonly )?(.+)\[\]$/.exec(annotation ?? '')?.[1];
    return inner?.includes('|') ? 'unknown' : fromAnnotation(inner);
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/values.js
/** Kinds that are values wherever they stand (names and properties need a look at their place, see `isValue`). */
const valueKinds = new Set([
    'arithmetic',
    'comparison',
    'logical',
    'not',
    'sign',
    'call',
    'new',
    'member',
    'index',
    'name',
    'number',
    'string',
    'boolean',
    'null',
    'list',
    'object',
    'ternary',
    'await',
    'comprehension',
    'parenthesized',
]);
/** The node is an expression that is read: no assignment target, declared name, parameter, callee's name or keyword. */
function isValue(node) {
    if (!node.named || !valueKinds.has(node.kind))
        return false;
    const { parent } = node;
    if (parent === undefined)
        return false;
    switch (parent.kind) {
        case 'assignment':
            return node.field === 'right';
        case 'augmented':
            return node.field === 'right';
        case 'declarator':
            return node.field === 'value';
        case 'update':
        case 'parameters':
        case 'block':
        case 'program':
            return false;
        case 'foreach':
        case 'clause':
            return node.field === 'right';
        case 'function':
        case 'class':
            return false;
        case 'lambda':
            return node.field === 'body';
        case 'index':
            // Which element is assigned to is read as well.
            return node.field === 'index' || node.field === 'subscript' || isRead(parent);
        case 'keyword':
            return node.field === 'value';
        case 'pair':
            return node.field === 'value';
        case 'statement':
            return false;
        case 'list':
        case 'object':
        case 'spread':
            return isRead(parent);
        case 'parenthesized':
            return parent.parent !== undefined;
        default:
            return !values_unread.has(parent.type) && isRead(parent);
    }
}
/** Nodes whose names are bindings, types or imports. */
const values_unread = new Set([
    'dotted_name',
    'import_statement',
    'import_from_statement',
    'aliased_import',
    'import_specifier',
    'import_clause',
    'namespace_import',
    'export_specifier',
    'typed_parameter',
    'default_parameter',
    'typed_default_parameter',
    'type',
    'list_splat_pattern',
    'dictionary_splat_pattern',
    'pattern_list',
    'tuple_pattern',
    'array_pattern',
    'object_pattern',
    'rest_pattern',
    'assignment_pattern',
    'catch_clause',
    'as_pattern',
    'as_pattern_target',
    'global_statement',
    'nonlocal_statement',
    'decorator',
    'type_annotation',
    'type_arguments',
    'delete_statement',
    'labeled_statement',
    'required_parameter',
    'optional_parameter',
    'except_clause',
    'named_expression',
    'enum_assignment',
    'class_heritage',
]);
/** What a value is assigned to as it stands; undefined elsewhere. */
function targetOf({ parent, field }) {
    if (parent?.kind !== 'assignment' && parent?.kind !== 'declarator')
        return undefined;
    return field === 'right' || field === 'value' ? parent.get('left', 'name') : undefined;
}
/** Lists and tuples may also be assignment targets. */
function isRead(node) {
    return !(node.field === 'left' &&
        node.parent !== undefined &&
        node.parent.kind !== 'arithmetic' &&
        node.parent.kind !== 'comparison' &&
        node.parent.kind !== 'logical');
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/infer.js



const stringMethods = new Set('lower upper split strip lstrip rstrip startswith endswith isdigit isalpha isupper islower replace join find toLowerCase toUpperCase charCodeAt charAt trim startsWith endsWith substring substr padStart padEnd swapcase splitlines encode isalnum format'.split(' '));
const listMethods = new Set('append extend insert sort pop push unshift shift map filter reduce forEach some every sort reverse splice flat'.split(' '));
const objectMethods = new Set('items values keys get setdefault has set'.split(' '));
const sequenceMethods = new Set('index count slice indexOf lastIndexOf includes concat'.split(' '));
/** Methods whose result is of the type of what they are called on. */
const keepsType = /^(?:slice|concat|copy|reverse)$/;
/** Methods that hand out one of the elements. */
const takesOne = /^(?:pop|popleft|shift|at)$/;
const fills = /^(?:push|unshift|append|appendleft|insert|extend|add|splice|fill)$/;
function byName(items, nameOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(nameOf(item));
        if (group === undefined)
            groups.set(nameOf(item), [item]);
        else
            group.push(item);
    }
    return groups;
}
/** Infers coarse types from literals, annotations, library calls, and from how names are used. */
class Inference {
    #bindings;
    #names;
    #known = new Map();
    constructor(root, bindings) {
        this.#bindings = byName(bindings, (binding) => binding.name);
        const names = [...root.walk()].filter((node) => node.kind === 'name');
        this.#names = byName(names, (node) => node.text);
    }
    /** The type of a value, else of the variable that it is given to. */
    expectedOf(node) {
        const own = this.typeOf(node);
        const target = own === 'unknown' ? targetOf(node) : undefined;
        return target === undefined ? own : this.typeOf(target);
    }
    typeOf(node, depth = 0) {
        if (depth > 6)
            return 'unknown';
        switch (node.kind) {
            case 'number':
            case 'sign':
            case 'update':
                return node.get('operator')?.type === 'typeof' ? 'string' : 'number';
            case 'string':
                return 'string';
            case 'boolean':
            case 'not':
            case 'comparison':
                return 'boolean';
            case 'list':
            case 'comprehension':
                return node.type === 'dictionary_comprehension' ? 'object' : 'list';
            case 'object':
                return 'object';
            case 'lambda':
                return 'function';
            case 'parenthesized':
                return node.parts[0] === undefined ? 'unknown' : this.typeOf(node.parts[0], depth + 1);
            case 'arithmetic':
                return this.#arithmetic(node, depth);
            case 'logical': {
                const [left, right] = node.parts;
                const a = left === undefined ? 'unknown' : this.typeOf(left, depth + 1);
                return right !== undefined && this.typeOf(right, depth + 1) === a ? a : 'unknown';
            }
            case 'ternary': {
                const arm = node.get('consequence') ?? node.parts[0];
                return arm === undefined ? 'unknown' : this.typeOf(arm, depth + 1);
            }
            case 'call':
                return this.#returned(node, depth);
            case 'member':
                return /\.(length|size)$/.test(node.text) ? 'number' : 'unknown';
            case 'index':
                return this.#index(node, depth);
            case 'name':
                return this.#name(node, depth);
            default:
                return 'unknown';
        }
    }
    #arithmetic(node, depth) {
        const operator = node.get('operator')?.type;
        const [left, right] = node.parts;
        if (left === undefined || right === undefined)
            return 'unknown';
        const a = this.typeOf(left, depth + 1);
        if (operator === '+') {
            const b = this.typeOf(right, depth + 1);
            return a !== 'unknown' ? a : b;
        }
        return operator === '*' && a !== 'unknown' ? a : a === 'string' && operator === '%' ? 'string' : 'number';
    }
    #returned(call, depth) {
        const name = calleeName(call);
        const callee = call.get('function');
        const given = call.get('arguments')?.parts.filter(({ kind }) => kind !== 'keyword') ?? [];
        const [first, second] = given;
        // The element for which a function says yes, not the position of a text.
        const searched = (name === 'find' || name === 'findLast') && first?.kind === 'lambda';
        if (callee?.kind === 'member' && (searched || takesOne.test(name))) {
            const owner = callee.get('object');
            return owner === undefined ? 'unknown' : typeOfElements(owner, this, depth + 1);
        }
        if (searched)
            return 'unknown';
        const own = callee?.kind === 'member' && keepsType.test(name) ? callee.get('object') : undefined;
        if (own !== undefined)
            return this.typeOf(own, depth + 1);
        if (first !== undefined && callee?.kind === 'name' && (name === 'max' || name === 'min'))
            return second === undefined ? typeOfElements(first, this, depth + 1) : this.typeOf(first, depth + 1);
        return typeReturned(name);
    }
    #index(node, depth) {
        const owner = node.get('object', 'value');
        if (owner === undefined)
            return 'unknown';
        const type = this.typeOf(owner, depth + 1);
        if (type === 'string')
            return 'string';
        return node.get('subscript')?.kind === 'slice' ? type : typeOfElements(owner, this, depth + 1);
    }
    #name(node, depth) {
        const [seen] = this.bindingsOf(node);
        return seen === undefined ? 'unknown' : this.typeOfBinding(seen, depth + 1);
    }
    bindingsOf(name) {
        return (this.#bindings.get(name.text) ?? []).filter((binding) => binding.region.contains(name));
    }
    isFilled(name) {
        return (this.#names.get(name.text) ?? []).some(({ parent, field }) => {
            if (parent?.kind === 'index')
                return parent.field === 'left' && field !== 'index' && field !== 'subscript';
            return parent?.kind === 'member' && fills.test(parent.get('property', 'attribute')?.text ?? '');
        });
    }
    typeOfBinding(binding, depth = 0) {
        const known = this.#known.get(binding);
        if (known !== undefined)
            return known;
        this.#known.set(binding, 'unknown');
        const type = this.#resolve(binding, depth);
        this.#known.set(binding, type);
        return type;
    }
    #resolve(binding, depth) {
        if (binding.origin === 'function' || binding.origin === 'class')
            return 'function';
        const annotated = fromAnnotation(binding.annotation);
        if (annotated !== 'unknown')
            return annotated;
        if (binding.value !== undefined) {
            const type = this.typeOf(binding.value, depth + 1);
            if (type !== 'unknown')
                return type;
        }
        const source = collectionOf(binding);
        if (source !== undefined) {
            const type = typeOfElements(source, this, depth + 1);
            if (type !== 'unknown')
                return type;
        }
        if (binding.origin === 'loop') {
            const type = looped(binding);
            if (type !== 'unknown')
                return type;
        }
        return this.#used(binding);
    }
    /** Votes of the places where the name is used. */
    #used(binding) {
        for (const node of this.#names.get(binding.name) ?? []) {
            if (!binding.region.contains(node))
                continue;
            const type = typeByUse(node);
            if (type !== 'unknown')
                return type;
        }
        return 'unknown';
    }
}
/** Counters, and the keys of objects. */
function looped({ node }) {
    const loop = [...node.ancestors()].find(({ kind }) => kind === 'foreach' || kind === 'clause');
    if (loop?.get('operator')?.type === 'in')
        return 'string';
    const source = loop?.get('right');
    const counted = source?.kind === 'call' && calleeName(source) === 'enumerate';
    return counted && loop?.get('left')?.parts[0] === node ? 'number' : 'unknown';
}
function typeByUse(node) {
    const { parent } = node;
    if (parent === undefined)
        return 'unknown';
    if (parent.kind === 'update')
        return 'number';
    if (parent.kind === 'index' && parent.parts[0] !== node)
        return parent.get('subscript', 'index') === node ? 'number' : 'unknown';
    if (parent.kind === 'index')
        return 'sequence';
    if (parent.kind === 'member' && parent.parts[0] === node) {
        const name = parent.get('property', 'attribute')?.text ?? '';
        if (name === 'length')
            return 'sequence';
        // A method that is not known may belong to anything; a value with fields of its own is no number and no text.
        return parent.parent?.get('function') === parent ? typeByMethod(name) : 'object';
    }
    if (parent.kind === 'arguments') {
        const called = parent.parent === undefined ? '' : calleeName(parent.parent);
        if (called === 'len')
            return 'sequence';
        if (['range', 'abs', 'sqrt', 'floor', 'chr', 'ceil'].includes(called))
            return 'number';
        if (['sum', 'sorted', 'reversed', 'enumerate'].includes(called))
            return 'list';
        if (called === 'ord')
            return 'string';
    }
    if (parent.kind === 'arithmetic' || parent.kind === 'comparison') {
        const operator = parent.get('operator', 'operators')?.text ?? '';
        const other = parent.parts.find((part) => part !== node && part.field !== 'operator' && part.field !== 'operators');
        if (['-', '*', '/', '//', '%', '**'].includes(operator) && parent.parts[0] === node)
            return 'number';
        if (other?.kind === 'number' || other?.kind === 'sign')
            return 'number';
        if (other?.kind === 'string' && operator !== 'in' && operator !== 'not in')
            return 'string';
    }
    if (parent.kind === 'augmented' && parent.get('right')?.kind === 'number')
        return 'number';
    return 'unknown';
}
function typeByMethod(name) {
    if (stringMethods.has(name))
        return 'string';
    if (listMethods.has(name))
        return 'list';
    if (objectMethods.has(name))
        return 'object';
    return sequenceMethods.has(name) ? 'sequence' : 'unknown';
}
/** Last name of what is called: `c` of `a.b.c()`. */
function calleeName(call) {
    const callee = call.get('function', 'constructor');
    return (callee?.kind === 'member' ? callee.get('property', 'attribute') : callee)?.text ?? '';
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/imports.js
const importsKnown = new WeakMap();
/** Imported names that are no functions, classes or modules by their looks, and those that nothing in the file uses. */
function importedValues(model) {
    const known = importsKnown.get(model);
    if (known !== undefined)
        return known;
    const found = model.bindings.filter((one) => one.origin === 'import' && (constantName.test(one.name) || isForgotten(model, one)));
    importsKnown.set(model, found);
    return found;
}
/** One letter alone is a type parameter. */
const constantName = /^[A-Z][A-Z\d_]+$/;
const forgottenKnown = new WeakMap();
/** A file with more of them lends them to others. */
const mostForgotten = 3;
/** An import that the file does not mention again, in no string and no comment: whatever used it is gone. */
function isForgotten(model, binding) {
    let known = forgottenKnown.get(model);
    if (known === undefined) {
        known = new Set(forgottenOf(model));
        forgottenKnown.set(model, known);
    }
    return known.has(binding);
}
function forgottenOf({ path, text, bindings, dialect }) {
    const imports = bindings.filter(({ origin }) => origin === 'import');
    if (imports.length === 0 || path.endsWith('__init__.py'))
        return [];
    const mentions = new Map();
    for (const [word] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu))
        mentions.set(word, (mentions.get(word) ?? 0) + 1);
    const found = imports.filter(({ name, node }) => {
        const around = [...node.ancestors()];
        // A whole module is no value, what only types need is imported under a condition, and JSX uses React unseen.
        const isModule = dialect.family === 'python' && around.some(({ type }) => type === 'import_statement');
        return mentions.get(name) === 1 && !isModule && name !== 'React' && !around.some(({ kind }) => kind === 'if');
    });
    return found.length > mostForgotten ? [] : found;
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/bindings.js

const importTypes = new Set(['import_statement', 'import_from_statement', 'import_clause']);
const shorthandPattern = 'shorthand_property_identifier_pattern';
/** Every binding of a file, in the order of the text. */
function bindingsOf(root) {
    const found = [];
    const bind = (target, origin, region, value, annotation) => {
        for (const node of target.walk()) {
            if (node.kind === 'member' || node.kind === 'index')
                return;
            if (node.type !== 'identifier' && node.type !== shorthandPattern)
                continue;
            if (node.field === 'type' || node.parent?.type === 'type' || isDefault(node))
                continue;
            const whole = node === target ? value : undefined;
            found.push({ name: node.text, origin, node, region, value: whole, annotation });
        }
    };
    for (const node of root.walk()) {
        const { parent } = node;
        const annotation = node.get('type')?.text.replace(/^:\s*/, '');
        if (node.kind === 'assignment' && node.type === 'assignment') {
            const left = node.get('left');
            if (left !== undefined)
                bind(left, 'local', functionAround(node), node.get('right'), annotation);
        }
        else if (node.kind === 'declarator') {
            const name = node.get('name');
            const region = parent?.get('kind')?.type === 'var' || parent?.type === 'variable_declaration'
                ? functionAround(node)
                : blockAround(node);
            if (name !== undefined)
                bind(name, 'local', region, node.get('value'), annotation);
        }
        else if (node.kind === 'foreach' || node.kind === 'clause') {
            const left = node.get('left');
            const pythonLoop = node.type === 'for_statement';
            const region = node.kind === 'clause' ? (parent ?? node) : pythonLoop ? functionAround(node) : node;
            if (left !== undefined)
                bind(left, 'loop', region, undefined);
        }
        else if (node.kind === 'parameters' && parent !== undefined) {
            for (const part of node.parts)
                bindParameter(part, parent, bind);
        }
        else if (node.kind === 'lambda' && node.get('parameter') !== undefined) {
            bind(node.get('parameter'), 'parameter', node);
        }
        else if (node.kind === 'function' || node.kind === 'class') {
            const name = node.get('name');
            const method = parent?.kind === 'block' && parent.parent?.kind === 'class';
            if (name?.type === 'identifier' && !method) {
                bind(name, node.kind === 'class' ? 'class' : 'function', blockAround(node));
            }
        }
        else if (importTypes.has(node.type)) {
            for (const part of node.parts)
                if (part.field !== 'module_name' && part.kind !== 'string')
                    bindImport(part, root, found);
        }
        else if (node.type === 'as_pattern_target' ||
            (node.type === 'identifier' && node.field === 'parameter' && parent?.type === 'catch_clause')) {
            bind(node, 'local', functionAround(node));
        }
        else if (node.type === 'named_expression') {
            const name = node.get('name');
            if (name !== undefined)
                bind(name, 'local', functionAround(node), node.get('value'));
        }
    }
    return found;
}
function bindParameter(part, owner, bind) {
    const annotation = part.get('type')?.text.replace(/^:\s*/, '');
    const target = part.get('name', 'pattern', 'left') ?? (part.type === 'typed_parameter' ? part.parts[0] : part);
    if (target !== undefined)
        bind(target, 'parameter', owner, part.get('value', 'right'), annotation);
}
function bindImport(part, root, found) {
    const names = [...part.walk()].filter((node) => node.type === 'identifier');
    const bound = part.get('alias') ?? names[part.type === 'dotted_name' ? 0 : names.length - 1];
    if (part.type === 'named_imports' || part.type === 'import_clause') {
        for (const inner of part.parts)
            bindImport(inner, root, found);
    }
    else if (bound !== undefined) {
        found.push({
            name: bound.text,
            origin: 'import',
            node: bound,
            region: root,
            value: undefined,
            annotation: undefined,
        });
    }
}
/** The default value inside a pattern is read, not bound. */
function isDefault(node) {
    for (let inner = node; inner.parent !== undefined; inner = inner.parent) {
        if (inner.parent.type === 'assignment_pattern' || inner.parent.type.endsWith('default_parameter')) {
            return inner.field === 'right' || inner.field === 'value';
        }
        if (!inner.parent.type.endsWith('pattern'))
            return false;
    }
    return false;
}
function functionAround(node) {
    let top = node;
    for (const outer of node.ancestors()) {
        if (kinds_functionKinds.has(outer.kind) || outer.kind === 'class')
            return outer;
        top = outer;
    }
    return top;
}
function blockAround(node) {
    let top = node;
    for (const outer of node.ancestors()) {
        if (outer.kind === 'block' || outer.kind === 'for' || kinds_functionKinds.has(outer.kind))
            return outer;
        top = outer;
    }
    return top;
}
/** Bindings visible at a node, nearest first; of equal names only the nearest. Class bodies hide from their methods. */
function visibleAt(bindings, node) {
    const nearest = new Map();
    for (let i = bindings.length - 1; i >= 0; i--) {
        const binding = bindings[i];
        const { region } = binding;
        if (!region.contains(node) || (region.kind === 'class' && functionAround(node) !== region))
            continue;
        const anywhere = binding.origin === 'function' || binding.origin === 'class' || region.kind === 'comprehension';
        const deferred = region.kind === 'program' && functionAround(node).kind !== 'program';
        if (binding.node.start >= node.start && !anywhere && !deferred)
            continue;
        if (declaredBy(binding, node))
            continue;
        const known = nearest.get(binding.name);
        if (known === undefined || (known.region !== region && known.region.contains(region)))
            nearest.set(binding.name, binding);
    }
    return [...nearest.values()];
}
/** `node` stands in the very expression that the binding is made from, so the name has no value yet. */
function declaredBy(binding, node) {
    return binding.value?.contains(node) === true && !kinds_functionKinds.has(binding.value.kind);
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/ecmascript-library.js
const library = {
    siblings: [
        ['max', 'min'],
        ['floor', 'ceil', 'round', 'trunc'],
        ['toUpperCase', 'toLowerCase'],
        ['push', 'unshift', 'concat'],
        ['pop', 'shift'],
        ['some', 'every'],
        ['startsWith', 'endsWith', 'includes'],
        ['indexOf', 'lastIndexOf'],
        ['find', 'findLast', 'filter'],
        ['findIndex', 'findLastIndex', 'indexOf'],
        ['slice', 'substring', 'splice'],
        ['substring', 'substr'],
        ['parseInt', 'parseFloat', 'Number'],
        ['keys', 'values', 'entries'],
        ['map', 'filter', 'forEach', 'flatMap'],
        ['trim', 'trimStart', 'trimEnd'],
        ['padStart', 'padEnd'],
        ['has', 'get', 'delete'],
        ['add', 'delete', 'has'],
        ['get', 'set'],
        ['reduce', 'reduceRight'],
        ['replace', 'replaceAll'],
        ['sqrt', 'cbrt', 'pow'],
        ['charAt', 'charCodeAt', 'at'],
        ['isInteger', 'isSafeInteger', 'isFinite'],
        ['isNaN', 'isFinite'],
        ['match', 'matchAll', 'search'],
        ['test', 'exec'],
        ['sort', 'reverse', 'toSorted', 'toReversed'],
        ['String', 'Number', 'Boolean'],
        ['sin', 'cos', 'tan'],
        ['log', 'log2', 'log10', 'exp'],
        ['abs', 'round', 'floor', 'sign'],
        ['includes', 'indexOf'],
        ['join', 'concat', 'toString'],
        ['all', 'allSettled', 'any', 'race'],
        ['apply', 'call', 'bind'],
        ['assign', 'freeze'],
        ['getTime', 'getDate', 'getDay'],
        ['getFullYear', 'getMonth', 'getDate'],
        ['getFullYear', 'getUTCFullYear'],
        ['getMonth', 'getUTCMonth'],
        ['getDate', 'getUTCDate'],
        ['getDay', 'getUTCDay'],
        ['getHours', 'getUTCHours'],
        ['getHours', 'getMinutes', 'getSeconds'],
        ['stringify', 'parse'],
        ['fromEntries', 'entries'],
        ['flat', 'concat'],
        ['then', 'catch', 'finally'],
        ['on', 'once', 'off'],
        ['setTimeout', 'setInterval'],
        ['clearTimeout', 'clearInterval'],
        ['dirname', 'basename', 'extname'],
        ['join', 'resolve'],
        ['hasOwn', 'hasOwnProperty'],
        ['find', 'findIndex', 'some'],
        ['union', 'intersection', 'difference', 'symmetricDifference'],
        ['isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
        ['flat', 'flatMap'],
        ['toFixed', 'toPrecision', 'toString'],
        ['charCodeAt', 'codePointAt'],
        ['fromCharCode', 'fromCodePoint'],
        ['setDate', 'setMonth', 'setFullYear'],
        ['setUTCDate', 'setUTCMonth', 'setUTCFullYear'],
        ['setUTCDate', 'setDate'],
        ['setHours', 'setMinutes', 'setSeconds'],
        ['setHours', 'setUTCHours'],
        ['getUTCDate', 'getUTCDay', 'getUTCMonth'],
        ['getUTCHours', 'getUTCMinutes', 'getUTCSeconds'],
        ['toISOString', 'toString', 'toJSON'],
        ['toLocaleString', 'toString'],
        ['atan', 'atan2'],
        ['hypot', 'sqrt'],
        ['values', 'keys'],
        ['encodeURIComponent', 'encodeURI'],
        ['decodeURIComponent', 'decodeURI'],
        ['isFinite', 'isInteger'],
        ['append', 'set'],
        ['getAll', 'get'],
        ['querySelector', 'querySelectorAll'],
        ['resolve', 'reject'],
        ['splice', 'toSpliced'],
    ],
    wraps: [
        { from: ['number'], to: 'number', text: 'Math.abs($)', weight: 0.9 },
        { from: ['number'], to: 'number', text: 'Math.floor($)', weight: 0.7 },
        { from: ['number'], to: 'number', text: 'Math.round($)', weight: 0.4 },
        { from: ['number'], to: 'number', text: 'Math.ceil($)', weight: 0.4 },
        { from: ['number'], to: 'number', text: 'Math.sqrt($)', weight: 0.2 },
        { from: ['string'], to: 'number', text: 'Number($)', weight: 0.7 },
        { from: ['string'], to: 'number', text: 'parseInt($)', weight: 0.4 },
        { from: ['number'], to: 'string', text: 'String($)', weight: 0.7 },
        { from: ['number'], to: 'string', text: '$.toString()', weight: 0.5 },
        { from: ['list', 'string', 'sequence'], to: 'number', text: '$.length', weight: 0.8 },
        { from: ['number'], to: 'number', text: 'Math.max(0, $)', weight: 0.3 },
        { from: ['list'], to: 'number', text: 'Math.max(...$)', weight: 0.2 },
        { from: ['list'], to: 'number', text: 'Math.min(...$)', weight: 0.2 },
        { from: ['number'], to: 'list', text: '[$]', weight: 0.15 },
        { from: ['list', 'string', 'object'], to: 'list', text: '[$]', weight: 0.2 },
        { from: ['list', 'sequence', 'string'], to: 'list', text: '[...$]', weight: 0.3 },
        { from: ['string'], to: 'string', text: '$.toLowerCase()', weight: 0.7 },
        { from: ['string'], to: 'string', text: '$.toUpperCase()', weight: 0.5 },
        { from: ['string'], to: 'string', text: '$.trim()', weight: 0.6 },
        { from: ['string'], to: 'list', text: "$.split('')", weight: 0.4 },
        { from: ['list'], to: 'string', text: "$.join('')", weight: 0.4 },
        { from: ['list'], to: 'list', text: '$.slice()', weight: 0.4 },
        { from: ['list'], to: 'list', text: '$.reverse()', weight: 0.5 },
        { from: ['list'], to: 'list', text: '$.sort()', weight: 0.5 },
        { from: ['list'], to: 'list', text: '$.sort((a, b) => a - b)', weight: 0.4 },
        { from: ['list'], to: 'list', text: '[...new Set($)]', weight: 0.3 },
        { from: ['object'], to: 'object', text: '{ ...$ }', weight: 0.3 },
        { from: ['object'], to: 'list', text: 'Object.keys($)', weight: 0.5 },
        { from: ['object'], to: 'list', text: 'Object.values($)', weight: 0.4 },
        { from: ['object'], to: 'list', text: 'Object.entries($)', weight: 0.4 },
    ],
};

;// CONCATENATED MODULE: ./build/dist/fix/templates/ecmascript.js

const tightness = {
    ternary: 1,
    '??': 2,
    '||': 2,
    '&&': 3,
    '|': 4,
    '^': 5,
    '&': 6,
    '==': 7,
    '!=': 7,
    '===': 7,
    '!==': 7,
    '<': 8,
    '<=': 8,
    '>': 8,
    '>=': 8,
    in: 8,
    instanceof: 8,
    '<<': 9,
    '>>': 9,
    '>>>': 9,
    '+': 10,
    '-': 10,
    '*': 11,
    '/': 11,
    '%': 11,
    '**': 13,
};
const equality = {
    '==': [
        ['!=', 1],
        ['===', 0.3],
        ['<=', 0.4],
        ['>=', 0.4],
        ['<', 0.3],
        ['>', 0.3],
    ],
    '!=': [
        ['==', 1],
        ['!==', 0.3],
        ['<', 0.4],
        ['>', 0.4],
        ['<=', 0.2],
        ['>=', 0.2],
    ],
    '===': [
        ['!==', 1],
        ['==', 0.3],
        ['<=', 0.4],
        ['>=', 0.4],
        ['<', 0.3],
        ['>', 0.3],
    ],
    '!==': [
        ['===', 1],
        ['!=', 0.3],
        ['<', 0.4],
        ['>', 0.4],
        ['<=', 0.2],
        ['>=', 0.2],
    ],
};
const ecmascript = {
    family: 'ecmascript',
    and: '&&',
    or: '||',
    equal: '===',
    different: '!==',
    true: 'true',
    false: 'false',
    null: 'null',
    infinities: ['Infinity', '-Infinity'],
    operators: {
        comparison: {
            '<': [
                ['<=', 1],
                ['>', 0.8],
                ['>=', 0.5],
                ['!==', 0.3],
                ['===', 0.3],
            ],
            '<=': [
                ['<', 1],
                ['>=', 0.8],
                ['>', 0.5],
                ['===', 0.3],
                ['!==', 0.2],
            ],
            '>': [
                ['>=', 1],
                ['<', 0.8],
                ['<=', 0.5],
                ['!==', 0.3],
                ['===', 0.3],
            ],
            '>=': [
                ['>', 1],
                ['<=', 0.8],
                ['<', 0.5],
                ['===', 0.3],
                ['!==', 0.2],
            ],
            ...equality,
        },
        arithmetic: {
            '+': [
                ['-', 1],
                ['*', 0.5],
                ['/', 0.2],
                ['%', 0.1],
            ],
            '-': [
                ['+', 1],
                ['*', 0.3],
                ['/', 0.2],
                ['%', 0.2],
            ],
            '*': [
                ['+', 0.6],
                ['/', 0.6],
                ['**', 0.6],
                ['-', 0.3],
                ['%', 0.2],
            ],
            '/': [
                ['*', 1],
                ['%', 1],
                ['-', 0.3],
                ['+', 0.2],
            ],
            '%': [
                ['/', 1],
                ['*', 0.3],
                ['-', 0.3],
                ['+', 0.2],
            ],
            '**': [
                ['*', 1],
                ['+', 0.2],
            ],
            '&': [
                ['|', 1],
                ['^', 0.7],
            ],
            '|': [
                ['&', 1],
                ['^', 0.7],
            ],
            '^': [
                ['&', 1],
                ['|', 0.8],
                ['**', 0.5],
            ],
            '<<': [['>>', 1]],
            '>>': [
                ['<<', 1],
                ['>>>', 0.5],
            ],
            '>>>': [
                ['>>', 1],
                ['<<', 0.3],
            ],
        },
        logical: {
            '&&': [
                ['||', 1],
                ['&', 0.4],
            ],
            '||': [
                ['&&', 1],
                ['??', 0.6],
                ['|', 0.3],
            ],
            '??': [
                ['||', 1],
                ['&&', 0.5],
            ],
        },
        augmented: {
            '+=': [
                ['-=', 1],
                ['=', 0.8],
                ['*=', 0.6],
                ['/=', 0.2],
                ['|=', 0.1],
                ['^=', 0.1],
            ],
            '-=': [
                ['+=', 1],
                ['=', 0.7],
                ['*=', 0.2],
                ['/=', 0.3],
            ],
            '*=': [
                ['+=', 0.8],
                ['/=', 0.8],
                ['=', 0.5],
                ['**=', 0.3],
                ['-=', 0.3],
            ],
            '/=': [
                ['*=', 1],
                ['%=', 0.7],
                ['=', 0.5],
                ['-=', 0.5],
            ],
            '%=': [
                ['/=', 1],
                ['=', 0.3],
            ],
            '|=': [
                ['&=', 1],
                ['^=', 0.8],
                ['=', 0.3],
            ],
            '&=': [
                ['|=', 1],
                ['^=', 0.8],
                ['=', 0.3],
            ],
            '^=': [
                ['|=', 1],
                ['&=', 0.8],
                ['=', 0.3],
            ],
            '**=': [['*=', 1]],
            '<<=': [['>>=', 1]],
            '>>=': [['<<=', 1]],
            '||=': [
                ['&&=', 1],
                ['??=', 0.8],
                ['=', 0.5],
            ],
            '&&=': [
                ['||=', 1],
                ['=', 0.5],
            ],
            '??=': [
                ['||=', 1],
                ['=', 0.8],
            ],
        },
    },
    opposites: {
        '<': '>=',
        '>=': '<',
        '>': '<=',
        '<=': '>',
        '==': '!=',
        '!=': '==',
        '===': '!==',
        '!==': '===',
    },
    ...library,
    tightness,
    unaryTightness: 14,
    notTightness: 14,
    not: (operand) => ({
        text: operand.tightness < 14 ? `!(${operand.text})` : `!${operand.text}`,
        tightness: 14,
    }),
    length: (text) => `${text}.length`,
    guard: (condition, body, style) => `if (${condition}) {${style.newline}${style.indent}${style.unit}${body}${style.newline}${style.indent}}`,
    otherwise: (body, style) => ` else {${style.newline}${style.indent}${style.unit}${body}${style.newline}${style.indent}}`,
    simple: (text, { semicolons }) => (semicolons ? `${text};` : text),
};

;// CONCATENATED MODULE: ./build/dist/fix/templates/python-library.js
const python_library_library = {
    siblings: [
        ['max', 'min', 'sum', 'len'],
        ['floor', 'ceil', 'round', 'int', 'trunc'],
        ['round', 'int'],
        ['upper', 'lower', 'swapcase', 'title', 'capitalize'],
        ['isupper', 'islower', 'istitle'],
        ['isalpha', 'isalnum', 'isdigit', 'isnumeric', 'isdecimal', 'isspace'],
        ['append', 'extend', 'insert'],
        ['append', 'add'],
        ['any', 'all'],
        ['startswith', 'endswith'],
        ['find', 'rfind', 'index'],
        ['index', 'rindex', 'count'],
        ['keys', 'values', 'items'],
        ['sorted', 'reversed', 'list'],
        ['sorted', 'set'],
        ['list', 'set', 'tuple'],
        ['strip', 'lstrip', 'rstrip'],
        ['lstrip', 'removeprefix'],
        ['rstrip', 'removesuffix'],
        ['split', 'rsplit', 'splitlines'],
        ['partition', 'rpartition'],
        ['union', 'intersection', 'difference', 'symmetric_difference'],
        ['update', 'intersection_update', 'difference_update', 'symmetric_difference_update'],
        ['union', 'update'],
        ['intersection', 'intersection_update'],
        ['difference', 'difference_update'],
        ['issubset', 'issuperset', 'isdisjoint', 'intersection'],
        ['add', 'discard', 'remove'],
        ['ord', 'chr'],
        ['int', 'float', 'str', 'bool'],
        ['bin', 'oct', 'hex'],
        ['divmod', 'pow'],
        ['pop', 'popleft', 'remove'],
        ['append', 'appendleft'],
        ['sort', 'reverse'],
        ['get', 'pop', 'setdefault'],
        ['sqrt', 'pow', 'log'],
        ['sin', 'cos', 'tan'],
        ['heappush', 'heappop', 'heappushpop'],
        ['bisect_left', 'bisect_right', 'bisect'],
        ['read', 'readline', 'readlines'],
        ['write', 'writelines'],
        ['abs', 'int', 'round'],
        ['map', 'filter'],
        ['range', 'enumerate'],
        ['ljust', 'rjust', 'center', 'zfill'],
        ['islice', 'chain'],
        ['permutations', 'combinations', 'product'],
        ['deepcopy', 'copy'],
        ['update', 'setdefault'],
        ['encode', 'decode'],
        ['loads', 'load'],
        ['dumps', 'dump'],
        ['search', 'match', 'fullmatch'],
        ['findall', 'finditer'],
        ['is_file', 'is_dir', 'exists'],
        ['lower', 'casefold'],
        ['sub', 'subn', 'split'],
        ['weekday', 'isoweekday'],
        ['date', 'datetime', 'time'],
        ['isoformat', 'strftime'],
        ['fromtimestamp', 'utcfromtimestamp'],
        ['nlargest', 'nsmallest'],
        ['insort', 'insort_left', 'insort_right'],
        ['zip', 'zip_longest', 'product'],
        ['accumulate', 'chain'],
        ['comb', 'perm', 'factorial'],
        ['gcd', 'lcm'],
        ['isqrt', 'sqrt'],
        ['log', 'log2', 'log10', 'log1p', 'exp'],
        ['degrees', 'radians'],
        ['atan', 'atan2'],
        ['dist', 'hypot'],
        ['stdev', 'pstdev'],
        ['variance', 'pvariance'],
        ['popitem', 'pop'],
        ['quantize', 'round'],
        ['most_common', 'elements', 'items'],
        ['list', 'dict'],
        ['rglob', 'glob', 'iterdir'],
        ['isfile', 'isdir', 'exists'],
        ['basename', 'dirname'],
        ['mean', 'median', 'mode'],
        ['now', 'utcnow', 'today'],
        ['days', 'seconds', 'total_seconds'],
        ['remove', 'pop'],
    ],
    wraps: [
        { from: ['number'], to: 'number', text: 'abs($)', weight: 0.9 },
        { from: ['number'], to: 'number', text: 'int($)', weight: 0.7 },
        { from: ['string'], to: 'number', text: 'int($)', weight: 0.8 },
        { from: ['number'], to: 'string', text: 'str($)', weight: 0.9 },
        { from: ['string'], to: 'number', text: 'float($)', weight: 0.3 },
        { from: ['number'], to: 'number', text: 'round($)', weight: 0.4 },
        { from: ['number'], to: 'number', text: 'float($)', weight: 0.2 },
        { from: ['list', 'string', 'sequence', 'object'], to: 'number', text: 'len($)', weight: 0.8 },
        { from: ['list'], to: 'number', text: 'sum($)', weight: 0.4 },
        { from: ['list'], to: 'number', text: 'max($)', weight: 0.2 },
        { from: ['list', 'sequence'], to: 'list', text: 'sorted($)', weight: 0.8 },
        { from: ['list', 'sequence'], to: 'list', text: 'set($)', weight: 0.6 },
        { from: ['list', 'sequence'], to: 'list', text: 'list($)', weight: 0.5 },
        { from: ['list'], to: 'list', text: 'tuple($)', weight: 0.2 },
        { from: ['list', 'string', 'sequence'], to: 'sequence', text: '$[::-1]', weight: 0.6 },
        { from: ['string'], to: 'list', text: 'sorted($)', weight: 0.4 },
        { from: ['string'], to: 'list', text: 'set($)', weight: 0.4 },
        { from: ['list'], to: 'number', text: 'min($)', weight: 0.2 },
        { from: ['number'], to: 'number', text: 'max(0, $)', weight: 0.3 },
        { from: ['number'], to: 'list', text: '[$]', weight: 0.15 },
        { from: ['list', 'string', 'object'], to: 'list', text: '[$]', weight: 0.2 },
        { from: ['number'], to: 'string', text: 'bin($)', weight: 0.1 },
        { from: ['number'], to: 'list', text: 'range($)', weight: 0.2 },
        { from: ['list', 'string', 'sequence'], to: 'list', text: 'range(len($))', weight: 0.2 },
        { from: ['string'], to: 'string', text: '$.lower()', weight: 0.7 },
        { from: ['string'], to: 'string', text: '$.upper()', weight: 0.5 },
        { from: ['string'], to: 'string', text: '$.strip()', weight: 0.6 },
        { from: ['string'], to: 'list', text: '$.split()', weight: 0.4 },
        { from: ['list'], to: 'string', text: "''.join($)", weight: 0.3 },
        { from: ['object', 'list'], to: 'object', text: '$.copy()', weight: 0.3 },
        { from: ['object'], to: 'list', text: '$.items()', weight: 0.6 },
        { from: ['object'], to: 'list', text: '$.values()', weight: 0.5 },
        { from: ['object'], to: 'list', text: '$.keys()', weight: 0.3 },
        { from: ['list', 'sequence'], to: 'list', text: 'enumerate($)', weight: 0.2 },
        { from: ['string'], to: 'number', text: 'ord($)', weight: 0.3 },
        { from: ['number'], to: 'string', text: 'chr($)', weight: 0.3 },
    ],
};

;// CONCATENATED MODULE: ./build/dist/fix/templates/python.js

const python_tightness = {
    ternary: 1,
    or: 2,
    and: 3,
    not: 4,
    in: 5,
    'not in': 5,
    is: 5,
    'is not': 5,
    '<': 5,
    '<=': 5,
    '>': 5,
    '>=': 5,
    '==': 5,
    '!=': 5,
    '|': 6,
    '^': 7,
    '&': 8,
    '<<': 9,
    '>>': 9,
    '+': 10,
    '-': 10,
    '*': 11,
    '/': 11,
    '//': 11,
    '%': 11,
    '@': 11,
    '**': 13,
};
const python = {
    family: 'python',
    and: 'and',
    or: 'or',
    equal: '==',
    different: '!=',
    true: 'True',
    false: 'False',
    null: 'None',
    infinities: ["float('inf')", "float('-inf')"],
    operators: {
        comparison: {
            '<': [
                ['<=', 1],
                ['>', 0.8],
                ['>=', 0.5],
                ['!=', 0.3],
                ['==', 0.3],
            ],
            '<=': [
                ['<', 1],
                ['>=', 0.8],
                ['>', 0.5],
                ['==', 0.3],
                ['!=', 0.2],
            ],
            '>': [
                ['>=', 1],
                ['<', 0.8],
                ['<=', 0.5],
                ['!=', 0.3],
                ['==', 0.3],
            ],
            '>=': [
                ['>', 1],
                ['<=', 0.8],
                ['<', 0.5],
                ['==', 0.3],
                ['!=', 0.2],
            ],
            '==': [
                ['!=', 1],
                ['<=', 0.4],
                ['>=', 0.4],
                ['<', 0.3],
                ['>', 0.3],
                ['in', 0.2],
                ['is', 0.1],
            ],
            '!=': [
                ['==', 1],
                ['<', 0.4],
                ['>', 0.4],
                ['<=', 0.2],
                ['>=', 0.2],
                ['not in', 0.2],
            ],
            in: [
                ['not in', 1],
                ['==', 0.3],
            ],
            'not in': [
                ['in', 1],
                ['!=', 0.3],
            ],
            is: [
                ['is not', 1],
                ['==', 0.5],
            ],
            'is not': [
                ['is', 1],
                ['!=', 0.5],
            ],
        },
        arithmetic: {
            '+': [
                ['-', 1],
                ['*', 0.5],
                ['//', 0.2],
                ['/', 0.2],
                ['%', 0.1],
            ],
            '-': [
                ['+', 1],
                ['*', 0.3],
                ['//', 0.2],
                ['/', 0.2],
                ['%', 0.2],
            ],
            '*': [
                ['+', 0.6],
                ['**', 0.6],
                ['/', 0.6],
                ['//', 0.4],
                ['-', 0.3],
                ['%', 0.2],
            ],
            '/': [
                ['//', 1],
                ['*', 0.8],
                ['%', 0.6],
                ['-', 0.3],
                ['+', 0.2],
            ],
            '//': [
                ['/', 0.8],
                ['%', 1],
                ['*', 0.5],
                ['-', 0.2],
                ['+', 0.1],
            ],
            '%': [
                ['//', 1],
                ['/', 0.6],
                ['*', 0.3],
                ['-', 0.3],
                ['+', 0.2],
            ],
            '**': [
                ['*', 1],
                ['+', 0.2],
                ['//', 0.1],
            ],
            '&': [
                ['|', 1],
                ['^', 0.7],
                ['-', 0.3],
            ],
            '|': [
                ['&', 1],
                ['^', 0.7],
            ],
            '^': [
                ['&', 1],
                ['|', 0.8],
                ['**', 0.5],
            ],
            '<<': [['>>', 1]],
            '>>': [['<<', 1]],
        },
        logical: { and: [['or', 1]], or: [['and', 1]] },
        augmented: {
            '+=': [
                ['-=', 1],
                ['=', 0.8],
                ['*=', 0.6],
                ['//=', 0.2],
                ['|=', 0.1],
                ['^=', 0.1],
            ],
            '-=': [
                ['+=', 1],
                ['=', 0.7],
                ['*=', 0.2],
                ['//=', 0.3],
            ],
            '*=': [
                ['+=', 0.8],
                ['/=', 0.7],
                ['//=', 0.6],
                ['=', 0.5],
                ['**=', 0.3],
                ['-=', 0.3],
            ],
            '/=': [
                ['//=', 1],
                ['*=', 0.8],
                ['=', 0.4],
                ['-=', 0.4],
            ],
            '//=': [
                ['/=', 0.7],
                ['%=', 0.8],
                ['*=', 0.6],
                ['-=', 0.5],
                ['=', 0.4],
            ],
            '%=': [
                ['//=', 1],
                ['/=', 0.5],
                ['=', 0.3],
            ],
            '|=': [
                ['&=', 1],
                ['^=', 0.8],
                ['=', 0.3],
            ],
            '&=': [
                ['|=', 1],
                ['^=', 0.8],
                ['=', 0.3],
            ],
            '^=': [
                ['|=', 1],
                ['&=', 0.8],
                ['=', 0.3],
            ],
            '**=': [['*=', 1]],
            '<<=': [['>>=', 1]],
            '>>=': [['<<=', 1]],
        },
    },
    opposites: {
        '<': '>=',
        '>=': '<',
        '>': '<=',
        '<=': '>',
        '==': '!=',
        '!=': '==',
        in: 'not in',
        'not in': 'in',
        is: 'is not',
        'is not': 'is',
    },
    ...python_library_library,
    tightness: python_tightness,
    unaryTightness: 12,
    notTightness: 4,
    not: (operand) => ({
        text: operand.tightness < 4 ? `not (${operand.text})` : `not ${operand.text}`,
        tightness: 4,
    }),
    length: (text) => `len(${text})`,
    guard: (condition, body, style) => `if ${condition}:${style.newline}${style.indent}${style.unit}${body}`,
    otherwise: (body, style) => `${style.newline}${style.indent}else:${style.newline}${style.indent}${style.unit}${body}`,
    simple: (text) => text,
};

;// CONCATENATED MODULE: ./build/dist/fix/templates/tree.js

/** Nodes in which types are written: no program does anything else for what stands in them. */
const typeNodes = new Set([
    'type',
    'type_annotation',
    'type_arguments',
    'type_parameters',
    'type_alias_declaration',
    'interface_declaration',
]);
/**
 * A syntax tree copied out of the parser's memory: templates visit the same nodes thousands of times, and a plain
 * object costs a hundredth of a call into WASM. Indices are UTF-16 offsets, lines count from 1.
 */
class Syntax {
    type;
    kind;
    named;
    field;
    start;
    end;
    line;
    endLine;
    parent;
    children;
    #source;
    /** `inType`: it is a part of a type and no code, whatever it looks like. */
    constructor(source, raw, parent, inType = false) {
        this.#source = source;
        this.type = raw.type;
        this.named = raw.named;
        this.field = raw.field;
        this.start = raw.start;
        this.end = raw.end;
        this.line = raw.line;
        this.endLine = raw.endLine;
        this.parent = parent;
        const holdsTypes = inType || (raw.named && typeNodes.has(raw.type));
        this.children = raw.children.map((child) => new Syntax(source, child, this, holdsTypes));
        this.kind = inType ? 'other' : kindOf(this);
    }
    get text() {
        return this.#source.slice(this.start, this.end);
    }
    get source() {
        return this.#source;
    }
    /** Named children that are no comments. */
    get parts() {
        return this.children.filter((child) => child.named && child.type !== 'comment');
    }
    /** First child under one of the field names. */
    get(...fields) {
        return this.children.find((child) => child.field !== undefined && fields.includes(child.field));
    }
    *ancestors() {
        for (let node = this.parent; node !== undefined; node = node.parent)
            yield node;
    }
    /** The node and all under it, in the order of the text. */
    *walk() {
        const open = [this];
        for (let node = open.pop(); node !== undefined; node = open.pop()) {
            yield node;
            for (let at = node.children.length - 1; at >= 0; at -= 1)
                open.push(node.children[at]);
        }
    }
    contains(other) {
        return this.start <= other.start && other.end <= this.end;
    }
}
/** Copies the tree of a parsed file, or of a node of it; the file may be disposed of afterwards. */
function copyTree(file, root = file.root) {
    const cursor = root.walk();
    const read = () => {
        const node = {
            type: cursor.nodeType,
            named: cursor.nodeIsNamed,
            field: cursor.currentFieldName ?? undefined,
            start: cursor.startIndex,
            end: cursor.endIndex,
            line: cursor.startPosition.row + 1,
            endLine: cursor.endPosition.row + 1,
            children: [],
        };
        if (cursor.gotoFirstChild()) {
            do
                node.children.push(read());
            while (cursor.gotoNextSibling());
            cursor.gotoParent();
        }
        return node;
    };
    try {
        return new Syntax(file.text, read(), undefined);
    }
    finally {
        cursor.delete();
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/model.js







const types = new Set(['type_alias_declaration', 'interface_declaration']);
/** There is TypeScript that the grammar does not know; within the declaration of a type it hides no code. */
function isOnlyInTypes(root) {
    let only = true;
    (0,code/* walk */.GG)(root, (node) => {
        if (!node.hasError || types.has(node.type))
            return false;
        only &&= !node.isError && !node.isMissing;
        return only;
    });
    return only;
}
const none = new Set();
/** Reads a file for repair; undefined when its syntax is broken, since nothing can be said of an edit of it. */
async function readModel(file, testedWords = none) {
    const parsed = await (0,code/* parse */.qg)(file.language, file.text, file.path);
    try {
        if (parsed.hasError && !isOnlyInTypes(parsed.root))
            return undefined;
        const root = copyTree(parsed);
        const bindings = bindingsOf(root);
        const functions = parsed.symbols
            .filter(({ kind, body }) => body !== undefined && kind !== 'class' && kind !== 'namespace' && kind !== 'interface')
            .map(({ name, qualifiedName, startIndex, endIndex, parameters }) => ({
            name,
            qualifiedName,
            start: startIndex,
            end: endIndex,
            parameterCount: parameters.length,
        }));
        return {
            ...file,
            dialect: file.language === 'python' ? python : ecmascript,
            root,
            bindings,
            inference: new Inference(root, bindings),
            functions,
            style: styleOf(file),
            hints: hintsOf(root, testedWords),
        };
    }
    finally {
        parsed.dispose();
    }
}
function styleOf({ text, language }) {
    const unit = /^(\t| {2,8})\S/m.exec(text)?.[1] ?? (language === 'python' ? '    ' : '  ');
    const single = text.split("'").length;
    const double = text.split('"').length;
    const lines = text.split('\n').filter((line) => /[\w)\]'"`;]\s*$/.test(line));
    return {
        unit,
        semicolons: lines.filter((line) => line.trimEnd().endsWith(';')).length * 2 >= lines.length,
        newline: text.includes('\r\n') ? '\r\n' : '\n',
        quote: single >= double ? "'" : '"',
    };
}
/** Innermost named function around a place. */
function functionAt(model, index) {
    return model.functions.findLast(({ start, end }) => start <= index && index < end);
}
const scopes = new WeakMap();
/** Bindings visible at a node, remembered, since every template asks. */
function scopeAt(model, node) {
    const known = scopes.get(node);
    if (known !== undefined)
        return known;
    const scope = visibleAt(model.bindings, node);
    scopes.set(node, scope);
    return scope;
}
/** Variables that hold values: no functions, classes or imports. */
function variablesAt(model, node) {
    return scopeAt(model, node).filter(({ origin, name, value }) => (origin === 'parameter' || origin === 'local' || origin === 'loop') &&
        name !== 'self' &&
        name !== 'cls' &&
        name !== '_' &&
        value?.kind !== 'lambda');
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/statements.js

/** A statement that stands in a block among others (not the single statement of a braceless `if`). */
function isListed(node) {
    const { parent } = node;
    return (statementKinds.has(node.kind) &&
        parent !== undefined &&
        (parent.kind === 'block' || parent.kind === 'program' || parent.kind === 'case'));
}
/** The single statement, without braces, of a loop or branch. */
function isBare(node) {
    const owner = node.parent?.kind;
    const holds = owner === 'if' || owner === 'else' || (owner !== undefined && loopKinds.has(owner));
    return statementKinds.has(node.kind) && node.field !== 'initializer' && holds;
}
/** The string that stands first in a Python block is its documentation. */
function isDocstring(node) {
    return node.type === 'expression_statement' && node.parts.length === 1 && node.parts[0]?.kind === 'string';
}
function siblingsOf(node) {
    return (node.parent?.parts ?? []).filter((part) => statementKinds.has(part.kind) && !isDocstring(part));
}
function statementAround(node) {
    for (let one = node; one !== undefined; one = one.parent) {
        if (isListed(one))
            return one;
    }
    return undefined;
}
/** White space before the first token of the node's line. */
function indentOf(node) {
    const lineStart = node.source.lastIndexOf('\n', node.start - 1) + 1;
    return /^[ \t]*/.exec(node.source.slice(lineStart, node.start))?.[0] ?? '';
}
/** The node is the first thing on its line. */
function startsLine(node) {
    const lineStart = node.source.lastIndexOf('\n', node.start - 1) + 1;
    return node.source.slice(lineStart, node.start).trim() === '';
}
function styleAt(model, node) {
    return { ...model.style, indent: indentOf(node) };
}
function statements_before(node, text, style) {
    const separator = startsLine(node) ? `${style.newline}${style.indent}` : node.type.includes('statement') ? '; ' : ' ';
    return { start: node.start, end: node.start, text: text + separator };
}
function statements_after(node, text, style) {
    return { start: node.end, end: node.end, text: `${style.newline}${style.indent}${text}` };
}
/** Takes a statement away with its line, when it has the line to itself. Python keeps a block alive with `pass`. */
function removal(node, model) {
    if (model.dialect.family === 'python' && node.parent?.kind === 'block' && node.parent.parts.length === 1) {
        return { start: node.start, end: node.end, text: 'pass' };
    }
    const { source } = node;
    const lineStart = source.lastIndexOf('\n', node.start - 1) + 1;
    const lineEnd = source.indexOf('\n', node.end);
    const alone = startsLine(node) && source.slice(node.end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
    if (alone)
        return { start: lineStart, end: lineEnd < 0 ? source.length : lineEnd + 1, text: '' };
    return { start: node.start, end: node.end, text: model.dialect.family === 'python' ? 'pass' : '' };
}
/** The text of a statement, moved from its own indentation to another. */
function reindented(text, from, to) {
    if (from === to)
        return text;
    return text
        .split('\n')
        .map((line, i) => (i > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
        .join('\n');
}
/** Innermost loop around the node, within its function. */
function loopAround(node) {
    for (const outer of node.ancestors()) {
        if (kinds_functionKinds.has(outer.kind))
            return undefined;
        if (loopKinds.has(outer.kind))
            return outer;
    }
    return undefined;
}
/** Innermost function around the node. */
function functionOf(node) {
    for (const outer of node.ancestors())
        if (kinds_functionKinds.has(outer.kind))
            return outer;
    return undefined;
}
/** Innermost class around the node. */
function classOf(node) {
    for (const outer of node.ancestors())
        if (outer.kind === 'class')
            return outer;
    return undefined;
}
/** Control never goes on behind this statement. */
function leaves(node) {
    return node !== undefined && ['return', 'break', 'continue', 'throw'].includes(node.kind);
}
/** The block that a compound statement, branch or function runs. */
function bodyOf(node) {
    return node.get('consequence', 'body');
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/value-type.js
/** A value of type `b` may stand where one of type `a` stands. A sequence is a list or a string. */
function compatible(a, b) {
    if (a === b || a === 'unknown' || b === 'unknown')
        return true;
    const sequences = ['list', 'string', 'sequence'];
    return (a === 'sequence' && sequences.includes(b)) || (b === 'sequence' && sequences.includes(a));
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/pool.js







/** Variables and small constants of a type that can be used at a node. Variables that are used near come first. */
function atomsOf(model, node, type) {
    const atoms = [];
    for (const { text, weight, type: own, unread } of variables(model, node)) {
        const sure = own !== 'unknown' || unread ? 1 : 0.5;
        if (compatible(type, own))
            atoms.push({ text, weight: sure * weight, type: own });
        if (type === 'number' && (own === 'list' || own === 'sequence' || own === 'string')) {
            atoms.push({ text: model.dialect.length(text), weight: weight * 0.6, type: 'number' });
        }
    }
    if (type === 'number') {
        for (const [text, weight] of [
            ['1', 0.9],
            ['2', 0.8],
            ['10', 0.2],
        ])
            atoms.push({ text, weight, type });
    }
    if (type === 'string') {
        for (const [content, weight] of [
            [' ', 0.6],
            ...model.hints.strings.slice(0, 4).map((one) => [one, 0.5]),
        ]) {
            if (content !== '')
                atoms.push({ text: quoted(model, content), weight, type });
        }
    }
    return atoms;
}
const variablesKnown = new WeakMap();
/** Variables visible at a node, the nearest used first. */
function variables(model, node) {
    const known = variablesKnown.get(node);
    if (known !== undefined)
        return known;
    const values = new Set(importedValues(model));
    const visible = scopeAt(model, node).filter((one) => values.has(one));
    const made = [...variablesAt(model, node), ...visible].map((binding) => {
        const far = binding.region.kind === 'program' && !isForgotten(model, binding) ? 0.4 : 1;
        const distance = Math.abs(node.line - binding.node.line);
        const unread = binding.origin === 'import' ? isForgotten(model, binding) : isUnread(model, binding);
        const near = unread ? 1 : binding.origin === 'parameter' ? 0.9 : 1 / (1 + distance / 20);
        return { text: binding.name, weight: far * near, type: model.inference.typeOfBinding(binding), unread };
    });
    made.sort((a, b) => b.weight - a.weight);
    variablesKnown.set(node, made);
    return made;
}
const unreadKnown = new WeakMap();
/** Local and imported names that nothing reads, by name: what a repair reads them for is what was forgotten. */
function unreadBindings(model) {
    const known = unreadKnown.get(model);
    if (known !== undefined)
        return known;
    const found = new Map();
    for (const one of model.bindings) {
        const local = !['program', 'class'].includes(one.region.kind) && one.origin !== 'import';
        const unread = local ? !one.name.startsWith('_') && isUnread(model, one) : isForgotten(model, one);
        if (unread)
            found.set(one.name, [...(found.get(one.name) ?? []), one]);
    }
    unreadKnown.set(model, found);
    return found;
}
const readsKnown = new WeakMap();
/** Nothing reads the binding where it can be seen. */
function isUnread(model, { name, region }) {
    let reads = readsKnown.get(model);
    if (reads === undefined) {
        const made = new Map();
        for (const one of model.root.walk()) {
            if (one.kind === 'name' && isValue(one))
                made.set(one.text, [...(made.get(one.text) ?? []), one]);
        }
        reads = made;
        readsKnown.set(model, reads);
    }
    return !(reads.get(name) ?? []).some((one) => region.contains(one));
}
/** A string literal as the file writes them. */
function quoted(model, content) {
    const { quote } = model.style;
    const escaped = content.includes(quote) && !content.includes(`\\${quote}`) ? content.replaceAll(quote, `\\${quote}`) : content;
    return `${quote}${escaped}${quote}`;
}
const poolsKnown = new WeakMap();
/** Distinct composed expressions of the function around a node (or of the file, outside functions). */
function expressionsAround(node) {
    const home = functionOf(node) ?? topOf(node);
    const outer = functionOf(home) ?? home;
    const known = poolsKnown.get(outer);
    if (known !== undefined)
        return known;
    const seen = new Map();
    for (const one of outer.walk()) {
        if (!isValue(one) || literalKinds.has(one.kind) || one.kind === 'name' || one.kind === 'parenthesized')
            continue;
        if (one.end - one.start > 60 || seen.has(one.text))
            continue;
        seen.set(one.text, one);
    }
    const pool = [...seen.values()];
    poolsKnown.set(outer, pool);
    return pool;
}
function topOf(node) {
    let top = node;
    for (const outer of node.ancestors())
        top = outer;
    return top;
}
/** Every name that an expression reads can be read at the node as well. */
function readableAt(model, one, node) {
    const visible = pool_visibleAt(model, node);
    const locals = localNames(model);
    let own;
    for (const inner of one.walk()) {
        if (inner.kind !== 'name' || !locals.has(inner.text) || visible.has(inner.text))
            continue;
        own ??= new Set(model.bindings.filter(({ region }) => one.contains(region)).map(({ name }) => name));
        if (!own.has(inner.text))
            return false;
    }
    return true;
}
const visibleKnown = new WeakMap();
function pool_visibleAt(model, node) {
    const known = visibleKnown.get(node);
    if (known !== undefined)
        return known;
    const names = new Set(scopeAt(model, node).map(({ name }) => name));
    visibleKnown.set(node, names);
    return names;
}
const localsKnown = new WeakMap();
/** Names that some function of the file binds for itself. */
function localNames(model) {
    const known = localsKnown.get(model);
    if (known !== undefined)
        return known;
    const bound = model.bindings.filter(({ origin, region }) => region.kind !== 'program' && (origin === 'local' || origin === 'loop' || origin === 'parameter'));
    const names = new Set(bound.map(({ name }) => name));
    localsKnown.set(model, names);
    return names;
}
/** What the functions around a node return, in their own words, for returns that are missing. */
function returnsAround(model, node) {
    const home = functionOf(node);
    if (home === undefined)
        return [];
    const texts = new Map();
    const add = (text, weight, type) => {
        if (!texts.has(text))
            texts.set(text, { text, weight, type });
    };
    const types = new Set();
    for (const one of home.walk()) {
        if (one.kind !== 'return' || functionOf(one) !== home || one.parts[0] === undefined)
            continue;
        const value = one.parts[0];
        const type = model.inference.typeOf(value);
        types.add(type);
        if (value.end - value.start <= 40 && readableAt(model, value, node))
            add(value.text, 1, type);
    }
    const { dialect } = model;
    const known = types.size === 1 ? [...types][0] : undefined;
    const constants = [
        [dialect.true, 0.7, 'boolean'],
        [dialect.false, 0.8, 'boolean'],
        ['0', 0.6, 'number'],
        ['1', 0.5, 'number'],
        ['-1', 0.5, 'number'],
        [quoted(model, ''), 0.5, 'string'],
        ['[]', 0.6, 'list'],
        [dialect.null, 0.5, 'unknown'],
        ['{}', 0.2, 'object'],
        [dialect.family === 'python' ? 'None' : 'undefined', 0.3, 'unknown'],
    ];
    for (const [text, weight, type] of constants) {
        if (known === undefined || known === 'unknown' || type === 'unknown' || compatible(known, type)) {
            add(text, known === type ? weight : weight * 0.5, type);
        }
    }
    for (const { text, weight, type } of variables(model, node)) {
        if (known === undefined || compatible(known, type))
            add(text, weight * 0.6, type);
    }
    return [...texts.values()];
}
/** Functions do not count as conditions or values to compare. */
function isComposed(node) {
    return isOperation(node) || (!functionKinds.has(node.kind) && node.parts.length > 0);
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/template.js
/** One replacement of a whole node. */
function replacing(node, text, weight = 1) {
    return { changes: [{ start: node.start, end: node.end, text }], weight };
}
function changing(weight, ...changes) {
    return { changes: changes.sort((a, b) => a.start - b.start), weight };
}
/** A replacement of a node as a part of several changes. */
function change(node, text) {
    return { start: node.start, end: node.end, text };
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/alike.js







/** The two sides and what stands at the same place in both, as long as they are built alike. */
function* counterparts(left, right) {
    if (left.kind !== right.kind)
        return;
    if (isValue(left) && isValue(right) && left.text !== right.text)
        yield [left, right];
    if (left.parts.length !== right.parts.length)
        return;
    for (const [i, part] of left.parts.entries())
        yield* counterparts(part, right.parts[i]);
}
/** Both sides of a comparison are converted alike, or neither is. */
function* bothSides(node, model) {
    const [a, b] = operands(node);
    if (a === undefined || b === undefined || operators(node).length !== 1)
        return;
    const { dialect, inference } = model;
    for (const [left, right] of counterparts(a, b)) {
        const types = [inference.typeOf(left), inference.typeOf(right)];
        for (const { from, text, weight } of dialect.wraps) {
            if (!types.every((type) => type === 'unknown' || from.includes(type)))
                continue;
            const sure = types.includes('unknown') ? 0.4 : 1;
            const wrapped = [left, right].map((one) => change(one, wrap(text, expression(one, dialect))));
            yield changing(sure * weight, ...wrapped);
        }
        if (left.kind !== 'call' || calleeName(left) !== calleeName(right))
            continue;
        const inner = [left, right].map((one) => {
            const callee = one.get('function');
            return one.get('arguments')?.parts[0] ?? (callee?.kind === 'member' ? callee.get('object') : undefined);
        });
        if (inner.some((one) => one === undefined))
            continue;
        const bare = [left, right].map((one, i) => change(one, placed(expression(inner[i], dialect), one, dialect)));
        yield changing(0.6, ...bare);
    }
}
/** The same text changed at all its uses in a function. */
function* textEverywhere(node, model) {
    const home = functionOf(node);
    const content = stringContent(node);
    if (home === undefined || content === undefined || node.parent?.kind === 'statement')
        return;
    const uses = [...home.walk()].filter((one) => one.type === node.type && one.text === node.text);
    if (uses[0] !== node || uses.length < 2 || uses.length > 6)
        return;
    const { strings, mentionedStrings } = model.hints;
    const ways = [
        ...['', ' ', content.toLowerCase(), content.toUpperCase(), content.slice(1), `${content} `],
        ...strings.slice(0, 6),
        ...mentionedStrings.slice(0, 6),
    ];
    for (const [rank, text] of [...new Set(ways)].entries()) {
        if (text === content)
            continue;
        yield changing(1 / (1 + rank / 3), ...uses.map((one) => change(one, quoted(model, text))));
    }
}
/** Two indices stand for one another throughout a function, or in one look-up: `grid[x][y]` for `grid[y][x]`. */
function* indicesExchanged(node) {
    if (node.kind === 'index') {
        const [outer, inner] = [node.get('index', 'subscript'), node.get('object', 'value')?.get('index', 'subscript')];
        const several = [node, node.get('object', 'value')].some((one) => one?.parts.length !== 2);
        if (several || node.get('object', 'value')?.kind !== 'index' || outer === undefined || inner === undefined)
            return;
        if (outer.text !== inner.text)
            yield changing(1, change(inner, outer.text), change(outer, inner.text));
        return;
    }
    const home = functionOf(node);
    if (home === undefined || node.parent?.kind !== 'index')
        return;
    const indices = [...home.walk()].filter((one) => one.kind === 'number' && one.parent?.kind === 'index');
    const mine = indices.filter(({ text }) => text === node.text);
    if (mine[0] !== node || indices.length > 40)
        return;
    for (const text of new Set(indices.map((one) => one.text))) {
        const theirs = indices.filter((one) => one.text === text);
        if (text <= node.text || mine.length + theirs.length < 3)
            continue;
        yield changing(1, ...mine.map((one) => change(one, text)), ...theirs.map((one) => change(one, node.text)));
    }
}
/** The statement without its names and whole numbers, and those numbers. */
const wordedKnown = new WeakMap();
function worded(node) {
    const known = wordedKnown.get(node);
    if (known !== undefined)
        return known;
    const numbers = [...node.walk()].filter(({ kind, text }) => kind === 'number' && /^\d+$/.test(text));
    const skeleton = node.text.replace(/[\p{L}_$][\p{L}\p{N}_$]*/gu, 'n').replace(/\d+/g, '0');
    const made = { skeleton, numbers };
    wordedKnown.set(node, made);
    return made;
}
/** Statements before and behind that are looked at. */
const farthest = 6;
/** Numbers that go on evenly from statement to statement, as in `a[0:2]`, `a[2:4]`, `a[4:6]`. */
function* evenly(node) {
    if (!isListed(node))
        return;
    const { skeleton, numbers } = worded(node);
    if (numbers.length === 0)
        return;
    const all = siblingsOf(node);
    const own = all.indexOf(node);
    const alike = all
        .slice(Math.max(0, own - farthest), own + farthest + 1)
        .map((one) => ({ one, ...worded(one) }))
        .filter((one) => one.skeleton === skeleton && one.numbers.length === numbers.length);
    const at = alike.findIndex(({ one }) => one === node);
    if (alike.length < 3)
        return;
    const changes = numbers.flatMap((number, place) => {
        const known = alike.flatMap((one, i) => (i === at ? [] : [[i, Number(one.numbers[place]?.text)]]));
        const [[i, first], [j, second]] = known;
        const step = (second - first) / (j - i);
        const due = first + (at - i) * step;
        const even = known.every(([index, value]) => value === first + (index - i) * step);
        return even && Number.isInteger(due) && due >= 0 && String(due) !== number.text
            ? [change(number, String(due))]
            : [];
    });
    if (changes.length > 0)
        yield changing(1, ...changes);
}
const alikeTemplates = [
    {
        id: 'progression',
        summary: 'numbers that go on evenly from statement to statement',
        weight: 0.4,
        kinds: ['statement', 'declaration'],
        propose: evenly,
    },
    {
        id: 'both-sides',
        summary: 'the same conversion added or removed at both sides of a comparison',
        weight: 0.2,
        kinds: ['comparison'],
        propose: bothSides,
    },
    {
        id: 'string-everywhere',
        summary: 'the same text changed at all its uses in a function',
        weight: 0.15,
        kinds: ['string'],
        propose: textEverywhere,
    },
    {
        id: 'exchange-indices',
        summary: 'two indices exchanged in a look-up, or two constant ones throughout a function',
        weight: 0.15,
        kinds: ['number', 'index'],
        propose: indicesExchanged,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/call-sites.js
const callsKnown = new WeakMap();
/** Argument lists by the text of what is called. */
function call_sites_callsOf(model) {
    const known = callsKnown.get(model);
    if (known !== undefined)
        return known;
    const made = new Map();
    for (const one of model.root.walk()) {
        const name = one.kind === 'arguments' ? calledBy(one) : undefined;
        if (name !== undefined)
            made.set(name, [...(made.get(name) ?? []), one]);
    }
    callsKnown.set(model, made);
    return made;
}
/** The text of what is called with these arguments. */
function calledBy(node) {
    return node.parent?.get('function', 'constructor')?.text;
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/similarity.js
const grams = new Map();
function bigrams(text) {
    const known = grams.get(text);
    if (known !== undefined)
        return known;
    const padded = `^${text.toLowerCase()}$`;
    const made = new Set();
    for (let i = 0; i + 2 <= padded.length; i++)
        made.add(padded.slice(i, i + 2));
    if (grams.size > 5000)
        grams.clear();
    grams.set(text, made);
    return made;
}
/** Words that are so similar are the same one, misspelt or in another form. */
const alikeEnough = 0.6;
/** Dice coefficient of the character bigrams, in [0, 1] (Dice, 1945). */
function similarity(a, b) {
    const left = bigrams(a);
    const right = bigrams(b);
    let shared = 0;
    for (const gram of left)
        if (right.has(gram))
            shared++;
    return (2 * shared) / (left.size + right.size);
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/arguments.js







/** Calls of the same thing are many in some files: those nearest by are asked. */
const arguments_mostCalls = 12;
const longestArgument = 80;
/** Names of functions of one family. */
const leastAlike = 0.4;
function isPositional({ kind }) {
    return kind !== 'keyword' && kind !== 'spread' && kind !== 'clause';
}
/** Adds an argument before the one at `at`, or behind the last; one without a name before those that have one. */
function inserting(node, at, text, weight) {
    const named = node.parts.findIndex(({ kind }) => kind === 'keyword');
    const place = named >= 0 && !/^\w+\s*=/.test(text) ? Math.min(at, named) : at;
    const next = node.parts[place];
    const last = node.parts.at(-1);
    if (next !== undefined)
        return changing(weight, { start: next.start, end: next.start, text: `${text}, ` });
    if (last !== undefined)
        return changing(weight, { start: last.end, end: last.end, text: `, ${text}` });
    const open = node.children.find(({ type }) => type === '(');
    return open === undefined ? undefined : changing(weight, { start: open.end, end: open.end, text });
}
/** What other calls of the same function are given and this one is not. */
function* givenElsewhere(node, model) {
    const own = node.parts;
    const name = calledBy(node);
    const others = (name === undefined ? undefined : call_sites_callsOf(model).get(name)) ?? [];
    const near = others
        .filter((one) => one !== node)
        .sort((a, b) => Math.abs(a.line - node.line) - Math.abs(b.line - node.line));
    const texts = new Set(own.map(({ text }) => text));
    for (const { parts } of near.slice(0, arguments_mostCalls)) {
        for (const [at, one] of parts.entries()) {
            if (texts.has(one.text) || one.end - one.start > longestArgument || !readableAt(model, one, node))
                continue;
            if (one.kind === 'keyword') {
                const names = own.map((argument) => argument.get('name')?.text);
                if (!names.includes(one.get('name')?.text))
                    yield [own.length, one.text, 1];
            }
            else if (isPositional(one) && at <= own.length && parts.length > own.length) {
                yield [at, one.text, at === own.length ? 1 : 0.4];
            }
        }
    }
}
const arguments_alikeKnown = new WeakMap();
/** Argument lists of calls of something similarly named, but not the same. */
function callsAlike(model, name) {
    const known = arguments_alikeKnown.get(model) ?? new Map();
    arguments_alikeKnown.set(model, known);
    let found = known.get(name);
    if (found === undefined) {
        found = [...call_sites_callsOf(model).values()].flatMap((calls) => {
            const parent = calls[0]?.parent;
            const other = parent === undefined ? '' : calleeName(parent);
            const alike = other === name ? 0 : similarity(other, name);
            return alike < leastAlike ? [] : calls.map((call) => ({ call, alike }));
        });
        known.set(name, found);
    }
    return found;
}
/**
 * What calls of something similarly named are given: the flag that all of the family take. Calls of other functions are
 * of the family only where they are given the same otherwise.
 */
function* givenToAlike(node, model) {
    const home = functionOf(node);
    const name = node.parent === undefined ? '' : calleeName(node.parent);
    if (home === undefined || name === '')
        return;
    const own = new Set(node.parts.map((one) => (one.get('name') ?? one).text));
    let tried = 0;
    for (const { call, alike } of callsAlike(model, name)) {
        const near = home.contains(call);
        if (!near && call.parts.filter(({ text }) => own.has(text)).length < 2)
            continue;
        for (const part of call.parts) {
            const handed = part.kind === 'name' || part.kind === 'keyword';
            if (handed && !own.has((part.get('name') ?? part).text) && readableAt(model, part, node))
                yield [node.parts.length, part.text, (near ? 0.8 : 0.5) * alike];
        }
        tried += 1;
        if (tried === arguments_mostCalls)
            return;
    }
}
/** Names of the parameters of a function of the file, in order. */
function parametersOf(model, name) {
    const found = model.functions.find((one) => one.name === name);
    if (found === undefined)
        return [];
    return model.bindings
        .filter(({ origin, region, node }) => origin === 'parameter' && region.start >= found.start && region.end <= found.end && functionOf(node) === region)
        .filter(({ region }, _, [first]) => region === first?.region)
        .map((one) => one.name)
        .filter((one) => one !== 'self' && one !== 'cls');
}
/** A variable of the name of a parameter that is given nothing. */
function* givenByName(node, model) {
    const own = node.parts.map(({ text }) => text);
    const parameters = node.parent === undefined ? [] : parametersOf(model, calleeName(node.parent));
    if (parameters.length <= own.length)
        return;
    const visible = new Set(variablesAt(model, node).map(({ name }) => name));
    for (const [at, name] of parameters.entries()) {
        if (at > own.length || own.includes(name) || !visible.has(name))
            continue;
        yield [at, name, at === own.length || parameters[at + 1] === own[at] ? 1 : 0.4];
    }
}
/** A parameter of the function around the call that nothing reads, or its last one, handed on. */
function* handedOn(node, model) {
    const home = functionOf(node);
    const own = new Set(node.parts.map(({ text }) => text));
    // Those that gather what else is given are values of their own kind.
    const parameters = model.bindings.filter((one) => one.origin === 'parameter' && one.region === home && !/splat|rest/.test(one.node.parent?.type ?? ''));
    const unread = unreadBindings(model);
    for (const one of parameters) {
        if (own.has(one.name) || one.name === 'self' || one.name === 'cls')
            continue;
        if (unread.get(one.name)?.includes(one))
            yield [node.parts.length, one.name, 0.7];
        else if (one === parameters.at(-1) && parameters.length > 1)
            yield [node.parts.length, one.name, 0.25];
    }
}
function* argumentOfOthers(node, model) {
    if (node.parts.some(({ kind }) => kind === 'clause' || kind === 'spread'))
        return;
    const seen = new Set();
    for (const ways of [givenByName, givenElsewhere, givenToAlike, handedOn]) {
        for (const [at, text, weight] of ways(node, model)) {
            const key = `${at} ${text}`;
            const proposal = seen.has(key) ? undefined : inserting(node, at, text, weight);
            seen.add(key);
            if (proposal !== undefined)
                yield proposal;
        }
    }
}
/** Of arguments that stand where a parameter of their name does: to take them from there. */
const rightPlaceShare = 0.1;
function* argumentsChanged(node, model) {
    const args = node.parts;
    const parameters = node.parent === undefined ? [] : parametersOf(model, calleeName(node.parent));
    const placed = (at, from) => (parameters[at] === args[from]?.text ? 1 : 0);
    for (const [at, one] of args.entries()) {
        const next = args[at + 1];
        const positional = isPositional(one) && next !== undefined && next.kind !== 'keyword';
        const worse = placed(at, at) + placed(at + 1, at + 1) > placed(at, at + 1) + placed(at + 1, at);
        if (positional && one.text !== next.text)
            yield changing(worse ? rightPlaceShare : 1, change(one, next.text), change(next, one.text));
    }
    for (const [at, one] of args.entries()) {
        const [previous, next] = [args[at - 1], args[at + 1]];
        const weight = placed(at, at) > 0 ? 0.2 : 0.6;
        if (next !== undefined)
            yield changing(weight, { start: one.start, end: next.start, text: '' });
        else if (previous !== undefined)
            yield changing(weight, { start: previous.end, end: one.end, text: '' });
        else if (one.kind !== 'clause')
            yield changing(0.2, change(one, ''));
    }
}
const argumentTemplates = [
    {
        id: 'argument-of-others',
        summary: 'an argument added that other calls have, that the parameter is named after, or that is handed on',
        weight: 0.35,
        kinds: ['arguments'],
        propose: argumentOfOthers,
    },
    {
        id: 'argument-order',
        summary: 'arguments exchanged or one left out',
        weight: 0.25,
        kinds: ['arguments'],
        propose: argumentsChanged,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/boundaries.js




/** Hours, minutes and days, degrees, powers: what other things are measured by. */
const measures = new Set([24, 60, 90, 100, 128, 180, 256, 360, 365, 400, 1000, 1024, 3600, 86400]);
function* literalSteps(node) {
    if (!/^\d+$/.test(node.text))
        return;
    const value = Number(node.text);
    if (!Number.isSafeInteger(value))
        return;
    // One more or less than a number of minutes or degrees is seldom meant, and such a number itself often.
    const from = measures.has(value) ? 0.4 : 1;
    yield replacing(node, String(value + 1), from);
    if (value > 0)
        yield replacing(node, String(value - 1), from);
    else if (node.parent?.kind !== 'sign')
        yield replacing(node, '-1', 0.7);
}
/** A call of the function that it stands in. */
function isRecursive(call) {
    const name = call === undefined ? '' : calleeName(call);
    if (call === undefined || name === '')
        return false;
    return [...call.ancestors()].some((one) => (one.kind === 'function' && one.get('name')?.text === name) ||
        (one.kind === 'lambda' && one.parent?.get('name')?.text === name));
}
/** Some argument in the list is one more or less than something. */
function isOneOff(list) {
    return (list?.parts ?? []).some((one) => /^\S.* [-+] 1$/.test((one.get('value') ?? one).text));
}
/** How likely it is that a value at this place is off by one; 0 where it makes no sense. */
function boundWeight(node) {
    const { parent } = node;
    if (parent === undefined)
        return 0;
    switch (parent.kind) {
        case 'comparison':
            return 0.8;
        case 'slice':
        case 'index':
            return node.field === 'object' || node.field === 'value' ? 0 : 1;
        case 'arguments':
            if (isRecursive(parent.parent))
                return 1;
            if (isOneOff(parent))
                return 0.8;
            return /^(range|slice|substring|substr|splice|charAt|charCodeAt|at|randint|repeat|islice)$/.test(parent.parent === undefined ? '' : calleeName(parent.parent))
                ? 1
                : 0.3;
        case 'keyword':
            return isOneOff(parent.parent) ? 0.8 : 0.3;
        case 'return':
            return 0.5;
        case 'arithmetic':
            return 0.3;
        case 'assignment':
        case 'declarator':
            return 0.4;
        case 'augmented':
            return 0.3;
        default:
            return 0.2;
    }
}
function* bounds(node, model) {
    if (!isValue(node))
        return;
    const place = boundWeight(node);
    const type = model.inference.expectedOf(node);
    if (place === 0 ||
        type === 'string' ||
        type === 'list' ||
        type === 'boolean' ||
        type === 'object' ||
        type === 'function')
        return;
    const sure = type === 'number' ? 1 : 0.4;
    const operator = operatorText(node);
    const right = operands(node)[1];
    if (node.kind === 'arithmetic' && (operator === '+' || operator === '-') && right?.text === '1') {
        yield replacing(node, placed(expression(operands(node)[0], model.dialect), node, model.dialect), place);
        return;
    }
    for (const sign of ['-', '+']) {
        const made = binary(expression(node, model.dialect), sign, { text: '1', tightness: 20 }, model.dialect);
        const past = sign === '+' && isLength(node) && keepsLooping(node) ? 0.25 : 1;
        yield replacing(node, placed(made, node, model.dialect), place * sure * past);
    }
}
/** `range(n)` starts at 1, ends at n + 1, or runs backwards. */
function* ranges(node, model) {
    if (model.dialect.family !== 'python' || calleeName(node) !== 'range')
        return;
    const args = node.get('arguments')?.parts ?? [];
    const [a, b] = args.map(({ text }) => text);
    if (a === undefined || args.some(({ kind }) => kind === 'spread' || kind === 'keyword'))
        return;
    if (b === undefined) {
        yield replacing(node, `range(1, ${a})`, 1);
        yield replacing(node, `range(1, ${a} + 1)`, 1);
        yield replacing(node, `range(2, ${a})`, 0.4);
        yield replacing(node, `range(0, ${a}, 2)`, 0.4);
        yield replacing(node, `range(1, ${a}, 2)`, 0.3);
        yield replacing(node, `range(${a} - 1, -1, -1)`, 0.4);
    }
    else if (args.length === 2) {
        yield replacing(node, `range(${b})`, 0.5);
        yield replacing(node, `range(${a}, ${b}, 2)`, 0.4);
        yield replacing(node, `range(${b} - 1, ${a} - 1, -1)`, 0.2);
        yield replacing(node, `range(${a} + 1, ${b} + 1)`, 0.4);
        yield replacing(node, `range(${a} - 1, ${b} - 1)`, 0.2);
    }
    else {
        yield replacing(node, `range(${a}, ${b})`, 0.7);
    }
}
/** A counting loop counts down, or in other steps. */
function* counting(node) {
    const step = node.get('increment');
    const name = step?.get('argument', 'left')?.text;
    if (step === undefined || name === undefined)
        return;
    if (step.kind === 'update') {
        yield replacing(step, `${name} += 2`, 0.7);
        yield replacing(step, step.text.includes('++') ? `${name}--` : `${name}++`, 0.6);
    }
    else {
        yield replacing(step, `${name}++`, 0.7);
        yield replacing(step, `${name}--`, 0.3);
    }
}
const boundaryTemplates = [
    {
        id: 'literal-step',
        summary: 'integer literal one more or one less',
        weight: 0.48,
        kinds: ['number'],
        propose: literalSteps,
    },
    {
        id: 'off-by-one',
        summary: 'value plus or minus one, or without it',
        weight: 0.27,
        kinds: ['name', 'call', 'member', 'arithmetic', 'index'],
        propose: bounds,
    },
    { id: 'range-bounds', summary: 'start, end or step of a range', weight: 0.35, kinds: ['call'], propose: ranges },
    { id: 'loop-step', summary: 'step of a counting loop', weight: 0.25, kinds: ['for'], propose: counting },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/comparisons.js




const comparisons_known = new WeakMap();
/** Conditions that can be asked at a node: those that the function asks elsewhere first, then such as its variables suggest. */
function conditionsAt(model, node) {
    const remembered = comparisons_known.get(node);
    if (remembered !== undefined)
        return remembered;
    const found = new Map();
    const add = (text, tightness, weight) => {
        if (!found.has(text))
            found.set(text, { text, tightness, weight });
    };
    for (const one of asked(node)) {
        if (!readableAt(model, one, node))
            continue;
        const operator = operatorText(one);
        const tightness = one.kind === 'comparison' ? (model.dialect.tightness[operator] ?? 1) : 20;
        add(one.text, tightness, 0.8);
        for (const text of permuted(one))
            add(text, tightness, 0.4);
        const opposite = model.dialect.opposites[operator];
        const [left, right] = one.parts.filter(({ field }) => field !== 'operator' && field !== 'operators');
        if (one.kind === 'comparison' && opposite !== undefined && left !== undefined && right !== undefined) {
            add(`${left.text} ${opposite} ${right.text}`, model.dialect.tightness[opposite] ?? 1, 0.6);
        }
        else if (one.kind !== 'comparison') {
            add(model.dialect.not({ text: one.text, tightness: 20 }).text, model.dialect.notTightness, 0.5);
        }
    }
    const near = variables(model, node).slice(0, 8);
    for (const one of near)
        for (const [text, tightness, weight] of comparisons_alone(model, one))
            add(text, tightness, weight * one.weight);
    for (const a of near) {
        for (const b of near)
            if (a !== b)
                for (const [text, weight] of comparisons_together(model, a, b))
                    add(text, 7, weight * a.weight * b.weight);
    }
    for (const [text, tightness, weight] of elementTests(model, node, near))
        add(text, tightness, weight);
    const all = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, 100);
    comparisons_known.set(node, all);
    return all;
}
/** The same question of the same variables in other roles, and of the next numbers. */
function permuted(comparison) {
    if (comparison.kind !== 'comparison')
        return [];
    const names = [...comparison.walk()].filter((one) => one.kind === 'name' && one.field !== 'function' && isValue(one));
    const distinct = [...new Set(names.map(({ text }) => text))];
    const made = [];
    for (const turn of distinct.length < 2 || distinct.length > 3 ? [] : distinct.keys()) {
        if (turn === 0)
            continue;
        const role = new Map(distinct.map((name, i) => [name, distinct[(i + turn) % distinct.length]]));
        let text = '';
        let at = comparison.start;
        for (const name of names) {
            text += comparison.source.slice(at, name.start) + role.get(name.text);
            at = name.end;
        }
        made.push(text + comparison.source.slice(at, comparison.end));
    }
    const number = [...comparison.walk()].find((one) => one.kind === 'number' && /^\d+$/.test(one.text));
    if (number !== undefined) {
        for (const value of [Number(number.text) + 1, Number(number.text) - 1, Number(number.text) + 2]) {
            if (value < 0)
                continue;
            const { start, end, source } = comparison;
            made.push(source.slice(start, number.start) + String(value) + source.slice(number.end, end));
        }
    }
    return made;
}
/** Comparisons and yes-or-no calls of the function around a node. */
function asked(node) {
    const home = functionOf(node);
    const found = expressionsAround(node).filter(({ kind }) => kind === 'comparison');
    if (home === undefined)
        return found;
    for (const one of home.walk()) {
        const condition = ['if', 'elif', 'while', 'filter', 'ternary'].includes(one.kind) ? conditionOf(one) : undefined;
        const plain = condition === undefined ? undefined : unparenthesized(condition);
        if (plain?.kind === 'call' || plain?.kind === 'member' || plain?.kind === 'index')
            found.push(plain);
    }
    return found;
}
/** Elements that the function reads, against one another, against variables and against zero. */
function elementTests(model, node, near) {
    const { dialect, inference } = model;
    const elements = expressionsAround(node)
        .filter((one) => one.kind === 'index' && one.get('subscript')?.kind !== 'slice' && readableAt(model, one, node))
        .slice(0, 5);
    const compare = dialect.tightness[dialect.equal] ?? 7;
    const made = [];
    for (const [rank, one] of elements.entries()) {
        const type = inference.typeOf(one);
        const others = [
            ...elements.slice(rank + 1).map(({ text }) => text),
            ...near.filter((other) => other.type === type && !one.text.includes(other.text)).map(({ text }) => text),
        ];
        for (const other of others)
            for (const [operator, weight] of [
                [dialect.equal, 0.3],
                [dialect.different, 0.3],
                ['<', 0.3],
                ['>', 0.3],
            ])
                made.push([`${one.text} ${operator} ${other}`, dialect.tightness[operator] ?? compare, weight]);
        if (type === 'string')
            continue;
        for (const operator of [dialect.equal, '<', '>', dialect.different])
            made.push([`${one.text} ${operator} 0`, dialect.tightness[operator] ?? compare, 0.25]);
        made.push([`${one.text} % 2 ${dialect.equal} 0`, compare, 0.2]);
    }
    return made;
}
function comparisons_alone(model, { text, type }) {
    const { dialect } = model;
    const { equal, different } = dialect;
    const compare = dialect.tightness[equal] ?? 7;
    const number = [
        [`${text} ${equal} 0`, compare, 0.6],
        [`${text} < 0`, compare, 0.5],
        [`${text} > 0`, compare, 0.5],
        [`${text} % 2 ${equal} 0`, compare, 0.4],
        [`${text} % 2 ${different} 0`, compare, 0.25],
        [`${text} ${equal} 1`, compare, 0.4],
        [`${text} > 1`, compare, 0.3],
        [`${text} < 2`, compare, 0.3],
        [`${text} <= 1`, compare, 0.3],
        [`${text} ${different} 0`, compare, 0.4],
        [`${text} >= 0`, compare, 0.3],
        [`${text} <= 0`, compare, 0.3],
        [`${text} ${equal} 2`, compare, 0.15],
    ];
    const size = dialect.length(text);
    const sized = [
        [`${size} ${equal} 0`, compare, 0.7],
        [`${size} > 0`, compare, 0.5],
        [`${size} ${equal} 1`, compare, 0.3],
        [`${size} < 2`, compare, 0.3],
        [`${size} % 2 ${equal} 0`, compare, 0.2],
        [`${size} > 1`, compare, 0.3],
    ];
    const string = [
        [`${text} ${different} ${quoted(model, '')}`, compare, 0.4],
        [`${text} ${equal} ${quoted(model, '')}`, compare, 0.4],
    ];
    const absent = dialect.family === 'python'
        ? [
            [`${text} is None`, compare, 0.4],
            [`${text} is not None`, compare, 0.4],
        ]
        : [
            [`${text} === undefined`, compare, 0.4],
            [`${text} !== undefined`, compare, 0.4],
            [`${text} == null`, compare, 0.2],
        ];
    const truth = [
        [text, 20, 0.5],
        [dialect.not({ text, tightness: 20 }).text, dialect.notTightness, 0.5],
    ];
    switch (type) {
        case 'number':
            return number;
        case 'boolean':
            return truth;
        case 'string':
            return [...sized, ...truth, ...string, ...stringTests(model, text)];
        case 'list':
        case 'sequence':
            // An empty array counts as true in ECMAScript.
            return dialect.family === 'python' ? [...sized, ...truth] : sized;
        case 'object':
        case 'function':
            return absent;
        default:
            return [
                ...truth,
                ...absent,
                ...number.map(([t, p, w]) => [t, p, w * 0.5]),
                ...stringTests(model, text).map(([t, p, w]) => [t, p, w * 0.5]),
            ];
    }
}
function stringTests(model, text) {
    if (model.dialect.family !== 'python')
        return [];
    return ['isalpha', 'isdigit', 'isupper', 'islower', 'isspace', 'isalnum'].map((name) => [`${text}.${name}()`, 20, 0.2]);
}
/** Two collections compared by how much is in them. */
function sizes({ dialect }, a, b) {
    if (dialect.family === 'ecmascript' && (a.type === 'object' || b.type === 'object'))
        return [];
    const [left, right] = [dialect.length(a.text), dialect.length(b.text)];
    const less = [`${left} < ${right}`, 0.2];
    if (a.text > b.text)
        return [less];
    return [less, [`${left} ${dialect.equal} ${right}`, 0.15], [`${left} ${dialect.different} ${right}`, 0.35]];
}
function comparisons_together(model, a, b) {
    const { equal, different, family } = model.dialect;
    if (a.type === 'number' && b.type === 'number') {
        const once = a.text < b.text;
        return [
            [`${a.text} < ${b.text}`, 0.5],
            [`${a.text} <= ${b.text}`, 0.4],
            [`${a.text} % ${b.text} ${equal} 0`, 0.25],
            ...(once
                ? [
                    [`${a.text} ${equal} ${b.text}`, 0.4],
                    [`${a.text} ${different} ${b.text}`, 0.4],
                ]
                : []),
        ];
    }
    if (b.type === 'list' || b.type === 'object' || b.type === 'sequence' || b.type === 'string') {
        if (a.type === 'list' || a.type === 'object')
            return sizes(model, a, b);
        if (family === 'python')
            return [
                [`${a.text} in ${b.text}`, 0.35],
                [`${a.text} not in ${b.text}`, 0.35],
            ];
        return b.type === 'object'
            ? []
            : [
                [`${b.text}.includes(${a.text})`, 0.35],
                [`!${b.text}.includes(${a.text})`, 0.35],
            ];
    }
    if (a.text < b.text && a.type === b.type)
        return [
            [`${a.text} ${equal} ${b.text}`, 0.3],
            [`${a.text} ${different} ${b.text}`, 0.3],
        ];
    return [];
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/bookkeeping.js



/** What takes back an augmented assignment. */
const inverse = { '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=' };
/** What a method lacks takes back what another does more often than it does the same once more. */
const backShare = 1;
const againShare = 0.5;
/** Of a value that something else reads as well. */
const readShare = 0.4;
/** Of a flag, the value that nothing gives it against one that it has elsewhere, and of a count that nothing counts. */
const neverShare = 0.9;
const elsewhereShare = 0.3;
const uncountedShare = 0.8;
/** Variables that are near, and updates of each kind that are made of them. */
const mostValues = 4;
const mostUpdates = 6;
const keptKnown = new WeakMap();
/** Sums and counts that methods of the class keep in members, each way of keeping them in each method once. */
function keptIn(owner) {
    const known = keptKnown.get(owner);
    if (known !== undefined)
        return known;
    const found = new Map();
    for (const one of owner.walk()) {
        const counted = one.kind === 'update';
        if (!counted && one.kind !== 'augmented')
            continue;
        const target = one.get('left', 'argument');
        const home = functionOf(one);
        if (target?.kind !== 'member' || home === undefined)
            continue;
        const operator = counted ? (one.text.includes('++') ? '+=' : '-=') : (one.get('operator')?.text ?? '');
        const right = one.get('right');
        found.set(`${home.start} ${target.text} ${operator} ${right?.text}`, { target, operator, right, home });
    }
    const kept = [...found.values()];
    keptKnown.set(owner, kept);
    return kept;
}
/** Updates of what the class keeps in members, by variables that are near and as other methods update it. */
function memberUpdates(model, node, near) {
    const home = functionOf(node);
    const owner = home === undefined ? undefined : classOf(home);
    if (owner === undefined)
        return [];
    const made = new Map();
    const add = (text, weight) => {
        made.set(text, Math.max(weight, made.get(text) ?? 0));
    };
    for (const one of keptIn(owner)) {
        const { target, operator, right } = one;
        if (one.home === home || !readableAt(model, target, node))
            continue;
        const values = near
            .filter(({ type }) => type === 'number' || type === 'unknown')
            .slice(0, mostValues)
            .map(({ text, weight, unread }) => ({ text, weight: unread ? weight : readShare * weight }));
        if (right === undefined)
            values.push({ text: '1', weight: readShare });
        else if (readableAt(model, right, node))
            values.push({ text: right.text, weight: readShare });
        for (const { text, weight } of values) {
            const back = inverse[operator];
            if (back !== undefined)
                add(`${target.text} ${back} ${text}`, backShare * weight);
            add(`${target.text} ${operator} ${text}`, againShare * weight);
        }
    }
    return best(made);
}
const assignedKnown = new WeakMap();
/** What is assigned to variables and members in a class, or in a function outside of classes. */
function assignedIn(around) {
    const known = assignedKnown.get(around);
    if (known !== undefined)
        return known;
    const found = [];
    for (const one of around.walk()) {
        const assigns = one.kind === 'assignment' || one.kind === 'declarator';
        if (!assigns && one.kind !== 'augmented' && one.kind !== 'update')
            continue;
        const target = one.get('left', 'name', 'argument');
        const value = assigns ? one.get('right', 'value')?.text : undefined;
        if (target === undefined || (assigns && value === undefined) || one.parent?.children[0]?.type === 'const')
            continue;
        if (target.kind === 'name' || target.kind === 'member')
            found.push({ target, value });
    }
    assignedKnown.set(around, found);
    return found;
}
/** Flags that are set the other way, and counts that nothing counts: of the function, and in members of its class. */
function stateUpdates(model, node) {
    const home = functionOf(node);
    if (home === undefined)
        return [];
    const visible = new Set(variablesAt(model, node).map(({ name }) => name));
    const values = new Map();
    for (const { target, value } of assignedIn(classOf(home) ?? home)) {
        const own = target.kind === 'name'
            ? visible.has(target.text) && home.contains(target)
            : values.has(target.text) || readableAt(model, target, node);
        if (own)
            values.set(target.text, (values.get(target.text) ?? new Set()).add(value));
    }
    const truths = [model.dialect.true, model.dialect.false];
    const made = new Map();
    for (const [target, given] of values) {
        const [only] = given;
        if (given.size === 1 && (only === '0' || only === '1'))
            made.set(`${target} += 1`, uncountedShare);
        if (![...given].every((value) => value !== undefined && truths.includes(value)))
            continue;
        for (const value of truths) {
            const never = !given.has(value);
            if (never || given.size > 1)
                made.set(`${target} = ${value}`, never ? neverShare : elsewhereShare);
        }
    }
    return best(made);
}
function best(made) {
    return [...made]
        .map(([text, weight]) => ({ text, weight }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, mostUpdates);
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/updates.js








const updatesKnown = new WeakMap();
/** What a variable was made from, or is asked for, says how something is put into it. */
function waysToAdd(model, name, home) {
    const python = model.dialect.family === 'python';
    const text = home.text.replaceAll('\n', ' ');
    const used = (method) => text.includes(`${name}.${method}(`);
    const made = model.bindings.find((one) => one.name === name && one.value !== undefined)?.value?.text ?? '';
    if (/^(set\(|new Set|\{[^:]+\}$)/.test(made) || used('add'))
        return ['add'];
    if (used('appendleft'))
        return ['appendleft', 'append'];
    if (used('unshift'))
        return ['unshift', 'push'];
    if (python)
        return /^(\[|list\(|deque\(|collections\.deque)/.test(made) || used('append') ? ['append', 'extend'] : [];
    return /^(\[|new Array|Array)/.test(made) || used('push') ? ['push'] : [];
}
/** How something is taken out of a variable again; `$` stands for what. */
function waysToRemove(model, name, home) {
    const python = model.dialect.family === 'python';
    const made = model.bindings.find((one) => one.name === name && one.value !== undefined)?.value?.text ?? '';
    switch (waysToAdd(model, name, home)[0]) {
        case 'add':
            return [python ? `${name}.discard($)` : `${name}.delete($)`];
        case 'append':
            return [`${name}.remove($)`];
        case 'push':
            return [`${name}.splice(${name}.indexOf($), 1)`];
        default:
            if (python)
                return /^(\{\}|dict\(|defaultdict|OrderedDict)/.test(made) ? [`${name}.pop($, None)`] : [];
            return /^new Map/.test(made) ? [`${name}.delete($)`] : [];
    }
}
/** Statements that bring a variable up to date with another: put in, taken out, added up, taken over. */
function updatesAt(model, node) {
    const known = updatesKnown.get(node);
    if (known !== undefined)
        return known;
    const home = functionOf(node);
    const made = [];
    if (home !== undefined) {
        const near = variables(model, node).slice(0, 10);
        for (const target of near) {
            const ways = waysToAdd(model, target.text, home);
            for (const value of near) {
                if (value === target)
                    continue;
                const likely = target.weight * value.weight;
                for (const [rank, way] of ways.entries())
                    made.push({ text: `${target.text}.${way}(${value.text})`, weight: likely / (1 + rank) });
                for (const way of waysToRemove(model, target.text, home))
                    made.push({ text: way.replace('$', () => value.text), weight: 0.3 * likely });
                made.push(...accumulations(model, home, target, value, likely));
            }
        }
        made.push(...memberUpdates(model, node, near), ...stateUpdates(model, node));
    }
    const all = made.sort((a, b) => b.weight - a.weight).slice(0, 40);
    updatesKnown.set(node, all);
    return all;
}
function accumulations(model, home, target, value, likely) {
    const local = model.bindings.some(({ name, origin, region }) => name === target.text && origin === 'local' && region === home);
    const additive = target.type === 'number' || target.type === 'string';
    if (target.type !== 'unknown' && value.type !== 'unknown' && target.type !== value.type)
        return [];
    const made = [];
    if (additive) {
        const sure = target.type === value.type || value.unread ? 1 : 0.6;
        made.push({ text: `${target.text} += ${value.text}`, weight: 0.5 * sure * likely });
        if (target.type === 'number')
            made.push({ text: `${target.text} *= ${value.text}`, weight: 0.2 * sure * likely });
    }
    if (local || target.type === value.type)
        made.push({ text: `${target.text} = ${value.text}`, weight: (local ? 0.4 : 0.15) * likely });
    return made;
}
function* inserted(node, model) {
    if (!isListed(node) || isDocstring(node) || functionOf(node) === undefined)
        return;
    const style = styleAt(model, node);
    const all = siblingsOf(node);
    const looped = loopAround(node) === undefined ? 0.5 : 1;
    for (const { text, weight } of updatesAt(model, node)) {
        const statement = model.dialect.simple(text, style);
        // Where nothing was to be done, something was.
        if (node.kind === 'continue' || node.type === 'pass_statement')
            yield replacing(node, statement, weight);
        if (!leaves(node))
            yield changing(looped * weight, statements_after(node, statement, style));
        if (all[0] === node || leaves(node))
            yield changing(0.7 * looped * weight, statements_before(node, statement, style));
    }
}
const looksAhead = /\[(\w+) \+ 1\]/g;
/** Who looked at the next element goes past it. */
function* skipped(node, model) {
    const loop = loopAround(node);
    const owner = node.parent?.parent?.kind;
    if (!isListed(node) || loop === undefined || leaves(node) || (owner !== 'if' && owner !== 'elif'))
        return;
    if (loop.kind !== 'for' && loop.kind !== 'while')
        return;
    const style = styleAt(model, node);
    for (const counter of new Set([...loop.text.matchAll(looksAhead)].map(([, name = '']) => name))) {
        const step = loop.text.includes(`${counter}++`) ? `${counter}++` : `${counter} += 1`;
        if (siblingsOf(node).at(-1) === node)
            yield changing(1, statements_after(node, model.dialect.simple(step, style), style));
    }
}
/** The same under a condition; constants and separators are added up that way, too. */
function* insertedUnder(node, model) {
    const home = functionOf(node);
    if (!isListed(node) || isDocstring(node) || home === undefined)
        return;
    const style = styleAt(model, node);
    const locals = variables(model, node).filter(({ text }) => model.bindings.some(({ name, origin, region }) => name === text && origin === 'local' && home.contains(region)));
    const { quote } = model.style;
    const steps = locals.slice(0, 4).flatMap(({ text, type, weight }) => {
        if (type === 'number')
            return [{ text: `${text} += 1`, weight }];
        return type === 'string' ? [{ text: `${text} += ${quote} ${quote}`, weight }] : [];
    });
    const updates = [...steps, ...updatesAt(model, node).slice(0, 6)];
    for (const { text, weight } of updates) {
        for (const condition of conditionsAt(model, node).slice(0, 16)) {
            const body = model.dialect.guard(condition.text, model.dialect.simple(text, style), style);
            yield changing(weight * condition.weight, statements_before(node, body, style));
            if (siblingsOf(node).at(-1) === node && !leaves(node))
                yield changing(0.7 * weight * condition.weight, statements_after(node, body, style));
        }
    }
}
/** What a loop gathers is put away within the loop only: the last of it is left when the loop ends. */
function* flushed(node, model) {
    const body = bodyOf(node);
    if (body === undefined || !isListed(node))
        return;
    const style = styleAt(model, node);
    const names = new Set(scopeAt(model, node).map(({ name }) => name));
    for (const statement of body.walk()) {
        const [call] = statement.parts;
        const [value, ...more] = call?.get('arguments')?.parts ?? [];
        const gathers = statement.kind === 'statement' && call?.kind === 'call' && value?.kind === 'name' && more.length === 0;
        if (!gathers || !names.has(value.text) || !readableAt(model, statement, node))
            continue;
        const type = model.inference.typeOf(value);
        const left = type === 'number' ? `${value.text} > 0` : model.dialect.family === 'python' ? value.text : undefined;
        const asked = left ?? (type === 'list' ? `${value.text}.length > 0` : `${value.text} !== ''`);
        yield changing(1, statements_after(node, model.dialect.guard(asked, model.dialect.simple(call.text, style), style), style));
        yield changing(0.7, statements_after(node, model.dialect.simple(call.text, style), style));
    }
}
/** A loop whose condition nothing in its body touches lacks the step. */
function* progress(node, model) {
    const condition = conditionOf(node);
    const body = bodyOf(node);
    const last = body?.kind === 'block' ? body.parts.findLast(({ kind }) => kind !== 'comment') : undefined;
    const first = body?.parts[0];
    if (condition === undefined || body === undefined || last === undefined || first === undefined)
        return;
    const written = new Set([...body.walk()].flatMap((one) => {
        const target = one.get('left', 'argument');
        if (['assignment', 'augmented', 'update'].includes(one.kind) && target !== undefined)
            return [...target.walk()].map(({ text }) => text);
        return one.kind === 'call' ? [one.get('function')?.get('object')?.text ?? ''] : [];
    }));
    const asked = [...condition.walk()].filter((one) => one.kind === 'name' && isValue(one) && one.field !== 'function');
    const names = [...new Set(asked.map(({ text }) => text))];
    const stuck = names.filter((name) => !written.has(name));
    const sure = stuck.length === names.length ? 1 : 0.25;
    const python = model.dialect.family === 'python';
    for (const { text, type } of variables(model, first)) {
        if (!stuck.includes(text))
            continue;
        const ways = [];
        if (type === 'number' || type === 'unknown')
            ways.push([`${text} += 1`, 1], [`${text} -= 1`, 0.9], [python ? `${text} //= 2` : `${text} = Math.floor(${text} / 2)`, 0.3]);
        if (type === 'list' || type === 'unknown')
            ways.push([`${text}.pop()`, 0.4], [python ? `${text}.pop(0)` : `${text}.shift()`, 0.4]);
        if (type === 'unknown' || type === 'object')
            ways.push([`${text} = ${text}.next`, 0.3]);
        for (const [way, weight] of ways) {
            const likely = sure * weight * (type === 'unknown' ? 0.6 : 1);
            const at = styleAt(model, last);
            if (!leaves(last))
                yield changing(likely, statements_after(last, model.dialect.simple(way, at), at));
            yield changing(0.5 * likely, statements_before(first, model.dialect.simple(way, at), at));
        }
    }
}
const updateTemplates = [
    {
        id: 'insert-update',
        summary: 'a variable put into a collection, added to another, or taken over',
        weight: 0.12,
        kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration', 'return', 'continue'],
        propose: inserted,
    },
    {
        id: 'insert-conditional',
        summary: 'such an update, or a step, under a condition',
        weight: 0.06,
        kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration', 'return'],
        propose: insertedUnder,
    },
    {
        id: 'flush',
        summary: 'what is left when a loop ends put away as the loop does',
        weight: 0.25,
        kinds: ['for', 'foreach', 'while'],
        propose: flushed,
    },
    {
        id: 'skip-element',
        summary: 'the counter goes past an element that was looked at ahead',
        weight: 0.2,
        kinds: ['statement'],
        propose: skipped,
    },
    {
        id: 'loop-progress',
        summary: 'the step of a loop whose condition nothing in it changes',
        weight: 0.4,
        kinds: ['while'],
        propose: progress,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/branches.js






const mirrored = {
    '+=': '-=',
    '-=': '+=',
    '++': '--',
    '--': '++',
    push: 'pop',
    append: 'pop',
    add: 'remove',
};
/** `else` with the mirror image of what the `if` does, or an update. */
function* elseAdded(node, consequence, model) {
    const [only, ...more] = consequence.parts;
    const style = styleAt(model, node);
    const add = (body, weight) => changing(weight, { start: node.end, end: node.end, text: model.dialect.otherwise(body, style) });
    if (only?.kind === 'statement' && more.length === 0) {
        const inner = only.parts[0];
        const operator = inner?.get('operator') ?? inner?.children.find(({ type }) => type === '++' || type === '--');
        const opposite = mirrored[operator?.text ?? ''];
        if (operator !== undefined && opposite !== undefined) {
            const { start, end } = only;
            yield add(node.source.slice(start, operator.start) + opposite + node.source.slice(operator.end, end), 1);
        }
        for (const one of inner?.walk() ?? []) {
            if (one.kind !== 'name' || one.parent?.kind === 'call')
                continue;
            for (const { text, weight } of variables(model, node))
                if (text !== one.text) {
                    const swapped = node.source.slice(only.start, one.start) + text + node.source.slice(one.end, only.end);
                    yield add(swapped, 0.5 * weight);
                }
        }
    }
    for (const { text, weight } of updatesAt(model, node).slice(0, 12))
        yield add(model.dialect.simple(text, style), 0.6 * weight);
}
/** An `if` without `else` gets one; `else` goes; branches change places; `if` joins or leaves a chain. */
function* branches(node, model) {
    const consequence = node.get('consequence');
    const alternative = node.children.findLast(({ field }) => field === 'alternative');
    if (consequence === undefined)
        return;
    const style = styleAt(model, node);
    if (alternative === undefined &&
        node.kind === 'if' &&
        (model.dialect.family === 'python' || consequence.kind === 'block')) {
        yield* elseAdded(node, consequence, model);
        for (const { text, weight } of functionOf(node) === undefined ? [] : returnsAround(model, node)) {
            yield changing(0.5 * weight, {
                start: node.end,
                end: node.end,
                text: model.dialect.otherwise(model.dialect.simple(`return ${text}`, style), style),
            });
        }
    }
    const other = alternative?.kind === 'else' ? (alternative.get('body') ?? alternative.parts[0]) : undefined;
    if (alternative !== undefined) {
        const gap = alternative.start - (/\s*$/.exec(node.source.slice(0, alternative.start))?.[0].length ?? 0);
        yield changing(0.5, { start: gap, end: alternative.end, text: '' });
    }
    if (other !== undefined &&
        other.kind !== 'if' &&
        node.children.filter(({ field }) => field === 'alternative').length === 1) {
        yield changing(1, change(consequence, other.text), change(other, consequence.text));
    }
    const last = node.children.findLast(({ kind }) => kind === 'else');
    if (last !== undefined && last.parts.at(-1)?.kind !== 'if') {
        for (const [text, weight] of otherCases(node, last, model)) {
            const head = model.dialect.family === 'python' ? `elif ${text}` : `else if (${text})`;
            yield changing(weight, { start: last.start, end: last.start + 'else'.length, text: head });
        }
    }
    const previous = siblingsOf(node)[siblingsOf(node).indexOf(node) - 1];
    if (previous?.kind === 'if' && node.kind === 'if') {
        const keyword = model.dialect.family === 'python' ? 'elif' : 'else if';
        yield changing(0.6, { start: node.start, end: node.start + 2, text: keyword });
    }
}
const reversed = { '<': '>', '>': '<', '<=': '>', '>=': '<' };
/** What an `else` may have to ask: what is neither equal, and what else is asked around it. */
function otherCases(node, otherwise, model) {
    const condition = conditionOf(node);
    const [left, right, ...more] = condition?.kind === 'comparison' ? operands(condition) : [];
    const operator = condition === undefined ? undefined : reversed[operatorText(condition)];
    const third = operator !== undefined && left !== undefined && right !== undefined && more.length === 0;
    const asked = conditionsAt(model, otherwise).filter(({ text }) => text !== condition?.text);
    return [
        ...(third ? [[`${left.text} ${operator} ${right.text}`, 1]] : []),
        ...asked.slice(0, 12).map(({ text, weight }) => [text, 0.6 * weight]),
    ];
}
function* arms(node) {
    const pair = armsOf(node);
    if (pair === undefined)
        return;
    const [a, b] = pair;
    yield changing(1, change(a, b.text), change(b, a.text));
    yield replacing(node, a.text, 0.5);
    yield replacing(node, b.text, 0.5);
}
/** The body without its condition or loop; a loop for a condition and the other way round. */
function* unguarded(node, model) {
    const body = bodyOf(node);
    const condition = conditionOf(node);
    if (body === undefined || !isListed(node))
        return;
    if (model.dialect.family === 'python' && (node.kind === 'if' || node.kind === 'while') && condition !== undefined) {
        yield changing(0.4, { start: node.start, end: condition.start, text: node.kind === 'if' ? 'while ' : 'if ' });
    }
    else if ((node.kind === 'if' || node.kind === 'while') &&
        node.get('alternative') === undefined &&
        node.type !== 'do_statement') {
        yield changing(0.4, {
            start: node.start,
            end: node.start + node.kind.length,
            text: node.kind === 'if' ? 'while' : 'if',
        });
    }
    if (node.kind !== 'if' || body.parts.length === 0 || body.kind !== 'block' || node.get('alternative') !== undefined)
        return;
    const [first, last] = [body.parts[0], body.parts.at(-1)];
    yield replacing(node, reindented(node.source.slice(first.start, last.end), indentOf(first), indentOf(node)), 1);
}
function* filtered(node, model) {
    if (node.kind === 'filter') {
        yield changing(1, { start: node.start - 1, end: node.end, text: '' });
        return;
    }
    const close = node.children.at(-1);
    if (close === undefined || node.parts.some(({ kind }) => kind === 'filter'))
        return;
    const inside = node.get('body') ?? node;
    for (const { text, weight } of conditionsAt(model, inside))
        yield changing(0.6 * weight, { start: close.start, end: close.start, text: ` if ${text}` });
}
const branchTemplates = [
    {
        id: 'branches',
        summary: 'else added or removed, branches exchanged, if joined to the chain before',
        weight: 0.2,
        kinds: ['if', 'elif'],
        propose: branches,
    },
    {
        id: 'arms',
        summary: 'arms of a conditional expression exchanged or one kept',
        weight: 0.25,
        kinds: ['ternary'],
        propose: arms,
    },
    {
        id: 'drop-condition',
        summary: 'body without its condition; while for if, if for while',
        weight: 0.2,
        kinds: ['if', 'while'],
        propose: unguarded,
    },
    {
        id: 'comprehension-filter',
        summary: 'a filter of a comprehension added or removed',
        weight: 0.2,
        kinds: ['comprehension', 'filter'],
        propose: filtered,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/calls.js









const libraryNames = /^(Math|Object|Number|String|Array|JSON|math|np|numpy|os|re|json|itertools)$/;
/** `f(x)` becomes `x`; `x.f()` becomes `x`. */
function* unwrapped(node, model) {
    const callee = node.get('function', 'constructor');
    const args = node.get('arguments')?.parts ?? [];
    if (!isValue(node) || callee === undefined)
        return;
    const receiver = callee.kind === 'member' ? callee.get('object') : undefined;
    if (receiver !== undefined && !libraryNames.test(receiver.text)) {
        yield replacing(node, placed(expression(receiver, model.dialect), node, model.dialect), 0.8);
    }
    const [first] = args;
    if (first === undefined ||
        first.kind === 'keyword' ||
        first.kind === 'spread' ||
        first.kind === 'lambda' ||
        first.kind === 'clause')
        return;
    yield replacing(node, placed(expression(first, model.dialect), node, model.dialect), args.length === 1 ? 1 : 0.4);
}
const copies = /^(?:\$\.copy\(\)|\$\.slice\(\)|\[\.\.\.\$\]|\{ \.\.\.\$ \}|list\(\$\))$/;
/** What is compared with a text of one case is brought to that case sooner than to the other. */
function caseShare(node, wrapping) {
    const way = /\.(?:to)?(upper|lower)(?:Case)?\(\)$/i.exec(wrapping)?.[1]?.toLowerCase();
    if (way === undefined || node.parent?.kind !== 'comparison')
        return 1;
    const others = node.parent.parts.filter((one) => one !== node && one.kind !== 'name');
    const letters = others
        .map(({ text }) => text)
        .join('')
        .replace(/[^\p{L}]/gu, '');
    if (letters === '' || others.some((one) => !/^["'([{]/.test(one.text)))
        return 1;
    const [upper, lower] = [letters === letters.toUpperCase(), letters === letters.toLowerCase()];
    return (way === 'upper' ? upper : lower) ? 3 : 0.1;
}
const calls_sizes = /dist|diff|gap|delta|deviat|error|spread/i;
/** What is called a distance or a difference has no sign. */
function sizeShare(node, wrapping) {
    if (!/abs\(\$\)$/.test(wrapping) || node.kind !== 'arithmetic')
        return 1;
    const name = node.parent?.kind === 'return' ? functionOf(node)?.get('name')?.text : targetOf(node)?.text;
    return name !== undefined && calls_sizes.test(name) ? 3 : 1;
}
function* wrapped(node, model) {
    if (!isValue(node) || node.field === 'function' || node.parent?.kind === 'parenthesized')
        return;
    const type = model.inference.expectedOf(node);
    for (const { from, text, weight } of model.dialect.wraps) {
        const sure = from.includes(type) ? 1 : type === 'unknown' ? 0.4 : 0;
        const outer = node.parent?.kind === 'arguments' && node.parent.parent !== undefined ? calleeName(node.parent.parent) : '';
        const again = outer !== '' && text.includes(`${outer}(`);
        // Two names for one value, where each was meant to have its own.
        const alias = node.kind === 'name' && targetOf(node) !== undefined && copies.test(text);
        const place = alias ? 2 : node.kind === 'name' ? 0.7 : 1;
        const likely = sure * weight * place * caseShare(node, text) * sizeShare(node, text);
        if (likely > 0 && !again)
            yield replacing(node, wrap(text, expression(node, model.dialect)), likely);
    }
}
/** `f(xs)` for `f(...xs)` and the other way round. */
function* spreadChanged(node, model) {
    const [only, ...more] = node.parts;
    if (only === undefined || more.length > 0 || only.kind === 'keyword' || only.kind === 'lambda')
        return;
    const mark = model.dialect.family === 'python' ? '*' : '...';
    if (only.kind === 'spread') {
        const inner = only.parts[0];
        if (inner !== undefined && !only.text.startsWith('**'))
            yield replacing(only, inner.text, 0.6);
        return;
    }
    const type = model.inference.typeOf(only);
    if (!isValue(only) || !compatible('list', type))
        return;
    const name = node.parent === undefined ? '' : calleeName(node.parent);
    const many = /^(max|min|push|unshift|concat|hypot|fromCharCode|zip|print|log|append|product|chain|gcd|lcm)$/.test(name);
    yield replacing(only, mark + only.text, many ? 1 : 0.15);
}
function* argumentAdded(node, model) {
    const open = node.children.find(({ type }) => type === '(');
    const close = node.children.findLast(({ type }) => type === ')');
    if (open === undefined || close === undefined || node.parts.some(({ kind }) => kind === 'clause'))
        return;
    const name = node.parent === undefined ? '' : calleeName(node.parent);
    const last = node.parts.at(-1);
    const add = (text, weight) => changing(weight, {
        start: last?.end ?? open.end,
        end: last?.end ?? open.end,
        text: last === undefined ? text : `, ${text}`,
    });
    const atoms = [...atomsOf(model, node, 'number'), ...atomsOf(model, node, 'string')];
    const expected = model.functions.find((one) => one.name === name)?.parameterCount;
    const missing = expected !== undefined ? (expected > node.parts.length ? 1 : 0) : 0.25;
    if (missing === 0)
        return;
    for (const text of passedOn(node, name, model))
        yield add(text, 1);
    if (name === 'pop' && last === undefined && model.dialect.family === 'python')
        yield add('0', 1);
    for (const { text, weight } of atoms) {
        yield add(text, missing * weight);
        const first = node.parts[0];
        if (first !== undefined)
            yield changing(missing * weight * 0.5, { start: first.start, end: first.start, text: `${text}, ` });
    }
}
/** What a function that calls itself passes on of the parameter that it lacks: depths and counts change by one. */
function passedOn(args, name, model) {
    const home = [...args.ancestors()].find((one) => kinds_functionKinds.has(one.kind) && (one.get('name') ?? one.parent?.get('name'))?.text === name);
    if (name === '' || home === undefined)
        return [];
    const own = model.bindings.filter(({ origin, region }) => origin === 'parameter' && region === home);
    const parameter = own.filter((one) => one.name !== 'self' && one.name !== 'cls')[args.parts.length]?.name;
    return parameter === undefined ? [] : [parameter, `${parameter} + 1`, `${parameter} - 1`];
}
/** By what a sort compares; without, ECMAScript sorts numbers as texts. */
function* comparatorAdded(node, model) {
    const name = node.parent === undefined ? '' : calleeName(node.parent);
    const close = node.children.findLast(({ type }) => type === ')');
    const python = model.dialect.family === 'python';
    const last = node.parts.at(-1);
    const extreme = python && extremes.test(name) && node.parts.length === 1 && last?.kind !== 'comprehension';
    if (close === undefined || !(sorts.test(name) || extreme))
        return;
    if (!extreme && node.parts.length > (python && name === 'sorted' ? 1 : 0))
        return;
    const at = last?.end ?? close.start;
    const orders = extreme ? [] : python ? pythonOrders : ecmascriptOrders;
    for (const [text, weight] of [...orders, ...(python ? keysAt(node, model) : membersIn(model))])
        yield changing(weight, { start: at, end: at, text: last === undefined ? text : `, ${text}` });
}
/** Functions of the file by which things may be compared. */
function keysAt(node, model) {
    const home = functionOf(node)?.get('name')?.text;
    const functions = scopeAt(model, node).filter(({ origin, name }) => origin === 'function' && name !== home);
    return [...functions.map(({ name }) => [`key=${name}`, 0.4]), ['key=len', 0.3]];
}
/** Members that the file reads, or asks for without an argument, the most used first. */
function membersIn(model) {
    const counts = new Map([['length', 1]]);
    for (const one of model.root.walk()) {
        if (one.kind !== 'property' || one.field !== 'property' || one.parent?.kind !== 'member')
            continue;
        const call = one.parent.parent;
        const asked = call?.kind === 'call' && call.get('arguments')?.parts.length === 0;
        const text = calls_isRead(one.parent) ? one.text : asked ? `${one.text}()` : undefined;
        if (text !== undefined)
            counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const read = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostMembers);
    return read.flatMap(([name]) => [
        [`(a, b) => a.${name} - b.${name}`, 0.3],
        [`(a, b) => b.${name} - a.${name}`, 0.2],
    ]);
}
function calls_isRead({ parent, field }) {
    return !(parent?.kind === 'call' && field === 'function');
}
const sorts = /^(?:sorted|sort|toSorted)$/;
const extremes = /^(?:max|min)$/;
const mostMembers = 8;
const pythonOrders = [
    ['reverse=True', 0.6],
    ['key=abs', 0.15],
    ['key=lambda x: x[1]', 0.4],
    ['key=lambda x: x[0]', 0.2],
    ['key=str.lower', 0.2],
];
const ecmascriptOrders = [
    ['(a, b) => a - b', 1],
    ['(a, b) => b - a', 0.7],
    ['(a, b) => a.localeCompare(b)', 0.2],
];
function* keywordFlipped(node, model) {
    const name = node.get('name')?.text;
    const value = node.get('value');
    if (value?.kind === 'boolean')
        yield replacing(value, value.type === 'true' ? model.dialect.false : model.dialect.true);
    else if (name === 'key' && value !== undefined) {
        for (const text of ['len', 'abs', 'str', 'lambda x: x[0]', 'lambda x: x[1]', 'lambda x: -x'])
            yield replacing(value, text, 0.3);
        for (const { name: text, origin } of scopeAt(model, node))
            if (origin === 'function' && text !== value.text)
                yield replacing(value, text, 0.4);
        for (const [text, weight] of otherKeys(value))
            yield replacing(value, text, weight);
    }
}
/** What is equal by a key is told apart by more, or the other way round. */
function otherKeys(lambda) {
    const [parameter, body] = [lambda.get('parameters')?.text, lambda.get('body')];
    if (lambda.kind !== 'lambda' || parameter === undefined || body === undefined || parameter.includes(','))
        return [];
    const key = (text, weight) => [`lambda ${parameter}: ${text}`, weight];
    const negative = (one) => (one.kind === 'sign' ? (one.parts[0]?.text ?? '') : `-${one.text}`);
    if (body.kind !== 'list') {
        const rest = [parameter, `${parameter}[0]`, `${parameter}[1]`].filter((one) => one !== body.text);
        return [key(negative(body), 0.5), ...rest.map((one) => key(`(${body.text}, ${one})`, 0.4))];
    }
    const [first, second, ...more] = body.parts;
    if (first === undefined || second === undefined || more.length > 0)
        return [];
    return [
        key(`(${second.text}, ${first.text})`, 0.5),
        key(`(${negative(first)}, ${second.text})`, 0.6),
        key(`(${first.text}, ${negative(second)})`, 0.6),
        key(first.text, 0.3),
    ];
}
/** A function or arrow inside an async function may lack an `await`, or have one too many. */
function* awaited(node) {
    const around = [...node.ancestors()].find(({ kind }) => kind === 'function' || kind === 'lambda');
    if (node.kind === 'await') {
        const inner = node.parts[0];
        if (inner !== undefined)
            yield replacing(node, inner.text, 0.3);
    }
    else if (around?.text.startsWith('async') && node.parent?.kind !== 'await') {
        const bare = !['statement', 'return', 'declarator', 'assignment'].includes(node.parent?.kind ?? '');
        yield replacing(node, bare ? `(await ${node.text})` : `await ${node.text}`);
    }
}
const callTemplates = [
    {
        id: 'unwrap-call',
        summary: 'a call left out, its argument or receiver kept',
        weight: 0.3,
        kinds: ['call', 'new'],
        propose: unwrapped,
    },
    {
        id: 'wrap-call',
        summary: 'a conversion or other one-argument call added',
        weight: 0.2,
        kinds: ['name', 'call', 'member', 'index', 'arithmetic', 'comprehension', 'list', 'parenthesized'],
        propose: wrapped,
    },
    {
        id: 'spread-argument',
        summary: 'a sequence given as its elements, or the other way round',
        weight: 0.2,
        kinds: ['arguments'],
        propose: spreadChanged,
    },
    { id: 'missing-argument', summary: 'an argument added', weight: 0.2, kinds: ['arguments'], propose: argumentAdded },
    {
        id: 'comparator',
        summary: 'by what a sort compares',
        weight: 0.4,
        kinds: ['arguments'],
        propose: comparatorAdded,
    },
    {
        id: 'keyword-value',
        summary: 'another value of a keyword argument',
        weight: 0.3,
        kinds: ['keyword'],
        propose: keywordFlipped,
    },
    { id: 'await', summary: 'await added or removed', weight: 0.3, kinds: ['call', 'await'], propose: awaited },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/conditions.js




/** A truth value that is asked for or returned. */
function isAsked(node) {
    for (let outer = node.parent; outer !== undefined; outer = outer.parent) {
        if (outer.kind === 'logical' || outer.kind === 'not' || outer.kind === 'parenthesized')
            continue;
        return conditionOf(outer)?.contains(node) === true;
    }
    return false;
}
function* negated(node, model) {
    const { dialect } = model;
    if (node.kind === 'not') {
        const inner = node.get('argument') ?? node.parts[0];
        if (inner !== undefined)
            yield replacing(node, inner.text);
        return;
    }
    const truth = model.inference.typeOf(node) === 'boolean' || isAsked(node);
    if (!isValue(node) ||
        node.kind === 'comparison' ||
        node.kind === 'boolean' ||
        node.kind === 'parenthesized' ||
        node.parent?.kind === 'not' ||
        !truth)
        return;
    const likely = keepsLooping(node) ? 0.2 : isAsked(node) ? 1 : 0.5;
    yield replacing(node, placed(dialect.not(expression(node, dialect)), node, dialect), likely);
}
/** A value that is there and counts as false (0, an empty text) is taken for one that is missing, or the other way round. */
function* present(node, model) {
    const { dialect } = model;
    const python = dialect.family === 'python';
    const ways = python
        ? [['is not None', 'is None', 1]]
        : [
            ['!== undefined', '=== undefined', 1],
            ['!= null', '== null', 0.7],
            ['!== null', '=== null', 0.5],
        ];
    if (node.kind === 'comparison') {
        const [value] = operands(node);
        const asked = /\s(is not|is|[!=]==?)\s+(?:None|null|undefined)$/.exec(node.text)?.[1];
        if (value === undefined || asked === undefined)
            return;
        const bare = expression(value, dialect);
        const there = asked === 'is not' || asked.startsWith('!');
        yield replacing(node, placed(there ? bare : dialect.not(bare), node, dialect));
        return;
    }
    const inner = node.kind === 'not' ? (node.get('argument') ?? node.parts[0]) : node;
    const simple = inner !== undefined && ['name', 'member', 'index', 'call'].includes(inner.kind) && isValue(inner);
    if (!simple || !isAsked(node) || node.parent?.kind === 'not' || model.inference.typeOf(inner) === 'boolean')
        return;
    for (const [there, missing, weight] of ways) {
        const tightness = dialect.tightness[dialect.equal] ?? 7;
        const text = `${expression(inner, dialect).text} ${node.kind === 'not' ? missing : there}`;
        yield replacing(node, placed({ text, tightness }, node, dialect), weight);
    }
}
function* joined(node, model) {
    const condition = conditionOf(node);
    const { dialect } = model;
    if (condition === undefined)
        return;
    // A counting loop seldom ends for a second reason.
    const place = node.kind === 'for' ? 0.4 : 1;
    // The parts of a condition of several parts may each lack something, too.
    for (const part of [condition, ...(condition.kind === 'logical' ? operands(condition) : [])]) {
        const own = place * (part === condition ? 1 : 0.4);
        for (const { text, tightness, weight } of conditionsAt(model, condition)) {
            if (condition.text.includes(text))
                continue;
            for (const [connective, likely] of [
                [dialect.and, 1],
                [dialect.or, 0.8],
            ]) {
                const made = binary(expression(part, dialect), connective, { text, tightness }, dialect);
                const mixed = dialect.family === 'ecmascript' && part.text.includes('??');
                if (!mixed)
                    yield replacing(part, placed(made, part, dialect), own * likely * weight);
            }
        }
    }
}
/** The same for a truth value that is returned or assigned. */
function* joinedValue(node, model) {
    const place = node.parent?.kind;
    if (!expressions_isOperation(node) ||
        node.kind === 'arithmetic' ||
        !(place === 'return' || place === 'assignment' || place === 'declarator' || place === 'lambda'))
        return;
    const { dialect } = model;
    for (const { text, tightness, weight } of conditionsAt(model, node)) {
        if (node.text.includes(text))
            continue;
        for (const [connective, likely] of [
            [dialect.and, 1],
            [dialect.or, 0.8],
        ]) {
            const made = binary(expression(node, dialect), connective, { text, tightness }, dialect);
            yield replacing(node, placed(made, node, dialect), likely * weight);
        }
    }
}
function* replaced(node, model) {
    const condition = conditionOf(node);
    if (condition === undefined)
        return;
    for (const { text, tightness, weight } of conditionsAt(model, condition)) {
        if (text !== condition.text)
            yield replacing(condition, placed({ text, tightness }, condition, model.dialect), weight);
    }
    const loop = node.kind === 'while' || node.kind === 'for';
    if (!loop)
        yield replacing(condition, model.dialect.true, 0.3);
    yield replacing(condition, model.dialect.false, 0.3);
}
/** One comparison of `a == b or c` was meant for both: `a == b or a == c`. */
function* completed(node, model) {
    const [left, right] = operands(node);
    if (left?.kind !== 'comparison' || right === undefined || right.kind === 'comparison' || operators(left).length !== 1)
        return;
    const [subject] = operands(left);
    if (subject === undefined || model.inference.typeOf(right) === 'boolean')
        return;
    yield replacing(right, `${subject.text} ${operatorText(left)} ${right.text}`);
}
const conditionTemplates = [
    {
        id: 'negate',
        summary: 'a truth value negated, or a negation removed',
        weight: 0.3,
        kinds: ['not', 'logical', 'call', 'name', 'member', 'index'],
        propose: negated,
    },
    {
        id: 'presence',
        summary: 'a value that is missing told from one that counts as false',
        weight: 0.25,
        kinds: ['name', 'member', 'index', 'call', 'not', 'comparison'],
        propose: present,
    },
    {
        id: 'join-condition',
        summary: 'a condition strengthened or weakened by another',
        weight: 0.3,
        kinds: ['if', 'elif', 'while', 'for', 'ternary', 'filter'],
        propose: joined,
    },
    {
        id: 'join-value',
        summary: 'a returned or assigned truth value strengthened or weakened',
        weight: 0.25,
        kinds: ['comparison', 'logical'],
        propose: joinedValue,
    },
    {
        id: 'replace-condition',
        summary: 'another condition',
        weight: 0.16,
        kinds: ['if', 'elif', 'while', 'ternary', 'filter'],
        propose: replaced,
    },
    {
        id: 'complete-comparison',
        summary: 'the subject of the comparison repeated',
        weight: 0.3,
        kinds: ['logical'],
        propose: completed,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/consistent.js



/** Comparisons in other statements of the function that ask the same of the same value as this one, and itself. */
function parallels(node) {
    const home = functionOf(node);
    if (node.kind !== 'comparison' || home === undefined)
        return [node];
    const asks = (one) => operands(one).map((side) => (literalKinds.has(side.kind) || operands(one).length > 2 ? undefined : side.text));
    const mine = asks(node);
    return [...home.walk()].filter((one) => one.kind === 'comparison' &&
        operatorText(one) === operatorText(node) &&
        (one === node ||
            (statementAround(one) !== statementAround(node) &&
                asks(one).some((text, side) => text !== undefined && text === mine[side]))));
}
/** The same question of one value asked otherwise at all its places in a function. */
function* parallelChanged(node, model) {
    const uses = parallels(node);
    if (uses[0] !== node || uses.length < 2 || uses.length > 4)
        return;
    const tokens = uses.flatMap((one) => operators(one).slice(0, 1));
    for (const [text, weight] of model.dialect.operators.comparison[operatorText(node)] ?? [])
        yield changing(weight, ...tokens.map((token) => change(token, text)));
}
/** The same operator changed wherever a statement (of compound ones, its head too) has it. */
function* operatorEverywhere(node, model) {
    const statement = statementAround(node);
    if (statement === undefined)
        return;
    const operator = operatorText(node);
    const table = model.dialect.operators[node.kind];
    const uses = [...statement.walk()].filter((one) => one.kind === node.kind && operatorText(one) === operator && statementAround(one) === statement);
    if (uses[0] !== node || uses.length < 2 || uses.length > 6)
        return;
    const tokens = uses.flatMap((one) => operators(one).slice(0, 1));
    for (const [text, weight] of table[operator] ?? [])
        yield changing(weight, ...tokens.map((token) => change(token, text)));
}
/** Every truth value of a function says the opposite: what it decides was taken the wrong way round. */
function* truthEverywhere(node, model) {
    const home = functionOf(node);
    if (home === undefined)
        return;
    const { dialect } = model;
    for (const returnedOnly of [false, true]) {
        const uses = [...home.walk()].filter((one) => one.kind === 'boolean' && (!returnedOnly || one.parent?.kind === 'return') && functionOf(one) === home);
        if (uses[0] !== node || uses.length < 2 || uses.length > 8)
            continue;
        yield changing(returnedOnly ? 1 : 0.8, ...uses.map((one) => change(one, one.text === dialect.true ? dialect.false : dialect.true)));
    }
}
const consistentTemplates = [
    {
        id: 'operator-everywhere',
        summary: 'the same operator changed at all its uses in a statement',
        weight: 0.3,
        kinds: ['logical', 'comparison', 'arithmetic'],
        propose: operatorEverywhere,
    },
    {
        id: 'parallel-comparisons',
        summary: 'the same question of one value asked otherwise throughout a function',
        weight: 0.4,
        kinds: ['comparison'],
        propose: parallelChanged,
    },
    {
        id: 'boolean-everywhere',
        summary: 'every truth value of a function turned round',
        weight: 0.25,
        kinds: ['boolean'],
        propose: truthEverywhere,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/constants.js







/** Codes of the first and last letters and digits, those beside them, and what the cases and alphabets differ by. */
const characterCodes = ['97', '65', '122', '90', '123', '91', '48', '57', '96', '64', '26', '32'];
/** Two neighbouring digits in each other's place. */
function transposed(number) {
    if (!/^\d{3,7}$/.test(number))
        return [];
    const ways = [...number].map((digit, at) => number.slice(0, at) + (number[at + 1] ?? '') + digit + number.slice(at + 2));
    return [...new Set(ways)].filter((text) => text.length === number.length && text !== number && text[0] !== '0');
}
/** It counts elements, wholly or in part. */
function isPosition(node) {
    for (const outer of node.ancestors()) {
        if (outer.kind === 'index' || outer.kind === 'slice')
            return true;
        if (outer.kind !== 'arithmetic' && outer.kind !== 'parenthesized')
            return false;
    }
    return false;
}
const hexadecimal = /^0x/i;
function* constants_numbers(node, model) {
    const tried = new Set([node.text]);
    const ways = [
        ['0', 0.8],
        ['1', 0.8],
        ['2', 0.6],
        ['-1', 0.5],
        ['10', 0.2],
        ['3', 0.2],
        ...model.hints.numbers.map((text) => [text, 0.5]),
        ...model.hints.mentionedNumbers.map((text) => [text, 0.4]),
    ];
    for (const [text, weight] of ways) {
        if (tried.has(text) || (text.startsWith('-') && node.parent?.kind === 'sign'))
            continue;
        tried.add(text);
        yield replacing(node, text, weight);
    }
    if (Number(node.text) >= 20 && /charCode|codePoint|fromChar|\b(?:ord|chr)\(/.test(functionOf(node)?.text ?? '')) {
        for (const text of characterCodes)
            if (text !== node.text)
                yield replacing(node, text, 0.3);
    }
    if (node.field === 'value' || node.field === 'right') {
        const [most, least] = model.dialect.infinities;
        yield replacing(node, most, 0.4);
        yield replacing(node, least, 0.3);
    }
    const value = Number(node.text);
    if (Number.isInteger(value) && Math.abs(value) > 2) {
        for (const text of transposed(node.text))
            if (!tried.has(text))
                yield replacing(node, text, 0.3);
        const base = hexadecimal.test(node.text) ? 16 : 10;
        // A digit too few or too many is mistyped sooner than another number.
        for (const [other, weight] of [
            ...[value * base, value / base].map((one) => [one, 0.4]),
            ...[value + 2, value - 2, value * 2, value / 2].map((one) => [one, 0.25]),
        ]) {
            const text = base === 16 ? `0x${other.toString(16)}` : String(other);
            if (Number.isInteger(other) && !tried.has(text))
                yield replacing(node, text, weight);
        }
    }
    if ((value === 0 || value === 1) && node.parent?.kind === 'arithmetic' && !isPosition(node))
        yield replacing(node, '0.5', 0.15);
    for (const { text, weight, type } of variables(model, node)) {
        if (type === 'number')
            yield replacing(node, text, 0.5 * weight);
        else if (type === 'list' || type === 'sequence' || type === 'string')
            yield replacing(node, model.dialect.length(text), 0.3 * weight);
    }
}
function* sameEverywhere(node) {
    const home = functionOf(node);
    if (home === undefined || !/^\d+$/.test(node.text))
        return;
    const uses = [...home.walk()].filter((one) => one.kind === 'number' && one.text === node.text);
    if (uses[0] !== node || uses.length < 2 || uses.length > 5)
        return;
    for (const value of [Number(node.text) + 1, Number(node.text) - 1])
        if (value >= 0)
            yield changing(1, ...uses.map((one) => change(one, String(value))));
}
function* truths(node, model) {
    const { dialect } = model;
    yield replacing(node, node.text === dialect.true ? dialect.false : dialect.true);
    for (const { text, weight, type } of variables(model, node))
        if (type === 'boolean')
            yield replacing(node, text, 0.3 * weight);
}
function* nothings(node, model) {
    const other = model.dialect.family === 'python' ? [] : [node.text === 'null' ? 'undefined' : 'null'];
    for (const [index, text] of [
        ...other,
        '0',
        model.dialect.false,
        model.dialect.true,
        quoted(model, ''),
        '[]',
        '-1',
        '1',
        '{}',
    ].entries()) {
        yield replacing(node, text, 1 / (index + 1.5));
    }
}
/** A text for people: only another one can stand for it. */
const prose = /\S\s+\S+\s+\S/;
function* constants_strings(node, model) {
    const content = stringContent(node);
    if (content === undefined || node.parent?.type === 'import_statement' || node.text.startsWith('"""'))
        return;
    const tried = new Set([content]);
    const ways = [
        ...model.hints.strings.map((text) => [text, 0.7]),
        ...model.hints.mentionedStrings.map((text) => [text, 0.5]),
        ['', 0.6],
        [' ', 0.5],
        [content.toLowerCase(), 0.6],
        [content.toUpperCase(), 0.5],
        [`${content} `, 0.25],
        [` ${content}`, 0.2],
        [content.trim(), 0.3],
        [[...content].reverse().join(''), 0.15],
        [content.slice(0, -1), 0.15],
        [content.slice(1), 0.15],
        // Of a filling there is one too few.
        [content + content.slice(-1), /^(.)\1*$/.test(content) ? 0.4 : 0],
        [`${content}s`, 0.05],
        [',', 0.15],
        ['\\n', 0.15],
        ['0', 0.15],
        ['1', 0.15],
        [', ', 0.1],
        ['-', 0.05],
        ['_', 0.05],
        ...counterpartsOf(content),
    ];
    for (const [text, weight] of ways) {
        if (weight > 0 && !tried.has(text) && (!prose.test(content) || prose.test(text)))
            yield replacing(node, quoted(model, text), weight);
        tried.add(text);
    }
    for (const text of respelled(content, model))
        yield replacing(node, quoted(model, text), 1);
    yield* unquoted(node, model, content);
    // The mark before a text that names variables is easily forgotten.
    const named = [...content.matchAll(/\{(\w+)[\w.[\]!:]*\}/g)].map(([, name = '']) => name);
    const visible = named.length > 0 && named.every((name) => scopeAt(model, node).some((one) => one.name === name));
    if (visible && model.dialect.family === 'python')
        yield replacing(node, `f${node.text}`, 1);
}
const wordsRespelled = 2;
/** A word that the tests which fail spell almost alike, as they spell it. */
function respelled(content, { hints: { testedWords } }) {
    const ways = [];
    for (const [word] of testedWords.size === 0 ? [] : content.matchAll(/\p{L}{4,}/gu)) {
        if (testedWords.has(word))
            continue;
        for (const other of testedWords) {
            if (Math.abs(other.length - word.length) > 2)
                continue;
            const near = similarity(word, other);
            if (near >= alikeEnough)
                ways.push({ text: content.replace(word, () => other), near });
        }
    }
    ways.sort((a, b) => b.near - a.near);
    return ways.slice(0, wordsRespelled).map(({ text }) => text);
}
const constants_counterparts = ['([{<', ')]}>', '+-', '*/', '<>', '()', '[]', '{}', '01', ',.', ';:', '-_'];
/** Characters that are taken for one another, such as kinds of brackets. */
function counterpartsOf(content) {
    if (content.length !== 1)
        return [];
    const groups = constants_counterparts.filter((group) => group.includes(content));
    return groups.flatMap((group) => [...group].map((text) => [text, 0.7]));
}
/** A name in quotes that was meant as the variable of that name, or text where a variable of text belongs. */
function* unquoted(node, model, content) {
    for (const { text, weight, type, unread } of variables(model, node)) {
        const named = text === content;
        if (named || type === 'string' || (unread && type === 'unknown'))
            yield replacing(node, text, named ? 1 : 0.3 * weight);
        if (named && model.dialect.family === 'python') {
            yield replacing(node, `${text}.encode()`, 0.5);
            yield replacing(node, `str(${text})`, 0.4);
        }
    }
}
/** Names that are bound together, in another order. */
function* targets(pattern) {
    if (pattern === undefined || !/^(pattern_list|tuple_pattern|list_pattern|array_pattern)$/.test(pattern.type))
        return;
    for (const [i, one] of pattern.parts.entries()) {
        const next = pattern.parts[i + 1];
        if (next !== undefined)
            yield changing(0.8, change(one, next.text), change(next, one.text));
    }
}
/** Another member in a literal collection, or one fewer. */
function* constants_elements(node) {
    if (node.kind === 'assignment' || node.kind === 'declarator' || node.kind === 'foreach') {
        yield* targets(node.get('left', 'name'));
        return;
    }
    const { parts } = node;
    const [only] = parts;
    if (only !== undefined && parts.length === 1 && node.kind === 'list' && node.field !== 'left')
        yield changing(0.5, change(only, ''));
    if (node.field === 'left' || parts.length < 2 || parts.length > 12)
        return;
    for (let i = 0; i < parts.length; i++) {
        const [one, next, previous] = [parts[i], parts[i + 1], parts[i - 1]];
        if (next !== undefined) {
            yield changing(0.4, { start: one.start, end: next.start, text: '' });
            if (one.text !== next.text)
                yield changing(1, change(one, next.text), change(next, one.text));
        }
        else if (previous !== undefined)
            yield changing(0.4, { start: previous.end, end: one.end, text: '' });
    }
}
/** A variable or call that should have been a constant. */
function* constantInstead(node, model) {
    if (!isValue(node) || node.field === 'function' || node.kind === 'parenthesized')
        return;
    const type = model.inference.expectedOf(node);
    const place = node.parent?.kind;
    if (place === 'index' && node.field !== 'index' && node.field !== 'subscript')
        return;
    const ways = type === 'boolean'
        ? [model.dialect.true, model.dialect.false]
        : type === 'string'
            ? [quoted(model, ''), quoted(model, ' ')]
            : type === 'list'
                ? ['[]']
                : type === 'number' || type === 'unknown'
                    ? ['0', '1', '2', '-1']
                    : [];
    for (const [index, text] of ways.entries())
        yield replacing(node, text, (type === 'unknown' ? 0.4 : 1) / (1 + index * 0.4));
}
const constantTemplates = [
    {
        id: 'number',
        summary: 'another number: a usual one, of the file, of its prose, or a variable',
        weight: 0.3,
        kinds: ['number'],
        propose: constants_numbers,
    },
    {
        id: 'number-everywhere',
        summary: 'the same number changed at all its uses in a function',
        weight: 0.15,
        kinds: ['number'],
        propose: sameEverywhere,
    },
    { id: 'boolean', summary: 'true for false, false for true', weight: 0.4, kinds: ['boolean'], propose: truths },
    { id: 'null', summary: 'another empty value', weight: 0.2, kinds: ['null'], propose: nothings },
    {
        id: 'string',
        summary: 'another string: of the file, of its prose, or of another case or margin',
        weight: 0.25,
        kinds: ['string'],
        propose: constants_strings,
    },
    {
        id: 'elements',
        summary: 'members of a literal collection exchanged or left out, names bound in another order',
        weight: 0.15,
        kinds: ['list', 'object', 'assignment', 'declarator', 'foreach'],
        propose: constants_elements,
    },
    {
        id: 'constant-instead',
        summary: 'a constant instead of a computed value',
        weight: 0.12,
        kinds: ['name', 'call', 'member', 'index', 'arithmetic', 'comparison'],
        propose: constantInstead,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/conversions.js







const mostConversions = 10;
const longest = 40;
/** They load, test or tell, and convert nothing. */
const noConversion = /^(?:require|import|isinstance|hasattr|typeof|len|push|append|add|has|test|exec|log|error|warn|is[A-Z_].*|has[A-Z_].*)$/;
const conversionsKnown = new WeakMap();
/** Calls whose value a file uses and that take one thing: as the only argument, or as the receiver. The most used first. */
function conversionsOf(model) {
    const known = conversionsKnown.get(model);
    if (known !== undefined)
        return known;
    const made = new Map();
    for (const one of model.root.walk()) {
        const callee = one.kind === 'call' ? one.get('function') : undefined;
        const args = one.get('arguments');
        if (callee === undefined || args === undefined || one.parent?.kind === 'statement')
            continue;
        const name = calleeName(one);
        const given = args.parts;
        if (noConversion.test(name) || callee.end - callee.start > longest)
            continue;
        const literal = given.every(({ kind, type }) => literalKinds.has(kind) || type === 'regex');
        const method = callee.kind === 'member' && literal && args.end - args.start <= longest;
        const alone = given.length === 1 && isValue(given[0]) && !literal && !callee.text.includes('$');
        const text = method ? `$.${name}${args.text}` : alone ? `${callee.text}($)` : undefined;
        if (text === undefined || (method && args.text.includes('$')))
            continue;
        const before = made.get(text)?.count ?? 0;
        made.set(text, { text, name, callee: method ? undefined : callee, count: before + 1 });
    }
    const sorted = [...made.values()].sort((a, b) => b.count - a.count);
    conversionsKnown.set(model, sorted);
    return sorted;
}
/** The value is converted as the file converts others. */
function* converted(node, model) {
    if (!isValue(node) || node.field === 'function' || node.field === 'object' || targetOf(node) !== undefined)
        return;
    if (node.parent?.kind === 'parenthesized')
        return;
    const outer = node.parent?.kind === 'arguments' && node.parent.parent ? calleeName(node.parent.parent) : '';
    const inner = node.kind === 'call' ? calleeName(node) : '';
    const conversions = conversionsOf(model).filter(({ name, callee }) => name !== outer && name !== inner && (callee === undefined || readableAt(model, callee, node)));
    const [first] = conversions;
    for (const { text, count } of conversions.slice(0, mostConversions))
        yield replacing(node, wrap(text, expression(node, model.dialect)), 0.3 + (0.7 * count) / (first?.count ?? 1));
}
/** Calls that only answer: standing alone as a statement, they do nothing. */
const changesNothing = /^(?:l?r?strip|replace(?:All)?|lower|upper|title|capitalize|trim(?:Start|End)?|to(?:Upper|Lower)Case|pad(?:Start|End)|[lr]just|zfill|substring|slice|concat|filter|map|flat|flatMap|toSorted|toReversed|toSpliced|sorted|reversed|union|intersection|difference|symmetric_?[dD]ifference|format|encode|decode|join|split)$/;
/** `text.strip()` alone becomes `text = text.strip()`. */
function* kept(node, model) {
    const [call] = node.parts;
    if (call?.kind !== 'call' || !changesNothing.test(calleeName(call)))
        return;
    const callee = call.get('function');
    const target = callee?.kind === 'member' ? callee.get('object') : call.get('arguments')?.parts[0];
    const bound = target?.kind === 'name' ? scopeAt(model, node).find(({ name }) => name === target.text) : undefined;
    const fixed = bound !== undefined && (bound.origin === 'import' || isConstant(bound.node));
    if (target !== undefined && !fixed && /^(?:name|member|index)$/.test(target.kind)) {
        const value = calleeName(call) === 'reversed' ? `list(${call.text})` : call.text;
        yield replacing(call, `${target.text} = ${value}`);
    }
    if (functionOf(node) === undefined)
        return;
    yield replacing(node, model.dialect.simple(`return ${call.text}`, styleAt(model, node)), 0.5);
}
/** Declared by `const`. */
function isConstant({ parent }) {
    return parent?.kind === 'declarator' && parent.parent?.children[0]?.type === 'const';
}
const conversionTemplates = [
    {
        id: 'keep-result',
        summary: 'the result of a call that changes nothing is kept',
        weight: 0.5,
        kinds: ['statement'],
        propose: kept,
    },
    {
        id: 'convert-alike',
        summary: 'a call added that the file makes of other values',
        weight: 0.12,
        kinds: ['name', 'member', 'index', 'call'],
        propose: converted,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/exceptions.js

/** Classes of the language that are taken for one another; of several families, those of one first. */
const families = {
    python: [
        ['TypeError', 'ValueError', 'OverflowError', 'ZeroDivisionError'],
        ['KeyError', 'IndexError', 'AttributeError', 'LookupError', 'NameError'],
        ['OSError', 'FileNotFoundError', 'PermissionError', 'NotADirectoryError', 'ImportError', 'ModuleNotFoundError'],
        ['ValueError', 'UnicodeDecodeError', 'UnicodeEncodeError'],
        ['RuntimeError', 'NotImplementedError', 'RecursionError', 'StopIteration'],
    ],
    ecmascript: [['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'URIError']],
};
/** What a class catches with itself. */
const covers = {
    OSError: ['FileNotFoundError', 'PermissionError', 'NotADirectoryError'],
    LookupError: ['KeyError', 'IndexError'],
    ValueError: ['UnicodeDecodeError', 'UnicodeEncodeError'],
    ImportError: ['ModuleNotFoundError'],
    RuntimeError: ['NotImplementedError', 'RecursionError'],
};
const catchesAll = new Set(['Exception', 'BaseException']);
/** Made of five things, unlike the others. */
const elaborate = /^Unicode/;
const sameFamily = 0.8;
const otherFamily = 0.25;
const ofTheFile = 0.6;
const exceptionName = /^(?:[A-Z]\w*)?(?:Error|Exception)$/;
const namesKnown = new WeakMap();
/** Classes of errors by their names that the file defines, imports, throws or catches. */
function exceptions_namesOf(model) {
    const known = namesKnown.get(model);
    if (known !== undefined)
        return known;
    const found = new Set();
    for (const { kind, text } of model.root.walk())
        if (kind === 'name' && exceptionName.test(text))
            found.add(text);
    namesKnown.set(model, found);
    return found;
}
/** What may be meant besides or instead of these. */
function othersThan(given, model) {
    const found = new Map();
    const add = (name, weight) => {
        if (!given.includes(name))
            found.set(name, Math.max(weight, found.get(name) ?? 0));
    };
    for (const family of families[model.dialect.family]) {
        const weight = family.some((one) => given.includes(one)) ? sameFamily : otherFamily;
        for (const name of family)
            add(name, weight);
    }
    for (const name of exceptions_namesOf(model))
        add(name, ofTheFile);
    return found;
}
/** Another class caught as well, or instead. */
function* caught(node, model) {
    const clause = node.parent?.type === 'as_pattern' ? node.parent.parent : node.parent;
    if (clause?.type !== 'except_clause')
        return;
    const given = (node.kind === 'list' ? node.parts : [node]).map(({ text }) => text);
    const covered = new Set(given.flatMap((name) => covers[name] ?? []));
    const all = given.some((name) => catchesAll.has(name));
    for (const [name, weight] of othersThan(given, model)) {
        if (!all && !covered.has(name) && !catchesAll.has(name))
            yield replacing(node, `(${[...given, name].join(', ')})`, weight);
        if (node.kind !== 'list')
            yield replacing(node, name, 0.5 * weight);
    }
}
/** Another class thrown. */
function* thrown(node, model) {
    const [made] = node.parts;
    const name = made?.get('function', 'constructor') ?? made;
    if (name?.kind !== 'name' || !exceptionName.test(name.text))
        return;
    for (const [text, weight] of othersThan([name.text], model))
        if (!elaborate.test(text))
            yield replacing(name, text, weight);
}
const exceptionTemplates = [
    {
        id: 'caught-exception',
        summary: 'another class of errors caught as well, or instead',
        weight: 0.2,
        kinds: ['name', 'list'],
        propose: caught,
    },
    {
        id: 'thrown-exception',
        summary: 'an error of another class thrown',
        weight: 0.25,
        kinds: ['throw'],
        propose: thrown,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/experience.js
const experience = {
    templates: {
        'add-slice': 0.74,
        'add-term': 0.35,
        'argument-of-others': 0.81,
        'arithmetic-operator': 1.41,
        'assignment-operator': 1.4,
        'boolean-everywhere': 1.58,
        comparator: 1.9,
        'comparison-chain': 1.32,
        'comparison-operator': 1.86,
        'constant-instead': 0.37,
        'delete-statement': 0.86,
        'donor-insert': 0.85,
        'drop-condition': 1.29,
        'drop-operand': 2.06,
        elements: 1.45,
        'exchange-indices': 1.42,
        fallback: 0.52,
        index: 0.66,
        'insert-conditional': 0.79,
        'insert-guard': 0.3,
        'insert-statement': 0.84,
        'join-condition': 0.37,
        'join-value': 0.73,
        'literal-step': 1.77,
        'logical-operator': 2.4,
        'missing-return': 0.61,
        negate: 0.76,
        number: 1.29,
        'number-everywhere': 0.83,
        'off-by-one': 0.58,
        'optional-chaining': 0.69,
        pattern: 1.19,
        'repeat-statement': 0.57,
        'sibling-call': 1.8,
        sign: 0.55,
        'skip-element': 1.47,
        'slice-bounds': 0.84,
        string: 1.51,
        'swap-statements': 0.37,
        'unwrap-call': 1.37,
        'wrap-call': 0.36,
        'wrap-condition': 0.32,
        'wrong-expression': 0.75,
        'wrong-target': 0.73,
        'wrong-variable': 1.99,
    },
    shapes: {
        'add-index': { '→ . slice ( 1 )': 0.85, '→ [ 1 ]': 0.8 },
        'add-slice': { '→ [ 0 ]': 0.82 },
        'add-term': { '→ + 1': 0.77, '→ + N': 0.73, '→ - N': 0.79 },
        'argument-of-others': { '→ , N': 0.82 },
        'arithmetic-operator': { '% → /': 0.84, '* → +': 0.86, '+ → *': 1.19, '- → %': 1.37, '- → +': 1.22, '→ *': 0.85 },
        'assignment-operator': { '+ →': 0.75, '| → ^': 1.42 },
        'boolean-everywhere': { 'True → False | False → True': 1.4 },
        branches: { 'N → N | N → N': 1.42 },
        comparator: { '→ ( N , N ) = > N - N': 1.91, '→ , N = N': 1.42 },
        'comparison-operator': {
            '! → =': 1.48,
            '= → !': 0.76,
            '= → <': 0.84,
            '= → >': 0.84,
            '= →': 1.41,
            '== → <': 0.82,
            '== → >': 0.82,
            '> → <': 1.22,
            '→ =': 2.06,
        },
        'constant-instead': { 'N → 0': 0.79 },
        'convert-alike': { 'N → N ( N )': 0.84, '→ . N ( S )': 0.77 },
        'drop-operand': {
            '% 9 →': 0.83,
            '* - 1 →': 1.42,
            '* N →': 0.76,
            '+ 1 →': 1.56,
            '+ 9 →': 1.29,
            '+ N →': 1.49,
            '- 1 →': 2.45,
            'N - →': 0.75,
        },
        elements: { 'N → N | N → N': 0.83 },
        'exchange-indices': { 'N → N | N → N': 1.39 },
        'insert-statement': { '→ N + = 1 ;': 0.8, '→ break': 1.38 },
        'insert-update': { '→ N . N ( N )': 0.67, '→ N . push ( N ) ;': 0.76 },
        'literal-step': { '0 → - 1': 0.77, '1 → 0': 1.6, '1 → 2': 0.67, '2 → 1': 1.82, '9 → 2': 1.41, '9 → 9': 1.55 },
        'logical-operator': { '&& → ||': 1.54, 'and → or': 1.61, '|| → &&': 1.33, '|| → ??': 1.32 },
        'missing-return': { '→ return': 0.82 },
        nesting: { '→ return N | return N →': 0.83 },
        number: {
            '0 → - N': 1.39,
            '0 → 2': 0.69,
            '1 → 9': 1.32,
            '1 → N': 0.77,
            '9 → 0': 0.77,
            '9 → 1': 0.8,
            '9 → 9': 2.06,
        },
        'off-by-one': { '→ - 1': 0.58 },
        'operand-order': { 'N % N → N % N': 1.4, 'N - N → N - N': 1.29 },
        'optional-chaining': { '→ ?': 0.74 },
        'repeat-statement': { '→ N = [ ]': 0.82 },
        'sibling-call': {
            'N → N': 1.45,
            'N → floor': 1.41,
            'floor → ceil': 1.56,
            'len → max': 0.78,
            'len → min': 0.78,
            'len → sum': 0.78,
            'push → N': 0.69,
            'range → N': 0.85,
            'round → N . ceil': 1.62,
            'round → floor': 1.4,
        },
        sign: { '→ -': 0.65 },
        'skip-element': { '→ N ++ ;': 1.42 },
        string: { '( → [': 1.42, '> → <': 1.43, '→': 1.4 },
        'unwrap-call': { '. N ( ) →': 1.94, 'len ( N ) → N': 0.82, 'new N ( N ) → N': 1.37 },
        'wrap-call': { '→ . length': 0.77 },
        'wrap-condition': { '→ if len ( N ) == 0 :': 0.83 },
        'wrong-expression': { 'N → N': 1.17, 'N → S': 1.42 },
        'wrong-target': { 'N → N': 0.77 },
        'wrong-variable': { 'N → N': 1.28 },
    },
};

;// CONCATENATED MODULE: ./build/dist/fix/templates/fallbacks.js





/** What stands for a value that is not there; of a type that is known only its own. */
function defaultsFor(type, model) {
    const all = [
        ['0', 'number', 1],
        [quoted(model, ''), 'string', 0.8],
        ['[]', 'list', 0.7],
        ['{}', 'object', 0.4],
        ['1', 'number', 0.4],
    ];
    if (type === 'boolean' || type === 'function')
        return [];
    const fitting = all.filter(([, own]) => type === 'unknown' || own === type || (type === 'sequence' && own !== 'number'));
    return fitting.map(([text, , weight]) => [text, weight * (type === 'unknown' ? 0.5 : 1)]);
}
/** Where nothing may be: what is read of something else, or given by a caller. */
const likely = { index: 1, member: 0.8, call: 0.8, name: 0.6 };
/** Calls that answer with nothing where they find nothing. */
const mayFail = /^(?:get|find|findLast|match|exec|pop|shift|at|getenv|search|next)$/;
/** `x` becomes `x || 0`. */
function* orElse(node, model) {
    const { parent } = node;
    if (!isValue(node) || node.field === 'function' || node.field === 'constructor' || parent === undefined)
        return;
    // Python before 3.12 reads no quotes in the expressions of a text, and `x!` says that something is there.
    if (parent.type === 'interpolation' || parent.type === 'non_null_expression')
        return;
    if (parent.kind === 'logical' || parent.kind === 'comparison' || parent.kind === 'not')
        return;
    if (parent.kind === 'parenthesized' || (node.kind === 'call' && !mayFail.test(calleeName(node))))
        return;
    const place = likely[node.kind] ?? 0;
    const operators = model.dialect.family === 'python'
        ? [['or', 1]]
        : [
            ['||', 1],
            ['??', 0.9],
        ];
    for (const [operator, share] of operators) {
        for (const [other, weight] of defaultsFor(model.inference.expectedOf(node), model)) {
            const made = binary(expression(node, model.dialect), operator, { text: other, tightness: 20 }, model.dialect);
            const text = parent.kind === 'spread' ? `(${made.text})` : placed(made, node, model.dialect);
            yield replacing(node, text, place * share * weight);
        }
    }
}
/** Python's `d[key]` becomes `d.get(key, 0)`; a call that can be told what to answer is told. */
function* answered(node, model) {
    const python = model.dialect.family === 'python';
    if (node.kind === 'index') {
        const [owner, key] = [node.get('value'), node.get('subscript')];
        if (!python || !isValue(node) || owner === undefined || key === undefined || key.kind === 'slice')
            return;
        if (key.kind === 'number' || key.kind === 'sign' || node.parts.length > 2 || /^[A-Z]/.test(owner.text))
            return;
        if (!/^(?:object|unknown)$/.test(model.inference.typeOf(owner)) || node.parent?.type === 'interpolation')
            return;
        const receiver = postfixable(expression(owner, model.dialect));
        yield replacing(node, `${receiver}.get(${key.text})`, 0.8);
        for (const [text, weight] of defaultsFor('unknown', model))
            yield replacing(node, `${receiver}.get(${key.text}, ${text})`, weight);
        return;
    }
    const args = node.get('arguments');
    const [only, ...more] = args?.parts ?? [];
    if (args === undefined || only === undefined || more.length > 0)
        return;
    const name = calleeName(node);
    const receiver = node.get('function')?.get('object');
    if (receiver !== undefined && /^(?:list|string)$/.test(model.inference.typeOf(receiver)) && name !== 'reduce')
        return;
    const add = (text, weight) => changing(weight, { start: only.end, end: only.end, text: `, ${text}` });
    if (python && (name === 'get' || name === 'pop' || name === 'next')) {
        yield add(model.dialect.null, name === 'get' ? 0.1 : 1);
        for (const [text, weight] of defaultsFor('unknown', model))
            yield add(text, 2 * weight);
    }
    else if (python && (name === 'max' || name === 'min')) {
        yield add('default=0', 1);
        yield add(`default=${model.dialect.null}`, 0.6);
    }
    else if (!python && name === 'reduce' && only.kind === 'lambda') {
        for (const [text, weight] of defaultsFor('unknown', model))
            yield add(text, 2 * weight);
    }
}
/** `a.b` becomes `a?.b`. */
function* optional(node, model) {
    const owner = node.get('object');
    if (model.dialect.family === 'python' || owner === undefined || node.text.includes('?.'))
        return;
    if (/^(?:this|super|[A-Z].*)$/.test(owner.text) || node.field === 'constructor' || isWritten(node))
        return;
    if (!isValue(node) && node.field !== 'function')
        return;
    if (node.parent?.get('arguments')?.type === 'template_string')
        return;
    if (node.kind === 'member') {
        const dot = node.children.find(({ type }) => type === '.');
        if (dot !== undefined)
            yield changing(owner.kind === 'name' ? 0.7 : 1, change(dot, '?.'));
    }
    else {
        const open = node.children.find(({ type }) => type === '[');
        if (open !== undefined)
            yield changing(0.6, { start: open.start, end: open.start, text: '?.' });
    }
}
/** It is what is assigned to, or a part of it. */
function isWritten(node) {
    let outer = node;
    while (outer.parent !== undefined && (outer.parent.kind === 'member' || outer.parent.kind === 'index')) {
        if (outer.parent.get('object') !== outer)
            return false;
        outer = outer.parent;
    }
    const { parent } = outer;
    if (outer.field === 'left' || parent?.kind === 'update' || parent?.kind === 'foreach')
        return true;
    return parent?.get('operator')?.type === 'delete';
}
const fallbackTemplates = [
    {
        id: 'fallback',
        summary: 'a value where there is none: `x || 0`, `x ?? []`, `x or 1`',
        weight: 0.15,
        kinds: ['name', 'member', 'index', 'call'],
        propose: orElse,
    },
    {
        id: 'default-answer',
        summary: 'what a look-up, an extreme or a reduction answers where there is nothing',
        weight: 0.25,
        kinds: ['index', 'call'],
        propose: answered,
    },
    {
        id: 'optional-chaining',
        summary: 'a member read only where there is something to read it of',
        weight: 0.2,
        kinds: ['member', 'index'],
        propose: optional,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/flow.js






/** A special case is asked for first: where a function begins, and where a loop does. */
function placeWeight(node) {
    if (siblingsOf(node)[0] !== node)
        return 0.5;
    const owner = node.parent?.parent;
    if (owner === undefined)
        return 0.5;
    return kinds_functionKinds.has(owner.kind) ? 1 : loopKinds.has(owner.kind) ? 0.8 : 0.5;
}
/** `if (condition) return value`, or `continue` or `break` in loops, before a statement. */
function* guarded(node, model) {
    if (!isListed(node) || isDocstring(node) || functionOf(node) === undefined)
        return;
    const style = styleAt(model, node);
    const conditions = conditionsAt(model, node).slice(0, 40);
    const loop = loopAround(node) !== undefined;
    const exits = loop ? ['continue', 'break'].map((text, i) => ({ text, weight: 1 - 0.3 * i })) : [];
    const values = returnsAround(model, node).map(({ text, weight }) => ({
        text: `return ${text}`,
        weight: weight * (loop ? 0.5 : 1),
    }));
    const place = placeWeight(node);
    for (const exit of [...exits, ...values].sort((a, b) => b.weight - a.weight).slice(0, 10)) {
        for (const condition of conditions) {
            const body = model.dialect.simple(exit.text, style);
            yield changing(place * exit.weight * condition.weight, statements_before(node, model.dialect.guard(condition.text, body, style), style));
        }
    }
}
/** The statements from this one to the end of its block, where a condition may hold them all. */
function restOf(node) {
    const all = siblingsOf(node);
    const rest = all.slice(all.indexOf(node));
    const simple = rest.every(({ kind }) => kind === 'statement' || kind === 'if');
    return isListed(node) && simple && rest.length > 1 && rest.length < 5 ? rest : [];
}
/** The statement, or all from it to the end of its block, runs only under a condition. */
function* conditional(node, model) {
    if (!(isListed(node) || isBare(node)) || isDocstring(node) || node.kind === 'declaration')
        return;
    const style = styleAt(model, node);
    const body = reindented(node.text, style.indent, style.indent + style.unit);
    const rest = restOf(node);
    const last = rest.at(-1);
    const all = last && reindented(node.source.slice(node.start, last.end), style.indent, style.indent + style.unit);
    for (const { text, weight } of conditionsAt(model, node)) {
        yield replacing(node, model.dialect.guard(text, body, style), weight);
        if (all === undefined || last === undefined)
            continue;
        const guarded = model.dialect.guard(text, all, style);
        yield changing(0.4 * weight, { start: node.start, end: last.end, text: guarded });
    }
}
/** `return`, `break`, `continue` and `pass` taken for one another. */
function* jumps(node, model) {
    const style = styleAt(model, node);
    const { simple, family } = model.dialect;
    const loop = loopAround(node) !== undefined;
    for (const kind of ['break', 'continue'])
        if (loop && node.kind !== kind)
            yield replacing(node, simple(kind, style), 0.6);
    if (node.kind !== 'return') {
        if (family === 'python')
            yield replacing(node, 'pass', 0.6);
        for (const { text, weight } of returnsAround(model, node))
            yield replacing(node, simple(`return ${text}`, style), 0.5 * weight);
    }
    else if (node.parts[0] !== undefined) {
        for (const { text, weight } of returnsAround(model, node))
            if (text !== node.parts[0].text)
                yield replacing(node.parts[0], text, weight);
    }
}
/** A value that is computed and not returned; a function that ends without its result. */
function* returned(node, model) {
    if (!isListed(node) || functionOf(node) === undefined || isDocstring(node))
        return;
    const style = styleAt(model, node);
    const inner = node.parts[0];
    if (node.kind === 'statement' && inner?.kind === 'call')
        yield changing(1, { start: node.start, end: node.start, text: 'return ' });
    const home = functionOf(node);
    if (siblingsOf(node).at(-1) !== node || leaves(node) || home === undefined)
        return;
    const last = bodyOf(home) === node.parent;
    // A callback was called, or an answer given, and what follows is for other cases.
    if (node.kind === 'statement' && inner?.kind === 'call' && node.parent?.parent?.kind === 'if')
        yield changing(0.7, statements_after(node, model.dialect.simple('return', style), style));
    for (const { text, weight } of returnsAround(model, node)) {
        yield changing((last ? 1 : 0.4) * weight, statements_after(node, model.dialect.simple(`return ${text}`, style), style));
    }
}
/** `break`, `continue`, a step or a plain assignment added behind a statement. */
function* flow_inserted(node, model) {
    if (!isListed(node) || isDocstring(node) || leaves(node))
        return;
    const style = styleAt(model, node);
    const { simple } = model.dialect;
    const loop = loopAround(node);
    if (loop !== undefined && siblingsOf(node).at(-1) === node) {
        for (const text of ['break', 'continue'])
            yield changing(0.6, statements_after(node, simple(text, style), style));
    }
    if (functionOf(node) === undefined)
        return;
    for (const { text, weight, type } of variables(model, node)) {
        if (type === 'number')
            for (const way of ['+= 1', '-= 1', '= 0']) {
                const step = simple(`${text} ${way}`, style);
                const likely = (loop === undefined ? 0.4 : 1) * weight * (way === '+= 1' ? 1 : 0.5);
                yield changing(likely, statements_after(node, step, style));
                yield changing(0.6 * likely, statements_before(node, step, style));
            }
        else if (type === 'list' || type === 'string') {
            const empty = type === 'list' ? '[]' : "''";
            yield changing(0.4 * weight, statements_after(node, simple(`${text} = ${empty}`, style), style));
        }
    }
}
/** The variable was made of the other: it is the next value and no step to it. */
function comesFrom(value, target) {
    const home = functionOf(value);
    if (home === undefined || value.kind !== 'name')
        return false;
    return [...home.walk()].some((one) => one.get('left', 'name')?.text === value.text &&
        [...(one.get('right', 'value')?.walk() ?? [])].some((part) => part.text === target.text));
}
/** `x += e` for `x = e`, and plain assignments that restart instead of going on. */
function* accumulated(node, model) {
    const [left, right] = [node.get('left'), node.get('right')];
    if (left === undefined ||
        right === undefined ||
        (left.kind !== 'name' && left.kind !== 'index' && left.kind !== 'member') ||
        node.get('type') !== undefined)
        return;
    const sign = node.children.find(({ type }) => type === '=');
    const type = model.inference.typeOf(right);
    if (sign === undefined || type === 'list' || type === 'object' || type === 'function' || type === 'boolean')
        return;
    const { family } = model.dialect;
    const sure = comesFrom(right, left) ? 0.2 : 1;
    for (const [text, weight] of [
        ['+=', 1],
        ['-=', 0.5],
        ['*=', 0.4],
        [family === 'python' ? '//=' : '/=', 0.3],
        ['%=', 0.2],
        ['|=', 0.1],
    ])
        yield replacing(sign, text, sure * weight);
    for (const name of family === 'python' ? ['max', 'min'] : ['Math.max', 'Math.min']) {
        yield replacing(right, `${name}(${left.text}, ${expression(right, model.dialect).text})`, 0.8);
    }
}
function* deleted(node, model) {
    // Of a whole loop or branch too much seldom is one too many.
    const size = 1 / (1 + (node.endLine - node.line) / 2);
    if (isListed(node) && node.kind !== 'declaration' && !isDocstring(node) && functionOf(node) !== undefined)
        yield changing(size, removal(node, model));
    const all = siblingsOf(node);
    const next = all[all.indexOf(node) + 1];
    if (next === undefined || all.length === 2 || !isListed(node) || isDocstring(node) || !startsLine(node))
        return;
    const { start } = removal(node, model);
    yield changing(0.35 * size, { start, end: removal(next, model).end, text: '' });
}
const flowTemplates = [
    {
        id: 'insert-guard',
        summary: 'a conditional return, continue or break before a statement',
        weight: 0.2,
        kinds: ['if', 'for', 'foreach', 'while', 'return', 'statement', 'declaration', 'throw', 'try'],
        propose: guarded,
    },
    {
        id: 'wrap-condition',
        summary: 'a statement that runs only under a condition',
        weight: 0.18,
        kinds: ['statement', 'return', 'break', 'continue'],
        propose: conditional,
    },
    {
        id: 'jump',
        summary: 'return, break and continue taken for one another, or another value returned',
        weight: 0.2,
        kinds: ['return', 'break', 'continue'],
        propose: jumps,
    },
    {
        id: 'missing-return',
        summary: 'a computed value returned',
        weight: 0.25,
        kinds: ['statement', 'if', 'for', 'foreach', 'while'],
        propose: returned,
    },
    {
        id: 'insert-statement',
        summary: 'break, continue, a step or a reset added',
        weight: 0.12,
        kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration'],
        propose: flow_inserted,
    },
    {
        id: 'accumulate',
        summary: 'augmented instead of plain assignment',
        weight: 0.2,
        kinds: ['assignment'],
        propose: accumulated,
    },
    {
        id: 'delete-statement',
        summary: 'a statement deleted',
        weight: 0.3,
        kinds: ['statement', 'if', 'for', 'foreach', 'while', 'return', 'break', 'continue', 'throw'],
        propose: deleted,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/indices.js





function* indices(node, model) {
    const index = node.get('index', 'subscript');
    const owner = node.get('object', 'value');
    if (index === undefined || owner === undefined || index.kind === 'slice' || index.kind === 'string')
        return;
    const last = model.dialect.family === 'python' ? '-1' : `${model.dialect.length(owner.text)} - 1`;
    for (const [text, weight] of [
        ['0', 0.6],
        [last, 0.6],
        ['1', 0.5],
    ])
        if (text !== index.text)
            yield replacing(index, text, weight);
    if (model.dialect.family === 'python' && !index.text.startsWith('-')) {
        yield replacing(index, `-${index.kind === 'name' || index.kind === 'number' ? index.text : `(${index.text})`}`, 0.3);
        if (node.field !== 'left') {
            yield replacing(index, `${index.text}:`, 0.4);
            yield replacing(index, `:${index.text}`, 0.4);
        }
    }
    else if (model.dialect.family === 'ecmascript')
        yield replacing(index, `${model.dialect.length(owner.text)} - 1 - ${index.text}`, 0.3);
    if (node.field === 'left')
        return;
    yield replacing(node, owner.text, 0.4);
    const whole = model.dialect.family === 'python' ? ['sum', 'max', 'min', 'len'] : ['Math.max', 'Math.min'];
    const mark = model.dialect.family === 'python' ? '' : '...';
    for (const name of whole)
        yield replacing(node, `${name}(${mark}${owner.text})`, 0.25);
}
/** Start, end and step of a Python slice, each left out, exchanged or added. */
function* slices(node) {
    const bounds = ['', '', ''];
    let slot = 0;
    for (const child of node.children) {
        if (child.type === ':')
            slot++;
        else if (child.named && slot < 3)
            bounds[slot] = child.text;
    }
    const [start, end, step] = bounds;
    const write = (a, b, c) => (c === '' ? `${a}:${b}` : `${a}:${b}:${c}`);
    const tried = new Set([write(start, end, step)]);
    const negative = (text) => text.startsWith('-') ? text.slice(1) : /^\w+$/.test(text) ? `-${text}` : `-(${text})`;
    const ways = [
        [write('', end, step), start ? 0.8 : 0],
        [write(start, '', step), end ? 0.8 : 0],
        [write(start, end, ''), step ? 0.8 : 0],
        [write(end, start, step), 0.6],
        [write('1', end, step), 0.7],
        [write(start, '-1', step), 0.6],
        [write(start, end, '2'), 0.5],
        [write(start, end, '-1'), 0.5],
        [write('', '', '-1'), 0.4],
        [write('', '', ''), 0.3],
        [write('1', end, '2'), 0.3],
        [write('0', end, step), 0.2],
        [write(start && negative(start), end, step), start ? 0.4 : 0],
        [write(start, end && negative(end), step), end ? 0.4 : 0],
        [write(start && `${start} + 1`, end, step), start ? 0.7 : 0],
        [write(start, end && `${end} + 1`, step), end ? 0.8 : 0],
        [write(start && `${start} - 1`, end, step), start ? 0.4 : 0],
        [write(start, end && `${end} - 1`, step), end ? 0.6 : 0],
        [write('2', end, step), 0.2],
        [write(start, '-2', step), 0.2],
    ];
    for (const [text, weight] of ways) {
        if (weight > 0 && !tried.has(text))
            yield replacing(node, text, weight);
        tried.add(text);
    }
}
/** Both bounds of a slice-like call move together. */
function* shifted(node, model) {
    const args = node.get('arguments')?.parts ?? [];
    if (!/^(slice|substring|substr)$/.test(calleeName(node)) || args.length === 0)
        return;
    const [a, b] = args;
    if (a === undefined)
        return;
    if (b !== undefined) {
        yield changing(0.5, change(a, `${a.text} + 1`), change(b, `${b.text} + 1`));
        yield changing(0.4, change(a, `${a.text} - 1`), change(b, `${b.text} - 1`));
    }
    else {
        yield changing(0.6, { start: a.end, end: a.end, text: ', -1' });
        for (const { text, weight, type } of variables(model, node))
            if (type === 'number')
                yield changing(0.4 * weight, { start: a.end, end: a.end, text: `, ${text}` });
    }
}
/** Reading the element instead of its index, or an element or piece of the sequence instead of all of it. */
function* indexed(node, model) {
    const { parent } = node;
    if (parent === undefined ||
        !isValue(node) ||
        parent.kind === 'index' ||
        node.field === 'left' ||
        node.field === 'function' ||
        node.field === 'name')
        return;
    const type = model.inference.typeOf(node);
    if (type === 'list' || type === 'string' || type === 'sequence' || type === 'unknown') {
        const sure = type === 'unknown' ? 0.3 : 0.6;
        for (const text of ['0', model.dialect.family === 'python' ? '-1' : `${node.text}.length - 1`, '1'])
            yield replacing(node, `${node.text}[${text}]`, sure);
        for (const { text, weight, type: other, unread } of variables(model, node)) {
            if (!compatible('number', other) || text === node.text)
                continue;
            const likely = sure * weight * (other === 'number' || unread ? 1 : 0.4);
            yield replacing(node, `${node.text}[${text}]`, likely);
            const pieces = model.dialect.family === 'python'
                ? [`[:${text}]`, `[${text}:]`, `[-${text}:]`]
                : [`.slice(0, ${text})`, `.slice(${text})`];
            for (const piece of pieces)
                yield replacing(node, node.text + piece, 0.7 * likely);
        }
        for (const piece of model.dialect.family === 'python' ? ['[1:]', '[:-1]'] : ['.slice(1)', '.slice(0, -1)'])
            yield replacing(node, node.text + piece, sure);
    }
    if (type === 'number') {
        for (const { text, weight, type: other } of variables(model, node)) {
            if (other === 'list' || other === 'string' || other === 'sequence')
                yield replacing(node, `${text}[${node.text}]`, 0.5 * weight);
        }
    }
}
/** A piece or an element of a computed sequence. */
function* computed(node, model) {
    if (!isValue(node) || node.field === 'function' || node.parent?.kind === 'index')
        return;
    if (node.kind === 'member' && model.inference.typeOf(node) === 'number')
        return;
    const type = model.inference.typeOf(node);
    if (type !== 'list' && type !== 'string' && type !== 'sequence')
        return;
    const python = model.dialect.family === 'python';
    const ways = python
        ? [
            ['[1:]', 1],
            ['[:-1]', 0.7],
            ['[0]', 0.7],
            ['[-1]', 0.5],
            ['[::-1]', 0.4],
            ['[2:]', 0.4],
        ]
        : [
            ['.slice(1)', 1],
            ['.slice(0, -1)', 0.7],
            ['[0]', 0.7],
            ['.at(-1)', 0.4],
            ['.slice(2)', 0.3],
        ];
    for (const { text, type: own, weight, unread } of variables(model, node)) {
        if (own !== 'number' && !(unread && own === 'unknown'))
            continue;
        if (node.text.includes(text))
            continue;
        ways.push([python ? `[:${text}]` : `.slice(0, ${text})`, 0.6 * weight]);
        ways.push([python ? `[${text}:]` : `.slice(${text})`, 0.4 * weight]);
    }
    for (const [piece, weight] of ways)
        yield replacing(node, node.text + piece, weight);
}
const indexTemplates = [
    { id: 'index', summary: 'another index', weight: 0.25, kinds: ['index'], propose: indices },
    { id: 'slice-bounds', summary: 'bounds or step of a slice', weight: 0.35, kinds: ['slice'], propose: slices },
    { id: 'slice-call', summary: 'bounds of a slice-like call', weight: 0.25, kinds: ['call'], propose: shifted },
    {
        id: 'add-index',
        summary: 'an element or piece instead of the sequence, an element instead of its index',
        weight: 0.12,
        kinds: ['name'],
        propose: indexed,
    },
    {
        id: 'add-slice',
        summary: 'a piece or an element of a computed sequence',
        weight: 0.12,
        kinds: ['call', 'comprehension', 'list'],
        propose: computed,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/initial.js




/** Values that a variable starts from, the likeliest first. */
function startsOf(type, model) {
    const { quote } = model.style;
    const python = model.dialect.family === 'python';
    switch (type) {
        case 'number':
            return ['0', '1', '-1'];
        case 'string':
            return [quote + quote];
        case 'list':
            return python ? ['[]', 'set()'] : ['[]'];
        case 'object':
            return python ? ['{}', 'set()'] : ['{}', 'new Map()', 'new Set()'];
        case 'boolean':
            return [model.dialect.false, model.dialect.true];
        default:
            return [
                '0',
                '[]',
                quote + quote,
                model.dialect.null,
                model.dialect.false,
                '1',
                '{}',
                python ? 'set()' : 'new Set()',
            ];
    }
}
/** Methods of collections, which are called on variables that were made. */
const initial_fills = /^(append|appendleft|extend|insert|push|unshift|pop|add|discard|set|get|items|keys|has)$/;
/** What the first use of a name that nothing binds says of its type. */
function initial_typeByUse(name, home) {
    for (const one of home.walk()) {
        if (one.kind !== 'name' || one.text !== name.text)
            continue;
        const { parent } = one;
        if (parent?.kind === 'member') {
            const method = parent.get('property', 'attribute')?.text ?? '';
            if (/^(append|extend|push|unshift|pop|insert)$/.test(method))
                return 'list';
            if (/^(add|has|set|get|items|keys|discard)$/.test(method))
                return 'object';
        }
        if (parent?.kind === 'augmented' || parent?.kind === 'update') {
            const kind = parent.get('right')?.kind;
            return kind === 'string' ? 'string' : kind === 'list' ? 'list' : kind === 'name' ? 'unknown' : 'number';
        }
        if (parent?.kind === 'index' && parent.parts[0] === one && parent.field === 'left')
            return 'object';
        if (parent?.kind === 'arithmetic' || parent?.kind === 'comparison')
            return 'number';
    }
    return 'unknown';
}
/** A local variable that is used before anything is assigned to it gets a value, outside of the loops that use it. */
function* initialised(node, model) {
    const home = functionOf(node);
    if (home === undefined || node.field === 'attribute' || node.field === 'name')
        return;
    const bound = scopeAt(model, node).some(({ name }) => name === node.text);
    const stepped = node.field === 'left' || node.field === 'argument';
    const written = stepped && (node.parent?.kind === 'augmented' || node.parent?.kind === 'update');
    const method = node.parent?.get('property', 'attribute')?.text ?? '';
    if (!written && !isValue(node))
        return;
    const receiver = node.parent?.field === 'function' && initial_fills.test(method);
    const outside = model.bindings.some(({ name, region }) => name === node.text && !region.contains(node));
    if (bound || !(written || receiver || outside))
        return;
    let place = node;
    while (place !== undefined && !(isListed(place) && loopAround(place) === undefined))
        place = place.parent;
    const body = bodyOf(home);
    const first = body?.kind === 'block' ? body.parts.find((part) => isListed(part) && !isDocstring(part)) : undefined;
    const declare = model.dialect.family === 'python' ? '' : 'let ';
    for (const [rank, text] of startsOf(initial_typeByUse(node, home), model).entries()) {
        const likely = 1 / (1 + rank / 2);
        for (const [at, weight] of [
            [place, 1],
            [first, 0.7],
        ]) {
            if (at === undefined || (at === first && weight === 1) || siblingsOf(at).length === 0)
                continue;
            const style = styleAt(model, at);
            yield changing(likely * weight, statements_before(at, model.dialect.simple(`${declare}${node.text} = ${text}`, style), style));
        }
    }
}
const initialTemplates = [
    {
        id: 'missing-initial',
        summary: 'a first value for a variable that has none',
        weight: 0.4,
        kinds: ['name'],
        propose: initialised,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/limits.js





/** Where a limit is forgotten rather than elsewhere. */
const places = { return: 1, assignment: 1, declarator: 1, augmented: 0.8, list: 0.6 };
/** A value that must not be less or more than another: `max(low, x)`, `min(x, high)`. */
function* limited(node, model) {
    const outer = node.parent?.kind === 'arguments' ? node.parent.parent : undefined;
    const again = [node, outer].some((one) => one?.kind === 'call' && /^(?:max|min)$/.test(calleeName(one)));
    if (!isValue(node) || again || node.field === 'function')
        return;
    const type = model.inference.expectedOf(node);
    if (type !== 'number' && type !== 'unknown')
        return;
    const sure = (type === 'number' ? 1 : 0.5) * (places[node.parent?.kind ?? ''] ?? 0.3);
    const library = model.dialect.family === 'python' ? '' : 'Math.';
    const { text } = expression(node, model.dialect);
    for (const [limit, likely] of limits(node, model)) {
        yield replacing(node, `${library}min(${text}, ${limit})`, sure * likely);
        yield replacing(node, `${library}max(${limit}, ${text})`, sure * likely);
    }
}
/** Numbers that a value may be held to. */
function* limits(node, model) {
    yield ['0', 0.5];
    yield ['1', 0.4];
    for (const { text, weight, type, unread } of variables(model, node)) {
        const sure = type === 'number' || unread === true ? 1 : type === 'unknown' ? 0.4 : 0;
        if (sure > 0 && !node.text.includes(text))
            yield [text, 0.6 * sure * weight];
    }
    const others = expressionsAround(node).filter((one) => one.kind === 'index' || one.kind === 'member');
    for (const one of others.slice(0, 4))
        if (!one.text.includes(node.text) && !node.text.includes(one.text) && readableAt(model, one, node))
            yield [one.text, 0.3];
}
const limitTemplates = [
    {
        id: 'limit',
        summary: 'a value held to a least or a greatest',
        weight: 0.15,
        kinds: ['name', 'call', 'member', 'arithmetic', 'index'],
        propose: limited,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/loops.js




/** Of what is not set back where another is; of what the end of a branch uses up, and of what it does not name. */
const besideShare = 1;
const usedShare = 0.7;
const loops_elsewhereShare = 0.25;
const loops_assignedKnown = new WeakMap();
/** What is assigned to names in a function, where they are declared included. */
function loops_assignedIn(home) {
    const known = loops_assignedKnown.get(home);
    if (known !== undefined)
        return known;
    const found = [];
    for (const one of home.walk()) {
        const assigns = one.kind === 'assignment' || one.kind === 'declarator';
        if (!assigns && one.kind !== 'augmented' && one.kind !== 'update')
            continue;
        const target = one.get('left', 'name', 'argument');
        if (target?.kind === 'name')
            found.push({ target, value: assigns ? one.get('right', 'value') : undefined });
    }
    loops_assignedKnown.set(home, found);
    return found;
}
function loops_isConstant(value) {
    return value !== undefined && (literalKinds.has(value.kind) || /^(?:-\s*\d+|\[\]|\{\})$/.test(value.text));
}
/** What a statement assigns to a name. */
function assignedBy({ kind, parts: [first] }) {
    const target = kind === 'statement' && first?.kind === 'assignment' ? first.get('left') : undefined;
    return target?.kind === 'name' ? { target, value: first?.get('right') } : undefined;
}
/** A variable that a loop changes gets a constant again that it has elsewhere: where another is set back, or a branch ends. */
function* setBack(node, model) {
    const [home, loop] = [functionOf(node), loopAround(node)];
    if (home === undefined || loop === undefined || !isListed(node))
        return;
    const all = siblingsOf(node);
    const own = assignedBy(node);
    const beside = own !== undefined && loops_isConstant(own.value);
    if (!beside && all.at(-1) !== node)
        return;
    const here = new Set(all.flatMap((one) => assignedBy(one)?.target.text ?? []));
    const body = bodyOf(loop);
    const assigned = loops_assignedIn(home);
    const visible = new Set(variablesAt(model, node).map(({ name }) => name));
    const changed = new Set(assigned.filter(({ target }) => body?.contains(target)).map(({ target }) => target.text));
    const kept = new Set(assigned.filter(({ target }) => target.end < loop.start).map(({ target }) => target.text));
    const named = new Set([...node.walk()].filter(({ kind }) => kind === 'name').map(({ text }) => text));
    const style = styleAt(model, node);
    const texts = new Set();
    for (const { target, value } of assigned) {
        const { text: name } = target;
        if (!loops_isConstant(value) || !visible.has(name) || !kept.has(name) || !changed.has(name) || here.has(name))
            continue;
        const text = `${name} = ${value.text}`;
        if (texts.has(text))
            continue;
        texts.add(text);
        const statement = model.dialect.simple(text, style);
        const weight = beside ? besideShare : named.has(name) ? usedShare : loops_elsewhereShare;
        yield changing(weight, leaves(node) ? statements_before(node, statement, style) : statements_after(node, statement, style));
    }
}
/** A loop that looks for something ends where it has found it. */
function* endedWhenFound(node, model) {
    const [condition, home, body] = [conditionOf(node), functionOf(node), bodyOf(node)];
    if (condition === undefined || home === undefined || body === undefined)
        return;
    const { dialect } = model;
    const assigned = loops_assignedIn(home);
    for (const { name, origin, node: bound, value } of variablesAt(model, node)) {
        const nothing = value === undefined || /^(?:null|undefined|false|None|False)$/.test(value.text);
        if (origin !== 'local' || node.contains(bound) || !nothing || new RegExp(`\\b${name}\\b`).test(condition.text))
            continue;
        if (!assigned.some(({ target, value: found }) => target.text === name && found && body.contains(target)))
            continue;
        const made = binary(expression(condition, dialect), dialect.and, dialect.not({ text: name, tightness: 20 }), dialect);
        yield replacing(condition, placed(made, condition, dialect));
    }
}
const loopTemplates = [
    {
        id: 'set-back',
        summary: 'what a loop keeps set back to a constant, where another is or a branch ends',
        weight: 0.25,
        kinds: ['statement', 'continue'],
        propose: setBack,
    },
    {
        id: 'ended-when-found',
        summary: 'a loop that ends when it has found what it looks for',
        weight: 0.3,
        kinds: ['for', 'while'],
        propose: endedWhenFound,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/moves.js





/** Neighbours exchanged, or a statement moved past the next two. */
function* exchanged(node, model) {
    if (!isListed(node) || isDocstring(node))
        return;
    const all = siblingsOf(node);
    const at = all.indexOf(node);
    for (const distance of [1, 2, 3]) {
        const other = all[at + distance];
        if (other === undefined)
            return;
        if (distance === 1)
            yield changing(1, change(node, other.text), change(other, node.text));
        else {
            yield changing(0.4, removal(node, model), statements_after(other, node.text, styleAt(model, node)));
            yield changing(0.4, removal(other, model), statements_before(node, other.text, styleAt(model, node)));
        }
    }
}
/** The last statements of a block leave it; the first statement behind a block enters it. */
function* renested(node, model) {
    if (!isListed(node) || isDocstring(node))
        return;
    const all = siblingsOf(node);
    const at = all.indexOf(node);
    const holder = outerStatement(node);
    if (holder !== undefined && all.length > 1) {
        const text = reindented(node.text, indentOf(node), indentOf(holder));
        const loop = loopKinds.has(holder.kind) ? 1 : 0.6;
        if (at === all.length - 1)
            yield changing(loop, behind(node, holder, text, model));
        if (at === 0)
            yield changing(0.6 * loop, statements_before(holder, text, styleAt(model, holder)), removal(node, model));
    }
    const previous = all[at - 1];
    for (const block of previous === undefined ? [] : blocksAtEnd(previous)) {
        const last = block.parts.at(-1);
        if (last === undefined || last.kind === 'comment')
            continue;
        yield changing(0.7, removal(node, model), statements_after(last, reindented(node.text, indentOf(node), indentOf(last)), styleAt(model, last)));
    }
    const next = all[at + 1];
    const body = next === undefined ? undefined : bodyOf(next);
    const first = body?.kind === 'block' ? body.parts[0] : undefined;
    if (first !== undefined && next !== undefined && loopKinds.has(next.kind)) {
        yield changing(0.6, removal(node, model), statements_before(first, reindented(node.text, indentOf(node), indentOf(first)), styleAt(model, first)));
    }
}
/** The statement taken out of its holder and put behind it: one change, since in Python both end at the same place. */
function behind(node, holder, text, model) {
    const { start, end } = removal(node, model);
    const rest = node.source.slice(Math.min(end, holder.end), holder.end);
    const kept = rest === '' ? '' : `${rest}${model.style.newline}`;
    return { start, end: holder.end, text: `${kept}${indentOf(holder)}${text}` };
}
function outerStatement(node) {
    for (const outer of node.ancestors()) {
        if (kinds_functionKinds.has(outer.kind))
            return undefined;
        if (isListed(outer))
            return outer;
    }
    return undefined;
}
/** Blocks that end where the statement ends, and the blocks inside their last statements. */
function blocksAtEnd(statement) {
    const found = [];
    for (const one of statement.walk()) {
        if (kinds_functionKinds.has(one.kind))
            return found;
        const owner = one.parent;
        if (one.kind === 'block' && owner !== undefined && owner.kind !== 'lambda')
            found.push(one);
    }
    return found.slice(0, 4);
}
/** The assignment by which a statement gives a variable an empty or constant value, as it can stand elsewhere. */
function resetOf(statement) {
    const [inner] = statement.parts;
    const declared = inner?.kind === 'declarator' && statement.get('kind')?.text !== 'const';
    if (inner === undefined || !(declared || inner.kind === 'assignment'))
        return undefined;
    const [name, value] = [inner.get('name', 'left'), inner.get('value', 'right')];
    const empty = /^(\[\]|\{\}|(new )?(set|Set|Map)\(\)|dict\(\))$/;
    if (name === undefined || value === undefined)
        return undefined;
    return literalKinds.has(value.kind) || empty.test(value.text) ? `${name.text} = ${value.text}` : undefined;
}
/** A statement of the same function stands here as well. */
function* repeated(node, model) {
    const home = functionOf(node);
    if (!isListed(node) || isDocstring(node) || home === undefined)
        return;
    const style = styleAt(model, node);
    const loop = loopAround(node);
    for (const one of home.walk()) {
        if (one === node || !isListed(one) || isDocstring(one) || !readableAt(model, one, node))
            continue;
        // What a loop fills is emptied where the next part begins, as it was before the loop.
        const reset = loop === undefined || loop.contains(one) ? undefined : resetOf(one);
        const simple = one.kind === 'statement' || one.kind === 'break' || one.kind === 'continue' || one.kind === 'return';
        if (!simple && reset === undefined)
            continue;
        const text = reset === undefined ? one.text : model.dialect.simple(reset, style);
        const near = (reset === undefined ? 1 : 2.5) / (1 + Math.abs(one.line - node.line) / 5);
        yield changing(near, statements_after(node, text, style));
        yield changing(0.8 * near, statements_before(node, text, style));
        if (node.kind === 'statement')
            yield changing(0.4 * near, change(node, text));
    }
}
const moveTemplates = [
    {
        id: 'swap-statements',
        summary: 'statements of a block in another order',
        weight: 0.2,
        kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration', 'return'],
        propose: exchanged,
    },
    {
        id: 'nesting',
        summary: 'a statement moved into or out of a block',
        weight: 0.25,
        kinds: ['statement', 'if', 'return', 'declaration', 'for', 'foreach', 'while'],
        propose: renested,
    },
    {
        id: 'repeat-statement',
        summary: 'a statement of the function repeated elsewhere',
        weight: 0.12,
        kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration', 'return'],
        propose: repeated,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/operators.js




/** An operator of the file that ECMAScript writes strictly in one place is written so in all. */
function spelled(operator, model, original) {
    if (model.dialect.family === 'python' || (original !== '===' && original !== '!==')) {
        const loose = original.length === 2 && (original === '==' || original === '!=');
        return loose && model.dialect.family === 'ecmascript' ? operator.replace(/^([=!]=)=$/, '$1') : operator;
    }
    return operator;
}
/** A number that is computed: bits may be asked of it. */
function isSum(node, model) {
    return unparenthesized(node).kind === 'arithmetic' && model.inference.typeOf(node) === 'number';
}
/** Belief in an edit by which a loop ends at once or never, or runs past the end of what it reads. */
const misguided = 0.25;
/** Belief in an edit that asks the same question in two ways. */
const oneOfMany = 0.6;
/** `<` becomes `>` or `>=`: what was asked the other way round. */
function isReversed(from, to) {
    return (/^[<>]/.test(from) && /^[<>]/.test(to) && from[0] !== to[0]) || (/^[=!]=/.test(from) && /^[=!]=/.test(to));
}
function* swapped(node, model, table) {
    const looping = table === 'comparison' && keepsLooping(node);
    const alone = table !== 'comparison' || parallels(node).length === 1;
    for (const [index, token] of operators(node).entries()) {
        const written = token.text.replace(/\s+/g, ' ');
        const parts = operands(node);
        const [left, right] = [parts[index], parts[index + 1]];
        for (const [operator, likely] of model.dialect.operators[table][written] ?? []) {
            if (table === 'logical' && /^[&|]$/.test(operator) && !parts.some((one) => isSum(one, model)))
                continue;
            const text = spelled(operator, model, written);
            const past = looping && written === '<' && text === '<=' && right !== undefined && isLength(right);
            const unlikely = past || (looping && isReversed(written, text));
            const weight = likely * (unlikely ? misguided : 1) * (alone ? 1 : oneOfMany);
            if (table === 'augmented' || left === undefined || right === undefined || parts.length > 2) {
                yield replacing(token, text, weight);
                continue;
            }
            const made = binary(expression(left, model.dialect), text, expression(right, model.dialect), model.dialect);
            // Of two alike precedences the tokens around stay as they are written.
            const same = model.dialect.tightness[text] === model.dialect.tightness[written];
            yield same ? replacing(token, text, weight) : replacing(node, placed(made, node, model.dialect), weight);
        }
    }
}
function operatorTemplate(id, table, weight, summary) {
    return { id, summary, weight, kinds: [table], propose: (node, model) => swapped(node, model, table) };
}
const asymmetric = new Set(['-', '/', '//', '%', '**', '<', '<=', '>', '>=', 'in', 'not in', '<<', '>>']);
function* operandsExchanged(node, model) {
    const [left, right, ...more] = operands(node);
    if (left === undefined || right === undefined || more.length > 0 || left.text === right.text)
        return;
    const operator = operatorText(node);
    // Where both count as true, the first of them is the result.
    const chosen = /^(?:or|\|\||\?\?)$/.test(operator) && node.parent?.kind !== 'logical' && !isTested(node);
    const text = operator === '+' && [left, right].some((one) => model.inference.typeOf(one) !== 'number');
    if (!asymmetric.has(operator) && !text && !chosen)
        return;
    const made = binary(expression(right, model.dialect), operator, expression(left, model.dialect), model.dialect);
    const likely = node.kind !== 'comparison' ? 1 : keepsLooping(node) ? misguided : 0.5;
    yield replacing(node, placed(made, node, model.dialect), likely);
}
function* signs(node, model) {
    if (!isValue(node) && node.kind !== 'sign')
        return;
    if (node.kind === 'sign') {
        const inner = node.get('argument');
        const operator = node.get('operator')?.text ?? '';
        if (inner !== undefined && !/[a-z]/.test(operator))
            yield replacing(node, inner.text);
        return;
    }
    if (node.parent?.kind === 'sign' || model.inference.typeOf(node) === 'string')
        return;
    const type = model.inference.typeOf(node);
    const numeric = type === 'number' || node.kind === 'arithmetic';
    if (!numeric && node.kind !== 'name')
        return;
    const bare = tightnessOf(node, model.dialect) >= model.dialect.unaryTightness;
    const made = { text: bare ? `-${node.text}` : `-(${node.text})`, tightness: model.dialect.unaryTightness };
    yield replacing(node, placed(made, node, model.dialect), node.kind === 'number' ? 0.8 : 0.4);
}
function* stepped(node) {
    const operator = node.get('operator');
    if (operator !== undefined)
        yield replacing(operator, operator.text === '++' ? '--' : '++');
}
/** `a * (b + c)` for `a * b + c` and the other way round. */
function* regrouped(node, model) {
    const [left, right] = operands(node);
    if (left === undefined || right === undefined || !expressions_isOperation(node))
        return;
    const own = operatorText(node);
    for (const [side, other, flipped] of [
        [left, right, false],
        [right, left, true],
    ]) {
        const inner = side.kind === 'parenthesized' ? side.parts[0] : side;
        if (inner === undefined || inner.kind === 'comparison' || !expressions_isOperation(inner) || operators(inner).length !== 1)
            continue;
        const operator = operatorText(inner);
        if (operator === own && own !== '-' && own !== '/')
            continue;
        const [a, b] = operands(inner);
        if (a === undefined || b === undefined)
            continue;
        // Two numbers are one: nobody groups them.
        if ((flipped ? a : b).kind === 'number' && other.kind === 'number')
            continue;
        const { dialect } = model;
        const [x, y, z] = [a, b, other].map((one) => expression(one, dialect));
        if (x === undefined || y === undefined || z === undefined)
            continue;
        const made = flipped
            ? binary(binary(z, own, x, dialect), operator, y, dialect)
            : binary(x, operator, binary(y, own, z, dialect), dialect);
        yield replacing(node, placed(made, node, dialect));
    }
}
/** `a < b < c` for `a < b and b < c`, and every operator of a chain on its own is with the comparison operators. */
function* chained(node, model) {
    const parts = operands(node);
    if (model.dialect.family !== 'python' || parts.length !== 3)
        return;
    const [a, b, c] = parts.map(({ text }) => text);
    const [first, second] = operators(node).map(({ text }) => text);
    yield replacing(node, `${a} ${first} ${b}`, 0.6);
    yield replacing(node, `${b} ${second} ${c}`, 0.6);
    const either = { text: `${a} ${first} ${b} or ${b} ${second} ${c}`, tightness: 2 };
    yield replacing(node, placed(either, node, model.dialect), 0.3);
    const [x, y] = operators(node);
    if (x !== undefined && y !== undefined) {
        const flip = (text) => model.dialect.operators.comparison[text]?.[0];
        const [left, right] = [flip(x.text), flip(y.text)];
        if (left !== undefined && right !== undefined)
            yield changing(0.5, change(x, left[0]), change(y, right[0]));
    }
}
const operatorTemplates = [
    operatorTemplate('comparison-operator', 'comparison', 0.45, 'another comparison, membership or identity operator'),
    operatorTemplate('arithmetic-operator', 'arithmetic', 0.4, 'another arithmetic or bitwise operator'),
    operatorTemplate('logical-operator', 'logical', 0.4, 'and for or, or for and'),
    operatorTemplate('assignment-operator', 'augmented', 0.4, 'another augmented assignment, or a plain one'),
    {
        id: 'operand-order',
        summary: 'operands exchanged',
        weight: 0.25,
        kinds: ['arithmetic', 'comparison', 'logical'],
        propose: operandsExchanged,
    },
    {
        id: 'sign',
        summary: 'unary minus, plus or complement added or removed',
        weight: 0.15,
        kinds: ['sign', 'number', 'name', 'arithmetic', 'index', 'call'],
        propose: signs,
    },
    { id: 'step-direction', summary: '++ for --, -- for ++', weight: 0.3, kinds: ['update'], propose: stepped },
    {
        id: 'grouping',
        summary: 'operands grouped another way',
        weight: 0.2,
        kinds: ['arithmetic', 'logical'],
        propose: regrouped,
    },
    {
        id: 'comparison-chain',
        summary: 'a part of a comparison chain',
        weight: 0.2,
        kinds: ['comparison'],
        propose: chained,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/options.js






const settings = /opt|config|setting|prop|param|kwargs/i;
/** A default that is always used: the option of its name is asked for first. */
function* optionFirst(node, model) {
    const [name, value] = [node.get('name', 'left'), node.get('value', 'right')];
    const home = functionOf(node);
    if (name?.kind !== 'name' || value === undefined || home === undefined || !isValue(value))
        return;
    const source = home.text;
    for (const { name: given, origin } of variablesAt(model, node)) {
        if (origin !== 'parameter' || !settings.test(given) || value.text.includes(`${given}.`))
            continue;
        if (model.dialect.family === 'python') {
            if (given.includes('kw') || source.includes(`${given}.get(`))
                yield replacing(value, `${given}.get(${quoted(model, name.text)}, ${value.text})`);
            continue;
        }
        const text = `${given}${source.includes(`${given}?.`) ? '?.' : '.'}${name.text}`;
        if (source.includes(text))
            continue;
        for (const [operator, share] of [
            ['??', 1],
            ['||', 0.9],
        ]) {
            const made = binary({ text, tightness: 20 }, operator, expression(value, model.dialect), model.dialect);
            yield replacing(value, placed(made, value, model.dialect), share);
        }
    }
}
const optionTemplates = [
    {
        id: 'ignored-option',
        summary: 'an option of that name before its default',
        weight: 0.25,
        kinds: ['declarator', 'assignment'],
        propose: optionFirst,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/own-properties.js




/** What the project calls a question for an own property of an object: `has(object, key, ...)`. */
const helper = /^_?(?:has|own|hasOwn|hasKey|hasProp|hasOwnProp|hasProperty|hasOwnProperty|hop)$/;
const helpersKnown = new WeakMap();
/** Calls of such helpers in a file. */
function helpersOf(model) {
    const known = helpersKnown.get(model);
    if (known !== undefined)
        return known;
    const made = [...model.root.walk()].filter((one) => one.kind === 'call' &&
        one.get('function')?.kind === 'name' &&
        helper.test(calleeName(one)) &&
        (one.get('arguments')?.parts.length ?? 0) >= 2);
    helpersKnown.set(model, made);
    return made;
}
/** What is inherited counts as well, and was not to, or the other way round. */
function* own(node, model) {
    if (model.dialect.family === 'python')
        return;
    if (node.kind === 'call') {
        const asked = /^Object\.(?:hasOwn|prototype\.hasOwnProperty\.call)$/.test(node.get('function')?.text ?? '');
        const [object, key, ...more] = node.get('arguments')?.parts ?? [];
        const plain = [object, key].every((one) => one !== undefined && one.kind !== 'spread');
        if (!asked || object === undefined || key === undefined || more.length > 0 || !plain)
            return;
        const { dialect } = model;
        const made = binary(expression(key, dialect), 'in', expression(object, dialect), dialect);
        yield replacing(node, node.parent?.kind === 'not' ? `(${made.text})` : placed(made, node, dialect));
        return;
    }
    const [key, object] = operands(node);
    if (operatorText(node) !== 'in' || key === undefined || object === undefined || key.text.startsWith('#'))
        return;
    const asked = model.text.includes('Object.hasOwn(') ? 'Object.hasOwn' : 'Object.prototype.hasOwnProperty.call';
    yield replacing(node, `${asked}(${object.text}, ${key.text})`);
    for (const call of helpersOf(model)) {
        const [, , ...more] = call.get('arguments')?.parts ?? [];
        if (call.contains(node) || !more.every((one) => readableAt(model, one, node)))
            continue;
        const words = [object, key, ...more].map(({ text }) => text).join(', ');
        yield replacing(node, `${call.get('function')?.text}(${words})`);
    }
}
const ownPropertyTemplates = [
    {
        id: 'own-property',
        summary: 'an own property asked for in the place of one that may be inherited, or the other way round',
        weight: 0.3,
        kinds: ['comparison', 'call'],
        propose: own,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/patterns.js


/** Parts of a regular expression: escapes, classes, the heads of groups, repetitions, single characters. */
const part = /\\u\{[^}]*\}|\\x..|\\u....|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]?)?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;
const repetition = /^(?:[*+?]|\{\d)/;
/** Parts that say what something is, and often how often. */
const repeatable = /^(?:\\[dDwWsS]|\[|\.$|\)$)/;
const patterns_longest = 120;
/** Ways to write another pattern, a part at a time. */
function* otherPatterns(source) {
    const parts = source.match(part) ?? [];
    const changed = (at, ...texts) => [
        ...parts.slice(0, at),
        ...texts,
        ...parts.slice(at + 1),
    ];
    for (const [at, one] of parts.entries()) {
        const next = parts[at + 1] ?? '';
        if (repetition.test(one) && at > 0)
            yield* otherRepetitions(one).map(([text, weight]) => [changed(at, text), weight]);
        else if (!repetition.test(next)) {
            const likely = repeatable.test(one) ? 1 : 0.2;
            for (const [text, weight] of [
                ['+', 1],
                ['*', 0.7],
                ['?', 0.5],
            ])
                if (at < parts.length && !/^[(^$|]/.test(one))
                    yield [changed(at, one, text), likely * weight];
        }
        for (const [text, weight] of otherParts(one))
            yield [changed(at, text), weight];
    }
    yield parts[0] === '^' ? [parts.slice(1), 0.6] : [['^', ...parts], 0.7];
    yield parts.at(-1) === '$' ? [parts.slice(0, -1), 0.6] : [[...parts, '$'], 0.7];
    if (parts[0] !== '^' && parts.at(-1) !== '$')
        yield [['^', ...parts, '$'], 0.5];
}
function otherRepetitions(one) {
    const [, low = '', comma = '', high = ''] = /^\{(\d+)(,?)(\d*)\}/.exec(one) ?? [];
    if (low !== '') {
        const [from, to] = [Number(low), Number(high)];
        const ways = [
            [`{${from + 1}${comma}${high}}`, 0.6],
            ['', 0.2],
        ];
        if (from > 0)
            ways.push([`{${from - 1}${comma}${high}}`, 0.6]);
        if (comma === '')
            ways.push([`{${low},}`, 0.5], [`{1,${low}}`, 0.5]);
        if (high !== '')
            ways.push([`{${low},${to + 1}}`, 0.5], [`{${low},${to - 1}}`, 0.5], [`{${low},}`, 0.4]);
        return ways;
    }
    const [sign = '', lazy = ''] = [one.slice(0, 1), one.slice(1)];
    const signs = ['+', '*', '?', ''].filter((other) => other !== sign);
    return [
        ...signs.map((other) => [other + (other === '' ? '' : lazy), 0.8]),
        [lazy === '' ? `${sign}?` : sign, 0.6],
    ];
}
/** Ranges of which an end was left out. */
const wholeRanges = [
    ['1-9', '0-9'],
    ['0-8', '0-9'],
    ['a-y', 'a-z'],
    ['b-z', 'a-z'],
    ['A-z', 'A-Za-z'],
];
const patterns_classes = ['\\d', '\\w', '\\s', '.'];
function otherParts(one) {
    if (one === '.')
        return [['\\.', 1]];
    if (/^\\[.*+?()[\]{}|^$/]$/.test(one))
        return [[one.slice(1), one === '\\.' ? 0.4 : 0.15]];
    if (/^\\[dDwWsSbB]$/.test(one)) {
        const letter = one.slice(1);
        const opposite = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
        const others = patterns_classes.filter((other) => other !== one && !/b/i.test(letter));
        return [[`\\${opposite}`, 0.5], ...others.map((other) => [other, 0.4])];
    }
    if (!one.startsWith('[') || one.length < 3)
        return [];
    const negated = one.startsWith('[^');
    const inner = one.slice(negated ? 2 : 1, -1);
    const head = negated ? '[^' : '[';
    const missing = ['A-Z', 'a-z', '0-9', '_', '-', '.', '\\s'].filter((range) => !inner.includes(range));
    return [
        [negated ? `[${inner}]` : `[^${inner}]`, 0.5],
        ...wholeRanges.flatMap(([part, whole]) => inner.includes(part) ? [[`${head}${inner.replace(part, () => whole)}]`, 0.5]] : []),
        ...missing.map((range) => [`${head}${inner}${range}]`, 0.4]),
        ...(inner.match(/\\.|.-.|./gu) ?? [])
            .slice(0, 8)
            .map((gone) => [`${head}${inner.replace(gone, () => '')}]`, 0.2]),
    ];
}
/** A string that is read as a regular expression, taken apart. */
function patternOf(node) {
    const literal = /^(\/)([\s\S]+)(\/[a-z]*)$/.exec(node.text);
    const string = /^([rRbBuU]*(?:"""|'''|["']))([\s\S]+?)("""|'''|["'])$/.exec(node.text);
    const [, head, source, tail] = (node.kind === 'regex' ? literal : string) ?? [];
    if (head === undefined || source === undefined || tail === undefined || source.length > patterns_longest)
        return undefined;
    if (node.kind === 'regex' || /^r/i.test(head))
        return { head, source, tail };
    const call = node.parent?.kind === 'arguments' && node.parent.parts[0] === node ? node.parent.parent : undefined;
    const reads = call !== undefined && (/^re\./.test(call.get('function')?.text ?? '') || calleeName(call) === 'RegExp');
    // In a plain string a backslash is written twice: its parts would be told wrongly.
    return reads && !source.includes('\\') ? { head, source, tail } : undefined;
}
function* patterns(node, model) {
    const found = patternOf(node);
    if (found === undefined)
        return;
    const { head, source, tail } = found;
    for (const [parts, weight] of otherPatterns(source)) {
        const text = parts.join('');
        if (text !== source && text !== '' && isValid(text, model))
            yield replacing(node, head + text + tail, weight);
    }
    if (node.kind !== 'regex')
        return;
    const flags = tail.slice(1);
    for (const [flag, weight] of [
        ['g', 1],
        ['i', 1],
        ['m', 0.5],
        ['s', 0.4],
        ['u', 0.3],
    ])
        yield replacing(node, `${head}${source}/${flags.includes(flag) ? flags.replace(flag, '') : flags + flag}`, weight);
}
/** Python's dialect is not ECMAScript's: there the candidate itself tells. */
function isValid(source, model) {
    if (model.dialect.family === 'python')
        return true;
    try {
        return new RegExp(source, source.includes('\\p{') || source.includes('\\u{') ? 'u' : '') !== undefined;
    }
    catch {
        return false;
    }
}
const patternTemplates = [
    {
        id: 'pattern',
        summary: 'a part of a regular expression: how often, what of, where, with which flags',
        weight: 0.35,
        kinds: ['string', 'regex'],
        propose: patterns,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/properties.js




const mostProperties = 40;
const longestValue = 60;
const properties_settings = /opt|config|prop|rest|param|arg|attr|init|default|extra|override|context/i;
const constants = [
    ['true', 0.6],
    ['false', 0.6],
    ['null', 0.4],
    ['{}', 0.3],
    ['[]', 0.3],
    ["''", 0.3],
    ['0', 0.3],
    ['1', 0.2],
    ['Object.create(null)', 0.15],
];
function properties_keyOf(part) {
    return part.type === 'shorthand_property_identifier' ? part.text : part.get('key', 'name')?.text;
}
function keysOf(node) {
    return node.parts.flatMap((part) => properties_keyOf(part) ?? []);
}
const literalsKnown = new WeakMap();
function literalsOf(model) {
    const known = literalsKnown.get(model);
    if (known !== undefined)
        return known;
    const made = [...model.root.walk()].filter(({ type, parts }) => type === 'object' && parts.length <= mostProperties);
    literalsKnown.set(model, made);
    return made;
}
const properties_readsKnown = new WeakMap();
/** Properties that a file reads of each name. */
function readsOf(model) {
    const known = properties_readsKnown.get(model);
    if (known !== undefined)
        return known;
    const made = new Map();
    for (const one of model.root.walk()) {
        if (one.kind !== 'member' || (one.parent?.kind === 'call' && one.field === 'function'))
            continue;
        const [object, property] = [one.get('object'), one.get('property')?.text];
        if (object?.kind === 'name' && property !== undefined)
            made.set(object.text, (made.get(object.text) ?? new Set()).add(property));
    }
    properties_readsKnown.set(model, made);
    return made;
}
/** Properties that are read of what the literal is bound to. */
function readOf({ parent }, model) {
    const name = (parent?.kind === 'assignment' ? parent.get('left') : parent?.get('name'))?.text ?? '';
    return readsOf(model).get(name) ?? new Set();
}
/** What the literal may lack, as it would be written. */
function* lacking(node, model) {
    const own = new Set(keysOf(node));
    for (const one of literalsOf(model)) {
        const keys = one === node ? [] : keysOf(one);
        const shared = keys.filter((key) => own.has(key)).length;
        if (shared === 0 || 2 * shared < own.size)
            continue;
        for (const part of one.parts) {
            const key = properties_keyOf(part);
            const short = part.end - part.start <= longestValue;
            if (key !== undefined && !own.has(key) && short && readableAt(model, part, node))
                yield [part.text, 0.8];
        }
    }
    const visible = new Set(variablesAt(model, node).map(({ name }) => name));
    for (const name of readOf(node, model)) {
        if (own.has(name))
            continue;
        if (visible.has(name))
            yield [name, 1];
        for (const [text, weight] of constants)
            yield [`${name}: ${text}`, weight];
    }
    const unread = unreadBindings(model);
    for (const binding of scopeAt(model, node))
        if (unread.get(binding.name)?.includes(binding) && !own.has(binding.name))
            yield [binding.name, 0.8];
}
/** Parameters whose own properties were meant to be taken over. */
function* takenOver(node, model) {
    const home = functionOf(node);
    for (const { origin, region, name } of model.bindings) {
        if (origin !== 'parameter' || region !== home || node.parts.some(({ text }) => text === `...${name}`))
            continue;
        yield [`...${name}`, properties_settings.test(name) ? 0.8 : 0.1];
    }
}
function* propertyAdded(node, model) {
    if (node.type !== 'object' || node.parts.length > mostProperties)
        return;
    const last = node.parts.at(-1);
    if (last === undefined) {
        for (const [text, weight] of [...lacking(node, model), ...takenOver(node, model)])
            yield changing(weight, { start: node.start, end: node.end, text: `{ ${text} }` });
        return;
    }
    const texts = new Set();
    const behind = (text, weight) => changing(weight, { start: last.end, end: last.end, text: `, ${text}` });
    for (const [text, weight] of lacking(node, model)) {
        if (texts.has(text))
            continue;
        texts.add(text);
        // Behind those that are taken over, it would stand for all of them.
        if (last.kind === 'spread')
            yield changing(weight, { start: last.start, end: last.start, text: `${text}, ` });
        yield behind(text, last.kind === 'spread' ? 0.3 * weight : weight);
    }
    for (const [text, weight] of takenOver(node, model))
        yield behind(text, weight);
}
const propertyTemplates = [
    {
        id: 'missing-property',
        summary: 'a property that is read, that literals like it have, or that a parameter brings along',
        weight: 0.25,
        kinds: ['object'],
        propose: propertyAdded,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/siblings.js








function sees(model, node, name) {
    return scopeAt(model, node).some((one) => one.name === name);
}
const argumentless = /^(?:reverse|toReversed|popleft)$/;
const changesInPlace = /^(?:\w*update|push|splice|sort|reverse|append|extend|add)$/;
const answersYesOrNo = /^(?:includes|some|every|any|all|has|startsWith|endsWith|startswith|endswith|test|is[a-zA-Z]\w*)$/;
/** How well another method fits in the place of one: takes what is given, and answers what is asked. */
function fitness(node, from, to) {
    const given = node.get('arguments')?.parts.length ?? 0;
    if (node.parent?.kind === 'statement' && changesNothing.test(from) && changesInPlace.test(to))
        return 3;
    if (given > 0 && argumentless.test(to) && !argumentless.test(from))
        return 0;
    if (answersYesOrNo.test(from) === answersYesOrNo.test(to) || node.parent?.kind === 'statement')
        return 1;
    return answersYesOrNo.test(to) && isTested(node) && node.parent?.kind !== 'comparison' ? 1 : 0.2;
}
function* siblings(node, model) {
    if (node.kind === 'name')
        yield* givenSiblings(node, model);
    const callee = node.get('function');
    const name = callee?.kind === 'member' ? callee.get('property', 'attribute') : callee;
    if (callee === undefined || name === undefined)
        return;
    const seen = new Set([name.text]);
    for (const group of model.dialect.siblings) {
        if (!group.includes(name.text))
            continue;
        for (const text of group) {
            const fit = fitness(node, name.text, text);
            if (!seen.has(text) && fit > 0)
                yield replacing(name, text, fit);
            seen.add(text);
        }
    }
    if (name.text === 'pop' && callee.kind === 'member' && model.dialect.family === 'python' && isValue(node)) {
        const from = callee.get('object')?.text ?? '';
        for (const text of [`min(${from})`, `max(${from})`, `${from}[0]`, `${from}[-1]`])
            yield replacing(node, text, 0.3);
    }
    const roundings = ['math.ceil', 'math.floor'];
    if (model.dialect.family === 'python' && ['round', 'int'].includes(callee.text) && sees(model, node, 'math'))
        for (const text of roundings)
            yield replacing(callee, text);
    const count = node.get('arguments')?.parts.length;
    for (const one of model.functions) {
        if (seen.has(one.name) || one.name === '' || one.name === 'constructor' || one.name.startsWith('__'))
            continue;
        seen.add(one.name);
        yield replacing(name, one.name, (one.parameterCount === count ? 0.6 : 0.2) * (0.4 + 0.6 * similarity(one.name, name.text)));
    }
    if (callee.kind !== 'name')
        return;
    for (const [text, weight] of importedFunctions(node, model)) {
        if (!seen.has(text))
            yield replacing(callee, text, weight * (0.4 + 0.6 * similarity(text, callee.text)));
        seen.add(text);
    }
}
/** A function that is given to another one, as in `map(parseInt)`. */
function* givenSiblings(node, model) {
    const place = node.parent?.kind;
    if (!isValue(node) || (place !== 'arguments' && place !== 'keyword'))
        return;
    if (scopeAt(model, node).some(({ name }) => name === node.text))
        return;
    const seen = new Set([node.text]);
    for (const text of model.dialect.siblings.filter((group) => group.includes(node.text)).flat()) {
        if (!seen.has(text))
            yield replacing(node, text);
        seen.add(text);
    }
}
/** Imported functions that the file calls elsewhere, or not any more. */
function* importedFunctions(node, model) {
    const calls = call_sites_callsOf(model);
    for (const one of scopeAt(model, node)) {
        if (one.origin !== 'import')
            continue;
        if (isForgotten(model, one))
            yield [one.name, 0.8];
        else if (calls.get(one.name)?.some(({ parent }) => parent?.kind === 'call'))
            yield [one.name, 0.3];
    }
}
const siblingTemplates = [
    {
        id: 'sibling-call',
        summary: 'a function or method that is often taken for this one, or of the same file, called or given',
        weight: 0.35,
        kinds: ['call', 'name'],
        propose: siblings,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/terms.js




/** `a op b` becomes `a` or `b`. */
function* dropped(node, model) {
    if (!expressions_isOperation(node) || operators(node).length !== 1)
        return;
    const [left, right] = operands(node);
    if (left === undefined || right === undefined)
        return;
    const comparison = node.kind === 'comparison' ? 0.15 : 1;
    yield replacing(node, placed(expression(left, model.dialect), node, model.dialect), comparison);
    yield replacing(node, placed(expression(right, model.dialect), node, model.dialect), 0.7 * comparison);
    yield* middleDropped(node, model);
}
/** `a op b op2 c` becomes `a op c`. */
function* middleDropped(node, model) {
    const [inner, last] = operands(node);
    if (inner === undefined || last === undefined || inner.kind !== node.kind || node.kind === 'comparison')
        return;
    const [first] = operands(inner);
    const operator = operatorText(inner);
    if (first === undefined || operator === operatorText(node))
        return;
    const made = binary(expression(first, model.dialect), operator, expression(last, model.dialect), model.dialect);
    yield replacing(node, placed(made, node, model.dialect), 0.6);
}
const termOperators = [
    ['+', 1],
    ['-', 1],
    ['*', 0.7],
    ['/', 0.6],
    ['//', 0.5],
    ['%', 0.5],
    ['**', 0.3],
];
const mostParts = 8;
/** What the function reads of other things, such as `self.size[key]`: the nearest first. */
function partsAround(node, model) {
    const near = expressionsAround(node).filter((one) => (one.kind === 'index' || (one.kind === 'member' && one.field !== 'function')) &&
        one.text !== node.text &&
        !one.contains(node) &&
        !node.contains(one) &&
        /^(?:number|unknown)$/.test(model.inference.typeOf(one)) &&
        readableAt(model, one, node));
    near.sort((a, b) => Math.abs(a.line - node.line) - Math.abs(b.line - node.line));
    return near.slice(0, mostParts).map(({ text }, at) => ({ text, weight: 0.4 / (1 + at / 4), type: 'number' }));
}
/** `a` becomes `a op b`. */
function* added(node, model) {
    if (!isValue(node) || node.parent?.kind === 'parenthesized')
        return;
    const type = model.inference.expectedOf(node);
    const receiver = node.field === 'object' && node.parent?.kind === 'member';
    if (type === 'boolean' || type === 'function' || type === 'object' || type === 'list' || receiver)
        return;
    const place = termPlaces[node.parent?.kind ?? ''] ?? 0.4;
    const ways = type === 'string' || type === 'sequence' ? termOperators.slice(0, 1) : termOperators;
    const size = type === 'number' ? 1 : type === 'string' ? 0.6 : 0.35;
    for (const [operator, likely] of ways) {
        if (operator === '//' && model.dialect.family !== 'python')
            continue;
        if (operatorText(node) === operator && operator !== '+' && operator !== '-')
            continue;
        const hasParts = ways.length > 1 && /^[+-]$/.test(operator) && node.kind !== 'number';
        const parts = hasParts ? partsAround(node, model) : [];
        for (const { text, weight } of [...atomsOf(model, node, type === 'string' ? 'string' : 'number'), ...parts]) {
            // Two numbers are one: that is for the templates that change numbers.
            if (node.kind === 'number' && /^\d/.test(text))
                continue;
            if (text === node.text && operator !== '*' && operator !== '+')
                continue;
            if ((text === '1' && operator !== '+' && operator !== '-') || text === '0')
                continue;
            const made = binary(expression(node, model.dialect), operator, { text, tightness: 20 }, model.dialect);
            // What is off is off by one; by two it is halved or doubled.
            const step = text === '2' && (operator === '+' || operator === '-') ? 0.4 : /^\d/.test(text) ? 1 : 0.7;
            yield replacing(node, placed(made, node, model.dialect), step * likely * weight * place * size);
            if (operator === '*' || (operator === '+' && type === 'number') || (text === '1' && operator !== '-'))
                continue;
            const turned = binary({ text, tightness: 20 }, operator, expression(node, model.dialect), model.dialect);
            yield replacing(node, placed(turned, node, model.dialect), 0.6 * likely * weight * place * size);
        }
    }
}
/** Where a term is forgotten rather than elsewhere. */
const termPlaces = {
    return: 1,
    assignment: 1,
    declarator: 1,
    augmented: 0.8,
    arguments: 0.7,
    index: 0.6,
    slice: 0.6,
    comparison: 0.6,
    arithmetic: 0.6,
    lambda: 0.6,
    comprehension: 0.6,
};
/** ECMAScript's remainder has the sign of what is divided: what goes round backwards falls below 0. */
function* wrappedAround(node, model) {
    const [left, right] = operands(node);
    if (model.dialect.family === 'python' || operatorText(node) !== '%' || left === undefined || right === undefined)
        return;
    const divisor = expression(right, model.dialect);
    const sum = binary(expression(unparenthesized(left), model.dialect), '+', divisor, model.dialect);
    const rest = binary(expression(node, model.dialect), '+', divisor, model.dialect);
    for (const [inner, weight] of [
        [sum, expressions_isOperation(unparenthesized(left)) ? 1 : 0.4],
        [rest, 0.8],
    ])
        yield replacing(node, placed(binary(inner, '%', divisor, model.dialect), node, model.dialect), weight);
}
const termTemplates = [
    {
        id: 'drop-operand',
        summary: 'one operand of an operation left out',
        weight: 0.4,
        kinds: ['arithmetic', 'logical', 'comparison'],
        propose: dropped,
    },
    {
        id: 'add-term',
        summary: 'an operation with a variable or constant added',
        weight: 0.21,
        kinds: ['name', 'call', 'member', 'arithmetic', 'index', 'number', 'string'],
        propose: added,
    },
    {
        id: 'wrap-around',
        summary: 'a remainder that does not fall below 0',
        weight: 0.25,
        kinds: ['arithmetic'],
        propose: wrappedAround,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/counterparts.js


/** Code is compared up to this many nodes: beyond, nobody copied and adapted it word by word. */
const counterparts_largest = 80;
/** What is written so often is the language, and no copy. */
const mostAlike = 30;
const counterparts_words = new Set(['name', 'property']);
/**
 * Names that a node would have if its code were a copy of similar code in the function, adapted throughout:
 * in `cy += (x1 + y2)` beside `cx += (x1 + x2)`, it is `y1` for `x1`. Copies that were adapted in part are what
 * clone detection finds bugs by (Li et al., CP-Miner, 2004).
 */
function namesByCounterparts(node) {
    const home = outermostFunction(node);
    if (home === undefined)
        return counterparts_none;
    const { of, alike } = shapesIn(home);
    const names = new Set();
    for (const part of [node, ...node.ancestors()]) {
        const shape = of.get(part);
        if (shape === undefined)
            break;
        const others = alike.get(shape) ?? [];
        if (others.length > mostAlike)
            continue;
        for (const other of others) {
            if (!other.contains(part) && !part.contains(other))
                adapted(other, part, node, names);
        }
    }
    return names;
}
const counterparts_none = new Set();
/**
 * For edits of the statement around a node: `y = (y + dy) % height` is beside `x = (x + dx) % width`.
 * Undefined where no statement is written alike.
 */
function mirrorAt(node) {
    const statement = statementAround(node);
    const home = outermostFunction(node);
    if (statement === undefined || home === undefined)
        return undefined;
    const { of } = shapesIn(home);
    const shape = of.get(statement);
    const others = siblingsOf(statement).filter((one) => one !== statement && of.get(one) === shape);
    if (shape === undefined || others.length === 0 || others.length > mostMirrors)
        return undefined;
    return (change) => {
        const { start, end, text } = change;
        // What stands before, behind or in the place of a statement is no edit of it.
        const whole = start === statement.start && (end === statement.end || end === start);
        if (start < statement.start || end > statement.end || whole || text.includes('\n'))
            return undefined;
        const changes = others.flatMap((other) => transferred(change, statement, other) ?? []);
        return changes.length === others.length ? changes : undefined;
    };
}
const mostMirrors = 3;
function transferred({ start, end, text }, from, to) {
    const [tokens, others] = [counterparts_tokensOf(from), counterparts_tokensOf(to)];
    const first = tokens.findIndex((one) => one.start === start || one.end === start);
    const last = tokens.findIndex((one) => one.end === end || one.start === end);
    const [a, b] = [others[first], others[last]];
    if (a === undefined || b === undefined)
        return undefined;
    const renamed = new Map();
    for (const [i, one] of tokens.entries())
        if (counterparts_words.has(one.kind))
            renamed.set(one.text, others[i]?.text ?? '');
    const rename = (code) => code.replace(word, (one) => renamed.get(one) ?? one);
    const place = {
        start: tokens[first]?.start === start ? a.start : a.end,
        end: tokens[last]?.end === end ? b.end : b.start,
    };
    const isSame = rename(from.source.slice(start, end)) === from.source.slice(place.start, place.end);
    return isSame && place.start <= place.end ? { ...place, text: rename(text) } : undefined;
}
const word = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
function counterparts_tokensOf(part) {
    return [...part.walk()].filter(({ children }) => children.length === 0);
}
function outermostFunction(node) {
    return [...node.ancestors()].findLast(({ kind }) => kinds_functionKinds.has(kind));
}
/** What stands at `node` in a part that was copied from another one and adapted: added to `names`. */
function adapted(source, part, node, names) {
    const [from, to] = [wordsOf(source), wordsOf(part)];
    const at = to.findIndex((one) => one.start === node.start);
    const own = from[at]?.text;
    // Only what was left as it was can have been forgotten.
    if (own === undefined || own !== to[at]?.text)
        return;
    for (const [i, { text: old }] of from.entries()) {
        const now = to[i]?.text;
        if (now === undefined || now === old)
            continue;
        const name = old === own ? now : asRenamed(own, old, now);
        if (name !== undefined && name !== own)
            names.add(name);
    }
}
/** `row` becomes `col` as `nextRow` became `nextCol`; undefined when it has no part in the difference. */
function asRenamed(name, old, now) {
    let start = 0;
    while (start < old.length && old[start] === now[start])
        start++;
    let end = 0;
    while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end))
        end++;
    const [before, after] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
    if (before === '' || after === '')
        return undefined;
    for (const change of [(text) => text, lowered, raised]) {
        if (name.includes(change(before)))
            return name.replace(change(before), () => change(after));
    }
    return undefined;
}
function lowered(text) {
    return text.charAt(0).toLowerCase() + text.slice(1);
}
function raised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function wordsOf(part) {
    return [...part.walk()].filter(({ kind }) => counterparts_words.has(kind));
}
const counterparts_known = new WeakMap();
function shapesIn(home) {
    const before = counterparts_known.get(home);
    if (before !== undefined)
        return before;
    const of = new Map();
    const alike = new Map();
    const visit = (node) => {
        let [shape, size] = [node.named ? node.type : node.text, 1];
        for (const child of node.children) {
            const inner = visit(child);
            size += inner.size;
            // A shape that will not be asked for need not be spelled out.
            shape = size > counterparts_largest ? '' : `${shape}(${inner.shape})`;
        }
        if (node.named && size <= counterparts_largest) {
            of.set(node, shape);
            const others = alike.get(shape);
            if (others === undefined)
                alike.set(shape, [node]);
            else
                others.push(node);
        }
        return { shape, size };
    };
    for (const child of home.children)
        visit(child);
    const made = { of, alike };
    counterparts_known.set(home, made);
    return made;
}

;// CONCATENATED MODULE: ./build/dist/fix/templates/variables.js










/** How much likelier a name is that code copied from elsewhere and adapted would have here. */
const asInCounterpart = 3;
/** Values that name's binding could have been: same type first, then a similar name. */
function* variables_others(node, model) {
    const own = model.inference.expectedOf(node);
    for (const { text, weight, type, unread } of variables(model, node)) {
        if (text === node.text || !compatible(own, type))
            continue;
        const sure = unread || (own !== 'unknown' && type !== 'unknown') ? 1 : 0.6;
        yield { text, weight: sure * weight * (0.6 + 0.4 * similarity(text, node.text)) };
    }
}
function* wrongVariable(node, model) {
    if (node.parent?.kind === 'object' || !isValue(node))
        return;
    if (node.field === 'function')
        return;
    const wanted = namesByCounterparts(node);
    for (const { text, weight } of variables_others(node, model))
        yield replacing(node, text, weight * (wanted.has(text) ? asInCounterpart : 1));
}
/** A target that is assigned to: the wrong accumulator. */
function* wrongTarget(node, model) {
    const left = node.get('left', 'argument');
    if (left?.kind !== 'name')
        return;
    const locals = scopeAt(model, node).filter(({ origin }) => origin === 'local' || origin === 'parameter');
    for (const { name, node: bound } of locals) {
        if (name === left.text || (bound.parent?.parent?.children[0]?.type ?? '') === 'const')
            continue;
        yield replacing(left, name, 0.5 + 0.5 * similarity(name, left.text));
    }
}
/** An expression instead of a variable, a variable instead of an expression, or another expression of the function. */
function* otherExpression(node, model) {
    if (!isValue(node) || node.field === 'function' || node.kind === 'parenthesized')
        return;
    const own = model.inference.expectedOf(node);
    if (own === 'boolean' || own === 'function')
        return;
    for (const one of expressionsAround(node)) {
        const type = model.inference.typeOf(one);
        if (one.text === node.text || !compatible(own, type) || !readableAt(model, one, node))
            continue;
        const sure = own === 'unknown' || type === 'unknown' ? 0.4 : 1;
        const growth = one.contains(node) || node.contains(one) ? 0.5 : 1;
        // What the variable is given elsewhere it is the likeliest to be given here.
        const given = targetOf(node)?.text;
        const same = given !== undefined && given === targetOf(one)?.text;
        const alike = same ? 1 : 0.4 + 0.6 * similarity(one.text, node.text);
        const weight = sure * growth * alike;
        yield replacing(node, placed(expression(one, model.dialect), node, model.dialect), weight);
    }
    // What is added up is read where it is kept: `a[i][j] = (a[j] || 0) + x`.
    const kept = [...node.ancestors()].find(({ kind }) => kind === 'assignment' || statementKinds.has(kind))?.get('left');
    if (kept !== undefined && kept.kind === node.kind && kept.text !== node.text)
        yield replacing(node, kept.text, 0.3 + 0.7 * similarity(kept.text, node.text));
    if (node.kind === 'name' || node.kind === 'number')
        return;
    for (const { text, weight } of variables_others(node, model))
        yield replacing(node, text, 0.6 * weight);
}
function* wrongProperty(node, model) {
    const name = node.get('property', 'attribute');
    if (name === undefined || node.field === 'function')
        return;
    const seen = new Set([name.text]);
    const wanted = namesByCounterparts(name);
    for (const other of model.root.walk()) {
        if (other.kind !== 'member' || other.field === 'function')
            continue;
        const text = other.get('property', 'attribute')?.text;
        if (text === undefined || seen.has(text))
            continue;
        seen.add(text);
        const likely = 0.3 + 0.7 * similarity(text, name.text);
        yield replacing(name, text, likely * (wanted.has(text) ? asInCounterpart : 1));
    }
}
/** The same wrong variable in all the uses of a statement or of the function, or two that stand for one another. */
function* renamedUses(node, model) {
    if (!isValue(node) || node.field === 'function')
        return;
    const statement = statementAround(node);
    for (const [around, size] of [
        [statement, 1],
        [functionOf(node), 0.5],
    ]) {
        if (around === undefined)
            continue;
        const uses = [...around.walk()].filter((one) => one.kind === 'name' && isValue(one));
        const mine = uses.filter(({ text }) => text === node.text);
        if (mine[0] !== node)
            continue;
        for (const { text, weight } of variables_others(node, model)) {
            const theirs = uses.filter((one) => one.text === text);
            if (mine.length > 1 && mine.length < 8)
                yield changing(size * weight, ...mine.map((one) => change(one, text)));
            if (theirs.length > 0 && mine.length + theirs.length < 16) {
                yield changing((around === statement ? 0.6 : 0.2) * weight, ...mine.map((one) => change(one, text)), ...theirs.map((one) => change(one, node.text)));
            }
        }
    }
}
const variableTemplates = [
    {
        id: 'wrong-variable',
        summary: 'another variable in scope',
        weight: 0.45,
        kinds: ['name'],
        context: 2,
        propose: wrongVariable,
    },
    {
        id: 'wrong-target',
        summary: 'another variable assigned to',
        weight: 0.25,
        kinds: ['assignment', 'augmented', 'update'],
        propose: wrongTarget,
    },
    {
        id: 'wrong-expression',
        summary: 'another expression of the same function',
        weight: 0.25,
        kinds: ['name', 'call', 'member', 'index', 'arithmetic', 'number', 'string'],
        propose: otherExpression,
    },
    {
        id: 'wrong-property',
        summary: 'another property that the file uses',
        weight: 0.15,
        kinds: ['member'],
        propose: wrongProperty,
    },
    {
        id: 'rename-uses',
        summary: 'another variable at every use in a statement or function, or two exchanged',
        weight: 0.18,
        kinds: ['name'],
        propose: renamedUses,
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/templates/table.js



























/**
 * All single-edit templates. The families follow TBar (Liu et al., ISSTA 2019) and PraPR (Ghanbari et al., ISSTA 2019),
 * restated for languages without static types.
 */
const templates = [
    ...operatorTemplates,
    ...boundaryTemplates,
    ...termTemplates,
    ...conditionTemplates,
    ...variableTemplates,
    ...siblingTemplates,
    ...callTemplates,
    ...argumentTemplates,
    ...propertyTemplates,
    ...optionTemplates,
    ...ownPropertyTemplates,
    ...conversionTemplates,
    ...fallbackTemplates,
    ...constantTemplates,
    ...patternTemplates,
    ...limitTemplates,
    ...consistentTemplates,
    ...alikeTemplates,
    ...indexTemplates,
    ...flowTemplates,
    ...exceptionTemplates,
    ...updateTemplates,
    ...loopTemplates,
    ...initialTemplates,
    ...branchTemplates,
    ...moveTemplates,
];
const weights = new Map(templates.map(({ id, weight }) => [id, weight]));
/** What a template is worth before a repository taught anything: intuition, corrected by experience with other bugs. */
function defaultWeight(template, _context, shape) {
    const own = (weights.get(template) ?? 0.1) * (experience.templates[template] ?? 1);
    return shape === undefined ? own : own * (experience.shapes[template]?.[shape] ?? 1);
}
/** The same without experience. */
function intuition(template) {
    return weights.get(template) ?? 0.1;
}
const table_best = new Map();
/** What the most promising shape of a template's edits is worth against the template. */
function bestShape(template) {
    let most = table_best.get(template);
    if (most === undefined) {
        most = Math.max(1, ...Object.values(experience.shapes[template] ?? {}));
        table_best.set(template, most);
    }
    return most;
}
const byKind = new Map();
for (const template of templates) {
    for (const kind of template.kinds)
        byKind.set(kind, [...(byKind.get(kind) ?? []), template]);
}
function templatesFor(kind) {
    return byKind.get(kind) ?? [];
}

;// CONCATENATED MODULE: ./build/dist/fix/learned/evidence.js




const month = 30 * 86_400_000;
const longestName = 160;
/** A template in a context of any generality. */
function cellKey(template, context) {
    return `${template} ${context}`;
}
/**
 * What a decision about a pull request counts for: chosen once more, or promised and not kept. A rejection weighs twice
 * as much as an approval, and that others had to add to it half as much.
 */
const decisions = {
    approved: [1, 0],
    rejected: [0, 2 * shareUnits],
    edited: [0, shareUnits / 2],
};
/**
 * What repairs, and people who decided about them, said of templates, by month of 30 days since the epoch, then by {@link cellKey}. A repair that chose
 * nothing says nothing: which of its candidates was right is not known.
 */
const evidence = {
    name: 'fix.template-evidence',
    version: 3,
    kinds: [repairTemplates, repairDecided],
    commutative: true,
    initial: () => ({}),
    apply(state, { kind, at, data }) {
        const cells = kind === repairDecided.kind ? decided(data) : cellsOf(data.cells);
        if (kind !== repairDecided.kind && !cells.some(([, , , , chosen]) => chosen > 0))
            return state;
        const bucket = String(Math.floor(at / month));
        const sums = state[bucket] ?? {};
        state[bucket] = sums;
        for (const [template, context, , , chosen, share] of cells) {
            if (chosen === 0 && share === 0)
                continue;
            for (const level of ancestorsOf(context)) {
                const key = cellKey(template, level);
                const sum = sums[key] ?? [0, 0];
                sums[key] = [sum[0] + Math.min(1, chosen), sum[1] + share];
            }
        }
        return state;
    },
};
function decided({ decision, template, context }) {
    const counts = typeof decision === 'string' && Object.hasOwn(decisions, decision) ? decisions[decision] : undefined;
    if (counts === undefined || typeof template !== 'string' || typeof context !== 'string')
        return [];
    return cellsOf(tally_placesOf({ template, context }).map((one) => [one.template, one.context, 0, 0, ...counts]));
}
function cellsOf(cells) {
    if (!Array.isArray(cells))
        return [];
    return cells.filter((cell) => {
        if (!Array.isArray(cell) || cell.length !== 6)
            return false;
        const [template, context, ...counts] = cell;
        return ([template, context].every((name) => typeof name === 'string' && name.length <= longestName) &&
            counts.every((count) => Number.isSafeInteger(count) && count >= 0));
    });
}

;// CONCATENATED MODULE: ./build/dist/fix/learned/weights.js




/** Repairs that a prior is worth, from the most general level on: the more special, the fewer repairs speak of it. */
const priorStrengths = [4, 8, 12, 12, 12, 12];
/** Months of 30 days after which evidence is worth half. */
const halfLife = 4;
/**
 * A template's own weight times how much more often it was chosen than its weight had promised. The promise is the sum
 * over repairs of the template's share of the belief in all that was tried, so that neither many proposals nor
 * many places count against it. Observed over promised is the mean of a Gamma posterior over a Poisson rate, from
 * the most general context to the most special one, where each level's posterior mean is the prior of the next (the
 * observed-over-expected shrinkage of DuMouchel, The American Statistician 1999). Old evidence decays by age relative to
 * the newest.
 */
function learnedWeights(events, { enabled }) {
    if (!enabled)
        return intuition;
    const sums = decayed(events.project(evidence));
    if (sums.size === 0)
        return defaultWeight;
    const known = new Map();
    return (template, context, shape) => {
        const key = cellKey(template, context);
        let factor = known.get(key);
        if (factor === undefined) {
            factor = factorOf(template, context, sums);
            known.set(key, factor);
        }
        return defaultWeight(template, context, shape) * factor;
    };
}
const weights_nothing = { chosen: 0, expected: 0 };
function factorOf(template, context, sums) {
    return ancestorsOf(context).reduce((factor, level, depth) => {
        const { chosen, expected } = sums.get(cellKey(template, level)) ?? weights_nothing;
        const strength = priorStrengths[Math.min(depth, priorStrengths.length - 1)];
        return (factor * (chosen + strength)) / (factor * expected + strength);
    }, 1);
}
function decayed(months) {
    const newest = Math.max(...Object.keys(months).map(Number));
    const sums = new Map();
    for (const [month, cells] of Object.entries(months)) {
        const worth = 0.5 ** ((newest - Number(month)) / halfLife);
        for (const [key, [chosen, expected]] of Object.entries(cells)) {
            const sum = sums.get(key) ?? weights_nothing;
            sums.set(key, {
                chosen: sum.chosen + worth * chosen,
                expected: sum.expected + (worth * expected) / shareUnits,
            });
        }
    }
    return sums;
}

;// CONCATENATED MODULE: ./build/dist/fix/learned/index.js



;// CONCATENATED MODULE: ./build/dist/fix/reflect/classify.js

/** By the name of the thrown class; the first that fits. */
const classify_byName = [
    ['assertion', /Assertion|^Failed$|ExpectationError|ERR_ASSERTION/],
    ['import', /^(?:ImportError|ModuleNotFoundError)$|MODULE_NOT_FOUND/],
    ['syntax', /^(?:SyntaxError|IndentationError|TabError|TransformError)$/],
    ['name', /^(?:ReferenceError|NameError|UnboundLocalError)$/],
    ['timeout', /Timeout|TimedOut|Abort/],
    ['memory', /^MemoryError$/],
    ['crash', /^(?:RecursionError|SystemExit|KeyboardInterrupt|InternalError)$/],
    ['network', /^(?:Connection\w*Error|BrokenPipeError|URLError|HTTPError|gaierror|herror|SSL\w*Error)$|Socket|Network/],
    ['filesystem', /^(?:File\w+Error|IsADirectoryError|NotADirectoryError|PermissionError)$/],
    ['type', /^(?:TypeError|AttributeError)$/],
    [
        'value',
        /^(?:ValueError|KeyError|IndexError|LookupError|ArithmeticError|ZeroDivisionError|OverflowError|Unicode\w*Error|RangeError|StopIteration|DOMException|URIError|JSONDecodeError)$/,
    ],
];
/** By the message, where the class says too little or another thing than it is; the first that fits. */
const byMessage = [
    [
        'crash',
        /maximum (?:call stack|recursion depth)|segmentation fault|SIGSEGV|SIGABRT|SIGKILL|exited (?:with|unexpectedly)|core dumped/i,
    ],
    ['memory', /out of memory|heap limit|ENOMEM|cannot allocate|invalid (?:array|string) length/i],
    ['timeout', /\btim(?:ed?|e-?)[\s-]?out\b|deadline exceeded|ETIMEDOUT|too many turns/i],
    [
        'import',
        /cannot find (?:module|package)|no module named|ERR_MODULE_NOT_FOUND|cannot import name|does not provide an export/i,
    ],
    [
        'network',
        /ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|fetch failed|name resolution|socket hang up/,
    ],
    ['filesystem', /ENOENT|EACCES|EPERM|EISDIR|ENOTDIR|ENOSPC|EROFS|no such file or directory|permission denied/i],
    ['syntax', /unexpected (?:token|end of input|indent)|invalid syntax/i],
    ['name', /\bis not defined\b|before initialization/],
    [
        'type',
        /is not a function|is not iterable|cannot read propert|undefined is not|has no attribute|unsupported operand|not subscriptable|not callable/i,
    ],
    ['assertion', /^\s*assert\b|\bexpected\b|to (?:be|equal|strictly equal)\b|did not raise|did not throw/i],
];
/** Classes whose message says more than they do. */
const vague = /^(?:|Error|Exception|OSError|IOError|EnvironmentError|RuntimeError|RangeError|SystemError|AggregateError)$/;
/** What kind of thing went wrong, from what JavaScript, Python and their test frameworks report. */
function classify(errorClass, message) {
    const name = (errorClass ?? '').split('.').at(-1) ?? '';
    const said = firstMatch(classify_byName, name);
    if (said !== undefined && !vague.test(name))
        return said;
    return firstMatch(byMessage, firstLines(message ?? '')) ?? said ?? 'other';
}
function classifyTest({ status, errorClass, message }) {
    return status === 'timed-out' ? 'timeout' : classify(errorClass, message);
}
function firstMatch(rules, text) {
    return rules.find(([, sign]) => sign.test(text))?.[0];
}
function firstLines(message) {
    return message.slice(0, 2000).split('\n').slice(0, 5).join('\n');
}
const longestSignature = 120;
/**
 * The first line of a message without what differs from case to case, and without what could be a secret: texts in
 * quotes become `S`, paths `P`, numbers `N`, and long runs of letters and digits `X`.
 */
function signatureOf(message) {
    const line = (message ?? '')
        .slice(0, 2000)
        .split('\n')
        .find((one) => one.trim() !== '') ?? '';
    const normal = (0,printable/* printable */.g)(line)
        .replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g, 'S')
        .replace(/[a-z]+:\/\/\S+|(?:\.{0,2}\/|[A-Za-z]:\\)[^\s,;:()]+/g, 'P')
        .replace(/\b(?=\w*\d)(?=\w*[A-Za-z])\w{12,}\b|\b\w{32,}\b/g, 'X')
        .replace(/-?(?<![A-Za-z_])\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi, 'N')
        .replace(/\s+/g, ' ')
        .replace(/([[(,]\s*)(?:[NS](?:,\s*)?){2,}/g, '$1N…');
    return (0,printable/* printable */.g)(normal, longestSignature);
}

;// CONCATENATED MODULE: ./build/dist/fix/reflect/advice.js
const byThrown = {
    KeyError: 'No template adds a missing key: look at where the dictionary is filled and at how the key is spelled',
    IndexError: 'Look at the bounds of the loop and at what happens with an empty list',
    AttributeError: 'Look at where the value comes from: it is None or of another class than expected',
    ZeroDivisionError: 'Look at what the divisor is for empty input',
    RecursionError: 'Look at the case that should end the recursion',
    UnboundLocalError: 'Look for the path on which the variable is read before it is assigned',
};
const byClass = {
    assertion: 'The program runs to its end with a wrong value: compare the expected with the actual one',
    type: 'A value is of another type than the operation needs: look at where it comes from, null and None first',
    syntax: 'The file cannot be read at all: templates need a file that parses',
    import: 'A module or name cannot be imported: look at the dependencies and at how the name is spelled',
    name: 'A name is used that nothing defines: look for a misspelling or a missing import',
    value: 'A value is outside of what is allowed: look at bounds, empty input and conversions',
    timeout: 'Something does not end: look at what changes in the loop or in the waiting',
    memory: 'Something grows without bound: look at what a loop or a recursion adds to',
    network: 'The tests reach for a network, which sandboxes do not have: replace the far side in the tests',
    filesystem: 'A file is missing or may not be used: look at the path and at what the tests prepare',
    crash: 'The process ends before the tests do: look at recursion, native modules and exits',
    other: 'Start from the innermost call of the stack',
};
/** Where to look, by the class that was thrown or by its kind. */
function adviceOn(errorClass, thrown) {
    return thrown !== undefined && Object.hasOwn(byThrown, thrown) ? byThrown[thrown] : byClass[errorClass];
}
function isErrorClass(name) {
    return typeof name === 'string' && Object.hasOwn(byClass, name);
}

;// CONCATENATED MODULE: ./build/dist/fix/reflect/lessons.js





/** Templates that a lesson names. */
const named = 5;
/** What a repair that came to nothing teaches: one lesson for each way in which the tests fail, the commonest first. */
function lessonsOf({ baseline: { failing }, candidates }, outcomes) {
    const tried = byTemplate(outcomes);
    const groups = new Map();
    for (const test of failing) {
        const group = groupOf(test);
        const key = lessonKey(group);
        const known = groups.get(key) ?? group;
        known.tests++;
        groups.set(key, known);
    }
    const avoid = tried.slice(0, named).map(({ template }) => template);
    return [...groups.values()]
        .sort((a, b) => b.tests - a.tests)
        .map((group) => ({
        errorClass: group.errorClass,
        file: group.file,
        function: group.function,
        signature: group.signature,
        avoid,
        suggestion: suggest(group, failing.length, tried, candidates),
        occurrences: group.tests,
    }));
}
/** Equal for lessons that speak of the same failure. */
function lessonKey(lesson) {
    return JSON.stringify([lesson.errorClass, lesson.file, lesson.function ?? null, lesson.signature]);
}
function recordLesson(recorder, commit, lesson) {
    recorder.record(repairLesson, {
        ...lesson,
        commit,
        function: lesson.function ?? null,
        avoid: [...lesson.avoid],
    });
}
/** The place is the innermost call in the program; of tests whose own comparison fails, their file. */
function groupOf(test) {
    const frame = test.stack.find(({ file }) => !isTestFile(file) && file !== test.file) ?? test.stack[0];
    return {
        errorClass: classifyTest(test),
        thrown: test.errorClass,
        file: frame?.file ?? test.file,
        function: frame?.function,
        signature: signatureOf(test.message),
        tests: 0,
    };
}
function byTemplate(outcomes) {
    const sums = new Map();
    for (const { template, tried, partial, errors } of outcomes) {
        const sum = sums.get(template) ?? { template, tried: 0, partial: 0, errors: {} };
        sums.set(template, sum);
        sum.tried += tried;
        sum.partial += partial;
        for (const [thrown, count] of Object.entries(errors)) {
            const errorClass = classify(thrown, undefined);
            sum.errors[errorClass] = (sum.errors[errorClass] ?? 0) + count;
        }
    }
    return [...sums.values()].sort((a, b) => b.tried - a.tried || (a.template < b.template ? -1 : 1));
}
function suggest(group, failing, tried, attempts) {
    const sentences = [whatFails(group, failing), adviceOn(group.errorClass, group.thrown)];
    const near = tried.filter(({ partial }) => partial > 0).sort((a, b) => b.partial - a.partial);
    if (near.length > 0)
        sentences.push(nearly(near));
    const rejected = attempts.find(({ green, review }) => green && review.verdict === 'reject');
    const red = attempts.filter(({ green }) => !green).length;
    if (rejected !== undefined)
        sentences.push(whyRefused(rejected));
    else if (red > 0)
        sentences.push(`${red} passed the failing tests alone and not the whole suite`);
    if (near.length === 0 && attempts.length === 0)
        sentences.push(withoutEffect(tried));
    return sentences.map((sentence) => `${sentence}.`).join(' ');
}
function whatFails({ thrown, errorClass, function: name, file, tests }, failing) {
    const error = thrown !== undefined && /^[\w.]{1,60}$/.test(thrown) ? thrown : `${errorClass} errors`;
    const place = name === undefined ? (0,printable/* printable */.g)(file, 120) : `\`${(0,printable/* printable */.g)(name, 60)}\` (${(0,printable/* printable */.g)(file, 120)})`;
    const which = tests === failing ? 'The failing tests raise' : `${tests} of ${failing} failing tests raise`;
    return `${which} ${error} in ${place}`;
}
function nearly(near) {
    const best = near.slice(0, 3).map(({ template, partial }) => `\`${template}\` (${partial})`);
    return `Some candidates turned a part of the failing tests green and not all, of ${best.join(', ')}: a second change is needed beside theirs`;
}
function whyRefused({ strategy, file, line, review }) {
    const rules = [...new Set(review.findings.map(({ rule }) => rule))].slice(0, 3).join(', ');
    return `\`${strategy}\` at ${(0,printable/* printable */.g)(file, 120)}:${line} passed and was refused by the review (${rules})`;
}
function withoutEffect(tried) {
    const count = tried.reduce((sum, one) => sum + one.tried, 0);
    if (count === 0)
        return 'No candidate was tried: no template fits the suspicious lines, or time was up';
    const totals = new Map();
    for (const { errors } of tried)
        for (const [name, times] of Object.entries(errors))
            totals.set(name, (totals.get(name) ?? 0) + times);
    const [most] = [...totals].sort((a, b) => b[1] - a[1]);
    const outcome = most === undefined ? '' : `; most ended in ${most[0]} errors`;
    return `${count} candidates of ${tried.length} templates turned no failing test green${outcome}`;
}

;// CONCATENATED MODULE: ./build/dist/fix/reflect/relevant.js




/** Every lesson once, with all its occurrences; what else it says is as it was last learned. */
const relevant_lessons = {
    name: 'fix.lessons',
    version: 1,
    kinds: [repairLesson],
    commutative: true,
    initial: () => ({}),
    apply(state, { at, data }) {
        const lesson = readLesson(data);
        if (lesson === undefined)
            return state;
        const key = lessonKey({ ...lesson, function: lesson.function ?? undefined });
        const known = state[key];
        const occurrences = lesson.occurrences + (known?.lesson.occurrences ?? 0);
        const newer = known === undefined || isNewer({ lesson, at }, known) ? { lesson, at } : known;
        state[key] = { lesson: { ...newer.lesson, occurrences }, at: newer.at };
        return state;
    },
};
/** Within one moment the greater text wins, in whatever order the events come. */
function isNewer(one, other) {
    if (one.at !== other.at)
        return one.at > other.at;
    return said(one) > said(other);
}
function said({ lesson: { suggestion, avoid } }) {
    return JSON.stringify([suggestion, avoid]);
}
function readLesson(data) {
    const { errorClass, file, function: name, signature, avoid, suggestion, occurrences } = data;
    if (!isErrorClass(errorClass) || typeof file !== 'string' || typeof signature !== 'string')
        return undefined;
    if (typeof suggestion !== 'string' || !Number.isSafeInteger(occurrences) || Number(occurrences) < 1)
        return undefined;
    return {
        errorClass,
        file,
        function: typeof name === 'string' ? name : null,
        signature,
        avoid: Array.isArray(avoid) ? avoid.filter((one) => typeof one === 'string') : [],
        suggestion,
        occurrences: Number(occurrences),
    };
}
/** Days after which a lesson counts half. */
const relevant_halfLife = 60;
const day = 86_400_000;
/**
 * Lessons of earlier repairs that bear on these failing tests, the most relevant first: the same signature, function
 * and file count most, then the kind of error; recent and repeated ones before others. Age is relative to the newest.
 */
function relevantLessons(events, { failing, files }, limit = 10) {
    const kept = Object.entries(events.project(relevant_lessons));
    const newest = kept.reduce((latest, [, { at }]) => Math.max(latest, at), 0);
    const relevance = relevanceTo(failing, files);
    return kept
        .map(([key, { lesson, at }]) => {
        const fresh = 0.5 ** ((newest - at) / day / relevant_halfLife);
        const often = 1 + Math.log2(lesson.occurrences) / 10;
        return { lesson, key, score: relevance(lesson) * fresh * often };
    })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
        .slice(0, limit)
        .map(({ lesson }) => ({ ...lesson, function: lesson.function ?? undefined }));
}
function relevanceTo(failing, files) {
    const signatures = new Set(failing.map(({ message }) => signatureOf(message)).filter((one) => one !== ''));
    const classes = new Set(failing.map(classifyTest));
    const frames = failing.flatMap(({ stack }) => stack);
    const places = new Set([...files, ...failing.map(({ file }) => file), ...frames.map(({ file }) => file)]);
    const functions = new Set(frames.map((frame) => `${frame.file} ${frame.function}`));
    return (lesson) => (signatures.has(lesson.signature) ? 4 : 0) +
        (functions.has(`${lesson.file} ${lesson.function}`) ? 3 : 0) +
        (places.has(lesson.file) ? 2 : 0) +
        (classes.has(lesson.errorClass) ? 1 : 0);
}

;// CONCATENATED MODULE: ./build/dist/fix/reflect/index.js




// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js + 1 modules
var array = __webpack_require__(88965);
;// CONCATENATED MODULE: ./build/dist/fix/search/undo.js

const undoTemplate = 'undo-change';
/** How often what the newest commit did to a line that failing tests run is what broke them. */
const weight = 0.9;
/** A commit further back broke it less likely by this factor. */
const ageing = 0.6;
/** Of a change on lines that nothing ties to the failing tests. */
const least = 0.1;
/** Taking back all changes of a file mends more than was asked, and may undo what was wanted. */
const wholeShare = 0.4;
/** A rewritten file is not taken back piece by piece. */
const mostPieces = 40;
const mostLinesApart = 12;
/**
 * Changes of the last commits taken back: each run of changed lines, each line of a run where old and new lines pair up,
 * and all of a file's together. What made passing tests fail is often the mistake itself (Śliwerski, Zimmermann, Zeller,
 * MSR 2005, on changes that induce fixes; taken back part by part as in Zeller's delta debugging, FSE 1999).
 */
function undoSingles(models, suspicions, before) {
    const made = [];
    for (const model of models) {
        const scores = new Map();
        for (const { file, line, score } of suspicions)
            if (file === model.path)
                scores.set(line, Math.max(score, scores.get(line) ?? 0));
        for (const { age, text } of before.get(model.path) ?? []) {
            const runs = piecesOf(text, model.text);
            if (runs.length > mostPieces)
                continue;
            const base = { model, template: undoTemplate, context: `${model.language}/-/-/-/-` };
            const worth = (weight * ageing ** Math.max(0, age - 1)) / Math.sqrt(runs.length);
            for (const piece of runs.flatMap(({ run, apart }) => [run, ...apart])) {
                const score = worth * Math.max(least, suspicionOf(piece, scores));
                made.push({ ...base, changes: [piece.change], line: piece.line, score });
            }
            if (runs.length < 2)
                continue;
            const suspicion = Math.max(least, ...runs.map(({ run }) => suspicionOf(run, scores)));
            const changes = runs.map(({ run }) => run.change);
            made.push({ ...base, changes, line: runs[0]?.run.line ?? 1, score: wholeShare * worth * suspicion });
        }
    }
    return made;
}
/** Of the lines that are replaced; of an insertion, of the lines around it. */
function suspicionOf({ line, lines }, scores) {
    let most = 0;
    const [from, to] = lines === 0 ? [line - 1, line] : [line, line + lines - 1];
    for (let at = from; at <= to; at += 1)
        most = Math.max(most, scores.get(at) ?? 0);
    return most;
}
/** What to write where, so that `now` becomes `then`; line ends belong to their lines. */
function piecesOf(then, now) {
    const found = [];
    let [start, line] = [0, 1];
    let removed = [];
    let added = [];
    const close = () => {
        if (removed.length + added.length > 0) {
            const run = pieceOf(start, line, added, removed);
            const pairUp = added.length === removed.length && added.length > 1 && added.length <= mostLinesApart;
            found.push({ run, apart: pairUp ? lineByLine(start, line, added, removed) : [] });
        }
        start += added.join('').length;
        line += added.length;
        [removed, added] = [[], []];
    };
    for (const part of (0,array/* diffArrays */.E)(undo_linesOf(then), undo_linesOf(now))) {
        if (part.removed)
            removed.push(...part.value);
        else if (part.added)
            added.push(...part.value);
        else {
            close();
            start += part.value.join('').length;
            line += part.value.length;
        }
    }
    close();
    return found;
}
function lineByLine(start, line, added, removed) {
    let at = start;
    return added.flatMap((one, i) => {
        const piece = pieceOf(at, line + i, [one], [removed[i] ?? '']);
        at += one.length;
        return one === removed[i] ? [] : [piece];
    });
}
function pieceOf(start, line, added, removed) {
    const change = { start, end: start + added.join('').length, text: removed.join('') };
    return { change, line, lines: added.length };
}
function undo_linesOf(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

;// CONCATENATED MODULE: ./build/dist/fix/template-outcomes.js
class TemplateOutcomes {
    #outcomes = new Map();
    /** @param belief the candidate's prior, had nothing been learned */
    add({ template, context }, belief, result) {
        const { plausible, verdicts, errorClass } = result;
        const key = `${template} ${context}`;
        const outcome = this.#outcomes.get(key) ?? {
            ...{ template, context, tried: 0, plausible: 0, partial: 0, belief: 0, errors: {} },
        };
        this.#outcomes.set(key, outcome);
        outcome.tried += 1;
        outcome.belief += belief;
        if (plausible)
            outcome.plausible += 1;
        else if ([...verdicts.values()].includes('passed'))
            outcome.partial += 1;
        if (!plausible && errorClass !== undefined)
            outcome.errors[errorClass] = (outcome.errors[errorClass] ?? 0) + 1;
    }
    list() {
        return [...this.#outcomes.values()];
    }
}
/** Sums outcomes of several runners or rounds. */
function mergeOutcomes(lists) {
    const merged = new Map();
    for (const outcome of lists.flat()) {
        const key = `${outcome.template} ${outcome.context}`;
        const known = merged.get(key);
        if (known === undefined)
            merged.set(key, { ...outcome, errors: { ...outcome.errors } });
        else {
            known.tried += outcome.tried;
            known.plausible += outcome.plausible;
            known.partial += outcome.partial;
            known.belief += outcome.belief;
            for (const [name, count] of Object.entries(outcome.errors))
                known.errors[name] = (known.errors[name] ?? 0) + count;
        }
    }
    return [...merged.values()];
}

;// CONCATENATED MODULE: ./build/dist/fix/finish.js






/** The report of a repair, and its facts for the store. */
async function finish(session, planned, ended, began) {
    const { deps, workspace, workshop, command } = session;
    const { plan, baseline } = planned;
    const shares = ended?.shares ?? [];
    const outcomes = mergeOutcomes(shares.map((share) => share.outcomes));
    const tried = shares.reduce((sum, share) => sum + share.tried, 0);
    const report = {
        status: ended?.selected.status ?? planned.status ?? 'unfixed',
        reason: ended?.selected.reason ?? planned.reason,
        commit: workspace.commit,
        uncommitted: Object.keys(workspace.uncommitted).length,
        testCommand: command.text,
        isolation: workshop.isolation,
        baseline,
        suspicions: (plan?.suspicions ?? []).slice(0, 20),
        winner: ended?.selected.winner,
        candidates: ended?.selected.attempts ?? [],
        consensus: ended?.selected.consensus ?? {
            ...{ agreement: undefined, method: 'none', inputs: 0, clusters: 0, textAgreement: undefined },
        },
        tried,
        plausible: shares.reduce((sum, share) => sum + share.plausible.length, 0),
        durationMs: deps.clock.now() - began,
        notes: [
            ...new Set([
                ...(plan?.notes ?? []),
                ...shares.flatMap(({ notes }) => notes),
                ...(ended?.selected.notes ?? []),
                ...undoneNote(ended?.selected.winner),
            ]),
        ],
    };
    const learned = report.status === 'unfixed' ? lessonsOf(report, outcomes) : [];
    const lessons = await lessonsFor(session, report, learned);
    record(session, report, outcomes, learned);
    session.progress({ stage: 'done', tried });
    return { ...report, lessons };
}
function undoneNote(winner) {
    const undone = winner?.strategy.split('+').includes(undoTemplate) === true;
    return undone
        ? ['the repair takes back what was changed lately: where that was meant, it is the tests that have to change']
        : [];
}
async function lessonsFor({ request, deps }, report, learned) {
    const files = [...new Set(report.suspicions.map(({ file }) => file))];
    const earlier = request.learned ? relevantLessons(deps.events, { failing: report.baseline.failing, files }, 10) : [];
    return [...learned, ...earlier.filter((one) => !learned.some((own) => finish_same(own, one)))].slice(0, 10);
}
function finish_same(a, b) {
    return a.file === b.file && a.signature === b.signature && a.function === b.function;
}
/** What happened, for the store: never the text of a program. */
function record({ request, deps, command }, report, outcomes, lessons) {
    const { recorder } = deps;
    const { commit, status, winner, candidates } = report;
    const files = [...report.suspicions.map(({ file }) => file), ...candidates.map(({ file }) => file)];
    recorder.record(repairFinished, {
        ...{ commit, status, tried: report.tried, plausible: report.plausible, durationMs: report.durationMs },
        framework: command.framework,
        languages: [...new Set(files.flatMap((file) => (0,code/* languageOf */.eX)(file) ?? []))].sort(),
        winner: winner === undefined ? null : { template: winner.strategy, context: winner.context },
        agreement: report.consensus.agreement ?? null,
        learned: request.learned,
        seed: request.seed,
    });
    for (const { strategy, context, green, review, cluster, id } of candidates) {
        recorder.record(repairAttempted, {
            ...{ commit, context, green },
            template: strategy,
            accepted: review.verdict === 'accept',
            chosen: id === winner?.id,
            cluster: cluster ?? null,
        });
    }
    const tally = new TemplateTally();
    const all = outcomes.reduce((sum, { belief }) => sum + belief, 0);
    for (const { template, context, tried, plausible, belief } of outcomes)
        tally.add({ template, context, tried, plausible, share: all === 0 ? 0 : belief / all });
    if (winner !== undefined && status === 'fixed') {
        tally.chosen({ template: winner.strategy, context: winner.context });
    }
    if (outcomes.length > 0)
        recorder.record(repairTemplates, { cells: tally.cells() });
    for (const lesson of lessons)
        recordLesson(recorder, commit, lesson);
}

;// CONCATENATED MODULE: ./build/dist/fix/others.js

/** Of the time that is left, at most, to learn what the other programs say before a repair. */
const othersShare = 0.2;
const others_known = new WeakMap();
/** The test programs besides the one that is repaired, as far as they can be run in time: a repair must not break them. */
function otherTests(session) {
    const running = others_known.get(session) ?? runOthers(session);
    others_known.set(session, running);
    return running;
}
async function runOthers({ commands, command, workshop, left, deps }) {
    const found = [];
    const until = left() * (1 - othersShare);
    for (const other of commands) {
        if (other.argv === command.argv || left() - until < 1000)
            continue;
        const sandbox = await workshop.open();
        try {
            const aborting = deps.signal === undefined ? {} : { signal: deps.signal };
            const run = await runTests(sandbox, other, { timeoutMs: left() - until, ...aborting });
            if (run.status === 'completed' && run.tests.length > 0)
                found.push({ command: other, run });
        }
        finally {
            await sandbox.destroy();
        }
    }
    return found;
}
/** What the other programs have against a candidate that is in place, one sentence each. */
async function againstIt(runner, others, signal) {
    const reasons = [];
    for (const { command, run } of others) {
        const timeoutMs = 3 * run.durationMs + 5000;
        const after = await runTests(runner, command, { timeoutMs, ...(signal === undefined ? {} : { signal }) });
        const failed = run.tests.filter(({ status }) => status !== 'passed' && status !== 'skipped');
        const agreement = agree(run, after, { flaky: new Set(failed.map(({ id }) => id)) });
        reasons.push(...agreement.reasons.map((reason) => `${command.argv.join(' ')}: ${reason}`));
        if (reasons.length > 0)
            break;
    }
    return reasons;
}

;// CONCATENATED MODULE: ./build/dist/fix/steps.js

/** Two steps as one candidate, its edits against the original texts. */
function steps_joined(base, next, originals) {
    const texts = { ...base.texts, ...next.texts };
    const edits = Object.entries(texts).flatMap(([file, text]) => hull(file, originals.get(file) ?? '', text));
    const id = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(edits)).digest('hex').slice(0, 16);
    return {
        // Each step was a search of its own: the later of the two says how hard it was to find.
        rank: Math.max(base.rank, next.rank),
        texts,
        repaired: [...new Set([...base.repaired, ...next.repaired])],
        candidate: {
            ...next.candidate,
            id,
            edits,
            template: `${base.candidate.template}+${next.candidate.template}`,
            prior: Math.min(base.candidate.prior, next.candidate.prior),
            parents: [base.candidate.id, next.candidate.id],
        },
    };
}
/** The one replacement that covers all changes of a text. */
function hull(file, before, after) {
    if (before === after)
        return [];
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start])
        start += 1;
    let same = 0;
    while (same < Math.min(before.length, after.length) - start &&
        before[before.length - 1 - same] === after[after.length - 1 - same])
        same += 1;
    return [{ file, start, end: before.length - same, text: after.slice(start, after.length - same) }];
}

;// CONCATENATED MODULE: ./build/dist/fix/partial.js

/**
 * Whether tests that a repair leaves failing have nothing to do with it: none of them runs a line that it changed, or one
 * beside. Not so where that is not known, and for what runs when modules are loaded.
 *
 * @param coverage of the repaired program
 */
function isApart({ candidate, texts }, originals, failing, { tests, missing }) {
    if (candidate.function === undefined || missing !== undefined)
        return false;
    return failing.every((id) => {
        const lines = tests.get(id);
        return (lines !== undefined &&
            Object.entries(texts).every(([file, text]) => hull(file, originals.get(file) ?? '', text).every(({ start, text: { length } }) => {
                const first = lineAt(text, start) - 1;
                const last = lineAt(text, start + length) + 1;
                return !(lines.get(file) ?? []).some((line) => line >= first && line <= last);
            })));
    });
}
function lineAt(text, offset) {
    return text.slice(0, offset).split('\n').length;
}
/** Those that repair the same tests as the one that repairs most. */
function alikeIn(partial) {
    const [most] = [...partial].sort((a, b) => b.repaired.length - a.repaired.length);
    return partial.filter((one) => sameTests(one, most));
}
function sameTests(one, other) {
    return one.repaired.length === other?.repaired.length && one.repaired.every((id) => other.repaired.includes(id));
}
/**
 * The plan to choose by: where no runner found a repair of every failing test, and some are repaired by what the others
 * have nothing to do with, those others are left as they are.
 */
function withoutTheRest(plan, shares) {
    const partial = alikeIn(shares.flatMap((share) => share.partial));
    const [repair] = partial;
    if (repair === undefined || shares.some(({ plausible }) => plausible.length > 0))
        return { plan, shares };
    const repaired = new Set(repair.repaired);
    const { failing } = plan.baseline;
    const baseline = {
        ...plan.baseline,
        failing: failing.filter(({ id }) => repaired.has(id)),
        left: failing.filter(({ id }) => !repaired.has(id)).map(({ id }) => id),
    };
    return {
        plan: { ...plan, baseline },
        shares: shares.map((share) => ({ ...share, plausible: share.partial.filter((one) => partial.includes(one)) })),
    };
}

// EXTERNAL MODULE: ./build/dist/git/index.js + 18 modules
var git = __webpack_require__(86110);
;// CONCATENATED MODULE: ./build/dist/fix/earlier.js


/**
 * Of several tests that fail, those that fail in the commit before as well (with uncommitted changes: in the commit):
 * what they need is not here, or they are about something else. None where the others would be none, or nothing tells.
 */
async function failedBefore(run, inputs) {
    const { workspace, workshop, command, timeoutMs, signal } = inputs;
    const none = new Set();
    const failed = failing(run);
    const files = [...new Set(failed.map(({ file }) => file))].filter((file) => file !== '');
    if (failed.length < 2 || files.length === 0)
        return none;
    const dirty = Object.keys(workspace.uncommitted).length > 0;
    const commit = dirty ? workspace.commit : await parentOf(workspace);
    if (commit === undefined)
        return none;
    const sandbox = await workshop.openAt(commit);
    try {
        const aborting = signal === undefined ? {} : { signal };
        const ids = failed.map(({ id }) => id);
        const only = canChoose(command, ids) ? { only: ids } : {};
        const before = await runTests(sandbox, command, { timeoutMs, files, ...only, ...aborting });
        if (!before.complete)
            return none;
        const failedThen = new Set(failing(before).map(({ id }) => id));
        const known = failed.filter(({ id }) => failedThen.has(id)).map(({ id }) => id);
        return known.length === failed.length ? none : new Set(known);
    }
    finally {
        await sandbox.destroy();
    }
}
/**
 * Of several tests that fail, files of tests that do not load because a file that they read themselves is not here (a
 * submodule, data that is fetched): no line of the program ran. None where the others would be none.
 */
function lackingFiles(run) {
    const failed = failing(run);
    const lacking = failed.filter(lacksFile).map(({ id }) => id);
    return new Set(lacking.length === failed.length ? [] : lacking);
}
function lacksFile({ id, file, message = '', errorClass = '', stack }) {
    return (fileOfWhole(id) !== undefined &&
        stack.length > 0 &&
        stack.every((frame) => frame.file === file || isTestFile(frame.file)) &&
        (errorClass === 'FileNotFoundError' || /^(?:ENOENT|ENOTDIR): /.test(message)));
}
/** A shallow clone and a root commit have none. */
async function parentOf({ repository, commit }) {
    return await (0,git/* resolveRevision */.eZ)(repository, `${commit}^`).catch(() => undefined);
}

;// CONCATENATED MODULE: ./build/dist/fix/baseline.js




/** Milliseconds of a failing test that is repeated: what hung is not waited for as long again. */
const hangsAgainMs = 3000;
/**
 * Runs the tests as they are, and the failing ones once more: what then passes is flaky and is not chased.
 *
 * @throws UsageError when there is no such command
 * @throws CannotRunError when no test could be read
 */
async function measure(runner, command, options) {
    const whole = await runTests(runner, command, options);
    const lacking = lackingFiles(whole);
    const run = baseline_without(whole, lacking);
    const said = (0,printable/* printable */.g)(run.rawTail.trim().split('\n').slice(-5).join(' ')).slice(-300);
    if (run.status === 'no-such-command') {
        throw new errors/* UsageError */.eb(`test command "${(0,printable/* printable */.g)(command.text)}": there is no such command here (${said})`);
    }
    const failed = failing(run);
    if (run.tests.length === 0 && !diedInside(command, run))
        throw nothingRead(command, run);
    if (failed.length === 0 || run.status === 'timed-out' || !baseline_isQuick(run, options.repeatMs))
        return { run, baseline: leaving(baselineOf(command, whole, new Set()), lacking) };
    const again = options.testTimeoutMs === undefined ? {} : { testTimeoutMs: Math.min(hangsAgainMs, options.testTimeoutMs) };
    const [{ flaky }, before] = await Promise.all([
        findFlaky(runner, command, run, 1, { ...options, ...again, timeoutMs: 2 * run.durationMs + 2000 }),
        options.leftAlone(run),
    ]);
    const left = new Set([...before, ...lacking]);
    return { run: baseline_without(run, left), baseline: leaving(baselineOf(command, whole, flaky), left) };
}
function baseline_without(run, ids) {
    return ids.size === 0 ? run : { ...run, tests: run.tests.filter(({ id }) => !ids.has(id)) };
}
function leaving(baseline, ids) {
    if (ids.size === 0)
        return baseline;
    return { ...baseline, failing: baseline.failing.filter(({ id }) => !ids.has(id)), failedBefore: [...ids].sort() };
}
/** By the share of files that would run again. */
function baseline_isQuick(run, repeatMs) {
    const files = new Set(run.tests.map(({ file }) => file));
    const failed = new Set(failing(run).map(({ file }) => file));
    return run.durationMs * (failed.size / Math.max(1, files.size)) <= repeatMs;
}
const baseline_javascript = new Set(['node', 'vitest', 'jest', 'mocha', 'tape', 'tap', 'ava']);
/**
 * Files of JavaScript tests that ended before they could say anything: an endless loop that fills the memory looks like
 * this, and so does a program that does not load. Which tests there are may still be found out.
 */
function diedInside({ framework }, { status, tests }) {
    if (!baseline_javascript.has(framework))
        return false;
    const none = status === 'collection-error' || status === 'crashed' || status === 'timed-out';
    return tests.length === 0
        ? none
        : tests.some(({ id, status }) => fileOfWhole(id) !== undefined && status === 'error');
}
function nothingRead({ text }, { status, exitCode, rawTail }) {
    const said = (0,printable/* printable */.g)(rawTail.trim().split('\n').slice(-5).join(' ')).slice(-300);
    return new errors/* CannotRunError */.F3(`the test command "${(0,printable/* printable */.g)(text)}" reported no test that Hone can read (${status}, exit status ` +
        `${exitCode}${said === '' ? '' : `: ${said}`}); see docs/testing.md for what is understood`);
}
function baselineOf(command, run, flaky) {
    return {
        framework: command.framework,
        tests: run.tests.length,
        failing: failing(run)
            .filter(({ id }) => !flaky.has(id))
            .map(({ id, file, status, message, errorClass, stack }) => ({
            ...{ id, file, status, errorClass, stack },
            message: message?.slice(0, 2000),
        })),
        flaky: [...flaky].sort(),
        durationMs: run.durationMs,
    };
}

;// CONCATENATED MODULE: ./build/dist/fix/localise/imports.js

const furthest = 4;
/** Program files that these files import, directly or through others, with the length of the shortest way. */
async function nearFiles(workspace, from, isProgram) {
    const texts = await workspace.read(workspace.paths.filter(code/* isGraphInput */.r1));
    const graph = await (0,code/* buildImportGraph */.oK)([...texts].map(([path, text]) => ({ path, text })), workspace.paths);
    const distances = new Map();
    const seen = new Set([...from].filter((file) => texts.has(file)));
    let edge = [...seen];
    for (let distance = 1; edge.length > 0 && distance <= furthest; distance += 1) {
        const next = [];
        for (const file of edge) {
            for (const { to, typeOnly } of await graph.imports(file)) {
                if (typeOnly || seen.has(to))
                    continue;
                seen.add(to);
                next.push(to);
                if (isProgram(to))
                    distances.set(to, distance);
            }
        }
        edge = next;
    }
    return distances;
}

;// CONCATENATED MODULE: ./build/dist/fix/endless.js



/** Files of tests that are looked into besides those that died. */
const mostOthers = 8;
/**
 * What became of each test of a suite that does not end: a run that is killed tells only where it stood. Python's tests
 * get a limit each; nothing interrupts a loop of JavaScript, so there the loops of the program count their turns.
 */
async function endTests(workspace, runner, command, run, options) {
    const { timeoutMs, testTimeoutMs, signal } = options;
    if (command.framework === 'pytest' || command.framework === 'unittest') {
        const aborting = signal === undefined ? {} : { signal };
        const ended = await runTests(runner, command, { timeoutMs, testTimeoutMs, ...aborting });
        return { run: ended, coverage: await coverTests(runner, command, ended, options) };
    }
    const part = withoutDistant(run);
    const testFiles = new Set(part.tests.map(({ file }) => file));
    const near = await nearFiles(workspace, testFiles, (file) => !testFiles.has(file) && !isTestFile(file));
    const originals = await workspace.read(near.keys());
    const counted = {};
    for (const [path, text] of originals) {
        const language = (0,code/* languageOf */.eX)(path);
        if (language !== undefined && language !== 'python')
            counted[path] = await countLoops(language, text);
    }
    await put(runner, command, counted);
    const began = performance.now();
    const coverage = await coverTests(runner, command, part, options);
    const durationMs = performance.now() - began;
    await put(runner, command, Object.fromEntries(originals));
    return { run: withVerdicts(run, coverage, durationMs), coverage };
}
/** Where files died, these and a few others, of which nobody knows which tests they have. */
function withoutDistant(run) {
    const died = new Set(run.tests.flatMap(({ id, status }) => (status === 'error' ? (fileOfWhole(id) ?? []) : [])));
    if (died.size === 0)
        return run;
    const others = [...new Set(run.tests.map(({ file }) => file))].filter((file) => !died.has(file)).slice(0, mostOthers);
    const files = new Set([...died, ...others]);
    return { ...run, complete: false, tests: run.tests.filter(({ file }) => files.has(file)) };
}
/** Verdicts of tests in the place of what the killed run said of their files. */
function withVerdicts(run, { verdicts }, durationMs) {
    const fileOf = (id) => id.slice(0, Math.max(0, id.indexOf('::')));
    // What is of no test cannot be turned green.
    const told = [...verdicts].filter(([id]) => id !== '');
    const known = new Set(told.map(([id]) => fileOf(id)));
    const tests = told.map(([id, status]) => ({
        ...{ id, status, file: fileOf(id), name: [], stack: [] },
        durationMs: undefined,
        message: status === 'passed' ? undefined : 'it fails, or does not end',
        errorClass: undefined,
    }));
    return { ...run, tests: [...run.tests.filter(({ file }) => !known.has(file)), ...tests], durationMs };
}

;// CONCATENATED MODULE: ./build/dist/fix/guards.js

/** Test files besides those with failing tests whose tests guard a repair in the search; the whole suite comes later. */
const guardFiles = 6;
const mostGuards = 300;
/** Milliseconds that the guards of one candidate may take together. */
const guardsMs = 1500;
/** Passing tests of the files with failing tests, and of those that execute most of what is suspicious. */
function chooseGuards({ run, baseline }, coverage, suspicions) {
    const scores = new Map(suspicions.map(({ file, line, score }) => [`${file}:${line}`, score]));
    const flaky = new Set(baseline.flaky);
    const failingFiles = new Set(baseline.failing.map(({ file }) => file));
    const tests = passing(run)
        .filter(({ id }) => !flaky.has(id))
        .map(({ id, file, durationMs = 0 }) => {
        let near = 0;
        for (const [covered, lines] of coverage.get(id) ?? [])
            for (const line of lines)
                near += scores.get(`${covered}:${line}`) ?? 0;
        return { id, file, near, durationMs };
    });
    const byFile = new Map();
    for (const { file, near } of tests)
        byFile.set(file, (byFile.get(file) ?? 0) + near);
    const more = [...byFile]
        .filter(([file, near]) => near > 0 && !failingFiles.has(file))
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, guardFiles)
        .map(([file]) => file);
    const files = new Set([...failingFiles, ...more]);
    let together = 0;
    const chosen = tests
        .filter(({ file }) => files.has(file))
        .sort((a, b) => b.near - a.near)
        .filter(({ durationMs }) => {
        if (together + durationMs > guardsMs)
            return false;
        together += durationMs;
        return true;
    })
        .slice(0, mostGuards);
    return { ids: chosen.map(({ id }) => id), files: [...new Set(chosen.map(({ file }) => file))] };
}

;// CONCATENATED MODULE: ./build/dist/fix/localise/built.js


/** Folders where programs lie that are built as a whole. */
const sourceFolder = /^(?:src|source|lib)\//;
/**
 * Files of the repository that a file was probably made of which is none itself: what a build writes without source
 * maps. Those of its name, the one with most of its folders; of a bundle, all in the folder of the sources.
 */
function sourcesOfBuilt(built, paths, isProgram) {
    const programs = paths.filter((path) => (0,code/* isGraphInput */.r1)(path) && isProgram(path));
    const folders = new Set(external_node_path_.posix.dirname(built).split('/'));
    const shared = (path) => external_node_path_.posix
        .dirname(path)
        .split('/')
        .filter((name) => folders.has(name)).length;
    const [best] = programs.filter((path) => stemOf(path) === stemOf(built)).sort((a, b) => shared(b) - shared(a));
    return best === undefined ? programs.filter((path) => sourceFolder.test(path)) : [best];
}
function stemOf(path) {
    return external_node_path_.posix.basename(path).replace(/(?:\.min|\.umd|\.esm|\.node)?\.[cm]?[jt]sx?$/, '');
}

;// CONCATENATED MODULE: ./build/dist/fix/localise/definitions.js

const functions = /^(?:function_definition|function_declaration|method_definition|generator_function_declaration)$/;
const bindings = /^(?:assignment|augmented_assignment|variable_declarator|field_definition|public_field_definition)$/;
/**
 * Scores of lines that run when a module is loaded, by what they are for: the head of a function (its defaults and
 * decorators) is as suspicious as its body, what binds a name as the lines that use the name. In the scale of `scores`,
 * which are those of lines inside of functions; lines that are for nothing suspicious are left out.
 */
async function definitionScores(path, text, scores) {
    const found = new Map();
    const language = (0,code/* languageOf */.eX)(path);
    if (language === undefined || scores.size === 0)
        return found;
    const raise = (from, to, score) => {
        for (let line = from; line <= to && score > 0; line += 1)
            found.set(line, Math.max(score, found.get(line) ?? 0));
    };
    const file = await (0,code/* parse */.qg)(language, text, path);
    try {
        const uses = new Map();
        (0,code/* walk */.GG)(file.root, (node) => {
            if (!/identifier$/.test(node.type))
                return;
            const score = scores.get(node.startPosition.row + 1) ?? 0;
            if (score > (uses.get(node.text) ?? 0))
                uses.set(node.text, score);
        });
        (0,code/* walk */.GG)(file.root, (node) => {
            const first = node.startPosition.row + 1;
            if (functions.test(node.type)) {
                const body = node.childForFieldName('body');
                if (body === null)
                    return undefined;
                const start = body.startPosition.row + 1;
                let best = 0;
                for (let line = start; line <= body.endPosition.row + 1; line += 1)
                    best = Math.max(best, scores.get(line) ?? 0);
                const { parent } = node;
                raise(parent?.type === 'decorated_definition' ? parent.startPosition.row + 1 : first, Math.max(first, start - 1), best);
                return false;
            }
            if (!bindings.test(node.type))
                return undefined;
            const bound = node.childForFieldName('left') ?? node.childForFieldName('name') ?? node.childForFieldName('property');
            if (bound !== null)
                raise(first, node.endPosition.row + 1, Math.max(0, ...namesIn(bound).map((name) => uses.get(name) ?? 0)));
            return undefined;
        });
        return found;
    }
    finally {
        file.dispose();
    }
}
function namesIn(node) {
    const names = [];
    (0,code/* walk */.GG)(node, (one) => {
        if (/identifier$/.test(one.type))
            names.push(one.text);
    });
    return names;
}

;// CONCATENATED MODULE: ./build/dist/fix/localise/ochiai.js
/**
 * Ochiai's coefficient of each line with failing: executed by failing tests / sqrt(failing tests x tests that execute
 * it), in (0, 1]; lines that no failing test executes are left out (Abreu, Zoeteweij, van Gemund 2007).
 */
function ochiai(coverage, failing) {
    const counts = new Map();
    let failures = 0;
    for (const [test, files] of coverage) {
        const fails = failing.has(test);
        if (fails)
            failures += 1;
        for (const [file, lines] of files) {
            const ofFile = counts.get(file) ?? new Map();
            counts.set(file, ofFile);
            for (const line of lines) {
                const count = ofFile.get(line) ?? { failed: 0, all: 0 };
                ofFile.set(line, count);
                count.all += 1;
                if (fails)
                    count.failed += 1;
            }
        }
    }
    const scores = new Map();
    for (const [file, lines] of counts) {
        const suspicious = [...lines].filter(([, { failed }]) => failed > 0);
        if (suspicious.length === 0)
            continue;
        scores.set(file, new Map(suspicious.map(([line, { failed, all }]) => [line, failed / Math.sqrt(failures * all)])));
    }
    return scores;
}

;// CONCATENATED MODULE: ./build/dist/fix/localise/statements.js

const statement = /(?:statement|declaration|definition|clause|assignment|field_definition)$/;
/**
 * Gives the lines that continue a statement the score of its first: coverage names the lines where something begins,
 * and a condition over three lines is one place.
 */
async function statements_spread(path, text, lines) {
    const language = (0,code/* languageOf */.eX)(path);
    if (language === undefined || lines.size === 0)
        return;
    const file = await (0,code/* parse */.qg)(language, text, path);
    try {
        (0,code/* walk */.GG)(file.root, (node) => {
            if (!statement.test(node.type))
                return;
            const first = node.startPosition.row + 1;
            const last = headEnd(node);
            const best = last === first ? undefined : bestOf(lines, first, last);
            if (best === undefined)
                return;
            for (let line = first; line <= last; line += 1) {
                if (!lines.has(line))
                    lines.set(line, { score: best.score, reasons: [...best.reasons] });
            }
        });
    }
    finally {
        file.dispose();
    }
}
/** Last line before the body of a statement that has one, else its last line. */
function headEnd(node) {
    const body = node.childForFieldName('body') ?? node.childForFieldName('consequence');
    if (body !== null)
        return Math.max(node.startPosition.row, body.startPosition.row - (isBraced(body) ? 0 : 1)) + 1;
    let nested = false;
    (0,code/* walk */.GG)(node, ({ type }) => {
        nested ||= type === 'statement_block' || type === 'block';
    });
    return nested ? node.startPosition.row + 1 : node.endPosition.row + 1;
}
function isBraced(body) {
    return body.type === 'statement_block' || body.type === 'class_body';
}
function bestOf(lines, first, last) {
    let best;
    for (let line = first; line <= last; line += 1) {
        const found = lines.get(line);
        if (found !== undefined && (best === undefined || found.score > best.score))
            best = found;
    }
    return best;
}

;// CONCATENATED MODULE: ./build/dist/fix/localise/index.js







/** Of a line that ran while modules were loaded, at most: every test ran it. */
const mostLoadedScore = 0.25;
/** Of the score of what it is for, what such a line has at least: a constant or a default of a suspicious function. */
const definitionShare = 0.6;
/** What coverage alone is worth, so that of many lines with the best score those in a stack trace come first. */
const coverShare = 0.7;
const builtShare = 0.5;
/** How far stack traces and recent changes can raise a score. */
const stackShare = 0.6;
const recentShare = 0.3;
/** The fewer lines changed, the more each of them tells: of one alone, and of all together. */
const mostRecentShare = 0.6;
const allRecentShare = 6;
/** Of programs that show or measure the others: tests that run them are about what they use. */
const aside = /(?:^|\/)(?:examples?|demos?|samples?|docs?|bench(?:marks?)?|website|playground)\//;
const asideShare = 0.4;
/** Of the tools: each run reads them, whatever it tests. */
const configuration = /(?:^|\/)[\w-]+\.config\.[cm]?[jt]s$/;
/** More files than this are not searched at once. */
const mostFiles = 12;
/**
 * Suspicious lines, most suspicious first: Ochiai over what each test executes, raised by the stack traces of failing
 * tests and by what the newest commit or the work tree changed. Where no coverage is known, the files that failing
 * tests import, the nearer the more suspicious.
 */
async function localise(inputs) {
    const { workspace, failing, coverage, testFiles } = inputs;
    const isProgram = (file) => !testFiles.has(file) && !isTestFile(file) && !configuration.test(file);
    const scores = ochiai(coverage.tests, new Set(failing.map(({ id }) => id)));
    const built = builtScores(workspace, scores, isProgram);
    const known = scores.size > 0;
    const failed = failing.filter(({ id }) => coverage.tests.has(id)).length;
    const loadedScore = Math.min(mostLoadedScore, Math.sqrt(failed / Math.max(1, coverage.tests.size)));
    const stacks = stackScores(failing, isProgram);
    const failingFiles = failing.map(({ file }) => file);
    const distances = known ? new Map() : await nearFiles(workspace, failingFiles, isProgram);
    const files = new Set([...scores.keys(), ...built.keys(), ...stacks.keys(), ...distances.keys()].filter(isProgram));
    const recent = await recentLines(workspace, files);
    const changed = [...recent.values()].reduce((sum, lines) => sum + lines.length, 0);
    const fresh = Math.max(recentShare, Math.min(mostRecentShare, allRecentShare / changed));
    const texts = await workspace.read(files);
    const found = [];
    for (const [file, text] of texts) {
        const lines = new Map();
        const own = scores.get(file);
        for (const [line, score] of own ?? [])
            lines.set(line, { score: coverShare * score, reasons: [`Ochiai ${score.toFixed(2)}`] });
        if (own !== undefined) {
            const definitions = await definitionScores(file, text, own);
            for (const line of coverage.loaded.get(file) ?? []) {
                if (lines.has(line))
                    continue;
                const score = Math.max(loadedScore, definitionShare * (definitions.get(line) ?? 0));
                lines.set(line, {
                    score: coverShare * score,
                    reasons: [score > loadedScore ? 'defines what they use' : 'runs when loaded'],
                });
            }
        }
        else if (built.has(file)) {
            const score = coverShare * (built.get(file) ?? 0);
            for (let line = 1; line <= text.split('\n').length; line += 1)
                lines.set(line, { score, reasons: ['failing tests run what was built of it'] });
        }
        else if (!known) {
            const distance = distances.get(file) ?? 1;
            const reason = distances.has(file) ? `imported by a failing test, distance ${distance}` : 'in a stack trace';
            for (let line = 1; line <= text.split('\n').length; line += 1)
                lines.set(line, { score: 0.5 ** distance, reasons: [reason] });
        }
        for (const [line, score] of stacks.get(file) ?? [])
            raise(lines, line, stackShare * score, 'in a stack trace');
        await statements_spread(file, text, lines);
        for (const line of recent.get(file) ?? []) {
            if (lines.has(line))
                raise(lines, line, fresh, 'changed recently');
        }
        const share = aside.test(file) ? asideShare : 1;
        for (const [line, { score, reasons }] of lines)
            found.push({ file, line, score: share * score, reasons });
    }
    return mostSuspicious(inScale(found, scores));
}
/** Scores with the best of them as high as coverage has it. */
function inScale(found, scores) {
    let [covered, top] = [0, 0];
    for (const lines of scores.values())
        for (const score of lines.values())
            covered = Math.max(covered, score);
    for (const { score } of found)
        top = Math.max(top, score);
    const factor = covered === 0 || top === 0 ? 1 : covered / top;
    return found.map((one) => ({ ...one, score: factor * one.score }));
}
/** Of files that what the tests ran was built of: the best score of its lines, less because which it is of is not known. */
function builtScores({ paths }, scores, isProgram) {
    const tracked = new Set(paths);
    const found = new Map();
    for (const [file, lines] of scores) {
        if (tracked.has(file))
            continue;
        const best = Math.max(...lines.values());
        for (const source of sourcesOfBuilt(file, paths, isProgram)) {
            if (!scores.has(source))
                found.set(source, Math.max(found.get(source) ?? 0, builtShare * best));
        }
    }
    return found;
}
/** Independent evidence: what is left of the doubt is multiplied. */
function raise(lines, line, share, reason) {
    const known = lines.get(line);
    if (known === undefined)
        lines.set(line, { score: share, reasons: [reason] });
    else {
        known.score = 1 - (1 - known.score) * (1 - share);
        known.reasons.push(reason);
    }
}
function stackScores(failing, isProgram) {
    const found = new Map();
    for (const { stack } of failing) {
        let score = 1;
        for (const { file, line } of stack) {
            if (!isProgram(file))
                continue;
            const lines = found.get(file) ?? new Map();
            found.set(file, lines);
            lines.set(line, Math.max(score, lines.get(line) ?? 0));
            score *= 0.7;
        }
    }
    return found;
}
/** Lines of these files that the newest commit or the work tree brought. */
async function recentLines(workspace, files) {
    const found = new Map();
    try {
        const change = await (0,git/* readChange */.pm)(workspace.repository, { head: workspace.commit });
        // A root commit brought everything, which tells nothing.
        if (change.base === undefined)
            return found;
        for (const { path, hunks } of change.files) {
            if (!files.has(path) || path in workspace.uncommitted)
                continue;
            found.set(path, hunks.flatMap(changedLines));
        }
    }
    catch {
        // A shallow clone has no parent to compare with: one piece of evidence less.
    }
    return found;
}
/** Lines that a hunk brought, and those around what it took away without anything in its place. */
function changedLines({ newStart, newLines, lines }) {
    const changed = new Set();
    let next = newLines === 0 ? newStart + 1 : newStart;
    for (const [at, { type, line }] of lines.entries()) {
        if (type === 'deleted') {
            const after = lines.slice(at).find((one) => one.type !== 'deleted');
            if (after?.type === 'added')
                continue;
            changed.add(Math.max(1, next - 1));
            changed.add(next);
            continue;
        }
        if (type === 'added')
            changed.add(line);
        next = line + 1;
    }
    return [...changed].sort((a, b) => a - b);
}
function mostSuspicious(found) {
    found.sort((a, b) => b.score - a.score || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
    const files = new Set();
    return found.filter(({ file }) => {
        if (files.size < mostFiles)
            files.add(file);
        return files.has(file);
    });
}

;// CONCATENATED MODULE: ./build/dist/fix/plan.js








/** Files of tests to look into where the run said nothing. */
const mostUnread = 40;
/** Of the time that is left, for another run of the failing tests, here and in the commit before. */
const repeatShare = 0.12;
/** Of the time that is left, to measure what tests execute. */
const plan_coverShare = 0.12;
/** Finds out what fails and where it may be at fault. */
async function makePlan(inputs) {
    const { workspace, runner, timeoutMs, idleMs, left, signal, onStage } = inputs;
    const aborting = signal === undefined ? {} : { signal };
    onStage('testing');
    const { command, built, output } = await plan_prepare(inputs);
    const leftAlone = (of) => failedBefore(of, { ...inputs, command, timeoutMs: Math.max(3000, Math.min(left() / 4, 3 * of.durationMs + 5000)) });
    const repeatMs = Math.max(2000, left() * repeatShare);
    // Of Python: elsewhere nothing interrupts a test, and a suite that hangs is asked once more.
    const limits = { timeoutMs, idleMs, testTimeoutMs: idleMs / 2 };
    const measured = await measure(runner, command, { ...limits, repeatMs, leftAlone, ...aborting });
    const first = withTimeOf(measured, built.durationMs - waitedFor(measured.run));
    if (first.run.status === 'timed-out' && first.run.durationMs >= timeoutMs) {
        const seconds = Math.round(timeoutMs / 1000);
        const reason = `the tests were not through after ${seconds} s; give more time, or a command that runs fewer of them`;
        return { baseline: first.baseline, plan: undefined, status: 'unfixed', reason };
    }
    const died = diedInside(command, first.run);
    if (first.baseline.failing.length === 0 && !died) {
        return { baseline: first.baseline, plan: undefined, ...withoutFailure(first.run, first.baseline, built) };
    }
    onStage('localising');
    const testTimeoutMs = timeoutOf(first.run);
    // Tracing makes a suite several times slower: the failing tests and those near them have to do.
    const coverMs = Math.max(3000, Math.min(left() / 3, 10 * first.run.durationMs + 5000));
    const enoughMs = Math.max(2000, left() * plan_coverShare);
    const options = { timeoutMs: coverMs, enoughMs, testTimeoutMs, ...aborting };
    const endless = died || first.run.status === 'timed-out';
    const tests = first.run.tests.length > 0 ? first.run : asIfFailed(first.run, workspace);
    // A test that is slow may look like this, and one that hangs makes every candidate slow: others tell as much.
    const hung = amongOthers(first.baseline, ({ errorClass }) => errorClass === 'HoneTimeout');
    const { run, coverage } = endless
        ? await endTests(workspace, runner, command, tests, options)
        : {
            run: first.run,
            coverage: await measureTests(first.run, hung, (of) => coverTests(runner, command, of, options)),
        };
    // Files that do not load have no tests that could be told apart: they are to be repaired as a whole.
    const unloaded = died && coverage.verdicts.size === 0;
    if (unloaded && first.run.tests.length === 0)
        throw nothingRead(command, first.run);
    const measuredBaseline = endless && !unloaded
        ? { ...first.baseline, ...withoutWaiting(baselineOf(command, run, new Set()), testTimeoutMs) }
        : first.baseline;
    const baseline = { ...measuredBaseline, failing: measuredBaseline.failing.filter(({ id }) => !hung.has(id)) };
    const testFiles = new Set(run.tests.map(({ file }) => file).filter((file) => file !== ''));
    const suspicions = await localise({ workspace, failing: baseline.failing, coverage, testFiles });
    if (suspicions.length === 0) {
        const reason = `no line of the program could be tied to the failing tests${coverage.missing ? ` (${coverage.missing})` : ''}`;
        return { baseline, plan: undefined, status: 'unfixed', reason };
    }
    const sourcesAreLoaded = output !== undefined && (await loadsSources(workspace, baseline, coverage, suspicions, output));
    const guards = chooseGuards({ run, baseline }, coverage.tests, suspicions);
    const files = [...new Set([...baseline.failing.map(({ file }) => file), ...guards.files])];
    return {
        baseline,
        status: undefined,
        reason: '',
        plan: {
            version: 1,
            commit: workspace.commit,
            command: sourcesAreLoaded ? { ...command, sourcesAreLoaded } : command,
            baseline,
            run: {
                exitCode: run.exitCode,
                authenticated: run.authenticated,
                tests: run.tests.map(({ id, file, status }) => ({ id, file, status })),
            },
            suspicions: suspicions.map((one) => ({ ...one, reasons: [...one.reasons] })),
            guards: guards.ids,
            testFiles: files.filter((file) => file !== ''),
            testTimeoutMs,
            notes: [
                ...workspace.notes,
                ...(command.leftOut === undefined ? [] : [`not run with the tests: ${command.leftOut.join('; ')}`]),
                ...(built.exitCode === 0 ? [] : ['what runs before the tests fails here; the tests are run all the same']),
                ...knownNote(baseline),
                ...(hung.size === 0
                    ? []
                    : [`${hung.size} tests did not end in time, such as ${[...hung][0]}: only the proof asks them`]),
                ...(coverage.missing === undefined ? [] : [`coverage: ${coverage.missing}`]),
                ...(coverage.unmeasured === 0 ? [] : [`coverage: ${coverage.unmeasured} tests were not measured, for time`]),
                ...(coverage.hanging === undefined ? [] : [`${coverage.hanging} does not end`]),
            ],
        },
    };
}
/** A run of which nothing is known, with the files that by their names hold tests of JavaScript. */
function asIfFailed(run, { paths }) {
    const files = paths.filter((path) => /(?:[.\-_](?:test|spec)|(?:^|\/)test)\.[cm]?[jt]sx?$/.test(path));
    const unknown = { name: [], status: 'error', durationMs: undefined, message: undefined, stack: [] };
    return {
        ...run,
        complete: false,
        tests: files.slice(0, mostUnread).map((file) => ({ ...unknown, id: `${file}::`, file, errorClass: undefined })),
    };
}
/** Builds what the tests need, once. A build that fails here, for want of a network for example, may have made enough. */
async function plan_prepare({ workshop, command, runner, timeoutMs, signal }) {
    const known = workshop.built(command);
    const aborting = signal === undefined ? {} : { signal };
    const options = { timeoutMs, output: known === undefined, maps: true, ...aborting };
    const built = await build(runner, command, options);
    const output = known ?? built.output;
    if (output !== undefined)
        workshop.keepBuild(command, output);
    if (built.exitCode === 0 || built.timedOut)
        return { command, built, output };
    const tolerant = { ...command, preludeMayFail: true };
    if (output !== undefined)
        await unpackBuild(runner, tolerant, output);
    return { command: tolerant, built, output };
}
/** Whoever repeats the suite has to build as well. */
function withTimeOf({ run, baseline }, moreMs) {
    const add = (one) => ({
        ...one,
        durationMs: one.durationMs + moreMs,
    });
    return { run: add(run), baseline: add(baseline) };
}
/** Ids of failing tests of a kind, where there are others. */
function amongOthers({ failing }, isOfKind) {
    const found = failing.filter(isOfKind);
    return new Set(found.length === failing.length ? [] : found.map(({ id }) => id));
}
/** What the others execute. */
async function measureTests(run, leftOut, cover) {
    if (leftOut.size === 0)
        return await cover(run);
    const coverage = await cover({ ...run, tests: run.tests.filter(({ id }) => !leftOut.has(id)) });
    return { ...coverage, tests: new Map([...coverage.tests].filter(([id]) => !leftOut.has(id))) };
}
/** Milliseconds of tests that were ended: repaired, they end sooner. */
function waitedFor({ tests }) {
    const ended = tests.filter(({ errorClass }) => errorClass === 'HoneTimeout');
    return ended.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0);
}
/** Whether the failing tests run what is suspicious as it stands in the sources, and not what was built of it. */
async function loadsSources(workspace, { failing }, { executed }, suspicions, { files }) {
    const programs = [...files].filter((file) => !/\.d\.[cm]?ts$|\.map$|\.tsbuildinfo$/.test(file));
    if (programs.length === 0)
        return true;
    if (executed.size === 0 || suspicions.slice(0, 10).some(({ file }) => !executed.has(file)))
        return false;
    // A program that tests start is in another process.
    const texts = await workspace.read(failing.map(({ file }) => file));
    return ![...texts].some(([path, text]) => namesAny(path, text, programs));
}
/** Whether a text names one of these files or folders, from where it lies or from the root. */
function namesAny(path, text, files) {
    const named = new Set();
    for (const file of files) {
        const stem = file.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '');
        for (const one of [file, stem, file.slice(0, Math.max(0, file.lastIndexOf('/')))])
            if (one !== '')
                named.add(one);
    }
    return [...text.matchAll(/(['"`])([\w@./-]*[./][\w@-][\w@./-]*)\1/g)].some(([, , word = '']) => {
        const places = [external_node_path_.posix.normalize(word), external_node_path_.posix.join(external_node_path_.posix.dirname(path), word)];
        return places.some((place) => named.has(place.replace(/\/$/, '')));
    });
}
function knownNote({ failedBefore = [] }) {
    if (failedBefore.length === 0)
        return [];
    const some = failedBefore.slice(0, 3).join(', ');
    return [
        `${failedBefore.length} tests fail in the commit before as well, or read files that are not here, and are left alone, such as ${some}`,
    ];
}
/** What the suite would take if its tests ended: repaired, they do. */
function withoutWaiting(baseline, testTimeoutMs) {
    const waited = testTimeoutMs * baseline.failing.length;
    return { ...baseline, durationMs: Math.max(500, baseline.durationMs - waited) };
}
function withoutFailure(run, { flaky }, built) {
    if (flaky.length > 0) {
        const reason = `the tests that failed pass when run again: ${flaky.slice(0, 3).join(', ')} ${flaky.length > 1 ? 'are' : 'is'} flaky`;
        return { status: 'nothing-to-fix', reason };
    }
    if (built.exitCode !== 0) {
        const said = (0,printable/* printable */.g)(built.tail.trim().split('\n').slice(-3).join(' ')).slice(-300);
        return {
            status: 'unfixed',
            reason: `no test fails; what runs before them ends with status ${built.exitCode}: ${said}`,
        };
    }
    if (run.exitCode === 0)
        return { status: 'nothing-to-fix', reason: 'all tests pass' };
    const reason = `no test fails, yet the command ended with status ${run.exitCode} (${run.status}): this is not a matter of the tests`;
    return { status: 'unfixed', reason };
}
/** Of one test, milliseconds: several times what the slowest took. Each candidate that does not end costs as much. */
function timeoutOf(run) {
    const slowest = Math.max(0, ...passing(run).map(({ durationMs }) => durationMs ?? 0));
    const least = slowest > 0 ? 500 : 1000;
    return Math.min(10_000, Math.max(least, Math.round(5 * slowest)));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/dist/fix/search/donors.js







const donors_longest = 400;
/** More than this are made of no search; the most suspicious places come first. */
const mostMade = 12_000;
/** Of one place: so many lines may be as suspicious as the most suspicious one. */
const mostPerPlace = 150;
/** How likely an inserted or replacing statement is right, if it is as sure as can be. */
const insertWeight = 0.1;
const replaceWeight = 0.3;
/** Of a statement of another class or level of the file, and of another file, against one of the same class. */
const donors_elsewhereShare = 0.7;
const otherFileShare = 0.3;
/** Variables to try for one. */
const mostVariants = 3;
/** Of a condition that guards a jump, against a whole statement. */
const guardShare = 0.6;
/** Of a statement that stands among others than the target does, and how much more it is worth among the same. */
const strangeShare = 0.6;
const settled = 1.4;
/** What several functions of a class do, one more is likely to do: for each that does, and at most. */
const common = 0.4;
const donors_mostCommon = 2.2;
const longestHead = 60;
/** Of a value that is given to a name which the target's function does not read, and of one that it reads. */
const unreadShare = 0.1;
const readMore = 1.3;
/**
 * Statements of other functions of the repository, with their variables renamed to those in scope, inserted before a
 * suspicious statement or put in its place, and conditions that guard a jump there (GenProg's plastic surgery, with the renaming of ssFix and SimFix). Equal
 * donors count once.
 */
function donorSingles(models, suspicions) {
    const donors = models.flatMap((model) => counted(donorsOf(model)));
    const made = new Map();
    const places = new Map(models.map((model) => [model.path, { model, statements: statementsByLine(model) }]));
    for (const { file, line, score } of [...suspicions].sort((a, b) => b.score - a.score)) {
        const place = places.get(file);
        if (place === undefined || score <= 0)
            continue;
        const { model } = place;
        for (const { node, home } of place.statements.get(line) ?? []) {
            const here = variablesAt(model, node).map((one) => ({ ...one, type: model.inference.typeOfBinding(one) }));
            const target = { node, model, home, owner: classOf(home), here, suspicion: score };
            const own = donors
                .filter((donor) => donor.model.dialect.family === model.dialect.family && donor.home !== home)
                .flatMap((donor) => transplanted(donor, target));
            const likely = own.filter(({ score: worth }) => worth > 0).sort((a, b) => b.score - a.score);
            for (const single of likely.slice(0, mostPerPlace)) {
                const [{ start, text } = { start: 0, text: '' }] = single.changes;
                const key = `${file} ${start} ${single.template} ${text}`;
                if ((made.get(key)?.score ?? 0) < single.score)
                    made.set(key, single);
            }
        }
        if (made.size > mostMade)
            break;
    }
    return [...made.values()];
}
/** Statements of functions that begin a line, by line. */
function statementsByLine(model) {
    const found = new Map();
    for (const node of model.root.walk()) {
        const home = isListed(node) && startsLine(node) ? functionOf(node) : undefined;
        if (home !== undefined)
            found.set(node.line, [...(found.get(node.line) ?? []), { node, home }]);
    }
    return found;
}
function counted(donors) {
    const homes = new Map();
    for (const { owner, home, node } of donors) {
        const texts = homes.get(owner) ?? new Map();
        homes.set(owner, texts.set(node.text, (texts.get(node.text) ?? new Set()).add(home)));
    }
    return donors.map((donor) => ({ ...donor, homes: homes.get(donor.owner)?.get(donor.node.text)?.size ?? 1 }));
}
function donorsOf(model) {
    return [...model.root.walk()].flatMap((node) => {
        const home = functionOf(node);
        const branch = node.parent?.kind === 'parenthesized' ? node.parent.parent : node.parent;
        const asks = branch?.kind === 'if' && conditionOf(branch) === node;
        const serves = asks || (isListed(node) && !isDocstring(node));
        if (!serves || home === undefined || node.end - node.start > donors_longest)
            return [];
        const bound = new Set(model.bindings.filter((one) => node.contains(one.node)).map(({ name }) => name));
        const local = new Map(variablesAt(model, node).map((binding) => [binding.name, binding]));
        const uses = [...node.walk()].flatMap((part) => {
            const binding = part.kind === 'name' && !bound.has(part.text) ? local.get(part.text) : undefined;
            return binding === undefined ? [] : [{ node: part, type: model.inference.typeOfBinding(binding) }];
        });
        return [{ node, asks, model, home, owner: classOf(home), uses }];
    });
}
function transplanted(donor, target) {
    const { node, model, suspicion } = target;
    const near = donor.model !== model ? otherFileShare : donor.owner === target.owner ? 1 : donors_elsewhereShare;
    const context = `${model.language}/${node.kind}/${node.parent?.kind ?? '-'}/-/-`;
    if (donor.asks)
        return guards(donor, target, suspicion * near * guardShare);
    return renamed(donor, target).flatMap(({ text: adapted, sure }) => {
        if (adapted === node.text)
            return [];
        const text = reindented(adapted, indentOf(donor.node), indentOf(node));
        const base = { model, line: node.line, context };
        const score = suspicion * sure * near;
        const insertion = {
            ...base,
            template: 'donor-insert',
            changes: [statements_before(node, text, styleAt(model, node))],
            score: insertWeight * score * amongAlike(donor.node, node) * often(donor) * isReadIn(donor.node, target),
        };
        const alike = similarity(text, node.text);
        if (donor.node.kind !== node.kind || alike < 0.3)
            return [insertion];
        const changes = [{ start: node.start, end: node.end, text }];
        return [{ ...base, template: 'donor-replace', changes, score: replaceWeight * score * alike }, insertion];
    });
}
/** A statement before which, or behind which, stands what stands at the target belongs there. */
function amongAlike(donor, target) {
    const [own, there] = [siblingsOf(target), siblingsOf(donor)];
    const [at, from] = [own.indexOf(target), there.indexOf(donor)];
    const near = Math.max(alike(there[from + 1], own[at]), alike(there[from - 1], own[at - 1]));
    return strangeShare + (settled - strangeShare) * near ** 2;
}
function alike(a, b) {
    return a === undefined || b === undefined || a.kind !== b.kind ? 0 : similarity(headOf(a), headOf(b));
}
function headOf({ text }) {
    return text.split('\n', 1)[0]?.slice(0, longestHead) ?? '';
}
/** Of a plain assignment: what nothing reads changes nothing. */
function isReadIn({ type, parts: [inner] }, { node, home }) {
    if (type === 'pass_statement')
        return 0;
    const name = inner?.kind === 'assignment' || inner?.kind === 'declarator' ? inner.get('left', 'name') : undefined;
    if (name?.kind !== 'name')
        return 1;
    const isRead = [...home.walk()].some((one) => one.start >= node.start && one.text === name.text && isValue(one));
    return isRead ? readMore : unreadShare;
}
function often({ node, homes }) {
    return leaves(node) ? 1 : Math.min(donors_mostCommon, 1 + common * (homes - 1));
}
/** What is asked elsewhere asked before the target, and left where it holds. */
function guards(donor, target, score) {
    const { node, model } = target;
    const style = styleAt(model, node);
    const jumps = loopAround(node) === undefined ? [] : ['continue', 'break'];
    const values = returnsAround(model, node).slice(0, mostVariants);
    const exits = [...jumps, ...values.map(({ text }) => `return ${text}`)];
    const context = `${model.language}/${node.kind}/${node.parent?.kind ?? '-'}/-/-`;
    return renamed(donor, target).flatMap(({ text, sure }) => exits.map((exit, at) => {
        const guard = model.dialect.guard(text, model.dialect.simple(exit, style), style);
        const changes = [statements_before(node, guard, style)];
        const weight = (insertWeight * sure * score) / (1 + at);
        return { model, line: node.line, context, template: 'donor-guard', changes, score: weight };
    }));
}
/**
 * The donor's text with each local variable that is not visible at the target renamed to the most similar that is. One
 * of them, or the first where all are visible, is renamed to several in turn.
 */
function renamed({ node, uses }, { here }) {
    const names = new Map();
    const visible = new Set(here.map(({ name }) => name));
    for (const { node: use, type } of uses) {
        if (visible.has(use.text) || names.has(use.text))
            continue;
        const fits = fitsFor(use.text, type, here);
        if (fits.length === 0)
            return [];
        names.set(use.text, fits);
    }
    const [only] = uses;
    if (names.size === 0 && only !== undefined)
        names.set(only.node.text, fitsFor(only.node.text, only.type, here));
    const [varied, choices = [undefined]] = [...names][0] ?? [];
    return choices.slice(0, mostVariants).map((choice, variant) => {
        let [text, at, sure] = ['', node.start, 1 / (1 + variant)];
        for (const [name, [best]] of names)
            sure *= best === undefined || best.name === name ? 1 : 0.4 + 0.5 * best.near;
        for (const { node: use } of uses) {
            const fit = use.text === varied ? choice : names.get(use.text)?.[0];
            text += node.source.slice(at, use.start) + (fit?.name ?? use.text);
            at = use.end;
        }
        return { text: text + node.source.slice(at, node.end), sure };
    });
}
/** Variables that may stand for one, the most similarly named first; where none is similar, the last one made. */
function fitsFor(name, type, here) {
    return here
        .filter((one) => compatible(type, one.type))
        .map((one) => ({ name: one.name, near: similarity(one.name, name), line: one.node.line }))
        .sort((a, b) => b.near - a.near || b.line - a.line);
}

;// CONCATENATED MODULE: ./build/dist/fix/search/idle.js

/**
 * Says nothing that a shorter edit would not say: an operation on twice the same operand, with a number that changes
 * nothing, or a condition joined with itself or its opposite. Such candidates only crowd out others, and pass tests by being constants in disguise.
 *
 * @param from start of the edit in the text of the tree
 * @param to its end
 */
function isIdle(root, from, to, dialect) {
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node.end < from || node.start > to)
            continue;
        if (repeatsItself(node, dialect))
            return true;
        open.push(...node.children);
    }
    return false;
}
/** Operators by which a number changes nothing. */
const neutral = { '+': 0, '-': 0, '*': 1, '/': 1, '//': 1, '**': 1 };
/** What is left of one operand, whatever it is. */
const cancelling = new Set(['-', '/', '//', '%', '&', '|', '^']);
function repeatsItself(node, dialect) {
    if (node.kind === 'logical')
        return isContradiction(node, dialect);
    if (node.kind === 'sign')
        return node.parts.some(({ kind, text }) => kind === 'number' && Number(text) === 0);
    if (node.kind === 'augmented')
        return isIdleStep(node);
    const [left, right, ...more] = operands(node);
    if (left === undefined || right === undefined || more.length > 0 || operators(node).length !== 1)
        return false;
    const nothing = right.kind === 'number' && Number(right.text) === neutral[operatorText(node)];
    if (node.kind === 'arithmetic' && nothing)
        return true;
    const same = folded(left) === folded(right);
    return same && (node.kind === 'comparison' || (node.kind === 'arithmetic' && cancelling.has(operatorText(node))));
}
/** `x += 0`, `x *= 1`, `x -= x`. */
function isIdleStep(node) {
    const [target, value] = [node.get('left'), node.get('right')];
    const operator = operatorText(node).replace(/=$/, '');
    if (target === undefined || value === undefined)
        return false;
    if (value.kind === 'number')
        return Number(value.text) === neutral[operator];
    return folded(target) === folded(value) && cancelling.has(operator);
}
/** Operands of a chain of the same connective that repeat or exclude one another. */
function isContradiction(node, dialect) {
    const operator = operatorText(node);
    if (node.parent?.kind === 'logical' && operatorText(node.parent) === operator)
        return false;
    const seen = new Set();
    for (const operand of chain(node, operator)) {
        const text = folded(operand);
        const opposite = oppositeOf(operand, dialect);
        if (seen.has(text) || (opposite !== undefined && seen.has(opposite)))
            return true;
        seen.add(text);
    }
    return false;
}
function chain(node, operator) {
    const inner = unparenthesized(node);
    if (inner.kind !== 'logical' || operatorText(inner) !== operator)
        return [inner];
    return operands(inner).flatMap((one) => chain(one, operator));
}
function oppositeOf(node, dialect) {
    const [left, right] = operands(node);
    const opposite = dialect.opposites[operatorText(node)];
    if (node.kind !== 'comparison' || left === undefined || right === undefined || opposite === undefined)
        return undefined;
    return `${folded(left)} ${opposite} ${folded(right)}`;
}
function folded(node) {
    return unparenthesized(node).text.replace(/\s+/g, ' ');
}

;// CONCATENATED MODULE: ./build/dist/fix/search/symmetry.js

/** Belief in an edit that makes one operand of an even chain unlike the others, and in one that makes a chain even. */
const spoiled = 0.4;
const mended = 1.5;
/** Operators that are written in one row: `a + b - c`, `a && b || c`. */
const rows = [
    ['+', '-'],
    ['*', '/', '//', '%'],
    ['&&', '||', '??', 'and', 'or'],
];
/** How much more or less an edit is to be believed for what it does to rows of operands that are built alike. */
function symmetry(before, after) {
    const [was, is] = [isEven(before), isEven(after)];
    if (was === true && is === false)
        return spoiled;
    return was === false && is === true ? mended : 1;
}
/** Every row of three operands or more at the edit is of one operator and one shape; undefined where there is none. */
function isEven({ root, from, to }) {
    let even;
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node.end < from || node.start > to)
            continue;
        const row = rowOf(node);
        if (row !== undefined && (node.parent === undefined || rowOf(node.parent) !== row)) {
            const operators = new Set();
            const found = flattened(node, row, operators);
            const shapes = new Set(found.map(shapeOf));
            if (found.length > 2)
                even = (even ?? true) && operators.size === 1 && shapes.size === 1;
        }
        open.push(...node.children);
    }
    return even;
}
function rowOf(node) {
    if (node.kind !== 'arithmetic' && node.kind !== 'logical')
        return undefined;
    const operator = operatorText(node);
    return rows.find((row) => row.includes(operator));
}
function flattened(node, row, found) {
    if (rowOf(node) !== row)
        return [node];
    found.add(operatorText(node));
    return operands(node).flatMap((one) => flattened(one, row, found));
}
/** The text with names and numbers alike: `l[i]` and `l[j]` are of one shape, `l[i - 1]` is of another. */
function shapeOf(node) {
    return unparenthesized(node)
        .text.replace(/[\p{L}_$][\p{L}\p{N}_$]*/gu, 'n')
        .replace(/\d+(?:\.\d+)?/g, '0')
        .replace(/\s+/g, '');
}

;// CONCATENATED MODULE: ./build/dist/fix/search/edits.js




/** The text with the changes made; they are in order and do not overlap. */
function applyChanges(text, changes, from = 0, to = text.length) {
    let made = '';
    let at = from;
    for (const { start, end, text: replacement } of changes) {
        made += text.slice(at, start) + replacement;
        at = end;
    }
    return made + text.slice(at, to);
}
/** In order, none inside another, and something changes. Two insertions at one place would be ambiguous. */
function areApart(changes) {
    for (let i = 1; i < changes.length; i++) {
        const [a, b] = [changes[i - 1], changes[i]];
        if (a === undefined || b === undefined || b.start < a.end || b.start === a.start)
            return false;
    }
    return changes.length > 0;
}
const edits_word = /[\p{L}\p{N}_$]/u;
/** Drops what is the same at both ends, whole words at a time, so that equal edits look equal and touch little. */
function minimal(source, { start, end, text }) {
    const old = source.slice(start, end);
    let head = 0;
    while (head < old.length && head < text.length && old[head] === text[head])
        head++;
    while (head > 0 && edits_word.test(old[head - 1] ?? '') && (edits_word.test(old[head] ?? '') || edits_word.test(text[head] ?? '')))
        head--;
    let tail = 0;
    while (tail < old.length - head &&
        tail < text.length - head &&
        old[old.length - 1 - tail] === text[text.length - 1 - tail])
        tail++;
    while (tail > 0 &&
        edits_word.test(old.at(-tail) ?? '') &&
        (edits_word.test(old.at(-tail - 1) ?? '') || edits_word.test(text.at(-tail - 1) ?? '')))
        tail--;
    return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}
/** The smallest part of the file that can be parsed on its own and holds all the changes. */
function regionOf(model, changes) {
    const first = changes[0]?.start ?? 0;
    const last = changes.at(-1)?.end ?? model.text.length;
    const holds = (node) => node.start < first && last < node.end;
    const python = model.dialect.family === 'python';
    let region = { start: 0, end: model.text.length, head: '', tail: '' };
    let node = model.root;
    let inClass = false;
    while (node !== undefined) {
        const inner = node.children.find((child) => holds(child));
        if (inner === undefined)
            return region;
        if (node.kind === 'program')
            region = { start: inner.start, end: inner.end, head: '', tail: '' };
        else if (inClass && inner.kind === 'function') {
            const start = model.text.lastIndexOf('\n', inner.start - 1) + 1;
            const alone = model.text.slice(start, inner.start).trim() === '';
            const text = model.language === 'javascript' || !python;
            if (alone)
                return { start, end: inner.end, head: python ? 'if 1:\n' : 'class _ {\n', tail: text ? '\n}' : '' };
            return region;
        }
        else if (inner.kind === 'function' || inner.kind === 'lambda')
            return region;
        inClass ||= inner.kind === 'class';
        node = inner;
    }
    return region;
}
/** The whole expression that holds a range, or what else does. */
function expressionAt(file, from, to) {
    let node = file.root.descendantForIndex(from, to) ?? file.root;
    while (node.parent !== null && /(?:expression|operator|augmented_assignment)$/.test(node.parent.type))
        node = node.parent;
    return copyTree(file, node);
}
/** @returns undefined where the changed region does not parse, or the edit is idle */
async function check(model, changes) {
    const { start, end, head, tail } = regionOf(model, changes);
    const text = applyChanges(model.text, changes, start, end);
    const parsed = await (0,code/* parse */.qg)(model.language, head + text + tail, model.path);
    try {
        if (parsed.hasError)
            return undefined;
        const before = { root: model.root, from: changes[0]?.start ?? start, to: changes.at(-1)?.end ?? end };
        const [from, to] = [head.length + before.from - start, head.length + text.length - (end - before.to)];
        const after = { root: expressionAt(parsed, from, to), from, to };
        if (isIdle(after.root, from, to, model.dialect))
            return undefined;
        return {
            normal: `${start}:${text.replace(/(?<=\S)[ \t]+/g, ' ').replace(/\n\s*\n/g, '\n')}`,
            symmetry: symmetry(before, after),
        };
    }
    finally {
        parsed.dispose();
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/search/naturalness.js
const lexeme = /[\p{L}_$][\p{L}\p{N}_$]*|\d+(?:\.\d+)?|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[=!<>]=+|&&|\|\||\*\*|\/\/|\?\?|\+\+|--|[^\s]/gu;
function lexemes(text) {
    return text.match(lexeme) ?? [];
}
/** Interpolation weights of trigram, bigram and unigram; the rest is spread over the vocabulary. */
const lambdas = [0.5, 0.3, 0.15];
/**
 * A trigram model of a repository's tokens with Jelinek-Mercer interpolation (Jelinek and Mercer, 1980), after the
 * finding that buggy code is less predictable than its repair (Hindle et al., ICSE 2012; Ray et al., ICSE 2016).
 */
class TokenModel {
    #counts = new Map();
    #total = 0;
    #vocabulary = 1;
    constructor(texts) {
        for (const text of texts) {
            const tokens = ['', '', ...lexemes(text)];
            for (let i = 2; i < tokens.length; i++) {
                const [a, b, c] = [tokens[i - 2], tokens[i - 1], tokens[i]];
                if (!this.#counts.has(`${c}`))
                    this.#vocabulary++;
                this.#total++;
                for (const gram of [`${c}`, `${b}\n${c}`, `${a}\n${b}\n${c}`, `${b}\n`, `${a}\n${b}\n`]) {
                    this.#counts.set(gram, (this.#counts.get(gram) ?? 0) + 1);
                }
            }
        }
    }
    /** Mean log2 probability of the tokens from the third on; the first two are context. */
    predictability(tokens) {
        if (tokens.length < 3)
            return -Math.log2(this.#vocabulary);
        let sum = 0;
        for (let i = 2; i < tokens.length; i++)
            sum += Math.log2(this.#probability(tokens[i - 2] ?? '', tokens[i - 1] ?? '', tokens[i] ?? ''));
        return sum / (tokens.length - 2);
    }
    #probability(a, b, c) {
        const ratio = (gram, context) => context === 0 ? 0 : (this.#counts.get(gram) ?? 0) / context;
        const rest = 1 - lambdas[0] - lambdas[1] - lambdas[2];
        return (lambdas[0] * ratio(`${a}\n${b}\n${c}`, this.#counts.get(`${a}\n${b}\n`) ?? 0) +
            lambdas[1] * ratio(`${b}\n${c}`, this.#counts.get(`${b}\n`) ?? 0) +
            lambdas[2] * ratio(c, this.#total) +
            rest / this.#vocabulary);
    }
    /** How natural a replacement reads against what it replaces, in [0.5, 1]. */
    naturalness(text, start, end, replacement) {
        const left = lexemes(text.slice(Math.max(0, start - 60), start)).slice(-2);
        const right = lexemes(text.slice(end, end + 40)).slice(0, 2);
        const context = [...['', ''].slice(left.length), ...left];
        const gain = this.predictability([...context, ...lexemes(replacement), ...right]) -
            this.predictability([...context, ...lexemes(text.slice(start, end)), ...right]);
        return 0.5 + 0.5 / (1 + 2 ** (-0.7 * gain - 1));
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/search/heap.js
/** A binary heap: the largest priority first; among equals the one that was pushed first, so that order is repeatable. */
class MaxHeap {
    #items = [];
    #turn = 0;
    get size() {
        return this.#items.length;
    }
    get topPriority() {
        return this.#items[0]?.priority ?? Number.NEGATIVE_INFINITY;
    }
    push(value, priority) {
        this.#items.push({ value, priority, turn: this.#turn++ });
        let at = this.#items.length - 1;
        while (at > 0) {
            const above = (at - 1) >> 1;
            if (!this.#before(at, above))
                return;
            this.#exchange(at, above);
            at = above;
        }
    }
    pop() {
        const top = this.#items[0];
        const last = this.#items.pop();
        if (top === undefined || last === undefined)
            return undefined;
        if (this.#items.length > 0) {
            this.#items[0] = last;
            this.#sink();
        }
        return top.value;
    }
    #sink() {
        for (let at = 0;;) {
            let best = at;
            for (const below of [2 * at + 1, 2 * at + 2])
                if (below < this.#items.length && this.#before(below, best))
                    best = below;
            if (best === at)
                return;
            this.#exchange(at, best);
            at = best;
        }
    }
    #before(a, b) {
        const [x, y] = [this.#items[a], this.#items[b]];
        if (x === undefined || y === undefined)
            return false;
        return x.priority === y.priority ? x.turn < y.turn : x.priority > y.priority;
    }
    #exchange(a, b) {
        const [x, y] = [this.#items[a], this.#items[b]];
        if (x === undefined || y === undefined)
            return;
        this.#items[a] = y;
        this.#items[b] = x;
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/search/pairs.js


/** What a half is worth in a pair: partial credit counts most, breaking tests counts against it. */
function credit({ failingNowPassing, brokenPassing }) {
    return (1 + 4 * Math.min(failingNowPassing, 3)) / (1 + 2 * brokenPassing);
}
/** Pairs of tried singles, the most promising first: product of the halves' scores and their partial credit. */
class Pairs {
    #tried = [];
    #index = new Map();
    #heap = new MaxHeap();
    #limit;
    constructor(limit = 400) {
        this.#limit = limit;
    }
    /** A single whose outcome is known may be a half. Only the most promising are kept as halves. */
    offer(id, single, outcome) {
        if (outcome.plausible === true)
            return;
        const worth = single.score * credit(outcome);
        const known = this.#index.get(id);
        if (known !== undefined)
            return;
        if (this.#tried.length >= this.#limit && outcome.failingNowPassing === 0)
            return;
        const at = this.#tried.length;
        this.#index.set(id, at);
        this.#tried.push({ id, single, worth });
        for (let other = 0; other < at; other++) {
            const mate = this.#tried[other];
            if (mate === undefined || mate.single.model !== single.model)
                continue;
            const changes = [...mate.single.changes, ...single.changes].sort((a, b) => a.start - b.start);
            if (!areApart(changes))
                continue;
            const near = 1 / (1 + Math.abs(mate.single.line - single.line) / 4);
            this.#heap.push([other, at], mate.worth * worth * near);
        }
    }
    get bound() {
        return this.#heap.topPriority;
    }
    next() {
        const score = Math.min(1, this.#heap.topPriority);
        const top = this.#heap.pop();
        const [a, b] = [this.#tried[top?.[0] ?? -1], this.#tried[top?.[1] ?? -1]];
        if (a === undefined || b === undefined)
            return undefined;
        return { parents: [a.id, b.id], halves: [a.single, b.single], score };
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/search/shape.js


/** Words that mean the same in every program; all others are names of its own. */
const shape_common = new Set(('if else elif not and or in is return for while of break continue None True False null undefined true false this ' +
    'self new typeof const let len length range min max abs round floor ceil sum sorted reversed sort slice push int ' +
    'str float list set Math').split(' '));
/** Numbers that are no measure of anything. */
const shape_plain = new Set(['0', '1', '2']);
const shape_longest = 90;
/** What an edit does to tokens, whatever the program calls things: `< → <=`, `N → 1`, ` → if N : return S`. */
function shape_shapeOf(source, changes) {
    return changes
        .map((change) => minimal(source, change))
        .map(({ start, end, text }) => `${anonymous(source.slice(start, end))} → ${anonymous(text)}`.trim())
        .join(' | ')
        .slice(0, shape_longest);
}
function anonymous(text) {
    return lexemes(text)
        .map((token) => {
        if (/^[\p{L}_$]/u.test(token))
            return shape_common.has(token) ? token : 'N';
        if (/^\d/.test(token))
            return shape_plain.has(token) ? token : '9';
        return /^["']./.test(token) ? 'S' : token;
    })
        .join(' ');
}

;// CONCATENATED MODULE: ./build/dist/fix/search/singles.js








/** `language/node/parent/operator/block` of a place. */
function contextOf(node, model) {
    const block = [...node.ancestors()].find(({ kind }) => ['if', 'elif', 'else', 'for', 'foreach', 'while', 'function', 'lambda', 'program'].includes(kind));
    const operator = expressions_isOperation(node) ? operatorText(node) : (node.get('operator')?.type ?? '-');
    return [
        model.language,
        node.kind,
        node.parent?.kind ?? '-',
        operator.replaceAll('/', '÷') || '-',
        block?.kind ?? '-',
    ].join('/');
}
/** Belief in an edit that reads a local or imported name which nothing read: why else was it there? */
const forgotten = {
    local: 2.5,
    function: 2.5,
    import: 2,
    loop: 2,
    parameter: 1.5,
};
function readsForgotten({ changes }, model) {
    const unread = unreadBindings(model);
    let most = 1;
    for (const { start, text } of changes) {
        const words = unread.size === 0 ? [] : new Set(lexemes(text));
        for (const word of words) {
            for (const { origin, region } of unread.get(word) ?? []) {
                const used = region.start <= start && start <= region.end && reads(text, word);
                if (used)
                    most = Math.max(most, forgotten[origin] ?? 1);
            }
        }
    }
    return most;
}
function reads(text, name) {
    return lexemes(text).some((token, at, tokens) => {
        const assigned = tokens[at + 1] === '=' || tokens[at + 2] === '=';
        return token === name && tokens[at - 1] !== '.' && !assigned;
    });
}
/** The statements in which a module of Python names what it lends to others: those names are as they are defined. */
function exportsOf({ root }) {
    return root.parts.filter((one) => one.parts[0]?.get('left')?.text === '__all__');
}
/** A later proposal of the same template on the same line, or in the same table, is worth less: no template and no line starves the others. */
const crowding = 0.35;
/** Belief in an edit made in all statements that are written alike, against that in it alone. */
const mirroredShare = 0.25;
/** Single-edit candidates, best first. Cells are opened only when their best possible proposal would be next. */
class Singles {
    #cells = new MaxHeap();
    #ready = new MaxHeap();
    #emitted = new Map();
    #tokens;
    #weight;
    #jitter;
    constructor(models, suspicions, weight, tokens, jitter) {
        this.#tokens = tokens;
        this.#weight = weight;
        this.#jitter = jitter;
        for (const model of models) {
            const scores = new Map();
            for (const { file, line, score } of suspicions)
                if (file === model.path)
                    scores.set(line, Math.max(score, scores.get(line) ?? 0));
            const exported = exportsOf(model);
            for (const node of model.root.walk()) {
                const score = scores.get(node.line) ?? 0;
                if (score <= 0 || !node.named || exported.some((one) => one.contains(node)))
                    continue;
                const context = contextOf(node, model);
                const around = functionOf(node) === undefined ? statementAround(node) : undefined;
                const place = { line: node.line, ...(around === undefined ? {} : { outside: around.line }) };
                for (const template of templatesFor(node.kind)) {
                    const own = score * weight(template.id, context);
                    const bound = own * bestShape(template.id);
                    this.#cells.push({ template, node, model, context, ...place, score: own }, bound);
                }
            }
        }
    }
    /** One that no template makes. */
    add(single) {
        this.#ready.push(single, single.score);
    }
    /** Upper bound of what comes next; -Infinity at the end. */
    get bound() {
        return Math.max(this.#cells.topPriority, this.#ready.topPriority);
    }
    next() {
        for (;;) {
            while (this.#cells.size > 0 && this.#cells.topPriority >= this.#ready.topPriority)
                this.#open(this.#cells.pop());
            const priority = this.#ready.topPriority;
            const single = this.#ready.pop();
            if (single === undefined)
                return undefined;
            const crowd = `${single.model.path}:${single.outside ?? single.line}:${single.template}`;
            const earlier = this.#emitted.get(crowd) ?? 0;
            const now = single.score / (1 + earlier) ** crowding;
            if (now < priority - 1e-12 && now < this.bound) {
                this.#ready.push(single, now);
                continue;
            }
            this.#emitted.set(crowd, earlier + 1);
            return { ...single, score: now };
        }
    }
    #open({ template, node, model, context, line, outside, score }) {
        const mirror = mirrorAt(node);
        for (const proposal of template.propose(node, model)) {
            const place = { line, ...(outside === undefined ? {} : { outside }) };
            const shape = shape_shapeOf(model.text, proposal.changes);
            const weight = this.#weight(template.id, context, shape);
            const learned = weight / intuition(template.id);
            const single = { template: template.id, model, changes: proposal.changes, ...place, context, learned };
            const own = score *
                // Against the weight that the cell has already.
                (weight / this.#weight(template.id, context)) *
                proposal.weight *
                this.#natural(proposal, model) ** (template.context ?? 1) *
                readsForgotten(proposal, model) *
                this.#jitter(`${template.id}${node.start}${proposal.changes[0]?.text}`);
            this.#ready.push({ ...single, score: own }, own);
            const [only, ...more] = proposal.changes;
            const others = only === undefined || more.length > 0 ? undefined : mirror?.(only);
            if (only === undefined || others === undefined)
                continue;
            const changes = [only, ...others].sort((a, b) => a.start - b.start);
            this.#ready.push({ ...single, changes, score: mirroredShare * own }, mirroredShare * own);
        }
    }
    #natural({ changes }, { text }) {
        const [first] = changes;
        return first === undefined ? 0 : this.#tokens.naturalness(text, first.start, first.end, first.text);
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/search/index.js









/** Of ten candidates this many may be pairs while singles are left, once outcomes are known. */
const pairShare = 3;
/** Singles of templates are tried this far before the first pair and the first donor. */
const singlesFirst = 300;
/** A lazy stream of repairs, best first: singles, later pairs of promising ones and donor code among them. */
class CandidateStream {
    #singles;
    #pairs = new Pairs();
    #donors;
    #seen = new Set();
    #emitted = new Map();
    #count = 0;
    constructor(models, { suspicions, weight = defaultWeight, before = new Map(), seed = 0 }) {
        const tokens = new TokenModel(models.map(({ text }) => text));
        this.#singles = new Singles(models, suspicions, weight, tokens, jitterOf(seed));
        for (const undone of undoSingles(models, suspicions, before))
            this.#singles.add(undone);
        this.#donors = () => donorSingles(models, suspicions);
    }
    /** Up to `count` candidates, fewer only at the end of the stream. */
    async next(count) {
        const found = [];
        while (found.length < count) {
            const candidate = await this.#draw();
            if (candidate === undefined)
                return found;
            if (candidate !== 'refused')
                found.push(candidate);
        }
        return found;
    }
    /** Says how a candidate fared: those that repaired some failing tests are tried in pairs first. */
    feedback(candidateId, outcome) {
        const single = this.#emitted.get(candidateId);
        if (single !== undefined)
            this.#pairs.offer(candidateId, single, outcome);
    }
    async #draw() {
        if (this.#count >= singlesFirst || this.#singles.bound === Number.NEGATIVE_INFINITY)
            this.#addDonors();
        const singlesLeft = this.#singles.bound > Number.NEGATIVE_INFINITY;
        const turn = this.#count > singlesFirst && this.#count % 10 < pairShare;
        if ((turn || !singlesLeft) && this.#pairs.bound > Number.NEGATIVE_INFINITY)
            return this.#pair();
        if (!singlesLeft)
            return undefined;
        const single = this.#singles.next();
        return single === undefined ? 'refused' : this.#admit(single);
    }
    /** Late, because they take a while to make in a large repository. */
    #addDonors() {
        for (const donor of this.#donors?.() ?? [])
            this.#singles.add(donor);
        this.#donors = undefined;
    }
    async #pair() {
        const pair = this.#pairs.next();
        if (pair === undefined)
            return 'refused';
        const [a, b] = pair.halves;
        const changes = [...a.changes, ...b.changes].sort((x, y) => x.start - y.start);
        const template = [a.template, b.template].sort().join('+');
        const learned = (a.learned ?? 1) * (b.learned ?? 1);
        return this.#admit({ ...a, template, changes, score: pair.score, learned }, pair.parents);
    }
    async #admit(single, parents) {
        const { model } = single;
        const changes = single.changes
            .map((one) => minimal(model.text, one))
            .filter(({ start, end, text }) => start !== end || text !== '');
        if (!areApart(changes))
            return 'refused';
        const quick = `${model.path}|${changes.map(({ start, end, text }) => `${start}-${end}:${text}`).join('|')}`;
        if (this.#seen.has(quick))
            return 'refused';
        this.#seen.add(quick);
        const checked = await check(model, changes);
        const key = `${model.path}#${checked?.normal}`;
        if (checked === undefined || this.#seen.has(key))
            return 'refused';
        this.#seen.add(key);
        this.#count++;
        const id = (0,external_node_crypto_.createHash)('sha256').update(quick).digest('hex').slice(0, 16);
        if (parents === undefined)
            this.#emitted.set(id, single);
        return toCandidate(id, { ...single, score: single.score * checked.symmetry }, changes, parents);
    }
}
function toCandidate(id, single, changes, parents) {
    const { model, template, context, score, learned } = single;
    const start = changes[0]?.start ?? 0;
    return {
        id,
        template,
        edits: changes.map((one) => ({ file: model.path, ...one })),
        file: model.path,
        line: model.text.slice(0, start).split('\n').length,
        function: functionAt(model, start)?.qualifiedName,
        context,
        prior: Math.min(1, Math.max(0, score)),
        ...(learned === undefined ? {} : { learned }),
        ...(parents === undefined ? {} : { parents }),
    };
}
/** A factor a hair under 1 by seed and key: orders ties, never more. */
function jitterOf(seed) {
    return (key) => {
        let hash = (seed ^ 0x811c9dc5) >>> 0;
        for (let i = 0; i < key.length; i++)
            hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0;
        return 1 - (hash / 2 ** 32) * 1e-3;
    };
}
/**
 * Opens a stream of candidates. Files with broken syntax are left out: `skipped` names them.
 */
async function openSearch(inputs) {
    const models = [];
    const skipped = [];
    for (const file of inputs.files) {
        const model = await readModel(file, inputs.testedWords);
        if (model === undefined)
            skipped.push(file.path);
        else
            models.push(model);
    }
    return { stream: new CandidateStream(models, inputs), skipped };
}
/** The text of a file with a candidate's edits made. */
function applyCandidate(text, candidate, file) {
    return applyChanges(text, candidate.edits.filter((edit) => edit.file === file));
}

;// CONCATENATED MODULE: ./build/dist/fix/candidate-trial.js


/** A candidate as tests try it. */
function toTrial({ id, edits }) {
    const byFile = {};
    for (const { file, start, end, text } of edits) {
        byFile[file] ??= [];
        byFile[file].push({ start, end, text });
    }
    return { id, edits: byFile };
}
/** Texts of the files that a candidate changes, with it in place. `texts` are those before. */
function textsOf(candidate, texts) {
    const files = new Set(candidate.edits.map(({ file }) => file));
    return Object.fromEntries([...files].map((file) => [file, applyCandidate(texts.get(file) ?? '', candidate, file)]));
}
/** How many guards failed. */
function brokenBy({ verdicts }, guards) {
    return guards.filter((id) => {
        const verdict = verdicts.get(id);
        return verdict !== undefined && verdict !== 'passed' && verdict !== 'skipped';
    }).length;
}
/** What the search would have thought of a candidate without what was learned. */
function unlearnedPrior({ template, context, prior }, weight) {
    return weight === undefined ? prior : (prior * defaultWeight(template)) / weight(template, context);
}

;// CONCATENATED MODULE: ./build/dist/fix/explore.js





const mostPlausible = 60;
const mostPartial = 20;
/** Rounds grow: the first answers are wanted soon, later ones cheaply. */
const rounds = [80, 160, 320];
const laterRounds = 600;
/** Of candidates that cost a process each: one with so many others in a round, and more when nothing else is left. */
const latePer = 250;
const slowRound = 8;
/** How many more to try than twice the rank of the first plausible one. */
const margin = 400;
const slowMargin = 10;
/** Of the random arm: candidates that are drawn and then shuffled. */
const mostShuffled = 3000;
/**
 * Tries candidates, best first, until enough plausible ones are known to choose from, nothing is left, or the time is
 * over. What is tried follows from the inputs alone, however fast the machine is: rounds are fixed, and what one taught
 * is fed back in the order of its candidates.
 */
function explore(inputs, limits) {
    return new Explorer(inputs).go(limits);
}
/** A search that can go on where it ended: each `go` returns all that is known by then. */
class Explorer {
    notes = new Set();
    #inputs;
    #stream;
    #shuffled;
    #texts;
    /** Of the part that goes on. */
    #limits = { budgetMs: 0 };
    #enough = new AbortController();
    #signal = this.#enough.signal;
    #overtime = false;
    #found = false;
    #outcomes = new TemplateOutcomes();
    #plausible = [];
    #partial = [];
    /** Candidates outside of functions: a warm process cannot switch to them. */
    #deferred = [];
    /** Candidates that the end of a part cut off. */
    #again = [];
    /** One for each sandbox. */
    #warm = [];
    #rounds = 0;
    #drawn = 0;
    #tried = 0;
    /** Rank of the first plausible one; 0 before. */
    #first = 0;
    /** No warm process can be used: every candidate costs one of its own. */
    #slow = false;
    #exhausted = false;
    constructor(inputs) {
        this.#inputs = inputs;
        this.#texts = new Map(inputs.files.map(({ path, text }) => [path, text]));
    }
    async go(limits) {
        const { sandboxes, signal } = this.#inputs;
        const { budgetMs, graceMs = 0 } = limits;
        this.#limits = limits;
        this.#overtime = false;
        this.#found = false;
        this.#enough = new AbortController();
        const last = AbortSignal.timeout(Math.max(1, Math.round(budgetMs + graceMs)));
        this.#signal = AbortSignal.any([last, this.#enough.signal, ...(signal === undefined ? [] : [signal])]);
        const budget = setTimeout(() => {
            this.#overtime = true;
            this.#stopIfFound();
        }, budgetMs);
        this.#warm = sandboxes.map(() => new WarmTests());
        // They load while the first candidates are thought of.
        for (const [own, sandbox] of sandboxes.entries())
            prepareTrials(sandbox, this.#inputs.command, this.#plan(own, []));
        try {
            await this.#open();
            while (await this.#round())
                ;
            return this.#end();
        }
        finally {
            clearTimeout(budget);
            await Promise.all(this.#warm.map((one) => one.close()));
        }
    }
    async #open() {
        if (this.#stream !== undefined)
            return;
        const { files, suspicions, weight, before, testedWords, seed, order } = this.#inputs;
        const given = { ...(weight === undefined ? {} : { weight }), ...(before === undefined ? {} : { before }) };
        const { stream, skipped } = await openSearch({ files, suspicions, testedWords, seed, ...given });
        this.#stream = stream;
        if (order === 'random')
            this.#shuffled = new Random(seed).shuffled(await stream.next(mostShuffled));
        for (const path of skipped)
            this.notes.add(`${path} has broken syntax and was not searched`);
    }
    /** @returns whether another round is worth it */
    async #round() {
        const fresh = await this.#draw();
        this.#exhausted = fresh === undefined && (this.#deferred.length === 0 || this.#first > 0);
        if (this.#exhausted)
            return false;
        const late = this.#deferred.splice(0, this.#lateCount(fresh?.length));
        const results = await this.#try(fresh ?? [], true);
        const left = fresh?.filter(({ id }) => !results.has(id)) ?? [];
        if (this.#signal.aborted)
            this.#again = left;
        else
            this.#deferred.push(...left);
        for (const [id, result] of await this.#try(late, false))
            results.set(id, result);
        for (const candidate of [...(fresh ?? []), ...late]) {
            const result = results.get(candidate.id);
            if (result !== undefined)
                await this.#take(candidate, result);
        }
        if (this.#signal.aborted)
            this.#deferred.unshift(...late.filter(({ id }) => !results.has(id)));
        this.#tell();
        if (this.#plausible.length >= mostPlausible || this.#signal.aborted)
            return false;
        if (this.#first === 0 &&
            this.#partial.length > 0 &&
            this.#tried >= (this.#limits.settleAfter ?? Number.POSITIVE_INFINITY)) {
            return false;
        }
        // As far again as to the first one and a little: right repairs that rank after a lucky one are near.
        return this.#first === 0 || this.#tried < 2 * this.#first + (this.#slow ? slowMargin : margin);
    }
    #end() {
        const cut = !this.#exhausted && this.#first === 0 && this.#signal.aborted;
        this.#partial.sort((a, b) => b.repaired.length - a.repaired.length || a.rank - b.rank);
        return {
            plausible: [...this.#plausible],
            partial: this.#partial.slice(0, mostPartial),
            tried: this.#tried,
            outcomes: this.#outcomes.list(),
            notes: [...this.notes, ...(cut ? ['the time ended before every candidate was tried'] : [])],
        };
    }
    /** This runner's share of the next candidates; undefined when there are none. */
    async #draw() {
        if (this.#again.length > 0)
            return this.#again.splice(0);
        const { share } = this.#inputs;
        const each = this.#slow ? slowRound : (rounds[this.#rounds++] ?? laterRounds);
        const count = each * share.count;
        const all = this.#shuffled?.splice(0, count) ?? (await this.#stream?.next(count)) ?? [];
        if (all.length === 0)
            return undefined;
        const own = all.filter((_, at) => (this.#drawn + at) % share.count === share.index);
        this.#drawn += all.length;
        return own;
    }
    /** How many that cost a process each to try in this round; none once something passes. */
    #lateCount(others) {
        if (this.#first > 0)
            return 0;
        return others === undefined ? slowRound : Math.ceil(others / latePer);
    }
    /** Results by candidate; those that the signal cut off have none, nor those that `warmOnly` leaves out. */
    async #try(candidates, warmOnly) {
        const { sandboxes, command, failing } = this.#inputs;
        const results = new Map();
        if (candidates.length === 0)
            return results;
        const wanted = new Set(failing);
        await Promise.all(sandboxes.map(async (sandbox, own) => {
            const trials = candidates.filter((_, at) => at % sandboxes.length === own).map(toTrial);
            const plan = { ...this.#plan(own, candidates), warmOnly };
            for await (const result of tryCandidates(sandbox, command, trials, plan)) {
                // What an abort has killed looks like a candidate that ended the process.
                if (this.#signal.aborted)
                    return;
                results.set(result.id, result);
                this.#found ||=
                    result.plausible ||
                        (this.#limits.settleAfter !== undefined &&
                            result.verdicts.size === failing.length &&
                            [...result.verdicts].some(([id, to]) => to === 'passed' && wanted.has(id)));
                this.#stopIfFound();
            }
        }));
        return results;
    }
    #plan(own, candidates) {
        const { failing, guards, testFiles, testTimeoutMs, trialTimeoutMs } = this.#inputs;
        const changed = new Set(candidates.flatMap(({ edits }) => edits.map(({ file }) => file)));
        const warm = this.#warm[own];
        return {
            originals: Object.fromEntries([...changed].map((file) => [file, this.#texts.get(file) ?? ''])),
            ...{ failing, guards, testFiles, testTimeoutMs, trialTimeoutMs, signal: this.#signal },
            ...(warm === undefined ? {} : { warm }),
            onFallback: (reason) => {
                this.notes.add(`candidates are tried in fresh processes: ${reason}`);
                this.#slow = true;
            },
        };
    }
    #stopIfFound() {
        if (this.#overtime && this.#found)
            this.#enough.abort();
    }
    async #take(candidate, result) {
        const { failing, guards, accept } = this.#inputs;
        this.#tried += 1;
        const repaired = failing.filter((id) => result.verdicts.get(id) === 'passed');
        this.#stream?.feedback(candidate.id, {
            failingNowPassing: repaired.length,
            brokenPassing: brokenBy(result, guards),
            plausible: result.plausible,
        });
        this.#outcomes.add(candidate, unlearnedPrior(candidate, this.#inputs.weight), result);
        if (repaired.length === 0)
            return;
        const found = { candidate, rank: this.#tried, texts: textsOf(candidate, this.#texts), repaired };
        if (!result.plausible) {
            if (result.verdicts.size === failing.length)
                this.#partial.push(found);
            return;
        }
        if (!(await accept(found)))
            return;
        this.#plausible.push(found);
        this.#first ||= this.#tried;
        this.#tell();
    }
    #tell() {
        this.#inputs.onTried?.(this.#tried, this.#plausible.length, this.#plausible[0]?.candidate);
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/history.js

/** Further back, what changed is no longer what broke. */
const oldest = 5;
/**
 * Texts that the files had before, the newest first, one for each time that a file changed within the last commits (of
 * merges, along the first parent). A shallow clone has fewer.
 */
async function earlierTexts({ repository, commit, uncommitted, read }, paths) {
    const found = new Map();
    const last = await read(paths);
    const blobs = (0,git/* openBlobs */.d7)(repository, { maxBytes: 512 * 1024 });
    try {
        for (let age = 0; age <= oldest; age += 1) {
            const sha = age === 0 ? commit : await (0,git/* resolveRevision */.eZ)(repository, `${commit}~${age}`).catch(() => undefined);
            if (sha === undefined)
                break;
            for (const path of paths) {
                if (age === 0 && !(path in uncommitted))
                    continue;
                const text = (await blobs.read(sha, path).catch(() => undefined))?.toString('utf8');
                if (text === undefined || text === last.get(path))
                    continue;
                found.set(path, [...(found.get(path) ?? []), { age, text }]);
                last.set(path, text);
            }
        }
    }
    finally {
        await blobs.close();
    }
    return found;
}

;// CONCATENATED MODULE: ./build/dist/fix/shapes.js


// What one runner hands to another, as JSON. Files that come from elsewhere are checked before anything is believed.
const shapes_frame = schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: schemas/* number */.aig(), function: schemas/* string */.YjP().optional() });
const testStatus = schemas/* enum */.k5n(['passed', 'failed', 'skipped', 'error', 'timed-out']);
const shapes_framework = schemas/* enum */.k5n([
    'node',
    'vitest',
    'jest',
    'mocha',
    'tape',
    'ava',
    'pytest',
    'unittest',
    'go',
    'tap',
    'junit',
    'unknown',
]);
const repairPlan = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    commit: schemas/* string */.YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
    command: schemas/* object */.Ikc({
        text: schemas/* string */.YjP(),
        framework: shapes_framework,
        argv: schemas/* array */.YOg(schemas/* string */.YjP()).min(1),
        env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
        cwd: schemas/* string */.YjP(),
        prelude: schemas/* string */.YjP().optional(),
        preludeMayFail: schemas/* boolean */.zMY().optional(),
        sourcesAreLoaded: schemas/* boolean */.zMY().optional(),
        junit: schemas/* string */.YjP().optional(),
        leftOut: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    }),
    baseline: schemas/* object */.Ikc({
        framework: shapes_framework,
        tests: schemas/* number */.aig(),
        failing: schemas/* array */.YOg(schemas/* object */.Ikc({
            id: schemas/* string */.YjP(),
            file: schemas/* string */.YjP(),
            status: testStatus,
            message: schemas/* string */.YjP().optional(),
            errorClass: schemas/* string */.YjP().optional(),
            stack: schemas/* array */.YOg(shapes_frame),
        })),
        flaky: schemas/* array */.YOg(schemas/* string */.YjP()),
        failedBefore: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        durationMs: schemas/* number */.aig(),
    }),
    /** The run that a repair is held against. */
    run: schemas/* object */.Ikc({
        exitCode: schemas/* number */.aig(),
        authenticated: schemas/* boolean */.zMY(),
        tests: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), file: schemas/* string */.YjP(), status: testStatus })),
    }),
    suspicions: schemas/* array */.YOg(schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: schemas/* number */.aig(), score: schemas/* number */.aig(), reasons: schemas/* array */.YOg(schemas/* string */.YjP()) })),
    /** Passing tests that the search keeps green, the likeliest to break first. */
    guards: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Files of the failing tests and the guards. */
    testFiles: schemas/* array */.YOg(schemas/* string */.YjP()),
    testTimeoutMs: schemas/* number */.aig(),
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const edit = schemas/* object */.Ikc({ file: schemas/* string */.YjP(), start: schemas/* number */.aig(), end: schemas/* number */.aig(), text: schemas/* string */.YjP() });
const found = schemas/* object */.Ikc({
    candidate: schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        template: schemas/* string */.YjP(),
        edits: schemas/* array */.YOg(edit),
        file: schemas/* string */.YjP(),
        line: schemas/* number */.aig(),
        function: schemas/* string */.YjP().optional(),
        context: schemas/* string */.YjP(),
        prior: schemas/* number */.aig(),
        learned: schemas/* number */.aig().positive().optional(),
        parents: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    }),
    rank: schemas/* number */.aig(),
    texts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    repaired: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const confirmation = schemas/* object */.Ikc({
    green: schemas/* boolean */.zMY(),
    reasons: schemas/* array */.YOg(schemas/* string */.YjP()),
    tests: schemas/* object */.Ikc({ passed: schemas/* number */.aig(), total: schemas/* number */.aig() }),
    durationMs: schemas/* number */.aig(),
    coverage: schemas/* number */.aig().optional(),
});
const attemptShare = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    commit: schemas/* string */.YjP(),
    index: schemas/* number */.aig().int().nonnegative(),
    count: schemas/* number */.aig().int().positive(),
    plausible: schemas/* array */.YOg(found),
    /** Where nothing is plausible: repairs of the same failing tests, which the others have nothing to do with. */
    partial: schemas/* array */.YOg(found),
    /** By candidate id: those that already got a sandbox of their own. */
    confirmed: schemas/* record */.g1P(schemas/* string */.YjP(), confirmation),
    tried: schemas/* number */.aig(),
    outcomes: schemas/* array */.YOg(schemas/* object */.Ikc({
        template: schemas/* string */.YjP(),
        context: schemas/* string */.YjP(),
        tried: schemas/* number */.aig(),
        plausible: schemas/* number */.aig(),
        partial: schemas/* number */.aig(),
        belief: schemas/* number */.aig().nonnegative(),
        errors: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig()),
    })),
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** @throws UsageError when it is no plan of a repair */
function readPlan(json) {
    return read(repairPlan, json, 'plan of a repair');
}
/** @throws UsageError when it is no share of a repair */
function shapes_readShare(json) {
    return read(attemptShare, json, 'share of a repair');
}
function read(schema, json, name) {
    const parsed = schema.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    throw new errors/* UsageError */.eb(`this is no ${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
/** The run that repairs are held against, as it was planned. */
function plannedRun({ run, baseline }) {
    return {
        status: 'completed',
        exitCode: run.exitCode,
        complete: true,
        authenticated: run.authenticated,
        tests: run.tests.map((test) => ({
            ...test,
            name: [],
            durationMs: undefined,
            message: undefined,
            errorClass: undefined,
            stack: [],
        })),
        coverage: new Map(),
        rawTail: '',
        durationMs: baseline.durationMs,
    };
}

// EXTERNAL MODULE: ./build/dist/sandbox/index.js + 19 modules
var sandbox = __webpack_require__(87018);
;// CONCATENATED MODULE: ./build/dist/fix/generated.js




const generated_mostFiles = 2000;
const mostBytes = 32 * 2 ** 20;
/** What programs load: code in the languages that are repaired, compiled modules, and a package's own description. */
const loaded = /\.(?:pyi?|so|pyd|dylib|[cm]?[jt]sx?|json|node|wasm|mo)$|(?:^|\/)py\.typed$|\.(?:egg|dist)-info\/[^/]+$|\.egg-link$/;
/** Caches, reports and builds of other tools. */
const noise = /(?:^|\/)(?:__pycache__|htmlcov|coverage|target|logs?|te?mp)\/|\.min\.js$/;
const secret = /secret|credential|password|token|private|\.env/i;
/**
 * Files that git ignores and the program may need all the same: a version written by an installer, compiled modules, the
 * output of a build. Nothing whose name begins with a dot, nothing that is named like a secret.
 */
async function readGenerated(repository, signal) {
    const leaveOut = (path) => /(?:^|\/)\./.test(path) ||
        (0,sandbox/* isInDependencies */.xp)(`${path}x`) ||
        noise.test(path) ||
        (path.endsWith('/')
            ? (0,external_node_fs_.existsSync)((0,external_node_path_.join)(repository.root, path, 'pyvenv.cfg'))
            : !loaded.test(path) || secret.test(path));
    const { files, skipped } = await (0,git/* readIgnored */.NS)(repository, {
        ...{ mostFiles: generated_mostFiles, mostBytes, leaveOut },
        ...(signal === undefined ? {} : { signal }),
    });
    return { files: Object.fromEntries(files.map(({ path, content }) => [path, content])), skipped };
}

;// CONCATENATED MODULE: ./build/dist/fix/workspace.js






/** @throws UsageError when there is nothing to repair: no work tree, no commit */
async function openWorkspace(repository, signal) {
    const { head, bare, root } = repository;
    if (bare)
        throw new errors/* UsageError */.eb(`${root} is a bare repository; repair needs a work tree`);
    if (head === undefined)
        throw new errors/* UsageError */.eb(`${root} has no commits yet; repair starts from one`);
    const environments = (0,sandbox/* virtualEnvironments */.Is)(root);
    const { files, skipped } = await (0,git/* readUncommitted */.Ul)(repository, {
        // Sandboxes show them as they are, whether git ignores them or not.
        leaveOut: (path) => (0,sandbox/* isInDependencies */.xp)(path) || environments.some((folder) => path.startsWith(`${folder}/`)),
        ...(signal === undefined ? {} : { signal }),
    });
    const uncommitted = Object.fromEntries(files.map(({ path, content }) => [path, content]));
    const paths = new Set();
    for await (const { path, mode } of (0,git/* listFiles */.CS)(repository, head))
        if (mode.startsWith('100'))
            paths.add(path);
    for (const { path, content } of files)
        content === null ? paths.delete(path) : paths.add(path);
    const generated = await readGenerated(repository, signal);
    const notes = [
        ...(skipped.length === 0 ? [] : [`uncommitted files left out, links or too large: ${skipped.length}`]),
        ...((await (0,git/* shallowBoundary */.N0)(repository)).has(head)
            ? ['this shallow clone has no earlier commit: what changed lately is not known and not taken back']
            : []),
        ...(generated.skipped.length === 0
            ? []
            : [`what git ignores in ${(0,printable/* printable */.g)(generated.skipped.slice(0, 3).join(', '))} was left out (too much)`]),
    ];
    return {
        repository,
        commit: head,
        uncommitted,
        generated: generated.files,
        paths: [...paths].sort(),
        notes,
        read: (wanted) => readTexts(repository, head, uncommitted, wanted),
    };
}
async function readTexts(repository, commit, uncommitted, paths) {
    const blobs = (0,git/* openBlobs */.d7)(repository, { maxBytes: 8 * 2 ** 20 });
    const texts = new Map();
    try {
        for (const path of new Set(paths)) {
            const own = uncommitted[path];
            if (own === null)
                continue;
            // A file that is too large is no source that could be repaired.
            const content = own ?? (await blobs.read(commit, path).catch(() => undefined));
            const text = content?.toString('utf8');
            if (text !== undefined && content !== undefined && Buffer.from(text).equals(content))
                texts.set(path, text);
        }
        return texts;
    }
    finally {
        await blobs.close();
    }
}
/** Sources in a language that templates know. */
function sourcesOf(texts) {
    return [...texts].flatMap(([path, text]) => {
        const language = (0,code/* languageOf */.eX)(path);
        return language === undefined || text.length > 512 * 1024 ? [] : [{ path, language, text }];
    });
}

;// CONCATENATED MODULE: ./build/dist/fix/repair-search.js











/** Sources that donors and the model of the repository's tokens are read from, besides the suspicious ones. */
const mostDonorFiles = 60;
/** A repair of several independent bugs is made of at most so many. */
const mostSteps = 3;
/** Where several tests fail, candidates to try for all of them at once before a repair of some is a step. */
const settleAfter = 2000;
/** Milliseconds for which a search is worth to go on. */
const leastMs = 2000;
/**
 * Searches for candidates that turn every failing test green. Where none does and one repairs a part of the tests
 * without breaking others, the search goes on from it for the rest: two bugs are two steps.
 */
async function search(inputs) {
    const { plan, workspace, budgetMs } = inputs;
    const began = performance.now();
    const originals = await sources(workspace, plan.suspicions);
    const before = await earlierTexts(workspace, [...originals.keys()]);
    const several = plan.baseline.failing.length > 1;
    const sandboxes = await openSandboxes(inputs, {});
    try {
        const exploration = new Explorer({
            ...repair_search_common(inputs),
            files: sourcesOf(originals),
            before,
            testedWords: await wordsOfTests(inputs),
            suspicions: plan.suspicions,
            failing: plan.baseline.failing.map(({ id }) => id),
            guards: plan.guards,
            sandboxes,
        });
        const left = () => budgetMs - (performance.now() - began);
        const graceMs = () => inputs.graceMs + Math.min(0, left());
        if (!several)
            return { ...(await exploration.go({ budgetMs: left(), graceMs: graceMs() })), partial: [] };
        const late = 0.4 * budgetMs;
        const first = await exploration.go({ budgetMs: left() - late, graceMs: graceMs() + late, settleAfter });
        if (first.plausible.length > 0)
            return { ...first, partial: [] };
        const further = await fromPartial(inputs, first.partial, originals, left, 2);
        // No step led to a repair of all: what turns all green at once may still come, if they have to do with each other.
        const open = further.plausible.length === 0 && further.partial.length === 0;
        const goesOn = open && left() + graceMs() > leastMs;
        const last = goesOn ? await exploration.go({ budgetMs: Math.max(0, left()), graceMs: graceMs() }) : first;
        const plausible = [...last.plausible, ...further.plausible];
        return {
            plausible,
            partial: plausible.length > 0 ? [] : await acceptedOf(further.partial, inputs.accept),
            tried: last.tried + further.tried,
            outcomes: mergeOutcomes([last.outcomes, further.outcomes]),
            notes: [...new Set([...last.notes, ...further.notes])],
        };
    }
    finally {
        await Promise.all(sandboxes.map((sandbox) => sandbox.destroy()));
    }
}
const repair_search_nothing = { plausible: [], partial: [], tried: 0, outcomes: [], notes: [] };
async function acceptedOf(partial, accept) {
    const accepted = [];
    for (const one of alikeIn(partial))
        if (await accept(one))
            accepted.push(one);
    return accepted;
}
/** Takes the partial repairs that break nothing one after the other, and searches from each for what is left. */
async function fromPartial(inputs, partial, originals, left, step) {
    if (step > mostSteps)
        return repair_search_nothing;
    const results = [];
    const bases = distinct(partial).slice(0, 3);
    for (const [at, base] of bases.entries()) {
        const budget = left() / (bases.length - at);
        if (budget < 1000 || inputs.signal?.aborted === true)
            break;
        const rivals = partial.filter((one) => sameTests(one, base));
        const result = await fromBase(inputs, base, rivals, originals, budget, step);
        results.push(result);
        if (result.plausible.length > 0)
            break;
    }
    return {
        plausible: results.flatMap(({ plausible }) => plausible),
        partial: results.flatMap(({ partial: found }) => found),
        tried: results.reduce((sum, { tried }) => sum + tried, 0),
        outcomes: mergeOutcomes(results.map(({ outcomes }) => outcomes)),
        notes: results.flatMap(({ notes }) => notes),
    };
}
/** The most promising of each set of tests that are repaired. */
function distinct(partial) {
    const sets = new Set();
    return partial.filter(({ repaired }) => {
        const key = repaired.join('\n');
        if (sets.has(key))
            return false;
        sets.add(key);
        return true;
    });
}
async function fromBase(inputs, base, 
/** What repairs the same tests, the base among them. */
rivals, originals, budgetMs, step) {
    const { plan, workspace, workshop, command, signal } = inputs;
    const began = performance.now();
    const sandbox = await workshop.openBuilt(command, base.texts);
    const aborting = signal === undefined ? {} : { signal };
    const timeoutMs = Math.min(budgetMs / 2, 3 * plan.baseline.durationMs + 5000);
    const files = plan.testFiles.length === 0 ? {} : { files: plan.testFiles };
    const all = [...plan.baseline.failing.map(({ id }) => id), ...plan.guards];
    const only = canChoose(command, all) ? { only: all } : {};
    const run = await runTests(sandbox, command, { timeoutMs, ...files, ...only, ...aborting });
    const passed = new Set(run.tests.filter(({ status }) => status === 'passed').map(({ id }) => id));
    const failing = plan.baseline.failing.filter(({ id }) => !passed.has(id));
    const guards = [...plan.guards, ...base.repaired];
    if (failing.length === 0 || guards.some((id) => !passed.has(id))) {
        await sandbox.destroy();
        return repair_search_nothing;
    }
    const patched = {
        ...workspace,
        read: async (paths) => {
            const texts = await workspace.read(paths);
            for (const [path, text] of Object.entries(base.texts))
                if (texts.has(path))
                    texts.set(path, text);
            return texts;
        },
    };
    const { testTimeoutMs } = plan;
    const coverage = await coverTests(sandbox, command, run, { timeoutMs, testTimeoutMs, ...aborting });
    const suspicions = await localise({ workspace: patched, failing, coverage, testFiles: new Set(plan.testFiles) });
    const texts = await sources(patched, suspicions);
    const others = await openSandboxes(inputs, base.texts, 1);
    const sandboxes = [sandbox, ...others];
    try {
        const left = () => budgetMs - (performance.now() - began);
        const several = failing.length > 1;
        const found = await explore({
            ...repair_search_common(inputs),
            files: sourcesOf(texts),
            before: await earlierTexts(patched, [...texts.keys()]),
            testedWords: await wordsOfTests(inputs),
            suspicions,
            failing: failing.map(({ id }) => id),
            guards,
            sandboxes,
        }, several ? { budgetMs: left() * 0.6, settleAfter } : { budgetMs: left() });
        const further = found.plausible.length > 0 || found.partial.length === 0
            ? repair_search_nothing
            : await fromPartial(inputs, found.partial.map((one) => steps_joined(base, one, originals)), originals, left, step + 1);
        const rest = failing.map(({ id }) => id);
        return {
            plausible: [...found.plausible.map((one) => steps_joined(base, one, originals)), ...further.plausible],
            partial: [...further.partial, ...rivals.filter((one) => isApart(one, originals, rest, coverage))],
            tried: found.tried + further.tried,
            outcomes: mergeOutcomes([found.outcomes, further.outcomes]),
            notes: [...found.notes, ...further.notes],
        };
    }
    finally {
        await Promise.all(sandboxes.map((one) => one.destroy()));
    }
}
async function wordsOfTests({ plan, workspace }) {
    const texts = await workspace.read(plan.baseline.failing.map(({ file }) => file));
    return new Set([...texts.values()].flatMap((text) => [...wordsInQuotes(text)]));
}
function repair_search_common(inputs) {
    const { plan, command, weight, seed, order, share, accept, signal, onTried } = inputs;
    const run = plannedRun(plan);
    const count = plan.baseline.failing.length + plan.guards.length;
    return {
        ...{ command, seed, order, share, accept },
        testFiles: plan.testFiles,
        testTimeoutMs: plan.testTimeoutMs,
        // A candidate that hangs in a place that no timer reaches is killed after this.
        trialTimeoutMs: Math.round(Math.min(20_000, 2 * plan.testTimeoutMs + 1.5 * run.durationMs + 5 * count)),
        ...(weight === undefined ? {} : { weight }),
        ...(signal === undefined ? {} : { signal }),
        ...(onTried === undefined ? {} : { onTried }),
    };
}
function openSandboxes({ workshop, command }, texts, less = 0) {
    const count = Math.max(0, Math.min(4, (0,external_node_os_.cpus)().length) - less);
    return Promise.all(Array.from({ length: count }, () => workshop.openBuilt(command, texts)));
}
/** Texts of the suspicious files, and of others of the same language near them. */
async function sources(workspace, suspicions) {
    const suspicious = new Set(suspicions.map(({ file }) => file));
    const folders = new Set([...suspicious].map((file) => file.slice(0, file.lastIndexOf('/') + 1)));
    const kinds = new Set([...suspicious].map(repair_search_kindOf));
    // What tests do is no example for the program.
    const others = workspace.paths.filter((path) => !suspicious.has(path) && kinds.has(repair_search_kindOf(path)) && !isTestFile(path));
    const near = others.filter((path) => folders.has(path.slice(0, path.lastIndexOf('/') + 1)));
    return workspace.read([...suspicious, ...[...new Set([...near, ...others])].slice(0, mostDonorFiles)]);
}
function repair_search_kindOf(path) {
    return path.endsWith('.py') ? 'python' : /\.[cm]?[jt]sx?$/.test(path) ? 'ecmascript' : 'other';
}

;// CONCATENATED MODULE: ./build/dist/fix/review/literals.js



/** A literal's value as text, equal for equal values of either spelling; undefined for what is no literal. */
function literalValue(node) {
    if (node === undefined)
        return undefined;
    if (node.kind === 'parenthesized')
        return literalValue(node.parts[0]);
    if (node.kind === 'number')
        return numberValue(node.text);
    if (node.kind === 'sign' && node.get('operator')?.text === '-') {
        const value = literalValue(node.get('argument'));
        return value?.startsWith('n:') ? `n:-${value.slice(2)}` : undefined;
    }
    if (node.kind === 'string')
        return stringValue(node);
    if (node.kind !== 'list')
        return undefined;
    const values = node.parts.map((part) => literalValue(part) ?? (literals_isConstant(part) ? part.text : undefined));
    return values.includes(undefined) ? undefined : `l:[${values.join(',')}]`;
}
function literals_isConstant({ kind }) {
    return kind === 'boolean' || kind === 'null';
}
function numberValue(text) {
    const value = Number(text.replaceAll('_', '').replace(/(?<=^\d+)n$/, ''));
    return `n:${Number.isNaN(value) ? text : value}`;
}
function stringValue(node) {
    if (node.children.some(isInterpolation) || node.type === 'concatenated_string')
        return undefined;
    const inner = /^\w*("""|'''|["'`])([\s\S]*)\1$/.exec(node.text)?.[2];
    return inner === undefined ? undefined : `s:${inner}`;
}
/** Values that programs are full of, whatever their tests say. */
function isCommon(value) {
    if (value.startsWith('n:'))
        return ['-1', '0', '-0', '1', '2'].includes(value.slice(2));
    if (value.startsWith('s:'))
        return value === 's:';
    return [...value.matchAll(/(?:n:|s:)[^,\]]*/g)].every(([part]) => isCommon(part));
}
function literals_literalsOf(root) {
    const found = new Set();
    for (const node of root.walk()) {
        const value = literalValue(node);
        if (value !== undefined)
            found.add(value);
    }
    return found;
}
const literals_read = new Map();
const remembered = 100;
/** Values of the literals of test files, remembered by text: all attempts of a repair ask for the same files. */
async function testLiterals(texts) {
    const all = new Set();
    for (const [path, text] of Object.entries(texts)) {
        const known = literals_read.get(text) ?? readLiterals(path, text);
        if (literals_read.size >= remembered)
            literals_read.clear();
        literals_read.set(text, known);
        for (const value of await known)
            all.add(value);
    }
    return all;
}
async function readLiterals(path, text) {
    const language = (0,code/* languageOf */.eX)(path, text);
    if (language === undefined)
        return new Set();
    try {
        const model = await readModel({ path, language, text });
        return model === undefined ? new Set(scan(text)) : literals_literalsOf(model.root);
    }
    catch (error) {
        if (error instanceof code/* ParseLimitError */.DW)
            return new Set(scan(text));
        throw error;
    }
}
/** Numbers and strings of a text that does not parse. */
function scan(text) {
    return [...text.matchAll(/(["'`])((?:\\.|(?!\1)[^\\\n])*)\1|(?<![\w.])\d[\d_]*(?:\.\d+)?/g)].map(([whole, quote, inner]) => (quote === undefined ? numberValue(whole) : `s:${inner}`));
}

;// CONCATENATED MODULE: ./build/dist/fix/review/rule.js
/** What is found more often in the new version than in the old one: what was there before is not the patch's fault. */
function introduced({ before, after }, find) {
    const known = new Map();
    for (const { key } of find(before))
        known.set(key, (known.get(key) ?? 0) + 1);
    return find(after)
        .filter(({ key }) => {
        const left = known.get(key) ?? 0;
        known.set(key, left - 1);
        return left <= 0;
    })
        .map(({ node }) => node);
}
/** A rule about what a patch brings in. */
function introducing(facts, find, message) {
    return {
        ...facts,
        check: (file) => introduced(file, find).map((node) => ({ line: node.line, message: message(node) })),
    };
}
/** Nodes of a version of a file that pass, each with its text for a key unless another is given. */
function findIn(model, wanted, key = compact) {
    return [...model.root.walk()].filter(wanted).map((node) => ({ key: key(node), node }));
}
function compact({ text }) {
    return text.replace(/\s+/g, ' ');
}
function rule_unwrap(node) {
    let inner = node;
    while (inner?.kind === 'parenthesized')
        inner = inner.parts[0];
    return inner;
}
/** The nodes under one, not looking into functions inside it. */
function* within(node) {
    for (const child of node.children) {
        yield child;
        if (child.kind !== 'function' && child.kind !== 'lambda' && child.kind !== 'class')
            yield* within(child);
    }
}
/** The called expression; of `new` the class. */
function callee(call) {
    return call.get('function', 'constructor');
}
/** Operator of a comparison or of a logical expression, as written. */
function operatorOf(node) {
    const operators = node.children.filter(({ field }) => field === 'operator' || field === 'operators');
    return operators.map(({ text }) => text).join(' ');
}
/** Condition of a branch, loop, conditional expression or comprehension filter. */
function rule_conditionOf(node) {
    if (node.type === 'conditional_expression')
        return rule_unwrap(node.parts[1]);
    if (node.kind === 'filter')
        return rule_unwrap(node.parts[0]);
    const found = node.get('condition');
    return found?.type === 'empty_statement' ? undefined : rule_unwrap(found);
}

;// CONCATENATED MODULE: ./build/dist/fix/review/rules/checks.js


function checks_isCheck(node) {
    if (node.kind === 'throw' || node.type === 'assert_statement')
        return true;
    if (node.kind !== 'statement')
        return false;
    const [call] = node.parts;
    return call?.kind === 'call' && /^(?:console\.)?(?:assert|invariant)\b/.test(callee(call)?.text ?? '');
}
function doesNothing(statement) {
    if (statement.type === 'pass_statement' || statement.type === 'empty_statement')
        return true;
    return statement.parts[0]?.type === 'ellipsis';
}
/** Nothing but what a language asks for where a statement was. */
function isFiller({ text }) {
    return ['pass', '...', ';', '{', '}', ':', '(', ')', 'else'].includes(text);
}
function checks_count(model, wanted) {
    return findIn(model, wanted).length;
}
function lost({ before, after }, wanted) {
    return checks_count(after, wanted) < checks_count(before, wanted);
}
function onlyDeletes({ hunks }) {
    return hunks.every(({ added }) => added.every(isFiller));
}
/** More than brackets is gone, and nothing is in its place. */
function onlyTakesOut(file) {
    return onlyDeletes(file) && file.hunks.some(({ removed }) => !removed.every(isFiller));
}
/** A statement that ends a run, a turn or a loop early under a condition. */
function isGuard(node) {
    return node.kind === 'if' && [...within(node)].some(({ kind }) => ['return', 'continue', 'break'].includes(kind));
}
/** The place in the new text where something was taken out: the first change. */
function checks_placeOf({ hunks, before, after }) {
    const [hunk] = hunks;
    const line = hunk?.added[0]?.line ?? hunk?.removed[0]?.line ?? 1;
    return Math.min(line, Math.max(before.root.endLine, after.root.endLine));
}
function checks_removal(facts, message, applies) {
    return { ...facts, check: (file) => (applies(file) ? [{ line: checks_placeOf(file), message }] : []) };
}
function swallows(node) {
    if (node.type === 'catch_clause' || node.type === 'except_clause') {
        const block = node.parts.find(({ kind }) => kind === 'block');
        return block?.parts.every(doesNothing) === true;
    }
    if (node.kind !== 'call')
        return false;
    const called = callee(node);
    if (called?.text === 'suppress' || called?.text === 'contextlib.suppress')
        return true;
    const [handler] = node.get('arguments')?.parts ?? [];
    return (called?.get('property')?.text === 'catch' &&
        handler?.kind === 'lambda' &&
        ['block', 'null'].includes(handler.get('body')?.kind ?? '') &&
        handler.get('body')?.parts.length === 0);
}
/**
 * `a <= a`, `a && a`, `a - a`; that a value is unequal to itself is how not-a-number is found,
 * and what is called twice may answer twice.
 */
function isOfItself(node) {
    const operator = operatorOf(node);
    const tells = node.kind === 'comparison' || node.kind === 'logical' || ['-', '/', '%', '//'].includes(operator);
    if (!tells || node.kind === 'sign' || /^!==?$/.test(operator))
        return false;
    const sides = operands(node).map((side) => compact(rule_unwrap(side) ?? side));
    return sides.some((side, at) => at > 0 && side === sides[at - 1] && !/^[\d.]+$|\(/.test(side));
}
const checkRules = [
    checks_removal({ id: 'check-removed', severity: 'high', category: 'bug' }, 'a check that refused wrong values is gone, and nothing is in its place', (file) => onlyDeletes(file) && lost(file, checks_isCheck)),
    checks_removal({ id: 'check-weakened', severity: 'medium', category: 'bug' }, 'a check that refused wrong values is gone', (file) => !onlyDeletes(file) && lost(file, checks_isCheck)),
    checks_removal({ id: 'guard-removed', severity: 'medium', category: 'bug' }, 'an early exit under a condition is gone, and nothing is in its place', (file) => onlyDeletes(file) && !lost(file, checks_isCheck) && lost(file, isGuard)),
    checks_removal({ id: 'clause-removed', severity: 'low', category: 'bug' }, 'a part of a condition is gone', (file) => onlyDeletes(file) && !lost(file, isGuard) && lost(file, ({ kind }) => kind === 'logical')),
    // Where tests say little, what stood in their way is easily gone: a reason to doubt, none to refuse.
    checks_removal({ id: 'only-removes', severity: 'low', category: 'overfitting' }, 'it only takes something out', onlyTakesOut),
    {
        id: 'swallowed-error',
        severity: 'high',
        category: 'bug',
        check: (file) => introduced(file, (model) => findIn(model, swallows, () => 'swallowed')).map(({ line }) => ({
            line,
            message: 'errors are caught here and nobody hears of them',
        })),
    },
    introducing({ id: 'self-assignment', severity: 'medium', category: 'bug' }, (model) => findIn(model, (node) => node.kind === 'assignment' && node.get('left')?.text === node.get('right')?.text), () => 'a value is assigned to itself'),
    introducing({ id: 'same-operands', severity: 'medium', category: 'bug' }, (model) => findIn(model, isOfItself), ({ text }) => `the same on both sides: ${text.slice(0, 60)}`),
    introducing({ id: 'compared-with-nan', severity: 'medium', category: 'bug' }, (model) => findIn(model, (node) => node.kind === 'comparison' &&
        node.parts.some(({ text }) => /^(?:(?:Number\.)?NaN|(?:math|np|numpy)\.nan|float\(["']nan["']\))$/i.test(text))), () => 'nothing is equal to not-a-number, nor in any order with it'),
];

;// CONCATENATED MODULE: ./build/dist/fix/review/rules/control.js





/** True or false when an expression has that value whatever the program does. */
function constantOf(expression) {
    const node = rule_unwrap(expression);
    if (node === undefined)
        return undefined;
    switch (node.kind) {
        case 'boolean':
            return node.text.toLowerCase() === 'true';
        case 'number':
            return Number(node.text) !== 0;
        case 'null':
            return false;
        case 'string':
            return node.children.some(isInterpolation) ? undefined : !/^\w*(["'`])\1$/.test(node.text);
        case 'not': {
            const inner = constantOf(node.get('argument'));
            return inner === undefined ? undefined : !inner;
        }
        case 'comparison':
            return comparesWithItself(node) ? /=|is$/.test(operatorOf(node)) : undefined;
        case 'logical':
            return connected(node);
        default:
            return undefined;
    }
}
/** `x == x`. Not `x != x`: that is how not-a-number is asked for. Calls may answer differently the second time. */
function comparesWithItself(node) {
    const [left, right] = node.parts;
    return (node.parts.length === 2 &&
        /^(?:===?|<=?|>=?|is)$/.test(operatorOf(node)) &&
        left !== undefined &&
        right !== undefined &&
        compact(left) === compact(right) &&
        ![...left.walk()].some(({ kind }) => kind === 'call' || kind === 'await' || kind === 'update' || kind === 'new'));
}
function connected(node) {
    const [left, right] = node.parts.map(rule_unwrap);
    const or = /^(?:\|\||or)$/.test(operatorOf(node));
    if (!or && !/^(?:&&|and)$/.test(operatorOf(node)))
        return undefined;
    const decides = [left, right].some((side) => side?.kind === 'boolean' && constantOf(side) === or);
    return decides || denies(left, right) || denies(right, left) ? or : undefined;
}
function denies(one, other) {
    const inner = one?.kind === 'not' ? rule_unwrap(one.get('argument')) : undefined;
    return (inner !== undefined &&
        other !== undefined &&
        compact(inner) === compact(other) &&
        ![...inner.walk()].some(({ kind }) => kind === 'call'));
}
function decidedBefore(node) {
    if (node.kind === 'comparison')
        return comparesWithItself(node);
    if (!['if', 'elif', 'ternary', 'filter', 'while'].includes(node.kind))
        return false;
    const condition = rule_conditionOf(node);
    // A comparison is found by itself. `while true` is a way to write a loop that is left in its middle.
    if (condition?.kind === 'comparison')
        return false;
    const value = constantOf(condition);
    return value !== undefined && !(node.kind === 'while' && value);
}
const control_jumps = new Set(['return', 'throw', 'break', 'continue']);
/** First statement of each block that comes after a jump out of it. */
function unreachable(model) {
    const found = [];
    for (const block of model.root.walk()) {
        if (block.kind !== 'block' && block.kind !== 'program' && block.kind !== 'case')
            continue;
        const jump = block.parts.findIndex(({ kind }) => control_jumps.has(kind));
        if (jump < 0)
            continue;
        const rest = block.parts.slice(jump + 1).find(runs);
        if (rest !== undefined)
            found.push({ key: compact(rest), node: rest });
    }
    return found;
}
/** Function declarations are hoisted, a `yield` makes a generator wherever it stands, a last `break` is a habit. */
function runs(statement) {
    if (!statementKinds.has(statement.kind) || statement.kind === 'break')
        return false;
    return ![...within(statement)].some(({ type }) => type === 'yield' || type === 'yield_expression');
}
const control_leaves = new Set(['return', 'throw', 'break', 'await']);
function endless(model) {
    return findIn(model, (node) => (node.kind === 'while' || node.kind === 'for') && isEndless(node, model), () => 'loop');
}
function isEndless(loop, model) {
    const inside = [...within(loop)];
    if (inside.some(({ kind, type }) => control_leaves.has(kind) || type.startsWith('yield') || type === 'for_await'))
        return false;
    const condition = rule_conditionOf(loop);
    if (condition === undefined || constantOf(condition) === true)
        return !inside.some(endsProcess);
    const nodes = [...condition.walk()];
    if (nodes.some(({ kind }) => ['call', 'member', 'index', 'update', 'assignment', 'await'].includes(kind)))
        return false;
    const names = new Set(nodes.filter(({ kind }) => kind === 'name').map(({ text }) => text));
    if (names.size === 0 || nodes.some(({ type }) => type === 'named_expression'))
        return false;
    const bound = model.bindings.some(({ name, node, origin }) => names.has(name) && origin !== 'parameter' && loopBody(loop, node));
    return !bound && ![...model.root.walk()].some((node) => mayChange(node, names, loop));
}
function loopBody(loop, node) {
    return loop.contains(node) && loop.get('initializer')?.contains(node) !== true;
}
/** In the loop: assignments, and calls that get the value. In other functions, which the loop may call: assignments. */
function mayChange(node, names, loop) {
    const here = loopBody(loop, node);
    const elsewhere = !here && [...node.ancestors()].some(({ kind }) => kinds_functionKinds.has(kind)) && !sameFunction(node, loop);
    if (!here && !elsewhere)
        return false;
    if (here && (node.kind === 'call' || node.type === 'delete_statement'))
        return mentions(node, names);
    if (node.kind === 'update')
        return mentions(node, names);
    return (node.kind === 'assignment' || node.kind === 'augmented') && mentions(node.get('left'), names);
}
function sameFunction(one, other) {
    const around = (node) => [...node.ancestors()].find(({ kind }) => kinds_functionKinds.has(kind));
    return around(one) === around(other);
}
function mentions(node, names) {
    return node !== undefined && [...node.walk()].some(({ kind, text }) => kind === 'name' && names.has(text));
}
function endsProcess(node) {
    return node.kind === 'call' && /^(?:process\.exit|sys\.exit|exit|quit)$/.test(callee(node)?.text ?? '');
}
/** Chains of `if` whose later branch asks what an earlier one has asked. */
function repeatedBranches(model) {
    const found = [];
    for (const node of model.root.walk()) {
        if (node.kind !== 'if' || node.parent?.kind === 'else')
            continue;
        const asked = new Set();
        for (const branch of control_chain(node)) {
            const condition = rule_conditionOf(branch);
            if (condition === undefined || [...condition.walk()].some(({ kind }) => kind === 'call'))
                continue;
            const key = compact(condition);
            if (asked.has(key))
                found.push({ key, node: branch });
            asked.add(key);
        }
    }
    return found;
}
/** Nothing but a way out, which several reasons may have. */
function isExit(body) {
    const [only, ...more] = body.kind === 'block' ? body.parts : [body];
    return more.length === 0 && only !== undefined && /^(?:return|continue|break|throw)$/.test(only.kind);
}
/** Neighbouring branches of a chain of `if`, or the arms of a conditional expression, that do the same. */
function alikeBranches(model) {
    const found = [];
    const compare = (one, next) => {
        if (one === undefined || next === undefined || compact(one) !== compact(next) || isExit(one))
            return;
        // Those that were alike before may be changed alike.
        found.push({ key: 'alike', node: next });
    };
    for (const node of model.root.walk()) {
        const [one, other] = node.kind === 'ternary' ? (armsOf(node) ?? []) : [];
        compare(one, other);
        if (node.kind !== 'if' || node.parent?.kind === 'else')
            continue;
        const branches = [...control_chain(node)];
        const last = branches.flatMap(({ children }) => children.filter(({ kind }) => kind === 'else')).at(-1);
        const otherwise = last === undefined || last.parts.at(-1)?.kind === 'if' ? [] : [last.get('body') ?? last.parts[0]];
        const bodies = [...branches.map((branch) => branch.get('consequence')), ...otherwise];
        for (const [at, body] of bodies.entries())
            compare(body, bodies[at + 1]);
    }
    return found;
}
function* control_chain(first) {
    yield first;
    for (const child of first.children) {
        if (child.kind === 'elif')
            yield child;
        const next = child.kind === 'else' ? child.parts[0] : undefined;
        if (next?.kind === 'if')
            yield* control_chain(next);
    }
}
const controlRules = [
    introducing({ id: 'constant-condition', severity: 'high', category: 'bug' }, (model) => findIn(model, decidedBefore, (node) => `${node.kind} ${compact(rule_conditionOf(node) ?? node)}`), (node) => `the condition \`${(0,printable/* printable */.g)((rule_conditionOf(node) ?? node).text, 60)}\` is always the same`),
    introducing({ id: 'unreachable', severity: 'high', category: 'bug' }, unreachable, () => 'this statement is never reached'),
    introducing({ id: 'endless-loop', severity: 'high', category: 'bug' }, endless, () => 'nothing ends this loop'),
    introducing({ id: 'repeated-condition', severity: 'medium', category: 'bug' }, repeatedBranches, (node) => `an earlier branch has asked \`${(0,printable/* printable */.g)(rule_conditionOf(node)?.text ?? '', 60)}\``),
    introducing({ id: 'same-branches', severity: 'medium', category: 'bug' }, alikeBranches, () => 'two branches beside one another do the same'),
];
function inLoop(node) {
    for (const outer of node.ancestors()) {
        if (kinds_functionKinds.has(outer.kind))
            return false;
        if (loopKinds.has(outer.kind) && outer.get('right', 'initializer')?.contains(node) !== true)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/dist/fix/review/rules/literals.js





/** One literal for another of its kind: what a constant was wrong by, not a new case. */
function replaces({ removed, added }) {
    const [was, is] = [removed[0], added[0]];
    if (removed.length !== 1 || added.length !== 1 || was === undefined || is === undefined)
        return undefined;
    if (was.kind !== is.kind || (is.kind !== 'number' && is.kind !== 'string'))
        return undefined;
    const [from, to] = [literalValue(was) ?? '', literalValue(is) ?? ''];
    if (is.kind === 'number')
        return Math.abs(Number(from.slice(2)) - Number(to.slice(2))) <= 1 ? 'neighbour' : 'other';
    return similarity(from.slice(2), to.slice(2)) >= alikeEnough ? 'neighbour' : 'other';
}
/** The literal with its sign and parentheses, and the lists that it is an element of. */
function* wholes(node) {
    yield node;
    const { parent } = node;
    if (parent !== undefined && ['sign', 'parenthesized', 'list'].includes(parent.kind))
        yield* wholes(parent);
}
const equalities = /^(?:===?|!==?|in|not in|is|is not)$/;
const lookups = /^(?:includes|indexOf|has|get|count|index|find|equals|isin|localeCompare|__eq__|__contains__)$/;
/** Whether the value decides what the input is compared with (`case`), or only takes part in an expression. */
function literals_compared(literal) {
    const { parent } = literal;
    if (parent?.kind === 'comparison') {
        if (!equalities.test(operatorOf(parent)))
            return 'part';
        const other = parent.parts.map(rule_unwrap).find((part) => part !== literal && !part?.contains(literal));
        return isInput(other) ? 'case' : 'part';
    }
    if (parent?.kind === 'case' && parent.get('value') === literal)
        return 'case';
    if (parent?.type === 'case_pattern')
        return 'case';
    if (parent?.kind === 'pair' && parent.get('key') === literal) {
        let use = parent.parent?.parent;
        while (use?.kind === 'parenthesized')
            use = use.parent;
        return use?.kind === 'index' || (use?.kind === 'member' && lookups.test(lastName(use))) ? 'case' : 'part';
    }
    if (parent?.kind === 'member' && literal.field === 'object' && lookups.test(lastName(parent)))
        return 'case';
    return undefined;
}
/** What a test hands in, or its size; not what a computation makes of it, such as a remainder. */
function isInput(node) {
    if (node === undefined)
        return false;
    if (node.kind === 'call')
        return /^(?:len|str|repr|tuple|list|String|Number|JSON\.stringify)$/.test(callee(node)?.text ?? '');
    return node.kind === 'name' || node.kind === 'member' || node.kind === 'index' || node.type === 'slice';
}
function lastName(member) {
    return member.get('property', 'attribute')?.text ?? '';
}
/** The value is what a function returns, alone or as an arm or part of it. */
function literals_returned(literal) {
    let node = literal;
    for (let { parent } = node; parent !== undefined; { parent } = node) {
        if (parent.kind === 'return')
            return true;
        if (kinds_functionKinds.has(parent.kind))
            return node.field === 'body';
        const arm = parent.kind === 'ternary' && !isTest(node, parent);
        if (!arm && !['list', 'parenthesized', 'sign', 'logical'].includes(parent.kind))
            return false;
        node = parent;
    }
    return false;
}
function isTest(node, ternary) {
    return node.field === 'condition' || (ternary.type === 'conditional_expression' && ternary.parts[1] === node);
}
/** A value that the program's text has, comments and documentation included. */
function isKnown(value, { before }, known) {
    if (known.has(value))
        return true;
    if (value.startsWith('n:')) {
        const digits = value.slice(2).replace('-', '').replaceAll('.', '\\.');
        return (known.has(`n:${value.slice(2).replace('-', '')}`) ||
            new RegExp(`(?<![\\w.])${digits}(?![\\w.]*\\d)`).test(before.text));
    }
    return value.startsWith('s:') && value.length > 3 && before.text.includes(value.slice(2));
}
function judge(literal, whole, value) {
    const shown = `\`${(0,printable/* printable */.g)(literal.text, 40)}\``;
    const use = literals_compared(whole);
    // A single character is what text is taken apart with: it says little.
    const short = value.startsWith('s:') && [...value.slice(2)].length <= 1;
    if (use === 'case' && !short)
        return { message: `the code asks for ${shown}, a value of its tests`, severity: 'critical' };
    if (use !== undefined)
        return { message: `the code compares with ${shown}, a value of its tests` };
    if (!literals_returned(whole))
        return undefined;
    if (short || literal !== whole)
        return { message: `the code returns ${shown}, a value of its tests` };
    return { message: `the code answers with ${shown}, a value of its tests`, severity: 'critical' };
}
/** Answers that are made for the tests: a patch that knows their values and not the rule behind them. */
const specialCase = {
    id: 'special-case',
    severity: 'medium',
    category: 'overfitting',
    check(file) {
        const known = literals_literalsOf(file.before.root);
        const remarks = new Map();
        for (const hunk of file.hunks) {
            const replacement = replaces(hunk);
            if (replacement === 'neighbour')
                continue;
            for (const token of hunk.added) {
                if (token.kind !== 'number' && token.kind !== 'string')
                    continue;
                const all = [...wholes(token)];
                const whole = all.at(-1) ?? token;
                for (const literal of all) {
                    const value = literalValue(literal);
                    if (value === undefined || isCommon(value) || !file.testLiterals.has(value))
                        continue;
                    if (isKnown(value, file, known))
                        continue;
                    const remark = judge(literal, whole, value);
                    if (remark === undefined)
                        continue;
                    const severity = replacement === 'other' ? 'medium' : (remark.severity ?? 'medium');
                    if (remarks.get(literal.line)?.severity === 'critical')
                        continue;
                    remarks.set(literal.line, { ...remark, line: literal.line, severity });
                }
            }
        }
        return [...remarks.values()];
    },
};

;// CONCATENATED MODULE: ./build/dist/fix/review/rules/machinery.js


/** What ends or steers the process that tells the verdicts. */
const steers = /^(?:process\.(?:exit|exitCode|abort|kill|reallyExit|binding|send)|sys\.(?:exit|modules|settrace|setprofile|_getframe|monitoring|meta_path)|os\.(?:_exit|abort|kill)|signal\.(?:alarm|raise_signal)|require\.cache|atexit\.register|gc\.get_objects)$/;
/** Globals of test frameworks; programs may have words of their own like these, so only names that nothing binds. */
const frameworkNames = /^(?:describe|expect|beforeEach|beforeAll|afterEach|afterAll|jest|vi|vitest|pytest|unittest|exit|quit|__hone\w*)$/;
const frameworkModules = /^(?:node:test|vitest|@jest\/.*|jest|mocha|chai|sinon|pytest|_pytest|unittest|unittest\.mock)$/;
/** How a program finds out that it is being tested. */
const underTest = /\b(?:NODE_TEST_CONTEXT|VITEST\w*|JEST_WORKER_ID|PYTEST_\w+|NODE_ENV|__hone\w*|HONE_\w+|_pytest|\/proc\/self)\b/;
const shared = /^(?:globalThis|global|window|builtins|__builtins__|sys|os|process|console|Math|JSON|Reflect|Object|Array|String|Number|Boolean|Function|Promise|Map|Set|WeakMap|Date|RegExp|Error|Symbol)$/;
function isBound({ bindings }, node) {
    return bindings.some(({ name, region }) => name === node.text && region.contains(node));
}
/** The first name of a chain of members, unless it is a variable of the program's own, such as a `window` of values. */
function foreignRoot(chain, { bindings }) {
    let root = chain;
    while (root !== undefined && root.kind !== 'name')
        root = root.get('object', 'value');
    if (root === undefined)
        return undefined;
    const { text } = root;
    const own = bindings.some(({ name, region, origin }) => name === text && origin !== 'import' && region.contains(root));
    return own ? undefined : text;
}
function steersProcess(node, model) {
    if (node.kind === 'member' && steers.test(node.text.replace(/\s|\?/g, '')))
        return foreignRoot(node, model) !== undefined;
    if (node.kind === 'name' && frameworkNames.test(node.text) && node.parent?.kind !== 'keyword')
        return !isBound(model, node);
    if (node.kind === 'string')
        return underTest.test(node.text) || (importsHere(node) && frameworkModules.test(inner(node)));
    if (node.type === 'dotted_name' && importsHere(node))
        return frameworkModules.test(node.text);
    return node.kind === 'property' && underTest.test(node.text);
}
/** `Array.prototype.map = ...`, `builtins.len = ...`: what tests compare with is changed under them. */
function changesShared(node, model) {
    if (node.kind !== 'assignment' && node.kind !== 'augmented')
        return false;
    const target = node.get('left');
    if (target?.kind !== 'member' && target?.kind !== 'index')
        return false;
    return shared.test(foreignRoot(target, model) ?? '');
}
function inner({ text }) {
    return text.replace(/^\w*["'`]+|["'`]+$/g, '');
}
function importsHere(node) {
    const call = node.parent?.kind === 'arguments' ? node.parent.parent : undefined;
    if (call !== undefined)
        return /^(?:require|import|__import__|importlib\.import_module)$/.test(callee(call)?.text ?? '');
    return [...node.ancestors()].some(({ type }) => /^(?:import|export).*_statement$/.test(type));
}
const machinery_runners = /^(?:eval|__import__|child_process\..+|subprocess\..+|os\.(?:system|popen|startfile|exec\w+|spawn\w+|posix_spawn\w*)|pty\.spawn|vm\.\w+|importlib\.import_module|(?:globalThis|window|builtins)\.(?:eval|exec|Function))$/;
const importedRunners = /^(?:exec|execSync|execFile|execFileSync|spawn|spawnSync|fork|Popen|check_output|check_call|system|popen)$/;
const runnerModules = /^(?:(?:node:)?(?:child_process|vm|worker_threads|cluster)|subprocess|pty|ctypes|multiprocessing)$/;
function runsCode(node, model) {
    if (node.kind === 'string')
        return importsHere(node) && runnerModules.test(inner(node));
    if (node.type === 'dotted_name')
        return importsHere(node) && runnerModules.test(node.text);
    if (node.kind !== 'call' && node.kind !== 'new')
        return false;
    const called = callee(node);
    if (called === undefined)
        return false;
    if (called.kind !== 'name')
        return machinery_runners.test(called.text.replace(/\s/g, ''));
    const binding = model.bindings.find(({ name, region }) => name === called.text && region.contains(called));
    if (binding?.origin === 'import')
        return importedRunners.test(called.text);
    if (binding !== undefined)
        return false;
    const own = model.language === 'python' ? /^(?:exec|compile)$/ : /^Function$/;
    return machinery_runners.test(called.text) || own.test(called.text);
}
function written(node) {
    return node.kind === 'member' && /^(?:process|sys)\.(?:stdout|stderr)$/.test(node.text);
}
const machineryRules = [
    introducing({ id: 'test-machinery', severity: 'critical', category: 'security' }, (model) => findIn(model, (node) => steersProcess(node, model) || changesShared(node, model)), (node) => `\`${(0,printable/* printable */.g)(compact(node), 60)}\` reaches for what runs the tests or is shared with them`),
    introducing({ id: 'runs-code', severity: 'critical', category: 'security' }, (model) => findIn(model, (node) => runsCode(node, model)), (node) => `\`${(0,printable/* printable */.g)(compact(node), 60)}\` runs code or programs`),
    introducing({ id: 'writes-stream', severity: 'medium', category: 'security' }, (model) => findIn(model, written), () => 'this writes to a stream that test results may pass through'),
];

;// CONCATENATED MODULE: ./build/dist/fix/review/global-names.js
const global_names_ecmascript = new Set([
    ...Object.getOwnPropertyNames(globalThis),
    ...['arguments', 'require', 'module', 'exports', '__dirname', '__filename', 'global', 'window', 'document', 'self'],
    ...['localStorage', 'sessionStorage', 'alert', 'location', 'history', 'undefined', 'eval', 'async', 'of', 'let'],
    ...[
        'HTMLElement',
        'Element',
        'Node',
        'XMLHttpRequest',
        'requestAnimationFrame',
        'cancelAnimationFrame',
        'Deno',
        'Bun',
    ],
]);
const global_names_python = new Set(`abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright
  credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash
  help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open
  ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type
  vars zip __import__ __name__ __file__ __doc__ __package__ __spec__ __loader__ __builtins__ __debug__ __class__
  __annotations__ __dict__ __path__ NotImplemented Ellipsis self cls _ None True False
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
  BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
  ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup
  FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
  IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
  ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning
  PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError
  RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError
  TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning
  UserWarning ValueError Warning ZeroDivisionError`.split(/\s+/));
/** Names that are there without being defined or imported. */
function globalNames(language) {
    return language === 'python' ? global_names_python : global_names_ecmascript;
}

;// CONCATENATED MODULE: ./build/dist/fix/review/rules/names.js



function unresolved(model) {
    const regions = new Map();
    for (const { name, region } of model.bindings)
        regions.set(name, [...(regions.get(name) ?? []), region]);
    const globals = globalNames(model.language);
    return findIn(model, (node) => {
        if (node.kind !== 'name' || globals.has(node.text) || isLabel(node))
            return false;
        return !(regions.get(node.text) ?? []).some((region) => region.contains(node));
    });
}
/** Names of keyword arguments and of what an import takes from its module. */
function isLabel(node) {
    if (node.parent?.kind === 'keyword')
        return node.field === 'name';
    return [...node.ancestors()].some(({ type }) => /^(?:import|export|future_import)/.test(type));
}
/** A file that takes all names of other modules in: nothing can be said of a name. */
function isOpen({ root }) {
    return [...root.walk()].some(({ type }) => type === 'wildcard_import');
}
function usesOf(model) {
    const binders = new Set(model.bindings.map(({ node }) => node));
    const uses = new Map();
    for (const node of model.root.walk()) {
        if (node.kind !== 'name' || binders.has(node) || isLabel(node))
            continue;
        uses.set(node.text, (uses.get(node.text) ?? 0) + 1);
    }
    return uses;
}
function isInner({ region, name, origin }) {
    if (name.startsWith('_') || name === 'self' || name === 'cls')
        return false;
    return (origin === 'local' || origin === 'parameter') && region.kind !== 'program' && region.kind !== 'class';
}
/** Names that the patch leaves without any use, though they had one or are its own. */
function unused({ before, after }) {
    const [usedBefore, usedAfter] = [usesOf(before), usesOf(after)];
    const boundBefore = new Set(before.bindings.map(({ name }) => name));
    const seen = new Set();
    return after.bindings.filter((binding) => {
        const { name } = binding;
        if (!isInner(binding) || seen.has(name) || (usedAfter.get(name) ?? 0) > 0)
            return false;
        seen.add(name);
        return (usedBefore.get(name) ?? 0) > 0 || !boundBefore.has(name);
    });
}
const nameRules = [
    {
        id: 'undefined-name',
        severity: 'high',
        category: 'bug',
        check(file) {
            if (isOpen(file.after))
                return [];
            // A name that was unknown before comes from somewhere this cannot see.
            const before = new Set(unresolved(file.before).map(({ key }) => key));
            return introduced(file, unresolved)
                .filter(({ text }) => !before.has(text))
                .map(({ line, text }) => ({ line, message: `nothing defines \`${(0,printable/* printable */.g)(text, 40)}\` here` }));
        },
    },
    {
        id: 'unused-name',
        severity: 'low',
        category: 'style',
        check: (file) => unused(file).map(({ name, node, origin }) => ({
            line: node.line,
            message: `nothing uses \`${(0,printable/* printable */.g)(name, 40)}\` any more`,
            // A function that looks no longer at what it is given may have been fitted to its tests.
            ...(origin === 'parameter' ? { severity: 'medium' } : {}),
        })),
    },
];

;// CONCATENATED MODULE: ./build/dist/fix/review/rules/shape.js




const searches = /^(?:includes|indexOf|lastIndexOf|find|findIndex|findLast|filter|some|every|index|count)$/;
/** A search through a list that is repeated in a loop. */
function searchesInLoop(node) {
    if (node.kind !== 'call' || !inLoop(node))
        return false;
    const called = callee(node);
    return called?.kind === 'member' && searches.test(called.get('property', 'attribute')?.text ?? '');
}
/** Columns over the file's longest line that a new line may have. */
const overhang = 20;
function shape_longestLine(text) {
    return text.split('\n').reduce((longest, line) => Math.max(longest, line.length), 0);
}
const shapeRules = [
    introducing({ id: 'nested-search', severity: 'low', category: 'performance' }, (model) => findIn(model, searchesInLoop, (node) => callee(node)?.text ?? ''), () => 'a list is searched anew in every turn of a loop'),
    {
        id: 'long-line',
        severity: 'low',
        category: 'style',
        check({ before, after }) {
            const limit = Math.max(80, shape_longestLine(before.text) + overhang);
            return after.text
                .split('\n')
                .flatMap((line, index) => line.length > limit ? [{ line: index + 1, message: `this line has ${line.length} characters` }] : []);
        },
    },
];
/** What other modules may rely on and find changed. */
async function signatureRemarks({ before, after }) {
    const was = await (0,code/* parse */.qg)(before.language, before.text, before.path);
    const is = await (0,code/* parse */.qg)(after.language, after.text, after.path);
    try {
        return (0,code/* diffSymbols */.LI)(was, is)
            .filter(({ kind }) => kind !== 'added')
            .map(({ line, reason, name, breaking }) => ({
            line,
            message: `\`${(0,printable/* printable */.g)(name, 40)}\`: ${(0,printable/* printable */.g)(reason, 160)}`,
            severity: breaking ? 'medium' : 'low',
        }));
    }
    finally {
        was.dispose();
        is.dispose();
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/review/index.js










const rules = [
    specialCase,
    ...checkRules,
    ...controlRules,
    ...machineryRules,
    ...nameRules,
    ...shapeRules,
];
const refusing = new Set(['high', 'critical']);
const order = ['critical', 'high', 'medium', 'low'];
/**
 * Reviews patches by fixed rules: the same patch, the same verdict. Only what a patch brings in counts, not what the
 * files had before. A finding of severity `high` or `critical` refuses it. Files in languages that Hone does not read
 * are only held against the list of test files. Reads the old texts and the tests once for all patches.
 */
function openReview(input) {
    const testPaths = new Set([...Object.keys(input.testTexts), ...input.failing.map(({ file }) => file)]);
    const originals = new Map();
    let literals;
    const known = (path, before) => {
        const key = `${path}\n${before}`;
        const model = originals.get(key) ?? modelOf(path, before);
        originals.set(key, model);
        return model;
    };
    return async (files) => {
        const findings = [];
        for (const file of files) {
            if (file.before === file.after)
                continue;
            if (testPaths.has(file.path) || input.isTestFile(file.path))
                findings.push(touchesTests(file));
            literals ??= testLiterals(input.testTexts);
            findings.push(...(await reviewFile(file, await known(file.path, file.before), await literals)));
        }
        findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
        return { verdict: findings.some(({ severity }) => refusing.has(severity)) ? 'reject' : 'accept', findings };
    };
}
function touchesTests({ path }) {
    return {
        rule: 'touches-tests',
        severity: 'critical',
        category: 'overfitting',
        file: path,
        line: 1,
        message: 'a repair leaves the tests as they are',
    };
}
async function reviewFile({ path, after }, was, literals) {
    const is = await modelOf(path, after);
    if (was === undefined)
        return [];
    if (is === undefined) {
        return [
            { rule: 'broken-syntax', severity: 'high', category: 'bug', file: path, line: 1, message: 'does not parse' },
        ];
    }
    const patched = {
        before: was,
        after: is,
        hunks: differenceOf(tokensOf(was.root), tokensOf(is.root)),
        testLiterals: literals,
    };
    const findings = rules.flatMap((rule) => rule.check(patched).map((remark) => findingOf(rule, remark, path)));
    const signature = { id: 'signature-changed', severity: 'medium', category: 'bug' };
    for (const remark of await signatureRemarks(patched))
        findings.push(findingOf(signature, remark, path));
    return findings;
}
function findingOf(rule, { line, message, severity }, file) {
    return { rule: rule.id, severity: severity ?? rule.severity, category: rule.category, file, line, message };
}
/** Undefined: in no language that Hone reads, too large, or with broken syntax. */
async function modelOf(path, text) {
    const language = (0,code/* languageOf */.eX)(path, text);
    if (language === undefined)
        return undefined;
    try {
        return await readModel({ path, language, text });
    }
    catch (error) {
        if (error instanceof code/* ParseLimitError */.DW)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/attempts.js


/** Attempts with their patches and scores, in the order given. `originals`: the texts before, by path. */
async function toAttempts(confirmed, originals) {
    const green = confirmed.filter(({ confirmation }) => confirmation.green);
    const fastestMs = Math.min(...green.map(({ confirmation }) => confirmation.durationMs));
    return Promise.all(confirmed.map(async ({ found, confirmation, review, cluster }) => {
        const { candidate, texts } = found;
        const files = Object.entries(texts).map(([path, after]) => ({ path, before: originals.get(path) ?? '', after }));
        const { passed, total } = confirmation.tests;
        const score = scoreAttempt({
            ...{ passed, total },
            coverage: confirmation.coverage,
            findings: review.findings,
            patch: await patchFacts(files),
            durationMs: confirmation.durationMs,
            fastestMs: Number.isFinite(fastestMs) ? fastestMs : confirmation.durationMs,
        });
        return {
            id: candidate.id,
            strategy: candidate.template,
            context: candidate.context,
            file: candidate.file,
            line: candidate.line,
            function: candidate.function,
            prior: candidate.prior,
            rank: found.rank,
            patch: await (0,git/* patchBetween */.NV)(files),
            texts,
            tests: confirmation.tests,
            green: confirmation.green,
            reasons: confirmation.reasons,
            durationMs: confirmation.durationMs,
            coverage: confirmation.coverage,
            review,
            // Its tests may pass and those of another test program of the command fail.
            score: confirmation.green ? score : { ...score, total: 0 },
            cluster,
        };
    }));
}

;// CONCATENATED MODULE: ./build/dist/fix/choose.js
/**
 * Agreement that a repair needs to be proposed at all: of those that behave differently; where behaviour could not be
 * compared, because candidates that behave alike are told apart then; and of one that stands alone against doubt.
 */
const majorities = {
    behaviour: 0.55,
    text: 0.45,
    single: 0.55,
    none: 1,
};
/** And to be proposed without a person's look. */
const neededAgreement = 0.7;
/** A documented example that a candidate breaks all but rules it out. */
const brokenExample = 0.02;
/** A pair comes by what its halves repaired, which its own prior does not know: most of it. */
const pairPrior = 0.01;
/**
 * Edits that pass by luck more often than the order in which they are tried says: of 309 repairs in four sets of bugs
 * whose plausible candidates were all judged by hidden tests, the ones with enough cases to tell.
 */
const lucky = { 'literal-step': 0.45, 'drop-operand': 0.7 };
/**
 * What speaks for a candidate beside the search's own order, as powers of e, near what a logistic regression gave over
 * the plausible candidates of HumanEvalFix's development half and of bugs of our own: repairs that mend no more than the visible tests change
 * little else, behave as many others do, and break what else holds.
 */
const changeBonus = 0.4;
const distinctBonus = 0.4;
const brokenPropertyCost = 0.4;
/** Findings of the review that right repairs have less often than wrong ones. */
const doubtful = {
    'clause-removed': 0.3,
    'guard-removed': 0.3,
    'unused-name': 0.15,
    'only-removes': 0.5,
    'same-operands': 0.1,
    'same-branches': 0.1,
};
/** Belief in "none of them is right", as a weight: that of a most unlikely candidate found late. */
const doubt = 3e-4;
/**
 * Orders plausible candidates: those that behave alike stand together, the cluster with most weight first. A candidate
 * weighs what the search thought of it (suspiciousness, template, naturalness, how early it came), more when it changes
 * what the program does beyond the tests, less when it breaks documented examples or the review doubts it. The size of a cluster alone misleads:
 * many ways lead to the same overfitting (measured on the development half of `npm run bench:repair`).
 */
function rank(found, observed, reviews) {
    const weights = new Map(found.map((one) => [one.candidate.id, weightOf(one, observed, reviews.get(one.candidate.id)?.findings ?? [])]));
    const weight = (one) => weights.get(one.candidate.id) ?? 0;
    // Of those that behave alike, what was learned says which a person would have written.
    const likely = (one) => weight(one) * (one.candidate.learned ?? 1);
    const clusters = grouped(found, observed)
        .map((members) => [...members].sort((a, b) => likely(b) - likely(a) || a.rank - b.rank))
        .sort((a, b) => total(b, weight) - total(a, weight) || (a[0]?.rank ?? 0) - (b[0]?.rank ?? 0));
    const all = total(found, weight) + doubt;
    const agreement = found.length === 0 ? undefined : total(clusters[0] ?? [], weight) / all;
    const compared = observed !== undefined && observed.inputs > 0;
    return {
        clusters,
        consensus: {
            agreement,
            method: found.length === 0 ? 'none' : found.length === 1 ? 'single' : compared ? 'behaviour' : 'text',
            inputs: observed?.inputs ?? 0,
            clusters: clusters.length,
            textAgreement: textAgreement(found),
        },
    };
}
function weightOf({ candidate, rank }, observed, findings) {
    const broken = observed?.examples.get(candidate.id)?.broken ?? 0;
    const { changed = 0, distinct = 0, properties = 0 } = observed?.traits.get(candidate.id) ?? {};
    // What was learned is which edits repair bugs, not which behaviour is right: some edits often pass by luck.
    const own = candidate.prior / (candidate.learned ?? 1);
    const prior = candidate.parents === undefined ? own : Math.min(own, pairPrior);
    const luck = lucky[candidate.template] ?? 1;
    const traits = changeBonus * changed + distinctBonus * distinct - (properties > 0 ? brokenPropertyCost : 0);
    const doubts = findings.reduce((product, { rule }) => product * (doubtful[rule] ?? 1), 1);
    return luck * (prior / Math.sqrt(rank)) * Math.exp(traits) * doubts * (broken > 0 ? brokenExample : 1);
}
function total(members, weight) {
    return members.reduce((sum, one) => sum + weight(one), 0);
}
/** By behaviour where it was compared; else each text is its own group. */
function grouped(found, observed) {
    const byId = new Map(found.map((one) => [one.candidate.id, one]));
    const groups = [];
    for (const ids of observed?.clusters ?? []) {
        const members = ids.flatMap((id) => byId.get(id) ?? []);
        for (const id of ids)
            byId.delete(id);
        if (members.length > 0)
            groups.push(members);
    }
    const byText = new Map();
    for (const one of byId.values())
        byText.set(normalised(one), [...(byText.get(normalised(one)) ?? []), one]);
    return [...groups, ...byText.values()];
}
/** Largest share of equal texts, white space aside. */
function textAgreement(found) {
    if (found.length === 0)
        return undefined;
    const counts = new Map();
    for (const one of found)
        counts.set(normalised(one), (counts.get(normalised(one)) ?? 0) + 1);
    return Math.max(...counts.values()) / found.length;
}
/** White space folded, and of `b > a` and `a < b` the one for the other. */
function normalised({ texts }) {
    const fold = (text) => text.replace(/\s+/g, ' ').replace(greater, '$3 <$2 $1');
    return JSON.stringify(Object.entries(texts).map(([file, text]) => [file, fold(text)]));
}
/** A comparison of two plain operands: names with their members and elements, numbers. */
const operand = String.raw `[\p{L}\p{N}_$#.]+(?:\[[^\[\]]*\]|\.[\p{L}\p{N}_$#]+)*`;
const greater = new RegExp(`(${operand}) >(=?) (${operand})`, 'gu');

;// CONCATENATED MODULE: ./build/dist/fix/conclude.js


/** Points by which another of the same behaviour has to be better to be taken before the likeliest. */
const clearlyBetter = 5;
/** What comes of the attempts: which one is proposed, if any, and with how much doubt. */
function conclude({ minCoverage }, { failing, left = [] }, attempts, { clusters, consensus }) {
    const sorted = inOrder(attempts, clusters);
    const [first] = sorted;
    if (first === undefined || !first.green) {
        const reason = first === undefined
            ? 'no candidate turned the failing tests green'
            : `${attempts.length} candidates passed in the search, none with the whole suite: ${first.reasons[0] ?? ''}`;
        return { status: 'unfixed', reason, winner: undefined, attempts: sorted, consensus };
    }
    const agreement = consensus.agreement ?? 0;
    const suite = left.length === 0 ? 'the whole suite' : `all but ${(0,layout/* counted */.hS)(left.length, 'test')}`;
    const needed = majorities[consensus.method];
    if (agreement < needed) {
        const apart = consensus.method === 'text' ? 'could not be compared' : 'behave differently';
        const reason = consensus.method === 'single'
            ? `one candidate passes ${suite}, too unlikely a one to be proposed: ${conclude_placeOf(first)}`
            : `candidates pass ${suite} and ${apart}, none with ` +
                `enough agreement (${percent(agreement)}, ${percent(needed)} is needed): a person has to choose`;
        return { status: 'review', reason, winner: undefined, attempts: sorted, consensus };
    }
    const doubts = [...leftDoubt(left), ...doubtsOf(first, consensus, minCoverage)];
    const turned = left.length === 0 ? 'every test' : (0,layout/* counted */.hS)(failing.length, 'failing test');
    const proved = `${conclude_placeOf(first)} turns ${turned} green`;
    return {
        status: doubts.length === 0 ? 'fixed' : 'review',
        reason: doubts.length === 0 ? proved : `${proved}, but ${doubts.join(', and ')}`,
        ...{ winner: first, attempts: sorted, consensus },
    };
}
/** Green ones first, then by cluster; of one behaviour the likeliest, unless another scores clearly better. */
function inOrder(attempts, clusters) {
    const belief = new Map(clusters.flat().map(({ candidate }, at) => [candidate.id, at]));
    const clusterOf = ({ cluster }) => cluster ?? clusters.length;
    const sorted = [...attempts].sort((a, b) => Number(b.green) - Number(a.green) ||
        clusterOf(a) - clusterOf(b) ||
        (belief.get(a.id) ?? 0) - (belief.get(b.id) ?? 0));
    const [likeliest] = sorted;
    if (likeliest === undefined)
        return sorted;
    const rivals = sorted.filter((one) => one.green === likeliest.green && clusterOf(one) === clusterOf(likeliest));
    const best = rivals.reduce((top, one) => (steadyScore(one) > steadyScore(top) ? one : top), likeliest);
    if (steadyScore(best) - steadyScore(likeliest) < clearlyBetter)
        return sorted;
    return [best, ...sorted.filter((one) => one !== best)];
}
/** The score without speed: how long one run took depends on what else the machine did. */
function steadyScore({ score }) {
    return score.total - 10 * score.speed;
}
function conclude_placeOf({ strategy, texts, file, line }) {
    const files = Object.keys(texts);
    return `${strategy} in ${files.length > 1 ? files.join(' and ') : `${file}:${line}`}`;
}
function leftDoubt(left) {
    if (left.length === 0)
        return [];
    return [`what it changes is not run by ${(0,layout/* counted */.hS)(left.length, 'other')} that still fail, such as ${left[0]}`];
}
function doubtsOf(winner, { agreement = 0, method }, minCoverage) {
    const doubts = [];
    if (agreement < neededAgreement) {
        doubts.push(method === 'single'
            ? `it is an unlikely one (${percent(agreement)})`
            : `only ${percent(agreement)} of what passes behaves like it`);
    }
    if (minCoverage !== undefined && (winner.coverage ?? 0) < minCoverage) {
        const known = winner.coverage === undefined ? 'is not known' : `is ${percent(winner.coverage)}`;
        doubts.push(`coverage ${known}, at least ${percent(minCoverage)} is asked for`);
    }
    return doubts;
}
function percent(share) {
    return `${Math.round(share * 100)}%`;
}

;// CONCATENATED MODULE: ./build/dist/fix/coverage.js

const coverage_statement = /_statement$|^(?:lexical_declaration|variable_declaration)$/;
const coverage_whole = /^(?:import_statement|import_from_statement|export_statement|statement_block|empty_statement)$/;
/**
 * Share of the lines with statements in these files that any test executes, in [0, 1]; undefined when no framework
 * tells, or there is no such line.
 */
async function lineCoverage(texts, coverage) {
    if (coverage.tests.size === 0)
        return undefined;
    let all = 0;
    let executed = 0;
    for (const [path, text] of Object.entries(texts)) {
        const lines = await statementLines(path, text);
        const ran = new Set(coverage.loaded.get(path));
        for (const files of coverage.tests.values())
            for (const line of files.get(path) ?? [])
                ran.add(line);
        all += lines.size;
        executed += [...lines].filter((line) => ran.has(line)).length;
    }
    return all === 0 ? undefined : executed / all;
}
/** Lines of functions where a statement begins; documentation is none. */
async function statementLines(path, text) {
    const language = (0,code/* languageOf */.eX)(path);
    const lines = new Set();
    if (language === undefined)
        return lines;
    const file = await (0,code/* parse */.qg)(language, text, path);
    try {
        let depth = 0;
        const ends = [];
        (0,code/* walk */.GG)(file.root, (node) => {
            while (ends.length > 0 && node.startIndex >= (ends.at(-1) ?? 0)) {
                ends.pop();
                depth -= 1;
            }
            if (/function|method|lambda/.test(node.type) && node.childForFieldName('body') !== null) {
                depth += 1;
                ends.push(node.endIndex);
            }
            else if (depth > 0 && coverage_statement.test(node.type) && !coverage_whole.test(node.type) && !isText(node.firstNamedChild)) {
                lines.add(node.startPosition.row + 1);
            }
            return undefined;
        });
        return lines;
    }
    finally {
        file.dispose();
    }
}
function isText(node) {
    return node?.type === 'string';
}

;// CONCATENATED MODULE: ./build/dist/fix/confirm.js



/** Milliseconds to measure the coverage of one candidate. */
const mostCoverMs = 15_000;
/** How much longer a suite takes when it is measured, at least. */
const tracedAtBest = 1.5;
/** Runs every test on a candidate in a fresh sandbox; nothing that the search saw is taken as proof. */
async function confirm_confirm(found, inputs) {
    const { workspace, workshop, command, run, others = [], flaky, timeoutMs, signal } = inputs;
    const aborting = signal === undefined ? {} : { signal };
    const sandbox = await workshop.open(found.texts);
    try {
        const after = await runTests(sandbox, command, { timeoutMs, ...aborting });
        const changedTestFiles = await changedFiles(workspace, sandbox, testFiles(Object.keys(found.texts), run), run);
        const agreement = agree(run, after, { flaky, changedTestFiles });
        const reasons = agreement.green ? await againstIt(sandbox, others, signal) : agreement.reasons;
        const green = reasons.length === 0;
        const coverage = green ? await coverageOf(found, sandbox, after, inputs) : undefined;
        return {
            ...{ green, reasons, coverage },
            tests: {
                passed: passing(after).filter(({ id }) => !flaky.has(id)).length,
                total: Math.max(confirm_asked(after, flaky), confirm_asked(run, flaky)),
            },
            durationMs: after.durationMs,
        };
    }
    finally {
        await sandbox.destroy();
    }
}
/** How many tests have to pass: what is skipped was so before, and what is flaky tells nothing. */
function confirm_asked({ tests }, flaky) {
    return tests.filter(({ id, status }) => status !== 'skipped' && !flaky.has(id)).length;
}
/** Of the changed files; undefined where nothing tells, or where all tests would take too long to measure. */
async function coverageOf({ texts }, sandbox, run, { command, timeoutMs, testTimeoutMs, coverMs = mostCoverMs, signal }) {
    // It is a part of the score and no part of the proof: large suites have no time for it.
    const limit = Math.min(timeoutMs, mostCoverMs, coverMs);
    // It would have to be built once more, with source maps.
    if (buildsSources(command))
        return undefined;
    if (tracedAtBest * run.durationMs > limit)
        return undefined;
    const aborting = signal === undefined ? {} : { signal };
    const coverage = await coverTests(sandbox, command, run, { timeoutMs: limit, testTimeoutMs, ...aborting });
    return coverage.missing === undefined && coverage.unmeasured === 0 ? lineCoverage(texts, coverage) : undefined;
}
/** Test files whose bytes in the sandbox are not those of the work tree. */
async function changedFiles(workspace, sandbox, edited, run) {
    const files = [...new Set(run.tests.map(({ file }) => file))].filter((file) => file !== '');
    const texts = await workspace.read(files);
    const changed = new Set(edited);
    for (const [file, text] of texts)
        if ((await sandbox.read(file))?.toString('utf8') !== text)
            changed.add(file);
    return [...changed];
}

;// CONCATENATED MODULE: ./build/dist/fix/recheck.js

/** Runs that a repair is held against before it is proposed. */
const repeats = 2;
/** Of the time that is left, for all of them. */
const recheck_share = 0.2;
/**
 * Ids of failing tests that pass by now although nothing was repaired: they are flaky, which one more run at the
 * beginning did not show. None where that would take too long, or tests hang.
 */
async function passUnrepaired(session, { failing }, stop) {
    const { workshop, command } = session;
    const passed = new Set();
    const ids = failing.map(({ id }) => id);
    const files = [...new Set(failing.map(({ file }) => file))].filter((file) => file !== '');
    const only = canChoose(command, ids) ? { only: ids } : {};
    if (failing.some(({ status }) => status === 'timed-out'))
        return passed;
    const budgetMs = recheck_share * session.left();
    const began = performance.now();
    const sandbox = await workshop.open();
    try {
        for (let run = 0, slowest = 0; run < repeats; run += 1) {
            const leftMs = budgetMs - (performance.now() - began);
            if (leftMs < Math.max(1000, slowest))
                break;
            const signal = stop === undefined ? {} : { signal: stop };
            const { tests, durationMs } = await runTests(sandbox, command, { files, ...only, ...signal, timeoutMs: leftMs });
            slowest = Math.max(slowest, durationMs);
            for (const { id, status } of tests)
                if (status === 'passed' && ids.includes(id))
                    passed.add(id);
        }
    }
    finally {
        await sandbox.destroy();
    }
    return passed;
}

;// CONCATENATED MODULE: ./build/dist/fix/select.js








/**
 * Chooses among plausible candidates: compares how they behave, gives the most promising ones a sandbox of their own
 * and the whole suite, and takes the best of the heaviest cluster that stands.
 */
async function select_select(session, plan, shares, judged) {
    const found = merged(shares);
    const confirmed = new Map(shares.flatMap((share) => Object.entries(share.confirmed)));
    session.progress({ stage: 'comparing' });
    const observed = await judged.observe(found);
    const reviews = new Map();
    for (const one of found)
        reviews.set(one.candidate.id, await judged.review(one));
    session.progress({ stage: 'attempting' });
    const flaky = found.length === 0
        ? Promise.resolve(new Set())
        : passUnrepaired(session, plan.baseline, session.deps.signal);
    // Whatever ends the proofs first is what is told.
    flaky.catch(() => { });
    let standing = found;
    let ranking = rank(standing, observed, reviews);
    for (;;) {
        const next = finalists(ranking.clusters, session.request.candidates).filter(({ candidate }) => !confirmed.has(candidate.id));
        if (next.length === 0 || (session.left() < plan.baseline.durationMs && confirmed.size > 0))
            break;
        for (const [id, confirmation] of await confirmAll(session, plan, next))
            confirmed.set(id, confirmation);
        standing = standing.filter(({ candidate }) => confirmed.get(candidate.id)?.green !== false);
        ranking = rank(standing, observed, reviews);
    }
    const tested = found.filter(({ candidate }) => confirmed.has(candidate.id));
    const clusterOf = (one) => {
        const at = ranking.clusters.findIndex((cluster) => cluster.includes(one));
        return at === -1 ? undefined : at;
    };
    const reviewed = [];
    for (const one of tested) {
        const confirmation = confirmed.get(one.candidate.id);
        if (confirmation === undefined)
            continue;
        reviewed.push({ found: one, confirmation, review: await judged.review(one), cluster: clusterOf(one) });
    }
    const files = found.flatMap(({ texts }) => Object.keys(texts));
    const attempts = await toAttempts(reviewed, await session.workspace.read(files));
    const unknown = session.commands.length - 1 - (await otherTests(session)).length;
    const passing = await flaky;
    const notes = [
        ...(passing.size === 0 ? [] : [`${listed(passing)} passed when run again, unrepaired: flaky`]),
        ...(observed?.missing === undefined ? [] : [`behaviour was not wholly compared: ${observed.missing}`]),
        ...(unknown === 0 ? [] : [`not known of ${(0,layout/* counted */.hS)(unknown, 'other test program')}: whether it says what it said`]),
    ];
    const conclusion = conclude(session.request, plan.baseline, attempts, ranking);
    if (passing.size < plan.baseline.failing.length)
        return { ...conclusion, notes };
    const reason = `the tests that failed pass when run again: ${listed(passing)} ${passing.size > 1 ? 'are' : 'is'} flaky`;
    return { ...conclusion, status: 'nothing-to-fix', reason, winner: undefined, notes };
}
function listed(ids) {
    return [...ids].slice(0, 3).join(', ');
}
/** Of several runners: each candidate once, in the order of their ranks. */
function merged(shares) {
    const byId = new Map();
    for (const one of shares.flatMap(({ plausible }) => plausible)) {
        if (!byId.has(one.candidate.id))
            byId.set(one.candidate.id, one);
    }
    return [...byId.values()].sort((a, b) => a.rank - b.rank || (a.candidate.id < b.candidate.id ? -1 : 1));
}
/** The best of each cluster first, then the seconds: different behaviours are tried before equal ones. */
function finalists(clusters, count) {
    const chosen = [];
    const deepest = Math.max(0, ...clusters.map((cluster) => cluster.length));
    for (let depth = 0; depth < deepest && chosen.length < count; depth += 1) {
        for (const cluster of clusters) {
            const one = cluster[depth];
            if (one !== undefined && chosen.length < count)
                chosen.push(one);
        }
    }
    return chosen;
}
/** Of the time that is left when a proof begins, to measure coverage. */
const select_coverShare = 0.2;
/** How many times as long as one run two take that share the processors, at most. */
const atOnce = 2.2;
/** Two at once, as long as there is time for it. */
async function confirmAll(session, plan, found) {
    const { workspace, workshop, command, deps } = session;
    const { flaky, failedBefore = [], left = [] } = plan.baseline;
    const queue = [...found];
    const results = new Map();
    const run = plannedRun(plan);
    const others = await otherTests(session);
    const timeoutMs = Math.max(2000 + 1.5 * run.durationMs, Math.min(session.left(), 3 * run.durationMs + 5000));
    const work = async () => {
        for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
            // The likeliest have their proof; one more would end after the time.
            if (results.size > 0 && session.left() < run.durationMs)
                return;
            results.set(one.candidate.id, await confirm_confirm(one, {
                ...{ workspace, workshop, command, run, others, timeoutMs },
                flaky: new Set([...flaky, ...failedBefore, ...left]),
                testTimeoutMs: plan.testTimeoutMs,
                coverMs: select_coverShare * session.left(),
                ...(deps.signal === undefined ? {} : { signal: deps.signal }),
            }));
        }
    };
    // Two at once take longer than one: where there is no time for both, the likeliest is proved alone.
    const pressed = session.left() < atOnce * run.durationMs;
    await Promise.all(pressed ? [work()] : [work(), work()]);
    return results;
}

;// CONCATENATED MODULE: ./build/dist/fix/workshop.js



/** @throws CannotRunError when no sandbox of that isolation can be made here */
async function openWorkshop(workspace, commands, isolation, signal) {
    const provider = (0,sandbox/* localProvider */.nt)(isolation);
    const missing = await provider.available();
    if (missing !== undefined)
        throw new errors/* CannotRunError */.F3(missing);
    await provider.collectStale();
    const tools = [...new Set(commands.flatMap(toolsOf))];
    const create = (commit, files) => provider.create({
        repository: workspace.repository.root,
        commit,
        files: { ...workspace.generated, ...files },
        tools,
        readOnly: [driverFolder()],
        ...(signal === undefined ? {} : { signal }),
    });
    const open = (files = {}) => create(workspace.commit, { ...workspace.uncommitted, ...files });
    const kept = new Map();
    const keyOf = ({ prelude, cwd, env }) => JSON.stringify([prelude, cwd, env]);
    const built = (command) => kept.get(keyOf(command));
    return {
        isolation,
        open,
        async openBuilt(command, files = {}) {
            const sandbox = await open(files);
            const stands = Object.keys(files).length === 0 || !buildsSources(command);
            const output = built(command);
            if (output !== undefined && stands)
                await unpackBuild(sandbox, command, output);
            return sandbox;
        },
        keepBuild(command, output) {
            kept.set(keyOf(command), output);
        },
        built,
        openAt: (commit) => create(commit, {}),
        close: () => provider.close(),
    };
}
/** Programs that the command starts by name; those in system folders and in the project are visible anyway. */
function toolsOf({ argv, prelude }) {
    const words = prelude === undefined ? [] : (prelude.match(/(?:^|[;&|(]\s*)[\w.+-]+/g) ?? []);
    const names = [argv[0] ?? '', ...words.map((word) => word.replace(/^[;&|(\s]+/, ''))];
    return [...new Set(names)].filter((name) => /^[\w.+-]+$/.test(name) && name !== 'cd' && name !== 'sh');
}

;// CONCATENATED MODULE: ./build/dist/fix/session.js



/** Opens what a repair needs, and closes it whatever happens. */
async function inSession(request, deps, work) {
    const deadline = performance.now() + request.timeLimitMs;
    const workspace = await openWorkspace(deps.repository, deps.signal);
    const commands = await detectAll(request.testCommand, deps.repository.root);
    let [command] = commands;
    const workshop = await openWorkshop(workspace, commands, request.isolation, deps.signal);
    let state = { stage: 'testing', tried: 0, plausible: 0, best: undefined };
    try {
        return await work({
            ...{ request, deps, workspace, workshop, commands },
            get command() {
                return command;
            },
            choose(other) {
                const known = commands.find((one) => startsSame(one, other));
                if (known === undefined)
                    return;
                const { preludeMayFail, sourcesAreLoaded } = other;
                command = {
                    ...known,
                    ...(preludeMayFail === undefined ? {} : { preludeMayFail }),
                    ...(sourcesAreLoaded === undefined ? {} : { sourcesAreLoaded }),
                };
            },
            left: () => Math.max(0, deadline - performance.now()),
            progress(change) {
                state = { ...state, ...change };
                deps.onProgress?.(state);
            },
        });
    }
    finally {
        await workshop.close();
    }
}
function startsSame(a, b) {
    const [one, other] = [a, b].map(({ argv, env, cwd }) => JSON.stringify([argv, Object.entries(env).sort(), cwd]));
    return one === other;
}

;// CONCATENATED MODULE: ./build/dist/fix/repair.js












/**
 * Repairs what makes the tests fail: baseline, localisation, search, comparison of behaviour, attempts in sandboxes of
 * their own, review, choice. The work tree is only read. Records what was tried and learned.
 *
 * @throws UsageError when the test command is empty, or there is no such command
 * @throws CannotRunError when sandboxes cannot be made here, or the tests report nothing that can be read
 */
function fix(request, deps) {
    return inSession(request, deps, async (session) => {
        const began = deps.clock.now();
        const planned = await planIn(session);
        if (planned.plan === undefined)
            return finish(session, planned, undefined, began);
        const share = await searchShare(session, planned.plan, { index: 0, count: 1 });
        return selectIn(session, planned.plan, [share], began);
    });
}
/**
 * The first of three phases over several runners: what fails, and where. The plan goes to every runner as JSON.
 *
 * @returns the report when there is nothing to repair, or nothing that could be
 */
function planRepair(request, deps) {
    return inSession(request, deps, async (session) => {
        const began = deps.clock.now();
        const planned = await planIn(session);
        return planned.plan ?? (await finish(session, planned, undefined, began));
    });
}
/** The second phase, on each runner: tries its share of the candidates, and the best of them with the whole suite. */
function repair_attemptShare(plan, share, request, deps) {
    return inSession(request, deps, async (session) => {
        resume(plan, session);
        const searched = await searchShare(session, plan, share);
        session.progress({ stage: 'attempting' });
        const best = searched.plausible.slice(0, request.candidates);
        return { ...searched, confirmed: Object.fromEntries(await confirmAll(session, plan, best)) };
    });
}
/** The third phase: compares what the runners found and chooses. */
function selectRepair(plan, shares, request, deps) {
    return inSession(request, deps, async (session) => {
        resume(plan, session);
        return selectIn(session, plan, shares, deps.clock.now());
    });
}
function resume({ commit, command }, { workspace, choose }) {
    if (commit !== workspace.commit)
        throw new errors/* UsageError */.eb(`the plan is for commit ${commit}, and ${workspace.commit} is checked out`);
    choose(command);
}
/** Of the time limit, at most: for the first run of the whole suite. */
const suiteShare = 0.4;
/** Of the time limit, without a sign of life: it hangs. */
const idleShare = 0.2;
/** Milliseconds to compare behaviour, at most. */
const compareMs = 8000;
/** Milliseconds to keep for what follows the search: comparing, and proving the finalists with all tests. */
function reserveOf({ request, left }, proofMs) {
    const rounds = 1 + Math.ceil(request.candidates / 2);
    return Math.min(left() / 2, compareMs / 2 + 2000 + rounds * (1.5 * proofMs + 500));
}
/** Of a command that starts several test programs, the first with a failing test is repaired. */
async function planIn(session) {
    const [first, ...others] = session.commands;
    let green;
    let problem;
    for (const command of session.commands) {
        if (command !== first && session.left() < session.request.timeLimitMs / 2)
            break;
        session.choose(command);
        try {
            const planned = await planWith(session);
            if (planned.baseline.failing.length > 0)
                return planned;
            if (green === undefined || green.status === 'nothing-to-fix')
                green = planned;
        }
        catch (error) {
            if (others.length === 0 || !(error instanceof errors/* CannotRunError */.F3 || error instanceof errors/* UsageError */.eb))
                throw error;
            problem ??= error;
        }
    }
    if (green === undefined)
        throw problem;
    return green;
}
async function planWith(session) {
    const { workspace, workshop, command, request, deps } = session;
    const runner = await workshop.openBuilt(command);
    try {
        const planned = await makePlan({
            ...{ workspace, workshop, command, runner, left: session.left },
            timeoutMs: Math.max(6000, request.timeLimitMs * suiteShare),
            idleMs: Math.max(4000, request.timeLimitMs * idleShare),
            onStage: (stage) => session.progress({ stage }),
            ...(deps.signal === undefined ? {} : { signal: deps.signal }),
        });
        if (planned.plan !== undefined)
            session.choose(planned.plan.command);
        return planned;
    }
    finally {
        await runner.destroy();
    }
}
async function searchShare(session, plan, share) {
    const { workspace, workshop, command, request, deps } = session;
    session.progress({ stage: 'searching' });
    const review = reviewer(session, plan);
    const others = await otherTests(session);
    const proofMs = others.reduce((sum, { run }) => sum + run.durationMs, plan.baseline.durationMs);
    const budgetMs = Math.max(1000, session.left() - reserveOf(session, proofMs));
    const result = await search({
        ...{ plan, workspace, workshop, command, share },
        weight: learnedWeights(deps.events, { enabled: request.learned }),
        seed: request.seed,
        order: request.order,
        budgetMs,
        // One repair can still be proved.
        graceMs: Math.max(0, session.left() - budgetMs - 1.15 * proofMs - 2000),
        accept: async (found) => (await review(found)).verdict === 'accept',
        onTried: (tried, plausible, best) => session.progress({ tried, plausible, best: best && `${best.template} in ${best.file}:${best.line}` }),
        ...(deps.signal === undefined ? {} : { signal: deps.signal }),
    });
    deps.signal?.throwIfAborted();
    const { plausible, partial, tried, outcomes, notes } = result;
    return {
        version: 1,
        commit: plan.commit,
        ...share,
        plausible,
        partial,
        confirmed: {},
        tried,
        outcomes: [...outcomes],
        notes: [...notes],
    };
}
async function selectIn(session, planned, found, began) {
    const { plan, shares } = withoutTheRest(planned, found);
    const selected = await select_select(session, plan, shares, {
        review: reviewer(session, plan),
        observe: (found) => repair_observe(session, plan, found),
    });
    return finish(session, { baseline: plan.baseline, plan, status: undefined, reason: '' }, { shares, selected }, began);
}
/** Search and choice of one process share what was reviewed. */
const reviewers = new WeakMap();
/** Reviews each candidate once. */
function reviewer({ workspace }, plan) {
    const opened = reviewers.get(plan);
    if (opened !== undefined)
        return opened;
    const known = new Map();
    const opening = workspace.read(plan.testFiles).then((texts) => openReview({
        failing: plan.baseline.failing,
        testTexts: Object.fromEntries(texts),
        isTestFile: (path) => isTestFile(path) || plan.testFiles.includes(path),
    }));
    const reviewOnce = async ({ texts }) => {
        const [review, before] = [await opening, await workspace.read(Object.keys(texts))];
        return review(Object.entries(texts).map(([path, after]) => ({ path, before: before.get(path) ?? '', after })));
    };
    const review = (found) => {
        const made = known.get(found.candidate.id) ?? reviewOnce(found);
        known.set(found.candidate.id, made);
        return made;
    };
    reviewers.set(plan, review);
    return review;
}
async function repair_observe(session, plan, found) {
    if (found.length < 2)
        return undefined;
    const { workspace, workshop, command, request, deps } = session;
    const texts = await workspace.read(found.flatMap((one) => Object.keys(one.texts)));
    const runner = await workshop.openBuilt(command);
    try {
        return await compareBehaviour(runner, command, found.map(({ candidate, texts: after }) => ({ id: candidate.id, edits: candidate.edits, texts: after })), {
            originals: Object.fromEntries(texts),
            failing: plan.baseline.failing.map(({ id }) => id),
            passing: plan.guards,
            testFiles: plan.testFiles,
            budgetMs: Math.max(1000, Math.min(compareMs, session.left() / 2)),
            seed: request.seed,
            ...(deps.signal === undefined ? {} : { signal: deps.signal }),
        });
    }
    finally {
        await runner.destroy();
    }
}

;// CONCATENATED MODULE: ./build/dist/fix/index.js














/***/ }),

/***/ 83706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Ov: () => (/* binding */ fileSize),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   _$: () => (/* binding */ isoDate),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84606);

/** A title with a rule to the edge: `Findings ───────`. */
function heading(title, style) {
    const rule = style.symbols.rule.repeat(Math.max(0, style.width - (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textWidth */ .sc)(title) - 1));
    return `${style.bold(title)} ${style.dim(rule)}`;
}
/** Parts on one line, set apart by a dot. */
function joined(parts, style) {
    return parts.filter((part) => part !== undefined).join(` ${style.symbols.separator} `);
}
/** 1 commit, 2 commits, 1,234 commits. */
function counted(count, one, many = `${one}s`) {
    return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
function percent(share) {
    return `${Math.round(share * 100)}%`;
}
/** @param ms milliseconds */
function duration(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${(ms / 60_000).toFixed(1)} min`;
}
function fileSize(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
/** @param at milliseconds since the epoch */
function isoDate(at) {
    return new Date(at).toISOString().slice(0, 10);
}


/***/ }),

/***/ 87018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xp: () => (/* reexport */ isInDependencies),
  nt: () => (/* binding */ localProvider),
  Is: () => (/* reexport */ virtualEnvironments)
});

// UNUSED EXPORTS: createPool, defaultLimits

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
;// CONCATENATED MODULE: ./build/dist/sandbox/types.js
const defaultLimits = {
    time: 60_000,
    memory: 2 * 2 ** 30,
    processes: 512,
    disk: 512 * 2 ** 20,
    files: 200_000,
    fileSize: 256 * 2 ** 20,
    openFiles: 4096,
    output: 64 * 2 ** 20,
    keptOutput: 2 ** 20,
};

// EXTERNAL MODULE: ./build/dist/git/command.js
var command = __webpack_require__(15347);
// EXTERNAL MODULE: ./build/dist/git/object-folder.js
var object_folder = __webpack_require__(26164);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/dist/sandbox/local/command.js

/**
 * Runs one of Hone's own helpers, never the tenant's code. Never rejects.
 *
 * @param timeout milliseconds; work on whole trees needs more than a question to a tool
 */
function runCommand(file, args, { cwd = '/', timeout = 600_000 } = {}) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(file, args, { cwd, timeout, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
            const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
            resolve({ status: code, stdout, stderr: stderr || (error?.message ?? '') });
        });
    });
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/base-tree.js






/** The user's filters (git-lfs and the like) are programs, so they are not run: such files stay pointers. */
const noUserConfiguration = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
/**
 * Checks a commit out into `dir`. The repository is only read: its objects are packed over to a repository of one
 * commit, with nothing of the user's configuration, remotes, refs or history.
 *
 * @param owner who the files will belong to, when not the current user
 * @throws UsageError when the repository has no such commit
 */
async function checkOut(repository, commit, dir, owner) {
    const cwd = repository;
    const found = await (0,command/* runGit */.EO)(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`], { cwd });
    if (found.status !== 0)
        throw new errors/* UsageError */.eb(`there is no commit ${commit} in ${repository}`);
    const sha = found.stdout.toString().trim();
    (0,external_node_fs_.mkdirSync)(dir, { recursive: true, mode: 0o755 });
    const [objects, date] = await Promise.all([
        (0,command/* gitOutput */.oM)(['rev-list', '--objects', '--no-object-names', '--max-count=1', sha, '--'], { cwd }),
        (0,command/* gitOutput */.oM)(['show', '--no-patch', '--format=%ct', sha, '--'], { cwd }),
        (0,command/* gitOutput */.oM)(['init', '--quiet', '--template=', `--object-format=${sha.length === 64 ? 'sha256' : 'sha1'}`, dir], {
            cwd: '/',
            env: noUserConfiguration,
        }),
    ]);
    const git = (0,external_node_path_.join)(dir, '.git');
    // Git makes a pack in its object folder before it moves it: in the user's that would be a write, and it could not
    // leave that file system.
    const env = await (0,object_folder/* ownObjectFolder */.C)(cwd, (0,external_node_path_.join)(git, 'objects'));
    const pack = (0,external_node_path_.join)(git, 'objects', 'pack', 'pack');
    await (0,command/* gitOutput */.oM)(['pack-objects', '-q', '--window=0', pack], { cwd, env, input: objects });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(git, 'shallow'), `${sha}\n`);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(git, 'HEAD'), `${sha}\n`);
    const inside = { cwd: dir, env: noUserConfiguration };
    // Owner, inode and change time of a file differ inside.
    for (const [key, value] of [
        ['core.checkStat', 'minimal'],
        ['core.trustctime', 'false'],
        ['gc.auto', '0'],
    ]) {
        await (0,command/* gitOutput */.oM)(['config', key, value], inside);
    }
    await (0,command/* gitOutput */.oM)(['read-tree', sha], inside);
    await (0,command/* gitOutput */.oM)(['checkout-index', '--all', '--quiet', '--force'], inside);
    let names = '';
    for await (const chunk of (0,command/* streamGit */.t1)(['ls-files', '-z'], inside))
        names += chunk.toString('latin1');
    const listing = names.split('\0').filter(Boolean);
    backdate(dir, listing, Number(date));
    await (0,command/* gitOutput */.oM)(['update-index', '-q', '--refresh'], inside);
    if (owner !== undefined)
        await runCommand('chown', ['-hR', `${owner.uid}:${owner.gid}`, '--', dir]);
    (0,external_node_fs_.chmodSync)(dir, 0o755);
    return { dir, ...pathsOf(listing) };
}
/** Files as old as the commit: git sees every later change, and never has to read all files to be sure. */
function backdate(dir, listing, seconds) {
    for (const name of listing) {
        const path = Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(name, 'latin1')]);
        try {
            (0,external_node_fs_.lutimesSync)(path, seconds, seconds);
        }
        catch {
            // A submodule has no folder here.
        }
    }
}
function pathsOf(listing) {
    const folders = new Set(['']);
    const paths = new Set();
    for (const name of listing) {
        const path = Buffer.from(name, 'latin1').toString();
        paths.add(path);
        for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
            const folder = path.slice(0, at);
            if (folders.has(folder))
                break;
            folders.add(folder);
            paths.add(folder);
        }
    }
    return { folders: [...folders], paths };
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/dependencies.js



const names = ['node_modules', '.venv', 'venv', 'vendor', 'site-packages', '__pypackages__', '.yarn'];
/** True for what lies in a folder of installed dependencies. */
function isInDependencies(path) {
    return path
        .split('/')
        .slice(0, -1)
        .some((folder) => names.includes(folder));
}
/** Virtual environments of Python right below the repository, whatever they are called; `.venv` and `venv` come first. */
function virtualEnvironments(repository) {
    const folders = (0,external_node_fs_.readdirSync)(repository, { withFileTypes: true }).filter((one) => one.isDirectory());
    const found = folders.map(({ name }) => name).filter((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(repository, name, 'pyvenv.cfg')));
    return found.sort((a, b) => Number(names.includes(b)) - Number(names.includes(a)) || (a < b ? -1 : 1));
}
/** Tools write into these during a run; each sandbox has its own, empty at first. */
const writableCaches = ['.cache', '.vite', '.vite-temp'];
/**
 * Folders with installed dependencies, beside any folder of the tree (packages of a monorepo included), and those
 * asked for. What the commit itself holds is left to the commit.
 *
 * @throws UsageError when one that was asked for is not there
 */
function findDependencies(repository, base, asked = []) {
    const found = new Map();
    const add = (path) => {
        const source = realFolder((0,external_node_path_.join)(repository, path));
        if (source === undefined)
            return false;
        found.set(path, { path, source, kind: path.split('/').at(-1) === 'node_modules' ? 'node_modules' : 'other' });
        return true;
    };
    for (const folder of base.folders) {
        for (const name of names) {
            const path = folder === '' ? name : `${folder}/${name}`;
            if (!base.paths.has(path))
                add(path);
        }
    }
    for (const path of virtualEnvironments(repository))
        if (!base.paths.has(path))
            add(path);
    for (const given of asked) {
        const path = (0,external_node_path_.normalize)(given).replace(/\/+$/, '');
        if ((0,external_node_path_.isAbsolute)(path) || path.split('/').includes('..') || path === '.' || path === '.git') {
            throw new errors/* UsageError */.eb(`dependency folder "${given}" must lie below the repository`);
        }
        if (base.paths.has(path))
            throw new errors/* UsageError */.eb(`dependency folder "${given}" is part of the commit`);
        if (!add(path))
            throw new errors/* UsageError */.eb(`dependency folder "${given}" is not a folder of ${repository}`);
    }
    return [...found.values()];
}
/** Where the Python of a virtual environment comes from (the `home` of pyvenv.cfg). */
function virtualEnvironmentHome(dir) {
    const file = (0,external_node_path_.join)(dir, 'pyvenv.cfg');
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    return /^home\s*=\s*(.+)$/m.exec((0,external_node_fs_.readFileSync)(file, 'utf8'))?.[1]?.trim();
}
function realFolder(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() ? (0,external_node_fs_.realpathSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/environment.js
/** Everything else of the caller's environment, tokens above all, stays outside. */
const passed = ['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'TZ', 'CI'];
/**
 * The environment of a tenant.
 *
 * @param places `home` and `temporary` as the tenant sees them
 * @param added entries of the toolchains and of the caller; the last one wins
 */
function scrubbedEnvironment(places, ...added) {
    const env = { LANG: 'C.UTF-8' };
    for (const name of passed) {
        const value = process.env[name];
        if (value !== undefined)
            env[name] = value;
    }
    Object.assign(env, {
        HOME: places.home,
        TMPDIR: places.temporary,
        TERM: 'dumb',
        USER: 'hone',
        LOGNAME: 'hone',
        SHELL: '/bin/sh',
    });
    return Object.assign(env, ...added);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/dist/sandbox/local/toolchains.js





/** Always visible, read-only. What lies elsewhere is shown only when a tool needs it. */
const systemFolders = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store'];
const systemPath = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'];
/** Commands made visible when the machine has them; a specification may name more. */
const usual = ['node', 'npm', 'npx', 'python3', 'python', 'git'];
/**
 * Finds the folders that commands need: the real place of each executable and the installation around it (`X` for
 * `X/bin/tool`), but never a folder that holds the home or the repository. Shims of version managers are asked where
 * the command really is.
 */
async function findToolchains(repository, tools = []) {
    const found = await Promise.all([...new Set([...usual, ...tools])].map((tool) => findTool(tool, repository)));
    const needed = found.filter((tool) => tool !== undefined && !inside(tool.file, repository));
    if (!needed.some(({ file }) => (0,external_node_path_.basename)(file) === 'node'))
        needed.push({ folder: '', file: process.execPath });
    const packages = userPackages();
    const visible = [...packages, ...needed.flatMap(({ file }) => placesOf(file, repository))];
    return {
        visible: [...new Set(visible)].filter((place) => !systemFolders.some((folder) => inside(place, folder))),
        env: {
            PATH: orderedPath(needed),
            ...(packages.length > 0 ? { PYTHONUSERBASE: (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local') } : {}),
        },
    };
}
/** Folders in the order of the caller's PATH, so that the same command wins inside. */
function orderedPath(needed) {
    const path = new Set();
    for (const folder of searchPath()) {
        for (const tool of needed)
            if (tool.folder === folder)
                path.add((0,external_node_path_.dirname)(tool.file));
        if (systemPath.includes(folder))
            path.add(folder);
    }
    for (const { file } of needed)
        path.add((0,external_node_path_.dirname)(file));
    for (const folder of systemPath)
        path.add(folder);
    return [...path].join(external_node_path_.delimiter);
}
function searchPath() {
    return (process.env.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder));
}
async function findTool(tool, repository) {
    if ((0,external_node_path_.isAbsolute)(tool))
        return executable(tool) ? { folder: '', file: tool } : undefined;
    if (tool.includes('/'))
        return undefined;
    for (const folder of searchPath()) {
        const file = (0,external_node_path_.join)(folder, tool);
        if (!executable(file))
            continue;
        if ((0,external_node_path_.basename)(folder) !== 'shims')
            return { folder, file };
        const real = await behindShim(folder, tool, repository);
        if (real !== undefined)
            return { folder, file: real };
    }
    return undefined;
}
/** pyenv, rbenv, nodenv, asdf: `MANAGER which TOOL` in the repository honours its version file. */
async function behindShim(shims, tool, repository) {
    const root = (0,external_node_path_.dirname)(shims);
    const manager = (0,external_node_path_.basename)(root).replace(/^\./, '');
    const program = [(0,external_node_path_.join)(root, 'bin', manager), (0,external_node_path_.join)(root, 'libexec', manager)].find(executable);
    if (program === undefined)
        return undefined;
    const { status, stdout } = await runCommand(program, ['which', tool], { cwd: repository, timeout: 10_000 });
    const file = stdout.trim().split('\n').at(-1) ?? '';
    return status === 0 && executable(file) ? file : undefined;
}
/** The installations an executable lives in: where it is named, and where its links lead. */
function placesOf(file, repository) {
    const real = (0,external_node_fs_.realpathSync)(file);
    const places = [file, real].flatMap((path) => installation(path, repository));
    const environment = virtualEnvironmentHome((0,external_node_path_.dirname)((0,external_node_path_.dirname)(file)));
    if (environment !== undefined && (0,external_node_fs_.existsSync)(environment)) {
        places.push(...installation((0,external_node_path_.join)(environment, (0,external_node_path_.basename)(real)), repository));
    }
    return [...new Set(places)].filter(external_node_fs_.existsSync);
}
function installation(file, repository) {
    const bin = (0,external_node_path_.dirname)(file);
    const prefix = (0,external_node_path_.basename)(bin) === 'bin' ? (0,external_node_path_.dirname)(bin) : bin;
    const home = (0,external_node_os_.homedir)();
    const nodePackages = (0,external_node_path_.join)(prefix, 'lib', 'node_modules');
    if ([home, repository].some((secret) => inside(secret, prefix)))
        return [file, nodePackages];
    // Folders right below the home (.local, .cargo, go) keep settings and credentials beside their `bin`.
    if ((0,external_node_path_.dirname)(prefix) === home)
        return [bin, nodePackages];
    return [prefix];
}
/** Packages of `pip install --user`. */
function userPackages() {
    const library = (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'lib');
    if (!(0,external_node_fs_.existsSync)(library))
        return [];
    return (0,external_node_fs_.readdirSync)(library)
        .filter((name) => /^python3\.\d+$/.test(name))
        .map((name) => (0,external_node_path_.join)(library, name));
}
/** Whether `path` is `folder` or lies below it. */
function inside(path, folder) {
    return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
function executable(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(file).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/namespaces.js






/**
 * A sandbox is a mount and a process-id namespace held open by one process (the holder): a new root with read-only system folders, and
 * at the repository's own path an overlay of the shared base tree (below, read-only) and a tmpfs of limited size
 * (above). Each run enters that namespace and puts its own user, process, network and IPC namespaces around itself.
 * Nothing is copied and nothing is written on disk, so making one costs the same for any tree, and when its last
 * process is gone the kernel removes it. The kernel also kills all runs, however young, when the holder dies; bubblewrap's own
 * --die-with-parent alone misses a parent that dies within the first milliseconds.
 */
const places = {
    layer: '/.hone/layer',
    base: '/.hone/base',
    home: '/.hone/layer/home',
};
/** A tenant of root gets this user outside too: limits on processes do not bind root. */
const tenant = { uid: 65534, gid: 65534 };
const isRoot = () => process.getuid?.() === 0;
/** Positional: root, bytes, files, owner, then for each dependency its kind, source and target. */
const assemble = `
set -e
[ -e /proc/self ] || mount -t proc hone /proc
mount -t tmpfs -o "size=$2,nr_inodes=$3,mode=0755" hone /.hone/layer
cd /.hone/layer
mkdir upper work home tmp shm skeleton cache
chmod 700 home
chmod 1777 tmp shm
for name in ${writableCaches.join(' ')}; do mkdir "skeleton/$name"; done
chown "$4" upper home tmp shm
mount -t overlay -o userxattr,lowerdir=/.hone/base,upperdir=/.hone/layer/upper,workdir=/.hone/layer/work hone "$1"
cd "$1"
shift 4
n=0
while [ $# -gt 0 ]; do
  mkdir -p -- "$3"
  if [ "$1" = node_modules ]; then
    mount -t overlay -o "ro,userxattr,lowerdir=/.hone/layer/skeleton:$2" hone "$3"
    for name in ${writableCaches.join(' ')}; do
      mkdir "/.hone/layer/cache/$n$name"
      chmod 777 "/.hone/layer/cache/$n$name"
      mount --bind "/.hone/layer/cache/$n$name" "$3/$name"
    done
  else
    mount --bind "$2" "$3"
  fi
  n=$((n + 1))
  shift 3
done
echo ready
read -r x || true
`;
const shownOfEtc = [
    ...[
        'alternatives',
        'ca-certificates',
        'ca-certificates.conf',
        'crypto-policies',
        'fonts',
        'ld.so.cache',
        'ld.so.conf',
    ],
    ...['ld.so.conf.d', 'localtime', 'mime.types', 'pki', 'protocols', 'services', 'ssl', 'timezone'],
];
function holderArguments(spec) {
    const privileges = isRoot() ? [] : ['--unshare-user', '--uid', '0', '--gid', '0', '--cap-add', 'ALL'];
    const args = [...privileges, '--unshare-pid', '--die-with-parent', '--new-session', '--clearenv'];
    args.push('--setenv', 'PATH', '/usr/bin:/usr/sbin:/bin:/sbin', '--tmpfs', '/', '--dev', '/dev');
    // A run may mount its own /proc only where one that hides nothing is there already. Only bubblewrap can mount it for
    // an ordinary user, but for root bubblewrap would cover parts of it.
    args.push(isRoot() ? '--dir' : '--proc', '/proc');
    for (const folder of systemFolders)
        args.push(...showSystemFolder(folder));
    args.push('--perms', '1777', '--dir', '/tmp', '--dir', '/var/tmp', '--dir', places.layer);
    // Left to itself, bubblewrap makes some parent folders for the owner only.
    for (const path of parentsOf(['/etc/x', '/.hone/dependencies/0', spec.root, ...spec.visible]))
        args.push('--dir', path);
    for (const name of shownOfEtc)
        args.push('--ro-bind-try', `/etc/${name}`, `/etc/${name}`);
    if (spec.etc !== undefined) {
        for (const name of Object.keys(etcFiles))
            args.push('--ro-bind', (0,external_node_path_.join)(spec.etc, name), `/etc/${name}`);
    }
    args.push('--ro-bind', spec.base, places.base);
    // Shorter paths first, so that none covers a longer one.
    for (const path of [...spec.visible].sort())
        args.push('--ro-bind', path, path);
    args.push('--dir', spec.root);
    spec.dependencies.forEach(({ source }, index) => {
        args.push('--ro-bind', source, `/.hone/dependencies/${index}`);
    });
    args.push('--json-status-fd', '3', '--', '/bin/sh', '-c', assemble, 'sh', spec.root);
    args.push(String(spec.limits.disk), String(spec.limits.files), isRoot() ? `${tenant.uid}:${tenant.gid}` : '0:0');
    spec.dependencies.forEach(({ kind, path }, index) => {
        args.push(kind, `/.hone/dependencies/${index}`, `./${path}`);
    });
    return args;
}
/** Folders above the paths, the highest first, without system folders. */
function parentsOf(paths) {
    const parents = new Set();
    for (const path of paths) {
        for (let at = (0,external_node_path_.dirname)(path); (0,external_node_path_.dirname)(at) !== at; at = (0,external_node_path_.dirname)(at)) {
            if (!systemFolders.some((folder) => inside(at, folder)))
                parents.add(at);
        }
    }
    return [...parents].sort();
}
function showSystemFolder(folder) {
    if (!(0,external_node_fs_.existsSync)(folder))
        return [];
    if ((0,external_node_fs_.lstatSync)(folder).isSymbolicLink())
        return ['--symlink', (0,external_node_fs_.readlinkSync)(folder), folder];
    return ['--ro-bind', folder, folder];
}
/** Made for the sandbox: who there is, and that no name leads anywhere but here. */
const etcFiles = {
    passwd: `hone:x:1000:1000:hone:${places.home}:/bin/sh\nroot:x:0:0:root:/nonexistent:/bin/false\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n`,
    group: 'hone:x:1000:\nroot:x:0:\nnogroup:x:65534:\n',
    hosts: '127.0.0.1 localhost\n::1 localhost\n',
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
    'resolv.conf': '',
};
/** @throws CannotRunError with what bubblewrap or mount said */
async function hold(bubblewrap, spec, signal) {
    const child = (0,external_node_child_process_.spawn)(bubblewrap, holderArguments(spec), {
        stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
        cwd: '/',
        env: {},
    });
    let status = '';
    let complaints = '';
    child.stderr.on('data', (chunk) => {
        complaints += chunk.toString().slice(0, 2000);
    });
    const abort = () => void child.kill('SIGKILL');
    signal?.addEventListener('abort', abort, { once: true });
    try {
        const pid = new Promise((resolve) => {
            child.stdio[3].on('data', (chunk) => {
                status += chunk.toString();
                const said = /"child-pid":\s*(\d+)\D/.exec(status)?.[1];
                if (said !== undefined)
                    resolve(Number(said));
            });
        });
        await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.stdout.once('data', () => resolve());
            child.once('close', () => reject(new Error(complaints.trim().split('\n')[0] || 'no reason given')));
        });
        signal?.throwIfAborted();
        return { child, pid: await pid };
    }
    catch (error) {
        child.kill('SIGKILL');
        if (signal?.aborted)
            throw signal.reason;
        throw new errors/* CannotRunError */.F3(`the sandbox could not be set up: ${error.message}`);
    }
    finally {
        signal?.removeEventListener('abort', abort);
    }
}
/** The kernel refuses forks only beyond the limit, so that the look at what runs can tell that it was reached. */
const processHeadroom = 32;
/**
 * RLIMIT_DATA stops a process that takes memory faster than anyone looks. It counts what is writable, touched or not
 * (thread stacks of 8 MiB each, above all), so it needs room; RLIMIT_AS would count V8's reserved gigabytes.
 */
const memoryHeadroom = 2 ** 30;
/** Paths that a private temporary folder would cover. */
function coveredByTemporary(paths) {
    return paths.filter((path) => ['/tmp', '/var/tmp', '/dev/shm'].some((folder) => inside(path, folder))).sort();
}
/** Arguments of nsenter that run a command inside. */
function entryArguments(spec, argv) {
    const { limits, root } = spec;
    const enter = isRoot()
        ? ['--mount', '--pid', '--', 'setpriv', `--reuid=${tenant.uid}`, `--regid=${tenant.gid}`, '--clear-groups', '--']
        : ['--user', '--mount', '--pid', '--preserve-credentials', '--'];
    const args = ['--target', String(spec.holder), ...enter, 'bwrap', '--die-with-parent', '--new-session'];
    args.push('--unshare-all', '--unshare-user', '--uid', '1000', '--gid', '1000', '--cap-drop', 'ALL');
    args.push('--hostname', 'sandbox');
    if (spec.disableUserNamespaces)
        args.push('--disable-userns');
    if (spec.filter !== undefined)
        args.push('--seccomp', String(spec.filter));
    args.push('--ro-bind', '/', '/', '--dev', '/dev', '--bind', `${places.layer}/shm`, '/dev/shm', '--remount-ro', '/dev');
    args.push('--proc', '/proc', '--bind', `${places.layer}/tmp`, '/tmp', '--bind', places.home, places.home);
    args.push('--bind', `${places.layer}/tmp`, '/var/tmp');
    for (const path of spec.visible)
        args.push('--ro-bind', path, path);
    args.push('--bind', root, root, '--chdir', (0,external_node_path_.join)(root, spec.cwd), '--clearenv');
    for (const [name, value] of Object.entries(spec.env))
        args.push('--setenv', name, value);
    // Inside, because the kernel counts a user's processes by user namespace.
    args.push('--', 'prlimit', `--nproc=${limits.processes + processHeadroom}`, `--fsize=${limits.fileSize}`, '--core=0');
    args.push(`--nofile=${limits.openFiles}`, `--data=${limits.memory + memoryHeadroom}`, '--', ...argv);
    return args;
}
/** Paths that cannot hold a tree, because the sandbox has its own there. */
function reserved(root) {
    return ['/proc', '/dev', '/sys', '/.hone', '/etc'].some((folder) => inside(root, folder)) || (0,external_node_path_.dirname)(root) === root;
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/processes.js

/** Fields of /proc/PID/stat after the command, which is in brackets and may hold anything. */
function statFields(pid) {
    try {
        const text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        return text.slice(text.lastIndexOf(')') + 2).split(' ');
    }
    catch {
        return undefined;
    }
}
/** When the process started, in clock ticks since boot: with the number, it names a process for good. */
function startTime(pid) {
    return statFields(pid)?.[19];
}
let table;
/** All processes by parent; read once for all sandboxes that look within `age` milliseconds. */
function processTable(age) {
    const now = performance.now();
    if (table !== undefined && now - table.at < age)
        return table.children;
    const children = new Map();
    for (const name of (0,external_node_fs_.readdirSync)('/proc')) {
        const pid = Number(name);
        const fields = Number.isInteger(pid) ? statFields(pid) : undefined;
        if (fields === undefined)
            continue;
        const entry = { pid, parent: Number(fields[1]), threads: Number(fields[17]) };
        const siblings = children.get(entry.parent);
        if (siblings === undefined)
            children.set(entry.parent, [entry]);
        else
            siblings.push(entry);
    }
    table = { at: now, children };
    return children;
}
/** What a process and its descendants use. Around a process-id namespace that is every process of the tenant. */
function usageFrom(pid) {
    let threads = Number(statFields(pid)?.[17] ?? 0);
    let memory = residentMemory(pid);
    for (const entry of descendants(pid, processTable(40))) {
        threads += entry.threads;
        memory += residentMemory(entry.pid);
    }
    return { threads, memory };
}
/** Kills a process and all its descendants, the youngest generation first. */
function killDescent(pid) {
    const tree = process.platform === 'linux' ? descendants(pid, processTable(0)) : [];
    for (const each of [...tree.map((entry) => entry.pid).reverse(), pid]) {
        try {
            process.kill(each, 'SIGKILL');
        }
        catch {
            // It ended with its parent.
        }
    }
}
function descendants(pid, children) {
    const found = [];
    for (let generation = children.get(pid) ?? []; generation.length > 0;) {
        found.push(...generation);
        generation = generation.flatMap((entry) => children.get(entry.pid) ?? []);
    }
    return found;
}
function residentMemory(pid) {
    try {
        let kibibytes = 0;
        for (const match of (0,external_node_fs_.readFileSync)(`/proc/${pid}/status`, 'latin1').matchAll(/^Rss(?:Anon|Shmem):\s+(\d+)/gm)) {
            kibibytes += Number(match[1]);
        }
        return kibibytes * 1024;
    }
    catch {
        return 0;
    }
}
/** Processes of ours whose environment holds `entry` (`NAME=value`); those that cleaned it are not found. */
function processesWithEnvironment(entry) {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)('/proc');
    }
    catch {
        return [];
    }
    return names.filter((name) => /^\d+$/.test(name) && environmentHolds(name, entry)).map(Number);
}
function environmentHolds(pid, entry) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0').includes(entry);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/namespace-jail.js




class NamespaceJail {
    isolation = 'namespaces';
    root;
    gitDir = `${places.base}/.git`;
    excludesFile = `${places.base}/.git/info/exclude`;
    #holder;
    #tools;
    #filterFile;
    #visible;
    constructor(root, holder, tools, filterFile, visible) {
        this.root = root;
        this.#visible = coveredByTemporary(visible);
        this.#holder = holder;
        this.#tools = tools;
        this.#filterFile = filterFile;
    }
    start({ argv, cwd, env, limits }) {
        const filter = this.#filterFile === undefined ? undefined : (0,external_node_fs_.openSync)(this.#filterFile, 'r');
        const args = entryArguments({
            holder: this.#holder.pid,
            root: this.root,
            cwd,
            env,
            limits,
            filter: filter === undefined ? undefined : 3,
            disableUserNamespaces: this.#tools.disableUserNamespaces,
            visible: this.#visible,
        }, argv);
        const child = (0,external_node_child_process_.spawn)(this.#tools.nsenter, args, {
            cwd: '/',
            env: { PATH: '/usr/bin:/usr/sbin:/bin:/sbin' },
            stdio: ['pipe', 'pipe', 'pipe', ...(filter === undefined ? [] : [filter])],
        });
        if (filter !== undefined)
            (0,external_node_fs_.closeSync)(filter);
        return {
            child,
            // The run's process-id namespace goes with its first process, whatever the others did to get away.
            killTree: () => {
                if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
                    killDescent(child.pid);
            },
            diskFull: () => this.#diskFull(),
        };
    }
    async destroy() {
        const { child } = this.#holder;
        if (child.exitCode !== null || child.signalCode !== null)
            return;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        if (child.pid !== undefined)
            killDescent(child.pid);
        await ended;
    }
    #diskFull() {
        try {
            // The tenant cannot write to any folder on this path, so no link of its making is followed.
            const { bavail, ffree } = (0,external_node_fs_.statfsSync)(`/proc/${this.#holder.pid}/root${places.layer}`);
            return bavail === 0 || ffree === 0;
        }
        catch {
            return false;
        }
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/dist/sandbox/local/owner.js







/** Of every folder that sandboxes need on disk, so that stale ones are found. */
const ownPrefix = 'hone-sandbox-';
/** In the environment of tenants without a namespace of their own, so that those that left their group are found. */
const marker = 'HONE_SANDBOX';
/**
 * Kills plain processes that are left: groups, unless their leader started at another time than was noted, for the number
 * is somebody else's then; and those that left their group, several times, for they may fork while the list is read.
 */
const kill = `
dir=$1
for group in $(ls "$dir/groups" 2>/dev/null); do
  case $group in *[!0-9]*|0*|1) continue ;; esac
  noted=$(cat "$dir/groups/$group")
  leader=$(cat "/proc/$group/stat" 2>/dev/null)
  set -f; set -- \${leader##*) }; set +f
  [ -z "$leader" ] || [ "\${20}" = "$noted" ] || continue
  kill -9 "-$group" 2>/dev/null
done
for round in 1 2 3 4 5; do
  marked=$(grep -lzsF "${marker}=$dir" /proc/[0-9]*/environ)
  [ -n "$marked" ] || break
  for file in $marked; do
    process=\${file#/proc/}
    kill -9 "\${process%/environ}" 2>/dev/null
  done
done
set -- "$dir"`;
/** Neither chmod -R nor rm -r follow links. */
const remove = `rm -rf -- "$1" 2>/dev/null || { chmod -R u+rwX -- "$1" 2>/dev/null; rm -rf -- "$1"; }`;
/**
 * The folder of one Hone process in which everything of its sandboxes lies, and the janitor that removes it. The
 * janitor waits for the end of a pipe, which the kernel closes however Hone ends, `kill -9` included, so no signal
 * handler is needed; what even the janitor could not remove (power cut) is collected at the next start.
 */
class Owner {
    dir;
    #janitor;
    constructor() {
        this.dir = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), ownPrefix));
        const janitor = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', `read -r x\n${kill}\n${remove}`, 'sh', this.dir], {
            stdio: ['pipe', 'ignore', 'ignore'],
            detached: true,
            cwd: '/',
        });
        janitor.on('error', () => { });
        janitor.unref();
        this.#janitor = janitor;
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(this.dir, 'owner.json'), JSON.stringify(identity(process.pid)));
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(this.dir, 'groups'));
    }
    /** Notes a process group that must not outlive this process. */
    group(pid) {
        const file = (0,external_node_path_.join)(this.dir, 'groups', String(pid));
        (0,external_node_fs_.writeFileSync)(file, startTime(pid) ?? '');
        return { done: () => void (0,promises_.rm)(file, { force: true }).catch(() => { }) };
    }
    async remove() {
        this.#janitor.ref();
        const ended = new Promise((resolve) => this.#janitor.once('close', resolve));
        this.#janitor.stdin?.end();
        await ended;
        if ((0,external_node_fs_.existsSync)(this.dir))
            await removeTree(this.dir);
    }
}
function identity(pid) {
    return { pid, start: startTime(pid), namespace: pidNamespace() };
}
function pidNamespace() {
    try {
        return (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return undefined;
    }
}
/** Removes folders of owners that are gone. Returns how many. */
async function collectStale() {
    let collected = 0;
    for (const name of await (0,promises_.readdir)((0,external_node_os_.tmpdir)())) {
        if (!name.startsWith(ownPrefix))
            continue;
        const dir = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), name);
        const entry = await (0,promises_.lstat)(dir).catch(() => undefined);
        // Anyone may put names into a shared temporary folder: only our own real folders are ours to remove.
        if (!entry?.isDirectory() || entry.uid !== process.getuid?.())
            continue;
        if (ownerLives(dir, entry.mtimeMs))
            continue;
        await runCommand('/bin/sh', ['-c', `${kill}\n${remove}`, 'sh', dir]);
        collected++;
    }
    return collected;
}
function ownerLives(dir, changedAt) {
    let owner;
    try {
        owner = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(dir, 'owner.json'), 'utf8'));
    }
    catch {
        return Date.now() - changedAt < 60_000;
    }
    if (typeof owner.pid !== 'number' || owner.namespace !== pidNamespace())
        return true;
    if (owner.start !== undefined)
        return startTime(owner.pid) === owner.start;
    try {
        process.kill(owner.pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
/** Removes a tree a tenant may have written, read-only folders included, without following links. */
async function removeTree(dir) {
    await runCommand('/bin/sh', ['-c', remove, 'sh', dir]);
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/probe.js







const install = 'install bubblewrap (`apt-get install bubblewrap`, `dnf install bubblewrap`)';
const accept = 'or accept weaker isolation with `isolation: process`';
/** Tries a whole sandbox once. Returns the tools, or one sentence that says why it cannot be done here. */
async function probe() {
    if (process.platform !== 'linux')
        return `isolated sandboxes need Linux; run there, ${accept}`;
    const bubblewrap = find('bwrap');
    if (bubblewrap === undefined)
        return `bubblewrap was not found on the PATH; ${install}, ${accept}`;
    const nsenter = find('nsenter');
    if (nsenter === undefined || find('prlimit') === undefined || find('setpriv') === undefined) {
        return `nsenter, prlimit and setpriv were not all found on the PATH; install util-linux, ${accept}`;
    }
    const help = await runCommand(bubblewrap, ['--help'], { timeout: 30_000 });
    const disableUserNamespaces = help.stdout.includes('--disable-userns');
    // Named so that, when it is left behind, the next one collects it.
    const base = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `${ownPrefix}probe-`));
    try {
        const holder = await hold(bubblewrap, {
            root: '/probe',
            base,
            dependencies: [],
            visible: [],
            etc: undefined,
            limits: { ...defaultLimits, disk: 2 ** 20, files: 100 },
        });
        try {
            const entry = {
                holder: holder.pid,
                root: '/probe',
                cwd: '',
                env: { PATH: '/usr/bin:/bin' },
                filter: undefined,
                visible: [],
            };
            const args = entryArguments({ ...entry, limits: defaultLimits, disableUserNamespaces }, ['true']);
            const entered = await runCommand(nsenter, args, { timeout: 30_000 });
            if (entered.status !== 0)
                return refusal(entered.stderr);
        }
        finally {
            holder.child.kill('SIGKILL');
        }
    }
    catch (error) {
        return refusal(error.message);
    }
    finally {
        (0,external_node_fs_.rmSync)(base, { recursive: true, force: true });
    }
    return { bubblewrap, nsenter, disableUserNamespaces };
}
function refusal(complaint) {
    const said = complaint
        .trim()
        .split('\n')
        .at(-1)
        ?.replace(/^the sandbox could not be set up: /, '') ?? '';
    const remedy = setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1'
        ? 'run `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`'
        : setting('/proc/sys/kernel/unprivileged_userns_clone') === '0'
            ? 'run `sudo sysctl -w kernel.unprivileged_userns_clone=1`'
            : 'it needs user namespaces and a kernel of at least 5.14; in a container, allow them';
    return `bubblewrap cannot make a sandbox here (${said}); ${remedy}, ${accept}`;
}
function setting(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8').trim();
    }
    catch {
        return undefined;
    }
}
function find(name) {
    for (const folder of [...(process.env.PATH ?? '').split(external_node_path_.delimiter), '/usr/sbin', '/sbin']) {
        if (!folder.startsWith('/'))
            continue;
        try {
            (0,external_node_fs_.accessSync)((0,external_node_path_.join)(folder, name), external_node_fs_.constants.X_OK);
            return (0,external_node_path_.join)(folder, name);
        }
        catch {
            // The next folder may have it.
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/process-jail.js









/** `ulimit` letters differ between shells; a limit that a shell does not know is left out. */
const limited = 'ulimit -c 0 2>/dev/null; ulimit -f "$1" 2>/dev/null; ulimit -n "$2" 2>/dev/null; shift 2; exec "$@"';
/** Plain processes in a copy of the tree: for machines without namespaces, and only when the user accepts it. */
class ProcessJail {
    isolation = 'process';
    root;
    gitDir;
    excludesFile;
    #dir;
    #owner;
    constructor(dir, base, owner) {
        this.root = (0,external_node_path_.join)(dir, 'tree');
        this.gitDir = (0,external_node_path_.join)(base, '.git');
        this.excludesFile = (0,external_node_path_.join)(base, '.git', 'info', 'exclude');
        this.#dir = dir;
        this.#owner = owner;
    }
    static async create(dir, base, repository, dependencies, owner) {
        (0,external_node_fs_.mkdirSync)(dir);
        for (const name of ['home', 'tmp'])
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(dir, name));
        const jail = new ProcessJail(dir, base, owner);
        const copied = await runCommand('cp', ['-pPR', base, jail.root]);
        if (copied.status !== 0)
            throw new errors/* CannotRunError */.F3(`the tree could not be copied: ${copied.stderr.trim()}`);
        for (const dependency of dependencies)
            linkDependency(dependency, jail.root, repository);
        return jail;
    }
    get home() {
        return (0,external_node_path_.join)(this.#dir, 'home');
    }
    get temporary() {
        return (0,external_node_path_.join)(this.#dir, 'tmp');
    }
    start({ argv, cwd, env, limits }) {
        const words = [String(Math.ceil(limits.fileSize / 512)), String(limits.openFiles), ...argv];
        const child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', limited, 'sh', ...words], {
            cwd: (0,external_node_path_.join)(this.root, cwd),
            env: { ...env, [marker]: this.#dir },
            stdio: ['pipe', 'pipe', 'pipe'],
            detached: true,
        });
        const noted = child.pid === undefined ? undefined : this.#owner.group(child.pid);
        return {
            child,
            killTree: () => killGroup(child.pid),
            onExit: () => {
                // Only the group: other runs of this sandbox carry the same marker.
                killGroup(child.pid);
                noted?.done();
            },
        };
    }
    async destroy() {
        killMarked(this.#dir);
        await removeTree(this.#dir);
    }
}
function killGroup(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // The group is gone already.
    }
}
/** A process may fork while the list is read, so the list is read until it is empty. */
function killMarked(dir) {
    for (let round = 0; round < 5; round++) {
        const left = processesWithEnvironment(`${marker}=${dir}`);
        if (left.length === 0)
            return;
        for (const pid of left) {
            try {
                process.kill(pid, 'SIGKILL');
            }
            catch {
                // It ended by itself.
            }
        }
    }
}
/**
 * Links each package on its own: links of workspaces lead to the copy, as they would in the repository, and what
 * tools write beside the packages does not reach the repository. The packages themselves are the user's own.
 */
function linkDependency({ kind, path, source }, root, repository) {
    const target = (0,external_node_path_.join)(root, path);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
    if (kind !== 'node_modules') {
        (0,external_node_fs_.symlinkSync)(source, target);
        return;
    }
    linkEntries(source, target, (0,external_node_path_.join)(repository, path), repository);
}
function linkEntries(source, target, original, repository) {
    (0,external_node_fs_.mkdirSync)(target);
    for (const name of (0,external_node_fs_.readdirSync)(source)) {
        if (writableCaches.includes(name))
            continue;
        const from = (0,external_node_path_.join)(source, name);
        const entry = (0,external_node_fs_.lstatSync)(from);
        if (name.startsWith('@') && entry.isDirectory()) {
            linkEntries(from, (0,external_node_path_.join)(target, name), (0,external_node_path_.join)(original, name), repository);
            continue;
        }
        const link = entry.isSymbolicLink() ? (0,external_node_fs_.readlinkSync)(from) : undefined;
        const leadsTo = link === undefined ? undefined : (0,external_node_path_.resolve)(original, link);
        const workspace = link !== undefined &&
            !link.startsWith('/') &&
            leadsTo !== undefined &&
            inside(leadsTo, repository) &&
            !leadsTo.split('/').includes('node_modules') &&
            (0,external_node_fs_.existsSync)(leadsTo);
        (0,external_node_fs_.symlinkSync)(workspace ? link : from, (0,external_node_path_.join)(target, name));
    }
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/kept-output.js
/** The beginning and the end of a stream, in bounded memory. */
class KeptOutput {
    #half;
    #head = [];
    #headLength = 0;
    #tail = [];
    #tailLength = 0;
    #total = 0;
    /** @param limit bytes to keep */
    constructor(limit) {
        this.#half = Math.ceil(limit / 2);
    }
    push(chunk) {
        this.#total += chunk.length;
        const room = this.#half - this.#headLength;
        const first = chunk.subarray(0, room);
        if (first.length > 0) {
            this.#head.push(first);
            this.#headLength += first.length;
        }
        const rest = chunk.subarray(first.length);
        if (rest.length === 0)
            return;
        this.#tail.push(rest);
        this.#tailLength += rest.length;
        if (this.#tailLength > 4 * this.#half)
            this.#trim();
    }
    get truncated() {
        return this.#total > 2 * this.#half;
    }
    bytes() {
        this.#trim();
        return Buffer.concat([...this.#head, ...this.#tail]);
    }
    #trim() {
        const tail = Buffer.concat(this.#tail);
        // A copy, so that the large buffer behind it can go.
        this.#tail = [Buffer.from(tail.subarray(Math.max(0, tail.length - this.#half)))];
        this.#tailLength = this.#tail[0]?.length ?? 0;
    }
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/scripts.js
/** Shell scripts that Hone runs inside a sandbox, so that a link planted there leads nowhere else. */
/** Positional: pairs of size and path; contents on standard input, one after the other. */
const writeScript = `
while [ $# -gt 0 ]; do
  case $2 in */*) mkdir -p -- "./\${2%/*}" || exit 1 ;; esac
  if [ -L "./$2" ] || [ "$1" = - ]; then rm -rf -- "./$2" || exit 1; fi
  if [ "$1" != - ]; then head -c "$1" > "./$2" || exit 1; fi
  shift 2
done
`;
/** Positional: path, bytes. Status 44: no such ordinary file. */
const readScript = 'if [ -f "./$1" ]; then exec head -c "$2" -- "./$1"; fi; exit 44';
/** Of the git directory given, never of one the tenant may have written. */
const diffScript = `
set -e
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
mkdir "$scratch/objects"
cp -p -- "$GIT_DIR/index" "$scratch/index"
export GIT_INDEX_FILE="$scratch/index" GIT_OBJECT_DIRECTORY="$scratch/objects"
export GIT_ALTERNATE_OBJECT_DIRECTORIES="$GIT_DIR/objects"
git -c core.compression=0 -c core.fsmonitor=false -c core.hooksPath=/dev/null -c core.autocrlf=false -c core.excludesFile="$1" \\
  -c advice.addEmbeddedRepo=false add --all --ignore-errors -- . || true
git -c core.quotePath=true -c diff.external= diff --cached --binary --full-index --no-color --no-ext-diff --no-textconv \\
  --no-renames --src-prefix=a/ --dst-prefix=b/ HEAD --
`;

;// CONCATENATED MODULE: ./build/dist/sandbox/local/supervise.js


/** How often memory, processes and disk are looked at, in milliseconds. */
const interval = 100;
/** Holds a process to its limits and resolves when it has ended and its output is read. */
function supervise({ child, limits, killTree, onExit, diskFull, signal }) {
    const start = performance.now();
    let limit;
    let cancelled = false;
    let printed = 0;
    let over = false;
    const stop = (reason) => {
        if (over)
            return;
        if (reason === undefined)
            cancelled = true;
        else
            limit ??= reason;
        killTree();
    };
    const cancel = () => stop(undefined);
    const timer = Number.isFinite(limits.time) ? setTimeout(() => stop('time'), limits.time) : undefined;
    const look = setInterval(() => {
        if (limit !== 'disk' && diskFull?.())
            limit ??= 'disk';
        if (process.platform !== 'linux' || child.pid === undefined)
            return;
        const usage = usageFrom(child.pid);
        if (usage.memory > limits.memory)
            stop('memory');
        else if (usage.threads > limits.processes)
            stop('processes');
    }, interval);
    if (signal?.aborted)
        queueMicrotask(cancel);
    signal?.addEventListener('abort', cancel, { once: true });
    const ended = new Promise((resolve) => {
        let failed = false;
        let lingering;
        const finish = (code, ending) => {
            if (over)
                return;
            over = true;
            clearTimeout(timer);
            clearTimeout(lingering);
            clearInterval(look);
            signal?.removeEventListener('abort', cancel);
            if (limit === undefined && diskFull?.())
                limit = 'disk';
            const exitCode = code ?? (ending === null ? 127 : 128 + external_node_os_.constants.signals[ending]);
            resolve({
                exitCode,
                signal: ending ?? signalOf(exitCode),
                limit,
                timedOut: limit === 'time',
                cancelled,
                durationMs: performance.now() - start,
            });
        };
        child.once('error', () => {
            failed = true;
            if (child.pid === undefined)
                finish(127, null);
        });
        child.once('exit', (code, ending) => {
            onExit?.();
            // A process that left its group may hold the pipes open for ever; what it prints now is not waited for.
            lingering = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
                finish(code, ending);
            }, 500);
        });
        child.once('close', (code, ending) => {
            if (!failed || child.pid !== undefined)
                finish(code, ending);
        });
    });
    return {
        ended,
        cancel,
        printed: (bytes) => {
            printed += bytes;
            if (printed > limits.output)
                stop('output');
        },
    };
}
const signalNames = new Map(Object.entries(external_node_os_.constants.signals).map(([name, n]) => [n, name]));
function signalOf(exitCode) {
    return exitCode > 128 ? signalNames.get(exitCode - 128) : undefined;
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/sandbox.js




/** For Hone's own helpers inside. */
const helperLimits = { time: 60_000, output: Number.POSITIVE_INFINITY, keptOutput: 2 ** 28 };
const filesAtOnce = 256;
class LocalSandbox {
    id;
    #jail;
    #limits;
    #env;
    #running = new Set();
    #destroyed;
    #onDestroy;
    constructor(id, jail, limits, env, onDestroy) {
        this.id = id;
        this.#jail = jail;
        this.#limits = limits;
        this.#env = env;
        this.#onDestroy = onDestroy;
    }
    get isolation() {
        return this.#jail.isolation;
    }
    get root() {
        return this.#jail.root;
    }
    async write(files) {
        const entries = Object.entries(files).map(([path, content]) => [mustBeBelow(path), content]);
        for (let i = 0; i < entries.length; i += filesAtOnce) {
            const args = [];
            const contents = [];
            for (const [path, content] of entries.slice(i, i + filesAtOnce)) {
                const bytes = content === null ? undefined : Buffer.from(content);
                args.push(bytes === undefined ? '-' : String(bytes.length), path);
                if (bytes !== undefined)
                    contents.push(bytes);
            }
            const result = await this.#help(writeScript, args, { stdin: Buffer.concat(contents) });
            if (result.exitCode !== 0)
                throw new errors/* CannotRunError */.F3(`files could not be written to the sandbox: ${reason(result)}`);
        }
    }
    async read(path, limit = 64 * 2 ** 20) {
        const result = await this.#help(readScript, [mustBeBelow(path), String(limit + 1)], {});
        if (result.exitCode === 44)
            return undefined;
        if (result.exitCode !== 0)
            throw new errors/* CannotRunError */.F3(`${path} could not be read from the sandbox: ${reason(result)}`);
        if (result.bytes.length > limit)
            throw new errors/* CannotRunError */.F3(`${path} in the sandbox is larger than ${limit} bytes`);
        return result.bytes;
    }
    async diff() {
        const env = {
            GIT_DIR: this.#jail.gitDir,
            GIT_WORK_TREE: this.root,
            GIT_CONFIG_GLOBAL: '/dev/null',
            GIT_CONFIG_NOSYSTEM: '1',
            GIT_ATTR_NOSYSTEM: '1',
        };
        const result = await this.#help(diffScript, [this.#jail.excludesFile], { env });
        if (result.exitCode !== 0)
            throw new errors/* CannotRunError */.F3(`the sandbox could not be compared: ${reason(result)}`);
        return result.bytes.toString();
    }
    async run(argv, options = {}) {
        const { bytes: _, ...result } = await this.#run(argv, options, this.#env);
        return result;
    }
    spawn(argv, options = {}) {
        const limits = { ...this.#limits, time: Number.POSITIVE_INFINITY, ...options.limits };
        const { child, supervision } = this.#start(argv, options, limits, this.#env);
        // The caller reads at its own pace, so what is printed but not read is held back by the pipe and needs no limit.
        return {
            stdin: child.stdin,
            stdout: child.stdout,
            stderr: child.stderr,
            exited: supervision.ended,
            kill: supervision.cancel,
        };
    }
    destroy() {
        this.#destroyed ??= (async () => {
            const ends = [...this.#running].map((supervision) => {
                supervision.cancel();
                return supervision.ended;
            });
            await this.#jail.destroy();
            await Promise.all(ends);
            this.#onDestroy();
        })();
        return this.#destroyed;
    }
    /** Hone's own scripts: without what the specification put into the environment, which may change how they work. */
    #help(script, args, options) {
        const { PATH = '', HOME = '', TMPDIR = '' } = this.#env;
        return this.#run(['/bin/sh', '-c', script, 'sh', ...args], { ...options, limits: helperLimits }, { PATH: `/usr/bin:/bin:${PATH}`, HOME, TMPDIR, LC_ALL: 'C' });
    }
    async #run(argv, options, env) {
        const limits = { ...this.#limits, ...options.limits };
        const { child, supervision } = this.#start(argv, options, limits, env);
        const kept = { stdout: new KeptOutput(limits.keptOutput), stderr: new KeptOutput(limits.keptOutput) };
        for (const stream of ['stdout', 'stderr']) {
            child[stream].on('data', (chunk) => {
                supervision.printed(chunk.length);
                kept[stream].push(chunk);
                options.onOutput?.(stream, chunk);
            });
        }
        child.stdin.end(options.stdin);
        const end = await supervision.ended;
        const bytes = kept.stdout.bytes();
        return {
            ...end,
            stdout: bytes.toString(),
            stderr: kept.stderr.bytes().toString(),
            stdoutTruncated: kept.stdout.truncated,
            stderrTruncated: kept.stderr.truncated,
            bytes,
        };
    }
    #start(argv, options, limits, env) {
        if (this.#destroyed !== undefined)
            throw new Error('the sandbox was destroyed');
        if (argv.length === 0)
            throw new errors/* UsageError */.eb('a command must have at least one word');
        const cwd = options.cwd === undefined ? '' : mustBeBelow(options.cwd);
        const { child, ...how } = this.#jail.start({ argv, cwd, env: { ...env, ...options.env }, limits });
        child.stdin.on('error', () => { });
        const supervision = supervise({ child, limits, signal: options.signal, ...how });
        this.#running.add(supervision);
        void supervision.ended.then(() => this.#running.delete(supervision));
        return { child, supervision };
    }
}
function mustBeBelow(path) {
    if (path.startsWith('/') || path.split('/').includes('..') || path.includes('\0')) {
        throw new errors/* UsageError */.eb(`path "${path}" must be relative to the sandbox and stay below it`);
    }
    return path.replace(/^(\.\/)+/, '');
}
function reason(result) {
    if (result.limit !== undefined)
        return `${result.limit} limit`;
    return result.stderr.trim().split('\n').at(-1)?.slice(0, 300) || `exit status ${result.exitCode}`;
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/seccomp.js
/**
 * System calls that tests have no use for and that reach other processes, the kernel's attack surface, or memory that
 * no limit counts. The sandbox holds without the filter too; it is a second wall.
 */
const denied = {
    x64: {
        architecture: 0xc000003e,
        clone: 56,
        // ptrace, process_vm_*, kcmp, mount, umount2, pivot_root, chroot, swapon, swapoff, reboot, modules, kexec, bpf,
        // perf_event_open, userfaultfd, keys, setns, unshare, open_by_handle_at, io_uring, memfd_create, memfd_secret
        calls: [
            101, 310, 311, 312, 165, 166, 155, 161, 167, 168, 169, 175, 313, 176, 246, 320, 321, 298, 323, 248, 249, 250, 308,
            272, 304, 425, 426, 427, 319, 447, 428, 429, 430, 431, 432, 442,
        ],
    },
    arm64: {
        architecture: 0xc00000b7,
        clone: 220,
        calls: [
            117, 270, 271, 272, 40, 39, 41, 51, 224, 225, 142, 105, 273, 106, 104, 294, 280, 241, 282, 217, 218, 219, 268, 97,
            265, 425, 426, 427, 279, 447, 428, 429, 430, 431, 432, 442,
        ],
    },
};
const clone3 = 435;
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const namespaceFlags = 0x7e020000;
const allow = 0x7fff0000;
const killProcess = 0x80000000;
const refuse = (errno) => 0x00050000 | errno;
const EPERM = 1;
const ENOSYS = 38;
/** Classic BPF for `bwrap --seccomp`; undefined on architectures whose numbers are not known here. */
function seccompFilter(architecture = process.arch) {
    const table = denied[architecture];
    if (table === undefined)
        return undefined;
    const load = (offset) => [0x20, 0, 0, offset];
    const answer = (value) => [0x06, 0, 0, value];
    /** Skips `otherwise` instructions unless equal. */
    const equal = (value, otherwise) => [0x15, 0, otherwise, value];
    const program = [
        load(4),
        [0x15, 1, 0, table.architecture],
        answer(killProcess),
        load(0),
        // The x32 numbers would be a way around the table.
        [0x35, 0, 1, 0x40000000],
        answer(refuse(EPERM)),
        // Its flags are in memory, where a filter cannot look: the C library falls back to clone.
        equal(clone3, 1),
        answer(refuse(ENOSYS)),
        equal(table.clone, 4),
        load(16),
        [0x45, 0, 1, namespaceFlags],
        answer(refuse(EPERM)),
        answer(allow),
        ...table.calls.flatMap((call) => [equal(call, 1), answer(refuse(EPERM))]),
        answer(allow),
    ];
    const bytes = Buffer.alloc(program.length * 8);
    program.forEach(([code, jumpTrue, jumpFalse, value], index) => {
        bytes.writeUInt16LE(code, index * 8);
        bytes.writeUInt8(jumpTrue, index * 8 + 2);
        bytes.writeUInt8(jumpFalse, index * 8 + 3);
        bytes.writeUInt32LE(value >>> 0, index * 8 + 4);
    });
    return bytes;
}

;// CONCATENATED MODULE: ./build/dist/sandbox/local/provider.js
















/** Sandboxes on this machine, by bubblewrap, or as plain processes where the user accepts that. */
class LocalProvider {
    name = 'local';
    isolation;
    #shared;
    #probed;
    #bases = new Map();
    #toolchains = new Map();
    #sandboxes = new Set();
    #count = 0;
    constructor(isolation) {
        this.isolation = isolation;
    }
    async available() {
        if (this.isolation === 'process') {
            return process.platform === 'win32' ? 'sandboxes need Linux or macOS' : undefined;
        }
        const found = await this.#namespaceTools();
        return typeof found === 'string' ? found : undefined;
    }
    collectStale() {
        return collectStale();
    }
    async create(spec) {
        const reason = await this.available();
        if (reason !== undefined)
            throw new errors/* CannotRunError */.F3(reason);
        spec.signal?.throwIfAborted();
        if (!(0,external_node_path_.isAbsolute)(spec.repository))
            throw new errors/* UsageError */.eb(`repository "${spec.repository}" must be an absolute path`);
        const limits = { ...defaultLimits, ...spec.limits };
        const [base, toolchains] = await Promise.all([this.#base(spec), this.#toolchainsFor(spec)]);
        const id = `${++this.#count}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
        const { jail, env } = this.isolation === 'process'
            ? await this.#processJail(id, spec, base, toolchains)
            : await this.#namespaceJail(spec, base, toolchains, limits);
        const sandbox = new LocalSandbox(id, jail, limits, env, () => this.#sandboxes.delete(sandbox));
        this.#sandboxes.add(sandbox);
        try {
            spec.signal?.throwIfAborted();
            if (spec.files !== undefined && Object.keys(spec.files).length > 0)
                await sandbox.write(spec.files);
        }
        catch (error) {
            await sandbox.destroy();
            throw error;
        }
        return sandbox;
    }
    async close() {
        await Promise.all([...this.#sandboxes].map((sandbox) => sandbox.destroy()));
        this.#bases.clear();
        const owner = this.#shared?.owner;
        this.#shared = undefined;
        await owner?.remove();
    }
    async #namespaceJail(spec, base, toolchains, limits) {
        const tools = await this.#namespaceTools();
        if (typeof tools === 'string')
            throw new errors/* CannotRunError */.F3(tools);
        const { owner, filterFile } = this.#open();
        const { tree, dependencies } = base;
        const visible = new Set([...toolchains.visible, ...(spec.readOnly ?? [])]);
        for (const { source } of dependencies) {
            const home = virtualEnvironmentHome(source);
            if (home === undefined)
                continue;
            for (const place of placesOf((0,external_node_path_.join)(home, 'python3'), spec.repository))
                visible.add(place);
        }
        const shown = [...visible].filter((place) => !systemFolders.some((folder) => inside(place, folder)));
        const holder = await hold(tools.bubblewrap, {
            root: spec.repository,
            base: tree.dir,
            dependencies,
            visible: shown,
            etc: (0,external_node_path_.join)(owner.dir, 'etc'),
            limits,
        }, spec.signal);
        const env = scrubbedEnvironment({ home: places.home, temporary: '/tmp' }, toolchains.env, spec.env);
        return { jail: new NamespaceJail(spec.repository, holder, tools, filterFile, shown), env };
    }
    async #processJail(id, spec, base, toolchains) {
        const { owner } = this.#open();
        const jail = await ProcessJail.create((0,external_node_path_.join)(owner.dir, id), base.tree.dir, spec.repository, base.dependencies, owner);
        const env = scrubbedEnvironment({ home: jail.home, temporary: jail.temporary }, toolchains.env, spec.env);
        return { jail, env };
    }
    #namespaceTools() {
        this.#probed ??= probe();
        return this.#probed;
    }
    #toolchainsFor({ repository, tools = [] }) {
        return remembered(this.#toolchains, JSON.stringify([repository, ...tools]), () => findToolchains(repository, tools));
    }
    #base({ repository, commit, dependencies: asked = [] }) {
        if (this.isolation === 'namespaces' && reserved(repository)) {
            throw new errors/* UsageError */.eb(`the repository must not lie at ${repository} to be shown in a sandbox`);
        }
        return remembered(this.#bases, JSON.stringify([repository, commit, ...asked]), async () => {
            const dir = (0,external_node_path_.join)(this.#open().owner.dir, `base-${this.#bases.size}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
            const otherUser = this.isolation === 'namespaces' && isRoot() ? tenant : undefined;
            const tree = await checkOut(repository, commit, dir, otherUser);
            const dependencies = findDependencies(repository, tree, asked);
            const patterns = dependencies.map(({ path }) => `/${path.replace(/[\\*?[\]#! ]/g, '\\$&')}\n`);
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(dir, '.git', 'info'), { recursive: true });
            (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(dir, '.git', 'info', 'exclude'), patterns.join(''));
            return { tree, dependencies };
        });
    }
    #open() {
        if (this.#shared !== undefined)
            return this.#shared;
        const owner = new Owner();
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(owner.dir, 'etc'));
        for (const [name, text] of Object.entries(etcFiles))
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(owner.dir, 'etc', name), text, { mode: 0o644 });
        const filter = seccompFilter();
        const filterFile = filter === undefined ? undefined : (0,external_node_path_.join)(owner.dir, 'filter');
        if (filter !== undefined && filterFile !== undefined)
            (0,external_node_fs_.writeFileSync)(filterFile, filter);
        this.#shared = { owner, filterFile };
        return this.#shared;
    }
}
/** One result for all who ask at the same time; failures are not remembered. */
function remembered(memory, key, make) {
    const known = memory.get(key);
    if (known !== undefined)
        return known;
    const made = make();
    memory.set(key, made);
    made.catch(() => memory.delete(key));
    return made;
}

;// CONCATENATED MODULE: ./build/dist/sandbox/pool.js


/** One always runs, so that a busy machine slows work down but never stops it. */
function createPool(provider, options = {}) {
    const machine = options.machine ?? thisMachine;
    const size = Math.max(1, options.size ?? machine.cpus);
    const memoryEach = options.memoryEach ?? 512 * 2 ** 20;
    const queue = [];
    let running = 0;
    let timer;
    const room = () => {
        if (running === 0)
            return true;
        if (running >= size)
            return false;
        // The load of our own sandboxes is wanted; only what goes beyond counts as others' work.
        return machine.freeMemory() >= memoryEach && machine.load() - running < 2 * machine.cpus;
    };
    const serve = () => {
        clearTimeout(timer);
        while (queue.length > 0 && room()) {
            running++;
            queue.shift()?.();
        }
        // Memory and load change without telling.
        if (queue.length > 0 && running < size)
            timer = setTimeout(serve, 200);
    };
    const turn = (signal) => new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const start = () => {
            signal?.removeEventListener('abort', leave);
            resolve();
        };
        const leave = () => {
            queue.splice(queue.indexOf(start), 1);
            reject(signal?.reason);
            serve();
        };
        signal?.addEventListener('abort', leave, { once: true });
        queue.push(start);
        serve();
    });
    return {
        async use(spec, work) {
            await turn(spec.signal);
            try {
                const sandbox = await provider.create(spec);
                const abort = () => void sandbox.destroy();
                spec.signal?.addEventListener('abort', abort, { once: true });
                try {
                    return await work(sandbox);
                }
                finally {
                    spec.signal?.removeEventListener('abort', abort);
                    await sandbox.destroy();
                }
            }
            finally {
                running--;
                serve();
            }
        },
        get running() {
            return running;
        },
        get waiting() {
            return queue.length;
        },
    };
}
const thisMachine = {
    cpus: (0,external_node_os_.availableParallelism)(),
    load: () => (0,external_node_os_.loadavg)()[0] ?? 0,
    freeMemory,
};
/** `freemem` of older Node counts the page cache as used. */
function freeMemory() {
    try {
        const kibibytes = /^MemAvailable:\s+(\d+)/m.exec((0,external_node_fs_.readFileSync)('/proc/meminfo', 'utf8'))?.[1];
        if (kibibytes !== undefined)
            return Number(kibibytes) * 1024;
    }
    catch {
        // Not Linux.
    }
    return (0,external_node_os_.freemem)();
}

;// CONCATENATED MODULE: ./build/dist/sandbox/index.js




/**
 * Sandboxes on this machine. Nothing is tried before `available` or `create` is called, and nothing weaker than what
 * is asked for is ever used instead.
 */
function localProvider(isolation = 'namespaces') {
    return new LocalProvider(isolation);
}


/***/ })

};
