import { messageOf } from '../../base/errors.ts';
import { type ChangedFile, rangesOf, touches } from '../analyst.ts';
import type { ImpactLevel } from '../report.ts';
import type { Effect } from './effect.ts';
import { child, dottedName, list, parseSql, relationName, type SqlNode, type SqlStatement, text } from './sql.ts';

interface Verdict {
  readonly rule: string;
  readonly level: ImpactLevel;
  readonly kind: string;
  readonly subject: string;
  readonly reason: string;
  readonly advice?: string;
}

// Where migration tools keep the way back in the same file: dbmate, goose, sql-migrate.
const downMarker = /^--\s*(?:migrate:down|\+goose\s+Down|\+migrate\s+Down)\b/im;
const downFile = /(?:[._-]|\/)(?:down|rollback|undo|revert)\.sql$|(?:^|\/)U\d+[^/]*\.sql$/i;

/** What the statements that a change adds to migrations do to a database that is in use. */
export async function databaseEffects(files: readonly ChangedFile[], notes: string[]): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const file of files) {
    if (file.role !== 'migration' || file.newText === undefined || downFile.test(file.path)) continue;
    try {
      effects.push(...(await effectsOf(file, file.newText)));
    } catch (thrown) {
      notes.push(`${file.path} could not be read as PostgreSQL (${messageOf(thrown)}), so its effect is unknown.`);
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

async function effectsOf(file: ChangedFile, sql: string): Promise<Effect[]> {
  const statements = await parseSql(sql.slice(0, downMarker.exec(sql)?.index));
  const ranges = rangesOf(file.added);
  // What this very migration creates is empty and unused: nothing done to it can hurt.
  const created = new Set(
    statements.filter(({ type }) => type === 'CreateStmt').map(({ node }) => relationName(child(node, 'relation'))),
  );
  const rebuilt = new Set(
    statements.filter(({ type }) => type === 'RenameStmt').map(({ node }) => text(node, 'newname')),
  );
  return statements
    .filter((statement) => touches(ranges, statement.startLine, statement.endLine))
    .flatMap((statement) =>
      verdicts(statement, created, rebuilt).map((verdict) => effect(file.path, statement, verdict)),
    );
}

function effect(
  file: string,
  statement: SqlStatement,
  { rule, level, kind, subject, reason, advice }: Verdict,
): Effect {
  const breaking = level === 'high' || level === 'critical';
  const change = { kind, subject, breaking, rule, file, line: statement.startLine };
  return { category: 'database', level, reason, change, ...(advice && { advice }) };
}

function verdicts({ type, node }: SqlStatement, created: ReadonlySet<string>, rebuilt: ReadonlySet<string>): Verdict[] {
  const table = relationName(child(node, 'relation'));
  if (created.has(table) && type !== 'CreateStmt' && type !== 'RenameStmt') return [];
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
        lost('database-dropped', 'database-removed', `Database \`${text(node, 'dbname')}\``, text(node, 'dbname')),
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
            lock(
              'index-lock',
              'index-added',
              table,
              `Creating index \`${text(node, 'idxname') || 'without a name'}\` stops writes to \`${table}\` until it is done.`,
              'Create the index CONCURRENTLY, outside a transaction.',
            ),
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

function fullVacuum(node: SqlNode): Verdict[] {
  if (!list(node, 'options').some((one) => text(one.DefElem, 'defname') === 'full')) return [];
  return list(node, 'rels').map((one) => {
    const name = relationName(child(child(one, 'VacuumRelation'), 'relation'));
    return lock('table-lock', 'lock', name, `VACUUM FULL locks \`${name}\` while it rewrites it.`, 'Use plain VACUUM.');
  });
}

function lost(rule: string, kind: string, what: string, subject: string): Verdict {
  return {
    rule,
    level: 'critical',
    kind,
    subject,
    reason: `${what} is deleted with all data in it.`,
    advice: `Take a backup before \`${subject}\` is deleted, and deploy code that no longer uses it first.`,
  };
}

function lock(rule: string, kind: string, subject: string, reason: string, advice?: string): Verdict {
  return { rule, level: 'medium', kind, subject, reason, ...(advice && { advice }) };
}

function drops(node: SqlNode, created: ReadonlySet<string>, rebuilt: ReadonlySet<string>): Verdict[] {
  const removed = text(node, 'removeType');
  return list(node, 'objects').flatMap((object): Verdict[] => {
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

const serials = /^(?:big|small)?serial[248]?$/;

function alteration(command: SqlNode, table: string): Verdict[] {
  const definition = child(child(command, 'def'), 'ColumnDef');
  const constraints = list(definition, 'constraints').map((one) => text(one.Constraint, 'contype'));
  const column = text(command, 'name') || text(definition, 'colname');
  const subject = `${table}.${column}`;
  switch (text(command, 'subtype')) {
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

function addedColumn(definition: SqlNode, constraints: readonly string[], subject: string): Verdict {
  const type =
    list(child(definition, 'typeName'), 'names')
      .map((part) => text(part.String, 'sval'))
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

function typeChange(definition: SqlNode, subject: string): Verdict {
  const type =
    list(child(definition, 'typeName'), 'names')
      .map((part) => text(part.String, 'sval'))
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

function addedConstraint(constraint: SqlNode, table: string): Verdict[] {
  const kind = text(constraint, 'contype');
  const name = text(constraint, 'conname') || 'without a name';
  const scans = (kind === 'CONSTR_FOREIGN' || kind === 'CONSTR_CHECK') && constraint.skip_validation !== true;
  if (scans) {
    return [
      lock(
        'constraint-lock',
        'constraint-added',
        table,
        `Constraint \`${name}\` is checked against every row of \`${table}\` under a lock.`,
        'Add the constraint NOT VALID and validate it in a second step.',
      ),
    ];
  }
  const builds = (kind === 'CONSTR_UNIQUE' || kind === 'CONSTR_PRIMARY') && text(constraint, 'indexname') === '';
  return builds
    ? [
        lock(
          'constraint-lock',
          'constraint-added',
          table,
          `Constraint \`${name}\` builds an index on \`${table}\` under an exclusive lock.`,
          'Build the index CONCURRENTLY first, then add the constraint USING INDEX.',
        ),
      ]
    : [];
}

function renamed(node: SqlNode, table: string, created: ReadonlySet<string>): Verdict[] {
  const kind = text(node, 'renameType');
  // The second half of a rebuild: the copy takes the place of the table.
  if (created.has(table) || (kind !== 'OBJECT_TABLE' && kind !== 'OBJECT_COLUMN')) return [];
  const what = kind === 'OBJECT_TABLE' ? 'table' : 'column';
  const subject = what === 'table' ? table : `${table}.${text(node, 'subname')}`;
  return [
    {
      rule: `${what}-renamed`,
      level: 'high',
      kind: `${what}-renamed`,
      subject,
      reason: `The ${what} \`${subject}\` becomes \`${text(node, 'newname')}\`; code that runs with the old name fails.`,
      advice: `Keep the old name of \`${subject}\` working (a view or a second column) until all code has moved.`,
    },
  ];
}

function wholeTable(type: string, table: string): Verdict {
  if (type === 'DeleteStmt')
    return { ...lost('table-emptied', 'rows-removed', `Every row of \`${table}\``, table), level: 'high' };
  return lock(
    'table-update',
    'rows-changed',
    table,
    `Every row of \`${table}\` is updated in one transaction.`,
    `Update \`${table}\` in batches.`,
  );
}
