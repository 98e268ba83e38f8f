import { alteration } from './alterations.ts';
import { child, dottedName, list, relationName, type SqlNode, type SqlStatement, text } from './sql.ts';
import { lock, lost, type Verdict } from './verdict.ts';

/**
 * What a statement does; nothing for what is harmless.
 *
 * @param created tables that the same migration creates
 * @param rebuilt tables whose name a rebuilt copy takes over
 */
export function verdicts(
  { type, node }: SqlStatement,
  created: ReadonlySet<string>,
  rebuilt: ReadonlySet<string>,
): Verdict[] {
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
