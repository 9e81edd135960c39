export const id = 559;
export const ids = [559];
export const modules = {

/***/ 3582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ otherServer)
/* harmony export */ });
function otherServer(env) {
    if (env['FORGEJO_ACTIONS'] === 'true')
        return 'Forgejo';
    return env['GITEA_ACTIONS'] === 'true' ? 'Gitea' : undefined;
}


/***/ }),

/***/ 84681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ onlyFields),
/* harmony export */   _j: () => (/* binding */ asArray),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   oJ: () => (/* binding */ asString),
/* harmony export */   op: () => (/* binding */ readJsonObject)
/* harmony export */ });
function readJsonObject(bytes) {
    let text;
    let value;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new RangeError('is not JSON', { cause });
    }
    const twice = duplicateMember(text);
    if (twice !== undefined)
        throw new RangeError(`has a member twice in its JSON: ${twice.slice(0, 50)}`);
    return asObject(value, 'content');
}
const MARK = /["{}:]/gu;
function duplicateMember(json) {
    const marks = new RegExp(MARK);
    const open = [];
    let last = '';
    for (let mark = marks.exec(json); mark !== null; mark = marks.exec(json)) {
        if (mark[0] === '{')
            open.push(new Set());
        else if (mark[0] === '}')
            open.pop();
        else if (mark[0] === '"') {
            marks.lastIndex = stringEnd(json, mark.index);
            last = json.slice(mark.index, marks.lastIndex);
        }
        else {
            const name = last.includes('\\') ? String(JSON.parse(last)) : last.slice(1, -1);
            const names = open.at(-1);
            if (names?.has(name) === true)
                return name;
            names?.add(name);
        }
    }
    return undefined;
}
function stringEnd(json, start) {
    for (let quote = json.indexOf('"', start + 1);; quote = json.indexOf('"', quote + 1)) {
        let slashes = 0;
        while (json[quote - 1 - slashes] === '\\')
            slashes += 1;
        if (slashes % 2 === 0)
            return quote + 1;
    }
}
function asObject(value, field) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new RangeError(`has no object as its ${field}`);
    return value;
}
function asString(value, field) {
    if (typeof value !== 'string')
        throw new RangeError(`has no text as its ${field}`);
    return value;
}
function asArray(value, field) {
    if (!Array.isArray(value))
        throw new RangeError(`has no list as its ${field}`);
    return value;
}
function onlyFields(object, fields, where) {
    const other = Object.keys(object).find((field) => !fields.includes(field));
    if (other !== undefined)
        throw new RangeError(`has a field in its ${where} that is unknown here: ${other.slice(0, 50)}`);
}


/***/ }),

/***/ 24157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
async function mapBounded(values, limit, work) {
    const results = [];
    const entries = values.entries();
    const failures = [];
    const lane = async () => {
        for (const [index, value] of entries) {
            if (failures.length > 0)
                return;
            try {
                results[index] = await work(value, index);
            }
            catch (cause) {
                failures.push(cause);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, values.length) }, lane));
    if (failures.length > 0)
        throw failures[0];
    return results;
}


/***/ }),

/***/ 16782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ LONGEST_TIMER_MS),
/* harmony export */   u: () => (/* binding */ wait)
/* harmony export */ });
const LONGEST_TIMER_MS = 2 ** 31 - 1;
async function wait(ms, signal) {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(() => {
        resolve(undefined);
    }, Math.min(LONGEST_TIMER_MS, ms));
    const stop = () => {
        reject(signal.reason);
    };
    signal.addEventListener('abort', stop);
    try {
        await promise;
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
    }
}


/***/ }),

/***/ 12198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NM: () => (/* binding */ hasPointerSize),
/* harmony export */   Xs: () => (/* binding */ warnOfOddities),
/* harmony export */   YY: () => (/* binding */ POINTER_BYTES),
/* harmony export */   hH: () => (/* binding */ oddityOf)
/* harmony export */ });
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43705);

const POINTER_SIZES = { least: 100, most: 1023 };
const POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const POINTER_BYTES = POINTER_SIZES.most;
const WARNINGS = {
    empty: 'Empty; did a build step or a download fail?',
    pointer: 'Pointers of Git LFS and not the files themselves; check out with `lfs: true`:',
};
function hasPointerSize(size) {
    return size >= POINTER_SIZES.least && size <= POINTER_SIZES.most;
}
function oddityOf(size, head) {
    if (size === 0)
        return 'empty';
    return hasPointerSize(size) && Buffer.from(head.subarray(0, POINTER.length)).toString('latin1') === POINTER
        ? 'pointer'
        : undefined;
}
function warnOfOddities(files, log) {
    for (const kind of ['empty', 'pointer']) {
        const names = files.filter(({ oddity }) => oddity === kind).map(({ name }) => (0,_base_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name, 200));
        if (names.length > 0)
            log.warning(`${WARNINGS[kind]}\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(names)}`);
    }
}


/***/ }),

/***/ 63786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sshPrincipal),
/* harmony export */   X: () => (/* binding */ identityFault)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76137);

const USER_ID_BYTES = 1024;
const PRINCIPAL = /^[A-Za-z0-9$%&'+/=^_`{|}~.-][A-Za-z0-9#!$%&'+/=^_`{|}~.-]*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/u;
function identityFault(identity, formats) {
    const uses = (part) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatsWhere */ .Me)((facts) => facts.identity === part, formats).length > 0;
    return ((uses('user id') ? userIdFault(identity) : undefined) ?? (uses('principal') ? principalFault(identity) : undefined));
}
function userIdFault(identity) {
    if (identity.trim() === '')
        return 'it is empty';
    if (identity !== identity.trim())
        return 'an OpenPGP User ID has no spaces at its ends';
    if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(identity))
        return 'an OpenPGP User ID is one line of text';
    const length = Buffer.byteLength(identity);
    return length > USER_ID_BYTES
        ? `an OpenPGP User ID has at most ${USER_ID_BYTES} bytes, and it has ${length}`
        : undefined;
}
function principalFault(identity) {
    const address = emailAddress(identity);
    if (address === undefined || PRINCIPAL.test(address))
        return undefined;
    return 'its e-mail address can be no SSH principal (no spaces, commas, quotes, `*`, `?`, no `#` or `!` in front)';
}
function emailAddress(identity) {
    const candidate = /<([^<>]*)>\s*$/u.exec(identity)?.[1] ?? (/\s/u.test(identity) ? undefined : identity);
    return candidate?.includes('@') === true ? candidate : undefined;
}
function sshPrincipal(identity, keyId) {
    return emailAddress(identity) ?? keyId;
}


