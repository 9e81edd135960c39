export const id = 774;
export const ids = [774];
export const modules = {

/***/ 77774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPredicates: () => (/* binding */ readPredicates)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43705);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63097);
/* harmony import */ var _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57211);
/* harmony import */ var _files_matches_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47380);
/* harmony import */ var _signing_predicate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34656);






const MAX_PREDICATE_BYTES = 16 * 1024 * 1024;
async function readPredicates(inputs, signal, log) {
    const { sbomPath, predicate, workspace } = inputs;
    const predicates = [];
    const faults = [];
    const read = async (path, input, parse) => {
        try {
            predicates.push(parse(await (0,_base_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(path, MAX_PREDICATE_BYTES)));
        }
        catch (error) {
            const why = error instanceof RangeError ? error.message : `cannot be read: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
            faults.push(`\`${input}\`: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)((0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .outputPath */ .X)(path, workspace), 200)} ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(why, 300)}`);
        }
    };
    for (const path of sbomPath === undefined ? [] : await sbomFiles(sbomPath, inputs, signal, log))
        await read(path, 'sbom-path', _signing_predicate_js__WEBPACK_IMPORTED_MODULE_4__/* .sbomPredicate */ .RC);
    if (predicate !== undefined)
        await read(predicate.path, 'predicate-path', (bytes) => (0,_signing_predicate_js__WEBPACK_IMPORTED_MODULE_4__/* .customPredicate */ .Dk)(predicate.type, bytes));
    if (faults.length > 0)
        throw notPredicates(faults);
    return predicates;
}
async function sbomFiles(patterns, { workspace }, signal, log) {
    const search = { patterns, input: 'sbom-path', workspace, maxFiles: 0, ifNoFilesFound: 'error', signal, log };
    const found = await (0,_files_matches_js__WEBPACK_IMPORTED_MODULE_3__/* .collectMatches */ .AU)(search);
    (0,_files_matches_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseProblems */ .nN)(found.matches);
    (0,_files_matches_js__WEBPACK_IMPORTED_MODULE_3__/* .reportUnmatched */ .Er)(search, found.patterns, found.matches);
    return found.matches.map(({ path }) => path).sort();
}
function notPredicates(faults) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_INPUT', `What is to be attested cannot be used:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(faults)}`, {
        hint: 'Nothing was requested or written. An SBOM is SPDX or CycloneDX in JSON, a predicate any JSON object, each at most 16 MiB (16777216 bytes). Example: `npm sbom --sbom-format cyclonedx > sbom.json`.',
    });
}


/***/ })

};
