export const id = 681;
export const ids = [681];
export const modules = {

/***/ 3097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   kn: () => (/* binding */ withoutWorkspace),
/* harmony export */   pS: () => (/* binding */ shownPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);


function displayPath(path, workspace) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, path);
    const shown = inside === '' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) || inside === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) ? path : inside;
    return node_path__WEBPACK_IMPORTED_MODULE_0__.sep === '/' ? shown : shown.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/');
}
function shownPath(path, limit) {
    const shown = displayPath(path, process.cwd());
    const workspace = process.env['GITHUB_WORKSPACE'] ?? '';
    return (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(shown) && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(workspace) ? displayPath(path, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace)) : shown, limit);
}
function withoutWorkspace(text, workspace) {
    if (workspace === node_path__WEBPACK_IMPORTED_MODULE_0__.sep)
        return text;
    return [workspace, (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(workspace)].reduce((told, path) => told.replaceAll(`${path}${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`, ''), text);
}


/***/ }),

/***/ 5664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   c7: () => (/* binding */ systemCodeOf),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

class ActionError extends Error {
    name = 'ActionError';
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? {} : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
    }
}
function messageOf(thrown) {
    if (Error.isError(thrown))
        return thrown.message;
    return String(thrown);
}
function systemCodeOf(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}
function asActionError(thrown, code, what) {
    if (thrown instanceof ActionError)
        return thrown;
    return new ActionError(code, `${what}: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(messageOf(thrown))}`, { cause: thrown });
}


/***/ }),

/***/ 3705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   S7: () => (/* binding */ withShortLists),
/* harmony export */   d9: () => (/* binding */ firstNames),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
/* unused harmony exports pairOf, sized */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
function printable(text, limit = 1000) {
    const escaped = text
        .replace(UNPRINTABLE, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)
        .replace(/^(\s*):(?=:)/u, '$1\\u{3a}')
        .replaceAll('##[', '#\\u{23}[');
    return escaped.length <= limit ? escaped : `${escaped.slice(0, limit)}…`;
}
const MAX_NAMES = 20;
function firstNames(names) {
    const listed = names.slice(0, MAX_NAMES).map((name) => printable(name, 150));
    const more = names.length - listed.length;
    return more > 0 ? `${listed.join(', ')} and ${more} more` : listed.join(', ');
}
function pairOf([one, other], shown) {
    const areAlike = one !== other && one.normalize('NFC') === other.normalize('NFC');
    return `${shown(one)} and ${shown(other)}${areAlike ? ' (in two Unicode forms)' : ''}`;
}
function listed(lines, limit = Infinity) {
    const shown = lines.slice(0, limit).map((line) => `  ${line}`);
    return [...shown, ...(lines.length > limit ? [`  … and ${lines.length - limit} more`] : [])].join('\n');
}
function withShortLists(text) {
    return text.replace(/^ {2}.*(?:\n {2}.*)*/gmu, (list) => {
        const lines = list.split('\n').map((line) => line.slice(2));
        const isShortAlready = lines.length === MAX_NAMES + 1 && /^… and \d+ more$/u.test(lines.at(-1) ?? '');
        return isShortAlready ? list : listed(lines, MAX_NAMES);
    });
}
function counted(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
function sized(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (value >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}


/***/ }),

/***/ 6718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ TOO_MANY_OPEN_HINT),
/* harmony export */   S1: () => (/* binding */ isTooManyOpen),
/* harmony export */   Tq: () => (/* binding */ openFile),
/* harmony export */   d_: () => (/* binding */ patiently),
/* harmony export */   tM: () => (/* binding */ OPEN_FLAGS)
/* harmony export */ });
/* unused harmony export waitToOpen */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5664);




const OPEN_FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (process.platform === 'win32' ? 0 : node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
const TOO_MANY_OPEN = ['EMFILE', 'ENFILE'];
const FIRST_WAIT_MS = 10;
const PATIENCE_MS = 5000;
const TOO_MANY_OPEN_HINT = 'The limit of open files is reached, which is not the fault of the disk. Raise it (`ulimit -n`, or `LimitNOFILE` of the runner’s service), or see what on this machine holds so many open.';
function isTooManyOpen(thrown) {
    return TOO_MANY_OPEN.includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(thrown));
}
function waitToOpen(thrown, waitedMs) {
    return isTooManyOpen(thrown) && waitedMs < PATIENCE_MS ? Math.max(FIRST_WAIT_MS, waitedMs) : undefined;
}
async function patiently(attempt) {
    for (let waitedMs = 0;;) {
        try {
            return await attempt();
        }
        catch (thrown) {
            const waitMs = waitToOpen(thrown, waitedMs);
            if (waitMs === undefined)
                throw thrown;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(waitMs);
            waitedMs += waitMs;
        }
    }
}
async function openFile(path) {
    return await patiently(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, OPEN_FLAGS));
}


/***/ }),

/***/ 5978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ pathWithin)
/* harmony export */ });
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1316);

function pathWithin(path, folder) {
    if (path === folder)
        return '';
    const inside = folder.endsWith(_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .SEPARATOR */ .w) ? folder : folder + _platform_js__WEBPACK_IMPORTED_MODULE_0__/* .SEPARATOR */ .w;
    return path.startsWith(inside) ? path.slice(inside.length) : undefined;
}


/***/ }),

/***/ 1316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* reexport safe */ node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8),
/* harmony export */   w: () => (/* reexport safe */ node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);




/***/ }),

/***/ 7211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   bh: () => (/* binding */ NOT_REGULAR),
/* harmony export */   xY: () => (/* binding */ readBoundedSync)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _open_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6718);
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


const NOT_REGULAR = 'is not a regular file';
async function readBounded(path, limit) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,_open_file_js__WEBPACK_IMPORTED_MODULE_1__/* .openFile */ .Tq)(path), true);
        const stats = await file.stat();
        const buffer = bufferFor(stats, limit);
        let length = 0;
        while (length < buffer.length) {
            const { bytesRead } = await file.read(buffer, length);
            if (bytesRead === 0)
                return buffer.subarray(0, length);
            length += bytesRead;
        }
        throw tooLong(stats, limit);
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
function readBoundedSync(path, limit) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, _open_file_js__WEBPACK_IMPORTED_MODULE_1__/* .OPEN_FLAGS */ .tM);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        const buffer = bufferFor(stats, limit);
        let length = 0;
        while (length < buffer.length) {
            const bytesRead = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, buffer, { offset: length });
            if (bytesRead === 0)
                return buffer.subarray(0, length);
            length += bytesRead;
        }
        throw tooLong(stats, limit);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
function bufferFor(stats, limit) {
    if (!stats.isFile())
        throw new RangeError(NOT_REGULAR);
    return Buffer.alloc(Math.min(stats.size, limit) + 1);
}
function tooLong({ size }, limit) {
    return new RangeError(size > limit ? `is larger than ${limit} bytes` : 'changed while it was read');
}


/***/ }),

/***/ 3988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   FY: () => (/* binding */ bitString),
/* harmony export */   J8: () => (/* binding */ octetString),
/* harmony export */   K2: () => (/* binding */ sequence),
/* harmony export */   RN: () => (/* binding */ readElement),
/* harmony export */   cl: () => (/* binding */ readElements),
/* harmony export */   f7: () => (/* binding */ derNull),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   pc: () => (/* binding */ explicit),
/* harmony export */   wF: () => (/* binding */ unsignedInteger),
/* harmony export */   y8: () => (/* binding */ der)
/* harmony export */ });
/* unused harmony exports utf8String, setOf */
const TAG = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    null: 0x05,
    oid: 0x06,
    utf8String: 0x0c,
    printableString: 0x13,
    utcTime: 0x17,
    generalizedTime: 0x18,
    sequence: 0x30,
    set: 0x31,
};
function der(tag, ...content) {
    const length = content.reduce((sum, part) => sum + part.length, 0);
    return Buffer.concat([Buffer.from([tag, ...lengthOctets(length)]), ...content]);
}
function lengthOctets(length) {
    if (length < 0x80)
        return [length];
    const octets = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256))
        octets.unshift(rest % 256);
    return [0x80 | octets.length, ...octets];
}
const sequence = (...content) => der(TAG.sequence, ...content);
const octetString = (content) => der(TAG.octetString, content);
const bitString = (content) => der(TAG.bitString, Buffer.from([0]), content);
const utf8String = (text) => der(TAG.utf8String, Buffer.from(text));
const derNull = () => der(TAG.null);
const explicit = (number, ...content) => der(0xa0 | number, ...content);
function setOf(...members) {
    return der(TAG.set, ...members.toSorted((a, b) => Buffer.compare(a, b)));
}
function unsignedInteger(bytes) {
    let start = 0;
    while (bytes[start] === 0)
        start += 1;
    const trimmed = bytes.subarray(start);
    if (trimmed.length === 0)
        return der(TAG.integer, Buffer.from([0]));
    return (trimmed[0] ?? 0) >= 0x80 ? der(TAG.integer, Buffer.from([0]), trimmed) : der(TAG.integer, trimmed);
}
function oid(dotted) {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    const octets = [first * 40 + second, ...rest].flatMap((arc) => {
        const base128 = [arc % 128];
        for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
            base128.unshift(0x80 | (left % 128));
        return base128;
    });
    return der(TAG.oid, Buffer.from(octets));
}
function readElements(bytes) {
    const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const elements = [];
    for (let at = 0; at < input.length;) {
        const { tag, start, end } = readHeader(input, at);
        elements.push({ tag, content: input.subarray(start, end), encoded: input.subarray(at, end) });
        at = end;
    }
    return elements;
}
function readHeader(input, at) {
    if (at + 2 > input.length)
        throw new RangeError('no DER element');
    const tag = input.readUInt8(at);
    if ((tag & 0x1f) === 0x1f)
        throw new RangeError('no DER element');
    let start = at + 2;
    let length = input.readUInt8(at + 1);
    if (length >= 0x80) {
        const count = length & 0x7f;
        if (count === 0 || count > 4 || start + count > input.length)
            throw new RangeError('no DER length');
        length = input.readUIntBE(start, count);
        start += count;
        if (lengthOctets(length).length !== count + 1)
            throw new RangeError('a DER length that is not minimal');
    }
    if (start + length > input.length)
        throw new RangeError('a DER element that is cut off');
    return { tag, start, end: start + length };
}
function readElement(bytes, tag) {
    const [element, ...rest] = readElements(bytes);
    if (element === undefined || rest.length > 0)
        throw new RangeError('not exactly one DER element');
    if (tag !== undefined && element.tag !== tag)
        throw new RangeError(`DER tag ${element.tag} in place of ${tag}`);
    return element;
}


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _primitives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(773);

function digestOf(hash, ...parts) {
    const running = _primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .PRIMITIVES */ .J.startHash(hash);
    for (const part of parts)
        running.update(part);
    return running.digest();
}


/***/ }),

/***/ 8127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ hashWhere),
/* harmony export */   T$: () => (/* binding */ HASHES),
/* harmony export */   UH: () => (/* binding */ HASH_ALGORITHMS),
/* harmony export */   d_: () => (/* binding */ HASH_TITLES)
/* harmony export */ });
const HASHES = {
    sha256: {
        bytes: 32,
        title: 'SHA-256',
        oid: '2.16.840.1.101.3.4.2.1',
        checksumFile: 'SHA256SUMS',
        program: 'sha256sum',
        sigstore: 'SHA2_256',
        openpgp: 8,
    },
    sha384: {
        bytes: 48,
        title: 'SHA-384',
        oid: '2.16.840.1.101.3.4.2.2',
        checksumFile: 'SHA384SUMS',
        program: 'sha384sum',
        sigstore: 'SHA2_384',
        openpgp: 9,
    },
    sha512: {
        bytes: 64,
        title: 'SHA-512',
        oid: '2.16.840.1.101.3.4.2.3',
        checksumFile: 'SHA512SUMS',
        program: 'sha512sum',
        sigstore: 'SHA2_512',
        openpgp: 10,
    },
};
const HASH_ALGORITHMS = Object.keys(HASHES);
const HASH_TITLES = HASH_ALGORITHMS.map((hash) => HASHES[hash].title)
    .join(', ')
    .replace(/, (?=[^,]*$)/u, ' or ');
function hashWhere(fact) {
    return HASH_ALGORITHMS.find((hash) => fact(HASHES[hash]));
}


/***/ }),

/***/ 3996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ algorithmOfPublicKey),
/* harmony export */   Op: () => (/* binding */ rsaPssAlgorithm)
/* harmony export */ });
/* unused harmony exports CURVES, algorithmNamed, algorithmFits, keyKindOf */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _hashes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8127);