/***/ }),

/***/ 904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`, 'u');
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/u;
const DIGEST = /^sha256:[0-9a-f]{64}$/u;
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$`, 'u');
const LONGEST_NAME = 255;
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
function parseImageReference(given) {
    const [name = '', digest, ...more] = given.split('@');
    if (digest === undefined)
        throw new RangeError('has no digest (tags move, so an image is named by its digest)');
    if (more.length > 0 || !DIGEST.test(digest))
        throw new RangeError('has no digest of the form sha256:<64 hex digits>');
    const slash = name.indexOf('/');
    const host = name.slice(0, Math.max(0, slash));
    if (!isHost(host))
        throw new RangeError('does not begin with the host of a registry');
    const [, path = '', tag] = /^([^:]*)(?::(.*))?$/su.exec(name.slice(slash + 1)) ?? [];
    if (!REPOSITORY.test(path))
        throw new RangeError('has no repository name of lower-case letters, digits, and . _ - /');
    if (tag !== undefined && !TAG.test(tag))
        throw new RangeError('has a tag that is not well formed');
    const canonical = canonicalName(host.toLowerCase(), path);
    if (nameOf(canonical).length > LONGEST_NAME)
        throw new RangeError(`has a name of more than ${LONGEST_NAME} characters`);
    return { given, ...canonical, tag, digest };
}
function isHost(text) {
    if (!HOST.test(text) || !/[.:]|^localhost$/u.test(text))
        return false;
    const bracketed = /^\[(.*)\]/u.exec(text)?.[1];
    if (bracketed !== undefined && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(bracketed) !== 6)
        return false;
    return Number(/:(\d+)$/u.exec(text.replace(/^\[.*\]/u, ''))?.[1] ?? 1) <= 65_535;
}
function canonicalName(host, repository) {
    if (!DOCKER_HUB.includes(host))
        return { host, repository };
    return { host: 'index.docker.io', repository: repository.includes('/') ? repository : `library/${repository}` };
}
function nameOf({ host, repository }) {
    return `${host}/${repository}`;
}
function hexOf({ digest }) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 96559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
;// CONCATENATED MODULE: ./src/base/task-group.js


