export const id = 947;
export const ids = [947];
export const modules = {

/***/ 63097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   kn: () => (/* binding */ withoutWorkspace),
/* harmony export */   pS: () => (/* binding */ shownPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);


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

/***/ 3582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ otherServer)
/* harmony export */ });
function otherServer(env) {
    if (env['FORGEJO_ACTIONS'] === 'true')
        return 'Forgejo';
    return env['GITEA_ACTIONS'] === 'true' ? 'Gitea' : undefined;
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
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43705);

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
/* harmony export */   _j: () => (/* binding */ asArray),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   oJ: () => (/* binding */ asString),
/* harmony export */   op: () => (/* binding */ readJsonObject)
/* harmony export */ });
/* unused harmony export onlyFields */
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

/***/ 43705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   S7: () => (/* binding */ withShortLists),
/* harmony export */   Sk: () => (/* binding */ sized),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   d9: () => (/* binding */ firstNames),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
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

/***/ 32130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback),
/* harmony export */   n: () => (/* binding */ bareHost)
/* harmony export */ });
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

/***/ 36718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ TOO_MANY_OPEN_HINT),
/* harmony export */   HT: () => (/* binding */ waitToOpen),
/* harmony export */   S1: () => (/* binding */ isTooManyOpen),
/* harmony export */   Tq: () => (/* binding */ openFile),
/* harmony export */   d_: () => (/* binding */ patiently),
/* harmony export */   tM: () => (/* binding */ OPEN_FLAGS)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
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

/***/ 91316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* reexport safe */ node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8),
/* harmony export */   w: () => (/* reexport safe */ node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);




/***/ }),

/***/ 57211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   bh: () => (/* binding */ NOT_REGULAR)
/* harmony export */ });
/* unused harmony export readBoundedSync */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _open_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36718);
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
    const fd = openSync(path, OPEN_FLAGS);
    try {
        const stats = fstatSync(fd);
        const buffer = bufferFor(stats, limit);
        let length = 0;
        while (length < buffer.length) {
            const bytesRead = readSync(fd, buffer, { offset: length });
            if (bytesRead === 0)
                return buffer.subarray(0, length);
            length += bytesRead;
        }
        throw tooLong(stats, limit);
    }
    finally {
        closeSync(fd);
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

/***/ 31234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ rememberSecret),
/* harmony export */   c: () => (/* binding */ withoutSecrets)
/* harmony export */ });
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

/***/ 18127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ hashWhere),
/* harmony export */   T$: () => (/* binding */ HASHES),
/* harmony export */   UH: () => (/* binding */ HASH_ALGORITHMS)
/* harmony export */ });
/* unused harmony export HASH_TITLES */
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

/***/ 47380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AU: () => (/* binding */ collectMatches),
  nN: () => (/* binding */ refuseProblems),
  Er: () => (/* binding */ reportUnmatched),
  Z: () => (/* binding */ tooManyFiles),
  O$: () => (/* binding */ unreadable)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/files/names.js + 1 modules
var names = __webpack_require__(82426);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
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
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
// EXTERNAL MODULE: ./src/base/open-file.js
var open_file = __webpack_require__(36718);
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
var files_roots = __webpack_require__(69300);
// EXTERNAL MODULE: ./src/files/version-control.js
var version_control = __webpack_require__(87957);
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
        if (await (isLink ? leadsToHidden(walk, place) : (0,version_control/* isVersionControl */.U)(place.path))) {
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
    const known = hidden.get(identity) ?? (await (0,version_control/* belowVersionControl */.t)(place.path, workspace)) !== undefined;
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

/***/ 27960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ FolderNames),
/* harmony export */   o: () => (/* binding */ widestKey)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_open_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36718);



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

