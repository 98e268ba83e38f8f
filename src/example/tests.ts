/** The tests of the example repository, in blocks like its code. */
export const tests = {
  head: "import assert from 'node:assert/strict';\nimport test from 'node:test';\n",
  zonesImport: "import { zoneOf } from '../src/zones.js';\n",
  zones: `test('a country is in its zone', () => {
  assert.equal(zoneOf('SE'), 'home');
  assert.equal(zoneOf('DK'), 'nordic');
  assert.equal(zoneOf('DE'), 'europe');
});

test('the rest is the world', () => {
  assert.equal(zoneOf('JP'), 'world');
});
`,
  pricingImport: "import { discountFor, quote, total } from '../src/pricing.js';\n",
  quoteImport: "import { quote } from '../src/pricing.js';\n",
  quoteFloor: `test('whole kilos are paid for', () => {
  assert.equal(quote(2, 'SE'), 79);
});
`,
  quote: `test('each kilo begun is paid for', () => {
  assert.equal(quote(2, 'SE') - quote(1, 'SE'), quote(3, 'SE') - quote(2, 'SE'));
  assert.equal(quote(1.2, 'SE'), quote(2, 'SE'));
});

test('farther is dearer', () => {
  assert.ok(quote(1, 'NO') > quote(1, 'SE'));
  assert.ok(quote(1, 'JP') > quote(1, 'DE'));
});

test('a weight must be above zero', () => {
  assert.throws(() => quote(0, 'SE'), RangeError);
  assert.throws(() => quote(Number.NaN, 'SE'), RangeError);
});
`,
  quoteParcel: `const parcel = (weight, country) => ({ weight, country });

test('each kilo begun is paid for', () => {
  assert.equal(quote(parcel(1.2, 'SE')), quote(parcel(2, 'SE')));
});

test('farther is dearer', () => {
  assert.ok(quote(parcel(1, 'NO')) > quote(parcel(1, 'SE')));
  assert.ok(quote(parcel(1, 'JP')) > quote(parcel(1, 'DE')));
});

test('a weight must be above zero', () => {
  assert.throws(() => quote(parcel(0, 'SE')), RangeError);
  assert.throws(() => quote(parcel(Number.NaN, 'SE')), RangeError);
});
`,
  discount: `test('few parcels have no discount', () => {
  assert.equal(discountFor(1), 0);
  assert.equal(discountFor(9), 0);
});

test('ten parcels are 5% off', () => {
  assert.equal(discountFor(10), 0.05);
  assert.equal(discountFor(49), 0.05);
});

test('a hundred parcels are 10% off', () => {
  assert.equal(discountFor(100), 0.1);
});
`,
  total: `test('the total takes the discount off', () => {
  const parcels = Array.from({ length: 20 }, () => ({ weight: 1, country: 'SE' }));
  assert.equal(total(parcels), Math.round(20 * quote(1, 'SE') * 0.95));
});
`,
  totalParcel: `test('the total takes the discount off', () => {
  const parcels = Array.from({ length: 20 }, () => parcel(1, 'SE'));
  assert.equal(total(parcels), Math.round(20 * quote(parcel(1, 'SE')) * 0.95));
});
`,
  formatImport: "import { money } from '../src/format.js';\n",
  formatImportBoth: "import { money, weightText } from '../src/format.js';\n",
  money: `test('thousands stand apart', () => {
  assert.equal(money(49), '49 kr');
  assert.equal(money(1234567), '1 234 567 kr');
});
`,
  grams: `test('small weights are in grams', () => {
  assert.equal(weightText(0.35), '350 g');
  assert.equal(weightText(1.5), '1.5 kg');
});
`,
  appImport: "import { quayside } from '../src/app.js';\nimport { memoryClient } from '../src/memory.js';\n",
  app: `test('an order is booked and found again', async () => {
  const app = quayside(memoryClient());
  const body = { customer: 'Astrid', parcels: [{ weight: 1, country: 'SE' }] };
  const { body: booked } = await app.handle('POST', '/orders', { body });
  const { body: found } = await app.handle('GET', '/orders', { query: { customer: 'Astrid' } });
  assert.deepEqual(found.map((order) => order.id), [booked.id]);
});

test('an unknown path is not found', async () => {
  assert.equal((await quayside(memoryClient()).handle('GET', '/nowhere', {})).status, 404);
});
`,
  appErrors: `test('a wrong weight is the caller\\'s mistake', async () => {
  const answer = await quayside(memoryClient()).handle('GET', '/quote', { query: { weight: '-1', country: 'SE' } });
  assert.equal(answer.status, 400);
});
`,
} as const;
