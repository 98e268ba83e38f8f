export const id = 612;
export const ids = [612];
export const modules = {

/***/ 63612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ActionsArtifacts: () => (/* reexport */ ActionsArtifacts),
  ActionsCache: () => (/* reexport */ ActionsCache)
});

// UNUSED EXPORTS: openRest, statusOf

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
// EXTERNAL MODULE: ./build/dist/store/sync/index.js + 11 modules
var sync = __webpack_require__(44690);
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
    const { getOctokit } = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
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
        const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(110), __webpack_require__.e(351), __webpack_require__.e(935)]).then(__webpack_require__.bind(__webpack_require__, 77935));
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
        const { isFeatureAvailable, restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(110), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
        if (!isFeatureAvailable())
            throw new Error('the Actions cache is not available here');
        return inFreshFolder(async (path) => {
            const hit = await restoreCache([folder], `${prefix}${(0,external_node_crypto_.randomUUID)()}`, [prefix]);
            return hit === undefined ? undefined : readFiles(path);
        });
    }
    async save(files) {
        const { isFeatureAvailable, saveCache } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(110), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
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

;// CONCATENATED MODULE: ./build/dist/github/index.js





/***/ })

};
