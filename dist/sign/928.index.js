export const id = 928;
export const ids = [928,515];
export const modules = {

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ comparedStates)
/* harmony export */ });
/**
 * Whether a file is what it was: `touched` where its change time alone is another. That comes of a new link, of rights,
 * and of a writer who set the old modification time again: only reading tells which.
 */
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

/***/ 49584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ digestFiles)
});

;// CONCATENATED MODULE: ./src/digest/bounded-queue.js
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

// EXTERNAL MODULE: ./src/digest/lanes.js + 2 modules
var digest_lanes = __webpack_require__(44298);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/files/stamp.js
var stamp = __webpack_require__(3314);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
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

;// CONCATENATED MODULE: ./src/digest/digest-files.js
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
const MOST_PASSES = 5;
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
                    const outcome = await settledPass(reader, source.path, known, onBytes);
                    await ready.put(digested({ index, file, source, outcome }, known));
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
/** Passes until one at whose end the file is as at its beginning: a change time alone does not say that it is not. */
async function settledPass(reader, path, plan, onBytes) {
    let outcome = await reader.pass(path, plan, onBytes);
    for (let passes = 1; outcome.kind === 'done' && outcome.touched; passes += 1) {
        if (passes === MOST_PASSES)
            return { kind: 'changed', message: 'its change time never stood still' };
        const next = await reader.pass(path, plan, onBytes);
        if (next.kind === 'done' && Buffer.compare(next.digest, outcome.digest) !== 0)
            return { kind: 'changed', message: 'it was written to while it was read' };
        outcome = next;
    }
    return outcome;
}
function digested({ index, file, source, outcome }, { hash, own }) {
    const shown = (0,log/* printable */.g$)(source.path);
    if (outcome.kind === 'unreadable')
        throw new errors/* ActionError */.lZ('FILE_UNREADABLE', `${shown} cannot be read: ${(0,log/* printable */.g$)(outcome.message)}`, {
            hint: 'It was there when the files were looked for. Check that no other step removes or replaces it meanwhile, and that the user of the runner may read it.',
        });
    if (outcome.kind === 'not text')
        throw notText(shown, outcome.message, own);
    if (outcome.kind !== 'done')
        throw fileChanged(shown, outcome.message);
    if (outcome.size !== source.size)
        throw fileChanged(shown, 'its size is another than when it was found');
    const danger = dangerOfPass(outcome, own);
    if (danger !== undefined)
        throw unsafeFile(source.path, danger);
    const digests = digestsOfPass(outcome, own);
    const stamp = { path: source.path, hash, digest: digests.digest, ...outcome.state };
    return { index, file, size: outcome.size, digests, stamp };
}
/** Of the file's own bytes, and of all that is hashed of it: in another form, with more behind it. */
function dangerOfPass(outcome, own) {
    const dangers = outcome.own.map(({ ends }, i) => dangerOf(ends, own[i]?.suffix));
    return dangerOf(outcome) ?? dangers.find((danger) => danger !== undefined);
}
function notText(shown, fault, own) {
    const formats = (0,facts/* listedFormats */.eE)(own.flatMap(({ format, form }) => (form === 'text' ? [format] : [])));
    return new errors/* ActionError */.lZ('UNSUPPORTED_FORMAT', `${formats} cannot sign ${shown}, which is not text: ${fault}.`, {
        hint: `Nothing was written. Take ${formats} out of \`formats\` for such files: another step of the job can sign the text files with it.`,
    });
}
function fileChanged(shown, what) {
    return new errors/* ActionError */.lZ('FILE_CHANGED', `${shown} changed while it was being signed: ${what}.`, {
        hint: stamp/* FILE_CHANGED_HINT */.M,
    });
}
function digestsOf(digest) {
    return { digest, sha512: undefined, own: new Map() };
}
function digestsOfPass({ digest, sha512, own }, wanted) {
    const buffer = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const made = own.flatMap(({ digest: value }, i) => {
        const format = wanted[i]?.format;
        return format === undefined ? [] : [[format, buffer(value)]];
    });
    return { digest: buffer(digest), sha512: sha512 && buffer(sha512), own: new Map(made) };
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ refuseChangedFiles),
/* harmony export */   M: () => (/* binding */ FILE_CHANGED_HINT)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5664);
/* harmony import */ var _base_file_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4649);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43705);
/* harmony import */ var _base_map_bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24157);
/* harmony import */ var _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57211);
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







