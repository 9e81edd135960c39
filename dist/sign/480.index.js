export const id = 480;
export const ids = [480];
export const modules = {

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ comparedStates)
/* harmony export */ });
function comparedStates(before, after) {
    const same = before.size === after.size &&
        before.mtimeNs === after.mtimeNs &&
        before.ino === after.ino &&
        before.dev === after.dev;
    if (!same)
        return 'changed';
    return before.ctimeNs === after.ctimeNs ? 'same' : 'touched';
}


/***/ }),

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

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ refuseChangedFiles),
/* harmony export */   M: () => (/* binding */ FILE_CHANGED_HINT)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5664);
/* harmony import */ var _base_file_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4649);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63097);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43705);
/* harmony import */ var _base_map_bounded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24157);
/* harmony import */ var _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57211);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








const PARALLEL_STATS = 32;
const FILE_CHANGED_HINT = 'Something still writes to it: wait for the build to end before this step, and let no other step or background process touch the files.';
async function refuseChangedFiles(stamps, signal) {
    const changes = await (0,_base_map_bounded_js__WEBPACK_IMPORTED_MODULE_5__/* .mapBounded */ .y)(stamps, PARALLEL_STATS, async (stamp) => {
        signal?.throwIfAborted();
        try {
            return (await isUnchanged(stamp, signal)) ? [] : [(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .p)(stamp.path)];
        }
        catch (cause) {
            signal?.throwIfAborted();
            return [`${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPath */ .p)(stamp.path)}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause))}`];
        }
    });
    const changed = changes.flat();
    if (changed.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('FILE_CHANGED', `Changed after it was read, so that its signature would be wrong:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(changed)}`, {
        hint: FILE_CHANGED_HINT,
    });
}
async function isUnchanged(stamp, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const compared = (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_7__/* .comparedStates */ .M)(stamp, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(stamp.path, { bigint: true }));
        if (compared !== 'touched')
            return compared === 'same';
        const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(stamp.path, _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .OPEN_FLAGS */ .tM), true);
        const before = await file.stat({ bigint: true });
        if ((0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_7__/* .comparedStates */ .M)(stamp, before) === 'changed')
            return false;
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(stamp.hash);
        for await (const chunk of file.createReadStream({ autoClose: false, signal }))
            hash.update(chunk);
        return hash.digest().equals(stamp.digest) && (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_7__/* .comparedStates */ .M)(before, await file.stat({ bigint: true })) === 'same';
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}


/***/ })

};
