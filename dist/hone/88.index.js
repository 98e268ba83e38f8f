export const id = 88;
export const ids = [88];
export const modules = {

/***/ 93578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q$: () => (/* binding */ assetPath),
/* harmony export */   ab: () => (/* binding */ ownAssetPath),
/* harmony export */   mS: () => (/* binding */ requireAsset)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98995);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);



const require = (0,node_module__WEBPACK_IMPORTED_MODULE_1__.createRequire)(import.meta.url);
/**
 * Path of a file that is shipped beside the bundle, or, when running from source, of the same file in its package.
 *
 * The bundler must not follow these files (it breaks sql.js and leaves .wasm files out), so they are copied by
 * `scripts/build.ts` and found by a name that is computed here.
 *
 * @param bundled file name inside `dist/hone/assets`
 * @param packaged specifier such as `sql.js/dist/sql-wasm.wasm`, resolved through node_modules
 */
function assetPath(bundled, packaged) {
    const beside = (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(new URL(`./assets/${bundled}`, import.meta.url));
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(beside) ? beside : require.resolve(packaged);
}
/** Loads a CommonJS file found by {@link assetPath}. */
function requireAsset(bundled, packaged) {
    return require(assetPath(bundled, packaged));
}
/**
 * Path of a file or folder of our own that no bundler may touch, because it runs in another process than ours.
 *
 * @param bundled name inside `dist/hone/assets`
 * @param source the same, relative to `src`
 */
function ownAssetPath(bundled, source) {
    const beside = (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(new URL(`./assets/${bundled}`, import.meta.url));
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(beside) ? beside : (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(new URL(`../${source}`, import.meta.url));
}


/***/ }),

/***/ 66595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ encodeBatch)
/* harmony export */ });
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84838);
/* harmony import */ var _census_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67000);
/* harmony import */ var _dictionary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15527);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85944);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77062);





/** @throws TypeError when an event has no valid key, time, kind or version, or its data is not JSON */
function encodeBatch(events) {
    const census = new _census_js__WEBPACK_IMPORTED_MODULE_1__/* .Census */ .s();
    const streams = new Map();
    let last;
    for (const event of events) {
        checkEvent(event);
        if (!last || !sameStream(last.key, event.key)) {
            const id = (0,_key_js__WEBPACK_IMPORTED_MODULE_3__/* .streamId */ .gV)(event.key);
            last = streams.get(id) ?? { key: (0,_key_js__WEBPACK_IMPORTED_MODULE_3__/* .streamOf */ .mA)(event.key), events: [] };
            streams.set(id, last);
        }
        last.events.push(event);
        census.add(event.data);
    }
    const dictionary = new _dictionary_js__WEBPACK_IMPORTED_MODULE_4__/* .Dictionary */ .b();
    census.internInto(dictionary);
    const blocks = [];
    let repeated = 0;
    let conflicting = 0;
    for (const { key, events: unsorted } of streams.values()) {
        const distinct = distinctBySequence(unsorted);
        repeated += unsorted.length - distinct.events.length;
        conflicting += distinct.conflicting;
        for (let i = 0; i < distinct.events.length; i += _block_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_EVENTS */ .US) {
            blocks.push(encodeBlock(key, distinct.events.slice(i, i + _block_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_EVENTS */ .US), dictionary));
        }
    }
    return { dictionary, blocks, repeated, conflicting };
}
function encodeBlock(stream, events, dictionary) {
    const builder = new _block_js__WEBPACK_IMPORTED_MODULE_0__/* .BlockBuilder */ .DF();
    const encoder = new _value_js__WEBPACK_IMPORTED_MODULE_2__/* .ValueEncoder */ .gc(builder.body, dictionary);
    for (const event of events) {
        encoder.encode(event.data);
        builder.add(event.key.sequence, event.at, dictionary.intern(event.kind), event.version);
    }
    return { stream, head: builder.head(), body: builder.body.view() };
}
function distinctBySequence(events) {
    const ascending = events.every((event, i) => i === 0 || event.key.sequence > (events[i - 1]?.key.sequence ?? 0));
    if (ascending)
        return { events, conflicting: 0 };
    const kept = [];
    let conflicting = 0;
    for (const event of events.sort((a, b) => a.key.sequence - b.key.sequence)) {
        const last = kept.at(-1);
        if (last?.key.sequence !== event.key.sequence)
            kept.push(event);
        else if ((0,_key_js__WEBPACK_IMPORTED_MODULE_3__/* .contentOf */ .$E)(last) !== (0,_key_js__WEBPACK_IMPORTED_MODULE_3__/* .contentOf */ .$E)(event)) {
            conflicting++;
            kept[kept.length - 1] = (0,_key_js__WEBPACK_IMPORTED_MODULE_3__/* .winnerOf */ .Pk)(last, event);
        }
    }
    return { events: kept, conflicting };
}
function sameStream(a, b) {
    return a.runId === b.runId && a.job === b.job && a.attempt === b.attempt && a.repository === b.repository;
}
function checkEvent(event) {
    const { key, at, kind, version, data } = event;
    const valid = typeof key.repository === 'string' &&
        typeof key.runId === 'string' &&
        typeof key.job === 'string' &&
        Number.isSafeInteger(key.attempt) &&
        key.attempt >= 0 &&
        Number.isSafeInteger(key.sequence) &&
        key.sequence >= 0 &&
        Number.isSafeInteger(at) &&
        Math.abs(at) <= _block_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_TIME */ .lf &&
        typeof kind === 'string' &&
        Number.isSafeInteger(version) &&
        version >= 0 &&
        typeof data === 'object' &&
        data !== null &&
        !Array.isArray(data);
    if (!valid)
        throw new TypeError(`not an event: ${JSON.stringify({ key, at, kind, version })}`);
}


/***/ }),

/***/ 84838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ BlockBuilder),
/* harmony export */   EU: () => (/* binding */ dataReader),
/* harmony export */   Ii: () => (/* binding */ kindAt),
/* harmony export */   US: () => (/* binding */ BLOCK_EVENTS),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   lf: () => (/* binding */ MAX_TIME),
/* harmony export */   yb: () => (/* binding */ eventAt),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30620);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77062);


const BLOCK_EVENTS = 1024;
/** Some 35,000 years to either side of 1970, in milliseconds: differences of two times still fit an integer. */
const MAX_TIME = 2 ** 50;
/** Gathers events in ascending order of sequence and writes their block. */
class BlockBuilder {
    body;
    kinds = [];
    #kindIndex = new Map();
    #sequences = [];
    #times = [];
    #kindOf = [];
    #lengths = [];
    #bodyEnd = 0;
    /** @param body is emptied */
    constructor(body = new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteWriter */ .U7()) {
        body.truncate(0);
        this.body = body;
    }
    get count() {
        return this.#sequences.length;
    }
    get first() {
        return this.#sequences[0] ?? 0;
    }
    get last() {
        return this.#sequences.at(-1) ?? 0;
    }
    /** Oldest and newest time by kind name. */
    spans = new Map();
    /** Adds the event whose data has just been written to `body`. */
    add(sequence, at, kind, version) {
        // Versions are small; the two numbers make one key.
        const key = kind * 4096 + (version % 4096);
        let index = this.#kindIndex.get(key);
        if (index === undefined || this.kinds[index]?.version !== version) {
            index = this.kinds.push({ name: kind, version }) - 1;
            this.#kindIndex.set(key, index);
        }
        this.#sequences.push(sequence);
        this.#times.push(at);
        this.#kindOf.push(index);
        this.#lengths.push(this.body.length - this.#bodyEnd);
        this.#bodyEnd = this.body.length;
        const span = this.spans.get(kind);
        if (!span)
            this.spans.set(kind, { since: at, until: at });
        else {
            if (at < span.since)
                span.since = at;
            if (at > span.until)
                span.until = at;
        }
    }
    head() {
        const writer = new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteWriter */ .U7();
        const sequences = this.#sequences;
        const first = this.first;
        const contiguous = this.last - first === this.count - 1;
        writer.uint(this.count);
        writer.uint(this.kinds.length);
        for (const { name, version } of this.kinds) {
            writer.uint(name);
            writer.uint(version);
        }
        writer.uint(first);
        writer.uint(contiguous ? 1 : 0);
        if (!contiguous)
            for (let i = 1; i < sequences.length; i++)
                writer.uint(at(sequences, i) - at(sequences, i - 1));
        let previous = 0;
        for (const time of this.#times) {
            writer.int(time - previous);
            previous = time;
        }
        for (const kind of this.#kindOf)
            writer.uint(kind);
        for (const length of this.#lengths)
            writer.uint(length);
        return writer.view();
    }
}
/** @throws MalformedBytesError */
function readHead(head, bodyLength) {
    const reader = new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteReader */ .kP(head);
    const count = reader.uint();
    const kindCount = reader.uint();
    if (count === 0 || count > head.length || kindCount > head.length) {
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('the head of a block is malformed');
    }
    const kinds = [];
    for (let i = 0; i < kindCount; i++)
        kinds.push({ name: reader.uint(), version: reader.uint() });
    const sequences = new Float64Array(count);
    const times = new Float64Array(count);
    const kindOf = new Uint32Array(count);
    const offsets = new Float64Array(count + 1);
    sequences[0] = reader.uint();
    const contiguous = reader.uint() === 1;
    for (let i = 1; i < count; i++) {
        const step = contiguous ? 1 : reader.uint();
        if (step === 0)
            throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('a block has a sequence number twice');
        sequences[i] = at(sequences, i - 1) + step;
    }
    if (at(sequences, count - 1) > Number.MAX_SAFE_INTEGER)
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('a sequence number is too large');
    let time = 0;
    for (let i = 0; i < count; i++) {
        time += reader.int();
        if (Math.abs(time) > MAX_TIME)
            throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('a time is out of range');
        times[i] = time;
    }
    for (let i = 0; i < count; i++) {
        const kind = reader.uint();
        if (kind >= kindCount)
            throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('an event of a block has no kind');
        kindOf[i] = kind;
    }
    for (let i = 0; i < count; i++)
        offsets[i + 1] = at(offsets, i) + reader.uint();
    if (reader.position !== head.length || at(offsets, count) !== bodyLength) {
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('the head of a block does not fit its body');
    }
    return { count, sequences, times, kindOf, kinds, offsets };
}
/** Event `index` of a block. @throws MalformedBytesError */
function eventAt(stream, columns, body, index, dictionary) {
    const { name, version } = kindAt(columns, index);
    const kind = dictionary.text(name);
    if (kind === undefined)
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC(`there is no kind number ${name}`);
    return {
        key: { ...stream, sequence: at(columns.sequences, index) },
        at: at(columns.times, index),
        kind,
        version,
        data: readData(columns, body, index, dictionary),
    };
}
function readData(columns, body, index, dictionary) {
    const reader = dataReader(columns, body, index);
    const data = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeValue */ .wz)(reader, dictionary);
    if (reader.position !== reader.end || typeof data !== 'object' || data === null || Array.isArray(data)) {
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('the data of an event is not an object');
    }
    return data;
}
function dataReader(columns, body, index) {
    return new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .ByteReader */ .kP(body, at(columns.offsets, index), at(columns.offsets, index + 1));
}
function kindAt(columns, index) {
    return columns.kinds[at(columns.kindOf, index)];
}
/** Element of an index that is known to be inside. */
function at(column, index) {
    return column[index];
}


/***/ }),

/***/ 30620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U7: () => (/* binding */ ByteWriter),
/* harmony export */   kP: () => (/* binding */ ByteReader),
/* harmony export */   tC: () => (/* binding */ MalformedBytesError)
/* harmony export */ });
/** Reading past the end, or a number that no writer here makes. Callers turn it into their own corruption error. */
class MalformedBytesError extends Error {
    name = 'MalformedBytesError';
}
const utf8 = new TextEncoder();
const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** A growing buffer of unsigned LEB128 numbers and raw bytes. */
class ByteWriter {
    #bytes = new Uint8Array(256);
    length = 0;
    #reserve(extra) {
        if (this.length + extra <= this.#bytes.length)
            return;
        const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + extra));
        grown.set(this.#bytes.subarray(0, this.length));
        this.#bytes = grown;
    }
    /** A whole number from 0 to 2^53 - 1. */
    uint(value) {
        this.#reserve(8);
        let rest = value;
        // Bit operations see 32 bits only: larger numbers lose their low groups by division first.
        while (rest > 0x7fffffff) {
            this.#bytes[this.length++] = (rest % 128) | 0x80;
            rest = Math.floor(rest / 128);
        }
        while (rest > 0x7f) {
            this.#bytes[this.length++] = (rest & 0x7f) | 0x80;
            rest >>>= 7;
        }
        this.#bytes[this.length++] = rest;
    }
    /** A whole number from -2^52 to 2^52, small ones of either sign in few bytes. */
    int(value) {
        this.uint(value < 0 ? -value * 2 - 1 : value * 2);
    }
    double(value) {
        this.#reserve(8);
        new DataView(this.#bytes.buffer).setFloat64(this.length, value, true);
        this.length += 8;
    }
    raw(bytes) {
        this.#reserve(bytes.length);
        this.#bytes.set(bytes, this.length);
        this.length += bytes.length;
    }
    /** Length and UTF-8; the text must be well-formed. */
    text(text) {
        const bytes = utf8.encode(text);
        this.uint(bytes.length);
        this.raw(bytes);
    }
    /** Writes the text when it is ASCII; else writes nothing and returns false. */
    ascii(text) {
        const start = this.length;
        this.#reserve(text.length);
        for (let i = 0; i < text.length; i++) {
            const code = text.charCodeAt(i);
            if (code > 0x7f) {
                this.length = start;
                return false;
            }
            this.#bytes[this.length++] = code;
        }
        return true;
    }
    /** A view of what was written, valid until the next write. */
    view(start = 0, end = this.length) {
        return this.#bytes.subarray(start, end);
    }
    /** Takes back what was written after `length`. */
    truncate(length) {
        this.length = length;
    }
}
/** Reads what {@link ByteWriter} wrote. Every read is bounds-checked: the bytes may come from anywhere. */
class ByteReader {
    bytes;
    position;
    end;
    constructor(bytes, start = 0, end = bytes.length) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }
    uint() {
        const { bytes } = this;
        let value = 0;
        let scale = 1;
        for (let i = 0; i < 8; i++) {
            if (this.position >= this.end)
                throw new MalformedBytesError('the bytes end in the middle of a number');
            const byte = bytes[this.position++];
            value += (byte & 0x7f) * scale;
            if (byte < 0x80) {
                if (value > Number.MAX_SAFE_INTEGER)
                    break;
                return value;
            }
            scale *= 128;
        }
        throw new MalformedBytesError('a number is out of range');
    }
    int() {
        const value = this.uint();
        return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    }
    double() {
        const view = this.take(8);
        return new DataView(view.buffer, view.byteOffset, 8).getFloat64(0, true);
    }
    take(length) {
        const start = this.position;
        if (length > this.end - start)
            throw new MalformedBytesError('the bytes end too early');
        this.position = start + length;
        return this.bytes.subarray(start, this.position);
    }
    text() {
        return this.textOf(this.uint());
    }
    textOf(length) {
        const bytes = this.take(length);
        if (length < 24) {
            // Short ASCII is by far the most common text, and the decoder's call costs more than its work.
            let text = '';
            let i = 0;
            for (; i < length; i++) {
                const byte = bytes[i];
                if (byte > 0x7f)
                    break;
                text += String.fromCharCode(byte);
            }
            if (i === length)
                return text;
        }
        try {
            return utf8Decoder.decode(bytes);
        }
        catch {
            throw new MalformedBytesError('a text is not UTF-8');
        }
    }
}