const CURVES = [
    {
        name: 'P-256',
        openssl: 'prime256v1',
        oid: '1.2.840.10045.3.1.7',
        ssh: 'nistp256',
        kmsName: 'ECDSA_NIST_P256_SHA_256',
        hash: 'sha256',
    },
    {
        name: 'P-384',
        openssl: 'secp384r1',
        oid: '1.3.132.0.34',
        ssh: 'nistp384',
        kmsName: 'ECDSA_NIST_P384_SHA_384',
        hash: 'sha384',
    },
    {
        name: 'P-521',
        openssl: 'secp521r1',
        oid: '1.3.132.0.35',
        ssh: 'nistp521',
        kmsName: 'ECDSA_NIST_P521_SHA_512',
        hash: 'sha512',
    },
    {
        name: 'secp256k1',
        openssl: 'secp256k1',
        oid: '1.3.132.0.10',
        ssh: undefined,
        kmsName: 'ECDSA_SECP256_K1_SHA_256',
        hash: 'sha256',
    },
];
const RSA_PSS_NAME = /^RSA_(\d{4,5})_SIGN_PSS_SHA_(256|384|512)$/u;
function algorithmNamed(name) {
    const curve = CURVES.find((candidate) => candidate.kmsName === name);
    if (curve !== undefined)
        return ecdsa(curve);
    const [, bits, digest] = RSA_PSS_NAME.exec(name) ?? [];
    const hash = HASH_ALGORITHMS.find((candidate) => candidate === `sha${digest ?? ''}`);
    if (bits !== undefined && hash !== undefined)
        return rsaPss(Number(bits), hash);
    throw unsupported(`The key's algorithm ${printable(name, 100)} is not known to this version of the action`);
}
function algorithmOfPublicKey(key) {
    const { type, curve: name } = key.platformKey;
    if (type === 'rsa')
        return undefined;
    const curve = CURVES.find((candidate) => type === 'ec' && candidate.openssl === name);
    if (curve === undefined)
        throw unsupported(`The public key is of type ${type} ${name ?? ''}`.trim());
    return ecdsa(curve);
}
function rsaPssAlgorithm(key, hash) {
    return rsaPss(key.platformKey.modulusLength ?? 0, hash);
}
function algorithmFits(algorithm, key) {
    const { type, curve, modulusLength } = key.platformKey;
    if (algorithm.curve !== undefined)
        return type === 'ec' && curve === algorithm.curve.openssl;
    return type === 'rsa' && modulusLength === algorithm.modulusLength;
}
function keyKindOf({ curve }) {
    return curve?.name ?? 'RSA';
}
function ecdsa(curve) {
    return { name: curve.kmsName, hash: curve.hash, curve, modulusLength: undefined };
}
function rsaPss(modulusLength, hash) {
    return { name: `RSA_${modulusLength}_SIGN_PSS_SHA_${hash.slice(3)}`, hash, curve: undefined, modulusLength };
}
function unsupported(what) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('UNSUPPORTED_ALGORITHM', `${what}.`, {
        hint: 'Use a key of type ECDSA_NIST_P256_SHA_256 (the one that every verifier takes), or update the action if a newer version knows this type.',
    });
}


/***/ }),

/***/ 773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PRIMITIVES)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const PRIMITIVES = {
    startHash: (hash) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(hash),
    readSpki: (spki) => new NodeKey((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(spki), format: 'der', type: 'spki' })),
};
const PSS = { padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_PKCS1_PSS_PADDING, saltLength: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_PSS_SALTLEN_DIGEST };
class NodeKey {
    spki;
    type;
    curve;
    modulusLength;
    #key;
    constructor(key) {
        this.#key = key;
        this.spki = key.export({ format: 'der', type: 'spki' });
        this.type = key.asymmetricKeyType ?? 'unknown';
        this.curve = key.asymmetricKeyDetails?.namedCurve;
        this.modulusLength = key.asymmetricKeyDetails?.modulusLength;
    }
    point() {
        const { x, y } = this.#key.export({ format: 'jwk' });
        if (typeof x !== 'string' || typeof y !== 'string')
            throw new RangeError('no elliptic-curve key');
        return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    }
    verify(hash, message, signature) {
        const key = this.#key;
        const way = this.type === 'rsa' ? { key, ...PSS } : { key };
        return new Promise((resolve) => {
            (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(hash, message, way, signature, (error, isRight) => {
                resolve(error === null && isRight);
            });
        });
    }
    rsaPublic(signature) {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.publicEncrypt)({ key: this.#key, padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_NO_PADDING }, signature);
    }
}


/***/ }),

/***/ 4188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OP: () => (/* binding */ pssSpki),
/* harmony export */   W8: () => (/* binding */ publicKeyFromSpki),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   jX: () => (/* binding */ ecPoint),
/* harmony export */   publicKeyInText: () => (/* binding */ publicKeyInText)
/* harmony export */ });
/* unused harmony exports pssAlgorithmIdentifier, pem */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7451);
/* harmony import */ var _hashes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8127);
/* harmony import */ var _primitives_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(773);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3988);




const RSA_ENCRYPTION = (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .oid */ .jq)('1.2.840.113549.1.1.1');
const RSASSA_PSS = (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .oid */ .jq)('1.2.840.113549.1.1.10');
function parsePublicKey(pem) {
    const match = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/u.exec(pem);
    if (match?.[1] === undefined)
        throw new RangeError('no PEM of one PUBLIC KEY');
    return publicKeyFromSpki(Buffer.from(match[1], 'base64'));
}
function publicKeyInText(text) {
    const [, block, ...more] = text.split('-----BEGIN ');
    const end = block?.indexOf(PEM_END) ?? -1;
    if (block === undefined || end < 0 || more.length > 0)
        throw new RangeError('no PEM of one PUBLIC KEY');
    return parsePublicKey(`-----BEGIN ${block.slice(0, end + PEM_END.length)}`);
}
const PEM_END = '-----END PUBLIC KEY-----';
function publicKeyFromSpki(encoded) {
    let platformKey;
    try {
        platformKey = _primitives_js__WEBPACK_IMPORTED_MODULE_2__/* .PRIMITIVES */ .J.readSpki(relabelled(encoded));
    }
    catch (cause) {
        throw new RangeError('no public key that can be read', { cause });
    }
    const { spki } = platformKey;
    return { platformKey, spki, fingerprint: `sha256:${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)('sha256', spki).toString('hex')}` };
}
function relabelled(encoded) {
    const [algorithm, key] = (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .readElements */ .cl)((0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .readElement */ .RN)(encoded, _der_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.sequence).content);
    const [identifier] = algorithm === undefined ? [] : (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .readElements */ .cl)(algorithm.content);
    if (key === undefined || identifier?.encoded.equals(RSASSA_PSS) !== true)
        return Buffer.from(encoded);
    return (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .sequence */ .K2)((0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .sequence */ .K2)(RSA_ENCRYPTION, (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .derNull */ .f7)()), key.encoded);
}
function pssAlgorithmIdentifier(hash) {
    const hashIdentifier = (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .sequence */ .K2)((0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .oid */ .jq)(_hashes_js__WEBPACK_IMPORTED_MODULE_1__/* .HASHES */ .T$[hash].oid), (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .derNull */ .f7)());
    return (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .sequence */ .K2)(RSASSA_PSS, (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .sequence */ .K2)((0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .explicit */ .pc)(0, hashIdentifier), (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .explicit */ .pc)(1, (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .sequence */ .K2)((0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .oid */ .jq)('1.2.840.113549.1.1.8'), hashIdentifier)), (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .explicit */ .pc)(2, (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .unsignedInteger */ .wF)(Buffer.from([_hashes_js__WEBPACK_IMPORTED_MODULE_1__/* .HASHES */ .T$[hash].bytes])))));
}
function pssSpki(key, hash) {
    const [, subjectPublicKey] = (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .readElements */ .cl)((0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .readElement */ .RN)(key.spki, _der_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.sequence).content);
    if (subjectPublicKey === undefined)
        throw new RangeError('no SubjectPublicKeyInfo');
    return (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .sequence */ .K2)(pssAlgorithmIdentifier(hash), (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .bitString */ .FY)(subjectPublicKey.content.subarray(1)));
}
function ecPoint(key) {
    return key.platformKey.point();
}
function pem(label, encoded) {
    const lines = Buffer.from(encoded)
        .toString('base64')
        .match(/.{1,64}/gu) ?? [];
    return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}


/***/ }),

/***/ 640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AU: () => (/* binding */ collectMatches),
  nN: () => (/* binding */ refuseProblems),
  Er: () => (/* binding */ reportUnmatched)
});

// UNUSED EXPORTS: tooManyFiles, unreadable

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/files/names.js
var names = __webpack_require__(2145);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/files/pattern-advice.js



