import { messageOf } from '../../base/errors.ts';
import { type ChangedFile, rangesOf, touches } from '../analyst.ts';
import type { Effect } from './effect.ts';
import { child, parseSql, relationName, type SqlStatement, text } from './sql.ts';
import { verdicts } from './statements.ts';
import type { Verdict } from './verdict.ts';

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
