import { describe, expect, it } from 'vitest';
import type { ChangedFile } from '../../../../src/analysis/analyst.ts';
import { interfaceEffects } from '../../../../src/analysis/impact/interfaces.ts';
import { optionsOf } from '../../../../src/analysis/impact/options.ts';
import { routesOf } from '../../../../src/analysis/impact/routes.ts';
import { withSources } from '../../../../src/analysis/impact/sources.ts';
import { languageOf, type ParsedFile, parse } from '../../../../src/code/index.ts';
import { changeOf, readMarked } from '../marked.ts';

async function read<T>(path: string, text: string, reader: (file: ParsedFile) => T): Promise<T> {
  const parsed = await parse(languageOf(path) ?? 'javascript', text, path);
  try {
    return reader(parsed);
  } finally {
    parsed.dispose();
  }
}

describe('routesOf', () => {
  it.each<[string, string, string, string[]]>([
    [
      'Express and Koa',
      'src/app.js',
      `
»app.get('/users', list);
»router.post('/users/:id', check, save);
»app.all('*', missing);
»userRouter.route('/things').get(list);
app.get('title');
app.get(name, list);
map.get('/users', fallback);
client.get('/users', options);
axios.get('/users');
`,
      ['GET /users', 'POST /users/:id', 'ANY *', 'GET /things'],
    ],
    [
      'Fastify',
      'src/app.ts',
      `
»fastify.route({ method: 'GET', url: '/a', handler });
»fastify.route({ method: ['POST', 'PUT'], url: '/b', handler });
fastify.route(options);
`,
      ['GET /a', 'POST,PUT /b'],
    ],
    [
      'Flask and FastAPI',
      'src/app.py',
      `
»@app.route("/users")
def users(): ...
»@bp.route("/users/<id>", methods=["POST", "DELETE"])
def user(id): ...
»@router.get("/items/{id}")
async def item(id): ...
»@app.websocket("/ws")
async def ws(): ...
@cache.get("key")
def cached(): ...
@app.get(path)
def dynamic(): ...
`,
      ['GET /users', 'DELETE,POST /users/<id>', 'GET /items/{id}', 'WEBSOCKET /ws'],
    ],
    [
      'Django',
      'shop/urls.py',
      `
urlpatterns = [
»    path("items/<int:id>/", views.item),
»    re_path(r"^old/$", views.old),
    path("api/", include("api.urls")),
]
open(path("x"))
`,
      ['ANY /items/<int:id>/', 'ANY /old/$'],
    ],
  ])('reads %s', async (_, path, source, names) => {
    const { text, lines } = readMarked(source);
    const routes = await read(path, text, routesOf);
    expect(routes.map(({ name }) => name)).toEqual(names);
    expect(routes.map(({ line }) => line)).toEqual(lines);
  });
});

describe('optionsOf', () => {
  it.each<[string, string, string, string[]]>([
    [
      'commander',
      'src/cli.ts',
      `
import { Command } from 'commander';
program
»  .command('serve <dir>')
»  .option('-p, --port <n>', 'port')
»  .requiredOption('--name <x>', 'name');
config.option(value);
`,
      ['serve (command)', '--port', '--name!'],
    ],
    [
      'yargs',
      'src/cli.js',
      `
const yargs = require('yargs');
yargs
»  .option('port', { type: 'number' })
»  .option('name', { demandOption: true })
»  .positional('dir', {});
`,
      ['--port', '--name!', 'dir (argument)'],
    ],
    ['other builders', 'src/a.ts', "\nselect.option('a');\nqueue.command('b');\n", []],
    [
      'argparse',
      'src/cli.py',
      `
import argparse
parser = argparse.ArgumentParser()
»parser.add_argument("-v", "--verbose", action="store_true")
»parser.add_argument("--name", required=True)
»parser.add_argument("dir")
»parser.add_argument("extra", nargs="?")
`,
      ['--verbose', '--name!', 'dir (argument)!', 'extra (argument)'],
    ],
    [
      'click',
      'src/click_cli.py',
      `
import click
@click.command()
»@click.option("--shout/--no-shout", default=False)
»@click.argument("name")
def hello(shout, name): ...
`,
      ['--no-shout', 'name (argument)!'],
    ],
  ])('reads %s', async (_, path, source, names) => {
    const { text, lines } = readMarked(source);
    const options = await read(path, text, optionsOf);
    expect(options.map(({ name, required }) => name + (required ? '!' : ''))).toEqual(names);
    expect(options.map(({ line }) => line)).toEqual(lines);
  });
});

describe('interfaceEffects', () => {
  async function effectsOf(...files: ChangedFile[]): Promise<string[]> {
    const effects = await withSources(files, [], async (sources) => interfaceEffects(sources));
    return effects.map(({ level, change }) => `${level} ${change.kind} ${change.subject} ${change.breaking}`);
  }
  const routes = (...paths: string[]): string => paths.map((path) => `app.get('${path}', handler);\n`).join('');

  it('sees routes come and go', async () => {
    const file = changeOf('src/app.js', routes('/a', '/c'), routes('/a', '/b'));
    expect(await effectsOf(file)).toEqual(['high route-removed GET /b true', 'low route-added GET /c false']);
  });

  it('sees nothing where routes only moved to another file', async () => {
    const from = changeOf('src/app.js', routes('/a'), routes('/a', '/b'));
    expect(await effectsOf(from, changeOf('src/b.js', routes('/b')))).toEqual([]);
  });

  it('calls a new argument that must be given breaking', async () => {
    const head = 'import argparse\np = argparse.ArgumentParser()\n';
    const file = changeOf('src/cli.py', `${head}p.add_argument("dir")\n`, head);
    expect(await effectsOf(file)).toEqual(['medium option-added dir (argument) true']);
  });

  it('does not look at tests, examples and tools for developers', async () => {
    const files = ['test/app.js', 'examples/app.js', 'scripts/app.js'].map((path) => changeOf(path, routes('/a')));
    expect(await effectsOf(...files)).toEqual([]);
  });
});
