export const id = 347;
export const ids = [347,760];
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


/***/ }),

/***/ 6347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ checkCurve),
/* harmony export */   x: () => (/* binding */ warnOfCosign)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43705);
/* harmony import */ var _existing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76647);
/* harmony import */ var _image_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37868);
/* harmony import */ var _payloads_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25214);





const CURVES = ['P-256', 'P-384', 'P-521'];
function checkCurve(algorithm) {
    const curve = algorithm?.curve;
    if (curve !== undefined && CURVES.includes(curve.name))
        return;
    const why = curve === undefined
        ? 'cosign and the policies of clusters verify RSA keys by PKCS #1 v1.5 alone, and KMS signs with PSS'
        : `cosign and the policies of clusters do not know the curve ${curve.name}`;
    const type = algorithm?.name ?? 'RSA';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('UNSUPPORTED_FORMAT', `Images cannot be signed with a key of type ${type}: ${why}.`, {
        hint: 'Use a key of type ECDSA_NIST_P256_SHA_256, which every verifier takes.',
    });
}
function warnOfCosign({ state, layouts }, key, log) {
    const { image, signatures, referrers } = state;
    const layers = signatures.found?.manifest.layers ?? [];
    const own = (0,_existing_js__WEBPACK_IMPORTED_MODULE_1__/* .signedLayer */ .yp)(layers, (0,_payloads_js__WEBPACK_IMPORTED_MODULE_3__/* .simpleSigning */ .i3)(image), key) === undefined ? 0 : 1;
    const others = layers.length - own;
    const bundles = referrers.listed.filter(_image_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isBundle */ .bn).length;
    const name = (0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(image.given, 400);
    if (layouts.includes('referrer') && bundles === 0 && others > 0) {
        log.warning(`${name} has ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(others, 'signature')} of other signers under the tag ${signatures.tag}. cosign 3 reads that tag only while an image has no bundle among its referrers, so from now on they count there only with --new-bundle-format=false. \`image-layouts: tag\` leaves referrers out.`);
    }
    if (!layouts.includes('referrer') && bundles > 0) {
        log.warning(`${name} has ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(bundles, 'bundle')} among its referrers, so cosign 3 reads the tag's signature only with --new-bundle-format=false. Add \`referrer\` to image-layouts to be found without it.`);
    }
}


/***/ }),

/***/ 3231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ EMPTY_CONFIG),
/* harmony export */   BW: () => (/* binding */ withManifests),
/* harmony export */   Qs: () => (/* binding */ content),
/* harmony export */   V$: () => (/* binding */ withLayers),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   fK: () => (/* binding */ signatureConfig),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vY: () => (/* binding */ readIndex)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84681);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28601);



