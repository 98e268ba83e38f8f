export const id = 542;
export const ids = [542];
export const modules = {

/***/ 6825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   hC: () => (/* binding */ escapeMessage),
/* harmony export */   kq: () => (/* binding */ clipDocument),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export maxPiece */
// What GitHub's Markdown and runner would act on. Everything from a repository, a pull request or a model goes
// through here before it enters a comment or a job summary.
const controls = /[\p{Cc}\u2028\u2029]+/gu;
// Bidirectional overrides, zero-width characters and tags: text that looks like other text.
const deceptive = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
const punctuation = /[\\`*_{}[\]()+\-.!|~$]/g;
const htmlSpecial = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const zeroWidthSpace = '&#8203;';
/** Longest text that one escaped piece keeps, in characters. */
const maxPiece = 500;
/**
 * Text from outside as Markdown that shows exactly this text in one line: no HTML, links, images, emphasis, code,
 * mentions, issue references, autolinks, `::commands`, and no hidden marker of ours.
 */
function escapeMarkdown(text, maxLength = maxPiece) {
    return escapeLine(clip(oneLine(text).trim(), maxLength));
}
function escapeLine(text) {
    return (text
        .replace(/[&<>"]/g, (char) => htmlSpecial[char])
        .replace(punctuation, '\\$&')
        // GitHub links references after Markdown is rendered, so a backslash would not stop it.
        .replace(/(#|\bGH\\-)(?=\w)/gi, `$1${zeroWidthSpace}`)
        .replace(/^#/, '\\#')
        .replace(/@(?=[\w-])/g, `@${zeroWidthSpace}`)
        .replace(/:(?=\/\/)/g, `:${zeroWidthSpace}`)
        .replace(/::/g, `:${zeroWidthSpace}:`)
        .replace(/\b(www)(?=\\\.)/gi, `$1${zeroWidthSpace}`)
        .replace(/\b([0-9a-f]{7})(?=[0-9a-f]{0,33}\b)/g, `$1${zeroWidthSpace}`));
}
/**
 * Text from outside as inline code. GitHub turns nothing inside it into links or mentions; the runner still reads
 * lines that start with `::`, which a job summary or comment is never printed as.
 */
function inlineCode(text, maxLength = maxPiece) {
    const content = clip(oneLine(text).trim(), maxLength).replace(/\|/g, '\\|').replace(/<!--/g, '< !--');
    if (content === '')
        return '` `';
    const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    const space = content.startsWith('`') || content.endsWith('`') || /^ .* $/.test(content) ? ' ' : '';
    return fence + space + content + space + fence;
}
/** A message of ours that quotes text from outside in backquotes: the quotes become inline code, the rest is escaped. */
function escapeMessage(text, maxLength = maxPiece) {
    return clip(oneLine(text).trim(), maxLength)
        .split(/`([^`]*)`/)
        .map((part, i) => (i % 2 === 1 ? inlineCode(part, maxLength) : escapeLine(part)))
        .join('');
}
/** A fenced block that its content cannot leave. */
function codeBlock(text, language = '', maxLength = 20_000) {
    const content = clip(text.replace(deceptive, '').replace(/\r\n?/g, '\n'), maxLength).replace(/<!--/g, '< !--');
    const longest = Math.max(2, ...[...content.matchAll(/`{3,}/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language.replace(/[^\w-]/g, '')}\n${content}\n${fence}`;
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** Whole documents, cut at a line so that nothing is left open, with a word about it. */
function clipDocument(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = '\n\n_Clipped here: the full report is in the JSON output._\n';
    const room = maxBytes - Buffer.byteLength(note);
    const kept = [];
    let used = 0;
    for (const line of markdown.split('\n')) {
        used += Buffer.byteLength(line) + 1;
        if (used > room)
            break;
        kept.push(line);
    }
    return kept.join('\n') + note;
}
function oneLine(text) {
    return text.replace(deceptive, '').replace(controls, ' ');
}
function clip(text, maxLength) {
    const characters = [...text];
    return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
}


/***/ }),

/***/ 28147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ eventKind)
/* harmony export */ });
function eventKind(kind, version = 1, upcast = {}) {
    return { kind, version, upcast };
}


/***/ }),

/***/ 12398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runStarted),
/* harmony export */   u: () => (/* binding */ runFinished)
/* harmony export */ });
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28147);

/** Every stream begins with this: who speaks, and with which versions. */
const runStarted = (0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .eventKind */ .P)('run.started');
const runFinished = (0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .eventKind */ .P)('run.finished');


/***/ }),

/***/ 24885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ev: () => (/* reexport */ sync_services/* ArtifactGoneError */.ev),
  oB: () => (/* reexport */ sync_services/* DamagedArtifactError */.oB),
  B6: () => (/* reexport */ sync_services/* NameTakenError */.B6),
  gB: () => (/* reexport */ sync_services/* NotPermittedError */.gB),
  vj: () => (/* reexport */ sync_services/* RefusedArtifactError */.vj),
  Ti: () => (/* reexport */ acceptRuns),
  commitJournals: () => (/* reexport */ commitJournals),
  RN: () => (/* reexport */ compactStore),
  cw: () => (/* reexport */ decodeCarry),
  Yk: () => (/* reexport */ encodeCarry),
  yH: () => (/* reexport */ restoreStore),
  Os: () => (/* reexport */ saveSnapshot)
});

