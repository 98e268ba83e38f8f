export const id = 183;
export const ids = [183];
export const modules = {

/***/ 73183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ learn_start)
});

// EXTERNAL MODULE: ./build/dist/actions/start.js + 6 modules
var start = __webpack_require__(18589);
// EXTERNAL MODULE: ./build/dist/actions/inputs.js
var inputs = __webpack_require__(30484);
;// CONCATENATED MODULE: ./build/dist/actions/learn/inputs.js

const inputs_inputs = {
    'retention-days': (0,inputs/* integer */.nd)(90, { min: 1, max: 3650 }),
    'accept-forks': (0,inputs/* list */.p_)('run ids, separated by commas', /^[1-9]\d{0,18}$/),
    summary: (0,inputs/* boolean */.zM)(true),
    'github-token': (0,inputs/* secret */.rJ)(),
};
const outputs = ['events', 'insights'];

;// CONCATENATED MODULE: ./build/dist/actions/learn/index.js


/** Entry of `actions/learn`. */
function learn_start(phase) {
    return (0,start/* startAction */.R)({
        name: 'learn',
        inputs: inputs_inputs,
        outputs: outputs,
        settings: ({ summary, githubToken }) => ({ store: 'sweep', summary, token: githubToken }),
        run: async (given, deps) => (await Promise.all(/* import() */[__webpack_require__.e(674), __webpack_require__.e(627)]).then(__webpack_require__.bind(__webpack_require__, 52113))).run(given, deps),
    }, phase);
}


/***/ })

};