const DIGEST = /^sha256:[0-9a-f]{64}$/u;
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
function content(mediaType, value) {
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
    return { bytes, digest: digestOf(bytes), mediaType };
}
function describe({ mediaType, digest, bytes }) {
    return { mediaType, digest, size: bytes.length };
}
function readManifest(bytes, contentType) {
    const fields = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJsonObject */ .op)(bytes);
    const mediaType = typeof fields['mediaType'] === 'string' ? fields['mediaType'] : contentType;
    if (mediaType !== _media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST */ .e0 && mediaType !== _media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DOCKER_MANIFEST */ .Vv)
        throw new RangeError('is not an image manifest');
    return { fields, mediaType, layers: descriptors(fields['layers']) };
}
function readIndex(bytes) {
    const fields = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJsonObject */ .op)(bytes);
    const mediaType = fields['mediaType'];
    if (mediaType !== undefined && mediaType !== _media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEX */ .hx)
        throw new RangeError('is not an image index');
    return { fields, manifests: fields['manifests'] === null ? [] : descriptors(fields['manifests']) };
}
function descriptors(value) {
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asArray */ ._j)(value, 'content').map((entry) => {
        const fields = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(entry, 'descriptor');
        const digest = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asString */ .oJ)(fields['digest'], 'digest');
        const { size } = fields;
        if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
            throw new RangeError('has a descriptor without a size');
        if (!/^[\w+.:-]{1,200}$/u.test(digest))
            throw new RangeError('has a descriptor whose digest is not well formed');
        return { ...fields, digest, size, mediaType: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asString */ .oJ)(fields['mediaType'], 'media type'), ...annotationsIn(fields) };
    });
}
function annotationsIn(fields) {
    const { annotations } = fields;
    if (annotations === undefined || annotations === null)
        return {};
    const entries = Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(annotations, 'annotations'));
    return { annotations: Object.fromEntries(entries.map(([name, value]) => [name, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asString */ .oJ)(value, 'annotation')])) };
}
function isSha256(digest) {
    return DIGEST.test(digest);
}
const NO_TIME = '0001-01-01T00:00:00Z';
function signatureConfig(layers) {
    return content(_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .CONFIG */ .PI, {
        architecture: '',
        created: NO_TIME,
        history: layers.map(() => ({ created: NO_TIME })),
        os: '',
        rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
        config: {},
    });
}
function withLayers(manifest, layers, config) {
    const mediaType = manifest?.mediaType ?? _media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST */ .e0;
    const fields = { schemaVersion: 2, mediaType, ...manifest?.fields };
    return content(mediaType, { ...fields, config: describe(config), layers });
}
const EMPTY_CONFIG = content(_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY */ .wg, {});
function withManifests(index, manifests) {
    const fields = { schemaVersion: 2, mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEX */ .hx, ...index?.fields };
    return content(_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEX */ .hx, { ...fields, manifests });
}


/***/ }),

/***/ 76647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZB: () => (/* binding */ SIGNATURE_ANNOTATION),
  YC: () => (/* binding */ envelopeIn),
  rw: () => (/* binding */ signatureOver),
  yp: () => (/* binding */ signedLayer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/base/base64.js
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

// EXTERNAL MODULE: ./src/base/json.js
var json = __webpack_require__(84681);
// EXTERNAL MODULE: ./src/crypto/verify-digest.js + 3 modules
var verify_digest = __webpack_require__(25760);
// EXTERNAL MODULE: ./src/formats/dsse/write.js
var write = __webpack_require__(39145);
// EXTERNAL MODULE: ./src/registry/media-types.js
var media_types = __webpack_require__(28601);
// EXTERNAL MODULE: ./src/registry/payloads.js
var payloads = __webpack_require__(25214);
;// CONCATENATED MODULE: ./src/registry/existing.js







const SIGNATURE_ANNOTATION = 'dev.cosignproject.cosign/signature';
function signedLayer(layers, payload, key) {
    const digest = (0,external_node_crypto_.createHash)(key.algorithm.hash).update(payload.bytes).digest();
    return layers.find((layer) => layer.mediaType === media_types/* SIMPLE_SIGNING */.Nj &&
        layer.digest === payload.digest &&
        confirms(key, digest, layer.annotations?.[SIGNATURE_ANNOTATION] ?? ''));
}
function signatureOver(envelope, statement, key) {
    if (envelope === undefined || !envelope.statement.equals(statement))
        return undefined;
    const digest = (0,payloads/* dsseDigest */.aM)(key, statement);
    return envelope.signatures.map(decoded).find((signature) => (0,verify_digest.verifyDigest)(key, digest, signature));
}
function confirms(key, digest, signature) {
    return (0,verify_digest.verifyDigest)(key, digest, decoded(signature));
}
function decoded(text) {
    try {
        return strictBase64(text);
    }
    catch {
        return Buffer.alloc(0);
    }
}
function envelopeIn(bytes) {
    try {
        const fields = (0,json/* readJsonObject */.op)(bytes);
        const envelope = (0,json/* asObject */.eB)(fields['dsseEnvelope'] ?? fields, 'envelope');
        if (envelope['payloadType'] !== write/* IN_TOTO_PAYLOAD_TYPE */.T4)
            return undefined;
        const signatures = (0,json/* asArray */._j)(envelope['signatures'], 'signatures').map((entry) => (0,json/* asString */.oJ)((0,json/* asObject */.eB)(entry, 'signature')['sig'], 'signature'));
        return { statement: strictBase64((0,json/* asString */.oJ)(envelope['payload'], 'payload')), signatures };
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 37868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ readBundles),
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   DE: () => (/* binding */ readFallback),
/* harmony export */   HT: () => (/* binding */ readEnvelope),
/* harmony export */   bn: () => (/* binding */ isBundle),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   sC: () => (/* binding */ CONTENT_ANNOTATION),
/* harmony export */   w4: () => (/* binding */ PREDICATE_ANNOTATION),
/* harmony export */   zW: () => (/* binding */ readTag)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43705);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3231);
/* harmony import */ var _existing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76647);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28601);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78144);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(904);







