export const id = 880;
export const ids = [880];
export const modules = {

/***/ 5664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   c7: () => (/* binding */ systemCodeOf),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43705);

class ActionError extends Error {
    name = 'ActionError';
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? {} : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
    }
}
function messageOf(thrown) {
    if (Error.isError(thrown))
        return thrown.message;
    return String(thrown);
}
function systemCodeOf(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}
function asActionError(thrown, code, what) {
    if (thrown instanceof ActionError)
        return thrown;
    return new ActionError(code, `${what}: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(messageOf(thrown))}`, { cause: thrown });
}


/***/ }),

/***/ 91295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ inFlight),
/* harmony export */   F: () => (/* binding */ waitingFor)
/* harmony export */ });
const calls = new Set();
function waitingFor(what) {
    const call = { what, started: performance.now() };
    calls.add(call);
    return () => {
        calls.delete(call);
    };
}
function inFlight() {
    const [first, ...others] = [...calls].sort((a, b) => a.started - b.started);
    if (first === undefined)
        return undefined;
    const seconds = ((performance.now() - first.started) / 1000).toFixed(0);
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    return `${first.what} (for ${seconds} s)${more}`;
}


/***/ }),

/***/ 43705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Sk: () => (/* binding */ sized),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   d9: () => (/* binding */ firstNames),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
/* unused harmony export withShortLists */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
function printable(text, limit = 1000) {
    const escaped = text
        .replace(UNPRINTABLE, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)
        .replace(/^(\s*):(?=:)/u, '$1\\u{3a}')
        .replaceAll('##[', '#\\u{23}[');
    return escaped.length <= limit ? escaped : `${escaped.slice(0, limit)}…`;
}
const MAX_NAMES = 20;
function firstNames(names) {
    const listed = names.slice(0, MAX_NAMES).map((name) => printable(name, 150));
    const more = names.length - listed.length;
    return more > 0 ? `${listed.join(', ')} and ${more} more` : listed.join(', ');
}
function pairOf([one, other], shown) {
    const areAlike = one !== other && one.normalize('NFC') === other.normalize('NFC');
    return `${shown(one)} and ${shown(other)}${areAlike ? ' (in two Unicode forms)' : ''}`;
}
function listed(lines, limit = Infinity) {
    const shown = lines.slice(0, limit).map((line) => `  ${line}`);
    return [...shown, ...(lines.length > limit ? [`  … and ${lines.length - limit} more`] : [])].join('\n');
}
function withShortLists(text) {
    return text.replace(/^ {2}.*(?:\n {2}.*)*/gmu, (list) => {
        const lines = list.split('\n').map((line) => line.slice(2));
        const isShortAlready = lines.length === MAX_NAMES + 1 && /^… and \d+ more$/u.test(lines.at(-1) ?? '');
        return isShortAlready ? list : listed(lines, MAX_NAMES);
    });
}
function counted(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
function sized(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (value >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}


/***/ }),

/***/ 31234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ rememberSecret),
/* harmony export */   c: () => (/* binding */ withoutSecrets)
/* harmony export */ });
const MIN_PREFIX = 16;
const secrets = new Set();
function rememberSecret(secret) {
    if (secret.length >= MIN_PREFIX)
        secrets.add(secret);
}
function withoutSecrets(text) {
    let clean = text;
    for (const secret of secrets) {
        const start = secret.slice(0, MIN_PREFIX);
        for (let at = clean.indexOf(start); at >= 0; at = clean.indexOf(start, at))
            clean = `${clean.slice(0, at)}***${clean.slice(at + commonLength(secret, clean, at))}`;
    }
    return clean;
}
function commonLength(secret, text, at) {
    let length = MIN_PREFIX;
    while (length < secret.length && text[at + length] === secret[length])
        length += 1;
    return length;
}


/***/ }),

/***/ 41499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/runner/exit.js
var exit = __webpack_require__(89670);
// EXTERNAL MODULE: ./src/base/secrets.js
var secrets = __webpack_require__(31234);
// EXTERNAL MODULE: ./src/runner/failures.js
var failures = __webpack_require__(45409);
;// CONCATENATED MODULE: ./src/runner/plain-text.js


