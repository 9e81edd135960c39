export const id = 559;
export const ids = [559];
export const modules = {

/***/ 91295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ inFlight),
/* harmony export */   F: () => (/* binding */ waitingFor)
/* harmony export */ });
const calls = new Set();
function waitingFor(what) {
    const call = { what, started: performance.now() };
    calls.add(call);
    return () => {
        calls.delete(call);
    };
}
function inFlight() {
    const [first, ...others] = [...calls].sort((a, b) => a.started - b.started);
    if (first === undefined)
        return undefined;
    const seconds = ((performance.now() - first.started) / 1000).toFixed(0);
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    return `${first.what} (for ${seconds} s)${more}`;
}


/***/ }),

/***/ 84681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ onlyFields),
/* harmony export */   _j: () => (/* binding */ asArray),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   oJ: () => (/* binding */ asString),
/* harmony export */   op: () => (/* binding */ readJsonObject)
/* harmony export */ });
function readJsonObject(bytes) {
    let text;
    let value;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new RangeError('is not JSON', { cause });
    }
    const twice = duplicateMember(text);
    if (twice !== undefined)
        throw new RangeError(`has a member twice in its JSON: ${twice.slice(0, 50)}`);
    return asObject(value, 'content');
}
const MARK = /["{}:]/gu;
function duplicateMember(json) {
    const marks = new RegExp(MARK);
    const open = [];
    let last = '';
    for (let mark = marks.exec(json); mark !== null; mark = marks.exec(json)) {
        if (mark[0] === '{')
            open.push(new Set());
        else if (mark[0] === '}')
            open.pop();
        else if (mark[0] === '"') {
            marks.lastIndex = stringEnd(json, mark.index);
            last = json.slice(mark.index, marks.lastIndex);
        }
        else {
            const name = last.includes('\\') ? String(JSON.parse(last)) : last.slice(1, -1);
            const names = open.at(-1);
            if (names?.has(name) === true)
                return name;
            names?.add(name);
        }
    }
    return undefined;
}
function stringEnd(json, start) {
    for (let quote = json.indexOf('"', start + 1);; quote = json.indexOf('"', quote + 1)) {
        let slashes = 0;
        while (json[quote - 1 - slashes] === '\\')
            slashes += 1;
        if (slashes % 2 === 0)
            return quote + 1;
    }
}
function asObject(value, field) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new RangeError(`has no object as its ${field}`);
    return value;
}
function asString(value, field) {
    if (typeof value !== 'string')
        throw new RangeError(`has no text as its ${field}`);
    return value;
}
function asArray(value, field) {
    if (!Array.isArray(value))
        throw new RangeError(`has no list as its ${field}`);
    return value;
}
function onlyFields(object, fields, where) {
    const other = Object.keys(object).find((field) => !fields.includes(field));
    if (other !== undefined)
        throw new RangeError(`has a field in its ${where} that is unknown here: ${other.slice(0, 50)}`);
}


/***/ }),

/***/ 24157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
async function mapBounded(values, limit, work) {
    const results = [];
    const entries = values.entries();
    const failures = [];
    const lane = async () => {
        for (const [index, value] of entries) {
            if (failures.length > 0)
                return;
            try {
                results[index] = await work(value, index);
            }
            catch (cause) {
                failures.push(cause);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, values.length) }, lane));
    if (failures.length > 0)
        throw failures[0];
    return results;
}


/***/ }),

/***/ 16782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ LONGEST_TIMER_MS),
/* harmony export */   u: () => (/* binding */ wait)
/* harmony export */ });
const LONGEST_TIMER_MS = 2 ** 31 - 1;
async function wait(ms, signal) {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(() => {
        resolve(undefined);
    }, Math.min(LONGEST_TIMER_MS, ms));
    const stop = () => {
        reject(signal.reason);
    };
    signal.addEventListener('abort', stop);
    try {
        await promise;
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
    }
}


/***/ }),

/***/ 29789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ startLanes)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./src/formats/openpgp/text-form.js
var text_form = __webpack_require__(74114);
// EXTERNAL MODULE: ./src/base/read-bounded.js
var read_bounded = __webpack_require__(57211);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/formats/confusion/signed-json.js
var signed_json = __webpack_require__(43592);
;// CONCATENATED MODULE: ./src/digest/pass-hashes.js



const HEAD_BYTES = 16 * 1024;
const TAIL_BYTES = 32;
function startHashes(plan) {
    const main = startHash(plan.hash);
    const beside = plan.sha512 && plan.hash !== 'sha512' ? (0,external_node_crypto_.createHash)('sha512') : undefined;
    const json = (0,signed_json/* watchJson */.a)();
    const text = plan.own.some(({ form }) => form === 'text') ? startText(plan.hash) : undefined;
    return {
        take(chunk) {
            main.update(chunk);
            json.update(chunk);
            beside?.update(chunk);
            text?.update(chunk);
        },
        finish() {
            text?.end();
            const own = plan.own.map(({ form, suffix }) => {
                const { hash, ends } = form === 'text' && text !== undefined ? text : main;
                return { digest: hash.copy().update(suffix).digest(), ends: ends() };
            });
            const { head, tail } = main.ends();
            const digest = main.hash.digest();
            return {
                digest,
                sha512: plan.sha512 ? (beside?.digest() ?? digest) : undefined,
                own,
                head,
                tail,
                json: json.end(),
            };
        },
    };
}
function startHash(name) {
    const hash = (0,external_node_crypto_.createHash)(name);
    let size = 0;
    let head = Buffer.alloc(0);
    let tail = Buffer.alloc(0);
    return {
        hash,
        update: (chunk) => {
            hash.update(chunk);
            size += chunk.length;
            if (head.length < HEAD_BYTES)
                head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
            tail = Buffer.concat([tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
        },
        ends: () => ({ size, head, tail }),
    };
}
function startText(name) {
    const form = (0,text_form/* startTextForm */.A)();
    const { hash, ends, update } = startHash(name);
    return {
        hash,
        ends,
        update: (chunk) => {
            update(form.take(chunk));
        },
        end: () => {
            update(form.end());
        },
    };
}

;// CONCATENATED MODULE: ./src/digest/pass.js





const BUFFER_BYTES = 256 * 1024;
function* passSteps(plan, buffer, before) {
    if (!before.isFile())
        return { kind: 'unreadable', message: 'it is no longer a regular file' };
    const pass = startHashes(plan);
    for (let left = Number(before.size);;) {
        const wanted = Math.min(buffer.length, left + 1);
        const got = Number(yield { read: wanted });
        if (got > left)
            return { kind: 'changed', message: 'it grew while it was read' };
        if (got === 0 && left > 0)
            return { kind: 'changed', message: 'it became shorter while it was read' };
        pass.take(buffer.subarray(0, got));
        left -= got;
        if (got === 0 || (left === 0 && got < wanted))
            break;
    }
    const after = yield 'stat';
    if (typeof after === 'number' || !isSame(before, after))
        return { kind: 'changed', message: 'it was written to while it was read' };
    const { size, mtimeNs, ctimeNs, ino, dev } = after;
    const touched = before.ctimeNs !== ctimeNs;
    const state = { size, mtimeNs, ctimeNs, ino, dev };
    return { kind: 'done', size: Number(size), state, touched, ...pass.finish() };
}
function isSame(before, after) {
    return (before.size === after.size &&
        before.mtimeNs === after.mtimeNs &&
        before.ino === after.ino &&
        before.dev === after.dev);
}
function problemOf(thrown) {
    if (thrown instanceof text_form/* NotText */.n)
        return { kind: 'not text', message: thrown.message };
    if (typeof thrown === 'object' && thrown !== null && 'syscall' in thrown && 'message' in thrown)
        return { kind: 'unreadable', message: String(thrown.message) };
    throw thrown;
}
function passSync(path, plan, buffer, onBytes) {
    let fd;
    try {
        fd = (0,external_node_fs_.openSync)(path, read_bounded/* OPEN_FLAGS */.tM);
        const steps = passSteps(plan, buffer, (0,external_node_fs_.fstatSync)(fd, { bigint: true }));
        let next = steps.next();
        while (next.done !== true) {
            if (next.value === 'stat')
                next = steps.next((0,external_node_fs_.fstatSync)(fd, { bigint: true }));
            else {
                const got = (0,external_node_fs_.readSync)(fd, buffer, 0, next.value.read, null);
                onBytes(got);
                next = steps.next(got);
            }
        }
        return next.value;
    }
    catch (thrown) {
        return problemOf(thrown);
    }
    finally {
        if (fd !== undefined)
            (0,external_node_fs_.closeSync)(fd);
    }
}
const WORKER_ROLE = 'digest-pass';
const REPORT_BYTES = 64 * 1024 * 1024;
if (external_node_worker_threads_.parentPort !== null && external_node_worker_threads_.workerData === WORKER_ROLE) {
    const port = external_node_worker_threads_.parentPort;
    const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
    port.on('message', ({ path, plan }) => {
        let bytes = 0;
        const outcome = passSync(path, plan, buffer, (read) => {
            bytes += read;
            if (bytes < REPORT_BYTES)
                return;
            port.postMessage({ bytes });
            bytes = 0;
        });
        port.postMessage({ bytes, outcome });
    });
}

;// CONCATENATED MODULE: ./src/digest/readers.js




function readerOnThisThread() {
    let stopped = false;
    const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
    return {
        stop: () => void (stopped = true),
        async pass(path, plan, onBytes) {
            let fd;
            try {
                fd = await opened(path);
                const steps = passSteps(plan, buffer, await statsOf(fd));
                let next = steps.next();
                while (next.done !== true && !stopped) {
                    if (next.value === 'stat')
                        next = steps.next(await statsOf(fd));
                    else {
                        const got = await readInto(fd, buffer, next.value.read);
                        onBytes(got);
                        next = steps.next(got);
                    }
                }
                return next.done === true ? next.value : { kind: 'unreadable', message: 'stopped' };
            }
            catch (thrown) {
                return problemOf(thrown);
            }
            finally {
                if (fd !== undefined)
                    await readers_closed(fd);
            }
        },
    };
}
function readerOnWorker() {
    const worker = new external_node_worker_threads_.Worker(__webpack_require__.ab + "pass.js", {
        workerData: WORKER_ROLE,
        env: {},
        execArgv: [],
    });
    const substitute = readerOnThisThread();
    let dead = false;
    let failed = () => undefined;
    worker.on('error', () => {
        dead = true;
        failed();
    });
    return {
        stop() {
            substitute.stop();
            void worker.terminate();
        },
        async pass(path, plan, onBytes) {
            const outcome = dead
                ? undefined
                : await new Promise((resolve) => {
                    failed = () => {
                        resolve(undefined);
                    };
                    worker.removeAllListeners('message');
                    worker.on('message', (report) => {
                        onBytes(report.bytes);
                        if ('outcome' in report)
                            resolve(report.outcome);
                    });
                    worker.postMessage({ path, plan });
                });
            return outcome ?? substitute.pass(path, plan, onBytes);
        },
    };
}
function opened(path) {
    return new Promise((resolve, reject) => {
        (0,external_node_fs_.open)(path, read_bounded/* OPEN_FLAGS */.tM, (error, fd) => {
            if (error === null)
                resolve(fd);
            else
                reject(error);
        });
    });
}
function statsOf(fd) {
    return new Promise((resolve, reject) => {
        (0,external_node_fs_.fstat)(fd, { bigint: true }, (error, stats) => {
            if (error === null)
                resolve(stats);
            else
                reject(error);
        });
    });
}
function readInto(fd, buffer, length) {
    return new Promise((resolve, reject) => {
        (0,external_node_fs_.read)(fd, buffer, 0, length, null, (error, bytes) => {
            if (error === null)
                resolve(bytes);
            else
                reject(error);
        });
    });
}
function readers_closed(fd) {
    return new Promise((resolve) => {
        (0,external_node_fs_.close)(fd, () => {
            resolve();
        });
    });
}

;// CONCATENATED MODULE: ./src/digest/lanes.js


const LARGE_FILE = 128 * 1024;
const WORTH_A_WORKER = 64 * 1024 * 1024;
const MOST_WORKERS = 8;
const READS_AT_ONCE = 8;
function startLanes(files, cores = (0,external_node_os_.availableParallelism)()) {
    const onDisk = files.flatMap((file, index) => file.source.kind === 'file' ? [[index, file, file.source]] : []);
    const large = onDisk.filter(([, , { size }]) => size >= LARGE_FILE).toSorted((a, b) => b[2].size - a[2].size);
    const bytes = large.reduce((sum, [, , { size }]) => sum + size, 0);
    const workers = cores < 2 || bytes < WORTH_A_WORKER ? 0 : Math.min(cores, large.length, MOST_WORKERS);
    const here = workers === 0 ? onDisk : onDisk.filter(([, , { size }]) => size < LARGE_FILE);
    const hereQueue = here.values();
    const workerQueue = large.values();
    const all = [
        ...Array.from({ length: workers }, () => ({ reader: readerOnWorker(), queue: workerQueue })),
        ...Array.from({ length: Math.min(READS_AT_ONCE, here.length) }, () => ({
            reader: readerOnThisThread(),
            queue: hereQueue,
        })),
    ];
    return {
        all,
        [Symbol.dispose]() {
            for (const { reader } of all)
                reader.stop();
        },
    };
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
        files: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asArray */ ._j)(content['files'], 'files').map(subject),
        checksums: checksums === null ? undefined : subject(checksums),
        statements: [
            ...strings(content['provenance'], 'provenance'),
            ...(content['attestations'] === undefined ? [] : strings(content['attestations'], 'attestations')),
        ],
        runFiles: strings(content['runFiles'], 'runFiles'),
        content,
    };
}
function subject(value) {
    const content = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(value, 'entry');
    return {
        path: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asString */ .oJ)(content['path'], 'path'),
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
        ...(checksums === undefined ? [] : [checksums.path, ...checksums.files]),
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
/* harmony export */   _: () => (/* binding */ logLeftOut),
/* harmony export */   o: () => (/* binding */ leaveOut)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43705);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40513);
/* harmony import */ var _earlier_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48555);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32145);






