export const id = 251;
export const ids = [251];
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
/* harmony export */   S7: () => (/* binding */ withShortLists),
/* harmony export */   Sk: () => (/* binding */ sized),
/* harmony export */   d9: () => (/* binding */ firstNames),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
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

/***/ 97413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ takeStray),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   ix: () => (/* binding */ loadContained),
/* harmony export */   k_: () => (/* binding */ contained)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53053);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5664);
/* harmony import */ var _base_in_flight_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91295);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43705);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87984);







const active = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
async function contained({ signal, log, ms }, work) {
    if (signal.aborted)
        throw reasonOf(signal);
    install();
    const end = Promise.withResolvers();
    const failWith = (what, cause) => {
        end.reject(new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('ARTIFACT_UPLOAD_FAILED', what, { cause }));
    };
    const timer = setTimeout(() => {
        failWith(`no answer within ${ms / 1000} s`);
    }, ms);
    const onAbort = () => {
        end.reject(reasonOf(signal));
    };
    signal.addEventListener('abort', onAbort);
    const arrived = (0,_base_in_flight_js__WEBPACK_IMPORTED_MODULE_4__/* .waitingFor */ .F)("GitHub's artifact service");
    const onStray = (error) => {
        failWith(`the client broke down: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, error);
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
    return signal.reason instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ ? signal.reason : new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('CANCELLED', 'The run was cancelled.');
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
        JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'utf8'));
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
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__.subscribe)(REQUEST_CREATED, (message) => {
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
            return (0,_commands_js__WEBPACK_IMPORTED_MODULE_5__/* .commandsFor */ .A)(process.env).masks ? original(chunk, ...rest) : true;
        const text = whole.replace(URL_SECRET, '$1***');
        const [, command, said] = COMMAND.exec(text) ?? [];
        const shown = said === undefined ? (0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(text.trim()) : (0,_base_log_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(unescaped(said), MAX_SAID);
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


/***/ }),

/***/ 57682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ helpLink)
/* harmony export */ });
function helpLink(code, env) {
    const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
    const ref = env['GITHUB_ACTION_REF'] ?? '';
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    if (!/^[\w.-]+\/[\w.-]+$/u.test(repository) || !/^[\w./-]+$/u.test(ref))
        return undefined;
    return `${server}/${repository}/blob/${ref}/docs/troubleshooting.md#${code.toLowerCase()}`;
}


/***/ }),

/***/ 75251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction),
  runReadingAction: () => (/* binding */ runReadingAction)
});

// EXTERNAL MODULE: ./src/base/errors.js
var errors = __webpack_require__(5664);
// EXTERNAL MODULE: ../../node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(40927);
// EXTERNAL MODULE: ./src/base/log.js
var base_log = __webpack_require__(43705);
// EXTERNAL MODULE: ./src/base/secrets.js
var secrets = __webpack_require__(31234);
// EXTERNAL MODULE: ./src/runner/commands.js
var commands = __webpack_require__(87984);
// EXTERNAL MODULE: ./src/runner/failures.js
var failures = __webpack_require__(45409);
// EXTERNAL MODULE: ./src/runner/help-link.js
var help_link = __webpack_require__(57682);
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

;// CONCATENATED MODULE: ./src/runner/annotations.js







