export const id = 961;
export const ids = [961];
export const modules = {

/***/ 65961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkAllNames: () => (/* binding */ checkAllNames),
  checkChecksumAsset: () => (/* binding */ checkChecksumAsset),
  mayNotReplace: () => (/* binding */ mayNotReplace),
  prepareRelease: () => (/* binding */ prepareRelease)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/github/releases/asset-content.js
var asset_content = __webpack_require__(89452);
// EXTERNAL MODULE: ./src/github/releases/releases.js
var releases_releases = __webpack_require__(18832);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/github/releases/asset-plan.js
var asset_plan = __webpack_require__(86462);
// EXTERNAL MODULE: ./src/github/releases/conflicts.js + 1 modules
var releases_conflicts = __webpack_require__(39301);
// EXTERNAL MODULE: ./src/base/clock.js
var base_clock = __webpack_require__(261);
// EXTERNAL MODULE: ./src/base/shell.js
var shell = __webpack_require__(5593);
// EXTERNAL MODULE: ./src/github/releases/refusals.js
var refusals = __webpack_require__(82343);
;// CONCATENATED MODULE: ./src/github/releases/release-lookup.js





const LOOK_AGAIN_MS = [1000, 2000, 4000, 8000];
const PAGES_BESIDE = 10;
const PAGES_AGAIN = 3;
async function findRelease(access, wanted, bounds) {
    let candidates = await candidatesFor(access, wanted);
    for (const wait of LOOK_AGAIN_MS) {
        if (candidates.length > 0 || bounds.clock.now() + wait >= bounds.deadline)
            break;
        if (wait === LOOK_AGAIN_MS[0])
            bounds.log.info(`GitHub shows no release ${named(wanted)}: looking again for 15 s, in case it was just made.`);
        await bounds.clock.sleep(wait, bounds.signal);
        candidates = await candidatesFor(access, wanted, PAGES_AGAIN);
    }
    const [release, ...others] = candidates;
    if (release === undefined)
        throw notFound(access, wanted);
    if (others.length > 0)
        throw await ambiguous(access, candidates, wanted.tag ?? release.tag);
    if (wanted.tag !== undefined && release.tag !== wanted.tag)
        throw otherTag(release, wanted.tag, wanted.id);
    if (release.immutable && !release.draft)
        throw immutable(release);
    return release;
}
async function candidatesFor(access, { id, tag }, pages) {
    if (id !== undefined) {
        const release = await (0,releases_releases/* releaseById */.u$)(access, id);
        return release === undefined ? [] : [release];
    }
    const wanted = tag ?? '';
    const published = await (0,releases_releases/* publishedRelease */.qT)(access, wanted);
    const drafts = await (0,releases_releases/* draftsOf */.eI)(access, wanted, published === undefined ? pages : PAGES_BESIDE);
    return published === undefined ? drafts : [published, ...drafts.filter(({ id: draft }) => draft !== published.id)];
}
function named({ id, tag }) {
    return id === undefined ? `of the tag ${(0,base_log/* printable */.g$)(tag ?? '')}` : `with the ID ${id}`;
}
function notFound({ repository }, wanted) {
    const message = `There is no release ${named(wanted)} in ${(0,base_log/* printable */.g$)(repository)}, or the token does not see it.`;
    const tag = wanted.tag === undefined ? 'TAG' : (0,shell/* printableWord */.eQ)(wanted.tag);
    const create = `gh release create ${tag} --repo ${(0,shell/* printableWord */.eQ)(repository)} --draft --verify-tag`;
    const other = wanted.id === undefined
        ? `If there is none yet, make it before this step: ${create}`
        : `Or the ID is of another repository's release: gh api repos/${(0,base_log/* printable */.g$)(repository)}/releases lists those of this one.`;
    return new errors/* ActionError */.lZ('RELEASE_NOT_FOUND', message, {
        hint: `If it is a draft: GitHub shows drafts only to tokens that may write. ${refusals/* WRITE_PERMISSION */.EU} ${other}`,
    });
}
const MAX_LISTED = 10;
async function ambiguous(access, releases, tag) {
    const lines = await Promise.all(releases.slice(0, MAX_LISTED).map(async (release) => {
        const { id, draft, title, createdAt, htmlUrl } = release;
        const count = (await (0,releases_releases/* assetsOf */.ZS)(access, release)).length;
        const assets = count === 1 ? '1 asset' : `${count} assets`;
        const kind = draft ? 'draft' : release.immutable ? 'published, immutable' : 'published';
        return `  release-id: ${id} (${kind}, made ${(0,base_log/* printable */.g$)(createdAt, 40) || 'at an unknown time'}, ${assets}) "${(0,base_log/* printable */.g$)(title, 80)}" ${(0,base_log/* printable */.g$)(htmlUrl, 200)}`;
    }));
    const more = releases.length > MAX_LISTED ? [`  … and ${releases.length - MAX_LISTED} more`] : [];
    const message = `${releases.length} releases bear the tag ${(0,base_log/* printable */.g$)(tag)}, so none is taken:\n${[...lines, ...more].join('\n')}`;
    return new errors/* ActionError */.lZ('RELEASE_NOT_FOUND', message, {
        hint: 'Choose one by the input release-id (the step that makes the release has its ID, often as an output), or delete those that are left over: gh api --method DELETE repos/{owner}/{repo}/releases/ID',
    });
}
function otherTag(release, tag, id) {
    if (id === undefined)
        return new errors/* ActionError */.lZ('INVALID_RESPONSE', `Asked for the release of the tag ${(0,base_log/* printable */.g$)(tag)}, GitHub answered with that of ${(0,base_log/* printable */.g$)(release.tag)}.`, { hint: 'Check that GITHUB_API_URL is right, and that nothing stands between the runner and GitHub.' });
    return new errors/* ActionError */.lZ('RELEASE_NOT_FOUND', `The release ${release.id} bears the tag ${(0,base_log/* printable */.g$)(release.tag)}, not ${(0,base_log/* printable */.g$)(tag)}.`, { hint: 'Leave release-tag empty where release-id chooses the release, or correct one of the two.' });
}
function immutable({ tag }) {
    const word = (0,shell/* printableWord */.eQ)(tag);
    return new errors/* ActionError */.lZ('RELEASE_IMMUTABLE', `The release of the tag ${(0,base_log/* printable */.g$)(tag)} is published and immutable: GitHub takes no assets for it any more.`, {
        hint: `Sign before publishing: gh release create ${word} --draft, then this action with release-assets: true, then gh release edit ${word} --draft=false. For this release set release-assets: false and publish the signatures in another place.`,
    });
}

// EXTERNAL MODULE: ./src/github/releases/upload-pace.js
var upload_pace = __webpack_require__(27087);
;// CONCATENATED MODULE: ./src/github/releases/release-check.js









async function prepareRelease(request) {
    const { http, env, token, overwrite, log } = request;
    const clock = request.clock ?? base_clock/* systemClock */.m;
    checkTime(request, request.names, clock);
    const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
    const access = { http, token, apiUrl, repository: env['GITHUB_REPOSITORY'] ?? '' };
    const release = await findRelease(access, request, { ...request, clock });
    (0,asset_content/* trustedUploadUrl */.OV)(access, release);
    const existing = await (0,releases_releases/* assetsOf */.ZS)(access, release);
    const prepared = { request, clock, access, release, overwrite, existing };
    await checkRoom(request.names, prepared);
    const kind = release.draft ? 'draft' : 'published release';
    log.info(`Assets go to the ${kind} ${(0,base_log/* printable */.g$)(release.tag)} (id ${release.id}), which has ${existing.length}.`);
    return prepared;
}
async function checkAllNames(prepared, names) {
    const { request, clock } = prepared;
    if (names.every((name) => request.names.includes(name)))
        return;
    checkTime(request, names, clock);
    await checkRoom(names, prepared);
}
async function checkRoom(all, prepared) {
    const names = [...new Set(all)];
    const inAll = (0,asset_plan/* assetsInAll */.aP)(names, prepared.existing);
    if (inAll > asset_plan/* MAX_ASSETS */.v8)
        throw (0,releases_conflicts/* releaseFull */.D0)(inAll, prepared.release);
    const { request } = prepared;
    const signatory = async () => ({ key: await request.publicKey(), principal: request.principal });
    const planned = { names, signs: request.signs, signatory };
    const conflicts = await (0,releases_conflicts/* conflictsOf */.hC)(planned, prepared);
    if (conflicts.length === 0)
        return;
    const withKey = await request.allNames().catch(() => names);
    throw (0,releases_conflicts/* assetExists */.vI)(await (0,releases_conflicts/* conflictsOf */.hC)({ ...planned, names: withKey }, prepared), prepared);
}
function mayNotReplace({ overwrite, release, existing }, name) {
    return !overwrite && !release.draft && (0,asset_plan/* metBy */.g7)(name, existing).some(({ complete }) => complete);
}
async function checkChecksumAsset(prepared, name, content) {
    if (!mayNotReplace(prepared, name))
        return;
    const asset = { name, size: content.length, sha256: (0,asset_plan/* sha256 */.sc)(content) };
    const signatory = { key: await prepared.request.publicKey(), principal: prepared.request.principal };
    for (const old of (0,asset_plan/* metBy */.g7)(name, prepared.existing)) {
        if (!old.complete || (await (0,asset_plan/* holdsTheSame */._5)(old, asset, prepared.access, signatory)))
            continue;
        const note = 'is not the checksum file that this run would make';
        throw (0,releases_conflicts/* assetExists */.vI)([{ asset: old, foreign: undefined, note }], prepared);
    }
}
function checkTime({ deadline }, names, clock) {
    if (names.length > asset_plan/* MAX_ASSETS */.v8)
        return;
    const needed = (0,upload_pace/* paceMs */.ks)(names.length);
    const left = deadline - clock.now();
    if (left <= 0)
        throw new errors/* ActionError */.lZ('TIMED_OUT', 'The time of timeout-minutes was over before the first signature.');
    if (needed <= left)
        return;
    const minutes = Math.ceil(needed / 60_000);
    const message = `Input 'timeout-minutes' is too short for 'release-assets': ${names.length} uploads take ${minutes} minutes at the ${upload_pace/* UPLOADS_A_MINUTE */.aL} a minute and ${upload_pace/* UPLOADS_AN_HOUR */.eo} an hour that GitHub's limits allow, and ${Math.max(0, Math.floor(left / 60_000))} are left.`;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', message, {
        hint: `Set timeout-minutes: ${minutes + 15} (and as much for the job), or sign: checksums, which makes one signature for all files.`,
    });
}


/***/ })

};
