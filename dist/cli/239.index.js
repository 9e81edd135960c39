export const id = 239;
export const ids = [239,789];
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

/***/ 66111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ digestFiles)
});

;// CONCATENATED MODULE: ./src/digest/bounded-queue.js
class BoundedQueue {
    #limit;
    #values = [];
    #waiting = [];
    #ended = false;
    #failure;
    constructor(limit) {
        this.#limit = limit;
    }
    async put(value) {
        while (this.#values.length >= this.#limit && !this.#closed)
            await this.#change();
        if (this.#closed)
            return;
        this.#values.push(value);
        this.#notify();
    }
    end() {
        this.#ended = true;
        this.#notify();
    }
    fail(reason) {
        this.#failure ??= { reason };
        this.#notify();
    }
    async *[Symbol.asyncIterator]() {
        for (;;) {
            if (this.#failure !== undefined)
                throw this.#failure.reason;
            if (this.#values.length > 0) {
                const first = this.#values.splice(0, 1);
                this.#notify();
                yield* first;
            }
            else if (this.#ended)
                return;
            else
                await this.#change();
        }
    }
    get #closed() {
        return this.#ended || this.#failure !== undefined;
    }
    #change() {
        return new Promise((resolve) => this.#waiting.push(resolve));
    }
    #notify() {
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const resolve of waiting)
            resolve();
    }
}

// EXTERNAL MODULE: ./src/digest/lanes.js + 3 modules
var digest_lanes = __webpack_require__(29789);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/files/stamp.js
var stamp = __webpack_require__(3314);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
// EXTERNAL MODULE: ./src/formats/confusion/unsafe-file.js + 3 modules
var unsafe_file = __webpack_require__(99769);
;// CONCATENATED MODULE: ./src/digest/digest-files.js
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








const READY_AT_MOST = 64;
const MOST_PASSES = 5;
async function* digestFiles(files, plan, options = {}) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal, onBytes = () => undefined, statedBeside } = options;
        signal?.throwIfAborted();
        for (const [index, file] of files.entries()) {
            if (file.source.kind === 'file')
                continue;
            yield { index, file, size: undefined, digests: digestsOf(file.source.digest), stamp: undefined };
        }
        const lanes = __addDisposableResource(env_1, options.lanes ?? (0,digest_lanes.startLanes)(files), false);
        const ready = new BoundedQueue(READY_AT_MOST);
        const abort = () => {
            ready.fail(signal?.reason);
        };
        signal?.addEventListener('abort', abort);
        try {
            const work = async ({ reader, queue }, known) => {
                for (const [index, file, source] of queue) {
                    const outcome = await settledPass(reader, source.path, known, onBytes);
                    await ready.put(digested({ index, file, source, outcome, statedBeside }, known));
                }
            };
            Promise.resolve(plan)
                .then((known) => Promise.all(lanes.all.map((lane) => work(lane, known))))
                .then(() => {
                ready.end();
            }, (reason) => {
                ready.fail(reason);
            });
            yield* ready;
        }
        finally {
            ready.end();
            signal?.removeEventListener('abort', abort);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
async function settledPass(reader, path, plan, onBytes) {
    let outcome = await reader.pass(path, plan, onBytes);
    for (let passes = 1; outcome.kind === 'done' && outcome.touched; passes += 1) {
        if (passes === MOST_PASSES)
            return { kind: 'changed', message: 'its change time never stood still' };
        const next = await reader.pass(path, plan, onBytes);
        if (next.kind === 'done' && Buffer.compare(next.digest, outcome.digest) !== 0)
            return { kind: 'changed', message: 'it was written to while it was read' };
        outcome = next;
    }
    return outcome;
}
function digested({ index, file, source, outcome, statedBeside }, { hash, own }) {
    const shown = (0,display_path/* shownPath */.p)(source.path);
    if (outcome.kind === 'unreadable')
        throw new errors/* ActionError */.lZ('FILE_UNREADABLE', `${shown} cannot be read: ${(0,log/* printable */.g$)(outcome.message)}`, {
            hint: 'It was there when the files were looked for. Check that no other step removes or replaces it meanwhile, and that the user of the runner may read it.',
        });
    if (outcome.kind === 'not text')
        throw notText(shown, outcome.message, own);
    if (outcome.kind !== 'done')
        throw fileChanged(shown, outcome.message);
    if (outcome.size !== source.size)
        throw fileChanged(shown, 'its size is another than when it was found');
    const danger = dangerOfPass(outcome, own);
    if (danger !== undefined)
        throw (0,unsafe_file/* unsafeFile */.PR)(source.path, danger);
    const digests = digestsOfPass(outcome, own);
    const imageDanger = statedBeside && (0,unsafe_file/* imageDangerOf */.gL)(outcome.json, digests.digest.toString('hex'), statedBeside);
    if (imageDanger !== undefined)
        throw (0,unsafe_file/* unsafeFile */.PR)(source.path, imageDanger);
    const stamp = { path: source.path, hash, digest: digests.digest, ...outcome.state };
    return { index, file, size: outcome.size, digests, stamp };
}
function dangerOfPass(outcome, own) {
    const dangers = outcome.own.map(({ ends }, i) => (0,unsafe_file/* dangerOf */.Nz)(ends, own[i]?.suffix));
    return (0,unsafe_file/* dangerOf */.Nz)(outcome) ?? dangers.find((danger) => danger !== undefined);
}
function notText(shown, fault, own) {
    const formats = (0,facts/* listedFormats */.eE)(own.flatMap(({ format, form }) => (form === 'text' ? [format] : [])));
    return new errors/* ActionError */.lZ('UNSUPPORTED_FORMAT', `${formats} cannot sign ${shown}, which is not text: ${fault}.`, {
        hint: `Take ${formats} out of \`formats\` for such files: another step of the job can sign the text files with it.`,
    });
}
function fileChanged(shown, what) {
    return new errors/* ActionError */.lZ('FILE_CHANGED', `${shown} changed while it was being signed: ${what}.`, {
        hint: stamp/* FILE_CHANGED_HINT */.M,
    });
}
function digestsOf(digest) {
    return { digest, sha512: undefined, own: new Map() };
}
function digestsOfPass({ digest, sha512, own, head, size }, wanted) {
    const buffer = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const made = own.flatMap(({ digest: value }, i) => {
        const format = wanted[i]?.format;
        return format === undefined ? [] : [[format, buffer(value)]];
    });
    const content = head.length === size ? buffer(head) : undefined;
    return { digest: buffer(digest), sha512: sha512 && buffer(sha512), own: new Map(made), content };
}


/***/ }),

