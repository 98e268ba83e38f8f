export const id = 878;
export const ids = [878];
export const modules = {

/***/ 14878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DW: () => (/* reexport */ ParseLimitError),
  oK: () => (/* reexport */ buildImportGraph),
  LI: () => (/* reexport */ diffSymbols),
  fD: () => (/* reexport */ nodes/* enclosing */.f),
  r1: () => (/* reexport */ isGraphInput),
  eX: () => (/* reexport */ languageOf),
  qg: () => (/* reexport */ parse),
  GG: () => (/* reexport */ nodes/* walk */.G)
});

// UNUSED EXPORTS: parseLimits, sourceExtensions

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
/* harmony export */   G: () => (/* binding */ walk),
/* harmony export */   f: () => (/* binding */ enclosing)
/* harmony export */ });
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
