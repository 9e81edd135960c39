export const id = 200;
export const ids = [200];
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

/***/ 25978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ pathWithin)
/* harmony export */ });
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91316);

function pathWithin(path, folder) {
    if (path === folder)
        return '';
    const inside = folder.endsWith(_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .SEPARATOR */ .w) ? folder : folder + _platform_js__WEBPACK_IMPORTED_MODULE_0__/* .SEPARATOR */ .w;
    return path.startsWith(inside) ? path.slice(inside.length) : undefined;
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
/* harmony export */   bh: () => (/* binding */ NOT_REGULAR),
/* harmony export */   xY: () => (/* binding */ readBoundedSync)
/* harmony export */ });
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

/***/ 18127:
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
// EXTERNAL MODULE: ./src/files/names.js
var names = __webpack_require__(32145);
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

/***/ 32145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ SIGNATURE_EXTENSIONS),
/* harmony export */   MV: () => (/* binding */ STAGING_NAME),
/* harmony export */   Mp: () => (/* binding */ commonFolder),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   YE: () => (/* binding */ signedPathsOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   fq: () => (/* binding */ isRunFileName),
/* harmony export */   th: () => (/* binding */ STAGING_PREFIX)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_path_within_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25978);
/* harmony import */ var _formats_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76137);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40513);




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

/***/ 69300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ Roots)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32145);
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

/***/ 23359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ HASH_CHOICES),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   i_: () => (/* binding */ InputReader)
/* harmony export */ });
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43705);
/* harmony import */ var _base_loopback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32130);
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18127);



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
        else if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,_base_loopback_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U)(url.hostname))) {
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
    return `"${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(text, 80)}"`;
}
const HASH_CHOICES = ['auto', ..._crypto_hashes_js__WEBPACK_IMPORTED_MODULE_0__/* .HASH_ALGORITHMS */ .UH];


/***/ }),

/***/ 5650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ faultOfBareFingerprint),
/* harmony export */   fk: () => (/* binding */ readKeyPin),
/* harmony export */   li: () => (/* binding */ pemTextOrFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5664);
/* harmony import */ var _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57211);
/* harmony import */ var _input_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23359);




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
    reader.fault('public-key', `is ${(0,_input_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)}, which is not sha256: and 64 hex digits`, PEM_EXAMPLE);
    return { kind: 'none' };
}
const BARE_FINGERPRINT = /^(?:[A-Za-z0-9-]*\([^\n]*\) ?= ?)?([0-9a-f]{64}|(?:[0-9a-f]{2}:){31}[0-9a-f]{2})(?: [ *][^\n]*)?$/iu;
function faultOfBareFingerprint(reader, name, text) {
    const hex = BARE_FINGERPRINT.exec(text)?.[1]?.replaceAll(':', '').toLowerCase();
    if (hex === undefined)
        return false;
    reader.fault(name, `is ${(0,_input_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)}, a fingerprint without \`sha256:\` before it`, `\`${name}: sha256:${hex}\``);
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
        return (await (0,_base_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, text), MAX_PEM_BYTES)).toString();
    }
    catch (cause) {
        const why = cause instanceof RangeError
            ? `whose file ${cause.message}`
            : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(cause) === 'ENOENT'
                ? 'and there is no such file'
                : `a path that cannot be read (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(cause) ?? 'no file'})`;
        reader.fault(name, `is ${(0,_input_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)}, ${why}`, example);
        return undefined;
    }
}


/***/ }),

/***/ 57682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ helpLink)
/* harmony export */ });
function helpLink(code, env) {
    const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
    const ref = env['GITHUB_ACTION_REF'] ?? '';
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    if (!/^[\w.-]+\/[\w.-]+$/u.test(repository) || !/^[\w./-]+$/u.test(ref))
        return undefined;
    return `${server}/${repository}/blob/${ref}/docs/troubleshooting.md#${code.toLowerCase()}`;
}


/***/ })

};
