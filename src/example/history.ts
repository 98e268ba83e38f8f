import { code } from './files.ts';
import { tests } from './tests.ts';

export interface Author {
  readonly name: string;
  readonly email: string;
  /** As git writes it. */
  readonly zone: string;
}

/** Puts a block of a file in, or replaces it in place; undefined takes it out. */
export type Edit = readonly [path: string, block: string, text: string | undefined];

export interface Step {
  readonly by: Author;
  /** Local time of the author, `MM-DD hh:mm` of {@link year}; the maker moves all by the same number of weeks. */
  readonly at: string;
  readonly message: string;
  /** `main` when not given. A branch begins where `main` is at its first step. */
  readonly branch?: string;
  /** The branch that this step merges into its own. */
  readonly merge?: string;
  readonly tag?: string;
  readonly edits?: readonly Edit[];
}

export const year = 2026;

const mara: Author = { name: 'Mara Lindqvist', email: 'mara@quayside.example', zone: '+0200' };
const maraAtHome: Author = { name: 'Mara L', email: 'mara.l@home.example', zone: '+0200' };
const tomasz: Author = { name: 'Tomasz Wrona', email: 'tomasz@quayside.example', zone: '+0200' };
const ines: Author = { name: 'Inês Carvalho', email: 'ines@quayside.example', zone: '+0100' };
const jun: Author = { name: 'Jun Takahashi', email: 'jun@quayside.example', zone: '+0900' };

const pricing = 'src/pricing.js';
const pricingTest = 'test/pricing.test.js';
const zonesTest = 'test/zones.test.js';
const formatTest = 'test/format.test.js';
const appTest = 'test/app.test.js';
const orders = 'src/orders.js';
const app = 'src/app.js';
const readme = 'README.md';

const manifest = (version: string): Edit => ['package.json', 'all', code.manifest.replace('1.2.0', version)];
const testHead = (path: string): Edit => [path, 'head', tests.head];

