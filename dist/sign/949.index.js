export const id = 949;
export const ids = [949];
export const modules = {

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ comparedStates)
/* harmony export */ });
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

/***/ 63629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ digestFiles)
});

;// CONCATENATED MODULE: ./src/digest/bounded-queue.js
class BoundedQueue {
    #limit;
    #values = [];
    #waiting = [];
    #ended = false;
    #failure;
    constructor(limit) {
        this.#limit = limit;
    }
    async put(value) {
        while (this.#values.length >= this.#limit && !this.#closed)
            await this.#change();
        if (this.#closed)
            return;
        this.#values.push(value);
        this.#notify();
    }
    end() {
        this.#ended = true;
        this.#notify();
    }
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

// EXTERNAL MODULE: ./src/digest/lanes.js + 4 modules
var digest_lanes = __webpack_require__(1465);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/open-file.js
var open_file = __webpack_require__(36718);
// EXTERNAL MODULE: ./src/files/stamp.js
var stamp = __webpack_require__(3314);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
;// CONCATENATED MODULE: ./src/formats/confusion/signed-asn1.js
const END = 0x00;
const INTEGER = 0x02;
const OID = 0x06;
const LONG = 0x1f;
const CONSTRUCTED = 0x20;
const SEQUENCE = 0x30;
const SET = 0x31;
const ATTRIBUTES = 0xa0;
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
function isOneElement(bytes, size) {
    const header = headerAt(bytes, 0);
    if (header === undefined)
        return bytes[0] === (CONSTRUCTED | LONG);
    return (header.end ?? size) === size;
}
function isSignedAttributes(bytes, size) {
    if (beginsWithAttribute(SET, bytes, size))
        return true;
    if (bytes[0] !== SET)
        return false;
    const inMessage = Buffer.concat([Buffer.of(ATTRIBUTES | LONG), bytes.subarray(1)]);
    return beginsWithAttribute(ATTRIBUTES, inMessage, size);
}
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
function couldBeType({ tag, start, end }) {
    return [OID, OID | CONSTRUCTED, END].includes(tag) || (tag === (END | CONSTRUCTED) && end === start);
}
const TBS = [SEQUENCE, INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE];
const WHOLE = 0;
const ALGORITHM = 2;
const VALIDITY = 4;
const VERSION = 0xa0;
const TIMES = [0x17, 0x18, 0x37, 0x38];
const PKCS7 = Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07]);
function isTbsCertificate(bytes, size) {
    if (!isOneElement(bytes, size))
        return false;
    let at = 0;
    for (const [index, tag] of TBS.entries()) {
        const field = headerAt(bytes, at);
        if (field === undefined)
            return bytes.length < size;
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
function couldBe(bytes, at, tags) {
    const header = headerAt(bytes, at);
    return header === undefined || tags.includes(header.tag);
}
function couldBeAlgorithm(bytes, at) {
    const id = headerAt(bytes, at);
    return id === undefined || (id.tag === OID && !bytes.subarray(id.start, id.start + PKCS7.length).equals(PKCS7));
}
function afterVersion(bytes, at) {
    const version = headerAt(bytes, at);
    return version?.tag === VERSION && couldBe(bytes, version.start, [INTEGER]) ? endAt(bytes, at) : at;
}

;// CONCATENATED MODULE: ./src/formats/confusion/signed-asn1-others.js

const signed_asn1_others_INTEGER = 0x02;
const BIT_STRING = 0x03;
const signed_asn1_others_CONSTRUCTED = 0x20;
const signed_asn1_others_SEQUENCE = 0x30;
const signed_asn1_others_SET = 0x31;
const signed_asn1_others_TIMES = [0x17, 0x18];
const NAME = { tags: [signed_asn1_others_SEQUENCE], first: [signed_asn1_others_SET], empty: true };
const signed_asn1_others_ALGORITHM = { tags: [signed_asn1_others_SEQUENCE], isAlgorithm: true };
const REQUEST = [{ tags: [signed_asn1_others_INTEGER] }, NAME, { tags: [signed_asn1_others_SEQUENCE], first: [signed_asn1_others_SEQUENCE] }];
const REVOCATION_LIST = [{ tags: [signed_asn1_others_INTEGER], optional: true }, signed_asn1_others_ALGORITHM, NAME, { tags: signed_asn1_others_TIMES }];
const OCSP_ANSWER = [
    { tags: [0xa0], first: [signed_asn1_others_INTEGER], optional: true },
    { tags: [0xa1, 0xa2] },
    { tags: signed_asn1_others_TIMES },
    { tags: [signed_asn1_others_SEQUENCE], first: [signed_asn1_others_SEQUENCE], empty: true },
];
function otherSignedAsn1(bytes, size) {
    if (isRequest(bytes, size))
        return 'the part of a certificate request that is signed (CertificationRequestInfo)';
    if (isSequenceOf(REVOCATION_LIST, bytes, size))
        return 'the part of a revocation list that is signed (TBSCertList)';
    if (isSequenceOf(OCSP_ANSWER, bytes, size))
        return 'the part of an OCSP answer that is signed (ResponseData)';
    return undefined;
}
function isSequenceOf(fields, bytes, size) {
    const whole = headerAt(bytes, 0);
    if (whole === undefined || !isOneElement(bytes, size) || !isOneOf([signed_asn1_others_SEQUENCE], whole.tag))
        return false;
    let at = whole.start;
    for (const field of fields) {
        const header = headerAt(bytes, at);
        if (header === undefined)
            return bytes.length < size;
        if (isOneOf(field.tags, header.tag) && couldBegin(field, bytes, header))
            at = endAt(bytes, at);
        else if (field.optional !== true)
            return false;
    }
    return true;
}
function isOneOf(tags, tag) {
    return tags.some((wanted) => (wanted | signed_asn1_others_CONSTRUCTED) === (tag | signed_asn1_others_CONSTRUCTED));
}
function couldBegin({ first, empty = false, isAlgorithm = false }, bytes, { start, end }) {
    if (isAlgorithm)
        return couldBeAlgorithm(bytes, start);
    if (first === undefined)
        return true;
    if (end === start)
        return empty;
    const inner = headerAt(bytes, start);
    return inner === undefined || isOneOf(first, inner.tag);
}
function isRequest(bytes, size) {
    if (!isSequenceOf(REQUEST, bytes, size))
        return false;
    let at = headerAt(bytes, 0)?.start ?? 0;
    for (let field = 0; field < 2; field += 1)
        at = endAt(bytes, at);
    const key = headerAt(bytes, at);
    if (key === undefined)
        return bytes.length < size;
    const bits = headerAt(bytes, endAt(bytes, key.start));
    return bits === undefined ? bytes.length < size : isOneOf([BIT_STRING], bits.tag);
}

;// CONCATENATED MODULE: ./src/formats/confusion/signed-structures.js
const COSE = /^[\x84-\x86](?:\x69Signature|\x6aSignature1|\x70CounterSignature|\x71CounterSignature0|\x72CounterSignatureV2|\x73CounterSignature0V2)/u;
const TLS = /^ {64}(?:D?TLS 1\.3, |TLS, |Exported Authenticator)/u;
const COMMIT = /^tree (?:[0-9a-f]{40}|[0-9a-f]{64})\n/iu;
const GIT_TAG = /^object (?:[0-9a-f]{40}|[0-9a-f]{64})\ntype /iu;
const PUSH = /^certificate version \d[^\n]*\npusher /u;
function structureIn(start, size) {
    const text = start.subarray(0, 512).toString('latin1');
    if (COSE.test(text))
        return 'it begins as what is signed for COSE does (Sig_structure)';
    if (TLS.test(text))
        return 'it begins as what is signed in a handshake of TLS 1.3 does (CertificateVerify)';
    if (COMMIT.test(text))
        return 'it begins as a git commit does, and its OpenPGP or CMS signature would be one of the commit';
    if (GIT_TAG.test(text))
        return 'it begins as a git tag does, and its OpenPGP or CMS signature would be one of the tag';
    if (PUSH.test(text))
        return 'it begins as the certificate of a git push does';
    if (isSshCertificate(start))
        return 'it begins as an SSH certificate does';
    if (isSshLogin(start))
        return 'it begins as what is signed to log in by SSH does';
    if (isJwsInput(start, size))
        return 'it is what is signed for a JWT (JWS Signing Input)';
    return undefined;
}
function sshString(bytes, at) {
    if (at + 4 > bytes.length)
        return undefined;
    const end = at + 4 + bytes.readUInt32BE(at);
    return end > bytes.length ? undefined : { text: bytes.toString('latin1', at + 4, end), end };
}
function isSshCertificate(bytes) {
    return /-cert-v0\d@/u.test(sshString(bytes.subarray(0, 260), 0)?.text ?? '');
}
const USERAUTH_REQUEST = 50;
function isSshLogin(bytes) {
    const session = sshString(bytes, 0);
    if (session === undefined || session.text.length < 16 || bytes[session.end] !== USERAUTH_REQUEST)
        return false;
    const user = sshString(bytes, session.end + 1);
    const service = user && sshString(bytes, user.end);
    if (service === undefined)
        return user === undefined && bytes.length > 4096;
    const method = sshString(bytes, service.end);
    return service.text.startsWith('ssh-') && /^(?:publickey|hostbased)/u.test(method?.text ?? '');
}
const OTHERS = /[^A-Za-z0-9+/=_-]/gu;
const JSON_OBJECT = /^\s*\{\s*"/u;
const ALG = /"(?:a|\\u0061)(?:l|\\u006c)(?:g|\\u0067)"\s*:/iu;
function isJwsInput(start, size) {
    const dot = start.indexOf('.');
    const header = looseBase64(start.toString('latin1', 0, dot === -1 ? start.length : dot));
    if (!JSON_OBJECT.test(header))
        return false;
    return dot === -1 ? start.length < size : /\}\s*$/u.test(header) && ALG.test(header);
}
function looseBase64(text) {
    const letters = [];
    let pads = 0;
    for (const part of text.replace(OTHERS, '').split(/(=)/u)) {
        if (part !== '=') {
            letters.push(part);
            if (part !== '')
                pads = 0;
            continue;
        }
        pads += 1;
        const inFour = letters.join('').length % 4;
        if (inFour >= 2 && inFour + pads >= 4)
            break;
    }
    return Buffer.from(letters.join(''), 'base64').toString();
}

;// CONCATENATED MODULE: ./src/formats/confusion/unsafe-file.js





function dangerOf({ size, head, tail, json }, behind) {
    const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
    if (startsWith(start, 'DSSEv1 '))
        return 'it begins with `DSSEv1 `, as what is signed for a DSSE envelope does';
    if (startsWith(start, 'SSHSIG'))
        return 'it begins with `SSHSIG`, as what is signed for an SSH signature does';
    const structure = structureIn(start, size) ?? jsonDanger(json);
    if (structure !== undefined)
        return structure;
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
function signedPartIn(start, size) {
    if (isSignedAttributes(start, size))
        return 'the SignedAttributes of a CMS signature in DER';
    if (isTbsCertificate(start, size))
        return 'the part of an X.509 certificate that is signed (TBSCertificate in DER)';
    return otherSignedAsn1(start, size);
}
function jsonDanger(json) {
    if (json?.imageSignature === true)
        return 'it is what cosign signs for a container image (`critical.image.docker-manifest-digest`)';
    if (json?.metadata !== undefined)
        return `it is metadata of TUF or in-toto as it is signed (\`_type\`: ${json.metadata})`;
    return undefined;
}
function imageDangerOf(json, digest, images) {
    if (json?.imageManifest !== true || images.has(digest))
        return undefined;
    return 'it is the manifest or index of a container image, so that a statement about it would be one about the image';
}
function unsafeFile(path, danger) {
    return new errors/* ActionError */.lZ('UNSAFE_FILE', `${(0,display_path/* shownPath */.pS)(path)} is not signed: ${danger}.`, {
        hint: 'Its signature would be valid for that other thing too. Find out how such a file got into the release; if it belongs there, put it into an archive (.tar.gz, .zip) and sign that.',
    });
}
function startsWith(bytes, text) {
    return bytes.subarray(0, text.length).toString('latin1') === text;
}
function endsInOpenPgpTrailer(tail, size) {
    const fits = (length, trailer, most) => length >= 6 && length <= most && length <= size - trailer;
    const isTrailer = (at, version) => tail[at] === version && tail[at + 1] === 0xff;
    const four = tail.length - 6;
    if (isTrailer(four, 4) && fits(tail.readUInt32BE(four + 2), 6, 6 + 0xffff))
        return true;
    if (isTrailer(four, 6) && fits(tail.readUInt32BE(four + 2), 6, Infinity))
        return true;
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









const UNREADABLE_HINT = 'It was there when the files were looked for. Check that no other step removes or replaces it meanwhile, and that the user of the runner may read it.';
const READY_AT_MOST = 64;
const MOST_PASSES = 5;
async function* digestFiles(files, plan, options = {}) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal, onBytes = () => undefined, statedBeside } = options;
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
                    await ready.put(digested({ index, file, source, outcome, statedBeside }, known));
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
function digested({ index, file, source, outcome, statedBeside }, { hash, own }) {
    const shown = (0,display_path/* shownPath */.pS)(source.path);
    if (outcome.kind === 'unreadable')
        throw new errors/* ActionError */.lZ('FILE_UNREADABLE', `${shown} cannot be read: ${(0,log/* printable */.g$)(outcome.message)}`, {
            hint: outcome.tooManyOpen === true ? open_file/* TOO_MANY_OPEN_HINT */.CR : UNREADABLE_HINT,
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
    const imageDanger = statedBeside && imageDangerOf(outcome.json, digests.digest.toString('hex'), statedBeside);
    if (imageDanger !== undefined)
        throw unsafeFile(source.path, imageDanger);
    const stamp = { path: source.path, hash, digest: digests.digest, ...outcome.state };
    return { index, file, size: outcome.size, digests, stamp };
}
function dangerOfPass(outcome, own) {
    const dangers = outcome.own.map(({ ends }, i) => dangerOf(ends, own[i]?.suffix));
    return dangerOf(outcome) ?? dangers.find((danger) => danger !== undefined);
}
function notText(shown, fault, own) {
    const formats = (0,facts/* listedFormats */.eE)(own.flatMap(({ format, form }) => (form === 'text' ? [format] : [])));
    return new errors/* ActionError */.lZ('UNSUPPORTED_FORMAT', `${formats} cannot sign ${shown}, which is not text: ${fault}.`, {
        hint: `Take ${formats} out of \`formats\` for such files: another step of the job can sign the text files with it.`,
    });
}
function fileChanged(shown, what) {
    return new errors/* ActionError */.lZ('FILE_CHANGED', `${shown} changed while it was being signed: ${what}.`, {
        hint: stamp/* FILE_CHANGED_HINT */.Mh,
    });
}
function digestsOf(digest) {
    return { digest, sha512: undefined, own: new Map() };
}
function digestsOfPass({ digest, sha512, own, head, size }, wanted) {
    const buffer = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const made = own.flatMap(({ digest: value }, i) => {
        const format = wanted[i]?.format;
        return format === undefined ? [] : [[format, buffer(value)]];
    });
    const content = head.length === size ? buffer(head) : undefined;
    return { digest: buffer(digest), sha512: sha512 && buffer(sha512), own: new Map(made), content };
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ refuseChangedFiles),
/* harmony export */   Mh: () => (/* binding */ FILE_CHANGED_HINT),
/* harmony export */   aZ: () => (/* binding */ refuseFilesChangedSince)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5664);
/* harmony import */ var _base_file_state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4649);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63097);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43705);
/* harmony import */ var _base_map_bounded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24157);
/* harmony import */ var _base_open_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36718);
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
const FILE_CHANGED_HINT = 'Something still writes to it: wait for the build to end before this step, and let no other step or background process touch the files.';
async function refuseChangedFiles(stamps, signal) {
    const settled = await (0,_base_map_bounded_js__WEBPACK_IMPORTED_MODULE_6__/* .mapBounded */ .y)(stamps, PARALLEL_STATS, async (stamp) => {
        signal?.throwIfAborted();
        try {
            const state = await settledState(stamp, signal);
            if (state === stamp)
                return stamp;
            return state === undefined ? (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_4__/* .shownPath */ .pS)(stamp.path) : { ...stamp, ctimeNs: state.ctimeNs };
        }
        catch (cause) {
            signal?.throwIfAborted();
            return `${(0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_4__/* .shownPath */ .pS)(stamp.path)}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause))}`;
        }
    });
    const changed = settled.filter((file) => typeof file === 'string');
    if (changed.length > 0)
        throw changedFiles(changed);
    return settled.filter((file) => typeof file !== 'string');
}
async function refuseFilesChangedSince(stamps, signal) {
    const doubtful = stamps.filter((stamp) => !isSame(stamp));
    if (doubtful.length > 0)
        await refuseChangedFiles(doubtful, signal);
}
function isSame(stamp) {
    try {
        return (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_8__/* .comparedStates */ .M)(stamp, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(stamp.path, { bigint: true })) === 'same';
    }
    catch {
        return false;
    }
}
function changedFiles(lines) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('FILE_CHANGED', `Changed after it was read, so that its signature would be wrong:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_7__/* .listed */ .KE)(lines)}`, { hint: FILE_CHANGED_HINT });
}
async function settledState(stamp, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const compared = (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_8__/* .comparedStates */ .M)(stamp, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(stamp.path, { bigint: true }));
        if (compared !== 'touched')
            return compared === 'same' ? stamp : undefined;
        const file = __addDisposableResource(env_1, await (0,_base_open_file_js__WEBPACK_IMPORTED_MODULE_5__/* .openFile */ .Tq)(stamp.path), true);
        const before = await file.stat({ bigint: true });
        if ((0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_8__/* .comparedStates */ .M)(stamp, before) === 'changed')
            return undefined;
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(stamp.hash);
        for await (const chunk of file.createReadStream({ autoClose: false })) {
            signal?.throwIfAborted();
            hash.update(chunk);
        }
        const isAsRead = (0,_base_file_state_js__WEBPACK_IMPORTED_MODULE_8__/* .comparedStates */ .M)(before, await file.stat({ bigint: true })) === 'same';
        return isAsRead && hash.digest().equals(stamp.digest) ? before : undefined;
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

/***/ 39145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JC: () => (/* binding */ preAuthEncoding),
/* harmony export */   Q0: () => (/* binding */ signedStatement),
/* harmony export */   T4: () => (/* binding */ IN_TOTO_PAYLOAD_TYPE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _sigstore_write_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12942);


const IN_TOTO_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
function preAuthEncoding(payloadType, payload) {
    const type = Buffer.from(payloadType, 'utf8');
    return Buffer.concat([
        Buffer.from(`DSSEv1 ${type.length} `),
        type,
        Buffer.from(` ${payload.length} `),
        Buffer.from(payload),
    ]);
}
function signedStatement({ algorithm, publicKey }, statement) {
    const message = preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, statement);
    return {
        toSign: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm.hash).update(message).digest(),
        message,
        encode: (signature) => (0,_sigstore_write_js__WEBPACK_IMPORTED_MODULE_1__/* .bundle */ .l)(publicKey, {
            dsseEnvelope: {
                payload: statement.toString('base64'),
                payloadType: IN_TOTO_PAYLOAD_TYPE,
                signatures: [{ sig: signature.toString('base64'), keyid: '' }],
            },
        }),
    };
}


