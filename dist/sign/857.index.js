export const id = 857;
export const ids = [857];
export const modules = {

/***/ 261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16782);

const systemClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    sleep: (ms, signal) => (0,_wait_js__WEBPACK_IMPORTED_MODULE_0__/* .wait */ .u)(ms, signal),
};


/***/ }),

/***/ 67886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   vd: () => (/* binding */ foldedTable)
/* harmony export */ });
/* unused harmony export markdownTable */
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43705);

const MAX_CELL = 300;
const MAX_ROWS = 100;
function markdownText(text) {
    return (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text, MAX_CELL)
        .replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&')
        .replaceAll('@', '@<!-- -->');
}
function markdownCode(text) {
    const shown = (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text, MAX_CELL).replaceAll('|', '\\u{7c}');
    if (shown === '')
        return '';
    const runs = shown.match(/`+/gu) ?? [];
    const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
    const pad = /^[` ]|[` ]$/u.test(shown) ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
}
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const table = [header, header.map(() => '---'), ...rows.slice(0, MAX_ROWS)].map(line).join('\n');
    const more = rows.length - MAX_ROWS;
    return more > 0 ? `${table}\n\n… and ${more} more.\n` : `${table}\n`;
}
const MAX_OPEN_ROWS = 10;
function foldedTable(title, header, rows, open = MAX_OPEN_ROWS) {
    const table = markdownTable(header, rows);
    return rows.length <= open ? table : `<details><summary>${title}</summary>\n\n${table}\n</details>\n`;
}
const BLOCK_COLUMNS = 110;
function wrapped(line) {
    const indent = /^ */u.exec(line)?.[0] ?? '';
    const lines = [];
    let last = '';
    for (const word of line.slice(indent.length).split(' ')) {
        if (last !== '' && indent.length + last.length + 1 + word.length > BLOCK_COLUMNS) {
            lines.push(last);
            last = word;
        }
        else
            last = last === '' ? word : `${last} ${word}`;
    }
    return [...lines, last].map((part) => `${indent}${part}`).join('\n');
}
const MAX_BLOCK = 20_000;
function markdownBlock(text) {
    const lines = text.slice(0, MAX_BLOCK).split('\n');
    const shown = lines.map((line) => wrapped((0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line, MAX_BLOCK))).join('\n');
    const runs = shown.match(/`+/gu) ?? [];
    const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
    return `${fence}text\n${shown}\n${fence}`;
}
function markdownLink(text, url) {
    const parsed = URL.parse(url);
    if (parsed === null || !/^https?:$/u.test(parsed.protocol))
        return markdownText(text);
    return `[${markdownText(text)}](<${parsed.href.replaceAll(/[<>\\]/gu, encodeURIComponent)}>)`;
}


/***/ }),

/***/ 85161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ RefusedSince),
/* harmony export */   Zr: () => (/* binding */ persist),
/* harmony export */   rp: () => (/* binding */ WAITS),
/* harmony export */   te: () => (/* binding */ Miss)
/* harmony export */ });
/* unused harmony export backoff */
const WAITS = { firstWaitMs: 500, longestWaitMs: 20_000, random: Math.random };
function backoff(failures, waits = WAITS) {
    return waits.random() * Math.min(waits.longestWaitMs, waits.firstWaitMs * 3 ** (failures - 1));
}
class Miss {
    why;
    limited;
    askedMs;
    constructor(why, { limited = false, askedMs } = {}) {
        this.why = why;
        this.limited = limited;
        this.askedMs = askedMs === 0 ? undefined : askedMs;
    }
}
class RefusedSince {
    #since;
    refused(now, askedMs) {
        const from = askedMs === undefined ? now : now + askedMs;
        this.#since = askedMs === undefined ? (this.#since ?? from) : Math.max(this.#since ?? from, from);
        return this.#since;
    }
    served() {
        this.#since = undefined;
    }
}
async function persist(loop, attempt) {
    const tally = { failures: 0, refusals: 0, started: loop.now() };
    for (;;) {
        const outcome = await attempt(tally);
        if (!(outcome instanceof Miss))
            return outcome;
        if (outcome.limited)
            tally.refusals += 1;
        else
            tally.failures += 1;
        const wait = nextWait(loop, outcome, tally);
        if (typeof wait !== 'number')
            throw loop.givenUp(outcome, tally, wait);
        loop.onWait(outcome, tally, wait);
        if (wait > 0)
            await loop.sleep(wait);
    }
}
function nextWait(loop, { limited, askedMs }, tally) {
    const { patience, waits, deadline } = loop;
    const now = loop.now();
    if (!limited && tally.failures >= patience.attempts)
        return { because: 'failures' };
    const leftMs = Math.max(0, deadline - now);
    const since = limited ? loop.refusedSince.refused(now, askedMs) : now;
    if (askedMs !== undefined && askedMs > leftMs)
        return { because: 'end', leftMs };
    const budgetMs = since + patience.refusedMs - now;
    if (limited && askedMs === undefined && budgetMs <= 0)
        return { because: 'refusals' };
    if (limited && loop.heldBack === true)
        return 0;
    if (askedMs !== undefined)
        return askedMs;
    return limited ? Math.min(backoff(tally.refusals, waits), budgetMs) : backoff(tally.failures, waits);
}


/***/ }),

/***/ 5593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ shellPath),
/* harmony export */   eQ: () => (/* binding */ printableWord),
/* harmony export */   r7: () => (/* binding */ shellWord),
/* harmony export */   wV: () => (/* binding */ printableQuoted)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43705);

function shellWord(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
function shellPath(path) {
    return shellWord(path.startsWith('-') ? `./${path}` : path);
}
function printableWord(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9_./@:-]*$/u.test(text) ? text : printableQuoted(text);
}
function printableQuoted(text) {
    return shellWord((0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text, 2000));
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


/***/ }),

/***/ 58230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ TIMING),
/* harmony export */   D7: () => (/* binding */ FOR_UPLOADS),
/* harmony export */   ET: () => (/* binding */ ONCE)
/* harmony export */ });
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85161);

const TIMING = { ..._base_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .rp, attempts: 5, attemptMs: 15_000, refusedMs: 60_000 };
const ONCE = { attempts: 1, refusedMs: 0 };
const FOR_UPLOADS = { attempts: 1 };


/***/ }),

/***/ 77857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signAndPublish: () => (/* binding */ signAndPublish)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/files/stamp.js
var stamp = __webpack_require__(3314);
// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
// EXTERNAL MODULE: ./src/runner/contained.js
var contained = __webpack_require__(97413);
;// CONCATENATED MODULE: ./src/signing/kms-port.js

class KeyGetRefused extends errors/* ActionError */.lZ {
    reason;
    constructor(reason, message, options) {
        super('PERMISSION_DENIED', message, options);
        this.reason = reason;
    }
}

// EXTERNAL MODULE: ./src/base/shell.js
var shell = __webpack_require__(5593);
;// CONCATENATED MODULE: ./src/signing/key-not-active.js



function keyNotActive(keyId, said, isBeingCreated = false) {
    return new errors/* ActionError */.lZ('KEY_NOT_ACTIVE', `The key ${(0,base_log/* printable */.g$)(keyId)} is not active: ${said}.`, {
        hint: isBeingCreated
            ? 'It was made a moment ago: run the job again in a minute.'
            : `Find out first who set it inactive and why: it may have been stopped because it was compromised. \`yc kms asymmetric-signature-key get --id ${(0,shell/* printableWord */.eQ)(keyId)}\` shows its status, ` +
                'and the audit trail of the folder shows who changed it. Activate it again only when you know the reason.',
    });
}

// EXTERNAL MODULE: ./src/crypto/public-key.js
var public_key = __webpack_require__(34188);
;// CONCATENATED MODULE: ./src/signing/pinned-key.js



async function pinnedKeyFault(kms, keyId, key) {
    let fingerprint;
    try {
        fingerprint = (0,public_key.publicKeyInText)(await kms.getPublicKey(keyId)).fingerprint;
    }
    catch (thrown) {
        if (thrown instanceof errors/* ActionError */.lZ && (thrown.code === 'TIMED_OUT' || thrown.code === 'CANCELLED'))
            throw thrown;
        return { kind: 'unknown' };
    }
    if (fingerprint === key.publicKey.fingerprint)
        return { kind: 'same' };
    return { kind: 'mismatch', error: keyMismatch(keyId, key.publicKey.fingerprint, fingerprint) };
}
function keyMismatch(keyId, expected, found) {
    const other = found === undefined ? 'has another type' : `is ${found}`;
    return new errors/* ActionError */.lZ('KEY_MISMATCH', `public-key is ${expected}, but the key ${keyId} in KMS ${other}.`, {
        hint: 'Do not change public-key before you know why: key-id may be wrong, or somebody may have put another key in place. ' +
            `\`yc kms asymmetric-signature-crypto get-public-key --id ${(0,shell/* printableWord */.eQ)(keyId)}\` shows the public key of this one.`,
    });
}

// EXTERNAL MODULE: ./src/crypto/key-algorithm.js
var key_algorithm = __webpack_require__(83996);
;// CONCATENATED MODULE: ./src/signing/resolve-key.js








const NEED_CREATED_AT = [
    ...(0,facts/* formatsWhere */.Me)(({ createdAt }) => createdAt === 'yes').map((format) => `\`${format}\``),
    ...(0,facts/* formatsWhere */.Me)(({ createdAt }) => createdAt === 'without certificate').map((format) => `\`${format}\` without \`certificate\``),
]
    .join(', ')
    .replace(/, (?=[^,]*$)/u, ' and ');
