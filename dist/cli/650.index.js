export const id = 650;
export const ids = [650];
export const modules = {

/***/ 82756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ imageOutput),
/* harmony export */   i: () => (/* binding */ imageTable)
/* harmony export */ });
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67886);


function imageOutput(results) {
    const entries = results.flatMap(({ image, given, tag, referrer, attestations }) => {
        const value = {
            digest: image.digest,
            tag: tag ?? null,
            referrer: referrer ?? null,
            attestations: attestations.map((attestation) => ({
                predicateType: attestation.predicateType,
                tag: attestation.tag ?? null,
                referrer: attestation.referrer ?? null,
            })),
        };
        return given.map((reference) => [reference, value]);
    });
    return JSON.stringify(Object.fromEntries(entries));
}
function imageTable(results) {
    const rows = results.map(({ image, tag, referrer, attestations, kept }) => [
        image.given.split(/(?=@)/u).map(_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9).join(' '),
        digestCell(tag, kept.includes('tag')),
        digestCell(referrer, kept.includes('referrer')),
        attestations.map(({ predicateType }) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(predicateType)).join(', ') || '—',
    ]);
    const header = ['Image', 'Signature under its tag', 'Signature as a referrer', 'Statements'];
    return `### Images\n\n${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .foldedTable */ .vd)((0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(rows.length, 'image'), header, rows)}`;
}
function digestCell(digest, kept) {
    if (digest === undefined)
        return '—';
    return `${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(digest.slice(0, 'sha256:'.length + 12))}…${kept ? ' (was there already)' : ''}`;
}


/***/ }),

/***/ 27650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishImages: () => (/* binding */ publishImages),
  signRunImages: () => (/* binding */ signRunImages),
  startImages: () => (/* binding */ startImages),
  toldOf: () => (/* binding */ toldOf)
});

// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/crypto/key-algorithm.js
var key_algorithm = __webpack_require__(83996);
// EXTERNAL MODULE: ./src/registry/cosign-limits.js
var cosign_limits = __webpack_require__(6347);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(24157);
// EXTERNAL MODULE: ./src/registry/image-state.js
var image_state = __webpack_require__(37868);
// EXTERNAL MODULE: ./src/registry/login.js + 2 modules
var registry_login = __webpack_require__(96356);
// EXTERNAL MODULE: ./src/registry/media-types.js
var media_types = __webpack_require__(28601);
// EXTERNAL MODULE: ./src/registry/payloads.js
var payloads = __webpack_require__(25214);
// EXTERNAL MODULE: ./src/registry/reference.js
var reference = __webpack_require__(904);
// EXTERNAL MODULE: ./src/base/loopback.js
var loopback = __webpack_require__(32130);
;// CONCATENATED MODULE: ./src/registry/challenge.js
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/uy;
const QUOTED = /"((?:[^"\\]|\\.)*)"/suy;
const EQUALS = /[ \t]*=[ \t]*/uy;
const BLANKS = /[ \t,]*/uy;
const UNQUOTED = /[^\s",]+/uy;
function parseChallenges(header) {
    const challenges = [];
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(header);
        if (match !== null)
            at = pattern.lastIndex;
        return match;
    };
    for (;;) {
        take(BLANKS);
        const name = take(TOKEN)?.[0].toLowerCase();
        if (name === undefined)
            return challenges;
        const value = take(EQUALS) === null ? undefined : (take(QUOTED) ?? take(UNQUOTED));
        if (value === null)
            return challenges;
        if (value === undefined)
            challenges.push({ scheme: name, parameters: new Map() });
        else
            challenges.at(-1)?.parameters.set(name, (value[1] ?? value[0]).replace(/\\(.)/gsu, '$1'));
    }
}

// EXTERNAL MODULE: ./src/registry/refusals.js
var refusals = __webpack_require__(78144);
// EXTERNAL MODULE: ./src/http/retry.js
var retry = __webpack_require__(7648);
;// CONCATENATED MODULE: ./src/registry/token.js