/***/ }),

/***/ 67000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ Census)
/* harmony export */ });
/* harmony import */ var _dictionary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15527);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24850);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77062);



/** What occurs in values that are about to be written, so that what repeats gets a number. */
class Census {
    texts = new Map();
    #shapes = { children: new Map(), count: 0 };
    text(text) {
        this.texts.set(text, (this.texts.get(text) ?? 0) + 1);
    }
    add(value, depth = 0) {
        if (typeof value === 'string')
            this.text(value);
        else if (typeof value === 'object' && value !== null) {
            (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .checkDepth */ .kP)(depth);
            if (Array.isArray(value))
                for (const item of value)
                    this.add(item, depth + 1);
            else {
                let shape = this.#shapes;
                for (const key of Object.keys(value)) {
                    const item = value[key];
                    if (item === undefined)
                        continue;
                    shape = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .G)(shape, key);
                    this.add(item, depth + 1);
                }
                shape.count++;
            }
        }
    }
    /** Gives numbers to what occurs at least twice, the most frequent first: their numbers take one or two bytes. */
    internInto(dictionary) {
        const counts = new Map(this.texts);
        const walk = (node, keys) => {
            if (node.count > 0) {
                const text = (0,_dictionary_js__WEBPACK_IMPORTED_MODULE_2__/* .shapeText */ .L)(keys);
                counts.set(text, (counts.get(text) ?? 0) + node.count);
            }
            for (const [key, child] of node.children)
                walk(child, [...keys, key]);
        };
        walk(this.#shapes, []);
        const repeated = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
        for (const [text] of repeated)
            dictionary.intern(text);
    }
}


/***/ }),

/***/ 81732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ checksumPath),
/* harmony export */   rH: () => (/* binding */ formatChecksum),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tB: () => (/* binding */ parseChecksum)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Hex digest. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/** `<file>.sha256`, beside the file. */
function checksumPath(path) {
    return `${path}.sha256`;
}
/** One line as `sha256sum` writes and checks it. `name` is the file's base name. */
function formatChecksum(digest, name) {
    return `${digest}  ${name}\n`;
}
/** The digest in a text as {@link formatChecksum} writes it; undefined when the text is something else. */
function parseChecksum(text) {
    return /^([0-9a-f]{64}) [ *][^\n]+\n?$/.exec(text)?.[1];
}


/***/ }),

/***/ 23533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fB: () => (/* binding */ openDelta),
/* harmony export */   px: () => (/* binding */ streamsOfDelta),
/* harmony export */   wb: () => (/* binding */ corruptUnless),
/* harmony export */   xb: () => (/* binding */ encodeDelta)
/* harmony export */ });
/* unused harmony exports MAX_DELTA_BYTES, decodeDelta */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _batch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66595);
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84838);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30620);
/* harmony import */ var _dictionary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15527);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72712);






const MAGIC = new TextEncoder().encode('honedelta');
const FORMAT = 1;
const DIGEST_BYTES = 32;
/** A delta larger than this is refused: no run of Hone records that much. */
const MAX_DELTA_BYTES = 256 * 2 ** 20;
/**
 * A job's own events as one immutable, self-checking file: `honedelta`, SHA-256 of the rest, format, dictionary, blocks.
 *
 * @throws TypeError when an event is not one
 */
function encodeDelta(events) {
    const { dictionary, blocks } = (0,_batch_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeBatch */ .B)(events);
    const writer = new _bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .ByteWriter */ .U7();
    writer.uint(FORMAT);
    writer.text(JSON.stringify(dictionary.from(0)));
    writer.uint(blocks.length);
    for (const { stream, head, body } of blocks) {
        writer.text(JSON.stringify([stream.repository, stream.runId, stream.attempt, stream.job]));
        writer.uint(head.length);
        writer.raw(head);
        writer.uint(body.length);
        writer.raw(body);
    }
    const content = writer.view();
    return Buffer.concat([MAGIC, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest(), content]);
}
/** @throws CorruptDeltaError, NewerFormatError */
function decodeDelta(bytes) {
    const { dictionary, blocks } = openDelta(bytes);
    const events = [];
    return corruptUnless(() => {
        for (const { stream, head, body } of blocks) {
            const columns = readHead(head, body.length);
            for (let i = 0; i < columns.count; i++) {
                events.push(eventAt(stream, columns, body, i, dictionary));
            }
        }
        return events;
    });
}
/** Whose events a delta holds; what is inside its blocks is not read. @throws CorruptDeltaError, NewerFormatError */
function streamsOfDelta(bytes) {
    return [...openDelta(bytes).blocks].map((block) => block.stream);
}
/** The blocks of a delta whose frame and checksum are good; their insides are still to be checked by who reads them. */
function openDelta(bytes) {
    if (bytes.length > MAX_DELTA_BYTES) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CorruptDeltaError */ .MG(`a delta of ${bytes.length} bytes is larger than the allowed ${MAX_DELTA_BYTES}`);
    }
    const start = MAGIC.length + DIGEST_BYTES;
    if (bytes.length < start || !MAGIC.every((byte, i) => bytes[i] === byte)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CorruptDeltaError */ .MG('the bytes are not a delta');
    }
    const content = bytes.subarray(start);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest();
    if (!digest.equals(bytes.subarray(MAGIC.length, start))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CorruptDeltaError */ .MG('the delta does not match its SHA-256');
    }
    return corruptUnless(() => readContent(content));
}
function readContent(content) {
    const reader = new _bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .ByteReader */ .kP(content);
    const format = reader.uint();
    if (format !== FORMAT)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NewerFormatError */ .bP('delta', format, FORMAT);
    const texts = parse(reader.text());
    if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string')) {
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .MalformedBytesError */ .tC('the dictionary is not a list of texts');
    }
    const count = reader.uint();
    const blocks = [];
    for (let i = 0; i < count; i++) {
        const key = parse(reader.text());
        if (!Array.isArray(key) || key.length !== 4)
            throw new _bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .MalformedBytesError */ .tC('the key of a stream is malformed');
        const [repository, runId, attempt, job] = key;
        if (typeof repository !== 'string' ||
            typeof runId !== 'string' ||
            !Number.isSafeInteger(attempt) ||
            attempt < 0 ||
            typeof job !== 'string') {
            throw new _bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .MalformedBytesError */ .tC('the key of a stream is malformed');
        }
        const stream = { repository, runId, attempt: attempt, job };
        blocks.push({ stream, head: reader.take(reader.uint()), body: reader.take(reader.uint()) });
    }
    if (reader.position !== content.length)
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .MalformedBytesError */ .tC('there are bytes after the last block');
    return { dictionary: new _dictionary_js__WEBPACK_IMPORTED_MODULE_5__/* .Dictionary */ .b(texts), blocks };
}
function parse(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .MalformedBytesError */ .tC('a part of the delta is not JSON');
    }
}
/** What is malformed inside a delta makes it a corrupt delta. */
function corruptUnless(read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof _bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .MalformedBytesError */ .tC)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .CorruptDeltaError */ .MG(`the delta is malformed: ${error.message}`);
        throw error;
    }
}


/***/ }),

/***/ 15527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ shapeText),
/* harmony export */   b: () => (/* binding */ Dictionary)
/* harmony export */ });
/** Texts by number. Numbers are given once and never change while a store or delta lives. */
class Dictionary {
    #texts;
    #numbers;
    #shapes = [];
    constructor(texts = []) {
        this.#texts = texts;
    }
    get size() {
        return this.#texts.length;
    }
    text(number) {
        return this.#texts[number];
    }
    /** Undefined when the text has no number. */
    number(text) {
        this.#numbers ??= new Map(this.#texts.map((known, i) => [known, i]));
        return this.#numbers.get(text);
    }
    intern(text) {
        const known = this.number(text);
        if (known !== undefined)
            return known;
        const number = this.#texts.push(text) - 1;
        this.#numbers?.set(text, number);
        return number;
    }
    /** The keys of an object whose shape has this number: a shape is kept as the JSON text of its keys. */
    shape(number) {
        const known = this.#shapes[number];
        if (known)
            return known;
        const text = this.#texts[number];
        if (text === undefined)
            return undefined;
        const keys = keysOf(text);
        if (keys)
            this.#shapes[number] = keys;
        return keys;
    }
    /** Texts from a number on. */
    from(number) {
        return this.#texts.slice(number);
    }
    /** Forgets the numbers from `size` on, which a failed transaction had given. */
    shrink(size) {
        if (size >= this.#texts.length)
            return;
        this.#texts.length = size;
        this.#shapes.length = Math.min(this.#shapes.length, size);
        this.#numbers = undefined;
    }
}
function shapeText(keys) {
    return JSON.stringify(keys);
}
function keysOf(text) {
    try {
        const keys = JSON.parse(text);
        return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 72712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ CorruptJournalError),
/* harmony export */   DU: () => (/* binding */ CorruptStoreError),
/* harmony export */   MG: () => (/* binding */ CorruptDeltaError),
/* harmony export */   bP: () => (/* binding */ NewerFormatError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81156);

/** The bytes of a store are not, or no longer, a store. Whoever opens one falls back to the next source and says so. */
class CorruptStoreError extends Error {
    name = 'CorruptStoreError';
}
/** The bytes of a delta are not, or no longer, a delta. */
class CorruptDeltaError extends Error {
    name = 'CorruptDeltaError';
}
/** A journal in which no line says whose events it holds. */
class CorruptJournalError extends Error {
    name = 'CorruptJournalError';
    /** It has no whole line at all: its process is only about to write the first, or was killed before it could. */
    blank;
    constructor(message, blank) {
        super(message);
        this.blank = blank;
    }
}
/** A healthy store or delta written by a later Hone. Not corrupt: it must be neither rebuilt nor overwritten. */
class NewerFormatError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CannotRunError */ .F3 {
    constructor(what, found, known) {
        super(`the ${what} has format version ${found}, this Hone reads up to ${known}: use a newer Hone`);
    }
}


/***/ }),

/***/ 2088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DU: () => (/* reexport */ errors/* CorruptStoreError */.DU),
  s5: () => (/* reexport */ store_store/* EventStore */.s),
  F_: () => (/* reexport */ checksum/* checksumPath */.F_),
  _f: () => (/* reexport */ entryAt),
  uT: () => (/* reexport */ exportEvents),
  BY: () => (/* reexport */ importEvents),
  _0: () => (/* reexport */ store_journal/* openJournal */._0),
  nx: () => (/* reexport */ openLocalStore),
  IM: () => (/* reexport */ readChecksum),
  a0: () => (/* reexport */ store_journal/* readJournal */.a0),
  sc: () => (/* reexport */ checksum/* sha256 */.sc)
});

// UNUSED EXPORTS: CorruptDeltaError, CorruptJournalError, NewerFormatError, decodeDelta, encodeDelta, eventKind, formatChecksum, parseChecksum

// EXTERNAL MODULE: ./build/dist/store/checksum.js
var checksum = __webpack_require__(81732);
// EXTERNAL MODULE: ./build/dist/store/delta.js
var delta = __webpack_require__(23533);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/dist/store/durable.js



/** A draft of a lock lives for less than a millisecond. */
const DRAFT_MS = 60_000;
/** Replaces a file so that after a crash at any point either the old or the new content is there, whole. */
function writeDurably(path, content) {
    const draft = `${path}.tmp-${process.pid}`;
    const file = (0,external_node_fs_.openSync)(draft, 'w');
    try {
        (0,external_node_fs_.writeFileSync)(file, content);
        (0,external_node_fs_.fsyncSync)(file);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(draft, { force: true }); // A full disk needs the room.
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    (0,external_node_fs_.renameSync)(draft, path);
    syncDirectory((0,external_node_path_.dirname)(path));
}
/** A rename is on the disk only when its directory is. */
function syncDirectory(path) {
    let directory;
    try {
        directory = (0,external_node_fs_.openSync)(path, 'r');
    }
    catch {
        return; // Windows does not open directories, and renames durably without.
    }
    try {
        (0,external_node_fs_.fsyncSync)(directory);
    }
    finally {
        (0,external_node_fs_.closeSync)(directory);
    }
}
/** Removes what killed processes left half-written beside `path`. Only under the lock that all writers hold. */
function removeDrafts(path) {
    for (const name of (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(path))) {
        if (!name.startsWith(`${(0,external_node_path_.basename)(path)}.`))
            continue;
        const file = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), name);
        // Whoever waits for the lock may have a draft of it at this moment.
        const left = /\.tmp-\d+$/.test(name) || (name.endsWith('.draft') && ageMs(file) > DRAFT_MS);
        if (left)
            (0,external_node_fs_.rmSync)(file, { force: true });
    }
}
function ageMs(path) {
    const modified = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.mtimeMs;
    return modified === undefined ? 0 : Date.now() - modified;
}
/** Writes the SHA-256 of a file beside it. */
function writeChecksum(path, digest) {
    writeDurably((0,checksum/* checksumPath */.F_)(path), (0,checksum/* formatChecksum */.rH)(digest, (0,external_node_path_.basename)(path)));
}
/** The SHA-256 that stands beside a file; undefined when there is none, or what is there is not one. */
function readChecksum(path) {
    const beside = (0,checksum/* checksumPath */.F_)(path);
    return isRegularFile(beside) ? (0,checksum/* parseChecksum */.tB)((0,external_node_fs_.readFileSync)(beside, 'utf8')) : undefined;
}
/** False for what a hostile repository may have put in its place: a link out of it, to a device even. */
function isRegularFile(path) {
    return entryAt(path) === 'file';
}
/** What stands at a path; links are not followed. */
function entryAt(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path).isFile() ? 'file' : 'other';
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return 'missing';
        throw error;
    }
}

// EXTERNAL MODULE: ./build/dist/store/errors.js
var errors = __webpack_require__(72712);
// EXTERNAL MODULE: ./build/dist/store/journal.js
var store_journal = __webpack_require__(59152);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var base_errors = __webpack_require__(81156);
;// CONCATENATED MODULE: ./build/dist/store/directory.js



