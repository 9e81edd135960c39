export const id = 483;
export const ids = [483,114,188];
export const modules = {

/***/ 23988:
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
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   tv: () => (/* binding */ utf8String),
/* harmony export */   wF: () => (/* binding */ unsignedInteger),
/* harmony export */   y8: () => (/* binding */ der)
/* harmony export */ });
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
/* harmony import */ var _primitives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70773);

function digestOf(hash, ...parts) {
    const running = _primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .PRIMITIVES */ .J.startHash(hash);
    for (const part of parts)
        running.update(part);
    return running.digest();
}


/***/ }),

/***/ 83996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ algorithmOfPublicKey),
/* harmony export */   H1: () => (/* binding */ CURVES),
/* harmony export */   Op: () => (/* binding */ rsaPssAlgorithm),
/* harmony export */   ST: () => (/* binding */ algorithmFits),
/* harmony export */   jg: () => (/* binding */ algorithmNamed),
/* harmony export */   lJ: () => (/* binding */ keyKindOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43705);
/* harmony import */ var _hashes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18127);



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
    const hash = _hashes_js__WEBPACK_IMPORTED_MODULE_1__/* .HASH_ALGORITHMS */ .UH.find((candidate) => candidate === `sha${digest ?? ''}`);
    if (bits !== undefined && hash !== undefined)
        return rsaPss(Number(bits), hash);
    throw unsupported(`The key's algorithm ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name, 100)} is not known to this version of the action`);
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

/***/ 70773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PRIMITIVES)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

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

/***/ 34188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OP: () => (/* binding */ pssSpki),
/* harmony export */   W8: () => (/* binding */ publicKeyFromSpki),
/* harmony export */   ee: () => (/* binding */ parsePublicKey),
/* harmony export */   jX: () => (/* binding */ ecPoint),
/* harmony export */   ps: () => (/* binding */ pem),
/* harmony export */   publicKeyInText: () => (/* binding */ publicKeyInText),
/* harmony export */   r$: () => (/* binding */ pssAlgorithmIdentifier)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7451);
/* harmony import */ var _hashes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18127);
/* harmony import */ var _primitives_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70773);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23988);




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
        files: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asArray */ ._j)(content['files'], 'files').map(entry),
        checksums: checksums === null ? undefined : entry(checksums),
        statements: [
            ...strings(content['provenance'], 'provenance'),
            ...(content['attestations'] === undefined ? [] : strings(content['attestations'], 'attestations')),
        ],
        runFiles: strings(content['runFiles'], 'runFiles'),
        content,
    };
}
function entry(value) {
    const content = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(value, 'entry');
    return {
        displayPath: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asString */ .oJ)(content['path'], 'path'),
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
        ...(checksums === undefined ? [] : [checksums.displayPath, ...checksums.files]),
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

/***/ 47483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PB: () => (/* binding */ assetNames),
  Gy: () => (/* binding */ checkPlan),
  bz: () => (/* binding */ knownOf),
  knownWithoutRequests: () => (/* binding */ knownWithoutRequests),
  iS: () => (/* binding */ planOutputs),
  im: () => (/* binding */ statedBeside)
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
// EXTERNAL MODULE: ./src/registry/reference.js
var reference = __webpack_require__(904);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/files/names.js + 1 modules
var names = __webpack_require__(82426);
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
            conflicts.push(owner === name ? `${shown(name)}, twice` : (0,log/* pairOf */.cF)([owner, name], shown));
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
        hint: 'Give the files names of their own, of A-Z a-z 0-9 . _ + - and without a dot at either end, or set `release-assets: false`.',
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(24157);
// EXTERNAL MODULE: ./src/files/version-control.js
var version_control = __webpack_require__(87957);
// EXTERNAL MODULE: ./src/files/name-rules.js
var name_rules = __webpack_require__(27960);
;// CONCATENATED MODULE: ./src/writing/name-clashes.js



function namesOf(taken, folder) {
    const names = taken.get(folder) ?? new Map();
    taken.set(folder, names);
    return names;
}
class NameClashes {
    #rules;
    #folders = new Map();
    #listings = new Map();
    constructor(rules = new name_rules/* FolderNames */.F()) {
        this.#rules = rules;
    }
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
        const folder = await this.#realFolder((0,external_node_path_.dirname)(path));
        const name = (0,external_node_path_.basename)(path);
        const names = namesOf(taken, (0,name_rules/* widestKey */.o)(folder));
        const key = (0,name_rules/* widestKey */.o)(name);
        const alike = names.get(key);
        for (const other of alike ?? []) {
            const real = (0,external_node_path_.join)(await this.#realFolder((0,external_node_path_.dirname)(other)), (0,external_node_path_.basename)(other));
            if (await this.#areOne((0,external_node_path_.join)(folder, name), real))
                return other;
        }
        names.set(key, alike === undefined ? [path] : [...alike, path]);
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
        throw (0,write_failed/* outputExists */.oT)((0,log/* listed */.KE)(inTheWay.map(({ path }) => (0,display_path/* shownPath */.pS)(path))));
}
function refuseSharedPaths(clashes) {
    const spelt = clashes.filter(([a, b]) => a !== b);
    if (spelt.length > 0)
        throw (0,write_failed/* namesClash */.mE)(spelt);
    if (clashes.length === 0)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Two files would have one path:\n${(0,log/* listed */.KE)(clashes.map(([path]) => (0,display_path/* shownPath */.pS)(path)))}`, {
        hint: 'A file that is signed, or read for it, has the name of something that this action writes. Rename it, leave it out by a line with `!`, or set another `output-dir`.',
    });
}
async function refuseVersionControl(folder, workspace) {
    const real = await (0,version_control/* belowVersionControl */.t)(folder, workspace);
    if (real === undefined)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Version control keeps its own in ${(0,log/* printable */.g$)(real)}, and is broken by other files there.`, { hint: 'Set `output-dir` to a folder elsewhere, or leave these files out by a line with `!`.' });
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
function planOutputs({ inputs, found, predicates }, known, before) {
    const { targets, formats, outputDir } = inputs;
    const signaturePaths = before?.signaturePaths ??
        found.files.map((file) => targets.includes('files') ? formats.map((format) => signaturePath(file, format, outputDir)) : []);
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
        names.push(...(0,provenance/* provenanceFileNames */.A)(files));
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
    const sums = signsChecksums && known.hash !== undefined ? (0,external_node_path_.join)(plan.runFolder, hashes/* HASHES */.T$[known.hash].checksumFile) : '';
    const mayExist = async (path) => path === sums && known.hash !== undefined
        ? (0,shared_folder/* listsTheSame */.$o)(path, names, known.hash)
        : (0,shared_folder/* mayStay */.r)(path, plan.runFolder, inputs, known.publicKey);
    await checkOutputPaths({ paths, inputs: found.readPaths, overwrite, workspace, mayExist });
}
function statedBeside(inputs) {
    if (!inputs.targets.includes('provenance') && !attests(inputs))
        return undefined;
    return new Set(inputs.images?.references.map(reference/* hexOf */.ZD));
}


/***/ }),

/***/ 28223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ listsTheSame),
/* harmony export */   Cv: () => (/* binding */ checksumFilesIn),
/* harmony export */   hR: () => (/* binding */ refuseOtherChecksums),
/* harmony export */   mT: () => (/* binding */ holdsSameKey),
/* harmony export */   r: () => (/* binding */ mayStay)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63097);
/* harmony import */ var _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57211);
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18127);
/* harmony import */ var _crypto_public_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34188);
/* harmony import */ var _formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28515);
/* harmony import */ var _files_checksums_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24885);
/* harmony import */ var _files_earlier_manifest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48555);
/* harmony import */ var _formats_identity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63786);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40513);
/* harmony import */ var _github_releases_same_key_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(54654);
/* harmony import */ var _writing_write_failed_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(26155);