/** Fifteen weeks in the life of a small service, oldest step first; the newest one brings a bug in. */
export const history: readonly Step[] = [
  {
    by: mara,
    at: '02-16 09:12',
    message: 'chore: start the project',
    edits: [manifest('0.1.0'), ['.gitignore', 'all', code.ignore], [readme, 'title', code.readmeTitle]],
  },
  {
    by: mara,
    at: '02-16 10:40',
    message: 'feat(zones): know where a country is',
    edits: [
      ['src/zones.js', 'zones', code.zones],
      ['src/zones.js', 'zoneOf', code.zoneOf],
    ],
  },
  {
    by: mara,
    at: '02-16 11:25',
    message: 'test(zones): pin the zones of a few countries',
    edits: [testHead(zonesTest), [zonesTest, 'import', tests.zonesImport], [zonesTest, 'zones', tests.zones]],
  },
  {
    by: tomasz,
    at: '02-17 14:05',
    message: 'feat(pricing): price a parcel by zone and weight',
    edits: [
      [pricing, 'import', code.pricingImport],
      [pricing, 'table', code.priceTable],
      [pricing, 'quote', code.quoteFloor],
    ],
  },
  {
    by: tomasz,
    at: '02-17 15:30',
    message: 'test(pricing): whole kilos',
    edits: [
      testHead(pricingTest),
      [pricingTest, 'import', tests.quoteImport],
      [pricingTest, 'quote', tests.quoteFloor],
    ],
  },
  {
    by: mara,
    at: '02-18 09:50',
    message: 'ci: run the tests on every push',
    edits: [['.github/workflows/test.yml', 'all', code.ci]],
  },
  {
    by: ines,
    at: '02-19 10:15',
    message: 'feat(format): write amounts as people read them',
    edits: [
      ['src/format.js', 'money', code.money],
      testHead(formatTest),
      [formatTest, 'import', tests.formatImport],
      [formatTest, 'money', tests.money],
    ],
  },
  {
    by: mara,
    at: '02-19 16:45',
    message: 'docs: say how to start it',
    edits: [[readme, 'use', code.readmeUse]],
    tag: 'v0.1.0',
  },
  {
    by: tomasz,
    at: '02-24 13:40',
    branch: 'spike/csv-import',
    message: 'try reading orders from a spreadsheet',
    edits: [['src/import.js', 'all', code.importer]],
  },
  {
    by: tomasz,
    at: '03-04 11:20',
    message:
      'fix(pricing): a kilo begun is a kilo paid\n\nThe carrier rounds up; we rounded down and paid the difference.',
    edits: [
      [pricing, 'quote', code.quote],
      [pricingTest, 'quote', tests.quote],
    ],
  },
  {
    by: ines,
    at: '03-10 09:30',
    branch: 'feature/orders',
    message: 'feat(orders): a table for orders',
    edits: [['migrations/0001_orders.sql', 'all', code.migrationOrders]],
  },
  {
    by: ines,
    at: '03-10 14:10',
    branch: 'feature/orders',
    message: 'feat(orders): book an order, find those of a customer',
    edits: [
      ['migrations/0002_order_note.sql', 'all', code.migrationNote],
      [orders, 'find', code.ordersFind],
      [orders, 'add', code.ordersAdd],
    ],
  },
  {
    by: mara,
    at: '03-11 10:05',
    message: 'docs: how prices come about',
    edits: [[readme, 'prices', code.readmePrices]],
  },
  {
    by: ines,
    at: '03-11 15:40',
    branch: 'feature/orders',
    message: 'orders in memory, so that it starts without a database',
    edits: [['src/memory.js', 'all', code.memory]],
  },
  { by: mara, at: '03-13 11:00', message: "Merge branch 'feature/orders'", merge: 'feature/orders' },
  {
    by: jun,
    at: '03-24 13:20',
    message: 'feat(router): paths, methods, JSON',
    edits: [['src/router.js', 'all', code.router]],
  },
  {
    by: jun,
    at: '03-31 10:30',
    message: 'feat(app): quotes and orders over HTTP',
    edits: [
      [pricing, 'discount', code.discount],
      [pricing, 'total', code.total],
      [app, 'import', code.appImport],
      [app, 'app', code.app],
      ['src/server.js', 'all', code.server],
    ],
  },
  {
    by: jun,
    at: '03-31 17:55',
    message: 'test(app): book an order and find it again',
    edits: [testHead(appTest), [appTest, 'import', tests.appImport], [appTest, 'app', tests.app]],
  },
  {
    by: tomasz,
    at: '04-01 09:45',
    message: 'test(pricing): discounts and totals',
    edits: [
      [pricingTest, 'import', tests.pricingImport],
      [pricingTest, 'discount', tests.discount],
      [pricingTest, 'total', tests.total],
    ],
  },
  {
    by: mara,
    at: '04-01 14:00',
    message: 'docs: list the routes and the discounts',
    edits: [
      [readme, 'discount', code.readmeDiscount],
      [readme, 'routes', code.readmeRoutes],
    ],
  },
  { by: mara, at: '04-07 10:10', message: 'chore(release): 1.0.0', edits: [manifest('1.0.0')], tag: 'v1.0.0' },
  {
    by: maraAtHome,
    at: '04-12 21:30',
    message: 'fixed typo in readme',
    edits: [[readme, 'title', code.readmeTitle.replace('Prices and books', 'Quotes and books')]],
  },
  {
    by: ines,
    at: '04-21 11:35',
    branch: 'feature/fuel-price',
    message: 'feat(pricing): pass the new fuel price on',
    edits: [[pricing, 'table', code.priceTableFuel]],
  },
  {
    by: tomasz,
    at: '04-22 09:20',
    message: 'feat(pricing): the new price list',
    edits: [[pricing, 'table', code.priceTableNew]],
  },
  {
    by: ines,
    at: '04-23 10:00',
    message:
      "Merge branch 'feature/fuel-price'\n\nBoth had changed the price table: the base prices of the new list stay, with the fuel price on top.",
    merge: 'feature/fuel-price',
    edits: [[pricing, 'table', code.priceTableBoth]],
  },
  {
    by: jun,
    at: '04-24 16:15',
    message: 'fix(router): answer 400 when a weight is wrong\n\nIt was a 500, and woke people up.',
    edits: [
      ['src/router.js', 'all', code.routerErrors],
      [appTest, 'errors', tests.appErrors],
    ],
    tag: 'v1.0.1',
  },
  {
    by: ines,
    at: '04-29 09:55',
    message: 'feat(format): weights in grams and kilos',
    edits: [
      ['src/format.js', 'grams', code.grams],
      [formatTest, 'import', tests.formatImportBoth],
      [formatTest, 'grams', tests.grams],
    ],
  },
  {
    by: ines,
    at: '05-04 10:25',
    message: 'feat(zones): Finland, Iceland, Spain, Poland and Portugal',
    edits: [['src/zones.js', 'zones', code.zonesMore]],
  },
  { by: mara, at: '05-05 09:15', message: 'chore(release): 1.1.0', edits: [manifest('1.1.0')], tag: 'v1.1.0' },
  {
    by: tomasz,
    at: '05-07 15:05',
    branch: 'fix/slow-orders',
    message: "perf(orders): an index for a customer's orders",
    edits: [['migrations/0003_orders_index.sql', 'all', code.migrationIndex]],
  },
  { by: mara, at: '05-08 11:45', message: 'update gitignore', edits: [['.gitignore', 'all', `${code.ignore}.env\n`]] },
  { by: mara, at: '05-08 16:20', message: "Merge branch 'fix/slow-orders'", merge: 'fix/slow-orders' },
  {
    by: mara,
    at: '05-12 10:50',
    message: 'feat(sla): write down what we promise',
    edits: [['slas.yml', 'all', code.slas]],
  },
  {
    by: maraAtHome,
    at: '05-17 22:05',
    message: 'chore: one name for one person',
    edits: [['.mailmap', 'all', code.mailmap]],
  },
  {
    by: jun,
    at: '05-19 14:30',
    branch: 'feature/tracking',
    message: 'feat(tracking): link to the page that shows a parcel',
    edits: [['src/tracking.js', 'all', code.tracking]],
  },
  {
    by: tomasz,
    at: '05-20 11:10',
    message: 'refactor(pricing): name the price table\n\nReviewed-by: Mara Lindqvist <mara@quayside.example>',
    edits: [
      [
        pricing,
        'table',
        code.priceTableBoth.replace('const base', '// Kronor; the carrier sends new prices twice a year.\nconst base'),
      ],
    ],
  },
  { by: mara, at: '05-21 09:40', message: 'chore(release): 1.2.0', edits: [manifest('1.2.0')], tag: 'v1.2.0' },
  {
    by: jun,
    at: '05-26 10:15',
    branch: 'feature/tracking',
    message: 'docs(tracking): say which carriers there are',
    edits: [[readme, 'tracking', '## Tracking\n\nPostNord and DHL.\n']],
  },
  {
    by: ines,
    at: '05-28 15:25',
    message: 'ci: stop the run that a newer push replaces',
    edits: [['.github/workflows/test.yml', 'all', code.ciConcurrent]],
  },
  {
    by: tomasz,
    at: '06-03 16:48',
    message:
      'feat(orders): book many at once, search in notes\n\nShops asked for both. Discounts come from a table now, so that new steps are one line.',
    edits: [
      [pricing, 'quote', code.quoteParcel],
      [pricing, 'discount', code.discountTable],
      [pricing, 'total', code.totalParcel],
      [pricingTest, 'quote', tests.quoteParcel],
      [pricingTest, 'total', tests.totalParcel],
      [orders, 'search', code.ordersSearch],
      [app, 'import', code.appImportSearch],
      [app, 'app', code.appBatch],
      ['migrations/0004_order_region.sql', 'all', code.migrationRegion],
    ],
  },
];
