import { describe, expect, it } from 'vitest';
import { databaseEffects } from '../../../../src/analysis/impact/database.ts';
import { changeOf } from '../marked.ts';

/** `level rule subject @line` of every effect. */
async function effectsOf(sql: string, oldSql?: string, path = 'db/migrations/001.sql'): Promise<string[]> {
  const notes: string[] = [];
  const effects = await databaseEffects([changeOf(path, sql, oldSql)], notes);
  expect(notes).toEqual([]);
  return effects.map(({ level, change }) => `${level} ${change.rule} ${change.subject} @${change.line}`);
}

describe('databaseEffects', () => {
  it.each([
    ['DROP TABLE users;', ['critical table-dropped users @1']],
    ['DROP TABLE IF EXISTS a, b.c CASCADE;', ['critical table-dropped a @1', 'critical table-dropped b.c @1']],
    ['DROP SCHEMA old;', ['critical schema-dropped old @1']],
    ['TRUNCATE a, b;', ['critical table-emptied a @1', 'critical table-emptied b @1']],
    ['DELETE FROM users;', ['high table-emptied users @1']],
    ["DELETE FROM users WHERE name = 'x';", []],
    ['UPDATE users SET a = 1;', ['medium table-update users @1']],
    ['UPDATE users SET a = 1 WHERE a IS NULL;', []],
    ['ALTER TABLE users DROP COLUMN name;', ['high column-dropped users.name @1']],
    ['ALTER TABLE users ALTER COLUMN id TYPE bigint;', ['high column-type-changed users.id @1']],
    ['ALTER TABLE users ALTER COLUMN name TYPE text;', ['medium column-type-changed users.name @1']],
    ['ALTER TABLE users ALTER COLUMN name SET NOT NULL;', ['medium not-null-added users.name @1']],
    ['ALTER TABLE users ADD COLUMN age int NOT NULL;', ['high not-null-without-default users.age @1']],
    ['ALTER TABLE users ADD COLUMN age int NOT NULL DEFAULT 0;', ['low column-added users.age @1']],
    ['ALTER TABLE users ADD COLUMN id bigserial PRIMARY KEY;', ['low column-added users.id @1']],
    ['ALTER TABLE users ADD COLUMN age int;', ['low column-added users.age @1']],
    ['ALTER TABLE users RENAME COLUMN a TO b;', ['high column-renamed users.a @1']],
    ['ALTER TABLE users RENAME TO people;', ['high table-renamed users @1']],
    ['CREATE INDEX by_name ON users (name);', ['medium index-lock users @1']],
    ['CREATE INDEX CONCURRENTLY by_name ON users (name);', []],
    ['ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES b (id);', ['medium constraint-lock a @1']],
    ['ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES b (id) NOT VALID;', []],
    ['ALTER TABLE a ADD CONSTRAINT u UNIQUE (b);', ['medium constraint-lock a @1']],
    ['ALTER TABLE a ADD CONSTRAINT u UNIQUE USING INDEX i;', []],
    ['LOCK TABLE users;', ['medium table-lock users @1']],
    ['VACUUM FULL users;', ['medium table-lock users @1']],
    ['DROP INDEX by_name;', ['low index-dropped by_name @1']],
    ['DROP VIEW report;', ['medium view-dropped report @1']],
    ["COMMENT ON TABLE users IS 'DROP TABLE users';", []],
    ["INSERT INTO log VALUES ('DROP TABLE users;');", []],
    ['-- DROP TABLE users;\nSELECT 1;', []],
  ])('%s', async (sql, expected) => {
    expect(await effectsOf(`${sql}\n`)).toEqual(expected);
  });

  it('finds the line of each statement, also behind text beyond ASCII', async () => {
    const sql =
      "-- über alles ✓\n\nINSERT INTO a VALUES ('ü✓');\n\n/* two\nlines */\nDROP TABLE b;\nDROP TABLE\n  c;\n";
    expect(await effectsOf(sql)).toEqual(['critical table-dropped b @7', 'critical table-dropped c @8']);
  });

  it('does not mind what is done to a table that the same migration creates', async () => {
    const sql = 'CREATE TABLE a (id int);\nCREATE INDEX i ON a (id);\nALTER TABLE a ADD COLUMN b int NOT NULL;\n';
    expect(await effectsOf(sql)).toEqual(['low table-created a @1']);
  });

  it('knows a rebuild, by which SQLite changes a table', async () => {
    const sql =
      'CREATE TABLE new_a (id int);\nINSERT INTO new_a SELECT id FROM a;\nDROP TABLE a;\nALTER TABLE new_a RENAME TO a;\n';
    expect(await effectsOf(sql)).toEqual(['low table-created new_a @1', 'medium table-rebuilt a @3']);
  });

  it('only looks at statements that the change touches', async () => {
    expect(await effectsOf('DROP TABLE a;\nDROP TABLE b;\n', 'DROP TABLE a;\n')).toEqual([
      'critical table-dropped b @2',
    ]);
  });

  it('leaves the way back alone', async () => {
    expect(await effectsOf('CREATE TABLE a (id int);\n-- migrate:down\nDROP TABLE a;\n')).toEqual([
      'low table-created a @1',
    ]);
    expect(await effectsOf('DROP TABLE a;\n', undefined, 'migrations/001.down.sql')).toEqual([]);
  });
});
