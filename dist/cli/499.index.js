export const id = 499;
export const ids = [499,316,760];
export const modules = {

/***/ 72136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ wrappedBase64),
/* harmony export */   PO: () => (/* binding */ strictBase64),
/* harmony export */   oT: () => (/* binding */ readArmor)
/* harmony export */ });
function strictBase64(text) {
    const bytes = Buffer.from(text, 'base64');
    if (text === '' || bytes.toString('base64') !== text)
        throw new RangeError('is not well-formed base64');
    return bytes;
}
function wrappedBase64(text) {
    return strictBase64(text.replace(/[ \t\r\n]+/gu, ''));
}
function readArmor(bytes, label) {
    const text = bytes.toString('latin1');
    const lines = text
        .replace(/^(?:[ \t]*\r?\n)+/u, '')
        .replace(/[ \t\r\n]+$/u, '')
        .split('\n')
        .map((line) => line.replace(/[ \t\r]+$/u, ''));
    if (lines[0] !== `-----BEGIN ${label}-----` || lines.at(-1) !== `-----END ${label}-----`)
        throw new RangeError(`is not one block of ${label}`);
    return lines.slice(1, -1);
}


/***/ }),

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

/***/ 67886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   vd: () => (/* binding */ foldedTable)
/* harmony export */ });
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

/***/ 12590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ chunksOf)
/* harmony export */ });
/* harmony import */ var _open_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36718);
/* harmony import */ var _read_bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57211);
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


const CHUNK_BYTES = 256 * 1024;
async function* chunksOf(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,_open_file_js__WEBPACK_IMPORTED_MODULE_0__/* .openFile */ .Tq)(path), true);
        if (!(await file.stat()).isFile())
            throw new RangeError(_read_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_REGULAR */ .bh);
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
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}


/***/ }),

/***/ 8993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MJ: () => (/* binding */ MOST_HELD),
  lh: () => (/* binding */ isSignatureOver),
  fU: () => (/* binding */ prepareFor)
});

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


/***/ }),

/***/ 25760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyDigest: () => (/* binding */ verifyDigest)
});

;// CONCATENATED MODULE: ./src/crypto/ecdsa.js
const TABLES_AFTER = 32;
const TABLE_WINDOW = 6;
function ecdsaVerifier(curve, point) {
    const { BASE, Fn } = curve.Point;
    const key = curve.Point.fromBytes(point);
    let verified = 0;
    return (digest, signature) => {
        const { r, s } = curve.Signature.fromBytes(signature, 'der');
        const inverse = Fn.inv(s);
        const ofBase = Fn.mul(leftmostBits(digest, Fn.BITS) % Fn.ORDER, inverse);
        const ofKey = Fn.mul(r, inverse);
        verified += 1;
        if (verified === TABLES_AFTER)
            key.precompute(TABLE_WINDOW);
        const sum = verified < TABLES_AFTER
            ? BASE.mulAddUnsafe(ofBase, key, ofKey)
            : BASE.multiplyUnsafe(ofBase).add(key.multiplyUnsafe(ofKey));
        return !sum.is0() && sum.toAffine().x % Fn.ORDER === r;
    };
}
function leftmostBits(digest, bits) {
    const number = BigInt(`0x${Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('hex')}`);
    return number >> BigInt(Math.max(0, digest.length * 8 - bits));
}

// EXTERNAL MODULE: ./src/crypto/hashes.js
var hashes = __webpack_require__(18127);
// EXTERNAL MODULE: ../../node_modules/@noble/curves/nist.js
var nist = __webpack_require__(55744);
// EXTERNAL MODULE: ../../node_modules/@noble/curves/secp256k1.js
var secp256k1 = __webpack_require__(47488);
;// CONCATENATED MODULE: ./src/crypto/noble-curves.js


const NOBLE_CURVES = {
    'P-256': nist/* p256 */.s9,
    'P-384': nist/* p384 */.sL,
    'P-521': nist/* p521 */.Bt,
    secp256k1: secp256k1/* secp256k1 */.bI,
};

// EXTERNAL MODULE: ./src/crypto/public-key.js
var public_key = __webpack_require__(34188);
// EXTERNAL MODULE: ./src/crypto/digest.js
var crypto_digest = __webpack_require__(7451);
;// CONCATENATED MODULE: ./src/crypto/rsa-pss.js


function verifyPss(key, hash, digest, signature) {
    const bits = key.platformKey.modulusLength ?? 0;
    if (signature.length !== Math.ceil(bits / 8))
        return false;
    let encoded;
    try {
        encoded = key.platformKey.rsaPublic(signature);
    }
    catch {
        return false;
    }
    const leading = encoded.length - Math.ceil((bits - 1) / 8);
    if (leading === 1 && encoded[0] !== 0)
        return false;
    return emsaPssVerify(encoded.subarray(leading), bits - 1, hash, digest);
}
function emsaPssVerify(encoded, bits, hash, digest) {
    const length = hashes/* HASHES */.T$[hash].bytes;
    const maskedLength = encoded.length - length - 1;
    const padding = maskedLength - length - 1;
    if (padding < 0 || encoded.at(-1) !== 0xbc)
        return false;
    const h = encoded.subarray(maskedLength, -1);
    const unusedBits = 8 * encoded.length - bits;
    const top = 0xff >> unusedBits;
    if (((encoded[0] ?? 0) & ~top & 0xff) !== 0)
        return false;
    const block = mgf1(h, maskedLength, hash);
    for (let i = 0; i < maskedLength; i += 1)
        block[i] = (block[i] ?? 0) ^ (encoded[i] ?? 0);
    block[0] = (block[0] ?? 0) & top;
    if (block.subarray(0, padding).some((octet) => octet !== 0) || block[padding] !== 1)
        return false;
    const salt = block.subarray(padding + 1);
    return (0,crypto_digest/* digestOf */.o)(hash, Buffer.alloc(8), digest, salt).equals(h);
}
function mgf1(seed, length, hash) {
    const blocks = [];
    for (let counter = 0; counter * hashes/* HASHES */.T$[hash].bytes < length; counter += 1) {
        const octets = Buffer.alloc(4);
        octets.writeUInt32BE(counter);
        blocks.push((0,crypto_digest/* digestOf */.o)(hash, seed, octets));
    }
    return Buffer.concat(blocks).subarray(0, length);
}

;// CONCATENATED MODULE: ./src/crypto/verify-digest.js





function verifyDigest(key, digest, signature) {
    const { hash, curve } = key.algorithm;
    if (digest.length !== hashes/* HASHES */.T$[hash].bytes)
        return false;
    if (curve === undefined)
        return verifyPss(key.publicKey, hash, digest, signature);
    try {
        return verifierOf(key.publicKey, curve)(digest, signature);
    }
    catch {
        return false;
    }
}
const verifiers = new WeakMap();
function verifierOf(key, curve) {
    const known = verifiers.get(key);
    if (known !== undefined)
        return known;
    const verifier = ecdsaVerifier(NOBLE_CURVES[curve.name], (0,public_key/* ecPoint */.jX)(key));
    verifiers.set(key, verifier);
    return verifier;
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
    return new errors/* ActionError */.lZ('UNSAFE_FILE', `${(0,display_path/* shownPath */.pS)(path)} is not signed: ${danger}.`, {
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

/***/ 16316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   outcomeOf: () => (/* binding */ outcomeOf),
/* harmony export */   withMeaning: () => (/* binding */ withMeaning),
/* harmony export */   withShortPaths: () => (/* binding */ withShortPaths)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63097);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43705);



function withMeaning(failure, meaning) {
    const { code, message, hint, cause, stack } = failure;
    const isList = message.includes('\n');
    const ended = isList || /[.!?]$/u.test(message) ? message : `${message}.`;
    const told = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, `${ended}${isList ? '\n' : ' '}${meaning}`, { hint, cause });
    if (stack !== undefined)
        told.stack = stack;
    return told;
}
function withShortPaths(failure, workspace) {
    const { code, message, hint, cause, stack } = failure;
    const short = (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutWorkspace */ .kn)(message, workspace);
    if (short === message)
        return failure;
    const told = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, short, { hint, cause });
    if (stack !== undefined)
        told.stack = stack;
    return told;
}
function outcomeOf({ signed, uploads, publishing, kmsCalls }, code) {
    if (signed !== undefined) {
        const places = uploads.map(({ where, name }) => `the ${where.toLowerCase()} ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name, 200)}`);
        const has = places.length === 0 ? '' : `, and ${places.join(' and ')} ${places.length === 1 ? 'has' : 'have'} them`;
        const nothing = publishing === undefined ? '; nothing was uploaded' : '';
        const isBrokenOff = code === 'TIMED_OUT' || code === 'CANCELLED';
        const underWay = publishing === undefined || !isBrokenOff ? '' : ` ${UNDER_WAY[publishing]}`;
        return `The files are signed and in place${has}${nothing}.${underWay}`;
    }
    if (kmsCalls === undefined)
        return 'Nothing was requested, signed or written.';
    if (kmsCalls.signHash === 0)
        return 'Nothing was signed, written or uploaded.';
    return 'Nothing was written or uploaded; signatures that were made by then are dropped.';
}
const UNDER_WAY = {
    artifact: 'The workflow artifact is not complete.',
    release: 'The log names the assets that are attached to the release, and those that are not.',
    images: 'Some images may have their signatures, and others not.',
};


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyAndReport: () => (/* binding */ verifyAndReport)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/files/oddities.js
var oddities = __webpack_require__(12198);
// EXTERNAL MODULE: ./src/report/outcome.js
var outcome = __webpack_require__(16316);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
// EXTERNAL MODULE: ./src/verify/verdict.js
var verify_verdict = __webpack_require__(49522);
;// CONCATENATED MODULE: ./src/verify/failure.js




const HINTS = new Map([
    [
        'SIGNATURE_INVALID',
        'Do not use what is named here. Download it again; if it is still wrong, ask the publisher, and compare the fingerprint of the public key with the one that they publish outside the release. Signature files by other keys or programs can be left out with `formats`.',
    ],
    [
        'UNSAFE_FILE',
        'Do not use what is named here: somebody may have made another signature of the same key look like one over this file.',
    ],
    [
        'KEY_MISMATCH',
        'Do not use what is named here. If the publisher changed the key, get the new one from where you got the old one, and name both in `public-key`; see docs/rotation.md.',
    ],
    [
        'POLICY_VIOLATION',
        'Do not use what is named here: the key signed it, but for another repository, ref or workflow than `policy` asks for. If the policy is out of date, change it; else ask the publisher.',
    ],
    [
        'CHECKSUM_MISMATCH',
        'Do not use what is named here. Download it again; a file that is not part of the release has to be left out of `files` by a line with `!`, and a signed checksum file of the release belongs in `checksums`.',
    ],
    ['FILE_CHANGED', 'Check that no other step writes to the files while they are verified.'],
    ['FILE_UNREADABLE', 'Check that the files are there and that the runner may read them.'],
    [
        'SIGNATURE_MISSING',
        'Download the signature files as well, and say with `signatures-dir` where they are. If the release has one signed checksum file or signed statements in their place, name them in `checksums`, `provenance` or `attestations`. Files that are not signed have to be left out of `files` by a line with `!`.',
    ],
]);
function failureOf(verdict, workspace, log) {
    const { files } = verdict;
    const problems = [...verdict.problems, ...files.flatMap((file) => file.problems)];
    const unverified = files.filter((file) => !(0,verify_verdict/* isVerified */.p)(file)).length;
    if (problems.length === 0 && unverified === 0)
        return undefined;
    const lineOf = ({ path, reason }) => `${(0,base_log/* printable */.g$)((0,display_path/* displayPath */.Gt)(path, workspace), 300)} ${reason}`;
    for (const problem of problems)
        log.info(`${problem.code}: ${lineOf(problem)}`);
    const byCode = Map.groupBy(problems, ({ code }) => code);
    const codes = [...HINTS.keys()].filter((code) => byCode.has(code));
    const paragraphs = codes.map((code) => `${code}:\n${(0,base_log/* listed */.KE)((byCode.get(code) ?? []).map(lineOf), limit(codes.length))}`);
    const head = unverified > 0
        ? `${unverified} of ${files.length} files not verified.`
        : 'What should prove the files is wrong itself, whatever else proves them.';
    const [worst = 'INTERNAL_ERROR'] = codes;
    return new errors/* ActionError */.lZ(worst, [head, ...paragraphs].join('\n'), {
        hint: codes.map((code) => HINTS.get(code)).join('\n'),
    });
}
function limit(kinds) {
    return Math.floor(20 / Math.max(1, kinds));
}

