export const id = 917;
export const ids = [917];
export const modules = {

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

/***/ 917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exportCommand: () => (/* binding */ exportCommand),
/* harmony export */   importCommand: () => (/* binding */ importCommand),
/* harmony export */   verifyCommand: () => (/* binding */ verifyCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(81156);
/* harmony import */ var _base_printable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81864);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86110);
/* harmony import */ var _render_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(83706);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2088);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(36025);
/* harmony import */ var _session_store_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7832);













/** `hone store verify`: looks, and changes nothing. */
async function verifyCommand(options, context) {
    const { path } = await existingStore(options, context);
    const result = await verifyFile(path);
    context.answer({ path, ...result }, (style) => {
        const { ok, events, streams, problems, gaps } = result;
        const mark = ok ? style.green(style.symbols.ok) : style.red(style.symbols.fail);
        const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
        return [
            `${mark} ${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(path)}: ${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .counted */ .hS)(events, 'event')} of ${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .counted */ .hS)(streams, 'stream')}, ${ok ? 'whole' : 'damaged'}`,
            ...problems.map((problem) => `  ${style.symbols.bullet} ${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(problem)}`),
            ...(missing > 0
                ? [`  ${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .counted */ .hS)(missing, 'event')} of ${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .counted */ .hS)(gaps.length, 'stream')} not arrived yet, or lost`]
                : []),
        ];
    });
    return result.ok ? _exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .exitStatus */ .$.done : _exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .exitStatus */ .$.negativeVerdict;
}
async function verifyFile(path) {
    const entry = (0,_store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .entryAt */ ._f)(path);
    if (entry === 'missing')
        return damaged('it is missing; the next run rebuilds it if its mirror or journals are there');
    if (entry === 'other')
        return damaged('it is not a file: a link, a folder or a device stands in its place');
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path).catch((error) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .CannotRunError */ .F3(`${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(path)} cannot be read: ${error.code ?? error.message}`);
    });
    const wrong = checksumProblem(path, bytes);
    try {
        const store = await _store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .EventStore */ .s5.open(bytes);
        const result = store.verify();
        store.close();
        return wrong === undefined ? result : { ...result, ok: false, problems: [wrong, ...result.problems] };
    }
    catch (thrown) {
        if (!(thrown instanceof _store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .CorruptStoreError */ .DU))
            throw thrown;
        return damaged(...(wrong === undefined ? [] : [wrong]), (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .messageOf */ .bD)(thrown));
    }
}
function damaged(...problems) {
    return { ok: false, events: 0, streams: 0, problems, gaps: [] };
}
function checksumProblem(path, bytes) {
    const expected = (0,_store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .readChecksum */ .IM)(path);
    if (expected === undefined)
        return `its checksum ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)((0,_store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .checksumPath */ .F_)(path))} is missing or unreadable`;
    return expected === (0,_store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .sha256 */ .sc)(bytes) ? undefined : 'its content does not match its checksum';
}
/** `hone store export` */
async function exportCommand(options, context) {
    const store = await openExisting(options, context);
    try {
        const lines = options.json ? jsonArray((0,_store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .exportEvents */ .uT)(store)) : terminated((0,_store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .exportEvents */ .uT)(store));
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(lines), context.surroundings.stdout, { end: false });
    }
    catch (thrown) {
        // Whoever read the events had enough of them.
        if (thrown.code !== 'EPIPE')
            throw thrown;
    }
    finally {
        await store.close();
    }
    return _exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .exitStatus */ .$.done;
}
function* terminated(lines) {
    for (const line of lines)
        yield `${line.trimEnd()}\n`;
}
function* jsonArray(lines) {
    let separator = '[\n';
    for (const line of lines) {
        yield `${separator}${line.trimEnd()}`;
        separator = ',\n';
    }
    yield separator === '[\n' ? '[]\n' : '\n]\n';
}
/** `hone store import`: all of the file, or nothing of it. */
async function importCommand(options, context, file) {
    const { cwd, stdin } = context.surroundings;
    const source = file === '-' ? stdin : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(cwd, file));
    const events = [];
    const progress = context.log.progress('reading events');
    try {
        for await (const event of (0,_store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .importEvents */ .BY)((0,node_readline__WEBPACK_IMPORTED_MODULE_3__.createInterface)({ input: source, crlfDelay: Number.POSITIVE_INFINITY }))) {
            events.push(event);
            progress.update(events.length);
        }
    }
    catch (thrown) {
        const { code } = thrown;
        if (code === undefined)
            throw thrown;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UsageError */ .eb(`"${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(file)}" cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}`);
    }
    finally {
        progress.end();
    }
    const repository = await (0,_git_index_js__WEBPACK_IMPORTED_MODULE_7__/* .openRepository */ .h_)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(cwd, options.repo));
    const store = await openLocal(repository, context);
    try {
        if (!store.persistent)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .CannotRunError */ .F3(`${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(store.path)} cannot be written`);
        const { added, known, conflicting, expired } = await store.update((target) => target.merge(events));
        context.answer({ added, known, conflicting, expired }, () => [
            `${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .counted */ .hS)(added, 'event')} added, ${known} already there, ${expired} older than the store keeps`,
        ]);
        if (conflicting > 0)
            context.log.warn(`${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .counted */ .hS)(conflicting, 'event')} differ from those of the same key in the store`);
    }
    finally {
        await store.close();
    }
    return _exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .exitStatus */ .$.done;
}
async function openExisting(options, context) {
    return openLocal((await existingStore(options, context)).repository, context);
}
/** @throws UsageError when nothing was ever kept there: reading must not make a store */
async function existingStore(options, { surroundings }) {
    const repository = await (0,_git_index_js__WEBPACK_IMPORTED_MODULE_7__/* .openRepository */ .h_)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(surroundings.cwd, options.repo));
    const path = (0,_session_store_js__WEBPACK_IMPORTED_MODULE_10__/* .storePath */ .T)(repository);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path))) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UsageError */ .eb(`there is no learning store in ${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(repository.root)} yet; hone run makes one`);
    }
    return { repository, path };
}
function openLocal(repository, { clock, log }) {
    return (0,_store_index_js__WEBPACK_IMPORTED_MODULE_8__/* .openLocalStore */ .nx)(repository.root, { repository: repository.name, clock, log });
}


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


/***/ })

};
