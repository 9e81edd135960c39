export const id = 448;
export const ids = [448];
export const modules = {

/***/ 7520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ call),
/* harmony export */   a: () => (/* binding */ expectOk)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _runner_contained_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26733);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82343);



const SERVICE = "GitHub's release API";
const MAX_BYTES = 64 * 1024 * 1024;
async function call(access, endpoint, options = {}) {
    const carried = {};
    const octokit = await octokitOver(access, options, carried);
    const [owner = '', repo = ''] = access.repository.split('/');
    try {
        await endpoint(octokit, { owner, repo });
    }
    catch (error) {
        const cause = Error.isError(error) ? error.cause : undefined;
        if (cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            throw cause;
        if (carried.response === undefined)
            throw error;
    }
    if (carried.response === undefined)
        throw new Error('octokit made no request');
    return carried.response;
}
async function octokitOver(access, options, carried) {
    const fetch = async (url, init) => {
        const { method, headers, body } = init;
        const request = { service: SERVICE, maxBytes: MAX_BYTES, limitHint: _refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMIT_HINT */ .Gs, url, method, ...options };
        carried.response = await access.http.request({
            ...request,
            headers: { ...headers, ...standardHeaders(access) },
            ...(body === undefined ? {} : { body }),
        });
        return answerFor(url, carried.response);
    };
    const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    const baseUrl = access.apiUrl.replace(/\/+$/u, '');
    const userAgent = 'yandex-kms-sign-action';
    const { GitHub } = await (0,_runner_contained_js__WEBPACK_IMPORTED_MODULE_1__/* .loadContained */ .ix)(() => __webpack_require__.e(/* import() */ 930).then(__webpack_require__.bind(__webpack_require__, 63930)));
    return new GitHub({
        baseUrl,
        userAgent,
        log: silent,
        request: { fetch, log: silent, parseSuccessResponseBody: false },
    });
}
const ignore = () => undefined;
function answerFor(url, { status }) {
    return { status, url, headers: new Map(), body: undefined, text: () => Promise.resolve('') };
}
function standardHeaders(access) {
    return { authorization: `Bearer ${access.token}`, 'x-github-api-version': '2022-11-28' };
}
function expectOk(response) {
    if (response.status >= 200 && response.status < 300)
        return response;
    if (response.status === 401 || response.status === 403)
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .forbidden */ .o0)(response);
    throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .unexpected */ .os)(response);
}


/***/ }),

/***/ 89452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ MAX_COMPARED),
/* harmony export */   Bx: () => (/* binding */ downloadAsset),
/* harmony export */   OV: () => (/* binding */ trustedUploadUrl),
/* harmony export */   rZ: () => (/* binding */ postAsset)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5664);
/* harmony import */ var _http_timing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58230);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43705);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7520);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82343);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80963);







