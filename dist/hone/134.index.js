export const id = 134;
export const ids = [134];
export const modules = {

/***/ 26164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ ownObjectFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15347);


/**
 * Environment with which git reads the objects of the repository at `cwd` and writes new ones, and every file it makes
 * on the way to them, to `folder` only.
 */
async function ownObjectFolder(cwd, folder) {
    const objects = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, (await (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .gitOutput */ .oM)(['rev-parse', '--git-path', 'objects'], { cwd })).replace(/\n$/, ''));
    return {
        GIT_OBJECT_DIRECTORY: folder,
        // Quoted as git reads it, for a path may hold the character that separates paths.
        GIT_ALTERNATE_OBJECT_DIRECTORIES: `"${objects.replace(/[\\"]/g, '\\$&')}"`,
    };
}


/***/ }),

/***/ 79134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ActionsArtifacts: () => (/* reexport */ ActionsArtifacts),
  ActionsCache: () => (/* reexport */ ActionsCache),
  uv: () => (/* reexport */ decisionOf),
  P8: () => (/* reexport */ openRest),
  BM: () => (/* reexport */ propose),
  c2: () => (/* reexport */ statusOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/store/checksum.js
var checksum = __webpack_require__(81732);
// EXTERNAL MODULE: ./build/dist/store/sync/index.js + 10 modules
var sync = __webpack_require__(24885);
;// CONCATENATED MODULE: ./build/dist/github/archive.js

const typeMask = 0o170000;
const regular = 0o100000;
/**
 * Unpacks a zip archive into memory. Nothing of it becomes a path: names must be plain, so that folders, `..`, absolute
 * paths and links are refused.
 *
 * @throws RefusedArtifactError
 */
async function readArchive(archive, limits) {
    const { fromBufferPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    const files = new Map();
    let room = limits.bytes;
    try {
        const zip = await fromBufferPromise(archive, { lazyEntries: true });
        for await (const entry of zip.eachEntry()) {
            const name = JSON.stringify(entry.fileName);
            if (!/^[A-Za-z0-9][\w.-]*$/.test(entry.fileName))
                throw new sync/* RefusedArtifactError */.vj(`it holds a file named ${name}`);
            const type = (entry.externalFileAttributes >>> 16) & typeMask;
            if (type !== 0 && type !== regular)
                throw new sync/* RefusedArtifactError */.vj(`${name} in it is not a regular file`);
            if (files.has(entry.fileName))
                throw new sync/* RefusedArtifactError */.vj(`it holds ${name} twice`);
            if (files.size === limits.files)
                throw new sync/* RefusedArtifactError */.vj(`it holds more than ${limits.files} files`);
            if (entry.uncompressedSize > room) {
                throw new sync/* RefusedArtifactError */.vj(`it unpacks to more than the allowed ${limits.bytes} bytes`);
            }
            room -= entry.uncompressedSize;
            const chunks = [];
            for await (const chunk of await zip.openReadStreamPromise(entry))
                chunks.push(chunk);
            files.set(entry.fileName, Buffer.concat(chunks));
        }
    }
    catch (thrown) {
        if (thrown instanceof sync/* RefusedArtifactError */.vj)
            throw thrown;
        throw new sync/* RefusedArtifactError */.vj(`it is not a sound zip archive (${String(thrown)})`);
    }
    return files;
}

;// CONCATENATED MODULE: ./build/dist/github/rest.js
const attempts = 3;
const requestTimeout = 30_000;
// Bookkeeping never keeps a job waiting for long: who must wait longer gives up and says so.
const longestWait = 20_000;
/** GitHub's REST API for one token: a time limit on every request, few and short retries, `retry-after` obeyed. */
async function openRest(options) {
    if (options.token === '')
        throw new Error('no token was given');
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(351)]).then(__webpack_require__.bind(__webpack_require__, 61351));
    const sleep = options.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
    const rest = getOctokit(options.token, { baseUrl: options.apiUrl });
    rest.hook.wrap('request', async (request, parameters) => {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await request({
                    ...parameters,
                    request: { ...parameters.request, signal: AbortSignal.timeout(requestTimeout) },
                });
            }
            catch (thrown) {
                const wait = attempt < attempts ? waitBefore(thrown, attempt) : undefined;
                if (wait === undefined || wait > longestWait)
                    throw thrown;
                await sleep(wait);
            }
        }
    });
    return rest;
}
/** Milliseconds until another try may succeed; undefined when it would not. */
function waitBefore(thrown, attempt) {
    const status = statusOf(thrown);
    const asked = Number(retryAfterOf(thrown));
    if (status === 429 || (status === 403 && asked > 0))
        return asked > 0 ? asked * 1000 : undefined;
    const broken = status === undefined || status === 0 || status >= 500;
    return broken ? 500 * 2 ** attempt : undefined;
}
/** HTTP status of an error that octokit threw; undefined for others. */
function statusOf(thrown) {
    const status = thrown?.status;
    return typeof status === 'number' ? status : undefined;
}
function retryAfterOf(thrown) {
    const { response } = thrown;
    return response?.headers?.['retry-after'];
}