/***/ 29789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startLanes: () => (/* binding */ startLanes)
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
const TOO_MANY_OPEN = ['EMFILE', 'ENFILE'];
const FIRST_WAIT_MS = 10;
const PATIENCE_MS = 5000;
function waitToOpen(thrown, waitedMs) {
    const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
    return TOO_MANY_OPEN.includes(code) && waitedMs < PATIENCE_MS ? Math.max(FIRST_WAIT_MS, waitedMs) : undefined;
}
function openedSync(path) {
    for (let waitedMs = 0;;) {
        try {
            return (0,external_node_fs_.openSync)(path, read_bounded/* OPEN_FLAGS */.tM);
        }
        catch (thrown) {
            const waitMs = waitToOpen(thrown, waitedMs);
            if (waitMs === undefined)
                throw thrown;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
            waitedMs += waitMs;
        }
    }
}
function passSync(path, plan, buffer, onBytes) {
    let fd;
    try {
        fd = openedSync(path);
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
        const attempt = (waitedMs) => {
            (0,external_node_fs_.open)(path, read_bounded/* OPEN_FLAGS */.tM, (error, fd) => {
                const waitMs = error === null ? undefined : waitToOpen(error, waitedMs);
                if (error === null)
                    resolve(fd);
                else if (waitMs === undefined)
                    reject(error);
                else
                    setTimeout(attempt, waitMs, waitedMs + waitMs);
            });
        };
        attempt(0);
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


/***/ }),

/***/ 70007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   am: () => (/* binding */ selfSignedName),
/* harmony export */   fs: () => (/* binding */ CERTIFICATE_FILE),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   wO: () => (/* binding */ signatureAlgorithm),
/* harmony export */   y9: () => (/* binding */ selfSignedCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _crypto_der_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23988);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5664);
/* harmony import */ var _crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34188);




