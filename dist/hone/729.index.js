export const id = 729;
export const ids = [729];
export const modules = {

/***/ 15347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   Iz: () => (/* binding */ spawnGit),
/* harmony export */   Mn: () => (/* binding */ streamLines),
/* harmony export */   U4: () => (/* binding */ complaint),
/* harmony export */   oM: () => (/* binding */ gitOutput),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   t1: () => (/* binding */ streamGit)
/* harmony export */ });
/* unused harmony export gitEnvironment */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81156);
/* harmony import */ var _base_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81864);



/** Command-line configuration outranks the repository's, and git hands it down to the programs it starts itself. */
const configuration = {
    'core.fsmonitor': 'false',
    'core.hooksPath': '/dev/null',
    'core.sshCommand': 'false',
    'core.askPass': '',
    'core.gitProxy': '',
    'core.alternateRefsCommand': 'true',
    'core.quotePath': 'true',
    'core.warnAmbiguousRefs': 'true',
    'credential.helper': '',
    'diff.external': '',
    'diff.submodule': 'short',
    'diff.trustExitCode': 'false',
    'gc.auto': '0',
    'log.showRoot': 'true',
    'log.showSignature': 'false',
    'maintenance.auto': 'false',
    'protocol.allow': 'never',
    'submodule.recurse': 'false',
    'uploadpack.packObjectsHook': '',
};
const overrides = Object.entries(configuration).map(([key, value]) => `${key}=${value}`);
/** Where configuration files are is the machine's business; everything else under GIT_ could redirect a run. */
const inherited = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'GIT_CEILING_DIRECTORIES']);
function gitEnvironment(extra = {}) {
    const env = {};
    for (const [key, value] of Object.entries(process.env)) {
        if (!key.toUpperCase().startsWith('GIT_') || inherited.has(key.toUpperCase()))
            env[key] = value;
    }
    return {
        ...env,
        LC_ALL: 'C',
        LANGUAGE: 'C',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_PAGER: 'cat',
        // Missing objects of a partial clone stay missing: fetching them would run what the remote's configuration names.
        // Only git 2.45 and later knows the first; an empty list of allowed transports stops the others.
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: '',
        ...extra,
    };
}
function spawnGit(args, options) {
    return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', [...overrides.flatMap((setting) => ['-c', setting]), '--no-pager', ...args], {
        cwd: options.cwd,
        env: gitEnvironment(options.env),
        stdio: ['pipe', 'pipe', 'pipe'],
        ...(options.signal === undefined ? {} : { signal: options.signal, killSignal: 'SIGKILL' }),
    });
}
/**
 * A run whose output is read as it comes; the reader's pace holds git back. Leaving the loop early kills git.
 *
 * @throws CannotRunError after the last chunk when git failed
 */
async function* streamGit(args, options) {
    const child = spawnGit(args, options);
    const ended = outcomeOf(child);
    ended.catch(() => { });
    feed(child, options.input);
    try {
        for await (const chunk of child.stdout)
            yield chunk;
        const { status, stderr } = await ended;
        if (status !== 0)
            throw gitFailed(args, status, stderr);
    }
    catch (error) {
        // A spawn that fails ends the output too; its own reason is the better one.
        await ended;
        throw error;
    }
    finally {
        child.kill('SIGKILL');
    }
}
/** The lines of a stream, one character for each byte. */
async function* streamLines(args, options) {
    let rest = '';
    for await (const chunk of streamGit(args, options)) {
        const lines = (rest + chunk.toString('latin1')).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
    if (rest !== '')
        yield rest;
}
/** Standard output that {@link runGit} takes. */
const maxBytes = 64 * 2 ** 20;
/**
 * simple-git refuses arguments that look like these, our own overrides among them, and a person's revision that only
 * looks like an option. What keeps a word from being an option here are full object ids and `--end-of-options`.
 */
const unsafe = {
    allowUnsafeAlias: true,
    allowUnsafeAskPass: true,
    allowUnsafeCommandBinaries: true,
    allowUnsafeConfigEnvCount: true,
    allowUnsafeConfigPaths: true,
    allowUnsafeCredentialHelper: true,
    allowUnsafeDiffExternal: true,
    allowUnsafeDiffTextConv: true,
    allowUnsafeEditor: true,
    allowUnsafeExec: true,
    allowUnsafeFilter: true,
    allowUnsafeFsMonitor: true,
    allowUnsafeGitProxy: true,
    allowUnsafeGpgProgram: true,
    allowUnsafeHooksPath: true,
    allowUnsafeInclude: true,
    allowUnsafeMergeDriver: true,
    allowUnsafePack: true,
    allowUnsafePager: true,
    allowUnsafeProtocolOverride: true,
    allowUnsafeSshCommand: true,
    allowUnsafeSubmodule: true,
    allowUnsafeTemplateDir: true,
    allowUnsafeUrlRewrite: true,
};
/**
 * Runs git to its end. A non-zero status is returned, not thrown: only the caller knows what it means.
 *
 * @throws CannotRunError when git cannot be started or prints too much; the signal's reason when it was aborted
 */
async function runGit(args, options) {
    const { simpleGit } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(724)]).then(__webpack_require__.bind(__webpack_require__, 74724));
    const env = gitEnvironment(options.env);
    const tooMuch = new AbortController();
    const { input, signal } = options;
    let ended = { status: 0, stderr: '' };
    let length = 0;
    const git = simpleGit({
        baseDir: options.cwd,
        config: overrides,
        unsafe,
        allowEnvironment: Object.keys(env),
        abort: signal === undefined ? tooMuch.signal : AbortSignal.any([signal, tooMuch.signal]),
        errors: (_error, { exitCode, stdErr }) => {
            ended = { status: exitCode ?? 128, stderr: Buffer.concat(stdErr).toString() };
            return undefined;
        },
        ...(input === undefined ? {} : { input: () => input }),
    });
    git.env(env).outputHandler((_command, stdout) => {
        stdout.on('data', (chunk) => {
            length += chunk.length;
            if (length > maxBytes)
                tooMuch.abort();
        });
        // After a command that printed nothing, simple-git waits 50 ms for more; this chunk says that there is none.
        stdout.once('end', () => stdout.emit('data', Buffer.alloc(0)));
    });
    const stdout = await git.raw(['--no-pager', ...args]);
    signal?.throwIfAborted();
    if (length > maxBytes)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CannotRunError */ .F3(`git ${args[0]} printed more than ${maxBytes} bytes`);
    // Negative: the system's error for a process that could not be started.
    if (ended.status < 0)
        throw notStarted(/ENOENT/.test(ended.stderr) ? 'ENOENT' : undefined, complaint(ended.stderr));
    return { ...ended, stdout };
}
/** Runs git and returns its output. @throws CannotRunError when git fails */
async function gitOutput(args, options) {
    const { status, stdout, stderr } = await runGit(args, options);
    if (status !== 0)
        throw gitFailed(args, status, stderr);
    return stdout;
}
/** First line of what git complained about, fit for a terminal, a log and a workflow command. */
function complaint(stderr) {
    const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint:'));
    const line = lines.find((text) => /^(fatal|error):/.test(text)) ?? lines[0] ?? '';
    return (0,_base_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(line.replace(/^(fatal|error): /, ''), 300);
}
function notStarted(code, message) {
    if (code === 'ENOENT')
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CannotRunError */ .F3('git was not found; install it and put it on the PATH');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CannotRunError */ .F3(`git could not be started: ${message}`);
}
function gitFailed(args, status, stderr) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CannotRunError */ .F3(`git ${args[args[0] === '-c' ? 2 : 0]} failed: ${complaint(stderr) || `exit status ${status}`}`);
}
function feed(child, input) {
    // Git may end before it has read everything; its exit status tells the story, not the broken pipe.
    child.stdin.on('error', () => { });
    child.stdin.end(input);
}
/** Resolves when git has ended and its output is read. */
function outcomeOf(child) {
    let stderr = '';
    child.stderr.on('data', (chunk) => {
        if (stderr.length < 16_384)
            stderr += chunk.toString();
    });
    return new Promise((resolve, reject) => {
        child.once('error', (error) => {
            reject(error.name === 'AbortError' ? error : notStarted(error.code, error.message));
        });
        child.once('close', (code, signal) => resolve({ status: code ?? (signal ? 128 : 1), stderr }));
    });
}


