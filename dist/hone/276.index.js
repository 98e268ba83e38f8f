export const id = 276;
export const ids = [276];
export const modules = {

/***/ 59045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ verdict),
/* harmony export */   q: () => (/* binding */ highestSeverity)
/* harmony export */ });
/* harmony import */ var _analysis_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51260);

/**
 * Why the build fails under `fail-on`; undefined when it passes. An analyst that broke off decides against passing:
 * otherwise a change could open the gate by making an analyst hang.
 */
function verdict(report, failOn) {
    if (failOn === 'none')
        return undefined;
    const limit = _analysis_index_js__WEBPACK_IMPORTED_MODULE_0__.severities.indexOf(failOn);
    const serious = report.findings.filter(({ severity }) => _analysis_index_js__WEBPACK_IMPORTED_MODULE_0__.severities.indexOf(severity) >= limit);
    const reasons = [];
    if (serious.length > 0) {
        reasons.push(`${serious.length} finding${serious.length === 1 ? '' : 's'} of severity ${failOn} or higher`);
    }
    const { impact } = report;
    if (impact && impact.overall !== 'none' && _analysis_index_js__WEBPACK_IMPORTED_MODULE_0__.severities.indexOf(impact.overall) >= limit) {
        reasons.push(`an impact level of ${impact.overall}`);
    }
    if (reasons.length > 0)
        return `the change has ${reasons.join(' and ')} (\`fail-on: ${failOn}\`)`;
    const broken = report.analysts.filter(({ status }) => status === 'failed' || status === 'timed-out');
    if (broken.length === 0)
        return undefined;
    const names = broken.map(({ name, status }) => `${name} ${status === 'failed' ? 'failed' : 'timed out'}`);
    return `\`fail-on: ${failOn}\` cannot be decided: ${names.join(', ')}`;
}
/** `none` when there are no findings. */
function highestSeverity(findings) {
    return _analysis_index_js__WEBPACK_IMPORTED_MODULE_0__.severities.findLast((severity) => findings.some((finding) => finding.severity === severity)) ?? 'none';
}


/***/ }),

/***/ 51260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  analyze: () => (/* binding */ analyze),
  impactLevels: () => (/* reexport */ report/* impactLevels */.s7),
  renderJson: () => (/* reexport */ renderJson),
  renderMarkdown: () => (/* reexport */ renderMarkdown),
  renderTerminal: () => (/* reexport */ renderTerminal),
  serveAnalyst: () => (/* binding */ serveAnalyst),
  severities: () => (/* reexport */ report/* severities */.gO)
});

;// CONCATENATED MODULE: ./build/dist/analysis/render/json.js
/** The report as the one document of `hone analyze --json`. */
function renderJson({ commit, base, impact, ...rest }) {
    return JSON.parse(JSON.stringify({
        commit: commit.sha,
        base: base ?? null,
        subject: commit.subject,
        author: commit.author,
        ...rest,
        impact: impact ?? null,
    }));
}

// EXTERNAL MODULE: ./build/dist/render/markdown.js
var markdown = __webpack_require__(6825);
// EXTERNAL MODULE: ./build/dist/render/layout.js
var layout = __webpack_require__(83706);
;// CONCATENATED MODULE: ./build/dist/analysis/render/wording.js