const CERTIFICATE_FILE = 'kms-certificate.pem';
const ECDSA_WITH = {
    sha256: '1.2.840.10045.4.3.2',
    sha384: '1.2.840.10045.4.3.3',
    sha512: '1.2.840.10045.4.3.4',
};
const YEAR_0 = new Date('0000-01-01T00:00:00Z');
const NO_EXPIRY = new Date('9999-12-31T23:59:59Z');
function signatureAlgorithm({ curve, hash }) {
    return curve === undefined ? (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .pssAlgorithmIdentifier */ .r$)(hash) : (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(ECDSA_WITH[hash]));
}
function time(date) {
    const digits = date.toISOString().replace(/\.\d+Z$|[-:T]/gu, '');
    const year = date.getUTCFullYear();
    return year >= 1950 && year < 2050
        ? (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .der */ .y8)(_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.utcTime, Buffer.from(`${digits.slice(2)}Z`))
        : (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .der */ .y8)(_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.generalizedTime, Buffer.from(`${digits}Z`));
}
function selfSignedName(key) {
    const issuer = (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .setOf */ .s4)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)('2.5.4.3'), (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8String */ .tv)(key.id))));
    const serial = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key.publicKey.spki).digest().subarray(0, 20);
    serial[0] = (serial[0] ?? 0) & 0x7f;
    return { issuer, serialNumber: (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .unsignedInteger */ .wF)(serial) };
}
function subjectKeyIdentifier(key) {
    const [, bits] = (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElements */ .cl)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElement */ .RN)(key.spki, _crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.sequence).content);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1')
        .update(bits?.content.subarray(1) ?? '')
        .digest();
}
function extension(id, value, critical = false) {
    return (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(id), ...(critical ? [(0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .der */ .y8)(_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.boolean, Buffer.from([0xff]))] : []), (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .octetString */ .J8)(value));
}
function extensions(key) {
    return (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)(extension('2.5.29.19', (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)(), true), extension('2.5.29.37', (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)('1.3.6.1.5.5.7.3.4'), (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)('1.3.6.1.5.5.7.3.3'))), extension('2.5.29.14', (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .octetString */ .J8)(subjectKeyIdentifier(key))));
}
function tbsCertificate(key, createdAt) {
    const { issuer, serialNumber } = selfSignedName(key);
    return (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .explicit */ .pc)(0, (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .unsignedInteger */ .wF)(Buffer.from([2]))), serialNumber, signatureAlgorithm(key.algorithm), issuer, (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)(time(createdAt), time(NO_EXPIRY)), issuer, key.publicKey.spki, (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .explicit */ .pc)(3, extensions(key.publicKey)));
}
function selfSignedCertificate(key, createdAt) {
    if (!(createdAt >= YEAR_0 && createdAt <= NO_EXPIRY))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('INVALID_RESPONSE', 'The time when the key was made is none that a certificate can hold.');
    const tbs = tbsCertificate(key, createdAt);
    return {
        names: [CERTIFICATE_FILE],
        toSign: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(key.algorithm.hash).update(tbs).digest(),
        encode: (signature) => {
            const certificate = (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)(tbs, signatureAlgorithm(key.algorithm), (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .bitString */ .FY)(signature));
            return [{ name: CERTIFICATE_FILE, content: Buffer.from((0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .pem */ .ps)('CERTIFICATE', certificate)) }];
        },
    };
}


/***/ }),

/***/ 28515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certificateFile: () => (/* binding */ certificateFile),
/* harmony export */   checkCertificateKey: () => (/* binding */ checkCertificateKey),
/* harmony export */   parseGivenCertificate: () => (/* binding */ parseGivenCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _crypto_der_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23988);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5664);
/* harmony import */ var _crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34188);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70007);