/***/ 82426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CG: () => (/* binding */ SIGNATURE_EXTENSIONS),
  MV: () => (/* binding */ STAGING_NAME),
  th: () => (/* binding */ STAGING_PREFIX),
  Mp: () => (/* binding */ commonFolder),
  fq: () => (/* binding */ isRunFileName),
  UO: () => (/* binding */ isWithin),
  eZ: () => (/* binding */ namesOf),
  YE: () => (/* binding */ signedPathsOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/platform.js
var platform = __webpack_require__(91316);
;// CONCATENATED MODULE: ./src/base/path-within.js

function pathWithin(path, folder) {
    if (path === folder)
        return '';
    const inside = folder.endsWith(platform/* SEPARATOR */.w) ? folder : folder + platform/* SEPARATOR */.w;
    return path.startsWith(inside) ? path.slice(inside.length) : undefined;
}

// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
// EXTERNAL MODULE: ./src/formats/run-files.js
var run_files = __webpack_require__(40513);
;// CONCATENATED MODULE: ./src/files/names.js




const STAGING_PREFIX = '.kms-sign-';
const STAGING_NAME = /^\.kms-sign-(\d+)-(\d+)-(?:([0-9a-f]{12})-)?[0-9a-f]{12}$/u;
const SIGNATURE_EXTENSIONS = Object.values(facts/* EXTENSIONS */.Z1);
function isRunFileName(name, signsChecksums) {
    const kind = (0,run_files/* runFileKind */.AW)(name);
    if (kind !== undefined)
        return kind !== 'checksums' || signsChecksums;
    return signsChecksums && signedPathsOf(name).some((signed) => (0,run_files/* runFileKind */.AW)(signed) === 'checksums');
}
function signedPathsOf(path, extensions = SIGNATURE_EXTENSIONS) {
    return extensions
        .filter((extension) => path.endsWith(extension))
        .map((extension) => path.slice(0, -extension.length))
        .filter((signed) => signed !== '' && !signed.endsWith(external_node_path_.sep) && !signed.endsWith('/'));
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
        const parent = (0,external_node_path_.dirname)(common);
        if (parent === common)
            return common;
        common = parent;
    }
    return common;
}
function isWithin(path, folder) {
    return pathWithin(path, folder) !== undefined;
}
function namesOf(paths, folder) {
    const names = paths.map((path) => (0,external_node_path_.basename)(path));
    if (new Set(names).size === names.length)
        return names;
    return paths.map((path) => (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/'));
}


/***/ }),

/***/ 12198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NM: () => (/* binding */ hasPointerSize),
/* harmony export */   Xs: () => (/* binding */ warnOfOddities),
/* harmony export */   YY: () => (/* binding */ POINTER_BYTES),
/* harmony export */   hH: () => (/* binding */ oddityOf)
/* harmony export */ });
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43705);

const POINTER_SIZES = { least: 100, most: 1023 };
const POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const POINTER_BYTES = POINTER_SIZES.most;
const WARNINGS = {
    empty: 'Empty; did a build step or a download fail?',
    pointer: 'Pointers of Git LFS and not the files themselves; check out with `lfs: true`:',
};
function hasPointerSize(size) {
    return size >= POINTER_SIZES.least && size <= POINTER_SIZES.most;
}
function oddityOf(size, head) {
    if (size === 0)
        return 'empty';
    return hasPointerSize(size) && Buffer.from(head.subarray(0, POINTER.length)).toString('latin1') === POINTER
        ? 'pointer'
        : undefined;
}
function warnOfOddities(files, log) {
    for (const kind of ['empty', 'pointer']) {
        const names = files.filter(({ oddity }) => oddity === kind).map(({ name }) => (0,_base_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name, 200));
        if (names.length > 0)
            log.warning(`${WARNINGS[kind]}\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(names)}`);
    }
}


/***/ }),

/***/ 69300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ Roots)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82426);
/* harmony import */ var _name_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27960);




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

/***/ 87957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isVersionControl),
/* harmony export */   t: () => (/* binding */ belowVersionControl)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _name_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27960);



const FOLDERS = ['.git', '.hg', '.svn'];
async function isVersionControl(path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
    const known = FOLDERS.find((folder) => folder === name.toLowerCase());
    if (known === undefined || known === name)
        return known !== undefined;
    return await new _name_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .FolderNames */ .F().areOne((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), name, known);
}
async function belowVersionControl(path, workspace) {
    const [real, inside] = await Promise.all([realOf(path), realOf(workspace)]);
    for (let at = real; at !== inside && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) !== at; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
        if (await isVersionControl(at))
            return real;
    return undefined;
}
async function realOf(path) {
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch {
        return above === path ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await realOf(above), path.slice(above.length));
    }
}


