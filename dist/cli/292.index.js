export const id = 292;
export const ids = [292,188];
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

/***/ 48292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/files/names.js
var names = __webpack_require__(32145);
// EXTERNAL MODULE: ./src/runner/help-link.js
var help_link = __webpack_require__(57682);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/files/matches.js + 8 modules
var files_matches = __webpack_require__(47380);
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
    const broken = matches.filter(({ path }) => /[\r\n\0]/u.test(path)).map(({ path }) => (0,log/* printable */.g$)(path));
    if (broken.length === 0)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Names with a line break cannot be verified:\n${(0,log/* listed */.KE)(broken)}`, {
        hint: 'The sign action signs no such file: leave it out by a line with `!`, or find out where it comes from.',
    });
}

// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
// EXTERNAL MODULE: ./src/crypto/key-algorithm.js
var key_algorithm = __webpack_require__(83996);
// EXTERNAL MODULE: ./src/inputs/input-reader.js
var input_reader = __webpack_require__(23359);
// EXTERNAL MODULE: ./src/crypto/public-key.js
var public_key = __webpack_require__(34188);
// EXTERNAL MODULE: ./src/inputs/key-pin.js
var key_pin = __webpack_require__(5650);
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
    if ((0,key_pin/* faultOfBareFingerprint */.Ei)(reader, 'public-key', text))
        return [];
    const pem = await (0,key_pin/* pemTextOrFile */.li)(reader, 'public-key', workspace, KEY_EXAMPLE);
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
    if ((0,key_pin/* faultOfBareFingerprint */.Ei)(reader, 'fingerprint', text))
        return [];
    const given = text
        .toLowerCase()
        .split(/[\s,]+/u)
        .filter((text) => text !== '');
    const wrong = given.find((text) => !/^sha256:[0-9a-f]{64}$/u.test(text));
    if (wrong === undefined)
        return given;
    reader.fault('fingerprint', `is ${(0,input_reader/* quoted */.TL)(wrong)}, which is not sha256: and 64 hex digits`, FINGERPRINT_EXAMPLE);
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
var policy = __webpack_require__(45269);
;// CONCATENATED MODULE: ./src/verify/inputs.js







async function readInputs(env) {
    const reader = new input_reader/* InputReader */.i_(env);
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
        hashAlgorithm: reader.choice('hash-algorithm', input_reader/* HASH_CHOICES */.G3, 'auto'),
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
    const { rules, faults } = (0,policy/* readPolicy */.T)(reader.text('policy'), server.replace(/\/$/u, ''), input_reader/* quoted */.TL);
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
        reader.fault('predicate-type', `is ${(0,input_reader/* quoted */.TL)(predicateType)}, which is not a URI`, example);
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
var verify_outputs = __webpack_require__(19933);
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
        const { withMeaning, withShortPaths } = await __webpack_require__.e(/* import() */ 316).then(__webpack_require__.bind(__webpack_require__, 16316));
        const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.');
        const failure = withMeaning(withShortPaths(thrown, workspace), 'Nothing was verified.');
        const { failureSummary } = await __webpack_require__.e(/* import() */ 754).then(__webpack_require__.bind(__webpack_require__, 42754));
        front.addSummary(failureSummary('Nothing was verified', { failure, help: (0,help_link/* helpLink */.C)(failure.code, env) }));
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
    const { verifyAndReport } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(499)]).then(__webpack_require__.bind(__webpack_require__, 9499));
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


/***/ }),

/***/ 45269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readPolicy),
/* harmony export */   g: () => (/* binding */ misfits)
/* harmony export */ });
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14900);

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

/***/ 14900:
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

/***/ 49522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isVerified)
/* harmony export */ });
function isVerified({ proofs, problems }) {
    return proofs.length > 0 && problems.length === 0;
}


/***/ }),

/***/ 19933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ setVerifyOutputs)
/* harmony export */ });
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63097);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49522);


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
