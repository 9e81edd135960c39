export const id = 114;
export const ids = [114];
export const modules = {

/***/ 37114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ provenanceFileNames),
/* harmony export */   M: () => (/* binding */ provenanceStatements),
/* harmony export */   runPredicate: () => (/* binding */ runPredicate)
/* harmony export */ });
/* harmony import */ var _formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40513);
/* harmony import */ var _base_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3582);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5664);
/* harmony import */ var _token_claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1868);




const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
const BUILD_TYPE = 'https://actions.github.io/buildtypes/workflow/v1';
const MAX_SUBJECTS = 1024;
const REQUIRED = [
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_ID',
    'GITHUB_REPOSITORY_OWNER_ID',
    'GITHUB_REF',
    'GITHUB_SHA',
    'GITHUB_WORKFLOW_REF',
    'GITHUB_EVENT_NAME',
    'GITHUB_RUN_ID',
    'GITHUB_RUN_ATTEMPT',
];
function provenanceStatements(environment, subjects, hash) {
    const predicate = runPredicate(environment);
    const fileNames = provenanceFileNames(subjects.length);
    return fileNames.map((fileName, index) => {
        const part = subjects.slice(index * MAX_SUBJECTS, (index + 1) * MAX_SUBJECTS);
        const statement = {
            _type: STATEMENT_TYPE,
            subject: part.map(({ name, digest }) => ({ name, digest: { [hash]: digest.toString('hex') } })),
            predicateType: PREDICATE_TYPE,
            predicate,
        };
        return { fileName, statement: Buffer.from(JSON.stringify(statement)) };
    });
}
function provenanceFileNames(subjects) {
    return (0,_formats_run_files_js__WEBPACK_IMPORTED_MODULE_0__/* .statementFileNames */ .mM)('provenance', Math.ceil(subjects / MAX_SUBJECTS));
}
function runPredicate(environment) {
    const facts = requiredFacts(environment);
    const server = given(environment, 'GITHUB_SERVER_URL') ?? 'https://github.com';
    const repository = `${server}/${facts.GITHUB_REPOSITORY}`;
    const path = facts.GITHUB_WORKFLOW_REF.replace(`${facts.GITHUB_REPOSITORY}/`, '').replace(WORKFLOW_REF, '');
    const runner = given(environment, 'RUNNER_ENVIRONMENT');
    return {
        buildDefinition: {
            buildType: BUILD_TYPE,
            externalParameters: { workflow: { ref: facts.GITHUB_REF, repository, path } },
            internalParameters: {
                github: {
                    event_name: facts.GITHUB_EVENT_NAME,
                    repository_id: facts.GITHUB_REPOSITORY_ID,
                    repository_owner_id: facts.GITHUB_REPOSITORY_OWNER_ID,
                    ...(runner === undefined ? {} : { runner_environment: runner }),
                },
            },
            resolvedDependencies: [{ uri: `git+${repository}@${facts.GITHUB_REF}`, digest: { gitCommit: facts.GITHUB_SHA } }],
        },
        runDetails: {
            builder: { id: `${server}/${given(environment, _token_claims_js__WEBPACK_IMPORTED_MODULE_2__/* .JOB_WORKFLOW_REF */ .E) ?? facts.GITHUB_WORKFLOW_REF}` },
            metadata: {
                invocationId: `${repository}/actions/runs/${facts.GITHUB_RUN_ID}/attempts/${facts.GITHUB_RUN_ATTEMPT}`,
            },
        },
    };
}
const WORKFLOW_REF = /@(?:refs\/.*|[^@]*)$/su;
const OUTSIDE_HINT = "GitHub's runner sets these in every job: run the action in a workflow, or leave `provenance` out of `sign`.";
const OTHER_SERVER_HINT = "GitHub's runner sets these in every job, and without them no verifier could tell which run it was: leave `provenance` out of `sign` here. Signatures over files and checksums need none of it.";
function requiredFacts(environment) {
    const missing = REQUIRED.filter((name) => given(environment, name) === undefined);
    if (missing.length > 0) {
        const server = (0,_base_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .otherServer */ .I)(environment);
        const whose = server === undefined ? 'the environment has no' : `the runner of ${server} sets no`;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('INVALID_INPUT', `\`sign: provenance\` states the run, and ${whose} ${missing.join(', ')}.`, {
            hint: server === undefined ? OUTSIDE_HINT : OTHER_SERVER_HINT,
        });
    }
    return Object.fromEntries(REQUIRED.map((name) => [name, environment[name] ?? '']));
}
function given(environment, name) {
    const value = environment[name];
    return value === '' ? undefined : value;
}


/***/ }),

/***/ 1868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ JOB_WORKFLOW_REF),
/* harmony export */   Q: () => (/* binding */ withClaims)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);


const VARIABLES = {
    repository: 'GITHUB_REPOSITORY',
    repository_id: 'GITHUB_REPOSITORY_ID',
    repository_owner_id: 'GITHUB_REPOSITORY_OWNER_ID',
    ref: 'GITHUB_REF',
    sha: 'GITHUB_SHA',
    workflow_ref: 'GITHUB_WORKFLOW_REF',
    event_name: 'GITHUB_EVENT_NAME',
    run_id: 'GITHUB_RUN_ID',
    run_attempt: 'GITHUB_RUN_ATTEMPT',
    runner_environment: 'RUNNER_ENVIRONMENT',
};
const JOB_WORKFLOW_REF = 'JOB_WORKFLOW_REF';
function withClaims(environment, claims) {
    const said = Object.entries(VARIABLES).flatMap(([claim, variable]) => {
        const value = textOf(claims[claim]);
        return value === undefined ? [] : [{ claim, variable, value }];
    });
    const different = said.filter(({ variable, value }) => (environment[variable] || value) !== value);
    if (different.length > 0)
        throw otherRun(different, environment);
    const { job_workflow_ref: builder } = claims;
    return {
        ...environment,
        ...Object.fromEntries(said.map(({ variable, value }) => [variable, value])),
        [JOB_WORKFLOW_REF]: textOf(builder),
    };
}
function textOf(value) {
    if (typeof value === 'number')
        return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function otherRun(different, environment) {
    const lines = different.map(({ claim, variable, value }) => `${variable} is ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(environment[variable] ?? '', 200)}, and the token's ${claim} is ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(value, 200)}`);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_INPUT', `\`sign: provenance\` states the run, and the runner's variables say something else of it than GitHub's token:\n${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(lines)}`, {
        hint: 'Find out which step of the job sets these variables (by `$GITHUB_ENV` or `env:`), and take that out: they have to be as the runner sets them.',
    });
}


/***/ })

};
