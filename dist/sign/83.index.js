export const id = 83;
export const ids = [83];
export const modules = {

/***/ 67886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43705);

/** The longest text that a cell shows, in UTF-16 units. */
const MAX_CELL = 300;
/** Rows that a table shows of any number. */
const MAX_ROWS = 100;
/**
 * `text` from outside as Markdown that shows it and does nothing else: no markup, HTML, link, mention or table cell
 * (CommonMark 0.31, 2.4; the comment keeps GitHub from linking addresses and names).
 */
function markdownText(text) {
    return (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text, MAX_CELL)
        .replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&')
        .replaceAll('@', '@<!-- -->');
}
/**
 * `text` from outside as a code span, in tables too. A pipe is shown as `\u{7c}`: GitHub splits table cells before it
 * reads code spans, and an escape there is ambiguous after a backslash.
 */
function markdownCode(text) {
    const shown = (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text, MAX_CELL).replaceAll('|', '\\u{7c}');
    if (shown === '')
        return '';
    const runs = shown.match(/`+/gu) ?? [];
    const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
    // A space inside keeps the content's own backticks and spaces apart from the fence (CommonMark, 6.1).
    const pad = /^[` ]|[` ]$/u.test(shown) ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A table of cells that are Markdown already: the first 100 rows, and a line that tells how many more. */
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const table = [header, header.map(() => '---'), ...rows.slice(0, MAX_ROWS)].map(line).join('\n');
    const more = rows.length - MAX_ROWS;
    return more > 0 ? `${table}\n\n… and ${more} more.\n` : `${table}\n`;
}
/** The longest text that a block shows, in UTF-16 units. */
const MAX_BLOCK = 20_000;
/** `text` from outside, of several lines, as it stands: a block that no line of it ends (CommonMark 0.31, 4.5). */
function markdownBlock(text) {
    const lines = text.slice(0, MAX_BLOCK).split('\n');
    const shown = lines.map((line) => (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line, MAX_BLOCK)).join('\n');
    const runs = shown.match(/`+/gu) ?? [];
    const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
    return `${fence}text\n${shown}\n${fence}`;
}
/** A link, where `url` is one of the web; else the text alone. */
function markdownLink(text, url) {
    const parsed = URL.parse(url);
    if (parsed === null || !/^https?:$/u.test(parsed.protocol))
        return markdownText(text);
    return `[${markdownText(text)}](<${parsed.href.replaceAll(/[<>\\]/gu, encodeURIComponent)}>)`;
}


/***/ }),

/***/ 24885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cU: () => (/* binding */ checksumsInvalid),
/* harmony export */   uu: () => (/* binding */ checksumFile),
/* harmony export */   yk: () => (/* binding */ parseChecksums)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43705);
/* harmony import */ var _crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34188);





/**
 * A checksum file as `sha256sum` writes it: `<hex>  <name>`, sorted by name, LF; a line whose name has a backslash
 * begins with one (GNU coreutils, "md5sum invocation").
 * @param subjects names without line breaks; raw digests, all of one hash
 */
function checksumFile(subjects) {
    const sorted = subjects.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const lines = sorted.map(({ name, digest }) => {
        const escaped = name.replaceAll('\\', '\\\\');
        return `${escaped === name ? '' : '\\'}${digest.toString('hex')}  ${escaped}\n`;
    });
    return Buffer.from(lines.join(''));
}
/**
 * Reads a checksum file: GNU's form (`*` mark or not), BSD's (`SHA256 (name) = hex`, as `--tag` and openssl write it),
 * LF or CRLF, escaped names; empty lines and `#` comments are passed over as `sha256sum -c` does.
 * @param shown the file's name for messages, printable
 * @param hint what to do about a broken one, unless it can be made anew
 * @throws ActionError CHECKSUMS_INVALID, with the numbers of all wrong lines
 */
function parseChecksums(bytes, shown, hint) {
    const problems = [];
    const entries = new Map();
    let hash;
    for (const [index, text] of linesOf(bytes).entries()) {
        const line = index + 1;
        if (text === '' || text?.startsWith('#') === true)
            continue;
        const parsed = text === undefined ? 'it is no UTF-8' : parseLine(text);
        if (typeof parsed === 'string')
            problems.push(`line ${line}: ${parsed}`);
        else {
            const first = entries.get(parsed.name);
            hash ??= parsed.hash;
            if (parsed.hash !== hash)
                problems.push(`line ${line}: a ${parsed.hash} digest among ${hash} digests`);
            else if (first !== undefined)
                problems.push(`line ${line}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(parsed.name, 200)} is on line ${first.line} already`);
            else
                entries.set(parsed.name, { name: parsed.name, digest: parsed.digest, line });
        }
    }
    if (problems.length > 0)
        throw checksumsInvalid(`${shown} is no checksum file that can be used:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(problems, LISTED_LINES)}`, {
            hint,
        });
    if (hash === undefined)
        throw checksumsInvalid(`${shown} lists no files.`, { hint });
    return { hash, entries: [...entries.values()] };
}
const MAKE_ANEW = 'Make it with `sha256sum -- * > SHA256SUMS` (or sha384sum, sha512sum: the hash that the key signs) in the folder of the files; one file a line, each once.';
/** The refusal of a checksum file. */
function checksumsInvalid(message, { hint = MAKE_ANEW } = {}) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('CHECKSUMS_INVALID', message, { hint });
}
/** A file that is none may have half a million wrong lines. */
const LISTED_LINES = 20;
const LINE_END = /\r?\n/u;
/** Without line ends and a leading byte order mark; `undefined` for a line that is no UTF-8. */
function linesOf(bytes) {
    const text = bytes.toString().replace(/^\ufeff/u, '');
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return text.split(LINE_END);
    // By octets, so that only the lines at fault are named.
    const lines = bytes.toString('latin1').split(LINE_END);
    return lines.map((line) => {
        const octets = Buffer.from(line, 'latin1');
        return (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(octets) ? octets.toString() : undefined;
    });
}
const GNU = /^(?<hex>[0-9a-f]+) [ *]?(?<name>.+)$/isu;
const BSD = /^(?<tag>[a-z0-9/-]+) ?\((?<name>.+)\) ?= ?(?<hex>[0-9a-f]+)$/isu;
const HASHES = Object.keys(_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .DIGEST_BYTES */ .x4);
/** What a line says, or what is wrong with it. */
function parseLine(text) {
    const escaped = text.startsWith('\\');
    const fields = (BSD.exec(escaped ? text.slice(1) : text) ?? GNU.exec(escaped ? text.slice(1) : text))?.groups;
    if (fields === undefined)
        return `neither \`<digest>  <name>\` nor \`SHA256 (<name>) = <digest>\``;
    const { hex = '', tag, name: written = '' } = fields;
    const hash = HASHES.find((candidate) => _crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .DIGEST_BYTES */ .x4[candidate] * 2 === hex.length);
    if (hash === undefined)
        return `a digest of ${hex.length * 4} bits; only SHA-256, SHA-384 and SHA-512 can be signed`;
    if (tag !== undefined && tag.toLowerCase().replace('sha2-', 'sha') !== hash)
        return `a digest of ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(tag, 50)}; only SHA-256, SHA-384 and SHA-512 can be signed`;
    const name = relativeName(escaped ? unescaped(written) : written);
    if (name === undefined)
        return `${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(written, 200)} is no name of a file in this folder or below it`;
    return { name, digest: Buffer.from(hex, 'hex'), hash };
}
function unescaped(name) {
    if (!/^(?:[^\\]|\\[\\nr])*$/u.test(name))
        return undefined;
    return name.replace(/\\(.)/gu, (_, c) => (c === 'n' ? '\n' : c === 'r' ? '\r' : c));
}
/** `name` without `.` and doubled slashes; `undefined` when it leads elsewhere, or cannot be a name here. */
function relativeName(name) {
    if (name === undefined || name.startsWith('/') || name.endsWith('/') || /[\r\n\0]/u.test(name))
        return undefined;
    if (node_path__WEBPACK_IMPORTED_MODULE_1__.sep === '\\' && /[\\:]/u.test(name))
        return undefined;
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}


/***/ }),

/***/ 60692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkSubjectHash: () => (/* binding */ checkSubjectHash),
/* harmony export */   readSubjects: () => (/* binding */ readSubjects)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24885);
/* harmony import */ var _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57211);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5664);
/* harmony import */ var _matches_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95877);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32145);
/* harmony import */ var _left_out_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82805);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3314);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(43705);
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










/** Half a million lines. */
const MOST_BYTES = 32 * 1024 * 1024;
/**
 * The files that the checksum files of `subject-checksums` list, to be signed by their digests, sorted by path.
 * Signature files of matched checksum files are passed over.
 * @throws ActionError CHECKSUMS_INVALID, INVALID_INPUT, NO_FILES, TOO_MANY_FILES, FILE_UNREADABLE, FILE_CHANGED
 */
async function readSubjects(search) {
    const named = { ...search, input: search.input ?? 'subject-checksums' };
    const { patterns, matches } = await (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .collectMatches */ .AU)(named);
    const { kept, leftOut } = await sift(matches, search);
    (0,_left_out_js__WEBPACK_IMPORTED_MODULE_7__/* .logLeftOut */ ._)(leftOut, search.log);
    const sorted = kept.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseProblems */ .nN)(sorted);
    const patternsWithoutMatch = (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .reportUnmatched */ .Er)(named, patterns, sorted);
    const subjects = new Map();
    for (const { path } of sorted) {
        search.signal?.throwIfAborted();
        for (const subject of await subjectsOf(path))
            add(subject, subjects);
        if (search.maxFiles > 0 && subjects.size > search.maxFiles)
            throw (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .tooManyFiles */ .Z)(search.maxFiles);
    }
    refuseSeveralHashes([...subjects.values()]);
    const readPaths = sorted.map(({ path }) => path);
    const folder = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .commonFolder */ .Mp)(readPaths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))) ?? search.workspace;
    return { files: releaseFiles([...subjects.values()]), commonFolder: folder, readPaths, patternsWithoutMatch };
}
/** What a run wrote into the output folder is none of its checksum files, unless there is no other. */
async function sift(matches, { outputDir, signsChecksums = false }) {
    const others = await (0,_left_out_js__WEBPACK_IMPORTED_MODULE_7__/* .leaveOut */ .o)(matches, outputDir, signsChecksums);
    return others.kept.length > 0 ? others : (0,_left_out_js__WEBPACK_IMPORTED_MODULE_7__/* .leaveOut */ .o)(matches, undefined, false);
}
/** One key signs one of them. */
function refuseSeveralHashes(subjects) {
    const byHash = Map.groupBy(subjects, ({ source }) => source.hash);
    if (byHash.size < 2)
        return;
    const first = [...byHash].map(([hash, [subject]]) => `${subject?.source.origin ?? ''}: ${hash}`);
    throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`The checksum files have digests of several hashes, and a key signs one:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_9__/* .listed */ .KE)(first)}`);
}
async function subjectsOf(path) {
    const shown = (0,_base_log_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)(path);
    const { hash, entries } = (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .parseChecksums */ .yk)(await readWhole(path), shown);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    return entries.map(({ name, digest, line }) => ({
        path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name),
        folder,
        source: { kind: 'digest', digest, hash, origin: `${shown}, line ${line}` },
    }));
}
async function readWhole(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_3__/* .OPEN_FLAGS */ .t), true);
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
        throw (0,_matches_js__WEBPACK_IMPORTED_MODULE_5__/* .unreadable */ .O$)([`${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)(path)}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause))}`], cause);
    }
}
/** A part of a checksum file would leave files unsigned without a word. */
async function readOpened(file, path) {
    const before = await file.stat();
    if (before.size > MOST_BYTES)
        throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)(path)} has ${before.size} bytes; a checksum file may have 32 MiB.`);
    const bytes = Buffer.alloc(before.size + 1);
    let size = 0;
    for (let got = -1; got !== 0 && size < bytes.length; size += got) {
        got = (await file.read(bytes, size, bytes.length - size)).bytesRead;
    }
    const after = await file.stat();
    if (size !== before.size || after.size !== size || after.mtimeMs !== before.mtimeMs)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('FILE_CHANGED', `${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)(path)} changed while it was read.`, { hint: _stamp_js__WEBPACK_IMPORTED_MODULE_8__/* .FILE_CHANGED_HINT */ .M });
    return bytes.subarray(0, size);
}
function add(subject, subjects) {
    const first = subjects.get(subject.path);
    if (first !== undefined)
        throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)(subject.path)} is listed twice: ${first.source.origin}, and ${subject.source.origin}.`);
    subjects.set(subject.path, subject);
}
/** Beside the checksum file by base names; where two files share one, by their paths. */
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
/**
 * To be asked once the key is known: its hash is the only one that can be signed.
 * @throws ActionError CHECKSUMS_INVALID, naming the lines
 */
function checkSubjectHash(files, hash) {
    const others = files.flatMap(({ source }) => (source.kind === 'digest' && source.hash !== hash ? [source] : []));
    if (others.length === 0)
        return;
    const lines = others.map((source) => `${source.origin}: ${source.hash}`);
    throw (0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checksumsInvalid */ .cU)(`The key signs ${hash} digests, and the checksum files have others:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_9__/* .listed */ .KE)(lines)}`);
}


/***/ }),

/***/ 46083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signAndPublish: () => (/* binding */ signAndPublish)
});

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
;// CONCATENATED MODULE: ./src/base/shell.js

/** `text` as one word of a POSIX shell, byte for byte: between single quotes nothing has a meaning but their end. No NUL. */
function shellWord(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
/** A file's name or relative path as one word that no program takes for an option. */
function shellPath(path) {
    return shellWord(path.startsWith('-') ? `./${path}` : path);
}
/** `text` from outside as one word, for commands in messages: made {@link printable}, quoted only where it must be. */
function printableWord(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9_./@:-]*$/u.test(text) ? text : printableQuoted(text);
}
/** The same, in single quotes whatever it holds. */
function printableQuoted(text) {
    return shellWord((0,base_log/* printable */.g$)(text, 2000));
}

;// CONCATENATED MODULE: ./src/signing/key-not-active.js



/** @param said what told it, printable */
function keyNotActive(keyId, said) {
    return new errors/* ActionError */.lZ('KEY_NOT_ACTIVE', `The key ${(0,base_log/* printable */.g$)(keyId)} is not active: ${said}.`, {
        hint: `Activate it: \`yc kms asymmetric-signature-key update --id ${printableWord(keyId)} --status active\`.`,
    });
}

// EXTERNAL MODULE: ./src/crypto/public-key.js
var public_key = __webpack_require__(34188);
;// CONCATENATED MODULE: ./src/signing/pinned-key.js


