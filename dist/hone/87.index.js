export const id = 87;
export const ids = [87];
export const modules = {

/***/ 29087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ analyze_commit_start)
});

// EXTERNAL MODULE: ./build/dist/actions/start.js + 6 modules
var start = __webpack_require__(18589);
// EXTERNAL MODULE: ./build/dist/actions/inputs.js
var inputs = __webpack_require__(30484);
;// CONCATENATED MODULE: ./build/dist/actions/analyze-commit/inputs.js

const inputs_inputs = {
    commit: (0,inputs/* revision */.QL)(),
    base: (0,inputs/* revision */.QL)(),
    'fail-on': (0,inputs/* oneOf */.yL)(['none', 'low', 'medium', 'high', 'critical'], 'none'),
    annotations: (0,inputs/* boolean */.zM)(true),
    summary: (0,inputs/* boolean */.zM)(true),
    store: (0,inputs/* oneOf */.yL)(['on', 'off'], 'on'),
    'github-token': (0,inputs/* secret */.rJ)(),
};
const outputs = ['commit', 'findings', 'highest-severity', 'impact', 'approval-required', 'not-run'];

;// CONCATENATED MODULE: ./build/dist/actions/analyze-commit/index.js


/** Entry of `actions/analyze-commit`. */
function analyze_commit_start(phase) {
    return (0,start/* startAction */.R)({
        name: 'analyze-commit',
        inputs: inputs_inputs,
        outputs: outputs,
        settings: ({ store, summary, githubToken }) => ({ store, summary, token: githubToken }),
        run: async (given, deps) => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(369), __webpack_require__.e(442)]).then(__webpack_require__.bind(__webpack_require__, 20442))).run(given, deps),
    }, phase);
}


/***/ })

};
