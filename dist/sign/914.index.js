export const id = 914;
export const ids = [914];
export const modules = {

/***/ 60914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadArtifact: () => (/* binding */ uploadArtifact)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ../../node_modules/@actions/artifact/lib/artifact.js + 331 modules
var artifact = __webpack_require__(76537);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
;// CONCATENATED MODULE: ./src/github/artifact/artifact-failure.js


// `@actions/artifact` hands out nothing but a text: its own prefix for the call, and the status in brackets.
/** Calls after which no artifact is there that was not before. */
const MAKES_NONE = /^Failed to (?:ListArtifacts|DeleteArtifact|CreateArtifact): /u;
const FINALIZE = 'Failed to FinalizeArtifact: ';
const TAKEN = /^Failed to CreateArtifact: .*Failed request: \(409\)/su;
const UNREACHABLE = /^Unable to make request: E[A-Z]+/u;
// The blob store's client repeats a request by itself, but not one whose answer breaks off.
const CUT_OFF = /^Error reading response as text: /u;
const QUOTA = 'Artifact storage quota has been hit';
/** Where the client's error came from. */
function stageOf(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return error.code === 'ARTIFACT_UPLOAD_FAILED' ? 'stalled' : 'final';
    const text = (0,errors/* messageOf */.bD)(error);
    if (TAKEN.test(text))
        return 'taken';
    if (MAKES_NONE.test(text))
        return UNREACHABLE.test(text.replace(MAKES_NONE, '')) ? 'create' : 'final';
    if (text.startsWith(FINALIZE))
        return text.includes(QUOTA) ? 'final' : 'stored';
    if (UNREACHABLE.test(text) || CUT_OFF.test(text) || text === 'Upload progress stalled.')
        return 'stored';
    return isPassing(statusOf(error)) ? 'stored' : 'final';
}
/** The blob store's status, from its client's `RestError`. */
function statusOf(error) {
    if (typeof error !== 'object' || error === null || !('statusCode' in error))
        return undefined;
    return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
function isPassing(status) {
    return status === 408 || status === 429 || (status !== undefined && status >= 500);
}
/** What the step fails with: `error` itself where time was up or somebody cancelled, else ARTIFACT_UPLOAD_FAILED. */
function artifactFailure(error, name, attempts) {
    if (error instanceof errors/* ActionError */.lZ && error.code !== 'ARTIFACT_UPLOAD_FAILED')
        return error;
    const text = (0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(error));
    const tries = attempts > 1 ? ` (${attempts} attempts)` : '';
    return new errors/* ActionError */.lZ('ARTIFACT_UPLOAD_FAILED', `The workflow artifact '${(0,base_log/* printable */.g$)(name)}' was not stored${tries}: ${text}`, { hint: `${hintFor(error, attempts)} ${ON_DISK}`, cause: error });
}
const ON_DISK = "All signature files are on disk, and the step's output 'files' names them; no signature has to be made again.";
function hintFor(error, attempts) {
    if (stageOf(error) === 'taken') {
        const own = attempts > 1 ? 'It may be what an earlier attempt of this step began. ' : '';
        return `${own}This run has an artifact of that name already. Give each job a name of its own (artifact-name: signatures-\${{ matrix.os }}), replace it with overwrite: true, or leave artifact-name out.`;
    }
    if ((0,errors/* messageOf */.bD)(error).includes(QUOTA)) {
        return "The account's storage for artifacts is full: delete old artifacts, lower retention-days, or set upload-artifact: false.";
    }
    return "See https://www.githubstatus.com and run the failed job again. Behind a firewall, the runner needs *.actions.githubusercontent.com and *.blob.core.windows.net. Where no artifact is wanted, set 'upload-artifact: false'.";
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/runner/library-output.js
var library_output = __webpack_require__(64485);
;// CONCATENATED MODULE: ./src/github/artifact/bounded.js



/** Attempts in all, where they ended in something that passes; the artifact client repeats 429 and 5xx by itself. */
const MAX_ATTEMPTS = 4;
/**
 * The value of `work`, until time or patience ends: an answer whose body is cut off never settles in the client,
 * and the timer here keeps the process alive until there is a verdict. What `work` prints goes to debug logs.
 * @throws ActionError ARTIFACT_UPLOAD_FAILED when `ms` have passed, or it throws where nobody can catch it;
 * the signal's reason
 */
async function bounded({ signal, log, ms }, work) {
    if (signal.aborted)
        throw reasonOf(signal);
    const end = Promise.withResolvers();
    const timer = setTimeout(() => {
        end.reject(new errors/* ActionError */.lZ('ARTIFACT_UPLOAD_FAILED', `no answer within ${ms / 1000} s`));
    }, ms);
    const onStray = (error) => {
        end.reject(new errors/* ActionError */.lZ('ARTIFACT_UPLOAD_FAILED', `the client broke down: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error }));
    };
    const onAbort = () => {
        end.reject(reasonOf(signal));
    };
    signal.addEventListener('abort', onAbort);
    let over = false;
    try {
        return await Promise.race([(0,library_output/* withQuietOutput */.oM)(log, work, { onStray, isOver: () => over }), end.promise]);
    }
    finally {
        over = true;
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
    }
}
function reasonOf(signal) {
    return signal.reason instanceof errors/* ActionError */.lZ ? signal.reason : new errors/* ActionError */.lZ('CANCELLED', 'The run was cancelled.');
}
/** Whether time was up or somebody cancelled: nothing may be tried any more. */
function isStop(error) {
    return error instanceof errors/* ActionError */.lZ && error.code !== 'ARTIFACT_UPLOAD_FAILED';
}
/** Waits before the attempt of this number, counted from 2; the signal's reason ends it. */
async function pause(attempts, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(Math.random() * Math.min(20_000, 500 * 3 ** (attempts - 2)), undefined, { signal });
    }
    catch {
        throw reasonOf(signal);
    }
}

;// CONCATENATED MODULE: ./src/github/artifact/replace-artifact.js




/**
 * Deletes this run's artifact of the name, where there is one; what passes is tried again.
 * @throws ActionError ARTIFACT_UPLOAD_FAILED, or the signal's reason
 */
async function replaceArtifact(bounds, client, name) {
    const { log, signal } = bounds;
    for (let attempts = 1;; attempts++) {
        try {
            await bounded(bounds, () => client.deleteArtifact(name));
            log.info(`The artifact ${(0,base_log/* printable */.g$)(name)} of this run is replaced.`);
            return;
        }
        catch (error) {
            if (error instanceof artifact/* ArtifactNotFoundError */.CL)
                return;
            const failure = artifactFailure(error, name, attempts);
            if (isStop(error) || stageOf(error) === 'final' || attempts >= MAX_ATTEMPTS)
                throw failure;
            log.info(`${failure.message} Trying again.`);
            await pause(attempts + 1, signal);
        }
    }
}

// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
;// CONCATENATED MODULE: ./src/github/artifact/runtime-token-guard.js


/** Node's channel on which each request of `node:http` and `node:https` is announced before anything is sent. */
const CREATED = 'http.client.request.created';
let isGuarded = false;
/**
 * Breaks off every request that would carry the runner's token (ACTIONS_RUNTIME_TOKEN) to another host than that of
 * ACTIONS_RESULTS_URL: the artifact client follows redirects, and adds its token to each request that it makes.
 * And every request of a call that was given up: the client goes on with it by itself, and could delete the artifact
 * that a later attempt has stored. Holds to the end of the process.
 */
function guardRuntimeToken() {
    if (isGuarded)
        return;
    isGuarded = true;
    (0,external_node_diagnostics_channel_.subscribe)(CREATED, (message) => {
        if (!isCreated(message))
            return;
        const { request } = message;
        if ((0,library_output/* isGivenUp */.hF)()) {
            request.destroy(new Error('The call was given up'));
            return;
        }
        const token = process.env['ACTIONS_RUNTIME_TOKEN'] ?? '';
        if (token === '' || !JSON.stringify(request.getHeaders()).includes(token))
            return;
        const home = URL.parse(process.env['ACTIONS_RESULTS_URL'] ?? '');
        if (request.protocol === home?.protocol && request.getHeader('host') === home.host)
            return;
        request.destroy(new Error('It led to another host, which does not get the token'));
    });
}
function isCreated(message) {
    return typeof message === 'object' && message !== null && 'request' in message;
}

;// CONCATENATED MODULE: ./src/github/artifact/workflow-artifact.js








/** Most numbers tried behind a default name: a job holds 500 artifacts. */
const MAX_NAMES = 500;
/** Time for one attempt: the client's own retries take some 30 s a call. */
const ATTEMPT_MS = 180_000;
/**
 * Uploads `files` as one artifact of this workflow run.
 * @param signal aborts with an ActionError TIMED_OUT or CANCELLED as its reason
 * @throws ActionError ARTIFACT_UPLOAD_FAILED, or the signal's reason
 */
async function uploadArtifact(request, signal, log) {
    guardRuntimeToken();
    // The client goes by Node's own HTTP, which prints headers where NODE_DEBUG is set.
    const token = request.env['ACTIONS_RUNTIME_TOKEN'] ?? '';
    if (token !== '')
        request.mask(token);
    const ms = request.attemptMs ?? ATTEMPT_MS;
    const session = { request, signal, log, ms, client: new artifact/* DefaultArtifactClient */.t9() };
    if (request.overwrite)
        await replaceArtifact(session, session.client, request.name);
    let name = request.name;
    let attempts = 1;
    for (let number = 2; number <= MAX_NAMES;) {
        const outcome = await tryName(session, name);
        if ('stored' in outcome) {
            await checkAllThere(request.files, name);
            return { ...outcome.stored, name, url: artifactUrl(request.env, outcome.stored.id) };
        }
        const failure = artifactFailure(outcome.error, name, attempts);
        if (outcome.stage === 'final')
            throw failure;
        if (outcome.stage !== 'taken') {
            if (attempts++ >= MAX_ATTEMPTS)
                throw failure;
            log.info(`${failure.message} Trying again.`);
            await pause(attempts, signal);
        }
        if (outcome.stage === 'taken' || outcome.stage === 'stalled') {
            if (!request.nameIsDefault)
                throw failure;
            name = `${request.name}-${number++}`;
            log.info(`The artifact gets the name ${(0,base_log/* printable */.g$)(name)}: the one before may be taken.`);
        }
    }
    throw artifactFailure(new Error('so are all names with a number up to it'), name, attempts);
}
async function tryName(session, name) {
    const { client, request } = session;
    const { retentionDays } = request;
    try {
        const { id, digest } = await bounded(session, () => client.uploadArtifact(name, [...request.files], request.root, retentionDays === undefined ? {} : { retentionDays }));
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
/**
 * After a failure past CreateArtifact the name is ours. When the service lists it with the digest that finalizing
 * gave it, only the answer was lost; else what was begun is deleted, where the service lets us, to use the name again.
 */
async function takeUp(session, name, finalizing) {
    const { client } = session;
    try {
        const { artifact } = await bounded(session, () => client.getArtifact(name));
        if (finalizing && artifact.digest)
            return { id: artifact.id, digest: artifact.digest.replace(/^sha256:/u, '') };
        await bounded(session, () => client.deleteArtifact(name));
    }
    catch (thrown) {
        if (isStop(thrown))
            throw thrown;
        session.log.debug(`Nothing to take up: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(thrown))}`);
    }
    return undefined;
}
/** The client only warns when a file has gone since; an artifact without it must not pass for whole. */
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
