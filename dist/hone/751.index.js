export const id = 751;
export const ids = [751];
export const modules = {

/***/ 29842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ rangesOf),
/* harmony export */   y: () => (/* binding */ touches)
/* harmony export */ });
/** Runs of neighbouring lines, ascending. */
function rangesOf(lines) {
    const ranges = [];
    for (const { line } of lines) {
        const last = ranges.at(-1);
        if (last?.end === line - 1)
            last.end = line;
        else
            ranges.push({ start: line, end: line });
    }
    return ranges;
}
/** Whether any of `ranges` meets the lines `start` to `end`. */
function touches(ranges, start, end) {
    return ranges.some((range) => range.start <= end && start <= range.end);
}


/***/ }),

/***/ 17742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ introducedFindings)
});

// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/code/index.js + 29 modules
var code = __webpack_require__(14878);
// EXTERNAL MODULE: ./build/dist/analysis/analyst.js
var analyst = __webpack_require__(29842);
// EXTERNAL MODULE: ./build/dist/analysis/fingerprint.js
var fingerprint = __webpack_require__(55552);
// EXTERNAL MODULE: ./build/dist/analysis/scope.js
var scope = __webpack_require__(42832);
// EXTERNAL MODULE: ./build/dist/analysis/critic/normalise.js
var normalise = __webpack_require__(6975);
;// CONCATENATED MODULE: ./build/dist/analysis/critic/observe.js

/**
 * What every rule finds in a file, in the order of the text.
 *
 * @param ranges look only at code that meets these lines; without them, at all of it
 */
function observe(file, { rules }, ranges) {
    const family = file.parsed.language === 'python' ? 'python' : 'ecmascript';
    const byType = new Map();
    for (const rule of rules) {
        const check = rule[family];
        if (!check || !applies(rule, file.isTest))
            continue;
        for (const type of check.visits)
            byType.set(type, [...(byType.get(type) ?? []), { rule, check }]);
    }
    if (byType.size === 0)
        return [];
    const found = [];
    for (const node of nodesIn(file.parsed.root, [...byType.keys()], ranges)) {
        for (const { rule, check } of byType.get(node.type) ?? []) {
            const problem = check.find(node, file);
            // Around a syntax error the tree is a guess.
            if (problem && !problem.node.hasError)
                found.push(observation(rule, problem));
        }
    }
    return found;
}
function nodesIn(root, types, ranges) {
    if (!ranges)
        return root.descendantsOfType(types).filter((node) => node !== null);
    const seen = new Map();
    for (const { start, end } of ranges) {
        const [from, to] = [
            { row: start - 1, column: 0 },
            { row: end, column: 0 },
        ];
        for (const node of root.descendantsOfType(types, from, to))
            if (node)
                seen.set(node.id, node);
    }
    return [...seen.values()];
}
/** What the rules for single lines find, for example in the added lines of a file of any language. */
function observeLines(lines, isTest, { lineRules }) {
    return lines.flatMap(({ line, text }) => lineRules.flatMap((rule) => {
        const problem = applies(rule, isTest) ? rule.find(text) : undefined;
        if (!problem)
            return [];
        const code = text.trim();
        const key = `${rule.id} ${code}`;
        return [
            {
                rule,
                code,
                key,
                shape: key,
                startLine: line,
                endLine: line,
                lines: [[line, line]],
                message: problem.message,
            },
        ];
    }));
}
function applies(rule, isTest) {
    return rule.appliesTo === 'all' || (rule.appliesTo === 'tests') === isTest;
}
function observation(rule, { node, because, message }) {
    const code = (0,normalise/* normalise */.j)(node);
    const [startLine, endLine] = linesOf(node);
    const lines = because ? [[startLine, endLine], linesOf(because)] : [[startLine, endLine]];
    const shape = `${rule.id} ${(0,normalise/* shapeOf */.F)(node)}`;
    return { rule, code, key: `${rule.id} ${code}`, shape, startLine, endLine, lines, message };
}
function linesOf(node) {
    const end = node.endPosition;
    // A node that ends at the start of a line does not stand on it.
    const endRow = end.column === 0 && end.row > node.startPosition.row ? end.row - 1 : end.row;
    return [node.startPosition.row + 1, endRow + 1];
}

;// CONCATENATED MODULE: ./build/dist/analysis/critic/introduced.js






/** Where text is not code, or nobody here wrote it. */
const unjudged = new Set(['generated', 'vendored', 'lock', 'prose']);
/**
 * What the rules find in the touched lines of a change and did not find in the code before it.
 *
 * @param notes receives one sentence for each file that could not be judged
 */
async function introducedFindings(files, rules, notes) {
    const wanted = files.filter((file) => !unjudged.has(file.role));
    let suspicious = false;
    for (const file of wanted.filter(({ added }) => added.length > 0)) {
        suspicious = touched(file, await observeSide(file, 'touched', rules, notes)).size > 0 || suspicious;
    }
    // Most commits end here. The rest of the code is read only to tell what is new from what was there or moved.
    if (!suspicious)
        return [];
    const judged = [];
    for (const file of wanted) {
        const all = await observeSide(file, 'new', rules, []);
        judged.push({ file, all, fresh: touched(file, all) });
    }
    const known = new Map();
    const count = (one, by) => known.set(one.key, (known.get(one.key) ?? 0) + by);
    // So often may a problem turn up on touched lines without being new (moved, re-indented, renamed): as often as it
    // stood anywhere in the old files and is not accounted for by an untouched line of the new ones.
    const shapes = new Map();
    for (const file of wanted) {
        const old = await observeSide(file, 'old', rules, []);
        shapes.set(file, old.map(({ shape }) => shape));
        for (const one of old)
            count(one, 1);
    }
    for (const { all, fresh } of judged)
        for (const one of all)
            if (!fresh.has(one))
                count(one, -1);
    return judged.flatMap((one) => newOnes(one, known, shapes.get(one.file) ?? []));
}
function touched(file, all) {
    const ranges = (0,analyst/* rangesOf */.w)(file.added);
    return new Set(all.filter((one) => one.lines.some(([start, end]) => (0,analyst/* touches */.y)(ranges, start, end))));
}
/** @param side `touched`: the new file, but only code that meets the added lines */
async function observeSide(file, side, rules, notes) {
    const isTest = (0,scope/* servesTests */.cE)(file.path) || (0,scope/* isExample */.tG)(file.path);
    const inLines = observeLines(side === 'old' ? file.deleted : file.added, isTest, rules);
    const text = side === 'old' ? file.oldText : file.newText;
    const path = side === 'old' ? file.oldPath : file.path;
    const language = text === undefined ? undefined : (0,code/* languageOf */.eX)(path, text);
    if (text === undefined || !language)
        return inLines;
    try {
        const parsed = await (0,code/* parse */.qg)(language, text, path);
        try {
            const ranges = side === 'touched' ? (0,analyst/* rangesOf */.w)(file.added) : undefined;
            return [...inLines, ...observe({ path, parsed, isTest }, rules, ranges)];
        }
        finally {
            parsed.dispose();
        }
    }
    catch (thrown) {
        notes.push(`${path} was not judged: ${(0,errors/* messageOf */.bD)(thrown)}.`);
        return inLines;
    }
}
/**
 * Takes what was known off `known` and `shapes` as it meets it.
 *
 * @param shapes of the problems in the old file: in one file, one that vanished and one of its shape are a renaming
 */
function newOnes({ file, all, fresh }, known, shapes) {
    const takeShape = ({ shape }) => {
        const at = shapes.indexOf(shape);
        if (at >= 0)
            shapes.splice(at, 1);
        return at >= 0;
    };
    const unmatched = [];
    const occurrences = new Map();
    for (const one of all) {
        const occurrence = occurrences.get(one.key) ?? 0;
        occurrences.set(one.key, occurrence + 1);
        const spare = known.get(one.key) ?? 0;
        if (fresh.has(one) && spare <= 0) {
            unmatched.push({ one, occurrence });
            continue;
        }
        if (fresh.has(one))
            known.set(one.key, spare - 1);
        takeShape(one);
    }
    // Only now, when every problem that kept its names has taken its own.
    return unmatched.flatMap(({ one, occurrence }) => (takeShape(one) ? [] : [finding(file.path, one, occurrence)]));
}
function finding(file, { rule, code, startLine, endLine, message }, occurrence) {
    const { category, severity, confidence } = rule;
    const id = (0,fingerprint/* fingerprint */.R)(rule.id, file, code, occurrence);
    return {
        id,
        rule: rule.id,
        analysts: ['code-critic'],
        category,
        severity,
        confidence,
        file,
        startLine,
        endLine,
        message,
    };
}


/***/ }),

/***/ 29568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ operator),
/* harmony export */   SX: () => (/* binding */ rootName),
/* harmony export */   Si: () => (/* binding */ keyword),
/* harmony export */   UK: () => (/* binding */ lastName),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   a2: () => (/* binding */ args),
/* harmony export */   cO: () => (/* binding */ functionTypes),
/* harmony export */   e6: () => (/* binding */ receiver),
/* harmony export */   nk: () => (/* binding */ calledName),
/* harmony export */   oA: () => (/* binding */ unwrap),
/* harmony export */   pG: () => (/* binding */ enclosingFunction),
/* harmony export */   r$: () => (/* binding */ stringValue),
/* harmony export */   rT: () => (/* binding */ parts),
/* harmony export */   tz: () => (/* binding */ callee),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   wz: () => (/* binding */ isPlainReference)
/* harmony export */ });
/* harmony import */ var _code_nodes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78654);

const functionTypes = new Set([
    'function_declaration',
    'function_expression',
    'generator_function',
    'generator_function_declaration',
    'arrow_function',
    'method_definition',
    'function_definition',
    'lambda',
]);
function field(node, name) {
    return node.childForFieldName(name) ?? undefined;
}
/** Named children without comments. */
function parts(node) {
    return (node?.namedChildren ?? []).filter((child) => child !== null && child.type !== 'comment');
}
function unwrap(node) {
    let inner = node;
    while (inner?.type === 'parenthesized_expression')
        inner = parts(inner)[0];
    return inner;
}
function enclosingFunction(node) {
    return (0,_code_nodes_js__WEBPACK_IMPORTED_MODULE_0__/* .enclosing */ .f)(node, functionTypes);
}
/** Nodes of the given types under `node`, not looking into functions inside it. */
function within(node, types) {
    return node.descendantsOfType([...types]).filter((found) => {
        if (!found || found.id === node.id)
            return false;
        for (let up = found.parent; up && up.id !== node.id; up = up.parent)
            if (functionTypes.has(up.type))
                return false;
        return true;
    });
}
/** Last name of a called expression: `c` of `a.b.c(...)`; undefined for anything that is not a name. */
function calledName(call) {
    return lastName(callee(call));
}
function callee(call) {
    return field(call, 'function') ?? field(call, 'constructor');
}
function lastName(node) {
    if (!node)
        return undefined;
    if (node.type === 'identifier')
        return node.text;
    return (field(node, 'property') ?? field(node, 'attribute'))?.text;
}
/** What a method is called on. */
function receiver(call) {
    const called = callee(call);
    return called && field(called, 'object');
}
/** Arguments in order; Python's keyword arguments are left to {@link keyword}. */
function args(call) {
    return parts(field(call, 'arguments')).filter((arg) => arg.type !== 'keyword_argument');
}
function keyword(call, name) {
    const found = parts(field(call, 'arguments')).find((arg) => arg.type === 'keyword_argument' && field(arg, 'name')?.text === name);
    return found && field(found, 'value');
}
/** The value of a plain string literal, escapes as written; undefined for anything else. */
function stringValue(node) {
    if (node?.type === 'template_string')
        return parts(node).some(isSubstitution) ? undefined : node.text.slice(1, -1);
    if (node?.type !== 'string' || parts(node).some(isSubstitution))
        return undefined;
    return parts(node)
        .filter((part) => part.type === 'string_fragment' || part.type === 'string_content' || part.type === 'escape_sequence')
        .map((part) => part.text)
        .join('');
}
function isSubstitution(node) {
    return node.type === 'template_substitution' || node.type === 'interpolation';
}
/** The operator of a unary, binary or comparison expression, as written. */
function operator(node) {
    const op = field(node, 'operator') ?? field(node, 'operators');
    return op?.text.replace(/\s+/g, ' ');
}
/** A name or a chain of member accesses without calls: reading it twice gives the same. */
function isPlainReference(node) {
    if (!node)
        return false;
    if (node.type === 'identifier' || node.type === 'this')
        return true;
    return (node.type === 'member_expression' || node.type === 'attribute') && isPlainReference(field(node, 'object'));
}
/** First name of a member chain: `a` of `a.b[c].d()`. */
function rootName(node) {
    let at = node;
    while (at) {
        if (at.type === 'identifier' || at.type === 'this')
            return at.text;
        at = field(at, 'object') ?? field(at, 'value') ?? field(at, 'function') ?? field(at, 'argument');
    }
    return undefined;
}


/***/ }),

/***/ 6975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ shapeOf),
/* harmony export */   j: () => (/* binding */ normalise)
/* harmony export */ });
const layout = new Set(['comment', ';', ',']);
const identifiers = new Set(['identifier', 'shorthand_property_identifier']);
/**
 * The tokens of a node without comments, white space, quote style, semicolons and commas, so that re-formatted or
 * moved code reads the same as before.
 */
function normalise(node) {
    const tokens = [];
    collect(node, tokens);
    return tokens.join(' ');
}
/**
 * The same with names numbered by their first appearance: code in which only names changed has one shape.
 */
function shapeOf(node) {
    const names = new Map();
    const tokens = [];
    collect(node, tokens, (name) => {
        names.set(name, names.get(name) ?? names.size);
        return `$${names.get(name)}`;
    });
    return tokens.join(' ');
}
function collect(node, tokens, rename = (name) => name) {
    if (layout.has(node.type))
        return;
    if (identifiers.has(node.type)) {
        tokens.push(rename(node.text));
        return;
    }
    if (node.childCount === 0 || node.type === 'string') {
        const text = node.text.trim();
        tokens.push(text.startsWith("'") && text.endsWith("'") && !text.includes('"') ? `"${text.slice(1, -1)}"` : text);
        return;
    }
    for (const child of node.children)
        if (child)
            collect(child, tokens, rename);
}


/***/ }),

/***/ 81870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ lineRules),
  a: () => (/* binding */ rules)
});

// EXTERNAL MODULE: ./build/dist/code/nodes.js
var nodes = __webpack_require__(78654);
// EXTERNAL MODULE: ./build/dist/analysis/critic/nodes.js
var critic_nodes = __webpack_require__(29568);
;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/async.js