const SLOWEST = 50_000;
const MAX_COMPARED = 16 * 1024 * 1024;
async function downloadAsset(access, asset) {
    const response = await (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T)(access, ({ rest }, repository) => rest.repos.getReleaseAsset({
        ...repository,
        asset_id: asset.id,
        headers: { accept: 'application/octet-stream' },
    }), { redirect: 'return', maxBytes: MAX_COMPARED });
    if (response.status === 404)
        return undefined;
    const location = response.headers['location'];
    if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined)
        return contentOf(asset, (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .expectOk */ .a)(response));
    const store = URL.parse(location, access.apiUrl);
    if (store?.protocol !== 'https:' && store?.protocol !== new URL(access.apiUrl).protocol)
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .unexpected */ .os)(response);
    const service = "GitHub's asset store";
    const stored = await access.http.request({ service, method: 'GET', url: store.href, maxBytes: MAX_COMPARED });
    if (stored.status === 404 || (stored.status === 403 && (await isGone(access, asset))))
        return undefined;
    return contentOf(asset, (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .expectOk */ .a)(stored));
}
async function isGone(access, asset) {
    const { status } = await (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T)(access, ({ rest }, repository) => rest.repos.getReleaseAsset({ ...repository, asset_id: asset.id }));
    return status === 404;
}
function contentOf(asset, { body }) {
    const { name, sha256, size } = asset;
    const isWhole = sha256 === undefined ? body.length === size : sha256 === hexDigestOf(body);
    if (isWhole)
        return body;
    const message = `GitHub gave other bytes for the asset ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(name)} than it lists: ${body.length} bytes.`;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('INVALID_RESPONSE', message, {
        hint: 'Run the job again. If it keeps failing, check that no proxy or login page stands between the runner and GitHub.',
    });
}
function hexDigestOf(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
function trustedUploadUrl({ apiUrl }, release) {
    const url = new URL(release.uploadUrl);
    if ((0,_wire_js__WEBPACK_IMPORTED_MODULE_5__/* .isTrustedUploadHost */ .f)(url, apiUrl))
        return url;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('INVALID_RESPONSE', `GitHub names ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(url.origin)} for uploads, which is not a host of its own.`, {
        hint: 'Check that GITHUB_API_URL is right and that nothing stands between the runner and GitHub.',
    });
}
async function postAsset(access, release, asset) {
    const url = trustedUploadUrl(access, release).href;
    const { name, contentType, content } = asset;
    const headers = { 'content-type': contentType };
    return (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .call */ .T)(access, ({ request }) => request({ method: 'POST', url: `${url}{?name}`, name, headers, data: content }), {
        service: "GitHub's asset upload",
        attemptMs: 60_000 + (content.length / SLOWEST) * 1000,
        patience: _http_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .FOR_UPLOADS */ .D7,
    });
}


/***/ }),

/***/ 86462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _5: () => (/* binding */ holdsTheSame),
/* harmony export */   aP: () => (/* binding */ assetsInAll),
/* harmony export */   g7: () => (/* binding */ metBy),
/* harmony export */   gN: () => (/* binding */ keyFileHolds),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   v8: () => (/* binding */ MAX_ASSETS),
/* harmony export */   y5: () => (/* binding */ stepFor)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40513);
/* harmony import */ var _files_stored_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24847);
/* harmony import */ var _asset_content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89452);
/* harmony import */ var _same_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54654);





const MAX_ASSETS = 1000;
const INDEXES = new WeakMap();
function metBy(name, existing) {
    let index = INDEXES.get(existing);
    if (index === undefined) {
        index = new _files_stored_names_js__WEBPACK_IMPORTED_MODULE_2__/* .StoredNames */ .yX(existing, (asset) => asset.name);
        INDEXES.set(existing, index);
    }
    return index.metBy(name);
}
function assetsInAll(names, existing) {
    if (names.length > MAX_ASSETS)
        return names.length;
    const replaced = new Set(names.flatMap((name) => metBy(name, existing).map(({ id }) => id)));
    return existing.filter(({ id }) => !replaced.has(id)).length + names.length;
}
async function stepFor(asset, now, rules, signatory) {
    const met = metBy(asset.name, now);
    for (const old of met) {
        if (await holdsTheSame(old, asset, rules.access, signatory))
            return { asset, left: old, inTheWay: [] };
    }
    const conflict = met.find((old) => old.complete && !mayReplace(rules, old));
    return conflict === undefined ? { asset, left: undefined, inTheWay: met } : { conflict };
}
function mayReplace({ release, overwrite, existing }, old) {
    return overwrite || (release.draft && existing.some(({ id }) => id === old.id));
}
async function holdsTheSame(old, asset, access, signatory) {
    if (!old.complete)
        return false;
    if (old.sha256 === asset.sha256)
        return true;
    const { name } = asset;
    if ((0,_formats_run_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isKeyFile */ .cI)(name))
        return keyFileHolds(old, name, access, signatory);
    if (old.sha256 !== undefined || old.size !== asset.size || old.size > SMALL)
        return false;
    const content = await (0,_asset_content_js__WEBPACK_IMPORTED_MODULE_3__/* .downloadAsset */ .Bx)(access, old);
    return content !== undefined && sha256(content) === asset.sha256;
}
async function keyFileHolds(old, name, access, signatory) {
    if (!old.complete || old.size > SMALL)
        return false;
    const content = await (0,_asset_content_js__WEBPACK_IMPORTED_MODULE_3__/* .downloadAsset */ .Bx)(access, old);
    return content !== undefined && (0,_same_key_js__WEBPACK_IMPORTED_MODULE_4__/* .holdsKey */ .g)(name, content, signatory);
}
const SMALL = 256 * 1024;
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}


