export const id = 299;
export const ids = [299];
export const modules = {

/***/ 81156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ CannotRunError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/** The user's mistake: wrong option, input, revision or config. Shown without a stack; exit status 2. */
class UsageError extends Error {
    name = 'UsageError';
}
/** Nobody's mistake here: the disk is full, git is missing, the network is down. Shown without a stack; exit status 3. */
class CannotRunError extends Error {
    name = 'CannotRunError';
}
/** One sentence of any thrown value, Errors or not. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message || thrown.name;
    try {
        return String(thrown);
    }
    catch {
        return 'a value that cannot be shown was thrown';
    }
}


/***/ }),

/***/ 32611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Equal to package.json's, which a bundle does not carry; a test holds the two together. */
const version = '0.1.0';


/***/ }),

/***/ 36025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ exitStatus)
/* harmony export */ });
/** What a shell learns from `hone`. */
const exitStatus = {
    done: 0,
    /** It ran, and what it found is not as it should be: `--fail-on`, a store that is not whole. */
    negativeVerdict: 1,
    /** Wrong option, argument, revision or configuration. */
    wrongUse: 2,
    /** The machine did not allow it, or hone has a defect. */
    cannotRun: 3,
};


/***/ }),

/***/ 69299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81156);
/* harmony import */ var _base_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32611);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36025);



/**
 * Runs one `hone` command.
 *
 * @param argv what follows `hone` on the command line
 * @returns the exit status
 */
async function main(argv) {
    const { stdin, stdout, stderr, env } = process;
    const interruption = new AbortController();
    let outputError;
    // A reader that went away (`hone metrics | head -1`) is no reason to stop: what is to be recorded still is.
    stdout.on('error', (error) => {
        if (error.code !== 'EPIPE')
            outputError ??= new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CannotRunError */ .F3(`the result could not be written: ${error.message}`);
    });
    stderr.on('error', () => { });
    for (const [signal, number] of [
        ['SIGINT', 2],
        ['SIGTERM', 15],
    ]) {
        process.once(signal, () => {
            interruption.abort();
            stderr.write('\nhone: interrupted\n');
            process.exit(128 + number);
        });
    }
    try {
        let status = _exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .exitStatus */ .$.done;
        if (argv.length === 1 && argv[0] === '--version') {
            // Asked by scripts and installers, so it loads nothing: the parser below alone takes a quarter of the start.
            stdout.write(`${_base_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r}\n`);
        }
        else {
            const { runProgram } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(485)]).then(__webpack_require__.bind(__webpack_require__, 1485));
            const cwd = startFolder(env, process.cwd());
            status = await runProgram(argv, { stdin, stdout, stderr, env, cwd, interruption: interruption.signal });
        }
        await flushed(stdout);
        if (outputError)
            throw outputError;
        return status;
    }
    catch (thrown) {
        // Whoever wrote may have noticed too; why it could not is told once.
        const { status, message } = explain(outputError ?? thrown);
        if (message !== undefined)
            stderr.write(`hone: ${message}\n`);
        return status;
    }
}
/**
 * The folder that paths on the command line start from. `npm start -- DIR` runs in the package's own folder; npm
 * leaves the folder where the user stands in INIT_CWD.
 */
function startFolder(env, cwd) {
    return env.npm_lifecycle_event === 'start' && env.INIT_CWD ? env.INIT_CWD : cwd;
}
function flushed(stream) {
    return new Promise((resolve) => stream.write('', () => resolve()));
}
function explain(thrown) {
    if (thrown instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb)
        return { status: _exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .exitStatus */ .$.wrongUse, message: thrown.message };
    if (thrown instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CannotRunError */ .F3)
        return { status: _exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .exitStatus */ .$.cannotRun, message: thrown.message };
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown);
    return { status: _exit_status_js__WEBPACK_IMPORTED_MODULE_0__/* .exitStatus */ .$.cannotRun, message: `this is a defect of hone, please report it\n${stack}` };
}


/***/ })

};
