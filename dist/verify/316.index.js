export const id = 316;
export const ids = [316];
export const modules = {

/***/ 6316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withMeaning: () => (/* binding */ withMeaning),
/* harmony export */   withShortPaths: () => (/* binding */ withShortPaths)
/* harmony export */ });
/* unused harmony export outcomeOf */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3097);



function withMeaning(failure, meaning) {
    const { code, message, hint, cause, stack } = failure;
    const isList = message.includes('\n');
    const ended = isList || /[.!?]$/u.test(message) ? message : `${message}.`;
    const told = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, `${ended}${isList ? '\n' : ' '}${meaning}`, { hint, cause });
    if (stack !== undefined)
        told.stack = stack;
    return told;
}
function withShortPaths(failure, workspace) {
    const { code, message, hint, cause, stack } = failure;
    const short = (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutWorkspace */ .kn)(message, workspace);
    if (short === message)
        return failure;
    const told = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, short, { hint, cause });
    if (stack !== undefined)
        told.stack = stack;
    return told;
}
function outcomeOf({ signed, uploads, publishing, kmsCalls }, code) {
    if (signed !== undefined) {
        const places = uploads.map(({ where, name }) => `the ${where.toLowerCase()} ${printable(name, 200)}`);
        const has = places.length === 0 ? '' : `, and ${places.join(' and ')} ${places.length === 1 ? 'has' : 'have'} them`;
        const nothing = publishing === undefined ? '; nothing was uploaded' : '';
        const isBrokenOff = code === 'TIMED_OUT' || code === 'CANCELLED';
        const underWay = publishing === undefined || !isBrokenOff ? '' : ` ${UNDER_WAY[publishing]}`;
        return `The files are signed and in place${has}${nothing}.${underWay}`;
    }
    if (kmsCalls === undefined)
        return 'Nothing was requested, signed or written.';
    if (kmsCalls.signHash === 0)
        return 'Nothing was signed, written or uploaded.';
    return 'Nothing was written or uploaded; signatures that were made by then are dropped.';
}
const UNDER_WAY = {
    artifact: 'The workflow artifact is not complete.',
    release: 'The log names the assets that are attached to the release, and those that are not.',
    images: 'Some images may have their signatures, and others not.',
};


/***/ })

};
