export const id = 754;
export const ids = [754];
export const modules = {

/***/ 67886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43705);

const MAX_CELL = 300;
const MAX_ROWS = 100;
function markdownText(text) {
    return (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text, MAX_CELL)
        .replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&')
        .replaceAll('@', '@<!-- -->');
}
function markdownCode(text) {
    const shown = (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text, MAX_CELL).replaceAll('|', '\\u{7c}');
    if (shown === '')
        return '';
    const runs = shown.match(/`+/gu) ?? [];
    const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
    const pad = /^[` ]|[` ]$/u.test(shown) ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
}
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const table = [header, header.map(() => '---'), ...rows.slice(0, MAX_ROWS)].map(line).join('\n');
    const more = rows.length - MAX_ROWS;
    return more > 0 ? `${table}\n\n… and ${more} more.\n` : `${table}\n`;
}
const MAX_BLOCK = 20_000;
function markdownBlock(text) {
    const lines = text.slice(0, MAX_BLOCK).split('\n');
    const shown = lines.map((line) => (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line, MAX_BLOCK)).join('\n');
    const runs = shown.match(/`+/gu) ?? [];
    const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
    return `${fence}text\n${shown}\n${fence}`;
}
function markdownLink(text, url) {
    const parsed = URL.parse(url);
    if (parsed === null || !/^https?:$/u.test(parsed.protocol))
        return markdownText(text);
    return `[${markdownText(text)}](<${parsed.href.replaceAll(/[<>\\]/gu, encodeURIComponent)}>)`;
}


/***/ }),

/***/ 82756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ imageOutput),
/* harmony export */   i: () => (/* binding */ imageTable)
/* harmony export */ });
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67886);

function imageOutput(results) {
    const entries = results.flatMap(({ image, given, tag, referrer, attestations }) => {
        const value = {
            digest: image.digest,
            tag: tag ?? null,
            referrer: referrer ?? null,
            attestations: attestations.map((attestation) => ({
                predicateType: attestation.predicateType,
                tag: attestation.tag ?? null,
                referrer: attestation.referrer ?? null,
            })),
        };
        return given.map((reference) => [reference, value]);
    });
    return JSON.stringify(Object.fromEntries(entries));
}
function imageTable(results) {
    const rows = results.map(({ image, tag, referrer, attestations, kept }) => [
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(image.given),
        digestCell(tag, kept.includes('tag')),
        digestCell(referrer, kept.includes('referrer')),
        attestations.map(({ predicateType }) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(predicateType)).join(', ') || '—',
    ]);
    return `### Images\n\n${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['Image', 'Signature under its tag', 'Signature as a referrer', 'Statements'], rows)}`;
}
function digestCell(digest, kept) {
    if (digest === undefined)
        return '—';
    return `${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(digest)}${kept ? ' (was there already)' : ''}`;
}


/***/ }),

/***/ 42754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failureSummary: () => (/* binding */ failureSummary),
/* harmony export */   signSummary: () => (/* binding */ signSummary)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43705);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67886);
/* harmony import */ var _image_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82756);




function signSummary(account, failure) {
    const { signed, dryRun, uploads } = account;
    if (failure !== undefined && signed === undefined)
        return failureSummary('Nothing was signed', failure);
    const uploaded = uploads.map(({ where, name, url, files }) => {
        return `- ${where} ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownLink */ .iQ)(name, url)}: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(files, 'file')}`;
    });
    const parts = [
        ...(signed === undefined ? [] : signedParts(signed.result)),
        ...(dryRun === undefined ? [] : dryRunParts(dryRun)),
        ...(signed === undefined && dryRun === undefined ? ['## No files found, and nothing signed'] : []),
        ...(account.images === undefined ? [] : [(0,_image_report_js__WEBPACK_IMPORTED_MODULE_3__/* .imageTable */ .i)(account.images)]),
        ...(uploaded.length === 0 ? [] : [`### Uploaded\n\n${uploaded.join('\n')}`]),
        ...(signed === undefined ? [] : [signed.notes]),
    ];
    if (failure !== undefined) {
        const what = 'The signatures are made and in place, but a later step failed';
        parts.splice(1, 0, `**${what}: ${failure.code}**\n\n${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownBlock */ .dI)(toldOf(failure))}`);
    }
    return parts.join('\n\n');
}
function failureSummary(what, failure) {
    return `## ${what}: ${failure.code}\n\n${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownBlock */ .dI)(toldOf(failure))}`;
}
function toldOf({ message, hint }) {
    return hint === undefined ? message : `${message}\n\n${hint}`;
}
function signedParts(result) {
    const { key } = result;
    const facts = [
        ['Key', (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(key.id)],
        ['Algorithm', (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(key.algorithm.name)],
        ['Public key', (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(key.publicKey.fingerprint)],
    ];
    const subjects = result.checksums === undefined ? result.subjects : [...result.subjects, result.checksums];
    const images = result.images.length;
    const what = [
        ...(result.signedCount === 0 && images > 0 ? [] : [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(result.signedCount, 'file')]),
        ...(images === 0 ? [] : [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(images, 'image')]),
    ];
    return [
        `## ${what.join(' and ')} signed with Yandex Cloud KMS`,
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownTable */ .Qj)(['', ''], facts),
        ...(subjects.length === 0
            ? []
            : [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownTable */ .Qj)(['File', 'Bytes', `Digest (${result.hash})`, 'Signature files'], subjects.map(row))]),
    ];
}
function row(subject) {
    return [
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(subject.name),
        subject.size === undefined ? '' : String(subject.size),
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(subject.digest.toString('hex')),
        subject.written.map((path) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path))).join(', ') || '—',
    ];
}
function dryRunParts({ files, written, kmsCalls, images }) {
    const rows = files.map(({ name, digest }) => [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(name), (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(digest)]);
    return [
        `## Dry run: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(files.length, 'file')} would be signed with ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(kmsCalls, 'KMS call')}`,
        'Nothing was requested or written.',
        ...(images.length === 0
            ? []
            : [`### Images that would be signed\n\n${images.map((image) => `- ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(image)}`).join('\n')}`]),
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownTable */ .Qj)(['File', 'Digest'], rows),
        `### ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(written.length, 'file')} would be written`,
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownTable */ .Qj)(['File'], written.map((path) => [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(path)])),
    ];
}


/***/ })

};
