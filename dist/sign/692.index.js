export const id = 692;
export const ids = [692,805];
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

/***/ 24885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cU: () => (/* binding */ checksumsInvalid),
/* harmony export */   uu: () => (/* binding */ checksumFile),
/* harmony export */   yk: () => (/* binding */ parseChecksums)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43705);
/* harmony import */ var _base_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91316);
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18127);




function checksumFile(files) {
    const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const lines = sorted.map(({ name, digest }) => {
        const escaped = name.replaceAll('\\', '\\\\');
        return `${escaped === name ? '' : '\\'}${digest.toString('hex')}  ${escaped}\n`;
    });
    return Buffer.from(lines.join(''));
}
function parseChecksums(bytes, shown, options = {}) {
    const { hint, entriesOnly = false } = options;
    if (isUtf16(bytes))
        throw checksumsInvalid(`${shown} is in UTF-16, as \`>\` of Windows PowerShell writes; checksum files are in UTF-8.`, {
            hint: hint ?? UTF8_ANEW,
        });
    const problems = [];
    const entries = new Map();
    let hash;
    for (const [index, text] of linesOf(bytes, entriesOnly).entries()) {
        const line = index + 1;
        if (!entriesOnly && (text === '' || text?.startsWith('#') === true))
            continue;
        const parsed = text === undefined ? 'it is not UTF-8' : parseLine(text);
        if (typeof parsed === 'string')
            problems.push(`line ${line}: ${parsed}`);
        else {
            const first = entries.get(parsed.name);
            hash ??= parsed.hash;
            if (parsed.hash !== hash)
                problems.push(`line ${line}: a ${parsed.hash} digest among ${hash} digests`);
            else if (first !== undefined)
                problems.push(`line ${line}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(parsed.name, 200)} is on line ${first.line} already`);
            else
                entries.set(parsed.name, { name: parsed.name, digest: parsed.digest, line, escaped: parsed.escaped });
        }
    }
    if (problems.length > 0)
        throw checksumsInvalid(`${shown} is not a checksum file that can be used:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(problems, LISTED_LINES)}`, {
            hint,
        });
    if (hash === undefined)
        throw checksumsInvalid(`${shown} lists no files.`, { hint });
    return { hash, entries: [...entries.values()] };
}
const MAKE_ANEW = 'Make it in the folder of the files with `rm -f SHA256SUMS && sha256sum -- * > ../sums && mv ../sums SHA256SUMS` (or sha384sum, sha512sum: the hash that the key signs), so that it does not list itself; one file per line, each once.';
const UTF8_ANEW = 'Write it in a step with `shell: bash`, or in PowerShell with `| Out-File -Encoding ascii SHA256SUMS`.';
function checksumsInvalid(message, { hint = MAKE_ANEW } = {}) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('CHECKSUMS_INVALID', message, { hint });
}
const LISTED_LINES = 20;
const LINE_END = /\r?\n/u;
function isUtf16(bytes) {
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
        return true;
    return bytes.length > 3 && (first === 0) !== (second === 0) && bytes[first === 0 ? 2 : 3] === 0;
}
function linesOf(bytes, asItIs) {
    const text = asItIs ? withoutLastLineEnd(bytes.toString()) : bytes.toString().replace(/^\ufeff/u, '');
    if ((0,_base_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .isUtf8 */ .c)(bytes))
        return text.split(LINE_END);
    const octetText = bytes.toString('latin1');
    const lines = (asItIs ? withoutLastLineEnd(octetText) : octetText).split(LINE_END);
    return lines.map((line) => {
        const octets = Buffer.from(line, 'latin1');
        return (0,_base_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .isUtf8 */ .c)(octets) ? octets.toString() : undefined;
    });
}
function withoutLastLineEnd(text) {
    return text.replace(/\r?\n$/u, '');
}
const GNU = /^(?<hex>[0-9a-f]+) [ *]?(?<name>.+)$/isu;
const BSD = /^(?<tag>[a-z0-9/-]+) ?\((?<name>.+)\) ?= ?(?<hex>[0-9a-f]+)$/isu;
function parseLine(text) {
    const escaped = text.startsWith('\\');
    const fields = (BSD.exec(escaped ? text.slice(1) : text) ?? GNU.exec(escaped ? text.slice(1) : text))?.groups;
    if (fields === undefined)
        return `neither \`<digest>  <name>\` nor \`SHA256 (<name>) = <digest>\``;
    const { hex = '', tag, name: written = '' } = fields;
    const hash = (0,_crypto_hashes_js__WEBPACK_IMPORTED_MODULE_2__/* .hashWhere */ .Ow)(({ bytes }) => bytes * 2 === hex.length);
    if (hash === undefined)
        return `a digest of ${hex.length * 4} bits; only SHA-256, SHA-384 and SHA-512 can be signed`;
    if (tag !== undefined && tag.toLowerCase().replace('sha2-', 'sha') !== hash)
        return `a digest of ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(tag, 50)}; only SHA-256, SHA-384 and SHA-512 can be signed`;
    const name = relativeName(escaped ? unescaped(written) : written);
    if (name === undefined)
        return `${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(written, 200)} is not the name of a file in this folder or below it`;
    return { name, digest: Buffer.from(hex, 'hex'), hash, escaped };
}
function unescaped(name) {
    if (!/^(?:[^\\]|\\[\\nr])*$/u.test(name))
        return undefined;
    return name.replace(/\\(.)/gu, (_, c) => (c === 'n' ? '\n' : c === 'r' ? '\r' : c));
}
function relativeName(name) {
    if (name === undefined || name.startsWith('/') || name.endsWith('/') || /[\r\n\0]/u.test(name))
        return undefined;
    if (_base_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .SEPARATOR */ .w === '\\' && /[\\:]/u.test(name))
        return undefined;
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
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


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ refuseChangedFiles),
/* harmony export */   Mh: () => (/* binding */ FILE_CHANGED_HINT),
/* harmony export */   aZ: () => (/* binding */ refuseFilesChangedSince)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5664);
/* harmony import */ var _base_file_state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4649);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63097);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43705);
/* harmony import */ var _base_map_bounded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24157);
/* harmony import */ var _base_open_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36718);
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
    const settled = await (0,_base_map_bounded_js__WEBPACK_IMPORTED_MODULE_6__/* .mapBounded */ .y)(stamps, PARALLEL_STATS, async (stamp) => {
        signal?.throwIfAborted();
        try {
            const state = await settledState(stamp, signal);
            if (state === stamp)
                return stamp;
            return state === undefined ? (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_4__/* .shownPath */ .pS)(stamp.path) : { ...stamp, ctimeNs: state.ctimeNs };
        }
        catch (cause) {
            signal?.throwIfAborted();
            return `${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_4__/* .shownPath */ .pS)(stamp.path)}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause))}`;
        }
    });
    const changed = settled.filter((file) => typeof file === 'string');
    if (changed.length > 0)
        throw changedFiles(changed);
    return settled.filter((file) => typeof file !== 'string');
}
async function refuseFilesChangedSince(stamps, signal) {
    const doubtful = stamps.filter((stamp) => !isSame(stamp));
    if (doubtful.length > 0)
        await refuseChangedFiles(doubtful, signal);
}
function isSame(stamp) {
    try {
        return (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_8__/* .comparedStates */ .M)(stamp, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(stamp.path, { bigint: true })) === 'same';
    }
    catch {
        return false;
    }
}
function changedFiles(lines) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('FILE_CHANGED', `Changed after it was read, so that its signature would be wrong:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_7__/* .listed */ .KE)(lines)}`, { hint: FILE_CHANGED_HINT });
}
async function settledState(stamp, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const compared = (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_8__/* .comparedStates */ .M)(stamp, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(stamp.path, { bigint: true }));
        if (compared !== 'touched')
            return compared === 'same' ? stamp : undefined;
        const file = __addDisposableResource(env_1, await (0,_base_open_file_js__WEBPACK_IMPORTED_MODULE_5__/* .openFile */ .Tq)(stamp.path), true);
        const before = await file.stat({ bigint: true });
        if ((0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_8__/* .comparedStates */ .M)(stamp, before) === 'changed')
            return undefined;
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(stamp.hash);
        for await (const chunk of file.createReadStream({ autoClose: false })) {
            signal?.throwIfAborted();
            hash.update(chunk);
        }
        const isAsRead = (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_8__/* .comparedStates */ .M)(before, await file.stat({ bigint: true })) === 'same';
        return isAsRead && hash.digest().equals(stamp.digest) ? before : undefined;
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


/***/ }),