;// CONCATENATED MODULE: ./build/dist/github/artifacts.js








const pageSize = 100;
const limits = { files: 256, bytes: 512 * 2 ** 20 };
const archiveBytes = 256 * 2 ** 20;
/**
 * Artifacts of a repository. Uploads go through the runner's own client (they need no permission), everything that reaches
 * other runs through REST (`actions: read`, for deletion `actions: write`).
 */
class ActionsArtifacts {
    options;
    where;
    opened;
    constructor(options) {
        this.options = options;
        const [owner = '', repo = ''] = options.repository.split('/');
        this.where = { owner, repo };
    }
    async list(name, page) {
        const rest = await this.rest();
        const answer = await rest.request('GET /repos/{owner}/{repo}/actions/artifacts', {
            ...this.where,
            name,
            page,
            per_page: pageSize,
        });
        const listed = answer.data.artifacts;
        if (!Array.isArray(listed))
            throw new Error('the list of artifacts is none');
        return { artifacts: listed.map(parseArtifact), more: listed.length === pageSize };
    }
    async download(artifact) {
        if (artifact.size > archiveBytes) {
            throw new sync/* RefusedArtifactError */.vj(`its ${artifact.size} bytes are more than the allowed ${archiveBytes}`);
        }
        const rest = await this.rest();
        let body;
        try {
            const answer = await rest.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
                ...this.where,
                artifact_id: Number(artifact.id),
                archive_format: 'zip',
                request: { parseSuccessResponseBody: false },
            });
            body = answer.data;
        }
        catch (thrown) {
            const status = statusOf(thrown);
            if (status === 404 || status === 410)
                throw new sync/* ArtifactGoneError */.ev(`artifact ${artifact.id} is gone`);
            throw thrown;
        }
        const archive = await readAll(body, archiveBytes);
        const verified = artifact.digest !== undefined;
        if (verified && artifact.digest !== `sha256:${(0,checksum/* sha256 */.sc)(archive)}`) {
            throw new sync/* DamagedArtifactError */.oB('what arrived does not match the digest that GitHub keeps');
        }
        try {
            return { files: await readArchive(archive, limits), verified };
        }
        catch (thrown) {
            // Without a digest nobody can tell a bad upload from a bad download: the latter deserves another try.
            throw verified ? thrown : new sync/* DamagedArtifactError */.oB((0,errors/* messageOf */.bD)(thrown));
        }
    }
    async upload(name, files, retentionDays) {
        const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(838), __webpack_require__.e(830), __webpack_require__.e(110), __webpack_require__.e(351), __webpack_require__.e(935)]).then(__webpack_require__.bind(__webpack_require__, 77935));
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.options.temp ?? (0,external_node_os_.tmpdir)(), 'hone-upload-'));
        try {
            const paths = [];
            for (const [file, bytes] of files) {
                const path = (0,external_node_path_.join)(folder, file);
                await (0,promises_.writeFile)(path, bytes);
                paths.push(path);
            }
            const { id } = await new DefaultArtifactClient().uploadArtifact(name, paths, folder, { retentionDays });
            if (id === undefined)
                throw new Error('the upload was not confirmed');
            return { id: String(id) };
        }
        catch (thrown) {
            const message = (0,errors/* messageOf */.bD)(thrown);
            if (message.includes('(409)'))
                throw new sync/* NameTakenError */.B6(message);
            throw thrown;
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
    async delete(id) {
        const rest = await this.rest();
        try {
            await rest.request('DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}', {
                ...this.where,
                artifact_id: Number(id),
            });
        }
        catch (thrown) {
            const status = statusOf(thrown);
            if (status === 404)
                return;
            throw status === 403 ? new sync/* NotPermittedError */.gB((0,errors/* messageOf */.bD)(thrown)) : thrown;
        }
    }
    rest() {
        this.opened ??= openRest(this.options);
        return this.opened;
    }
}
async function readAll(body, most) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > most)
            throw new sync/* DamagedArtifactError */.oB(`it is larger than the allowed ${most} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function parseArtifact(value) {
    const artifact = record(value);
    const run = record(artifact.workflow_run);
    if (typeof artifact.id !== 'number' || typeof artifact.name !== 'string') {
        throw new Error('an artifact in the list has no id or name');
    }
    const { repository_id: own, head_repository_id: head } = run;
    return {
        id: String(artifact.id),
        name: artifact.name,
        size: Number(artifact.size_in_bytes ?? 0),
        createdAt: Date.parse(String(artifact.created_at)) || 0,
        expired: artifact.expired === true,
        runId: typeof run.id === 'number' ? String(run.id) : undefined,
        trusted: typeof own === 'number' && own === head,
        digest: typeof artifact.digest === 'string' ? artifact.digest : undefined,
    };
}
function record(value) {
    return typeof value === 'object' && value !== null ? value : {};
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/dist/github/cache.js



const prefix = 'hone-store-v1-';
// Part of the cache's identity: the same relative path for every runner, or they would not see each other's entries.
const folder = '.hone-cache';
const largestFile = 512 * 2 ** 20;
/**
 * Snapshots in the Actions cache. An entry is never overwritten and a key that was hit is never saved again, so every
 * entry has a key of its own and the newest is found by the common prefix. Entries are scoped: those of the default branch
 * are readable everywhere, those of a pull request only by itself.
 */
class ActionsCache {
    async restore() {
        const { isFeatureAvailable, restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(838), __webpack_require__.e(830), __webpack_require__.e(110), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
        if (!isFeatureAvailable())
            throw new Error('the Actions cache is not available here');
        return inFreshFolder(async (path) => {
            const hit = await restoreCache([folder], `${prefix}${(0,external_node_crypto_.randomUUID)()}`, [prefix]);
            return hit === undefined ? undefined : readFiles(path);
        });
    }
    async save(files) {
        const { isFeatureAvailable, saveCache } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(838), __webpack_require__.e(830), __webpack_require__.e(110), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
        // The client would look for the service for ten seconds.
        if (!isFeatureAvailable())
            throw new Error('the Actions cache is not available here');
        await inFreshFolder(async (path) => {
            for (const [name, bytes] of files)
                await (0,promises_.writeFile)((0,external_node_path_.join)(path, name), bytes);
            const id = await saveCache([folder], `${prefix}${(0,external_node_crypto_.randomUUID)()}`);
            // The client swallows its errors and answers -1.
            if (id === -1)
                throw new Error('the Actions cache did not keep it (its client printed the reason above)');
        });
    }
}
/** The folder lies in the workspace, where the repository may have put something of that name, a link even. */
async function inFreshFolder(work) {
    const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
    if ((await (0,promises_.realpath)(workspace)) !== (await (0,promises_.realpath)(process.cwd()))) {
        throw new Error('the step does not run in GITHUB_WORKSPACE, to which the cache client binds its paths');
    }
    const path = (0,external_node_path_.join)(workspace, folder);
    await (0,promises_.rm)(path, { recursive: true, force: true });
    await (0,promises_.mkdir)(path);
    try {
        return await work(path);
    }
    finally {
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
async function readFiles(path) {
    const files = new Map();
    for (const name of await (0,promises_.readdir)(path)) {
        const file = (0,external_node_path_.join)(path, name);
        const stat = await (0,promises_.lstat)(file);
        if (!stat.isFile() || stat.size > largestFile)
            throw new Error(`the cached file ${JSON.stringify(name)} is not acceptable`);
        files.set(name, await (0,promises_.readFile)(file));
    }
    return files;
}

;// CONCATENATED MODULE: ./build/dist/github/proposals/commits.js


/** @returns undefined when there is no such branch */
async function readTip({ rest, owner, repo }, branch, key) {
    let sha;
    try {
        const { data } = await rest.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
        sha = data.object.sha;
    }
    catch (thrown) {
        if (statusOf(thrown) === 404)
            return undefined;
        throw thrown;
    }
    return readCommit({ rest, owner, repo }, sha, key);
}
async function readCommit({ rest, owner, repo }, sha, key) {
    const { data } = await rest.rest.git.getCommit({ owner, repo, commit_sha: sha });
    const parents = data.parents.map((parent) => parent.sha);
    const trailer = (name) => new RegExp(`^Hone-${name}: (\\S+)$`, 'm').exec(data.message)?.[1];
    const [patchId, commit] = [trailer('Patch'), trailer('Commit')];
    const genuine = trailer('Key') === key && trailer('Tree') === data.tree.sha && trailer('Parents') === parents.join(',');
    return { sha, parents, own: genuine && patchId && commit ? { patchId, commit } : undefined };
}
/**
 * Commits the patched tree through the API, on top of `tip` where there is one: moving the branch there is then never
 * forced, so nothing that was pushed meanwhile can be lost. Without an author GitHub enters the token's owner, and signs.
 *
 * @returns id of the commit, which no branch has yet
 */
async function createCommit({ rest, owner, repo }, { commit, key, message }, tree, tip) {
    const where = { owner, repo };
    for (const { blob, content } of tree.files) {
        const { data } = await rest.rest.git.createBlob({
            ...where,
            content: content.toString('base64'),
            encoding: 'base64',
        });
        mustBe(data.sha, blob);
    }
    const { data: made } = await rest.rest.git.createTree({
        ...where,
        base_tree: tree.base,
        tree: tree.files.map(({ path, mode, blob }) => ({ path, mode: mode, type: 'blob', sha: blob })),
    });
    mustBe(made.sha, tree.tree);
    const parents = tip === undefined ? [commit] : tip.own?.commit === commit ? [tip.sha] : [tip.sha, commit];
    const trailers = [
        `Hone-Key: ${key}`,
        `Hone-Commit: ${commit}`,
        `Hone-Patch: ${tree.patchId}`,
        `Hone-Tree: ${tree.tree}`,
        `Hone-Parents: ${parents.join(',')}`,
    ];
    const text = `${message.trim()}\n\n${trailers.join('\n')}\n`;
    const { data } = await rest.rest.git.createCommit({ ...where, message: text, tree: tree.tree, parents });
    return data.sha;
}
/** @returns false when somebody else was faster, and the branch has to be looked at again */
async function setBranch({ rest, owner, repo }, branch, sha, tip) {
    try {
        if (tip === undefined)
            await rest.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha });
        else
            await rest.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false });
        return true;
    }
    catch (thrown) {
        if (statusOf(thrown) === 422 && /already exists|fast.forward|does not exist/i.test(String(thrown)))
            return false;
        throw thrown;
    }
}
/** Objects are named by their contents, so a different name is a different object. */
function mustBe(received, computed) {
    if (received !== computed)
        throw new errors/* CannotRunError */.F3(`GitHub stored ${received} where ${computed} was sent`);
}

;// CONCATENATED MODULE: ./build/dist/github/proposals/decision.js


/**
 * What people made of a pull request that was proposed from a branch for a key. Undefined while it is open, and where
 * the number is that of something else.
 *
 * @returns `at` in milliseconds since the epoch
 */
async function decisionOf({ rest, owner, repo }, { pull, branch, key }) {
    try {
        const { data } = await rest.rest.pulls.get({ owner, repo, pull_number: pull });
        const { head, state, closed_at, merged_at } = data;
        const own = head.ref === branch && head.repo?.full_name.toLowerCase() === `${owner}/${repo}`.toLowerCase();
        if (!own || state === 'open' || closed_at === null)
            return undefined;
        const at = Date.parse(closed_at);
        if (merged_at === null)
            return { decision: 'rejected', at };
        const tip = await readCommit({ rest, owner, repo }, head.sha, key);
        return { decision: tip.own === undefined ? 'edited' : 'approved', at };
    }
    catch (thrown) {
        if (statusOf(thrown) === 404)
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./build/dist/render/markdown.js
var markdown = __webpack_require__(6825);
// EXTERNAL MODULE: ./build/dist/git/command.js
var command = __webpack_require__(15347);
// EXTERNAL MODULE: ./build/dist/git/index.js + 18 modules
var git = __webpack_require__(86110);
// EXTERNAL MODULE: ./build/dist/git/object-folder.js
var object_folder = __webpack_require__(26164);
;// CONCATENATED MODULE: ./build/dist/github/proposals/patched-tree.js







/** The patch is not one that may be proposed, in one sentence. */
class UnfitPatchError extends Error {
    name = 'UnfitPatchError';
}
const most = { files: 50, bytes: 8 * 2 ** 20 };
/**
 * What a commit becomes with a patch, computed by git in an index and an object folder of its own: the repository and
 * its work tree are only read, and no code of the repository runs.
 *
 * @throws UnfitPatchError when the patch does not apply, or does more than change the contents of existing files that
 * it may change, outside `.github`
 * @throws CannotRunError when the commit is not here
 */
async function patchTree(repository, { commit, patch, mayChange }) {
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit))
        throw new UnfitPatchError('the patch is not for a commit');
    const cwd = repository.root;
    if ((await (0,command/* runGit */.EO)(['cat-file', '-e', `${commit}^{commit}`], { cwd })).status !== 0) {
        throw new errors/* CannotRunError */.F3(`commit ${commit.slice(0, 12)} is not in this checkout: check it out with actions/checkout`);
    }
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'hone-tree-'));
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(own, 'objects'));
        const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(own, 'index'), ...(await (0,object_folder/* ownObjectFolder */.C)(cwd, (0,external_node_path_.join)(own, 'objects'))) };
        const options = { cwd, env };
        await (0,command/* gitOutput */.oM)(['read-tree', commit], options);
        await apply(patch, options);
        const files = await changedFiles(commit, options);
        const foreign = files.find(({ path }) => !mayChange(path));
        if (foreign !== undefined)
            throw new UnfitPatchError(`the patch changes ${JSON.stringify(foreign.path)}, which is no program to be repaired`);
        const base = (await (0,command/* gitOutput */.oM)(['rev-parse', `${commit}^{tree}`], options)).trim();
        const tree = (await (0,command/* gitOutput */.oM)(['write-tree'], options)).trim();
        const [patchId = ''] = (await (0,command/* gitOutput */.oM)(['patch-id', '--stable'], { ...options, input: patch })).split(' ');
        return { base, tree, files, patchId };
    }
    finally {
        await (0,promises_.rm)(own, { recursive: true, force: true });
    }
}
async function apply(patch, options) {
    if (patch === '')
        throw new UnfitPatchError('the patch is empty');
    const words = ['apply', '--cached', '--whitespace=nowarn', '-'];
    const { status, stderr } = await (0,command/* runGit */.EO)(words, { ...options, input: patch });
    if (status !== 0)
        throw new UnfitPatchError(`the patch does not apply to the commit: ${(0,command/* complaint */.U4)(stderr)}`);
}
async function changedFiles(commit, options) {
    const words = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', commit];
    const fields = (await bytesOf(words, options)).toString('latin1').split('\0').slice(0, -1);
    if (fields.length === 0)
        throw new UnfitPatchError('the patch changes nothing');
    if (fields.length / 2 > most.files)
        throw new UnfitPatchError(`the patch changes more than ${most.files} files`);
    const files = [];
    let bytes = 0;
    for (let index = 0; index < fields.length; index += 2) {
        const [oldMode, mode = '', , blob = '', status] = (fields[index] ?? '').split(' ');
        const path = (0,git/* pathFromBytes */.nP)(Buffer.from(fields[index + 1] ?? '', 'latin1'));
        const shown = JSON.stringify(path);
        if (status !== 'M' || oldMode !== `:${mode}` || !/^100(644|755)$/.test(mode)) {
            throw new UnfitPatchError(`the patch does more to ${shown} than change the contents of a file`);
        }
        // Names that are not UTF-8 come quoted; GitHub's API could not carry them.
        if (path.startsWith('"'))
            throw new UnfitPatchError(`the name of ${shown} is not UTF-8`);
        if (/^\.github\//i.test(path))
            throw new UnfitPatchError(`the patch changes ${shown}: workflows are not repaired`);
        const content = await bytesOf(['cat-file', 'blob', blob], options);
        bytes += content.length;
        if (bytes > most.bytes)
            throw new UnfitPatchError(`the files that the patch changes are larger than ${most.bytes} bytes`);
        files.push({ path, mode, blob, content });
    }
    return files;
}
async function bytesOf(words, options) {
    const chunks = [];
    for await (const chunk of (0,command/* streamGit */.t1)(words, options))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/dist/github/proposals/pulls.js


/** Says in a text, invisibly, which patch it is about. Outside text cannot hold one: escaping breaks `<!--`. */
function marker(kind, { key, patchId, commit }) {
    return `<!-- hone-${kind} key=${key} patch=${patchId} commit=${commit} -->`;
}
function readMarker(kind, text, key) {
    const pattern = new RegExp(`<!-- hone-${kind} key=${key} patch=([0-9a-f]+) commit=([0-9a-f]+) -->`);
    const [, patchId, commit] = pattern.exec(text) ?? [];
    return patchId && commit ? { patchId, commit } : undefined;
}
/** Pull requests that ever came from the branch, newest first; at most a hundred. */
async function pullsOf({ rest, owner, repo }, { branch, key }) {
    const { data } = await rest.rest.pulls.list({
        ...{ owner, repo, head: `${owner}:${branch}`, state: 'all', per_page: 100 },
        ...{ sort: 'created', direction: 'desc' },
    });
    return data.map((pull) => ({
        number: pull.number,
        url: pull.html_url,
        state: pull.state === 'open' ? 'open' : 'closed',
        merged: pull.merged_at !== null,
        draft: pull.draft === true,
        base: pull.base.ref,
        author: pull.user?.login,
        labels: pull.labels.map(({ name }) => name),
        shows: readMarker('proposal', pull.body ?? '', key),
    }));
}
async function openPull({ rest, owner, repo }, { title, base, branch, draft }, body) {
    const create = async (asDraft) => {
        const { data } = await rest.rest.pulls.create({ owner, repo, title, body, base, head: branch, draft: asDraft });
        return { number: data.number, url: data.html_url, draft: asDraft };
    };
    try {
        return await create(draft);
    }
    catch (thrown) {
        if (!draft || statusOf(thrown) !== 422 || !/draft pull requests are not supported/i.test((0,errors/* messageOf */.bD)(thrown))) {
            throw thrown;
        }
        return await create(false);
    }
}
async function rewritePull({ rest, owner, repo }, { title, base }, pull, body) {
    const moved = pull.base === base ? {} : { base };
    await rest.rest.pulls.update({ owner, repo, pull_number: pull.number, title, body, ...moved });
}
/** Labels help, they never decide: what cannot be labelled is a note. */
async function labelPull({ rest, owner, repo }, number, present, { labels, withdrawn }) {
    const where = { owner, repo };
    try {
        const missing = labels.filter(({ name }) => !present.includes(name));
        for (const label of missing)
            await makeLabel(where, rest, label);
        if (missing.length > 0) {
            await rest.rest.issues.addLabels({ ...where, issue_number: number, labels: missing.map(({ name }) => name) });
        }
        for (const name of withdrawn.filter((one) => present.includes(one))) {
            await rest.rest.issues.removeLabel({ ...where, issue_number: number, name });
        }
        return [];
    }
    catch (thrown) {
        return [`its labels could not be set: ${(0,errors/* messageOf */.bD)(thrown)}`];
    }
}
async function makeLabel(where, rest, { name, color = 'ededed', description = '' }) {
    try {
        await rest.rest.issues.createLabel({ ...where, name, color, description });
    }
    catch (thrown) {
        // It is there already.
        if (statusOf(thrown) !== 422)
            throw thrown;
    }
}
/** One comment of ours on a pull request, edited in place. @returns false when it said so already */
async function comment({ rest, owner, repo }, pull, shown, text) {
    const where = { owner, repo };
    const body = `${marker('comment', shown)}\n${text}`;
    const comments = await rest.paginate(rest.rest.issues.listComments, {
        ...where,
        issue_number: pull.number,
        per_page: 100,
    });
    // Anybody can write a marker; whoever opened the pull request is us.
    const own = comments.filter(({ user }) => user?.login !== undefined && user.login === pull.author);
    const before = own.find((one) => readMarker('comment', one.body ?? '', shown.key) !== undefined);
    const said = readMarker('comment', before?.body ?? '', shown.key);
    if (said?.patchId === shown.patchId)
        return false;
    if (before === undefined)
        await rest.rest.issues.createComment({ ...where, issue_number: pull.number, body });
    else
        await rest.rest.issues.updateComment({ ...where, comment_id: before.id, body });
    return true;
}

;// CONCATENATED MODULE: ./build/dist/github/proposals/propose.js






// Two runs that propose at once meet at most once each: whoever comes second finds the other's work.
const rounds = 3;
/**
 * Makes a patch a pull request, or brings the one that is there for the same key up to date. A branch that has commits
 * of others is never touched, no branch is ever forced, and what was closed without merging is not opened again.
 *
 * @throws CannotRunError when GitHub cannot be reached or fails
 */
async function propose(proposal, deps) {
    if (proposal.branch === proposal.base)
        throw new errors/* CannotRunError */.F3(`a patch of ${proposal.base} is not pushed to itself`);
    try {
        const tree = await patchTree(deps.repository, proposal);
        for (let round = 1; round <= rounds; round += 1) {
            const proposed = await proposeOnce(proposal, tree, deps);
            if (proposed !== undefined)
                return proposed;
        }
    }
    catch (thrown) {
        if (thrown instanceof UnfitPatchError)
            return refused(thrown.message);
        const status = statusOf(thrown);
        if (status === 401 || status === 403 || status === 404) {
            return refused(`the token may not propose changes to this repository: ${(0,errors/* messageOf */.bD)(thrown)}`);
        }
        if (status === 422 || status === 410)
            return refused(`GitHub does not take it: ${(0,errors/* messageOf */.bD)(thrown)}`);
        if (status === undefined)
            throw thrown;
        throw new errors/* CannotRunError */.F3(`GitHub answered with status ${status}: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
    throw new errors/* CannotRunError */.F3(`branch ${proposal.branch} changed ${rounds} times while it was looked at`);
}
/** @returns undefined when another run was faster, and all has to be looked at again */
async function proposeOnce(proposal, tree, deps) {
    const { branch, key, commit, base } = proposal;
    const { patchId } = tree;
    const pulls = await pullsOf(deps, proposal);
    const open = pulls.find(({ state }) => state === 'open');
    const tip = await readTip(deps, branch, key);
    if (tip !== undefined && tip.own === undefined)
        return leave(proposal, patchId, open, deps);
    if (open === undefined) {
        const settled = pulls.find((pull) => pull.base === base && settles(pull, patchId, commit));
        if (settled !== undefined) {
            const how = settled.merged ? 'was merged already' : 'was closed without merging, so it is not opened again';
            return left(settled, `pull request #${settled.number} with this patch ${how}`);
        }
    }
    const same = isSame(tip, patchId, commit);
    if (!same) {
        const sha = await createCommit(deps, proposal, tree, tip);
        if (!(await setBranch(deps, branch, sha, tip)))
            return undefined;
    }
    const body = `${proposal.body.trim()}\n\n${marker('proposal', { key, patchId, commit })}\n`;
    if (open === undefined)
        return openNew(proposal, body, deps);
    const shown = same && open.shows?.patchId === patchId && open.shows.commit === commit && open.base === base;
    if (!shown)
        await rewritePull(deps, proposal, open, body);
    const notes = await labelPull(deps, open.number, open.labels, proposal);
    if (open.draft !== proposal.draft) {
        notes.push(open.draft ? 'it stays a draft until a person marks it ready' : 'it is no draft, though it should be reviewed');
    }
    return { outcome: shown ? 'unchanged' : 'updated', pull: open, reason: undefined, notes };
}
/** Merged ones settle a patch for the commit that they were made for: where it fails again, it is needed again. */
function settles({ merged, shows }, patchId, commit) {
    return shows?.patchId === patchId && (!merged || shows.commit === commit);
}
function isSame(tip, patchId, commit) {
    return tip?.own?.patchId === patchId && tip.own.commit === commit;
}
async function openNew(proposal, body, deps) {
    const { branch, base, draft } = proposal;
    try {
        const pull = await openPull(deps, proposal, body);
        const notes = await labelPull(deps, pull.number, [], proposal);
        if (draft && !pull.draft)
            notes.push('it is no draft: this repository has none');
        return { outcome: 'opened', pull, reason: undefined, notes };
    }
    catch (thrown) {
        const status = statusOf(thrown);
        const message = (0,errors/* messageOf */.bD)(thrown);
        if (status === 422 && /already exists/i.test(message))
            return undefined;
        if (status !== 401 && status !== 403 && status !== 404 && status !== 422)
            throw thrown;
        // GitHub's own setting forbids this to its token unless it is switched on.
        const setting = /not permitted to create/i.test(message)
            ? ' (Settings, Actions, General: "Allow GitHub Actions to create and approve pull requests")'
            : '';
        return refused(`branch ${branch} has the patch, but no pull request to ${base} could be opened: ${message}${setting}`);
    }
}
async function leave({ branch, key, commit, patch }, patchId, open, deps) {
    const reason = `branch ${branch} has commits of others, which are never overwritten`;
    if (open === undefined)
        return left(undefined, reason);
    if (open.shows?.patchId === patchId)
        return left(open, `${reason}; pull request #${open.number} began with this patch`);
    const text = [
        `There is a newer repair for commit ${commit}. This branch has commits of others, so it was left as it is.`,
        (0,markdown/* codeBlock */.DV)(patch, 'diff'),
    ];
    await comment(deps, open, { key, patchId, commit }, text.join('\n\n'));
    return left(open, `${reason}; the newer patch is in a comment on #${open.number}`);
}
function left(pull, reason) {
    return { outcome: 'left', pull, reason, notes: [] };
}
function refused(reason) {
    return { outcome: 'refused', pull: undefined, reason, notes: [] };
}

;// CONCATENATED MODULE: ./build/dist/github/index.js







/***/ })

};