// UNUSED EXPORTS: commitEvents, quarantinedStreams, streamAccepted

// EXTERNAL MODULE: ./build/dist/store/event.js
var store_event = __webpack_require__(28147);
// EXTERNAL MODULE: ./build/dist/store/key.js
var store_key = __webpack_require__(85944);
;// CONCATENATED MODULE: ./build/dist/store/sync/acceptance.js


/**
 * A trusted run accepted the events of a fork's run. It is an event itself, so that a store rebuilt from deltas makes the
 * same streams visible.
 */
const streamAccepted = (0,store_event/* eventKind */.P)('store.stream-accepted');
/** Streams that wait for a decision. */
function quarantinedStreams(store) {
    return store
        .streams()
        .filter((stream) => stream.quarantined)
        .map((stream) => stream.key);
}
/**
 * Accepts all quarantined streams of these runs, for good: the decision is recorded.
 *
 * @returns the accepted streams, and the run ids that have nothing in quarantine
 */
function acceptRuns(store, recorder, runIds) {
    const wanted = new Set(runIds);
    const accepted = quarantinedStreams(store).filter((stream) => wanted.has(stream.runId));
    for (const { repository, runId, attempt, job } of accepted) {
        recorder.record(streamAccepted, { repository, runId, attempt, job });
    }
    store.accept(accepted);
    const found = new Set(accepted.map((stream) => stream.runId));
    return { accepted, unknown: [...wanted].filter((runId) => !found.has(runId)) };
}
/** Repeats the decisions that trusted runs recorded. An accepted fork decides nothing: only its facts were accepted. */
function applyAcceptances(store) {
    const forks = store.streams().filter((stream) => stream.accepted);
    const forkIds = new Set(forks.map((stream) => (0,store_key/* streamId */.gV)(stream.key)));
    const streams = [];
    for (const { key, data } of store.events({ kinds: [streamAccepted] })) {
        const { repository, runId, attempt, job } = data;
        if (!forkIds.has((0,store_key/* streamId */.gV)(key)) &&
            typeof repository === 'string' &&
            typeof runId === 'string' &&
            typeof attempt === 'number' &&
            typeof job === 'string') {
            streams.push({ repository, runId, attempt, job });
        }
    }
    if (streams.length > 0)
        store.accept(streams);
}

// EXTERNAL MODULE: ./build/dist/store/sync/limits.js
var sync_limits = __webpack_require__(63143);
;// CONCATENATED MODULE: ./build/dist/store/sync/listing.js

// A delta that became visible late may stand among known ones; a page whose last ones are all known ends the search.
const knownTail = 20;
// A run fills slot k + 1 only when its slot k is taken, so empty slots end the search. One may be empty before a used one,
// because its uploader died or because it is not visible yet; slot 1 also because `learn` deleted everything in it.
const emptySlots = { first: 1, pages: 2, all: 8 };
/** Delta artifacts, newest first, in a few requests. */
async function listDeltas(artifacts, options) {
    const found = new Map();
    let empty = 0;
    for (let slot = 1; slot <= options.slots && empty < emptySlots[options.depth]; slot += 1) {
        const listed = await listSlot(artifacts, slot, options);
        for (const artifact of listed)
            found.set(artifact.id, { ...artifact, slot });
        if (listed.length > 0)
            empty = 0;
        else if (slot > 1)
            empty += 1;
    }
    return [...found.values()].sort(newestFirst);
}
async function listSlot(artifacts, slot, options) {
    const found = [];
    for (let page = 1;; page += 1) {
        const answer = await artifacts.list((0,sync_limits/* slotName */.M8)(slot), page);
        found.push(...answer.artifacts);
        if (!answer.more || options.depth === 'first')
            return found;
        const tail = answer.artifacts.slice(-knownTail);
        if (options.depth === 'pages' && tail.every((one) => one.expired || options.known.has(one.id)))
            return found;
    }
}
/** Ids are digits of any length: compared as numbers without losing any. */
function compareIds(left, right) {
    return left.length - right.length || (left < right ? -1 : Number(left > right));
}
function newestFirst(left, right) {
    return compareIds(right.id, left.id);
}

;// CONCATENATED MODULE: ./build/dist/store/sync/carry.js


