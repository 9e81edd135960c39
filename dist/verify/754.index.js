export const id = 754;
export const ids = [754];
export const modules = {

/***/ 886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* unused harmony export markdownLink */
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(705);

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

/***/ 754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failureSummary: () => (/* binding */ failureSummary)
/* harmony export */ });
/* unused harmony export signSummary */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(760);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(886);




function signSummary(account, failure) {
    const { signed, dryRun, uploads } = account;
    if (failure !== undefined && signed === undefined)
        return failureSummary('Nothing was signed', failure);
    const uploaded = uploads.map(({ where, name, url, files }) => {
        return `- ${where} ${markdownLink(name, url)}: ${counted(files, 'file')}`;
    });
    const parts = [
        ...(signed === undefined ? [] : signedParts(signed.result)),
        ...(dryRun === undefined ? [] : dryRunParts(dryRun)),
        ...(signed === undefined && dryRun === undefined ? ['## No files found, and nothing signed'] : []),
        ...(account.images === undefined ? [] : [imageTable(account.images)]),
        ...(uploaded.length === 0 ? [] : [`### Uploaded\n\n${uploaded.join('\n')}`]),
        ...(signed === undefined ? [] : [signed.notes]),
    ];
    if (failure !== undefined) {
        const what = 'The signatures are made and in place, but a later step failed';
        parts.splice(1, 0, `**${what}: ${failure.code}**\n\n${markdownBlock(toldOf(failure))}`);
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
        ['Key', markdownCode(key.id)],
        ['Algorithm', markdownCode(key.algorithm.name)],
        ['Public key', markdownCode(key.publicKey.fingerprint)],
    ];
    const subjects = result.checksums === undefined ? result.subjects : [...result.subjects, result.checksums];
    const images = result.images.length;
    const what = [
        ...(result.signedCount === 0 && images > 0 ? [] : [counted(result.signedCount, 'file')]),
        ...(images === 0 ? [] : [counted(images, 'image')]),
    ];
    return [
        `## ${what.join(' and ')} signed with Yandex Cloud KMS`,
        markdownTable(['', ''], facts),
        ...(subjects.length === 0
            ? []
            : [markdownTable(['File', 'Bytes', `Digest (${result.hash})`, 'Signature files'], subjects.map(row))]),
    ];
}
function row(subject) {
    return [
        markdownCode(subject.name),
        subject.size === undefined ? '' : String(subject.size),
        markdownCode(subject.digest.toString('hex')),
        subject.written.map((path) => markdownCode(basename(path))).join(', ') || '—',
    ];
}
function dryRunParts({ files, written, kmsCalls, images }) {
    const rows = files.map(({ name, digest }) => [markdownCode(name), markdownCode(digest)]);
    return [
        `## Dry run: ${counted(files.length, 'file')} would be signed with ${counted(kmsCalls, 'KMS call')}`,
        'Nothing was requested or written.',
        ...(images.length === 0
            ? []
            : [`### Images that would be signed\n\n${images.map((image) => `- ${markdownCode(image)}`).join('\n')}`]),
        markdownTable(['File', 'Digest'], rows),
        `### ${counted(written.length, 'file')} would be written`,
        markdownTable(['File'], written.map((path) => [markdownCode(path)])),
    ];
}


/***/ })

};
