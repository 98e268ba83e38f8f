export const id = 6;
export const ids = [6];
export const modules = {

/***/ 41006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  impactAnalyst: () => (/* binding */ impactAnalyst)
});

// EXTERNAL MODULE: ./build/dist/code/index.js + 29 modules
var code = __webpack_require__(14878);
// EXTERNAL MODULE: ./build/dist/base/errors.js
var errors = __webpack_require__(81156);
// EXTERNAL MODULE: ./build/dist/analysis/analyst.js
var analyst = __webpack_require__(29842);
// EXTERNAL MODULE: ./build/dist/base/assets.js
var assets = __webpack_require__(93578);
;// CONCATENATED MODULE: ./build/dist/analysis/impact/pg-query.js

let loading;
// Not the package's own entry: it looks for its .wasm beside itself, where a bundle has none.
function load() {
    const factory = (0,assets/* requireAsset */.mS)('libpg-query.cjs', 'libpg-query/wasm/libpg-query.js');
    return factory({ locateFile: () => (0,assets/* assetPath */.Q$)('libpg-query.wasm', 'libpg-query/wasm/libpg-query.wasm') });
}
/**
 * PostgreSQL's parse tree, in the JSON form of libpg-query.
 *
 * @throws Error when the text is not PostgreSQL, with the parser's message
 */