/***/ }),

/***/ 86110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IE: () => (/* reexport */ collectMetrics),
  CS: () => (/* reexport */ listFiles),
  wu: () => (/* reexport */ mergeBase),
  d7: () => (/* reexport */ openBlobs),
  h_: () => (/* reexport */ openRepository),
  NV: () => (/* reexport */ patchBetween),
  nP: () => (/* reexport */ pathFromBytes),
  pm: () => (/* reexport */ readChange),
  kN: () => (/* reexport */ readCommit),
  NS: () => (/* reexport */ readIgnored),
  Ul: () => (/* reexport */ readUncommitted),
  eZ: () => (/* reexport */ resolveRevision),
  N0: () => (/* reexport */ shallowBoundary)
});

// UNUSED EXPORTS: pathToBytes, readFileAt

// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/git/command.js
var command = __webpack_require__(15347);
;// CONCATENATED MODULE: ./build/dist/git/path.js
/**
 * Names of files as strings, without loss.
 *
 * Git's names are bytes. A name that is valid UTF-8 is itself. Any other name, and one that begins with a double
 * quote, is written the way git prints it: in double quotes, with `\n`, `\"`, `\\` and octal escapes, for example
 * `"caf\351.txt"`. So every name has exactly one string and every string at most one name.
 */
