export const id = 610;
export const ids = [610];
export const modules = {

/***/ 22098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   learnCommand: () => (/* binding */ learnCommand),
/* harmony export */   learnFrom: () => (/* binding */ learnFrom)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86110);
/* harmony import */ var _learning_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99674);
/* harmony import */ var _render_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83706);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40848);
/* harmony import */ var _store_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55508);






/** `hone learn` */
async function learnCommand(options, context) {
    const dir = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.surroundings.cwd, options.repo);
    const { result, kept } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .recorded */ .t)({ command: 'learn', dir, keep: options.store }, context, async (session) => ({
        result: await learnFrom(session, context),
        negative: false,
    }));
    context.answer({ ...result, store: kept }, (style) => {
        const tasks = (0,_learning_index_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTasks */ .FW)(result, style);
        return [
            (0,_render_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)('Learned', style),
            ...(0,_learning_index_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTerminal */ .bF)(result, style),
            ...(tasks.length > 0 ? ['', (0,_render_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)('Open tasks', style), ...tasks] : []),
            '',
            (0,_store_line_js__WEBPACK_IMPORTED_MODULE_4__/* .storeLine */ .K)(kept, style),
        ];
    });
    return 0;
}
/** Learns from all that is recorded, this run until now included. */
async function learnFrom(session, { clock }) {
    const { repository, store, recorder } = session;
    return (0,_learning_index_js__WEBPACK_IMPORTED_MODULE_2__/* .learn */ .nB)({ store, recorder, clock, filesAtHead: () => filesAtHead(repository) });
}
async function filesAtHead(repository) {
    const paths = new Set();
    if (repository.head !== undefined)
        for await (const { path } of (0,_git_index_js__WEBPACK_IMPORTED_MODULE_1__/* .listFiles */ .CS)(repository, repository.head))
            paths.add(path);
    return paths;
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

/***/ 6825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   hC: () => (/* binding */ escapeMessage),
/* harmony export */   kq: () => (/* binding */ clipDocument),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export maxPiece */
// What GitHub's Markdown and runner would act on. Everything from a repository, a pull request or a model goes
// through here before it enters a comment or a job summary.
const controls = /[\p{Cc}\u2028\u2029]+/gu;
// Bidirectional overrides, zero-width characters and tags: text that looks like other text.
const deceptive = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
const punctuation = /[\\`*_{}[\]()+\-.!|~$]/g;
const htmlSpecial = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const zeroWidthSpace = '&#8203;';
/** Longest text that one escaped piece keeps, in characters. */
const maxPiece = 500;
/**
 * Text from outside as Markdown that shows exactly this text in one line: no HTML, links, images, emphasis, code,
 * mentions, issue references, autolinks, `::commands`, and no hidden marker of ours.
 */
function escapeMarkdown(text, maxLength = maxPiece) {
    return escapeLine(clip(oneLine(text).trim(), maxLength));
}
function escapeLine(text) {
    return (text
        .replace(/[&<>"]/g, (char) => htmlSpecial[char])
        .replace(punctuation, '\\$&')
        // GitHub links references after Markdown is rendered, so a backslash would not stop it.
        .replace(/(#|\bGH\\-)(?=\w)/gi, `$1${zeroWidthSpace}`)
        .replace(/^#/, '\\#')
        .replace(/@(?=[\w-])/g, `@${zeroWidthSpace}`)
        .replace(/:(?=\/\/)/g, `:${zeroWidthSpace}`)
        .replace(/::/g, `:${zeroWidthSpace}:`)
        .replace(/\b(www)(?=\\\.)/gi, `$1${zeroWidthSpace}`)
        .replace(/\b([0-9a-f]{7})(?=[0-9a-f]{0,33}\b)/g, `$1${zeroWidthSpace}`));
}
/**
 * Text from outside as inline code. GitHub turns nothing inside it into links or mentions; the runner still reads
 * lines that start with `::`, which a job summary or comment is never printed as.
 */
function inlineCode(text, maxLength = maxPiece) {
    const content = clip(oneLine(text).trim(), maxLength).replace(/\|/g, '\\|').replace(/<!--/g, '< !--');
    if (content === '')
        return '` `';
    const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    const space = content.startsWith('`') || content.endsWith('`') || /^ .* $/.test(content) ? ' ' : '';
    return fence + space + content + space + fence;
}
/** A message of ours that quotes text from outside in backquotes: the quotes become inline code, the rest is escaped. */
function escapeMessage(text, maxLength = maxPiece) {
    return clip(oneLine(text).trim(), maxLength)
        .split(/`([^`]*)`/)
        .map((part, i) => (i % 2 === 1 ? inlineCode(part, maxLength) : escapeLine(part)))
        .join('');
}
/** A fenced block that its content cannot leave. */
function codeBlock(text, language = '', maxLength = 20_000) {
    const content = clip(text.replace(deceptive, '').replace(/\r\n?/g, '\n'), maxLength).replace(/<!--/g, '< !--');
    const longest = Math.max(2, ...[...content.matchAll(/`{3,}/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language.replace(/[^\w-]/g, '')}\n${content}\n${fence}`;
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** Whole documents, cut at a line so that nothing is left open, with a word about it. */
function clipDocument(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = '\n\n_Clipped here: the full report is in the JSON output._\n';
    const room = maxBytes - Buffer.byteLength(note);
    const kept = [];
    let used = 0;
    for (const line of markdown.split('\n')) {
        used += Buffer.byteLength(line) + 1;
        if (used > room)
            break;
        kept.push(line);
    }
    return kept.join('\n') + note;
}
function oneLine(text) {
    return text.replace(deceptive, '').replace(controls, ' ');
}
function clip(text, maxLength) {
    const characters = [...text];
    return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
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


/***/ }),

/***/ 12398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runStarted),
/* harmony export */   u: () => (/* binding */ runFinished)
/* harmony export */ });
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28147);

/** Every stream begins with this: who speaks, and with which versions. */
const runStarted = (0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .eventKind */ .P)('run.started');
const runFinished = (0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .eventKind */ .P)('run.finished');


/***/ })

};
