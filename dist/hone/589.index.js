export const id = 589;
export const ids = [589];
export const modules = {

/***/ 30484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QL: () => (/* binding */ revision),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81156);

function text(initial = '') {
    return { default: initial, secret: false, allowed: 'any text', parse: (value) => value };
}
/** A token or key: masked in the log before anything else is read. */
function secret() {
    return { default: '', secret: true, allowed: 'a token', parse: (value) => value };
}
/** A git revision. Never an option: what starts with a dash is refused before git sees it. */
function revision() {
    return {
        default: '',
        secret: false,
        allowed: 'a commit, branch or tag; it may not start with "-" or hold spaces or control characters',
        parse: (value) => (/^[^-\s\p{Cc}][^\s\p{Cc}]*$/u.test(value) ? value : undefined),
    };
}
function boolean(initial) {
    return {
        default: String(initial),
        secret: false,
        allowed: '"true" or "false"',
        parse: (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
    };
}
function integer(initial, range) {
    return {
        default: String(initial),
        secret: false,
        allowed: `a whole number from ${range.min} to ${range.max}`,
        parse: (value) => {
            if (!/^(0|[1-9]\d{0,14})$/.test(value))
                return undefined;
            const number = Number(value);
            return number >= range.min && number <= range.max ? number : undefined;
        },
    };
}
function oneOf(values, initial) {
    return {
        default: initial,
        secret: false,
        allowed: `one of ${values.join(', ')}`,
        parse: (value) => values.find((allowed) => allowed === value),
    };
}
/** Values separated by commas or white space; each must match `item`. */
function list(allowed, item) {
    return {
        default: '',
        secret: false,
        allowed,
        parse: (value) => {
            const items = value.split(/[\s,]+/).filter((part) => part !== '');
            return items.every((part) => item.test(part)) ? items : undefined;
        },
    };
}
/**
 * Reads the `INPUT_*` variables that the runner sets.
 *
 * @param onSecret called with every secret before any other input is looked at
 * @throws {UsageError} naming the input, the value received and what is allowed
 */
function parseInputs(spec, environment, onSecret) {
    const raw = new Map(Object.entries(spec).map(([name, input]) => {
        const value = (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();
        if (input.secret && value !== '')
            onSecret(value);
        return [name, value];
    }));
    const inputs = {};
    for (const [name, input] of Object.entries(spec)) {
        inputs[camelCase(name)] = parseInput(name, input, raw.get(name) ?? '');
    }
    return inputs;
}
function parseInput(name, input, value) {
    const given = value === '' ? input.default : value;
    const parsed = input.parse(given);
    if (parsed === undefined && given !== '') {
        const received = input.secret ? 'a value' : JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`input "${name}": ${received} is not allowed; allowed is ${input.allowed}`);
    }
    return parsed;
}
function camelCase(name) {
    return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 25987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ payloadText),
/* harmony export */   Do: () => (/* binding */ stepFolder),
/* harmony export */   fY: () => (/* binding */ readRunner),
/* harmony export */   k2: () => (/* binding */ defaultApi)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81156);




/**
 * Reads the runner's environment.
 *
 * The job part of the stream key ends in a nonce: neither GITHUB_JOB nor the job named in the runtime token tells the
 * legs of a matrix, or two calls of one reusable workflow, apart in every runner, and two steps that shared a key would
 * overwrite each other's facts. The post step gets the key back through the saved state.
 *
 * @throws {CannotRunError} outside a workflow run
 */