const isWindows = process.platform === 'win32';
const SLIPS = [
    {
        isIn: (text) => /\{[^}]*\}/u.test(text.replaceAll(/\$\{[^}]*\}/gu, '')),
        advice: 'has braces. Braces are not glob syntax here: write one line for each alternative in place of `{a,b}`',
    },
    {
        isIn: (text) => /^-\s/u.test(text),
        advice: 'looks like an item of a YAML list: inside `|` write the pattern alone, without `- `',
    },
    {
        isIn: (text) => /^["'`]|["'`]$/u.test(text),
        advice: 'has quotes, which inside `|` are part of the name: write the pattern without them',
    },
    {
        isIn: (text) => /\s#/u.test(text),
        advice: 'seems to end in a comment: a comment is a line of its own, which begins with `#`',
    },
    {
        isIn: (text) => /\$(?:\w|\{[^{]|\()/u.test(text),
        advice: 'looks like a shell variable, which nobody expands in an input: write `${{ env.NAME }}`, or `${{ github.workspace }}`',
    },
    {
        isIn: (text) => /%\w+%/u.test(text),
        advice: 'looks like a variable of cmd.exe, which nobody expands in an input: write `${{ env.NAME }}`',
    },
    {
        isIn: (text) => text.includes(','),
        advice: 'looks like a list with commas: write one pattern per line, under `|`',
    },
    {
        isIn: (text) => text.split(/\s+/u).filter((word) => /[*./\\]/u.test(word)).length > 1,
        advice: 'looks like several patterns that `>` or `>-` folded into one line: use `|`, with one pattern per line',
    },
    {
        isIn: (text) => /^~/u.test(text),
        advice: 'begins in the home folder of the user that the runner works as, which in a container is another one: write a path relative to the workspace',
    },
    {
        isIn: (text) => !isWindows && text.includes('\\'),
        advice: 'has a backslash, which on this system is not a separator: write `/`',
    },
    {
        isIn: (text, workspace) => (0,external_node_path_.isAbsolute)(text) && !(0,names/* isWithin */.UO)((0,external_node_path_.normalize)(text), workspace),
        advice: 'is an absolute path outside the workspace, and in a container paths are others than on its host: write a path relative to the workspace',
    },
];
function adviceOnPatterns(texts, workspace) {
    const found = Map.groupBy(texts, (text) => SLIPS.find((slip) => slip.isIn(text.replace(/^[!\s]+/u, ''), workspace)));
    return [...found].flatMap(([slip, [first = '', ...more]]) => {
        if (slip === undefined)
            return [];
        const also = more.length === 0 ? '' : `; so it is with ${(0,base_log/* firstNames */.d9)(more)}`;
        return [`\`${(0,base_log/* printable */.g$)(first, 200)}\` ${slip.advice}${also}.`];
    });
}

// EXTERNAL MODULE: ../../node_modules/@actions/glob/lib/glob.js + 17 modules
var glob = __webpack_require__(5621);
;// CONCATENATED MODULE: ./src/files/glob-state.js
const SEPARATORS = process.platform === 'win32' ? /[\\/]+/u : /\/+/u;
function stateAt(alternatives, path, ignoresCase) {
    const segments = path.split(SEPARATORS);
    if (segments.length > 1 && segments.at(-1) === '')
        segments.pop();
    return alternatives
        .map((parts) => segments
        .reduce((at, segment) => advanced(parts, at, segment, ignoresCase), withSkipped(parts, [0]))
        .filter((position) => position < parts.length)
        .join())
        .join(';')
        .replace(/^;+$/u, '');
}
function advanced(parts, at, segment, ignoresCase) {
    const next = at.flatMap((position) => {
        const part = parts[position];
        if (part === undefined)
            return [];
        if (typeof part === 'symbol')
            return [position];
        return isFor(part, segment, ignoresCase) ? [position + 1] : [];
    });
    return withSkipped(parts, next);
}
function withSkipped(parts, at) {
    const all = new Set(at);
    for (const position of all)
        if (typeof parts[position] === 'symbol')
            all.add(position + 1);
    return [...all].sort((a, b) => a - b);
}
function isFor(part, segment, ignoresCase) {
    if (typeof part !== 'string')
        return part.test(segment);
    return ignoresCase ? part.toLowerCase() === segment.toLowerCase() : part === segment;
}

;// CONCATENATED MODULE: ./src/files/patterns.js




const GLOB_RULE = ['match', 'partialMatch', 'minimatch'];
const patterns_SEPARATORS = process.platform === 'win32' ? /[\\/]/u : '/';
const MATCHES_FOLDER = 1;
const MATCHES_FILE = 2;
async function parseFilePatterns(lines, workspace, input) {
    const texts = lines
        .split(/\r\n|\r|\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    const patterns = [];
    for (const text of texts)
        patterns.push(await parseFilePattern(text, workspace, input));
    if (patterns.every((pattern) => pattern.exclude))
        throw new errors/* ActionError */.lZ('INVALID_INPUT', `The input \`${input}\` has no pattern that includes files.`, {
            hint: `Name the files to take, one pattern per line, for example:\n${input}: |\n  dist/*.tar.gz\n  !dist/*-debug*`,
        });
    return patterns;
}
async function parseFilePattern(text, workspace, input) {
    const [, marks = '', rest = ''] = /^((?:!\s*)*)(.*)$/su.exec(text) ?? [];
    const exclude = marks.replace(/[^!]/gu, '').length % 2 === 1;
    if (rest === '')
        throw noPattern(text, input, 'nothing follows the `!`');
    try {
        const pattern = rooted(rest, workspace);
        const globber = await (0,glob/* create */.v)(pattern);
        const rule = ruleOf(globber);
        const searched = judgedRight(pattern);
        const segments = new Set(rest.split(patterns_SEPARATORS));
        return {
            text,
            exclude,
            bases: (searched === pattern ? globber : await (0,glob/* create */.v)(searched)).getSearchPaths(),
            matches: (path) => {
                const kind = rule.match(path);
                return { file: (kind & MATCHES_FILE) !== 0, folder: (kind & MATCHES_FOLDER) !== 0 };
            },
            mayMatchBelow: (path) => rule.partialMatch(path),
            stateAt: (path) => stateAt(rule.minimatch.set, path, rule.minimatch.nocase),
            names: (name) => segments.has(name),
        };
    }
    catch (cause) {
        if (cause instanceof errors/* ActionError */.lZ)
            throw cause;
        throw noPattern(text, input, (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause), 300), cause);
    }
}
function noPattern(text, input, why, cause) {
    return new errors/* ActionError */.lZ('INVALID_INPUT', `\`${(0,base_log/* printable */.g$)(text, 200)}\` in the input \`${input}\` is not a pattern: ${why}`, {
        hint: 'Patterns are relative to the workspace and cannot go up with `..`; for files elsewhere give an absolute path. An exclude is a `!` and a pattern, such as `!dist/*-debug*`.',
        cause,
    });
}
function ruleOf(globber) {
    const rules = 'patterns' in globber ? globber.patterns : undefined;
    const rule = Array.isArray(rules) ? rules[0] : undefined;
    if (typeof rule === 'object' && rule !== null && GLOB_RULE.every((member) => member in rule))
        return rule;
    throw new errors/* ActionError */.lZ('INTERNAL_ERROR', 'This version of @actions/glob is built in another way than expected.');
}
const MISJUDGED = /\[[!^\]]/u;
function judgedRight(pattern) {
    const segments = pattern.split(patterns_SEPARATORS);
    const at = segments.findIndex((segment) => MISJUDGED.test(segment.replaceAll('[[]', '')));
    return at < 0 ? pattern : `${segments.slice(0, at).join('/')}/`;
}
function rooted(pattern, workspace) {
    const windows = process.platform === 'win32';
    const hasRoot = windows ? /^(?:[\\/]|[A-Z]:|~(?:[\\/]|$))/iu : /^(?:\/|~(?:\/|$))/u;
    if (hasRoot.test(pattern))
        return pattern;
    const relative = pattern.replace(windows ? /^\.(?:[\\/]+|$)/u : /^\.(?:\/+|$)/u, '');
    return `${escaped(workspace, windows).replace(/[\\/]$/u, '')}/${relative}`;
}
function escaped(path, windows) {
    return (windows ? path : path.replaceAll('\\', '\\\\')).replace(/\[(?=[^/]+\])|[?*]/gu, (c) => `[${c}]`);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(3097);
// EXTERNAL MODULE: ./src/base/open-file.js
var open_file = __webpack_require__(6718);
;// CONCATENATED MODULE: ./src/files/folder-entries.js






async function* entriesOf(folder) {
    const options = { encoding: 'buffer', bufferSize: 512 };
    for await (const entry of await (0,open_file/* patiently */.d_)(() => (0,promises_.opendir)(folder, options)))
        yield entry;
}
async function kindOf({ path, raw }) {
    try {
        const stats = await (0,promises_.stat)(raw ?? path);
        if (stats.isDirectory())
            return 'folder';
        if (stats.isFile())
            return 'file';
        const what = stats.isFIFO() ? 'a FIFO' : stats.isSocket() ? 'a socket' : 'a device';
        return { problem: `it is ${what}, not a regular file` };
    }
    catch (cause) {
        const link = await (0,promises_.lstat)(raw ?? path).catch(() => undefined);
        if (link?.isSymbolicLink() === true)
            return { problem: 'it is a broken link' };
        const code = (0,errors/* systemCodeOf */.c7)(cause);
        return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { problem: (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause)) };
    }
}
function joinRaw(folder, name) {
    return Buffer.concat([folder, Buffer.from(external_node_path_.sep), name]);
}
function bytesOf(raw) {
    const shown = [...raw.subarray(-60)].map((byte) => byte > 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, '0')}`);
    return `$'${raw.length > 60 ? '…' : ''}${shown.join('')}'`;
}
function unlistable(path, cause) {
    return new errors/* ActionError */.lZ('FILE_UNREADABLE', `The folder ${(0,display_path/* shownPath */.pS)(path)} cannot be listed: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`, {
        hint: (0,open_file/* isTooManyOpen */.S1)(cause)
            ? open_file/* TOO_MANY_OPEN_HINT */.CR
            : 'Let the user that the runner works as read this folder, or leave it out by a line with `!` and its path.',
        cause,
    });
}

;// CONCATENATED MODULE: ./src/files/pattern-index.js

const NONE = [];
class PatternIndex {
    #byBase = new Map();
    #includesBelow = new Map();
    #excludesBelow = new Map();
    constructor(patterns) {
        for (const [index, { bases, exclude }] of patterns.entries()) {
            for (const base of bases) {
                add(this.#byBase, base, index);
                const below = exclude ? this.#excludesBelow : this.#includesBelow;
                for (const folder of foldersAbove(base))
                    add(below, folder, index);
            }
        }
    }
    roots(patterns) {
        const all = new Set(patterns.flatMap(({ bases, exclude }) => (exclude ? [] : bases)));
        const keys = new Set([...all].map(keyOf));
        return [...all].filter((path) => !foldersAbove(path).some((folder) => keys.has(keyOf(folder))));
    }
    at(path, inherited) {
        const own = this.#byBase.get(keyOf(path));
        return own === undefined ? inherited : merged(inherited, own);
    }
    below(path, others) {
        return merged(this.#includesBelow.get(keyOf(path)) ?? NONE, others);
    }
    deciding(path, others) {
        return merged(this.#excludesBelow.get(keyOf(path)) ?? NONE, this.below(path, others));
    }
}
function foldersAbove(path) {
    const folders = [];
    for (let folder = (0,external_node_path_.dirname)(path), below = path; folder !== below; below = folder, folder = (0,external_node_path_.dirname)(folder))
        folders.push(folder);
    return folders.reverse();
}
function keyOf(path) {
    return process.platform === 'win32' ? path.toUpperCase() : path;
}
function add(map, path, index) {
    const key = keyOf(path);
    const known = map.get(key);
    if (known === undefined)
        map.set(key, [index]);
    else
        known.push(index);
}
function merged(some, others) {
    if (some.length === 0 || others.length === 0)
        return some.length === 0 ? others : some;
    return [...new Set([...some, ...others])].sort((a, b) => a - b);
}

;// CONCATENATED MODULE: ./src/files/places.js




function rootPlace({ all, index }, spelt, path) {
    const covered = new Set();
    let candidates = [];
    for (const folder of foldersAbove(spelt)) {
        candidates = index.at(folder, candidates);
        for (const candidate of candidates)
            if (all[candidate]?.matches(folder).folder === true)
                covered.add(candidate);
    }
    return { path, raw: undefined, spelt, candidates: index.at(spelt, candidates), covered };
}
function coveredBelow({ all }, folder) {
    const own = folder.candidates.filter((candidate) => all[candidate]?.matches(folder.spelt).folder === true);
    return own.length === 0 ? folder.covered : new Set([...folder.covered, ...own]);
}
function placeIn({ index }, folder, covered, { name, raw }) {
    const path = (0,external_node_path_.join)(folder.path, name);
    const spelt = folder.spelt === folder.path ? path : (0,external_node_path_.join)(folder.spelt, name);
    return { path, raw, spelt, candidates: index.at(spelt, folder.candidates), covered };
}
function judge({ all }, { place, kind }) {
    let takenBy = [];
    for (const index of place.candidates) {
        const pattern = all[index];
        if (pattern === undefined || (!place.covered.has(index) && !pattern.matches(place.spelt).file))
            continue;
        if (pattern.exclude)
            takenBy = [];
        else
            takenBy.push(index);
    }
    if (takenBy.length === 0)
        return undefined;
    const undecodable = place.raw === undefined ? undefined : `its name is not UTF-8 (${bytesOf(place.raw)})`;
    return {
        path: place.path,
        patterns: takenBy,
        below: belowBases(place.spelt, takenBy.flatMap((index) => all[index]?.bases ?? [])),
        problem: undecodable ?? (typeof kind === 'object' ? kind.problem : undefined),
    };
}
function belowBases(spelt, bases) {
    const around = bases.filter((base) => (0,names/* isWithin */.UO)(spelt.toLowerCase(), base.toLowerCase()));
    const deepest = Math.max(0, ...around.map((base) => base.length));
    const below = spelt.slice(deepest).split(external_node_path_.sep).join('/').replace(/^\//u, '');
    return below === '' ? (0,external_node_path_.basename)(spelt) : below;
}
function mayHoldMatches({ all, index }, { spelt, candidates }, covered) {
    let may = false;
    for (const candidate of index.below(spelt, candidates)) {
        const pattern = all[candidate];
        if (pattern?.exclude === true)
            may &&= !covered.has(candidate);
        else
            may ||= covered.has(candidate) || pattern?.mayMatchBelow(spelt) === true;
    }
    return may;
}
function stateBelow({ all, index }, { spelt, candidates }, covered) {
    return index
        .deciding(spelt, candidates)
        .flatMap((candidate) => {
        const state = covered.has(candidate) ? '*' : (all[candidate]?.stateAt(spelt) ?? '');
        return state === '' ? [] : [`${candidate}=${state}`];
    })
        .join(' ');
}

// EXTERNAL MODULE: ./src/files/roots.js
var files_roots = __webpack_require__(9300);
// EXTERNAL MODULE: ./src/files/name-rules.js
var name_rules = __webpack_require__(7960);
;// CONCATENATED MODULE: ./src/files/version-control.js



const FOLDERS = ['.git', '.hg', '.svn'];
async function isVersionControl(path) {
    const name = (0,external_node_path_.basename)(path);
    const known = FOLDERS.find((folder) => folder === name.toLowerCase());
    if (known === undefined || known === name)
        return known !== undefined;
    return await new name_rules/* FolderNames */.F().areOne((0,external_node_path_.dirname)(path), name, known);
}
async function belowVersionControl(path, workspace) {
    const [real, inside] = await Promise.all([realOf(path), realOf(workspace)]);
    for (let at = real; at !== inside && (0,external_node_path_.dirname)(at) !== at; at = (0,external_node_path_.dirname)(at))
        if (await isVersionControl(at))
            return real;
    return undefined;
}
async function realOf(path) {
    const above = (0,external_node_path_.dirname)(path);
    try {
        return await (0,promises_.realpath)(path);
    }
    catch {
        return above === path ? path : (0,external_node_path_.join)(await realOf(above), path.slice(above.length));
    }
}

;// CONCATENATED MODULE: ./src/files/visits.js

class Visits {
    #patterns;
    #byFolder = new Map();
    #files = new Map();
    constructor(patterns) {
        this.#patterns = patterns;
    }
    begin(identity, folder, covered) {
        const visit = { folder, covered };
        const earlier = this.#byFolder.get(identity);
        if (earlier === undefined)
            this.#byFolder.set(identity, [visit]);
        else {
            const state = this.#stateOf(visit);
            if (earlier.some((other) => this.#stateOf(other) === state))
                return undefined;
            earlier.push(visit);
        }
        return visit;
    }
    takenAs(identity, entry, kind, own) {
        const named = this.#files.size === 0 ? undefined : this.#files.get(`${identity}/${entry.name}`);
        if (named !== undefined)
            return named;
        for (const visit of this.#byFolder.get(identity) ?? []) {
            if (visit === own)
                return undefined;
            const place = placeIn(this.#patterns, visit.folder, visit.covered, entry);
            const match = judge(this.#patterns, { place, kind });
            if (match !== undefined)
                return match.path;
        }
        return undefined;
    }
    took(identity, name, path) {
        this.#files.set(`${identity}/${name}`, path);
    }
    #stateOf(visit) {
        visit.state ??= stateBelow(this.#patterns, visit.folder, visit.covered);
        return visit.state;
    }
}

;// CONCATENATED MODULE: ./src/files/search.js











async function* searchFiles(all, options) {
    const patterns = { all, index: new PatternIndex(all) };
    const walk = { ...options, patterns, visits: new Visits(patterns), later: [], hidden: new Map() };
    const roots = new files_roots/* Roots */.k(walk.workspace);
    const linked = [];
    for (const spelt of patterns.index.roots(all)) {
        walk.signal?.throwIfAborted();
        const kind = await kindOf({ path: spelt, raw: undefined });
        if (kind === undefined)
            continue;
        const root = await (kind === 'folder' ? roots.folder(spelt) : roots.file(spelt));
        const found = { place: rootPlace(patterns, spelt, root.path), kind };
        if (root.linked)
            linked.push(found);
        else
            yield* fromRoot(walk, found);
    }
    for (const found of linked.toSorted((a, b) => (a.place.path < b.place.path ? -1 : 1)))
        yield* fromRoot(walk, found);
    for (let folder = walk.later.pop(); folder !== undefined; folder = walk.later.pop())
        yield* below(walk, folder);
}
async function* fromRoot(walk, found) {
    if (found.kind === 'folder')
        yield* below(walk, found.place);
    else
        yield* fileAtRoot(walk, found);
}
async function* fileAtRoot(walk, found) {
    const match = judge(walk.patterns, found);
    if (match === undefined)
        return;
    const name = (0,external_node_path_.basename)(match.path);
    const folder = await folderIdentity((0,external_node_path_.dirname)(match.path));
    const earlier = walk.visits.takenAs(folder, { name, raw: undefined }, found.kind);
    if (earlier === undefined)
        walk.visits.took(folder, name, match.path);
    yield { ...match, path: earlier ?? match.path, again: earlier !== undefined };
}
async function* below(walk, folder) {
    const stack = [folder];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        for await (const found of children(walk, next)) {
            if ('again' in found)
                yield found;
            else
                stack.push(found);
        }
    }
}
async function* children(walk, folder) {
    const covered = coveredBelow(walk.patterns, folder);
    if (!mayHoldMatches(walk.patterns, folder, covered))
        return;
    try {
        const identity = await folderIdentity(folder.raw ?? folder.path);
        const visit = walk.visits.begin(identity, folder, covered);
        if (visit === undefined) {
            walk.onAgain?.(folder.path);
            return;
        }
        for await (const entry of entriesOf(folder.raw ?? folder.path)) {
            walk.signal?.throwIfAborted();
            const decodable = folder.raw === undefined && (0,external_node_buffer_.isUtf8)(entry.name);
            const raw = decodable ? undefined : joinRaw(folder.raw ?? Buffer.from(folder.path), entry.name);
            const named = { name: entry.name.toString(), raw };
            const place = placeIn(walk.patterns, folder, covered, named);
            const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : await kindOf(place);
            if (kind === 'folder')
                yield* subfolder(walk, place, entry.isSymbolicLink());
            else if (kind !== undefined)
                yield* asMatch(walk, { place, kind }, { identity, visit, ...named });
        }
    }
    catch (cause) {
        walk.signal?.throwIfAborted();
        if ((0,errors/* systemCodeOf */.c7)(cause) !== 'ENOENT' || (await kindOf(folder)) !== undefined)
            throw unlistable(folder.path, cause);
    }
}
function* asMatch(walk, found, entry) {
    const match = judge(walk.patterns, found);
    if (match === undefined)
        return;
    const earlier = walk.visits.takenAs(entry.identity, entry, found.kind, entry.visit);
    yield { ...match, path: earlier ?? match.path, again: earlier !== undefined };
}
async function* subfolder(walk, place, isLink) {
    if (walk.takesHidden !== true) {
        if (names/* STAGING_NAME */.MV.test((0,external_node_path_.basename)(place.path)))
            return;
        if (await (isLink ? leadsToHidden(walk, place) : isVersionControl(place.path))) {
            yield* inVersionControl(walk, place);
            return;
        }
    }
    if (isLink)
        insertSorted(walk.later, place);
    else
        yield place;
}
async function leadsToHidden({ hidden, workspace }, place) {
    const identity = await folderIdentity(place.raw ?? place.path);
    const known = hidden.get(identity) ?? (await belowVersionControl(place.path, workspace)) !== undefined;
    hidden.set(identity, known);
    return known;
}
function* inVersionControl(walk, place) {
    const { all, index } = walk.patterns;
    const name = (0,external_node_path_.basename)(place.path);
    const isNaming = (candidate) => all[candidate]?.names(name) === true;
    const stays = (candidate) => all[candidate]?.exclude === true || isNaming(candidate);
    if (index.below(place.spelt, place.candidates).some((one) => isNaming(one) && all[one]?.exclude === false))
        yield {
            ...place,
            candidates: place.candidates.filter(stays),
            covered: new Set([...place.covered].filter(stays)),
        };
    else if (mayHoldMatches(walk.patterns, place, coveredBelow(walk.patterns, place)))
        walk.onVersionControl?.(place.path);
}
function insertSorted(later, place) {
    const at = later.findLastIndex((other) => other.path > place.path);
    later.splice(at + 1, 0, place);
}
async function folderIdentity(path) {
    const { dev, ino } = await (0,promises_.stat)(path, { bigint: true });
    return `${dev}:${ino}`;
}

;// CONCATENATED MODULE: ./src/files/matches.js









async function collectMatches(search) {
    const { maxFiles, workspace, log } = search;
    const patterns = await parseFilePatterns(search.patterns, workspace, search.input ?? 'files');
    const matches = [];
    const again = [];
    let more;
    let certain = 0;
    const onVersionControl = (path) => {
        log.info(`Left out: ${(0,display_path/* shownPath */.pS)(path)} (it is a folder of version control; a pattern that names it takes it)`);
    };
    for await (const match of searchFiles(patterns, {
        ...search,
        onVersionControl,
        onAgain: (path) => again.push(path),
    })) {
        if (match.again) {
            more ??= new MorePatterns(matches);
            more.add(match);
            continue;
        }
        matches.push(match);
        if ((0,names/* signedPathsOf */.YE)(match.path).length === 0 && !(0,names/* isRunFileName */.fq)((0,external_node_path_.basename)(match.path), true))
            certain += 1;
        if (maxFiles > 0 && (certain > maxFiles || matches.length > 20 * maxFiles + 10_000))
            throw tooManyFiles(maxFiles);
    }
    if (again.length > 0)
        log.info(`Links lead to ${(0,base_log/* counted */.hS)(again.length, 'folder')} that ${again.length === 1 ? 'was' : 'were'} searched already: ${(0,base_log/* firstNames */.d9)(again.map((path) => (0,display_path/* shownPath */.pS)(path)))}`);
    return { patterns, matches: more?.all() ?? matches };
}
class MorePatterns {
    #matches;
    #byPath = new Map();
    constructor(matches) {
        this.#matches = matches;
    }
    add({ path, patterns, below }) {
        this.#byPath.set(path, joined(this.#byPath.get(path), { patterns, below }));
    }
    all() {
        return this.#matches.map((match) => {
            const more = this.#byPath.get(match.path);
            return more === undefined ? match : { ...match, ...joined(match, more) };
        });
    }
}
function joined(known, more) {
    if (known === undefined)
        return more;
    const below = more.below.length < known.below.length ? more.below : known.below;
    return { patterns: [...new Set([...known.patterns, ...more.patterns])], below };
}
function tooManyFiles(maxFiles) {
    return new errors/* ActionError */.lZ('TOO_MANY_FILES', `There are more files than \`max-files\` allows (${maxFiles}).`, {
        hint: 'If the patterns take too much, narrow them or add excludes (`!…`). Else raise `max-files` (0: no limit); `sign: checksums` makes one signature for all of them.',
    });
}
function reportUnmatched(search, patterns, taken) {
    const matched = new Set(taken.flatMap((match) => match.patterns));
    const unmatched = patterns.flatMap(({ text, exclude }, index) => (exclude || matched.has(index) ? [] : [text]));
    if (unmatched.length === 0)
        return;
    const message = `No files found for:\n${(0,base_log/* listed */.KE)(unmatched.map((text) => (0,base_log/* printable */.g$)(text, 300)))}`;
    const hint = hintFor(unmatched, search);
    if (search.ifNoFilesFound === 'error')
        throw new errors/* ActionError */.lZ('NO_FILES', message, { hint });
    if (search.ifNoFilesFound === 'warn')
        search.log.warning(`${message}\n${hint}`);
    else
        search.log.info(message);
}
function hintFor(unmatched, search) {
    const where = `Patterns are relative to ${(0,base_log/* printable */.g$)(search.workspace)}. Check that this step comes after the build, in the same job.`;
    return [where, ...adviceOnPatterns(unmatched, search.workspace)].join('\n') + adviceFor(search);
}
const OWN_FILES = new Set(['provenance', 'attestations', 'sbom-path']);
function adviceFor({ ifNoFilesFound, input }) {
    if (input !== undefined && OWN_FILES.has(input))
        return '';
    const next = ifNoFilesFound === 'error' ? 'warn' : 'ignore';
    return ` If having no files is fine, set \`if-no-files-found: ${next}\`.`;
}
function refuseProblems(matches) {
    const problems = matches.flatMap(({ path, problem }) => problem === undefined ? [] : [`${(0,display_path/* shownPath */.pS)(path)}: ${problem}`]);
    if (problems.length > 0)
        throw unreadable(problems);
}
const UNREADABLE_HINT = 'Remove, repair or rename it, or leave it out by a line with `!` and its path. `find . -xtype l` lists broken links, `find . -print0 | grep -zaxv ".*" | cat -v` names that are not UTF-8.';
function unreadable(problems, cause) {
    return new errors/* ActionError */.lZ('FILE_UNREADABLE', `What the patterns match cannot all be read as files:\n${(0,base_log/* listed */.KE)(problems)}`, {
        hint: (0,open_file/* isTooManyOpen */.S1)(cause) ? open_file/* TOO_MANY_OPEN_HINT */.CR : UNREADABLE_HINT,
        cause,
    });
}


/***/ }),