const SERVICE = "The container registry's token server";
const DEFAULT_SECONDS = 60;
const MARGIN_MS = 10_000;
async function fetchToken(request) {
    const started = performance.now();
    const realm = realmOf(request);
    const response = await answered(request, realm);
    const { status } = response;
    if (status === 401 || status === 403)
        throw (0,refusals/* refused */.J5)(response, { ...request, what: `the login (its token server ${realm.host} said so)` });
    const fields = status === 200 ? (0,retry/* parseObject */.lj)(response.body) : undefined;
    const value = [fields?.['token'], fields?.['access_token']].find((text) => typeof text === 'string' && text !== '');
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/u.test(value)) {
        throw (0,refusals/* invalid */.Gq)(request.name, `has a token server, ${realm.host}, that answered ${wordsFor(response, fields)}`);
    }
    request.mask(value);
    const seconds = Number(fields?.['expires_in'] ?? DEFAULT_SECONDS) || DEFAULT_SECONDS;
    return { value, expiresAt: started + seconds * 1000 - Math.min(MARGIN_MS, seconds * 100) };
}
function wordsFor(response, fields) {
    if (fields !== undefined)
        return 'without a token';
    return response.status < 300 ? `${response.status} with something that is not a JSON object` : (0,refusals/* saidBy */.TT)(response);
}
function realmOf({ challenge, login, name }) {
    const [host = ''] = name.split('/');
    const text = challenge.parameters.get('realm') ?? '';
    const url = URL.parse(text);
    const shown = (0,base_log/* printable */.g$)(text, 200);
    if (url === null || url.username !== '' || url.password !== '')
        throw (0,refusals/* invalid */.Gq)(name, `names a token server that is not a URL: "${shown}"`);
    const local = url.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname) && (0,loopback/* isLoopback */.U)(hostnameOf(host));
    if (url.protocol !== 'https:' && !local)
        throw (0,refusals/* invalid */.Gq)(name, `names a token server without TLS: ${shown}`);
    if (login.kind === 'iam' && !((0,registry_login/* isYandexRegistry */.fC)(url.hostname) && url.port === ''))
        throw new errors/* ActionError */.lZ('REGISTRY_REFUSED', `The container registry ${host} wants the login at ${(0,base_log/* printable */.g$)(url.host, 200)}. The IAM token goes to cr.yandex and the hosts below it alone, so it was not sent there.`, {
            hint: 'Check that nothing stands between the runner and the registry, or set registry-username and registry-password.',
        });
    return url;
}
function hostnameOf(host) {
    return URL.parse(`http://${host}`)?.hostname ?? '';
}
async function answered(request, realm) {
    const { login } = request;
    if (login.kind === 'identity-token')
        return exchanged(request, realm, login.token);
    if (login.kind === 'password')
        return asked(request, realm, (0,registry_login/* basic */.HX)(login.username, login.password));
    if (login.kind !== 'iam')
        return asked(request, realm, undefined);
    const token = await login.token.token();
    const first = await asked(request, realm, iamCredentials(token, request.mask));
    if (first.status !== 401)
        return first;
    const other = await login.token.refresh(token);
    return other === token ? first : asked(request, realm, iamCredentials(other, request.mask));
}
function iamCredentials(token, mask) {
    const credentials = (0,registry_login/* basic */.HX)(registry_login/* IAM_USER */.E$, token);
    mask(credentials);
    return credentials;
}
function scopeOf({ repository }) {
    return `repository:${repository}:pull,push`;
}
function asked(request, realm, credentials) {
    const url = new URL(realm);
    const service = request.challenge.parameters.get('service');
    if (service !== undefined)
        url.searchParams.set('service', service);
    url.searchParams.set('scope', scopeOf(request));
    const headers = credentials === undefined ? {} : { authorization: `Basic ${credentials}` };
    return request.http.request({ service: SERVICE, method: 'GET', url: url.href, headers });
}
function exchanged(request, realm, refreshToken) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        service: request.challenge.parameters.get('service') ?? '',
        scope: scopeOf(request),
        client_id: 'yandex-kms-sign-action',
        refresh_token: refreshToken,
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return request.http.request({ service: SERVICE, method: 'POST', url: realm.href, headers, body: form.toString() });
}

;// CONCATENATED MODULE: ./src/registry/registry.js





const API_HOSTS = { 'index.docker.io': 'registry-1.docker.io' };
const MOST_LOGINS = 2;
class Registry {
    host;
    serviceAccountId;
    #options;
    #origin;
    #tokens = new Map();
    #challenge;
    constructor(options) {
        this.#options = options;
        this.host = options.host;
        this.serviceAccountId = options.serviceAccountId;
        const origin = new URL(`https://${API_HOSTS[options.host] ?? options.host}`);
        if ((0,loopback/* isLoopback */.U)(origin.hostname))
            origin.protocol = 'http:';
        this.#origin = origin;
    }
    async send(repository, request) {
        const url = this.resolve(request.url);
        const own = url.origin === this.#origin.origin;
        let authorization = own ? await this.#authorization(repository) : undefined;
        for (let logins = 0;; logins += 1) {
            const headers = { ...request.headers, ...(authorization === undefined ? {} : { authorization }) };
            const response = await this.#options.http.request({
                limitHint: refusals/* LIMIT_HINT */.Gs,
                ...request,
                service: refusals/* SERVICE */.YV,
                url: url.href,
                headers,
            });
            if (response.status !== 401 || !own || logins === MOST_LOGINS)
                return response;
            const next = await this.#nextAuthorization(repository, authorization, response);
            if (next === undefined || next === authorization)
                return response;
            authorization = next;
        }
    }
    resolve(location) {
        const url = URL.parse(location, this.#origin.href);
        if (url === null)
            throw new RangeError('is not a URL');
        const local = url.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname) && (0,loopback/* isLoopback */.U)(this.#origin.hostname);
        if (url.protocol !== 'https:' && !local)
            throw new RangeError('is not a URL with TLS');
        return url;
    }
    async #authorization(repository) {
        const login = await this.#options.login;
        if (login.kind === 'bearer')
            return `Bearer ${login.token}`;
        if (this.#challenge?.scheme === 'bearer')
            return `Bearer ${(await this.#tokenFor(repository)).value}`;
        return this.#challenge?.scheme === 'basic' ? this.#basic(login) : undefined;
    }
    async #basic(login) {
        if (login.kind === 'password')
            return `Basic ${(0,registry_login/* basic */.HX)(login.username, login.password)}`;
        if (login.kind === 'iam')
            return `Basic ${iamCredentials(await login.token.token(), this.#options.mask)}`;
        return undefined;
    }
    async #nextAuthorization(repository, used, { headers }) {
        const challenges = parseChallenges(headers['www-authenticate'] ?? '');
        const challenge = challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm')) ??
            challenges.find(({ scheme }) => scheme === 'basic');
        const tooLittle = used !== undefined && challenge?.parameters.get('error') === 'insufficient_scope';
        if (challenge === undefined || tooLittle)
            return undefined;
        this.#challenge = challenge;
        const login = await this.#options.login;
        if (challenge.scheme === 'basic') {
            if (used !== undefined && login.kind === 'iam')
                await this.#refreshIam(login, used);
            return this.#basic(login);
        }
        const known = await this.#tokens.get(repository);
        if (known !== undefined && used === `Bearer ${known.value}`)
            this.#tokens.delete(repository);
        return this.#authorization(repository);
    }
    async #refreshIam(login, used) {
        const token = await login.token.token();
        if (used === `Basic ${iamCredentials(token, this.#options.mask)}`)
            await login.token.refresh(token);
    }
    async #tokenFor(repository) {
        const known = this.#tokens.get(repository);
        if (known !== undefined) {
            const token = await known;
            if (token.expiresAt > performance.now())
                return token;
            if (this.#tokens.get(repository) === known)
                this.#tokens.delete(repository);
        }
        const current = this.#tokens.get(repository) ?? this.#fetch(repository);
        this.#tokens.set(repository, current);
        return current;
    }
    async #fetch(repository) {
        const { http, login, host, serviceAccountId, mask } = this.#options;
        const challenge = this.#challenge;
        if (challenge === undefined)
            throw new RangeError('no challenge is known');
        const shared = { http, challenge, name: `${host}/${repository}`, repository, serviceAccountId, mask };
        return fetchToken({ ...shared, login: await login });
    }
}