const CONTENT_ANNOTATION = 'dev.sigstore.bundle.content';
const PREDICATE_ANNOTATION = 'dev.sigstore.bundle.predicateType';
const BUNDLE_BYTES = 32 * 1024 * 1024;
const MOST_BUNDLES = 50;
function tagOf(image, suffix) {
    return `sha256-${(0,_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .hexOf */ .ZD)(image)}${suffix}`;
}
async function readImage(repository, image, readsAttestations) {
    const attestationTag = tagOf(image, '.att');
    const [subject, signatures, attestations, referrers] = await Promise.all([
        readSubject(repository, image),
        readTag(repository, tagOf(image, '.sig')),
        readsAttestations ? readTag(repository, attestationTag) : { tag: attestationTag, found: undefined },
        readReferrers(repository, image),
    ]);
    return { image, repository, subject, signatures, attestations, referrers };
}
async function readSubject(repository, image) {
    const found = await repository.manifest(image.digest);
    if (found === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('IMAGE_NOT_FOUND', `The registry has no image ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(image.given, 400)}.`, {
            hint: 'Push the image before this step and take its digest from that push, such as `steps.<id>.outputs.digest` of docker/build-push-action. A private repository hides its images from a login that may not pull.',
        });
    if (!_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .IMAGE_TYPES */ .eG.includes(found.mediaType))
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(repository.name, `has no image under ${image.digest} but "${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(found.mediaType, 100)}"`);
    return { mediaType: found.mediaType, digest: image.digest, size: found.bytes.length };
}
async function readTag(repository, tag) {
    const found = await repository.manifest(tag);
    if (found === undefined)
        return { tag, found };
    try {
        return { tag, found: { digest: found.digest, manifest: (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(found.bytes, found.mediaType) } };
    }
    catch (cause) {
        throw somethingElse(repository, tag, cause);
    }
}
async function readFallback(repository, image) {
    const tag = tagOf(image, '');
    const found = await repository.manifest(tag);
    if (found === undefined)
        return undefined;
    try {
        return (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .readIndex */ .vY)(found.bytes);
    }
    catch (cause) {
        throw somethingElse(repository, tag, cause);
    }
}
function somethingElse({ name }, tag, cause) {
    if (!(cause instanceof RangeError))
        return cause;
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(name, `has something under the tag ${tag} that ${cause.message}: it is left as it is`, cause);
}
async function readReferrers(repository, image) {
    const served = await repository.referrers(image.digest);
    if (served !== undefined)
        return { served: true, listed: served };
    return { served: false, listed: (await readFallback(repository, image))?.manifests ?? [] };
}
function isBundle({ artifactType, annotations }) {
    return artifactType === _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE */ .dI || annotations?.[CONTENT_ANNOTATION] !== undefined || artifactType === _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .EMPTY */ .wg;
}
async function readBundles({ repository, referrers }, predicateType) {
    const candidates = referrers.listed.filter((referrer) => isBundle(referrer) &&
        (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha256 */ ._h)(referrer.digest) &&
        (referrer.annotations?.[PREDICATE_ANNOTATION] ?? predicateType) === predicateType);
    const bundles = await Promise.all(candidates.slice(-MOST_BUNDLES).map((referrer) => readBundle(repository, referrer)));
    return bundles.filter((bundle) => bundle !== undefined);
}
async function readBundle(repository, referrer) {
    const found = await repository.manifest(referrer.digest);
    const layer = found === undefined ? undefined : layersOf(found.bytes, found.mediaType).find(isBundleLayer);
    const envelope = layer === undefined ? undefined : await readEnvelope(repository, layer);
    return envelope === undefined ? undefined : { referrer, envelope };
}
function layersOf(bytes, mediaType) {
    try {
        return (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(bytes, mediaType).layers;
    }
    catch (error) {
        if (error instanceof RangeError)
            return [];
        throw error;
    }
}
function isBundleLayer({ mediaType }) {
    return mediaType === _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE */ .dI;
}
async function readEnvelope(repository, layer) {
    if (layer.size > BUNDLE_BYTES || !(0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha256 */ ._h)(layer.digest))
        return undefined;
    const bytes = await repository.blob(layer, BUNDLE_BYTES);
    return bytes === undefined ? undefined : (0,_existing_js__WEBPACK_IMPORTED_MODULE_2__/* .envelopeIn */ .YC)(bytes);
}


/***/ }),

/***/ 96356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E$: () => (/* binding */ IAM_USER),
  HX: () => (/* binding */ basic),
  fC: () => (/* binding */ isYandexRegistry),
  LD: () => (/* binding */ loginFor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/json.js
var json = __webpack_require__(84681);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./src/registry/credential-helper.js




const TIMEOUT_MS = 30_000;
const MAX_BYTES = 1024 * 1024;
const NOT_FOUND = /credentials not found/iu;
const IS_IDENTITY_TOKEN = '<token>';
async function askHelper(name, server, env) {
    const program = `docker-credential-${name}`;
    if (!/^[\w.-]+$/u.test(name))
        throw failed(program, 'has a name that is not well formed');
    const { code, output, said } = await run(program, server, env);
    if (code !== 0) {
        if (NOT_FOUND.test(output) || NOT_FOUND.test(said))
            return undefined;
        throw failed(program, `ended with ${code}`);
    }
    return loginIn(output, program);
}
function loginIn(output, program) {
    const fields = parsed(output, program);
    const { Username: username, Secret: secret } = fields;
    if (typeof username !== 'string' || typeof secret !== 'string')
        throw failed(program, 'answered without Username and Secret');
    if (secret === '')
        return undefined;
    return username === IS_IDENTITY_TOKEN
        ? { kind: 'identity-token', token: secret }
        : { kind: 'password', username, password: secret };
}
function parsed(output, program) {
    try {
        return (0,json/* readJsonObject */.op)(Buffer.from(output));
    }
    catch {
        throw failed(program, 'did not answer with a JSON object');
    }
}
function failed(program, why, cause) {
    return new errors/* ActionError */.lZ('REGISTRY_REFUSED', `The credential helper ${(0,log/* printable */.g$)(program, 100)} ${why}, so there is no login for the registry.`, { hint: 'Check that the helper works on this runner, or set registry-username and registry-password.', cause });
}
async function run(program, server, env) {
    const child = (0,external_node_child_process_.spawn)(program, ['get'], {
        env: withoutSecrets(env),
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        windowsHide: true,
    });
    const stop = () => {
        endGroup(child);
    };
    const timer = setTimeout(stop, TIMEOUT_MS);
    const { promise, resolve, reject } = Promise.withResolvers();
    const output = collected(child.stdout, stop);
    const said = collected(child.stderr, stop);
    child.once('error', (cause) => {
        reject(failed(program, `could not be run (${(0,log/* printable */.g$)((0,errors/* messageOf */.bD)(cause), 200)})`, cause));
    });
    child.once('close', (code, signal) => {
        resolve({ code: code ?? signal ?? 'no code', output: output(), said: said() });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(server);
    try {
        return await promise;
    }
    finally {
        clearTimeout(timer);
    }
}
function collected(stream, stop) {
    const chunks = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > MAX_BYTES)
            stop();
        else
            chunks.push(chunk);
    });
    return () => Buffer.concat(chunks).toString('utf8');
}
function endGroup(child) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill('SIGKILL');
        else
            process.kill(-child.pid, 'SIGKILL');
    }
    catch {
    }
}
function withoutSecrets(env) {
    const secret = /^(?:INPUT_.*|ACTIONS_(?:RUNTIME|ID_TOKEN_REQUEST)_TOKEN|YC_IAM_TOKEN|YC_SA_JSON_CREDENTIALS|OIDC_TOKEN|REGISTRY_PASSWORD)$/iu;
    return Object.fromEntries(Object.entries(env).filter(([name]) => !secret.test(name)));
}

