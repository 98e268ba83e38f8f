export const id = 674;
export const ids = [674];
export const modules = {

/***/ 99674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nB: () => (/* reexport */ learn),
  Gc: () => (/* reexport */ renderMarkdown),
  FW: () => (/* reexport */ renderTasks),
  bF: () => (/* reexport */ renderTerminal),
  AO: () => (/* reexport */ velocityMeasured)
});

// UNUSED EXPORTS: learnCompleted

// EXTERNAL MODULE: ./build/dist/store/event.js
var store_event = __webpack_require__(28147);
;// CONCATENATED MODULE: ./build/dist/learning/events.js

const velocityMeasured = (0,store_event/* eventKind */.P)('git.velocity');
/** What learning knew at the end of a run; the next one tells what is new against it. */
const learnCompleted = (0,store_event/* eventKind */.P)('learn.completed');

;// CONCATENATED MODULE: ./build/dist/stats/baseline.js
/** @returns undefined without values */
function baselineOf(values) {
    const n = values.length;
    if (n === 0)
        return undefined;
    const sorted = [...values].sort((a, b) => a - b);
    const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
    const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return {
        n,
        mean,
        standardDeviation: n < 2 ? 0 : Math.sqrt(squares / (n - 1)),
        p50: quantile(sorted, 0.5),
        p95: quantile(sorted, 0.95),
        p99: quantile(sorted, 0.99),
    };
}
/**
 * Linear interpolation between order statistics: type 7 of R. J. Hyndman and Y. Fan (1996), "Sample quantiles in
 * statistical packages", The American Statistician 50, 361-365.
 *
 * @param sorted ascending, not empty
 * @param p from 0 to 1
 */
function quantile(sorted, p) {
    const at = (sorted.length - 1) * p;
    const below = sorted[Math.floor(at)];
    const above = sorted[Math.ceil(at)];
    if (below === undefined || above === undefined)
        throw new RangeError('quantile of no values');
    return below + (above - below) * (at - Math.floor(at));
}

;// CONCATENATED MODULE: ./build/dist/stats/rate.js
const z95 = 1.959963984540054;
/**
 * The Wilson score interval: holds its coverage for small samples and for shares near 0 and 1, where the usual
 * normal approximation does not.
 *
 * E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22, 209-212.
 *
 * @returns undefined without any trial: there is no rate of nothing
 */
function wilsonRate(successes, total) {
    if (total <= 0)
        return undefined;
    const value = successes / total;
    const z2 = z95 * z95;
    const centre = (value + z2 / (2 * total)) / (1 + z2 / total);
    const half = (z95 / (1 + z2 / total)) * Math.sqrt((value * (1 - value)) / total + z2 / (4 * total * total));
    // At the ends the bound is the end itself; rounding would miss it by 1e-17.
    const low = successes === 0 ? 0 : centre - half;
    const high = successes === total ? 1 : centre + half;
    return { successes, total, value, low, high };
}

;// CONCATENATED MODULE: ./build/dist/learning/facts.js
/**
 * Reads the data of events that other parts of Hone recorded, perhaps years ago: what does not have the shape that is
 * expected counts as not recorded, and never stops the fold.
 */
