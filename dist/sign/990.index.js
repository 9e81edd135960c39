export const id = 990;
export const ids = [990];
export const modules = {

/***/ 21532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ digestFiles)
});

;// CONCATENATED MODULE: ./src/digest/bounded-queue.ts
/**
 * Hands values from several producers to one consumer, and lets no more than `limit` wait in between:
 * producers are held up until the consumer has taken some.
 */
class BoundedQueue {
    #limit;
    #values = [];
    #waiting = [];
    #ended = false;
    #failure;
    constructor(limit) {
        this.#limit = limit;
    }
    /** Resolves when there was room; at once, and without effect, after an end or a failure. */
    async put(value) {
        while (this.#values.length >= this.#limit && !this.#closed)
            await this.#change();
        if (this.#closed)
            return;
        this.#values.push(value);
        this.#notify();
    }
    /** No more values come; those that wait are still handed out. */
    end() {
        this.#ended = true;
        this.#notify();
    }
    /** The consumer gets `reason` thrown at once; only the first failure counts. */
    fail(reason) {
        this.#failure ??= { reason };
        this.#notify();
    }
    async *[Symbol.asyncIterator]() {
        for (;;) {
            if (this.#failure !== undefined)
                throw this.#failure.reason;
            if (this.#values.length > 0) {
                const first = this.#values.splice(0, 1);
                this.#notify();
                yield* first;
            }
            else if (this.#ended)
                return;
            else
                await this.#change();
        }
    }
    get #closed() {
        return this.#ended || this.#failure !== undefined;
    }
    #change() {
        return new Promise((resolve) => this.#waiting.push(resolve));
    }
    #notify() {
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const resolve of waiting)
            resolve();
    }
}

// EXTERNAL MODULE: ./src/digest/lanes.ts + 1 modules
var digest_lanes = __webpack_require__(10497);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/release-files/stamp.ts
var stamp = __webpack_require__(64124);
// EXTERNAL MODULE: ./src/log.ts
var log = __webpack_require__(25625);
;// CONCATENATED MODULE: ./src/unsafe-file/signed-asn1.ts
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

;// CONCATENATED MODULE: ./src/unsafe-file.ts



/**
 * Why a signature over the file's bytes could pass for one over something else (one key serves several formats),
 * or `undefined`. A raw signature is over nothing but a digest, so whoever chooses the bytes of one release file
 * could take its signature for an attestation, a certificate or a signature over other data:
 * DSSE's PAE, SSHSIG (PROTOCOL.sshsig), CMS SignedAttributes (RFC 5652, 5.4), TBSCertificate (RFC 5280, 4.1),
 * OpenPGP's hashed data (RFC 9580, 5.2.4).
 * @param behind bytes that are hashed behind the file for an OpenPGP signature: with them, too, it must be none of these
 */
function dangerOf({ size, head, tail }, behind = 0) {
    const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
    if (startsWith(start, 'DSSEv1 '))
        return 'it begins with `DSSEv1 `, as what is signed for a DSSE envelope does';
    if (startsWith(start, 'SSHSIG'))
        return 'it begins with `SSHSIG`, as what is signed for an SSH signature does';
    for (const [whole, as] of [
        [size, 'as a whole'],
        [size + behind, 'with what is signed behind it for OpenPGP'],
    ]) {
        if (isSignedAttributes(start, whole))
            return `it is ${as} the SignedAttributes of a CMS signature in DER`;
        if (isTbsCertificate(start, whole))
            return `it is ${as} the part of an X.509 certificate that is signed (TBSCertificate in DER)`;
    }
    if (endsInOpenPgpTrailer(Buffer.from(tail), size))
        return 'it ends as what is signed for an OpenPGP signature does';
    return undefined;
}
/** The refusal of a file. */
function unsafeFile(path, danger) {
    return new errors/* ActionError */.lZ('UNSAFE_FILE', `${(0,log/* printable */.g$)(path)} is not signed: ${danger}.`, {
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

;// CONCATENATED MODULE: ./src/digest.ts
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






const READY_AT_MOST = 64;
/**
 * Reads every file once and yields its digests as they are ready, in any order; no more than 64 wait for the consumer.
 * Large files are read on worker threads where there is enough to do and more than one core.
 * Entries of checksum files come with the digest that they have, whatever the plan.
 * @param plan may still be on its way: the threads are started meanwhile
 * @throws ActionError FILE_UNREADABLE, FILE_CHANGED, UNSAFE_FILE; the signal's reason, at once
 */
async function* digestFiles(files, plan, options = {}) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal, onBytes = () => undefined } = options;
        signal?.throwIfAborted();
        for (const [index, file] of files.entries()) {
            if (file.source.kind === 'file')
                continue;
            yield { index, file, size: undefined, digests: digestsOf(file.source.digest), stamp: undefined };
        }
        const lanes = __addDisposableResource(env_1, options.lanes ?? (0,digest_lanes/* startLanes */.o)(files), false);
        const ready = new BoundedQueue(READY_AT_MOST);
        const abort = () => {
            ready.fail(signal?.reason);
        };
        signal?.addEventListener('abort', abort);
        try {
            const work = async ({ reader, queue }, known) => {
                for (const [index, file, source] of queue) {
                    const outcome = await reader.pass(source.path, known, onBytes);
                    await ready.put(digested({ index, file, source, outcome }, known.openpgpTrailer?.length));
                }
            };
            Promise.resolve(plan)
                .then((known) => Promise.all(lanes.all.map((lane) => work(lane, known))))
                .then(() => {
                ready.end();
            }, (reason) => {
                ready.fail(reason);
            });
            yield* ready;
        }
        finally {
            ready.end();
            signal?.removeEventListener('abort', abort);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** @param behind length of what is hashed behind the file for OpenPGP */
function digested({ index, file, source, outcome }, behind) {
    const shown = (0,log/* printable */.g$)(source.path);
    if (outcome.kind === 'unreadable')
        throw new errors/* ActionError */.lZ('FILE_UNREADABLE', `${shown} cannot be read: ${(0,log/* printable */.g$)(outcome.message)}`, {
            hint: 'It was there when the files were looked for. See that no other step removes or replaces it meanwhile, and that the user of the runner may read it.',
        });
    if (outcome.kind !== 'done')
        throw fileChanged(shown, outcome.message);
    if (outcome.size !== source.size)
        throw fileChanged(shown, 'its size is another than when it was found');
    const danger = dangerOf(outcome, behind);
    if (danger !== undefined)
        throw unsafeFile(source.path, danger);
    const { size, mtimeMs, ino } = outcome;
    return { index, file, size, digests: digestsOfPass(outcome), stamp: { path: source.path, size, mtimeMs, ino } };
}
function fileChanged(shown, what) {
    return new errors/* ActionError */.lZ('FILE_CHANGED', `${shown} changed while it was being signed: ${what}.`, {
        hint: stamp/* FILE_CHANGED_HINT */.M,
    });
}
function digestsOf(digest) {
    return { digest, sha512: undefined, openpgp: undefined };
}
function digestsOfPass({ digest, sha512, openpgp }) {
    const buffer = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { digest: buffer(digest), sha512: sha512 && buffer(sha512), openpgp: openpgp && buffer(openpgp) };
}


/***/ }),

/***/ 64124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ refuseChangedFiles),
/* harmony export */   M: () => (/* binding */ FILE_CHANGED_HINT)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25625);
/* harmony import */ var _map_bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54657);