;// CONCATENATED MODULE: ./src/registry/docker-config.js







const DOCKER_HUB = 'https://index.docker.io/v1/';
async function dockerLogin(host, { env }) {
    const path = (0,external_node_path_.join)(env['DOCKER_CONFIG'] || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker'), 'config.json');
    const config = await readConfig(path);
    if (config === undefined)
        return { kind: 'anonymous' };
    const server = host === 'index.docker.io' ? DOCKER_HUB : host;
    try {
        const helper = entryOf(config['credHelpers'], host) ?? config['credsStore'];
        const fromHelper = typeof helper === 'string' && helper !== '' ? await askHelper(helper, server, env) : undefined;
        return fromHelper ?? fromAuths(config['auths'], server) ?? { kind: 'anonymous' };
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw broken(path, cause.message, cause);
    }
}
async function readConfig(path) {
    let bytes;
    try {
        bytes = await (0,promises_.readFile)(path);
    }
    catch (cause) {
        if ((0,errors/* systemCodeOf */.c7)(cause) === 'ENOENT' || (0,errors/* systemCodeOf */.c7)(cause) === 'ENOTDIR')
            return undefined;
        throw broken(path, `cannot be read (${(0,errors/* systemCodeOf */.c7)(cause) ?? 'unknown reason'})`, cause);
    }
    try {
        return (0,json/* readJsonObject */.op)(bytes);
    }
    catch (cause) {
        throw broken(path, 'is not a JSON object', cause);
    }
}
function broken(path, why, cause) {
    return new errors/* ActionError */.lZ('REGISTRY_REFUSED', `Docker's configuration ${(0,log/* printable */.g$)(path, 300)} ${why}, so there is no login for the registry.`, { hint: 'Log in again with docker/login-action, or set registry-username and registry-password.', cause });
}
function entryOf(value, server) {
    if (value === undefined || value === null)
        return undefined;
    const entries = (0,json/* asObject */.eB)(value, 'list of registries');
    if (Object.hasOwn(entries, server))
        return entries[server];
    const found = Object.keys(entries).find((key) => hostOf(key) === hostOf(server));
    return found === undefined ? undefined : entries[found];
}
function hostOf(key) {
    return key.replace(/^https?:\/\//u, '').replace(/\/.*$/su, '');
}
function fromAuths(auths, server) {
    const found = entryOf(auths, server);
    if (found === undefined || found === null)
        return undefined;
    const entry = (0,json/* asObject */.eB)(found, 'login of the registry');
    const text = (name) => (typeof entry[name] === 'string' ? entry[name] : '');
    if (text('identitytoken') !== '')
        return { kind: 'identity-token', token: text('identitytoken') };
    if (text('registrytoken') !== '')
        return { kind: 'bearer', token: text('registrytoken') };
    if (text('username') !== '' && text('password') !== '')
        return { kind: 'password', username: text('username'), password: text('password') };
    return text('auth') === '' ? undefined : fromAuth(text('auth'));
}
function fromAuth(auth) {
    const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/u, '');
    const colon = decoded.indexOf(':');
    if (colon < 1)
        throw new RangeError('has a login that is not base64 of user:password');
    return { kind: 'password', username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

;// CONCATENATED MODULE: ./src/registry/login.js

const YANDEX = 'cr.yandex';
const IAM_USER = 'iam';
function isYandexRegistry(hostname) {
    return hostname === YANDEX || hostname.endsWith(`.${YANDEX}`);
}
async function loginFor(host, options) {
    const { given, iam } = options;
    if (given !== undefined) {
        maskPassword(given.username, given.password, options.mask);
        return { kind: 'password', ...given };
    }
    if (isYandexRegistry(host.replace(/:443$/u, '')))
        return { kind: 'iam', token: iam };
    const login = await dockerLogin(host, options);
    if (login.kind === 'password')
        maskPassword(login.username, login.password, options.mask);
    if (login.kind === 'identity-token' || login.kind === 'bearer')
        options.mask(login.token);
    return login;
}
function maskPassword(username, password, mask) {
    mask(password);
    mask(basic(username, password));
}
function basic(username, password) {
    return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}


/***/ }),

/***/ 28601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ SIMPLE_SIGNING),
/* harmony export */   P7: () => (/* binding */ DSSE_ENVELOPE),
/* harmony export */   PI: () => (/* binding */ CONFIG),
/* harmony export */   V: () => (/* binding */ INDEX_TYPES),
/* harmony export */   Vv: () => (/* binding */ DOCKER_MANIFEST),
/* harmony export */   dI: () => (/* binding */ BUNDLE),
/* harmony export */   e0: () => (/* binding */ MANIFEST),
/* harmony export */   eG: () => (/* binding */ IMAGE_TYPES),
/* harmony export */   hx: () => (/* binding */ INDEX),
/* harmony export */   wg: () => (/* binding */ EMPTY)
/* harmony export */ });
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const EMPTY = 'application/vnd.oci.empty.v1+json';
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json';
const DSSE_ENVELOPE = 'application/vnd.dsse.envelope.v1+json';
const IMAGE_TYPES = [MANIFEST, INDEX, DOCKER_MANIFEST, DOCKER_LIST];
const INDEX_TYPES = [INDEX, DOCKER_LIST];