async function resolveSigningKey(question) {
    const { kms, keyId, pin, needsCreatedAt } = question;
    const pinned = pin.kind === 'pem' ? pin.key : undefined;
    const curveIsKnown = pinned !== undefined && (0,key_algorithm/* algorithmOfPublicKey */.$J)(pinned) !== undefined;
    const [described, publicKey] = await Promise.all([
        curveIsKnown && !needsCreatedAt ? undefined : describe(kms, keyId),
        pinned ?? fetchPublicKey(kms, keyId),
    ]);
    if (pinned !== undefined && described instanceof KeyGetRefused && described.reason === 'host')
        await confirmPinned(kms, keyId, pinned);
    if (pin.kind === 'fingerprint' && publicKey.fingerprint !== pin.fingerprint)
        throw keyMismatch(keyId, pin.fingerprint, publicKey.fingerprint);
    const algorithm = algorithmOf(question, described, publicKey);
    return { id: keyId, algorithm, publicKey, createdAt: createdAtOf(described, needsCreatedAt) };
}
async function describe(kms, keyId) {
    let key;
    try {
        key = await kms.getKey(keyId);
    }
    catch (thrown) {
        if (thrown instanceof KeyGetRefused)
            return thrown;
        throw thrown;
    }
    if (key.status !== 'ACTIVE')
        throw keyNotActive(keyId, `its status is ${(0,base_log/* printable */.g$)(key.status, 50)}`, key.status === 'CREATING');
    return key;
}
async function confirmPinned(kms, keyId, pinned) {
    let found;
    try {
        found = await fetchPublicKey(kms, keyId);
    }
    catch (thrown) {
        if (thrown instanceof errors/* ActionError */.lZ && thrown.code === 'PERMISSION_DENIED')
            return;
        throw thrown;
    }
    if (found.fingerprint !== pinned.fingerprint)
        throw keyMismatch(keyId, pinned.fingerprint, found.fingerprint);
}
async function fetchPublicKey(kms, keyId) {
    let pem;
    try {
        pem = await kms.getPublicKey(keyId);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* ActionError */.lZ) || thrown.code !== 'PERMISSION_DENIED')
            throw thrown;
        throw new errors/* ActionError */.lZ('PERMISSION_DENIED', thrown.message, {
            hint: `${thrown.hint ?? ''}\nOr put the PEM of the public key into the input public-key: then this call is not made.`,
            cause: thrown,
        });
    }
    try {
        return (0,public_key.publicKeyInText)(pem);
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', 'Yandex KMS: GetPublicKey answered with a publicKey that is not one.', {
            hint: SAME_TWICE,
            cause,
        });
    }
}
const SAME_TWICE = 'Run the job again. If it keeps failing, check that kms-endpoint is right, and report it to Yandex Cloud with the request ids in the log.';
function algorithmOf({ keyId, hashAlgorithm, pin }, described, key) {
    if (described === undefined || described instanceof KeyGetRefused)
        return withHash(algorithmByKey(hashAlgorithm, described, key), hashAlgorithm);
    const algorithm = (0,key_algorithm/* algorithmNamed */.jg)(described.signatureAlgorithm);
    if (!(0,key_algorithm/* algorithmFits */.ST)(algorithm, key)) {
        if (pin.kind === 'pem')
            throw keyMismatch(keyId, key.fingerprint, undefined);
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `Yandex KMS says that the key ${(0,base_log/* printable */.g$)(keyId)} is of type ${algorithm.name}, but its public key is not.`, { hint: SAME_TWICE });
    }
    return withHash(algorithm, hashAlgorithm);
}
function algorithmByKey(hashAlgorithm, refusal, key) {
    const byCurve = (0,key_algorithm/* algorithmOfPublicKey */.$J)(key);
    if (byCurve !== undefined)
        return byCurve;
    if (hashAlgorithm !== 'auto')
        return (0,key_algorithm/* rsaPssAlgorithm */.Op)(key, hashAlgorithm);
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `The hash of an RSA key is not in its public key, and Key.Get does not tell it. ${refusal?.message ?? ''}`.trim(), {
        hint: `Set hash-algorithm to that of the key's type (sha256 for RSA_2048_SIGN_PSS_SHA_256), or let Key.Get tell it. ${refusal?.hint ?? ''}`,
        cause: refusal,
    });
}
function withHash(algorithm, hashAlgorithm) {
    if (hashAlgorithm === 'auto' || hashAlgorithm === algorithm.hash)
        return algorithm;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `hash-algorithm is ${hashAlgorithm}, but the key is ${algorithm.name}.`, {
        hint: `Set hash-algorithm: ${algorithm.hash}, or leave it at auto.`,
    });
}
function createdAtOf(described, needed) {
    if (described instanceof KeyGetRefused) {
        if (!needed)
            return undefined;
        throw new errors/* ActionError */.lZ('PERMISSION_DENIED', `${described.message} ${NEED_CREATED_AT} need it for the time when the key was made.`, {
            hint: described.hint,
            cause: described,
        });
    }
    if (needed && described?.createdAt === undefined)
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', 'Yandex KMS: Key.Get answered without createdAt.');
    return described?.createdAt;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/base/open-file.js
var open_file = __webpack_require__(36718);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/files/names.js + 1 modules
var names = __webpack_require__(82426);
;// CONCATENATED MODULE: ./src/writing/run-mark.js





const UNKNOWN_START = '0';
const LONGEST_RUN_NS = 35n * 24n * 60n * 60n * 1000000000n;
async function newRunMark() {
    const start = (await startOf(process.pid)) ?? UNKNOWN_START;
    return `${names/* STAGING_PREFIX */.th}${process.pid}-${start}-${await here()}-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
}
async function isOver(name, ageNs) {
    if (ageNs > LONGEST_RUN_NS)
        return true;
    const [, pid, start, place] = names/* STAGING_NAME */.MV.exec(name) ?? [];
    if (pid === undefined || place !== (await here()))
        return false;
    return !(await isAlive(Number(pid), start));
}
async function isAlive(pid, start) {
    if (start !== UNKNOWN_START)
        return (await startOf(pid)) === start;
    try {
        return process.kill(pid, 0);
    }
    catch (cause) {
        return (0,errors/* systemCodeOf */.c7)(cause) === 'EPERM';
    }
}
async function startOf(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'latin1').catch(() => '');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
let place;
function here() {
    place ??= findPlace();
    return place;
}
async function findPlace() {
    const boot = await (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'latin1').catch(() => undefined);
    const namespace = await (0,promises_.readlink)('/proc/self/ns/pid').catch(() => '');
    const machine = boot ?? cards();
    return (0,external_node_crypto_.createHash)('sha256').update([(0,external_node_os_.hostname)(), machine, namespace].join('\0')).digest('hex').slice(0, 12);
}
function cards() {
    const addresses = Object.values((0,external_node_os_.networkInterfaces)()).flatMap((card) => (card ?? []).map(({ mac }) => mac));
    return [...new Set(addresses)].sort().join();
}

;// CONCATENATED MODULE: ./src/writing/disk.js
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






const nodeDisk = {
    copyFile: promises_.copyFile,
    isOver: isOver,
    link: promises_.link,
    lstat: (path) => (0,promises_.lstat)(path, { bigint: true }),
    mkdir: async (path, mode) => {
        await (0,promises_.mkdir)(path, { mode });
    },
    newMark: newRunMark,
    readdir: (path) => (0,promises_.readdir)(path, { withFileTypes: true }),
    readFile: (path) => (0,promises_.readFile)(path),
    readlink: (path) => (0,promises_.readlink)(path),
    removeTree: (path) => (0,promises_.rm)(path, { recursive: true, force: true }),
    rename: promises_.rename,
    rmdir: (path) => (0,promises_.rmdir)(path),
    stat: (path) => (0,promises_.stat)(path),
    symlink: (target, path) => (0,promises_.symlink)(target, path),
    unlink: promises_.unlink,
    wait: (ms) => (0,external_node_timers_promises_.setTimeout)(ms),
    writeNew,
    writePieces,
};
function writeNew(path, bytes) {
    return new Promise((resolve, reject) => {
        (0,external_node_fs_.writeFile)(path, bytes, { flag: 'wx' }, (error) => {
            if (error === null)
                resolve();
            else
                reject(error);
        });
    });
}
async function writePieces(path, pieces) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,promises_.open)(path, 'wx'), true);
        for await (const piece of pieces)
            await file.writeFile(piece);
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
const isPassingAnywhere = (cause) => (0,open_file/* isTooManyOpen */.S1)(cause) || (0,errors/* systemCodeOf */.c7)(cause) === 'ESTALE';
const HELD = ['EBUSY', 'EPERM', 'EACCES'];
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 500;
const PATIENCE_MS = 5000;
function patient(disk, { platform = process.platform, wait = disk.wait } = {}) {
    const isPassing = (cause) => isPassingAnywhere(cause) || (platform === 'win32' && HELD.includes((0,errors/* systemCodeOf */.c7)(cause)));
    const repeated = (call, isWorthIt = isPassing) => async (...args) => {
        for (let ms = FIRST_WAIT_MS, waited = 0;; waited += ms, ms = Math.min(2 * ms, LONGEST_WAIT_MS)) {
            try {
                return await call(...args);
            }
            catch (cause) {
                if (!isWorthIt(cause) || waited >= PATIENCE_MS)
                    throw cause;
                await wait(ms);
            }
        }
    };
    return {
        ...disk,
        link: repeated(disk.link, (cause) => isPassing(cause) && (0,errors/* systemCodeOf */.c7)(cause) !== 'EPERM'),
        copyFile: repeated(disk.copyFile),
        lstat: repeated(disk.lstat),
        mkdir: repeated(disk.mkdir, isPassingAnywhere),
        readdir: repeated(disk.readdir),
        readFile: repeated(disk.readFile),
        readlink: repeated(disk.readlink),
        rename: repeated(disk.rename),
        rmdir: repeated(disk.rmdir),
        stat: repeated(disk.stat),
        symlink: repeated(disk.symlink),
        unlink: repeated(disk.unlink),
        writeNew: repeated(disk.writeNew, open_file/* isTooManyOpen */.S1),
        writePieces: repeated(disk.writePieces, open_file/* isTooManyOpen */.S1),
    };
}

// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(24157);
// EXTERNAL MODULE: ./src/writing/write-failed.js
var write_failed = __webpack_require__(26155);
;// CONCATENATED MODULE: ./src/writing/put-in-place.js




const NO_LINKS = [
    'EPERM',
    'EISDIR',
    'ENOTSUP',
    'EOPNOTSUPP',
    'ENOSYS',
    'EINVAL',
    'EMLINK',
    'EXDEV',
    'UNKNOWN',
];
async function putInPlace(disk, file, overwrite) {
    const { staged, final } = file;
    const joined = await joinedBytes(disk, file);
    if (joined === 'same')
        return { how: 'kept', identity: await identityAt(disk, final) };
    if (joined === 'other')
        return await replace(disk, file, file.joined);
    if (overwrite && (await isThere(disk, final)))
        return await replace(disk, file, staged);
    try {
        return { how: 'new', identity: await moveAsNew(disk, staged, final) };
    }
    catch (cause) {
        if ((0,errors/* systemCodeOf */.c7)(cause) !== 'EEXIST')
            throw cause;
        if (overwrite)
            return await putInPlace(disk, file, overwrite);
        if (await areSame(disk, staged, final))
            return { how: 'kept', identity: await identityAt(disk, final) };
        throw (0,write_failed/* outputExists */.oT)(`  ${(0,base_log/* printable */.g$)(final)}`);
    }
}
async function takeBack(disk, { final, backup }, { how, identity }) {
    if (how === 'kept')
        return;
    const now = await identityAt(disk, final).catch((cause) => {
        if ((0,errors/* systemCodeOf */.c7)(cause) === 'ENOENT')
            return undefined;
        throw cause;
    });
    if (now !== identity)
        return;
    if (how === 'new')
        await disk.unlink(final);
    else
        await disk.rename(backup, final);
}
async function identityAt(disk, path) {
    const { dev, ino } = await disk.lstat(path);
    return `${dev}:${ino}`;
}
async function joinedBytes(disk, file) {
    if (file.onExisting === undefined || !(await isRegular(disk, file.final)))
        return undefined;
    const existing = await disk.readFile(file.final);
    const wanted = await file.onExisting(existing);
    if (wanted === undefined || wanted.equals(existing))
        return wanted && 'same';
    await disk.writeNew(file.joined, wanted);
    return 'other';
}
async function isRegular(disk, path) {
    if (!(await isThere(disk, path)))
        return false;
    try {
        return (await disk.stat(path)).isFile();
    }
    catch (cause) {
        if (['ENOENT', 'ELOOP'].includes((0,errors/* systemCodeOf */.c7)(cause) ?? ''))
            return false;
        throw cause;
    }
}
async function areSame(disk, staged, final) {
    const stats = await disk.lstat(final);
    if (!stats.isFile() || stats.size !== (await disk.lstat(staged)).size)
        return false;
    return (await disk.readFile(final)).equals(await disk.readFile(staged));
}
async function isThere(disk, path) {
    try {
        const stats = await disk.lstat(path);
        if (stats.isDirectory())
            throw Object.assign(new Error('there is a folder'), { code: 'EISDIR' });
        return true;
    }
    catch (cause) {
        if ((0,errors/* systemCodeOf */.c7)(cause) === 'ENOENT')
            return false;
        throw cause;
    }
}
async function replace(disk, { final, backup }, by) {
    const hasLinks = await keepOriginal(disk, final, backup);
    const before = hasLinks ? await identityAt(disk, by) : undefined;
    await disk.rename(by, final);
    return { how: 'replaced', identity: before ?? (await identityAt(disk, final)) };
}
async function moveAsNew(disk, staged, final) {
    try {
        const identity = await identityAt(disk, staged);
        await disk.link(staged, final);
        await disk.unlink(staged).catch(() => undefined);
        return identity;
    }
    catch (cause) {
        if (!NO_LINKS.includes((0,errors/* systemCodeOf */.c7)(cause)))
            throw cause;
        if (await isThere(disk, final))
            throw Object.assign(new Error('there is a file', { cause }), { code: 'EEXIST' });
        await disk.rename(staged, final);
        return await identityAt(disk, final);
    }
}
async function keepOriginal(disk, final, backup) {
    const stats = await disk.lstat(final);
    if (!stats.isSymbolicLink())
        return await linkOrCopy(disk, final, backup);
    await disk.symlink(await disk.readlink(final), backup);
    return false;
}
const COPIES = process.platform === 'win32';
async function linkOrCopy(disk, final, backup) {
    try {
        if (!COPIES) {
            await disk.link(final, backup);
            return true;
        }
    }
    catch (cause) {
        if (!NO_LINKS.includes((0,errors/* systemCodeOf */.c7)(cause)))
            throw cause;
    }
    await disk.copyFile(final, backup, external_node_fs_.constants.COPYFILE_EXCL);
    return false;
}

;// CONCATENATED MODULE: ./src/writing/staging-folders.js




const REMOVALS_AT_ONCE = 16;
const MOST_REMOVALS = 10;
async function makeStagingFolder(disk, target, mark, made) {
    const path = (0,external_node_path_.join)(target, mark);
    const isNew = await makeInside(disk, path, made);
    made.push(path);
    if (!isNew)
        await removeDeadRuns(disk, target, path);
    return path;
}
async function makeInside(disk, path, made) {
    for (let left = MOST_REMOVALS;; left -= 1) {
        try {
            const isNew = await makeFolder(disk, (0,external_node_path_.dirname)(path), made);
            await disk.mkdir(path, 0o700);
            return isNew;
        }
        catch (cause) {
            if ((0,errors/* systemCodeOf */.c7)(cause) !== 'ENOENT' || left === 0)
                throw cause;
        }
    }
}
async function makeFolder(disk, path, made, parentIsThere = false) {
    try {
        await disk.mkdir(path);
    }
    catch (cause) {
        const code = (0,errors/* systemCodeOf */.c7)(cause);
        if (code === 'ENOENT' && (0,external_node_path_.dirname)(path) !== path && !parentIsThere) {
            await makeFolder(disk, (0,external_node_path_.dirname)(path), made);
            return await makeFolder(disk, path, made, true);
        }
        if (code === 'EEXIST' && (await disk.stat(path)).isDirectory())
            return false;
        throw code === 'EEXIST'
            ? Object.assign(new Error('there is a file in place of the folder'), { code: 'ENOTDIR', cause })
            : cause;
    }
    made.push(path);
    return true;
}
async function removeStagingFolder(disk, path) {
    try {
        await (0,map_bounded/* mapBounded */.y)(await disk.readdir(path), REMOVALS_AT_ONCE, ({ name }) => disk.unlink((0,external_node_path_.join)(path, name)));
        await disk.rmdir(path);
    }
    catch {
        await disk.removeTree(path).catch(() => undefined);
    }
}
async function otherRuns(disk, folder, own) {
    const entries = await disk.readdir(folder);
    const others = entries.filter((entry) => entry.isDirectory() && entry.name !== (0,external_node_path_.basename)(own) && names/* STAGING_NAME */.MV.test(entry.name));
    if (others.length === 0)
        return [];
    const { mtimeNs: now } = await disk.lstat(own);
    return await (0,map_bounded/* mapBounded */.y)(others, 1, async ({ name }) => {
        const path = (0,external_node_path_.join)(folder, name);
        const made = await disk.lstat(path).catch(() => undefined);
        return { path, isOver: await disk.isOver(name, made === undefined ? 0n : now - made.mtimeNs) };
    });
}
async function removeDeadRuns(disk, folder, own) {
    for (const other of await otherRuns(disk, folder, own))
        if (other.isOver)
            await removeStagingFolder(disk, other.path);
}
const isHidden = (path) => (0,external_node_path_.basename)(path).startsWith(names/* STAGING_PREFIX */.th);
async function removeHidden(disk, made) {
    for (const path of made.splice(0).filter(isHidden))
        await removeStagingFolder(disk, path);
}
async function removeMade(disk, made) {
    for (const path of made.splice(0).toSorted((a, b) => b.length - a.length)) {
        if (isHidden(path))
            await removeStagingFolder(disk, path);
        else
            await disk.rmdir(path).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./src/writing/turn.js




const FLAG = 'moving';
const FOLDERS_AT_ONCE = 16;
const WAIT_MS = 50;
const STALE_NS = 10n * 60n * 1000000000n;
async function takeTurn(disk, hidden, signal) {
    for (;;) {
        signal?.throwIfAborted();
        await (0,map_bounded/* mapBounded */.y)(hidden, FOLDERS_AT_ONCE, (path) => raise(disk, path));
        let others = await moving(disk, hidden);
        while (others.length > 0 && others.every((other) => isBehind(other, hidden))) {
            await disk.wait(WAIT_MS);
            signal?.throwIfAborted();
            others = await moving(disk, hidden);
        }
        if (others.length === 0)
            return;
        await (0,map_bounded/* mapBounded */.y)(hidden, FOLDERS_AT_ONCE, (path) => disk.unlink((0,external_node_path_.join)(path, FLAG)));
        await disk.wait(WAIT_MS);
    }
}
function isBehind(other, hidden) {
    return (0,external_node_path_.basename)(other) > (0,external_node_path_.basename)(hidden[0] ?? '');
}
async function raise(disk, path) {
    await disk.writeNew((0,external_node_path_.join)(path, FLAG), new Uint8Array());
}
async function moving(disk, hidden) {
    const found = await (0,map_bounded/* mapBounded */.y)(hidden, FOLDERS_AT_ONCE, async (own) => {
        const others = await otherRuns(disk, (0,external_node_path_.dirname)(own), own);
        const flags = await (0,map_bounded/* mapBounded */.y)(others, 1, async ({ path, isOver }) => !isOver && (await isRaised(disk, path, own)) ? [path] : []);
        return flags.flat();
    });
    return found.flat();
}
async function isRaised(disk, path, own) {
    try {
        const [theirs, ours] = [await disk.lstat((0,external_node_path_.join)(path, FLAG)), await disk.lstat((0,external_node_path_.join)(own, FLAG))];
        return ours.mtimeNs - theirs.mtimeNs < STALE_NS;
    }
    catch (cause) {
        if ((0,errors/* systemCodeOf */.c7)(cause) === 'ENOENT')
            return false;
        throw cause;
    }
}

;// CONCATENATED MODULE: ./src/writing/move-all.js








const MOVES_AT_ONCE = 16;
async function moveAll(moves, signal) {
    const { disk, made } = moves;
    const placed = [];
    try {
        await takeTurn(disk, made.filter(isHidden), signal);
        await placeAll(moves, placed, signal);
        await moves.confirm?.();
    }
    catch (cause) {
        const stuck = await takeAllBack(moves, placed);
        if (stuck.length > 0)
            throw notRestored(stuck, made, cause);
        await removeMade(disk, made);
        throw cause;
    }
}
async function placeAll({ disk, finals, fileAt, overwrite }, placed, signal) {
    const last = [];
    const place = async (number, file) => {
        signal?.throwIfAborted();
        try {
            placed[number] = await putInPlace(disk, file, overwrite);
        }
        catch (cause) {
            throw (0,write_failed/* writeFailed */.PF)(file.final, cause);
        }
    };
    await (0,map_bounded/* mapBounded */.y)(finals, MOVES_AT_ONCE, async (final, number) => {
        const file = await fileAt(number, final);
        if (file.onExisting === undefined)
            await place(number, file);
        else
            last.push({ number, file });
    });
    for (const { number, file } of last)
        await place(number, file);
}
async function takeAllBack({ disk, finals, fileAt }, placed) {
    const stuck = await (0,map_bounded/* mapBounded */.y)(finals, MOVES_AT_ONCE, async (final, number) => {
        const how = placed[number];
        if (how === undefined)
            return [];
        try {
            await takeBack(disk, await fileAt(number, final), how);
            return [];
        }
        catch (cause) {
            return [`${(0,base_log/* printable */.g$)(final)}: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`];
        }
    });
    return stuck.flat();
}
function notRestored(stuck, made, cause) {
    const hidden = made.splice(0).filter(isHidden);
    const what = `${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}\nThese could not be put back as they were:\n${(0,base_log/* listed */.KE)(stuck)}`;
    return new errors/* ActionError */.lZ('WRITE_FAILED', what, {
        hint: `What was replaced is kept, numbered, in:\n${(0,base_log/* listed */.KE)(hidden.map((path) => (0,display_path/* shownPath */.pS)(path)))}\nThe next run removes these folders: copy what you need before.`,
        cause,
    });
}

// EXTERNAL MODULE: ./src/files/name-rules.js
var name_rules = __webpack_require__(27960);
;// CONCATENATED MODULE: ./src/writing/spellings.js



class Spellings {
    #disk;
    #folders = new Map();
    #rules;
    constructor(disk, rules = new name_rules/* FolderNames */.F()) {
        this.#disk = disk;
        this.#rules = rules;
    }
    async refuseClash(final, hidden) {
        const folder = this.#folders.get(hidden) ?? this.#look(hidden);
        this.#folders.set(hidden, folder);
        const names = await folder;
        if (names === undefined)
            return;
        const key = (0,name_rules/* widestKey */.o)((0,external_node_path_.basename)(final));
        const other = names.get(key);
        names.set(key, final);
        if (other === undefined || other === final)
            return;
        if (await this.#rules.areOne((0,external_node_path_.dirname)(final), (0,external_node_path_.basename)(other), (0,external_node_path_.basename)(final)))
            throw (0,write_failed/* namesClash */.mE)([[other, final]]);
    }
    async #look(hidden) {
        const capitals = (0,external_node_path_.join)((0,external_node_path_.dirname)(hidden), (0,external_node_path_.basename)(hidden).toUpperCase());
        return await this.#disk.lstat(capitals).then(() => new Map(), () => undefined);
    }
}

;// CONCATENATED MODULE: ./src/writing/staging.js







function openStaging({ overwrite, disk = patient(nodeDisk) }) {
    const finals = [];
    const made = [];
    const hiddenIn = hiddenFolders(disk, made);
    const asking = new Map();
    const spellings = new Spellings(disk);
    const writing = new Set();
    let isOpen = true;
    let failure;
    const close = async () => {
        isOpen = false;
        await Promise.allSettled(writing);
    };
    const fileAt = async (number, final) => {
        const staged = (0,external_node_path_.join)(await hiddenIn((0,external_node_path_.dirname)(final)), `${number}`);
        return { final, staged, backup: `${staged}.old`, joined: `${staged}.new`, onExisting: asking.get(number) };
    };
    const write = async (number, final, bytes) => {
        try {
            const { staged } = await fileAt(number, final);
            await spellings.refuseClash(final, (0,external_node_path_.dirname)(staged));
            if (bytes instanceof Uint8Array)
                await disk.writeNew(staged, bytes);
            else
                await disk.writePieces(staged, bytes);
        }
        catch (cause) {
            failure ??= cause instanceof errors/* ActionError */.lZ ? cause : (0,write_failed/* writeFailed */.PF)(final, cause);
            throw failure;
        }
    };
    return {
        async stage(final, bytes, onExisting) {
            if (!isOpen)
                throw new errors/* ActionError */.lZ('INTERNAL_ERROR', 'A file is staged after the end of the run.');
            const number = finals.push(final) - 1;
            if (onExisting !== undefined)
                asking.set(number, onExisting);
            const written = write(number, final, bytes);
            writing.add(written);
            try {
                await written;
            }
            finally {
                writing.delete(written);
            }
        },
        async commit(signal, confirm) {
            await close();
            if (failure !== undefined)
                throw failure;
            await moveAll({ disk, finals, fileAt, made, overwrite, confirm }, signal);
            await removeHidden(disk, made);
            return finals;
        },
        async discard() {
            await close();
            await removeMade(disk, made);
        },
    };
}
function hiddenFolders(disk, made) {
    const hidden = new Map();
    let mark;
    return (target) => {
        mark ??= disk.newMark();
        const folder = hidden.get(target) ?? mark.then((name) => makeStagingFolder(disk, target, name, made));
        hidden.set(target, folder);
        return folder;
    };
}

// EXTERNAL MODULE: ./src/base/markdown.js
var markdown = __webpack_require__(67886);
// EXTERNAL MODULE: ./src/registry/reference.js
var reference = __webpack_require__(904);
;// CONCATENATED MODULE: ./src/report/image-notes.js




const TYPES = {
    'https://slsa.dev/provenance/v1': 'slsaprovenance1',
    'https://spdx.dev/Document': 'spdxjson',
    'https://cyclonedx.org/bom': 'cyclonedx',
};
function imageNotes(input) {
    const parts = [
        '### Verifying the images',
        'With the public key of these notes in `kms-public-key.pem`, by digest:',
        ...cosignParts(input),
        'cosign 3 takes any attestation of the key for a signature of the image, whatever it says: compare the predicate where it matters.',
        ...statementParts(input),
        ...clusterParts(input),
    ];
    return `${parts.join('\n\n')}\n`;
}
const block = (language, ...lines) => `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;
function hashFlag({ algorithm }) {
    return algorithm.hash === 'sha256' ? '' : ` --signature-digest-algorithm ${algorithm.hash}`;
}
function eachImage(input, command) {
    const names = new Set(input.images.map((image) => `${(0,reference/* nameOf */.Vb)(image)}@${image.digest}`));
    return ['set -e', ...[...names].map((name) => command((0,shell/* shellWord */.r7)(name)))];
}
function cosignParts(input) {
    const flags = `--key kms-public-key.pem --insecure-ignore-tlog=true${hashFlag(input.key)}`;
    const verify = (more) => block('sh', ...eachImage(input, (image) => `cosign verify ${flags}${more} ${image}`));
    const { layouts } = input;
    if (!layouts.includes('referrer'))
        return [
            'cosign 2:',
            verify(''),
            'cosign 3, which looks at tags by itself only where an image has no bundle among its referrers:',
            verify(' --new-bundle-format=false'),
        ];
    return [layouts.includes('tag') ? 'cosign 2 and 3:' : 'cosign 3 (cosign 2 does not read referrers):', verify('')];
}
function statementVersions({ key, layouts }) {
    const isSha256 = key.algorithm.hash === 'sha256';
    if (layouts.includes('referrer'))
        return [[layouts.includes('tag') && isSha256 ? 'cosign 2 and 3' : 'cosign 3', '']];
    const three = ['cosign 3', ' --new-bundle-format=false'];
    return isSha256 ? [['cosign 2', ''], three] : [three];
}
function statementParts(input) {
    const flags = `--key kms-public-key.pem --insecure-ignore-tlog=true${hashFlag(input.key)}`;
    const verify = (type, more) => block('sh', ...eachImage(input, (image) => {
        const name = (0,shell/* shellWord */.r7)(TYPES[type] ?? type);
        return `cosign verify-attestation --type ${name} ${flags}${more} ${image} > /dev/null`;
    }));
    return input.predicateTypes.flatMap((type) => statementVersions(input).flatMap(([versions, more]) => [
        `The statements of type ${(0,markdown/* markdownCode */.D9)(type)}, with ${versions}:`,
        verify(type, more),
    ]));
}
function clusterParts(input) {
    if (!input.layouts.includes('tag'))
        return [];
    const parts = ['In a cluster with Kyverno:', kyverno(input)];
    if (input.key.algorithm.hash !== 'sha256')
        return [...parts, 'Connaisseur cannot verify signatures of this key: it knows keys of the curve P-256 alone.'];
    return [...parts, 'With Connaisseur, as a part of its values:', connaisseur(input)];
}
const indented = (text, spaces) => text
    .trim()
    .split('\n')
    .map((line) => `${' '.repeat(spaces)}${line}`);
function repositories(input) {
    return [...new Set(input.images.map(reference/* nameOf */.Vb))];
}
const patternsOf = (name) => [`${name}:*`, `${name}@*`].map((pattern) => JSON.stringify(pattern));
const hubName = (name) => name.replace(/^index\.docker\.io\//u, 'docker.io/');
function kyverno(input) {
    const { key } = input;
    const { hash } = key.algorithm;
    return block('yaml', 'apiVersion: kyverno.io/v1', 'kind: ClusterPolicy', 'metadata:', '  name: signed-by-kms-key', 'spec:', '  webhookTimeoutSeconds: 30', '  rules:', '    - name: signed-by-kms-key', '      match:', '        any:', '          - resources:', '              kinds: [Pod]', '      verifyImages:', '        - imageReferences:', ...repositories(input).flatMap((name) => patternsOf(hubName(name)).map((pattern) => `            - ${pattern}`)), '          failureAction: Enforce', '          attestors:', '            - entries:', '                - keys:', ...(hash === 'sha256' ? [] : [`                    signatureAlgorithm: ${hash}`]), '                    publicKeys: |-', ...indented((0,public_key/* pem */.ps)('PUBLIC KEY', key.publicKey.spki), 22), '                    rekor:', '                      ignoreTlog: true', '                    ctlog:', '                      ignoreSCT: true');
}
function connaisseur(input) {
    return block('yaml', 'application:', '  validators:', '    - name: kms-key', '      type: cosign', '      trustRoots:', '        - name: default', '          key: |', ...indented((0,public_key/* pem */.ps)('PUBLIC KEY', input.key.publicKey.spki), 12), '  policy:', ...repositories(input)
        .flatMap(patternsOf)
        .flatMap((pattern) => [
        `    - pattern: ${pattern}`,
        '      validator: kms-key',
        '      with:',
        '        verifyInTransparencyLog: false',
        '        verifySCT: false',
    ]));
}

// EXTERNAL MODULE: ./src/base/secrets.js
var secrets = __webpack_require__(31234);
;// CONCATENATED MODULE: ./src/report/manifest.js


const NOTE = 'This file is not signed and proves nothing: it lists what one run wrote. Trust the signatures, checked with a key that you have from elsewhere.';
function manifest(result, workspace, env) {
    const listed = (file) => ({
        name: file.name,
        path: file.displayPath,
        size: file.size ?? null,
        digest: `${result.hash}:${file.digest.toString('hex')}`,
        signature: file.signature?.toString('base64') ?? null,
        files: file.writtenPaths.map((path) => (0,display_path/* displayPath */.Gt)(path, workspace)),
        requestId: file.requestId === undefined ? null : (0,secrets/* withoutSecrets */.c)(file.requestId),
    });
    const shown = {
        version: 1,
        note: NOTE,
        keyId: result.key.id,
        algorithm: result.key.algorithm.name,
        fingerprint: result.key.publicKey.fingerprint,
        repository: env['GITHUB_REPOSITORY'] ?? null,
        ref: env['GITHUB_REF'] ?? null,
        commit: env['GITHUB_SHA'] ?? null,
        run: run(env),
        files: result.files.map(listed),
        checksums: result.checksums === undefined ? null : listed(result.checksums),
        provenance: result.provenancePaths.map((path) => (0,display_path/* displayPath */.Gt)(path, workspace)),
        attestations: result.attestationPaths.map((path) => (0,display_path/* displayPath */.Gt)(path, workspace)),
        runFiles: [...result.runFilePaths.values()].map((path) => (0,display_path/* displayPath */.Gt)(path, workspace)),
        ...(result.images.length === 0 ? {} : { images: result.images }),
    };
    return Buffer.from(`${JSON.stringify(shown, null, 2)}\n`);
}
function run(env) {
    const id = env['GITHUB_RUN_ID'];
    if (!id)
        return null;
    return { id, attempt: env['GITHUB_RUN_ATTEMPT'] ?? null, url: runUrl(env) ?? null };
}
function runUrl(env) {
    const { GITHUB_RUN_ID: id, GITHUB_REPOSITORY: repository } = env;
    if (!id || !repository)
        return undefined;
    return `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${repository}/actions/runs/${id}`;
}

// EXTERNAL MODULE: ./src/crypto/der.js
var der = __webpack_require__(23988);
// EXTERNAL MODULE: ./src/crypto/hashes.js
var hashes = __webpack_require__(18127);
;// CONCATENATED MODULE: ./src/crypto/ecdsa-integers.js

function ecdsaIntegers(signature) {
    const [r, s, ...rest] = (0,der/* readElements */.cl)((0,der/* readElement */.RN)(signature, der/* TAG */.Dk.sequence).content);
    if (r?.tag !== der/* TAG */.Dk.integer || s?.tag !== der/* TAG */.Dk.integer || rest.length > 0)
        throw new RangeError('no ECDSA-Sig-Value');
    return [r.content, s.content];
}

;// CONCATENATED MODULE: ./src/formats/openpgp/packets.js

const PACKET = { signature: 2, publicKey: 6, userId: 13 };
const ECDSA = 19;
function uint16(value) {
    const octets = Buffer.alloc(2);
    octets.writeUInt16BE(value);
    return octets;
}
function uint32(value) {
    const octets = Buffer.alloc(4);
    octets.writeUInt32BE(value);
    return octets;
}
function seconds(time) {
    const value = Math.floor(time.getTime() / 1000);
    if (!(value >= 0 && value <= 0xffffffff))
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', 'The time when the key was made is none that OpenPGP can hold.');
    return uint32(value);
}
function mpi(bytes) {
    const start = bytes.findIndex((octet) => octet !== 0);
    if (start < 0)
        return uint16(0);
    const trimmed = bytes.subarray(start);
    const bits = 8 * trimmed.length - (Math.clz32(trimmed[0] ?? 0) - 24);
    return Buffer.concat([uint16(bits), trimmed]);
}
function packet(tag, body) {
    return Buffer.concat([Buffer.from([0xc0 | tag]), newLength(body.length), body]);
}
function subpacket(type, body) {
    return Buffer.concat([newLength(body.length + 1), Buffer.from([type]), body]);
}
function newLength(length) {
    if (length < 192)
        return Buffer.from([length]);
    if (length < 8384)
        return uint16(length - 192 + 0xc000);
    return Buffer.concat([Buffer.from([0xff]), uint32(length)]);
}
function armor(label, bytes) {
    const lines = bytes.toString('base64').match(/.{1,64}/gu) ?? [];
    const checksum = Buffer.from(crc24(bytes)).toString('base64');
    return Buffer.from(`-----BEGIN ${label}-----\n\n${lines.join('\n')}\n=${checksum}\n-----END ${label}-----\n`);
}
function crc24(bytes) {
    let crc = 0xb704ce;
    for (const octet of bytes) {
        crc ^= octet << 16;
        for (let bit = 0; bit < 8; bit += 1) {
            crc <<= 1;
            if ((crc & 0x1000000) !== 0)
                crc ^= 0x1864cfb;
        }
    }
    return [(crc >> 16) & 0xff, (crc >> 8) & 0xff, crc & 0xff];
}

;// CONCATENATED MODULE: ./src/formats/openpgp/write.js







const TYPE = { binary: 0x00, text: 0x01, positiveCertification: 0x13 };
const SUBPACKET = { creationTime: 2, issuer: 16, keyFlags: 27, issuerFingerprint: 33 };
const KEY_FLAGS = Buffer.from([0x03]);
function openPgpKey(key, createdAt) {
    const { curve, name } = key.algorithm;
    if (curve === undefined)
        throw new errors/* ActionError */.lZ('UNSUPPORTED_FORMAT', `\`openpgp\` has no signatures by keys of type ${name}.`);
    const curveOid = (0,der/* readElement */.RN)((0,der/* oid */.jq)(curve.oid)).content;
    const body = Buffer.concat([
        Buffer.from([4]),
        seconds(createdAt),
        Buffer.from([ECDSA, curveOid.length]),
        curveOid,
        mpi((0,public_key/* ecPoint */.jX)(key.publicKey)),
    ]);
    const fingerprint = (0,external_node_crypto_.createHash)('sha1').update(hashedKey(body)).digest();
    return { key, createdAt, body, fingerprint };
}
function hashedKey(body) {
    return Buffer.concat([Buffer.from([0x99]), uint16(body.length), body]);
}
function hashedPart(pgp, type, time, ...more) {
    const subpackets = Buffer.concat([
        subpacket(SUBPACKET.issuerFingerprint, Buffer.concat([Buffer.from([4]), pgp.fingerprint])),
        subpacket(SUBPACKET.creationTime, seconds(time)),
        ...more,
    ]);
    const hash = hashes/* HASHES */.T$[pgp.key.algorithm.hash].openpgp;
    return Buffer.concat([Buffer.from([4, type, ECDSA, hash]), uint16(subpackets.length), subpackets]);
}
function trailer(hashed) {
    return Buffer.concat([hashed, Buffer.from([0x04, 0xff]), uint32(hashed.length)]);
}
function signaturePacket(pgp, hashed, digest, signature) {
    const unhashed = subpacket(SUBPACKET.issuer, pgp.fingerprint.subarray(-8));
    const integers = ecdsaIntegers(signature).map(mpi);
    const body = Buffer.concat([hashed, uint16(unhashed.length), unhashed, digest.subarray(0, 2), ...integers]);
    return packet(PACKET.signature, body);
}
function openPgpSignature(pgp, type, startedAt) {
    const hashed = hashedPart(pgp, TYPE[type], startedAt < pgp.createdAt ? pgp.createdAt : startedAt);
    return {
        suffix: trailer(hashed),
        packetOf: (digest, signature) => signaturePacket(pgp, hashed, digest, signature),
    };
}
function openPgpEncoding(pgp, startedAt) {
    const { suffix, packetOf } = openPgpSignature(pgp, 'binary', startedAt);
    const encoding = {
        format: 'openpgp',
        prepare: ({ own, content }) => {
            const digest = own.get('openpgp');
            if (digest === undefined)
                throw new errors/* ActionError */.lZ('INTERNAL_ERROR', 'No digest of the file for `openpgp`.');
            return {
                toSign: digest,
                message: content && Buffer.concat([content, suffix]),
                encode: (signature) => armor('PGP SIGNATURE', packetOf(digest, signature)),
            };
        },
    };
    return { encoding, ownDigest: { format: 'openpgp', form: 'bytes', suffix } };
}
function openPgpCertificate(pgp, userId) {
    const id = Buffer.from(userId, 'utf8');
    const hashed = hashedPart(pgp, TYPE.positiveCertification, pgp.createdAt, subpacket(SUBPACKET.keyFlags, KEY_FLAGS));
    const toSign = (0,external_node_crypto_.createHash)(pgp.key.algorithm.hash)
        .update(hashedKey(pgp.body))
        .update(Buffer.concat([Buffer.from([0xb4]), uint32(id.length), id]))
        .update(trailer(hashed))
        .digest();
    return {
        names: ['kms-public-key.asc', 'kms-public-key.gpg'],
        toSign,
        encode: (signature) => {
            const binary = Buffer.concat([
                packet(PACKET.publicKey, pgp.body),
                packet(PACKET.userId, id),
                signaturePacket(pgp, hashed, toSign, signature),
            ]);
            return [
                { name: 'kms-public-key.asc', content: armor('PGP PUBLIC KEY BLOCK', binary) },
                { name: 'kms-public-key.gpg', content: binary },
            ];
        },
    };
}

;// CONCATENATED MODULE: ./src/formats/sshsig/write.js




const SSH_NAMESPACE = 'file';
const MAGIC = Buffer.from('SSHSIG');
function string(value) {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
function keyType({ algorithm }) {
    const curve = algorithm.curve?.ssh;
    if (curve === undefined)
        throw new errors/* ActionError */.lZ('UNSUPPORTED_FORMAT', `\`sshsig\` has no signatures by keys of type ${algorithm.name}.`);
    return { type: `ecdsa-sha2-${curve}`, curve };
}
function publicKeyBlob(key) {
    const { type, curve } = keyType(key);
    return Buffer.concat([string(type), string(curve), string((0,public_key/* ecPoint */.jX)(key.publicKey))]);
}
function sshsigFileHash(key) {
    return key.algorithm.hash === 'sha256' ? 'sha256' : 'sha512';
}
function fileDigest(key, digests) {
    const digest = key.algorithm.hash === 'sha384' ? digests.sha512 : digests.digest;
    if (digest === undefined)
        throw new errors/* ActionError */.lZ('INTERNAL_ERROR', 'No SHA-512 of the file for `sshsig`.');
    return digest;
}
function sshsigEncoding(key) {
    const { type } = keyType(key);
    const hash = sshsigFileHash(key);
    const about = Buffer.concat([string(SSH_NAMESPACE), string(''), string(hash)]);
    const head = Buffer.concat([MAGIC, Buffer.from([0, 0, 0, 1]), string(publicKeyBlob(key)), about]);
    return {
        format: 'sshsig',
        prepare: (digests) => {
            const message = Buffer.concat([MAGIC, about, string(fileDigest(key, digests))]);
            return {
                toSign: (0,external_node_crypto_.createHash)(key.algorithm.hash).update(message).digest(),
                message,
                encode: (signature) => {
                    const [r, s] = ecdsaIntegers(signature);
                    const blob = Buffer.concat([string(type), string(Buffer.concat([string(r), string(s)]))]);
                    return write_armor(Buffer.concat([head, string(blob)]));
                },
            };
        },
    };
}
function write_armor(blob) {
    const lines = blob.toString('base64').match(/.{1,70}/gu) ?? [];
    return Buffer.from(`-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`);
}
function allowedSigners(key, principal) {
    const { type } = keyType(key);
    return Buffer.from(`${principal} namespaces="${SSH_NAMESPACE}" ${type} ${publicKeyBlob(key).toString('base64')}\n`);
}
function sshFingerprint(key) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(publicKeyBlob(key)).digest('base64');
    return `SHA256:${digest.replaceAll('=', '')}`;
}

;// CONCATENATED MODULE: ./src/report/verification-commands.js
const KEY = 'kms-public-key.pem';
const CMS = 'openssl cms -verify -binary -inform DER -in "$FILE.p7s" -content "$FILE" -certfile kms-certificate.pem -nointern';
function opensslVerify({ algorithm }, signature, file) {
    const pss = algorithm.curve === undefined ? ' -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest' : '';
    return `openssl dgst -${algorithm.hash} -verify ${KEY}${pss} -signature ${signature} ${file}`;
}
function cosignFlags({ algorithm }) {
    if (algorithm.curve?.ssh === undefined)
        return undefined;
    const hash = algorithm.hash === 'sha256' ? '' : ` --signature-digest-algorithm ${algorithm.hash}`;
    return `--key ${KEY} --insecure-ignore-tlog=true${hash}`;
}
function recipes(context, quote) {
    const of = context.formats.flatMap((format) => RECIPES[format](context, quote));
    const { openssl = [], others = [] } = Object.groupBy(of, ({ program }) => program === 'openssl' ? program : 'others');
    return [...openssl, ...others];
}
const RECIPES = {
    sig: ({ key }) => [openssl(key, 'openssl')],
    base64: ({ key, formats }) => formats.includes('sig')
        ? []
        : [openssl(key, 'openssl', 'openssl base64 -d -A -in "$FILE.sig.b64" -out "$FILE.sig"')],
    sigstore: ({ key, formats }) => [
        ...(formats.includes('sig') || formats.includes('base64') ? [] : [openssl(key, OUT_OF_BUNDLE, EXTRACT)]),
        ...cosign(key),
    ],
    sshsig: ({ principal }, quote) => [ssh(quote(principal))],
    openpgp,
    cms: ({ selfSigned }) => [cms(selfSigned)],
    'openpgp-clear': openpgpClear,
};
const OUT_OF_BUNDLE = 'openssl, with the signature taken out of the bundle';
const EXTRACT = `sed 's/.*"signature":"\\([^"]*\\)".*/\\1/' "$FILE.sigstore.json" | openssl base64 -d -A -out "$FILE.sig"`;
function openssl(key, title, ...before) {
    return { program: 'openssl', title, commands: [...before, opensslVerify(key, '"$FILE.sig"', '"$FILE"')] };
}
function cms(selfSigned) {
    const trust = selfSigned ? '-CAfile kms-certificate.pem' : '-noverify';
    const title = selfSigned
        ? 'openssl, CMS'
        : 'openssl, CMS (by this certificate alone; `-CAfile` with its CA in place of `-noverify` checks the chain too)';
    return { program: 'openssl', title, commands: [`${CMS} ${trust} -out /dev/null`] };
}
function cosign(key) {
    const flags = cosignFlags(key);
    if (flags === undefined)
        return [];
    const caveat = key.algorithm.hash === 'sha256' ? '' : '; with this key it needs the hidden flag';
    return [
        {
            program: 'cosign',
            title: `cosign 3.0.4 or newer${caveat}`,
            commands: [`cosign verify-blob ${flags} --bundle "$FILE.sigstore.json" "$FILE"`],
        },
    ];
}
function ssh(principal) {
    const verify = `ssh-keygen -Y verify -f kms-allowed-signers -I ${principal} -n file -s "$FILE.sshsig" < "$FILE"`;
    return { program: 'ssh-keygen', title: 'ssh-keygen', commands: [verify] };
}
function openpgp() {
    return [
        { program: 'gpgv', title: 'GnuPG', commands: ['gpgv --keyring ./kms-public-key.gpg "$FILE.asc" "$FILE"'] },
        { program: 'sqv', title: 'Sequoia', commands: ['sqv --keyring kms-public-key.asc "$FILE.asc" "$FILE"'] },
    ];
}
function openpgpClear() {
    const lines = `awk '{ sub(/[ \\t\\r]+$/, ""); print }'`;
    const commands = [
        'TEXT=$(mktemp)',
        'gpgv --keyring ./kms-public-key.gpg --output - "$FILE.clear.asc" > "$TEXT"',
        `${lines} < "$TEXT" > "$TEXT.lines"`,
        `${lines} < "$FILE" | cmp - "$TEXT.lines"`,
    ];
    const title = 'GnuPG, for the signed text itself; the file may differ from it in line ends and blanks at the ends of lines';
    return [{ program: 'gpgv', title, commands }];
}
function statementCommand(key, type, bundle) {
    const flags = cosignFlags(key);
    if (flags === undefined)
        return undefined;
    return `cosign verify-blob-attestation ${flags} --type ${type} --bundle ${bundle} "$FILE"`;
}
function verification_commands_shell(...lines) {
    return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
}

// EXTERNAL MODULE: ./src/formats/identity.js
var formats_identity = __webpack_require__(63786);
// EXTERNAL MODULE: ./src/formats/run-files.js
var run_files = __webpack_require__(40513);
;// CONCATENATED MODULE: ./src/report/verification-folder.js








function everyFile(input) {
    const extensions = input.formats.map((format) => facts/* EXTENSIONS */.Z1[format]);
    const likeSignatures = input.fileNames.filter((name) => extensions.some((extension) => name.endsWith(extension)));
    if (likeSignatures.some((name) => !isPrintable(name)))
        return [];
    const files = likeSignatures.map((name) => `-path ${(0,shell/* shellWord */.r7)(`./${name.replaceAll(/[\\*?[]/gu, '\\$&')}`)}`);
    const others = inLines(extensions.map((extension) => `! -name '*${extension}'`));
    const taken = files.length === 0 ? others : [`\\( ${others.join(BREAK)}`, ...files.map((name) => `-o ${name}`), '\\)'];
    const runFiles = [...runFileNames(input)].map((name) => `! -path ${(0,shell/* shellWord */.r7)(`./${name}`)}`);
    const lines = [
        ['files() { find . ! -type d', ...taken, ...runFiles, '"$@"; }'].join(BREAK),
        "files -exec sh -c 'bad=0",
        'for F do',
        `  ${opensslVerify(input.key, '"$F.sig"', '"$F"')} ||`,
        '    { printf "NOT VERIFIED: %s\\n" "$F"; bad=1; }',
        'done',
        'exit "$bad"\' sh {} + && files | grep -q .',
    ];
    return [`All files of a folder that holds nothing but this release, with openssl:\n\n${verification_commands_shell(...lines)}`];
}
const BREAK = ' \\\n  ';
function inLines(words) {
    return Array.from({ length: Math.ceil(words.length / 3) }, (_, line) => words.slice(line * 3, line * 3 + 3).join(' '));
}
function runFileNames({ formats, key, provenanceNames, attestations }) {
    return [
        ...(0,facts/* keyFilesOf */.Ye)(formats, key.algorithm.curve === undefined),
        ...provenanceNames,
        ...attestations.map(({ name }) => name),
        run_files/* MANIFEST_FILE */.h1,
    ];
}
function listedFiles(input) {
    const { checksumsName, key } = input;
    if (checksumsName === undefined)
        return [];
    const { program, bytes } = hashes/* HASHES */.T$[key.algorithm.hash];
    const [first] = recipesOf(input);
    const entries = `! LC_ALL=C grep -avE '^\\\\?[0-9a-f]{${bytes * 2}} [ *]' ${checksumsName}`;
    const commands = [...(first?.commands ?? []), entries, `${program} --ignore-missing -c ${checksumsName}`];
    return [
        `${(0,markdown/* markdownText */.p7)(checksumsName)} with its signature, then every file that it lists and that is here:`,
        verification_commands_shell(`FILE=${(0,shell/* shellPath */.G9)(checksumsName)}`, commands.join(' &&\n')),
    ];
}
function recipesOf({ key, formats, identity, certificate }) {
    const principal = (0,formats_identity/* sshPrincipal */.F)(identity, key.id);
    return recipes({ key, formats, principal, selfSigned: certificate?.selfIssued ?? true }, shell/* shellWord */.r7);
}
function isPrintable(name) {
    return (0,base_log/* printable */.g$)(`=${name}`, Infinity) === `=${name}`;
}

;// CONCATENATED MODULE: ./src/report/verification-notes.js







function verificationNotes(input) {
    const parts = [
        input.fileNames.length === 0 ? '### The key' : '### Verifying these files',
        trust(input),
        ...inBrowser(input),
        ...signatures(input),
        ...listedFiles(input),
        ...provenance(input),
        ...attestations(input),
    ];
    return `${parts.join('\n\n')}\n`;
}
function trust(input) {
    const { key, runUrl } = input;
    const run = runUrl === undefined ? '' : `, on the page of [the run that signed](${linkTarget(runUrl)})`;
    return [
        `Signed with the Yandex Cloud KMS key ${(0,markdown/* markdownCode */.D9)(key.id)} (${key.algorithm.name}). The fingerprint of its public key is`,
        `\`\`\`text\n${key.publicKey.fingerprint}\n\`\`\``,
        `**Take the fingerprint from somewhere else than this release** and compare: from the project’s documentation${run}, or from a key kept from an earlier release. Whoever can replace these files can replace this text. Then check that the key files here hold that key:`,
        keyChecks(input).join('\n'),
    ].join('\n\n');
}
function inBrowser({ verifyPage, fileNames }) {
    if (verifyPage === undefined || fileNames.length === 0)
        return [];
    const page = (0,markdown/* markdownLink */.iQ)('the page that verifies', verifyPage);
    return [
        `In a browser, without any other program: open ${page}, paste the fingerprint that you took from somewhere else, and drop the files on it with their signatures and \`kms-public-key.pem\`. Nothing leaves your machine.`,
    ];
}
function linkTarget(url) {
    return encodeURI(url).replaceAll('(', '%28').replaceAll(')', '%29');
}
function keyChecks({ key, formats }) {
    const fingerprint = 'openssl pkey -pubin -outform DER | openssl dgst -sha256';
    const hex = key.publicKey.fingerprint.replace('sha256:', '');
    const check = {
        'kms-public-key.pem': () => keyCheck('openssl pkey -pubin -in kms-public-key.pem -outform DER | openssl dgst -sha256', hex),
        'kms-public-key.pss.pem': () => undefined,
        'kms-allowed-signers': () => keyCheck("cut -d ' ' -f 3- kms-allowed-signers | ssh-keygen -l -f -", sshFingerprint(key)),
        'kms-public-key.asc': () => {
            if (key.createdAt === undefined)
                return undefined;
            const fpr = openPgpKey(key, key.createdAt).fingerprint.toString('hex').toUpperCase();
            return keyCheck('gpg --show-keys kms-public-key.asc kms-public-key.gpg', fpr);
        },
        'kms-public-key.gpg': () => undefined,
        'kms-certificate.pem': () => keyCheck(`openssl x509 -in kms-certificate.pem -noout -pubkey | ${fingerprint}`, hex),
    };
    const files = (0,facts/* keyFilesOf */.Ye)(formats, key.algorithm.curve === undefined);
    return files.map((name) => check[name]()).filter((line) => line !== undefined);
}
const keyCheck = (command, expected) => `- \`${command}\` shows \`${expected}\``;
function exampleName(names) {
    const plain = names.find((name) => /^[A-Za-z0-9_][A-Za-z0-9._+-]*$/u.test(name));
    return plain ?? names.find(isPrintable) ?? 'name-of-the-file';
}
function signatures(input) {
    const { targets, fileNames, checksumsName } = input;
    if (fileNames.length === 0)
        return [];
    if (targets.includes('files')) {
        const loop = input.formats.includes('sig') && fileNames.length > 1 ? everyFile(input) : [];
        return [...commands(input, exampleName(fileNames)), ...loop];
    }
    return checksumsName === undefined ? [] : commands(input, checksumsName);
}
function commands(input, name) {
    return [
        'Each of these verifies one file; put its name here first:',
        verification_commands_shell(`FILE=${(0,shell/* shellPath */.G9)(name)}`),
        ...recipesOf(input).flatMap((recipe) => [`${recipe.title}:`, verification_commands_shell(recipe.commands.join(' &&\n'))]),
    ];
}
function provenance(input) {
    const [bundle, ...others] = input.provenanceNames;
    if (bundle === undefined)
        return [];
    const about = 'The provenance says which workflow, commit and run the files are from. It is signed with the project’s own key and claims no SLSA level.';
    const command = statementCommand(input.key, 'slsaprovenance1', (0,shell/* shellWord */.r7)(bundle));
    if (command === undefined)
        return [`${about} cosign takes no key of this type: use this action’s \`verify\` with \`provenance: ${bundle}\`.`];
    const which = others.length === 0 ? '' : ` There are ${others.length + 1} such files; take the one that lists yours.`;
    return [`${about}${which} With cosign:`, verification_commands_shell(`FILE=${(0,shell/* shellPath */.G9)(exampleName(input.fileNames))}`, command)];
}
function attestations(input) {
    const byType = Map.groupBy(input.attestations, ({ type }) => type);
    return [...byType].flatMap(([type, [first, ...others]]) => {
        if (first === undefined)
            return [];
        const about = `The attestation ${(0,markdown/* markdownCode */.D9)(first.name)} is of the type ${(0,markdown/* markdownCode */.D9)(type)}, signed with the project’s own key.`;
        const which = others.length === 0 ? '' : ` There are ${others.length + 1} of this type.`;
        const command = statementCommand(input.key, (0,shell/* shellWord */.r7)(type), (0,shell/* shellWord */.r7)(first.name));
        const file = `FILE=${(0,shell/* shellPath */.G9)(exampleName(input.fileNames))}`;
        if (command !== undefined)
            return [`${about}${which} With cosign:`, verification_commands_shell(file, command)];
        return [`${about}${which} cosign takes no key of this type: use this action’s \`verify\` with \`attestations\`.`];
    });
}

// EXTERNAL MODULE: ./src/signing/predicate.js
var predicate = __webpack_require__(34656);
;// CONCATENATED MODULE: ./src/sign/notes.js





function notesOf({ inputs, predicates, certificate, env }, result) {
    const { images } = inputs;
    const notes = verificationNotes({
        key: result.key,
        formats: inputs.formats,
        targets: inputs.targets,
        fileNames: result.files.map(({ name }) => name),
        checksumsName: result.checksums?.name,
        provenanceNames: result.provenancePaths.map((path) => (0,external_node_path_.basename)(path)),
        attestations: (0,predicate/* attestationFileNames */.f7)(predicates, result.files.length).map((name, index) => ({
            name,
            type: predicates[Math.floor(index / Math.ceil(result.files.length / predicate/* MAX_SUBJECTS */.Vn))]?.type ?? '',
        })),
        identity: inputs.identity,
        verifyPage: inputs.verifyPage,
        certificate,
        runUrl: runUrl(env),
    });
    if (images === undefined)
        return notes;
    const predicateTypes = result.images[0]?.attestations ?? [];
    const { references, layouts } = images;
    return `${notes}\n${imageNotes({ key: result.key, images: references, layouts, predicateTypes })}`;
}

// EXTERNAL MODULE: ./src/sign/plan.js + 3 modules
var sign_plan = __webpack_require__(47483);
;// CONCATENATED MODULE: ./src/sign/publish.js







async function publishArtifact(upload, { inputs, env, tasks, front, account }, artifact, { writtenPaths }) {
    const { log, mask } = front;
    const root = (0,names/* commonFolder */.Mp)(writtenPaths.map((path) => (0,external_node_path_.dirname)(path))) ?? inputs.workspace;
    const request = { ...artifact, files: writtenPaths, root, overwrite: inputs.overwrite, env, mask };
    const { id, url, digest, name } = await upload(request, tasks.signal, log);
    log.info(`Uploaded ${writtenPaths.length} files as the artifact ${name}: ${url}`);
    account.uploads.push({ where: 'Workflow artifact', name, url, files: writtenPaths.length });
    front.setOutput('artifact-id', String(id));
    front.setOutput('artifact-url', url);
    front.setOutput('artifact-digest', digest);
}
function noticeNoArtifact(log) {
    log.notice('No workflow artifact was uploaded: there is no artifact service here (GitHub Enterprise Server, and runners of ' +
        'other systems, have none that this action can use). Everything that was written is in the workspace, and the ' +
        'output files names it. `upload-artifact: false` says that this is meant.');
}
async function prepareAssets(run, { http }, key) {
    const { inputs, found, plan, env, limits, tasks, front } = run;
    const { release, overwrite } = inputs;
    if (release === undefined)
        return undefined;
    const { prepareRelease } = await Promise.all(/* import() */[__webpack_require__.e(448), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 65961));
    const publicKey = async () => (await key).publicKey;
    const allNames = async () => (0,sign_plan/* assetNames */.PB)((0,sign_plan/* planOutputs */.iS)(run, (0,sign_plan/* knownOf */.bz)(await key), run.plan));
    const { log } = front;
    const { signal } = tasks;
    const { deadline } = limits;
    const names = (0,sign_plan/* assetNames */.PB)(plan);
    const signs = found.files.map(({ name }) => name);
    const principal = (0,formats_identity/* sshPrincipal */.F)(inputs.identity, inputs.keyId);
    const bounds = { http, log, signal, deadline, env };
    return prepareRelease({ ...bounds, ...release, overwrite, names, signs, principal, publicKey, allNames });
}
async function publishAssets({ inputs, front, account }, prepared, { writtenPaths, runFilePaths, key }) {
    const manifest = runFilePaths.get(run_files/* MANIFEST_FILE */.h1);
    const files = writtenPaths.filter((path) => path !== manifest);
    const { attachAssets } = await Promise.all(/* import() */[__webpack_require__.e(448), __webpack_require__.e(237)]).then(__webpack_require__.bind(__webpack_require__, 54237));
    const assets = await attachAssets(prepared, files, key.publicKey);
    for (const { path, name, id, left } of assets)
        front.log.debug(`${(0,base_log/* printable */.g$)((0,display_path/* displayPath */.Gt)(path, inputs.workspace))} is the asset ${(0,base_log/* printable */.g$)(name)} (id ${id})${left ? ' that was there already' : ''}.`);
    const { tag, htmlUrl } = prepared.release;
    front.log.info(`The release ${(0,base_log/* printable */.g$)(tag)} has all ${assets.length} files.`);
    account.uploads.push({ where: 'Release', name: tag, url: htmlUrl, files: assets.length });
    front.setOutput('release-asset-urls', assets.map(({ url }) => url).join('\n'), 'Read them from the release.');
}

// EXTERNAL MODULE: ./src/sign/report.js
var report = __webpack_require__(23041);
// EXTERNAL MODULE: ../../node_modules/undici/lib/dispatcher/pool.js
var dispatcher_pool = __webpack_require__(5928);
;// CONCATENATED MODULE: ./src/http/connections-ahead.js
const IDLE_MS = 4000;
class ConnectionsAhead {
    #connect;
    #origin;
    #opened = [];
    constructor(connect, origin) {
        this.#connect = connect;
        this.#origin = origin;
    }
    warm = (connections) => {
        if (connections === 0) {
            for (const { socket } of this.#opened.splice(0))
                socket.then(destroy, ignore);
        }
        while (this.#opened.length < connections)
            this.#opened.push({ socket: this.#open(), at: performance.now() });
    };
    connect = (options, callback) => {
        const [next, ...rest] = this.#opened;
        this.#opened = rest;
        if (next === undefined) {
            this.#connect(options, callback);
            return;
        }
        next.socket.then((socket) => {
            if (socket.destroyed || performance.now() - next.at > IDLE_MS) {
                socket.destroy();
                this.#connect(options, callback);
            }
            else {
                socket.ref();
                callback(null, socket);
            }
        }, () => {
            this.#connect(options, callback);
        });
    };
    #open() {
        const { host, hostname, protocol, port } = this.#origin;
        const socket = new Promise((resolve, reject) => {
            this.#connect({ host, hostname: hostname.replace(/^\[(.+)\]$/u, '$1'), protocol, port }, (...[error, opened]) => {
                if (error === null)
                    resolve(opened);
                else
                    reject(error);
            });
        });
        socket.then((opened) => opened.unref(), ignore);
        return socket;
    }
}
function destroy(socket) {
    socket.destroy();
}
function ignore() {
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ../../node_modules/undici/lib/core/connect.js
var core_connect = __webpack_require__(91332);
;// CONCATENATED MODULE: ./src/http/open-sockets.js


class OpenSockets {
    #sockets = new Set();
    #over = false;
    add = (socket) => {
        if (this.#over)
            socket.destroy();
        this.#sockets.add(socket);
        socket.once('close', () => this.#sockets.delete(socket));
    };
    connector(timeout) {
        const connect = core_connect({
            allowH2: false,
            timeout,
            rejectUnauthorized: true,
        });
        return (options, callback) => {
            const socket = connect(options, callback);
            if (socket instanceof external_node_net_.Socket)
                this.add(socket);
        };
    }
    destroy() {
        this.#over = true;
        for (const socket of this.#sockets)
            socket.destroy();
    }
}

// EXTERNAL MODULE: ./src/base/loopback.js
var loopback = __webpack_require__(32130);
;// CONCATENATED MODULE: ./src/http/proxy.js



function proxyFor(url, env) {
    const names = ['http_proxy', 'HTTP_PROXY'];
    if (url.protocol === 'https:')
        names.unshift('https_proxy', 'HTTPS_PROXY');
    const [first] = names.flatMap((name) => {
        const value = present(env[name]);
        return value === undefined ? [] : [{ name, value }];
    });
    if (first === undefined || goesWithout(url, present(env['no_proxy']) ?? env['NO_PROXY'] ?? ''))
        return undefined;
    const proxy = parseProxy(first.name, first.value);
    return (0,loopback/* isLoopback */.U)(url.hostname) && !(0,loopback/* isLoopback */.U)(new URL(proxy.origin).hostname) ? undefined : proxy;
}
function present(value) {
    const trimmed = value?.trim() ?? '';
    return trimmed === '' ? undefined : trimmed;
}
function parseProxy(variable, value) {
    const fault = new errors/* ActionError */.lZ('INVALID_INPUT', `The environment variable ${variable} is not the URL of a proxy, which has no path, query or fragment.`, {
        hint: 'It has to look like http://proxy.example:3128 or http://user:password@proxy.example:3128, special characters of the password percent-encoded.',
    });
    const text = value.includes('://') ? value : `http://${value}`;
    if (!URL.canParse(text))
        throw fault;
    const { protocol, origin, username, password, pathname, search, hash } = new URL(text);
    if (protocol !== 'http:' && protocol !== 'https:')
        throw fault;
    if (pathname !== '/' || search !== '' || hash !== '' || /[?#]$/u.test(text))
        throw fault;
    if (username === '' && password === '')
        return { origin, authorization: undefined };
    let credentials;
    try {
        credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    }
    catch {
        throw fault;
    }
    return { origin, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
}
function goesWithout(url, list) {
    const host = (0,loopback/* bareHost */.n)(url.hostname);
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    return list.split(/[\s,]/u).some((entry) => {
        const [, named = '', ofPort] = /^(.+?)(?::(\d+))?$/u.exec(entry) ?? [];
        const plain = (0,external_node_net_.isIP)(entry) === 6;
        if (!plain && ofPort !== undefined && ofPort !== port)
            return false;
        return matchesName(host, plain ? entry : named);
    });
}
function matchesName(host, pattern) {
    if (pattern === '*')
        return true;
    const suffix = (0,loopback/* bareHost */.n)(pattern.replace(/^\*?\./u, ''));
    if (host.endsWith(`.${suffix}`))
        return true;
    return !pattern.startsWith('*') && host === suffix;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./src/http/tunnel.js



class ProxyRefusal extends Error {
    status;
    schemes;
    constructor(status, authenticate = []) {
        super(`the proxy answered ${status}`);
        this.status = status;
        this.schemes = [authenticate].flat().flatMap((line) => schemesIn(line));
    }
}
class ProxyUnreachable extends Error {
}
function schemesIn(challenges) {
    return [...challenges.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s|,|$)(?!\s*=)/gu)].map(([, scheme = '']) => scheme);
}
function tunnel(proxy, target, timeout, sockets) {
    const secure = sockets.connector(timeout);
    const authority = `${target.hostname}:${target.port === '' ? '443' : target.port}`;
    return (options, callback) => {
        tunnel_open(proxy, authority, timeout, sockets).then((httpSocket) => {
            secure({ ...options, httpSocket }, callback);
        }, (error) => {
            callback(Error.isError(error) ? error : new Error(String(error)), null);
        });
    };
}
function tunnel_open(proxy, authority, timeout, sockets) {
    const { protocol, hostname, port } = new URL(proxy.origin);
    const host = hostname.replace(/^\[(.+)\]$/u, '$1');
    const options = {
        method: 'CONNECT',
        host,
        port,
        path: authority,
        headers: { host: authority },
        agent: false,
        timeout,
    };
    return new Promise((resolve, reject) => {
        const request = protocol === 'https:'
            ?
                (0,external_node_https_.request)({ ...options, servername: (0,external_node_net_.isIP)(host) === 0 ? host : '', rejectUnauthorized: true })
            : (0,external_node_http_.request)(options);
        if (proxy.authorization !== undefined)
            request.setHeader('proxy-authorization', proxy.authorization);
        request.once('socket', sockets.add);
        request.once('connect', ({ statusCode = 0, headers }, socket, head) => {
            socket.setTimeout(0);
            if (statusCode >= 200 && statusCode < 300 && head.length === 0) {
                resolve(socket);
                return;
            }
            socket.on('error', () => undefined).destroy();
            reject(new ProxyRefusal(statusCode, headers['proxy-authenticate']));
        });
        request.once('timeout', () => request.destroy(new Error('the proxy did not answer in time')));
        request.once('error', (error) => {
            reject(new ProxyUnreachable(error.message, { cause: error }));
        });
        request.end();
    });
}

;// CONCATENATED MODULE: ./src/http/connections.js





class Connections {
    #env;
    #connectMs;
    #lines = new Map();
    #sockets = new OpenSockets();
    constructor(env, connectMs) {
        this.#env = env;
        this.#connectMs = connectMs;
    }
    route(url, direct) {
        const proxy = direct ? undefined : proxyFor(url, this.#env);
        const path = `${url.pathname}${url.search}`;
        if (proxy === undefined) {
            const { pool } = this.#line(url.origin, () => this.#sockets.connector(this.#connectMs));
            return { dispatcher: pool, origin: url.origin, path, headers: {}, proxy: undefined };
        }
        if (url.protocol === 'https:') {
            const { pool } = this.#line(`${url.origin} by ${proxy.origin}`, () => tunnel(proxy, url, this.#connectMs, this.#sockets));
            return { dispatcher: pool, origin: url.origin, path, headers: {}, proxy: proxy.origin };
        }
        const { pool } = this.#line(proxy.origin, () => this.#sockets.connector(this.#connectMs));
        const authorization = proxy.authorization === undefined ? undefined : { 'proxy-authorization': proxy.authorization };
        const headers = { host: url.host, ...authorization };
        return { dispatcher: pool, origin: proxy.origin, path: `${url.origin}${path}`, headers, proxy: proxy.origin };
    }
    warm(url, connections) {
        const { dispatcher } = this.route(url, false);
        for (const line of this.#lines.values())
            if (line.pool === dispatcher)
                line.warm(connections);
    }
    async close() {
        const lines = [...this.#lines.values()];
        this.#lines.clear();
        for (const line of lines)
            line.warm(0);
        await Promise.all(lines.map(({ pool }) => pool.destroy()));
        this.#sockets.destroy();
    }
    #line(key, connect) {
        const known = this.#lines.get(key);
        if (known !== undefined)
            return known;
        const origin = key.split(' ', 1)[0] ?? key;
        const ahead = new ConnectionsAhead(connect(), new URL(origin));
        const pool = new dispatcher_pool(origin, {
            connect: ahead.connect,
            allowH2: false,
            pipelining: 1,
            keepAliveTimeout: IDLE_MS,
            headersTimeout: 0,
            bodyTimeout: 0,
        });
        const line = { pool, warm: ahead.warm };
        this.#lines.set(key, line);
        return line;
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./src/base/clock.js
var base_clock = __webpack_require__(261);
// EXTERNAL MODULE: ./src/base/in-flight.js
var in_flight = __webpack_require__(91295);
// EXTERNAL MODULE: ./src/base/retry.js
var retry = __webpack_require__(85161);
// EXTERNAL MODULE: ./src/http/retry.js
var http_retry = __webpack_require__(7648);
;// CONCATENATED MODULE: ./src/http/answer.js



const ID_HEADERS = ['x-request-id', 'x-github-request-id', 'x-server-trace-id', 'x-ms-request-id'];
function requestIdOf(raw) {
    const id = ID_HEADERS.map((name) => raw.headers[name]).find((value) => value !== undefined && value !== '');
    const found = id ?? (0,http_retry/* grpcStatusOf */.IM)(raw)?.requestId;
    return found === undefined ? undefined : (0,base_log/* printable */.g$)(found, 200);
}
function accepted(raw, who, redirects) {
    const { status, headers } = raw;
    if (status >= 300 && status < 400 && !redirects)
        throw redirected(raw, who);
    const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
    const readable = coding === 'identity' || coding === '';
    if (!readable && status < 400)
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `${who} answered in the coding ${(0,base_log/* printable */.g$)(coding, 50)}, which nobody asked for.`, {
            hint: 'A proxy on the way may have compressed the answer: have it leave answers as they are.',
        });
    return { status, headers, body: readable ? raw.body : Buffer.alloc(0), requestId: requestIdOf(raw) };
}
function redirected({ status, headers }, who) {
    const location = headers['location'] ?? '';
    const target = URL.canParse(location) ? new URL(location).host : 'the same host';
    return new errors/* ActionError */.lZ('INVALID_RESPONSE', `${who} answered with a redirect (${status}) to ${(0,base_log/* printable */.g$)(target, 200)}, which is not followed.`, { hint: 'Check that the endpoint is right, and that no login page of a network stands in between.' });
}

;// CONCATENATED MODULE: ./src/http/clock-offset.js
class ClockOffset {
    #least = -Infinity;
    #most = Infinity;
    learn(header, sent, received) {
        const date = Date.parse(header ?? '');
        if (Number.isNaN(date))
            return;
        const [least, most] = [date - received, date + 1000 - sent];
        if (least > this.#most || most < this.#least) {
            this.#least = least;
            this.#most = most;
        }
        else {
            this.#least = Math.max(this.#least, least);
            this.#most = Math.min(this.#most, most);
        }
    }
    ahead(now, date) {
        if (this.#least === -Infinity)
            return undefined;
        const own = date - now;
        if (own > this.#most)
            return Math.round(own - this.#most);
        return own < this.#least ? Math.round(own - this.#least) : 0;
    }
}

;// CONCATENATED MODULE: ./src/http/exchange.js
class TooLarge extends Error {
    constructor(bytes) {
        super(`the answer has more than ${bytes} bytes`);
    }
}
class AttemptTimeout extends Error {
    constructor(ms) {
        super(`no complete answer within ${ms / 1000} s`);
    }
}
class Exchange {
    done;
    #maxBytes;
    #resolve;
    #reject;
    #chunks = [];
    #controller;
    #failure;
    #bytes = 0;
    #status = 0;
    #headers = {};
    constructor(maxBytes) {
        this.#maxBytes = maxBytes;
        const { promise, resolve, reject } = Promise.withResolvers();
        this.done = promise;
        this.#resolve = resolve;
        this.#reject = reject;
    }
    fail(error) {
        if (this.#failure !== undefined)
            return;
        this.#failure = error;
        this.#reject(error);
        this.#controller?.abort(error);
    }
    onRequestStart(controller) {
        this.#controller = controller;
        if (this.#failure !== undefined)
            controller.abort(this.#failure);
    }
    onResponseStart(...[, status, headers]) {
        if (status < 200)
            return;
        this.#status = status;
        for (const [name, value] of Object.entries(headers)) {
            if (value !== undefined)
                this.#headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
        }
        if (Number(this.#headers['content-length'] ?? 0) > this.#maxBytes)
            this.fail(new TooLarge(this.#maxBytes));
    }
    onResponseData(...[, chunk]) {
        this.#bytes += chunk.length;
        if (this.#bytes > this.#maxBytes)
            this.fail(new TooLarge(this.#maxBytes));
        else
            this.#chunks.push(chunk);
    }
    onResponseEnd() {
        this.#resolve({ status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks) });
    }
    onResponseError(...[, error]) {
        this.fail(error);
    }
}

;// CONCATENATED MODULE: ./src/http/failure.js





const CERTIFICATE = /CERT|ISSUER|CRL|UNABLE_TO_|^ERR_OSSL_|^(?:INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/u;
const REFUSED_FOR_GOOD = 500;
const WORDS = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was reset',
    EPIPE: 'the connection was reset',
    UND_ERR_SOCKET: 'the connection was closed before the answer was complete',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was closed before the answer was complete',
    ENOTFOUND: 'its host name is not known',
    EAI_AGAIN: 'its host name could not be looked up',
    ETIMEDOUT: 'no connection in time',
    UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'its CA is not known here',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its CA is not known here',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its CA is not known here',
    CERT_HAS_EXPIRED: 'it has expired',
    EHOSTUNREACH: 'no route to the host',
    ENETUNREACH: 'no route to its network',
    EMFILE: 'too many files and connections are open (EMFILE)',
    ENFILE: 'too many files and connections are open (ENFILE)',
};
function wordsFor(error) {
    if (error instanceof ProxyUnreachable)
        return `its proxy could not be reached: ${wordsFor(error.cause)}`;
    const code = (0,errors/* systemCodeOf */.c7)(error) ?? '';
    const words = WORDS[code];
    if (words !== undefined)
        return words;
    const message = (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(error), 300);
    return message.includes(code) ? message : `${message} (${(0,base_log/* printable */.g$)(code, 80)})`;
}
function finalFailure(error, service, host, proxy) {
    if (error instanceof errors/* ActionError */.lZ)
        return error;
    if (error instanceof TooLarge)
        return new errors/* ActionError */.lZ('INVALID_RESPONSE', `${service} (${host}): ${error.message}.`, {
            hint: `Check that the endpoint is right, and that nothing between the runner and ${host} changes its answers.`,
            cause: error,
        });
    if (error instanceof ProxyRefusal && error.status < REFUSED_FOR_GOOD)
        return refusedByProxy(error, service, host, proxy);
    const code = (0,errors/* systemCodeOf */.c7)(error instanceof ProxyUnreachable ? error.cause : error) ?? '';
    if (CERTIFICATE.test(code))
        return untrusted(error, service, host, proxy);
    if (code === 'UND_ERR_INVALID_ARG' || code === 'ERR_INVALID_URL' || code === 'ERR_INVALID_ARG_TYPE')
        return new errors/* ActionError */.lZ('UNAVAILABLE', `The request to ${service} (${host}) could not be made: ${wordsFor(error)}.`, {
            hint: 'Check the endpoint and the proxy of this request: its address, or a header of it, is not one that can be sent.',
            cause: error,
        });
    return undefined;
}
function refusedByProxy(error, service, host, proxy) {
    return new errors/* ActionError */.lZ('UNAVAILABLE', `The proxy ${proxy ?? ''} refused the connection to ${service} (${host}): ${error.status}.`, {
        hint: error.status === 407
            ? `${wanted(error)} set HTTPS_PROXY to http://user:password@host:port, special characters percent-encoded.`
            : `Let it pass connections to ${host}, or list the host in NO_PROXY where it can be reached without a proxy.`,
        cause: error,
    });
}
function wanted({ schemes }) {
    const offered = schemes.map((scheme) => (0,base_log/* printable */.g$)(scheme, 30)).join(', ');
    const isBasic = schemes.some((scheme) => scheme.toLowerCase() === 'basic');
    if (offered !== '' && !isBasic)
        return `It offers ${offered} alone, and this action knows Basic: have it take Basic, or let the runner out without it. For Basic,`;
    return `It wants a user and a password${offered === '' ? '' : ` (it offers ${offered})`}:`;
}
function untrusted(error, service, host, proxy) {
    const by = proxy === undefined ? '' : ` through the proxy ${proxy}`;
    const isProxys = error instanceof ProxyUnreachable;
    const whose = isProxys ? `the proxy ${proxy ?? ''}` : `${service} (${host})${by}`;
    return new errors/* ActionError */.lZ('UNAVAILABLE', `The TLS certificate of ${whose} is not trusted: ${wordsFor(isProxys ? error.cause : error)}.`, {
        hint: 'Where a proxy or an installation of your own has a private CA, set NODE_EXTRA_CA_CERTS of the job to the path of its PEM file. Certificates are always checked; NODE_TLS_REJECT_UNAUTHORIZED changes nothing.',
        cause: error,
    });
}
function whereToLook(service, host) {
    if (service.includes('GitHub'))
        return 'see https://www.githubstatus.com';
    if (/yandex/iu.test(`${service} ${host}`))
        return 'see https://status.yandex.cloud';
    return `ask whoever runs ${host}`;
}
function unavailableHint(service, host, miss) {
    if (miss.tooManyOpen === true)
        return open_file/* TOO_MANY_OPEN_HINT */.CR;
    if (miss.answered)
        return `Run the job again. If it keeps failing, ${whereToLook(service, host)}.`;
    if (miss.isProxys === true)
        return `Check the name and port of the proxy ${miss.proxy ?? ''} in HTTPS_PROXY, and that the runner can reach it.`;
    const by = miss.proxy === undefined ? 'Where the runner needs a proxy, set HTTPS_PROXY.' : `The proxy is ${miss.proxy}.`;
    return `Check that the runner can reach ${host}. ${by}`;
}

;// CONCATENATED MODULE: ./src/http/limit.js


const TOLD = 300;
function limitIn(response) {
    const found = quotaIn(response) ?? limitInHeaders(response.headers) ?? limitInWords(response);
    return found === undefined ? undefined : (0,base_log/* printable */.g$)(found, TOLD);
}
function quotaIn(response) {
    if ((0,http_retry/* grpcStatusOf */.IM)(response) === undefined)
        return undefined;
    const details = (0,http_retry/* parseObject */.lj)(response.body)?.['details'];
    const quotas = (Array.isArray(details) ? details : []).flatMap((detail) => violationsOf(detail));
    return quotas.length === 0 ? undefined : quotas.slice(0, 3).join(', ');
}
function violationsOf(detail) {
    const { '@type': type, violations } = fieldsOf(detail);
    if (typeof type !== 'string' || !type.endsWith('.QuotaFailure') || !Array.isArray(violations))
        return [];
    return violations.map((violation) => {
        const { subject, description, quotaMetric, quotaValue } = fieldsOf(violation);
        const what = [quotaMetric, description].filter(isText).join(': ') || 'a quota without a name';
        const most = isText(quotaValue) || typeof quotaValue === 'number' ? ` (at most ${quotaValue})` : '';
        return `${what}${most}${isText(subject) ? `, of ${subject}` : ''}`;
    });
}
function limitInHeaders(headers) {
    const github = headers['x-ratelimit-limit'];
    if (github !== undefined && headers['x-ratelimit-remaining'] === '0') {
        const resource = headers['x-ratelimit-resource'];
        const whose = resource === undefined ? '' : ` (${resource})`;
        return `${github} requests an hour${whose}${untilIn(headers)}`;
    }
    const [most, window] = (headers['ratelimit-limit'] ?? '').split(/;\s*w=/u);
    if (most === undefined || !/^\d+$/u.test(most))
        return undefined;
    return window === undefined ? `${most} requests` : `${most} requests in ${window} s`;
}
function limitInWords({ body }) {
    const { message } = fieldsOf((0,http_retry/* parseObject */.lj)(body));
    if (!isText(message) || !/\bsecondary rate limit\b/iu.test(message))
        return undefined;
    return "GitHub's secondary limit, on requests in a short time and on uploads a minute and an hour";
}
function untilIn(headers) {
    const seconds = Number(headers['x-ratelimit-reset'] ?? '');
    const isDate = Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11;
    return isDate ? `, which ends at ${new Date(seconds * 1000).toISOString()}` : '';
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./src/http/miss.js




class RequestMiss extends retry/* Miss */.te {
    answered;
    requestId;
    limit;
    proxy;
    isProxys;
    tooManyOpen;
    constructor(why, details) {
        super(why, details);
        this.answered = details.answered;
        this.requestId = details.requestId;
        this.limit = details.limit;
        this.proxy = details.proxy;
        this.isProxys = details.isProxys === true;
        this.tooManyOpen = details.tooManyOpen === true;
    }
}
function idsOf(ids) {
    return [
        ...(ids.requestId === undefined ? [] : [`request id ${ids.requestId}`]),
        ...(ids.clientRequestId === undefined ? [] : [`client request id ${ids.clientRequestId}`]),
    ].join(', ');
}
function clientRequestIdOf(request) {
    return request.headers?.['x-client-request-id'];
}
function retryLine(request, url, miss, next) {
    const ids = idsOf({ requestId: miss.requestId, clientRequestId: clientRequestIdOf(request) });
    const what = `${request.service} (${url.host}): ${miss.why}${ids === '' ? '' : `, ${ids}`}`;
    const { tally, patience, ms } = next;
    const number = tally.failures + tally.refusals + 1;
    const of = miss.limited ? '' : ` of ${patience.attempts + tally.refusals}`;
    return `${what}. Attempt ${number}${of} follows in ${miss_seconds(ms)}.`;
}
function givenUp(request, url, miss, { tally, now, stop }) {
    const attempts = tally.failures + tally.refusals;
    const over = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} in ${miss_seconds(now - tally.started)}`;
    const ids = idsOf({ requestId: miss.requestId, clientRequestId: clientRequestIdOf(request) });
    const ahead = stop.because === 'end'
        ? `; it asks to wait ${miss_seconds(miss.askedMs ?? 0)}, which goes past the ${miss_seconds(stop.leftMs)} left of timeout-minutes`
        : '';
    const text = `${request.service} (${url.host}): ${miss.why} (${over}${ids === '' ? '' : `; ${ids}`})${ahead}.`;
    const isTooLong = stop.because === 'end';
    if (!miss.limited) {
        const hint = isTooLong ? LATER : unavailableHint(request.service, url.host, miss);
        return new errors/* ActionError */.lZ('UNAVAILABLE', text, { hint });
    }
    const call = `${request.method} ${(0,base_log/* printable */.g$)(url.pathname, 200)}`;
    const limit = miss.limit === undefined
        ? `It does not say which limit was passed; the call was ${call}.`
        : `The limit that was passed: ${miss.limit}. The call was ${call}.`;
    return new errors/* ActionError */.lZ('RATE_LIMITED', `${text} ${limit}`, {
        hint: request.limitHint ?? (isTooLong ? `${LATER} ${LIMIT_HINT}` : LIMIT_HINT),
    });
}
const LATER = 'Run the job again after that wait, or give the step more time with timeout-minutes.';
const LIMIT_HINT = 'More requests came than the service allows at the moment, from this job or from others: lower max-concurrency, let fewer jobs sign at the same time, or ask for a higher quota. `sign: checksums` needs one signature, whatever the number of files.';
function miss_seconds(ms) {
    return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

// EXTERNAL MODULE: ./src/http/said.js
var http_said = __webpack_require__(23401);
;// CONCATENATED MODULE: ./src/http/requests.js















const MAX_BYTES = 1024 * 1024;
const SAID = 200;
const IDENTITY = { 'user-agent': 'yandex-kms-sign-action', 'accept-encoding': 'identity' };
class Requests {
    #options;
    #timing;
    #connections;
    #end;
    #clock;
    #services = new Map();
    constructor(options, timing, connections, end) {
        this.#options = options;
        this.#timing = timing;
        this.#connections = connections;
        this.#end = end;
        this.#clock = options.clock ?? base_clock/* systemClock */.m;
    }
    async request(request) {
        const url = targetOf(request);
        const { attempts, refusedMs } = { ...this.#timing, ...request.patience };
        const patience = { attempts, refusedMs };
        const course = { request, url, service: this.#service(url.origin), patience };
        const answer = await (0,retry/* persist */.Zr)({
            patience,
            waits: this.#timing,
            refusedSince: course.service.refusedSince,
            now: () => this.#clock.now(),
            deadline: this.#options.deadline,
            heldBack: request.gate !== undefined,
            sleep: (ms) => this.#sleep(ms, request, url),
            onWait: (miss, tally, ms) => {
                this.#report(course, miss, tally, ms);
            },
            givenUp: (miss, tally, stop) => givenUp(request, url, miss, { tally, stop, now: this.#clock.now() }),
        }, (tally) => this.#attempt(course, tally.refusals + tally.failures > 0));
        const ids = idsOf(answer);
        this.#options.log.debug(`${line(request, url)}: ${answer.status}${ids === '' ? '' : `, ${ids}`}`);
        return answer;
    }
    clockAhead(url) {
        const service = URL.canParse(url) ? this.#services.get(new URL(url).origin) : undefined;
        return service?.clock.ahead(this.#clock.now(), this.#clock.date());
    }
    #service(origin) {
        const known = this.#services.get(origin);
        if (known !== undefined)
            return known;
        const service = { refusedSince: new retry/* RefusedSince */.Lo(), clock: new ClockOffset() };
        this.#services.set(origin, service);
        return service;
    }
    async #sleep(ms, request, url) {
        const over = (0,in_flight/* waitingFor */.F)(`the next attempt at ${line(request, url)}`);
        try {
            await this.#end.sleep(ms, request);
        }
        finally {
            over();
        }
    }
    async #attempt(course, again) {
        const { request, url, service } = course;
        const route = this.#connections.route(url, request.direct === true);
        const leave = await request.gate?.enter(again);
        let passage = 'failed';
        let askedMs;
        try {
            this.#end.check(request);
            const sent = this.#clock.now();
            const raw = await this.#exchange(request, url, route);
            service.clock.learn(raw.headers['date'], sent, this.#clock.now());
            const verdict = (0,http_retry/* verdictOn */.Hc)(raw);
            if (isFinal(verdict, course.patience)) {
                service.refusedSince.served();
                passage = 'done';
                const answer = accepted(raw, `${request.service} (${url.host})`, request.redirect === 'return');
                return { ...answer, clientRequestId: clientRequestIdOf(request) };
            }
            const miss = refused(raw, verdict === 'limited', route, this.#clock.date());
            askedMs = miss.askedMs;
            if (miss.limited)
                passage = 'limited';
            return miss;
        }
        catch (thrown) {
            return missed(thrown, course, route);
        }
        finally {
            leave?.(passage, askedMs);
        }
    }
    async #exchange(request, url, route) {
        const exchange = new Exchange(request.maxBytes ?? MAX_BYTES);
        const ms = request.attemptMs ?? this.#timing.attemptMs;
        const timer = setTimeout(() => {
            exchange.fail(new AttemptTimeout(ms));
        }, ms);
        const forget = this.#end.onEnd(request, (reason) => {
            exchange.fail(reason);
        });
        const over = (0,in_flight/* waitingFor */.F)(line(request, url));
        try {
            const { body } = request;
            route.dispatcher.dispatch({
                origin: route.origin,
                path: route.path,
                method: request.method,
                headers: { ...IDENTITY, ...request.headers, ...route.headers },
                body: typeof body === 'function' ? external_node_stream_.Readable.from(body()) : (body ?? null),
            }, exchange);
            return await exchange.done;
        }
        finally {
            clearTimeout(timer);
            forget();
            over();
        }
    }
    #report({ request, url, patience }, miss, tally, ms) {
        const text = retryLine(request, url, miss, { tally, patience, ms });
        if (miss.limited && request.gate !== undefined)
            this.#options.log.debug(text);
        else
            this.#options.log.info(text);
    }
}
function isFinal(verdict, { attempts, refusedMs }) {
    if (verdict === 'limited')
        return refusedMs === 0;
    return verdict === 'final' || attempts === 1;
}
function refused(raw, limited, { proxy }, date) {
    const said = (0,http_said/* saidBy */.T)(raw, SAID);
    return new RequestMiss(`it answered ${raw.status}${said === '' ? '' : ` ${said}`}`, {
        limited,
        askedMs: (0,http_retry/* waitAskedBy */.tQ)(raw, date),
        answered: true,
        requestId: requestIdOf(raw),
        limit: limited ? limitIn(raw) : undefined,
        proxy,
    });
}
function targetOf(request) {
    if (URL.canParse(request.url) && /^https?:/iu.test(request.url))
        return new URL(request.url);
    throw new errors/* ActionError */.lZ('UNAVAILABLE', `The address of ${request.service} is not the URL of a web service.`);
}
function line(request, url) {
    return `${request.service}: ${request.method} ${url.host}${url.pathname}`;
}
function missed(thrown, { request, url, patience }, { proxy }) {
    const error = Error.isError(thrown) ? thrown : new Error(String(thrown));
    const final = finalFailure(error, request.service, url.host, proxy);
    if (final !== undefined)
        throw final;
    const why = wordsFor(error);
    if (patience.attempts === 1)
        throw new errors/* ActionError */.lZ('UNAVAILABLE', `${request.service} (${url.host}): ${why}.`, { cause: error });
    const isProxys = error instanceof ProxyUnreachable;
    const tooManyOpen = (0,open_file/* isTooManyOpen */.S1)(isProxys ? error.cause : error);
    const nothing = { limited: false, answered: false, askedMs: undefined, requestId: undefined };
    return new RequestMiss(why, { ...nothing, proxy, isProxys, tooManyOpen });
}

// EXTERNAL MODULE: ./src/base/wait.js
var wait = __webpack_require__(16782);
;// CONCATENATED MODULE: ./src/http/run-end.js



const GRACE_MS = 100;
class RunEnd {
    #pending = new Set();
    #timer;
    #clock;
    #reason;
    constructor(signal, deadline, clock = base_clock/* systemClock */.m) {
        this.#clock = clock;
        const left = Math.min(wait/* LONGEST_TIMER_MS */.M, Math.max(0, deadline - clock.now()) + GRACE_MS);
        this.#timer = setTimeout(() => {
            this.#finish(new errors/* ActionError */.lZ('TIMED_OUT', 'The time of timeout-minutes is over.'));
        }, left).unref();
        const stop = () => {
            this.#finish(reasonOf(signal));
        };
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop);
    }
    check(request) {
        if (request.signal?.aborted === true)
            throw reasonOf(request.signal);
        if (this.#reason !== undefined && request.afterAbort !== true)
            throw this.#reason;
    }
    onEnd(request, stop) {
        const { signal } = request;
        const own = () => {
            stop(reasonOf(signal));
        };
        signal?.addEventListener('abort', own);
        if (request.afterAbort !== true)
            this.#pending.add(stop);
        return () => {
            this.#pending.delete(stop);
            signal?.removeEventListener('abort', own);
        };
    }
    async sleep(ms, request) {
        this.check(request);
        const end = new AbortController();
        const forget = this.onEnd(request, (reason) => {
            end.abort(reason);
        });
        try {
            await this.#clock.sleep(ms, end.signal);
        }
        finally {
            forget();
        }
    }
    close() {
        this.#finish(new errors/* ActionError */.lZ('CANCELLED', 'The run is over.'));
    }
    #finish(reason) {
        if (this.#reason !== undefined)
            return;
        this.#reason = reason;
        clearTimeout(this.#timer);
        for (const stop of [...this.#pending])
            stop(reason);
    }
}
function reasonOf(signal) {
    const reason = signal?.reason;
    return reason instanceof errors/* ActionError */.lZ ? reason : new errors/* ActionError */.lZ('CANCELLED', 'The run was cancelled.');
}

// EXTERNAL MODULE: ./src/http/timing.js
var http_timing = __webpack_require__(58230);
;// CONCATENATED MODULE: ./src/http/client.js




function createHttpClient(options) {
    const timing = { ...http_timing/* TIMING */.BV, ...options.timing };
    const connections = new Connections(options.env, timing.attemptMs);
    const end = new RunEnd(options.signal, options.deadline, options.clock);
    const requests = new Requests(options, timing, connections, end);
    return {
        request: (request) => requests.request(request),
        clockAhead: (url) => requests.clockAhead(url),
        warm: (url, count = 1) => {
            try {
                connections.warm(new URL(url), count);
            }
            catch {
            }
        },
        close: () => {
            end.close();
            return connections.close();
        },
    };
}

;// CONCATENATED MODULE: ./src/http/rate/doubt.js
const OUTWEIGHED_BY = 20;
const SUSPICIOUS = 1;
const CONVINCED = 2;
const CONVINCED_AMONG_AMBIENT = 4;
const MOST_CAUTION = 16;
class Doubt {
    #level = SUSPICIOUS;
    #answers = { at: 0, served: 0, refused: 0 };
    #ambient = 0;
    #caution = 1;
    get answers() {
        return this.#answers;
    }
    get ambient() {
        return this.#ambient;
    }
    get caution() {
        return this.#caution;
    }
    refused(now) {
        if (this.#level <= SUSPICIOUS)
            this.#answers = { at: now, served: 0, refused: 0 };
        this.#answers.refused += 1;
        this.#level += 1;
    }
    served() {
        this.#answers.served += 1;
        this.#level = Math.max(0, this.#level - this.#relief());
    }
    isConvinced(isProbing) {
        if (this.#ambient > 0)
            return this.#level >= CONVINCED_AMONG_AMBIENT;
        return this.#level >= (isProbing ? SUSPICIOUS : CONVINCED);
    }
    settle() {
        this.#level = 0;
    }
    begin() {
        this.#level = this.#ambient > 0 ? 0 : SUSPICIOUS;
    }
    accept(share) {
        this.#ambient = share;
    }
    retract() {
        if (this.#ambient === 0)
            return;
        this.#ambient = 0;
        this.#caution = Math.min(MOST_CAUTION, 2 * this.#caution);
    }
    #relief() {
        if (this.#ambient === 0)
            return 1 / OUTWEIGHED_BY;
        const bearable = Math.min(0.6, 1.5 * this.#ambient + 0.05);
        return bearable / (1 - bearable);
    }
}

;// CONCATENATED MODULE: ./src/http/rate/flight.js
const HANGING = 3;
const TOLERANCE = 0.1;
const NEWEST = 1 / 8;
const REMEMBERED_STARTS = 16;
class Flight {
    #under = new Set();
    #starts = [];
    #latency;
    started(start) {
        this.#under.add(start);
        this.#starts.push(start.at);
        if (this.#starts.length > REMEMBERED_STARTS)
            this.#starts.shift();
    }
    ended(start) {
        this.#under.delete(start);
    }
    served(start, now) {
        const took = now - start.at;
        this.#latency = this.#latency === undefined ? took : this.#latency + NEWEST * (took - this.#latency);
    }
    get latency() {
        return this.#latency ?? 0;
    }
    get underWay() {
        return this.#under.size;
    }
    roomAt(rate, now) {
        if (rate === Infinity || this.#latency === undefined)
            return now;
        const patience = HANGING * this.#latency;
        const alive = [...this.#under].filter(({ at }) => at > now - patience);
        const [oldest] = alive;
        const most = Math.max(1, Math.ceil((rate * this.#latency) / 1000 - TOLERANCE));
        return oldest === undefined || alive.length < most ? now : oldest.at + patience;
    }
    observed(now) {
        const first = this.#starts[0] ?? now;
        return (this.#starts.length / Math.max(1, now - first)) * 1000;
    }
}

;// CONCATENATED MODULE: ./src/http/rate/flood.js
const FLOOD = 1 / 3;
const CLEAR = 0.5;
const HOLD_MS = 300;
const LEAST_ANSWERS = 6;
class Flood {
    at;
    served = 0;
    refused = 0;
    open;
    constructor(at, open) {
        this.at = at;
        this.open = open;
    }
    holdsUntil(now) {
        const until = this.at + HOLD_MS;
        return this.open > 0 && now < until ? until : undefined;
    }
    get tells() {
        return this.served + this.refused >= LEAST_ANSWERS;
    }
    share(recent) {
        const seen = this.tells ? this.refused / (this.served + this.refused) : 1;
        return this.tells && seen >= CLEAR ? seen : Math.min(seen, recent);
    }
}

;// CONCATENATED MODULE: ./src/http/rate/curve.js
const LEAST_RATE = 1;
const BELOW_SERVED = 0.9;
const RECOVERY_S = 1.5;
const RECOVERY_REQUESTS = 15;
const STEEPNESS = 2.5;
const LEAST_CERTAINTY = 0.3;
const PROBING = 1.15;
class RateCurve {
    #served = Infinity;
    #from = Infinity;
    #certainty = 1;
    #setAt;
    #stoodStill = 0;
    get isLimited() {
        return this.#served !== Infinity;
    }
    begin(now) {
        this.#setAt ??= now;
    }
    set(served, now, certainty = 1) {
        this.#from = Math.max(LEAST_RATE, served * BELOW_SERVED);
        this.#served = Math.max(served, this.#from);
        this.#certainty = Math.min(1, Math.max(LEAST_CERTAINTY, certainty));
        this.#setAt = now;
        this.#stoodStill = 0;
    }
    restore(rate, now) {
        this.set(rate, now);
        this.#from = this.#served;
    }
    standsStill(ms) {
        this.#stoodStill += ms;
    }
    elapsed(now) {
        return Math.max(0, now - (this.#setAt ?? now) - this.#stoodStill);
    }
    perSecond(now) {
        if (!this.isLimited)
            return Infinity;
        const recovery = Math.max(RECOVERY_S, RECOVERY_REQUESTS / this.#served);
        const beyond = this.elapsed(now) / 1000 / this.#certainty - recovery;
        if (beyond < 0)
            return this.#served - (this.#served - this.#from) * (-beyond / recovery) ** 3;
        return this.#served * (1 + STEEPNESS * beyond ** 3);
    }
    isProbing(now) {
        return this.isLimited && this.perSecond(now) > PROBING * this.#served;
    }
}

;// CONCATENATED MODULE: ./src/http/rate/refusal-share.js
const REMEMBERED = 64;
class RefusalShare {
    #attempts = 0;
    #refused = 0;
    add(isRefused) {
        if (this.#attempts >= REMEMBERED) {
            this.#attempts /= 2;
            this.#refused /= 2;
        }
        this.#attempts += 1;
        if (isRefused)
            this.#refused += 1;
    }
    get attempts() {
        return this.#attempts;
    }
    get refused() {
        return this.#refused;
    }
    get share() {
        return this.#attempts === 0 ? 0 : this.#refused / this.#attempts;
    }
    get isFull() {
        return this.#attempts >= REMEMBERED - 1;
    }
}

;// CONCATENATED MODULE: ./src/http/rate/trial.js

const HELPED = 0.5;
const LEAST_ATTEMPTS = 12;
const MOST_ATTEMPTS = 60;
const EXPECTED = 8;
const ENOUGH = 4;
const MOST_BY_CHANCE = 0.6;
const SLOWER = 0.97;
class RateTrial {
    rate;
    #below;
    #share;
    #slower = new RefusalShare();
    #lowered = 1;
    constructor(rate, attempted, share) {
        this.rate = rate;
        this.#below = SLOWER * Math.min(rate, attempted);
        this.#share = share;
    }
    get slowerShare() {
        return this.#slower.share;
    }
    isSlower(rate) {
        return rate <= this.#below;
    }
    add(isRefused) {
        this.#slower.add(isRefused);
    }
    lowered() {
        this.#lowered += 1;
    }
    verdict(caution) {
        const { attempts, share } = this.#slower;
        if (attempts < LEAST_ATTEMPTS || share > MOST_BY_CHANCE)
            return undefined;
        if (attempts < MOST_ATTEMPTS && attempts * this.#share < EXPECTED * caution)
            return undefined;
        return this.#current;
    }
    verdictNow(caution) {
        const { attempts, refused, share } = this.#slower;
        if (attempts < LEAST_ATTEMPTS || share > MOST_BY_CHANCE)
            return undefined;
        const verdict = this.#current;
        if (verdict === 'helps')
            return attempts * this.#share >= EXPECTED ? verdict : undefined;
        return this.#lowered >= 2 && refused >= ENOUGH * caution ? verdict : undefined;
    }
    get #current() {
        return this.#slower.share >= HELPED * this.#share ? 'does not help' : 'helps';
    }
}

;// CONCATENATED MODULE: ./src/http/rate/learned-rate.js






const SLACK_MS = 20;
const FALSE_ALARM = 0.1;
const HALVED = 0.5;
const LEAST_SERVED = 0.1;
const CERTAIN = 20;
const SAMPLE_MS = 200;
const SAMPLE_SUCCESSES = 30;
const SAME_SERVICE = 0.4;
class LearnedRate {
    #curve = new RateCurve();
    #flight = new Flight();
    #recent = new RefusalShare();
    #era = 0;
    #free = 0;
    #successes = 0;
    #doubt = new Doubt();
    #flood;
    #trial;
    #news;
    nextAt(now) {
        const flood = this.#flood;
        const until = flood?.holdsUntil(now);
        if (until !== undefined)
            return until;
        this.#flood = undefined;
        if (flood !== undefined)
            this.#afterFlood(flood, now);
        return Math.max(this.#free, this.#flight.roomAt(this.perSecond(now), now));
    }
    started(now) {
        this.#curve.begin(now);
        const rate = this.perSecond(now);
        this.#free = Math.max(this.#free, now - SLACK_MS) + 1000 / rate;
        const start = { at: now, era: this.#era, isSlower: this.#trial?.isSlower(rate) ?? false };
        this.#flight.started(start);
        return start;
    }
    failed(start) {
        this.#flight.ended(start);
        if (this.#flood !== undefined && start.era < this.#era)
            this.#flood.open -= 1;
    }
    succeeded(start, now) {
        this.failed(start);
        this.#flight.served(start, now);
        this.#successes += 1;
        this.#recent.add(false);
        if (this.#flood !== undefined)
            this.#flood.served += 1;
        if (start.era < this.#era)
            return;
        this.#doubt.served();
        this.#compare(start, false);
        const verdict = this.#trial?.verdict(this.#doubt.caution);
        if (verdict !== undefined)
            this.#judge(verdict, now);
    }
    refused(start, now) {
        this.failed(start);
        this.#recent.add(true);
        if (this.#flood !== undefined)
            this.#flood.refused += 1;
        if (start.era < this.#era)
            return;
        this.#doubt.refused(now);
        this.#compare(start, true);
        if (!this.#doubt.isConvinced(this.#curve.isProbing(now)))
            return;
        const verdict = this.#trial?.verdictNow(this.#doubt.caution);
        if (verdict !== undefined)
            this.#judge(verdict, now);
        if (verdict !== 'does not help')
            this.#slowDown(now);
    }
    takeNews() {
        const news = this.#news;
        this.#news = undefined;
        return news;
    }
    standsStill(ms) {
        this.#curve.standsStill(ms);
    }
    perSecond(now) {
        return this.#curve.perSecond(now);
    }
    #compare({ isSlower }, isRefused) {
        if (isSlower)
            this.#trial?.add(isRefused);
        if (this.#doubt.ambient > 0 && this.#trial === undefined && this.#recent.isFull)
            this.#doubt.accept(Math.min(this.#doubt.ambient, this.#recent.share + 0.01));
    }
    #judge(verdict, now) {
        const trial = this.#trial;
        this.#trial = undefined;
        if (trial === undefined || verdict === 'helps')
            return;
        this.#doubt.accept(Math.max(0.01, trial.slowerShare));
        this.#news = 'at any rate';
        this.#curve.restore(trial.rate, now);
        this.#begin(now);
    }
    #slowDown(now) {
        const { refused, served } = this.#doubt.answers;
        if (this.#curve.isProbing(now) || refused < FLOOD * (refused + served)) {
            this.#lower(this.#servedSince(now), this.#recent.share, now);
            return;
        }
        this.#flood = new Flood(now, this.#flight.underWay);
        this.#era += 1;
    }
    #afterFlood(flood, now) {
        const share = flood.share(this.#recent.share);
        if (share < FALSE_ALARM + 1.5 * this.#doubt.ambient) {
            this.#doubt.settle();
            return;
        }
        this.#doubt.retract();
        if (!flood.tells) {
            this.#lower(this.#goingOut(now) * Math.max(HALVED, 1 - share), share, now, 0);
            return;
        }
        const successes = this.#doubt.answers.served + flood.served;
        const ms = Math.max(1, this.#flight.latency, now - this.#doubt.answers.at);
        const served = (Math.max(0.5, successes) / ms) * 1000;
        const usual = this.#servedSince(now);
        const isUsual = share < FLOOD || (this.#curve.isLimited && served >= SAME_SERVICE * usual);
        if (isUsual)
            this.#lower(usual, share, now);
        else
            this.#lower(served, share, now, successes / CERTAIN);
    }
    #lower(served, share, now, certainty = 1) {
        const attempted = served / Math.max(LEAST_SERVED, 1 - share);
        if (this.#trial === undefined)
            this.#trial = new RateTrial(this.perSecond(now), attempted, share);
        else
            this.#trial.lowered();
        this.#news = 'lowered';
        this.#curve.set(served, now, certainty);
        this.#begin(now);
        this.#free = now + 1000 / this.perSecond(now);
    }
    #begin(now) {
        this.#era += 1;
        this.#successes = 0;
        this.#doubt.begin();
        this.#free = now;
    }
    #servedSince(now) {
        const elapsed = this.#curve.elapsed(now);
        if (elapsed < SAMPLE_MS && this.#successes < SAMPLE_SUCCESSES)
            return this.#goingOut(now) * (1 - this.#recent.share);
        return (this.#successes / Math.max(1, elapsed)) * 1000;
    }
    #goingOut(now) {
        return Math.min(this.perSecond(now), this.#flight.observed(now));
    }
}

;// CONCATENATED MODULE: ./src/http/pace.js


const REPORT_MS = 5000;
class Pace {
    #options;
    #rate = new LearnedRate();
    #underWay = 0;
    #resumeAt = 0;
    #refused = [];
    #waiting = [];
    #timer;
    #timerAt = 0;
    #reportedAt = -Infinity;
    #over;
    constructor(options) {
        this.#options = options;
        const { signal } = options;
        const stop = () => {
            this.#stop(signal.reason);
        };
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop);
    }
    enter(again) {
        if (this.#over !== undefined)
            return Promise.reject(this.#over);
        const { promise, resolve, reject } = Promise.withResolvers();
        const queue = again ? this.#refused : this.#waiting;
        queue.push({ resolve, reject });
        this.#admit();
        return promise;
    }
    #admit() {
        while (this.#underWay < this.#options.max) {
            const queue = this.#refused.length > 0 ? this.#refused : this.#waiting;
            if (queue.length === 0)
                return;
            const now = performance.now();
            const at = Math.max(this.#resumeAt, this.#rate.nextAt(now));
            if (at > now) {
                this.#admitAt(at, now);
                return;
            }
            this.#underWay += 1;
            queue.shift()?.resolve(this.#leaveFrom(this.#rate.started(now)));
        }
    }
    #admitAt(at, now) {
        if (this.#timer !== undefined && this.#timerAt <= at)
            return;
        clearTimeout(this.#timer);
        this.#timerAt = at;
        this.#timer = setTimeout(() => {
            this.#timer = undefined;
            this.#admit();
        }, at - now);
    }
    #leaveFrom(start) {
        return (passage, askedMs) => {
            this.#underWay -= 1;
            const now = performance.now();
            if (passage === 'limited')
                this.#rate.refused(start, now);
            else if (passage === 'done')
                this.#rate.succeeded(start, now);
            else
                this.#rate.failed(start);
            if (askedMs !== undefined)
                this.#holdUp(now, now + askedMs);
            this.#admit();
            this.#report(now);
        };
    }
    #report(now) {
        const news = this.#rate.takeNews();
        if (news === undefined || now - this.#reportedAt < REPORT_MS)
            return;
        this.#reportedAt = now;
        const rate = this.#rate.perSecond(now);
        const pace = rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
        const { log } = this.#options;
        if (news === 'at any rate')
            log.info('The service refuses some requests (429) however slowly they come: they are repeated, at full speed.');
        else
            log.info(`The service refuses requests because too many come (429): they go on at about ${pace} a second, and faster as soon as it takes more.`);
    }
    #holdUp(now, until) {
        const from = Math.max(now, this.#resumeAt);
        if (until <= from)
            return;
        this.#rate.standsStill(until - from);
        this.#resumeAt = until;
    }
    #stop(reason) {
        this.#over = reason instanceof errors/* ActionError */.lZ ? reason : new errors/* ActionError */.lZ('CANCELLED', 'The run was cancelled.');
        clearTimeout(this.#timer);
        const waiting = [...this.#refused.splice(0), ...this.#waiting.splice(0)];
        for (const { reject } of waiting)
            reject(this.#over);
    }
}

// EXTERNAL MODULE: ./src/signing/token-claims.js
var token_claims = __webpack_require__(1868);
;// CONCATENATED MODULE: ./src/yandex/request.js


const OF_THE_REQUEST = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'INVALID_RESPONSE']);
async function askYandex(http, request) {
    const clientRequestId = (0,external_node_crypto_.randomUUID)();
    const headers = { ...request.headers, 'x-client-request-id': clientRequestId };
    try {
        const answer = await http.request({ ...request, headers });
        return { ...answer, clientRequestId, host: new URL(request.url).host };
    }
    catch (thrown) {
        throw named(thrown, clientRequestId);
    }
}
function named(thrown, clientRequestId) {
    if (!(thrown instanceof errors/* ActionError */.lZ) || !OF_THE_REQUEST.has(thrown.code))
        return thrown;
    if (thrown.message.includes(clientRequestId))
        return thrown;
    const message = `${thrown.message.replace(/\.$/u, '')} (client request id ${clientRequestId}).`;
    return new errors/* ActionError */.lZ(thrown.code, message, { hint: thrown.hint, cause: thrown.cause });
}

;// CONCATENATED MODULE: ./src/yandex/credentials/subject-advice.js


const DEFAULT_FORM = /^(repo:[^/:]+\/[^/:]+):(environment:[^:]+|ref:refs\/[^:]+|pull_request)$/u;
const ENVIRONMENT = /(?:^|:)environment:[^:]+/u;
const PULL_REQUEST = /(?:^|:)pull_request(?::|$)|@?refs\/pull\//u;
const REF = /(^|:)ref:refs\/[^:]+/u;
function subjectAdvice(claims, serviceAccountId) {
    const federation = [
        `The federation must have this issuer and this audience, and ${(0,base_log/* printable */.g$)(serviceAccountId)} must be the ID of the service account (yc-sa-id).`,
        'FEDERATION_ID: `yc iam workload-identity oidc federation list --folder-id FOLDER_ID`.',
    ].join(' ');
    if (!isGitHub(claims.iss))
        return [...otherIssuer(claims, serviceAccountId), federation].join('\n');
    if (PULL_REQUEST.test(claims.sub)) {
        return [
            "Do not link this subject: pull requests of the repository have it, a stranger's too.",
            ...withEnvironment(claims.sub),
            federation,
        ].join('\n');
    }
    if (ENVIRONMENT.test(claims.sub) && !REF.test(claims.sub)) {
        return [
            'Yandex Cloud compares subjects exactly. If this one is right, link it:',
            linkCommand(claims, serviceAccountId),
            ...changingPart(claims.sub),
            federation,
        ].join('\n');
    }
    const why = REF.test(claims.sub)
        ? 'Do not link this subject: Yandex Cloud compares subjects exactly, so that each tag and branch has another one, and whoever can push it could sign.'
        : 'This subject names no environment, so that nothing protects it.';
    return [why, ...withEnvironment(claims.sub), federation].join('\n');
}
function isGitHub(issuer) {
    const url = URL.parse(issuer);
    if (url === null)
        return false;
    return (url.hostname === 'token.actions.githubusercontent.com' ||
        /^token\.actions\.[^.]+\.ghe\.com$/u.test(url.hostname) ||
        url.pathname.startsWith('/_services/token'));
}
function linkCommand({ sub }, serviceAccountId) {
    return `  yc iam workload-identity federated-credential create --service-account-id ${(0,shell/* printableWord */.eQ)(serviceAccountId)} --federation-id FEDERATION_ID --external-subject-id ${(0,shell/* printableQuoted */.wV)(sub)}`;
}
function otherIssuer(claims, serviceAccountId) {
    return [
        'Yandex Cloud compares subjects exactly. Link this one only if nobody but the release job can have it:',
        linkCommand(claims, serviceAccountId),
    ];
}
function changingPart(sub) {
    return /job_workflow_ref:[^:]*@refs\/tags\//u.test(sub)
        ? ['Its job_workflow_ref holds a tag: where the workflow is used by another tag, the subject is another one.']
        : [];
}
function withEnvironment(sub) {
    const repository = DEFAULT_FORM.exec(sub)?.[1];
    const steps = [
        'Give the job an environment:',
        '  jobs:',
        '    release:',
        '      environment: release',
        'Protect it under Settings → Environments → release (required reviewers, deployment branches and tags).',
    ];
    if (repository !== undefined) {
        const then = `${(0,base_log/* printable */.g$)(repository)}:environment:release`;
        return [...steps, `The job then has the subject ${then}, and that is the one to link to the service account.`];
    }
    const customised = 'The repository has a customised subject: `gh api repos/OWNER/REPO/actions/oidc/customization/sub` shows the template.';
    const changed = sub.replace(REF, '$1environment:release');
    if (changed === sub)
        return [...steps, `${customised} It needs \`context\`, which then holds the environment.`];
    return [
        ...steps,
        `${customised} If it has \`context\`, and not \`ref\`, the job then has the subject ${(0,base_log/* printable */.g$)(changed)}: run it again, and link the subject that this message then names.`,
    ];
}

;// CONCATENATED MODULE: ./src/yandex/said.js


const QUOTED = 200;
const MAX_SAID = 300;
const MAX_VIOLATIONS = 5;
function saidBy(answer) {
    const grpc = (0,http_retry/* grpcStatusOf */.IM)(answer);
    const fields = (0,http_retry/* parseObject */.lj)(answer.body);
    if (grpc !== undefined) {
        const said = [grpc.message, ...detailsIn(fields)].filter((part) => part !== '');
        return said.length === 0 ? 'no reason given' : (0,base_log/* printable */.g$)(said.join('; '), MAX_SAID);
    }
    const words = fields === undefined ? [] : wordsIn(fields);
    return words.length > 0 ? (0,base_log/* printable */.g$)(words.join(': '), MAX_SAID) : quoted(answer);
}
function said_idsOf(answer) {
    const code = (0,http_retry/* grpcStatusOf */.IM)(answer)?.code;
    return [
        `(status ${answer.status}`,
        ...(code === undefined ? [] : [`code ${code}`]),
        ...(answer.requestId === undefined ? [] : [`request id ${answer.requestId}`]),
        ...(answer.clientRequestId === undefined ? [] : [`client request id ${answer.clientRequestId}`]),
    ]
        .join(', ')
        .concat(')');
}
function wordsIn(fields) {
    const error = isFields(fields['error']) ? fields['error']['message'] : fields['error'];
    return [error, fields['error_description'], fields['message']].filter((part) => typeof part === 'string' && part !== '');
}
function quoted({ headers, body }) {
    const type = (0,base_log/* printable */.g$)((headers['content-type'] ?? 'no content type').split(';')[0]?.trim() ?? '', 50);
    const text = body.toString('utf8').replaceAll(/\s+/gu, ' ').trim();
    return text === '' ? `${type}, an empty body` : `${type}: "${(0,base_log/* printable */.g$)(text, QUOTED)}"`;
}
function detailsIn(fields) {
    const details = Array.isArray(fields?.['details']) ? fields['details'] : [];
    return details.filter(isFields).flatMap((detail) => {
        switch (textOf(detail['@type']).replace(/^.*\./u, '')) {
            case 'BadRequest':
                return violations(detail['fieldViolations'], 'field');
            case 'QuotaFailure':
                return violations(detail['violations'], 'subject');
            case 'RetryInfo':
                return textOf(detail['retryDelay']) === '' ? [] : [`try again after ${textOf(detail['retryDelay'])}`];
            case 'ErrorInfo':
                return textOf(detail['reason']) === '' ? [] : [`reason ${textOf(detail['reason'])}`];
            default:
                return [];
        }
    });
}
function violations(list, about) {
    const items = Array.isArray(list) ? list : [];
    return items
        .filter(isFields)
        .slice(0, MAX_VIOLATIONS)
        .map((item) => `${textOf(item[about]) || about}: ${textOf(item['description']) || 'not accepted'}`);
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/yandex/credentials/issued.js




const TOKEN = /^[\x21-\x7e]{1,16384}$/u;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;
function objectOf(response, service) {
    const parsed = response.status === 200 ? (0,http_retry/* parseObject */.lj)(response.body) : undefined;
    if (parsed !== undefined)
        return parsed;
    const type = (0,base_log/* printable */.g$)((response.headers['content-type'] ?? 'no content type').split(';', 1)[0] ?? '', 50);
    throw unexpected(response, service, `answered with a body that is not a JSON object (${type})`);
}
function tokenIn(fields, name, from) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '')
        from.mask(value);
    if (typeof value === 'string' && TOKEN.test(value))
        return value;
    throw unexpected(from.response, from.service, `answered without a usable ${name}`);
}
function expiryIn(fields, response, service) {
    const value = fields['expires_in'];
    if (value === undefined || value === null)
        return Infinity;
    const seconds = typeof value === 'string' && /^\d{1,9}(?:\.\d+)?$/u.test(value.trim()) ? Number(value) : value;
    if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0)
        return Date.now() + seconds * 1000;
    throw unexpected(response, service, 'answered with an expires_in that is not a positive number of seconds');
}
function expiryAt(fields, response, service) {
    const text = fields['expiresAt'];
    const time = typeof text === 'string' && RFC3339.test(text) ? Date.parse(text) : NaN;
    if (!Number.isNaN(time))
        return time;
    throw unexpected(response, service, 'answered without a usable expiresAt');
}
function unexpected(response, service, what) {
    return new errors/* ActionError */.lZ('INVALID_RESPONSE', `${service} ${what} ${said_idsOf(response)}.`, {
        hint: 'Run the job again. If it keeps failing, check that the endpoints are right, and report it with the request ids.',
    });
}
function reasonIn(response) {
    return `${saidBy(response)} ${said_idsOf(response)}`;
}

;// CONCATENATED MODULE: ./src/yandex/credentials/token-exchange.js






const SERVICE = "Yandex Cloud's token exchange";
async function exchangeToken(jwt, serviceAccountId, { http, endpoints, mask }) {
    const { tokenExchange } = await endpoints;
    if (tokenExchange === undefined)
        throw new errors/* ActionError */.lZ('INVALID_INPUT', 'With another api-endpoint, the OIDC token goes nowhere by default.', {
            hint: 'Set token-endpoint to the full URL of the token exchange of that installation.',
        });
    const form = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        audience: serviceAccountId,
        subject_token: jwt,
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    });
    const response = await askYandex(http, {
        service: SERVICE,
        method: 'POST',
        url: tokenExchange,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: form.toString(),
    });
    if (response.status >= 400)
        throw token_exchange_refused(response, jwt, serviceAccountId);
    const fields = objectOf(response, SERVICE);
    const token = tokenIn(fields, 'access_token', { response, service: SERVICE, mask });
    const type = fields['token_type'];
    if (type !== undefined && (typeof type !== 'string' || type.toLowerCase() !== 'bearer'))
        throw unexpected(response, SERVICE, 'answered with a token_type that is not Bearer');
    return { token, expiresAt: expiryIn(fields, response, SERVICE) };
}
function token_exchange_refused(response, jwt, serviceAccountId) {
    const claims = claimsOf(jwt);
    const told = `issuer ${(0,base_log/* printable */.g$)(claims.iss)}, audience ${(0,base_log/* printable */.g$)(claims.aud)}, subject ${(0,base_log/* printable */.g$)(claims.sub)}`;
    return new errors/* ActionError */.lZ('TOKEN_EXCHANGE_REFUSED', `${SERVICE} refused the job's OIDC token: ${reasonIn(response)}. The token has ${told}.`, {
        hint: isPage(response)
            ? `${inBetween(response)}\n${subjectAdvice(claims, serviceAccountId)}`
            : subjectAdvice(claims, serviceAccountId),
    });
}
function isPage({ headers }) {
    return /\bhtml\b/iu.test(headers['content-type'] ?? '');
}
function inBetween({ host }) {
    return `A page is not the answer of Yandex Cloud: something between the runner and ${(0,base_log/* printable */.g$)(host)}, such as a proxy or an egress filter, has probably refused. Allow HTTPS to that host, and run the job again. If nothing stands in between:`;
}
function claimsOf(jwt) {
    const payload = (0,http_retry/* parseObject */.lj)(Buffer.from(jwt.split('.')[1] ?? '', 'base64url')) ?? {};
    const text = (name) => {
        const value = payload[name];
        if (Array.isArray(value))
            return value.map(String).join(', ');
        return typeof value === 'string' && value !== '' ? value : '(none)';
    };
    return { iss: text('iss'), aud: text('aud'), sub: text('sub') };
}

;// CONCATENATED MODULE: ./src/yandex/credentials/given-oidc.js



function givenOidc({ serviceAccountId, token }, context) {
    context.mask(token);
    return {
        serviceAccountId,
        advice: `Check that the service account ${(0,base_log/* printable */.g$)(serviceAccountId)} still exists and that the federated credential is its own: \`yc iam workload-identity federated-credential list --service-account-id ${(0,shell/* printableWord */.eQ)(serviceAccountId)}\`.`,
        fetch: () => exchangeToken(token, serviceAccountId, context),
    };
}

// EXTERNAL MODULE: ./src/base/environment.js
var environment = __webpack_require__(3582);
;// CONCATENATED MODULE: ./src/yandex/credentials/github-oidc.js








const github_oidc_SERVICE = "GitHub's OIDC service";
function githubOidc(choice, context) {
    const { serviceAccountId } = choice;
    return {
        serviceAccountId,
        advice: `Check that the service account ${(0,base_log/* printable */.g$)(serviceAccountId)} still exists and that the federated credential is its own: \`yc iam workload-identity federated-credential list --service-account-id ${(0,shell/* printableWord */.eQ)(serviceAccountId)}\`.`,
        fetch: async () => {
            const jwt = await idToken(choice.audience, context);
            context.onClaims?.(github_oidc_claimsOf(jwt));
            return exchangeToken(jwt, serviceAccountId, context);
        },
    };
}
async function idToken(audience, { http, env, mask }) {
    const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    if (url === '' || bearer === '')
        throw await unavailable(env);
    mask(bearer);
    if (!isSafe(url))
        throw new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', 'ACTIONS_ID_TOKEN_REQUEST_URL is not an https:// URL with a query.', {
            hint: 'The runner sets this variable: find out which step of the job sets another one (by `$GITHUB_ENV` or `env:`), and take that out.',
        });
    const response = await http.request({
        service: github_oidc_SERVICE,
        method: 'GET',
        url: audience === undefined ? url : `${url}&audience=${encodeURIComponent(audience)}`,
        headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
    });
    if (response.status >= 400)
        throw new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', `${github_oidc_SERVICE} gives no token: ${reasonIn(response)}.`, {
            hint: PERMISSION_HINT,
        });
    const value = tokenIn(objectOf(response, github_oidc_SERVICE), 'value', { response, service: github_oidc_SERVICE, mask });
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/u.test(value))
        return value;
    throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `${github_oidc_SERVICE} answered with something that is not a JWT.`);
}
function github_oidc_claimsOf(jwt) {
    try {
        const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
        return typeof claims === 'object' ? { ...claims } : {};
    }
    catch {
        return {};
    }
}
function isSafe(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, search } = new URL(text);
    return (protocol === 'https:' || (protocol === 'http:' && (0,loopback/* isLoopback */.U)(hostname))) && search !== '';
}
const PERMISSION_HINT = [
    'Give the job the permission:',
    '  permissions:',
    '    contents: read',
    '    id-token: write',
    'A reusable workflow needs it from its caller too.',
].join('\n');
const OTHER_HINT = 'Use yc-sa-json-credentials or yc-iam-token, or hand in an ID token of another issuer that the federation trusts by oidc-token. `permissions: id-token: write` helps only where the server issues such tokens.';
const FORGEJO_HINT = `Forgejo issues ID tokens from version 15 on, to jobs with \`enable-openid-connect: true\`; the federation then has to trust the issuer of that server. ${OTHER_HINT}`;
async function unavailable(env) {
    if (env['GITHUB_ACTIONS'] !== 'true')
        return new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', 'No OIDC token: this does not look like a job of GitHub Actions.', {
            hint: 'Elsewhere, hand in the ID token of the CI by oidc-token, or use yc-sa-json-credentials, yc-iam-token or yc-vm-service-account.',
        });
    const server = (0,environment/* otherServer */.I)(env);
    if (server !== undefined)
        return new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', `No OIDC token: the runner of ${server} has set no ACTIONS_ID_TOKEN_REQUEST_URL.`, { hint: server === 'Forgejo' ? FORGEJO_HINT : OTHER_HINT });
    const fork = await forkIn(env);
    if (fork)
        return new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', 'No OIDC token: this looks like a pull request from a fork, which GitHub gives none.', {
            hint: "Sign in runs of the repository's own tags and branches: for pull requests leave the step out, or set dry-run: true.",
        });
    return new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', 'No OIDC token: this looks like a job without the permission id-token: write.', { hint: PERMISSION_HINT });
}
async function forkIn(env) {
    try {
        const event = JSON.parse(await (0,promises_.readFile)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
        const head = member(member(member(event, 'pull_request'), 'head'), 'repo');
        const base = member(member(member(event, 'pull_request'), 'base'), 'repo');
        if (member(event, 'pull_request') === undefined)
            return false;
        const name = member(head, 'full_name');
        return name !== (env['GITHUB_REPOSITORY'] ?? member(base, 'full_name'));
    }
    catch {
        return false;
    }
}
function member(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}

;// CONCATENATED MODULE: ./src/yandex/credentials/iam-token.js

function iamToken(token, mask) {
    mask(token);
    const advice = 'yc-iam-token holds a token that is wrong or has run out (it lasts 12 hours at most). `yc iam create-token` makes a new one; GitHub OIDC (yc-sa-id) needs no secret at all.';
    if (!/^[\x21-\x7e]+$/u.test(token))
        throw new errors/* ActionError */.lZ('UNAUTHENTICATED', 'yc-iam-token holds characters that a token cannot have, such as a space or a line break.', { hint: advice });
    return {
        serviceAccountId: undefined,
        advice,
        token: () => Promise.resolve(token),
        refresh: () => Promise.resolve(token),
        revoke: () => Promise.resolve(),
    };
}

;// CONCATENATED MODULE: ./src/yandex/credentials/renewed.js






const MARGIN_MS = 60_000;
const HASTE_MS = 2000;
const renewed_SERVICE = 'Yandex IAM';
class RenewedCredential {
    serviceAccountId;
    advice;
    #source;
    #context;
    #issued = new Map();
    #current;
    constructor(source, context) {
        this.serviceAccountId = source.serviceAccountId;
        this.advice = source.advice;
        this.#source = source;
        this.#context = context;
    }
    async token() {
        const asked = (this.#current ??= this.#fetch());
        const { token, renewAt } = await asked;
        if (Date.now() < renewAt)
            return token;
        return (await this.#insteadOf(asked)).token;
    }
    async refresh(rejected) {
        const asked = this.#current;
        if (asked === undefined || (await asked).token !== rejected)
            return this.token();
        if (this.#current === asked)
            this.#context.log.info('The token was refused: a new one is fetched.');
        return (await this.#insteadOf(asked)).token;
    }
    async revoke() {
        const valid = [...this.#issued].filter(([, expiresAt]) => expiresAt > Date.now());
        this.#issued.clear();
        await Promise.all(valid.map(([token, expiresAt]) => this.#revokeOrWarn(token, expiresAt)));
    }
    async #revokeOrWarn(token, expiresAt) {
        const { signal, log } = this.#context;
        const over = signal.aborted;
        try {
            log.info(await this.#revoke(token).catch((thrown) => {
                if (over || !this.#context.signal.aborted)
                    throw thrown;
                return this.#revoke(token);
            }));
        }
        catch (thrown) {
            const reason = (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(thrown), 500);
            log.warning(`The IAM token could not be revoked and lasts ${until(expiresAt)}: ${reason}`);
        }
    }
    #insteadOf(old) {
        if (this.#current === undefined || this.#current === old)
            this.#current = this.#fetch();
        return this.#current;
    }
    async #fetch() {
        const started = Date.now();
        const issued = await this.#source.fetch();
        this.#issued.set(issued.token, issued.expiresAt);
        const margin = Math.min(MARGIN_MS, (issued.expiresAt - started) / 10);
        return { ...issued, renewAt: issued.expiresAt - margin };
    }
    async #revoke(token) {
        const { iam } = await this.#context.endpoints;
        const { signal } = this.#context;
        const response = await askYandex(this.#context.http, {
            service: renewed_SERVICE,
            method: 'POST',
            url: `${iam ?? ''}/iam/v1/tokens:revoke`,
            headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/json',
            },
            body: JSON.stringify({ iamToken: token }),
            afterAbort: true,
            ...(signal.aborted ? { patience: http_timing/* ONCE */.ET, attemptMs: HASTE_MS } : { signal }),
        });
        if (response.status === 401)
            return 'Yandex IAM no longer accepts the IAM token: it need not be revoked.';
        if (response.status >= 400)
            throw new Error(`${renewed_SERVICE} answered ${response.status} ${said_idsOf(response)}`);
        objectOf(response, renewed_SERVICE);
        return 'The IAM token was revoked.';
    }
}
function until(time) {
    return Number.isFinite(time) ? `until ${new Date(time).toISOString()}` : 'for 12 hours at most';
}

;// CONCATENATED MODULE: ./src/yandex/credentials/service-account-key.js


const KEY_ADVICE = 'Make a key with `yc iam key create --service-account-id SERVICE_ACCOUNT_ID -o key.json` and store the whole file, as it is, in the secret that yc-sa-json-credentials reads: `gh secret set NAME < key.json`, with `--env ENVIRONMENT` for a secret of an environment.';
function parseServiceAccountKey(json) {
    const fields = service_account_key_fieldsOf(json.trim());
    if (fields['service_account_id'] === undefined && fields['user_account_id'] !== undefined)
        throw invalid('it is the key of a user account (user_account_id), not of a service account');
    const id = textIn(fields, 'id');
    const serviceAccountId = textIn(fields, 'service_account_id');
    const pem = textIn(fields, 'private_key');
    const lines = pem.split(/\r?\n|\\n/u).map((line) => line.trim());
    const secrets = lines.filter((line) => line.length >= 8 && !line.startsWith('-----') && !line.startsWith('PLEASE '));
    return {
        id,
        serviceAccountId,
        privateKey: privateKeyFrom(pem),
        secrets: [...secrets, JSON.stringify(pem).slice(1, -1)],
    };
}
function service_account_key_fieldsOf(json) {
    if (json === '')
        throw invalid('it is empty');
    let parsed;
    try {
        parsed = JSON.parse(json);
    }
    catch {
        throw invalid(whatElse(json));
    }
    if (typeof parsed === 'string')
        throw invalid('it is wrapped in quotes');
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
        throw invalid('it is not a JSON object');
    const other = otherKey({ ...parsed });
    if (other !== undefined)
        throw invalid(other);
    return { ...parsed };
}
const OTHER_KEYS = [
    ['api_key', 'it is an API key (`yc iam api-key create`), which cannot get IAM tokens'],
    ['access_key', 'it is a static access key (`yc iam access-key create`), which is for object storage'],
    ['private_key_id', 'it is the service account key of Google Cloud'],
    ['AccessKeyId', 'it is an access key of AWS'],
    ['clientSecret', 'it is a credential of Azure'],
    ['iam_token', 'it is an IAM token, which goes into yc-iam-token'],
];
function otherKey(fields) {
    if (fields['service_account_id'] !== undefined && fields['private_key'] !== undefined)
        return undefined;
    return OTHER_KEYS.find(([field]) => fields[field] !== undefined)?.[1];
}
function whatElse(text) {
    if (/^['"`]/u.test(text))
        return 'it is wrapped in quotes';
    if (text.startsWith('{\\'))
        return 'its quotes or line breaks are escaped by backslashes';
    if (isJsonInBase64(text))
        return 'it is base64, not the JSON itself';
    if (text.startsWith('-----BEGIN'))
        return 'it is a bare PEM, not the JSON that holds it';
    if (text.startsWith('{'))
        return 'its JSON is broken or cut off (line breaks inside private_key must be written \\n)';
    if (/^(?:\$\{?\w+\}?|%\w+%)$/u.test(text))
        return 'it is the name of a variable, which nothing expands here';
    if (/^t1\.[\w.-]+$/u.test(text))
        return 'it is an IAM token, which goes into yc-iam-token';
    if (/^AQVN[\w-]+$/u.test(text))
        return 'it is the secret of an API key, which cannot get IAM tokens';
    if (/^y[0-3]_[\w-]+$/u.test(text))
        return 'it is an OAuth token';
    if (/^[^\n{]{1,300}\.json$/iu.test(text))
        return 'it is the path of a file; the text of the file is needed';
    return 'it is not JSON';
}
function isJsonInBase64(text) {
    if (!/^[A-Za-z0-9+/_=\s-]+$/u.test(text))
        return false;
    const bytes = Buffer.from(text, 'base64');
    return bytes
        .subarray(0, 8)
        .toString('latin1')
        .replaceAll(/[\0\s\u{ef}\u{bb}\u{bf}\u{fe}\u{ff}]/gu, '')
        .startsWith('{');
}
function textIn(fields, name) {
    const value = fields[name];
    if (value === undefined)
        throw invalid(`the field ${name} is missing`);
    if (typeof value !== 'string' || value.trim() === '')
        throw invalid(`the field ${name} is not text, or is empty`);
    if (name !== 'private_key' && !/^[A-Za-z0-9_-]{1,64}$/u.test(value))
        throw invalid(`the field ${name} is not an ID`);
    return value;
}
function privateKeyFrom(pem) {
    if (!pem.includes('-----BEGIN'))
        throw invalid('the field private_key does not hold a PEM (there is no BEGIN line)');
    if (!pem.includes('\n'))
        throw invalid('the line breaks of the field private_key are gone, or doubled to \\\\n');
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch {
        throw invalid(isPublic(pem)
            ? 'the field private_key holds a public key or a certificate'
            : 'the field private_key holds a PEM that is damaged or encrypted');
    }
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
        throw invalid('the field private_key does not hold an RSA key of 2048 bits or more');
    return key;
}
function isPublic(pem) {
    try {
        return (0,external_node_crypto_.createPublicKey)(pem).type === 'public';
    }
    catch {
        return false;
    }
}
function invalid(what) {
    return new errors/* ActionError */.lZ('SERVICE_ACCOUNT_KEY_INVALID', `yc-sa-json-credentials is not an authorized key: ${what}.`, {
        hint: KEY_ADVICE,
    });
}

;// CONCATENATED MODULE: ./src/yandex/credentials/key-tokens.js





const key_tokens_SERVICE = 'Yandex IAM';
const JWT_SECONDS = 600;
function serviceAccountKeySource(json, context) {
    const { http, endpoints, mask, log } = context;
    const key = parseServiceAccountKey(json);
    for (const secret of key.secrets)
        mask(secret);
    const advice = `Check that the key ${key.id} still exists: \`yc iam key list --service-account-id ${key.serviceAccountId}\`. ${KEY_ADVICE}`;
    return {
        serviceAccountId: key.serviceAccountId,
        advice,
        fetch: async () => {
            const { iam, jwtAudience } = await endpoints;
            const url = `${iam ?? ''}/iam/v1/tokens`;
            const first = Date.now() - Math.max(0, http.clockAhead(url) ?? 0);
            let response = await ask(url, signedJwt(key, jwtAudience, first), context);
            const there = timeOf(response);
            if (response.status >= 400 && there !== undefined && Math.abs(there - first) >= WORTH_A_RETRY_MS) {
                log.warning(`${key_tokens_SERVICE} refused the key's JWT (status ${response.status}), and the clocks differ: the runner's said ${new Date(first).toISOString()}, and the service's ${new Date(there).toISOString()}. The JWT is sent once more, with the time of the service. Set the runner's clock right.`);
                response = await ask(url, signedJwt(key, jwtAudience, there), context);
            }
            if (response.status >= 400)
                throw key_tokens_refused(response, advice);
            const fields = objectOf(response, key_tokens_SERVICE);
            const token = tokenIn(fields, 'iamToken', { response, service: key_tokens_SERVICE, mask });
            return { token, expiresAt: expiryAt(fields, response, key_tokens_SERVICE) + (http.clockAhead(url) ?? 0) };
        },
    };
}
function ask(url, jwt, { http, mask }) {
    mask(jwt);
    return askYandex(http, {
        service: key_tokens_SERVICE,
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jwt }),
    });
}
const WORTH_A_RETRY_MS = 5000;
function timeOf({ headers }) {
    const there = Date.parse(headers['date'] ?? '');
    return Number.isNaN(there) ? undefined : there;
}
function key_tokens_refused(response, advice) {
    const there = timeOf(response);
    const says = there === undefined ? '' : ` and the service's ${new Date(there).toISOString()}`;
    return new errors/* ActionError */.lZ('UNAUTHENTICATED', `${key_tokens_SERVICE} gives no token for the key: ${reasonIn(response)}.`, {
        hint: `${advice} The runner's clock says ${new Date().toISOString()}${says}: they have to agree.`,
    });
}
function signedJwt(key, audience, date) {
    const issuedAt = Math.floor(date / 1000);
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const header = part({ typ: 'JWT', alg: 'PS256', kid: key.id });
    const claims = part({ iss: key.serviceAccountId, aud: audience, iat: issuedAt, exp: issuedAt + JWT_SECONDS });
    const signature = (0,external_node_crypto_.sign)('sha256', Buffer.from(`${header}.${claims}`), {
        key: key.privateKey,
        padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING,
        saltLength: 32,
    });
    return `${header}.${claims}.${signature.toString('base64url')}`;
}

;// CONCATENATED MODULE: ./src/yandex/credentials/vm-metadata.js


const vm_metadata_SERVICE = "The VM's metadata service";
const PATH = '/computeMetadata/v1/instance/service-accounts/default/token';
const ATTEMPT_MS = 3000;
const ADVICE = 'yc-vm-service-account works on a Yandex Cloud VM that has a service account: `yc compute instance update --id INSTANCE_ID --service-account-id SERVICE_ACCOUNT_ID` gives it one.';
function vmMetadata({ http, env, mask }) {
    const address = env['YC_METADATA_ADDR']?.trim() ?? '';
    const base = address === '' ? 'http://169.254.169.254' : address.includes('://') ? address : `http://${address}`;
    return {
        serviceAccountId: undefined,
        advice: ADVICE,
        fetch: async () => {
            const response = await http
                .request({
                service: vm_metadata_SERVICE,
                method: 'GET',
                url: `${base.replace(/\/+$/u, '')}${PATH}`,
                headers: { 'metadata-flavor': 'Google' },
                direct: true,
                attemptMs: ATTEMPT_MS,
            })
                .catch(withAdvice);
            if (response.status >= 400)
                throw new errors/* ActionError */.lZ('UNAUTHENTICATED', `${vm_metadata_SERVICE} gives no token: ${reasonIn(response)}.`, { hint: ADVICE });
            const fields = objectOf(response, vm_metadata_SERVICE);
            const token = tokenIn(fields, 'access_token', { response, service: vm_metadata_SERVICE, mask });
            return { token, expiresAt: expiryIn(fields, response, vm_metadata_SERVICE) };
        },
    };
}
function withAdvice(thrown) {
    if (!(thrown instanceof errors/* ActionError */.lZ) || thrown.code !== 'UNAVAILABLE')
        throw thrown;
    throw new errors/* ActionError */.lZ('UNAVAILABLE', thrown.message, { hint: ADVICE, cause: thrown });
}

;// CONCATENATED MODULE: ./src/yandex/credentials/credentials.js







function createCredential(choice, context) {
    if (choice.kind === 'iam-token')
        return iamToken(choice.token, context.mask);
    return new RenewedCredential(sourceOf(choice, context), context);
}
function sourceOf(choice, context) {
    switch (choice.kind) {
        case 'github-oidc':
            return githubOidc(choice, context);
        case 'given-oidc':
            return givenOidc(choice, context);
        case 'service-account-key':
            return serviceAccountKeySource(choice.json, context);
        case 'vm':
            return vmMetadata(context);
    }
}

;// CONCATENATED MODULE: ./src/yandex/endpoints.js






const DEFAULT_API_ENDPOINT = 'api.cloud.yandex.net';
const OTHER_KMS = 'https://kms.yandex';
const DEFAULT_TOKEN_ENDPOINT = 'https://auth.yandex.cloud/oauth/token';
async function resolveEndpoints(inputs, http, log) {
    const api = originOf(inputs.apiEndpoint);
    const isDefault = api === originOf(DEFAULT_API_ENDPOINT);
    const discovers = !isDefault && (inputs.kmsEndpoint === undefined || (inputs.needsIam && inputs.iamEndpoint === undefined));
    const found = discovers ? await discover(api, http) : undefined;
    const given = inputs.kmsEndpoint === undefined ? undefined : originOf(inputs.kmsEndpoint);
    if (discovers && given === undefined && found?.kmsCrypto === undefined)
        log.info(`${new URL(api).host} lists no endpoint kms-crypto: SignHash and GetPublicKey go to its endpoint kms.`);
    const control = given ?? (isDefault ? defaultOrigin('kms') : (found?.kms ?? missing(api, 'kms', 'kms-endpoint')));
    const iam = inputs.iamEndpoint === undefined ? undefined : originOf(inputs.iamEndpoint);
    return {
        kms: given ?? found?.kmsCrypto ?? control,
        kmsControl: control,
        kmsFallback: isDefault && given === undefined ? OTHER_KMS : undefined,
        iam: iam ??
            (isDefault
                ? defaultOrigin('iam')
                : inputs.needsIam
                    ? (found?.iam ?? missing(api, 'iam', 'iam-endpoint'))
                    : undefined),
        tokenExchange: inputs.tokenEndpoint ?? (isDefault ? DEFAULT_TOKEN_ENDPOINT : undefined),
        jwtAudience: `https://iam.${new URL(api).hostname}/iam/v1/tokens`,
    };
}
function originOf(text) {
    return new URL(text.includes('://') ? text : `https://${text}`).origin;
}
function defaultOrigin(service) {
    return `https://${service}.${DEFAULT_API_ENDPOINT}`;
}
function missing(api, id, input) {
    throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `${new URL(api).host} lists no usable endpoint ${id} in /endpoints.`, {
        hint: `Set ${input} to the origin of that service.`,
    });
}
async function discover(api, http) {
    const service = 'the list of endpoints';
    const url = `${api}/endpoints`;
    const answer = await askYandex(http, { service, method: 'GET', url });
    const { status, body } = answer;
    const list = status === 200 ? (0,http_retry/* parseObject */.lj)(body)?.['endpoints'] : undefined;
    if (!Array.isArray(list))
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `${(0,base_log/* printable */.g$)(url)} answered without a list of endpoints${status === 200 ? '' : `: ${saidBy(answer)}`} ${said_idsOf(answer)}.`, { hint: 'Check that api-endpoint is right, or set kms-endpoint and iam-endpoint.' });
    const entries = list;
    const at = (id) => {
        for (const entry of entries) {
            if (typeof entry === 'object' && entry !== null && 'id' in entry && 'address' in entry && entry.id === id)
                return typeof entry.address === 'string' ? originOfAddress(entry.address, api) : undefined;
        }
        return undefined;
    };
    return { kmsCrypto: at('kms-crypto'), kms: at('kms'), iam: at('iam') };
}
function originOfAddress(address, api) {
    if (!/^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/u.test(address) || !URL.canParse(`https://${address}`))
        return undefined;
    const { hostname } = new URL(`https://${address}`);
    const scheme = api.startsWith('http://') && (0,loopback/* isLoopback */.U)(hostname) ? 'http' : 'https';
    return new URL(`${scheme}://${address}`).origin;
}

;// CONCATENATED MODULE: ./src/yandex/kms/failure.js







const UNAUTHENTICATED = 16;
const UNIMPLEMENTED = 12;
const NOT_FOUND = 5;
function refusesToken(answer) {
    const code = (0,http_retry/* grpcStatusOf */.IM)(answer)?.code;
    return code === undefined ? answer.status === 401 : code === UNAUTHENTICATED;
}
function mayNotServe(answer) {
    const { status } = answer;
    const code = (0,http_retry/* grpcStatusOf */.IM)(answer)?.code;
    if (code !== undefined)
        return code === UNIMPLEMENTED || status === 405 || status === 501 || status === 404;
    return (status >= 400 && status < 500 && status !== 401 && status !== 429) || status === 501;
}
function failureOf(call, credential) {
    const code = (0,http_retry/* grpcStatusOf */.IM)(call.answer)?.code;
    if (call.name === 'Key.Get' && isNotServed(call.answer))
        return notServed(call, undefined);
    if (code === undefined && !refusesToken(call.answer))
        return fromInBetween(call);
    const said = `${saidBy(call.answer)} ${said_idsOf(call.answer)}`;
    const { name, keyId } = call;
    switch (code ?? UNAUTHENTICATED) {
        case UNAUTHENTICATED:
            return new errors/* ActionError */.lZ('UNAUTHENTICATED', `Yandex KMS does not accept the token for ${name}: ${said}.`, {
                hint: credential.advice,
            });
        case 7:
            return permissionDenied(call, said, credential);
        case NOT_FOUND:
            return name === 'Key.Get' ? notServed(call, keyNotFound(call, said)) : keyNotFound(call, said);
        case 9:
            return keyNotActive(keyId, `${name}: ${said}`);
        default:
            return new errors/* ActionError */.lZ('INVALID_RESPONSE', `Yandex KMS answered ${name} in an unexpected way: ${said}.`, {
                hint: 'Check that key-id and hash-algorithm fit the key. If they do, report it with the request ids.',
            });
    }
}
function isNotServed(answer) {
    const code = (0,http_retry/* grpcStatusOf */.IM)(answer)?.code;
    if (code !== undefined)
        return code === UNIMPLEMENTED;
    return [404, 405, 501].includes(answer.status);
}
function notServed({ answer }, instead) {
    const said = `${saidBy(answer)} ${said_idsOf(answer)}`;
    return new KeyGetRefused('host', `Key.Get is not served at ${(0,base_log/* printable */.g$)(answer.host)}: ${said}.`, {
        hint: 'Leave kms-endpoint at its default, or set it to a host that serves Key.Get too.',
        cause: instead,
    });
}
function keyNotFound({ keyId, answer }, said) {
    return new errors/* ActionError */.lZ('KEY_NOT_FOUND', `Yandex KMS at ${(0,base_log/* printable */.g$)(answer.host)} knows no key ${(0,base_log/* printable */.g$)(keyId)}: ${said}.`, {
        hint: 'Check that key-id is the ID of an asymmetric signature key: `yc kms asymmetric-signature-key list --folder-id FOLDER_ID`. A key of another installation needs its api-endpoint.',
    });
}
function fromInBetween({ name, answer }) {
    const code = answer.status === 403 ? 'PERMISSION_DENIED' : 'INVALID_RESPONSE';
    const host = (0,base_log/* printable */.g$)(answer.host);
    return new errors/* ActionError */.lZ(code, `${host} refused ${name} with an answer that is not in the form of Yandex Cloud: ${saidBy(answer)} ${said_idsOf(answer)}.`, {
        hint: `Something between the runner and Yandex Cloud, such as a proxy or an egress filter, may have answered: allow HTTPS to ${host}. If nothing stands in between, check kms-endpoint and api-endpoint, and report it with the request ids.`,
    });
}
function permissionDenied({ name, role, keyId }, said, credential) {
    const account = credential.serviceAccountId ?? 'SERVICE_ACCOUNT_ID';
    const message = `Yandex KMS does not allow ${name}: ${said}.`;
    const hint = [
        `The role ${role} on the key is missing:`,
        `  yc kms asymmetric-signature-key add-access-binding --id ${(0,shell/* printableWord */.eQ)(keyId)} --role ${role} --service-account-id ${(0,shell/* printableWord */.eQ)(account)}`,
        'A role that was just granted can take a minute to work.',
    ].join('\n');
    return name === 'Key.Get'
        ? new KeyGetRefused('role', message, { hint })
        : new errors/* ActionError */.lZ('PERMISSION_DENIED', message, { hint });
}

;// CONCATENATED MODULE: ./src/yandex/kms/hosts.js




const hosts_SERVICE = 'Yandex KMS';
const KNOWS_KEY = new Set([3, 7, 9]);
class Hosts {
    #context;
    #moved = false;
    #asking;
    constructor(context) {
        this.#context = context;
    }
    async control(request) {
        return this.#authorized((await this.#context.endpoints).kmsControl, request);
    }
    async crypto(request) {
        const { kms, kmsFallback } = await this.#context.endpoints;
        if (kmsFallback === undefined)
            return this.#authorized(kms, request);
        if (this.#moved)
            return this.#authorized(kmsFallback, request);
        const first = await this.#authorized(kms, request);
        if (!mayNotServe(first))
            return first;
        await this.#asked();
        const second = this.#authorized(kmsFallback, request);
        this.#asking = second;
        try {
            const answer = await second;
            if (knowsKey(answer))
                this.#move(kms, kmsFallback, first);
            return answer;
        }
        catch (thrown) {
            if (thrown instanceof errors/* ActionError */.lZ && thrown.code === 'UNAVAILABLE')
                return first;
            throw thrown;
        }
    }
    async #asked() {
        await this.#asking?.catch(() => undefined);
    }
    #move(from, to, { status }) {
        if (this.#moved)
            return;
        this.#moved = true;
        this.#context.log.info(`${new URL(from).host} does not serve this call (${status}): ${new URL(to).host} serves the rest of the run.`);
    }
    async #authorized(origin, request) {
        const { credential } = this.#context;
        const token = await credential.token();
        const answer = await this.#send(origin, request, token);
        if (!refusesToken(answer))
            return answer;
        const other = await credential.refresh(token);
        return other === token ? answer : this.#send(origin, request, other);
    }
    #send(origin, { path, ...request }, token) {
        return askYandex(this.#context.http, {
            ...request,
            service: hosts_SERVICE,
            url: `${origin}${path}`,
            headers: {
                authorization: `Bearer ${token}`,
                ...(request.body === undefined ? undefined : { 'content-type': 'application/json' }),
            },
        });
    }
}
function knowsKey(answer) {
    return answer.status === 200 || KNOWS_KEY.has((0,http_retry/* grpcStatusOf */.IM)(answer)?.code ?? 0);
}

;// CONCATENATED MODULE: ./src/yandex/kms/answer.js



const answer_RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;
function answer_fieldsOf(answer, method) {
    const type = answer.headers['content-type'];
    if (type !== undefined && !/\bjson\b/iu.test(type))
        throw answer_invalid(method, `something that is not JSON, ${saidBy(answer)}`, answer);
    const fields = (0,http_retry/* parseObject */.lj)(answer.body);
    if (fields === undefined)
        throw answer_invalid(method, 'a body that is not a JSON object', answer);
    return fields;
}
function answer_textIn(fields, name, method, answer) {
    const value = fields[name];
    if (typeof value !== 'string' || value === '')
        throw answer_invalid(method, `no ${name}`, answer);
    return value;
}
function enumIn(fields, name, names, method, answer) {
    const value = fields[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
        return answer_textIn(fields, name, method, answer);
    return names[value] ?? String(value);
}
function base64In(fields, name, method, answer) {
    const text = answer_textIn(fields, name, method, answer);
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length === 0 || bytes.toString('base64') !== text)
        throw answer_invalid(method, `a ${name} that is not base64`, answer);
    const own = Buffer.allocUnsafeSlow(bytes.length);
    own.set(bytes);
    return own;
}
function timeIn(fields, name, method, answer) {
    if (fields[name] === undefined)
        return undefined;
    const text = answer_textIn(fields, name, method, answer);
    const time = answer_RFC3339.test(text) ? new Date(text) : undefined;
    if (time === undefined || Number.isNaN(time.getTime()))
        throw answer_invalid(method, `a ${name} that is not a time`, answer);
    return time;
}
function answer_invalid(method, what, answer) {
    return new errors/* ActionError */.lZ('INVALID_RESPONSE', `Yandex KMS: ${method} answered with ${what} ${said_idsOf(answer)}.`, {
        hint: 'Run the job again. If it keeps failing, check that kms-endpoint is right, and report it with the request ids.',
    });
}

;// CONCATENATED MODULE: ./src/yandex/kms/client.js






function createKms(context) {
    const hosts = new Hosts(context);
    const calls = { getKey: 0, getPublicKey: 0, signHash: 0 };
    return {
        calls,
        getKey: (keyId) => {
            calls.getKey += 1;
            return getKey(hosts, context, keyId);
        },
        getPublicKey: (keyId) => {
            calls.getPublicKey += 1;
            return getPublicKey(hosts, context, keyId);
        },
        signHash: (keyId, digest, signal) => {
            calls.signHash += 1;
            return signHash(hosts, context, { keyId, digest, signal });
        },
    };
}
const STATUSES = ['', 'CREATING', 'ACTIVE', 'INACTIVE'];
const ALGORITHMS = [
    '',
    'RSA_2048_SIGN_PSS_SHA_256',
    'RSA_2048_SIGN_PSS_SHA_384',
    'RSA_2048_SIGN_PSS_SHA_512',
    'RSA_3072_SIGN_PSS_SHA_256',
    'RSA_3072_SIGN_PSS_SHA_384',
    'RSA_3072_SIGN_PSS_SHA_512',
    'RSA_4096_SIGN_PSS_SHA_256',
    'RSA_4096_SIGN_PSS_SHA_384',
    'RSA_4096_SIGN_PSS_SHA_512',
    'ECDSA_NIST_P256_SHA_256',
    'ECDSA_NIST_P384_SHA_384',
    'ECDSA_NIST_P521_SHA_512',
    'ECDSA_SECP256_K1_SHA_256',
];
function pathOf(keyId) {
    return `/kms/v1/asymmetricSignatureKeys/${encodeURIComponent(keyId)}`;
}
async function getKey(hosts, { credential, log }, keyId) {
    const name = 'Key.Get';
    const answer = await hosts.control({ method: 'GET', path: pathOf(keyId) });
    if (answer.status !== 200) {
        const failure = failureOf({ name, role: 'kms.auditor', keyId, answer }, credential);
        if (failure instanceof KeyGetRefused)
            log.info(`${failure.message} The public key tells most of what it would tell.`);
        throw failure;
    }
    const fields = answer_fieldsOf(answer, name);
    const key = {
        status: enumIn(fields, 'status', STATUSES, name, answer),
        signatureAlgorithm: enumIn(fields, 'signatureAlgorithm', ALGORITHMS, name, answer),
        createdAt: timeIn(fields, 'createdAt', name, answer),
    };
    sameKey(answer_textIn(fields, 'id', name, answer), keyId, name, answer);
    return key;
}
async function getPublicKey(hosts, { credential }, keyId) {
    const name = 'GetPublicKey';
    const answer = await hosts.crypto({ method: 'GET', path: `${pathOf(keyId)}/publicKey` });
    const role = 'kms.asymmetricSignatureKeys.publicKeyViewer';
    if (answer.status !== 200)
        throw failureOf({ name, role, keyId, answer }, credential);
    const fields = answer_fieldsOf(answer, name);
    const pem = answer_textIn(fields, 'publicKey', name, answer);
    sameKey(answer_textIn(fields, 'keyId', name, answer), keyId, name, answer);
    return pem;
}
async function signHash(hosts, { credential, gate }, { keyId, digest, signal }) {
    const name = 'SignHash';
    const answer = await hosts.crypto({
        method: 'POST',
        path: `${pathOf(keyId)}:signHash`,
        body: `{"hash":"${Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('base64')}"}`,
        ...(gate === undefined ? {} : { gate }),
        ...(signal === undefined ? {} : { signal }),
    });
    if (answer.status !== 200)
        throw failureOf({ name, role: 'kms.asymmetricSignatureKeys.signer', keyId, answer }, credential);
    const fields = answer_fieldsOf(answer, name);
    const signature = base64In(fields, 'signature', name, answer);
    sameKey(answer_textIn(fields, 'keyId', name, answer), keyId, name, answer);
    return { signature, requestId: answer.requestId, clientRequestId: answer.clientRequestId };
}
function sameKey(answered, asked, name, answer) {
    if (answered !== asked)
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `Yandex KMS: ${name} answered for another key than the one asked for ${said_idsOf(answer)}.`, {
            hint: 'Nothing of this answer is used. Check that kms-endpoint is right, and report it to Yandex Cloud with the request ids.',
        });
}

;// CONCATENATED MODULE: ./src/sign/services.js
var services_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var services_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









async function connect({ inputs, env, front, limits, tasks }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, mask } = front;
        const opened = services_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const http = opened.adopt(createHttpClient({ env, log, signal: tasks.signal, deadline: limits.deadline }), async (client) => client.close());
        const { kind } = inputs.credentialChoice;
        const needsIam = kind === 'service-account-key' || (inputs.revokeToken && kind !== 'iam-token');
        const endpoints = tasks.start(() => resolveEndpoints({ ...inputs.endpoints, needsIam }, http, log));
        let found = {};
        const onClaims = (claims) => {
            if (inputs.targets.includes('provenance'))
                (0,token_claims/* withClaims */.Q)(env, claims);
            found = claims;
        };
        const context = { http, endpoints, env, mask, log, onClaims, signal: limits.signal };
        const credential = createCredential(inputs.credentialChoice, context);
        void tasks.start(async () => {
            openAhead(http, await endpoints, kind);
        });
        const gate = new Pace({ max: inputs.maxConcurrency, signal: tasks.signal, log });
        if (inputs.revokeToken)
            opened.defer(() => credential.revoke());
        const kept = opened.move();
        const kms = createKms({ http, endpoints, credential, gate, log });
        const clockAhead = async () => {
            const { kms: crypto, kmsControl, iam, tokenExchange } = await endpoints;
            const known = [crypto, kmsControl, iam, tokenExchange].map((url) => http.clockAhead(url ?? ''));
            return known.find((ms) => ms !== undefined);
        };
        const claims = async () => {
            if (kind === 'github-oidc')
                await credential.token();
            return found;
        };
        return { http, credential, kms, claims, clockAhead, [Symbol.asyncDispose]: () => kept.disposeAsync() };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = services_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const FIRST_KMS_CALLS = 3;
function openAhead(http, endpoints, kind) {
    const issuers = {
        'github-oidc': endpoints.tokenExchange,
        'given-oidc': endpoints.tokenExchange,
        'service-account-key': endpoints.iam,
    };
    const issuer = issuers[kind];
    if (issuer !== undefined)
        http.warm(issuer);
    const { kms, kmsControl } = endpoints;
    http.warm(kms, kms === kmsControl ? FIRST_KMS_CALLS : FIRST_KMS_CALLS - 1);
    if (kms !== kmsControl)
        http.warm(kmsControl);
}

// EXTERNAL MODULE: ./src/formats/cms/certificate.js
var cms_certificate = __webpack_require__(70007);
;// CONCATENATED MODULE: ./src/formats/cms/write.js




const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';
const ATTRIBUTE = {
    contentType: '1.2.840.113549.1.9.3',
    messageDigest: '1.2.840.113549.1.9.4',
    signingTime: '1.2.840.113549.1.9.5',
};
function signedAttributes(digest, signedAt) {
    return (0,der/* setOf */.s4)((0,der/* sequence */.K2)((0,der/* oid */.jq)(ATTRIBUTE.contentType), (0,der/* setOf */.s4)((0,der/* oid */.jq)(DATA))), (0,der/* sequence */.K2)((0,der/* oid */.jq)(ATTRIBUTE.signingTime), (0,der/* setOf */.s4)((0,cms_certificate/* time */.kB)(signedAt))), (0,der/* sequence */.K2)((0,der/* oid */.jq)(ATTRIBUTE.messageDigest), (0,der/* setOf */.s4)((0,der/* octetString */.J8)(digest))));
}
function cmsEncoding(key, startedAt, certificate) {
    const { issuer, serialNumber } = certificate ?? (0,cms_certificate/* selfSignedName */.am)(key);
    const begin = certificate?.validFrom ?? key.createdAt;
    const signedAt = begin !== undefined && startedAt < begin ? begin : startedAt;
    const digestAlgorithm = (0,der/* sequence */.K2)((0,der/* oid */.jq)(hashes/* HASHES */.T$[key.algorithm.hash].oid));
    const version = (0,der/* unsignedInteger */.wF)(Buffer.from([1]));
    const embedded = certificate === undefined ? [] : [(0,der/* explicit */.pc)(0, (0,der/* readElement */.RN)((0,der/* setOf */.s4)(...certificate.certificates)).content)];
    return {
        format: 'cms',
        prepare: ({ digest }) => {
            const attributes = signedAttributes(digest, signedAt);
            return {
                toSign: (0,external_node_crypto_.createHash)(key.algorithm.hash).update(attributes).digest(),
                message: attributes,
                encode: (signature) => {
                    const signerInfo = (0,der/* sequence */.K2)(version, (0,der/* sequence */.K2)(issuer, serialNumber), digestAlgorithm, (0,der/* explicit */.pc)(0, (0,der/* readElement */.RN)(attributes, der/* TAG */.Dk.set).content), (0,cms_certificate/* signatureAlgorithm */.wO)(key.algorithm), (0,der/* octetString */.J8)(signature));
                    const signedData = (0,der/* sequence */.K2)(version, (0,der/* setOf */.s4)(digestAlgorithm), (0,der/* sequence */.K2)((0,der/* oid */.jq)(DATA)), ...embedded, (0,der/* der */.y8)(der/* TAG */.Dk.set, signerInfo));
                    return (0,der/* sequence */.K2)((0,der/* oid */.jq)(SIGNED_DATA), (0,der/* explicit */.pc)(0, signedData));
                },
            };
        },
    };
}

// EXTERNAL MODULE: ./src/formats/cms/given-certificate.js
var given_certificate = __webpack_require__(28515);
// EXTERNAL MODULE: ./src/formats/openpgp/text-form.js
var text_form = __webpack_require__(74114);
;// CONCATENATED MODULE: ./src/formats/openpgp/write-clear.js





const [LF, DASH] = [10, 45];
const ESCAPE = Buffer.from('- ');
function openPgpClearEncoding(pgp, startedAt) {
    const { suffix, packetOf } = openPgpSignature(pgp, 'text', startedAt);
    const { hash } = pgp.key.algorithm;
    const head = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: ${hash.toUpperCase()}\n\n`;
    const encoding = {
        format: 'openpgp-clear',
        prepare: ({ own }) => {
            const digest = own.get('openpgp-clear');
            if (digest === undefined)
                throw new errors/* ActionError */.lZ('INTERNAL_ERROR', 'No digest of the text for `openpgp-clear`.');
            return { toSign: digest, encode: (signature) => armor('PGP SIGNATURE', packetOf(digest, signature)) };
        },
        async *around(content, { toSign }, signature) {
            yield Buffer.from(head);
            const form = (0,text_form/* startTextForm */.A)();
            const covered = (0,external_node_crypto_.createHash)(hash);
            const escape = startEscape();
            for await (const chunk of content) {
                covered.update(form.take(chunk));
                yield escape.take(chunk);
            }
            const digest = covered.update(form.end()).update(suffix).digest();
            if (!digest.equals(toSign))
                throw new RangeError('is not the text that was signed');
            yield escape.end();
            yield signature;
        },
    };
    return { encoding, ownDigest: { format: 'openpgp-clear', form: 'text', suffix } };
}
function startEscape() {
    let isLineStart = true;
    return {
        take(chunk) {
            const parts = [];
            let done = 0;
            for (let at = isLineStart ? 0 : afterLine(chunk, 0); at < chunk.length; at = afterLine(chunk, at)) {
                if (chunk[at] !== DASH)
                    continue;
                parts.push(chunk.subarray(done, at), ESCAPE);
                done = at;
            }
            if (chunk.length > 0)
                isLineStart = chunk.at(-1) === LF;
            return Buffer.concat([...parts, chunk.subarray(done)]);
        },
        end: () => Buffer.from(isLineStart ? '' : '\n'),
    };
}
function afterLine(chunk, at) {
    const found = chunk.indexOf(LF, at);
    return found < 0 ? chunk.length : found + 1;
}

;// CONCATENATED MODULE: ./src/formats/raw/write.js
const rawEncoding = {
    format: 'sig',
    prepare: ({ digest, content }) => ({
        toSign: digest,
        message: content,
        encode: (signature) => signature,
    }),
};
const base64Encoding = {
    format: 'base64',
    prepare: ({ digest, content }) => ({
        toSign: digest,
        message: content,
        encode: (signature) => Buffer.from(`${signature.toString('base64')}\n`),
    }),
};

// EXTERNAL MODULE: ./src/formats/sigstore/write.js
var write = __webpack_require__(12942);
;// CONCATENATED MODULE: ./src/formats/writers.js















function encodingsFor(formats, context) {
    const wanted = [...new Set(formats)];
    checkKeyType(wanted, context.key);
    checkFilesAtHand(wanted, context);
    checkIdentity(wanted, context.identity);
    const parts = wanted.map((format) => SETUP[format](context));
    return {
        encodings: parts.map(({ encoding }) => encoding),
        ownDigests: parts.flatMap(({ ownDigest }) => ownDigest ?? []),
        sha512: (0,facts/* needsSha512 */.cn)(wanted, context.key.algorithm.hash),
        runFiles: [...publicKeyFiles(context.key), ...parts.flatMap(({ runFiles = [] }) => runFiles)],
        signedRunFiles: eachOnce(parts.flatMap(({ signedRunFiles = [] }) => signedRunFiles)),
    };
}
function eachOnce(files) {
    return [...new Map(files.map((file) => [file.names.join(' '), file])).values()];
}
function publicKeyFiles({ algorithm, publicKey }) {
    const file = (name, spki) => ({ name, content: Buffer.from((0,public_key/* pem */.ps)('PUBLIC KEY', spki)) });
    const plain = file('kms-public-key.pem', publicKey.spki);
    if (algorithm.curve !== undefined)
        return [plain];
    return [plain, file('kms-public-key.pss.pem', (0,public_key/* pssSpki */.OP)(publicKey, algorithm.hash))];
}
function checkDigestsOnly(formats) {
    for (const format of formats) {
        const { readsFile } = (0,facts/* factsOf */.xS)(format);
        if (readsFile !== undefined)
            throw needsFiles(format, readsFile);
    }
}
const SETUP = {
    sig: () => ({ encoding: rawEncoding }),
    base64: () => ({ encoding: base64Encoding }),
    sigstore: ({ key }) => ({ encoding: (0,write/* sigstoreEncoding */.i)(key) }),
    sshsig: ({ key, identity }) => ({
        encoding: sshsigEncoding(key),
        runFiles: [{ name: 'kms-allowed-signers', content: allowedSigners(key, (0,formats_identity/* sshPrincipal */.F)(identity, key.id)) }],
    }),
    openpgp: (context) => openPgp(context, openPgpEncoding),
    cms: ({ key, startedAt, certificate }) => {
        const encoding = cmsEncoding(key, startedAt, certificate);
        if (certificate !== undefined) {
            (0,given_certificate/* checkCertificateKey */.pS)(certificate, key.publicKey);
            return { encoding, runFiles: [(0,given_certificate/* certificateFile */.oE)(certificate)] };
        }
        const createdAt = creationTime(key, '`cms` without `certificate` starts its certificate with it');
        return { encoding, signedRunFiles: [(0,cms_certificate/* selfSignedCertificate */.y9)(key, createdAt)] };
    },
    'openpgp-clear': (context) => openPgp(context, openPgpClearEncoding),
};
function openPgp({ key, identity, startedAt }, encodingOf) {
    const pgp = openPgpKey(key, creationTime(key, 'OpenPGP makes it a part of the fingerprint'));
    return { ...encodingOf(pgp, startedAt), signedRunFiles: [openPgpCertificate(pgp, identity)] };
}
function checkKeyType(formats, { algorithm }) {
    const kind = (0,key_algorithm/* keyKindOf */.lJ)(algorithm);
    const refused = (0,facts/* formatsWhere */.Me)(({ keys }) => !keys.includes(kind), formats);
    const [first] = refused;
    if (first === undefined)
        return;
    const possible = (0,facts/* formatsWhere */.Me)(({ keys }) => keys.includes(kind));
    throw new errors/* ActionError */.lZ('UNSUPPORTED_FORMAT', `${(0,facts/* listedFormats */.eE)(refused)} cannot be made with a key of type ${algorithm.name}.`, {
        hint: `${keysFor(first)}; the first is the one that every verifier takes. With this key, \`formats\` takes ${(0,facts/* listedFormats */.eE)(possible)}.`,
    });
}
function keysFor(format) {
    const names = key_algorithm/* CURVES */.H1.filter(({ name }) => (0,facts/* factsOf */.xS)(format).keys.includes(name)).map(({ kmsName }) => kmsName);
    return `It needs a key of type ${names.join(', ').replace(/, (?=[^,]*$)/u, ' or ')}`;
}
function checkFilesAtHand(formats, { digestsOnly, key }) {
    if (!digestsOnly)
        return;
    checkDigestsOnly(formats);
    const { hash } = key.algorithm;
    const [format] = (0,facts/* formatsWhere */.Me)(({ sha512InPlaceOf }) => sha512InPlaceOf.includes(hash), formats);
    if (format !== undefined)
        throw needsFiles(format, `it does not have ${hashes/* HASHES */.T$[hash].title}, which this key signs, and takes the file's SHA-512`);
}
function needsFiles(format, reason) {
    return new errors/* ActionError */.lZ('INVALID_INPUT', `\`${format}\` needs the files, and \`subject-checksums\` gives digests: ${reason}.`, {
        hint: `Leave \`${format}\` out of \`formats\`, or name the files themselves in \`files\`.`,
    });
}
function checkIdentity(formats, identity) {
    const fault = (0,formats_identity/* identityFault */.X)(identity, formats);
    if (fault === undefined)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `The input \`identity\` cannot be used, ${fault}: ${(0,base_log/* printable */.g$)(identity, 200)}.`, {
        hint: 'Write it like `Example Project <releases@example.org>`.',
    });
}
function creationTime({ createdAt, id }, use) {
    if (createdAt !== undefined)
        return createdAt;
    throw new errors/* ActionError */.lZ('PERMISSION_DENIED', `The time when the key was made could not be read: ${use}.`, {
        hint: `Grant the role kms.auditor on the key: yc kms asymmetric-signature-key add-access-binding --id ${(0,base_log/* printable */.g$)(id)} --role kms.auditor --service-account-id <service account id>`,
    });
}

// EXTERNAL MODULE: ./src/files/earlier-manifest.js
var earlier_manifest = __webpack_require__(48555);
;// CONCATENATED MODULE: ./src/report/manifest-addition.js




async function addedTo(existing, own, folder) {
    const [before, now] = [parsed(existing), (0,earlier_manifest/* parseManifest */.Ng)(own)];
    if (before?.keyId !== now.keyId || before.fingerprint !== now.fingerprint)
        return undefined;
    const written = pathsOf(now);
    const base = external_node_path_.posix.dirname(before.runFiles.find((path) => external_node_path_.posix.basename(path) === run_files/* MANIFEST_FILE */.h1) ?? '');
    const stays = async (path) => !written.has(path) &&
        (await (0,promises_.access)((0,external_node_path_.join)(folder, external_node_path_.posix.relative(base, path))).then(() => true, () => false));
    const joined = async (field) => [
        ...(await filtered(pathsIn(before, field), stays)),
        ...pathsIn(now, field),
    ];
    const earlier = await staying(before.files, stays);
    const merged = {
        ...before.content,
        ...now.content,
        files: mergedFiles(earlier, now.files),
        checksums: await mergedChecksums(before.checksums, now.checksums, stays),
        provenance: await joined('provenance'),
        attestations: await joined('attestations'),
        runFiles: [...(await filtered(before.runFiles, stays)), ...now.runFiles],
    };
    return Buffer.from(`${JSON.stringify(merged, null, 2)}\n`);
}
function parsed(bytes) {
    try {
        return (0,earlier_manifest/* parseManifest */.Ng)(bytes);
    }
    catch {
        return undefined;
    }
}
function pathsOf({ files, checksums, statements, runFiles }) {
    const sums = checksums === undefined ? [] : [checksums.displayPath, ...checksums.files];
    return new Set([...files.flatMap((entry) => entry.files), ...sums, ...statements, ...runFiles]);
}
function pathsIn({ content }, field) {
    const paths = content[field];
    return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
}
async function filtered(paths, stays) {
    const kept = [];
    for (const path of paths)
        if (await stays(path))
            kept.push(path);
    return kept;
}
async function staying(entries, stays) {
    const kept = [];
    for (const entry of entries) {
        const files = await filtered(entry.files, stays);
        if (files.length > 0 || (entry.files.length === 0 && (await stays(entry.displayPath))))
            kept.push({ ...entry, files });
    }
    return kept;
}
async function mergedChecksums(earlier, own, stays) {
    if (earlier === undefined)
        return own?.content ?? null;
    if (own === undefined)
        return (await stays(earlier.displayPath)) ? earlier.content : null;
    const [before] = await staying([earlier], stays);
    return mergedFiles(before === undefined ? [] : [before], [own]).at(-1) ?? null;
}
function mergedFiles(earlier, own) {
    const keyOf = ({ displayPath, digest }) => JSON.stringify([displayPath, digest]);
    const byKey = new Map(earlier.map((entry) => [keyOf(entry), entry]));
    const merged = own.map((entry) => {
        const before = byKey.get(keyOf(entry));
        byKey.delete(keyOf(entry));
        const { signature, requestId } = entry.content;
        if (before === undefined)
            return entry.content;
        return {
            ...entry.content,
            signature: signature ?? before.content['signature'] ?? null,
            files: [...before.files, ...entry.files],
            requestId: requestId ?? before.content['requestId'] ?? null,
        };
    });
    return [...[...byKey.values()].map(({ content, files }) => ({ ...content, files })), ...merged];
}

// EXTERNAL MODULE: ./src/crypto/digest.js
var digest = __webpack_require__(7451);
;// CONCATENATED MODULE: ./src/crypto/verify-message.js

async function verifyMessage(key, message, signature) {
    const { hash } = key.algorithm;
    const { platformKey } = key.publicKey;
    const { modulusLength } = platformKey;
    if (modulusLength !== undefined && signature.length !== Math.ceil(modulusLength / 8))
        return false;
    if (platformKey.verify !== undefined)
        return platformKey.verify(hash, message, signature);
    const { verifyDigest } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(760)]).then(__webpack_require__.bind(__webpack_require__, 25760));
    return verifyDigest(key, (0,digest/* digestOf */.o)(hash, message), signature);
}

;// CONCATENATED MODULE: ./src/crypto/covered.js

const MOST_HELD = 128 * 1024;
const verified = new WeakMap();
function isSignatureOver(covered, key, signature) {
    const known = verified.get(covered) ?? new Map();
    verified.set(covered, known);
    const name = `${key.algorithm.name} ${key.publicKey.fingerprint} ${signature.toString('latin1')}`;
    const verdict = known.get(name) ?? judge(covered, key, signature);
    known.set(name, verdict);
    return verdict;
}
function prepareFor({ message }) {
    if (message === undefined)
        byDigest ??= Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(760)]).then(__webpack_require__.bind(__webpack_require__, 25760));
}
let byDigest;
async function judge(covered, key, signature) {
    if (covered.message !== undefined)
        return verifyMessage(key, covered.message, signature);
    byDigest ??= Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(760)]).then(__webpack_require__.bind(__webpack_require__, 25760));
    const { verifyDigest } = await byDigest;
    return verifyDigest(key, covered.digest, signature);
}