/***/ 60692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkListedHash: () => (/* binding */ checkListedHash),
/* harmony export */   readListedFiles: () => (/* binding */ readListedFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24885);
/* harmony import */ var _base_open_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36718);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5664);
/* harmony import */ var _base_file_state_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4649);
/* harmony import */ var _matches_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47380);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82426);
/* harmony import */ var _left_out_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82805);
/* harmony import */ var _name_rules_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27960);
/* harmony import */ var _oddities_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(12198);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3314);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(63097);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(43705);
/* harmony import */ var _base_map_bounded_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(24157);
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(18127);
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
















const MOST_BYTES = 32 * 1024 * 1024;
async function readListedFiles(search) {
    const named = { ...search, input: search.input ?? 'subject-checksums' };
    const { patterns, matches } = await (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .collectMatches */ .AU)(named);
    const { kept, leftOut } = await sift(matches, search);
    (0,_left_out_js__WEBPACK_IMPORTED_MODULE_7__.logLeftOut)(leftOut, search.log);
    const sorted = kept.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseProblems */ .nN)(sorted);
    (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .reportUnmatched */ .Er)(named, patterns, sorted);
    const subjects = new Map();
    const names = new _name_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .FolderNames */ .F();
    for (const { path } of sorted) {
        search.signal?.throwIfAborted();
        for (const subject of await subjectsOf(path, names))
            add(subject, subjects);
        if (search.maxFiles > 0 && subjects.size > search.maxFiles)
            throw (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .tooManyFiles */ .Z)(search.maxFiles);
    }
    refuseSeveralHashes([...subjects.values()]);
    warnOfNothing([...subjects.values()], search.log);
    const readPaths = sorted.map(({ path }) => path);
    const folder = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .commonFolder */ .Mp)(readPaths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))) ?? search.workspace;
    return { files: releaseFiles([...subjects.values()]), commonFolder: folder, readPaths };
}
async function sift(matches, { outputDir, signsChecksums = false }) {
    const others = await (0,_left_out_js__WEBPACK_IMPORTED_MODULE_7__.leaveOut)(matches, { outputFolder: outputDir, signsChecksums, extensions: _names_js__WEBPACK_IMPORTED_MODULE_6__/* .SIGNATURE_EXTENSIONS */ .CG });
    return others.kept.length > 0
        ? others
        : (0,_left_out_js__WEBPACK_IMPORTED_MODULE_7__.leaveOut)(matches, { outputFolder: undefined, signsChecksums: false, extensions: _names_js__WEBPACK_IMPORTED_MODULE_6__/* .SIGNATURE_EXTENSIONS */ .CG });
}
function refuseSeveralHashes(subjects) {
    const byHash = Map.groupBy(subjects, ({ source }) => source.hash);
    if (byHash.size < 2)
        return;
    const first = [...byHash].map(([hash, [subject]]) => `${subject?.source.origin ?? ''}: ${hash}`);
    throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`The checksum files have digests of several hashes, and a key signs one:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_13__/* .listed */ .KE)(first)}`);
}
async function subjectsOf(path, names) {
    const shown = (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_11__/* .shownPath */ .pS)(path);
    const { hash, entries } = (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .parseChecksums */ .yk)(await readWhole(path), shown);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    const problems = await (0,_base_map_bounded_js__WEBPACK_IMPORTED_MODULE_14__/* .mapBounded */ .y)(entries, 1, (entry) => problemOf(entry, path, names));
    if (problems.some((problem) => problem !== undefined))
        throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`${shown} lists what cannot be signed as a file:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_13__/* .listed */ .KE)(problems.filter((problem) => problem !== undefined))}`);
    return entries.map(({ name, digest, line }) => ({
        path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name),
        folder,
        source: { kind: 'digest', digest, hash, origin: `${shown}, line ${line}` },
    }));
}
async function problemOf({ name, line, escaped }, path, names) {
    const refused = (why) => `line ${line}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_13__/* .printable */ .g$)(name, 200)}: ${why}`;
    if (await names.areOne((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)))
        return refused('the checksum file lists itself, by what it was before it was written');
    if (name === '-' || name === 'stdin')
        return refused('a digest of what a program read from its standard input');
    if (!escaped && name.includes('\\'))
        return refused('a backslash that no escape announces: write `/` between folders, or let sha256sum escape the name');
    return undefined;
}
const NOTHING = new Map(_crypto_hashes_js__WEBPACK_IMPORTED_MODULE_12__/* .HASH_ALGORITHMS */ .UH.map((hash) => [hash, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(hash).digest()]));
function warnOfNothing(subjects, log) {
    const empty = subjects.filter(({ source }) => NOTHING.get(source.hash)?.equals(source.digest) === true);
    (0,_oddities_js__WEBPACK_IMPORTED_MODULE_9__/* .warnOfOddities */ .Xs)(empty.map(({ path }) => ({ name: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), oddity: 'empty' })), log);
}
async function readWhole(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,_base_open_file_js__WEBPACK_IMPORTED_MODULE_3__/* .openFile */ .Tq)(path), true);
            return await readOpened(file, path);
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
    catch (cause) {
        if (cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ)
            throw cause;
        throw (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .unreadable */ .O$)([`${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_11__/* .shownPath */ .pS)(path)}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_13__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause))}`], cause);
    }
}
async function readOpened(file, path) {
    const before = await file.stat({ bigint: true });
    if (before.size > MOST_BYTES)
        throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_11__/* .shownPath */ .pS)(path)} has ${before.size} bytes; a checksum file may have 32 MiB.`);
    const bytes = await readFrom(file, Number(before.size));
    const compared = (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_15__/* .comparedStates */ .M)(before, await file.stat({ bigint: true }));
    const isWhole = bytes.length === Number(before.size) && compared !== 'changed';
    if (isWhole && (compared === 'same' || (await readFrom(file, bytes.length)).equals(bytes)))
        return bytes;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('FILE_CHANGED', `${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_11__/* .shownPath */ .pS)(path)} changed while it was read.`, { hint: _stamp_js__WEBPACK_IMPORTED_MODULE_10__/* .FILE_CHANGED_HINT */ .Mh });
}
async function readFrom(file, expected) {
    const bytes = Buffer.alloc(expected + 1);
    let size = 0;
    for (let got = -1; got !== 0 && size < bytes.length; size += got) {
        got = (await file.read(bytes, size, bytes.length - size, size)).bytesRead;
    }
    return bytes.subarray(0, size);
}
function add(subject, subjects) {
    const first = subjects.get(subject.path);
    if (first !== undefined)
        throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_11__/* .shownPath */ .pS)(subject.path)} is listed twice: ${first.source.origin}, and ${subject.source.origin}.`);
    subjects.set(subject.path, subject);
}
function releaseFiles(subjects) {
    const sorted = subjects.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const paths = sorted.map(({ path }) => path);
    const common = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .commonFolder */ .Mp)(paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))) ?? '';
    const names = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .namesOf */ .eZ)(paths, common);
    const arePaths = names.some((name, index) => name !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(paths[index] ?? ''));
    return sorted.map(({ folder, source }, index) => ({
        name: names[index] ?? '',
        folder: arePaths ? common : folder,
        source,
    }));
}
function checkListedHash(files, hash) {
    const others = files.flatMap(({ source }) => (source.kind === 'digest' && source.hash !== hash ? [source] : []));
    if (others.length === 0)
        return;
    const lines = others.map((source) => `${source.origin}: ${source.hash}`);
    throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`The key signs ${hash} digests, and the checksum files have others:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_13__/* .listed */ .KE)(lines)}`);
}


/***/ })

};