async function leaveOut(matches, own, isNamed = () => false) {
    const reasons = new Map();
    const places = await placesIn(own.outputFolder);
    const sieve = new Sieve(own, places, new Set(matches.map(({ path }) => path)));
    const leave = (path, why, byManifest = false) => {
        if (why !== undefined)
            reasons.set(path, { path, why, byManifest });
    };
    const written = matches.filter(({ path }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .signedPathsOf */ .YE)(path).length > 0 || (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isRunFileName */ .fq)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), true));
    for (const { path } of written.toSorted((a, b) => a.path.length - b.path.length))
        leave(path, await sieve.signatureOfThisRun(path, (base) => !reasons.has(base)));
    const kept = () => matches.filter(({ path }) => !reasons.has(path));
    for (let before = -1; before !== reasons.size;) {
        before = reasons.size;
        const runFolder = own.outputFolder ?? (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .commonFolder */ .Mp)(kept().map(({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)));
        for (const match of written.filter(({ path }) => !reasons.has(path))) {
            const taken = { path: match.path, isNamed: isNamed(match) };
            leave(taken.path, await sieve.runFile(taken.path, runFolder));
            if (!reasons.has(taken.path))
                leave(taken.path, await sieve.signatureOfEarlierRun(taken, runFolder));
            if (!reasons.has(taken.path))
                leave(taken.path, await sieve.artifactOfEarlierRun(taken), true);
        }
    }
    return { kept: kept(), leftOut: matches.flatMap(({ path }) => reasons.get(path) ?? []) };
}
class Sieve {
    #own;
    #placeInOutput;
    #paths;
    #named;
    #earlier = new _earlier_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .EarlierRuns */ .$Z();
    constructor(own, placeInOutput, paths) {
        this.#own = own;
        this.#placeInOutput = placeInOutput;
        this.#paths = paths;
        this.#named = byName(paths);
    }
    async signatureOfThisRun(path, isKept) {
        const { extensions } = this.#own;
        const beside = (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .signedPathsOf */ .YE)(path, extensions).find((base) => this.#paths.has(base) && isKept(base));
        return shownSigned(beside ?? (await this.#signedInOutput(path, extensions)));
    }
    async runFile(path, runFolder) {
        const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
        if (!(0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isRunFileName */ .fq)(name, this.#own.signsChecksums))
            return undefined;
        const isThere = this.#own.outputFolder === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === runFolder : (await this.#placeInOutput(path)) === name;
        return isThere ? 'written by the action itself' : undefined;
    }
    async signatureOfEarlierRun({ path, isNamed }, runFolder) {
        if (isNamed || (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .signedPathsOf */ .YE)(path).length === 0)
            return undefined;
        const signed = (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .signedPathsOf */ .YE)(path).find((base) => this.#paths.has(base)) ?? (await this.#signedInOutput(path));
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
        if (isNamed || !((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isRunFileName */ .fq)(name, true) || (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .signedPathsOf */ .YE)(name).length > 0))
            return undefined;
        if (!(await this.#earlier.lists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), path)))
            return undefined;
        return name === _formats_run_files_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_FILE */ .h1 ? 'manifest of an earlier run' : `written by an earlier run, by its ${_formats_run_files_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_FILE */ .h1}`;
    }
    async #signedInOutput(path, extensions) {
        if ((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .signedPathsOf */ .YE)(path, extensions).length === 0)
            return undefined;
        const place = await this.#placeInOutput(path);
        return (place === undefined ? [] : (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .signedPathsOf */ .YE)(place, extensions))
            .flatMap((name) => this.#named(name))
            .find((other) => other !== path);
    }
}
const shownSigned = (signed) => signed === undefined ? undefined : `signature file of ${signed}`;
function logLeftOut(leftOut, log) {
    for (const { path, why } of leftOut)
        log.info(`Left out: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(path)} (${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(why)})`);
    const earlier = leftOut.flatMap(({ path, byManifest }) => (byManifest ? [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(path)] : []));
    if (earlier.length === 0)
        return;
    log.warning(`These lie beside a ${_formats_run_files_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_FILE */ .h1} of an earlier run that lists them, and were not signed. To sign one of them, name it in a line of its own, without wildcards:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(earlier)}`);
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
        return (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isWithin */ .UO)(resolved, real) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(real, resolved + node_path__WEBPACK_IMPORTED_MODULE_1__.sep + (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)) : undefined;
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

/***/ 24847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ isKeptName),
/* harmony export */   h9: () => (/* binding */ possibleStoredNames),
/* harmony export */   yX: () => (/* binding */ StoredNames)
/* harmony export */ });
const PLAIN = {
    æ: 'ae',
    Æ: 'AE',
    ð: 'd',
    Ð: 'D',
    đ: 'd',
    Đ: 'D',
    ł: 'l',
    Ł: 'L',
    ø: 'o',
    Ø: 'O',
    œ: 'oe',
    Œ: 'OE',
    ß: 'ss',
    þ: 'th',
    Þ: 'Th',
    ı: 'i',
    ħ: 'h',
    Ħ: 'H',
};
function isKeptName(name) {
    return /^[A-Za-z0-9._+-]+$/u.test(name) && !name.startsWith('.') && !name.endsWith('.');
}
function possibleStoredNames(name) {
    if (isKeptName(name))
        return [name];
    const forms = [name, plainLetters(name)].flatMap((text) => [/[^A-Za-z0-9._+-]/gu, /[^A-Za-z0-9._+@-]/gu].flatMap((unsafe) => {
        const dotted = text.replace(unsafe, '.');
        return [dotted, dotted.replace(/\.{2,}/gu, '.'), text.replace(unsafe, '')];
    }));
    const trimmed = forms.map(withoutOuterDots);
    return [...new Set([name, ...forms, ...trimmed, ...trimmed.map((form) => `default.${form}`), 'default'])].filter((form) => form !== '' && (form !== 'default' || trimmed.includes('')));
}
class StoredNames {
    #byKey = new Map();
    #nameOf;
    constructor(items, nameOf) {
        this.#nameOf = nameOf;
        for (const item of items) {
            const key = simplified(nameOf(item));
            this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), item]);
        }
    }
    metBy(name) {
        const isKept = isKeptName(name);
        const keys = new Set(possibleStoredNames(name).map(simplified));
        const found = [...keys].flatMap((key) => this.#byKey.get(key) ?? []);
        return found.filter((item) => !isKept || this.#nameOf(item) === name);
    }
}
function plainLetters(name) {
    const plain = Array.from(name.normalize('NFC')).map((c) => PLAIN[c] ?? c.normalize('NFD').replace(/\p{M}/gu, ''));
    return plain.join('');
}
function simplified(name) {
    return withoutOuterDots(name.replace(/\.{2,}/gu, '.'));
}
function withoutOuterDots(name) {
    return name.replace(/^\.+|\.+$/gu, '');
}


/***/ }),

/***/ 43592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ watchJson)
/* harmony export */ });
const MOST_BYTES = 128 * 1024 * 1024;
const PATH = ['critical', 'image', 'docker-manifest-digest'];
const LONGEST = 6 * 'docker-manifest-digest'.length;
const TUF = ['spec_version', 'version', 'expires'];
const METADATA = new Map([
    ['root', TUF],
    ['targets', TUF],
    ['snapshot', TUF],
    ['timestamp', TUF],
    ['mirrors', TUF],
    ['link', ['materials', 'products', 'byproducts', 'command', 'name']],
    ['layout', ['steps', 'inspect', 'keys', 'expires']],
]);
const TOLD = new Set([
    ...[...METADATA.values()].flat(),
    ...['schemaversion', 'layers', 'manifests', 'fslayers'],
]);
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const NOTHING = Buffer.alloc(0);
const STRUCTURE = new Uint8Array(256);
for (const byte of [QUOTE, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE])
    STRUCTURE[byte] = 1;
const isBlank = (byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
function watchJson() {
    let state = 'blank';
    let size = 0;
    const scan = new Scan();
    return {
        update(chunk) {
            if (state === 'other')
                return;
            size += chunk.length;
            let from = 0;
            if (state === 'blank') {
                while (from < chunk.length && isBlank(chunk[from] ?? 0))
                    from += 1;
                if (from < chunk.length)
                    state = chunk[from] === OPEN ? 'json' : 'other';
            }
            if (size > MOST_BYTES)
                state = 'other';
            if (state === 'json')
                scan.take(chunk, from);
        },
        end: () => (state === 'json' ? scan.found() : undefined),
    };
}
class Scan {
    #depth = 0;
    #onPath = 0;
    #name = '';
    #text = NOTHING;
    #inString = false;
    #escaped = false;
    #isValue = false;
    #imageSignature = false;
    #members = new Set();
    #types = new Set();
    take(chunk, from) {
        const { length } = chunk;
        let at = from;
        while (at < length) {
            if (this.#inString)
                at = this.#string(chunk, at);
            else {
                while (at < length && STRUCTURE[chunk[at] ?? 0] === 0)
                    at += 1;
                if (at < length)
                    this.#structure(chunk[at] ?? 0);
            }
            at += 1;
        }
    }
    #string(chunk, from) {
        const { length } = chunk;
        let escaped = this.#escaped;
        let at = from;
        for (; at < length; at += 1) {
            const byte = chunk[at];
            if (escaped)
                escaped = false;
            else if (byte === BACKSLASH)
                escaped = true;
            else if (byte === QUOTE)
                break;
        }
        this.#escaped = escaped;
        if (this.#depth === this.#onPath)
            this.#keep(chunk.subarray(from, at));
        if (at < length)
            this.#endString();
        return at;
    }
    #keep(part) {
        if (this.#text === undefined)
            return;
        this.#text = this.#text.length + part.length > LONGEST ? undefined : Buffer.concat([this.#text, part]);
    }
    #endString() {
        this.#inString = false;
        if (this.#isValue && this.#depth === 1 && this.#name === '_type')
            this.#types.add(folded(this.#text));
    }
    #structure(byte) {
        if (byte === QUOTE) {
            this.#inString = true;
            this.#text = NOTHING;
        }
        else if (byte === COLON)
            this.#member();
        else if (byte === COMMA)
            this.#isValue = false;
        else if (byte === OPEN || byte === OPEN_LIST)
            this.#open(byte === OPEN);
        else
            this.#close();
    }
    #member() {
        this.#isValue = true;
        if (this.#depth !== this.#onPath)
            return;
        this.#name = folded(this.#text);
        if (this.#depth === 1 && TOLD.has(this.#name))
            this.#members.add(this.#name);
        if (this.#depth === PATH.length && this.#name === PATH.at(-1))
            this.#imageSignature = true;
    }
    #open(isObject) {
        const leadsOn = this.#depth === 0 || (this.#isValue && this.#name === PATH[this.#depth - 1]);
        if (isObject && this.#depth === this.#onPath && this.#depth < PATH.length && leadsOn)
            this.#onPath += 1;
        this.#depth += 1;
        this.#isValue = false;
    }
    #close() {
        if (this.#depth === this.#onPath)
            this.#onPath -= 1;
        this.#depth -= 1;
        this.#isValue = false;
    }
    found() {
        const has = (name) => this.#members.has(name);
        return {
            imageSignature: this.#imageSignature,
            metadata: [...this.#types].find((type) => METADATA.get(type)?.some(has)),
            imageManifest: has('schemaversion') && ['layers', 'manifests', 'fslayers'].some(has),
        };
    }
}
function folded(raw) {
    if (raw === undefined)
        return '';
    try {
        const text = JSON.parse(`"${raw.toString()}"`);
        return String(text).toLowerCase().replaceAll('\u017f', 's');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 63786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sshPrincipal),
/* harmony export */   X: () => (/* binding */ identityFault)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76137);

const USER_ID_BYTES = 1024;
const PRINCIPAL = /^[A-Za-z0-9$%&'+/=^_`{|}~.-][A-Za-z0-9#!$%&'+/=^_`{|}~.-]*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/u;
function identityFault(identity, formats) {
    const uses = (part) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatsWhere */ .Me)((facts) => facts.identity === part, formats).length > 0;
    return ((uses('user id') ? userIdFault(identity) : undefined) ?? (uses('principal') ? principalFault(identity) : undefined));
}
function userIdFault(identity) {
    if (identity.trim() === '')
        return 'it is empty';
    if (identity !== identity.trim())
        return 'an OpenPGP User ID has no spaces at its ends';
    if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(identity))
        return 'an OpenPGP User ID is one line of text';
    const length = Buffer.byteLength(identity);
    return length > USER_ID_BYTES
        ? `an OpenPGP User ID has at most ${USER_ID_BYTES} bytes, and it has ${length}`
        : undefined;
}
function principalFault(identity) {
    const address = emailAddress(identity);
    if (address === undefined || PRINCIPAL.test(address))
        return undefined;
    return 'its e-mail address can be no SSH principal (no spaces, commas, quotes, `*`, `?`, no `#` or `!` in front)';
}
function emailAddress(identity) {
    const candidate = /<([^<>]*)>\s*$/u.exec(identity)?.[1] ?? (/\s/u.test(identity) ? undefined : identity);
    return candidate?.includes('@') === true ? candidate : undefined;
}
function sshPrincipal(identity, keyId) {
    return emailAddress(identity) ?? keyId;
}


/***/ }),

/***/ 74114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ startTextForm),
/* harmony export */   n: () => (/* binding */ NotText)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);