/** Asks KMS whether the pinned public key is that of `key-id`; only after something has gone wrong with it. */
async function pinnedKeyFault(kms, keyId, key) {
    let fingerprint;
    try {
        fingerprint = (0,public_key/* parsePublicKey */.ee)(await kms.getPublicKey(keyId)).fingerprint;
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
/** KEY_MISMATCH with both fingerprints. @param found the one of KMS, or `undefined` where it did not say */
function keyMismatch(keyId, expected, found) {
    const other = found === undefined ? 'has another type' : `is ${found}`;
    return new errors/* ActionError */.lZ('KEY_MISMATCH', `public-key is ${expected}, but the key ${keyId} in KMS ${other}.`, {
        hint: 'Do not change public-key before you know why: key-id may be wrong, or somebody may have put another key in place. `yc kms asymmetric-signature-crypto get-public-key --id KEY_ID` shows the public key of a key.',
    });
}

// EXTERNAL MODULE: ./src/crypto/signing-key.js + 13 modules
var signing_key = __webpack_require__(80361);
;// CONCATENATED MODULE: ./src/signing/resolve-key.js






/**
 * Finds out algorithm and public key: Key.Get and GetPublicKey at once, each where it is needed alone.
 * A PEM in `public-key` makes GetPublicKey unnecessary, and of an elliptic-curve key Key.Get too.
 * @throws ActionError INVALID_INPUT (hash-algorithm), KEY_MISMATCH, KEY_NOT_ACTIVE, PERMISSION_DENIED,
 * UNSUPPORTED_ALGORITHM, INVALID_RESPONSE, and those of KMS
 */
async function resolveSigningKey(question) {
    const { kms, keyId, pin, needsCreatedAt } = question;
    const pinned = pin.kind === 'pem' ? pin.key : undefined;
    const curveIsKnown = pinned !== undefined && (0,signing_key/* algorithmOfPublicKey */.$J)(pinned) !== undefined;
    const [described, publicKey] = await Promise.all([
        curveIsKnown && !needsCreatedAt ? undefined : describe(kms, keyId),
        pinned ?? fetchPublicKey(kms, keyId),
    ]);
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
        if (thrown instanceof errors/* ActionError */.lZ && thrown.code === 'PERMISSION_DENIED')
            return thrown;
        throw thrown;
    }
    if (key.status !== 'ACTIVE')
        throw keyNotActive(keyId, `its status is ${(0,base_log/* printable */.g$)(key.status, 50)}`);
    return key;
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
        return (0,public_key/* parsePublicKey */.ee)(pem);
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', 'Yandex KMS: GetPublicKey answered with a publicKey that is none.', {
            cause,
        });
    }
}
function algorithmOf({ keyId, hashAlgorithm, pin }, described, key) {
    if (described === undefined || described instanceof errors/* ActionError */.lZ)
        return withHash(algorithmByKey(hashAlgorithm, described, key), hashAlgorithm);
    const algorithm = (0,signing_key/* algorithmNamed */.jg)(described.signatureAlgorithm);
    if (!(0,signing_key/* algorithmFits */.ST)(algorithm, key)) {
        if (pin.kind === 'pem')
            throw keyMismatch(keyId, key.fingerprint, undefined);
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `Yandex KMS says that the key is of type ${algorithm.name}, but its public key is not.`);
    }
    return withHash(algorithm, hashAlgorithm);
}
/** Without Key.Get: the curve tells; of RSA the user has to. */
function algorithmByKey(hashAlgorithm, refusal, key) {
    const byCurve = (0,signing_key/* algorithmOfPublicKey */.$J)(key);
    if (byCurve !== undefined)
        return byCurve;
    if (hashAlgorithm !== 'auto')
        return (0,signing_key/* rsaPssAlgorithm */.Op)(key, hashAlgorithm);
    throw new errors/* ActionError */.lZ('INVALID_INPUT', 'The hash of an RSA key is not in its public key, and Key.Get is not allowed.', {
        hint: `Set hash-algorithm to the one of the key's type (sha256 for RSA_2048_SIGN_PSS_SHA_256), or grant the role. ${refusal?.hint ?? ''}`,
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
    if (described instanceof errors/* ActionError */.lZ) {
        if (!needed)
            return undefined;
        throw new errors/* ActionError */.lZ('PERMISSION_DENIED', `${described.message} The format openpgp, and cms without certificate, need it for the time when the key was made.`, {
            hint: described.hint,
            cause: described,
        });
    }
    if (needed && described?.createdAt === undefined)
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', 'Yandex KMS: Key.Get answered without createdAt.');
    return described?.createdAt;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(24157);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/writing/write-failed.js
var write_failed = __webpack_require__(26155);
;// CONCATENATED MODULE: ./src/writing/put-in-place.js




/** What file systems without hard links answer (FAT, some network and FUSE ones), and Linux for files of others. */
const NO_LINKS = [
    'EPERM',
    'ENOTSUP',
    'EOPNOTSUPP',
    'ENOSYS',
    'EINVAL',
    'EMLINK',
    'EXDEV',
    'UNKNOWN',
];
/**
 * Puts a staged file where it belongs, in one step: at every moment the name stands for the old file or the new one.
 * What is replaced keeps a second name in the hidden folder until then.
 * @throws ActionError OUTPUT_EXISTS when something of that name has come meanwhile, without `overwrite`
 */
async function putInPlace(file, overwrite) {
    const { staged, final, backup } = file;
    if (overwrite && (await keepOriginal(final, backup))) {
        await (0,promises_.rename)(staged, final);
        return 'replaced';
    }
    try {
        await moveAsNew(staged, final);
        return 'new';
    }
    catch (cause) {
        if ((0,errors/* systemCodeOf */.c7)(cause) !== 'EEXIST')
            throw cause;
        if (overwrite)
            return await putInPlace(file, overwrite);
        throw (0,write_failed/* outputExists */.o)(`  ${(0,base_log/* printable */.g$)(final)}`);
    }
}
/** Takes a file out of its place again, and puts back what was there. */
async function takeBack({ final, backup }, placed) {
    if (placed === 'new')
        await (0,promises_.unlink)(final);
    else
        await (0,promises_.rename)(backup, final);
}
/** A hard link fails where the name is taken, which a rename does not. */
async function moveAsNew(staged, final) {
    try {
        await (0,promises_.link)(staged, final);
        await (0,promises_.unlink)(staged).catch(() => undefined); // it goes with its folder
    }
    catch (cause) {
        if (!NO_LINKS.includes((0,errors/* systemCodeOf */.c7)(cause)))
            throw cause;
        const isTaken = await (0,promises_.lstat)(final).then(() => true, () => false);
        if (isTaken)
            throw Object.assign(new Error('there is a file', { cause }), { code: 'EEXIST' });
        await (0,promises_.rename)(staged, final);
    }
}
/** Gives what `final` is a second name; whether there is anything. Links are kept as links. */
async function keepOriginal(final, backup) {
    try {
        const stats = await (0,promises_.lstat)(final);
        if (stats.isDirectory())
            throw Object.assign(new Error('there is a folder'), { code: 'EISDIR' });
        if (stats.isSymbolicLink())
            await (0,promises_.symlink)(await (0,promises_.readlink)(final), backup);
        else
            await linkOrCopy(final, backup);
        return true;
    }
    catch (cause) {
        if ((0,errors/* systemCodeOf */.c7)(cause) === 'ENOENT')
            return false;
        throw cause;
    }
}
async function linkOrCopy(final, backup) {
    try {
        await (0,promises_.link)(final, backup);
    }
    catch (cause) {
        if (!NO_LINKS.includes((0,errors/* systemCodeOf */.c7)(cause)))
            throw cause;
        await (0,promises_.copyFile)(final, backup, promises_.constants.COPYFILE_EXCL);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/files/names.js
var files_names = __webpack_require__(32145);
;// CONCATENATED MODULE: ./src/writing/staging-folders.js






const UNKNOWN_START = '0';
const REMOVALS_AT_ONCE = 16;
/**
 * Makes the hidden folder inside `target`, and removes those of runs that were killed.
 * @param made what is created, for the caller to remove when it fails
 * @returns absolute path
 */
async function makeStagingFolder(target, made) {
    const isNew = await makeFolder(target, made);
    if (!isNew)
        await removeDeadRuns(target);
    const mark = `${process.pid}-${(await startOf(process.pid)) ?? UNKNOWN_START}-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const path = (0,external_node_path_.join)(target, files_names/* STAGING_PREFIX */.th + mark);
    await (0,promises_.mkdir)(path, { mode: 0o700 });
    made.push(path);
    return path;
}
/** Makes a folder with those above it; whether it was new. */
async function makeFolder(path, made, parentIsThere = false) {
    try {
        await (0,promises_.mkdir)(path);
    }
    catch (cause) {
        const code = (0,errors/* systemCodeOf */.c7)(cause);
        // Below /proc a folder is refused with ENOENT although the one above it is there.
        if (code === 'ENOENT' && (0,external_node_path_.dirname)(path) !== path && !parentIsThere) {
            await makeFolder((0,external_node_path_.dirname)(path), made);
            return await makeFolder(path, made, true);
        }
        if (code === 'EEXIST' && (await (0,promises_.stat)(path)).isDirectory())
            return false;
        throw code === 'EEXIST'
            ? Object.assign(new Error('there is no folder but a file'), { code: 'ENOTDIR', cause })
            : cause;
    }
    made.push(path);
    return true;
}
/** Removes a hidden folder, many files too without holding them all up at once. Never throws. */
async function removeStagingFolder(path) {
    try {
        await (0,map_bounded/* mapBounded */.y)(await (0,promises_.readdir)(path), REMOVALS_AT_ONCE, (name) => (0,promises_.unlink)((0,external_node_path_.join)(path, name)));
        await (0,promises_.rmdir)(path);
    }
    catch {
        // Not made as ours are, or gone already. What cannot be removed is in nobody's way.
        await (0,promises_.rm)(path, { recursive: true, force: true }).catch(() => undefined);
    }
}
async function removeDeadRuns(folder) {
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        const [, pid, start] = files_names/* STAGING_NAME */.MV.exec(entry.name) ?? [];
        // A link of such a name is none of ours, and what it leads to even less.
        if (pid === undefined || !entry.isDirectory() || (await isAlive(Number(pid), start)))
            continue;
        await removeStagingFolder((0,external_node_path_.join)(folder, entry.name));
    }
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
/** When a process started, in clock ticks since boot, where Linux tells: proc(5), field 22 of `/proc/<pid>/stat`. */
async function startOf(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'latin1').catch(() => '');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
/** Whether a path is that of a hidden folder. */
const isHidden = (path) => (0,external_node_path_.basename)(path).startsWith(files_names/* STAGING_PREFIX */.th);
/** After a commit; what cannot be removed then fails nobody's release. */
async function removeHidden(made) {
    for (const path of made.splice(0).filter(isHidden))
        await removeStagingFolder(path);
}
/**
 * Before a commit: the hidden folders, and the folders around them as far as they were created and are empty.
 * @param made in any order: of calls at once, that for the inner folder can be told first that it was created
 */
async function removeMade(made) {
    for (const path of made.splice(0).toSorted((a, b) => b.length - a.length)) {
        if (isHidden(path))
            await removeStagingFolder(path);
        else
            await (0,promises_.rmdir)(path).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./src/writing/move-all.js






const MOVES_AT_ONCE = 16;
/**
 * Moves everything, or nothing: then what was moved is taken back, and the folders that were made are removed.
 * @throws ActionError WRITE_FAILED, OUTPUT_EXISTS; the signal's reason
 */
async function moveAll(moves, signal) {
    const { finals, fileAt, made, overwrite } = moves;
    const placed = Array.from({ length: finals.length });
    try {
        await (0,map_bounded/* mapBounded */.y)(finals, MOVES_AT_ONCE, async (final, number) => {
            signal?.throwIfAborted();
            try {
                placed[number] = await putInPlace(await fileAt(number, final), overwrite);
            }
            catch (cause) {
                throw (0,write_failed/* writeFailed */.P)(final, cause);
            }
        });
    }
    catch (cause) {
        const stuck = await takeAllBack(moves, placed);
        if (stuck.length > 0)
            throw notRestored(stuck, made, cause);
        await removeMade(made);
        throw cause;
    }
}
async function takeAllBack({ finals, fileAt }, placed) {
    const stuck = await (0,map_bounded/* mapBounded */.y)(finals, MOVES_AT_ONCE, async (final, number) => {
        const how = placed[number];
        if (how === undefined)
            return [];
        try {
            await takeBack(await fileAt(number, final), how);
            return [];
        }
        catch (cause) {
            return [`${(0,base_log/* printable */.g$)(final)}: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`];
        }
    });
    return stuck.flat();
}
/** Keeps the hidden folders, with the originals in them. */
function notRestored(stuck, made, cause) {
    const hidden = made.splice(0).filter(isHidden);
    const what = `${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}\nThese could not be put back as they were:\n${(0,base_log/* listed */.KE)(stuck)}`;
    return new errors/* ActionError */.lZ('WRITE_FAILED', what, {
        hint: `What was replaced is kept, numbered, in:\n${(0,base_log/* listed */.KE)(hidden.map((path) => (0,base_log/* printable */.g$)(path)))}\nThe next run removes these folders: copy what you need before.`,
        cause,
    });
}

;// CONCATENATED MODULE: ./src/writing/staging.js






/** Nothing is created before the first file is staged. */
function openStaging({ overwrite }) {
    /** In the order of staging. With many files this is all that is held of them. */
    const finals = [];
    /** Folders that were created. */
    const made = [];
    const hidden = new Map();
    const writing = new Set();
    let isOpen = true;
    let failure;
    const close = async () => {
        isOpen = false;
        await Promise.allSettled(writing);
    };
    const fileAt = async (number, final) => {
        const target = (0,external_node_path_.dirname)(final);
        const folder = hidden.get(target) ?? makeStagingFolder(target, made);
        hidden.set(target, folder);
        const inside = await folder;
        return { final, staged: (0,external_node_path_.join)(inside, `${number}`), backup: (0,external_node_path_.join)(inside, `${number}.old`) };
    };
    const write = async (number, final, bytes) => {
        try {
            const { staged } = await fileAt(number, final);
            await writeNew(staged, bytes);
        }
        catch (cause) {
            failure ??= (0,write_failed/* writeFailed */.P)(final, cause);
            throw failure;
        }
    };
    return {
        async stage(final, bytes) {
            if (!isOpen)
                throw new errors/* ActionError */.lZ('INTERNAL_ERROR', 'A file is staged after the end of the run.');
            const written = write(finals.push(final) - 1, final, bytes);
            writing.add(written);
            try {
                await written;
            }
            finally {
                writing.delete(written);
            }
        },
        async commit(signal) {
            await close();
            if (failure !== undefined)
                throw failure;
            await moveAll({ finals, fileAt, made, overwrite }, signal);
            await removeHidden(made);
            return finals;
        },
        async discard() {
            await close();
            await removeMade(made);
        },
    };
}
/** By callbacks: promises make a file handle for each of what can be tens of thousands of files. */
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

// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
// EXTERNAL MODULE: ./src/base/secrets.js
var secrets = __webpack_require__(31234);
;// CONCATENATED MODULE: ./src/report/manifest.js


const NOTE = 'This file is not signed and proves nothing: it lists what one run wrote. Trust the signatures, checked with a key that you have from elsewhere.';
/**
 * The manifest `signatures.json`, by schemas/signatures.schema.json: UTF-8, LF at the end.
 * @param result without the manifest's own entry in `written`, which the caller cannot know yet
 */
function manifest(result, workspace, env) {
    const listed = (subject) => ({
        name: subject.name,
        path: subject.path,
        size: subject.size ?? null,
        digest: `${result.hash}:${subject.digest.toString('hex')}`,
        signature: subject.signature?.toString('base64') ?? null,
        files: subject.written.map((path) => (0,display_path/* outputPath */.X)(path, workspace)),
        // A service's words: it may repeat what it was sent.
        requestId: subject.requestId === undefined ? null : (0,secrets/* withoutSecrets */.c)(subject.requestId),
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
        files: result.subjects.map(listed),
        checksums: result.checksums === undefined ? null : listed(result.checksums),
        provenance: result.provenance.map((path) => (0,display_path/* outputPath */.X)(path, workspace)),
        runFiles: [...result.runFiles.values()].map((path) => (0,display_path/* outputPath */.X)(path, workspace)),
    };
    return Buffer.from(`${JSON.stringify(shown, null, 2)}\n`);
}
function run(env) {
    const id = env['GITHUB_RUN_ID'];
    if (!id)
        return null;
    return { id, attempt: env['GITHUB_RUN_ATTEMPT'] ?? null, url: runUrl(env) ?? null };
}
/** The page of the workflow run, where it is known. */
function runUrl(env) {
    const { GITHUB_RUN_ID: id, GITHUB_REPOSITORY: repository } = env;
    if (!id || !repository)
        return undefined;
    return `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${repository}/actions/runs/${id}`;
}

// EXTERNAL MODULE: ./src/formats/identity.js
var formats_identity = __webpack_require__(63786);
// EXTERNAL MODULE: ./src/crypto/der.js
var der = __webpack_require__(23988);
;// CONCATENATED MODULE: ./src/crypto/ecdsa-integers.js

/**
 * r and s of an ECDSA-Sig-Value (RFC 3279, 2.2.3): the contents of the two INTEGERs as they stand, big-endian, with the
 * leading zero that a set top bit asks for. These are also SSH's mpints (RFC 4251, section 5).
 * @throws RangeError when the bytes are something else
 */
function ecdsaIntegers(signature) {
    const [r, s, ...rest] = (0,der/* readElements */.cl)((0,der/* readElement */.RN)(signature, der/* TAG */.Dk.sequence).content);
    if (r?.tag !== der/* TAG */.Dk.integer || s?.tag !== der/* TAG */.Dk.integer || rest.length > 0)
        throw new RangeError('no ECDSA-Sig-Value');
    return [r.content, s.content];
}

;// CONCATENATED MODULE: ./src/formats/openpgp/packets.js

/** Packet tags (RFC 4880, 4.3). */
const PACKET = { signature: 2, publicKey: 6, userId: 13 };
/** Public-key algorithm 19, ECDSA (RFC 6637, section 5). */
const ECDSA = 19;
/** Hash algorithms' ids (RFC 4880, 9.4). */
const OPENPGP_HASHES = { sha256: 8, sha384: 9, sha512: 10 };
/** Two octets, big-endian. */
function uint16(value) {
    const octets = Buffer.alloc(2);
    octets.writeUInt16BE(value);
    return octets;
}
/** Four octets, big-endian. */
function uint32(value) {
    const octets = Buffer.alloc(4);
    octets.writeUInt32BE(value);
    return octets;
}
/** A time of OpenPGP: whole seconds since 1970 (RFC 4880, 3.5). @throws ActionError INVALID_RESPONSE outside 1970 to 2106 */
function seconds(time) {
    const value = Math.floor(time.getTime() / 1000);
    if (!(value >= 0 && value <= 0xffffffff))
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', 'The time when the key was made is none that OpenPGP can hold.');
    return uint32(value);
}
/** A multiprecision integer without leading zeros (RFC 4880, 3.2). @param bytes unsigned, big-endian */
function mpi(bytes) {
    const start = bytes.findIndex((octet) => octet !== 0);
    if (start < 0)
        return uint16(0);
    const trimmed = bytes.subarray(start);
    const bits = 8 * trimmed.length - (Math.clz32(trimmed[0] ?? 0) - 24);
    return Buffer.concat([uint16(bits), trimmed]);
}
/** A packet with a header of the new format (RFC 4880, 4.2.2). */
function packet(tag, body) {
    return Buffer.concat([Buffer.from([0xc0 | tag]), newLength(body.length), body]);
}
/** A signature subpacket (RFC 4880, 5.2.3.1). */
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
/**
 * ASCII armor with the line of its CRC-24, without which GnuPG 2.2 imports nothing (RFC 4880, 6.2).
 * @param label such as `PGP SIGNATURE`
 */
function armor(label, bytes) {
    const lines = bytes.toString('base64').match(/.{1,64}/gu) ?? [];
    const checksum = Buffer.from(crc24(bytes)).toString('base64');
    return Buffer.from(`-----BEGIN ${label}-----\n\n${lines.join('\n')}\n=${checksum}\n-----END ${label}-----\n`);
}
/** RFC 4880, 6.1. */
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






const TYPE = { binary: 0x00, positiveCertification: 0x13 };
const SUBPACKET = { creationTime: 2, issuer: 16, keyFlags: 27, issuerFingerprint: 33 };
/** "May certify other keys" and "may sign data": without them the key is "not signing capable". */
const KEY_FLAGS = Buffer.from([0x03]);
/**
 * The public-key packet of a key (RFC 6637, section 9) and its fingerprint (RFC 4880, 12.2).
 * @throws ActionError UNSUPPORTED_FORMAT for RSA, INVALID_RESPONSE for a time that OpenPGP cannot hold
 */
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
/** The public key as fingerprints and certifications hash it. */
function hashedKey(body) {
    return Buffer.concat([Buffer.from([0x99]), uint16(body.length), body]);
}
/** A signature of version 4 from its first octet to the end of the hashed subpackets (RFC 4880, 5.2.3). */
function hashedPart(pgp, type, time, ...more) {
    const subpackets = Buffer.concat([
        subpacket(SUBPACKET.issuerFingerprint, Buffer.concat([Buffer.from([4]), pgp.fingerprint])),
        subpacket(SUBPACKET.creationTime, seconds(time)),
        ...more,
    ]);
    const hash = OPENPGP_HASHES[pgp.key.algorithm.hash];
    return Buffer.concat([Buffer.from([4, type, ECDSA, hash]), uint16(subpackets.length), subpackets]);
}
/** What follows the signed data in the hash (RFC 4880, 5.2.4). */
function trailer(hashed) {
    return Buffer.concat([hashed, Buffer.from([0x04, 0xff]), uint32(hashed.length)]);
}
function signaturePacket(pgp, hashed, digest, signature) {
    const unhashed = subpacket(SUBPACKET.issuer, pgp.fingerprint.subarray(-8));
    const integers = ecdsaIntegers(signature).map(mpi);
    const body = Buffer.concat([hashed, uint16(unhashed.length), unhashed, digest.subarray(0, 2), ...integers]);
    return packet(PACKET.signature, body);
}
/**
 * `openpgp`: a detached signature over a binary document, armored.
 * @param startedAt goes into each signature in whole seconds; the key's own time where the clock is behind that
 * @returns the encoding, and the `trailer` that follows the file in the digest `Digests.openpgp`
 */
function openPgpEncoding(pgp, startedAt) {
    const time = startedAt < pgp.createdAt ? pgp.createdAt : startedAt;
    const hashed = hashedPart(pgp, TYPE.binary, time);
    const encoding = {
        format: 'openpgp',
        prepare: ({ openpgp: digest }) => {
            if (digest === undefined)
                throw new errors/* ActionError */.lZ('INTERNAL_ERROR', 'No digest of the file for `openpgp`.');
            return {
                toSign: digest,
                encode: (signature) => armor('PGP SIGNATURE', signaturePacket(pgp, hashed, digest, signature)),
            };
        },
    };
    return { encoding, trailer: trailer(hashed) };
}
/**
 * The OpenPGP certificate: public key, User ID, positive self-certification as of the key's own time, since sqv takes no
 * signature that is older than the binding. Armored for people and `gpg --import`, binary for gpgv.
 * @param userId checked by `openPgpUserId`
 */
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




/** The namespace of every signature: OpenSSH's own for files. */
const SSH_NAMESPACE = 'file';
const MAGIC = Buffer.from('SSHSIG');
/** RFC 4251's string: a length of four octets, then the bytes. */
function string(value) {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
/** `ecdsa-sha2-…` of a key. @throws ActionError UNSUPPORTED_FORMAT for a key that SSH has no type for */
function keyType({ algorithm }) {
    const curve = algorithm.curve?.ssh;
    if (curve === undefined)
        throw new errors/* ActionError */.lZ('UNSUPPORTED_FORMAT', `\`sshsig\` has no signatures by keys of type ${algorithm.name}.`);
    return { type: `ecdsa-sha2-${curve}`, curve };
}
/** The public key as SSH encodes it (RFC 5656, 3.1), without the outer length. */
function publicKeyBlob(key) {
    const { type, curve } = keyType(key);
    return Buffer.concat([string(type), string(curve), string((0,public_key/* ecPoint */.jX)(key.publicKey))]);
}
/** The hash that SSHSIG applies to the file: it knows sha256 and sha512 alone. */
function sshsigFileHash(key) {
    return key.algorithm.hash === 'sha256' ? 'sha256' : 'sha512';
}
function fileDigest(key, digests) {
    const digest = key.algorithm.hash === 'sha384' ? digests.sha512 : digests.digest;
    if (digest === undefined)
        throw new errors/* ActionError */.lZ('INTERNAL_ERROR', 'No SHA-512 of the file for `sshsig`.');
    return digest;
}
/** `sshsig`: OpenSSH's PROTOCOL.sshsig, armored as `ssh-keygen -Y sign` does. */
function sshsigEncoding(key) {
    const { type } = keyType(key);
    const hash = sshsigFileHash(key);
    const about = Buffer.concat([string(SSH_NAMESPACE), string(''), string(hash)]);
    const head = Buffer.concat([MAGIC, Buffer.from([0, 0, 0, 1]), string(publicKeyBlob(key)), about]);
    return {
        format: 'sshsig',
        prepare: (digests) => ({
            toSign: (0,external_node_crypto_.createHash)(key.algorithm.hash)
                .update(MAGIC)
                .update(about)
                .update(string(fileDigest(key, digests)))
                .digest(),
            encode: (signature) => {
                const [r, s] = ecdsaIntegers(signature);
                const blob = Buffer.concat([string(type), string(Buffer.concat([string(r), string(s)]))]);
                return write_armor(Buffer.concat([head, string(blob)]));
            },
        }),
    };
}
function write_armor(blob) {
    const lines = blob.toString('base64').match(/.{1,70}/gu) ?? [];
    return Buffer.from(`-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`);
}
/**
 * `kms-allowed-signers`: one line as ssh-keygen(1), "ALLOWED SIGNERS", has it, for signatures over files alone.
 * No `valid-after`: OpenSSH 8.4 does not know it.
 * @param principal checked by `sshPrincipal`
 */
function allowedSigners(key, principal) {
    const { type } = keyType(key);
    return Buffer.from(`${principal} namespaces="${SSH_NAMESPACE}" ${type} ${publicKeyBlob(key).toString('base64')}\n`);
}
/** The key's fingerprint as `ssh-keygen -l` shows it: `SHA256:` and base64 without padding. */
function sshFingerprint(key) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(publicKeyBlob(key)).digest('base64');
    return `SHA256:${digest.replaceAll('=', '')}`;
}

// EXTERNAL MODULE: ./src/base/markdown.js
var markdown = __webpack_require__(67886);
;// CONCATENATED MODULE: ./src/report/verification-commands.js
const KEY = 'kms-public-key.pem';
const CMS = 'openssl cms -verify -binary -inform DER -in "$FILE.p7s" -content "$FILE" -certfile kms-certificate.pem -nointern';
/** `openssl dgst` with the flags that the key needs. @param file as the shell has it */
function opensslVerify({ algorithm }, signature, file) {
    const pss = algorithm.curve === undefined ? ' -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest' : '';
    return `openssl dgst -${algorithm.hash} -verify ${KEY}${pss} -signature ${signature} ${file}`;
}
/** cosign takes NIST's curves alone, and the two larger ones with a flag that its help does not show. */
function cosignFlags({ algorithm }) {
    if (algorithm.curve?.ssh === undefined)
        return undefined;
    const hash = algorithm.hash === 'sha256' ? '' : ` --signature-digest-algorithm ${algorithm.hash}`;
    return `--key ${KEY} --insecure-ignore-tlog=true${hash}`;
}
/**
 * Commands that work with this key for a file that has signatures in these formats, openssl first.
 * Each was run by real programs: interop/.
 * @param quote makes one word of a shell of the principal
 */
function recipes(context, quote) {
    const { key, formats } = context;
    const has = (format) => formats.includes(format);
    return [
        ...openssl(key, has),
        ...(has('cms') ? [cms(context.selfSigned)] : []),
        ...(has('sigstore') ? cosign(key) : []),
        ...(has('sshsig') ? [ssh(quote(context.principal))] : []),
        ...(has('openpgp') ? openpgp() : []),
    ];
}
function openssl(key, has) {
    const verify = opensslVerify(key, '"$FILE.sig"', '"$FILE"');
    if (has('sig'))
        return [{ title: 'openssl', commands: [verify] }];
    if (has('base64')) {
        const decode = 'openssl base64 -d -A -in "$FILE.sig.b64" -out "$FILE.sig"';
        return [{ title: 'openssl', commands: [decode, verify] }];
    }
    if (!has('sigstore'))
        return [];
    const extract = `sed 's/.*"signature":"\\([^"]*\\)".*/\\1/' "$FILE.sigstore.json" | openssl base64 -d -A -out "$FILE.sig"`;
    return [{ title: 'openssl, with the signature taken out of the bundle', commands: [extract, verify] }];
}
function cms(selfSigned) {
    // Without -nointern, anybody's certificate from a CA of the system would be taken.
    const trust = selfSigned ? '-CAfile kms-certificate.pem' : '-noverify';
    const title = selfSigned
        ? 'openssl, CMS'
        : 'openssl, CMS (by this certificate alone; `-CAfile` with its CA in place of `-noverify` checks the chain too)';
    return { title, commands: [`${CMS} ${trust} -out /dev/null`] };
}
function cosign(key) {
    const flags = cosignFlags(key);
    if (flags === undefined)
        return [];
    const caveat = key.algorithm.hash === 'sha256' ? '' : '; with this key it needs the hidden flag';
    return [
        {
            title: `cosign 3.0.4 or newer${caveat}`,
            commands: [`cosign verify-blob ${flags} --bundle "$FILE.sigstore.json" "$FILE"`],
        },
    ];
}
function ssh(principal) {
    const verify = `ssh-keygen -Y verify -f kms-allowed-signers -I ${principal} -n file -s "$FILE.sshsig" < "$FILE"`;
    return { title: 'ssh-keygen', commands: [verify] };
}
function openpgp() {
    return [
        { title: 'GnuPG', commands: ['gpgv --keyring ./kms-public-key.gpg "$FILE.asc" "$FILE"'] },
        { title: 'Sequoia', commands: ['sqv --keyring kms-public-key.asc "$FILE.asc" "$FILE"'] },
    ];
}
/** The command for a statement of provenance; `undefined` where no program takes the key. @param bundle as the shell has it */
function provenanceCommand(key, bundle) {
    const flags = cosignFlags(key);
    if (flags === undefined)
        return undefined;
    return `cosign verify-blob-attestation ${flags} --type slsaprovenance1 --bundle ${bundle} "$FILE"`;
}

;// CONCATENATED MODULE: ./src/report/verification-notes.js







/**
 * How to verify what was signed, as Markdown for the text of a release and for the job summary: the fingerprint, where to
 * get it from somewhere else, and commands for a POSIX shell, openssl first, only such as work with this key.
 * Names come in as they are and go out quoted for the shell; nothing of them is markup.
 */
function verificationNotes(input) {
    const parts = [
        '### Verifying these files',
        trust(input),
        ...signatures(input),
        ...checksums(input),
        ...provenance(input),
    ];
    return `${parts.join('\n\n')}\n`;
}
function shell(...lines) {
    return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
}
/** Whose key it is, and why this text is not the one to ask. */
function trust(input) {
    const { key, runUrl } = input;
    const run = runUrl === undefined ? '' : `, on the page of [the run that signed](${linkTarget(runUrl)})`;
    return [
        `Signed with the Yandex Cloud KMS key ${(0,markdown/* markdownCode */.D9)(key.id)} (${key.algorithm.name}). The fingerprint of its public key is`,
        `\`\`\`text\n${key.publicKey.fingerprint}\n\`\`\``,
        `**Take the fingerprint from somewhere else than this release** and compare: from the project’s documentation${run}, or from a key kept from an earlier release. Whoever can replace these files can replace this text. Then see that the key files here hold that key:`,
        keyChecks(input).join('\n'),
    ].join('\n\n');
}
function linkTarget(url) {
    return encodeURI(url).replaceAll('(', '%28').replaceAll(')', '%29');
}
/** Each key file is checked by itself: the key in one of them says nothing of the others. */
function keyChecks({ key, formats }) {
    const fingerprint = 'openssl pkey -pubin -outform DER | openssl dgst -sha256';
    const hex = key.publicKey.fingerprint.replace('sha256:', '');
    const checks = [keyCheck('openssl pkey -pubin -in kms-public-key.pem -outform DER | openssl dgst -sha256', hex)];
    if (formats.includes('cms'))
        checks.push(keyCheck(`openssl x509 -in kms-certificate.pem -noout -pubkey | ${fingerprint}`, hex));
    if (formats.includes('sshsig'))
        checks.push(keyCheck("cut -d ' ' -f 3- kms-allowed-signers | ssh-keygen -l -f -", sshFingerprint(key)));
    if (formats.includes('openpgp') && key.createdAt !== undefined) {
        const fpr = openPgpKey(key, key.createdAt).fingerprint.toString('hex').toUpperCase();
        checks.push(keyCheck('gpg --show-keys kms-public-key.asc kms-public-key.gpg', fpr));
    }
    return checks;
}
const keyCheck = (command, expected) => `- \`${command}\` shows \`${expected}\``;
/** The file of the examples: one with a plain name where there is one. Names that cannot be shown are never written. */
function exampleName(names) {
    const plain = names.find((name) => /^[A-Za-z0-9_][A-Za-z0-9._+-]*$/u.test(name));
    return plain ?? names.find((name) => (0,base_log/* printable */.g$)(`=${name}`, Infinity) === `=${name}`) ?? 'name-of-the-file';
}
function signatures(input) {
    const { targets, fileNames, checksumsName } = input;
    if (targets.includes('files')) {
        const loop = input.formats.includes('sig') && fileNames.length > 1 ? [everyFile(input.key)] : [];
        return [...commands(input, exampleName(fileNames)), ...loop];
    }
    return checksumsName === undefined ? [] : commands(input, checksumsName);
}
function commands(input, name) {
    const { key, formats, identity, certificate } = input;
    const principal = (0,formats_identity/* sshPrincipal */.F)(identity, key.id);
    const selfSigned = certificate?.selfIssued ?? true;
    return [
        'Each of these verifies one file; put its name here first:',
        shell(`FILE=${shellPath(name)}`),
        ...recipes({ key, formats, principal, selfSigned }, shellWord).flatMap((recipe) => [
            `${recipe.title}:`,
            shell(...recipe.commands),
        ]),
    ];
}
/** A loop over every signature file, whatever its name. */
function everyFile(key) {
    const verify = opensslVerify(key, '"$S"', '"${S%.sig}"');
    const lines = ['for S in ./*.sig; do', `  ${verify} || printf 'NOT VERIFIED: %s\\n' "$S"`, 'done'];
    return `All files of a folder with openssl:\n\n${shell(...lines)}`;
}
function checksums({ targets, checksumsName, key }) {
    if (checksumsName === undefined)
        return [];
    const program = `${key.algorithm.hash}sum`;
    const first = targets.includes('files')
        ? `Verify ${(0,markdown/* markdownText */.p7)(checksumsName)} as above, with \`FILE=${checksumsName}\``
        : `Once ${(0,markdown/* markdownText */.p7)(checksumsName)} is verified`;
    return [
        `${first}, then every file that it lists and that is here:`,
        shell(`${program} --ignore-missing -c ${checksumsName}`),
    ];
}
function provenance(input) {
    const [bundle, ...others] = input.provenanceNames;
    if (bundle === undefined)
        return [];
    const about = 'The provenance says which workflow, commit and run the files are from. It is signed with the project’s own key and claims no SLSA level.';
    const command = provenanceCommand(input.key, shellWord(bundle));
    if (command === undefined)
        return [`${about} cosign takes no key of this type: use this action’s \`verify\` with \`provenance: ${bundle}\`.`];
    const which = others.length === 0 ? '' : ` There are ${others.length + 1} such files; take the one that lists yours.`;
    return [`${about}${which} With cosign:`, shell(`FILE=${shellPath(exampleName(input.fileNames))}`, command)];
}

;// CONCATENATED MODULE: ./src/sign/notes.js



/** How people verify what this run wrote: Markdown for a release's text and for the job summary. */
function notesOf({ inputs, certificate, env }, result) {
    return verificationNotes({
        key: result.key,
        formats: inputs.formats,
        targets: inputs.targets,
        fileNames: result.subjects.map(({ name }) => name),
        checksumsName: result.checksums?.name,
        provenanceNames: result.provenance.map((path) => (0,external_node_path_.basename)(path)),
        identity: inputs.identity,
        certificate,
        runUrl: runUrl(env),
    });
}

// EXTERNAL MODULE: ./src/sign/plan.js + 2 modules
var sign_plan = __webpack_require__(55468);
;// CONCATENATED MODULE: ./src/github/releases/wire.js

/** An answer's body as JSON. @throws ActionError INVALID_RESPONSE */
function jsonOf(response) {
    try {
        return JSON.parse(response.body.toString('utf8'));
    }
    catch (cause) {
        throw malformed('it is no JSON', cause);
    }
}
/** The items of a list. @throws ActionError INVALID_RESPONSE */
function readList(json, read) {
    if (!Array.isArray(json))
        throw malformed('a list was expected');
    return json.map(read);
}
/** A release. @throws ActionError INVALID_RESPONSE */
function readRelease(json) {
    const fields = fieldsOf(json);
    return {
        id: integer(fields, 'id'),
        tag: wire_text(fields, 'tag_name'),
        title: typeof fields['name'] === 'string' ? fields['name'] : '',
        draft: fields['draft'] === true,
        immutable: fields['immutable'] === true,
        uploadUrl: url(wire_text(fields, 'upload_url').replace(/\{[^}]*\}$/u, ''), 'upload_url'),
        htmlUrl: typeof fields['html_url'] === 'string' ? fields['html_url'] : '',
    };
}
/** An asset. @throws ActionError INVALID_RESPONSE */
function readAsset(json) {
    const fields = fieldsOf(json);
    const digest = typeof fields['digest'] === 'string' ? fields['digest'] : '';
    return {
        id: integer(fields, 'id'),
        name: wire_text(fields, 'name'),
        complete: wire_text(fields, 'state') === 'uploaded',
        size: integer(fields, 'size'),
        sha256: /^sha256:([0-9a-f]{64})$/u.exec(digest)?.[1],
        url: webUrl(fields['browser_download_url']),
    };
}
/**
 * Whether the token may be sent to the upload host that an answer names: the API's own host
 * (`https://HOST/api/uploads`), or `uploads.` of its domain (`api.github.com` → `uploads.github.com`).
 */
function isTrustedUploadHost(upload, apiUrl) {
    const api = new URL(apiUrl);
    if (upload.protocol !== api.protocol || upload.username !== '' || upload.password !== '')
        return false;
    // On loopback, where only tests are, the two have ports of their own.
    if (upload.hostname === api.hostname)
        return upload.port === api.port || api.protocol === 'http:';
    return upload.port === api.port && upload.hostname === `uploads.${api.hostname.replace(/^api\./u, '')}`;
}
/** GitHub's own words about a refusal, and the codes of its `errors`; from outside, not printable yet. */
function refusalOf(response) {
    let parsed;
    try {
        parsed = JSON.parse(response.body.toString('utf8'));
    }
    catch {
        return { message: '', codes: [] };
    }
    if (!isFields(parsed))
        return { message: '', codes: [] };
    const errors = Array.isArray(parsed['errors']) ? parsed['errors'] : [];
    const codes = errors.flatMap((error) => (isFields(error) && typeof error['code'] === 'string' ? [error['code']] : []));
    const details = errors.flatMap((error) => isFields(error) && typeof error['message'] === 'string' ? [error['message']] : []);
    const message = typeof parsed['message'] === 'string' ? parsed['message'] : '';
    return { message: [message, ...details].filter((part) => part !== '').join(': '), codes };
}
function fieldsOf(json) {
    if (!isFields(json))
        throw malformed('an object was expected');
    return json;
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function wire_text(fields, name) {
    const value = fields[name];
    if (typeof value !== 'string' || value === '')
        throw malformed(`its field ${name} is no text`);
    return value;
}
function integer(fields, name) {
    const value = fields[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
        throw malformed(`its field ${name} is no number`);
    }
    return value;
}
function url(value, name) {
    if (!URL.canParse(value))
        throw malformed(`its field ${name} is no URL`);
    return value;
}
/** As a browser would ask for it, which leaves no line break in it; empty where it is none. */
function webUrl(value) {
    const parsed = typeof value === 'string' ? URL.parse(value) : null;
    return parsed !== null && /^https?:$/u.test(parsed.protocol) ? parsed.href : '';
}
function malformed(what, cause) {
    return new errors/* ActionError */.lZ('INVALID_RESPONSE', `GitHub's release API gave an answer that it does not promise: ${what}.`, {
        hint: 'See that GITHUB_API_URL is right, and that no proxy or login page stands between the runner and GitHub.',
        cause,
    });
}

;// CONCATENATED MODULE: ./src/github/releases/refusals.js



/** How a job gets a token that may write releases. */
const WRITE_PERMISSION = 'Give the job `permissions: contents: write` (pull requests from forks never get it; an organization can forbid it), or pass a token that may write by `github-token`.';
/** GitHub's words about an answer, printable, with the status and the request's id. */
function saidBy(response) {
    const { message } = refusalOf(response);
    const id = response.requestId === undefined ? '' : `, request id ${response.requestId}`;
    return `${response.status}${message === '' ? '' : ` ${(0,base_log/* printable */.g$)(message, 500)}`}${id}`;
}
/** GitHub's 401 and 403. */
function forbidden(response) {
    const hint = response.status === 401
        ? 'The token is not valid (any more): pass `github-token: ${{ github.token }}`, or a token that has not expired.'
        : WRITE_PERMISSION;
    return new errors/* ActionError */.lZ('RELEASE_FORBIDDEN', `GitHub refuses access to the release: ${saidBy(response)}.`, { hint });
}
/** Any other status that the API does not promise. */
function unexpected(response) {
    return new errors/* ActionError */.lZ('INVALID_RESPONSE', `GitHub's release API answered ${saidBy(response)}.`, {
        hint: 'See https://www.githubstatus.com, and that GITHUB_API_URL is right.',
    });
}

;// CONCATENATED MODULE: ./src/github/releases/api.js

const SERVICE = "GitHub's release API";
/** A release comes with all its assets, 1,000 at most, some 2 kB each; a page of releases with several of those. */
const MAX_BYTES = 64 * 1024 * 1024;
/** A call about the repository: `path` below it. @throws what the client throws */
function call(access, method, path, options = {}) {
    const url = `${access.apiUrl.replace(/\/+$/u, '')}/repos/${access.repository}${path}`;
    const headers = { ...standardHeaders(access), ...options.headers };
    return access.http.request({ service: SERVICE, method, url, maxBytes: MAX_BYTES, ...options, headers });
}
/** Of every request that carries the token. */
function standardHeaders(access) {
    return {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${access.token}`,
        'x-github-api-version': '2022-11-28',
    };
}
/** A 2xx. @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE */
function expectOk(response) {
    if (response.status >= 200 && response.status < 300)
        return response;
    if (response.status === 401 || response.status === 403)
        throw forbidden(response);
    throw unexpected(response);
}

;// CONCATENATED MODULE: ./src/github/releases/releases.js


const RELEASES_A_PAGE = 30;
const ASSETS_A_PAGE = 100;
/** GitHub lists the latest 10,000 releases. */
const MAX_PAGES = 400;
/** The published release of a tag, or `undefined`. @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE and the client's */
async function publishedRelease(access, tag) {
    const response = await call(access, 'GET', `/releases/tags/${encodeURIComponent(tag)}`);
    if (response.status === 404)
        return undefined;
    return readRelease(jsonOf(expectOk(response)));
}
/** The drafts that bear a tag: GitHub lists drafts only for tokens that may write. @throws as `publishedRelease` */
async function draftsOf(access, tag) {
    const drafts = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
        const response = await call(access, 'GET', `/releases?per_page=${RELEASES_A_PAGE}&page=${page}`);
        if (response.status === 404)
            return drafts;
        const releases = readList(jsonOf(expectOk(response)), readRelease);
        drafts.push(...releases.filter((release) => release.draft && release.tag === tag));
        if (releases.length < RELEASES_A_PAGE)
            break;
    }
    return drafts;
}
/** All assets of a release. @throws as `publishedRelease` */
async function assetsOf(access, release) {
    const assets = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
        const path = `/releases/${release.id}/assets?per_page=${ASSETS_A_PAGE}&page=${page}`;
        const some = readList(jsonOf(expectOk(await call(access, 'GET', path))), readAsset);
        assets.push(...some);
        if (some.length < ASSETS_A_PAGE)
            break;
    }
    return assets;
}
/** Deletes an asset; one that is gone already is no failure. @throws as `publishedRelease` */
async function deleteAsset(access, asset) {
    const response = await call(access, 'DELETE', `/releases/assets/${asset.id}`);
    if (response.status !== 204 && response.status !== 404)
        expectOk(response);
}

;// CONCATENATED MODULE: ./src/github/releases/asset-content.js






/** The least that an upload gets through in a second before it counts as stuck, in bytes. */
const SLOWEST = 50_000;
/**
 * The bytes of a small asset (1 MiB), as its digest or else its size tells. The store that GitHub hands on to gets no
 * token.
 * @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE and the client's
 */
async function downloadAsset(access, asset) {
    const accept = { accept: 'application/octet-stream' };
    const path = `/releases/assets/${asset.id}`;
    const response = await call(access, 'GET', path, { headers: accept, redirect: 'return', maxBytes: 1024 * 1024 });
    const location = response.headers['location'];
    if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined)
        return contentOf(asset, expectOk(response));
    const store = URL.parse(location, access.apiUrl);
    if (store?.protocol !== 'https:' && store?.protocol !== new URL(access.apiUrl).protocol)
        throw unexpected(response);
    const stored = await access.http.request({ service: "GitHub's asset store", method: 'GET', url: store.href });
    return contentOf(asset, expectOk(stored));
}
/** Not what a login page on the way says in place of it. @throws ActionError INVALID_RESPONSE */
function contentOf(asset, { body }) {
    const { name, sha256, size } = asset;
    const isWhole = sha256 === undefined ? body.length === size : sha256 === hexDigestOf(body);
    if (isWhole)
        return body;
    const message = `GitHub gave other bytes for the asset ${(0,base_log/* printable */.g$)(name)} than it lists: ${body.length} bytes.`;
    throw new errors/* ActionError */.lZ('INVALID_RESPONSE', message, {
        hint: 'Run the job again. If it goes on, see that no proxy or login page stands between the runner and GitHub.',
    });
}
function hexDigestOf(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}
/**
 * Where assets of a release are uploaded to, if it is a host that the token may go to.
 * @throws ActionError INVALID_RESPONSE
 */
function trustedUploadUrl({ apiUrl }, release) {
    const url = new URL(release.uploadUrl);
    if (isTrustedUploadHost(url, apiUrl))
        return url;
    throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `GitHub names ${(0,base_log/* printable */.g$)(url.origin)} for uploads, which is no host of its own.`, {
        hint: 'See that GITHUB_API_URL is right and that nothing stands between the runner and GitHub.',
    });
}
/**
 * One attempt to upload an asset, nothing repeated: the caller judges the answer.
 * @throws ActionError UNAVAILABLE where there was no answer, INVALID_RESPONSE, TIMED_OUT, CANCELLED
 */
async function postAsset(access, release, asset) {
    const url = trustedUploadUrl(access, release);
    url.searchParams.set('name', asset.name);
    return access.http.request({
        service: "GitHub's asset upload",
        method: 'POST',
        url: url.href,
        headers: { ...standardHeaders(access), 'content-type': asset.contentType },
        body: asset.content,
        attemptMs: 60_000 + (asset.content.length / SLOWEST) * 1000,
        retry: false,
    });
}

;// CONCATENATED MODULE: ./src/github/releases/asset-names.js

const TYPES = {
    '.json': 'application/json',
    '.b64': 'text/plain; charset=utf-8',
    '.sshsig': 'text/plain; charset=utf-8',
    '.asc': 'application/pgp-signature',
    '.gpg': 'application/pgp-keys',
    '.p7s': 'application/pkcs7-signature',
    '.pem': 'application/x-pem-file',
};
/** The media type of a written file. @param name base name */
function contentTypeOf(name) {
    if (name === 'kms-public-key.asc')
        return 'application/pgp-keys';
    if (name === 'kms-allowed-signers' || /^SHA(?:256|384|512)SUMS$/u.test(name))
        return 'text/plain; charset=utf-8';
    return TYPES[(0,external_node_path_.extname)(name)] ?? 'application/octet-stream';
}
const UNSAFE = /[^A-Za-z0-9._+-]+/gu;
/** Whether `stored` is what GitHub makes, or may make, of the asset name `name`. */
function mayBeStoredAs(name, stored) {
    if (name === stored)
        return true;
    const dotted = name.replace(UNSAFE, '.');
    if (dotted === name && !/^\.|\.$/u.test(name))
        return false;
    const wanted = simplified(dotted);
    // GitHub puts `default` in front of a dot at the beginning.
    return simplified(stored) === wanted || (dotted.startsWith('.') && simplified(stored) === `default.${wanted}`);
}
/** Without dots at the ends, and one dot in place of several. */
function simplified(name) {
    return name.replace(/\.{2,}/gu, '.').replace(/^\.|\.$/gu, '');
}

;// CONCATENATED MODULE: ./src/github/releases/same-key.js


/**
 * Whether a public-key file of some run, by its name, holds exactly the key `key`: files of one key differ from run to
 * run in their self-signatures, not in the key. A file that cannot be read as its name says holds no key.
 */
function holdsKey(name, content, key) {
    try {
        if (name === 'kms-certificate.pem')
            return certificateHolds(content, key);
        if (name === 'kms-allowed-signers')
            return allowedSignersHold(content, key);
        if (name === 'kms-public-key.asc')
            return openPgpHolds(dearmored(content), key);
        if (name === 'kms-public-key.gpg')
            return openPgpHolds(content, key);
        return (0,public_key/* parsePublicKey */.ee)(content.toString('latin1')).fingerprint === key.fingerprint;
    }
    catch {
        return false;
    }
}
function certificateHolds(content, key) {
    const text = content.toString('latin1');
    if (text.split('-----BEGIN ').length !== 2)
        return false;
    const { publicKey } = new external_node_crypto_.X509Certificate(text);
    return (0,public_key/* publicKeyFromSpki */.W8)(publicKey.export({ format: 'der', type: 'spki' })).fingerprint === key.fingerprint;
}
/** One line: principal, options, type, base64 of the key, whose last field is the point (RFC 5656, 3.1). */
function allowedSignersHold(content, key) {
    const line = /^[^\n]* ecdsa-sha2-nistp\d{3} ([A-Za-z0-9+/=]+)(?: [^\n]*)?\n?$/u.exec(content.toString('latin1'));
    return line?.[1] !== undefined && endsWith(Buffer.from(line[1], 'base64'), (0,public_key/* ecPoint */.jX)(key));
}
function dearmored(content) {
    const text = content.toString('latin1').replaceAll('\r', '');
    const armor = /^-----BEGIN PGP PUBLIC KEY BLOCK-----\n(?:[^\n]+\n)*\n([A-Za-z0-9+/=\n]+?)\n=[^\n]{4}\n-----END [^\n]+\n*$/u;
    return Buffer.from(armor.exec(text)?.[1] ?? '', 'base64');
}
/** One public-key packet, whose body ends in the point, and no other key (RFC 4880, 4.2; RFC 6637, 9). */
function openPgpHolds(content, key) {
    const [first, ...rest] = packets(content);
    if (first?.tag !== TAG.publicKey || !endsWith(first.body, (0,public_key/* ecPoint */.jX)(key)))
        return false;
    return rest.every(({ tag }) => tag === TAG.userId || tag === TAG.signature);
}
const TAG = { signature: 2, publicKey: 6, userId: 13 };
/** Packets with headers of the new format and lengths below 8,384. @throws RangeError on any other */
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

;// CONCATENATED MODULE: ./src/github/releases/asset-plan.js









/** GitHub's limit. */
const MAX_ASSETS = 1000;
/** The existing assets that a file called `name` meets. */
function metBy(name, existing) {
    return existing.filter((asset) => mayBeStoredAs(name, asset.name));
}
/** How many assets the release would hold in the end; of more files than it takes, at least so many. */
function assetsInAll(names, existing) {
    if (names.length > MAX_ASSETS)
        return names.length;
    const replaced = new Set(names.flatMap((name) => metBy(name, existing).map(({ id }) => id)));
    return existing.filter(({ id }) => !replaced.has(id)).length + names.length;
}
/** What is to be done for one file, or in `conflict` the asset that forbids it. */
async function stepFor(asset, existing, rules, key) {
    const met = metBy(asset.name, existing);
    for (const old of met)
        if (await holdsTheSame(old, asset, rules.access, key))
            return { asset, left: old, removed: [] };
    const conflict = met.find((old) => old.complete && !mayReplace(rules));
    return conflict === undefined ? { asset, left: undefined, removed: met } : { conflict };
}
/** Whether a complete asset may give way to a file of ours. */
function mayReplace({ release, overwrite }) {
    return release.draft || overwrite;
}
/** Whether `old` holds the bytes of `asset`; a public-key file, whether it holds the same key. */
async function holdsTheSame(old, asset, access, key) {
    if (!old.complete)
        return false;
    if (old.sha256 === asset.sha256)
        return true;
    if (files_names/* PUBLIC_KEY_FILES */.UX.has(asset.name))
        return keyFileHolds(old, asset.name, access, key);
    // GitHub Enterprise Server tells no digest.
    if (old.sha256 !== undefined || old.size !== asset.size || old.size > SMALL)
        return false;
    return sha256(await downloadAsset(access, old)) === asset.sha256;
}
/** Whether an existing public-key file holds `key`. */
async function keyFileHolds(old, name, access, key) {
    return old.complete && old.size <= SMALL && holdsKey(name, await downloadAsset(access, old), key);
}
/** The most that is downloaded to compare, in bytes. */
const SMALL = 256 * 1024;
/** In lower-case hex. */
function sha256(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}
/** ASSET_EXISTS with the commands that delete what is in the way. */
function assetExists(conflicts, { release, access }) {
    const names = conflicts.map(({ name }) => name);
    return new errors/* ActionError */.lZ('ASSET_EXISTS', `The published release ${(0,base_log/* printable */.g$)(release.tag)} has assets of names that would be attached:\n${(0,base_log/* listed */.KE)(names.map((name) => (0,base_log/* printable */.g$)(name, 150)))}`, { hint: `Set overwrite: true to replace them, or delete them first: ${deleteCommands(names, release, access)}` });
}
/** `gh` commands that delete assets, at most ten. */
function deleteCommands(names, release, { repository }) {
    const commands = names
        .slice(0, 10)
        .map((name) => `gh release delete-asset ${printableWord(release.tag)} ${printableWord((0,external_node_path_.basename)(name))} --yes --repo ${repository}`);
    return commands.join('; ') + (names.length > 10 ? '; …' : '');
}
/** RELEASE_FULL. */
function releaseFull(inAll, release) {
    return new errors/* ActionError */.lZ('RELEASE_FULL', `The release ${(0,base_log/* printable */.g$)(release.tag)} would hold ${inAll} assets; GitHub allows ${MAX_ASSETS}.`, {
        hint: 'Set sign: checksums, which makes one signature for all files, take fewer formats, or set release-assets: false.',
    });
}

;// CONCATENATED MODULE: ./src/http/retry.js
const TIMING = {
    attempts: 5,
    attemptMs: 15_000,
    firstWaitMs: 500,
    longestWaitMs: 20_000,
    rateLimitMs: 60_000,
    random: Math.random,
};
const AGAIN_CODES = new Set([2, 4, 13, 14]);
const RESOURCE_EXHAUSTED = 8;
const AGAIN_STATUS = new Set([500, 502, 503, 504]);
/** By the gRPC code in the body where it parses (google.rpc.Code), else by the status: a proxy may answer HTML. */
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
    // GitHub's limits come as 403 too.
    if (status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'))
        return 'limited';
    if (isSecondaryLimit(response))
        return 'limited';
    return AGAIN_STATUS.has(status) ? 'again' : 'final';
}
/** GitHub's secondary limits need not come with a header: then its words alone tell them from a missing permission. */
function isSecondaryLimit({ status, body }) {
    if (status !== 403 && status !== 429)
        return false;
    const message = parseObject(body)?.['message'];
    return typeof message === 'string' && /\bsecondary rate limit\b/iu.test(message);
}
/** The google.rpc.Status that a failed answer has for a body, or `undefined`. */
function grpcStatusOf({ status, body }) {
    if (status < 400)
        return undefined;
    const parsed = parseObject(body);
    const code = parsed?.['code'];
    if (parsed === undefined || typeof code !== 'number' || !Number.isInteger(code) || code < 1 || code > 16)
        return undefined;
    const message = typeof parsed['message'] === 'string' ? parsed['message'] : '';
    const details = Array.isArray(parsed['details']) ? parsed['details'] : [];
    const ids = details.map((detail) => (isObject(detail) ? detail['requestId'] : undefined));
    return { code, message, requestId: ids.find((id) => typeof id === 'string') };
}
/** A body that is a JSON object, or `undefined`. */
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
/** What GitHub's documentation asks for where its answer names no time. */
const SECONDARY_LIMIT_MS = 60_000;
/** The wait that a refusal asks for, in ms, by its headers or else by GitHub's rule for secondary limits. */
function waitAskedBy(response, now) {
    return askedWait(response.headers, now) ?? (isSecondaryLimit(response) ? SECONDARY_LIMIT_MS : undefined);
}
/** The wait that headers ask for, in ms: Retry-After in seconds or as a date (RFC 9110, 10.2.3), or GitHub's reset. */
function askedWait(headers, now) {
    const value = headers['retry-after']?.trim() ?? '';
    if (/^\d+$/u.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    if (!Number.isNaN(date))
        return Math.max(0, date - now);
    const reset = headers['x-ratelimit-reset'] ?? '';
    if (headers['x-ratelimit-remaining'] !== '0' || !/^\d+$/u.test(reset))
        return undefined;
    return Math.max(0, Number(reset) * 1000 - now);
}
/** The wait after `failures` (at least 1) in ms: full jitter below 0.5 s × 3ⁿ, at most 20 s. */
function backoff(failures, timing) {
    return timing.random() * Math.min(timing.longestWaitMs, timing.firstWaitMs * 3 ** (failures - 1));
}

;// CONCATENATED MODULE: ./src/github/releases/asset-upload.js










/** Attempts at one asset. */
const MAX_ATTEMPTS = 5;
/**
 * Uploads one file. After an answer that leaves it open whether the asset arrived, the release is listed: what holds
 * the same bytes counts, what is broken or may be replaced is removed, and the upload begins anew.
 * @throws ActionError RELEASE_UPLOAD_FAILED, or what the client throws
 */
async function uploadAsset(session, asset) {
    const { clock, signal, log } = session;
    const content = await (0,promises_.readFile)(asset.path);
    if (sha256(content) !== asset.sha256)
        throw failed(`${asset.name} changed on disk while it was attached.`);
    for (let failures = 1;; failures++) {
        await session.pace.turn(clock, signal, (ms) => {
            log.info(`Waiting ${Math.ceil(ms / 1000)} s: GitHub takes a limited number of uploads a minute and an hour.`);
        });
        const attempt = await attemptUpload(session, asset, content);
        if ('stored' in attempt)
            return attempt.stored;
        if (failures >= MAX_ATTEMPTS)
            throw failed(`${attempt.again} (${failures} attempts)`);
        log.info(`Attaching it again: ${attempt.again}`);
        await clock.sleep(backoff(failures, TIMING), signal);
    }
}
async function attemptUpload(session, asset, content) {
    const { access, release } = session;
    let response;
    try {
        response = await postAsset(access, release, { name: asset.name, contentType: contentTypeOf(asset.name), content });
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'UNAVAILABLE')
            throw error;
        return settle(session, asset, error.message);
    }
    const { status } = response;
    if (status === 201)
        return judge(session, asset, response);
    const said = `GitHub answered ${saidBy(response)}`;
    if (status >= 500 || status === 408)
        return settle(session, asset, said);
    if (status === 422 && refusalOf(response).codes.includes('already_exists')) {
        return settle(session, asset, said);
    }
    throw failed(said, hintFor(response));
}
/** A 201 counts when what it says is stored is what was sent. */
async function judge(session, asset, response) {
    let stored;
    try {
        stored = readAsset(jsonOf(response));
    }
    catch (error) {
        return settle(session, asset, (0,errors/* messageOf */.bD)(error));
    }
    const same = stored.size === asset.size && (stored.sha256 === undefined || stored.sha256 === asset.sha256);
    if (stored.complete && same)
        return { stored };
    await deleteAsset(session.access, stored);
    return { again: 'GitHub stored other bytes than were sent' };
}
/** Sees what the release holds now, and makes room for another attempt. */
async function settle(session, asset, why) {
    const { access, release, key } = session;
    for (const old of metBy(asset.name, await assetsOf(access, release))) {
        if (await holdsTheSame(old, asset, access, key))
            return { stored: old };
        if (old.complete && !mayReplace(session))
            throw failed(`${why}: an asset of that name has been attached meanwhile`);
        await deleteAsset(access, old);
    }
    return { again: why };
}
function hintFor({ status }) {
    if (status === 401 || status === 403)
        return WRITE_PERMISSION;
    if (status === 404)
        return `The release is gone, or the token may not write to it. ${WRITE_PERMISSION}`;
    if (status === 422)
        return 'A release that was published meanwhile and is immutable takes no assets: sign first, then publish.';
    return undefined;
}
function failed(what, hint) {
    return new errors/* ActionError */.lZ('RELEASE_UPLOAD_FAILED', what, { hint });
}

;// CONCATENATED MODULE: ./src/github/releases/patient-http.js



/**
 * A client for GitHub's API that sits out what GitHub asks to wait, up to the hour of its limits, as long as the run
 * has that time; without a time named, GitHub may refuse for 60 s. Everything else is as with `http`.
 * @throws ActionError RATE_LIMITED, and what `http` throws
 */
function patientHttp(http, bounds) {
    return {
        ...http,
        request: async (request) => {
            let since;
            for (let refusals = 1;; refusals++) {
                const response = await once(() => http.request({ ...request, retry: false }), request.retry === false);
                if (response !== undefined && verdictOn(response) === 'limited') {
                    // 0 is no leave to hammer: a reset that is over by the runner's clock need not be by GitHub's.
                    const asked = waitAskedBy(response, bounds.clock.now()) || undefined;
                    since = asked === undefined ? (since ?? bounds.clock.now()) : undefined;
                    await bounds.clock.sleep(waitFor(response, asked ?? backoff(refusals, TIMING), since, bounds), bounds.signal);
                }
                else if (response !== undefined && (request.retry === false || verdictOn(response) === 'final'))
                    return response;
                else
                    return http.request(request);
            }
        },
    };
}
/** What one attempt comes to; `undefined` where it failed in a way that `http` repeats by itself. */
async function once(attempt, alone) {
    try {
        return await attempt();
    }
    catch (error) {
        if (!alone && error instanceof errors/* ActionError */.lZ && error.code === 'UNAVAILABLE')
            return undefined;
        throw error;
    }
}
/** @throws ActionError RATE_LIMITED when there is no time for it */
function waitFor(response, wait, since, bounds) {
    const { clock, deadline, log } = bounds;
    const left = Math.min(deadline, (since ?? Infinity) + TIMING.rateLimitMs) - clock.now();
    const said = `GitHub answered ${saidBy(response)}`;
    if (wait > left) {
        const asks = since === undefined ? `it asks to wait ${patient_http_seconds(wait)}, and ` : '';
        throw new errors/* ActionError */.lZ('RATE_LIMITED', `${said}; ${asks}${patient_http_seconds(Math.max(0, left))} are left.`, {
            hint: 'GitHub limits uploads to 80 a minute and 500 an hour, and requests to 1,000 an hour, all jobs of the repository together: run the job again later with a longer timeout-minutes, or set sign: checksums, which makes one signature for all files.',
        });
    }
    log.info(`${said}: waiting ${patient_http_seconds(wait)}.`);
    return wait;
}
function patient_http_seconds(ms) {
    return `${Math.ceil(ms / 1000)} s`;
}

;// CONCATENATED MODULE: ./src/github/releases/upload-pace.js
/**
 * GitHub allows 80 content-creating requests a minute and 500 an hour; what else the workflow does with its token
 * counts too, so some are left for that.
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
const UPLOADS_A_MINUTE = 60;
const UPLOADS_AN_HOUR = 500;
/** A little longer than a minute and an hour: requests do not all take the same time to get to GitHub. */
const WINDOWS = [
    { uploads: UPLOADS_A_MINUTE, ms: 61_000 },
    { uploads: UPLOADS_AN_HOUR, ms: 3_605_000 },
];
/** The times of the uploads of a run, which say when the next one may begin. */
class UploadPace {
    #starts = [];
    /** How long the next upload has to wait from `now` on, in ms. */
    waitMs(now) {
        return Math.max(0, nextStart(this.#starts) - now);
    }
    /** Waits for the next upload's turn. @param onWait told before a wait, in ms */
    async turn(clock, signal, onWait) {
        const wait = this.waitMs(clock.now());
        if (wait > 0) {
            onWait(wait);
            await clock.sleep(wait, signal);
        }
        this.#starts.push(clock.now());
    }
}
/** The least time in ms before the last of `uploads` may begin. */
function paceMs(uploads) {
    const starts = [];
    for (let upload = 0; upload < uploads; upload++)
        starts.push(Math.max(0, nextStart(starts)));
    return starts.at(-1) ?? 0;
}
function nextStart(starts) {
    const free = WINDOWS.map(({ uploads, ms }) => {
        const first = starts[starts.length - uploads];
        return first === undefined ? -Infinity : first + ms;
    });
    return Math.max(starts.at(-1) ?? -Infinity, ...free);
}

;// CONCATENATED MODULE: ./src/github/releases/release-assets.js












/** How often the log says how far the upload is, in ms. */
const PROGRESS_MS = 10_000;
/**
 * Attaches files to the release, one after the other, in order; the manifest is for the caller to leave out.
 * @param files absolute paths
 * @param key the key that made them: public-key files of the same key are left as they are
 * @throws ActionError RELEASE_UPLOAD_FAILED naming what is attached and what is not, TIMED_OUT, CANCELLED
 */
async function attachAssets(prepared, files, key) {
    const attached = [];
    try {
        const session = sessionOf(prepared, key);
        await carryOut(await plan(session, files), session, attached);
        return attached;
    }
    catch (error) {
        throw failure(error, prepared, files, attached);
    }
}
/** The same release through a client that sits out GitHub's limits, and what uploads need beside. */
function sessionOf(prepared, key) {
    const { release, overwrite, clock, request } = prepared;
    const { signal, deadline, log } = request;
    const access = { ...prepared.access, http: patientHttp(request.http, { clock, signal, deadline, log }) };
    return { access, release, overwrite, clock, signal, deadline, log, key, pace: new UploadPace() };
}
/** Decides for each file before the first one is uploaded, by what the release holds now. */
async function plan(session, files) {
    const { access, release, key } = session;
    const existing = await assetsOf(access, release);
    const names = files.map((path) => (0,external_node_path_.basename)(path));
    const inAll = assetsInAll(names, existing);
    if (inAll > MAX_ASSETS)
        throw releaseFull(inAll, release);
    const steps = [];
    const conflicts = [];
    for (const path of files) {
        const step = await stepFor(await described(path), existing, session, key);
        if ('conflict' in step)
            conflicts.push(step.conflict.name);
        else
            steps.push(step);
    }
    if (conflicts.length === 0)
        return steps;
    throw new errors/* ActionError */.lZ('RELEASE_UPLOAD_FAILED', `The release is published and has other assets of these names: ${(0,base_log/* firstNames */.d9)(conflicts)}.`, { hint: `Set overwrite: true, or delete them first: ${deleteCommands(conflicts, release, access)}` });
}
async function described(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(path)) {
        hash.update(chunk);
        size += chunk.length;
    }
    return { path, name: (0,external_node_path_.basename)(path), size, sha256: hash.digest('hex') };
}
async function carryOut(steps, session, attached) {
    const { clock, log, access } = session;
    let told = clock.now();
    for (const { asset, left, removed } of steps) {
        for (const old of removed)
            await deleteAsset(access, old);
        const stored = left ?? (await uploadAsset(session, asset));
        attached.push({ path: asset.path, name: stored.name, url: stored.url, left: left !== undefined });
        reportName(asset, stored, session);
        if (clock.now() - told < PROGRESS_MS)
            continue;
        told = clock.now();
        log.info(`${attached.length} of ${steps.length} assets are on the release.`);
    }
    const there = attached.filter(({ left }) => left).length;
    log.info(`${attached.length} assets are on the release; ${there} of them were there already.`);
}
function reportName(asset, stored, { log }) {
    if (stored.name === asset.name)
        return;
    log.info(`GitHub calls the asset ${(0,base_log/* printable */.g$)(asset.name)} ${(0,base_log/* printable */.g$)(stored.name)}.`);
}
/** What is up, what is not, and how to go on. */
function failure(error, { request, release, access }, files, attached) {
    const up = new Set(attached.map(({ path }) => path));
    const done = files.filter((path) => up.has(path)).map((path) => (0,external_node_path_.basename)(path));
    const open = files.filter((path) => !up.has(path)).map((path) => (0,external_node_path_.basename)(path));
    request.log.info(`Attached: ${done.map((name) => (0,base_log/* printable */.g$)(name, 300)).join(', ') || 'nothing'}`);
    request.log.info(`Not attached: ${open.map((name) => (0,base_log/* printable */.g$)(name, 300)).join(', ') || 'nothing'}`);
    if (error instanceof errors/* ActionError */.lZ && (error.code === 'TIMED_OUT' || error.code === 'CANCELLED'))
        return error;
    const hint = error instanceof errors/* ActionError */.lZ && error.hint !== undefined ? `${error.hint}\n` : '';
    const counts = `${done.length} of ${files.length} files are attached to the release ${(0,base_log/* printable */.g$)(release.tag)}`;
    const lists = `Attached: ${(0,base_log/* firstNames */.d9)(done) || 'none'}. Not attached: ${(0,base_log/* firstNames */.d9)(open) || 'none'}.`;
    const again = release.draft
        ? 'Run the job again: on a draft it replaces its own files.'
        : 'Run the job again with overwrite: true, which replaces what is attached already.';
    const byHand = `gh release upload ${printableWord(release.tag)} FILE… --repo ${access.repository}`;
    return new errors/* ActionError */.lZ('RELEASE_UPLOAD_FAILED', `${counts}: ${trimmed((0,errors/* messageOf */.bD)(error))}. ${lists}`, {
        hint: `${hint}${again} The files are on disk and in the step's output 'files'; by hand: ${byHand}`,
        cause: error,
    });
}
function trimmed(text) {
    return text.replace(/[.\s]+$/u, '');
}

;// CONCATENATED MODULE: ./src/base/clock.js
/** The machine's. */
const systemClock = {
    now: () => Date.now(),
    sleep: async (ms, signal) => {
        signal.throwIfAborted();
        const { promise, resolve, reject } = Promise.withResolvers();
        const timer = setTimeout(() => {
            resolve(undefined);
        }, ms);
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
    },
};

;// CONCATENATED MODULE: ./src/github/releases/release-lookup.js






/**
 * The release of a tag that can take assets: the published one, else the only draft that bears the tag.
 * @throws ActionError RELEASE_NOT_FOUND, RELEASE_IMMUTABLE, RELEASE_FORBIDDEN
 */
async function findRelease(access, tag) {
    const published = await publishedRelease(access, tag);
    if (published?.immutable === true && !published.draft)
        throw immutable(published);
    if (published !== undefined)
        return published;
    const drafts = await draftsOf(access, tag);
    const [draft, ...others] = drafts;
    if (draft === undefined)
        throw notFound(access, tag);
    if (others.length > 0)
        throw ambiguous(drafts, tag);
    return draft;
}
function notFound({ repository }, tag) {
    const create = `gh release create ${printableWord(tag)} --repo ${printableWord(repository)} --draft --verify-tag`;
    const message = `There is no release of the tag ${(0,base_log/* printable */.g$)(tag)} in ${repository}, or the token does not see it.`;
    return new errors/* ActionError */.lZ('RELEASE_NOT_FOUND', message, {
        hint: `If it is a draft: GitHub shows drafts only to tokens that may write. ${WRITE_PERMISSION} If there is none yet, make it before this step: ${create}`,
    });
}
function ambiguous(drafts, tag) {
    const named = drafts.map(({ id, title, htmlUrl }) => `${id} "${(0,base_log/* printable */.g$)(title, 80)}" ${(0,base_log/* printable */.g$)(htmlUrl, 200)}`);
    const message = `${drafts.length} drafts bear the tag ${(0,base_log/* printable */.g$)(tag)}, so none is taken: ${named.slice(0, 10).join('; ')}.`;
    return new errors/* ActionError */.lZ('RELEASE_NOT_FOUND', message, {
        hint: 'Delete all but one in the browser, or by its id: gh api --method DELETE repos/{owner}/{repo}/releases/ID',
    });
}
function immutable({ tag }) {
    const word = printableWord(tag);
    return new errors/* ActionError */.lZ('RELEASE_IMMUTABLE', `The release of the tag ${(0,base_log/* printable */.g$)(tag)} is published and immutable: GitHub takes no asset for it any more.`, {
        hint: `Sign before publishing: gh release create ${word} --draft, then this action with release-assets: true, then gh release edit ${word} --draft=false. For this release nothing can be attached; set release-assets: false and pass the signatures on in another way.`,
    });
}

;// CONCATENATED MODULE: ./src/github/releases/release-check.js










const CHECKSUM_FILES = new Set(Object.values(files_names/* CHECKSUM_FILE_NAMES */.ki));
/**
 * Looks the release up before anything is signed, and sees that all of `names` can be attached to it in time.
 * @throws ActionError INVALID_INPUT (time), RELEASE_NOT_FOUND, RELEASE_FORBIDDEN, RELEASE_IMMUTABLE, RELEASE_FULL,
 * ASSET_EXISTS, and what the client throws
 */
async function prepareRelease(request) {
    const { http, env, token, tag, overwrite, log } = request;
    const clock = request.clock ?? systemClock;
    checkTime(request, request.names, clock);
    const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
    const access = { http, token, apiUrl, repository: env['GITHUB_REPOSITORY'] ?? '' };
    const release = await findRelease(access, tag);
    trustedUploadUrl(access, release);
    const existing = await assetsOf(access, release);
    const prepared = { request, clock, access, release, overwrite, existing };
    await checkRoom(request.names, prepared);
    const kind = release.draft ? 'draft' : 'published release';
    log.info(`Assets go to the ${kind} ${(0,base_log/* printable */.g$)(tag)} (id ${release.id}), which has ${existing.length}.`);
    return prepared;
}
/**
 * Once the key is known, and with it every name: the same questions as before of those that hung on it.
 * @param names base names of all that will be attached
 * @throws ActionError INVALID_INPUT (time), RELEASE_FULL, ASSET_EXISTS
 */
async function checkAllNames(prepared, names) {
    const { request, clock } = prepared;
    if (names.every((name) => request.names.includes(name)))
        return;
    checkTime(request, names, clock);
    await checkRoom(names, prepared);
}
async function checkRoom(all, prepared) {
    const names = [...new Set(all)];
    const inAll = assetsInAll(names, prepared.existing);
    if (inAll > MAX_ASSETS)
        throw releaseFull(inAll, prepared.release);
    await checkNames(names, prepared);
}
/**
 * Before a checksum file is signed: on a published release an asset of its name may only be the same file.
 * @throws ActionError ASSET_EXISTS
 */
async function checkChecksumAsset(prepared, name, content) {
    if (mayReplace(prepared))
        return;
    const asset = { name, size: content.length, sha256: sha256(content) };
    const key = await prepared.request.publicKey();
    for (const old of metBy(name, prepared.existing)) {
        if (old.complete && !(await holdsTheSame(old, asset, prepared.access, key)))
            throw assetExists([old], prepared);
    }
}
/** On a published release only public-key files of the same key may be there, and checksum files, judged when they are made. */
async function checkNames(names, prepared) {
    if (mayReplace(prepared))
        return;
    const conflicts = [];
    for (const name of names) {
        if (CHECKSUM_FILES.has(name))
            continue;
        for (const old of metBy(name, prepared.existing)) {
            if (!old.complete)
                continue;
            const same = files_names/* PUBLIC_KEY_FILES */.UX.has(name) &&
                (await keyFileHolds(old, name, prepared.access, await prepared.request.publicKey()));
            if (!same)
                conflicts.push(old);
        }
    }
    if (conflicts.length > 0)
        throw assetExists(conflicts, prepared);
}
/** Pacing alone must fit into what is left of the run. */
function checkTime({ deadline }, names, clock) {
    // More than a release takes: that is the better thing to say.
    if (names.length > MAX_ASSETS)
        return;
    const needed = paceMs(names.length);
    const left = deadline - clock.now();
    if (needed <= left)
        return;
    const minutes = Math.ceil(needed / 60_000);
    const message = `Input 'timeout-minutes' is too short for 'release-assets': ${names.length} uploads take ${minutes} minutes at the ${UPLOADS_A_MINUTE} a minute and ${UPLOADS_AN_HOUR} an hour that GitHub's limits allow, and ${Math.max(0, Math.floor(left / 60_000))} are left.`;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', message, {
        hint: `Set timeout-minutes: ${minutes + 15} (and as much for the job), or sign: checksums, which makes one signature for all files.`,
    });
}