;// CONCATENATED MODULE: ./src/signing/signer.js





function createSigner(options) {
    return new KmsSigner(options);
}
const OF_THE_WAY = new Set([
    'RATE_LIMITED',
    'UNAVAILABLE',
    'TIMED_OUT',
    'CANCELLED',
    'UNAUTHENTICATED',
]);
class KmsSigner {
    #options;
    #signatures = new Map();
    #key;
    #fault;
    constructor(options) {
        this.#options = options;
    }
    sign(digest, message) {
        const name = Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('latin1');
        const known = this.#signatures.get(name);
        if (known !== undefined)
            return known;
        const signature = this.#options.tasks.start(async () => {
            try {
                return await this.#sign(digest, message);
            }
            catch (thrown) {
                throw (0,errors/* asActionError */.z6)(thrown, 'INTERNAL_ERROR', 'A signature could not be made');
            }
        });
        this.#signatures.set(name, signature);
        return signature;
    }
    async #sign(digest, message) {
        const { kms, keyId, ahead, tasks } = this.#options;
        if (!ahead)
            checkLength(digest, await this.#keyOf());
        tasks.signal.throwIfAborted();
        const covered = message === undefined ? { digest } : { message };
        prepareFor(covered);
        let answer;
        try {
            answer = await kms.signHash(keyId, digest, tasks.signal);
        }
        catch (thrown) {
            throw await this.#judged(thrown);
        }
        const key = await this.#keyOf();
        checkLength(digest, key);
        await (0,external_node_timers_promises_.setImmediate)();
        tasks.signal.throwIfAborted();
        if (!(await isSignatureOver(covered, key, answer.signature)))
            throw await this.#notConfirmed(key, answer);
        return answer;
    }
    async #keyOf() {
        return (this.#key ??= await this.#options.key);
    }
    #faultOfPin(key) {
        const { kms, keyId } = this.#options;
        return (this.#fault ??= pinnedKeyFault(kms, keyId, key));
    }
    async #judged(thrown) {
        if (!(thrown instanceof errors/* ActionError */.lZ) || OF_THE_WAY.has(thrown.code) || this.#options.tasks.signal.aborted)
            return thrown;
        const key = await this.#keyOf();
        if (!this.#options.pinned || thrown.code !== 'INVALID_RESPONSE')
            return thrown;
        const fault = await this.#faultOfPin(key);
        return fault.kind === 'mismatch' ? fault.error : thrown;
    }
    async #notConfirmed(key, { requestId, clientRequestId }) {
        const ids = [
            ...(requestId === undefined ? [] : [`request id ${requestId}`]),
            ...(clientRequestId === undefined ? [] : [`client request id ${clientRequestId}`]),
        ].join(', ');
        const id = ids === '' ? '' : ` (${ids})`;
        const what = `The public key ${key.publicKey.fingerprint} does not confirm a signature by the key ${key.id}${id}.`;
        const fault = this.#options.pinned ? await this.#faultOfPin(key) : undefined;
        if (fault?.kind === 'mismatch')
            return fault.error;
        const causes = fault?.kind === 'unknown'
            ? 'Either public-key is not the key of key-id, or KMS answered with a wrong signature: the role kms.asymmetricSignatureKeys.publicKeyViewer lets the action tell which. '
            : '';
        return new errors/* ActionError */.lZ('SIGNATURE_INVALID', what, {
            hint: `${causes}Run the job again. If it keeps failing, check hash-algorithm and kms-endpoint, and report it to Yandex Cloud with the request id.`,
        });
    }
}
function checkLength(digest, { algorithm }) {
    if (digest.length !== hashes/* HASHES */.T$[algorithm.hash].bytes)
        throw new errors/* ActionError */.lZ('INTERNAL_ERROR', `A digest of ${digest.length} bytes for the algorithm ${algorithm.name}, which signs ${hashes/* HASHES */.T$[algorithm.hash].bytes}.`);
}