// EXTERNAL MODULE: ./src/registry/documents.js
var documents = __webpack_require__(3231);
;// CONCATENATED MODULE: ./src/registry/uploads.js


const MOST_BEGINNINGS = 3;
const HASTE_MS = 2000;
class Uploads {
    #registry;
    #repository;
    #blobs = new Map();
    #begun = [];
    constructor(registry, repository) {
        this.#registry = registry;
        this.#repository = repository;
    }
    get #name() {
        return `${this.#registry.host}/${this.#repository}`;
    }
    async begin() {
        const begun = this.#begin();
        this.#begun.push(begun);
        await begun;
    }
    reserve(count) {
        while (this.#begun.length < count) {
            const begun = this.#begin();
            begun.catch(() => undefined);
            this.#begun.push(begun);
        }
    }
    async cancel() {
        await Promise.all(this.#begun.splice(0).map(async (begun) => {
            try {
                const url = await begun;
                await this.#registry.send(this.#repository, {
                    method: 'DELETE',
                    url,
                    patience: { attempts: 1 },
                    attemptMs: HASTE_MS,
                    afterAbort: true,
                    redirect: 'return',
                });
            }
            catch {
            }
        }));
    }
    upload(blob) {
        const known = this.#blobs.get(blob.digest);
        if (known !== undefined)
            return known;
        const uploaded = this.#upload(blob);
        this.#blobs.set(blob.digest, uploaded);
        return uploaded;
    }
    async #upload(blob) {
        for (let beginning = 1;; beginning += 1) {
            const location = await (this.#begun.shift() ?? this.#begin());
            const response = await this.#put(location, blob);
            if (response.status === 201 || response.status === 204)
                return;
            if (response.status === 401 || response.status === 403)
                throw this.#refused(response);
            if (await this.#isThere(blob.digest))
                return;
            if (beginning === MOST_BEGINNINGS)
                throw (0,refusals/* unexpected */.os)(response, this.#name, 'the upload of a blob');
        }
    }
    async #begin() {
        const response = await this.#registry.send(this.#repository, {
            method: 'POST',
            url: this.#path,
            headers: { 'content-length': '0' },
            redirect: 'return',
        });
        if (response.status === 202)
            return this.#locationOf(response);
        if (response.status === 401 || response.status === 403)
            throw this.#refused(response);
        throw (0,refusals/* unexpected */.os)(response, this.#name, 'the beginning of an upload');
    }
    #put(location, blob) {
        const url = this.#registry.resolve(location);
        url.search += `${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(blob.digest)}`;
        return this.#registry.send(this.#repository, {
            method: 'PUT',
            url: url.href,
            headers: { 'content-type': 'application/octet-stream' },
            body: blob.bytes,
            redirect: 'return',
        });
    }
    async #isThere(digest) {
        const url = `/v2/${this.#repository}/blobs/${digest}`;
        const { status } = await this.#registry.send(this.#repository, {
            method: 'HEAD',
            url,
            maxBytes: Infinity,
            redirect: 'return',
        });
        return status === 200 || status === 307;
    }
    get #path() {
        return `/v2/${this.#repository}/blobs/uploads/`;
    }
    #locationOf({ headers }) {
        try {
            return this.#registry.resolve(headers['location'] ?? '\0').href;
        }
        catch (cause) {
            throw (0,refusals/* invalid */.Gq)(this.#name, 'names a place for an upload that is not an https:// URL', cause);
        }
    }
    #refused(response) {
        const { serviceAccountId } = this.#registry;
        return (0,refusals/* refused */.J5)(response, { name: this.#name, what: `pushing to ${this.#repository}`, serviceAccountId });
    }
}

;// CONCATENATED MODULE: ./src/registry/repository.js




