export const id = 756;
export const ids = [756];
export const modules = {

/***/ 56756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadArtifact: () => (/* binding */ uploadArtifact)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ../../node_modules/@actions/artifact/lib/artifact.js + 307 modules
var artifact = __webpack_require__(68217);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
;// CONCATENATED MODULE: ./src/github/artifact/artifact-failure.js


const MAKES_NONE = /^Failed to (?:ListArtifacts|DeleteArtifact|CreateArtifact): /u;
const FINALIZE = 'Failed to FinalizeArtifact: ';
const TAKEN = /^Failed to CreateArtifact: .*Failed request: \(409\)/su;
const NETWORK = [
    ...['EAI_AGAIN', 'ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'],
    ...['ENETUNREACH', 'ENETDOWN', 'ENETRESET', 'EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'REQUEST_SEND_ERROR'],
];
const NETWORK_IN_TEXT = new RegExp(`\\b(?:${NETWORK.join('|')})\\b`, 'u');
const REPEATED = /Failed to make request after \d+ attempts/u;
const CUT_OFF = /^Error reading response as text: /u;
const QUOTA = 'Artifact storage quota has been hit';
function isStop(error) {
    return error instanceof errors/* ActionError */.lZ && error.code !== 'ARTIFACT_UPLOAD_FAILED';
}
function stageOf(error) {
    if (isStop(error))
        return 'final';
    if (error instanceof errors/* ActionError */.lZ)
        return 'stalled';
    const text = (0,errors/* messageOf */.bD)(error);
    if (TAKEN.test(text))
        return 'taken';
    if (MAKES_NONE.test(text))
        return isOfNetwork(error) && !REPEATED.test(text) ? 'create' : 'final';
    if (text.startsWith(FINALIZE))
        return text.includes(QUOTA) ? 'final' : 'stored';
    if (isOfNetwork(error) || CUT_OFF.test(text) || text === 'Upload progress stalled.')
        return 'stored';
    return isPassing(statusOf(error)) ? 'stored' : 'final';
}
function isOfNetwork(error) {
    return NETWORK.includes((0,errors/* systemCodeOf */.c7)(error) ?? '') || NETWORK_IN_TEXT.test((0,errors/* messageOf */.bD)(error));
}
function statusOf(error) {
    if (typeof error !== 'object' || error === null || !('statusCode' in error))
        return undefined;
    return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
function isPassing(status) {
    return status === 408 || status === 429 || (status !== undefined && status >= 500);
}
function artifactFailure(error, name, attempts) {
    if (error instanceof errors/* ActionError */.lZ && isStop(error))
        return error;
    const text = (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(error));
    const tries = attempts > 1 ? ` (${attempts} attempts)` : '';
    return new errors/* ActionError */.lZ('ARTIFACT_UPLOAD_FAILED', `The workflow artifact '${(0,base_log/* printable */.g$)(name)}' was not stored${tries}: ${text}`, { hint: `${hintFor(error, attempts)} ${ON_DISK}`, cause: error });
}
const ON_DISK = "The step's output 'files' names the files; no signature has to be made again.";
function hintFor(error, attempts) {
    if (stageOf(error) === 'taken') {
        const own = attempts > 1 ? 'It may be what an earlier attempt of this step began. ' : '';
        return `${own}This run has an artifact of that name already. In a matrix, give each job a name of its own (artifact-name: signatures-\${{ matrix.os }}) or leave artifact-name out: overwrite: true would delete another job's artifact, and helps only where this same job made the artifact in an earlier attempt.`;
    }
    if ((0,errors/* messageOf */.bD)(error).includes(QUOTA)) {
        return "The account's storage for artifacts is full: delete old artifacts, lower retention-days, or set upload-artifact: false.";
    }
    if (/Failed request: \(40[13]\)/u.test((0,errors/* messageOf */.bD)(error)))
        return "The runner's token may not store artifacts for this run: run the failed job again, since the token ends with its job. Where no artifact is wanted, set 'upload-artifact: false'.";
    return "Look at https://www.githubstatus.com and run the failed job again. Behind a firewall, the runner needs *.actions.githubusercontent.com and *.blob.core.windows.net. Where no artifact is wanted, set 'upload-artifact: false'.";
}

// EXTERNAL MODULE: ./src/base/retry.js
var retry = __webpack_require__(85161);
// EXTERNAL MODULE: ./src/base/wait.js
var wait = __webpack_require__(16782);
// EXTERNAL MODULE: ./src/runner/contained.js + 1 modules
var contained = __webpack_require__(26733);
;// CONCATENATED MODULE: ./src/github/artifact/attempts.js





const PATIENCE = { attempts: 4, refusedMs: 0 };
class ArtifactMiss extends retry/* Miss */.te {
    error;
    name;
    constructor(error, name) {
        super((0,errors/* messageOf */.bD)(error));
        this.error = error;
        this.name = name;
    }
}
function repeated({ signal, log }, attempt) {
    return (0,retry/* persist */.Zr)({
        patience: PATIENCE,
        waits: retry/* WAITS */.rp,
        refusedSince: new retry/* RefusedSince */.Lo(),
        now: () => performance.now(),
        deadline: Infinity,
        sleep: (ms) => (0,wait/* wait */.u)(ms, signal).catch((thrown) => {
            throw thrown instanceof errors/* ActionError */.lZ ? thrown : (0,contained/* reasonOf */.A3)(signal);
        }),
        onWait: ({ error, name }, { failures }) => {
            const { message } = artifactFailure(error, name, failures);
            log.info(`${message} Attempt ${failures + 1} of ${PATIENCE.attempts} follows.`);
        },
        givenUp: ({ error, name }, { failures }) => artifactFailure(error, name, failures),
    }, ({ failures }) => attempt(failures + 1));
}

;// CONCATENATED MODULE: ./src/github/artifact/replace-artifact.js





async function replaceArtifact(bounds, client, name) {
    const { log } = bounds;
    await repeated(bounds, async (number) => {
        try {
            await (0,contained/* contained */.k_)(bounds, () => client.deleteArtifact(name));
            log.info(`The artifact ${(0,base_log/* printable */.g$)(name)} of this run is replaced.`);
        }
        catch (error) {
            if (error instanceof artifact/* ArtifactNotFoundError */.CL)
                return undefined;
            if (isStop(error) || stageOf(error) === 'final')
                throw artifactFailure(error, name, number);
            return new ArtifactMiss(error, name);
        }
        return undefined;
    });
}

;// CONCATENATED MODULE: ./src/github/artifact/workflow-artifact.js








const MAX_NAMES = 500;
const ATTEMPT_MS = 180_000;
async function uploadArtifact(request, signal, log) {
    const token = request.env['ACTIONS_RUNTIME_TOKEN'] ?? '';
    if (token !== '')
        request.mask(token);
    const ms = request.attemptMs ?? ATTEMPT_MS;
    const session = { request, signal, log, ms, client: new artifact/* DefaultArtifactClient */.t9() };
    if (request.overwrite)
        await replaceArtifact(session, session.client, request.name);
    const names = new Names(request);
    return repeated(session, async (number) => {
        for (;;) {
            const name = names.current;
            const outcome = await tryName(session, name);
            if ('stored' in outcome) {
                await checkAllThere(request.files, name);
                return { ...outcome.stored, name, url: artifactUrl(request.env, outcome.stored.id) };
            }
            const { stage, error } = outcome;
            if (stage === 'final')
                throw artifactFailure(error, name, number);
            if (stage === 'taken' || stage === 'stalled') {
                if (!names.next())
                    throw artifactFailure(error, name, number);
                log.info(`The artifact gets the name ${(0,base_log/* printable */.g$)(names.current)}: the one before may be taken.`);
            }
            if (stage !== 'taken')
                return new ArtifactMiss(error, name);
        }
    });
}
class Names {
    #request;
    #number = 1;
    constructor(request) {
        this.#request = request;
    }
    get current() {
        return this.#number === 1 ? this.#request.name : `${this.#request.name}-${this.#number}`;
    }
    next() {
        if (!this.#request.nameIsDefault || this.#number === MAX_NAMES)
            return false;
        this.#number += 1;
        return true;
    }
}
async function tryName(session, name) {
    const { client, request } = session;
    const { retentionDays } = request;
    try {
        const { id, digest } = await (0,contained/* contained */.k_)(session, () => client.uploadArtifact(name, [...request.files], request.root, retentionDays === undefined ? {} : { retentionDays }));
        if (id !== undefined)
            return { stored: { id, digest: digest ?? '' } };
        return { stage: 'final', error: new Error('the service gave it no ID') };
    }
    catch (error) {
        const stage = stageOf(error);
        if (stage !== 'stored')
            return { stage, error };
        const stored = await takeUp(session, name, (0,errors/* messageOf */.bD)(error).startsWith('Failed to FinalizeArtifact'));
        return stored === undefined ? { stage, error } : { stored };
    }
}
async function takeUp(session, name, finalizing) {
    const { client } = session;
    try {
        const { artifact } = await (0,contained/* contained */.k_)(session, () => client.getArtifact(name));
        if (finalizing && artifact.digest)
            return { id: artifact.id, digest: artifact.digest.replace(/^sha256:/u, '') };
        await (0,contained/* contained */.k_)(session, () => client.deleteArtifact(name));
    }
    catch (thrown) {
        if (isStop(thrown))
            throw thrown;
        session.log.debug(`Nothing to take up: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(thrown))}`);
    }
    return undefined;
}
async function checkAllThere(files, name) {
    for (const file of files) {
        try {
            await (0,promises_.access)(file);
        }
        catch (error) {
            throw artifactFailure(new Error(`${file} has vanished meanwhile`, { cause: error }), name, 1);
        }
    }
}
function artifactUrl(env, id) {
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    return `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}/artifacts/${id}`;
}


/***/ })

};
