export const id = 754;
export const ids = [754];
export const modules = {

/***/ 7886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   vd: () => (/* binding */ foldedTable)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3705);

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

/***/ 2754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failureSummary: () => (/* binding */ failureSummary)
/* harmony export */ });
/* unused harmony export signSummary */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7886);




function signSummary(account, failed) {
    const { signed, dryRun } = account;
    if (failed !== undefined && signed === undefined)
        return failureSummary('Nothing was signed', failed);
    const parts = [
        ...(signed === undefined ? [] : signedParts(account, signed.result, failed)),
        ...(dryRun === undefined ? [] : dryRunParts(dryRun)),
        ...(signed === undefined && dryRun === undefined ? ['## No files found, and nothing signed'] : []),
        ...(account.images === undefined ? [] : [imageTable(account.images)]),
        ...(signed === undefined ? [] : [signed.notes]),
    ];
    return parts.join('\n\n');
}
function failureSummary(what, failed) {
    return [`## ${what}: ${failed.failure.code}`, ...told(failed)].join('\n\n');
}
function told({ failure, help }) {
    const { code, message, hint } = failure;
    const link = help === undefined ? [] : [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownLink */ .iQ)(`What ${code} means, and what to do`, help)];
    return [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownBlock */ .dI)(hint === undefined ? message : `${message}\n\n${hint}`), ...link];
}
function signedParts(account, result, failed) {
    const { files, signedCount, hash } = result;
    const images = result.images.length;
    const what = [
        ...(signedCount === 0 && images > 0 ? [] : [counted(signedCount, 'file')]),
        ...(images === 0 ? [] : [counted(images, 'image')]),
    ];
    const later = 'The signatures are made and in place, but a later step failed';
    const header = ['File', 'Size', 'Signature files', `Digest (${hash})`];
    return [
        `## ${what.join(' and ')} signed with Yandex Cloud KMS`,
        ...(failed === undefined ? [] : [`**${later}: ${failed.failure.code}**`, ...told(failed)]),
        facts(account, result),
        ...(files.length === 0 ? [] : [foldedTable(counted(files.length, 'file'), header, files.map(row))]),
    ];
}
const codes = (names) => names.map((name) => markdownCode(name)).join(', ');
const namesOf = (paths) => codes(paths.map((path) => basename(path)));
function facts({ uploads }, result) {
    const { key, checksums, provenancePaths, attestationPaths } = result;
    const lines = [
        `Key: ${markdownCode(key.id)}, ${markdownCode(key.algorithm.name)}`,
        `Public key: ${markdownCode(key.publicKey.fingerprint)}`,
        ...(checksums === undefined ? [] : [`Checksum file: ${markdownCode(checksums.name)}${signedBy(checksums)}`]),
        ...(provenancePaths.length === 0 ? [] : [`Provenance: ${namesOf(provenancePaths)}`]),
        ...(attestationPaths.length === 0 ? [] : [`Attestations: ${namesOf(attestationPaths)}`]),
        ...uploads.map(({ where, name, url, files }) => `${where}: ${markdownLink(name, url)}, ${counted(files, 'file')}`),
    ];
    return lines.map((line) => `- ${line}`).join('\n');
}
function signedBy(file) {
    const files = signatureFiles(file);
    return files.length === 0 ? '' : `, signed by ${codes(files)}`;
}
function signatureFiles({ name, writtenPaths }) {
    return writtenPaths.map((path) => basename(path)).filter((written) => written !== basename(name));
}
const EXTENSION = /^(?:\.[a-z0-9]+)+$/u;
function row(file) {
    const { name, size, digest } = file;
    const own = basename(name);
    const extensions = signatureFiles(file).map((path) => (path.startsWith(own) ? path.slice(own.length) : path));
    return [
        markdownCode(name),
        size === undefined ? '—' : sized(size).replace(' ', '\u00a0'),
        extensions.map((added) => (EXTENSION.test(added) ? added : markdownCode(added))).join(', ') || '—',
        markdownCode(digest.toString('hex')),
    ];
}
function dryRunParts({ files, displayPaths, kmsCalls, images }) {
    const rows = files.map(({ name, digest }) => [markdownCode(name), markdownCode(digest)]);
    const paths = displayPaths.map((path) => [markdownCode(path)]);
    return [
        `## Dry run: ${counted(files.length, 'file')} would be signed with ${counted(kmsCalls, 'KMS call')}`,
        'Nothing was requested or written.',
        ...(images.length === 0
            ? []
            : [`### Images that would be signed\n\n${images.map((image) => `- ${markdownCode(image)}`).join('\n')}`]),
        ...(rows.length === 0 ? [] : [foldedTable(counted(rows.length, 'file'), ['File', 'Digest'], rows)]),
        `### ${counted(displayPaths.length, 'file')} would be written`,
        foldedTable('All of them', ['File'], paths, 30),
    ];
}


/***/ })

};