// EXTERNAL MODULE: ./src/files/subject-checksums.js
var subject_checksums = __webpack_require__(60692);
;// CONCATENATED MODULE: ./src/sign/progress.js

function startProgress(total, { progress }) {
    const count = { hashed: 0, bytes: 0, signed: 0 };
    const timer = setInterval(() => {
        const hashed = `Hashed ${count.hashed} of ${total} files (${(0,base_log/* sized */.Sk)(count.bytes)})`;
        progress.show({ text: `${hashed}, signed ${count.signed} of ${total}.`, done: count.signed, total });
    }, progress.everyMs);
    return {
        read: (bytes) => {
            count.bytes += bytes;
        },
        hashed: () => {
            count.hashed += 1;
        },
        signed: () => {
            count.signed += 1;
        },
        stop: () => {
            clearInterval(timer);
            progress.show(undefined);
        },
    };
}

// EXTERNAL MODULE: ./src/files/checksums.js
var checksums = __webpack_require__(24885);
// EXTERNAL MODULE: ./src/sign/shared-folder.js
var shared_folder = __webpack_require__(28223);
;// CONCATENATED MODULE: ./src/sign/checksum-check.js




async function checksumCheck({ inputs, runFolder, key, release: prepared, }) {
    if (inputs.overwrite || !inputs.targets.includes('checksums'))
        return undefined;
    const here = await (0,shared_folder/* checksumFilesIn */.Cv)(runFolder);
    if (inputs.release === undefined && here.length === 0)
        return undefined;
    const nameOf = async () => hashes/* HASHES */.T$[(await key).algorithm.hash].checksumFile;
    const module = () => Promise.all(/* import() */[__webpack_require__.e(448), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 65961));
    return {
        isNeeded: async () => {
            const name = await nameOf();
            if (here.includes(name))
                return true;
            const release = await prepared;
            return release !== undefined && (await module()).mayNotReplace(release, name);
        },
        check: async (listed) => {
            if (listed.length === 0)
                return;
            const [name, content] = [await nameOf(), (0,checksums/* checksumFile */.uu)(listed)];
            await (0,shared_folder/* refuseOtherChecksums */.hR)((0,external_node_path_.join)(runFolder, name), content);
            const release = await prepared;
            if (release !== undefined)
                await (await module()).checkChecksumAsset(release, name, content);
        },
    };
}