function plainLog(line, isDebug) {
    const print = (text) => {
        line((0,secrets/* withoutSecrets */.c)(text));
    };
    return {
        debug: (message) => {
            if (isDebug())
                print(message);
        },
        info: print,
        notice: (message) => {
            print(`Note: ${message}`);
        },
        warning: (message) => {
            print(`Warning: ${message}`);
        },
    };
}
function reportPlainly(error, log) {
    const known = (0,failures/* asKnown */._)(error);
    for (const line of (0,failures/* causesOf */.c)(known))
        log.info(line);
    log.info(`${known.code}: ${known.message}${known.hint === undefined ? '' : `\n${known.hint}`}`);
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(16698);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/runner/contained.js + 1 modules
var contained = __webpack_require__(26733);
;// CONCATENATED MODULE: ./src/runner/verdict.js





let hasFailed = false;
function failWith(error, { report }) {
    process.exitCode = 1;
    hasFailed = true;
    report(error);
}
async function guardVerdict(run, verdict) {
    const noVerdict = () => {
        failWith(haltedRun(), verdict);
    };
    const report = external_node_async_hooks_.AsyncLocalStorage.bind((error) => {
        failWith(error, verdict);
        (0,exit/* exitWhenRead */.T)();
    });
    const onCrash = (error) => {
        if (!(0,contained/* takeStray */.$U)(error))
            report(error);
    };
    const noteLate = (error) => {
        verdict.log.debug(`After the verdict: ${(0,log/* printable */.g$)((0,errors/* messageOf */.bD)(error))}`);
    };
    process.exitCode = 1;
    process.once('beforeExit', noVerdict);
    process.on('uncaughtException', onCrash);
    try {
        await run();
        if (!hasFailed)
            process.exitCode = 0;
    }
    catch (error) {
        failWith(error, verdict);
    }
    finally {
        process.off('beforeExit', noVerdict);
        process.on('uncaughtException', noteLate).off('uncaughtException', onCrash);
    }
}
function haltedRun() {
    const what = 'The run came to a halt before it was complete: something that it waited for never answered.';
    return new errors/* ActionError */.lZ('INTERNAL_ERROR', what, {
        hint: 'Run the job again. If that does not help, run it with debug logging (ACTIONS_STEP_DEBUG) and report the log.',
    });
}

;// CONCATENATED MODULE: ./src/cli/action-inputs.js
const VERSION = '1.0.0';
const ACTIONS = {
    sign: {
        description: "Signs releases with a key that never leaves Yandex Cloud KMS. Verify with openssl, cosign, ssh-keygen, gpg.",
        inputs: [
            { "name": "key-id", "description": "ID of the asymmetric KMS key that signs.", "default": "", "required": true },
            { "name": "files", "description": "Patterns of the files to sign, one per line, in the syntax of `@actions/glob` (`!` excludes, `#` comments), relative to the workspace. A folder means all below it.", "default": "", "required": false },
            { "name": "subject-checksums", "description": "Patterns of checksum files, one per line. The files that they list are signed by their digests, without being read. In place of `files`.", "default": "", "required": false },
            { "name": "images", "description": "Container images to sign, one per line, by digest: `host/repository@sha256:<hex>`, also `host/repository:tag@sha256:<hex>`. `files` may be empty then.", "default": "", "required": false },
            { "name": "image-layouts", "description": "Where the signatures of images go, a list of: `tag` (what cosign 1 and 2, Kyverno, policy-controller and Connaisseur read), `referrer` (what cosign 3 writes and reads).", "default": "tag, referrer", "required": false },
            { "name": "registry-username", "description": "User name at the images' registry. Default: for `cr.yandex` the run's IAM token, else the login of docker's configuration.", "default": "", "required": false },
            { "name": "registry-password", "description": "Password or token of `registry-username`.", "default": "", "required": false },
            { "name": "sign", "description": "What gets a signature, a list of: `files` (each file), `checksums` (one checksum file over all of them), `provenance` (in-toto statements over all of them).", "default": "files", "required": false },
            { "name": "sbom-path", "description": "Patterns of SBOMs, one per line: SPDX or CycloneDX in JSON, at most 16 MiB each. A signed attestation about all files is written for each.", "default": "", "required": false },
            { "name": "predicate-type", "description": "With `predicate-path`: the type, a URI, of a predicate of your own, of which a signed attestation about all files is written.", "default": "", "required": false },
            { "name": "predicate-path", "description": "With `predicate-type`: path of the file with the predicate, a JSON object of at most 16 MiB.", "default": "", "required": false },
            { "name": "formats", "description": "How signatures are written, a list of: `sig`, `base64`, `sigstore`, `sshsig`, `openpgp`, `cms`, `openpgp-clear`.", "default": "sig", "required": false },
            { "name": "hash-algorithm", "description": "`sha256`, `sha384`, `sha512`, or `auto`: what the key calls for.", "default": "auto", "required": false },
            { "name": "verify-page", "description": "https URL of a page that verifies in a browser, for recipients without any of the programs: the notes name it. This repository's dist/page/verify.html is one that can be put on any site.", "default": "", "required": false },
            { "name": "identity", "description": "Who signs: the User ID of OpenPGP signatures and, by its e-mail address or else the key ID, the principal of SSH signatures. Default: `Yandex Cloud KMS key <key-id>`.", "default": "", "required": false },
            { "name": "certificate", "description": "X.509 certificate of the key for `cms`, as PEM text or a path: that of an earlier run, or one from a CA. Default: a self-signed certificate is made.", "default": "", "required": false },
            { "name": "public-key", "description": "The key that is expected: PEM text, a path to a PEM file, or a fingerprint `sha256:<hex>`. Any other key stops the run.", "default": "", "required": false },
            { "name": "yc-sa-id", "description": "ID of the service account to become with GitHub's OIDC token (needs `id-token: write`).", "default": "", "required": false },
            { "name": "yc-sa-json-credentials", "description": "Authorized key of a service account, JSON.", "default": "", "required": false },
            { "name": "yc-iam-token", "description": "An IAM token.", "default": "", "required": false },
            { "name": "yc-vm-service-account", "description": "Use the service account of the Yandex Cloud VM that the runner is on.", "default": "false", "required": false },
            { "name": "oidc-token", "description": "With `yc-sa-id`, an ID token of any issuer that the federation trusts, in place of GitHub's: that of another CI, which is exchanged for an IAM token.", "default": "", "required": false },
            { "name": "oidc-audience", "description": "Audience of GitHub's OIDC token. Default: the URL of the repository's owner, as GitHub sets it.", "default": "", "required": false },
            { "name": "revoke-token", "description": "Revoke the IAM token at the end, on failure and cancellation too. Never one that came in by `yc-iam-token`.", "default": "false", "required": false },
            { "name": "output-dir", "description": "Folder for everything that is written. Default: beside the files.", "default": "", "required": false },
            { "name": "overwrite", "description": "Replace files, the artifact, and assets of a published release that exist under the same names.", "default": "false", "required": false },
            { "name": "if-no-files-found", "description": "What a pattern without a match does: `error`, `warn` or `ignore`.", "default": "error", "required": false },
            { "name": "max-files", "description": "More matches than this stop the run before the first request. `0` for no limit.", "default": "1000", "required": false },
            { "name": "upload-artifact", "description": "Upload what was written as one workflow artifact: `true`, `false`, or `auto`: where there is an artifact service (not on GitHub Enterprise Server).", "default": "auto", "required": false },
            { "name": "artifact-name", "description": "Name of the artifact. A name of the default form that is taken gets `-2`, `-3` …; any other that is taken fails.", "default": "signatures-${{ github.job }}-${{ strategy.job-index }}", "required": false },
            { "name": "retention-days", "description": "Days to keep the artifact. Default: the repository's setting.", "default": "", "required": false },
            { "name": "release-assets", "description": "Attach what was written, except the manifest, to the GitHub release (needs `contents: write`).", "default": "false", "required": false },
            { "name": "release-tag", "description": "Tag of that release. Default: the tag that started the run.", "default": "", "required": false },
            { "name": "release-id", "description": "ID of that release, drafts too, in place of `release-tag`, as other release actions give it out. It chooses where several releases bear one tag.", "default": "", "required": false },
            { "name": "github-token", "description": "Token for the release.", "default": "${{ github.token }}", "required": false },
            { "name": "max-concurrency", "description": "Signing requests at once, at most.", "default": "16", "required": false },
            { "name": "timeout-minutes", "description": "Time for the whole step, in minutes; decimals allowed.", "default": "15", "required": false },
            { "name": "dry-run", "description": "Find and hash the files, and say what would be signed and written and how many KMS calls that takes. No credential, no request, nothing written.", "default": "false", "required": false },
            { "name": "api-endpoint", "description": "API of another installation of Yandex Cloud, such as `api.yandexcloud.kz`: a host, or an origin.", "default": "api.cloud.yandex.net", "required": false },
            { "name": "kms-endpoint", "description": "Origin of KMS, for all its calls. Default: `https://kms.api.cloud.yandex.net`, and `https://kms.yandex` where that does not know the method.", "default": "", "required": false },
            { "name": "iam-endpoint", "description": "Origin of IAM. Default: `https://iam.api.cloud.yandex.net`.", "default": "", "required": false },
            { "name": "token-endpoint", "description": "URL of the token exchange. Default: `https://auth.yandex.cloud/oauth/token`; with another `api-endpoint`, GitHub OIDC needs it set.", "default": "", "required": false },
        ],
    },
    verify: {
        description: "Verifies release files offline with a trusted public key. Fails when one is not signed or not right.",
        inputs: [
            { "name": "public-key", "description": "The trusted public key: PEM text (`BEGIN PUBLIC KEY`), or the path of a PEM file. Several blocks (at most ten): each is trusted, as while keys are changed. A key file that came with the download proves nothing without `fingerprint`.", "default": "", "required": true },
            { "name": "fingerprint", "description": "`sha256:<hex>`, the fingerprint that `public-key` must have (SHA-256 over its SubjectPublicKeyInfo in DER; the sign action's output `public-key-fingerprint`). It makes a key file from the download safe to use. Of several keys a list, in their order.", "default": "", "required": false },
            { "name": "files", "description": "Patterns of the files to verify, one per line, relative to the workspace: `@actions/glob` syntax, `!` excludes, `#` comments. Only what is itself read and proven is left out, such as signature files of other matches and files that hold a trusted key.", "default": "", "required": true },
            { "name": "formats", "description": "Only the signature files of these formats are looked at, a list of: `sig`, `base64`, `sigstore`, `sshsig`, `openpgp`, `cms`, `openpgp-clear`. Every file must have at least one of them, and all that it has must be right.", "default": "sig, base64, sigstore, sshsig, openpgp, cms, openpgp-clear", "required": false },
            { "name": "signatures-dir", "description": "Folder of the signature files, where they do not lie beside the files (the sign action's `output-dir`).", "default": "", "required": false },
            { "name": "checksums", "description": "Path of a signed checksum file (`SHA256SUMS`) with nothing but entries: its signatures are verified, then each file against it. The files need no signature files of their own then.", "default": "", "required": false },
            { "name": "provenance", "description": "Patterns of provenance statements in Sigstore bundles (`provenance.sigstore.json`), one per line: each must be signed by a trusted key, and together they must name each file with its digest. The files need no signature files of their own then.", "default": "", "required": false },
            { "name": "policy", "description": "With `provenance`, what a statement must say of its run to count, a line `name: value` each: `repository` (owner/name), `repository-id`, `owner-id`, `ref` (exact, or with a `*` at its end: `refs/tags/*`), `commit`, `workflow` (path of the workflow file), `builder` (`owner/name/path@ref` of the workflow whose job signed, exact or with a `*` at its end), `runner-environment`. A line without a value is an error: nothing that comes to nothing switches a policy off.", "default": "", "required": false },
            { "name": "attestations", "description": "Patterns of other attestations in Sigstore bundles (`sbom.sigstore.json`), one per line: as `provenance`, with statements of `predicate-type`.", "default": "", "required": false },
            { "name": "predicate-type", "description": "With `attestations`, the predicate type that they must be of, e.g. `https://spdx.dev/Document`.", "default": "", "required": false },
            { "name": "hash-algorithm", "description": "`sha256`, `sha384` or `sha512`: the only hash that signatures of an RSA key may use. `auto`: what a bundle tells, else any of the three. An elliptic-curve key has one hash.", "default": "auto", "required": false },
            { "name": "if-no-files-found", "description": "What to do when a pattern in `files` matches nothing: `error`, `warn` or `ignore`.", "default": "error", "required": false },
        ],
    },
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/cli/secrets.js

const SECRET_VARIABLES = new Map([
    ['yc-iam-token', 'YC_IAM_TOKEN'],
    ['yc-sa-json-credentials', 'YC_SA_JSON_CREDENTIALS'],
    ['oidc-token', 'OIDC_TOKEN'],
    ['github-token', 'GITHUB_TOKEN'],
    ['registry-password', 'REGISTRY_PASSWORD'],
]);
const LONGEST_PATH = 4096;
function secretOf(input, env) {
    const value = env[SECRET_VARIABLES.get(input) ?? '']?.trim() || undefined;
    if (input !== 'yc-sa-json-credentials' || value === undefined)
        return value;
    return value.startsWith('{') || value.length > LONGEST_PATH ? value : (textOfFile(value) ?? value);
}
function textOfFile(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/cli/options.js




class UsageError extends Error {
    name = 'UsageError';
}
const LISTS = new Set([
    'files',
    'subject-checksums',
    'images',
    'image-layouts',
    'sign',
    'formats',
    'sbom-path',
    'provenance',
    'attestations',
    'policy',
    'fingerprint',
]);
const OWN = ['json', 'help'];
function isBoolean({ name, default: value }) {
    return value === 'true' || value === 'false' || name === 'upload-artifact';
}
function readCommandLine([word, ...args]) {
    if (word !== 'sign' && word !== 'verify')
        throw new UsageError('The first word is the command: sign or verify.');
    const { inputs: known } = ACTIONS[word];
    const inputs = new Map();
    const own = new Set();
    for (const token of tokensOf(args, known)) {
        if (token.kind !== 'option')
            throw new UsageError('A word is left over that belongs to no option.');
        if (OWN.some((name) => name === token.name) && token.rawName.startsWith('--'))
            own.add(flag(token));
        else
            addInput(inputs, token, known);
    }
    return { command: word, inputs, json: own.has('json'), help: own.has('help') };
}
function tokensOf(args, known) {
    const options = {};
    for (const name of OWN)
        options[name] = { type: 'boolean' };
    for (const input of known) {
        if (!SECRET_VARIABLES.has(input.name))
            options[input.name] = { type: isBoolean(input) ? 'boolean' : 'string' };
    }
    return (0,external_node_util_.parseArgs)({ args: [...args], options, strict: false, tokens: true }).tokens;
}
function flag({ name, value }) {
    if (value !== undefined)
        throw new UsageError(`--${name} takes no value.`);
    return name;
}
function addInput(inputs, { name, rawName, value, inlineValue }, known) {
    const variable = SECRET_VARIABLES.get(name);
    if (variable !== undefined)
        throw new UsageError(`--${name} would be a secret that every process here can see: set the variable ${variable}.`);
    const input = known.find((candidate) => candidate.name === name);
    if (input === undefined || !rawName.startsWith('--'))
        throw new UsageError(`There is no option ${(0,log/* printable */.g$)(rawName, 60)}.`);
    const before = inputs.get(name);
    if (before !== undefined && !LISTS.has(name))
        throw new UsageError(`--${name} is given twice.`);
    if (isBoolean(input))
        inputs.set(name, value ?? 'true');
    else if (value === undefined || (inlineValue !== true && /^--[a-z]/u.test(value)))
        throw new UsageError(`--${name} has no value.`);
    else
        inputs.set(name, before === undefined ? value : `${before}\n${value}`);
}

;// CONCATENATED MODULE: ./src/cli/help.js



const WIDTH = 100;
function overview() {
    return [
        `yandex-kms-sign ${VERSION}: signs files with a key in Yandex Cloud KMS, and verifies them.`,
        '',
        "  yandex-kms-sign sign --key-id ID --files 'dist/*' [options]",
        "  yandex-kms-sign verify --public-key FILE --files 'dist/*' [options]",
        '',
        'Each command shows its options with --help.',
        '',
    ].join('\n');
}
function helpOf(command) {
    const { description, inputs } = ACTIONS[command];
    const own = [
        { name: 'json', description: 'Print one JSON object with the outputs.', default: 'false', required: false },
        { name: 'help', description: 'Show this.', default: 'false', required: false },
    ];
    const secrets = inputs.filter(({ name }) => SECRET_VARIABLES.has(name));
    return [
        `yandex-kms-sign ${command} [options]`,
        '',
        ...wrapped(description, ''),
        'Paths are relative to the current folder. Options of lists may be repeated.',
        '',
        'Options:',
        ...[...inputs.filter((input) => !secrets.includes(input)), ...own].flatMap(optionLines),
        ...(secrets.length === 0 ? [] : ['', 'Secrets, from the environment alone:', ...secrets.flatMap(secretLines)]),
        '',
        'The log goes to standard error. Standard output gets the files ' +
            `${command === 'sign' ? 'written' : 'verified'}, one per line.`,
        'Exit code: 0 done, 1 failed, 2 wrong usage.',
        '',
    ].join('\n');
}
function optionLines(input) {
    const value = isBoolean(input) ? '[=false]' : ' VALUE';
    const isOwn = input.name === 'json' || input.name === 'help';
    const usual = input.default === '' || input.default.includes('${{') || isOwn ? '' : ` (default: ${usualOf(input)})`;
    const required = input.required ? ' (required)' : '';
    return [`  --${input.name}${isOwn ? '' : value}${required}${usual}`, ...wrapped(input.description, '      ')];
}
function usualOf({ name, default: value }) {
    return name === 'upload-artifact' ? 'false' : value;
}
function secretLines({ name, description }) {
    const path = name === 'yc-sa-json-credentials' ? ' Text, or the path of the file.' : '';
    return [`  ${SECRET_VARIABLES.get(name) ?? ''}`, ...wrapped(description + path, '      ')];
}
function wrapped(text, indent) {
    const lines = [];
    let line = indent;
    for (const word of text.replaceAll('`', '').split(' ')) {
        if (line !== indent && line.length + 1 + word.length > WIDTH) {
            lines.push(line);
            line = indent;
        }
        line += line === indent ? word : ` ${word}`;
    }
    return [...lines, line];
}

;// CONCATENATED MODULE: ./src/cli/terminal-front.js


const BAR = 24;
const REDRAW_MS = 100;
const LINE_MS = 5000;
const ERASE = '\r\u001b[K';
function terminalFront(stream, debug) {
    const outputs = {};
    const isTerminal = stream.isTTY === true;
    let bar = '';
    const line = (text) => {
        stream.write(`${bar === '' ? '' : ERASE}${text}\n${bar}`);
    };
    const log = plainLog(line, () => debug);
    const show = (state) => {
        if (!isTerminal) {
            if (state !== undefined)
                log.info(state.text);
            return;
        }
        const before = bar;
        bar = state === undefined ? '' : barOf(state, stream.columns ?? 80);
        if (bar !== before)
            stream.write(ERASE + bar);
    };
    return {
        log,
        outputs,
        group: (heading, stage) => {
            log.info(`${heading}:`);
            return stage();
        },
        setOutput: (name, value) => {
            outputs[name] = (0,secrets/* withoutSecrets */.c)(value);
        },
        fitsOutput: () => true,
        addSummary: () => undefined,
        mask: secrets/* rememberSecret */.G,
        progress: { everyMs: isTerminal ? REDRAW_MS : LINE_MS, show },
    };
}
function barOf({ text, done, total }, columns) {
    const filled = total === 0 ? BAR : Math.min(BAR, Math.floor((done / total) * BAR));
    return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${text}`.slice(0, Math.max(0, columns - 1));
}

;// CONCATENATED MODULE: ./src/cli/main.js








const WRONG_USAGE = 2;
const PATIENCE_MS = 500;
async function main(args, env) {
    const [word] = args;
    if (word === '--help' || word === 'help')
        process.stdout.write(overview());
    else if (word === '--version')
        process.stdout.write(`${VERSION}\n`);
    else {
        try {
            await runCommand(readCommandLine(args), env);
        }
        catch (thrown) {
            if (!(thrown instanceof UsageError))
                throw thrown;
            process.exitCode = WRONG_USAGE;
            process.stderr.write(`${thrown.message}\n${overview()}`);
        }
    }
}
async function runCommand(line, env) {
    if (line.help) {
        process.stdout.write(helpOf(line.command));
        return;
    }
    const { stdout, stderr } = process;
    const print = stdout.write.bind(stdout);
    stdout.write = stderr.write.bind(stderr);
    const front = terminalFront(stderr, Boolean(env['RUNNER_DEBUG']));
    const run = await actionOf(line.command);
    const report = (error) => {
        front.progress.show(undefined);
        reportPlainly(error, front.log);
    };
    await guardVerdict(() => run(environmentOf(line, env), front), { log: front.log, report });
    stdout.write = print;
    print(line.json ? `${JSON.stringify(front.outputs, null, 2)}\n` : pathsOf(line.command, front.outputs));
    (0,exit/* exitWhenRead */.T)(PATIENCE_MS);
}
async function actionOf(command) {
    if (command === 'sign')
        return (await Promise.all(/* import() */[__webpack_require__.e(621), __webpack_require__.e(200), __webpack_require__.e(559)]).then(__webpack_require__.bind(__webpack_require__, 96559))).run;
    return (await Promise.all(/* import() */[__webpack_require__.e(621), __webpack_require__.e(200), __webpack_require__.e(292)]).then(__webpack_require__.bind(__webpack_require__, 48292))).run;
}
function environmentOf({ command, inputs }, env) {
    const kept = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'));
    const names = ACTIONS[command].inputs.map(({ name }) => name);
    const given = new Map(inputs);
    for (const name of names)
        if (SECRET_VARIABLES.has(name))
            given.set(name, secretOf(name, env));
    if (names.includes('upload-artifact') && !given.has('upload-artifact'))
        given.set('upload-artifact', 'false');
    const asInputs = [...given].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return {
        ...Object.fromEntries(kept),
        ...Object.fromEntries(asInputs),
        GITHUB_WORKSPACE: process.cwd(),
    };
}
function pathsOf(command, outputs) {
    if (command === 'sign')
        return outputs['files'] ? `${outputs['files']}\n` : '';
    const results = JSON.parse(outputs['results'] ?? '[]');
    return results
        .filter(({ verified, leftOut }) => verified && leftOut === undefined)
        .map(({ path }) => `${path}\n`)
        .join('');
}


/***/ }),

/***/ 26733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k_: () => (/* binding */ contained),
  ix: () => (/* binding */ loadContained),
  A3: () => (/* binding */ reasonOf),
  $U: () => (/* binding */ takeStray)
});

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(16698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ./src/base/in-flight.js
var in_flight = __webpack_require__(91295);
// EXTERNAL MODULE: ./src/base/log.js
var log = __webpack_require__(43705);
;// CONCATENATED MODULE: ./src/runner/commands.js
const OF_RUNNERS = [
    'GITHUB_ACTIONS',
    'GITHUB_ENV',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_WORKSPACE',
    'RUNNER_TEMP',
];
function commandsFor(env) {
    const masks = Boolean(env['GITHUB_ACTIONS']);
    const isLikely = (name) => OF_RUNNERS.includes(name) || name.startsWith('ACTIONS_');
    return { masks, annotations: masks || Object.keys(env).some((name) => Boolean(env[name]) && isLikely(name)) };
}

;// CONCATENATED MODULE: ./src/runner/contained.js







const active = new external_node_async_hooks_.AsyncLocalStorage();
async function contained({ signal, log, ms }, work) {
    if (signal.aborted)
        throw reasonOf(signal);
    install();
    const end = Promise.withResolvers();
    const failWith = (what, cause) => {
        end.reject(new errors/* ActionError */.lZ('ARTIFACT_UPLOAD_FAILED', what, { cause }));
    };
    const timer = setTimeout(() => {
        failWith(`no answer within ${ms / 1000} s`);
    }, ms);
    const onAbort = () => {
        end.reject(reasonOf(signal));
    };
    signal.addEventListener('abort', onAbort);
    const arrived = (0,in_flight/* waitingFor */.F)("GitHub's artifact service");
    const onStray = (error) => {
        failWith(`the client broke down: ${(0,errors/* messageOf */.bD)(error)}`, error);
    };
    const call = { log, onStray, isOver: false };
    try {
        return await Promise.race([active.run(call, work), end.promise]);
    }
    finally {
        call.isOver = true;
        arrived();
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
    }
}
function reasonOf(signal) {
    return signal.reason instanceof errors/* ActionError */.lZ ? signal.reason : new errors/* ActionError */.lZ('CANCELLED', 'The run was cancelled.');
}
function takeStray(error) {
    const call = active.getStore();
    if (call === undefined)
        return false;
    active.exit(() => {
        call.onStray(error);
    });
    return true;
}
let eventChecked;
async function loadContained(load) {
    eventChecked ??= setBrokenEventAside();
    await eventChecked;
    return load();
}
async function setBrokenEventAside() {
    const path = process.env['GITHUB_EVENT_PATH'];
    if (!path)
        return;
    try {
        JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch {
        delete process.env['GITHUB_EVENT_PATH'];
    }
}
let isGuarded = false;
let filter;
function install() {
    if (process.stdout.write !== filter)
        filterOutput();
    if (isGuarded)
        return;
    isGuarded = true;
    (0,external_node_diagnostics_channel_.subscribe)(REQUEST_CREATED, (message) => {
        if (isCreated(message))
            guardRequest(message.request);
    });
}
const MASK = /^::add-mask::[^\r\n]*\r?\n?$/u;
const COMMAND = /^::(debug|warning)(?: [^\r\n]*?)?::([^\r\n]*)\r?\n?$/u;
const MAX_SAID = 4000;
const URL_SECRET = /([?&]sig=)[^&"'\s]+/gu;
function filterOutput() {
    const original = process.stdout.write.bind(process.stdout);
    filter = (chunk, ...rest) => {
        const call = active.getStore();
        if (call === undefined)
            return original(chunk, ...rest);
        const whole = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
        if (MASK.test(whole))
            return commandsFor(process.env).masks ? original(chunk, ...rest) : true;
        const text = whole.replace(URL_SECRET, '$1***');
        const [, command, said] = COMMAND.exec(text) ?? [];
        const shown = said === undefined ? (0,log/* printable */.g$)(text.trim()) : (0,log/* printable */.g$)(unescaped(said), MAX_SAID);
        active.exit(() => {
            if (command === 'warning')
                call.log.warning(shown);
            else
                call.log.debug(shown);
        });
        return true;
    };
    process.stdout.write = filter;
}
function unescaped(text) {
    return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
const REQUEST_CREATED = 'http.client.request.created';
function isCreated(message) {
    return typeof message === 'object' && message !== null && 'request' in message;
}
function guardRequest(request) {
    if (active.getStore()?.isOver === true) {
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
}


/***/ }),

/***/ 89670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ exitWhenRead),
/* harmony export */   r: () => (/* binding */ noteHeldUp)
/* harmony export */ });
const PATIENCE_MS = 4000;
function exitWhenRead(delayMs = 0) {
    const exit = () => {
        if (isHeldUp)
            endAtOnce();
        process.exit();
    };
    const { stdout } = process;
    if (stdout.writableLength === 0 && delayMs === 0)
        exit();
    stdout.write('', () => setTimeout(exit, delayMs).unref());
    setTimeout(exit, delayMs + PATIENCE_MS).unref();
}
let isHeldUp = false;
function noteHeldUp() {
    isHeldUp = true;
}
function endAtOnce() {
    try {
        process.execve?.('/bin/sh', ['sh', '-c', `exit ${Number(process.exitCode ?? 0)}`], {});
    }
    catch {
    }
    process.kill(process.pid, 'SIGKILL');
}


/***/ }),

/***/ 45409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ asKnown),
/* harmony export */   c: () => (/* binding */ causesOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);


const MAX_CAUSES = 10;
function asKnown(thrown) {
    if (thrown instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
        return thrown;
    const failure = new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INTERNAL_ERROR', `Something unexpected happened: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown))}`, {
        hint: 'This is likely a defect of the action. Run the job again with debug logging (ACTIONS_STEP_DEBUG) and report the log.',
        cause: Error.isError(thrown) ? thrown.cause : undefined,
    });
    if (Error.isError(thrown) && thrown.stack !== undefined)
        failure.stack = thrown.stack;
    return failure;
}
function causesOf(error) {
    const lines = [];
    for (let cause = error.cause; cause !== undefined && lines.length < MAX_CAUSES;) {
        lines.push(`Caused by: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause))}`);
        cause = Error.isError(cause) ? cause.cause : undefined;
    }
    return lines;
}


/***/ })

};