const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/gu;
const VERSION = 0xa0;
function parseGivenCertificate(text, now) {
    const [first, ...others] = Array.from(text.matchAll(PEM), ([, base64 = '']) => Buffer.from(base64, 'base64'));
    if (first === undefined)
        throw invalid('The input `certificate` holds no certificate in PEM', 'Give its text, or the path of its file, relative to the workspace: a certificate in PEM begins with `-----BEGIN CERTIFICATE-----`. Example: `certificate: kms-certificate.pem`.');
    let parsed;
    try {
        parsed = parse(first, others);
    }
    catch (cause) {
        throw invalid('The input `certificate` holds no X.509 certificate that can be read', undefined, cause);
    }
    checkDates(parsed, now);
    return parsed.given;
}
function parse(first, others) {
    const x509 = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(first);
    const chain = others.map((other) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(other).raw);
    const [tbs] = (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElements */ .cl)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElement */ .RN)(first, _crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.sequence).content);
    const fields = (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElements */ .cl)(tbs?.content ?? Buffer.alloc(0));
    const [serialNumber, , issuer, , subject, spki] = fields[0]?.tag === VERSION ? fields.slice(1) : fields;
    if (serialNumber === undefined || issuer === undefined || subject === undefined || spki === undefined)
        throw new RangeError('no TBSCertificate');
    const [from, to] = [new Date(x509.validFrom), new Date(x509.validTo)];
    if (Number.isNaN(from.getTime() + to.getTime()))
        throw new RangeError('no dates');
    const given = {
        certificates: [x509.raw, ...chain],
        issuer: issuer.encoded,
        serialNumber: serialNumber.encoded,
        keyFingerprint: (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .publicKeyFromSpki */ .W8)(spki.encoded).fingerprint,
        validFrom: from,
        selfIssued: issuer.encoded.equals(subject.encoded),
    };
    return { from, to, given };
}
function checkDates({ from, to }, now) {
    if (from <= now && now <= to)
        return;
    throw invalid(`The input \`certificate\` is out of date: valid from ${from.toISOString()} to ${to.toISOString()}, and it is ${now.toISOString()}`, 'Hand in a certificate that is valid now, or leave `certificate` empty: then a self-signed one is made.');
}
function checkCertificateKey(certificate, key) {
    if (certificate.keyFingerprint === key.fingerprint)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('KEY_MISMATCH', `The input \`certificate\` is for the key ${certificate.keyFingerprint}, and the KMS key is ${key.fingerprint}.`, {
        hint: 'Hand in the `kms-certificate.pem` that an earlier run with this key wrote, or one that a CA issued for it; or leave `certificate` empty.',
    });
}
function certificateFile({ certificates }) {
    return {
        name: _certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .CERTIFICATE_FILE */ .fs,
        content: Buffer.from(certificates.map((certificate) => (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .pem */ .ps)('CERTIFICATE', certificate)).join('')),
    };
}
function invalid(what, hint, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('INVALID_INPUT', `${what}.`, { hint, cause });
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

/***/ 99769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nz: () => (/* binding */ dangerOf),
  gL: () => (/* binding */ imageDangerOf),
  PR: () => (/* binding */ unsafeFile)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
;// CONCATENATED MODULE: ./src/formats/confusion/signed-asn1.js
const END = 0x00;
const INTEGER = 0x02;
const OID = 0x06;
const LONG = 0x1f;
const CONSTRUCTED = 0x20;
const SEQUENCE = 0x30;
const SET = 0x31;
const ATTRIBUTES = 0xa0;
function headerAt(bytes, at) {
    const { tag, next } = tagAt(bytes, at);
    const first = bytes[next];
    if (first === undefined)
        return undefined;
    const start = next + 1;
    if (first < 0x80)
        return { tag, start, end: start + first };
    if (first === 0x80)
        return { tag, start, end: undefined };
    const octets = bytes.subarray(start, start + (first & 0x7f));
    if (octets.length < (first & 0x7f))
        return undefined;
    const length = octets.reduce((sum, octet) => sum * 256 + octet, 0);
    return { tag, start: start + octets.length, end: start + octets.length + length };
}
function tagAt(bytes, at) {
    const tag = bytes[at] ?? 0;
    let next = at + 1;
    if ((tag & LONG) !== LONG)
        return { tag, next };
    let number = 0;
    for (let octet = 0x80; octet >= 0x80; next += 1) {
        octet = bytes[next] ?? 0;
        number = number * 128 + (octet & 0x7f);
    }
    return { tag: tag - LONG + Math.min(number, LONG), next };
}
function endAt(bytes, at) {
    let open = 0;
    let next = at;
    do {
        const header = headerAt(bytes, next);
        if (header === undefined)
            return Infinity;
        if (header.end === undefined)
            open += 1;
        else if (header.tag === 0 && header.end === next + 2)
            open -= 1;
        next = header.end ?? header.start;
    } while (open > 0);
    return next;
}
function isOneElement(bytes, size) {
    const header = headerAt(bytes, 0);
    if (header === undefined)
        return bytes[0] === (CONSTRUCTED | LONG);
    return (header.end ?? size) === size;
}
function isSignedAttributes(bytes, size) {
    if (beginsWithAttribute(SET, bytes, size))
        return true;
    if (bytes[0] !== SET)
        return false;
    const inMessage = Buffer.concat([Buffer.of(ATTRIBUTES | LONG), bytes.subarray(1)]);
    return beginsWithAttribute(ATTRIBUTES, inMessage, size);
}
function beginsWithAttribute(tag, bytes, size) {
    if (!isOneElement(bytes, size))
        return false;
    let at = 0;
    for (const outer of [tag, SEQUENCE]) {
        const header = headerAt(bytes, at);
        if (header === undefined)
            return bytes.length < size;
        if (header.tag !== outer)
            return false;
        at = header.start;
    }
    const type = headerAt(bytes, at);
    return type === undefined ? bytes.length < size : couldBeType(type);
}
function couldBeType({ tag, start, end }) {
    return [OID, OID | CONSTRUCTED, END].includes(tag) || (tag === (END | CONSTRUCTED) && end === start);
}
const TBS = [SEQUENCE, INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE];
const WHOLE = 0;
const ALGORITHM = 2;
const VALIDITY = 4;
const VERSION = 0xa0;
const TIMES = [0x17, 0x18, 0x37, 0x38];
const PKCS7 = Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07]);
function isTbsCertificate(bytes, size) {
    if (!isOneElement(bytes, size))
        return false;
    let at = 0;
    for (const [index, tag] of TBS.entries()) {
        const field = headerAt(bytes, at);
        if (field === undefined)
            return bytes.length < size;
        if ((field.tag | CONSTRUCTED) !== (tag | CONSTRUCTED))
            return false;
        if (index === ALGORITHM && !couldBeAlgorithm(bytes, field.start))
            return false;
        if (index === VALIDITY && !couldBe(bytes, field.start, TIMES))
            return false;
        at = index === WHOLE ? afterVersion(bytes, field.start) : endAt(bytes, at);
    }
    return at === Infinity ? bytes.length < size : at <= size;
}
function couldBe(bytes, at, tags) {
    const header = headerAt(bytes, at);
    return header === undefined || tags.includes(header.tag);
}
function couldBeAlgorithm(bytes, at) {
    const id = headerAt(bytes, at);
    return id === undefined || (id.tag === OID && !bytes.subarray(id.start, id.start + PKCS7.length).equals(PKCS7));
}
function afterVersion(bytes, at) {
    const version = headerAt(bytes, at);
    return version?.tag === VERSION && couldBe(bytes, version.start, [INTEGER]) ? endAt(bytes, at) : at;
}