/***/ 7960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ FolderNames)
/* harmony export */ });
/* unused harmony export widestKey */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _base_open_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6718);



const systemLookup = {
    isThere: (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).then(() => true, () => false),
    entries: (folder) => (0,_base_open_file_js__WEBPACK_IMPORTED_MODULE_2__/* .patiently */ .d_)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.opendir)(folder)),
};
const MOST_TRIED = 256;
function widestKey(name) {
    return ASCII.test(name) ? name.toLowerCase() : caseless(formless(name));
}
const ASCII = /^\p{ASCII}*$/u;
const formless = (name) => name.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
const caseless = (name) => name.toUpperCase().toLowerCase().normalize('NFD');
class FolderNames {
    #rules = new Map();
    #disk;
    constructor(disk = systemLookup) {
        this.#disk = disk;
    }
    rulesOf(folder) {
        const known = this.#rules.get(folder);
        if (known !== undefined)
            return known;
        const rules = this.#find(folder);
        this.#rules.set(folder, rules);
        return rules;
    }
    async areOne(folder, a, b) {
        if (a === b)
            return true;
        if (widestKey(a) !== widestKey(b))
            return false;
        const { ignoresCase, ignoresForm } = await this.rulesOf(folder);
        const key = (name) => {
            const formed = ignoresForm ? formless(name) : name;
            return ignoresCase ? formed.toUpperCase().toLowerCase() : formed;
        };
        return key(a) === key(b);
    }
    async entryName(folder, name) {
        const rules = await this.rulesOf(folder);
        if (!rules.ignoresCase && !rules.ignoresForm)
            return name;
        const alike = [];
        for await (const entry of await this.#disk.entries(folder).catch(() => [])) {
            if (entry.name === name)
                return name;
            if (widestKey(entry.name) === widestKey(name))
                alike.push(entry.name);
        }
        for (const other of alike)
            if (await this.areOne(folder, other, name))
                return other;
        return name;
    }
    async #find(folder) {
        const { ignoresCase, ignoresForm } = await tryEntries(this.#disk, folder);
        const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
        if ((ignoresCase !== undefined && ignoresForm !== undefined) || above === folder)
            return { ignoresCase: ignoresCase ?? false, ignoresForm: ignoresForm ?? false };
        const around = await this.rulesOf(above);
        return { ignoresCase: ignoresCase ?? around.ignoresCase, ignoresForm: ignoresForm ?? around.ignoresForm };
    }
}
async function tryEntries(disk, folder) {
    let tried = 0;
    let ignoresCase;
    let ignoresForm;
    try {
        for await (const { name } of await disk.entries(folder)) {
            ignoresCase ??= await isFoundAs(disk, folder, name, swappedCase(name));
            ignoresForm ??= await isFoundAs(disk, folder, name, otherForm(name));
            if ((ignoresCase !== undefined && ignoresForm !== undefined) || ++tried >= MOST_TRIED)
                break;
        }
    }
    catch {
    }
    return { ignoresCase, ignoresForm };
}
async function isFoundAs(disk, folder, name, other) {
    if (other === name || !(await disk.isThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))))
        return undefined;
    return (await disk.isThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, other))) && !(await hasEntry(disk, folder, other));
}
async function hasEntry(disk, folder, name) {
    for await (const entry of await disk.entries(folder))
        if (entry.name === name)
            return true;
    return false;
}
function swappedCase(name) {
    return name.replace(/[a-z]/giu, (c) => (c >= 'a' ? c.toUpperCase() : c.toLowerCase()));
}
function otherForm(name) {
    const apart = name.normalize('NFD');
    return apart === name ? name.normalize('NFC') : apart;
}


/***/ }),

/***/ 2145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MV: () => (/* binding */ STAGING_NAME),
/* harmony export */   Mp: () => (/* binding */ commonFolder),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   YE: () => (/* binding */ signedPathsOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   fq: () => (/* binding */ isRunFileName)
/* harmony export */ });
/* unused harmony exports STAGING_PREFIX, SIGNATURE_EXTENSIONS */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _base_path_within_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5978);
/* harmony import */ var _formats_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6137);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(513);