function pathFromBytes(bytes) {
    const text = bytes.toString('utf8');
    const plain = !text.startsWith('"') && (!text.includes('\ufffd') || Buffer.from(text).equals(bytes));
    return plain ? text : quote(bytes);
}
function pathToBytes(path) {
    return path.startsWith('"') ? unquote(path) : Buffer.from(path);
}
/** A name as git prints it without `-z`: quoted where needed. */
function pathFromGit(printed) {
    return printed[0] === QUOTE ? pathFromBytes(unquote(printed.toString('latin1'))) : pathFromBytes(printed);
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const named = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };
const letters = new Map(Object.entries(named).map(([letter, byte]) => [byte, letter]));
function quote(bytes) {
    let text = '"';
    for (const byte of bytes) {
        const letter = letters.get(byte);
        if (letter !== undefined)
            text += `\\${letter}`;
        else if (byte < 0x20 || byte >= 0x7f)
            text += `\\${byte.toString(8).padStart(3, '0')}`;
        else
            text += String.fromCharCode(byte);
    }
    return `${text}"`;
}
function unquote(text) {
    const source = Buffer.from(text.replace(/^"|"$/g, ''), 'latin1');
    const bytes = [];
    for (let i = 0; i < source.length; i++) {
        const byte = source[i] ?? 0;
        if (byte !== BACKSLASH) {
            bytes.push(byte);
            continue;
        }
        const octal = /^[0-3][0-7]{2}/.exec(source.toString('latin1', i + 1, i + 4));
        if (octal) {
            bytes.push(Number.parseInt(octal[0], 8));
            i += 3;
        }
        else {
            i++;
            const letter = String.fromCharCode(source[i] ?? 0);
            bytes.push(named[letter] ?? source[i] ?? 0);
        }
    }
    return Buffer.from(bytes);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/dist/base/printable.js
var printable = __webpack_require__(81864);
;// CONCATENATED MODULE: ./build/dist/git/repository.js





/**
 * Finds the repository that `dir` is in: a work tree or a folder of it, a linked worktree, a bare repository.
 *
 * @throws UsageError when there is no such folder or no repository
 * @throws CannotRunError when git is missing or refuses to read the repository
 */
async function openRepository(dir) {
    const cwd = (0,external_node_path_.resolve)(dir);
    await mustBeDirectory(dir, cwd);
    const [about, top] = await Promise.all([
        (0,command/* runGit */.EO)(['rev-parse', '--is-bare-repository', '--is-shallow-repository', '--absolute-git-dir', '--is-inside-work-tree'], { cwd }),
        (0,command/* runGit */.EO)(['rev-parse', '--show-toplevel'], { cwd }),
    ]);
    if (about.status !== 0)
        throw refusal(dir, about.stderr);
    // The path may contain newlines, so it is what stands between the lines that cannot.
    const lines = about.stdout.replace(/\n$/, '').split('\n');
    const gitDir = lines.slice(2, -1).join('\n');
    const root = top.status === 0 ? top.stdout.replace(/\n$/, '') : gitDir;
    const at = { cwd: root };
    const [symbolic, head, common, origin] = await Promise.all([
        (0,command/* runGit */.EO)(['symbolic-ref', '--quiet', 'HEAD'], at),
        (0,command/* runGit */.EO)(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], at),
        (0,command/* runGit */.EO)(['rev-parse', '--git-common-dir'], at),
        (0,command/* runGit */.EO)(['config', '--get', 'remote.origin.url'], at),
    ]);
    const branch = symbolic.status === 0 ? symbolic.stdout.trim().replace(/^refs\/heads\//, '') : undefined;
    const commonDir = (0,external_node_path_.resolve)(root, common.stdout.replace(/\n$/, ''));
    return {
        root,
        gitDir,
        bare: lines[0] === 'true',
        shallow: lines[1] === 'true',
        head: head.status === 0 ? head.stdout.trim() : undefined,
        branch,
        name: repositoryName(origin.stdout.trim()) ?? `local/${folderName(commonDir)}`,
    };
}
/**
 * The commit that `revision` names, as a full object id.
 *
 * @throws UsageError when it names no commit, or more than one
 */
async function resolveRevision(repository, revision) {
    const shown = (0,printable/* printable */.g)(revision, 300);
    const unknown = new errors/* UsageError */.eb(`"${shown}" is not a commit in ${repository.name}: give a branch, tag or commit id`);
    if (revision === '' || revision.includes('\0'))
        throw unknown;
    const { status, stdout, stderr } = await (0,command/* runGit */.EO)(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`], { cwd: repository.root });
    if (/refname '.*' is ambiguous/.test(stderr)) {
        throw new errors/* UsageError */.eb(`"${shown}" names more than one ref in ${repository.name}: write refs/heads/... or refs/tags/... in full`);
    }
    if (/short object ID .* is ambiguous/.test(stderr)) {
        throw new errors/* UsageError */.eb(`"${shown}" is the beginning of more than one commit id in ${repository.name}: give more of it`);
    }
    const sha = stdout.trim();
    if (status !== 0 || !isObjectId(sha))
        throw unknown;
    return sha;
}
/** Newest common ancestor, what a pull request is compared with; undefined when there is none here. */
async function mergeBase(repository, a, b) {
    const { status, stdout, stderr } = await (0,command/* runGit */.EO)(['merge-base', objectId(a), objectId(b)], { cwd: repository.root });
    if (status > 1)
        throw new errors/* CannotRunError */.F3(`git merge-base failed: ${(0,command/* complaint */.U4)(stderr)}`);
    return status === 0 ? stdout.trim() : undefined;
}
/** Guards every argument that git could take for an option: only {@link resolveRevision} takes a person's words. */
function objectId(sha) {
    if (!isObjectId(sha))
        throw new TypeError(`not a full object id: ${(0,printable/* printable */.g)(sha, 300)}`);
    return sha;
}
function isObjectId(text) {
    return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** The commits whose parents a shallow clone left out. */
async function shallowBoundary(repository) {
    if (!repository.shallow)
        return new Set();
    const { readFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 19));
    const file = await (0,command/* gitOutput */.oM)(['rev-parse', '--git-path', 'shallow'], { cwd: repository.root });
    const text = await readFile((0,external_node_path_.resolve)(repository.root, file.replace(/\n$/, '')), 'utf8');
    return new Set(text.split('\n').filter((line) => line !== ''));
}
async function mustBeDirectory(dir, path) {
    const found = await (0,promises_.stat)(path).catch((error) => error);
    if (found instanceof Error) {
        if (found.code === 'ENOENT' || found.code === 'ENOTDIR')
            throw new errors/* UsageError */.eb(`no such folder: "${(0,printable/* printable */.g)(dir, 300)}"`);
        throw new errors/* CannotRunError */.F3(`cannot read "${(0,printable/* printable */.g)(dir, 300)}": ${found.code ?? found.message}`);
    }
    if (!found.isDirectory())
        throw new errors/* UsageError */.eb(`"${(0,printable/* printable */.g)(dir, 300)}" is a file; give the folder of a git repository`);
}
function refusal(dir, stderr) {
    const shown = (0,printable/* printable */.g)(dir, 300);
    if (/dubious ownership|unsafe repository/.test(stderr)) {
        const path = /safe\.directory (.+)$/m.exec(stderr)?.[1] ?? `'${shown}'`;
        return new errors/* CannotRunError */.F3(`git will not read "${shown}" because another user owns it; if you trust it, run: ` +
            `git config --global --add safe.directory ${(0,printable/* printable */.g)(path, 300)}`);
    }
    if (/not a git repository/.test(stderr))
        return new errors/* UsageError */.eb(`"${shown}" is not in a git repository`);
    return new errors/* CannotRunError */.F3(`git cannot read "${shown}": ${(0,command/* complaint */.U4)(stderr)}`);
}
/** `owner/name` of a remote on a host; undefined for a path on this machine. Credentials in the URL never get here. */
function repositoryName(url) {
    const path = /^(?:https?|ssh|git|git\+ssh):\/\/[^/]+\/(.+)$/i.exec(url)?.[1] ??
        /^(?:[^/:@]+@)?[^/:]{2,}:(?!\/\/)(.+)$/.exec(url)?.[1];
    const match = /(?:^|\/)([\w.-]+)\/([\w.-]+?)(?:\.git)?\/*$/.exec(path ?? '');
    return match ? `${match[1]}/${match[2]}` : undefined;
}
function folderName(commonDir) {
    const folder = (0,external_node_path_.basename)(commonDir) === '.git' ? (0,external_node_path_.basename)((0,external_node_path_.dirname)(commonDir)) : (0,external_node_path_.basename)(commonDir, '.git');
    return (0,printable/* printable */.g)(folder.replaceAll(/[\s/]+/g, '-')) || 'repository';
}

;// CONCATENATED MODULE: ./build/dist/git/blobs.js




function openBlobs(repository, options = {}) {
    const limit = options.maxBytes ?? 32 * 2 ** 20;
    const child = (0,command/* spawnGit */.Iz)(['cat-file', '--batch'], { cwd: repository.root, signal: options.signal });
    const ended = (0,command/* outcomeOf */.sG)(child);
    const waiting = [];
    let failure;
    const parser = new BatchParser(limit, (answer) => {
        const request = waiting.shift();
        if (answer === 'too large') {
            request?.reject(new errors/* CannotRunError */.F3(`${request.path} is larger than the ${limit} bytes that Hone reads`));
        }
        else {
            request?.resolve(answer);
        }
    });
    const fail = (error) => {
        failure ??= error;
        for (const request of waiting.splice(0))
            request.reject(failure);
    };
    const ask = (name, path) => {
        if (failure)
            throw failure;
        return new Promise((resolve, reject) => {
            waiting.push({ resolve, reject, path });
            child.stdin.write(Buffer.concat([name, Buffer.from('\n')]));
        });
    };
    child.stdin.on('error', () => { });
    child.stdout.on('data', (chunk) => parser.push(chunk));
    ended.then(({ stderr }) => fail(new errors/* CannotRunError */.F3(`git cat-file ended: ${(0,command/* complaint */.U4)(stderr) || 'closed'}`)), fail);
    return {
        async read(sha, path) {
            // Git would take these as relative to where it runs; in a tree there is no such name.
            if (/^\.{1,2}\//.test(path))
                return undefined;
            let name = Buffer.concat([Buffer.from(`${objectId(sha)}:`), pathToBytes(path)]);
            if (name.includes(10)) {
                // The protocol is one name per line, so this rare one goes by its object id.
                const found = await (0,command/* runGit */.EO)(['rev-parse', '--verify', '--quiet', '--end-of-options', name.toString()], {
                    cwd: repository.root,
                });
                if (found.status !== 0)
                    return undefined;
                name = Buffer.from(found.stdout.trim());
            }
            return ask(name, path);
        },
        async readObject({ oid, path }) {
            return ask(Buffer.from(objectId(oid)), path);
        },
        async close() {
            child.stdin.end();
            await ended.catch(() => { });
        },
    };
}
/** One file of a commit or tree; see {@link Blobs.read}. */
async function readFileAt(repository, sha, path) {
    const blobs = openBlobs(repository);
    try {
        return await blobs.read(sha, path);
    }
    finally {
        await blobs.close();
    }
}
/** Every file of a commit or tree, submodules too, in git's order. */
async function* listFiles(repository, sha) {
    let rest = Buffer.alloc(0);
    for await (const chunk of (0,command/* streamGit */.t1)(['ls-tree', '-r', '-z', '-l', '--full-tree', objectId(sha)], {
        cwd: repository.root,
    })) {
        const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        let start = 0;
        for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
            const tab = bytes.indexOf(9, start);
            const [mode = '', , oid = '', size = '-'] = bytes.toString('latin1', start, tab).split(/ +/);
            yield {
                path: pathFromBytes(bytes.subarray(tab + 1, end)),
                oid,
                mode,
                size: size === '-' ? undefined : Number(size),
            };
            start = end + 1;
        }
        rest = bytes.subarray(start);
    }
}
/** `<oid> blob <size>\n<content>\n` or `<what was asked> missing\n`. */
class BatchParser {
    #limit;
    #answer;
    #header = Buffer.alloc(0);
    #content = [];
    #remaining = 0;
    #type = '';
    #kept = true;
    constructor(limit, answer) {
        this.#limit = limit;
        this.#answer = answer;
    }
    push(chunk) {
        let rest = chunk;
        while (rest.length > 0)
            rest = this.#remaining > 0 ? this.#readContent(rest) : this.#readHeader(rest);
    }
    #readHeader(chunk) {
        const end = chunk.indexOf(10);
        if (end === -1) {
            this.#header = Buffer.concat([this.#header, chunk]);
            return chunk.subarray(chunk.length);
        }
        const header = Buffer.concat([this.#header, chunk.subarray(0, end)]).toString('latin1');
        this.#header = Buffer.alloc(0);
        const match = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(header);
        if (match) {
            const size = Number(match[2]);
            this.#type = match[1] ?? '';
            this.#kept = this.#type === 'blob' && size <= this.#limit;
            this.#remaining = size + 1;
        }
        else {
            this.#answer(undefined);
        }
        return chunk.subarray(end + 1);
    }
    #readContent(chunk) {
        const part = chunk.subarray(0, this.#remaining);
        this.#remaining -= part.length;
        if (this.#kept)
            this.#content.push(part);
        if (this.#remaining === 0) {
            const content = this.#content;
            this.#content = [];
            if (this.#type !== 'blob')
                this.#answer(undefined);
            else
                this.#answer(this.#kept ? Buffer.concat(content).subarray(0, -1) : 'too large');
        }
        return chunk.subarray(part.length);
    }
}

;// CONCATENATED MODULE: ./build/dist/git/commit.js


const fields = ['%H', '%P', '%aN', '%aE', '%at', '%cN', '%cE', '%ct', '%s', '%b'];
/**
 * One commit, names through .mailmap, text as UTF-8 whatever it was written in (bytes that are not text become U+FFFD).
 *
 * @param sha full object id, from `resolveRevision`
 */
async function readCommit(repository, sha) {
    const output = await (0,command/* gitOutput */.oM)([
        'log',
        '--no-walk',
        '--no-decorate',
        '--encoding=UTF-8',
        `--format=tformat:${fields.join('%x00')}`,
        objectId(sha),
        '--',
    ], { cwd: repository.root });
    const [id = '', parents = '', aN = '', aE = '', at = '', cN = '', cE = '', ct = '', subject = '', ...body] = output.split('\0');
    return {
        sha: id,
        parents: parents === '' ? [] : parents.split(' '),
        author: { name: aN, email: aE },
        committer: { name: cN, email: cE },
        authoredAt: Number(at) * 1000,
        committedAt: Number(ct) * 1000,
        subject,
        body: body.join('\0').trimEnd(),
    };
}

;// CONCATENATED MODULE: ./build/dist/git/patch.js

const defaultLimits = { fileLines: 20_000, fileBytes: 2 * 2 ** 20, totalBytes: 32 * 2 ** 20 };
/**
 * Reads `git diff-tree --raw --numstat --patch`, in that order in one stream, holding one line and the kept hunks.
 *
 * Names and counts come from --raw and --numstat. Of the patch only hunks are read, by the line counts of their
 * headers, so that no content can pass for a header; its files are matched by their order. (The parse-diff package
 * does neither: it leaves quoted names quoted, and needs the whole patch as one string.)
 */
class ChangeParser {
    #limits;
    #files = [];
    #clipped = [];
    #section = 'raw';
    #counted = 0;
    // The line that is being put together, cut at the limit of a file.
    #parts = [];
    #partBytes = 0;
    // The place in the patch.
    #next = 0;
    #secondHalf = false;
    #file;
    #skipping = false;
    #fileBytes = 0;
    #totalBytes = 0;
    #oldLeft = 0;
    #newLeft = 0;
    #oldLine = 0;
    #newLine = 0;
    #lines = [];
    constructor(limits) {
        this.#limits = limits;
    }
    /** True when nothing that follows would be kept. */
    get full() {
        return this.#section === 'patch' && this.#totalBytes > this.#limits.totalBytes;
    }
    get #tooLarge() {
        return `the whole change has more than ${this.#limits.totalBytes} bytes of hunks`;
    }
    push(chunk) {
        let start = 0;
        for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
            this.#keep(chunk.subarray(start, end));
            const line = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
            this.#parts = [];
            this.#partBytes = 0;
            this.#line(line);
            start = end + 1;
        }
        if (start < chunk.length)
            this.#keep(chunk.subarray(start));
    }
    end() {
        if (this.#counted !== this.#files.length) {
            throw new Error(`git counted lines of ${this.#counted} files, but named ${this.#files.length}`);
        }
        if (this.full)
            for (const file of this.#files.slice(this.#next))
                this.#clip(file, this.#tooLarge);
        return { files: this.#files, clipped: this.#clipped };
    }
    #keep(part) {
        const room = this.#limits.fileBytes + 1 - this.#partBytes;
        if (room <= 0)
            return;
        this.#parts.push(part.length > room ? part.subarray(0, room) : part);
        this.#partBytes += Math.min(part.length, room);
    }
    #line(line) {
        if (this.#section === 'patch')
            this.#patchLine(line);
        else if (line[0] === 0x3a)
            this.#files.push(fileFromRaw(line));
        else if (line.length === 0)
            this.#section = 'patch';
        else
            this.#count(line);
    }
    #count(line) {
        const file = this.#files[this.#counted++];
        const [insertions, deletions] = line.toString('latin1').split('\t', 2);
        if (file === undefined || insertions === undefined || deletions === undefined)
            return;
        file.binary = insertions === '-';
        file.insertions = file.binary ? 0 : Number(insertions);
        file.deletions = file.binary ? 0 : Number(deletions);
    }
    #patchLine(line) {
        if (this.#oldLeft > 0 || this.#newLeft > 0) {
            this.#hunkLine(line);
        }
        else if (line[0] === 0x40) {
            this.#openHunk(line.toString('latin1'));
        }
        else if (line.subarray(0, 11).toString('latin1') === 'diff --git ') {
            this.#openFile();
        }
    }
    #openFile() {
        // A file that becomes a link, or the other way round, is printed as a deletion and a creation.
        if (this.#file?.status === 'type-changed' && !this.#secondHalf) {
            this.#secondHalf = true;
            return;
        }
        this.#secondHalf = false;
        const file = this.#files[this.#next++];
        this.#file = file;
        this.#fileBytes = 0;
        this.#skipping = file === undefined || file.binary || file.submodule;
        if (file === undefined || this.#skipping)
            return;
        const lines = file.insertions + file.deletions;
        if (this.full) {
            this.#skipping = true;
            this.#clip(file, this.#tooLarge);
        }
        else if (lines > this.#limits.fileLines) {
            this.#skipping = true;
            this.#clip(file, `${lines} changed lines, more than ${this.#limits.fileLines}`);
        }
    }
    #openHunk(header) {
        const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header);
        if (!match)
            return;
        const [oldStart, oldLines, newStart, newLines] = match.slice(1).map((digits) => Number(digits ?? 1));
        this.#oldLine = oldStart ?? 0;
        this.#newLine = newStart ?? 0;
        this.#oldLeft = oldLines ?? 0;
        this.#newLeft = newLines ?? 0;
        if (this.#skipping)
            return;
        this.#lines = [];
        this.#file?.hunks.push({
            oldStart: this.#oldLine,
            oldLines: this.#oldLeft,
            newStart: this.#newLine,
            newLines: this.#newLeft,
            lines: this.#lines,
        });
    }
    #hunkLine(line) {
        const sign = line[0];
        if (sign === 0x5c)
            return; // "\ No newline at end of file"
        const type = sign === 0x2b ? 'added' : sign === 0x2d ? 'deleted' : 'context';
        const number = type === 'deleted' ? this.#oldLine : this.#newLine;
        if (type !== 'added') {
            this.#oldLeft--;
            this.#oldLine++;
        }
        if (type !== 'deleted') {
            this.#newLeft--;
            this.#newLine++;
        }
        if (this.#skipping || this.#file === undefined)
            return;
        this.#fileBytes += line.length;
        this.#totalBytes += line.length;
        if (this.#fileBytes > this.#limits.fileBytes) {
            this.#skipping = true;
            this.#clip(this.#file, `a patch of more than ${this.#limits.fileBytes} bytes`);
        }
        else if (this.full) {
            this.#skipping = true;
            this.#clip(this.#file, this.#tooLarge);
        }
        else {
            this.#lines.push({ type, line: number, text: line.toString('utf8', 1) });
        }
    }
    #clip(file, reason) {
        file.hunks = [];
        if (file.binary || file.submodule || file.insertions + file.deletions === 0)
            return;
        this.#clipped.push({ path: file.path, reason });
    }
}
const statuses = {
    A: 'added',
    M: 'modified',
    D: 'deleted',
    R: 'renamed',
    C: 'copied',
    T: 'type-changed',
};
/** `:100644 100644 <oid> <oid> R087\told name\tnew name` */
function fileFromRaw(line) {
    const tab = line.indexOf(9);
    const [oldMode = '', newMode = '', , , letters = ''] = line.toString('latin1', 1, tab).split(' ');
    const status = statuses[letters[0] ?? ''];
    if (status === undefined)
        throw new Error(`git reported a file of unknown status ${letters}`);
    const second = line.indexOf(9, tab + 1);
    const first = pathFromGit(line.subarray(tab + 1, second === -1 ? undefined : second));
    return {
        path: second === -1 ? first : pathFromGit(line.subarray(second + 1)),
        ...(second === -1 ? {} : { oldPath: first }),
        status,
        binary: false,
        submodule: oldMode === '160000' || newMode === '160000',
        oldMode: oldMode === '000000' ? undefined : oldMode,
        newMode: newMode === '000000' ? undefined : newMode,
        insertions: 0,
        deletions: 0,
        hunks: [],
    };
}