;// CONCATENATED MODULE: ./src/formats/confusion/signed-asn1-others.js

const signed_asn1_others_INTEGER = 0x02;
const BIT_STRING = 0x03;
const signed_asn1_others_CONSTRUCTED = 0x20;
const signed_asn1_others_SEQUENCE = 0x30;
const signed_asn1_others_SET = 0x31;
const signed_asn1_others_TIMES = [0x17, 0x18];
const NAME = { tags: [signed_asn1_others_SEQUENCE], first: [signed_asn1_others_SET], empty: true };
const signed_asn1_others_ALGORITHM = { tags: [signed_asn1_others_SEQUENCE], isAlgorithm: true };
const REQUEST = [{ tags: [signed_asn1_others_INTEGER] }, NAME, { tags: [signed_asn1_others_SEQUENCE], first: [signed_asn1_others_SEQUENCE] }];
const REVOCATION_LIST = [{ tags: [signed_asn1_others_INTEGER], optional: true }, signed_asn1_others_ALGORITHM, NAME, { tags: signed_asn1_others_TIMES }];
const OCSP_ANSWER = [
    { tags: [0xa0], first: [signed_asn1_others_INTEGER], optional: true },
    { tags: [0xa1, 0xa2] },
    { tags: signed_asn1_others_TIMES },
    { tags: [signed_asn1_others_SEQUENCE], first: [signed_asn1_others_SEQUENCE], empty: true },
];
function otherSignedAsn1(bytes, size) {
    if (isRequest(bytes, size))
        return 'the part of a certificate request that is signed (CertificationRequestInfo)';
    if (isSequenceOf(REVOCATION_LIST, bytes, size))
        return 'the part of a revocation list that is signed (TBSCertList)';
    if (isSequenceOf(OCSP_ANSWER, bytes, size))
        return 'the part of an OCSP answer that is signed (ResponseData)';
    return undefined;
}
function isSequenceOf(fields, bytes, size) {
    const whole = headerAt(bytes, 0);
    if (whole === undefined || !isOneElement(bytes, size) || !isOneOf([signed_asn1_others_SEQUENCE], whole.tag))
        return false;
    let at = whole.start;
    for (const field of fields) {
        const header = headerAt(bytes, at);
        if (header === undefined)
            return bytes.length < size;
        if (isOneOf(field.tags, header.tag) && couldBegin(field, bytes, header))
            at = endAt(bytes, at);
        else if (field.optional !== true)
            return false;
    }
    return true;
}
function isOneOf(tags, tag) {
    return tags.some((wanted) => (wanted | signed_asn1_others_CONSTRUCTED) === (tag | signed_asn1_others_CONSTRUCTED));
}
function couldBegin({ first, empty = false, isAlgorithm = false }, bytes, { start, end }) {
    if (isAlgorithm)
        return couldBeAlgorithm(bytes, start);
    if (first === undefined)
        return true;
    if (end === start)
        return empty;
    const inner = headerAt(bytes, start);
    return inner === undefined || isOneOf(first, inner.tag);
}
function isRequest(bytes, size) {
    if (!isSequenceOf(REQUEST, bytes, size))
        return false;
    let at = headerAt(bytes, 0)?.start ?? 0;
    for (let field = 0; field < 2; field += 1)
        at = endAt(bytes, at);
    const key = headerAt(bytes, at);
    if (key === undefined)
        return bytes.length < size;
    const bits = headerAt(bytes, endAt(bytes, key.start));
    return bits === undefined ? bytes.length < size : isOneOf([BIT_STRING], bits.tag);
}