function readRunner(environment) {
    const need = (name) => {
        const value = environment[name];
        if (!value)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotRunError */ .F3(`${name} is not set: an action runs inside a workflow; elsewhere use \`hone\``);
        return value;
    };
    const attempt = environment.GITHUB_RUN_ATTEMPT || '1';
    if (!/^[1-9]\d{0,8}$/.test(attempt))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotRunError */ .F3(`GITHUB_RUN_ATTEMPT is ${JSON.stringify(attempt)}`);
    const repository = need('GITHUB_REPOSITORY');
    const eventName = environment.GITHUB_EVENT_NAME || 'unknown';
    const payload = readPayload(environment.GITHUB_EVENT_PATH);
    const runId = need('GITHUB_RUN_ID');
    const job = `${environment.GITHUB_JOB || 'job'}/${environment.GITHUB_ACTION || 'step'}`;
    return {
        stream: {
            repository,
            runId,
            attempt: Number(attempt),
            job: `${job}/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`,
        },
        workspace: need('GITHUB_WORKSPACE'),
        temp: need('RUNNER_TEMP'),
        eventName,
        payload,
        workflow: environment.GITHUB_WORKFLOW || 'unknown',
        ref: environment.GITHUB_REF ?? '',
        apiUrl: environment.GITHUB_API_URL || defaultApi,
        runUrl: `${environment.GITHUB_SERVER_URL || 'https://github.com'}/${repository}/actions/runs/${runId}`,
        // A fork that was deleted has no repository any more.
        fork: eventName.startsWith('pull_request') && payloadText(payload, 'pull_request.head.repo.full_name') !== repository,
    };
}
/** The API of github.com; GitHub Enterprise Server says where its own is. */
const defaultApi = 'https://api.github.com';
function readPayload(path) {
    if (!path)
        return undefined;
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (thrown) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotRunError */ .F3(`the event payload ${path} cannot be read: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(thrown)}`);
    }
}
/** The text at a path of the payload, such as `pull_request.head.sha`; undefined when there is none. */
function payloadText(payload, path) {
    let value = payload;
    for (const name of path.split('.')) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
            return undefined;
        value = value[name];
    }
    return typeof value === 'string' ? value : undefined;
}
/** The folder of a step's own files: journal, report. */
function stepFolder(runner) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runner.temp, 'hone', runner.stream.job.replace(/[^\w.-]/g, '_'));
}


/***/ }),

/***/ 18589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ startAction)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/dist/base/clock.js
var clock = __webpack_require__(52033);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/actions/inputs.js
var actions_inputs = __webpack_require__(30484);
// EXTERNAL MODULE: ./build/dist/render/markdown.js
var markdown = __webpack_require__(6825);
;// CONCATENATED MODULE: ./build/dist/actions/publish.js




// GitHub drops a step's whole summary above 1 MiB, and annotations above 10 of a level.
const summaryLimit = 1_000_000;
const annotationLimit = 10;
/**
 * Says what an action has to say: outputs, report file, annotations, job summary.
 *
 * @param notes what happened to the learning store
 * @param deps.summaryFile GITHUB_STEP_SUMMARY; undefined leaves the summary out
 * @throws when outputs or report cannot be written: later steps rely on them. Trouble with the summary is a warning.
 */