function facts_text(data, field) {
    const value = data[field];
    return typeof value === 'string' ? value : undefined;
}
function number(data, field) {
    const value = data[field];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
function objects(data, field) {
    const value = data[field];
    return Array.isArray(value) ? value.filter(isObject) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * The value at `key`, made when it is missing. Names in events are anyone's words: `__proto__` and `constructor` are
 * keys like others here.
 */
function entry(record, key, make) {
    if (Object.hasOwn(record, key))
        return record[key];
    const value = make();
    Object.defineProperty(record, key, { value, enumerable: true, writable: true, configurable: true });
    return value;
}

// EXTERNAL MODULE: ./build/dist/render/layout.js
var layout = __webpack_require__(83706);
;// CONCATENATED MODULE: ./build/dist/learning/insights.js


/** When a fact becomes an insight, and how many facts it takes to say anything. */
const thresholds = {
    successRate: 0.8,
    runsForRate: 10,
    averageAttempts: 2,
    runsForAttempts: 5,
    /** Seen more often than this. */
    repeated: 3,
    slowMs: 1000,
    runsForSlow: 5,
    /** Of the newest runs the median is held against the p95 (p99) of those before. */
    recentRuns: 5,
    runsForBaseline: 20,
    conflictShare: 0.2,
    mergesForShare: 10,
};
function lowSuccess(name, rate) {
    const have = rate?.total ?? 0;
    if (!rate || have < thresholds.runsForRate) {
        return { question: `success rate of ${name}`, have, need: thresholds.runsForRate };
    }
    if (rate.value >= thresholds.successRate)
        return undefined;
    return {
        id: `low-success:${name}`,
        severity: 'high',
        message: `${name} succeeds in ${(0,layout/* percent */.KN)(rate.value)} of runs (95% interval ${(0,layout/* percent */.KN)(rate.low)} to ${(0,layout/* percent */.KN)(rate.high)})`,
        action: 'Look at the failures below, the most frequent cause first.',
        evidence: rate.total,
    };
}
function manyAttempts(averageAttempts, runs) {
    if (averageAttempts === undefined || runs < thresholds.runsForAttempts) {
        return { question: 'attempts a run takes', have: runs, need: thresholds.runsForAttempts };
    }
    if (averageAttempts <= thresholds.averageAttempts)
        return undefined;
    return {
        id: 'many-attempts',
        severity: 'medium',
        message: `runs take ${averageAttempts.toFixed(1)} attempts on average`,
        action: 'Find out what makes people start runs again; a run that fails by chance hides those that fail for a reason.',
        evidence: runs,
    };
}
function repeatedFailure(cause, count, example) {
    if (count <= thresholds.repeated)
        return undefined;
    return {
        id: `repeated-failure:${cause}`,
        severity: 'medium',
        message: `runs failed ${count} times for the same kind of reason: ${cause}`,
        action: `Remove the cause. The newest said: ${example}`,
        evidence: count,
    };
}
function repeatedFinding(rule, count) {
    if (count <= thresholds.repeated)
        return undefined;
    return {
        id: `repeated-finding:${rule}`,
        severity: 'medium',
        message: `new code brought in ${rule} ${count} times`,
        action: 'Agree on how to do without it, or let a linter hold it.',
        evidence: count,
    };
}
function slow(name, durations) {
    if (durations.length < thresholds.runsForSlow)
        return undefined;
    const mean = baselineOf(durations.map(([, ms]) => ms))?.mean ?? 0;
    if (mean <= thresholds.slowMs)
        return undefined;
    return {
        id: `slow:${name}`,
        severity: 'low',
        message: `${name} takes ${(0,layout/* duration */.p0)(mean)} on average`,
        action: 'See whether large or generated files take its time.',
        evidence: durations.length,
    };
}
/**
 * Slower than it used to be: the median of the newest runs lies above the p95 of all before them. Without any change
 * that happens about once in 900 times (three of five independent values above the 95th percentile: 0.0012).
 */
function degraded(name, durations) {
    const { recentRuns, runsForBaseline } = thresholds;
    const before = baselineOf(durations.slice(0, -recentRuns).map(([, ms]) => ms));
    const recent = baselineOf(durations.slice(-recentRuns).map(([, ms]) => ms));
    if (!before || !recent || before.n < runsForBaseline) {
        return {
            question: `speed of ${name} against its baseline`,
            have: durations.length,
            need: runsForBaseline + recentRuns,
        };
    }
    if (recent.p50 <= before.p95)
        return undefined;
    const severe = recent.p50 > Math.max(before.p99, 2 * before.p50);
    return {
        id: `degraded:${name}`,
        severity: severe ? 'high' : 'medium',
        message: `${name} became slower: ${(0,layout/* duration */.p0)(recent.p50)} in the last ${recentRuns} runs, ${(0,layout/* duration */.p0)(before.p50)} before (p95 ${(0,layout/* duration */.p0)(before.p95)})`,
        action: 'Compare what changed since: the size of commits, the machine, the version of Hone.',
        evidence: durations.length,
    };
}
function manyConflicts(conflicted, merges) {
    if (merges < thresholds.mergesForShare)
        return undefined;
    const share = conflicted / merges;
    if (share <= thresholds.conflictShare)
        return undefined;
    return {
        id: 'many-conflicts',
        severity: 'medium',
        message: `${conflicted} of ${merges} merges (${(0,layout/* percent */.KN)(share)}) had conflicts to resolve`,
        action: 'Merge smaller branches sooner, and split the files that are in every conflict.',
        evidence: merges,
    };
}
function staleBranches(stale, branches) {
    // Where nothing moves at all there is nothing to tidy up.
    if (stale === 0 || stale === branches)
        return undefined;
    return {
        id: 'stale-branches',
        severity: 'low',
        message: `${stale} of ${branches} branches ${stale === 1 ? 'is' : 'are'} stale`,
        action: 'Merge them or delete them.',
        evidence: branches,
    };
}

;// CONCATENATED MODULE: ./build/dist/learning/projections/samples.js
const kept = 500;
/** Adds a sample and keeps the newest few hundred. Which ones stay does not depend on the order in which they came. */
function addSample(samples, at, value) {
    let index = samples.length;
    while (index > 0 && isLater(samples[index - 1], at, value))
        index--;
    samples.splice(index, 0, [at, value]);
    if (samples.length > kept)
        samples.shift();
}
function isLater(sample, at, value) {
    return sample !== undefined && (sample[0] > at || (sample[0] === at && sample[1] > value));
}

;// CONCATENATED MODULE: ./build/dist/learning/projections/analysts.js


/** How each analyst did, over all analyses. */
const analysts = {
    name: 'learning.analysts',
    version: 1,
    kinds: ['analysis.completed'],
    commutative: true,
    initial: () => ({}),
    apply(state, event) {
        for (const outcome of objects(event.data, 'analysts')) {
            const name = facts_text(outcome, 'name');
            const status = facts_text(outcome, 'status');
            if (name === undefined || status === undefined || status === 'not-run')
                continue;
            const analyst = entry(state, name, () => ({ asked: 0, done: 0, failed: 0, timedOut: 0, durations: [] }));
            analyst.asked++;
            if (status === 'timed-out')
                analyst.timedOut++;
            else if (status === 'failed')
                analyst.failed++;
            else
                analyst.done++;
            const durationMs = number(outcome, 'durationMs');
            if (status === 'done' && durationMs !== undefined)
                addSample(analyst.durations, event.at, durationMs);
        }
        return state;
    },
};

;// CONCATENATED MODULE: ./build/dist/learning/projections/findings.js

/** Every finding once, by its id, however often the commit was analysed. */
const findings = {
    name: 'learning.findings',
    version: 1,
    kinds: ['analysis.finding', 'task.proposed'],
    commutative: true,
    initial: () => ({}),
    apply(state, { kind, data, at }) {
        const id = facts_text(data, 'id');
        if (id === undefined)
            return state;
        const file = facts_text(data, 'file') ?? '';
        const line = number(data, 'line') ?? 0;
        const severity = facts_text(data, 'severity') ?? 'info';
        const finding = entry(state, id, () => ({
            rule: '',
            category: '',
            severity,
            file,
            line,
            firstAt: at,
            lastAt: at,
            task: false,
            title: '',
        }));
        finding.firstAt = Math.min(finding.firstAt, at);
        // The place as it was seen last. Within one moment the greater one wins, in whatever order the events come.
        if (at > finding.lastAt || (at === finding.lastAt && place(file, line) > place(finding.file, finding.line))) {
            Object.assign(finding, { file, line, severity, lastAt: at });
        }
        if (kind === 'task.proposed') {
            finding.task = true;
            finding.title = facts_text(data, 'title') ?? '';
        }
        else {
            finding.rule = facts_text(data, 'rule') ?? '';
            finding.category = facts_text(data, 'category') ?? '';
        }
        return state;
    },
};
function place(file, line) {
    return `${file}:${String(line).padStart(9, '0')}`;
}

;// CONCATENATED MODULE: ./build/dist/learning/projections/history.js

const keptSnapshots = 400;
/** How the measures of the repository went, and what the last learning knew. */
const history_history = {
    name: 'learning.history',
    version: 1,
    kinds: [velocityMeasured, learnCompleted],
    commutative: false,
    initial: () => ({ velocity: [], lastLearned: null }),
    apply(state, { kind, at, data }) {
        if (kind === learnCompleted.kind) {
            state.lastLearned = { at, data };
        }
        else if (state.velocity.at(-1)?.data.commit !== data.commit) {
            state.velocity.push({ at, data });
            if (state.velocity.length > keptSnapshots)
                state.velocity.shift();
        }
        return state;
    },
};

// EXTERNAL MODULE: ./build/dist/store/run-events.js
var run_events = __webpack_require__(12398);
;// CONCATENATED MODULE: ./build/dist/learning/failure-cause.js
const causes = [
    ['timeout', /\btim(?:ed?|e-?)\s?out|deadline|ETIMEDOUT|stopped at its limit/i],
    ['memory', /out of memory|heap limit|ENOMEM|memory access out of bounds/i],
    ['disk', /ENOSPC|no space left|EDQUOT|EROFS|read-only file system/i],
    ['permission', /EACCES|EPERM|permission|forbidden|\b40[13]\b|not accessible by integration/i],
    ['rate limit', /rate limit|\b429\b/i],
    ['network', /ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|socket|network|fetch failed|\b50[0234]\b/i],
    ['store', /\bstore\b|journal|delta|checksum|sqlite|database/i],
    ['git', /\bgit\b|revision|commit|shallow/i],
    ['configuration', /\binput\b|\boption\b|config|must be|allowed/i],
];
/** What kind of thing a reason for failure speaks of; the first sign that fits decides, "other" when none does. */
function causeOf(reason) {
    return causes.find(([, signs]) => signs.test(reason))?.[0] ?? 'other';
}

;// CONCATENATED MODULE: ./build/dist/learning/projections/runs.js




const outcomes = ['succeeded', 'negative', 'failed', 'interrupted'];
function noRuns() {
    const finished = { succeeded: 0, negative: 0, failed: 0, interrupted: 0 };
    return { started: 0, firstAttempts: 0, finished, durations: [] };
}
/** How the runs of each action and command went. */
const runs = {
    name: 'learning.runs',
    version: 1,
    kinds: [run_events/* runStarted */.d, run_events/* runFinished */.u],
    commutative: true,
    initial: () => ({ actions: {}, failures: {} }),
    apply(state, event) {
        const action = facts_text(event.data, 'action');
        if (action === undefined)
            return state;
        const of = entry(state.actions, action, noRuns);
        if (event.kind === run_events/* runStarted */.d.kind) {
            of.started++;
            if (event.key.attempt === 1)
                of.firstAttempts++;
            return state;
        }
        const outcome = outcomes.find((known) => known === event.data.outcome);
        if (outcome === undefined)
            return state;
        of.finished[outcome]++;
        const durationMs = number(event.data, 'durationMs');
        if (durationMs !== undefined)
            addSample(of.durations, event.at, durationMs);
        if (outcome === 'failed')
            addFailure(state.failures, event.at, facts_text(event.data, 'reason') ?? 'no reason recorded');
        return state;
    },
};
function addFailure(failures, at, reason) {
    const known = entry(failures, causeOf(reason), () => ({ count: 0, lastAt: at, example: reason }));
    known.count++;
    if (at > known.lastAt || (at === known.lastAt && reason > known.example)) {
        known.lastAt = at;
        known.example = reason;
    }
}

;// CONCATENATED MODULE: ./build/dist/learning/report.js
const insightSeverities = ['high', 'medium', 'low'];

;// CONCATENATED MODULE: ./build/dist/learning/trends.js

const day = 86_400_000;
const spans = [7 * day, 30 * day];
/**
 * How the measures of the history changed: since the last measurement of another commit, and over 7 and 30 days where
 * there is a measurement that old. Measurements of a part of the history (shallow) are not compared.
 */
function trendsOf(snapshots) {
    const whole = snapshots.filter(({ data }) => data.partial !== true);
    const now = whole.at(-1);
    if (!now)
        return [];
    const earlier = new Set();
    const last = whole.at(-2);
    if (last)
        earlier.add(last);
    for (const span of spans) {
        const old = whole.findLast(({ at }) => at <= now.at - span);
        if (old)
            earlier.add(old);
    }
    return [...earlier].sort((a, b) => b.at - a.at).flatMap((before) => compareSnapshots(now, before));
}
function compareSnapshots(now, before) {
    const counts = ['commits', 'authors', 'merges'].map((measure) => {
        const [a, b] = [number(now.data, measure), number(before.data, measure)];
        return a === undefined || b === undefined
            ? undefined
            : { measure, now: a, before: b, since: before.at, unit: 'count' };
    });
    const shares = [
        ['conventional commits', 'conventional', 'conventionalOf'],
        ['merges with conflicts', 'conflicted', 'conflictedOf'],
    ].map(([measure = '', part = '', whole = '']) => {
        const [a, b] = [share(now, part, whole), share(before, part, whole)];
        return a === undefined || b === undefined
            ? undefined
            : { measure, now: a, before: b, since: before.at, unit: 'share' };
    });
    return [...counts, ...shares].filter((trend) => trend !== undefined && trend.now !== trend.before);
}
function share({ data }, part, whole) {
    const [a, b] = [number(data, part), number(data, whole)];
    return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}

;// CONCATENATED MODULE: ./build/dist/learning/learn.js











/** Folds the recorded events into statistics, says what follows from them, and records that it learned. */
async function learn(deps) {
    const { store, recorder, clock } = deps;
    const started = clock.now();
    const runState = store.project(runs);
    const findingState = Object.entries(store.project(findings));
    const { velocity, lastLearned } = store.project(history_history);
    const operations = [
        ...Object.entries(runState.actions).map(([name, { finished, started: total, durations }]) => {
            const succeeded = finished.succeeded + finished.negative;
            return measured('run', name, total, succeeded, succeeded + finished.failed, durations);
        }),
        ...Object.entries(store.project(analysts)).map(([name, { asked, done, durations }]) => measured('analyst', name, asked, done, asked, durations)),
    ];
    const failures = Object.entries(runState.failures)
        .map(([cause, failure]) => ({ cause, ...failure }))
        .sort((a, b) => b.count - a.count || compare(a.cause, b.cause));
    const byRule = countRules(findingState.map(([, { rule, category }]) => ({ rule, category })));
    const proposed = findingState.filter(([, { task }]) => task);
    const files = proposed.length > 0 ? await deps.filesAtHead?.() : undefined;
    const tasks = proposed
        .map(([id, { title, file, line, severity, firstAt }]) => {
        const state = files && !files.has(file) ? 'gone' : 'open';
        return { id, title, file, line, severity, state, proposedAt: firstAt };
    })
        .sort((a, b) => a.proposedAt - b.proposedAt || compare(a.id, b.id));
    const actions = Object.values(runState.actions);
    const total = sum(actions.map((action) => action.started));
    const firstAttempts = sum(actions.map((action) => action.firstAttempts));
    const averageAttempts = firstAttempts > 0 ? total / firstAttempts : undefined;
    const newest = velocity.at(-1)?.data ?? {};
    const verdicts = [
        ...operations.map(({ statistics }) => lowSuccess(title(statistics), statistics.success)),
        manyAttempts(averageAttempts, firstAttempts),
        ...failures.map(({ cause, count, example }) => repeatedFailure(cause, count, example)),
        ...byRule.map(({ rule, findings: count }) => repeatedFinding(rule, count)),
        ...operations
            .filter(({ statistics }) => statistics.kind === 'analyst')
            .map(({ statistics, durations }) => slow(title(statistics), durations)),
        ...operations.map(({ statistics, durations }) => degraded(title(statistics), durations)),
        manyConflicts(number(newest, 'conflicted') ?? 0, number(newest, 'conflictedOf') ?? 0),
        staleBranches(number(newest, 'staleBranches') ?? 0, number(newest, 'branches') ?? 0),
    ];
    const known = knownInsights(lastLearned?.data.insights);
    const insights = verdicts
        .filter((verdict) => verdict !== undefined && 'id' in verdict)
        .map((insight) => ({ ...insight, fresh: !known.has(insight.id) }))
        .sort((a, b) => insightSeverities.indexOf(a.severity) - insightSeverities.indexOf(b.severity));
    const held = new Set(insights.map(({ id }) => id));
    const report = {
        previousAt: lastLearned?.at,
        runs: { total, interrupted: sum(actions.map(({ finished }) => finished.interrupted)), averageAttempts },
        operations: operations.map(({ statistics }) => statistics),
        failures,
        findings: {
            total: findingState.length,
            sincePrevious: findingState.filter(([, { firstAt }]) => firstAt > (lastLearned?.at ?? -1)).length,
            byRule,
        },
        tasks,
        trends: trendsOf(velocity),
        insights,
        resolved: [...known].filter((id) => !held.has(id)),
        abstentions: verdicts.filter((verdict) => verdict !== undefined && 'question' in verdict),
        durationMs: clock.now() - started,
    };
    recorder.record(learnCompleted, {
        runs: total,
        findings: report.findings.total,
        openTasks: tasks.filter(({ state }) => state === 'open').length,
        insights: [...held],
        durationMs: report.durationMs,
    });
    return report;
}
function measured(kind, name, total, succeeded, finished, durations) {
    const duration = baselineOf(durations.map(([, ms]) => ms));
    return { statistics: { kind, name, total, success: wilsonRate(succeeded, finished), duration }, durations };
}
function title({ kind, name }) {
    return kind === 'run' ? `hone ${name}` : `the ${name}`;
}
function countRules(all) {
    const counts = new Map();
    for (const { rule, category } of all) {
        // A task whose finding is older than the retention has no rule any more.
        if (rule !== '')
            counts.set(rule, { rule, category, findings: (counts.get(rule)?.findings ?? 0) + 1 });
    }
    return [...counts.values()].sort((a, b) => b.findings - a.findings || compare(a.rule, b.rule));
}
function knownInsights(value) {
    return new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./build/dist/render/markdown.js
var markdown = __webpack_require__(6825);
;// CONCATENATED MODULE: ./build/dist/learning/phrases.js

/** `commits 41 → 44`; wording that the terminal's and the Markdown report share. */
function trendText({ measure, now, before, unit }, arrow) {
    const show = (value) => (unit === 'share' ? (0,layout/* percent */.KN)(value) : value.toLocaleString('en-US'));
    return `${measure} ${show(before)} ${arrow} ${show(now)}`;
}
/** One sentence on questions without an answer yet; undefined when every question has one. */
function abstained({ abstentions }) {
    const next = [...abstentions].sort((a, b) => a.need - a.have - (b.need - b.have))[0];
    if (!next)
        return undefined;
    const count = abstentions.length === 1 ? '1 question' : `${abstentions.length} questions`;
    return `Not enough data for ${count} yet; next: ${next.question}, ${next.have} of ${next.need} runs.`;
}
/** One sentence on insights that hold no more; undefined when there is none. */
function insightChange({ resolved }) {
    if (resolved.length === 0)
        return undefined;
    return `${resolved.length === 1 ? '1 insight holds' : `${resolved.length} insights hold`} no more: ${resolved.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/dist/learning/render-markdown.js



const shownRows = 20;
/** What was learned, as the Markdown of a job summary. */
function renderMarkdown(report) {
    const { runs, operations, failures, findings, tasks, trends, insights } = report;
    const open = tasks.filter(({ state }) => state === 'open');
    const facts = [
        (0,layout/* counted */.hS)(runs.total, 'run'),
        `${(0,layout/* counted */.hS)(findings.total, 'finding')}, ${findings.sincePrevious} of them new`,
        `${(0,layout/* counted */.hS)(open.length, 'open task')}, ${tasks.length - open.length} gone`,
    ];
    const parts = ['## What Hone learned', `${facts.join(' · ')}.`];
    if (insights.length > 0) {
        const rows = insights.map(({ severity, message, action, evidence, fresh }) => [
            severity,
            `${(0,markdown/* escapeMarkdown */.FV)(message)}${fresh ? ' **(new)**' : ''}`,
            (0,markdown/* escapeMarkdown */.FV)(action),
            String(evidence),
        ]);
        parts.push('### Insights', (0,markdown/* table */.tp)(['severity', 'insight', 'what to do', 'facts'], rows));
    }
    const change = insightChange(report);
    if (change !== undefined)
        parts.push((0,markdown/* escapeMarkdown */.FV)(change));
    if (operations.length > 0) {
        const head = ['operation', 'times', 'success (95% interval)', 'p50', 'p95', 'p99'];
        parts.push('### Operations', (0,markdown/* table */.tp)(head, operations.map(operationRow)));
    }
    if (failures.length > 0) {
        const rows = failures.map(({ cause, count, example }) => [cause, String(count), (0,markdown/* inlineCode */.ti)(example, 200)]);
        parts.push('### Failures', (0,markdown/* table */.tp)(['cause', 'times', 'the newest'], rows));
    }
    if (findings.byRule.length > 0) {
        const rows = findings.byRule
            .slice(0, shownRows)
            .map(({ rule, category, findings: count }) => [(0,markdown/* inlineCode */.ti)(rule), (0,markdown/* escapeMarkdown */.FV)(category), String(count)]);
        parts.push('### Findings by rule', (0,markdown/* table */.tp)(['rule', 'category', 'findings'], rows));
    }
    if (open.length > 0) {
        const rows = open
            .slice(0, shownRows)
            .map(({ severity, title, file, line }) => [
            (0,markdown/* escapeMarkdown */.FV)(severity),
            (0,markdown/* escapeMarkdown */.FV)(title),
            (0,markdown/* inlineCode */.ti)(`${file}:${line}`),
        ]);
        parts.push('### Open tasks', (0,markdown/* table */.tp)(['severity', 'task', 'place'], rows));
        if (open.length > shownRows)
            parts.push(`And ${open.length - shownRows} more.`);
    }
    if (trends.length > 0) {
        const lines = trends.map((trend) => `- since ${(0,layout/* isoDate */._$)(trend.since)}: ${(0,markdown/* escapeMarkdown */.FV)(trendText(trend, '→'))}`);
        parts.push('### Trends', lines.join('\n'));
    }
    const silent = abstained(report);
    if (silent !== undefined)
        parts.push((0,markdown/* escapeMarkdown */.FV)(silent));
    return `${parts.join('\n\n')}\n`;
}
function operationRow({ kind, name, total, success, duration: taken }) {
    const rate = success ? `${(0,layout/* percent */.KN)(success.value)} (${(0,layout/* percent */.KN)(success.low)} to ${(0,layout/* percent */.KN)(success.high)})` : 'unknown';
    const times = taken ? [taken.p50, taken.p95, taken.p99].map(layout/* duration */.p0) : ['unknown', 'unknown', 'unknown'];
    return [`${kind} ${(0,markdown/* escapeMarkdown */.FV)(name)}`, String(total), rate, ...times];
}

// EXTERNAL MODULE: ./build/dist/base/printable.js
var printable = __webpack_require__(81864);
// EXTERNAL MODULE: ./build/dist/render/charts.js
var charts = __webpack_require__(81293);
// EXTERNAL MODULE: ./build/dist/render/terminal-text.js
var terminal_text = __webpack_require__(84606);
;// CONCATENATED MODULE: ./build/dist/learning/render-terminal.js





const shownInsights = 6;
const shownTasks = 8;
const valuesForMedian = 3;
const valuesForTail = 20;
/** What was learned, for a terminal: one line of facts for each kind, then what follows from them. */
function renderTerminal(report, style) {
    const { runs, operations, findings, tasks, trends, insights } = report;
    const ownRuns = operations.filter(({ kind }) => kind === 'run');
    const failed = ownRuns.reduce((sum, { success }) => sum + (success ? success.total - success.successes : 0), 0);
    const interrupted = runs.interrupted > 0 ? `${runs.interrupted} interrupted` : undefined;
    const rows = [
        ['runs', (0,layout/* joined */.oR)([`${runs.total} recorded`, `${failed} failed`, interrupted], style)],
    ];
    for (const { kind, name, success, duration: taken } of operations) {
        if (kind === 'run')
            continue;
        const done = success && `${success.successes} of ${success.total} done`;
        rows.push([(0,printable/* printable */.g)(name), (0,layout/* joined */.oR)([done, taken && timesText(taken)], style)]);
    }
    const open = tasks.filter(({ state }) => state === 'open').length;
    const sincePrevious = report.previousAt === undefined ? '' : ` since ${(0,layout/* isoDate */._$)(report.previousAt)}`;
    rows.push(['findings', (0,layout/* joined */.oR)([`${findings.total} known`, `${findings.sincePrevious} new${sincePrevious}`], style)]);
    rows.push(['tasks', (0,layout/* joined */.oR)([`${open} open`, `${tasks.length - open} gone`], style)]);
    const since = trends[0]?.since;
    if (since !== undefined) {
        const newest = trends.filter((trend) => trend.since === since);
        rows.push([
            `since ${(0,layout/* isoDate */._$)(since)}`,
            (0,layout/* joined */.oR)(newest.map((trend) => trendText(trend, style.symbols.arrow)), style),
        ]);
    }
    const lines = (0,charts/* labelled */.wW)(rows, style);
    for (const insight of insights.slice(0, shownInsights))
        lines.push('', ...insightLines(insight, style));
    if (insights.length > shownInsights)
        lines.push('', style.dim(`  and ${insights.length - shownInsights} more: hone learn --json`));
    const change = insightChange(report);
    if (change !== undefined)
        lines.push('', `  ${(0,printable/* printable */.g)(change)}`);
    const silent = abstained(report);
    if (silent !== undefined)
        lines.push(...(0,terminal_text/* wrap */.LV)(silent, style.width - 2).map((line) => `  ${style.dim(line)}`));
    return lines;
}
/** The open tasks, most severe first; nothing when there is none. */
function renderTasks({ tasks }, style) {
    const open = tasks.filter(({ state }) => state === 'open');
    const order = ['critical', 'high', 'medium', 'low'];
    const worstFirst = open.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    const lines = worstFirst
        .slice(0, shownTasks)
        .flatMap(({ severity, file, line, title }) => [
        `  ${(0,terminal_text/* pad */.eV)((0,printable/* printable */.g)(severity), 8)}  ${style.bold(`${(0,printable/* printable */.g)(file)}:${line}`)}`,
        ...(0,terminal_text/* wrap */.LV)((0,printable/* printable */.g)(title), style.width - 12).map((text) => `${' '.repeat(12)}${text}`),
    ]);
    if (open.length > shownTasks)
        lines.push(style.dim(`  and ${open.length - shownTasks} more: hone learn --json`));
    return lines;
}
/** A tail is only told where there are enough values to have one. */
function timesText({ n, p50, p95 }) {
    if (n < valuesForMedian)
        return (0,layout/* duration */.p0)(p50);
    return `median ${(0,layout/* duration */.p0)(p50)}${n < valuesForTail ? '' : `, p95 ${(0,layout/* duration */.p0)(p95)}`}`;
}
function insightLines({ severity, message, action, evidence, fresh }, style) {
    const paint = { high: style.red, medium: style.yellow, low: style.cyan }[severity];
    const head = `${mark(severity, style)} ${(0,terminal_text/* pad */.eV)(severity, 6)}  `;
    const room = style.width - head.length - 2;
    const said = (0,terminal_text/* wrap */.LV)(`${(0,printable/* printable */.g)(message)}${fresh ? ' (new)' : ''}`, room);
    const lines = said.map((line, i) => `  ${i === 0 ? paint(head) : ' '.repeat(head.length)}${line}`);
    const why = `${(0,printable/* printable */.g)(action)} (${(0,layout/* counted */.hS)(evidence, 'fact')})`;
    return [...lines, ...(0,terminal_text/* wrap */.LV)(why, room).map((line) => `  ${' '.repeat(head.length)}${style.dim(line)}`)];
}
function mark(severity, { symbols }) {
    return { high: symbols.fail, medium: symbols.warn, low: symbols.info }[severity];
}

;// CONCATENATED MODULE: ./build/dist/learning/index.js






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


/***/ })

};
