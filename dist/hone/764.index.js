export const id = 764;
export const ids = [764];
export const modules = {

/***/ 33849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ availableAnalysts),
/* harmony export */   z: () => (/* binding */ loadAnalyst)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20000);

// Loaded one at a time: each analyst has its own thread and pays for its own code only.
const loaders = {
    'code-critic': async () => (await Promise.all(/* import() */[__webpack_require__.e(878), __webpack_require__.e(312), __webpack_require__.e(213)]).then(__webpack_require__.bind(__webpack_require__, 55213))).codeCritic,
    'impact-analyst': async () => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(878), __webpack_require__.e(312), __webpack_require__.e(6)]).then(__webpack_require__.bind(__webpack_require__, 41006))).impactAnalyst,
};
const availableAnalysts = _report_js__WEBPACK_IMPORTED_MODULE_0__/* .analystNames */ .Do.filter((name) => loaders[name]);
async function loadAnalyst(name) {
    const load = loaders[name];
    if (!load)
        throw new Error(`there is no analyst "${name}"`);
    return load();
}


/***/ }),

/***/ 33764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveAnalyst: () => (/* binding */ serveAnalyst)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81156);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33849);



/**
 * The inside of an analyst's thread: loads the analyst named in `workerData`, takes one input, gives one answer.
 *
 * @throws Error outside a worker thread
 */
async function serveAnalyst() {
    const port = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort;
    if (!port)
        throw new Error('serveAnalyst() runs in a worker thread only');
    const { name } = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData;
    const input = new Promise((resolve) => port.once('message', resolve));
    const analyst = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .loadAnalyst */ .z)(name);
    port.postMessage(await answer(() => input.then((data) => analyst.analyse(data))));
}
async function answer(work) {
    try {
        return { result: await work() };
    }
    catch (thrown) {
        return { error: thrown instanceof Error && thrown.stack ? thrown.stack : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown) };
    }
}


/***/ }),

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


/***/ })

};