;// CONCATENATED MODULE: ./src/sign/publish.js






/** Uploads everything that was written as one workflow artifact, and sets its outputs. */
async function publishArtifact(upload, { inputs, env, tasks, front, account }, artifact, { written }) {
    const { log, mask } = front;
    const root = (0,files_names/* commonFolder */.Mp)(written.map((path) => (0,external_node_path_.dirname)(path))) ?? inputs.workspace;
    const request = { ...artifact, files: written, root, overwrite: inputs.overwrite, env, mask };
    const { id, url, digest, name } = await upload(request, tasks.signal, log);
    log.info(`Uploaded ${written.length} files as the artifact ${name}: ${url}`);
    account.uploads.push({ where: 'Workflow artifact', name, url, files: written.length });
    front.setOutput('artifact-id', String(id));
    front.setOutput('artifact-url', url);
    front.setOutput('artifact-digest', digest);
}
/** Of a run that would upload an artifact where there is somebody to take it. */
function noticeNoArtifact(log) {
    log.notice('No workflow artifact was uploaded: there is no artifact service here (GitHub Enterprise Server, and runners of ' +
        'other systems, have none that this action can use). Everything that was written is in the workspace, and the ' +
        'output files names it. `upload-artifact: false` says that this is meant.');
}
/** Looks the release up, where there is one to attach to, and sees that it takes what will be written. */
async function prepareAssets({ inputs, plan, env, limits, tasks, front }, { http }, key) {
    const { release, overwrite } = inputs;
    if (release === undefined)
        return undefined;
    const publicKey = async () => (await key).publicKey;
    const { log } = front;
    const { signal } = tasks;
    const { deadline } = limits;
    const names = (0,sign_plan/* assetNames */.PB)(plan);
    return prepareRelease({ http, log, signal, deadline, env, ...release, overwrite, names, publicKey });
}
/** Attaches everything that was written but the manifest to the release, and sets the output. */
async function publishAssets({ front, account }, prepared, { written, runFiles, key }) {
    const manifest = runFiles.get('signatures.json');
    const files = written.filter((path) => path !== manifest);
    const assets = await attachAssets(prepared, files, key.publicKey);
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
/** A server closes an idle connection after five seconds or more; undici keeps one for four. */
const IDLE_MS = 4000;
/** Connections that were opened before undici asked for them. */
class ConnectionsAhead {
    #connect;
    #origin;
    #opened = [];
    constructor(connect, origin) {
        this.#connect = connect;
        this.#origin = origin;
    }
    /** `0` ends those that nobody took. */
    warm = (connections) => {
        if (connections === 0) {
            for (const { socket } of this.#opened.splice(0))
                socket.then(destroy, ignore);
        }
        while (this.#opened.length < connections)
            this.#opened.push({ socket: this.#open(), at: Date.now() });
    };
    connect = (options, callback) => {
        const [next, ...rest] = this.#opened;
        this.#opened = rest;
        if (next === undefined) {
            this.#connect(options, callback);
            return;
        }
        next.socket.then((socket) => {
            if (socket.destroyed || Date.now() - next.at > IDLE_MS) {
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
        // Idle, it must not keep the process alive; failed, the request that would have used it opens its own.
        socket.then((opened) => opened.unref(), ignore);
        return socket;
    }
}
function destroy(socket) {
    socket.destroy();
}
function ignore() {
    // told by the request that needs the connection
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ../../node_modules/undici/lib/core/connect.js
var core_connect = __webpack_require__(91332);
;// CONCATENATED MODULE: ./src/http/open-sockets.js


/**
 * Every connection there is, from its first packet on. undici lets go only of those that are made: one that is still
 * waiting for an answer would keep the process alive.
 */
class OpenSockets {
    #sockets = new Set();
    #over = false;
    /** Keeps `socket` in mind until it is closed. */
    add = (socket) => {
        if (this.#over)
            socket.destroy();
        this.#sockets.add(socket);
        socket.once('close', () => this.#sockets.delete(socket));
    };
    /** undici's own connector: HTTP/1.1 alone, certificates always checked. */
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
    /** Ends all of them, and any that are added later. */
    destroy() {
        this.#over = true;
        for (const socket of this.#sockets)
            socket.destroy();
    }
}

// EXTERNAL MODULE: ./src/base/loopback.js
var loopback = __webpack_require__(32130);
;// CONCATENATED MODULE: ./src/http/proxy.js



/**
 * The proxy that the environment names for `url`, lower-case variables first, as curl and undici take them:
 * https_proxy for https (where it is not set, http_proxy), http_proxy for http, no_proxy for what goes without.
 * Loopback goes through a proxy on loopback alone: another machine's proxy cannot reach it, and would see the token.
 * @throws ActionError INVALID_INPUT a variable that is no URL of a proxy; its value is not part of the message
 */
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
    const fault = new errors/* ActionError */.lZ('INVALID_INPUT', `The environment variable ${variable} is not the URL of a proxy.`, {
        hint: 'It has to look like http://proxy.example:3128 or http://user:password@proxy.example:3128, special characters of the password percent-encoded.',
    });
    const text = value.includes('://') ? value : `http://${value}`;
    if (!URL.canParse(text))
        throw fault;
    const { protocol, origin, username, password } = new URL(text);
    if (protocol !== 'http:' && protocol !== 'https:')
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
/**
 * NO_PROXY: names separated by commas or spaces. `example.com` and `.example.com` stand for the domain and all below it,
 * `*.example.com` for what is below it, `name:8443` for this port, `*` for everything.
 */
function goesWithout(url, list) {
    const host = (0,loopback/* bareHost */.n)(url.hostname);
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    return list.split(/[\s,]/u).some((entry) => {
        const [, named = '', ofPort] = /^(.+?)(?::(\d+))?$/u.exec(entry) ?? [];
        // An IPv6 address without brackets has colons of its own, and no port.
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



/** The proxy answered CONNECT with another status than 2xx. */
class ProxyRefusal extends Error {
    status;
    constructor(status) {
        super(`the proxy answered ${status}`);
        this.status = status;
    }
}
/** Connections to `target` (https) through `proxy` by CONNECT (RFC 9110, 9.3.6): TLS inside, its certificate checked. */
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
            ? // Else Node would take the name out of the Host header, which is that of the service.
                (0,external_node_https_.request)({ ...options, servername: (0,external_node_net_.isIP)(host) === 0 ? host : '', rejectUnauthorized: true })
            : (0,external_node_http_.request)(options);
        // Not among the options: NODE_DEBUG=net prints those.
        if (proxy.authorization !== undefined)
            request.setHeader('proxy-authorization', proxy.authorization);
        request.once('socket', sockets.add);
        request.once('connect', ({ statusCode = 0 }, socket, head) => {
            socket.setTimeout(0);
            if (statusCode >= 200 && statusCode < 300 && head.length === 0) {
                resolve(socket);
                return;
            }
            socket.on('error', () => undefined).destroy();
            reject(new ProxyRefusal(statusCode));
        });
        request.once('timeout', () => request.destroy(new Error('the proxy did not answer in time')));
        request.once('error', reject);
        request.end();
    });
}

;// CONCATENATED MODULE: ./src/http/connections.js





/** Keep-alive connections of HTTP/1.1, a pool for each origin and proxy. Certificates are always checked. */
class Connections {
    #env;
    #connectMs;
    #lines = new Map();
    #sockets = new OpenSockets();
    constructor(env, connectMs) {
        this.#env = env;
        this.#connectMs = connectMs;
    }
    /** @throws ActionError INVALID_INPUT from a proxy variable */
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
    /** Opens connections to where requests to `url` go. */
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
            headersTimeout: 0, // an attempt has one deadline for all of it
            bodyTimeout: 0,
        });
        const line = { pool, warm: ahead.warm };
        this.#lines.set(key, line);
        return line;
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./src/http/answer.js



/** Headers that services put a request's id into. */
const ID_HEADERS = ['x-request-id', 'x-github-request-id', 'x-server-trace-id', 'x-ms-request-id'];
/** The id that a service's support asks for, fit for the log. */
function requestIdOf(raw) {
    const id = ID_HEADERS.map((name) => raw.headers[name]).find((value) => value !== undefined && value !== '');
    const found = id ?? grpcStatusOf(raw)?.requestId;
    return found === undefined ? undefined : (0,base_log/* printable */.g$)(found, 200);
}
/**
 * An answer as the caller gets it.
 * @param who the service and its host, for messages
 * @param redirects whether the caller judges redirects
 * @throws ActionError INVALID_RESPONSE a redirect; a success in a content coding that nobody asked for
 */
function accepted(raw, who, redirects) {
    const { status, headers } = raw;
    if (status >= 300 && status < 400 && !redirects)
        throw redirected(raw, who);
    const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
    const readable = coding === 'identity' || coding === '';
    if (!readable && status < 400)
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `${who} answered in the coding ${(0,base_log/* printable */.g$)(coding, 50)}, not asked for.`, {
            hint: 'A proxy on the way may have compressed the answer: see that it leaves answers as they are.',
        });
    return { status, headers, body: readable ? raw.body : Buffer.alloc(0), requestId: requestIdOf(raw) };
}
function redirected({ status, headers }, who) {
    const location = headers['location'] ?? '';
    const target = URL.canParse(location) ? new URL(location).host : 'the same host';
    return new errors/* ActionError */.lZ('INVALID_RESPONSE', `${who} answered with a redirect (${status}) to ${(0,base_log/* printable */.g$)(target, 200)}, which is not followed.`, { hint: 'See that the endpoint is right, and that no login page of a network stands in between.' });
}

;// CONCATENATED MODULE: ./src/http/exchange.js
/** The answer is longer than was allowed. */
class TooLarge extends Error {
    constructor(bytes) {
        super(`the answer has more than ${bytes} bytes`);
    }
}
/** The attempt took longer than it may. */
class AttemptTimeout extends Error {
    constructor(ms) {
        super(`no complete answer within ${ms / 1000} s`);
    }
}
/** One request and its answer; settles once, whatever undici still reports after that. */
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
    /** Ends the attempt: its connection is closed, since an answer may still be on the way. */
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
            return; // informational: the answer follows
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




/**
 * Codes of OpenSSL's X.509 verification and Node's host name check, as Node puts them on errors. A signature by another
 * key can also end as an error of the key's arithmetic (ERR_OSSL_RSA_…), which of the two hangs on the key's bits.
 */
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
};
/** What an attempt's error says, in words. */
function wordsFor(error) {
    const code = (0,errors/* systemCodeOf */.c7)(error) ?? '';
    const words = WORDS[code];
    if (words !== undefined)
        return words;
    const message = (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(error), 300);
    return message.includes(code) ? message : `${message} (${(0,base_log/* printable */.g$)(code, 80)})`;
}
/**
 * The error of an attempt that must not be repeated, or `undefined` where it may be.
 * @param service as the request names it
 * @param host of the request's URL
 * @param proxy the proxy's origin
 */
function finalFailure(error, service, host, proxy) {
    if (error instanceof errors/* ActionError */.lZ)
        return error;
    if (error instanceof TooLarge)
        return new errors/* ActionError */.lZ('INVALID_RESPONSE', `${service} (${host}): ${error.message}.`, { cause: error });
    if (error instanceof ProxyRefusal && error.status < REFUSED_FOR_GOOD)
        return refusedByProxy(error, service, host, proxy);
    const code = (0,errors/* systemCodeOf */.c7)(error) ?? '';
    if (CERTIFICATE.test(code))
        return untrusted(error, service, host, proxy);
    if (code === 'UND_ERR_INVALID_ARG' || code === 'ERR_INVALID_URL' || code === 'ERR_INVALID_ARG_TYPE')
        return new errors/* ActionError */.lZ('UNAVAILABLE', `The request to ${service} (${host}) could not be made: ${wordsFor(error)}.`);
    return undefined;
}
function refusedByProxy(error, service, host, proxy) {
    return new errors/* ActionError */.lZ('UNAVAILABLE', `The proxy ${proxy ?? ''} refused the connection to ${service} (${host}): ${error.status}.`, {
        hint: error.status === 407
            ? 'It wants a user and a password: set HTTPS_PROXY to http://user:password@host:port, special characters percent-encoded.'
            : `Let it pass connections to ${host}, or list the host in NO_PROXY where it can be reached without a proxy.`,
        cause: error,
    });
}
function untrusted(error, service, host, proxy) {
    const by = proxy === undefined ? '' : ` through the proxy ${proxy}`;
    return new errors/* ActionError */.lZ('UNAVAILABLE', `The TLS certificate of ${service} (${host})${by} is not trusted: ${wordsFor(error)}.`, {
        hint: 'Where a proxy or an installation of your own has a private CA, set NODE_EXTRA_CA_CERTS of the job to the path of its PEM file. Certificates are always checked; NODE_TLS_REJECT_UNAUTHORIZED changes nothing.',
        cause: error,
    });
}
/** What the reader of UNAVAILABLE can do. */
function unavailableHint(host, miss) {
    if (miss.answered)
        return 'Run the job again. If it goes on, see https://status.yandex.cloud and https://www.githubstatus.com.';
    const by = miss.proxy === undefined ? 'Where the runner needs a proxy, set HTTPS_PROXY.' : `The proxy is ${miss.proxy}.`;
    return `See that the runner can reach ${host}. ${by}`;
}

;// CONCATENATED MODULE: ./src/http/patience.js



/** Decides how long to wait after a miss, and when to give up. Remembers since when a service refuses. */
class Patience {
    #timing;
    #deadline;
    #refusingSince = new Map();
    /** @param deadline as `Date.now()` counts */
    constructor(timing, deadline) {
        this.#timing = timing;
        this.#deadline = deadline;
    }
    /** A service gave an answer that is final: it does not refuse everything. */
    answered(origin) {
        this.#refusingSince.delete(origin);
    }
    /**
     * The wait before the next attempt, in ms.
     * @throws ActionError UNAVAILABLE, RATE_LIMITED
     */
    waitAfter(miss, tally, request, url) {
        const { limited, askedMs } = miss;
        const now = Date.now();
        if (!limited && tally.failures >= this.#timing.attempts)
            throw this.#givenUp(miss, tally, request, url, '');
        const left = Math.min(this.#deadline - now, limited ? this.#budgetLeft(url.origin, now) : Infinity);
        if (limited && left <= 0)
            throw this.#givenUp(miss, tally, request, url, '');
        if (askedMs !== undefined && askedMs > left) {
            const ahead = `; it asks to wait ${patience_seconds(askedMs)}, which goes past the ${patience_seconds(Math.max(0, left))} left`;
            throw this.#givenUp(miss, tally, request, url, ahead);
        }
        if (limited && request.gate !== undefined)
            return 0; // the gate waits, for all that pass through it
        const least = backoff(limited ? tally.refusals : tally.failures, this.#timing);
        const wait = askedMs === undefined || askedMs === 0 ? least : askedMs; // `Retry-After: 0` is no leave to hammer
        return limited ? Math.min(wait, left) : wait;
    }
    #budgetLeft(origin, now) {
        const since = this.#refusingSince.get(origin) ?? now;
        this.#refusingSince.set(origin, since);
        return since + this.#timing.rateLimitMs - now;
    }
    #givenUp(miss, tally, request, url, ahead) {
        const attempts = tally.failures + tally.refusals;
        const over = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} in ${patience_seconds(Date.now() - tally.started)}`;
        const id = miss.requestId === undefined ? '' : `; request id ${miss.requestId}`;
        const text = `${request.service} (${url.host}): ${miss.why} (${over}${id})${ahead}.`;
        if (!miss.limited)
            return new errors/* ActionError */.lZ('UNAVAILABLE', text, { hint: unavailableHint(url.host, miss) });
        return new errors/* ActionError */.lZ('RATE_LIMITED', text, {
            hint: 'Too many requests at once: lower max-concurrency, let fewer jobs sign at the same time, or ask for a higher quota.',
        });
    }
}
function patience_seconds(ms) {
    return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

;// CONCATENATED MODULE: ./src/http/requests.js







const requests_MAX_BYTES = 1024 * 1024;
const IDENTITY = { 'user-agent': 'yandex-kms-sign-action', 'accept-encoding': 'identity' };
/** The loop around the attempts of each request. */
class Requests {
    #options;
    #timing;
    #connections;
    #patience;
    #end;
    constructor(options, timing, connections, end) {
        this.#options = options;
        this.#timing = timing;
        this.#connections = connections;
        this.#patience = new Patience(timing, options.deadline);
        this.#end = end;
    }
    async request(request) {
        const url = targetOf(request);
        const tally = { failures: 0, refusals: 0, started: Date.now() };
        for (;;) {
            const outcome = await this.#attempt(request, url, tally.refusals > 0);
            if (!('why' in outcome)) {
                this.#options.log.debug(`${line(request, url)}: ${outcome.status}${idOf(outcome.requestId)}`);
                return outcome;
            }
            if (outcome.limited)
                tally.refusals += 1;
            else
                tally.failures += 1;
            this.#report(request, url, outcome);
            const wait = this.#patience.waitAfter(outcome, tally, request, url);
            if (wait > 0)
                await this.#end.sleep(wait, request);
        }
    }
    async #attempt(request, url, again) {
        const route = this.#connections.route(url, request.direct === true);
        const leave = await request.gate?.enter(again);
        let passage = 'failed';
        let askedMs;
        try {
            this.#end.check(request);
            const raw = await this.#exchange(request, route);
            const verdict = request.retry === false ? 'final' : verdictOn(raw);
            if (verdict === 'final') {
                this.#patience.answered(url.origin);
                passage = 'done';
                return accepted(raw, `${request.service} (${url.host})`, request.redirect === 'return');
            }
            askedMs = waitAskedBy(raw, Date.now());
            const limited = verdict === 'limited';
            if (limited)
                passage = 'limited';
            const why = `it answered ${raw.status}`;
            return { limited, why, answered: true, askedMs, requestId: requestIdOf(raw), proxy: route.proxy };
        }
        catch (thrown) {
            return missed(thrown, request, url, route);
        }
        finally {
            leave?.(passage, askedMs);
        }
    }
    async #exchange(request, route) {
        const exchange = new Exchange(request.maxBytes ?? requests_MAX_BYTES);
        const ms = request.attemptMs ?? this.#timing.attemptMs;
        const timer = setTimeout(() => {
            exchange.fail(new AttemptTimeout(ms));
        }, ms);
        const forget = this.#end.onEnd(request, (reason) => {
            exchange.fail(reason);
        });
        try {
            const { body } = request;
            route.dispatcher.dispatch({
                origin: route.origin,
                path: route.path,
                method: request.method,
                headers: { ...IDENTITY, ...request.headers, ...route.headers },
                body: typeof body === 'function' ? iterated(body()) : (body ?? null),
            }, exchange);
            return await exchange.done;
        }
        finally {
            clearTimeout(timer);
            forget();
        }
    }
    #report(request, url, miss) {
        const ours = request.headers?.['x-client-request-id'];
        const client = ours === undefined ? '' : `, client request id ${ours}`;
        const text = `${line(request, url)}: ${miss.why}${idOf(miss.requestId)}${client}`;
        // Behind a gate refusals are how the rate is found: the gate says what it makes of them.
        if (miss.limited && request.gate !== undefined)
            this.#options.log.debug(text);
        else
            this.#options.log.info(text);
    }
}
/** @throws ActionError UNAVAILABLE */
function targetOf(request) {
    if (URL.canParse(request.url) && /^https?:/iu.test(request.url))
        return new URL(request.url);
    throw new errors/* ActionError */.lZ('UNAVAILABLE', `The address of ${request.service} is no URL of a web service.`);
}
/** No query: GitHub's signed URLs carry a secret there. */
function line(request, url) {
    return `${request.service}: ${request.method} ${url.host}${url.pathname}`;
}
function idOf(requestId) {
    return requestId === undefined ? '' : `, request id ${requestId}`;
}
/** @throws ActionError what must not be repeated */
function missed(thrown, request, url, { proxy }) {
    const error = Error.isError(thrown) ? thrown : new Error(String(thrown));
    const final = finalFailure(error, request.service, url.host, proxy);
    if (final !== undefined)
        throw final;
    const why = wordsFor(error);
    if (request.retry === false)
        throw new errors/* ActionError */.lZ('UNAVAILABLE', `${request.service} (${url.host}): ${why}.`, { cause: error });
    return { limited: false, why, answered: false, askedMs: undefined, requestId: undefined, proxy };
}
/** undici takes iterables of bytes, but its types want a stream. */
function iterated(body) {
    return external_node_stream_.Readable.from(body);
}

;// CONCATENATED MODULE: ./src/http/run-end.js

const LONGEST_TIMER = 2 ** 31 - 1;
/** The signal comes first where there is a timer behind it: its reason says more. */
const GRACE_MS = 100;
/** Ends attempts and waits when the run is cancelled or out of time. One listener, however many requests there are. */
class RunEnd {
    #pending = new Set();
    #timer;
    #reason;
    /** @param deadline as `Date.now()` counts */
    constructor(signal, deadline) {
        const left = Math.min(LONGEST_TIMER, Math.max(0, deadline - Date.now()) + GRACE_MS);
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
    /** @throws ActionError the reason, when the run or the request is over */
    check(request) {
        if (request.signal?.aborted === true)
            throw reasonOf(request.signal);
        if (this.#reason !== undefined && request.afterAbort !== true)
            throw this.#reason;
    }
    /** Calls `stop` once when the run or the request ends. @returns takes it back */
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
    /** @throws ActionError the reason, when the run or the request ends meanwhile */
    async sleep(ms, request) {
        this.check(request);
        const { promise, resolve, reject } = Promise.withResolvers();
        const timer = setTimeout(() => {
            resolve(undefined);
        }, ms);
        const forget = this.onEnd(request, reject);
        try {
            await promise;
        }
        finally {
            clearTimeout(timer);
            forget();
        }
    }
    /** Ends what is still under way. */
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

;// CONCATENATED MODULE: ./src/http/client.js




/** The client of one run. */
function createHttpClient(options) {
    const timing = { ...TIMING, ...options.timing };
    const connections = new Connections(options.env, timing.attemptMs);
    const end = new RunEnd(options.signal, options.deadline);
    const requests = new Requests(options, timing, connections, end);
    return {
        request: (request) => requests.request(request),
        warm: (url, count = 1) => {
            try {
                connections.warm(new URL(url), count);
            }
            catch {
                // The request itself tells what is wrong.
            }
        },
        close: () => {
            end.close();
            return connections.close();
        },
    };
}

;// CONCATENATED MODULE: ./src/http/learned-rate.js
/** Of the rate at the last decrease, each second, and requests a second at least. */
const GROWTH = 0.2;
/** The same while the rate is not known yet. */
const SEARCHING_GROWTH = 0.5;
const LEAST_GROWTH = 1;
const LEAST_RATE = 1;
/** Shorter than this, what got through between two refusals is chance. */
const SAMPLE_MS = 300;
/** Timers are late; what they missed may be made up for within this time. */
const SLACK_MS = 20;
const REMEMBERED_STARTS = 16;
/** So many successes outweigh a refusal; two that are not outweighed say that the rate is too high. */
const OUTWEIGHED_BY = 20;
const SUSPICIOUS = 1;
const CONVINCED = 2;
/**
 * Requests a second that a service takes, learnt from its refusals. One among many successes says nothing about the
 * rate: an overloaded server refuses by chance, at any rate, and going slower would not help. A quota that is used up
 * refuses most of what comes, so that several follow at once. Where nothing has succeeded yet, the first one counts.
 *
 * A token bucket is empty whenever it refuses, so between two decreases exactly as much got through as flowed into it:
 * that is its rate. Until there is such a measurement the rate is halved each time; afterwards it goes on a little below
 * what was measured, and grows.
 */
class LearnedRate {
    #base = Infinity;
    #growth = 0;
    #refusedAt = 0;
    #measured = false;
    #stoodStill = 0;
    #succeeded = 0;
    #doubt = SUSPICIOUS;
    #free = 0;
    #starts = [];
    /** When the next request may start, or a time that is over; all times in ms, as `performance.now()` counts. */
    nextAt() {
        return this.#free;
    }
    started(now) {
        this.#starts.push(now);
        if (this.#starts.length > REMEMBERED_STARTS)
            this.#starts.shift();
        this.#free = Math.max(this.#free, now - SLACK_MS) + 1000 / this.perSecond(now);
    }
    succeeded() {
        this.#succeeded += 1;
        this.#doubt = Math.max(0, this.#doubt - 1 / OUTWEIGHED_BY);
    }
    /** A wait that the service asked for: neither does the rate grow meanwhile, nor is it measured by that time. */
    standsStill(ms) {
        this.#stoodStill += ms;
    }
    refused(startedAt, now) {
        if (startedAt < this.#refusedAt)
            return 'stale';
        this.#doubt += 1;
        if (this.#doubt < CONVINCED)
            return 'chance';
        const elapsed = this.#elapsed(now);
        if (this.#base !== Infinity && elapsed >= SAMPLE_MS) {
            this.#measured = true;
            this.#base = (this.#succeeded / elapsed) * 1000 * 0.9;
        }
        else {
            this.#base = Math.min(this.perSecond(now), this.#observed(now)) / 2;
        }
        this.#base = Math.max(LEAST_RATE, this.#base);
        this.#growth = Math.max(LEAST_GROWTH, this.#base * (this.#measured ? GROWTH : SEARCHING_GROWTH));
        this.#refusedAt = now;
        this.#stoodStill = 0;
        this.#succeeded = 0;
        this.#doubt = SUSPICIOUS;
        this.#free = now + 1000 / this.#base;
        return 'lowered';
    }
    perSecond(now) {
        return this.#base + (this.#growth * this.#elapsed(now)) / 1000;
    }
    /** Since the last decrease, without the waits that were asked for. */
    #elapsed(now) {
        return Math.max(0, now - this.#refusedAt - this.#stoodStill);
    }
    /** At what rate requests have started lately. */
    #observed(now) {
        const first = this.#starts[0] ?? now;
        return (this.#starts.length / Math.max(1, now - first)) * 1000;
    }
}

;// CONCATENATED MODULE: ./src/http/pace.js


const REPORT_MS = 5000;
/** What is left of the limit of requests at once when the rate was too high. */
const KEPT = 0.75;
/** As little of the most at once is left by refusals that leave the rate as it is. */
const KEPT_BY_CHANCE = 0.875;
/**
 * A gate by additive increase and multiplicative decrease: full speed until 429s come close together, then at a rate
 * learnt from what gets through. One 429 among many successes only takes one from the requests at once. The rate
 * does most of the work, also where a service bounds requests at once: so many are under way as it takes to answer that
 * many a second. The limit of requests at once falls gently beside it, since those that hang must not hold up the
 * others. A wait that the service asks for holds up everybody.
 */
class Pace {
    #options;
    #rate = new LearnedRate();
    #limit;
    #underWay = 0;
    #succeeded = 0;
    #resumeAt = 0;
    #refused = [];
    #waiting = [];
    #timer;
    #reportedAt = -Infinity;
    #over;
    constructor(options) {
        this.#options = options;
        this.#limit = options.max;
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
    /** Lets in as many as may start now, and comes back when the next one may. */
    #admit() {
        while (this.#underWay < this.#limit) {
            const queue = this.#refused.length > 0 ? this.#refused : this.#waiting;
            if (queue.length === 0)
                return;
            const now = performance.now();
            const at = Math.max(this.#resumeAt, this.#rate.nextAt());
            if (at > now) {
                this.#timer ??= setTimeout(() => {
                    this.#timer = undefined;
                    this.#admit();
                }, at - now);
                return;
            }
            this.#rate.started(now);
            this.#underWay += 1;
            queue.shift()?.resolve(this.#leaveFrom(now));
        }
    }
    #leaveFrom(startedAt) {
        return (passage, askedMs) => {
            this.#underWay -= 1;
            const now = performance.now();
            if (passage === 'limited')
                this.#slowDown(startedAt, now, askedMs);
            else if (passage === 'done')
                this.#speedUp();
            this.#admit();
        };
    }
    #speedUp() {
        this.#rate.succeeded();
        this.#succeeded += 1;
        if (this.#succeeded < this.#limit || this.#limit === this.#options.max)
            return;
        this.#succeeded = 0;
        this.#limit += 1;
    }
    #slowDown(startedAt, now, askedMs) {
        const refusal = this.#rate.refused(startedAt, now);
        if (askedMs !== undefined)
            this.#holdUp(now, now + askedMs);
        if (refusal === 'chance' && this.#limit > Math.max(1, this.#options.max * KEPT_BY_CHANCE))
            this.#limit -= 1;
        if (refusal !== 'lowered')
            return;
        this.#succeeded = 0;
        this.#limit = Math.max(1, Math.floor(this.#limit * KEPT));
        if (now - this.#reportedAt < REPORT_MS)
            return;
        this.#reportedAt = now;
        const rate = this.#rate.perSecond(now).toFixed(this.#rate.perSecond(now) < 10 ? 1 : 0);
        this.#options.log.info(`The service asks for fewer requests (429): on with about ${rate} a second.`);
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

;// CONCATENATED MODULE: ./src/yandex/credentials/issued.js



/** Characters that a header can carry; the form of a token is the service's affair. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/u;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;
/** The JSON object of a 200. @throws ActionError INVALID_RESPONSE */
function objectOf(response, service) {
    const parsed = response.status === 200 ? parseObject(response.body) : undefined;
    if (parsed !== undefined)
        return parsed;
    throw issued_unexpected(response, service, `answered ${response.status} with a body that is no JSON object`);
}
/** A field that holds a token; masked before anything else happens. @throws ActionError INVALID_RESPONSE */
function tokenIn(fields, name, from) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '')
        from.mask(value);
    if (typeof value === 'string' && TOKEN.test(value))
        return value;
    throw issued_unexpected(from.response, from.service, `answered without a usable ${name}`);
}
/** `expires_in`, whole seconds from now. @throws ActionError INVALID_RESPONSE */
function expiryIn(fields, response, service) {
    const seconds = fields['expires_in'];
    if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0)
        return Date.now() + seconds * 1000;
    throw issued_unexpected(response, service, 'answered without a usable expires_in');
}
/** `expiresAt`, RFC 3339. @throws ActionError INVALID_RESPONSE */
function expiryAt(fields, response, service) {
    const text = fields['expiresAt'];
    const time = typeof text === 'string' && RFC3339.test(text) ? Date.parse(text) : NaN;
    if (!Number.isNaN(time))
        return time;
    throw issued_unexpected(response, service, 'answered without a usable expiresAt');
}
/** INVALID_RESPONSE with the request id. */
function issued_unexpected(response, service, what) {
    const id = response.requestId === undefined ? '' : ` (request id ${response.requestId})`;
    return new errors/* ActionError */.lZ('INVALID_RESPONSE', `${service} ${what}${id}.`, {
        hint: 'Run the job again. If it goes on, see that the endpoints are right, and report it with the request id.',
    });
}
/** What a refusing service says: google.rpc.Status, OAuth's error (RFC 6749, 5.2), or plain text; printable. */
function reasonIn(response) {
    const grpc = grpcStatusOf(response);
    const parsed = parseObject(response.body);
    const oauth = [parsed?.['error'], parsed?.['error_description'], parsed?.['message']].filter((part) => typeof part === 'string' && part !== '');
    const plain = parsed === undefined ? response.body.toString('utf8').trim() : '';
    const said = grpc === undefined ? (oauth.length > 0 ? oauth.join(': ') : plain) : grpc.message;
    const id = response.requestId === undefined ? '' : `, request id ${response.requestId}`;
    return `${(0,base_log/* printable */.g$)(said === '' ? 'no reason given' : said, 300)} (${response.status}${id})`;
}

;// CONCATENATED MODULE: ./src/yandex/credentials/token-exchange.js





const token_exchange_SERVICE = "Yandex Cloud's token exchange";
/**
 * Exchanges an OIDC token for an IAM token (RFC 8693). Source: "Workload identity federations" of Yandex IAM.
 * @param jwt three parts of base64url
 * @throws ActionError TOKEN_EXCHANGE_REFUSED, INVALID_INPUT, INVALID_RESPONSE, those of the client
 */
async function exchangeToken(jwt, serviceAccountId, { http, endpoints, mask }) {
    const { tokenExchange } = await endpoints;
    if (tokenExchange === undefined)
        throw new errors/* ActionError */.lZ('INVALID_INPUT', "With another api-endpoint, GitHub's token goes nowhere by default.", {
            hint: 'Set token-endpoint to the full URL of the token exchange of that installation.',
        });
    const form = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        audience: serviceAccountId,
        subject_token: jwt,
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    });
    const response = await http.request({
        service: token_exchange_SERVICE,
        method: 'POST',
        url: tokenExchange,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: form.toString(),
    });
    if (response.status >= 400)
        throw refused(response, jwt, serviceAccountId);
    const fields = objectOf(response, token_exchange_SERVICE);
    const token = tokenIn(fields, 'access_token', { response, service: token_exchange_SERVICE, mask });
    const type = fields['token_type'];
    if (type !== undefined && (typeof type !== 'string' || type.toLowerCase() !== 'bearer'))
        throw issued_unexpected(response, token_exchange_SERVICE, 'answered with a token_type that is not Bearer');
    return { token, expiresAt: expiryIn(fields, response, token_exchange_SERVICE) };
}
function refused(response, jwt, serviceAccountId) {
    const claims = claimsOf(jwt);
    const told = `issuer ${(0,base_log/* printable */.g$)(claims.iss)}, audience ${(0,base_log/* printable */.g$)(claims.aud)}, subject ${(0,base_log/* printable */.g$)(claims.sub)}`;
    return new errors/* ActionError */.lZ('TOKEN_EXCHANGE_REFUSED', `${token_exchange_SERVICE} refused the job's OIDC token: ${reasonIn(response)}. The token has ${told}.`, { hint: adviceFor(claims, serviceAccountId) });
}
function adviceFor(claims, serviceAccountId) {
    const federation = `The federation must have this issuer and this audience, and ${(0,base_log/* printable */.g$)(serviceAccountId)} must be the id of the service account (yc-sa-id).`;
    if (/(?:^|:)environment:./u.test(claims.sub) && !claims.sub.includes(':ref:'))
        return [
            `Yandex Cloud compares subjects exactly. If this one is right, link it:`,
            `  yc iam workload-identity federated-credential create --service-account-id ${printableWord(serviceAccountId)} --federation-id FEDERATION_ID --external-subject-id ${printableQuoted(claims.sub)}`,
            federation,
        ].join('\n');
    const repository = /^repo:[^:]+/u.exec(claims.sub)?.[0] ?? 'repo:OWNER/REPOSITORY';
    const why = claims.sub.endsWith(':pull_request')
        ? "Do not link this subject: every pull request of the repository has it, a stranger's too."
        : claims.sub.includes(':ref:')
            ? 'Do not link this subject: Yandex Cloud compares subjects exactly, so that each tag and branch has another one, and whoever can push it could sign.'
            : 'This subject names no environment, so that nothing protects it.';
    return [
        `${why} Give the job an environment:`,
        '  jobs:',
        '    release:',
        '      environment: release',
        'Protect it under Settings → Environments → release (required reviewers, deployment branches and tags). The job then has the subject',
        `${(0,base_log/* printable */.g$)(repository)}:environment:release, and that is the one to link to the service account.`,
        federation,
    ].join('\n');
}
/** What the token says of itself. It was not verified here: for messages only. */
function claimsOf(jwt) {
    const payload = parseObject(Buffer.from(jwt.split('.')[1] ?? '', 'base64url')) ?? {};
    const text = (name) => {
        const value = payload[name];
        if (Array.isArray(value))
            return value.map(String).join(', ');
        return typeof value === 'string' && value !== '' ? value : '(none)';
    };
    return { iss: text('iss'), aud: text('aud'), sub: text('sub') };
}

;// CONCATENATED MODULE: ./src/yandex/credentials/github-oidc.js







const github_oidc_SERVICE = "GitHub's OIDC service";
/**
 * GitHub's OIDC token, exchanged for an IAM token (workload identity federation).
 * @throws ActionError (from `fetch`) ID_TOKEN_UNAVAILABLE, TOKEN_EXCHANGE_REFUSED, INVALID_RESPONSE, those of the client
 */
function githubOidc(choice, context) {
    const { serviceAccountId } = choice;
    return {
        serviceAccountId,
        advice: `See that the service account ${(0,base_log/* printable */.g$)(serviceAccountId)} still exists and that the federated credential is its own: \`yc iam workload-identity federated-credential list --service-account-id ${printableWord(serviceAccountId)}\`.`,
        fetch: async () => {
            const jwt = await idToken(choice.audience, context);
            return exchangeToken(jwt, serviceAccountId, context);
        },
    };
}
/** The job's OIDC token. Source: GitHub, "OpenID Connect reference". */
async function idToken(audience, { http, env, mask }) {
    const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    if (url === '' || bearer === '')
        throw await unavailable(env);
    mask(bearer);
    if (!isSafe(url))
        throw new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', 'ACTIONS_ID_TOKEN_REQUEST_URL is no https:// URL with a query.');
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
    throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `${github_oidc_SERVICE} answered with something that is no JWT.`);
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
async function unavailable(env) {
    if (env['GITHUB_ACTIONS'] !== 'true')
        return new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', 'No OIDC token: this does not look like a job of GitHub Actions.', {
            hint: 'Elsewhere, use yc-sa-json-credentials, yc-iam-token or yc-vm-service-account.',
        });
    const fork = await forkIn(env);
    if (fork)
        return new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', 'No OIDC token: this looks like a pull request from a fork, which GitHub gives none.', {
            hint: "Sign in runs of the repository's own tags and branches: for pull requests leave the step out, or set dry-run: true.",
        });
    return new errors/* ActionError */.lZ('ID_TOKEN_UNAVAILABLE', 'No OIDC token: this looks like a job without the permission id-token: write.', { hint: PERMISSION_HINT });
}
/** Whether the event's file tells of a pull request out of another repository. */
async function forkIn(env) {
    try {
        const event = JSON.parse(await (0,promises_.readFile)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
        const head = member(member(member(event, 'pull_request'), 'head'), 'repo');
        const base = member(member(member(event, 'pull_request'), 'base'), 'repo');
        if (member(event, 'pull_request') === undefined)
            return false;
        const name = member(head, 'full_name'); // null where the fork is deleted
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

/** A token that was handed in: used as it is, never renewed, never revoked. @throws ActionError UNAUTHENTICATED */
function iamToken(token, mask) {
    mask(token);
    const advice = 'yc-iam-token holds a token that is wrong or has run out (it lasts 12 hours at most). `yc iam create-token` makes a new one; GitHub OIDC (yc-sa-id) needs no secret at all.';
    if (!/^[\x21-\x7e]+$/u.test(token))
        throw new errors/* ActionError */.lZ('UNAUTHENTICATED', 'yc-iam-token holds characters that no token has.', { hint: advice });
    return {
        serviceAccountId: undefined,
        advice,
        token: () => Promise.resolve(token),
        refresh: () => Promise.resolve(token),
        revoke: () => Promise.resolve(),
    };
}

;// CONCATENATED MODULE: ./src/yandex/credentials/renewed.js




/** Renewed when a minute, or a tenth of its time, is left: the answer to a request in flight must still find it valid. */
const MARGIN_MS = 60_000;
const HASTE_MS = 2000;
const renewed_SERVICE = 'Yandex IAM';
/** A credential whose tokens are fetched and run out. */
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
        // At once: after a cancellation there is no time for one after the other.
        await Promise.all(valid.map(([token, expiresAt]) => this.#revokeOrWarn(token, expiresAt)));
    }
    async #revokeOrWarn(token, expiresAt) {
        const { signal, log } = this.#context;
        const over = signal.aborted;
        try {
            log.info(await this.#revoke(token).catch((thrown) => {
                if (over || !this.#context.signal.aborted)
                    throw thrown;
                return this.#revoke(token); // the run was cancelled meanwhile, and the request with it
            }));
        }
        catch (thrown) {
            const reason = (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(thrown), 500);
            log.warning(`The IAM token could not be revoked, it lasts until ${iso(expiresAt)}: ${reason}`);
        }
    }
    /** The token after `old`: fetched by the first who needs it, shared by the others. */
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
    /** IamToken.Revoke. After a cancellation there are seconds left for it, no more. @returns what came of it */
    async #revoke(token) {
        const { iam } = await this.#context.endpoints;
        const { signal } = this.#context;
        const response = await this.#context.http.request({
            service: renewed_SERVICE,
            method: 'POST',
            url: `${iam ?? ''}/iam/v1/tokens:revoke`,
            headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/json',
                'x-client-request-id': (0,external_node_crypto_.randomUUID)(),
            },
            body: JSON.stringify({ iamToken: token }),
            afterAbort: true, // a failure has ended all other requests
            ...(signal.aborted ? { retry: false, attemptMs: HASTE_MS } : { signal }),
        });
        // An attempt whose answer was lost has revoked it, or something else has: the token is of no use any more, which
        // was the purpose (as in RFC 7009, 2.2).
        if (response.status === 401)
            return 'Yandex IAM does not take the IAM token any more: it need not be revoked.';
        const { status, requestId } = response;
        if (status >= 400)
            throw new Error(`${renewed_SERVICE} answered ${status}${requestId === undefined ? '' : ` (request id ${requestId})`}`);
        objectOf(response, renewed_SERVICE);
        return 'The IAM token was revoked.';
    }
}
function iso(time) {
    return new Date(time).toISOString();
}

;// CONCATENATED MODULE: ./src/yandex/credentials/service-account-key.js



const service_account_key_SERVICE = 'Yandex IAM';
/** The service takes an hour at most; the JWT is used at once. */
const JWT_SECONDS = 600;
const HINT = 'Make a key with `yc iam key create --service-account-id SERVICE_ACCOUNT_ID -o key.json` and store the file as it is: `gh secret set YC_SA_JSON_CREDENTIALS < key.json`.';
/**
 * Reads the JSON of `yc iam key create`. Nothing of the text gets into a message.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID
 */
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
        throw invalid(whatElse(json)); // the parser's own message quotes the text
    }
    if (typeof parsed === 'string')
        throw invalid('it is wrapped in quotes');
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
        return { ...parsed };
    throw invalid('it is no JSON object');
}
function whatElse(text) {
    if (/^['"`]/u.test(text))
        return 'it is wrapped in quotes';
    if (text.startsWith('{\\'))
        return 'its quotes or line breaks are escaped by backslashes';
    if (/^[A-Za-z0-9+/=\s]+$/u.test(text) && Buffer.from(text, 'base64').toString('latin1').trimStart().startsWith('{'))
        return 'it is base64, not the JSON itself';
    if (text.startsWith('-----BEGIN'))
        return 'it is a bare PEM, not the JSON that holds it';
    if (text.startsWith('{'))
        return 'its JSON is broken or cut off (line breaks inside private_key must be written \\n)';
    return 'it is no JSON';
}
function textIn(fields, name) {
    const value = fields[name];
    if (value === undefined)
        throw invalid(`the field ${name} is missing`);
    if (typeof value !== 'string' || value.trim() === '')
        throw invalid(`the field ${name} is no text, or empty`);
    if (name !== 'private_key' && !/^[A-Za-z0-9_-]{1,64}$/u.test(value))
        throw invalid(`the field ${name} is no id`);
    return value;
}
function privateKeyFrom(pem) {
    if (!pem.includes('-----BEGIN'))
        throw invalid('the field private_key holds no PEM (no BEGIN line)');
    if (!pem.includes('\n'))
        throw invalid('the line breaks of the field private_key are gone, or doubled to \\\\n');
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch {
        throw invalid('the field private_key holds a PEM that is damaged or encrypted');
    }
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
        throw invalid('the field private_key holds no RSA key of 2048 bits or more');
    return key;
}
function invalid(what) {
    return new errors/* ActionError */.lZ('SERVICE_ACCOUNT_KEY_INVALID', `yc-sa-json-credentials is no authorized key: ${what}.`, {
        hint: HINT,
    });
}
/**
 * Tokens for a JWT signed with the key (PS256, RFC 7518, 3.5). Source: IAM API, IamToken.Create.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID; from `fetch` UNAUTHENTICATED, INVALID_RESPONSE, those of the client
 */
function serviceAccountKeySource(json, { http, endpoints, mask }) {
    const key = parseServiceAccountKey(json);
    for (const secret of key.secrets)
        mask(secret);
    const advice = `See that the key ${key.id} still exists: \`yc iam key list --service-account-id ${key.serviceAccountId}\`. ${HINT}`;
    return {
        serviceAccountId: key.serviceAccountId,
        advice,
        fetch: async () => {
            const { iam, jwtAudience } = await endpoints;
            const jwt = signedJwt(key, jwtAudience);
            mask(jwt);
            const response = await http.request({
                service: service_account_key_SERVICE,
                method: 'POST',
                url: `${iam ?? ''}/iam/v1/tokens`,
                headers: { 'content-type': 'application/json', 'x-client-request-id': (0,external_node_crypto_.randomUUID)() },
                body: JSON.stringify({ jwt }),
            });
            if (response.status >= 400)
                throw new errors/* ActionError */.lZ('UNAUTHENTICATED', `${service_account_key_SERVICE} gives no token for the key: ${reasonIn(response)}.`, {
                    hint: `${advice} The clock of the runner must be right.`,
                });
            const fields = objectOf(response, service_account_key_SERVICE);
            const token = tokenIn(fields, 'iamToken', { response, service: service_account_key_SERVICE, mask });
            return { token, expiresAt: expiryAt(fields, response, service_account_key_SERVICE) };
        },
    };
}
function signedJwt(key, audience) {
    const issuedAt = Math.floor(Date.now() / 1000);
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


const vm_metadata_SERVICE = "the VM's metadata service";
const PATH = '/computeMetadata/v1/instance/service-accounts/default/token';
/** It is on the same machine: a few seconds are for ever. */
const ATTEMPT_MS = 3000;
const ADVICE = 'yc-vm-service-account works on a Yandex Cloud VM that has a service account: `yc compute instance update --id INSTANCE_ID --service-account-id SERVICE_ACCOUNT_ID` gives it one.';
/**
 * The token of the virtual machine's service account. Source: "Getting an IAM token from the metadata service".
 * @throws ActionError (from `fetch`) UNAUTHENTICATED, UNAVAILABLE, INVALID_RESPONSE
 */
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






/**
 * The credential of a run; nothing is requested before its first token is asked for.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID
 */
function createCredential(choice, context) {
    if (choice.kind === 'iam-token')
        return iamToken(choice.token, context.mask);
    return new RenewedCredential(sourceOf(choice, context), context);
}
function sourceOf(choice, context) {
    switch (choice.kind) {
        case 'github-oidc':
            return githubOidc(choice, context);
        case 'service-account-key':
            return serviceAccountKeySource(choice.json, context);
        case 'vm':
            return vmMetadata(context);
    }
}

;// CONCATENATED MODULE: ./src/yandex/endpoints.js




/** `api-endpoint` where nothing else is set. */
const DEFAULT_API_ENDPOINT = 'api.cloud.yandex.net';
/** The address that Yandex's SDKs use for SignHash and GetPublicKey, where the default one does not know the methods. */
const OTHER_KMS = 'https://kms.yandex';
const DEFAULT_TOKEN_ENDPOINT = 'https://auth.yandex.cloud/oauth/token';
/**
 * The endpoints of a run. `/endpoints` is asked only of another installation, and only when a needed service is not set.
 * Source: "Endpoint list" of the Yandex Cloud API reference.
 * @throws ActionError INVALID_RESPONSE, and those of the client
 */
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
/** Origin of a host or an origin. */
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
    const { status, body, requestId } = await http.request({ service, method: 'GET', url });
    const list = status === 200 ? parseObject(body)?.['endpoints'] : undefined;
    if (!Array.isArray(list))
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `${(0,base_log/* printable */.g$)(url)} answered ${status} without a list of endpoints${requestId === undefined ? '' : ` (request id ${requestId})`}.`, { hint: 'See that api-endpoint is right, or set kms-endpoint and iam-endpoint.' });
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
/** Addresses come as `host:port`: https, but for a stand-in on loopback that is asked over http itself. */
function originOfAddress(address, api) {
    if (!/^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/u.test(address) || !URL.canParse(`https://${address}`))
        return undefined;
    const { hostname } = new URL(`https://${address}`);
    const scheme = api.startsWith('http://') && (0,loopback/* isLoopback */.U)(hostname) ? 'http' : 'https';
    return new URL(`${scheme}://${address}`).origin;
}

;// CONCATENATED MODULE: ./src/yandex/kms/failure.js





/** google.rpc.Code of a status without one. */
const CODE_OF_STATUS = { 401: 16, 403: 7, 404: 5 };
/** google.rpc.Code of an answer that is no success, by its body or else by its status; `undefined` for any other status. */
function codeOf(answer) {
    return grpcStatusOf(answer)?.code ?? CODE_OF_STATUS[answer.status];
}
/** The error that a failed call is: UNAUTHENTICATED, PERMISSION_DENIED, KEY_NOT_FOUND, KEY_NOT_ACTIVE or INVALID_RESPONSE. */
function failureOf(call, credential) {
    const { name, role, keyId, answer } = call;
    const said = `${name}: ${failure_reasonOf(answer)}`;
    switch (codeOf(answer) ?? 0) {
        case 16:
            return new errors/* ActionError */.lZ('UNAUTHENTICATED', `Yandex KMS does not take the token: ${said}.`, {
                hint: credential.advice,
            });
        case 7:
            return permissionDenied(`Yandex KMS does not allow ${said}.`, role, keyId, credential);
        case 5:
            return new errors/* ActionError */.lZ('KEY_NOT_FOUND', `Yandex KMS knows no key ${(0,base_log/* printable */.g$)(keyId)}: ${said}.`, {
                hint: `See that key-id is the id of an asymmetric signature key: \`yc kms asymmetric-signature-key list --folder-id FOLDER_ID\`. A key of another installation needs its api-endpoint.`,
            });
        case 9:
            return keyNotActive(keyId, said);
        default:
            return new errors/* ActionError */.lZ('INVALID_RESPONSE', `Yandex KMS answered in a way that is not expected: ${said}.`, {
                hint: 'See that key-id and hash-algorithm fit the key; if they do, report it with the request id.',
            });
    }
}
/** PERMISSION_DENIED with the role that is missing and the command that grants it on this one key. */
function permissionDenied(what, role, keyId, credential) {
    const account = credential.serviceAccountId ?? 'SERVICE_ACCOUNT_ID';
    return new errors/* ActionError */.lZ('PERMISSION_DENIED', what, {
        hint: [
            `The role ${role} on the key is missing:`,
            `  yc kms asymmetric-signature-key add-access-binding --id ${printableWord(keyId)} --role ${role} --service-account-id ${printableWord(account)}`,
        ].join('\n'),
    });
}
function failure_reasonOf(answer) {
    const grpc = grpcStatusOf(answer);
    const message = grpc === undefined || grpc.message === '' ? '' : `${(0,base_log/* printable */.g$)(grpc.message, 300)} `;
    const code = grpc === undefined ? '' : `, code ${grpc.code}`;
    const id = answer.requestId === undefined ? '' : `, request id ${answer.requestId}`;
    return `${message}(status ${answer.status}${code}${id})`;
}

;// CONCATENATED MODULE: ./src/yandex/kms/hosts.js



const hosts_SERVICE = 'Yandex KMS';
/** UNIMPLEMENTED, and the statuses of a gateway that does not know a method. */
const UNKNOWN_METHOD = new Set([404, 405, 501]);
const UNIMPLEMENTED = 12;
/** INVALID_ARGUMENT, PERMISSION_DENIED, FAILED_PRECONDITION: said of a key that is there. */
const KNOWS_KEY = new Set([3, 7, 9]);
/**
 * Which host a call goes to. The default one is what the reference of SignHash names; all SDKs use kms.yandex.
 * Where the first does not know a method, the second is asked once, and keeps the run if it knows the key.
 */
class Hosts {
    #context;
    #moved = false;
    #asking;
    constructor(context) {
        this.#context = context;
    }
    /** Key.Get. */
    async control(request) {
        return this.#authorized((await this.#context.endpoints).kmsControl, request);
    }
    /** SignHash and GetPublicKey. */
    async crypto(request) {
        const { kms, kmsFallback } = await this.#context.endpoints;
        if (kmsFallback === undefined)
            return this.#authorized(kms, request);
        if (this.#moved)
            return this.#authorized(kmsFallback, request);
        const first = await this.#authorized(kms, request);
        if (!UNKNOWN_METHOD.has(first.status) && codeOf(first) !== UNIMPLEMENTED)
            return first;
        // Of many requests at once, one asks; the others wait for what comes of it.
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
            // No answer: then the first one is all there is, and says more than a host that was not named by anybody.
            if (thrown instanceof errors/* ActionError */.lZ && thrown.code === 'UNAVAILABLE')
                return first;
            throw thrown;
        }
    }
    /** Waits until the second host has answered whoever asks it first. */
    async #asked() {
        await this.#asking?.catch(() => undefined);
    }
    #move(from, to, { status }) {
        if (this.#moved)
            return;
        this.#moved = true;
        this.#context.log.info(`${new URL(from).host} does not know this method (${status}): ${new URL(to).host} serves the rest of the run.`);
    }
    /** With the token; a 401 gets one more chance with another. */
    async #authorized(origin, request) {
        const { credential } = this.#context;
        const token = await credential.token();
        const answer = await this.#send(origin, request, token);
        if (codeOf(answer) !== 16)
            return answer;
        const other = await credential.refresh(token);
        return other === token ? answer : this.#send(origin, request, other);
    }
    #send(origin, { path, ...request }, token) {
        return this.#context.http.request({
            ...request,
            service: hosts_SERVICE,
            url: `${origin}${path}`,
            headers: {
                authorization: `Bearer ${token}`,
                'x-client-request-id': (0,external_node_crypto_.randomUUID)(),
                ...(request.body === undefined ? undefined : { 'content-type': 'application/json' }),
            },
        });
    }
}
function knowsKey(answer) {
    return answer.status === 200 || KNOWS_KEY.has(codeOf(answer) ?? 0);
}