const STAGING_PREFIX = '.kms-sign-';
const STAGING_NAME = /^\.kms-sign-(\d+)-(\d+)-(?:([0-9a-f]{12})-)?[0-9a-f]{12}$/u;
const SIGNATURE_EXTENSIONS = Object.values(_formats_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .EXTENSIONS */ .Z1);
function isRunFileName(name, signsChecksums) {
    const kind = (0,_formats_run_files_js__WEBPACK_IMPORTED_MODULE_3__/* .runFileKind */ .AW)(name);
    if (kind !== undefined)
        return kind !== 'checksums' || signsChecksums;
    return signsChecksums && signedPathsOf(name).some((signed) => (0,_formats_run_files_js__WEBPACK_IMPORTED_MODULE_3__/* .runFileKind */ .AW)(signed) === 'checksums');
}
function signedPathsOf(path, extensions = SIGNATURE_EXTENSIONS) {
    return extensions
        .filter((extension) => path.endsWith(extension))
        .map((extension) => path.slice(0, -extension.length))
        .filter((signed) => signed !== '' && !signed.endsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.sep) && !signed.endsWith('/'));
}
function commonFolder(folders) {
    const [first, ...rest] = new Set(folders);
    if (first === undefined)
        return undefined;
    return rest.reduce(commonOfTwo, first);
}
function commonOfTwo(a, b) {
    let common = a;
    while (!isWithin(b, common)) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(common);
        if (parent === common)
            return common;
        common = parent;
    }
    return common;
}
function isWithin(path, folder) {
    return (0,_base_path_within_js__WEBPACK_IMPORTED_MODULE_1__/* .pathWithin */ .R)(path, folder) !== undefined;
}
function namesOf(paths, folder) {
    const names = paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
    if (new Set(names).size === names.length)
        return names;
    return paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, path).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/'));
}


/***/ }),

/***/ 9300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ Roots)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2145);
/* harmony import */ var _name_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7960);




class Roots {
    #workspace;
    #names = new _name_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .FolderNames */ .F();
    #folders = new Map();
    #realWorkspace;
    constructor(workspace) {
        this.#workspace = workspace;
    }
    async file(spelt) {
        const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(spelt);
        if (above === spelt || (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(this.#workspace, spelt))
            return { path: spelt, linked: false };
        const folder = await this.folder(above);
        const name = await this.#names.entryName(folder.path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(spelt));
        return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, name), linked: folder.linked };
    }
    folder(spelt) {
        const known = this.#folders.get(spelt) ?? this.#find(spelt);
        this.#folders.set(spelt, known);
        return known;
    }
    async #find(spelt) {
        const isInside = spelt !== this.#workspace && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(spelt, this.#workspace);
        const inside = isInside ? undefined : await this.#belowWorkspace(spelt);
        if (inside !== undefined)
            return inside;
        const folder = await this.file(spelt);
        return { ...folder, linked: folder.linked || (await isLink(folder.path)) };
    }
    async #belowWorkspace(spelt) {
        this.#realWorkspace ??= (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(this.#workspace).catch(() => this.#workspace);
        const [real, workspace] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(spelt).catch(() => spelt), this.#realWorkspace]);
        if (!(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(real, workspace))
            return undefined;
        return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, real)), linked: false };
    }
}
async function isLink(path) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).then((stats) => stats.isSymbolicLink(), () => false);
}


/***/ }),

/***/ 6137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z1: () => (/* binding */ EXTENSIONS),
/* harmony export */   hR: () => (/* binding */ FORMATS)
/* harmony export */ });
/* unused harmony exports factsOf, formatsWhere, needsCreatedAt, needsSha512, mayGoAhead, listedFormats, keyFilesOf, selfSignaturesOf */
/* harmony import */ var _run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(513);

const EVERY_KEY = ['P-256', 'P-384', 'P-521', 'secp256k1', 'RSA'];
const NIST_CURVES = ['P-256', 'P-384', 'P-521'];
const PLAIN = {
    signs: 'digest',
    keys: EVERY_KEY,
    createdAt: 'no',
    readsFile: undefined,
    textOnly: false,
    sha512InPlaceOf: [],
    keyFiles: [],
    identity: undefined,
};
const FORMAT_FACTS = {
    sig: { ...PLAIN, extension: '.sig', contentType: 'application/octet-stream' },
    base64: { ...PLAIN, extension: '.sig.b64', contentType: 'text/plain; charset=utf-8' },
    sigstore: { ...PLAIN, extension: '.sigstore.json', contentType: 'application/json' },
    sshsig: {
        ...PLAIN,
        extension: '.sshsig',
        contentType: 'text/plain; charset=utf-8',
        signs: 'own',
        keys: NIST_CURVES,
        sha512InPlaceOf: ['sha384'],
        keyFiles: ['kms-allowed-signers'],
        identity: 'principal',
    },
    openpgp: {
        ...PLAIN,
        extension: '.asc',
        contentType: 'application/pgp-signature',
        signs: 'own',
        keys: NIST_CURVES,
        createdAt: 'yes',
        readsFile: 'OpenPGP hashes more than the file',
        keyFiles: ['kms-public-key.asc', 'kms-public-key.gpg'],
        identity: 'user id',
    },
    cms: {
        ...PLAIN,
        extension: '.p7s',
        contentType: 'application/pkcs7-signature',
        signs: 'own',
        createdAt: 'without certificate',
        keyFiles: ['kms-certificate.pem'],
    },
    'openpgp-clear': {
        ...PLAIN,
        extension: '.clear.asc',
        contentType: 'text/plain; charset=utf-8',
        signs: 'own',
        keys: NIST_CURVES,
        createdAt: 'yes',
        readsFile: 'its signature files hold the text itself',
        textOnly: true,
        keyFiles: ['kms-public-key.asc', 'kms-public-key.gpg'],
        identity: 'user id',
    },
};
const FORMATS = Object.keys(FORMAT_FACTS);
function factsOf(format) {
    return FORMAT_FACTS[format];
}
function formatsWhere(fact, formats = FORMATS) {
    return formats.filter((format) => fact(factsOf(format), format));
}
const EXTENSIONS = ofEach(({ extension }) => extension);
function ofEach(value) {
    const entries = FORMATS.map((format) => [format, value(factsOf(format))]);
    return Object.fromEntries(entries);
}
function needsCreatedAt(formats, hasCertificate) {
    return (formatsWhere(({ createdAt }) => createdAt === 'yes' || (createdAt !== 'no' && !hasCertificate), formats).length > 0);
}
function needsSha512(formats, hash) {
    return formatsWhere(({ sha512InPlaceOf }) => sha512InPlaceOf.includes(hash), formats).length > 0;
}
function mayGoAhead(format) {
    const { signs, keys, createdAt } = factsOf(format);
    return signs === 'digest' && keys === EVERY_KEY && createdAt === 'no';
}
function listedFormats(formats) {
    return formats
        .map((format) => `\`${format}\``)
        .join(', ')
        .replace(/, (?=[^,]*$)/u, ' and ');
}
function keyFilesOf(formats, rsa) {
    const named = new Set(formats.flatMap((format) => factsOf(format).keyFiles));
    return KEY_FILE_NAMES.filter((name) => {
        const { written } = KEY_FILES[name];
        return written === 'always' || (written === 'RSA keys' ? rsa === true : named.has(name));
    });
}
function selfSignaturesOf(formats, hasCertificate) {
    const kinds = keyFilesOf(formats, undefined).map((name) => KEY_FILES[name].selfSignature);
    return new Set(kinds.filter((kind) => kind !== undefined && !(kind === 'x509' && hasCertificate))).size;
}


/***/ }),

/***/ 513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AW: () => (/* binding */ runFileKind),
/* harmony export */   cI: () => (/* binding */ isKeyFile)
/* harmony export */ });
/* unused harmony exports KEY_FILES, KEY_FILE_NAMES, MANIFEST_FILE, statementFileNames, runFileContentType */
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);

const TEXT = 'text/plain; charset=utf-8';
const PEM = 'application/x-pem-file';
const PGP_KEYS = 'application/pgp-keys';
const KEY_FILES = {
    'kms-public-key.pem': { written: 'always', contentType: PEM, selfSignature: undefined },
    'kms-public-key.pss.pem': { written: 'RSA keys', contentType: PEM, selfSignature: undefined },
    'kms-allowed-signers': { written: 'formats', contentType: TEXT, selfSignature: undefined },
    'kms-public-key.asc': { written: 'formats', contentType: PGP_KEYS, selfSignature: 'openpgp' },
    'kms-public-key.gpg': { written: 'formats', contentType: PGP_KEYS, selfSignature: 'openpgp' },
    'kms-certificate.pem': { written: 'formats', contentType: PEM, selfSignature: 'x509' },
};
const KEY_FILE_NAMES = Object.keys(KEY_FILES);
const MANIFEST_FILE = 'signatures.json';
const STATEMENT_FILES = ['provenance', 'sbom', 'attestation'];
function statementFileNames(kind, count) {
    if (count === 1)
        return [`${kind}.sigstore.json`];
    return Array.from({ length: count }, (_, index) => `${kind}-${index + 1}.sigstore.json`);
}
const STATEMENT = new RegExp(`^(?:${STATEMENT_FILES.join('|')})(?:-[1-9]\\d*)?\\.sigstore\\.json$`, 'u');
const CHECKSUM_FILES = new Set(_crypto_hashes_js__WEBPACK_IMPORTED_MODULE_0__/* .HASH_ALGORITHMS */ .UH.map((hash) => _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_0__/* .HASHES */ .T$[hash].checksumFile));
function runFileKind(name) {
    if (isKeyFile(name))
        return 'key';
    if (name === MANIFEST_FILE)
        return 'manifest';
    if (STATEMENT.test(name))
        return 'statement';
    return CHECKSUM_FILES.has(name) ? 'checksums' : undefined;
}
function isKeyFile(name) {
    return Object.hasOwn(KEY_FILES, name);
}
function runFileContentType(name) {
    if (isKeyFile(name))
        return KEY_FILES[name].contentType;
    const kind = runFileKind(name);
    if (kind === undefined)
        return undefined;
    return kind === 'checksums' ? TEXT : 'application/json';
}


/***/ }),

/***/ 5269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readPolicy),
/* harmony export */   g: () => (/* binding */ misfits)
/* harmony export */ });
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4900);

