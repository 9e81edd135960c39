// src/digest/pass.js
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

// src/formats/openpgp/text-form.js
import { isUtf8 } from "node:buffer";
var [LF, CR, SPACE, TAB, DASH] = [10, 13, 32, 9, 45];
var LONGEST_LINE = 19998;
var LINE_END = Buffer.from("\r\n");
var NOTHING = Buffer.alloc(0);
var NotText = class extends RangeError {
};
function startTextForm() {
  let carry = NOTHING;
  let line = 1;
  let isFirst = true;
  const formOf = (block) => {
    const isPlain = isUtf8(block) && !block.includes(0) && !block.includes(CR);
    const form = Buffer.allocUnsafe(2 * block.length + LINE_END.length);
    let length = 0;
    for (let at = 0; at < block.length; line += 1) {
      const found = block.indexOf(LF, at);
      const next = found < 0 ? block.length : found + 1;
      const end = contentEnd(block, at, found);
      const written = block.subarray(at, found < 0 ? block.length : found);
      if (!isPlain || writtenLength(written) > LONGEST_LINE)
        checkLine(written, line, found >= 0);
      if (!isFirst)
        length += LINE_END.copy(form, length);
      isFirst = false;
      length += block.copy(form, length, at, withoutBlanks(block, at, end));
      at = next;
    }
    return form.subarray(0, length);
  };
  return {
    take(chunk) {
      const last = chunk.lastIndexOf(LF);
      const block = Buffer.concat([carry, chunk.subarray(0, last + 1)]);
      carry = Buffer.concat([last < 0 ? block : NOTHING, chunk.subarray(last + 1)]);
      const form = last < 0 ? NOTHING : formOf(block);
      if (carry.length > LONGEST_LINE)
        checkLine(carry, line, false);
      return form;
    },
    end: () => formOf(carry)
  };
}
function contentEnd(block, at, found) {
  if (found < 0)
    return block.length;
  return found > at && block[found - 1] === CR ? found - 1 : found;
}
function withoutBlanks(block, at, end) {
  let stop = end;
  while (stop > at && (block[stop - 1] === SPACE || block[stop - 1] === TAB))
    stop -= 1;
  return stop;
}
function writtenLength(line) {
  return line.length + (line[0] === DASH ? 2 : 0);
}
function checkLine(written, line, ended) {
  const fault = faultOf(written, ended);
  if (fault !== void 0)
    throw new NotText(`line ${line} ${fault}`);
}
function faultOf(written, ended) {
  const content = ended && written.at(-1) === CR ? written.subarray(0, -1) : written;
  if (writtenLength(written) > LONGEST_LINE)
    return `has more than ${LONGEST_LINE.toLocaleString("en-US")} bytes`;
  if (content.includes(0))
    return "has a NUL byte";
  if (!isUtf8(content))
    return "is not UTF-8";
  return content.includes(CR) ? "has a carriage return that ends no line" : void 0;
}

// src/base/open-file.js
import { constants } from "node:fs";

// src/base/errors.js
function systemCodeOf(thrown) {
  if (typeof thrown !== "object" || thrown === null || !("code" in thrown))
    return void 0;
  return typeof thrown.code === "string" ? thrown.code : void 0;
}

// src/base/open-file.js
var OPEN_FLAGS = constants.O_RDONLY | (process.platform === "win32" ? 0 : constants.O_NONBLOCK);
var TOO_MANY_OPEN = ["EMFILE", "ENFILE"];
var FIRST_WAIT_MS = 10;
var PATIENCE_MS = 5e3;
function isTooManyOpen(thrown) {
  return TOO_MANY_OPEN.includes(systemCodeOf(thrown));
}
function waitToOpen(thrown, waitedMs) {
  return isTooManyOpen(thrown) && waitedMs < PATIENCE_MS ? Math.max(FIRST_WAIT_MS, waitedMs) : void 0;
}

// src/digest/pass-hashes.js
import { createHash } from "node:crypto";

// src/formats/confusion/signed-json.js
var MOST_BYTES = 128 * 1024 * 1024;
var PATH = ["critical", "image", "docker-manifest-digest"];
var LONGEST = 6 * "docker-manifest-digest".length;
var TUF = ["spec_version", "version", "expires"];
var METADATA = /* @__PURE__ */ new Map([
  ["root", TUF],
  ["targets", TUF],
  ["snapshot", TUF],
  ["timestamp", TUF],
  ["mirrors", TUF],
  ["link", ["materials", "products", "byproducts", "command", "name"]],
  ["layout", ["steps", "inspect", "keys", "expires"]]
]);
var TOLD = /* @__PURE__ */ new Set([
  ...[...METADATA.values()].flat(),
  ...["schemaversion", "layers", "manifests", "fslayers"]
]);
var QUOTE = 34;
var COMMA = 44;
var COLON = 58;
var BACKSLASH = 92;
var OPEN_LIST = 91;
var CLOSE_LIST = 93;
var OPEN = 123;
var CLOSE = 125;
var NOTHING2 = Buffer.alloc(0);
var STRUCTURE = new Uint8Array(256);
for (const byte of [QUOTE, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE])
  STRUCTURE[byte] = 1;