// EXTERNAL MODULE: ./src/digest/digest-files.js + 5 modules
var digest_files = __webpack_require__(63629);
// EXTERNAL MODULE: ./src/base/read-bounded.js
var read_bounded = __webpack_require__(57211);
;// CONCATENATED MODULE: ./src/base/read-chunks.js
var read_chunks_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var read_chunks_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


const CHUNK_BYTES = 256 * 1024;
async function* chunksOf(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = read_chunks_addDisposableResource(env_1, await (0,open_file/* openFile */.Tq)(path), true);
        if (!(await file.stat()).isFile())
            throw new RangeError(read_bounded/* NOT_REGULAR */.bh);
        for (;;) {
            const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = read_chunks_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./src/sign/sign-in-formats.js


async function* guarded(pieces, { shown }) {
    try {
        yield* pieces;
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw (0,errors/* asActionError */.z6)(cause, 'FILE_UNREADABLE', shown);
        throw new errors/* ActionError */.lZ('FILE_CHANGED', `${shown} changed while it was being signed: it ${cause.message}.`, {
            hint: stamp/* FILE_CHANGED_HINT */.Mh,
            cause,
        });
    }
}
async function signInFormats(digests, paths, { encodings, signer, staging }, content) {
    let raw;
    await Promise.all(encodings.encodings.map(async (encoding, at) => {
        const prepared = encoding.prepare(digests);
        const signed = await signer.sign(prepared.toSign, prepared.message);
        if (prepared.toSign.equals(digests.digest))
            raw = signed;
        const path = paths[at];
        if (path === undefined)
            throw new errors/* ActionError */.lZ('INTERNAL_ERROR', `No path is planned for ${encoding.format}.`);
        const encoded = prepared.encode(signed.signature);
        await staging.stage(path, encoding.around === undefined
            ? encoded
            : guarded(encoding.around(content.chunks(), prepared, encoded), content));
    }));
    return { signature: raw?.signature, requestId: raw?.requestId, writtenPaths: paths };
}

;// CONCATENATED MODULE: ./src/sign/sign-files.js





const WINDOW_PER_REQUEST = 4;
async function signFiles(request) {
    const { tasks, progress, checksums } = request;
    const files = [];
    const stamps = [];
    const underWay = new Set();
    const hashed = [];
    const all = Promise.withResolvers();
    const allowed = checksums === undefined ? undefined : tasks.start(() => allowedBy(checksums, all.promise, hashed));
    const most = checksums === undefined ? WINDOW_PER_REQUEST * request.maxConcurrency : Infinity;
    try {
        for await (const file of (0,digest_files/* digestFiles */.E)(request.files, request.plan, {
            lanes: request.lanes,
            signal: tasks.signal,
            onBytes: progress.read,
            statedBeside: request.statedBeside,
        })) {
            progress.hashed();
            if (file.stamp !== undefined)
                stamps.push(file.stamp);
            if (checksums !== undefined)
                hashed.push(file);
            const work = tasks.start(async () => {
                files[file.index] = await signFile(file, request, allowed);
                progress.signed();
                underWay.delete(work);
            });
            underWay.add(work);
            if (underWay.size >= most)
                await Promise.race(underWay);
        }
    }
    catch (thrown) {
        throw tasks.fail(thrown);
    }
    finally {
        all.resolve(undefined);
    }
    await Promise.all([allowed, ...underWay]);
    return { files, stamps };
}
async function allowedBy(checksums, all, hashed) {
    if (!(await checksums.isNeeded()))
        return;
    await all;
    await checksums.check(hashed.map(({ file, digests }) => ({ name: file.name, digest: digests.digest })));
}
async function signFile(hashed, request, allowed) {
    const { file: release, size, digests } = hashed;
    const source = release.source.kind === 'file' ? release.source.path : `${release.folder}/${release.name}`;
    const shown = (0,display_path/* displayPath */.Gt)(source, request.workspace);
    const file = { name: release.name, displayPath: shown, size, digest: digests.digest };
    const paths = request.signaturePaths[hashed.index] ?? [];
    if (paths.length === 0)
        return { ...file, signature: undefined, requestId: undefined, writtenPaths: [] };
    void request.ahead?.sign(digests.digest, digests.content);
    const tools = await request.ready;
    await allowed;
    const content = { shown: (0,base_log/* printable */.g$)(shown), chunks: () => chunksOf(source) };
    return { ...file, ...(await signInFormats(digests, paths, tools, content)) };
}

// EXTERNAL MODULE: ./src/formats/dsse/write.js
var dsse_write = __webpack_require__(39145);
// EXTERNAL MODULE: ./src/signing/provenance.js
var signing_provenance = __webpack_require__(37114);
;// CONCATENATED MODULE: ./src/sign/sign-run-files.js















async function signChecksums(request) {
    const { key, tools, folder } = request;
    const { hash } = key.algorithm;
    const name = hashes/* HASHES */.T$[hash].checksumFile;
    const content = (0,checksums/* checksumFile */.uu)(request.files);
    const path = (0,external_node_path_.join)(folder, name);
    const paths = tools.encodings.encodings.map(({ format }) => path + facts/* EXTENSIONS */.Z1[format]);
    const digests = digestsOf(content, hash, tools);
    await tools.staging.stage(path, content);
    const signed = await signInFormats(digests, paths, tools, {
        shown: name,
        chunks: () => external_node_stream_.Readable.from([content]),
    });
    const file = { name, displayPath: (0,display_path/* displayPath */.Gt)(path, request.workspace), size: content.length, digest: digests.digest };
    return { ...file, ...signed, writtenPaths: [path, ...signed.writtenPaths] };
}
function digestsOf(content, hash, { encodings }) {
    const digest = (name, ...parts) => (0,external_node_crypto_.createHash)(name).update(Buffer.concat(parts)).digest();
    const inForm = (form) => (form === 'bytes' ? [content] : textFormOf(content));
    return {
        digest: digest(hash, content),
        sha512: encodings.sha512 ? digest('sha512', content) : undefined,
        own: new Map(encodings.ownDigests.map(({ format, form, suffix }) => [format, digest(hash, ...inForm(form), suffix)])),
        content: content.length <= MOST_HELD ? content : undefined,
    };
}
function textFormOf(content) {
    const form = (0,text_form/* startTextForm */.A)();
    return [form.take(content), form.end()];
}
async function signProvenance(request, env) {
    const statements = (0,signing_provenance/* provenanceStatements */.M)(env, request.files, request.key.algorithm.hash);
    return Promise.all(statements.map((statement) => signStatement(statement, request)));
}
async function signAttestations(request, predicates) {
    const paths = [];
    for (const statement of (0,predicate/* attestationStatements */.lz)(predicates, request.files, request.key.algorithm.hash))
        paths.push(await signStatement(statement, request));
    return paths;
}
async function signStatement({ fileName, statement }, request) {
    const { key, tools, folder } = request;
    const path = (0,external_node_path_.join)(folder, fileName);
    const prepared = (0,dsse_write/* signedStatement */.Q0)(key, statement);
    const { signature } = await tools.signer.sign(prepared.toSign, prepared.message);
    await tools.staging.stage(path, prepared.encode(signature));
    return path;
}
async function writeKeyFiles({ key, folder, tools }, inputs) {
    const { encodings, signer, staging } = tools;
    const signed = await Promise.all(encodings.signedRunFiles.map(async (prepared) => {
        const { signature } = await signer.sign(prepared.toSign);
        return prepared.encode(signature);
    }));
    const files = [...encodings.runFiles, ...signed.flat()];
    const keptFor = (name) => (existing) => Promise.resolve((0,run_files/* isKeyFile */.cI)(name) && (0,shared_folder/* holdsSameKey */.mT)(name, existing, inputs, key.publicKey) ? existing : undefined);
    await Promise.all(files.map(({ name, content }) => staging.stage((0,external_node_path_.join)(folder, name), content, inputs.overwrite ? undefined : keptFor(name))));
    return new Map(files.map((file) => [file.name, (0,external_node_path_.join)(folder, file.name)]));
}

;// CONCATENATED MODULE: ./src/signing/signing-time.js
const WORTH_A_WARNING_MS = 5000;
function signingTime(aheadMs, now, log) {
    if (aheadMs === undefined)
        return now;
    if (Math.abs(aheadMs) >= WORTH_A_WARNING_MS) {
        const service = new Date(now.getTime() - aheadMs);
        const seconds = Math.round(Math.abs(aheadMs) / 1000);
        const used = aheadMs > 0 ? 'Signatures state the time of Yandex Cloud.' : 'Signatures state the time of the runner.';
        log.warning(`The runner's clock is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} Yandex Cloud's: ${now.toISOString()}, and there it is ${service.toISOString()}. ${used} Set the runner's clock right.`);
    }
    return new Date(now.getTime() - Math.max(0, aheadMs));
}

;// CONCATENATED MODULE: ./src/sign/sign-release.js

















async function signRelease(request) {
    const { inputs, found, services, key, tasks } = request;
    const checksums = await checksumCheck({ ...request, runFolder: request.plan.runFolder });
    const ahead = checksums === undefined && signsAhead(inputs);
    const pinned = inputs.pin.kind === 'pem';
    const signer = createSigner({ kms: services.kms, keyId: inputs.keyId, key, ahead, pinned, tasks });
    const ready = tasks.start(() => prepareSigning(request, signer));
    const plan = tasks.start(() => digestPlan(inputs, ready));
    const progress = startProgress(found.files.length, request.front);
    try {
        const { files, stamps } = await signFiles({
            files: found.files,
            lanes: request.lanes,
            plan,
            ready,
            checksums,
            ahead: ahead ? signer : undefined,
            signaturePaths: request.plan.signaturePaths,
            statedBeside: (0,sign_plan/* statedBeside */.im)(inputs),
            workspace: inputs.workspace,
            maxConcurrency: inputs.maxConcurrency,
            tasks,
            progress,
        });
        const signed = await signRunFiles(request, await ready, files);
        return { ...signed, stamps: await (0,stamp/* refuseChangedFiles */.GH)(stamps, tasks.signal) };
    }
    finally {
        progress.stop();
    }
}
async function prepareSigning(request, signer) {
    const { inputs, found, certificate, staging, services } = request;
    const [key, release] = await Promise.all([request.key, request.release]);
    const digestsOnly = inputs.source.kind === 'subject-checksums';
    (0,subject_checksums.checkListedHash)(found.files, key.algorithm.hash);
    const encodings = encodingsFor(inputs.formats, {
        key,
        identity: inputs.identity,
        startedAt: signingTime(await services.clockAhead(), new Date(), request.front.log),
        certificate,
        digestsOnly,
    });
    const plan = (0,sign_plan/* planOutputs */.iS)(request, (0,sign_plan/* knownOf */.bz)(key), request.plan);
    await (0,sign_plan/* checkPlan */.Gy)(plan, inputs, found);
    if (release !== undefined) {
        const { checkAllNames } = await Promise.all(/* import() */[__webpack_require__.e(448), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 65961));
        await checkAllNames(release, (0,sign_plan/* assetNames */.PB)(plan));
    }
    const images = await request.images?.plan(key);
    return { key, encodings, signer, staging, images };
}
async function signRunFiles(request, tools, files) {
    const { inputs, env } = request;
    const { key } = tools;
    const folder = request.plan.runFolder;
    const shared = { key, files, folder, workspace: inputs.workspace, tools };
    const states = inputs.targets.includes('provenance');
    const claims = states ? await request.services.claims() : {};
    const [checksums, provenancePaths, attestationPaths, keyFilePaths, images] = await Promise.all([
        inputs.targets.includes('checksums') && files.length > 0 ? signChecksums(shared) : undefined,
        states ? signProvenance(shared, (0,token_claims/* withClaims */.Q)(env, claims)) : [],
        signAttestations(shared, request.predicates),
        writeKeyFiles(shared, inputs),
        signImagesOf(tools),
    ]);
    const manifestPath = (0,external_node_path_.join)(folder, run_files/* MANIFEST_FILE */.h1);
    const runFilePaths = new Map([...keyFilePaths, [run_files/* MANIFEST_FILE */.h1, manifestPath]]);
    const result = {
        key,
        hash: key.algorithm.hash,
        files,
        checksums,
        provenancePaths,
        attestationPaths,
        runFilePaths,
        signedCount: files.length,
        images: images?.told ?? [],
    };
    const own = manifest(result, inputs.workspace, env);
    await tools.staging.stage(manifestPath, own, (existing) => addedTo(existing, own, folder));
    const writtenPaths = [
        ...files.flatMap((file) => file.writtenPaths),
        ...(checksums?.writtenPaths ?? []),
        ...provenancePaths,
        ...attestationPaths,
        ...runFilePaths.values(),
    ];
    return { result: { ...result, writtenPaths }, images: images?.signed };
}
async function signImagesOf({ images, signer, }) {
    if (images === undefined)
        return undefined;
    const { signRunImages, toldOf } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(347), __webpack_require__.e(650)]).then(__webpack_require__.bind(__webpack_require__, 27650));
    const signed = await signRunImages(images, signer);
    return { signed, told: toldOf(signed) };
}
async function digestPlan(inputs, ready) {
    const pinned = inputs.pin.kind === 'pem' ? (0,key_algorithm/* algorithmOfPublicKey */.$J)(inputs.pin.key)?.hash : undefined;
    const hash = inputs.hashAlgorithm === 'auto' ? pinned : inputs.hashAlgorithm;
    const needMore = inputs.targets.includes('files') &&
        (0,facts/* formatsWhere */.Me)(({ readsFile }) => readsFile !== undefined, inputs.formats).length > 0;
    if (hash !== undefined && !needMore) {
        return { hash, sha512: (0,facts/* needsSha512 */.cn)(inputs.formats, hash), own: [] };
    }
    const { key, encodings } = await ready;
    const own = inputs.targets.includes('files') ? encodings.ownDigests : [];
    return { hash: key.algorithm.hash, sha512: encodings.sha512, own };
}
function signsAhead(inputs) {
    const plain = inputs.formats.every(facts/* mayGoAhead */.$F);
    return (inputs.hashAlgorithm !== 'auto' &&
        inputs.pin.kind === 'none' &&
        plain &&
        inputs.release === undefined &&
        inputs.images === undefined);
}

