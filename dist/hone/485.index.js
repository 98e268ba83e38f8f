export const id = 485;
export const ids = [485,864];
export const modules = {

/***/ 52033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = { now: () => Date.now() };


/***/ }),

/***/ 81864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

// Bidirectional controls and invisible characters make text look like something it is not ("Trojan Source",
// CVE-2021-42574). The zero-width joiner and the variation selectors stay: emoji are made of them.
const deceptive = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const controls = /[\p{Cc}\u2028\u2029]+/gu;
/**
 * Text from outside (a repository, a person's argument, another program), safe to print on a terminal, in a log or in
 * an error in one line: escape sequences, control characters and bidirectional overrides are taken out; line breaks
 * and tabs become single spaces.
 *
 * @param atMost characters kept, the last of them an ellipsis where there are more
 */
function printable(text, atMost = Number.POSITIVE_INFINITY) {
    const clean = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(deceptive, '').replace(controls, ' ').trim();
    return clean.length > atMost ? `${clean.slice(0, atMost - 1)}…` : clean;
}


/***/ }),

/***/ 9026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ defaultTimeLimit),
/* harmony export */   k: () => (/* binding */ defaultCandidates)
/* harmony export */ });
/** Seconds that `hone fix` takes at most, unless told otherwise. */
const defaultTimeLimit = 300;
/** Repairs that `hone fix` proves, unless told otherwise. */
const defaultCandidates = 3;


/***/ }),

/***/ 1485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProgram: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/base/printable.js
var printable = __webpack_require__(81864);
// EXTERNAL MODULE: ./build/dist/base/version.js
var version = __webpack_require__(32611);
// EXTERNAL MODULE: ./build/dist/base/clock.js
var clock = __webpack_require__(52033);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
;// CONCATENATED MODULE: ./build/dist/render/style.js

const unicodeSymbols = {
    bullet: '•',
    arrow: '→',
    separator: '·',
    ok: '✓',
    fail: '✗',
    warn: '▲',
    info: '●',
    unknown: '?',
    up: '↑',
    down: '↓',
    same: '=',
    rule: '─',
    ellipsis: '…',
};
const asciiSymbols = {
    bullet: '*',
    arrow: '->',
    separator: '-',
    ok: '+',
    fail: 'x',
    warn: '!',
    info: 'i',
    unknown: '?',
    up: '^',
    down: 'v',
    same: '=',
    rule: '-',
    ellipsis: '...',
};
function createStyle(options) {
    const { bold, dim, red, green, yellow, blue, magenta, cyan } = picocolors.createColors(options.colour);
    const symbols = options.unicode ? unicodeSymbols : asciiSymbols;
    return { ...options, bold, dim, red, green, yellow, blue, magenta, cyan, symbols };
}
/** No colour and only ASCII: reads well in a log, a file and a dumb terminal. */
const plainStyle = createStyle({ colour: false, unicode: false, width: 80 });
const minWidth = 40;
const maxWidth = 110;
const pipedWidth = 100;
/**
 * The style that fits a stream.
 *
 * Colour: `--no-color`, then NO_COLOR (https://no-color.org), then FORCE_COLOR, else only on a terminal that is not
 * "dumb". Glyphs beyond ASCII: only with colour or on a terminal, in a UTF-8 locale.
 */
function styleFor(stream, env, noColor = false) {
    const terminal = stream.isTTY === true && env.TERM !== 'dumb';
    const asked = env.FORCE_COLOR ?? '';
    const refused = noColor || Boolean(env.NO_COLOR) || asked === '0' || asked === 'false';
    const forced = !refused && asked !== '';
    // A terminal that does not know its size says 0.
    const columns = stream.columns || Number.parseInt(env.COLUMNS ?? '', 10);
    return createStyle({
        colour: forced || (terminal && !refused),
        unicode: (terminal || forced) && speaksUtf8(env),
        width: Math.min(maxWidth, Math.max(minWidth, columns > 0 ? columns : pipedWidth)),
    });
}
function speaksUtf8(env) {
    // Windows sets no locale; its current terminals do UTF-8, and say so in one of these.
    if (process.platform === 'win32')
        return Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.CI);
    // The order in which POSIX lets these override each other.
    const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
    return /utf-?8/i.test(locale) || (locale === '' && process.platform === 'darwin');
}