function readPolicy(lines, server, shown) {
    const rules = [];
    const faults = [];
    for (const line of lines.split(/\r\n|\r|\n/u).map((text) => text.trim())) {
        if (line === '')
            continue;
        const rule = readRule(line, server, shown);
        if (typeof rule === 'string')
            faults.push(rule);
        else if (rules.some(({ fact }) => fact === rule.fact))
            faults.push(`has ${shown(rule.fact)} twice`);
        else
            rules.push(rule);
    }
    return { rules, faults };
}
function misfits(rules, facts) {
    return rules.flatMap((rule) => {
        const found = facts[rule.fact];
        return found !== undefined && rule.accepts(found) ? [] : [{ rule, found }];
    });
}
function readRule(line, server, shown) {
    const [, name = '', wanted = ''] = /^([^:]*?)\s*(?::\s*(.*))?$/su.exec(line) ?? [];
    const fact = _run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .FACTS */ .q.find((known) => known === name);
    if (fact === undefined)
        return `has the line ${shown(line)}; a line is \`name: value\`, the names are ${_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .FACTS */ .q.join(', ')}`;
    if (wanted === '')
        return `has ${fact} without a value: an expression that came to nothing must not switch it off`;
    const { form, pattern, accepts } = KINDS[fact];
    if (!pattern.test(wanted))
        return `has ${fact} with ${shown(wanted)}, which is not ${form}`;
    return { fact, wanted, accepts: accepts(wanted, server) };
}
const exactly = (wanted) => (found) => found === wanted;
const exactlyOrPrefix = (wanted) => (found) => wanted.endsWith('*') ? found.startsWith(wanted.slice(0, -1)) : found === wanted;
const sameRepository = (wanted, server) => (found) => found.toLowerCase() === onServer(wanted, server).toLowerCase();
const sameBuilder = (wanted, server) => exactlyOrPrefix(onServer(wanted, server), server);
function onServer(value, server) {
    return /^https?:\/\//u.test(value) ? value : `${server}/${value}`;
}
const ID = { form: 'a number', pattern: /^\d+$/u, accepts: exactly };
const KINDS = {
    repository: {
        form: '`owner/name`, or its URL on another server',
        pattern: /^(?:https?:\/\/[^/\s*]+\/)?[^/:\s*@]+\/[^/:\s*@]+$/u,
        accepts: sameRepository,
    },
    'repository-id': ID,
    'owner-id': ID,
    ref: {
        form: 'a full ref such as `refs/tags/v1.2.3`, or one with a `*` at its end',
        pattern: /^refs\/[^\s*]+\*?$/u,
        accepts: exactlyOrPrefix,
    },
    commit: {
        form: 'a whole commit hash in lower case',
        pattern: /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u,
        accepts: exactly,
    },
    workflow: {
        form: 'the path of a workflow file such as `.github/workflows/release.yml`',
        pattern: /^[^\s/*][^\n*]*\.ya?ml$/u,
        accepts: exactly,
    },
    builder: {
        form: '`owner/name/path@ref` of a workflow, or that with a `*` at its end',
        pattern: /^(?:https?:\/\/[^/\s*]+\/)?[^/:\s*@]+\/[^/:\s*@]+\/[^\s*]+@(?:[^\s*]+\*?|\*)$/u,
        accepts: sameBuilder,
    },
    'runner-environment': {
        form: '`github-hosted` or `self-hosted`',
        pattern: /^(?:github|self)-hosted$/u,
        accepts: exactly,
    },
};


/***/ }),

/***/ 4900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runFacts),
/* harmony export */   q: () => (/* binding */ FACTS)
/* harmony export */ });
const FACTS = [
    'repository',
    'repository-id',
    'owner-id',
    'ref',
    'commit',
    'workflow',
    'builder',
    'runner-environment',
];
const BUILD_TYPES = [
    'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
    'https://actions.github.io/buildtypes/workflow/v1',
];
function runFacts(predicate) {
    const definition = at(predicate, 'buildDefinition');
    if (!BUILD_TYPES.includes(at(definition, 'buildType')))
        return {};
    const workflow = at(definition, 'externalParameters', 'workflow');
    const github = at(definition, 'internalParameters', 'github');
    const [repository, ref] = [text(at(workflow, 'repository')), text(at(workflow, 'ref'))];
    const facts = {
        repository,
        'repository-id': text(at(github, 'repository_id')),
        'owner-id': text(at(github, 'repository_owner_id')),
        ref,
        commit: commitOf(at(definition, 'resolvedDependencies'), `git+${repository ?? ''}@${ref ?? ''}`),
        workflow: text(at(workflow, 'path')),
        builder: text(at(predicate, 'runDetails', 'builder', 'id')),
        'runner-environment': text(at(github, 'runner_environment')),
    };
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
function commitOf(dependencies, uri) {
    if (!Array.isArray(dependencies))
        return undefined;
    const own = dependencies.filter((dependency) => at(dependency, 'uri') === uri);
    const commits = new Set(own.map((dependency) => text(at(dependency, 'digest', 'gitCommit'))));
    return commits.size === 1 ? [...commits][0] : undefined;
}
function at(value, ...path) {
    let found = value;
    for (const name of path) {
        if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name))
            return undefined;
        found = found[name];
    }
    return found;
}
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 8681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ../../node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(927);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(3705);
;// CONCATENATED MODULE: ./src/base/secrets.js
const MIN_PREFIX = 16;
const secrets = new Set();
function rememberSecret(secret) {
    if (secret.length >= MIN_PREFIX)
        secrets.add(secret);
}
function withoutSecrets(text) {
    let clean = text;
    for (const secret of secrets) {
        const start = secret.slice(0, MIN_PREFIX);
        for (let at = clean.indexOf(start); at >= 0; at = clean.indexOf(start, at))
            clean = `${clean.slice(0, at)}***${clean.slice(at + commonLength(secret, clean, at))}`;
    }
    return clean;
}
function commonLength(secret, text, at) {
    let length = MIN_PREFIX;
    while (length < secret.length && text[at + length] === secret[length])
        length += 1;
    return length;
}

// EXTERNAL MODULE: ./src/runner/commands.js
var commands = __webpack_require__(7984);
;// CONCATENATED MODULE: ./src/runner/failures.js


const MAX_CAUSES = 10;
function asKnown(thrown) {
    if (thrown instanceof errors/* ActionError */.lZ)
        return thrown;
    const failure = new errors/* ActionError */.lZ('INTERNAL_ERROR', `Something unexpected happened: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(thrown))}`, {
        hint: 'This is likely a defect of the action. Run the job again with debug logging (ACTIONS_STEP_DEBUG) and report the log.',
        cause: Error.isError(thrown) ? thrown.cause : undefined,
    });
    if (Error.isError(thrown) && thrown.stack !== undefined)
        failure.stack = thrown.stack;
    return failure;
}
function causesOf(error) {
    const lines = [];
    for (let cause = error.cause; cause !== undefined && lines.length < MAX_CAUSES;) {
        lines.push(`Caused by: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`);
        cause = Error.isError(cause) ? cause.cause : undefined;
    }
    return lines;
}

;// CONCATENATED MODULE: ./src/runner/help-link.js
function helpLink(code, env) {
    const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
    const ref = env['GITHUB_ACTION_REF'] ?? '';
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    if (!/^[\w.-]+\/[\w.-]+$/u.test(repository) || !/^[\w./-]+$/u.test(ref))
        return undefined;
    return `${server}/${repository}/blob/${ref}/docs/troubleshooting.md#${code.toLowerCase()}`;
}

;// CONCATENATED MODULE: ./src/runner/plain-text.js


function plainLog(line, isDebug) {
    const print = (text) => {
        line(withoutSecrets(text));
    };
    return {
        debug: (message) => {
            if (isDebug())
                print(message);
        },
        info: print,
        notice: (message) => {
            print(`Note: ${message}`);
        },
        warning: (message) => {
            print(`Warning: ${message}`);
        },
    };
}
function reportPlainly(error, log) {
    const known = asKnown(error);
    for (const line of causesOf(known))
        log.info(line);
    log.info(`${known.code}: ${known.message}${known.hint === undefined ? '' : `\n${known.hint}`}`);
}

;// CONCATENATED MODULE: ./src/runner/annotations.js