// EXTERNAL MODULE: ./src/verify/verify-outputs.js
var verify_outputs = __webpack_require__(19933);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(24157);
// EXTERNAL MODULE: ./src/files/roots.js
var files_roots = __webpack_require__(69300);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
// EXTERNAL MODULE: ./src/files/names.js
var files_names = __webpack_require__(32145);
// EXTERNAL MODULE: ./src/formats/run-files.js
var run_files = __webpack_require__(40513);
// EXTERNAL MODULE: ./src/base/read-bounded.js
var read_bounded = __webpack_require__(57211);
// EXTERNAL MODULE: ./src/base/json.js
var json = __webpack_require__(84681);
// EXTERNAL MODULE: ./src/crypto/covered.js + 1 modules
var crypto_covered = __webpack_require__(8993);
// EXTERNAL MODULE: ./src/base/base64.js
var base_base64 = __webpack_require__(72136);
// EXTERNAL MODULE: ./src/crypto/digest.js
var crypto_digest = __webpack_require__(7451);
// EXTERNAL MODULE: ./src/crypto/hashes.js
var crypto_hashes = __webpack_require__(18127);
;// CONCATENATED MODULE: ./src/formats/signature-check.js

const NOTHING = Buffer.alloc(0);
function bareCheck(keys, signature) {
    const alternatives = keys.map((key) => ({
        hash: key.algorithm.hash,
        form: 'bytes',
        suffix: NOTHING,
        confirms: ({ covered }) => (0,crypto_covered/* isSignatureOver */.lh)(covered, key, signature),
    }));
    return { bare: true, alternatives };
}
function wrappedCheck(hash, confirms, suffix = NOTHING) {
    return { bare: false, alternatives: [{ hash, form: 'bytes', suffix, confirms }] };
}
function keyOfHash(keys, hash) {
    const key = keys.find(({ algorithm }) => algorithm.hash === hash);
    if (key === undefined)
        throw new RangeError(`is made with ${hash}, which the trusted key does not sign`);
    return key;
}
function ellipticKey(keys, format) {
    const [key] = keys;
    if (key?.algorithm.curve?.ssh === undefined)
        throw new RangeError(`is none that the trusted key can have made: ${format} takes keys on P-256, P-384 and P-521 alone`);
    return { ...key, ssh: key.algorithm.curve.ssh };
}

;// CONCATENATED MODULE: ./src/formats/sigstore/read.js





const MEDIA_TYPES = [
    'application/vnd.dev.sigstore.bundle.v0.3+json',
    'application/vnd.dev.sigstore.bundle+json;version=0.3',
];
const readSigstoreBundle = (bytes, keys) => {
    const bundle = readBundle(bytes, 'messageSignature', keys);
    const message = (0,json/* asObject */.eB)(bundle['messageSignature'], 'messageSignature');
    (0,json/* onlyFields */.CT)(message, ['messageDigest', 'signature'], 'messageSignature');
    const messageDigest = (0,json/* asObject */.eB)(message['messageDigest'], 'messageDigest');
    (0,json/* onlyFields */.CT)(messageDigest, ['algorithm', 'digest'], 'messageDigest');
    const name = (0,json/* asString */.oJ)(messageDigest['algorithm'], 'digest algorithm');
    const hash = (0,crypto_hashes/* hashWhere */.Ow)(({ sigstore }) => sigstore === name);
    if (hash === undefined)
        throw new RangeError('uses another hash than SHA2_256, SHA2_384 or SHA2_512');
    const stated = (0,base_base64/* strictBase64 */.PO)((0,json/* asString */.oJ)(messageDigest['digest'], 'digest'));
    const signature = (0,base_base64/* strictBase64 */.PO)((0,json/* asString */.oJ)(message['signature'], 'signature'));
    const { bare, alternatives } = bareCheck([keyOfHash(keys, hash)], signature);
    return {
        bare,
        alternatives: alternatives.map((alternative) => ({
            ...alternative,
            confirms: async (file) => stated.equals(file.digest) && alternative.confirms(file),
        })),
    };
};
function readBundle(bytes, content, keys) {
    const bundle = (0,json/* readJsonObject */.op)(bytes);
    if (!MEDIA_TYPES.includes(bundle['mediaType']))
        throw new RangeError('is not a Sigstore bundle v0.3');
    (0,json/* onlyFields */.CT)(bundle, ['mediaType', 'verificationMaterial', content], 'bundle');
    const material = (0,json/* asObject */.eB)(bundle['verificationMaterial'], 'verificationMaterial');
    (0,json/* onlyFields */.CT)(material, ['publicKey', 'tlogEntries', 'timestampVerificationData'], 'verificationMaterial');
    if (material['tlogEntries'] !== undefined)
        (0,json/* asArray */._j)(material['tlogEntries'], 'tlogEntries');
    const publicKey = (0,json/* asObject */.eB)(material['publicKey'], 'publicKey');
    (0,json/* onlyFields */.CT)(publicKey, ['hint'], 'publicKey');
    const hint = publicKey['hint'] === undefined ? '' : (0,json/* asString */.oJ)(publicKey['hint'], 'hint');
    if (hint !== '' && !keys.some((key) => hint === hintOf(key)))
        throw new RangeError('names another key');
    return bundle;
}
function hintOf({ publicKey }) {
    return (0,crypto_digest/* digestOf */.o)('sha256', publicKey.spki).toString('base64');
}

;// CONCATENATED MODULE: ./src/formats/dsse/read.js




