export const id = 312;
export const ids = [312];
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


/***/ })

};