;// CONCATENATED MODULE: ./src/sign/sign-and-publish.js
var sign_and_publish_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var sign_and_publish_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













async function signAndPublish(run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs, found, plan, tasks, account } = run;
        await (0,sign_plan/* checkPlan */.Gy)(plan, inputs, found);
        const end = sign_and_publish_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const services = end.use(await connect(run));
        account.kmsCalls = services.kms.calls;
        const staging = openStaging({ overwrite: inputs.overwrite });
        end.defer(() => staging.discard());
        const images = inputs.images === undefined ? undefined : end.use((await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(347), __webpack_require__.e(650)]).then(__webpack_require__.bind(__webpack_require__, 27650))).startImages(run, services));
        end.use(tasks);
        await tasks.start(() => stages(run, services, staging, images));
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = sign_and_publish_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function stages(run, services, staging, images) {
    const { inputs, tasks, front, account } = run;
    const artifacts = inputs.artifact && tasks.start(() => (0,contained/* loadContained */.ix)(() => Promise.all(/* import() */[__webpack_require__.e(930), __webpack_require__.e(217), __webpack_require__.e(756)]).then(__webpack_require__.bind(__webpack_require__, 56756))));
    const key = tasks.start(() => lookUpKey(inputs, services));
    const release = tasks.start(() => prepareAssets(run, services, key));
    const { result, images: signedImages } = await front.group('Sign', async () => {
        const signed = await signRelease({ ...run, services, staging, key, release, images });
        await staging.commit(tasks.signal, () => (0,stamp/* refuseFilesChangedSince */.aZ)(signed.stamps, tasks.signal));
        logCounts(services, signed.result, front.log);
        return signed;
    });
    const notes = notesOf(run, result);
    account.signed = { result, notes };
    if (inputs.pin.kind === 'none')
        noticeNoPin(result, front.log);
    (0,report/* setSigningOutputs */.U)(result, notes, inputs.workspace, front);
    const { artifact } = inputs;
    if (artifact !== undefined && artifacts !== undefined) {
        const { uploadArtifact } = await artifacts;
        account.publishing = 'artifact';
        await front.group('Upload the artifact', () => publishArtifact(uploadArtifact, run, artifact, result));
    }
    if (inputs.lacksArtifactService)
        noticeNoArtifact(front.log);
    const prepared = await release;
    if (prepared !== undefined) {
        account.publishing = 'release';
        await front.group('Attach to the release', () => publishAssets(run, prepared, result));
    }
    if (signedImages !== undefined) {
        account.publishing = 'images';
        const { publishImages } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(347), __webpack_require__.e(650)]).then(__webpack_require__.bind(__webpack_require__, 27650));
        await front.group('Push the signatures of images', () => publishImages(run, signedImages));
    }
}
async function lookUpKey(inputs, { kms }) {
    const { keyId, hashAlgorithm, pin, formats, certificate } = inputs;
    const createdAt = (0,facts/* needsCreatedAt */.lz)(formats, certificate !== undefined);
    try {
        return await resolveSigningKey({ kms, keyId, hashAlgorithm, pin, needsCreatedAt: createdAt });
    }
    catch (thrown) {
        throw (0,errors/* asActionError */.z6)(thrown, 'INTERNAL_ERROR', 'The key could not be looked up');
    }
}
function logCounts({ kms }, result, log) {
    const { getKey, getPublicKey, signHash } = kms.calls;
    log.info(`Signed ${(0,base_log/* counted */.hS)(result.signedCount, 'file')} with ${(0,base_log/* counted */.hS)(signHash + getKey + getPublicKey, 'KMS call')}: ` +
        `${signHash} SignHash, ${getPublicKey} GetPublicKey, ${getKey} Key.Get. Wrote ${result.writtenPaths.length} files.`);
}
function noticeNoPin({ key }, log) {
    log.notice(`To have a run stop when KMS signs with any other key, set \`public-key: ${key.publicKey.fingerprint}\`.`);
}


/***/ })

};