/** Makes the directory when it is missing. Never throws. */
function prepareDirectory(path) {
    const journals = (0,external_node_path_.join)(path, 'journal');
    try {
        const link = [path, journals].find((place) => (0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false })?.isSymbolicLink());
        if (link !== undefined) {
            const obstacle = `${link} is a symbolic link, which is not followed`;
            return { path, journals, obstacle, foreign: true };
        }
        (0,external_node_fs_.mkdirSync)(journals, { recursive: true });
        for (const place of [path, journals])
            (0,external_node_fs_.accessSync)(place, external_node_fs_.constants.W_OK);
        ignoreForGit(path);
        return { path, journals, obstacle: undefined, foreign: false };
    }
    catch (error) {
        return { path, journals, obstacle: (0,base_errors/* messageOf */.bD)(error), foreign: false };
    }
}
function ignoreForGit(directory) {
    try {
        // Only when nothing at all is there: a dangling link would be followed.
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, '.gitignore'), '*\n', { flag: 'wx' });
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
    }
}
/** Paths of the journals, none of them a link. */
function listJournals(directory) {
    if (!(0,external_node_fs_.existsSync)(directory))
        return [];
    const files = (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map(({ name }) => name).filter((name) => name.endsWith('.jsonl'));
    return names.sort().map((name) => (0,external_node_path_.join)(directory, name));
}

;// CONCATENATED MODULE: ./build/dist/store/leftover.js





/** A journal of another machine or container that nobody has written to for so long has no writer any more. */
const ABANDONED_MS = 86_400_000;
/** A process writes the first line of its journal at once; after so long it never will. */
const BLANK_MS = 60_000;
/**
 * The journals in a directory, those of processes that still write included. What is wrong with one is said.
 *
 * @param tidy moves journals that cannot be read out of the way: only under the lock
 */
function findJournals(directory, tidy, log) {
    return listJournals(directory).flatMap((path) => {
        const journal = tryRead(path, tidy, log);
        if (!journal)
            return [];
        const { events, writer } = journal;
        const finished = writer === 'gone' || (writer === 'unknown' && idleMs(path) > ABANDONED_MS);
        return [{ path, events, finished }];
    });
}
function tryRead(path, tidy, log) {
    try {
        const journal = (0,store_journal/* readJournal */.a0)(path);
        if (journal.torn && journal.writer === 'gone') {
            log.warn(`the last event of ${path} was cut off when its process ended, and is lost`);
        }
        if (journal.damaged.length > 0) {
            log.warn(`${path} has damaged lines (${journal.damaged.join(', ')}), whose events are lost; the others are kept`);
        }
        return journal;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        if (!(error instanceof errors/* CorruptJournalError */.BS))
            throw error;
        if (error.blank) {
            if (tidy && idleMs(path) > BLANK_MS)
                (0,external_node_fs_.rmSync)(path, { force: true });
            return undefined;
        }
        if (tidy)
            (0,external_node_fs_.renameSync)(path, `${path}.corrupt`);
        log.warn(tidy ? `${error.message}; it is kept as ${(0,external_node_path_.basename)(path)}.corrupt` : error.message);
        return undefined;
    }
}
function idleMs(path) {
    return Date.now() - (0,external_node_fs_.statSync)(path).mtimeMs;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/dist/store/process.js
var store_process = __webpack_require__(62330);
;// CONCATENATED MODULE: ./build/dist/store/lock.js
/**
 * A lock file that a dead process cannot keep. It names its owner, so a killed one is noticed at once and a stopped one
 * is waited for. Locks that expire by time (proper-lockfile) do neither: a long merge blocks the timer that renews them.
 */





const RETRY_MS = 15;
const PATIENCE_MS = 60_000;
/** A lock whose owner cannot be seen (another container, a damaged file) counts as left behind after this time. */
const UNKNOWN_OWNER_MS = 30_000;
/** A token becomes part of a path. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** @throws CannotRunError after a minute of waiting; the error of the file system when the place cannot be written */
async function acquireLock(path, patienceMs = PATIENCE_MS) {
    const deadline = Date.now() + patienceMs;
    const token = (0,external_node_crypto_.randomUUID)();
    for (;;) {
        if (tryCreate(path, token))
            return { release: () => release(path, token) };
        const holder = readHolder(path);
        if (holder && isLeftBehind(holder))
            await takeAway(path, holder.token, patienceMs);
        else if (Date.now() > deadline) {
            const who = holder?.owner ? `process ${holder.owner.pid}` : 'another process';
            throw new base_errors/* CannotRunError */.F3(`the lock ${path} is held by ${who} for more than ${patienceMs / 1000} s`);
        }
        else if (holder)
            await (0,promises_.setTimeout)(RETRY_MS + Math.random() * RETRY_MS);
    }
}
/** Created together with its content: a lock without an owner would look left behind. */
function tryCreate(path, token) {
    if ((0,external_node_fs_.existsSync)(path))
        return false;
    const draft = `${path}.${token}.draft`;
    try {
        (0,external_node_fs_.writeFileSync)(draft, JSON.stringify({ token, owner: (0,store_process/* thisProcess */.WF)() }));
        (0,external_node_fs_.linkSync)(draft, path);
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        (0,external_node_fs_.rmSync)(draft, { force: true });
    }
}
/** Undefined when the lock is gone. */
function readHolder(path) {
    try {
        // A repository may hold a link of that name: it is a damaged lock, and where it leads does not matter.
        const stat = (0,external_node_fs_.lstatSync)(path);
        const { token, owner } = parseHolder(stat.isFile() ? (0,external_node_fs_.readFileSync)(path, 'utf8') : '');
        const valid = typeof token === 'string' && UUID.test(token);
        return { token: valid ? token : 'damaged', owner: (0,store_process/* parseProcessId */.uu)(owner), ageMs: Date.now() - stat.mtimeMs };
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
function parseHolder(text) {
    try {
        return JSON.parse(text) ?? {};
    }
    catch {
        return {};
    }
}
function isLeftBehind({ owner, ageMs }) {
    const liveness = owner ? (0,store_process/* livenessOf */.l8)(owner) : 'unknown';
    return liveness === 'gone' || (liveness === 'unknown' && ageMs > UNKNOWN_OWNER_MS);
}
/**
 * Two processes may find the same dead lock; the slower must not remove the live one that the faster has put in its
 * place. So the right to remove a certain lock is a lock itself, named by that lock's token.
 */
async function takeAway(path, token, patienceMs) {
    const right = await acquireLock(`${path}.${token}`, patienceMs);
    if (readHolder(path)?.token === token)
        (0,external_node_fs_.rmSync)(path, { force: true });
    right.release();
}
function release(path, token) {
    if (readHolder(path)?.token === token)
        (0,external_node_fs_.rmSync)(path, { force: true });
}

// EXTERNAL MODULE: ./build/dist/store/store.js + 13 modules
var store_store = __webpack_require__(78062);
;// CONCATENATED MODULE: ./build/dist/store/store-file.js
/**
 * `store.db` and its mirror `store.db.bak`: the same bytes twice, each with its SHA-256 beside it, so that damage to
 * one is found and undone from the other.
 */








const store_file_RETRY_MS = 200;
function mirrorPath(path) {
    return `${path}.bak`;
}
/**
 * @param setAside whether damaged files may be moved out of the way: only under the lock
 * @throws CannotRunError when both are damaged, or one was set aside earlier and nothing has replaced it;
 * NewerFormatError
 */
async function loadStoreFile(path, setAside) {
    const mirror = mirrorPath(path);
    let main = await tryOpen(path, mirror);
    if (!setAside && 'problem' in main && !main.missing) {
        // Without the lock, a file and its checksum may have been read on either side of someone's save.
        await (0,promises_.setTimeout)(store_file_RETRY_MS);
        main = await tryOpen(path, mirror);
    }
    if ('store' in main)
        return { ...main, rebuilt: false };
    const spare = await tryOpen(mirror, path);
    const aside = setAside && !main.missing ? moveAside(path) : undefined;
    const kept = aside ? ` (kept as ${(0,external_node_path_.basename)(aside)})` : '';
    if ('store' in spare) {
        const note = `${path} ${main.problem}${kept}; rebuilt from ${(0,external_node_path_.basename)(mirror)} and the journals`;
        return { ...spare, digest: undefined, notes: [note, ...spare.notes], rebuilt: true };
    }
    const earlier = earlierDamaged(path);
    if (main.missing && spare.missing && earlier.length === 0) {
        return { store: await store_store/* EventStore */.s.create(), digest: undefined, notes: [], rebuilt: false };
    }
    const said = [
        ...(main.missing ? [] : [`${path} ${main.problem}${kept}`]),
        ...(spare.missing ? [] : [`${mirror} ${spare.problem}`]),
    ].join(', ');
    throw new base_errors/* CannotRunError */.F3(`${said || `the damaged store ${earlier.join(', ')} was not replaced yet`}, and nothing is left to rebuild the ` +
        `learning store from: put back a copy of ${(0,external_node_path_.basename)(path)}, or delete ${path}* to start with an empty store`);
}
async function tryOpen(path, twin) {
    const entry = entryAt(path);
    if (entry === 'missing')
        return { missing: true, problem: 'is missing' };
    if (entry === 'other')
        return { missing: false, problem: 'is not a regular file' };
    const bytes = (0,external_node_fs_.readFileSync)(path);
    const digest = (0,checksum/* sha256 */.sc)(bytes);
    const beside = readChecksum(path);
    // The twin's checksum counts too: a crash between a file and its checksum leaves the older one beside it.
    const besideTwin = readChecksum(twin);
    const checked = digest === beside || digest === besideTwin;
    if (!checked && (beside ?? besideTwin) !== undefined)
        return { missing: false, problem: 'does not match its SHA-256' };
    try {
        const store = await store_store/* EventStore */.s.open(bytes, { checked });
        if (checked)
            return { store, digest, notes: [] };
        const [problem] = store.verify().problems;
        if (problem === undefined)
            return { store, digest, notes: [`${path} had no SHA-256 beside it; its content was verified instead`] };
        store.close();
        return { missing: false, problem: `is damaged (${problem})` };
    }
    catch (error) {
        if (!(error instanceof errors/* CorruptStoreError */.DU))
            throw error;
        return { missing: false, problem: `is damaged (${(0,base_errors/* messageOf */.bD)(error)})` };
    }
}
/**
 * Writes both files. The mirror goes first: whenever one is half replaced, the other is whole and has its checksum.
 * Only under the lock.
 */
function writeStoreFile(path, bytes) {
    const digest = (0,checksum/* sha256 */.sc)(bytes);
    removeDrafts(path);
    for (const file of [mirrorPath(path), path]) {
        writeDurably(file, bytes);
        writeChecksum(file, digest);
    }
    return digest;
}
/** Moves a damaged file to a name of its own, where it can still be looked at. */
function moveAside(path) {
    const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
    const aside = `${path}.corrupt-${time}`;
    (0,external_node_fs_.renameSync)(path, aside);
    return aside;
}
function earlierDamaged(path) {
    if (!(0,external_node_fs_.statSync)((0,external_node_path_.dirname)(path), { throwIfNoEntry: false })?.isDirectory())
        return [];
    return (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(path)).filter((name) => name.startsWith(`${(0,external_node_path_.basename)(path)}.corrupt-`));
}

;// CONCATENATED MODULE: ./build/dist/store/local.js











/**
 * Opens `.hone` in `root` and makes it when it is missing.
 *
 * @throws CannotRunError when the store is damaged and nothing is left to rebuild it from, NewerFormatError
 */
async function openLocalStore(root, options) {
    const directory = prepareDirectory((0,external_node_path_.join)(root, '.hone'));
    const { path, obstacle } = directory;
    if (obstacle)
        options.log.warn(`${path} cannot be written (${obstacle}): nothing recorded now will be kept`);
    const local = new Local(directory, options);
    await local.load();
    return local;
}
class Local {
    path;
    #directory;
    #options;
    #runId = `local-${Date.now().toString(36)}-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    #recorders = new Map();
    #open = [];
    #store;
    /** Recorded here and not yet in the file; the first `#merged` of them are in the store in memory. */
    #recorded = [];
    #merged = 0;
    /** SHA-256 of the file that the store in memory was read from or written to. */
    #digest;
    #changed = false;
    constructor(directory, options) {
        this.path = (0,external_node_path_.join)(directory.path, 'store.db');
        this.#directory = directory;
        this.#options = options;
    }
    get persistent() {
        return this.#directory.obstacle === undefined;
    }
    async load() {
        if (this.persistent) {
            await this.#locked(async () => {
                const rebuilt = await this.#reload();
                const finished = this.#mergeJournals();
                if (rebuilt)
                    this.#write(finished);
            });
        }
        else if (this.#directory.foreign) {
            this.#store = await store_store/* EventStore */.s.create();
        }
        else {
            await this.#reload();
            this.#mergeJournals();
        }
    }
    recorder(job) {
        let recorder = this.#recorders.get(job);
        if (!recorder) {
            const append = this.#startStream(job);
            recorder = {
                record: (kind, data) => {
                    this.#recorded.push(append(kind, data));
                },
            };
            this.#recorders.set(job, recorder);
        }
        return recorder;
    }
    #startStream(job) {
        const { repository, clock } = this.#options;
        const stream = { repository, runId: this.#runId, attempt: 1, job };
        if (!this.persistent)
            return appendInMemory(stream, clock);
        const path = (0,external_node_path_.join)(this.#directory.journals, `${this.#runId}-${this.#open.length}.jsonl`);
        const journal = (0,store_journal/* openJournal */._0)(path, stream, clock);
        this.#open.push(journal);
        return journal.append;
    }
    /** The store in memory with everything recorded so far. */
    #current() {
        if (!this.#store)
            throw new Error('the local store is closed');
        if (this.#merged < this.#recorded.length) {
            this.#merge(this.#store, this.#recorded.slice(this.#merged));
            this.#merged = this.#recorded.length;
        }
        return this.#store;
    }
    #merge(store, events) {
        const { added, conflicting } = store.merge(events);
        this.#changed ||= added + conflicting > 0;
    }
    project(projection) {
        return this.#current().project(projection);
    }
    events(query) {
        return this.#current().events(query);
    }
    async update(change) {
        if (!this.persistent)
            throw new base_errors/* CannotRunError */.F3(`${this.path} cannot be written: ${this.#directory.obstacle}`);
        return await this.#locked(async () => {
            await this.#refresh();
            const finished = this.#mergeJournals();
            const result = change(this.#current());
            this.#write(finished);
            return result;
        });
    }
    async save() {
        const { obstacle } = this.#directory;
        if (obstacle !== undefined) {
            return { persisted: false, reason: obstacle, events: this.#current().count(), bytes: 0 };
        }
        return await this.#locked(async () => {
            await this.#refresh();
            const finished = this.#mergeJournals();
            const store = this.#current();
            if (this.#changed || this.#digest === undefined || !(0,external_node_fs_.existsSync)(mirrorPath(this.path)))
                this.#write(finished);
            else
                this.#settle(finished);
            return { persisted: true, events: store.count(), bytes: (0,external_node_fs_.statSync)(this.path).size };
        });
    }
    async close() {
        for (const journal of this.#open) {
            journal.close();
            if (this.#recorded.length === 0)
                (0,external_node_fs_.rmSync)(journal.path, { force: true });
        }
        this.#open.length = 0;
        this.#store?.close();
        this.#store = undefined;
    }
    async #locked(work) {
        try {
            const lock = await acquireLock(`${this.path}.lock`);
            try {
                return await work();
            }
            finally {
                lock.release();
            }
        }
        catch (error) {
            if (!isSystemError(error))
                throw error;
            throw new base_errors/* CannotRunError */.F3(`${this.#directory.path} cannot be used (${error.message}); what was recorded is in ${this.#directory.journals}`);
        }
    }
    /** Reads the file again when another process has written it since. */
    async #refresh() {
        const unchanged = this.#digest === undefined ? !(0,external_node_fs_.existsSync)(this.path) : readChecksum(this.path) === this.#digest;
        if (!unchanged)
            await this.#reload();
    }
    /** Returns whether the file has to be written again because it was damaged. */
    async #reload() {
        const { store, digest, notes, rebuilt } = await loadStoreFile(this.path, this.persistent);
        for (const note of notes)
            this.#options.log.warn(note);
        this.#store?.close();
        this.#store = store;
        this.#digest = digest;
        this.#merged = 0;
        this.#changed = rebuilt;
        return rebuilt;
    }
    /** Merges every journal there is; returns the paths of those that nobody writes to any more. */
    #mergeJournals() {
        const store = this.#current();
        const found = findJournals(this.#directory.journals, this.persistent, this.#options.log);
        for (const { events } of found)
            this.#merge(store, events);
        return found.filter(({ finished }) => finished).map(({ path }) => path);
    }
    /** Only under the lock. */
    #write(finished) {
        this.#digest = writeStoreFile(this.path, this.#current().serialize());
        this.#changed = false;
        this.#settle(finished);
    }
    /** The file and its mirror hold everything: what was recorded is done with. */
    #settle(finished) {
        this.#recorded = [];
        this.#merged = 0;
        for (const path of finished)
            (0,external_node_fs_.rmSync)(path, { force: true });
    }
}
function appendInMemory(stream, clock) {
    let sequence = 0;
    return ({ kind, version }, data) => ({
        key: { ...stream, sequence: sequence++ },
        at: clock.now(),
        kind,
        version,
        data: (0,store_journal/* asRead */.vl)(data),
    });
}
/** The disk is full, a place is not what it should be: what the machine says, not a bug. */
function isSystemError(error) {
    return error instanceof Error && 'syscall' in error;
}

