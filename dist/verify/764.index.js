export const id = 764;
export const ids = [764];
export const modules = {

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


/***/ })

};
