export const id = 943;
export const ids = [943];
export const modules = {

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

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cV: () => (/* binding */ parseGivenCertificate),
/* harmony export */   oE: () => (/* binding */ certificateFile),
/* harmony export */   pS: () => (/* binding */ checkCertificateKey)
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


/***/ })

};