const MANIFEST_BYTES = 4 * 1024 * 1024;
const NOT_SERVED = new Set([400, 404, 405, 501]);
const MOST_PAGES = 50;
const MOST_REDIRECTS = 3;
class Repository {
    name;
    uploads;
    #registry;
    #path;
    #repository;
    constructor(registry, repository) {
        this.#registry = registry;
        this.#repository = repository;
        this.#path = `/v2/${repository}`;
        this.name = `${registry.host}/${repository}`;
        this.uploads = new Uploads(registry, repository);
    }
    async manifest(reference) {
        const response = await this.#get(`${this.#path}/manifests/${reference}`, { accept: media_types/* IMAGE_TYPES */.eG.join(', ') });
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw this.#failed(response, `a request for the manifest ${reference}`, 'pulling');
        const bytes = response.body;
        const digest = (0,documents/* digestOf */.ol)(bytes);
        if ((0,documents/* isSha256 */._h)(reference) && digest !== reference)
            throw (0,refusals/* invalid */.Gq)(this.name, `served other bytes under ${reference}: they have the digest ${digest}`);
        return { bytes, digest, mediaType: typeOf(response) };
    }
    async putManifest(reference, { bytes, mediaType, digest }) {
        const response = await this.#registry.send(this.#repository, {
            method: 'PUT',
            url: `${this.#path}/manifests/${reference}`,
            headers: { 'content-type': mediaType },
            body: bytes,
        });
        if (response.status !== 201 && response.status !== 200)
            throw this.#failed(response, `the manifest ${reference} pushed to it`, 'pushing');
        const stored = response.headers['docker-content-digest'] ?? digest;
        if (stored !== digest)
            throw (0,refusals/* invalid */.Gq)(this.name, `stored other bytes than the manifest ${reference} pushed to it`);
        return response.headers['oci-subject'] !== undefined;
    }
    async blob({ digest }, maxBytes) {
        let url = `${this.#path}/blobs/${digest}`;
        for (let redirects = 0;; redirects += 1) {
            const response = await this.#get(url, {}, { maxBytes, redirect: 'return' });
            const { status, headers } = response;
            if (status === 200) {
                if ((0,documents/* digestOf */.ol)(response.body) === digest)
                    return response.body;
                throw (0,refusals/* invalid */.Gq)(this.name, `served other bytes under ${digest}`);
            }
            if (status === 404)
                return undefined;
            if (status < 300 || status >= 400 || redirects === MOST_REDIRECTS)
                throw this.#failed(response, `a request for the blob ${digest}`, 'pulling');
            url = this.#resolved(headers['location'], url);
        }
    }
    async referrers(digest) {
        const found = [];
        let url = `${this.#path}/referrers/${digest}`;
        for (let page = 0; url !== undefined && page < MOST_PAGES; page += 1) {
            const response = await this.#get(url, { accept: media_types/* INDEX */.hx });
            if (page === 0 && NOT_SERVED.has(response.status))
                return undefined;
            if (response.status !== 200)
                throw this.#failed(response, 'a request for referrers', 'pulling');
            found.push(...this.#indexIn(response.body).manifests);
            const next = /<([^>]+)>\s*;[^,]*\brel="?next\b/iu.exec(response.headers['link'] ?? '')?.[1];
            url = next === undefined ? undefined : this.#resolved(next, url);
        }
        return found;
    }
    #indexIn(bytes) {
        try {
            return (0,documents/* readIndex */.vY)(bytes);
        }
        catch (cause) {
            if (!(cause instanceof RangeError))
                throw cause;
            throw (0,refusals/* invalid */.Gq)(this.name, `answered with a list of referrers that ${cause.message}`, cause);
        }
    }
    #resolved(location, from) {
        try {
            const base = this.#registry.resolve(from);
            return this.#registry.resolve(new URL(location ?? '', base).href).href;
        }
        catch (cause) {
            throw (0,refusals/* invalid */.Gq)(this.name, 'leads on to something that is not an https:// URL', cause);
        }
    }
    #get(url, headers, options = {}) {
        return this.#registry.send(this.#repository, { method: 'GET', maxBytes: MANIFEST_BYTES, ...options, url, headers });
    }
    #failed(response, to, what) {
        if (response.status !== 401 && response.status !== 403)
            return (0,refusals/* unexpected */.os)(response, this.name, to);
        const preposition = what === 'pulling' ? 'from' : 'to';
        const { serviceAccountId } = this.#registry;
        return (0,refusals/* refused */.J5)(response, { name: this.name, what: `${what} ${preposition} ${this.#repository}`, serviceAccountId });
    }
}
function typeOf({ headers }) {
    return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

;// CONCATENATED MODULE: ./src/registry/prepare-images.js










const AT_ONCE = 20;
async function prepareImages(request) {
    const { layouts, attests } = request;
    const repositoryOf = repositories(request);
    const given = Map.groupBy(request.images, (image) => `${(0,reference/* nameOf */.Vb)(image)}@${image.digest}`);
    const images = await (0,map_bounded/* mapBounded */.y)([...given.values()], AT_ONCE, async (references) => {
        const [image] = references;
        const { repository, refusal } = repositoryOf(image);
        const state = await (0,image_state/* readImage */.AM)(repository, image, attests && layouts.includes('tag'));
        const isRead = layouts.includes('referrer');
        const signBundles = isRead ? (0,image_state/* readBundles */.AA)(state, payloads/* SIGN_PREDICATE */.m$) : Promise.resolve([]);
        signBundles.catch(() => undefined);
        tell(state, request.log);
        return { state, given: references.map((reference) => reference.given), signBundles, refusal };
    });
    return { request, images };
}
function repositories({ http, login, serviceAccountId }) {
    const registries = new Map();
    const known = new Map();
    return ({ host, repository: name }) => {
        const registry = registries.get(host) ??
            new Registry({ http, host, login: (0,registry_login/* loginFor */.LD)(host, login), serviceAccountId, mask: login.mask });
        registries.set(host, registry);
        const found = known.get(`${host}/${name}`);
        if (found !== undefined)
            return found;
        const repository = new Repository(registry, name);
        const refusal = repository.uploads.begin().then(() => undefined, (thrown) => (0,errors/* asActionError */.z6)(thrown, 'INTERNAL_ERROR', 'An upload could not be begun'));
        const made = { repository, refusal };
        known.set(`${host}/${name}`, made);
        return made;
    };
}
function tell({ image, subject }, log) {
    const kind = media_types/* INDEX_TYPES */.V.includes(subject.mediaType)
        ? 'an index: it is signed itself, not its parts'
        : 'an image of one platform';
    log.info(`${(0,base_log/* printable */.g$)(image.given, 400)}: ${kind}, ${(0,base_log/* counted */.hS)(subject.size, 'byte')}.`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/registry/existing.js
var existing = __webpack_require__(53740);
;// CONCATENATED MODULE: ./src/registry/image-plan.js





function blobsToPush(plans) {
    const referrers = plans.flatMap(missingReferrers).length;
    const underTags = plans.map((plan) => {
        const layers = missingLayers(plan).length;
        const signature = plan.payload === undefined || plan.payload.layer !== undefined ? 0 : 1;
        return signature * 2 + (layers === 0 ? 0 : layers + 1);
    });
    const emptyConfig = referrers === 0 ? 0 : 1;
    return underTags.reduce((sum, count) => sum + count, referrers + emptyConfig);
}
function missingLayers({ layouts, attestations }) {
    return layouts.includes('tag') ? attestations.filter(({ layer }) => layer === undefined) : [];
}
function missingReferrers({ layouts, sign, attestations }) {
    const all = [...(sign === undefined ? [] : [sign]), ...attestations];
    return layouts.includes('referrer') ? all.filter(({ referrer }) => referrer === undefined) : [];
}
function isComplete(plan) {
    return blobsToPush([plan]) === 0;
}
async function planImage(state, signBundles, layouts, key, predicates) {
    const attestations = predicates.map((predicate) => planAttestation(state, layouts, key, predicate));
    return {
        state,
        layouts,
        payload: layouts.includes('tag') ? planPayload(state, key) : undefined,
        sign: layouts.includes('referrer') ? planSign(state, await signBundles, key) : undefined,
        attestations: await Promise.all(attestations),
    };
}
function planPayload({ image, signatures }, key) {
    const payload = (0,payloads/* simpleSigning */.i3)(image);
    const digest = (0,external_node_crypto_.createHash)(key.algorithm.hash).update(payload.bytes).digest();
    return { payload, digest, layer: (0,existing/* signedLayer */.yp)(signatures.found?.manifest.layers ?? [], payload, key) };
}
function planSign({ image }, bundles, key) {
    const statement = (0,payloads/* signStatement */.fT)(image);
    const found = inBundles(bundles, statement, key);
    const shared = { predicateType: payloads/* SIGN_PREDICATE */.m$, statement, digest: (0,payloads/* dsseDigest */.aM)(key, statement), layer: undefined };
    return { ...shared, signature: found?.signature, referrer: found?.referrer };
}
async function planAttestation(state, layouts, key, predicate) {
    const statement = (0,payloads/* statementAbout */.pT)(state.image, predicate);
    const [inTag, bundles] = await Promise.all([
        layouts.includes('tag') ? inLayers(state, predicate.type, statement, key) : undefined,
        layouts.includes('referrer') ? (0,image_state/* readBundles */.AA)(state, predicate.type) : [],
    ]);
    const found = inBundles(bundles, statement, key);
    return {
        predicateType: predicate.type,
        statement,
        digest: (0,payloads/* dsseDigest */.aM)(key, statement),
        signature: inTag?.signature ?? found?.signature,
        layer: inTag?.layer,
        referrer: found?.referrer,
    };
}
function inBundles(bundles, statement, key) {
    for (const { referrer, envelope } of bundles) {
        const signature = (0,existing/* signatureOver */.rw)(envelope, statement, key);
        if (signature !== undefined)
            return { signature, referrer };
    }
    return undefined;
}
const MOST_LAYERS = 50;
async function inLayers({ repository, attestations }, predicateType, statement, key) {
    const layers = (attestations.found?.manifest.layers ?? []).filter(({ mediaType, annotations }) => mediaType === media_types/* DSSE_ENVELOPE */.P7 && annotations?.['predicateType'] === predicateType);
    const found = await Promise.all(layers.slice(-MOST_LAYERS).map(async (layer) => {
        const signature = (0,existing/* signatureOver */.rw)(await (0,image_state/* readEnvelope */.HT)(repository, layer), statement, key);
        return signature === undefined ? undefined : { signature, layer };
    }));
    return found.find((entry) => entry !== undefined);
}

// EXTERNAL MODULE: ./src/base/wait.js
var wait = __webpack_require__(16782);
;// CONCATENATED MODULE: ./src/registry/settle.js

const MOST_ROUNDS = 5;
const LONGEST_PAUSE_MS = 400;
class LostRace extends Error {
}
async function settle(list, signal, first) {
    let state = await (first ?? list.read());
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        if (list.isComplete(state))
            return state;
        if (round > 1)
            await (0,wait/* wait */.u)(Math.random() * LONGEST_PAUSE_MS * round, signal);
        if (round > 1)
            state = await list.read();
        await list.write(state);
        state = await list.read();
    }
    if (list.isComplete(state))
        return state;
    throw new LostRace(`another writer replaced the list ${MOST_ROUNDS} times`);
}

;// CONCATENATED MODULE: ./src/registry/push-image.js



async function pushImage(attachments, signal) {
    const { plan, signatures, attestations, referrers } = attachments;
    const { state } = plan;
    const [signed, attested, unlisted] = await Promise.all([
        addLayers(state.repository, state.signatures, signatures, signal),
        addLayers(state.repository, state.attestations, attestations, signal),
        addReferrers(state, referrers, signal),
    ]);
    return { attachments, signatures: signed, attestations: attested, unlisted };
}
async function lastRead(pushed, signal) {
    const { attachments, unlisted } = pushed;
    const { repository, image, referrers } = attachments.plan.state;
    const kept = async (tagged, layers) => layers.length === 0 ? tagged : settle(listUnderTag(repository, tagged.tag, layers), signal);
    const listed = attachments.referrers.filter((referrer) => !unlisted.includes(referrer));
    const [signatures, attestations] = await Promise.all([
        kept(pushed.signatures, attachments.signatures),
        kept(pushed.attestations, attachments.attestations),
        unlisted.length === 0 ? undefined : settle(fallbackIndex(attachments.plan.state, unlisted), signal),
        listed.length === 0 || !referrers.served
            ? undefined
            : settle(listOfRegistry(repository, image.digest, listed), signal),
    ]);
    return { ...pushed, signatures, attestations };
}
async function addLayers(repository, known, layers, signal) {
    if (layers.length === 0)
        return known;
    const list = listUnderTag(repository, known.tag, layers);
    const first = list.read();
    const config = (0,documents/* signatureConfig */.fK)(allLayers(known, layers));
    const blobs = [...layers.map(({ blob }) => blob), config].map((blob) => repository.uploads.upload(blob));
    await Promise.all([first, ...blobs]);
    return settle(list, signal, first);
}
function listUnderTag(repository, tag, layers) {
    return {
        read: () => (0,image_state/* readTag */.zW)(repository, tag),
        isComplete: (tagged) => missing(tagged, layers).length === 0,
        write: async (tagged) => {
            const all = allLayers(tagged, layers);
            const config = (0,documents/* signatureConfig */.fK)(all);
            await repository.uploads.upload(config);
            await repository.putManifest(tag, (0,documents/* withLayers */.V$)(tagged.found?.manifest, all, config));
        },
    };
}
function allLayers(tagged, layers) {
    const added = missing(tagged, layers).map(({ descriptor }) => descriptor);
    return [...(tagged.found?.manifest.layers ?? []), ...added];
}
function missing({ found }, layers) {
    const there = found?.manifest.layers ?? [];
    return layers.filter(({ descriptor }) => !there.some(({ digest, annotations }) => digest === descriptor.digest &&
        Object.entries(descriptor.annotations ?? {}).every(([name, value]) => annotations?.[name] === value)));
}
async function addReferrers(state, referrers, signal) {
    if (referrers.length === 0)
        return [];
    const { repository } = state;
    const early = state.referrers.served ? undefined : (0,image_state/* readFallback */.DE)(repository, state.image);
    const [first, taken] = await Promise.all([
        early,
        Promise.all(referrers.map(async ({ blob, manifest }) => {
            await Promise.all([blob, documents/* EMPTY_CONFIG */.$v].map((part) => repository.uploads.upload(part)));
            return repository.putManifest(manifest.digest, manifest);
        })),
    ]);
    const unlisted = referrers.filter((_, index) => !state.referrers.served || taken[index] !== true);
    if (unlisted.length === 0)
        return [];
    const known = early === undefined ? undefined : Promise.resolve(first);
    await settle(fallbackIndex(state, unlisted), signal, known);
    return unlisted;
}
function fallbackIndex({ repository, image }, referrers) {
    const absent = (index) => {
        const there = new Set(index?.manifests.map(({ digest }) => digest));
        return referrers.map(({ descriptor }) => descriptor).filter(({ digest }) => !there.has(digest));
    };
    return {
        read: () => (0,image_state/* readFallback */.DE)(repository, image),
        isComplete: (index) => absent(index).length === 0,
        write: async (index) => {
            const all = [...(index?.manifests ?? []), ...absent(index)];
            await repository.putManifest((0,image_state/* tagOf */.cO)(image, ''), (0,documents/* withManifests */.BW)(index, all));
        },
    };
}
function listOfRegistry(repository, digest, referrers) {
    return {
        read: async () => (await repository.referrers(digest)) ?? [],
        isComplete: (listed) => referrers.every(({ manifest }) => listed.some((entry) => entry.digest === manifest.digest)),
        write: async () => {
            await Promise.all(referrers.map(({ manifest }) => repository.putManifest(manifest.digest, manifest)));
        },
    };
}

;// CONCATENATED MODULE: ./src/registry/push-images.js






async function pushImages({ prepared, attachments }) {
    const { signal, log } = prepared.request;
    const done = attachments.filter(({ plan }) => isComplete(plan));
    try {
        const pushed = await (0,map_bounded/* mapBounded */.y)(attachments, AT_ONCE, async (entry) => {
            const result = await pushImage(entry, signal);
            if (!isComplete(entry.plan))
                done.push(entry);
            return result;
        });
        const read = await (0,map_bounded/* mapBounded */.y)(pushed, AT_ONCE, (entry) => lastRead(entry, signal));
        return read.map((entry, index) => {
            const result = resultOf(entry, prepared.images[index]?.given ?? []);
            log.info(`${(0,base_log/* printable */.g$)(result.image.given, 400)}: ${push_images_wordsFor(entry)}`);
            return result;
        });
    }
    catch (error) {
        throw uploadFailed(error, attachments, done);
    }
}
function push_images_wordsFor({ attachments }) {
    const { plan, signatures, attestations, referrers } = attachments;
    if (isComplete(plan))
        return 'all of its signatures were there already and verify; they are kept.';
    const parts = [
        ...(signatures.length > 0 ? ['its signature under the tag'] : []),
        ...(attestations.length > 0 ? [`${(0,base_log/* counted */.hS)(attestations.length, 'attestation')} under the tag`] : []),
        ...(referrers.length > 0 ? [(0,base_log/* counted */.hS)(referrers.length, 'referrer')] : []),
    ];
    return `pushed ${parts.join(', ')}.`;
}
function resultOf({ attachments, signatures, attestations }, given) {
    const { plan, referrerOf } = attachments;
    const hasTag = plan.layouts.includes('tag');
    const kept = [
        ...(plan.payload?.layer === undefined ? [] : ['tag']),
        ...(plan.sign?.referrer === undefined ? [] : ['referrer']),
    ];
    return {
        image: plan.state.image,
        given,
        tag: hasTag ? signatures.found?.digest : undefined,
        referrer: plan.sign === undefined ? undefined : referrerOf.get(plan.sign),
        attestations: plan.attestations.map((planned) => ({
            predicateType: planned.predicateType,
            tag: hasTag ? attestations.found?.digest : undefined,
            referrer: referrerOf.get(planned),
        })),
        kept,
    };
}
function uploadFailed(error, all, done) {
    if (error instanceof errors/* ActionError */.lZ && (error.code === 'TIMED_OUT' || error.code === 'CANCELLED'))
        return error;
    const names = (some) => some.map(({ plan }) => (0,base_log/* printable */.g$)(plan.state.image.given, 400));
    const undone = all.filter((entry) => !done.includes(entry));
    const parts = [
        `The signatures of images could not all be pushed: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(error), 1500).replace(/\.$/u, '')}.`,
        ...(done.length === 0 ? ['No image has all of its signatures.'] : [`Pushed:\n${(0,base_log/* listed */.KE)(names(done))}`]),
        ...(undone.length === 0 ? [] : [`Not pushed, or only in part:\n${(0,base_log/* listed */.KE)(names(undone))}`]),
    ];
    const hint = error instanceof errors/* ActionError */.lZ && error.hint !== undefined ? error.hint : 'Run the job again.';
    return new errors/* ActionError */.lZ('REGISTRY_UPLOAD_FAILED', parts.join('\n'), {
        hint: `${hint} What is pushed is kept when the job is run again.`,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./src/registry/attachments.js





async function attachmentsOf(plan, key, signatureOf, now) {
    const { layouts, sign } = plan;
    const statements = [...(sign === undefined ? [] : [sign]), ...plan.attestations];
    const [signatures, signed] = await Promise.all([
        signatureLayers(plan, signatureOf),
        Promise.all(statements.map(async (planned) => ({
            planned,
            signature: planned.signature ?? (await signatureOf(planned.digest)),
        }))),
    ]);
    const missing = layouts.includes('referrer') ? signed.filter(({ planned }) => planned.referrer === undefined) : [];
    const referrers = missing.map(({ planned, signature }) => ({
        planned,
        made: referrerFor(plan, planned, (0,payloads/* dsseBundle */.wb)(key, planned.statement, signature), now),
    }));
    const known = statements.map((planned) => [planned, planned.referrer?.digest]);
    const made = referrers.map(({ planned, made: { descriptor } }) => [planned, descriptor.digest]);
    const digests = [...known, ...made].flatMap(([planned, digest]) => digest === undefined ? [] : [[planned, digest]]);
    return {
        plan,
        signatures,
        attestations: signed
            .filter(({ planned }) => layouts.includes('tag') && planned !== sign && planned.layer === undefined)
            .map(({ planned, signature }) => attestationLayer(planned, signature)),
        referrers: referrers.map((entry) => entry.made),
        referrerOf: new Map(digests),
    };
}
async function signatureLayers({ payload }, signatureOf) {
    if (payload === undefined || payload.layer !== undefined)
        return [];
    return [signatureLayer(payload.payload, await signatureOf(payload.digest))];
}
function signatureLayer(blob, signature) {
    const annotations = { [existing/* SIGNATURE_ANNOTATION */.ZB]: signature.toString('base64') };
    return { blob, descriptor: { ...(0,documents/* describe */.q0)(blob), annotations } };
}
function attestationLayer({ statement, predicateType }, signature) {
    const blob = (0,payloads/* dsseEnvelope */.K_)(statement, signature);
    return { blob, descriptor: { ...(0,documents/* describe */.q0)(blob), annotations: { [existing/* SIGNATURE_ANNOTATION */.ZB]: '', predicateType } } };
}
function referrerFor({ state }, { predicateType }, blob, now) {
    const annotations = {
        [image_state/* CONTENT_ANNOTATION */.sC]: 'dsse-envelope',
        [image_state/* PREDICATE_ANNOTATION */.w4]: predicateType,
        'org.opencontainers.image.created': now.toISOString().replace(/\.\d+Z$/u, 'Z'),
    };
    const manifest = (0,documents/* content */.Qs)(media_types/* MANIFEST */.e0, {
        schemaVersion: 2,
        mediaType: media_types/* MANIFEST */.e0,
        artifactType: media_types/* BUNDLE */.dI,
        config: (0,documents/* describe */.q0)(documents/* EMPTY_CONFIG */.$v),
        layers: [(0,documents/* describe */.q0)(blob)],
        subject: state.subject,
        annotations,
    });
    return { blob, manifest, descriptor: { ...(0,documents/* describe */.q0)(manifest), artifactType: media_types/* BUNDLE */.dI, annotations } };
}

;// CONCATENATED MODULE: ./src/registry/sign-images.js





async function planImages(prepared, key, predicates) {
    (0,cosign_limits/* checkCurve */.Y)(key.algorithm);
    const { layouts, log } = prepared.request;
    const plans = await (0,map_bounded/* mapBounded */.y)(prepared.images, AT_ONCE, async ({ state, signBundles, refusal }) => {
        const plan = await planImage(state, signBundles, layouts, key, predicates);
        const reason = isComplete(plan) ? undefined : await refusal;
        if (reason !== undefined)
            throw reason;
        return plan;
    });
    for (const plan of plans)
        (0,cosign_limits/* warnOfCosign */.x)(plan, key, log);
    await cancelUnused(plans);
    return { prepared, key, plans };
}
async function cancelUnused(plans) {
    const unused = [...byRepository(plans)].filter(([, ofIt]) => ofIt.every(isComplete));
    await Promise.all(unused.map(([repository]) => repository.uploads.cancel()));
}
function byRepository(plans) {
    return Map.groupBy(plans, ({ state }) => state.repository);
}
async function abandonImages({ images }) {
    const all = new Set(images.map(({ state }) => state.repository));
    await Promise.all([...all].map((repository) => repository.uploads.cancel()));
}
async function signImages({ prepared, key, plans }, sign) {
    const now = new Date();
    for (const [repository, ofIt] of byRepository(plans))
        repository.uploads.reserve(blobsToPush(ofIt));
    const attachments = await Promise.all(plans.map((plan) => attachmentsOf(plan, key, sign, now)));
    return { prepared, attachments };
}

// EXTERNAL MODULE: ./src/signing/provenance.js
var provenance = __webpack_require__(37114);
// EXTERNAL MODULE: ./src/signing/token-claims.js
var token_claims = __webpack_require__(1868);
// EXTERNAL MODULE: ./src/report/image-report.js
var image_report = __webpack_require__(82756);
;// CONCATENATED MODULE: ./src/sign/images.js










const PROVENANCE = 'https://slsa.dev/provenance/v1';
async function predicatesOf({ inputs, predicates, env }, services) {
    if (!inputs.targets.includes('provenance'))
        return predicates;
    return [
        { type: PROVENANCE, json: JSON.stringify((0,provenance.runPredicate)((0,token_claims/* withClaims */.Q)(env, await services.claims()))) },
        ...predicates,
    ];
}
function startImages(run, services) {
    const { http, credential } = services;
    const { inputs, tasks, front, env } = run;
    const { images, pin } = inputs;
    let known;
    const prepared = tasks.start(async () => {
        if (pin.kind === 'pem')
            (0,cosign_limits/* checkCurve */.Y)((0,key_algorithm/* algorithmOfPublicKey */.$J)(pin.key));
        return (known = await prepareImages({
            images: images?.references ?? [],
            layouts: images?.layouts ?? [],
            attests: inputs.targets.includes('provenance') || run.predicates.length > 0,
            http,
            login: { given: images?.login, iam: credential, env, mask: front.mask },
            serviceAccountId: credential.serviceAccountId,
            signal: tasks.signal,
            log: front.log,
        }));
    });
    return {
        plan: async (key) => planImages(await prepared, key, await predicatesOf(run, services)),
        [Symbol.asyncDispose]: async () => {
            if (known !== undefined)
                await abandonImages(known);
        },
    };
}
async function signRunImages(planned, signer) {
    return signImages(planned, async (digest) => (await signer.sign(digest)).signature);
}
function toldOf({ attachments }) {
    return attachments.map(({ plan: { state, layouts, attestations } }) => ({
        name: (0,reference/* nameOf */.Vb)(state.image),
        digest: state.image.digest,
        layouts,
        attestations: attestations.map(({ predicateType }) => predicateType),
    }));
}
async function publishImages({ front, account }, signed) {
    const results = await pushImages(signed);
    account.images = results;
    front.log.info(`${(0,base_log/* counted */.hS)(results.length, 'image')} signed:`);
    for (const { image } of results)
        front.log.info(`  ${(0,base_log/* printable */.g$)(image.given, 400)}`);
    front.setOutput('image-signatures', (0,image_report/* imageOutput */.R)(results), 'Read the digests from the log.');
}


/***/ })

};
