export const id = 649;
export const ids = [649];
export const modules = {

/***/ 10649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  analyze: () => (/* binding */ analyze)
});

// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/git/index.js + 18 modules
var git = __webpack_require__(86110);
// EXTERNAL MODULE: ./build/dist/analysis/report.js
var report = __webpack_require__(20000);
;// CONCATENATED MODULE: ./build/dist/analysis/convergence/similarity.js
/** Names in backquotes are what a message is about; the rest is how it says so. */
const quoted = /`([^`]+)`/g;
const enough = 0.4;
/** Whether two messages say the same: shared words (Jaccard >= 0.4) and, where both quote code, a shared quote. */
function similarText(a, b) {
    const quotesA = quotes(a);
    const quotesB = quotes(b);
    if (quotesA.size > 0 && quotesB.size > 0 && ![...quotesA].some((quote) => quotesB.has(quote)))
        return false;
    return jaccard(words(a), words(b)) >= enough;
}
function quotes(text) {
    return new Set([...text.matchAll(quoted)].map((match) => match[1] ?? ''));
}
function words(text) {
    return new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
}
function jaccard(a, b) {
    const shared = [...a].filter((word) => b.has(word)).length;
    const union = a.size + b.size - shared;
    return union === 0 ? 1 : shared / union;
}

;// CONCATENATED MODULE: ./build/dist/analysis/convergence/converge.js


/**
 * Brings together what the analysts found. Findings of different analysts are the same problem when file, lines and
 * category meet and the messages are similar, or when they carry the same id. Does not depend on the order of its
 * input, and converging its own findings again changes nothing.
 */
function converge(findings, safe = []) {
    const groups = group([...findings].sort(order));
    const merged = groups.map(merge).sort(order);
    return {
        findings: merged,
        alerts: merged.filter((finding) => finding.severity === 'critical').map((finding) => finding.id),
        humanReview: [...groups.flatMap(disagreements), ...merged.flatMap((finding) => denials(finding, safe))].sort(),
    };
}
/** Connected components, over findings sorted by {@link order}, of "is the same problem as". */
function group(findings) {
    const leader = findings.map((_, i) => i);
    const find = (i) => {
        let at = i;
        while (leader[at] !== at)
            at = leader[at];
        return at;
    };
    // Sorted by file: only neighbours of the same file can be the same problem.
    for (const [i, one] of findings.entries()) {
        for (let j = i + 1; findings[j]?.file === one.file; j++) {
            if (same(one, findings[j]))
                leader[find(j)] = find(i);
        }
    }
    const groups = new Map();
    for (const [i, one] of findings.entries())
        groups.set(find(i), [...(groups.get(find(i)) ?? []), one]);
    return [...groups.values()];
}
function same(a, b) {
    if (a.id === b.id)
        return true;
    // One analyst's two findings are two problems, however alike they sound.
    if (a.analysts.some((name) => b.analysts.includes(name)))
        return false;
    return a.category === b.category && overlap(a, b) && similarText(a.message, b.message);
}
function overlap(a, b) {
    return a.startLine <= b.endLine && b.startLine <= a.endLine;
}
function merge(group) {
    const analysts = report/* analystNames */.Do.filter((name) => group.some((finding) => finding.analysts.includes(name)));
    const [first, ...rest] = group;
    const representative = rest.reduce((best, other) => (rank(other) > rank(best) ? other : best), first);
    return { ...representative, analysts, confidence: analysts.length > 1 ? 'high' : representative.confidence };
}
function disagreements(group) {
    const ranks = group.map(rank);
    const low = group[ranks.indexOf(Math.min(...ranks))];
    const high = group[ranks.indexOf(Math.max(...ranks))];
    if (rank(high) - rank(low) < 2)
        return [];
    return [
        `${high.file}:${high.startLine}: ${high.analysts.join(', ')} calls it ${high.severity} (${high.rule}), ` +
            `${low.analysts.join(', ')} ${low.severity}.`,
    ];
}
function denials(finding, safe) {
    const deniers = safe.filter((claim) => claim.file === finding.file &&
        claim.category === finding.category &&
        !finding.analysts.includes(claim.analyst) &&
        overlap(claim, finding));
    const names = [...new Set(deniers.map((claim) => claim.analyst))].sort();
    return names.map((name) => `${finding.file}:${finding.startLine}: ${finding.analysts.join(', ')} reports ${finding.rule}, ${name} calls it safe.`);
}
function rank(finding) {
    return report/* severities */.gO.indexOf(finding.severity);
}
/** A total order, so that equal sets of findings give equal results. */
function order(a, b) {
    return (compare(a.file, b.file) ||
        a.startLine - b.startLine ||
        a.endLine - b.endLine ||
        compare(a.rule, b.rule) ||
        compare(a.id, b.id) ||
        compare(JSON.stringify(a), JSON.stringify(b)));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/dist/analysis/convergence/tasks.js

/**
 * The things to do, most severe first, one per finding worth acting on (severity above info).
 *
 * @param proposed ids of tasks that earlier runs proposed
 */
function tasksOf(findings, proposed) {
    return findings
        .filter((finding) => finding.severity !== 'info')
        .map((finding) => ({
        id: finding.id,
        title: finding.message,
        file: finding.file,
        line: finding.startLine,
        severity: finding.severity,
        confidence: finding.confidence,
        proposedBefore: proposed.has(finding.id),
    }))
        .sort((a, b) => report/* severities */.gO.indexOf(b.severity) - report/* severities */.gO.indexOf(a.severity));
}

// EXTERNAL MODULE: ./build/dist/store/event.js
var store_event = __webpack_require__(28147);
;// CONCATENATED MODULE: ./build/dist/analysis/events.js

/** One analysis of one commit, whatever came of it. */
const analysisCompleted = (0,store_event/* eventKind */.P)('analysis.completed');
const findingReported = (0,store_event/* eventKind */.P)('analysis.finding');
/** A thing to do, put on the repository's list once. */
const taskProposed = (0,store_event/* eventKind */.P)('task.proposed');
/** Ids of every task proposed so far. */
const proposedTasks = {
    name: 'analysis.proposed-tasks',
    version: 1,
    kinds: [taskProposed.kind],
    commutative: true,
    initial: () => ({}),
    apply(state, event) {
        const { id } = event.data;
        if (typeof id === 'string')
            state[id] = true;
        return state;
    },
};

// EXTERNAL MODULE: ./build/dist/analysis/scope.js
var scope = __webpack_require__(42832);
;// CONCATENATED MODULE: ./build/dist/analysis/input.js



/** Larger files are data, or were written by a program. */
const maxFileBytes = 1024 * 1024;
const readRoles = new Set(['source', 'test', 'migration', 'manifest', 'interface', 'config']);
/** Of larger changes the rest is named as not looked at: both sides of every file are held in memory. */
const maxFiles = 2000;
const silentRoles = new Set(['generated', 'vendored']);
/** What the analysts get to see of a change: both sides of every file that they may judge. */
async function readInput(repository, change, signal) {
    const blobs = (0,git/* openBlobs */.d7)(repository, { maxBytes: maxFileBytes, ...(signal && { signal }) });
    const notes = change.clipped.map((clip) => `${clip.path}: ${clip.reason}.`);
    try {
        const files = await Promise.all(change.files.slice(0, maxFiles).map((file) => readFile(file, change, blobs, notes)));
        const rest = change.files.length - files.length;
        if (rest > 0)
            notes.push(`The change has ${change.files.length} files; ${rest} of them were not looked at.`);
        const unseen = files.filter((file) => silentRoles.has(file.role)).map((file) => file.path);
        if (unseen.length > 0)
            notes.push(`Not looked at, being generated or vendored: ${listed(unseen)}.`);
        return { input: { repository, base: change.base, head: change.head, files }, notes };
    }
    finally {
        await blobs.close();
    }
}
async function readFile(file, change, blobs, notes) {
    const oldPath = file.oldPath ?? file.path;
    const role = file.binary || file.submodule ? 'other' : (0,scope/* roleOfPath */.Xi)(file.path);
    const wanted = readRoles.has(role) && file.status !== 'type-changed';
    const read = async (sha, path) => {
        if (!wanted || sha === undefined)
            return undefined;
        try {
            return (await blobs.read(sha, path))?.toString('utf8');
        }
        catch (thrown) {
            notes.push(`${path} was not looked at: ${(0,errors/* messageOf */.bD)(thrown)}.`);
            return undefined;
        }
    };
    const [oldText, newText] = await Promise.all([
        file.status === 'added' ? undefined : read(change.base, oldPath),
        file.status === 'deleted' ? undefined : read(change.head, file.path),
    ]);
    const generated = (0,scope/* looksGenerated */.At)(newText ?? oldText ?? '');
    return {
        path: file.path,
        oldPath,
        status: file.status,
        role: generated ? 'generated' : role,
        oldText: generated ? undefined : oldText,
        newText: generated ? undefined : newText,
        added: linesOf(file, 'added'),
        deleted: linesOf(file, 'deleted'),
    };
}
function linesOf(file, type) {
    return file.hunks.flatMap((hunk) => hunk.lines.filter((line) => line.type === type).map(({ line, text }) => ({ line, text })));
}
function listed(paths) {
    const shown = paths.slice(0, 5).join(', ');
    return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/dist/analysis/isolation.js


const defaultLimits = { timeoutMs: 30_000, memoryMb: 1024 };
/** The module whose `analyst()` serves one analyst in a worker: the bundle, or main.ts when running from source. */
function mainModule() {
    const fromSource = import.meta.url.endsWith('.ts');
    const name = fromSource ? '../main.ts' : './index.js';
    return new URL(name, import.meta.url);
}
// eval: a worker file of its own would not be part of the one bundle.
const bootstrap = "import(require('node:worker_threads').workerData.door).then((door) => door.analyst())";
/**
 * One analyst in a thread of its own. Deterministic code that loops for ever cannot be timed out by a promise in its
 * own thread; a thread can be terminated.
 */
class IsolatedAnalyst {
    name;
    #limits;
    #clock;
    #worker;
    #answer;
    /** Starts the thread at once, so that it loads while the caller still reads the change. */
    constructor(name, door, limits, clock) {
        this.name = name;
        this.#limits = limits;
        this.#clock = clock;
        this.#worker = new external_node_worker_threads_.Worker(bootstrap, {
            eval: true,
            workerData: { door: door.href, name },
            // Not the test runner's or debugger's flags, and nothing of its output in ours.
            execArgv: [],
            stdout: true,
            stderr: true,
            resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
        });
        this.#worker.stdout.resume();
        this.#worker.stderr.resume();
        this.#answer = new Promise((resolve) => {
            this.#worker.once('message', resolve);
            this.#worker.on('error', (thrown) => resolve({ error: (0,errors/* messageOf */.bD)(thrown) }));
            this.#worker.once('exit', (code) => resolve({ error: `its thread ended without an answer (status ${code})` }));
        });
    }
    /** Never rejects: what goes wrong is the outcome. The thread is gone afterwards. */
    async run(input, signal) {
        const started = this.#clock.now();
        const { promise: stopped, stop } = stopper(this.#limits.timeoutMs, signal);
        this.#worker.postMessage(input);
        const first = await Promise.race([this.#answer, stopped]);
        stop();
        this.close();
        const durationMs = this.#clock.now() - started;
        const { name } = this;
        if (first === 'timeout') {
            const reason = `stopped at its limit of ${this.#limits.timeoutMs / 1000} s`;
            return { outcome: { name, status: 'timed-out', durationMs, reason } };
        }
        if (first === 'aborted')
            return { outcome: { name, status: 'failed', durationMs, reason: 'cancelled' } };
        if ('error' in first)
            return { outcome: { name, status: 'failed', durationMs, reason: first.error } };
        return { outcome: { name, status: 'done', durationMs }, result: first.result };
    }
    close() {
        void this.#worker.terminate();
    }
}
function stopper(timeoutMs, signal) {
    let stop = () => { };
    const promise = new Promise((resolve) => {
        const timer = setTimeout(() => resolve('timeout'), timeoutMs);
        const abort = () => resolve('aborted');
        if (signal?.aborted)
            abort();
        signal?.addEventListener('abort', abort, { once: true });
        stop = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', abort);
        };
    });
    return { promise, stop };
}