const [LF, CR, SPACE, TAB, DASH] = [10, 13, 32, 9, 45];
const LONGEST_LINE = 19_998;
const LINE_END = Buffer.from('\r\n');
const NOTHING = Buffer.alloc(0);
class NotText extends RangeError {
}
function startTextForm() {
    let carry = NOTHING;
    let line = 1;
    let isFirst = true;
    const formOf = (block) => {
        const isPlain = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(block) && !block.includes(0) && !block.includes(CR);
        const form = Buffer.allocUnsafe(2 * block.length + LINE_END.length);
        let length = 0;
        for (let at = 0; at < block.length; line += 1) {
            const found = block.indexOf(LF, at);
            const next = found < 0 ? block.length : found + 1;
            const end = contentEnd(block, at, found);
            const written = block.subarray(at, found < 0 ? block.length : found);
            if (!isPlain || writtenLength(written) > LONGEST_LINE)
                checkLine(written, line, found >= 0);
            if (!isFirst)
                length += LINE_END.copy(form, length);
            isFirst = false;
            length += block.copy(form, length, at, withoutBlanks(block, at, end));
            at = next;
        }
        return form.subarray(0, length);
    };
    return {
        take(chunk) {
            const last = chunk.lastIndexOf(LF);
            const block = Buffer.concat([carry, chunk.subarray(0, last + 1)]);
            carry = Buffer.concat([last < 0 ? block : NOTHING, chunk.subarray(last + 1)]);
            const form = last < 0 ? NOTHING : formOf(block);
            if (carry.length > LONGEST_LINE)
                checkLine(carry, line, false);
            return form;
        },
        end: () => formOf(carry),
    };
}
function contentEnd(block, at, found) {
    if (found < 0)
        return block.length;
    return found > at && block[found - 1] === CR ? found - 1 : found;
}
function withoutBlanks(block, at, end) {
    let stop = end;
    while (stop > at && (block[stop - 1] === SPACE || block[stop - 1] === TAB))
        stop -= 1;
    return stop;
}
function writtenLength(line) {
    return line.length + (line[0] === DASH ? 2 : 0);
}
function checkLine(written, line, ended) {
    const fault = faultOf(written, ended);
    if (fault !== undefined)
        throw new NotText(`line ${line} ${fault}`);
}
function faultOf(written, ended) {
    const content = ended && written.at(-1) === CR ? written.subarray(0, -1) : written;
    if (writtenLength(written) > LONGEST_LINE)
        return `has more than ${LONGEST_LINE.toLocaleString('en-US')} bytes`;
    if (content.includes(0))
        return 'has a NUL byte';
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(content))
        return 'is not UTF-8';
    return content.includes(CR) ? 'has a carriage return that ends no line' : undefined;
}


/***/ }),

/***/ 54654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ holdsKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _crypto_public_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34188);


function holdsKey(name, content, signatory) {
    try {
        return HOLDS[name](content, signatory);
    }
    catch {
        return false;
    }
}
const HOLDS = {
    'kms-public-key.pem': pemHolds,
    'kms-public-key.pss.pem': pemHolds,
    'kms-allowed-signers': allowedSignersHold,
    'kms-public-key.asc': (content, { key }) => openPgpHolds(dearmored(content), key),
    'kms-public-key.gpg': (content, { key }) => openPgpHolds(content, key),
    'kms-certificate.pem': certificateHolds,
};
function pemHolds(content, { key }) {
    return (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePublicKey */ .ee)(content.toString('latin1')).fingerprint === key.fingerprint;
}
function certificateHolds(content, { key }) {
    const text = content.toString('latin1');
    if (text.split('-----BEGIN ').length !== 2)
        return false;
    const { publicKey } = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(text);
    return (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyFromSpki */ .W8)(publicKey.export({ format: 'der', type: 'spki' })).fingerprint === key.fingerprint;
}
function allowedSignersHold(content, { key, principal }) {
    const line = /^([^ \n]+) [^\n]*?ecdsa-sha2-nistp\d{3} ([A-Za-z0-9+/=]+)(?: [^\n]*)?\n?$/u.exec(content.toString('latin1'));
    if (line?.[2] === undefined || line[1] !== principal)
        return false;
    return endsWith(Buffer.from(line[2], 'base64'), (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_1__/* .ecPoint */ .jX)(key));
}
function dearmored(content) {
    const text = content.toString('latin1').replaceAll('\r', '');
    const armor = /^-----BEGIN PGP PUBLIC KEY BLOCK-----\n(?:[^\n]+\n)*\n([A-Za-z0-9+/=\n]+?)\n=[^\n]{4}\n-----END [^\n]+\n*$/u;
    return Buffer.from(armor.exec(text)?.[1] ?? '', 'base64');
}
function openPgpHolds(content, key) {
    const [first, ...rest] = packets(content);
    if (first?.tag !== TAG.publicKey || !endsWith(first.body, (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_1__/* .ecPoint */ .jX)(key)))
        return false;
    return rest.every(({ tag }) => tag === TAG.userId || tag === TAG.signature);
}
const TAG = { signature: 2, publicKey: 6, userId: 13 };
function packets(content) {
    const found = [];
    for (let at = 0; at < content.length;) {
        const header = content.readUInt8(at);
        const octet = content.readUInt8(at + 1);
        if (header < 0xc0 || octet >= 224)
            throw new RangeError('no packet that is read here');
        const long = octet >= 192;
        const length = long ? ((octet - 192) << 8) + content.readUInt8(at + 2) + 192 : octet;
        const start = at + (long ? 3 : 2);
        if (start + length > content.length)
            throw new RangeError('a packet that is cut off');
        found.push({ tag: header & 0x3f, body: content.subarray(start, start + length) });
        at = start + length;
    }
    return found;
}
function endsWith(bytes, end) {
    return bytes.length >= end.length && bytes.subarray(-end.length).equals(end);
}


/***/ }),

/***/ 904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`, 'u');
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/u;
const DIGEST = /^sha256:[0-9a-f]{64}$/u;
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$`, 'u');
const LONGEST_NAME = 255;
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
function parseImageReference(given) {
    const [name = '', digest, ...more] = given.split('@');
    if (digest === undefined)
        throw new RangeError('has no digest (tags move, so an image is named by its digest)');
    if (more.length > 0 || !DIGEST.test(digest))
        throw new RangeError('has no digest of the form sha256:<64 hex digits>');
    const slash = name.indexOf('/');
    const host = name.slice(0, Math.max(0, slash));
    if (!isHost(host))
        throw new RangeError('does not begin with the host of a registry');
    const [, path = '', tag] = /^([^:]*)(?::(.*))?$/su.exec(name.slice(slash + 1)) ?? [];
    if (!REPOSITORY.test(path))
        throw new RangeError('has no repository name of lower-case letters, digits, and . _ - /');
    if (tag !== undefined && !TAG.test(tag))
        throw new RangeError('has a tag that is not well formed');
    const canonical = canonicalName(host.toLowerCase(), path);
    if (nameOf(canonical).length > LONGEST_NAME)
        throw new RangeError(`has a name of more than ${LONGEST_NAME} characters`);
    return { given, ...canonical, tag, digest };
}
function isHost(text) {
    if (!HOST.test(text) || !/[.:]|^localhost$/u.test(text))
        return false;
    const bracketed = /^\[(.*)\]/u.exec(text)?.[1];
    if (bracketed !== undefined && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(bracketed) !== 6)
        return false;
    return Number(/:(\d+)$/u.exec(text.replace(/^\[.*\]/u, ''))?.[1] ?? 1) <= 65_535;
}
function canonicalName(host, repository) {
    if (!DOCKER_HUB.includes(host))
        return { host, repository };
    return { host: 'index.docker.io', repository: repository.includes('/') ? repository : `library/${repository}` };
}
function nameOf({ host, repository }) {
    return `${host}/${repository}`;
}
function hexOf({ digest }) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 96559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./src/base/task-group.js


