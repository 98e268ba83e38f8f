export const id = 22;
export const ids = [22];
export const modules = {

/***/ 10022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/fix/index.js + 192 modules
var fix = __webpack_require__(71245);
// EXTERNAL MODULE: ./build/dist/actions/checkout.js
var checkout = __webpack_require__(57713);
// EXTERNAL MODULE: ./build/dist/actions/runner.js
var actions_runner = __webpack_require__(25987);
// EXTERNAL MODULE: ./build/dist/render/layout.js
var layout = __webpack_require__(83706);
// EXTERNAL MODULE: ./build/dist/render/markdown.js
var markdown = __webpack_require__(6825);
// EXTERNAL MODULE: ./build/dist/github/index.js + 9 modules
var github = __webpack_require__(79134);
;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/subject.js

/**
 * The branch and commit that the event is about. After `workflow_run` these are what the other workflow ran for: the run
 * itself is one of the default branch, with its rights, whoever's code was red.
 */
function subjectOf({ eventName, payload, ref, fork, stream }) {
    const defaultBranch = (0,actions_runner/* payloadText */.Ai)(payload, 'repository.default_branch');
    if (eventName === 'workflow_run') {
        return {
            branch: (0,actions_runner/* payloadText */.Ai)(payload, 'workflow_run.head_branch'),
            commit: (0,actions_runner/* payloadText */.Ai)(payload, 'workflow_run.head_sha'),
            defaultBranch,
            // A fork that was deleted has no repository any more.
            fork: (0,actions_runner/* payloadText */.Ai)(payload, 'workflow_run.head_repository.full_name') !== stream.repository,
        };
    }
    if (eventName.startsWith('pull_request')) {
        return {
            branch: (0,actions_runner/* payloadText */.Ai)(payload, 'pull_request.head.ref'),
            commit: (0,actions_runner/* payloadText */.Ai)(payload, 'pull_request.head.sha'),
            ...{ defaultBranch, fork },
        };
    }
    return { branch: /^refs\/heads\/(.+)$/.exec(ref)?.[1], commit: undefined, defaultBranch, fork };
}

;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/publication.js





/** Opens or updates the pull request with the winner. Whatever is in the way is said; the patch is there in any case. */
async function publishAsPull(report, inputs, deps) {
    const { runner, repository, events, recorder } = deps;
    const target = targetOf(report, inputs, runner);
    if ('reason' in target)
        return patchOnly(target.reason);
    const [owner = '', repo = ''] = runner.stream.repository.split('/');
    try {
        const rest = await (0,github/* openRest */.P8)({ token: inputs.githubToken, apiUrl: runner.apiUrl });
        const { branchPrefix, labels } = inputs;
        const published = await (0,fix/* publishRepair */.Xr)(report, { ...target, branchPrefix, labels, runUrl: runner.runUrl }, { rest, owner, repo, repository, recorder });
        const { outcome, pull, reason } = published;
        const notes = [...published.notes, ...(await observed({ rest, owner, repo, events, recorder }))];
        if (reason !== undefined)
            return { ...patchOnly(reason), pull: outcome === 'left' ? pull : undefined };
        const how = { opened: 'was opened', updated: 'was brought up to date', unchanged: 'is there already' }[outcome];
        return { pull, done: true, notes: [`The pull request to \`${target.base}\` ${how}`, ...notes] };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* CannotRunError */.F3))
            throw thrown;
        const failure = `the repair could not be published: ${(0,errors/* messageOf */.bD)(thrown)}`;
        return { pull: undefined, done: false, notes: [`No pull request: ${(0,errors/* messageOf */.bD)(thrown)}`], failure };
    }
}
/** What became of earlier repairs teaches later ones; where it cannot be learned, this one is published all the same. */
async function observed(deps) {
    try {
        await (0,fix/* observeDecisions */.wW)(deps);
        return [];
    }
    catch (thrown) {
        return [`what became of earlier pull requests is not known: ${(0,errors/* messageOf */.bD)(thrown)}`];
    }
}
/** Where a pull request would go; or why there can be none. */
function targetOf(report, { baseBranch, branchPrefix, githubToken }, runner) {
    const { branch, commit, defaultBranch, fork } = subjectOf(runner);
    if (fork)
        return { reason: 'the red code is from a fork, for which nothing is pushed' };
    if (githubToken === '')
        return { reason: 'input "github-token" is empty' };
    const base = baseBranch ?? branch;
    if (base === undefined)
        return { reason: 'this run is about no branch: set input "base-branch"' };
    if (base.startsWith(branchPrefix))
        return { reason: `\`${base}\` is a repair itself` };
    if (commit !== undefined && commit !== report.commit) {
        const advice = 'give actions/checkout the head of the pull request, or the commit of the failed run, as `ref`';
        return { reason: `what was repaired is not the commit that this run is about: ${advice}` };
    }
    return { base, defaultBranch };
}
function patchOnly(reason) {
    return { pull: undefined, done: false, notes: [`No pull request: ${reason}`] };
}
/** The part of the summary about it. */
function renderPublication({ pull, notes }, artifact) {
    const lines = notes.map((note) => `- ${(0,markdown/* escapeMessage */.hC)(note)}`);
    if (pull !== undefined)
        lines.unshift(`- ${linkTo(pull)}`);
    if (artifact !== undefined)
        lines.push(`- Artifact ${(0,markdown/* escapeMarkdown */.FV)(artifact)} holds what \`git apply\` takes`);
    return `### Publishing\n\n${lines.join('\n')}\n`;
}
/** The address is GitHub's own; anything that is not as plain as those is no link. */
function linkTo({ number, url }) {
    const words = `Pull request ${number}`;
    return /^https:\/\/[\w.:-]+(\/[\w.-]+)+$/.test(url) ? `[${words}](${url})` : words;
}

