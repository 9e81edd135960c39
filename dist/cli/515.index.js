export const id = 515;
export const ids = [515];
export const modules = {

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
/* harmony export */   o: () => (/* binding */ certificateFile),
/* harmony export */   p: () => (/* binding */ checkCertificateKey),
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
        throw invalid('The input `certificate` holds no certificate in PEM', 'It begins with `-----BEGIN CERTIFICATE-----`.');
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