class TaskGroup {
    signal;
    #own = new AbortController();
    #tasks = new Set();
    constructor(outer) {
        this.signal = outer === undefined ? this.#own.signal : AbortSignal.any([outer, this.#own.signal]);
        (0,external_node_events_.setMaxListeners)(0, this.signal);
    }
    start(work) {
        const task = this.#attempt(work);
        const forget = () => {
            this.#tasks.delete(task);
        };
        this.#tasks.add(task);
        task.then(forget, forget);
        return task;
    }
    fail(thrown) {
        this.#own.abort(thrown);
        const first = this.signal.reason;
        return Error.isError(thrown) && thrown.cause === first ? thrown : first;
    }
    async [Symbol.asyncDispose]() {
        this.#own.abort(new errors/* ActionError */.lZ('CANCELLED', 'The run is over.'));
        while (this.#tasks.size > 0)
            await Promise.allSettled(this.#tasks);
    }
    async #attempt(work) {
        this.signal.throwIfAborted();
        try {
            return await work();
        }
        catch (thrown) {
            throw this.fail(thrown);
        }
    }
}

// EXTERNAL MODULE: ./src/runner/failures.js
var failures = __webpack_require__(45409);
// EXTERNAL MODULE: ./src/runner/help-link.js
var help_link = __webpack_require__(57682);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/files/matches.js + 8 modules
var files_matches = __webpack_require__(47380);
// EXTERNAL MODULE: ./src/files/names.js
var files_names = __webpack_require__(32145);
// EXTERNAL MODULE: ./src/files/oddities.js
var oddities = __webpack_require__(12198);
// EXTERNAL MODULE: ./src/files/roots.js
var roots = __webpack_require__(69300);
// EXTERNAL MODULE: ./src/base/display-path.js
var display_path = __webpack_require__(63097);
// EXTERNAL MODULE: ./src/base/map-bounded.js
var map_bounded = __webpack_require__(24157);
// EXTERNAL MODULE: ./src/base/read-bounded.js
var read_bounded = __webpack_require__(57211);
;// CONCATENATED MODULE: ./src/files/release-files.js











const PARALLEL_STATS = 32;
async function findReleaseFiles(search) {
    const { patterns, matches } = await (0,files_matches/* collectMatches */.AU)(search);
    const { workspace, signsChecksums, extensions = files_names/* SIGNATURE_EXTENSIONS */.CG } = search;
    const outputFolder = search.outputDir === undefined ? undefined : (0,external_node_path_.resolve)(workspace, search.outputDir);
    const spelt = outputFolder && (await new roots/* Roots */.k(workspace).folder(outputFolder)).path;
    const isNamed = (match) => match.patterns.some((index) => patterns[index]?.bases.includes(match.path));
    const own = { outputFolder: spelt, extensions, signsChecksums };
    const kept = matches.length === 0 ? matches : await releaseFilesOf(matches, own, isNamed, search.log);
    if (search.maxFiles > 0 && kept.length > search.maxFiles)
        throw (0,files_matches/* tooManyFiles */.Z)(search.maxFiles);
    const sorted = [...kept].sort((a, b) => (a.path < b.path ? -1 : 1));
    (0,files_matches/* refuseProblems */.nN)(sorted);
    (0,files_matches/* reportUnmatched */.Er)(search, patterns, sorted);
    const folder = (0,files_names/* commonFolder */.Mp)(sorted.map(({ path }) => (0,external_node_path_.dirname)(path))) ?? search.workspace;
    const paths = sorted.map(({ path }) => path);
    refuseLineBreaks(paths);
    const names = (0,files_names/* namesOf */.eZ)(paths, folder);
    refusePathsOfTheMachine(names, folder);
    const files = await (0,map_bounded/* mapBounded */.y)(sorted, PARALLEL_STATS, async (match, index) => {
        search.signal?.throwIfAborted();
        return { name: names[index] ?? '', folder: (0,external_node_path_.dirname)(match.path), source: await fileOnDisk(match.path) };
    });
    await warnOfOddFiles(files, search.log);
    return { files, commonFolder: folder, readPaths: paths };
}
async function releaseFilesOf(matches, own, isNamed, log) {
    const { leaveOut, logLeftOut } = await __webpack_require__.e(/* import() */ 805).then(__webpack_require__.bind(__webpack_require__, 82805));
    const { kept, leftOut } = await leaveOut(matches, own, isNamed);
    logLeftOut(leftOut, log);
    return kept;
}
async function fileOnDisk(path) {
    try {
        const { size, mode } = await (0,promises_.stat)(path);
        if ((mode & 0o444) !== 0o444)
            await (0,promises_.access)(path, promises_.constants.R_OK);
        return { kind: 'file', path, size };
    }
    catch (cause) {
        throw (0,files_matches/* unreadable */.O$)([`${(0,display_path/* shownPath */.pS)(path)}: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`], cause);
    }
}
function refusePathsOfTheMachine(names, folder) {
    if (!isRoot(folder) || names.every((name) => !/[\\/]/u.test(name)))
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Release files that share a name go by their paths below a common folder, and these have none:\n${(0,base_log/* listed */.KE)(names.map((name) => (0,base_log/* printable */.g$)(name)))}`, { hint: 'Put the files under one folder, or give them names of their own.' });
}
function refuseNoCommonFolder({ commonFolder: folder, readPaths }, outputDir) {
    if (outputDir !== undefined || !isRoot(folder))
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `The files have no common folder in which to write what there is once a run:\n${(0,base_log/* listed */.KE)([...new Set(readPaths.map((path) => (0,external_node_path_.dirname)(path)))].map((path) => (0,display_path/* shownPath */.pS)(path)))}`, { hint: 'Set `output-dir`.' });
}
const isRoot = (folder) => (0,external_node_path_.dirname)(folder) === folder;
function refuseLineBreaks(paths) {
    const broken = paths.filter((path) => /[\r\n\0]/u.test(path)).map((path) => (0,display_path/* shownPath */.pS)(path));
    if (broken.length === 0)
        return;
    throw new errors/* ActionError */.lZ('INVALID_INPUT', `Names with a line break cannot be signed:\n${(0,base_log/* listed */.KE)(broken)}`, {
        hint: 'Checksum files and outputs hold a name a line. Rename the file, or leave it out by a line with `!`.',
    });
}
async function warnOfOddFiles(files, log) {
    const odd = files.filter(({ source: { size } }) => size === 0 || (0,oddities/* hasPointerSize */.NM)(size));
    const judged = await (0,map_bounded/* mapBounded */.y)(odd, PARALLEL_STATS, async ({ name, source }) => {
        const bytes = await (0,read_bounded/* readBounded */.CB)(source.path, oddities/* POINTER_BYTES */.YY).catch(() => Buffer.alloc(0));
        return { name, oddity: (0,oddities/* oddityOf */.hH)(source.size, bytes) };
    });
    (0,oddities/* warnOfOddities */.Xs)(judged, log);
}

// EXTERNAL MODULE: ./src/formats/facts.js
var facts = __webpack_require__(76137);
;// CONCATENATED MODULE: ./src/sign/find-files.js



const noFiles = (workspace) => ({
    files: [],
    commonFolder: workspace,
    readPaths: [],
});
async function findFiles(inputs, signal, log) {
    const { source, workspace, maxFiles, ifNoFilesFound, outputDir } = inputs;
    const signsChecksums = inputs.targets.includes('checksums');
    if (source.patterns === '')
        return noFiles(workspace);
    const search = { patterns: source.patterns, workspace, maxFiles, ifNoFilesFound, signal, log };
    if (source.kind === 'subject-checksums') {
        const { checkListedHash, readListedFiles } = await __webpack_require__.e(/* import() */ 692).then(__webpack_require__.bind(__webpack_require__, 60692));
        const { knownWithoutRequests } = await __webpack_require__.e(/* import() */ 483).then(__webpack_require__.bind(__webpack_require__, 47483));
        const listed = await readListedFiles({ ...search, outputDir, signsChecksums });
        refuseNoCommonFolder(listed, outputDir);
        const { hash } = knownWithoutRequests(inputs, listed);
        if (hash !== undefined)
            checkListedHash(listed.files, hash);
        log.info(`Found ${(0,base_log/* counted */.hS)(listed.files.length, 'file')} in checksum files.`);
        if (inputs.targets.includes('provenance')) {
            log.warning('The provenance will state that this run built files that it knows by their digests alone. That is true only if an earlier job of the same run built them: let the job that builds state it, where it does not.');
        }
        return listed;
    }
    const extensions = inputs.targets.includes('files') ? inputs.formats.map((format) => facts/* EXTENSIONS */.Z1[format]) : [];
    const found = await findReleaseFiles({ ...search, outputDir, signsChecksums, extensions });
    refuseNoCommonFolder(found, outputDir);
    const bytes = found.files.reduce((sum, { source: file }) => sum + (file.kind === 'file' ? file.size : 0), 0);
    log.info(`Found ${(0,base_log/* counted */.hS)(found.files.length, 'file')}, ${(0,base_log/* sized */.Sk)(bytes)}.`);
    return found;
}

// EXTERNAL MODULE: ./src/inputs/input-reader.js
var input_reader = __webpack_require__(23359);
;// CONCATENATED MODULE: ./src/inputs/attestation-inputs.js


const TYPE_EXAMPLE = '`predicate-type: https://example.org/test-results/v1`';
const PATH_EXAMPLE = '`predicate-path: results.json`';
function readAttestations(reader, workspace) {
    const type = reader.text('predicate-type');
    const path = reader.text('predicate-path');
    if (type === '' && path !== '')
        reader.fault('predicate-type', 'is empty, and `predicate-path` needs the type of its predicate', TYPE_EXAMPLE);
    if (type !== '' && path === '')
        reader.fault('predicate-path', 'is empty, and `predicate-type` needs the file with its predicate', PATH_EXAMPLE);
    if (type !== '')
        checkType(reader, type);
    if (/[\r\n\0]/u.test(path))
        reader.fault('predicate-path', 'is not one path', PATH_EXAMPLE);
    return {
        sbomPath: reader.optional('sbom-path'),
        predicate: type === '' || path === '' ? undefined : { type, path: (0,external_node_path_.resolve)(workspace, path) },
    };
}
function checkType(reader, type) {
    if (!/^[a-z][a-z0-9+.-]*:[^\s]+$/iu.test(type))
        reader.fault('predicate-type', `is ${(0,input_reader/* quoted */.TL)(type)}, which is not a URI`, TYPE_EXAMPLE);
    else if (/^https?:\/\/slsa\.dev\/provenance(?:\/|$)/iu.test(type))
        reader.fault('predicate-type', 'is SLSA provenance, which `sign: provenance` states of the run itself', TYPE_EXAMPLE);
}

;// CONCATENATED MODULE: ./src/github/artifact/artifact-service.js
function artifactServiceAvailable(env) {
    if (!env['ACTIONS_RESULTS_URL'] || !env['ACTIONS_RUNTIME_TOKEN'])
        return false;
    const host = URL.parse(env['GITHUB_SERVER_URL'] || 'https://github.com')?.hostname.toLowerCase() ?? '';
    return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}

;// CONCATENATED MODULE: ./src/inputs/artifact-inputs.js


function readArtifact(reader, env) {
    const wanted = reader.booleanOr('upload-artifact', 'auto');
    const available = artifactServiceAvailable(env);
    const stem = `signatures-${env['GITHUB_JOB'] ?? ''}-`;
    const name = reader.text('artifact-name') || `${stem}0`;
    if (/[":<>|*?\\/\r\n\0]/u.test(name)) {
        const what = `is ${(0,input_reader/* quoted */.TL)(name)}; an artifact's name has none of " : < > | * ? \\ / and no line break`;
        reader.fault('artifact-name', what, '`artifact-name: signatures-linux`');
    }
    const retentionDays = reader.text('retention-days') === '' ? undefined : reader.number('retention-days', 30, 1, 400);
    if (wanted === true && !available) {
        const why = 'there is no artifact service here (GitHub Enterprise Server has none that the action can use)';
        reader.fault('upload-artifact', `is true, but ${why}`, '`upload-artifact: auto`');
    }
    if (wanted === false || !available)
        return { artifact: undefined, lacksArtifactService: wanted === 'auto' && !available };
    const nameIsDefault = name.startsWith(stem) && /^\d*$/u.test(name.slice(stem.length));
    return { artifact: { name, nameIsDefault, retentionDays }, lacksArtifactService: false };
}

;// CONCATENATED MODULE: ./src/inputs/oidc-token.js
const EXAMPLE = '`oidc-token: ${{ tokens.YC.id_token }}`, or the variable that the CI puts its ID token into';
function readOidcToken(reader) {
    const token = reader.optional('oidc-token');
    if (token === undefined)
        return undefined;
    const fault = faultOf(token);
    if (fault === undefined)
        return token;
    reader.fault('oidc-token', fault, EXAMPLE);
    return undefined;
}
function faultOf(token) {
    const [header, payload] = partsOf(token) ?? [];
    const claims = objectIn(payload);
    if (objectIn(header) === undefined || claims === undefined)
        return 'is not a JWT (its value is not shown)';
    const { exp } = claims;
    if (exp === undefined || (typeof exp === 'number' && exp * 1000 > Date.now()))
        return undefined;
    if (typeof exp !== 'number')
        return 'is a JWT whose exp is not a number';
    const at = new Date(exp * 1000);
    const when = Number.isNaN(at.valueOf()) ? 'long ago' : `at ${at.toISOString()}`;
    return `expired ${when}: get it in the same job, right before this step`;
}
function partsOf(token) {
    return /^[\w-]+\.[\w-]+\.[\w-]+$/u.test(token) ? token.split('.') : undefined;
}
function objectIn(part) {
    try {
        const value = JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/inputs/credential-inputs.js

const credential_inputs_EXAMPLE = '`yc-sa-id: aje…` with `permissions: id-token: write`';
const EMPTY_SECRET = 'A secret that is empty counts as not given: a secret of an environment is empty in a job without `environment:`, and pull requests from forks and runs by Dependabot get no secrets at all';
function readCredential(reader, dryRun) {
    return { credentialChoice: readChoice(reader, dryRun), revokeToken: reader.boolean('revoke-token', false) };
}
function readChoice(reader, dryRun) {
    const choices = givenCredentials(reader);
    if (choices.length > 1) {
        const given = choices.map(([name]) => `'${name}'`).join(', ');
        reader.faultOf(`More than one credential is set: ${given}. A run takes exactly one`, credential_inputs_EXAMPLE);
    }
    else if (choices.length === 0 && !dryRun && !reader.hasFault('yc-vm-service-account')) {
        const names = "'yc-sa-id', 'yc-sa-json-credentials', 'yc-iam-token' and 'yc-vm-service-account'";
        reader.faultOf(`No credential is set: ${names} are empty, and a run takes exactly one. ${EMPTY_SECRET}`, credential_inputs_EXAMPLE);
    }
    return choices[0]?.[1];
}
function givenCredentials(reader) {
    const choices = [];
    const serviceAccountId = reader.text('yc-sa-id');
    const oidc = oidcChoice(reader, serviceAccountId);
    if (oidc !== undefined)
        choices.push(['yc-sa-id', oidc]);
    const json = reader.text('yc-sa-json-credentials');
    if (json !== '')
        choices.push(['yc-sa-json-credentials', { kind: 'service-account-key', json }]);
    const token = reader.text('yc-iam-token');
    if (token !== '')
        choices.push(['yc-iam-token', { kind: 'iam-token', token }]);
    if (!/^[\x21-\x7e]*$/u.test(token)) {
        const what = 'holds a space, a line break or another character that a token cannot have';
        reader.fault('yc-iam-token', what, '`yc-iam-token: ${{ secrets.YC_IAM_TOKEN }}`');
    }
    if (reader.boolean('yc-vm-service-account', false))
        choices.push(['yc-vm-service-account', { kind: 'vm' }]);
    return choices;
}
function oidcChoice(reader, serviceAccountId) {
    const audience = reader.optional('oidc-audience');
    const given = reader.text('oidc-token') !== '';
    const token = readOidcToken(reader);
    if (given && serviceAccountId === '') {
        const what = "is given without 'yc-sa-id': it says for which service account the token is exchanged";
        reader.fault('oidc-token', what, '`yc-sa-id: aje…`');
        return undefined;
    }
    if (serviceAccountId === '')
        return undefined;
    if (!given)
        return { kind: 'github-oidc', serviceAccountId, audience };
    if (audience !== undefined) {
        const what = "is given together with 'oidc-token', which has an audience already: set it where the token is made";
        reader.fault('oidc-audience', what, '`oidc-audience:` left out');
    }
    return { kind: 'given-oidc', serviceAccountId, token: token ?? '' };
}

// EXTERNAL MODULE: ./src/base/loopback.js
var loopback = __webpack_require__(32130);
;// CONCATENATED MODULE: ./src/inputs/endpoint-inputs.js


const DEFAULT_API_ENDPOINT = 'https://api.cloud.yandex.net';
function readEndpoints(reader) {
    const api = readApi(reader);
    const token = reader.url('token-endpoint', 'https://auth.yandex.cloud/oauth/token');
    if (api !== DEFAULT_API_ENDPOINT && reader.text('yc-sa-id') !== '' && reader.text('token-endpoint') === '') {
        const why = `with another 'api-endpoint', 'yc-sa-id' needs it: an OIDC token goes to no other installation by default`;
        reader.fault('token-endpoint', `is empty; ${why}`, '`token-endpoint: https://auth.example.net/oauth/token`');
    }
    return {
        apiEndpoint: api,
        kmsEndpoint: reader.origin('kms-endpoint'),
        iamEndpoint: reader.origin('iam-endpoint'),
        tokenEndpoint: token?.href,
    };
}
function readApi(reader) {
    const text = reader.text('api-endpoint');
    if (text === '')
        return DEFAULT_API_ENDPOINT;
    if (text.includes('://'))
        return reader.origin('api-endpoint') ?? DEFAULT_API_ENDPOINT;
    const url = /^[A-Za-z0-9.-]+(:\d{1,5})?$/u.test(text) ? URL.parse(`https://${text}`) : null;
    if (url !== null && !(0,loopback/* isLoopback */.U)(url.hostname))
        return url.origin;
    const example = '`api-endpoint: api.yandexcloud.kz`';
    const what = url === null ? 'which is neither a host nor an origin' : 'a loopback address without http:// or https://';
    reader.fault('api-endpoint', `is ${(0,input_reader/* quoted */.TL)(text)}, ${what}`, example);
    return DEFAULT_API_ENDPOINT;
}

// EXTERNAL MODULE: ./src/registry/reference.js
var reference = __webpack_require__(904);
;// CONCATENATED MODULE: ./src/inputs/image-inputs.js


const LAYOUTS = ['tag', 'referrer'];
const image_inputs_EXAMPLE = '`images: cr.yandex/<registry id>/app@sha256:<64 hex digits>`';
function readImages(reader) {
    const layouts = reader.list('image-layouts', LAYOUTS, LAYOUTS);
    const references = readReferences(reader);
    const hosts = new Set(references.map(({ host }) => host));
    const login = readLogin(reader, [...hosts]);
    return references.length === 0 ? undefined : { references, layouts, login };
}
function readReferences(reader) {
    const lines = reader
        .text('images')
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    return lines.flatMap((line) => {
        try {
            return [(0,reference/* parseImageReference */.o_)(line)];
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            reader.fault('images', `holds ${(0,input_reader/* quoted */.TL)(line)}, which ${error.message}`, image_inputs_EXAMPLE);
            return [];
        }
    });
}
function readLogin(reader, hosts) {
    const username = reader.text('registry-username');
    const password = reader.text('registry-password');
    if (username === '' && password === '')
        return undefined;
    const missing = username === '' ? 'registry-username' : 'registry-password';
    if (username === '' || password === '') {
        const what = `is empty, and a login needs both 'registry-username' and 'registry-password'. A secret that is empty counts as not given: pull requests from forks and runs by Dependabot get no secrets`;
        reader.fault(missing, what, `\`${missing}: \${{ secrets.${missing.toUpperCase().replace('-', '_')} }}\``);
    }
    if (hosts.length > 1) {
        const what = `is given, and the images are in ${hosts.length} registries (${hosts.slice(0, 3).map(input_reader/* quoted */.TL).join(', ')}): it would go to all of them`;
        reader.fault('registry-username', what, 'docker/login-action for each registry before this step');
    }
    return { username, password };
}

// EXTERNAL MODULE: ./src/inputs/key-pin.js
var key_pin = __webpack_require__(5650);
;// CONCATENATED MODULE: ./src/inputs/key-inputs.js


async function readKey(reader, workspace) {
    return { keyId: readKeyId(reader), pin: await (0,key_pin/* readKeyPin */.fk)(reader, workspace) };
}
function readKeyId(reader) {
    const keyId = reader.text('key-id');
    const example = '`key-id: abjxxxxxxxxxxxxxxxxx` (yc kms asymmetric-signature-key list)';
    if (keyId === '')
        reader.fault('key-id', 'is required and empty', example);
    else if (!/^[A-Za-z0-9_.-]{1,50}$/u.test(keyId)) {
        reader.fault('key-id', `is ${(0,input_reader/* quoted */.TL)(keyId)}, which is not an ID: at most 50 letters, digits, - and _`, example);
    }
    return keyId;
}

;// CONCATENATED MODULE: ./src/inputs/limit-inputs.js
const MAX_TIMEOUT_MINUTES = 6 * 60 * 24 * 5;
function readLimits(reader) {
    return {
        maxConcurrency: reader.number('max-concurrency', 16, 1, 1000),
        timeoutMs: reader.number('timeout-minutes', 15, 0.0001, MAX_TIMEOUT_MINUTES, true) * 60_000,
    };
}

;// CONCATENATED MODULE: ./src/inputs/output-inputs.js

function readOutput(reader, workspace) {
    const outputDir = reader.optional('output-dir');
    return {
        workspace,
        outputDir: outputDir === undefined ? undefined : (0,external_node_path_.resolve)(workspace, outputDir),
        overwrite: reader.boolean('overwrite', false),
    };
}

// EXTERNAL MODULE: ./src/base/environment.js
var environment = __webpack_require__(3582);
// EXTERNAL MODULE: ./src/base/json.js
var json = __webpack_require__(84681);
;// CONCATENATED MODULE: ./src/inputs/release-inputs.js




const TAG_REF = /^refs\/tags\//u;
async function readRelease(reader, env) {
    if (!reader.boolean('release-assets', false))
        return undefined;
    checkServer(reader, env);
    const id = readId(reader);
    const given = reader.text('release-tag').replace(TAG_REF, '') || undefined;
    const tag = given ?? (reader.text('release-id') === '' ? await readStartingTag(reader, env) : undefined);
    const token = reader.text('github-token');
    if (token === '') {
        reader.fault('github-token', "is empty, and 'release-assets' needs one", '`github-token: ${{ github.token }}`');
    }
    if (!/^[\x21-\x7e]*$/u.test(token)) {
        const what = 'holds a space, a line break or another character that a token cannot have';
        reader.fault('github-token', what, '`github-token: ${{ github.token }}`');
    }
    return { tag, id, token };
}
function readId(reader) {
    const text = reader.text('release-id');
    if (text === '')
        return undefined;
    if (/^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text)))
        return Number(text);
    const what = `is ${(0,input_reader/* quoted */.TL)(text)}, which is not the number of a release`;
    reader.fault('release-id', what, '`release-id: 123456789` (gh api repos/OWNER/REPO/releases, field id)');
    return undefined;
}
async function readStartingTag(reader, env) {
    const ref = env['GITHUB_REF'] ?? '';
    const isRelease = env['GITHUB_EVENT_NAME'] === 'release';
    const tag = TAG_REF.test(ref) ? ref.replace(TAG_REF, '') : isRelease && ref === '' ? await eventTag(env) : undefined;
    if (tag !== undefined)
        return tag;
    const what = isRelease && ref === ''
        ? "is empty, GITHUB_REF is empty too, and the release event's file (GITHUB_EVENT_PATH) names no tag"
        : `is empty, and the run was started by ${(0,input_reader/* quoted */.TL)(ref)}, which is not a tag: no release to attach to`;
    reader.fault('release-tag', what, '`release-tag: v1.2.3`, or `on: push: tags`');
    return undefined;
}
async function eventTag(env) {
    try {
        const event = (0,json/* readJsonObject */.op)(await (0,promises_.readFile)(env['GITHUB_EVENT_PATH'] ?? ''));
        return (0,json/* asString */.oJ)((0,json/* asObject */.eB)(event['release'], 'release')['tag_name'], 'tag_name') || undefined;
    }
    catch {
        return undefined;
    }
}
function checkServer(reader, env) {
    const apiUrl = env['GITHUB_API_URL'] ?? '';
    const server = (0,environment/* otherServer */.I)(env) ?? (/\/api\/v1\/*$/u.test(apiUrl) ? 'Gitea or Forgejo' : undefined);
    if (server === undefined)
        return;
    const what = `is true, but this runner belongs to ${server}, and the action knows GitHub's release API alone`;
    const example = "`release-assets: false`, and attach the files of the step's output `files` in a later step, such as the server's own release action or its API";
    reader.fault('release-assets', what, example);
}

// EXTERNAL MODULE: ./src/formats/identity.js
var formats_identity = __webpack_require__(63786);
;// CONCATENATED MODULE: ./src/inputs/signature-inputs.js




const MAX_URL = 2000;
const VERIFY_PAGE_EXAMPLE = '`verify-page: https://example.org/verify.html`';
const TARGETS = ['files', 'checksums', 'provenance'];
async function readSignatures(reader, workspace, { source }) {
    const formats = reader.list('formats', facts/* FORMATS */.hR, ['sig']);
    checkDigestFormats(reader, source.kind, formats);
    const targets = reader.list('sign', TARGETS, ['files']);
    if (source.patterns === '' && targets.includes('checksums') && reader.text('images') !== '') {
        const what = "holds checksums, and no release files are given that a checksum file could list: 'files' is empty";
        reader.fault('sign', what, '`sign: files`');
    }
    return {
        targets,
        formats,
        hashAlgorithm: reader.choice('hash-algorithm', input_reader/* HASH_CHOICES */.G3, 'auto'),
        identity: readIdentity(reader, formats),
        certificate: await (0,key_pin/* pemTextOrFile */.li)(reader, 'certificate', workspace, '`certificate: kms-certificate.pem`'),
        verifyPage: readVerifyPage(reader),
    };
}
function readVerifyPage(reader) {
    const text = reader.text('verify-page');
    if (text === '')
        return undefined;
    const url = URL.parse(text);
    if (url?.protocol === 'https:' && url.username === '' && url.password === '' && text.length <= MAX_URL)
        return url.href;
    const shown = text.includes('@') ? 'holds an `@`, or is' : `is ${(0,input_reader/* quoted */.TL)(text)},`;
    reader.fault('verify-page', `${shown} not an https URL that anybody can open`, VERIFY_PAGE_EXAMPLE);
    return undefined;
}
function checkDigestFormats(reader, kind, formats) {
    if (kind !== 'subject-checksums')
        return;
    const refused = (0,facts/* formatsWhere */.Me)(({ readsFile }) => readsFile !== undefined, formats);
    if (refused.length === 0)
        return;
    const what = `holds ${refused.join(', ')}, made of the file itself; with 'subject-checksums' only its digest is there`;
    const others = (0,facts/* formatsWhere */.Me)(({ readsFile }) => readsFile === undefined).join(', ');
    reader.fault('formats', what, `\`formats: ${others}\`, or sign with \`files\``);
}
function readIdentity(reader, formats) {
    const identity = reader.text('identity') || `Yandex Cloud KMS key ${reader.text('key-id')}`;
    const fault = (0,formats_identity/* identityFault */.X)(identity, formats);
    if (fault !== undefined) {
        reader.fault('identity', `is ${(0,input_reader/* quoted */.TL)(identity)}: ${fault}`, '`identity: Example Project <releases@example.org>`');
    }
    return identity;
}

;// CONCATENATED MODULE: ./src/inputs/source-inputs.js
function readSource(reader) {
    return {
        source: readPatterns(reader),
        ifNoFilesFound: reader.choice('if-no-files-found', ['error', 'warn', 'ignore'], 'error'),
        maxFiles: reader.number('max-files', 1000, 0, Number.MAX_SAFE_INTEGER),
    };
}
function readPatterns(reader) {
    const files = reader.text('files');
    const checksums = reader.text('subject-checksums');
    const example = '`files: dist/*.tar.gz`';
    if (files !== '' && checksums !== '') {
        reader.fault('files', "is given together with 'subject-checksums'; a run takes one of the two", example);
    }
    else if (files === '' && checksums === '' && reader.text('images') === '') {
        reader.fault('files', "is empty, and so are 'subject-checksums' and 'images': nothing says what to sign", example);
    }
    return checksums === '' ? { kind: 'files', patterns: files } : { kind: 'subject-checksums', patterns: checksums };
}

;// CONCATENATED MODULE: ./src/sign/inputs.js














async function readInputs(env) {
    const reader = new input_reader/* InputReader */.i_(env);
    const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.');
    const dryRun = reader.boolean('dry-run', false);
    const images = readImages(reader);
    const source = readSource(reader);
    const inputs = {
        ...source,
        ...(await readSignatures(reader, workspace, source)),
        ...(await readKey(reader, workspace)),
        ...readCredential(reader, dryRun),
        ...readOutput(reader, workspace),
        ...readLimits(reader),
        ...readArtifact(reader, env),
        release: await readRelease(reader, env),
        images,
        endpoints: readEndpoints(reader),
        ...readAttestations(reader, workspace),
        dryRun,
    };
    if (reader.faults.length > 0)
        throw invalidInputs(reader.faults);
    return inputs;
}
function invalidInputs(faults) {
    const message = faults.length === 1 ? (faults[0] ?? '') : faults.map((fault) => `- ${fault}`).join('\n');
    const hint = 'The README has a table of all inputs.';
    return new errors/* ActionError */.lZ('INVALID_INPUT', faults.length === 1 ? message : `${faults.length} faults:\n${message}`, {
        hint,
    });
}

// EXTERNAL MODULE: ./src/sign/report.js
var report = __webpack_require__(23041);
// EXTERNAL MODULE: ./src/base/in-flight.js
var in_flight = __webpack_require__(91295);
// EXTERNAL MODULE: ./src/base/wait.js
var wait = __webpack_require__(16782);
// EXTERNAL MODULE: ./src/runner/exit.js
var exit = __webpack_require__(89670);
;// CONCATENATED MODULE: ./src/sign/run-limits.js




const CLEAN_UP_MS = 3500;
function startLimits(timeoutMs) {
    const controller = new AbortController();
    const minutes = Number((timeoutMs / 60_000).toFixed(2));
    const timer = setTimeout(() => {
        controller.abort(new errors/* ActionError */.lZ('TIMED_OUT', `The step was not done after ${minutes} minutes.${waitedFor()}`, {
            hint: 'Give the step more time with `timeout-minutes`, and the job with its own. If the log shows that a service does not answer, run the job again later.',
        }));
    }, Math.min(wait/* LONGEST_TIMER_MS */.M, timeoutMs));
    const cancel = (name) => {
        controller.abort(new errors/* ActionError */.lZ('CANCELLED', `The run was cancelled (${name}).`, {
            hint: 'Somebody, a newer run of the same `concurrency` group, or the end of the runner has cancelled it: run the job again.',
        }));
    };
    process.on('SIGINT', cancel).on('SIGTERM', cancel);
    let overdueTimer;
    return {
        signal: controller.signal,
        deadline: performance.now() + timeoutMs,
        inTime: (stages) => {
            const overdue = new Promise((_, reject) => {
                controller.signal.addEventListener('abort', () => {
                    overdueTimer = setTimeout(() => {
                        (0,exit/* noteHeldUp */.r)();
                        reject(controller.signal.reason);
                    }, CLEAN_UP_MS);
                });
            });
            return Promise.race([stages, overdue]);
        },
        dispose: () => {
            clearTimeout(timer);
            clearTimeout(overdueTimer);
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
function waitedFor() {
    const call = (0,in_flight/* inFlight */.C)();
    return call === undefined ? '' : ` It was waiting for ${call}.`;
}

;// CONCATENATED MODULE: ./src/sign/untrusted-event.js



async function assertTrustedEvent(env) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    if (event !== 'pull_request_target' && event !== 'workflow_run')
        return;
    const payload = await readEvent(event, env['GITHUB_EVENT_PATH']);
    const own = untrusted_event_text(payload, 'repository', 'full_name') ?? env['GITHUB_REPOSITORY'];
    if (event === 'pull_request_target') {
        if (value(payload, 'pull_request', 'merged') === true)
            return;
        refuseOther(event, own, untrusted_event_text(payload, 'pull_request', 'head', 'repo', 'full_name'));
    }
    else
        refuseOther(event, own, untrusted_event_text(payload, 'workflow_run', 'head_repository', 'full_name'));
}
function refuseOther(event, own, head) {
    if (own !== undefined && head !== undefined && own.toLowerCase() === head.toLowerCase())
        return;
    const whose = head === undefined ? 'a repository that is not named' : `the repository ${(0,base_log/* printable */.g$)(head, 200)}`;
    throw untrusted(`The event ${event} brings files of ${whose} together with this repository's key.`);
}
async function readEvent(event, path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path ?? '', 'utf8'));
    }
    catch (cause) {
        throw untrusted(`The file of the event ${event} (GITHUB_EVENT_PATH) cannot be read, so whose files these are is unknown.`, cause);
    }
}
function untrusted(message, cause) {
    return new errors/* ActionError */.lZ('UNTRUSTED_EVENT', message, {
        hint: 'Sign where only reviewed code runs: on a pushed tag (`on: push: tags`), a release, or after the merge.',
        cause,
    });
}
function value(payload, ...path) {
    let at = payload;
    for (const name of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name))
            return undefined;
        at = at[name];
    }
    return at;
}
function untrusted_event_text(payload, ...path) {
    const found = value(payload, ...path);
    return typeof found === 'string' ? found : undefined;
}