/***/ }),

/***/ 39301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vI: () => (/* binding */ assetExists),
  hC: () => (/* binding */ conflictsOf),
  gR: () => (/* binding */ deleteCommands),
  D0: () => (/* binding */ releaseFull)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/base/shell.js
var shell = __webpack_require__(5593);
// EXTERNAL MODULE: ./src/formats/run-files.js
var run_files = __webpack_require__(40513);
// EXTERNAL MODULE: ./src/github/releases/asset-content.js
var asset_content = __webpack_require__(89452);
// EXTERNAL MODULE: ./src/github/releases/asset-plan.js
var asset_plan = __webpack_require__(86462);
// EXTERNAL MODULE: ./src/base/json.js
var json = __webpack_require__(84681);
// EXTERNAL MODULE: ./src/files/checksums.js
var checksums = __webpack_require__(24885);
// EXTERNAL MODULE: ./src/files/names.js
var names = __webpack_require__(32145);
;// CONCATENATED MODULE: ./src/github/releases/listed-names.js




function listKind(name) {
    const kind = (0,run_files/* runFileKind */.AW)(name);
    return kind === 'checksums' || kind === 'statement' ? kind : undefined;
}
function signedChecksumFile(name) {
    return (0,names/* signedPathsOf */.YE)(name).find((signed) => (0,run_files/* runFileKind */.AW)(signed) === 'checksums');
}
function namesListedIn(kind, content) {
    try {
        return kind === 'checksums'
            ? (0,checksums/* parseChecksums */.yk)(content, 'the asset').entries.map(({ name }) => name)
            : statementSubjects(content);
    }
    catch {
        return undefined;
    }
}
function statementSubjects(content) {
    const envelope = (0,json/* asObject */.eB)((0,json/* readJsonObject */.op)(content)['dsseEnvelope'], 'dsseEnvelope');
    const payload = Buffer.from((0,json/* asString */.oJ)(envelope['payload'], 'payload'), 'base64');
    const subjects = (0,json/* asArray */._j)((0,json/* readJsonObject */.op)(payload)['subject'], 'subject');
    return subjects.map((subject) => (0,json/* asString */.oJ)((0,json/* asObject */.eB)(subject, 'subject')['name'], 'name'));
}

;// CONCATENATED MODULE: ./src/github/releases/conflicts.js








