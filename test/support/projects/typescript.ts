import type { AcceptanceProject } from './project.ts';

const invoice: AcceptanceProject = {
  name: 'typescript-vitest',
  about: 'a boundary in a table of discounts, TypeScript under vitest',
  command: 'npx vitest run',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'package.json':
      '{ "name": "invoices", "version": "1.0.0", "type": "module", "scripts": { "test": "vitest run" } }\n',
    'src/money.ts': `/** An amount in cents. */
export type Cents = number & { readonly cents?: unique symbol };

export function cents(amount: number): Cents {
  return Math.round(amount * 100) as Cents;
}

export function percentOf(amount: Cents, percent: number): Cents {
  return Math.round((amount * percent) / 100) as Cents;
}
`,
    'src/discount.ts': `import { type Cents, cents, percentOf } from './money.ts';

export interface Tier {
  readonly from: Cents;
  readonly percent: number;
}

export const tiers: readonly Tier[] = [
  { from: cents(500), percent: 10 },
  { from: cents(200), percent: 5 },
  { from: cents(100), percent: 2 },
];

/** The discount of the highest tier that the subtotal reaches. */
export function discountFor(subtotal: Cents, table: readonly Tier[] = tiers): Cents {
  for (const tier of table) {
    if (subtotal > tier.from) return percentOf(subtotal, tier.percent);
  }
  return 0 as Cents;
}
`,
    'src/invoice.ts': `import { discountFor } from './discount.ts';
import type { Cents } from './money.ts';

export interface Line {
  readonly name: string;
  readonly price: Cents;
  readonly quantity: number;
}

export class Invoice {
  readonly #lines: Line[] = [];

  add(line: Line): this {
    if (line.quantity <= 0) throw new RangeError(\`quantity of \${line.name}: \${line.quantity}\`);
    this.#lines.push(line);
    return this;
  }

  get subtotal(): Cents {
    return this.#lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0) as Cents;
  }

  get total(): Cents {
    return (this.subtotal - discountFor(this.subtotal)) as Cents;
  }
}
`,
    'test/discount.test.ts': `import { describe, expect, it } from 'vitest';
import { discountFor } from '../src/discount.ts';
import { cents } from '../src/money.ts';

describe('discountFor', () => {
  it.each([
    [99, 0],
    [150, 3],
    [250, 12.5],
    [800, 80],
  ])('%d gets %d', (subtotal, discount) => {
    expect(discountFor(cents(subtotal))).toBe(cents(discount));
  });

  it('begins at the limit itself', () => {
    expect(discountFor(cents(200))).toBe(cents(10));
  });
});
`,
    'test/invoice.test.ts': `import { beforeEach, expect, it } from 'vitest';
import { Invoice } from '../src/invoice.ts';
import { cents } from '../src/money.ts';

let invoice: Invoice;
beforeEach(() => {
  invoice = new Invoice().add({ name: 'lamp', price: cents(40), quantity: 2 });
});

it('adds up', () => {
  expect(invoice.subtotal).toBe(cents(80));
  expect(invoice.total).toBe(cents(80));
});

it('takes the discount off', () => {
  expect(invoice.add({ name: 'desk', price: cents(320), quantity: 1 }).total).toBe(cents(380));
});

it('refuses nothing at all', () => {
  expect(() => invoice.add({ name: 'air', price: cents(1), quantity: 0 })).toThrow(RangeError);
});
`,
  },
  reference: { 'src/discount.ts': [['subtotal > tier.from', 'subtotal >= tier.from']] },
  hidden: {
    file: 'check.ts',
    text: `import assert from 'node:assert';
import { discountFor } from './src/discount.ts';
import { cents } from './src/money.ts';
const table = [[0, 0], [99.99, 0], [100, 2], [199.99, 4], [200, 10], [499.99, 25], [500, 50], [1000, 100]];
for (const [subtotal, discount] of table) assert.equal(discountFor(cents(subtotal)), cents(discount), String(subtotal));
`,
  },
};

const cache: AcceptanceProject = {
  name: 'typescript-generic-class',
  about: 'a generic class with private fields whose method looks at the wrong variable',
  command: 'npm test',
  timeLimit: 120,
  expected: ['fixed', 'review'],
  files: {
    'package.json': '{ "name": "cache", "version": "1.0.0", "type": "module", "scripts": { "test": "vitest run" } }\n',
    'src/cache.ts': `interface Entry<V> {
  readonly value: V;
  readonly until: number;
}

/** Keeps at most \`capacity\` values, each for \`ttl\` milliseconds; the one used longest ago goes first. */
export class Cache<K, V> {
  readonly #entries = new Map<K, Entry<V>>();
  readonly #capacity: number;
  readonly #ttl: number;
  readonly #now: () => number;

  constructor(capacity: number, ttl: number, now: () => number = Date.now) {
    this.#capacity = capacity;
    this.#ttl = ttl;
    this.#now = now;
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (entry.until <= this.#now()) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: this.#now() + this.#ttl });
    if (this.#entries.size > this.#ttl) this.#dropOldest();
  }

  get size(): number {
    return this.#entries.size;
  }

  #dropOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
`,
    'test/cache.test.ts': `import { describe, expect, it } from 'vitest';
import { Cache } from '../src/cache.ts';

describe('Cache', () => {
  it('gives back what was put in', () => {
    const cache = new Cache<string, number>(2, 100);
    cache.set('a', 1);
    expect(cache.get('a')).toBe(1);
    expect(cache.get('b')).toBeUndefined();
  });

  it('forgets after its time', () => {
    let now = 0;
    const cache = new Cache<string, number>(2, 100, () => now);
    cache.set('a', 1);
    now = 99;
    expect(cache.get('a')).toBe(1);
    now = 100;
    expect(cache.get('a')).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  it('drops what was used longest ago', () => {
    const cache = new Cache<string, number>(2, 100, () => 0);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
    expect(cache.size).toBe(2);
  });
});
`,
  },
  reference: { 'src/cache.ts': [['this.#entries.size > this.#ttl', 'this.#entries.size > this.#capacity']] },
  hidden: {
    file: 'check.ts',
    text: `import assert from 'node:assert';
import { Cache } from './src/cache.ts';
for (const capacity of [1, 2, 3, 7]) {
  const cache = new Cache<number, number>(capacity, 3, () => 0);
  for (let i = 0; i < 20; i++) {
    cache.set(i, i);
    assert.equal(cache.size, Math.min(i + 1, capacity));
    assert.equal(cache.get(i), i);
  }
}
`,
  },
};

export const typescriptProjects: readonly AcceptanceProject[] = [invoice, cache];