// EXTERNAL MODULE: ./build/dist/store/block.js
var block = __webpack_require__(84838);
;// CONCATENATED MODULE: ./build/dist/store/transfer.js


/** All visible events as JSON lines, in canonical order, one line at a time. */
function* exportEvents(reader) {
    for (const event of reader.events())
        yield `${JSON.stringify(event)}\n`;
}
/**
 * Events from JSON lines as {@link exportEvents} writes them, checked one by one; empty lines are skipped.
 *
 * @param lines one line each, with or without its line break
 * @throws UsageError naming the line and what is wrong with it
 */
async function* importEvents(lines) {
    let number = 0;
    for await (const text of lines) {
        number++;
        if (text.trim() === '')
            continue;
        let value;
        try {
            value = JSON.parse(text);
        }
        catch {
            throw new base_errors/* UsageError */.eb(`line ${number} is not JSON: ${excerpt(text)}`);
        }
        const problem = problemOf(value);
        if (problem !== undefined)
            throw new base_errors/* UsageError */.eb(`line ${number} is not an event: ${problem}`);
        yield pick(value);
    }
}
function pick({ key, at, kind, version, data }) {
    const { repository, runId, attempt, job, sequence } = key;
    return { key: { repository, runId, attempt, job, sequence }, at, kind, version, data };
}
const isText = (value) => typeof value === 'string';
const isFilled = (value) => typeof value === 'string' && value !== '';
const isCount = (from) => (value) => Number.isSafeInteger(value) && value >= from;
const isTime = (value) => Number.isSafeInteger(value) && Math.abs(value) <= block/* MAX_TIME */.lf;
const KEY_RULES = [
    ['repository', isText, 'a text'],
    ['runId', isText, 'a text'],
    ['attempt', isCount(0), 'a whole number, not negative'],
    ['job', isText, 'a text'],
    ['sequence', isCount(0), 'a whole number, not negative'],
];
const EVENT_RULES = [
    ['at', isTime, 'milliseconds since the epoch, a whole number'],
    ['kind', isFilled, 'a text that is not empty'],
    ['version', isCount(0), 'a whole number, not negative'],
    ['data', isRecord, 'an object'],
];
function problemOf(value) {
    if (!isRecord(value))
        return `${excerpt(JSON.stringify(value))} is not an object`;
    if (!isRecord(value.key))
        return `key is ${excerpt(JSON.stringify(value.key) ?? 'missing')}, must be an object`;
    return broken(value.key, KEY_RULES, 'key.') ?? broken(value, EVENT_RULES, '');
}
function broken(object, rules, prefix) {
    for (const [field, holds, allowed] of rules) {
        const value = object[field];
        if (!holds(value)) {
            return `${prefix}${field} is ${excerpt(JSON.stringify(value) ?? 'missing')}, must be ${allowed}`;
        }
    }
    return undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Enough to recognise a value, made harmless for a terminal. */
function excerpt(text) {
    const short = text.length > 60 ? `${text.slice(0, 60)}...` : text;
    return short.replaceAll(/\p{Cc}/gu, '?');
}

;// CONCATENATED MODULE: ./build/dist/store/index.js











/***/ }),

/***/ 59152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   vl: () => (/* binding */ asRead)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81156);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72712);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85944);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62330);







const FORMAT = 1;
/** A line is a JSON object that ends with the CRC-32 of what stands before it: a flipped bit must not become a fact. */
function line(fields) {
    const json = JSON.stringify(fields).slice(0, -1);
    return `${json},"crc":"${(0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.crc32)(json).toString(16).padStart(8, '0')}"}\n`;
}
/** The fields of a line, or undefined when it is not as {@link line} made it. */
function parseLine(text) {
    const match = /^(\{.*),"crc":"([0-9a-f]{8})"\}$/s.exec(text);
    if (!match?.[1] || (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.crc32)(match[1]) !== Number.parseInt(match[2] ?? '', 16))
        return undefined;
    try {
        return JSON.parse(`${match[1]}}`);
    }
    catch {
        return undefined;
    }
}
/**
 * Opens the journal of a stream, or continues it when the file exists (a post step after its main step).
 *
 * @throws UsageError when the file belongs to another stream, CannotRunError when it cannot be written,
 * CorruptJournalError
 */
function openJournal(path, stream, clock) {
    let file;
    let sequence = 0;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        const before = parseExisting(path);
        if (before && (0,_key_js__WEBPACK_IMPORTED_MODULE_5__/* .streamId */ .gV)(before.stream) !== (0,_key_js__WEBPACK_IMPORTED_MODULE_5__/* .streamId */ .gV)(stream)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`the journal ${path} belongs to ${(0,_key_js__WEBPACK_IMPORTED_MODULE_5__/* .streamId */ .gV)(before.stream)}, not to ${(0,_key_js__WEBPACK_IMPORTED_MODULE_5__/* .streamId */ .gV)(stream)}`);
        }
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a');
        // What was torn would otherwise spoil the line that comes next.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(file, before?.wholeBytes ?? 0);
        sequence = before?.nextSequence ?? 0;
        write(file, title(stream, { ...(0,_process_js__WEBPACK_IMPORTED_MODULE_4__/* .thisProcess */ .WF)() }));
    }
    catch (error) {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CorruptJournalError */ .BS)
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .CannotRunError */ .F3(`the journal ${path} cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`);
    }
    // On every line, so that no damage to one of them takes the others along.
    const owned = { ...(0,_key_js__WEBPACK_IMPORTED_MODULE_5__/* .streamOf */ .mA)(stream) };
    let open = true;
    const append = ({ kind, version }, data) => {
        if (!open)
            throw new Error(`the journal ${path} is closed`);
        const event = { sequence, at: clock.now(), kind, version, data: data };
        const text = line({ stream: owned, ...event });
        try {
            write(file, text);
        }
        catch (error) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .CannotRunError */ .F3(`the journal ${path} cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`);
        }
        const { at } = event;
        return { key: { ...(0,_key_js__WEBPACK_IMPORTED_MODULE_5__/* .streamOf */ .mA)(stream), sequence: sequence++ }, at, kind, version, data: asRead(data) };
    };
    return {
        path,
        stream,
        append,
        record(kind, data) {
            append(kind, data);
        },
        close() {
            if (!open)
                return;
            open = false;
            try {
                write(file, title(stream, null));
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
            }
            catch (error) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .CannotRunError */ .F3(`the journal ${path} cannot be closed: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`);
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
            }
        },
    };
}
/** The line that says whose events follow, and which process writes them; none once the journal is closed. */
function title(stream, owner) {
    return line({ journal: FORMAT, stream: { ...(0,_key_js__WEBPACK_IMPORTED_MODULE_5__/* .streamOf */ .mA)(stream) }, owner });
}
/** Data as it comes back from JSON: without undefined members, for one. */
function asRead(data) {
    return JSON.parse(JSON.stringify(data));
}
/** One call for one line, so that a kill between two calls cannot cut it. */
function write(file, text) {
    const bytes = Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length;)
        done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, done);
}
/** @throws CorruptJournalError when no line says whose events these are */
function readJournal(path) {
    const { stream, events, torn, damaged, writer } = parseJournal(path);
    return { stream, events, torn, damaged, writer };
}
/** Undefined when there is no journal yet, or its process was killed before the first line. */
function parseExisting(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? parseJournal(path) : undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CorruptJournalError */ .BS && error.blank)
            return undefined;
        throw error;
    }
}
function parseJournal(path) {
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
    const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
    const lines = bytes.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1);
    let stream;
    // Without a title nobody knows who writes it: it may be alive.
    let writer = 'unknown';
    const records = [];
    const damaged = [];
    lines.forEach((text, i) => {
        const fields = parseLine(text);
        if (!fields) {
            damaged.push(i + 1);
            return;
        }
        stream = streamIn(fields) ?? stream;
        if ('journal' in fields) {
            // Whoever continues or closes a journal writes its title again.
            const owner = (0,_process_js__WEBPACK_IMPORTED_MODULE_4__/* .parseProcessId */ .uu)(fields.owner);
            writer = owner ? (0,_process_js__WEBPACK_IMPORTED_MODULE_4__/* .livenessOf */ .l8)(owner) : 'gone';
        }
        else
            records.push(fields);
    });
    if (!stream)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CorruptJournalError */ .BS(`no line of the journal ${path} says whose events it holds`, wholeBytes === 0);
    const key = stream;
    const events = records.flatMap((fields) => eventIn(fields, key));
    return {
        stream,
        writer,
        events,
        torn: wholeBytes < bytes.length,
        damaged,
        wholeBytes,
        // A damaged line had a number too, which nobody may use again.
        nextSequence: Math.max(events.length + damaged.length, (events.at(-1)?.key.sequence ?? -1) + 1),
    };
}
function streamIn({ stream }) {
    if (typeof stream !== 'object' || stream === null || Array.isArray(stream))
        return undefined;
    const { repository, runId, attempt, job } = stream;
    const valid = typeof repository === 'string' &&
        typeof runId === 'string' &&
        typeof attempt === 'number' &&
        typeof job === 'string';
    return valid ? { repository, runId, attempt, job } : undefined;
}
function eventIn(fields, stream) {
    const { sequence, at, kind, version, data } = fields;
    const valid = typeof sequence === 'number' &&
        typeof at === 'number' &&
        typeof kind === 'string' &&
        typeof version === 'number' &&
        typeof data === 'object' &&
        data !== null &&
        !Array.isArray(data);
    return valid ? [{ key: { ...stream, sequence }, at, kind, version, data }] : [];
}


/***/ }),

/***/ 85944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   Pk: () => (/* binding */ winnerOf),
/* harmony export */   gV: () => (/* binding */ streamId),
/* harmony export */   ig: () => (/* binding */ comparePlaces),
/* harmony export */   mA: () => (/* binding */ streamOf)
/* harmony export */ });
/* unused harmony export compareStreams */
/** One text for a stream, for maps and sets. */
function streamId(stream) {
    return JSON.stringify([stream.repository, stream.runId, stream.attempt, stream.job]);
}
function streamOf(key) {
    const { repository, runId, attempt, job } = key;
    return { repository, runId, attempt, job };
}
function compareTexts(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareStreams(a, b) {
    return (compareTexts(a.repository, b.repository) ||
        compareTexts(a.runId, b.runId) ||
        a.attempt - b.attempt ||
        compareTexts(a.job, b.job));
}
/** Canonical order: by time, then by key. */
function comparePlaces(a, b) {
    return a.at - b.at || compareStreams(a.key, b.key) || a.key.sequence - b.key.sequence;
}
/**
 * The one of two different events under the same key that every store keeps, whatever the order they came in. The
 * later time wins first, so that the retention horizon cannot drop the winner and let the loser in.
 */
function winnerOf(a, b) {
    return (a.at - b.at || compareTexts(contentOf(a), contentOf(b))) >= 0 ? a : b;
}
/** Equal for two events exactly when all but their keys is equal. */
function contentOf(event) {
    return JSON.stringify([event.at, event.kind, event.version, event.data], (_, value) => typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).sort(([a], [b]) => compareTexts(a, b))
        : Object.is(value, -0)
            ? '-0'
            : value);
}


/***/ }),

/***/ 62330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WF: () => (/* binding */ thisProcess),
/* harmony export */   l8: () => (/* binding */ livenessOf),
/* harmony export */   uu: () => (/* binding */ parseProcessId)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);


let self;
function thisProcess() {
    self ??= { pid: process.pid, started: startOf(process.pid) ?? '', place: place() };
    return self;
}
/** Unknown for a process of another machine or container: nobody here can see it. */
function livenessOf({ pid, started, place: where }) {
    if (where !== thisProcess().place)
        return 'unknown';
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM' ? 'alive' : 'gone';
    }
    return started === '' || startOf(pid) === started ? 'alive' : 'gone';
}
function parseProcessId(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    const { pid, started, place: where } = value;
    const valid = typeof pid === 'number' && pid > 0 && typeof started === 'string' && typeof where === 'string';
    return valid ? { pid, started, place: where } : undefined;
}
function startOf(pid) {
    const stat = read(`/proc/${pid}/stat`);
    // The name, in parentheses, may hold anything; start time is the 20th field after it. A zombie has ended.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields?.[0] === 'Z' ? undefined : fields?.[19];
}
function place() {
    const boot = read('/proc/sys/kernel/random/boot_id') ?? '';
    let namespace = '';
    try {
        namespace = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        // Not Linux: the host's name has to do.
    }
    return [(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), boot.trim(), namespace].join(' ');
}
function read(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 24850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ childOf)
/* harmony export */ });
function childOf(node, key) {
    let child = node.children.get(key);
    if (!child) {
        child = { children: new Map(), count: 0 };
        node.children.set(key, child);
    }
    return child;
}