const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
async function verifiedStatement(bytes, keys) {
    const envelope = (0,json/* asObject */.eB)(readBundle(bytes, 'dsseEnvelope', keys)['dsseEnvelope'], 'dsseEnvelope');
    (0,json/* onlyFields */.CT)(envelope, ['payload', 'payloadType', 'signatures'], 'dsseEnvelope');
    if (envelope['payloadType'] !== PAYLOAD_TYPE)
        throw new RangeError('is not of in-toto');
    const payload = (0,base_base64/* strictBase64 */.PO)((0,json/* asString */.oJ)(envelope['payload'], 'payload'));
    const signatures = (0,json/* asArray */._j)(envelope['signatures'], 'signatures');
    if (signatures.length !== 1)
        throw new RangeError('does not have exactly one signature');
    const entry = (0,json/* asObject */.eB)(signatures[0], 'signature');
    (0,json/* onlyFields */.CT)(entry, ['sig', 'keyid'], 'signature');
    const signature = (0,base_base64/* strictBase64 */.PO)((0,json/* asString */.oJ)(entry['sig'], 'signature'));
    const covered = { message: preAuthenticationEncoding(payload) };
    const verdicts = await Promise.all(keys.map((candidate) => (0,crypto_covered/* isSignatureOver */.lh)(covered, candidate, signature)));
    const key = keys[verdicts.indexOf(true)];
    if (key === undefined)
        throw new RangeError('is not signed by a trusted key');
    return { ...readStatement(payload), key };
}
function preAuthenticationEncoding(payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `), payload]);
}
function readStatement(payload) {
    const statement = (0,json/* readJsonObject */.op)(payload);
    if (statement['_type'] !== STATEMENT_TYPE)
        throw new RangeError('is not an in-toto statement v1');
    return {
        predicateType: (0,json/* asString */.oJ)(statement['predicateType'], 'predicateType'),
        predicate: statement['predicate'],
        subjects: (0,json/* asArray */._j)(statement['subject'], 'subject').map(readSubject),
    };
}
function readSubject(value) {
    const subject = (0,json/* asObject */.eB)(value, 'subject');
    const digest = Object.entries((0,json/* asObject */.eB)(subject['digest'], 'digest'));
    return {
        name: (0,json/* asString */.oJ)(subject['name'], 'name'),
        digest: Object.fromEntries(digest.map(([algorithm, hex]) => [algorithm, (0,json/* asString */.oJ)(hex, 'digest')])),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/base/byte-reader.js
class ByteReader {
    #bytes;
    #at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    get position() {
        return this.#at;
    }
    get done() {
        return this.#at === this.#bytes.length;
    }
    take(length) {
        if (length > this.#bytes.length - this.#at)
            throw new RangeError('is cut off');
        this.#at += length;
        return this.#bytes.subarray(this.#at - length, this.#at);
    }
    uint8() {
        return this.take(1).readUInt8();
    }
    uint16() {
        return this.take(2).readUInt16BE();
    }
    uint32() {
        return this.take(4).readUInt32BE();
    }
    string() {
        return this.take(this.uint32());
    }
    end() {
        if (!this.done)
            throw new RangeError('has bytes behind its end');
    }
}

// EXTERNAL MODULE: ./src/crypto/der.js
var der = __webpack_require__(23988);
;// CONCATENATED MODULE: ./src/crypto/ecdsa-der.js

function ecdsaSignature(r, s) {
    for (const number of [r, s]) {
        const [first, second] = number;
        if (first === undefined || first >= 0x80 || (first === 0 && (second === undefined || second < 0x80)))
            throw new RangeError('holds a number that is not positive or not in its shortest form');
    }
    return (0,der/* sequence */.K2)((0,der/* der */.y8)(der/* TAG */.Dk.integer, r), (0,der/* der */.y8)(der/* TAG */.Dk.integer, s));
}

// EXTERNAL MODULE: ./src/crypto/public-key.js
var public_key = __webpack_require__(34188);
// EXTERNAL MODULE: ./src/crypto/verify-digest.js + 3 modules
var verify_digest = __webpack_require__(25760);
;// CONCATENATED MODULE: ./src/formats/openpgp/read-armor.js

function readPgpArmor(bytes, label, { headers = true } = {}) {
    const lines = (0,base_base64/* readArmor */.oT)(bytes, label);
    const blank = lines.findIndex((line) => line === '');
    if (blank === -1 || lines.slice(0, blank).some((line) => !/^[A-Za-z]+: /u.test(line)))
        throw new RangeError('has no blank line behind its armor headers');
    if (!headers && blank > 0)
        throw new RangeError('has armor headers, which may say anything');
    const body = lines.slice(blank + 1);
    const checksum = body.at(-1)?.startsWith('=') === true ? body.pop() : undefined;
    const content = (0,base_base64/* strictBase64 */.PO)(body.join(''));
    if (checksum !== undefined && !(0,base_base64/* strictBase64 */.PO)(checksum.slice(1)).equals(crc24(content)))
        throw new RangeError('has a wrong checksum: it was damaged');
    return content;
}
function crc24(bytes) {
    let crc = 0xb704ce;
    for (const byte of bytes) {
        crc ^= byte << 16;
        for (let bit = 0; bit < 8; bit += 1)
            crc = (crc << 1) ^ ((crc & 0x800000) === 0 ? 0 : 0x1864cfb);
        crc &= 0xffffff;
    }
    return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff]);
}

;// CONCATENATED MODULE: ./src/formats/openpgp/read-packets.js
function readPacket(reader) {
    const header = reader.uint8();
    if (header < 0x80)
        throw new RangeError('is not an OpenPGP packet');
    const isNew = (header & 0x40) !== 0;
    const tag = isNew ? header & 0x3f : (header & 0x3f) >> 2;
    return { tag, body: reader.take(isNew ? newLength(reader) : oldLength(reader, header & 3)) };
}
function newLength(reader) {
    const first = reader.uint8();
    if (first < 192)
        return first;
    if (first < 224)
        return ((first - 192) << 8) + reader.uint8() + 192;
    if (first < 255)
        throw new RangeError('has an OpenPGP packet in parts');
    return reader.uint32();
}
function oldLength(reader, type) {
    if (type === 0)
        return reader.uint8();
    if (type === 1)
        return reader.uint16();
    if (type === 2)
        return reader.uint32();
    throw new RangeError('has an OpenPGP packet without a length');
}
function readMpi(reader) {
    const bits = reader.uint16();
    const bytes = reader.take(Math.ceil(bits / 8));
    const first = bytes[0] ?? 0;
    if (bits === 0 || 32 - Math.clz32(first) !== ((bits - 1) % 8) + 1)
        throw new RangeError('holds a number that is zero or whose length is wrong');
    return first >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
}
function signatureTrailer(length) {
    const octets = Buffer.from([4, 0xff, 0, 0, 0, 0]);
    octets.writeUInt32BE(length, 2);
    return octets;
}

;// CONCATENATED MODULE: ./src/formats/openpgp/read-certificate.js









const TAGS = { signature: 2, publicKey: 6, userId: 13 };
const ECDSA = 19;
const POSITIVE_CERTIFICATION = 0x13;
function holdsOpenPgpKey(bytes, keys) {
    const binary = bytes[0] === 0x2d ? readPgpArmor(bytes, 'PGP PUBLIC KEY BLOCK', { headers: false }) : bytes;
    const reader = new ByteReader(binary);
    const key = readTagged(reader, TAGS.publicKey, 'a public key').body;
    const userId = readTagged(reader, TAGS.userId, 'a User ID').body;
    const certification = readTagged(reader, TAGS.signature, 'a certification').body;
    if (!reader.done)
        throw new RangeError('holds more than a key with one User ID');
    const trusted = keys.find((candidate) => isKey(key, candidate));
    if (trusted === undefined)
        return false;
    if (!isCertified(trusted, key, userId, certification))
        throw new RangeError('holds a User ID that its key has not certified');
    return true;
}
function readTagged(reader, tag, what) {
    const packet = readPacket(reader);
    if (packet.tag !== tag)
        throw new RangeError(`is not an OpenPGP key with one User ID: ${what} is missing`);
    return packet;
}
function isKey(body, { algorithm, publicKey }) {
    if (algorithm.curve === undefined || body[0] !== 4)
        return false;
    const curve = (0,der/* readElement */.RN)((0,der/* oid */.jq)(algorithm.curve.oid)).content;
    const point = (0,public_key/* ecPoint */.jX)(publicKey);
    const bits = Buffer.of(0, 0);
    bits.writeUInt16BE(point.length * 8 - 5);
    return body.subarray(5).equals(Buffer.concat([Buffer.of(ECDSA, curve.length), curve, bits, point]));
}
function isCertified(key, body, userId, certification) {
    const reader = new ByteReader(certification);
    const [version, type, algorithm] = [reader.uint8(), reader.uint8(), reader.uint8()];
    if (version !== 4 || type !== POSITIVE_CERTIFICATION || algorithm !== ECDSA)
        return false;
    reader.uint8();
    reader.take(reader.uint16());
    const hashedLength = reader.position;
    if (!namesKey(reader.take(reader.uint16()), body))
        return false;
    const left = reader.take(2);
    const signature = ecdsaSignature(readMpi(reader), readMpi(reader));
    reader.end();
    const lengths = [Buffer.of(0x99, 0, 0), Buffer.of(0xb4, 0, 0, 0, 0)];
    lengths[0].writeUInt16BE(body.length, 1);
    lengths[1].writeUInt32BE(userId.length, 1);
    const hashed = certification.subarray(0, hashedLength);
    const parts = [lengths[0], body, lengths[1], userId, hashed, signatureTrailer(hashedLength)];
    const digest = (0,crypto_digest/* digestOf */.o)(key.algorithm.hash, ...parts);
    return digest.subarray(0, left.length).equals(left) && (0,verify_digest.verifyDigest)(key, digest, signature);
}
const ISSUER = 16;
function namesKey(unhashed, body) {
    const head = Buffer.of(0x99, 0, 0);
    head.writeUInt16BE(body.length, 1);
    const fingerprint = (0,external_node_crypto_.createHash)('sha1').update(head).update(body).digest();
    return unhashed.length === 0 || unhashed.equals(Buffer.concat([Buffer.of(9, ISSUER), fingerprint.subarray(-8)]));
}

;// CONCATENATED MODULE: ./src/formats/cms/read-certificate.js



const BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/gu;
function holdsCertificateOf(bytes, keys) {
    const text = bytes.toString('latin1');
    if (text.replace(BLOCK, '').trim() !== '')
        throw new RangeError('holds more than certificates');
    const [own, ...issuers] = Array.from(text.matchAll(BLOCK), ([, base64 = '']) => parse(base64));
    if (own === undefined)
        throw new RangeError('holds no certificate');
    const { fingerprint } = (0,public_key/* publicKeyFromSpki */.W8)(own.publicKey.export({ format: 'der', type: 'spki' }));
    if (!keys.some(({ publicKey }) => publicKey.fingerprint === fingerprint))
        return false;
    let last = own;
    for (const issuer of issuers) {
        if (last.issuer === last.subject || !last.checkIssued(issuer) || !last.verify(issuer.publicKey))
            throw new RangeError('holds a certificate that did not issue the one before it');
        last = issuer;
    }
    if (own.issuer === own.subject && !own.verify(own.publicKey))
        throw new RangeError('holds a self-signed certificate with a wrong signature');
    return true;
}
function parse(base64) {
    const encoded = (0,base_base64/* wrappedBase64 */.$D)(base64);
    let certificate;
    try {
        certificate = new external_node_crypto_.X509Certificate(encoded);
    }
    catch (cause) {
        throw new RangeError('holds a certificate that cannot be read', { cause });
    }
    if (!certificate.raw.equals(encoded))
        throw new RangeError('holds more than certificates');
    return certificate;
}

;// CONCATENATED MODULE: ./src/formats/sshsig/read-allowed-signers.js



const LINE = /^(?=[!-~]+ )[^\s#!,"*?][^\s,"*?]* namespaces="file" (ecdsa-sha2-(nistp\d+)) ([A-Za-z0-9+/=]+)\r?\n?$/u;
function holdsAllowedSigner(bytes, keys) {
    const [, type, curve, blob = ''] = LINE.exec(bytes.toString()) ?? [];
    if (type === undefined || curve === undefined)
        throw new RangeError('is not one line that lets one principal sign for the namespace "file"');
    const reader = new ByteReader((0,base_base64/* strictBase64 */.PO)(blob));
    const [ownType, ownCurve, point] = [reader.string(), reader.string(), reader.string()];
    reader.end();
    if (ownType.toString() !== type || ownCurve.toString() !== curve)
        throw new RangeError('names two types of keys');
    return keys.some(({ algorithm, publicKey }) => algorithm.curve?.ssh === curve && (0,public_key/* ecPoint */.jX)(publicKey).equals(point));
}

;// CONCATENATED MODULE: ./src/verify/key-file.js



function holdsPublicKey(bytes, keys) {
    const text = bytes.toString('latin1');
    const { fingerprint } = readKey(text);
    const trusted = keys.find(({ publicKey }) => publicKey.fingerprint === fingerprint)?.publicKey;
    if (trusted === undefined)
        return false;
    const encoded = (0,base_base64/* wrappedBase64 */.$D)(text.replace(/-----[A-Z ]+-----/gu, ''));
    if (!encodings(trusted).some((encoding) => encoding.equals(encoded)))
        throw new RangeError('holds more than a public key');
    return true;
}
function readKey(text) {
    try {
        return (0,public_key/* parsePublicKey */.ee)(text);
    }
    catch (cause) {
        throw new RangeError('is not the PEM of one public key', { cause });
    }
}
function encodings(key) {
    if (key.platformKey.type !== 'rsa')
        return [key.spki];
    return [key.spki, ...crypto_hashes/* HASH_ALGORITHMS */.UH.map((hash) => (0,public_key/* pssSpki */.OP)(key, hash))];
}

// EXTERNAL MODULE: ./src/formats/confusion/unsafe-file.js + 3 modules
var unsafe_file = __webpack_require__(99769);
// EXTERNAL MODULE: ./src/crypto/key-algorithm.js
var key_algorithm = __webpack_require__(83996);
;// CONCATENATED MODULE: ./src/verify/trusted-keys.js


function trustedKeys({ publicKeys, hashAlgorithm, }) {
    return publicKeys.flatMap((publicKey) => {
        const algorithm = (0,key_algorithm/* algorithmOfPublicKey */.$J)(publicKey);
        if (algorithm !== undefined)
            return [{ algorithm, publicKey }];
        const hashes = hashAlgorithm === 'auto' ? crypto_hashes/* HASH_ALGORITHMS */.UH : [hashAlgorithm];
        return hashes.map((hash) => ({ algorithm: (0,key_algorithm/* rsaPssAlgorithm */.Op)(publicKey, hash), publicKey }));
    });
}
function eachKey(keys) {
    return [...Map.groupBy(keys, ({ publicKey }) => publicKey.fingerprint).values()];
}

;// CONCATENATED MODULE: ./src/verify/judging/judge-signatures.js




async function withEachKey(check, keys) {
    const checks = [];
    const faults = [];
    for (const key of eachKey(keys)) {
        try {
            for (const { publicKey } of key.slice(0, 1))
                checks.push({ key: publicKey, check: await check(key) });
        }
        catch (error) {
            faults.push(faultOf(error));
        }
    }
    return checks.length > 0 ? { checks } : { fault: faults[0] ?? 'is held against no key' };
}
function faultOf(error) {
    return (0,base_log/* printable */.g$)(error instanceof RangeError ? error.message : `cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, 300);
}
function hashesFor(signatures) {
    return waysOf(signatures).map(({ hash }) => hash);
}
function textHashesFor(signatures) {
    return new Set(waysOf(signatures).flatMap(({ hash, form }) => (form === 'text' ? [hash] : [])));
}
function waysOf(signatures) {
    const checks = signatures.flatMap((file) => ('checks' in file ? file.checks : []));
    return checks.flatMap(({ check }) => check.alternatives);
}
async function judgeSignatures(path, signatures, content) {
    const proofs = [];
    const problems = [];
    const signers = await Promise.all(signatures.map((file) => signerOf('checks' in file ? file.checks : [], content)));
    for (const [index, file] of signatures.entries()) {
        const signer = signers[index];
        if (signer === undefined) {
            const reason = 'fault' in file ? file.fault : mismatch(file, content);
            problems.push({ code: 'SIGNATURE_INVALID', path: file.path, reason });
        }
        else {
            const proof = { by: file.format, source: file.path, keyFingerprint: signer.key.fingerprint };
            proofs.push(signer.isExact ? proof : { ...proof, textOnly: true });
        }
    }
    const isBare = signatures.some((file) => 'checks' in file && file.checks.some(({ check }) => check.bare));
    const danger = isBare ? (0,unsafe_file/* dangerOf */.Nz)(content.ends) : undefined;
    if (danger !== undefined)
        problems.push({ code: 'UNSAFE_FILE', path, reason: `has signatures that prove nothing: ${danger}` });
    return { proofs, problems };
}
const MISMATCH = 'is not a signature of its file by a trusted key: the file was changed, or another file or key signed';
function mismatch(file, { textFault }) {
    if (textFault === undefined || !waysOf([file]).every(({ form }) => form === 'text'))
        return MISMATCH;
    return `is a signature over text, and the file that it should be over ${textFault}`;
}
async function signerOf(checks, content) {
    for (const { key, check } of checks) {
        for (const way of check.alternatives) {
            if (await way.confirms(content.hashed(way)))
                return { key, isExact: hasSameBytes(way, content) };
        }
    }
    return undefined;
}
function hasSameBytes({ hash, sameBytes }, content) {
    if (sameBytes === undefined)
        return true;
    const bytes = content.digestOf({ hash, suffix: Buffer.alloc(0) });
    return sameBytes.some((digest) => digest.equals(bytes));
}

// EXTERNAL MODULE: ./src/files/matches.js + 8 modules
var matches = __webpack_require__(47380);
// EXTERNAL MODULE: ./src/base/platform.js
var platform = __webpack_require__(91316);
// EXTERNAL MODULE: ./src/base/path-within.js
var path_within = __webpack_require__(25978);
;// CONCATENATED MODULE: ./src/verify/judging/names.js


function listedName(listed, file, folder) {
    const parts = file.path.split(platform/* SEPARATOR */.w);
    for (let from = 0; from < parts.length; from += 1) {
        const name = parts.slice(from).join('/');
        if (name !== '' && listed.has(name))
            return isTied(listed, file, name, folder) ? name : undefined;
    }
    return undefined;
}
function isTied({ arePaths }, file, name, folder) {
    if (!arePaths || name.length >= file.below.length)
        return true;
    const { path } = file;
    return folder !== undefined && (0,path_within/* pathWithin */.R)(path, folder)?.split(platform/* SEPARATOR */.w).join('/') === name;
}
function listedNames(names) {
    const all = new Set(names);
    const arePaths = [...all].some((name) => name.includes('/'));
    return { has: (name) => all.has(name), arePaths };
}

// EXTERNAL MODULE: ./src/verify/policy.js
var policy = __webpack_require__(45269);
// EXTERNAL MODULE: ./src/verify/run-facts.js
var run_facts = __webpack_require__(14900);
;// CONCATENATED MODULE: ./src/verify/statements.js