async function conflictsOf(planned, rules) {
    if (rules.overwrite)
        return [];
    const conflicts = [];
    const undecided = [];
    const foreignLists = new Set();
    for (const { name, asset } of listsFirst(planned.names, rules.existing)) {
        const foreign = await foreignness(name, asset, planned.signs, foreignLists, rules.access);
        if (foreign !== undefined)
            conflicts.push({ asset, foreign });
        else if (rules.release.draft || (await holdsSameKey(name, asset, planned, rules)))
            continue;
        else
            (listKind(name) === 'checksums' ? undecided : conflicts).push({ asset, foreign: undefined });
    }
    return conflicts.length > 0 ? [...conflicts, ...undecided] : [];
}
function listsFirst(names, existing) {
    const met = [...new Set(names)].flatMap((name) => (0,asset_plan/* metBy */.g7)(name, existing).map((asset) => ({ name, asset })));
    const complete = met.filter(({ asset }) => asset.complete);
    const rank = ({ name }) => (listKind(name) === undefined ? 1 : 0);
    return complete.toSorted((a, b) => rank(a) - rank(b));
}
async function holdsSameKey(name, asset, { signatory }, { access }) {
    return (0,run_files/* isKeyFile */.cI)(name) && (await (0,asset_plan/* keyFileHolds */.gN)(asset, name, access, await signatory()));
}
async function foreignness(name, asset, signs, foreignLists, access) {
    const signed = signedChecksumFile(name);
    if (signed !== undefined)
        return foreignLists.has(signed) ? `signs ${signed}` : undefined;
    const kind = listKind(name);
    if (kind === undefined || signs.includes(name.replace(/\.sigstore\.json$/u, '')))
        return undefined;
    const content = asset.size > asset_content/* MAX_COMPARED */.$i ? Buffer.alloc(0) : await (0,asset_content/* downloadAsset */.Bx)(access, asset);
    if (content === undefined)
        return undefined;
    const names = namesListedIn(kind, content);
    const own = new Set(signs);
    const others = names?.filter((other) => !own.has(other));
    if (others?.length === 0)
        return undefined;
    foreignLists.add(name);
    if (others === undefined)
        return kind === 'checksums' ? 'is not a checksum file as this action writes them' : 'is not a statement about files';
    return `names files that this run does not sign: ${(0,log/* firstNames */.d9)(others.slice(0, 3))}${others.length > 3 ? ` and ${others.length - 3} more` : ''}`;
}
function assetExists(conflicts, { release, access }) {
    const lines = conflicts.map(({ asset, foreign, note }) => [(0,log/* printable */.g$)(asset.name, 150), foreign ?? note ?? []].flat().join(' '));
    const kind = release.draft ? 'draft' : 'published';
    const message = `The ${kind} release ${(0,log/* printable */.g$)(release.tag)} has assets of names that would be attached:\n${(0,log/* listed */.KE)(lines)}`;
    const names = conflicts.map(({ asset }) => asset.name);
    const remove = `Set overwrite: true to replace them, or delete them first: ${deleteCommands(names, release, access)}`;
    const shared = 'Where several jobs attach to one release, sign checksums and provenance in one job alone, after the others and from their digests (input subject-checksums; examples/build-matrix.yml shows it): each job would make a list of its own files only.';
    const isShared = conflicts.some(({ foreign }) => foreign !== undefined);
    return new errors/* ActionError */.lZ('ASSET_EXISTS', message, {
        hint: isShared ? `${shared} If nobody needs those on the release: ${lowered(remove)}` : remove,
    });
}
function lowered(sentence) {
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
function deleteCommands(names, release, { repository }) {
    const commands = names
        .slice(0, 10)
        .map((name) => `gh release delete-asset ${(0,shell/* printableWord */.eQ)(release.tag)} ${(0,shell/* printableWord */.eQ)((0,external_node_path_.basename)(name))} --yes --repo ${repository}`);
    return commands.join('; ') + (names.length > 10 ? '; …' : '');
}
function releaseFull(inAll, release) {
    return new errors/* ActionError */.lZ('RELEASE_FULL', `The release ${(0,log/* printable */.g$)(release.tag)} would hold ${inAll} assets; GitHub allows ${asset_plan/* MAX_ASSETS */.v8}.`, {
        hint: 'Set sign: checksums, which makes one signature for all files, take fewer formats, or set release-assets: false.',
    });
}


/***/ }),

/***/ 82343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ WRITE_PERMISSION),
/* harmony export */   Gs: () => (/* binding */ LIMIT_HINT),
/* harmony export */   TT: () => (/* binding */ saidBy),
/* harmony export */   dE: () => (/* binding */ trimmed),
/* harmony export */   o0: () => (/* binding */ forbidden),
/* harmony export */   os: () => (/* binding */ unexpected)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80963);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43705);



