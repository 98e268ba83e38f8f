/**
 * The code of the example repository, in blocks that its history puts in, changes and takes out. A file is its blocks
 * in the order in which they came.
 */
export const code = {
  manifest: `{
  "name": "quayside",
  "version": "1.2.0",
  "description": "Prices and books parcels for a small shop by the harbour",
  "type": "module",
  "license": "MIT",
  "scripts": {
    "start": "node src/server.js",
    "test": "node --test"
  }
}
`,
  ignore: 'node_modules/\n*.log\n',
  mailmap: 'Mara Lindqvist <mara@quayside.example> <mara.l@home.example>\n',
  readmeTitle: '# Quayside\n\nPrices and books parcels for a small shop by the harbour.\n',
  readmeUse: '## Use\n\n```sh\nnpm start        # http://localhost:8080\nnpm test\n```\n',
  readmePrices: '## Prices\n\nA base price for the zone, and a price for each kilo begun.\n',
  readmeDiscount: 'From 10 parcels: 5% off. From 50 parcels: 10% off.\n',
  readmeRoutes: '## Routes\n\n`GET /health`, `GET /quote?weight=&country=`, `POST /orders`, `GET /orders`\n',

  zones: `/** Delivery zones and the countries in them. */
export const zones = {
  home: ['SE'],
  nordic: ['NO', 'DK'],
  europe: ['DE', 'NL', 'FR'],
};
`,
  zonesMore: `/** Delivery zones and the countries in them. */
export const zones = {
  home: ['SE'],
  nordic: ['NO', 'DK', 'FI', 'IS'],
  europe: ['DE', 'NL', 'FR', 'ES', 'PL', 'PT'],
};
`,
  zoneOf: `/** Zone of a country; whatever is not listed is far away. */
export function zoneOf(country) {
  for (const [zone, countries] of Object.entries(zones)) {
    if (countries.includes(country)) return zone;
  }
  return 'world';
}
`,

  pricingImport: "import { zoneOf } from './zones.js';\n",
  priceTable: 'const base = { home: 49, nordic: 79, europe: 119, world: 219 };\nconst perKilo = 15;\n',
  priceTableNew: 'const base = { home: 52, nordic: 79, europe: 125, world: 229 };\nconst perKilo = 15;\n',
  priceTableFuel: 'const base = { home: 49, nordic: 82, europe: 119, world: 219 };\nconst perKilo = 16;\n',
  priceTableBoth: 'const base = { home: 52, nordic: 82, europe: 125, world: 229 };\nconst perKilo = 16;\n',
  quoteFloor: `/** Price of one parcel in kronor: the zone's base, and a price for each kilo. */
export function quote(weight, country) {
  return base[zoneOf(country)] + Math.floor(weight) * perKilo;
}
`,
  quote: `/** Price of one parcel in kronor: the zone's base, and a price for each kilo begun. */
export function quote(weight, country) {
  if (!(weight > 0)) throw new RangeError(\`weight must be above 0, got \${weight}\`);
  return base[zoneOf(country)] + Math.ceil(weight) * perKilo;
}
`,
  quoteParcel: `/** Price of one parcel in kronor: the zone's base, and a price for each kilo begun. */
export function quote(parcel) {
  if (!(parcel.weight > 0)) throw new RangeError(\`weight must be above 0, got \${parcel.weight}\`);
  return base[zoneOf(parcel.country)] + Math.ceil(parcel.weight) * perKilo;
}
`,
  discount: `/** Share taken off: 5% from 10 parcels, 10% from 50. */
export function discountFor(quantity) {
  if (quantity >= 50) return 0.1;
  if (quantity >= 10) return 0.05;
  return 0;
}
`,
  discountTable: `const discounts = [
  [50, 0.1],
  [10, 0.05],
];

/** Share taken off: 5% from 10 parcels, 10% from 50. */
export function discountFor(quantity) {
  for (const [from, share] of discounts) {
    if (quantity > from) return share;
  }
  return 0;
}
`,
  total: `/** Price of several parcels, the discount taken off, in whole kronor. */
export function total(parcels) {
  const sum = parcels.reduce((price, parcel) => price + quote(parcel.weight, parcel.country), 0);
  return Math.round(sum * (1 - discountFor(parcels.length)));
}
`,
  totalParcel: `/** Price of several parcels, the discount taken off, in whole kronor. */
export function total(parcels) {
  const sum = parcels.reduce((price, parcel) => price + quote(parcel), 0);
  return Math.round(sum * (1 - discountFor(parcels.length)));
}
`,

  money: `/** An amount in kronor as people write it: 1 234 kr. */
export function money(amount) {
  return \`\${String(amount).replace(/\\B(?=(\\d{3})+$)/g, ' ')} kr\`;
}
`,
  grams: `/** A weight in kilos as people write it: 350 g, 1.5 kg. */
export function weightText(kilos) {
  return kilos < 1 ? \`\${Math.round(kilos * 1000)} g\` : \`\${kilos} kg\`;
}
`,

  router: `/** The little of a web framework that this service needs: paths, methods, JSON. */
export function createApp() {
  const routes = new Map();
  const add = (method) => (path, handler) => routes.set(\`\${method} \${path}\`, handler);
  return {
    get: add('GET'),
    post: add('POST'),
    async handle(method, path, request) {
      const handler = routes.get(\`\${method} \${path}\`);
      if (!handler) return { status: 404, body: { error: 'not found' } };
      return { status: 200, body: await handler(request) };
    },
  };
}
`,
  routerErrors: `/** The little of a web framework that this service needs: paths, methods, JSON. */
export function createApp() {
  const routes = new Map();
  const add = (method) => (path, handler) => routes.set(\`\${method} \${path}\`, handler);
  return {
    get: add('GET'),
    post: add('POST'),
    async handle(method, path, request) {
      const handler = routes.get(\`\${method} \${path}\`);
      if (!handler) return { status: 404, body: { error: 'not found' } };
      try {
        return { status: 200, body: await handler(request) };
      } catch (error) {
        if (error instanceof RangeError) return { status: 400, body: { error: error.message } };
        throw error;
      }
    },
  };
}
`,

  ordersFind: `/** Orders of a customer, newest first. */
export async function ordersOf(client, customer) {
  return client.query('select id, customer, price, note from orders where customer = $1 order by id desc', [customer]);
}
`,
  ordersAdd: `/** Books an order; returns its id. */
export async function addOrder(client, { customer, price, note = '' }) {
  const rows = await client.query('insert into orders (customer, price, note) values ($1, $2, $3) returning id', [
    customer,
    price,
    note,
  ]);
  return rows[0].id;
}
`,
  ordersSearch: `/** Orders whose note contains a text. */
export async function searchOrders(client, text) {
  return client.query(\`select id, customer, price, note from orders where note like '%\${text}%' order by id desc\`);
}
`,

  appImport: `import { money } from './format.js';
import { addOrder, ordersOf } from './orders.js';
import { quote, total } from './pricing.js';
import { createApp } from './router.js';
`,
  appImportSearch: `import { money } from './format.js';
import { addOrder, ordersOf, searchOrders } from './orders.js';
import { quote, total } from './pricing.js';
import { createApp } from './router.js';
`,
  app: `/** The service over a database client. */
export function quayside(client) {
  const app = createApp();

  app.get('/health', () => ({ ok: true }));

  app.get('/quote', ({ query }) => {
    const price = quote(Number(query.weight), query.country);
    return { price, text: money(price) };
  });

  app.post('/orders', async ({ body }) => {
    const price = total(body.parcels);
    return { id: await addOrder(client, { customer: body.customer, price, note: body.note }), price };
  });

  app.get('/orders', ({ query }) => ordersOf(client, query.customer));

  return app;
}
`,
  appBatch: `/** The service over a database client. */
export function quayside(client) {
  const app = createApp();

  app.get('/health', () => ({ ok: true }));

  app.get('/quote', ({ query }) => {
    const price = quote({ weight: Number(query.weight), country: query.country });
    return { price, text: money(price) };
  });

  app.post('/orders', async ({ body }) => {
    const price = total(body.parcels);
    return { id: await addOrder(client, { customer: body.customer, price, note: body.note }), price };
  });

  app.post('/orders/batch', async ({ body }) => {
    const ids = [];
    for (const order of body.orders) {
      ids.push(await addOrder(client, { ...order, price: total(order.parcels) }));
    }
    return { ids };
  });

  app.get('/orders', ({ query }) => ordersOf(client, query.customer));

  app.get('/orders/search', ({ query }) => searchOrders(client, query.text));

  return app;
}
`,
  server: `import { createServer } from 'node:http';
import { quayside } from './app.js';
import { memoryClient } from './memory.js';

const app = quayside(memoryClient());

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  let text = '';
  for await (const chunk of request) text += chunk;
  const answer = await app.handle(request.method, url.pathname, {
    query: Object.fromEntries(url.searchParams),
    body: text ? JSON.parse(text) : undefined,
  });
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer.body));
}).listen(Number(process.env.PORT ?? 8080));
`,
  memory: `/** Orders in memory, for a first look without a database. */
export function memoryClient() {
  const orders = [];
  return {
    async query(sql, values = []) {
      if (sql.startsWith('insert')) {
        const [customer, price, note] = values;
        orders.unshift({ id: orders.length + 1, customer, price, note });
        return [{ id: orders.length }];
      }
      return orders.filter((order) => order.customer === values[0]);
    },
  };
}
`,

  migrationOrders: `create table orders (
  id bigserial primary key,
  customer text not null,
  price integer not null
);
`,
  migrationNote: "alter table orders add column note text not null default '';\n",
  migrationIndex: 'create index orders_customer on orders (customer, id desc);\n',
  migrationRegion: 'alter table orders add column region text not null;\n',

  slas: `# How fresh and how fast what Quayside relies on has to be (seconds).
slas:
  orders_backup_max_age: 86400   # a day
  price_list_max_age: 604800     # a week
  quote_max_latency: 2

alerts:
  - condition: orders_backup_age > 86400
    action: slack_webhook
    channel: "#quayside"
    severity: error
    message: "The orders were last saved {age}s ago (SLA: 86400s)"

monitoring:
  check_interval: 60
  retention_days: 30
`,
  ci: `name: tests
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm test
`,
  ciConcurrent: `name: tests
on: [push, pull_request]
permissions:
  contents: read
concurrency:
  group: tests-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm test
`,
  tracking: `/** Address of the page that shows where a parcel is. */
export function trackingPage(carrier, code) {
  return \`https://track.example/\${carrier}/\${encodeURIComponent(code)}\`;
}
`,
  importer: `/** Orders from a spreadsheet: customer;weight;country in each line. */
export function parseOrders(text) {
  return text
    .split('\\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(';'))
    .map(([customer, weight, country]) => ({ customer, parcels: [{ weight: Number(weight), country }] }));
}
`,
} as const;
