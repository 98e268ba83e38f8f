import { child, list, type SqlNode, text } from './sql.ts';
import { lock, type Verdict } from './verdict.ts';

const serials = /^(?:big|small)?serial[248]?$/;

/** What one command of an ALTER TABLE does. */
export function alteration(command: SqlNode, table: string): Verdict[] {
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