// EXTERNAL MODULE: ./build/dist/render/terminal-text.js
var terminal_text = __webpack_require__(84606);
;// CONCATENATED MODULE: ./build/dist/cli/log.js

const redrawEveryMs = 80;
const lineEveryMs = 5_000;
// Work that ends sooner than this needs no line at all.
const silentForMs = 400;
/**
 * Notes and progress for a person, on stderr. On a terminal progress is one line that is redrawn and then wiped;
 * elsewhere (a CI log) it is a plain line every few seconds.
 */
function terminalLog(options) {
    const { stream, style, quiet, verbose, now = Date.now } = options;
    const live = stream.isTTY === true && !quiet;
    /** What each piece of work that is going on said last, in the order of their beginning. */
    const going = new Map();
    let drawn = false;
    const wipe = () => {
        if (drawn)
            stream.write('\r\u001b[2K');
        drawn = false;
    };
    const draw = () => {
        const text = [...going.values()].filter((said) => said !== '').join(`  ${style.symbols.separator}  `);
        if (text === '') {
            wipe();
            return;
        }
        stream.write(`\r\u001b[2K${style.dim((0,terminal_text/* truncate */.xv)(text, (stream.columns || 80) - 1, style.symbols.ellipsis))}`);
        drawn = true;
    };
    const line = (text) => {
        wipe();
        stream.write(`${text}\n`);
    };
    return {
        debug(message) {
            if (verbose)
                line(style.dim(message));
        },
        info(message) {
            if (!quiet)
                line(message);
        },
        warn(message) {
            line(`${style.yellow(style.symbols.warn)} ${message}`);
        },
        error(message) {
            line(`${style.red(style.symbols.fail)} ${message}`);
        },
        progress(label) {
            const started = now();
            const self = {};
            let last = live ? started - redrawEveryMs + silentForMs : started;
            let ended = false;
            going.set(self, '');
            return {
                update(done, total, note) {
                    const at = now();
                    if (ended || quiet || at - last < (live ? redrawEveryMs : lineEveryMs))
                        return;
                    last = at;
                    const text = describe(label, done, total, note);
                    if (!live)
                        return line(text);
                    going.set(self, text);
                    draw();
                },
                end(summary) {
                    if (ended)
                        return;
                    ended = true;
                    going.delete(self);
                    if (live)
                        draw();
                    if (summary !== undefined && verbose)
                        line(style.dim(`${label}: ${summary}`));
                },
            };
        },
    };
}
function describe(label, done, total, note) {
    const unit = note === undefined ? '' : ` ${note}`;
    const count = done.toLocaleString('en-US');
    if (total === undefined || total <= 0)
        return `${label}: ${count}${unit}`;
    const share = Math.min(100, Math.floor((done / total) * 100));
    return `${label}: ${count} of ${total.toLocaleString('en-US')}${unit} (${share}%)`;
}

;// CONCATENATED MODULE: ./build/dist/cli/context.js



function createContext(options, surroundings) {
    const { stdout, stderr, env, interruption } = surroundings;
    const noColor = options.color === false;
    return {
        log: terminalLog({
            stream: stderr,
            style: styleFor(stderr, env, noColor),
            quiet: options.quiet ?? false,
            verbose: options.verbose ?? false,
        }),
        clock: clock/* systemClock */.m,
        surroundings,
        interruption,
        answer(value, report) {
            if (options.json) {
                stdout.write(`${JSON.stringify(value, unknownAsNull, 2)}\n`);
            }
            else {
                stdout.write(`${report(styleFor(stdout, env, noColor)).join('\n')}\n`);
            }
        },
    };
}
/** What is not known is null in every answer, never a field that is missing. */
function unknownAsNull(_key, value) {
    return value === undefined ? null : value;
}