const MAX_ANNOTATION = 4000;
const COMMAND = /^([\s\u0085]*):(?=:)/gmu;
const annotating = {
    debug: (message) => {
        if (core/* isDebug */._o())
            core/* debug */.Yz(cut(withoutSecrets(message)));
    },
    info: (message) => {
        core/* info */.pq(inert(withoutSecrets(message)));
    },
    notice: (message) => {
        core/* notice */.lm(briefly(withoutSecrets(message)));
    },
    warning: (message) => {
        core/* warning */.$e(briefly(withoutSecrets(message)));
    },
};
const plain = plainLog((text) => {
    core/* info */.pq(inert(text));
}, core/* isDebug */._o);
const runnerLog = {
    debug: (message) => {
        logOfRun().debug(message);
    },
    info: (message) => {
        logOfRun().info(message);
    },
    notice: (message) => {
        logOfRun().notice(message);
    },
    warning: (message) => {
        logOfRun().warning(message);
    },
};
function logOfRun() {
    return isAnnotated() ? annotating : plain;
}
function isAnnotated() {
    return (0,commands/* commandsFor */.A)(process.env).annotations;
}
function reportFailure(error) {
    if (isAnnotated())
        annotateFailure(error);
    else
        reportPlainly(error, plain);
    if (core/* isDebug */._o() && Error.isError(error))
        runnerLog.debug(error.stack ?? '');
}
function annotateFailure(error) {
    const known = asKnown(error);
    for (const line of causesOf(known))
        runnerLog.info(line);
    const hint = [withoutSecrets(known.hint ?? ''), helpLink(known.code, process.env) ?? '']
        .map((line) => (line === '' ? '' : `\n${line}`))
        .join('');
    const whole = withoutSecrets(known.message);
    const message = (0,base_log/* withShortLists */.S7)(whole);
    if (message !== whole || whole.length + hint.length > MAX_ANNOTATION)
        runnerLog.info(whole + hint);
    core/* error */.z3(cut(message, Math.max(MAX_ANNOTATION / 2, MAX_ANNOTATION - hint.length)) + cut(hint, MAX_ANNOTATION / 2), {
        title: known.code,
    });
}
function briefly(text) {
    const brief = cut((0,base_log/* withShortLists */.S7)(text));
    if (brief !== text.toWellFormed())
        runnerLog.info(text);
    return brief;
}
function cut(text, limit = MAX_ANNOTATION) {
    return (text.length <= limit ? text : `${text.slice(0, limit - 1)}…`).toWellFormed();
}
function inert(message) {
    return message.replace(COMMAND, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}

;// CONCATENATED MODULE: ./src/runner/exit.js
const PATIENCE_MS = 4000;
function exit_exitWhenRead(delayMs = 0) {
    const exit = () => {
        if (isHeldUp)
            endAtOnce();
        process.exit();
    };
    const { stdout } = process;
    if (stdout.writableLength === 0 && delayMs === 0)
        exit();
    stdout.write('', () => setTimeout(exit, delayMs).unref());
    setTimeout(exit, delayMs + PATIENCE_MS).unref();
}
let isHeldUp = false;
function noteHeldUp() {
    isHeldUp = true;
}
function endAtOnce() {
    try {
        process.execve?.('/bin/sh', ['sh', '-c', `exit ${Number(process.exitCode ?? 0)}`], {});
    }
    catch {
    }
    process.kill(process.pid, 'SIGKILL');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/runner/outputs.js




const OF_POSIX = { lengthOf: (value) => Buffer.byteLength(value), most: 96 * 1024, unit: 'bytes' };
const OF_WINDOWS = { lengthOf: (value) => value.length, most: 32_000, unit: 'characters' };
const MOST_IN_ALL = 480_000;
function outputLimits(platform = process.platform) {
    return platform === 'win32' ? OF_WINDOWS : OF_POSIX;
}
let charactersInAll = 0;
function setOutput(name, value, instead, log, limits = outputLimits()) {
    if (!process.env['GITHUB_OUTPUT'])
        return;
    const why = tooLong(value, limits);
    if (why !== undefined)
        log.warning(`The output ${name} is left empty: ${why}. ${instead}`);
    else
        charactersInAll += value.length;
    try {
        core/* setOutput */.uH(name, why === undefined ? withoutSecrets(value) : '');
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('OUTPUT_FAILED', `The runner does not take the output ${name}: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`, {
            hint: 'The log has what the outputs would have said. GITHUB_OUTPUT must be a file that the step may write to: check the disk of the runner and, in a container, that the runner’s folder is mounted.',
            cause,
        });
    }
}
function fitsOutput(value) {
    return tooLong(value, outputLimits()) === undefined;
}
function tooLong(value, { lengthOf, most, unit }) {
    const length = lengthOf(value);
    if (length > most)
        return `it would hold ${length} ${unit}, and the most is ${most}`;
    if (charactersInAll + value.length <= MOST_IN_ALL)
        return undefined;
    return `with it, the outputs of this step would hold more than ${MOST_IN_ALL} characters, and a job may have 1 MB`;
}

;// CONCATENATED MODULE: ./src/runner/front.js








const PROGRESS_MS = 5000;
const front_runnerFront = {
    log: runnerLog,
    group: (heading, stage) => {
        if ((0,commands/* commandsFor */.A)(process.env).masks)
            return core/* group */.Os(heading, stage);
        runnerLog.info(`${heading}:`);
        return stage();
    },
    setOutput: (name, value, instead = '') => {
        setOutput(name, value, instead, runnerLog);
    },
    fitsOutput: fitsOutput,
    addSummary: (markdown) => {
        const path = process.env['GITHUB_STEP_SUMMARY'];
        if (!path)
            return;
        try {
            (0,external_node_fs_.appendFileSync)(path, `${withoutSecrets(markdown)}\n`);
        }
        catch (cause) {
            runnerLog.warning(`The job summary could not be written: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`);
        }
    },
    mask: (secret) => {
        rememberSecret(secret);
        if ((0,commands/* commandsFor */.A)(process.env).masks)
            core/* setSecret */.Pq(secret);
    },
    progress: {
        everyMs: PROGRESS_MS,
        show: (state) => {
            if (state !== undefined)
                runnerLog.info(state.text);
        },
    },
};

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/base/in-flight.js
const calls = new Set();
function in_flight_waitingFor(what) {
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

;// CONCATENATED MODULE: ./src/runner/contained.js







const active = new external_node_async_hooks_.AsyncLocalStorage();
async function contained({ signal, log, ms }, work) {
    if (signal.aborted)
        throw reasonOf(signal);
    install();
    const end = Promise.withResolvers();
    const failWith = (what, cause) => {
        end.reject(new ActionError('ARTIFACT_UPLOAD_FAILED', what, { cause }));
    };
    const timer = setTimeout(() => {
        failWith(`no answer within ${ms / 1000} s`);
    }, ms);
    const onAbort = () => {
        end.reject(reasonOf(signal));
    };
    signal.addEventListener('abort', onAbort);
    const arrived = waitingFor("GitHub's artifact service");
    const onStray = (error) => {
        failWith(`the client broke down: ${messageOf(error)}`, error);
    };
    const call = { log, onStray, isOver: false };
    try {
        return await Promise.race([active.run(call, work), end.promise]);
    }
    finally {
        call.isOver = true;
        arrived();
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
    }
}
function reasonOf(signal) {
    return signal.reason instanceof ActionError ? signal.reason : new ActionError('CANCELLED', 'The run was cancelled.');
}
function takeStray(error) {
    const call = active.getStore();
    if (call === undefined)
        return false;
    active.exit(() => {
        call.onStray(error);
    });
    return true;
}
let eventChecked;
async function loadContained(load) {
    eventChecked ??= setBrokenEventAside();
    await eventChecked;
    return load();
}
async function setBrokenEventAside() {
    const path = process.env['GITHUB_EVENT_PATH'];
    if (!path)
        return;
    try {
        JSON.parse(await readFile(path, 'utf8'));
    }
    catch {
        delete process.env['GITHUB_EVENT_PATH'];
    }
}
let isGuarded = false;
let filter;
function install() {
    if (process.stdout.write !== filter)
        filterOutput();
    if (isGuarded)
        return;
    isGuarded = true;
    subscribe(REQUEST_CREATED, (message) => {
        if (isCreated(message))
            guardRequest(message.request);
    });
}
const MASK = /^::add-mask::[^\r\n]*\r?\n?$/u;
const contained_COMMAND = /^::(debug|warning)(?: [^\r\n]*?)?::([^\r\n]*)\r?\n?$/u;
const MAX_SAID = 4000;
const URL_SECRET = /([?&]sig=)[^&"'\s]+/gu;
function filterOutput() {
    const original = process.stdout.write.bind(process.stdout);
    filter = (chunk, ...rest) => {
        const call = active.getStore();
        if (call === undefined)
            return original(chunk, ...rest);
        const whole = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
        if (MASK.test(whole))
            return commandsFor(process.env).masks ? original(chunk, ...rest) : true;
        const text = whole.replace(URL_SECRET, '$1***');
        const [, command, said] = contained_COMMAND.exec(text) ?? [];
        const shown = said === undefined ? printable(text.trim()) : printable(unescaped(said), MAX_SAID);
        active.exit(() => {
            if (command === 'warning')
                call.log.warning(shown);
            else
                call.log.debug(shown);
        });
        return true;
    };
    process.stdout.write = filter;
}
function unescaped(text) {
    return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
const REQUEST_CREATED = 'http.client.request.created';
function isCreated(message) {
    return typeof message === 'object' && message !== null && 'request' in message;
}
function guardRequest(request) {
    if (active.getStore()?.isOver === true) {
        request.destroy(new Error('The call was given up'));
        return;
    }
    const token = process.env['ACTIONS_RUNTIME_TOKEN'] ?? '';
    if (token === '' || !JSON.stringify(request.getHeaders()).includes(token))
        return;
    const home = URL.parse(process.env['ACTIONS_RESULTS_URL'] ?? '');
    if (request.protocol === home?.protocol && request.getHeader('host') === home.host)
        return;
    request.destroy(new Error('It led to another host, which does not get the token'));
}

;// CONCATENATED MODULE: ./src/runner/verdict.js





let hasFailed = false;
function failWith(error, { report }) {
    process.exitCode = 1;
    hasFailed = true;
    report(error);
}
async function verdict_guardVerdict(run, verdict) {
    const noVerdict = () => {
        failWith(haltedRun(), verdict);
    };
    const report = external_node_async_hooks_.AsyncLocalStorage.bind((error) => {
        failWith(error, verdict);
        exit_exitWhenRead();
    });
    const onCrash = (error) => {
        if (!takeStray(error))
            report(error);
    };
    const noteLate = (error) => {
        verdict.log.debug(`After the verdict: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(error))}`);
    };
    process.exitCode = 1;
    process.once('beforeExit', noVerdict);
    process.on('uncaughtException', onCrash);
    try {
        await run();
        if (!hasFailed)
            process.exitCode = 0;
    }
    catch (error) {
        failWith(error, verdict);
    }
    finally {
        process.off('beforeExit', noVerdict);
        process.on('uncaughtException', noteLate).off('uncaughtException', onCrash);
    }
}
function haltedRun() {
    const what = 'The run came to a halt before it was complete: something that it waited for never answered.';
    return new errors/* ActionError */.lZ('INTERNAL_ERROR', what, {
        hint: 'Run the job again. If that does not help, run it with debug logging (ACTIONS_STEP_DEBUG) and report the log.',
    });
}

;// CONCATENATED MODULE: ./src/runner/run-action.js





const verdict = { report: reportFailure, log: runnerLog };
const run_action_PATIENCE_MS = 500;
async function runAction(run) {
    await guardVerdict(() => run(process.env, runnerFront), verdict);
    exitWhenRead(run_action_PATIENCE_MS);
}
async function runReadingAction(run, left) {
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
            failWith(new errors/* ActionError */.lZ('CANCELLED', `The run was cancelled (${signal}): ${left}`), verdict);
            exit_exitWhenRead();
        });
    }
    await verdict_guardVerdict(() => run(process.env, front_runnerFront), verdict);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/files/names.js
var names = __webpack_require__(2145);
// EXTERNAL MODULE: ./src/files/matches.js + 9 modules
var files_matches = __webpack_require__(640);
;// CONCATENATED MODULE: ./src/verify/find-files.js



async function findFiles(inputs, log) {
    const { files, workspace, ifNoFilesFound } = inputs;
    const search = { patterns: files, workspace, maxFiles: 0, ifNoFilesFound, takesHidden: true, log };
    const { patterns, matches } = await (0,files_matches/* collectMatches */.AU)(search);
    const sorted = matches.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    (0,files_matches/* refuseProblems */.nN)(sorted);
    refuseLineBreaks(sorted);
    (0,files_matches/* reportUnmatched */.Er)(search, patterns, sorted);
    return sorted.map(({ path, below }) => ({ path, below }));
}
function refuseLineBreaks(matches) {
    const broken = matches.filter(({ path }) => /[\r\n\0]/u.test(path)).map(({ path }) => (0,base_log/* printable */.g$)(path));
    if (broken.length === 0)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Names with a line break cannot be verified:\n${(0,base_log/* listed */.KE)(broken)}`, {
        hint: 'The sign action signs no such file: leave it out by a line with `!`, or find out where it comes from.',
    });
}

// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(6137);
// EXTERNAL MODULE: ./src/crypto/key-algorithm.js
var key_algorithm = __webpack_require__(3996);
;// CONCATENATED MODULE: ./src/base/loopback.js
function isLoopback(hostname) {
    const host = bareHost(hostname);
    return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}
function bareHost(host) {
    return host
        .toLowerCase()
        .replace(/^\[(.+)\]$/u, '$1')
        .replace(/(.)\.$/u, '$1');
}

// EXTERNAL MODULE: ./src/crypto/hashes.js
var hashes = __webpack_require__(8127);
;// CONCATENATED MODULE: ./src/inputs/input-reader.js



class InputReader {
    #env;
    #faults = [];
    constructor(env) {
        this.#env = env;
    }
    get faults() {
        return this.#faults.map(({ text }) => text);
    }
    text(name) {
        return (this.#env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
    }
    optional(name) {
        return this.text(name) || undefined;
    }
    fault(name, what, example) {
        this.#faults.push({ name, text: `Input '${name}' ${what}. Example: ${example}` });
    }
    faultOf(sentence, example) {
        this.#faults.push({ name: '', text: `${sentence}. Example: ${example}` });
    }
    hasFault(name) {
        return this.#faults.some((fault) => fault.name === name);
    }
    boolean(name, fallback) {
        const text = this.text(name);
        if (text === '')
            return fallback;
        const value = booleanIn(text);
        if (value !== undefined)
            return value;
        this.fault(name, `is ${input_reader_quoted(text)}, which is not a boolean`, `\`${name}: true\` or \`${name}: false\``);
        return fallback;
    }
    booleanOr(name, word) {
        const text = this.text(name);
        const value = text === '' || text === word ? word : booleanIn(text);
        if (value !== undefined)
            return value;
        this.fault(name, `is ${input_reader_quoted(text)}; it takes ${word}, true or false`, `\`${name}: ${word}\``);
        return word;
    }
    choice(name, values, fallback) {
        const text = this.text(name);
        if (text === '')
            return fallback;
        const value = values.find((candidate) => candidate === text);
        if (value !== undefined)
            return value;
        this.fault(name, `is ${input_reader_quoted(text)}, which is not one of ${values.join(', ')}`, `\`${name}: ${fallback}\``);
        return fallback;
    }
    list(name, values, fallback) {
        const given = this.text(name)
            .split(/[\s,]+/u)
            .filter((item) => item !== '');
        if (given.length === 0)
            return fallback;
        const unknown = given.filter((item) => !values.some((value) => value === item));
        if (unknown.length > 0) {
            const what = `holds ${unknown.slice(0, 5).map(input_reader_quoted).join(', ')}; it takes ${values.join(', ')}`;
            this.fault(name, what, `\`${name}: ${fallback.join(', ')}\``);
        }
        return values.filter((value) => given.includes(value));
    }
    number(name, fallback, least, most, decimals = false) {
        const text = this.text(name);
        if (text === '')
            return fallback;
        const value = /^(\d+(\.\d*)?|\.\d+)$/u.test(text) ? Number(text) : NaN;
        if (value >= least && value <= most && (decimals || Number.isInteger(value)))
            return value;
        const kind = decimals ? 'number' : 'whole number';
        const range = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
        this.fault(name, `is ${input_reader_quoted(text)}, which is not a ${kind} ${range}`, `\`${name}: ${fallback}\``);
        return fallback;
    }
    origin(name) {
        const url = this.url(name, `https://${name.replace('-endpoint', '')}.example.net`);
        if (url === undefined)
            return undefined;
        if (url.pathname === '/' && url.search === '' && url.hash === '')
            return url.origin;
        this.fault(name, `is ${input_reader_quoted(this.text(name))}, which has more than an origin`, `\`${name}: ${url.origin}\``);
        return undefined;
    }
    url(name, example) {
        const text = this.text(name);
        if (text === '')
            return undefined;
        const url = URL.parse(text);
        const good = `\`${name}: ${example}\``;
        if (url === null)
            this.fault(name, 'is not a URL', good);
        else if (url.username !== '' || url.password !== '' || (url.host === '' && text.includes('@')))
            this.fault(name, 'holds a user name or password', good);
        else if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
            this.fault(name, `is ${input_reader_quoted(text)}: tokens go over https:// only (http:// on a loopback address)`, good);
        }
        else
            return url;
        return undefined;
    }
}
function booleanIn(text) {
    if (['true', 'True', 'TRUE'].includes(text))
        return true;
    return ['false', 'False', 'FALSE'].includes(text) ? false : undefined;
}
function input_reader_quoted(text) {
    return `"${(0,base_log/* printable */.g$)(text, 80)}"`;
}
const HASH_CHOICES = ['auto', ...hashes/* HASH_ALGORITHMS */.UH];

// EXTERNAL MODULE: ./src/crypto/public-key.js
var public_key = __webpack_require__(4188);
// EXTERNAL MODULE: ./src/base/read-bounded.js
var read_bounded = __webpack_require__(7211);
;// CONCATENATED MODULE: ./src/inputs/key-pin.js