/** The one async function that a call names: same file, or same class for `this.x()` and `self.x()`. */
function asyncTarget(call, file) {
    const called = (0,critic_nodes/* callee */.tz)(call);
    const name = (0,critic_nodes/* calledName */.nk)(call);
    if (!called || !name)
        return undefined;
    const own = /^(?:this|self)\.\w+$/.test(called.text);
    if (called.type !== 'identifier' && !own)
        return undefined;
    const candidates = file.parsed.symbols.filter((symbol) => symbol.name === name && symbol.body);
    const [target] = candidates;
    if (!target || candidates.length > 1 || !target.async || target.generator)
        return undefined;
    if (own !== (target.kind === 'method'))
        return undefined;
    // A parameter of the same name hides the function.
    const hidden = file.parsed.symbols.some((symbol) => symbol.startIndex <= call.startIndex &&
        call.endIndex <= symbol.endIndex &&
        symbol.parameters.some((parameter) => parameter.name === name));
    return hidden ? undefined : target;
}
function isAsync(fn) {
    return fn?.children.some((child) => child?.type === 'async') ?? false;
}
const promiseMembers = /^(?:then|catch|finally)$/;
const tests = new Set(['if_statement', 'while_statement', 'elif_clause', 'ternary_expression']);
/** Whether a call stands, alone or negated, where its truth decides. */
function decides(call) {
    let at = call;
    while (at.parent && /^(?:parenthesized_expression|unary_expression|not_operator)$/.test(at.parent.type))
        at = at.parent;
    if (at.type === 'unary_expression' && (0,critic_nodes/* operator */.Hr)(at) !== '!')
        return false;
    const parent = at.parent;
    return parent !== null && tests.has(parent.type) && (0,critic_nodes/* field */.ZZ)(parent, 'condition')?.id === at.id;
}
/** A promise used as if it were what it promises: as a condition, or for a property of its value. */
function usedUnawaited(call, file) {
    const parent = call.parent;
    const property = parent ? ((0,critic_nodes/* field */.ZZ)(parent, 'property') ?? (0,critic_nodes/* field */.ZZ)(parent, 'attribute'))?.text : undefined;
    const reads = property !== undefined && (0,critic_nodes/* field */.ZZ)(parent, 'object')?.id === call.id;
    if (!decides(call) && !(reads && !promiseMembers.test(property) && !/^(?:send|close|throw|cr_\w+)$/.test(property)))
        return undefined;
    if (!asyncTarget(call, file))
        return undefined;
    const name = (0,critic_nodes/* calledName */.nk)(call);
    return {
        node: call,
        message: reads
            ? `\`${name}\` is async: \`${property}\` is asked of what it returns before it is awaited.`
            : `\`${name}\` is async: without await this condition is always true.`,
    };
}
/** `const user = load(id)` and then `user.name`: the name holds a promise. */
function keptUnawaited(declarator, file) {
    const name = (0,critic_nodes/* field */.ZZ)(declarator, 'name');
    const call = (0,critic_nodes/* field */.ZZ)(declarator, 'value');
    const fn = (0,critic_nodes/* enclosingFunction */.pG)(declarator);
    if (name?.type !== 'identifier' || call?.type !== 'call_expression' || !fn || !asyncTarget(call, file))
        return undefined;
    const uses = (0,critic_nodes/* within */.ux)(fn, ['identifier']).filter((one) => one.text === name.text && one.id !== name.id);
    // Only where every use takes it for the value: one `await user` shows that the promise is meant.
    const misused = uses.every((one) => {
        const property = one.parent && (0,critic_nodes/* field */.ZZ)(one.parent, 'object')?.id === one.id && (0,critic_nodes/* field */.ZZ)(one.parent, 'property')?.text;
        return property && !promiseMembers.test(property);
    });
    if (uses.length === 0 || !misused)
        return undefined;
    return { node: call, message: `\`${(0,critic_nodes/* calledName */.nk)(call)}\` is async, so \`${name.text}\` is a promise here; await it.` };
}
const missingAwait = {
    id: 'missing-await',
    category: 'bug',
    severity: 'medium',
    confidence: 'medium',
    appliesTo: 'all',
    ecmascript: {
        visits: ['expression_statement', 'call_expression', 'variable_declarator'],
        find(node, file) {
            if (node.type === 'call_expression')
                return usedUnawaited(node, file);
            if (node.type === 'variable_declarator')
                return keptUnawaited(node, file);
            const call = node.firstNamedChild;
            // Outside async code there is nothing to await with: starting it is what is meant.
            if (call?.type !== 'call_expression' || !isAsync((0,critic_nodes/* enclosingFunction */.pG)(node)) || !asyncTarget(call, file))
                return undefined;
            return {
                node: call,
                message: `\`${(0,critic_nodes/* calledName */.nk)(call)}\` is async and its promise is dropped: errors in it are lost; await it, or say \`void\`.`,
            };
        },
    },
    python: {
        visits: ['expression_statement', 'call'],
        find(node, file) {
            if (node.type === 'call')
                return usedUnawaited(node, file);
            const call = node.firstNamedChild;
            if (call?.type !== 'call' || !asyncTarget(call, file))
                return undefined;
            return { node: call, message: `\`${(0,critic_nodes/* calledName */.nk)(call)}\` is async and is never awaited, so it does not run.` };
        },
    },
};
const asyncCallback = {
    id: 'async-callback',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: {
        visits: ['call_expression', 'new_expression'],
        find(node) {
            const callback = (0,critic_nodes/* args */.a2)(node)[0];
            if (!callback || !critic_nodes/* functionTypes */.cO.has(callback.type) || !isAsync(callback))
                return undefined;
            if (node.type === 'new_expression') {
                if ((0,critic_nodes/* callee */.tz)(node)?.text !== 'Promise')
                    return undefined;
                return {
                    node: callback,
                    message: 'The executor of `new Promise` is async: an error in it is lost and the promise never settles.',
                };
            }
            const body = (0,critic_nodes/* field */.ZZ)(callback, 'body');
            if ((0,critic_nodes/* calledName */.nk)(node) !== 'forEach' || !body || (0,critic_nodes/* within */.ux)(callback, ['await_expression']).length === 0)
                return undefined;
            return {
                node: callback,
                message: '`forEach` does not wait for its async callback: what follows runs before it is done.',
            };
        },
    },
};
const handlerParameters = /^\(?\s*_?(?:req|request)\b[^,]*,\s*_?(?:res|reply|response)\b/;
const syncCall = /^(?:(?:readFile|writeFile|appendFile|readdir|stat|lstat|exists|mkdir|unlink|rm|rmdir|copyFile|open)Sync|(?:exec|execFile|spawn)Sync|pbkdf2Sync|scryptSync)$/;
function inRequestHandler(node) {
    const fn = (0,critic_nodes/* enclosingFunction */.pG)(node);
    return handlerParameters.test((fn && (0,critic_nodes/* field */.ZZ)(fn, 'parameters')?.text) ?? '');
}
const blockingPython = /^(?:time\.sleep|requests\.(?:get|post|put|patch|delete|head|request)|urllib\.request\.urlopen|subprocess\.(?:run|call|check_call|check_output))$/;
const blockingCall = {
    id: 'blocking-call',
    category: 'performance',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: {
        visits: ['call_expression'],
        find(node) {
            const name = (0,critic_nodes/* calledName */.nk)(node);
            if (!name || !syncCall.test(name) || !inRequestHandler(node))
                return undefined;
            return { node, message: `\`${name}\` in a request handler holds up every other request while it runs.` };
        },
    },
    python: {
        visits: ['call'],
        find(node) {
            const called = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
            const fn = (0,nodes/* enclosing */.f)(node, critic_nodes/* functionTypes */.cO);
            if (!blockingPython.test(called) || fn?.type !== 'function_definition' || !isAsync(fn))
                return undefined;
            return { node, message: `\`${called}\` blocks the event loop inside \`async def ${(0,critic_nodes/* field */.ZZ)(fn, 'name')?.text}\`.` };
        },
    },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/bounds.js

/** The item that a loop over indexes 0 to `list`'s length, inclusive, reads behind the end. */
function readBehind(body, list, index) {
    if (!body)
        return undefined;
    // A look at the length or at the item itself shows that the last round is expected.
    const escaped = [list, index].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const guard = new RegExp(`\\b${escaped[1]}\\s*(?:[=!]==?|<|>=)\\s*|${escaped[0]}(?:\\?\\.)?\\[${escaped[1]}\\]\\s*(?:[=!?]|\\|\\||&&)`);
    if (guard.test(body.text))
        return undefined;
    const reads = body.descendantsOfType(['subscript_expression', 'subscript']);
    return (reads.find((read) => {
        const [object, at] = [
            (0,critic_nodes/* field */.ZZ)(read, 'object') ?? (0,critic_nodes/* field */.ZZ)(read, 'value'),
            (0,critic_nodes/* field */.ZZ)(read, 'index') ?? (0,critic_nodes/* field */.ZZ)(read, 'subscript'),
        ];
        return object?.text === list && at?.text === index;
    }) ?? undefined);
}
const pastTheEnd = {
    id: 'past-the-end',
    category: 'bug',
    severity: 'high',
    confidence: 'high',
    appliesTo: 'all',
    ecmascript: {
        visits: ['for_statement'],
        find(node) {
            const condition = (0,critic_nodes/* field */.ZZ)(node, 'condition');
            const test = condition?.type === 'expression_statement' ? condition.firstNamedChild : condition;
            if (test?.type !== 'binary_expression' || (0,critic_nodes/* operator */.Hr)(test) !== '<=')
                return undefined;
            const [index, length] = [(0,critic_nodes/* field */.ZZ)(test, 'left')?.text, (0,critic_nodes/* field */.ZZ)(test, 'right')];
            const list = length && (0,critic_nodes/* field */.ZZ)(length, 'property')?.text === 'length' ? (0,critic_nodes/* field */.ZZ)(length, 'object')?.text : undefined;
            const read = index !== undefined && list !== undefined ? readBehind((0,critic_nodes/* field */.ZZ)(node, 'body'), list, index) : undefined;
            if (!read)
                return undefined;
            return {
                node: test,
                because: read,
                message: `The last round reads \`${list}[${index}]\` behind the end; use \`<\`.`,
            };
        },
    },
    python: {
        visits: ['for_statement'],
        find(node) {
            const [index, range] = [(0,critic_nodes/* field */.ZZ)(node, 'left')?.text, (0,critic_nodes/* field */.ZZ)(node, 'right')];
            const list = /^range\(\s*(?:0\s*,\s*)?len\(\s*([\w.]+)\s*\)\s*\+\s*1\s*\)$/.exec(range?.text ?? '')?.[1];
            if (!range || index === undefined || list === undefined)
                return undefined;
            const read = readBehind((0,critic_nodes/* field */.ZZ)(node, 'body'), list, index);
            if (!read)
                return undefined;
            return { node: range, because: read, message: `The last round reads \`${list}[${index}]\` behind the end.` };
        },
    },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/dynamic-text.js

/**
 * Reads template literals, f-strings, concatenations, `%` and `.format()`; a local name that is assigned once in its
 * function is followed to its value. Undefined for literals and for what cannot be told.
 */
function dynamicText(node) {
    const pieces = piecesOf(node, 0);
    if (!pieces?.some((piece) => typeof piece === 'string' && /\S/.test(piece)))
        return undefined;
    return pieces.some((piece) => typeof piece !== 'string') ? { pieces } : undefined;
}
function piecesOf(wrapped, depth) {
    const node = (0,critic_nodes/* unwrap */.oA)(wrapped);
    if (!node || depth > 40)
        return undefined;
    const literal = (0,critic_nodes/* stringValue */.r$)(node);
    if (literal !== undefined)
        return [literal];
    switch (node.type) {
        case 'template_string':
        case 'string':
            return interpolated(node);
        case 'concatenated_string':
            return (0,critic_nodes/* parts */.rT)(node).flatMap((part) => piecesOf(part, depth + 1) ?? [part]);
        case 'binary_expression':
        case 'binary_operator':
            return combined(node, depth);
        case 'call':
            return formatted(node, depth);
        case 'identifier': {
            const value = localValue(node);
            return value && piecesOf(value, depth + 20);
        }
        default:
            return undefined;
    }
}
function interpolated(node) {
    const inner = (0,critic_nodes/* parts */.rT)(node).filter((part) => part.type !== 'string_start' && part.type !== 'string_end');
    return inner.map((part) => {
        if (part.type !== 'template_substitution' && part.type !== 'interpolation')
            return part.text;
        return (0,critic_nodes/* field */.ZZ)(part, 'expression') ?? (0,critic_nodes/* parts */.rT)(part)[0] ?? part.text;
    });
}
function combined(node, depth) {
    const left = (0,critic_nodes/* field */.ZZ)(node, 'left');
    const right = (0,critic_nodes/* field */.ZZ)(node, 'right');
    if (!left || !right)
        return undefined;
    if ((0,critic_nodes/* operator */.Hr)(node) === '%') {
        const template = piecesOf(left, depth + 1);
        return template && [...template, ...(right.type === 'tuple' ? (0,critic_nodes/* parts */.rT)(right) : [right])];
    }
    if ((0,critic_nodes/* operator */.Hr)(node) !== '+')
        return undefined;
    const before = piecesOf(left, depth + 1);
    const after = piecesOf(right, depth + 1);
    if (!before && !after)
        return undefined;
    return [...(before ?? [left]), ...(after ?? [right])];
}
function formatted(node, depth) {
    const template = (0,critic_nodes/* callee */.tz)(node);
    if ((0,critic_nodes/* calledName */.nk)(node) !== 'format' || !template)
        return undefined;
    const text = piecesOf((0,critic_nodes/* field */.ZZ)(template, 'object'), depth + 1);
    const values = (0,critic_nodes/* parts */.rT)((0,critic_nodes/* field */.ZZ)(node, 'arguments')).map((arg) => (0,critic_nodes/* field */.ZZ)(arg, 'value') ?? arg);
    return text && values.length > 0 ? [...text, ...values] : undefined;
}
/** The value of a name that its function (or its module, outside functions) assigns exactly once. */
function localValue(name) {
    const scope = (0,critic_nodes/* enclosingFunction */.pG)(name) ?? name.tree.rootNode;
    const values = [];
    for (const found of (0,critic_nodes/* within */.ux)(scope, [
        'variable_declarator',
        'assignment_expression',
        'augmented_assignment_expression',
        'assignment',
        'augmented_assignment',
    ])) {
        const target = (0,critic_nodes/* field */.ZZ)(found, 'name') ?? (0,critic_nodes/* field */.ZZ)(found, 'left');
        if (target?.text === name.text)
            values.push((0,critic_nodes/* field */.ZZ)(found, 'value') ?? (0,critic_nodes/* field */.ZZ)(found, 'right'));
    }
    return values.length === 1 ? values[0] : undefined;
}
const outsideNames = /^(?:req|request|ctx|event|params|query|body|argv|input|sys|process)$/;
/** Whether an expression depends on a parameter of a function around it, a request, the command line or user input. */
function comesFromOutside(node) {
    const inner = (0,critic_nodes/* unwrap */.oA)(node);
    if (isQuoting(inner))
        return false;
    const root = (0,critic_nodes/* rootName */.SX)(inner);
    if (root === undefined)
        return false;
    if (root === 'process')
        return /^process\.argv\b/.test(inner.text);
    if (root === 'sys')
        return /^sys\.argv\b/.test(inner.text);
    if (outsideNames.test(root))
        return true;
    for (let scope = (0,critic_nodes/* enclosingFunction */.pG)(node); scope; scope = (0,critic_nodes/* enclosingFunction */.pG)(scope)) {
        if (parameterNames(scope).has(root))
            return root !== 'self' && root !== 'cls';
    }
    const value = inner.type === 'identifier' ? localValue(inner) : undefined;
    return value !== undefined && value.id !== inner.id && mentionsOutside(value);
}
function mentionsOutside(value) {
    return /\b(?:req|request|ctx)\.(?:body|query|params|headers|args|form|json)\b|\bsys\.argv\b|\bprocess\.argv\b|^input\(/.test(value.text);
}
function isQuoting(node) {
    const name = node.type === 'call' || node.type === 'call_expression' ? (0,critic_nodes/* calledName */.nk)(node) : undefined;
    return (name !== undefined &&
        /quote|escape|Number|parseInt|parseFloat|^int$|^float$|^len$|^str$/i.test(name) &&
        name !== 'str');
}
function parameterNames(fn) {
    const single = (0,critic_nodes/* field */.ZZ)(fn, 'parameter');
    const list = single ? [single] : (0,critic_nodes/* parts */.rT)((0,critic_nodes/* field */.ZZ)(fn, 'parameters'));
    const names = new Set();
    for (const parameter of list) {
        if (parameter.type === 'identifier')
            names.add(parameter.text);
        for (const inner of parameter.descendantsOfType(['identifier', 'shorthand_property_identifier_pattern'])) {
            // Not the names inside types and default values.
            const up = inner?.parent;
            if (inner && !(up && ((0,critic_nodes/* field */.ZZ)(up, 'value')?.id === inner.id || (0,critic_nodes/* field */.ZZ)(up, 'right')?.id === inner.id)))
                names.add(inner.text);
        }
    }
    return names;
}
/** Arguments of a call, or of a `new` expression. */
function firstArgument(call) {
    return args(call)[0];
}

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/injection.js


function importsFrom(file, sources) {
    return file.parsed.imports.some((item) => sources.includes(item.source));
}
/** Whether a bare name is the language's own: the file neither defines nor imports something of that name. */
function isBuiltin(name, file) {
    return (!file.parsed.symbols.some((symbol) => symbol.name === name) &&
        !file.parsed.imports.some((item) => item.names.some((imported) => imported.local === name)));
}
const dynamicCode = {
    id: 'dynamic-code',
    category: 'security',
    severity: 'high',
    confidence: 'medium',
    appliesTo: 'production',
    ecmascript: {
        visits: ['call_expression', 'new_expression'],
        find(node, file) {
            const name = (0,critic_nodes/* callee */.tz)(node)?.type === 'identifier' ? (0,critic_nodes/* calledName */.nk)(node) : undefined;
            if (name !== 'eval' && name !== 'Function')
                return undefined;
            const code = (0,critic_nodes/* args */.a2)(node).at(-1);
            if (!code || (0,critic_nodes/* stringValue */.r$)(code) !== undefined || !isBuiltin(name, file))
                return undefined;
            return { node, message: `\`${name}\` runs text that is put together at run time as code.` };
        },
    },
    python: {
        visits: ['call'],
        find(node, file) {
            const name = (0,critic_nodes/* callee */.tz)(node)?.type === 'identifier' ? (0,critic_nodes/* calledName */.nk)(node) : undefined;
            if (name !== 'eval' && name !== 'exec')
                return undefined;
            const code = (0,critic_nodes/* args */.a2)(node)[0];
            // Running a file that lies beside this one is how setup.py reads a version and how launchers work.
            const runsFile = code !== undefined && /\.read(?:_text)?\(|\bcompile\(/.test(code.text);
            if (!code || (0,critic_nodes/* stringValue */.r$)(code) !== undefined || runsFile || !isBuiltin(name, file))
                return undefined;
            return { node, message: `\`${name}\` runs text that is put together at run time as code.` };
        },
    },
};
const shellModules = ['child_process', 'node:child_process', 'shelljs'];
/** `const run = promisify(exec)` at the top of the file. */
function isPromisedExec(name, node) {
    return (0,critic_nodes/* within */.ux)(node.tree.rootNode, ['variable_declarator']).some((one) => {
        const value = (0,critic_nodes/* field */.ZZ)(one, 'value');
        if ((0,critic_nodes/* field */.ZZ)(one, 'name')?.text !== name || !value || (0,critic_nodes/* calledName */.nk)(value) !== 'promisify')
            return false;
        return (0,critic_nodes/* lastName */.UK)((0,critic_nodes/* args */.a2)(value)[0]) === 'exec';
    });
}
function outsideValue(command) {
    const value = dynamicText(command)?.pieces.find((piece) => typeof piece !== 'string' && comesFromOutside(piece));
    return typeof value === 'string' ? undefined : value;
}
function shellProblem(node, command) {
    const value = outsideValue(command);
    if (!value)
        return undefined;
    return {
        node,
        message: `A shell command is put together with \`${injection_short(value)}\`, which can carry shell syntax; pass arguments as a list.`,
    };
}
const shellInjection = {
    id: 'shell-injection',
    category: 'security',
    severity: 'high',
    confidence: 'medium',
    appliesTo: 'production',
    ecmascript: {
        visits: ['call_expression'],
        find(node, file) {
            const name = (0,critic_nodes/* calledName */.nk)(node);
            if (!name || !importsFrom(file, shellModules))
                return undefined;
            const usesShell = /^exec(?:Sync|Async|Promise|P)?$/.test(name) ||
                ((0,critic_nodes/* callee */.tz)(node)?.type === 'identifier' && isPromisedExec(name, node)) ||
                (/^spawn(?:Sync)?$/.test(name) && /\bshell\s*:\s*true\b/.test((0,critic_nodes/* args */.a2)(node).at(-1)?.text ?? ''));
            // `pattern.exec(...)` is a regular expression.
            const from = (0,critic_nodes/* receiver */.e6)(node);
            if (!usesShell || (from && !/^(?:child_process|childProcess|cp|shell)$/.test(from.text)))
                return undefined;
            return shellProblem(node, (0,critic_nodes/* args */.a2)(node)[0]);
        },
    },
    python: {
        visits: ['call'],
        find(node) {
            const called = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
            const usesShell = /^(?:os\.(?:system|popen)|subprocess\.(?:getoutput|getstatusoutput)|commands\.getoutput)$/.test(called) ||
                (/^(?:subprocess\.)?(?:run|call|check_call|check_output|Popen)$/.test(called) &&
                    (0,critic_nodes/* keyword */.Si)(node, 'shell')?.text === 'True');
            return usesShell ? shellProblem(node, (0,critic_nodes/* args */.a2)(node)[0]) : undefined;
        },
    },
};
const sqlCall = /^(?:query|execute|executemany|executescript|execute_sql|raw|exec|exec_driver_sql|run|all|get|each|prepare|text|\$queryRawUnsafe|\$executeRawUnsafe|read_sql|read_sql_query)$/;
const sqlStart = /^\s*(?:select\s[\s\S]*\bfrom\b|insert\s+into\b|update\s+\S+\s+set\b|delete\s+from\b|with\s+\w+\s+as\b)/i;
// Only where a value stands: a table or column name cannot be a parameter, and is seldom from outside.
const valuePosition = /(?:[=<>]|\blike|\bin\s*\(|\bvalues\s*\([^)]*|\bbetween|\band|['"])\s*['"%]*\s*$/i;
// Named as pieces of SQL by those who wrote them.
const fragment = /(?:sql|clause|fragment|where|column|table|interval)/i;
const placeholders = /['"]\s*(?:\?|%s)\s*['"]|\$\$\{|placeholder|bind_?params|markers|question_?marks/i;
function sqlValue(statement) {
    const text = dynamicText(statement);
    if (!text)
        return undefined;
    let before = '';
    let found;
    for (const piece of text.pieces) {
        if (typeof piece === 'string')
            before += piece;
        else {
            if (!found && valuePosition.test(before) && !isConstant(piece))
                found = piece;
            before += ' x ';
        }
    }
    return sqlStart.test(before) ? found : undefined;
}
function isConstant(node) {
    return (/^[A-Z][A-Z0-9_]*$/.test(node.text) ||
        /^(?:this|self|cls|\w+)\.[A-Z][A-Z0-9_]*$/.test(node.text) ||
        /^(?:number|integer|float)$/.test(node.type) ||
        placeholders.test(node.text) ||
        (node.type === 'identifier' && placeholders.test(localValue(node)?.text ?? '')) ||
        (node.type === 'identifier' && fragment.test(node.text)) ||
        /\b(?:escape|quote|literal|Number|parseInt|int)\w*\s*\(/i.test(node.text));
}
function sqlProblem(node) {
    const name = (0,critic_nodes/* calledName */.nk)(node);
    if (!name || !sqlCall.test(name))
        return undefined;
    const value = sqlValue((0,critic_nodes/* args */.a2)(node)[0]);
    if (!value)
        return undefined;
    return {
        node,
        message: `The SQL statement has \`${injection_short(value)}\` written into its text; pass it as a parameter.`,
    };
}
const sqlInjection = {
    id: 'sql-injection',
    category: 'security',
    severity: 'high',
    confidence: 'medium',
    appliesTo: 'production',
    ecmascript: { visits: ['call_expression'], find: sqlProblem },
    python: { visits: ['call'], find: sqlProblem },
};
function injection_short(node) {
    const text = node.text.replace(/\s+/g, ' ').replace(/`/g, "'");
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/comparisons.js



const nan = /^(?:NaN|Number\.NaN|(?:math|np|numpy)\.(?:nan|NaN|NAN)|float\(\s*['"][nN]a[nN]['"]\s*\))$/;
const nanComparison = {
    id: 'nan-comparison',
    category: 'bug',
    severity: 'high',
    confidence: 'high',
    appliesTo: 'all',
    ecmascript: {
        visits: ['binary_expression'],
        find(node) {
            const sides = [(0,critic_nodes/* field */.ZZ)(node, 'left'), (0,critic_nodes/* field */.ZZ)(node, 'right')];
            const compares = /^(?:[=!]==?|[<>]=?)$/.test((0,critic_nodes/* operator */.Hr)(node) ?? '');
            if (!compares || !sides.some((side) => nan.test(side?.text ?? '')))
                return undefined;
            return { node, message: 'Comparing with `NaN` gives the same answer for every value; use `Number.isNaN`.' };
        },
    },
    python: {
        visits: ['comparison_operator'],
        find(node) {
            const compares = /^(?:[=!]=|[<>]=?)$/.test((0,critic_nodes/* operator */.Hr)(node) ?? '');
            if (!compares || !(0,critic_nodes/* parts */.rT)(node).some((side) => nan.test(side.text)))
                return undefined;
            return { node, message: 'Comparing with NaN gives the same answer for every value; use `math.isnan`.' };
        },
    },
};
const typeNames = /^(?:undefined|object|boolean|number|bigint|string|symbol|function)$/;
const invalidTypeof = {
    id: 'invalid-typeof',
    category: 'bug',
    severity: 'high',
    confidence: 'high',
    appliesTo: 'all',
    ecmascript: {
        visits: ['binary_expression'],
        find(node) {
            const sides = [(0,critic_nodes/* unwrap */.oA)((0,critic_nodes/* field */.ZZ)(node, 'left')), (0,critic_nodes/* unwrap */.oA)((0,critic_nodes/* field */.ZZ)(node, 'right'))];
            const asked = sides.some((side) => side?.type === 'unary_expression' && (0,critic_nodes/* operator */.Hr)(side) === 'typeof');
            const name = sides.map(critic_nodes/* stringValue */.r$).find((text) => text !== undefined);
            if (!asked || name === undefined || typeNames.test(name) || !/^[=!]==?$/.test((0,critic_nodes/* operator */.Hr)(node) ?? ''))
                return undefined;
            return { node, message: `\`typeof\` never gives "${name.slice(0, 40).replace(/`/g, "'")}".` };
        },
    },
};
const literalTypes = /^(?:string|concatenated_string|integer|float|list|dictionary|set|tuple)$/;
const literalIdentity = {
    id: 'identity-with-literal',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'all',
    python: {
        visits: ['comparison_operator'],
        find(node) {
            const op = (0,critic_nodes/* operator */.Hr)(node);
            const literal = (0,critic_nodes/* parts */.rT)(node).find((side) => literalTypes.test(side.type));
            if ((op !== 'is' && op !== 'is not') || !literal)
                return undefined;
            return {
                node,
                message: `\`${op}\` asks for the same object, not for a value equal to \`${injection_short(literal)}\`; use \`${op === 'is' ? '==' : '!='}\`.`,
            };
        },
    },
};
const noneEquality = {
    id: 'none-equality',
    category: 'practice',
    severity: 'low',
    confidence: 'medium',
    appliesTo: 'production',
    python: {
        visits: ['comparison_operator'],
        find(node) {
            const op = (0,critic_nodes/* operator */.Hr)(node);
            if ((op !== '==' && op !== '!=') || !(0,critic_nodes/* parts */.rT)(node).some((side) => side.type === 'none'))
                return undefined;
            // Query builders overload `==`; only a plain condition is certain.
            const condition = /^(?:if_statement|elif_clause|while_statement|assert_statement|conditional_expression)$/;
            if (!condition.test(node.parent?.type ?? ''))
                return undefined;
            return {
                node,
                message: `\`${op} None\` asks the object's own equality; use \`${op === '==' ? 'is' : 'is not'} None\`.`,
            };
        },
    },
};
const loose = new Set(['==', '<', '>', '<=', '>=', '&&', '||', 'and', 'or']);
function comparesWithItself(node) {
    const [left, right] = [(0,critic_nodes/* field */.ZZ)(node, 'left') ?? (0,critic_nodes/* parts */.rT)(node)[0], (0,critic_nodes/* field */.ZZ)(node, 'right') ?? (0,critic_nodes/* parts */.rT)(node)[1]];
    const op = (0,critic_nodes/* operator */.Hr)(node) ?? '';
    if (!loose.has(op) || !left || !right || (0,critic_nodes/* parts */.rT)(node).length !== 2)
        return undefined;
    if (!(0,critic_nodes/* isPlainReference */.wz)(left) || left.text !== right.text)
        return undefined;
    return { node, message: `Both sides of \`${op}\` are \`${injection_short(left)}\`.` };
}
const selfComparison = {
    id: 'self-comparison',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: { visits: ['binary_expression'], find: comparesWithItself },
    python: { visits: ['comparison_operator', 'boolean_operator'], find: comparesWithItself },
};
function assignsItself(node) {
    const left = (0,critic_nodes/* field */.ZZ)(node, 'left');
    const right = (0,critic_nodes/* field */.ZZ)(node, 'right');
    if (!left || !(0,critic_nodes/* isPlainReference */.wz)(left) || left.text !== right?.text || (0,critic_nodes/* field */.ZZ)(node, 'type'))
        return undefined;
    // In a class body it copies a name from outside; at module level it re-exports for type checkers; setting a
    // location reloads the page.
    if (left.type === 'identifier' && !inFunction(node))
        return undefined;
    if (/\blocation\b/.test(left.text))
        return undefined;
    return { node, message: `\`${injection_short(left)}\` is assigned to itself.` };
}
function inFunction(node) {
    const scope = (0,nodes/* enclosing */.f)(node, new Set([
        'function_definition',
        'class_definition',
        'function_declaration',
        'method_definition',
        'arrow_function',
        'function_expression',
    ]));
    return scope !== undefined && scope.type !== 'class_definition';
}
const selfAssignment = {
    id: 'self-assignment',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: { visits: ['assignment_expression'], find: assignsItself },
    python: { visits: ['assignment'], find: assignsItself },
};
const assignmentInCondition = {
    id: 'assignment-in-condition',
    category: 'bug',
    severity: 'high',
    confidence: 'medium',
    appliesTo: 'all',
    ecmascript: {
        visits: ['if_statement'],
        find(node) {
            const condition = (0,critic_nodes/* parts */.rT)((0,critic_nodes/* field */.ZZ)(node, 'condition'))[0];
            // Double parentheses and calls on the right are how people say that they mean it.
            if (condition?.type !== 'assignment_expression')
                return undefined;
            const right = (0,critic_nodes/* unwrap */.oA)((0,critic_nodes/* field */.ZZ)(condition, 'right'));
            if (!right || !/^(?:identifier|member_expression|number|string|true|false|null|undefined)$/.test(right.type))
                return undefined;
            return { node: condition, message: `The condition assigns \`${injection_short(right)}\` instead of comparing with it.` };
        },
    },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/errors.js


const swallowedError = {
    id: 'swallowed-error',
    category: 'practice',
    severity: 'low',
    confidence: 'medium',
    appliesTo: 'production',
    ecmascript: {
        visits: ['catch_clause'],
        find(node) {
            const body = (0,critic_nodes/* field */.ZZ)(node, 'body');
            // A comment inside says that it is meant; so does leaving the binding out (`catch {`).
            if (!body || body.namedChildCount > 0 || !(0,critic_nodes/* field */.ZZ)(node, 'parameter'))
                return undefined;
            return { node, message: 'The error is caught and thrown away without a word.' };
        },
    },
    python: {
        visits: ['except_clause'],
        find(node) {
            const body = node.namedChildren.find((child) => child?.type === 'block');
            if (!body)
                return undefined;
            const caught = (0,critic_nodes/* parts */.rT)(node).filter((part) => part.type !== 'block');
            const name = caught[0] && ((0,critic_nodes/* field */.ZZ)(caught[0], 'alias') ? (0,critic_nodes/* parts */.rT)(caught[0])[0]?.text : caught[0].text);
            const broad = caught.length === 0 || /^(?:Base)?Exception\b/.test(name ?? '');
            if (!broad || node.descendantsOfType(['comment']).length > 0)
                return undefined;
            const statements = (0,critic_nodes/* parts */.rT)(body);
            const silent = statements.length === 1 && /^(?:pass|\.\.\.)$/.test(statements[0]?.text ?? '');
            if (silent)
                return {
                    node,
                    message: `\`except${name ? ` ${name}` : ''}\` catches every error and throws it away without a word.`,
                };
            const hides = caught.length === 0 && (0,critic_nodes/* within */.ux)(body, ['raise_statement', 'call']).length === 0;
            return hides
                ? { node, message: '`except:` catches every error, KeyboardInterrupt and SystemExit too, without a word.' }
                : undefined;
        },
    },
};
const jumps = ['return_statement', 'break_statement', 'continue_statement'];
const breakable = new Set([
    'for_statement',
    'for_in_statement',
    'while_statement',
    'do_statement',
    'switch_statement',
]);
function jumpInFinally(node) {
    const jump = (0,critic_nodes/* within */.ux)(node, jumps).find((found) => {
        if (found.type === 'return_statement')
            return true;
        const loop = (0,nodes/* enclosing */.f)(found, breakable);
        return !loop || loop.startIndex < node.startIndex;
    });
    if (!jump)
        return undefined;
    const word = jump.type.replace('_statement', '');
    return { node: jump, because: node, message: `\`${word}\` in \`finally\` discards the error that is on its way.` };
}
const finallyJump = {
    id: 'jump-in-finally',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'all',
    ecmascript: { visits: ['finally_clause'], find: jumpInFinally },
    python: { visits: ['finally_clause'], find: jumpInFinally },
};
const leaving = new Set([
    'return_statement',
    'throw_statement',
    'raise_statement',
    'break_statement',
    'continue_statement',
]);
const declarations = new Set([
    'function_declaration',
    'generator_function_declaration',
    'class_declaration',
    'interface_declaration',
    'type_alias_declaration',
    'enum_declaration',
    'break_statement',
    'empty_statement',
]);
function unreachable(node) {
    const block = node.parent;
    if (!block || !/^(?:statement_block|block|program|module|switch_case|switch_default)$/.test(block.type))
        return undefined;
    const siblings = (0,critic_nodes/* parts */.rT)(block);
    const index = siblings.findIndex((sibling) => sibling.id === node.id);
    const after = siblings[index + 1];
    // Of a row of them only the first is reached, so only what follows that one is reported.
    if (siblings.slice(0, index).some((sibling) => leaving.has(sibling.type)))
        return undefined;
    if (!after || declarations.has(after.type))
        return undefined;
    // `return` then `yield` turns a Python function into an empty generator; a bare `var x` is hoisted.
    if (/^yield\b/.test(after.text) || /^var\s+[\w\s,]+;?$/.test(after.text))
        return undefined;
    const word = node.type.replace('_statement', '');
    return { node: after, because: node, message: `This is never reached: \`${word}\` stands before it.` };
}
const unreachableCode = {
    id: 'unreachable-code',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: { visits: [...leaving], find: unreachable },
    python: { visits: [...leaving], find: unreachable },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/leftovers.js

const debuggerLeft = {
    id: 'debugger-left',
    category: 'practice',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'all',
    ecmascript: {
        visits: ['debugger_statement'],
        find: (node) => ({ node, message: '`debugger` stops the program whenever developer tools are open.' }),
    },
    python: {
        visits: ['call'],
        find(node, file) {
            const called = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
            if (!/^(?:breakpoint|i?pdb\.set_trace|pudb\.set_trace)$/.test(called))
                return undefined;
            // Tools that are debuggers define or wrap it themselves.
            if (file.parsed.symbols.some((symbol) => symbol.name === called))
                return undefined;
            return { node, message: `\`${called}\` stops the program and waits for a debugger.` };
        },
    },
};
const focusedTest = {
    id: 'focused-test',
    category: 'practice',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'tests',
    ecmascript: {
        visits: ['call_expression'],
        find(node) {
            const called = (0,critic_nodes/* callee */.tz)(node);
            const only = called && (0,critic_nodes/* field */.ZZ)(called, 'property')?.text === 'only' ? (0,critic_nodes/* receiver */.e6)(node)?.text : undefined;
            if (!only || !/^(?:describe|it|test|suite|context|specify|bench)(?:\.(?:concurrent|each|serial))?$/.test(only))
                return undefined;
            return {
                node: called,
                message: `\`${only}.only\` keeps every other test from running.`,
            };
        },
    },
};
const conflictMarker = {
    id: 'conflict-marker',
    category: 'bug',
    severity: 'high',
    confidence: 'high',
    appliesTo: 'production',
    find: (line) => /^(?:<{7}|>{7}) \S/.test(line)
        ? { message: 'A marker of an unresolved merge conflict is left in the file.' }
        : undefined,
};
/** Formats that their issuers made recognisable, so that a match is a credential and not a word. */
const credentials = [
    ['AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
    ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/],
    ['GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}\b/],
    ['Slack token', /\bxox[abprs]-\d{10,}-[A-Za-z0-9-]{20,}/],
    ['Slack webhook', /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{24}/],
    ['Stripe key', /\b[sr]k_live_[A-Za-z0-9]{24,}\b/],
    ['Google API key', /\bAIza[0-9A-Za-z_-]{35}\b/],
    ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
    ['PyPI token', /\bpypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}/],
    ['Anthropic key', /\bsk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,}/],
    ['OpenAI key', /\bsk-(?:proj-[A-Za-z0-9_-]{40,}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})/],
    ['SendGrid key', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/],
    ['private key', /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----(?:\\n|\s*$)/],
];
const placeholder = /EXAMPLE|X{6}|0{6}|(.)\1{7}|1234567|abcdefg|dummy|fake|sample|placeholder|your[-_]/i;
const hardCodedSecret = {
    id: 'hard-coded-secret',
    category: 'security',
    severity: 'critical',
    confidence: 'high',
    appliesTo: 'production',
    find(line) {
        for (const [name, pattern] of credentials) {
            const found = pattern.exec(line)?.[0];
            // The value itself never enters a report.
            if (found && !placeholder.test(found))
                return { message: `A ${name} is written into the file; revoke it, it is in the history now.` };
        }
        return undefined;
    },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/loops.js



const loopTypes = new Set(['for_in_statement', 'for_statement', ...critic_nodes/* functionTypes */.cO]);
const database = /(?:^|\.|_)(?:db|database|prisma|knex|pool|conn|connection|cursor|cur|session|objects|repository|repo)$/i;
const databaseMethod = /^(?:query|execute|fetchrow|fetchval|find(?:One|Unique|First|Many|ById|OneBy|ByPk)?|find_one|count_documents|get|filter|get_or_create)$/;
// Named so by object-relational mappers; elsewhere an awaited call of that name is one of theirs all the same.
const mapperMethod = /^(?:findOne|findUnique|findFirst|findMany|findById|findOneBy|findByPk|findAll)(?:OrFail|OrThrow)?$/;
const httpClient = /^(?:axios|requests|httpx|got|superagent)$/;
// Only reading can be asked for in one go; sending once per receiver is what a loop is for.
const httpMethod = /^(?:get|head)$/;
// Pages and batches are how one asks less often; a retry asks for the same thing again.
const batched = /page|batch|chunk|offset|cursor|attempt|retry|retries|tries|migration/i;
/** Name of a query or request that a call makes; undefined for other calls. */
function remoteCall(call) {
    const called = (0,critic_nodes/* callee */.tz)(call);
    const name = (0,critic_nodes/* calledName */.nk)(call);
    if (!called || !name)
        return undefined;
    if (called.type === 'identifier')
        return name === 'fetch' && !/\bmethod\b/.test((0,critic_nodes/* args */.a2)(call)[1]?.text ?? '') ? name : undefined;
    const from = (0,critic_nodes/* receiver */.e6)(call)?.text ?? '';
    if (httpClient.test(from) && httpMethod.test(name))
        return called.text;
    if (mapperMethod.test(name) && call.parent?.type === 'await_expression')
        return called.text;
    // `session.get`, `repo.get` and the like are maps as often as databases.
    const certain = name !== 'get' && name !== 'filter' ? database.test(from) : /\bobjects$/.test(from);
    return certain && databaseMethod.test(name) ? called.text : undefined;
}
function queryInLoop(call, file) {
    const name = remoteCall(call);
    // A migration runs once, and row by row is how many have to.
    if (!name || /(?:^|\/)migrations?\//.test(file.path))
        return undefined;
    const loop = (0,nodes/* enclosing */.f)(call, loopTypes);
    if (!loop ||
        (critic_nodes/* functionTypes */.cO.has(loop.type) &&
            !(isEachCallback(loop) && name !== 'fetch' && !httpClient.test(name.split('.')[0] ?? ''))))
        return undefined;
    const body = (0,critic_nodes/* field */.ZZ)(loop, 'body');
    if (!body || call.startIndex < body.startIndex)
        return undefined;
    const item = (0,critic_nodes/* field */.ZZ)(loop, 'left') ?? (0,critic_nodes/* field */.ZZ)(loop, 'initializer') ?? (0,critic_nodes/* field */.ZZ)(loop, 'parameters') ?? (0,critic_nodes/* field */.ZZ)(loop, 'parameter');
    const names = new Set((item?.descendantsOfType(['identifier', 'shorthand_property_identifier_pattern']) ?? []).map((node) => node?.text));
    const itemNames = [...names].filter((one) => one !== undefined);
    if (itemNames.length === 0 || batched.test(loop.text.slice(0, body.startIndex - loop.startIndex)))
        return undefined;
    const used = (0,critic_nodes/* args */.a2)(call).some((arg) => new RegExp(`\\b(?:${itemNames.map(escapePattern).join('|')})\\b`).test(arg.text)) ||
        (0,critic_nodes/* parts */.rT)((0,critic_nodes/* field */.ZZ)(call, 'arguments')).some((arg) => arg.type === 'keyword_argument' && itemNames.some((one) => arg.text.includes(one)));
    // A list of statements to run is no list of keys to look up.
    const runsItem = itemNames.some((one) => one === (0,critic_nodes/* args */.a2)(call)[0]?.text && /sql|stmt|statement|quer|ddl|command/i.test(one));
    if (!used || runsItem || leavesAfter(call, loop))
        return undefined;
    return {
        node: call,
        because: item,
        message: `\`${name.replace(/\s+/g, ' ')}\` runs once for every item of the loop; ask for all of them at once.`,
    };
}
/** The function that `map` or `forEach` calls for every item. */
function isEachCallback(fn) {
    const call = fn.parent?.parent;
    return (call?.type === 'call_expression' &&
        (0,critic_nodes/* args */.a2)(call)[0]?.id === fn.id &&
        /^(?:map|forEach|flatMap)$/.test((0,critic_nodes/* calledName */.nk)(call) ?? ''));
}
/** A loop that stops at its first answer is a search, not a repetition. */
function leavesAfter(call, loop) {
    // A callback that returns goes on with the next item.
    if (critic_nodes/* functionTypes */.cO.has(loop.type))
        return false;
    const body = (0,critic_nodes/* field */.ZZ)(loop, 'body');
    const last = (0,critic_nodes/* parts */.rT)(body).at(-1);
    return last !== undefined && /^(?:return|break)/.test(last.text) && last.endIndex >= call.endIndex;
}
function escapePattern(name) {
    return name.replace(/[$]/g, '\\$&');
}
const remoteCallInLoop = {
    id: 'query-in-loop',
    category: 'performance',
    severity: 'medium',
    confidence: 'medium',
    appliesTo: 'production',
    ecmascript: { visits: ['call_expression'], find: queryInLoop },
    python: { visits: ['call'], find: queryInLoop },
};
const removing = new Set(['remove', 'pop', 'insert', 'clear', 'discard', 'popitem']);
function iterated(loop) {
    const source = (0,critic_nodes/* field */.ZZ)(loop, 'right');
    const view = source?.type === 'call' && /\.(?:items|keys|values)\(\)$/.test(source.text);
    return view ? (0,critic_nodes/* receiver */.e6)(source) : source;
}
/** The statement after a change of the collection leaves the loop, so that the iteration never goes on. */
function leavesNext(node) {
    let statement = node;
    while (statement.parent && !/^(?:block|statement_block|program|module)$/.test(statement.parent.type))
        statement = statement.parent;
    const siblings = (0,critic_nodes/* parts */.rT)(statement.parent ?? undefined);
    const rest = siblings.slice(siblings.findIndex((one) => one.id === statement.id));
    return rest.some((one) => /^(?:return|break|raise|throw)\b/.test(one.text));
}
const changeWhileIterating = {
    id: 'change-while-iterating',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'all',
    ecmascript: {
        visits: ['call_expression'],
        find(node) {
            const loop = (0,nodes/* enclosing */.f)(node, new Set(['for_in_statement', ...critic_nodes/* functionTypes */.cO]));
            const collection = (0,critic_nodes/* receiver */.e6)(node)?.text;
            if (loop?.type !== 'for_in_statement' || (0,critic_nodes/* calledName */.nk)(node) !== 'splice' || (0,critic_nodes/* args */.a2)(node).length !== 2)
                return undefined;
            if ((0,critic_nodes/* field */.ZZ)(loop, 'right')?.text !== collection || leavesNext(node))
                return undefined;
            return {
                node,
                because: (0,critic_nodes/* field */.ZZ)(loop, 'right'),
                message: `\`${collection}\` loses items while it is being iterated, so some are skipped.`,
            };
        },
    },
    python: {
        visits: ['call', 'delete_statement'],
        find(node) {
            const loop = (0,nodes/* enclosing */.f)(node, new Set(['for_statement', ...critic_nodes/* functionTypes */.cO]));
            if (loop?.type !== 'for_statement')
                return undefined;
            const changed = node.type === 'call' ? (0,critic_nodes/* receiver */.e6)(node) : (0,critic_nodes/* field */.ZZ)((0,critic_nodes/* parts */.rT)(node)[0], 'value');
            const name = node.type === 'call' ? (0,critic_nodes/* calledName */.nk)(node) : 'remove';
            const source = iterated(loop);
            if (!changed || !name || !removing.has(name) || source?.text !== changed.text || leavesNext(node))
                return undefined;
            return { node, because: source, message: `\`${changed.text}\` changes while it is being iterated.` };
        },
    },
};
const quadraticAccumulation = {
    id: 'quadratic-accumulation',
    category: 'performance',
    severity: 'low',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: {
        visits: ['spread_element'],
        find(node) {
            const fn = (0,nodes/* enclosing */.f)(node, critic_nodes/* functionTypes */.cO);
            const call = fn?.parent?.parent;
            const accumulator = fn && [...parameterNames(fn)][0];
            if (!fn || call?.type !== 'call_expression' || !/^reduce(?:Right)?$/.test((0,critic_nodes/* calledName */.nk)(call) ?? ''))
                return undefined;
            if ((0,critic_nodes/* args */.a2)(call)[0]?.id !== fn.id || node.firstNamedChild?.text !== accumulator)
                return undefined;
            return {
                node: node.parent,
                message: `Every step of \`reduce\` copies all of \`${accumulator}\`: the time grows with the square of the length.`,
            };
        },
    },
    python: {
        visits: ['assignment'],
        find(node) {
            const [left, right] = [(0,critic_nodes/* field */.ZZ)(node, 'left'), (0,critic_nodes/* field */.ZZ)(node, 'right')];
            const loop = (0,nodes/* enclosing */.f)(node, new Set(['for_statement', 'while_statement', ...critic_nodes/* functionTypes */.cO]));
            if (!loop || critic_nodes/* functionTypes */.cO.has(loop.type) || right?.type !== 'binary_operator' || left?.type !== 'identifier')
                return undefined;
            const added = (0,critic_nodes/* field */.ZZ)(right, 'right');
            if ((0,critic_nodes/* field */.ZZ)(right, 'left')?.text !== left.text || !/^(?:list|list_comprehension)$/.test(added?.type ?? ''))
                return undefined;
            return {
                node,
                message: `Every round copies all of \`${(0,critic_nodes/* lastName */.UK)(left)}\`: the time grows with the square of the length; use \`append\` or \`extend\`.`,
            };
        },
    },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/secrets-handling.js


const passwordLike = /(?:passw(?:or)?d|passphrase|\bpwd)(?!_?(?:file|path|field|hash|policy))/i;
function weakHash(node, algorithm, hashed) {
    if (!algorithm || !/^(?:md5|sha-?1)$/i.test(algorithm) || !hashed || !passwordLike.test(hashed.text))
        return undefined;
    return { node, message: `\`${algorithm}\` is too fast for passwords; use scrypt, argon2 or bcrypt.` };
}
const weakPasswordHash = {
    id: 'weak-password-hash',
    category: 'security',
    severity: 'high',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: {
        visits: ['call_expression'],
        find(node) {
            // createHash('md5').update(password)
            const from = (0,critic_nodes/* receiver */.e6)(node);
            if ((0,critic_nodes/* calledName */.nk)(node) !== 'update' || from?.type !== 'call_expression' || (0,critic_nodes/* calledName */.nk)(from) !== 'createHash')
                return;
            return weakHash(node, (0,critic_nodes/* stringValue */.r$)((0,critic_nodes/* args */.a2)(from)[0]), (0,critic_nodes/* args */.a2)(node)[0]);
        },
    },
    python: {
        visits: ['call'],
        find(node) {
            const called = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
            if ((0,critic_nodes/* keyword */.Si)(node, 'usedforsecurity')?.text === 'False')
                return undefined;
            if (called === 'hashlib.new')
                return weakHash(node, (0,critic_nodes/* stringValue */.r$)((0,critic_nodes/* args */.a2)(node)[0]), (0,critic_nodes/* args */.a2)(node)[1]);
            return called.startsWith('hashlib.') ? weakHash(node, (0,critic_nodes/* calledName */.nk)(node), (0,critic_nodes/* args */.a2)(node)[0]) : undefined;
        },
    },
};
const secretName = /(?:access|auth|reset|session|csrf|xsrf|api|verification|invite|bearer|refresh|secret)_?(?:token|key|secret)|^(?:password|passphrase|secret|nonce|salt|otp|session_?id)$|(?:generate|create|make|new|random)_?(?:token|secret|password|salt|nonce|otp|session_?id)|(?:temp|temporary|initial|default|new|random)_?password/i;
function guessable(node, source) {
    const name = givenName(node);
    if (!name || !secretName.test(name))
        return undefined;
    return {
        node,
        message: `\`${name}\` is made with \`${source}\`, whose values can be predicted; use a cryptographic source.`,
    };
}
const targets = new Set([
    'variable_declarator',
    'assignment_expression',
    'assignment',
    'pair',
    'keyword_argument',
    'return_statement',
    ...critic_nodes/* functionTypes */.cO,
]);
/** What a value is stored as; for a returned value, the name of its function. */
function givenName(node) {
    let target = (0,nodes/* enclosing */.f)(node, targets);
    if (target?.type === 'return_statement')
        target = (0,nodes/* enclosing */.f)(target, critic_nodes/* functionTypes */.cO);
    if (!target)
        return undefined;
    const name = (0,critic_nodes/* field */.ZZ)(target, 'name') ?? (0,critic_nodes/* field */.ZZ)(target, 'left') ?? (0,critic_nodes/* field */.ZZ)(target, 'key');
    const own = name && ((0,critic_nodes/* lastName */.UK)(name) ?? name.text);
    const around = critic_nodes/* functionTypes */.cO.has(target.type) && !own ? target.parent : undefined;
    return own ?? (around ? (0,critic_nodes/* field */.ZZ)(around, 'name')?.text : undefined);
}
const guessableSecret = {
    id: 'guessable-secret',
    category: 'security',
    severity: 'high',
    confidence: 'medium',
    appliesTo: 'production',
    ecmascript: {
        visits: ['call_expression'],
        find: (node) => ((0,critic_nodes/* callee */.tz)(node)?.text === 'Math.random' ? guessable(node, 'Math.random') : undefined),
    },
    python: {
        visits: ['call'],
        find(node) {
            const called = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
            const weak = /^random\.(?:random|randint|randrange|choice|choices|sample|getrandbits)$/.test(called);
            return weak ? guessable(node, called) : undefined;
        },
    },
};
const unsafeDeserialisation = {
    id: 'unsafe-deserialisation',
    category: 'security',
    severity: 'high',
    confidence: 'medium',
    appliesTo: 'production',
    python: {
        visits: ['call'],
        find(node, file) {
            const called = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
            if (/^(?:c?[pP]ickle|dill|marshal)\.loads$/.test(called)) {
                const data = (0,critic_nodes/* args */.a2)(node)[0]?.text ?? '';
                if (!/\b(?:request|req|recv|recvfrom|cookies?|body|payload|response|resp|socket|sock)\b/.test(data))
                    return undefined;
                return {
                    node,
                    message: `\`${called}\` runs code that is hidden in its data, and this data comes from outside.`,
                };
            }
            const plainYaml = file.parsed.imports.some((item) => item.kind === 'import' && item.source === 'yaml');
            if (!/^yaml\.(?:load|load_all|unsafe_load)$/.test(called) || !plainYaml)
                return undefined;
            const loader = ((0,critic_nodes/* keyword */.Si)(node, 'Loader') ?? (0,critic_nodes/* args */.a2)(node)[1])?.text;
            const unsafe = called === 'yaml.unsafe_load' || loader === undefined || /^yaml\.(?:Unsafe)?Loader$/.test(loader);
            return unsafe
                ? { node, message: `\`${called}\` can build any object its text asks for; use \`yaml.safe_load\`.` }
                : undefined;
        },
    },
};
const passwordName = /(?:^|_|[a-z])(?:password|passwd|passphrase|secret_?key|api_?key|auth_?token|access_?token|private_?key|(?:client|jwt|session|cookie|token|app|webhook|signing)_?secret|(?:signing|encryption|jwt)_?key)$/i;
const standIn = /example|change|your|dummy|fake|sample|placeholder|default|secret|password|passw|test|foo|bar|xxx|\.\.\.|\*{3}|1234|abcd|[<>{}$%\s/:]/i;
// What a key looks like that carries its kind in front.
const prefixedKey = /^(?:sk|pk|rk|api|key)[-_](?:(?:live|prod|proj)[-_])?[A-Za-z0-9]{12,}$/;
// scheme://user:password@host, but not on the machine itself.
const credentialsInUrl = /^[a-z][a-z0-9+.]*:\/\/[^\s:/@]+:([^\s:/@]+)@(?!localhost\b|127\.|\[::1\])/i;
/** Random enough to be a real one: letters and digits, and not words joined by dashes, dots or underscores. */
function looksReal(text) {
    return (text.length >= 7 &&
        /\d/.test(text) &&
        /[a-z]/i.test(text) &&
        !standIn.test(text) &&
        !/^[a-z]+(?:[-_.][a-z0-9]+)+$/.test(text));
}
function givenPassword(node) {
    const name = (0,critic_nodes/* field */.ZZ)(node, 'name') ?? (0,critic_nodes/* field */.ZZ)(node, 'left') ?? (0,critic_nodes/* field */.ZZ)(node, 'key');
    const value = (0,critic_nodes/* stringValue */.r$)((0,critic_nodes/* field */.ZZ)(node, 'value') ?? (0,critic_nodes/* field */.ZZ)(node, 'right'));
    const called = name && ((0,critic_nodes/* lastName */.UK)(name) ?? (0,critic_nodes/* stringValue */.r$)(name) ?? name.text);
    if (!called || value === undefined || !passwordName.test(called))
        return undefined;
    if (!looksReal(value) && !prefixedKey.test(value))
        return undefined;
    // The value itself never enters a report.
    return { node, message: `\`${called}\` is written into the code; read it from the environment or a secret store.` };
}
function passwordInUrl(node) {
    const password = credentialsInUrl.exec((0,critic_nodes/* stringValue */.r$)(node) ?? '')?.[1];
    if (password === undefined || !looksReal(password))
        return undefined;
    return { node, message: 'A URL with a password is written into the code; read it from the environment.' };
}
/** Whoever knows the key that tokens are signed with can make their own. */
function signingKey(node) {
    const called = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
    const key = (0,critic_nodes/* args */.a2)(node)[1];
    if (!/^(?:jwt|jsonwebtoken)\.(?:sign|verify|encode|decode)$/.test(called) || !key || !(0,critic_nodes/* stringValue */.r$)(key))
        return undefined;
    return { node: key, message: `The key of \`${called}\` is written into the code; read it from the environment.` };
}
function credentialIn(node) {
    if (node.type === 'string')
        return passwordInUrl(node);
    return /^call/.test(node.type) ? signingKey(node) : givenPassword(node);
}
const hardCodedPassword = {
    id: 'hard-coded-password',
    category: 'security',
    severity: 'high',
    confidence: 'medium',
    appliesTo: 'production',
    ecmascript: {
        visits: ['variable_declarator', 'assignment_expression', 'pair', 'string', 'call_expression'],
        find: credentialIn,
    },
    python: { visits: ['assignment', 'keyword_argument', 'pair', 'string', 'call'], find: credentialIn },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/values.js


const mutating = new Set([
    'append',
    'extend',
    'insert',
    'remove',
    'pop',
    'update',
    'add',
    'setdefault',
    'clear',
    'discard',
    'sort',
]);
/** How a function lets a default value live on: changes it, keeps it or hands it out. */
function escapes(name, fn) {
    const body = (0,critic_nodes/* field */.ZZ)(fn, 'body');
    if (!body)
        return false;
    const rebound = (0,critic_nodes/* within */.ux)(body, ['assignment']).some((one) => (0,critic_nodes/* field */.ZZ)(one, 'left')?.text === name);
    if (rebound)
        return false;
    const changes = body
        .descendantsOfType(['call'])
        .some((call) => call && (0,critic_nodes/* receiver */.e6)(call)?.text === name && mutating.has((0,critic_nodes/* calledName */.nk)(call) ?? ''));
    const items = body
        .descendantsOfType(['assignment', 'augmented_assignment', 'delete_statement'])
        .some((one) => one && new RegExp(`^(?:del )?${name}(?:\\[[^=]*\\])?\\s*(?:[-+*|&]?=(?!=)|$)`).test(one.text));
    const kept = body
        .descendantsOfType(['assignment'])
        .some((one) => one && (0,critic_nodes/* field */.ZZ)(one, 'left')?.type === 'attribute' && (0,critic_nodes/* field */.ZZ)(one, 'right')?.text === name);
    const returned = (0,critic_nodes/* within */.ux)(body, ['return_statement']).some((one) => (0,critic_nodes/* parts */.rT)(one)[0]?.text === name);
    return changes || items || kept || returned;
}
const mutableDefault = {
    id: 'mutable-default',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'production',
    python: {
        visits: ['default_parameter', 'typed_default_parameter'],
        find(node) {
            const value = (0,critic_nodes/* field */.ZZ)(node, 'value');
            const name = (0,critic_nodes/* field */.ZZ)(node, 'name')?.text;
            const fn = (0,critic_nodes/* enclosingFunction */.pG)(node);
            const mutable = value && (/^(?:list|dictionary|set)$/.test(value.type) || /^(?:list|dict|set)\(\)$/.test(value.text));
            if (!mutable || !name || !fn || !escapes(name, fn))
                return undefined;
            return {
                node,
                message: `The default of \`${name}\` is one object shared by all calls, and this function changes or keeps it.`,
            };
        },
    },
};
const assertTuple = {
    id: 'assert-on-tuple',
    category: 'bug',
    severity: 'high',
    confidence: 'high',
    appliesTo: 'all',
    python: {
        visits: ['assert_statement'],
        find(node) {
            const [asserted, ...more] = (0,critic_nodes/* parts */.rT)(node);
            if (asserted?.type !== 'tuple' || more.length > 0 || (0,critic_nodes/* parts */.rT)(asserted).length === 0)
                return undefined;
            return { node, message: 'A tuple is always true, so this assertion cannot fail; remove the parentheses.' };
        },
    },
};
function keyText(key) {
    if (!key)
        return undefined;
    if (key.type === 'property_identifier')
        return key.text;
    return (0,critic_nodes/* stringValue */.r$)(key) ?? (/^(?:number|integer)$/.test(key.type) ? key.text : undefined);
}
/** The later of two entries with one key; a spread between them is a deliberate override. */
function duplicateKey(node) {
    let seen = new Map();
    for (const entry of (0,critic_nodes/* parts */.rT)(node)) {
        if (/^(?:spread_element|dictionary_splat)$/.test(entry.type))
            seen = new Map();
        if (entry.type !== 'pair')
            continue;
        const key = (0,critic_nodes/* field */.ZZ)(entry, 'key');
        const text = keyText(key);
        if (text === undefined || !key || text === '__proto__')
            continue;
        // 1 and '1' are one key in JavaScript and two in Python.
        const name = node.type === 'dictionary' ? `${key.type}:${text}` : text;
        if (seen.has(name))
            return {
                node: entry,
                because: seen.get(name),
                message: `The key \`${injection_short(key)}\` stands here twice; this value replaces the one before.`,
            };
        seen.set(name, entry);
    }
    return undefined;
}
const duplicateKeys = {
    id: 'duplicate-key',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'all',
    ecmascript: { visits: ['object'], find: duplicateKey },
    python: { visits: ['dictionary'], find: duplicateKey },
};
const duplicateCase = {
    id: 'duplicate-case',
    category: 'bug',
    severity: 'medium',
    confidence: 'high',
    appliesTo: 'all',
    ecmascript: {
        visits: ['switch_body'],
        find(node) {
            const seen = new Map();
            for (const entry of (0,critic_nodes/* parts */.rT)(node)) {
                const label = (0,critic_nodes/* field */.ZZ)(entry, 'value');
                if (entry.type !== 'switch_case' || !label || /call_expression/.test(label.type))
                    continue;
                const before = seen.get(label.text);
                if (before)
                    return {
                        node: label,
                        because: before,
                        message: `\`case ${injection_short(label)}\` stands here twice; this one is never reached.`,
                    };
                seen.set(label.text, label);
            }
            return undefined;
        },
    },
};
// A repeated group whose whole content is itself repeated: `(a+)+`, `(\w*)*`. With something after it that can fail,
// the number of ways to match doubles with every character.
const nestedRepeat = /\((?:\?:)?(\\[wdsWDS]|\.|\[[^\]\\]*\]|\w)[+*]\)[+*](?!$)(?!\)?\*?$)/;
function slowPattern(node, pattern) {
    const found = nestedRepeat.exec(pattern);
    if (!found)
        return undefined;
    return {
        node,
        message: `In this pattern \`${found[0].replace(/`/g, "'")}\` takes exponential time on text that almost matches.`,
    };
}
const exponentialPattern = {
    id: 'exponential-pattern',
    category: 'performance',
    severity: 'high',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: {
        visits: ['regex'],
        find: (node) => slowPattern(node, (0,critic_nodes/* field */.ZZ)(node, 'pattern')?.text ?? ''),
    },
    python: {
        visits: ['call'],
        find(node) {
            if (!/^(?:compile|match|fullmatch|search|sub|findall|finditer|split)$/.test((0,critic_nodes/* calledName */.nk)(node) ?? ''))
                return undefined;
            if (!/^(?:re|regex)$/.test((0,critic_nodes/* lastName */.UK)((0,critic_nodes/* receiver */.e6)(node)) ?? ''))
                return undefined;
            const pattern = (0,critic_nodes/* parts */.rT)((0,critic_nodes/* field */.ZZ)(node, 'arguments'))[0];
            return pattern?.type === 'string'
                ? slowPattern(pattern, pattern.text.replace(/^\w*(['"]{1,3})|['"]{1,3}$/g, ''))
                : undefined;
        },
    },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/web.js



const cleaned = /sanitiz|purify|escape|encode|trusted|\bhighlight|\bmarked\b|innerHTML|outerHTML|\bt\(/i;
/** Whether markup may hold text from elsewhere: not a literal, not the result of something that cleans it. */
function isUnclean(value) {
    const node = (0,critic_nodes/* unwrap */.oA)(value);
    if (!node || (0,critic_nodes/* stringValue */.r$)(node) !== undefined || cleaned.test(node.text))
        return false;
    if (/^(?:(?:window|document|self)\.)?(?:location\.(?:hash|search|href)|URL|referrer)\b/.test(node.text))
        return node.type !== 'identifier';
    if (node.type === 'template_string' || node.type === 'binary_expression') {
        return node.descendantsOfType(['identifier']).some((name) => name && !/^[A-Z][A-Z0-9_]*$/.test(name.text));
    }
    // A bare name may well be clean; only values that visibly come from outside are reported.
    return /^(?:await\s+)?(?:req|request|res|response|event|data|props|params|query|body|message|input|user)\b[.[]/.test(node.text);
}
const htmlInjection = {
    id: 'html-injection',
    category: 'security',
    severity: 'medium',
    confidence: 'medium',
    appliesTo: 'production',
    ecmascript: {
        visits: ['assignment_expression', 'call_expression', 'jsx_attribute'],
        find(node) {
            if (node.type === 'jsx_attribute')
                return dangerousAttribute(node);
            if (node.type === 'call_expression') {
                const into = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
                if (/^(?:res|response|reply)\.(?:send|write|end)$/.test(into))
                    return reflected(node, into);
                const unclean = /^document\.write(?:ln)?$/.test(into) && isUnclean((0,critic_nodes/* args */.a2)(node)[0]);
                return unclean ? { node, message: `\`${into}\` writes markup that is put together at run time.` } : undefined;
            }
            const name = (0,critic_nodes/* lastName */.UK)((0,critic_nodes/* field */.ZZ)(node, 'left'));
            if ((name !== 'innerHTML' && name !== 'outerHTML') || !isUnclean((0,critic_nodes/* field */.ZZ)(node, 'right')))
                return undefined;
            return {
                node,
                message: `\`${name}\` is set to markup that is put together at run time; text in it can run scripts.`,
            };
        },
    },
};
/** Markup with a value of the request in it, sent back as a page. */
function reflected(node, into) {
    const text = dynamicText((0,critic_nodes/* args */.a2)(node)[0]);
    const markup = text?.pieces.some((piece) => typeof piece === 'string' && /<\/?[a-z]/i.test(piece));
    const value = text?.pieces.find((piece) => typeof piece !== 'string' && !cleaned.test(piece.text) && /^(?:req|request)$/.test((0,critic_nodes/* rootName */.SX)(piece) ?? ''));
    if (!markup || !value)
        return undefined;
    return { node, message: `\`${into}\` sends \`${injection_short(value)}\` back as markup; scripts in it run.` };
}
function dangerousAttribute(node) {
    const [name, expression] = (0,critic_nodes/* parts */.rT)(node);
    if (name?.text !== 'dangerouslySetInnerHTML' || !expression)
        return undefined;
    const html = expression
        .descendantsOfType(['pair'])
        .find((pair) => pair && (0,critic_nodes/* field */.ZZ)(pair, 'key')?.text.replace(/['"]/g, '') === '__html');
    const value = html && (0,critic_nodes/* field */.ZZ)(html, 'value');
    if (!value || !isUnclean(value))
        return undefined;
    return { node, message: '`dangerouslySetInnerHTML` gets markup that nothing has cleaned.' };
}
const web_httpMethod = /^(?:get|post|put|patch|delete|head|options|request|Session|Client|AsyncClient|ws_connect|stream|urlopen)$/;
const web_httpClient = /^(?:requests|httpx|aiohttp|session|client|http|self\.session|self\.client|self\._session|self\._client)\b/;
const tlsDisabled = {
    id: 'tls-verification-off',
    category: 'security',
    severity: 'high',
    confidence: 'high',
    appliesTo: 'production',
    ecmascript: {
        visits: ['pair', 'assignment_expression'],
        find(node) {
            const key = node.type === 'pair' ? (0,critic_nodes/* field */.ZZ)(node, 'key') : (0,critic_nodes/* field */.ZZ)(node, 'left');
            const value = node.type === 'pair' ? (0,critic_nodes/* field */.ZZ)(node, 'value') : (0,critic_nodes/* field */.ZZ)(node, 'right');
            const name = key && ((0,critic_nodes/* lastName */.UK)(key) ?? key.text.replace(/['"]/g, ''));
            const off = (name === 'rejectUnauthorized' && value?.text === 'false') ||
                (name === 'NODE_TLS_REJECT_UNAUTHORIZED' && ((0,critic_nodes/* stringValue */.r$)(value) ?? value?.text) === '0');
            return off ? { node, message: `\`${name}\` switches off the check of the server's certificate.` } : undefined;
        },
    },
    python: {
        visits: ['call', 'assignment'],
        find(node) {
            if (node.type === 'assignment') {
                const off = (0,critic_nodes/* lastName */.UK)((0,critic_nodes/* field */.ZZ)(node, 'left')) === 'verify_mode' && /\bCERT_NONE$/.test((0,critic_nodes/* field */.ZZ)(node, 'right')?.text ?? '');
                return off ? { node, message: "`CERT_NONE` switches off the check of the server's certificate." } : undefined;
            }
            const called = (0,critic_nodes/* callee */.tz)(node)?.text ?? '';
            if (called === 'ssl._create_unverified_context') {
                return { node, message: `\`${called}\` switches off the check of the server's certificate.` };
            }
            const verify = (0,critic_nodes/* keyword */.Si)(node, 'verify');
            if (verify?.text !== 'False' || !web_httpMethod.test((0,critic_nodes/* calledName */.nk)(node) ?? ''))
                return undefined;
            if (!web_httpClient.test((0,critic_nodes/* receiver */.e6)(node)?.text ?? ''))
                return undefined;
            return { node, message: "`verify=False` switches off the check of the server's certificate." };
        },
    },
};

;// CONCATENATED MODULE: ./build/dist/analysis/critic/rules/index.js










const rules = [
    dynamicCode,
    shellInjection,
    sqlInjection,
    htmlInjection,
    tlsDisabled,
    weakPasswordHash,
    guessableSecret,
    hardCodedPassword,
    unsafeDeserialisation,
    nanComparison,
    literalIdentity,
    invalidTypeof,
    pastTheEnd,
    noneEquality,
    selfComparison,
    selfAssignment,
    assignmentInCondition,
    swallowedError,
    finallyJump,
    unreachableCode,
    missingAwait,
    asyncCallback,
    blockingCall,
    remoteCallInLoop,
    changeWhileIterating,
    quadraticAccumulation,
    mutableDefault,
    assertTuple,
    duplicateKeys,
    duplicateCase,
    exponentialPattern,
    debuggerLeft,
    focusedTest,
];
const lineRules = [conflictMarker, hardCodedSecret];


/***/ }),

/***/ 55552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Stable identity of a finding: rule, file (its new name), the flagged code without layout, and which occurrence of
 * exactly this code in the file it is. Line numbers are left out, so that lines above may come and go.
 *
 * @returns 16 hexadecimal digits
 */
function fingerprint(rule, file, code, occurrence) {
    const text = JSON.stringify([rule, file, code, occurrence]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 42832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ looksGenerated),
/* harmony export */   Xi: () => (/* binding */ roleOfPath),
/* harmony export */   cE: () => (/* binding */ servesTests),
/* harmony export */   tG: () => (/* binding */ isExample)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

const sourceFile = /\.(?:[cm]?[jt]sx?|pyi?)$/;
const prose = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|org|pod)$/i;
const proseName = /^(?:readme|changelog|changes|history|authors|contributors|license|licence|copying|notice|news)$/i;
const lockName = /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|poetry\.lock|Pipfile\.lock|uv\.lock|pdm\.lock|Cargo\.lock|Gemfile\.lock|composer\.lock|go\.sum|flake\.lock)$/;
const vendoredFolder = /(?:^|\/)(?:node_modules|bower_components|vendor|vendored|_vendor|third[_-]?party|site-packages|\.yarn)\//;
const generatedPath = /(?:^|\/)(?:dist|__generated__|generated|coverage|\.next|\.nuxt)\/|\.(?:min|bundle)\.(?:m?js|css)$|[._-](?:pb2(?:_grpc)?\.pyi?|generated\.[cm]?[jt]sx?|gen\.[jt]s)$|\.snap$/;
// In the first lines only: a file that writes generated files says it further down.
const generatedMark = /@generated\b|\bDO NOT EDIT\b|\bauto-?generated (?:by|file|from)\b/i;
const testFolder = /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|fixtures?|testdata|testing)\//i;
const testName = /(?:[._-](?:test|spec|e2e|cy|bench)\.[cm]?[jt]sx?|(?:^|\/)(?:test_[^/]*|[^/]*_test|tests|conftest)\.pyi?)$/;
const exampleFolder = /(?:^|\/)(?:examples?|samples?|demos?|docs?|tutorials?|benchmarks?|bench)\//i;
const migrationFile = /(?:^|\/)(?:migrations?|migrate|db|sql|schema|flyway|alembic)\/(?:.*\/)?[^/]*\.sql$/i;
const interfaceFile = /\.(?:html?|css|scss|sass|less|vue|svelte|hbs|ejs|pug|jinja2?|j2|njk|po|ftl|strings)$/i;
const localeFile = /(?:^|\/)(?:locales?|i18n|lang|languages?|translations?)\/(?:.*\/)?[^/]*\.(?:json|ya?ml|properties)$/i;
const configFile = /(?:^|\/)(?:config|settings)\/(?:.*\/)?[^/]*\.(?:json|ya?ml|toml|ini)$|(?:^|\/)(?:config|settings|defaults?)\.(?:json|ya?ml|toml|ini)$/i;
const manifestName = /^(?:package\.json|pyproject\.toml|setup\.cfg)$/;
/** What the path alone says. */
function roleOfPath(path) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
    if (vendoredFolder.test(path))
        return 'vendored';
    if (lockName.test(name))
        return 'lock';
    if (generatedPath.test(path))
        return 'generated';
    if (prose.test(name) || proseName.test(name))
        return 'prose';
    if (sourceFile.test(name))
        return servesTests(path) ? 'test' : 'source';
    if (servesTests(path))
        return 'other';
    if (migrationFile.test(path))
        return 'migration';
    if (manifestName.test(name))
        return 'manifest';
    if (localeFile.test(path) || interfaceFile.test(name))
        return exampleFolder.test(path) ? 'prose' : 'interface';
    if (configFile.test(path) && !/(?:^|\/)\.\w/.test(path))
        return 'config';
    return 'other';
}
/** Whether a file, whatever its role, only serves tests. */
function servesTests(path) {
    return testFolder.test(path) || testName.test(path);
}
/** Whether a file shows readers how to do something; nobody runs it in production, though it is real code. */
function isExample(path) {
    return exampleFolder.test(path);
}
/** Whether the text shows that a program wrote it: it says so at the top, or its lines are those of a minifier. */
function looksGenerated(text) {
    if (generatedMark.test(text.slice(0, 600)))
        return true;
    const lines = text.split('\n');
    return text.length > 5000 && text.length / lines.length > 400;
}


/***/ }),

/***/ 93578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q$: () => (/* binding */ assetPath),
/* harmony export */   mS: () => (/* binding */ requireAsset)
/* harmony export */ });
/* unused harmony export ownAssetPath */
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
    const beside = fileURLToPath(new URL(`./assets/${bundled}`, import.meta.url));
    return existsSync(beside) ? beside : fileURLToPath(new URL(`../${source}`, import.meta.url));
}


/***/ }),

/***/ 14878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oK: () => (/* reexport */ buildImportGraph),
  LI: () => (/* reexport */ diffSymbols),
  fD: () => (/* reexport */ nodes/* enclosing */.f),
  r1: () => (/* reexport */ isGraphInput),
  eX: () => (/* reexport */ languageOf),
  qg: () => (/* reexport */ parse)
});

// UNUSED EXPORTS: ParseLimitError, parseLimits, sourceExtensions, walk

;// CONCATENATED MODULE: ./build/dist/code/changes/change.js
function difference(what, breaking, reason) {
    return { what, breaking, reason };
}

;// CONCATENATED MODULE: ./build/dist/code/changes/types.js
/** Members of a union type as written; one for any other type. */
function parts(type) {
    const found = [];
    let depth = 0;
    let from = 0;
    for (let i = 0; i < type.length; i++) {
        const char = type[i] ?? '';
        if ('([{<'.includes(char))
            depth++;
        else if (')]}'.includes(char) || (char === '>' && type[i - 1] !== '='))
            depth--;
        else if (char === '|' && depth === 0) {
            found.push(type.slice(from, i).trim());
            from = i + 1;
        }
    }
    found.push(type.slice(from).trim());
    return found.filter((part) => part !== '');
}
/** Whether `wide` accepts all that `narrow` is, as far as the two texts tell: equal, a larger union, `any` or `unknown`. */
function accepts(wide, narrow) {
    const all = new Set(parts(wide));
    return all.has('any') || all.has('unknown') || parts(narrow).every((part) => all.has(part));
}

;// CONCATENATED MODULE: ./build/dist/code/changes/parameters.js


/** Differences between parameter lists whose arguments are passed by position only (JavaScript, TypeScript). */
function positionalDifferences(before, after) {
    if (sameNamesMoved(before, after))
        return [reordered(before, after)];
    const shifted = before.findIndex((old, i) => isMovedBack(old, i, before, after));
    if (shifted >= 0) {
        const inserted = after[shifted]?.name ?? '';
        const reason = `parameter ${inserted} was added before ${before[shifted]?.name}, so callers' arguments shift`;
        return [difference('parameter-added', true, reason)];
    }
    const removedAt = before.findIndex((old, i) => isMovedForward(old, i, before, after));
    if (removedAt >= 0) {
        const reason = `parameter ${before[removedAt]?.name} was removed from the middle, so callers' arguments shift`;
        return [difference('parameter-removed', true, reason)];
    }
    return [
        ...before.flatMap((old, i) => atPosition(old, after[i], after)),
        ...after.slice(before.length).flatMap((one) => added(one)),
    ];
}
/** Differences between parameter lists whose arguments may also be passed by name (Python). */
function keywordDifferences(before, after) {
    const old = before.filter((one) => one.rest === undefined);
    const now = after.filter((one) => one.rest === undefined);
    const takes = (kind) => after.some((one) => one.rest === kind);
    const matched = new Set();
    const found = [];
    const moved = sameNamesMoved(positional(old), positional(now));
    if (moved)
        found.push(reordered(positional(old), positional(now)));
    for (const [i, one] of old.entries()) {
        const at = one.passing === 'keyword' ? undefined : positional(now)[i];
        const named = now.find((other) => other.name === one.name);
        const next = named ?? (at !== undefined && !old.some((other) => other.name === at.name) ? at : undefined);
        if (next === undefined) {
            const absorbed = absorbs(one, takes);
            const whom = absorbed ? 'it is still accepted through * or **' : 'callers that pass it fail';
            found.push(difference('parameter-removed', !absorbed, `parameter ${one.name} was removed: ${whom}`));
            continue;
        }
        matched.add(next);
        found.push(...renamed(one, next, takes('keyword')), ...passing(one, next, takes));
        const index = positional(now).indexOf(next);
        if (!moved && one.passing !== 'keyword' && index >= 0 && index !== i) {
            found.push(difference('parameters-reordered', true, `parameter ${one.name} has another position, so positional arguments shift`));
        }
        found.push(...requirement(one, next), ...hints(one, next));
    }
    found.push(...now.filter((one) => !matched.has(one)).flatMap(added), ...rests(before, after));
    return found;
}
function positional(all) {
    return all.filter((one) => one.passing !== 'keyword' && one.rest === undefined);
}
function absorbs(one, takes) {
    const byName = one.passing === 'positional' || takes('keyword');
    const byPosition = one.passing === 'keyword' || takes('positional');
    return byName && byPosition;
}
function renamed(old, now, takesKeywords) {
    if (old.name === now.name)
        return [];
    const breaking = old.passing !== 'positional' && !takesKeywords;
    const whom = breaking ? 'callers that pass it by name fail' : 'it is passed by position';
    return [difference('parameter-renamed', breaking, `parameter ${old.name} is now ${now.name}: ${whom}`)];
}
function passing(old, now, takes) {
    if (old.passing === now.passing)
        return [];
    if (now.passing === 'positional' && !takes('keyword')) {
        return [
            difference('parameter-passing', true, `parameter ${now.name} is now positional-only: callers that name it fail`),
        ];
    }
    if (now.passing === 'keyword' && !takes('positional')) {
        return [
            difference('parameter-passing', true, `parameter ${now.name} is now keyword-only: positional callers fail`),
        ];
    }
    return [difference('parameter-passing', false, `parameter ${now.name} may be passed in more ways`)];
}
function rests(before, after) {
    return before
        .filter((one) => one.rest !== undefined && !after.some((other) => other.rest === one.rest))
        .map((one) => difference('parameter-removed', true, `*${one.name} was removed: callers with further arguments fail`));
}
function sameNamesMoved(before, after) {
    if (before.length !== after.length || before.every((one, i) => one.name === after[i]?.name))
        return false;
    const names = new Set(after.map((one) => one.name));
    return names.size === after.length && before.every((one) => names.has(one.name));
}
function reordered(before, after) {
    const list = (all) => all.map((one) => one.name).join(', ');
    return difference('parameters-reordered', true, `parameters (${list(before)}) are now in the order (${list(after)})`);
}
/** A new name took this parameter's place, and the parameter comes later. */
function isMovedBack(old, i, before, after) {
    const now = after.findIndex((one) => one.name === old.name);
    const takes = after[i];
    return now > i && takes !== undefined && !before.some((one) => one.name === takes.name);
}
/** This parameter is gone, and the next one took its place. */
function isMovedForward(old, i, before, after) {
    const next = before[i + 1];
    const gone = !after.some((one) => one.name === old.name);
    return gone && next !== undefined && next.rest === undefined && after[i]?.name === next.name;
}
function atPosition(old, now, after) {
    if (now === undefined) {
        // Arguments that an earlier rest parameter takes up are still read.
        if (after.at(-1)?.rest !== undefined)
            return [];
        return [
            difference('parameter-removed', true, `parameter ${old.name} was removed: what callers pass is no longer read`),
        ];
    }
    if (old.rest !== undefined && now.rest === undefined) {
        return [
            difference('parameter-removed', true, `rest parameter ${old.name} was removed: further arguments are no longer read`),
        ];
    }
    const name = old.name === now.name
        ? []
        : [difference('parameter-renamed', false, `parameter ${old.name} is now ${now.name}: it is passed by position`)];
    return [...name, ...requirement(old, now), ...type(old, now)];
}
function added(one) {
    const whom = one.optional ? 'callers may leave it out' : 'callers that do not pass it fail';
    const kind = one.optional ? 'optional parameter' : 'required parameter';
    return [difference('parameter-added', !one.optional, `${kind} ${one.name} was added: ${whom}`)];
}
function requirement(old, now) {
    if (old.optional && !now.optional) {
        return [
            difference('parameter-required', true, `parameter ${now.name} is now required: callers that leave it out fail`),
        ];
    }
    if (!old.optional && now.optional) {
        return [difference('parameter-optional', false, `parameter ${now.name} may now be left out`)];
    }
    if (old.default === now.default || old.default === undefined)
        return [];
    if (now.default === undefined) {
        return [difference('default-removed', false, `parameter ${now.name} has no default any more, but may be left out`)];
    }
    return [
        difference('default-changed', false, `default of ${now.name} is now ${now.default} instead of ${old.default}`),
    ];
}
function type(old, now) {
    if (old.type === now.type || old.type === undefined || now.type === undefined)
        return [];
    const breaking = !accepts(now.type, old.type);
    const how = breaking ? 'is now' : 'was widened to';
    return [difference('parameter-type', breaking, `type of ${now.name} ${how} ${now.type} instead of ${old.type}`)];
}
/** Python does not check annotations when it calls. */
function hints(old, now) {
    return type(old, now).map((one) => ({ ...one, breaking: false }));
}

;// CONCATENATED MODULE: ./build/dist/code/changes/signature.js



/** What changed between two versions of one symbol, as its callers see it. */
function symbolDifferences(before, after, language) {
    const kind = kindDifference(before, after);
    if (kind !== undefined)
        return [kind];
    const parameters = language === 'python' ? keywordDifferences : positionalDifferences;
    return [
        ...parameters(before.parameters, after.parameters),
        ...returnDifferences(before, after, language),
        ...asyncDifferences(before, after, language),
        ...flagDifferences(before, after),
        ...memberDifferences(before, after),
        ...typeDifferences(before, after),
    ];
}
const values = new Set(['constant', 'variable']);
function kindDifference(before, after) {
    if (before.kind === after.kind)
        return undefined;
    const both = `${before.name} is now a ${after.kind} instead of a ${before.kind}`;
    // A value may hold anything, a wrapped function too: what it is cannot be seen here.
    if (values.has(before.kind) || values.has(after.kind))
        return difference('kind', false, both);
    const types = new Set(['interface', 'type']);
    return difference('kind', !(types.has(before.kind) && types.has(after.kind)), both);
}
const awaitable = /^(?:Promise|PromiseLike|Awaitable|Coroutine|AsyncIterator|AsyncGenerator|AsyncIterable)\b/;
function asyncDifferences(before, after, language) {
    if (before.async === after.async)
        return [];
    const stillAwaited = awaitable.test((after.async ? before : after).returnType ?? '');
    if (after.async) {
        const whom = stillAwaited ? 'it was awaitable before' : 'callers now get a promise';
        return [difference('async', !stillAwaited, `${after.name} is now async: ${whom}`)];
    }
    // In JavaScript `await` takes any value, and a plain function may still return a promise.
    const breaking = !stillAwaited && (language === 'python' || after.returnType !== undefined);
    const whom = breaking ? 'callers that await or chain it fail' : 'await still works on what it returns';
    return [difference('async', breaking, `${after.name} is no longer async: ${whom}`)];
}
function returnDifferences(before, after, language) {
    const { returnType: old } = before;
    const { returnType: now } = after;
    if (old === now || old === undefined || now === undefined)
        return [];
    const breaking = language !== 'python' && !accepts(old, now);
    return [difference('return-type', breaking, `${after.name} now returns ${now} instead of ${old}`)];
}
function flagDifferences(before, after) {
    const found = [];
    if (before.generator !== after.generator) {
        found.push(difference('generator', true, `${after.name} is ${after.generator ? 'now' : 'no longer'} a generator`));
    }
    if (before.static !== after.static) {
        found.push(difference('static', true, `${after.name} is ${after.static ? 'now' : 'no longer'} static`));
    }
    if (!before.abstract && after.abstract) {
        const whom = after.kind === 'class' ? 'it cannot be constructed' : 'subclasses must define it';
        found.push(difference('abstract', true, `${after.name} is now abstract: ${whom}`));
    }
    return found;
}
function typeDifferences(before, after) {
    if (before.members.length > 0 && after.members.length > 0)
        return [];
    if (before.type === after.type || before.type === undefined || after.type === undefined)
        return [];
    return [difference('type', after.kind === 'type', `${after.name} is now ${after.type} instead of ${before.type}`)];
}
function memberDifferences(before, after) {
    const old = group(before.members);
    const now = group(after.members);
    const found = [];
    for (const [name, member] of old) {
        const next = now.get(name);
        if (next === undefined) {
            found.push(difference('member-removed', true, `member ${name} was removed from ${after.name}`));
        }
        else if (next.type !== member.type || next.optional !== member.optional) {
            const shown = (one) => `${one.optional ? '?' : ''}${one.type}`;
            const reason = `member ${name} of ${after.name} is now ${shown(next)} instead of ${shown(member)}`;
            found.push(difference('member-changed', true, reason));
        }
    }
    for (const [name, member] of now) {
        if (old.has(name))
            continue;
        const breaking = !member.optional && after.kind !== 'enum';
        const whom = breaking ? ': whoever makes one must give it' : '';
        found.push(difference('member-added', breaking, `member ${name} was added to ${after.name}${whom}`));
    }
    return found;
}
/** Overloaded members count as one. */
function group(members) {
    const grouped = new Map();
    for (const member of members) {
        const known = grouped.get(member.name);
        grouped.set(member.name, known === undefined ? member : { ...member, type: `${known.type}; ${member.type}` });
    }
    return grouped;
}

;// CONCATENATED MODULE: ./build/dist/code/changes/index.js


/**
 * Compares the public names of two versions of a file: its exports, and the public members of exported classes.
 * A change is breaking when callers that were right before may fail or be read otherwise; names whose definition is
 * in another file are compared by presence only.
 */
function diffSymbols(before, after) {
    const old = surface(before);
    const now = surface(after);
    const newStars = after.exports
        .filter((one) => one.name === '*' && !before.exports.some((other) => other.name === '*' && other.source === one.source))
        .map((one) => one.source);
    const changes = [];
    for (const [name, was] of old) {
        const is = now.get(name);
        if (is === undefined) {
            if (![...old.keys()].some((owner) => name.startsWith(`${owner}.`) && !now.has(owner))) {
                changes.push(removed(name, was, newStars[0]));
            }
            continue;
        }
        const differences = signatureDifferences(was.signatures, is.signatures, after);
        if (differences.length > 0)
            changes.push(changed(name, was, is, differences));
    }
    for (const [name, is] of now) {
        const inNew = [...now.keys()].some((owner) => name.startsWith(`${owner}.`) && !old.has(owner));
        if (!old.has(name) && !inNew)
            changes.push(changes_added(name, is));
    }
    return changes;
}
function surface(file) {
    const names = new Map();
    for (const one of file.exports) {
        const key = one.name === '*' ? `* from ${one.source}` : one.name;
        names.set(key, { line: one.symbol?.nameLine ?? one.line, signatures: signaturesOf(one, file.symbols) });
        if (one.local === undefined)
            continue;
        for (const [name, member] of membersOf(one.local, file.symbols))
            names.set(`${key}.${name}`, member);
    }
    return names;
}
function signaturesOf(one, symbols) {
    if (one.symbol === undefined)
        return [];
    const { qualifiedName, parent } = one.symbol;
    return callable(symbols.filter((symbol) => symbol.qualifiedName === qualifiedName && symbol.parent === parent));
}
function membersOf(owner, symbols) {
    const prefix = `${owner}.`;
    const grouped = new Map();
    for (const symbol of symbols) {
        if (!symbol.exported || !symbol.qualifiedName.startsWith(prefix))
            continue;
        const name = symbol.qualifiedName.slice(prefix.length) + (symbol.kind === 'setter' ? ' (setter)' : '');
        grouped.set(name, [...(grouped.get(name) ?? []), symbol]);
    }
    return new Map([...grouped].map(([name, group]) => [name, { line: group[0]?.nameLine ?? 1, signatures: callable(group) }]));
}
/** What callers may call: the overloads where there are any, else the last definition, which is the one that stays. */
function callable(group) {
    const decorated = group.filter((symbol) => symbol.decorators.some((decorator) => /^@(?:\w+\.)?overload$/.test(decorator)));
    // Python's overloads are for type checkers: what runs is the definition after them.
    if (decorated.length > 0)
        return [...decorated, ...group.slice(-1)];
    const bodiless = group.filter((symbol) => symbol.body === undefined && symbol.kind !== 'constant' && symbol.kind !== 'variable');
    return bodiless.length > 0 ? bodiless : group.slice(-1);
}
function signatureDifferences(before, after, file) {
    const [old] = before;
    const [now] = after;
    if (old === undefined || now === undefined)
        return [];
    if (before.length === 1 && after.length === 1)
        return symbolDifferences(old, now, file.language);
    return before.flatMap((one) => {
        const fits = after.some((other) => symbolDifferences(one, other, file.language).every((change) => !change.breaking));
        const shown = one.parameters.map((parameter) => parameter.name).join(', ');
        return fits ? [] : [difference('overload-removed', true, `overload ${one.name}(${shown}) is no longer offered`)];
    });
}
function removed(name, was, star) {
    const reason = star === undefined ? `${name} is no longer exported` : `${name} is exported through ${star} now, if at all`;
    return {
        kind: 'removed',
        name,
        breaking: star === undefined,
        differences: [],
        reason,
        line: was.line,
        before: was.signatures[0],
        after: undefined,
    };
}
function changes_added(name, is) {
    const [symbol] = is.signatures;
    const abstract = symbol?.abstract === true && symbol.parent?.kind === 'class';
    const demands = symbol?.kind === 'constructor' && symbol.parameters.some((one) => !one.optional);
    const whom = abstract ? ': subclasses must define it' : demands ? ': it asks for arguments' : '';
    return {
        kind: 'added',
        name,
        breaking: abstract || demands,
        differences: [],
        reason: `${name} was added${whom}`,
        line: is.line,
        before: undefined,
        after: symbol,
    };
}
function changed(name, was, is, differences) {
    return {
        kind: 'changed',
        name,
        breaking: differences.some((one) => one.breaking),
        differences,
        reason: [...differences].sort((a, b) => Number(b.breaking) - Number(a.breaking))[0]?.reason ?? '',
        line: is.line,
        before: was.signatures[0],
        after: is.signatures[0],
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/dist/code/family.js
/** What a node type means to the outline (see outline.ts); bits. */
const role = {
    symbol: 1,
    call: 2,
    decision: 4,
    nesting: 8,
    loop: 16,
    /** Any function: loops around it do not repeat its body at the place where it stands. */
    function: 32,
    /** Starts before the symbol it holds: `export`, decorators, declaration keywords. */
    wrapper: 64,
    comment: 128,
    decorator: 256,
    /** `for ... in ...` of a comprehension. */
    clause: 512,
    yield: 1024,
};

;// CONCATENATED MODULE: ./build/dist/code/text.js
/** Source text on one line: runs of white space become one space. */
function fold(text) {
    return text.replace(/\s+/g, ' ').trim();
}
function positionOf(node) {
    return { line: node.startPosition.row + 1, column: node.startPosition.column + 1 };
}
/** From the start of a node to its end, or to the end of `last`. */
function spanOf(node, last = node) {
    return {
        startLine: node.startPosition.row + 1,
        endLine: last.endPosition.row + 1,
        startIndex: node.startIndex,
        endIndex: last.endIndex,
    };
}

;// CONCATENATED MODULE: ./build/dist/code/ecmascript/members.js

/** Members of an interface body, an object type or an enum body; none for other types. */
function members_membersOf(body) {
    const isMember = body.type === 'interface_body' || body.type === 'object_type' || body.type === 'enum_body';
    return isMember ? body.namedChildren.flatMap(member) : [];
}
function member(node) {
    if (node.type === 'comment' || node.type === 'ERROR')
        return [];
    const name = node.childForFieldName('name');
    // Enum members without a value are bare names; call and index signatures have none.
    if (name === null || node.type === 'index_signature') {
        const bare = node.type === 'property_identifier' || node.type === 'string';
        return [{ name: bare ? unquoted(node.text) : fold(node.text), optional: false, type: '' }];
    }
    const rest = fold(node.text.slice(name.endIndex - node.startIndex));
    return [
        {
            name: unquoted(name.text),
            optional: rest.startsWith('?'),
            type: fold(rest.replace(/^\?/, '').replace(/^\s*[:=]/, '')),
        },
    ];
}
function unquoted(text) {
    return /^['"]/.test(text) ? text.slice(1, -1) : text;
}

;// CONCATENATED MODULE: ./build/dist/code/ecmascript/parameters.js

/** Parameters of any function-like node. TypeScript's `this` parameter is left out: callers do not pass it. */
function parameters(node) {
    const single = node.childForFieldName('parameter');
    if (single !== null)
        return [parameter(single)];
    const list = node.childForFieldName('parameters');
    if (list === null)
        return [];
    return list.namedChildren
        .filter((child) => child.type !== 'comment' && child.type !== 'ERROR' && child.type !== 'decorator')
        .filter((child) => child.childForFieldName('pattern')?.type !== 'this')
        .map(parameter);
}
function parameter(node) {
    const typed = node.type === 'required_parameter' || node.type === 'optional_parameter';
    const pattern = typed ? node.childForFieldName('pattern') : node;
    const type = typed ? annotation(node.childForFieldName('type')) : undefined;
    if (pattern === null)
        return plain(fold(node.text), undefined, false, type);
    if (pattern.type === 'rest_pattern') {
        return { ...plain(fold(pattern.text.slice(3)), undefined, true, type), rest: 'positional' };
    }
    if (pattern.type === 'assignment_pattern') {
        const value = pattern.childForFieldName('right')?.text;
        return plain(fold(pattern.childForFieldName('left')?.text ?? ''), value, true, type);
    }
    const value = typed ? node.childForFieldName('value')?.text : undefined;
    return plain(fold(pattern.text), value, node.type === 'optional_parameter' || value !== undefined, type);
}
function plain(name, value, optional, type) {
    return { name, optional, default: value, type, rest: undefined, passing: 'positional' };
}
/** Text of a type annotation without its colon. */
function annotation(node) {
    return node === null ? undefined : fold(node.text.replace(/^\s*:/, ''));
}

;// CONCATENATED MODULE: ./build/dist/code/ecmascript/declarations.js



const functionTypes = new Set(['arrow_function', 'function_expression', 'generator_function']);
/** Reads what a node declares, see `LanguageFamily.declarations`. */
function declarations(node, context) {
    const pattern = node.type === 'variable_declarator' ? node.childForFieldName('name') : null;
    if (pattern?.type === 'object_pattern' || pattern?.type === 'array_pattern') {
        const kind = moduleValueKind(node, context);
        return kind === undefined ? [] : patternNames(pattern).map((name) => ({ name: name.text, kind, nameNode: name }));
    }
    const read = declaration(node, context);
    return read === undefined ? [] : [read];
}
function declaration(node, context) {
    switch (node.type) {
        case 'function_declaration':
        case 'generator_function_declaration':
        case 'function_signature':
            return functionLike(node, node.childForFieldName('name'), 'function');
        case 'method_definition':
        case 'method_signature':
        case 'abstract_method_signature':
            return method(node, context);
        case 'class_declaration':
        case 'abstract_class_declaration':
            return classLike(node, node.childForFieldName('name'));
        case 'interface_declaration':
            return typeLike(node, 'interface', node.childForFieldName('body'));
        case 'enum_declaration':
            return typeLike(node, 'enum', node.childForFieldName('body'));
        case 'type_alias_declaration':
            return typeLike(node, 'type', node.childForFieldName('value'));
        case 'internal_module':
        case 'module':
            return typeLike(node, 'namespace', null);
        case 'variable_declarator':
            return variable(node, context);
        case 'assignment_expression':
            return assignment(node, context);
        case 'pair':
            return bound(node.childForFieldName('key'), node.childForFieldName('value'), 'function');
        case 'field_definition':
        case 'public_field_definition':
            return field(node);
        default:
            return context.ancestor(1) === 'export_statement' ? defaultExport(node) : undefined;
    }
}
function functionLike(node, name, kind, named) {
    if (name === null)
        return undefined;
    const tokens = leadingTokens(node, node.childForFieldName('parameters') ?? node.childForFieldName('parameter'));
    return {
        name: named ?? nameText(name),
        kind,
        nameNode: name,
        body: node.childForFieldName('body') ?? undefined,
        parameters: parameters(node),
        returnType: annotation(node.childForFieldName('return_type')),
        async: tokens.has('async'),
        generator: tokens.has('*') || node.type.startsWith('generator_'),
    };
}
function method(node, context) {
    // Members of interfaces and object types belong to their type, see members.ts.
    const parent = context.ancestor(1);
    if (node.type === 'method_signature' && parent !== 'class_body')
        return undefined;
    const name = node.childForFieldName('name');
    if (name === null)
        return undefined;
    const tokens = leadingTokens(node, name);
    let kind = 'method';
    if (tokens.has('get'))
        kind = 'getter';
    else if (tokens.has('set'))
        kind = 'setter';
    else if (name.text === 'constructor' && parent === 'class_body')
        kind = 'constructor';
    const read = functionLike(node, name, kind);
    if (read === undefined)
        return undefined;
    return { ...read, ...modifiers(node, name, tokens), async: tokens.has('async'), generator: tokens.has('*') };
}
function field(node) {
    const name = node.childForFieldName('name') ?? node.childForFieldName('property');
    const value = node.childForFieldName('value');
    const read = bound(name, value, 'method');
    if (read === undefined || name === null)
        return undefined;
    return { ...read, ...modifiers(node, name, leadingTokens(node, name)) };
}
function modifiers(node, name, tokens) {
    const access = node.namedChildren.find((child) => child.type === 'accessibility_modifier')?.text;
    return {
        static: tokens.has('static'),
        abstract: node.type === 'abstract_method_signature' || tokens.has('abstract'),
        visibility: name.type === 'private_property_identifier' || access === 'private'
            ? 'private'
            : access === 'protected'
                ? 'protected'
                : 'public',
    };
}
function classLike(node, name, named) {
    if (name === null)
        return undefined;
    return {
        name: named ?? nameText(name),
        kind: 'class',
        nameNode: name,
        body: node.childForFieldName('body') ?? undefined,
        abstract: node.type === 'abstract_class_declaration',
    };
}
function typeLike(node, kind, value) {
    const name = node.childForFieldName('name');
    if (name === null)
        return undefined;
    return {
        name: nameText(name),
        kind,
        nameNode: name,
        body: node.childForFieldName('body') ?? undefined,
        type: kind === 'type' && value !== null ? fold(value.text) : undefined,
        members: value === null ? [] : members_membersOf(value),
    };
}
function variable(node, context) {
    const name = node.childForFieldName('name');
    if (name === null || name.type !== 'identifier')
        return undefined;
    const read = bound(name, node.childForFieldName('value'), 'function');
    if (read !== undefined)
        return read;
    const kind = moduleValueKind(node, context);
    if (kind === undefined)
        return undefined;
    return { name: name.text, kind, nameNode: name, type: annotation(node.childForFieldName('type')) };
}
/** Kind of a declarator that holds for the whole module; undefined inside functions and blocks. */
function moduleValueKind(node, context) {
    const holder = context.ancestor(2);
    const atTop = holder === 'program' || holder === 'export_statement' || holder === 'ambient_declaration';
    if (!context.moduleLevel || !atTop)
        return undefined;
    return node.parent?.firstChild?.type === 'const' ? 'constant' : 'variable';
}
/** Names that a destructuring pattern binds. */
function patternNames(pattern) {
    if (pattern === null)
        return [];
    if (pattern.type === 'identifier' || pattern.type === 'shorthand_property_identifier_pattern')
        return [pattern];
    const part = pattern.childForFieldName('value') ?? pattern.childForFieldName('left');
    return part === null ? pattern.namedChildren.flatMap(patternNames) : patternNames(part);
}
function assignment(node, context) {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (left === null || right === null)
        return undefined;
    if (left.type === 'identifier')
        return bound(left, right, 'function');
    if (left.type !== 'member_expression')
        return undefined;
    const property = left.childForFieldName('property');
    const object = fold(left.childForFieldName('object')?.text ?? '');
    if (object === 'module' && property?.text === 'exports') {
        const value = functionOrClass(right);
        return value === undefined ? undefined : bound(value.childForFieldName('name') ?? value, value, 'function');
    }
    if (object === 'exports' || object === 'module.exports') {
        const read = bound(property, right, 'function');
        return read && { ...read, owner: '' };
    }
    const read = bound(property, right, 'method');
    if (read === undefined)
        return undefined;
    if (object === 'this')
        return { ...read, owner: ownerOfThis(context.enclosing) };
    return /^[\w$.]+$/.test(object) ? { ...read, owner: object.replace(/\.prototype$/, '') } : read;
}
function ownerOfThis(enclosing) {
    if (enclosing === undefined || enclosing.kind === 'function')
        return enclosing?.qualifiedName ?? '';
    return enclosing.qualifiedName.slice(0, -enclosing.name.length - 1);
}
function defaultExport(node) {
    return bound(node.childForFieldName('name') ?? node, node, 'function');
}
/** A function or a class that gets its name from where it is put. */
function bound(name, value, kind) {
    const target = value === null ? undefined : functionOrClass(value);
    if (name === null || target === undefined)
        return undefined;
    const nameNode = name.id === target.id ? (target.children.find((child) => child.type === '=>') ?? target) : name;
    const named = name.id === target.id ? 'default' : undefined;
    return target.type === 'class' ? classLike(target, nameNode, named) : functionLike(target, nameNode, kind, named);
}
/** The function or class that an expression is, seen through parentheses and type assertions. */
function functionOrClass(value) {
    let node = value;
    while (node !== null &&
        (node.type === 'parenthesized_expression' || node.type === 'as_expression' || node.type === 'satisfies_expression')) {
        node = node.firstNamedChild;
    }
    return node !== null && (functionTypes.has(node.type) || node.type === 'class') ? node : undefined;
}
/** Keywords before the name or the parameter list. */
function leadingTokens(node, until) {
    const tokens = new Set();
    for (const child of node.children) {
        if (until !== null && child.startIndex >= until.startIndex)
            break;
        if (!child.isNamed)
            tokens.add(child.type);
    }
    return tokens;
}
function nameText(name) {
    return name.type === 'string' ? name.text.slice(1, -1) : name.text;
}

;// CONCATENATED MODULE: ./build/dist/code/ecmascript/imports.js
/** Static, dynamic and CommonJS imports whose module is a literal, in the order of the text. */
function imports(root) {
    const types = ['import_statement', 'export_statement'];
    // Calls are many: they are looked at only where the words are.
    if (/\b(?:require|import)\s*\(/.test(root.text))
        types.push('call_expression');
    return root.descendantsOfType(types).flatMap((node) => {
        switch (node.type) {
            case 'import_statement':
                return importStatement(node);
            case 'export_statement':
                return exportFrom(node);
            default:
                return importCall(node);
        }
    });
}
/** Value of a string literal, or of a template without substitutions. */
function literal(node) {
    if (node?.type === 'string')
        return node.text.slice(1, -1);
    if (node?.type !== 'template_string')
        return undefined;
    return node.namedChildren.some((child) => child.type === 'template_substitution')
        ? undefined
        : node.text.slice(1, -1);
}
function hasToken(node, type) {
    return node.children.some((child) => child.type === type && !child.isNamed);
}
/** `export type * from` is blanked to `export      * from`, which the grammar can read and nobody writes. */
function readable(text) {
    return text.replace(/(\bexport\s+)type(?=\s*\*)/g, '$1    ');
}
function isTypeOnly(statement) {
    const [first, second] = statement.children;
    const blanked = second?.startIndex !== undefined && second.startIndex - (first?.endIndex ?? 0) >= 5;
    return (hasToken(statement, 'type') || (statement.type === 'export_statement' && blanked && !/^[{\w]/.test(second.text)));
}
function found(node, source, kind, names, typeOnly) {
    return {
        source,
        kind,
        level: 0,
        names,
        typeOnly,
        line: node.startPosition.row + 1,
        endLine: node.endPosition.row + 1,
    };
}
function importStatement(node) {
    const assigned = node.namedChildren.find((child) => child.type === 'import_require_clause');
    const source = literal((assigned ?? node).childForFieldName('source'));
    if (source === undefined)
        return [];
    if (assigned !== undefined) {
        const local = assigned.firstNamedChild?.text ?? '';
        return [found(node, source, 'require', [{ name: '*', local }], false)];
    }
    const clause = node.namedChildren.find((child) => child.type === 'import_clause');
    const names = (clause?.namedChildren ?? []).flatMap((child) => {
        if (child.type === 'identifier')
            return [{ name: 'default', local: child.text }];
        if (child.type === 'namespace_import')
            return [{ name: '*', local: child.firstNamedChild?.text ?? '' }];
        return child.type === 'named_imports' ? specifiers(child) : [];
    });
    const only = clause?.namedChildren.find((child) => child.type === 'named_imports');
    const inline = only !== undefined && clause?.namedChildCount === 1 && allTypes(only);
    return [found(node, source, 'import', names, hasToken(node, 'type') || inline)];
}
function allTypes(list) {
    const items = list.namedChildren.filter((child) => child.type !== 'comment');
    return items.length > 0 && items.every((child) => hasToken(child, 'type'));
}
function specifiers(list) {
    return list.namedChildren.flatMap((child) => {
        const name = child.childForFieldName('name')?.text;
        return name === undefined ? [] : [{ name, local: child.childForFieldName('alias')?.text ?? name }];
    });
}
function exportFrom(node) {
    const source = literal(node.childForFieldName('source'));
    if (source === undefined)
        return [];
    const clause = node.namedChildren.find((child) => child.type === 'export_clause');
    const names = clause === undefined ? [{ name: '*', local: '*' }] : specifiers(clause);
    return [found(node, source, 'export-from', names, isTypeOnly(node))];
}
function importCall(node) {
    const called = node.childForFieldName('function');
    const dynamic = called?.type === 'import';
    if (!dynamic && !(called?.type === 'identifier' && called.text === 'require'))
        return [];
    const source = literal(node.childForFieldName('arguments')?.namedChildren.find((child) => child.type !== 'comment'));
    if (source === undefined)
        return [];
    const typeOnly = dynamic && inType(node);
    return [found(node, source, dynamic ? 'dynamic' : 'require', boundNames(node, dynamic && !typeOnly), typeOnly)];
}
/** `typeof import('m')` and `import('m').T` where a type is wanted. */
function inType(call) {
    let node = call.parent;
    while (node?.type === 'member_expression' || node?.type === 'call_expression')
        node = node.parent;
    return node !== null && /(?:^|_)(?:type|types|annotation|alias_declaration|query)$|^type_/.test(node.type);
}
/** Names that `const {a, b: c} = require('m')`, `= await import('m')` or `require('m').a` take. */
function boundNames(call, dynamic) {
    let value = call;
    while (value.parent?.type === 'await_expression' || value.parent?.type === 'parenthesized_expression') {
        value = value.parent;
    }
    const { parent } = value;
    // `import('m').then` is the promise's name, not the module's.
    if (parent?.type === 'member_expression' && (value.id !== call.id || !dynamic)) {
        const name = parent.childForFieldName('property')?.text ?? '';
        return [{ name, local: name }];
    }
    const target = parent?.type === 'variable_declarator' ? parent.childForFieldName('name') : null;
    if (target?.type === 'identifier')
        return [{ name: '*', local: target.text }];
    if (target?.type !== 'object_pattern')
        return [];
    return target.namedChildren.flatMap((child) => {
        if (child.type === 'shorthand_property_identifier_pattern')
            return [{ name: child.text, local: child.text }];
        const name = child.childForFieldName('key')?.text;
        return name === undefined ? [] : [{ name, local: child.childForFieldName('value')?.text ?? name }];
    });
}

;// CONCATENATED MODULE: ./build/dist/code/ecmascript/exports.js



/** ES module exports and the CommonJS ones that stand at the top level of the file. */
function exports_exports({ root, symbols }) {
    const locals = new Map();
    for (const symbol of symbols) {
        if (!locals.has(symbol.qualifiedName) || symbol.body === undefined)
            locals.set(symbol.qualifiedName, symbol);
    }
    return root.namedChildren.flatMap((child) => {
        if (child.type === 'export_statement')
            return exportStatement(child, locals);
        return assignments(child).flatMap((node) => commonJs(node, locals));
    });
}
function exports_found(node, name, form, locals, local, rest = {}) {
    return {
        name,
        form,
        local,
        symbol: local === undefined ? undefined : locals.get(local),
        source: rest.source,
        typeOnly: rest.typeOnly ?? false,
        line: node.startPosition.row + 1,
    };
}
function exportStatement(node, locals) {
    const source = literal(node.childForFieldName('source'));
    const typeOnly = isTypeOnly(node);
    const clause = node.namedChildren.find((child) => child.type === 'export_clause');
    if (clause !== undefined)
        return exportClause(clause, source, typeOnly, locals);
    if (source !== undefined) {
        const namespace = node.namedChildren.find((child) => child.type === 'namespace_export');
        const name = namespace?.firstNamedChild ?? undefined;
        return [
            exports_found(node, name === undefined ? '*' : nameText(name), 're-export', locals, undefined, { source, typeOnly }),
        ];
    }
    const declared = node.childForFieldName('declaration');
    const value = node.childForFieldName('value');
    if (hasToken(node, 'default')) {
        const name = declared?.childForFieldName('name')?.text ?? value?.childForFieldName('name')?.text;
        const local = value?.type === 'identifier' ? value.text : (name ?? 'default');
        const isType = declared?.type === 'interface_declaration';
        return [exports_found(node, 'default', 'default', locals, locals.has(local) ? local : undefined, { typeOnly: isType })];
    }
    if (declared !== null)
        return declaredNames(declared).map((one) => exports_found(one.node, one.name, 'named', locals, one.name, one));
    if (!hasToken(node, '='))
        return [];
    const assigned = node.namedChildren.find((child) => child.type === 'identifier')?.text;
    return [exports_found(node, 'default', 'commonjs', locals, assigned)];
}
function exportClause(clause, source, typeOnly, locals) {
    return clause.namedChildren.flatMap((item) => {
        const from = item.childForFieldName('name');
        if (from === null)
            return [];
        const name = nameText(item.childForFieldName('alias') ?? from);
        const type = typeOnly || hasToken(item, 'type');
        if (source !== undefined)
            return [exports_found(item, name, 're-export', locals, undefined, { source, typeOnly: type })];
        const form = name === 'default' ? 'default' : 'named';
        return [exports_found(item, name, form, locals, from.text, { typeOnly: type })];
    });
}
const typeDeclarations = new Set(['interface_declaration', 'type_alias_declaration']);
function declaredNames(declared) {
    if (declared.type === 'ambient_declaration')
        return declared.namedChildren.flatMap(declaredNames);
    const typeOnly = typeDeclarations.has(declared.type);
    if (declared.type !== 'lexical_declaration' && declared.type !== 'variable_declaration') {
        const name = declared.childForFieldName('name');
        return name === null ? [] : [{ name: nameText(name), node: name, typeOnly }];
    }
    return declared.namedChildren
        .filter((child) => child.type === 'variable_declarator')
        .flatMap((child) => patternNames(child.childForFieldName('name')))
        .map((node) => ({ name: node.text, node, typeOnly }));
}
/** Assignments of a top-level statement, through chains such as `exports = module.exports = f`. */
function assignments(statement) {
    const chains = [];
    if (statement.type === 'expression_statement')
        chains.push({ value: statement.firstNamedChild, local: undefined });
    if (statement.type === 'lexical_declaration' || statement.type === 'variable_declaration') {
        for (const declarator of statement.namedChildren) {
            chains.push({ value: declarator.childForFieldName('value'), local: declarator.childForFieldName('name')?.text });
        }
    }
    return chains.flatMap(({ value, local }) => {
        const links = [];
        for (let node = value; node?.type === 'assignment_expression'; node = node.childForFieldName('right')) {
            const left = node.childForFieldName('left');
            const right = node.childForFieldName('right');
            if (left === null || right === null)
                break;
            links.push({ left, right, local });
        }
        return links;
    });
}
function commonJs({ left, right, local }, locals) {
    const target = left.type === 'member_expression' ? fold(left.text) : '';
    if (target === 'module.exports')
        return moduleExports(left, right, local, locals);
    const name = /^(?:module\.)?exports\.([\w$]+)$/.exec(target)?.[1];
    if (name === undefined || name === '__esModule')
        return [];
    const form = 'commonjs';
    return [exports_found(left, name, form, locals, right.type === 'identifier' ? right.text : name)];
}
function moduleExports(left, value, local, locals) {
    // In a chain the last value counts; its links come here one by one.
    if (value.type === 'assignment_expression')
        return moduleExports(left, value.lastNamedChild ?? left, local, locals);
    if (value.type !== 'object' || local !== undefined) {
        const name = value.type === 'identifier' ? value.text : (local ?? value.childForFieldName('name')?.text ?? 'default');
        return [exports_found(left, 'default', 'commonjs', locals, name)];
    }
    return value.namedChildren.flatMap((item) => objectExport(item, locals));
}
function objectExport(item, locals) {
    if (item.type === 'shorthand_property_identifier')
        return [exports_found(item, item.text, 'commonjs', locals, item.text)];
    if (item.type === 'spread_element') {
        const source = literal(item.firstNamedChild?.childForFieldName('arguments')?.firstNamedChild);
        return source === undefined ? [] : [exports_found(item, '*', 're-export', locals, undefined, { source })];
    }
    const key = item.childForFieldName('key') ?? item.childForFieldName('name');
    if (key === null || key.type === 'computed_property_name')
        return [];
    const value = item.childForFieldName('value');
    return [exports_found(item, nameText(key), 'commonjs', locals, value?.type === 'identifier' ? value.text : nameText(key))];
}

;// CONCATENATED MODULE: ./build/dist/code/ecmascript/family.js




/** JavaScript and TypeScript, with and without JSX. */
const ecmascript = {
    roles: {
        function_declaration: role.symbol | role.function,
        generator_function_declaration: role.symbol | role.function,
        function_signature: role.symbol,
        method_definition: role.symbol | role.function,
        method_signature: role.symbol,
        abstract_method_signature: role.symbol,
        class_declaration: role.symbol,
        abstract_class_declaration: role.symbol,
        interface_declaration: role.symbol,
        type_alias_declaration: role.symbol,
        enum_declaration: role.symbol,
        internal_module: role.symbol,
        module: role.symbol,
        variable_declarator: role.symbol,
        assignment_expression: role.symbol,
        pair: role.symbol,
        field_definition: role.symbol,
        public_field_definition: role.symbol,
        arrow_function: role.symbol | role.function,
        function_expression: role.symbol | role.function,
        generator_function: role.symbol | role.function,
        class: role.symbol,
        call_expression: role.call,
        new_expression: role.call,
        if_statement: role.decision | role.nesting,
        for_statement: role.decision | role.nesting | role.loop,
        for_in_statement: role.decision | role.nesting | role.loop,
        while_statement: role.decision | role.nesting | role.loop,
        do_statement: role.decision | role.nesting | role.loop,
        switch_statement: role.nesting,
        try_statement: role.nesting,
        switch_case: role.decision,
        catch_clause: role.decision,
        ternary_expression: role.decision,
        '"&&"': role.decision,
        '"||"': role.decision,
        '"??"': role.decision,
        '"&&="': role.decision,
        '"||="': role.decision,
        '"??="': role.decision,
        export_statement: role.wrapper,
        ambient_declaration: role.wrapper,
        lexical_declaration: role.wrapper,
        variable_declaration: role.wrapper,
        expression_statement: role.wrapper,
        decorator: role.decorator,
        comment: role.comment,
    },
    onceFields: new Set(['right', 'initializer']),
    elseType: 'else_clause',
    awaitType: 'await_expression',
    argumentsType: 'arguments',
    iterators: new Set([
        'forEach',
        'map',
        'flatMap',
        'filter',
        'reduce',
        'reduceRight',
        'some',
        'every',
        'find',
        'findIndex',
        'findLast',
        'findLastIndex',
        'sort',
        'toSorted',
    ]),
    declarations: declarations,
    callee,
    isDecision: () => true,
    docOfComment,
    readable: readable,
    imports: imports,
    exports: exports_exports,
};
function callee(node) {
    const construct = node.type === 'new_expression';
    const called = node.childForFieldName(construct ? 'constructor' : 'function');
    if (called === null || called.type === 'import')
        return undefined;
    const list = node.childForFieldName('arguments');
    const passed = list?.type === 'arguments' ? list.namedChildren.filter((child) => child.type !== 'comment') : [];
    const property = called.childForFieldName('property');
    return {
        name: property?.text ?? (called.type === 'identifier' || called.type === 'super' ? called.text : ''),
        text: called.text,
        receiver: property === null ? undefined : called.childForFieldName('object')?.text,
        argumentCount: list?.type === 'template_string' ? 1 : passed.length,
        spread: passed.some((child) => child.type === 'spread_element'),
        construct,
    };
}
function docOfComment(text) {
    if (!text.startsWith('/**') || text.length < 5)
        return undefined;
    return text
        .slice(3, -2)
        .split('\n')
        .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
        .join('\n')
        .trim();
}

;// CONCATENATED MODULE: ./build/dist/code/python/parameters.js

/** Parameters of a `def` or a lambda, with how each may be passed (`/` and `*` honoured). */
function parameters_parameters(list) {
    let read = [];
    let passing = 'either';
    for (const node of list?.namedChildren ?? []) {
        if (node.type === 'positional_separator')
            read = read.map((one) => ({ ...one, passing: 'positional' }));
        else if (node.type === 'keyword_separator')
            passing = 'keyword';
        else if (node.type !== 'comment' && node.type !== 'ERROR') {
            const one = parameters_parameter(node, passing);
            if (one.rest === 'positional')
                passing = 'keyword';
            read.push(one);
        }
    }
    return read;
}
function parameters_parameter(node, passing) {
    const typed = node.type === 'typed_parameter' || node.type === 'typed_default_parameter';
    const typeNode = typed ? node.childForFieldName('type') : null;
    const type = typeNode === null ? undefined : fold(typeNode.text);
    const value = node.childForFieldName('value');
    const target = node.childForFieldName('name') ?? (typed ? node.firstNamedChild : node) ?? node;
    const name = fold(target.text.replace(/^\*+/, ''));
    if (target.type === 'list_splat_pattern') {
        return { name, optional: true, default: undefined, type, rest: 'positional', passing: 'positional' };
    }
    if (target.type === 'dictionary_splat_pattern') {
        return { name, optional: true, default: undefined, type, rest: 'keyword', passing: 'keyword' };
    }
    return { name, optional: value !== null, default: value?.text, type, rest: undefined, passing };
}

;// CONCATENATED MODULE: ./build/dist/code/python/strings.js
/** Text between a string's quotes, escapes as written; undefined for f-strings and byte strings. */
function stringValue(string) {
    const open = string.firstChild;
    const close = string.lastChild;
    if (open?.type !== 'string_start' || close?.type !== 'string_end')
        return undefined;
    if (/[fbt]/i.test(open.text))
        return undefined;
    return string.text.slice(open.endIndex - string.startIndex, close.startIndex - string.startIndex);
}

;// CONCATENATED MODULE: ./build/dist/code/python/declarations.js



/** Reads what a node declares, see `LanguageFamily.declarations`. */
function declarations_declarations(node, context) {
    const left = node.type === 'assignment' ? node.childForFieldName('left') : null;
    if (left !== null && left.type !== 'identifier') {
        return context.moduleLevel ? targets(left).map((name) => moduleValue(name)) : [];
    }
    const read = declarations_declaration(node, context);
    return read === undefined ? [] : [read];
}
function declarations_declaration(node, context) {
    switch (node.type) {
        case 'function_definition':
            return declarations_functionLike(node, context);
        case 'class_definition':
            return declarations_classLike(node);
        case 'assignment':
            return declarations_assignment(node, context);
        case 'type_alias_statement':
            return typeAlias(node, context);
        default:
            return undefined;
    }
}
function declarations_functionLike(node, context) {
    const name = node.childForFieldName('name');
    if (name === null)
        return undefined;
    const body = node.childForFieldName('body') ?? undefined;
    const decorators = decoratorNames(node, context);
    const inClass = context.enclosing?.kind === 'class';
    const kind = inClass ? methodKind(name.text, decorators) : 'function';
    const unbound = decorators.includes('staticmethod');
    const all = parameters_parameters(node.childForFieldName('parameters'));
    return {
        name: name.text,
        kind,
        nameNode: name,
        body,
        lastNode: lastCode(body),
        parameters: inClass && !unbound ? withoutReceiver(all) : all,
        returnType: declarations_annotation(node.childForFieldName('return_type')),
        async: node.firstChild?.type === 'async',
        static: unbound || decorators.includes('classmethod'),
        abstract: decorators.some((decorator) => decorator.endsWith('abstractmethod')),
        visibility: visibilityOf(name.text),
        doc: docstring(body),
    };
}
/** The last leaf that is no comment: comments after a body's last statement belong to what follows. */
function lastCode(body) {
    let node = body;
    for (;;) {
        let last = node?.lastChild ?? null;
        while (last?.type === 'comment')
            last = last.previousSibling;
        if (last === null)
            return node;
        node = last;
    }
}
/** `self` and `cls`, which callers do not pass. */
function withoutReceiver(all) {
    return all[0]?.rest === undefined ? all.slice(1) : all;
}
function methodKind(name, decorators) {
    if (name === '__init__')
        return 'constructor';
    if (decorators.some((decorator) => decorator.endsWith('.setter')))
        return 'setter';
    return decorators.some((decorator) => /(?:^|\.|_)property$/.test(decorator)) ? 'getter' : 'method';
}
function decoratorNames(node, context) {
    if (context.ancestor(1) !== 'decorated_definition')
        return [];
    return (node.parent?.namedChildren ?? [])
        .filter((child) => child.type === 'decorator')
        .map((child) => fold(child.text).replace(/^@\s*/, '').replace(/\(.*$/, ''));
}
function declarations_classLike(node) {
    const name = node.childForFieldName('name');
    if (name === null)
        return undefined;
    const body = node.childForFieldName('body') ?? undefined;
    return {
        name: name.text,
        kind: 'class',
        nameNode: name,
        body,
        lastNode: lastCode(body),
        abstract: /\bABC(?:Meta)?\b/.test(node.childForFieldName('superclasses')?.text ?? ''),
        visibility: visibilityOf(name.text),
        doc: docstring(body),
    };
}
function declarations_assignment(node, context) {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (left?.type !== 'identifier')
        return undefined;
    const common = { name: left.text, nameNode: left, visibility: visibilityOf(left.text) };
    if (right?.type === 'lambda') {
        const kind = context.enclosing?.kind === 'class' ? 'method' : 'function';
        const all = parameters_parameters(right.childForFieldName('parameters'));
        const body = right.childForFieldName('body') ?? undefined;
        return { ...common, kind, body, parameters: kind === 'method' ? withoutReceiver(all) : all };
    }
    if (!context.moduleLevel)
        return undefined;
    return { ...moduleValue(left), type: declarations_annotation(node.childForFieldName('type')) };
}
function moduleValue(name) {
    const kind = /^_*[A-Z][A-Z0-9_]*$/.test(name.text) ? 'constant' : 'variable';
    return { name: name.text, kind, nameNode: name, visibility: visibilityOf(name.text) };
}
/** Names that `a, (b, *c) = ...` binds; attributes and items bind none. */
function targets(left) {
    if (left.type === 'identifier')
        return [left];
    if (left.type === 'attribute' || left.type === 'subscript')
        return [];
    return left.namedChildren.flatMap(targets);
}
function typeAlias(node, context) {
    const left = node.childForFieldName('left');
    const name = left?.descendantsOfType('identifier')[0];
    if (name === undefined || !context.moduleLevel)
        return undefined;
    const type = fold(node.childForFieldName('right')?.text ?? '');
    return { name: name.text, kind: 'type', nameNode: name, type, visibility: visibilityOf(name.text) };
}
/** By the naming convention: `_x` for this package and subclasses, `__x` (mangled) for the class alone. */
function visibilityOf(name) {
    if (/^__.*__$/.test(name))
        return 'public';
    if (name.startsWith('__'))
        return 'private';
    return name.startsWith('_') && name !== '_' ? 'protected' : 'public';
}
function declarations_annotation(node) {
    return node === null ? undefined : fold(node.text);
}
/** The string that a body starts with, its margin removed as `inspect.cleandoc` does. */
function docstring(body) {
    const first = body?.namedChildren.find((child) => child.type !== 'comment');
    const string = first?.type === 'expression_statement' ? first.firstNamedChild : null;
    const value = string?.type === 'string' ? stringValue(string) : undefined;
    if (value === undefined)
        return undefined;
    const [head = '', ...rest] = value.replace(/\t/g, '        ').split(/\r?\n/);
    const margins = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
    const margin = margins.length === 0 ? 0 : Math.min(...margins);
    return [head.trimStart(), ...rest.map((line) => line.slice(margin))]
        .map((line) => line.trimEnd())
        .join('\n')
        .trim();
}

;// CONCATENATED MODULE: ./build/dist/code/python/imports.js

/** Import statements wherever they stand, and `import_module('literal')`, in the order of the text. */
function imports_imports(root) {
    const types = ['import_statement', 'import_from_statement', 'future_import_statement'];
    if (/\b(?:import_module|__import__)\s*\(/.test(root.text))
        types.push('call');
    return root.descendantsOfType(types).flatMap((node) => {
        switch (node.type) {
            case 'import_statement':
                return node.childrenForFieldName('name').map((item) => wholeModule(node, item));
            case 'call':
                return imports_importCall(node);
            default:
                return fromModule(node);
        }
    });
}
function imports_found(node, rest) {
    return {
        ...rest,
        typeOnly: underTypeChecking(node),
        line: node.startPosition.row + 1,
        endLine: node.endPosition.row + 1,
    };
}
function wholeModule(node, item) {
    const source = dotted(item.childForFieldName('name') ?? item);
    // `import a.b` binds `a`; `import a.b as c` binds the module itself.
    const local = item.childForFieldName('alias')?.text ?? source.split('.', 1)[0] ?? source;
    return imports_found(node, { source, kind: 'import', level: 0, names: [{ name: '*', local }] });
}
function fromModule(node) {
    const module = node.childForFieldName('module_name');
    const prefix = module?.namedChildren.find((child) => child.type === 'import_prefix')?.text ?? '';
    const name = module?.type === 'relative_import' ? module.namedChildren.find((c) => c.type === 'dotted_name') : module;
    const source = node.type === 'future_import_statement' ? '__future__' : name ? dotted(name) : '';
    const level = prefix.split('.').length - 1;
    const star = node.namedChildren.some((child) => child.type === 'wildcard_import');
    const names = star ? [{ name: '*', local: '*' }] : node.childrenForFieldName('name').map(importedName);
    return [imports_found(node, { source, kind: 'from', level, names })];
}
function importedName(item) {
    const name = dotted(item.childForFieldName('name') ?? item);
    return { name, local: item.childForFieldName('alias')?.text ?? name };
}
function dotted(name) {
    return name.text.replace(/\s+/g, '');
}
function imports_importCall(node) {
    const called = node.childForFieldName('function')?.text ?? '';
    if (!/^(?:importlib\s*\.\s*import_module|import_module|__import__)$/.test(called))
        return [];
    const argument = node.childForFieldName('arguments')?.firstNamedChild;
    const value = argument?.type === 'string' ? stringValue(argument) : undefined;
    if (value === undefined || !/^[\w.]+$/.test(value))
        return [];
    const source = value.replace(/^\.+/, '');
    return [imports_found(node, { source, kind: 'dynamic', level: value.length - source.length, names: [] })];
}
function underTypeChecking(node) {
    if (node.startPosition.column === 0)
        return false;
    for (let child = node, parent = node.parent; parent !== null; child = parent, parent = parent.parent) {
        if (parent.type !== 'if_statement')
            continue;
        const condition = parent.childForFieldName('condition')?.text ?? '';
        const then = parent.childForFieldName('consequence');
        if (/^(?:\w+\s*\.\s*)?TYPE_CHECKING$/.test(condition) && then?.id === child.id)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/dist/code/python/exports.js



/**
 * The module's public names: those of `__all__` when it is written out, otherwise the public names that it defines,
 * and the imports that are meant to be passed on (`import x as x`, and relative ones in `__init__.py`; PEP 484).
 */
function python_exports_exports({ path, root, symbols }) {
    const own = new Map();
    for (const symbol of symbols)
        if (symbol.parent === undefined)
            own.set(symbol.qualifiedName, symbol);
    const imported = imports_imports(root).filter((one) => one.kind !== 'dynamic' && !one.typeOnly);
    const all = declaredAll(root);
    if (all !== undefined)
        return all.map((item) => fromAll(item, own, imported));
    const defined = [...own.values()]
        .filter((symbol) => visibilityOf(symbol.name) === 'public' && !symbol.name.startsWith('__'))
        .map((symbol) => exported(symbol.name, symbol.nameLine, symbol));
    const isPackage = /(?:^|\/)__init__\.pyi?$/.test(path);
    const lines = root.text.split('\n');
    const passedOn = imported.flatMap((one) => one.names
        .filter(({ name, local }) => {
        if (visibilityOf(local) !== 'public' || one.source === '__future__')
            return false;
        return ((isPackage && one.level > 0) || (local === (name === '*' ? one.source : name) && restated(lines, one, local)));
    })
        .map(({ local }) => exported(local, one.line, undefined, dots(one))));
    return [...defined, ...passedOn.filter((one) => !own.has(one.name))];
}
function exported(name, line, symbol, source) {
    const form = source === undefined ? 'module-level' : 're-export';
    return { name, form, local: name === '*' ? undefined : name, symbol, source, typeOnly: false, line };
}
function dots(one) {
    return '.'.repeat(one.level) + one.source;
}
function restated(lines, one, name) {
    const words = lines
        .slice(one.line - 1, one.endLine)
        .join(' ')
        .split(/[\s,()]+/);
    return words.some((word, i) => word === 'as' && words[i - 1] === name && words[i + 1] === name);
}
function fromAll(item, own, all) {
    const symbol = own.get(item.name);
    if (symbol !== undefined)
        return exported(item.name, symbol.nameLine, symbol);
    const from = all.find((one) => one.names.some(({ local }) => local === item.name));
    return exported(item.name, item.line, undefined, from === undefined ? undefined : dots(from));
}
/** Names of `__all__`, through `=`, `+=`, `.append` and `.extend`; undefined when absent or not written out. */
function declaredAll(root) {
    let names;
    for (const statement of root.namedChildren) {
        if (statement.type !== 'expression_statement')
            continue;
        const node = statement.firstNamedChild;
        if (node === null)
            continue;
        const change = allChange(node);
        if (change === undefined)
            continue;
        const values = change.value === null ? undefined : literals(change.value);
        if (values === undefined)
            return undefined;
        names = change.replaces ? values : [...(names ?? []), ...values];
    }
    return names;
}
function allChange(node) {
    if (node.type === 'assignment' || node.type === 'augmented_assignment') {
        if (node.childForFieldName('left')?.text !== '__all__')
            return undefined;
        return { value: node.childForFieldName('right'), replaces: node.type === 'assignment' };
    }
    if (node.type !== 'call' || !/^__all__\.(?:append|extend)$/.test(node.childForFieldName('function')?.text ?? '')) {
        return undefined;
    }
    return { value: node.childForFieldName('arguments')?.firstNamedChild ?? null, replaces: false };
}
function literals(value) {
    if (value.type === 'string') {
        const name = stringValue(value);
        return name === undefined ? undefined : [{ name, line: value.startPosition.row + 1 }];
    }
    if (value.type === 'binary_operator') {
        const parts = value.namedChildren.map(literals);
        return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
    }
    if (!['list', 'tuple', 'expression_list', 'parenthesized_expression'].includes(value.type))
        return undefined;
    const items = value.namedChildren.filter((child) => child.type !== 'comment').map(literals);
    return items.includes(undefined) ? undefined : items.flatMap((item) => item ?? []);
}

;// CONCATENATED MODULE: ./build/dist/code/python/family.js




const python = {
    roles: {
        function_definition: role.symbol | role.function,
        class_definition: role.symbol,
        assignment: role.symbol,
        type_alias_statement: role.symbol,
        lambda: role.function,
        call: role.call,
        if_statement: role.decision | role.nesting,
        elif_clause: role.decision,
        for_statement: role.decision | role.nesting | role.loop,
        while_statement: role.decision | role.nesting | role.loop,
        try_statement: role.nesting,
        with_statement: role.nesting,
        match_statement: role.nesting,
        case_clause: role.decision,
        except_clause: role.decision,
        conditional_expression: role.decision,
        list_comprehension: role.loop,
        set_comprehension: role.loop,
        dictionary_comprehension: role.loop,
        generator_expression: role.loop,
        for_in_clause: role.decision | role.loop | role.clause,
        if_clause: role.decision,
        '"and"': role.decision,
        '"or"': role.decision,
        yield: role.yield,
        decorated_definition: role.wrapper,
        expression_statement: role.wrapper,
        decorator: role.decorator,
    },
    onceFields: new Set(['right', 'alternative']),
    elseType: undefined,
    awaitType: 'await',
    argumentsType: 'argument_list',
    iterators: new Set(),
    declarations: declarations_declarations,
    callee: family_callee,
    isDecision: (node) => node.type !== 'case_clause' || !/^case\s+_\s*:/.test(node.text),
    docOfComment: () => undefined,
    readable: (text) => text,
    imports: imports_imports,
    exports: python_exports_exports,
};
function family_callee(node) {
    const called = node.childForFieldName('function');
    if (called === null)
        return undefined;
    const list = node.childForFieldName('arguments');
    const passed = list?.type === 'argument_list' ? list.namedChildren.filter((child) => child.type !== 'comment') : [];
    const attribute = called.childForFieldName('attribute');
    return {
        name: attribute?.text ?? (called.type === 'identifier' ? called.text : ''),
        text: called.text,
        receiver: attribute === null ? undefined : called.childForFieldName('object')?.text,
        argumentCount: list?.type === 'generator_expression' ? 1 : passed.length,
        spread: passed.some((child) => child.type === 'list_splat' || child.type === 'dictionary_splat'),
        construct: false,
    };
}

;// CONCATENATED MODULE: ./build/dist/code/languages.js



const none = /(?!)/;
/** Another language is another entry here, its grammar in scripts/build.ts, and a family if its syntax is a new one. */
const languages = {
    javascript: {
        extensions: ['.js', '.jsx', '.mjs', '.cjs'],
        interpreters: /\b(?:node|bun)\b/,
        grammar: 'tree-sitter-javascript.wasm',
        family: ecmascript,
    },
    typescript: {
        extensions: ['.ts', '.mts', '.cts'],
        interpreters: /\b(?:deno|ts-node|tsx)\b/,
        grammar: 'tree-sitter-typescript.wasm',
        family: ecmascript,
    },
    tsx: { extensions: ['.tsx'], interpreters: none, grammar: 'tree-sitter-tsx.wasm', family: ecmascript },
    python: {
        extensions: ['.py', '.pyi'],
        interpreters: /\bpython[\d.]*\b/,
        grammar: 'tree-sitter-python.wasm',
        family: python,
    },
};
const byExtension = new Map();
for (const [id, { extensions }] of Object.entries(languages)) {
    for (const extension of extensions)
        byExtension.set(extension, id);
}
/** File name endings that have a language, dots included. */
const sourceExtensions = [...byExtension.keys()];
/**
 * Language of a file by its name; for a name without an extension, by the `#!` line of `text` when that is given.
 * Undefined when Hone does not read that language.
 */
function languageOf(path, text) {
    const extension = (0,external_node_path_.extname)(path).toLowerCase();
    if (extension !== '' || (0,external_node_path_.basename)(path).startsWith('.'))
        return byExtension.get(extension);
    const shebang = text?.startsWith('#!') ? text.slice(2, 200).split('\n', 1)[0] : undefined;
    if (shebang === undefined)
        return undefined;
    for (const [id, { interpreters }] of Object.entries(languages)) {
        if (interpreters.test(shebang))
            return id;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/dist/base/assets.js
var assets = __webpack_require__(93578);
;// CONCATENATED MODULE: ./build/dist/code/outline.js


const betweenDecorators = /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/|#.*|\b(?:export|default|declare|abstract)\b)*$/;
const roleTables = new WeakMap();
/** Roles by node type id: the walk looks at every node, names only at those that matter. */
function roleTable(language, family) {
    const known = roleTables.get(language);
    if (known !== undefined)
        return known;
    const table = new Uint16Array(language.nodeTypeCount + 1);
    for (let id = 0; id < language.nodeTypeCount; id++) {
        const type = language.nodeTypeForId(id);
        if (type === null)
            continue;
        table[id] = family.roles[language.nodeTypeIsNamed(id) ? type : JSON.stringify(type)] ?? 0;
    }
    roleTables.set(language, table);
    return table;
}
/** Symbols and calls of a tree in one walk without recursion. */
function outline(root, text, language, family) {
    const walk = new OutlineWalk(text, language, family);
    const cursor = root.walk();
    try {
        walk.run(cursor);
    }
    finally {
        cursor.delete();
    }
    return { symbols: walk.symbols, calls: walk.calls };
}
class OutlineWalk {
    symbols = [];
    calls = [];
    #text;
    #language;
    #family;
    #roles;
    /** Type ids from the root to the current node. */
    #path = [];
    #frames = [];
    #depth = 0;
    #top = {
        depth: -1,
        symbol: undefined,
        prefix: '',
        moduleLevel: true,
        nesting: 0,
        inLoop: false,
        inIteration: false,
        outsideLoop: undefined,
        iterator: false,
        clauseSeen: false,
    };
    /** Outermost of the wrappers that stand directly in each other. */
    #wrapper;
    #decorators;
    /** Comments with nothing but white space between them, and the last documentation comment among them. */
    #comments;
    constructor(text, language, family) {
        this.#text = text;
        this.#language = language;
        this.#family = family;
        this.#roles = roleTable(language, family);
    }
    get moduleLevel() {
        return this.#top.moduleLevel;
    }
    get enclosing() {
        return this.#top.symbol;
    }
    ancestor(up) {
        const id = this.#path[this.#depth - up];
        return id === undefined ? undefined : (this.#language.nodeTypeForId(id) ?? undefined);
    }
    run(cursor) {
        for (;;) {
            this.#enter(cursor);
            if (cursor.gotoFirstChild()) {
                this.#depth++;
                continue;
            }
            for (;;) {
                this.#leave();
                if (cursor.gotoNextSibling())
                    break;
                if (!cursor.gotoParent())
                    return;
                this.#depth--;
            }
        }
    }
    #push(change) {
        this.#frames.push(this.#top);
        this.#top = {
            ...this.#top,
            outsideLoop: undefined,
            iterator: false,
            clauseSeen: false,
            ...change,
            depth: this.#depth,
        };
    }
    #leave() {
        while (this.#top.depth === this.#depth) {
            const frame = this.#frames.pop();
            if (frame === undefined)
                return;
            this.#top = frame;
        }
    }
    #enter(cursor) {
        const type = cursor.nodeTypeId;
        this.#path[this.#depth] = type;
        const { outsideLoop } = this.#top;
        if (outsideLoop !== undefined && this.#depth === this.#top.depth + 1) {
            const field = cursor.currentFieldName;
            if (field !== null && this.#family.onceFields.has(field))
                this.#push({ inLoop: outsideLoop });
        }
        const roles = this.#roles[type] ?? 0;
        if (roles === 0)
            return;
        const node = cursor.currentNode;
        if (roles & role.comment)
            this.#comment(node);
        if (roles & role.decorator)
            this.#decorate(node);
        if (roles & role.wrapper && !this.#inWrapper())
            this.#wrapper = extentOf(node);
        if (roles & role.symbol)
            this.#declare(node);
        if (roles & role.function)
            this.#function();
        if (roles & role.call)
            this.#call(node);
        if (roles & role.decision && this.#top.symbol !== undefined && this.#family.isDecision(node)) {
            this.#top.symbol.complexity++;
        }
        if (roles & role.yield && this.#top.symbol !== undefined)
            this.#top.symbol.generator = true;
        if (roles & (role.nesting | role.loop))
            this.#control(roles);
    }
    #inWrapper() {
        return ((this.#roles[this.#path[this.#depth - 1] ?? 0] ?? 0) & role.wrapper) !== 0;
    }
    #follows(earlier, startIndex) {
        return earlier !== undefined && this.#text.slice(earlier.endIndex, startIndex).trim() === '';
    }
    #comment(node) {
        const earlier = this.#follows(this.#comments, node.startIndex) ? this.#comments?.doc : undefined;
        this.#comments = { endIndex: node.endIndex, doc: this.#family.docOfComment(node.text) ?? earlier };
    }
    #decorate(node) {
        const earlier = this.#follows(this.#decorators, node.startIndex) ? this.#decorators : undefined;
        this.#decorators = {
            ...extentOf(node),
            ...(earlier !== undefined && { startIndex: earlier.startIndex, startRow: earlier.startRow }),
            texts: [...(earlier?.texts ?? []), node.text],
            doc: earlier === undefined ? this.#docBefore(node.startIndex) : earlier.doc,
        };
    }
    #declare(node) {
        const [declaration, ...others] = this.#family.declarations(node, this);
        if (declaration === undefined)
            return;
        const symbol = this.#symbol(node, declaration);
        this.symbols.push(symbol, ...others.map((other) => this.#symbol(node, other)));
        const holds = declaration.kind !== 'constant' && declaration.kind !== 'variable';
        this.#push({
            prefix: symbol.qualifiedName,
            moduleLevel: this.#top.moduleLevel && (!holds || declaration.kind === 'namespace'),
            ...(holds && { symbol, nesting: 0, inLoop: false, inIteration: false }),
        });
    }
    #symbol(node, declaration) {
        const start = this.#startOf(node);
        const prefix = declaration.owner ?? this.#top.prefix;
        const startLine = start.startRow + 1;
        const last = declaration.lastNode ?? node;
        const endLine = last.endPosition.row + 1;
        const { body } = declaration;
        return {
            name: declaration.name,
            qualifiedName: prefix === '' ? declaration.name : `${prefix}.${declaration.name}`,
            kind: declaration.kind,
            parent: this.#top.symbol,
            startLine,
            nameLine: declaration.nameNode.startPosition.row + 1,
            endLine,
            startIndex: start.startIndex,
            endIndex: last.endIndex,
            body: body === undefined ? undefined : spanOf(body, declaration.lastNode),
            parameters: declaration.parameters ?? [],
            returnType: declaration.returnType,
            type: declaration.type,
            members: declaration.members ?? [],
            async: declaration.async ?? false,
            generator: declaration.generator ?? false,
            static: declaration.static ?? false,
            abstract: declaration.abstract ?? false,
            exported: false,
            visibility: declaration.visibility ?? 'public',
            decorators: start.decorators,
            doc: declaration.doc ?? start.doc,
            complexity: 1,
            nesting: 0,
            lines: endLine - startLine + 1,
            node,
        };
    }
    #startOf(node) {
        let start = extentOf(node);
        const wrapper = this.#wrapper;
        if (this.#inWrapper() && wrapper !== undefined && wrapper.endIndex >= start.endIndex) {
            // The second of `const a = 1, b = 2` starts where it stands, not at the keyword.
            if (node.previousNamedSibling?.type !== node.type)
                start = wrapper;
        }
        const inside = node.childrenForFieldName('decorator').map((decorator) => decorator.text);
        const before = this.#decorators;
        if (before === undefined || !betweenDecorators.test(this.#text.slice(before.endIndex, node.startIndex))) {
            return { ...start, decorators: inside, doc: this.#docBefore(start.startIndex) };
        }
        this.#decorators = undefined;
        const first = before.startIndex < start.startIndex ? before : start;
        const doc = before.doc ?? this.#docBefore(start.startIndex);
        return { ...first, decorators: [...before.texts, ...inside], doc };
    }
    #docBefore(startIndex) {
        const comments = this.#comments;
        if (comments === undefined || comments.endIndex > startIndex)
            return undefined;
        return this.#follows(comments, startIndex) ? comments.doc : undefined;
    }
    #function() {
        const call = this.#top;
        const inIteration = call.iterator && call.depth === this.#depth - 2 && this.ancestor(1) === this.#family.argumentsType;
        this.#push({ moduleLevel: false, inLoop: false, inIteration });
    }
    #call(node) {
        const callee = this.#family.callee(node);
        if (callee === undefined)
            return;
        this.calls.push({
            callee: fold(callee.text),
            name: callee.name,
            receiver: callee.receiver === undefined ? undefined : fold(callee.receiver),
            line: node.startPosition.row + 1,
            endLine: node.endPosition.row + 1,
            column: node.startPosition.column + 1,
            argumentCount: callee.argumentCount,
            spread: callee.spread,
            construct: callee.construct,
            enclosing: this.#top.symbol,
            inLoop: this.#top.inLoop,
            inIteration: this.#top.inIteration,
            awaited: this.ancestor(1) === this.#family.awaitType,
            node,
        });
        if (callee.receiver !== undefined && this.#family.iterators.has(callee.name))
            this.#push({ iterator: true });
    }
    #control(roles) {
        const chained = this.#family.elseType !== undefined && this.ancestor(1) === this.#family.elseType;
        const nesting = roles & role.nesting && !chained ? this.#top.nesting + 1 : this.#top.nesting;
        const { symbol } = this.#top;
        if (symbol !== undefined && nesting > symbol.nesting)
            symbol.nesting = nesting;
        if ((roles & role.loop) === 0) {
            this.#push({ nesting });
            return;
        }
        const comprehension = this.#top;
        const first = (roles & role.clause) !== 0 && !comprehension.clauseSeen;
        if (first)
            comprehension.clauseSeen = true;
        this.#push({ nesting, inLoop: true, outsideLoop: first ? comprehension.outsideLoop : comprehension.inLoop });
    }
}
function extentOf(node) {
    return { startIndex: node.startIndex, startRow: node.startPosition.row, endIndex: node.endIndex };
}

;// CONCATENATED MODULE: ./build/dist/code/parser.js




const parseLimits = { maxLength: 4 * 1024 * 1024, timeoutMs: 5000 };
/** The text is longer than the limit, or took longer than the limit: it was not read, which is not "nothing found". */
class ParseLimitError extends Error {
    name = 'ParseLimitError';
}
let library;
const grammars = new Map();
async function openLibrary() {
    // The bundler breaks its module form (`createRequire`), so the CommonJS file is copied beside the bundle.
    const loaded = (0,assets/* requireAsset */.mS)('tree-sitter.cjs', 'web-tree-sitter');
    await loaded.Parser.init({
        locateFile: () => (0,assets/* assetPath */.Q$)('tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm'),
    });
    return loaded;
}
function openGrammar(id) {
    library ??= openLibrary();
    let grammar = grammars.get(id);
    if (grammar === undefined) {
        const file = languages[id].grammar;
        grammar = library.then((loaded) => loaded.Language.load((0,assets/* assetPath */.Q$)(file, `@vscode/tree-sitter-wasm/wasm/${file}`)));
        grammars.set(id, grammar);
    }
    return grammar;
}
/**
 * Parses one text. Broken syntax is no error: the tree has error nodes, `hasError` and `firstError` say so.
 * The grammar is loaded when the first text of its language comes. Call `dispose()` on the result.
 *
 * @throws ParseLimitError when the text is over `limits`
 */
async function parse(language, text, path = '', limits = parseLimits) {
    if (text.length > limits.maxLength) {
        throw new ParseLimitError(`${path || 'the text'} has ${text.length} characters, over the limit of ${limits.maxLength}`);
    }
    const grammar = await openGrammar(language);
    library ??= openLibrary();
    const loaded = await library;
    const tree = parseTree(new loaded.Parser(), grammar, languages[language].family.readable(text), path, limits);
    return new TreeFile(path, language, text, tree, grammar, loaded);
}
function parseTree(parser, grammar, text, path, { timeoutMs }) {
    const deadline = performance.now() + timeoutMs;
    try {
        parser.setLanguage(grammar);
        // Typed as void, but a true answer is what stops the parser.
        const progressCallback = () => performance.now() > deadline;
        const tree = parser.parse(text, null, { progressCallback });
        if (tree === null)
            throw new ParseLimitError(`parsing ${path || 'the text'} took longer than ${timeoutMs} ms`);
        return tree;
    }
    finally {
        parser.delete();
    }
}
const queries = new WeakMap();
class TreeFile {
    path;
    language;
    text;
    #grammar;
    #library;
    #tree;
    #reading;
    #imports;
    constructor(path, language, text, tree, grammar, loaded) {
        this.path = path;
        this.language = language;
        this.text = text;
        this.#grammar = grammar;
        this.#tree = tree;
        this.#library = loaded;
    }
    get root() {
        if (this.#tree === undefined)
            throw new Error(`${this.path || 'the parsed text'} was read after dispose()`);
        return this.#tree.rootNode;
    }
    get hasError() {
        return this.root.hasError;
    }
    get firstError() {
        let node = this.root;
        if (!node.hasError)
            return undefined;
        for (;;) {
            if (node.isError || node.isMissing)
                return positionOf(node);
            const next = node.children.find((child) => child.hasError || child.isError || child.isMissing);
            if (next === undefined)
                return positionOf(node);
            node = next;
        }
    }
    get #family() {
        return languages[this.language].family;
    }
    get symbols() {
        return this.#read().symbols;
    }
    get calls() {
        return this.#read().calls;
    }
    get exports() {
        return this.#read().exports;
    }
    get imports() {
        this.#imports ??= this.#family.imports(this.root);
        return this.#imports;
    }
    #read() {
        if (this.#reading === undefined) {
            const { root } = this;
            const { symbols, calls } = outline(root, this.text, this.#grammar, this.#family);
            const exports = this.#family.exports({ path: this.path, root, symbols });
            markExported(symbols, exports);
            this.#reading = { symbols, calls, exports };
        }
        return this.#reading;
    }
    query(source, within = this.root) {
        const known = queries.get(this.#grammar) ?? new Map();
        queries.set(this.#grammar, known);
        const compiled = known.get(source) ?? new this.#library.Query(this.#grammar, source);
        known.set(source, compiled);
        return compiled.matches(within);
    }
    dispose() {
        this.#tree?.delete();
        this.#tree = undefined;
    }
}
/** Exported symbols, and in the order of the text what can be reached through them. */
function markExported(symbols, exports) {
    const names = new Set(exports.flatMap((one) => (one.local === undefined ? [] : [one.local])));
    const reached = new Set();
    for (const symbol of symbols) {
        const owner = symbol.qualifiedName.slice(0, -symbol.name.length - 1);
        const holder = symbol.parent?.kind;
        const inside = holder === undefined || holder === 'class' || holder === 'namespace';
        const direct = owner === '' && symbol.parent === undefined && names.has(symbol.name);
        symbol.exported = direct || (owner !== '' && inside && symbol.visibility === 'public' && reached.has(owner));
        if (symbol.exported)
            reached.add(symbol.qualifiedName);
    }
}

;// CONCATENATED MODULE: ./build/dist/code/graph/candidates.js
const gap = String.raw `(?:\s|\(|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*`;
const candidates_ecmascript = new RegExp(String.raw `\b(?:from|import|require)${gap}(["'\`])([^"'\`\n\\]+)\1`, 'g');
const space = String.raw `(?:[ \t]|\\\r?\n)`;
const candidates_python = new RegExp(String.raw `\bfrom${space}*(\.*)${space}*([\w.]*)${space}*\bimport\b${space}*(\([^)]*\)?|(?:[^\n;\\]|\\\r?\n)*)` +
    String.raw `|\bimport${space}+((?:[\w.,]|${space})+)` +
    String.raw `|\b(?:import_module|__import__)\s*\(\s*[rRuU]?["'](\.*)([\w.]+)["']`, 'g');
function candidates(language, text) {
    return language === 'python' ? pythonCandidates(text) : ecmascriptCandidates(text);
}
function ecmascriptCandidates(text) {
    return [...text.matchAll(candidates_ecmascript)].map((match) => ({
        source: match[2] ?? '',
        level: 0,
        kind: 'import',
        names: [],
        endIndex: match.index + match[0].length,
    }));
}
function pythonCandidates(text) {
    const found = [];
    for (const match of text.matchAll(candidates_python)) {
        const [whole, dots, module, list, modules, callDots, called] = match;
        const endIndex = match.index + whole.length;
        if (list !== undefined) {
            const names = [...list.replace(/#[^\n]*/g, '').matchAll(/[\w*]+/g)].map(([name]) => ({ name, local: name }));
            found.push({ source: module ?? '', level: dots?.length ?? 0, kind: 'from', names, endIndex });
        }
        else if (called !== undefined) {
            found.push({ source: called, level: callDots?.length ?? 0, kind: 'dynamic', names: [], endIndex });
        }
        else {
            for (const [source] of (modules ?? '').matchAll(/[\w.]+/g)) {
                found.push({ source, level: 0, kind: 'import', names: [], endIndex });
            }
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/dist/code/graph/paths.js

/** Folder of a repository path; '' for the root. */
function folderOf(path) {
    const folder = external_node_path_.posix.dirname(path);
    return folder === '.' ? '' : folder;
}
/** Joined and normalised; undefined when it leaves the repository. */
function join(...parts) {
    const joined = external_node_path_.posix.join(...parts);
    if (joined === '..' || joined.startsWith('../') || joined.startsWith('/'))
        return undefined;
    return joined === '.' ? '' : joined.replace(/\/$/, '');
}
/** The folder itself and those around it, innermost first, '' last. */
function* upwards(folder) {
    for (let current = folder; current !== ''; current = folderOf(current))
        yield current;
    yield '';
}

// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
;// CONCATENATED MODULE: ./build/dist/code/graph/settings.js


/** Whether the file says how modules are found. */
function isSettings(path) {
    return /(?:^|\/)(?:package\.json|[jt]sconfig(?:\.[\w.-]+)?\.json|pnpm-workspace\.yaml|lerna\.json)$/.test(path);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function strings(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
/** JSON with comments and trailing commas. @throws SyntaxError */
function parseJsonc(text) {
    const bare = text
        .replace(/^\uFEFF/, '')
        .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string) => string ?? '')
        .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_, string) => string ?? '');
    return JSON.parse(bare);
}
class Settings {
    packages = new Map();
    /** Files that could not be read, with the reason. */
    unread = [];
    #configs = new Map();
    #workspaces = [];
    #mappings = new Map();
    add(path, text) {
        const folder = folderOf(path);
        if (path.endsWith('.yaml')) {
            for (const [, glob] of text.matchAll(/^\s+-\s+["']?([^"'#\s]+)/gm))
                if (glob)
                    this.#workspaces.push(glob);
            return;
        }
        let value;
        try {
            value = parseJsonc(text);
        }
        catch (error) {
            this.unread.push({ path, reason: (0,errors/* messageOf */.bD)(error) });
            return;
        }
        if (!isRecord(value))
            return;
        if (path.endsWith('lerna.json'))
            this.#workspaces.push(...strings(value.packages));
        else if (path.endsWith('package.json'))
            this.#addPackage(folder, value);
        else
            this.#configs.set(path, value);
    }
    #addPackage(folder, value) {
        const { workspaces } = value;
        const globs = strings(isRecord(workspaces) ? workspaces.packages : workspaces);
        this.packages.set(folder, {
            folder,
            name: typeof value.name === 'string' ? value.name : undefined,
            exports: value.exports,
            imports: value.imports,
            entries: strings(['source', 'module', 'main', 'types'].map((field) => value[field])),
            workspaces: globs.map((glob) => (folder === '' ? glob : `${folder}/${glob}`)),
        });
    }
    /** Packages that are linked under their names: the members of declared workspaces. */
    workspacePackages() {
        const globs = [...this.#workspaces, ...[...this.packages.values()].flatMap((one) => one.workspaces)];
        const patterns = globs.filter((glob) => !glob.startsWith('!')).map(globPattern);
        const named = new Map();
        for (const one of this.packages.values()) {
            if (one.name !== undefined && patterns.some((pattern) => pattern.test(one.folder)))
                named.set(one.name, one);
        }
        return named;
    }
    /** `paths` and `baseUrl` of the tsconfig.json or jsconfig.json in a folder, through `extends`. */
    mapping(folder) {
        if (!this.#mappings.has(folder)) {
            const at = (name) => (folder === '' ? name : `${folder}/${name}`);
            const path = [at('tsconfig.json'), at('jsconfig.json')].find((name) => this.#configs.has(name));
            this.#mappings.set(folder, path === undefined ? undefined : this.#read(path, 0));
        }
        return this.#mappings.get(folder);
    }
    #read(path, depth) {
        const config = this.#configs.get(path);
        // A circle of `extends` ends here.
        if (config === undefined || depth > 8)
            return undefined;
        const folder = folderOf(path);
        const options = isRecord(config.compilerOptions) ? config.compilerOptions : {};
        const parents = typeof config.extends === 'string' ? [config.extends] : strings(config.extends);
        let inherited;
        for (const parent of parents) {
            const target = parent.startsWith('.') ? join(folder, parent) : undefined;
            if (target === undefined)
                continue;
            inherited = this.#read(this.#configs.has(target) ? target : `${target}.json`, depth + 1) ?? inherited;
        }
        const baseUrl = typeof options.baseUrl === 'string' ? join(folder, options.baseUrl) : inherited?.baseUrl;
        if (!isRecord(options.paths))
            return { baseUrl, paths: inherited?.paths ?? [] };
        const base = baseUrl ?? folder;
        const paths = Object.entries(options.paths).map(([pattern, targets]) => ({
            pattern,
            targets: strings(targets).flatMap((target) => join(base, target) ?? []),
        }));
        return { baseUrl, paths };
    }
}
function globPattern(glob) {
    const source = glob
        .replace(/^\.\//, '')
        .replace(/\/$/, '')
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*\*\/?/g, '\0')
        .replace(/\*/g, '[^/]*')
        .replaceAll('\0', '.*');
    return new RegExp(`^${source}$`);
}
/** What `*` stands for when `text` fits a pattern with at most one `*`; '' for an exact pattern. */
function matchPattern(pattern, text) {
    const star = pattern.indexOf('*');
    if (star < 0)
        return pattern === text ? '' : undefined;
    const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
    const fits = text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
    return fits ? text.slice(head.length, text.length - tail.length) : undefined;
}

;// CONCATENATED MODULE: ./build/dist/code/graph/resolve-ecmascript.js


const typescriptFirst = ['.ts', '.tsx', '.mts', '.cts', '.d.ts', '.js', '.jsx', '.mjs', '.cjs', '.json'];
const javascriptFirst = ['.js', '.jsx', '.mjs', '.cjs', '.json', '.ts', '.tsx', '.mts', '.cts', '.d.ts'];
/** TypeScript files are imported under the name of what they compile to. */
const sourceOf = {
    '.js': ['.ts', '.tsx', '.d.ts', '.jsx'],
    '.jsx': ['.tsx'],
    '.mjs': ['.mts', '.d.mts'],
    '.cjs': ['.cts', '.d.cts'],
};
const conditions = ['source', 'development', 'import', 'module', 'node', 'require', 'default', 'types'];
const buildFolders = /^(?:dist|build|lib|out|esm|cjs|es)(?=\/)/;
/**
 * Resolves module specifiers to files of the repository, as Node and TypeScript do, from the names of the files alone.
 * A package's built entry is traced back to its source only by the common folder names (`dist/x.js` -> `src/x.ts`).
 */
class EcmascriptResolver {
    #paths;
    #settings;
    #workspace;
    constructor(paths, settings) {
        this.#paths = paths;
        this.#settings = settings;
        this.#workspace = settings.workspacePackages();
    }
    /** Undefined for what is not in the repository: installed packages, built-in modules, missing files. */
    resolve(from, written) {
        const specifier = written.replace(/(?!^)[?].*$/, '');
        const order = /\.[mc]?tsx?$/.test(from) ? typescriptFirst : javascriptFirst;
        const folder = folderOf(from);
        if (/^\.\.?(?:\/|$)/.test(specifier))
            return this.#file(join(folder, specifier), order, /(?:^|\/)\.{0,2}$/.test(specifier));
        if (specifier.startsWith('#'))
            return this.#subpathImport(folder, specifier, order);
        if (specifier.startsWith('/') || /^[a-z]+:/.test(specifier))
            return undefined;
        return this.#mapped(folder, specifier, order) ?? this.#package(folder, specifier, order);
    }
    #file(base, order, folderOnly = false, manifests = true) {
        if (base === undefined)
            return undefined;
        if (!folderOnly) {
            if (this.#paths.has(base))
                return base;
            const extension = /\.[mc]?jsx?$/.exec(base)?.[0];
            const stem = extension === undefined ? base : base.slice(0, -extension.length);
            for (const source of sourceOf[extension ?? ''] ?? []) {
                if (this.#paths.has(stem + source))
                    return stem + source;
            }
            for (const one of order)
                if (this.#paths.has(base + one))
                    return base + one;
        }
        const inside = base === '' ? '' : `${base}/`;
        const manifest = manifests ? this.#settings.packages.get(base) : undefined;
        for (const entry of manifest?.entries ?? []) {
            const target = this.#built(base, entry, order);
            if (target !== undefined)
                return target;
        }
        for (const one of order)
            if (this.#paths.has(`${inside}index${one}`))
                return `${inside}index${one}`;
        return undefined;
    }
    #mapped(folder, specifier, order) {
        for (const around of upwards(folder)) {
            const mapping = this.#settings.mapping(around);
            if (mapping === undefined)
                continue;
            const fits = mapping.paths
                .flatMap(({ pattern, targets }) => {
                const star = matchPattern(pattern, specifier);
                return star === undefined ? [] : [{ pattern, targets, star }];
            })
                .sort((a, b) => prefixLength(b.pattern) - prefixLength(a.pattern));
            for (const target of fits[0]?.targets ?? []) {
                const found = this.#file(target.replace('*', fits[0]?.star ?? ''), order);
                if (found !== undefined)
                    return found;
            }
            // The nearest configuration is the one that holds.
            return mapping.baseUrl === undefined ? undefined : this.#file(join(mapping.baseUrl, specifier), order);
        }
        return undefined;
    }
    #nearestPackage(folder) {
        for (const around of upwards(folder)) {
            const manifest = this.#settings.packages.get(around);
            if (manifest !== undefined)
                return manifest;
        }
        return undefined;
    }
    #subpathImport(folder, specifier, order) {
        const manifest = this.#nearestPackage(folder);
        if (manifest === undefined)
            return undefined;
        return this.#target(manifest, lookUp(manifest.imports, specifier), order);
    }
    #package(folder, specifier, order) {
        const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
        if (name === undefined)
            return undefined;
        const nearest = this.#nearestPackage(folder);
        // A package may import itself by name only through its `exports`.
        const itself = nearest?.name === name && nearest.exports !== undefined ? nearest : undefined;
        const manifest = itself ?? this.#workspace.get(name);
        if (manifest === undefined)
            return undefined;
        const subpath = `.${specifier.slice(name.length)}`;
        if (manifest.exports !== undefined)
            return this.#target(manifest, lookUp(manifest.exports, subpath), order);
        if (subpath !== '.')
            return this.#built(manifest.folder, subpath, order);
        return this.#file(manifest.folder, order, true) ?? this.#file(join(manifest.folder, 'src'), order, true);
    }
    #target(manifest, targets, order) {
        for (const target of targets) {
            const found = target.startsWith('.') ? this.#built(manifest.folder, target, order) : undefined;
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    /** A file that a manifest names, or the source that it was evidently built from. */
    #built(folder, target, order) {
        const relative = target.replace(/^\.\//, '');
        const bare = relative.replace(/\.d\.([mc]?)ts$/, '.$1js');
        const options = [relative, bare];
        for (let rest = bare; buildFolders.test(rest);) {
            rest = rest.replace(buildFolders, '').slice(1);
            options.push(`src/${rest}`, rest);
        }
        for (const option of options) {
            const path = join(folder, option);
            // What a manifest names is not looked up in another manifest: two that name each other would never end.
            const found = this.#file(path, order, false, false);
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
}
function prefixLength(pattern) {
    const star = pattern.indexOf('*');
    return star < 0 ? Number.POSITIVE_INFINITY : star;
}
/** Targets that `exports` or `imports` of a package.json gives a subpath, best condition first. */
function lookUp(field, subpath) {
    if (typeof field !== 'object' || field === null || Array.isArray(field))
        return subpath === '.' ? leaves(field) : [];
    const entries = Object.entries(field);
    if (!entries.some(([key]) => key.startsWith('.') || key.startsWith('#')))
        return subpath === '.' ? leaves(field) : [];
    const fits = entries
        .flatMap(([pattern, value]) => {
        const star = matchPattern(pattern, subpath);
        return star === undefined ? [] : [{ pattern, value, star }];
    })
        .sort((a, b) => prefixLength(b.pattern) - prefixLength(a.pattern));
    const [best] = fits;
    return best === undefined ? [] : leaves(best.value).map((target) => target.replaceAll('*', best.star));
}
function leaves(value) {
    if (typeof value === 'string')
        return [value];
    if (Array.isArray(value))
        return value.flatMap(leaves);
    if (typeof value !== 'object' || value === null)
        return [];
    const rank = (key) => (conditions.includes(key) ? conditions.indexOf(key) : conditions.length);
    return Object.entries(value)
        .sort(([a], [b]) => rank(a) - rank(b))
        .flatMap(([, one]) => leaves(one));
}

;// CONCATENATED MODULE: ./build/dist/code/graph/python-stdlib.js
/** Top-level modules of Python's standard library (`sys.stdlib_module_names` of 3.11, and what came later). */
const standardLibrary = new Set(`
    abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect
    builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall
    concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm
    decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput
    fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq
    hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3
    linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt
    multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib
    pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd
    py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
    sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd
    sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau
    symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit
    tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata
    unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp
    zipfile zipimport zlib zoneinfo
    annotationlib compression
  `
    .trim()
    .split(/\s+/));

;// CONCATENATED MODULE: ./build/dist/code/graph/resolve-python.js


/**
 * Resolves Python imports to files of the repository, from the names of the files alone. Absolute imports are tried
 * from where an interpreter would have them: beside the script, the folder that holds the importer's top package, the
 * repository, its `src`, and every folder with a pyproject.toml, setup.py or setup.cfg and its `src`. The standard
 * library wins over all of these but the script's own folder, as it does on `sys.path`.
 */
class PythonResolver {
    #paths;
    #projects;
    constructor(paths) {
        this.#paths = paths;
        const folders = new Set(['', 'src']);
        for (const path of paths) {
            if (!/(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(path))
                continue;
            const folder = folderOf(path);
            folders.add(folder).add(folder === '' ? 'src' : `${folder}/src`);
        }
        this.#projects = [...folders];
    }
    /**
     * Files that an import runs for its names: `from package import name` is the submodule when there is one, else the
     * package's `__init__`. The `__init__` files passed on the way are left out: nearly everything would import them.
     */
    resolve(from, { source, level, kind, names }) {
        const parts = source === '' ? [] : source.split('.');
        for (const base of level > 0 ? this.#relative(from, level) : this.#roots(from, parts[0] ?? '')) {
            const found = kind === 'from' ? this.#names(base, parts, names) : this.#module(join(base, ...parts));
            const files = found === undefined ? [] : [found].flat();
            if (files.length > 0)
                return [...new Set(files)].filter((file) => file !== from);
        }
        return [];
    }
    #names(base, parts, names) {
        const folder = join(base, ...parts);
        if (folder === undefined)
            return [];
        const own = this.#module(folder);
        return names.flatMap(({ name }) => {
            const submodule = name === '*' || (own !== undefined && !own.includes('__init__.')) ? undefined : join(folder, name);
            return (submodule === undefined ? undefined : this.#module(submodule)) ?? own ?? [];
        });
    }
    #module(path) {
        if (path === undefined)
            return undefined;
        const inside = path === '' ? '' : `${path}/`;
        const options = [`${inside}__init__.py`, `${path}.py`, `${inside}__init__.pyi`, `${path}.pyi`];
        return options.find((option) => this.#paths.has(option));
    }
    #relative(from, level) {
        const base = join(folderOf(from), ...Array.from({ length: level - 1 }, () => '..'));
        return base === undefined ? [] : [base];
    }
    #roots(from, top) {
        const folder = folderOf(from);
        const script = this.#isPackage(folder) ? [] : [folder];
        if (standardLibrary.has(top))
            return script;
        return [...new Set([...script, this.#aroundPackage(folder), ...this.#projects])];
    }
    #aroundPackage(folder) {
        for (const around of upwards(folder))
            if (!this.#isPackage(around))
                return around;
        return '';
    }
    #isPackage(folder) {
        return folder !== '' && this.#paths.has(`${folder}/__init__.py`);
    }
}

;// CONCATENATED MODULE: ./build/dist/code/graph/index.js






/** Whether a file's text belongs in the graph: source code, and the settings that say how modules are found. */
function isGraphInput(path) {
    return languageOf(path) !== undefined || isSettings(path);
}
/**
 * The import graph of a repository. Building it reads imports by pattern only, which finds all real ones and some that
 * stand in comments or strings; a file is parsed when an answer depends on it, so no such edge is ever reported.
 *
 * @param files texts of all files that {@link isGraphInput} takes
 * @param paths further files that imports may lead to: other kinds, and deleted ones that may still be imported
 */
async function buildImportGraph(files, paths = []) {
    const graph = new RepositoryGraph();
    for await (const file of files)
        graph.add(file);
    graph.link(paths);
    return graph;
}
class RepositoryGraph {
    #files = new Map();
    #settings = new Settings();
    #edges = new Map();
    /** Files whose candidates lead to a path. */
    #maybeImporters = new Map();
    #resolved = new Map();
    #ecmascript = new EcmascriptResolver(new Set(), this.#settings);
    #python = new PythonResolver(new Set());
    get unread() {
        return this.#settings.unread;
    }
    add({ path, text }) {
        if (isSettings(path))
            this.#settings.add(path, text);
        const language = languageOf(path);
        if (language === undefined)
            return;
        if (text.length > parseLimits.maxLength) {
            this.#settings.unread.push({ path, reason: `it has ${text.length} characters` });
            return;
        }
        this.#files.set(path, { language, text, candidates: candidates(language, text) });
    }
    link(paths) {
        const all = new Set([...this.#files.keys(), ...paths]);
        this.#ecmascript = new EcmascriptResolver(all, this.#settings);
        this.#python = new PythonResolver(all);
        for (const [from, file] of this.#files) {
            for (const candidate of file.candidates) {
                for (const to of this.#resolve(from, file.language, candidate)) {
                    const importers = this.#maybeImporters.get(to);
                    if (importers === undefined)
                        this.#maybeImporters.set(to, new Set([from]));
                    else
                        importers.add(from);
                }
            }
        }
    }
    async imports(path) {
        const known = this.#edges.get(path);
        if (known !== undefined)
            return known;
        const file = this.#files.get(path);
        const edges = file === undefined ? [] : await this.#readEdges(path, file);
        this.#edges.set(path, edges);
        return edges;
    }
    async reverse(paths) {
        const distances = new Map();
        const start = new Set(paths);
        let frontier = [...start];
        for (let distance = 1; frontier.length > 0; distance++) {
            const next = [];
            for (const to of frontier) {
                for (const from of this.#maybeImporters.get(to) ?? []) {
                    if (start.has(from) || distances.has(from))
                        continue;
                    const edges = await this.imports(from);
                    if (!edges.some((edge) => edge.to === to))
                        continue;
                    distances.set(from, distance);
                    next.push(from);
                }
            }
            frontier = next;
        }
        return distances;
    }
    #resolve(from, language, one) {
        if (language === 'python')
            return this.#python.resolve(from, one);
        const key = `${from.slice(0, from.lastIndexOf('/') + 1)}\0${one.source}\0${language}`;
        if (!this.#resolved.has(key))
            this.#resolved.set(key, this.#ecmascript.resolve(from, one.source));
        const to = this.#resolved.get(key);
        return to === undefined || to === from ? [] : [to];
    }
    async #readEdges(path, file) {
        const last = Math.max(...file.candidates.map((candidate) => candidate.endIndex));
        if (!(last >= 0))
            return [];
        // Imports stand at the top as a rule, so the rest need not be parsed; broken by the cut, all of it is.
        const cut = file.text.indexOf('\n', last);
        try {
            const head = cut >= 0 && cut < file.text.length / 2 ? await this.#parseEdges(path, file, cut) : undefined;
            return head ?? (await this.#parseEdges(path, file)) ?? [];
        }
        catch (error) {
            if (!(error instanceof ParseLimitError))
                throw error;
            this.#settings.unread.push({ path, reason: error.message });
            return [];
        }
    }
    /** Undefined when a part that was cut off does not parse by itself. */
    async #parseEdges(path, file, cut) {
        const parsed = await parse(file.language, cut === undefined ? file.text : file.text.slice(0, cut + 1), path);
        try {
            if (cut !== undefined && parsed.hasError)
                return undefined;
            return parsed.imports.flatMap((one) => this.#resolve(path, file.language, one).map((to) => ({
                from: path,
                to,
                line: one.line,
                typeOnly: one.typeOnly,
            })));
        }
        finally {
            parsed.dispose();
        }
    }
}

// EXTERNAL MODULE: ./build/dist/code/nodes.js
var nodes = __webpack_require__(78654);
;// CONCATENATED MODULE: ./build/dist/code/index.js







/***/ }),

/***/ 78654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ enclosing)
/* harmony export */ });
/* unused harmony export walk */
/**
 * Visits a node and everything under it in the order of the text, without recursion.
 * `visit` returns false to leave out what is under the node.
 */
function walk(node, visit) {
    const cursor = node.walk();
    try {
        for (;;) {
            if (visit(cursor.currentNode) !== false && cursor.gotoFirstChild())
                continue;
            while (!cursor.gotoNextSibling())
                if (!cursor.gotoParent())
                    return;
        }
    }
    finally {
        cursor.delete();
    }
}
/** Nearest node around `node` that has one of the types; the node itself does not count. */
function enclosing(node, types) {
    const wanted = new Set(types);
    for (let parent = node.parent; parent !== null; parent = parent.parent) {
        if (wanted.has(parent.type))
            return parent;
    }
    return undefined;
}


/***/ })

};