;// CONCATENATED MODULE: ./src/yandex/kms/answer.js


const answer_RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;
/** The fields of a 200. proto3 leaves out what is empty, so that a missing field is an empty one. @throws ActionError INVALID_RESPONSE */
function answer_fieldsOf(answer, method) {
    const type = answer.headers['content-type'];
    if (type !== undefined && !/\bjson\b/iu.test(type))
        throw answer_invalid(method, 'something that is no JSON', answer);
    const fields = parseObject(answer.body);
    if (fields === undefined)
        throw answer_invalid(method, 'a body that is no JSON object', answer);
    return fields;
}
/** A text that is not empty. @throws ActionError INVALID_RESPONSE */
function answer_textIn(fields, name, method, answer) {
    const value = fields[name];
    if (typeof value !== 'string' || value === '')
        throw answer_invalid(method, `no ${name}`, answer);
    return value;
}
/** Standard base64 with padding, in its one canonical form (RFC 4648, 3.5). @throws ActionError INVALID_RESPONSE */
function base64In(fields, name, method, answer) {
    const text = answer_textIn(fields, name, method, answer);
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length === 0 || bytes.toString('base64') !== text)
        throw answer_invalid(method, `a ${name} that is no base64`, answer);
    // Signatures are kept: as slices of Node's pool they would keep the 64 KiB around them.
    const own = Buffer.allocUnsafeSlow(bytes.length);
    own.set(bytes);
    return own;
}
/** A time of RFC 3339, or `undefined` where there is none. @throws ActionError INVALID_RESPONSE */
function timeIn(fields, name, method, answer) {
    if (fields[name] === undefined)
        return undefined;
    const text = answer_textIn(fields, name, method, answer);
    const time = answer_RFC3339.test(text) ? new Date(text) : undefined;
    if (time === undefined || Number.isNaN(time.getTime()))
        throw answer_invalid(method, `a ${name} that is no time`, answer);
    return time;
}
function answer_invalid(method, what, { requestId }) {
    const id = requestId === undefined ? '' : ` (request id ${requestId})`;
    return new errors/* ActionError */.lZ('INVALID_RESPONSE', `Yandex KMS: ${method} answered with ${what}${id}.`, {
        hint: 'Run the job again. If it goes on, see that kms-endpoint is right, and report it with the request id.',
    });
}