class TaskGroup {
    signal;
    #own = new AbortController();
    #tasks = new Set();
    constructor(outer) {
        this.signal = outer === undefined ? this.#own.signal : AbortSignal.any([outer, this.#own.signal]);
        (0,external_node_events_.setMaxListeners)(0, this.signal);
    }
    start(work) {
        const task = this.#attempt(work);
        const forget = () => {
            this.#tasks.delete(task);
        };
        this.#tasks.add(task);
        task.then(forget, forget);
        return task;
    }
    fail(thrown) {
        this.#own.abort(thrown);
        const first = this.signal.reason;
        return Error.isError(thrown) && thrown.cause === first ? thrown : first;
    }
    async [Symbol.asyncDispose]() {
        this.#own.abort(new errors/* ActionError */.lZ('CANCELLED', 'The run is over.'));
        while (this.#tasks.size > 0)
            await Promise.allSettled(this.#tasks);
    }
    async #attempt(work) {
        this.signal.throwIfAborted();
        try {
            return await work();
        }
        catch (thrown) {
            throw this.fail(thrown);
        }
    }
}

// EXTERNAL MODULE: ./src/digest/lanes.js + 3 modules
var digest_lanes = __webpack_require__(29789);
// EXTERNAL MODULE: ./src/signing/provenance.js
var provenance = __webpack_require__(37114);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/files/matches.js + 8 modules
var files_matches = __webpack_require__(47380);
// EXTERNAL MODULE: ./src/files/names.js
var files_names = __webpack_require__(32145);
// EXTERNAL MODULE: ./src/files/roots.js
var roots = __webpack_require__(69300);
// EXTERNAL MODULE: ./src/files/left-out.js
var left_out = __webpack_require__(82805);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(24157);
// EXTERNAL MODULE: ./src/base/read-bounded.js
var read_bounded = __webpack_require__(57211);
;// CONCATENATED MODULE: ./src/files/release-files.js










const PARALLEL_STATS = 32;
async function findReleaseFiles(search) {
    const { patterns, matches } = await (0,files_matches/* collectMatches */.AU)(search);
    const { workspace, signsChecksums, extensions = files_names/* SIGNATURE_EXTENSIONS */.CG } = search;
    const outputFolder = search.outputDir === undefined ? undefined : (0,external_node_path_.resolve)(workspace, search.outputDir);
    const spelt = outputFolder && (await new roots/* Roots */.k(workspace).folder(outputFolder)).path;
    const isNamed = (match) => match.patterns.some((index) => patterns[index]?.bases.includes(match.path));
    const { kept, leftOut } = await (0,left_out/* leaveOut */.o)(matches, { outputFolder: spelt, extensions, signsChecksums }, isNamed);
    (0,left_out/* logLeftOut */._)(leftOut, search.log);
    if (search.maxFiles > 0 && kept.length > search.maxFiles)
        throw (0,files_matches/* tooManyFiles */.Z)(search.maxFiles);
    const sorted = [...kept].sort((a, b) => (a.path < b.path ? -1 : 1));
    (0,files_matches/* refuseProblems */.nN)(sorted);
    const patternsWithoutMatch = (0,files_matches/* reportUnmatched */.Er)(search, patterns, sorted);
    const folder = (0,files_names/* commonFolder */.Mp)(sorted.map(({ path }) => (0,external_node_path_.dirname)(path))) ?? search.workspace;
    const paths = sorted.map(({ path }) => path);
    refuseLineBreaks(paths);
    const names = (0,files_names/* namesOf */.eZ)(paths, folder);
    refusePathsOfTheMachine(names, folder);
    const files = await (0,map_bounded/* mapBounded */.y)(sorted, PARALLEL_STATS, async (match, index) => {
        search.signal?.throwIfAborted();
        return { name: names[index] ?? '', folder: (0,external_node_path_.dirname)(match.path), source: await fileOnDisk(match.path) };
    });
    warnOfEmptyFiles(files, search.log);
    await warnOfPointers(files, search.log);
    return { files, commonFolder: folder, readPaths: paths, patternsWithoutMatch };
}
async function fileOnDisk(path) {
    try {
        const { size, mode } = await (0,promises_.stat)(path);
        if ((mode & 0o444) !== 0o444)
            await (0,promises_.access)(path, promises_.constants.R_OK);
        return { kind: 'file', path, size };
    }
    catch (cause) {
        throw (0,files_matches/* unreadable */.O$)([`${(0,base_log/* printable */.g$)(path)}: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`], cause);
    }
}
function refusePathsOfTheMachine(names, folder) {
    if (!isRoot(folder) || names.every((name) => !/[\\/]/u.test(name)))
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Release files that share a name go by their paths below a common folder, and these have none:\n${(0,base_log/* listed */.KE)(names.map((name) => (0,base_log/* printable */.g$)(name)))}`, { hint: 'Put the files under one folder, or give them names of their own.' });
}
function refuseNoCommonFolder({ commonFolder: folder, readPaths }, outputDir) {
    if (outputDir !== undefined || !isRoot(folder))
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `The files have no common folder in which to write what there is once a run:\n${(0,base_log/* listed */.KE)([...new Set(readPaths.map((path) => (0,external_node_path_.dirname)(path)))].map((path) => (0,base_log/* printable */.g$)(path)))}`, { hint: 'Set `output-dir`.' });
}
const isRoot = (folder) => (0,external_node_path_.dirname)(folder) === folder;
function refuseLineBreaks(paths) {
    const broken = paths.filter((path) => /[\r\n\0]/u.test(path)).map((path) => (0,base_log/* printable */.g$)(path));
    if (broken.length === 0)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Names with a line break cannot be signed:\n${(0,base_log/* listed */.KE)(broken)}`, {
        hint: 'Checksum files and outputs hold a name a line. Rename the file, or leave it out by a line with `!`.',
    });
}
function warnOfEmptyFiles(files, log) {
    const empty = files.filter(({ source }) => source.size === 0).map(({ name }) => (0,base_log/* printable */.g$)(name, 200));
    if (empty.length > 0)
        log.warning(`${files_matches/* EMPTY */.wg}\n${(0,base_log/* listed */.KE)(empty)}`);
}
const POINTER_SIZES = { least: 100, most: 1023 };
const POINTER = 'version https://git-lfs.github.com/spec/v1\n';
async function warnOfPointers(files, log) {
    const small = files.filter(({ source: { size } }) => size >= POINTER_SIZES.least && size <= POINTER_SIZES.most);
    const pointers = await (0,map_bounded/* mapBounded */.y)(small, PARALLEL_STATS, async ({ name, source }) => {
        const bytes = await (0,read_bounded/* readBounded */.CB)(source.path, POINTER_SIZES.most).catch(() => Buffer.alloc(0));
        return bytes.toString('latin1', 0, POINTER.length) === POINTER ? [(0,base_log/* printable */.g$)(name, 200)] : [];
    });
    if (pointers.flat().length > 0)
        log.warning(`Pointers of Git LFS and not the files themselves; check out with \`lfs: true\`:\n${(0,base_log/* listed */.KE)(pointers.flat())}`);
}

// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
;// CONCATENATED MODULE: ./src/sign/find-files.js



const noFiles = (workspace) => ({
    files: [],
    commonFolder: workspace,
    readPaths: [],
    patternsWithoutMatch: [],
});
async function findFiles(inputs, signal, log) {
    const { source, workspace, maxFiles, ifNoFilesFound, outputDir } = inputs;
    const signsChecksums = inputs.targets.includes('checksums');
    if (source.patterns === '')
        return noFiles(workspace);
    const search = { patterns: source.patterns, workspace, maxFiles, ifNoFilesFound, signal, log };
    if (source.kind === 'subject-checksums') {
        const { checkSubjectHash, readSubjects } = await __webpack_require__.e(/* import() */ 311).then(__webpack_require__.bind(__webpack_require__, 60692));
        const { knownWithoutRequests } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 47483));
        const subjects = await readSubjects({ ...search, outputDir, signsChecksums });
        refuseNoCommonFolder(subjects, outputDir);
        const { hash } = knownWithoutRequests(inputs, subjects);
        if (hash !== undefined)
            checkSubjectHash(subjects.files, hash);
        log.info(`Found ${(0,base_log/* counted */.hS)(subjects.files.length, 'file')} in checksum files.`);
        if (inputs.targets.includes('provenance')) {
            log.warning('The provenance will state that this run built files that it knows by their digests alone. That is true only if an earlier job of the same run built them: let the job that builds state it, where it does not.');
        }
        return subjects;
    }
    const extensions = inputs.targets.includes('files') ? inputs.formats.map((format) => facts/* EXTENSIONS */.Z1[format]) : [];
    const found = await findReleaseFiles({ ...search, outputDir, signsChecksums, extensions });
    refuseNoCommonFolder(found, outputDir);
    const bytes = found.files.reduce((sum, { source: file }) => sum + (file.kind === 'file' ? file.size : 0), 0);
    log.info(`Found ${(0,base_log/* counted */.hS)(found.files.length, 'file')}, ${(0,base_log/* counted */.hS)(bytes, 'byte')}.`);
    return found;
}

// EXTERNAL MODULE: ./src/inputs/input-reader.js
var input_reader = __webpack_require__(23359);
;// CONCATENATED MODULE: ./src/inputs/attestation-inputs.js


const TYPE_EXAMPLE = '`predicate-type: https://example.org/test-results/v1`';
const PATH_EXAMPLE = '`predicate-path: results.json`';
function readAttestations(reader, workspace) {
    const type = reader.text('predicate-type');
    const path = reader.text('predicate-path');
    if (type === '' && path !== '')
        reader.fault('predicate-type', 'is empty, and `predicate-path` needs the type of its predicate', TYPE_EXAMPLE);
    if (type !== '' && path === '')
        reader.fault('predicate-path', 'is empty, and `predicate-type` needs the file with its predicate', PATH_EXAMPLE);
    if (type !== '')
        checkType(reader, type);
    if (/[\r\n\0]/u.test(path))
        reader.fault('predicate-path', 'is not one path', PATH_EXAMPLE);
    return {
        sbomPath: reader.optional('sbom-path'),
        predicate: type === '' || path === '' ? undefined : { type, path: (0,external_node_path_.resolve)(workspace, path) },
    };
}
function checkType(reader, type) {
    if (!/^[a-z][a-z0-9+.-]*:[^\s]+$/iu.test(type))
        reader.fault('predicate-type', `is ${(0,input_reader/* quoted */.TL)(type)}, which is not a URI`, TYPE_EXAMPLE);
    else if (/^https?:\/\/slsa\.dev\/provenance(?:\/|$)/iu.test(type))
        reader.fault('predicate-type', 'is SLSA provenance, which `sign: provenance` states of the run itself', TYPE_EXAMPLE);
}

;// CONCATENATED MODULE: ./src/github/artifact/artifact-service.js
function artifactServiceAvailable(env) {
    if (!env['ACTIONS_RESULTS_URL'] || !env['ACTIONS_RUNTIME_TOKEN'])
        return false;
    const host = URL.parse(env['GITHUB_SERVER_URL'] || 'https://github.com')?.hostname.toLowerCase() ?? '';
    return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}

;// CONCATENATED MODULE: ./src/inputs/artifact-inputs.js