;// CONCATENATED MODULE: ./src/sign/main.js









async function run(env, front) {
    const account = { uploads: [] };
    try {
        await limitedRun(env, front, account);
        await summarize(env, front, account);
    }
    catch (thrown) {
        const failure = await asFailure(thrown, account, env);
        await summarize(env, front, account, failure);
        throw failure;
    }
}
async function asFailure(thrown, account, env) {
    const { outcomeOf, withMeaning, withShortPaths } = await __webpack_require__.e(/* import() */ 316).then(__webpack_require__.bind(__webpack_require__, 16316));
    const known = withShortPaths((0,failures/* asKnown */._)(thrown), (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.'));
    return withMeaning(known, outcomeOf(account, known.code));
}
async function limitedRun(env, front, account) {
    const inputs = await readInputs(env);
    const limits = startLimits(inputs.timeoutMs);
    const tasks = new TaskGroup(limits.signal);
    try {
        await limits.inTime(stages({ inputs, env, front, limits, tasks, account }));
    }
    catch (thrown) {
        throw tasks.fail(thrown);
    }
    finally {
        limits.dispose();
    }
}
async function stages(run) {
    const { inputs, env, front, limits } = run;
    if (!inputs.dryRun)
        await assertTrustedEvent(env);
    if (inputs.targets.includes('provenance')) {
        const { runPredicate } = await __webpack_require__.e(/* import() */ 114).then(__webpack_require__.bind(__webpack_require__, 37114));
        runPredicate(env);
    }
    const files = await front.group('Find the files', () => findFiles(inputs, limits.signal, front.log));
    const { credentialChoice } = inputs;
    const { predicates, readPaths } = await attested(run);
    const found = { ...files, readPaths: [...files.readPaths, ...readPaths] };
    if (found.files.length === 0 && inputs.images === undefined)
        (0,report/* setEmptyOutputs */.W)(front);
    else if (inputs.dryRun || credentialChoice === undefined) {
        const { dryRun } = await Promise.all(/* import() */[__webpack_require__.e(677), __webpack_require__.e(483), __webpack_require__.e(467), __webpack_require__.e(347), __webpack_require__.e(402)]).then(__webpack_require__.bind(__webpack_require__, 85926));
        await front.group('Dry run', () => dryRun(run, found, predicates));
    }
    else {
        const { signFound } = await Promise.all(/* import() */[__webpack_require__.e(483), __webpack_require__.e(859)]).then(__webpack_require__.bind(__webpack_require__, 94859));
        await signFound({ ...run, inputs: { ...inputs, credentialChoice } }, found, predicates);
    }
}
async function attested({ inputs, limits, front }) {
    if (inputs.sbomPath === undefined && inputs.predicate === undefined)
        return { predicates: [], readPaths: [] };
    const { readPredicates } = await __webpack_require__.e(/* import() */ 774).then(__webpack_require__.bind(__webpack_require__, 77774));
    return readPredicates(inputs, limits.signal, front.log);
}
async function summarize(env, front, account, failure) {
    const { signSummary } = await __webpack_require__.e(/* import() */ 754).then(__webpack_require__.bind(__webpack_require__, 42754));
    if (failure === undefined)
        front.addSummary(signSummary(account));
    else
        front.addSummary(signSummary(account, { failure, help: (0,help_link/* helpLink */.C)(failure.code, env) }));
}


/***/ }),