// EXTERNAL MODULE: ./build/dist/cli/exit-status.js
var exit_status = __webpack_require__(36025);
// EXTERNAL MODULE: ./build/dist/cli/limits.js
var limits = __webpack_require__(9026);
;// CONCATENATED MODULE: ./build/dist/cli/program.js







/** @returns the exit status of the command that ran; @throws UsageError when the command line is wrong */
async function runProgram(argv, surroundings) {
    let status = exit_status/* exitStatus */.$.done;
    const program = createProgram(surroundings, (result) => {
        status = result;
    });
    try {
        await program.parseAsync([...argv], { from: 'user' });
        return status;
    }
    catch (thrown) {
        if (!(thrown instanceof esm/* CommanderError */.b7))
            throw thrown;
        if (thrown.exitCode === 0)
            return exit_status/* exitStatus */.$.done;
        // Help was shown because no command was named; it says all there is to say.
        if (thrown.code === 'commander.help')
            return exit_status/* exitStatus */.$.wrongUse;
        const message = (0,printable/* printable */.g)(thrown.message.replace(/^error: /, '')).replace(/\.$/, '');
        throw new errors/* UsageError */.eb(`${message}; see hone --help`);
    }
}
/**
 * The command line of `hone`. Each command's code is loaded only when that command runs.
 *
 * @param done receives the exit status of the command that ran
 */