/***/ }),

/***/ 78062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ EventStore)
});

// EXTERNAL MODULE: ./build/dist/store/batch.js
var store_batch = __webpack_require__(66595);
// EXTERNAL MODULE: ./build/dist/store/block.js
var store_block = __webpack_require__(84838);
// EXTERNAL MODULE: ./build/dist/store/census.js
var store_census = __webpack_require__(67000);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/dist/store/key.js
var store_key = __webpack_require__(85944);
;// CONCATENATED MODULE: ./build/dist/store/upcast.js
function nameOf(kind) {
    return typeof kind === 'string' ? kind : kind.kind;
}
/** Brings events to the versions that a reader declared. */
class Upcaster {
    #kinds = new Map();
    constructor(kinds) {
        for (const kind of kinds)
            if (typeof kind !== 'string')
                this.#kinds.set(kind.kind, kind);
    }
    /** An event of an undeclared kind, of a newer version, or without a way to the declared one comes back untouched. */
    upcast(event) {
        const kind = this.#kinds.get(event.kind);
        if (!kind || event.version >= kind.version)
            return event;
        let data = event.data;
        for (let version = event.version; version < kind.version; version++) {
            const step = kind.upcast?.[version];
            if (!step)
                return event;
            data = step(data);
        }
        return { ...event, version: kind.version, data };
    }
}

;// CONCATENATED MODULE: ./build/dist/store/query.js
/** Reading events in canonical order, a few blocks at a time. */



function filterOf(tables, query) {
    const { kinds, since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = query;
    const numbers = kinds?.map((kind) => tables.dictionary.number(nameOf(kind))).filter((n) => n !== undefined);
    return { kinds: numbers && new Set(numbers), since, until };
}
/** The visible blocks with an id above `after` that the filter may want. */
function findSpans(tables, { kinds, since, until }, after = 0) {
    const ofKind = kinds ? `kind in (${[...kinds].join(', ')}) and` : '';
    return tables.sql
        .list(['block', 'since', 'until'], `select block, min(since) as since, max(until) as until from span
       where ${ofKind} until >= ? and since < ? and block > ? group by block`, [since, until, after])
        .map(([block, since, until]) => ({ block, since, until }));
}
/** Calls `visit` for each wanted event of a block. */
function eachIndex({ columns }, { kinds, since, until }, visit) {
    const wanted = columns.kinds.map(({ name }) => !kinds || kinds.has(name));
    for (let i = 0; i < columns.count; i++) {
        const time = (0,store_block.at)(columns.times, i);
        if (time >= since && time < until && wanted[(0,store_block.at)(columns.kindOf, i)])
            visit(i);
    }
}
function loadBlock(tables, id) {
    const block = tables.load(id);
    if (!block)
        throw new Error('the store was rewritten while its events were being read');
    return block;
}
/**
 * Sweeps over time: blocks are loaded when the sweep reaches them, and an event is given out once no block ahead can
 * hold an earlier one. Memory is bounded by the blocks that overlap at one time.
 */
function* queryEvents(tables, query) {
    const { newestFirst = false, limit = Number.POSITIVE_INFINITY } = query;
    if (limit <= 0)
        return;
    const filter = filterOf(tables, query);
    const upcaster = new Upcaster(query.kinds ?? []);
    const sign = newestFirst ? -1 : 1;
    const nearEnd = (span) => (newestFirst ? -span.until : span.since);
    const spans = findSpans(tables, filter).sort((a, b) => nearEnd(a) - nearEnd(b));
    let waiting = [];
    let nearest = Number.POSITIVE_INFINITY;
    let given = 0;
    for (let i = 0; i <= spans.length; i++) {
        const span = spans[i];
        const frontier = span ? nearEnd(span) : Number.POSITIVE_INFINITY;
        if (nearest < frontier) {
            waiting.sort((a, b) => sign * (0,store_key/* comparePlaces */.ig)(a, b));
            const cut = waiting.findIndex((candidate) => sign * candidate.at >= frontier);
            const ready = cut < 0 ? waiting : waiting.slice(0, cut);
            waiting = cut < 0 ? [] : waiting.slice(cut);
            nearest = waiting[0] ? sign * waiting[0].at : Number.POSITIVE_INFINITY;
            for (const { block, index } of ready) {
                yield upcaster.upcast((0,store_block/* eventAt */.yb)(block.stream, block.columns, block.body, index, tables.dictionary));
                if (++given >= limit)
                    return;
            }
        }
        if (!span)
            return;
        const block = loadBlock(tables, span.block);
        eachIndex(block, filter, (index) => {
            const time = (0,store_block.at)(block.columns.times, index);
            nearest = Math.min(nearest, sign * time);
            waiting.push({ at: time, key: { ...block.stream, sequence: (0,store_block.at)(block.columns.sequences, index) }, block, index });
        });
    }
}
/** Wanted events of the given blocks in the order in which they are stored. */
function* scanEvents(tables, spans, filter) {
    for (const { block: id } of spans) {
        const block = loadBlock(tables, id);
        const indices = [];
        eachIndex(block, filter, (index) => indices.push(index));
        for (const i of indices)
            yield (0,store_block/* eventAt */.yb)(block.stream, block.columns, block.body, i, tables.dictionary);
    }
}

;// CONCATENATED MODULE: ./build/dist/store/fold.js




/** The state of a projection over all visible events, from its kept state and what has arrived since. */
function foldProjection(tables, projection) {
    const definition = definitionOf(projection);
    const kept = readKept(tables, projection.name, definition);
    const newest = newestBlock(tables);
    if (kept && kept.folded === newest)
        return JSON.parse(kept.state);
    const now = (kept && foldArrivals(tables, projection, kept, newest)) ?? foldAll(tables, projection, newest);
    tables.sql.run('insert or replace into projection (name, definition, folded, last, state) values (?, ?, ?, ?, ?)', [
        projection.name,
        definition,
        now.folded,
        JSON.stringify(now.last),
        now.state,
    ]);
    // Through JSON even when just folded, so that callers see the same value whether it was kept or not.
    return JSON.parse(now.state);
}
/** Undefined when the new events have to be folded between older ones. */
function foldArrivals(tables, projection, kept, newest) {
    const filter = filterOf(tables, projection);
    const spans = findSpans(tables, filter, kept.folded);
    if (spans.length === 0)
        return { ...kept, folded: newest };
    const arrivals = scanEvents(tables, spans, filter);
    if (projection.commutative)
        return fold(projection, arrivals, kept.state, newest, null);
    const ordered = [...arrivals].sort(store_key/* comparePlaces */.ig);
    const [first] = ordered;
    if (kept.last && first && (0,store_key/* comparePlaces */.ig)(first, kept.last) < 0)
        return undefined;
    return fold(projection, ordered, kept.state, newest, kept.last);
}
function foldAll(tables, projection, newest) {
    const everything = filterOf(tables, projection);
    const events = projection.commutative
        ? scanEvents(tables, findSpans(tables, everything), everything)
        : queryEvents(tables, { kinds: projection.kinds.map(nameOf) });
    return fold(projection, events, JSON.stringify(projection.initial()), newest, null);
}
function fold(projection, events, from, newest, lastBefore) {
    const upcaster = new Upcaster(projection.kinds);
    let state = JSON.parse(from);
    let last = lastBefore;
    for (const event of events) {
        state = projection.apply(state, upcaster.upcast(event));
        last = event;
    }
    const place = last && !projection.commutative ? { at: last.at, key: last.key } : null;
    return { folded: newest, last: place, state: JSON.stringify(state) };
}
/** Changes whenever a kept state would not fit the projection any more. */
function definitionOf({ version, kinds, commutative }) {
    const names = kinds.map((kind) => (typeof kind === 'string' ? kind : `${kind.kind}@${kind.version}`)).sort();
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([version, commutative, names]))
        .digest('hex')
        .slice(0, 16);
}
function readKept(tables, name, definition) {
    const row = tables.sql.row('select folded, last, state from projection where name = ? and definition = ?', [name, definition]);
    return row && { folded: row[0], last: JSON.parse(row[1]), state: row[2] };
}
/** Blocks are numbered in the order in which they arrive. */
function newestBlock(tables) {
    return tables.sql.row('select coalesce(max(id), 0) from block')?.[0] ?? 0;
}

// EXTERNAL MODULE: ./build/dist/store/bytes.js
var bytes = __webpack_require__(30620);
// EXTERNAL MODULE: ./build/dist/store/errors.js
var errors = __webpack_require__(72712);
;// CONCATENATED MODULE: ./build/dist/store/held.js