;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/outcomes.js




const nothing = {
    status: '',
    'winner-strategy': '',
    score: '',
    agreement: '',
    patch: '',
    repair: '',
    plan: '',
    'share-file': '',
    matrix: '[]',
    'pull-request': '',
    'pull-request-url': '',
    tried: '0',
    'not-run': '',
};
/** After phase `plan`, when there is something to search for. */
async function planned(plan, { runners }, station) {
    const shares = Array.from({ length: runners }, (_, index) => `${index + 1}/${runners}`);
    const { failing, tests } = plan.baseline;
    const said = `${(0,layout/* counted */.hS)(failing.length, 'test')} of ${tests} fail. The search is split over ${(0,layout/* counted */.hS)(runners, 'runner')}.`;
    return {
        outputs: {
            ...nothing,
            status: 'planned',
            plan: await station.leavePlan(plan),
            matrix: JSON.stringify(shares),
        },
        summary: `## Hone: repair planned\n\n${said}\n`,
        report: plan,
        annotations: [],
    };
}
/** After phase `attempt`. */
async function attempted(share, place, station) {
    const { tried, plausible, notes } = share;
    const said = `${(0,layout/* counted */.hS)(tried, 'candidate')} tried, ${plausible.length} plausible.`;
    const lines = [
        `## Hone: share ${place.index + 1} of ${place.count}`,
        said,
        ...notes.map((one) => (0,markdown/* escapeMessage */.hC)(one)),
    ];
    return {
        outputs: {
            ...nothing,
            status: 'attempted',
            'share-file': await station.leaveShare(place, share),
            tried: String(tried),
        },
        summary: `${lines.join('\n\n')}\n`,
        report: share,
        annotations: [],
    };
}
/** After a repair is decided: files, pull request or patch, and what is said of it. */
async function concluded(report, inputs, deps) {
    const { station } = deps;
    const { winner } = report;
    const { repair, patch } = station.writeRepair(report);
    const proposals = winner === undefined ? (0,fix/* choicesOf */.cU)(report) : [winner];
    const wanted = proposals.length > 0 && (inputs.publish === 'pr' || inputs.phase === 'publish');
    const publication = await publicationOf(report, inputs, deps, wanted);
    // After phase `publish` the artifact is there already: it is where the repair came from.
    const upload = proposals.length > 0 && inputs.publish !== 'none' && !publication.done && inputs.phase !== 'publish';
    const artifact = upload ? await station.uploadRepair(report) : undefined;
    const { agreement } = report.consensus;
    const notRun = [
        winner !== undefined && winner.coverage === undefined && winner.score.coverage === undefined ? ['coverage'] : [],
        winner !== undefined && agreement === undefined ? ['consensus'] : [],
        wanted && !publication.done ? ['publish'] : [],
    ].flat();
    const said = publication.notes.length > 0 || artifact !== undefined;
    const failure = failureOf(report, inputs, publication);
    return {
        outputs: {
            ...nothing,
            status: report.status,
            'winner-strategy': winner?.strategy ?? '',
            score: winner === undefined ? '' : String(Math.round(winner.score.total * 10) / 10),
            agreement: agreement === undefined ? '' : String(Math.round(agreement * 1000) / 1000),
            ...{ patch, repair },
            'pull-request': publication.pull === undefined ? '' : String(publication.pull.number),
            'pull-request-url': publication.pull?.url ?? '',
            tried: String(report.tried),
            'not-run': notRun.join(','),
        },
        summary: `${(0,fix/* renderMarkdown */.Gc)(report)}${said ? `\n${renderPublication(publication, artifact)}` : ''}`,
        report: (0,fix/* renderJson */.hF)(report),
        annotations: proposals.map((one) => place(report, one)),
        ...(failure === undefined ? {} : { failure }),
    };
}
/** A pull request proposes one repair: where a person has to choose first, there is none. */
async function publicationOf(report, inputs, deps, wanted) {
    if (!wanted)
        return { pull: undefined, done: false, notes: [] };
    if (report.winner !== undefined)
        return publishAsPull(report, inputs, deps);
    const note = 'No pull request: nothing is proposed, a person has to choose among the patches of this report';
    return { pull: undefined, done: false, notes: [note] };
}
function failureOf(report, inputs, { failure }) {
    if (failure !== undefined)
        return failure;
    return report.status === 'unfixed' && inputs.failOnUnfixed ? `not fixed: ${report.reason}` : undefined;
}
function place(report, { file, line, strategy }) {
    const title = report.status === 'review' ? 'Repair to be reviewed' : 'Repair found';
    return {
        level: 'notice',
        title,
        message: `${strategy}: the summary has the patch`,
        file,
        startLine: line,
        endLine: line,
    };
}