function readArtifact(reader, env) {
    const wanted = reader.booleanOr('upload-artifact', 'auto');
    const available = artifactServiceAvailable(env);
    const stem = `signatures-${env['GITHUB_JOB'] ?? ''}-`;
    const name = reader.text('artifact-name') || `${stem}0`;
    if (/[":<>|*?\\/\r\n\0]/u.test(name)) {
        const what = `is ${(0,input_reader/* quoted */.TL)(name)}; an artifact's name has none of " : < > | * ? \\ / and no line break`;
        reader.fault('artifact-name', what, '`artifact-name: signatures-linux`');
    }
    const retentionDays = reader.text('retention-days') === '' ? undefined : reader.number('retention-days', 30, 1, 400);
    if (wanted === true && !available) {
        const why = 'there is no artifact service here (GitHub Enterprise Server has none that the action can use)';
        reader.fault('upload-artifact', `is true, but ${why}`, '`upload-artifact: auto`');
    }
    if (wanted === false || !available)
        return { artifact: undefined, lacksArtifactService: wanted === 'auto' && !available };
    const nameIsDefault = name.startsWith(stem) && /^\d*$/u.test(name.slice(stem.length));
    return { artifact: { name, nameIsDefault, retentionDays }, lacksArtifactService: false };
}

;// CONCATENATED MODULE: ./src/inputs/oidc-token.js
const EXAMPLE = '`oidc-token: ${{ tokens.YC.id_token }}`, or the variable that the CI puts its ID token into';
function readOidcToken(reader) {
    const token = reader.optional('oidc-token');
    if (token === undefined)
        return undefined;
    const fault = faultOf(token);
    if (fault === undefined)
        return token;
    reader.fault('oidc-token', fault, EXAMPLE);
    return undefined;
}
function faultOf(token) {
    const [header, payload] = partsOf(token) ?? [];
    const claims = objectIn(payload);
    if (objectIn(header) === undefined || claims === undefined)
        return 'is not a JWT (its value is not shown)';
    const { exp } = claims;
    if (exp === undefined || (typeof exp === 'number' && exp * 1000 > Date.now()))
        return undefined;
    if (typeof exp !== 'number')
        return 'is a JWT whose exp is not a number';
    const at = new Date(exp * 1000);
    const when = Number.isNaN(at.valueOf()) ? 'long ago' : `at ${at.toISOString()}`;
    return `expired ${when}: get it in the same job, right before this step`;
}
function partsOf(token) {
    return /^[\w-]+\.[\w-]+\.[\w-]+$/u.test(token) ? token.split('.') : undefined;
}
function objectIn(part) {
    try {
        const value = JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/inputs/credential-inputs.js

const credential_inputs_EXAMPLE = '`yc-sa-id: aje…` with `permissions: id-token: write`';
const EMPTY_SECRET = 'A secret that is empty counts as not given: a secret of an environment is empty in a job without `environment:`, and pull requests from forks and runs by Dependabot get no secrets at all';
function readCredential(reader, dryRun) {
    return { credentialChoice: readChoice(reader, dryRun), revokeToken: reader.boolean('revoke-token', false) };
}
function readChoice(reader, dryRun) {
    const choices = givenCredentials(reader);
    const names = ['yc-sa-id', 'yc-sa-json-credentials', 'yc-iam-token', 'yc-vm-service-account'];
    if (choices.length > 1) {
        const given = choices.map(([name]) => `'${name}'`).join(', ');
        reader.fault('yc-sa-id', `is not the only credential: ${given} are set, and a run takes exactly one`, credential_inputs_EXAMPLE);
    }
    else if (choices.length === 0 && !dryRun && !reader.hasFault('yc-vm-service-account')) {
        reader.fault('yc-sa-id', `and ${names.slice(1).join(', ')} are all empty, and a run needs exactly one of them. ${EMPTY_SECRET}`, credential_inputs_EXAMPLE);
    }
    return choices[0]?.[1];
}
function givenCredentials(reader) {
    const choices = [];
    const serviceAccountId = reader.text('yc-sa-id');
    const oidc = oidcChoice(reader, serviceAccountId);
    if (oidc !== undefined)
        choices.push(['yc-sa-id', oidc]);
    const json = reader.text('yc-sa-json-credentials');
    if (json !== '')
        choices.push(['yc-sa-json-credentials', { kind: 'service-account-key', json }]);
    const token = reader.text('yc-iam-token');
    if (token !== '')
        choices.push(['yc-iam-token', { kind: 'iam-token', token }]);
    if (!/^[\x21-\x7e]*$/u.test(token)) {
        const what = 'holds a space, a line break or another character that a token cannot have';
        reader.fault('yc-iam-token', what, '`yc-iam-token: ${{ secrets.YC_IAM_TOKEN }}`');
    }
    if (reader.boolean('yc-vm-service-account', false))
        choices.push(['yc-vm-service-account', { kind: 'vm' }]);
    return choices;
}
function oidcChoice(reader, serviceAccountId) {
    const audience = reader.optional('oidc-audience');
    const given = reader.text('oidc-token') !== '';
    const token = readOidcToken(reader);
    if (given && serviceAccountId === '') {
        const what = "is given without 'yc-sa-id': it says for which service account the token is exchanged";
        reader.fault('oidc-token', what, '`yc-sa-id: aje…`');
        return undefined;
    }
    if (serviceAccountId === '')
        return undefined;
    if (!given)
        return { kind: 'github-oidc', serviceAccountId, audience };
    if (audience !== undefined) {
        const what = "is given together with 'oidc-token', which has an audience already: set it where the token is made";
        reader.fault('oidc-audience', what, '`oidc-audience:` left out');
    }
    return { kind: 'given-oidc', serviceAccountId, token: token ?? '' };
}

// EXTERNAL MODULE: ./src/base/loopback.js
var loopback = __webpack_require__(32130);
;// CONCATENATED MODULE: ./src/inputs/endpoint-inputs.js


const DEFAULT_API_ENDPOINT = 'https://api.cloud.yandex.net';
function readEndpoints(reader) {
    const api = readApi(reader);
    const token = reader.url('token-endpoint', 'https://auth.yandex.cloud/oauth/token');
    if (api !== DEFAULT_API_ENDPOINT && reader.text('yc-sa-id') !== '' && reader.text('token-endpoint') === '') {
        const why = `with another 'api-endpoint', 'yc-sa-id' needs it: an OIDC token goes to no other installation by default`;
        reader.fault('token-endpoint', `is empty; ${why}`, '`token-endpoint: https://auth.example.net/oauth/token`');
    }
    return {
        apiEndpoint: api,
        kmsEndpoint: reader.origin('kms-endpoint'),
        iamEndpoint: reader.origin('iam-endpoint'),
        tokenEndpoint: token?.href,
    };
}
function readApi(reader) {
    const text = reader.text('api-endpoint');
    if (text === '')
        return DEFAULT_API_ENDPOINT;
    if (text.includes('://'))
        return reader.origin('api-endpoint') ?? DEFAULT_API_ENDPOINT;
    const url = /^[A-Za-z0-9.-]+(:\d{1,5})?$/u.test(text) ? URL.parse(`https://${text}`) : null;
    if (url !== null && !(0,loopback/* isLoopback */.U)(url.hostname))
        return url.origin;
    const example = '`api-endpoint: api.yandexcloud.kz`';
    const what = url === null ? 'which is neither a host nor an origin' : 'a loopback address without http:// or https://';
    reader.fault('api-endpoint', `is ${(0,input_reader/* quoted */.TL)(text)}, ${what}`, example);
    return DEFAULT_API_ENDPOINT;
}

// EXTERNAL MODULE: ./src/registry/reference.js
var reference = __webpack_require__(904);
;// CONCATENATED MODULE: ./src/inputs/image-inputs.js


const LAYOUTS = ['tag', 'referrer'];
const image_inputs_EXAMPLE = '`images: cr.yandex/<registry id>/app@sha256:<64 hex digits>`';
function readImages(reader) {
    const layouts = reader.list('image-layouts', LAYOUTS, LAYOUTS);
    const references = readReferences(reader);
    const hosts = new Set(references.map(({ host }) => host));
    const login = readLogin(reader, [...hosts]);
    return references.length === 0 ? undefined : { references, layouts, login };
}
function readReferences(reader) {
    const lines = reader
        .text('images')
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    return lines.flatMap((line) => {
        try {
            return [(0,reference/* parseImageReference */.o_)(line)];
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            reader.fault('images', `holds ${(0,input_reader/* quoted */.TL)(line)}, which ${error.message}`, image_inputs_EXAMPLE);
            return [];
        }
    });
}
function readLogin(reader, hosts) {
    const username = reader.text('registry-username');
    const password = reader.text('registry-password');
    if (username === '' && password === '')
        return undefined;
    const missing = username === '' ? 'registry-username' : 'registry-password';
    if (username === '' || password === '') {
        const what = `is empty, and a login needs both 'registry-username' and 'registry-password'. A secret that is empty counts as not given: pull requests from forks and runs by Dependabot get no secrets`;
        reader.fault(missing, what, `\`${missing}: \${{ secrets.${missing.toUpperCase().replace('-', '_')} }}\``);
    }
    if (hosts.length > 1) {
        const what = `is given, and the images are in ${hosts.length} registries (${hosts.slice(0, 3).map(input_reader/* quoted */.TL).join(', ')}): it would go to all of them`;
        reader.fault('registry-username', what, 'docker/login-action for each registry before this step');
    }
    return { username, password };
}

// EXTERNAL MODULE: ./src/inputs/key-pin.js
var key_pin = __webpack_require__(5650);
;// CONCATENATED MODULE: ./src/inputs/key-inputs.js


async function readKey(reader, workspace) {
    return { keyId: readKeyId(reader), pin: await (0,key_pin/* readKeyPin */.fk)(reader, workspace) };
}
function readKeyId(reader) {
    const keyId = reader.text('key-id');
    const example = '`key-id: abjxxxxxxxxxxxxxxxxx` (yc kms asymmetric-signature-key list)';
    if (keyId === '')
        reader.fault('key-id', 'is required and empty', example);
    else if (!/^[A-Za-z0-9_.-]{1,50}$/u.test(keyId)) {
        reader.fault('key-id', `is ${(0,input_reader/* quoted */.TL)(keyId)}, which is not an ID: at most 50 letters, digits, - and _`, example);
    }
    return keyId;
}

;// CONCATENATED MODULE: ./src/inputs/limit-inputs.js
const MAX_TIMEOUT_MINUTES = 6 * 60 * 24 * 5;
function readLimits(reader) {
    return {
        maxConcurrency: reader.number('max-concurrency', 16, 1, 1000),
        timeoutMs: reader.number('timeout-minutes', 15, 0.0001, MAX_TIMEOUT_MINUTES, true) * 60_000,
    };
}

;// CONCATENATED MODULE: ./src/inputs/output-inputs.js

function readOutput(reader, workspace) {
    const outputDir = reader.optional('output-dir');
    return {
        workspace,
        outputDir: outputDir === undefined ? undefined : (0,external_node_path_.resolve)(workspace, outputDir),
        overwrite: reader.boolean('overwrite', false),
    };
}

// EXTERNAL MODULE: ./src/base/json.js
var json = __webpack_require__(84681);
;// CONCATENATED MODULE: ./src/inputs/release-inputs.js



const TAG_REF = /^refs\/tags\//u;
async function readRelease(reader, env) {
    if (!reader.boolean('release-assets', false))
        return undefined;
    checkServer(reader, env);
    const id = readId(reader);
    const given = reader.text('release-tag').replace(TAG_REF, '') || undefined;
    const tag = given ?? (reader.text('release-id') === '' ? await readStartingTag(reader, env) : undefined);
    const token = reader.text('github-token');
    if (token === '') {
        reader.fault('github-token', "is empty, and 'release-assets' needs one", '`github-token: ${{ github.token }}`');
    }
    if (!/^[\x21-\x7e]*$/u.test(token)) {
        const what = 'holds a space, a line break or another character that a token cannot have';
        reader.fault('github-token', what, '`github-token: ${{ github.token }}`');
    }
    return { tag, id, token };
}
function readId(reader) {
    const text = reader.text('release-id');
    if (text === '')
        return undefined;
    if (/^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text)))
        return Number(text);
    const what = `is ${(0,input_reader/* quoted */.TL)(text)}, which is not the number of a release`;
    reader.fault('release-id', what, '`release-id: 123456789` (gh api repos/OWNER/REPO/releases, field id)');
    return undefined;
}
async function readStartingTag(reader, env) {
    const ref = env['GITHUB_REF'] ?? '';
    const isRelease = env['GITHUB_EVENT_NAME'] === 'release';
    const tag = TAG_REF.test(ref) ? ref.replace(TAG_REF, '') : isRelease && ref === '' ? await eventTag(env) : undefined;
    if (tag !== undefined)
        return tag;
    const what = isRelease && ref === ''
        ? "is empty, GITHUB_REF is empty too, and the release event's file (GITHUB_EVENT_PATH) names no tag"
        : `is empty, and the run was started by ${(0,input_reader/* quoted */.TL)(ref)}, which is not a tag: no release to attach to`;
    reader.fault('release-tag', what, '`release-tag: v1.2.3`, or `on: push: tags`');
    return undefined;
}
async function eventTag(env) {
    try {
        const event = (0,json/* readJsonObject */.op)(await (0,promises_.readFile)(env['GITHUB_EVENT_PATH'] ?? ''));
        return (0,json/* asString */.oJ)((0,json/* asObject */.eB)(event['release'], 'release')['tag_name'], 'tag_name') || undefined;
    }
    catch {
        return undefined;
    }
}
function checkServer(reader, env) {
    const apiUrl = env['GITHUB_API_URL'] ?? '';
    const named = env['FORGEJO_ACTIONS'] === 'true' ? 'Forgejo' : env['GITEA_ACTIONS'] === 'true' ? 'Gitea' : undefined;
    const server = named ?? (/\/api\/v1\/*$/u.test(apiUrl) ? 'Gitea or Forgejo' : undefined);
    if (server === undefined)
        return;
    const what = `is true, but this runner belongs to ${server}, and the action knows GitHub's release API alone`;
    const example = "`release-assets: false`, and attach the files of the step's output `files` in a later step, such as the server's own release action or its API";
    reader.fault('release-assets', what, example);
}

// EXTERNAL MODULE: ./src/formats/identity.js
var formats_identity = __webpack_require__(63786);
;// CONCATENATED MODULE: ./src/inputs/signature-inputs.js




const TARGETS = ['files', 'checksums', 'provenance'];
async function readSignatures(reader, workspace, { source }) {
    const formats = reader.list('formats', facts/* FORMATS */.hR, ['sig']);
    checkDigestFormats(reader, source.kind, formats);
    const targets = reader.list('sign', TARGETS, ['files']);
    if (source.patterns === '' && targets.includes('checksums') && reader.text('images') !== '') {
        const what = "holds checksums, and no release files are given that a checksum file could list: 'files' is empty";
        reader.fault('sign', what, '`sign: files`');
    }
    return {
        targets,
        formats,
        hashAlgorithm: reader.choice('hash-algorithm', input_reader/* HASH_CHOICES */.G3, 'auto'),
        identity: readIdentity(reader, formats),
        certificate: await (0,key_pin/* pemTextOrFile */.li)(reader, 'certificate', workspace, '`certificate: kms-certificate.pem`'),
    };
}
function checkDigestFormats(reader, kind, formats) {
    if (kind !== 'subject-checksums')
        return;
    const refused = (0,facts/* formatsWhere */.Me)(({ readsFile }) => readsFile !== undefined, formats);
    if (refused.length === 0)
        return;
    const what = `holds ${refused.join(', ')}, made of the file itself; with 'subject-checksums' only its digest is there`;
    const others = (0,facts/* formatsWhere */.Me)(({ readsFile }) => readsFile === undefined).join(', ');
    reader.fault('formats', what, `\`formats: ${others}\`, or sign with \`files\``);
}
function readIdentity(reader, formats) {
    const identity = reader.text('identity') || `Yandex Cloud KMS key ${reader.text('key-id')}`;
    const fault = (0,formats_identity/* identityFault */.X)(identity, formats);
    if (fault !== undefined) {
        reader.fault('identity', `is ${(0,input_reader/* quoted */.TL)(identity)}: ${fault}`, '`identity: Example Project <releases@example.org>`');
    }
    return identity;
}

;// CONCATENATED MODULE: ./src/inputs/source-inputs.js
function readSource(reader) {
    return {
        source: readPatterns(reader),
        ifNoFilesFound: reader.choice('if-no-files-found', ['error', 'warn', 'ignore'], 'error'),
        maxFiles: reader.number('max-files', 1000, 0, Number.MAX_SAFE_INTEGER),
    };
}
function readPatterns(reader) {
    const files = reader.text('files');
    const checksums = reader.text('subject-checksums');
    const example = '`files: dist/*.tar.gz`';
    if (files !== '' && checksums !== '') {
        reader.fault('files', "is given together with 'subject-checksums'; a run takes one of the two", example);
    }
    else if (files === '' && checksums === '' && reader.text('images') === '') {
        reader.fault('files', "is empty, and so are 'subject-checksums' and 'images': nothing says what to sign", example);
    }
    return checksums === '' ? { kind: 'files', patterns: files } : { kind: 'subject-checksums', patterns: checksums };
}

;// CONCATENATED MODULE: ./src/sign/inputs.js














async function readInputs(env) {
    const reader = new input_reader/* InputReader */.i_(env);
    const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.');
    const dryRun = reader.boolean('dry-run', false);
    const images = readImages(reader);
    const source = readSource(reader);
    const inputs = {
        ...source,
        ...(await readSignatures(reader, workspace, source)),
        ...(await readKey(reader, workspace)),
        ...readCredential(reader, dryRun),
        ...readOutput(reader, workspace),
        ...readLimits(reader),
        ...readArtifact(reader, env),
        release: await readRelease(reader, env),
        images,
        endpoints: readEndpoints(reader),
        ...readAttestations(reader, workspace),
        dryRun,
    };
    if (reader.faults.length > 0)
        throw invalidInputs(reader.faults);
    return inputs;
}
function invalidInputs(faults) {
    const message = faults.length === 1 ? (faults[0] ?? '') : faults.map((fault) => `- ${fault}`).join('\n');
    const hint = 'Nothing was requested or written. The README has a table of all inputs.';
    return new errors/* ActionError */.lZ('INVALID_INPUT', faults.length === 1 ? message : `${faults.length} faults:\n${message}`, {
        hint,
    });
}

// EXTERNAL MODULE: ./src/sign/plan.js + 3 modules
var sign_plan = __webpack_require__(47483);
// EXTERNAL MODULE: ./src/sign/report.js
var report = __webpack_require__(23041);
// EXTERNAL MODULE: ./src/base/in-flight.js
var in_flight = __webpack_require__(91295);
// EXTERNAL MODULE: ./src/base/wait.js
var wait = __webpack_require__(16782);
;// CONCATENATED MODULE: ./src/sign/run-limits.js



const CLEAN_UP_MS = 3500;
function startLimits(timeoutMs) {
    const controller = new AbortController();
    const minutes = Number((timeoutMs / 60_000).toFixed(2));
    const timer = setTimeout(() => {
        controller.abort(new errors/* ActionError */.lZ('TIMED_OUT', `The step was not done after ${minutes} minutes.${waitedFor()}`, {
            hint: 'Give it more time with `timeout-minutes`, or look in the log for what it was waiting for.',
        }));
    }, Math.min(wait/* LONGEST_TIMER_MS */.M, timeoutMs));
    const cancel = (name) => {
        controller.abort(new errors/* ActionError */.lZ('CANCELLED', `The run was cancelled (${name}).`, {
            hint: 'Files that were not complete are removed; run the job again to sign.',
        }));
    };
    process.on('SIGINT', cancel).on('SIGTERM', cancel);
    let overdueTimer;
    return {
        signal: controller.signal,
        deadline: performance.now() + timeoutMs,
        inTime: (stages) => {
            const overdue = new Promise((_, reject) => {
                controller.signal.addEventListener('abort', () => {
                    overdueTimer = setTimeout(() => {
                        reject(controller.signal.reason);
                    }, CLEAN_UP_MS);
                });
            });
            return Promise.race([stages, overdue]);
        },
        dispose: () => {
            clearTimeout(timer);
            clearTimeout(overdueTimer);
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
function waitedFor() {
    const call = (0,in_flight/* inFlight */.C)();
    return call === undefined ? '' : ` It was waiting for ${call}.`;
}

;// CONCATENATED MODULE: ./src/sign/untrusted-event.js



async function assertTrustedEvent(env) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    if (event !== 'pull_request_target' && event !== 'workflow_run')
        return;
    const payload = await readEvent(event, env['GITHUB_EVENT_PATH']);
    const own = untrusted_event_text(payload, 'repository', 'full_name') ?? env['GITHUB_REPOSITORY'];
    if (event === 'pull_request_target') {
        if (value(payload, 'pull_request', 'merged') === true)
            return;
        refuseOther(event, own, untrusted_event_text(payload, 'pull_request', 'head', 'repo', 'full_name'));
    }
    else
        refuseOther(event, own, untrusted_event_text(payload, 'workflow_run', 'head_repository', 'full_name'));
}
function refuseOther(event, own, head) {
    if (own !== undefined && head !== undefined && own.toLowerCase() === head.toLowerCase())
        return;
    const whose = head === undefined ? 'a repository that is not named' : `the repository ${(0,base_log/* printable */.g$)(head, 200)}`;
    throw untrusted(`The event ${event} brings files of ${whose} together with this repository's key.`);
}
async function readEvent(event, path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path ?? '', 'utf8'));
    }
    catch (cause) {
        throw untrusted(`The file of the event ${event} (GITHUB_EVENT_PATH) cannot be read, so whose files these are is unknown.`, cause);
    }
}
function untrusted(message, cause) {
    return new errors/* ActionError */.lZ('UNTRUSTED_EVENT', message, {
        hint: 'Sign where only reviewed code runs: on a pushed tag (`on: push: tags`), a release, or after the merge.',
        cause,
    });
}
function value(payload, ...path) {
    let at = payload;
    for (const name of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name))
            return undefined;
        at = at[name];
    }
    return at;
}
function untrusted_event_text(payload, ...path) {
    const found = value(payload, ...path);
    return typeof found === 'string' ? found : undefined;
}

