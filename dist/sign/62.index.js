export const id = 62;
export const ids = [62];
export const modules = {

/***/ 1465:
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
// EXTERNAL MODULE: ./src/base/open-file.js
var open_file = __webpack_require__(36718);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/formats/confusion/signed-json.js
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

;// CONCATENATED MODULE: ./src/digest/pass-hashes.js



const HEAD_BYTES = 16 * 1024;
const TAIL_BYTES = 32;
function startHashes(plan) {
    const main = startHash(plan.hash);
    const beside = plan.sha512 && plan.hash !== 'sha512' ? (0,external_node_crypto_.createHash)('sha512') : undefined;
    const json = watchJson();
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
        return { kind: 'unreadable', message: String(thrown.message), tooManyOpen: (0,open_file/* isTooManyOpen */.S1)(thrown) };
    throw thrown;
}
function openedSync(path) {
    for (let waitedMs = 0;;) {
        try {
            return (0,external_node_fs_.openSync)(path, open_file/* OPEN_FLAGS */.tM);
        }
        catch (thrown) {
            const waitMs = (0,open_file/* waitToOpen */.HT)(thrown, waitedMs);
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
            (0,external_node_fs_.open)(path, open_file/* OPEN_FLAGS */.tM, (error, fd) => {
                const waitMs = error === null ? undefined : (0,open_file/* waitToOpen */.HT)(error, waitedMs);
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

/***/ 85926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRun: () => (/* binding */ dryRun)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _digest_digest_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63629);
/* harmony import */ var _files_checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24885);
/* harmony import */ var _formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28515);
/* harmony import */ var _formats_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76137);
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18127);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(43705);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63097);
/* harmony import */ var _signing_predicate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(34656);
/* harmony import */ var _signing_provenance_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(37114);
/* harmony import */ var _crypto_key_algorithm_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(83996);
/* harmony import */ var _registry_cosign_limits_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6347);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(904);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(47483);
/* harmony import */ var _shared_folder_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(28223);
















