export const id = 805;
export const ids = [805];
export const modules = {

/***/ 48555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ EarlierRuns),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   WI: () => (/* binding */ readManifest)
/* harmony export */ });
/* unused harmony export writtenBy */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84681);
/* harmony import */ var _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57211);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40513);




const MOST_BYTES = 256 * 1024 * 1024;
async function readManifest(path) {
    try {
        return parseManifest(await (0,_base_read_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .readBounded */ .CB)(path, MOST_BYTES));
    }
    catch {
        return undefined;
    }
}
function parseManifest(bytes) {
    const content = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readJsonObject */ .op)(bytes);
    if (content['version'] !== 1)
        throw new RangeError('has another version');
    const { checksums } = content;
    return {
        keyId: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asString */ .oJ)(content['keyId'], 'keyId'),
        fingerprint: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asString */ .oJ)(content['fingerprint'], 'fingerprint'),
        files: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asArray */ ._j)(content['files'], 'files').map(entry),
        checksums: checksums === null ? undefined : entry(checksums),
        statements: [
            ...strings(content['provenance'], 'provenance'),
            ...(content['attestations'] === undefined ? [] : strings(content['attestations'], 'attestations')),
        ],
        runFiles: strings(content['runFiles'], 'runFiles'),
        content,
    };
}
function entry(value) {
    const content = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(value, 'entry');
    return {
        displayPath: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asString */ .oJ)(content['path'], 'path'),
        digest: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asString */ .oJ)(content['digest'], 'digest'),
        files: strings(content['files'], 'files'),
        content,
    };
}
function strings(value, field) {
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asArray */ ._j)(value, field).map((item) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asString */ .oJ)(item, field));
}
function writtenBy(manifest, folder) {
    const { files, checksums, statements, runFiles } = manifest;
    const own = runFiles.find((path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path) === _formats_run_files_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_FILE */ .h1);
    if (own === undefined)
        return new Set();
    const listed = [
        ...files.flatMap((entry) => entry.files),
        ...(checksums === undefined ? [] : [checksums.displayPath, ...checksums.files]),
        ...statements,
        ...runFiles,
    ];
    const base = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(own);
    return new Set(listed.flatMap((path) => {
        const below = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(base, path);
        return below === '' || below.startsWith('../') ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, below)];
    }));
}
class EarlierRuns {
    #written = new Map();
    writtenIn(folder) {
        const known = this.#written.get(folder) ?? this.#read(folder);
        this.#written.set(folder, known);
        return known;
    }
    async lists(folder, path) {
        return folder !== undefined && (await this.writtenIn(folder))?.has(path) === true;
    }
    async #read(folder) {
        const manifest = await readManifest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _formats_run_files_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_FILE */ .h1));
        return manifest === undefined ? undefined : writtenBy(manifest, folder);
    }
}


/***/ }),

/***/ 82805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leaveOut: () => (/* binding */ leaveOut),
/* harmony export */   logLeftOut: () => (/* binding */ logLeftOut)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63097);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43705);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40513);
/* harmony import */ var _earlier_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48555);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82426);