// EXTERNAL MODULE: ./build/dist/analysis/registry.js
var registry = __webpack_require__(33849);
;// CONCATENATED MODULE: ./build/dist/analysis/analyze.js









/**
 * Reads one change with every analyst in parallel, brings together what they found, and records it.
 *
 * @throws UsageError for a revision that the repository does not have, or a repository without commits
 * @throws CannotRunError when what changed cannot be known (the parent is missing in a shallow clone)
 */
async function analyze(request, deps) {
    const { repository, clock, signal } = deps;
    const started = clock.now();
    const doors = deps.analysts ?? new Map(registry/* availableAnalysts */.t.map((name) => [name, mainModule()]));
    // The threads load while git is being read.
    const threads = [...doors].map(([name, door]) => new IsolatedAnalyst(name, door, deps.limits ?? defaultLimits, clock));
    try {
        const { commit, change } = await readSubject(request, repository, signal);
        const { input, notes } = await readInput(repository, change, signal);
        deps.log.debug(`analysing ${change.files.length} files of ${commit.sha.slice(0, 12)}`);
        const runs = await Promise.all(threads.map((thread) => thread.run(input, signal)));
        signal?.throwIfAborted();
        const report = compose(commit, change, runs, notes, deps.events.project(proposedTasks), clock.now() - started);
        record(report, deps.recorder);
        return report;
    }
    finally {
        for (const thread of threads)
            thread.close();
    }
}
async function readSubject(request, repository, signal) {
    if (repository.head === undefined)
        throw new errors/* UsageError */.eb(`${repository.root} has no commits yet, so there is nothing to analyse`);
    const options = signal ? { signal } : {};
    if ('base' in request) {
        const [base, head] = await Promise.all([
            (0,git/* resolveRevision */.eZ)(repository, request.base),
            (0,git/* resolveRevision */.eZ)(repository, request.head),
        ]);
        // What came into base meanwhile is not part of the change, as on a pull request page.
        const from = (await (0,git/* mergeBase */.wu)(repository, base, head)) ?? base;
        const [commit, change] = await Promise.all([
            (0,git/* readCommit */.kN)(repository, head),
            (0,git/* readChange */.pm)(repository, { base: from, head }, options),
        ]);
        return { commit, change };
    }
    const head = await (0,git/* resolveRevision */.eZ)(repository, request.commit ?? 'HEAD');
    const [commit, change] = await Promise.all([(0,git/* readCommit */.kN)(repository, head), (0,git/* readChange */.pm)(repository, { head }, options)]);
    return { commit, change };
}
function compose(commit, change, runs, notes, proposed, durationMs) {
    const results = runs.flatMap(({ result }) => result ?? []);
    const { findings, alerts, humanReview } = converge(results.flatMap((result) => result.findings), results.flatMap((result) => result.safe));
    const sum = (key) => change.files.reduce((total, file) => total + file[key], 0);
    return {
        commit,
        base: change.base,
        files: { changed: change.files.length, insertions: sum('insertions'), deletions: sum('deletions') },
        analysts: report/* analystNames */.Do.map((name) => runs.find(({ outcome }) => outcome.name === name)?.outcome ?? notRun(name)),
        findings,
        impact: results.find((result) => result.impact)?.impact,
        tests: [],
        docs: [],
        risk: { abstained: true, probability: null, baseRate: null, reason: 'no model of this repository’s history yet' },
        alerts,
        tasks: tasksOf(findings, new Set(Object.keys(proposed))),
        humanReview,
        notes: [...notes, ...results.flatMap((result) => result.notes)],
        durationMs,
    };
}
function notRun(name) {
    return { name, status: 'not-run', durationMs: 0, reason: 'this version of Hone does not have it' };
}
function record(report, recorder) {
    const commit = report.commit.sha;
    recorder.record(analysisCompleted, {
        commit,
        base: report.base ?? null,
        files: report.files.changed,
        insertions: report.files.insertions,
        deletions: report.files.deletions,
        analysts: report.analysts.map(({ name, status, durationMs }) => ({ name, status, durationMs })),
        findings: report.findings.length,
        impact: report.impact?.overall ?? null,
        durationMs: report.durationMs,
    });
    for (const { id, rule, analysts, category, severity, confidence, file, startLine } of report.findings) {
        const data = { commit, id, rule, analysts: [...analysts], category, severity, confidence, file, line: startLine };
        recorder.record(findingReported, data);
    }
    for (const { proposedBefore, ...task } of report.tasks) {
        if (!proposedBefore)
            recorder.record(taskProposed, { ...task, commit });
    }
}