/***/ }),

/***/ 76137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ mayGoAhead),
/* harmony export */   Me: () => (/* binding */ formatsWhere),
/* harmony export */   Ye: () => (/* binding */ keyFilesOf),
/* harmony export */   Z1: () => (/* binding */ EXTENSIONS),
/* harmony export */   cn: () => (/* binding */ needsSha512),
/* harmony export */   eE: () => (/* binding */ listedFormats),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   lz: () => (/* binding */ needsCreatedAt),
/* harmony export */   vH: () => (/* binding */ selfSignaturesOf),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40513);

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
    return _run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_FILE_NAMES */ ._Q.filter((name) => {
        const { written } = _run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_FILES */ .Qd[name];
        return written === 'always' || (written === 'RSA keys' ? rsa === true : named.has(name));
    });
}
function selfSignaturesOf(formats, hasCertificate) {
    const kinds = keyFilesOf(formats, undefined).map((name) => _run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_FILES */ .Qd[name].selfSignature);
    return new Set(kinds.filter((kind) => kind !== undefined && !(kind === 'x509' && hasCertificate))).size;
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

/***/ 40513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ runFileContentType),
/* harmony export */   AW: () => (/* binding */ runFileKind),
/* harmony export */   Qd: () => (/* binding */ KEY_FILES),
/* harmony export */   _Q: () => (/* binding */ KEY_FILE_NAMES),
/* harmony export */   cI: () => (/* binding */ isKeyFile),
/* harmony export */   h1: () => (/* binding */ MANIFEST_FILE),
/* harmony export */   mM: () => (/* binding */ statementFileNames)
/* harmony export */ });
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18127);

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

/***/ 97413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ takeStray),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   ix: () => (/* binding */ loadContained),
/* harmony export */   k_: () => (/* binding */ contained)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53053);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5664);
/* harmony import */ var _base_in_flight_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91295);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43705);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87984);







