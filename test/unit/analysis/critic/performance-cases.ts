import type { RuleCases } from './security-cases.ts';

export const performanceCases: RuleCases = {
  'blocking-call': {
    'src/a.ts': `
app.get('/x', (req, res) => {
»  res.send(fs.readFileSync(path));
});
function handler(request, reply) {
»  execSync('ls');
}
function load(path) {
  return fs.readFileSync(path);
}
app.get('/y', async (req, res) => {
  res.send(await readFile(path));
});
`,
    'src/a.py': `
import time, requests
async def handler(request):
»    time.sleep(1)
»    data = requests.get(url)
    await asyncio.sleep(1)
    def inner():
        time.sleep(1)
def plain():
    time.sleep(1)
`,
  },
  'query-in-loop': {
    'src/a.ts': `
for (const id of ids) {
»  const user = await db.query('SELECT * FROM users WHERE id = $1', [id]);
}
for (const url of urls) {
»  await fetch(url);
}
for (const order of orders) {
»  order.user = await User.findOne({ where: { id: order.userId } });
  order.shop = shops.findById(order.shopId);
}
await Promise.all(
  orders.map(async (order) => ({
»    user: await prisma.user.findUnique({ where: { id: order.userId } }),
  })),
);
await Promise.all(urls.map((url) => fetch(url)));
for (const page of pages) {
  await fetch(page);
}
for (const url of urls) {
  const answer = await fetch(url);
  if (answer.ok) work();
  return answer;
}
for (let attempt = 0; attempt < 3; attempt++) {
  await fetch(url);
}
for (const id of ids) {
  cache.get(id);
  names.find((name) => name === id);
}
const users = await db.query('SELECT 1');
`,
    'src/a.py': `
for id in ids:
»    cursor.execute("SELECT * FROM users WHERE id = %s", (id,))
for user in users:
»    Order.objects.filter(user=user)
for url in urls:
»    requests.get(url)
for batch in batches:
    cursor.execute(sql, batch)
for statement in statements:
    cursor.execute(statement)
for key in keys:
    data.get(key)
for _ in range(3):
    requests.get(url)
`,
  },
  'quadratic-accumulation': {
    'src/a.ts': `
»const byId = items.reduce((all, item) => ({ ...all, [item.id]: item }), {});
»const flat = lists.reduce((all, list) => [...all, ...list], []);
const total = items.reduce((sum, item) => sum + item.size, 0);
const merged = { ...a, ...b };
const copies = items.map((item) => ({ ...item }));
`,
    'src/a.py': `
for item in items:
»    result = result + [item]
for item in items:
    result += [item]
    result.append(item)
total = first + [1]
`,
  },
  'exponential-pattern': {
    'src/a.ts': `
»const a = /^(a+)+$/;
»const b = /(\\w*)*!/;
const c = /^(a+b)+$/;
const d = /(\\w+\\s?)/;
const e = /(a+)/;
`,
    'src/a.py': `
import re
»a = re.compile(r"^(\\w+)+$")
b = re.compile(r"^(\\w+ )+$")
c = "(a+)+$"
`,
  },
};