const PARALLEL_STATS = 32;
/** What to do about a file that changes under the action's hands. */
const FILE_CHANGED_HINT = 'Something still writes to it: wait for the build to end before this step, and let no other step or background process touch the files.';
/**
 * To be asked before signatures are put beside their files. Where the change time alone differs, the file is hashed
 * again, and only another digest counts.
 * @throws ActionError FILE_CHANGED, naming each such file
 */
async function refuseChangedFiles(stamps, signal) {
    const changes = await (0,_base_map_bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .mapBounded */ .y)(stamps, PARALLEL_STATS, async (stamp) => {
        signal?.throwIfAborted();
        try {
            return (await isUnchanged(stamp, signal)) ? [] : [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(stamp.path)];
        }
        catch (cause) {
            signal?.throwIfAborted();
            return [`${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(stamp.path)}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause))}`];
        }
    });
    const changed = changes.flat();
    if (changed.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('FILE_CHANGED', `Changed after it was read, so that its signature would be wrong:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(changed)}`, {
        hint: FILE_CHANGED_HINT,
    });
}
async function isUnchanged(stamp, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const compared = (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_6__/* .comparedStates */ .M)(stamp, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(stamp.path, { bigint: true }));
        if (compared !== 'touched')
            return compared === 'same';
        const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(stamp.path, _base_read_bounded_js__WEBPACK_IMPORTED_MODULE_3__/* .OPEN_FLAGS */ .t), true);
        const before = await file.stat({ bigint: true });
        if ((0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_6__/* .comparedStates */ .M)(stamp, before) === 'changed')
            return false;
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(stamp.hash);
        for await (const chunk of file.createReadStream({ autoClose: false, signal }))
            hash.update(chunk);
        return hash.digest().equals(stamp.digest) && (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_6__/* .comparedStates */ .M)(before, await file.stat({ bigint: true })) === 'same';
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




/** The name of the certificate among the run files. */
const CERTIFICATE_FILE = 'kms-certificate.pem';
/** RFC 5758, 3.2. */
const ECDSA_WITH = {
    sha256: '1.2.840.10045.4.3.2',
    sha384: '1.2.840.10045.4.3.3',
    sha512: '1.2.840.10045.4.3.4',
};
/** GeneralizedTime has four digits for the year. */
const YEAR_0 = new Date('0000-01-01T00:00:00Z');
const NO_EXPIRY = new Date('9999-12-31T23:59:59Z');
/** AlgorithmIdentifier of a key's signatures, the same in certificates and CMS: ECDSA without parameters, PSS with all. */
function signatureAlgorithm({ curve, hash }) {
    return curve === undefined ? (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .pssAlgorithmIdentifier */ .r$)(hash) : (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(ECDSA_WITH[hash]));
}
/** UTCTime until 2049, GeneralizedTime from 2050 on, in whole seconds (RFC 5280, 4.1.2.5). */
function time(date) {
    const digits = date.toISOString().replace(/\.\d+Z$|[-:T]/gu, '');
    const year = date.getUTCFullYear();
    return year >= 1950 && year < 2050
        ? (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .der */ .y8)(_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.utcTime, Buffer.from(`${digits.slice(2)}Z`))
        : (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .der */ .y8)(_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.generalizedTime, Buffer.from(`${digits}Z`));
}
/** What the self-signed certificate of a key is called: `CN=<key id>`, and a serial number made of the public key. */
function selfSignedName(key) {
    const issuer = (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .setOf */ .s4)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)('2.5.4.3'), (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8String */ .tv)(key.id))));
    const serial = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key.publicKey.spki).digest().subarray(0, 20);
    serial[0] = (serial[0] ?? 0) & 0x7f;
    return { issuer, serialNumber: (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .unsignedInteger */ .wF)(serial) };
}
/** SHA-1 over the bits of the public key (RFC 5280, 4.2.1.2, method 1). */
function subjectKeyIdentifier(key) {
    const [, bits] = (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElements */ .cl)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElement */ .RN)(key.spki, _crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.sequence).content);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1')
        .update(bits?.content.subarray(1) ?? '')
        .digest();
}
function extension(id, value, critical = false) {
    return (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(id), ...(critical ? [(0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .der */ .y8)(_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk.boolean, Buffer.from([0xff]))] : []), (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .octetString */ .J8)(value));
}
/** CA:FALSE; e-mail protection, OpenSSL's default purpose for CMS, and code signing. No keyUsage: LibreSSL 3.3 fails with it. */
function extensions(key) {
    return (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)(extension('2.5.29.19', (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)(), true), extension('2.5.29.37', (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)('1.3.6.1.5.5.7.3.4'), (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)('1.3.6.1.5.5.7.3.3'))), extension('2.5.29.14', (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .octetString */ .J8)(subjectKeyIdentifier(key))));
}
/** TBSCertificate of the self-signed certificate (RFC 5280, 4.1.2). */
function tbsCertificate(key, createdAt) {
    const { issuer, serialNumber } = selfSignedName(key);
    return (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .explicit */ .pc)(0, (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .unsignedInteger */ .wF)(Buffer.from([2]))), serialNumber, signatureAlgorithm(key.algorithm), issuer, (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)(time(createdAt), time(NO_EXPIRY)), issuer, key.publicKey.spki, (0,_crypto_der_js__WEBPACK_IMPORTED_MODULE_1__/* .explicit */ .pc)(3, extensions(key.publicKey)));
}
/**
 * The self-signed certificate of a key. But for its signature it is the same in every run: one of an earlier run verifies
 * the CMS signatures of later ones, which name issuer and serial number alone.
 * @param createdAt when KMS made the key: the start of its validity
 * @throws ActionError INVALID_RESPONSE for a time that a certificate cannot hold
 */
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
/**
 * The input `certificate`: the key's certificate in PEM, its chain behind it where there is one.
 * @param now a certificate out of date is refused
 * @throws ActionError INVALID_INPUT
 */
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
    // Not `validFromDate`: of a time that cannot be read, such as one in month 13, Node makes any date.
    const [from, to] = [new Date(x509.validFrom), new Date(x509.validTo)];
    if (Number.isNaN(from.getTime() + to.getTime()))
        throw new RangeError('no dates');
    const given = {
        certificates: [x509.raw, ...chain],
        issuer: issuer.encoded,
        serialNumber: serialNumber.encoded,
        keyFingerprint: (0,_crypto_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .publicKeyFromSpki */ .W8)(spki.encoded).fingerprint,
        selfIssued: issuer.encoded.equals(subject.encoded),
    };
    return { from, to, given };
}
function checkDates({ from, to }, now) {
    if (from <= now && now <= to)
        return;
    throw invalid(`The input \`certificate\` is out of date: valid from ${from.toISOString()} to ${to.toISOString()}, and it is ${now.toISOString()}`, 'Hand in a certificate that is valid now, or leave `certificate` empty: then a self-signed one is made.');
}
/** @throws ActionError KEY_MISMATCH when the certificate is one of another key, with both fingerprints */
function checkCertificateKey(certificate, key) {
    if (certificate.keyFingerprint === key.fingerprint)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('KEY_MISMATCH', `The input \`certificate\` is for the key ${certificate.keyFingerprint}, and the KMS key is ${key.fingerprint}.`, {
        hint: 'Hand in the `kms-certificate.pem` that an earlier run with this key wrote, or one that a CA issued for it; or leave `certificate` empty.',
    });
}
/** `kms-certificate.pem` of a certificate that was handed in: what came in, without text around it. */
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