;// CONCATENATED MODULE: ./src/yandex/kms/client.js




/** KMS for one run. */
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
function pathOf(keyId) {
    return `/kms/v1/asymmetricSignatureKeys/${encodeURIComponent(keyId)}`;
}
async function getKey(hosts, { credential }, keyId) {
    const name = 'Key.Get';
    const answer = await hosts.control({ method: 'GET', path: pathOf(keyId) });
    if (answer.status !== 200)
        throw failureOf({ name, role: 'kms.viewer', keyId, answer }, credential);
    const fields = answer_fieldsOf(answer, name);
    const key = {
        status: answer_textIn(fields, 'status', name, answer),
        signatureAlgorithm: answer_textIn(fields, 'signatureAlgorithm', name, answer),
        createdAt: timeIn(fields, 'createdAt', name, answer),
    };
    sameKey(answer_textIn(fields, 'id', name, answer), keyId, name);
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
    sameKey(answer_textIn(fields, 'keyId', name, answer), keyId, name);
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
    sameKey(answer_textIn(fields, 'keyId', name, answer), keyId, name);
    return { signature, requestId: answer.requestId };
}
function sameKey(answered, asked, name) {
    if (answered !== asked)
        throw new errors/* ActionError */.lZ('INVALID_RESPONSE', `Yandex KMS: ${name} answered for another key than the one asked for.`, {
            hint: 'Nothing of this answer is used. See that kms-endpoint is right, and report it to Yandex Cloud.',
        });
}