;// CONCATENATED MODULE: ./src/sign/main.js
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










async function run(env, front) {
    const account = { uploads: [] };
    try {
        await limitedRun(env, front, account);
        await summarize(front, account);
    }
    catch (thrown) {
        await summarize(front, account, thrown);
        throw thrown;
    }
}
async function limitedRun(env, front, account) {
    const inputs = await readInputs(env);
    const limits = startLimits(inputs.timeoutMs);
    const tasks = new TaskGroup(limits.signal);
    try {
        await limits.inTime(stages({ inputs, env, front, limits, tasks, account }));
    }
    catch (thrown) {
        throw tasks.fail(thrown);
    }
    finally {
        limits.dispose();
    }
}
async function stages(run) {
    const { inputs, env, front, limits } = run;
    if (!inputs.dryRun)
        await assertTrustedEvent(env);
    if (inputs.targets.includes('provenance'))
        (0,provenance/* runPredicate */.rU)(env);
    const found = await front.group('Find the files', () => findFiles(inputs, limits.signal, front.log));
    const { credentialChoice } = inputs;
    const predicates = await attested(run);
    if (found.files.length === 0 && inputs.images === undefined)
        (0,report/* setEmptyOutputs */.W)(front);
    else if (inputs.dryRun || credentialChoice === undefined) {
        const { dryRun } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(692), __webpack_require__.e(347), __webpack_require__.e(926)]).then(__webpack_require__.bind(__webpack_require__, 85926));
        await front.group('Dry run', () => dryRun(run, found, predicates));
    }
    else {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const lanes = __addDisposableResource(env_1, (0,digest_lanes/* startLanes */.o)(found.files), false);
            const { parseGivenCertificate } = await __webpack_require__.e(/* import() */ 515).then(__webpack_require__.bind(__webpack_require__, 28515));
            const certificate = inputs.certificate === undefined ? undefined : parseGivenCertificate(inputs.certificate, new Date());
            const plan = (0,sign_plan/* planOutputs */.iS)({ inputs, found, predicates }, (0,sign_plan.knownWithoutRequests)(inputs, found));
            const { signAndPublish } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(928), __webpack_require__.e(692), __webpack_require__.e(234)]).then(__webpack_require__.bind(__webpack_require__, 9234));
            await signAndPublish({
                ...run,
                inputs: { ...inputs, credentialChoice },
                found,
                plan,
                lanes,
                predicates,
                certificate,
            });
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
}
async function attested({ inputs, limits, front }) {
    if (inputs.sbomPath === undefined && inputs.predicate === undefined)
        return [];
    const { readPredicates } = await __webpack_require__.e(/* import() */ 774).then(__webpack_require__.bind(__webpack_require__, 77774));
    return readPredicates(inputs, limits.signal, front.log);
}
async function summarize(front, account, thrown) {
    const { signSummary } = await __webpack_require__.e(/* import() */ 754).then(__webpack_require__.bind(__webpack_require__, 42754));
    const failure = thrown === undefined || thrown instanceof errors/* ActionError */.lZ
        ? thrown
        : new errors/* ActionError */.lZ('INTERNAL_ERROR', 'Something unexpected happened; the log has the message.');
    front.addSummary(signSummary(account, failure));
}


/***/ }),

/***/ 47483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PB: () => (/* binding */ assetNames),
  p0: () => (/* binding */ attests),
  Gy: () => (/* binding */ checkPlan),
  bz: () => (/* binding */ knownOf),
  knownWithoutRequests: () => (/* binding */ knownWithoutRequests),
  iS: () => (/* binding */ planOutputs)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/crypto/hashes.js
var hashes = __webpack_require__(18127);
// EXTERNAL MODULE: ./src/crypto/key-algorithm.js
var key_algorithm = __webpack_require__(83996);
// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
// EXTERNAL MODULE: ./src/formats/run-files.js
var run_files = __webpack_require__(40513);
// EXTERNAL MODULE: ./src/signing/predicate.js
var predicate = __webpack_require__(34656);
// EXTERNAL MODULE: ./src/signing/provenance.js
var provenance = __webpack_require__(37114);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/files/names.js
var names = __webpack_require__(32145);
// EXTERNAL MODULE: ./src/files/stored-names.js
var stored_names = __webpack_require__(24847);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
;// CONCATENATED MODULE: ./src/writing/name-checks.js