const MAX_STATEMENT_BYTES = 32 * 1024 * 1024;
const PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1';
const READS_AT_ONCE = 4;
const statements_NOTHING = Buffer.alloc(0);
async function readStatements(request, log) {
    const { input, patterns, workspace } = request;
    const search = { patterns, input, workspace, maxFiles: 0, ifNoFilesFound: 'error', log };
    const found = await (0,matches/* collectMatches */.AU)(search);
    (0,matches/* reportUnmatched */.Er)(search, found.patterns, found.matches);
    const paths = found.matches.map(({ path }) => path).sort();
    const bundles = await (0,map_bounded/* mapBounded */.y)(paths, READS_AT_ONCE, (path) => statements_readBundle(path, request));
    const statedOf = (file) => bundles.flatMap((bundle) => ('problem' in bundle ? [] : (bundle.of(file) ?? [])));
    return { paths, problems: bundles.flatMap((bundle) => ('problem' in bundle ? bundle.problem : [])), statedOf };
}
async function statements_readBundle(path, request) {
    try {
        const statement = await verifiedStatement(await (0,read_bounded/* readBounded */.CB)(path, MAX_STATEMENT_BYTES), request.keys);
        const { predicateType, predicate, subjects, key } = statement;
        if (predicateType !== request.predicateType)
            throw new RangeError(`is of the predicate type ${(0,base_log/* printable */.g$)(predicateType, 100)}, not ${request.predicateType}`);
        const run = request.input === 'provenance' ? (0,run_facts/* runFacts */.p)(predicate) : undefined;
        const proof = {
            by: request.input,
            source: path,
            keyFingerprint: key.publicKey.fingerprint,
            predicateType,
            ...(run === undefined ? {} : { run }),
        };
        const misfit = (0,policy/* misfits */.g)(request.policy, run ?? {});
        const byName = Map.groupBy(subjects, ({ name }) => name);
        const names = listedNames(byName.keys());
        const folder = (0,external_node_path_.dirname)(path);
        const of = (file) => {
            const name = listedName(names, file, folder);
            const named = name === undefined ? undefined : byName.get(name);
            return named && { digest: together(named), proof, misfits: misfit };
        };
        return { of };
    }
    catch (error) {
        return { problem: { code: 'SIGNATURE_INVALID', path, reason: faultOf(error) } };
    }
}
function together(subjects) {
    const all = new Map();
    for (const { digest } of subjects) {
        for (const hash of crypto_hashes/* HASH_ALGORITHMS */.UH) {
            const hex = Object.hasOwn(digest, hash) ? digest[hash] : undefined;
            if (hex === undefined)
                continue;
            if ((all.get(hash) ?? hex) !== hex)
                return undefined;
            all.set(hash, hex);
        }
    }
    return all;
}
function hashesOfStated(stated) {
    return stated.flatMap(({ digest }) => [...(digest?.keys() ?? [])]);
}
function isStated({ digest }, content) {
    const all = [...(digest ?? [])];
    return (all.length > 0 && all.every(([hash, hex]) => content.digestOf({ hash, suffix: statements_NOTHING }).toString('hex') === hex));
}

;// CONCATENATED MODULE: ./src/verify/run-files.js













