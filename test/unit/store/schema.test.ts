import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CorruptStoreError, EventStore, NewerFormatError } from '../../../src/store/index.ts';
import { createDatabase, type Migration, openDatabase } from '../../../src/store/schema.ts';
import { loadSqlite, Sqlite } from '../../../src/store/sqlite.ts';
import { eventOf } from '../../support/arbitraries.ts';

const VERSION_AT = 60;

async function bytesOfStore(): Promise<Uint8Array> {
  const store = await EventStore.create();
  store.merge(Array.from({ length: 300 }, (_, i) => eventOf(i % 3, i)));
  return store.serialize();
}

beforeAll(loadSqlite);

describe('store file', () => {
  it('of a newer schema is refused as newer, not as corrupt', async () => {
    const bytes = await bytesOfStore();
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(VERSION_AT, 99);
    await expect(EventStore.open(bytes)).rejects.toThrow(NewerFormatError);
    await expect(EventStore.open(bytes)).rejects.toThrow(/format version 99.*reads up to 1.*newer Hone/);
  });

  it('of an older schema is migrated, step by step, with its content', () => {
    const ran: number[] = [];
    const steps: Migration[] = [
      (database) => database.script('create table fact (text text)'),
      (database) => {
        ran.push(1);
        database.script('alter table fact add column size integer; update fact set size = length(text)');
      },
      (database) => {
        ran.push(2);
        database.script('create index fact_size on fact (size)');
      },
    ];
    const old = createDatabase(steps.slice(0, 1));
    old.run('insert into fact values (?)', ['abc']);
    const opened = openDatabase(old.export(), false, steps);
    expect(ran).toEqual([1, 2]);
    expect(opened.rows('select text, size from fact')).toEqual([['abc', 3]]);
    expect(opened.row('pragma user_version')).toEqual([3]);
    opened.run('update fact set size = 7');
    expect(openDatabase(opened.export(), false, steps).rows('select size from fact')).toEqual([[7]]);
  });

  it('is left as it was when a migration fails', () => {
    const create: Migration = (database) => database.script('create table fact (text text)');
    const fail: Migration = (database) => {
      database.script('drop table fact');
      throw new Error('no');
    };
    const bytes = createDatabase([create]).export();
    expect(() => openDatabase(bytes, false, [create, fail])).toThrow(CorruptStoreError);
    expect(openDatabase(bytes, false, [create]).rows('select * from fact')).toEqual([]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('not a database'.repeat(100))],
    ['a header alone', new TextEncoder().encode(`SQLite format 3\0${'\0'.repeat(100)}`)],
  ])('made of %s is corrupt', async (_, bytes) => {
    await expect(EventStore.open(bytes)).rejects.toThrow(CorruptStoreError);
  });

  it('that is another database, or holds anything besides our tables, is refused', async () => {
    const foreign = new Sqlite();
    foreign.script('create table t (a)');
    await expect(EventStore.open(foreign.export())).rejects.toThrow(/not a store of Hone/);
    const planted = new Sqlite(await bytesOfStore());
    planted.script('create trigger evil after insert on block begin delete from block; end');
    await expect(EventStore.open(planted.export(), { checked: true })).rejects.toThrow(/tables of the store/);
  });

  it('that is cut short or scribbled over never opens as if all were well', async () => {
    const bytes = await bytesOfStore();
    const whole = [...(await EventStore.open(bytes)).events()];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.boolean(),
        fc.integer({ min: 1, max: 4000 }),
        async (at, cut, length) => {
          const broken = cut ? bytes.slice(0, at) : Uint8Array.from(bytes).fill(0xa5, at, at + length);
          let store: EventStore | undefined;
          try {
            store = await EventStore.open(broken);
          } catch (error) {
            if (!(error instanceof NewerFormatError)) expect(error).toBeInstanceOf(CorruptStoreError);
            return;
          }
          // Inside a value SQLite cannot see damage; whoever has no checksum asks verify. What it lets pass must be
          // readable, though a text may differ: only the SHA-256 beside the file can tell.
          if (store.verify().ok) expect([...store.events()]).toHaveLength(whole.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('verify', () => {
  it('finds what SQLite has no eye for', async () => {
    const tamper = async (sql: string) => {
      const database = new Sqlite(await bytesOfStore());
      database.script(sql);
      return (await EventStore.open(database.export())).verify().problems;
    };
    expect(await tamper('select 1')).toEqual([]);
    expect(await tamper('update block set since = since - 1 where id = 1')).toContain(
      'block 1 is not what its row says',
    );
    expect(await tamper('delete from span where block = 2')).toContain('the index does not fit block 2');
    expect(await tamper("update dictionary set texts = '[]'")).not.toEqual([]);
    expect((await tamper('update block set body = zeroblob(length(body)) where id = 1'))[0]).toMatch(/^block 1: /);
  });

  it('reports missing sequence numbers, which are no damage', async () => {
    const store = await EventStore.create();
    store.merge([eventOf(0, 1), eventOf(0, 2), eventOf(0, 5)]);
    expect(store.verify()).toMatchObject({ ok: true, events: 3, gaps: [{ missing: 3, stream: { job: 'job-0' } }] });
  });
});

describe('ingested ids', () => {
  it('are a set that travels with the file', async () => {
    const store = await EventStore.create();
    store.markIngested(['12', '13', '12', 'a"b\u0000']);
    store.forgetIngested(['13', 'unknown']);
    store.compact();
    const other = await EventStore.create();
    other.markIngested(['99']);
    other.mergeStore(await EventStore.open(store.serialize()));
    expect([...other.ingested()].sort()).toEqual(['12', '99', 'a"b\u0000']);
  });
});