const NOT_IN_ARTIFACTS = /[":<>|*?\r\n]/u;
function checkArtifactPaths(paths) {
    const root = (0,names/* commonFolder */.Mp)(paths.map((path) => (0,external_node_path_.dirname)(path))) ?? '';
    const refused = paths.map((path) => (0,external_node_path_.relative)(root, path)).filter((path) => NOT_IN_ARTIFACTS.test(path));
    if (refused.length === 0)
        return;
    const shown = (0,log/* listed */.KE)(refused.map((path) => (0,log/* printable */.g$)(path, 300)));
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `GitHub takes none of " : < > | * ? in the paths of an artifact:\n${shown}`, {
        hint: 'Rename the files, or set `upload-artifact: false`.',
    });
}
function checkListedNames(names, sums) {
    if (!names.includes(sums))
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `A release file has the name of the checksum file that lists it: ${sums}`, {
        hint: `Leave it out by a line with \`!\`, such as \`!**/${sums}\`, rename it, or take \`checksums\` out of \`sign\`.`,
    });
}
function checkReleaseNames({ files, assets, namesAreSigned }) {
    const names = files.map((name) => (0,external_node_path_.basename)(name));
    const changing = namesAreSigned ? names.filter((name) => !(0,stored_names/* isKeptName */.Ak)(name)) : [];
    if (changing.length > 0)
        throw conflict(`GitHub may change these names, and what is signed (checksum file, provenance) would still hold the old ones, so that no verifier finds the files:\n${shownNames(changing)}`);
    const owners = new Map();
    const conflicts = [];
    for (const name of [...names, ...assets]) {
        const forms = (0,stored_names/* possibleStoredNames */.h9)(name);
        const owner = forms.map((form) => owners.get(form)).find((other) => other !== undefined);
        if (owner !== undefined)
            conflicts.push(owner === name ? `${shown(name)}, twice` : `${shown(owner)} and ${shown(name)}`);
        for (const form of forms)
            owners.set(form, name);
    }
    if (conflicts.length > 0)
        throw conflict(`On a release these names would be, or could become, one:\n${(0,log/* listed */.KE)(conflicts)}`);
}
const shown = (name) => (0,log/* printable */.g$)(name, 200);
const shownNames = (names) => (0,log/* listed */.KE)(names.map(shown));
function conflict(message) {
    return new errors/* ActionError */.lZ('ASSET_NAME_CONFLICT', message, {
        hint: 'Give the files names of their own, of A-Z a-z 0-9 . _ + - and without a dot at either end, or set `release-assets: false`. Nothing was requested or signed.',
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(24157);
// EXTERNAL MODULE: ./src/files/version-control.js
var version_control = __webpack_require__(87957);
// EXTERNAL MODULE: ./src/files/name-rules.js
var name_rules = __webpack_require__(27960);
;// CONCATENATED MODULE: ./src/writing/name-clashes.js



class NameClashes {
    #rules = new name_rules/* FolderNames */.F();
    #folders = new Map();
    #listings = new Map();
    async among(paths, inputs) {
        const taken = new Map();
        for (const path of inputs)
            await this.#add(taken, path);
        const clashes = [];
        for (const path of paths) {
            const other = await this.#add(taken, path);
            if (other !== undefined)
                clashes.push([other, path]);
        }
        return clashes;
    }
    async otherSpelling(path) {
        const [folder, name] = [(0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path)];
        const { ignoresCase, ignoresForm } = await this.#rules.rulesOf(folder);
        if (!ignoresCase && !ignoresForm)
            return undefined;
        const listing = this.#listings.get(folder) ?? (0,promises_.readdir)(folder).then((names) => new Set(names));
        this.#listings.set(folder, listing);
        if ((await listing).has(name))
            return undefined;
        const entry = await this.#rules.entryName(folder, name);
        return entry === name ? undefined : (0,external_node_path_.join)(folder, entry);
    }
    async #add(taken, path) {
        const real = (0,external_node_path_.join)(await this.#realFolder((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
        const key = (0,name_rules/* widestKey */.o)(real);
        const alike = taken.get(key) ?? [];
        taken.set(key, alike);
        for (const [other, otherReal] of alike)
            if (await this.#areOne(real, otherReal))
                return other;
        alike.push([path, real]);
        return undefined;
    }
    async #areOne(a, b) {
        if (a === b)
            return true;
        const [folder, other] = [(0,external_node_path_.dirname)(a), (0,external_node_path_.dirname)(b)];
        if (folder === a || other === b)
            return false;
        return (await this.#areOne(folder, other)) && (await this.#rules.areOne(folder, (0,external_node_path_.basename)(a), (0,external_node_path_.basename)(b)));
    }
    #realFolder(folder) {
        const known = this.#folders.get(folder) ?? this.#findReal(folder);
        this.#folders.set(folder, known);
        return known;
    }
    async #findReal(folder) {
        try {
            return await (0,promises_.realpath)(folder);
        }
        catch {
            const above = (0,external_node_path_.dirname)(folder);
            return above === folder ? folder : (0,external_node_path_.join)(await this.#realFolder(above), (0,external_node_path_.basename)(folder));
        }
    }
}

// EXTERNAL MODULE: ./src/writing/write-failed.js
var write_failed = __webpack_require__(26155);
;// CONCATENATED MODULE: ./src/writing/output-paths.js








const PARALLEL_STATS = 32;
const LONGEST_NAME = 255;
async function checkOutputPaths(plan) {
    const { paths, inputs, overwrite, workspace, mayExist, signal } = plan;
    const names = new NameClashes();
    refuseSharedPaths(await names.among(paths, inputs));
    for (const folder of new Set(paths.map((path) => (0,external_node_path_.dirname)(path)))) {
        await refuseVersionControl(folder, workspace);
        await checkWritable(folder);
    }
    const existing = await (0,map_bounded/* mapBounded */.y)(paths, PARALLEL_STATS, async (path) => {
        signal?.throwIfAborted();
        if (!(await isThere(path)))
            return [];
        const other = await names.otherSpelling(path);
        return [{ path, other, isInTheWay: !overwrite && (await mayExist?.(path)) !== true }];
    });
    const others = existing.flat().flatMap(({ path, other }) => (other === undefined ? [] : [[other, path]]));
    if (others.length > 0)
        throw (0,write_failed/* namesClash */.mE)(others);
    const inTheWay = existing.flat().filter(({ isInTheWay }) => isInTheWay);
    if (inTheWay.length > 0)
        throw (0,write_failed/* outputExists */.oT)((0,log/* listed */.KE)(inTheWay.map(({ path }) => (0,log/* printable */.g$)(path))));
}
function refuseSharedPaths(clashes) {
    const [same, spelt] = [clashes.filter(([a, b]) => a === b), clashes.filter(([a, b]) => a !== b)];
    if (spelt.length > 0)
        throw (0,write_failed/* namesClash */.mE)(spelt);
    if (same.length === 0)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Two files would have one path:\n${(0,log/* listed */.KE)(same.map(([path]) => (0,log/* printable */.g$)(path)))}`, {
        hint: 'A file that is signed, or read for it, has the name of something that this action writes. Rename it, leave it out by a line with `!`, or set another `output-dir`.',
    });
}
async function refuseVersionControl(folder, workspace) {
    const real = await (0,version_control/* belowVersionControl */.t)(folder, workspace);
    if (real === undefined)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Version control keeps its own in ${(0,log/* printable */.g$)(real)}, and is broken by other files there. Nothing was written.`, { hint: 'Set `output-dir` to a folder elsewhere, or leave these files out by a line with `!`.' });
}
async function isThere(path) {
    try {
        const stats = await (0,promises_.lstat)(path);
        if (stats.isDirectory())
            throw (0,write_failed/* writeFailed */.PF)(path, Object.assign(new Error('there is a folder'), { code: 'EISDIR' }));
        return true;
    }
    catch (cause) {
        if ((0,errors/* systemCodeOf */.c7)(cause) !== 'ENOENT')
            throw (0,write_failed/* writeFailed */.PF)(path, cause);
        if (lengthOf((0,external_node_path_.basename)(path)) <= LONGEST_NAME)
            return false;
        throw (0,write_failed/* writeFailed */.PF)(path, Object.assign(new Error('the name is too long'), { code: 'ENAMETOOLONG' }));
    }
}
function lengthOf(name) {
    return process.platform === 'win32' ? name.length : Buffer.byteLength(name);
}
async function checkWritable(folder) {
    try {
        if (!(await (0,promises_.stat)(folder)).isDirectory())
            throw noFolder('there is a file in place of the folder');
        await (0,promises_.access)(folder, promises_.constants.W_OK | promises_.constants.X_OK);
    }
    catch (cause) {
        if ((0,errors/* systemCodeOf */.c7)(cause) !== 'ENOENT' || (0,external_node_path_.dirname)(folder) === folder)
            throw (0,write_failed/* writeFailed */.PF)(folder, cause);
        const isLink = await (0,promises_.lstat)(folder).then(() => true, () => false);
        if (isLink)
            throw (0,write_failed/* writeFailed */.PF)(folder, noFolder('there is a link that leads nowhere'));
        await checkWritable((0,external_node_path_.dirname)(folder));
    }
}
const noFolder = (what) => Object.assign(new Error(what), { code: 'ENOTDIR' });

// EXTERNAL MODULE: ./src/sign/shared-folder.js
var shared_folder = __webpack_require__(28223);
;// CONCATENATED MODULE: ./src/sign/plan.js










function knownWithoutRequests({ hashAlgorithm, pin }, { files }) {
    const algorithm = pin.kind === 'pem' ? (0,key_algorithm/* algorithmOfPublicKey */.$J)(pin.key) : undefined;
    const source = files[0]?.source;
    const ofSubjects = source?.kind === 'digest' ? source.hash : undefined;
    return {
        hash: hashAlgorithm === 'auto' ? (algorithm?.hash ?? ofSubjects) : hashAlgorithm,
        rsa: pin.kind === 'pem' ? algorithm === undefined : undefined,
    };
}
function attests({ sbomPath, predicate }) {
    return sbomPath !== undefined || predicate !== undefined;
}
function knownOf({ algorithm: { hash, curve }, publicKey }) {
    return { hash, rsa: curve === undefined, publicKey };
}
function planOutputs({ inputs, found, predicates }, known) {
    const { targets, formats, outputDir } = inputs;
    const signaturePaths = found.files.map((file) => targets.includes('files') ? formats.map((format) => signaturePath(file, format, outputDir)) : []);
    const runFolder = outputDir ?? found.commonFolder;
    const runFiles = runFileNames(inputs, found.files.length, known, predicates).map((name) => (0,external_node_path_.join)(runFolder, name));
    return { known, signaturePaths, runFolder, paths: [...signaturePaths.flat(), ...runFiles] };
}
function signaturePath(file, format, outputDir) {
    const base = file.source.kind === 'file' ? file.source.path : (0,external_node_path_.join)(file.folder, file.name);
    const path = outputDir === undefined ? base : (0,external_node_path_.join)(outputDir, file.name);
    return path + facts/* EXTENSIONS */.Z1[format];
}
function runFileNames({ targets, formats }, files, known, predicates) {
    const names = [...(0,facts/* keyFilesOf */.Ye)(formats, known.rsa)];
    if (targets.includes('checksums') && files > 0 && known.hash !== undefined) {
        const sums = hashes/* HASHES */.T$[known.hash].checksumFile;
        names.push(sums, ...formats.map((format) => sums + facts/* EXTENSIONS */.Z1[format]));
    }
    if (targets.includes('provenance'))
        names.push(...(0,provenance/* provenanceFileNames */.AJ)(files));
    names.push(...(0,predicate/* attestationFileNames */.f7)(predicates, files));
    return [...names, run_files/* MANIFEST_FILE */.h1];
}
function assetNames({ paths }) {
    return paths.map((path) => (0,external_node_path_.basename)(path)).filter((name) => name !== run_files/* MANIFEST_FILE */.h1);
}
async function checkPlan(plan, inputs, found) {
    const { known, paths } = plan;
    const names = found.files.map(({ name }) => name);
    const signsChecksums = inputs.targets.includes('checksums');
    if (signsChecksums && known.hash !== undefined)
        checkListedNames(names, hashes/* HASHES */.T$[known.hash].checksumFile);
    if (inputs.artifact !== undefined)
        checkArtifactPaths(paths);
    if (inputs.release !== undefined) {
        const namesAreSigned = signsChecksums || inputs.targets.includes('provenance') || attests(inputs);
        checkReleaseNames({ files: names, assets: assetNames(plan), namesAreSigned });
    }
    const { overwrite, workspace } = inputs;
    const mayExist = (path) => (0,shared_folder/* mayStay */.r)(path, plan.runFolder, inputs, known.publicKey);
    await checkOutputPaths({ paths, inputs: found.readPaths, overwrite, workspace, mayExist });
}


/***/ }),

/***/ 23041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ setSigningOutputs),
/* harmony export */   W: () => (/* binding */ setEmptyOutputs)
/* harmony export */ });
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40513);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43705);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63097);



