export const id = 237;
export const ids = [237];
export const modules = {

/***/ 54237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attachAssets: () => (/* binding */ attachAssets)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/base/shell.js
var shell = __webpack_require__(5593);
// EXTERNAL MODULE: ./src/github/releases/asset-plan.js
var asset_plan = __webpack_require__(86462);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/github/releases/asset-content.js
var asset_content = __webpack_require__(89452);
// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
// EXTERNAL MODULE: ./src/formats/run-files.js
var run_files = __webpack_require__(40513);
;// CONCATENATED MODULE: ./src/github/releases/asset-names.js


function contentTypeOf(name) {
    const ofRun = (0,run_files/* runFileContentType */.$T)(name);
    if (ofRun !== undefined)
        return ofRun;
    const [format] = (0,facts/* formatsWhere */.Me)(({ extension }) => name.endsWith(extension)).toSorted((a, b) => (0,facts/* factsOf */.xS)(b).extension.length - (0,facts/* factsOf */.xS)(a).extension.length);
    return format === undefined ? 'application/octet-stream' : (0,facts/* factsOf */.xS)(format).contentType;
}

// EXTERNAL MODULE: ./src/base/retry.js
var retry = __webpack_require__(85161);
// EXTERNAL MODULE: ./src/github/releases/refusals.js
var refusals = __webpack_require__(82343);
// EXTERNAL MODULE: ./src/github/releases/releases.js
var releases = __webpack_require__(18832);
// EXTERNAL MODULE: ./src/github/releases/wire.js
var wire = __webpack_require__(80963);
;// CONCATENATED MODULE: ./src/github/releases/upload-failure.js






class UploadFailure extends errors/* ActionError */.lZ {
    lasting;
    constructor(what, hint, lasting = false) {
        super('RELEASE_UPLOAD_FAILED', what, { hint });
        this.lasting = lasting;
    }
}
function runAgain({ draft }) {
    return draft
        ? 'Run the job again: what is attached already stays or is replaced.'
        : 'Run the job again with overwrite: true, which replaces what is attached already.';
}
function meanwhile(name) {
    return new UploadFailure(`An asset ${(0,base_log/* printable */.g$)(name)} was attached while this run was at work`, 'Another job attaches files of the same names at the same time: let one job sign for the release, or the jobs run one after the other (needs, concurrency). Then run this job again.');
}
function refused(response, release, to) {
    const said = `GitHub refused ${to}: ${(0,refusals/* saidBy */.TT)(response)}`;
    const again = runAgain(release);
    switch (response.status) {
        case 401:
            return new UploadFailure(said, `The token is not valid any more: it ends with its job, and others expire. ${again}`);
        case 403:
            return new UploadFailure(said, `${refusals/* WRITE_PERMISSION */.EU} Then ${lowered(again)}`);
        case 404:
            return new UploadFailure(said, `The release was deleted meanwhile, or the token may not write to it. ${refusals/* WRITE_PERMISSION */.EU}`);
        case 413:
            return new UploadFailure(said, TOO_LARGE, true);
        case 422:
            return unprocessable(said, response, release);
        default:
            return new UploadFailure(said, `Look at https://www.githubstatus.com. ${again}`);
    }
}
const TOO_LARGE = 'GitHub takes assets below 2 GiB: publish this file in another place.';
const IMMUTABLE = 'The release was published meanwhile and is immutable: nothing can be attached to it any more, so running the job again does not help. Publish the signatures in another place, or make a new version: gh release create TAG --draft, this action, then gh release edit TAG --draft=false.';
function unprocessable(said, response, release) {
    const { message, fields } = (0,wire/* refusalOf */.Of)(response);
    if (/\bimmutable\b/iu.test(message))
        return new UploadFailure(said, IMMUTABLE, true);
    if (fields.includes('file_count') || /\bfile_count\b|\btoo many (?:assets|files)\b/iu.test(message)) {
        const remove = `gh release delete-asset ${(0,shell/* printableWord */.eQ)(release.tag)} NAME`;
        const hint = `A release holds at most ${asset_plan/* MAX_ASSETS */.v8} assets: delete some that nobody needs (${remove}), take fewer formats, or set sign: checksums.`;
        return new UploadFailure(said, hint);
    }
    if (fields.includes('size') || /\btoo (?:large|big)\b|\b2 ?Gi?B\b/iu.test(message))
        return new UploadFailure(said, TOO_LARGE, true);
    if (fields.includes('name'))
        return new UploadFailure(said, 'GitHub does not take that name for an asset: rename the file.', true);
    return new UploadFailure(said, `GitHub's words say what it does not take; this action knows no more of it. ${runAgain(release)}`);
}
function lowered(sentence) {
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

;// CONCATENATED MODULE: ./src/github/releases/remove-asset.js



async function removeAsset({ access, release, log }, asset, why) {
    const { name, id, size, sha256 } = asset;
    const digest = sha256 === undefined ? '' : `, sha256:${sha256}`;
    log.info(`Deleting the asset ${(0,base_log/* printable */.g$)(name)} (id ${id}, ${size} bytes${digest}) of the release ${(0,base_log/* printable */.g$)(release.tag)}: ${why}.`);
    const response = await (0,releases/* deleteAsset */.AO)(access, asset);
    if (response.status !== 204 && response.status !== 404)
        throw refused(response, release, `the deletion of ${(0,base_log/* printable */.g$)(name)}`);
}

;// CONCATENATED MODULE: ./src/github/releases/starters.js




const DEAD_MS = 5 * 60_000;
const POLL_MS = 10_000;
async function awaitUpload(session, asset) {
    const { clock, signal, log, deadline, access, release } = session;
    const name = (0,base_log/* printable */.g$)(asset.name);
    const since = clock.now();
    const firstAge = asset.ageMs ?? 0;
    let current = asset;
    log.info(`An upload of ${name} is under way, by another job, or it broke off: waiting for it until it is 5 minutes old.`);
    while (current !== undefined && !current.complete) {
        const age = Math.max(current.ageMs ?? 0, firstAge + clock.now() - since);
        if (age >= DEAD_MS) {
            await removeAsset(session, current, 'its upload broke off');
            return undefined;
        }
        const wait = Math.min(POLL_MS, DEAD_MS - age);
        if (clock.now() + wait >= deadline)
            throw noTimeFor(name, age);
        await clock.sleep(wait, signal);
        current = (await (0,releases/* assetsOf */.ZS)(access, release)).find(({ id }) => id === asset.id);
    }
    return current;
}
function noTimeFor(name, age) {
    const what = `An upload of ${name} that this run did not begin is ${Math.floor(age / 1000)} s old and not complete, and timeout-minutes leaves no time to wait for it`;
    return new UploadFailure(what, 'If another job is at work on the release, let it end first. Then run this job again: an upload that is 5 minutes old is taken for broken off and replaced.');
}

;// CONCATENATED MODULE: ./src/github/releases/asset-upload.js













const PATIENCE = { attempts: 5, refusedMs: 0 };
const STATUS = 'Look at https://www.githubstatus.com.';
const UNLISTED = 'GitHub says that an asset of that name is there and lists none: look at the release in the browser, and delete it there.';
class OpenEnd extends retry/* Miss */.te {
    hint;
    ended;
    constructor(why, hint, ended) {
        super((0,refusals/* trimmed */.dE)(why));
        this.hint = hint;
        this.ended = ended;
    }
}
async function uploadAsset(session, step) {
    const { clock, signal, deadline, log } = session;
    const { asset } = step;
    const content = await (0,promises_.readFile)(asset.path);
    if ((0,asset_plan/* sha256 */.sc)(content) !== asset.sha256)
        throw new UploadFailure(`${(0,base_log/* printable */.g$)(asset.name)} changed on disk while it was attached`, `Find out what writes to it. ${runAgain(session.release)}`);
    const there = await makeRoom(session, step);
    if (there !== undefined)
        return there;
    return (0,retry/* persist */.Zr)({
        patience: PATIENCE,
        waits: retry/* WAITS */.rp,
        refusedSince: new retry/* RefusedSince */.Lo(),
        now: () => clock.now(),
        deadline,
        sleep: (ms) => clock.sleep(ms, signal),
        onWait: ({ why }, { failures }) => {
            log.info(`${why}. Attempt ${failures + 1} of ${PATIENCE.attempts} to attach the file follows.`);
        },
        givenUp: ({ why, hint }, { failures }) => new UploadFailure(`${why} (${failures} attempts at ${(0,base_log/* printable */.g$)(asset.name)})`, `${hint} ${runAgain(session.release)}`),
    }, async () => {
        await session.pace.turn(clock, signal, (ms) => {
            log.info(`Waiting ${Math.ceil(ms / 1000)} s: GitHub takes a limited number of uploads a minute and an hour.`);
        });
        return attemptUpload(session, asset, content);
    });
}
async function makeRoom(session, { asset, inTheWay }) {
    for (const old of inTheWay) {
        if (old.complete)
            await removeAsset(session, old, 'this run replaces it');
        else {
            const complete = await awaitUpload(session, old);
            if (complete !== undefined)
                return sameOrRefused(session, asset, complete);
        }
    }
    return undefined;
}
async function sameOrRefused(session, asset, other) {
    if (await (0,asset_plan/* holdsTheSame */._5)(other, asset, session.access, session.signatory))
        return other;
    throw meanwhile(other.name);
}
async function attemptUpload(session, asset, content) {
    const { access, release } = session;
    let response;
    try {
        response = await (0,asset_content/* postAsset */.rZ)(access, release, { name: asset.name, contentType: contentTypeOf(asset.name), content });
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'UNAVAILABLE')
            throw error;
        return settle(session, asset, new OpenEnd(error.message, error.hint ?? STATUS, false));
    }
    const { status } = response;
    if (status === 201)
        return judge(session, asset, response);
    const said = `GitHub answered ${(0,refusals/* saidBy */.TT)(response)}`;
    if (status >= 500 || status === 408)
        return settle(session, asset, new OpenEnd(said, STATUS, true));
    if (status === 422 && (0,wire/* refusalOf */.Of)(response).codes.includes('already_exists'))
        return settle(session, asset, new OpenEnd(said, UNLISTED, false));
    throw refused(response, release, `the upload of ${(0,base_log/* printable */.g$)(asset.name)}`);
}
async function judge(session, asset, response) {
    let stored;
    try {
        stored = (0,wire/* readAsset */.fs)((0,wire/* jsonOf */.o_)(response));
    }
    catch (error) {
        return settle(session, asset, new OpenEnd((0,errors/* messageOf */.bD)(error), STATUS, false));
    }
    const same = stored.size === asset.size && (stored.sha256 === undefined || stored.sha256 === asset.sha256);
    if (stored.complete && same)
        return stored;
    await removeAsset(session, stored, 'GitHub stored other bytes than this run sent');
    return new OpenEnd('GitHub stored other bytes than were sent', STATUS, true);
}
async function settle(session, asset, miss) {
    const { access, release, signatory, before } = session;
    const isOld = ({ id }) => before.some((known) => known.id === id);
    for (const found of (0,asset_plan/* metBy */.g7)(asset.name, await (0,releases/* assetsOf */.ZS)(access, release))) {
        if (await (0,asset_plan/* holdsTheSame */._5)(found, asset, access, signatory))
            return found;
        if (found.complete && isOld(found))
            continue;
        if (found.complete)
            throw meanwhile(found.name);
        if (miss.ended && !isOld(found))
            await removeAsset(session, found, 'it is what is left of an upload of this run that broke off');
        else {
            const complete = await awaitUpload(session, found);
            if (complete !== undefined)
                return sameOrRefused(session, asset, complete);
        }
    }
    return miss;
}

;// CONCATENATED MODULE: ./src/github/releases/confirm-assets.js



const LAG_MS = [1000, 3000];
async function confirmAssets(session, claims, lost) {
    const { access, release, clock, signal } = session;
    let missing = missingFrom(await (0,releases/* assetsOf */.ZS)(access, release), claims);
    for (const wait of LAG_MS) {
        if (missing.length === 0)
            return;
        await clock.sleep(wait, signal);
        missing = missingFrom(await (0,releases/* assetsOf */.ZS)(access, release), claims);
    }
    if (missing.length === 0)
        return;
    lost(missing.map(({ asset }) => asset));
    const names = (0,base_log/* firstNames */.d9)(missing.map(({ stored }) => stored.name));
    throw new UploadFailure(`GitHub took these files, but at the end the release does not list them with the bytes sent: ${names}`, `Another job or person has deleted or replaced them meanwhile: let one job sign for the release. ${runAgain(release)}`);
}
function missingFrom(listed, claims) {
    const byId = new Map(listed.map((asset) => [asset.id, asset]));
    return claims.filter(({ asset, stored, left }) => {
        const now = byId.get(stored.id);
        if (now?.complete !== true)
            return true;
        const wanted = left ? stored : asset;
        return now.size !== wanted.size || (now.sha256 !== undefined && now.sha256 !== wanted.sha256);
    });
}

// EXTERNAL MODULE: ./src/github/releases/conflicts.js + 1 modules
var releases_conflicts = __webpack_require__(39301);
// EXTERNAL MODULE: ./src/github/releases/upload-pace.js
var upload_pace = __webpack_require__(27087);
;// CONCATENATED MODULE: ./src/github/releases/release-assets.js














const PROGRESS_MS = 10_000;
async function attachAssets(prepared, files, key) {
    const claims = new Map();
    try {
        const session = await sessionOf(prepared, key);
        await carryOut(await plan(session, files), session, claims);
        await confirmAssets(session, [...claims.values()], (lost) => {
            for (const { path } of lost)
                claims.delete(path);
        });
        return [...claims].map(([path, { stored: { id, name, url }, left, },]) => ({ path, id, name, url, left }));
    }
    catch (error) {
        throw failure(error, prepared, files, claims);
    }
}
async function sessionOf(prepared, key) {
    const { access, release, overwrite, existing, clock, request } = prepared;
    const { signal, deadline, log, principal } = request;
    const before = await (0,releases/* assetsOf */.ZS)(access, release);
    const rules = { access, release, overwrite, existing };
    return { ...rules, clock, signal, deadline, log, signatory: { key, principal }, pace: new upload_pace/* UploadPace */.VN(), before };
}
async function plan(session, files) {
    const { release, before, signatory } = session;
    const inAll = (0,asset_plan/* assetsInAll */.aP)(files.map((path) => (0,external_node_path_.basename)(path)), before);
    if (inAll > asset_plan/* MAX_ASSETS */.v8)
        throw (0,releases_conflicts/* releaseFull */.D0)(inAll, release);
    const steps = [];
    const conflicts = [];
    for (const path of files) {
        const step = await (0,asset_plan/* stepFor */.y5)(await described(path), before, session, signatory);
        if ('conflict' in step)
            conflicts.push(step.conflict.name);
        else
            steps.push(step);
    }
    if (conflicts.length > 0)
        throw inTheWay(conflicts, session);
    return steps;
}
function inTheWay(names, { release, access }) {
    const since = meanwhile(names[0] ?? '');
    return new UploadFailure(`Since this run began, assets of these names were attached to the release: ${(0,base_log/* firstNames */.d9)(names)}`, `${since.hint ?? ''} Where nobody needs them, set overwrite: true, or delete them first: ${(0,releases_conflicts/* deleteCommands */.gR)(names, release, access)}`);
}
async function described(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(path)) {
        hash.update(chunk);
        size += chunk.length;
    }
    return { path, name: (0,external_node_path_.basename)(path), size, sha256: hash.digest('hex') };
}
async function carryOut(steps, session, claims) {
    const { clock, log } = session;
    let told = clock.now();
    for (const step of steps) {
        const { asset, left } = step;
        const stored = left ?? (await uploadAsset(session, step));
        claims.set(asset.path, { asset, stored, left: left !== undefined });
        if (stored.name !== asset.name)
            log.info(`GitHub calls the asset ${(0,base_log/* printable */.g$)(asset.name)} ${(0,base_log/* printable */.g$)(stored.name)}.`);
        if (clock.now() - told < PROGRESS_MS)
            continue;
        told = clock.now();
        log.info(`${claims.size} of ${steps.length} assets are on the release.`);
    }
    const there = [...claims.values()].filter(({ left }) => left).length;
    log.info(`${claims.size} assets are on the release; ${there} of them were there already.`);
}
function failure(error, prepared, files, claims) {
    const { request, release } = prepared;
    const done = files.filter((path) => claims.has(path)).map((path) => (0,external_node_path_.basename)(path));
    const open = files.filter((path) => !claims.has(path)).map((path) => (0,external_node_path_.basename)(path));
    request.log.info(`Attached: ${done.map((name) => (0,base_log/* printable */.g$)(name, 300)).join(', ') || 'nothing'}`);
    request.log.info(`Not attached: ${open.map((name) => (0,base_log/* printable */.g$)(name, 300)).join(', ') || 'nothing'}`);
    if (error instanceof errors/* ActionError */.lZ && (error.code === 'TIMED_OUT' || error.code === 'CANCELLED'))
        return error;
    const counts = `${done.length} of ${files.length} files are attached to the release ${(0,base_log/* printable */.g$)(release.tag)}`;
    const lists = `Attached: ${(0,base_log/* firstNames */.d9)(done) || 'none'}. Not attached: ${(0,base_log/* firstNames */.d9)(open) || 'none'}.`;
    const message = `${counts}: ${(0,refusals/* trimmed */.dE)((0,errors/* messageOf */.bD)(error))}. ${lists}`;
    const hint = `${adviceFor(error, release)} The step's output 'files' names the files${byHand(error, prepared)}`;
    return new errors/* ActionError */.lZ('RELEASE_UPLOAD_FAILED', message, { hint, cause: error });
}
function byHand(error, { release, access }) {
    if (error instanceof UploadFailure && error.lasting)
        return '.';
    return `; by hand, once the cause is gone: gh release upload ${(0,shell/* printableWord */.eQ)(release.tag)} FILE… --repo ${access.repository}`;
}
function adviceFor(error, release) {
    const hint = error instanceof errors/* ActionError */.lZ ? error.hint : undefined;
    if (hint === undefined)
        return runAgain(release);
    if (error instanceof errors/* ActionError */.lZ && ['RELEASE_UPLOAD_FAILED', 'RELEASE_FULL', 'RATE_LIMITED'].includes(error.code))
        return hint;
    return `${hint} ${runAgain(release)}`;
}


/***/ })

};