const PARALLEL_STATS = 32;
/** What to do about a file that changes under the action's hands. */
const FILE_CHANGED_HINT = 'Something still writes to it: wait for the build to end before this step, and let no other step or background process touch the files.';
/** To be asked before signatures are put beside their files. @throws ActionError FILE_CHANGED, naming each such file */
async function refuseChangedFiles(stamps, signal) {
    const changes = await (0,_map_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .mapBounded */ .y)(stamps, PARALLEL_STATS, async (stamp) => {
        signal?.throwIfAborted();
        try {
            const now = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(stamp.path);
            const same = now.size === stamp.size && now.mtimeMs === stamp.mtimeMs && now.ino === stamp.ino;
            return same ? [] : [(0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(stamp.path)];
        }
        catch (cause) {
            return [`${(0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(stamp.path)}: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause))}`];
        }
    });
    const changed = changes.flat();
    if (changed.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('FILE_CHANGED', `Changed after it was read, so that its signature would be wrong:\n${(0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(changed)}`, {
        hint: FILE_CHANGED_HINT,
    });
}


/***/ }),

/***/ 21572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ knownWithoutRequests)
/* harmony export */ });
/* harmony import */ var _signing_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10433);

/** What inputs and checksum files tell of the key before KMS is asked. */
function knownWithoutRequests({ hashAlgorithm, pin }, { files }) {
    const algorithm = pin.kind === 'pem' ? (0,_signing_key_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmOfPublicKey */ .$J)(pin.key) : undefined;
    const source = files[0]?.source;
    const ofSubjects = source?.kind === 'digest' ? source.hash : undefined;
    return {
        hash: hashAlgorithm === 'auto' ? (algorithm?.hash ?? ofSubjects) : hashAlgorithm,
        rsa: pin.kind === 'pem' ? algorithm === undefined : undefined,
    };
}