;// CONCATENATED MODULE: ./src/formats/confusion/signed-structures.js
const COSE = /^[\x84-\x86](?:\x69Signature|\x6aSignature1|\x70CounterSignature|\x71CounterSignature0|\x72CounterSignatureV2|\x73CounterSignature0V2)/u;
const TLS = /^ {64}(?:D?TLS 1\.3, |TLS, |Exported Authenticator)/u;
const COMMIT = /^tree (?:[0-9a-f]{40}|[0-9a-f]{64})\n/iu;
const GIT_TAG = /^object (?:[0-9a-f]{40}|[0-9a-f]{64})\ntype /iu;
const PUSH = /^certificate version \d[^\n]*\npusher /u;
function structureIn(start, size) {
    const text = start.subarray(0, 512).toString('latin1');
    if (COSE.test(text))
        return 'it begins as what is signed for COSE does (Sig_structure)';
    if (TLS.test(text))
        return 'it begins as what is signed in a handshake of TLS 1.3 does (CertificateVerify)';
    if (COMMIT.test(text))
        return 'it begins as a git commit does, and its OpenPGP or CMS signature would be one of the commit';
    if (GIT_TAG.test(text))
        return 'it begins as a git tag does, and its OpenPGP or CMS signature would be one of the tag';
    if (PUSH.test(text))
        return 'it begins as the certificate of a git push does';
    if (isSshCertificate(start))
        return 'it begins as an SSH certificate does';
    if (isSshLogin(start))
        return 'it begins as what is signed to log in by SSH does';
    if (isJwsInput(start, size))
        return 'it is what is signed for a JWT (JWS Signing Input)';
    return undefined;
}
function sshString(bytes, at) {
    if (at + 4 > bytes.length)
        return undefined;
    const end = at + 4 + bytes.readUInt32BE(at);
    return end > bytes.length ? undefined : { text: bytes.toString('latin1', at + 4, end), end };
}
function isSshCertificate(bytes) {
    return /-cert-v0\d@/u.test(sshString(bytes.subarray(0, 260), 0)?.text ?? '');
}
const USERAUTH_REQUEST = 50;
function isSshLogin(bytes) {
    const session = sshString(bytes, 0);
    if (session === undefined || session.text.length < 16 || bytes[session.end] !== USERAUTH_REQUEST)
        return false;
    const user = sshString(bytes, session.end + 1);
    const service = user && sshString(bytes, user.end);
    if (service === undefined)
        return user === undefined && bytes.length > 4096;
    const method = sshString(bytes, service.end);
    return service.text.startsWith('ssh-') && /^(?:publickey|hostbased)/u.test(method?.text ?? '');
}
const OTHERS = /[^A-Za-z0-9+/=_-]/gu;
const JSON_OBJECT = /^\s*\{\s*"/u;
const ALG = /"(?:a|\\u0061)(?:l|\\u006c)(?:g|\\u0067)"\s*:/iu;
function isJwsInput(start, size) {
    const dot = start.indexOf('.');
    const header = looseBase64(start.toString('latin1', 0, dot === -1 ? start.length : dot));
    if (!JSON_OBJECT.test(header))
        return false;
    return dot === -1 ? start.length < size : /\}\s*$/u.test(header) && ALG.test(header);
}
function looseBase64(text) {
    const letters = [];
    let pads = 0;
    for (const part of text.replace(OTHERS, '').split(/(=)/u)) {
        if (part !== '=') {
            letters.push(part);
            if (part !== '')
                pads = 0;
            continue;
        }
        pads += 1;
        const inFour = letters.join('').length % 4;
        if (inFour >= 2 && inFour + pads >= 4)
            break;
    }
    return Buffer.from(letters.join(''), 'base64').toString();
}

;// CONCATENATED MODULE: ./src/formats/confusion/unsafe-file.js





