export const id = 926;
export const ids = [926];
export const modules = {

/***/ 85926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRun: () => (/* binding */ dryRun)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _digest_digest_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63629);
/* harmony import */ var _formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28515);
/* harmony import */ var _formats_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76137);
/* harmony import */ var _crypto_hashes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18127);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5664);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(43705);
/* harmony import */ var _base_display_path_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63097);
/* harmony import */ var _signing_predicate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(34656);
/* harmony import */ var _signing_provenance_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(37114);
/* harmony import */ var _crypto_key_algorithm_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(83996);
/* harmony import */ var _registry_cosign_limits_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6347);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(904);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(47483);
/* harmony import */ var _stated_beside_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(61383);















async function dryRun({ inputs, tasks, front, account }, found, predicates) {
    const { log } = front;
    if (inputs.certificate !== undefined)
        (0,_formats_cms_given_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGivenCertificate */ .cV)(inputs.certificate, new Date());
    const known = (0,_plan_js__WEBPACK_IMPORTED_MODULE_12__.knownWithoutRequests)(inputs, found);
    const hash = known.hash ?? 'sha256';
    const digests = await digestAll(found, hash, tasks.signal, (0,_stated_beside_js__WEBPACK_IMPORTED_MODULE_13__/* .statedBeside */ .i)(inputs));
    const uncertain = known.hash === undefined ? ' (SHA-256 is shown; the key may call for another hash)' : '';
    if (found.files.length > 0)
        log.info(`Would sign ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .counted */ .hS)(found.files.length, 'file')}${uncertain}:`);
    for (const [i, file] of found.files.entries())
        log.info(`  ${digests[i] ?? ''}  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .printable */ .g$)(file.name)}`);
    const { paths } = (0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .planOutputs */ .iS)({ inputs, found, predicates }, { ...known, hash });
    log.info(`Would write ${paths.length} files:`);
    for (const path of paths)
        log.info(`  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .printable */ .g$)((0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_6__/* .displayPath */ .G)(path, inputs.workspace))}${mark(path, inputs, known)}`);
    if (known.rsa === undefined)
        log.info('  and kms-public-key.pss.pem, if the key is an RSA key');
    await warnOfOutputs({ inputs, found, predicates }, known, log);
    const attestations = (0,_signing_predicate_js__WEBPACK_IMPORTED_MODULE_7__/* .attestationFileNames */ .f7)(predicates, found.files.length).length;
    const calls = kmsCalls(inputs, new Set(digests).size, found.files.length) + attestations + imageCalls(inputs, predicates);
    tellImages(inputs, predicates, log);
    account.dryRun = {
        files: found.files.map(({ name }, i) => ({ name, digest: digests[i] ?? '' })),
        displayPaths: paths.map((path) => (0,_base_display_path_js__WEBPACK_IMPORTED_MODULE_6__/* .displayPath */ .G)(path, inputs.workspace)),
        kmsCalls: calls,
        images: (inputs.images?.references ?? []).map(({ given }) => given),
    };
    log.notice(`Dry run: ${whatIsSigned(inputs, found)} would be signed with ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .counted */ .hS)(calls, 'KMS call')}. Nothing was requested or written.`);
}
function whatIsSigned({ images }, { files }) {
    const imagesToo = images === undefined ? [] : [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .counted */ .hS)(images.references.length, 'image')];
    return [...(files.length > 0 ? [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .counted */ .hS)(files.length, 'file')] : []), ...imagesToo].join(' and ');
}
function tellImages({ images, targets, pin }, predicates, log) {
    if (images === undefined)
        return;
    if (pin.kind === 'pem')
        warnOfCurve((0,_crypto_key_algorithm_js__WEBPACK_IMPORTED_MODULE_9__/* .algorithmOfPublicKey */ .$J)(pin.key), log);
    const places = { tag: 'under its tag (.sig)', referrer: 'as a referrer' };
    const count = predicates.length + (targets.includes('provenance') ? 1 : 0);
    const statements = count === 0 ? '' : `, and ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .counted */ .hS)(count, 'statement')} about it`;
    log.info(`Would push signatures of ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .counted */ .hS)(images.references.length, 'image')}, where they are not there yet:`);
    for (const { given } of images.references)
        log.info(`  ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_14__/* .printable */ .g$)(given, 400)}: ${images.layouts.map((layout) => places[layout]).join(', ')}${statements}`);
}
function warnOfCurve(algorithm, log) {
    try {
        (0,_registry_cosign_limits_js__WEBPACK_IMPORTED_MODULE_10__/* .checkCurve */ .Y)(algorithm);
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ))
            throw error;
        log.warning(`Without \`dry-run\` the run would stop with ${error.code}. ${error.message}\n${error.hint ?? ''}`);
    }
}
async function warnOfOutputs(planned, known, log) {
    try {
        await (0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .checkPlan */ .Gy)((0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .planOutputs */ .iS)(planned, known), planned.inputs, planned.found);
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ))
            throw error;
        log.warning(`Without \`dry-run\` the run would stop with ${error.code}. ${error.message}\n${error.hint ?? ''}`);
    }
}
async function digestAll(found, hash, signal, beside) {
    const plan = { hash, sha512: false, own: [] };
    const digests = [];
    for await (const { index, digests: made } of (0,_digest_digest_files_js__WEBPACK_IMPORTED_MODULE_1__/* .digestFiles */ .E)(found.files, plan, { signal, statedBeside: beside })) {
        digests[index] = made.digest.toString('hex');
    }
    return digests;
}
function mark(path, { targets }, known) {
    const depends = known.hash === undefined && targets.includes('checksums') && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path).startsWith(_crypto_hashes_js__WEBPACK_IMPORTED_MODULE_4__/* .HASHES */ .T$.sha256.checksumFile);
    return depends ? ' (the name depends on the key)' : '';
}
function imageCalls({ images, targets }, predicates) {
    if (images === undefined)
        return 0;
    const different = new Set(images.references.map((image) => `${(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_11__/* .nameOf */ .Vb)(image)}@${image.digest}`)).size;
    return different * (images.layouts.length + predicates.length + (targets.includes('provenance') ? 1 : 0));
}
function kmsCalls(inputs, distinct, files) {
    const { formats, targets, pin, certificate } = inputs;
    const kinds = new Set(formats.map((format) => ((0,_formats_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOf */ .xS)(format).signs === 'digest' ? 'digest' : format))).size;
    const each = targets.includes('files') ? distinct * kinds : 0;
    const checksums = targets.includes('checksums') && files > 0 ? kinds : 0;
    const provenance = targets.includes('provenance') ? (0,_signing_provenance_js__WEBPACK_IMPORTED_MODULE_8__/* .provenanceFileNames */ .A)(files).length : 0;
    const certificates = (0,_formats_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .selfSignaturesOf */ .vH)(formats, certificate !== undefined);
    const getPublicKey = pin.kind === 'pem' ? 0 : 1;
    const tellsAll = pin.kind === 'pem' && (0,_crypto_key_algorithm_js__WEBPACK_IMPORTED_MODULE_9__/* .algorithmOfPublicKey */ .$J)(pin.key) !== undefined;
    const getKey = tellsAll && !(0,_formats_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .needsCreatedAt */ .lz)(formats, certificate !== undefined) ? 0 : 1;
    return each + checksums + provenance + certificates + getPublicKey + getKey;
}


/***/ })

};