// EXTERNAL MODULE: ./build/dist/store/sync/services.js
var services = __webpack_require__(97879);
;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/run-artifacts.js



const pages = 5;
const tries = 6;
const retryMs = 2_000;
/** Files that the jobs of one run hand to each other as artifacts. */
class RunArtifacts {
    artifacts;
    runId;
    sleep;
    constructor(runner, token, sleep = wait) {
        const { stream, apiUrl, temp } = runner;
        this.artifacts = new github.ActionsArtifacts({ token, apiUrl, repository: stream.repository, temp });
        this.runId = stream.runId;
        this.sleep = sleep;
    }
    /** @throws CannotRunError when they cannot be uploaded */
    async put(name, files, retentionDays) {
        const bytes = new Map(Object.entries(files).map(([file, text]) => [file, Buffer.from(text)]));
        try {
            await this.artifacts.upload(name, bytes, retentionDays);
        }
        catch (thrown) {
            if (thrown instanceof services/* NameTakenError */.B6) {
                throw new errors/* CannotRunError */.F3(`this run has an artifact ${name} already: set input "artifact" to another name`);
            }
            throw new errors/* CannotRunError */.F3(`artifact ${name} could not be uploaded: ${(0,errors/* messageOf */.bD)(thrown)}`);
        }
    }
    /**
     * A file of the newest artifact of this run with that name. Lists show an artifact late at times: missing ones are
     * asked for again, for about ten seconds.
     *
     * @returns undefined when there is none
     * @throws CannotRunError when artifacts cannot be read
     */
    async get(name, file) {
        try {
            for (let attempt = 1;; attempt += 1) {
                const found = await this.find(name);
                if (found !== undefined) {
                    const bytes = (await this.artifacts.download(found)).files.get(file);
                    return bytes === undefined ? undefined : Buffer.from(bytes).toString();
                }
                if (attempt === tries)
                    return undefined;
                await this.sleep(retryMs);
            }
        }
        catch (thrown) {
            const status = (0,github/* statusOf */.c2)(thrown);
            const advice = status === 403 || status === 404 ? '; the token needs `actions: read`' : '';
            throw new errors/* CannotRunError */.F3(`artifact ${name} of this run cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}${advice}`);
        }
    }
    async find(name) {
        for (let page = 1; page <= pages; page += 1) {
            const { artifacts, more } = await this.artifacts.list(name, page);
            const found = artifacts.find((artifact) => artifact.runId === this.runId && !artifact.expired);
            if (found !== undefined || !more)
                return found;
        }
        return undefined;
    }
}
function wait(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/dist/base/printable.js
var printable = __webpack_require__(81864);
;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/handover.js



const format = 1;
const most = 64 * 2 ** 20;
function writeHandover(path, handed, origin, content) {
    (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify({ hone: handed, format, ...origin, content })}\n`);
}
/**
 * What is inside a file that another job wrote, still to be checked: it comes from where code of the repository ran.
 *
 * @throws UsageError when it is something else, of another run, or of another commit
 */
function readHandover(text, handed, origin, name) {
    const about = `${(0,printable/* printable */.g)(name, 200)} is no ${handed} of this run`;
    if (text.length > most)
        throw new errors/* UsageError */.eb(`${about}: it is larger than ${most} bytes`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (thrown) {
        throw new errors/* UsageError */.eb(`${about}: ${(0,printable/* printable */.g)((0,errors/* messageOf */.bD)(thrown), 200)}`);
    }
    const file = typeof value === 'object' && value !== null ? value : {};
    const expected = { hone: handed, format, ...origin };
    for (const [field, wanted] of Object.entries(expected)) {
        if (file[field] !== wanted) {
            throw new errors/* UsageError */.eb(`${about}: its ${field} is ${shown(file[field])}, not ${shown(wanted)}`);
        }
    }
    return file.content;
}
/** @throws CannotRunError when there is no such file */
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (thrown) {
        throw new errors/* CannotRunError */.F3(`${(0,printable/* printable */.g)(path, 300)} cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
function shown(value) {
    return (0,printable/* printable */.g)(JSON.stringify(value) ?? 'missing', 100);
}

;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/station.js






// Plans and shares serve the run only.
const retentionDays = { plan: 1, share: 1, repair: 30 };
/** Where the jobs of one run leave files for each other: in the step's folder, and as artifacts. */
class Station {
    folder;
    origin;
    name;
    artifacts;
    log;
    constructor(folder, origin, name, artifacts, log) {
        this.folder = folder;
        this.origin = origin;
        this.name = name;
        this.artifacts = artifacts;
        this.log = log;
    }
    async leavePlan(plan) {
        return this.leave('plan', 'plan.json', plan, `${this.name}-plan`);
    }
    async leaveShare({ index, count }, share) {
        return this.leave('share', `share-${index + 1}-of-${count}.json`, share, this.shareName(index + 1, count));
    }
    /** Writes report and patch; nothing leaves the machine yet. */
    writeRepair(report) {
        const repair = (0,external_node_path_.join)(this.folder, 'repair.json');
        writeHandover(repair, 'repair', this.origin, withoutTexts(report));
        if (report.winner === undefined)
            return { repair, patch: '' };
        const patch = (0,external_node_path_.join)(this.folder, 'repair.patch');
        (0,external_node_fs_.writeFileSync)(patch, report.winner.patch);
        return { repair, patch };
    }
    /** @returns the artifact's name; undefined when it could not be uploaded, which is said */
    async uploadRepair(report) {
        const { repair, patch } = this.writeRepair(report);
        const choices = (0,fix/* choicesOf */.cU)(report).map((one, at) => [`choice-${at + 1}.patch`, one.patch]);
        try {
            const files = {
                'repair.json': readText(repair),
                ...(patch === '' ? {} : { 'repair.patch': readText(patch) }),
                ...Object.fromEntries(choices),
            };
            await this.artifacts.put(this.name, files, retentionDays.repair);
            return this.name;
        }
        catch (thrown) {
            this.log.warn((0,errors/* messageOf */.bD)(thrown));
            return undefined;
        }
    }
    /** Content of the plan at `path`, or without one that of this run. */
    plan(path) {
        return this.take('plan', path, 'plan.json', `${this.name}-plan`);
    }
    /** Content of the repair at `path`, or without one that of this run. */
    repair(path) {
        return this.take('repair', path, 'repair.json', this.name);
    }
    /**
     * Contents of the shares in a folder, or without one those of this run. A share that is not there
     * costs its candidates, not the repair.
     */
    async shares(folder, count) {
        const found = [];
        const missing = [];
        if (folder !== '') {
            for (const path of await sharesIn(folder))
                found.push(readHandover(readText(path), 'share', this.origin, path));
        }
        else {
            for (let number = 1; number <= count; number += 1) {
                const name = this.shareName(number, count);
                const text = await this.artifacts.get(name, `share-${number}-of-${count}.json`);
                if (text === undefined)
                    missing.push(`share ${number} of ${count} of the search is missing: its job did not end`);
                else
                    found.push(readHandover(text, 'share', this.origin, name));
            }
        }
        if (found.length === 0)
            throw new errors/* CannotRunError */.F3('no share of the search is there: none of its jobs ended');
        for (const note of missing)
            this.log.warn(note);
        return { found, missing };
    }
    shareName(number, count) {
        return `${this.name}-share-${number}-of-${count}`;
    }
    async leave(handed, file, content, name) {
        const path = (0,external_node_path_.join)(this.folder, file);
        writeHandover(path, handed, this.origin, content);
        await this.artifacts.put(name, { [file]: readText(path) }, retentionDays[handed]);
        return path;
    }
    async take(handed, path, file, name) {
        if (path !== '')
            return readHandover(readText(path), handed, this.origin, path);
        const text = await this.artifacts.get(name, file);
        if (text === undefined)
            throw new errors/* CannotRunError */.F3(`this run has no artifact ${name} with a ${handed}`);
        return readHandover(text, handed, this.origin, `artifact ${name}`);
    }
}
/** The patch says it, and it is what is applied. */
function withoutTexts(report) {
    const { winner } = report;
    return {
        ...report,
        winner: winner && { ...winner, texts: {} },
        candidates: report.candidates.map((one) => ({ ...one, texts: {} })),
    };
}
/** Wherever in the folder they are: downloads put each artifact into a folder of its own. */
async function sharesIn(folder) {
    try {
        const names = await (0,promises_.readdir)(folder, { recursive: true });
        return names
            .filter((name) => /^share-\d+-of-\d+\.json$/.test((0,external_node_path_.basename)(name)))
            .sort()
            .map((name) => (0,external_node_path_.join)(folder, name));
    }
    catch (thrown) {
        throw new errors/* CannotRunError */.F3(`input "shares": ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}

;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/run.js









/** Repairs what makes the tests fail, or does the part of it that this job is for. */
async function run(inputs, deps) {
    const { runner, log } = deps;
    const repository = await (0,checkout/* checkedOut */.M)(runner.workspace);
    if (repository.head === undefined)
        throw new errors/* UsageError */.eb('the repository has no commits yet');
    const folder = (0,actions_runner/* stepFolder */.Do)(runner);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const origin = { repository: runner.stream.repository, runId: runner.stream.runId, commit: repository.head };
    const artifacts = new RunArtifacts(runner, inputs.githubToken);
    const station = new Station(folder, origin, inputs.artifact, artifacts, log);
    const { fork } = subjectOf(runner);
    if (fork && !runner.fork)
        log.info('The red code is from a fork: what its repair teaches is not recorded.');
    const fixDeps = {
        repository,
        events: deps.store,
        // After `workflow_run` the events of a fork's code would count as this repository's own.
        recorder: fork && !runner.fork ? { record() { } } : deps.recorder,
        clock: deps.clock,
        log,
        onProgress: progressLog(log),
    };
    const conclude = (report) => concluded(report, inputs, { ...fixDeps, runner, station });
    switch (inputs.phase) {
        case 'run':
            return conclude(await (0,fix/* fix */.Up)(requestOf(inputs), fixDeps));
        case 'plan': {
            const plan = await (0,fix/* planRepair */.RZ)(requestOf(inputs), fixDeps);
            return 'status' in plan ? conclude(plan) : planned(plan, inputs, station);
        }
        case 'attempt': {
            if (inputs.share === undefined)
                throw new errors/* UsageError */.eb('input "share": phase attempt needs one, such as 1/3');
            const plan = (0,fix/* readPlan */.m3)(await station.plan(inputs.plan));
            const share = await (0,fix/* attemptShare */.JQ)(plan, inputs.share, requestOf(inputs), fixDeps);
            return attempted(share, inputs.share, station);
        }
        case 'select': {
            const plan = (0,fix/* readPlan */.m3)(await station.plan(inputs.plan));
            const { found, missing } = await station.shares(inputs.shares, inputs.runners);
            const report = await (0,fix/* selectRepair */.IR)(plan, found.map(fix/* readShare */.cb), requestOf(inputs), fixDeps);
            return conclude({ ...report, notes: [...report.notes, ...missing] });
        }
        case 'publish': {
            const report = (0,fix/* readReport */.tL)(await station.repair(inputs.repair));
            if (report.commit !== repository.head) {
                throw new errors/* UsageError */.eb('the repair is for another commit than the one that is checked out');
            }
            return conclude(report);
        }
    }
}
function requestOf(inputs) {
    const { testCommand, candidates, timeLimit, isolation, seed, learned, minCoverage } = inputs;
    if (testCommand === '') {
        throw new errors/* UsageError */.eb('input "test-command": it is empty; needed is the command that fails, such as npm test');
    }
    return {
        ...{ testCommand, candidates, isolation, seed },
        timeLimitMs: timeLimit * 1000,
        learned: learned === 'on',
        order: 'ranked',
        ...(minCoverage === undefined ? {} : { minCoverage }),
    };
}
/** One line for each stage: a log is no terminal. */
function progressLog(log) {
    let last;
    return ({ stage, tried, plausible }) => {
        if (stage === last)
            return;
        last = stage;
        log.info(`${stage}${tried > 0 ? `: ${tried} candidates tried, ${plausible} plausible` : ''}`);
    };
}


/***/ })

};