function dangerOf({ size, head, tail, json }, behind) {
    const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
    if (startsWith(start, 'DSSEv1 '))
        return 'it begins with `DSSEv1 `, as what is signed for a DSSE envelope does';
    if (startsWith(start, 'SSHSIG'))
        return 'it begins with `SSHSIG`, as what is signed for an SSH signature does';
    const structure = structureIn(start, size) ?? jsonDanger(json);
    if (structure !== undefined)
        return structure;
    const alone = signedPartIn(start, size);
    if (alone !== undefined)
        return `it is as a whole ${alone}`;
    if (behind !== undefined) {
        const more = head.length < size ? start : Buffer.concat([start, behind]);
        const together = signedPartIn(more, size + behind.length);
        if (together !== undefined)
            return `it is with what is signed behind it for OpenPGP ${together}`;
    }
    if (endsInOpenPgpTrailer(Buffer.from(tail), size))
        return 'it ends as what is signed for an OpenPGP signature does';
    return undefined;
}
function signedPartIn(start, size) {
    if (isSignedAttributes(start, size))
        return 'the SignedAttributes of a CMS signature in DER';
    if (isTbsCertificate(start, size))
        return 'the part of an X.509 certificate that is signed (TBSCertificate in DER)';
    return otherSignedAsn1(start, size);
}
function jsonDanger(json) {
    if (json?.imageSignature === true)
        return 'it is what cosign signs for a container image (`critical.image.docker-manifest-digest`)';
    if (json?.metadata !== undefined)
        return `it is metadata of TUF or in-toto as it is signed (\`_type\`: ${json.metadata})`;
    return undefined;
}
function imageDangerOf(json, digest, images) {
    if (json?.imageManifest !== true || images.has(digest))
        return undefined;
    return 'it is the manifest or index of a container image, so that a statement about it would be one about the image';
}
function unsafeFile(path, danger) {
    return new errors/* ActionError */.lZ('UNSAFE_FILE', `${(0,display_path/* shownPath */.p)(path)} is not signed: ${danger}.`, {
        hint: 'Its signature would be valid for that other thing too. Find out how such a file got into the release; if it belongs there, put it into an archive (.tar.gz, .zip) and sign that.',
    });
}
function startsWith(bytes, text) {
    return bytes.subarray(0, text.length).toString('latin1') === text;
}
function endsInOpenPgpTrailer(tail, size) {
    const fits = (length, trailer, most) => length >= 6 && length <= most && length <= size - trailer;
    const isTrailer = (at, version) => tail[at] === version && tail[at + 1] === 0xff;
    const four = tail.length - 6;
    if (isTrailer(four, 4) && fits(tail.readUInt32BE(four + 2), 6, 6 + 0xffff))
        return true;
    if (isTrailer(four, 6) && fits(tail.readUInt32BE(four + 2), 6, Infinity))
        return true;
    const eight = tail.length - 10;
    return isTrailer(eight, 5) && fits(Number(tail.readBigUInt64BE(eight + 2)), 10, 6 + 0xffff + 261);
}


/***/ }),

/***/ 39145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JC: () => (/* binding */ preAuthEncoding),
/* harmony export */   Q0: () => (/* binding */ signedStatement),
/* harmony export */   T4: () => (/* binding */ IN_TOTO_PAYLOAD_TYPE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _sigstore_write_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12942);


const IN_TOTO_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
function preAuthEncoding(payloadType, payload) {
    const type = Buffer.from(payloadType, 'utf8');
    return Buffer.concat([
        Buffer.from(`DSSEv1 ${type.length} `),
        type,
        Buffer.from(` ${payload.length} `),
        Buffer.from(payload),
    ]);
}
function signedStatement({ algorithm, publicKey }, statement) {
    const message = preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, statement);
    return {
        toSign: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm.hash).update(message).digest(),
        message,
        encode: (signature) => (0,_sigstore_write_js__WEBPACK_IMPORTED_MODULE_1__/* .bundle */ .l)(publicKey, {
            dsseEnvelope: {
                payload: statement.toString('base64'),
                payloadType: IN_TOTO_PAYLOAD_TYPE,
                signatures: [{ sig: signature.toString('base64'), keyid: '' }],
            },
        }),
    };
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

/***/ 12942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ sigstoreEncoding),
/* harmony export */   l: () => (/* binding */ bundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18127);


const BUNDLE_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
function bundle(publicKey, content) {
    const hint = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(publicKey.spki).digest('base64');
    const verificationMaterial = { publicKey: { hint }, tlogEntries: [] };
    return Buffer.from(`${JSON.stringify({ mediaType: BUNDLE_MEDIA_TYPE, verificationMaterial, ...content })}\n`);
}
function sigstoreEncoding({ algorithm, publicKey }) {
    return {
        format: 'sigstore',
        prepare: ({ digest, content }) => ({
            toSign: digest,
            message: content,
            encode: (signature) => bundle(publicKey, {
                messageSignature: {
                    messageDigest: { algorithm: _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_1__/* .HASHES */ .T$[algorithm.hash].sigstore, digest: digest.toString('base64') },
                    signature: signature.toString('base64'),
                },
            }),
        }),
    };
}


/***/ }),