/***/ }),

/***/ 25082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ plannedPaths),
/* harmony export */   PB: () => (/* binding */ assetNames),
/* harmony export */   dU: () => (/* binding */ outputRequest),
/* harmony export */   kQ: () => (/* binding */ runFolder),
/* harmony export */   oY: () => (/* binding */ signaturePath)
/* harmony export */ });
/* unused harmony export runFileNames */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _encodings_encoding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18457);
/* harmony import */ var _release_files_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4171);
/* harmony import */ var _provenance_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83628);




/** The request of a run's inputs and files. */
function outputRequest(inputs, found, key) {
    const { targets, formats, outputDir } = inputs;
    return { files: found.files, commonFolder: found.commonFolder, targets, formats, outputDir, key };
}
/** Absolute path of the signature file of a release file. */
function signaturePath(file, format, outputDir) {
    const base = file.source.kind === 'file' ? file.source.path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(file.folder, file.name);
    const path = outputDir === undefined ? base : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(outputDir, file.name);
    return path + _encodings_encoding_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSIONS */ .Z[format];
}
/** Absolute folder of the run files. */
function runFolder(request) {
    return request.outputDir ?? request.commonFolder;
}
/** Names of the run files, in the order in which they are listed. Names that hang on what is not known of the key are left out. */
function runFileNames(request) {
    const { targets, formats, key } = request;
    const names = ['kms-public-key.pem'];
    if (key.rsa === true)
        names.push('kms-public-key.pss.pem');
    if (formats.includes('sshsig'))
        names.push('kms-allowed-signers');
    if (formats.includes('openpgp'))
        names.push('kms-public-key.asc', 'kms-public-key.gpg');
    if (formats.includes('cms'))
        names.push('kms-certificate.pem');
    if (targets.includes('checksums') && key.hash !== undefined) {
        const sums = _release_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECKSUM_FILE_NAMES */ .ki[key.hash];
        names.push(sums, ...formats.map((format) => sums + _encodings_encoding_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSIONS */ .Z[format]));
    }
    if (targets.includes('provenance'))
        names.push(...(0,_provenance_js__WEBPACK_IMPORTED_MODULE_3__/* .provenanceFileNames */ .AJ)(request.files.length));
    return [...names, 'signatures.json'];
}
/** Absolute paths of everything that is written, as far as it is known of the key. */
function plannedPaths(request) {
    const folder = runFolder(request);
    const signatures = request.targets.includes('files')
        ? request.files.flatMap((file) => request.formats.map((format) => signaturePath(file, format, request.outputDir)))
        : [];
    return [...signatures, ...runFileNames(request).map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name))];
}
/** Base names under which the written files become assets: all of them but the manifest. */
function assetNames(paths) {
    return paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)).filter((name) => name !== 'signatures.json');
}


/***/ }),

/***/ 10433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ST: () => (/* binding */ algorithmFits),
  jg: () => (/* binding */ algorithmNamed),
  $J: () => (/* binding */ algorithmOfPublicKey),
  Op: () => (/* binding */ rsaPssAlgorithm),
  Ub: () => (/* binding */ verifyDigest)
});

// UNUSED EXPORTS: CURVES

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@noble/curves/nist.js
var nist = __webpack_require__(16628);
// EXTERNAL MODULE: ./node_modules/@noble/curves/secp256k1.js
var secp256k1 = __webpack_require__(80852);
;// CONCATENATED MODULE: ./src/signing-key/ecdsa.ts
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

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/log.ts
var log = __webpack_require__(25625);
// EXTERNAL MODULE: ./src/public-key.ts
var public_key = __webpack_require__(79808);
;// CONCATENATED MODULE: ./src/signing-key.ts







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
    throw unsupported(`The key's algorithm ${(0,log/* printable */.g$)(name, 100)} is not known to this version of the action`);
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
    return Object.hasOwn(public_key/* DIGEST_BYTES */.x4, name);
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