/***/ }),

/***/ 33849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ availableAnalysts),
/* harmony export */   z: () => (/* binding */ loadAnalyst)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20000);

// Loaded one at a time: each analyst has its own thread and pays for its own code only.
const loaders = {
    'code-critic': async () => (await Promise.all(/* import() */[__webpack_require__.e(878), __webpack_require__.e(312), __webpack_require__.e(213)]).then(__webpack_require__.bind(__webpack_require__, 55213))).codeCritic,
    'impact-analyst': async () => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(878), __webpack_require__.e(312), __webpack_require__.e(6)]).then(__webpack_require__.bind(__webpack_require__, 41006))).impactAnalyst,
};
const availableAnalysts = _report_js__WEBPACK_IMPORTED_MODULE_0__/* .analystNames */ .Do.filter((name) => loaders[name]);
async function loadAnalyst(name) {
    const load = loaders[name];
    if (!load)
        throw new Error(`there is no analyst "${name}"`);
    return load();
}


/***/ }),

/***/ 42832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ looksGenerated),
/* harmony export */   Xi: () => (/* binding */ roleOfPath),
/* harmony export */   cE: () => (/* binding */ servesTests),
/* harmony export */   tG: () => (/* binding */ isExample)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

const sourceFile = /\.(?:[cm]?[jt]sx?|pyi?)$/;
const prose = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|org|pod)$/i;
const proseName = /^(?:readme|changelog|changes|history|authors|contributors|license|licence|copying|notice|news)$/i;
const lockName = /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|poetry\.lock|Pipfile\.lock|uv\.lock|pdm\.lock|Cargo\.lock|Gemfile\.lock|composer\.lock|go\.sum|flake\.lock)$/;
const vendoredFolder = /(?:^|\/)(?:node_modules|bower_components|vendor|vendored|_vendor|third[_-]?party|site-packages|\.yarn)\//;
const generatedPath = /(?:^|\/)(?:dist|__generated__|generated|coverage|\.next|\.nuxt)\/|\.(?:min|bundle)\.(?:m?js|css)$|[._-](?:pb2(?:_grpc)?\.pyi?|generated\.[cm]?[jt]sx?|gen\.[jt]s)$|\.snap$/;
// In the first lines only: a file that writes generated files says it further down.
const generatedMark = /@generated\b|\bDO NOT EDIT\b|\bauto-?generated (?:by|file|from)\b/i;
const testFolder = /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|fixtures?|testdata|testing)\//i;
const testName = /(?:[._-](?:test|spec|e2e|cy|bench)\.[cm]?[jt]sx?|(?:^|\/)(?:test_[^/]*|[^/]*_test|tests|conftest)\.pyi?)$/;
const exampleFolder = /(?:^|\/)(?:examples?|samples?|demos?|docs?|tutorials?|benchmarks?|bench)\//i;
const migrationFile = /(?:^|\/)(?:migrations?|migrate|db|sql|schema|flyway|alembic)\/(?:.*\/)?[^/]*\.sql$/i;
const interfaceFile = /\.(?:html?|css|scss|sass|less|vue|svelte|hbs|ejs|pug|jinja2?|j2|njk|po|ftl|strings)$/i;
const localeFile = /(?:^|\/)(?:locales?|i18n|lang|languages?|translations?)\/(?:.*\/)?[^/]*\.(?:json|ya?ml|properties)$/i;
const configFile = /(?:^|\/)(?:config|settings)\/(?:.*\/)?[^/]*\.(?:json|ya?ml|toml|ini)$|(?:^|\/)(?:config|settings|defaults?)\.(?:json|ya?ml|toml|ini)$/i;
const manifestName = /^(?:package\.json|pyproject\.toml|setup\.cfg)$/;
/** What the path alone says. */
function roleOfPath(path) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
    if (vendoredFolder.test(path))
        return 'vendored';
    if (lockName.test(name))
        return 'lock';
    if (generatedPath.test(path))
        return 'generated';
    if (prose.test(name) || proseName.test(name))
        return 'prose';
    if (sourceFile.test(name))
        return servesTests(path) ? 'test' : 'source';
    if (servesTests(path))
        return 'other';
    if (migrationFile.test(path))
        return 'migration';
    if (manifestName.test(name))
        return 'manifest';
    if (localeFile.test(path) || interfaceFile.test(name))
        return exampleFolder.test(path) ? 'prose' : 'interface';
    if (configFile.test(path) && !/(?:^|\/)\.\w/.test(path))
        return 'config';
    return 'other';
}
/** Whether a file, whatever its role, only serves tests. */
function servesTests(path) {
    return testFolder.test(path) || testName.test(path);
}
/** Whether a file shows readers how to do something; nobody runs it in production, though it is real code. */
function isExample(path) {
    return exampleFolder.test(path);
}
/** Whether the text shows that a program wrote it: it says so at the top, or its lines are those of a minifier. */
function looksGenerated(text) {
    if (generatedMark.test(text.slice(0, 600)))
        return true;
    const lines = text.split('\n');
    return text.length > 5000 && text.length / lines.length > 400;
}


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

/***/ 28147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ eventKind)
/* harmony export */ });
function eventKind(kind, version = 1, upcast = {}) {
    return { kind, version, upcast };
}


/***/ })

};
