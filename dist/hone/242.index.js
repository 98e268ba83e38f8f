export const id = 242;
export const ids = [242];
export const modules = {

/***/ 84242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   glob: () => (/* binding */ glob)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Folders that the `workspaces` of a package.json name, relative to the repository. Patterns end in `/*` or name a
 * folder: what npm's, yarn's and pnpm's own documentation shows.
 */
async function glob(root, cwd, workspaces) {
    const patterns = Array.isArray(workspaces)
        ? workspaces
        : typeof workspaces === 'object' &&
            workspaces !== null &&
            'packages' in workspaces &&
            Array.isArray(workspaces.packages)
            ? workspaces.packages
            : ['packages/*'];
    const folders = [];
    for (const pattern of patterns) {
        if (typeof pattern !== 'string')
            continue;
        const plain = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(cwd, pattern.replace(/\/\*+$/, '')));
        if (!/\/\*+$/.test(pattern)) {
            folders.push(plain);
            continue;
        }
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, plain), { withFileTypes: true }).catch(() => []);
        folders.push(...entries.filter((entry) => entry.isDirectory()).map((entry) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(plain, entry.name)));
    }
    return folders;
}


/***/ })

};