function createProgram(surroundings, done) {
    const { stdout, stderr } = surroundings;
    const program = new esm/* Command */.uB('hone')
        .description('Lets a repository look after itself: analyses commits, repairs what fails, learns from it.')
        .version(version/* version */.r, '-V, --version', 'print the version')
        .helpOption('-h, --help', 'show help')
        .helpCommand('help [command]', 'show help')
        .addHelpText('after', examples('hone run', 'hone analyze --commit HEAD~3', 'hone fix', 'hone metrics --json | jq .commits.total'));
    /** Adds what every command has, and how it is started. */
    function command(parent, syntax, summary, load) {
        return parent
            .command(syntax)
            .summary(summary)
            .description(summary)
            .helpOption('-h, --help', 'show help')
            .allowExcessArguments(false)
            .action(async (...args) => {
            const self = args.at(-1);
            const act = await load();
            const options = self.opts();
            done(await act(options, createContext(options, surroundings), self.args[0]));
        });
    }
    command(program, 'run', 'analyse, repair, record and learn: the whole loop on a repository', async () => (await Promise.all(/* import() */[__webpack_require__.e(740), __webpack_require__.e(729), __webpack_require__.e(88), __webpack_require__.e(878), __webpack_require__.e(542), __webpack_require__.e(134), __webpack_require__.e(245), __webpack_require__.e(674), __webpack_require__.e(64)]).then(__webpack_require__.bind(__webpack_require__, 84064))).run)
        .argument('[dir]', 'the repository; without it, a small example repository is made and used')
        .option('--test <command>', testHelp)
        .option('--no-fix', 'do not run the tests, and repair nothing')
        .addOption(isolationOption())
        .option('--no-store', 'leave nothing behind: what happens is not kept')
        .addHelpText('after', examples('hone run', 'hone run ../my-project', 'hone run --json . > report.json'));
    command(program, 'analyze', 'analyse one commit, or all that changed between two', async () => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(88), __webpack_require__.e(276)]).then(__webpack_require__.bind(__webpack_require__, 14276))).analyzeCommand)
        .addOption(repositoryOption())
        .addOption(new esm/* Option */.c$('--commit <rev>', 'the commit to analyse (default: HEAD)').conflicts(['base', 'head']))
        .option('--base <rev>', 'analyse what --head has and this commit has not')
        .option('--head <rev>', 'the newer end of the comparison (default: HEAD)')
        .addOption(new esm/* Option */.c$('--fail-on <level>', 'exit with 1 when a finding or an impact has this level or a higher one')
        .choices(['none', 'low', 'medium', 'high', 'critical'])
        .default('none'))
        .option('--no-store', 'leave nothing behind: what happens is not kept')
        .addHelpText('after', examples('hone analyze', 'hone analyze --commit v1.2.0', 'hone analyze --base main --head HEAD --fail-on high'));
    command(program, 'fix', 'repair what makes the tests fail, and prove it', async () => (await Promise.all(/* import() */[__webpack_require__.e(740), __webpack_require__.e(729), __webpack_require__.e(88), __webpack_require__.e(878), __webpack_require__.e(542), __webpack_require__.e(134), __webpack_require__.e(245), __webpack_require__.e(499)]).then(__webpack_require__.bind(__webpack_require__, 10499))).fixCommand)
        .addOption(repositoryOption())
        .option('--test <command>', testHelp)
        .addOption(numberOption('--candidates <n>', 'repairs that are proved in a sandbox of their own', 1, 100, true).default(limits/* defaultCandidates */.k))
        .addOption(numberOption('--time-limit <seconds>', 'time for everything', 1, 86_400).default(limits/* defaultTimeLimit */.I))
        .addOption(numberOption('--min-coverage <percent>', 'for review, when tests run less of the changed files', 0, 100))
        .addOption(isolationOption().default('namespaces'))
        .addOption(numberOption('--seed <n>', 'another seed, another choice among equals', 0, 2 ** 32 - 1, true).default(0))
        .option('--no-learned', 'take no notice of what other repairs taught, here or before')
        .addOption(new esm/* Option */.c$('--order <order>', 'order of the candidates')
        .choices(['ranked', 'random'])
        .default('ranked')
        .hideHelp())
        .option('--apply', 'apply the repair to the work tree; without it the work tree is left alone')
        .option('--patch <file>', 'write the repair to this file, for git apply')
        .option('--no-store', 'leave nothing behind: what happens is not kept')
        .addHelpText('after', examples('hone fix', 'hone fix --test "npm test" --apply', 'hone fix --repo ../my-project --test "python3 -m pytest" --patch repair.patch', 'hone fix --json | jq -r .winner.patch'));
    command(program, 'metrics', 'what the history says: velocity, authors, conflicts, conventions', async () => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(581)]).then(__webpack_require__.bind(__webpack_require__, 59581))).metricsCommand)
        .addOption(repositoryOption())
        .option('--since <date>', 'only commits of this day (UTC) or instant and later, ISO 8601')
        .option('--until <date>', 'only commits until the end of this day, or until this instant')
        .addHelpText('after', examples('hone metrics', 'hone metrics --since 2026-01-01', 'hone metrics --json | jq .conventional'));
    command(program, 'learn', 'fold what was recorded into statistics and insights', async () => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(88), __webpack_require__.e(674), __webpack_require__.e(610)]).then(__webpack_require__.bind(__webpack_require__, 22098))).learnCommand)
        .addOption(repositoryOption())
        .option('--no-store', 'leave nothing behind: that hone learned is not kept')
        .addHelpText('after', examples('hone learn', 'hone learn --repo ../my-project --json'));
    const store = program
        .command('store')
        .summary('look after the learning store')
        .description('Looks after the learning store of a repository, the file .hone/store.db.')
        .helpCommand(false)
        .helpOption('-h, --help', 'show help')
        .addHelpText('after', examples('hone store verify', 'hone store export > events.jsonl', 'hone store import events.jsonl'));
    command(store, 'verify', 'check that the store is whole', async () => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(88), __webpack_require__.e(917)]).then(__webpack_require__.bind(__webpack_require__, 917))).verifyCommand)
        .addOption(repositoryOption())
        .addHelpText('after', examples('hone store verify', 'hone store verify --repo ../my-project --json'));
    command(store, 'export', 'print every event as JSON, one a line', async () => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(88), __webpack_require__.e(917)]).then(__webpack_require__.bind(__webpack_require__, 917))).exportCommand)
        .addOption(repositoryOption())
        .addHelpText('after', examples('hone store export > events.jsonl', 'hone store export | wc -l'));
    command(store, 'import', 'add events that were exported; those already there are not added again', async () => (await Promise.all(/* import() */[__webpack_require__.e(729), __webpack_require__.e(88), __webpack_require__.e(917)]).then(__webpack_require__.bind(__webpack_require__, 917))).importCommand)
        .argument('<file>', 'events as JSON lines; - for standard input')
        .addOption(repositoryOption())
        .addHelpText('after', examples('hone store import events.jsonl', 'hone store export --repo a | hone store import - --repo b'));
    for (const each of everyCommand(program)) {
        each
            .exitOverride()
            .configureHelp({ helpWidth: Math.min(100, stdout.columns ?? 100) })
            .configureOutput({
            writeOut: (text) => stdout.write(text),
            writeErr: (text) => stderr.write(text),
            // main() says it, once, in its own form.
            outputError: () => { },
        });
        if (each.commands.length > 0)
            continue;
        each
            .option('--json', 'print one JSON document on stdout, and nothing else there')
            .option('--no-color', 'no colour (also: NO_COLOR; FORCE_COLOR for the contrary)')
            .option('-q, --quiet', 'no notes and no progress on stderr')
            .option('--verbose', 'say more on stderr');
    }
    return program;
}
function repositoryOption() {
    return new esm/* Option */.c$('--repo <dir>', 'the repository').default('.', 'this folder');
}
const testHelp = 'the command that runs the tests (default: found in package.json, the configuration or files of pytest, go.mod)';
function isolationOption() {
    return new esm/* Option */.c$('--isolation <kind>', 'how the tests are held; "process" only for code you trust').choices([
        'namespaces',
        'process',
    ]);
}
/** A number from `least` to `greatest`. */
function numberOption(flags, description, least, greatest, whole = false) {
    const allowed = `a ${whole ? 'whole ' : ''}number from ${least} to ${greatest}`;
    return new esm/* Option */.c$(flags, `${description}: ${allowed}`).argParser((text) => {
        const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
        if (value >= least && value <= greatest && (!whole || Number.isInteger(value)))
            return value;
        throw new esm/* InvalidArgumentError */.Di(`Allowed is ${allowed}.`);
    });
}
function examples(...lines) {
    return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
function everyCommand(command) {
    return [command, ...command.commands.flatMap(everyCommand)];
}


/***/ }),