const MOST_KEY_FILE_BYTES = 64 * 1024;
async function mayStay(path, runFolder, inputs, publicKey) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    if (name !== _formats_run_files_js__WEBPACK_IMPORTED_MODULE_9__/* .MANIFEST_FILE */ .h1 && !(0,_formats_run_files_js__WEBPACK_IMPORTED_MODULE_9__/* .isKeyFile */ .cI)(name))
        return false;
    const key = publicKey ?? (await keyBeside(runFolder));
    if (key === undefined || !fitsPin(key, inputs))
        return false;
    if (name === _formats_run_files_js__WEBPACK_IMPORTED_MODULE_9__/* .MANIFEST_FILE */ .h1) {
        const manifest = await (0,_files_earlier_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .readManifest */ .WI)(path);
        return manifest?.keyId === inputs.keyId && manifest.fingerprint === key.fingerprint;
    }
    const content = await (0,_base_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(path, MOST_KEY_FILE_BYTES).catch(() => undefined);
    return content !== undefined && holdsSameKey(name, content, inputs, key);
}
function holdsSameKey(name, content, inputs, key) {
    if (name === 'kms-certificate.pem' && inputs.certificate !== undefined)
        return (0,_formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .certificateFile */ .oE)((0,_formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .parseGivenCertificate */ .cV)(inputs.certificate, new Date())).content.equals(content);
    return (0,_github_releases_same_key_js__WEBPACK_IMPORTED_MODULE_10__/* .holdsKey */ .g)(name, content, { key, principal: (0,_formats_identity_js__WEBPACK_IMPORTED_MODULE_8__/* .sshPrincipal */ .F)(inputs.identity, inputs.keyId) });
}
async function keyBeside(folder) {
    try {
        return (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePublicKey */ .ee)((await (0,_base_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'kms-public-key.pem'), MOST_KEY_FILE_BYTES)).toString());
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
const MOST_CHECKSUM_BYTES = 32 * 1024 * 1024;
async function listsTheSame(path, names, hash) {
    const { bytes } = _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_3__/* .HASHES */ .T$[hash];
    const blank = (0,_files_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .checksumFile */ .uu)(names.map((name) => ({ name, digest: Buffer.alloc(bytes) }))).toString('latin1');
    const digests = new RegExp(`^(\\\\?)[0-9a-f]{${2 * bytes}}(?= {2})`, 'gmu');
    return (await contentOf(path))?.toString('latin1').replace(digests, `$1${'00'.repeat(bytes)}`) === blank;
}
async function refuseOtherChecksums(path, content) {
    const existing = await contentOf(path);
    if (existing !== undefined && !existing.equals(content))
        throw (0,_writing_write_failed_js__WEBPACK_IMPORTED_MODULE_11__/* .outputExists */ .oT)(`  ${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .shownPath */ .pS)(path)}`);
}
async function checksumFilesIn(folder) {
    const names = Object.values(_crypto_hashes_js__WEBPACK_IMPORTED_MODULE_3__/* .HASHES */ .T$).map((hash) => hash.checksumFile);
    const contents = await Promise.all(names.map((name) => contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name))));
    return names.filter((_, at) => contents[at] !== undefined);
}
async function contentOf(path) {
    try {
        return await (0,_base_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(path, MOST_CHECKSUM_BYTES);
    }
    catch {
        return undefined;
    }
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
/* harmony export */   A: () => (/* binding */ provenanceFileNames),
/* harmony export */   M: () => (/* binding */ provenanceStatements),
/* harmony export */   runPredicate: () => (/* binding */ runPredicate)
/* harmony export */ });
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40513);
/* harmony import */ var _base_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3582);
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
const OUTSIDE_HINT = "GitHub's runner sets these in every job: run the action in a workflow, or leave `provenance` out of `sign`.";
const OTHER_SERVER_HINT = "GitHub's runner sets these in every job, and without them no verifier could tell which run it was: leave `provenance` out of `sign` here. Signatures over files and checksums need none of it.";
function requiredFacts(environment) {
    const missing = REQUIRED.filter((name) => given(environment, name) === undefined);
    if (missing.length > 0) {
        const server = (0,_base_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .otherServer */ .I)(environment);
        const whose = server === undefined ? 'the environment has no' : `the runner of ${server} sets no`;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('INVALID_INPUT', `\`sign: provenance\` states the run, and ${whose} ${missing.join(', ')}.`, {
            hint: server === undefined ? OUTSIDE_HINT : OTHER_SERVER_HINT,
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
        hint: 'Find out which step of the job sets these variables (by `$GITHUB_ENV` or `env:`), and take that out: they have to be as the runner sets them.',
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
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63097);
/* harmony import */ var _base_open_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36718);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43705);




const ELSEWHERE = 'or have the outputs written elsewhere: `output-dir: ${{ runner.temp }}/signatures`';
const FULL = `Free some space on that disk, ${ELSEWHERE}. Files already in place were taken back.`;
const FORBIDDEN = `Let the user that the runner works as write there, ${ELSEWHERE}.`;
const HELD = 'Another program held the file for longer than this run tries again: see what does (a virus scanner, an indexer, an editor, a step that still runs), and run it again.';
const IN_THE_WAY = `A folder is where a file has to be, or the other way round. Remove or rename it, ${ELSEWHERE}.`;
const MAY_BE_HELD = ['EBUSY', 'EPERM', 'EACCES'];
const HINTS = {
    EMFILE: _base_open_file_js__WEBPACK_IMPORTED_MODULE_2__/* .TOO_MANY_OPEN_HINT */ .CR,
    ENFILE: _base_open_file_js__WEBPACK_IMPORTED_MODULE_2__/* .TOO_MANY_OPEN_HINT */ .CR,
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
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('WRITE_FAILED', `${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .shownPath */ .pS)(path)} cannot be written: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause))}`, {
        hint: hintFor((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemCodeOf */ .c7)(cause) ?? ''),
        cause,
    });
}
function hintFor(code) {
    const hint = HINTS[code] ?? `Check that disk, ${ELSEWHERE}.`;
    return process.platform === 'win32' && MAY_BE_HELD.includes(code) ? `${HELD} Or: ${hint}` : hint;
}
function outputExists(shown) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('OUTPUT_EXISTS', `Exists already, and would have to be replaced:\n${shown}`, {
        hint: 'Remove it, set `overwrite: true` to replace it, or set another `output-dir`. A build that starts from a clean folder does not meet this.',
    });
}
function namesClash(pairs) {
    const shown = pairs.map((pair) => (0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .pairOf */ .cF)(pair, (path) => (0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(path)));
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_INPUT', `These would be one file, by links or because the disk ignores case or Unicode form.\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(shown)}`, { hint: 'Rename one of each, leave it out by a line with `!`, or set another `output-dir`.' });
}


/***/ })

};