const active = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
async function contained({ signal, log, ms }, work) {
    if (signal.aborted)
        throw reasonOf(signal);
    install();
    const end = Promise.withResolvers();
    const failWith = (what, cause) => {
        end.reject(new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('ARTIFACT_UPLOAD_FAILED', what, { cause }));
    };
    const timer = setTimeout(() => {
        failWith(`no answer within ${ms / 1000} s`);
    }, ms);
    const onAbort = () => {
        end.reject(reasonOf(signal));
    };
    signal.addEventListener('abort', onAbort);
    const arrived = (0,_base_in_flight_js__WEBPACK_IMPORTED_MODULE_4__/* .waitingFor */ .F)("GitHub's artifact service");
    const onStray = (error) => {
        failWith(`the client broke down: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, error);
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
    return signal.reason instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ ? signal.reason : new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('CANCELLED', 'The run was cancelled.');
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
        JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'utf8'));
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
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__.subscribe)(REQUEST_CREATED, (message) => {
        if (isCreated(message))
            guardRequest(message.request);
    });
}
const MASK = /^::add-mask::[^\r\n]*\r?\n?$/u;
const COMMAND = /^::(debug|warning)(?: [^\r\n]*?)?::([^\r\n]*)\r?\n?$/u;
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
            return (0,_commands_js__WEBPACK_IMPORTED_MODULE_5__/* .commandsFor */ .A)(process.env).masks ? original(chunk, ...rest) : true;
        const text = whole.replace(URL_SECRET, '$1***');
        const [, command, said] = COMMAND.exec(text) ?? [];
        const shown = said === undefined ? (0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(text.trim()) : (0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(unescaped(said), MAX_SAID);
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
    warnOfMisreadNames(result.writtenPaths, workspace, front.log);
    try {
        setAll(result, notes, workspace, front);
    }
    catch (thrown) {
        front.log.info('These files are signed and in place:');
        for (const path of result.writtenPaths)
            front.log.info(`  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .Gt)(path, workspace))}`);
        throw thrown;
    }
}
function setAll(result, notes, workspace, front) {
    const lines = (paths) => paths.map((path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .Gt)(path, workspace)).join('\n');
    const runFile = (name) => lines([result.runFilePaths.get(name) ?? []].flat());
    const set = (name, value) => {
        front.setOutput(name, value, IN_MANIFEST);
    };
    set('files', lines(result.writtenPaths));
    set('signed-count', String(result.signedCount));
    set('signatures', JSON.stringify(rawSignatures(result)));
    set('manifest-path', runFile(_formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_FILE */ .h1));
    set('checksums-path', result.checksums?.displayPath ?? '');
    set('provenance-paths', lines(result.provenancePaths));
    set('attestation-paths', lines(result.attestationPaths));
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
function rawSignatures({ files, checksums }) {
    const signed = [...files, ...(checksums === undefined ? [] : [checksums])];
    return Object.fromEntries(signed.flatMap(({ name, signature }) => signature === undefined ? [] : [[name, signature.toString('base64')]]));
}
function warnOfMisreadNames(written, workspace, log) {
    const misread = written
        .map((path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .Gt)(path, workspace))
        .filter((path) => /[*?[\]{}!,\\]|^\s|\s$|^#/u.test(path));
    if (misread.length === 0)
        return;
    const names = misread.slice(0, 20).map((path) => `"${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(path, 200)}"`);
    log.warning(`The output files has ${misread.length} paths that an action which takes patterns would misread, such as ` +
        `${names.join(', ')}. Use release-assets, or name the files without * ? [ ] { } ! , and \\.`);
}


/***/ }),

/***/ 90947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ../../node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(40927);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/base/secrets.js
var secrets = __webpack_require__(31234);
// EXTERNAL MODULE: ./src/runner/commands.js
var commands = __webpack_require__(87984);
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
        line((0,secrets/* withoutSecrets */.c)(text));
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
            core/* debug */.Yz(cut((0,secrets/* withoutSecrets */.c)(message)));
    },
    info: (message) => {
        core/* info */.pq(inert((0,secrets/* withoutSecrets */.c)(message)));
    },
    notice: (message) => {
        core/* notice */.lm(briefly((0,secrets/* withoutSecrets */.c)(message)));
    },
    warning: (message) => {
        core/* warning */.$e(briefly((0,secrets/* withoutSecrets */.c)(message)));
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
    const hint = [(0,secrets/* withoutSecrets */.c)(known.hint ?? ''), helpLink(known.code, process.env) ?? '']
        .map((line) => (line === '' ? '' : `\n${line}`))
        .join('');
    const whole = (0,secrets/* withoutSecrets */.c)(known.message);
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
var external_node_fs_ = __webpack_require__(73024);
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
        core/* setOutput */.uH(name, why === undefined ? (0,secrets/* withoutSecrets */.c)(value) : '');
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
            (0,external_node_fs_.appendFileSync)(path, `${(0,secrets/* withoutSecrets */.c)(markdown)}\n`);
        }
        catch (cause) {
            runnerLog.warning(`The job summary could not be written: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`);
        }
    },
    mask: (secret) => {
        (0,secrets/* rememberSecret */.G)(secret);
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
var external_node_async_hooks_ = __webpack_require__(16698);
// EXTERNAL MODULE: ./src/runner/contained.js
var contained = __webpack_require__(97413);
;// CONCATENATED MODULE: ./src/runner/verdict.js





let hasFailed = false;
function verdict_failWith(error, { report }) {
    process.exitCode = 1;
    hasFailed = true;
    report(error);
}
async function verdict_guardVerdict(run, verdict) {
    const noVerdict = () => {
        verdict_failWith(haltedRun(), verdict);
    };
    const report = external_node_async_hooks_.AsyncLocalStorage.bind((error) => {
        verdict_failWith(error, verdict);
        exit_exitWhenRead();
    });
    const onCrash = (error) => {
        if (!(0,contained/* takeStray */.$U)(error))
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
        verdict_failWith(error, verdict);
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
    await verdict_guardVerdict(() => run(process.env, front_runnerFront), verdict);
    exit_exitWhenRead(run_action_PATIENCE_MS);
}
async function runReadingAction(run, left) {
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
            failWith(new ActionError('CANCELLED', `The run was cancelled (${signal}): ${left}`), verdict);
            exitWhenRead();
        });
    }
    await guardVerdict(() => run(process.env, runnerFront), verdict);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/files/matches.js + 8 modules
var files_matches = __webpack_require__(47380);
// EXTERNAL MODULE: ./src/files/names.js + 1 modules
var files_names = __webpack_require__(82426);
// EXTERNAL MODULE: ./src/files/oddities.js
var oddities = __webpack_require__(12198);
// EXTERNAL MODULE: ./src/files/roots.js
var roots = __webpack_require__(69300);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
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
    const own = { outputFolder: spelt, extensions, signsChecksums };
    const kept = matches.length === 0 ? matches : await releaseFilesOf(matches, own, isNamed, search.log);
    if (search.maxFiles > 0 && kept.length > search.maxFiles)
        throw (0,files_matches/* tooManyFiles */.Z)(search.maxFiles);
    const sorted = [...kept].sort((a, b) => (a.path < b.path ? -1 : 1));
    (0,files_matches/* refuseProblems */.nN)(sorted);
    (0,files_matches/* reportUnmatched */.Er)(search, patterns, sorted);
    const folder = (0,files_names/* commonFolder */.Mp)(sorted.map(({ path }) => (0,external_node_path_.dirname)(path))) ?? search.workspace;
    const paths = sorted.map(({ path }) => path);
    refuseLineBreaks(paths);
    const names = (0,files_names/* namesOf */.eZ)(paths, folder);
    refusePathsOfTheMachine(names, folder);
    const files = await (0,map_bounded/* mapBounded */.y)(sorted, PARALLEL_STATS, async (match, index) => {
        search.signal?.throwIfAborted();
        return { name: names[index] ?? '', folder: (0,external_node_path_.dirname)(match.path), source: await fileOnDisk(match.path) };
    });
    await warnOfOddFiles(files, search.log);
    return { files, commonFolder: folder, readPaths: paths };
}
async function releaseFilesOf(matches, own, isNamed, log) {
    const { leaveOut, logLeftOut } = await __webpack_require__.e(/* import() */ 805).then(__webpack_require__.bind(__webpack_require__, 82805));
    const { kept, leftOut } = await leaveOut(matches, own, isNamed);
    logLeftOut(leftOut, log);
    return kept;
}
async function fileOnDisk(path) {
    try {
        const { size, mode } = await (0,promises_.stat)(path);
        if ((mode & 0o444) !== 0o444)
            await (0,promises_.access)(path, promises_.constants.R_OK);
        return { kind: 'file', path, size };
    }
    catch (cause) {
        throw (0,files_matches/* unreadable */.O$)([`${(0,display_path/* shownPath */.pS)(path)}: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`], cause);
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
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `The files have no common folder in which to write what there is once a run:\n${(0,base_log/* listed */.KE)([...new Set(readPaths.map((path) => (0,external_node_path_.dirname)(path)))].map((path) => (0,display_path/* shownPath */.pS)(path)))}`, { hint: 'Set `output-dir`.' });
}
const isRoot = (folder) => (0,external_node_path_.dirname)(folder) === folder;
function refuseLineBreaks(paths) {
    const broken = paths.filter((path) => /[\r\n\0]/u.test(path)).map((path) => (0,display_path/* shownPath */.pS)(path));
    if (broken.length === 0)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Names with a line break cannot be signed:\n${(0,base_log/* listed */.KE)(broken)}`, {
        hint: 'Checksum files and outputs hold a name a line. Rename the file, or leave it out by a line with `!`.',
    });
}
async function warnOfOddFiles(files, log) {
    const odd = files.filter(({ source: { size } }) => size === 0 || (0,oddities/* hasPointerSize */.NM)(size));
    const judged = await (0,map_bounded/* mapBounded */.y)(odd, PARALLEL_STATS, async ({ name, source }) => {
        const bytes = await (0,read_bounded/* readBounded */.CB)(source.path, oddities/* POINTER_BYTES */.YY).catch(() => Buffer.alloc(0));
        return { name, oddity: (0,oddities/* oddityOf */.hH)(source.size, bytes) };
    });
    (0,oddities/* warnOfOddities */.Xs)(judged, log);
}

// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
;// CONCATENATED MODULE: ./src/sign/find-files.js



const noFiles = (workspace) => ({
    files: [],
    commonFolder: workspace,
    readPaths: [],
});
async function findFiles(inputs, signal, log) {
    const { source, workspace, maxFiles, ifNoFilesFound, outputDir } = inputs;
    const signsChecksums = inputs.targets.includes('checksums');
    if (source.patterns === '')
        return noFiles(workspace);
    const search = { patterns: source.patterns, workspace, maxFiles, ifNoFilesFound, signal, log };
    if (source.kind === 'subject-checksums') {
        const { checkListedHash, readListedFiles } = await __webpack_require__.e(/* import() */ 692).then(__webpack_require__.bind(__webpack_require__, 60692));
        const { knownWithoutRequests } = await __webpack_require__.e(/* import() */ 483).then(__webpack_require__.bind(__webpack_require__, 47483));
        const listed = await readListedFiles({ ...search, outputDir, signsChecksums });
        refuseNoCommonFolder(listed, outputDir);
        const { hash } = knownWithoutRequests(inputs, listed);
        if (hash !== undefined)
            checkListedHash(listed.files, hash);
        log.info(`Found ${(0,base_log/* counted */.hS)(listed.files.length, 'file')} in checksum files.`);
        if (inputs.targets.includes('provenance')) {
            log.warning('The provenance will state that this run built files that it knows by their digests alone. That is true only if an earlier job of the same run built them: let the job that builds state it, where it does not.');
        }
        return listed;
    }
    const extensions = inputs.targets.includes('files') ? inputs.formats.map((format) => facts/* EXTENSIONS */.Z1[format]) : [];
    const found = await findReleaseFiles({ ...search, outputDir, signsChecksums, extensions });
    refuseNoCommonFolder(found, outputDir);
    const bytes = found.files.reduce((sum, { source: file }) => sum + (file.kind === 'file' ? file.size : 0), 0);
    log.info(`Found ${(0,base_log/* counted */.hS)(found.files.length, 'file')}, ${(0,base_log/* sized */.Sk)(bytes)}.`);
    return found;
}

