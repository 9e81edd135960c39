export const id = 515;
export const ids = [515,188];
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certificateFile: () => (/* binding */ certificateFile),
/* harmony export */   checkCertificateKey: () => (/* binding */ checkCertificateKey),
/* harmony export */   parseGivenCertificate: () => (/* binding */ parseGivenCertificate)
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


/***/ })

};