const MAX_PEM_BYTES = 1024 * 1024;
const PEM_EXAMPLE = '`public-key: sha256:<64 hex digits>`, the PEM text itself, or the path of a PEM file';
async function readKeyPin(reader, workspace) {
    const text = reader.text('public-key');
    if (text === '')
        return { kind: 'none' };
    if (/^sha256:/iu.test(text))
        return fingerprintPin(reader, text);
    if (faultOfBareFingerprint(reader, 'public-key', text))
        return { kind: 'none' };
    const pem = await pemTextOrFile(reader, 'public-key', workspace, PEM_EXAMPLE);
    if (pem === undefined)
        return { kind: 'none' };
    const { publicKeyInText } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4188));
    try {
        return { kind: 'pem', key: publicKeyInText(pem) };
    }
    catch {
        const holds = /-----BEGIN ([A-Z0-9 ]+)-----/u.exec(pem)?.[1];
        const what = holds === undefined ? 'holds no PEM' : `holds a ${holds}, or a damaged one`;
        reader.fault('public-key', `${what}, not one PUBLIC KEY`, PEM_EXAMPLE);
        return { kind: 'none' };
    }
}
function fingerprintPin(reader, text) {
    const fingerprint = text.toLowerCase();
    if (/^sha256:[0-9a-f]{64}$/u.test(fingerprint))
        return { kind: 'fingerprint', fingerprint };
    reader.fault('public-key', `is ${quoted(text)}, which is not sha256: and 64 hex digits`, PEM_EXAMPLE);
    return { kind: 'none' };
}
const BARE_FINGERPRINT = /^(?:[A-Za-z0-9-]*\([^\n]*\) ?= ?)?([0-9a-f]{64}|(?:[0-9a-f]{2}:){31}[0-9a-f]{2})(?: [ *][^\n]*)?$/iu;
function faultOfBareFingerprint(reader, name, text) {
    const hex = BARE_FINGERPRINT.exec(text)?.[1]?.replaceAll(':', '').toLowerCase();
    if (hex === undefined)
        return false;
    reader.fault(name, `is ${input_reader_quoted(text)}, a fingerprint without \`sha256:\` before it`, `\`${name}: sha256:${hex}\``);
    return true;
}
async function pemTextOrFile(reader, name, workspace, example) {
    const text = reader.text(name);
    if (text === '' || text.includes('-----BEGIN'))
        return text || undefined;
    if (/[\r\n\0]/u.test(text)) {
        reader.fault(name, 'is neither PEM text nor a path', example);
        return undefined;
    }
    try {
        return (await (0,read_bounded/* readBounded */.CB)((0,external_node_path_.resolve)(workspace, text), MAX_PEM_BYTES)).toString();
    }
    catch (cause) {
        const why = cause instanceof RangeError
            ? `whose file ${cause.message}`
            : (0,errors/* systemCodeOf */.c7)(cause) === 'ENOENT'
                ? 'and there is no such file'
                : `a path that cannot be read (${(0,errors/* systemCodeOf */.c7)(cause) ?? 'no file'})`;
        reader.fault(name, `is ${input_reader_quoted(text)}, ${why}`, example);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/verify/key-inputs.js





const MAX_KEYS = 10;
const KEY_EXAMPLE = '`public-key: keys/release.pem`, or the PEM text itself';
const FINGERPRINT_EXAMPLE = '`fingerprint: sha256:<64 hex digits>`';
const BLOCK = /(-----BEGIN ([A-Z0-9 ]{1,40})-----[^-]*-----END \2-----)/gu;
async function readPublicKeys(reader, workspace) {
    const text = reader.text('public-key');
    if (text === '')
        reader.fault('public-key', 'is required and empty', KEY_EXAMPLE);
    if (/^sha256:/iu.test(text)) {
        const what = 'is a fingerprint; verifying takes the key itself';
        reader.fault('public-key', what, `${KEY_EXAMPLE}, with ${FINGERPRINT_EXAMPLE}`);
        return [];
    }
    if (faultOfBareFingerprint(reader, 'public-key', text))
        return [];
    const pem = await pemTextOrFile(reader, 'public-key', workspace, KEY_EXAMPLE);
    if (pem === undefined)
        return [];
    const keys = parseKeys(pem);
    if (typeof keys !== 'string')
        return keys;
    reader.fault('public-key', keys, KEY_EXAMPLE);
    return [];
}
function parseKeys(pem) {
    const blocks = [...pem.matchAll(BLOCK)];
    const label = blocks.map(([, , found]) => found).find((found) => found !== 'PUBLIC KEY');
    const single = /-----BEGIN ([A-Z0-9 ]{1,40})-----/u.exec(pem)?.[1];
    if (label !== undefined || blocks.length === 0) {
        const wrong = label ?? single;
        return `${wrong === undefined ? 'holds no PEM' : `holds a ${wrong}, or a damaged one`}, not one PUBLIC KEY or several`;
    }
    if (pem.split('-----BEGIN ').length - 1 !== blocks.length)
        return 'holds a damaged block beside its PUBLIC KEY';
    if (blocks.length > MAX_KEYS)
        return `holds ${blocks.length} keys; at most ${MAX_KEYS} can be trusted`;
    const keys = [];
    for (const [index, [, block = '']] of blocks.entries()) {
        const key = parsed(block);
        const nth = blocks.length === 1 ? '' : ` as its key ${index + 1}`;
        if (key === undefined)
            return `holds a PUBLIC KEY, or a damaged one${nth}, not one PUBLIC KEY or several`;
        if (keys.some(({ fingerprint }) => fingerprint === key.fingerprint))
            return `holds the key ${key.fingerprint} twice`;
        keys.push(key);
    }
    return keys;
}
function parsed(block) {
    try {
        return (0,public_key/* parsePublicKey */.ee)(block);
    }
    catch {
        return undefined;
    }
}
function readFingerprints(reader) {
    const text = reader.text('fingerprint');
    if (faultOfBareFingerprint(reader, 'fingerprint', text))
        return [];
    const given = text
        .toLowerCase()
        .split(/[\s,]+/u)
        .filter((text) => text !== '');
    const wrong = given.find((text) => !/^sha256:[0-9a-f]{64}$/u.test(text));
    if (wrong === undefined)
        return given;
    reader.fault('fingerprint', `is ${input_reader_quoted(wrong)}, which is not sha256: and 64 hex digits`, FINGERPRINT_EXAMPLE);
    return [];
}
function checkFingerprints(keys, fingerprints) {
    if (fingerprints.length === 0)
        return;
    const nth = (index) => (keys.length === 1 ? 'The key' : `Key ${index + 1}`);
    const wrong = keys.flatMap(({ fingerprint }, index) => {
        const expected = fingerprints[index];
        return expected === undefined || expected === fingerprint
            ? []
            : [`${nth(index)} in public-key has the fingerprint ${fingerprint}, and fingerprint calls for ${expected}.`];
    });
    if (wrong.length === 0)
        return;
    throw new errors/* ActionError */.lZ('KEY_MISMATCH', wrong.join('\n'), {
        hint: 'If the key came with the download, the download is not to be trusted. If the publisher changed the key, get the new fingerprint from where you got the old one, not from the release.',
    });
}
function checkFingerprintCount(reader, keys, fingerprints) {
    if (keys.length === 0 || fingerprints.length === 0 || keys.length === fingerprints.length)
        return;
    const what = `holds ${fingerprints.length}, and public-key holds ${keys.length} keys: each needs its own, in their order`;
    reader.fault('fingerprint', what, FINGERPRINT_EXAMPLE);
}
function keyFile(reader, workspace) {
    const text = reader.text('public-key');
    return text.includes('-----BEGIN') ? undefined : (0,external_node_path_.resolve)(workspace, text);
}

// EXTERNAL MODULE: ./src/verify/policy.js
var policy = __webpack_require__(5269);
;// CONCATENATED MODULE: ./src/verify/inputs.js







async function readInputs(env) {
    const reader = new InputReader(env);
    const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.');
    const path = (name) => {
        const text = reader.optional(name);
        return text === undefined ? undefined : (0,external_node_path_.resolve)(workspace, text);
    };
    const publicKeys = await readPublicKeys(reader, workspace);
    const fingerprints = readFingerprints(reader);
    checkFingerprintCount(reader, publicKeys, fingerprints);
    const inputs = {
        publicKeys,
        files: readFiles(reader),
        formats: reader.list('formats', facts/* FORMATS */.hR, facts/* FORMATS */.hR),
        workspace,
        signaturesDir: path('signatures-dir'),
        checksums: path('checksums'),
        provenance: reader.optional('provenance'),
        policy: readPolicyInput(reader, env),
        attestations: readAttestations(reader),
        hashAlgorithm: reader.choice('hash-algorithm', HASH_CHOICES, 'auto'),
        ifNoFilesFound: reader.choice('if-no-files-found', ['error', 'warn', 'ignore'], 'error'),
    };
    checkHash(reader, publicKeys, inputs.hashAlgorithm);
    if (reader.faults.length > 0)
        throw invalidInputs(reader.faults);
    checkFingerprints(publicKeys, fingerprints);
    return { ...inputs, unpinnedKeyFile: fingerprints.length === 0 ? keyFile(reader, workspace) : undefined };
}
function readFiles(reader) {
    const files = reader.text('files');
    if (files === '')
        reader.fault('files', 'is required and empty', '`files: dist/*.tar.gz`');
    return files;
}
const POLICY_EXAMPLE = '`policy: |`, then lines such as `repository: example/app` and `ref: refs/tags/*`';
function readPolicyInput(reader, env) {
    const isGiven = (env['INPUT_POLICY'] ?? '') !== '';
    const server = (env['GITHUB_SERVER_URL'] ?? '') || 'https://github.com';
    const { rules, faults } = (0,policy/* readPolicy */.T)(reader.text('policy'), server.replace(/\/$/u, ''), input_reader_quoted);
    for (const fault of faults)
        reader.fault('policy', fault, POLICY_EXAMPLE);
    if (isGiven && rules.length === 0 && faults.length === 0)
        reader.fault('policy', 'is given and has no line: leave it out where no policy is meant', POLICY_EXAMPLE);
    if (isGiven && reader.text('provenance') === '') {
        const what = 'is given without `provenance`: it is about what provenance says';
        reader.fault('policy', what, '`provenance: dist/provenance*.sigstore.json`');
    }
    return rules;
}
function readAttestations(reader) {
    const patterns = reader.text('attestations');
    const predicateType = reader.text('predicate-type');
    const example = '`predicate-type: https://spdx.dev/Document`';
    if (patterns !== '' && predicateType === '')
        reader.fault('predicate-type', 'is empty, and `attestations` needs the type that they have to be of', example);
    else if (patterns === '' && predicateType !== '')
        reader.fault('attestations', 'is empty, and `predicate-type` is about nothing else', '`attestations: dist/sbom*.sigstore.json`');
    else if (predicateType !== '' && !/^[a-z][a-z0-9+.-]*:[^\s]+$/iu.test(predicateType))
        reader.fault('predicate-type', `is ${input_reader_quoted(predicateType)}, which is not a URI`, example);
    return patterns === '' ? undefined : { patterns, predicateType };
}
function checkHash(reader, keys, hash) {
    if (hash === 'auto' || keys.length === 0)
        return;
    const algorithms = keys.map((key) => (0,key_algorithm/* algorithmOfPublicKey */.$J)(key));
    const wrong = algorithms.find((algorithm) => algorithm !== undefined && algorithm.hash !== hash);
    if (wrong === undefined || algorithms.includes(undefined))
        return;
    const what = `is ${hash}, and the trusted key of type ${wrong.name} signs ${wrong.hash}`;
    reader.fault('hash-algorithm', what, '`hash-algorithm: auto`');
}
function invalidInputs(faults) {
    const message = faults.length === 1 ? (faults[0] ?? '') : `${faults.length} faults:\n- ${faults.join('\n- ')}`;
    return new errors/* ActionError */.lZ('INVALID_INPUT', message, {
        hint: 'docs/verify-action.md has a table of all inputs.',
    });
}

// EXTERNAL MODULE: ./src/verify/verify-outputs.js
var verify_outputs = __webpack_require__(9933);
;// CONCATENATED MODULE: ./src/verify/main.js







async function run(env, front) {
    const told = [];
    const addSummary = (markdown) => {
        told.push(markdown);
        front.addSummary(markdown);
    };
    try {
        await stages(env, { ...front, addSummary });
    }
    catch (thrown) {
        if (told.length > 0 || !(thrown instanceof errors/* ActionError */.lZ))
            throw thrown;
        const { withMeaning, withShortPaths } = await __webpack_require__.e(/* import() */ 316).then(__webpack_require__.bind(__webpack_require__, 6316));
        const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.');
        const failure = withMeaning(withShortPaths(thrown, workspace), 'Nothing was verified.');
        const { failureSummary } = await __webpack_require__.e(/* import() */ 754).then(__webpack_require__.bind(__webpack_require__, 2754));
        front.addSummary(failureSummary('Nothing was verified', { failure, help: helpLink(failure.code, env) }));
        throw failure;
    }
}
async function stages(env, front) {
    const inputs = await readInputs(env);
    const found = await front.group('Find the files', () => findFiles(inputs, front.log));
    noticeKeyOfDownload(inputs, found, front.log);
    if (found.length === 0) {
        (0,verify_outputs/* setVerifyOutputs */.k)({ files: [], problems: [], leftOut: [] }, inputs.workspace, front);
        return;
    }
    const { verifyAndReport } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(577)]).then(__webpack_require__.bind(__webpack_require__, 9577));
    await verifyAndReport(inputs, found, front);
}
function noticeKeyOfDownload({ unpinnedKeyFile, signaturesDir, publicKeys }, found, log) {
    if (unpinnedKeyFile === undefined)
        return;
    const folder = (0,names/* commonFolder */.Mp)(found.map(({ path }) => (0,external_node_path_.dirname)(path)));
    if (![folder, signaturesDir].includes((0,external_node_path_.dirname)(unpinnedKeyFile)))
        return;
    log.notice('The public key lies with the files that it is to prove. If it came with the download, it proves nothing: ' +
        `set \`fingerprint\` to the one that the publisher shows elsewhere (this key has ${publicKeys.map(({ fingerprint }) => fingerprint).join(', ')}), or keep the key in the repository.`);
}

;// CONCATENATED MODULE: ./src/verify/start.js


async function start() {
    await runReadingAction(run, 'not everything was verified.');
}


/***/ }),

/***/ 9522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isVerified)
/* harmony export */ });
function isVerified({ proofs, problems }) {
    return proofs.length > 0 && problems.length === 0;
}


/***/ }),

/***/ 9933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ setVerifyOutputs)
/* harmony export */ });
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3097);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9522);


function setVerifyOutputs(verdict, workspace, front) {
    front.setOutput('verified-count', String(verdict.files.filter(_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .isVerified */ .p).length));
    const full = results(verdict, workspace, true);
    const fitting = front.fitsOutput(full) ? full : results(verdict, workspace, false);
    front.setOutput('results', fitting, 'The log names every file that is not verified.');
}
function results({ files, leftOut }, workspace, withProofs) {
    const shown = (path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_0__/* .displayPath */ .Gt)(path, workspace);
    return JSON.stringify([
        ...files.map((file) => resultOf(file, shown, withProofs)),
        ...leftOut.map((match) => resultOfLeftOut(match, shown)),
    ]);
}
function resultOf(file, shown, withProofs) {
    const { name, path, proofs, problems } = file;
    const [first] = proofs;
    return {
        name,
        path: shown(path),
        verified: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .isVerified */ .p)(file),
        verifiedBy: proofs.map(({ by }) => by),
        ...(first === undefined ? {} : { keyFingerprint: first.keyFingerprint }),
        ...(withProofs && first !== undefined
            ? { proofs: proofs.map(({ source, ...proof }) => ({ ...proof, source: shown(source) })) }
            : {}),
        problems: problems.map(({ code, path: wrong, reason }) => ({ code, path: shown(wrong), reason })),
    };
}
function resultOfLeftOut({ path, why, proven }, shown) {
    return { path: shown(path), verified: proven, leftOut: why };
}


/***/ })

};
