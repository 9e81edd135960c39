export const id = 760;
export const ids = [760];
export const modules = {

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


/***/ })

};