async function parseTree(sql) {
    loading ??= load();
    const pg = await loading;
    const size = pg.lengthBytesUTF8(sql) + 1;
    const query = pg._malloc(size);
    pg.stringToUTF8(sql, query, size);
    const result = pg._wasm_parse_query_raw(query);
    try {
        // struct PgQueryParseResult { char *parse_tree; char *stderr_buffer; PgQueryError *error; }, pg_query.h
        const error = pg.getValue(result + 8, 'i32');
        if (error !== 0)
            throw new Error(pg.UTF8ToString(pg.getValue(error, 'i32')));
        return JSON.parse(pg.UTF8ToString(pg.getValue(result, 'i32')));
    }
    finally {
        pg._free(query);
        pg._wasm_free_parse_result(result);
    }
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/sql.js

/**
 * Reads SQL with PostgreSQL's own parser.
 *
 * @throws Error when the text is not PostgreSQL, with the parser's message
 */
async function parseSql(text) {
    if (text.trim() === '')
        return [];
    const tree = await parseTree(text);
    // Locations are in bytes of UTF-8.
    const bytes = Buffer.from(text);
    return list(tree, 'stmts').map((entry) => {
        const [type = '', node = {}] = Object.entries(child(entry, 'stmt'))[0] ?? [];
        const start = skipBlank(bytes, number(entry, 'stmt_location'));
        const length = number(entry, 'stmt_len');
        const end = length === 0 ? Buffer.byteLength(text.trimEnd()) : number(entry, 'stmt_location') + length;
        return {
            type,
            node: node,
            startLine: lineAt(bytes, start),
            endLine: lineAt(bytes, Math.max(start, end - 1)),
        };
    });
}
/** A statement's location includes the white space and comments before it. */
function skipBlank(bytes, from) {
    const rest = bytes.toString('latin1', from);
    return from + (/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(rest)?.[0].length ?? 0);
}
function lineAt(bytes, index) {
    let line = 1;
    for (let at = bytes.indexOf(10); at !== -1 && at < index; at = bytes.indexOf(10, at + 1))
        line++;
    return line;
}
function child(node, key) {
    const value = node?.[key];
    return typeof value === 'object' && value !== null ? value : {};
}
function list(node, key) {
    const value = node?.[key];
    return Array.isArray(value) ? value : [];
}
function sql_text(node, key) {
    const value = node?.[key];
    return typeof value === 'string' ? value : '';
}
function number(node, key) {
    const value = node?.[key];
    return typeof value === 'number' ? value : 0;
}
/** `schema.name` of a table reference. */
function relationName(relation) {
    return [sql_text(relation, 'schemaname'), sql_text(relation, 'relname')].filter(Boolean).join('.');
}
/** A dotted name given as strings, alone, in a list or in a type name. */
function dottedName(node) {
    if ('String' in node)
        return sql_text(node.String, 'sval');
    const parts = 'TypeName' in node ? list(node.TypeName, 'names') : list(node.List, 'items');
    return parts.map((part) => sql_text(part.String, 'sval')).join('.');
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/verdict.js
function lost(rule, kind, what, subject) {
    return {
        rule,
        level: 'critical',
        kind,
        subject,
        reason: `${what} is deleted with all data in it.`,
        advice: `Take a backup before \`${subject}\` is deleted, and deploy code that no longer uses it first.`,
    };
}
function lock(rule, kind, subject, reason, advice) {
    return { rule, level: 'medium', kind, subject, reason, ...(advice && { advice }) };
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/alterations.js


const serials = /^(?:big|small)?serial[248]?$/;
/** What one command of an ALTER TABLE does. */
function alteration(command, table) {
    const definition = child(child(command, 'def'), 'ColumnDef');
    const constraints = list(definition, 'constraints').map((one) => sql_text(one.Constraint, 'contype'));
    const column = sql_text(command, 'name') || sql_text(definition, 'colname');
    const subject = `${table}.${column}`;
    switch (sql_text(command, 'subtype')) {
        case 'AT_DropColumn':
            return [
                {
                    rule: 'column-dropped',
                    level: 'high',
                    kind: 'column-removed',
                    subject,
                    reason: `Column \`${subject}\` is dropped with its data; code that still reads it fails.`,
                    advice: `Deploy code that no longer uses \`${subject}\` before dropping it.`,
                },
            ];
        case 'AT_AddColumn':
            return [addedColumn(definition, constraints, subject)];
        case 'AT_AlterColumnType':
            return [typeChange(definition, subject)];
        case 'AT_SetNotNull':
            return [
                {
                    rule: 'not-null-added',
                    level: 'medium',
                    kind: 'column-changed',
                    subject,
                    reason: `\`${subject}\` becomes NOT NULL: the whole table is read under a lock, and a single NULL stops the migration.`,
                    advice: `Add a CHECK (${column} IS NOT NULL) NOT VALID and validate it first.`,
                },
            ];
        case 'AT_AddConstraint':
            return addedConstraint(child(child(command, 'def'), 'Constraint'), table);
        default:
            return [];
    }
}
function addedColumn(definition, constraints, subject) {
    const type = list(child(definition, 'typeName'), 'names')
        .map((part) => sql_text(part.String, 'sval'))
        .at(-1) ?? '';
    const filled = serials.test(type) || constraints.some((one) => /DEFAULT|IDENTITY|GENERATED/.test(one));
    if (constraints.some((one) => /NOTNULL|PRIMARY/.test(one)) && !filled) {
        return {
            rule: 'not-null-without-default',
            level: 'high',
            kind: 'column-added',
            subject,
            reason: `\`${subject}\` is added NOT NULL without a default, which fails on a table that has rows.`,
            advice: `Give \`${subject}\` a default, or add it as nullable and fill it first.`,
        };
    }
    return {
        rule: 'column-added',
        level: 'low',
        kind: 'column-added',
        subject,
        reason: `Column \`${subject}\` is added.`,
    };
}
function typeChange(definition, subject) {
    const type = list(child(definition, 'typeName'), 'names')
        .map((part) => sql_text(part.String, 'sval'))
        .at(-1) ?? '';
    // To text and varchar PostgreSQL often only changes the catalogue; what it comes from is not in the migration.
    const level = type === 'text' || type === 'varchar' ? 'medium' : 'high';
    return {
        rule: 'column-type-changed',
        level,
        kind: 'column-changed',
        subject,
        reason: `The type of \`${subject}\` becomes \`${type}\`, which can rewrite the table under an exclusive lock.`,
        advice: `Add a new column, copy \`${subject}\` in batches and switch over.`,
    };
}
function addedConstraint(constraint, table) {
    const kind = sql_text(constraint, 'contype');
    const name = sql_text(constraint, 'conname') || 'without a name';
    const scans = (kind === 'CONSTR_FOREIGN' || kind === 'CONSTR_CHECK') && constraint.skip_validation !== true;
    if (scans) {
        return [
            lock('constraint-lock', 'constraint-added', table, `Constraint \`${name}\` is checked against every row of \`${table}\` under a lock.`, 'Add the constraint NOT VALID and validate it in a second step.'),
        ];
    }
    const builds = (kind === 'CONSTR_UNIQUE' || kind === 'CONSTR_PRIMARY') && sql_text(constraint, 'indexname') === '';
    return builds
        ? [
            lock('constraint-lock', 'constraint-added', table, `Constraint \`${name}\` builds an index on \`${table}\` under an exclusive lock.`, 'Build the index CONCURRENTLY first, then add the constraint USING INDEX.'),
        ]
        : [];
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/statements.js



/**
 * What a statement does; nothing for what is harmless.
 *
 * @param created tables that the same migration creates
 * @param rebuilt tables whose name a rebuilt copy takes over
 */
function verdicts({ type, node }, created, rebuilt) {
    const table = relationName(child(node, 'relation'));
    if (created.has(table) && type !== 'CreateStmt' && type !== 'RenameStmt')
        return [];
    switch (type) {
        case 'CreateStmt':
            return [
                {
                    rule: 'table-created',
                    level: 'low',
                    kind: 'table-added',
                    subject: table,
                    reason: `Table \`${table}\` is created.`,
                },
            ];
        case 'DropStmt':
            return drops(node, created, rebuilt);
        case 'DropdbStmt':
            return [
                lost('database-dropped', 'database-removed', `Database \`${sql_text(node, 'dbname')}\``, sql_text(node, 'dbname')),
            ];
        case 'TruncateStmt':
            return list(node, 'relations').map((one) => {
                const name = relationName(child(one, 'RangeVar'));
                return lost('table-emptied', 'rows-removed', `Every row of \`${name}\``, name);
            });
        case 'AlterTableStmt':
            return list(node, 'cmds').flatMap((one) => alteration(child(one, 'AlterTableCmd'), table));
        case 'RenameStmt':
            return renamed(node, table, created);
        case 'IndexStmt':
            return node.concurrent === true
                ? []
                : [
                    lock('index-lock', 'index-added', table, `Creating index \`${sql_text(node, 'idxname') || 'without a name'}\` stops writes to \`${table}\` until it is done.`, 'Create the index CONCURRENTLY, outside a transaction.'),
                ];
        case 'DeleteStmt':
        case 'UpdateStmt':
            return node.whereClause ? [] : [wholeTable(type, table)];
        case 'LockStmt':
            return list(node, 'relations').map((one) => {
                const name = relationName(child(one, 'RangeVar'));
                return lock('table-lock', 'lock', name, `\`${name}\` is locked for the whole transaction.`);
            });
        case 'VacuumStmt':
            return fullVacuum(node);
        default:
            return [];
    }
}
function fullVacuum(node) {
    if (!list(node, 'options').some((one) => sql_text(one.DefElem, 'defname') === 'full'))
        return [];
    return list(node, 'rels').map((one) => {
        const name = relationName(child(child(one, 'VacuumRelation'), 'relation'));
        return lock('table-lock', 'lock', name, `VACUUM FULL locks \`${name}\` while it rewrites it.`, 'Use plain VACUUM.');
    });
}
function drops(node, created, rebuilt) {
    const removed = sql_text(node, 'removeType');
    return list(node, 'objects').flatMap((object) => {
        const name = dottedName(object);
        switch (removed) {
            case 'OBJECT_TABLE':
                if (rebuilt.has(name.split('.').at(-1) ?? name)) {
                    return [
                        {
                            rule: 'table-rebuilt',
                            level: 'medium',
                            kind: 'table-rebuilt',
                            subject: name,
                            reason: `Table \`${name}\` is replaced by a rebuilt copy.`,
                        },
                    ];
                }
                return created.has(name) ? [] : [lost('table-dropped', 'table-removed', `Table \`${name}\``, name)];
            case 'OBJECT_SCHEMA':
                return [lost('schema-dropped', 'schema-removed', `Schema \`${name}\``, name)];
            case 'OBJECT_VIEW':
            case 'OBJECT_MATVIEW':
            case 'OBJECT_TYPE':
            case 'OBJECT_FUNCTION': {
                const kind = removed.slice('OBJECT_'.length).toLowerCase();
                return [
                    {
                        rule: `${kind}-dropped`,
                        level: 'medium',
                        kind: `${kind}-removed`,
                        subject: name,
                        reason: `The ${kind} \`${name}\` is dropped; code that uses it fails.`,
                    },
                ];
            }
            case 'OBJECT_INDEX':
                return [
                    {
                        rule: 'index-dropped',
                        level: 'low',
                        kind: 'index-removed',
                        subject: name,
                        reason: `Index \`${name}\` is dropped; queries that used it get slower.`,
                    },
                ];
            default:
                return [];
        }
    });
}
function renamed(node, table, created) {
    const kind = sql_text(node, 'renameType');
    // The second half of a rebuild: the copy takes the place of the table.
    if (created.has(table) || (kind !== 'OBJECT_TABLE' && kind !== 'OBJECT_COLUMN'))
        return [];
    const what = kind === 'OBJECT_TABLE' ? 'table' : 'column';
    const subject = what === 'table' ? table : `${table}.${sql_text(node, 'subname')}`;
    return [
        {
            rule: `${what}-renamed`,
            level: 'high',
            kind: `${what}-renamed`,
            subject,
            reason: `The ${what} \`${subject}\` becomes \`${sql_text(node, 'newname')}\`; code that runs with the old name fails.`,
            advice: `Keep the old name of \`${subject}\` working (a view or a second column) until all code has moved.`,
        },
    ];
}
function wholeTable(type, table) {
    if (type === 'DeleteStmt')
        return { ...lost('table-emptied', 'rows-removed', `Every row of \`${table}\``, table), level: 'high' };
    return lock('table-update', 'rows-changed', table, `Every row of \`${table}\` is updated in one transaction.`, `Update \`${table}\` in batches.`);
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/database.js




// Where migration tools keep the way back in the same file: dbmate, goose, sql-migrate.
const downMarker = /^--\s*(?:migrate:down|\+goose\s+Down|\+migrate\s+Down)\b/im;
const downFile = /(?:[._-]|\/)(?:down|rollback|undo|revert)\.sql$|(?:^|\/)U\d+[^/]*\.sql$/i;
/** What the statements that a change adds to migrations do to a database that is in use. */
async function databaseEffects(files, notes) {
    const effects = [];
    for (const file of files) {
        if (file.role !== 'migration' || file.newText === undefined || downFile.test(file.path))
            continue;
        try {
            effects.push(...(await effectsOf(file, file.newText)));
        }
        catch (thrown) {
            notes.push(`${file.path} could not be read as PostgreSQL (${(0,errors/* messageOf */.bD)(thrown)}), so its effect is unknown.`);
            const reason = `\`${file.path}\` is a migration that could not be read.`;
            const change = {
                kind: 'migration',
                subject: file.path,
                breaking: false,
                rule: 'migration-unread',
                file: file.path,
            };
            effects.push({
                category: 'database',
                level: 'low',
                reason,
                change: { ...change, line: file.added[0]?.line ?? 1 },
            });
        }
    }
    return effects;
}
async function effectsOf(file, sql) {
    const statements = await parseSql(sql.slice(0, downMarker.exec(sql)?.index));
    const ranges = (0,analyst/* rangesOf */.w)(file.added);
    // What this very migration creates is empty and unused: nothing done to it can hurt.
    const created = new Set(statements.filter(({ type }) => type === 'CreateStmt').map(({ node }) => relationName(child(node, 'relation'))));
    const rebuilt = new Set(statements.filter(({ type }) => type === 'RenameStmt').map(({ node }) => sql_text(node, 'newname')));
    return statements
        .filter((statement) => (0,analyst/* touches */.y)(ranges, statement.startLine, statement.endLine))
        .flatMap((statement) => verdicts(statement, created, rebuilt).map((verdict) => effect(file.path, statement, verdict)));
}
function effect(file, statement, { rule, level, kind, subject, reason, advice }) {
    const breaking = level === 'high' || level === 'critical';
    const change = { kind, subject, breaking, rule, file, line: statement.startLine };
    return { category: 'database', level, reason, change, ...(advice && { advice }) };
}

// EXTERNAL MODULE: ./build/dist/analysis/report.js
var report = __webpack_require__(20000);
;// CONCATENATED MODULE: ./build/dist/analysis/impact/effect.js

const maxReasons = 5;
const maxAdvice = 5;
function atLeast(level, floor) {
    return report/* impactLevels */.s7.indexOf(level) >= report/* impactLevels */.s7.indexOf(floor);
}
function highest(levels) {
    return levels.reduce((top, level) => (atLeast(level, top) ? level : top), 'none');
}
/** Adds the effects up: a category is as serious as its worst effect, the whole as its worst category. */
function assemble(effects, blastRadius) {
    const category = (name) => categoryOf(effects.filter((one) => one.category === name));
    const categories = {
        api: category('api'),
        database: category('database'),
        performance: category('performance'),
        user: category('user'),
    };
    const overall = highest(Object.values(categories).map(({ level }) => level));
    const advice = worstFirst(effects).flatMap((one) => one.advice ?? []);
    return {
        overall,
        approvalRequired: atLeast(overall, 'high'),
        categories,
        blastRadius,
        recommendations: [...new Set(advice)].slice(0, maxAdvice),
    };
}
function categoryOf(effects) {
    const reasons = [...new Set(worstFirst(effects).map((one) => one.reason))];
    const more = reasons.length - maxReasons;
    return {
        level: highest(effects.map((one) => one.level)),
        reasons: more > 0 ? [...reasons.slice(0, maxReasons), `And ${more} more.`] : reasons,
        changes: effects.map((one) => one.change),
    };
}
function worstFirst(effects) {
    return [...effects].sort((a, b) => report/* impactLevels */.s7.indexOf(b.level) - report/* impactLevels */.s7.indexOf(a.level));
}

// EXTERNAL MODULE: ./build/dist/analysis/critic/normalise.js
var normalise = __webpack_require__(6975);
// EXTERNAL MODULE: ./build/dist/analysis/fingerprint.js
var fingerprint = __webpack_require__(55552);
;// CONCATENATED MODULE: ./build/dist/analysis/impact/broken-uses.js


/** Places in this repository that the change of an exported name leaves broken: imports of it, or calls. */
async function brokenUses(source, change, tree) {
    const { name, kind, breaking } = change;
    if (kind === 'added' || !breaking || name.includes('.') || name.startsWith('*'))
        return [];
    if (kind === 'removed' && !isCertain(source))
        return [];
    const findings = [];
    for (const path of await importersOf(source.file.path, name, tree)) {
        const text = tree.snapshot.texts.get(path);
        const language = (0,code/* languageOf */.eX)(path, text);
        if (!language)
            continue;
        const lines = (await tree.graph.imports(path))
            .filter((edge) => edge.to === source.file.path)
            .map((edge) => edge.line);
        const parsed = await (0,code/* parse */.qg)(language, text, path);
        try {
            const imports = parsed.imports.filter((one) => lines.includes(one.line));
            const broken = kind === 'removed' ? brokenImports(imports, name, parsed) : brokenCalls(imports, change, parsed);
            findings.push(...broken.map((one, i) => finding(source, path, one, i)));
        }
        finally {
            parsed.dispose();
        }
    }
    return findings;
}
/** What it offers cannot be listed when it passes on all of another module, answers for missing names or was not read. */
function isCertain({ file, after }) {
    if (!after)
        return file.status === 'deleted';
    return (!after.exports.some((one) => one.name === '*') && !after.symbols.some((symbol) => symbol.name === '__getattr__'));
}
async function importersOf(path, name, { snapshot, graph }) {
    const reached = await graph.reverse([path]);
    return [...reached].flatMap(([from, distance]) => {
        const mentions = name === 'default' || snapshot.texts.get(from)?.includes(name);
        return distance === 1 && mentions ? [from] : [];
    });
}
function brokenImports(imports, name, { language, text }) {
    return (imports
        .filter((one) => one.names.some((imported) => imported.name === name))
        // Under `try:` a missing name is expected.
        .filter(({ line }) => language !== 'python' || !/^\s*try:/.test(text.split('\n')[line - 2] ?? ''))
        .map(({ line }) => ({ rule: 'broken-import', name, line, why: `\`${name}\` is imported here, but` })));
}
/** Calls with fewer arguments than the function needs now, though it was enough before. */
function brokenCalls(imports, { name, before, after }, { calls }) {
    if (after?.kind !== 'function' || before?.kind !== 'function')
        return [];
    const [needed, enough] = [requiredBy(after), requiredBy(before)];
    const locals = new Set(imports.flatMap((one) => one.names.filter((item) => item.name === name).map(({ local }) => local)));
    return calls
        .filter((call) => call.receiver === undefined && locals.has(call.callee) && !call.spread && !call.construct)
        .filter(({ argumentCount }) => argumentCount >= enough && argumentCount < needed)
        .map(({ line, argumentCount }) => ({
        rule: 'broken-call',
        name,
        line,
        why: `\`${name}\` is called with ${argumentCount} of the ${needed} arguments it needs now:`,
    }));
}
function requiredBy({ parameters }) {
    return parameters.filter((one) => !one.optional && one.rest === undefined).length;
}
function finding({ file }, path, { rule, name, line, why }, occurrence) {
    const what = rule === 'broken-import' ? `\`${file.path}\` no longer offers it.` : `\`${file.path}\` changed it.`;
    return {
        id: (0,fingerprint/* fingerprint */.R)(rule, path, `${name} from ${file.path}`, occurrence),
        rule,
        analysts: ['impact-analyst'],
        category: 'api',
        severity: 'high',
        confidence: 'high',
        file: path,
        startLine: line,
        endLine: line,
        message: `${why} ${what}`,
    };
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/exports.js



/** Public names that were removed, added or changed, and whom that breaks. */
async function exportImpact(sources, context) {
    const effects = [];
    const findings = [];
    for (const source of sources) {
        for (const change of await changesOf(source)) {
            const { path, oldPath } = source.file;
            const exposure = change.kind === 'added'
                ? await context.surface.exposure(path, change.name)
                : await (await context.surfaceBefore()).exposure(oldPath, change.name);
            const broken = await brokenUses(source, change, context);
            const effect = effectOf(source, change, exposure, broken[0]?.file);
            if (effect)
                effects.push(effect);
            findings.push(...broken);
        }
    }
    return { effects, findings };
}
async function changesOf({ file, before, after }) {
    const language = (0,code/* languageOf */.eX)(file.path, file.newText ?? file.oldText);
    if (!language)
        return [];
    // A file that came or went is compared with an empty one.
    const empty = before && after ? undefined : await (0,code/* parse */.qg)(language, '', file.path);
    try {
        const [old, now] = [before ?? empty, after ?? empty];
        if (!old || !now || old.hasError || now.hasError)
            return [];
        return (0,code/* diffSymbols */.LI)(old, now)
            .filter((change) => !isOnlyLayout(change) && !(language === 'python' && isOnlyFormal(change, now)))
            .map((change) => (mayBeInherited(change, now) ? inherited(change) : change));
    }
    finally {
        empty?.dispose();
    }
}
/** The same code in another layout: what a formatter changes is no change of a signature. */
function isOnlyLayout({ before, after }) {
    if (!before || !after)
        return false;
    const tokens = (node) => (0,normalise/* normalise */.j)(node).replace(/[()|\s]+/g, ' ');
    return tokens(before.node) === tokens(after.node);
}
/** A method that a class with a base class loses: what the base has takes its place, if it has it. */
function mayBeInherited({ kind, name }, now) {
    const owner = name.split('.').slice(0, -1).join('.');
    if (kind !== 'removed' || owner === '')
        return false;
    const holder = now.symbols.find((symbol) => symbol.kind === 'class' && symbol.qualifiedName === owner)?.node;
    const bases = holder?.childForFieldName('superclasses') ?? holder?.namedChildren.find((one) => one?.type === 'class_heritage');
    return bases !== undefined && bases !== null && bases.text !== '()' && bases.text !== '(object)';
}
function inherited(change) {
    return {
        ...change,
        breaking: false,
        reason: `${change.name} is no longer defined by its class; whether a base class offers it is unknown`,
    };
}
/**
 * Python's export lists are a matter of manners: a name that `__all__` does not mention any more can still be imported.
 * And special methods that a class gains are not called by name.
 */
function isOnlyFormal({ kind, name }, now) {
    if (kind === 'added')
        return /\.__\w+__$/.test(name);
    if (kind === 'changed')
        return false;
    const defined = now.symbols.some((symbol) => symbol.parent === undefined && symbol.name === name);
    return defined || now.imports.some((one) => one.names.some(({ local }) => local === name || local === '*'));
}
const hard = new Set([
    'parameter-added',
    'parameter-removed',
    'parameters-reordered',
    'parameter-required',
    'parameter-passing',
    'overload-removed',
    'kind',
    'static',
    'async',
    'member-removed',
]);
function effectOf({ file }, change, exposure, brokenFile) {
    const breaks = brokenFile !== undefined;
    // Inside a closed package only what breaks a use is anybody's business, and what disappears.
    if (exposure === 'internal' && !breaks && (change.kind !== 'removed' || change.name.includes('.')))
        return undefined;
    const breaking = change.breaking && (exposure !== 'internal' || breaks);
    const kind = change.kind === 'changed' ? 'signature-changed' : `export-${change.kind}`;
    const who = breaks
        ? `; \`${brokenFile}\` still uses it`
        : breaking && exposure === 'unknown'
            ? '; whether others use it is unknown'
            : '';
    const subject = change.name === 'default' ? `${file.path} (default)` : change.name;
    return {
        category: 'api',
        level: levelOf(change, exposure, breaks),
        reason: `${reasonOf(change, subject)}${who}.`,
        change: { kind, subject, breaking, rule: kind, file: file.path, line: change.line },
        ...(breaking && {
            advice: breaks ? `Bring \`${brokenFile}\` in line with \`${subject}\`.` : advise(change, subject),
        }),
    };
}
function reasonOf({ name, reason }, subject) {
    return reason.startsWith(`${name} `) ? `\`${subject}\`${reason.slice(name.length)}` : `\`${subject}\`: ${reason}`;
}
function levelOf(change, exposure, breaks) {
    if (breaks)
        return 'high';
    if (!change.breaking || exposure === 'internal')
        return 'low';
    if (exposure !== 'promised')
        return 'medium';
    const severe = change.kind !== 'changed' || change.differences.some((one) => one.breaking && hard.has(one.what));
    return severe ? 'high' : 'medium';
}
function advise(change, subject) {
    if (change.kind === 'removed')
        return `Keep \`${subject}\` for a release with a deprecation notice, or release a new major version.`;
    return `Let \`${subject}\` accept the old way of calling it as well, or release a new major version.`;
}

// EXTERNAL MODULE: ./build/dist/analysis/critic/nodes.js
var nodes = __webpack_require__(29568);
;// CONCATENATED MODULE: ./build/dist/analysis/impact/options.js

/**
 * Command-line options, arguments and commands that a file declares with literal names: commander, yargs, argparse,
 * click.
 */
function optionsOf(file) {
    const options = file.language === 'python' ? pythonOptions(file) : ecmascriptOptions(file);
    // In a chain of calls the last one comes first in the tree.
    return options.sort((a, b) => a.line - b.line);
}
function ecmascriptOptions({ root, imports }) {
    const uses = (...names) => imports.some((one) => names.includes(one.source));
    const commander = uses('commander', '@commander-js/extra-typings', 'cac');
    const yargs = uses('yargs', 'yargs/yargs');
    if (!commander && !yargs)
        return [];
    return root.descendantsOfType(['call_expression']).flatMap((call) => {
        const method = call && (0,nodes/* calledName */.nk)(call);
        const text = call && (0,nodes/* stringValue */.r$)((0,nodes/* args */.a2)(call)[0]);
        if (!call || !method || text === undefined || !(0,nodes/* receiver */.e6)(call))
            return [];
        if (commander && (method === 'option' || method === 'requiredOption')) {
            const flag = longest(text.match(/--?[\w-]+/g) ?? []);
            return flag ? [options_option(nameNode(call), flag, method === 'requiredOption')] : [];
        }
        if (yargs && (method === 'option' || method === 'positional')) {
            const required = /\bdemandOption\s*:\s*true\b/.test((0,nodes/* args */.a2)(call)[1]?.text ?? '');
            return [options_option(nameNode(call), method === 'option' ? `--${text}` : `${text} (argument)`, required)];
        }
        if (method !== 'command')
            return [];
        const command = text.split(/\s/, 1)[0];
        return /^[\w-]+$/.test(command) ? [options_option(nameNode(call), `${command} (command)`, false)] : [];
    });
}
function pythonOptions({ root, imports }) {
    const uses = (name) => imports.some((one) => one.source === name || one.source.startsWith(`${name}.`));
    const argparse = uses('argparse') || uses('django.core.management');
    const click = uses('click');
    if (!argparse && !click)
        return [];
    return root.descendantsOfType(['call']).flatMap((call) => {
        const called = call && (0,nodes/* calledName */.nk)(call);
        if (!call || !called)
            return [];
        const names = (0,nodes/* args */.a2)(call).flatMap((arg) => (0,nodes/* stringValue */.r$)(arg) ?? []);
        const [first] = names;
        if (first === undefined)
            return [];
        if (argparse && called === 'add_argument') {
            const flag = longest(names.filter((name) => name.startsWith('-')));
            const optional = /^['"][?*]['"]$/.test((0,nodes/* keyword */.Si)(call, 'nargs')?.text ?? '');
            return [
                options_option(nameNode(call), flag ?? `${first} (argument)`, flag ? (0,nodes/* keyword */.Si)(call, 'required')?.text === 'True' : !optional),
            ];
        }
        const decorates = click && call.parent?.type === 'decorator' && /^(?:click\.)?(?:option|argument)$/.test((0,nodes/* callee */.tz)(call)?.text ?? '');
        if (!decorates)
            return [];
        const flag = longest(names.flatMap((name) => name.split('/')).filter((name) => name.startsWith('-')));
        const required = (0,nodes/* keyword */.Si)(call, 'required')?.text;
        return [
            options_option(nameNode(call), flag ?? `${first} (argument)`, flag ? required === 'True' : required !== 'False' && !(0,nodes/* keyword */.Si)(call, 'default')),
        ];
    });
}
function longest(flags) {
    return [...flags].sort((a, b) => b.length - a.length)[0];
}
/** Where the option is named: in a chain of calls the call itself starts lines above. */
function nameNode(call) {
    return (0,nodes/* parts */.rT)((0,nodes/* field */.ZZ)(call, 'arguments'))[0] ?? call;
}
function options_option(node, name, required) {
    return { name, required, line: node.startPosition.row + 1 };
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/routes.js


/** Quick look whether parsing a file for routes can be worth it. */
function mayHaveRoutes(text) {
    return /\.(?:get|post|put|patch|delete|all|route)\s*\(|@\w+(?:\.\w+)*\.route\b|\burlpatterns\b/.test(text);
}
/**
 * HTTP routes that a file registers with a literal path: Express, Koa router, Fastify, Flask, FastAPI, Django. Prefixes
 * that a router gets elsewhere (`app.use('/api', router)`, blueprints, `include()`) are not part of the names.
 */
function routesOf(file) {
    return file.language === 'python' ? pythonRoutes(file) : ecmascriptRoutes(file);
}
const methods = /^(?:get|post|put|patch|delete|del|all|head|options)$/;
const routerName = /^(?:this\.)?_?(?:app|router|server|fastify|api|express|route|routes|\w*(?:Router|App|Server|Routes|_router|_app))$/;
function ecmascriptRoutes({ root }) {
    return root.descendantsOfType(['call_expression']).flatMap((call) => {
        const method = call && (0,nodes/* calledName */.nk)(call);
        const on = call && (0,nodes/* receiver */.e6)(call);
        if (!call || !method || !on)
            return [];
        if (method === 'route' && routerName.test(on.text))
            return fastifyRoute(call);
        if (!methods.test(method))
            return [];
        const chained = routeChain(on);
        // With one argument `app.get('x')` reads a setting and `map.get('x')` a map.
        const path = chained ?? (routerName.test(on.text) && (0,nodes/* args */.a2)(call).length > 1 ? (0,nodes/* stringValue */.r$)((0,nodes/* args */.a2)(call)[0]) : undefined);
        return path === undefined || !(path.startsWith('/') || path === '*') ? [] : [route(call, [method], path)];
    });
}
/** `router.route('/x').get(...).post(...)` */
function routeChain(on) {
    let at = on;
    while (at?.type === 'call_expression') {
        const from = (0,nodes/* receiver */.e6)(at);
        if ((0,nodes/* calledName */.nk)(at) === 'route' && from && routerName.test(from.text))
            return (0,nodes/* stringValue */.r$)((0,nodes/* args */.a2)(at)[0]);
        at = methods.test((0,nodes/* calledName */.nk)(at) ?? '') ? from : undefined;
    }
    return undefined;
}
function fastifyRoute(call) {
    const options = (0,nodes/* args */.a2)(call)[0];
    if (options?.type !== 'object')
        return [];
    const value = (name) => {
        const pair = (0,nodes/* parts */.rT)(options).find((one) => (0,nodes/* field */.ZZ)(one, 'key')?.text === name);
        return pair && (0,nodes/* field */.ZZ)(pair, 'value');
    };
    const path = (0,nodes/* stringValue */.r$)(value('url') ?? value('path'));
    const method = value('method');
    const names = method?.type === 'array' ? (0,nodes/* parts */.rT)(method).map((one) => (0,nodes/* stringValue */.r$)(one) ?? '') : [(0,nodes/* stringValue */.r$)(method) ?? ''];
    return path === undefined || names.includes('') ? [] : [route(call, names, path)];
}
function pythonRoutes(file) {
    const decorated = file.root.descendantsOfType(['decorator']).flatMap((decorator) => {
        const call = decorator && (0,nodes/* parts */.rT)(decorator)[0];
        return call?.type === 'call' ? decoratorRoute(call) : [];
    });
    return [...decorated, ...djangoRoutes(file)];
}
function decoratorRoute(call) {
    const method = (0,nodes/* calledName */.nk)(call) ?? '';
    const path = (0,nodes/* stringValue */.r$)((0,nodes/* args */.a2)(call)[0]) ?? (0,nodes/* stringValue */.r$)((0,nodes/* keyword */.Si)(call, 'path') ?? (0,nodes/* keyword */.Si)(call, 'rule'));
    if ((0,nodes/* callee */.tz)(call)?.type !== 'attribute' || path === undefined || !(path === '' || path.startsWith('/')))
        return [];
    if (method === 'route' || method === 'api_route') {
        const listed = (0,nodes/* keyword */.Si)(call, 'methods');
        const names = listed
            ? (0,nodes/* parts */.rT)(listed)
                .map((one) => (0,nodes/* stringValue */.r$)(one) ?? '')
                .filter(Boolean)
            : ['GET'];
        return [route(call, names, path)];
    }
    return methods.test(method) || method === 'websocket' ? [route(call, [method], path)] : [];
}
function djangoRoutes({ path, root }) {
    if (!/(?:^|\/)urls(?:\/|\.py$)|_urls\.py$/.test(path))
        return [];
    return root.descendantsOfType(['call']).flatMap((call) => {
        const name = call && (0,nodes/* callee */.tz)(call)?.type === 'identifier' ? (0,nodes/* calledName */.nk)(call) : undefined;
        if (!call || (name !== 'path' && name !== 're_path' && name !== 'url') || !(0,code/* enclosing */.fD)(call, ['list', 'tuple']))
            return [];
        const text = (0,nodes/* stringValue */.r$)((0,nodes/* args */.a2)(call)[0]);
        // An include() is a prefix, not a route.
        const included = (0,nodes/* args */.a2)(call)[1]?.text.startsWith('include(');
        return text === undefined || included ? [] : [{ ...route(call, ['any'], `/${text.replace(/^\^|^\//, '')}`) }];
    });
}
function route(call, names, path) {
    const listed = names.map((name) => /^(?:all|any)$/i.test(name) ? 'ANY' : name.toUpperCase().replace(/^DEL$/, 'DELETE'));
    return {
        name: `${[...new Set(listed)].sort().join(',')} ${path}`,
        line: call.startPosition.row + 1,
        endLine: call.endPosition.row + 1,
    };
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/interfaces.js


// Helpers for those who work on the repository: their options are nobody's interface.
const developerTool = /(?:^|\/)(?:scripts?|tools?|hack|ci|\.github|build)\//;
/** HTTP routes and command-line options that appear in or disappear from the changed files as a whole. */
function interfaceEffects(sources) {
    const product = sources.filter(({ file }) => !developerTool.test(file.path));
    return [
        ...differences(product, 'route', (parsed) => routesOf(parsed).map((one) => ({ ...one, required: false }))),
        ...differences(product, 'option', optionsOf),
    ];
}
function differences(sources, what, read) {
    const side = (which) => sources.flatMap(({ file, [which]: parsed }) => parsed ? read(parsed).map((one) => ({ ...one, file: which === 'before' ? file.oldPath : file.path })) : []);
    // Over all files, so that what only moved between them is no change. As often as it stood there before.
    const [gone, come] = subtract(side('before'), side('after'));
    const newPath = new Map(sources.map(({ file }) => [file.oldPath, file.path]));
    return [
        ...gone.map((one) => removed(what, { ...one, file: newPath.get(one.file) ?? one.file })),
        ...come.map((one) => added(what, one)),
    ];
}
/** What is only in the one and only in the other, as multisets of names. */
function subtract(before, after) {
    const rest = (from, those) => {
        const counts = new Map();
        for (const { name } of those)
            counts.set(name, (counts.get(name) ?? 0) + 1);
        return from.filter(({ name }) => {
            const count = counts.get(name) ?? 0;
            counts.set(name, count - 1);
            return count <= 0;
        });
    };
    return [rest(before, after), rest(after, before)];
}
const words = { route: 'HTTP route', option: 'Command-line option' };
function removed(what, { name, file, line }) {
    const kind = `${what}-removed`;
    return {
        category: 'api',
        level: 'high',
        reason: `${words[what]} \`${name}\` is removed; whoever uses it gets an error.`,
        change: { kind, subject: name, breaking: true, rule: kind, file, line },
        advice: `Announce the end of \`${name}\` and keep it for a while.`,
    };
}
function added(what, { name, file, line, required }) {
    const kind = `${what}-added`;
    const level = required ? 'medium' : 'low';
    const reason = required
        ? `${words[what]} \`${name}\` is added and has to be given.`
        : `${words[what]} \`${name}\` is added.`;
    return {
        category: 'api',
        level,
        reason,
        change: { kind, subject: name, breaking: required, rule: kind, file, line },
    };
}

// EXTERNAL MODULE: ./build/dist/analysis/critic/introduced.js + 1 modules
var introduced = __webpack_require__(17742);
// EXTERNAL MODULE: ./build/dist/analysis/critic/rules/index.js + 11 modules
var rules = __webpack_require__(81870);
;// CONCATENATED MODULE: ./build/dist/analysis/impact/performance.js


const performanceRules = { rules: rules/* rules */.a.filter((rule) => rule.category === 'performance'), lineRules: [] };
// What one slow place costs depends on traffic that nobody here has seen, so it never asks for approval by itself.
const levels = {
    info: 'low',
    low: 'low',
    medium: 'medium',
    high: 'medium',
    critical: 'medium',
};
/** What the change makes slower: the performance rules of the code critic, seen as consequences. */
async function performanceEffects(files) {
    // The code critic says which files could not be judged; saying it twice would be noise.
    const findings = await (0,introduced/* introducedFindings */.y)(files, performanceRules, []);
    return findings.map((finding) => ({
        category: 'performance',
        level: levels[finding.severity],
        reason: finding.message,
        change: {
            kind: finding.rule,
            subject: /`([^`]+)`/.exec(finding.message)?.[1] ?? finding.file,
            breaking: false,
            rule: finding.rule,
            file: finding.file,
            line: finding.startLine,
        },
    }));
}

// EXTERNAL MODULE: ./build/dist/analysis/scope.js
var scope = __webpack_require__(42832);
;// CONCATENATED MODULE: ./build/dist/analysis/impact/reach.js





/** Parsing more files than this for their routes would take longer than the answer is worth. */
const maxFilesForRoutes = 500;
/**
 * Who reaches the changed code: files through imports (any number of steps), HTTP routes in those files, and routes
 * whose registration itself was touched.
 */
async function reachOf(sources, { texts }, graph, notes) {
    const changed = sources.filter(({ file }) => file.added.length + file.deleted.length > 0 || file.status === 'deleted');
    const reached = await graph.reverse(changed.map(({ file }) => file.path));
    const files = [...reached.keys()].sort();
    const endpoints = new Set(changed.flatMap(touchedRoutes));
    const withRoutes = files.filter((path) => !(0,scope/* servesTests */.cE)(path) && !(0,scope/* isExample */.tG)(path) && mayHaveRoutes(texts.get(path) ?? ''));
    for (const path of withRoutes.slice(0, maxFilesForRoutes))
        for (const name of await routesIn(path, texts.get(path), notes))
            endpoints.add(name);
    if (withRoutes.length > maxFilesForRoutes)
        notes.push(`Routes were read in ${maxFilesForRoutes} of ${withRoutes.length} files that reach the change.`);
    return { files, endpoints: [...endpoints].sort(), users: 'unknown' };
}
function touchedRoutes({ file, after }) {
    if (!after || !mayHaveRoutes(after.text))
        return [];
    const ranges = (0,analyst/* rangesOf */.w)(file.added);
    return routesOf(after)
        .filter(({ line, endLine }) => (0,analyst/* touches */.y)(ranges, line, endLine))
        .map(({ name }) => name);
}
async function routesIn(path, text, notes) {
    const language = text === undefined ? undefined : (0,code/* languageOf */.eX)(path, text);
    if (text === undefined || !language)
        return [];
    try {
        const parsed = await (0,code/* parse */.qg)(language, text, path);
        try {
            return routesOf(parsed).map(({ name }) => name);
        }
        finally {
            parsed.dispose();
        }
    }
    catch (thrown) {
        notes.push(`The routes of ${path} are unknown: ${(0,errors/* messageOf */.bD)(thrown)}.`);
        return [];
    }
}

// EXTERNAL MODULE: ./build/dist/git/index.js + 18 modules
var git = __webpack_require__(86110);
;// CONCATENATED MODULE: ./build/dist/analysis/impact/snapshot.js



const manifest = /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/;
const maxFileBytes = 1024 * 1024;
/** What is read within an analyst's time and memory on an ordinary machine. */
const maxTotalBytes = 128 * 1024 * 1024;
const inFlight = 256;
/** Reads the tree of a commit; what does not fit is left out with a note. */
async function readSnapshot(repository, sha, notes) {
    const paths = new Set();
    const wanted = [];
    let total = 0;
    let left = 0;
    for await (const file of (0,git/* listFiles */.CS)(repository, sha)) {
        paths.add(file.path);
        const size = file.size ?? 0;
        const regular = file.mode.startsWith('100');
        const role = (0,scope/* roleOfPath */.Xi)(file.path);
        if (!regular ||
            role === 'vendored' ||
            role === 'generated' ||
            !((0,code/* isGraphInput */.r1)(file.path) || manifest.test(file.path)))
            continue;
        if (size > maxFileBytes || total + size > maxTotalBytes)
            left++;
        else {
            total += size;
            wanted.push(file);
        }
    }
    if (left > 0)
        notes.push(`The imports of ${left} source ${left === 1 ? 'file' : 'files'} were not followed: too large, or too many.`);
    return { texts: await readTexts(repository, wanted), paths };
}
async function readTexts(repository, files) {
    const texts = new Map();
    const blobs = (0,git/* openBlobs */.d7)(repository, { maxBytes: maxFileBytes });
    try {
        for (let from = 0; from < files.length; from += inFlight) {
            const batch = files.slice(from, from + inFlight);
            const contents = await Promise.all(batch.map((file) => blobs.readObject(file)));
            for (const [i, { path }] of batch.entries())
                texts.set(path, contents[i]?.toString('utf8') ?? '');
        }
        return texts;
    }
    finally {
        await blobs.close();
    }
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/sources.js



// Read by a tool by its name; what it exports is between the two.
const toolConfig = /(?:^|\/)(?:[\w-]+\.config\.[cm]?[jt]s|\.[\w-]+rc\.[cm]?js|setup\.py|noxfile\.py)$/;
/** Lends out the parsed sides of all changed product sources while `work` runs. */
async function withSources(files, notes, work) {
    const sources = [];
    try {
        for (const file of files) {
            if (file.role !== 'source' || (0,scope/* isExample */.tG)(file.path) || toolConfig.test(file.path))
                continue;
            const before = await parsed(file.oldPath, file.oldText, notes);
            const after = await parsed(file.path, file.newText, notes);
            sources.push({ file, before, after });
        }
        return await work(sources);
    }
    finally {
        for (const { before, after } of sources) {
            before?.dispose();
            after?.dispose();
        }
    }
}
async function parsed(path, text, notes) {
    const language = text === undefined ? undefined : (0,code/* languageOf */.eX)(path, text);
    if (text === undefined || !language)
        return undefined;
    try {
        return await (0,code/* parse */.qg)(language, text, path);
    }
    catch (thrown) {
        notes.push(`The impact of ${path} is unknown: ${(0,errors/* messageOf */.bD)(thrown)}.`);
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/dist/analysis/impact/packages.js

const packages_closed = { kind: 'closed', files: [], folders: [] };
const unknown = { kind: 'unknown', files: [], folders: [] };
/** Entry points of the package that a source file belongs to. */
function entriesFor(path, snapshot) {
    return path.endsWith('.py') || path.endsWith('.pyi')
        ? pythonEntries(path, snapshot)
        : ecmascriptEntries(path, snapshot);
}
function* foldersAbove(path) {
    for (let folder = external_node_path_.posix.dirname(path);; folder = external_node_path_.posix.dirname(folder)) {
        yield folder === '.' ? '' : folder;
        if (folder === '.' || folder === '/')
            return;
    }
}
function ecmascriptEntries(path, { texts, paths }) {
    for (const folder of foldersAbove(path)) {
        const text = texts.get(external_node_path_.posix.join(folder, 'package.json'));
        if (text === undefined)
            continue;
        const manifest = readManifest(text);
        // A nested package.json that only sets the module type names no package.
        if (!manifest || (manifest.name === undefined && folder !== ''))
            continue;
        if (manifest.private === true)
            return packages_closed;
        const targets = [
            ...targetsOf(manifest.exports),
            ...targetsOf(manifest.main),
            ...targetsOf(manifest.module),
            ...targetsOf(manifest.browser),
            ...targetsOf(manifest.types),
        ];
        if (targets.length === 0)
            targets.push('index.js');
        const files = targets.flatMap((target) => sourceOf(folder, target, paths) ?? []);
        const folders = targets.flatMap((target) => sourceFolder(folder, target, paths) ?? []);
        if (files.length + folders.length > 0)
            return { kind: 'open', files: [...new Set(files)], folders };
        // Without an entry point there is nothing that `import 'name'` could find.
        return [manifest.exports, manifest.main, manifest.module].every((one) => one === undefined) ? packages_closed : unknown;
    }
    return unknown;
}
function readManifest(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function targetsOf(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(targetsOf);
}
const built = /^(?:dist|build|lib|out|output|esm|cjs|es|umd|types)(?:\/(?:esm|cjs|es|umd|types|src))?\//;
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];
/** The source file that a published path is, or is built from. */
function sourceOf(folder, target, paths) {
    const relative = external_node_path_.posix.normalize(target).replace(/^\.\//, '');
    if (relative.includes('*'))
        return undefined;
    const bare = relative.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
    const inner = bare.replace(built, '');
    const stems = [bare, `src/${inner}`, inner, `source/${inner}`, `lib/${inner}`];
    const candidates = [
        relative,
        ...stems.flatMap((stem) => [
            ...extensions.map((ext) => stem + ext),
            ...extensions.map((ext) => `${stem}/index${ext}`),
        ]),
    ];
    return candidates.map((candidate) => external_node_path_.posix.join(folder, candidate)).find((candidate) => paths.has(candidate));
}
function sourceFolder(folder, target, paths) {
    if (!target.includes('*'))
        return undefined;
    const prefix = external_node_path_.posix.normalize(target.slice(0, target.indexOf('*'))).replace(/^\.\//, '');
    const places = [prefix, prefix.replace(built, 'src/')].map((place) => external_node_path_.posix.join(folder, place));
    return places.find((place) => [...paths].some((path) => path.startsWith(place)));
}
function pythonEntries(path, { texts, paths }) {
    for (const folder of foldersAbove(path)) {
        const at = (name) => external_node_path_.posix.join(folder, name);
        if (paths.has(at('manage.py')))
            return packages_closed;
        const project = texts.get(at('pyproject.toml')) ?? '';
        const named = /^\s*\[(?:project|tool\.poetry)\]/m.test(project) && !/^\s*package-mode\s*=\s*false/m.test(project);
        const classic = texts.has(at('setup.py')) || /^\s*\[metadata\]/m.test(texts.get(at('setup.cfg')) ?? '');
        if (!named && !classic)
            continue;
        return publicPython(path, folder, paths);
    }
    return unknown;
}
/** By custom everything without a leading underscore is public, but only the package's own face is promised. */
function publicPython(path, root, paths) {
    const relative = root === '' ? path : path.slice(root.length + 1);
    const parts = relative.replace(/^src\//, '').split('/');
    const base = relative.startsWith('src/') ? external_node_path_.posix.join(root, 'src') : root;
    const top = parts[0];
    if (parts.some((part) => part.startsWith('_') && part !== '__init__.py'))
        return packages_closed;
    if (parts.length === 1)
        return top === 'setup.py' || top === 'conftest.py' ? packages_closed : { kind: 'open', files: [path], folders: [] };
    const face = external_node_path_.posix.join(base, top, '__init__.py');
    return paths.has(face) ? { kind: 'open', files: [face], folders: [external_node_path_.posix.join(base, top)] } : packages_closed;
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/surface.js


/** What the packages of a repository offer to others, at one commit. */
class Surface {
    #snapshot;
    #graph;
    #promised = new Map();
    constructor(snapshot, graph) {
        this.#snapshot = snapshot;
        this.#graph = graph;
    }
    /** @param name exported name, or `Class.member` */
    async exposure(path, name) {
        const entries = entriesFor(path, this.#snapshot);
        if (entries.kind === 'closed')
            return 'internal';
        if (entries.kind === 'unknown')
            return 'unknown';
        const names = (await this.#promisedBy(entries)).get(path);
        if (names?.has('*') || names?.has(name.split('.', 1)[0]))
            return 'promised';
        return entries.folders.some((folder) => path.startsWith(folder)) ? 'reachable' : 'internal';
    }
    #promisedBy(entries) {
        const key = entries.files.join('\n');
        let promised = this.#promised.get(key);
        if (!promised) {
            promised = this.#follow(entries.files);
            this.#promised.set(key, promised);
        }
        return promised;
    }
    /** Follows re-exports from the entry points: file -> names, `*` for all of them. */
    async #follow(entries) {
        const names = new Map();
        const queue = entries.map((path) => [path, '*']);
        for (let next = queue.pop(); next; next = queue.pop()) {
            const [path, name] = next;
            const known = names.get(path) ?? new Set();
            if (known.has(name) || known.has('*'))
                continue;
            names.set(path, known.add(name));
            queue.push(...(await this.#handedOn(path, name)));
        }
        return names;
    }
    /** Where the names that a module hands on come from. */
    async #handedOn(path, wanted) {
        const text = this.#snapshot.texts.get(path);
        const language = (0,code/* languageOf */.eX)(path, text);
        if (text === undefined || !language)
            return [];
        const parsed = await (0,code/* parse */.qg)(language, text, path);
        try {
            const edges = await this.#graph.imports(path);
            const targets = (line) => edges.filter((edge) => edge.line === line).map((edge) => edge.to);
            return parsed.exports
                .filter((one) => wanted === '*' || one.name === wanted || one.name === '*')
                .flatMap((one) => origins(one, wanted, parsed).flatMap(({ line, name }) => targets(line).map((to) => [to, name])));
        }
        finally {
            parsed.dispose();
        }
    }
}
/** Import lines that an export draws on, with the name there. */
function origins(one, wanted, { imports }) {
    if (one.source !== undefined) {
        const name = one.name === '*' ? wanted : (one.local ?? one.name);
        return imports
            .filter(({ level, source }) => '.'.repeat(level) + source === one.source)
            .map(({ line }) => ({ line, name }));
    }
    const named = imports.flatMap((item) => item.names.filter(({ local }) => local === one.local).map(({ name }) => ({ line: item.line, name })));
    if (named.length > 0 || one.form !== 'commonjs' || one.symbol)
        return named;
    // `module.exports = require('./lib/x')`: the export is whatever is required on that line.
    return imports
        .filter((item) => item.kind === 'require' && item.line === one.line)
        .map(({ line }) => ({ line, name: '*' }));
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/user.js



const component = /\.(?:[jt]sx)$/;
/** What people who use the program may notice: its screens, its texts, its default settings. */
async function userEffects(files) {
    const effects = [];
    for (const file of files) {
        const effect = user_effectOf(file);
        if (effect && !(await isOnlyComments(file)))
            effects.push(effect);
    }
    return effects;
}
function user_effectOf(file) {
    const lines = [...file.added, ...file.deleted];
    if (lines.every(({ text }) => text.trim() === '') || (0,scope/* isExample */.tG)(file.path))
        return undefined;
    if (file.role === 'config')
        return user_effect(file, 'config-changed', `Default settings change in \`${file.path}\`.`);
    if (file.role === 'interface' || (file.role === 'source' && component.test(file.path))) {
        return user_effect(file, 'interface-changed', `The user interface changes in \`${file.path}\`.`);
    }
    return undefined;
}
function user_effect(file, rule, reason) {
    const verb = file.status === 'added' ? 'added' : file.status === 'deleted' ? 'removed' : 'changed';
    const kind = rule.replace('changed', verb);
    const change = { kind, subject: file.path, breaking: false, rule, file: file.path, line: file.added[0]?.line ?? 1 };
    return { category: 'user', level: 'low', reason, change };
}
async function isOnlyComments({ path, oldText, newText }) {
    if (oldText === undefined || newText === undefined)
        return false;
    return (await meaning(path, oldText)) === (await meaning(path, newText));
}
const comments = [
    [/\.css$/i, /\/\*[\s\S]*?\*\//g],
    [/\.(?:scss|sass|less)$/i, /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm],
    [/\.(?:html?|vue|svelte|hbs|ejs|pug)$/i, /<!--[\s\S]*?-->|\{\{!--[\s\S]*?--\}\}/g],
    [/\.(?:jinja2?|j2|njk)$/i, /\{#[\s\S]*?#\}|<!--[\s\S]*?-->/g],
    [/\.(?:ya?ml|toml|ini|po|ftl|properties)$/i, /^\s*[#;].*$/gm],
];
/** A text without its comments and white space, as far as its kind of file is known. */
async function meaning(path, text) {
    const language = (0,code/* languageOf */.eX)(path, text);
    if (language) {
        const parsed = await (0,code/* parse */.qg)(language, text, path);
        try {
            return (0,normalise/* normalise */.j)(parsed.root);
        }
        finally {
            parsed.dispose();
        }
    }
    const comment = comments.find(([kind]) => kind.test(path))?.[1];
    return (comment ? text.replace(comment, '') : text).replace(/\s+/g, ' ').trim();
}

;// CONCATENATED MODULE: ./build/dist/analysis/impact/index.js











/** Says what the change means for those who depend on the code, its data, its speed and its screens. */
const impactAnalyst = {
    name: 'impact-analyst',
    async analyse(input) {
        const notes = [];
        const { files } = input;
        // Git reads the tree while the changed files are parsed.
        const snapshot = files.some(({ role }) => role === 'source')
            ? readSnapshot(input.repository, input.head, notes)
            : Promise.resolve({ texts: new Map(), paths: new Set() });
        snapshot.catch(() => { });
        const code = await withSources(files, notes, async (sources) => codeImpact(sources, await snapshot, files, notes));
        const effects = [
            ...code.effects,
            ...(await databaseEffects(files, notes)),
            ...(await performanceEffects(files)),
            ...(await userEffects(files)),
        ];
        return { findings: code.findings, safe: [], impact: assemble(effects, code.reach), notes };
    },
};
async function codeImpact(sources, snapshot, files, notes) {
    if (sources.length === 0)
        return { effects: [], findings: [], reach: { files: [], endpoints: [], users: 'unknown' } };
    const graph = await graphOf(snapshot, files);
    // Only needed for names that went or changed.
    const surfaceBefore = lazily(async () => {
        const before = overlay(snapshot, files);
        return new Surface(before, await graphOf(before, []));
    });
    const { effects, findings } = await exportImpact(sources, {
        snapshot,
        graph,
        surface: new Surface(snapshot, graph),
        surfaceBefore,
    });
    return {
        effects: [...effects, ...interfaceEffects(sources)],
        findings,
        reach: await reachOf(sources, snapshot, graph, notes),
    };
}
/** With files that are gone still known as such: what imports them is affected most. */
function graphOf({ texts }, files) {
    const stem = (path) => path.replace(/(?:\/(?:index|__init__))?\.\w+$/, '');
    const stems = new Set([...texts.keys()].map(stem));
    // A file that came back with another ending (a.js -> a.ts) is found under its new name.
    const gone = files.filter(({ status }) => status === 'deleted').map(({ path }) => path);
    const sources = [...texts].map(([path, text]) => ({ path, text }));
    return (0,code/* buildImportGraph */.oK)(sources, gone.filter((path) => !stems.has(stem(path))));
}
/** The tree as it was before the change, as far as code and packages go. */
function overlay({ texts, paths }, files) {
    const oldTexts = new Map(texts);
    const oldPaths = new Set(paths);
    for (const { path, oldPath, status, oldText } of files) {
        if (status === 'added' || status === 'renamed') {
            oldTexts.delete(path);
            oldPaths.delete(path);
        }
        if (status !== 'added')
            oldPaths.add(oldPath);
        if (oldText !== undefined)
            oldTexts.set(oldPath, oldText);
    }
    return { texts: oldTexts, paths: oldPaths };
}
function lazily(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}


/***/ })

};