async function leaveOut(matches, own, isNamed = () => false) {
    const reasons = new Map();
    const places = await placesIn(own.outputFolder);
    const sieve = new Sieve(own, places, new Set(matches.map(({ path }) => path)));
    const leave = (path, why, byManifest = false) => {
        if (why !== undefined)
            reasons.set(path, { path, why, byManifest });
    };
    const written = matches.filter(({ path }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .signedPathsOf */ .YE)(path).length > 0 || (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .isRunFileName */ .fq)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), true));
    for (const { path } of written.toSorted((a, b) => a.path.length - b.path.length))
        leave(path, await sieve.signatureOfThisRun(path, (base) => !reasons.has(base)));
    const kept = () => matches.filter(({ path }) => !reasons.has(path));
    for (let before = -1; before !== reasons.size;) {
        before = reasons.size;
        const runFolder = own.outputFolder ?? (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .commonFolder */ .Mp)(kept().map(({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)));
        for (const match of written.filter(({ path }) => !reasons.has(path))) {
            const taken = { path: match.path, isNamed: isNamed(match) };
            leave(taken.path, await sieve.runFile(taken.path, runFolder));
            if (!reasons.has(taken.path))
                leave(taken.path, await sieve.signatureOfEarlierRun(taken, runFolder));
            if (!reasons.has(taken.path))
                leave(taken.path, await sieve.artifactOfEarlierRun(taken), true);
        }
    }
    const leftOut = matches.flatMap(({ path }) => reasons.get(path) ?? []);
    return { kept: kept(), leftOut: leftOut.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}
class Sieve {
    #own;
    #placeInOutput;
    #paths;
    #named;
    #earlier = new _earlier_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .EarlierRuns */ .$Z();
    constructor(own, placeInOutput, paths) {
        this.#own = own;
        this.#placeInOutput = placeInOutput;
        this.#paths = paths;
        this.#named = byName(paths);
    }
    async signatureOfThisRun(path, isKept) {
        const { extensions } = this.#own;
        const beside = (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .signedPathsOf */ .YE)(path, extensions).find((base) => this.#paths.has(base) && isKept(base));
        return shownSigned(beside ?? (await this.#signedInOutput(path, extensions)));
    }
    async runFile(path, runFolder) {
        const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
        if (!(0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .isRunFileName */ .fq)(name, this.#own.signsChecksums))
            return undefined;
        const isThere = this.#own.outputFolder === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === runFolder : (await this.#placeInOutput(path)) === name;
        return isThere ? 'written by the action itself' : undefined;
    }
    async signatureOfEarlierRun({ path, isNamed }, runFolder) {
        if (isNamed || (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .signedPathsOf */ .YE)(path).length === 0)
            return undefined;
        const signed = (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .signedPathsOf */ .YE)(path).find((base) => this.#paths.has(base)) ?? (await this.#signedInOutput(path));
        if (signed === undefined)
            return undefined;
        const folders = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), runFolder];
        for (const folder of folders)
            if (await this.#earlier.lists(folder, path))
                return shownSigned(signed);
        return undefined;
    }
    async artifactOfEarlierRun({ path, isNamed }) {
        const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
        if (isNamed || !((0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .isRunFileName */ .fq)(name, true) || (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .signedPathsOf */ .YE)(name).length > 0))
            return undefined;
        if (!(await this.#earlier.lists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), path)))
            return undefined;
        return name === _formats_run_files_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST_FILE */ .h1 ? 'manifest of an earlier run' : `written by an earlier run, by its ${_formats_run_files_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST_FILE */ .h1}`;
    }
    async #signedInOutput(path, extensions) {
        if ((0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .signedPathsOf */ .YE)(path, extensions).length === 0)
            return undefined;
        const place = await this.#placeInOutput(path);
        return (place === undefined ? [] : (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .signedPathsOf */ .YE)(place, extensions))
            .flatMap((name) => this.#named(name))
            .find((other) => other !== path);
    }
}
const shownSigned = (signed) => signed === undefined ? undefined : `signature file of ${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .shownPath */ .pS)(signed)}`;
function logLeftOut(leftOut, log) {
    for (const { path, why } of leftOut)
        log.info(`Left out: ${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .shownPath */ .pS)(path)} (${why})`);
    const earlier = leftOut.flatMap(({ path, byManifest }) => (byManifest ? [(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .shownPath */ .pS)(path)] : []));
    if (earlier.length === 0)
        return;
    log.warning(`These lie beside a ${_formats_run_files_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST_FILE */ .h1} of an earlier run that lists them, and were not signed. To sign one of them, name it in a line of its own, without wildcards:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(earlier)}`);
}
async function placesIn(outputFolder) {
    if (outputFolder === undefined)
        return () => Promise.resolve(undefined);
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(outputFolder).catch(() => outputFolder);
    const folders = new Map();
    return async (path) => {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        const resolved = folders.get(folder) ?? (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => folder));
        folders.set(folder, resolved);
        return (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .isWithin */ .UO)(resolved, real) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(real, resolved + node_path__WEBPACK_IMPORTED_MODULE_1__.sep + (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)) : undefined;
    };
}
function byName(paths) {
    const byLength = new Map();
    return (name) => {
        const parts = name.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).length;
        const known = byLength.get(parts) ?? Map.groupBy(paths, (path) => path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).slice(-parts).join(node_path__WEBPACK_IMPORTED_MODULE_1__.sep));
        byLength.set(parts, known);
        return known.get(name) ?? [];
    };
}


/***/ })

};