;// CONCATENATED MODULE: ./src/sign/services.js
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








/**
 * Connects a run to its services. Nothing is asked for yet but, of another installation, its endpoints.
 * The end of the run's tasks ends all requests, except the revocation of a token.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID; nothing stays open then
 */
async function connect({ inputs, env, front, limits, tasks }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, mask } = front;
        const opened = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const http = opened.adopt(createHttpClient({ env, log, signal: tasks.signal, deadline: limits.deadline }), async (client) => client.close());
        const { kind } = inputs.credentialChoice;
        const needsIam = kind === 'service-account-key' || (inputs.revokeToken && kind !== 'iam-token');
        const endpoints = tasks.start(() => resolveEndpoints({ ...inputs.endpoints, needsIam }, http, log));
        const context = { http, endpoints, env, mask, log, signal: limits.signal };
        const credential = createCredential(inputs.credentialChoice, context);
        void tasks.start(async () => {
            openAhead(http, await endpoints, kind);
        });
        const gate = new Pace({ max: inputs.maxConcurrency, signal: tasks.signal, log });
        if (inputs.revokeToken)
            opened.defer(() => credential.revoke());
        const kept = opened.move();
        const kms = createKms({ http, endpoints, credential, gate, log });
        return { http, credential, kms, [Symbol.asyncDispose]: () => kept.disposeAsync() };
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
/** Key.Get, GetPublicKey and the first SignHash go out together. */
const FIRST_KMS_CALLS = 3;
/** Opens connections while the token is fetched, so that no TLS handshake stands between it and the calls to KMS. */
function openAhead(http, endpoints, kind) {
    const token = { 'github-oidc': endpoints.tokenExchange, 'service-account-key': endpoints.iam };
    const next = kind === 'github-oidc' || kind === 'service-account-key' ? token[kind] : undefined;
    if (next !== undefined)
        http.warm(next);
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
/** SignedAttributes as they are hashed, with the tag of SET OF (RFC 5652, 5.4). @param digest of the file, raw */
function signedAttributes(digest, signedAt) {
    return (0,der/* setOf */.s4)((0,der/* sequence */.K2)((0,der/* oid */.jq)(ATTRIBUTE.contentType), (0,der/* setOf */.s4)((0,der/* oid */.jq)(DATA))), (0,der/* sequence */.K2)((0,der/* oid */.jq)(ATTRIBUTE.signingTime), (0,der/* setOf */.s4)((0,cms_certificate/* time */.kB)(signedAt))), (0,der/* sequence */.K2)((0,der/* oid */.jq)(ATTRIBUTE.messageDigest), (0,der/* setOf */.s4)((0,der/* octetString */.J8)(digest))));
}
/**
 * `cms`: detached SignedData in DER (RFC 5652, RFC 8933, RFC 5754, RFC 4056).
 * The signer is named by issuer and serial number: gpgsm reads no key identifier there.
 * @param certificate handed in, of this key: named and embedded. Without, the self-signed one is named and not embedded:
 * it differs in its signature from the one of another run that people keep, and then `-CAfile` fails.
 */
function cmsEncoding(key, startedAt, certificate) {
    const { issuer, serialNumber } = certificate ?? (0,cms_certificate/* selfSignedName */.am)(key);
    const digestAlgorithm = (0,der/* sequence */.K2)((0,der/* oid */.jq)(public_key/* HASH_OIDS */.LU[key.algorithm.hash]));
    const version = (0,der/* unsignedInteger */.wF)(Buffer.from([1]));
    const embedded = certificate === undefined ? [] : [(0,der/* explicit */.pc)(0, (0,der/* readElement */.RN)((0,der/* setOf */.s4)(...certificate.certificates)).content)];
    return {
        format: 'cms',
        prepare: ({ digest }) => {
            const attributes = signedAttributes(digest, startedAt);
            return {
                toSign: (0,external_node_crypto_.createHash)(key.algorithm.hash).update(attributes).digest(),
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
;// CONCATENATED MODULE: ./src/formats/raw/write.js
/** `sig`: KMS's bytes as they are, DER of an ECDSA-Sig-Value (RFC 3279, 2.2.3) or the RSA octet string (RFC 8017, 8.1.1). */
const rawEncoding = {
    format: 'sig',
    prepare: ({ digest }) => ({ toSign: digest, encode: (signature) => signature }),
};
/** `base64`: the same in standard base64, one line with a line feed at its end. */
const base64Encoding = {
    format: 'base64',
    prepare: ({ digest }) => ({
        toSign: digest,
        encode: (signature) => Buffer.from(`${signature.toString('base64')}\n`),
    }),
};

;// CONCATENATED MODULE: ./src/formats/sigstore/write.js

/** Media type of a Sigstore bundle of version 0.3. */
const BUNDLE_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const BUNDLE_HASHES = {
    sha256: 'SHA2_256',
    sha384: 'SHA2_384',
    sha512: 'SHA2_512',
};
/**
 * A bundle as cosign writes it for a key of one's own (sigstore_bundle.proto of protobuf-specs): the key is named by the
 * base64 of SHA-256 over its SubjectPublicKeyInfo. No other field: cosign refuses those that it does not know.
 * @returns one line of JSON, UTF-8, with a line feed at its end
 */
function bundle(publicKey, content) {
    const hint = (0,external_node_crypto_.createHash)('sha256').update(publicKey.spki).digest('base64');
    const verificationMaterial = { publicKey: { hint }, tlogEntries: [] };
    return Buffer.from(`${JSON.stringify({ mediaType: BUNDLE_MEDIA_TYPE, verificationMaterial, ...content })}\n`);
}
/** `sigstore`: a bundle of a message signature over the file itself. */
function sigstoreEncoding({ algorithm, publicKey }) {
    return {
        format: 'sigstore',
        prepare: ({ digest }) => ({
            toSign: digest,
            encode: (signature) => bundle(publicKey, {
                messageSignature: {
                    messageDigest: { algorithm: BUNDLE_HASHES[algorithm.hash], digest: digest.toString('base64') },
                    signature: signature.toString('base64'),
                },
            }),
        }),
    };
}

;// CONCATENATED MODULE: ./src/formats/writers.js











const EC_ONLY = 'It needs a key of type ECDSA_NIST_P256_SHA_256, ECDSA_NIST_P384_SHA_384 or ECDSA_NIST_P521_SHA_512';
/**
 * Sets up the formats of a run for its key, before the first signature.
 * @throws ActionError UNSUPPORTED_FORMAT, PERMISSION_DENIED without the key's `createdAt`, INVALID_INPUT, KEY_MISMATCH,
 * INVALID_RESPONSE for a `createdAt` that a format cannot hold
 */
function encodingsFor(formats, context) {
    const wanted = [...new Set(formats)];
    checkKeyType(wanted, context.key);
    checkFilesAtHand(wanted, context);
    checkIdentity(wanted, context.identity);
    const parts = wanted.map((format) => SETUP[format](context));
    return {
        encodings: parts.map(({ encoding }) => encoding),
        openpgpTrailer: parts.find((part) => part.openpgpTrailer !== undefined)?.openpgpTrailer,
        sha512: wanted.includes('sshsig') && context.key.algorithm.hash === 'sha384',
        runFiles: [...publicKeyFiles(context.key), ...parts.flatMap(({ runFiles = [] }) => runFiles)],
        signedRunFiles: parts.flatMap(({ signedRunFiles = [] }) => signedRunFiles),
    };
}
/** `kms-public-key.pem`, and of an RSA key `kms-public-key.pss.pem`. */
function publicKeyFiles({ algorithm, publicKey }) {
    const file = (name, spki) => ({ name, content: Buffer.from((0,public_key/* pem */.ps)('PUBLIC KEY', spki)) });
    const plain = file('kms-public-key.pem', publicKey.spki);
    if (algorithm.curve !== undefined)
        return [plain];
    return [plain, file('kms-public-key.pss.pem', (0,public_key/* pssSpki */.OP)(publicKey, algorithm.hash))];
}
/**
 * The formats that cannot go with `subject-checksums` whatever the key: known before any request.
 * @throws ActionError INVALID_INPUT
 */
function checkDigestsOnly(formats) {
    if (formats.includes('openpgp'))
        throw needsFiles('openpgp', 'OpenPGP hashes more than the file');
}
const SETUP = {
    sig: () => ({ encoding: rawEncoding }),
    base64: () => ({ encoding: base64Encoding }),
    sigstore: ({ key }) => ({ encoding: sigstoreEncoding(key) }),
    sshsig: ({ key, identity }) => ({
        encoding: sshsigEncoding(key),
        runFiles: [{ name: 'kms-allowed-signers', content: allowedSigners(key, (0,formats_identity/* sshPrincipal */.F)(identity, key.id)) }],
    }),
    openpgp: ({ key, identity, startedAt }) => {
        const pgp = openPgpKey(key, creationTime(key, '`openpgp` makes it a part of the fingerprint'));
        const { encoding, trailer } = openPgpEncoding(pgp, startedAt);
        return { encoding, openpgpTrailer: trailer, signedRunFiles: [openPgpCertificate(pgp, identity)] };
    },
    cms: ({ key, startedAt, certificate }) => {
        const encoding = cmsEncoding(key, startedAt, certificate);
        if (certificate !== undefined) {
            (0,given_certificate/* checkCertificateKey */.p)(certificate, key.publicKey);
            return { encoding, runFiles: [(0,given_certificate/* certificateFile */.o)(certificate)] };
        }
        const createdAt = creationTime(key, '`cms` without `certificate` starts its certificate with it');
        return { encoding, signedRunFiles: [(0,cms_certificate/* selfSignedCertificate */.y9)(key, createdAt)] };
    },
};
function checkKeyType(formats, { algorithm }) {
    const refused = formats.filter((format) => format === 'openpgp' || format === 'sshsig');
    if (refused.length === 0 || algorithm.curve?.ssh !== undefined)
        return;
    const names = refused.map((format) => `\`${format}\``).join(' and ');
    throw new errors/* ActionError */.lZ('UNSUPPORTED_FORMAT', `${names} cannot be made with a key of type ${algorithm.name}.`, {
        hint: `${EC_ONLY}; the first is the one that every verifier takes. With this key take \`sig\`, \`base64\`, \`sigstore\` and \`cms\` in \`formats\`.`,
    });
}
function checkFilesAtHand(formats, { digestsOnly, key }) {
    if (!digestsOnly)
        return;
    checkDigestsOnly(formats);
    if (formats.includes('sshsig') && key.algorithm.hash === 'sha384')
        throw needsFiles('sshsig', 'SSHSIG knows no SHA-384, which is what this P-384 key signs');
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
        hint: `Grant the role kms.viewer on the key: yc kms asymmetric-signature-key add-access-binding --id ${(0,base_log/* printable */.g$)(id)} --role kms.viewer --service-account-id <service account id>`,
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/signing/signer.js





/** A signer for one key and one run. */
function createSigner(options) {
    return new KmsSigner(options);
}
/** Failures that nothing about the key could explain. */
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
    sign(digest) {
        const name = Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('latin1');
        const known = this.#signatures.get(name);
        if (known !== undefined)
            return known;
        const signature = this.#options.tasks.start(async () => {
            try {
                return await this.#sign(digest);
            }
            catch (thrown) {
                throw (0,errors/* asActionError */.z6)(thrown, 'INTERNAL_ERROR', 'A signature could not be made');
            }
        });
        this.#signatures.set(name, signature);
        return signature;
    }
    async #sign(digest) {
        const { kms, keyId, ahead, tasks } = this.#options;
        if (!ahead)
            checkLength(digest, await this.#keyOf());
        tasks.signal.throwIfAborted();
        let answer;
        try {
            answer = await kms.signHash(keyId, digest, tasks.signal);
        }
        catch (thrown) {
            throw await this.#judged(thrown);
        }
        const key = await this.#keyOf();
        checkLength(digest, key);
        await (0,external_node_timers_promises_.setImmediate)(); // the next request goes out before this signature takes the processor
        tasks.signal.throwIfAborted();
        if (!(0,signing_key/* verifyDigest */.Ub)(key, digest, answer.signature))
            throw await this.#notConfirmed(key, answer);
        return answer;
    }
    async #keyOf() {
        return (this.#key ??= await this.#options.key);
    }
    /** Asked once, however many signatures are not right. */
    #faultOfPin(key) {
        const { kms, keyId } = this.#options;
        return (this.#fault ??= pinnedKeyFault(kms, keyId, key));
    }
    /** A refusal of SignHash: what is wrong with the key, thrown or returned, explains it better than the refusal does. */
    async #judged(thrown) {
        if (!(thrown instanceof errors/* ActionError */.lZ) || OF_THE_WAY.has(thrown.code) || this.#options.tasks.signal.aborted)
            return thrown;
        const key = await this.#keyOf();
        if (!this.#options.pinned || thrown.code !== 'INVALID_RESPONSE')
            return thrown;
        const fault = await this.#faultOfPin(key);
        return fault.kind === 'mismatch' ? fault.error : thrown;
    }
    async #notConfirmed(key, { requestId }) {
        const id = requestId === undefined ? '' : ` (request id ${requestId})`;
        const what = `The public key ${key.publicKey.fingerprint} does not confirm a signature by the key ${key.id}${id}.`;
        const fault = this.#options.pinned ? await this.#faultOfPin(key) : undefined;
        if (fault?.kind === 'mismatch')
            return fault.error;
        const causes = fault?.kind === 'unknown'
            ? 'Either public-key is not the key of key-id, or KMS answered with a wrong signature: the role kms.asymmetricSignatureKeys.publicKeyViewer lets the action tell which. '
            : '';
        return new errors/* ActionError */.lZ('SIGNATURE_INVALID', what, {
            hint: `${causes}Nothing was written. Run the job again. If it keeps failing, check hash-algorithm and kms-endpoint, and report it to Yandex Cloud with the request id.`,
        });
    }
}
function checkLength(digest, { algorithm }) {
    if (digest.length !== public_key/* DIGEST_BYTES */.x4[algorithm.hash])
        throw new errors/* ActionError */.lZ('INTERNAL_ERROR', `A digest of ${digest.length} bytes for the algorithm ${algorithm.name}, which signs ${public_key/* DIGEST_BYTES */.x4[algorithm.hash]}.`);
}

// EXTERNAL MODULE: ./src/files/subject-checksums.js
var subject_checksums = __webpack_require__(60692);
;// CONCATENATED MODULE: ./src/sign/progress.js
/** Counts up to `total` files and tells `progress` of it from time to time. */
function startProgress(total, { progress }) {
    const count = { hashed: 0, bytes: 0, signed: 0 };
    const timer = setInterval(() => {
        const hashed = `Hashed ${count.hashed} of ${total} files (${megabytes(count.bytes)})`;
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
function megabytes(bytes) {
    return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

// EXTERNAL MODULE: ./src/digest/digest-files.js + 3 modules
var digest_files = __webpack_require__(49584);
// EXTERNAL MODULE: ./src/files/stamp.js
var stamp = __webpack_require__(3314);
;// CONCATENATED MODULE: ./src/sign/sign-subject.js

/**
 * Signs one subject in every format and stages its signature files. Formats that sign the same digest share a request.
 * @param paths absolute paths of the signature files, in the order of the formats
 */
async function signSubject(digests, paths, { encodings, signer, staging }) {
    let raw;
    await Promise.all(encodings.encodings.map(async (encoding, at) => {
        const prepared = encoding.prepare(digests);
        const signed = await signer.sign(prepared.toSign);
        if (prepared.toSign.equals(digests.digest))
            raw = signed;
        const path = paths[at];
        if (path === undefined)
            throw new errors/* ActionError */.lZ('INTERNAL_ERROR', `No path is planned for ${encoding.format}.`);
        await staging.stage(path, prepared.encode(signed.signature));
    }));
    return { signature: raw?.signature, requestId: raw?.requestId, written: paths };
}

;// CONCATENATED MODULE: ./src/sign/sign-files.js




/** Files under way for each request that may be under way: enough that requests never wait for a file. */
const WINDOW_PER_REQUEST = 4;
/**
 * Hashes the release files, and signs each as soon as its digests are there. Subjects in the order of the files.
 * Only so many files are under way at once that requests never run dry: what is held does not grow with the files.
 */
async function signFiles(request) {
    const { tasks, progress } = request;
    const subjects = [];
    const stamps = [];
    const underWay = new Set();
    for await (const hashed of (0,digest_files/* digestFiles */.E)(request.files, request.plan, {
        lanes: request.lanes,
        signal: tasks.signal,
        onBytes: progress.read,
    })) {
        progress.hashed();
        if (hashed.stamp !== undefined)
            stamps.push(hashed.stamp);
        const work = tasks.start(async () => {
            subjects[hashed.index] = await signFile(hashed, request);
            progress.signed();
            underWay.delete(work);
        });
        underWay.add(work);
        if (underWay.size >= WINDOW_PER_REQUEST * request.maxConcurrency)
            await Promise.race(underWay);
    }
    await Promise.all(underWay);
    await (0,stamp/* refuseChangedFiles */.G)(stamps, tasks.signal);
    return subjects;
}
async function signFile(hashed, request) {
    const { file, size, digests } = hashed;
    const source = file.source.kind === 'file' ? file.source.path : `${file.folder}/${file.name}`;
    const subject = { name: file.name, path: (0,display_path/* outputPath */.X)(source, request.workspace), size, digest: digests.digest };
    const paths = request.signaturePaths[hashed.index] ?? [];
    if (paths.length === 0)
        return { ...subject, signature: undefined, requestId: undefined, written: [] };
    // A failure of the request sent ahead is judged when the key has answered: the same promise is awaited below.
    void request.ahead?.sign(digests.digest);
    const tools = await request.ready;
    return { ...subject, ...(await signSubject(digests, paths, tools)) };
}

// EXTERNAL MODULE: ./src/files/checksums.js
var files_checksums = __webpack_require__(24885);
;// CONCATENATED MODULE: ./src/formats/dsse/write.js


/** The payload type of in-toto statements. */
const IN_TOTO_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** What DSSE signs: PAE(type, payload), lengths in bytes as ASCII decimals (DSSE protocol, "Signature Definition"). */
function preAuthEncoding(payloadType, payload) {
    const type = Buffer.from(payloadType, 'utf8');
    return Buffer.concat([
        Buffer.from(`DSSEv1 ${type.length} `),
        type,
        Buffer.from(` ${payload.length} `),
        Buffer.from(payload),
    ]);
}
/**
 * An in-toto statement in a DSSE envelope in a Sigstore bundle. The `keyid` stays empty: with one, cosign finds no match.
 * @param statement JSON, UTF-8
 */
function signedStatement({ algorithm, publicKey }, statement) {
    return {
        toSign: (0,external_node_crypto_.createHash)(algorithm.hash).update(preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, statement)).digest(),
        encode: (signature) => bundle(publicKey, {
            dsseEnvelope: {
                payload: statement.toString('base64'),
                payloadType: IN_TOTO_PAYLOAD_TYPE,
                signatures: [{ sig: signature.toString('base64'), keyid: '' }],
            },
        }),
    };
}

// EXTERNAL MODULE: ./src/formats/format.js
var formats_format = __webpack_require__(31311);
// EXTERNAL MODULE: ./src/signing/provenance.js
var signing_provenance = __webpack_require__(37114);
;// CONCATENATED MODULE: ./src/sign/sign-run-files.js










/**
 * Writes and signs the checksum file over all release files.
 * @throws ActionError ASSET_EXISTS when the release has another file of its name that may not be replaced
 */
async function signChecksums(request, release) {
    const { key, tools, folder } = request;
    const { hash } = key.algorithm;
    const name = files_names/* CHECKSUM_FILE_NAMES */.ki[hash];
    const content = (0,files_checksums/* checksumFile */.uu)(request.subjects);
    const path = (0,external_node_path_.join)(folder, name);
    const paths = tools.encodings.encodings.map(({ format }) => path + formats_format/* EXTENSIONS */.Z[format]);
    if (release !== undefined)
        await checkChecksumAsset(release, name, content);
    const digests = digestsOf(content, hash, tools);
    await tools.staging.stage(path, content);
    const signed = await signSubject(digests, paths, tools);
    const subject = { name, path: (0,display_path/* outputPath */.X)(path, request.workspace), size: content.length, digest: digests.digest };
    return { ...subject, ...signed, written: [path, ...signed.written] };
}
/** Digests of bytes in memory, as the one pass over a file makes them. */
function digestsOf(content, hash, { encodings }) {
    const digest = (name, ...parts) => (0,external_node_crypto_.createHash)(name)
        .update(Buffer.concat([content, ...parts]))
        .digest();
    return {
        digest: digest(hash),
        sha512: encodings.sha512 ? digest('sha512') : undefined,
        openpgp: encodings.openpgpTrailer === undefined ? undefined : digest(hash, encodings.openpgpTrailer),
    };
}
/** Writes and signs the in-toto statements over all release files. Absolute paths of the bundles. */
async function signProvenance(request, env) {
    const { key, subjects, tools } = request;
    return Promise.all((0,signing_provenance/* provenanceStatements */.Mt)(env, subjects, key.algorithm.hash).map(async ({ fileName, statement }) => {
        const path = (0,external_node_path_.join)(request.folder, fileName);
        const prepared = signedStatement(key, statement);
        const { signature } = await tools.signer.sign(prepared.toSign);
        await tools.staging.stage(path, prepared.encode(signature));
        return path;
    }));
}
/** Writes the public keys, allowed signers and certificates. Absolute path by name. */
async function writeKeyFiles({ folder, tools }) {
    const { encodings, signer, staging } = tools;
    const signed = await Promise.all(encodings.signedRunFiles.map(async (prepared) => {
        const { signature } = await signer.sign(prepared.toSign);
        return prepared.encode(signature);
    }));
    const files = [...encodings.runFiles, ...signed.flat()];
    await Promise.all(files.map((file) => staging.stage((0,external_node_path_.join)(folder, file.name), file.content)));
    return new Map(files.map((file) => [file.name, (0,external_node_path_.join)(folder, file.name)]));
}

;// CONCATENATED MODULE: ./src/sign/sign-release.js











/**
 * Hashes and signs the release files and stages everything that is to be written, each signature verified.
 * Key, token and hashing go on at once; signing starts with the first digest.
 */
async function signRelease(request) {
    const { inputs, found, services, key, tasks } = request;
    const ahead = signsAhead(inputs);
    const pinned = inputs.pin.kind === 'pem';
    const signer = createSigner({ kms: services.kms, keyId: inputs.keyId, key, ahead, pinned, tasks });
    const ready = tasks.start(() => prepareSigning(request, signer));
    const plan = tasks.start(() => digestPlan(inputs, ready));
    const progress = startProgress(found.files.length, request.front);
    try {
        const subjects = await signFiles({
            files: found.files,
            lanes: request.lanes,
            plan,
            ready,
            ahead: ahead ? signer : undefined,
            signaturePaths: request.plan.signaturePaths,
            workspace: inputs.workspace,
            maxConcurrency: inputs.maxConcurrency,
            tasks,
            progress,
        });
        return await signRunFiles(request, await ready, subjects);
    }
    finally {
        progress.stop();
    }
}
/** Everything that is checked between the key's answer and the first signature. */
async function prepareSigning(request, signer) {
    const { inputs, found, certificate, staging } = request;
    const [key, release] = await Promise.all([request.key, request.release]);
    const digestsOnly = inputs.source.kind === 'subject-checksums';
    (0,subject_checksums.checkSubjectHash)(found.files, key.algorithm.hash);
    const encodings = encodingsFor(inputs.formats, {
        key,
        identity: inputs.identity,
        startedAt: new Date(),
        certificate,
        digestsOnly,
    });
    const plan = (0,sign_plan/* planOutputs */.iS)(inputs, found, { hash: key.algorithm.hash, rsa: key.algorithm.curve === undefined });
    await (0,sign_plan/* checkPlan */.Gy)(plan, inputs, found);
    if (release !== undefined)
        await checkAllNames(release, (0,sign_plan/* assetNames */.PB)(plan));
    return { key, encodings, signer, staging };
}
async function signRunFiles(request, tools, subjects) {
    const { inputs, env } = request;
    const { key } = tools;
    const release = await request.release;
    const folder = request.plan.runFolder;
    const shared = { key, subjects, folder, workspace: inputs.workspace, tools };
    const [checksums, provenance, keyFiles] = await Promise.all([
        inputs.targets.includes('checksums') ? signChecksums(shared, release) : undefined,
        inputs.targets.includes('provenance') ? signProvenance(shared, env) : [],
        writeKeyFiles(shared),
    ]);
    const manifestPath = (0,external_node_path_.join)(folder, 'signatures.json');
    const runFiles = new Map([...keyFiles, ['signatures.json', manifestPath]]);
    const result = {
        key,
        hash: key.algorithm.hash,
        subjects,
        checksums,
        provenance,
        runFiles,
        signedCount: subjects.length,
    };
    await tools.staging.stage(manifestPath, manifest(result, inputs.workspace, env));
    const written = [
        ...subjects.flatMap((subject) => subject.written),
        ...(checksums?.written ?? []),
        ...provenance,
        ...runFiles.values(),
    ];
    return { ...result, written };
}
/** What the hashing needs, as early as it is known: with a hash that is given, or a pinned key that tells it, at once. */
async function digestPlan(inputs, ready) {
    const pinned = inputs.pin.kind === 'pem' ? (0,signing_key/* algorithmOfPublicKey */.$J)(inputs.pin.key)?.hash : undefined;
    const hash = inputs.hashAlgorithm === 'auto' ? pinned : inputs.hashAlgorithm;
    if (hash !== undefined && !inputs.formats.includes('openpgp')) {
        return { hash, sha512: inputs.formats.includes('sshsig') && hash === 'sha384', openpgpTrailer: undefined };
    }
    const { key, encodings } = await ready;
    return { hash: key.algorithm.hash, sha512: encodings.sha512, openpgpTrailer: encodings.openpgpTrailer };
}
/** Whether SignHash may go ahead of what is known of the key: the hash is given, and no format needs more than that. */
function signsAhead(inputs) {
    const plain = inputs.formats.every((format) => ['sig', 'base64', 'sigstore'].includes(format));
    return inputs.hashAlgorithm !== 'auto' && inputs.pin.kind === 'none' && plain && inputs.release === undefined;
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











/** With thousands of files V8 lets the heap grow to several times what is live, for a gain of a few per cent. */
function keepHeapSmall() {
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
    (0,external_node_v8_.setFlagsFromString)('--heap-growing-percent=30');
}
/** Everything of a run that has files to sign. When it fails before all is in place, nothing is left behind. */
async function signAndPublish(run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs, found, plan, tasks } = run;
        keepHeapSmall();
        await (0,sign_plan/* checkPlan */.Gy)(plan, inputs, found);
        const end = sign_and_publish_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const services = end.use(await connect(run));
        const staging = openStaging({ overwrite: inputs.overwrite });
        end.defer(() => staging.discard());
        end.use(tasks); // disposed of first: nothing runs any more when files are removed and connections closed
        await tasks.start(() => stages(run, services, staging));
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
/** Key, signatures, in place; artifact, release. */
async function stages(run, services, staging) {
    const { inputs, tasks, front, account } = run;
    // Loaded while the files are hashed and signed: they are heavy.
    const artifacts = inputs.artifact && tasks.start(() => Promise.all(/* import() */[__webpack_require__.e(537), __webpack_require__.e(914)]).then(__webpack_require__.bind(__webpack_require__, 60914)));
    const key = tasks.start(() => lookUpKey(inputs, services));
    const release = tasks.start(() => prepareAssets(run, services, key));
    const result = await front.group('Sign', async () => {
        const signed = await signRelease({ ...run, services, staging, key, release });
        await staging.commit(tasks.signal);
        logCounts(services, signed, front.log);
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
        await front.group('Upload the artifact', () => publishArtifact(uploadArtifact, run, artifact, result));
    }
    if (inputs.lacksArtifactService)
        noticeNoArtifact(front.log);
    const prepared = await release;
    if (prepared !== undefined)
        await front.group('Attach to the release', () => publishAssets(run, prepared, result));
}
/** Asks KMS for what the run needs to know of the key, at once. */
async function lookUpKey(inputs, { kms }) {
    const { keyId, hashAlgorithm, pin, formats, certificate } = inputs;
    const needsCreatedAt = formats.includes('openpgp') || (formats.includes('cms') && certificate === undefined);
    try {
        return await resolveSigningKey({ kms, keyId, hashAlgorithm, pin, needsCreatedAt });
    }
    catch (thrown) {
        throw (0,errors/* asActionError */.z6)(thrown, 'INTERNAL_ERROR', 'The key could not be looked up');
    }
}
function logCounts({ kms }, result, log) {
    const { getKey, getPublicKey, signHash } = kms.calls;
    log.info(`Signed ${(0,base_log/* counted */.hS)(result.signedCount, 'file')} with ${(0,base_log/* counted */.hS)(signHash + getKey + getPublicKey, 'KMS call')}: ` +
        `${signHash} SignHash, ${getPublicKey} GetPublicKey, ${getKey} Key.Get. Wrote ${result.written.length} files.`);
}
function noticeNoPin({ key }, log) {
    log.notice(`To have a run stop when KMS signs with any other key, set \`public-key: ${key.publicKey.fingerprint}\`.`);
}


/***/ })

};