/***/ }),

/***/ 12942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ sigstoreEncoding),
/* harmony export */   l: () => (/* binding */ bundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18127);


const BUNDLE_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
function bundle(publicKey, content) {
    const hint = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(publicKey.spki).digest('base64');
    const verificationMaterial = { publicKey: { hint }, tlogEntries: [] };
    return Buffer.from(`${JSON.stringify({ mediaType: BUNDLE_MEDIA_TYPE, verificationMaterial, ...content })}\n`);
}
function sigstoreEncoding({ algorithm, publicKey }) {
    return {
        format: 'sigstore',
        prepare: ({ digest, content }) => ({
            toSign: digest,
            message: content,
            encode: (signature) => bundle(publicKey, {
                messageSignature: {
                    messageDigest: { algorithm: _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_1__/* .HASHES */ .T$[algorithm.hash].sigstore, digest: digest.toString('base64') },
                    signature: signature.toString('base64'),
                },
            }),
        }),
    };
}


/***/ }),

/***/ 7648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ verdictOn),
/* harmony export */   IM: () => (/* binding */ grpcStatusOf),
/* harmony export */   lj: () => (/* binding */ parseObject),
/* harmony export */   tQ: () => (/* binding */ waitAskedBy)
/* harmony export */ });
/* unused harmony export askedWait */
const AGAIN_CODES = new Set([2, 4, 13, 14]);
const RESOURCE_EXHAUSTED = 8;
const AGAIN_STATUS = new Set([500, 502, 503, 504]);
function verdictOn(response) {
    const { status, headers } = response;
    const code = grpcStatusOf(response)?.code;
    if (code !== undefined) {
        if (code === RESOURCE_EXHAUSTED)
            return 'limited';
        return AGAIN_CODES.has(code) ? 'again' : 'final';
    }
    if (status === 429)
        return 'limited';
    if (status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'))
        return 'limited';
    if (isLimitInWords(response))
        return 'limited';
    return AGAIN_STATUS.has(status) ? 'again' : 'final';
}
function isLimitInWords({ status, body }) {
    if (status !== 403 && status !== 429)
        return false;
    const message = parseObject(body)?.['message'];
    return typeof message === 'string' && /\b(?:secondary|API) rate limit\b/iu.test(message);
}
const DURATION = /^(\d{1,9}(?:\.\d{1,9})?)s$/u;
function grpcStatusOf({ status, body }) {
    if (status < 400)
        return undefined;
    const parsed = parseObject(body);
    const code = parsed?.['code'];
    if (parsed === undefined || typeof code !== 'number' || !Number.isInteger(code) || code < 1 || code > 16)
        return undefined;
    const message = typeof parsed['message'] === 'string' ? parsed['message'] : '';
    const details = Array.isArray(parsed['details']) ? parsed['details'] : [];
    const objects = details.filter(isObject);
    const requestId = objects.map((detail) => detail['requestId']).find((id) => typeof id === 'string');
    const delays = objects.map((detail) => durationMs(detail['retryDelay']));
    return { code, message, requestId, retryDelayMs: delays.find((ms) => ms !== undefined) };
}
function durationMs(value) {
    const seconds = typeof value === 'string' ? DURATION.exec(value)?.[1] : undefined;
    return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}
function parseObject(body) {
    try {
        const parsed = JSON.parse(body.toString('utf8'));
        return isObject(parsed) ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const SECONDARY_LIMIT_MS = 60_000;
function waitAskedBy(response, date) {
    return (askedWait(response.headers, date) ??
        grpcStatusOf(response)?.retryDelayMs ??
        (isLimitInWords(response) ? SECONDARY_LIMIT_MS : undefined));
}
function askedWait(headers, date) {
    const value = headers['retry-after']?.trim() ?? '';
    if (/^\d+$/u.test(value))
        return Number(value) * 1000;
    const answered = Date.parse(headers['date'] ?? '');
    const now = Number.isNaN(answered) ? date : answered;
    const until = Date.parse(value);
    if (!Number.isNaN(until))
        return Math.max(0, until - now);
    const reset = headers['x-ratelimit-reset'] ?? '';
    if (headers['x-ratelimit-remaining'] !== '0' || !/^\d+$/u.test(reset))
        return undefined;
    return Math.max(0, Number(reset) * 1000 - now);
}


/***/ }),

/***/ 23401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ saidBy)
/* harmony export */ });
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7648);


const QUOTED = 200;
function saidBy({ headers, body }, limit = 500) {
    const fields = (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(body);
    const said = fields === undefined ? quoted(headers['content-type'], body) : messageIn(fields);
    return (0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(said, limit).replace(/[.\s]+$/u, '');
}
function messageIn(fields) {
    const { error, message, error_description: description, msg } = fields;
    if (typeof error === 'object' && error !== null && 'message' in error)
        return textOf(error.message);
    return [message, error, description, msg]
        .map(textOf)
        .filter((text) => text !== '')
        .join(': ');
}
function textOf(value) {
    return typeof value === 'string' ? value.trim() : '';
}
function quoted(type, body) {
    const text = body.toString('utf8', 0, 4 * QUOTED).trim();
    if (text === '')
        return '';
    const start = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
    return `${type === undefined ? '' : `${type.split(';', 1)[0] ?? ''} `}"${start.replaceAll(/\s+/gu, ' ')}"`;
}


/***/ })

};