function publish(outcome, notes, deps) {
    const { commands, log } = deps;
    const report = (0,external_node_path_.join)(deps.folder, 'report.json');
    (0,external_node_fs_.writeFileSync)(report, `${JSON.stringify(outcome.report, undefined, 2)}\n`);
    for (const [name, value] of Object.entries(outcome.outputs))
        commands.setOutput(name, value);
    commands.setOutput('report', report);
    annotate(outcome.annotations, commands, log);
    if (deps.summaryFile === undefined)
        return;
    try {
        (0,external_node_fs_.appendFileSync)(deps.summaryFile, `${(0,markdown/* clipDocument */.kq)(withStoreNotes(outcome.summary, notes), summaryLimit)}\n`);
    }
    catch (thrown) {
        log.warn(`the job summary cannot be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
function annotate(annotations, commands, log) {
    for (const level of ['error', 'warning', 'notice']) {
        const ofLevel = annotations.filter((annotation) => annotation.level === level);
        for (const { title, message, file, startLine, endLine } of ofLevel.slice(0, annotationLimit)) {
            commands[level](message, { title, file, startLine, endLine });
        }
        const hidden = ofLevel.length - annotationLimit;
        if (hidden > 0)
            log.info(`${hidden} more ${level} annotations are not shown: GitHub shows ${annotationLimit} a step`);
    }
}
function withStoreNotes(summary, notes) {
    if (notes.length === 0)
        return summary;
    const lines = notes.map(({ level, text }) => `- ${level === 'warning' ? '⚠️ ' : ''}${(0,markdown/* escapeMessage */.hC)(text)}`);
    return `${summary.trimEnd()}\n\n<details><summary>Learning store</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

// EXTERNAL MODULE: ./build/dist/base/version.js
var version = __webpack_require__(32611);
// EXTERNAL MODULE: ./build/dist/store/index.js + 7 modules
var dist_store = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/dist/store/run-events.js
var run_events = __webpack_require__(12398);
;// CONCATENATED MODULE: ./build/dist/actions/recording.js





// The post step is a process of its own: the journal's place is all it must know of the main step.
const stateName = 'journal';
/**
 * Begins the journal of a step and tells the post step where it is. Trouble with the journal is a warning, said once:
 * the action goes on unrecorded.
 */
function beginRecording(action, folder, deps) {
    const { runner, clock, commands, log } = deps;
    const path = (0,external_node_path_.join)(folder, 'journal.jsonl');
    let lost = false;
    const attempt = (work) => {
        if (lost)
            return undefined;
        try {
            return work();
        }
        catch (thrown) {
            lost = true;
            log.warn(`what happens from here on is not recorded: ${(0,errors/* messageOf */.bD)(thrown)}`);
            return undefined;
        }
    };
    const journal = attempt(() => (0,dist_store/* openJournal */._0)(path, runner.stream, clock));
    const recorder = { record: (kind, data) => attempt(() => journal?.record(kind, data)) };
    const started = clock.now();
    if (journal !== undefined)
        commands.saveState(stateName, path);
    recorder.record(run_events/* runStarted */.d, {
        action,
        trigger: runner.eventName,
        workflow: runner.workflow,
        hone: version/* version */.r,
        node: process.versions.node,
    });
    return {
        recorder,
        finish(outcome, reason) {
            recorder.record(run_events/* runFinished */.u, { action, outcome, durationMs: clock.now() - started, reason });
            attempt(() => journal?.close());
        },
    };
}
/** A step that keeps nothing. */
const noRecording = { recorder: { record() { } }, finish() { } };
/** What the main step left for its post step; undefined when it recorded nothing. */
function readRecording(commands) {
    const path = commands.getState(stateName);
    if (path === '')
        return undefined;
    return {
        path,
        endInterrupted(clock) {
            const { stream, events } = (0,dist_store/* readJournal */.a0)(path);
            if (events.some((event) => event.kind === run_events/* runFinished */.u.kind))
                return false;
            const action = events.find((event) => event.kind === run_events/* runStarted */.d.kind)?.data.action;
            const journal = (0,dist_store/* openJournal */._0)(path, stream, clock);
            journal.record(run_events/* runFinished */.u, {
                action: typeof action === 'string' ? action : 'unknown',
                outcome: 'interrupted',
                durationMs: null,
                reason: 'cancelled, timed out or killed',
            });
            journal.close();
            return true;
        },
    };
}

// EXTERNAL MODULE: ./build/dist/actions/runner.js
var actions_runner = __webpack_require__(25987);
// EXTERNAL MODULE: ./build/dist/store/sync/index.js + 10 modules
var store_sync = __webpack_require__(24885);
// EXTERNAL MODULE: ./build/dist/store/sync/limits.js
var limits = __webpack_require__(63143);
;// CONCATENATED MODULE: ./build/dist/actions/step-store.js






/** Newest snapshot and every delta since. Never throws for what a service does: the store is then empty, and that is said. */
async function openStepStore(openServices, options) {
    const { log, recorder, folder, sweep, fork } = options;
    const notes = [];
    const tell = (told) => {
        notes.push(...told);
        for (const { level, text } of told)
            level === 'warning' ? log.warn(text) : log.info(text);
    };
    let sync;
    let restored;
    try {
        sync = await openServices(options.token);
        restored = await (0,store_sync/* restoreStore */.yH)(sync, { sweep });
        if (!fork)
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, carryFile), (0,store_sync/* encodeCarry */.Yk)(restored.carry, limits/* defaultLimits */.MK));
    }
    catch (thrown) {
        const text = `The learning store of earlier runs cannot be read, this run goes on without it: ${(0,errors/* messageOf */.bD)(thrown)}`;
        tell([{ level: 'warning', text }]);
        return { store: unreachable(await dist_store/* EventStore */.s5.create(), tell), notes, close: async () => { } };
    }
    tell(restored.report.notes);
    const { store } = restored;
    return {
        notes,
        store: {
            project: (projection) => store.project(projection),
            events: (query) => store.events(query),
            count: () => store.count(),
            accept: (runIds) => (0,store_sync/* acceptRuns */.Ti)(store, recorder, runIds).unknown,
            compact: async (retentionDays) => tell((await (0,store_sync/* compactStore */.RN)(sync, restored, { retentionDays })).notes),
        },
        async close() {
            if (restored.report.snapshotDue && !sweep && !fork)
                tell((await (0,store_sync/* saveSnapshot */.Os)(sync, restored)).notes);
            store.close();
        },
    };
}
/** The store of a step that keeps nothing. */
async function emptyStepStore() {
    const store = await dist_store/* EventStore */.s5.create();
    return { store: unreachable(store, () => { }), notes: [], close: async () => store.close() };
}
function unreachable(store, tell) {
    return {
        project: (projection) => store.project(projection),
        events: (query) => store.events(query),
        count: () => store.count(),
        accept: (runIds) => runIds,
        compact: async () => tell([{ level: 'warning', text: 'No snapshot was published.' }]),
    };
}
const carryFile = 'carry.json';
/** What the main step's restore left for the commit; undefined where there was none. */
function readCarry(folder) {
    try {
        return (0,store_sync/* decodeCarry */.cw)((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, carryFile), 'utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/dist/actions/workflow-log.js
// The runner takes `::name::` for a command at the start of a line, and the older `##[name]` anywhere in it.
const commandLike = /^([\s\u0085]*)::|##\[/gm;
/** Text whose lines the runner prints and never obeys: a zero-width space parts what would start a command. */
function inert(text) {
    return text.replace(/\r\n?/g, '\n').replace(commandLike, (found) => `${found.slice(0, -1)}\u200b${found.slice(-1)}`);
}
/** A {@link Log} in a workflow run. Warnings and errors become annotations; progress is said once, when it ends. */
function workflowLog(commands) {
    return {
        debug: (message) => commands.debug(message),
        info: (message) => commands.info(inert(message)),
        warn: (message) => commands.warning(message),
        error: (message) => commands.error(message),
        progress: (label) => ({
            update() { },
            end: (summary) => commands.info(inert(summary === undefined ? label : `${label}: ${summary}`)),
        }),
    };
}

;// CONCATENATED MODULE: ./build/dist/actions/life.js









/**
 * The main step of every action: inputs, store, run, render, record. Never throws: whatever is thrown fails the step,
 * with the reason first. Trouble with keeping facts is a warning and never fails it.
 */
async function runMain(action, host) {
    const { commands, environment } = host;
    const secrets = [];
    try {
        const inputs = (0,actions_inputs/* parseInputs */.TL)(action.inputs, environment, (secret) => {
            commands.setSecret(secret);
            secrets.push(secret);
        });
        const failure = await runRecorded(action, inputs, host, secrets);
        if (failure !== undefined)
            commands.setFailed(failure);
    }
    catch (thrown) {
        fail(commands, thrown);
    }
}
/** @returns the verdict that fails the build, if there is one */
async function runRecorded(action, inputs, host, secrets) {
    const { clock, commands, environment } = host;
    const settings = action.settings(inputs);
    const log = workflowLog(commands);
    const runner = (0,actions_runner/* readRunner */.fY)(environment);
    const folder = (0,actions_runner/* stepFolder */.Do)(runner);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const kept = settings.store !== 'off';
    const recording = kept ? beginRecording(action.name, folder, { runner, clock, commands, log }) : noRecording;
    const { recorder } = recording;
    try {
        const { token } = settings;
        const opened = kept
            ? await openStepStore(host.openServices, {
                ...{ token, folder, recorder, log },
                sweep: settings.store === 'sweep',
                fork: runner.fork,
            })
            : await emptyStepStore();
        const outcome = await action.run(inputs, { runner, store: opened.store, recorder, clock, log });
        await opened.close();
        const summaryFile = settings.summary ? environment.GITHUB_STEP_SUMMARY : undefined;
        publish(outcome, opened.notes, { folder, summaryFile, commands, log });
        recording.finish(outcome.failure === undefined ? 'succeeded' : 'negative', outcome.failure ?? null);
        return outcome.failure;
    }
    catch (thrown) {
        const reason = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), (0,errors/* messageOf */.bD)(thrown));
        recording.finish('failed', reason.slice(0, 500));
        throw thrown;
    }
}
/**
 * The post step of every action: uploads what the main step recorded, whatever became of it. Never fails the job; when
 * the main step was cancelled or killed before its end, that becomes a fact too.
 */
async function runPost(action, host) {
    const { commands, clock, environment } = host;
    const log = workflowLog(commands);
    try {
        const journal = readRecording(commands);
        // Nothing was recorded: the store is off, or the main step never began.
        if (journal === undefined)
            return;
        const inputs = (0,actions_inputs/* parseInputs */.TL)(action.inputs, environment, commands.setSecret);
        if (journal.endInterrupted(clock))
            log.warn(`${action.name} was cancelled, timed out or was killed before its end`);
        const { commitJournals } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 24885));
        const services = await host.openServices(action.settings(inputs).token);
        const { notes } = await commitJournals(services, [journal.path], readCarry((0,external_node_path_.dirname)(journal.path)));
        for (const { level, text } of notes)
            level === 'warning' ? log.warn(text) : log.info(text);
    }
    catch (thrown) {
        log.warn(`what this step recorded could not be kept: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
/** Fails the step on any thrown value. Mistakes and troubles of the machine are one sentence, bugs keep their stack. */
function fail(commands, thrown) {
    const expected = thrown instanceof errors/* UsageError */.eb || thrown instanceof errors/* CannotRunError */.F3;
    commands.setFailed((0,errors/* messageOf */.bD)(thrown));
    if (!expected && thrown instanceof Error && thrown.stack)
        commands.info(inert(thrown.stack));
}

;// CONCATENATED MODULE: ./build/dist/actions/services.js


/** GitHub's own: artifacts and cache of the repository that the run belongs to. */
async function openServices(environment, token) {
    const { ActionsArtifacts, ActionsCache } = await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(134), __webpack_require__.e(864)]).then(__webpack_require__.bind(__webpack_require__, 79134));
    return {
        cache: new ActionsCache(),
        artifacts: new ActionsArtifacts({
            token,
            apiUrl: environment.GITHUB_API_URL || actions_runner/* defaultApi */.k2,
            repository: environment.GITHUB_REPOSITORY ?? '',
            ...(environment.RUNNER_TEMP ? { temp: environment.RUNNER_TEMP } : {}),
        }),
        clock: clock/* systemClock */.m,
    };
}

;// CONCATENATED MODULE: ./build/dist/actions/start.js




/** Starts a phase of an action in the workflow run that this process is a step of. */
async function startAction(action, phase) {
    // What is thrown outside of any promise we wait for must fail the step with its reason as well.
    process.once('uncaughtException', (thrown) => {
        fail(core, thrown);
        process.exit();
    });
    const host = {
        environment: process.env,
        commands: core,
        clock: clock/* systemClock */.m,
        openServices: (token) => openServices(process.env, token),
    };
    await (phase === 'main' ? runMain(action, host) : runPost(action, host));
}


/***/ }),

/***/ 52033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = { now: () => Date.now() };


/***/ }),

/***/ 81156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ CannotRunError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/** The user's mistake: wrong option, input, revision or config. Shown without a stack; exit status 2. */
class UsageError extends Error {
    name = 'UsageError';
}
/** Nobody's mistake here: the disk is full, git is missing, the network is down. Shown without a stack; exit status 3. */
class CannotRunError extends Error {
    name = 'CannotRunError';
}
/** One sentence of any thrown value, Errors or not. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message || thrown.name;
    try {
        return String(thrown);
    }
    catch {
        return 'a value that cannot be shown was thrown';
    }
}


/***/ }),

/***/ 32611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Equal to package.json's, which a bundle does not carry; a test holds the two together. */
const version = '0.1.0';


/***/ })

};