async function dryRun({ inputs, tasks, front, account }, found, predicates) {
    const { log } = front;
    if (inputs.certificate !== undefined)
        (0,_formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGivenCertificate */ .cV)(inputs.certificate, new Date());
    const known = (0,_plan_js__WEBPACK_IMPORTED_MODULE_13__.knownWithoutRequests)(inputs, found);
    const hash = known.hash ?? 'sha256';
    const digests = await digestAll(found, hash, tasks.signal, (0,_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .statedBeside */ .im)(inputs));
    const uncertain = known.hash === undefined ? ' (SHA-256 is shown; the key may call for another hash)' : '';
    if (found.files.length > 0)
        log.info(`Would sign ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .counted */ .hS)(found.files.length, 'file')}${uncertain}:`);
    for (const [i, file] of found.files.entries())
        log.info(`  ${digests[i] ?? ''}  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .printable */ .g$)(file.name)}`);
    const { paths } = (0,_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .planOutputs */ .iS)({ inputs, found, predicates }, { ...known, hash });
    log.info(`Would write ${paths.length} files:`);
    for (const path of paths)
        log.info(`  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .printable */ .g$)((0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_7__/* .displayPath */ .Gt)(path, inputs.workspace))}${mark(path, inputs, known)}`);
    if (known.rsa === undefined)
        log.info('  and kms-public-key.pss.pem, if the key is an RSA key');
    await warnOfOutputs({ inputs, found, predicates }, known, digests, log);
    const attestations = (0,_signing_predicate_js__WEBPACK_IMPORTED_MODULE_8__/* .attestationFileNames */ .f7)(predicates, found.files.length).length;
    const calls = kmsCalls(inputs, new Set(digests).size, found.files.length) + attestations + imageCalls(inputs, predicates);
    tellImages(inputs, predicates, log);
    account.dryRun = {
        files: found.files.map(({ name }, i) => ({ name, digest: digests[i] ?? '' })),
        displayPaths: paths.map((path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_7__/* .displayPath */ .Gt)(path, inputs.workspace)),
        kmsCalls: calls,
        images: (inputs.images?.references ?? []).map(({ given }) => given),
    };
    log.notice(`Dry run: ${whatIsSigned(inputs, found)} would be signed with ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .counted */ .hS)(calls, 'KMS call')}. Nothing was requested or written.`);
}
function whatIsSigned({ images }, { files }) {
    const imagesToo = images === undefined ? [] : [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .counted */ .hS)(images.references.length, 'image')];
    return [...(files.length > 0 ? [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .counted */ .hS)(files.length, 'file')] : []), ...imagesToo].join(' and ');
}
function tellImages({ images, targets, pin }, predicates, log) {
    if (images === undefined)
        return;
    if (pin.kind === 'pem')
        warnOfCurve((0,_crypto_key_algorithm_js__WEBPACK_IMPORTED_MODULE_10__/* .algorithmOfPublicKey */ .$J)(pin.key), log);
    const places = { tag: 'under its tag (.sig)', referrer: 'as a referrer' };
    const count = predicates.length + (targets.includes('provenance') ? 1 : 0);
    const statements = count === 0 ? '' : `, and ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .counted */ .hS)(count, 'statement')} about it`;
    log.info(`Would push signatures of ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .counted */ .hS)(images.references.length, 'image')}, where they are not there yet:`);
    for (const { given } of images.references)
        log.info(`  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_15__/* .printable */ .g$)(given, 400)}: ${images.layouts.map((layout) => places[layout]).join(', ')}${statements}`);
}
function warnOfCurve(algorithm, log) {
    try {
        (0,_registry_cosign_limits_js__WEBPACK_IMPORTED_MODULE_11__/* .checkCurve */ .Y)(algorithm);
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ))
            throw error;
        log.warning(`Without \`dry-run\` the run would stop with ${error.code}. ${error.message}\n${error.hint ?? ''}`);
    }
}
async function warnOfOutputs(planned, known, digests, log) {
    const { inputs, found } = planned;
    try {
        const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .planOutputs */ .iS)(planned, known);
        await (0,_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .checkPlan */ .Gy)(plan, inputs, found);
        if (known.hash === undefined || inputs.overwrite || !inputs.targets.includes('checksums'))
            return;
        const listed = found.files.map(({ name }, i) => ({ name, digest: Buffer.from(digests[i] ?? '', 'hex') }));
        await (0,_shared_folder_js__WEBPACK_IMPORTED_MODULE_14__/* .refuseOtherChecksums */ .hR)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(plan.runFolder, _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_5__/* .HASHES */ .T$[known.hash].checksumFile), (0,_files_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumFile */ .uu)(listed));
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ))
            throw error;
        log.warning(`Without \`dry-run\` the run would stop with ${error.code}. ${error.message}\n${error.hint ?? ''}`);
    }
}
async function digestAll(found, hash, signal, beside) {
    const plan = { hash, sha512: false, own: [] };
    const digests = [];
    for await (const { index, digests: made } of (0,_digest_digest_files_js__WEBPACK_IMPORTED_MODULE_1__/* .digestFiles */ .E)(found.files, plan, { signal, statedBeside: beside })) {
        digests[index] = made.digest.toString('hex');
    }
    return digests;
}
function mark(path, { targets }, known) {
    const depends = known.hash === undefined && targets.includes('checksums') && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path).startsWith(_crypto_hashes_js__WEBPACK_IMPORTED_MODULE_5__/* .HASHES */ .T$.sha256.checksumFile);
    return depends ? ' (the name depends on the key)' : '';
}
function imageCalls({ images, targets }, predicates) {
    if (images === undefined)
        return 0;
    const different = new Set(images.references.map((image) => `${(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_12__/* .nameOf */ .Vb)(image)}@${image.digest}`)).size;
    return different * (images.layouts.length + predicates.length + (targets.includes('provenance') ? 1 : 0));
}
function kmsCalls(inputs, distinct, files) {
    const { formats, targets, pin, certificate } = inputs;
    const kinds = new Set(formats.map((format) => ((0,_formats_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .factsOf */ .xS)(format).signs === 'digest' ? 'digest' : format))).size;
    const each = targets.includes('files') ? distinct * kinds : 0;
    const checksums = targets.includes('checksums') && files > 0 ? kinds : 0;
    const provenance = targets.includes('provenance') ? (0,_signing_provenance_js__WEBPACK_IMPORTED_MODULE_9__/* .provenanceFileNames */ .A)(files).length : 0;
    const certificates = (0,_formats_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .selfSignaturesOf */ .vH)(formats, certificate !== undefined);
    const getPublicKey = pin.kind === 'pem' ? 0 : 1;
    const tellsAll = pin.kind === 'pem' && (0,_crypto_key_algorithm_js__WEBPACK_IMPORTED_MODULE_10__/* .algorithmOfPublicKey */ .$J)(pin.key) !== undefined;
    const getKey = tellsAll && !(0,_formats_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .needsCreatedAt */ .lz)(formats, certificate !== undefined) ? 0 : 1;
    return each + checksums + provenance + certificates + getPublicKey + getKey;
}


/***/ })

};