/***/ 23041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ setSigningOutputs),
/* harmony export */   W: () => (/* binding */ setEmptyOutputs)
/* harmony export */ });
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40513);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43705);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63097);



const IN_MANIFEST = 'Read it from the file in manifest-path.';
function setSigningOutputs(result, notes, workspace, front) {
    warnOfMisreadNames(result.writtenPaths, workspace, front.log);
    try {
        setAll(result, notes, workspace, front);
    }
    catch (thrown) {
        front.log.info('These files are signed and in place:');
        for (const path of result.writtenPaths)
            front.log.info(`  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .Gt)(path, workspace))}`);
        throw thrown;
    }
}
function setAll(result, notes, workspace, front) {
    const lines = (paths) => paths.map((path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .Gt)(path, workspace)).join('\n');
    const runFile = (name) => lines([result.runFilePaths.get(name) ?? []].flat());
    const set = (name, value) => {
        front.setOutput(name, value, IN_MANIFEST);
    };
    set('files', lines(result.writtenPaths));
    set('signed-count', String(result.signedCount));
    set('signatures', JSON.stringify(rawSignatures(result)));
    set('manifest-path', runFile(_formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_FILE */ .h1));
    set('checksums-path', result.checksums?.displayPath ?? '');
    set('provenance-paths', lines(result.provenancePaths));
    set('attestation-paths', lines(result.attestationPaths));
    set('public-key-path', runFile('kms-public-key.pem'));
    set('public-key-fingerprint', result.key.publicKey.fingerprint);
    set('algorithm', result.key.algorithm.name);
    set('verification-notes', notes);
}
function setEmptyOutputs(front) {
    front.setOutput('files', '');
    front.setOutput('signed-count', '0');
    front.setOutput('signatures', '{}');
}
function rawSignatures({ files, checksums }) {
    const signed = [...files, ...(checksums === undefined ? [] : [checksums])];
    return Object.fromEntries(signed.flatMap(({ name, signature }) => signature === undefined ? [] : [[name, signature.toString('base64')]]));
}
function warnOfMisreadNames(written, workspace, log) {
    const misread = written
        .map((path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .Gt)(path, workspace))
        .filter((path) => /[*?[\]{}!,\\]|^\s|\s$|^#/u.test(path));
    if (misread.length === 0)
        return;
    const names = misread.slice(0, 20).map((path) => `"${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(path, 200)}"`);
    log.warning(`The output files has ${misread.length} paths that an action which takes patterns would misread, such as ` +
        `${names.join(', ')}. Use release-assets, or name the files without * ? [ ] { } ! , and \\.`);
}


/***/ })

};