/** The sequence numbers that a stream of the store already has. */
class Held {
    #tables;
    #rows;
    #loaded = new Map();
    #last;
    /** The row of the last hit: sequence numbers are asked in ascending order. */
    #hint;
    constructor(tables, stream) {
        this.#tables = tables;
        this.#rows = stream === undefined ? [] : tables.blocksOf(stream);
        this.#last = this.#rows.reduce((last, row) => Math.max(last, row.last), -1);
    }
    has(sequence) {
        // Blocks of one stream may interleave after merges out of order, so each whose range fits is asked.
        if (sequence > this.#last)
            return false;
        if (this.#hint && this.#indexIn(this.#hint, sequence) >= 0)
            return true;
        this.#hint = this.#rows.find((row) => this.#indexIn(row, sequence) >= 0);
        return this.#hint !== undefined;
    }
    /** Where an event is that {@link has} found. */
    find(sequence) {
        if (this.has(sequence) && this.#hint) {
            const { id } = this.#hint;
            return { id, block: this.#load(id), index: this.#indexIn(this.#hint, sequence) };
        }
        throw new RangeError(`the stream has no event ${sequence}`);
    }
    #indexIn(row, sequence) {
        if (sequence < row.first || sequence > row.last)
            return -1;
        if (row.last - row.first === row.count - 1)
            return sequence - row.first;
        return indexOf(this.#load(row.id).columns.sequences, sequence);
    }
    #load(id) {
        let block = this.#loaded.get(id);
        if (!block) {
            block = this.#tables.load(id);
            if (!block)
                throw new errors/* CorruptStoreError */.DU(`there is no block ${id}`);
            this.#loaded.set(id, block);
        }
        return block;
    }
}
/** Binary search; -1 when it is not there. */
function indexOf(ascending, value) {
    let low = 0;
    let high = ascending.length - 1;
    while (low <= high) {
        const middle = (low + high) >> 1;
        const found = (0,store_block.at)(ascending, middle);
        if (found === value)
            return middle;
        if (found < value)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return -1;
}

// EXTERNAL MODULE: ./build/dist/store/dictionary.js
var dictionary = __webpack_require__(15527);
// EXTERNAL MODULE: ./build/dist/store/value.js
var store_value = __webpack_require__(77062);
;// CONCATENATED MODULE: ./build/dist/store/transcode.js



/** Rewrites values from one dictionary's numbers to another's, without making the values in between. */
class Transcoder {
    #from;
    #to;
    /** By number in `from`: number in `to`, -1 when it has none there, undefined when not yet asked. */
    #numbers = [];
    #intern;
    /** @param intern gives numbers in `to` to texts that have one in `from`; otherwise those unknown there are written out */
    constructor(from, to, intern) {
        this.#from = from;
        this.#to = to;
        this.#intern = intern;
    }
    number(from) {
        let number = this.#numbers[from];
        if (number === undefined) {
            const text = (0,store_value/* textAt */.$6)(this.#from, from);
            number = (this.#intern ? this.#to.intern(text) : this.#to.number(text)) ?? -1;
            this.#numbers[from] = number;
        }
        return number < 0 ? undefined : number;
    }
    /** @throws MalformedBytesError */
    copy(reader, writer, depth = 0) {
        const number = reader.uint();
        const value = Math.floor(number / 8);
        const tag = number % 8;
        if (tag === store_value/* TAG */.Dk.natural || tag === store_value/* TAG */.Dk.negative)
            writer.uint(number);
        else if (tag === store_value/* TAG */.Dk.special)
            copySpecial(reader, writer, value);
        else if (tag === store_value/* TAG */.Dk.reference)
            this.#text((0,store_value/* textAt */.$6)(this.#from, value), this.number(value), writer);
        else if (tag === store_value/* TAG */.Dk.text) {
            const text = reader.textOf(value);
            this.#text(text, this.#to.number(text), writer);
        }
        else
            this.#nested(tag, value, reader, writer, depth);
    }
    #nested(tag, value, reader, writer, depth) {
        (0,store_value/* checkNesting */.n6)(reader, value, depth, tag);
        let items = value;
        if (tag === store_value/* TAG */.Dk.array)
            (0,store_value/* head */.d5)(writer, store_value/* TAG */.Dk.array, items);
        else {
            const keys = tag === store_value/* TAG */.Dk.shaped ? (0,store_value/* shapeAt */.ln)(this.#from, value) : (0,store_value/* decodeKeys */.jU)(reader, this.#from, value);
            items = keys.length;
            const shape = tag === store_value/* TAG */.Dk.shaped ? this.number(value) : this.#to.number((0,dictionary/* shapeText */.L)(keys));
            if (shape !== undefined)
                (0,store_value/* head */.d5)(writer, store_value/* TAG */.Dk.shaped, shape);
            else {
                (0,store_value/* head */.d5)(writer, store_value/* TAG */.Dk.object, items);
                for (const key of keys)
                    this.#text(key, this.#to.number(key), writer);
            }
        }
        for (let i = 0; i < items; i++)
            this.copy(reader, writer, depth + 1);
    }
    #text(text, number, writer) {
        if (number === undefined)
            (0,store_value/* encodeText */.wx)(writer, text);
        else
            (0,store_value/* head */.d5)(writer, store_value/* TAG */.Dk.reference, number);
    }
}
function copySpecial(reader, writer, special) {
    (0,store_value/* head */.d5)(writer, store_value/* TAG */.Dk.special, special);
    switch (special) {
        case store_value/* SPECIAL */.aq.null:
        case store_value/* SPECIAL */.aq.false:
        case store_value/* SPECIAL */.aq.true:
            break;
        case store_value/* SPECIAL */.aq.double:
            writer.raw(reader.take(8));
            break;
        case store_value/* SPECIAL */.aq.escaped:
            writer.text(JSON.stringify((0,store_value/* unescapeText */.Uw)(reader.text())));
            break;
        case store_value/* SPECIAL */.aq.tenths:
        case store_value/* SPECIAL */.aq.hundredths:
        case store_value/* SPECIAL */.aq.thousandths:
            writer.int(reader.int());
            break;
        default:
            throw new bytes/* MalformedBytesError */.tC(`there is no value of sort ${special}`);
    }
}

;// CONCATENATED MODULE: ./build/dist/store/merge.js
var _a;







/** Adds the events of a batch that the tables do not hold yet. */
class Merger {
    #tables;
    #batch;
    #policy;
    #transcoder;
    #horizon;
    /** Of one block after the other: a written block is with SQLite. */
    #body = new bytes/* ByteWriter */.U7();
    #count = { added: 0, known: 0, conflicting: 0, expired: 0 };
    constructor(tables, batch, policy) {
        this.#tables = tables;
        this.#batch = batch;
        this.#policy = policy;
        this.#transcoder = new Transcoder(batch.dictionary, tables.dictionary, policy.intern);
        this.#horizon = tables.horizon;
    }
    /** To be called inside a transaction. @throws MalformedBytesError */
    merge() {
        const streams = new Map();
        for (const block of this.#batch.blocks) {
            const id = (0,store_key/* streamId */.gV)(block.stream);
            const blocks = streams.get(id);
            if (blocks)
                blocks.push(block);
            else
                streams.set(id, [block]);
        }
        for (const blocks of streams.values())
            this.#mergeStream(blocks.map(incoming));
        return this.#count;
    }
    #mergeStream(blocks) {
        blocks.sort((a, b) => (0,store_block.at)(a.columns.sequences, 0) - (0,store_block.at)(b.columns.sequences, 0));
        if (overlap(blocks))
            this.#mergeOverlapping(blocks);
        else if (blocks[0])
            this.#mergeOrdered(blocks[0].stream, blocks);
    }
    #mergeOrdered(stream, blocks) {
        const { quarantined } = this.#policy;
        const known = this.#tables.streamNumber(stream, quarantined);
        const held = new Held(this.#tables, known);
        let number = known;
        let builder = new store_block/* BlockBuilder */.DF(this.#body);
        const flush = () => {
            if (builder.count === 0)
                return;
            number ??= this.#tables.addStream(stream, quarantined);
            this.#tables.write(number, quarantined, builder);
            builder = new store_block/* BlockBuilder */.DF(this.#body);
        };
        const winners = [];
        for (const block of blocks) {
            const { columns } = block;
            for (let i = 0; i < columns.count; i++) {
                if ((0,store_block.at)(columns.times, i) < this.#horizon)
                    this.#count.expired++;
                else if (held.has((0,store_block.at)(columns.sequences, i))) {
                    this.#count.known++;
                    const winner = this.#compare(block, i, held);
                    if (winner)
                        winners.push(winner);
                }
                else {
                    this.#count.added++;
                    this.#append(builder, block, i);
                    if (builder.count === store_block/* BLOCK_EVENTS */.US)
                        flush();
                }
            }
        }
        flush();
        if (number !== undefined && winners.length > 0)
            this.#replace(number, held, winners);
    }
    #append(builder, block, index) {
        const { columns } = block;
        const { name, version } = (0,store_block/* kindAt */.Ii)(columns, index);
        this.#copyData(block, index, builder.body);
        const text = this.#batch.dictionary.text(name) ?? '';
        const kind = this.#transcoder.number(name) ?? this.#tables.dictionary.intern(text);
        builder.add((0,store_block.at)(columns.sequences, index), (0,store_block.at)(columns.times, index), kind, version);
    }
    /** Checks what is copied: nothing that a reader could choke on may get into the store. */
    #copyData({ columns, reader }, index, writer) {
        reader.position = (0,store_block.at)(columns.offsets, index);
        reader.end = (0,store_block.at)(columns.offsets, index + 1);
        if (!(0,store_value/* startsObject */.Fh)(reader))
            throw new bytes/* MalformedBytesError */.tC('the data of an event is not an object');
        this.#transcoder.copy(reader, writer);
        if (reader.position !== reader.end)
            throw new bytes/* MalformedBytesError */.tC('the data of an event is too long');
    }
    /** The incoming event, when it differs from the one held and wins over it. */
    #compare(block, index, held) {
        const { columns, body, stream } = block;
        const mine = held.find((0,store_block.at)(columns.sequences, index));
        const kind = (0,store_block/* kindAt */.Ii)(columns, index);
        const mineKind = (0,store_block/* kindAt */.Ii)(mine.block.columns, mine.index);
        const scratch = new bytes/* ByteWriter */.U7();
        this.#copyData(block, index, scratch);
        const mineReader = (0,store_block/* dataReader */.EU)(mine.block.columns, mine.block.body, mine.index);
        const same = (0,store_block.at)(mine.block.columns.times, mine.index) === (0,store_block.at)(columns.times, index) &&
            mineKind.version === kind.version &&
            mineKind.name === this.#transcoder.number(kind.name) &&
            Buffer.compare(scratch.view(), mineReader.take(mineReader.end - mineReader.position)) === 0;
        if (same)
            return undefined;
        // Different bytes may still say the same: the order of keys, or a text that has got a number since.
        const other = (0,store_block/* eventAt */.yb)(stream, columns, body, index, this.#batch.dictionary);
        const current = (0,store_block/* eventAt */.yb)(stream, mine.block.columns, mine.block.body, mine.index, this.#tables.dictionary);
        if ((0,store_key/* contentOf */.$E)(other) === (0,store_key/* contentOf */.$E)(current))
            return undefined;
        this.#count.conflicting++;
        return (0,store_key/* winnerOf */.Pk)(other, current) === other ? other : undefined;
    }
    #replace(stream, held, winners) {
        const byBlock = new Map();
        for (const winner of winners) {
            const { id, index } = held.find(winner.key.sequence);
            const events = byBlock.get(id) ?? new Map();
            byBlock.set(id, events.set(index, winner));
        }
        const { dictionary } = this.#tables;
        for (const [id, events] of byBlock) {
            const block = this.#tables.load(id);
            if (!block)
                continue;
            const builder = new store_block/* BlockBuilder */.DF();
            const encoder = new store_value/* ValueEncoder */.gc(builder.body, dictionary);
            for (let i = 0; i < block.columns.count; i++) {
                const winner = events.get(i);
                if (winner) {
                    encoder.encode(winner.data);
                    builder.add(winner.key.sequence, winner.at, dictionary.intern(winner.kind), winner.version);
                }
                else
                    copyEvent(builder, block, i);
            }
            this.#tables.dropBlock(id);
            this.#tables.write(stream, this.#policy.quarantined, builder, id);
        }
        // Folded states contain the losers.
        this.#tables.dropProjections();
    }
    /** A batch of our own making never has overlapping blocks; put in order, they are one like any other. */
    #mergeOverlapping(blocks) {
        const events = blocks.flatMap(({ stream, columns, body }) => Array.from({ length: columns.count }, (_, i) => (0,store_block/* eventAt */.yb)(stream, columns, body, i, this.#batch.dictionary)));
        const batch = (0,store_batch/* encodeBatch */.B)(events);
        const { added, known, conflicting, expired } = new _a(this.#tables, batch, this.#policy).merge();
        this.#count.added += added;
        this.#count.known += known + batch.repeated;
        this.#count.conflicting += conflicting + batch.conflicting;
        this.#count.expired += expired;
    }
}
_a = Merger;
function incoming({ stream, head, body }) {
    return { stream, head, body, columns: (0,store_block/* readHead */.zy)(head, body.length), reader: new bytes/* ByteReader */.kP(body) };
}
function overlap(blocks) {
    return blocks.some(({ columns }, i) => {
        const before = blocks[i - 1]?.columns;
        return before !== undefined && (0,store_block.at)(columns.sequences, 0) <= (0,store_block.at)(before.sequences, before.count - 1);
    });
}
/** Copies an event within one store, where both blocks mean the same dictionary. */
function copyEvent(builder, { columns, body }, index) {
    const { name, version } = (0,store_block/* kindAt */.Ii)(columns, index);
    builder.body.raw(body.subarray((0,store_block.at)(columns.offsets, index), (0,store_block.at)(columns.offsets, index + 1)));
    builder.add((0,store_block.at)(columns.sequences, index), (0,store_block.at)(columns.times, index), name, version);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/dist/base/assets.js
var assets = __webpack_require__(93578);
;// CONCATENATED MODULE: ./build/dist/store/sqlite.js


let engine;
/** Loads SQLite itself; must have ended before a database is made. */
async function loadSqlite() {
    if (engine)
        return;
    const init = (0,assets/* requireAsset */.mS)('sql-wasm.cjs', 'sql.js/dist/sql-wasm.js');
    const wasmBinary = (0,external_node_fs_.readFileSync)((0,assets/* assetPath */.Q$)('sql-wasm.wasm', 'sql.js/dist/sql-wasm.wasm'));
    engine = await init({ wasmBinary });
}
/** One SQLite database in memory. */
class Sqlite {
    #database;
    #statements = new Map();
    /** Without bytes, an empty database. SQLite looks at the bytes only when they are first asked for something. */
    constructor(bytes) {
        if (!engine)
            throw new Error('SQLite is not loaded');
        this.#database = new engine.Database(bytes);
        this.#configure();
    }
    #configure() {
        // The database lives in memory: a journal serves rollback only, and there is no disk to wait for.
        this.#database.run('pragma journal_mode = memory; pragma synchronous = off; pragma trusted_schema = off');
    }
    #statement(sql) {
        let statement = this.#statements.get(sql);
        if (!statement) {
            statement = this.#database.prepare(sql);
            this.#statements.set(sql, statement);
        }
        return statement;
    }
    run(sql, values = []) {
        const statement = this.#statement(sql);
        try {
            statement.bind(values);
            statement.step();
        }
        finally {
            statement.reset();
        }
    }
    /** Statements without values, separated by semicolons. */
    script(sql) {
        this.#database.run(sql);
    }
    rows(sql, values = []) {
        const statement = this.#statement(sql);
        const rows = [];
        try {
            statement.bind(values);
            while (statement.step())
                rows.push(statement.get());
        }
        finally {
            statement.reset();
        }
        return rows;
    }
    row(sql, values = []) {
        const statement = this.#statement(sql);
        try {
            statement.bind(values);
            return statement.step() ? statement.get() : undefined;
        }
        finally {
            statement.reset();
        }
    }
    /** The rows of a query as one JSON array: a step of sql.js costs microseconds, this costs one step in all. */
    list(columns, from, values = []) {
        const item = columns.length === 1 ? columns[0] : `json_array(${columns.join(', ')})`;
        const [json] = this.row(`select json_group_array(${item}) from (${from})`, values) ?? ['[]'];
        return JSON.parse(json);
    }
    transaction(work) {
        this.run('begin');
        try {
            const result = work();
            this.run('commit');
            return result;
        }
        catch (error) {
            this.run('rollback');
            throw error;
        }
    }
    export() {
        // sql.js closes and reopens the database to export it, which frees every statement and forgets the pragmas.
        this.#statements.clear();
        const bytes = this.#database.export();
        this.#configure();
        return bytes;
    }
    close() {
        this.#statements.clear();
        this.#database.close();
    }
}

;// CONCATENATED MODULE: ./build/dist/store/schema.js


/** `Hone` in ASCII, in the header of every store file. */
const APPLICATION_ID = 0x486f6e65;
const migrations = [
    (database) => database.script(`
      create table setting (name text primary key, value integer not null) without rowid;
      create table dictionary (first integer primary key, texts text not null);
      create table stream (
        id integer primary key,
        repository integer not null,
        run text not null,
        attempt integer not null,
        job integer not null,
        quarantined integer not null,
        unique (repository, run, attempt, job, quarantined)
      );
      create table block (
        id integer primary key autoincrement,
        stream integer not null,
        first integer not null,
        last integer not null,
        count integer not null,
        since integer not null,
        until integer not null,
        head blob not null,
        body blob not null
      );
      create index block_stream on block (stream, first);
      create table span (
        kind integer not null,
        until integer not null,
        block integer not null,
        since integer not null,
        primary key (kind, until, block)
      ) without rowid;
      create table ingested (id text primary key) without rowid;
      create table accepted (stream text primary key) without rowid;
      create table projection (
        name text primary key,
        definition text not null,
        folded integer not null,
        last text not null,
        state text not null
      ) without rowid;
    `),
];
const SCHEMA_VERSION = migrations.length;
function createDatabase(steps = migrations) {
    const database = new Sqlite();
    database.script(`pragma page_size = 4096; pragma application_id = ${APPLICATION_ID}`);
    migrate(database, 0, steps);
    return database;
}
/**
 * Opens a store file and brings it to the newest schema.
 *
 * @param checked its checksum was good; `quick_check`, which reads every page, is left out then
 * @throws CorruptStoreError, NewerFormatError
 */
function openDatabase(bytes, checked, steps = migrations) {
    const version = schemaVersion(bytes);
    if (version > steps.length)
        throw new errors/* NewerFormatError */.bP('store', version, steps.length);
    let database;
    try {
        database = new Sqlite(bytes);
        if (!checked) {
            const problem = quickCheck(database);
            if (problem !== undefined)
                throw new errors/* CorruptStoreError */.DU(`the store fails SQLite's quick_check: ${problem}`);
        }
        checkSchema(database, version, steps, createDatabase(steps.slice(0, version)));
        migrate(database, version, steps);
        return database;
    }
    catch (error) {
        database?.close();
        if (error instanceof errors/* CorruptStoreError */.DU)
            throw error;
        throw new errors/* CorruptStoreError */.DU(`the store cannot be read: ${String(error)}`);
    }
}
/** The first problem that SQLite finds. */
function quickCheck(database) {
    const [answer] = database.row('pragma quick_check(1)') ?? ['no answer'];
    return answer === 'ok' ? undefined : answer;
}
/** Read from the header: a file of a later Hone must be recognised without SQL that may not fit it. */
function schemaVersion(bytes) {
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const magic = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
    if (bytes.length < 512 || magic !== 'SQLite format 3\0')
        throw new errors/* CorruptStoreError */.DU('the bytes are not a store');
    if (header.getUint32(68) !== APPLICATION_ID)
        throw new errors/* CorruptStoreError */.DU('the database is not a store of Hone');
    const version = header.getUint32(60);
    if (version === 0)
        throw new errors/* CorruptStoreError */.DU('the store has no schema version');
    return version;
}
/** A store holds our tables and nothing else: triggers and views of someone else's making would run inside our queries. */
function checkSchema(database, version, steps, model) {
    const listing = "select group_concat(type || ' ' || name || ' ' || coalesce(sql, ''), ';') from (select * from sqlite_schema order by name)";
    try {
        const [found] = database.row(listing) ?? [];
        const [expected] = model.row(listing) ?? [];
        if (found !== expected)
            throw new errors/* CorruptStoreError */.DU(`the tables of the store are not those of schema ${version} of ${steps.length}`);
    }
    finally {
        model.close();
    }
}
function migrate(database, from, steps) {
    if (from === steps.length)
        return;
    database.transaction(() => {
        for (const step of steps.slice(from))
            step(database);
        database.script(`pragma user_version = ${steps.length}`);
    });
}

;// CONCATENATED MODULE: ./build/dist/store/tables.js



/** A page of the dictionary is rewritten until it has this many characters, so that small merges share one. */
const PAGE_CHARACTERS = 32_768;
/** The tables of one store file, and what is worth keeping in memory of them. */
class Tables {
    sql;
    #dictionary;
    #written = 0;
    #streams = new Map();
    constructor(sql) {
        this.sql = sql;
    }
    /** Read when it is first needed: opening a store to mark an id does not need it. */
    get dictionary() {
        if (!this.#dictionary) {
            const pages = this.sql.rows('select first, texts from dictionary order by first');
            const texts = [];
            for (const [first, json] of pages) {
                if (first !== texts.length)
                    throw new errors/* CorruptStoreError */.DU('a page of the dictionary is missing');
                for (const text of JSON.parse(json))
                    texts.push(text);
            }
            this.#dictionary = new dictionary/* Dictionary */.b(texts);
            this.#written = texts.length;
        }
        return this.#dictionary;
    }
    /** Runs `work` in a transaction, at whose end new texts of the dictionary are written. */
    change(work) {
        try {
            return this.sql.transaction(() => {
                const result = work();
                this.#writeDictionary();
                return result;
            });
        }
        catch (error) {
            this.#dictionary?.shrink(this.#written);
            this.#streams.clear();
            throw error;
        }
    }
    #writeDictionary() {
        if (!this.#dictionary || this.#dictionary.size === this.#written)
            return;
        const [first, length] = this.sql.row('select first, length(texts) from dictionary order by first desc limit 1') ?? [0, 0];
        const start = length < PAGE_CHARACTERS ? first : this.#written;
        this.sql.run('insert or replace into dictionary values (?, ?)', [
            start,
            JSON.stringify(this.#dictionary.from(start)),
        ]);
        this.#written = this.#dictionary.size;
    }
    streamNumber(key, quarantined) {
        const repository = this.dictionary.number(key.repository);
        const job = this.dictionary.number(key.job);
        if (repository === undefined || job === undefined)
            return undefined;
        return this.sql.row('select id from stream where repository = ? and run = ? and attempt = ? and job = ? and quarantined = ?', [repository, key.runId, key.attempt, job, quarantined ? 1 : 0])?.[0];
    }
    addStream(key, quarantined) {
        const { repository, runId, attempt, job } = key;
        const values = [
            this.dictionary.intern(repository),
            runId,
            attempt,
            this.dictionary.intern(job),
            quarantined ? 1 : 0,
        ];
        const [id] = this.sql.row('insert into stream (repository, run, attempt, job, quarantined) values (?, ?, ?, ?, ?) returning id', values) ?? [0];
        return id;
    }
    streams() {
        const rows = this.sql.list(['id', 'repository', 'run', 'attempt', 'job', 'quarantined'], 'select * from stream order by id');
        return rows.map(([id, repository, runId, attempt, job, quarantined]) => ({
            id,
            key: { repository: this.text(repository), runId, attempt, job: this.text(job) },
            quarantined: quarantined === 1,
        }));
    }
    streamKey(id) {
        let key = this.#streams.get(id);
        if (!key) {
            const row = this.sql.row('select repository, run, attempt, job from stream where id = ?', [id]);
            if (!row)
                throw new errors/* CorruptStoreError */.DU(`there is no stream ${id}`);
            const [repository, runId, attempt, job] = row;
            key = { repository: this.text(repository), runId, attempt, job: this.text(job) };
            this.#streams.set(id, key);
        }
        return key;
    }
    forgetStreams() {
        this.#streams.clear();
    }
    dropStream(id) {
        this.sql.run('delete from stream where id = ?', [id]);
        this.#streams.delete(id);
    }
    text(number) {
        const text = this.dictionary.text(number);
        if (text === undefined)
            throw new errors/* CorruptStoreError */.DU(`there is no text number ${number}`);
        return text;
    }
    /** In order of sequence. */
    blocksOf(stream) {
        return this.sql
            .rows('select id, first, last, count from block where stream = ? order by first', [stream])
            .map(([id, first, last, count]) => ({ id, first, last, count }));
    }
    /** Undefined when the block is gone. @throws CorruptStoreError */
    load(id) {
        const row = this.sql.row('select stream, head, body from block where id = ?', [
            id,
        ]);
        if (!row)
            return undefined;
        const [stream, head, body] = row;
        return { stream: this.streamKey(stream), head, body, columns: (0,store_block/* readHead */.zy)(head, body.length) };
    }
    /** Writes a block, under a given id (replacing the one that is there) or a new and higher one. */
    write(stream, quarantined, builder, id = null) {
        if (builder.count > store_block/* BLOCK_EVENTS */.US)
            throw new RangeError(`a block of ${builder.count} events is too large`);
        const spans = [...builder.spans.values()];
        const [written] = this.sql.row('insert or replace into block (id, stream, first, last, count, since, until, head, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id', [
            id,
            stream,
            builder.first,
            builder.last,
            builder.count,
            Math.min(...spans.map(({ since }) => since)),
            Math.max(...spans.map(({ until }) => until)),
            builder.head(),
            builder.body.view(),
        ]) ?? [0];
        if (quarantined)
            return;
        // One statement for all kinds: each call into SQLite costs as much as the rows it writes.
        const slots = spans.map(() => '(?, ?, ?, ?)').join(', ');
        this.sql.run(`insert into span (kind, until, block, since) values ${slots}`, [...builder.spans].flatMap(([kind, { since, until }]) => [kind, until, written, since]));
    }
    dropBlock(id) {
        const block = this.load(id);
        if (!block)
            return;
        const { columns } = block;
        const newest = new Map();
        for (let i = 0; i < columns.count; i++) {
            const { name } = (0,store_block/* kindAt */.Ii)(columns, i);
            newest.set(name, Math.max(newest.get(name) ?? Number.NEGATIVE_INFINITY, (0,store_block.at)(columns.times, i)));
        }
        for (const [kind, until] of newest) {
            this.sql.run('delete from span where kind = ? and until = ? and block = ?', [kind, until, id]);
        }
        this.sql.run('delete from block where id = ?', [id]);
    }
    setting(name) {
        return this.sql.row('select value from setting where name = ?', [name])?.[0];
    }
    set(name, value) {
        this.sql.run('insert or replace into setting values (?, ?)', [name, value]);
    }
    /** Events older than this were dropped and stay out. Milliseconds since the epoch; -Infinity before any retention. */
    get horizon() {
        return this.setting('horizon') ?? Number.NEGATIVE_INFINITY;
    }
    dropProjections() {
        this.sql.run('delete from projection');
    }
}

;// CONCATENATED MODULE: ./build/dist/store/compact.js






/**
 * A copy in the smallest form: numbers for exactly what occurs more than once, by frequency, and full blocks.
 * Single deltas cannot know what repeats across them.
 */
function compacted(from) {
    const to = new Tables(createDatabase());
    to.change(() => {
        countAll(from).internInto(to.dictionary);
        if (Number.isFinite(from.horizon))
            to.set('horizon', from.horizon);
        for (const { id, quarantined } of from.streams()) {
            const batch = { dictionary: from.dictionary, blocks: blocksOf(from, id) };
            new Merger(to, batch, { quarantined, intern: false }).merge();
        }
        copyRows(from, to);
    });
    to.sql.run('vacuum');
    return to;
}
function countAll(tables) {
    const census = new store_census/* Census */.s();
    for (const { id, key } of tables.streams()) {
        census.text(key.repository);
        census.text(key.job);
        for (const { stream, head, body } of blocksOf(tables, id)) {
            const columns = (0,store_block/* readHead */.zy)(head, body.length);
            for (let i = 0; i < columns.count; i++)
                census.add((0,store_block/* eventAt */.yb)(stream, columns, body, i, tables.dictionary).data);
        }
    }
    return census;
}
function* blocksOf(tables, stream) {
    for (const { id } of tables.blocksOf(stream)) {
        const block = tables.load(id);
        if (block)
            yield block;
    }
}
function copyRows(from, to) {
    for (const id of from.sql.list(['id'], 'select id from ingested')) {
        to.sql.run('insert into ingested values (?)', [id]);
    }
    for (const stream of from.sql.list(['stream'], 'select stream from accepted')) {
        to.sql.run('insert into accepted values (?)', [stream]);
    }
    // Blocks have new numbers: only a state that has folded all of them is still true.
    const states = from.sql.rows('select name, definition, last, state from projection where folded = ?', [newestBlock(from)]);
    for (const [name, definition, last, state] of states) {
        to.sql.run('insert into projection values (?, ?, ?, ?, ?)', [name, definition, newestBlock(to), last, state]);
    }
}

// EXTERNAL MODULE: ./build/dist/store/delta.js
var store_delta = __webpack_require__(23533);
;// CONCATENATED MODULE: ./build/dist/store/retention.js


/**
 * Drops the events before `horizon` (milliseconds since the epoch) and remembers it, so that merges leave such events
 * out from now on. An earlier horizon than the one in force changes nothing.
 */
function dropBefore(tables, horizon) {
    if (horizon <= tables.horizon)
        return 0;
    return tables.change(() => {
        const { sql } = tables;
        tables.set('horizon', horizon);
        const [whole] = sql.row('select coalesce(sum(count), 0) from block where until < ?', [horizon]) ?? [0];
        sql.run('delete from span where block in (select id from block where until < ?)', [horizon]);
        sql.run('delete from block where until < ?', [horizon]);
        let dropped = whole;
        const straddling = sql.rows(`select block.id, stream.id, quarantined from block join stream on stream.id = block.stream where since < ?`, [horizon]);
        for (const [id, stream, quarantined] of straddling)
            dropped += trim(tables, id, stream, quarantined === 1, horizon);
        sql.run('delete from stream where id not in (select stream from block)');
        tables.forgetStreams();
        if (dropped > 0)
            tables.dropProjections();
        return dropped;
    });
}
function trim(tables, id, stream, quarantined, horizon) {
    const block = tables.load(id);
    if (!block)
        return 0;
    const builder = new store_block/* BlockBuilder */.DF();
    for (let i = 0; i < block.columns.count; i++)
        if ((0,store_block.at)(block.columns.times, i) >= horizon)
            copyEvent(builder, block, i);
    tables.dropBlock(id);
    tables.write(stream, quarantined, builder, id);
    return block.columns.count - builder.count;
}

;// CONCATENATED MODULE: ./build/dist/store/union.js



const NOTHING = { added: 0, known: 0, conflicting: 0, expired: 0 };
/** To be called inside a transaction. */
function mergeBatch(tables, batch, quarantined) {
    if (!quarantined)
        return merge(tables, batch, false);
    const accepted = new Set(tables.sql.list(['stream'], 'select stream from accepted'));
    if (accepted.size === 0)
        return merge(tables, batch, true);
    const [visible, hidden] = split(batch.blocks, ({ stream }) => accepted.has((0,store_key/* streamId */.gV)(stream)));
    return sum(merge(tables, { ...batch, blocks: visible }, false), merge(tables, { ...batch, blocks: hidden }, true));
}
function merge(tables, batch, quarantined) {
    return new Merger(tables, batch, { quarantined, intern: true }).merge();
}
/** To be called inside a transaction, after the later of the two horizons has been put in force. */
function mergeTables(tables, other) {
    acceptStreams(tables, other.sql.list(['stream'], 'select stream from accepted').map((id) => {
        const [repository, runId, attempt, job] = JSON.parse(id);
        return { repository, runId, attempt, job };
    }));
    for (const id of other.sql.list(['id'], 'select id from ingested')) {
        tables.sql.run('insert or ignore into ingested values (?)', [id]);
    }
    let total = NOTHING;
    for (const quarantined of [false, true]) {
        for (const stream of other.streams()) {
            if (stream.quarantined !== quarantined)
                continue;
            const blocks = [...blocksOf(other, stream.id)];
            total = sum(total, mergeBatch(tables, { dictionary: other.dictionary, blocks }, quarantined));
        }
    }
    return total;
}
/** To be called inside a transaction. Returns how many events became visible. */
function acceptStreams(tables, streams) {
    let events = 0;
    for (const key of streams) {
        tables.sql.run('insert or ignore into accepted values (?)', [(0,store_key/* streamId */.gV)(key)]);
        const hidden = tables.streamNumber(key, true);
        if (hidden === undefined)
            continue;
        const blocks = [...blocksOf(tables, hidden)];
        events += merge(tables, { dictionary: tables.dictionary, blocks }, false).added;
        tables.sql.run('delete from block where stream = ?', [hidden]);
        tables.dropStream(hidden);
    }
    return events;
}
function split(blocks, test) {
    const passed = [];
    const failed = [];
    for (const block of blocks)
        (test(block) ? passed : failed).push(block);
    return [passed, failed];
}
function sum(a, b) {
    return {
        added: a.added + b.added,
        known: a.known + b.known,
        conflicting: a.conflicting + b.conflicting,
        expired: a.expired + b.expired,
    };
}

// EXTERNAL MODULE: ./build/dist/base/errors.js
var base_errors = __webpack_require__(81156);
;// CONCATENATED MODULE: ./build/dist/store/verify.js



/** After this many problems the file is broken beyond doubt. */
const MAX_PROBLEMS = 20;
function verifyTables(tables) {
    const problem = quickCheck(tables.sql);
    if (problem !== undefined) {
        return { ok: false, events: 0, streams: 0, problems: [`SQLite's quick_check: ${problem}`], gaps: [] };
    }
    const problems = [];
    const gaps = [];
    let events = 0;
    let streams = [];
    try {
        streams = tables.streams();
        for (const stream of streams) {
            if (problems.length >= MAX_PROBLEMS)
                break;
            const checked = verifyStream(tables, stream, problems);
            events += checked.events;
            if (checked.missing > 0)
                gaps.push({ stream: stream.key, missing: checked.missing });
        }
        verifyIndex(tables, problems);
    }
    catch (error) {
        problems.push((0,base_errors/* messageOf */.bD)(error));
    }
    return { ok: problems.length === 0, events, streams: streams.length, problems, gaps };
}
function verifyStream(tables, { id, key }, problems) {
    const seen = new Set();
    let largest = -1;
    let smallest = Number.POSITIVE_INFINITY;
    for (const row of tables.sql.rows('select id, first, last, count, since, until, head, body from block where stream = ? order by first', [id])) {
        const [block, first, last, count, since, until, head, body] = row;
        try {
            const columns = (0,store_block/* readHead */.zy)(head, body.length);
            let oldest = Number.POSITIVE_INFINITY;
            let newest = Number.NEGATIVE_INFINITY;
            for (let i = 0; i < columns.count; i++) {
                const event = (0,store_block/* eventAt */.yb)(key, columns, body, i, tables.dictionary);
                const { sequence } = event.key;
                if (seen.has(sequence))
                    problems.push(`event ${sequence} of stream ${id} is there twice`);
                seen.add(sequence);
                oldest = Math.min(oldest, event.at);
                newest = Math.max(newest, event.at);
                largest = Math.max(largest, sequence);
                smallest = Math.min(smallest, sequence);
            }
            const fits = count === columns.count &&
                first === (0,store_block.at)(columns.sequences, 0) &&
                last === (0,store_block.at)(columns.sequences, count - 1) &&
                since === oldest &&
                until === newest;
            if (!fits)
                problems.push(`block ${block} is not what its row says`);
            if (oldest < tables.horizon)
                problems.push(`block ${block} has events older than the retention horizon`);
        }
        catch (error) {
            problems.push(`block ${block}: ${(0,base_errors/* messageOf */.bD)(error)}`);
        }
    }
    // Retention drops the beginning of a stream, which is no gap.
    const beginning = Number.isFinite(tables.horizon) ? smallest : 0;
    return { events: seen.size, missing: seen.size === 0 ? 0 : largest + 1 - beginning - seen.size };
}
/** Every visible block is found through its kinds, and no quarantined one is. */
function verifyIndex(tables, problems) {
    const [strays] = tables.sql.row(`select count(*) from span left join block on block.id = span.block left join stream on stream.id = block.stream
     where quarantined is not 0`) ?? [0];
    if (strays > 0)
        problems.push(`the index has ${strays} entries for blocks that are not visible`);
    const spans = new Map(tables.sql
        .list(['block', 'since', 'until'], 'select block, min(since) as since, max(until) as until from span group by block')
        .map(([block, since, until]) => [block, { since, until }]));
    const blocks = tables.sql.list(['id', 'since', 'until'], 'select block.id, since, until from block join stream on stream.id = block.stream where quarantined = 0');
    for (const [id, since, until] of blocks) {
        const span = spans.get(id);
        if (span?.since !== since || span.until !== until)
            problems.push(`the index does not fit block ${id}`);
    }
}

;// CONCATENATED MODULE: ./build/dist/store/store.js













const DAY = 86_400_000;
/** The learning store in memory: a set of events and the projections folded from them, in one SQLite file. */
class EventStore {
    #tables;
    constructor(tables) {
        this.#tables = tables;
    }
    static async create() {
        await loadSqlite();
        return new EventStore(new Tables(createDatabase()));
    }
    /**
     * @param options.checked the bytes matched their SHA-256: `quick_check` looked at them before they were published
     * @throws CorruptStoreError, NewerFormatError
     */
    static async open(bytes, options = {}) {
        await loadSqlite();
        return new EventStore(new Tables(openDatabase(bytes, options.checked ?? false)));
    }
    /** Union: commutative, associative, idempotent. @throws TypeError when an event is not one */
    merge(events, options = {}) {
        const batch = (0,store_batch/* encodeBatch */.B)(events);
        const result = this.#merge(batch, options);
        return {
            ...result,
            known: result.known + batch.repeated,
            conflicting: result.conflicting + batch.conflicting,
        };
    }
    /** @throws CorruptDeltaError, NewerFormatError; the store is then as it was before */
    mergeDelta(delta, options = {}) {
        return (0,store_delta/* corruptUnless */.wb)(() => this.#merge((0,store_delta/* openDelta */.fB)(delta), options));
    }
    #merge(batch, options) {
        const tables = this.#tables;
        const quarantined = options.quarantined ?? false;
        return tables.change(() => mergeBatch(tables, batch, quarantined));
    }
    /** Union with another store: events (its quarantined ones stay so), ingested ids, accepted streams, horizon. */
    mergeStore(other) {
        const theirs = other.#tables;
        dropBefore(this.#tables, theirs.horizon);
        return this.#tables.change(() => mergeTables(this.#tables, theirs));
    }
    project(projection) {
        return foldProjection(this.#tables, projection);
    }
    events(query = {}) {
        return queryEvents(this.#tables, query);
    }
    /** Visible events. */
    count() {
        const sum = 'select coalesce(sum(count), 0) from block join stream on stream.id = stream where quarantined = 0';
        return this.#tables.sql.row(sum)?.[0] ?? 0;
    }
    /** Ids of the delta artifacts whose events are in here. */
    ingested() {
        return new Set(this.#tables.sql.list(['id'], 'select id from ingested'));
    }
    markIngested(ids) {
        this.#tables.change(() => {
            for (const id of ids)
                this.#tables.sql.run('insert or ignore into ingested values (?)', [id]);
        });
    }
    forgetIngested(ids) {
        this.#tables.change(() => {
            for (const id of ids)
                this.#tables.sql.run('delete from ingested where id = ?', [id]);
        });
    }
    streams() {
        const counts = new Map(this.#tables.sql.list(['stream', 'events'], 'select stream, sum(count) as events from block group by stream'));
        const accepted = new Set(this.#tables.sql.list(['stream'], 'select stream from accepted'));
        return this.#tables.streams().map(({ id, key, quarantined }) => {
            return { key, quarantined, accepted: accepted.has((0,store_key/* streamId */.gV)(key)), events: counts.get(id) ?? 0 };
        });
    }
    /** Makes quarantined streams visible, those that arrive later too.  */
    accept(streams) {
        return this.#tables.change(() => ({ events: acceptStreams(this.#tables, streams) }));
    }
    /** Drops events that happened more than `days` before `now`, for ever: merging them again has no effect. */
    retain({ now, days = 90 }) {
        const dropped = dropBefore(this.#tables, now - days * DAY);
        if (dropped > 0)
            this.#tables.sql.run('vacuum');
        return { dropped };
    }
    /** Rewrites everything in its smallest form: seconds for a million events. */
    compact() {
        const before = this.#tables;
        this.#tables = compacted(before);
        before.sql.close();
    }
    /** Reads everything: SQLite's own check, every event, every reference. */
    verify() {
        return verifyTables(this.#tables);
    }
    /** The bytes of the store file, checked by SQLite. @throws CorruptStoreError, which no input should ever bring about */
    serialize() {
        const problem = quickCheck(this.#tables.sql);
        if (problem !== undefined)
            throw new errors/* CorruptStoreError */.DU(`the store fails SQLite's quick_check: ${problem}`);
        return this.#tables.sql.export();
    }
    close() {
        this.#tables.sql.close();
    }
}


/***/ }),

/***/ 77062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   Fh: () => (/* binding */ startsObject),
/* harmony export */   Uw: () => (/* binding */ unescapeText),
/* harmony export */   aq: () => (/* binding */ SPECIAL),
/* harmony export */   d5: () => (/* binding */ head),
/* harmony export */   gc: () => (/* binding */ ValueEncoder),
/* harmony export */   jU: () => (/* binding */ decodeKeys),
/* harmony export */   kP: () => (/* binding */ checkDepth),
/* harmony export */   ln: () => (/* binding */ shapeAt),
/* harmony export */   n6: () => (/* binding */ checkNesting),
/* harmony export */   wx: () => (/* binding */ encodeText),
/* harmony export */   wz: () => (/* binding */ decodeValue)
/* harmony export */ });
/* unused harmony export MAX_DEPTH */
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30620);
/* harmony import */ var _dictionary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15527);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24850);



const TAG = {
    special: 0,
    natural: 1,
    negative: 2,
    reference: 3,
    text: 4,
    array: 5,
    shaped: 6,
    object: 7,
};
const SPECIAL = {
    null: 0,
    false: 1,
    true: 2,
    double: 3,
    escaped: 4,
    tenths: 5,
    hundredths: 6,
    thousandths: 7,
};
const DECIMALS = [
    [SPECIAL.tenths, 10],
    [SPECIAL.hundredths, 100],
    [SPECIAL.thousandths, 1000],
];
/** Deeper values are refused: reading them back would exhaust the stack. */
const MAX_DEPTH = 256;
/** Three bits of a safe integer are the tag. */
const MAX_NATURAL = 2 ** 50;
function head(writer, tag, value) {
    writer.uint(value * 8 + tag);
}
/** @throws TypeError */
function checkDepth(depth) {
    if (depth >= MAX_DEPTH)
        throw new TypeError(`the data of an event is nested more than ${MAX_DEPTH} levels deep`);
}
/** Writes values with the texts and shapes that a dictionary has; never adds to it. */
class ValueEncoder {
    #writer;
    #dictionary;
    #shapes = { children: new Map(), count: 0 };
    constructor(writer, dictionary) {
        this.#writer = writer;
        this.#dictionary = dictionary;
    }
    encode(value, depth = 0) {
        const writer = this.#writer;
        if (typeof value === 'string')
            this.#text(value);
        else if (typeof value === 'number')
            encodeNumber(writer, value);
        else if (typeof value === 'boolean')
            head(writer, TAG.special, value ? SPECIAL.true : SPECIAL.false);
        else if (value === null)
            head(writer, TAG.special, SPECIAL.null);
        else if (typeof value !== 'object')
            throw new TypeError(`the data of an event must be JSON, not a ${typeof value}`);
        else {
            checkDepth(depth);
            if (Array.isArray(value)) {
                head(writer, TAG.array, value.length);
                for (const item of value)
                    this.encode(item ?? null, depth + 1);
            }
            else
                this.#object(value, depth);
        }
    }
    #text(text) {
        const number = this.#dictionary.number(text);
        if (number === undefined)
            encodeText(this.#writer, text);
        else
            head(this.#writer, TAG.reference, number);
    }
    #object(value, depth) {
        const keys = Object.keys(value);
        let shape = this.#shapes;
        let count = 0;
        for (const key of keys) {
            // JSON has no undefined: as JSON.stringify does, such a member is left out.
            if (value[key] === undefined)
                continue;
            shape = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .G)(shape, key);
            count++;
        }
        if (shape.count === 0) {
            shape.count = 1;
            shape.number = this.#dictionary.number((0,_dictionary_js__WEBPACK_IMPORTED_MODULE_2__/* .shapeText */ .L)(keys.filter((key) => value[key] !== undefined)));
        }
        if (shape.number === undefined) {
            head(this.#writer, TAG.object, count);
            for (const key of keys)
                if (value[key] !== undefined)
                    this.#text(key);
        }
        else
            head(this.#writer, TAG.shaped, shape.number);
        for (const key of keys) {
            const item = value[key];
            if (item !== undefined)
                this.encode(item, depth + 1);
        }
    }
}
function encodeText(writer, text) {
    const start = writer.length;
    head(writer, TAG.text, text.length);
    if (writer.ascii(text))
        return;
    writer.truncate(start);
    if (/\p{Surrogate}/u.test(text)) {
        // UTF-8 has no lone surrogates; JSON's escapes do.
        head(writer, TAG.special, SPECIAL.escaped);
        writer.text(JSON.stringify(text));
    }
    else {
        const bytes = Buffer.from(text, 'utf8');
        head(writer, TAG.text, bytes.length);
        writer.raw(bytes);
    }
}
function encodeNumber(writer, value) {
    if (!Number.isFinite(value)) {
        // As JSON.stringify does.
        head(writer, TAG.special, SPECIAL.null);
    }
    else if (Number.isInteger(value) && Math.abs(value) < MAX_NATURAL && !Object.is(value, -0)) {
        if (value >= 0)
            head(writer, TAG.natural, value);
        else
            head(writer, TAG.negative, -1 - value);
    }
    else {
        const decimal = DECIMALS.find(([, scale]) => isDecimal(value, scale));
        head(writer, TAG.special, decimal ? decimal[0] : SPECIAL.double);
        if (decimal)
            writer.int(Math.round(value * decimal[1]));
        else
            writer.double(value);
    }
}
/** Whether a whole number of 1/scale is exactly this value. */
function isDecimal(value, scale) {
    const scaled = Math.round(value * scale);
    return scaled !== 0 && Math.abs(scaled) < 2 ** 40 && scaled / scale === value;
}
/** @throws MalformedBytesError */
function decodeValue(reader, dictionary, depth = 0) {
    const number = reader.uint();
    const value = Math.floor(number / 8);
    switch (number % 8) {
        case TAG.natural:
            return value;
        case TAG.negative:
            return -1 - value;
        case TAG.reference:
            return textAt(dictionary, value);
        case TAG.text:
            return reader.textOf(value);
        case TAG.special:
            return decodeSpecial(reader, value);
    }
    checkNesting(reader, value, depth, number % 8);
    if (number % 8 === TAG.array) {
        const items = [];
        for (let i = 0; i < value; i++)
            items.push(decodeValue(reader, dictionary, depth + 1));
        return items;
    }
    const keys = number % 8 === TAG.shaped ? shapeAt(dictionary, value) : decodeKeys(reader, dictionary, value);
    const object = {};
    for (const key of keys) {
        const item = decodeValue(reader, dictionary, depth + 1);
        if (key === '__proto__') {
            Object.defineProperty(object, key, { value: item, enumerable: true, configurable: true, writable: true });
        }
        else
            object[key] = item;
    }
    return object;
}
function decodeKeys(reader, dictionary, count) {
    const keys = [];
    for (let i = 0; i < count; i++) {
        const key = decodeValue(reader, dictionary, MAX_DEPTH);
        if (typeof key !== 'string')
            throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('the key of an object is not a text');
        keys.push(key);
    }
    return keys;
}
/** Whether the value that begins here is an object; reads nothing. */
function startsObject({ bytes, position, end }) {
    const tag = (bytes[position] ?? 0) % 8;
    return position < end && (tag === TAG.shaped || tag === TAG.object);
}
function decodeSpecial(reader, special) {
    switch (special) {
        case SPECIAL.null:
            return null;
        case SPECIAL.false:
            return false;
        case SPECIAL.true:
            return true;
        case SPECIAL.double:
            return reader.double();
        case SPECIAL.escaped:
            return unescapeText(reader.text());
        case SPECIAL.tenths:
            return reader.int() / 10;
        case SPECIAL.hundredths:
            return reader.int() / 100;
        case SPECIAL.thousandths:
            return reader.int() / 1000;
        default:
            throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC(`there is no value of sort ${special}`);
    }
}
function unescapeText(json) {
    try {
        const text = JSON.parse(json);
        if (typeof text === 'string')
            return text;
    }
    catch {
        // Said below.
    }
    throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('an escaped text is not one');
}
function checkNesting(reader, length, depth, tag) {
    if (depth >= MAX_DEPTH)
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC(`values are nested more than ${MAX_DEPTH} levels deep`);
    // Every item takes a byte at least: a length beyond that is a lie that would only cost memory.
    if (tag !== TAG.shaped && length > reader.end - reader.position) {
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC('a list is longer than its bytes');
    }
}
function textAt(dictionary, number) {
    const text = dictionary.text(number);
    if (text === undefined)
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC(`there is no text number ${number}`);
    return text;
}
function shapeAt(dictionary, number) {
    const keys = dictionary.shape(number);
    if (keys === undefined)
        throw new _bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedBytesError */ .tC(`there is no shape number ${number}`);
    return keys;
}


/***/ })

};
