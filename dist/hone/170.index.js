export const id = 170;
export const ids = [170];
export const modules = {

/***/ 18170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ best_of_n_fix_start)
});

// EXTERNAL MODULE: ./build/dist/actions/start.js + 6 modules
var start = __webpack_require__(18589);
// EXTERNAL MODULE: ./build/dist/actions/inputs.js
var inputs = __webpack_require__(30484);
;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/inputs.js

/** Machines that one repair may be split over. */
const mostRunners = 64;
const share = {
    default: '',
    secret: false,
    allowed: `number and count such as 1/3, at most ${mostRunners}`,
    parse(value) {
        const [, number, count] = /^([1-9]\d?)\/([1-9]\d?)$/.exec(value)?.map(Number) ?? [];
        if (number === undefined || count === undefined || number > count || count > mostRunners)
            return undefined;
        return { index: number - 1, count };
    },
};
const percentage = {
    default: '',
    secret: false,
    allowed: 'a number from 0 to 100',
    parse: (value) => (/^\d{1,3}(\.\d{1,3})?$/.test(value) && Number(value) <= 100 ? Number(value) / 100 : undefined),
};
function named(initial, allowed, pattern) {
    return { default: initial, secret: false, allowed, parse: (value) => (pattern.test(value) ? value : undefined) };
}
const labels = {
    default: '',
    secret: false,
    allowed: 'names of labels, separated by commas, of at most 50 characters each',
    parse(value) {
        const names = [...new Set(value.split(',').map((name) => name.trim()))].filter((name) => name !== '');
        return names.every((name) => name.length <= 50 && !/\p{Cc}/u.test(name)) ? names : undefined;
    },
};
const branch = {
    default: '',
    secret: false,
    allowed: 'the name of a branch',
    parse: (value) => /^(?![-/.])[^\s\p{Cc}~^:?*[\\]{1,200}$/u.test(value) && !/\.\.|\/\/|@\{/.test(value) ? value : undefined,
};
const inputs_inputs = {
    phase: (0,inputs/* oneOf */.yL)(['run', 'plan', 'attempt', 'select', 'publish'], 'run'),
    'test-command': (0,inputs/* text */.Qq)(),
    candidates: (0,inputs/* integer */.nd)(3, { min: 1, max: 50 }),
    'time-limit': (0,inputs/* integer */.nd)(600, { min: 1, max: 21_600 }),
    'min-coverage': percentage,
    isolation: (0,inputs/* oneOf */.yL)(['namespaces', 'process'], 'namespaces'),
    runners: (0,inputs/* integer */.nd)(1, { min: 1, max: mostRunners }),
    share,
    plan: (0,inputs/* text */.Qq)(),
    shares: (0,inputs/* text */.Qq)(),
    repair: (0,inputs/* text */.Qq)(),
    artifact: named('hone-fix', 'letters, digits, ".", "_" and "-", at most 80', /^[\w.-]{1,80}$/),
    publish: (0,inputs/* oneOf */.yL)(['pr', 'patch', 'none'], 'pr'),
    'base-branch': branch,
    'branch-prefix': named('hone/fix-', 'the beginning of a branch name, of letters, digits, "/", "." , "_" and "-"', /^[A-Za-z0-9](?:[\w-]|[./](?=\w))*\/?$/),
    labels,
    learned: (0,inputs/* oneOf */.yL)(['on', 'off'], 'on'),
    seed: (0,inputs/* integer */.nd)(1, { min: 0, max: 2 ** 31 - 1 }),
    'fail-on-unfixed': (0,inputs/* boolean */.zM)(true),
    summary: (0,inputs/* boolean */.zM)(true),
    store: (0,inputs/* oneOf */.yL)(['on', 'off'], 'on'),
    'github-token': (0,inputs/* secret */.rJ)(),
};
const outputs = [
    'status',
    'winner-strategy',
    'score',
    'agreement',
    'patch',
    'repair',
    'plan',
    'share-file',
    'matrix',
    'pull-request',
    'pull-request-url',
    'tried',
    'not-run',
];

;// CONCATENATED MODULE: ./build/dist/actions/best-of-n-fix/index.js


/** Entry of `actions/best-of-n-fix`. */
function best_of_n_fix_start(phase) {
    return (0,start/* startAction */.R)({
        name: 'best-of-n-fix',
        inputs: inputs_inputs,
        outputs: outputs,
        settings: ({ store, summary, githubToken }) => ({ store, summary, token: githubToken }),
        run: async (given, deps) => (await Promise.all(/* import() */[__webpack_require__.e(740), __webpack_require__.e(729), __webpack_require__.e(878), __webpack_require__.e(134), __webpack_require__.e(245), __webpack_require__.e(369), __webpack_require__.e(22)]).then(__webpack_require__.bind(__webpack_require__, 10022))).run(given, deps),
    }, phase);
}


/***/ })

};
