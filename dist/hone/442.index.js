export const id = 442;
export const ids = [442];
export const modules = {

/***/ 20442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/dist/analysis/index.js + 4 modules
var analysis = __webpack_require__(51260);
// EXTERNAL MODULE: ./build/dist/actions/checkout.js
var checkout = __webpack_require__(57713);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/git/index.js + 18 modules
var git = __webpack_require__(86110);
// EXTERNAL MODULE: ./build/dist/actions/runner.js
var runner = __webpack_require__(25987);
;// CONCATENATED MODULE: ./build/dist/actions/analyze-commit/subject.js



const advice = 'set `fetch-depth: 0` (or 2 for single commits and pull requests) on actions/checkout';
/**
 * What the event is about, as far as the checkout has it: a pull request against its base, a push against the state
 * before it, anything else HEAD against its first parent. Inputs `commit` and `base` come first.
 *
 * @throws UsageError when an input names no commit
 */
async function findSubject(repository, inputs, runner) {
    if (repository.head === undefined)
        return { head: undefined, reason: 'the repository has no commits yet' };
    if (inputs.commit !== undefined || inputs.base !== undefined) {
        const head = await namedCommit(repository, 'commit', inputs.commit ?? 'HEAD');
        if (inputs.base === undefined)
            return againstParent(repository, head, []);
        return { head, base: await namedCommit(repository, 'base', inputs.base), notes: [] };
    }
    if (runner.eventName.startsWith('pull_request'))
        return pullRequest(repository, repository.head, runner.payload);
    if (runner.eventName === 'push')
        return push(repository, repository.head, runner.payload);
    return againstParent(repository, repository.head, []);
}
async function pullRequest(repository, checkedOut, payload) {
    const headId = payloadCommit(payload, 'pull_request.head.sha');
    const baseId = payloadCommit(payload, 'pull_request.base.sha');
    const head = await presentCommit(repository, headId);
    const tip = await presentCommit(repository, baseId);
    if (head !== undefined && tip !== undefined) {
        const base = await (0,git/* mergeBase */.wu)(repository, tip, head);
        if (base !== undefined)
            return { head, base, notes: [] };
    }
    // Without history, the merge commit that GitHub checks out still says what the pull request does to its base.
    const { parents } = await (0,git/* readCommit */.kN)(repository, checkedOut);
    if (headId !== undefined && parents[1] === headId) {
        return {
            head: checkedOut,
            base: parents[0],
            notes: ['compared as merged into its base: this checkout has no more history'],
        };
    }
    const reason = `the base of this pull request is not in this checkout, so what it changes is unknown: ${advice}`;
    return { head: head ?? checkedOut, reason };
}
async function push(repository, checkedOut, payload) {
    const before = payloadCommit(payload, 'before');
    const head = (await presentCommit(repository, payloadCommit(payload, 'after'))) ?? checkedOut;
    // All zeros: the branch is new, so there is no state before.
    if (before === undefined || /^0*$/.test(before))
        return againstParent(repository, head, []);
    const base = await presentCommit(repository, before);
    if (base !== undefined && (await (0,git/* mergeBase */.wu)(repository, base, head)) === base)
        return { head, base, notes: [] };
    const why = base === undefined ? 'is not in this checkout' : 'is not an ancestor (the push was forced)';
    return againstParent(repository, head, [
        `the state before this push, ${before.slice(0, 12)}, ${why}: only the newest commit was analyzed`,
    ]);
}
async function againstParent(repository, head, notes) {
    const { parents } = await (0,git/* readCommit */.kN)(repository, head);
    if (parents.length === 0 && repository.shallow) {
        const reason = `the parent of ${head.slice(0, 12)} is not in this checkout, so what it changes is unknown: ${advice}`;
        return { head, reason };
    }
    return { head, base: parents[0], notes };
}
async function namedCommit(repository, input, revision) {
    try {
        return await (0,git/* resolveRevision */.eZ)(repository, revision);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UsageError */.eb) || !repository.shallow)
            throw prefixed(input, thrown);
        throw prefixed(input, new errors/* UsageError */.eb(`${thrown.message}; this checkout is shallow: ${advice}`));
    }
}
function prefixed(input, thrown) {
    return thrown instanceof errors/* UsageError */.eb ? new errors/* UsageError */.eb(`input "${input}": ${thrown.message}`) : thrown;
}
/** A full object id of the payload; anything else that stands there is no id. */
function payloadCommit(payload, path) {
    const text = (0,runner/* payloadText */.Ai)(payload, path);
    return text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined;
}
/** `id` when the checkout has that commit. */
async function presentCommit(repository, id) {
    if (id === undefined)
        return undefined;
    try {
        return await (0,git/* resolveRevision */.eZ)(repository, id);
    }
    catch (thrown) {
        if (thrown instanceof errors/* UsageError */.eb)
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./build/dist/actions/analyze-commit/verdict.js
var verdict = __webpack_require__(59045);
;// CONCATENATED MODULE: ./build/dist/actions/analyze-commit/run.js




/** Analyzes what the event is about. */
async function run(inputs, deps) {
    const { runner, store, recorder, clock, log } = deps;
    const repository = await (0,checkout/* checkedOut */.M)(runner.workspace);
    const subject = await findSubject(repository, inputs, runner);
    if ('reason' in subject) {
        log.warn(`nothing was analyzed: ${subject.reason}`);
        return unreadable(subject, inputs.failOn);
    }
    for (const note of subject.notes)
        log.warn(note);
    const { head, base } = subject;
    const report = await (0,analysis.analyze)(base === undefined ? { commit: head } : { base, head }, {
        ...{ repository, recorder, clock, log },
        events: store,
    });
    const noted = { ...report, notes: [...subject.notes, ...report.notes] };
    const failure = (0,verdict/* verdict */.W)(report, inputs.failOn);
    return {
        outputs: {
            commit: report.commit.sha,
            findings: String(report.findings.length),
            'highest-severity': (0,verdict/* highestSeverity */.q)(report.findings),
            impact: report.impact?.overall ?? 'unknown',
            'approval-required': String(report.impact?.approvalRequired ?? 'unknown'),
            'not-run': report.analysts
                .filter(({ status }) => status !== 'done')
                .map(({ name }) => name)
                .join(','),
        },
        summary: (0,analysis.renderMarkdown)(noted),
        report: (0,analysis.renderJson)(noted),
        annotations: inputs.annotations ? annotationsOf(report) : [],
        ...(failure === undefined ? {} : { failure }),
    };
}
function unreadable({ head, reason }, failOn) {
    return {
        outputs: {
            commit: head ?? '',
            findings: 'unknown',
            'highest-severity': 'unknown',
            impact: 'unknown',
            'approval-required': 'unknown',
            'not-run': 'code-critic,test-writer,doc-writer,impact-analyst',
        },
        summary: `## Hone analysis\n\n**Nothing was analyzed:** ${reason}.`,
        report: { commit: head, notAnalyzed: reason },
        annotations: [],
        ...(failOn === 'none' ? {} : { failure: `\`fail-on: ${failOn}\` cannot be decided: ${reason}` }),
    };
}
const levels = {
    info: 'notice',
    low: 'notice',
    medium: 'warning',
    high: 'error',
    critical: 'error',
};
function annotationsOf(report) {
    return report.findings.map(({ severity, rule, message, file, startLine, endLine }) => ({
        level: levels[severity],
        title: `${severity}: ${rule}`,
        ...{ message, file, startLine, endLine },
    }));
}


/***/ }),

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