// The commit looks at the newest page of each slot only.
const knownKept = 2_000;
/** The newest ones that fit: a reader finds the older ones through the deltas that carried them before. */
function chooseCarried(pending, limits) {
    const chosen = [];
    let room = limits.carriedBytes;
    const newest = [...pending].sort((left, right) => compareIds(right.artifactId, left.artifactId));
    for (const delta of newest) {
        if (delta.bytes.length > limits.carriedDeltaBytes)
            continue;
        if (delta.bytes.length > room || chosen.length === limits.carriedDeltas)
            break;
        room -= delta.bytes.length;
        chosen.push(delta);
    }
    return chosen;
}
/** As JSON, for a file of the step. */
function encodeCarry(carry, limits = sync_limits/* defaultLimits */.MK) {
    const pending = chooseCarried(carry.pending, limits).map(({ artifactId, runId, trusted, bytes }) => {
        return { artifactId, runId, trusted, bytes: Buffer.from(bytes).toString('base64') };
    });
    const known = [...carry.known].sort(compareIds).slice(-knownKept);
    return JSON.stringify({ known, pending });
}
/** Undefined when the text is something else: the commit then carries nothing. */
function decodeCarry(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (!isCarry(value))
        return undefined;
    const pending = value.pending.map((delta) => ({
        ...delta,
        bytes: new Uint8Array(Buffer.from(delta.bytes, 'base64')),
    }));
    return { known: new Set(value.known), pending };
}
function isCarry(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { known, pending } = value;
    return (Array.isArray(known) &&
        known.every((id) => typeof id === 'string') &&
        Array.isArray(pending) &&
        pending.every((delta) => typeof delta === 'object' &&
            delta !== null &&
            ['artifactId', 'runId', 'bytes'].every((name) => typeof delta[name] === 'string') &&
            typeof delta.trusted === 'boolean'));
}

// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/store/delta.js
var delta = __webpack_require__(23533);
// EXTERNAL MODULE: ./build/dist/store/journal.js
var journal = __webpack_require__(59152);
// EXTERNAL MODULE: ./build/dist/store/checksum.js
var store_checksum = __webpack_require__(81732);
// EXTERNAL MODULE: ./build/dist/store/errors.js
var store_errors = __webpack_require__(72712);
;// CONCATENATED MODULE: ./build/dist/store/sync/package.js


const format = 1;
const manifestName = 'manifest.json';
const ownName = 'events.delta';
/** The files of a delta artifact: a manifest with the SHA-256 of every other file, own events, carried deltas. */
function packDelta(content) {
    const carried = content.carried.map((delta) => ({
        artifactId: delta.artifactId,
        runId: delta.runId,
        trusted: delta.trusted,
        sha256: (0,store_checksum/* sha256 */.sc)(delta.bytes),
    }));
    const manifest = { format, own: { sha256: (0,store_checksum/* sha256 */.sc)(content.own) }, carried };
    const files = new Map([
        [manifestName, new TextEncoder().encode(JSON.stringify(manifest))],
        [ownName, content.own],
    ]);
    for (const delta of content.carried)
        files.set(carriedName(delta.artifactId), delta.bytes);
    return files;
}
/**
 * Reads what {@link packDelta} wrote. A carried delta that is missing or fails its checksum is left out: its own artifact
 * still has it.
 *
 * @throws CorruptDeltaError, NewerFormatError
 */
