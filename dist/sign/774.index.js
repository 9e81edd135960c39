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
            faults.push(`\`${input}\`: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)((0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .Gt)(path, workspace), 200)} ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(why, 300)}`);
        }
    };
    const sboms = sbomPath === undefined ? [] : await sbomFiles(sbomPath, inputs, signal, log);
    for (const path of sboms)
        await read(path, 'sbom-path', _signing_predicate_js__WEBPACK_IMPORTED_MODULE_4__/* .sbomPredicate */ .RC);
    if (predicate !== undefined)
        await read(predicate.path, 'predicate-path', (bytes) => (0,_signing_predicate_js__WEBPACK_IMPORTED_MODULE_4__/* .customPredicate */ .Dk)(predicate.type, bytes));
    if (faults.length > 0)
        throw notPredicates(faults);
    return { predicates, readPaths: [...sboms, ...(predicate === undefined ? [] : [predicate.path])] };
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
        hint: 'An SBOM is SPDX or CycloneDX in JSON, a predicate any JSON object, each at most 16 MiB (16777216 bytes). Example: `npm sbom --sbom-format cyclonedx > sbom.json`.',
    });
}


/***/ }),

/***/ 34656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ customPredicate),
/* harmony export */   RC: () => (/* binding */ sbomPredicate),
/* harmony export */   Vn: () => (/* binding */ MAX_SUBJECTS),
/* harmony export */   f7: () => (/* binding */ attestationFileNames),
/* harmony export */   lz: () => (/* binding */ attestationStatements)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84681);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40513);


const SPDX = 'https://spdx.dev/Document';
const CYCLONEDX = 'https://cyclonedx.org/bom';
const MAX_SUBJECTS = 1024;
function customPredicate(type, bytes) {
    (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonObject */ .op)(bytes);
    return { kind: 'attestation', type, json: valueIn(bytes) };
}
function sbomPredicate(bytes) {
    const type = sbomType((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonObject */ .op)(bytes));
    if (type === undefined)
        throw new RangeError('is neither SPDX nor CycloneDX in JSON');
    return { kind: 'sbom', type, json: valueIn(bytes) };
}
function sbomType(document) {
    const has = (name) => Object.hasOwn(document, name) && document[name] !== null && document[name] !== '';
    if (has('spdxVersion') && has('SPDXID'))
        return SPDX;
    return document['bomFormat'] === 'CycloneDX' && has('specVersion') ? CYCLONEDX : undefined;
}
function valueIn(bytes) {
    return bytes.toString().replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '');
}
function attestationStatements(predicates, subjects, hash) {
    const names = attestationFileNames(predicates, subjects.length);
    const parts = Array.from({ length: partsOf(subjects.length) }, (_, index) => subjects.slice(index * MAX_SUBJECTS, (index + 1) * MAX_SUBJECTS));
    const statements = predicates.flatMap(({ type, json }) => parts.map((part) => {
        const subject = part.map(({ name, digest }) => ({ name, digest: { [hash]: digest.toString('hex') } }));
        const head = JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType: type });
        return Buffer.from(`${head.slice(0, -1)},"predicate":${json}}`);
    }));
    return statements.map((statement, index) => ({ fileName: names[index] ?? '', statement }));
}
function attestationFileNames(predicates, subjects) {
    const kinds = [...new Set(predicates.map(({ kind }) => kind))];
    return kinds.flatMap((kind) => {
        const count = predicates.filter((predicate) => predicate.kind === kind).length;
        return (0,_formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .statementFileNames */ .mM)(kind, count * partsOf(subjects));
    });
}
function partsOf(subjects) {
    return Math.ceil(subjects / MAX_SUBJECTS);
}


/***/ })

};