/***/ 7648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ verdictOn),
/* harmony export */   IM: () => (/* binding */ grpcStatusOf),
/* harmony export */   lj: () => (/* binding */ parseObject),
/* harmony export */   tQ: () => (/* binding */ waitAskedBy)
/* harmony export */ });
/* unused harmony export askedWait */
const AGAIN_CODES = new Set([2, 4, 13, 14]);
const RESOURCE_EXHAUSTED = 8;
const AGAIN_STATUS = new Set([500, 502, 503, 504]);
function verdictOn(response) {
    const { status, headers } = response;
    const code = grpcStatusOf(response)?.code;
    if (code !== undefined) {
        if (code === RESOURCE_EXHAUSTED)
            return 'limited';
        return AGAIN_CODES.has(code) ? 'again' : 'final';
    }
    if (status === 429)
        return 'limited';
    if (status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'))
        return 'limited';
    if (isLimitInWords(response))
        return 'limited';
    return AGAIN_STATUS.has(status) ? 'again' : 'final';
}
function isLimitInWords({ status, body }) {
    if (status !== 403 && status !== 429)
        return false;
    const message = parseObject(body)?.['message'];
    return typeof message === 'string' && /\b(?:secondary|API) rate limit\b/iu.test(message);
}
const DURATION = /^(\d{1,9}(?:\.\d{1,9})?)s$/u;
function grpcStatusOf({ status, body }) {
    if (status < 400)
        return undefined;
    const parsed = parseObject(body);
    const code = parsed?.['code'];
    if (parsed === undefined || typeof code !== 'number' || !Number.isInteger(code) || code < 1 || code > 16)
        return undefined;
    const message = typeof parsed['message'] === 'string' ? parsed['message'] : '';
    const details = Array.isArray(parsed['details']) ? parsed['details'] : [];
    const objects = details.filter(isObject);
    const requestId = objects.map((detail) => detail['requestId']).find((id) => typeof id === 'string');
    const delays = objects.map((detail) => durationMs(detail['retryDelay']));
    return { code, message, requestId, retryDelayMs: delays.find((ms) => ms !== undefined) };
}
function durationMs(value) {
    const seconds = typeof value === 'string' ? DURATION.exec(value)?.[1] : undefined;
    return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}
function parseObject(body) {
    try {
        const parsed = JSON.parse(body.toString('utf8'));
        return isObject(parsed) ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const SECONDARY_LIMIT_MS = 60_000;
function waitAskedBy(response, date) {
    return (askedWait(response.headers, date) ??
        grpcStatusOf(response)?.retryDelayMs ??
        (isLimitInWords(response) ? SECONDARY_LIMIT_MS : undefined));
}
function askedWait(headers, date) {
    const value = headers['retry-after']?.trim() ?? '';
    if (/^\d+$/u.test(value))
        return Number(value) * 1000;
    const answered = Date.parse(headers['date'] ?? '');
    const now = Number.isNaN(answered) ? date : answered;
    const until = Date.parse(value);
    if (!Number.isNaN(until))
        return Math.max(0, until - now);
    const reset = headers['x-ratelimit-reset'] ?? '';
    if (headers['x-ratelimit-remaining'] !== '0' || !/^\d+$/u.test(reset))
        return undefined;
    return Math.max(0, Number(reset) * 1000 - now);
}


/***/ }),

/***/ 23401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ saidBy)
/* harmony export */ });
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7648);


const QUOTED = 200;
function saidBy({ headers, body }, limit = 500) {
    const fields = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(body);
    const said = fields === undefined ? quoted(headers['content-type'], body) : messageIn(fields);
    return (0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(said, limit).replace(/[.\s]+$/u, '');
}
function messageIn(fields) {
    const { error, message, error_description: description, msg } = fields;
    if (typeof error === 'object' && error !== null && 'message' in error)
        return textOf(error.message);
    return [message, error, description, msg]
        .map(textOf)
        .filter((text) => text !== '')
        .join(': ');
}
function textOf(value) {
    return typeof value === 'string' ? value.trim() : '';
}
function quoted(type, body) {
    const text = body.toString('utf8', 0, 4 * QUOTED).trim();
    if (text === '')
        return '';
    const start = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
    return `${type === undefined ? '' : `${type.split(';', 1)[0] ?? ''} `}"${start.replaceAll(/\s+/gu, ' ')}"`;
}


/***/ }),

/***/ 61383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ statedBeside)
/* harmony export */ });
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(904);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47483);


function statedBeside(inputs) {
    if (!inputs.targets.includes('provenance') && !(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__.attests)(inputs))
        return undefined;
    return new Set(inputs.images?.references.map(_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD));
}


/***/ })

};