;// CONCATENATED MODULE: ./build/dist/git/change.js





/**
 * What changed from `base` to `head`, both full object ids. Without `base`: from the first parent, also for merges, or
 * from the empty tree for a root commit. Renames are those of `git diff -M`, line counts those of `--numstat`.
 *
 * @throws CannotRunError when the parent is not in a shallow clone: then what changed is unknown
 */
async function readChange(repository, range, options = {}) {
    const head = objectId(range.head);
    const base = range.base === undefined ? await firstParent(repository, head) : objectId(range.base);
    const parser = new ChangeParser({ ...defaultLimits, ...options.limits });
    const git = (0,command/* streamGit */.t1)([...diffTree, ...(base === undefined ? ['--root', head] : [base, head]), '--'], {
        cwd: repository.root,
        signal: options.signal,
    });
    for await (const chunk of git) {
        parser.push(chunk);
        if (parser.full)
            break;
    }
    return { base, head, ...parser.end() };
}
// diff-tree is plumbing: unlike `git diff` it ignores the person's own diff.* settings that change the output.
const diffTree = [
    'diff-tree',
    '-r',
    '--no-commit-id',
    '--raw',
    '--numstat',
    '--patch',
    '--full-index',
    '--find-renames',
    '-l1000',
    '--unified=3',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=none',
];
async function firstParent(repository, sha) {
    const { parents } = await readCommit(repository, sha);
    if (parents.length === 0 && (await shallowBoundary(repository)).has(sha)) {
        throw new errors/* CannotRunError */.F3(`the parent of ${sha.slice(0, 12)} is not in this shallow clone, so what it changed is unknown; ` +
            'fetch more history (git fetch --deepen=1, or fetch-depth: 2 for actions/checkout)');
    }
    return parents[0];
}

