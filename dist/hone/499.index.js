export const id = 499;
export const ids = [499];
export const modules = {

/***/ 10499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fixCommand: () => (/* binding */ fixCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(81156);
/* harmony import */ var _base_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81864);
/* harmony import */ var _fix_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71245);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36025);
/* harmony import */ var _patch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58558);
/* harmony import */ var _repair_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98327);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40848);
/* harmony import */ var _store_line_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(55508);
/* harmony import */ var _test_command_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52582);










/** `hone fix` */
async function fixCommand(options, context) {
    const { cwd } = context.surroundings;
    if (options.test?.startsWith('--'))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb(`--test "${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(options.test, 300)}" reads like an option; give the command that runs the tests`);
    if (options.test?.trim() === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb('--test is empty; give the command that runs the tests');
    const patchFile = options.patch === undefined ? undefined : await (0,_patch_js__WEBPACK_IMPORTED_MODULE_4__/* .patchPath */ .gq)(cwd, options.patch);
    const session = { command: 'fix', dir: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, options.repo), keep: options.store };
    const { result, kept } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .recorded */ .t)(session, context, async (opened) => {
        const { repository } = opened;
        mustHaveFiles(repository);
        const request = await requestOf(options, repository, context);
        await (0,_repair_js__WEBPACK_IMPORTED_MODULE_5__/* .mustHaveSandboxes */ .rn)(options.isolation);
        const report = await (0,_repair_js__WEBPACK_IMPORTED_MODULE_5__/* .repairIn */ .x$)(opened, request, context);
        return { result: { repository, report }, negative: report.status === 'unfixed' };
    });
    const { report } = result;
    const { handing, problem } = await handOver(result, options, patchFile, context);
    context.answer({ ...(0,_fix_index_js__WEBPACK_IMPORTED_MODULE_2__/* .renderJson */ .hF)(report), applied: handing.applied, store: kept }, (style) => [
        ...(0,_fix_index_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTerminal */ .bF)(report, handing, style),
        '',
        (0,_store_line_js__WEBPACK_IMPORTED_MODULE_7__/* .storeLine */ .K)(kept, style),
    ]);
    // What was found is told first, then what could not be done with it.
    if (problem !== undefined)
        throw problem;
    return report.status === 'unfixed' ? _exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .exitStatus */ .$.negativeVerdict : _exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .exitStatus */ .$.done;
}
function mustHaveFiles({ bare, head }) {
    if (bare)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb('a bare repository has no files to test; clone it and give the clone: --repo DIR');
    if (head === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb('the repository has no commits yet; repairs start from a commit');
}
async function requestOf(options, { root }, { log }) {
    const { candidates, timeLimit, minCoverage, isolation, seed, learned, order } = options;
    let testCommand = options.test;
    if (testCommand === undefined) {
        const found = await (0,_test_command_js__WEBPACK_IMPORTED_MODULE_8__/* .findTestCommand */ .J)(root);
        testCommand = found.command;
        log.info(`Tests: ${found.command}, from ${found.source}; --test names another command`);
    }
    const required = minCoverage === undefined ? {} : { minCoverage: minCoverage / 100 };
    return { testCommand, candidates, timeLimitMs: timeLimit * 1000, isolation, seed, learned, order, ...required };
}
/** Why there is no patch to hand over. */
const nothingToHand = {
    fixed: 'there is no patch',
    review: 'candidates behave differently, and a person has to choose among the patches in the report',
    unfixed: 'there is no patch',
    'nothing-to-fix': 'nothing has to be repaired',
};
/** Writes and applies what was asked for. What goes wrong is returned, so that the report is not lost with it. */
async function handOver({ report, repository }, options, patchFile, { log, surroundings }) {
    const { status, winner, testCommand } = report;
    if (winner === undefined) {
        const asked = [...(options.apply ? ['applied'] : []), ...(patchFile === undefined ? [] : ['written'])];
        if (asked.length > 0)
            log.warn(`nothing was ${asked.join(' or ')}: ${nothingToHand[status]}`);
        return { handing: { applied: false, commands: [] } };
    }
    const commands = [(0,_patch_js__WEBPACK_IMPORTED_MODULE_4__/* .applyCommand */ .sz)({ ...options, testCommand })];
    try {
        if (patchFile !== undefined) {
            await (0,_patch_js__WEBPACK_IMPORTED_MODULE_4__/* .writePatch */ .CZ)(patchFile, winner.patch);
            commands.unshift((0,_patch_js__WEBPACK_IMPORTED_MODULE_4__/* .applyFileCommand */ .Yw)(repository, surroundings.cwd, patchFile));
        }
        if (options.apply)
            await (0,_patch_js__WEBPACK_IMPORTED_MODULE_4__/* .applyPatch */ .X6)(repository, winner.patch);
        return { handing: { applied: options.apply === true, commands } };
    }
    catch (thrown) {
        if (!(thrown instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .CannotRunError */ .F3))
            throw thrown;
        return { handing: { applied: false, commands }, problem: thrown };
    }
}


/***/ }),