// EXTERNAL MODULE: ./src/base/loopback.js
var loopback = __webpack_require__(32130);
// EXTERNAL MODULE: ./src/crypto/hashes.js
var hashes = __webpack_require__(18127);
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
        this.fault(name, `is ${quoted(text)}, which is not a boolean`, `\`${name}: true\` or \`${name}: false\``);
        return fallback;
    }
    booleanOr(name, word) {
        const text = this.text(name);
        const value = text === '' || text === word ? word : booleanIn(text);
        if (value !== undefined)
            return value;
        this.fault(name, `is ${quoted(text)}; it takes ${word}, true or false`, `\`${name}: ${word}\``);
        return word;
    }
    choice(name, values, fallback) {
        const text = this.text(name);
        if (text === '')
            return fallback;
        const value = values.find((candidate) => candidate === text);
        if (value !== undefined)
            return value;
        this.fault(name, `is ${quoted(text)}, which is not one of ${values.join(', ')}`, `\`${name}: ${fallback}\``);
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
            const what = `holds ${unknown.slice(0, 5).map(quoted).join(', ')}; it takes ${values.join(', ')}`;
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
        this.fault(name, `is ${quoted(text)}, which is not a ${kind} ${range}`, `\`${name}: ${fallback}\``);
        return fallback;
    }
    origin(name) {
        const url = this.url(name, `https://${name.replace('-endpoint', '')}.example.net`);
        if (url === undefined)
            return undefined;
        if (url.pathname === '/' && url.search === '' && url.hash === '')
            return url.origin;
        this.fault(name, `is ${quoted(this.text(name))}, which has more than an origin`, `\`${name}: ${url.origin}\``);
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
        else if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname))) {
            this.fault(name, `is ${quoted(text)}: tokens go over https:// only (http:// on a loopback address)`, good);
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
function quoted(text) {
    return `"${(0,base_log/* printable */.g$)(text, 80)}"`;
}
const HASH_CHOICES = ['auto', ...hashes/* HASH_ALGORITHMS */.UH];

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
        reader.fault('predicate-type', `is ${quoted(type)}, which is not a URI`, TYPE_EXAMPLE);
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
        const what = `is ${quoted(name)}; an artifact's name has none of " : < > | * ? \\ / and no line break`;
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
    if (choices.length > 1) {
        const given = choices.map(([name]) => `'${name}'`).join(', ');
        reader.faultOf(`More than one credential is set: ${given}. A run takes exactly one`, credential_inputs_EXAMPLE);
    }
    else if (choices.length === 0 && !dryRun && !reader.hasFault('yc-vm-service-account')) {
        const names = "'yc-sa-id', 'yc-sa-json-credentials', 'yc-iam-token' and 'yc-vm-service-account'";
        reader.faultOf(`No credential is set: ${names} are empty, and a run takes exactly one. ${EMPTY_SECRET}`, credential_inputs_EXAMPLE);
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
    reader.fault('api-endpoint', `is ${quoted(text)}, ${what}`, example);
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
            reader.fault('images', `holds ${quoted(line)}, which ${error.message}`, image_inputs_EXAMPLE);
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
        const what = `is given, and the images are in ${hosts.length} registries (${hosts.slice(0, 3).map(quoted).join(', ')}): it would go to all of them`;
        reader.fault('registry-username', what, 'docker/login-action for each registry before this step');
    }
    return { username, password };
}

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
    const { publicKeyInText } = await __webpack_require__.e(/* import() */ 188).then(__webpack_require__.bind(__webpack_require__, 34188));
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
    reader.fault(name, `is ${quoted(text)}, a fingerprint without \`sha256:\` before it`, `\`${name}: sha256:${hex}\``);
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
        reader.fault(name, `is ${quoted(text)}, ${why}`, example);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/inputs/key-inputs.js