/***/ }),

/***/ 25214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ dsseEnvelope),
/* harmony export */   aM: () => (/* binding */ dsseDigest),
/* harmony export */   fT: () => (/* binding */ signStatement),
/* harmony export */   i3: () => (/* binding */ simpleSigning),
/* harmony export */   m$: () => (/* binding */ SIGN_PREDICATE),
/* harmony export */   pT: () => (/* binding */ statementAbout),
/* harmony export */   wb: () => (/* binding */ dsseBundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _formats_dsse_write_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39145);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3231);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28601);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(904);





const SIGN_PREDICATE = 'https://sigstore.dev/cosign/sign/v1';
const STATEMENT = 'https://in-toto.io/Statement/v1';
function simpleSigning(image) {
    const identity = { 'docker-reference': (0,_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(image) };
    const critical = {
        identity,
        image: { 'docker-manifest-digest': image.digest },
        type: 'cosign container image signature',
    };
    return (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .content */ .Qs)(_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .SIMPLE_SIGNING */ .Nj, { critical, optional: null });
}
function signStatement(image) {
    const subject = [{ digest: { sha256: (0,_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .hexOf */ .ZD)(image) }, annotations: {} }];
    return Buffer.from(JSON.stringify({ _type: STATEMENT, subject, predicateType: SIGN_PREDICATE, predicate: {} }));
}
function statementAbout(image, { type, json }) {
    const subject = [{ name: (0,_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(image), digest: { sha256: (0,_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .hexOf */ .ZD)(image) } }];
    const fields = JSON.stringify({ _type: STATEMENT, subject, predicateType: type });
    return Buffer.from(`${fields.slice(0, -1)},"predicate":${json.trim()}}`);
}
function dsseDigest({ algorithm }, statement) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm.hash).update((0,_formats_dsse_write_js__WEBPACK_IMPORTED_MODULE_1__/* .preAuthEncoding */ .JC)(_formats_dsse_write_js__WEBPACK_IMPORTED_MODULE_1__/* .IN_TOTO_PAYLOAD_TYPE */ .T4, statement)).digest();
}
function envelope(statement, signature) {
    return {
        payload: statement.toString('base64'),
        payloadType: _formats_dsse_write_js__WEBPACK_IMPORTED_MODULE_1__/* .IN_TOTO_PAYLOAD_TYPE */ .T4,
        signatures: [{ sig: signature.toString('base64') }],
    };
}
function dsseEnvelope(statement, signature) {
    return (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .content */ .Qs)(_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .DSSE_ENVELOPE */ .P7, envelope(statement, signature));
}
function dsseBundle({ publicKey }, statement, signature) {
    const hint = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(publicKey.spki).digest('base64');
    const verificationMaterial = { publicKey: { hint } };
    return (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .content */ .Qs)(_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE */ .dI, { mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE */ .dI, verificationMaterial, dsseEnvelope: envelope(statement, signature) });
}


