export const id = 864;
export const ids = [864];
export const modules = {

/***/ 81864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

// Bidirectional controls and invisible characters make text look like something it is not ("Trojan Source",
// CVE-2021-42574). The zero-width joiner and the variation selectors stay: emoji are made of them.
const deceptive = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const controls = /[\p{Cc}\u2028\u2029]+/gu;
/**
 * Text from outside (a repository, a person's argument, another program), safe to print on a terminal, in a log or in
 * an error in one line: escape sequences, control characters and bidirectional overrides are taken out; line breaks
 * and tabs become single spaces.
 *
 * @param atMost characters kept, the last of them an ellipsis where there are more
 */
function printable(text, atMost = Number.POSITIVE_INFINITY) {
    const clean = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(deceptive, '').replace(controls, ' ').trim();
    return clean.length > atMost ? `${clean.slice(0, atMost - 1)}…` : clean;
}


/***/ })

};