;// CONCATENATED MODULE: ./build/dist/git/uncommitted.js




/**
 * What the work tree has and HEAD has not, new files included but those that `leaveOut` names. Links, submodules, names that are not UTF-8 and files
 * over `maxBytes` are left out and named in `skipped`.
 */
async function readUncommitted(repository, options = {}) {
    const { maxBytes = 32 * 2 ** 20, leaveOut = () => false, signal } = options;
    const words = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'];
    const chunks = [];
    for await (const chunk of (0,command/* streamGit */.t1)(words, { cwd: repository.root, signal }))
        chunks.push(chunk);
    const files = [];
    const skipped = [];
    for (const entry of splitNul(Buffer.concat(chunks))) {
        const path = pathFromBytes(entry.subarray(3));
        if (entry.subarray(0, 2).toString() === '??' && leaveOut(path))
            continue;
        const state = path.startsWith('"') ? 'other' : await stateOf((0,external_node_path_.join)(repository.root, path), maxBytes);
        if (state === 'other')
            skipped.push(path);
        else
            files.push({ path, content: state === 'missing' ? null : await (0,promises_.readFile)((0,external_node_path_.join)(repository.root, path)) });
    }
    return { files, skipped };
}
function splitNul(bytes) {
    const parts = [];
    for (let start = 0, end = bytes.indexOf(0); end !== -1; start = end + 1, end = bytes.indexOf(0, start)) {
        parts.push(bytes.subarray(start, end));
    }
    return parts;
}
async function stateOf(path, maxBytes) {
    try {
        const found = await (0,promises_.lstat)(path);
        return found.isFile() && found.size <= maxBytes ? 'file' : 'other';
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return 'missing';
        return 'other';
    }
}

;// CONCATENATED MODULE: ./build/dist/git/ignored.js





/**
 * Files of the work tree that git ignores and `leaveOut` does not name: what installs and builds have written. An entry
 * of git's, a file or a whole folder, that would pass a limit is left out and named in `skipped`; links are no files.
 */
async function readIgnored(repository, { mostFiles, mostBytes, leaveOut, signal }) {
    const words = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'];
    const chunks = [];
    for await (const chunk of (0,command/* streamGit */.t1)(words, { cwd: repository.root, signal }))
        chunks.push(chunk);
    const files = [];
    const skipped = [];
    let bytes = 0;
    for (const entry of splitNul(Buffer.concat(chunks)).map(pathFromBytes)) {
        if (entry.startsWith('"') || leaveOut(entry))
            continue;
        const found = await filesIn(repository.root, entry, leaveOut, mostFiles - files.length);
        const size = found?.reduce((sum, file) => sum + file.size, 0) ?? 0;
        if (found === undefined || bytes + size > mostBytes) {
            skipped.push(entry);
            continue;
        }
        bytes += size;
        for (const { path } of found)
            files.push({ path, content: await (0,promises_.readFile)((0,external_node_path_.join)(repository.root, path)) });
    }
    return { files, skipped };
}
/** Ordinary files of an entry; undefined when there are more than `most`. */
async function filesIn(root, entry, leaveOut, most) {
    const found = [];
    const folders = entry.endsWith('/') ? [entry] : [];
    const add = async (path) => {
        const state = await (0,promises_.lstat)((0,external_node_path_.join)(root, path)).catch(() => undefined);
        if (state?.isFile() === true)
            found.push({ path, size: state.size });
    };
    if (folders.length === 0)
        await add(entry);
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        const inside = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true }).catch(() => []);
        for (const one of inside) {
            const path = `${folder}${one.name}${one.isDirectory() ? '/' : ''}`;
            if (leaveOut(path))
                continue;
            if (one.isDirectory())
                folders.push(path);
            else if (one.isFile())
                await add(path);
            if (found.length > most)
                return undefined;
        }
    }
    return found.length > most ? undefined : found;
}

;// CONCATENATED MODULE: ./build/dist/base/log.js
const silentLog = {
    debug() { },
    info() { },
    warn() { },
    error() { },
    progress: () => ({ update() { }, end() { } }),
};

;// CONCATENATED MODULE: ./build/dist/git/metrics/branches.js