function unpackDelta(files) {
    const text = files.get(manifestName);
    if (!text)
        throw new store_errors/* CorruptDeltaError */.MG(`the artifact has no ${manifestName}`);
    const manifest = parseManifest(text);
    const own = files.get(ownName);
    if (!own || (0,store_checksum/* sha256 */.sc)(own) !== manifest.own)
        throw new store_errors/* CorruptDeltaError */.MG(`${ownName} does not match its SHA-256`);
    const carried = [];
    for (const { sha256: digest, ...entry } of manifest.carried) {
        const bytes = files.get(carriedName(entry.artifactId));
        if (bytes && (0,store_checksum/* sha256 */.sc)(bytes) === digest)
            carried.push({ ...entry, bytes });
    }
    return { own, carried };
}
function carriedName(artifactId) {
    return `carried-${artifactId}.delta`;
}
function parseManifest(bytes) {
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        throw new store_errors/* CorruptDeltaError */.MG(`${manifestName} is not JSON`);
    }
    if (!isRecord(value) || typeof value.format !== 'number')
        throw new store_errors/* CorruptDeltaError */.MG(`${manifestName} has no format`);
    if (value.format > format)
        throw new store_errors/* NewerFormatError */.bP('delta artifact', value.format, format);
    const own = isRecord(value.own) ? value.own.sha256 : undefined;
    if (typeof own !== 'string' || !Array.isArray(value.carried) || !value.carried.every(isManifestEntry)) {
        throw new store_errors/* CorruptDeltaError */.MG(`${manifestName} has an unknown shape`);
    }
    return { own, carried: value.carried };
}
function isManifestEntry(value) {
    return (isRecord(value) &&
        typeof value.artifactId === 'string' &&
        /^\d+$/.test(value.artifactId) &&
        typeof value.runId === 'string' &&
        typeof value.trusted === 'boolean' &&
        typeof value.sha256 === 'string');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/dist/store/sync/services.js
var sync_services = __webpack_require__(97879);
;// CONCATENATED MODULE: ./build/dist/store/sync/pending.js





/**
 * Reads the listed deltas that are not known, newest first: the newest carries most of the others, so that they need no
 * download. What is carried by an untrusted delta is not honoured.
 *
 * @param most downloads at most
 */
async function readPending(services, listed, known, notes, most = Number.POSITIVE_INFINITY) {
    const byId = new Map(listed.map((one) => [one.id, one]));
    const deltas = new Map();
    const refused = [];
    const newer = [];
    let failed = 0;
    let gone = 0;
    const looked = new Set();
    const downloaded = new Set();
    const pending = listed.filter((one) => !one.expired && !known.has(one.id));
    for (const artifact of pending) {
        if (deltas.has(artifact.id))
            continue;
        if (looked.size >= most)
            break;
        looked.add(artifact.id);
        try {
            const { files, verified } = await services.artifacts.download(artifact);
            for (const delta of openDelta(files, verified, artifact, byId, notes, refused)) {
                if (!known.has(delta.artifactId) && !deltas.has(delta.artifactId))
                    deltas.set(delta.artifactId, delta);
            }
            downloaded.add(artifact.id);
        }
        catch (thrown) {
            if (thrown instanceof sync_services/* ArtifactGoneError */.ev)
                gone += 1;
            else if (thrown instanceof sync_services/* RefusedArtifactError */.vj) {
                refused.push(artifact.id);
                notes.warn(`Refused the delta artifact ${artifact.id}: ${(0,errors/* messageOf */.bD)(thrown)}`);
            }
            else if (thrown instanceof store_errors/* NewerFormatError */.bP)
                newer.push(artifact.id);
            else {
                failed += 1;
                notes.warn(`The delta artifact ${artifact.id} cannot be read now and stays pending: ${(0,errors/* messageOf */.bD)(thrown)}`);
            }
        }
    }
    if (newer.length > 0) {
        notes.warn(`${newer.length} delta artifacts were written by a newer Hone and stay pending until this one is updated.`);
    }
    return {
        deltas: [...deltas.values()],
        refused,
        failed: failed + newer.length,
        postponed: pending.map((one) => one.id).filter((id) => !looked.has(id) && !deltas.has(id)),
        gone,
        covered: pending.filter((one) => deltas.has(one.id) && !downloaded.has(one.id)).length,
    };
}
/** Own delta first, then those it carries. What is wrong is said, and refused for good only when it was uploaded so. */
function openDelta(files, verified, artifact, listed, notes, refused) {
    const opened = [];
    try {
        const { own, carried } = unpackDelta(files);
        if (artifact.trusted) {
            for (const delta of carried) {
                const info = listed.get(delta.artifactId);
                const claimed = { ...delta, runId: info?.runId ?? delta.runId, trusted: info?.trusted ?? delta.trusted };
                if (isSound(claimed))
                    opened.push(claimed);
            }
        }
        const mine = { artifactId: artifact.id, runId: artifact.runId ?? '', trusted: artifact.trusted, bytes: own };
        checkOrigin(mine);
        opened.unshift(mine);
    }
    catch (thrown) {
        const damaged = thrown instanceof store_errors/* CorruptDeltaError */.MG || thrown instanceof sync_services/* RefusedArtifactError */.vj;
        if (!damaged || !verified)
            throw thrown;
        refused.push(artifact.id);
        notes.warn(`Refused the delta artifact ${artifact.id}: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
    return opened;
}
/** @throws CorruptDeltaError, NewerFormatError, RefusedArtifactError when a stream names another run than the uploader */
function checkOrigin({ bytes, runId }) {
    const stranger = (0,delta/* streamsOfDelta */.px)(bytes).find((stream) => runId === '' || stream.runId !== runId);
    if (stranger) {
        throw new sync_services/* RefusedArtifactError */.vj(`it claims events of run ${JSON.stringify(stranger.runId)}, but run ${runId || 'unknown'} uploaded it`);
    }
}
/** False for a carried delta that is not good: the artifact of its own is read instead. */
function isSound(delta) {
    try {
        checkOrigin(delta);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/dist/store/sync/report.js
/** Where the parts of one operation say what happened. */
class Notes {
    all = [];
    info(text) {
        this.all.push({ level: 'info', text });
    }
    warn(text) {
        this.all.push({ level: 'warning', text });
    }
}
/** The same services, counting. */
function counted(cache, artifacts) {
    const requests = { cache: 0, list: 0, download: 0, upload: 0, delete: 0 };
    const count = (kind, call) => {
        return (...values) => {
            requests[kind] += 1;
            return call(...values);
        };
    };
    return {
        requests,
        cache: cache && {
            restore: count('cache', () => cache.restore()),
            save: count('cache', (files) => cache.save(files)),
        },
        artifacts: {
            list: count('list', (name, page) => artifacts.list(name, page)),
            download: count('download', (artifact) => artifacts.download(artifact)),
            upload: count('upload', (name, files, days) => artifacts.upload(name, files, days)),
            delete: count('delete', (id) => artifacts.delete(id)),
        },
    };
}
/** Calls so far, of all services. */
function spent({ requests }) {
    return Object.values(requests).reduce((sum, calls) => sum + calls, 0);
}
/** `1 delta`, `2 deltas`. */
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/dist/store/sync/commit.js










// Others commit while this job runs; each of them carries those before it, so few downloads fetch them all.
const lateDownloads = 6;
/**
 * Uploads what journals recorded as one delta artifact: the commit point. Journals of several steps of one job may go
 * together. Never throws: what could not be kept is in the report.
 *
 * @param journals paths
 * @param carry what `restoreStore` left in this job; undefined in runs of forks, whose carried deltas nobody honours
 */
async function commitJournals(deps, journals, carry) {
    const notes = new Notes();
    const { events, unreadable } = readJournals(journals, notes);
    const report = await commitEvents(deps, events, carry);
    return { ...report, committed: report.committed && unreadable === 0, notes: [...notes.all, ...report.notes] };
}
/** As {@link commitJournals}, for events of this run that are in memory. */
async function commitEvents(deps, events, carry) {
    const limits = { ...sync_limits/* defaultLimits */.MK, ...deps.limits };
    const services = counted(deps.cache, deps.artifacts);
    const notes = new Notes();
    const report = (committed, rest = {}) => {
        const nothing = { artifact: undefined, carried: 0 };
        return { ...nothing, ...rest, committed, events: events.length, requests: services.requests, notes: notes.all };
    };
    if (events.length === 0)
        return report(true);
    try {
        const carried = chooseCarried(carry ? await pendingNow(services, carry, limits) : [], limits);
        const files = packDelta({ own: (0,delta/* encodeDelta */.xb)(events), carried });
        const artifact = await uploadDelta(services, files, limits);
        const company = carried.length > 0 ? `, together with ${plural(carried.length, 'earlier delta')} that no snapshot has yet` : '';
        notes.info(`Kept ${plural(events.length, 'event')} as the artifact ${artifact.name}${company}.`);
        return report(true, { artifact, carried: carried.length });
    }
    catch (thrown) {
        notes.warn(`${plural(events.length, 'event')} could not be uploaded and will be missing from later runs: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return report(false);
    }
}
function readJournals(journals, notes) {
    const events = [];
    let unreadable = 0;
    for (const path of journals) {
        try {
            const content = (0,journal/* readJournal */.a0)(path);
            events.push(...content.events);
            if (content.torn)
                notes.warn('The step was stopped while it wrote an event: that one event is lost.');
            if (content.damaged.length > 0)
                notes.warn(`${plural(content.damaged.length, 'line')} of the journal are damaged.`);
        }
        catch (thrown) {
            unreadable += 1;
            notes.warn(`A journal cannot be read, so its events are lost: ${(0,errors/* messageOf */.bD)(thrown)}`);
        }
    }
    return { events, unreadable };
}
/** Pending deltas as of now. Looking again is a favour to readers; when it fails, those of the restore are carried. */
async function pendingNow(services, carry, limits) {
    try {
        const listed = await listDeltas(services.artifacts, { known: carry.known, slots: limits.slots, depth: 'first' });
        const late = await readPending(services, listed, carry.known, new Notes(), lateDownloads);
        return [...late.deltas, ...carry.pending];
    }
    catch {
        return carry.pending;
    }
}
async function uploadDelta(services, files, limits) {
    for (let slot = 1; slot <= limits.slots; slot += 1) {
        const name = (0,sync_limits/* slotName */.M8)(slot);
        try {
            const { id } = await services.artifacts.upload(name, files, limits.retentionDays);
            return { id, name };
        }
        catch (thrown) {
            if (!(thrown instanceof sync_services/* NameTakenError */.B6))
                throw thrown;
        }
    }
    throw new Error(`all ${limits.slots} names for deltas are taken in this run`);
}

// EXTERNAL MODULE: ./build/dist/store/store.js + 13 modules
var store_store = __webpack_require__(78062);
;// CONCATENATED MODULE: ./build/dist/store/sync/snapshot.js






const fileName = 'store.db';
const lookedName = 'looked-at';
/** The whole store, and when the snapshot artifacts were last looked at; beside each file its SHA-256. */
function packSnapshot(store, lookedAt) {
    const files = new Map();
    const add = (name, bytes) => {
        files.set(name, bytes);
        files.set((0,store_checksum/* checksumPath */.F_)(name), new TextEncoder().encode((0,store_checksum/* formatChecksum */.rH)((0,store_checksum/* sha256 */.sc)(bytes), name)));
    };
    add(fileName, store.serialize());
    add(lookedName, new TextEncoder().encode(String(lookedAt)));
    return files;
}
/** @throws CorruptStoreError, NewerFormatError */
async function openSnapshot(files) {
    const lookedAt = Number(new TextDecoder().decode(checked(files, lookedName)));
    return { store: await store_store/* EventStore */.s.open(checked(files, fileName)), lookedAt };
}
/** @throws CorruptStoreError when the file is missing or does not match the SHA-256 beside it */
function checked(files, name) {
    const bytes = files.get(name);
    const checksum = files.get((0,store_checksum/* checksumPath */.F_)(name));
    if (!bytes || !checksum)
        throw new store_errors/* CorruptStoreError */.DU(`${name} or its checksum is missing`);
    if ((0,store_checksum/* parseChecksum */.tB)(new TextDecoder().decode(checksum)) !== (0,store_checksum/* sha256 */.sc)(bytes)) {
        throw new store_errors/* CorruptStoreError */.DU(`${name} does not match its SHA-256`);
    }
    return bytes;
}
/**
 * The snapshot to start from: the newest of the cache, and the snapshot artifacts that are newer than those it has taken
 * in, down to the first that was whole when it was saved. `learn` deletes deltas only when a snapshot artifact older than
 * the safety age holds their events, so a reader whose look at these artifacts is younger than that misses nothing and need
 * not look again.
 */
async function restoreBase(services, notes, options) {
    const cached = await restoreCached(services, notes);
    let store = cached?.store;
    let source = store ? 'cache' : 'none';
    if (cached && cached.lookedAt > options.lookSince && cached.lookedAt <= options.now) {
        return { store: cached.store, source, complete: true, lookedAt: cached.lookedAt };
    }
    let complete = true;
    /** Snapshot artifacts in a row that could not be read. */
    let missed = 0;
    /** Ids of the snapshot artifacts after which older ones hold nothing more, because a whole snapshot took them in. */
    const final = new Set(cached && cached.lookedAt > 0 ? cached.store.ingested() : []);
    let listed;
    try {
        listed = await listSnapshots(services, notes);
    }
    catch (thrown) {
        notes.warn(`The snapshot artifacts of this repository could not be listed: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return { store: store ?? (await store_store/* EventStore */.s.create()), source, complete: false, lookedAt: 0 };
    }
    for (const artifact of listed) {
        if (!final.has(artifact.id)) {
            const opened = await openArtifact(services, artifact, notes);
            if (!opened) {
                missed += 1;
                continue;
            }
            if (opened.lookedAt > 0)
                for (const id of [artifact.id, ...opened.store.ingested()])
                    final.add(id);
            if (store) {
                store.mergeStore(opened.store);
                opened.store.close();
            }
            else {
                store = opened.store;
                source = 'artifact';
            }
            store.markIngested([artifact.id]);
            notes.info(`Took in the snapshot artifact ${artifact.id}.`);
        }
        if (!final.has(artifact.id))
            continue;
        complete &&= missed <= 1;
        missed = 0;
        if (!options.sweep)
            break;
    }
    complete &&= missed === 0;
    const lookedAt = complete ? options.now : 0;
    return { store: store ?? (await store_store/* EventStore */.s.create()), source, complete, lookedAt };
}
/** Snapshot artifacts that this repository's own code published, newest first. */
async function listSnapshots(services, notes) {
    const page = await services.artifacts.list(sync_limits/* storeName */.Hz, 1);
    const foreign = page.artifacts.filter((one) => !one.trusted).length;
    if (foreign > 0)
        notes.warn(`Ignored ${foreign} artifacts named ${sync_limits/* storeName */.Hz} that were not made by this repository.`);
    return page.artifacts.filter((one) => one.trusted && !one.expired).sort(newestFirst);
}
/** Undefined, and said, when it cannot be read or is not a healthy store. */
async function openArtifact(services, artifact, notes) {
    try {
        const { files } = await services.artifacts.download(artifact);
        return await openSnapshot(files);
    }
    catch (thrown) {
        notes.warn(`The snapshot artifact ${artifact.id} cannot be used, so the next source was tried: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return undefined;
    }
}
async function restoreCached(services, notes) {
    if (!services.cache)
        return undefined;
    try {
        const files = await services.cache.restore();
        if (!files) {
            notes.info('The Actions cache gave no snapshot: none was saved for this branch yet, or it was evicted.');
            return undefined;
        }
        const snapshot = await openSnapshot(files);
        notes.info('Took the snapshot from the Actions cache.');
        return snapshot;
    }
    catch (thrown) {
        notes.warn(`The cached snapshot cannot be used, so the next source was tried: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/dist/store/sync/compact.js






/**
 * Makes the store of a sweep (`restoreStore` with `sweep`) the new snapshot: retention, verification, snapshot artifact,
 * cached snapshot; then deletes the deltas that two snapshot artifacts hold, one of them older than the safety age and
 * just verified. Never throws: what did not work is in the report.
 */
async function compactStore(deps, restored, options = {}) {
    const limits = { ...sync_limits/* defaultLimits */.MK, ...deps.limits };
    const services = counted(deps.cache, deps.artifacts);
    const notes = new Notes();
    const { store, listed } = restored;
    const now = deps.clock.now();
    const previous = await previousGeneration(services, store, now - limits.safetyAge, notes);
    const { dropped } = store.retain({ now, days: options.retentionDays ?? limits.retentionDays });
    if (dropped > 0)
        notes.info(`Dropped ${plural(dropped, 'event')} older than the retention.`);
    if (restored.report.complete)
        forgetVanished(store, [...listed, ...previous.snapshots], now - limits.safetyAge);
    store.compact();
    const health = store.verify();
    const report = (rest) => {
        const nothing = { published: undefined, cached: false, deleted: 0 };
        return { ...nothing, ...rest, dropped, requests: services.requests, notes: notes.all };
    };
    if (!health.ok) {
        notes.warn(`The store is not sound, so no snapshot was published: ${health.problems.join('; ')}`);
        return report({});
    }
    const published = await publish(services, restored, limits, notes);
    const cached = await saveCached(services, restored, notes);
    const deleted = published === undefined ? 0 : await deleteHeld(services, previous, listed, now, limits, notes);
    return report({ published, cached, deleted });
}
/** Saves a new cached snapshot; for readers whose restore said `snapshotDue`. Never throws. */
async function saveSnapshot(deps, restored) {
    const notes = new Notes();
    return { saved: await saveCached(counted(deps.cache, deps.artifacts), restored, notes), notes: notes.all };
}
/** The newest snapshot artifact older than the safety age, read back and united with this store. */
async function previousGeneration(services, store, before, notes) {
    let snapshots = [];
    try {
        snapshots = await listSnapshots(services, notes);
    }
    catch (thrown) {
        notes.warn(`The snapshot artifacts could not be listed, so nothing will be deleted: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
    for (const artifact of snapshots) {
        if (artifact.createdAt > before)
            continue;
        const opened = await openArtifact(services, artifact, notes);
        if (!opened)
            continue;
        const holds = new Set(opened.store.ingested());
        store.mergeStore(opened.store);
        store.markIngested([artifact.id]);
        opened.store.close();
        return { snapshots, verified: { id: artifact.id, holds } };
    }
    return { snapshots, verified: undefined };
}
/** Ids of artifacts that no longer exist are of no use; merging one again would change nothing. */
function forgetVanished(store, listed, before) {
    const listedIds = new Set(listed.map((one) => one.id));
    const horizon = listed
        .filter((one) => one.createdAt < before)
        .sort(newestFirst)
        .at(0)?.id;
    if (horizon === undefined)
        return;
    store.forgetIngested([...store.ingested()].filter((id) => !listedIds.has(id) && compareIds(id, horizon) < 0));
}
async function publish(services, { store, lookedAt }, limits, notes) {
    try {
        const { id } = await services.artifacts.upload(sync_limits/* storeName */.Hz, packSnapshot(store, lookedAt), limits.retentionDays);
        store.markIngested([id]);
        notes.info(`Published the snapshot artifact ${id}.`);
        return id;
    }
    catch (thrown) {
        notes.warn(`The snapshot artifact could not be published: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return undefined;
    }
}
async function saveCached(services, { store, lookedAt }, notes) {
    if (!services.cache)
        return false;
    try {
        await services.cache.save(packSnapshot(store, lookedAt));
        notes.info('Saved a new cached snapshot.');
        return true;
    }
    catch (thrown) {
        notes.warn(`The cached snapshot could not be saved: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return false;
    }
}
/** Deletes what two generations hold. Later slots go first, so that readers never meet an empty slot before a used one. */
async function deleteHeld(services, generation, listed, now, limits, notes) {
    const { verified, snapshots } = generation;
    if (!verified)
        return 0;
    const held = (one) => verified.holds.has(one.id) && one.createdAt < now - limits.safetyAge;
    const kept = listed.filter((one) => !held(one));
    const old = listed.filter((one) => held(one) && !kept.some((other) => other.runId === one.runId && other.slot > one.slot));
    const superseded = snapshots.filter((one) => compareIds(one.id, verified.id) < 0 && verified.holds.has(one.id));
    const oldestFirst = old.sort((left, right) => right.slot - left.slot || compareIds(left.id, right.id));
    let deleted = 0;
    for (const { id } of [...superseded, ...oldestFirst].slice(0, limits.deletions)) {
        try {
            await services.artifacts.delete(id);
            deleted += 1;
        }
        catch (thrown) {
            if (thrown instanceof sync_services/* NotPermittedError */.gB) {
                notes.info('The token may not delete artifacts (`actions: write`): those that are no longer needed will expire.');
            }
            else {
                notes.warn(`Deleting artifacts that are no longer needed stopped: ${(0,errors/* messageOf */.bD)(thrown)}`);
            }
            break;
        }
    }
    if (deleted > 0)
        notes.info(`Deleted ${plural(deleted, 'artifact')} whose events two snapshots hold.`);
    return deleted;
}

;// CONCATENATED MODULE: ./build/dist/store/sync/restore.js








/**
 * Newest valid snapshot plus every delta it has not taken in. Never throws for what a service or an artifact does: the
 * worst case is an empty store and a report that says why.
 *
 * @param options.sweep reads every page and every snapshot artifact, so that a delta that became visible late, behind
 *   known ones, is found; for `learn`
 */
async function restoreStore(deps, options = {}) {
    const limits = { ...sync_limits/* defaultLimits */.MK, ...deps.limits };
    const sweep = options.sweep ?? false;
    const services = counted(deps.cache, deps.artifacts);
    const notes = new Notes();
    const now = deps.clock.now();
    const lookSince = sweep ? now : now - limits.safetyAge / 2;
    let base = await restoreBase(services, notes, { sweep, now, lookSince });
    let read = await readDeltas(services, base, limits, sweep, notes);
    if (read && read.gone > 0) {
        // A compaction deleted them after it put their events in a snapshot artifact: look once more.
        notes.info(`${plural(read.gone, 'delta')} vanished while being read: looked again for the snapshot that has them.`);
        base.store.close();
        base = await restoreBase(services, notes, { sweep: true, now, lookSince: now });
        read = await readDeltas(services, base, limits, sweep, notes);
    }
    const { store, source, lookedAt } = base;
    applyAcceptances(store);
    const deltas = read?.deltas ?? [];
    const listed = (read?.listed ?? []).map((one) => one.id);
    const sound = base.complete && read !== undefined && read.failed === 0 && read.gone === 0;
    const complete = sound && read?.postponed.length === 0;
    const waiting = quarantinedStreams(store).length;
    if (waiting > 0)
        notes.info(`${plural(waiting, 'stream')} of forks wait in quarantine until \`learn\` is told to accept them.`);
    const snapshotDue = deps.cache !== undefined && sound && (deltas.length > limits.pendingBeforeSnapshot || source === 'artifact');
    return {
        store,
        lookedAt,
        listed: read?.listed ?? [],
        carry: {
            pending: deltas,
            known: new Set([...store.ingested(), ...listed.filter((id) => !read?.postponed.includes(id))]),
        },
        report: {
            source,
            deltas: {
                merged: deltas.length,
                covered: read?.covered ?? 0,
                quarantined: deltas.filter((delta) => !delta.trusted).length,
                refused: read?.refused.length ?? 0,
                failed: read?.failed ?? 0,
            },
            complete,
            snapshotDue,
            requests: services.requests,
            notes: notes.all,
        },
    };
}
/** Undefined, and said, when the deltas cannot even be listed. */
async function readDeltas(services, { store, source }, limits, sweep, notes) {
    const known = new Set(store.ingested());
    let listed;
    try {
        listed = await listDeltas(services.artifacts, { known, slots: limits.slots, depth: sweep ? 'all' : 'pages' });
    }
    catch (thrown) {
        notes.warn(`The deltas of earlier runs could not be listed, so only the snapshot is known: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return undefined;
    }
    // A burst of runs that could not carry each other: the newest now, the others by the read that comes next.
    const most = sweep || source !== 'cache' ? Number.POSITIVE_INFINITY : Math.max(1, limits.requests - spent(services));
    const read = await readPending(services, listed, known, notes, most);
    if (read.postponed.length > 0)
        notes.info(`Left ${plural(read.postponed.length, 'delta')} for a later run, to keep requests few.`);
    const { merged, refused, failed } = mergeDeltas(store, read.deltas, notes);
    store.markIngested([...merged.map((delta) => delta.artifactId), ...read.refused, ...refused]);
    if (merged.length > 0) {
        const inside = read.covered > 0 ? `, ${read.covered} of them carried by others` : '';
        notes.info(`Merged ${plural(merged.length, 'delta')} that the snapshot did not have${inside}.`);
    }
    return { ...read, deltas: merged, refused: [...read.refused, ...refused], failed: read.failed + failed, listed };
}
/** Their checksums are good: what is malformed inside was made so. A fork may make the merge throw anything. */
function mergeDeltas(store, deltas, notes) {
    const merged = [];
    let failed = 0;
    const refused = [];
    for (const delta of deltas) {
        try {
            store.mergeDelta(delta.bytes, { quarantined: !delta.trusted });
            merged.push(delta);
        }
        catch (thrown) {
            if (thrown instanceof store_errors/* CorruptDeltaError */.MG || !delta.trusted)
                refused.push(delta.artifactId);
            else
                failed += 1;
            notes.warn(`Refused the delta ${delta.artifactId}, whose events cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
        }
    }
    return { merged, refused, failed };
}

;// CONCATENATED MODULE: ./build/dist/store/sync/index.js








/***/ }),

/***/ 63143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ storeName),
/* harmony export */   M8: () => (/* binding */ slotName),
/* harmony export */   MK: () => (/* binding */ defaultLimits)
/* harmony export */ });
/* unused harmony export deltaName */
const defaultLimits = {
    pendingBeforeSnapshot: 50,
    requests: 8,
    carriedDeltaBytes: 64 * 1024,
    carriedBytes: 1024 * 1024,
    carriedDeltas: 200,
    slots: 64,
    safetyAge: 24 * 3_600_000,
    deletions: 400,
    retentionDays: 90,
};
const deltaName = 'hone-delta';
const storeName = 'hone-store';
/** Name of the `slot`-th delta artifact of a run, from 1. */
function slotName(slot) {
    return slot === 1 ? deltaName : `${deltaName}-${slot}`;
}


/***/ }),

/***/ 97879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ NameTakenError),
/* harmony export */   ev: () => (/* binding */ ArtifactGoneError),
/* harmony export */   gB: () => (/* binding */ NotPermittedError),
/* harmony export */   oB: () => (/* binding */ DamagedArtifactError),
/* harmony export */   vj: () => (/* binding */ RefusedArtifactError)
/* harmony export */ });
/** The artifact was deleted or has expired since it was listed. */
class ArtifactGoneError extends Error {
    name = 'ArtifactGoneError';
}
/** The bytes that arrived are not those that were uploaded; another try may get them. */
class DamagedArtifactError extends Error {
    name = 'DamagedArtifactError';
}
/** What was uploaded is itself unacceptable: too large, names that leave the folder, links, not an archive. */
class RefusedArtifactError extends Error {
    name = 'RefusedArtifactError';
}
class NameTakenError extends Error {
    name = 'NameTakenError';
}
class NotPermittedError extends Error {
    name = 'NotPermittedError';
}


/***/ })

};