const WRITE_PERMISSION = 'Give the job `permissions: contents: write` (pull requests from forks never get it; an organization can forbid it), or pass a token that may write by `github-token`.';
const LIMIT_HINT = 'GitHub limits uploads to 80 a minute and 500 an hour, and requests to 1,000 an hour, for all jobs of the repository together: run the job again later with a longer timeout-minutes, or set sign: checksums, which makes one signature for all files.';
function saidBy(response) {
    const { message } = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(response);
    const id = response.requestId === undefined ? '' : `, request id ${response.requestId}`;
    return `${response.status}${message === '' ? '' : ` ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(message, 500)}`}${id}`;
}
function forbidden(response) {
    const hint = response.status === 401
        ? 'The token is not valid (any more): pass `github-token: ${{ github.token }}`, or a token that has not expired.'
        : WRITE_PERMISSION;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('RELEASE_FORBIDDEN', `GitHub refuses access to the release: ${saidBy(response)}.`, { hint });
}
function unexpected(response) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_RESPONSE', `GitHub's release API answered ${saidBy(response)}.`, {
        hint: 'Look at https://www.githubstatus.com, and check that GITHUB_API_URL is right.',
    });
}
function trimmed(text) {
    return text.replace(/[.\s]+$/u, '');
}


/***/ }),

/***/ 18832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ deleteAsset),
/* harmony export */   ZS: () => (/* binding */ assetsOf),
/* harmony export */   eI: () => (/* binding */ draftsOf),
/* harmony export */   qT: () => (/* binding */ publishedRelease),
/* harmony export */   u$: () => (/* binding */ releaseById)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7520);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80963);


const RELEASES_A_PAGE = 30;
const ASSETS_A_PAGE = 100;
const MAX_PAGES = 400;
async function publishedRelease(access, tag) {
    const response = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T)(access, ({ rest }, repository) => rest.repos.getReleaseByTag({ ...repository, tag }));
    if (response.status === 404)
        return undefined;
    return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readRelease */ .iJ)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .expectOk */ .a)(response)));
}
async function releaseById(access, id) {
    const response = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T)(access, ({ rest }, repository) => rest.repos.getRelease({ ...repository, release_id: id }));
    if (response.status === 404)
        return undefined;
    return (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readRelease */ .iJ)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .expectOk */ .a)(response)));
}
async function draftsOf(access, tag, pages = MAX_PAGES) {
    const drafts = [];
    for (let page = 1; page <= pages; page++) {
        const response = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T)(access, ({ rest }, repository) => rest.repos.listReleases({ ...repository, per_page: RELEASES_A_PAGE, page }));
        if (response.status === 404 || (response.status === 422 && page > 1))
            break;
        const releases = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .expectOk */ .a)(response)), _wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readRelease */ .iJ);
        drafts.push(...releases.filter((release) => release.draft && release.tag === tag));
        if (isLastPage(response, releases.length, RELEASES_A_PAGE))
            break;
    }
    return drafts;
}
async function assetsOf(access, release) {
    const assets = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
        const response = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T)(access, ({ rest }, repository) => rest.repos.listReleaseAssets({
            ...repository,
            release_id: release.id,
            per_page: ASSETS_A_PAGE,
            page,
        }));
        const now = Date.parse(response.headers['date'] ?? '');
        const some = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .LD)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .expectOk */ .a)(response)), (item) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readAsset */ .fs)(item, now));
        assets.push(...some);
        if (isLastPage(response, some.length, ASSETS_A_PAGE))
            break;
    }
    return assets;
}
function isLastPage({ headers }, items, aPage) {
    return items < aPage && !/;\s*rel="?next"?/u.test(headers['link'] ?? '');
}
function deleteAsset(access, { id }) {
    return (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .call */ .T)(access, ({ rest }, repository) => rest.repos.deleteReleaseAsset({ ...repository, asset_id: id }));
}


/***/ }),

/***/ 27087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VN: () => (/* binding */ UploadPace),
/* harmony export */   aL: () => (/* binding */ UPLOADS_A_MINUTE),
/* harmony export */   eo: () => (/* binding */ UPLOADS_AN_HOUR),
/* harmony export */   ks: () => (/* binding */ paceMs)
/* harmony export */ });
const UPLOADS_A_MINUTE = 60;
const UPLOADS_AN_HOUR = 500;
const WINDOWS = [
    { uploads: UPLOADS_A_MINUTE, ms: 61_000 },
    { uploads: UPLOADS_AN_HOUR, ms: 3_605_000 },
];
class UploadPace {
    #starts = [];
    waitMs(now) {
        return Math.max(0, nextStart(this.#starts) - now);
    }
    async turn(clock, signal, onWait) {
        const wait = this.waitMs(clock.now());
        if (wait > 0) {
            onWait(wait);
            await clock.sleep(wait, signal);
        }
        this.#starts.push(clock.now());
    }
}
function paceMs(uploads) {
    const starts = [];
    for (let upload = 0; upload < uploads; upload++)
        starts.push(Math.max(0, nextStart(starts)));
    return starts.at(-1) ?? 0;
}
function nextStart(starts) {
    const free = WINDOWS.map(({ uploads, ms }) => {
        const first = starts[starts.length - uploads];
        return first === undefined ? -Infinity : first + ms;
    });
    return Math.max(starts.at(-1) ?? -Infinity, ...free);
}


/***/ }),

/***/ 80963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   f: () => (/* binding */ isTrustedUploadHost),
/* harmony export */   fs: () => (/* binding */ readAsset),
/* harmony export */   iJ: () => (/* binding */ readRelease),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);

function jsonOf(response) {
    try {
        return JSON.parse(response.body.toString('utf8'));
    }
    catch (cause) {
        throw malformed('it is not JSON', cause);
    }
}
function readList(json, read) {
    if (!Array.isArray(json))
        throw malformed('a list was expected');
    return json.map(read);
}
function readRelease(json) {
    const fields = fieldsOf(json);
    return {
        id: integer(fields, 'id'),
        tag: text(fields, 'tag_name'),
        title: typeof fields['name'] === 'string' ? fields['name'] : '',
        draft: fields['draft'] === true,
        immutable: fields['immutable'] === true,
        uploadUrl: url(text(fields, 'upload_url').replace(/\{[^}]*\}$/u, ''), 'upload_url'),
        htmlUrl: typeof fields['html_url'] === 'string' ? fields['html_url'] : '',
        createdAt: typeof fields['created_at'] === 'string' ? fields['created_at'] : '',
    };
}
function readAsset(json, now = NaN) {
    const fields = fieldsOf(json);
    const digest = typeof fields['digest'] === 'string' ? fields['digest'] : '';
    const age = now - Date.parse(typeof fields['created_at'] === 'string' ? fields['created_at'] : '');
    return {
        id: integer(fields, 'id'),
        name: text(fields, 'name'),
        complete: text(fields, 'state') === 'uploaded',
        ageMs: Number.isNaN(age) ? undefined : Math.max(0, age),
        size: integer(fields, 'size'),
        sha256: /^sha256:([0-9a-f]{64})$/u.exec(digest)?.[1],
        url: webUrl(fields['browser_download_url']),
    };
}
function isTrustedUploadHost(upload, apiUrl) {
    const api = new URL(apiUrl);
    if (upload.protocol !== api.protocol || upload.username !== '' || upload.password !== '')
        return false;
    if (upload.hostname === api.hostname)
        return upload.port === api.port || api.protocol === 'http:';
    return upload.port === api.port && upload.hostname === `uploads.${api.hostname.replace(/^api\./u, '')}`;
}
function refusalOf(response) {
    let parsed;
    try {
        parsed = JSON.parse(response.body.toString('utf8'));
    }
    catch {
        return { message: '', codes: [], fields: [] };
    }
    if (!isFields(parsed))
        return { message: '', codes: [], fields: [] };
    const errors = Array.isArray(parsed['errors']) ? parsed['errors'] : [];
    const all = (name) => errors.flatMap((error) => (isFields(error) && typeof error[name] === 'string' ? [error[name]] : []));
    const message = typeof parsed['message'] === 'string' ? parsed['message'] : '';
    const parts = [message, ...errors.filter((error) => typeof error === 'string'), ...all('message')];
    return { message: parts.filter((part) => part !== '').join(': '), codes: all('code'), fields: all('field') };
}
function fieldsOf(json) {
    if (!isFields(json))
        throw malformed('an object was expected');
    return json;
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function text(fields, name) {
    const value = fields[name];
    if (typeof value !== 'string' || value === '')
        throw malformed(`its field ${name} is not text`);
    return value;
}
function integer(fields, name) {
    const value = fields[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
        throw malformed(`its field ${name} is not a number`);
    }
    return value;
}
function url(value, name) {
    if (!URL.canParse(value))
        throw malformed(`its field ${name} is not a URL`);
    return value;
}
function webUrl(value) {
    const parsed = typeof value === 'string' ? URL.parse(value) : null;
    return parsed !== null && /^https?:$/u.test(parsed.protocol) ? parsed.href : '';
}
function malformed(what, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_RESPONSE', `GitHub's release API gave an answer that it does not promise: ${what}.`, {
        hint: 'Check that GITHUB_API_URL is the address of GitHub’s API (other servers’ release APIs are not known here), and that no proxy or login page stands between the runner and GitHub.',
        cause,
    });
}


/***/ })

};