const IN_MANIFEST = 'Read it from the file in manifest-path.';
function setSigningOutputs(result, notes, workspace, front) {
    warnOfMisreadNames(result.written, workspace, front.log);
    try {
        setAll(result, notes, workspace, front);
    }
    catch (thrown) {
        front.log.info('These files are signed and in place:');
        for (const path of result.written)
            front.log.info(`  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .outputPath */ .X)(path, workspace))}`);
        throw thrown;
    }
}
function setAll(result, notes, workspace, front) {
    const lines = (paths) => paths.map((path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .outputPath */ .X)(path, workspace)).join('\n');
    const runFile = (name) => lines([result.runFiles.get(name) ?? []].flat());
    const set = (name, value) => {
        front.setOutput(name, value, IN_MANIFEST);
    };
    set('files', lines(result.written));
    set('signed-count', String(result.signedCount));
    set('signatures', JSON.stringify(rawSignatures(result)));
    set('manifest-path', runFile(_formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_FILE */ .h1));
    set('checksums-path', result.checksums?.path ?? '');
    set('provenance-paths', lines(result.provenance));
    set('attestation-paths', lines(result.attestations));
    set('public-key-path', runFile('kms-public-key.pem'));
    set('public-key-fingerprint', result.key.publicKey.fingerprint);
    set('algorithm', result.key.algorithm.name);
    set('verification-notes', notes);
}
function setEmptyOutputs(front) {
    front.setOutput('files', '');
    front.setOutput('signed-count', '0');
    front.setOutput('signatures', '{}');
}
function rawSignatures({ subjects, checksums }) {
    const signed = [...subjects, ...(checksums === undefined ? [] : [checksums])];
    return Object.fromEntries(signed.flatMap(({ name, signature }) => signature === undefined ? [] : [[name, signature.toString('base64')]]));
}
function warnOfMisreadNames(written, workspace, log) {
    const misread = written
        .map((path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .outputPath */ .X)(path, workspace))
        .filter((path) => /[*?[\]{}!,\\]|^\s|\s$|^#/u.test(path));
    if (misread.length === 0)
        return;
    const names = misread.slice(0, 20).map((path) => `"${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(path, 200)}"`);
    log.warning(`The output files has ${misread.length} paths that an action which takes patterns would misread, such as ` +
        `${names.join(', ')}. Use release-assets, or name the files without * ? [ ] { } ! , and \\.`);
}


/***/ }),

/***/ 28223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ holdsSameKey),
/* harmony export */   r: () => (/* binding */ mayStay)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57211);
/* harmony import */ var _crypto_public_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34188);
/* harmony import */ var _files_earlier_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48555);
/* harmony import */ var _formats_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63786);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40513);
/* harmony import */ var _github_releases_same_key_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54654);







const MOST_KEY_FILE_BYTES = 64 * 1024;
async function mayStay(path, runFolder, inputs, publicKey) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path) !== runFolder)
        return false;
    const key = publicKey ?? (await keyBeside(runFolder));
    if (key === undefined || !fitsPin(key, inputs))
        return false;
    if (name === _formats_run_files_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_FILE */ .h1) {
        const manifest = await (0,_files_earlier_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .readManifest */ .WI)(path);
        return manifest?.keyId === inputs.keyId && manifest.fingerprint === key.fingerprint;
    }
    if (!(0,_formats_run_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isKeyFile */ .cI)(name))
        return false;
    const content = await (0,_base_read_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .readBounded */ .CB)(path, MOST_KEY_FILE_BYTES).catch(() => undefined);
    return content !== undefined && holdsSameKey(name, content, inputs, key);
}
function holdsSameKey(name, content, inputs, key) {
    if (name === 'kms-certificate.pem' && inputs.certificate !== undefined)
        return false;
    return (0,_github_releases_same_key_js__WEBPACK_IMPORTED_MODULE_6__/* .holdsKey */ .g)(name, content, { key, principal: (0,_formats_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .sshPrincipal */ .F)(inputs.identity, inputs.keyId) });
}
async function keyBeside(folder) {
    try {
        return (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePublicKey */ .ee)((await (0,_base_read_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .readBounded */ .CB)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'kms-public-key.pem'), MOST_KEY_FILE_BYTES)).toString());
    }
    catch {
        return undefined;
    }
}
function fitsPin({ fingerprint }, { pin }) {
    if (pin.kind === 'pem')
        return pin.key.fingerprint === fingerprint;
    return pin.kind === 'none' || pin.fingerprint === fingerprint;
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


/***/ }),

/***/ 37114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ provenanceFileNames),
/* harmony export */   Mt: () => (/* binding */ provenanceStatements),
/* harmony export */   rU: () => (/* binding */ runPredicate)
/* harmony export */ });
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40513);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5664);
/* harmony import */ var _token_claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1868);



const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
const BUILD_TYPE = 'https://actions.github.io/buildtypes/workflow/v1';
const MAX_SUBJECTS = 1024;
const REQUIRED = [
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_ID',
    'GITHUB_REPOSITORY_OWNER_ID',
    'GITHUB_REF',
    'GITHUB_SHA',
    'GITHUB_WORKFLOW_REF',
    'GITHUB_EVENT_NAME',
    'GITHUB_RUN_ID',
    'GITHUB_RUN_ATTEMPT',
];
function provenanceStatements(environment, subjects, hash) {
    const predicate = runPredicate(environment);
    const fileNames = provenanceFileNames(subjects.length);
    return fileNames.map((fileName, index) => {
        const part = subjects.slice(index * MAX_SUBJECTS, (index + 1) * MAX_SUBJECTS);
        const statement = {
            _type: STATEMENT_TYPE,
            subject: part.map(({ name, digest }) => ({ name, digest: { [hash]: digest.toString('hex') } })),
            predicateType: PREDICATE_TYPE,
            predicate,
        };
        return { fileName, statement: Buffer.from(JSON.stringify(statement)) };
    });
}
function provenanceFileNames(subjects) {
    return (0,_formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .statementFileNames */ .mM)('provenance', Math.ceil(subjects / MAX_SUBJECTS));
}
function runPredicate(environment) {
    const facts = requiredFacts(environment);
    const server = given(environment, 'GITHUB_SERVER_URL') ?? 'https://github.com';
    const repository = `${server}/${facts.GITHUB_REPOSITORY}`;
    const path = facts.GITHUB_WORKFLOW_REF.replace(`${facts.GITHUB_REPOSITORY}/`, '').replace(WORKFLOW_REF, '');
    const runner = given(environment, 'RUNNER_ENVIRONMENT');
    return {
        buildDefinition: {
            buildType: BUILD_TYPE,
            externalParameters: { workflow: { ref: facts.GITHUB_REF, repository, path } },
            internalParameters: {
                github: {
                    event_name: facts.GITHUB_EVENT_NAME,
                    repository_id: facts.GITHUB_REPOSITORY_ID,
                    repository_owner_id: facts.GITHUB_REPOSITORY_OWNER_ID,
                    ...(runner === undefined ? {} : { runner_environment: runner }),
                },
            },
            resolvedDependencies: [{ uri: `git+${repository}@${facts.GITHUB_REF}`, digest: { gitCommit: facts.GITHUB_SHA } }],
        },
        runDetails: {
            builder: { id: `${server}/${given(environment, _token_claims_js__WEBPACK_IMPORTED_MODULE_2__/* .JOB_WORKFLOW_REF */ .E) ?? facts.GITHUB_WORKFLOW_REF}` },
            metadata: {
                invocationId: `${repository}/actions/runs/${facts.GITHUB_RUN_ID}/attempts/${facts.GITHUB_RUN_ATTEMPT}`,
            },
        },
    };
}
const WORKFLOW_REF = /@(?:refs\/.*|[^@]*)$/su;
function requiredFacts(environment) {
    const missing = REQUIRED.filter((name) => given(environment, name) === undefined);
    if (missing.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('INVALID_INPUT', `\`sign: provenance\` states the run, and the environment has no ${missing.join(', ')}.`, {
            hint: 'GitHub’s runner sets these in every job: run the action in a workflow, or leave `provenance` out of `sign`.',
        });
    }
    return Object.fromEntries(REQUIRED.map((name) => [name, environment[name] ?? '']));
}
function given(environment, name) {
    const value = environment[name];
    return value === '' ? undefined : value;
}


/***/ }),

/***/ 1868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ JOB_WORKFLOW_REF),
/* harmony export */   Q: () => (/* binding */ withClaims)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);


const VARIABLES = {
    repository: 'GITHUB_REPOSITORY',
    repository_id: 'GITHUB_REPOSITORY_ID',
    repository_owner_id: 'GITHUB_REPOSITORY_OWNER_ID',
    ref: 'GITHUB_REF',
    sha: 'GITHUB_SHA',
    workflow_ref: 'GITHUB_WORKFLOW_REF',
    event_name: 'GITHUB_EVENT_NAME',
    run_id: 'GITHUB_RUN_ID',
    run_attempt: 'GITHUB_RUN_ATTEMPT',
    runner_environment: 'RUNNER_ENVIRONMENT',
};
const JOB_WORKFLOW_REF = 'JOB_WORKFLOW_REF';
function withClaims(environment, claims) {
    const said = Object.entries(VARIABLES).flatMap(([claim, variable]) => {
        const value = textOf(claims[claim]);
        return value === undefined ? [] : [{ claim, variable, value }];
    });
    const different = said.filter(({ variable, value }) => (environment[variable] || value) !== value);
    if (different.length > 0)
        throw otherRun(different, environment);
    const { job_workflow_ref: builder } = claims;
    return {
        ...environment,
        ...Object.fromEntries(said.map(({ variable, value }) => [variable, value])),
        [JOB_WORKFLOW_REF]: textOf(builder),
    };
}
function textOf(value) {
    if (typeof value === 'number')
        return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function otherRun(different, environment) {
    const lines = different.map(({ claim, variable, value }) => `${variable} is ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(environment[variable] ?? '', 200)}, and the token's ${claim} is ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(value, 200)}`);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_INPUT', `\`sign: provenance\` states the run, and the runner's variables say something else of it than GitHub's token:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(lines)}`, {
        hint: 'Nothing was signed. Find out which step of the job sets these variables (by `$GITHUB_ENV` or `env:`), and take that out: they have to be as the runner sets them.',
    });
}


/***/ }),

/***/ 26155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PF: () => (/* binding */ writeFailed),
/* harmony export */   mE: () => (/* binding */ namesClash),
/* harmony export */   oT: () => (/* binding */ outputExists)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);


const ELSEWHERE = 'or have the outputs written elsewhere: `output-dir: ${{ runner.temp }}/signatures`';
const FULL = `Free some space on that disk, ${ELSEWHERE}. Files already in place were taken back.`;
const FORBIDDEN = `Let the user that the runner works as write there, ${ELSEWHERE}.`;
const IN_THE_WAY = `A folder is where a file has to be, or the other way round. Remove or rename it, ${ELSEWHERE}.`;
const TOO_MANY_OPEN = 'The limit of open files is reached, which is not the fault of the disk. Raise it (`ulimit -n`, or `LimitNOFILE` of the runner’s service), or see what on this machine holds so many open.';
const HINTS = {
    EMFILE: TOO_MANY_OPEN,
    ENFILE: TOO_MANY_OPEN,
    ENOSPC: FULL,
    EDQUOT: FULL,
    EACCES: FORBIDDEN,
    EPERM: FORBIDDEN,
    EROFS: FORBIDDEN,
    EISDIR: IN_THE_WAY,
    ENOTDIR: IN_THE_WAY,
    ENOTEMPTY: IN_THE_WAY,
    ENAMETOOLONG: 'A name with its extension may have 255 bytes on most systems. Shorten the name of the file that is signed.',
};
function writeFailed(path, cause) {
    if (cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
        return cause;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('WRITE_FAILED', `${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(path)} cannot be written: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause))}`, {
        hint: HINTS[(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCodeOf */ .c7)(cause) ?? ''] ?? `Check that disk, ${ELSEWHERE}.`,
        cause,
    });
}
function outputExists(shown) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('OUTPUT_EXISTS', `Exists already, and would have to be replaced:\n${shown}`, {
        hint: 'Remove it, set `overwrite: true` to replace it, or set another `output-dir`. A build that starts from a clean folder does not meet this.',
    });
}
function namesClash(pairs) {
    const shown = pairs.map(([one, other]) => `${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(one)} and ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(other)}`);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_INPUT', `These would be one file, by links or because the disk ignores case or Unicode form. Nothing was written.\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(shown)}`, { hint: 'Rename one of each, leave it out by a line with `!`, or set another `output-dir`.' });
}


/***/ })

};
