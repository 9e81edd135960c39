export const id = 754;
export const ids = [754];
export const modules = {

/***/ 67886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   vd: () => (/* binding */ foldedTable)
/* harmony export */ });
/* unused harmony export markdownTable */
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
const MAX_OPEN_ROWS = 10;
function foldedTable(title, header, rows, open = MAX_OPEN_ROWS) {
    const table = markdownTable(header, rows);
    return rows.length <= open ? table : `<details><summary>${title}</summary>\n\n${table}\n</details>\n`;
}
const BLOCK_COLUMNS = 110;
function wrapped(line) {
    const indent = /^ */u.exec(line)?.[0] ?? '';
    const lines = [];
    let last = '';
    for (const word of line.slice(indent.length).split(' ')) {
        if (last !== '' && indent.length + last.length + 1 + word.length > BLOCK_COLUMNS) {
            lines.push(last);
            last = word;
        }
        else
            last = last === '' ? word : `${last} ${word}`;
    }
    return [...lines, last].map((part) => `${indent}${part}`).join('\n');
}
const MAX_BLOCK = 20_000;
function markdownBlock(text) {
    const lines = text.slice(0, MAX_BLOCK).split('\n');
    const shown = lines.map((line) => wrapped((0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line, MAX_BLOCK))).join('\n');
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
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43705);
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
        image.given.split(/(?=@)/u).map(_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9).join(' '),
        digestCell(tag, kept.includes('tag')),
        digestCell(referrer, kept.includes('referrer')),
        attestations.map(({ predicateType }) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(predicateType)).join(', ') || '—',
    ]);
    const header = ['Image', 'Signature under its tag', 'Signature as a referrer', 'Statements'];
    return `### Images\n\n${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .foldedTable */ .vd)((0,_base_log_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(rows.length, 'image'), header, rows)}`;
}
function digestCell(digest, kept) {
    if (digest === undefined)
        return '—';
    return `${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(digest.slice(0, 'sha256:'.length + 12))}…${kept ? ' (was there already)' : ''}`;
}


/***/ }),

/***/ 42754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signSummary: () => (/* binding */ signSummary)
/* harmony export */ });
/* unused harmony export failureSummary */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _base_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43705);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67886);
/* harmony import */ var _image_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82756);




function signSummary(account, failed) {
    const { signed, dryRun } = account;
    if (failed !== undefined && signed === undefined)
        return failureSummary('Nothing was signed', failed);
    const parts = [
        ...(signed === undefined ? [] : signedParts(account, signed.result, failed)),
        ...(dryRun === undefined ? [] : dryRunParts(dryRun)),
        ...(signed === undefined && dryRun === undefined ? ['## No files found, and nothing signed'] : []),
        ...(account.images === undefined ? [] : [(0,_image_report_js__WEBPACK_IMPORTED_MODULE_1__/* .imageTable */ .i)(account.images)]),
        ...(signed === undefined ? [] : [signed.notes]),
    ];
    return parts.join('\n\n');
}
function failureSummary(what, failed) {
    return [`## ${what}: ${failed.failure.code}`, ...told(failed)].join('\n\n');
}
function told({ failure, help }) {
    const { code, message, hint } = failure;
    const link = help === undefined ? [] : [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownLink */ .iQ)(`What ${code} means, and what to do`, help)];
    return [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownBlock */ .dI)(hint === undefined ? message : `${message}\n\n${hint}`), ...link];
}
function signedParts(account, result, failed) {
    const { files, signedCount, hash } = result;
    const images = result.images.length;
    const what = [
        ...(signedCount === 0 && images > 0 ? [] : [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(signedCount, 'file')]),
        ...(images === 0 ? [] : [(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(images, 'image')]),
    ];
    const later = 'The signatures are made and in place, but a later step failed';
    const header = ['File', 'Size', 'Signature files', `Digest (${hash})`];
    return [
        `## ${what.join(' and ')} signed with Yandex Cloud KMS`,
        ...(failed === undefined ? [] : [`**${later}: ${failed.failure.code}**`, ...told(failed)]),
        facts(account, result),
        ...(files.length === 0 ? [] : [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .foldedTable */ .vd)((0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(files.length, 'file'), header, files.map(row))]),
    ];
}
const codes = (names) => names.map((name) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(name)).join(', ');
const namesOf = (paths) => codes(paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)));
function facts({ uploads }, result) {
    const { key, checksums, provenancePaths, attestationPaths } = result;
    const lines = [
        `Key: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(key.id)}, ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(key.algorithm.name)}`,
        `Public key: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(key.publicKey.fingerprint)}`,
        ...(checksums === undefined ? [] : [`Checksum file: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(checksums.name)}${signedBy(checksums)}`]),
        ...(provenancePaths.length === 0 ? [] : [`Provenance: ${namesOf(provenancePaths)}`]),
        ...(attestationPaths.length === 0 ? [] : [`Attestations: ${namesOf(attestationPaths)}`]),
        ...uploads.map(({ where, name, url, files }) => `${where}: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownLink */ .iQ)(name, url)}, ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(files, 'file')}`),
    ];
    return lines.map((line) => `- ${line}`).join('\n');
}
function signedBy(file) {
    const files = signatureFiles(file);
    return files.length === 0 ? '' : `, signed by ${codes(files)}`;
}
function signatureFiles({ name, writtenPaths }) {
    return writtenPaths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)).filter((written) => written !== (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(name));
}
const EXTENSION = /^(?:\.[a-z0-9]+)+$/u;
function row(file) {
    const { name, size, digest } = file;
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(name);
    const extensions = signatureFiles(file).map((path) => (path.startsWith(own) ? path.slice(own.length) : path));
    return [
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(name),
        size === undefined ? '—' : (0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .sized */ .Sk)(size).replace(' ', '\u00a0'),
        extensions.map((added) => (EXTENSION.test(added) ? added : (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(added))).join(', ') || '—',
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(digest.toString('hex')),
    ];
}
function dryRunParts({ files, displayPaths, kmsCalls, images }) {
    const rows = files.map(({ name, digest }) => [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(name), (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(digest)]);
    const paths = displayPaths.map((path) => [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(path)]);
    return [
        `## Dry run: ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(files.length, 'file')} would be signed with ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(kmsCalls, 'KMS call')}`,
        'Nothing was requested or written.',
        ...(images.length === 0
            ? []
            : [`### Images that would be signed\n\n${images.map((image) => `- ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(image)}`).join('\n')}`]),
        ...(rows.length === 0 ? [] : [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .foldedTable */ .vd)((0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(rows.length, 'file'), ['File', 'Digest'], rows)]),
        `### ${(0,_base_log_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(displayPaths.length, 'file')} would be written`,
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .foldedTable */ .vd)('All of them', ['File'], paths, 30),
    ];
}


/***/ })

};
