export const id = 638;
export const ids = [638,764];
export const modules = {

/***/ 886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* unused harmony export markdownLink */
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(705);

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

/***/ 764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  algorithmOfPublicKey: () => (/* binding */ algorithmOfPublicKey),
  Op: () => (/* binding */ rsaPssAlgorithm),
  Ub: () => (/* binding */ verifyDigest)
});

// UNUSED EXPORTS: CURVES, algorithmFits, algorithmNamed

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: ../../node_modules/@noble/curves/nist.js
var nist = __webpack_require__(744);
// EXTERNAL MODULE: ../../node_modules/@noble/curves/secp256k1.js
var secp256k1 = __webpack_require__(488);
;// CONCATENATED MODULE: ./src/crypto/ecdsa.js
/** Tables of a key's multiples take about as long as this many verifications without them, and save three quarters. */
const TABLES_AFTER = 32;
const TABLE_WINDOW = 6;
/**
 * Verifies ECDSA of one key over ready digests (SEC 1, section 4.1.4), many of them fast: the point is read once, and
 * from the 32nd signature on there are tables of its multiples. High s is taken, as FIPS 186-5 has it.
 * @param point of the public key, uncompressed (SEC 1, section 2.3.3)
 * @returns whether `signature`, strict DER of two integers in [1, n − 1], is one over `digest`; throws on any other bytes
 */
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
/** The leftmost `bits` bits of a digest as a number. */
function leftmostBits(digest, bits) {
    const number = BigInt(`0x${Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('hex')}`);
    return number >> BigInt(Math.max(0, digest.length * 8 - bits));
}

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(664);
// EXTERNAL MODULE: ./src/crypto/public-key.js
var public_key = __webpack_require__(188);
;// CONCATENATED MODULE: ./src/crypto/signing-key.js







/** Every curve of KMS, once. */
const CURVES = [
    {
        name: 'P-256',
        openssl: 'prime256v1',
        oid: '1.2.840.10045.3.1.7',
        ssh: 'nistp256',
        kmsName: 'ECDSA_NIST_P256_SHA_256',
        hash: 'sha256',
        verifier: nist/* p256 */.s9,
    },
    {
        name: 'P-384',
        openssl: 'secp384r1',
        oid: '1.3.132.0.34',
        ssh: 'nistp384',
        kmsName: 'ECDSA_NIST_P384_SHA_384',
        hash: 'sha384',
        verifier: nist/* p384 */.sL,
    },
    {
        name: 'P-521',
        openssl: 'secp521r1',
        oid: '1.3.132.0.35',
        ssh: 'nistp521',
        kmsName: 'ECDSA_NIST_P521_SHA_512',
        hash: 'sha512',
        verifier: nist/* p521 */.Bt,
    },
    {
        name: 'secp256k1',
        openssl: 'secp256k1',
        oid: '1.3.132.0.10',
        ssh: undefined,
        kmsName: 'ECDSA_SECP256_K1_SHA_256',
        hash: 'sha256',
        verifier: secp256k1/* secp256k1 */.bI,
    },
];
const RSA_PSS_NAME = /^RSA_(\d{4,5})_SIGN_PSS_SHA_(256|384|512)$/u;
/** The algorithm of KMS's name. @throws ActionError UNSUPPORTED_ALGORITHM */
function algorithmNamed(name) {
    const curve = CURVES.find((candidate) => candidate.kmsName === name);
    if (curve !== undefined)
        return ecdsa(curve);
    const [, bits, digest] = RSA_PSS_NAME.exec(name) ?? [];
    if (bits !== undefined && isHash(`sha${digest ?? ''}`))
        return rsaPss(Number(bits), `sha${digest ?? ''}`);
    throw unsupported(`The key's algorithm ${printable(name, 100)} is not known to this version of the action`);
}
/**
 * The algorithm that a public key alone tells: that of its curve, or for RSA `undefined`,
 * since the hash of an RSA key is not in its public key.
 * @throws ActionError UNSUPPORTED_ALGORITHM
 */
function algorithmOfPublicKey(key) {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key.keyObject;
    if (type === 'rsa')
        return undefined;
    const curve = CURVES.find((candidate) => type === 'ec' && candidate.openssl === details?.namedCurve);
    if (curve === undefined)
        throw unsupported(`The public key is of type ${type ?? 'unknown'} ${details?.namedCurve ?? ''}`.trim());
    return ecdsa(curve);
}
/** The RSASSA-PSS algorithm of an RSA public key with a hash that the user names. */
function rsaPssAlgorithm(key, hash) {
    return rsaPss(key.keyObject.asymmetricKeyDetails?.modulusLength ?? 0, hash);
}
/** Whether a public key can be one of `algorithm`. */
function algorithmFits(algorithm, key) {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key.keyObject;
    if (algorithm.curve !== undefined)
        return type === 'ec' && details?.namedCurve === algorithm.curve.openssl;
    return type === 'rsa' && details?.modulusLength === algorithm.modulusLength;
}
function ecdsa(curve) {
    return { name: curve.kmsName, hash: curve.hash, curve, modulusLength: undefined };
}
function rsaPss(modulusLength, hash) {
    return { name: `RSA_${modulusLength}_SIGN_PSS_SHA_${hash.slice(3)}`, hash, curve: undefined, modulusLength };
}
function isHash(name) {
    return Object.hasOwn(DIGEST_BYTES, name);
}
function unsupported(what) {
    return new errors/* ActionError */.lZ('UNSUPPORTED_ALGORITHM', `${what}.`, {
        hint: 'Use a key of type ECDSA_NIST_P256_SHA_256 (the one that every verifier takes), or update the action if a newer version knows this type.',
    });
}
/**
 * Whether `signature` is one of the key over `digest`.
 * ECDSA: strict DER of two integers in [1, n − 1] (RFC 3279, 2.2.3), high s taken, as FIPS 186-5 has it.
 * RSASSA-PSS: RFC 8017, 8.1.2, MGF1 of the same hash, a salt exactly as long as the digest.
 * @param digest raw, 32, 48 or 64 bytes, by the algorithm's hash
 */
function verifyDigest(key, digest, signature) {
    const { hash, curve } = key.algorithm;
    if (digest.length !== public_key/* DIGEST_BYTES */.x4[hash])
        return false;
    if (curve === undefined)
        return verifyPss(key.publicKey, hash, digest, signature);
    try {
        return verifierOf(key.publicKey, curve)(digest, signature);
    }
    catch {
        return false; // noble throws on bytes that are no DER of two integers in range
    }
}
const verifiers = new WeakMap();
function verifierOf(key, curve) {
    const known = verifiers.get(key);
    if (known !== undefined)
        return known;
    const verifier = ecdsaVerifier(curve.verifier, (0,public_key/* ecPoint */.jX)(key));
    verifiers.set(key, verifier);
    return verifier;
}
function verifyPss(key, hash, digest, signature) {
    const bits = key.keyObject.asymmetricKeyDetails?.modulusLength ?? 0;
    if (signature.length !== Math.ceil(bits / 8))
        return false;
    let encoded;
    try {
        encoded = (0,external_node_crypto_.publicEncrypt)({ key: key.keyObject, padding: external_node_crypto_.constants.RSA_NO_PADDING }, signature);
    }
    catch {
        return false; // a number that is not below the modulus
    }
    const leading = encoded.length - Math.ceil((bits - 1) / 8);
    if (leading === 1 && encoded[0] !== 0)
        return false;
    return emsaPssVerify(encoded.subarray(leading), bits - 1, hash, digest);
}
/** EMSA-PSS-VERIFY, RFC 8017, section 9.1.2, steps 3 to 14. */
function emsaPssVerify(encoded, bits, hash, digest) {
    const length = public_key/* DIGEST_BYTES */.x4[hash];
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
    const expected = (0,external_node_crypto_.createHash)(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest();
    return (0,external_node_crypto_.timingSafeEqual)(expected, h);
}
/** MGF1, RFC 8017, appendix B.2.1. */
function mgf1(seed, length, hash) {
    const blocks = [];
    for (let counter = 0; counter * public_key/* DIGEST_BYTES */.x4[hash] < length; counter += 1) {
        const octets = Buffer.alloc(4);
        octets.writeUInt32BE(counter);
        blocks.push((0,external_node_crypto_.createHash)(hash).update(seed).update(octets).digest());
    }
    return Buffer.concat(blocks).subarray(0, length);
}


/***/ }),