// What both renderers say in words, so that they never say different things.
/** Analysts by what became of them: those that did their work, those that broke off, those that Hone does not have. */
function outcomes(report) {
    const having = (...statuses) => report.analysts.filter(({ status }) => statuses.includes(status));
    return { done: having('done'), broken: having('failed', 'timed-out'), notRun: having('not-run') };
}
/** The result in a few words; what was not judged is never called clean. */
function verdict(report) {
    const { done, broken } = outcomes(report);
    const found = report.findings.length > 0 ? (0,layout/* counted */.hS)(report.findings.length, 'finding') : 'no findings';
    const by = broken.length > 0 ? ` from ${done.length} of ${(0,layout/* counted */.hS)(done.length + broken.length, 'analyst')}` : '';
    const impact = report.impact ? `impact ${report.impact.overall}` : 'impact unknown';
    return `${found}${by}, ${impact}`;
}
function changeSize({ files }) {
    return `${(0,layout/* counted */.hS)(files.changed, 'file')} changed, +${files.insertions} -${files.deletions}`;
}
function place({ file, startLine, endLine }) {
    return endLine > startLine ? `${file}:${startLine}-${endLine}` : `${file}:${startLine}`;
}
const order = ['critical', 'high', 'medium', 'low', 'info'];
function worstFirst(findings) {
    return [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
function outcomeText({ name, status, reason }) {
    return `${name} ${status.replace('-', ' ')}${reason ? `: ${firstLine(reason)}` : ''}`;
}
function firstLine(text) {
    return text.split('\n', 1)[0] ?? '';
}
function blastRadiusText(report) {
    const radius = report.impact?.blastRadius;
    if (!radius || (radius.files.length === 0 && radius.endpoints.length === 0))
        return undefined;
    const users = radius.users === 'unknown' ? 'users unknown' : (0,layout/* counted */.hS)(radius.users, 'user');
    return `${(0,layout/* counted */.hS)(radius.files.length, 'other file')} and ${(0,layout/* counted */.hS)(radius.endpoints.length, 'endpoint')} reach the changed code; ${users}`;
}

;// CONCATENATED MODULE: ./build/dist/analysis/render/markdown.js


const maxRows = 50;
/** GitHub takes 1 MiB for a step's summary and 65,536 characters for a comment. */
const maxSummaryBytes = 1_000_000;
/** The report as a job summary. Everything that came from the repository is escaped. */
function renderMarkdown(report, maxBytes = maxSummaryBytes) {
    const sections = [
        `## Hone: ${verdict(report)}`,
        `${(0,markdown/* inlineCode */.ti)(report.commit.sha.slice(0, 10))} ${(0,markdown/* escapeMarkdown */.FV)(report.commit.subject, 120)} (${changeSize(report)})`,
        attention(report),
        findings(report.findings),
        report.impact ? impact(report.impact, report) : undefined,
        footer(report),
    ];
    return (0,markdown/* clipDocument */.kq)(`${sections.filter(Boolean).join('\n\n')}\n`, maxBytes);
}
function attention({ impact, alerts, humanReview }) {
    const lines = [];
    if (alerts.length > 0)
        lines.push('**Alert:** a critical finding needs a look now.');
    if (impact?.approvalRequired)
        lines.push(`**Approval required:** the impact is ${impact.overall}.`);
    for (const sentence of humanReview)
        lines.push(`**For a person to decide:** ${(0,markdown/* escapeMessage */.hC)(sentence)}`);
    return lines.length > 0 ? lines.map((line) => `> ${line}`).join('\n>\n') : undefined;
}
function findings(all) {
    if (all.length === 0)
        return undefined;
    const rows = worstFirst(all)
        .slice(0, maxRows)
        .map((finding) => [
        finding.severity,
        (0,markdown/* inlineCode */.ti)(place(finding), 200),
        (0,markdown/* escapeMessage */.hC)(finding.message),
        `${finding.rule} (${finding.confidence} confidence)`,
    ]);
    const more = all.length > maxRows ? `\n\n_${all.length - maxRows} more are in the JSON output._` : '';
    return `### Findings\n\n${(0,markdown/* table */.tp)(['severity', 'where', 'what', 'rule'], rows)}${more}`;
}
function impact({ categories, recommendations, overall }, report) {
    if (overall === 'none')
        return undefined;
    const lines = Object.entries(categories).flatMap(([name, { level, reasons }]) => level === 'none' ? [] : [`- **${name}: ${level}**`, ...reasons.map((reason) => `  - ${(0,markdown/* escapeMessage */.hC)(reason)}`)]);
    const radius = blastRadiusText(report);
    if (radius)
        lines.push(`- **blast radius:** ${radius}`);
    const advice = recommendations.map((one) => `- ${(0,markdown/* escapeMessage */.hC)(one)}`);
    const todo = advice.length > 0 ? `\n\n### Recommended\n\n${advice.join('\n')}` : '';
    return `### Impact\n\n${lines.join('\n')}${todo}`;
}
function footer(report) {
    const { done, broken, notRun } = outcomes(report);
    const lines = [
        `Analysts: ${[...done, ...broken, ...notRun].map((one) => (0,markdown/* escapeMarkdown */.FV)(outcomeText(one))).join('; ')}.`,
    ];
    for (const note of report.notes)
        lines.push((0,markdown/* escapeMarkdown */.FV)(note));
    return lines.map((line) => `<sub>${line}</sub>`).join('\n\n');
}

// EXTERNAL MODULE: ./build/dist/base/printable.js
var printable = __webpack_require__(81864);
// EXTERNAL MODULE: ./build/dist/render/terminal-text.js
var terminal_text = __webpack_require__(84606);
;// CONCATENATED MODULE: ./build/dist/analysis/render/terminal.js



const maxFindings = 20;
const maxNotes = 5;
/** The report for a terminal, without a line break at the end. Everything from the repository is made printable. */
function renderTerminal(report, style) {
    const { symbols } = style;
    const calm = report.findings.length === 0 && !report.impact?.approvalRequired;
    const { broken } = outcomes(report);
    const mark = broken.length > 0 ? style.yellow(symbols.unknown) : calm ? style.green(symbols.ok) : style.yellow(symbols.warn);
    const subject = (0,terminal_text/* truncate */.xv)((0,printable/* printable */.g)(report.commit.subject), style.width - 14, symbols.ellipsis);
    return [
        `${style.cyan(report.commit.sha.slice(0, 10))}  ${subject}`,
        style.dim(changeSize(report)),
        `${mark} ${style.bold(verdict(report))}`,
        ...terminal_attention(report, style),
        ...terminal_findings(report.findings, style),
        ...(report.impact ? terminal_impact(report.impact, report, style) : []),
        ...terminal_footer(report, style),
    ].join('\n');
}
function terminal_attention({ alerts, impact, humanReview }, style) {
    const lines = [];
    if (alerts.length > 0)
        lines.push(style.red(`${style.symbols.warn} A critical finding needs a look now.`));
    if (impact?.approvalRequired)
        lines.push(style.yellow(`${style.symbols.warn} Approval required: the impact is ${impact.overall}.`));
    for (const sentence of humanReview)
        lines.push(...indented(`For a person to decide: ${sentence}`, style, 0));
    return lines;
}
function terminal_findings(all, style) {
    const lines = worstFirst(all)
        .slice(0, maxFindings)
        .flatMap((finding) => [
        '',
        `${severityMark(finding.severity, style)} ${style.bold((0,printable/* printable */.g)(place(finding)))}  ${style.dim(finding.rule)}`,
        ...indented(finding.message, style, 2),
    ]);
    if (all.length > maxFindings)
        lines.push('', style.dim(`and ${all.length - maxFindings} more (--json has them all)`));
    return lines;
}
function terminal_impact({ categories, recommendations, overall }, report, style) {
    if (overall === 'none')
        return [];
    const lines = ['', style.bold('Impact')];
    for (const [name, { level, reasons }] of Object.entries(categories)) {
        if (level === 'none')
            continue;
        lines.push(`  ${name.padEnd(12)}${levelText(level, style)}`);
        for (const reason of reasons)
            lines.push(...indented(reason, style, 4));
    }
    const radius = blastRadiusText(report);
    if (radius)
        lines.push(`  ${'reach'.padEnd(12)}${radius}`);
    for (const advice of recommendations)
        lines.push(...indented(`${style.symbols.arrow} ${advice}`, style, 2));
    return lines;
}
function terminal_footer(report, style) {
    const { broken, notRun } = outcomes(report);
    const lines = broken.map((one) => style.yellow(`${style.symbols.warn} ${(0,printable/* printable */.g)(outcomeText(one))}`));
    const shown = report.notes.slice(0, maxNotes).flatMap((note) => indented(note, style, 0));
    lines.push(...shown.map(style.dim));
    if (report.notes.length > maxNotes)
        lines.push(style.dim(`and ${report.notes.length - maxNotes} more notes`));
    if (notRun.length > 0)
        lines.push(style.dim(`Not run: ${notRun.map(({ name }) => name).join(', ')}.`));
    return lines.length > 0 ? ['', ...lines] : [];
}
function indented(text, style, by) {
    return (0,terminal_text/* wrap */.LV)((0,printable/* printable */.g)(text), style.width - by).map((line) => ' '.repeat(by) + line);
}
function severityMark(severity, style) {
    const paint = { critical: style.red, high: style.red, medium: style.yellow, low: style.blue, info: style.dim }[severity];
    return paint(severity.padEnd(8));
}
function levelText(level, style) {
    const paint = { critical: style.red, high: style.red, medium: style.yellow, low: style.blue, none: style.dim }[level];
    return paint(level);
}

// EXTERNAL MODULE: ./build/dist/analysis/report.js
var report = __webpack_require__(20000);
;// CONCATENATED MODULE: ./build/dist/analysis/index.js




/** See analyze.ts; loaded on demand, because a worker thread enters through this file too and does not need it. */
async function analyze(request, deps) {
    return (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 10649))).analyze(request, deps);
}
/** Entry of an analyst's worker thread. */
async function serveAnalyst() {
    return (await __webpack_require__.e(/* import() */ 764).then(__webpack_require__.bind(__webpack_require__, 33764))).serveAnalyst();
}