/***/ 58558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ writePatch),
/* harmony export */   X6: () => (/* binding */ applyPatch),
/* harmony export */   Yw: () => (/* binding */ applyFileCommand),
/* harmony export */   gq: () => (/* binding */ patchPath),
/* harmony export */   sz: () => (/* binding */ applyCommand)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81156);
/* harmony import */ var _base_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81864);
/* harmony import */ var _git_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15347);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9026);






/**
 * Applies a patch to the work tree, all of it or nothing. The index and what else is changed stay as they are.
 *
 * @throws CannotRunError when it does not fit the files as they are now
 */
async function applyPatch(repository, patch) {
    const options = { cwd: repository.root, input: patch };
    // The user's configuration may ask for fuzz, or for white space to be corrected.
    const strict = ['-c', 'apply.ignoreWhitespace=no', 'apply', '--whitespace=nowarn'];
    for (const args of [
        [...strict, '--check', '-'],
        [...strict, '-'],
    ]) {
        const { status, stderr } = await (0,_git_command_js__WEBPACK_IMPORTED_MODULE_3__/* .runGit */ .EO)(args, options);
        if (status !== 0)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CannotRunError */ .F3(`the patch was not applied, the work tree is as it was: ${(0,_git_command_js__WEBPACK_IMPORTED_MODULE_3__/* .complaint */ .U4)(stderr)}`);
    }
}
/** @returns the absolute path that a patch is to be written to; @throws UsageError when it cannot be a file there */
async function patchPath(cwd, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file);
    const shown = (0,_base_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(file, 300);
    if (file === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb('--patch is empty; give a file to write');
    if (file.startsWith('--'))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--patch "${shown}" reads like an option; give a file to write`);
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)).catch(() => undefined);
    if (!folder?.isDirectory())
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--patch "${shown}": there is no folder for it; give a file to write`);
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (there?.isDirectory())
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--patch "${shown}" is a folder; give a file to write`);
    return path;
}
/** @throws CannotRunError when the file cannot be written */
async function writePatch(path, patch) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, patch).catch((thrown) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CannotRunError */ .F3(`the patch could not be written: ${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(thrown), 300)}`);
    });
}
/** The command line that finds a repair and applies it; defaults are left out. */
function applyCommand(search) {
    const { repo, testCommand, isolation, seed, timeLimit, candidates, learned } = search;
    return [
        'hone fix',
        ...(repo === '.' ? [] : [`--repo ${quoted(repo)}`]),
        `--test ${quoted(testCommand)}`,
        ...(timeLimit === _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultTimeLimit */ .I ? [] : [`--time-limit ${timeLimit}`]),
        ...(isolation === 'process' ? ['--isolation process'] : []),
        ...(candidates === _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultCandidates */ .k ? [] : [`--candidates ${candidates}`]),
        ...(seed === 0 ? [] : [`--seed ${seed}`]),
        ...(learned ? [] : ['--no-learned']),
        '--apply',
    ].join(' ');
}
/** The command line that applies a patch file. Git takes the names in it from the folder where it starts. */
function applyFileCommand({ root }, cwd, path) {
    return `git ${cwd === root ? '' : `-C ${quoted(root)} `}apply ${quoted(path)}`;
}
/** A word as a POSIX shell takes it. */
function quoted(word) {
    return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}


/***/ }),

/***/ 98327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ sandboxProblem),
/* harmony export */   rn: () => (/* binding */ mustHaveSandboxes),
/* harmony export */   x$: () => (/* binding */ repairIn)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81156);
/* harmony import */ var _base_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81864);
/* harmony import */ var _fix_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71245);
/* harmony import */ var _sandbox_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87018);




const beatMs = 1000;
/** What a person reads while a stage goes on; the last one takes no time. */
const stageLabels = {
    testing: 'Running the tests',
    localising: 'Finding the lines',
    searching: 'Trying repairs',
    attempting: 'Proving repairs',
    comparing: 'Comparing repairs',
};
/** Repairs in a session, and shows how it goes. */
async function repairIn(session, request, context) {
    const { repository, recorder, store } = session;
    const { clock, log, interruption } = context;
    const progress = stages(context);
    try {
        return await (0,_fix_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fix */ .Up)(request, {
            repository,
            events: store,
            recorder,
            clock,
            log,
            signal: interruption,
            onProgress: progress.show,
        });
    }
    finally {
        progress.end();
    }
}
/** One line of progress at a time, which goes on while a stage says nothing. */
function stages({ log, clock }) {
    let now = { stage: 'testing', tried: 0, plausible: 0, best: undefined };
    let started = clock.now();
    let line = log.progress(stageLabels.testing);
    const draw = () => {
        const seconds = Math.round((clock.now() - started) / 1000);
        const best = now.best === undefined ? '' : `, best: ${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(now.best, 80)}`;
        if (now.tried === 0)
            line.update(seconds, undefined, 's');
        else
            line.update(now.tried, undefined, `tried, ${now.plausible} plausible${best} (${seconds} s)`);
    };
    const timer = setInterval(draw, beatMs);
    return {
        show(next) {
            const { stage } = next;
            if (stage === 'done')
                return;
            if (stage !== now.stage) {
                line.end();
                line = log.progress(stageLabels[stage]);
                started = clock.now();
            }
            now = next;
            draw();
        },
        end() {
            clearInterval(timer);
            line.end();
        },
    };
}
/** Why there are no sandboxes here, with the remedy in the words of the command line; undefined when there are. */
async function sandboxProblem(isolation) {
    const reason = await (0,_sandbox_index_js__WEBPACK_IMPORTED_MODULE_2__/* .localProvider */ .nt)(isolation).available();
    return reason?.replace('`isolation: process`', '`--isolation process`');
}
/** @throws CannotRunError when sandboxes cannot be made here */
async function mustHaveSandboxes(isolation) {
    const problem = await sandboxProblem(isolation);
    if (problem !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotRunError */ .F3(problem);
}


/***/ }),

/***/ 7832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ openSessionStore),
/* harmony export */   T: () => (/* binding */ storePath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81156);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2088);




function storePath(repository) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository.root, '.hone', 'store.db');
}
async function openSessionStore(repository, keep, context) {
    const { clock, log } = context;
    if (keep)
        return (0,_store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .openLocalStore */ .nx)(repository.root, { repository: repository.name, clock, log });
    return openMemoryStore(repository, context);
}
/** Reads what is there and keeps nothing. */
async function openMemoryStore(repository, { clock, log }) {
    const store = await readStore(repository).catch((thrown) => {
        log.warn(`what earlier runs learned is left out: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(thrown)}`);
        return _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .EventStore */ .s5.create();
    });
    const recorded = [];
    const current = () => {
        store.merge(recorded.splice(0));
        return store;
    };
    return {
        path: '',
        project: (projection) => current().project(projection),
        events: (query) => current().events(query),
        recorder(job) {
            let sequence = 0;
            return {
                record({ kind, version }, data) {
                    const key = { repository: repository.name, runId: 'unkept', attempt: 1, job, sequence: sequence++ };
                    // A copy of plain JSON, which is what a journal would have made of it.
                    recorded.push({ key, at: clock.now(), kind, version, data: JSON.parse(JSON.stringify(data)) });
                },
            };
        },
        async save() {
            return { persisted: false, reason: 'asked not to', events: current().count(), bytes: 0 };
        },
        async close() {
            store.close();
        },
    };
}
async function readStore(repository) {
    const path = storePath(repository);
    switch ((0,_store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .entryAt */ ._f)(path)) {
        case 'file':
            return _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .EventStore */ .s5.open(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path));
        case 'missing':
            return _store_index_js__WEBPACK_IMPORTED_MODULE_2__/* .EventStore */ .s5.create();
        case 'other':
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotRunError */ .F3(`${path} is not a file`);
    }
}


/***/ }),

/***/ 40848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ recorded)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81156);
/* harmony import */ var _base_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32611);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86110);
/* harmony import */ var _store_run_events_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12398);
/* harmony import */ var _session_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7832);





/** Does `work` as one run that is recorded from its start to its end, whatever its end is. */
async function recorded(options, context, work) {
    const { command, keep } = options;
    const { clock, interruption } = context;
    const repository = await (0,_git_index_js__WEBPACK_IMPORTED_MODULE_0__/* .openRepository */ .h_)(options.dir);
    const store = await (0,_session_store_js__WEBPACK_IMPORTED_MODULE_2__/* .openSessionStore */ .O)(repository, keep, context);
    const recorder = store.recorder(command);
    const started = clock.now();
    recorder.record(_store_run_events_js__WEBPACK_IMPORTED_MODULE_1__/* .runStarted */ .d, {
        action: command,
        trigger: 'local',
        workflow: '',
        hone: _base_version_js__WEBPACK_IMPORTED_MODULE_3__/* .version */ .r,
        node: process.versions.node,
    });
    const finish = (outcome, reason) => {
        const durationMs = outcome === 'interrupted' ? null : clock.now() - started;
        recorder.record(_store_run_events_js__WEBPACK_IMPORTED_MODULE_1__/* .runFinished */ .u, { action: command, outcome, durationMs, reason });
    };
    const interrupted = () => finish('interrupted', 'stopped by a signal');
    interruption.addEventListener('abort', interrupted);
    try {
        const { result, negative } = await work({ repository, store, recorder });
        finish(negative ? 'negative' : 'succeeded', null);
        const { persisted, events, bytes } = await store.save();
        return { result, kept: persisted ? { path: store.path, events, bytes } : undefined };
    }
    catch (thrown) {
        finish('failed', (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(thrown).slice(0, 500));
        await store.save();
        throw thrown;
    }
    finally {
        interruption.removeEventListener('abort', interrupted);
        await store.close();
    }
}


/***/ }),

/***/ 55508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ storeLine)
/* harmony export */ });
/* harmony import */ var _base_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81864);
/* harmony import */ var _render_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83706);


/** The last line of a report: where it is all kept. */
function storeLine(kept, style) {
    if (!kept)
        return style.dim('Nothing of this run is kept.');
    return style.dim(`Kept in ${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(kept.path)}: ${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(kept.events, 'event')}, ${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .fileSize */ .Ov)(kept.bytes)}`);
}


/***/ }),

/***/ 52582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ findTestCommand)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81156);
/* harmony import */ var _sandbox_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87018);





/** What npm writes into a new package.json. */
const placeholder = /^echo\b.*no test specified.*exit 1$/;
/**
 * The test command of the repository at `root`, from what its tools would read; nothing of the repository is run. Without
 * any configuration, the names of Python's test files say enough.
 *
 * @throws UsageError when there is none or more than one; the message says how to name one
 */
async function findTestCommand(root) {
    const all = await Promise.all([packageScript(root), pytest(root), go(root)]);
    const configured = all.filter((one) => one !== undefined);
    const files = configured.length === 0 ? await pythonFiles(root) : undefined;
    const found = files === undefined ? configured : [files];
    const [only] = found;
    if (only !== undefined && found.length === 1)
        return only;
    if (only === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb('no test command was found (a script "test" in package.json, a pytest configuration, test_*.py files, go.mod); give one: --test "npm test"');
    const list = found.map(({ command, source }) => `"${command}" (${source})`).join(' and ');
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`more than one test command was found: ${list}; choose one with --test`);
}
async function packageScript(root) {
    const text = await textOf(root, 'package.json');
    if (text === undefined)
        return undefined;
    const manifest = objectIn(text);
    const script = objectOf(manifest?.scripts)?.test;
    if (typeof script !== 'string' || script.trim() === '' || placeholder.test(script.trim()))
        return undefined;
    const manager = await packageManager(root, manifest?.packageManager);
    // `bun test` would be bun's own test runner.
    const command = manager === 'bun' ? 'bun run test' : `${manager} test`;
    return { command, source: 'the script "test" of package.json' };
}
async function packageManager(root, declared) {
    const name = typeof declared === 'string' ? /^(npm|yarn|pnpm|bun)@/.exec(declared)?.[1] : undefined;
    if (name !== undefined)
        return name;
    const locks = [
        ['package-lock.json', 'npm'],
        ['pnpm-lock.yaml', 'pnpm'],
        ['yarn.lock', 'yarn'],
        ['bun.lock', 'bun'],
        ['bun.lockb', 'bun'],
    ];
    for (const [lock, manager] of locks)
        if (await isFile(root, lock))
            return manager;
    return 'npm';
}
/** Files that configure pytest, and the section that must be in those that serve other tools too. */
const pytestFiles = [
    ['pytest.ini', /(?:)/],
    ['.pytest.ini', /(?:)/],
    ['pytest.toml', /(?:)/],
    ['.pytest.toml', /(?:)/],
    ['pyproject.toml', /^\[tool\.pytest(?:\.ini_options)?\]/m],
    ['setup.cfg', /^\[tool:pytest\]/m],
    ['tox.ini', /^\[pytest\]/m],
    ['conftest.py', /(?:)/],
    ['tests/conftest.py', /(?:)/],
    ['test/conftest.py', /(?:)/],
];
async function pytest(root) {
    for (const [path, section] of pytestFiles) {
        const text = await textOf(root, path);
        if (text === undefined || !section.test(text))
            continue;
        return { command: `${await pythonOf(root)} -m pytest`, source: path };
    }
    return undefined;
}
async function pythonOf(root) {
    for (const folder of (0,_sandbox_index_js__WEBPACK_IMPORTED_MODULE_3__/* .virtualEnvironments */ .Is)(root)) {
        if (await isFile(root, `${folder}/bin/python`))
            return `${folder}/bin/python`;
    }
    return 'python3';
}
/** Where pytest and unittest look by habit, and what pytest takes for a test file. */
const testFolders = ['.', 'tests', 'test'];
const testFile = /^(?:test_.*|.*_test)\.py$/;
/** For test files without any configuration: pytest where it is installed, else unittest where it finds all of them. */
async function pythonFiles(root) {
    const folders = [];
    for (const folder of testFolders) {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, folder)).catch(() => []);
        const files = names.filter((name) => testFile.test(name)).sort();
        if (files.length > 0)
            folders.push({ folder, files });
    }
    const [only] = folders;
    if (only === undefined)
        return undefined;
    const [first = ''] = only.files;
    const python = await pythonOf(root);
    const source = `test files such as ${only.folder === '.' ? first : `${only.folder}/${first}`}`;
    if (await hasPytest(root, python))
        return { command: `${python} -m pytest`, source: `${source} and pytest` };
    if (folders.length > 1 || only.files.some((name) => !name.startsWith('test')))
        return undefined;
    const found = only.folder === '.' || (await isFile(root, `${only.folder}/__init__.py`));
    return { command: `${python} -m unittest${found ? '' : ` discover -s ${only.folder}`}`, source };
}
/** Whether that Python can import pytest. One of the repository's own is looked at only: it could be any program. */
async function hasPytest(root, python) {
    if (python !== 'python3') {
        const library = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(python, '../../lib');
        const versions = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, library)).catch(() => []);
        const inside = versions.map((version) => `${library}/${version}/site-packages/pytest/__init__.py`);
        return (await Promise.all(inside.map((path) => isFile(root, path)))).includes(true);
    }
    // Isolated mode and another folder: what the repository calls pytest is not meant.
    const script = 'import sys; from importlib.util import find_spec; sys.exit(find_spec("pytest") is None)';
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(python, ['-I', '-c', script], { cwd: '/', stdio: 'ignore', timeout: 10_000 });
    return new Promise((resolve) => {
        child.once('error', () => resolve(false));
        child.once('close', (status) => resolve(status === 0));
    });
}
async function go(root) {
    return (await isFile(root, 'go.mod')) ? { command: 'go test ./...', source: 'go.mod' } : undefined;
}
async function textOf(root, path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), 'utf8').catch(() => undefined);
}
async function isFile(root, path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path)).then((found) => found.isFile(), () => false);
}
function objectIn(json) {
    try {
        return objectOf(JSON.parse(json));
    }
    catch {
        return undefined;
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
}


/***/ })

};