var isBlank = (byte) => byte === 32 || byte === 10 || byte === 13 || byte === 9;
function watchJson() {
  let state = "blank";
  let size = 0;
  const scan = new Scan();
  return {
    update(chunk) {
      if (state === "other")
        return;
      size += chunk.length;
      let from = 0;
      if (state === "blank") {
        while (from < chunk.length && isBlank(chunk[from] ?? 0))
          from += 1;
        if (from < chunk.length)
          state = chunk[from] === OPEN ? "json" : "other";
      }
      if (size > MOST_BYTES)
        state = "other";
      if (state === "json")
        scan.take(chunk, from);
    },
    end: () => state === "json" ? scan.found() : void 0
  };
}
var Scan = class {
  #depth = 0;
  #onPath = 0;
  #name = "";
  #text = NOTHING2;
  #inString = false;
  #escaped = false;
  #isValue = false;
  #imageSignature = false;
  #members = /* @__PURE__ */ new Set();
  #types = /* @__PURE__ */ new Set();
  take(chunk, from) {
    const { length } = chunk;
    let at = from;
    while (at < length) {
      if (this.#inString)
        at = this.#string(chunk, at);
      else {
        while (at < length && STRUCTURE[chunk[at] ?? 0] === 0)
          at += 1;
        if (at < length)
          this.#structure(chunk[at] ?? 0);
      }
      at += 1;
    }
  }
  #string(chunk, from) {
    const { length } = chunk;
    let escaped = this.#escaped;
    let at = from;
    for (; at < length; at += 1) {
      const byte = chunk[at];
      if (escaped)
        escaped = false;
      else if (byte === BACKSLASH)
        escaped = true;
      else if (byte === QUOTE)
        break;
    }
    this.#escaped = escaped;
    if (this.#depth === this.#onPath)
      this.#keep(chunk.subarray(from, at));
    if (at < length)
      this.#endString();
    return at;
  }
  #keep(part) {
    if (this.#text === void 0)
      return;
    this.#text = this.#text.length + part.length > LONGEST ? void 0 : Buffer.concat([this.#text, part]);
  }
  #endString() {
    this.#inString = false;
    if (this.#isValue && this.#depth === 1 && this.#name === "_type")
      this.#types.add(folded(this.#text));
  }
  #structure(byte) {
    if (byte === QUOTE) {
      this.#inString = true;
      this.#text = NOTHING2;
    } else if (byte === COLON)
      this.#member();
    else if (byte === COMMA)
      this.#isValue = false;
    else if (byte === OPEN || byte === OPEN_LIST)
      this.#open(byte === OPEN);
    else
      this.#close();
  }
  #member() {
    this.#isValue = true;
    if (this.#depth !== this.#onPath)
      return;
    this.#name = folded(this.#text);
    if (this.#depth === 1 && TOLD.has(this.#name))
      this.#members.add(this.#name);
    if (this.#depth === PATH.length && this.#name === PATH.at(-1))
      this.#imageSignature = true;
  }
  #open(isObject) {
    const leadsOn = this.#depth === 0 || this.#isValue && this.#name === PATH[this.#depth - 1];
    if (isObject && this.#depth === this.#onPath && this.#depth < PATH.length && leadsOn)
      this.#onPath += 1;
    this.#depth += 1;
    this.#isValue = false;
  }
  #close() {
    if (this.#depth === this.#onPath)
      this.#onPath -= 1;
    this.#depth -= 1;
    this.#isValue = false;
  }
  found() {
    const has = (name) => this.#members.has(name);
    return {
      imageSignature: this.#imageSignature,
      metadata: [...this.#types].find((type) => METADATA.get(type)?.some(has)),
      imageManifest: has("schemaversion") && ["layers", "manifests", "fslayers"].some(has)
    };
  }
};
function folded(raw) {
  if (raw === void 0)
    return "";
  try {
    const text = JSON.parse(`"${raw.toString()}"`);
    return String(text).toLowerCase().replaceAll("\u017F", "s");
  } catch {
    return "";
  }
}

// src/digest/pass-hashes.js
var HEAD_BYTES = 16 * 1024;
var TAIL_BYTES = 32;
function startHashes(plan) {
  const main = startHash(plan.hash);
  const beside = plan.sha512 && plan.hash !== "sha512" ? createHash("sha512") : void 0;
  const json = watchJson();
  const text = plan.own.some(({ form }) => form === "text") ? startText(plan.hash) : void 0;
  return {
    take(chunk) {
      main.update(chunk);
      json.update(chunk);
      beside?.update(chunk);
      text?.update(chunk);
    },
    finish() {
      text?.end();
      const own = plan.own.map(({ form, suffix }) => {
        const { hash, ends } = form === "text" && text !== void 0 ? text : main;
        return { digest: hash.copy().update(suffix).digest(), ends: ends() };
      });
      const { head, tail } = main.ends();
      const digest = main.hash.digest();
      return {
        digest,
        sha512: plan.sha512 ? beside?.digest() ?? digest : void 0,
        own,
        head,
        tail,
        json: json.end()
      };
    }
  };
}
function startHash(name) {
  const hash = createHash(name);
  let size = 0;
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  return {
    hash,
    update: (chunk) => {
      hash.update(chunk);
      size += chunk.length;
      if (head.length < HEAD_BYTES)
        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      tail = Buffer.concat([tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    },
    ends: () => ({ size, head, tail })
  };
}
function startText(name) {
  const form = startTextForm();
  const { hash, ends, update } = startHash(name);
  return {
    hash,
    ends,
    update: (chunk) => {
      update(form.take(chunk));
    },
    end: () => {
      update(form.end());
    }
  };
}

// src/digest/pass.js
var BUFFER_BYTES = 256 * 1024;
function* passSteps(plan, buffer, before) {
  if (!before.isFile())
    return { kind: "unreadable", message: "it is no longer a regular file" };
  const pass = startHashes(plan);
  for (let left = Number(before.size); ; ) {
    const wanted = Math.min(buffer.length, left + 1);
    const got = Number(yield { read: wanted });
    if (got > left)
      return { kind: "changed", message: "it grew while it was read" };
    if (got === 0 && left > 0)
      return { kind: "changed", message: "it became shorter while it was read" };
    pass.take(buffer.subarray(0, got));
    left -= got;
    if (got === 0 || left === 0 && got < wanted)
      break;
  }
  const after = yield "stat";
  if (typeof after === "number" || !isSame(before, after))
    return { kind: "changed", message: "it was written to while it was read" };
  const { size, mtimeNs, ctimeNs, ino, dev } = after;
  const touched = before.ctimeNs !== ctimeNs;
  const state = { size, mtimeNs, ctimeNs, ino, dev };
  return { kind: "done", size: Number(size), state, touched, ...pass.finish() };
}
function isSame(before, after) {
  return before.size === after.size && before.mtimeNs === after.mtimeNs && before.ino === after.ino && before.dev === after.dev;
}
function problemOf(thrown) {
  if (thrown instanceof NotText)
    return { kind: "not text", message: thrown.message };
  if (typeof thrown === "object" && thrown !== null && "syscall" in thrown && "message" in thrown)
    return { kind: "unreadable", message: String(thrown.message), tooManyOpen: isTooManyOpen(thrown) };
  throw thrown;
}
function openedSync(path) {
  for (let waitedMs = 0; ; ) {
    try {
      return openSync(path, OPEN_FLAGS);
    } catch (thrown) {
      const waitMs = waitToOpen(thrown, waitedMs);
      if (waitMs === void 0)
        throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
      waitedMs += waitMs;
    }
  }
}
function passSync(path, plan, buffer, onBytes) {
  let fd;
  try {
    fd = openedSync(path);
    const steps = passSteps(plan, buffer, fstatSync(fd, { bigint: true }));
    let next = steps.next();
    while (next.done !== true) {
      if (next.value === "stat")
        next = steps.next(fstatSync(fd, { bigint: true }));
      else {
        const got = readSync(fd, buffer, 0, next.value.read, null);
        onBytes(got);
        next = steps.next(got);
      }
    }
    return next.value;
  } catch (thrown) {
    return problemOf(thrown);
  } finally {
    if (fd !== void 0)
      closeSync(fd);
  }
}
var WORKER_ROLE = "digest-pass";
var REPORT_BYTES = 64 * 1024 * 1024;
if (parentPort !== null && workerData === WORKER_ROLE) {
  const port = parentPort;
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  port.on("message", ({ path, plan }) => {
    let bytes = 0;
    const outcome = passSync(path, plan, buffer, (read) => {
      bytes += read;
      if (bytes < REPORT_BYTES)
        return;
      port.postMessage({ bytes });
      bytes = 0;
    });
    port.postMessage({ bytes, outcome });
  });
}
export {
  BUFFER_BYTES,
  WORKER_ROLE,
  passSteps,
  problemOf
};