/***/ 84606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   Wq: () => (/* binding */ truncatePath),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   sc: () => (/* binding */ textWidth),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/* harmony import */ var string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94668);

/** Columns that `text` takes on a terminal; colour sequences take none. */
function textWidth(text) {
    return (0,string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text);
}
/** Shortens plain text (no colour sequences) to at most `width` columns, the last of them an ellipsis. */
function truncate(text, width, ellipsis = '…') {
    if (textWidth(text) <= width)
        return text;
    const room = width - textWidth(ellipsis);
    if (room < 0)
        return '';
    let kept = '';
    let used = 0;
    for (const { segment } of new Intl.Segmenter().segment(text)) {
        used += textWidth(segment);
        if (used > room)
            break;
        kept += segment;
    }
    return kept.trimEnd() + ellipsis;
}
/** Shortens a path from the left, where it says least, to at most `width` columns. */
function truncatePath(path, width, ellipsis = '…') {
    if (textWidth(path) <= width)
        return path;
    const parts = path.split('/');
    for (let i = 1; i < parts.length; i++) {
        const tail = `${ellipsis}/${parts.slice(i).join('/')}`;
        if (textWidth(tail) <= width)
            return tail;
    }
    return truncate(parts.at(-1) ?? path, width, ellipsis);
}
/** Pads on the right (or left, for numbers) to `width` columns; counts columns, not characters. */
function pad(text, width, side = 'right') {
    const gap = ' '.repeat(Math.max(0, width - textWidth(text)));
    return side === 'right' ? text + gap : gap + text;
}
/** Breaks plain text at spaces into lines of at most `width` columns; a longer word stands alone, cut. */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (textWidth(longer) <= width) {
            line = longer;
            continue;
        }
        if (line !== '')
            lines.push(line);
        line = truncate(word, width);
    }
    lines.push(line);
    return lines;
}


/***/ })

};