const HOLDS_KEY = {
    'kms-public-key.pem': holdsPublicKey,
    'kms-public-key.pss.pem': holdsPublicKey,
    'kms-allowed-signers': holdsAllowedSigner,
    'kms-public-key.asc': holdsOpenPgpKey,
    'kms-public-key.gpg': holdsOpenPgpKey,
    'kms-certificate.pem': holdsCertificateOf,
};
const MAX_KEY_BYTES = 1024 * 1024;
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;
async function judgeRunFile(path, request) {
    const name = (0,external_node_path_.basename)(path);
    const kind = (0,run_files/* runFileKind */.AW)(name);
    if (kind === undefined || kind === 'checksums' || (await hasSignature(path, request)))
        return undefined;
    if ((0,run_files/* isKeyFile */.cI)(name))
        return judgeKeyFile(path, HOLDS_KEY[name], request.keys);
    return kind === 'manifest' ? judgeManifest(path) : judgeStatement(path, request.keys);
}
async function hasSignature(path, { formats, signaturesDir }) {
    const base = signaturesDir === undefined ? path : (0,external_node_path_.join)(signaturesDir, (0,external_node_path_.basename)(path));
    for (const format of formats) {
        const there = await (0,promises_.access)(base + facts/* EXTENSIONS */.Z1[format]).then(() => true, () => false);
        if (there)
            return true;
    }
    return false;
}
async function judgeKeyFile(path, holds, keys) {
    try {
        if (holds(await (0,read_bounded/* readBounded */.CB)(path, MAX_KEY_BYTES), keys))
            return { leftOut: { path, why: 'it holds a trusted key and nothing else', proven: true } };
        return { problem: { code: 'KEY_MISMATCH', path, reason: 'holds another key than the trusted one' } };
    }
    catch (error) {
        return { problem: { code: 'SIGNATURE_MISSING', path, reason: `has no signature file, and ${faultOf(error)}` } };
    }
}
async function judgeStatement(path, keys) {
    try {
        await verifiedStatement(await (0,read_bounded/* readBounded */.CB)(path, MAX_STATEMENT_BYTES), keys);
        return { leftOut: { path, why: 'a statement that a trusted key signed; it was not asked for', proven: true } };
    }
    catch (error) {
        return { problem: { code: 'SIGNATURE_INVALID', path, reason: faultOf(error) } };
    }
}
async function judgeManifest(path) {
    try {
        const { version, note, files, runFiles } = (0,json/* readJsonObject */.op)(await (0,read_bounded/* readBounded */.CB)(path, MAX_MANIFEST_BYTES));
        if (version !== 1 || typeof note !== 'string' || !Array.isArray(files) || !Array.isArray(runFiles))
            return undefined;
        return { leftOut: { path, why: 'not verified: a list of what one run wrote, which proves nothing', proven: false } };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/verify/left-out.js





async function sift(matches, request) {
    const place = places();
    const leftOut = new Map();
    const suspicions = new Map();
    const placed = [...request.evidence].map(async ([path, proven]) => [await place(path), proven]);
    const evidence = new Map(await Promise.all(placed));
    for (const match of matches) {
        const { path } = match;
        const proven = evidence.get(await place(path));
        if (proven !== undefined)
            leftOut.set(path, { path, why: 'it proves other files', proven });
        else {
            const judged = await judgeRunFile(path, request);
            if (judged?.leftOut !== undefined && !request.isListed(match))
                leftOut.set(path, judged.leftOut);
            if (judged?.problem !== undefined)
                suspicions.set(path, judged.problem);
        }
    }
    const rest = matches.filter(({ path }) => !leftOut.has(path));
    const { kept, signatures } = await withoutSignatures(rest, request, place);
    for (const signature of signatures)
        leftOut.set(signature.path, signature);
    return { kept, leftOut: matches.flatMap(({ path }) => leftOut.get(path) ?? []), suspicions };
}
function places() {
    const folders = new Map();
    return async (path) => {
        const folder = (0,external_node_path_.dirname)(path);
        const real = folders.get(folder) ?? (0,promises_.realpath)(folder).catch(() => folder);
        folders.set(folder, real);
        return (0,external_node_path_.join)(await real, (0,external_node_path_.basename)(path));
    };
}
async function withoutSignatures(rest, request, place) {
    const mayBe = await possibleSignatures(rest, request, place);
    const kept = new Set(rest.filter(({ path }) => !mayBe.has(path)));
    for (;;) {
        const named = withNames(rest.filter((match) => kept.has(match)));
        const owners = await signatureOwners(named, request, place);
        const signatures = [];
        const others = [];
        for (const match of rest) {
            if (kept.has(match))
                continue;
            const owner = owners.get(await place(match.path));
            if (owner === undefined)
                others.push(match);
            else
                signatures.push({ path: match.path, why: `signature file of ${owner.name}`, source: owner.source });
        }
        if (others.length === 0)
            return { kept: named, signatures };
        for (const other of others)
            kept.add(other);
    }
}
async function possibleSignatures(rest, { formats, signaturesDir }, place) {
    const extensions = formats.map((format) => facts/* EXTENSIONS */.Z1[format]);
    const paths = new Set(rest.map(({ path }) => path));
    const folder = signaturesDir === undefined ? undefined : (0,external_node_path_.dirname)(await place((0,external_node_path_.join)(signaturesDir, 'x')));
    const found = new Set();
    for (const { path } of rest) {
        const ends = extensions.filter((extension) => path.endsWith(extension));
        if (ends.length === 0)
            continue;
        const fits = folder === undefined
            ? ends.some((extension) => paths.has(path.slice(0, -extension.length)))
            : (0,files_names/* isWithin */.UO)(await place(path), folder);
        if (fits)
            found.add(path);
    }
    return found;
}
async function signatureOwners(named, { formats, signaturesDir }, place) {
    const owners = new Map();
    for (const { path, name } of named) {
        const base = signatureBase(path, name, signaturesDir);
        const placed = await place(base);
        for (const format of formats) {
            const extension = facts/* EXTENSIONS */.Z1[format];
            owners.set(placed + extension, { name, source: base + extension });
        }
    }
    return owners;
}
function signatureBase(path, name, signaturesDir) {
    return signaturesDir === undefined ? path : (0,external_node_path_.join)(signaturesDir, name);
}
function withNames(matches) {
    const paths = matches.map(({ path }) => path);
    const names = (0,files_names/* namesOf */.eZ)(paths, (0,files_names/* commonFolder */.Mp)(paths.map((path) => (0,external_node_path_.dirname)(path))) ?? '');
    return matches.map((match, index) => ({ ...match, name: names[index] ?? (0,external_node_path_.basename)(match.path) }));
}

// EXTERNAL MODULE: ./src/crypto/primitives.js
var primitives = __webpack_require__(70773);
// EXTERNAL MODULE: ./src/formats/confusion/signed-json.js
var signed_json = __webpack_require__(43592);
;// CONCATENATED MODULE: ./src/formats/openpgp/read-text.js

const LONGEST_LINE = 19_998;
const MOST_PARTS = 2000;
function startGathering(update) {
    let parts = [];
    const flush = () => {
        update(Buffer.concat(parts));
        parts = [];
    };
    return {
        add(...more) {
            parts.push(...more);
            if (parts.length > MOST_PARTS)
                flush();
        },
        flush,
    };
}
function startLines() {
    let rest = Buffer.alloc(0);
    return {
        take(chunk) {
            const lines = [];
            let from = 0;
            for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
                const line = chunk.subarray(from, at + 1);
                lines.push(from === 0 && rest.length > 0 ? Buffer.concat([rest, line]) : line);
                from = at + 1;
            }
            rest = Buffer.concat([from === 0 ? rest : Buffer.alloc(0), chunk.subarray(from)]);
            if (rest.length > LONGEST_LINE + 4)
                throw new RangeError('has a line of 20,000 bytes or more');
            return lines;
        },
        end: () => (rest.length > 0 ? [rest] : []),
    };
}
function coveredLine(line) {
    let end = line.length;
    if (line[end - 1] === 0x0a)
        end -= line[end - 2] === 0x0d ? 2 : 1;
    const content = line.subarray(0, end);
    if (content.length > LONGEST_LINE)
        throw new RangeError('has a line of 20,000 bytes or more');
    if (content.includes(0) || content.includes('\r') || !(0,platform/* isUtf8 */.c)(content))
        throw new RangeError('has a line that is not text');
    while (end > 0 && (line[end - 1] === 0x20 || line[end - 1] === 0x09))
        end -= 1;
    return line.subarray(0, end);
}

;// CONCATENATED MODULE: ./src/formats/hashed-content.js




const HEAD_BYTES = 16 * 1024;
const TAIL_BYTES = 32;
const LINE_END = Buffer.from('\r\n');
class HashedContent {
    #contexts;
    #json = (0,signed_json/* watchJson */.a)();
    #size = 0;
    #head = Buffer.alloc(0);
    #tail = Buffer.alloc(0);
    #texts;
    #lines = startLines();
    #isFirstLine = true;
    #gathered = startGathering((text) => {
        for (const context of this.#texts.values())
            context.update(text);
    });
    #textFault;
    #held = Buffer.alloc(0);
    #hashed = new Map();
    constructor(hashes, texts) {
        this.#texts = new Map([...texts].map((hash) => [hash, primitives/* PRIMITIVES */.J.startHash(hash)]));
        this.#contexts = new Map([...hashes].map((hash) => [hash, primitives/* PRIMITIVES */.J.startHash(hash)]));
    }
    get ends() {
        return { size: this.#size, head: this.#head, tail: this.#tail, json: this.#json.end() };
    }
    update(bytes) {
        for (const context of this.#contexts.values())
            context.update(bytes);
        this.#json.update(bytes);
        if (this.#texts.size > 0)
            this.#takeText(() => this.#lines.take(bytes));
        this.#held = this.#size === 0 && bytes.length <= crypto_covered/* MOST_HELD */.MJ ? bytes : undefined;
        this.#size += bytes.length;
        const missing = HEAD_BYTES - this.#head.length;
        if (missing > 0)
            this.#head = Buffer.concat([this.#head, bytes.subarray(0, missing)]);
        this.#tail = Buffer.concat([this.#tail, bytes.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    }
    equals(other) {
        const nothing = Buffer.alloc(0);
        const digests = (content) => Buffer.concat([...this.#contexts.keys()].map((hash) => content.digestOf({ hash, suffix: nothing })));
        return digests(this).equals(digests(other));
    }
    get textFault() {
        return this.#textFault;
    }
    #takeText(lines) {
        if (this.#textFault !== undefined)
            return;
        try {
            for (const line of lines()) {
                if (!this.#isFirstLine)
                    this.#gathered.add(LINE_END);
                this.#gathered.add(coveredLine(line));
                this.#isFirstLine = false;
            }
            this.#gathered.flush();
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            this.#textFault = error.message;
        }
    }
    end() {
        if (this.#texts.size > 0)
            this.#takeText(() => this.#lines.end());
    }
    digestOf({ hash, form = 'bytes', suffix }) {
        if (form === 'text' && this.#textFault !== undefined)
            return Buffer.alloc(0);
        const context = (form === 'text' ? this.#texts : this.#contexts).get(hash);
        if (context === undefined)
            throw new RangeError(`${hash} was not asked for`);
        const hashed = context.copy();
        hashed.update(suffix);
        return hashed.digest();
    }
    hashed(wanted) {
        const name = `${wanted.hash} ${wanted.form ?? 'bytes'} ${wanted.suffix.toString('latin1')}`;
        const known = this.#hashed.get(name);
        if (known !== undefined)
            return known;
        const digest = this.digestOf(wanted);
        const hashed = { digest, covered: this.#covered(wanted, digest) };
        this.#hashed.set(name, hashed);
        return hashed;
    }
    #covered({ form, suffix }, digest) {
        if (this.#held === undefined || form === 'text')
            return { digest };
        return { message: suffix.length === 0 ? this.#held : Buffer.concat([this.#held, suffix]) };
    }
}
function digestBytes(bytes, hashes, texts = new Set()) {
    const content = new HashedContent(hashes, texts);
    content.update(bytes);
    content.end();
    return content;
}

// EXTERNAL MODULE: ./src/files/checksums.js
var checksums = __webpack_require__(24885);
;// CONCATENATED MODULE: ./src/verify/judging/listed-checksums.js


const SIGNED_AS_IT_IS = 'It is signed as it is: ask the publisher for one that has nothing but entries.';
function listedChecksums(bytes, { path, folder, shown, keyFingerprint }) {
    const { hash, entries } = (0,checksums/* parseChecksums */.yk)(bytes, shown, { hint: SIGNED_AS_IT_IS, entriesOnly: true });
    const listed = new Map(entries.map(({ name, digest }) => [name, digest]));
    const names = listedNames(listed.keys());
    const proof = { by: 'checksums', source: path, keyFingerprint };
    const digestOf = (file) => {
        const name = listedName(names, file, folder);
        const digest = name === undefined ? undefined : listed.get(name);
        return digest && { hash, digest, proof };
    };
    return { problems: [], digestOf };
}
function judgeChecksum(path, checksums, listed, content) {
    if (checksums.problems.length > 0)
        return {};
    const problem = (reason) => ({ problem: { code: 'CHECKSUM_MISMATCH', path, reason } });
    if (listed === undefined)
        return problem('is not listed in the checksum file');
    const digest = content.digestOf({ hash: listed.hash, suffix: Buffer.alloc(0) });
    return digest.equals(listed.digest)
        ? { proof: listed.proof }
        : problem('is not the file that the checksum file lists');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/formats/cms/read-identifier.js

const KEY_IDENTIFIER = 0x80;
const CONTEXT_0 = 0xa0;
function checkIdentifier(version, identifier, certificates, { publicKey }) {
    const named = identifier?.tag === KEY_IDENTIFIER ? undefined : issuerAndSerial(identifier);
    if (version !== (named === undefined ? 3 : 1))
        throw new RangeError('has a signer of another version than its name');
    if (named === undefined && identifier?.content.length === 0)
        throw new RangeError('names its signer by nothing');
    const own = (0,der/* readElements */.cl)(certificates ?? Buffer.alloc(0))
        .map(readCertificate)
        .filter(({ spki }) => read_identifier_isKey(spki, publicKey));
    if (named === undefined || own.length === 0)
        return;
    const isNamed = own.some(({ issuer, serialNumber }) => issuer.equals(named.issuer) && serialNumber.equals(named.serialNumber));
    if (!isNamed)
        throw new RangeError('names another certificate than the one of the trusted key in it');
}
function issuerAndSerial(identifier) {
    if (identifier?.tag !== der/* TAG */.Dk.sequence)
        throw new RangeError('does not name its signer');
    const [issuer, serialNumber, ...rest] = (0,der/* readElements */.cl)(identifier.content);
    if (issuer === undefined || serialNumber === undefined || rest.length > 0)
        throw new RangeError('does not name its signer by issuer and serial number');
    checkName(issuer);
    checkInteger(serialNumber);
    return { issuer: issuer.encoded, serialNumber: serialNumber.encoded };
}
function checkName({ tag, content }) {
    const broken = new RangeError('names its signer by something that is not a name');
    if (tag !== der/* TAG */.Dk.sequence)
        throw broken;
    for (const set of (0,der/* readElements */.cl)(content)) {
        const attributes = (0,der/* readElements */.cl)(set.content);
        if (set.tag !== der/* TAG */.Dk.set || attributes.length === 0)
            throw broken;
        for (const attribute of attributes) {
            const [type, value, ...rest] = attribute.tag === der/* TAG */.Dk.sequence ? (0,der/* readElements */.cl)(attribute.content) : [];
            if (type?.tag !== der/* TAG */.Dk.oid || type.content.length === 0 || value === undefined || rest.length > 0)
                throw broken;
        }
    }
}
function checkInteger({ tag, content: [first, second], encoded }) {
    const padded = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
    if (tag !== der/* TAG */.Dk.integer || encoded.length < 3 || padded)
        throw new RangeError('names its signer by something that is not a number');
}
function readCertificate({ tag, content }) {
    const broken = new RangeError('holds a broken certificate');
    const [tbs] = tag === der/* TAG */.Dk.sequence ? (0,der/* readElements */.cl)(content) : [];
    if (tbs?.tag !== der/* TAG */.Dk.sequence)
        throw broken;
    const fields = (0,der/* readElements */.cl)(tbs.content);
    const [serialNumber, , issuer, , , spki] = fields[0]?.tag === CONTEXT_0 ? fields.slice(1) : fields;
    if (serialNumber?.tag !== der/* TAG */.Dk.integer || issuer?.tag !== der/* TAG */.Dk.sequence || spki?.tag !== der/* TAG */.Dk.sequence)
        throw broken;
    return { issuer: issuer.encoded, serialNumber: serialNumber.encoded, spki: spki.encoded };
}
function read_identifier_isKey(spki, publicKey) {
    const bitsOf = (encoded) => (0,der/* readElements */.cl)((0,der/* readElement */.RN)(encoded, der/* TAG */.Dk.sequence).content)[1]?.encoded;
    const [theirs, ours] = [bitsOf(spki), bitsOf(publicKey.spki)];
    return theirs !== undefined && ours !== undefined && theirs.equals(ours);
}

;// CONCATENATED MODULE: ./src/formats/cms/read-algorithms.js


const ECDSA_OIDS = {
    sha256: '1.2.840.10045.4.3.2',
    sha384: '1.2.840.10045.4.3.3',
    sha512: '1.2.840.10045.4.3.4',
};
function isSignatureAlgorithm(encoded, { curve, hash }) {
    if (curve !== undefined)
        return encoded.equals((0,der/* sequence */.K2)((0,der/* oid */.jq)(ECDSA_OIDS[hash])));
    const hashes = [(0,der/* sequence */.K2)((0,der/* oid */.jq)(crypto_hashes/* HASHES */.T$[hash].oid), (0,der/* derNull */.f7)()), (0,der/* sequence */.K2)((0,der/* oid */.jq)(crypto_hashes/* HASHES */.T$[hash].oid))];
    return hashes.some((own) => hashes.some((mask) => encoded.equals(pssIdentifier(own, mask, crypto_hashes/* HASHES */.T$[hash].bytes))));
}
function pssIdentifier(hash, maskHash, salt) {
    return (0,der/* sequence */.K2)((0,der/* oid */.jq)('1.2.840.113549.1.1.10'), (0,der/* sequence */.K2)((0,der/* explicit */.pc)(0, hash), (0,der/* explicit */.pc)(1, (0,der/* sequence */.K2)((0,der/* oid */.jq)('1.2.840.113549.1.1.8'), maskHash)), (0,der/* explicit */.pc)(2, (0,der/* unsignedInteger */.wF)(Buffer.from([salt])))));
}

;// CONCATENATED MODULE: ./src/formats/cms/read.js







const SIGNED_DATA = (0,der/* oid */.jq)('1.2.840.113549.1.7.2');
const DATA = (0,der/* oid */.jq)('1.2.840.113549.1.7.1');
const CONTENT_TYPE = (0,der/* oid */.jq)('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = (0,der/* oid */.jq)('1.2.840.113549.1.9.4');
const SIGNING_TIME = (0,der/* oid */.jq)('1.2.840.113549.1.9.5');
const VERSIONS = new Map([1, 3].map((version) => [(0,der/* unsignedInteger */.wF)(Buffer.from([version])).toString('hex'), version]));
const read_CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;
const readCms = (bytes, keys) => {
    const signedData = readSignedData(bytes);
    const signer = readSignerInfo(signedData.signer);
    const key = keyOfHash(keys, signer.hash);
    if (signedData.version !== signer.version)
        throw new RangeError('is of another version than its signer');
    if (!signedData.hashes.includes(signer.hash))
        throw new RangeError('does not list the hash of its signer');
    checkIdentifier(signer.version, signer.identifier, signedData.certificates, key);
    if (!isSignatureAlgorithm(signer.algorithm, key.algorithm))
        throw new RangeError('names another signature algorithm than that of the trusted key');
    const attributes = readAttributes(signer.attributes);
    if (!attributes.get(CONTENT_TYPE.toString('hex'))?.equals(DATA))
        throw new RangeError('is not over plain data');
    checkSigningTime(attributes.get(SIGNING_TIME.toString('hex')));
    const messageDigest = attributes.get(MESSAGE_DIGEST.toString('hex'));
    if (messageDigest === undefined)
        throw new RangeError('has no message digest');
    const message = Buffer.concat([Buffer.from([der/* TAG */.Dk.set]), signer.attributes.encoded.subarray(1)]);
    return wrappedCheck(signer.hash, async ({ digest }) => messageDigest.equals((0,der/* octetString */.J8)(digest)) && (0,crypto_covered/* isSignatureOver */.lh)({ message }, key, signer.signature));
};
const LABELS = ['CMS', 'PKCS7', 'PKCS #7 SIGNED DATA'];
function derOf(bytes) {
    const text = bytes.subarray(0, 200).toString('latin1');
    const label = LABELS.find((name) => text.includes(`-----BEGIN ${name}-----`));
    return label === undefined ? bytes : (0,base_base64/* strictBase64 */.PO)((0,base_base64/* readArmor */.oT)(bytes, label).join(''));
}
function readSignedData(bytes) {
    const [type, content] = children((0,der/* readElement */.RN)(derOf(bytes), der/* TAG */.Dk.sequence), 2);
    if (!type.encoded.equals(SIGNED_DATA) || content.tag !== read_CONTEXT_0)
        throw new RangeError('is not CMS SignedData');
    const [versionField, digests, encapsulated, ...others] = (0,der/* readElements */.cl)((0,der/* readElement */.RN)(content.content, der/* TAG */.Dk.sequence).content);
    const signers = others.pop();
    const version = versionOf(versionField);
    if (version === undefined ||
        digests?.tag !== der/* TAG */.Dk.set ||
        encapsulated?.tag !== der/* TAG */.Dk.sequence ||
        signers?.tag !== der/* TAG */.Dk.set)
        throw new RangeError('is not CMS SignedData');
    if (!encapsulated.content.equals(DATA))
        throw new RangeError('is not detached from its file');
    if (others.length > 1 || others.some(({ tag }) => tag !== read_CONTEXT_0))
        throw new RangeError('holds more than certificates and signers');
    const [signer] = children(signers, 1);
    if (signer.tag !== der/* TAG */.Dk.sequence)
        throw new RangeError('has no signer');
    const hashes = (0,der/* readElements */.cl)(digests.content).map(hashOf);
    return { version, hashes, certificates: others[0]?.content, signer: signer.content };
}
function readSignerInfo(content) {
    const parts = (0,der/* readElements */.cl)(content);
    const [versionField, identifier, digest, attributes, algorithm, signature, unsigned] = parts;
    const version = versionOf(versionField);
    if (version === undefined || digest === undefined || parts.length > 7)
        throw new RangeError('has no signer');
    if (attributes?.tag !== read_CONTEXT_0)
        throw new RangeError('has no signed attributes');
    if (algorithm === undefined || signature?.tag !== der/* TAG */.Dk.octetString)
        throw new RangeError('has no signature');
    if (unsigned !== undefined && unsigned.tag !== CONTEXT_1)
        throw new RangeError('has something behind its signature');
    if (unsigned !== undefined)
        checkUnsigned(unsigned);
    return {
        version,
        identifier,
        hash: hashOf(digest),
        attributes,
        algorithm: algorithm.encoded,
        signature: signature.content,
    };
}
function checkUnsigned({ content }) {
    const attributes = (0,der/* readElements */.cl)(content);
    const areAttributes = attributes.every(({ tag, content: inner }) => {
        const [type, values, ...rest] = tag === der/* TAG */.Dk.sequence ? (0,der/* readElements */.cl)(inner) : [];
        return type?.tag === der/* TAG */.Dk.oid && values?.tag === der/* TAG */.Dk.set && rest.length === 0;
    });
    if (attributes.length === 0 || !areAttributes)
        throw new RangeError('has unsigned attributes that are none');
}
function hashOf({ encoded }) {
    const hash = (0,crypto_hashes/* hashWhere */.Ow)((facts) => {
        const identifier = (0,der/* oid */.jq)(facts.oid);
        return encoded.equals((0,der/* sequence */.K2)(identifier)) || encoded.equals((0,der/* sequence */.K2)(identifier, (0,der/* derNull */.f7)()));
    });
    if (hash === undefined)
        throw new RangeError(`uses another hash than ${crypto_hashes/* HASH_TITLES */.d_}`);
    return hash;
}
function readAttributes({ content }) {
    const attributes = (0,der/* readElements */.cl)(content);
    const sorted = attributes.toSorted((a, b) => Buffer.compare(a.encoded, b.encoded));
    if (attributes.some((attribute, i) => attribute !== sorted[i]))
        throw new RangeError('has signed attributes that are not in the order of DER');
    const entries = attributes.map((attribute) => {
        const [type, values] = children(attribute, 2);
        if (attribute.tag !== der/* TAG */.Dk.sequence || values.tag !== der/* TAG */.Dk.set)
            throw new RangeError('has a broken attribute');
        const [value] = children(values, 1);
        return [type.encoded.toString('hex'), value.encoded];
    });
    const map = new Map(entries);
    if (map.size !== entries.length)
        throw new RangeError('has a signed attribute twice');
    return map;
}
function checkSigningTime(encoded) {
    if (encoded === undefined)
        return;
    const { tag, content } = (0,der/* readElement */.RN)(encoded);
    const text = content.toString('latin1');
    if (tag === der/* TAG */.Dk.utcTime && /^\d{12}Z$/u.test(text))
        return;
    if (tag === der/* TAG */.Dk.generalizedTime && /^\d{14}Z$/u.test(text))
        return;
    throw new RangeError('has a signing time that is not a time');
}
function versionOf(element) {
    return element && VERSIONS.get(element.encoded.toString('hex'));
}
function children(parent, count) {
    const elements = (0,der/* readElements */.cl)(parent.content);
    if (elements.length !== count)
        throw new RangeError('is not CMS SignedData of one signer');
    return elements;
}

;// CONCATENATED MODULE: ./src/formats/openpgp/read-subpackets.js

const CREATED = 2;
const EXPIRES = 3;
const ISSUER_KEY_ID = 16;
const ISSUER_FINGERPRINT = 33;
const UNDERSTOOD = new Set([CREATED, EXPIRES, ISSUER_KEY_ID, ISSUER_FINGERPRINT]);
const CLOCK_SKEW_MS = 24 * 60 * 60 * 1000;
function checkSubpackets(hashed, unhashed, now) {
    const sealed = readSubpackets(hashed);
    const all = [...sealed, ...readSubpackets(unhashed)];
    const unknown = all.find(({ type, critical }) => critical && !UNDERSTOOD.has(type));
    if (unknown !== undefined)
        throw new RangeError(`has a critical subpacket of type ${unknown.type}, unknown here`);
    checkTimes(sealed, now);
    checkIssuers(all);
}
function checkTimes(sealed, now) {
    const created = sealed.filter(({ type }) => type === CREATED).map(seconds);
    const expires = sealed.filter(({ type }) => type === EXPIRES).map(seconds);
    const [start] = created;
    if (start === undefined || created.length > 1)
        throw new RangeError('does not say once when it was made');
    if (start * 1000 > now.getTime() + CLOCK_SKEW_MS)
        throw new RangeError('was made in the future');
    if (expires.some((after) => after !== 0 && (start + after) * 1000 <= now.getTime()))
        throw new RangeError('has expired');
}
function seconds({ content }) {
    if (content.length !== 4)
        throw new RangeError('has a time that is not four octets');
    return content.readUInt32BE();
}
function checkIssuers(all) {
    const fingerprints = all.filter(({ type }) => type === ISSUER_FINGERPRINT).map(({ content }) => content);
    if (fingerprints.some((content) => content[0] !== 4 || content.length !== 21))
        throw new RangeError("names an issuer's fingerprint that is not of version 4");
    const ids = [
        ...fingerprints.map((content) => content.subarray(-8)),
        ...all.filter(({ type }) => type === ISSUER_KEY_ID).map(({ content }) => content),
    ].map((id) => id.toString('hex'));
    if (ids.some((id) => id.length !== 16 || id !== ids[0]))
        throw new RangeError('names two issuers');
}
function readSubpackets(area) {
    const reader = new ByteReader(area);
    const subpackets = [];
    while (!reader.done) {
        const length = subpacketLength(reader);
        const type = reader.uint8();
        subpackets.push({ type: type & 0x7f, critical: type >= 0x80, content: reader.take(length - 1) });
    }
    return subpackets;
}
function subpacketLength(reader) {
    const first = reader.uint8();
    if (first === 0)
        throw new RangeError('has an empty subpacket');
    if (first < 192)
        return first;
    const length = first < 255 ? ((first - 192) << 8) + reader.uint8() + 192 : reader.uint32();
    if (length === 0)
        throw new RangeError('has an empty subpacket');
    return length;
}

;// CONCATENATED MODULE: ./src/formats/openpgp/read.js








const SIGNATURE_PACKET = 2;
const read_ECDSA = 19;
const TYPES = { bytes: 0, text: 1 };
const readOpenpgp = (bytes, keys) => readOpenpgpOf('bytes', bytes, keys);
function readOpenpgpOf(form, bytes, keys) {
    const key = ellipticKey(keys, 'OpenPGP');
    const body = onlyPacket(readPgpArmor(bytes, 'PGP SIGNATURE'));
    const reader = new ByteReader(body);
    if (reader.uint8() !== 4)
        throw new RangeError('is not an OpenPGP signature of version 4');
    if (reader.uint8() !== TYPES[form])
        throw new RangeError(`is not a signature over ${form === 'text' ? 'text' : 'binary data'}`);
    if (reader.uint8() !== read_ECDSA)
        throw new RangeError('is not by ECDSA');
    const id = reader.uint8();
    const hash = (0,crypto_hashes/* hashWhere */.Ow)(({ openpgp }) => openpgp === id);
    if (hash === undefined)
        throw new RangeError(`uses another hash than ${crypto_hashes/* HASH_TITLES */.d_}`);
    keyOfHash(keys, hash);
    const hashed = reader.take(reader.uint16());
    const suffix = Buffer.concat([body.subarray(0, reader.position), signatureTrailer(reader.position)]);
    checkSubpackets(hashed, reader.take(reader.uint16()), new Date());
    const left = reader.take(2);
    const signature = ecdsaSignature(readMpi(reader), readMpi(reader));
    reader.end();
    const confirms = async ({ digest, covered }) => digest.subarray(0, 2).equals(left) && (0,crypto_covered/* isSignatureOver */.lh)(covered, key, signature);
    return wrappedCheck(hash, confirms, suffix);
}
function onlyPacket(bytes) {
    const reader = new ByteReader(bytes);
    const { tag, body } = readPacket(reader);
    if (tag !== SIGNATURE_PACKET)
        throw new RangeError('is not an OpenPGP signature');
    if (!reader.done)
        throw new RangeError('holds more than one OpenPGP packet');
    return body;
}

;// CONCATENATED MODULE: ./src/formats/raw/read.js


const readRaw = (bytes, keys) => {
    if (bytes.length === 0)
        throw new RangeError('is empty');
    return bareCheck(keys, bytes);
};
const readBase64 = (bytes, keys) => bareCheck(keys, (0,base_base64/* wrappedBase64 */.$D)(bytes.toString('latin1')));

;// CONCATENATED MODULE: ./src/formats/openpgp/read-clear.js





const HEAD = '-----BEGIN PGP SIGNED MESSAGE-----';
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----';
const MOST_ARMOR = 64 * 1024;
const read_clear_NOTHING = Buffer.alloc(0);
const read_clear_LINE_END = Buffer.from('\r\n');
async function readOpenpgpClear(chunks, keys) {
    const message = startMessage();
    const lines = startLines();
    for await (const chunk of chunks)
        for (const line of lines.take(chunk))
            message.take(line);
    for (const line of lines.end())
        message.take(line);
    const { hash, text, textAndEnd, covered, armor } = message.end();
    keyOfHash(keys, hash);
    const check = readOpenpgpOf('text', armor, keys);
    const checked = check.alternatives.map(async (way) => {
        if (way.hash !== hash)
            throw new RangeError('names another hash than its signature has');
        const hashed = covered.copy();
        hashed.update(way.suffix);
        const inside = hashed.digest();
        if (!(await way.confirms({ digest: inside, covered: { digest: inside } })))
            throw new RangeError('is not a signature over the text in it by a trusted key');
        const confirms = ({ digest }) => Promise.resolve(digest.equals(inside));
        return { ...way, form: 'text', confirms, sameBytes: [text, textAndEnd] };
    });
    return { bare: false, alternatives: await Promise.all(checked) };
}
function startMessage() {
    let place = 'start';
    let hash;
    let body;
    const armor = [];
    let armorBytes = 0;
    const header = (text) => {
        if (text === '') {
            if (hash === undefined)
                throw new RangeError('does not name the hash of its signature');
            body = startBody(hash);
            place = 'text';
            return;
        }
        const named = /^Hash: ([A-Z0-9]+)$/u.exec(text)?.[1]?.toLowerCase();
        const known = (0,crypto_hashes/* hashWhere */.Ow)((facts) => Object.is(facts, crypto_hashes/* HASHES */.T$[named]));
        if (named === undefined)
            throw new RangeError('has a header other than `Hash`, which no signature covers');
        if (known === undefined || hash !== undefined)
            throw new RangeError(`uses another hash than ${crypto_hashes/* HASH_TITLES */.d_}`);
        hash = known;
    };
    return {
        take(line) {
            const text = line.toString('latin1').replace(/[ \t\r\n]+$/u, '');
            if (place === 'start') {
                if (text === '')
                    return;
                if (text !== HEAD)
                    throw new RangeError('does not begin as a message signed in clear text');
                place = 'headers';
            }
            else if (place === 'headers')
                header(text);
            else if (place === 'text' && text !== SIGNATURE)
                body?.take(unescaped(line));
            else {
                place = 'signature';
                armorBytes += line.length;
                if (armorBytes > MOST_ARMOR)
                    throw new RangeError('has more behind its text than a signature');
                armor.push(line);
            }
        },
        end() {
            if (place !== 'signature' || hash === undefined || body === undefined)
                throw new RangeError('has no signature behind its text: it was cut off');
            return { hash, armor: Buffer.concat(armor), ...body.end() };
        },
    };
}
function unescaped(line) {
    if (line[0] !== 0x2d)
        return line;
    if (line[1] !== 0x20)
        throw new RangeError('has a line in its text that begins with a dash and is not escaped');
    return line.subarray(2);
}
function startBody(hash) {
    const covered = primitives/* PRIMITIVES */.J.startHash(hash);
    const bytes = primitives/* PRIMITIVES */.J.startHash(hash);
    const forCovered = startGathering((text) => covered.update(text));
    const forBytes = startGathering((text) => bytes.update(text));
    let lastEnd = read_clear_NOTHING;
    let isFirst = true;
    return {
        take(line) {
            if (!isFirst)
                forCovered.add(read_clear_LINE_END);
            isFirst = false;
            forCovered.add(coveredLine(line));
            const end = line.at(-1) === 0x0a ? line.length - 1 : line.length;
            forBytes.add(lastEnd, line.subarray(0, end));
            lastEnd = line.subarray(end);
        },
        end() {
            forCovered.flush();
            forBytes.flush();
            const text = bytes.copy().digest();
            bytes.update(lastEnd);
            return { covered, text, textAndEnd: bytes.digest() };
        },
    };
}

;// CONCATENATED MODULE: ./src/formats/sshsig/read.js






const MAGIC = Buffer.from('SSHSIG');
const NAMESPACE = Buffer.from('file');
const readSshsig = (bytes, keys) => {
    const key = ellipticKey(keys, 'SSHSIG');
    const reader = new ByteReader((0,base_base64/* strictBase64 */.PO)((0,base_base64/* readArmor */.oT)(bytes, 'SSH SIGNATURE').join('')));
    if (!reader.take(MAGIC.length).equals(MAGIC) || reader.uint32() !== 1)
        throw new RangeError('is not an SSHSIG of version 1');
    const type = Buffer.from(`ecdsa-sha2-${key.ssh}`);
    const publicKey = Buffer.concat([type, Buffer.from(key.ssh), (0,public_key/* ecPoint */.jX)(key.publicKey)].map(sshString));
    if (!reader.string().equals(publicKey))
        throw new RangeError('is by another key');
    if (!reader.string().equals(NAMESPACE))
        throw new RangeError('is not for the namespace "file"');
    if (reader.string().length > 0)
        throw new RangeError('has a reserved field that is not empty');
    const hash = innerHash(reader.string());
    const signature = readSignature(reader.string(), type);
    reader.end();
    return wrappedCheck(hash, ({ digest }) => {
        const signed = [NAMESPACE, Buffer.alloc(0), Buffer.from(hash), digest].map(sshString);
        return (0,crypto_covered/* isSignatureOver */.lh)({ message: Buffer.concat([MAGIC, ...signed]) }, key, signature);
    });
};
function innerHash(name) {
    const hash = ['sha256', 'sha512'].find((known) => name.equals(Buffer.from(known)));
    if (hash === undefined)
        throw new RangeError('uses a hash that SSHSIG does not have');
    return hash;
}
function readSignature(encoded, type) {
    const outer = new ByteReader(encoded);
    if (!outer.string().equals(type))
        throw new RangeError("is of another algorithm than its key's");
    const inner = new ByteReader(outer.string());
    outer.end();
    const [r, s] = [inner.string(), inner.string()];
    inner.end();
    return ecdsaSignature(r, s);
}
function sshString(content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, content]);
}

;// CONCATENATED MODULE: ./src/formats/readers.js






const READERS = {
    sig: readRaw,
    base64: readBase64,
    sigstore: readSigstoreBundle,
    sshsig: readSshsig,
    openpgp: readOpenpgp,
    cms: readCms,
    'openpgp-clear': { fromChunks: readOpenpgpClear },
};
function readerOf(format) {
    return READERS[format];
}

// EXTERNAL MODULE: ./src/base/open-file.js
var open_file = __webpack_require__(36718);
// EXTERNAL MODULE: ./src/base/read-chunks.js
var read_chunks = __webpack_require__(12590);
;// CONCATENATED MODULE: ./src/verify/signature-files.js









const MAX_SIGNATURE_BYTES = 1024 * 1024;
async function readSignatureFiles(base, formats, keys) {
    const read = formats.map((format) => readSignatureFile(base + facts/* EXTENSIONS */.Z1[format], format, keys));
    return (await Promise.all(read)).filter((file) => file !== undefined);
}
async function readSignatureFile(path, format, keys) {
    try {
        if (isAbsent(path))
            return undefined;
        return { format, path, ...(await withEachKey(await checkOf(path, format), keys)) };
    }
    catch (error) {
        return { format, path, fault: faultOf(error) };
    }
}
async function checkOf(path, format) {
    const reader = readerOf(format);
    if (typeof reader !== 'function') {
        await (0,promises_.access)(path);
        return (key) => reader.fromChunks((0,read_chunks/* chunksOf */.U)(path), key);
    }
    const bytes = await (0,open_file/* patiently */.d_)(() => (0,read_bounded/* readBoundedSync */.xY)(path, MAX_SIGNATURE_BYTES));
    return (key) => reader(bytes, key);
}
function isAbsent(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined;
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) === 'ENAMETOOLONG')
            return true;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/verify/signed-checksums.js








const MAX_CHECKSUMS_BYTES = 64 * 1024 * 1024;
async function readSignedChecksums(request, shown) {
    const { path } = request;
    const bytes = await readChecksumFile(path, shown);
    const { problems, proofs } = await judgeChecksumFile(bytes, request);
    const [signature] = proofs;
    if (problems.length > 0 || signature === undefined)
        return { problems, digestOf: () => undefined };
    return listedChecksums(bytes, {
        path,
        folder: (0,external_node_path_.dirname)(path),
        shown: shown(path),
        keyFingerprint: signature.keyFingerprint,
    });
}
function checksumPaths({ path, formats, signaturesDir }) {
    const bases = signatureBases(path, signaturesDir);
    return [path, ...bases.flatMap((base) => formats.map((format) => base + facts/* EXTENSIONS */.Z1[format]))];
}
function signatureBases(path, signaturesDir) {
    return [...new Set([path, (0,external_node_path_.join)(signaturesDir ?? (0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path))])];
}
async function readChecksumFile(path, shown) {
    try {
        return await (0,read_bounded/* readBounded */.CB)(path, MAX_CHECKSUMS_BYTES);
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('FILE_UNREADABLE', `The checksum file ${shown(path)} ${faultOf(cause)}.`, {
            hint: 'Check that the input checksums names the file, relative to the workspace, and that an earlier step brought it there.',
            cause,
        });
    }
}
async function judgeChecksumFile(bytes, { path, formats, signaturesDir, keys }) {
    const bases = signatureBases(path, signaturesDir);
    const signatures = (await Promise.all(bases.map((base) => readSignatureFiles(base, formats, keys)))).flat();
    if (signatures.length > 0)
        return judgeSignatures(path, signatures, digestBytes(bytes, new Set(hashesFor(signatures)), textHashesFor(signatures)));
    const reason = `has no signature file (${formats.join(', ')})`;
    return { proofs: [], problems: [{ code: 'SIGNATURE_MISSING', path, reason }] };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/base/file-state.js
var file_state = __webpack_require__(4649);
;// CONCATENATED MODULE: ./src/verify/digest-file.js








const CHUNK_BYTES = 512 * 1024;
async function digestFile(path, hashes, texts = new Set()) {
    const start = () => new HashedContent(hashes, texts);
    let fd;
    try {
        fd = await (0,open_file/* patiently */.d_)(() => (0,external_node_fs_.openSync)(path, open_file/* OPEN_FLAGS */.tM));
        const read = await digestOpened(fd, start());
        if (!read.touched)
            return read.content;
        const again = await digestOpened(fd, start());
        if (again.touched || !again.content.equals(read.content))
            throw changed();
        return again.content;
    }
    catch (cause) {
        throw cause instanceof errors/* ActionError */.lZ
            ? cause
            : new errors/* ActionError */.lZ('FILE_UNREADABLE', (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause)), { cause });
    }
    finally {
        if (fd !== undefined)
            (0,external_node_fs_.closeSync)(fd);
    }
}
async function digestOpened(fd, content) {
    const before = (0,external_node_fs_.fstatSync)(fd, { bigint: true });
    if (!before.isFile())
        throw new errors/* ActionError */.lZ('FILE_UNREADABLE', 'it is no longer a regular file');
    const size = Number(before.size);
    if (size < crypto_covered/* MOST_HELD */.MJ)
        readSmall(fd, size, content);
    else
        await readLarge(fd, size, content);
    content.end();
    const after = (0,external_node_fs_.fstatSync)(fd, { bigint: true });
    const compared = (0,file_state/* comparedStates */.M)(before, after);
    if (compared === 'changed' || content.ends.size !== Number(after.size))
        throw changed();
    return { content, touched: compared === 'touched' };
}
function readSmall(fd, size, content) {
    const chunk = Buffer.allocUnsafe(size + 1);
    let length = 0;
    for (;;) {
        const got = (0,external_node_fs_.readSync)(fd, chunk, length, chunk.length - length, length);
        length += got;
        if (got === 0 || length >= size)
            break;
    }
    content.update(chunk.subarray(0, length));
}
const readInto = (0,external_node_util_.promisify)(external_node_fs_.read);
async function readLarge(fd, size, content) {
    let [chunk, other] = [Buffer.allocUnsafeSlow(CHUNK_BYTES), Buffer.allocUnsafeSlow(CHUNK_BYTES)];
    let at = 0;
    let reading = readInto(fd, chunk, 0, chunk.length, at);
    try {
        for (let isLast = false; !isLast; [chunk, other] = [other, chunk]) {
            const { bytesRead } = await reading;
            at += bytesRead;
            isLast = bytesRead === 0 || at > size;
            if (!isLast)
                reading = readInto(fd, other, 0, other.length, at);
            content.update(chunk.subarray(0, bytesRead));
        }
    }
    finally {
        await Promise.allSettled([reading]);
    }
}
function changed() {
    return new errors/* ActionError */.lZ('FILE_CHANGED', 'it changed while it was read');
}

;// CONCATENATED MODULE: ./src/verify/judge-evidence.js


function judgeStatements(path, { statements, stated }, content, shown) {
    const right = stated.filter((each) => isStated(each, content));
    const proof = right.find(({ misfits }) => misfits.length === 0)?.proof;
    if (proof !== undefined)
        return { proof };
    if (right.length > 0)
        return { problem: { code: 'POLICY_VIOLATION', path, reason: violation(right, shown) } };
    if (stated.length === 0 && statements.problems.length > 0)
        return {};
    return { problem: { code: 'CHECKSUM_MISMATCH', path, reason: judge_evidence_mismatch(stated, shown) } };
}
function judge_evidence_mismatch(stated, shown) {
    if (stated.length === 0)
        return 'is named in no statement';
    const ambiguous = stated.find(({ digest }) => digest === undefined);
    if (ambiguous === undefined)
        return 'is not the file that the statements name';
    return `is named with two different digests in ${shown(ambiguous.proof.source)}, which proves neither`;
}
const TOLD = 3;
function violation(right, shown) {
    const told = right
        .slice(0, TOLD)
        .map(({ proof, misfits }) => `${shown(proof.source)}: ${misfits.map(tellMisfit).join('; ')}`);
    const more = right.length > TOLD ? `, and ${right.length - TOLD} more` : '';
    return `has no statement that fits the policy (${told.join(', ')}${more})`;
}
function tellMisfit({ rule, found }) {
    const instead = found === undefined ? 'the statement does not say' : `found ${(0,base_log/* printable */.g$)(found, 200)}`;
    return `${rule.fact}: wanted ${(0,base_log/* printable */.g$)(rule.wanted, 200)}, ${instead}`;
}

;// CONCATENATED MODULE: ./src/verify/verify-file.js












async function verifyFile(file, evidence) {
    const verdict = await judgeFile(file, evidence);
    const suspicion = evidence.suspicions.get(verdict.path);
    if (suspicion === undefined || (0,verify_verdict/* isVerified */.p)(verdict))
        return verdict;
    const others = verdict.problems.filter(({ code }) => code !== 'SIGNATURE_MISSING' && code !== 'CHECKSUM_MISMATCH');
    return { ...verdict, problems: [suspicion, ...others] };
}
async function judgeFile(file, evidence) {
    const { name, path } = file;
    const verdict = (proofs, problems) => ({ name, path, proofs, problems });
    const base = signatureBase(path, name, evidence.signaturesDir);
    const signatures = await readSignatureFiles(base, evidence.formats, evidence.keys);
    const listed = evidence.checksums?.digestOf(file);
    const stated = evidence.statements.map((statements) => ({ statements, stated: statements.statedOf(file) }));
    const hashes = new Set([
        ...hashesFor(signatures),
        ...(listed === undefined ? [] : [listed.hash]),
        ...stated.flatMap((each) => hashesOfStated(each.stated)),
    ]);
    const texts = textHashesFor(signatures);
    let content;
    try {
        content = hashes.size === 0 ? digestBytes(Buffer.alloc(0), hashes, texts) : await digestFile(path, hashes, texts);
    }
    catch (error) {
        const { code, message } = (0,errors/* asActionError */.z6)(error, 'FILE_UNREADABLE', 'It');
        return verdict([], [{ code, path, reason: `could not be read: ${message}` }]);
    }
    const own = await judgeSignatures(path, signatures, content);
    const others = [
        ...(evidence.checksums === undefined ? [] : [judgeChecksum(path, evidence.checksums, listed, content)]),
        ...stated.map((each) => judgeStatements(path, each, content, evidence.shown)),
    ];
    if (others.length === 0 && signatures.length === 0)
        return verdict([], [missing(path, base, evidence)]);
    const proofs = [...own.proofs, ...others.flatMap(({ proof }) => proof ?? [])];
    const problems = [...own.problems, ...others.flatMap(({ problem }) => problem ?? [])];
    const { size, head } = content.ends;
    return { ...verdict(proofs, problems), oddity: hashes.size === 0 ? undefined : (0,oddities/* oddityOf */.hH)(size, head) };
}
function missing(path, base, { formats, signaturesDir, shown }) {
    const where = signaturesDir === undefined ? 'beside it' : `at ${(0,base_log/* printable */.g$)(shown(base))} and the format's extension`;
    return { code: 'SIGNATURE_MISSING', path, reason: `has no signature file ${where} (${formats.join(', ')})` };
}

;// CONCATENATED MODULE: ./src/verify/verify-release.js









const FILES_AT_ONCE = 8;
async function verifyRelease(given, found, log) {
    const inputs = await byEntries(given);
    const { formats, signaturesDir, workspace } = inputs;
    const keys = trustedKeys(inputs);
    const shown = (path) => (0,base_log/* printable */.g$)((0,display_path/* displayPath */.Gt)(path, workspace), 300);
    const signed = inputs.checksums === undefined ? undefined : { path: inputs.checksums, formats, signaturesDir };
    const checksums = signed && (await readSignedChecksums({ ...signed, keys }, shown));
    const statements = await readAllStatements(inputs, keys, log);
    const evidence = evidenceOf(signed === undefined ? [] : checksumPaths(signed), checksums, statements);
    const { kept, leftOut, suspicions } = await sift(found, {
        keys,
        formats,
        signaturesDir,
        evidence,
        isListed: (file) => checksums?.digestOf(file) !== undefined || statements.some((each) => each.statedOf(file).length > 0),
    });
    for (const { path, why } of leftOut)
        log.info(`Left out: ${shown(path)} (${why})`);
    const held = { keys, formats, signaturesDir, checksums, statements, suspicions, shown };
    const files = await (0,map_bounded/* mapBounded */.y)(kept, FILES_AT_ONCE, (file) => verifyFile(file, held));
    const told = (problem) => ({ ...problem, reason: (0,display_path/* withoutWorkspace */.kn)(problem.reason, workspace) });
    const right = new Set(files.flatMap(({ proofs }) => proofs.map(({ source }) => source)));
    return {
        files: files.map((file) => ({ ...file, problems: file.problems.map(told) })),
        problems: [...(checksums?.problems ?? []), ...statements.flatMap(({ problems }) => problems)].map(told),
        leftOut: leftOut.map((match) => 'proven' in match ? match : { path: match.path, why: match.why, proven: right.has(match.source) }),
    };
}
function evidenceOf(pathsOfChecksums, checksums, statements) {
    const wrong = new Set(statements.flatMap(({ problems }) => problems.map(({ path }) => path)));
    const stated = statements.flatMap(({ paths }) => paths.map((path) => [path, !wrong.has(path)]));
    return new Map([...pathsOfChecksums.map((path) => [path, checksums?.problems.length === 0]), ...stated]);
}
async function byEntries(inputs) {
    const { checksums, signaturesDir, workspace } = inputs;
    const roots = new files_roots/* Roots */.k(workspace);
    return {
        ...inputs,
        checksums: checksums && (await roots.file(checksums)).path,
        signaturesDir: signaturesDir && (await roots.folder(signaturesDir)).path,
    };
}
async function readAllStatements({ provenance, policy, attestations, workspace }, keys, log) {
    const read = [];
    if (provenance !== undefined) {
        const wanted = { patterns: provenance, predicateType: PROVENANCE_TYPE, policy, workspace, keys };
        read.push(await readStatements({ input: 'provenance', ...wanted }, log));
    }
    if (attestations !== undefined)
        read.push(await readStatements({ input: 'attestations', ...attestations, policy: [], workspace, keys }, log));
    return read;
}

// EXTERNAL MODULE: ./src/base/markdown.js
var markdown = __webpack_require__(67886);
;// CONCATENATED MODULE: ./src/verify/verify-summary.js




function verifySummary({ files, problems, leftOut }, inputs) {
    const { workspace, publicKeys } = inputs;
    const verified = files.filter(verify_verdict/* isVerified */.p);
    const failed = files.filter((file) => !(0,verify_verdict/* isVerified */.p)(file));
    const others = problems.map((problem) => `- ${told(problem, workspace)}`).join('\n');
    const keys = publicKeys.map(({ fingerprint }) => (0,markdown/* markdownCode */.D9)(fingerprint)).join(', ');
    const parts = [
        `## ${verified.length} of ${files.length} files verified`,
        `${publicKeys.length === 1 ? 'Trusted key' : 'Trusted keys'}: ${keys}`,
        ...(others === '' ? [] : [others]),
        ...(failed.length === 0
            ? []
            : [
                (0,markdown/* markdownTable */.Qj)(['Not verified', 'Why', 'What is right'], failed.map((file) => failedRow(file, inputs))),
            ]),
        ...(verified.length === 0
            ? []
            : [
                (0,markdown/* foldedTable */.vd)((0,base_log/* counted */.hS)(verified.length, 'verified file'), ['Verified', 'By'], verified.map((file) => [(0,markdown/* markdownCode */.D9)(file.name), proofs(file, inputs)])),
            ]),
        ...(leftOut.length === 0 ? [] : [leftOutTable({ leftOut }, workspace)]),
    ];
    return parts.join('\n\n');
}
function failedRow(file, inputs) {
    const problems = file.problems.map((problem) => told(problem, inputs.workspace)).join('<br>');
    return [(0,markdown/* markdownCode */.D9)(file.name), problems, proofs(file, inputs) || '—'];
}
const proofs = (file, inputs) => file.proofs.map((proof) => tellProof(proof, inputs)).join(', ');
function tellProof({ by, source, run, keyFingerprint }, { workspace, publicKeys }) {
    const isElsewhere = by === 'checksums' || by === 'provenance' || by === 'attestations';
    const about = [run?.repository, run?.ref].filter((fact) => fact !== undefined);
    const details = [
        ...(isElsewhere ? [(0,markdown/* markdownCode */.D9)((0,display_path/* displayPath */.Gt)(source, workspace))] : []),
        ...(about.length === 0 ? [] : [`of ${about.map((fact) => (0,markdown/* markdownCode */.D9)(fact)).join(' ')}`]),
        ...(publicKeys.length === 1 ? [] : [`key ${(0,markdown/* markdownCode */.D9)(keyFingerprint.slice(0, 'sha256:'.length + 12))}…`]),
    ];
    return details.length === 0 ? by : `${by} (${details.join(', ')})`;
}
function leftOutTable({ leftOut }, workspace) {
    const rows = leftOut.map(({ path, why }) => [(0,markdown/* markdownCode */.D9)((0,display_path/* displayPath */.Gt)(path, workspace)), (0,markdown/* markdownText */.p7)(why)]);
    const title = `${(0,base_log/* counted */.hS)(leftOut.length, 'match', 'matches')} left out: they prove other files, or nothing`;
    return (0,markdown/* foldedTable */.vd)(title, ['File', 'Why'], rows, 0);
}
function told({ code, path, reason }, workspace) {
    return `${code}: ${(0,markdown/* markdownCode */.D9)((0,display_path/* displayPath */.Gt)(path, workspace))} ${(0,markdown/* markdownText */.p7)(reason)}`;
}

;// CONCATENATED MODULE: ./src/verify/verify-and-report.js









async function verifyAndReport(inputs, found, front) {
    const { log } = front;
    for (const { fingerprint } of inputs.publicKeys)
        log.info(`Trusted key: ${fingerprint}`);
    noticeWithoutPolicy(inputs, log);
    const verdict = await front.group('Verify', async () => {
        const made = await verifyRelease(inputs, found, log);
        for (const file of made.files.filter(verify_verdict/* isVerified */.p))
            log.info(`Verified: ${(0,base_log/* printable */.g$)(file.name)} (${file.proofs.map(({ by }) => by).join(', ')})`);
        return made;
    });
    (0,oddities/* warnOfOddities */.Xs)(verdict.files, log);
    warnOfOtherKeys(verdict, inputs, log);
    warnOfText(verdict, log);
    const failure = failureOf(verdict, inputs.workspace, log);
    front.addSummary(verifySummary(verdict, inputs));
    setOutputs(verdict, inputs.workspace, front);
    if (failure !== undefined)
        throw failure;
    if (verdict.files.length === 0)
        reportNothingLeft(inputs, log);
    log.info(`${(0,base_log/* counted */.hS)(verdict.files.length, 'file')} verified.`);
}
function setOutputs(verdict, workspace, front) {
    try {
        (0,verify_outputs/* setVerifyOutputs */.k)(verdict, workspace, front);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* ActionError */.lZ))
            throw thrown;
        const { files, problems } = verdict;
        const verified = files.filter(verify_verdict/* isVerified */.p).length;
        const isWhole = verified === files.length && problems.length === 0;
        const what = `${verified} of ${(0,base_log/* counted */.hS)(files.length, 'file')} verified`;
        throw (0,outcome.withMeaning)(thrown, isWhole ? `${what}.` : `${what}; the log says what is wrong.`);
    }
}
function noticeWithoutPolicy({ provenance, policy }, log) {
    if (provenance === undefined || policy.length > 0)
        return;
    log.notice('Provenance is verified without a `policy`: every statement of the key that names a file counts, one about another repository, branch or workflow too. Set at least `policy: |` with `repository: owner/name`.');
}
function warnOfOtherKeys({ files }, { publicKeys }, log) {
    for (const [index, { fingerprint }] of publicKeys.entries()) {
        if (index === 0)
            continue;
        const names = files
            .filter(({ proofs }) => proofs.some(({ keyFingerprint }) => keyFingerprint === fingerprint))
            .map(({ name }) => name);
        if (names.length === 0)
            continue;
        log.warning(`Signed by key ${index + 1} of public-key (${fingerprint}), not by the first: ${(0,base_log/* firstNames */.d9)(names)}. Once no release needs that key any more, take it out.`);
    }
}
function warnOfText({ files }, log) {
    const names = files.filter(({ proofs }) => proofs.some(({ textOnly }) => textOnly === true)).map(({ name }) => name);
    if (names.length === 0)
        return;
    log.warning(`Not the bytes that were signed, but the same text: ${(0,base_log/* firstNames */.d9)(names)}. Line ends, or blanks at the ends of lines, were changed after signing, which signatures over text do not cover.`);
}
function reportNothingLeft({ ifNoFilesFound }, log) {
    const message = 'The patterns in `files` take nothing but what proves other files, so nothing was verified.';
    const hint = 'Name the release files themselves in `files`, one pattern per line.';
    if (ifNoFilesFound === 'error')
        throw new errors/* ActionError */.lZ('NO_FILES', message, { hint });
    if (ifNoFilesFound === 'warn')
        log.warning(`${message}\n${hint}`);
}


/***/ })

};