async function readKey(reader, workspace) {
    return { keyId: readKeyId(reader), pin: await readKeyPin(reader, workspace) };
}
function readKeyId(reader) {
    const keyId = reader.text('key-id');
    const example = '`key-id: abjxxxxxxxxxxxxxxxxx` (yc kms asymmetric-signature-key list)';
    if (keyId === '')
        reader.fault('key-id', 'is required and empty', example);
    else if (!/^[A-Za-z0-9_.-]{1,50}$/u.test(keyId)) {
        reader.fault('key-id', `is ${quoted(keyId)}, which is not an ID: at most 50 letters, digits, - and _`, example);
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

// EXTERNAL MODULE: ./src/base/environment.js
var environment = __webpack_require__(3582);
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
    const what = `is ${quoted(text)}, which is not the number of a release`;
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
        : `is empty, and the run was started by ${quoted(ref)}, which is not a tag: no release to attach to`;
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
    const server = (0,environment/* otherServer */.I)(env) ?? (/\/api\/v1\/*$/u.test(apiUrl) ? 'Gitea or Forgejo' : undefined);
    if (server === undefined)
        return;
    const what = `is true, but this runner belongs to ${server}, and the action knows GitHub's release API alone`;
    const example = "`release-assets: false`, and attach the files of the step's output `files` in a later step, such as the server's own release action or its API";
    reader.fault('release-assets', what, example);
}

// EXTERNAL MODULE: ./src/formats/identity.js
var formats_identity = __webpack_require__(63786);
;// CONCATENATED MODULE: ./src/inputs/signature-inputs.js




const MAX_URL = 2000;
const VERIFY_PAGE_EXAMPLE = '`verify-page: https://example.org/verify.html`';
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
        hashAlgorithm: reader.choice('hash-algorithm', HASH_CHOICES, 'auto'),
        identity: readIdentity(reader, formats),
        certificate: await pemTextOrFile(reader, 'certificate', workspace, '`certificate: kms-certificate.pem`'),
        verifyPage: readVerifyPage(reader),
    };
}
function readVerifyPage(reader) {
    const text = reader.text('verify-page');
    if (text === '')
        return undefined;
    const url = URL.parse(text);
    if (url?.protocol === 'https:' && url.username === '' && url.password === '' && text.length <= MAX_URL)
        return url.href;
    const shown = text.includes('@') ? 'holds an `@`, or is' : `is ${quoted(text)},`;
    reader.fault('verify-page', `${shown} not an https URL that anybody can open`, VERIFY_PAGE_EXAMPLE);
    return undefined;
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
        reader.fault('identity', `is ${quoted(identity)}: ${fault}`, '`identity: Example Project <releases@example.org>`');
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
    const reader = new InputReader(env);
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
    const hint = 'The README has a table of all inputs.';
    return new errors/* ActionError */.lZ('INVALID_INPUT', faults.length === 1 ? message : `${faults.length} faults:\n${message}`, {
        hint,
    });
}

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
            hint: 'Give the step more time with `timeout-minutes`, and the job with its own. If the log shows that a service does not answer, run the job again later.',
        }));
    }, Math.min(wait/* LONGEST_TIMER_MS */.M, timeoutMs));
    const cancel = (name) => {
        controller.abort(new errors/* ActionError */.lZ('CANCELLED', `The run was cancelled (${name}).`, {
            hint: 'Somebody, a newer run of the same `concurrency` group, or the end of the runner has cancelled it: run the job again.',
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
                        noteHeldUp();
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









async function run(env, front) {
    const account = { uploads: [] };
    try {
        await limitedRun(env, front, account);
        await summarize(env, front, account);
    }
    catch (thrown) {
        const failure = await asFailure(thrown, account, env);
        await summarize(env, front, account, failure);
        throw failure;
    }
}
async function asFailure(thrown, account, env) {
    const { outcomeOf, withMeaning, withShortPaths } = await __webpack_require__.e(/* import() */ 316).then(__webpack_require__.bind(__webpack_require__, 16316));
    const known = withShortPaths(asKnown(thrown), (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.'));
    return withMeaning(known, outcomeOf(account, known.code));
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
    if (inputs.targets.includes('provenance')) {
        const { runPredicate } = await __webpack_require__.e(/* import() */ 114).then(__webpack_require__.bind(__webpack_require__, 37114));
        runPredicate(env);
    }
    const files = await front.group('Find the files', () => findFiles(inputs, limits.signal, front.log));
    const { credentialChoice } = inputs;
    const { predicates, readPaths } = await attested(run);
    const found = { ...files, readPaths: [...files.readPaths, ...readPaths] };
    if (found.files.length === 0 && inputs.images === undefined)
        (0,report/* setEmptyOutputs */.W)(front);
    else if (inputs.dryRun || credentialChoice === undefined) {
        const { dryRun } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(483), __webpack_require__.e(949), __webpack_require__.e(347), __webpack_require__.e(62)]).then(__webpack_require__.bind(__webpack_require__, 85926));
        await front.group('Dry run', () => dryRun(run, found, predicates));
    }
    else {
        const { signFound } = await Promise.all(/* import() */[__webpack_require__.e(483), __webpack_require__.e(859)]).then(__webpack_require__.bind(__webpack_require__, 94859));
        await signFound({ ...run, inputs: { ...inputs, credentialChoice } }, found, predicates);
    }
}
async function attested({ inputs, limits, front }) {
    if (inputs.sbomPath === undefined && inputs.predicate === undefined)
        return { predicates: [], readPaths: [] };
    const { readPredicates } = await __webpack_require__.e(/* import() */ 774).then(__webpack_require__.bind(__webpack_require__, 77774));
    return readPredicates(inputs, limits.signal, front.log);
}
async function summarize(env, front, account, failure) {
    const { signSummary } = await __webpack_require__.e(/* import() */ 754).then(__webpack_require__.bind(__webpack_require__, 42754));
    if (failure === undefined)
        front.addSummary(signSummary(account));
    else
        front.addSummary(signSummary(account, { failure, help: helpLink(failure.code, env) }));
}

;// CONCATENATED MODULE: ./src/sign/start.js


async function start() {
    await runAction(run);
}


/***/ })

};