/***/ }),

/***/ 78144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Gs: () => (/* binding */ LIMIT_HINT),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   TT: () => (/* binding */ saidBy),
/* harmony export */   YV: () => (/* binding */ SERVICE),
/* harmony export */   os: () => (/* binding */ unexpected)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43705);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7648);
/* harmony import */ var _http_said_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23401);
/* harmony import */ var _login_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96356);





const SERVICE = 'The container registry';
const LIMIT_HINT = 'The registry allows fewer requests than this run needs: log in (many registries give anonymous clients little), sign fewer images at once, or run the job again later.';
function saidBy(response) {
    const id = response.requestId === undefined ? '' : `, request id ${response.requestId}`;
    const words = wordsOf(response.body) || (0,_http_said_js__WEBPACK_IMPORTED_MODULE_2__/* .saidBy */ .T)(response);
    return words === '' ? `${response.status}${id}` : `${response.status} ${words}${id}`;
}
function wordsOf(body) {
    const errors = (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(body)?.['errors'];
    if (!Array.isArray(errors))
        return '';
    const words = errors.slice(0, 3).map((error) => {
        const { code, message } = (typeof error === 'object' && error !== null ? error : {});
        return [code, message].filter((word) => typeof word === 'string' && word !== '').join(': ');
    });
    return (0,_base_log_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(words.filter((word) => word !== '').join('; '), 500);
}
function refused(response, { name, what, serviceAccountId }) {
    const [host = ''] = name.split('/');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('REGISTRY_REFUSED', `The container registry ${host} refuses ${what}: ${saidBy(response)}.`, {
        hint: (0,_login_js__WEBPACK_IMPORTED_MODULE_3__/* .isYandexRegistry */ .fC)(host) ? yandexHint(name, serviceAccountId) : OTHER_HINT,
    });
}
const OTHER_HINT = 'Log in with docker/login-action before this step, or set registry-username and registry-password, as somebody who may pull and push in this repository.';
function yandexHint(name, serviceAccountId = '<service account id>') {
    const repository = name.slice(name.indexOf('/') + 1);
    return ('The service account needs the role container-registry.images.pusher on the repository, or on the registry or its folder: ' +
        `yc container repository add-access-binding --name ${repository} --role container-registry.images.pusher --service-account-id ${serviceAccountId}`);
}
function unexpected(response, name, to) {
    const [host = ''] = name.split('/');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_RESPONSE', `The container registry ${host} answered ${to} with ${saidBy(response)}.`, {
        hint: `Check that ${host} is a container registry (OCI distribution specification) and that it works.`,
    });
}
function invalid(name, what, cause) {
    const [host = ''] = name.split('/');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_RESPONSE', `The container registry ${host} ${what}.`, {
        hint: `Check that ${host} is a container registry (OCI distribution specification), and that no proxy changes its answers.`,
        cause,
    });
}


/***/ })

};
