export const id = 213;
export const ids = [213];
export const modules = {

/***/ 55213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   codeCritic: () => (/* binding */ codeCritic)
/* harmony export */ });
/* harmony import */ var _introduced_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17742);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81870);


/** Judges code by rules; reports only what the change introduces. */
const codeCritic = {
    name: 'code-critic',
    async analyse({ files }) {
        const notes = [];
        return { findings: await (0,_introduced_js__WEBPACK_IMPORTED_MODULE_0__/* .introducedFindings */ .y)(files, { rules: _rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .rules */ .a, lineRules: _rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lineRules */ .Y }, notes), safe: [], notes };
    },
};


/***/ })

};