const MAX_ANNOTATION = 4000;
const COMMAND = /^([\s\u0085]*):(?=:)/gmu;
const annotating = {
    debug: (message) => {
        if (core/* isDebug */._o())
            core/* debug */.Yz(cut((0,secrets/* withoutSecrets */.c)(message)));
    },
    info: (message) => {
        core/* info */.pq(inert((0,secrets/* withoutSecrets */.c)(message)));
    },
    notice: (message) => {
        core/* notice */.lm(briefly((0,secrets/* withoutSecrets */.c)(message)));
    },
    warning: (message) => {
        core/* warning */.$e(briefly((0,secrets/* withoutSecrets */.c)(message)));
    },
};
const plain = plainLog((text) => {
    core/* info */.pq(inert(text));
}, core/* isDebug */._o);
const runnerLog = {
    debug: (message) => {
        logOfRun().debug(message);
    },
    info: (message) => {
        logOfRun().info(message);
    },
    notice: (message) => {
        logOfRun().notice(message);
    },
    warning: (message) => {
        logOfRun().warning(message);
    },
};
function logOfRun() {
    return isAnnotated() ? annotating : plain;
}
function isAnnotated() {
    return (0,commands/* commandsFor */.A)(process.env).annotations;
}
function reportFailure(error) {
    if (isAnnotated())
        annotateFailure(error);
    else
        reportPlainly(error, plain);
    if (core/* isDebug */._o() && Error.isError(error))
        runnerLog.debug(error.stack ?? '');
}
function annotateFailure(error) {
    const known = (0,failures/* asKnown */._)(error);
    for (const line of (0,failures/* causesOf */.c)(known))
        runnerLog.info(line);
    const hint = [(0,secrets/* withoutSecrets */.c)(known.hint ?? ''), (0,help_link/* helpLink */.C)(known.code, process.env) ?? '']
        .map((line) => (line === '' ? '' : `\n${line}`))
        .join('');
    const whole = (0,secrets/* withoutSecrets */.c)(known.message);
    const message = (0,base_log/* withShortLists */.S7)(whole);
    if (message !== whole || whole.length + hint.length > MAX_ANNOTATION)
        runnerLog.info(whole + hint);
    core/* error */.z3(cut(message, Math.max(MAX_ANNOTATION / 2, MAX_ANNOTATION - hint.length)) + cut(hint, MAX_ANNOTATION / 2), {
        title: known.code,
    });
}
function briefly(text) {
    const brief = cut((0,base_log/* withShortLists */.S7)(text));
    if (brief !== text.toWellFormed())
        runnerLog.info(text);
    return brief;
}
function cut(text, limit = MAX_ANNOTATION) {
    return (text.length <= limit ? text : `${text.slice(0, limit - 1)}…`).toWellFormed();
}
function inert(message) {
    return message.replace(COMMAND, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}

;// CONCATENATED MODULE: ./src/runner/exit.js
const PATIENCE_MS = 4000;
function exitWhenRead(delayMs = 0) {
    const exit = () => {
        process.exit();
    };
    const { stdout } = process;
    if (stdout.writableLength === 0 && delayMs === 0)
        exit();
    stdout.write('', () => setTimeout(exit, delayMs).unref());
    setTimeout(exit, delayMs + PATIENCE_MS).unref();
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/runner/outputs.js




const OF_POSIX = { lengthOf: (value) => Buffer.byteLength(value), most: 96 * 1024, unit: 'bytes' };
const OF_WINDOWS = { lengthOf: (value) => value.length, most: 32_000, unit: 'characters' };
const MOST_IN_ALL = 480_000;
function outputLimits(platform = process.platform) {
    return platform === 'win32' ? OF_WINDOWS : OF_POSIX;
}
let charactersInAll = 0;
function setOutput(name, value, instead, log, limits = outputLimits()) {
    if (!process.env['GITHUB_OUTPUT'])
        return;
    const why = tooLong(value, limits);
    if (why !== undefined)
        log.warning(`The output ${name} is left empty: ${why}. ${instead}`);
    else
        charactersInAll += value.length;
    try {
        core/* setOutput */.uH(name, why === undefined ? (0,secrets/* withoutSecrets */.c)(value) : '');
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('OUTPUT_FAILED', `The runner does not take the output ${name}: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`, {
            hint: 'The log has what the outputs would have said. GITHUB_OUTPUT must be a file that the step may write to: check the disk of the runner and, in a container, that the runner’s folder is mounted.',
            cause,
        });
    }
}
function fitsOutput(value) {
    return tooLong(value, outputLimits()) === undefined;
}
function tooLong(value, { lengthOf, most, unit }) {
    const length = lengthOf(value);
    if (length > most)
        return `it would hold ${length} ${unit}, and the most is ${most}`;
    if (charactersInAll + value.length <= MOST_IN_ALL)
        return undefined;
    return `with it, the outputs of this step would hold more than ${MOST_IN_ALL} characters, and a job may have 1 MB`;
}

;// CONCATENATED MODULE: ./src/runner/front.js








const PROGRESS_MS = 5000;
const runnerFront = {
    log: runnerLog,
    group: (heading, stage) => {
        if ((0,commands/* commandsFor */.A)(process.env).masks)
            return core/* group */.Os(heading, stage);
        runnerLog.info(`${heading}:`);
        return stage();
    },
    setOutput: (name, value, instead = '') => {
        setOutput(name, value, instead, runnerLog);
    },
    fitsOutput: fitsOutput,
    addSummary: (markdown) => {
        const path = process.env['GITHUB_STEP_SUMMARY'];
        if (!path)
            return;
        try {
            (0,external_node_fs_.appendFileSync)(path, `${(0,secrets/* withoutSecrets */.c)(markdown)}\n`);
        }
        catch (cause) {
            runnerLog.warning(`The job summary could not be written: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(cause))}`);
        }
    },
    mask: (secret) => {
        (0,secrets/* rememberSecret */.G)(secret);
        if ((0,commands/* commandsFor */.A)(process.env).masks)
            core/* setSecret */.Pq(secret);
    },
    progress: {
        everyMs: PROGRESS_MS,
        show: (state) => {
            if (state !== undefined)
                runnerLog.info(state.text);
        },
    },
};

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(16698);
// EXTERNAL MODULE: ./src/runner/contained.js
var contained = __webpack_require__(97413);
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
        exitWhenRead();
    });
    const onCrash = (error) => {
        if (!(0,contained/* takeStray */.$U)(error))
            report(error);
    };
    const noteLate = (error) => {
        verdict.log.debug(`After the verdict: ${(0,base_log/* printable */.g$)((0,errors/* messageOf */.bD)(error))}`);
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

;// CONCATENATED MODULE: ./src/runner/run-action.js





const verdict = { report: reportFailure, log: runnerLog };
const run_action_PATIENCE_MS = 500;
async function runAction(run) {
    await guardVerdict(() => run(process.env, runnerFront), verdict);
    exitWhenRead(run_action_PATIENCE_MS);
}
async function runReadingAction(run, left) {
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
            failWith(new errors/* ActionError */.lZ('CANCELLED', `The run was cancelled (${signal}): ${left}`), verdict);
            exitWhenRead();
        });
    }
    await guardVerdict(() => run(process.env, runnerFront), verdict);
}


/***/ })

};