/***/ 638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyAndReport: () => (/* binding */ verifyAndReport)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(664);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(705);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(97);
// EXTERNAL MODULE: ./src/verify/verdict.js
var verify_verdict = __webpack_require__(522);
;// CONCATENATED MODULE: ./src/verify/failure.js




/** What to do about each kind of problem, the worst first: the first that there is becomes the run's code. */
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
        'CHECKSUM_MISMATCH',
        'Do not use what is named here. Download it again; a file that is no part of the release has to be left out of `files` by a line with `!`.',
    ],
    ['FILE_CHANGED', 'See that no other step writes to the files while they are verified.'],
    ['FILE_UNREADABLE', 'See that the files are there and that the runner may read them.'],
    [
        'SIGNATURE_MISSING',
        'Download the signature files as well, and say with `signatures-dir` where they are. If the release has one signed checksum file or signed statements in their place, name them in `checksums` or `provenance`. Files that are not signed have to be left out of `files` by a line with `!`.',
    ],
]);
/**
 * The failure of a run in which not every file is verified, or `undefined`. The log gets a line for every problem;
 * the message names the files by the kind of problem.
 */
function failureOf(verdict, workspace, log) {
    const { files } = verdict;
    const problems = [...verdict.problems, ...files.flatMap((file) => file.problems)];
    const unverified = files.filter((file) => !(0,verify_verdict/* isVerified */.p)(file)).length;
    if (problems.length === 0 && unverified === 0)
        return undefined;
    const lineOf = ({ path, reason }) => `${(0,base_log/* printable */.g$)((0,display_path/* outputPath */.X)(path, workspace), 300)} ${reason}`;
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
/** An annotation names 20 files at most, and each kind of problem some. */
function limit(kinds) {
    return Math.floor(20 / Math.max(1, kinds));
}

// EXTERNAL MODULE: ./src/verify/verify-outputs.js
var verify_outputs = __webpack_require__(933);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./src/formats/format.js
var formats_format = __webpack_require__(311);
// EXTERNAL MODULE: ./src/files/names.js
var files_names = __webpack_require__(145);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(157);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: ./src/crypto/public-key.js
var public_key = __webpack_require__(188);
;// CONCATENATED MODULE: ./src/files/checksums.js





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
                problems.push(`line ${line}: ${(0,base_log/* printable */.g$)(parsed.name, 200)} is on line ${first.line} already`);
            else
                entries.set(parsed.name, { name: parsed.name, digest: parsed.digest, line });
        }
    }
    if (problems.length > 0)
        throw checksumsInvalid(`${shown} is no checksum file that can be used:\n${(0,base_log/* listed */.KE)(problems, LISTED_LINES)}`, {
            hint,
        });
    if (hash === undefined)
        throw checksumsInvalid(`${shown} lists no files.`, { hint });
    return { hash, entries: [...entries.values()] };
}
const MAKE_ANEW = 'Make it with `sha256sum -- * > SHA256SUMS` (or sha384sum, sha512sum: the hash that the key signs) in the folder of the files; one file a line, each once.';
/** The refusal of a checksum file. */
function checksumsInvalid(message, { hint = MAKE_ANEW } = {}) {
    return new errors/* ActionError */.lZ('CHECKSUMS_INVALID', message, { hint });
}
/** A file that is none may have half a million wrong lines. */
const LISTED_LINES = 20;
const LINE_END = /\r?\n/u;
/** Without line ends and a leading byte order mark; `undefined` for a line that is no UTF-8. */
function linesOf(bytes) {
    const text = bytes.toString().replace(/^\ufeff/u, '');
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return text.split(LINE_END);
    // By octets, so that only the lines at fault are named.
    const lines = bytes.toString('latin1').split(LINE_END);
    return lines.map((line) => {
        const octets = Buffer.from(line, 'latin1');
        return (0,external_node_buffer_.isUtf8)(octets) ? octets.toString() : undefined;
    });
}
const GNU = /^(?<hex>[0-9a-f]+) [ *]?(?<name>.+)$/isu;
const BSD = /^(?<tag>[a-z0-9/-]+) ?\((?<name>.+)\) ?= ?(?<hex>[0-9a-f]+)$/isu;
const HASHES = Object.keys(public_key/* DIGEST_BYTES */.x4);
/** What a line says, or what is wrong with it. */
function parseLine(text) {
    const escaped = text.startsWith('\\');
    const fields = (BSD.exec(escaped ? text.slice(1) : text) ?? GNU.exec(escaped ? text.slice(1) : text))?.groups;
    if (fields === undefined)
        return `neither \`<digest>  <name>\` nor \`SHA256 (<name>) = <digest>\``;
    const { hex = '', tag, name: written = '' } = fields;
    const hash = HASHES.find((candidate) => public_key/* DIGEST_BYTES */.x4[candidate] * 2 === hex.length);
    if (hash === undefined)
        return `a digest of ${hex.length * 4} bits; only SHA-256, SHA-384 and SHA-512 can be signed`;
    if (tag !== undefined && tag.toLowerCase().replace('sha2-', 'sha') !== hash)
        return `a digest of ${(0,base_log/* printable */.g$)(tag, 50)}; only SHA-256, SHA-384 and SHA-512 can be signed`;
    const name = relativeName(escaped ? unescaped(written) : written);
    if (name === undefined)
        return `${(0,base_log/* printable */.g$)(written, 200)} is no name of a file in this folder or below it`;
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
    if (external_node_path_.sep === '\\' && /[\\:]/u.test(name))
        return undefined;
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
// EXTERNAL MODULE: ./src/base/read-bounded.js
var read_bounded = __webpack_require__(211);
;// CONCATENATED MODULE: ./src/verify/digest-file.js
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





const CHUNK_BYTES = 1024 * 1024;
/** As much as sign looks at: what is safe to sign there is safe to take here. */
const HEAD_BYTES = 16 * 1024;
const TAIL_BYTES = 32;
/**
 * Reads a file once and hashes it by each of `hashes`.
 * @throws ActionError FILE_UNREADABLE, FILE_CHANGED
 */
async function digestFile(path, hashes) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path, read_bounded/* OPEN_FLAGS */.t), true);
            return await digestOpened(file, path, hashes);
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
        throw (0,errors/* asActionError */.z6)(cause, 'FILE_UNREADABLE', (0,base_log/* printable */.g$)(path));
    }
}
async function digestOpened(file, path, hashes) {
    const content = new HashedContent(hashes);
    const before = await file.stat({ bigint: true });
    if (!before.isFile())
        throw new errors/* ActionError */.lZ('FILE_UNREADABLE', `${(0,base_log/* printable */.g$)(path)} is no regular file any more`);
    // A byte more than the file has: its end shows in the first read of a small one.
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Number(before.size) + 1));
    while (content.ends.size <= Number(before.size)) {
        const { bytesRead } = await file.read(chunk);
        if (bytesRead === 0)
            break;
        content.update(chunk.subarray(0, bytesRead));
    }
    const after = await file.stat({ bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs || content.ends.size !== Number(after.size))
        throw new errors/* ActionError */.lZ('FILE_CHANGED', `${(0,base_log/* printable */.g$)(path)} changed while it was read`);
    return content;
}
/** The same of bytes in memory. */
function digestBytes(bytes, hashes) {
    const content = new HashedContent(hashes);
    content.update(bytes);
    return content;
}
class HashedContent {
    #contexts;
    #size = 0;
    #head = Buffer.alloc(0);
    #tail = Buffer.alloc(0);
    constructor(hashes) {
        this.#contexts = new Map([...hashes].map((hash) => [hash, (0,external_node_crypto_.createHash)(hash)]));
    }
    get ends() {
        return { size: this.#size, head: this.#head, tail: this.#tail };
    }
    update(bytes) {
        for (const context of this.#contexts.values())
            context.update(bytes);
        this.#size += bytes.length;
        const missing = HEAD_BYTES - this.#head.length;
        if (missing > 0)
            this.#head = Buffer.concat([this.#head, bytes.subarray(0, missing)]);
        this.#tail = Buffer.concat([this.#tail, bytes.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    }
    digestOf({ hash, suffix }) {
        const context = this.#contexts.get(hash);
        if (context === undefined)
            throw new RangeError(`${hash} was not asked for`);
        return context.copy().update(suffix).digest();
    }
}

;// CONCATENATED MODULE: ./src/verify/names.js


/**
 * What a checksum file or a statement in `folder` may call a release file: its path below that folder, as
 * `sha256sum -c` there takes it, and its name among the release files. The first that is listed counts.
 */
function namesIn(folder, file, path) {
    const names = (0,files_names/* isWithin */.UO)(path, folder) ? [(0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/'), file.name] : [file.name];
    return [...new Set(names)];
}

;// CONCATENATED MODULE: ./src/formats/confusion/signed-asn1.js
/**
 * Whether a file is as a whole what a CMS signature or a certificate signs. By BER and not only DER, and by what OpenSSL
 * takes beyond it: OpenSSL hashes a TBSCertificate as it finds it, whatever its tags and lengths look like, and gpgsm
 * hashes SignedAttributes so.
 */
const END = 0x00;
const INTEGER = 0x02;
const OID = 0x06;
/** Bits of a first octet behind which the number follows, seven bits an octet (X.690, 8.1.2.4). */
const LONG = 0x1f;
const CONSTRUCTED = 0x20;
const SEQUENCE = 0x30;
const SET = 0x31;
/** `[0]`, as which SignedAttributes stand in a message. */
const ATTRIBUTES = 0xa0;
/** Tag and length at `at`; `undefined` where the bytes at hand end before. */
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
/** A tag, and where its length follows. X.690 keeps the long form for large numbers; OpenSSL takes it for all, padded too. */
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
/** Where the element at `at` ends; beyond the bytes at hand where they do not tell. */
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
/** Whether a file of `size` bytes can be one element, as far as that shows; an indefinite length goes to the end. */
function isOneElement(bytes, size) {
    const header = headerAt(bytes, 0);
    // Only who has something to hide pads a tag until nothing else is in sight.
    if (header === undefined)
        return bytes[0] === (CONSTRUCTED | LONG);
    return (header.end ?? size) === size;
}
/**
 * SET OF Attribute (RFC 5652, 5.4); one that begins as such is enough, since nothing else does. What follows the type of
 * the first is not looked at: gpgsm takes an attribute without values, and one whose type is in parts or left out.
 * @param bytes the file's first 1 KiB at least, or all
 */
function isSignedAttributes(bytes, size) {
    if (beginsWithAttribute(SET, bytes, size))
        return true;
    if (bytes[0] !== SET)
        return false;
    // gpgsm puts SET's octet in the place of the first alone: the rest of a long tag stays behind it.
    const inMessage = Buffer.concat([Buffer.of(ATTRIBUTES | LONG), bytes.subarray(1)]);
    return beginsWithAttribute(ATTRIBUTES, inMessage, size);
}
/** Whether a file is one element of `tag` and begins with an attribute. */
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
/** A type, maybe in parts, or an end in its place. */
function couldBeType({ tag, start, end }) {
    return [OID, OID | CONSTRUCTED, END].includes(tag) || (tag === (END | CONSTRUCTED) && end === start);
}
/** The whole; and in it, behind the version, serial number, signature, issuer, validity, subject, key. */
const TBS = [SEQUENCE, INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE];
const WHOLE = 0;
const ALGORITHM = 2;
const VALIDITY = 4;
const VERSION = 0xa0;
/** UTCTime and GeneralizedTime, and both in parts. */
const TIMES = [0x17, 0x18, 0x37, 0x38];
/** 1.2.840.113549.1.7: no algorithm, but what a PKCS #12 file has in that place. */
const PKCS7 = Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07]);
/**
 * TBSCertificate (RFC 5280, 4.1). Judged as far as the bytes at hand reach; what lies behind them counts as what it
 * would have to be.
 * @param bytes the file's first 1 KiB at least, or all
 */
function isTbsCertificate(bytes, size) {
    if (!isOneElement(bytes, size))
        return false;
    let at = 0;
    for (const [index, tag] of TBS.entries()) {
        const field = headerAt(bytes, at);
        if (field === undefined)
            return bytes.length < size;
        // OpenSSL takes a SEQUENCE OF, which names are, as primitive too.
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
/** True where there is no header any more: the next field is asked then whether the file goes on. */
function couldBe(bytes, at, tags) {
    const header = headerAt(bytes, at);
    return header === undefined || tags.includes(header.tag);
}
function couldBeAlgorithm(bytes, at) {
    const id = headerAt(bytes, at);
    return id === undefined || (id.tag === OID && !bytes.subarray(id.start, id.start + PKCS7.length).equals(PKCS7));
}
/** Behind a version of any length, since OpenSSL takes any number for one; or `at` where there is none. */
function afterVersion(bytes, at) {
    const version = headerAt(bytes, at);
    return version?.tag === VERSION && couldBe(bytes, version.start, [INTEGER]) ? endAt(bytes, at) : at;
}

;// CONCATENATED MODULE: ./src/formats/confusion/unsafe-file.js



/**
 * Why a signature over the file's bytes could pass for one over something else (one key serves several formats),
 * or `undefined`. A raw signature is over nothing but a digest, so whoever chooses the bytes of one release file
 * could take its signature for an attestation, a certificate or a signature over other data:
 * DSSE's PAE, SSHSIG (PROTOCOL.sshsig), CMS SignedAttributes (RFC 5652, 5.4), TBSCertificate (RFC 5280, 4.1),
 * OpenPGP's hashed data (RFC 9580, 5.2.4).
 * @param behind what is hashed behind the file for an OpenPGP signature: with it, too, it must be none of these
 */
function dangerOf({ size, head, tail }, behind) {
    const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
    if (startsWith(start, 'DSSEv1 '))
        return 'it begins with `DSSEv1 `, as what is signed for a DSSE envelope does';
    if (startsWith(start, 'SSHSIG'))
        return 'it begins with `SSHSIG`, as what is signed for an SSH signature does';
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
/** What a CMS signature or a certificate signs, where that is what `size` bytes are that begin with `start`. */
function signedPartIn(start, size) {
    if (isSignedAttributes(start, size))
        return 'the SignedAttributes of a CMS signature in DER';
    if (isTbsCertificate(start, size))
        return 'the part of an X.509 certificate that is signed (TBSCertificate in DER)';
    return undefined;
}
/** The refusal of a file. */
function unsafeFile(path, danger) {
    return new ActionError('UNSAFE_FILE', `${printable(path)} is not signed: ${danger}.`, {
        hint: 'Its signature would be valid for that other thing too. Find out how such a file got into the release; if it belongs there, put it into an archive (.tar.gz, .zip) and sign that.',
    });
}
function startsWith(bytes, text) {
    return bytes.subarray(0, text.length).toString('latin1') === text;
}
/**
 * `04 FF`, and the length of what was hashed before it: version to hashed subpackets, whose own length has 16 bits,
 * or 32 in version 6.
 */
function endsInOpenPgpTrailer(tail, size) {
    const fits = (length, trailer, most) => length >= 6 && length <= most && length <= size - trailer;
    const isTrailer = (at, version) => tail[at] === version && tail[at + 1] === 0xff;
    const four = tail.length - 6;
    if (isTrailer(four, 4) && fits(tail.readUInt32BE(four + 2), 6, 6 + 0xffff))
        return true;
    if (isTrailer(four, 6) && fits(tail.readUInt32BE(four + 2), 6, Infinity))
        return true;
    // LibrePGP's version 5 counts with eight octets, and hashes a name of 255 bytes at most and a time beside.
    const eight = tail.length - 10;
    return isTrailer(eight, 5) && fits(Number(tail.readBigUInt64BE(eight + 2)), 10, 6 + 0xffff + 261);
}

// EXTERNAL MODULE: ./src/crypto/der.js
var der = __webpack_require__(988);
// EXTERNAL MODULE: ./src/crypto/signing-key.js + 1 modules
var signing_key = __webpack_require__(764);
;// CONCATENATED MODULE: ./src/formats/cms/read-algorithms.js


/** ecdsa-with-SHA256, -384, -512 (RFC 5758, 3.2). */
const ECDSA_OIDS = {
    sha256: '1.2.840.10045.4.3.2',
    sha384: '1.2.840.10045.4.3.3',
    sha512: '1.2.840.10045.4.3.4',
};
/**
 * Whether an AlgorithmIdentifier is that of `algorithm`: ECDSA without parameters; RSASSA-PSS with MGF1 of the same
 * hash and a salt as long as the digest, each hash with NULL or without parameters (RFC 4055, 2.1: both are taken).
 */
function isSignatureAlgorithm(encoded, { curve, hash }) {
    if (curve !== undefined)
        return encoded.equals((0,der/* sequence */.K2)((0,der/* oid */.jq)(ECDSA_OIDS[hash])));
    const hashes = [(0,der/* sequence */.K2)((0,der/* oid */.jq)(public_key/* HASH_OIDS */.LU[hash]), (0,der/* derNull */.f7)()), (0,der/* sequence */.K2)((0,der/* oid */.jq)(public_key/* HASH_OIDS */.LU[hash]))];
    return hashes.some((own) => hashes.some((mask) => encoded.equals(pssIdentifier(own, mask, public_key/* DIGEST_BYTES */.x4[hash]))));
}
function pssIdentifier(hash, maskHash, salt) {
    return (0,der/* sequence */.K2)((0,der/* oid */.jq)('1.2.840.113549.1.1.10'), (0,der/* sequence */.K2)((0,der/* explicit */.pc)(0, hash), (0,der/* explicit */.pc)(1, (0,der/* sequence */.K2)((0,der/* oid */.jq)('1.2.840.113549.1.1.8'), maskHash)), (0,der/* explicit */.pc)(2, (0,der/* unsignedInteger */.wF)(Buffer.from([salt])))));
}

;// CONCATENATED MODULE: ./src/formats/signature-check.js

const NOTHING = Buffer.alloc(0);
/** A signature over the file's own digest. */
function bareCheck(keys, signature) {
    const alternatives = keys.map((key) => ({
        hash: key.algorithm.hash,
        suffix: NOTHING,
        confirms: (digest) => (0,signing_key/* verifyDigest */.Ub)(key, digest, signature),
    }));
    return { bare: true, alternatives };
}
/** A signature over something else that holds the file's digest. */
function wrappedCheck(hash, confirms, suffix = NOTHING) {
    return { bare: false, alternatives: [{ hash, suffix, confirms }] };
}
/** The trusted key by the one algorithm of `hash`. @throws RangeError */
function keyOfHash(keys, hash) {
    const key = keys.find(({ algorithm }) => algorithm.hash === hash);
    if (key === undefined)
        throw new RangeError(`is made with ${hash}, which the trusted key does not sign`);
    return key;
}
/** The one elliptic-curve key that OpenPGP and SSHSIG need. @throws RangeError */
function ellipticKey(keys, format) {
    const [key] = keys;
    if (key?.algorithm.curve?.ssh === undefined)
        throw new RangeError(`is none that the trusted key can have made: ${format} takes keys on P-256, P-384 and P-521 alone`);
    return { ...key, ssh: key.algorithm.curve.ssh };
}

;// CONCATENATED MODULE: ./src/formats/cms/read.js






const SIGNED_DATA = (0,der/* oid */.jq)('1.2.840.113549.1.7.2');
const DATA = (0,der/* oid */.jq)('1.2.840.113549.1.7.1');
const CONTENT_TYPE = (0,der/* oid */.jq)('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = (0,der/* oid */.jq)('1.2.840.113549.1.9.4');
/** Version 1, or 3 where certificates or key identifiers call for it (RFC 5652, 5.1 and 5.3). */
const VERSIONS = [1, 3].map((version) => (0,der/* unsignedInteger */.wF)(Buffer.from([version])));
/** `[0]` and `[1]`, constructed. */
const CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;
/**
 * `.p7s`: detached CMS SignedData in DER (RFC 5652) of one signer with signed attributes.
 * Certificates in it, the signer's name and unsigned attributes prove nothing and are not looked at: the trusted key
 * has to confirm the signature.
 */
const readCms = (bytes, keys) => {
    const signer = readSignerInfo(onlySigner(bytes));
    const key = keyOfHash(keys, signer.hash);
    if (!isSignatureAlgorithm(signer.algorithm, key.algorithm))
        throw new RangeError('names another signature algorithm than that of the trusted key');
    const attributes = readAttributes(signer.attributes);
    if (!attributes.get(CONTENT_TYPE.toString('hex'))?.equals(DATA))
        throw new RangeError('is not over plain data');
    const messageDigest = attributes.get(MESSAGE_DIGEST.toString('hex'));
    if (messageDigest === undefined)
        throw new RangeError('has no message digest');
    // RFC 5652, 5.4: what is signed is the attributes as a SET OF, not with the tag that they have in the message.
    const signed = Buffer.concat([Buffer.from([der/* TAG */.Dk.set]), signer.attributes.encoded.subarray(1)]);
    const toSign = (0,external_node_crypto_.createHash)(signer.hash).update(signed).digest();
    return wrappedCheck(signer.hash, (digest) => messageDigest.equals((0,der/* octetString */.J8)(digest)) && (0,signing_key/* verifyDigest */.Ub)(key, toSign, signer.signature));
};
/** The content of the only SignerInfo. */
function onlySigner(bytes) {
    const [type, content] = children((0,der/* readElement */.RN)(bytes, der/* TAG */.Dk.sequence), 2);
    if (!type.encoded.equals(SIGNED_DATA) || content.tag !== CONTEXT_0)
        throw new RangeError('is no CMS SignedData');
    const [version, digests, encapsulated, ...others] = (0,der/* readElements */.cl)((0,der/* readElement */.RN)(content.content, der/* TAG */.Dk.sequence).content);
    const signers = others.pop();
    if (!isVersion(version) || digests?.tag !== der/* TAG */.Dk.set || encapsulated?.tag !== der/* TAG */.Dk.sequence || signers?.tag !== der/* TAG */.Dk.set)
        throw new RangeError('is no CMS SignedData');
    if (!encapsulated.content.equals(DATA))
        throw new RangeError('is not detached from its file');
    if (others.length > 1 || others.some(({ tag }) => tag !== CONTEXT_0))
        throw new RangeError('holds more than certificates and signers');
    const [signer] = children(signers, 1);
    if (signer.tag !== der/* TAG */.Dk.sequence)
        throw new RangeError('has no signer');
    return signer.content;
}
function readSignerInfo(content) {
    const parts = (0,der/* readElements */.cl)(content);
    const [version, , digest, attributes, algorithm, signature, unsigned] = parts;
    if (!isVersion(version) || digest === undefined || parts.length > 7)
        throw new RangeError('has no signer');
    if (attributes?.tag !== CONTEXT_0)
        throw new RangeError('has no signed attributes');
    if (algorithm === undefined || signature?.tag !== der/* TAG */.Dk.octetString)
        throw new RangeError('has no signature');
    if (unsigned !== undefined && unsigned.tag !== CONTEXT_1)
        throw new RangeError('has something behind its signature');
    return { hash: hashOf(digest), attributes, algorithm: algorithm.encoded, signature: signature.content };
}
function hashOf({ encoded }) {
    const hash = ['sha256', 'sha384', 'sha512'].find((name) => {
        const identifier = (0,der/* oid */.jq)(public_key/* HASH_OIDS */.LU[name]);
        return encoded.equals((0,der/* sequence */.K2)(identifier)) || encoded.equals((0,der/* sequence */.K2)(identifier, (0,der/* derNull */.f7)()));
    });
    if (hash === undefined)
        throw new RangeError('uses another hash than SHA-256, SHA-384 or SHA-512');
    return hash;
}
/** Attribute types in hex → the one value of each, encoded. */
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
function isVersion(element) {
    return VERSIONS.some((version) => element?.encoded.equals(version));
}
function children(parent, count) {
    const elements = (0,der/* readElements */.cl)(parent.content);
    if (elements.length !== count)
        throw new RangeError('is no CMS SignedData of one signer');
    return elements;
}

;// CONCATENATED MODULE: ./src/base/byte-reader.js
/** Reads binary fields one after the other, big-endian; what is cut off or left over is a `RangeError`. */
class ByteReader {
    #bytes;
    #at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** How many bytes have been read. */
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
    /** RFC 4251's string: four octets of length, then as many. */
    string() {
        return this.take(this.uint32());
    }
    end() {
        if (!this.done)
            throw new RangeError('has bytes behind its end');
    }
}

;// CONCATENATED MODULE: ./src/crypto/ecdsa-der.js

/**
 * Ecdsa-Sig-Value (RFC 3279, 2.2.3) of r and s as two's complement, big-endian, in their shortest form: what DER's
 * INTEGER and SSH's mpint hold. Whether they are in range is verifyDigest's to say. @throws RangeError
 */
function ecdsaSignature(r, s) {
    for (const number of [r, s]) {
        const [first, second] = number;
        if (first === undefined || first >= 0x80 || (first === 0 && (second === undefined || second < 0x80)))
            throw new RangeError('holds a number that is not positive or not in its shortest form');
    }
    return (0,der/* sequence */.K2)((0,der/* der */.y8)(der/* TAG */.Dk.integer, r), (0,der/* der */.y8)(der/* TAG */.Dk.integer, s));
}

;// CONCATENATED MODULE: ./src/base/base64.js
/** Base64 (RFC 4648, section 4) with its padding and no stray bits. @throws RangeError */
function strictBase64(text) {
    const bytes = Buffer.from(text, 'base64');
    if (text === '' || bytes.toString('base64') !== text)
        throw new RangeError('is not well-formed base64');
    return bytes;
}
/**
 * The lines of an armored block that is the whole of `bytes`; lines end in LF or CRLF.
 * @throws RangeError
 */
function readArmor(bytes, label) {
    const text = bytes.toString('latin1');
    const lines = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
    if (lines[0] !== `-----BEGIN ${label}-----` || lines.at(-1) !== `-----END ${label}-----`)
        throw new RangeError(`is not one block of ${label}`);
    return lines.slice(1, -1);
}

;// CONCATENATED MODULE: ./src/formats/openpgp/read-armor.js

/**
 * The bytes in an ASCII armor of a signature (RFC 9580, 6.2). Armor headers say nothing that counts; a checksum has to
 * be right where there is one, and newer programs write none. @throws RangeError
 */
function readPgpArmor(bytes) {
    const lines = readArmor(bytes, 'PGP SIGNATURE');
    const blank = lines.findIndex((line) => line.trim() === '');
    if (blank === -1 || lines.slice(0, blank).some((line) => !/^[A-Za-z]+: /u.test(line)))
        throw new RangeError('has no blank line behind its armor headers');
    const body = lines.slice(blank + 1);
    const checksum = body.at(-1)?.startsWith('=') === true ? body.pop() : undefined;
    const content = strictBase64(body.join(''));
    if (checksum !== undefined && !strictBase64(checksum.slice(1)).equals(crc24(content)))
        throw new RangeError('has a wrong checksum: it was damaged');
    return content;
}
/** RFC 9580, 6.1. */
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

;// CONCATENATED MODULE: ./src/formats/openpgp/read-subpackets.js

const CREATED = 2;
const EXPIRES = 3;
const ISSUER_KEY_ID = 16;
const ISSUER_FINGERPRINT = 33;
const UNDERSTOOD = new Set([CREATED, EXPIRES, ISSUER_KEY_ID, ISSUER_FINGERPRINT]);
/** What the clocks of two machines may differ. */
const CLOCK_SKEW_MS = 24 * 60 * 60 * 1000;
/**
 * Checks the subpackets of a signature (RFC 9580, 5.2.3.7): made once and not in the future, not expired, nothing
 * critical that is not understood here, issuers that agree. @throws RangeError
 */
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
/** A key id is the end of its fingerprint (version 4: 20 octets). */
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
/** The length of type and content. */
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






/** RFC 9580, 9.5. */
const read_HASHES = { 8: 'sha256', 9: 'sha384', 10: 'sha512' };
const SIGNATURE_PACKET = 2;
const ECDSA = 19;
const BINARY_DOCUMENT = 0;
/**
 * `.asc`: one armored, detached signature of version 4 over binary data (RFC 9580, 5.2.3), by ECDSA and the key's hash.
 * Which OpenPGP key it names cannot be checked: the fingerprint depends on a creation time that a public key lacks.
 * The trusted public key has to confirm it all the same.
 */
const readOpenpgp = (bytes, keys) => {
    const key = ellipticKey(keys, 'OpenPGP');
    const body = onlyPacket(readPgpArmor(bytes));
    const reader = new ByteReader(body);
    if (reader.uint8() !== 4)
        throw new RangeError('is not an OpenPGP signature of version 4');
    if (reader.uint8() !== BINARY_DOCUMENT)
        throw new RangeError('is not a signature over binary data');
    if (reader.uint8() !== ECDSA)
        throw new RangeError('is not by ECDSA');
    const hash = read_HASHES[reader.uint8()];
    if (hash === undefined)
        throw new RangeError('uses another hash than SHA-256, SHA-384 or SHA-512');
    keyOfHash(keys, hash);
    const hashed = reader.take(reader.uint16());
    const suffix = Buffer.concat([body.subarray(0, reader.position), trailer(reader.position)]);
    checkSubpackets(hashed, reader.take(reader.uint16()), new Date());
    const left = reader.take(2);
    const signature = ecdsaSignature(readMpi(reader), readMpi(reader));
    reader.end();
    const confirms = (digest) => digest.subarray(0, 2).equals(left) && (0,signing_key/* verifyDigest */.Ub)(key, digest, signature);
    return wrappedCheck(hash, confirms, suffix);
};
/** RFC 9580, 5.2.4: version, 0xFF, how much was hashed of the signature. */
function trailer(hashedLength) {
    const octets = Buffer.from([4, 0xff, 0, 0, 0, 0]);
    octets.writeUInt32BE(hashedLength, 2);
    return octets;
}
/** The body of the one packet, which is a signature; GnuPG writes the old form of its header. */
function onlyPacket(bytes) {
    const reader = new ByteReader(bytes);
    const header = reader.uint8();
    if (header < 0x80)
        throw new RangeError('is no OpenPGP packet');
    const isNew = (header & 0x40) !== 0;
    const tag = isNew ? header & 0x3f : (header & 0x3f) >> 2;
    if (tag !== SIGNATURE_PACKET)
        throw new RangeError('is no OpenPGP signature');
    const body = reader.take(isNew ? newLength(reader) : oldLength(reader, header & 3));
    if (!reader.done)
        throw new RangeError('holds more than one OpenPGP packet');
    return body;
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
/** A multiprecision integer (RFC 9580, 3.2) as DER's INTEGER has it; its bit count has to be exact. */
function readMpi(reader) {
    const bits = reader.uint16();
    const bytes = reader.take(Math.ceil(bits / 8));
    const first = bytes[0] ?? 0;
    if (bits === 0 || 32 - Math.clz32(first) !== ((bits - 1) % 8) + 1)
        throw new RangeError('holds a number that is zero or whose length is wrong');
    return first >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
}

;// CONCATENATED MODULE: ./src/formats/raw/read.js


/** `.sig`: KMS's bytes as they are. */
const readRaw = (bytes, keys) => {
    if (bytes.length === 0)
        throw new RangeError('is empty');
    return bareCheck(keys, bytes);
};
/** `.sig.b64`: one line of base64, with or without an end of line. */
const readBase64 = (bytes, keys) => bareCheck(keys, strictBase64(bytes.toString('latin1').replace(/\r?\n$/u, '')));

;// CONCATENATED MODULE: ./src/base/json.js
/** The object that `bytes` are in JSON, UTF-8. @throws RangeError */
function readJsonObject(bytes) {
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw new RangeError('is no JSON', { cause });
    }
    return asObject(value, 'content');
}
/** `value` when it is an object. @throws RangeError naming `field` */
function asObject(value, field) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new RangeError(`has no object as its ${field}`);
    return value;
}
/** `value` when it is a string. @throws RangeError naming `field` */
function asString(value, field) {
    if (typeof value !== 'string')
        throw new RangeError(`has no text as its ${field}`);
    return value;
}
/** `value` when it is an array. @throws RangeError naming `field` */
function asArray(value, field) {
    if (!Array.isArray(value))
        throw new RangeError(`has no list as its ${field}`);
    return value;
}
/** @throws RangeError when `object` has a field that is not among `fields` */
function onlyFields(object, fields, where) {
    const other = Object.keys(object).find((field) => !fields.includes(field));
    if (other !== undefined)
        throw new RangeError(`has a field in its ${where} that is unknown here: ${other.slice(0, 50)}`);
}

;// CONCATENATED MODULE: ./src/formats/sigstore/read.js




const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const sigstore_read_HASHES = { SHA2_256: 'sha256', SHA2_384: 'sha384', SHA2_512: 'sha512' };
/** `.sigstore.json`: a Sigstore bundle v0.3 with a signature over one file's digest. */
const readSigstoreBundle = (bytes, keys) => {
    const bundle = readBundle(bytes, 'messageSignature', keys);
    const message = asObject(bundle['messageSignature'], 'messageSignature');
    onlyFields(message, ['messageDigest', 'signature'], 'messageSignature');
    const messageDigest = asObject(message['messageDigest'], 'messageDigest');
    onlyFields(messageDigest, ['algorithm', 'digest'], 'messageDigest');
    const name = asString(messageDigest['algorithm'], 'digest algorithm');
    const hash = Object.hasOwn(sigstore_read_HASHES, name) ? sigstore_read_HASHES[name] : undefined;
    if (hash === undefined)
        throw new RangeError('uses another hash than SHA2_256, SHA2_384 or SHA2_512');
    const stated = strictBase64(asString(messageDigest['digest'], 'digest'));
    const signature = strictBase64(asString(message['signature'], 'signature'));
    const { bare, alternatives } = bareCheck([keyOfHash(keys, hash)], signature);
    return {
        bare,
        alternatives: alternatives.map((alternative) => ({
            ...alternative,
            confirms: (digest) => stated.equals(digest) && alternative.confirms(digest),
        })),
    };
};
/**
 * What is the same in every bundle. The transparency log's entries and timestamps are neither needed nor trusted.
 * @throws RangeError
 */
function readBundle(bytes, content, keys) {
    const bundle = readJsonObject(bytes);
    if (bundle['mediaType'] !== MEDIA_TYPE)
        throw new RangeError('is no Sigstore bundle v0.3');
    onlyFields(bundle, ['mediaType', 'verificationMaterial', content], 'bundle');
    const material = asObject(bundle['verificationMaterial'], 'verificationMaterial');
    onlyFields(material, ['publicKey', 'tlogEntries', 'timestampVerificationData'], 'verificationMaterial');
    if (material['tlogEntries'] !== undefined)
        asArray(material['tlogEntries'], 'tlogEntries');
    const publicKey = asObject(material['publicKey'], 'publicKey');
    onlyFields(publicKey, ['hint'], 'publicKey');
    const hint = publicKey['hint'] === undefined ? '' : asString(publicKey['hint'], 'hint');
    if (hint !== '' && !keys.some((key) => hint === hintOf(key)))
        throw new RangeError('names another key');
    return bundle;
}
/** As cosign writes it. */
function hintOf({ publicKey }) {
    return (0,external_node_crypto_.createHash)('sha256').update(publicKey.spki).digest('base64');
}

;// CONCATENATED MODULE: ./src/formats/sshsig/read.js







const MAGIC = Buffer.from('SSHSIG');
const NAMESPACE = Buffer.from('file');
/** `.sshsig` (OpenSSH's PROTOCOL.sshsig), namespace `file`, by the trusted key and no other. */
const readSshsig = (bytes, keys) => {
    const key = ellipticKey(keys, 'SSHSIG');
    const reader = new ByteReader(strictBase64(readArmor(bytes, 'SSH SIGNATURE').join('')));
    if (!reader.take(MAGIC.length).equals(MAGIC) || reader.uint32() !== 1)
        throw new RangeError('is no SSHSIG of version 1');
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
    return wrappedCheck(hash, (digest) => {
        const signed = [NAMESPACE, Buffer.alloc(0), Buffer.from(hash), digest].map(sshString);
        const outer = (0,external_node_crypto_.createHash)(key.algorithm.hash)
            .update(Buffer.concat([MAGIC, ...signed]))
            .digest();
        return (0,signing_key/* verifyDigest */.Ub)(key, outer, signature);
    });
};
function innerHash(name) {
    const hash = ['sha256', 'sha512'].find((known) => name.equals(Buffer.from(known)));
    if (hash === undefined)
        throw new RangeError('uses a hash that SSHSIG does not have');
    return hash;
}
/** RFC 5656, 3.1.2, as DER. */
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





/** How the signature files of each format are read. */
const READERS = {
    sig: readRaw,
    base64: readBase64,
    sigstore: readSigstoreBundle,
    sshsig: readSshsig,
    openpgp: readOpenpgp,
    cms: readCms,
};

;// CONCATENATED MODULE: ./src/verify/signature-files.js







/** Far more than any signature, with a chain of certificates too. */
const MAX_SIGNATURE_BYTES = 1024 * 1024;
/**
 * The signature files of a file, those that exist.
 * @param base absolute path that the extensions are put behind
 */
async function readSignatureFiles(base, formats, keys) {
    const read = formats.map((format) => readSignatureFile(base + formats_format/* EXTENSIONS */.Z[format], format, keys));
    return (await Promise.all(read)).filter((file) => file !== undefined);
}
async function readSignatureFile(path, format, keys) {
    try {
        return { format, path, check: READERS[format](await (0,read_bounded/* readBounded */.C)(path, MAX_SIGNATURE_BYTES), keys) };
    }
    catch (error) {
        if (await isAbsent(path, error))
            return undefined;
        return { format, path, fault: faultOf(error) };
    }
}
/** What a reader says is wrong, as the end of a sentence that begins with the path; printable. */
function faultOf(error) {
    return (0,base_log/* printable */.g$)(error instanceof RangeError ? error.message : `cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, 300);
}
/** Nothing is there, not even a link that leads nowhere; nor can there be where a long name has no room for more. */
async function isAbsent(path, error) {
    if (!['ENOENT', 'ENAMETOOLONG'].includes((0,errors/* systemCodeOf */.c7)(error) ?? ''))
        return false;
    return (0,promises_.lstat)(path).then(() => false, () => true);
}
/** The hashes of a file that its signature files ask for. */
function hashesFor(signatures) {
    return signatures.flatMap((file) => ('check' in file ? file.check.alternatives.map(({ hash }) => hash) : []));
}
/** The formats of those signature files that are right, and a problem for each of the others. */
function judgeSignatures(path, signatures, content) {
    const right = [];
    const problems = [];
    for (const file of signatures) {
        const reason = 'fault' in file ? file.fault : mismatch(file.check, content);
        if (reason === undefined)
            right.push(file.format);
        else
            problems.push({ code: 'SIGNATURE_INVALID', path: file.path, reason });
    }
    const isBare = signatures.some((file) => 'check' in file && file.check.bare);
    const danger = isBare ? dangerOf(content.ends) : undefined;
    if (danger !== undefined)
        problems.push({ code: 'UNSAFE_FILE', path, reason: `has signatures that prove nothing: ${danger}` });
    return { right, problems };
}
function mismatch({ alternatives }, content) {
    if (alternatives.some((way) => way.confirms(content.digestOf(way))))
        return undefined;
    return 'is no signature of its file by the trusted key: the file was changed, or another file or key signed';
}

;// CONCATENATED MODULE: ./src/verify/signed-checksums.js








/** A million lines. */
const MAX_CHECKSUMS_BYTES = 64 * 1024 * 1024;
const SIGNED_AS_IT_IS = 'It is signed as it is: ask the publisher for a right one.';
/**
 * Reads a checksum file once, verifies its signatures over those very bytes, and only then takes them apart.
 * @throws ActionError FILE_UNREADABLE; CHECKSUMS_INVALID when it is signed and broken all the same
 */
async function readSignedChecksums(request) {
    const { path } = request;
    const bytes = await readChecksumFile(path);
    const problems = await problemsWith(bytes, request);
    if (problems.length > 0)
        return { problems, digestOf: () => undefined };
    const { hash, entries } = parseChecksums(bytes, (0,base_log/* printable */.g$)(path), SIGNED_AS_IT_IS);
    const listed = new Map(entries.map(({ name, digest }) => [name, { hash, digest }]));
    const folder = (0,external_node_path_.dirname)(path);
    return {
        problems,
        digestOf: (file, filePath) => namesIn(folder, file, filePath)
            .map((name) => listed.get(name))
            .find((digest) => digest !== undefined),
    };
}
async function readChecksumFile(path) {
    try {
        return await (0,read_bounded/* readBounded */.C)(path, MAX_CHECKSUMS_BYTES);
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('FILE_UNREADABLE', `The checksum file ${(0,base_log/* printable */.g$)(path)} ${faultOf(cause)}.`, {
            hint: 'See that the input checksums names the file, relative to the workspace, and that an earlier step brought it there.',
            cause,
        });
    }
}
/** What speaks against the checksum file; nothing when it has a signature and all that it has are right. */
async function problemsWith(bytes, { path, formats, signaturesDir, keys }) {
    const bases = new Set([path, (0,external_node_path_.join)(signaturesDir ?? (0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path))]);
    const signatures = (await Promise.all([...bases].map((base) => readSignatureFiles(base, formats, keys)))).flat();
    if (signatures.length === 0)
        return [{ code: 'SIGNATURE_MISSING', path, reason: `has no signature file (${formats.join(', ')})` }];
    return judgeSignatures(path, signatures, digestBytes(bytes, new Set(hashesFor(signatures)))).problems;
}

// EXTERNAL MODULE: ./src/files/matches.js + 24 modules
var matches = __webpack_require__(356);
;// CONCATENATED MODULE: ./src/formats/dsse/read.js





const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1';
/**
 * The subjects of a SLSA provenance v1 in an in-toto statement v1, DSSE, Sigstore bundle v0.3, after the signature
 * has verified. A statement of another kind is refused: signed all the same, it may say the opposite.
 * @throws RangeError whose message goes on from "the statement …"
 */
function verifiedSubjects(bytes, keys) {
    const envelope = asObject(readBundle(bytes, 'dsseEnvelope', keys)['dsseEnvelope'], 'dsseEnvelope');
    onlyFields(envelope, ['payload', 'payloadType', 'signatures'], 'dsseEnvelope');
    if (envelope['payloadType'] !== PAYLOAD_TYPE)
        throw new RangeError('is not of in-toto');
    const payload = strictBase64(asString(envelope['payload'], 'payload'));
    const signatures = asArray(envelope['signatures'], 'signatures');
    if (signatures.length !== 1)
        throw new RangeError('does not have exactly one signature');
    const entry = asObject(signatures[0], 'signature');
    onlyFields(entry, ['sig', 'keyid'], 'signature');
    const signature = strictBase64(asString(entry['sig'], 'signature'));
    const signed = preAuthenticationEncoding(payload);
    const confirmed = keys.some((key) => (0,signing_key/* verifyDigest */.Ub)(key, (0,external_node_crypto_.createHash)(key.algorithm.hash).update(signed).digest(), signature));
    if (!confirmed)
        throw new RangeError('is not signed by the trusted key');
    return readSubjects(payload);
}
/** DSSE v1, "PAE". */
function preAuthenticationEncoding(payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `), payload]);
}
function readSubjects(payload) {
    const statement = readJsonObject(payload);
    if (statement['_type'] !== STATEMENT_TYPE)
        throw new RangeError('is no in-toto statement v1');
    if (statement['predicateType'] !== PROVENANCE_TYPE)
        throw new RangeError('is no SLSA provenance v1');
    return asArray(statement['subject'], 'subject').map((value) => {
        const subject = asObject(value, 'subject');
        const digest = Object.entries(asObject(subject['digest'], 'digest'));
        return {
            name: asString(subject['name'], 'name'),
            digest: Object.fromEntries(digest.map(([algorithm, hex]) => [algorithm, asString(hex, 'digest')])),
        };
    });
}

;// CONCATENATED MODULE: ./src/verify/statements.js








/** 1,024 subjects with long names and a large predicate are about 1 MiB. */
const MAX_STATEMENT_BYTES = 16 * 1024 * 1024;
const READS_AT_ONCE = 4;
const statements_HASHES = Object.keys(public_key/* DIGEST_BYTES */.x4);
const statements_NOTHING = Buffer.alloc(0);
/**
 * Reads and verifies all bundles that the patterns take.
 * @throws ActionError NO_FILES, whatever `if-no-files-found` says of the release files; INVALID_INPUT, FILE_UNREADABLE
 */
async function readStatements(patterns, workspace, keys, log) {
    const search = { patterns, input: 'provenance', workspace, maxFiles: 0, ifNoFilesFound: 'error', log };
    const found = await (0,matches/* collectMatches */.AU)(search);
    (0,matches/* reportUnmatched */.Er)(search, found.patterns, found.matches);
    const paths = found.matches.map(({ path }) => path).sort();
    const bundles = await (0,map_bounded/* mapBounded */.y)(paths, READS_AT_ONCE, (path) => statements_readBundle(path, keys));
    const digestsOf = (file, path) => bundles.flatMap(({ folder, subjects }) => {
        const stated = namesIn(folder, file, path).map((name) => subjects?.get(name));
        return stated.find((digests) => digests !== undefined) ?? [];
    });
    return { paths, problems: bundles.flatMap(({ problem }) => problem ?? []), digestsOf };
}
async function statements_readBundle(path, keys) {
    const folder = (0,external_node_path_.dirname)(path);
    try {
        return { folder, subjects: byName(verifiedSubjects(await (0,read_bounded/* readBounded */.C)(path, MAX_STATEMENT_BYTES), keys)) };
    }
    catch (error) {
        return { folder, problem: { code: 'SIGNATURE_INVALID', path, reason: faultOf(error) } };
    }
}
function byName(subjects) {
    const named = Map.groupBy(subjects, ({ name }) => name);
    return new Map([...named].map(([name, group]) => [name, group.map(({ digest }) => known(digest))]));
}
function known(digest) {
    const entries = statements_HASHES.flatMap((hash) => {
        const hex = Object.hasOwn(digest, hash) ? digest[hash] : undefined;
        return hex === undefined ? [] : [[hash, hex]];
    });
    return new Map(entries);
}
/** Whether one of the digests is the file's: by at least one hash, and by no other hash another. */
function isStated(stated, content) {
    return stated.some((digests) => {
        const all = [...digests];
        return (all.length > 0 && all.every(([hash, hex]) => content.digestOf({ hash, suffix: statements_NOTHING }).toString('hex') === hex));
    });
}

;// CONCATENATED MODULE: ./src/verify/trusted-keys.js

/**
 * The trusted key by each algorithm that it may have signed with. An elliptic curve has one. Which hash an RSA key signs
 * is not in its public key: without the input all three are tried where a signature file does not tell. That lets in
 * nothing that the key did not sign, since the signature has to verify with one of them.
 * @throws ActionError UNSUPPORTED_ALGORITHM
 */
function trustedKeys({ publicKey, hashAlgorithm }) {
    const algorithm = (0,signing_key.algorithmOfPublicKey)(publicKey);
    if (algorithm !== undefined)
        return [{ algorithm, publicKey }];
    const hashes = hashAlgorithm === 'auto' ? ['sha256', 'sha384', 'sha512'] : [hashAlgorithm];
    return hashes.map((hash) => ({ algorithm: (0,signing_key/* rsaPssAlgorithm */.Op)(publicKey, hash), publicKey }));
}

;// CONCATENATED MODULE: ./src/verify/verify-file.js






/**
 * Holds a file against everything that there is for it. Whatever is wrong is in the verdict, nothing is thrown:
 * one bad file hides no other.
 */
async function verifyFile(file, evidence) {
    const { path } = file.source;
    const verdict = (verifiedBy, problems) => ({
        name: file.name,
        path,
        verifiedBy,
        problems,
    });
    const { keys, formats, signaturesDir } = evidence;
    const base = signaturesDir === undefined ? path : (0,external_node_path_.join)(signaturesDir, file.name);
    const signatures = await readSignatureFiles(base, formats, keys);
    const listed = evidence.checksums?.digestOf(file, path);
    const stated = evidence.statements?.digestsOf(file, path) ?? [];
    const hashes = new Set([...hashesFor(signatures), ...hashesOf(listed, stated)]);
    let content;
    try {
        // Where nothing could be right there is nothing to hash.
        content = hashes.size === 0 ? digestBytes(Buffer.alloc(0), hashes) : await digestFile(path, hashes);
    }
    catch (error) {
        const { code, message } = (0,errors/* asActionError */.z6)(error, 'FILE_UNREADABLE', 'It');
        return verdict([], [{ code, path, reason: `could not be read: ${message}` }]);
    }
    const own = judgeSignatures(path, signatures, content);
    const checksum = judgeChecksum(path, evidence.checksums, listed, content);
    const provenance = judgeProvenance(path, evidence.statements, stated, content);
    const others = [checksum, provenance].filter((judged) => judged !== undefined);
    if (others.length === 0 && signatures.length === 0)
        return verdict([], [missing(path, base, evidence)]);
    const proofs = others.flatMap(({ proof }) => proof ?? []);
    return verdict([...own.right, ...proofs], [...own.problems, ...others.flatMap(({ problem }) => problem ?? [])]);
}
function hashesOf(listed, stated) {
    return [...(listed === undefined ? [] : [listed.hash]), ...stated.flatMap((digests) => [...digests.keys()])];
}
function missing(path, base, { formats, signaturesDir }) {
    const where = signaturesDir === undefined ? 'beside it' : `at ${(0,base_log/* printable */.g$)(base)} and the format's extension`;
    return { code: 'SIGNATURE_MISSING', path, reason: `has no signature file ${where} (${formats.join(', ')})` };
}
function judgeChecksum(path, checksums, listed, content) {
    if (checksums === undefined)
        return undefined;
    if (checksums.problems.length > 0)
        return {};
    const problem = (reason) => ({ problem: { code: 'CHECKSUM_MISMATCH', path, reason } });
    if (listed === undefined)
        return problem('is not listed in the checksum file');
    const digest = content.digestOf({ hash: listed.hash, suffix: Buffer.alloc(0) });
    return digest.equals(listed.digest) ? { proof: 'checksums' } : problem('is not the file that the checksum file lists');
}
function judgeProvenance(path, statements, stated, content) {
    if (statements === undefined)
        return undefined;
    if (isStated(stated, content))
        return { proof: 'provenance' };
    // A statement that is wrong might be the one that names the file.
    if (stated.length === 0 && statements.problems.length > 0)
        return {};
    const reason = stated.length === 0 ? 'is named in no statement' : 'is not the file that the statements name';
    return { problem: { code: 'CHECKSUM_MISMATCH', path, reason } };
}

;// CONCATENATED MODULE: ./src/verify/verify-release.js









const FILES_AT_ONCE = 8;
/**
 * Verifies the release files that were found, but for the checksum file and the statements among them.
 * @throws ActionError what makes verifying impossible; a file that is not verified is in the verdict
 */
async function verifyRelease(inputs, found, log) {
    const { formats, signaturesDir, workspace } = inputs;
    const keys = trustedKeys(inputs);
    const checksums = inputs.checksums === undefined
        ? undefined
        : await readSignedChecksums({ path: inputs.checksums, formats, signaturesDir, keys });
    const statements = inputs.provenance === undefined ? undefined : await readStatements(inputs.provenance, workspace, keys, log);
    const evidencePaths = new Set([...checksumPaths(inputs), ...(statements?.paths ?? [])]);
    const files = releaseFiles(found, evidencePaths, log);
    const evidence = { keys, formats, signaturesDir, checksums, statements };
    return {
        files: await (0,map_bounded/* mapBounded */.y)(files, FILES_AT_ONCE, (file) => verifyFile(file, evidence)),
        problems: [...(checksums?.problems ?? []), ...(statements?.problems ?? [])],
    };
}
/** The checksum file and every signature file that it could have. */
function checksumPaths({ checksums, signaturesDir }) {
    if (checksums === undefined)
        return [];
    const bases = [checksums, (0,external_node_path_.join)(signaturesDir ?? (0,external_node_path_.dirname)(checksums), (0,external_node_path_.basename)(checksums))];
    return [checksums, ...bases.flatMap((base) => Object.values(formats_format/* EXTENSIONS */.Z).map((extension) => base + extension))];
}
/** The files without those that only prove others, named as if these had not been found. */
function releaseFiles(found, evidence, log) {
    const kept = [];
    for (const { source, ...file } of found) {
        if (source.kind !== 'file')
            continue;
        if (evidence.has(source.path))
            log.info(`Left out: ${(0,base_log/* printable */.g$)(source.path)} (it proves other files)`);
        else
            kept.push({ ...file, source });
    }
    const paths = kept.map(({ source }) => source.path);
    const names = (0,files_names/* namesOf */.eZ)(paths, (0,files_names/* commonFolder */.Mp)(paths.map((path) => (0,external_node_path_.dirname)(path))) ?? '');
    return kept.map((file, i) => ({ ...file, name: names[i] ?? file.name }));
}

// EXTERNAL MODULE: ./src/base/markdown.js
var markdown = __webpack_require__(886);
;// CONCATENATED MODULE: ./src/verify/verify-summary.js



/** The job summary, Markdown: what is not verified comes first. */
function verifySummary({ files, problems }, { workspace, publicKey }) {
    const verified = files.filter(verify_verdict/* isVerified */.p);
    const failed = files.filter((file) => !(0,verify_verdict/* isVerified */.p)(file));
    const rows = [...failed, ...verified].map((file) => row(file, workspace));
    const others = problems.map((problem) => `- ${told(problem, workspace)}\n`).join('');
    return [
        `## ${verified.length} of ${files.length} files verified\n`,
        `Trusted key: ${(0,markdown/* markdownCode */.D9)(publicKey.fingerprint)}\n`,
        ...(others === '' ? [] : [others]),
        (0,markdown/* markdownTable */.Qj)(['File', 'Verified', 'By', 'Problems'], rows),
    ].join('\n');
}
function row(file, workspace) {
    const problems = file.problems.map((problem) => told(problem, workspace)).join('<br>');
    return [(0,markdown/* markdownCode */.D9)(file.name), (0,verify_verdict/* isVerified */.p)(file) ? 'yes' : '**no**', file.verifiedBy.join(', '), problems];
}
function told({ code, path, reason }, workspace) {
    return `${code}: ${(0,markdown/* markdownCode */.D9)((0,display_path/* outputPath */.X)(path, workspace))} ${(0,markdown/* markdownText */.p7)(reason)}`;
}

;// CONCATENATED MODULE: ./src/verify/verify-and-report.js







/**
 * Verifies release files and tells about it: log, summary, outputs.
 * @throws ActionError OUTPUT_FAILED, SIGNATURE_INVALID, UNSAFE_FILE, CHECKSUM_MISMATCH, SIGNATURE_MISSING, … naming every such file
 */
async function verifyAndReport(inputs, found, front) {
    const { log } = front;
    log.info(`Trusted key: ${inputs.publicKey.fingerprint}`);
    const verdict = await front.group('Verify', async () => {
        const made = await verifyRelease(inputs, found, log);
        for (const file of made.files.filter(verify_verdict/* isVerified */.p))
            log.info(`Verified: ${(0,base_log/* printable */.g$)(file.name)} (${file.verifiedBy.join(', ')})`);
        return made;
    });
    // Into the log first: a runner that takes no outputs must not hide which file is bad.
    const failure = failureOf(verdict, inputs.workspace, log);
    front.addSummary(verifySummary(verdict, inputs));
    (0,verify_outputs/* setVerifyOutputs */.k)(verdict, inputs.workspace, front);
    if (failure !== undefined)
        throw failure;
    if (verdict.files.length === 0 && inputs.ifNoFilesFound === 'error')
        throw nothingLeft();
    log.info(`${verdict.files.length} file${verdict.files.length === 1 ? '' : 's'} verified.`);
}
function nothingLeft() {
    return new errors/* ActionError */.lZ('NO_FILES', 'The patterns in `files` take nothing but the checksum file or the statements.', {
        hint: 'Name the release files themselves in `files`, one pattern a line.',
    });
}


/***/ })

};