const DAY = 86_400_000;
/** Local and remote branches; the symbolic `HEAD` of a remote is not a branch. `now` in milliseconds. */
async function countBranches(repository, now) {
    const at = { cwd: repository.root };
    const remotes = [];
    for await (const name of (0,command/* streamLines */.Mn)(['remote'], at))
        remotes.push(name);
    // A remote's name may itself contain a slash: the longest one that fits is it.
    remotes.sort((a, b) => b.length - a.length);
    const format = '--format=%(refname)%00%(symref)%00%(committerdate:unix)';
    const newest = new Map();
    let local = 0;
    let remote = 0;
    for await (const line of (0,command/* streamLines */.Mn)(['for-each-ref', format, 'refs/heads', 'refs/remotes'], at)) {
        const [ref = '', symref, date] = line.split('\0');
        if (ref === '' || symref !== '')
            continue;
        let name = ref.slice('refs/heads/'.length);
        if (ref.startsWith('refs/heads/')) {
            local++;
        }
        else {
            remote++;
            const path = ref.slice('refs/remotes/'.length);
            const owner = remotes.find((candidate) => path.startsWith(`${candidate}/`)) ?? path.split('/')[0] ?? '';
            name = path.slice(owner.length + 1);
        }
        newest.set(name, Math.max(newest.get(name) ?? 0, Number(date) * 1000));
    }
    const ages = [...newest.values()].map((date) => now - date);
    return {
        total: newest.size,
        local,
        remote,
        active: ages.filter((age) => age <= 30 * DAY).length,
        stale: ages.filter((age) => age > 90 * DAY).length,
    };
}
/** Entries of HEAD's reflog in the period that moved it from one branch or commit to another; null without a reflog. */
async function countBranchSwitches(repository, limits) {
    const at = { cwd: repository.root };
    if ((await (0,command/* runGit */.EO)(['reflog', 'exists', 'HEAD'], at)).status !== 0)
        return null;
    let entries = 0;
    let switches = 0;
    const args = [
        'log',
        '--walk-reflogs',
        '--date=unix',
        '--no-mailmap',
        '--no-show-signature',
        '--format=%gd%x00%gs',
        'HEAD',
        '--',
    ];
    for await (const line of (0,command/* streamLines */.Mn)(args, at)) {
        entries++;
        const match = /@\{(\d+)\}\0checkout: moving from /.exec(line);
        const time = Number(match?.[1]) * 1000;
        if (match && time >= (limits.since ?? 0) && time < (limits.until ?? Number.POSITIVE_INFINITY))
            switches++;
    }
    return entries === 0 ? null : switches;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/dist/git/metrics/period.js


/**
 * Reads the limits of a period. A day without a time is that whole day, in UTC. Free text never reaches git, whose
 * own reading of dates takes a plain day for that day at the present time of day.
 *
 * @throws UsageError when a date is not ISO 8601, is not in the calendar, or the period is empty
 */
function parsePeriod(period) {
    const since = period.since === undefined ? undefined : instant('since', period.since).start;
    const until = period.until === undefined ? undefined : instant('until', period.until).end;
    if (since !== undefined && until !== undefined && since >= until) {
        throw new errors/* UsageError */.eb(`since "${period.since}" is not before until "${period.until}"`);
    }
    return { since, until };
}
/** Limits as options of git, whose dates are whole seconds. */
function limitOptions({ since, until }) {
    return [
        ...(since === undefined ? [] : [`--since=@${Math.ceil(since / 1000)}`]),
        ...(until === undefined ? [] : [`--until=@${Math.ceil(until / 1000) - 1}`]),
    ];
}
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
function instant(option, text) {
    const wrong = new errors/* UsageError */.eb(`${option} "${(0,printable/* printable */.g)(text, 100)}" is not a date: write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, not before 1970`);
    const match = iso.exec(text);
    if (!match)
        throw wrong;
    const [, year = '', month = '', day = '', hour, minute = '', second = '00', zone = 'Z'] = match;
    const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
    const inCalendar = new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}`);
    if (!inCalendar || midnight < 0)
        throw wrong;
    if (hour === undefined)
        return { start: midnight, end: midnight + 86_400_000 };
    const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
    const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
    if (Number.isNaN(at))
        throw wrong;
    // The end of a period is inside it, to the second, as with git's own --until.
    return { start: at, end: at + 1000 };
}

;// CONCATENATED MODULE: ./build/dist/git/metrics/conflicts.js





/**
 * Merges the newest two-parent merge commits again and counts those that conflict: somebody had to resolve them.
 *
 * Done by `git log --remerge-diff` (git 2.35), in a temporary git directory that only borrows the objects: merging
 * would otherwise run the merge drivers that the repository's configuration names, and write into its object store.
 *
 * @returns `conflicted: null` with a reason where it cannot be known
 */
async function countConflicts(repository, head, limits, options) {
    if (repository.shallow) {
        return { checked: 0, conflicted: null, reason: 'conflicts are unknown: a shallow clone lacks what was merged' };
    }
    const at = { cwd: repository.root, signal: options.signal };
    const two = ['--min-parents=2', '--max-parents=2'];
    const merges = await (0,command/* gitOutput */.oM)(['rev-list', ...two, `--max-count=${options.maxMerges}`, ...limitOptions(limits), head, '--'], at);
    const checked = merges.split('\n').length - 1;
    if (checked === 0)
        return { checked: 0, conflicted: 0 };
    const objects = (await (0,command/* gitOutput */.oM)(['rev-parse', '--git-path', 'objects'], at)).replace(/\n$/, '');
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'hone-remerge-'));
    try {
        const format = head.length === 64 ? 'sha256' : 'sha1';
        await (0,command/* gitOutput */.oM)(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, scratch], at);
        return await remerge(merges, checked, {
            cwd: scratch,
            signal: options.signal,
            env: {
                GIT_DIR: scratch,
                GIT_ATTR_NOSYSTEM: '1',
                GIT_ALTERNATE_OBJECT_DIRECTORIES: quotePathList((0,external_node_path_.resolve)(repository.root, objects)),
            },
        });
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
}
async function remerge(merges, checked, at) {
    const log = ['-c', 'core.attributesFile=/dev/null', 'log', '--remerge-diff', '--no-ext-diff', '--no-textconv'];
    const probe = await (0,command/* runGit */.EO)([...log, '--max-count=0'], at);
    if (probe.status === 128 && /unrecognized argument/.test(probe.stderr)) {
        return { checked: 0, conflicted: null, reason: 'conflicts are unknown: they need git 2.35 or later' };
    }
    // With this filter only conflicts are printed, as header lines; no content that could look like one.
    const args = [...log, '--no-walk=unsorted', '--stdin', '--diff-filter=U', '--format=%x00'];
    let conflicted = 0;
    let rest = Buffer.alloc(0);
    const count = (commit) => {
        if (commit.includes('\nremerge CONFLICT'))
            conflicted++;
    };
    for await (const chunk of (0,command/* streamGit */.t1)(args, { ...at, input: merges })) {
        let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0)) {
            count(bytes.subarray(0, end));
            bytes = bytes.subarray(end + 1);
        }
        rest = bytes;
    }
    count(rest);
    return { checked, conflicted };
}
/** The variable is a list with colons; git reads an entry in double quotes the way C does. */
function quotePathList(path) {
    return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

;// CONCATENATED MODULE: ./build/dist/git/metrics/dora.js


const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
/** Lead times are of the newest deployments only: each is a walk of its own. */
const walkedDeployments = 20;
/**
 * The four keys of DORA (Forsgren, Humble, Kim: Accelerate, 2018), as far as they can be known.
 *
 * @param deployments what the caller knows of; without any, release tags that HEAD contains are the deployments
 */
async function measureDelivery(repository, head, limits, now, deployments = []) {
    const known = deployments.length > 0;
    const all = known
        ? [...deployments].sort((a, b) => a.at - b.at)
        : head === undefined
            ? []
            : await releases(repository, head);
    const inPeriod = all.filter(({ at }) => at >= (limits.since ?? 0) && at < (limits.until ?? Number.POSITIVE_INFINITY));
    const first = all.length > 0 ? inPeriod[0] : undefined;
    if (all.length === 0) {
        return {
            source: 'none',
            deployments: null,
            perWeek: null,
            leadTimeHours: null,
            changeFailureRate: null,
            timeToRestoreHours: null,
        };
    }
    const end = Math.min(limits.until ?? now, now);
    const weeks = first === undefined ? 1 : Math.max(1, (end - first.at) / WEEK);
    return {
        source: known ? 'deployments' : 'tags',
        deployments: inPeriod.length,
        perWeek: round(inPeriod.length / weeks),
        leadTimeHours: await leadTime(repository, all, new Set(inPeriod.slice(-walkedDeployments))),
        changeFailureRate: known && inPeriod.length > 0 ? round(inPeriod.filter((d) => !d.succeeded).length / inPeriod.length) : null,
        timeToRestoreHours: known ? timeToRestore(inPeriod) : null,
    };
}
/** `v1.2.3`, `1.2`, `name@1.2.3`, `name-v1.2.3`; a pre-release is not a release. */
function isReleaseTag(tag) {
    return /^(?:.*[@/_-])?v?\d+\.\d+(?:\.\d+)*(?:\+[0-9A-Za-z.-]+)?$/i.test(tag);
}
/** Commits with a release tag, oldest release first. Several tags on one commit are one release, at the first tag. */
async function releases(repository, head) {
    const fields = ['%(refname:strip=2)', '%(objecttype)', '%(objectname)', '%(*objecttype)', '%(*objectname)'];
    const format = [...fields, '%(creatordate:unix)'].join('%00');
    const args = ['for-each-ref', `--format=${format}`, `--merged=${objectId(head)}`, 'refs/tags'];
    const bySha = new Map();
    for await (const line of (0,command/* streamLines */.Mn)(args, { cwd: repository.root })) {
        const [tag = '', type, oid = '', peeledType, peeled = '', date] = line.split('\0');
        if (!isReleaseTag(tag))
            continue;
        const sha = type === 'commit' ? oid : peeledType === 'commit' ? peeled : undefined;
        const at = Number(date) * 1000;
        if (sha === undefined || !(at > 0))
            continue;
        if (at < (bySha.get(sha)?.at ?? Number.POSITIVE_INFINITY))
            bySha.set(sha, { sha, at, succeeded: true });
    }
    return [...bySha.values()].sort((a, b) => a.at - b.at);
}
/** The very first deployment has no predecessor, so what was new in it is not known. */
async function leadTime(repository, all, measured) {
    const hours = [];
    for (const [i, deployment] of all.entries()) {
        if (i === 0 || !measured.has(deployment))
            continue;
        const earlier = all.slice(0, i).map(({ sha }) => `^${objectId(sha)}\n`);
        const input = `${objectId(deployment.sha)}\n${earlier.join('')}`;
        const args = ['log', '--no-merges', '--no-mailmap', '--no-show-signature', '--format=%at', '--stdin'];
        for await (const line of (0,command/* streamLines */.Mn)(args, { cwd: repository.root, input })) {
            hours.push(Math.max(0, (deployment.at - Number(line) * 1000) / HOUR));
        }
    }
    return median(hours);
}
function timeToRestore(deployments) {
    const hours = [];
    let failedAt;
    for (const { at, succeeded } of deployments) {
        if (!succeeded)
            failedAt ??= at;
        else if (failedAt !== undefined) {
            hours.push((at - failedAt) / HOUR);
            failedAt = undefined;
        }
    }
    return median(hours);
}
function median(values) {
    if (values.length === 0)
        return null;
    values.sort((a, b) => a - b);
    const middle = values.length >> 1;
    const upper = values[middle] ?? 0;
    return round(values.length % 2 === 1 ? upper : (upper + (values[middle - 1] ?? 0)) / 2);
}
function round(value) {
    return Math.round(value * 1000) / 1000;
}

;// CONCATENATED MODULE: ./build/dist/git/metrics/history.js

/** Arguments for `git log` that {@link HistoryParser} reads. A commit is told from a file by its first byte. */
const historyFormat = [
    '-z',
    '--date=raw',
    '--encoding=UTF-8',
    '--format=tformat:%x01%P%x00%ad%x00%aN%x00%aE%x00%B',
    '--no-show-signature',
    '--no-ext-diff',
    '--no-textconv',
];
const NUL = 0;
const TAB = 9;
const LF = 10;
const MARK = 1;
const DASH = 45;
const fieldsOfCommit = 5;
/**
 * Reads the output of `git log -z --numstat` field by field, straight from git's buffers: a field that two chunks
 * share is the only thing that is ever copied.
 */
class HistoryParser {
    #visitor;
    #commit = { merge: false, at: 0, offset: 0, name: '', email: '', header: '' };
    #rest = [];
    #field = fieldsOfCommit;
    /** Names that still follow a file's counts; git gives two for a rename, of which the second counts. */
    #names = 0;
    #insertions = 0;
    #deletions = 0;
    constructor(visitor) {
        this.#visitor = visitor;
    }
    push(chunk) {
        let start = 0;
        let end = chunk.indexOf(NUL);
        if (end !== -1 && this.#rest.length > 0) {
            const field = Buffer.concat([...this.#rest, chunk.subarray(0, end)]);
            this.#rest = [];
            this.#read(field, 0, field.length);
            start = end + 1;
            end = chunk.indexOf(NUL, start);
        }
        while (end !== -1) {
            this.#read(chunk, start, end);
            start = end + 1;
            end = chunk.indexOf(NUL, start);
        }
        if (start < chunk.length)
            this.#rest.push(chunk.subarray(start));
    }
    #read(bytes, start, end) {
        if (this.#names > 0) {
            if (--this.#names === 0)
                this.#file(bytes, start, end);
        }
        else if (this.#field < fieldsOfCommit) {
            this.#readCommit(bytes, start, end);
        }
        else if (bytes[start] === MARK) {
            this.#field = 0;
            this.#readCommit(bytes, start + 1, end);
        }
        else {
            this.#readCounts(bytes, start, end);
        }
    }
    #readCommit(bytes, start, end) {
        const commit = this.#commit;
        switch (this.#field++) {
            case 0: {
                const space = bytes.indexOf(32, start);
                commit.merge = space !== -1 && space < end;
                break;
            }
            case 1: {
                const [at = '', zone = ''] = bytes.toString('latin1', start, end).split(' ');
                commit.at = Number(at) || 0;
                const digits = Number(zone.slice(1)) || 0;
                commit.offset = (zone[0] === '-' ? -1 : 1) * (Math.floor(digits / 100) * 60 + (digits % 100));
                break;
            }
            case 2:
                commit.name = bytes.toString('utf8', start, end);
                break;
            case 3:
                commit.email = bytes.toString('utf8', start, end);
                break;
            case 4: {
                let from = start;
                while (from < end && bytes[from] === LF)
                    from++;
                const newline = bytes.indexOf(LF, from);
                const to = newline === -1 || newline > end ? end : newline;
                // Headers of more than a kilobyte are no headers, and only memory is to be had from them.
                commit.header = bytes.toString('utf8', from, Math.min(to, from + 1024));
                this.#visitor.commit(commit);
            }
        }
    }
    /** `12\t3\tname`, or `12\t3\t` and then two names, or `-\t-\tname` of a binary file; maybe after a line feed. */
    #readCounts(bytes, start, end) {
        let at = bytes[start] === LF ? start + 1 : start;
        if (at >= end)
            return;
        let count = 0;
        for (; bytes[at] !== TAB; at++)
            count = bytes[at] === DASH ? 0 : count * 10 + (bytes[at] ?? 48) - 48;
        this.#insertions = count;
        count = 0;
        for (at++; bytes[at] !== TAB; at++)
            count = bytes[at] === DASH ? 0 : count * 10 + (bytes[at] ?? 48) - 48;
        this.#deletions = count;
        at++;
        if (at === end)
            this.#names = 2;
        else
            this.#file(bytes, at, end);
    }
    #file(bytes, start, end) {
        this.#visitor.file(pathFromBytes(bytes.subarray(start, end)), this.#insertions, this.#deletions);
    }
}

;// CONCATENATED MODULE: ./build/dist/git/metrics/conventional.js
/**
 * A header of Conventional Commits 1.0: a type, an optional scope, an optional `!`, a colon, a space, a description.
 * The specification leaves the set of types open.
 */
const conventionalHeader = /^(\w+)(?:\(([^()\r\n]+)\))?!?: (.*\S.*)$/;
/**
 * The lower-cased type of a commit message's header, or undefined where the header is not conventional.
 *
 * The verdict is that of the conventional-commits-parser package with {@link conventionalHeader} as its pattern (a
 * property test holds them equal). The package itself is not run on histories: it takes 14 µs a header, and its search
 * for references does not return in a minute on a hostile header of 20 kB.
 */
function conventionalType(header) {
    return conventionalHeader.exec(header)?.[1]?.toLowerCase();
}

;// CONCATENATED MODULE: ./build/dist/git/metrics/tally.js

const tally_DAY = 86_400;
const topFiles = 20;
/** Counts a history as it goes by. Its memory grows with different authors, days and paths, not with commits. */
class Tally {
    total = 0;
    merges = 0;
    /** Author dates in seconds since the epoch. */
    first;
    last;
    #byHour = new Array(24).fill(0);
    #byWeekday = new Array(7).fill(0);
    #byDay = new Map();
    #authors = new Map();
    #types = new Map();
    #files = new Map();
    #compliant = 0;
    #filesChanged = 0;
    #insertions = 0;
    #deletions = 0;
    commit(commit) {
        this.total++;
        if (this.first === undefined || commit.at < this.first)
            this.first = commit.at;
        if (this.last === undefined || commit.at > this.last)
            this.last = commit.at;
        const local = commit.at + commit.offset * 60;
        const day = Math.floor(local / tally_DAY);
        const hour = Math.floor((local - day * tally_DAY) / 3600);
        const weekday = (((day + 4) % 7) + 7) % 7;
        this.#byHour[hour] = (this.#byHour[hour] ?? 0) + 1;
        this.#byWeekday[weekday] = (this.#byWeekday[weekday] ?? 0) + 1;
        add(this.#byDay, day);
        const emails = this.#authors.get(commit.name) ?? new Map();
        this.#authors.set(commit.name, emails);
        add(emails, commit.email);
        if (commit.merge) {
            this.merges++;
            return;
        }
        const type = conventionalType(commit.header);
        if (type === undefined)
            return;
        this.#compliant++;
        add(this.#types, type);
    }
    file(path, insertions, deletions) {
        this.#filesChanged++;
        this.#insertions += insertions;
        this.#deletions += deletions;
        const file = this.#files.get(path);
        if (file) {
            file.commits++;
            file.insertions += insertions;
            file.deletions += deletions;
        }
        else {
            this.#files.set(path, { commits: 1, insertions, deletions });
        }
    }
    /** @param end last moment of the period, milliseconds since the epoch */
    commits(end) {
        const span = (this.last ?? 0) - (this.first ?? 0);
        const per = (unit) => tally_round(this.total / Math.max(1, span / unit));
        return {
            total: this.total,
            merges: this.merges,
            perHour: per(3600),
            perDay: per(tally_DAY),
            perWeek: per(7 * tally_DAY),
            byHour: this.#byHour,
            byWeekday: this.#byWeekday,
            ...this.#series(end),
        };
    }
    authors() {
        const authors = [...this.#authors].map(([name, counts]) => {
            const emails = byCount(counts).map(([email, commits]) => ({ email, commits }));
            const commits = emails.reduce((sum, entry) => sum + entry.commits, 0);
            return { name, email: emails[0]?.email ?? '', commits, emails };
        });
        return authors.sort((a, b) => b.commits - a.commits || compare(a.name, b.name));
    }
    churn() {
        const lines = (file) => file.insertions + file.deletions;
        const top = [...this.#files]
            .map(([path, counts]) => ({ path, ...counts }))
            .sort((a, b) => lines(b) - lines(a) || b.commits - a.commits || compare(a.path, b.path));
        return {
            filesChanged: this.#filesChanged,
            files: this.#files.size,
            insertions: this.#insertions,
            deletions: this.#deletions,
            top: top.slice(0, topFiles),
        };
    }
    conventional() {
        return {
            compliant: this.#compliant,
            total: this.total - this.merges,
            byType: Object.fromEntries(byCount(this.#types)),
        };
    }
    #series(end) {
        const endDay = Math.floor(end / 1000 / tally_DAY);
        // East of Greenwich it may be tomorrow already.
        const lastDay = this.#byDay.has(endDay + 1) ? endDay + 1 : endDay;
        let newest;
        for (const day of this.#byDay.keys())
            if (day <= lastDay && day > (newest ?? Number.NEGATIVE_INFINITY))
                newest = day;
        return {
            daily: this.#window(newest, lastDay, (day) => day - 29, 30, 1),
            weekly: this.#window(newest, lastDay, (day) => mondayOf(day) - 51 * 7, 52, 7),
        };
    }
    #window(newest, lastDay, firstDay, length, days) {
        const idle = newest !== undefined && newest < firstDay(lastDay);
        const from = firstDay(idle ? newest : lastDay);
        const counts = Array.from({ length }, (_, i) => {
            let count = 0;
            for (let day = 0; day < days; day++)
                count += this.#byDay.get(from + i * days + day) ?? 0;
            return count;
        });
        return { from: dateOf(from), counts, idle };
    }
}
function mondayOf(day) {
    return day - ((((day + 3) % 7) + 7) % 7);
}
function add(counts, key) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
}
function byCount(counts) {
    return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function dateOf(day) {
    return new Date(day * tally_DAY * 1000).toISOString().slice(0, 10);
}
function tally_round(value) {
    return Math.round(value * 1000) / 1000;
}

;// CONCATENATED MODULE: ./build/dist/git/metrics/collect.js









/**
 * Metrics of everything that HEAD reaches, each defined in docs/metrics.md with the git command that gives the same.
 * One `git log --numstat` is read as a stream while the smaller questions run beside it.
 *
 * @throws UsageError for a wrong period; CannotRunError when git cannot read the repository
 */
async function collectMetrics(repository, options) {
    const limits = parsePeriod(options);
    const end = Math.min((limits.until ?? Number.POSITIVE_INFINITY) - 1, options.now);
    const { head } = repository;
    const stop = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
    const notes = [];
    if (repository.shallow)
        notes.push('the clone is shallow: everything counts only the commits that are here');
    if (head === undefined)
        notes.push('there are no commits yet');
    try {
        const [history, branches, switches, conflicts, dora] = await Promise.all([
            readHistory(repository, head, limits, options, signal),
            countBranches(repository, options.now),
            switchesOrReason(repository, limits, notes),
            head === undefined
                ? { checked: 0, conflicted: 0 }
                : conflictsOrReason(repository, head, limits, { maxMerges: options.maxMerges ?? 500, signal }),
            measureDelivery(repository, head, limits, options.now, options.deployments),
        ]);
        const { tally } = history;
        if (!history.mailmap)
            notes.push('authors are as their commits name them: the content of .mailmap is missing');
        if (history.missing !== undefined)
            notes.push(`churn is unknown: ${history.missing}`);
        if ('reason' in conflicts && conflicts.reason)
            notes.push(conflicts.reason);
        else if (conflicts.checked < tally.merges) {
            notes.push(`conflicts were looked for in ${conflicts.checked} of ${tally.merges} merges: the newest of two parents`);
        }
        const iso = (ms) => (ms === undefined ? null : new Date(ms).toISOString());
        const seconds = (s) => iso(s === undefined ? undefined : s * 1000);
        return {
            repository: repository.name,
            head: head ?? null,
            period: {
                since: iso(limits.since),
                until: iso(limits.until),
                first: seconds(tally.first),
                last: seconds(tally.last),
            },
            commits: tally.commits(end),
            authors: tally.authors(),
            churn: history.missing === undefined ? tally.churn() : null,
            branches,
            branchSwitches: switches,
            conflicts: { merges: tally.merges, checked: conflicts.checked, conflicted: conflicts.conflicted },
            conventional: tally.conventional(),
            dora,
            notes,
        };
    }
    finally {
        stop.abort();
    }
}
/** Everything but churn needs no file contents, which a partial clone or a damaged repository may lack. */
async function readHistory(repository, head, limits, options, signal) {
    if (head === undefined)
        return { tally: new Tally(), mailmap: true };
    const read = (...changed) => readLog(repository, [...logArguments(...changed), ...limitOptions(limits), head, '--'], options, signal);
    try {
        return { tally: await read({}), mailmap: true };
    }
    catch (error) {
        if (!(error instanceof errors/* CannotRunError */.F3))
            throw error;
        const missing = (await isPartialClone(repository)) ? 'this partial clone lacks file contents' : error.message;
        try {
            return { tally: await read({ numstat: false }), missing, mailmap: true };
        }
        catch (again) {
            // Of a bare repository git reads .mailmap from HEAD, so its content may be missing too.
            if (!(again instanceof errors/* CannotRunError */.F3) || !repository.bare)
                throw again;
            return { tally: await read({ numstat: false, mailmap: false }), missing, mailmap: false };
        }
    }
}
function logArguments({ numstat = true, mailmap = true }) {
    return [...(mailmap ? [] : ['-c', 'mailmap.blob=']), 'log', ...(numstat ? ['--numstat'] : []), ...historyFormat];
}
async function readLog(repository, args, options, signal) {
    const tally = new Tally();
    const parser = new HistoryParser(tally);
    const progress = (options.log ?? silentLog).progress('Reading history');
    try {
        for await (const chunk of (0,command/* streamGit */.t1)(args, { cwd: repository.root, signal })) {
            parser.push(chunk);
            progress.update(tally.total, undefined, 'commits');
        }
        return tally;
    }
    finally {
        progress.end(`${tally.total} commits`);
    }
}
/** Git fetches missing contents when asked for them; Hone forbids that, so they stay missing. */
async function isPartialClone(repository) {
    const keys = '^(extensions\\.partialclone|remote\\..*\\.promisor)$';
    return (await (0,command/* runGit */.EO)(['config', '--name-only', '--get-regexp', keys], { cwd: repository.root })).status === 0;
}
async function switchesOrReason(repository, limits, notes) {
    try {
        const switches = await countBranchSwitches(repository, limits);
        if (switches === null)
            notes.push('branch switches are unknown: HEAD has no reflog here');
        return switches;
    }
    catch (error) {
        notes.push(`branch switches are unknown: ${(0,errors/* messageOf */.bD)(error)}`);
        return null;
    }
}
async function conflictsOrReason(repository, head, limits, options) {
    try {
        return await countConflicts(repository, head, limits, options);
    }
    catch (error) {
        if (!(error instanceof errors/* CannotRunError */.F3))
            throw error;
        return { checked: 0, conflicted: null, reason: `conflicts are unknown: ${error.message}` };
    }
}

;// CONCATENATED MODULE: ./build/dist/git/patch-between.js





/** Unified patch as `git apply` reads it, made by git itself; empty when nothing changes. */
async function patchBetween(changes) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'hone-patch-'));
    try {
        let patch = '';
        for (const { path, before, after } of [...changes].sort((a, b) => (a.path < b.path ? -1 : 1))) {
            if (before === after)
                continue;
            if ((0,external_node_path_.isAbsolute)(path) || (0,external_node_path_.normalize)(path).startsWith('..'))
                throw new errors/* CannotRunError */.F3(`${path} is outside`);
            for (const [side, text] of [
                ['a', before],
                ['b', after],
            ]) {
                const file = (0,external_node_path_.join)(folder, side, path);
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
                await (0,promises_.writeFile)(file, text);
            }
            const words = [
                'diff',
                '--no-index',
                '--no-prefix',
                '--no-color',
                '--no-ext-diff',
                '--',
                `a/${path}`,
                `b/${path}`,
            ];
            const { status, stdout, stderr } = await (0,command/* runGit */.EO)(words, { cwd: folder });
            if (status > 1)
                throw new errors/* CannotRunError */.F3(`git diff failed: ${(0,command/* complaint */.U4)(stderr)}`);
            patch += stdout;
        }
        return patch;
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/dist/git/index.js











/***/ })

};