/***/ }),

/***/ 20000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ analystNames),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   s7: () => (/* binding */ impactLevels)
/* harmony export */ });
const analystNames = ['code-critic', 'test-writer', 'doc-writer', 'impact-analyst'];
const severities = ['info', 'low', 'medium', 'high', 'critical'];
const impactLevels = ['none', 'low', 'medium', 'high', 'critical'];


/***/ }),

/***/ 14276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   analyzeCommand: () => (/* binding */ analyzeCommand),
/* harmony export */   analyzeIn: () => (/* binding */ analyzeIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _actions_analyze_commit_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59045);
/* harmony import */ var _analysis_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51260);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36025);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40848);





/** `hone analyze` */
async function analyzeCommand(options, context) {
    const dir = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.surroundings.cwd, options.repo);
    const { result: report } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .recorded */ .t)({ command: 'analyze', dir, keep: options.store }, context, async (session) => {
        const result = await analyzeIn(session, requestOf(options), context);
        return { result, negative: (0,_actions_analyze_commit_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .W)(result, options.failOn) !== undefined };
    });
    context.answer((0,_analysis_index_js__WEBPACK_IMPORTED_MODULE_2__.renderJson)(report), (style) => [(0,_analysis_index_js__WEBPACK_IMPORTED_MODULE_2__.renderTerminal)(report, style)]);
    const failure = (0,_actions_analyze_commit_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .W)(report, options.failOn);
    if (failure === undefined)
        return _exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .exitStatus */ .$.done;
    context.log.error(failure);
    return _exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .exitStatus */ .$.negativeVerdict;
}
async function analyzeIn(session, request, context) {
    const { repository, recorder, store } = session;
    const { clock, log, interruption } = context;
    // The analysts work in threads of their own and say nothing before they are done.
    const progress = log.progress('Analysing');
    const started = clock.now();
    const timer = setInterval(() => progress.update(Math.round((clock.now() - started) / 1000), undefined, 's'), 1000);
    try {
        return await (0,_analysis_index_js__WEBPACK_IMPORTED_MODULE_2__.analyze)(request, { repository, events: store, recorder, clock, log, signal: interruption });
    }
    finally {
        clearInterval(timer);
        progress.end();
    }
}
function requestOf({ commit, base, head }) {
    if (base !== undefined)
        return { base, head: head ?? 'HEAD' };
    return { commit: commit ?? head ?? 'HEAD' };
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
