export const id = 64;
export const ids = [64];
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

/***/ 59581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metricsCommand: () => (/* binding */ metricsCommand),
/* harmony export */   metricsOf: () => (/* binding */ metricsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _git_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86110);
/* harmony import */ var _render_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83706);
/* harmony import */ var _render_metrics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43347);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36025);
/* harmony import */ var _title_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8894);






/** `hone metrics`: reads, and records nothing. */
async function metricsCommand(options, context) {
    const repository = await (0,_git_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openRepository */ .h_)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.surroundings.cwd, options.repo));
    const metrics = await metricsOf(repository, context, options);
    context.answer(metrics, (style) => [
        (0,_title_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryTitle */ .b)(repository, style),
        '',
        (0,_render_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(periodTitle(options), style),
        ...(0,_render_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .renderMetrics */ .q)(metrics, style),
    ]);
    return _exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .exitStatus */ .$.done;
}
function metricsOf(repository, { clock, log, interruption }, { since, until } = {}) {
    return (0,_git_index_js__WEBPACK_IMPORTED_MODULE_1__/* .collectMetrics */ .IE)(repository, { since, until, now: clock.now(), log, signal: interruption });
}
function periodTitle({ since, until }) {
    const limits = [since && `since ${since}`, until && `until ${until}`].filter((limit) => limit !== undefined);
    return limits.length === 0 ? 'History' : `History ${limits.join(' ')}`;
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

/***/ 84064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/dist/analysis/index.js + 4 modules
var dist_analysis = __webpack_require__(51260);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/base/printable.js
var printable = __webpack_require__(81864);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/dist/git/command.js
var command = __webpack_require__(15347);
;// CONCATENATED MODULE: ./build/dist/example/files.js
/**
 * The code of the example repository, in blocks that its history puts in, changes and takes out. A file is its blocks
 * in the order in which they came.
 */
const code = {
    manifest: `{
  "name": "quayside",
  "version": "1.2.0",
  "description": "Prices and books parcels for a small shop by the harbour",
  "type": "module",
  "license": "MIT",
  "scripts": {
    "start": "node src/server.js",
    "test": "node --test"
  }
}
`,
    ignore: 'node_modules/\n*.log\n',
    mailmap: 'Mara Lindqvist <mara@quayside.example> <mara.l@home.example>\n',
    readmeTitle: '# Quayside\n\nPrices and books parcels for a small shop by the harbour.\n',
    readmeUse: '## Use\n\n```sh\nnpm start        # http://localhost:8080\nnpm test\n```\n',
    readmePrices: '## Prices\n\nA base price for the zone, and a price for each kilo begun.\n',
    readmeDiscount: 'From 10 parcels: 5% off. From 50 parcels: 10% off.\n',
    readmeRoutes: '## Routes\n\n`GET /health`, `GET /quote?weight=&country=`, `POST /orders`, `GET /orders`\n',
    zones: `/** Delivery zones and the countries in them. */
export const zones = {
  home: ['SE'],
  nordic: ['NO', 'DK'],
  europe: ['DE', 'NL', 'FR'],
};
`,
    zonesMore: `/** Delivery zones and the countries in them. */
export const zones = {
  home: ['SE'],
  nordic: ['NO', 'DK', 'FI', 'IS'],
  europe: ['DE', 'NL', 'FR', 'ES', 'PL', 'PT'],
};
`,
    zoneOf: `/** Zone of a country; whatever is not listed is far away. */
export function zoneOf(country) {
  for (const [zone, countries] of Object.entries(zones)) {
    if (countries.includes(country)) return zone;
  }
  return 'world';
}
`,
    pricingImport: "import { zoneOf } from './zones.js';\n",
    priceTable: 'const base = { home: 49, nordic: 79, europe: 119, world: 219 };\nconst perKilo = 15;\n',
    priceTableNew: 'const base = { home: 52, nordic: 79, europe: 125, world: 229 };\nconst perKilo = 15;\n',
    priceTableFuel: 'const base = { home: 49, nordic: 82, europe: 119, world: 219 };\nconst perKilo = 16;\n',
    priceTableBoth: 'const base = { home: 52, nordic: 82, europe: 125, world: 229 };\nconst perKilo = 16;\n',
    quoteFloor: `/** Price of one parcel in kronor: the zone's base, and a price for each kilo. */
export function quote(weight, country) {
  return base[zoneOf(country)] + Math.floor(weight) * perKilo;
}
`,
    quote: `/** Price of one parcel in kronor: the zone's base, and a price for each kilo begun. */
export function quote(weight, country) {
  if (!(weight > 0)) throw new RangeError(\`weight must be above 0, got \${weight}\`);
  return base[zoneOf(country)] + Math.ceil(weight) * perKilo;
}
`,
    quoteParcel: `/** Price of one parcel in kronor: the zone's base, and a price for each kilo begun. */
export function quote(parcel) {
  if (!(parcel.weight > 0)) throw new RangeError(\`weight must be above 0, got \${parcel.weight}\`);
  return base[zoneOf(parcel.country)] + Math.ceil(parcel.weight) * perKilo;
}
`,
    discount: `/** Share taken off: 5% from 10 parcels, 10% from 50. */
export function discountFor(quantity) {
  if (quantity >= 50) return 0.1;
  if (quantity >= 10) return 0.05;
  return 0;
}
`,
    discountTable: `const discounts = [
  [50, 0.1],
  [10, 0.05],
];

/** Share taken off: 5% from 10 parcels, 10% from 50. */
export function discountFor(quantity) {
  for (const [from, share] of discounts) {
    if (quantity > from) return share;
  }
  return 0;
}
`,
    total: `/** Price of several parcels, the discount taken off, in whole kronor. */
export function total(parcels) {
  const sum = parcels.reduce((price, parcel) => price + quote(parcel.weight, parcel.country), 0);
  return Math.round(sum * (1 - discountFor(parcels.length)));
}
`,
    totalParcel: `/** Price of several parcels, the discount taken off, in whole kronor. */
export function total(parcels) {
  const sum = parcels.reduce((price, parcel) => price + quote(parcel), 0);
  return Math.round(sum * (1 - discountFor(parcels.length)));
}
`,
    money: `/** An amount in kronor as people write it: 1 234 kr. */
export function money(amount) {
  return \`\${String(amount).replace(/\\B(?=(\\d{3})+$)/g, ' ')} kr\`;
}
`,
    grams: `/** A weight in kilos as people write it: 350 g, 1.5 kg. */
export function weightText(kilos) {
  return kilos < 1 ? \`\${Math.round(kilos * 1000)} g\` : \`\${kilos} kg\`;
}
`,
    router: `/** The little of a web framework that this service needs: paths, methods, JSON. */
export function createApp() {
  const routes = new Map();
  const add = (method) => (path, handler) => routes.set(\`\${method} \${path}\`, handler);
  return {
    get: add('GET'),
    post: add('POST'),
    async handle(method, path, request) {
      const handler = routes.get(\`\${method} \${path}\`);
      if (!handler) return { status: 404, body: { error: 'not found' } };
      return { status: 200, body: await handler(request) };
    },
  };
}
`,
    routerErrors: `/** The little of a web framework that this service needs: paths, methods, JSON. */
export function createApp() {
  const routes = new Map();
  const add = (method) => (path, handler) => routes.set(\`\${method} \${path}\`, handler);
  return {
    get: add('GET'),
    post: add('POST'),
    async handle(method, path, request) {
      const handler = routes.get(\`\${method} \${path}\`);
      if (!handler) return { status: 404, body: { error: 'not found' } };
      try {
        return { status: 200, body: await handler(request) };
      } catch (error) {
        if (error instanceof RangeError) return { status: 400, body: { error: error.message } };
        throw error;
      }
    },
  };
}
`,
    ordersFind: `/** Orders of a customer, newest first. */
export async function ordersOf(client, customer) {
  return client.query('select id, customer, price, note from orders where customer = $1 order by id desc', [customer]);
}
`,
    ordersAdd: `/** Books an order; returns its id. */
export async function addOrder(client, { customer, price, note = '' }) {
  const rows = await client.query('insert into orders (customer, price, note) values ($1, $2, $3) returning id', [
    customer,
    price,
    note,
  ]);
  return rows[0].id;
}
`,
    ordersSearch: `/** Orders whose note contains a text. */
export async function searchOrders(client, text) {
  return client.query(\`select id, customer, price, note from orders where note like '%\${text}%' order by id desc\`);
}
`,
    appImport: `import { money } from './format.js';
import { addOrder, ordersOf } from './orders.js';
import { quote, total } from './pricing.js';
import { createApp } from './router.js';
`,
    appImportSearch: `import { money } from './format.js';
import { addOrder, ordersOf, searchOrders } from './orders.js';
import { quote, total } from './pricing.js';
import { createApp } from './router.js';
`,
    app: `/** The service over a database client. */
export function quayside(client) {
  const app = createApp();

  app.get('/health', () => ({ ok: true }));

  app.get('/quote', ({ query }) => {
    const price = quote(Number(query.weight), query.country);
    return { price, text: money(price) };
  });

  app.post('/orders', async ({ body }) => {
    const price = total(body.parcels);
    return { id: await addOrder(client, { customer: body.customer, price, note: body.note }), price };
  });

  app.get('/orders', ({ query }) => ordersOf(client, query.customer));

  return app;
}
`,
    appBatch: `/** The service over a database client. */
export function quayside(client) {
  const app = createApp();

  app.get('/health', () => ({ ok: true }));

  app.get('/quote', ({ query }) => {
    const price = quote({ weight: Number(query.weight), country: query.country });
    return { price, text: money(price) };
  });

  app.post('/orders', async ({ body }) => {
    const price = total(body.parcels);
    return { id: await addOrder(client, { customer: body.customer, price, note: body.note }), price };
  });

  app.post('/orders/batch', async ({ body }) => {
    const ids = [];
    for (const order of body.orders) {
      ids.push(await addOrder(client, { ...order, price: total(order.parcels) }));
    }
    return { ids };
  });

  app.get('/orders', ({ query }) => ordersOf(client, query.customer));

  app.get('/orders/search', ({ query }) => searchOrders(client, query.text));

  return app;
}
`,
    server: `import { createServer } from 'node:http';
import { quayside } from './app.js';
import { memoryClient } from './memory.js';

const app = quayside(memoryClient());

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  let text = '';
  for await (const chunk of request) text += chunk;
  const answer = await app.handle(request.method, url.pathname, {
    query: Object.fromEntries(url.searchParams),
    body: text ? JSON.parse(text) : undefined,
  });
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer.body));
}).listen(Number(process.env.PORT ?? 8080));
`,
    memory: `/** Orders in memory, for a first look without a database. */
export function memoryClient() {
  const orders = [];
  return {
    async query(sql, values = []) {
      if (sql.startsWith('insert')) {
        const [customer, price, note] = values;
        orders.unshift({ id: orders.length + 1, customer, price, note });
        return [{ id: orders.length }];
      }
      return orders.filter((order) => order.customer === values[0]);
    },
  };
}
`,
    migrationOrders: `create table orders (
  id bigserial primary key,
  customer text not null,
  price integer not null
);
`,
    migrationNote: "alter table orders add column note text not null default '';\n",
    migrationIndex: 'create index orders_customer on orders (customer, id desc);\n',
    migrationRegion: 'alter table orders add column region text not null;\n',
    slas: `# How fresh and how fast what Quayside relies on has to be (seconds).
slas:
  orders_backup_max_age: 86400   # a day
  price_list_max_age: 604800     # a week
  quote_max_latency: 2

alerts:
  - condition: orders_backup_age > 86400
    action: slack_webhook
    channel: "#quayside"
    severity: error
    message: "The orders were last saved {age}s ago (SLA: 86400s)"

monitoring:
  check_interval: 60
  retention_days: 30
`,
    ci: `name: tests
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm test
`,
    ciConcurrent: `name: tests
on: [push, pull_request]
permissions:
  contents: read
concurrency:
  group: tests-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm test
`,
    tracking: `/** Address of the page that shows where a parcel is. */
export function trackingPage(carrier, code) {
  return \`https://track.example/\${carrier}/\${encodeURIComponent(code)}\`;
}
`,
    importer: `/** Orders from a spreadsheet: customer;weight;country in each line. */
export function parseOrders(text) {
  return text
    .split('\\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(';'))
    .map(([customer, weight, country]) => ({ customer, parcels: [{ weight: Number(weight), country }] }));
}
`,
};

;// CONCATENATED MODULE: ./build/dist/example/tests.js
/** The tests of the example repository, in blocks like its code. */
const tests = {
    head: "import assert from 'node:assert/strict';\nimport test from 'node:test';\n",
    zonesImport: "import { zoneOf } from '../src/zones.js';\n",
    zones: `test('a country is in its zone', () => {
  assert.equal(zoneOf('SE'), 'home');
  assert.equal(zoneOf('DK'), 'nordic');
  assert.equal(zoneOf('DE'), 'europe');
});

test('the rest is the world', () => {
  assert.equal(zoneOf('JP'), 'world');
});
`,
    pricingImport: "import { discountFor, quote, total } from '../src/pricing.js';\n",
    quoteImport: "import { quote } from '../src/pricing.js';\n",
    quoteFloor: `test('whole kilos are paid for', () => {
  assert.equal(quote(2, 'SE'), 79);
});
`,
    quote: `test('each kilo begun is paid for', () => {
  assert.equal(quote(2, 'SE') - quote(1, 'SE'), quote(3, 'SE') - quote(2, 'SE'));
  assert.equal(quote(1.2, 'SE'), quote(2, 'SE'));
});

test('farther is dearer', () => {
  assert.ok(quote(1, 'NO') > quote(1, 'SE'));
  assert.ok(quote(1, 'JP') > quote(1, 'DE'));
});

test('a weight must be above zero', () => {
  assert.throws(() => quote(0, 'SE'), RangeError);
  assert.throws(() => quote(Number.NaN, 'SE'), RangeError);
});
`,
    quoteParcel: `const parcel = (weight, country) => ({ weight, country });

test('each kilo begun is paid for', () => {
  assert.equal(quote(parcel(1.2, 'SE')), quote(parcel(2, 'SE')));
});

test('farther is dearer', () => {
  assert.ok(quote(parcel(1, 'NO')) > quote(parcel(1, 'SE')));
  assert.ok(quote(parcel(1, 'JP')) > quote(parcel(1, 'DE')));
});

test('a weight must be above zero', () => {
  assert.throws(() => quote(parcel(0, 'SE')), RangeError);
  assert.throws(() => quote(parcel(Number.NaN, 'SE')), RangeError);
});
`,
    discount: `test('few parcels have no discount', () => {
  assert.equal(discountFor(1), 0);
  assert.equal(discountFor(9), 0);
});

test('ten parcels are 5% off', () => {
  assert.equal(discountFor(10), 0.05);
  assert.equal(discountFor(49), 0.05);
});

test('a hundred parcels are 10% off', () => {
  assert.equal(discountFor(100), 0.1);
});
`,
    total: `test('the total takes the discount off', () => {
  const parcels = Array.from({ length: 20 }, () => ({ weight: 1, country: 'SE' }));
  assert.equal(total(parcels), Math.round(20 * quote(1, 'SE') * 0.95));
});
`,
    totalParcel: `test('the total takes the discount off', () => {
  const parcels = Array.from({ length: 20 }, () => parcel(1, 'SE'));
  assert.equal(total(parcels), Math.round(20 * quote(parcel(1, 'SE')) * 0.95));
});
`,
    formatImport: "import { money } from '../src/format.js';\n",
    formatImportBoth: "import { money, weightText } from '../src/format.js';\n",
    money: `test('thousands stand apart', () => {
  assert.equal(money(49), '49 kr');
  assert.equal(money(1234567), '1 234 567 kr');
});
`,
    grams: `test('small weights are in grams', () => {
  assert.equal(weightText(0.35), '350 g');
  assert.equal(weightText(1.5), '1.5 kg');
});
`,
    appImport: "import { quayside } from '../src/app.js';\nimport { memoryClient } from '../src/memory.js';\n",
    app: `test('an order is booked and found again', async () => {
  const app = quayside(memoryClient());
  const body = { customer: 'Astrid', parcels: [{ weight: 1, country: 'SE' }] };
  const { body: booked } = await app.handle('POST', '/orders', { body });
  const { body: found } = await app.handle('GET', '/orders', { query: { customer: 'Astrid' } });
  assert.deepEqual(found.map((order) => order.id), [booked.id]);
});

test('an unknown path is not found', async () => {
  assert.equal((await quayside(memoryClient()).handle('GET', '/nowhere', {})).status, 404);
});
`,
    appErrors: `test('a wrong weight is the caller\\'s mistake', async () => {
  const answer = await quayside(memoryClient()).handle('GET', '/quote', { query: { weight: '-1', country: 'SE' } });
  assert.equal(answer.status, 400);
});
`,
};

;// CONCATENATED MODULE: ./build/dist/example/history.js


const year = 2026;
const mara = { name: 'Mara Lindqvist', email: 'mara@quayside.example', zone: '+0200' };
const maraAtHome = { name: 'Mara L', email: 'mara.l@home.example', zone: '+0200' };
const tomasz = { name: 'Tomasz Wrona', email: 'tomasz@quayside.example', zone: '+0200' };
const ines = { name: 'Inês Carvalho', email: 'ines@quayside.example', zone: '+0100' };
const jun = { name: 'Jun Takahashi', email: 'jun@quayside.example', zone: '+0900' };
const pricing = 'src/pricing.js';
const pricingTest = 'test/pricing.test.js';
const zonesTest = 'test/zones.test.js';
const formatTest = 'test/format.test.js';
const appTest = 'test/app.test.js';
const orders = 'src/orders.js';
const app = 'src/app.js';
const readme = 'README.md';
const manifest = (version) => ['package.json', 'all', code.manifest.replace('1.2.0', version)];
const testHead = (path) => [path, 'head', tests.head];
/** Fifteen weeks in the life of a small service, oldest step first; the newest one brings a bug in. */
const history_history = [
    {
        by: mara,
        at: '02-16 09:12',
        message: 'chore: start the project',
        edits: [manifest('0.1.0'), ['.gitignore', 'all', code.ignore], [readme, 'title', code.readmeTitle]],
    },
    {
        by: mara,
        at: '02-16 10:40',
        message: 'feat(zones): know where a country is',
        edits: [
            ['src/zones.js', 'zones', code.zones],
            ['src/zones.js', 'zoneOf', code.zoneOf],
        ],
    },
    {
        by: mara,
        at: '02-16 11:25',
        message: 'test(zones): pin the zones of a few countries',
        edits: [testHead(zonesTest), [zonesTest, 'import', tests.zonesImport], [zonesTest, 'zones', tests.zones]],
    },
    {
        by: tomasz,
        at: '02-17 14:05',
        message: 'feat(pricing): price a parcel by zone and weight',
        edits: [
            [pricing, 'import', code.pricingImport],
            [pricing, 'table', code.priceTable],
            [pricing, 'quote', code.quoteFloor],
        ],
    },
    {
        by: tomasz,
        at: '02-17 15:30',
        message: 'test(pricing): whole kilos',
        edits: [
            testHead(pricingTest),
            [pricingTest, 'import', tests.quoteImport],
            [pricingTest, 'quote', tests.quoteFloor],
        ],
    },
    {
        by: mara,
        at: '02-18 09:50',
        message: 'ci: run the tests on every push',
        edits: [['.github/workflows/test.yml', 'all', code.ci]],
    },
    {
        by: ines,
        at: '02-19 10:15',
        message: 'feat(format): write amounts as people read them',
        edits: [
            ['src/format.js', 'money', code.money],
            testHead(formatTest),
            [formatTest, 'import', tests.formatImport],
            [formatTest, 'money', tests.money],
        ],
    },
    {
        by: mara,
        at: '02-19 16:45',
        message: 'docs: say how to start it',
        edits: [[readme, 'use', code.readmeUse]],
        tag: 'v0.1.0',
    },
    {
        by: tomasz,
        at: '02-24 13:40',
        branch: 'spike/csv-import',
        message: 'try reading orders from a spreadsheet',
        edits: [['src/import.js', 'all', code.importer]],
    },
    {
        by: tomasz,
        at: '03-04 11:20',
        message: 'fix(pricing): a kilo begun is a kilo paid\n\nThe carrier rounds up; we rounded down and paid the difference.',
        edits: [
            [pricing, 'quote', code.quote],
            [pricingTest, 'quote', tests.quote],
        ],
    },
    {
        by: ines,
        at: '03-10 09:30',
        branch: 'feature/orders',
        message: 'feat(orders): a table for orders',
        edits: [['migrations/0001_orders.sql', 'all', code.migrationOrders]],
    },
    {
        by: ines,
        at: '03-10 14:10',
        branch: 'feature/orders',
        message: 'feat(orders): book an order, find those of a customer',
        edits: [
            ['migrations/0002_order_note.sql', 'all', code.migrationNote],
            [orders, 'find', code.ordersFind],
            [orders, 'add', code.ordersAdd],
        ],
    },
    {
        by: mara,
        at: '03-11 10:05',
        message: 'docs: how prices come about',
        edits: [[readme, 'prices', code.readmePrices]],
    },
    {
        by: ines,
        at: '03-11 15:40',
        branch: 'feature/orders',
        message: 'orders in memory, so that it starts without a database',
        edits: [['src/memory.js', 'all', code.memory]],
    },
    { by: mara, at: '03-13 11:00', message: "Merge branch 'feature/orders'", merge: 'feature/orders' },
    {
        by: jun,
        at: '03-24 13:20',
        message: 'feat(router): paths, methods, JSON',
        edits: [['src/router.js', 'all', code.router]],
    },
    {
        by: jun,
        at: '03-31 10:30',
        message: 'feat(app): quotes and orders over HTTP',
        edits: [
            [pricing, 'discount', code.discount],
            [pricing, 'total', code.total],
            [app, 'import', code.appImport],
            [app, 'app', code.app],
            ['src/server.js', 'all', code.server],
        ],
    },
    {
        by: jun,
        at: '03-31 17:55',
        message: 'test(app): book an order and find it again',
        edits: [testHead(appTest), [appTest, 'import', tests.appImport], [appTest, 'app', tests.app]],
    },
    {
        by: tomasz,
        at: '04-01 09:45',
        message: 'test(pricing): discounts and totals',
        edits: [
            [pricingTest, 'import', tests.pricingImport],
            [pricingTest, 'discount', tests.discount],
            [pricingTest, 'total', tests.total],
        ],
    },
    {
        by: mara,
        at: '04-01 14:00',
        message: 'docs: list the routes and the discounts',
        edits: [
            [readme, 'discount', code.readmeDiscount],
            [readme, 'routes', code.readmeRoutes],
        ],
    },
    { by: mara, at: '04-07 10:10', message: 'chore(release): 1.0.0', edits: [manifest('1.0.0')], tag: 'v1.0.0' },
    {
        by: maraAtHome,
        at: '04-12 21:30',
        message: 'fixed typo in readme',
        edits: [[readme, 'title', code.readmeTitle.replace('Prices and books', 'Quotes and books')]],
    },
    {
        by: ines,
        at: '04-21 11:35',
        branch: 'feature/fuel-price',
        message: 'feat(pricing): pass the new fuel price on',
        edits: [[pricing, 'table', code.priceTableFuel]],
    },
    {
        by: tomasz,
        at: '04-22 09:20',
        message: 'feat(pricing): the new price list',
        edits: [[pricing, 'table', code.priceTableNew]],
    },
    {
        by: ines,
        at: '04-23 10:00',
        message: "Merge branch 'feature/fuel-price'\n\nBoth had changed the price table: the base prices of the new list stay, with the fuel price on top.",
        merge: 'feature/fuel-price',
        edits: [[pricing, 'table', code.priceTableBoth]],
    },
    {
        by: jun,
        at: '04-24 16:15',
        message: 'fix(router): answer 400 when a weight is wrong\n\nIt was a 500, and woke people up.',
        edits: [
            ['src/router.js', 'all', code.routerErrors],
            [appTest, 'errors', tests.appErrors],
        ],
        tag: 'v1.0.1',
    },
    {
        by: ines,
        at: '04-29 09:55',
        message: 'feat(format): weights in grams and kilos',
        edits: [
            ['src/format.js', 'grams', code.grams],
            [formatTest, 'import', tests.formatImportBoth],
            [formatTest, 'grams', tests.grams],
        ],
    },
    {
        by: ines,
        at: '05-04 10:25',
        message: 'feat(zones): Finland, Iceland, Spain, Poland and Portugal',
        edits: [['src/zones.js', 'zones', code.zonesMore]],
    },
    { by: mara, at: '05-05 09:15', message: 'chore(release): 1.1.0', edits: [manifest('1.1.0')], tag: 'v1.1.0' },
    {
        by: tomasz,
        at: '05-07 15:05',
        branch: 'fix/slow-orders',
        message: "perf(orders): an index for a customer's orders",
        edits: [['migrations/0003_orders_index.sql', 'all', code.migrationIndex]],
    },
    { by: mara, at: '05-08 11:45', message: 'update gitignore', edits: [['.gitignore', 'all', `${code.ignore}.env\n`]] },
    { by: mara, at: '05-08 16:20', message: "Merge branch 'fix/slow-orders'", merge: 'fix/slow-orders' },
    {
        by: mara,
        at: '05-12 10:50',
        message: 'feat(sla): write down what we promise',
        edits: [['slas.yml', 'all', code.slas]],
    },
    {
        by: maraAtHome,
        at: '05-17 22:05',
        message: 'chore: one name for one person',
        edits: [['.mailmap', 'all', code.mailmap]],
    },
    {
        by: jun,
        at: '05-19 14:30',
        branch: 'feature/tracking',
        message: 'feat(tracking): link to the page that shows a parcel',
        edits: [['src/tracking.js', 'all', code.tracking]],
    },
    {
        by: tomasz,
        at: '05-20 11:10',
        message: 'refactor(pricing): name the price table\n\nReviewed-by: Mara Lindqvist <mara@quayside.example>',
        edits: [
            [
                pricing,
                'table',
                code.priceTableBoth.replace('const base', '// Kronor; the carrier sends new prices twice a year.\nconst base'),
            ],
        ],
    },
    { by: mara, at: '05-21 09:40', message: 'chore(release): 1.2.0', edits: [manifest('1.2.0')], tag: 'v1.2.0' },
    {
        by: jun,
        at: '05-26 10:15',
        branch: 'feature/tracking',
        message: 'docs(tracking): say which carriers there are',
        edits: [[readme, 'tracking', '## Tracking\n\nPostNord and DHL.\n']],
    },
    {
        by: ines,
        at: '05-28 15:25',
        message: 'ci: stop the run that a newer push replaces',
        edits: [['.github/workflows/test.yml', 'all', code.ciConcurrent]],
    },
    {
        by: tomasz,
        at: '06-03 16:48',
        message: 'feat(orders): book many at once, search in notes\n\nShops asked for both. Discounts come from a table now, so that new steps are one line.',
        edits: [
            [pricing, 'quote', code.quoteParcel],
            [pricing, 'discount', code.discountTable],
            [pricing, 'total', code.totalParcel],
            [pricingTest, 'quote', tests.quoteParcel],
            [pricingTest, 'total', tests.totalParcel],
            [orders, 'search', code.ordersSearch],
            [app, 'import', code.appImportSearch],
            [app, 'app', code.appBatch],
            ['migrations/0004_order_region.sql', 'all', code.migrationRegion],
        ],
    },
];

;// CONCATENATED MODULE: ./build/dist/example/stream.js

const main = 'main';
const noObject = '0'.repeat(40);
const week = 7 * 86_400;
/**
 * The history as input for `git fast-import`. Branches that were merged are gone, as people leave it.
 *
 * @param now milliseconds since the epoch; the newest commit is less than a week older
 */
function fastImportStream(steps, now) {
    const newest = Math.max(...steps.map(seconds));
    // Whole weeks, so that every commit keeps its weekday and its hour.
    const shift = Math.floor((now / 1000 - newest) / week) * week;
    const branches = new Map();
    const lines = [];
    let mark = 0;
    for (const step of steps) {
        const name = step.branch ?? main;
        const origin = branches.get(name) ?? branches.get(main);
        const merged = step.merge === undefined ? undefined : branches.get(step.merge);
        if (step.merge !== undefined && !merged)
            throw new Error(`the history merges ${step.merge}, which has not begun`);
        const before = origin?.tree ?? new Map();
        const tree = edited(merged ? mergedTree(before, merged) : before, step);
        mark++;
        const at = `${signature(step.by)} ${seconds(step) + shift} ${step.by.zone}`;
        lines.push(`commit refs/heads/${name}`, `mark :${mark}`, `author ${at}`, `committer ${at}`, data(step.message));
        if (origin)
            lines.push(`from :${origin.mark}`);
        if (merged)
            lines.push(`merge :${merged.mark}`);
        lines.push(...fileCommands(before, tree), '');
        if (step.tag !== undefined) {
            lines.push(`tag ${step.tag}`, `from :${mark}`, `tagger ${at}`, data(`Release ${step.tag.slice(1)}`));
        }
        if (step.merge !== undefined)
            lines.push(`reset refs/heads/${step.merge}`, `from ${noObject}`, '');
        branches.set(name, { mark, tree, fork: branches.get(name)?.fork ?? before });
    }
    return `${lines.join('\n')}\ndone\n`;
}
/** Theirs where they changed a block since the fork, else ours. */
function mergedTree(ours, theirs) {
    const result = new Map(ours);
    for (const [path, blocks] of theirs.tree) {
        const base = theirs.fork.get(path);
        const mine = new Map(result.get(path));
        for (const [block, text] of blocks)
            if (base?.get(block) !== text)
                mine.set(block, text);
        result.set(path, mine);
    }
    return result;
}
function edited(tree, step) {
    const result = new Map(tree);
    for (const [path, block, text] of step.edits ?? []) {
        const blocks = new Map(result.get(path));
        if (text === undefined)
            blocks.delete(block);
        else
            blocks.set(block, text);
        if (blocks.size > 0)
            result.set(path, blocks);
        else
            result.delete(path);
    }
    return result;
}
function* fileCommands(before, after) {
    for (const path of before.keys())
        if (!after.has(path))
            yield `D ${path}`;
    for (const [path, blocks] of after) {
        const text = content(blocks);
        const old = before.get(path);
        if (!old || content(old) !== text)
            yield `M 100644 inline ${path}\n${data(text)}`;
    }
}
function content(blocks) {
    return [...blocks.values()].join('\n');
}
function data(text) {
    return `data ${Buffer.byteLength(text)}\n${text}`;
}
function signature({ name, email }) {
    return `${name} <${email}>`;
}
/** Seconds since the epoch of a step's local time. */
function seconds({ at, by }) {
    const zone = `${by.zone.slice(0, 3)}:${by.zone.slice(3)}`;
    return Date.parse(`${year}-${at.replace(' ', 'T')}:00${zone}`) / 1000;
}

;// CONCATENATED MODULE: ./build/dist/example/index.js







/**
 * Makes the example repository in a new temporary directory: a small JavaScript service with fifteen weeks of history
 * that ends in the week before `now`, with a commit that breaks a test. The same on every machine, object names
 * included, for a week; the user's own git configuration (identity, signing, hooks, templates) has no part in it.
 *
 * @param now milliseconds since the epoch
 * @returns the absolute path of the work tree
 * @throws CannotRunError when git is missing or the directory cannot be written
 */
async function createExampleRepository(now, parent = (0,external_node_os_.tmpdir)()) {
    try {
        const dir = (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'hone-example-'))), 'quayside');
        const env = { GIT_CONFIG_GLOBAL: external_node_os_.devNull, GIT_CONFIG_NOSYSTEM: '1' };
        await (0,command/* gitOutput */.oM)(['init', '--quiet', '--template=', '--initial-branch=main', '--', dir], { cwd: parent, env });
        await (0,command/* gitOutput */.oM)(['fast-import', '--quiet', '--done'], { cwd: dir, env, input: fastImportStream(history_history, now) });
        await (0,command/* gitOutput */.oM)(['reset', '--quiet', '--hard', 'main'], { cwd: dir, env });
        return dir;
    }
    catch (error) {
        throw new errors/* CannotRunError */.F3(`the example repository could not be made: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

// EXTERNAL MODULE: ./build/dist/fix/index.js + 192 modules
var fix = __webpack_require__(71245);
// EXTERNAL MODULE: ./build/dist/learning/index.js + 17 modules
var learning = __webpack_require__(99674);
// EXTERNAL MODULE: ./build/dist/render/layout.js
var layout = __webpack_require__(83706);
// EXTERNAL MODULE: ./build/dist/render/metrics.js
var render_metrics = __webpack_require__(43347);
// EXTERNAL MODULE: ./build/dist/render/terminal-text.js
var terminal_text = __webpack_require__(84606);
// EXTERNAL MODULE: ./build/dist/cli/analyze.js
var analyze = __webpack_require__(14276);
// EXTERNAL MODULE: ./build/dist/cli/exit-status.js
var exit_status = __webpack_require__(36025);
// EXTERNAL MODULE: ./build/dist/cli/learn.js
var learn = __webpack_require__(22098);
// EXTERNAL MODULE: ./build/dist/cli/limits.js
var limits = __webpack_require__(9026);
// EXTERNAL MODULE: ./build/dist/cli/metrics.js
var cli_metrics = __webpack_require__(59581);
// EXTERNAL MODULE: ./build/dist/cli/patch.js
var patch = __webpack_require__(58558);
// EXTERNAL MODULE: ./build/dist/cli/repair.js
var repair = __webpack_require__(98327);
// EXTERNAL MODULE: ./build/dist/cli/test-command.js
var test_command = __webpack_require__(52582);
;// CONCATENATED MODULE: ./build/dist/cli/run-repair.js



/** Milliseconds: a part of the loop takes less than `hone fix` alone would. The example is a first look. */
const timeLimitMs = 120_000;
const exampleTimeLimitMs = 45_000;
const candidates = 3;
/**
 * Runs the tests of the work tree and repairs what fails. Where that cannot be done the rest of the loop is still of use.
 *
 * @throws UsageError when the user's own test command is wrong
 */
async function repairHead(session, options, context) {
    const { bare, head, root } = session.repository;
    if (!options.fix)
        return notRun('asked not to');
    if (bare)
        return notRun('a bare repository has no files to test');
    if (head === undefined)
        return notRun('there are no commits yet');
    try {
        const testCommand = options.test ?? (await (0,test_command/* findTestCommand */.J)(root)).command;
        const isolation = await isolationFor(options);
        const limits = { candidates, timeLimitMs: options.trusted ? exampleTimeLimitMs : timeLimitMs };
        const request = { testCommand, isolation, seed: 0, learned: true, order: 'ranked', ...limits };
        return { repair: await (0,repair/* repairIn */.x$)(session, request, context), notRepaired: undefined };
    }
    catch (thrown) {
        if (thrown instanceof errors/* CannotRunError */.F3)
            return notRun(thrown.message);
        if (thrown instanceof errors/* UsageError */.eb && options.test === undefined)
            return notRun(thrown.message);
        throw thrown;
    }
}
function notRun(reason) {
    return { repair: undefined, notRepaired: reason };
}
/** @throws CannotRunError when sandboxes cannot be made here, and nothing weaker is allowed */
async function isolationFor({ isolation, trusted }) {
    const problem = await (0,repair/* sandboxProblem */.B1)(isolation ?? 'namespaces');
    if (problem === undefined)
        return isolation ?? 'namespaces';
    if (trusted && isolation === undefined && (await (0,repair/* sandboxProblem */.B1)('process')) === undefined)
        return 'process';
    throw new errors/* CannotRunError */.F3(problem);
}

// EXTERNAL MODULE: ./build/dist/cli/session.js
var cli_session = __webpack_require__(40848);
// EXTERNAL MODULE: ./build/dist/cli/store-line.js
var store_line = __webpack_require__(55508);
// EXTERNAL MODULE: ./build/dist/cli/title.js
var title = __webpack_require__(8894);
;// CONCATENATED MODULE: ./build/dist/cli/run.js




















/** `hone run`: the whole loop, as far as this version of Hone has it. */
async function run(options, context, dir) {
    const { cwd } = context.surroundings;
    const example = dir === undefined;
    const chosen = example ? await createExampleRepository(context.clock.now()) : (0,external_node_path_.resolve)(cwd, dir);
    const session = { command: 'run', dir: chosen, keep: options.store };
    const { result, kept } = await (0,cli_session/* recorded */.t)(session, context, async (opened) => ({
        result: await loop(opened, { ...options, trusted: example }, context),
        negative: false,
    }));
    context.answer(answerOf(result, kept), (style) => renderLoop(result, kept, example, style));
    return exit_status/* exitStatus */.$.done;
}
async function loop(session, options, context) {
    const { repository } = session;
    const [measured, analyzed] = await Promise.all([measureHistory(session, context), analyzeHead(session, context)]);
    const repaired = await repairHead(session, options, context);
    return { repository, ...measured, ...analyzed, ...repaired, learned: await (0,learn.learnFrom)(session, context) };
}
async function measureHistory(session, context) {
    const { repository, recorder } = session;
    try {
        const metrics = await (0,cli_metrics.metricsOf)(repository, context);
        if (metrics.head !== null)
            recorder.record(learning/* velocityMeasured */.AO, velocityOf(metrics, repository.shallow));
        return { metrics, notMeasured: undefined };
    }
    catch (thrown) {
        // A commit far back may be missing or damaged; the newest one still can be analysed.
        if (!(thrown instanceof errors/* CannotRunError */.F3))
            throw thrown;
        return { metrics: undefined, notMeasured: thrown.message };
    }
}
function velocityOf(metrics, partial) {
    const { head, commits, authors, conventional, conflicts, branches } = metrics;
    return {
        commit: head ?? '',
        commits: commits.total,
        merges: commits.merges,
        authors: authors.length,
        perWeek: commits.perWeek,
        conventional: conventional.compliant,
        conventionalOf: conventional.total,
        conflicted: conflicts.conflicted ?? 0,
        conflictedOf: conflicts.conflicted === null ? 0 : conflicts.checked,
        branches: branches.total,
        staleBranches: branches.stale,
        partial,
    };
}
async function analyzeHead(session, context) {
    const { head, shallow } = session.repository;
    if (head === undefined)
        return { analysis: undefined, notAnalyzed: 'there are no commits yet' };
    try {
        return { analysis: await (0,analyze.analyzeIn)(session, { commit: head }, context), notAnalyzed: undefined };
    }
    catch (thrown) {
        // What HEAD changed is not in a clone that ends with it; the rest of the loop still is of use.
        if (!shallow || !(thrown instanceof errors/* CannotRunError */.F3))
            throw thrown;
        return { analysis: undefined, notAnalyzed: thrown.message };
    }
}
function answerOf(report, kept) {
    const { analysis, repair } = report;
    return { ...report, analysis: analysis && (0,dist_analysis.renderJson)(analysis), repair: repair && (0,fix/* renderJson */.hF)(repair), store: kept };
}
function renderLoop(report, kept, example, style) {
    const { repository, metrics, notMeasured, learned } = report;
    return [
        '',
        (0,title/* repositoryTitle */.b)(repository, style),
        style.dim(`      ${(0,printable/* printable */.g)(repository.root)}`),
        ...(example ? [style.dim('      an example, made for this run; for a repository of yours: hone run DIR')] : []),
        '',
        (0,layout/* heading */.R_)('History', style),
        ...(metrics ? (0,render_metrics/* renderMetrics */.q)(metrics, style) : [`  Not measured: ${(0,printable/* printable */.g)(notMeasured ?? 'unknown')}`]),
        '',
        (0,layout/* heading */.R_)('Newest commit', style),
        ...newestCommit(report, style),
        '',
        (0,layout/* heading */.R_)('Repair', style),
        ...repairSection(report, style),
        '',
        (0,layout/* heading */.R_)('Learned', style),
        ...(0,learning/* renderTerminal */.bF)(learned, style),
        '',
        (0,store_line/* storeLine */.K)(kept, style),
    ];
}
function newestCommit({ analysis, notAnalyzed }, style) {
    if (!analysis)
        return [`  Not analysed: ${(0,printable/* printable */.g)(notAnalyzed ?? 'unknown')}`];
    return indented((0,dist_analysis.renderTerminal)(analysis, { ...style, width: style.width - 2 }).split('\n'));
}
function repairSection({ repository, repair, notRepaired }, style) {
    if (!repair)
        return (0,terminal_text/* wrap */.LV)(`Not run: ${(0,printable/* printable */.g)(notRepaired ?? 'unknown')}`, style.width - 2).map((line) => `  ${line}`);
    const { testCommand, isolation } = repair;
    const usual = { seed: 0, timeLimit: limits/* defaultTimeLimit */.I, candidates: limits/* defaultCandidates */.k, learned: true };
    const again = { repo: repository.root, testCommand, isolation, ...usual };
    const handing = { applied: false, commands: [(0,patch/* applyCommand */.sz)(again)] };
    return indented((0,fix/* renderTerminal */.bF)(repair, handing, { ...style, width: style.width - 2 }));
}
function indented(lines) {
    return lines.map((line) => (line === '' ? line : `  ${line}`));
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


/***/ }),

/***/ 8894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ repositoryTitle)
/* harmony export */ });
/* harmony import */ var _base_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81864);
/* harmony import */ var _render_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83706);


/** First line of a report: which repository, branch and commit. */
function repositoryTitle({ name, branch, head, shallow, bare }, style) {
    const parts = [
        style.bold((0,_base_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(name.replace(/^local\//, ''))),
        branch === undefined ? 'detached HEAD' : (0,_base_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(branch),
        head?.slice(0, 10) ?? 'no commits yet',
        shallow ? 'shallow clone' : undefined,
        bare ? 'bare' : undefined,
    ];
    return `${style.bold(style.cyan('hone'))}  ${(0,_render_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(parts, style)}`;
}


/***/ }),

/***/ 43347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ renderMetrics)
/* harmony export */ });
/* harmony import */ var _base_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81864);
/* harmony import */ var _charts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81293);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83706);
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84606);




// Of the widest label, `deployments`, with its indent.
const labelColumn = 15;
const minSparkline = 10;
const shownAuthors = 4;
const shownTypes = 3;
const shareBar = 20;
// Narrower than this, what only decorates is left out.
const comfortable = 80;
const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
/** What the history of a repository says, for a terminal. */
function renderMetrics(metrics, style) {
    if (metrics.commits.total === 0)
        return [metrics.head === null ? '  No commits yet.' : '  No commits in this period.'];
    const notes = metrics.notes.map((note) => style.dim(`  ${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(note)}`));
    const rows = [
        ...velocity(metrics, style),
        ...activity(metrics, style),
        authors(metrics, style),
        messages(metrics, style),
        merges(metrics, style),
        branches(metrics, style),
        releases(metrics, style),
        churn(metrics, style),
    ];
    return [
        ...(0,_charts_js__WEBPACK_IMPORTED_MODULE_1__/* .labelled */ .wW)(rows.filter((row) => row !== undefined), style),
        ...notes,
    ];
}
function velocity({ commits, period }, style) {
    const text = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([style.bold((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(commits.total, 'commit')), `${rounded(commits.perWeek)} a week`], style);
    const { counts, idle } = commits.weekly;
    const last = period.last?.slice(0, 10);
    const first = counts.findIndex((count) => count > 0);
    if (first === -1) {
        // Every commit is of a date to come.
        return [['velocity', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([text, last && `the newest is of ${last}`], style)]];
    }
    const weeks = counts.slice(first);
    const room = Math.max(minSparkline, style.width - labelColumn - (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textWidth */ .sc)(text) - 2);
    const shown = idle
        ? `idle since ${last}; ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(weeks.length, 'week')} until then`
        : `the last ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(weeks.length, 'week')}`;
    return [
        ['velocity', `${(0,_charts_js__WEBPACK_IMPORTED_MODULE_1__/* .sparkline */ .KM)(weeks, style, room)}  ${text}`],
        ['', style.dim(`${shown}, at most ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(Math.max(...weeks), 'commit')} in one`)],
    ];
}
function activity({ commits }, style) {
    const [sunday = 0, ...rest] = commits.byWeekday;
    const week = [...rest, sunday];
    const busiest = Math.max(...week);
    const days = weekdays.map((day, i) => `${day} ${(0,_charts_js__WEBPACK_IMPORTED_MODULE_1__/* .heatStrip */ .$Y)([week[i] ?? 0], style, busiest)}`).join('  ');
    const hour = commits.byHour.indexOf(Math.max(...commits.byHour));
    const busiestHour = style.dim(`busiest ${hour}:00 to ${(hour + 1) % 24}:00`);
    return [
        ['weekdays', days],
        ['hours', `0 ${(0,_charts_js__WEBPACK_IMPORTED_MODULE_1__/* .heatStrip */ .$Y)(commits.byHour, style)} 23${style.width < comfortable ? '' : `  ${busiestHour}`}`],
    ];
}
function authors({ authors: all }, style) {
    const named = all
        .slice(0, shownAuthors)
        .map(({ name, commits }) => `${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(name)} ${commits.toLocaleString('en-US')}`);
    const others = all.length - shownAuthors;
    const text = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([all.length.toLocaleString('en-US'), ...named, others > 0 ? `${others.toLocaleString('en-US')} more` : undefined], style);
    return ['authors', (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .truncate */ .xv)(text, style.width - labelColumn, style.symbols.ellipsis)];
}
function messages({ conventional: { compliant, total, byType } }, style) {
    if (total === 0)
        return undefined;
    const types = Object.entries(byType)
        .sort(([, a], [, b]) => b - a)
        .slice(0, shownTypes)
        .map(([type, count]) => `${(0,_base_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(type)} ${count.toLocaleString('en-US')}`);
    const share = `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)(compliant / total)} conventional`;
    return [
        'messages',
        `${(0,_charts_js__WEBPACK_IMPORTED_MODULE_1__/* .bar */ .M0)(compliant, total, style.width < comfortable ? shareBar / 2 : shareBar, style)}  ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([share, types.join(', ') || undefined], style)}`,
    ];
}
function merges({ conflicts: { merges: total, checked, conflicted } }, style) {
    if (total === 0)
        return undefined;
    const looked = checked < total ? ` of the newest ${checked.toLocaleString('en-US')}` : '';
    const conflicts = conflicted === null ? 'conflicts unknown' : `${conflicted.toLocaleString('en-US')}${looked} had conflicts`;
    return ['merges', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([total.toLocaleString('en-US'), conflicts], style)];
}
function branches({ branches: { total, active, stale } }, style) {
    return ['branches', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([String(total), `${active} active`, `${stale} stale`], style)];
}
function releases({ dora }, style) {
    const { source, deployments, perWeek, leadTimeHours } = dora;
    if (source === 'none' || !deployments)
        return undefined;
    const rate = perWeek === null ? undefined : `${rounded(perWeek)} a week`;
    const lead = leadTimeHours === null ? undefined : `${span(leadTimeHours)} from commit to release`;
    return [source === 'tags' ? 'releases' : 'deployments', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([String(deployments), rate, lead], style)];
}
function churn({ churn: facts }, style) {
    if (!facts)
        return undefined;
    const { insertions, deletions, files, top } = facts;
    const sizes = `${style.green(`+${insertions.toLocaleString('en-US')}`)} ${style.red(`-${deletions.toLocaleString('en-US')}`)} in ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(files, 'file')}`;
    const most = top[0] && `most in ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .truncatePath */ .Wq)((0,_base_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(top[0].path), 40, style.symbols.ellipsis)}`;
    return ['churn', (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([sizes, most], style)];
}
function span(hours) {
    return hours < 48 ? `${rounded(hours)} hours` : `${rounded(hours / 24)} days`;
}
function rounded(value) {
    return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
}


/***/ })

};
