export const id = 581;
export const ids = [581];
export const modules = {

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

/***/ 81293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ heatStrip),
/* harmony export */   KM: () => (/* binding */ sparkline),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   wW: () => (/* binding */ labelled)
/* harmony export */ });
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84606);

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const asciiBlocks = ['_', '.', '-', '=', '+', '*', '%', '#'];
const shades = ['·', '░', '▒', '▓', '█'];
const asciiShades = ['.', '-', '+', '*', '#'];
/**
 * One glyph for each value, its height relative to the greatest. Only zero has the lowest glyph, so that a little is
 * never shown as nothing. More values than `width` are added up in equal groups.
 */
function sparkline(values, style, width = values.length) {
    const grouped = group(values, width);
    return painted(grouped, Math.max(0, ...grouped), style.unicode ? blocks : asciiBlocks, style);
}
/** Like {@link sparkline}, but with shades: for rows under each other, where height would mislead. */
function heatStrip(values, style, greatest = Math.max(0, ...values)) {
    return painted(values, greatest, style.unicode ? shades : asciiShades, style);
}
/** A horizontal bar of `width` columns, filled in proportion; any value above zero shows at least one glyph. */
function bar(value, greatest, width, style) {
    const filled = greatest <= 0 || value <= 0 ? 0 : Math.min(width, Math.max(1, Math.round((value / greatest) * width)));
    const [full, empty] = style.unicode ? ['━', '─'] : ['#', '.'];
    return style.cyan(full.repeat(filled)) + style.dim(empty.repeat(width - filled));
}
/** Lines of `label  text`, the labels in one column. */
function labelled(rows, style, indent = 2) {
    const column = Math.max(0, ...rows.map(([label]) => label.length)) + 2;
    return rows.map(([label, text]) => `${' '.repeat(indent)}${style.dim((0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(label, column))}${text}`);
}
/** A glyph for each value; neighbours of one colour are painted together. */
function painted(values, greatest, glyphs, style) {
    let text = '';
    for (let start = 0, end = 0; start < values.length; start = end) {
        const nothing = values[start] === 0;
        while (end < values.length && (values[end] === 0) === nothing)
            end++;
        const run = values.slice(start, end).map((value) => glyphs[level(value, greatest, glyphs.length)]);
        text += (nothing ? style.dim : style.green)(run.join(''));
    }
    return text;
}
/** Adds up neighbours so that at most `width` values remain; the oldest group may be smaller than the rest. */
function group(values, width) {
    if (values.length <= width || width < 1)
        return [...values];
    const size = Math.ceil(values.length / width);
    const grouped = [];
    for (let end = values.length; end > 0; end -= size) {
        grouped.unshift(values.slice(Math.max(0, end - size), end).reduce((sum, value) => sum + value, 0));
    }
    return grouped;
}
function level(value, greatest, levels) {
    if (value <= 0 || greatest <= 0)
        return 0;
    return Math.max(1, Math.round((value / greatest) * (levels - 1)));
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
